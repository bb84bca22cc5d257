"""How an article was read: what the facts cover, what was inferred and from what, what does not add up.

Finds     for each kind of fact its stretches of text; the share of sentences and of characters that facts
          account for; each value that the words alone do not give, with what it was taken from.
Leaves    the article's meaning to the reader.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ftzlib import indicators, lexicon
from ftzlib.evidence import table
from ftzlib.figures import Indicator, Reference, Stated, every, person, sentence_of, stated
from ftzlib.records import PREFIXES
from ftzlib.timeline import days, spell
from ftzlib.wording import Shown

if TYPE_CHECKING:
    from ftzlib.facts import Facts

_TABLES = tuple(name for name in PREFIXES if name != "findings")
#: Long stretches say that something is reported or promised; the others say what.
_FINE = ("metrics", "dates", "people", "zones", "sectors", "events")
_VALUE_COLUMNS = {"metrics": "value", "dates": "value", "people": "name", "zones": "name", "sectors": "name"}


def story(facts: Facts) -> dict[str, Any]:
    """Return what the article is, what was found in it and how much of it that is, under the notebook's names."""
    inferred = len(inferences(facts))
    return {
        **source(facts),
        **coverage(facts),
        "inferred": Indicator(name="number of inferences", value=inferred, formula="rows of the table of inferences"),
        "found": Indicator(name="number of findings", value=len(facts.rows("findings")), formula="rows of the table"),
        "figures": indicators.count("number of figures", every(facts, "metrics")),
        "people": every(facts, "people"),
        "zones": every(facts, "zones"),
    }


def stretches(facts: Facts) -> dict[str, list[tuple[int, int]]]:
    """Return the stretches of text of each kind of fact that the article has."""
    found = {name: [(row["start"], row["end"]) for row in facts.rows(name)] for name in _TABLES}
    return {name: spans for name, spans in found.items() if spans}


def coverage(facts: Facts) -> dict[str, Indicator]:
    """Return how much of the text facts account for.

    Returns
    -------
    dict
        ``sentences`` (with a fact in them), ``characters`` (inside any fact), ``fine`` (inside a figure, date, name,
        priority or event), and ``facts``, their number.
    """
    found = stretches(facts)
    spans = [span for stretch in found.values() for span in stretch]
    fine = [span for name in _FINE for span in found.get(name, [])]
    body = [s.span for s in facts.sentences if s.kind in ("body", "headline")]
    touched = [s for s in body if any(start < s.end and s.start < end for start, end in spans)]
    length = sum(s.end - s.start for s in body)
    of = "characters of its sentences"
    return {
        "sentences": indicators.part_of("sentences with a fact", len(touched), len(body), "sentences"),
        "characters": indicators.part_of("text inside a fact", _covered(spans, body), length, of),
        "fine": indicators.part_of("text inside a figure, date or name", _covered(fine, body), length, of),
        "facts": Indicator(name="number of facts", value=len(spans), formula=f"rows of {len(found)} tables"),
    }


def kinds(facts: Facts) -> list[dict[str, Any]]:
    """Return the kinds of fact as rows: how many there are, and their share of the text."""
    body = [s.span for s in facts.sentences if s.kind in ("body", "headline")]
    length = sum(s.end - s.start for s in body)
    names = lexicon.load("wording")["kinds"]
    return [
        {
            "kind": names[kind],
            "facts": len(spans),
            "share of the text": indicators.part_of(
                f"share of {names[kind]}", _covered(spans, body), length, "characters of its sentences"
            ),
        }
        for kind, spans in stretches(facts).items()
    ]


def facts_table(facts: Facts, name: str) -> Shown:
    """Return one table of facts as the reader sees it; columns that the article leaves empty are left out."""
    rows = facts.rows(name)
    fields = [key for key in (rows[0] if rows else ()) if key not in ("id", "start", "end", "quote")]
    fields = [key for key in fields if any(row[key] not in (None, [], ()) for row in rows)]
    value = _VALUE_COLUMNS.get(name)
    shown = [
        {"words": stated(facts, name, row, "quote"), **{key: _field(facts, name, row, key, value) for key in fields}}
        for row in rows
    ]
    label = lexicon.load("wording")["kinds"][name]
    return table(shown, f"{label}, in the order of the text", f"The source has none of these: {label.lower()}.")


