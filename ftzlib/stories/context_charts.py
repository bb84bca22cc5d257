"""Charts that put an article among other sources: the course of its counts, its industries, the nation.

Finds     headline, alternative text, data and source line for each; whatever another source says carries its
          link and its confidence. `ftzlib.stories.panels` draws.
Leaves    a source with nothing to compare: a sentence instead.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ftzlib import reference
from ftzlib.evidence import days as timeline
from ftzlib.evidence.chart_style import chart
from ftzlib.evidence.claims import paragraph
from ftzlib.evidence.figures import Figure, Reference, Stated
from ftzlib.evidence.wording import Shown, number, plural
from ftzlib.stories import chart_forms
from ftzlib.stories.panels import KEY, SIGNS, Panel, Point, panels
from ftzlib.stories.questions import context, peers, plans, priorities
from ftzlib.stories.questions import course as through_time
from ftzlib.stories.questions.peers import NO_ZONE

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts


def course(facts: Facts) -> Shown:
    """Draw the counts of the article's zone through time, the article's own among them."""
    found = through_time.steps(facts)
    if sum(map(len, found.values())) < 2:
        zone = peers.about(facts)
        return paragraph(f"No chart of later counts. {NO_ZONE.reason if zone is None else _ALONE}")
    drawn = [
        Panel(
            f"{heading}{_words(of)}",
            [_dot(step.when, step.value, _kind(step)) for step in of],
            _top(step.value for step in of),
        )
        for heading, of in found.items()
    ]
    days = [step.day for of in found.values() for step in of]
    ends = [f"{heading}: {'; '.join(_said(step.value, step.when) for step in of)}." for heading, of in found.items()]
    last = next(iter(found.values()))
    return chart(
        panels(drawn, *_calendar(days)),
        headline=f"{next(iter(found))}: from {_short(last[0].value)} to {_short(last[-1].value)}",
        note=f"Counts of {reference.short(peers.about(facts) or '')} as different sources give them. {KEY}",
        alt=" ".join([f"{len(drawn)} {plural(len(drawn), 'panel')}.", *ends]),
        rows=through_time.rows(facts),
        source="Each panel has a scale of its own: innovations and tasks are not counted alike.",
    )


def plan_matrix(facts: Facts) -> Shown:
    """Draw the themes of the article's industries against those of the plan and of the areas beside it."""
    zone, named = peers.about(facts), priorities.items(facts, "industry")
    lists = plans.assigned(zone)
    if not lists or not named:
        reason = NO_ZONE.reason if zone is None else "No industries of the article, or none in a plan on record here."
        return paragraph(f"No chart of industries and plans. {reason}")
    groups = {"article": [str(item.value) for item in named]}
    groups |= {_area(id): [row["industry"] for row in rows] for id, rows in lists.items()}
    themes = list(
        dict.fromkeys(theme for names in groups.values() for name in names for theme in priorities.themes(name))
    )
    cells = [[sum(theme in priorities.themes(name) for name in names) for names in groups.values()] for theme in themes]
    shared = [theme for theme, line in zip(themes, cells, strict=True) if line[0] and line[1]]
    return chart(
        chart_forms.matrix(themes, list(groups), cells),
        headline=f"{len(shared)} {plural(len(shared), 'theme')} of the article's industries "
        f"{plural(len(shared), 'is', 'are')} in the plan for {_area(str(zone))}",
        note="How many industries of the article, and of the plan of each area, have the theme",
        alt=f"A table of {len(themes)} themes by {len(groups)} lists. "
        + " ".join(f"{theme}: {', '.join(map(str, line))}." for theme, line in zip(themes, cells, strict=True)),
        rows=[_assigned(row) for rows in lists.values() for row in rows],
        source="First column as the article states it, the others as other sources give the plans.",
    )


