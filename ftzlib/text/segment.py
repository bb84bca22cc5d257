"""Paragraphs and sentences, as spans.

Finds     paragraphs with what they are (headline, picture credit, caption, dateline, body), and the
          sentences in them; soft-wrapped lines are put together, bullets set aside.
Leaves    the text as it is: a sentence is a span, without the white space around it.
Example   "BEIJING, May 11 (Xinhua) -- China's zones traded more." -> a dateline and a sentence
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, repeat
from typing import NamedTuple

from ftzlib.grammar import lexicon
from ftzlib.grammar.names import is_chinese
from ftzlib.text.signs import LINE_END
from ftzlib.text.spans import Span

MAX_SENTENCE = 2_000  # characters, some three hundred words
MAX_CAPTION = 400
MAX_AGENCY = 40
MAX_CELL = 100  # characters; a longer stretch between tabs is prose
MAX_FRONTED = 5  # words that open a sentence with its hour: *At 5 p.m. Mr. Li said*
WRAP_WIDTH = 120  # a block with longer lines was not broken by hand
NEARBY = 20_000  # characters around a name that may open a turn; the whole text for each would be quadratic
_BLOCK = re.compile(r"\S[^\n]*(?:\n(?![^\S\n]*\n)[^\n]*)*")
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[-–—*•·●▪◦‣]|\(?\d{1,2}[.)])\s+(?=\S)")
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’\- ]+[A-Z](?:,\s+[A-Z][\w.]*)?"  # BEIJING, July 7, 2024 (Xinhua) --
    r"(?:,\s+(?:[A-Z][a-z]+\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+\.?)(?:,?\s+\d{4})?)?"
    r"\s*(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)?\s*(?:--+|[—–]|-(?=\s))\s*"
    r"|[A-Z][\w'’ -]{1,30},\s+[A-Z][a-z]+\.?\s+\d{1,2}(?:,?\s+\d{4})?\s+\([^()\n]{1,40}\)\s*(?:--+|[—–])\s*"
)
_PLACE = re.compile(r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)[:：]\s+(?=[A-Z“\"][^\n]{30})")
_STOP = re.compile(  # without a blank behind it before a word in capitals: *in 2019.The area*; not *U.S.China*
    r"[.!?。！？]+[\"'”’)\]]*(?:(?=\s|$|<|&)"
    r"|(?=[A-Z][a-z]*\s)(?:(?<=[a-z\d%)$€£¥][a-z\d%)][.!?])|(?<=[a-z\d%)]{2}[.!?][”’)])))"
)
_TAGS = re.compile(r"(?:</?[A-Za-z][^<>\n]{0,200}>|&(?:[a-z]{2,8}|#\d{1,6});|\s)+")
_TURN = re.compile(  # Q (Bohai Television): ...  A: Guo Yahui, vice minister of commerce: ...
    r"(?:[QA]\s?(?:\([^()\n]{1,60}\))?\s?[:：]\s*)(?:[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){1,3}(?:, [^:\n.]{3,90})?[:：]\s*)?"
)
_NAMED_TURN = re.compile(  # [Li Wei]: ...; Li Wei: in a line of its own; Li Wei: Good morning ...
    r"\[((?:M[rs]s?\. )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){1,3})\]\s?[:：]\s*|"
    r"((?:M[rs]s?\. )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})[:：](?:\s*$|\s+(?=[A-Z“\"]))"
)
LEAST_TURN = 60  # characters behind a name that may be a label (*Foreign Trade: up*)
_PHOTO = re.compile(r"\b[Pp]hotos? ?(?:by|from|courtesy|provided|:|/)|\b[Pp]ictures? by\b")
_HOUR = re.compile(r"(?:^|\W)([a-z]\.[a-z])$")  # p.m, e.g
_SHORT_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}$")
_LAST_WORD = re.compile(r"([^\W\d_]+|(?:[A-Z]\.)*[A-Z])$")
_OPENER = re.compile(r"[\s\"'“‘(\[]*(\w*)")
_ENDED = re.compile(r"[.!?;:。！？；：,，][\"'”’)\]]*$")
_BRACKETED = re.compile(r"[\[(（【].*[\])）】]\.?$", re.DOTALL)
_GAP = re.compile(r"\t+| {3,}|(?:^|(?<=\s))\|(?=\s|$)")  # between the cells of a pasted table's row
_ENDS_IN_FIGURE = re.compile(r"\s[-−+(]?\d[\d.,]*[%)]?$")
_NAME_ONLY = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2}$")


class Sentence(NamedTuple):
    """One sentence, and the kind of paragraph that it stands in.

    Attributes
    ----------
    span : Span
    kind : {"body", "headline", "caption", "dateline", "turn", "row"}
        Captions include picture credits and bylines; a turn says who speaks in a transcript; each cell of a row of
        a pasted table is a sentence of its own.
    paragraph : int
        Number of its paragraph, counted from 0.
    """

    span: Span
    kind: str
    paragraph: int


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of `text` in order; a dateline counts as one of its own."""
    found: list[Sentence] = []
    paragraphs = list(_paragraphs(text))
    headline_seen = False
    transcript = any(_is_turn(_NAMED_TURN.match(text, *paragraph)) for paragraph in paragraphs)
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
        if kind == "body" and (dateline := _opening_place(text, start, paragraph.end)):
            found.append(Sentence(_strip(text, start, dateline.end()), "dateline", number))
            start = dateline.end()
        found += [Sentence(span, kind, number) for span in _split(text, start, paragraph.end)]
    return found


