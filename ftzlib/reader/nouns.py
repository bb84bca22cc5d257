"""Noun phrases by closed word classes: enough grammar for figures, and no more.

Finds     the phrase that ends at a place, and the one that starts there.
Leaves    everything that needs a parser: what it cannot see it does not give.
Example   "agreed to buy goods worth" -> goods; "last year's GDP of" -> GDP
"""

from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.reader import syntax
from ftzlib.reader.mentions import Range
from ftzlib.text.tokens import Tokens

MAX_NOUN = 8  # words in a noun phrase that ends at a place
MAX_SUBJECT = 12  # ... and in one that starts there


def before(tokens: Tokens, tags: str, end: int) -> Range | None:
    """Return the token range of the noun phrase that ends at token `end`, or None."""
    start = end
    while start and end - start < MAX_NOUN and _goes_back(tokens, tags, start - 1):
        start -= 1
    start = _behind_verb(tokens, tags, start, end)
    while start < end and (tokens.words[start] in _openers() or tags[start] in syntax.letters("and", "adverb")):
        start += 1
    return (start, end) if start < end else None


def _goes_back(tokens: Tokens, tags: str, at: int) -> bool:
    if tags[at] in syntax.letters("and"):
        return at > 0 and tags[at - 1] in "aA" and tags[at + 1] in "aA"
    if tags[at] not in "aA" and not _is_participle(tokens, tags, at):
        return syntax.is_per_capita(tokens.words, at)
    # *handled foreign trade*: a past tense behind a noun is the verb, behind *its*, *of*, *additional* an adjective.
    plain = tags[at] in "aA" and not tokens.words[at].endswith("ed")
    opens = tags[at - 1] in syntax.letters("det", "prep", "of", "to", "by", "verb")
    return plain or (at > 0 and (opens or tokens.words[at - 1] in syntax.words("premodifiers")))


def _is_participle(tokens: Tokens, tags: str, at: int) -> bool:
    """*newly [established] foreign-funded firms*: a participle before its noun."""
    verb = tags[at] in syntax.letters("verb", "rise", "fall") and tokens.words[at].endswith(("ed", "ing", "en"))
    return verb and tags[at + 1] in "aA"


def _behind_verb(tokens: Tokens, tags: str, start: int, end: int) -> int:
    """*agreed to [buy] goods*, *the bank [provides] loans*, *by [importing] drugs*: the verb is no part of it."""
    words, prefixes = tokens.words, syntax.words("attributive")
    if end - start > 1 and _opens_with_verb(words[start], tags[start - 1]):
        start += 1
        gives = words[start - 1] in syntax.words("givers") and syntax.is_plural(words[start])
        start += gives and words[start] not in prefixes and tags[start + 1] in "aA"  # *offer newcomers subsidies*
    for at in range(end - 2, start, -1):
        plural = syntax.is_plural(words[at - 1]) and words[at - 1] not in prefixes
        agrees = (
            syntax.is_base(words[at]) if plural else syntax.is_third_person(words[at]) and words[at] not in prefixes
        )
        if agrees and tags[at] == "a" and tags[at + 1] in "aA":
            return at + 1
    return start


def _opens_with_verb(word: str, before: str) -> bool:
    """*to [buy]*, *that [buy]*, *by [importing]*; by what stands before it."""
    if word.endswith("ing"):
        known = syntax.is_base(word[:-3]) or syntax.is_base(word[:-3] + "e")
        return (
            known and word not in syntax.words("ing_nouns") and before in syntax.letters("prep", "by", "verb", "comma")
        )
    if before in syntax.letters("that", "conj"):
        return syntax.is_base(word) or syntax.is_third_person(word)
    return before in syntax.letters("to", "aux") and syntax.is_base(word)


@cache
def _openers() -> frozenset[str]:
    """Words at the start of a phrase that are no part of what it names."""
    return syntax.words("fillers").union(lexicon.load("quantities")["numbers"], ("'", "\u2019", "s"))


