"""Frames of pandas, shown and joined: `table` writes any of them out, `within` joins two by the words they stand in.

A row whose index is called ``id`` leads to its words, a row with a ``source_url`` to the page of its source.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ftzlib.evidence.cells import addresses, cell, is_numeric, label, line, linked, source
from ftzlib.evidence.escape import VISIBLE, escape
from ftzlib.evidence.wording import Shown

ROWS = 1000  # a table on a page has no more; the rest is counted
WIDE = 60  # characters of a cell in a terminal
_SOURCE = "source_"


def table(frame: pd.DataFrame | pd.Series[Any], caption: str = "") -> Shown:
    """Show a frame as a table that can be read on a page, in a terminal and by a screen reader.

    Parameters
    ----------
    frame : DataFrame or Series
        Any. An index called ``id`` leads to the words of its rows; where there is a ``source_url``, all columns whose
        names begin with ``source_`` become one link. A plain range of numbers as index is not shown.
    caption : str, optional
        Says what the rows are.

    Returns
    -------
    Shown
        Shows itself in a notebook; ``.html`` and ``.text`` hold the two forms. Of more than 1,000 rows the first
        1,000 are shown, and the rest counted.

    Raises
    ------
    TypeError
        For anything that is no frame.

    Examples
    --------
    >>> frame = pd.DataFrame({"tasks_done": [96, None], "share": [0.90566, 1.0]}, index=["Qingdao", "Yantai"])
    >>> table(frame, "Tasks of two areas")
    Tasks of two areas
             tasks done   share
    Qingdao          96  0.9057
    Yantai            –       1
    """
    whole = as_frame(frame, "table")
    caption = line(caption)
    if not len(whole):
        words = f"{caption}: no rows" if caption else "no rows"
        return Shown(f"<p>{escape(words)}</p>", words)
    columns = [*_index(whole[:ROWS]), *_columns(whole[:ROWS])]
    if len(whole) > ROWS:
        caption = f"{caption} (the first {ROWS:,} of {len(whole):,} rows)".strip()
    heading = f"<caption>{escape(caption)}</caption>" if caption else ""
    name = caption or ", ".join(column.name for column in columns if column.name)
    head = "".join(column.head() for column in columns)
    body = "\n".join(f"<tr>{''.join(column.field(n) for column in columns)}</tr>" for n in range(len(whole[:ROWS])))
    html = (
        f'<div class="ftz-scroll" tabindex="0" role="region" aria-label="{escape(f"Table: {name}")}" '
        f'style="overflow-x:auto">\n<table class="ftz-table">{heading}\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody></table></div>"
    )
    lines = [" ".join(row).rstrip() for row in zip(*(column.lines() for column in columns), strict=True)]
    return Shown(html, "\n".join([caption, *lines] if caption else lines).translate(VISIBLE))


def within(inner: pd.DataFrame, outer: pd.DataFrame, suffix: str = "_outer") -> pd.DataFrame:
    """Join to each row the row of another table whose words contain its own, the shortest where several do.

    Parameters
    ----------
    inner, outer : DataFrame
        Tables of facts, each with `start` and `end`. Where both have a column `document`, only rows of the same
        document contain each other.
    suffix : str
        For columns of `outer` whose name `inner` has too.

    Returns
    -------
    DataFrame
        The rows of `inner`, in their order and with their index; then a column ``within``, the index of the row
        of `outer`, and that row's columns, both missing where no row contains this one.

    Raises
    ------
    ValueError
        Where `start` or `end` is missing, or a name is taken in spite of the suffix.

    Examples
    --------
    >>> sectors = pd.DataFrame({"name": ["finance", "trade"], "start": [5, 40], "end": [12, 45]}, ["c1", "c2"])
    >>> said = pd.DataFrame({"speaker": ["Wang"], "start": [0], "end": [20]}, ["t1"])
    >>> within(sectors, said)[["name", "within", "speaker"]]
           name within speaker
    c1  finance     t1    Wang
    c2    trade    NaN     NaN
    """
    for side, frame in (("inner", inner), ("outer", outer)):
        missing = [name for name in ("start", "end") if name not in as_frame(frame, "within").columns]
        if missing:
            raise ValueError(f"the {side} table has no column {' and no column '.join(missing)}")
    names = {name: f"{name}{suffix}" for name in outer.columns if name in inner.columns or name == "within"}
    found = outer.rename(columns=names).reset_index(drop=True)
    taken = [name for name in ("within", *names.values()) if name in inner.columns]
    if taken:
        raise ValueError(f"the inner table has a column {taken[0]} already: rename it, or give another suffix")
    found.insert(0, "within", outer.index.to_flat_index())
    found = found.reindex(_containing(*_spans(inner, outer)))
    return pd.concat([inner, found.set_axis(inner.index)], axis=1)


def as_frame(data: object, wanted_by: str) -> pd.DataFrame:
    """Return a Series as a frame, a frame as it is, and refuse all else."""
    if isinstance(data, pd.Series):
        return data.to_frame("value" if data.name is None else data.name)
    if not isinstance(data, pd.DataFrame):
        raise TypeError(f"{wanted_by} wants a DataFrame or a Series, not {type(data).__name__}")
    return data


@dataclass(frozen=True)
class _Column:
    """One column of a table: its heading, its cells, and what kind it is."""

    name: str
    cells: list[Shown]
    numeric: bool = False
    heads: bool = False  # its cells head their rows

    def head(self) -> str:
        return f'<th scope="col"{self._style()}>{escape(self.name)}</th>' if self.name else "<td></td>"

    def field(self, row: int) -> str:
        tag, scope = ("th", ' scope="row"') if self.heads else ("td", "")
        return f"<{tag}{scope}{self._style()}>{self.cells[row].html}</{tag}>"

    def _style(self) -> str:
        if self.heads and self.name == "id":
            return ' class="id" style="text-align:left;width:1%"'
        return ' class="num" style="text-align:right"' if self.numeric else ' style="text-align:left"'

    def lines(self) -> list[str]:
        shown = [self.name, *(cell.text for cell in self.cells)]
        shown = [words if len(words) <= WIDE else f"{words[: WIDE - 1]}…" for words in shown]
        width = max(map(len, shown)) + (not self.heads)
        return [words.rjust(width) if self.numeric or not self.heads else words.ljust(width) for words in shown]


def _index(frame: pd.DataFrame) -> Iterator[_Column]:
    index = frame.index
    if isinstance(index, pd.RangeIndex) and index.name is None:
        return
    for level in range(index.nlevels):
        values = index.get_level_values(level)
        name = "" if values.name is None else label(values.name)
        cells = [cell(value, name) for value in values]
        if values.name == "id":
            leads = addresses(frame)
            cells = [linked(known, lead) if lead else known for known, lead in zip(cells, leads, strict=True)]
        yield _Column(name, cells, is_numeric(values), heads=True)


def _columns(frame: pd.DataFrame) -> Iterator[_Column]:
    """Give the columns by position, since two may have one name; what tells of the source is one column."""
    sourced = "source_url" in frame.columns
    of_source = [sourced and str(name).startswith(_SOURCE) for name in frame.columns]
    for place, name in enumerate(frame.columns):
        values = frame.iloc[:, place]
        if not of_source[place]:
            yield _Column(label(name), [cell(value, label(name)) for value in values], is_numeric(values))
        elif place == of_source.index(True):
            told = frame.loc[:, of_source]
            rows = (dict(zip(told.columns, row, strict=True)) for row in told.itertuples(index=False, name=None))
            yield _Column("source", [source(row) for row in rows])


def _spans(inner: pd.DataFrame, outer: pd.DataFrame) -> list[npt.NDArray[np.int64]]:
    """Return starts and ends of both tables, those of each document behind those of the one before."""
    sides = [inner, outer]
    shift = np.zeros(len(inner) + len(outer), dtype=np.int64)
    if all("document" in side.columns for side in sides):
        documents = pd.factorize(pd.concat([side["document"] for side in sides], ignore_index=True))[0]
        shift = documents * (1 + max((int(side["end"].max()) for side in sides if len(side)), default=0))
    shifts = [shift[: len(inner)], shift[len(inner) :]]
    return [
        side[name].to_numpy("int64") + by for side, by in zip(sides, shifts, strict=True) for name in ("start", "end")
    ]


def _containing(
    starts: npt.NDArray[np.int64],
    ends: npt.NDArray[np.int64],
    outer_starts: npt.NDArray[np.int64],
    outer_ends: npt.NDArray[np.int64],
) -> list[int]:
    """Return for each span the position of the shortest outer span that contains it, or -1.

    Spans are taken from the last end to the first, so that all outer spans met so far end late enough; a Fenwick
    tree over their starts then gives the shortest of those that start early enough.
    """
    known = np.unique(outer_starts)
    rank = (np.searchsorted(known, outer_starts) + 1).tolist()
    early = np.searchsorted(known, starts, side="right").tolist()
    lengths, waiting = (outer_ends - outer_starts).tolist(), np.argsort(outer_ends, kind="stable").tolist()
    shortest: list[tuple[float, int]] = [(math.inf, -1)] * (len(known) + 1)
    found = [-1] * len(starts)
    for span in np.argsort(-ends, kind="stable").tolist():
        while waiting and outer_ends[waiting[-1]] >= ends[span]:
            outer = waiting.pop()
            at = rank[outer]
            while at < len(shortest):
                shortest[at] = min(shortest[at], (lengths[outer], outer))
                at += at & -at
        best, at = (math.inf, -1), early[span]
        while at:
            best = min(best, shortest[at])
            at &= at - 1
        found[span] = best[1]
    return found
