"""The article as HTML, with its facts marked.

Finds     for every row of every table one element with the row's id around its words; of two marks that cross the
          one of lower rank is cut, so that the HTML nests: a figure never, the statement that it stands in may be.
Leaves    how it looks to the page's style sheet, except in a notebook, where there is none.
Example   "carries 106 tasks" -> 'carries <mark id="m1" class="metric" title="...">106 tasks</mark>'
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby, pairwise
from typing import NamedTuple

from ftzlib.evidence.escape import escape
from ftzlib.facts.reading import Reading
from ftzlib.facts.records import TABLE_OF, Finding, Record
from ftzlib.text.spans import Span


class Kind(NamedTuple):
    """How the rows of one table are marked: the element, its class, the line."""

    tag: str
    name: str
    line: str


UNSEEN = "none"
#: In order of rank: where two marks cross, the later one is cut. Middle tones read on white and on black.
KINDS = {
    "metrics": Kind("mark", "metric", "2px solid #0f8a85"),
    "dates": Kind("mark", "date", "2px dotted #b3651b"),
    "people": Kind("mark", "person", "3px double #7a6fd0"),
    "zones": Kind("mark", "zone", "2px dashed #3d86c6"),
    "sectors": Kind("mark", "sector", "2px solid #8f8a2a"),
    "events": Kind("mark", "event", "2px dashed #c05a8a"),
    "commitments": Kind("span", "commitment", "1px dotted #8a8f96"),
    "statements": Kind("span", "statement", UNSEEN),
    "findings": Kind("span", "finding", UNSEEN),
}
CORRECTED = '<span aria-label="corrected by hand">✎</span>'  # stands before the words of a row that was put right
_NOTES = {"caption": "picture credit or caption", "headline": "headline"}
_RANK = {table: rank for rank, table in enumerate(reversed(KINDS))}


class _Paragraph(NamedTuple):
    span: Span
    kind: str
    number: int


def article(facts: Reading, *, backlinks: Mapping[str, str] | None = None) -> str:
    """Return the article as a ``<div>`` of numbered paragraphs in which every row's id is an anchor, once.

    Behind the words of a row stands a link back to where the story uses it, if `backlinks` has an address for its id.
    """
    looks = {table: f'class="{kind.name}"' for table, kind in KINDS.items()}
    shown, lost = _drawn(facts, looks, backlinks or {})
    anchors = "".join(f'<span id="{escape(record.id)}"></span>' for record in lost)
    return "\n".join(['<div class="ftz-article">', *shown, f"{anchors}</div>"])


def in_notebook(facts: Reading) -> str:
    """Return the article with its marks and a legend, styled in place; a figure's link leads to its row's id here."""
    plain = "background: none; color: inherit; border-bottom:"
    shown, _ = _drawn(facts, {table: f'style="{plain} {kind.line}"' for table, kind in KINDS.items()}, {})
    legend = " &nbsp; ".join(
        f'<span style="border-bottom: {kind.line}">{kind.name}</span>'
        for table, kind in KINDS.items()
        if kind.line != UNSEEN and facts.records.get(table)
    )
    return "\n".join(['<div class="ftz-article">', *shown, f"<p><small>Marked: {legend}</small></p>", "</div>"])


def places(facts: Reading) -> dict[str, str]:
    """Return for every row's id where its words stand: the paragraph's number, as ``¶ 3``, or what it is."""
    places = {span: f"¶\u2009{number}" if number else kind for span, kind, number in _paragraphs(facts)}
    shown = list(places)
    return {row.id: next((places[span] for span in _met(row.span, shown)), "") for row in _marked(facts)}


def told(facts: Reading, record: Record) -> str:
    """Say in a line what was read from a row's words: its kind and what the rules, or a person, say of it."""
    read = record.message if isinstance(record, Finding) else facts.in_words(record)
    said = f"{KINDS[TABLE_OF[type(record)]].name}: {read}"
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


def _drawn(facts: Reading, looks: Mapping[str, str], backlinks: Mapping[str, str]) -> tuple[list[str], list[Record]]:
    """Return the paragraphs, each piece of a row in a tag with its table's look, and the rows that stand in none.

    The first piece of a row has its id; behind the last stands the link back.
    """
    paragraphs, found = _paragraphs(facts), _marked(facts)
    parts = _pieces(found, [paragraph.span for paragraph in paragraphs])
    listed = [(row, span) for inside in parts for span, row in inside]
    first, last = dict(reversed(listed)), dict(listed)
    shown = []
    for (span, kind, number), inside in zip(paragraphs, parts, strict=True):
        tagged = []
        for part, row in inside:
            table, said = TABLE_OF[type(row)], escape(told(facts, row))
            tag, anchor = KINDS[table].tag, f' id="{escape(row.id)}"' if part == first[row] else ""
            by_hand = CORRECTED if anchor and row.basis != "read" else ""
            opening, closing = f'<{tag}{anchor} {looks[table]} title="{said}">{by_hand}', f"</{tag}>"
            if part == last[row] and (href := backlinks.get(row.id)):
                closing += f'<a class="ftz-back" href="{escape(href)}" aria-label="Back to the story: {said}">↩</a>'
            tagged.append((part.start, -part.end, _RANK[table], opening, closing))
        before = f'<span class="n">{number}</span> ' if number else ""
        note = f" <small>({_NOTES[kind]})</small>" if kind in _NOTES else ""
        shown.append(f'<p class="{kind}">{before}{_nested(facts.document.text, span, tagged)}{note}</p>')
    return shown, [row for row in found if row not in first]


def _marked(facts: Reading) -> list[Record]:
    return [row for table in KINDS for row in facts.records.get(table, ())]


def _pieces(found: Iterable[Record], shown: Sequence[Span]) -> list[list[tuple[Span, Record]]]:
    """Cut the marks of rows, in order of rank, where they cross; give the pieces in each stretch `shown`."""
    kept: dict[Span, list[tuple[Span, Record]]] = {stretch: [] for stretch in shown}
    for row in found:
        start, end = row.span
        for stretch in _met(row.span, shown):
            whole = Span(max(start, stretch.start), min(end, stretch.end))
            crossed = (span for span, _ in kept[stretch] if not whole.covers(span) and not span.covers(whole))
            edges = {edge for span in crossed for edge in span if whole.start < edge < whole.end}
            kept[stretch] += [(Span(*pair), row) for pair in pairwise(sorted({*whole, *edges}))]
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
