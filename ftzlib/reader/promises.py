"""Where a promise opens: *will*, *plans to*, *is to*, and the verb that is promised.

Leaves    forecasts (*will grow*), announcements (*will be held*), aims described (*the goal is to*).
"""

from functools import cache, partial

from ftzlib.grammar import lexicon
from ftzlib.reader import modality, syntax
from ftzlib.reader.verb_phrases import behind_adverbs
from ftzlib.text.tokens import Tokens

MAX_SUBJECT = 8  # words before *will* in which an event is its subject
_words = partial(lexicon.words, "commitments")


def promised_verb(tokens: Tokens, tags: str, at: int, last: int) -> tuple[int, str] | None:
    """Return the token of the promised verb and the rule, where a promise opens at `at`."""
    word = tokens.words[at]
    if word in _words("would") and not modality.is_reported(tokens, at):
        return None
    if word in _words("will", "would"):
        return _after_will(tokens, behind_adverbs(tags, at + 1), last)
    if word not in _words("intend", "be"):
        return None
    to = behind_adverbs(tags, at + 1)
    if tokens.words[to] != "to" or tokens.shapes[to + 1] != "a":
        return None
    if word in _words("be"):
        if not _is_agent(tokens, at):
            return None
        if tokens.words[to + 1] == "be":
            return _after_will(tokens, to + 1, last)
        return (to + 1, "is to") if tokens.words[to + 1] in _words("verbs") else None
    if tags[at - 1] in syntax.letters("det", "of", "prep", "to") or word in ("aiming", "planning", "set", "planned"):
        return None
    if tokens.words[at - 1] in ("be", "been", "was", "were") or (word in ("expected", "scheduled")):
        return None
    return to + 1, "plans to"


def _is_agent(tokens: Tokens, at: int) -> bool:
    """*The zone is to open ...* promises; *the goal is to open ...* and *the aim is to* describe."""
    return tokens.words[at - 1] not in _words("goals")


def _after_will(tokens: Tokens, verb: int, last: int) -> tuple[int, str] | None:
    word = tokens.words[verb]
    if verb >= last or word == "not":
        return None
    if word == "be":
        done = verb + 1
        while done < last and (tokens.words[done].endswith("ly") or tokens.words[done] in ("also", "further", "fully")):
            done += 1
        participle = tokens.words[done]
        if (
            participle in _words("announced")
            or _is_of_event(tokens, verb, participle)
            or not participle.endswith(("ed", "en", "t", "n", "d", "de"))
        ):
            return None
        return (done, "will be done") if participle.endswith("ed") or participle in _words("participles") else None
    if word in ("continue", "keep") and tokens.words[verb + 1] == "to":
        return None if tokens.words[verb + 2] in _words("forecast") - {"open", "help", "bring"} else (verb + 2, "will")
    if word in _words("forecast"):
        # *will open five warehouses* promises, *the expo will open on Friday* announces.
        transitive = word in _words("transitive")
        return (verb, "will") if transitive and _takes_object(tokens, verb + 1) else None
    return verb, "will"


def _is_of_event(tokens: Tokens, will: int, participle: str) -> bool:
    """*The fair will be opened on Friday* announces; *a second channel will be opened* promises."""
    subject = tokens.words[max(tokens.bounds(tokens.sentence_at(will))[0], will - MAX_SUBJECT) : will]
    return participle in _words("announced_of_events") and not _events().isdisjoint(subject)


@cache
def _events() -> frozenset[str]:
    words = lexicon.load("events")["words"]
    return frozenset(word for kind in ("expo", "meeting", "conference", "briefing", "ceremony") for word in words[kind])


def _takes_object(tokens: Tokens, at: int) -> bool:
    bounded = tokens.words[at : at + 2] in (["at", "least"], ["up", "to"])
    return bounded or (tokens.shapes[at] in "0Aa" and tokens.words[at] not in _words("no_objects"))
