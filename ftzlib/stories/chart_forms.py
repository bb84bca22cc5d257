"""The forms that charts take, drawn with seaborn: bars, parts, strips of text, spans of days, a matrix.

Finds     numbers and labels that are ready; gives the SVG. Labels stand beside or above what they name, so
          that no legend has to be looked up and long names fit on a phone.
Leaves    headlines, sources and alternative texts to `ftzlib.stories.charts`.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ftzlib.evidence.chart_style import BLUE, INK, LINE, ON_FILL, PAPER, SOFT, canvas
from ftzlib.evidence.days import interval
from ftzlib.evidence.escape import VISIBLE

ROW = 0.52  # inches that one row takes
LABEL = 52  # characters that fit into one line of a chart


class Mark(NamedTuple):
    """A stretch of a text, as shares of its length."""

    start: float
    end: float
    colour: str = BLUE
    height: float = 0.36


def bars(labels: Sequence[str], values: Sequence[float], ends: Sequence[str], colour: str = BLUE) -> str:
    """Draw one bar for each label, the label above it and its value behind it."""
    import seaborn as sns

    with canvas(0.25 + ROW * len(labels)) as (axes, svg):
        sns.barplot(x=list(values), y=_unique(labels), color=colour, saturation=1, width=0.36, errorbar=None, ax=axes)
        for y, (label, value, end) in enumerate(zip(labels, values, ends, strict=True)):
            _above(axes, y, label)
            _beside(axes, value, y, end)
        _bare(axes, (0, max(values) * 1.3), (len(labels) - 0.6, -0.75))
    return svg[0]


def parts(labels: Sequence[str], shares: Sequence[float], inside: Sequence[str], rest: Sequence[str]) -> str:
    """Draw wholes of one width, each filled as far as its part goes; words on the part, words on the rest."""
    import seaborn as sns

    names = _unique(labels)
    with canvas(0.3 + 0.82 * len(labels)) as (axes, svg):
        sns.barplot(x=[1.0] * len(names), y=names, color=LINE, saturation=1, width=0.36, errorbar=None, ax=axes)
        sns.barplot(x=list(shares), y=names, color=BLUE, saturation=1, width=0.36, errorbar=None, ax=axes)
        for y, share in enumerate(shares):
            _above(axes, y, labels[y], weight="bold")
            _end_of(axes, share, y, inside[y])
            axes.text(1, y + 0.33, rest[y], color=SOFT, ha="right", va="center")
        _bare(axes, (0, 1), (len(names) - 0.5, -0.55))
    return svg[0]


def strip(lanes: Mapping[str, Sequence[Mark]]) -> str:
    """Draw where in a text things stand: one lane for each kind, from the first character to the last."""
    import seaborn as sns

    with canvas(0.5 + ROW * len(lanes)) as (axes, svg):
        for y, (label, marks) in enumerate(lanes.items()):
            sns.lineplot(x=[0, 1], y=[y, y], color=LINE, linewidth=1, zorder=1, ax=axes)
            for mark in marks:
                width = max(mark.end - mark.start, 0.004)
                axes.barh(y, width, left=mark.start, height=mark.height, color=mark.colour, zorder=3)
            _above(axes, y, label)
        _ends(axes, len(lanes) - 0.45, "first word", "last word")
        _bare(axes, (0, 1), (len(lanes) - 0.25, -0.75))
    return svg[0]


def spans(labels: Sequence[str], days: Sequence[tuple[dt.date, dt.date]], colours: Sequence[str]) -> str:
    """Draw dates on a line of time: a day as a dot, anything wider as the stretch that it may lie in."""
    import seaborn as sns

    first, last = min(a for a, _ in days).toordinal(), max(b for _, b in days).toordinal()
    width = max(last - first, 1)
    row = ROW * (1.45 if max(map(len, labels)) > LABEL else 1)  # room for labels of two lines
    with canvas(0.5 + row * len(labels)) as (axes, svg):
        for y, ((start, end), colour) in enumerate(zip(days, colours, strict=True)):
            left, right = ((day.toordinal() - first) / width for day in (start, end))
            sns.lineplot(x=[0, 1], y=[y, y], color=LINE, linewidth=1, ax=axes)
            if start == end:
                sns.scatterplot(x=[left], y=[y], color=colour, s=70, linewidth=0, zorder=3, clip_on=False, ax=axes)
            else:
                axes.barh(y, max(right - left, 0.01), left=left, height=0.3, color=colour, zorder=3)
            _above(axes, y, labels[y])
        ends = (dt.date.fromordinal(day) for day in (first, last))
        _ends(axes, len(labels) - 0.45, *(interval(day, day) for day in ends))
        _bare(axes, (-0.015, 1.015), (len(labels) - 0.25, -0.75))
    return svg[0]


def fan(
    counts: tuple[float, float],
    ages: tuple[float, float],
    ahead: tuple[float, float],
    marks: Mapping[str, str],
) -> str:
    """Draw a count that grew from nothing to what is done, and on to the whole at the same pace.

    Parameters
    ----------
    counts : (done, whole)
    ages, ahead : (low, high)
        Days that it took so far, and that it would take from now on.
    marks : mapping
        Words for ``whole``, ``start``, ``now``, ``end``.
    """
    import seaborn as sns

    done, whole = counts
    with canvas(2.5) as (axes, svg):
        for age, rest in zip(ages, ahead, strict=True):
            sns.lineplot(x=[-age, 0], y=[0, done], color=BLUE, linewidth=2, ax=axes)
            sns.lineplot(x=[0, rest], y=[done, whole], color=BLUE, linewidth=2, linestyle=(0, (2, 2)), ax=axes)
        axes.fill_betweenx([0, done], [-ages[1], 0], [-ages[0], 0], color=BLUE, alpha=0.35, linewidth=0)
        axes.axhline(whole, color=LINE, linewidth=1, zorder=0)
        axes.axhline(0, color=LINE, linewidth=1, zorder=0)
        sns.scatterplot(x=[0], y=[done], color=INK, s=60, linewidth=0, zorder=4, ax=axes)
        left, right = -ages[1], ahead[1]
        axes.text(left, whole * 1.03, marks["whole"], ha="left", va="bottom", weight="bold")
        axes.text(left, -whole * 0.03, marks["start"], ha="left", va="top", color=SOFT)
        roomy = ages[1] > ahead[1]  # the label stands where the line has left more room
        shift, side = ((-9, 2), "right") if roomy else ((9, -2), "left")
        axes.annotate(marks["now"], (0, done), shift, textcoords="offset points", ha=side, va="center")
        axes.text(right, -whole * 0.03, marks["end"], ha="right", va="top", color=SOFT)
        _bare(axes, (left * 1.02, right + 0.02 * ages[1]), (-whole * 0.12, whole * 1.13))
    return svg[0]


def matrix(rows: Sequence[str], columns: Sequence[str], counts: Sequence[Sequence[int]]) -> str:
    """Draw how many items of each column a row has: the number in a filled cell, an empty cell for none."""
    import seaborn as sns
    from matplotlib.colors import ListedColormap

    with canvas(0.6 + 0.33 * len(rows)) as (axes, svg):
        sns.heatmap(
            [[min(count, 1) for count in line] for line in counts],
            annot=[[str(count) if count else "" for count in line] for line in counts],
            fmt="",
            cmap=ListedColormap([LINE, BLUE]),
            vmin=0,
            vmax=1,
            cbar=False,
            linewidths=2,
            linecolor=PAPER,
            xticklabels=list(columns),
            yticklabels=[textwrap.shorten(row, 27, placeholder=" …") for row in rows],
            annot_kws={"color": ON_FILL, "weight": "bold"},
            ax=axes,
        )
        axes.xaxis.tick_top()
        axes.tick_params(length=0, labelrotation=0, labelsize="medium")
        axes.set_position((0.48, 0.02, 0.515, 1 - 0.42 / (0.6 + 0.33 * len(rows))))
    return svg[0]


def _above(axes: Any, y: float, label: str, **style: Any) -> None:
    words = textwrap.shorten(label.translate(VISIBLE), 2 * LABEL - 10, placeholder=" …")
    axes.text(0, y - 0.24, textwrap.fill(words, LABEL), va="bottom", linespacing=1.15, **style)


def _beside(axes: Any, x: float, y: float, words: str) -> None:
    axes.annotate(words, (x, y), (4, 0), textcoords="offset points", va="center")


def _end_of(axes: Any, x: float, y: float, words: str) -> None:
    """Write into the end of a bar where there is room, else behind it."""
    if x > 0.5:
        axes.annotate(words, (x, y), (-5, 0), textcoords="offset points", va="center", ha="right", color=ON_FILL)
    else:
        _beside(axes, x, y, words)


def _ends(axes: Any, y: float, left: str, right: str) -> None:
    axes.text(0, y, left, color=SOFT, ha="left", va="center", size="small")
    axes.text(1, y, right, color=SOFT, ha="right", va="center", size="small")


def _bare(axes: Any, x: tuple[float, float], y: tuple[float, float]) -> None:
    axes.set(xlim=x, ylim=y, xticks=[], yticks=[], xlabel="", ylabel="")


def _unique(labels: Sequence[str]) -> list[str]:
    """Return labels that seaborn keeps apart even where two read the same."""
    return [f"{n} {label}" for n, label in enumerate(labels)]
