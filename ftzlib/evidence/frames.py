"""Frames of pandas, shown and joined: `table` writes any of them out, `within` joins two by the words they stand in.

A row whose index is called ``id`` leads to its words, a row with a ``source_url`` to the page of its source.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from ftzlib.evidence.claims import corrected, is_empty, leading
from ftzlib.evidence.escape import VISIBLE, as_csv, escape, web
from ftzlib.evidence.values import Value, is_number
from ftzlib.evidence.wording import Shown, bare, number, scrolling, whole

NONE = "–"  # what is not there
#: Of the facts, behind the document where there are several; ids of the reference begin with a capital.
_ID = re.compile(r"(?:.*/)?[a-z]+\d+")
_DAY = re.compile(r"^\d{4}-\d\d(-\d\d)?$")
_UNBROKEN = r'<span class="day" style="white-space:nowrap">\g<0></span>'  # a line may end at any of its hyphens
_LEADS = ("source_url", "id")  # columns, or levels of the index, that say where a row leads
ROWS = 1000  # a table on a page has no more; the rest is counted
WIDE = 60  # characters of a cell in a terminal
#: Characters of its longest cell from which on a column wants room; what is short is never broken.
KINDS = {"prose": 100, "long": 25, "middle": 13, "short": 0}
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
        1,000 are shown, and the rest counted. ``.csv`` holds all rows and columns, numbers and addresses in full.

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
    rows = zip(*(column.fields() for column in columns), strict=True)
    body = "\n".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    html = f'\n<table class="ftz-table">{heading}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>'
    lines = [" ".join(row).rstrip() for row in zip(*(column.lines() for column in columns), strict=True)]
    text = "\n".join([caption, *lines] if caption else lines).translate(VISIBLE)
    return Shown(scrolling(html, f"Table: {name}"), text, _csv(whole))


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
    found = found.reindex(_containing(inner, outer))
    return pd.concat([inner, found.set_axis(inner.index)], axis=1)


def as_frame(data: object, wanted_by: str) -> pd.DataFrame:
    """Return a Series as a frame, a frame as it is, and refuse all else."""
    if isinstance(data, pd.Series):
        return data.to_frame("value" if data.name is None else data.name)
    if not isinstance(data, pd.DataFrame):
        raise TypeError(f"{wanted_by} wants a DataFrame or a Series, not {type(data).__name__}")
    return data


def _csv(frame: pd.DataFrame) -> str:
    """Return all rows as CSV; a value that is a range, or has no number, in its words."""
    rows = frame.reset_index(allow_duplicates=True) if levels(frame) else frame
    names = [line(str(name)) for name in rows.columns]
    return as_csv([names, *(map(_field, row) for row in rows.itertuples(index=False, name=None))])


def _field(value: Any) -> Any:
    if isinstance(value, Value):
        exact = value.low == value.high and value.unit not in ("date", "text")
        return whole(value.low) if exact else format(value)
    words = written(value)
    if words == NONE:
        return ""
    return whole(float(value)) if is_number(value) else words


@dataclass(frozen=True)
class _Column:
    """One column of a table: its heading, its cells, and what kind it is."""

    name: str
    cells: list[str]  # as HTML
    numeric: bool = False
    heads: bool = False  # its cells head their rows

    def head(self) -> str:
        return f'<th scope="col"{self._style()}>{escape(self.name)}</th>' if self.name else "<td></td>"

    def fields(self) -> list[str]:
        tag, scope = ("th", ' scope="row"') if self.heads else ("td", "")
        style = self._style()
        return [f"<{tag}{scope}{style}>{cell}</{tag}>" for cell in self.cells]

    def _style(self) -> str:
        if self.heads and self.name == "id":
            return ' class="id" style="text-align:left;width:1%"'
        if self.numeric:
            return ' class="num" style="text-align:right"'
        longest = max(len(bare(cell)) for cell in self.cells)
        kind = next(name for name, least in KINDS.items() if longest >= least)
        return f' class="{kind}" style="text-align:left"'

    def lines(self) -> list[str]:
        shown = [self.name, *map(bare, self.cells)]
        shown = [words if len(words) <= WIDE else f"{words[: WIDE - 1]}…" for words in shown]
        width = max(map(len, shown)) + (not self.heads)
        return [words.rjust(width) if self.numeric or not self.heads else words.ljust(width) for words in shown]


def _index(frame: pd.DataFrame) -> Iterator[_Column]:
    for values in levels(frame):
        name = "" if values.name is None else label(values.name)
        cells = [cell(value, name) for value in values]
        if values.name == "id":
            known = zip(cells, addresses(frame), kept(frame, "rules_read"), strict=True)
            cells = [linked(words, lead) + corrected(read) for words, lead, read in known]
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


def _containing(inner: pd.DataFrame, outer: pd.DataFrame) -> list[int]:
    """Return for each row the position of the shortest row of `outer` whose words contain its own, or -1."""
    names = ["start", "end", *({"document"} & set(inner.columns) & set(outer.columns))]
    order = np.argsort((outer["end"] - outer["start"]).to_numpy("int64"), kind="stable")
    starts, ends, *documents = (outer[name].to_numpy()[order] for name in names)
    found = []
    for start, end, *document in inner[names].itertuples(index=False):
        holds = (starts <= start) & (end <= ends)
        for others, own in zip(documents, document, strict=True):
            holds &= others == own
        found.append(int(order[holds.argmax()]) if holds.any() else -1)
    return found


# What stands in one field, as words and as HTML, and where a row leads.


def cell(value: Any, name: str = "") -> str:
    """Write one value as HTML; `name` is its column's, which tells years and addresses from other numbers and words."""
    words = escape(written(value, name))
    if isinstance(value, str) and name.endswith("url") and (address := web(value)):
        return linked(escape(host(address)), address)
    return leading(value, words) if isinstance(value, Value) and value else words


