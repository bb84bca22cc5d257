"""Small panels side by side: counts over time, each in a panel of its own and all on the same scale.

Finds     points with a label, a mark for who says so and how sure it is, and an arrow for a bound.
Leaves    what they mean to the charts that are drawn with it.

A diamond is the article. A filled dot is another source of high confidence, a ring one of medium, a cross one
of low. An arrow points to where the true value lies; a bar is a date that is no day.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ftzlib.evidence.chart_style import BLUE, LINE, ORANGE, PAPER, SOFT, WIDTH, canvas

ROW, FOOT = 1.28, 0.3  # inches of a panel, and of the scale below
FILL = 0.88  # of a panel's width that its points take
HEAD, TICK, ARROW = 0.64, 0.045, 0.2  # inches: title and labels, a tick, an arrow
KEY = "A diamond is this article. Dots are other sources: filled of high confidence, rings of medium, crosses of low"
SIGNS = {"MORE_THAN": ">", "LESS_THAN": "<", "APPROX": "≈"}
_STYLES: dict[str, dict[str, Any]] = {
    "stated": {"marker": "D", "color": ORANGE, "edgecolor": ORANGE, "s": 62},
    "high": {"marker": "o", "color": BLUE, "edgecolor": BLUE, "s": 42},
    "medium": {"marker": "o", "color": PAPER, "edgecolor": BLUE, "s": 42},
    "low": {"marker": "X", "color": BLUE, "edgecolor": PAPER, "s": 55},
}


class Point(NamedTuple):
    """A value at a place in time, from `x` to `until` where that is no day; `kind` is a key of the styles."""

    x: float
    y: float
    label: str
    kind: str = "medium"
    mod: str | None = None
    until: float | None = None


class Panel(NamedTuple):
    """What one panel shows; `top` is the value at its upper edge.

    `lines` are values that are drawn across, with their words; no value lies above a line at the top. Points
    are `joined` in their order where they are of one thing.
    """

    title: str
    points: Sequence[Point]
    top: float
    lines: Mapping[float, str] = {}
    joined: bool = True


def panels(
    drawn: Sequence[Panel],
    scale: tuple[float, float],
    ticks: Mapping[float, str],
    columns: int = 1,
    tall: float = ROW,
) -> str:
    """Draw panels in rows of `columns`, on one scale of time with its ticks below the last of each column."""
    rows = -(-len(drawn) // columns)
    height = tall * rows + FOOT
    with canvas(height) as (axes, svg):
        axes.set_position((0.02, 0, 0.96, 1))
        for n, panel in enumerate(drawn):
            row, column = divmod(n, columns)
            last = n + columns >= len(drawn)
            _panel(axes, panel, _Place(column, -row, scale, columns, tall), ticks, last)
        axes.set(xlim=(0, columns - 1 + FILL + 0.03), ylim=(-rows - FOOT / tall + 1, 1))
        axes.set(xticks=[], yticks=[], xlabel="", ylabel="")
    return svg[0]


class _Place(NamedTuple):
    """Where a panel stands, and how its values become places on the paper."""

    column: int
    row: int
    scale: tuple[float, float]
    columns: int
    tall: float

    def across(self, x: float) -> float:
        first, last = self.scale
        return self.column + (0.02 + 0.96 * (x - first) / ((last - first) or 1)) * FILL

    def up(self, y: float, top: float) -> float:
        return self.row + (1 - HEAD / self.tall) * y / (top or 1)


def _panel(axes: Any, panel: Panel, place: _Place, ticks: Mapping[float, str], last: bool) -> None:
    import seaborn as sns

    left, right = place.column, place.column + FILL
    sns.lineplot(x=[left, right], y=[place.row] * 2, color=LINE, linewidth=1, ax=axes)
    for value, words in panel.lines.items():
        y = place.up(value, panel.top)
        sns.lineplot(x=[left, right], y=[y, y], color=LINE, linewidth=1, linestyle="--", ax=axes)
        axes.annotate(words, (left, y), (0, 2), textcoords="offset points", color=SOFT, size="small")
    axes.text(
        left,
        place.row + 1 - 0.09 / place.tall,
        textwrap.shorten(panel.title, 34 if place.columns > 1 else 70),
        va="top",
        weight="bold",
        size="small",
    )
    for x, words in ticks.items():
        at = place.across(x)
        axes.plot([at, at], [place.row, place.row - TICK / place.tall], color=SOFT, linewidth=0.8)
        if last:
            axes.text(at, place.row - 2 * TICK / place.tall, words, ha="center", va="top", color=SOFT, size="small")
    spots = [
        (place.across(p.x if p.until is None else (p.x + p.until) / 2), place.up(p.y, panel.top)) for p in panel.points
    ]
    if len(spots) > 1 and panel.joined:
        sns.lineplot(x=[x for x, _ in spots], y=[y for _, y in spots], color=BLUE, linewidth=1, sort=False, ax=axes)
    _points(axes, panel, place, spots)


def _points(axes: Any, panel: Panel, place: _Place, spots: Sequence[tuple[float, float]]) -> None:
    import seaborn as sns

    room, before, above = 0.62 * place.columns / WIDTH, -9.0, False
    for point, (x, y) in zip(panel.points, spots, strict=True):
        above = (not above or x - before > room) and point.mod != "MORE_THAN"
        before = x
        if point.until is not None:
            axes.plot([place.across(point.x), place.across(point.until)], [y, y], color=BLUE, linewidth=2)
        _arrow(axes, panel, point, place, (x, y))
        sns.scatterplot(x=[x], y=[y], linewidth=1.6, zorder=4, ax=axes, **_STYLES[point.kind])
        beside = not panel.joined and point.kind != "stated" and x - place.column < 0.6 * FILL
        _label(axes, point, (x, y), "beside" if beside else "above" if above else "below", place.column)


def _arrow(axes: Any, panel: Panel, point: Point, place: _Place, at: tuple[float, float]) -> None:
    """Point from a bound to where the value lies, about a value both ways; nothing is more than all."""
    ceiling = place.up(panel.top, panel.top) if panel.top in panel.lines else place.row + 1.0
    for mod, way in (("MORE_THAN", 1), ("LESS_THAN", -1), ("APPROX", 1), ("APPROX", -1)):
        end = min(at[1] + way * ARROW / place.tall, ceiling)
        if point.mod == mod and abs(end - at[1]) > 0.01:
            style = {"arrowstyle": "-|>", "color": BLUE, "lw": 1.2, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 7}
            axes.annotate("", (at[0], end), at, arrowprops=style)


def _label(axes: Any, point: Point, at: tuple[float, float], where: str, left: float) -> None:
    """Write a point's value beside it, above it, or below where an arrow goes up or another stands near."""
    x, bold = at[0], {"weight": "bold"} if point.kind == "stated" else {}
    near = 0.08 * FILL
    ha = "left" if x < left + near else "right" if x > left + FILL - near else "center"
    shift, ha, va = {
        "beside": ((8, 0), "left", "center"),
        "above": ((0, 6), ha, "bottom"),
        "below": ((0, -6), ha, "top"),
    }[where]
    axes.annotate(point.label, at, shift, textcoords="offset points", ha=ha, va=va, size="small", **bold)
