"""Which zone *the area*, *the zone*, *it* and *there* are."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.reader.extract.zones import EXAMPLE
from ftzlib.reader.mentions import Mention
from ftzlib.text.tokens import Tokens

OPENER = 10  # words before *it had ...* that still open the sentence (*By the end of that month, it ...*)


def resolve(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """Name what *the area*, *the zone*, *it* stand for; what cannot be told keeps no name."""
    named: list[Mention] = []
    seen, stood = _Named(), _Named()  # all zones so far; those that somebody was not merely on the way to
    for mention in mentions:
        name = mention.name or _antecedent(tokens, mention, stood if stood.last else seen, named)
        mention = mention._replace(name=name)
        named.append(mention)
        if name:
            seen.note(tokens, mention)
            if not is_visited(tokens, mention):
                stood.note(tokens, mention)
    return named


@dataclass(slots=True)
class _Named:
    """The zones named so far, zones and areas of them apart: the first, and the last that was a subject."""

    last: str | None = None
    first: dict[bool, str] = field(default_factory=dict)
    subject: dict[bool, str] = field(default_factory=dict)

    def note(self, tokens: Tokens, mention: Mention) -> None:
        if not mention.name:
            return
        area = mention.name.endswith("Area")
        self.last = mention.name
        self.first.setdefault(area, mention.name)
        if _is_subject(tokens, mention):
            self.subject[area] = mention.name


def _antecedent(tokens: Tokens, mention: Mention, before: _Named, named: Sequence[Mention]) -> str | None:
    if mention.rule == "pronoun":
        return _of_pronoun(tokens, mention, named)
    if tokens.words[tokens.at(mention.span.end - 1)].endswith("s"):  # *the zones*, *the areas*: all of them
        return None
    area = mention.rule == "stands for an area"
    return before.subject.get(area) or before.first.get(area) or before.last


def _of_pronoun(tokens: Tokens, mention: Mention, named: Sequence[Mention]) -> str | None:
    """*It*, *its* at the start of a sentence and *there* go back to the zone of the sentence before."""
    sentence = tokens.sentence_at(mention.first)
    here: list[Mention] = []
    earlier: list[Mention] = []
    for other in reversed(named):
        number = tokens.sentence_at(other.first)
        if number < sentence - 1:
            break
        if other.name and not is_visited(tokens, other):
            (here if number == sentence else earlier).append(other)
    if here:
        return None if "list" in here[0].rule else here[0].name  # *zones in A and B aligned their rules*
    if tokens.words[mention.first] != "there" and mention.first - tokens.bounds(sentence)[0] > OPENER:
        return None
    return earlier[-1].name if earlier else None


def is_visited(tokens: Tokens, mention: Mention) -> bool:
    """Tell whether a zone is an example, or where somebody goes or comes from, and not what its sentence is about."""
    if mention.rule.endswith(EXAMPLE):
        return True
    before = tokens.words[max(mention.first - 3, 0) : mention.first]
    source = tokens.words[mention.first - 2 - before[::-1].index("from")] if "from" in before else ""
    if source in lexicon.words("links", "traded"):
        return False  # *Exports from the zone slipped*
    return not _visited().isdisjoint(before)


@cache
def _visited() -> frozenset[str]:
    return frozenset(lexicon.load("zones")["visited"])


def _is_subject(tokens: Tokens, mention: Mention) -> bool:
    return mention.first - tokens.bounds(tokens.sentence_at(mention.first))[0] <= 3
