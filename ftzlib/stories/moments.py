"""The dated events of an article in order, and the day that a zone was founded."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from ftzlib.evidence.days import days
from ftzlib.evidence.figures import Missing, Reference, Stated
from ftzlib.stories import words
from ftzlib.stories.sources import stated

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something that the article dates: what, from when to when, and the words for both."""

    what: Stated
    when: Stated
    first: dt.date
    last: dt.date


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


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words.load("stories")[name])


@cache
def _founded() -> re.Pattern[str]:
    words = "|".join(sorted(_words("founding"), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b(?:\s\w+){{0,2}}\s*$", re.IGNORECASE)


@cache
def _ground() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_words('ground')))})s?\b", re.IGNORECASE)
