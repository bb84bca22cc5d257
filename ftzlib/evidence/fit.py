"""Room for words: type of one size, long names in lines, numbers as words, legends beside the data.

All of it is laid out for a phone, where type is largest for its picture; elsewhere type only shrinks. Of very many
names some are written, and very many marks are the dots of one picture: a page with ten thousand bars, each with its
element, keeps a browser for minutes.
"""

from __future__ import annotations

import textwrap
from typing import Any

import numpy as np
from matplotlib.axis import Axis
from matplotlib.collections import Collection
from matplotlib.dates import AutoDateLocator
from matplotlib.figure import Figure as Canvas
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.ticker import FixedFormatter, FixedLocator, FuncFormatter, LogFormatter, NullFormatter, ScalarFormatter

from ftzlib.evidence.anchors import axes_of, categories
from ftzlib.evidence.escape import VISIBLE
from ftzlib.evidence.svg import TYPE, WIDTH
from ftzlib.evidence.wording import number

ACROSS, UPRIGHT = 25, 100  # names that are written along an axis; upright those of a legend stand, too
MARKS = 2000  # that are drawn one by one on one Axes
NAME = 24  # characters of a category in one line
LINES = 1.3  # height of a line of type
LETTER = 0.6 * TYPE / 72  # its width in inches, as that of the picture


def thin(drawn: Canvas) -> str:
    """Draw very many marks as the dots of one picture, leave out what names have no room; say how many are written."""
    told: list[str] = []
    for axes in drawn.axes:
        marks = [*axes.patches, *axes.lines, *axes.texts, *axes.collections]
        if sum(map(_count, marks)) > MARKS:
            for mark in marks:
                mark.set_rasterized(True)
                mark.set_clip_on(True)  # the picture is no larger than its axes, wherever its words stand
        for axis, most in ((axes.xaxis, ACROSS), (axes.yaxis, UPRIGHT)):
            names = sorted(categories(axis).items())
            if len(names) > most:
                shown = names[:: -(-len(names) // most)]
                axis.set_major_locator(FixedLocator([place for place, _ in shown]))
                axis.set_major_formatter(FixedFormatter([name for _, name in shown]))
                told.append(f"{len(shown)} of {len(names):,} names")
        legend = axes.get_legend()
        if legend and len(named := [text.get_text() for text in legend.get_texts()]) > UPRIGHT:
            kept = [handle for handle in legend.legend_handles if handle][:UPRIGHT]
            axes.legend(kept, named[:UPRIGHT], title=legend.get_title().get_text() or None)
            told.append(f"the first {UPRIGHT} of {len(named):,} names of the key")
    return f"Written: {' and '.join(dict.fromkeys(told))}." if told else ""


def _count(mark: Any) -> int:
    """Return how many marks are one thing to matplotlib; a bare line is one, of whatever length."""
    if isinstance(mark, Collection):
        return max(np.size(mark.get_offsets()) // 2, len(mark.get_paths()))
    dotted = isinstance(mark, Line2D) and mark.get_marker() not in (None, "None", "none", "", " ")
    return int(np.size(mark.get_xdata())) if dotted else 1


def fit(drawn: Canvas) -> None:
    """Give all words the size that a phone needs, and the room that they take then."""
    drawn.set_figheight(max([drawn.get_figheight(), *(_reword(axis, drawn) for axis in axes_of(drawn))]))
    for text in drawn.findobj(Text):
        text.set_text(text.get_text().translate(VISIBLE))
        text.set_fontsize(max(text.get_fontsize(), TYPE))
    for axis in axes_of(drawn):
        size = max([TYPE, *(text.get_fontsize() for text in axis.get_ticklabels())])
        axis.set_tick_params(which="both", labelsize=size)
    _clear(drawn)
    if drawn.get_layout_engine() is None:
        # A key of colours that was made for one engine cannot be laid out by the other.
        keyed = any(axes.get_label() == "<colorbar>" for axes in drawn.axes)
        drawn.set_layout_engine("tight" if keyed else "constrained")
    drawn.draw_without_rendering()
    drawn.set_layout_engine("none")


def _reword(axis: Axis, drawn: Canvas) -> float:
    """Write large numbers with words, days at a few places, and long names in several lines; return the height."""
    written_by, locator, across = axis.get_major_formatter(), axis.get_major_locator(), axis is axis.axes.xaxis
    if isinstance(written_by, LogFormatter):
        axis.set_minor_formatter(NullFormatter())
    if isinstance(written_by, LogFormatter) or (
        type(written_by) is ScalarFormatter and max(map(abs, axis.get_view_interval())) >= 10_000
    ):
        axis.set_major_formatter(FuncFormatter(lambda x, _: number(x)))
    room = axis.axes.get_position().width * drawn.get_figwidth() / LETTER  # characters beside each other
    if isinstance(locator, AutoDateLocator) and across:
        locator.maxticks = dict.fromkeys(locator.maxticks, max(2, int(room / 9)))
    names = categories(axis)
    if not names:
        return 0
    width, height = NAME, 0.0
    if across and not any(text.get_rotation() for text in axis.get_ticklabels()):
        width = int(room / len(names)) - 1
        if width < max(len(word) for name in names.values() for word in name.split()):
            width = NAME
            axis.set_tick_params(rotation=90)
            height = drawn.get_figheight() + LETTER * min(NAME, max(map(len, names.values())))
    lines = [textwrap.wrap(name.translate(VISIBLE), width) for name in names.values()]
    axis.set_major_locator(FixedLocator([*names]))
    axis.set_major_formatter(FixedFormatter(["\n".join(name) for name in lines]))
    if not across:
        place = axis.axes.get_subplotspec()
        stacked = place.get_gridspec().nrows if place else 1
        height = stacked * (len(lines) * max(map(len, lines)) * TYPE * LINES + 60) / 72
    return height


def _clear(drawn: Canvas) -> None:
    """Move a legend whose place nobody chose from the data to the head of the picture."""
    legend = drawn.axes[0].get_legend() if len(drawn.axes) == 1 else None
    if legend is None or getattr(legend, "_loc", None) != 0:
        return
    room = int(WIDTH / 72 / LETTER)
    words = [textwrap.fill(text.get_text(), room - 8) for text in legend.get_texts()]
    beside = room // (max(map(len, words), default=1) + 5)  # entries that stand beside each other
    moved = drawn.legend(
        handles=[handle for handle in legend.legend_handles if handle],
        labels=words,
        title=legend.get_title().get_text() or None,
        ncols=max(1, beside),
        loc="outside upper left",
        alignment="left",
    )
    legend.remove()
    drawn.set_figheight(drawn.get_figheight() + moved.get_window_extent().height / 72)
