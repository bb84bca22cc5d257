"""Why a number is a part of another: the candidates, and why each was taken or passed over.

Finds     for every number that leaves out what it counts, or is a part, the numbers before it in reach.
Leaves    the links themselves to `ftzlib.reader.resolve`, which is asked again.
Example   "13" -> "m4 '83' is another part; m3 '106 pilot reform tasks' taken (with N)"
"""

from collections.abc import Iterator

from ftzlib.facts.listing import Trial
from ftzlib.facts.tables import Facts
from ftzlib.reader import numbers as found_numbers
from ftzlib.reader.extract import metrics
from ftzlib.reader.read import parse
from ftzlib.reader.resolve import links as linked_numbers
from ftzlib.text import signs
from ftzlib.text.tokens import tokenize


def links(facts: Facts) -> list[Trial]:
    """Return the trials of all numbers that go back to another, or should and do not, in order."""
    seen = signs.seen(facts.document.text)
    if seen.cuts:  # signs in it are looked through: the same rows, by the offsets of what is seen
        facts = parse(seen.text, published=facts.document.source.published)
    tokens = tokenize(facts.document.text, facts.sentences)
    measures = metrics.find(tokens, found_numbers.find(tokens, facts.records["dates"]))
    numbers = linked_numbers.resolve(tokens, measures)
    starts = {record.span.start: record.id for record in facts.records["metrics"]}
    ids = [starts.get(tokens.starts[measure.amount.first]) for measure in measures]
    quotes = [tokens.said(*measure.amount[:2]) for measure in measures]
    names = [f"{row or 'no row'} \u201c{quote}\u201d" for row, quote in zip(ids, quotes, strict=True)]
    return [
        Trial(ids[n], quotes[n], tuple(_candidates(numbers, n, names)))
        for n, measure in enumerate(measures)
        if measure.amount.unit is None or n in numbers.links
    ]


def _candidates(numbers: linked_numbers.Numbers, n: int, names: list[str]) -> Iterator[str]:
    link = numbers.links.get(n)
    target = None if link is None else link.whole if link.whole is not None else link.same
    for m, refusal in numbers.candidates(n):
        if m == target:
            break
        yield f"{names[m]} {refusal or ('passed over' if link else 'possible, but no words point to it')}"
    if link is None or target is None:
        yield "none taken: the number counts nothing that the text names before"
    else:
        kind = "whole" if link.whole is not None else "same thing"
        yield f"{names[target]} taken as its {kind} ({link.rule})"
