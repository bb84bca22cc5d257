"""Noun phrases and clauses by closed word classes: enough grammar for figures, and no more.

Finds     the noun phrase that a number counts (*106 pilot reform tasks*), the noun phrase that ends at a
          place, the clause that a place stands in and the subject of that clause.
Leaves    everything that needs a parser: what it cannot see it does not give.
Example   "20 more measures by" -> "measures"
"""

import re
from functools import cache

from ftzlib import lexicon
from ftzlib.grammar import Grammar
from ftzlib.tokens import Tokens

MAX_NOUN = 8  # words in a counted noun phrase
MAX_SUBJECT = 12


@cache
def grammar() -> Grammar:
    """Return the grammar of closed classes and the genre's verbs (``data/syntax.toml``)."""
    return Grammar(lexicon.load("syntax")["words"])


@cache
def letters(*names: str) -> frozenset[str]:
    """Return the letters of the classes `names`."""
    return frozenset(grammar().letters[name] for name in names)


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list of ``data/syntax.toml`` outside the classes."""
    data = lexicon.load("syntax")
    return frozenset(data["plurals"].get(name) or data[name])


def is_plural(word: str) -> bool:
    """Tell whether a lower-case word looks like a plural noun."""
    if word in words("irregular"):
        return True
    last = word.rsplit("-", 1)[-1]
    return (
        last.endswith("s")
        and len(last) > 3
        and not last.endswith(("ss", "us", "is"))
        and word not in words("singular_s")
    )


def counted(tokens: Tokens, tags: str, start: int) -> int | None:
    """Return the token behind the noun phrase that a number before `start` counts.

    *pilot reform tasks* -> 3 tokens on; None where no plural noun follows the number directly.
    """
    for at in range(start, min(start + MAX_NOUN, len(tokens))):
        if tags[at] in letters("and") and at > start:
            continue
        if not _is_nominal(tokens, tags, at) and not (at == start and tokens.words[at] in words("fillers")):
            return None
        if is_plural(tokens.words[at]):
            return _extended(tokens, tags, at + 1)
    return None


def _extended(tokens: Tokens, tags: str, end: int) -> int:
    """Go on over *and regions* (behind *countries*) and over what an attributive plural stands before."""
    if (
        tags[end] in letters("and")
        and tags[end + 1] == "a"
        and is_plural(tokens.words[end + 1])
        and tags[end + 2] not in "aA0"
    ):
        return end + 2
    if tokens.words[end - 1] in words("attributive") and _is_nominal(tokens, tags, end):
        return counted(tokens, tags, end) or end
    return end


def _is_nominal(tokens: Tokens, tags: str, at: int) -> bool:
    word = tokens.words[at]
    if tags[at] in "aA":
        return not (word.endswith("ly") and len(word) > 5)
    # Participles and verb-like words before a noun are adjectives (*registered companies*, *growing cities*).
    return (
        tags[at] in letters("verb", "rise", "fall")
        and word.endswith(("ed", "ing", "en", "n", "t"))
        or (tags[at] in letters("verb") and at + 1 < len(tokens) and is_plural(tokens.words[at + 1]))
    )


def before(tokens: Tokens, tags: str, end: int) -> tuple[int, int] | None:
    """Return the token range of the noun phrase that ends at token `end`, or None."""
    start = end
    while start and end - start < MAX_NOUN and _inside(tokens, tags, start - 1):
        start -= 1
    while start < end and (
        tokens.words[start] in words("fillers") or tags[start] in letters("and", "adverb")
    ):
        start += 1
    return (start, end) if start < end else None


def _inside(tokens: Tokens, tags: str, at: int) -> bool:
    tag = tags[at]
    if tag in "aA":
        # *handled foreign trade*: a past tense behind a noun is the verb, not part of the phrase.
        return not tokens.words[at].endswith("ed") or _opens_phrase(tags, at)
    if tag in letters("and"):
        return at > 0 and tags[at - 1] in "aA" and tags[at + 1] in "aA"
    return tag in letters("verb", "rise", "fall") and (_opens_phrase(tags, at) and tags[at + 1] in "aA")


def _opens_phrase(tags: str, at: int) -> bool:
    return at > 0 and tags[at - 1] in letters("det", "prep", "of", "to", "by")


def clause_start(tokens: Tokens, tags: str, at: int, floor: int = 0) -> int:
    """Return the first token of the clause that `at` stands in, not before `floor`."""
    first = max(tokens.bounds(tokens.sentence_at(at))[0], floor)
    start = at
    closed = False
    while start > first:
        closed |= _closes_aside(tags, start - 1, at)
        if _opens_clause(tokens, tags, first, start, at):
            if not (closed and tags[start - 1] in letters("conj") and tags[start - 2] in letters("comma")):
                break
            closed = False
        start -= 1
        if tags[start] in letters("close"):  # the zone's name, or an aside: not where a clause starts
            start = max(tags.rfind(grammar().letters["open"], first, start), first)
    while start < at and tags[start] in letters("and", "conj", "comma", "quote", "that"):
        start += 1
    return start


def _closes_aside(tags: str, comma: int, at: int) -> bool:
    """Tell whether a comma closes *, which also includes ...,* or *, part of the zone,*: a verb follows it."""
    return tags[comma] in letters("comma") and comma + 1 <= at and tags[comma + 1] in letters("aux", "verb", "rise", "fall")


def _opens_clause(tokens: Tokens, tags: str, first: int, start: int, at: int) -> bool:
    tag = tags[start - 1]
    if tag in letters("conj", "stop", "open") or (tag in letters("quote") and not tokens.joined(start - 1)):
        return True
    if tag in letters("and") and tags[start] in letters("aux") and start < at:
        return holds_verb(tags, first, start - 1)
    if tag not in letters("comma") or start == at:
        return False
    if tags[start] in letters("and", "conj"):
        return holds_verb(tags, first, start - 1)
    return _is_opener(tokens, tags, first)


def holds_verb(tags: str, first: int, last: int) -> bool:
    """Tell whether a finite verb stands between two tokens."""
    finite = letters("aux", "verb", "rise", "fall")
    return any(tag in finite for tag in tags[first:last])


def _is_opener(tokens: Tokens, tags: str, first: int) -> bool:
    """*By the end of 2022, ...*: what stands before the comma says when or where, and is no subject."""
    return tags[first] in letters("prep", "by", "adverb") or tokens.words[first] in (
        "last",
        "this",
        "so",
        "to",
    )


def subject(tokens: Tokens, tags: str, at: int, floor: int = 0) -> tuple[int, int] | None:
    """Return the head noun phrase of the subject of the clause that `at` stands in.

    The head is what stands before the first preposition: *Foreign trade of the zone* -> *Foreign trade*.
    """
    start = clause_start(tokens, tags, at, floor)
    while start < at and tags[start] in letters("det", "that", "adverb", "quote", "open"):
        start += 1
    end = start
    while (
        end < at
        and end - start < MAX_SUBJECT
        and (tags[end] in "aA" or tags[end] in letters("and") or _possessive(tokens, end))
    ):
        if tags[end] == "a" and tokens.words[end].endswith("ed") and end > start:
            break
        end += 1
    if end == start and tags[start] in letters("verb", "rise", "fall") and start + 1 < at and tags[start + 1] in "aA":
        end = start + 1  # *registered capital*: a participle that opens the phrase
        while end < at and tags[end] in "aA":
            end += 1
    for n in range(end - 1, start - 1, -1):
        if _possessive(tokens, n):
            start = n + 1 + (tokens.words[n + 1] == "s")
            break
    while end > start and tags[end - 1] in letters("and", "adverb"):
        end -= 1
    return (start, end) if start < end else None


def _possessive(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in ("'", "’") and tokens.joined(at)


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern of closed classes, once."""
    return grammar().compile(text)


def sentence_subject(tokens: Tokens, sentence: int) -> tuple[int, int] | None:
    """Return the head noun phrase of a sentence's subject: what stands before its first finite verb."""
    tags = grammar().tag(tokens)
    first, last = tokens.bounds(sentence)
    finite = letters("aux", "verb", "rise", "fall")
    verb = next((at for at in range(first + 1, last) if tags[at] in finite), None)
    return subject(tokens, tags, verb) if verb else None
