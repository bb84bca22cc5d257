"""Noun phrases by closed word classes: enough grammar for figures, and no more.

Finds     the noun phrase that a number counts (*106 pilot reform tasks*), the noun phrase that ends at a place,
          the word before a number and its *more than*, *close to*.
Leaves    everything that needs a parser: what it cannot see it does not give.
Example   "20 more measures by" -> "measures"
"""

from functools import cache
from itertools import pairwise

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, syntax
from ftzlib.reader.mentions import Range
from ftzlib.text.tokens import Tokens

MOD_PAIRS = (
    ("close", "to"), ("up", "to"), ("excess", "of"), ("upwards", "of"), ("at", "least"), ("at", "most"),
)  # fmt: skip
MOD_ENDS = ("to", "of", "least", "most")
MAX_NOUN = 8  # words in a counted noun phrase


def counted(tokens: Tokens, tags: str, start: int, first: int | None = None) -> int | None:
    """Return the token behind the noun phrase that a number before `start` counts.

    *pilot reform tasks* -> 3 tokens on; None where no plural noun follows the number directly. `first` is where
    the phrase starts, where `start` is in its midst.
    """
    first = start if first is None else first
    for at in range(start, min(first + MAX_NOUN, len(tokens))):
        if tags[at] in syntax.letters("and") and at > start:
            continue
        if tokens.words[at] in syntax.words("verbal"):  # *21 becoming national best practices*
            return None
        if not _is_nominal(tokens, tags, at) and not (at == start and tokens.words[at] in syntax.words("fillers")):
            return None
        if syntax.is_plural(tokens.words[at]):
            return _extended(tokens, tags, first, at + 1)
    return None


def _extended(tokens: Tokens, tags: str, start: int, end: int) -> int:
    """Go on from a plural over what it stands before, over *of commerce*, and over *and regions*."""
    if _is_attributive(tokens, tags, start, end):
        return counted(tokens, tags, end, start) or end
    if " ".join(tokens.words[end - 1 : end + 2]) in syntax.words("named_with_of"):
        return end + 2
    return _joined(tokens, tags, start, end) if tags[end] in syntax.letters("and") else end


def _is_attributive(tokens: Tokens, tags: str, start: int, end: int) -> bool:
    """*goods inspection centers*, *auto parts producers*; not *granted 40 firms licenses*, *of 40 firms plans*."""
    if tokens.words[end - 1] in syntax.words("attributive"):
        return _is_nominal(tokens, tags, end)
    if tags[end] != "a" or not syntax.is_plural(tokens.words[end]) or syntax.is_third_person(tokens.words[end]):
        return False
    before = tokens.words[clauses.clause_start(tokens, tags, start) : start]
    groups = (pair[1] == "of" and pair[0] not in syntax.words("change_nouns") for pair in pairwise(before[-5:]))
    return syntax.words("givers").isdisjoint(before) and not any(groups)  # *a delegation of 40 traders visits*


def _joined(tokens: Tokens, tags: str, start: int, end: int) -> int:
    """*45 cities and foreign port operators*: both; not *300 firms and exports grew*, where a clause starts."""
    last = end + 1
    modifiers = syntax.words("attributive")
    while tags[last] == "a" and last - end < MAX_NOUN:
        if syntax.is_plural(tokens.words[last]) and not (tokens.words[last] in modifiers and tags[last + 1] == "a"):
            break
        last += 1
    anew = tokens.words[end + 1] in syntax.words("amounts") or is_number(tokens.words[end + 1])
    apart = anew or tags[last] != "a" or tags[last + 1] in "aA0"
    if apart or not all(_is_nominal(tokens, tags, at) for at in range(end + 1, last + 1)):
        return end
    verb = tags[last + 1] in syntax.letters("aux", "verb", "rise", "fall")
    before = syntax.holds_verb(tags, clauses.clause_start(tokens, tags, start), start)
    return end if verb and before else last + 1


def _is_nominal(tokens: Tokens, tags: str, at: int) -> bool:
    word = tokens.words[at]
    if tags[at] in "aA":
        return not (word.endswith("ly") and len(word) > 5) or word in syntax.words("no_adverbs")
    # Participles and verb-like words before a noun are adjectives (*registered companies*, *growing cities*).
    return (tags[at] in syntax.letters("verb", "rise", "fall") and word.endswith(("ed", "ing", "en", "n", "t"))) or (
        tags[at] in syntax.letters("verb") and at + 1 < len(tokens) and syntax.is_plural(tokens.words[at + 1])
    )


def is_participle(tokens: Tokens, tags: str, at: int) -> bool:
    """*newly [established] foreign-funded firms*: a participle before its noun."""
    verb = tags[at] in syntax.letters("verb", "rise", "fall") and tokens.words[at].endswith(("ed", "ing", "en"))
    return verb and tags[at + 1] in "aA"


