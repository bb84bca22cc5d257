"""Words with their offsets, found in one pass; everything after it works on their indices.

Finds     numbers as they are written (*12,300*, *1.2*), words with inner hyphens
          (*foreign-funded*), initials (*U.S.*), and every other sign by itself.
Leaves    tags and entities of a saved page aside; what words mean to the extractors.
Example   "RMB2,400 billion" -> "RMB", "2,400", "billion"
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, repeat
from operator import add, eq, ne
from typing import Protocol, TypeVar

from ftzlib.grammar.words import BREAK, MEMORY, SEEN, Memo, fold, numbered, shape
from ftzlib.text.segment import Sentence
from ftzlib.text.spans import Span

_TOKEN = re.compile(
    r"(?:[A-Za-z]++(?![\w'’‑.-])"  # a plain word: most of them, so asked for first
    r"|</?[A-Za-z][^<>\n]{0,200}>|&(?:[a-z]{2,8}|#\d{1,6});"  # a tag or an entity: passed over
    r"|(?:[A-Z]\.){2,}"  # initials: U.S.
    r"|[ap]\.m\.(?=\W)"
    r"|[^\W\d_]+(?:['’](?=[aeoA-Z])[^\W\d_]+|[-‑][^\W\d_]+)*"  # a word: Xi'an and O'Neil are one, area's two
    r"|\d+(?:[,，]\d{3}(?!\d))*(?:[.．]\d+)?"  # a number; full-width digits and separators are digits too
    r"|--|[^\w\s]|_)\s*"
)
LOOKAHEAD = 8  # closing words behind the last sentence, so that a rule may ask for the next few anywhere


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one document, as parallel lists."""

    text: str  # which all offsets point into
    forms: list[str]  # each token as it is written
    words: list[str]  # in lower case, full-width characters folded: what lexicons are asked for
    starts: list[int]
    ends: list[int]
    shapes: list[str]  # "0" number, "A" capitalised word, "a" other word, "." any other sign, BREAK
    sentences: Sequence[Sentence]
    breaks: list[int]  # for each sentence the index of the BREAK that closes it
    numbers: list[int]  # for each token that of its sentence
    lexemes: list[int]  # the number of each form (`ftzlib.grammar.words.numbered`)
    late: list[int]  # tokens whose forms came too late to get one
    # What is worked out once: the tokens' class letters by the grammar that gave them; where the clause of a token
    # starts (`ftzlib.reader.syntax`); for the first token of each date that was found the one behind it.
    tags: dict[object, str] = field(default_factory=dict, repr=False)
    clauses: dict[tuple[int, int], int] = field(default_factory=dict, repr=False)
    dates: dict[int, int] = field(default_factory=dict, repr=False)
    plain: str = field(init=False, repr=False)  # `words` parted by blanks where they are: for patterns over characters
    stops: list[int] = field(init=False, repr=False)  # for each token the offset into `plain` behind it
    joins: list[int] = field(init=False, repr=False)  # tokens up to each one that no blank parts from those before
    edges: list[tuple[int, int]] = field(init=False, repr=False)  # each sentence's first token and the one behind it

    def __post_init__(self) -> None:
        blanks = map(ne, (0, *self.ends), self.starts)
        pieces = list(map(add, map(("", " ").__getitem__, blanks), self.words))
        object.__setattr__(self, "plain", "".join(pieces))
        object.__setattr__(self, "stops", list(accumulate(map(len, pieces))))
        starts = map(add, (-1, *self.breaks), repeat(1))
        object.__setattr__(self, "edges", list(zip(starts, self.breaks, strict=False)))
        object.__setattr__(self, "joins", list(accumulate(map(eq, (-1, *self.ends), self.starts))))

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Return the span from token `first` up to, not including, token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def at(self, offset: int) -> int:
        """Return the index of the first token that ends behind `offset`."""
        return bisect_right(self.ends, offset)

    def place(self, span: Span) -> tuple[int, int]:
        """Return the first token of a span and the one behind its last."""
        return bisect_right(self.ends, span.start), bisect_right(self.ends, span.end - 1) + 1

    def sentence_at(self, index: int) -> int:
        """Return the number of the sentence that token `index` stands in."""
        return self.numbers[index]

    def bounds(self, sentence: int) -> tuple[int, int]:
        """Return the first token of a sentence and the one behind its last."""
        return self.edges[sentence]

    def said(self, first: int, last: int) -> str:
        """Return the words from `first` up to `last` and digits that stand directly behind (*M2*), normalised."""
        while last < len(self.words) and self.shapes[last] == "0" and self.joined(last):
            last += 1
        return normalise(self.text[self.starts[first] : self.ends[last - 1]])

    def behind(self, stop: int) -> int:
        """Return the token behind an offset into `plain`: the one that it stands in or, at a token's end, the next."""
        return bisect_right(self.stops, stop)

    def joined(self, index: int) -> bool:
        """Tell whether token `index` stands directly behind the one before it, without a space."""
        return index > 0 and self.ends[index - 1] == self.starts[index]