def _cells(text: str, paragraph: Span) -> list[Span]:
    """*Foreign trade⇥21.5 billion yuan⇥12.5%*: the cells of a pasted table's row; none where it is prose with a tab."""
    words = paragraph.of(text)
    gaps = list(_GAP.finditer(text, *paragraph)) if "\t" in words or "   " in words or "|" in words else []
    if not gaps or (gaps[0][0] == "|" and len(gaps) == 1):  # *Coastal Times | October 9, 2024*
        return []
    edges = [paragraph.start, *(edge for gap in gaps for edge in gap.span()), paragraph.end]
    cells = [cell for cell in map(_strip, repeat(text), edges[::2], edges[1::2]) if cell.start < cell.end]
    stops = (stop for cell in cells for stop in _STOP.finditer(text, *cell) if stop.end() < cell.end)
    prose = next(stops, None) or any(cell.end - cell.start > MAX_CELL for cell in cells)
    return [] if prose or len(cells) == 1 else cells


def _turn(text: str, start: int, end: int, transcript: bool) -> re.Match[str] | None:
    """Who speaks in a transcript; a first name that may be a label counts if it stands elsewhere nearby, too."""
    named = _NAMED_TURN.match(text, start, end)
    if named and not _is_turn(named):
        near = text[max(0, start - NEARBY) : start], text[named.end() : named.end() + NEARBY]
        known = transcript or any(named[2] in words for words in near)
        named = named if known and " " in named[2] and not 0 < end - named.end() < LEAST_TURN else None
    return _TURN.match(text, start, end) or named


def _is_turn(named: re.Match[str] | None) -> bool:
    """Tell whether a name and a colon are those of somebody who speaks: in brackets, in pinyin, of an outlet."""
    if not named or named[1]:
        return named is not None
    words = named[2].lower().split()
    return any(is_chinese(*pair) for pair in pairwise(words)) or words[-1] in _outlets()


def _opening_place(text: str, start: int, end: int) -> re.Match[str] | None:
    """*BEIJING, July 7 (Xinhua) --*, and in a column of short items *Ningbo: ...*."""
    place = _PLACE.match(text, start, end)
    return _DATELINE.match(text, start, end) or (place if place and place[1] in _places() else None)


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
    longest = max(lengths)
    before = lines[-2].of(text).split()[-1]
    if (
        _NAME_ONLY.match(lines[-1].of(text)) and before not in _layout()["starters"]
    ):  # a caption, and whose picture it is
        return False
    return (
        longest <= WRAP_WIDTH
        and min(lengths[:-1]) > 0.6 * longest
        and not any(_BULLET.match(text, line.start, line.end) for line in lines)
        and not all(_ENDED.search(line.of(text)) for line in lines[:-1])
        and not all(_ENDS_IN_FIGURE.search(line.of(text)) for line in lines)  # a table without tabs
        and not any(_GAP.search(text, *line) for line in lines)
    )


def _kind(paragraph: str, headline_seen: bool) -> str:
    if _is_caption(paragraph):
        return "caption"
    if not headline_seen and not _ENDED.search(paragraph) and len(paragraph) < 160:
        return "headline"
    return "body"


