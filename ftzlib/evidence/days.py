"""Days: how wide a date is, and how it is read out.

Finds     for a TIMEX3 value the first and the last day that it may mean.
Leaves    a value that is no day, month, quarter, half, week or year.
Example   late August 2019 (``2019-08``, END) -> 21 to 31 August, eleven days wide
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TypeAlias

from ftzlib.evidence.wording import words

_VALUE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])|H([12])|W(\d\d)))?$")
_ORDINALS = ("first", "second", "third", "fourth")
_MONTHS = tuple(calendar.month_name[1:])


Day: TypeAlias = dt.date


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
    year, month, day, quarter, half, week = (int(part) if part else None for part in found.groups())
    try:
        if day:
            return (dt.date(year or 1, month or 1, day),) * 2
        if week:
            return dt.date.fromisocalendar(year or 1, week, 1), dt.date.fromisocalendar(year or 1, week, 7)
    except ValueError:
        return None
    if month:
        return _third_of_month(year or 1, month, mod)
    start, count = (3 * quarter - 2, 3) if quarter else (6 * half - 5, 6) if half else (1, 12)
    if mod in ("START", "MID", "END"):
        width = 1 if edge else count // 3
        start += {"START": 0, "MID": count // 3, "END": count - width}[mod]
        count = width
    return dt.date(year or 1, start, 1), _month_end(year or 1, start + count - 1)


def spell(value: str, mod: str | None = None) -> str:
    """Read a TIMEX3 value out: ``2019-08`` with END is *late August 2019*."""
    found = _VALUE.match(value)
    if not found:
        return value
    year, month, day, quarter, half, week = found.groups()
    before = words("times").get(mod or "", "")
    if day:
        return f"{before}{int(day)} {_MONTHS[int(month) - 1]} {year}"
    if month:
        return f"{before}{_MONTHS[int(month) - 1]} {year}"
    if quarter or half:
        part = f"the {_ORDINALS[int(quarter or half) - 1]} {'quarter' if quarter else 'half'} of {year}"
        return before + part if before else part
    return f"week {int(week)} of {year}" if week else before + year


def short(first: dt.date, last: dt.date) -> str:
    """Write a stretch of days for a chart: *21 to 31 Aug 2019*."""
    words = interval(first, last)
    for month in _MONTHS:
        words = words.replace(month, month[:3])
    return words


def interval(first: dt.date, last: dt.date) -> str:
    """Read a stretch of days out, saying nothing twice: *21 to 31 August 2019*."""
    if first == last:
        return spell(first.isoformat())
    same = [first.year == last.year, first.month == last.month]
    start = str(first.day) if all(same) else f"{first.day} {_MONTHS[first.month - 1]}"
    return f"{start if same[0] else spell(first.isoformat())} to {spell(last.isoformat())}"


def _third_of_month(year: int, month: int, mod: str | None) -> tuple[dt.date, dt.date] | None:
    if not 1 <= month <= 12:
        return None
    first, last = {"START": (1, 10), "MID": (11, 20), "END": (21, 0)}.get(mod or "", (1, 0))
    return dt.date(year, month, first), dt.date(year, month, last) if last else _month_end(year, month)


def _month_end(year: int, month: int) -> dt.date:
    return (dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
