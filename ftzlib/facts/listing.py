r"""Facts as lines for a terminal.

Leaves    the article's control characters out: no article moves the cursor or colours the screen.
Example   "metrics (1)\n  m1  18-26  40 firms: 40 · firms · reported"
"""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Mapping, Sequence

from ftzlib.facts.reading import Reading
from ftzlib.text.spans import Span

QUOTED = 100  # characters of a row's words


def show(facts: Reading, tables: Sequence[str], tried: Mapping[Span, str] | None = None) -> str:
    """Return tables as text: each row by its id, where it stands, its words and what was read from them.

    With what each number was `tried` with, below each row stands the rule that found it, and with what; numbers that
    no row has close the metrics.
    """
    parts = []
    for table in tables:
        trials = {span.start: (span, trial) for span, trial in (tried or {}).items() if table == "metrics"}
        lines = [f"{table} ({len(facts.records[table])})"]
        for record in facts.records[table]:
            quote = textwrap.shorten(plain(facts.said(record.span)), QUOTED, placeholder=" …")
            head = f"  {record.id}  {record.span.start}-{record.span.end}  "
            lines.append(wrapped(f"{quote}: {facts.in_words(record)}", head, "      "))
            lines += [f"      rule: {plain(record.rule) or '-'}"] if tried is not None else []
            lines += [f"      link: {plain(trials.pop(record.span.start)[1])}"] if record.span.start in trials else []
        lines += [f"  no row  {plain(facts.said(span))}: {plain(trial)}" for span, trial in trials.values()]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def plain(value: object) -> str:
    """Write a value in one line, without signs that steer a terminal or cannot be seen."""
    return " ".join("".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in str(value)).split())


def wrapped(text: str, first: str = "", others: str = "        ") -> str:
    """Write a text without signs that steer, in lines that break at words where the terminal ends, if this is one."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else sys.maxsize
    return textwrap.fill(plain(text), width, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
