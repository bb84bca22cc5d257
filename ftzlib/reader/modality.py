"""What lies ahead: whether a number is planned, and what *will*, *would* and a list's colon promise.

Reads the words around a number; the words themselves stand in ``data/modality.toml``.
"""

from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, phrases, syntax
from ftzlib.reader.statuses import verb_at
from ftzlib.text.tokens import Tokens

MAX_AHEAD = 8  # words of a clause before a number whose verb comes behind it
MAX_LINES = 20  # of a list


def is_planned(tokens: Tokens, tags: str, first: int, last: int, *, counted: bool = False) -> bool:
    """Tell whether a number lies ahead: *will open five*, *is expected to exceed*, *Nine centers ... will be*.

    Parameters
    ----------
    first, last : int
        Tokens of the number and its noun.
    counted : bool
        Whether it counts things, which may be there already: *will give more support to its 40 firms*.
    """
    at = phrases.back_over_mods(tokens, first)
    if counted and _exists(tokens, tags, at, last):
        return False
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
    if leads(tokens, tokens.sentence_at(first)) or _is_goal(tokens, tags, first):
        return True
    planned = _planned("words").intersection(ahead)
    if planned and (not planned <= {"may", "might"} or _may_become(tokens, start, first)):
        return True
    if _is_second(tokens, tags, start):
        return True
    if "to" in words[start + 1 : first + 1] and any(
        word in before_to and words[at + 1] == "to" and tags[at + 2] not in "A0" for at, word in enumerate(ahead, start)
    ):
        return True
    if first - start > MAX_AHEAD or _finite(tokens, tags, start, first):  # *had 200 in 2022 and will have 500*
        return False
    end = tokens.bounds(tokens.sentence_at(first))[1]
    verb = _finite(tokens, tags, last, end)
    return verb is not None and (words[verb] in ("will", "shall") or _is_to(tokens, verb))


def _finite(tokens: Tokens, tags: str, first: int, last: int) -> int | None:
    """Return the first finite verb between two tokens, participles in *-ing* passed over; none behind a stop."""
    for found in syntax.pattern("aux|verb|rise|fall|stop").finditer(tags, first, last):
        if tags[found.start()] in syntax.letters("stop"):
            return None
        if not tokens.words[found.start()].endswith("ing"):
            return found.start()
    return None


def _is_to(tokens: Tokens, verb: int) -> bool:
    """*are to be brought in*, *are expected to come*, *plan to*: the verb lies ahead."""
    at = verb + (tokens.words[verb] in ("is", "are") and tokens.words[verb + 1] != "to")
    return tokens.words[at] in _planned("before_to") and tokens.words[at + 1] == "to"


def _may_become(tokens: Tokens, start: int, first: int) -> bool:
    """*may reach 6 billion* lies ahead; *may be kept for 180 days* is allowed, and *May* a month."""
    at = next((at for at in range(start, first) if tokens.forms[at] in ("may", "might")), None)
    return at is not None and tokens.words[at + 1] != "be"


def _is_second(tokens: Tokens, tags: str, start: int) -> bool:
    """*will bring it to an end, and set up a fund*: the second of two verbs behind one *will*."""
    opens = tokens.bounds(tokens.sentence_at(start))[0]
    if tags[start - 1] not in syntax.letters("and", "comma"):
        return False
    base = tokens.words[start] in _promises("verbs") or (
        tags[start] == "a" and tags[start + 1] in syntax.letters("det")
    )
    return base and not _planned("words").isdisjoint({*tokens.words[opens:start]} - {"may", "might"})


def goes_on(tokens: Tokens, tags: str, before: int, first: int, last: int) -> bool:
    """Tell whether a number is the next of a list, without a verb of its own: *will reserve A for x, and B for y*.

    Parameters
    ----------
    before : int
        Token behind the number before.
    first, last : int
        Tokens of the number and its noun.
    """
    if tokens.sentence_at(before) != tokens.sentence_at(first) or syntax.holds_verb(tags, before, first):
        return False
    gap = tags[before:first]
    if not lexicon.words("days", "compared_number").isdisjoint(tokens.words[before:first]):  # *50, compared with 12*
        return False
    joined = not syntax.letters("and", "comma").isdisjoint(gap) and syntax.letters("stop", "conj", "open").isdisjoint(
        gap
    )
    verb = syntax.pattern("aux|verb|rise|fall|to|comma|and|stop|end").search(tags, last)
    own = verb is not None and tags[verb.start()] in syntax.letters("aux", "verb", "rise", "fall")
    return joined and not own


def _exists(tokens: Tokens, tags: str, at: int, last: int) -> bool:
    """*support to its 40 firms*, *The 40 firms will be helped*: what is known is there, unless it is made or done."""
    while tokens.words[at] in _planned("existing"):
        at -= 1
    if tokens.words[at] not in _planned("known"):
        return False
    owner = phrases.before(tokens, tags, at - 1) if tokens.words[at] == "s" else None
    at = owner[0] if owner else at
    makes = tokens.words[at - 1] in _planned("makes") or verb_at(tokens, at - 1)
    behind = syntax.pattern("any{0,4}? aux adverb? aux? adverb? (verb|word)").match(tags, last)
    made = behind and (tokens.words[behind.end() - 1] in _planned("made") or verb_at(tokens, behind.end() - 1))
    return not makes and not made


def _is_goal(tokens: Tokens, tags: str, first: int) -> bool:
    """*has set goals for 2025, which include 5 percent growth*: what goals are said to be lies ahead."""
    opens = tokens.bounds(tokens.sentence_at(first))[0]
    ahead = tokens.words[opens:first]
    goal = next((at for at in range(first - 1, opens - 1, -1) if tokens.words[at] in _planned("goals")), None)
    if goal is None or not _planned("reached").isdisjoint(ahead):
        return False
    verbs = [at for at in range(goal + 1, first) if syntax.holds_verb(tags, at, at + 1)]
    names = [at for at in verbs or range(goal + 1, first) if tokens.words[at] in _planned("names")]
    return bool(names) and len(verbs) <= 1 and syntax.letters("stop").isdisjoint(tags[names[0] + 1 : first])


def is_reported(tokens: Tokens, would: int) -> bool:
    """Tell whether *would* is the *will* of what somebody said (*said the area would build ...*)."""
    first = tokens.bounds(tokens.sentence_at(would))[0]
    says = _promises("said") | _planned("forecast")
    return not says.isdisjoint(tokens.words[first:would]) and "if" not in tokens.words[first:would]


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
