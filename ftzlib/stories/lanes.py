"""Values of several things through time: a lane for each, a mark where a value was given, the value beside it.

Finds     lanes of marks that are ready, each with its days; gives the SVG. A diamond is an article, a dot another
          source; a bar is a date that is no day. Where a mark stands tells when, and nothing else: the values
          are written, as those of two lanes may not share a scale.
Leaves    headline, source and alternative text to `ftzlib.stories.charts`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ftzlib.evidence.chart_style import BLUE, LINE, ORANGE, SOFT, canvas

LANE = 0.86  # inches
NEAR = 0.1  # of the width: a value so close to the one before stands below the line


class Given(NamedTuple):
    """One value with the days that it may hold for; `article` tells an article from another source."""

    first: dt.date
    last: dt.date
    words: str
    article: bool


def lanes(drawn: Mapping[str, Sequence[Given]]) -> str:
    """Draw the lanes below each other on one scale of time."""
    import seaborn as sns

    every = [given for lane in drawn.values() for given in lane]
    start, end = min(g.first for g in every).toordinal(), max(g.last for g in every).toordinal()
    width = max(end - start, 1)
    with canvas(0.45 + LANE * len(drawn)) as (axes, svg):
        for y, (label, lane) in enumerate(drawn.items()):
            sns.lineplot(x=[0, 1], y=[y, y], color=LINE, linewidth=1, ax=axes)
            axes.text(0, y - 0.42, label, va="center", weight="bold")
            places = [tuple((day.toordinal() - start) / width for day in given[:2]) for given in lane]
            for n, (given, (left, right)) in enumerate(zip(lane, places, strict=True)):
                _mark(axes, y, left, right, given, below=n % 2 == 1 and right - places[n - 1][1] < NEAR)
        for x, day, side in ((0, start, "left"), (1, end, "right")):
            shown = f"{dt.date.fromordinal(day):%B %Y}"
            axes.text(x, len(drawn) - 0.42, shown, color=SOFT, ha=side, va="center", size="small")
        axes.set(xlim=(-0.02, 1.02), ylim=(len(drawn) - 0.25, -0.6), xticks=[], yticks=[], xlabel="", ylabel="")
    return svg[0]


def _mark(axes: Any, y: float, left: float, right: float, given: Given, below: bool) -> None:
    colour = ORANGE if given.article else BLUE
    if right - left > 0.01:
        axes.barh(y, right - left, left=left, height=0.08, color=colour, zorder=3)
    axes.scatter([right], [y], marker="D" if given.article else "o", color=colour, s=46, zorder=4, clip_on=False)
    side = "left" if right < 0.08 else "right" if right > 0.92 else "center"
    axes.text(right, y + (0.26 if below else -0.18), given.words, ha=side, va="center")
