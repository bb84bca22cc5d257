"""What the words alone do not give: inferred values, fields that stay open, facts that do not add up.

Finds     each inferred value with what it was taken from; the fields that rows leave empty; each finding with
          the words that it concerns.
Leaves    the facts as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ftzlib.evidence.days import days, spell
from ftzlib.evidence.figures import Stated
from ftzlib.facts.records import PREFIXES
from ftzlib.stories.sources import opening, person, sentence_of, stated

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

#: Fields that a reader would look for, and what it means that one is empty.
_OPEN = (
    ("metrics", "speaker", "who gives a figure"),
    ("dates", "value", "which day a date means"),
    ("people", "role", "what a person is"),
    ("events", "date", "when an event takes place"),
    ("statements", "speaker", "who speaks"),
    ("commitments", "actor", "who is to keep a promise"),
)


def inferences(facts: Facts) -> list[dict[str, Any]]:
    """Return each value that its words alone do not give: the words, how they were read, from what."""
    return [*_day(facts), *_dates(facts), *_metrics(facts), *_speakers(facts)]


def silences(facts: Facts) -> list[dict[str, Any]]:
    """Return what the facts leave open as rows: what is not said, in how many rows, in which."""
    found = []
    for name, field, what in _OPEN:
        rows = facts.rows(name)
        empty = [_opening(facts, name, row) for row in rows if row[field] is None]
        if empty:
            found.append({"what is not said": what, "how often": f"{len(empty)} of {len(rows)}", "where": empty})
    return found


def findings(facts: Facts) -> list[dict[str, Any]]:
    """Return what does not add up as rows, each with the words that it concerns."""
    tables = [name for name in PREFIXES if name != "findings"]
    words = {row["id"]: stated(facts, name, row, "quote") for name in tables for row in facts.rows(name)}
    return [
        {
            "what was seen": row["message"],
            "the words concerned": [words[ref] for ref in row["refs"] or () if ref in words]
            or " ".join(row["quote"].split()),
        }
        for row in facts.rows("findings")
    ]


def _day(facts: Facts) -> list[dict[str, Any]]:
    about = facts.document.source
    if not about.published or about.published_basis != "inferred":
        return []
    taken = "an event of known date that the text names"
    return [
        {
            "words": "the day of publication",
            "read as": spell(about.published.isoformat()),
            "taken from": taken,
        }
    ]


def _dates(facts: Facts) -> list[dict[str, Any]]:
    published = facts.document.source.published
    day = f"the day of publication, {spell(published.isoformat())}" if published else "the dates around it"
    return [
        {
            "words": stated(facts, "dates", row, "quote"),
            "read as": stated(facts, "dates", row),
            "taken from": day,
        }
        for row in facts.rows("dates")
        if row["value"] and days(row["value"]) and row["value"][:4] not in row["quote"]
    ]


def _metrics(facts: Facts) -> list[dict[str, Any]]:
    rows = {row["id"]: row for row in facts.rows("metrics")}
    return [
        {
            "words": stated(facts, "metrics", row, "quote"),
            "read as": f"{row['indicator']}, {row['status']}",
            "taken from": stated(facts, "metrics", rows[row["part_of"]], "quote")
            if row["part_of"] in rows
            else "the words around it",
        }
        for row in rows.values()
        if row["indicator"] and _flat(row["indicator"]) not in _flat(row["quote"])
    ]


def _speakers(facts: Facts) -> list[dict[str, Any]]:
    return [
        {
            "words": _opening(facts, "statements", row),
            "read as": f"said by {row['speaker']}",
            "taken from": person(facts, row["speaker"]),
        }
        for row in facts.rows("statements")
        if row["speaker"] and _flat(row["speaker"]) not in _flat(sentence_of(facts, row["start"]))
    ]


def _opening(facts: Facts, name: str, row: dict[str, Any]) -> Stated:
    """Return the first words of a row, as a figure that leads to the whole."""
    return stated(facts, name, {**row, "quote": opening(row["quote"])}, "quote")


def _flat(words: str) -> str:
    return " ".join(words.lower().split())
