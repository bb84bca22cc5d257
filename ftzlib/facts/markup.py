"""The article as HTML, with its facts marked.

Finds     for every row of every table one element with the row's id around its words; of two marks that cross the
          one of lower rank is cut, so that the HTML nests: a figure never, the statement that it stands in may be.
Leaves    how it looks to the page's style sheet, except in a notebook, where there is none.
Example   "carries 106 tasks" -> 'carries <mark id="m1" class="metric" title="...">106 tasks</mark>'
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby, pairwise
from typing import NamedTuple

from ftzlib.evidence.escape import escape
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
CORRECTED = '<span aria-label="corrected by hand">✎</span>'  # stands before the words of a row that was put right
_NOTES = {"caption": "picture credit or caption", "headline": "headline"}
_RANK = {table: rank for rank, table in enumerate(reversed(KINDS))}


class Mark(NamedTuple):
    """One row of one table."""

    table: str
    record: Record


class _Paragraph(NamedTuple):
    span: Span
    kind: str
    number: int


def article(facts: Reading, *, backlinks: Mapping[str, str] | None = None) -> str:
    """Return the article as a ``<div>`` of numbered paragraphs in which every row's id is an anchor, once.

    Behind the words of a row stands a link back to where the story uses it, if `backlinks` has an address for its id.
    """

    def draw(mark: Mark, first: bool, last: bool) -> tuple[str, str]:
        opening, closing = _tags(mark, first, f'class="{KINDS[mark.table].name}"')
        if last and (href := (backlinks or {}).get(mark.record.id)):
            label = escape(f"Back to the story: {told(mark.table, mark.record)}")
            closing += f'<a class="ftz-back" href="{escape(href)}" aria-label="{label}">↩</a>'
        return opening, closing

    shown, lost = _drawn(facts, draw)
    anchors = "".join(f'<span id="{escape(mark.record.id)}"></span>' for mark in lost)
    return "\n".join(['<div class="ftz-article">', *shown, f"{anchors}</div>"])


def in_notebook(facts: Reading) -> str:
    """Return the article with its marks and a legend, styled in place; a figure's link leads to its row's id here."""

    def draw(mark: Mark, first: bool, _: bool) -> tuple[str, str]:
        if line := KINDS[mark.table].line:
            return _tags(mark, first, f'style="background: none; color: inherit; border-bottom: {line}"')
        return (f'<span id="{escape(mark.record.id)}">', "</span>") if first else ("", "")

    legend = " &nbsp; ".join(
        f'<span style="border-bottom: {kind.line}">{kind.name}</span>'
        for table, kind in KINDS.items()
        if kind.line and facts.records.get(table)
    )
    shown, _ = _drawn(facts, draw)
    return "\n".join(['<div class="ftz-article">', *shown, f"<p><small>Marked: {legend}</small></p>", "</div>"])


def places(facts: Reading) -> dict[str, str]:
    """Return for every row's id where its words stand: the paragraph's number, as ``¶ 3``, or what it is."""
    places = {span: f"¶\u2009{number}" if number else kind for span, kind, number in _paragraphs(facts)}
    shown = list(places)
    return {
        mark.record.id: next((places[span] for span in _met(mark.record.span, shown)), "") for mark in _marks(facts)
    }


def told(table: str, record: Record) -> str:
    """Say in a line what was read from a row's words: its kind and its main fields."""
    kind = KINDS[table]
    values = (" ".join(str(v) for f in fields.split() if (v := getattr(record, f)) is not None) for fields in kind.told)
    said = ": ".join(filter(None, [kind.name, ", ".join(filter(None, values))]))
    return said if record.basis == "read" else f"{said}; corrected by hand, the rules read {record.rules_read}"


def _paragraphs(facts: Reading) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    numbers = count(1)
    for _, group in groupby(facts.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        kind = "body" if sentences[-1].kind == "dateline" else sentences[-1].kind
        number = next(numbers) if kind == "body" else 0
        found.append(_Paragraph(Span(sentences[0].span.start, sentences[-1].span.end), kind, number))
    return found


def _drawn(facts: Reading, draw: Callable[[Mark, bool, bool], tuple[str, str]]) -> tuple[list[str], list[Mark]]:
    """Return the paragraphs with each piece between the tags that `draw` gives, and the marks that stand in none.

    `draw` is told whether a piece is the first of its mark, and whether it is the last.
    """
    paragraphs, found = _paragraphs(facts), _marks(facts)
    parts = _pieces(found, [paragraph.span for paragraph in paragraphs])
    listed = [(mark, span) for inside in parts for span, mark in inside]
    first, last = dict(reversed(listed)), dict(listed)
    shown = []
    for (span, kind, number), inside in zip(paragraphs, parts, strict=True):
        tagged = [
            (part.start, -part.end, _RANK[mark.table], *draw(mark, part == first[mark], part == last[mark]))
            for part, mark in inside
        ]
        before = f'<span class="n">{number}</span> ' if number else ""
        note = f" <small>({_NOTES[kind]})</small>" if kind in _NOTES else ""
        shown.append(f'<p class="{kind}">{before}{_nested(facts.document.text, span, tagged)}{note}</p>')
    return shown, [mark for mark in found if mark not in first]


def _marks(facts: Reading) -> list[Mark]:
    return [Mark(table, record) for table in KINDS for record in facts.records.get(table, ())]


def _pieces(found: Iterable[Mark], shown: Sequence[Span]) -> list[list[tuple[Span, Mark]]]:
    """Cut the marks, in order of rank, where they cross; give the pieces in each stretch `shown`."""
    kept: dict[Span, list[tuple[Span, Mark]]] = {stretch: [] for stretch in shown}
    for mark in found:
        start, end = mark.record.span
        for stretch in _met(mark.record.span, shown):
            whole = Span(max(start, stretch.start), min(end, stretch.end))
            crossed = (span for span, _ in kept[stretch] if not whole.covers(span) and not span.covers(whole))
            edges = {edge for span in crossed for edge in span if whole.start < edge < whole.end}
            kept[stretch] += [(Span(*pair), mark) for pair in pairwise(sorted({*whole, *edges}))]
    return list(kept.values())


def _met(span: Span, shown: Sequence[Span]) -> Iterator[Span]:
    """Give those of some stretches, which stand in order and apart, that a span has a part in."""
    for at in range(max(bisect_right(shown, (span.start, span.end)) - 1, 0), len(shown)):
        if shown[at].start >= span.end:
            return
        if shown[at].meets(span):
            yield shown[at]


def _nested(text: str, inside: Span, tagged: Sequence[tuple[int, int, int, str, str]]) -> str:
    """Put tags around pieces that nest; at one offset ends come before starts, inner ends first."""
    events = []
    for number, (start, end, _, opening, closing) in enumerate(sorted(tagged)):
        events += [(start, 1, number, opening), (-end, 0, -number, closing)]
    at, words = inside.start, []
    for offset, _, _, tag in sorted(events):
        words += [escape(text[at:offset]), tag]
        at = offset
    return "".join([*words, escape(text[at : inside.end])])


def _tags(mark: Mark, first: bool, look: str) -> tuple[str, str]:
    """Return the tags around a piece; the first of a row has its id."""
    tag = KINDS[mark.table].tag
    anchor = f' id="{escape(mark.record.id)}"' if first else ""
    by_hand = CORRECTED if first and mark.record.basis != "read" else ""
    return f'<{tag}{anchor} {look} title="{escape(told(mark.table, mark.record))}">{by_hand}', f"</{tag}>"
