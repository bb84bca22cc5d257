"""Noun phrases by closed word classes: enough grammar for figures, and no more.

Finds     the noun phrase that a number counts (*106 pilot reform tasks*), the noun phrase that ends at a place,
          the word before a number and its *more than*, *close to*.
Leaves    everything that needs a parser: what it cannot see it does not give.
Example   "20 more measures by" -> "measures"
"""

from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.reader import syntax
from ftzlib.text.tokens import Tokens

MOD_PAIRS = (
    ("close", "to"), ("up", "to"), ("excess", "of"), ("upwards", "of"), ("at", "least"), ("at", "most"),
)  # fmt: skip
MOD_ENDS = ("to", "of", "least", "most")
MAX_NOUN = 8  # words in a counted noun phrase


def counted(tokens: Tokens, tags: str, start: int) -> int | None:
    """Return the token behind the noun phrase that a number before `start` counts.

    *pilot reform tasks* -> 3 tokens on; None where no plural noun follows the number directly.
    """
    for at in range(start, min(start + MAX_NOUN, len(tokens))):
        if tags[at] in syntax.letters("and") and at > start:
            continue
        if tokens.words[at] in syntax.words("verbal"):  # *21 becoming national best practices*
            return None
        if tags[at] in syntax.letters("num") and at > start and _names(tokens, at - 1):  # *60 Fortune 500 companies*
            continue
        if tokens.words[at + 1] == "of" and tags[at] in syntax.letters("verb") and syntax.is_plural(tokens.words[at]):
            return at + 1  # *40 sets of rules*
        if not _is_nominal(tokens, tags, at) and not (at == start and tokens.words[at] in syntax.words("fillers")):
            return None
        if syntax.is_plural(tokens.words[at]):
            return _extended(tokens, tags, at + 1)
    return None


def _extended(tokens: Tokens, tags: str, end: int) -> int:
    """Go on over *and regions* (behind *countries*) and over what an attributive plural stands before."""
    if (
        tags[end] in syntax.letters("and")
        and tags[end + 1] == "a"
        and syntax.is_plural(tokens.words[end + 1])
        and tags[end + 2] not in "aA0"
    ):
        return end + 2
    if tokens.words[end - 1] in syntax.words("attributive") and _is_nominal(tokens, tags, end):
        return counted(tokens, tags, end) or end
    return end


def _is_nominal(tokens: Tokens, tags: str, at: int) -> bool:
    word = tokens.words[at]
    if tags[at] in "aA":
        return not (word.endswith("ly") and len(word) > 5)
    # Participles and verb-like words before a noun are adjectives (*registered companies*, *growing cities*).
    return (tags[at] in syntax.letters("verb", "rise", "fall") and word.endswith(("ed", "ing", "en", "n", "t"))) or (
        tags[at] in syntax.letters("verb") and at + 1 < len(tokens) and syntax.is_plural(tokens.words[at + 1])
    )


def _names(tokens: Tokens, at: int) -> bool:
    """*Fortune 500*, *Top 100*: a number behind this word is its own, and counts nothing."""
    return tokens.shapes[at] == "A" and tokens.words[at] in lexicon.load("quantities")["labels"]["words"]


def is_participle(tokens: Tokens, tags: str, at: int) -> bool:
    """*newly [established] foreign-funded firms*: a participle before its noun."""
    verb = tags[at] in syntax.letters("verb", "rise", "fall") and tokens.words[at].endswith(("ed", "ing", "en"))
    return verb and tags[at + 1] in "aA"


def before(tokens: Tokens, tags: str, end: int) -> tuple[int, int] | None:
    """Return the token range of the noun phrase that ends at token `end`, or None."""
    start = end
    while start and end - start < MAX_NOUN and _inside(tokens, tags, start - 1):
        start -= 1
    while start < end and (
        tokens.words[start] in syntax.words("fillers") or tags[start] in syntax.letters("and", "adverb")
    ):
        start += 1
    return (start, end) if start < end else None


def _inside(tokens: Tokens, tags: str, at: int) -> bool:
    tag = tags[at]
    if tag in "aA":
        # *handled foreign trade*: a past tense behind a noun is the verb, not part of the phrase.
        return not tokens.words[at].endswith("ed") or _opens_phrase(tags, at)
    if tag in syntax.letters("and"):
        return at > 0 and tags[at - 1] in "aA" and tags[at + 1] in "aA"
    return tag in syntax.letters("verb", "rise", "fall") and (_opens_phrase(tags, at) and tags[at + 1] in "aA")


def _opens_phrase(tags: str, at: int) -> bool:
    return at > 0 and tags[at - 1] in syntax.letters("det", "prep", "of", "to", "by")


def back_over_mods(tokens: Tokens, first: int) -> int:
    """Return the token before a number and its *more than*, *close to*, *another*."""
    words, skip = tokens.words, _around()
    at = first - 1
    if words[at] in MOD_ENDS and (words[at - 1], words[at]) in MOD_PAIRS:
        at -= 2
    while at > 0 and (words[at] in skip or words[at].endswith("ly")):
        at -= 1
    return at


@cache
def _around() -> frozenset[str]:
    return frozenset(lexicon.load("modality")["around"]["words"])
