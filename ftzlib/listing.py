r"""Facts as plain columns for a terminal.

Leaves    the article's control characters out: no article moves the cursor or colours the screen.
Example   "metrics (1)\n  id  value  unit   ..."
"""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Sequence
from typing import Any

from ftzlib.facts import Facts
from ftzlib.records import TABLES, columns

NARROWEST, WIDEST = 100, 200  # of a table
LEAST = 6  # of a column


def show(facts: Facts, tables: Sequence[str], *, explain: bool = False) -> str:
    """Return tables as text, each column as wide as it needs, the widest cut to fit the terminal.

    Parameters
    ----------
    facts : Facts
    tables : sequence of str
        Names of the tables, in order.
    explain : bool
        Add the name of the rule that found each row.
    """
    width = min(max(shutil.get_terminal_size((120, 24)).columns, NARROWEST), WIDEST)
    return "\n\n".join(_table(facts, name, width, explain) for name in tables)


def _table(facts: Facts, name: str, width: int, explain: bool) -> str:
    rows = [_cells(row) for row in facts.rows(name)]
    if explain:
        for cells, record in zip(rows, facts.records[name], strict=True):
            cells["rule"] = record.rule or "-"
    names = ["id", *columns(TABLES[name]), *(["rule"] if explain else []), "at", "quote"]
    shown = [n for n in names if n == "id" or any(row[n] != "-" for row in rows)]
    widths = _widths({n: max([len(n), *(len(row[n]) for row in rows)]) for n in shown}, width - 2)
    lines = [{n: n for n in shown}, *rows] if rows else []
    body = ["  " + "  ".join(_fit(line[n], widths[n]) for n in shown).rstrip() for line in lines]
    return "\n".join([f"{name} ({len(rows)})", *body])


def _cells(row: dict[str, Any]) -> dict[str, str]:
    words = {name: "-" if value is None or value == () else _plain(value) for name, value in row.items()}
    return words | {"at": f"{row['start']}-{row['end']}"}


def _plain(value: Any) -> str:
    text = ", ".join(value) if isinstance(value, tuple | list) else str(value)
    text = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    return " ".join(text.split())


def _widths(wanted: dict[str, int], width: int) -> dict[str, int]:
    """Take from the widest column until all fit."""
    given = dict(wanted)
    while sum(given.values()) + 2 * (len(given) - 1) > width:
        widest = max(given, key=lambda name: given[name])
        if given[widest] <= LEAST:
            break
        given[widest] -= 1
    return given


def _fit(text: str, width: int) -> str:
    return f"{text[: width - 1]}…" if len(text) > width else text.ljust(width)