def inferences(facts: Facts) -> list[dict[str, Any]]:
    """Return each value that its words alone do not give: the words, how they were read, and from what."""
    return [*_inferred_day(facts), *_inferred_dates(facts), *_inferred_metrics(facts), *_inferred_speakers(facts)]


def findings(facts: Facts) -> list[dict[str, Any]]:
    """Return what does not add up as rows, each with the words that it concerns."""
    rows = {row["id"]: stated(facts, name, row, "quote") for name in _TABLES for row in facts.rows(name)}
    return [
        {
            "finding": row["code"].replace("-", " "),
            "what was seen": row["message"],
            "where": [rows[ref] for ref in row["refs"] or () if ref in rows] or " ".join(row["quote"].split()),
        }
        for row in facts.rows("findings")
    ]


def source(facts: Facts) -> dict[str, Any]:
    """Return what is known of the document: ``publisher``, ``published``, ``basis``, ``link``, ``sha256``."""
    document, about = facts.document, facts.document.source
    basis = {"metadata": "given with the document", "inferred": "worked out from the text", "unknown": "not known"}
    publisher = about.publisher or "a publisher that is not named"
    link = Reference(value=publisher, url=about.url, publisher=about.url) if about.url else publisher
    day = about.published.isoformat() if about.published else None
    return {
        "publisher": link,
        "published": spell(day) if day else "on a day that is not known",
        "basis": basis[about.published_basis],
        "document": document.id,
        "sha256": document.sha256[:12],
    }


def _field(facts: Facts, name: str, row: dict[str, Any], key: str, value: str | None) -> Any:
    if key == value and row[key] is not None:
        return stated(facts, name, row)
    cell = row[key]
    return "" if cell is None else ", ".join(map(str, cell)) if isinstance(cell, list | tuple) else str(cell)


def _inferred_day(facts: Facts) -> list[dict[str, Any]]:
    about = facts.document.source
    if not about.published or about.published_basis != "inferred":
        return []
    day = spell(about.published.isoformat())
    return [{"words": "the day of publication", "read as": day, "taken from": "an event of known date that the text names"}]


def _inferred_dates(facts: Facts) -> list[dict[str, Any]]:
    published = facts.document.source.published
    day = f"the day of publication, {spell(published.isoformat())}" if published else "the dates around it"
    return [
        {"words": _words(facts, "dates", row), "read as": stated(facts, "dates", row), "taken from": day}
        for row in facts.rows("dates")
        if row["value"] and days(row["value"]) and not re.search(r"\d{4}", row["quote"])
    ]


def _inferred_metrics(facts: Facts) -> list[dict[str, Any]]:
    rows = {row["id"]: row for row in facts.rows("metrics")}
    return [
        {
            "words": _words(facts, "metrics", row),
            "read as": f"{row['status']}: {row['indicator']}",
            "taken from": stated(facts, "metrics", rows[row["part_of"]], "quote")
            if row["part_of"] in rows
            else "the words around it",
        }
        for row in rows.values()
        if row["indicator"] and " ".join(row["indicator"].split()).lower() not in " ".join(row["quote"].split()).lower()
    ]


def _inferred_speakers(facts: Facts) -> list[dict[str, Any]]:
    return [
        {"words": _opening(facts, row), "read as": f"said by {row['speaker']}", "taken from": person(facts, row["speaker"])}
        for row in facts.rows("statements")
        if row["speaker"] and row["speaker"] not in sentence_of(facts, row["start"])
    ]


def _opening(facts: Facts, row: dict[str, Any]) -> Stated:
    """Return the first words of a statement, as a figure that leads to the whole."""
    words = row["quote"].split()
    opening = " ".join(words[:6]) + (" …" if len(words) > 6 else "")
    return stated(facts, "statements", {**row, "quote": opening})


def _words(facts: Facts, name: str, row: dict[str, Any]) -> Stated:
    return stated(facts, name, row, "quote")


def _covered(spans: list[tuple[int, int]], body: list[Any]) -> int:
    """Count the characters of `body` that lie in any of the spans, each once."""
    return sum(_union([(max(a, s.start), min(b, s.end)) for a, b in spans if a < s.end and s.start < b]) for s in body)


def _union(spans: list[tuple[int, int]]) -> int:
    covered, reached = 0, -1
    for start, end in sorted(spans):
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered
