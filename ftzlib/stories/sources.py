"""Rows of the facts as figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ftzlib.evidence.figures import Missing, Stated

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

#: Which column of each table is its value, where it is not the quotation.
VALUES = {"metrics": "value", "dates": "value", "people": "name", "zones": "name", "sectors": "name"}


def stated(facts: Facts, table: str, row: Mapping[str, Any], column: str | None = None) -> Stated:
    """Return one field of a row as a figure, with the sentence that it stands in.

    Parameters
    ----------
    table, row
        The table's name, and one of `facts.rows(table)`.
    column : str, optional
        By default the table's own value (a number, a date, a name), else the quotation.
    """
    value = row.get(column or VALUES.get(table, "quote"))
    return Stated(
        id=row["id"],
        value=row["quote"] if value is None else value,
        quote=row["quote"],
        sentence=sentence_of(facts, row["start"]),
        unit=row.get("unit") if table == "metrics" else None,
        mod=row.get("mod") if table in ("metrics", "dates") else None,
    )


def every(facts: Facts, table: str) -> list[Stated]:
    """Return each row of a table as a figure."""
    return [stated(facts, table, row) for row in facts.rows(table)]


def sentence_of(facts: Facts, start: int) -> str:
    """Return the sentence that the character at `start` stands in, on one line."""
    for sentence in facts.sentences:
        if sentence.span.start <= start < sentence.span.end:
            return " ".join(sentence.span.of(facts.document.text).split())
    return ""


def opening(words: str, length: int = 5) -> str:
    """Return the first words of a clause, by which a reader knows it again."""
    given = words.split()
    return " ".join(given[:length]) + (" …" if len(given) > length else "")


def person(facts: Facts, name: str | None) -> Stated | str | Missing:
    """Return a speaker or actor as a figure where the text introduces a person of that name."""
    if name is None:
        return Missing("The source does not say who says so.")
    rows = [row for row in facts.rows("people") if row["name"] == name]
    return stated(facts, "people", rows[0]) if rows else name
