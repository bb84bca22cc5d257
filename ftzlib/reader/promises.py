"""Promises: what somebody says will be done, one row a verb; the rules stand in ``english/commitments.toml``.

Finds     *X will A and B* (two), *plans to*, *aims to*, *expects to*, *is to*, *will be set up*; in reported
          speech and in the article's own voice; who promises, *it*, *we* and *he* resolved.
Leaves    forecasts about the world (*trade will grow*), announcements of events (*will be held*), *may*,
          *is expected to*, purposes; what deals, bridges and growth *will* do.
Example   "The zone will cut fees and open two ports." -> "The zone will cut fees", "open two ports"; zone
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

from ftzlib.facts.records import Commitment, Statement
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules
from ftzlib.reader import clauses, phrases, syntax
from ftzlib.reader.mentions import Mention, Promise, Range
from ftzlib.text.tokens import Tokens, by_sentence, normalise

REACH = 120  # words around *will* that may say whether anybody promises
MAX_LINES = 20  # of a list
INTENTS = ("expected", "doing", "bound", "aimed", "pledged", "pledge", "intend")
TRIGGERS = ("will", "would", "be", *INTENTS)  # lists of ``commitments.toml``; a word's first one counts
KINDS = {name.title(): ("Intend",) if name in INTENTS else () for name in TRIGGERS} | {"Actor": ()}
_words = partial(lexicon.words, "commitments")


def find(tokens: Tokens, stretches: Iterable[Range]) -> list[Promise]:
    """Return the promises in `stretches` of a text (what is reported, and the sentences around it)."""
    tags = _rules().layers.tag(tokens)
    found = [promise for first, last in stretches for promise in _in_stretch(tokens, tags, first, last)]
    return [kept for promise in found for kept in (_listed(tokens, tags, promise) or [promise])]


def _in_stretch(tokens: Tokens, tags: str, first: int, last: int) -> Iterator[Promise]:
    triggers = _triggers()
    opens, closes = tokens.bounds(tokens.sentence_at(first))
    if triggers.keys().isdisjoint(tokens.words[first:last]) or tokens.words[closes - 1] == "?":
        return
    part, end, subject = _rules().part, first, None
    for at in [at for at in range(first, last) if tokens.words[at] in triggers]:
        low = max(opens, at - REACH)
        rule, found = _fitting(tags, triggers[tokens.words[at]], low, at, last)
        if at < end or found is None or "gives" in rule:
            continue
        verb = low + found.start("verb")
        start = clauses.clause_start(tokens, syntax.grammar().tag(tokens), at, floor=end)
        again = subject and part("far").fullmatch(tags, start, at)  # *not only ..., [but] also will B*
        how, subject = ("", subject) if again else _subject(tokens, tags, start, low, at)
        stop = _clause_end(tags, verb, last)
        if tokens.words[stop] == "?" or _is_forecast(tokens, subject, (start, at, verb), rule["name"]):
            continue
        if subject and how == "possessive":  # *the governor's pledge to open up [was welcomed]*
            yield Promise((subject[0], _rules().upto("noun_end", tags, verb, stop)), subject, rule["name"])
            continue
        acting = None if rule["name"] == "will be done" else subject
        yield Promise((at if how == "noun before" else start, stop), acting, rule["name"])
        end = stop
        while end < last and (following := part("next_verb").match(tags, end)):
            verb, end = following.end(), _clause_end(tags, following.end(), last)
            yield Promise((verb, end), acting, "and B")


def _fitting(tags: str, kind: str, low: int, at: int, last: int) -> tuple[Mapping[str, Any], re.Match[str] | None]:
    """Return the first rule for the word at token `at`, and where it fits among the words from `low` to `last`."""
    around = f"{tags[low:at]}{_rules().layers.asked(kind)}{tags[at + 1 : min(last, at + REACH)]}"
    return next(_rules().fitting(around, kind), ({}, None))


def _clause_end(tags: str, verb: int, last: int) -> int:
    return _rules().upto("clause_end", tags, verb + 1, last)


def _listed(tokens: Tokens, tags: str, promise: Promise) -> list[Promise]:
    """*The area will:* and a list, one promise a line."""
    if not _opens_list(tokens, promise.clause[1] - 1):
        return []
    items = []
    number = tokens.sentence_at(promise.clause[0]) + 1
    while leads(tokens, number):
        start, end = tokens.bounds(number)
        stop = _rules().upto("line_end", tags, start, _clause_end(tags, start, end))
        items.append(Promise((start, stop), promise.subject, "line of a list"))
        number += 1
    return items


def leads(tokens: Tokens, number: int) -> bool:
    """Tell whether a sentence is a line of a list that *the area will:* opens: it starts with its verb."""
    for back in range(number, max(number - MAX_LINES, 0), -1):
        first = tokens.bounds(back)[0]
        if tokens.words[first] not in _words("verbs"):
            return False
        if _opens_list(tokens, tokens.bounds(back - 1)[1] - 1):
            return True
    return False


def _opens_list(tokens: Tokens, colon: int) -> bool:
    return tokens.words[colon] == ":" and tokens.words[colon - 1] in _words("opens_list")


def _subject(tokens: Tokens, tags: str, start: int, low: int, at: int) -> tuple[str, Range | None]:
    """Return how a clause from `start` names who promises, where *will* or *plans* stands at `at`, and the tokens."""
    rule, named = _fitting(tags, "Actor", low, at, at + 1)
    if named:
        return rule["name"], None if "gives" in rule else (low + named.start("who"), low + named.end("who"))
    if found := phrases.subject(tokens, syntax.grammar().tag(tokens), at, floor=start):
        behind = tokens.shapes[found[1] - 1] == "A" and _rules().part("behind_name").match(tags, found[1])
        return "", (found[0], behind.end() if behind else found[1])
    opening = _rules().part("opening").match(tags, start, at)
    return "", opening and opening.span("who")


def _is_forecast(tokens: Tokens, subject: Range | None, clause: tuple[int, int, int], rule: str) -> bool:
    """Tell whether nobody promises: *This will bring ...*, *The deals will bring ...*, *whether it will close*."""
    start, at, verb = clause
    doubted = not _words("doubts").isdisjoint(tokens.words[max(start - 1, 0) : at])
    if doubted or tokens.words[start:at] == ["this"] or (rule == "pledges" and subject is None):
        return True
    if rule not in ("will", "pledges") or subject is None:
        return False
    head = tokens.words[subject[1] - 1]
    named = tokens.shapes[subject[1] - 1] == "A" and subject[1] - subject[0] > 1  # *Lanhai Project*, a firm
    vague = tokens.words[verb] in _words("forecast") or rule == "pledges"
    return (vague and _is_one_of(head, "papers")) or (not named and _is_one_of(head, "things"))


def _is_one_of(head: str, which: str) -> bool:
    singular = {head, head.removesuffix("s"), head.removesuffix("es"), head.removesuffix("ies") + "y"}
    return not singular.isdisjoint(_words(which))


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
    if zone and tokens.words[tokens.at(zone.start)] not in lexicon.words("speech", "determiners"):
        return normalise(zone.of(tokens.text))
    if last - first > 1 or word not in lexicon.words("speech", "pronouns"):
        owner = (
            _rules().part("owner").match(_rules().layers.tag(tokens), promise.clause[0], first)
        )  # *[Ms Wang's] firm*
        return tokens.said(promise.clause[0] if owner else first, last)
    said = next((s for s in statements[0] if s.span.covers(tokens.span(first, last))), None)
    if said and said.rule == "speaker, cue" and said.span.start == tokens.starts[first]:
        return said.speaker
    if said and said.rule == "adding that" and before and before[-1].span.end > said.span.start - 80:
        return before[-1].actor
    sentence = tokens.sentence_at(first)
    if "person" in lexicon.load("speech")["reference"][word] or not sentence:
        return said.speaker if said else None
    own = phrases.sentence_subject(tokens, sentence)
    tags = syntax.grammar().tag(tokens)
    if own and not syntax.letters("that").isdisjoint(tags[own[1] : first]):  # *China announced on Monday that it ...*
        return tokens.said(*own)
    reported = next((s.span.start for s in statements[1] if s.rule == "speaker, cue"), None)
    told = tokens.at(reported) if reported is not None else None  # *Chen said [the city] will open up. It will ...*
    subject = phrases.sentence_subject(tokens, sentence - 1, told)
    if subject and tokens.words[subject[0]] not in lexicon.words("speech", "pronouns"):
        return None if _is_one_of(tokens.words[subject[1] - 1], "things") else tokens.said(*subject)
    return before[-1].actor if before else None


@cache
def _triggers() -> dict[str, str]:
    """Return the kind of each word that may open a promise."""
    return {word: name.title() for name in reversed(TRIGGERS) for word in _words(name)}


@cache
def _rules() -> Rules:
    people, events = lexicon.load("people"), lexicon.load("events")["words"]
    classes = {
        "titles": people["titles"],
        "offices": people["offices"],
        "ranks": people["ranks"],
        "say": lexicon.words("speech", "say"),
        "note": lexicon.words("speech", "note"),
        "months": lexicon.load("calendar")["months"],
        "numbers": lexicon.load("quantities")["numbers"],
        "events": [word for kind in lexicon.load("commitments")["announced_kinds"] for word in events[kind]],
    }
    return Rules("commitments", KINDS, classes)
