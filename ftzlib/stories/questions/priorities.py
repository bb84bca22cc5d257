"""What an article lists as priorities, and how its lists fit together.

Finds     the themes of each listed item, by the words in `data/themes.toml`; which center answers to which
          industry (the two share a theme, or an ISIC division); how often the text names a theme.
Leaves    an item without a known theme: it is a theme of its own, and answers only to its like.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from ftzlib.evidence.figures import Indicator, Missing, Stated
from ftzlib.stories import indicators, words
from ftzlib.stories.sources import sentence_of, stated

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

KINDS = ("industry", "center", "function")
PLURALS = {"industry": "industries", "center": "centers", "function": "functions"}
_COUNTED = {
    "answered": "industries with a center",
    "unanswered": "industries without a center",
    "homeless": "centers without an industry",
}
#: Nouns that announce a list of each kind: *five industries*, *nine centers*.
_HEADS = {"industry": ("industries", "sectors"), "center": ("centers", "centres"), "function": ("functions",)}


def answers(facts: Facts) -> dict[str, Any]:
    """Return the lists of an article and how they fit, under the names that the notebook uses.

    Returns
    -------
    dict
        Lists of figures: ``industries``, ``centers``, ``functions``; ``answered`` and ``unanswered``
        industries, ``homeless`` centers; of each its number as ``n_...``. Then ``announced``, the number of
        centers that the article announces, and ``named`` and ``unnamed``, the share that it names and the
        number that it does not.
    """
    lists = {kind: items(facts, kind) for kind in KINDS}
    industries, centers = lists["industry"], lists["center"]
    answered = [item for item in industries if answering(facts, item, centers)]
    homeless = [item for item in centers if not answering(facts, item, industries)]
    announced = announcement(facts, "center")
    groups = {
        **{PLURALS[kind]: found for kind, found in lists.items()},
        "answered": answered or Missing("No industry that the source lists has a center that answers to it."),
        "unanswered": [item for item in industries if item not in answered],
        "homeless": homeless or Missing("No center stands without an industry."),
    }
    if not industries or not centers:
        lacking = "industries" if not industries else "centers"
        absent = Missing(f"The source lists no {lacking}.")
        groups |= dict.fromkeys(("answered", "unanswered", "homeless"), absent)
    counts = {f"n_{name}": _counted(_COUNTED.get(name, name), found) for name, found in groups.items()}
    return {**groups, **counts, "announced": announced, **_completeness(announced, centers)}


def items(facts: Facts, kind: str) -> list[Stated]:
    """Return the listed items of one kind, each once."""
    found = {
        row["name"]: stated(facts, "sectors", row) for row in reversed(facts.rows("sectors")) if row["kind"] == kind
    }
    return list(reversed(found.values()))


def answering(facts: Facts, item: Stated, others: list[Stated]) -> list[Stated]:
    """Return those of `others` that share a theme or an ISIC division with `item`."""
    isic = {row["id"]: row["isic"] for row in facts.rows("sectors")}
    mine, division = set(themes(str(item.value))), isic.get(item.id)
    return [
        other
        for other in others
        if mine & set(themes(str(other.value))) or (division and division == isic.get(other.id) and division.isdigit())
    ]


def fit(facts: Facts, kind: str = "industry", other: str = "center") -> list[dict[str, Any]]:
    """Return each item of one kind as a row, with the items of the other kind that answer to it."""
    candidates = items(facts, other)
    return [
        {
            kind: item,
            f"{other} that answers to it": answering(facts, item, candidates) or "none is named",
            "shared theme": ", ".join(_shared(item, answering(facts, item, candidates))) or "",
        }
        for item in items(facts, kind)
    ]


def classified(facts: Facts) -> list[dict[str, Any]]:
    """Return each listed item as a row: its words, kind, themes, and its place in ISIC Rev. 4."""
    return [
        {
            "priority": stated(facts, "sectors", row),
            "list": PLURALS[row["kind"]],
            "themes": ", ".join(themes(row["name"])),
            "ISIC Rev. 4": isic_title(row["isic"]),
        }
        for row in facts.rows("sectors")
    ]


def matrix(facts: Facts) -> dict[str, dict[str, list[str]]]:
    """Return for each theme, and each kind of list, the items that have it; the widest themes first."""
    found: dict[str, dict[str, list[str]]] = {}
    for kind in KINDS:
        for item in items(facts, kind):
            for theme in themes(str(item.value)):
                found.setdefault(theme, {k: [] for k in KINDS})[kind].append(str(item.value))
    return dict(sorted(found.items(), key=lambda row: (-sum(map(bool, row[1].values())), row[0])))


def mentions(facts: Facts) -> dict[str, int]:
    """Return how often the words of each theme stand anywhere in the text, the most frequent first."""
    text = " ".join(s.span.of(facts.document.text) for s in facts.sentences if s.kind in ("body", "headline"))
    counts = {theme: len(pattern.findall(text)) for theme, pattern in _patterns().items()}
    return dict(sorted(((t, n) for t, n in counts.items() if n), key=lambda item: (-item[1], item[0])))


def themes(name: str) -> list[str]:
    """Return the themes of a name; a name without one is its own."""
    found = [theme for theme, pattern in _patterns().items() if pattern.search(name)]
    special = [theme for theme in found if theme not in words.load("themes")["general"]["themes"]]
    return special or found or [name]


def announcement(facts: Facts, kind: str) -> Stated | Missing:
    """Return the number that announces a list: *[Nine centers] highlighting ...*."""
    listed = {sentence_of(facts, row["start"]) for row in facts.rows("sectors") if row["kind"] == kind}
    for row in facts.rows("metrics"):
        head = str(row["indicator"]).split()[-1:] or [""]
        if row["unit"] == "count" and head[0] in _HEADS[kind] and sentence_of(facts, row["start"]) in listed:
            return stated(facts, "metrics", row)
    return Missing(f"The source does not announce how many {PLURALS[kind]} there are to be.")


def _completeness(announced: Stated | Missing, centers: list[Stated]) -> dict[str, Indicator | Missing]:
    """Return the share of the announced centers that the text names, and how many it does not name."""
    count = Stated(id=centers[0].id if centers else "", value=len(centers), quote="")
    share = indicators.rate("centers named of those announced", count, announced)
    rest = indicators.gap("centers announced and not named", count, announced)
    ids = tuple(figure.id for figure in (announced, *centers) if isinstance(figure, Stated))
    return {
        "named": replace(share, inputs=ids),
        "unnamed": replace(rest, inputs=ids)
        if rest.value != 0
        else Missing("The source names every center that it announces."),
    }


def _counted(name: str, found: list[Stated] | Missing) -> Indicator | Missing:
    if isinstance(found, Missing):
        return found
    return indicators.count(f"number of {name}", found) if found else Missing(f"The source lists no {name}.")


def isic_title(code: str | None) -> str:
    """Return a section or division of ISIC Rev. 4 with the title of its section."""
    for letter, (first, last, title) in words.load("isic")["sections"].items():
        if code == letter or (code and code.isdigit() and first <= int(code) <= last):
            return f"{code if code == letter else f'{letter}, {code}'}: {title}"
    return "no single class"


def _shared(item: Stated, others: list[Stated]) -> list[str]:
    theirs = {theme for other in others for theme in themes(str(other.value))}
    return [theme for theme in themes(str(item.value)) if theme in theirs]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = words.load("themes")
    guard = "".join(rf"(?<!{word} )" for word in data["except"]["before"])
    return {
        theme: re.compile(rf"\b{guard}(?:{'|'.join(sorted(words, key=len, reverse=True))})s?\b", re.IGNORECASE)
        for theme, words in data["words"].items()
    }
