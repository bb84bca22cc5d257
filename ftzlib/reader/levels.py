"""Bare numbers that are the level of a subject: *The number of companies reached 12,300*, *cut from eight to three*."""

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, phrases, syntax
from ftzlib.reader.arguments import object_of, of_what, subject_of
from ftzlib.reader.mentions import Amount
from ftzlib.text.tokens import Tokens


def level(tokens: Tokens, tags: str, amount: Amount, before: Amount | None) -> str | None:
    """*The number of companies reached 12,300*: a bare number that is the level of its subject."""
    at = phrases.back_over_mods(tokens, amount.first)
    if tokens.words[at] in (":", "："):
        return label(tokens, tags, at)
    same = before is not None and tokens.sentence_at(before.first) == tokens.sentence_at(amount.first)
    behind = tokens.words[at - 1] if tokens.words[at] in ("to", "at") else tokens.words[at]
    if tokens.shapes[amount.first] != "0" or tags[amount.last] in "aA":
        return None
    moved = tokens.words[at] == "to" and tags[at - 1] in syntax.letters("rise", "fall")
    after_change = tokens.words[at] == "to" and same and before is not None and before.unit in ("percent", "times")
    if tokens.words[at] == "of" and tokens.words[at - 1] in lexicon.words("measurand", "headcounts"):
        return tokens.said(at - 1, at)
    if tags[at] in syntax.letters("aux"):  # *The number of patents was 14,000*
        found = clauses.subject(tokens, tags, at)
        whose = of_what(tokens, tags, found) if found else None
        return tokens.said(*whose) if whose else None
    moving = tags[at - 1] in syntax.letters("rise", "fall") or tokens.words[at - 1] in ("up", "down")
    if tokens.words[at] == "by" and moving:  # *The number of parks grew by 120*
        found = clauses.subject(tokens, tags, at - 1)
        return tokens.said(*named) if found and (named := of_what(tokens, tags, found)) else None
    if behind not in lexicon.words("measurand", "levels") and not moved and not after_change:
        return None
    return subject_of(tokens, tags, at)


def label(tokens: Tokens, tags: str, colon: int) -> str | None:
    """*Imports and exports in 2023: RMB1,200 billion*, *Tasks assigned: 165*: the head of a line, without its verb."""
    first = tokens.bounds(tokens.sentence_at(colon))[0]
    head = colon
    while head > first + 1 and tokens.words[head - 1].endswith("ed"):
        head -= 1
    if any(syntax.holds_verb(tags, at, at + 1) and not tokens.words[at].endswith("ing") for at in range(first, head)):
        return None
    return subject_of(tokens, tags, head)


def from_to(tokens: Tokens, tags: str, amount: Amount, following: Amount | None, before: Amount | None) -> str | None:
    """*The number of documents has been cut from eight to three*: two bare numbers, one level each."""
    first, second = (amount, following) if tokens.words[amount.first - 1] == "from" else (before, amount)
    if (
        first is None
        or second is None
        or first.unit not in (None, "count")
        or first.noun
        or second.unit
        or tokens.words[first.first - 1] != "from"
    ):
        return None
    if tokens.words[first.last] != "to" or phrases.back_over_mods(tokens, second.first) != first.last:
        return None
    found = object_of(tokens, tags, first, None, None) or ""
    return subject_of(tokens, tags, first.first) if not found else _shared(tokens, tags, first) or found


def _shared(tokens: Tokens, tags: str, amount: Amount) -> str | None:
    """*raise the number of ports ... from five*: the ports."""
    shares = lexicon.words("measurand", "shares")
    start = clauses.clause_start(tokens, tags, amount.first)
    of = next(
        (at for at in range(start, amount.first) if tokens.words[at] == "of" and tokens.words[at - 1] in shares),
        None,
    )
    if of is None:
        return None
    end = phrases.counted(tokens, tags, of + 1)
    return tokens.said(of + 1, end) if end else None
