"""Which zone *the area*, *the zone*, *it* and *there* are."""

from collections.abc import Sequence
from dataclasses import replace

from ftzlib import lexicon
from ftzlib.mentions import Mention
from ftzlib.tokens import Tokens

OPENER = 10  # words before *it had ...* that still open the sentence (*By the end of that month, it ...*)


def resolve(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """Name what *the area*, *the zone*, *it* stand for; what cannot be told keeps no name."""
    named: list[Mention] = []
    for mention in mentions:
        name = mention.name or _antecedent(tokens, mention, named, mentions)
        named.append(replace(mention, name=name))
    return named


def _antecedent(tokens: Tokens, mention: Mention, named: Sequence[Mention], mentions: Sequence[Mention]) -> str | None:
    if mention.rule == "pronoun":
        return _of_pronoun(tokens, mention, named)
    area = mention.rule == "stands for an area"
    before = [m for m in named if m.name and not is_visited(tokens, m)] or [m for m in named if m.name]
    same = [m for m in before if m.name and _is_area(m.name) == area]
    subjects = [m for m in same if _is_subject(tokens, m)]
    chosen = subjects[-1:] or same[:1] or before[-1:]
    return chosen[0].name if chosen else None


def _of_pronoun(tokens: Tokens, mention: Mention, named: Sequence[Mention]) -> str | None:
    """*It*, *its* at the start of a sentence and *there* go back to the zone of the sentence before."""
    sentence = tokens.sentence_at(mention.first)
    here = [m for m in named if tokens.sentence_at(m.first) == sentence and m.name and not is_visited(tokens, m)]
    word = tokens.words[mention.first]
    if here:
        return here[-1].name
    if word != "there" and mention.first - tokens.bounds(sentence)[0] > OPENER:
        return None
    earlier = [m for m in named if tokens.sentence_at(m.first) == sentence - 1 and m.name and not is_visited(tokens, m)]
    return earlier[0].name if earlier else None


def is_visited(tokens: Tokens, mention: Mention) -> bool:
    """Tell whether a zone is where somebody goes or comes from, and not what its sentence is about."""
    before = tokens.words[max(mention.first - 3, 0) : mention.first]
    return any(word in lexicon.load("zones")["visited"] for word in before)


def _is_area(name: str) -> bool:
    return name.endswith("Area")


def _is_subject(tokens: Tokens, mention: Mention) -> bool:
    return mention.first - tokens.bounds(tokens.sentence_at(mention.first))[0] <= 3
