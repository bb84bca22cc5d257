"""Charts that put an article's count of tasks among those of other zones.

Finds     headline, alternative text, data and source line for each; whatever another source says carries its
          link and its confidence. `ftzlib.stories.panels` draws.
Leaves    a source with nothing to compare: a sentence instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ftzlib import reference
from ftzlib.evidence.chart_style import chart
from ftzlib.evidence.claims import paragraph
from ftzlib.evidence.figures import Figure, Indicator
from ftzlib.evidence.wording import Shown, derived, sentence
from ftzlib.stories.panels import KEY, SIGNS, Panel, Point, panels
from ftzlib.stories.questions import peers
from ftzlib.stories.questions.peers import NO_ZONE

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

_WIDE, _HIGH = 28, 0.06  # months and share that a label beside a point takes
_LIKE = (
    "Only tasks said to be carried out. An arrow is a bound, up for more than, down for nearly, both ways for about. "
    "Whole zones and groups hold areas that are counted by themselves, too."
)


def among_peers(facts: Facts) -> Shown:
    """Draw the share of tasks carried out by months since the first day: the article among all others."""
    ours, zone, said = peers.own(facts), peers.about(facts), peers.answers(facts)
    if zone is None:
        return paragraph(f"No chart of other zones. {NO_ZONE.reason}")
    every = sorted([*([ours] if ours else []), *peers.counts(facts)], key=lambda count: count.months)
    points = [_peer(count)._replace(label=_name(count, every)) for count in every]
    return chart(
        panels(
            [Panel("Share of the tasks carried out", points, 1, {0.5: "half", 1: "all"}, joined=False)],
            *_ages(every),
            tall=2.5,
        ),
        headline=_standing(ours, said),
        note=f"By years since the zone's first day; dashed lines are half of the tasks and all. {KEY}",
        alt=" ".join([f"{len(points)} points.", *(_told(count) for count in every)]),
        rows=peers.rows(facts),
        source=_LIKE,
    )


def zone_by_zone(facts: Facts) -> Shown:
    """Draw the same, a panel for each zone, with its counts joined and labelled."""
    ours, zone = peers.own(facts), peers.about(facts)
    if zone is None:
        return paragraph(f"No chart zone by zone. {NO_ZONE.reason}")
    by_zone: dict[str, list[peers.Count]] = {}
    for count in [*([ours] if ours else []), *peers.counts(facts)]:
        by_zone.setdefault(count.zone, []).append(count)
    drawn = [
        Panel(sentence(reference.short(name)), [_peer(count) for count in of], 1, {1: ""})
        for name, of in by_zone.items()
    ]
    return chart(
        panels(drawn, *_ages([count for of in by_zone.values() for count in of]), columns=2),
        headline=f"{sum(of[-1].value == 1 for of in by_zone.values())} of {len(drawn)} "
        "are said to have come to all, or about all, of their tasks",
        note=f"The same counts, zone by zone. {KEY}",
        alt=" ".join([f"{len(drawn)} panels.", *(_told(count) for of in by_zone.values() for count in of)]),
        rows=[
            {"zone": reference.short(count.zone), "as of": count.when, "share": count.share, "note": count.note}
            for of in by_zone.values()
            for count in of
        ],
        source=_LIKE,
    )  # fmt: skip


def _standing(ours: peers.Count | None, said: Mapping[str, Figure]) -> str:
    near, above = said["near"], said["above"]
    if ours is None or not isinstance(near, Indicator) or not isinstance(above, Indicator):
        return (
            f"{derived(_of(said['others']))} other zones and groups say how many of their tasks they have carried out"
        )
    if not near.value:
        return f"{_share(ours)} after {sum(ours.months) / 2:.0f} months; nobody else was counted at that age"
    return (
        f"{_share(ours)} after {sum(ours.months) / 2:.0f} months: "
        f"{derived(above)} of {derived(near)} counts of others at about that age are higher"
    )


def _of(figure: Figure) -> Indicator:
    return figure if isinstance(figure, Indicator) else Indicator(name="none", value=0)


def _peer(count: peers.Count) -> Point:
    low, high = count.months
    kind = count.confidence or "stated"
    return Point(low, count.value, _share(count), kind, count.mod, high if high - low > 0.5 else None)


def _name(count: peers.Count, every: list[peers.Count]) -> str:
    """Return what a point is called where all share one panel: only the article, and what stands by itself."""
    if not count.confidence:
        return f"this article, {_share(count)}"
    near = [
        o
        for o in every
        if o is not count and abs(o.months[0] - count.months[0]) < 14 and abs(o.value - count.value) < 0.11
    ]
    if near:
        return ""
    return f"{reference.short(count.zone).removesuffix(', whole zone')}, {_share(count)}"


def _ages(counts: Iterable[peers.Count]) -> tuple[tuple[float, float], dict[float, str]]:
    """Return a scale of months, with a tick for each year."""
    last = max(count.months[1] for count in counts)
    return (0, last + 1), {12.0 * year: f"{year} yr" if year else "0" for year in range(int(last / 12) + 1)}


def _share(count: peers.Count) -> str:
    return f"{SIGNS.get(count.mod or '', '')}{count.value:.0%}" if count.confidence else f"{count.value:.1%}"


def _told(count: peers.Count) -> str:
    return f"{sentence(reference.short(count.zone))}, {sum(count.months) / 2:.0f} months: {_share(count)}."
