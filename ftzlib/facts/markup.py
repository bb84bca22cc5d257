"""The article as HTML, with its facts marked.

Finds     for every row of every table one element with the row's id around its words; marks that
          cross are cut, the lesser one of the two, so that the HTML nests.
Leaves    how it looks to the page's style sheet, except in a notebook, where there is none.
Example   "carries 106 tasks" -> 'carries <mark id="m1" class="metric" title="...">106 tasks</mark>'
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import count, groupby
from operator import itemgetter
from typing import NamedTuple

from ftzlib.evidence.escape import escape
from ftzlib.facts.marks import KINDS, Mark, marks, met, pieces, told
from ftzlib.facts.reading import Reading
from ftzlib.text.spans import Span

_NOTES = {"caption": "picture credit or caption", "headline": "headline"}


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
    paragraphs = _paragraphs(facts)
    drawn = pieces(marks(facts), [paragraph.span for paragraph in paragraphs])
    lost = "".join(f'<span id="{escape(mark.record.id)}"></span>' for mark, parts in drawn.items() if not parts)
    tags = _tags(drawn, lambda mark, first, last: _anchored(mark, first, last, backlinks or {}))
    shown = [_paragraph(facts.document.text, paragraph, tags) for paragraph in paragraphs]
    return "\n".join(['<div class="ftz-article">', *shown, f"{lost}</div>"])


def in_notebook(facts: Reading) -> str:
    """Return the article with its marks and a legend, styled in place; a figure's link leads to its row's id here."""
    paragraphs = _paragraphs(facts)
    drawn = pieces(marks(facts), [paragraph.span for paragraph in paragraphs])
    tags = _tags(drawn, lambda mark, first, last: _styled(mark, first))
    shown = [_paragraph(facts.document.text, paragraph, tags) for paragraph in paragraphs]
    legend = " &nbsp; ".join(
        f'<span style="border-bottom: {kind.line}">{kind.name}</span>'
        for table, kind in KINDS.items()
        if kind.line and facts.records.get(table)
    )
    return "\n".join(['<div class="ftz-article">', *shown, f"<p><small>Marked: {legend}</small></p>", "</div>"])


def places(facts: Reading) -> dict[str, str]:
    """Return for every row's id where its words stand: the paragraph's number, as ``¶ 3``, or what it is."""
    places = {paragraph.span: _place(paragraph) for paragraph in _paragraphs(facts)}
    shown = list(places)
    return {mark.record.id: next((places[span] for span in met(mark.span, shown)), "") for mark in marks(facts)}


def _paragraphs(facts: Reading) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    numbers = count(1)
    for _, group in groupby(facts.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        kind = "body" if sentences[-1].kind == "dateline" else sentences[-1].kind
        number = next(numbers) if kind == "body" else 0
        found.append(_Paragraph(Span(sentences[0].span.start, sentences[-1].span.end), kind, number))
    return found


def _place(paragraph: _Paragraph) -> str:
    return f"¶\u2009{paragraph.number}" if paragraph.number else paragraph.kind


def _tags(
    pieces_of: Mapping[Mark, list[Span]], draw: Callable[[Mark, bool, bool], tuple[str, str]]
) -> list[tuple[int, str]]:
    """Put the opening and closing tags in order; at one offset ends come before starts, inner ends first."""
    rank = {table: number for number, table in enumerate(KINDS)}
    drawn = [
        (part.start, -part.end, -rank[mark.table], *draw(mark, part == parts[0], part == parts[-1]))
        for mark, parts in pieces_of.items()
        for part in parts
    ]
    events = []
    for number, (start, end, _, opening, closing) in enumerate(sorted(drawn)):
        events += [(start, 1, number, opening), (-end, 0, -number, closing)]
    return [(offset, tag) for offset, _, _, tag in sorted(events)]


def _paragraph(text: str, paragraph: _Paragraph, tags: Sequence[tuple[int, str]]) -> str:
    at, words = paragraph.span.start, []
    first = bisect_left(tags, paragraph.span.start, key=itemgetter(0))
    for offset, tag in tags[first : bisect_right(tags, paragraph.span.end, key=itemgetter(0))]:
        words += [escape(text[at:offset]), tag]
        at = offset
    words.append(escape(text[at : paragraph.span.end]))
    number = f'<span class="n">{paragraph.number}</span> ' if paragraph.number else ""
    note = f" <small>({_NOTES[paragraph.kind]})</small>" if paragraph.kind in _NOTES else ""
    return f'<p class="{paragraph.kind}">{number}{"".join(words)}{note}</p>'


def _anchored(mark: Mark, first: bool, last: bool, backlinks: Mapping[str, str]) -> tuple[str, str]:
    """Draw a mark on the page: its first piece has the id, its last the way back to the story."""
    kind, id = KINDS[mark.table], mark.record.id
    anchor = f' id="{escape(id)}"' if first else ""
    back = ""
    if last and id in backlinks:
        label = f"Back to the story: {told(mark.table, mark.record)}"
        back = f'<a class="ftz-back" href="{escape(backlinks[id])}" aria-label="{escape(label)}">↩</a>'
    opening = f'<{kind.tag}{anchor} class="{kind.name}" title="{escape(told(mark.table, mark.record))}">'
    return opening, f"</{kind.tag}>{back}"


def _styled(mark: Mark, first: bool) -> tuple[str, str]:
    """Draw a mark in a notebook, which has no style sheet of ours."""
    kind = KINDS[mark.table]
    anchor = f' id="{escape(mark.record.id)}"' if first else ""
    if not kind.line:
        return (f"<span{anchor}>", "</span>") if anchor else ("", "")
    style = f"background: none; color: inherit; border-bottom: {kind.line}"
    return f'<{kind.tag}{anchor} style="{style}" title="{escape(told(mark.table, mark.record))}">', f"</{kind.tag}>"
