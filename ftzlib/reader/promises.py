"""Where a promise opens: *will*, *plans to*, *is to*, and the verb that is promised.

Leaves    forecasts (*will grow*), announcements (*will be held*), aims described (*the goal is to*).
"""

from functools import cache, partial

from ftzlib.grammar import lexicon
from ftzlib.reader import modality, syntax
from ftzlib.reader.verb_phrases import behind_adverbs, is_adverb
from ftzlib.text.tokens import Tokens

_NOUNS = ("sign", "det", "Name", "word", "num", "verb", "rise", "fall")  # what a noun phrase may open with
MAX_SUBJECT = 8  # words before *will* in which an event is its subject
_words = partial(lexicon.words, "commitments")


def promised_verb(tokens: Tokens, tags: str, at: int, last: int) -> tuple[int, str] | None:
    """Return the token of the promised verb and the rule, where a promise opens at `at`."""
    word = tokens.words[at]
    behind = behind_adverbs(tokens, tags, at + 1)
    if word in _words("will", "would"):
        reported = word not in _words("would") or modality.is_reported(tokens, at)
        return _after_will(tokens, tags, behind, last) if reported else None
    if word in _words("be"):
        return _after_be(tokens, tags, at, behind, last) if tokens.words[behind] == "to" else None
    if word in _words("intend") and not _is_noun(tokens, tags, at):
        closed = syntax.letters("det", "prep", "pronoun")
        if tokens.words[behind] == "to" and tokens.shapes[behind + 1] == "a" and tags[behind + 1] not in closed:
            return behind + 1, "plans to"
        if word in _words("pledge") and _takes_object(tokens, tags, behind) and tags[behind] in syntax.letters(*_NOUNS):
            return at, "pledges"
    return None


def _is_noun(tokens: Tokens, tags: str, at: int) -> bool:
    """*its plan to*, *the program aimed to*, *was planned to*: tell whether a word of intent is no finite verb."""
    word, before = tokens.words[at], at - 1
    while tags[before] in syntax.letters("adverb"):
        before -= 1
    if tokens.words[at - 1] == "s" and word in _words("pledge_nouns"):  # *the governor's pledge to*: he pledges
        return False
    if tokens.words[before] in _words(
        "be", "was"
    ):  # *is planning to*, *is committed to* promise, *is planned to* does not
        return not (word.endswith("ing") or word in _words("bound")) or tokens.words[before] not in _words("be")
    if tags[at - 1] in syntax.letters("det", "of", "prep", "to", "num") or tokens.words[at - 1] == "s":
        return True
    aside = tags[at - 1] in syntax.letters("comma") and word in _words("often_participles")
    return aside or word.endswith("ing") or word in _words("expected") or _is_behind_verb(tokens, tags, at)


def _is_behind_verb(tokens: Tokens, tags: str, at: int) -> bool:
    """*[means an] extension of the program aimed to*: tell whether the clause has its verb, what follows an object."""
    edges = syntax.letters("and", "comma", "conj", "stop", "quote", "that", "end")
    verbs = syntax.letters("word", "verb", "rise", "fall")
    before = at - 1
    while tags[before] in syntax.letters("adverb", "aux"):  # *has also pledged*
        before -= 1
    plain = verbs - syntax.letters("word") if tokens.words[at] in _words("often_participles") else frozenset[str]()
    if plain and tags[before] in syntax.letters("and"):  # *intended and aimed to help*
        before -= 1
    while before > 0 and tags[before] not in edges:
        verb = before - (tags[before] in syntax.letters("det"))  # nothing but a verb stands before an article
        finite = verbs if verb < before else syntax.letters("aux") | plain
        found = tags[verb] in finite and tokens.shapes[verb] == "a"
        if found and tags[verb - 1] not in edges:
            return tokens.words[verb] not in lexicon.words("speech", "say", "note")
        before = verb - 1
    return False


def _after_be(tokens: Tokens, tags: str, at: int, to: int, last: int) -> tuple[int, str] | None:
    """*The zone is to open ...* promises; *the goal is to open ...* and *the aim is to* describe."""
    if tokens.words[at - 1] in _words("goals"):
        return None
    if tokens.words[to + 1] == "be":
        return _after_will(tokens, tags, to + 1, last)
    return (to + 1, "is to") if tokens.words[to + 1] in _words("verbs") else None


def _after_will(tokens: Tokens, tags: str, verb: int, last: int) -> tuple[int, str] | None:
    word = tokens.words[verb]
    if verb >= last or word == "not":
        return None
    if word == "be":
        done = behind_adverbs(tokens, tags, verb + 1)
        participle = tokens.words[done]
        if participle in _words("announced") or _is_of_event(tokens, verb, participle):
            return None
        return (done, "will be done") if participle.endswith("ed") or participle in _words("participles") else None
    if word in _words("go_on") and tokens.words[verb + 1] == "to":
        verb = behind_adverbs(tokens, tags, verb + 2)
        return (verb, "will") if tokens.words[verb] in _words("efforts") else _after_will(tokens, tags, verb, last)
    if word in _words("forecast"):
        # *will open five warehouses* promises, *the expo will open on Friday* announces.
        transitive = word in _words("transitive")
        return (verb, "will") if transitive and _takes_object(tokens, tags, verb + 1) else None
    return verb, "will"


def _is_of_event(tokens: Tokens, will: int, participle: str) -> bool:
    """*The fair will be opened on Friday* announces; *a second channel will be opened* promises."""
    subject = tokens.words[max(tokens.bounds(tokens.sentence_at(will))[0], will - MAX_SUBJECT) : will]
    return participle in _words("announced_of_events") and not _events().isdisjoint(subject)


@cache
def _events() -> frozenset[str]:
    words = lexicon.load("events")["words"]
    return frozenset(word for kind in ("expo", "meeting", "conference", "briefing", "ceremony") for word in words[kind])


def _takes_object(tokens: Tokens, tags: str, at: int) -> bool:
    """Tell whether an object follows: *five warehouses*, *at least five*; not *on Friday*, *this year*, *further*."""
    words = tokens.words
    if words[at : at + 2] in (["at", "least"], ["up", "to"]) or words[at - 1 : at + 1] == ["open", "up"]:
        return True
    if tags[at] in syntax.letters("and"):  # *will deepen and expand cooperation*
        return _takes_object(tokens, tags, at + 2)
    dated = syntax.is_time(tags[at + 1], words[at + 1]) and words[at] in _words("no_such")
    time = dated or tags[at] in syntax.letters("time")
    return (tokens.shapes[at] in "0Aa" or tokens.shapes[at + 1] == "0") and not (
        time or words[at] in _words("no_objects") or is_adverb(words[at])
    )
