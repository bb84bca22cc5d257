"""Quotation marks, and the utterances that run over the ends of sentences.

Finds     what stands between a pair of marks, over several sentences or paragraphs; straight and curly marks.
Leaves    short quoted names (*a "1+N" policy*): they are words of their sentence.
Example   '"We will try. It works," he said.' -> one utterance of two sentences
"""

from collections.abc import Iterator

from ftzlib.reader.mentions import Range
from ftzlib.text.tokens import Tokens

MARKS = frozenset('"“”')
LEAST_QUOTATION = 4  # words; shorter ones are names and scare quotes


def utterances(tokens: Tokens) -> Iterator[Range]:
    """Sentences, put together where a quotation runs over their ends."""
    open_at: int | None = None
    marks_left = (0, 0)
    for number, sentence in enumerate(tokens.sentences):
        first, last = tokens.bounds(number)
        if sentence.kind in ("headline", "caption", "dateline") or first == last:
            continue
        begin = first if open_at is None else open_at
        curly, straight = marks_left if open_at is not None else (0, 0)
        words = tokens.words[first:last]
        marks_left = (curly + words.count("“") - words.count("”"), (straight + words.count('"')) % 2)
        if (marks_left[0] > 0 or marks_left[1]) and _goes_on(tokens, number):
            open_at = begin
            continue
        open_at = None
        yield begin, last


def _goes_on(tokens: Tokens, number: int) -> bool:
    """A quotation that is never closed ends with its paragraph, unless the next one opens with a mark."""
    if number + 1 >= len(tokens.sentences):
        return False
    following = tokens.sentences[number + 1]
    if following.paragraph == tokens.sentences[number].paragraph:
        return True
    return tokens.words[tokens.bounds(number + 1)[0]] in ('"', "“")


def quoted(tokens: Tokens, start: int, end: int, least: int = LEAST_QUOTATION) -> set[int]:
    """Tokens inside quotations of more than `least` words, long enough to be speech, their marks included."""
    inside: set[int] = set()
    if marks().isdisjoint(tokens.words[start:end]):
        return inside
    opened: int | None = None
    for at in range(start, end):
        word = tokens.words[at]
        if word not in marks():
            continue
        if opened is None and word != "”":
            opened = at
        elif opened is not None and word in ('"', "”"):
            if at - opened > least:
                inside.update(range(opened, at + 1))
            opened = None
    if opened is not None and end - opened > least:
        inside.update(range(opened, end))
    return inside


def closes(tokens: Tokens, at: int) -> bool:
    """Tell whether a token closes what was said: a comma, or a closing mark."""
    return tokens.words[at] in (",", "，", '"', "”", "--", "—")


def strip(tokens: Tokens, first: int, last: int) -> Range:
    """Drop marks, commas and *that* from both ends."""
    drop = {",", "，", '"', "“", "”", ":", ".", "。", "--", "—", ";", "\n", "and"}
    while first < last and (tokens.words[first] in drop or tokens.words[first] == "that"):
        first += 1
    while last > first and tokens.words[last - 1] in drop:
        last -= 1
    return first, last


def rstrip(tokens: Tokens, first: int, last: int) -> int:
    """Leave the final stop of a sentence out."""
    while last > first and tokens.words[last - 1] in (".", "!", "?", "。"):
        last -= 1
    return last


def marks() -> frozenset[str]:
    """Return the double quotation marks that speech stands between."""
    return MARKS
