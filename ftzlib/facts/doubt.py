"""Which rows a person should look at first, and why.

Finds     for each row how often its rules were right where people have said what is (``doubt.toml``, which
          ``make doubt`` writes), whether a finding asks about it, and what a rule has left empty.
Leaves    rows that a person has checked or put right.
Example   a number that may belong to either of two zones -> 0.3, "nearest behind: wrong in 10 of 64 rows"
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ftzlib.facts.reading import Reading
from ftzlib.facts.records import TABLES

#: What may be wrong with a row besides its rules: added to the odds, from the same gold.
ASKED, EMPTY = 0.25, 0.1
#: Fields that a text rarely leaves open: where one is empty, a veto or a missing rule may have left it so.
EXPECTED = {"metrics": ("indicator",), "dates": ("value",), "people": ("role",), "commitments": ("actor",)}


Rates = Mapping[str, tuple[int, int]]


class Doubt(NamedTuple):
    """A row with how likely it is to be wrong (0 to 1), and the reasons."""

    table: str
    id: str
    share: float
    reasons: tuple[str, ...]


def doubts(facts: Reading, rates: Rates | None = None) -> list[Doubt]:
    """Return the rows that nobody has looked at yet, the most doubtful first.

    Parameters
    ----------
    facts : Reading
    rates : mapping of str to (int, int), optional
        In how many rows each rule was wrong, and how many it read; by default those of the gold in tests/.
    """
    rates = judged() if rates is None else rates
    looked_at = {correction.id for correction in facts.corrected}
    asked: dict[str, list[str]] = defaultdict(list)
    for finding in facts.records.get("findings", ()):
        for id in finding.refs[:1]:
            asked[id].append(finding.message)
    found = [
        _doubt(table, record, asked[record.id], rates)
        for table in TABLES
        if table != "findings"
        for record in facts.records.get(table, ())
        if record.id not in looked_at
    ]
    return sorted(found, key=lambda doubt: -doubt.share)


def parts(table: str, rule: str) -> Iterator[str]:
    """Yield the rules that a row was read by, without what they counted."""
    for part in rule.split("; "):
        if part:
            yield f"{table}: {part.partition(',')[0]}"


def _doubt(table: str, record: Any, asked: list[str], known: Rates) -> Doubt:
    rates = {part: known.get(part, (0, 0)) for part in parts(table, record.rule)}
    worst = max(rates, key=lambda part: _share(*rates[part]), default="")
    right, reasons = 1 - _share(*rates.get(worst, (0, 0))), list(asked)
    for name in EXPECTED.get(table, ()):
        if getattr(record, name) is None:
            right *= 1 - EMPTY
            reasons.append(f"{name} is left empty")
    right *= (1 - ASKED) ** len(asked)
    wrong, seen = rates.get(worst, (0, 0))
    if wrong or seen < FEW:
        reasons.append(f"“{worst.partition(': ')[2]}” was wrong in {wrong} of {seen} rows that people have judged")
    return Doubt(table, record.id, round(1 - right, 3), tuple(reasons))


FEW = 5  # rows; a rule that was judged no oftener is rare


def _share(wrong: int, seen: int) -> float:
    """Return how often a rule is wrong; one that was never judged is taken for wrong in one row of ten."""
    return (wrong + 1) / (seen + 10)


@cache
def judged() -> Rates:
    """Return in how many rows each rule was wrong, and how many it read, of those that people have judged."""
    told = tomllib.loads((files("ftzlib.facts") / "doubt.toml").read_text(encoding="utf-8"))
    return {rule: (wrong, seen) for rule, (wrong, seen) in told.items()}