def after(tokens: Tokens, tags: str, start: int, limit: int | None = None) -> Range:
    """Return the noun phrase that starts at token `start`, without its determiners and owners.

    *last year's GDP* -> GDP, *Hubei's 2023 exports* -> exports. It ends with its plural, except before `limit`,
    where something else is known to follow it.
    """
    first, whose = start, lexicon.words("measurand", "whose") if tokens.words[start - 1] in ("of", "in") else ()
    start = _behind_determiners(tokens, tags, start)
    while tokens.words[start] in whose:
        start += 1
    end = start
    while end != limit and end - first < MAX_SUBJECT and _goes_on(tokens, tags, start, end, limit is not None):
        end += 1
        if is_possessive(tokens, end):
            start = end = _behind_determiners(tokens, tags, end)
    while end > start and (tags[end - 1] in syntax.letters("and", "adverb") or tokens.words[end - 1].endswith("ly")):
        end -= 1
    return start, end


def is_possessive(tokens: Tokens, at: int) -> bool:
    """Tell whether token `at` is the mark of *Hubei's*, *firms'*."""
    return tokens.words[at] in ("'", "\u2019") and tokens.joined(at)


def _behind_determiners(tokens: Tokens, tags: str, at: int) -> int:
    """Pass over *the*, *its*, *Wuhan's and*, *last year*, *2023*, *third quarter*, *May* before a noun."""
    while (
        tags[at] in syntax.letters("det")
        or is_possessive(tokens, at)
        or (tokens.words[at] in ("s", "and") and (is_possessive(tokens, at - 1) or tokens.words[at - 1] == "s"))
        or _is_dated(tokens, tags, at)
    ):
        at += 1
    return at


def _is_dated(tokens: Tokens, tags: str, at: int) -> bool:
    if tokens.words[at] in ("last", "next") or (tags[at] == "a" and tokens.words[at + 1] == "quarter"):
        at += 1  # *third quarter*; but *next time*
    return syntax.is_time(tags[at], tokens.words[at]) or tokens.forms[at] in syntax.words("months")


def _goes_on(tokens: Tokens, tags: str, start: int, at: int, limited: bool) -> bool:
    """Tell whether token `at` goes on the phrase from `start`."""
    if tags[at] in syntax.letters("and"):
        return tags[at + 1] in "aA" and at > start and not is_number(tokens.words[at + 1])
    if tags[at] not in "aA":
        opens = at == start or tags[at - 1] not in "aA" or tokens.words[at - 1] in syntax.words("premodifiers")
        return syntax.is_per_capita(tokens.words, at) or (opens and _is_participle(tokens, tags, at))
    if at == start or limited:
        return at == start or not _is_predicate(tokens, tags, at)
    before, behind = tokens.words[at - 1], tags[at + 1]
    adjective = tokens.words[at] in syntax.words("postpositive") and behind in syntax.letters("of", "to", "prep")
    closed = syntax.is_plural(before) and (adjective or before not in syntax.words("attributive"))
    return not (_is_predicate(tokens, tags, at) or (closed and not syntax.is_plural(tokens.words[at])))


def _is_predicate(tokens: Tokens, tags: str, at: int) -> bool:
    """*half of the staff [supported] it*, *the area [faces] the river*: a verb behind a noun, no part of its phrase."""
    word, before = tokens.words[at], tokens.words[at - 1]
    if tags[at] != "a" or tags[at - 1] not in "aA" or "-" in word or before in syntax.words("premodifiers"):
        return False
    past = (word.endswith("ed") or word in syntax.words("pasts")) and not (
        word in syntax.words("adjectives") and tags[at + 1] in "aA"
    )
    counts = tags[at + 1] in syntax.letters("det", "num") or is_number(tokens.words[at + 1])
    return past or (counts and syntax.is_third_person(word))


def is_number(word: str) -> bool:
    """Tell whether a lower-case word is a number (*six*, *two-fifths*)."""
    data = lexicon.load("quantities")
    return all(part in data["numbers"] or part in data["fractions"] for part in word.split("-"))