class Grounded(Protocol):
    """Whatever has a span."""

    @property
    def span(self) -> Span:
        """Its words."""


Row = TypeVar("Row", bound=Grounded)


def by_sentence(tokens: Tokens, rows: Iterable[Row]) -> dict[int, list[Row]]:
    """Return `rows` by the numbers of the sentences that they touch, in their order."""
    found: dict[int, list[Row]] = {}
    numbers, ends = tokens.numbers, tokens.ends
    for row in rows:
        start, end = row.span
        for number in range(numbers[bisect_right(ends, start)], numbers[bisect_right(ends, end - 1)] + 1):
            found.setdefault(number, []).append(row)
    return found


def covering(rows: Iterable[Row], span: Span) -> Row | None:
    """Return the first row that covers a span, if one does."""
    for row in rows:
        if row.span.covers(span):
            return row
    return None


def normalise(words: str) -> str:
    """Fold white space to single blanks and full-width forms to plain ones (contract, reading 12)."""
    return " ".join((words if words.isascii() else unicodedata.normalize("NFKC", words)).split())


def tokenize(text: str, sentences: Sequence[Sentence]) -> Tokens:
    """Split the `sentences` of `text` into tokens, each sentence closed by a `BREAK` token."""
    spaced: list[str] = []
    starts: list[int] = []
    breaks: list[int] = []
    numbers: list[int] = []
    saved_page = "<" in text or "&" in text
    for number, sentence in enumerate(sentences):
        start, end = sentence.span
        # Each token with the white space behind it: together they are the sentence, so lengths give the offsets.
        found = _TOKEN.findall(text, start, end)
        offsets: Iterable[int] = accumulate(map(len, found), initial=start)
        if saved_page:
            found, offsets = _without_tags(found, list(offsets))
        starts += offsets
        spaced += found
        breaks.append(len(spaced))
        spaced.append(BREAK)
        numbers += [number] * (len(found) + 1)
    starts += [len(text)] * LOOKAHEAD
    spaced += [BREAK] * LOOKAHEAD
    numbers += [len(breaks)] * LOOKAHEAD
    forms, words, shapes, lexemes = map(list, zip(*map(_LEXEMES.__getitem__, spaced), strict=True))
    late = [at for at, form in enumerate(forms) if not lexemes[at] and form != BREAK] if len(SEEN) >= MEMORY else []
    ends = list(map(add, starts, map(len, forms)))
    for at in (*breaks, *range(len(ends) - LOOKAHEAD, len(ends))):
        ends[at] = starts[at]
    return Tokens(text, forms, words, starts, ends, shapes, sentences, breaks, numbers, lexemes, late)


def _without_tags(found: list[str], offsets: list[int]) -> tuple[list[str], list[int]]:
    kept = [at for at, token in enumerate(found) if token[0] not in "<&" or len(token.rstrip()) == 1]
    return [found[at] for at in kept], [*(offsets[at] for at in kept), offsets[-1]]


def _lexeme(token: str) -> tuple[str, str, str, int]:
    form = token.rstrip()
    return form, fold(form), shape(form), numbered(form)


_LEXEMES = Memo(_lexeme)
_LEXEMES[BREAK] = BREAK, BREAK, BREAK, 0
