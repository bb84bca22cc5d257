"""Room for words: type of one size, long names in lines, numbers as words, legends beside the data.

All of it is laid out for a phone, where type is largest for its picture; elsewhere type only shrinks.
"""

from __future__ import annotations

import textwrap

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.dates import AutoDateLocator
from matplotlib.figure import Figure as Canvas
from matplotlib.text import Text
from matplotlib.ticker import FuncFormatter, LogFormatter, NullFormatter, ScalarFormatter

from ftzlib.evidence.anchors import Reworded, categories
from ftzlib.evidence.cells import line
from ftzlib.evidence.escape import VISIBLE
from ftzlib.evidence.svg import TYPE, WIDTH
from ftzlib.evidence.wording import number

NAME = 24  # characters of a category in one line
LINES = 1.3  # height of a line of type


def fit(drawn: Canvas) -> None:
    """Give all words the size that a phone needs, and the room that they take then."""
    for axes in drawn.axes:
        for axis in (axes.xaxis, axes.yaxis):
            _reword(axis, axes, drawn)
    for text in drawn.findobj(Text):
        text.set_text(text.get_text().translate(VISIBLE))
    drawn.draw_without_rendering()
    for text in drawn.findobj(Text):
        text.set_fontsize(max(text.get_fontsize(), TYPE))
    for axes in drawn.axes:
        for axis in (axes.xaxis, axes.yaxis):
            size = max([TYPE, *(text.get_fontsize() for text in axis.get_ticklabels())])
            axis.set_tick_params(which="both", labelsize=size)
    if drawn.get_layout_engine() is None:
        # A key of colours that was made for one engine cannot be laid out by the other.
        keyed = any(axes.get_label() == "<colorbar>" for axes in drawn.axes)
        drawn.set_layout_engine("tight" if keyed else "constrained", rect=(0, 0, 1, _clear(drawn)))
    drawn.draw_without_rendering()
    drawn.set_layout_engine("none")


def _reword(axis: Axis, axes: Axes, drawn: Canvas) -> None:
    """Write large numbers with words, days at a few places, and long names in several lines."""
    written_by = axis.get_major_formatter()
    if isinstance(written_by, LogFormatter):
        axis.set_minor_formatter(NullFormatter())
    if isinstance(written_by, LogFormatter) or (
        type(written_by) is ScalarFormatter and max(map(abs, axis.get_view_interval())) >= 10_000
    ):
        axis.set_major_formatter(FuncFormatter(lambda x, _: number(int(x) if x == int(x) else x)))
    locator, across = axis.get_major_locator(), axis is axes.xaxis
    room = axes.get_position().width * drawn.get_figwidth() * 72 / (0.6 * TYPE)  # characters beside each other
    if isinstance(locator, AutoDateLocator) and across:
        locator.maxticks = dict.fromkeys(locator.maxticks, max(2, int(room / 9)))
    names = list(categories(axis).values())
    if not names or isinstance(written_by, Reworded):
        return
    width = NAME
    if across and not any(label.get_rotation() for label in axis.get_ticklabels()):
        width = int(room / len(names)) - 1
        if width < max(len(word) for name in names for word in name.split()):
            width = NAME
            axis.set_tick_params(rotation=90)
            drawn.set_figheight(drawn.get_figheight() + 0.6 * TYPE * min(NAME, max(map(len, names))) / 72)
    if max(map(len, names)) > width or any(name != name.translate(VISIBLE) for name in names):
        axis.set_major_formatter(
            Reworded(written_by, lambda words: textwrap.fill(line(words).translate(VISIBLE), width))
        )
    if not across:
        place = axes.get_subplotspec()
        lines = sum(max(len(textwrap.wrap(name, width)) for name in names) for _ in names)
        stacked = place.get_gridspec().nrows if place else 1
        drawn.set_figheight(max(drawn.get_figheight(), stacked * (lines * TYPE * LINES + 60) / 72))


def _clear(drawn: Canvas) -> float:
    """Move a legend whose place nobody chose from the data to the head of the picture, and return what room is left."""
    legend = drawn.axes[0].get_legend() if len(drawn.axes) == 1 else None
    if legend is None or getattr(legend, "_loc", None) != 0:
        return 1
    words = [text.get_text() for text in legend.get_texts()]
    beside = WIDTH / (0.6 * TYPE) / (max(map(len, words), default=1) + 5)  # entries that stand beside each other
    moved = drawn.axes[0].legend(
        handles=[handle for handle in legend.legend_handles if handle],
        labels=words,
        title=legend.get_title().get_text() or None,
        ncols=max(1, int(beside)),
        loc="upper left",
        bbox_to_anchor=(0, 1),
        bbox_transform=drawn.transFigure,
        alignment="left",
    )
    moved.set_in_layout(False)
    height, room = drawn.get_figheight(), moved.get_window_extent().height / 72 + 0.1
    drawn.set_figheight(height + room)
    return height / (height + room)
