"""Which row of a frame each mark and label of a chart stands for.

A mark is known by what it shows: a bar by its length and its category, a dot by its two places, words by what they
say and where. Where exactly one row has all of that the mark leads to that row; else it leads nowhere.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.category import StrCategoryFormatter
from matplotlib.collections import PathCollection
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle, Wedge
from matplotlib.text import Annotation, Text
from matplotlib.ticker import FixedFormatter

from ftzlib.evidence.frames import addresses, kept, label, levels, line, written
from ftzlib.evidence.svg import Link
from ftzlib.evidence.values import Value, is_number

TOLD = 12  # rows that are read out
#: Columns that a chart does not draw.
_KEPT = ("id", "document", "start", "end", "sentence", "quote", "basis", "rules_read")
_NUMBER = re.compile(r"(?<![\w.,])[-−]?\d[\d,]*(?:\.\d+)?(?:\s?%)?(?![\w.,]*\d)")
_WHOLE = re.compile(r"100(\.0+)?\s?%")  # how an axis writes 1 that writes shares in percent
Place: TypeAlias = Callable[[float, float], list[str]]


class Rows:
    """The rows of a frame by what stands in them; a row that is found is given as its address in the picture."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self._leads, self._quotes, self._read = addresses(frame), kept(frame, "quote"), kept(frame, "rules_read")
        self._led: dict[str, int] = {}  # rows by the addresses that were given
        self._shown: set[int] = set()  # columns that marks were known by
        self._percent: set[int] = set()  # columns that the chart shows in percent
        self._places: dict[str, dict[int, set[int]]] = {}  # what is drawn, its rows, its columns in each
        drawn = [n for n, name in enumerate(frame.columns) if name not in _KEPT and not str(name).startswith("source_")]
        self._names = [label(frame.columns[n]) for n in drawn]
        self._levels = [[*level] for level in levels(frame)]
        self._columns = [*([*frame.iloc[:, n]] for n in drawn), *self._levels]
        for column, values in enumerate(self._columns):
            for row, value in enumerate(values):
                for fact in _facts(value):
                    self._places.setdefault(fact, {}).setdefault(row, set()).add(column)

    def find(self, facts: Iterable[str]) -> str | None:
        """Return the one row that has all of some words and numbers, or nothing."""
        return self._address(self._having(facts))

    def say(self, words: str, place: list[str]) -> str | None:
        """Return the one row that words are about: drawn at their place with the numbers in them, or so named."""
        numbers = _NUMBER.findall(words)
        drawn = {row for row in self._having(place) if all(self._shows(row, number) for number in numbers)}
        return self._address(drawn or self._having([] if numbers == [words] else [words]))

    def links(self) -> dict[str, Link]:
        """Return where each address that was given leads, and what stands under a pointer there."""
        return {address: self._link(row) for address, row in self._led.items()}

    def write_shares(self, low: float, high: float) -> None:
        """Read in percent what is drawn along an axis of shares, which reaches from `low` to `high`."""
        for column in self._shown:
            if all(low <= size <= high for size in map(_size, self._columns[column]) if size is not None):
                self._percent.add(column)

    def tell(self, row: int) -> str:
        """Read a row out: its name, and its values with theirs."""
        cells = [(n, self._columns[n][row]) for n in range(len(self._names))]
        known = [(column, value) for column, value in cells if column in self._shown] or cells
        named = [value for _, value in known if isinstance(value, str)]
        named = named or [value for _, value in cells if isinstance(value, str)][:1]
        if self._levels and self.frame.index.name != "id":
            named = [", ".join(written(values[row]) for values in self._levels)]
        values = [self._written(*cell) for cell in known if _facts(cell[1]) and not isinstance(cell[1], str)]
        names = dict.fromkeys(map(written, named[:2]))
        return ": ".join(filter(None, (", ".join(names), ", ".join(values[:4]))))

    def alt(self) -> str:
        """Read the first rows out."""
        count = len(self.frame)
        told = [f"{words}." for row in range(min(count, TOLD)) if (words := self.tell(row))]
        more = [f"And {count - TOLD:,} more."] if count > TOLD else []
        return " ".join([f"{count:,} row{'' if count == 1 else 's'}.", *told, *more])

    def _having(self, facts: Iterable[str]) -> set[int]:
        """Return the row that has all of some words and numbers, if there is just one."""
        found = sorted((self._places.get(fact, {}) for fact in facts), key=len)
        rows = {row for row in found[0] if all(row in places for places in found)} if found else set()
        if len(rows) != 1:
            return set()
        self._shown |= {column for places in found for row in rows for column in places[row]}
        return rows

    def _address(self, rows: set[int]) -> str | None:
        """Return an address that stands for the one row of a set, if it leads anywhere."""
        if len(rows) != 1 or not self._leads[row := rows.pop()]:
            return None
        self._led[address := f"ftz:{row}"] = row
        return address

    def _link(self, row: int) -> Link:
        told, read = self._quotes[row] or self.tell(row), self._read[row]
        note = f"; corrected by hand, the rules read {read}" if read else ""
        return Link(self._leads[row] or "", told + note, corrected=bool(read))

    def _shows(self, row: int, words: str) -> bool:
        """Tell whether a row holds a number as it is written, rounded or in percent."""
        bare = re.sub(r"[,%\s]", "", words).replace("−", "-")
        number, margin = float(bare), 0.5000001 * 10.0 ** -len(bare.partition(".")[2])
        sizes = {n: size for n, values in enumerate(self._columns) if (size := _size(values[row])) is not None}
        shares = {column for column, size in sizes.items() if "%" in words and abs(100 * size - number) <= margin}
        self._percent |= shares
        return bool(shares) or any(abs(size - number) <= margin for size in sizes.values())

    def _written(self, column: int, value: Any) -> str:
        name, words = self._names[column], written(value, self._names[column])
        if column in self._percent and (size := _size(value)) is not None:
            words = f"{100 * size:.1f}".removesuffix(".0") + "%"
        return f"{name} {words}"


