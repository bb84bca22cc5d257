"""Paragraphs and sentences, as spans.

Finds     paragraphs with what they are (headline, picture credit, caption, dateline, body), and the
          sentences in them; soft-wrapped lines are put together, bullets set aside.
Leaves    the text as it is: a sentence is a span, without the white space around it.
Example   "BEIJING, May 11 (Xinhua) -- China's zones traded more." -> a dateline and a sentence
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, repeat
from typing import NamedTuple

from ftzlib.grammar import lexicon
from ftzlib.grammar.names import is_chinese
from ftzlib.text.signs import LINE_END
from ftzlib.text.spans import Span

MAX_SENTENCE = 2_000  # characters, some three hundred words
MAX_CAPTION = 400
MAX_HEADLINE = 160
MAX_CELL = 100  # characters; a longer stretch between tabs is prose
MAX_FRONTED = 80  # characters of a sentence that opens with its hour: *At 5 p.m. Mr. Li said*
LAST_WORD, NEXT_WORDS = 20, 40  # characters before and behind a full stop
WRAP_WIDTH = 120  # a block with longer lines was not broken by hand
NEARBY = 20_000  # characters around a name that may open a turn; the whole text for each would be quadratic
LEAST_TURN = 60  # characters behind a name that may be a label (*Foreign Trade: up*)
_BLOCK = re.compile(r"\S[^\n]*(?:\n(?![^\S\n]*\n)[^\n]*)*")
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[-–—*•·●▪◦‣]|\(?\d{1,2}[.)])\s+(?=\S)")
_STOP = re.compile(  # without a blank behind it before a word in capitals: *in 2019.The area*; not *U.S.China*
    r"[.!?。！？]+[\"'”’)\]]*(?:(?=\s|$|<|&)"
    r"|(?=[A-Z][A-Za-z]*\s)(?:(?<=[a-z\d%)$€£¥][a-z\d%)][.!?])|(?<=[a-z\d%)]{2}[.!?][”’)])))"
)
_TAGS = re.compile(r"(?:</?[A-Za-z][^<>\n]{0,200}>|&(?:[a-z]{2,8}|#\d{1,6});|[\s\ufeff])+")
_OPENER = re.compile(r"[\s\"'“‘(\[]*(\w*)")
_ENDED = re.compile(r"[.!?;:。！？；：,，][\"'”’)\]]*$")
_GAP = re.compile(r"\t+| {3,}|(?:^|(?<=\s))\|(?=\s|$)")  # between the cells of a pasted table's row
_HAS_GAP = re.compile(r"\t|   |\|")
_ENDS_IN_FIGURE = re.compile(r"\s[-−+(]?\d[\d.,]*[%)]?$")


class Sentence(NamedTuple):
    """One sentence, and the kind of paragraph that it stands in: body, headline, caption, dateline, turn or row.

    Captions include picture credits and bylines; a turn says who speaks in a transcript; each cell of a row of a pasted
    table is a sentence of its own.
    """

    span: Span
    kind: str
    paragraph: int  # its number, counted from 0


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of `text` in order; a dateline counts as one of its own."""
    found: list[Sentence] = []
    paragraphs = list(_paragraphs(text))
    headline_seen = False
    named = lexicon.written("layout", "named_turn")
    transcript = any(_is_turn(named.match(text, *paragraph)) for paragraph in paragraphs)
    for number, paragraph in enumerate(paragraphs):
        if cells := _cells(text, paragraph):
            found += [Sentence(cell, "row", number) for cell in cells]
            continue
        kind = _kind(paragraph.of(text), headline_seen)
        headline_seen |= kind != "caption"
        start = paragraph.start
        if kind == "body" and (turn := _turn(text, start, paragraph.end, transcript)):
            transcript = True
            found.append(Sentence(_strip(text, start, turn.end()), "turn", number))
            start = turn.end()
        if kind == "body" and (dateline := lexicon.written("layout", "dateline").match(text, start, paragraph.end)):
            found.append(Sentence(_strip(text, start, dateline.end()), "dateline", number))
            start = dateline.end()
        found += [Sentence(span, kind, number) for span in _split(text, start, paragraph.end)]
    return found


def _cells(text: str, paragraph: Span) -> list[Span]:
    """*Foreign trade⇥21.5 billion yuan⇥12.5%*: the cells of a pasted table's row; none where it is prose with a tab."""
    gaps = list(_GAP.finditer(text, *paragraph)) if _HAS_GAP.search(text, *paragraph) else []
    if [gap[0] for gap in gaps] in ([], ["|"]):  # *Coastal Times | October 9, 2024*
        return []
    starts, ends = [paragraph.start, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), paragraph.end]
    cells = [cell for cell in map(_strip, repeat(text), starts, ends) if cell.start < cell.end]
    return [] if len(cells) == 1 or any(map(_is_prose, repeat(text), cells)) else cells


def _is_prose(text: str, cell: Span) -> bool:
    stops = _STOP.finditer(text, *cell)
    return cell.end - cell.start > MAX_CELL or any(stop.end() < cell.end for stop in stops)


def _turn(text: str, start: int, end: int, transcript: bool) -> re.Match[str] | None:
    """Who speaks in a transcript; a first name that may be a label counts if it stands elsewhere nearby, too."""
    named = lexicon.written("layout", "named_turn").match(text, start, end)
    if named and not _is_turn(named):
        near = text[max(0, start - NEARBY) : start], text[named.end() : named.end() + NEARBY]
        known = transcript or any(named["name"] in words for words in near)
        label = _is_label(text[named.end() : end], transcript)
        named = named if known and not label and _is_named(named["name"], near if transcript else ()) else None
    return lexicon.written("layout", "turn").match(text, start, end) or named