def _is_caption(paragraph: str) -> bool:
    layout = _layout()
    if len(paragraph) > MAX_CAPTION:
        return False
    if _BRACKETED.match(paragraph):
        return len(paragraph) < 300
    bare = paragraph.lower().rstrip(" .)]")
    tail = bare[-MAX_AGENCY:]
    if ("/" in tail or "photo" in tail) and bare.endswith(_credited()):
        return True
    if ("hoto" in paragraph or "icture" in paragraph) and len(paragraph) < 250 and _PHOTO.search(paragraph):
        return True
    if _ENDED.search(paragraph) and not bare.startswith(("photo", "picture")):
        return False
    words = re.findall(r"\w+", bare)
    if _ENDED.search(paragraph) or len(words) > 10:
        return bool(words) and words[0] in ("photo", "picture") and words[1:2] == ["taken"]
    return bool(_NAME_ONLY.match(paragraph)) or (len(words) <= 6 and words[:1] != [] and words[0] in layout["credits"])


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
    opener = _OPENER.match(text, stop.end(), end)
    following = opener[1] if opener else ""
    if following[:1].islower():
        return False
    near = text[max(start, stop.start() - 20) : stop.start()].rsplit(None, 1)
    if not near or stop[0] != ".":
        return True
    if hour := _HOUR.search(near[-1]):
        return not following or _is_behind_hour(text[start : stop.start()], hour[1], text[stop.end() : stop.end() + 40])
    before = _LAST_WORD.search(near[-1])
    return (
        _ends_word(before[1], following)
        if before
        else not _is_split(near[-1], following, text[stop.end() : stop.end() + 40])
    )


def _is_split(before: str, following: str, behind: str) -> bool:
    """*34. 6 billion*, *3. 5%*: a number that a copied page has torn at its point; no sentence begins so."""
    if not _SHORT_NUMBER.search(before) or not following.isdigit() or len(following) > 2:
        return False
    words = behind.replace("%", " % ").split()[1:2]
    return bool(words) and words[0].rstrip(".,;") in _scales_and_units()


def _is_behind_hour(before: str, abbreviation: str, behind: str) -> bool:
    """Tell whether a sentence ends with an hour: not in *9 a.m. Thursday*, *6 p.m. Xi'an time*, *At 5 p.m. Mr. Li*."""
    words = [word.strip(".,") for word in behind.lower().split()]
    if abbreviation not in _layout()["hours"] or words[0] in _layout()["behind_hours"] or "time" in words[1:2]:
        return False
    fronted = before.split()
    return len(fronted) > MAX_FRONTED or fronted[0].lower() not in _layout()["fronting"]


def _ends_word(before: str, following: str) -> bool:
    """Tell whether a full stop behind a word ends a sentence, and is not the word's own."""
    word, layout = before.lower().rstrip("."), _layout()
    if word in layout["abbreviations"]:
        return not following
    if word in layout["before_numbers"]:
        return not following[:1].isdigit()
    initials = before.isupper() and (len(before) == 1 or "." in before)
    if initials or word in layout["closing_abbreviations"]:
        return not following or following.lower() in layout["starters"]
    return True


def _strip(text: str, start: int, end: int) -> Span:
    """Leave out white space and tags at both ends."""
    words = text[start:end]
    if "<" not in words and "&" not in words and "\ufeff" not in words:
        return Span(end - len(words.lstrip()), start + len(words.rstrip()))
    tags = _TAGS.match(text, start, end)
    if tags:
        start = tags.end()
    while text[start:end].endswith(">") and (opened := text.rfind("<", max(start, end - 200), end)) >= start:
        end = opened
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


@cache
def _credited() -> tuple[str, ...]:
    agencies = _layout()["agencies"]
    return tuple(f"{before}{agency}" for agency in agencies for before in ("/", "/ ", "photo by "))


@cache
def _outlets() -> frozenset[str]:
    return lexicon.words("speech", "outlets")


@cache
def _places() -> frozenset[str]:
    places = lexicon.load("places")
    return frozenset((*places["provinces"], *places["cities"]))


@cache
def _scales_and_units() -> frozenset[str]:
    """Words that stand behind a number with a point in it; a period may open a sentence (*In 2019. 12 days later*)."""
    data = lexicon.load("quantities")
    units = (
        phrase for unit, phrases in data["units"].items() if unit not in data["periods_of_time"] for phrase in phrases
    )
    return frozenset((*data["scales"], *(phrase.split()[0] for phrase in units)))


@cache
def _layout() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in lexicon.load("layout").items()}
