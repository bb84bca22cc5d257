"""Which rows a person should look at first, and why.

Finds     for each row how often rows of its rules were wrong where people have said what is right (``doubt.toml``,
          which ``make doubt`` writes), and those with a field left empty or a finding that asks about them.
Leaves    rows that a person has checked or put right.
Example   a number whose zone is the nearest behind it -> 0.15, "its zone (nearest behind): wrong in 10 of 64"
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ftzlib.facts.reading import Reading
from ftzlib.facts.records import STATED

#: Fields that a text rarely leaves open: where one is empty, a veto or a missing rule may have left it so.
EXPECTED = {"metrics": ("indicator", "zone"), "dates": ("value",), "people": ("role",), "commitments": ("actor",)}
#: Signs that rules go wrong by: several zones are near; what a number counts stands some way before it; its sentence is
#: long; of the article's figures many count nothing that was found, as in rough English.
SEVERAL, FAR = "one of several zones in its sentence", "its noun stands far before it"
LONG, ROUGH = "a long sentence", "figures without a noun here"
FAR_OFF, FURTHEST, LONG_ONE = 70, 1000, 300  # characters
ROUGHLY, PLAINLY = 0.15, 0.04  # of the figures of an article
FEW = 10  # rows by which a rule that was judged seldom is drawn to the rest of its table
Rates = Mapping[str, tuple[int, int]]


class Doubt(NamedTuple):
    """A row with how likely it is to be wrong (0 to 1), the reasons, and whether a finding says that it disagrees."""

    table: str
    id: str
    share: float
    reasons: tuple[str, ...]
    disagrees: bool = False


def doubts(facts: Reading, rates: Rates | None = None) -> list[Doubt]:
    """Return the rows that nobody has looked at yet: those that disagree with something, then the most doubtful.

    What speaks against a row is taken for independent, and adds to the logarithm of the odds (naive Bayes; Maron 1961,
    https://doi.org/10.1145/321075.321084): by `rates`, in how many rows each sign was wrong, and how many have it.
    """
    rates = judged() if rates is None else rates
    looked_at = facts.looked_at
    asked: dict[str, list[Any]] = {}
    for finding in facts.records.get("findings", ()):
        for id in finding.refs:
            asked.setdefault(id, []).append(finding)
    found = [
        _doubt(table, record.id, told, rates, asked.get(record.id, ()))
        for table, record, told in signs(facts)
        if record.id not in looked_at
    ]
    return sorted(found, key=lambda doubt: (not doubt.disagrees, -doubt.share))


def signs(facts: Reading) -> Iterator[tuple[str, Any, dict[str, str]]]:
    """Yield each row with its table and what may speak for or against it: its rules, what is empty, where it stands.

    Beside each sign stands how it is told; one that says nothing by itself is not.
    """
    asked = {id for finding in facts.records.get("findings", ()) for id in finding.refs}
    zoned = bool(facts.records.get("zones"))
    metrics = facts.records.get("metrics", ())
    without = sum(metric.indicator is None for metric in metrics) / max(1, len(metrics))
    article = {ROUGH: ROUGH} if without > ROUGHLY else {"plain text": ""} if without < PLAINLY else {}
    for table in STATED:
        for record in facts.records.get(table, ()):
            rules = dict.fromkeys(part.partition(",")[0] for part in record.rule.split("; ") if part)
            told = {rule: _in_words(table, rule, n) for n, rule in enumerate(rules)}
            told |= {SEVERAL: SEVERAL} if " in its sentence" in record.rule else {}
            for name in EXPECTED.get(table, ()):
                if getattr(record, name) is None and (name != "zone" or zoned):
                    told[f"{name} is left empty"] = f"no {name}"
            told |= {"a finding asks about it": ""} if record.id in asked else {}
            told |= {LONG: LONG} if len(facts.said(facts.sentence(record.span.start))) > LONG_ONE else {}
            if table == "metrics":
                told |= article | ({FAR: FAR} if _is_far(facts.document.text, record) else {})
            yield table, record, {f"{table}: {sign}": words for sign, words in told.items()}


def _is_far(text: str, metric: Any) -> bool:
    """Tell whether what a number counts was last named some way before it."""
    start = metric.span.start
    named = text.rfind(metric.indicator, max(0, start - FURTHEST), start) if metric.indicator else -1
    return named >= 0 and start - named - len(metric.indicator) > FAR_OFF


def _doubt(table: str, id: str, told: Mapping[str, str], rates: Rates, asked: Sequence[Any]) -> Doubt:
    wrong, seen = rates.get(table, (0, 0))
    usual = (wrong + 1) / (seen + FEW)
    odds = math.log(usual / (1 - usual))
    reasons: dict[str, str] = {}
    for sign, words in told.items():
        wrong, seen = rates.get(sign, (0, 0))
        share = (wrong + FEW * usual) / (seen + FEW)
        odds += math.log(share / (1 - share)) - math.log(usual / (1 - usual))
        if seen and share > usual and words:
            reasons.setdefault(words, f"{words}: wrong in {wrong} of {seen}")
    why = (*(one.message for one in asked), *reasons.values())
    # of a list whose items are more or fewer than its number says, the number is looked at first, not each item
    disagrees = any(one.severity != "info" and id[0] == one.refs[0][0] for one in asked)
    return Doubt(table, id, round(1 / (1 + math.exp(-odds)), 3), why, disagrees)


def _in_words(table: str, rule: str, n: int) -> str:
    """Return the rule at place `n` as it is told: which field is doubtful, and the rule that read it."""
    if rule == "none":  # of the rules that say what a number counts
        return "no indicator"
    if rule.startswith("zone: "):
        return f"its zone ({rule.removeprefix('zone: ')})"
    field = "rule" if table != "metrics" else "what it goes back to, rule" if n else "what it counts, rule"
    return f"{field} “{rule}”"


@cache
def judged() -> Rates:
    """Return in how many rows each sign was wrong, and how many have it, of those that people have judged."""
    told = tomllib.loads(Path(__file__).with_name("doubt.toml").read_text(encoding="utf-8"))
    return {sign: (wrong, seen) for sign, (wrong, seen) in told.items()}
