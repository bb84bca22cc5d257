"""What was read out of an article: its source, its facts row by row, how much of the text they cover.

Finds     where in the text the facts of each kind stand; the share of its sentences and characters that they
          cover; each table's rows as a reader sees them, linked to their words.
Leaves    the meaning to the reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from ftzlib import indicators, lexicon
from ftzlib.figures import VALUES, Indicator, Reference, Stated, every, stated
from ftzlib.questions.inferences import inferences
from ftzlib.records import PREFIXES
from ftzlib.timeline import days, interval, spell

if TYPE_CHECKING:
    from ftzlib.facts import Facts

Stretches: TypeAlias = list[tuple[int, int]]

#: Long stretches say that something is reported or promised; these say what.
_FINE = ("metrics", "dates", "people", "zones", "sectors", "events")
_BASES = {
    "metadata": "given with the document",
    "inferred": "worked out from the text",
    "unknown": "not known",
}


def answers(facts: Facts) -> dict[str, Any]:
    """Return what the article is and how much was found in it.

    Returns
    -------
    dict
        All of `source` and `coverage`; ``figures``, ``inferred`` and ``found``, the numbers of figures, of
        inferred values and of findings.
    """
    rows = {"inferred": len(inferences(facts)), "found": len(facts.rows("findings"))}
    names = {"inferred": "number of inferences", "found": "number of findings"}
    return {
        **source(facts),
        **coverage(facts),
        "figures": indicators.count("number of figures", every(facts, "metrics")),
        **{
            key: Indicator(name=names[key], value=value, formula=f"rows of its table: {value}")
            for key, value in rows.items()
        },
    }


def source(facts: Facts) -> dict[str, Any]:
    """Return what is known of the document: publisher, day and its basis, id, sha256."""
    document, about = facts.document, facts.document.source
    publisher = about.publisher or "A publisher that is not named"
    link = Reference(value=publisher, url=about.url, publisher=about.url) if about.url else publisher
    return {
        "publisher": link,
        "published": spell(about.published.isoformat()) if about.published else "a day that is not known",
        "basis": _BASES[about.published_basis],
        "document": document.id,
        "sha256": document.sha256[:12],
    }


def coverage(facts: Facts) -> dict[str, Indicator]:
    """Return how much of the text facts account for.

    Returns
    -------
    dict
        ``facts``, their number; ``sentences``, the share that has one; ``characters``, the share inside any;
        ``fine``, the share inside a figure, date, name, priority or event.
    """
    found = stretches(facts)
    spans = [span for kind in found.values() for span in kind]
    body = _body(facts)
    touched = sum(any(start < last and first < end for start, end in spans) for first, last in body)
    return {
        "facts": Indicator(name="number of facts", value=len(spans), formula=f"rows of {len(found)} tables"),
        "sentences": indicators.part_of("sentences with a fact", touched, len(body), "sentences"),
        "characters": _share("text inside a fact", spans, body),
        "fine": _share("text inside a figure, date or name", _together(found, _FINE), body),
    }


def kinds(facts: Facts) -> list[dict[str, Any]]:
    """Return the kinds of fact as rows: how many there are, and their share of the text."""
    names, body = lexicon.load("wording")["kinds"], _body(facts)
    return [
        {
            "kind": names[kind],
            "facts": len(spans),
            "share of the text": _share(f"share of {names[kind].lower()}", spans, body),
        }
        for kind, spans in stretches(facts).items()
    ]


def stretches(facts: Facts) -> dict[str, Stretches]:
    """Return where in the text the facts of each kind stand, for the kinds that the article has."""
    tables = [name for name in PREFIXES if name != "findings"]
    found = {name: [(row["start"], row["end"]) for row in facts.rows(name)] for name in tables}
    return {name: spans for name, spans in found.items() if spans}


def rows(facts: Facts, name: str) -> list[dict[str, Any]]:
    """Return one table of facts as a reader sees it: the words first, without columns that add nothing."""
    every_row = facts.rows(name)
    fields = [key for key in (every_row[0] if every_row else ()) if key not in ("id", "start", "end", "quote")]
    fields = [key for key in fields if any(row[key] not in (None, [], (), row["quote"]) for row in every_row)]
    links = _links(facts)
    return [
        {"words": stated(facts, name, row, "quote")}
        | {key: _field(name, row, key, links) for key in fields}
        | ({"days": _days(row)} if name == "dates" else {})
        for row in every_row
    ]


def _links(facts: Facts) -> dict[str, Stated]:
    """Return what a cell can lead to: numbers by their id, people by their name, dates by their value."""
    found = {row["id"]: stated(facts, "metrics", row, "quote") for row in facts.rows("metrics")}
    found |= {row["name"]: stated(facts, "people", row) for row in facts.rows("people")}
    return found | {row["value"]: stated(facts, "dates", row) for row in facts.rows("dates") if row["value"]}


def _field(name: str, row: Mapping[str, Any], key: str, links: Mapping[str, Stated]) -> Any:
    cell = row[key]
    if isinstance(cell, list | tuple):
        return ", ".join(map(str, cell))
    if cell is None:
        return ""
    if key == VALUES.get(name) and name != "dates":
        return Stated(id=row["id"], value=cell, quote=row["quote"])
    return str(cell) if name == "dates" else links.get(str(cell), str(cell))


def _days(row: Mapping[str, Any]) -> str:
    """Return the days that a date may mean, so that a reader sees how wide it is."""
    span = days(row["value"], row["mod"]) if row["type"] == "DATE" else None
    return interval(*span) if span else ""


def _body(facts: Facts) -> Stretches:
    return [(s.span.start, s.span.end) for s in facts.sentences if s.kind in ("body", "headline")]


def _together(found: Mapping[str, Stretches], names: tuple[str, ...]) -> Stretches:
    return [span for name in names for span in found.get(name, [])]


def _share(name: str, spans: Stretches, body: Stretches) -> Indicator:
    """Return the share of the characters of `body` that lie in any of the spans, each counted once."""
    length = sum(last - first for first, last in body)
    inside = sum(
        _union([(max(start, first), min(end, last)) for start, end in spans if start < last and first < end])
        for first, last in body
    )
    return indicators.part_of(name, inside, length, "characters of its sentences")


def _union(spans: Stretches) -> int:
    covered, reached = 0, -1
    for start, end in sorted(spans):
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered
