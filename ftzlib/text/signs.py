"""Signs that are looked through: the text as a reader sees it, and the way back to where its words stand.

Finds     signs of no width, soft hyphens, marks of direction; words broken at a line's end (*inno-⏎vations*); the
          numbers of footnotes (*106¹ tasks*, *21.5[4]*).
Leaves    hyphens that belong to the word (*foreign-⏎funded*, *sixty-⏎eight*), and every other sign.
Example   "Qing-⏎dao" -> "Qingdao", whose last letter stands at 8
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from ftzlib.grammar import lexicon
from ftzlib.text.spans import Span

LINE_END = "\v"  # in what is seen, the end of a line behind a word that was broken there
_GATE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff⁰¹²³⁴-⁹]|[-\u2010][ \t]*\n|\\[\\d")
_UNSEEN = re.compile(
    r"(?P<break>(?<=\w)[-\u2010\u00ad][ \t]*\n[ \t]*(?=[^\W_]))"
    r"|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
    r"|(?:(?<=[\d%.,;”\")])(?<!\b10)|(?<=[^\W\d_]{4}))[⁰¹²³⁴-⁹]+(?!\w)|(?<=[\w%.,;”\")])\[\d{1,3}\]"  # a note's number
)
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_HEAD = re.compile(r"[\w'’-]+\Z")
_TAIL = re.compile(r"[^\W_]+")
_FIRST_BLANK = re.compile(r"\A(\S*)[^\S\n]")
LONGEST_HEAD = 40  # characters before a line's end in which its last word stands


class Seen(NamedTuple):
    """A text without what is looked through."""

    text: str
    cuts: list[int]  # from each of these on,
    shifts: list[int]  # an offset into `text` is so many less than into the text as it was

    def back(self, span: Span) -> Span:
        """Return where the words of a span of `text` stand in the text as it was."""
        if not self.cuts:
            return span
        start, last = (at + self.shifts[bisect_right(self.cuts, at) - 1] for at in (span.start, span.end - 1))
        return Span(start, max(last + 1, start))


def seen(text: str) -> Seen:
    """Return `text` as it is read."""
    if not _GATE.search(text):
        return Seen(text, [], [])
    compounds = frozenset(_COMPOUND.findall(text.lower()))
    pieces: list[str] = []
    cuts, shifts = [0], [0]
    end, gone, broken = 0, 0, False
    for found in [*_UNSEEN.finditer(text), None]:
        start = len(text) if found is None else found.start() + _keeps_hyphen(text, found, compounds)
        piece = text[end:start]
        pieces.append(_FIRST_BLANK.sub(rf"\1{LINE_END}", piece) if broken else piece)
        if found is not None:
            end, broken = found.end(), found["break"] is not None
            gone += end - start
            cuts.append(end - gone)
            shifts.append(gone)
    return Seen("".join(pieces), cuts, shifts)


def _keeps_hyphen(text: str, found: re.Match[str], compounds: frozenset[str]) -> bool:
    """Tell whether the hyphen at a line's end is the word's own: *sixty-eight*, *Beijing-Tianjin*, *foreign-funded*."""
    head = _HEAD.search(text, max(found.start() - LONGEST_HEAD, 0), found.start()) if found["break"] else None
    tail = _TAIL.match(text, found.end())
    if head is None or tail is None or found[0][0] == "\u00ad":
        return False
    first, second = head[0].lower(), tail[0].lower()
    own = "-" in first or first[-1].isdigit() or not tail[0][0].islower() or f"{first}-{second}" in compounds
    return own or first in lexicon.load("quantities")["numbers"] or second in lexicon.words("layout", "second_members")
