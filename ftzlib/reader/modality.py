"""What *would* and a list's colon promise."""

from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.text.tokens import Tokens

MAX_LINES = 20  # of a list


def is_reported(tokens: Tokens, would: int) -> bool:
    """Tell whether *would* is the *will* of what somebody said (*said the area would build ...*)."""
    first = tokens.bounds(tokens.sentence_at(would))[0]
    return not _promises("said").isdisjoint(tokens.words[first:would]) and "if" not in tokens.words[first:would]


def is_open(tokens: Tokens, colon: int) -> bool:
    """Tell whether a colon closes *the area will:*, so that a list of what is promised follows."""
    return tokens.words[colon] == ":" and tokens.words[colon - 1] in ("will", "shall", "to")


def leads(tokens: Tokens, number: int) -> bool:
    """Tell whether a sentence is a line of a list that *the area will:* opens: it starts with its verb."""
    for back in range(number, max(number - MAX_LINES, 0), -1):
        first = tokens.bounds(back)[0]
        if tokens.words[first] not in _promises("verbs"):
            return False
        if is_open(tokens, tokens.bounds(back - 1)[1] - 1):
            return True
    return False


@cache
def _promises(which: str) -> frozenset[str]:
    return frozenset(lexicon.load("commitments")[which])
