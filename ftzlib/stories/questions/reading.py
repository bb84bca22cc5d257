"""What was read out of an article: its source, its facts row by row, how much of the text they cover.

Finds     where in the text the facts of each kind stand; the share of its sentences and characters that they
          cover; each table's rows as a reader sees them, linked to their words.
Leaves    the meaning to the reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from ftzlib.evidence.days import days, interval, spell
from ftzlib.evidence.figures import Indicator, Missing, Reference, Stated
from ftzlib.facts.records import PREFIXES
from ftzlib.stories import indicators, words
from ftzlib.stories.questions.inferences import inferences, silences
from ftzlib.stories.questions.priorities import isic_title
from ftzlib.stories.sources import VALUES, every, stated

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

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
        inferred values and of findings; ``faults``, the last of them only if there are any; ``open``, what the
        words leave open.
    """
    findings = len(facts.rows("findings"))
    return {
        **source(facts),
        **coverage(facts),
        "figures": indicators.count("number of figures", every(facts, "metrics")),
        "inferred": _tally("values inferred", len(inferences(facts))),
        "found": _tally("things that do not add up", findings),
        "faults": _tally("things that do not add up", findings, "Nothing that does not add up was found."),
        "open": [row["what is not said"] for row in silences(facts)] or Missing("Nothing that was asked is left open."),
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
        "facts": _tally(f"facts of {len(found)} kinds", len(spans), "The rules found no fact in this source."),
        "sentences": indicators.part_of("sentences with a fact", touched, len(body), "sentences"),
        "characters": _share("text inside a fact", spans, body),
        "fine": _share("text inside a figure, date or name", _together(found, _FINE), body),
    }


def _tally(what: str, number: int, otherwise: str | None = None) -> Indicator:
    """Count the rows of a table; for none of them 0, or no value for the reason `otherwise`."""
    name, formula = f"number of {what}", f"{number} counted on this page"
    return Indicator(name=name, value=number or (None if otherwise else 0), formula=formula, reason=otherwise)


def kinds(facts: Facts) -> list[dict[str, Any]]:
    """Return the kinds of fact as rows: how many there are, and their share of the text."""
    names, body = words.load("stories")["kinds"], _body(facts)
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
    """Return one table of facts as a reader sees it: the words (of a figure, its value), then what else they say."""
    found, links = facts.rows(name), _links(facts)
    heads = words.load("stories")["columns"][name]
    heads = {key: head for key, head in heads.items() if _says_more(found, key)}
    return [
        ({} if name == "metrics" else {"words": stated(facts, name, row, "quote")})
        | {head: _field(facts, name, row, key, links) for key, head in heads.items()}
        for row in found
    ]


def _says_more(found: list[dict[str, Any]], key: str) -> bool:
    """Tell whether a column says more than the words: a zone only where there are several."""
    if key == "zone" and len({row[key] for row in found}) < 2:
        return False
    return any(key not in row or row[key] not in (None, [], (), row["quote"]) for row in found)


def _links(facts: Facts) -> dict[str, Stated]:
    """Return what a cell can lead to: numbers by their id, people by their name, dates by their value."""
    found = {row["id"]: stated(facts, "metrics", row, "quote") for row in facts.rows("metrics")}
    found |= {row["name"]: stated(facts, "people", row) for row in facts.rows("people")}
    return found | {row["value"]: stated(facts, "dates", row) for row in facts.rows("dates") if row["value"]}


def _field(facts: Facts, name: str, row: Mapping[str, Any], key: str, links: Mapping[str, Stated]) -> Any:
    match name, key:
        case "metrics", "status":
            return row["status"] + (f", {row['scope']}" if row["scope"] else "")
        case "dates", "days":
            return _days(row)
        case "dates", "timex":
            return " ".join(filter(None, (row["type"], row["value"], row["mod"])))
        case "sectors", "isic":
            return isic_title(row["isic"])
    if row[key] and key == VALUES.get(name):
        return stated(facts, name, row)
    if isinstance(row[key], list | tuple):
        return ", ".join(map(str, row[key]))
    return links.get(str(row[key]), row[key] or "")


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
