"""Which row of a frame each mark and label of a chart stands for.

A mark is known by what it shows: a bar by its length and its category, a dot by its two places, words by what they
say and where. Where exactly one row has all of that the mark leads to that row; else it leads nowhere.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.category import StrCategoryFormatter
from matplotlib.collections import PathCollection
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.patches import Rectangle, Wedge
from matplotlib.text import Annotation, Text
from matplotlib.ticker import FixedFormatter, Formatter, PercentFormatter

from ftzlib.evidence.cells import addresses, cell, label, line, written
from ftzlib.evidence.svg import Link

TOLD = 12  # rows that are read out
_KEPT = ("id", "document", "start", "end", "sentence", "quote")  # columns that a chart does not draw
_NUMBER = re.compile(r"(?<![\w.,])[-−]?\d[\d,]*(?:\.\d+)?(?:\s?%)?(?![\w.,]*\d)")
Fact: TypeAlias = str | float
Place: TypeAlias = Callable[[float, float], list[Fact]]


class Reworded(Formatter):
    """Writes what another formatter writes, in other words."""

    def __init__(self, inner: Formatter, words: Callable[[str], str]) -> None:
        self.inner, self.words = inner, words

    def __call__(self, x: float, pos: int | None = None) -> str:
        """Write the value at a place of the axis."""
        return self.words(self.inner(x, pos))


class Rows:
    """The rows of a frame by what stands in them.

    Attributes
    ----------
    leads : list of str or None
        The address that each row leads to.
    columns : set of int
        Positions of the columns that marks were known by.
    percent : set of int
        Of those, the ones that the chart shows in percent.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self.words: dict[str, set[tuple[int, int]]] = {}
        self.columns: set[int] = set()
        self.percent: set[int] = set()
        numbers: list[tuple[float, int, int]] = []
        for column, values in self._sides():
            for row, value in enumerate(values):
                for words in {cell(value).text, line(str(value))} if _is_one(value) else ():
                    self.words.setdefault(words, set()).add((row, column))
                if (size := _size(value)) is not None:
                    numbers.append((size, row, column))
        self.numbers = sorted(numbers)
        self.leads = addresses(frame)

    def find(self, facts: Iterable[Fact | None]) -> int | None:
        """Return the one row that has all of some words and numbers, or nothing."""
        found = [self._having(fact) for fact in facts]
        rows = set.intersection(*({row for row, _ in places} for places in found)) if found else set()
        if len(rows) != 1:
            return None
        row = rows.pop()
        self.columns |= {column for places in found for at, column in places if at == row}
        return row

    def say(self, words: str, place: list[Fact] | None) -> int | None:
        """Return the one row that words are about, which may stand at a place of the chart."""
        row = self.find([words]) if not _NUMBER.fullmatch(words) else None
        if row is not None:
            return row
        shown = _NUMBER.fullmatch(words)
        if shown:  # a bare number may be about anything; it must stand where its row is drawn
            row = self.find(place) if place else None
            return row if row is not None and self._shows(row, words) else None
        rows = self._named_in(words)
        for number in _NUMBER.findall(words):
            narrowed = {row for row in rows if self._shows(row, number)}
            rows = narrowed or rows
        return rows.pop() if len(rows) == 1 else None

    def quote(self, row: int) -> str:
        """Return the words that a row rests on, or what stands in it."""
        if "quote" in self.frame.columns and self.frame.columns.is_unique:
            quote = self.frame["quote"].iloc[row]
            if isinstance(quote, str):
                return line(quote)
        return self.tell(row)

    def tell(self, row: int) -> str:
        """Read a row out: its name, and its values with theirs."""
        drawn = [column for column, name in enumerate(self.frame.columns) if _is_drawn(name)]
        cells = [(column, self.frame.iat[row, column]) for column in drawn]
        known = [(column, value) for column, value in cells if column in self.columns] or cells
        named = [value for _, value in known if isinstance(value, str)] or [v for _, v in cells if isinstance(v, str)][
            :1
        ]
        names = list(map(written, named[:2]))
        if self.frame.index.name != "id" and not isinstance(self.frame.index, pd.RangeIndex):
            index = self.frame.index[row]
            names = [", ".join(map(written, index if isinstance(index, tuple) else [index]))]
        values = [
            f"{label(self.frame.columns[column])} {self._written(value, column)}"
            for column, value in known
            if not isinstance(value, str) and _is_one(value)
        ][:4]
        return ": ".join(part for part in (", ".join(dict.fromkeys(names)), ", ".join(values)) if part)

    def alt(self) -> str:
        """Read the first rows out."""
        count = len(self.frame)
        told = [f"{words}." for row in range(min(count, TOLD)) if (words := self.tell(row))]
        more = [f"And {count - TOLD:,} more."] if count > TOLD else []
        return " ".join([f"{count:,} row{'' if count == 1 else 's'}.", *told, *more])

    def _sides(self) -> Iterator[tuple[int, Iterable[Any]]]:
        """Give all columns with their positions; those of the index have none, and so stand before the first."""
        for level in range(self.frame.index.nlevels):
            if not isinstance(self.frame.index, pd.RangeIndex):
                yield -1, self.frame.index.get_level_values(level)
        for column, name in enumerate(self.frame.columns):
            if _is_drawn(name):
                yield column, self.frame.iloc[:, column]

    def _having(self, fact: Fact | None) -> set[tuple[int, int]]:
        if isinstance(fact, str):
            return self.words.get(line(fact), set())
        return set() if fact is None or fact != fact else self._near(fact, 1e-9 * abs(fact) + 1e-12)

    def _near(self, number: float, margin: float) -> set[tuple[int, int]]:
        found: set[tuple[int, int]] = set()
        for size, row, column in self.numbers[bisect_left(self.numbers, (number - margin, -1, -1)) :]:
            if size > number + margin:
                break
            found.add((row, column))
        return found

    def _shows(self, row: int, words: str) -> bool:
        """Tell whether a row holds a number as it is written, rounded or in percent."""
        bare = re.sub(r"[,%\s]", "", words).replace("−", "-")
        number, margin = float(bare), 0.5000001 * 10.0 ** -len(bare.partition(".")[2])
        shares = {place for place in self._near(number / 100, margin / 100) if "%" in words and place[0] == row}
        self.percent |= {column for _, column in shares}
        return bool(shares) or any(at == row for at, _ in self._near(number, margin))

    def _named_in(self, words: str) -> set[int]:
        """Return the rows that have what words name; a longer name counts before those that stand in it."""
        named = [
            name
            for name in self.words
            if len(name) > 2 and re.search(r"[^\W\d]", name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
        ]
        rows: set[int] = set()
        for name in sorted(named, key=len, reverse=True):
            having = {row for row, _ in self.words[name]}
            rows = rows & having or rows or having
        return rows

    def _written(self, value: Any, column: int) -> str:
        size = _size(value)
        if column in self.percent and size is not None:
            return f"{100 * size:.1f}".removesuffix(".0") + "%"
        return cell(value, label(self.frame.columns[column])).text


def lead(drawn: Figure, rows: Rows) -> list[Link]:
    """Give each mark and label that stands for one row an address ``ftz:N``, and return what each N stands for."""
    linked: list[int] = []

    def address(row: int | None) -> str | None:
        if row is None or rows.leads[row] is None:
            return None
        if row not in linked:
            linked.append(row)
        return f"ftz:{linked.index(row)}"

    legends = [*(axes.get_legend() for axes in drawn.axes), *drawn.legends]
    marked = [*(_marked(axes, rows) for axes in drawn.axes), *(_listed(legend, rows) for legend in legends if legend)]
    for mark, found in chain.from_iterable(marked):
        urls = [address(row) for row in found]
        if isinstance(mark, PathCollection):
            mark.set_urls(urls if any(urls) else [None])
        else:
            mark.set_url(urls[0])
    for axes in drawn.axes:
        for axis in (axes.xaxis, axes.yaxis):
            if isinstance(axis.get_major_formatter(), PercentFormatter):
                rows.percent |= _drawn_along(axis, rows)
    # What is read out of a row is known only once all marks are.
    return [Link(rows.leads[row] or "", rows.quote(row)) for row in linked]


def _marked(axes: Axes, rows: Rows) -> Iterator[tuple[Any, list[int | None]]]:
    """Give the marks and labels of one Axes, each with the row that it stands for; many dots are one mark."""
    named = {axis: categories(axis) for axis in (axes.xaxis, axes.yaxis)}
    place = _placed(axes, named)
    for patch in axes.patches:
        found = (rows.find(facts) for facts in _shown(patch, axes, named))
        yield patch, [next((row for row in found if row is not None), None)]
    for dots in (part for part in axes.collections if isinstance(part, PathCollection)):
        points = np.ma.filled(np.ma.asarray(dots.get_offsets(), dtype=float), np.nan).tolist()
        yield dots, [rows.find(place(x, y)) for x, y in points]
    for text in axes.texts:
        yield text, [rows.say(line(text.get_text()), _stands(text, axes, place))]
    for axis, names in named.items():
        for text in axis.get_ticklabels() if names else ():
            yield text, [rows.find([text.get_text()])]


def _listed(legend: Legend, rows: Rows) -> Iterator[tuple[Text, list[int | None]]]:
    for text in legend.get_texts():
        yield text, [rows.find([text.get_text()])]


def categories(axis: Axis) -> dict[float, str]:
    """Return the names along an axis by their places; an axis of numbers or days has none."""
    written_by = axis.get_major_formatter()
    if not isinstance(written_by, StrCategoryFormatter | FixedFormatter | Reworded):
        return {}
    inner = written_by.inner if isinstance(written_by, Reworded) else written_by
    places = axis.get_majorticklocs()
    return {float(at): line(inner(at, n)) for n, at in enumerate(places) if line(inner(at, n))}


def _placed(axes: Axes, named: dict[Any, dict[float, str]]) -> Place:
    def at(value: float, names: dict[float, str]) -> Fact:
        if not names or value != value:
            return value
        nearest = min(names, key=lambda place: abs(place - value))
        return names[nearest] if abs(nearest - value) <= 0.5 else float("nan")

    return lambda x, y: [at(x, named[axes.xaxis]), at(y, named[axes.yaxis])]


def _shown(patch: Any, axes: Axes, named: dict[Any, dict[float, str]]) -> Iterator[list[Fact]]:
    """Give what a patch shows; of a bar its length and what it stands at, along either axis."""
    if isinstance(patch, Wedge):
        yield [str(patch.get_label())]
    if isinstance(patch, Rectangle):
        place = _placed(axes, named)
        middle = place(patch.get_x() + patch.get_width() / 2, patch.get_y() + patch.get_height() / 2)
        if not named[axes.xaxis]:
            yield [middle[1], float(patch.get_width())]
        if not named[axes.yaxis]:
            yield [middle[0], float(patch.get_height())]


def _stands(text: Text, axes: Axes, place: Place) -> list[Fact] | None:
    """Return what is drawn where a text points or stands, if it is tied to the data at all."""
    tied = isinstance(text, Annotation) and text.xycoords == "data"
    if not tied and text.get_transform() != axes.transData:
        return None
    try:
        x, y = text.xy if isinstance(text, Annotation) and tied else text.get_position()
        x, y = axes.convert_xunits(x), axes.convert_yunits(y)  # type: ignore[no-untyped-call]
        return place(float(x), float(y))
    except (TypeError, ValueError):
        return None


def _drawn_along(axis: Axis, rows: Rows) -> set[int]:
    """Return the columns whose numbers are drawn along an axis of percentages, of which the whole is 1."""
    low, high = sorted(axis.get_view_interval())
    columns = rows.columns if getattr(axis.get_major_formatter(), "xmax", 0) == 1 else set()
    return {
        column
        for column in columns - {-1}
        if all(low <= size <= high for size in map(_size, rows.frame.iloc[:, column]) if size is not None)
        and any(_size(value) is not None for value in rows.frame.iloc[:, column])
    }


def _is_drawn(name: Hashable) -> bool:
    return name not in _KEPT and not str(name).startswith("source_")


def _is_one(value: Any) -> bool:
    """Tell whether a cell holds one thing, and holds anything."""
    if isinstance(getattr(value, "inputs", None), tuple):  # a value that remembers its rows
        return True
    return value is not None and bool(pd.api.types.is_scalar(value)) and not pd.isna(value)


def _size(value: Any) -> float | None:
    """Return a number, a day as matplotlib counts it, or nothing."""
    if isinstance(value, str | bool | np.bool_ | dt.timedelta | np.timedelta64) or value is None:
        return None
    try:
        day = isinstance(value, dt.date | np.datetime64)
        size = float(date2num(value) if day else value)  # type: ignore[no-untyped-call]
    except (TypeError, ValueError, OverflowError):
        return None
    return None if size != size else size
