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
    """One row of one table, with its span."""

    span: Span
    table: str
    record: Record


def marks(facts: Reading) -> list[Mark]:
    """Return every row of `facts`, in order of rank."""
    return [Mark(record.span, table, record) for table in KINDS for record in facts.records.get(table, ())]


def pieces(marks: Iterable[Mark], shown: Sequence[Span]) -> dict[Mark, list[Span]]:
    """Cut the marks, in order of rank, at the borders of what they cross; drop what is not `shown`."""
    kept: dict[Span, list[Span]] = {paragraph: [] for paragraph in shown}
    found: dict[Mark, list[Span]] = {}
    for mark in marks:
        found[mark] = []
        for paragraph in met(mark.span, shown):  # a piece crosses none of another paragraph's
            parts = list(_cut(_overlap(mark.span, paragraph), kept[paragraph]))
            kept[paragraph] += parts
            found[mark] += parts
    return found


def met(span: Span, shown: Sequence[Span]) -> Iterator[Span]:
    """Give those of some stretches, which stand in order and apart, that a span has a part in."""
    for at in range(max(bisect_right(shown, (span.start, span.end)) - 1, 0), len(shown)):
        if shown[at].start >= span.end:
            return
        if shown[at].meets(span):
            yield shown[at]


def _overlap(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _cut(span: Span, kept: Iterable[Span]) -> Iterator[Span]:
    crossed = (other for other in kept if span.meets(other) and not span.covers(other) and not other.covers(span))
    edges = {edge for other in crossed for edge in other if span.start < edge < span.end}
    yield from (Span(*pair) for pair in pairwise(sorted({*span, *edges})))


def told(table: str, record: Record) -> str:
    """Say in a line what was read from a row's words: its kind and its main fields."""
    kind = KINDS[table]
    values = (" ".join(str(v) for f in fields.split() if (v := getattr(record, f)) is not None) for fields in kind.told)
    return ": ".join(filter(None, [kind.name, ", ".join(filter(None, values))]))
