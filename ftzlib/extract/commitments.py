"""Promises: what somebody says will be done, one row a verb.

Finds     *X will A and B* (two), *plans to*, *aims to*, *expects to*, *is to*, *will be set up*; in reported
          speech and in the article's own voice.
Leaves    forecasts about the world (*trade will grow*), announcements of events (*will be held*), *may*,
          *is expected to*, purposes.
Example   "The zone will cut fees and open two ports." -> "The zone will cut fees", "open two ports"; zone
"""

from collections.abc import Iterable, Iterator
from functools import cache

from ftzlib import clauses, lexicon, modality, syntax
from ftzlib.mentions import Promise
from ftzlib.tokens import Tokens

MAX_ADVERBS = 2


def find(tokens: Tokens, stretches: Iterable[tuple[int, int]]) -> list[Promise]:
    """Return the promises in `stretches` of a text (what is reported, and the sentences around it)."""
    tags = syntax.grammar().tag(tokens)
    found = [promise for first, last in stretches for promise in _in_stretch(tokens, tags, first, last)]
    return [kept for promise in found for kept in (_listed(tokens, tags, promise) or [promise])]


def _listed(tokens: Tokens, tags: str, promise: Promise) -> list[Promise]:
    """*The area will:* and a list, one promise a line."""
    first, last = promise.clause
    if tokens.words[last - 1] != ":" or not modality.is_open(tokens, last - 1):
        return []
    items = []
    number = tokens.sentence_at(first) + 1
    while modality.leads(tokens, number):
        start, end = tokens.bounds(number)
        stop = _clause_end(tokens, tags, start, end)
        while stop > start and tokens.words[stop - 1] in (";", ".", "and", ","):
            stop -= 1
        items.append(Promise((start, stop), promise.subject, "line of a list"))
        number += 1
    return items


def _in_stretch(tokens: Tokens, tags: str, first: int, last: int) -> Iterator[Promise]:
    end = first
    subject: tuple[int, int] | None = None
    triggers = _words("will", "would", "intend", "be")
    if triggers.isdisjoint(tokens.words[first:last]):
        return
    for at in range(first, last):
        if tokens.words[at] not in triggers or at < end:
            continue
        opened = _opens(tokens, tags, at, last)
        if opened is None:
            continue
        verb, rule = opened
        start = clauses.clause_start(tokens, tags, at, floor=end)
        if start < at or subject is None:
            subject = _subject(tokens, tags, start, at)
        passive = rule == "will be done"
        end = _clause_end(tokens, tags, verb, last)
        yield Promise((start, end), None if passive else subject, rule)
        for part in _coordinated(tokens, tags, end, last):
            end = part[1]
            yield Promise(part, None if passive else subject, "and B")


def _opens(tokens: Tokens, tags: str, at: int, last: int) -> tuple[int, str] | None:
    """Return the token of the promised verb and the rule, where a promise opens at `at`."""
    word = tokens.words[at]
    if word in _words("would") and not modality.is_reported(tokens, at):
        return None
    if word in _words("will", "would"):
        return _after_will(tokens, _skip(tags, at + 1), last)
    if word not in _words("intend", "be"):
        return None
    to = _skip(tags, at + 1)
    if tokens.words[to] != "to" or tokens.shapes[to + 1] != "a":
        return None
    if word in _words("be"):
        if not _is_agent(tokens, at):
            return None
        if tokens.words[to + 1] == "be":
            return _after_will(tokens, to + 1, last)
        return (to + 1, "is to") if tokens.words[to + 1] in _words("verbs") else None
    if tags[at - 1] in syntax.letters("det", "of", "prep", "to") or word in (
        "aiming",
        "planning",
        "set",
        "planned",
    ):
        return None
    if tokens.words[at - 1] in ("be", "been", "was", "were") or (word in ("expected", "scheduled")):
        return None
    return to + 1, "plans to"


def _is_agent(tokens: Tokens, at: int) -> bool:
    """*The zone is to open ...* promises; *the goal is to open ...* and *the aim is to* describe."""
    return tokens.words[at - 1] not in (
        "goal",
        "aim",
        "purpose",
        "target",
        "task",
        "objective",
        "idea",
        "it",
        "this",
        "which",
    )


def _after_will(tokens: Tokens, verb: int, last: int) -> tuple[int, str] | None:
    word = tokens.words[verb]
    if verb >= last or word == "not":
        return None
    if word == "be":
        done = verb + 1
        while done < last and (tokens.words[done].endswith("ly") or tokens.words[done] in ("also", "further", "fully")):
            done += 1
        participle = tokens.words[done]
        if participle in _words("announced") or not participle.endswith(("ed", "en", "t", "n", "d", "de")):
            return None
        return (done, "will be done") if participle.endswith("ed") or participle in _participles() else None
    if word in ("continue", "keep") and tokens.words[verb + 1] == "to":
        return None if tokens.words[verb + 2] in _words("forecast") - {"open", "help", "bring"} else (verb + 2, "will")
    if word in _words("forecast"):
        # *will open five warehouses* promises, *the expo will open on Friday* announces.
        transitive = word in (
            "open",
            "bring",
            "help",
            "host",
            "start",
            "begin",
            "increase",
            "meet",
            "take",
            "run",
            "hit",
        )
        return (verb, "will") if transitive and _takes_object(tokens, verb + 1) else None
    return verb, "will"