def _is_label(words: str, transcript: bool) -> bool:
    """*Foreign Trade: up 4 percent*: too little behind a colon for a turn, unless it is a sentence of a transcript."""
    return 0 < len(words) < LEAST_TURN and not (transcript and _ENDED.search(words))


def _is_named(name: str, near: Iterable[str]) -> bool:
    """*Peter Novak*, or *Novak* where the whole name stands nearby."""
    whole = re.compile(rf"(?<![\w-]){name} [A-Z][a-z]|[A-Z][a-z]+ {name}\b")
    return " " in name or any(whole.search(words) for words in near)


def _is_turn(named: re.Match[str] | None) -> bool:
    """Tell whether a name and a colon are those of somebody who speaks: in brackets, in pinyin, of an outlet."""
    if not named or not named["name"]:
        return named is not None
    words = named["name"].lower().split()
    return any(is_chinese(*pair) for pair in pairwise(words)) or words[-1] in lexicon.words("speech", "outlets")


def _paragraphs(text: str) -> Iterator[Span]:
    """Blocks between blank lines; a block's lines one by one unless they were wrapped by hand."""
    for block in _BLOCK.finditer(text):
        lines = [_strip(text, *line.span()) for line in _LINE.finditer(text, *block.span())]
        lines = [line for line in lines if line.start < line.end]
        if len(lines) > 1 and _is_wrapped(text, lines):
            lines = [Span(lines[0].start, lines[-1].end)]
        elif LINE_END in block[0]:
            lines = list(_joined(text, lines))
        for line in lines:
            bullet = _BULLET.match(text, line.start, line.end)
            yield Span(bullet.end(), line.end) if bullet else line


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    """Put the lines together that go on with a small letter, in a block that was broken by hand."""
    first, last = lines[0]
    for line in lines[1:]:
        if not text[line.start].islower() or _ENDED.search(text[first:last]):
            yield Span(first, last)
            first = line.start
        last = line.end
    yield Span(first, last)


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    lengths = [len(part) for line in lines for part in line.of(text).split(LINE_END)]
    named = lexicon.written("layout", "name").fullmatch(lines[-1].of(text))  # a caption, and whose picture it is
    if named and lines[-2].of(text).split()[-1] not in lexicon.words("layout", "starters"):
        return False
    shortest = min(lengths[_goes_on(text, lines) : -1], default=0)
    if max(lengths) > WRAP_WIDTH or shortest <= 0.6 * max(lengths):
        return False
    return not _are_apart([line.of(text) for line in lines])


def _are_apart(words: list[str]) -> bool:
    """Tell whether lines are those of a list or a table, or sentences each."""
    apart = any(_BULLET.match(line) or _GAP.search(line) for line in words)
    table = all(map(_ENDS_IN_FIGURE.search, words))  # without tabs
    return apart or table or all(map(_ENDED.search, words[:-1]))


def _goes_on(text: str, lines: list[Span]) -> bool:
    """Tell whether the first line is cut short and the second goes on with a small letter (*On the⏎morning of ...*)."""
    return len(lines) > 2 and text[lines[1].start].islower() and not _ENDED.search(lines[0].of(text))


def _kind(paragraph: str, headline_seen: bool) -> str:
    short, written = len(paragraph) <= MAX_CAPTION, lexicon.written
    if short and (written("layout", "caption").match(paragraph) or written("layout", "captioned").search(paragraph)):
        return "caption"
    return "body" if headline_seen or _ENDED.search(paragraph) or len(paragraph) >= MAX_HEADLINE else "headline"


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    """Split a paragraph at its stops; what has none for too long is no prose, and cut to bound every rule's work."""
    for span in _at_stops(text, start, end):
        first = span.start
        while span.end - first > MAX_SENTENCE:
            cut = text.rfind(" ", first, first + MAX_SENTENCE)
            cut = cut if cut > first else first + MAX_SENTENCE
            yield _strip(text, first, cut)
            first = _strip(text, cut, span.end).start
        yield Span(first, span.end)


def _at_stops(text: str, start: int, end: int) -> Iterator[Span]:
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, start, stop, end):
            yield _strip(text, start, stop.end())
            start = stop.end()
    if text[start:end].strip():
        yield _strip(text, start, end)


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    following = _OPENER.match(text, stop.end(), end)
    if following and following[1][:1].islower():
        return False
    if stop[0] != ".":
        return True
    first = max(start, text.rfind(" ", start, stop.start()) + 1, stop.start() - LAST_WORD)
    around = f"{text[first : stop.start()]}@{text[stop.end() : stop.end() + NEXT_WORDS]}"
    fronted = stop.start() - start < MAX_FRONTED and lexicon.written("layout", "fronted").match(text, start, stop.end())
    return not fronted and not lexicon.written("layout", "no_end").search(around)


def _strip(text: str, start: int, end: int) -> Span:
    """Leave out white space and tags at both ends."""
    words = text[start:end]
    if "<" not in words and "&" not in words and "\ufeff" not in words:
        return Span(end - len(words.lstrip()), start + len(words.rstrip()))
    if tags := _TAGS.match(text, start, end):
        start = tags.end()
    while text[start:end].endswith(">") and (opened := text.rfind("<", max(start, end - 200), end)) >= start:
        end = opened
    return Span(start, start + len(text[start:end].rstrip()))
