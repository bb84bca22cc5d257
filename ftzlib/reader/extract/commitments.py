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
from ftzlib.reader.mentions import Promise, Range
from ftzlib.reader.promisers import is_forecast, subject_of
from ftzlib.reader.promises import promised_verb
from ftzlib.reader.verb_phrases import behind_adverbs, clause_end, is_but, noun_end, starts_verb
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
    subject: Range | None = None
    triggers = _words("will", "would", "intend", "be")
    if (
        triggers.isdisjoint(tokens.words[first:last])
        or tokens.words[tokens.breaks[tokens.sentence_at(first)] - 1] == "?"
    ):
        return
    for at in range(first, last):
        if tokens.words[at] not in triggers or at < end:
            continue
        opening = promised_verb(tokens, tags, at, last)
        if opening is None:
            continue
        verb, rule = opening
        start = clauses.clause_start(tokens, tags, at, floor=end)
        if subject is None or behind_adverbs(tokens, tags, start) < at:  # but *not only ..., but also will B*
            subject = subject_of(tokens, tags, start, at)
        stop = clause_end(tokens, tags, verb, last)
        if tokens.words[stop] == "?" or is_forecast(tokens, tags, subject, (start, at, verb), rule):
            continue
        if tokens.words[at - 1] in _words("relative"):  # *a fund that will ...*
            start = at
        acting = None if rule == "will be done" else subject
        if subject and tokens.words[at - 1] in _words("possessive"):  # *the governor's pledge to ... was welcomed*
            yield Promise((subject[0], noun_end(tags, verb, stop)), subject, rule)
            continue
        for n, (begin, end) in enumerate([(start, stop), *_coordinated(tokens, tags, stop, last)]):
            yield Promise((begin, end), acting, "and B" if n else rule)


def _coordinated(tokens: Tokens, tags: str, at: int, last: int) -> Iterator[tuple[int, int]]:
    """*..., encourage B and plan C*: the verbs that share the first one's subject and *will*."""
    while at < last and (tags[at] in syntax.letters("comma", "and") or is_but(tokens, at)):
        start = at + (not is_but(tokens, at))
        start += tags[start] in syntax.letters("and") or is_but(tokens, start)
        if not starts_verb(tokens, tags, start):
            return
        verb = start + (tokens.words[start] == "to")
        at = clause_end(tokens, tags, verb, last)
        yield verb, at