def _takes_object(tokens: Tokens, at: int) -> bool:
    return tokens.shapes[at] in "0Aa" and tokens.words[at] not in {
        "on", "in", "at", "from", "to", "by", "for", "with", "off", "until", "place", "part", "as", "up",
    }  # fmt: skip


def _participles() -> frozenset[str]:
    return frozenset(
        {
            "set",
            "put",
            "built",
            "made",
            "cut",
            "given",
            "held",
            "taken",
            "brought",
            "begun",
            "drawn",
            "kept",
            "sent",
            "led",
            "spent",
            "sold",
            "done",
        }
    )


def _skip(tags: str, at: int) -> int:
    """Pass over adverbs (*will also*, *plans further to*)."""
    for _ in range(MAX_ADVERBS):
        if tags[at] in syntax.letters("adverb"):
            at += 1
    return at


def _subject(tokens: Tokens, tags: str, start: int, verb: int) -> tuple[int, int] | None:
    if tokens.words[verb] == "ll" and verb > start:  # we'll
        verb -= 1
    found = clauses.subject(tokens, tags, verb, floor=start)
    if found and found[0] >= start:
        return found
    if tags[start] in syntax.letters("pronoun"):
        return start, start + 1
    return (start, verb) if start < verb else None


def _clause_end(tokens: Tokens, tags: str, verb: int, last: int) -> int:
    """Return where the clause ends: before *, boosting ...*, *and build ...*, *, said X*, or at a stop."""
    for at in range(verb + 1, last):
        if tags[at] in syntax.letters("stop", "quote") and tokens.words[at] not in ("'", "’", "‘"):
            return at
        if tags[at] in syntax.letters("comma") and _closes(tokens, tags, at, last):
            return at
        if tags[at] in syntax.letters("and") and (
            _starts_verb(tokens, tags, at + 1) or tokens.words[at + 1] in _words("will", "intend")
        ):
            return at
        if tokens.words[at] in ("according",):
            return at
    return last


def _closes(tokens: Tokens, tags: str, comma: int, last: int) -> bool:
    """Tell whether the clause is over at a comma: what follows is a participle, another clause or the source."""
    at = comma + 1
    if at >= last:
        return True
    at += tags[at] in syntax.letters("and")
    own_subject = at > comma + 1 and tags[at] in syntax.letters("det", "Name", "pronoun")
    word = tokens.words[at]
    if word.endswith("ing") and tags[at] != "A" and tokens.words[at + 1] not in (",", "and"):
        return True
    if word in _words("closers") or tags[at] in syntax.letters("aux"):
        return True
    if _starts_verb(tokens, tags, at) or word in _words("will"):
        return True
    # ", X said", ", and the port has ...": a noun phrase and then a finite verb.
    behind = next((n for n in range(at, min(at + 12, last)) if tags[n] in syntax.letters("verb", "aux", "comma")), last)
    return (
        behind < last
        and tags[behind] in syntax.letters("verb", "aux")
        and behind > at
        and (own_subject or tokens.words[behind] in _cues() or tags[behind] in syntax.letters("aux"))
    )


def _starts_verb(tokens: Tokens, tags: str, at: int) -> bool:
    if tokens.words[at] == "to":
        at += 1
        return tokens.words[at] in _words("verbs")
    at = _skip(tags, at)
    word = tokens.words[at]
    if word not in _words("verbs") or tokens.shapes[at] != "a":
        return False
    following = at + 1
    if word in _words("also_nouns"):
        return (
            tags[following] in syntax.letters("det", "prep", "num")
            or tokens.words[following] in lexicon.load("quantities")["numbers"]
            or tokens.words[following]
            in (
                "more",
                "up",
                "out",
                "new",
                "down",
            )
        )
    return tokens.shapes[following] not in (".", "\n")


def _coordinated(tokens: Tokens, tags: str, at: int, last: int) -> Iterator[tuple[int, int]]:
    """*..., encourage B and plan C*: the verbs that share the first one's subject and *will*."""
    while at < last and tags[at] in syntax.letters("comma", "and"):
        start = at + 1
        if tags[start] in syntax.letters("and"):
            start += 1
        if not _starts_verb(tokens, tags, start):
            return
        verb = start + (tokens.words[start] == "to")
        at = _clause_end(tokens, tags, verb, last)
        yield verb, at


@cache
def _words(*names: str) -> frozenset[str]:
    data = lexicon.load("commitments")
    return frozenset(word for name in names for word in data[name])


@cache
def _cues() -> frozenset[str]:
    data = lexicon.load("speech")
    return frozenset((*data["say"], *data["note"]))
