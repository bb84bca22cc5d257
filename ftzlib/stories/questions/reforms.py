"""Reform tasks and innovations: what an article counts, part by part, and what follows from the counts.

Finds     the figure for what was carried out and the total that it is part of; the same for what is in use
          beyond the zone; the day of the founding and the day of the count; rates, gaps and pace of the two.
Leaves    a count that the text ties to no total: its rate is a missing value with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from ftzlib.evidence.figures import Indicator, Missing, Stated
from ftzlib.stories import indicators, moments
from ftzlib.stories.sources import person, stated

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

Pair: TypeAlias = tuple[Stated | Missing, Stated | Missing]

#: Statuses of the whole that a part of each status belongs to, best first.
_WHOLES = {"implemented": ("total", "reported"), "promoted": ("formed", "implemented", "total", "reported")}
_LACKS = {
    "implemented": ("how many tasks have been carried out", "how many tasks there are in all"),
    "promoted": ("how many innovations are in use beyond the zone", "how many innovations there are in all"),
}


def answers(facts: Facts) -> dict[str, Any]:
    """Return what an article says of its reforms, and what follows, under the names that the notebooks use.

    Returns
    -------
    dict
        Stated: ``done`` of ``tasks``, ``promoted`` of ``innovations``, the dates ``founded`` and ``told``,
        the words ``task_words``, ``innovation_words``, ``reach``, ``speaker``, ``speaker_role``, ``zone``. Worked out:
        ``rate``, ``left``, ``share``, ``kept``, ``age``, ``pace``, ``ahead``.
    """
    done, tasks = pair(facts, "implemented")
    promoted, innovations = pair(facts, "promoted")
    founded, told = moments.founding(facts), moments.news_day(facts)
    left = indicators.gap("tasks left", done, tasks)
    age = indicators.days_between("days since the founding", founded, told)
    return {
        "tasks": tasks,
        "done": done,
        "rate": indicators.rate("implementation rate", done, tasks),
        "left": left,
        "innovations": innovations,
        "promoted": promoted,
        "share": indicators.rate("promotion rate", promoted, innovations),
        "kept": indicators.gap("innovations not promoted", promoted, innovations),
        "founded": founded,
        "told": told,
        "age": age,
        "pace": indicators.pace("pace a month", done, age),
        "ahead": indicators.ahead("days for what is left", left, done, age),
        **_words(facts, (done, tasks), (promoted, innovations)),
    }


def parts(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the wholes of which a part is known as rows: what, whole, verb, part, share, rest."""
    rows = [
        {"what": found["task_words"], "whole": found["tasks"], "verb": "carried out", "part": found["done"],
         "share": found["rate"], "rest": found["left"]},
        {"what": found["innovation_words"], "whole": found["innovations"], "verb": "promoted",
         "part": found["promoted"], "share": found["share"], "rest": found["kept"]},
    ]  # fmt: skip
    return [row for row in rows if row["share"].value is not None]


def derived(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the worked-out figures as rows: value, formula and assumption, or the reason for none."""
    return [
        {
            "figure": figure.name,
            "value": figure if figure.value is not None else "cannot be worked out",
            "formula": figure.formula or figure.reason or "",
            "holds if": figure.assumption or "",
        }
        for figure in found.values()
        if isinstance(figure, Indicator)
    ]


def silences(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what this story asks and the source does not answer, each reason once."""
    reasons = [value.reason for value in found.values() if isinstance(value, Missing | Indicator)]
    return [{"not answered": reason} for reason in dict.fromkeys(reasons) if reason]


def counted(facts: Facts) -> list[dict[str, Any]]:
    """Return every count of tasks, measures, innovations and plans as rows, with what it is part of."""
    rows = {row["id"]: row for row in facts.rows("metrics")}
    return [
        {
            "what is counted": row["indicator"] or "not said",
            "status": row["status"] + (f", {row['scope']}" if row["scope"] else ""),
            "value": stated(facts, "metrics", row),
            "part of": stated(facts, "metrics", rows[row["part_of"]]) if row["part_of"] in rows else "",
            "who says so": person(facts, row["speaker"]) if row["speaker"] else "the article",
        }
        for row in rows.values()
        if row["status"] != "reported" and row["unit"] in ("count", "percent")
    ]


def pair(facts: Facts, status: str) -> Pair:
    """Return the first figure of `status` that is tied to a whole, and that whole; either may be missing."""
    tied = next(pairs(facts, status), None)
    if tied:
        return tied
    rows = facts.rows("metrics")
    part = next((stated(facts, "metrics", row) for row in rows if row["status"] == status), None)
    whole = next((stated(facts, "metrics", row) for row in rows if row["status"] == _WHOLES[status][0]), None)
    lacks_part, lacks_whole = _LACKS[status]
    if part and whole:  # both are there, and nothing says that they belong together
        whole = None
    return part or _lacking(lacks_part), whole or _lacking(lacks_whole)


def pairs(facts: Facts, status: str) -> Iterator[tuple[Stated, Stated]]:
    """Give each figure of `status` that the text ties to a whole, with that whole."""
    rows = {row["id"]: row for row in facts.rows("metrics")}
    for row in rows.values():
        whole = rows.get(row["part_of"])
        if row["status"] == status and whole and whole["status"] in _WHOLES[status]:
            yield stated(facts, "metrics", row), stated(facts, "metrics", whole)


def _words(facts: Facts, tasks: Pair, innovations: Pair) -> dict[str, Any]:
    """Return the text's words for what is counted, over what territory, of which zone, and who says so."""
    rows = {row["id"]: row for row in facts.rows("metrics")}
    chosen = [rows[row] for row in (*_ids(tasks), *_ids(innovations))]
    named = _first(chosen, "zone") or _first(facts.rows("zones"), "name")
    zone = next((row for row in facts.rows("zones") if row["name"] == named), None)
    speaker = _first([row for row in chosen if row["id"] in _ids(tasks)] or chosen, "speaker")
    scope = _first([row for row in chosen if row["status"] == "promoted"], "scope")
    return {
        "task_words": _indicator(rows, tasks) or "reform tasks",
        "innovation_words": _indicator(rows, innovations) or "innovations",
        "reach": "beyond it" if not scope else scope if scope == "nationwide" else f"across {scope}",
        "zone": stated(facts, "zones", zone) if zone else named or _lacking("which zone it speaks of"),
        "speaker_role": f", {role}" if (role := _role(facts, speaker)) else "",
        "speaker": person(facts, speaker) if speaker else _lacking("who gives these figures"),
    }


def _role(facts: Facts, name: str | None) -> str | None:
    return _first([row for row in facts.rows("people") if row["name"] == name], "role")


def _lacking(what: str) -> Missing:
    return Missing(f"The source does not say {what}.")


def _ids(tied: Pair) -> list[str]:
    return [figure.id for figure in tied if isinstance(figure, Stated)]


def _indicator(rows: dict[str, dict[str, Any]], tied: Pair) -> str | None:
    return _first([rows[row] for row in reversed(_ids(tied))], "indicator")


def _first(rows: list[dict[str, Any]], column: str) -> str | None:
    return next((str(row[column]) for row in rows if row[column]), None)
