"""The industries that an article lists, held against those that plans assigned.

Finds     the industries assigned to the article's zone and to the areas beside it; which of the article's are
          among them, by name.
Leaves    a zone without a plan on record, and an article without industries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ftzlib import reference
from ftzlib.evidence.figures import Indicator, Missing, Reference, Stated
from ftzlib.stories import indicators
from ftzlib.stories.questions import peers, priorities
from ftzlib.stories.questions.peers import NO_ZONE

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts


def answers(facts: Facts) -> dict[str, Any]:
    """Return ``n_named`` industries of the article, ``same``, how many are in the plan, and ``assigned``."""
    zone = peers.about(facts)
    found, lists = rows(facts), assigned(zone)
    if not found or zone is None:
        reason = (
            NO_ZONE
            if zone is None
            else Missing("No plan with industries is on record here for what this source lists.")
        )
        return dict.fromkeys(("assigned", "same", "n_named"), reason)
    named = [row for row in found if isinstance(row["in the article"], Stated)]
    same = [row["in the article"] for row in named if isinstance(row["in the plan"], Reference)]
    plan = [row["industry"] for row in lists[zone]]
    return {
        "n_named": indicators.count("number of industries", [row["in the article"] for row in named]),
        "same": indicators.count("industries that are in the plan", same),
        "assigned": Indicator(
            name="industries in the plan", value=len(plan), formula=f"{'; '.join(plan)}: {len(plan)}"
        ),
    }


def assigned(zone: str | None) -> dict[str, list[dict[str, str]]]:
    """Return the industries assigned to a zone and to the areas beside it, by id, the zone's own first."""
    lists: dict[str, list[dict[str, str]]] = {}
    for row in reference.rows("industries"):
        lists.setdefault(row["zone"], []).append(row)
    if zone not in lists:
        return {}
    beside = [id for id in lists if reference.zone(id)["part_of"] == reference.zone(zone)["part_of"]]
    return {id: lists[id] for id in sorted(beside, key=lambda id: id != zone)}


def rows(facts: Facts) -> list[dict[str, Any]]:
    """Return each industry of the article and of the plan for its zone as rows, side by side."""
    zone, named = peers.about(facts), priorities.items(facts, "industry")
    lists = assigned(zone)
    if not zone or not lists or not named:
        return []
    plan = lists[zone]
    missing = {"in the article": "not named"}
    met = {_plain(str(item.value)) for item in named}
    left = [row for row in plan if _plain(row["industry"]) not in met]
    return [_beside(item, plan) for item in named] + [missing | _planned(row) for row in left]


def _beside(item: Stated, plan: list[dict[str, str]]) -> dict[str, Any]:
    row = next((row for row in plan if _plain(row["industry"]) == _plain(str(item.value))), None)
    if row is None:
        return {"in the article": item, "in the plan": "not assigned", "place in the plan": "", "source": ""}
    return {"in the article": item} | _planned(row)


def _planned(row: dict[str, str]) -> dict[str, Any]:
    return {
        "in the plan": reference.figure(row, "industry"),
        "place in the plan": row["order"],
        "source": reference.source(row),
    }


def _plain(name: str) -> str:
    """Return a name without the words that plans put behind any industry."""
    words = name.lower().split()
    return " ".join(word for word in words if word not in ("industry", "industries", "sector", "sectors"))
