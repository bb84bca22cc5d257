"""Who promises: *it*, *we* and *he* go back to the subject before, or to who speaks."""

from collections.abc import Sequence

from ftzlib.facts.records import Commitment, Statement
from ftzlib.reader import phrases
from ftzlib.reader.mentions import Mention, Promise
from ftzlib.reader.promisers import is_thing
from ftzlib.reader.resolve.speakers import PRONOUNS
from ftzlib.text.tokens import Tokens, by_sentence, normalise


def resolve(
    tokens: Tokens, promises: Sequence[Promise], mentions: Sequence[Mention], statements: Sequence[Statement]
) -> list[Commitment]:
    """Name the actor of each promise: as worded, without its article; *it* and *we* resolved."""
    found: list[Commitment] = []
    named_in = by_sentence(tokens, (mention for mention in mentions if mention.name)) if promises else {}
    said_in = by_sentence(tokens, statements) if promises else {}
    for promise in promises:
        span = tokens.span(*promise.clause)
        actor = None
        if promise.subject:
            sentence = tokens.sentence_at(promise.subject[0])
            said = said_in.get(sentence, ()), said_in.get(sentence - 1, ())
            actor = _actor(tokens, promise, named_in.get(sentence, ()), said, found)
        found.append(Commitment(span=span, actor=actor, rule=promise.rule))
    return found


def _actor(
    tokens: Tokens,
    promise: Promise,
    mentions: Sequence[Mention],
    statements: tuple[Sequence[Statement], Sequence[Statement]],
    before: Sequence[Commitment],
) -> str | None:
    first, last = promise.subject or (0, 0)
    word = tokens.words[first]
    zone = next(
        (m.span for m in mentions if m.span.covers(tokens.span(first, last)) and m.rule != "pronoun"),
        None,
    )
    if zone and tokens.words[tokens.at(zone.start)] not in ("the", "this", "its"):
        return normalise(zone.of(tokens.text))
    if last - first > 1 or word not in PRONOUNS:
        return tokens.said(_owner(tokens, promise.clause[0], first), last)
    said = next((s for s in statements[0] if s.span.covers(tokens.span(first, last))), None)
    if said and said.rule == "speaker, cue" and said.span.start == tokens.starts[first]:
        return said.speaker
    if said and said.rule == "adding that" and before and before[-1].span.end > said.span.start - 80:
        return before[-1].actor
    sentence = tokens.sentence_at(first)
    if word in ("we", "i", "he", "she") or not sentence:
        return said.speaker if said else None
    own = phrases.sentence_subject(tokens, sentence)
    if own and own[1] <= first and "that" in tokens.words[own[1] : first]:  # *China announced on Monday that it ...*
        return tokens.said(*own)
    reported = next((s.span.start for s in statements[1] if s.rule == "speaker, cue"), None)
    told = tokens.at(reported) if reported is not None else None  # *Chen said [the city] will open up. It will ...*
    subject = phrases.sentence_subject(tokens, sentence - 1, told)
    if subject and tokens.words[subject[0]] not in PRONOUNS:
        return None if is_thing(tokens.words[subject[1] - 1]) else tokens.said(*subject)
    return before[-1].actor if before else None


def _owner(tokens: Tokens, start: int, first: int) -> int:
    """*Ms Wang's firm* is not just any firm: go back over a possessor that is a name."""
    if (
        first - start >= 2
        and tokens.words[first - 1] == "s"
        and all(shape == "A" for shape in tokens.shapes[start : first - 2])
    ):
        return start
    return first
