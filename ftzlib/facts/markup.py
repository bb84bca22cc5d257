"""The article as HTML, with its facts marked.

Finds     for every row of every table one element with the row's id around its words; marks that
          cross are cut, the lesser one of the two, so that the HTML nests.
Leaves    how it looks to the page's style sheet, except in a notebook, where there is none.
Example   "carries 106 tasks" -> 'carries <mark id="m1" class="metric" title="...">106 tasks</mark>'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count, groupby
from typing import NamedTuple

from ftzlib.evidence.escape import escape
from ftzlib.facts.marks import KINDS, Mark, marks, met, pieces, told
from ftzlib.facts.reading import Reading
from ftzlib.text.spans import Span

_NOTES = {"caption": "picture credit or caption", "headline": "headline"}
_RANK = {table: rank for rank, table in enumerate(reversed(KINDS))}


class _Paragraph(NamedTuple):
    span: Span
    kind: str
    number: int


def article(facts: Reading, *, backlinks: Mapping[str, str] | None = None) -> str:
    """Return the article as HTML in which every row's id is an anchor, once.

    Parameters
    ----------
    facts : Reading
    backlinks : mapping of row id to href, optional
        Where the story uses a row; a link back stands behind the row's words.

    Returns
    -------
    str
        A ``<div class="ftz-article">`` of numbered paragraphs, everything escaped.
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
    return {mark.record.id: next((places[span] for span in met(mark.record.span, shown)), "") for mark in marks(facts)}


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
    paragraphs, found = _paragraphs(facts), marks(facts)
    parts = pieces(found, [paragraph.span for paragraph in paragraphs])
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
    return f'<{tag}{anchor} {look} title="{escape(told(mark.table, mark.record))}">', f"</{tag}>"
