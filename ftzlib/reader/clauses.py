"""Clauses by closed word classes: where one starts, and what its subject is.

Finds     the clause that a place stands in, asides and relative clauses passed over; its subject's head.
Leaves    what it cannot see: a clause without a subject before the verb has none.
Example   "By 2022, the area's foreign trade had reached" -> foreign trade
"""

import re
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.reader import nouns, syntax
from ftzlib.text.tokens import Tokens

MAX_CLAUSE = 120  # words before a place in which its clause starts
MAX_EDGES = 24  # commas and the like within those words: a list without end is no clause


def clause_start(tokens: Tokens, tags: str, at: int, floor: int = 0) -> int:
    """Return the first token of the clause that `at` stands in, not before `floor`."""
    key = (at, floor)
    if (start := tokens.clauses.get(key)) is None:
        first = max(tokens.bounds(tokens.sentence_at(at))[0], floor, at - MAX_CLAUSE)
        start = _opening(tokens, tags, first, at)
        joins = syntax.letters("and", "conj", "comma", "quote", "that")
        while start < at and tags[start] in joins:
            start += 1
        tokens.clauses[key] = start
    return start


def _opening(tokens: Tokens, tags: str, first: int, at: int) -> int:
    """Go back from `at` over the places where a clause may start; brackets and closed asides are passed over."""
    in_brackets = closed = False
    close, comma = syntax.letters("close"), syntax.letters("comma")
    edges = [match.start() for match in _edges().finditer(tags, first, at)]
    for edge in edges[: -MAX_EDGES - 1 : -1]:
        if in_brackets or tags[edge] in close:
            in_brackets = tags[edge] not in syntax.letters("open")
            continue
        closed |= tags[edge] in comma and _closes_aside(tags, edge, at)
        if not _opens_clause(tokens, tags, first, edge + 1, at):
            continue
        if not (closed and tags[edge] in syntax.letters("conj") and tags[edge - 1] in syntax.letters("comma")):
            return edge + 1
        closed = False
    return first


@cache
def _edges() -> re.Pattern[str]:
    return syntax.pattern("conj|stop|open|close|quote|and|comma|that")


def _closes_aside(tags: str, comma: int, at: int) -> bool:
    """Tell whether a comma closes *, which also includes ...,* or *, part of the zone,*: a verb follows it."""
    return comma + 1 <= at and tags[comma + 1] in syntax.letters("aux", "verb", "rise", "fall")


def _opens_clause(tokens: Tokens, tags: str, first: int, start: int, at: int) -> bool:
    tag = tags[start - 1]
    if tag in syntax.letters("conj", "stop", "open") or (
        tag in syntax.letters("quote") and not tokens.joined(start - 1)
    ):
        return True
    if tag in syntax.letters("and") and start < at:
        if tags[start] in syntax.letters("aux"):
            return syntax.holds_verb(tags, first, start - 1)
        return _is_next(tokens, tags, first, start, at) and _is_first_and(tags, first, start - 1)
    if tag in syntax.letters("that"):
        return _is_told(tokens, tags, first, start - 1)
    if tag not in syntax.letters("comma") or start == at:
        return False
    if tokens.words[start] == "with":
        return _moves(tokens, tags, start, at)
    if tokens.words[start] == "as":  # *..., as its output grew*
        return syntax.holds_verb(tags, start + 1, at)
    if tags[start] in syntax.letters("and", "conj"):
        return syntax.holds_verb(tags, first, start - 1)
    return _is_opener(tokens, tags, first) or _is_next(tokens, tags, first, start, at)


def _is_told(tokens: Tokens, tags: str, first: int, that: int) -> bool:
    """*said that A and that B*, *announced at a meeting on Monday that it ...*: what is said, no relative clause."""
    says = lexicon.words("speech", "say", "note", "show")
    before = tokens.words[first:that]
    again = before[-1:] == ["and"] and "that" in before
    apart = tags[that + 1] in syntax.letters("pronoun") and not says.isdisjoint(before)
    return again or apart or (that > 0 and tokens.words[that - 1] in says)


def _is_opener(tokens: Tokens, tags: str, first: int) -> bool:
    """*By the end of 2022, ...*: what stands before the comma says when or where, and is no subject."""
    participle = tokens.words[first].endswith(("ing", "ed")) and tags[first + 1] in syntax.letters("prep", "to")
    opens = tags[first] in syntax.letters("prep", "by", "adverb", "conj")
    return opens or participle or tokens.words[first] in syntax.words("openers")


def _is_next(tokens: Tokens, tags: str, first: int, start: int, at: int) -> bool:
    """*The GDP has increased 19 percent, output has grown ...*: one clause after the other, each with its verb."""
    moves = syntax.letters("rise", "fall")
    if tags[start] not in "aA" or not any(tag in moves for tag in tags[first:start]):
        return False
    plain = tags[start - 1] in syntax.letters("and")  # behind a comma, *..., output rose* may be an aside
    return any(tags[n] in moves and (plain or tags[n - 1] in syntax.letters("aux")) for n in range(start + 1, at))


