"""Why a number is a part of another: the candidates, and why each was taken or passed over.

Finds     for every number that leaves out what it counts, or is a part, the numbers before it in reach.
Leaves    the links themselves to `ftzlib.reader.resolve`, which is asked again.
Example   "13" -> "m4 '83' is another part; m3 '106 pilot reform tasks' taken (with N)"
"""

from collections.abc import Mapping, Sequence

from ftzlib.facts.listing import Trial
from ftzlib.facts.tables import Facts
from ftzlib.reader import numbers
from ftzlib.reader.extract import metrics
from ftzlib.reader.mentions import Measure
from ftzlib.reader.read import parse
from ftzlib.reader.resolve import wholes
from ftzlib.reader.resolve.candidates import Link, candidates
from ftzlib.text import signs
from ftzlib.text.tokens import Tokens, tokenize


def links(facts: Facts) -> list[Trial]:
    """Return the trials of all numbers that go back to another, or should and do not, in order."""
    seen = signs.seen(facts.document.text)
    if seen.cuts:  # signs in it are looked through: the same rows, by the offsets of what is seen
        facts = parse(seen.text, published=facts.document.source.published)
    tokens = tokenize(facts.document.text, facts.sentences)
    measures = metrics.find(tokens, numbers.find(tokens, facts.records["dates"]))
    linked = wholes.resolve(tokens, measures)
    ids = {record.span.start: record.id for record in facts.records["metrics"]}
    names = [_name(tokens, measure, ids) for measure in measures]
    return [
        Trial(
            ids.get(tokens.starts[measure.amount.first]),
            _quote(tokens, measure),
            tuple(_candidates(tokens, measures, n, linked, names)),
        )
        for n, measure in enumerate(measures)
        if measure.amount.unit is None or n in linked
    ]


def _candidates(
    tokens: Tokens, measures: Sequence[Measure], n: int, linked: Mapping[int, Link], names: Sequence[str]
) -> list[str]:
    link = linked.get(n)
    target = None if link is None else link.whole if link.whole is not None else link.same
    tried = []
    for m, refusal in candidates(measures, n, linked, tokens):
        if m == target:
            break
        open_ = "passed over" if link else "possible, but no words around the number point to it"
        tried.append(f"{names[m]} {refusal or open_}")
    if link is None or target is None:
        return [*tried, "none taken: the number counts nothing that the text names before"]
    kind = "whole" if link.whole is not None else "same thing"
    return [*tried, f"{names[target]} taken as its {kind} ({link.rule})"]


def _name(tokens: Tokens, measure: Measure, ids: Mapping[int, str]) -> str:
    row = ids.get(tokens.starts[measure.amount.first])
    return f"{row or 'no row'} \u201c{_quote(tokens, measure)}\u201d"


def _quote(tokens: Tokens, measure: Measure) -> str:
    return tokens.said(measure.amount.first, measure.amount.last)