def written(value: Any, name: str = "") -> str:
    """Write one value as words: *1,234*, *1.2 trillion*, *2020-11-05*, *yes*, *a, b*, and a dash for none."""
    match value:
        case bool() | np.bool_():
            return "yes" if value else "no"
        case str():
            return line(value)
        case set() | frozenset():
            return ", ".join(sorted(written(item, name) for item in value)) or NONE
        case Mapping():
            return ", ".join(f"{written(key)}: {written(item)}" for key, item in value.items()) or NONE
        case _ if pd.api.types.is_list_like(value):
            return ", ".join(written(item, name) for item in value) or NONE
        case _ if is_empty(value):
            return NONE
        case np.timedelta64():  # to numpy an integer
            return _moment(value)
        case Real():
            return _number(value, name)
    return _moment(value)


def addresses(frame: pd.DataFrame) -> list[str | None]:
    """Return for each row where it leads: to the page of its source, to its words on this page, or nowhere."""
    found: dict[Any, Any] = {name: frame[name] for name in frame.columns} if frame.columns.is_unique else {}
    found |= {name: frame.index.get_level_values(name) for name in frame.index.names if name in _LEADS}
    pages, ids = (found.get(name, [None] * len(frame)) for name in _LEADS)
    return [web(page) or _anchor(known) for page, known in zip(pages, ids, strict=True)]


def kept(frame: pd.DataFrame, name: str) -> list[str]:
    """Return for each row the words of a column that leads back to the source, or nothing."""
    has = frame.columns.is_unique and name in frame.columns
    return [line(words) if isinstance(words, str) else "" for words in (frame[name] if has else [""] * len(frame))]


def levels(frame: pd.DataFrame) -> list[pd.Index[Any]]:
    """Return the levels of an index that tells more than the order of its rows."""
    plain = isinstance(frame.index, pd.RangeIndex) and frame.index.name is None
    return [] if plain else [frame.index.get_level_values(level) for level in range(frame.index.nlevels)]


def label(name: Hashable) -> str:
    """Return a column's name as words."""
    parts = name if isinstance(name, tuple) else (name,)
    return ", ".join(filter(None, (line(str(part).replace("_", " ")) for part in parts)))


def line(words: str) -> str:
    """Return words on one line, without white space around them."""
    return " ".join(words.split())


def is_numeric(values: Collection[Any]) -> bool:
    """Tell whether all values that are there are numbers."""
    there = [value for value in values if not is_empty(value)]
    return bool(there) and all(map(is_number, there))


def source(row: Mapping[str, Any]) -> str:
    """Write where a row of another source comes from, linked to its page."""
    told = [row.get(f"source_{part}") for part in ("publisher", "date")]
    page = web(row["source_url"])
    words = [_DAY.sub(_UNBROKEN, escape(written(part))) for part in told if not is_empty(part)]
    return linked(", ".join(words) or escape(host(page) if page else NONE), page)


def linked(words: str, lead: str | None) -> str:
    """Lead from a cell to words on this page, to a page of others, or nowhere."""
    kind = "stated" if lead and lead.startswith("#") else "reference"
    return f'<a class="ftz-{kind}" href="{escape(lead)}">{words}</a>' if lead else words


def host(address: str) -> str:
    """Return whose page an address is of: *www.shine.cn*."""
    return address.split("/")[2]


def _anchor(known: object) -> str | None:
    return f"#{known}" if isinstance(known, str) and _ID.fullmatch(known) else None


def _number(value: Any, name: str) -> str:
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == int(value) and re.search(r"(^|[_ ])year$", name, re.IGNORECASE):
        return str(int(value))
    if abs(value) >= 10**9:
        return number(value)
    return f"{value:.4g}" if value != int(value) and abs(value) < 1000 else f"{value:,.0f}"


def _moment(value: Any) -> str:
    """Write a day, a moment, a length of time; and anything else as it writes itself."""
    if isinstance(value, dt.timedelta | np.timedelta64):
        length = pd.Timedelta(value)
        whole = length == pd.Timedelta(days=length.days)
        return f"{length.days:,} day{'' if length.days == 1 else 's'}" if whole else str(length)
    if isinstance(value, np.datetime64):
        value = pd.Timestamp(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes").removesuffix(" 00:00")
    return line(str(value)) or NONE
