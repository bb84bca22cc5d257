"""Who speaks, how much, where in the text, and on what.

Finds     for each speaker the words reported; for each statement whether it speaks of plans (there is a
          promise in it), of results (there is a count of what is done in it), or of the context.
Leaves    a statement whose speaker the parser left open: it counts as nobody's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ftzlib.evidence.figures import Indicator
from ftzlib.stories import indicators, words
from ftzlib.stories.sources import person, stated

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

NOBODY = "speaker not named"


def speakers(facts: Facts) -> dict[str, list[dict[str, Any]]]:
    """Return the statements of each speaker, the one with the most words first."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in facts.rows("statements"):
        found.setdefault(row["speaker"] or NOBODY, []).append(row)
    return dict(sorted(found.items(), key=lambda item: -_words(item[1])))


def shares(facts: Facts) -> dict[str, Indicator]:
    """Return each speaker's share of all the words that are reported."""
    found = speakers(facts)
    total = sum(_words(rows) for rows in found.values())
    return {
        name: indicators.part_of(f"share of {name}", _words(rows), total, "reported words", _ids(rows))
        for name, rows in found.items()
    }


def reported(facts: Facts) -> Indicator:
    """Return the share of the article's words that report what somebody said."""
    rows = facts.rows("statements")
    total = len(facts.document.text.split())
    return indicators.part_of("share of reported speech", _words(rows), total, "words of the article", _ids(rows))


def cast(facts: Facts) -> list[dict[str, Any]]:
    """Return whoever is named or heard as rows: who, role, statements, share of the reported words."""
    said, share = speakers(facts), shares(facts)
    roles = {row["name"]: row["role"] or "not given" for row in facts.rows("people")}
    names = list(said) + [name for name in roles if name not in said]
    return [
        {
            "who": person(facts, name),
            "role": roles.get(name, "" if name == NOBODY else "no single person"),
            "statements": len(said.get(name, [])),
            "share of reported words": share.get(name, "is named, and not heard"),
        }
        for name in names
    ]


def turns(facts: Facts) -> list[dict[str, Any]]:
    """Return each statement with its speaker, its matter, and where it stands, as shares of the text."""
    length = len(facts.document.text)
    return [
        {
            "speaker": row["speaker"] or NOBODY,
            "speaks of": matter(facts, row),
            "start": row["start"] / length,
            "end": row["end"] / length,
            "said": stated(facts, "statements", row),
        }
        for row in facts.rows("statements")
    ]


def matter(facts: Facts, statement: dict[str, Any]) -> str:
    """Return what a statement speaks of: ``plans``, ``results`` or ``context``."""
    if any(inside(row, statement) for row in facts.rows("commitments")):
        return "plans"
    done = words.load("stories")["done"]
    results = [row for row in facts.rows("metrics") if row["status"] in done and inside(row, statement)]
    return "results" if results else "context"


def inside(inner: Mapping[str, Any], outer: Mapping[str, Any]) -> bool:
    """Tell whether one row's words lie within another's."""
    return bool(outer["start"] <= inner["start"] and inner["end"] <= outer["end"])


def _words(rows: list[dict[str, Any]]) -> int:
    return sum(len(row["quote"].split()) for row in rows)


def _ids(rows: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(row["id"] for row in rows)
