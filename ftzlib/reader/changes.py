"""Whether a number is the size of a change over time, and which way: *up 6 percent*, *an increase of 8.5 percent*."""

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, syntax
from ftzlib.reader.phrases import back_over_mods
from ftzlib.text.tokens import Tokens


def change(tokens: Tokens, tags: str, first: int, last: int) -> str | None:
    """Return ``increase`` or ``decrease`` where a number is the size of a change over time, else None."""
    at = back_over_mods(tokens, first)
    at -= tokens.words[at] == "between"  # *grew between 20 and 30 percent*
    at -= tokens.words[at] == "by" and tokens.words[at - 1] in ("up", "down")  # *CPI up by 0.4 percent*
    word = tokens.words[at] if at >= 0 else ""
    if word in ("up", "down") and tokens.words[at - 1] not in lexicon.words("modality", "no_moves"):
        return "increase" if word == "up" else "decrease"
    if tags[at] in syntax.letters("rise", "fall"):
        return _direction(tags[at])
    if word == "by":
        return _verb_of_by(tokens, tags, at)
    if word == "of":
        return _noun_of_change(tokens, tags, at)
    return _behind_change(tokens, tags, last)


def _direction(tag: str) -> str:
    return "increase" if tag in syntax.letters("rise") else "decrease"


def _verb_of_by(tokens: Tokens, tags: str, by: int) -> str | None:
    start = clauses.clause_start(tokens, tags, by)
    moves = [tags[at] for at in range(start, by) if tags[at] in syntax.letters("rise", "fall")]
    return _direction(moves[-1]) if moves else None


def _noun_of_change(tokens: Tokens, tags: str, of: int) -> str | None:
    """*an increase of 8.5 percent*; *grown at an average annual rate of 19.8 percent*."""
    head = tokens.words[of - 1]
    if head in lexicon.words("modality", "rates"):
        move = _verb_of_by(tokens, tags, of)
        return "increase" if move is None and "growth" in tokens.words[max(of - 4, 0) : of] else move
    return _noun_direction(head)


def _noun_direction(noun: str) -> str | None:
    if noun in syntax.words("rise_nouns"):
        return "increase"
    return "decrease" if noun in syntax.words("fall_nouns") else None


def _behind_change(tokens: Tokens, tags: str, last: int) -> str | None:
    """*a 5 percent increase*; *5 percent higher than a year earlier*."""
    at, between = last, lexicon.words("modality", "before_change")
    sizes, more = lexicon.words("modality", "sizes"), lexicon.words("links", "more")
    ends = sizes | more
    while at < last + 5 and (tokens.words[at] in between or (tags[at] in "aA" and tokens.words[at] not in ends)):
        at += 1
    word = tokens.words[at]
    if word in more and tokens.words[at + 1] == "than":
        compared = tokens.words[at + 2 : at + 8]
        if any(
            hint in lexicon.words("modality", "year_before") or (hint.isdigit() and len(hint) == 4) for hint in compared
        ):
            return "increase" if word in ("higher", "more") else "decrease"
        return None
    if word in sizes:
        return _direction(tags[at]) if tags[at] in syntax.letters("rise", "fall") else "increase"
    return None
