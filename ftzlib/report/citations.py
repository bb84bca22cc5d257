"""The evidence links of a story: an anchor at the first use of each fact, and how derived figures were made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bs4 import Tag


@dataclass(frozen=True)
class Derived:
    """A figure that the story works out: where it is explained, how it reads, its formula, what went in."""

    anchor: str
    shown: str
    formula: str
    inputs: list[str]
    pages: list[str]


def anchor_uses(links: Iterable[Tag], places: Mapping[str, str]) -> dict[str, str]:
    """Give the first link to each row an id, and every link the place that print shows behind it."""
    uses: dict[str, str] = {}
    for link in links:
        row = str(link["href"])[1:]
        link["data-at"] = places.get(row, "")
        if row not in uses and not link.find_parent("details"):
            uses[row] = link["id"] = f"use-{row}"
    return uses


def lead_derived(figures: Iterable[Tag]) -> list[Derived]:
    """Let each derived figure lead to how it was made; return how, each formula once for the same rows."""
    found: dict[tuple[str, ...], Derived] = {}
    for figure in figures:
        made_of = tuple(str(figure.get(f"data-{kind}", "")) for kind in ("formula", "inputs", "pages"))
        formula, inputs, pages = made_of[0], made_of[1].split(), made_of[2].split()
        made = found.setdefault(made_of, Derived(f"how-{len(found) + 1}", figure.get_text(), formula, inputs, pages))
        figure.name = "a"
        figure["href"] = f"#{made.anchor}"
        for attribute in ("title", "tabindex"):  # the style sheet shows the formula, and a link has its own focus
            del figure[attribute]
    return list(found.values())


def number_pages(links: Iterable[Tag]) -> list[tuple[str, str]]:
    """Give each link to a page of others the number of that page, which print shows; return the pages in that order.

    Returns
    -------
    list of (str, str)
        Address, and the most that a link to it tells of it.
    """
    pages: dict[str, str] = {}
    for link in links:
        address = str(link["href"])
        told = str(link.get("title", "")) or link.get_text(" ", strip=True)
        pages[address] = max(pages.get(address, ""), told, key=len)
        link["data-page"] = str([*pages].index(address) + 1)
    return list(pages.items())