def _is_first_and(tags: str, first: int, join: int) -> bool:
    """Tell whether no *and* or comma stands between a verb and this one: *rose and imports [and] exports grew*."""
    for n in range(join - 1, first - 1, -1):
        if tags[n] in syntax.letters("and", "comma"):
            return False
        if tags[n] in syntax.letters("rise", "fall"):
            return True
    return False


def _moves(tokens: Tokens, tags: str, start: int, at: int) -> bool:
    """*with two-way trade jumping*: a clause of its own, whose verb says how its subject moved."""
    moves = syntax.letters("rise", "fall", "verb")
    return any(tags[n] in moves and tokens.words[n].endswith("ing") for n in range(start + 2, at))


def subject(tokens: Tokens, tags: str, at: int, floor: int = 0) -> tuple[int, int] | None:
    """Return the head noun phrase of the subject of the clause that `at` stands in.

    The head is what stands before the first preposition: *Foreign trade of the zone* -> *Foreign trade*.
    """
    start = clause_start(tokens, tags, at, floor)
    own = absolute(tokens, tags, at, start) or absolute(tokens, tags, at - 1, start)
    start = own + 1 if own else start
    start = _head_start(tokens, tags, _behind_saw(tokens, tags, start, at), at)
    start, end = nouns.after(tokens, tags, start, at)
    if end - start > 1 and not syntax.holds_verb(tags, end, at):
        end -= _is_verb(tokens, tags, end - 1, at)
    if end - start == 1 and tokens.words[start] in syntax.words("participle_openers"):  # *Starting from 28 hectares*
        return None
    return (start, end) if start < end else None


def _is_verb(tokens: Tokens, tags: str, last: int, at: int) -> bool:
    """*Tickets [cost] between 80 and ...*, *the firm [earns] $3 million*: the last word of a subject is its verb."""
    word = tokens.words[last]
    if word in syntax.words("level_verbs") or last + 1 < at or tokens.shapes[at] not in "0.":
        return word in syntax.words("level_verbs")
    known = syntax.is_base(word) if syntax.is_plural(tokens.words[last - 1]) else syntax.is_third_person(word)
    return known and word not in lexicon.words("links", "trade_parts")


def absolute(tokens: Tokens, tags: str, verb: int, floor: int | None = None) -> int | None:
    """Return the *with* before *with last year's GDP topping*, whose participle `verb` has a subject of its own."""
    if not (tokens.words[verb].endswith("ing") or tokens.words[verb] in ("up", "down")):
        return None
    floor = clause_start(tokens, tags, verb) if floor is None else floor
    closes = syntax.letters("aux", "comma", "num")
    for at in range(verb - 1, max(floor, verb - nouns.MAX_SUBJECT) - 1, -1):
        if tags[at] in closes and not syntax.is_time(tags[at], tokens.words[at]):
            return None
        if tokens.words[at] == "with" and not tokens.forms[at + 1].istitle():  # *trade with Laos topping*
            return at if at + 1 < verb else None
    return None


def _behind_saw(tokens: Tokens, tags: str, start: int, at: int) -> int:
    """*The area saw its GDP exceed ...*: what it saw is a clause with a verb of its own."""
    verbs = syntax.words("saw") | (lexicon.words("speech", "say", "note") - lexicon.words("speech", "show"))
    saw = next((n for n in range(start + 1, at - 1) if tokens.words[n] in verbs), None)
    return saw + 1 if saw is not None and syntax.holds_verb(tags, saw + 2, at) else start


def _head_start(tokens: Tokens, tags: str, start: int, at: int) -> int:
    """Pass over articles, adverbs, *This year* and *in the first quarter of 2023,* at the start of a clause."""
    if tags[start] in syntax.letters("prep", "by"):
        comma = next(
            (n for n in range(start, min(start + nouns.MAX_SUBJECT, at)) if tags[n] in syntax.letters("comma")), start
        )
        start = start if syntax.holds_verb(tags, start, comma) or comma == start else comma + 1
    while start < at and (
        tags[start] in syntax.letters("det", "that", "adverb", "quote", "open")
        or tokens.words[start] == "as"
        or (tags[start] == "A" and tokens.words[start].endswith("ly"))
        or (tokens.words[start] == "with" and (tokens.words[at - 1].endswith("ing") or _moves(tokens, tags, start, at)))
    ):
        start += 1
    if tags[start] in syntax.letters("prep", "by") and syntax.is_time(tags[start + 1], tokens.words[start + 1]):
        start += 2  # *by April exports fell*
    return start


def sentence_subject(tokens: Tokens, sentence: int) -> tuple[int, int] | None:
    """Return the head noun phrase of a sentence's subject: what stands before its first finite verb."""
    tags = syntax.grammar().tag(tokens)
    first, last = tokens.bounds(sentence)
    finite = syntax.letters("aux", "verb", "rise", "fall")
    verb = next((at for at in range(first + 1, last) if tags[at] in finite), None)
    return subject(tokens, tags, verb) if verb else None
