"""What a picture has room for: names and marks beyond a number are left out of it, and counted.

A page with ten thousand bars helps nobody and keeps a browser for minutes; the rows are in the data below the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.collections import Collection, LineCollection
from matplotlib.figure import Figure as Canvas
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedFormatter, FixedLocator

from ftzlib.evidence.anchors import categories, stands

NAMES, MARKS = 100, 2000  # along one axis or in a legend; of one Axes


def thin(drawn: Canvas) -> str:
    """Leave out of a picture what it has no room for, and say how much of it is drawn: nothing, where all is."""
    told = dict.fromkeys(words for axes in drawn.axes for words in _thinned(axes))
    return f"Drawn: {' and '.join(told)}." if told else ""


def _thinned(axes: Axes) -> Iterator[str]:
    for axis in (axes.xaxis, axes.yaxis):
        if len(names := categories(axis)) > NAMES:
            _shorten(axis, axes, names)
            yield _first(NAMES, len(names), "names")
    legend = axes.get_legend()
    if legend and (count := len(legend.get_texts())) > NAMES:
        words = [text.get_text() for text in legend.get_texts()[:NAMES]]
        axes.legend(filter(None, legend.legend_handles[:NAMES]), words, title=legend.get_title().get_text() or None)
        yield _first(NAMES, count, "names of the key")
    for single in (axes.patches, axes.lines, axes.texts):
        seen = [artist for artist in single if artist.get_visible()]
        for artist in seen[MARKS:]:
            artist.set_visible(False)
        if len(seen) > MARKS:
            yield _first(MARKS, len(seen), "marks")
    for count in (*map(_cut_dots, axes.lines), *map(_cut, axes.collections)):
        if count:
            yield _first(MARKS, count, "marks")


def _first(kept: int, count: int, what: str) -> str:
    return f"the first {kept:,} of {count:,} {what}"


def _shorten(axis: Axis, axes: Axes, names: dict[float, str]) -> None:
    """Let an axis end behind its first names, and nothing stand beyond."""
    places = sorted(names)
    low, edge = places[0] - 0.5, places[NAMES - 1] + 0.5
    axis.set_major_locator(FixedLocator(places[:NAMES]))
    axis.set_major_formatter(FixedFormatter([names[place] for place in places[:NAMES]]))
    ends = (edge, low) if axis.get_inverted() else (low, edge)
    (axes.set_xlim if axis is axes.xaxis else axes.set_ylim)(*ends)
    side = int(axis is axes.yaxis)
    for artist in (*axes.patches, *axes.texts):
        place = stands(artist, axes)
        artist.set_visible(place is None or low <= place[side] <= edge)
    for dots in axes.collections:
        points = np.asarray(dots.get_offsets())
        if len(points) > NAMES:
            _keep(dots, (low <= points[:, side]) & (points[:, side] <= edge))


def _cut(many: Collection) -> int:
    """Leave the first marks of many that are one thing to matplotlib; return how many there were, if too many."""
    if isinstance(many, LineCollection) and (count := len(segments := many.get_segments())) > MARKS:
        many.set_segments(segments[:MARKS])
        return count
    placed = np.isfinite(np.ma.filled(many.get_offsets(), np.nan)).all(axis=1)
    if (count := int(placed.sum())) > MARKS:
        _keep(many, placed.cumsum() <= MARKS)
        return count
    if len(many.get_paths()) > MARKS:
        many.set_rasterized(True)  # the cells of a map are all drawn, as the dots of one picture
    return 0


def _cut_dots(curve: Line2D) -> int:
    """Leave the first dots of a curve that has such; a bare line may be of any length."""
    x, y = map(np.asarray, curve.get_data())
    if len(x) <= MARKS or curve.get_marker() in (None, "None", "none", "", " "):
        return 0
    curve.set_data(x[:MARKS], y[:MARKS])
    return len(x)


def _keep(many: Collection, kept: np.ndarray[Any, np.dtype[np.bool_]]) -> None:
    """Leave the others of many marks without a place: each mark keeps its colours, its size and its number."""
    many.set_offsets(np.where(kept[:, None], np.ma.filled(many.get_offsets(), np.nan), np.nan))