def before(tokens: Tokens, tags: str, end: int) -> Range | None:
    """Return the token range of the noun phrase that ends at token `end`, or None."""
    start = end
    while start and end - start < MAX_NOUN and _inside(tokens, tags, start - 1):
        start -= 1
    start = _behind_verb(tokens, tags, start, end)
    while start < end and (tokens.words[start] in _openers() or tags[start] in syntax.letters("and", "adverb")):
        start += 1
    return (start, end) if start < end else None


def _inside(tokens: Tokens, tags: str, at: int) -> bool:
    tag = tags[at]
    if tag in "aA":
        # *handled foreign trade*: a past tense behind a noun is the verb, not part of the phrase.
        return not tokens.words[at].endswith("ed") or _opens_phrase(tokens, tags, at)
    if tag in syntax.letters("and"):
        return at > 0 and tags[at - 1] in "aA" and tags[at + 1] in "aA"
    return syntax.is_per_capita(tokens.words, at) or (
        is_participle(tokens, tags, at) and _opens_phrase(tokens, tags, at)
    )


def _opens_phrase(tokens: Tokens, tags: str, at: int) -> bool:
    """Tell whether a participle stands where a noun phrase goes on: *of*, *its*, *recorded*, *additional* before it."""
    before = syntax.letters("det", "prep", "of", "to", "by", "verb")
    return at > 0 and (tags[at - 1] in before or tokens.words[at - 1] in syntax.words("premodifiers"))


def _behind_verb(tokens: Tokens, tags: str, start: int, end: int) -> int:
    """*agreed to [buy] goods*, *the bank [provides] loans*: the verb is no part of it."""
    if end - start > 1 and syntax.is_base(tokens.words[start]) and tags[start - 1] in syntax.letters("to", "aux"):
        start += 1
    for at in range(end - 2, start, -1):
        word = tokens.words[at]
        plain = tags[at] == "a" and tags[at + 1] in "aA" and word not in syntax.words("attributive")
        if plain and syntax.is_third_person(word):
            return at + 1
    return start


@cache
def _openers() -> frozenset[str]:
    """Words at the start of a phrase that are no part of what it names."""
    return syntax.words("fillers").union(lexicon.load("quantities")["numbers"], ("'", "’", "s"))


def is_number(word: str) -> bool:
    """Tell whether a lower-case word is a number or starts with one (*six*, *two-fifths*)."""
    return word.split("-", 1)[0] in lexicon.load("quantities")["numbers"]


def after(tokens: Tokens, tags: str, start: int) -> Range:
    """The plain noun phrase from `start` on; of *Hubei's land*, *last year's GDP*, *its 2023 exports* the last word."""
    start = end = _behind_determiners(tokens, tags, start)
    while _goes_on(tokens, tags, start, end):
        end += 1
        if tokens.words[end] in ("'", "’") and tokens.joined(end):
            start = end = _behind_determiners(tokens, tags, end)
    while end > start and (tags[end - 1] in syntax.letters("and") or tokens.words[end - 1].endswith("ly")):
        end -= 1
    return start, end


def _behind_determiners(tokens: Tokens, tags: str, at: int) -> int:
    """Pass over *the*, *its*, *the country's*, *Wuhan's and*, *last year's*, *2023*."""
    while (
        tags[at] in syntax.letters("det")
        or (tags[at] in syntax.letters("and") and tokens.words[at - 1] == "s")
        or tokens.words[at] in lexicon.words("measurand", "whose")
        or syntax.is_time(tags[at], tokens.words[at])
    ):
        at += 1
    return at


def _goes_on(tokens: Tokens, tags: str, start: int, at: int) -> bool:
    """Tell whether token `at` is part of the phrase from `start`, which ends with its plural, or before a verb."""
    if tags[at] in syntax.letters("and"):
        return tags[at + 1] == "a" and at > start and not is_number(tokens.words[at + 1])
    if syntax.is_per_capita(tokens.words, at) or is_participle(tokens, tags, at):
        return True
    if tags[at] not in "aA" or at == start:
        return tags[at] in "aA"
    before, behind = tokens.words[at - 1], tags[at + 1]
    adjective = tokens.words[at] in syntax.words("postpositive") and behind in syntax.letters("of", "to", "prep")
    closed = syntax.is_plural(before) and (adjective or before not in syntax.words("attributive"))
    return not (_is_predicate(tokens, tags, at) or (closed and not syntax.is_plural(tokens.words[at])))


def _is_predicate(tokens: Tokens, tags: str, at: int) -> bool:
    """*half of the staff [supported] it*, *the area [faces] the river*: a verb behind a noun, no part of its phrase."""
    word, before = tokens.words[at], tokens.words[at - 1]
    if tags[at] != "a" or tags[at - 1] not in "aA" or "-" in word or before in syntax.words("premodifiers"):
        return False
    return word.endswith("ed") or (syntax.is_third_person(word) and tags[at + 1] in syntax.letters("det", "num"))


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
