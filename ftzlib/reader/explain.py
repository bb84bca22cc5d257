"""How a text was read: each sentence layer by layer, and why a number is a part of another or is none.

Finds     what every sentence has of each table, and by which rule; for every number that leaves out what it counts, or
          is a part, the numbers before it in reach.
Leaves    the reading to `ftzlib.reader.read.traced`, whose trace it only tells.
Example   "13" -> "m4 '83' is another part; m3 '106 pilot reform tasks' taken (with N)"
"""

from collections.abc import Iterator, Mapping

from ftzlib.facts.records import STATED
from ftzlib.facts.tables import Facts
from ftzlib.grammar.rules import closed
from ftzlib.reader import links, syntax
from ftzlib.reader.read import Trace
from ftzlib.text.spans import Span


def layers(facts: Facts, trace: Trace) -> str:
    """Return every sentence with facts layer by layer: its words in their classes, what was found and by which rule.

    Examples
    --------
    >>> from ftzlib.reader.read import traced
    >>> from ftzlib.text.document import from_text
    >>> print(layers(*traced(from_text("The area has 3 ports."))))
    The area has 3 ports.
      words    The.det area has.aux 3.num ports ..stop
      metrics  m1 “3 ports” by: counted noun
    """
    tokens = trace.numbers.tokens
    tags = syntax.tag(tokens)
    names = {letter: name for name in (*closed(), "num") for letter in syntax.letters(name)}
    tried = trials(facts, trace)
    told = []
    for number, sentence in enumerate(facts.sentences):
        lines = list(_found(facts, sentence.span, tried))
        if lines:
            first, last = tokens.bounds(number)
            classed = ((tokens.forms[at], names.get(tags[at])) for at in range(first, last))
            words = " ".join(f"{word}.{name}" if name else word for word, name in classed)
            told.append("\n".join([facts.said(sentence.span), f"  words    {words}", *lines]))
    return "\n\n".join(told)


def _found(facts: Facts, sentence: Span, tried: Mapping[Span, str]) -> Iterator[str]:
    """Give the rows of a sentence, each number with its trial, and the numbers that no row has."""
    left = {span.start: (span, trial) for span, trial in tried.items() if sentence.covers(span)}
    for table in STATED:
        for record in facts.records[table]:
            if sentence.covers(record.span):
                yield f"  {table:8} {record.id} “{facts.said(record.span)}” by: {record.rule or 'its words'}"
                if table == "metrics" and record.span.start in left:
                    yield f"    link   {left.pop(record.span.start)[1]}"
    yield from (f"  no row   “{facts.said(span)}”: {trial}" for span, trial in left.values())


def trials(facts: Facts, trace: Trace) -> dict[Span, str]:
    """Return how each number that goes back to another, or should and does not, searched for it, nearest first."""
    numbers = trace.numbers
    ids = {record.span.start: record.id for record in facts.records["metrics"]}
    spans = [trace.seen.back(numbers.tokens.span(*measure.amount[:2])) for measure in numbers.measures]
    names = [f"{ids.get(span.start, 'no row')} “{facts.said(span)}”" for span in spans]
    return {
        spans[n]: "; ".join(_candidates(numbers, n, names))
        for n, measure in enumerate(numbers.measures)
        if measure.amount.unit is None or n in numbers.links
    }


def _candidates(numbers: links.Numbers, n: int, names: list[str]) -> Iterator[str]:
    link = numbers.links.get(n)
    target = None if link is None else link.whole if link.whole is not None else link.same
    for m, refusal in numbers.tried.get(n, {}).items():
        if m != target:
            yield f"{names[m]} {refusal or 'is none that the words beside the number allow'}"
    if link is None or target is None:
        yield "none taken: the number counts nothing that the text names before"
    else:
        kind = "whole" if link.whole is not None else "same thing"
        yield f"{names[target]} taken as its {kind} ({link.rule})"
