"""The evidence links of a story: an anchor at the first use of each fact, and how derived figures were made.

Takes     links as `ftzlib.evidence.claims` writes them: ``ftz-stated`` to a row's id, ``ftz-derived`` to its making.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bs4 import Tag


@dataclass(frozen=True)
class Derived:
    """A figure that the story works out: where it is explained, and from what it was made."""

    anchor: str
    name: str
    shown: str
    formulas: list[str] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)


def anchor_uses(links: Iterable[Tag], places: Mapping[str, str]) -> dict[str, str]:
    """Give the first link to each row an id, and every link the place that print shows behind it."""
    uses: dict[str, str] = {}
    for link in links:
        row = str(link["href"])[1:]
        link["data-at"] = places.get(row, "")
        if row not in uses and not link.find_parent("details"):
            uses[row] = link["id"] = f"use-{row}"
    return uses


def collect_derived(links: Iterable[Tag]) -> list[Derived]:
    """Return the derived figures that are linked, each once."""
    found: dict[str, Derived] = {}
    for link in links:
        anchor = str(link["href"])[1:]
        known = found.setdefault(anchor, Derived(anchor, str(link.get("data-name", "")), link.get_text()))
        formula = str(link.get("data-formula", ""))
        if formula and formula not in known.formulas:
            known.formulas.append(formula)
        known.inputs.extend(row for row in str(link.get("data-inputs", "")).split() if row not in known.inputs)
        del link["title"]  # the style sheet shows the formula; a second note would cover it
    return list(found.values())
