"""Days: how wide a date is, and how it is read out.

Finds     for a TIMEX3 value the first and the last day that it may mean.
Leaves    a value that is no day, month, quarter, half, week or year.
Example   late August 2019 (``2019-08``, END) -> 21 to 31 August, eleven days wide
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from ftzlib.evidence.wording import words

_VALUE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])|H([12])|W(\d\d)))?$")
_ORDINALS = ("first", "second", "third", "fourth")
_THIRDS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}  # of a month


def days(value: str | None, mod: str | None = None, *, edge: bool = False) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day that a TIMEX3 value may mean.

    *Early*, *mid-* and *late* (``START``, ``MID``, ``END``) are read as thirds: of a month its days 1 to 10,
    11 to 20 and from 21 on, of anything longer a third of its months. TIMEX3 leaves their width open (TimeML
    1.2.1 annotation guidelines); the thirds of a month are the dekads of meteorology (WMO). An `edge`, *the end of*
    or *the start of* anything longer than a month, is its last or first month.
    """
    found = _VALUE.match(value or "")
    if not found:
        return None
    year, month, day, quarter, half, week = (int(part or 0) for part in found.groups())
    try:
        if day:
            return (dt.date(year, month, day),) * 2
        if week:
            return dt.date.fromisocalendar(year, week, 1), dt.date.fromisocalendar(year, week, 7)
        if month:
            first, last = _THIRDS.get(mod or "", (1, 31))
            return dt.date(year, month, first), dt.date(year, month, min(last, _month_end(year, month).day))
        start, count = (3 * quarter - 2, 3) if quarter else (6 * half - 5, 6) if half else (1, 12)
        if mod in _THIRDS:
            width = 1 if edge else count // 3
            start += {"START": 0, "MID": count // 3, "END": count - width}[mod]
            count = width
        return dt.date(year, start, 1), _month_end(year, start + count - 1)
    except ValueError:
        return None


def spell(value: str, mod: str | None = None) -> str:
    """Read a TIMEX3 value out: ``2019-08`` with END is *late August 2019*."""
    found = _VALUE.match(value)
    if not found:
        return value
    year, month, day, quarter, half, week = found.groups()
    if week:
        return f"week {int(week)} of {year}"
    named = [str(int(day))] if day else []
    if month:
        named.append(words("months")[month])
    if quarter or half:
        named.append(f"the {_ORDINALS[int(quarter or half) - 1]} {'quarter' if quarter else 'half'} of")
    return words("times").get(mod or "", "") + " ".join([*named, year])


def interval(first: dt.date, last: dt.date) -> str:
    """Read a stretch of days out, saying nothing twice: *21 to 31 August 2019*."""
    start, end = spell(first.isoformat()).split(), spell(last.isoformat()).split()
    while len(start) > 1 and first != last and start[-1] == end[len(start) - 1]:
        start.pop()
    return " ".join(end if first == last else [*start, "to", *end])


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
