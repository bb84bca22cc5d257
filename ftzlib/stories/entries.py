"""Values of one zone's counts with their day and with who gives them, from articles and from the reference tables.

Finds     the zone whose tasks and innovations most articles count; for each thing that is counted there
          (indicator, status, unit, territory) every value; two values for one thing and day.
Leaves    a figure without a day; a row of the reference tables that was taken from one of the articles, as an
          article does not confirm itself; growth, and what was counted over a period only.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Any, TypeAlias

from ftzlib import reference
from ftzlib.evidence import days as timeline
from ftzlib.evidence.figures import Missing, Reference, Stated
from ftzlib.stories import moments
from ftzlib.stories.sources import stated

if TYPE_CHECKING:
    from ftzlib.facts.collection import Collection
    from ftzlib.facts.tables import Facts

COUNTED = ("total", "implemented", "formed", "promoted")
Series: TypeAlias = "dict[str, list[Entry]]"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One value: of what, as of when, and who gives it.

    Attributes
    ----------
    article : str or None
        The document's name, if it is one.
    told : bool
        Whether `when` is the day on which the value was given, for want of one that it holds for.
    """

    thing: str
    value: Stated | Reference
    number: int | float
    mod: str | None
    when: str
    source: Reference | str
    article: str | None = None
    told: bool = False

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day that the date may mean."""
        return timeline.days(self.when) or (dt.date.min, dt.date.min)


def zone_of(facts: Collection) -> str | None:
    """Return the zone whose tasks and innovations most documents count; of several, the one with most counts."""
    rows = [row for row in facts.rows("metrics") if row["zone"] and row["status"] in COUNTED]
    documents = Counter(zone for zone, _ in {(row["zone"], row["document"]) for row in rows})
    figures = Counter(row["zone"] for row in rows)
    return max(documents, key=lambda zone: (documents[zone], figures[zone]), default=None)


def series(facts: Collection) -> Series:
    """Return the values of each thing that an article counts and another source counts too, in order of time."""
    return {thing: of for thing, of in _by_thing(facts).items() if len({who(entry) for entry in of}) > 1}


def same_day(facts: Collection) -> list[tuple[Entry, Entry]]:
    """Return the pairs of exact values that two sources give of one thing for one date."""
    return [
        (a, b)
        for of in series(facts).values()
        for a, b in combinations(of, 2)
        if a.when == b.when and who(a) != who(b) and not a.mod and not b.mod
    ]


def _by_thing(facts: Collection) -> Series:
    zone = zone_of(facts)
    if zone is None:
        return {}
    found: Series = {}
    for entry in _stated(facts):
        found.setdefault(entry.thing, []).append(entry)
    for entry in _referred(facts, zone):
        if entry.thing in found:
            found[entry.thing].append(entry)
    return {thing: sorted(of, key=lambda entry: entry.days[::-1]) for thing, of in found.items()}


def _stated(facts: Collection) -> Iterator[Entry]:
    for name, row, figure in counted(facts):
        day, told = when(facts.documents[name], row)
        if day:
            yield Entry(
                thing=_thing(row["indicator"], row["status"], row["unit"], _scope(row["scope"], row["zone"])),
                value=figure,
                number=row["value"],
                mod=row["mod"],
                when=day,
                source=document(facts, name),
                article=name,
                told=told,
            )


def when(facts: Facts, row: dict[str, Any]) -> tuple[str | None, bool]:
    """Return the date that a count holds for; else, or if that is when its zone began, the day it was told."""
    began, day = moments.founding(facts), moments.news_day(facts)
    if timeline.days(row["as_of"]) and getattr(began, "value", None) != row["as_of"]:
        return str(row["as_of"]), False
    return (None if isinstance(day, Missing) else str(day.value)), True


def counted(facts: Collection) -> Iterator[tuple[str, dict[str, Any], Stated]]:
    """Give each count of the zone with its document."""
    zone = zone_of(facts)
    for name, one in facts.documents.items():
        for row in one.rows("metrics"):
            if zone and row["zone"] == zone and row["status"] in COUNTED and not row["change"]:
                figure = stated(one, "metrics", row)
                yield name, row, replace(figure, id=address(facts, name, row["id"]))


def _referred(facts: Collection, zone: str) -> Iterator[Entry]:
    ours = {one.document.source.url for one in facts.documents.values()}
    for row in reference.rows("metrics"):
        taken = row["source_url"] in ours or row["status"] not in COUNTED or row["period"]
        if not taken and reference.zone(row["zone"])["name"] == zone and timeline.days(row["as_of"]):
            yield Entry(
                thing=_thing(row["indicator"], row["status"], row["unit"], row["scope"]),
                value=reference.figure(row),
                number=reference.number(row["value"]),
                mod=row["mod"] or None,
                when=row["as_of"],
                source=reference.source(row),
            )


def _thing(indicator: str | None, status: str, unit: str, scope: str) -> str:
    done = "" if status == "total" else f" {status}"
    where = "" if scope == "zone" else f", {scope}"
    return f"{(indicator or 'not said').casefold()}{done}{where}" + (" (percent)" if unit == "percent" else "")


def _scope(scope: str | None, zone: str) -> str:
    """Return a territory as the reference tables name it: the zone itself, its province, or as it is."""
    province = zone.partition("(")[2].partition(")")[0]
    if scope is None:
        return "zone"
    return "province" if province and scope.startswith(province) else scope


def who(entry: Entry) -> str:
    """Return who gives a value: an article's name, or an address."""
    return entry.article or (entry.source.url if isinstance(entry.source, Reference) else entry.source)


def document(facts: Collection, name: str) -> Reference | str:
    """Return a document's publisher, with the link to its page where it is known."""
    source = facts.documents[name].document.source
    if not source.url:
        return source.publisher or f"article {name}"
    return Reference(value=source.publisher or name, url=source.url, publisher=source.publisher or source.url)


def address(facts: Collection, document: str, id: str) -> str:
    """Return the address of a row: with several documents its document's name stands before it."""
    return id if len(facts.documents) == 1 else f"{document}/{id}"
