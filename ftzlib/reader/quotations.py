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
    begin: int | None = None
    curly = straight = 0  # marks that are open
    for number, sentence in enumerate(tokens.sentences):
        first, last = tokens.bounds(number)
        if sentence.kind in ("headline", "caption", "dateline") or first == last:
            continue
        if begin is None:
            begin, curly, straight = first, 0, 0
        words = tokens.words[first:last]
        curly, straight = curly + words.count("“") - words.count("”"), (straight + words.count('"')) % 2
        if not ((curly > 0 or straight) and _goes_on(tokens, number)):
            yield begin, last
            begin = None


def _goes_on(tokens: Tokens, number: int) -> bool:
    """A quotation that is never closed ends with its paragraph, unless the next one opens with a mark."""
    if number + 1 == len(tokens.sentences):
        return False
    same = tokens.sentences[number + 1].paragraph == tokens.sentences[number].paragraph
    return same or tokens.words[tokens.bounds(number + 1)[0]] in ('"', "“")


def quoted(tokens: Tokens, start: int, end: int, least: int = LEAST_QUOTATION) -> set[int]:
    """Tokens inside quotations of more than `least` words, long enough to be speech, their marks included."""
    inside: set[int] = set()
    if MARKS.isdisjoint(tokens.words[start:end]):
        return inside
    opened: int | None = None
    for at in range(start, end):
        word = tokens.words[at]
        if word not in MARKS or word == ("”" if opened is None else "“"):
            continue
        if opened is None:
            opened = at
            continue
        if at - opened > least:
            inside.update(range(opened, at + 1))
        opened = None
    if opened is not None and end - opened > least:
        inside.update(range(opened, end))
    return inside
