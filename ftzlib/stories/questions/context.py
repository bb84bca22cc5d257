"""What other sources say around an article: who else counts innovations, and what the nation took over.

Finds     the counts of the zone that an article's area is part of; what was replicated nationwide; all that
          `peers`, `course` and `plans` answer.
Leaves    counts of different counters apart: they stand in rows that say who counted, and on no one scale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ftzlib import reference
from ftzlib.evidence.figures import Missing, Stated
from ftzlib.stories.questions import course, peers, plans, reforms
from ftzlib.stories.questions.course import figures
from ftzlib.stories.questions.peers import NO_ZONE

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts


def answers(facts: Facts) -> dict[str, Any]:
    """Return a zone's context under the names that the notebook uses.

    Returns
    -------
    dict
        All of `peers.answers`, and of the article ``zone``, ``done``, ``tasks``, ``rate``, ``left``, ``told``,
        ``innovations``. From elsewhere ``later_done`` of ``later_tasks`` on ``later_when``; ``last_count`` on
        ``last_when``; ``listed``, ``listed_when`` and ``listed_zone``, the innovations that are counted for
        the whole zone; ``assigned``, the number of industries in the plan, and ``same``, how many of those in
        the article they are; ``replicated`` nationwide on ``replicated_when``, ``first_replicated`` on
        ``first_when``.
    """
    said = reforms.answers(facts)
    zone = peers.about(facts)
    known = {key: said[key] for key in ("done", "tasks", "rate", "left", "told", "innovations", "promoted")}
    return {
        **known,
        "zone": said["zone"] if zone else NO_ZONE,
        **peers.answers(facts),
        **course.answers(facts),
        **_listed(facts, zone),
        **plans.answers(facts),
        **_replicated(facts),
    }


def counters(facts: Facts) -> list[dict[str, Any]]:
    """Return the innovations that the article counts, and those counted for the zones around it, as rows."""
    zone, said = peers.about(facts), reforms.answers(facts)
    if zone is None or not isinstance(said["innovations"], Stated):
        return []
    parent = reference.zone(zone)["part_of"]
    around = [row["id"] for row in reference.rows("zones") if parent and parent in (row["id"], row["part_of"])]
    found = [row for other in around if other != zone for row in figures(facts, other, "formed", "zone")]
    mine = {"counted for": reference.short(zone), "innovations": said["innovations"], "as of": said["told"]}
    return [
        {**mine, "note": "as the article states it", "source": "the article"},
        *(
            {
                "counted for": reference.short(row["zone"]),
                "innovations": reference.figure(row),
                "as of": reference.figure(row, "as_of"),
                "note": row["note"] or "the source does not say how",
                "source": reference.source(row),
            }
            for row in found
            if row["indicator"] == "innovations"
        ),
    ]


def replications(facts: Facts) -> list[dict[str, str]]:
    """Return the counts of innovations replicated nationwide, in order of time, if the article is on zones."""
    if peers.about(facts) is None and not facts.rows("zones"):
        return []
    rows = [
        row for row in reference.rows("national") if (row["indicator"], row["status"]) == ("innovations", "promoted")
    ]
    return sorted((row for row in rows if row["scope"] == "nationwide"), key=lambda row: row["as_of"])


def _listed(facts: Facts, zone: str | None) -> dict[str, Any]:
    names = ("listed", "listed_when", "listed_zone")
    if zone is None:
        return dict.fromkeys(names, NO_ZONE)
    parent, said = reference.zone(zone)["part_of"], reforms.answers(facts)
    rows = [row for row in figures(facts, parent, "formed", "zone") if row["indicator"] == "innovations"]
    if not rows or not isinstance(said["innovations"], Stated):
        return dict.fromkeys(names, Missing("No list of a whole zone can be put beside a count of innovations here."))
    day = str(getattr(said["told"], "value", ""))
    row = next((row for row in reversed(rows) if row["as_of"] <= day), rows[0])
    when = reference.figure(row, "as_of")
    return {"listed": reference.figure(row), "listed_when": when, "listed_zone": reference.short(parent)}


def _replicated(facts: Facts) -> dict[str, Any]:
    rows = [row for row in replications(facts) if not row["mod"]]
    if not rows:
        return dict.fromkeys(("replicated", "replicated_when", "first_replicated", "first_when"), NO_ZONE)
    told = str(getattr(reforms.answers(facts)["told"], "value", "")) or rows[-1]["as_of"]
    after = next((row for row in rows if row["as_of"] > told), rows[-1])
    return {
        "first_replicated": reference.figure(rows[0]),
        "first_when": reference.figure(rows[0], "as_of"),
        "replicated": reference.figure(after),
        "replicated_when": reference.figure(after, "as_of"),
    }


def disagreements(facts: Facts) -> list[dict[str, Any]]:
    """Return where other sources disagree on the zones that an article names, as rows."""
    zones = {reference.zone_id(str(row["name"])) for row in facts.rows("zones")}
    return [
        {
            "on": row["subject"],
            "one says": row["value"],
            "another says": row["other_value"] + (f" ({row['other_publisher']})" if row["other_publisher"] else ""),
            "note": row["note"],
        }
        for row in reference.rows("conflicts")
        if _zone_of(row) in zones
    ]


def _zone_of(conflict: dict[str, str]) -> str:
    """Return the zone of the row that a conflict is about."""
    if conflict["table"] == "zones":
        return conflict["row"]
    rows = reference.rows(conflict["table"])
    return next((row.get("zone", "") for row in rows if row.get("id") == conflict["row"]), "")
