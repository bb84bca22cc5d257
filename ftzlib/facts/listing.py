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
from typing import Any

from ftzlib.facts.records import COLUMNS
from ftzlib.facts.tables import Facts

NARROWEST, WIDEST = 100, 200  # of a table
LEAST = 6  # of a column


def show(facts: Facts, tables: Sequence[str], *, explain: bool = False) -> str:
    """Return tables as text, each column as wide as it needs, the widest cut to fit the terminal.

    To `explain` them, below each row stands the rule that found it.
    """
    width = min(max(shutil.get_terminal_size((120, 24)).columns, NARROWEST), WIDEST)
    return "\n\n".join(_table(facts, name, width, explain) for name in tables)


def _table(facts: Facts, table: str, width: int, explain: bool) -> str:
    rows = [_cells(row) for row in facts.rows(table)]
    names = ("id", *COLUMNS[table], "at", "quote")
    columns = [[name, *(row[name] for row in rows)] for name in names]
    columns = [column for column in columns if {*column[1:]} - {"-"}]
    widths = _widths([max(map(len, column)) for column in columns], width - 2)
    cut = [[_fit(cell, most) for cell in column] for column, most in zip(columns, widths, strict=True)]
    lines = [f"  {'  '.join(line)}".rstrip() for line in zip(*cut, strict=True)]
    if explain:
        told = zip(lines[1:], facts.records[table], strict=True)
        lines[1:] = [f"{line}\n      rule: {plain(record.rule) or '-'}" for line, record in told]
    return "\n".join([f"{table} ({len(rows)})", *lines])


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
