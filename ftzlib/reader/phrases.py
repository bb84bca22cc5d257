"""What stands around a number, by closed word classes.

Finds     the noun phrase that it counts (*106 pilot reform tasks*), the word before it and its *more than*, *close to*.
Leaves    everything that needs a parser: what it cannot see it does not give.
Example   "20 more measures by" -> "measures"
"""

from functools import cache
from itertools import pairwise

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, nouns, syntax
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
        if at > start and (tags[at] in syntax.letters("and") or _is_listed(tags, at)):
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
            return _extended(tokens, tags, first, at + 1)
    return None


def _is_listed(tags: str, at: int) -> bool:
    """*104 German[,] Japanese and Korean plants*: a comma between words that stand before one noun."""
    listed = syntax.pattern("(comma (word|Name){1,2}){1,4} comma? and (word|Name){2}")
    return tags[at] in syntax.letters("comma") and listed.match(tags, at) is not None


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
    head = end + (not syntax.is_plural(tokens.words[end]))  # *drugs research firms*
    if tags[end] != "a" or tags[head] != "a" or not syntax.is_plural(tokens.words[head]):
        return False
    opens = clauses.clause_start(tokens, tags, start)
    before = tokens.words[opens:start]
    groups = (pair[1] == "of" and pair[0] not in syntax.words("change_nouns") for pair in pairwise(before[-5:]))
    if syntax.is_third_person(tokens.words[head]) or not syntax.words("givers").isdisjoint(before) or any(groups):
        return False  # *a delegation of 40 traders visits*
    closes = syntax.letters("comma", "stop", "end", "prep", "of", "and", "by", "adverb", "time", "conj", "aux")
    plain = not tokens.words[end].endswith(("ed", "ing", "ly")) and tags[head + 1] in closes
    return head == end or (plain and syntax.holds_verb(tags, opens, start))


def _joined(tokens: Tokens, tags: str, start: int, end: int) -> int:
    """*45 cities and foreign port operators*: both; not *300 firms and exports grew*, where a clause starts."""
    last = end + 1
    modifiers = syntax.words("attributive")
    while tags[last] == "a" and last - end < MAX_NOUN:
        if syntax.is_plural(tokens.words[last]) and not (tokens.words[last] in modifiers and tags[last + 1] == "a"):
            break
        last += 1
    anew = tokens.words[end + 1] in syntax.words("amounts") or nouns.is_number(tokens.words[end + 1])
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


def _names(tokens: Tokens, at: int) -> bool:
    """*Fortune 500*, *Top 100*: a number behind this word is its own, and counts nothing."""
    return tokens.shapes[at] == "A" and tokens.words[at] in lexicon.load("quantities")["labels"]["words"]


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
