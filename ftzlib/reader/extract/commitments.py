"""Promises: what somebody says will be done, one row a verb.

Finds     *X will A and B* (two), *plans to*, *aims to*, *expects to*, *is to*, *will be set up*; in reported
          speech and in the article's own voice.
Leaves    forecasts about the world (*trade will grow*), announcements of events (*will be held*), *may*,
          *is expected to*, purposes.
Example   "The zone will cut fees and open two ports." -> "The zone will cut fees", "open two ports"; zone
"""

from collections.abc import Iterable, Iterator
from functools import partial

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, modality, syntax
from ftzlib.reader.mentions import Promise
from ftzlib.reader.promises import promised_verb
from ftzlib.reader.verb_phrases import clause_end, starts_verb
from ftzlib.text.tokens import Tokens

_words = partial(lexicon.words, "commitments")


def find(tokens: Tokens, stretches: Iterable[tuple[int, int]]) -> list[Promise]:
    """Return the promises in `stretches` of a text (what is reported, and the sentences around it)."""
    tags = syntax.grammar().tag(tokens)
    found = [promise for first, last in stretches for promise in _in_stretch(tokens, tags, first, last)]
    return [kept for promise in found for kept in (_listed(tokens, tags, promise) or [promise])]


def _listed(tokens: Tokens, tags: str, promise: Promise) -> list[Promise]:
    """*The area will:* and a list, one promise a line."""
    first, last = promise.clause
    if tokens.words[last - 1] != ":" or not modality.is_open(tokens, last - 1):
        return []
    items = []
    number = tokens.sentence_at(first) + 1
    while modality.leads(tokens, number):
        start, end = tokens.bounds(number)
        stop = clause_end(tokens, tags, start, end)
        while stop > start and tokens.words[stop - 1] in (";", ".", "and", ","):
            stop -= 1
        items.append(Promise((start, stop), promise.subject, "line of a list"))
        number += 1
    return items


def _in_stretch(tokens: Tokens, tags: str, first: int, last: int) -> Iterator[Promise]:
    end = first
    subject: tuple[int, int] | None = None
    triggers = _words("will", "would", "intend", "be")
    if triggers.isdisjoint(tokens.words[first:last]):
        return
    for at in range(first, last):
        if tokens.words[at] not in triggers or at < end:
            continue
        opening = promised_verb(tokens, tags, at, last)
        if opening is None:
            continue
        verb, rule = opening
        start = clauses.clause_start(tokens, tags, at, floor=end)
        if start < at or subject is None:
            subject = _subject(tokens, tags, start, at)
        if tokens.words[start:at] == ["this"]:  # *This will bring the number to 18*
            continue
        passive = rule == "will be done"
        end = clause_end(tokens, tags, verb, last)
        yield Promise((start, end), None if passive else subject, rule)
        for part in _coordinated(tokens, tags, end, last):
            end = part[1]
            yield Promise(part, None if passive else subject, "and B")


def _coordinated(tokens: Tokens, tags: str, at: int, last: int) -> Iterator[tuple[int, int]]:
    """*..., encourage B and plan C*: the verbs that share the first one's subject and *will*."""
    while at < last and tags[at] in syntax.letters("comma", "and"):
        start = at + 1
        if tags[start] in syntax.letters("and"):
            start += 1
        if not starts_verb(tokens, tags, start):
            return
        verb = start + (tokens.words[start] == "to")
        at = clause_end(tokens, tags, verb, last)
        yield verb, at


def _name_end(tokens: Tokens, end: int) -> int:
    """*Ministry of Commerce*: a name goes on behind its *of*."""
    if tokens.shapes[end - 1] != "A" or tokens.words[end] != "of":
        return end
    last = end + 1
    while tokens.shapes[last] == "A":
        last += 1
    return last if last > end + 1 else end


def _subject(tokens: Tokens, tags: str, start: int, verb: int) -> tuple[int, int] | None:
    if tokens.words[verb] == "ll" and verb > start:  # we'll
        verb -= 1
    found = clauses.subject(tokens, tags, verb, floor=start)
    if found and found[0] >= start:
        return found[0], _name_end(tokens, found[1])
    if tags[start] in syntax.letters("pronoun"):
        return start, start + 1
    return (start, verb) if start < verb else None
