"""Multiples: how many times as large as another a number is, or by how many times it has grown.

Finds     *2.4 times the figure of 2019*, *rose 12 times*, *a 3.2-fold increase*, *grew fivefold*.
Leaves    *visited four times*: how often something happens is counted, and measures nothing.
Example   "2.4 times that of 2005" -> times
"""

from ftzlib.grammar import lexicon
from ftzlib.reader import phrases, syntax
from ftzlib.text.tokens import Tokens

UNIT = "times"
FOLD = "fold"


def behind(tokens: Tokens, tags: str, first: int, end: int) -> int | None:
    """Return the token behind *times* or *-fold*, where the number from `first` to `end` is a multiple."""
    words = tokens.words
    if words[end] == UNIT or words[end] == FOLD:
        last = end + 1
    elif words[end : end + 2] == ["-", FOLD]:
        last = end + 2
    elif words[end - 1].endswith(FOLD):
        last = end
    else:
        return None
    # *three times China's*, *five times as many*; nothing happens 2.4 times, but *2.4 times a month*
    owned = any(word in ("'", "’") for word in words[last + 1 : last + 3]) and words[last] != ","
    often = words[last] in lexicon.words("measurand", "how_often")
    compared = words[last] in lexicon.words("measurand", "compared") or owned or ("." in words[first] and not often)
    return last if compared or _is_growth(tokens, tags, first, last) else None


def _is_growth(tokens: Tokens, tags: str, first: int, last: int) -> bool:
    """*rose 12 times*, *by 12 times*, *a growth of 12 times*; not *was raised three times*."""
    at = phrases.back_over_mods(tokens, first)
    if tokens.words[at] == "of" and tokens.words[at - 1] in syntax.words("change_nouns"):
        return True
    verb = at - (tokens.words[at] in ("by", "to"))
    moved = tags[verb] in syntax.letters("rise", "fall") and tokens.words[verb - 1] not in lexicon.words(
        "measurand", "be"
    )
    return moved or not lexicon.words("modality", "sizes").isdisjoint(tokens.words[last : last + 3])
