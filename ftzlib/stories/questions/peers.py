"""How much of their tasks other zones had carried out, and after how many months.

Finds     in the reference tables every count of tasks carried out with the total that it is a share of, and
          how many months after the zone's first day it was taken; the article's own count beside them.
Leaves    what is not the same thing: tasks only begun, targets, and rows that are the article itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ftzlib import reference
from ftzlib.evidence import days as timeline
from ftzlib.evidence.figures import Figure, Indicator, Missing, Number, Stated
from ftzlib.stories import indicators
from ftzlib.stories.questions import reforms

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

TASKS = "pilot reform tasks"
NEAR = 4  # months; counts within so many of the article's age are compared with it
NO_ZONE = Missing("The source names no pilot zone, so there is nothing to compare it with.")
#: Why a status is not put beside tasks that were carried out.
_OTHER = {"commenced": "tasks that were begun, not carried out", "planned": "a target, not a result"}


@dataclass(frozen=True, kw_only=True)
class Count:
    """One share of tasks carried out: of which zone, how old the zone was, and who says so.

    Attributes
    ----------
    zone : str
        Id in the reference tables.
    share : Figure
        Derived from a part and a whole, or a percentage as the source has it.
    value : number
        The share between 0 and 1.
    months : (low, high)
        Since the zone's first day; two numbers where the date is no day.
    part, whole : Figure
    when, source : Figure or str
    """

    zone: str
    share: Figure
    value: Number
    mod: str | None
    months: tuple[float, float]
    part: Figure
    whole: Figure
    when: Figure
    source: Figure | str
    confidence: str | None = None
    note: str = ""


def about(facts: Facts) -> str | None:
    """Return the id of the zone that an article is about, or None."""
    zone = reforms.answers(facts)["zone"]
    return reference.zone_id(str(getattr(zone, "value", zone)))


def counts(facts: Facts) -> list[Count]:
    """Return the counts of other sources, zone by zone and in order of time."""
    rows = _tasks(facts)
    pairs = [(row, _whole(row, rows)) for row in rows if row["status"] == "implemented"]
    found = [_count(part, whole) for part, whole in pairs if whole]
    return sorted(found, key=lambda count: (count.zone, count.months))


def own(facts: Facts) -> Count | None:
    """Return the article's own count, if it gives one and its zone's first day is known."""
    said, zone = reforms.answers(facts), about(facts)
    when = said["told"]
    if zone is None or said["rate"].value is None or not reference.zone(zone)["unveiled"] or isinstance(when, Missing):
        return None
    return Count(
        zone=zone,
        share=said["rate"],
        value=said["rate"].value,
        mod=said["rate"].mod,
        months=_months(zone, str(when.value), when.mod),
        part=said["done"],
        whole=said["tasks"],
        when=when,
        source="the article",
    )


def answers(facts: Facts) -> dict[str, Any]:
    """Return where the article's count stands, under the names that the notebook uses.

    Returns
    -------
    dict
        ``months``, the age of the zone; ``near``, how many counts of others were taken at about that age, and
        ``above`` and ``below``, how many of them are higher and lower; ``parent_share`` after
        ``parent_months``, of the whole zone that an area is part of; ``others``, the number of zones that
        were counted, and ``left_out``, the number of rows that are no like for like.
    """
    ours, found = own(facts), counts(facts)
    zone = about(facts)
    if zone is None:
        names = ("months", "near", "above", "below", "parent_share", "parent_months", "others", "left_out")
        return dict.fromkeys(names, NO_ZONE)
    others = [count for count in found if count.zone != zone]
    zones = list(dict.fromkeys(reference.short(count.zone) for count in others))
    return {
        **_standing(ours, others),
        **_parent(ours, zone, others),
        "others": _number("other zones counted", zones),
        "left_out": _number("rows left out", [row["id"] for row in _excluded(facts)]),
    }


def rows(facts: Facts) -> list[dict[str, Any]]:
    """Return the counts as rows, the article's first."""
    ours = own(facts)
    return [
        {
            "zone": reference.short(count.zone),
            "as of": count.when,
            "months": _spell(count.months),
            "share": count.share,
            "carried out": count.part,
            "of": count.whole,
            "source": count.source,
        }
        for count in [*([ours] if ours else []), *counts(facts)]
    ]


def left_out(facts: Facts) -> list[dict[str, Any]]:
    """Return what was counted and is not compared, with the reason."""
    return [
        {
            "zone": reference.short(row["zone"]),
            "figure": reference.figure(row),
            "as of": reference.figure(row, "as_of"),
            "why not": _OTHER[row["status"]],
            "source": reference.source(row),
        }
        for row in _excluded(facts)
    ]