def replications(facts: Facts) -> Shown:
    """Draw how many innovations had been replicated nationwide, as different sources give it."""
    rows = context.replications(facts)
    if not rows:
        return paragraph(f"No chart of what was replicated nationwide. {NO_ZONE.reason}")
    whens = [reference.figure(row, "as_of") for row in rows]
    points = [
        _dot(when, reference.figure(row), row["confidence"])
        for when, row in zip(whens, rows, strict=True)
        if row["confidence"] != "low"
    ]
    exact = [row for row in rows if not row["mod"]]
    first, last = (reference.figure(row) for row in (exact[0], exact[-1]))
    top = _top(reference.figure(row) for row in rows)
    ends = [f"{_short(figure)} by {row['as_of'][:4]}" for figure, row in ((first, exact[0]), (last, exact[-1]))]
    told = [_said(reference.figure(row), when) for row, when in zip(rows, whens, strict=True)]
    return chart(
        panels([Panel("Innovations replicated nationwide", _once(points), top)], *_calendar(_days(whens))),
        headline=f"Innovations replicated nationwide: {' and '.join(ends)}",
        note=f"All zones together, cumulative. {KEY}",
        alt=f"One panel. {'; '.join(told)}.",
        rows=[_replicated(row) for row in rows],
        source="What is of low confidence is in the data and not drawn. The last count is far above the one before; "
        "whether by growth or by a wider definition, its source does not say.",
    )


def _assigned(row: dict[str, str]) -> dict[str, Any]:
    return {
        "list": _area(row["zone"]),
        "industry": reference.figure(row, "industry"),
        "themes": ", ".join(priorities.themes(row["industry"])),
        "source": reference.source(row),
    }


def _replicated(row: dict[str, str]) -> dict[str, Any]:
    return {
        "as of": reference.figure(row, "as_of"),
        "count": reference.figure(row),
        "source": reference.source(row),
        "note": row["note"],
    }


_ALONE = "No other source here counts what this zone has done."


def _dot(when: Figure, value: Figure, kind: str) -> Point:
    first, last = _span(when)
    until = float(last.toordinal()) if (last - first).days > 20 else None
    amount = getattr(value, "value", 0)
    return Point(first.toordinal(), float(amount), _short(value), kind, getattr(value, "mod", None), until)


def _once(points: Iterable[Point]) -> list[Point]:
    """Leave out the label of a point that says the same as the one before."""
    told, found = "", []
    for point in points:
        found.append(point._replace(label="") if point.label == told else point)
        told = point.label
    return found


def _kind(step: through_time.Step) -> str:
    return "stated" if step.stated else step.confidence or "medium"


def _words(of: Iterable[through_time.Step]) -> str:
    """Tell of a count whose source has another word for what it counts."""
    other = {step.what for step in of if not step.stated and step.what == "reform and innovation measures"}
    return " (one counts measures)" if other else ""


def _short(figure: Figure) -> str:
    assert isinstance(figure, Stated | Reference)
    value = figure.value if isinstance(figure.value, str) else number(figure.value)
    return f"{SIGNS.get(figure.mod or '', '')}{value}"


def _said(value: Figure, when: Figure) -> str:
    first, last = _span(when)
    return f"{_short(value)} ({timeline.interval(first, last)})"


def _span(when: Figure) -> tuple[dt.date, dt.date]:
    span = timeline.days(str(getattr(when, "value", "")), getattr(when, "mod", None))
    assert span, when
    return span


def _days(whens: Iterable[Figure]) -> list[dt.date]:
    return [day for when in whens for day in _span(when)]


def _top(values: Iterable[Figure]) -> float:
    return float(max(getattr(value, "value", 0) for value in values))


def _calendar(days: Iterable[dt.date]) -> tuple[tuple[float, float], dict[float, str]]:
    """Return a scale that holds the days, and a tick for each first of January."""
    listed = sorted(days)
    first, last = listed[0].year, listed[-1].year + 1
    ticks = {float(dt.date(year, 1, 1).toordinal()): str(year) for year in range(first, last + 1)}
    return (min(ticks), max(ticks)), ticks


def _area(id: str) -> str:
    return reference.short(id).rpartition(", ")[2].removesuffix(" Area")
