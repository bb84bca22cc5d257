"""What became of a zone's counts: the article's own among those of other sources, through time.

Finds     innovations formed, those promoted in the province, and tasks carried out, each with its day.
Leaves    counts of one batch or one year, which are no part of a growing count; rows that are the article.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ftzlib import reference
from ftzlib.evidence import days as timeline
from ftzlib.evidence.figures import Figure, Missing, Reference, Stated
from ftzlib.stories.questions import peers, reforms
from ftzlib.stories.questions.peers import NO_ZONE

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

#: The counts that are followed: heading, what is counted, status, scope, and the article's name for it.
SERIES = (
    ("Innovations formed", ("innovations", "reform and innovation measures"), "formed", "zone", "innovations"),
    ("Innovations promoted in the province", ("innovations",), "promoted", "province", "promoted"),
    ("Tasks carried out", (peers.TASKS,), "implemented", "zone", "done"),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Step:
    """One count of a zone: what, how many, when, who says so; `stated` if it is the article's own."""

    what: str
    value: Figure
    when: Figure
    source: Reference | str
    confidence: str | None = None
    note: str = ""
    stated: bool = False

    @property
    def day(self) -> dt.date:
        """The last day that the date may mean."""
        span = timeline.days(str(getattr(self.when, "value", "")), getattr(self.when, "mod", None))
        return span[1] if span else dt.date.min


def answers(facts: Facts) -> dict[str, Any]:
    """Return the last counts of the article's zone after its own.

    Returns
    -------
    dict
        ``later_done`` of ``later_tasks`` on ``later_when``, the tasks; ``last_count`` on ``last_when``, the
        innovations.
    """
    zone, told = peers.about(facts), reforms.answers(facts)["told"]
    names = ("later_done", "later_tasks", "later_when", "last_count", "last_when")
    if zone is None:
        return dict.fromkeys(names, NO_ZONE)
    day = str(getattr(told, "value", ""))
    found: dict[str, Any] = dict.fromkeys(
        names, Missing("What became of these counts later, no other source here says.")
    )
    done = [count for count in peers.counts(facts) if count.zone == zone and _value(count.when) > day]
    formed = [step for step in steps(facts).get(SERIES[0][0], []) if not step.stated and _value(step.when) > day]
    if done and done[-1].whole:
        found |= {"later_done": done[-1].part, "later_tasks": done[-1].whole, "later_when": done[-1].when}
    if formed:
        found |= {"last_count": formed[-1].value, "last_when": formed[-1].when}
    return found


def steps(facts: Facts) -> dict[str, list[Step]]:
    """Return the counts of the article's zone through time, those of the article among them, by heading."""
    zone, said = peers.about(facts), reforms.answers(facts)
    found: dict[str, list[Step]] = {}
    for heading, what, status, scope, name in SERIES:
        counts = [row for row in figures(facts, zone, status, scope) if row["unit"] == "count"]
        of = [_step(row) for row in counts if row["indicator"] in what]
        mine = said[name]
        if zone and isinstance(mine, Stated) and mine.unit != "percent" and not isinstance(said["told"], Missing):
            of.append(Step(what=heading, value=mine, when=said["told"], source="the article", stated=True))
        if of:
            found[heading] = sorted(of, key=lambda step: step.day)
    return found


def rows(facts: Facts) -> list[dict[str, Any]]:
    """Return the counts through time as rows."""
    return [
        {
            "what": heading,
            "as of": step.when,
            "count": step.value,
            "source": step.source,
            "note": step.note,
        }
        for heading, of in steps(facts).items()
        for step in of
    ]


def figures(facts: Facts, zone: str | None, status: str, scope: str) -> list[dict[str, str]]:
    """Return the cumulative counts of a zone from other sources than the article itself."""
    address, wanted = facts.document.source.url, (zone, status, scope, "")
    keys = ("zone", "status", "scope", "period")
    rows = [row for row in reference.rows("metrics") if tuple(row[key] for key in keys) == wanted]
    return [row for row in rows if row["source_url"] != address]


def _step(row: dict[str, str]) -> Step:
    return Step(
        what=row["indicator"],
        value=reference.figure(row),
        when=reference.figure(row, "as_of"),
        source=reference.source(row),
        confidence=row["confidence"],
        note=row["note"],
    )


def _value(figure: Figure) -> str:
    return str(getattr(figure, "value", ""))
