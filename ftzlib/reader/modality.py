"""What lies ahead: whether a number is planned, and what *will*, *would* and a list's colon promise.

Reads the words around a number; the words themselves stand in ``data/modality.toml``.
"""

from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, phrases, syntax
from ftzlib.reader.statuses import verb_at
from ftzlib.text.tokens import Tokens

MAX_AHEAD = 6  # words of a clause before a number whose verb comes behind it
MAX_LINES = 20  # of a list


def is_planned(tokens: Tokens, tags: str, first: int, last: int) -> bool:
    """Tell whether a number lies ahead: *will open five*, *is expected to exceed*, *Nine centers ... will be*."""
    at = phrases.back_over_mods(tokens, first)
    if tokens.words[at - 1 : at + 1] in (["compared", "with"], ["compared", "to"]):  # *50, compared with 12 at present*
        return False
    done = last + (tags[last] in syntax.letters("adverb"))
    if verb_at(tokens, done) and tokens.words[done].endswith("ed"):  # *on top of 349 already replicated*
        return False
    start = clauses.clause_start(tokens, tags, first)
    words, before_to = tokens.words, _planned("before_to")
    ahead = words[start:first]
    if "would" in ahead and is_reported(tokens, start + ahead.index("would")):
        return True
    if leads(tokens, tokens.sentence_at(first)):
        return True
    planned = _planned("words").intersection(ahead)
    if planned and (planned != {"may"} or "may" in tokens.forms[start:first]):  # not the month of May
        return True
    if "to" in words[start + 1 : first + 1] and any(
        word in before_to and words[at + 1] == "to" and tags[at + 2] not in "A0" for at, word in enumerate(ahead, start)
    ):
        return True
    if first - start > MAX_AHEAD:
        return False
    verb = syntax.pattern("aux|verb|rise|fall|end|stop").search(tags, last)
    return verb is not None and words[verb.start()] in ("will", "shall")


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


@cache
def _planned(which: str) -> frozenset[str]:
    return frozenset(lexicon.load("modality")["planned"][which])
