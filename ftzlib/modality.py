"""How far a counted thing has come, whether it lies ahead, over what it holds, and which way it moved.

Reads the words around a number; the words themselves stand in ``data/modality.toml``.
"""

from collections.abc import Mapping
from functools import cache

from ftzlib import clauses, lexicon, syntax
from ftzlib.tokens import Tokens

MAX_LINES = 20  # of a list
WINDOW = 7  # words behind a number in which its participle stands (*96 have been fully implemented*)
FAR = 18  # ... behind *95 percent of the 159 reform tasks assigned to the zone*
POINTERS = ("which", "them", "these", "those", "it", "whom")
MOD_PAIRS = (
    ("close", "to"), ("up", "to"), ("excess", "of"), ("upwards", "of"), ("at", "least"), ("at", "most"),
)  # fmt: skip
MOD_ENDS = ("to", "of", "least", "most")
YEAR_BEFORE = ("year", "last", "period", "previous", "ago", "earlier")


def has_status(indicator: str | None) -> bool:
    """Tell whether what is counted is a task, measure, innovation or the like."""
    if not indicator:
        return False
    head = indicator.lower().split()[-1]
    singular = head.removesuffix("s") if not head.endswith("ies") else head[:-3] + "y"
    return singular in _subjects()


def status(tokens: Tokens, tags: str, first: int, last: int, *, of_whole: bool, is_whole: bool) -> str | None:
    """Return the status that the verb nearest to a number gives, or None.

    Parameters
    ----------
    first, last : int
        Tokens of the number and its noun.
    of_whole : bool
        Whether *of* and a whole stand behind the number, so that its verb stands farther on.
    is_whole : bool
        Whether a part of it stands before (*half of its 129 tasks*), whose verb is not the whole's.
    """
    if is_whole:
        return _behind_whole(tokens, tags, last)
    if tokens.words[last] == "of" and tokens.words[last + 1] in POINTERS:
        last, of_whole = last + 2, False
    behind = _behind(tokens, tags, last, FAR if of_whole else WINDOW, skip_nouns=of_whole)
    return behind or _before(tokens, tags, first)


def _behind_whole(tokens: Tokens, tags: str, last: int) -> str:
    """*tasks assigned to the zone*, *experiences that were promoted*; else the whole is what was carried."""
    if tokens.words[last] in ("that", "which"):
        return _behind(tokens, tags, last + 1, WINDOW, skip_nouns=False) or "total"
    return _verb_at(tokens, last) or "total"


def _behind(tokens: Tokens, tags: str, last: int, window: int, *, skip_nouns: bool) -> str | None:
    """*96 have been implemented*, *14 replicated nationwide*, *89 tasks put into effect*."""
    ends = (
        syntax.letters("end", "stop", "conj") if skip_nouns else syntax.letters("end", "stop", "conj", "comma", "num")
    )
    aux, between, prep = syntax.letters("aux"), syntax.letters("aux", "adverb"), syntax.letters("prep")
    words, openers, joins = tokens.words, _verb_openers(), syntax.letters("and")
    verb_seen = False
    for at in range(last, min(last + window, len(tokens))):
        tag = tags[at]
        if tag in ends or (tag in joins and words[at + 1] in openers):  # *98 tasks and finished 91 of them*
            return None
        verb_seen |= tag in aux
        found = _verb_at(tokens, at) if words[at] in openers else None
        if found and (not skip_nouns or verb_seen or found in ("promoted", "implemented")):
            return found
        if verb_seen and not skip_nouns and tag not in between:
            return "reported"  # *were selected*, *are on file*, *were firsts*: none of the four
        if not skip_nouns and tag in prep:
            return None
    return None


def _before(tokens: Tokens, tags: str, first: int) -> str | None:
    """*carries 106 tasks*, *has carried out 615 measures*: the nearest verb on the left in the clause."""
    start = clauses.clause_start(tokens, tags, first)
    words, openers = tokens.words, _verb_openers()
    for at in range(first - 1, start - 1, -1):
        found = _verb_at(tokens, at) if words[at] in openers else None
        if found and not (tokens.words[at] == "has" and tags[at + 1] in syntax.letters("verb", "rise", "adverb")):
            return found
    return None


def _verb_at(tokens: Tokens, at: int) -> str | None:
    words = tokens.words
    if words[at] not in _verb_openers():
        return None
    return _verbs().get(f"{words[at]} {words[at + 1]}" if at + 1 < len(words) else "") or _verbs().get(words[at])


def is_planned(tokens: Tokens, tags: str, first: int, last: int) -> bool:
    """Tell whether a number lies ahead: *will open five*, *is expected to exceed*, *Nine centers ... will be*."""
    done = last + (tags[last] in syntax.letters("adverb"))
    if _verb_at(tokens, done) and tokens.words[done].endswith("ed"):  # *on top of 349 already replicated*
        return False
    start = clauses.clause_start(tokens, tags, first)
    words, before_to = tokens.words, _planned("before_to")
    ahead = words[start:first]
    if "would" in ahead and is_reported(tokens, start + ahead.index("would")):
        return True
    if leads(tokens, tokens.sentence_at(first)):
        return True
    if not _planned("words").isdisjoint(ahead):
        return True
    if "to" in words[start + 1 : first + 1] and any(
        word in before_to and words[at + 1] == "to" and tags[at + 2] not in "A0" for at, word in enumerate(ahead, start)
    ):
        return True
    if first - start > 4:
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