def _tasks(facts: Facts) -> list[dict[str, str]]:
    """Return the rows on tasks but those that the article itself is the source of."""
    address = facts.document.source.url
    return [row for row in reference.rows("metrics") if row["indicator"] == TASKS and row["source_url"] != address]


def _excluded(facts: Facts) -> list[dict[str, str]]:
    return [row for row in _tasks(facts) if row["status"] in _OTHER]


def _whole(part: Mapping[str, str], rows: list[dict[str, str]]) -> dict[str, str] | None:
    """Return the total of the same zone, of the same day where there is one."""
    totals = [row for row in rows if row["zone"] == part["zone"] and row["status"] == "total"]
    return next((row for row in totals if row["as_of"] == part["as_of"]), totals[0] if totals else None)


def _count(part: Mapping[str, str], whole: Mapping[str, str]) -> Count:
    value = reference.number(part["value"])
    done, of, said = reference.figure(part), reference.figure(whole), part["unit"] == "percent"
    share = value / 100 if said else value / float(whole["value"])
    formula = f"{part['value']} / {whole['value']} = {share:.3f} ({part['source_publisher']})"
    name = f"share carried out, {reference.short(part['zone'])}, {part['as_of']}"
    return Count(
        zone=part["zone"],
        share=done if said else Indicator(name=name, value=share, formula=formula, mod=part["mod"] or None, form=".1%"),
        value=share,
        mod=part["mod"] or None,
        months=_months(part["zone"], part["as_of"]),
        part=done,
        whole=of,
        when=reference.figure(part, "as_of"),
        source=reference.source(part),
        confidence=part["confidence"],
        note=part["note"],
    )


def _months(zone: str, as_of: str, mod: str | None = None) -> tuple[float, float]:
    span, (start, _) = timeline.days(as_of, mod), timeline.days(reference.zone(zone)["unveiled"]) or (None, None)
    if span is None or start is None:
        raise ValueError(f"{zone}, {as_of}: no first day, or no day of the count")
    low, high = (max((day - start).days / indicators.MONTH, 0.0) for day in span)
    return low, high


def _standing(ours: Count | None, others: list[Count]) -> dict[str, Any]:
    if ours is None:
        reason = Missing(
            "The source gives no share of tasks carried out that could be put beside those of other zones."
        )
        return dict.fromkeys(("months", "near", "above", "below"), reason)
    near = [count for count in others if abs(_middle(count) - _middle(ours)) <= NEAR]
    above = [c for c in near if c.value > ours.value and c.mod != "LESS_THAN"]
    below = [c for c in near if c.value < ours.value and c.mod != "MORE_THAN"]
    first = reference.zone(ours.zone)["unveiled"]
    day = timeline.spell(first)
    return {
        "months": Indicator(
            name="months since the first day",
            value=_middle(ours),
            formula=f"{day} to {timeline.spell(str(getattr(ours.when, 'value', '')))}: {_spell(ours.months)} months",
            inputs=_ids(ours.when),
            form=".0f",
        ),
        "near": _number("counts of others at about this age", [_label(c) for c in near]),
        "above": _number("higher ones", [_label(c) for c in above]),
        "below": _number("lower ones", [_label(c) for c in below]),
    }


def _parent(ours: Count | None, zone: str, others: list[Count]) -> dict[str, Any]:
    whole = [count for count in others if count.zone == reference.zone(zone)["part_of"]]
    if not ours or not whole:
        reason = Missing("No count of a whole zone that this one is part of can be put beside it.")
        return dict.fromkeys(("parent_share", "parent_months", "parent_when"), reason)
    nearest = min(whole, key=lambda count: abs(_middle(count) - _middle(ours)))
    return {"parent_share": nearest.share, "parent_when": nearest.when, "parent_months": _spell(nearest.months)}


def _label(count: Count) -> str:
    return f"{reference.short(count.zone)} {count.value:.0%}"


def _number(name: str, items: list[str]) -> Indicator:
    return Indicator(name=name, value=len(items), formula=f"{'; '.join(items) or 'none'}: {len(items)}")


def _middle(count: Count) -> float:
    return sum(count.months) / 2


def _spell(months: tuple[float, float]) -> str:
    low, high = (f"{month:.1f}" for month in months)
    return low if low == high else f"{low} to {high}"


def _ids(figure: Figure) -> tuple[str, ...]:
    return (figure.id,) if isinstance(figure, Stated) else ()
