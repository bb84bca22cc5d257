"""The article as HTML, with its facts marked.

Finds     for every row of every table one element with the row's id around its words; marks that
          cross are cut, the lesser one of the two, so that the HTML nests.
Leaves    how it looks to the page's style sheet, except in a notebook, where there is none.
Example   "carries 106 tasks" -> 'carries <mark id="m1" class="metric" title="...">106 tasks</mark>'
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from ftzlib.records import Record
from ftzlib.spans import Span

if TYPE_CHECKING:
    from ftzlib.facts import Facts


class Kind(NamedTuple):
    """How the rows of one table are marked: the element, its class, the fields told of a row, the line."""

    tag: str
    name: str
    told: tuple[str, ...]
    line: str


#: In order of rank: where two marks cross, the later one is cut. Middle tones read on white and on black.
KINDS = {
    "metrics": Kind(
        "mark", "metric", ("mod value unit", "indicator", "status", "scope"), "2px solid #0f8a85"
    ),
    "dates": Kind("mark", "date", ("value mod",), "2px dotted #b3651b"),
    "people": Kind("mark", "person", ("name", "role"), "3px double #7a6fd0"),
    "zones": Kind("mark", "zone", ("name",), "2px dashed #3d86c6"),
    "sectors": Kind("mark", "sector", ("kind", "name", "isic"), "2px solid #8f8a2a"),
    "events": Kind("mark", "event", ("kind", "date", "place"), "2px dashed #c05a8a"),
    "commitments": Kind("span", "commitment", ("actor",), "1px dotted #8a8f96"),
    "statements": Kind("span", "statement", ("speaker", "cue"), ""),
    "findings": Kind("span", "finding", ("message",), ""),
}
_NOTES = {"caption": "picture credit or caption", "headline": "headline"}
VISIBLE = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: 0x2421,
    **dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD),
}


class _Mark(NamedTuple):
    span: Span
    table: str
    record: Record


class _Paragraph(NamedTuple):
    span: Span
    kind: str
    number: int


def article(facts: Facts, *, backlinks: Mapping[str, str] | None = None) -> str:
    """Return the article as HTML in which every row's id is an anchor, once.

    Parameters
    ----------
    facts : Facts
    backlinks : mapping of row id to href, optional
        Where the story uses a row; a link back stands behind the row's words.

    Returns
    -------
    str
        A ``<div class="ftz-article">`` of numbered paragraphs, everything escaped.
    """
    paragraphs = _paragraphs(facts)
    pieces = _pieces(_marks(facts), paragraphs)
    lost = "".join(
        f'<span id="{escape(mark.record.id)}"></span>' for mark, parts in pieces.items() if not parts
    )
    tags = _tags(pieces, lambda mark, first, last: _anchored(mark, first, last, backlinks or {}))
    shown = [_paragraph(facts.document.text, paragraph, tags) for paragraph in paragraphs]
    return "\n".join(['<div class="ftz-article">', *shown, f"{lost}</div>"])


def in_notebook(facts: Facts) -> str:
    """Return the article with its marks and a legend, styled in place and without ids."""
    paragraphs = _paragraphs(facts)
    tags = _tags(_pieces(_marks(facts), paragraphs), lambda mark, first, last: _styled(mark))
    shown = [_paragraph(facts.document.text, paragraph, tags) for paragraph in paragraphs]
    legend = " &nbsp; ".join(
        f'<span style="border-bottom: {kind.line}">{kind.name}</span>'
        for table, kind in KINDS.items()
        if kind.line and facts.records.get(table)
    )
    return "\n".join(
        ['<div class="ftz-article">', *shown, f"<p><small>Marked: {legend}</small></p>", "</div>"]
    )


def places(facts: Facts) -> dict[str, str]:
    """Return for every row's id where its words stand: the paragraph's number, as ``¶ 3``, or what it is."""
    paragraphs = _paragraphs(facts)
    return {
        mark.record.id: next((_place(p) for p in paragraphs if p.span.meets(mark.span)), "")
        for mark in _marks(facts)
    }


def escape(text: str) -> str:
    """Escape `text` for HTML; control characters are shown as pictures."""
    return html.escape(text.translate(VISIBLE))


def told(table: str, record: Record) -> str:
    """Say in a line what was read from a row's words: its kind and its main fields."""
    kind = KINDS[table]
    values = (
        " ".join(str(v) for f in fields.split() if (v := getattr(record, f)) is not None)
        for fields in kind.told
    )
    return ": ".join(filter(None, [kind.name, ", ".join(filter(None, values))]))


