r"""Facts as plain columns for a terminal.

Leaves    the article's control characters out: no article moves the cursor or colours the screen.
Example   "metrics (1)\n  id  value  unit   ..."
"""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from ftzlib.facts.records import COLUMNS
from ftzlib.facts.tables import Facts

NARROWEST, WIDEST = 100, 200  # of a table
LEAST = 6  # of a column


class Trial(NamedTuple):
    """One number's search for what it goes back to."""

    id: str | None  # of its row; None for a number that was dropped
    quote: str
    candidates: tuple[str, ...]  # nearest first, each with why it was passed over or taken


def show(facts: Facts, tables: Sequence[str], *, trials: Sequence[Trial] | None = None) -> str:
    """Return tables as text, each column as wide as it needs, the widest cut to fit the terminal.

    With `trials` it is said behind each table which rule found each row and, for links, what was looked at and taken.
    """
    width = min(max(shutil.get_terminal_size((120, 24)).columns, NARROWEST), WIDEST)
    parts = []
    for name in tables:
        parts.append(_table(facts, name, width))
        if trials is not None and facts.records[name]:
            parts.append(_reasons(facts, name, trials if name == "metrics" else ()))
    return "\n\n".join(parts)


def _reasons(facts: Facts, name: str, trials: Sequence[Trial]) -> str:
    tried = {trial.id: trial.candidates for trial in trials}
    told = [
        (record.id, record.span.of(facts.document.text), (f"rule: {record.rule or '-'}", *tried.get(record.id, ())))
        for record in facts.records[name]
    ]
    told += [("no row", trial.quote, trial.candidates) for trial in trials if trial.id is None]
    lines = [f"why these {name}"]
    for id, quote, reasons in told:
        lines += [f"  {id}  {plain(quote)}", *(f"      {plain(reason)}" for reason in reasons)]
    return "\n".join(lines)


def _table(facts: Facts, table: str, width: int) -> str:
    rows = [_cells(row) for row in facts.rows(table)]
    names = ("id", *COLUMNS[table], "at", "quote")
    columns = [[name, *(row[name] for row in rows)] for name in names]
    columns = [column for column in columns if {*column[1:]} - {"-"}]
    widths = _widths([max(map(len, column)) for column in columns], width - 2)
    cut = [[_fit(cell, most) for cell in column] for column, most in zip(columns, widths, strict=True)]
    body = [f"  {'  '.join(line)}".rstrip() for line in zip(*cut, strict=True)]
    return "\n".join([f"{table} ({len(rows)})", *body])


def _cells(row: dict[str, Any]) -> dict[str, str]:
    words = {name: "-" if value is None or value == () else plain(value) for name, value in row.items()}
    return words | {"at": f"{row['start']}-{row['end']}"}


def plain(value: Any) -> str:
    """Write a value in one line, without signs that steer a terminal or cannot be seen."""
    text = ", ".join(value) if isinstance(value, tuple) else str(value)
    return " ".join("".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text).split())


def _widths(wanted: list[int], width: int) -> list[int]:
    """Take from the widest column until all fit."""
    given = list(wanted)
    while sum(given) + 2 * (len(given) - 1) > width and max(given) > LEAST:
        given[given.index(max(given))] -= 1
    return given


def _fit(text: str, width: int) -> str:
    return f"{text[: width - 1]}…" if len(text) > width else text.ljust(width)


def wrapped(text: str, first: str = "", others: str = "        ") -> str:
    """Write a text without signs that steer, in lines that break at words where the terminal ends, if this is one."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else sys.maxsize
    return textwrap.fill(plain(text), width, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
