"""Days: how wide a date is, how it is read out, and what happened when.

Finds     for a TIMEX3 value the first and the last day that it may mean; the day that a zone was founded;
          the dated events of an article in order.
Leaves    a value that is no day, month, quarter, half, week or year.
Example   late August 2019 (``2019-08``, END) -> 21 to 31 August, eleven days wide
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from ftzlib import lexicon
from ftzlib.figures import Missing, Reference, Stated, stated

if TYPE_CHECKING:
    from ftzlib.facts import Facts

_VALUE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])|H([12])|W(\d\d)))?$")
_ORDINALS = ("first", "second", "third", "fourth")
_MONTHS = tuple(calendar.month_name[1:])


Day: TypeAlias = dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something that the article dates: what, from when to when, and the words for both."""

    what: Stated
    when: Stated
    first: dt.date
    last: dt.date


def days(value: str | None, mod: str | None = None) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day that a TIMEX3 value may mean.

    *Early*, *mid-* and *late* (``START``, ``MID``, ``END``) are read as thirds: of a month its days 1 to 10,
    11 to 20 and from 21 on, of anything longer a third of its months. TIMEX3 leaves their width open (TimeML
    1.2.1 annotation guidelines); the thirds of a month are the dekads of meteorology (WMO).
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
    third = ("START", "MID", "END").index(mod) if mod in ("START", "MID", "END") else None
    if third is not None:
        start, count = start + third * count // 3, count // 3
    return dt.date(year or 1, start, 1), _month_end(year or 1, start + count - 1)


def spell(value: str, mod: str | None = None) -> str:
    """Read a TIMEX3 value out: ``2019-08`` with END is *late August 2019*."""
    found = _VALUE.match(value)
    if not found:
        return value
    year, month, day, quarter, half, week = found.groups()
    before = lexicon.load("wording")["times"].get(mod or "", "")
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


def founding(facts: Facts) -> Stated | Missing:
    """Return the date that the text gives for the founding of a zone: *unveiled in [late August]*."""
    text = facts.document.text
    for row in facts.rows("dates"):
        before = text[max(0, row["start"] - 40) : row["start"]]
        date = stated(facts, "dates", row)
        if days(row["value"]) and _founded().search(before) and _ground().search(date.sentence):
            return date
    return Missing("The source does not say when the zone was founded.")


def news_day(facts: Facts) -> Stated | Reference | Missing:
    """Return the day on which the figures were given: of the first dated briefing, else of publication."""
    dated = {row["date"] for row in facts.rows("events") if row["date"] and row["kind"] in _words("news")}
    for row in facts.rows("dates"):
        if row["value"] in dated and days(row["value"]):
            return stated(facts, "dates", row)
    source = facts.document.source
    if source.published:
        return Reference(
            value=source.published.isoformat(),
            url=source.url or "",
            publisher=source.publisher or "the publisher",
        )
    return Missing("The source does not say on which day the figures were given.")


def moments(facts: Facts) -> list[Moment]:
    """Return what the article dates, in order of time: its events, and whatever else has a date."""
    dates = [row for row in facts.rows("dates") if row["type"] == "DATE" and days(row["value"])]
    first_of = {row["value"]: row for row in reversed(dates)}
    events = [row for row in facts.rows("events") if row["date"] in first_of]
    told = {row["date"] for row in events}
    found = [_moment(facts, stated(facts, "events", row), first_of[row["date"]]) for row in events]
    found += [_moment(facts, _clause(facts, row), row) for row in dates if row["value"] not in told]
    return sorted(found, key=lambda moment: (moment.first, moment.last))


def _moment(facts: Facts, what: Stated, date: Mapping[str, Any]) -> Moment:
    first, last = days(date["value"], date["mod"]) or (dt.date.min, dt.date.min)
    return Moment(what=what, when=stated(facts, "dates", date), first=first, last=last)


def _clause(facts: Facts, date: Mapping[str, Any]) -> Stated:
    """Return the clause that leads up to a date, for want of an event: *unveiled in late August*."""
    before = facts.document.text[max(0, date["end"] - 90) : date["end"]]
    clause = " ".join(re.split(r"[,;:.!?()\"“”](?=\s)|\n", before)[-1].split()[-9:])
    figure = stated(facts, "dates", date, "quote")
    return replace(figure, value=clause) if figure.quote in clause else figure


def _third_of_month(year: int, month: int, mod: str | None) -> tuple[dt.date, dt.date] | None:
    if not 1 <= month <= 12:
        return None
    first, last = {"START": (1, 10), "MID": (11, 20), "END": (21, 0)}.get(mod or "", (1, 0))
    return dt.date(year, month, first), dt.date(year, month, last) if last else _month_end(year, month)


def _month_end(year: int, month: int) -> dt.date:
    return (dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("stories")[name])


@cache
def _founded() -> re.Pattern[str]:
    words = "|".join(sorted(_words("founding"), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b(?:\s\w+){{0,2}}\s*$", re.IGNORECASE)


@cache
def _ground() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_words('ground')))})s?\b", re.IGNORECASE)