def lead(drawn: Figure, rows: Rows) -> dict[str, Link]:
    """Give each mark and label that stands for one row an address, and return what each address stands for."""
    for axes in drawn.axes:
        _lead_marks(axes, rows)
    for text in _names(drawn):
        text.set_url(rows.find([line(text.get_text())]))
    for axis in axes_of(drawn):
        if _WHOLE.fullmatch(axis.get_major_formatter()(1, 0)):
            rows.write_shares(*sorted(axis.get_view_interval()))
    return rows.links()  # what is read out of a row is known only now that all marks are


def axes_of(drawn: Figure) -> list[Axis]:
    """Return every axis along which something is drawn."""
    return [axis for axes in drawn.axes for axis in (axes.xaxis, axes.yaxis)]


def _lead_marks(axes: Axes, rows: Rows) -> None:
    across, upright = categories(axes.xaxis), categories(axes.yaxis)
    place = _placed(across, upright)
    for patch in filter(Artist.get_visible, axes.patches):
        shown = _shown(patch, place, along_x=not across, along_y=not upright)
        patch.set_url(next(filter(None, map(rows.find, shown)), None))
    for dots in (part for part in axes.collections if isinstance(part, PathCollection)):
        points = np.ma.filled(np.ma.asarray(dots.get_offsets(), dtype=float), np.nan).tolist()
        found = [rows.find(place(x, y)) for x, y in points]
        dots.set_urls(found if any(found) else [None])
    for text in filter(Artist.get_visible, axes.texts):
        at = _stands(text, axes)
        text.set_url(rows.say(line(text.get_text()), place(*at) if at else []))


def _names(drawn: Figure) -> list[Text]:
    named = [text for axis in axes_of(drawn) if categories(axis) for text in axis.get_ticklabels()]
    legends = [legend for axes in drawn.axes if (legend := axes.get_legend())] + drawn.legends
    return [*named, *(text for legend in legends for text in legend.get_texts())]


def categories(axis: Axis) -> dict[float, str]:
    """Return the names along an axis by their places; an axis of numbers or days has none."""
    written_by = axis.get_major_formatter()
    if not isinstance(written_by, StrCategoryFormatter | FixedFormatter):
        return {}
    places = [float(place) for place in axis.get_majorticklocs()]
    names = zip(places, map(line, written_by.format_ticks(places)), strict=True)
    return {at: name for at, name in names if name}


def _placed(across: dict[float, str], upright: dict[float, str]) -> Place:
    def at(value: float, names: dict[float, str]) -> str:
        if not names:
            return _fact(value)
        nearest = min(names, key=lambda place: abs(place - value))
        return names[nearest] if abs(nearest - value) <= 0.5 else ""

    return lambda x, y: [at(x, across), at(y, upright)]


def _shown(patch: Any, place: Place, *, along_x: bool, along_y: bool) -> Iterator[list[str]]:
    """Give what a patch shows; of a bar its length and what it stands at, along either axis."""
    if isinstance(patch, Wedge):
        yield [str(patch.get_label())]
    if isinstance(patch, Rectangle):
        x, y = place(*patch.get_center())
        if along_x:
            yield [y, _fact(patch.get_width())]
        if along_y:
            yield [x, _fact(patch.get_height())]


def _stands(label: Text, axes: Axes) -> tuple[float, float] | None:
    """Return where in the data a label stands or points, if it is tied to the data at all."""
    if isinstance(label, Annotation) and label.xycoords == "data":
        x, y = label.xy
    elif label.get_transform() == axes.transData:
        x, y = label.get_position()
    else:
        return None
    return float(axes.convert_xunits(x)), float(axes.convert_yunits(y))  # type: ignore[no-untyped-call]


def _facts(value: Any) -> set[str]:
    """Return what a cell that holds one thing, and holds anything, may look like on a chart."""
    if not isinstance(value, Value) and (not pd.api.types.is_scalar(value) or pd.isna(value)):
        return set()
    size = _size(value)
    return {written(value), line(str(value)), *([] if size is None else [_fact(size)])}


def _fact(number: float) -> str:
    return f"{number:.9g}"


def _size(value: Any) -> float | None:
    """Return a number, a day as matplotlib counts it, or nothing."""
    if isinstance(value, dt.date | np.datetime64):
        size = float(date2num(value))  # type: ignore[no-untyped-call]
    elif is_number(value) or isinstance(value, Value):
        size = float(value)
    else:
        return None
    return None if size != size else size