def _marks(facts: Facts) -> list[_Mark]:
    return [_Mark(record.span, table, record) for table in KINDS for record in facts.records.get(table, ())]


def _paragraphs(facts: Facts) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    for _, group in groupby(facts.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        kind = "body" if sentences[-1].kind == "dateline" else sentences[-1].kind
        number = 1 + sum(p.kind == "body" for p in found) if kind == "body" else 0
        found.append(_Paragraph(Span(sentences[0].span.start, sentences[-1].span.end), kind, number))
    return found


def _place(paragraph: _Paragraph) -> str:
    return f"¶\u2009{paragraph.number}" if paragraph.number else paragraph.kind


def _pieces(marks: Iterable[_Mark], paragraphs: Iterable[_Paragraph]) -> dict[_Mark, list[Span]]:
    """Cut the marks, in order of rank, at the borders of what they cross; drop what no paragraph shows."""
    shown = [paragraph.span for paragraph in paragraphs]
    kept = list(shown)
    pieces: dict[_Mark, list[Span]] = {}
    for mark in marks:
        edges = sorted({*mark.span, *(edge for other in kept for edge in _crossing(mark.span, other))})
        parts = [Span(*pair) for pair in pairwise(edges)]
        pieces[mark] = [part for part in parts if any(paragraph.covers(part) for paragraph in shown)]
        kept += pieces[mark]
    return pieces


def _crossing(span: Span, other: Span) -> Iterator[int]:
    if span.meets(other) and not span.covers(other) and not other.covers(span):
        yield from (edge for edge in other if span.start < edge < span.end)


def _tags(
    pieces: Mapping[_Mark, list[Span]], draw: Callable[[_Mark, bool, bool], tuple[str, str]]
) -> list[tuple[int, str]]:
    """Put the opening and closing tags in order; at one offset ends come before starts, inner ends first."""
    rank = {table: number for number, table in enumerate(KINDS)}
    drawn = [
        (part.start, -part.end, -rank[mark.table], *draw(mark, part == parts[0], part == parts[-1]))
        for mark, parts in pieces.items()
        for part in parts
    ]
    events = []
    for number, (start, end, _, opening, closing) in enumerate(sorted(drawn)):
        events += [(start, 1, number, opening), (-end, 0, -number, closing)]
    return [(offset, tag) for offset, _, _, tag in sorted(events)]


def _paragraph(text: str, paragraph: _Paragraph, tags: Iterable[tuple[int, str]]) -> str:
    at, words = paragraph.span.start, []
    for offset, tag in tags:
        if paragraph.span.start <= offset <= paragraph.span.end:
            words += [escape(text[at:offset]), tag]
            at = offset
    words.append(escape(text[at : paragraph.span.end]))
    number = f'<span class="n">{paragraph.number}</span> ' if paragraph.number else ""
    note = f" <small>({_NOTES[paragraph.kind]})</small>" if paragraph.kind in _NOTES else ""
    return f'<p class="{paragraph.kind}">{number}{"".join(words)}{note}</p>'


def _anchored(mark: _Mark, first: bool, last: bool, backlinks: Mapping[str, str]) -> tuple[str, str]:
    """Draw a mark on the page: its first piece has the id, its last the way back to the story."""
    kind, id = KINDS[mark.table], mark.record.id
    anchor = f' id="{escape(id)}"' if first else ""
    back = ""
    if last and id in backlinks:
        label = f"Back to the story: {told(mark.table, mark.record)}"
        back = f'<a class="ftz-back" href="{escape(backlinks[id])}" aria-label="{escape(label)}">↩</a>'
    opening = f'<{kind.tag}{anchor} class="{kind.name}" title="{escape(told(mark.table, mark.record))}">'
    return opening, f"</{kind.tag}>{back}"


def _styled(mark: _Mark) -> tuple[str, str]:
    """Draw a mark in a notebook, which has no style sheet of ours."""
    kind = KINDS[mark.table]
    if not kind.line:
        return "", ""
    style = f"background: none; color: inherit; border-bottom: {kind.line}"
    return f'<{kind.tag} style="{style}" title="{escape(told(mark.table, mark.record))}">', f"</{kind.tag}>"
