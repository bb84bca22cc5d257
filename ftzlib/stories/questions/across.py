"""One zone's counts through time, as different articles and other sources give them.

Finds     each value beside the one before; the values for one day side by side, with whether they agree; what no
          second source counts; what does not add up in and across the articles.
Leaves    the choice of the zone, and what is one and the same thing, to `ftzlib.stories.entries`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ftzlib.evidence import days as timeline
from ftzlib.evidence.figures import Indicator, Missing, Reference, Stated
from ftzlib.evidence.wording import sentence
from ftzlib.stories.entries import Entry, address, counted, document, same_day, series, when, who, zone_of

if TYPE_CHECKING:
    from ftzlib.facts.collection import Collection

_NO_PAIR = Missing("No two sources give a value of the same thing for the same day.")


def answers(facts: Collection) -> dict[str, Any]:
    """Return what articles say of one zone under the names that the notebook uses.

    Returns
    -------
    dict
        ``zone``; the numbers ``articles``, ``things``, ``values``, ``agreements``, ``contradictions``; of the
        thing with most values ``thing``, ``first`` on ``first_when`` and ``last`` on ``last_when``.
    """
    zone, found = zone_of(facts), series(facts)
    pairs = same_day(facts)
    equal = sum(a.number == b.number for a, b in pairs)
    longest: list[Entry] = max(found.values(), key=len, default=[])
    none = Missing("No second source gives a count of this zone with its day.")
    return {
        "zone": zone or Missing("No article counts the tasks or innovations of a zone that it names."),
        "articles": _count("articles read", len(facts.documents)),
        "things": _count("things that two sources count", len(found)),
        "values": _count("values that they give", sum(map(len, found.values()))),
        "agreements": _count("pairs for one day that agree", equal) if pairs else _NO_PAIR,
        "contradictions": _count("pairs for one day that differ", len(pairs) - equal) if pairs else _NO_PAIR,
        "thing": sentence(longest[0].thing) if longest else none,
        "first": longest[0].value if longest else none,
        "last": longest[-1].value if longest else none,
        "first_when": timeline.spell(longest[0].when) if longest else none,
        "last_when": timeline.spell(longest[-1].when) if longest else none,
    }


def course(facts: Collection) -> list[dict[str, Any]]:
    """Return the values through time as rows, each with what it is beside the one before."""
    return [
        {
            "what is counted": entry.thing,
            "as of": timeline.spell(entry.when) + (", the day it was told" if entry.told else ""),
            "value": entry.value,
            "beside the one before": _change(before, entry) if before else "the first",
            "who says so": entry.source,
        }
        for of in series(facts).values()
        for before, entry in pairwise([None, *of])
        if entry
    ]


def comparison(facts: Collection) -> list[dict[str, Any]]:
    """Return the values that two sources give of one thing for one day side by side, contradictions first."""
    return [
        {
            "what is counted": a.thing,
            "as of": timeline.spell(a.when),
            "one says": a.value,
            "another says": b.value,
            "they": "agree" if a.number == b.number else "contradict each other",
            "the one": a.source,
            "the other": b.source,
        }
        for a, b in sorted(same_day(facts), key=lambda pair: pair[0].number == pair[1].number)
    ]


def alone(facts: Collection) -> list[dict[str, Any]]:
    """Return the counts of the zone that only one source gives, or that have no day, as rows."""
    compared = {getattr(entry.value, "id", None) for of in series(facts).values() for entry in of}
    return [
        {
            "what is counted": row["indicator"] or "not said",
            "status": row["status"],
            "value": figure,
            "article": name,
            "why": "no other source counts it" if when(facts.documents[name], row)[0] else "it has no day",
        }
        for name, row, figure in counted(facts)
        if figure.id not in compared
    ]


def findings(facts: Collection) -> list[dict[str, Any]]:
    """Return what does not add up in and across the documents as rows."""
    return [
        {
            "finding": row["code"].replace("-", " "),
            "what was seen": row["message"],
            "where": Stated(
                id=address(facts, row["document"], _first_ref(row)), value=row["quote"], quote=row["quote"]
            ),
            "article": row["document"],
        }
        for row in facts.rows("findings")
    ]


def sources(facts: Collection) -> list[dict[str, Any]]:
    """Return the articles, and the other sources whose figures were used, as rows."""
    articles = [
        {
            "source": document(facts, name),
            "published": timeline.spell(day.isoformat()) if (day := one.document.source.published) else "not known",
            "read as": f"article {name}",
        }
        for name, one in facts.documents.items()
    ]
    used = {
        who(entry): {
            "source": entry.source,
            "published": timeline.spell(entry.source.date or "not known"),
            "read as": "reference",
        }
        for of in series(facts).values()
        for entry in of
        if isinstance(entry.source, Reference) and entry.article is None
    }
    return [*articles, *used.values()]


def _change(before: Entry, entry: Entry) -> str:
    if before.mod or entry.mod:
        return "a bound, not compared"
    if before.number == entry.number:
        return "the same"
    if before.when == entry.when:
        return "another value for the same day"
    return "more" if entry.number > before.number else "less"


def _first_ref(row: dict[str, Any]) -> str:
    return str(next(iter(row["refs"]), row["id"])).rpartition("/")[2]


def _count(name: str, number: int) -> Indicator:
    return Indicator(name=name, value=number, formula=f"count of {name}", form=",")
