r"""Facts as lines for a terminal.

Leaves    the article's control characters out: no article moves the cursor or colours the screen.
Example   "metrics (1)\n  m1  18-26  40 firms: 40 · firms · reported"
"""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Sequence

from ftzlib.facts.reading import Reading

QUOTED = 100  # characters of a row's words


def show(facts: Reading, tables: Sequence[str], *, explain: bool = False) -> str:
    """Return tables as text: each row by its id, where it stands, its words and what was read from them.

    To `explain` them, below each row stands the rule that found it.
    """
    parts = []
    for table in tables:
        lines = [f"{table} ({len(facts.records[table])})"]
        for record in facts.records[table]:
            quote = textwrap.shorten(plain(facts.said(record.span)), QUOTED, placeholder=" …")
            head = f"  {record.id}  {record.span.start}-{record.span.end}  "
            lines.append(wrapped(f"{quote}: {facts.in_words(record)}", head, "      "))
            lines += [f"      rule: {plain(record.rule) or '-'}"] if explain else []
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def plain(value: object) -> str:
    """Write a value in one line, without signs that steer a terminal or cannot be seen."""
    return " ".join("".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in str(value)).split())


def wrapped(text: str, first: str = "", others: str = "        ") -> str:
    """Write a text without signs that steer, in lines that break at words where the terminal ends, if this is one."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else sys.maxsize
    return textwrap.fill(plain(text), width, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