def change(tokens: Tokens, tags: str, first: int, last: int) -> str | None:
    """Return ``increase`` or ``decrease`` where a number is the size of a change over time, else None."""
    at = back_over_mods(tokens, first)
    word = tokens.words[at] if at >= 0 else ""
    if word in ("up", "down") and tokens.words[at - 1] not in (
        "takes",
        "take",
        "taking",
        "took",
        "makes",
        "make",
        "set",
        "made",
    ):
        return "increase" if word == "up" else "decrease"
    if tags[at] in syntax.letters("rise", "fall"):
        return _direction(tags[at])
    if word == "by":
        return _verb_of_by(tokens, tags, at)
    if word == "of":
        return _noun_of_change(tokens, tags, at)
    return _behind_change(tokens, tags, last)


def back_over_mods(tokens: Tokens, first: int) -> int:
    """Return the token before a number and its *more than*, *close to*, *another*."""
    words, skip = tokens.words, _around()
    at = first - 1
    if words[at] in MOD_ENDS and (words[at - 1], words[at]) in MOD_PAIRS:
        at -= 2
    while at > 0 and (words[at] in skip or words[at].endswith("ly")):
        at -= 1
    return at


def _direction(tag: str) -> str:
    return "increase" if tag in syntax.letters("rise") else "decrease"


def _verb_of_by(tokens: Tokens, tags: str, by: int) -> str | None:
    start = clauses.clause_start(tokens, tags, by)
    moves = [tags[at] for at in range(start, by) if tags[at] in syntax.letters("rise", "fall")]
    return _direction(moves[-1]) if moves else None


def _noun_of_change(tokens: Tokens, tags: str, of: int) -> str | None:
    """*an increase of 8.5 percent*; *grown at an average annual rate of 19.8 percent*."""
    head = tokens.words[of - 1]
    if head in ("rate", "pace", "speed"):
        move = _verb_of_by(tokens, tags, of)
        return "increase" if move is None and "growth" in tokens.words[max(of - 4, 0) : of] else move
    return _noun_direction(head)


def _noun_direction(noun: str) -> str | None:
    if noun in syntax.words("rise_nouns"):
        return "increase"
    return "decrease" if noun in syntax.words("fall_nouns") else None


def _behind_change(tokens: Tokens, tags: str, last: int) -> str | None:
    """*a 5 percent increase*; *5 percent higher than a year earlier*."""
    at = last
    while (
        tokens.words[at] in ("year-on-year", "annual", "average", "yearly", "month-on-month", "year", "on", "and")
        and at < last + 4
    ):
        at += 1
    word = tokens.words[at]
    if word in ("higher", "more", "lower", "less", "fewer") and tokens.words[at + 1] == "than":
        compared = tokens.words[at + 2 : at + 8]
        if any(hint in YEAR_BEFORE or (hint.isdigit() and len(hint) == 4) for hint in compared):
            return "increase" if word in ("higher", "more") else "decrease"
        return None
    if word in (
        "increase",
        "growth",
        "rise",
        "surge",
        "jump",
        "gain",
        "decline",
        "drop",
        "fall",
        "decrease",
        "reduction",
        "cut",
        "expansion",
    ):
        return _direction(tags[at]) if tags[at] in syntax.letters("rise", "fall") else "increase"
    return None


def scope(tokens: Tokens, last: int, end: int) -> str | None:
    """Return ``nationwide``, ``province`` or a place's words, over which a number behind `last` holds."""
    words = tokens.words
    if _scope_openers().isdisjoint(words[last:end]):
        return None
    data = lexicon.load("modality")["scope"]
    for at in range(last, end):
        if words[at] in data["nationwide"] or words[at] in data["province"]:
            return "nationwide" if words[at] in data["nationwide"] and words[at] != "china" else "province"
        if words[at] not in data["over"]:
            continue
        place = " ".join(words[at + 1 : at + 3]).removeprefix("the whole").strip()
        for kind in ("nationwide", "province"):
            if place in data[kind] or words[at + 1] in data[kind] or " ".join(words[at + 2 : at + 4]) in data[kind]:
                return kind
        if words[at + 2] == "province" and tokens.shapes[at + 1] == "A":
            return tokens.said(at + 1, at + 3)
        if words[at] in ("across", "throughout") and tokens.shapes[at + 1] == "A":
            return tokens.said(at + 1, at + 2)
    return None


@cache
def _scope_openers() -> frozenset[str]:
    return frozenset(word for words in lexicon.load("modality")["scope"].values() for word in words)


@cache
def _promises(which: str) -> frozenset[str]:
    return frozenset(lexicon.load("commitments")[which])


@cache
def _planned(which: str) -> frozenset[str]:
    return frozenset(lexicon.load("modality")["planned"][which])


@cache
def _around() -> frozenset[str]:
    return frozenset(lexicon.load("modality")["around"]["words"])


@cache
def _subjects() -> frozenset[str]:
    return frozenset(lexicon.load("modality")["subjects"])


@cache
def _verb_openers() -> frozenset[str]:
    return frozenset(verb.split()[0] for verb in _verbs())


@cache
def _verbs() -> Mapping[str, str]:
    return {verb: name for name, verbs in lexicon.load("modality")["verbs"].items() for verb in verbs}
