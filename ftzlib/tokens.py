"""Words with their offsets, found in one pass; everything after it works on their indices.

Finds     numbers as they are written (*12,300*, *1.2*), words with inner hyphens
          (*foreign-funded*), initials (*U.S.*), and every other sign by itself.
Leaves    tags and entities of a saved page aside; what words mean to the extractors.
Example   "RMB2,400 billion" -> "RMB", "2,400", "billion"
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ftzlib.segment import Sentence
from ftzlib.spans import Span

_TOKEN = re.compile(
    r"</?[A-Za-z][^<>\n]{0,200}>|&(?:[a-z]{2,8}|#\d{1,6});"  # a tag or an entity: passed over
    r"|\d+(?:[,，]\d{3})*(?:[.．]\d+)?"  # a number; full-width digits and separators are digits too
    r"|(?:[A-Z]\.){2,}"  # initials: U.S.
    r"|[ap]\.m\.(?=\W)"
    r"|[^\W\d_]+(?:['’](?=[aeo])[^\W\d_]+|[-‑][^\W\d_]+)*"  # a word with its hyphens; Xi'an is one, area's two
    r"|[^\w\s]|_"
)
BREAK = "\n"  # the word and the shape that close each sentence, so that no pattern runs over it


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one document, as parallel lists.

    Attributes
    ----------
    text : str
        The document's text, which all offsets point into.
    forms : list of str
        Each token as it is written.
    words : list of str
        Each token in lower case and with full-width characters folded: what lexicons are asked for.
    starts, ends : list of int
        Offsets into `text`.
    shapes : list of str
        ``0`` number, ``A`` capitalised word, ``a`` other word, ``.`` any other sign, `BREAK`.
    sentences : sequence of Sentence
    breaks : list of int
        For each sentence the index of the `BREAK` that closes it.
    tags : dict
        The class letters of the tokens by the grammar that gave them: each is worked out once.
    """

    text: str
    forms: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]
    shapes: list[str]
    sentences: Sequence[Sentence]
    breaks: list[int]
    tags: dict[object, str] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Return the span from token `first` up to, not including, token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def at(self, offset: int) -> int:
        """Return the index of the first token that ends behind `offset`."""
        return bisect_right(self.ends, offset)

    def sentence_at(self, index: int) -> int:
        """Return the number of the sentence that token `index` stands in."""
        return bisect_left(self.breaks, index)

    def bounds(self, sentence: int) -> tuple[int, int]:
        """Return the first token of a sentence and the one behind its last."""
        return (self.breaks[sentence - 1] + 1 if sentence else 0), self.breaks[sentence]

    def said(self, first: int, last: int) -> str:
        """Return the words from `first` up to `last`, white space and width normalised."""
        return normalise(self.text[self.starts[first] : self.ends[last - 1]])

    def joined(self, index: int) -> bool:
        """Tell whether token `index` stands directly behind the one before it, without a space."""
        return index > 0 and self.ends[index - 1] == self.starts[index]


def normalise(words: str) -> str:
    """Fold white space to single blanks and full-width forms to plain ones (contract, reading 12)."""
    return " ".join((words if words.isascii() else unicodedata.normalize("NFKC", words)).split())


def tokenize(text: str, sentences: Sequence[Sentence]) -> Tokens:
    """Split the `sentences` of `text` into tokens, each sentence closed by a `BREAK` token.

    Returns
    -------
    Tokens
    """
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    breaks: list[int] = []
    for sentence in sentences:
        for match in _TOKEN.finditer(text, *sentence.span):
            if len(match[0]) > 1 and match[0][0] in "<&":
                continue
            forms.append(match[0])
            starts.append(match.start())
            ends.append(match.end())
        breaks.append(len(forms))
        forms.append(BREAK)
        starts.append(sentence.span.end)
        ends.append(sentence.span.end)
    words = [form.lower() for form in forms]
    if not text.isascii():
        words = [word if word.isascii() else _fold(word) for word in words]
    return Tokens(text, forms, words, starts, ends, [_shape(form) for form in forms], sentences, breaks)


def _fold(word: str) -> str:
    return unicodedata.normalize("NFKC", word).replace("\u2010", "-").replace("\u2019", "'")


def _shape(form: str) -> str:
    first = form[0]
    if first.islower():
        return "a"
    if first.isupper():
        return "A"
    if first.isdecimal():
        return "0"
    if first == BREAK:
        return BREAK
    return "a" if first.isalpha() else "."
