"""Rows as a table that can be read on a page, in a terminal and by a screen reader.

Finds     rows as dicts, whose values are figures, words or numbers; every cell is escaped, every figure
          linked.
Leaves    no table without a row: a sentence stands in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ftzlib.evidence.claims import paragraph
from ftzlib.evidence.escape import escape
from ftzlib.evidence.links import show
from ftzlib.evidence.wording import Shown, sentence


def table(rows: Iterable[Mapping[str, Any]], caption: str, otherwise: str | None = None) -> Shown:
    """Return rows as a table with a caption and scoped headers; numbers stand to the right.

    Parameters
    ----------
    rows : iterable of mapping
        All with the same keys, which become the headers; the first column heads its row.
    otherwise : str, optional
        The sentence for no rows.
    """
    listed = list(rows)
    if not listed:
        return paragraph(otherwise or f"The source has nothing for this table: {caption[:1].lower()}{caption[1:]}.")
    names = list(listed[0])
    numeric = {name for name in names if _is_numeric([row[name] for row in listed if row[name] != ""])}
    cells = [[_cell(row[name]) for name in names] for row in listed]
    head = "".join(f'<th scope="col"{_side(name in numeric)}>{escape(sentence(name))}</th>' for name in names)
    body = "\n".join(f"<tr>{_row(names, line, numeric)}</tr>" for line in cells)
    html = (
        f'<div class="ftz-scroll" tabindex="0" role="region" aria-label="Table: {escape(caption)}" '
        f'style="overflow-x:auto">\n<table class="ftz-table"><caption>{escape(caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )
    lines = [" | ".join(names), *(" | ".join(cell.text for cell in line) for line in cells)]
    return Shown(html, "\n".join([caption, *lines]))


def _cell(value: Any) -> Shown:
    shown = show(value) if value not in (None, []) else None
    return shown if isinstance(shown, Shown) else Shown("not stated", "not stated")


def _row(names: list[str], cells: list[Shown], numeric: set[str]) -> str:
    first = f'<th scope="row"{_side(names[0] in numeric)}>{cells[0].html}</th>'
    return first + "".join(
        f"<td{_side(name in numeric)}>{cell.html}</td>" for name, cell in zip(names[1:], cells[1:], strict=True)
    )


def _side(numeric: bool) -> str:
    return ' class="num" style="text-align:right"' if numeric else ' style="text-align:left"'


def _is_numeric(values: list[Any]) -> bool:
    return bool(values) and all(map(_is_number, values))


def _is_number(value: Any) -> bool:
    inner = getattr(value, "value", value)
    return isinstance(inner, int | float) and not isinstance(inner, bool)
