"""What is marked in an article: a stretch of text for every row, cut where two of them cross.

Finds     for each row its pieces, such that any two pieces nest or lie apart, as HTML needs.
Leaves    rows of higher rank whole: a figure is never cut by the statement that it stands in.
Example   a statement over two paragraphs -> two pieces
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ftzlib.facts.reading import Reading
from ftzlib.facts.records import Record
from ftzlib.text.spans import Span


class Kind(NamedTuple):
    """How the rows of one table are marked: the element, its class, the fields told of a row, the line."""

    tag: str
    name: str
    told: tuple[str, ...]
    line: str


#: In order of rank: where two marks cross, the later one is cut. Middle tones read on white and on black.
KINDS = {
    "metrics": Kind("mark", "metric", ("mod value unit", "indicator", "status", "scope"), "2px solid #0f8a85"),
    "dates": Kind("mark", "date", ("value mod",), "2px dotted #b3651b"),
    "people": Kind("mark", "person", ("name", "role"), "3px double #7a6fd0"),
    "zones": Kind("mark", "zone", ("name",), "2px dashed #3d86c6"),
    "sectors": Kind("mark", "sector", ("kind", "name", "isic"), "2px solid #8f8a2a"),
    "events": Kind("mark", "event", ("kind", "date", "place"), "2px dashed #c05a8a"),
    "commitments": Kind("span", "commitment", ("actor",), "1px dotted #8a8f96"),
    "statements": Kind("span", "statement", ("speaker", "cue"), ""),
    "findings": Kind("span", "finding", ("message",), ""),
}


class Mark(NamedTuple):
    """One row of one table."""

    table: str
    record: Record


def marks(facts: Reading) -> list[Mark]:
    """Return every row of `facts`, in order of rank."""
    return [Mark(table, record) for table in KINDS for record in facts.records.get(table, ())]


def pieces(marks: Iterable[Mark], shown: Sequence[Span]) -> list[list[tuple[Span, Mark]]]:
    """Cut the marks, in order of rank, at the borders of what they cross; give the pieces in each stretch `shown`."""
    kept: dict[Span, list[tuple[Span, Mark]]] = {stretch: [] for stretch in shown}
    for mark in marks:
        start, end = mark.record.span
        for stretch in met(mark.record.span, shown):
            whole = Span(max(start, stretch.start), min(end, stretch.end))
            crossed = (span for span, _ in kept[stretch] if not whole.covers(span) and not span.covers(whole))
            edges = {edge for span in crossed for edge in span if whole.start < edge < whole.end}
            kept[stretch] += [(Span(*pair), mark) for pair in pairwise(sorted({*whole, *edges}))]
    return list(kept.values())


def met(span: Span, shown: Sequence[Span]) -> Iterator[Span]:
    """Give those of some stretches, which stand in order and apart, that a span has a part in."""
    for at in range(max(bisect_right(shown, (span.start, span.end)) - 1, 0), len(shown)):
        if shown[at].start >= span.end:
            return
        if shown[at].meets(span):
            yield shown[at]


def told(table: str, record: Record) -> str:
    """Say in a line what was read from a row's words: its kind and its main fields."""
    kind = KINDS[table]
    values = (" ".join(str(v) for f in fields.split() if (v := getattr(record, f)) is not None) for fields in kind.told)
    return ": ".join(filter(None, [kind.name, ", ".join(filter(None, values))]))
