"""Events that are the matter of their sentence: visits, briefings, meetings, signings, ceremonies, expos, launches.

Finds     *presented a briefing*, *visited the Shanghai FTZ*, *a press conference in Beijing on Thursday*, *the
          third China International Import Expo*, *signed nine agreements*, *A platform ... was launched on Monday*.
Leaves    tallies (*148 projects had been signed*), foundings in passing (*set up in 2019*), what is named again.
Example   "The delegation visited the zone on Thursday." -> visit, on that Thursday, the zone
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from ftzlib.facts.records import Date, Event, Person
from ftzlib.grammar import lexicon
from ftzlib.grammar.patterns import Grammar, scan
from ftzlib.reader import clauses, syntax
from ftzlib.reader.mentions import Mention
from ftzlib.text.tokens import Tokens, by_sentence

#: Rules whose event is a verb, so that its subject takes part.
TAKEN_PART = (
    "briefing: presented",
    "visit: visited",
    "visit: paid",
    "signing: signed",
    "meeting: met",
    "meeting: held",
)
#: Rules that find plans and habits as well, where no day is told.
NEEDS_DATE = ("meeting: on", "meeting: hold", "expo: hold", "signing: were signed")
#: Rules whose event is named from its subject on.
PASSIVE = ("launch: was launched", "launch: went online", "signing: were signed")
DAY = len("2020-11-05")
MAX_PLACE = 9  # words of a place that is no zone
_NOUN = "(Name|word|num|number)"
_AHEAD = "(will|be to) be"
RULES = (  # (kind: construction, pattern)
    ("signing: ceremony", "signing ceremony"),
    ("ceremony: opened", f"opened ceremony (of det? {_NOUN}{{0,3}}? (expo|meeting))?"),
    ("ceremony: held", "det? ceremony"),
    ("briefing: conference", "press (conference|briefing)"),
    ("briefing: presented", "gave det? briefing"),
    ("briefing: named", "briefing"),
    ("expo: named", "ordinal Name{1,4}? expo"),
    ("expo: of a year", "(Name|year){1,4} expo"),
    ("meeting: named", "ordinal? Name{1,5} (meeting|conference)"),
    ("meeting: with", f"meeting (with|of) {_NOUN}{{1,3}}"),
    ("meeting: was held", f"meeting (?=(on|of|with|and|to|place|apos|det|{_NOUN}){{0,12}} (was|{_AHEAD})? gave)"),
    ("meeting: on", f"(?<=det) meeting (?=on {_NOUN})"),
    ("meeting: hold", "hold det (word|Name){0,3}? (meeting|conference)"),
    ("expo: was held", f"expo (?=(on|of|{_NOUN}){{0,4}} (was|{_AHEAD}) gave)"),
    ("expo: hold", "hold det (word|Name){0,3}? expo"),
    ("meeting: met people", "met det? word{0,2}? persons"),
    ("meeting: met", f"met with {_NOUN}{{1,4}}"),
    ("meeting: held", "gave det? (word|Name){0,3}? (meeting|conference)"),
    ("visit: visited", "visited"),
    ("visit: paid", "paid det visit to"),
    ("signing: signed", f"signed (det|{_NOUN}){{1,3}}? deal"),
    ("signing: were signed", f"deal ((on|of|with) {_NOUN}{{1,4}})? was word? signed"),
    ("launch: was launched", "was word? launched"),
    ("launch: went online", "(went online | put into use)"),
    ("launch: launched", f"launched det {_NOUN}{{1,6}}"),
)


def find(tokens: Tokens, dates: Sequence[Date], people: Sequence[Person], mentions: Sequence[Mention]) -> list[Event]:
    """Return the events of a text in order, each once.

    Parameters
    ----------
    tokens : Tokens
    dates, people : rows found before, for when and who
    mentions : zones with their names, for where
    """
    grammar, rules, gate = _grammar()
    dates_in, people_in = by_sentence(tokens, dates), by_sentence(tokens, people)
    mentions_in = by_sentence(tokens, mentions)
    found: list[Event] = []
    for rule, match in scan(rules, grammar.tag(tokens), gate):
        sentence = tokens.sentences[tokens.sentence_at(match.start())]
        if sentence.kind in ("caption", "dateline", "headline"):
            continue
        number = tokens.sentence_at(match.start())
        here = [mention for mention in mentions_in.get(number, ()) if mention.name]
        event = _event(tokens, rule, match, dates_in.get(number, ()), people_in.get(number, ()), here)
        if event and event.kind == "briefing" and len(event.date or "") < DAY:
            event = replace(event, date=_day_before(tokens, number, dates_in) or event.date)
        if event and not _is_named_again(event, found, tokens):
            found.append(event)
    return found


def _event(
    tokens: Tokens,
    rule: str,
    match: re.Match[str],
    dates: Sequence[Date],
    people: Sequence[Person],
    mentions: Sequence[Mention],
) -> Event | None:
    kind = rule.split(":")[0]
    first, last = match.span()
    place = None
    if kind == "visit":
        last = _object_end(tokens, last, mentions)
        place = _object(tokens, match.end(), last)
        if place is None:
            return None
    if rule in PASSIVE:
        if _is_aside(tokens, first):
            return None
        first = clauses.clause_start(tokens, syntax.grammar().tag(tokens), first)
    when = _date(tokens, first, last, dates)
    if when is None and (kind == "launch" or rule in NEEDS_DATE or _is_tally(tokens, match)):
        return None
    span = tokens.span(first, last)
    return Event(
        span=span,
        kind=kind,
        date=when.value if when else None,
        place=place or _place(tokens, last, kind) or (_place_before(tokens, first) if kind == "meeting" else None),
        participants=_participants(tokens, first, people) if rule in TAKEN_PART else (),
        rule=rule,
    )


def _day_before(tokens: Tokens, sentence: int, dates_in: Mapping[int, Sequence[Date]]) -> str | None:
    """*The ministry said on [Thursday]. ..., Luo told a press conference*: the one day of the sentence before."""
    days = {date.value for date in dates_in.get(sentence - 1, ()) if date.value and len(date.value) == DAY}
    return days.pop() if len(days) == 1 else None


def _is_tally(tokens: Tokens, match: re.Match[str]) -> bool:
    """*had been signed*, *have been launched*: a count so far, and no event."""
    before = tokens.words[max(match.start() - 3, 0) : match.start()]
    return not lexicon.words("events", "so_far").isdisjoint(before)


def _is_aside(tokens: Tokens, at: int) -> bool:
    """*since it was unveiled*, *which was launched*: not the matter of the sentence."""
    return tokens.words[at - 1] in lexicon.words("events", "aside_subjects") or tokens.words[at - 2] in lexicon.words(
        "events", "aside_openers"
    )


def _is_named_again(event: Event, before: Sequence[Event], tokens: Tokens) -> bool:
    """The same kind on the same day and in the same place, or the same expo, is one event."""
    head = tokens.words[tokens.at(event.span.end - 1)]
    again = "the" in tokens.words[tokens.at(event.span.start) : tokens.at(event.span.end - 1)]
    for other in before:
        if again and event.date is None and head == tokens.words[tokens.at(other.span.end - 1)]:
            return True  # *attended the conference*
        if other.kind != event.kind:
            continue
        if event.kind == "expo" or (event.date is None and head == tokens.words[tokens.at(other.span.end - 1)]):
            return True
        if event.date == other.date and event.kind in ("briefing", "ceremony"):
            return True
        if event.kind == "signing" and _sentence(tokens, event) == _sentence(tokens, other):
            return True
    return False


def _sentence(tokens: Tokens, event: Event) -> int:
    return tokens.sentence_at(tokens.at(event.span.start))


def _object_end(tokens: Tokens, at: int, mentions: Sequence[Mention]) -> int:
    """Return where the place that is visited ends: with its zone, or before the next preposition."""
    start = at + (tokens.words[at] in lexicon.words("events", "determiners"))
    zone = next((m for m in mentions if m.first in (at, start) and m.name), None)
    if zone:
        return tokens.at(zone.span.end - 1) + 1
    tags = syntax.grammar().tag(tokens)
    end = start
    while (
        tags[end] in "aA"
        or tokens.words[end] in ("'", "’")
        or (tags[end] in syntax.letters("and", "of") and tags[end + 1] == "A")
    ):
        end += 1
    return end


def _object(tokens: Tokens, first: int, last: int) -> str | None:
    first += tokens.words[first] in lexicon.words("events", "determiners")
    return tokens.said(first, last) if last > first else None


def _date(tokens: Tokens, first: int, last: int, dates: Sequence[Date]) -> Date | None:
    """The date behind the event in its sentence, else one that opens the sentence."""
    sentence = tokens.sentences[tokens.sentence_at(first)].span
    span = tokens.span(first, last)
    here = [date for date in dates if sentence.covers(date.span) and date.type == "DATE"]
    behind = [date for date in here if date.span.start >= span.end]
    opening = [date for date in here if date.span.end <= span.start]
    close = [date for date in behind if tokens.at(date.span.start) - last <= FAR]
    chosen = close[:1] or opening[-1:]
    return chosen[0] if chosen else None


MAX_BEFORE = 12  # words between a place and the event behind it
FAR = 24  # words between an event and the date behind it


def _place(tokens: Tokens, last: int, kind: str) -> str | None:
    """Read *in Shanghai* behind an event: a capitalised name."""
    end = tokens.breaks[tokens.sentence_at(last - 1)]
    for at in range(last, min(end, last + FAR)):
        if tokens.words[at] in ("in", "at") and tokens.shapes[at + 1] == "A" and tokens.words[at + 1] not in _months():
            stop = at + 1
            while tokens.shapes[stop] == "A" and stop - at <= MAX_PLACE:
                stop += 1
            return tokens.said(at + 1, stop)
        if kind == "signing" and tokens.words[at] == "with":
            return None
    return None


def _place_before(tokens: Tokens, first: int) -> str | None:
    """*Officials will meet in Shenyang for a forum*: the place stands before the event."""
    start = max(tokens.bounds(tokens.sentence_at(first))[0], first - MAX_BEFORE)
    for at in range(first - 1, start - 1, -1):
        if tokens.words[at] == ",":
            return None
        if tokens.words[at] in ("in", "at") and tokens.words[at + 1] in _cities():
            return tokens.said(at + 1, at + 2)
    return None


def _participants(tokens: Tokens, first: int, people: Sequence[Person]) -> tuple[str, ...]:
    """Who is named before the event in its sentence."""
    sentence = tokens.sentences[tokens.sentence_at(first)].span
    start = tokens.starts[first]
    named = [person.name for person in people if sentence.covers(person.span) and person.span.end <= start]
    subject = clauses.subject(tokens, syntax.grammar().tag(tokens), first)
    body = tokens.said(*subject) if subject and tokens.words[subject[0]] not in _times() else None
    return tuple(([body] if body and not any(name in body for name in named) else []) + named)


@cache
def _times() -> frozenset[str]:
    calendar = lexicon.load("calendar")
    return frozenset((*calendar["units"], *calendar["weekdays"], *calendar["months"]))


@cache
def _cities() -> frozenset[str]:
    places = lexicon.load("places")
    return frozenset(place.lower() for kind in ("provinces", "cities") for place in places[kind])


@cache
def _months() -> frozenset[str]:
    return frozenset(lexicon.load("calendar")["months"])


@cache
def _grammar() -> tuple[Grammar, list[tuple[str, re.Pattern[str]]], re.Pattern[str]]:
    years = {"year": [str(year) for year in range(1990, 2101)]}
    grammar = Grammar(lexicon.load("events")["words"] | years)
    gate = grammar.gate("ceremony conference briefing expo meeting met visited paid deal launched online use")
    return grammar, grammar.rules(RULES), gate
