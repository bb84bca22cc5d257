"""Events that are the matter of their sentence: visits, briefings, meetings, signings, ceremonies, expos, launches.

Finds     *presented a briefing*, *briefed the envoys*, *visited the Shanghai FTZ*, *a tour of the zone*,
          *a press conference in Beijing on Thursday*, *the third China International Import Expo*, *signed nine
          agreements*, *A platform ... was launched on Monday*.
Leaves    tallies (*148 projects had been signed*), what took place long ago or in passing (*set up in 2019*),
          what is named again; bodies and halls (*Consultative Conference*, *Convention Centre*).
Example   "The delegation visited the zone on Thursday." -> visit, on that Thursday, the zone
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from ftzlib.facts.records import Date, Event, Person
from ftzlib.grammar import lexicon
from ftzlib.grammar.patterns import Grammar, scan
from ftzlib.reader import clauses, phrases, syntax
from ftzlib.reader.mentions import Mention
from ftzlib.text.tokens import Tokens, by_sentence

#: Rules whose event is a verb, so that its subject takes part.
TAKEN_PART = (
    "briefing: presented",
    "briefing: briefed",
    "visit: visited",
    "visit: paid",
    "signing: signed",
    "meeting: met",
    "meeting: met people",
    "meeting: held",
)
#: Rules that find plans, habits and bodies as well, where no day is told.
NEEDS_DATE = (
    "meeting: on",
    "meeting: with",
    "meeting: met on a day",
    "meeting: session",
    "meeting: hold",
    "expo: hold",
    "signing: were signed",
    "visit: tour",
)
#: Rules whose event is named from its subject on.
PASSIVE = ("launch: was launched", "launch: went online", "signing: were signed")
DAY, MONTH = len("2020-11-05"), len("2020-11")
MAX_PLACE = 9  # words of a place that is no zone
_NOUN = "(Name|word|num|number|use|online|persons)"
_AHEAD = "(will be | be (to be | being))"
_ORDINAL = "(ordinal | num th)"
_AT = "((?<=place|during|gave) | (?<=(place|during|gave) det))"
_IS_HELD = f"(comma which?)? ((was|{_AHEAD}) gave | (gave|began) (?!det|num|number|Name))"
_BEHIND = f"((on|of|with|to|place|prep) (on|of|with|and|to|place|apos|det|prep|day|{_NOUN}){{0,12}})?"
RULES = (  # (kind: construction, pattern)
    ("signing: ceremony", "signing ceremony"),
    ("ceremony: opened", f"opened ceremony (of det? {_NOUN}{{0,3}}? (expo|meeting))?"),
    ("ceremony: held", "det? ceremony"),
    ("briefing: conference", "press (conference|briefing)"),
    ("briefing: presented", "gave det? word{0,2}? (briefing|presentation)"),
    ("briefing: briefed", f"(was word?)? briefed det? ({_NOUN}|on)"),
    ("briefing: named", "briefing"),
    ("expo: named", f"{_ORDINAL} Name{{1,4}}? expo (?!Name)"),
    ("expo: of a year", "(Name|year){1,4} expo (?!Name)"),
    ("meeting: named", f"{_AT} {_ORDINAL}? Name{{1,5}} (meeting|conference) (?!Name)"),
    ("meeting: named", f"{_ORDINAL}? Name{{1,5}} (meeting|conference) (?={_BEHIND} {_IS_HELD})"),
    ("meeting: session", f"{_ORDINAL} word? session of"),
    ("meeting: with", f"meeting (with|of) {_NOUN}{{1,3}}"),
    (
        "meeting: was held",
        f"(meeting|conference|workshop|talks) (?={_BEHIND} {_IS_HELD})",
    ),
    ("meeting: with", f"meeting (with|of) det {_NOUN}{{1,3}}"),
    ("meeting: on", f"(?<=det) meeting (?=on {_NOUN})"),
    ("meeting: hold", "hold det (word|Name){0,3}? (meeting|conference|workshop)"),
    ("expo: was held", f"expo (?={_BEHIND} {_IS_HELD})"),
    ("expo: hold", "hold det (word|Name){0,3}? expo"),
    ("meeting: met people", f"met with? det? {_NOUN}{{0,3}}? persons"),
    ("meeting: met on a day", "(?<=Name|word|persons|num) met (?=place|on) (?!any{2,5} (meeting|conference|expo))"),
    ("meeting: met", "met with (det|num|number)? Name{1,4}"),
    ("meeting: held", "gave (det (word|Name){0,3}? (meeting|conference|workshop) | (word|Name){0,2}? talks)"),
    ("visit: visited", "visited"),
    ("visit: paid", f"(paid|toured|began) word? det? {_NOUN}{{0,3}}? visit (of|to)"),
    ("visit: tour", f"det {_NOUN}{{0,2}}? visit (of|to)"),
    ("signing: signed", f"signed (det|{_NOUN}){{1,3}}? deal"),
    ("signing: were signed", f"deal ((on|of|with|worth) {_NOUN}{{1,4}})? was word? signed"),
    ("launch: was launched", "was word? launched"),
    ("launch: went online", "(went online | put into use)"),
    ("launch: launched", f"launched det {_NOUN}{{1,6}}"),
)


def find(
    tokens: Tokens,
    dates: Sequence[Date],
    people: Sequence[Person],
    mentions: Sequence[Mention],
    published: dt.date | None = None,
) -> list[Event]:
    """Return the events of a text in order, each once.

    Parameters
    ----------
    tokens : Tokens
    dates, people : rows found before, for when and who
    mentions : zones with their names, for where
    published : date, optional
        What took place long before it is background, and no news.
    """
    grammar, rules, gate = _grammar()
    dates_in, people_in = by_sentence(tokens, dates), by_sentence(tokens, people)
    mentions_in = by_sentence(tokens, mentions)
    days = [date.value for date in dates if date.value and len(date.value) == DAY]
    told = published.isoformat() if published else max(days, default=None)
    found: list[Event] = []
    for rule, match in scan(rules, grammar.tag(tokens), gate):
        number = tokens.sentence_at(match.start())
        if tokens.sentences[number].kind in ("caption", "dateline", "headline"):
            continue
        here = [mention for mention in mentions_in.get(number, ()) if mention.name]
        event = _event(tokens, rule, match, dates_in.get(number, ()), people_in.get(number, ()), here)
        if event and event.kind == "briefing" and len(event.date or "") < DAY:
            event = replace(event, date=_day_before(tokens, number, dates_in) or event.date)
        if event and event.date is None and number not in dates_in and _goes_on(tokens, number, found):
            event = replace(event, date=found[-1].date)
        if event and not _is_old(event, told) and not _is_named_again(event, found, tokens):
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
        if place is None or (rule == "visit: tour" and place.islower()):
            return None
    if rule in PASSIVE:
        if _is_aside(tokens, first):
            return None
        first = _subject_start(tokens, first, dates)
    when = _date(tokens, match.start(), last, dates)
    if when is None and (kind == "launch" or rule in NEEDS_DATE or _is_tally(tokens, match)):
        return None
    return Event(
        span=tokens.span(first, last),
        kind=kind,
        date=when.value if when and not _is_other_day(tokens, match.start(), when, kind) else None,
        place=place or _place(tokens, last, kind, mentions) or _place_before(tokens, first, kind),
        participants=_participants(tokens, first, people) if rule in TAKEN_PART else (),
        rule=rule,
    )


def _subject_start(tokens: Tokens, at: int, dates: Sequence[Date]) -> int:
    """*BEIJING, July 9 -- Last month a service was launched*: the subject stands behind the dateline and the day."""
    start = clauses.clause_start(tokens, syntax.grammar().tag(tokens), at)
    dashes = [n for n in range(start, at) if tokens.words[n] in ("-", "—", "–") and not tokens.joined(n + 1)]
    start = dashes[-1] + 1 if dashes else start
    return next((tokens.at(day.span.end) for day in dates if tokens.at(day.span.start) == start), start)


def _is_old(event: Event, told: str | None) -> bool:
    """*put into operation in 2017*, told in 2024: a year ago and more is in passing; of a launch, any year but this."""
    if told is None or event.date is None or event.kind == "expo":
        return False
    year_before = f"{int(told[:4]) - 1}{told[4:]}"
    if len(event.date) < MONTH:
        return event.date < (told if event.kind == "launch" else year_before)[: len(event.date)]
    return event.date < year_before[: len(event.date)]


def _goes_on(tokens: Tokens, sentence: int, found: Sequence[Event]) -> bool:
    """*On Tuesday they visited A. They signed ...*: a sentence that opens with a pronoun goes on with that day."""
    opener = tokens.words[tokens.bounds(sentence)[0]]
    return (
        bool(found) and sentence - _sentence(tokens, found[-1]) <= 2 and opener in lexicon.words("events", "going_on")
    )


def _is_other_day(tokens: Tokens, first: int, when: Date, kind: str) -> bool:
    """*The expo ended on Sunday*, *ten more than last year*: a day, but not the one of the event."""
    at = tokens.at(when.span.start)
    if tokens.words[at - 1] in lexicon.words("events", "compared"):
        return True
    return kind in ("expo", "visit", "meeting") and not lexicon.words("events", "ended").isdisjoint(
        tokens.words[first:at]
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
        same = head == tokens.words[tokens.at(other.span.end - 1)]
        if same and (_share_name(tokens, event, other) if event.kind == "expo" else event.date is None):
            return True
        if event.date == other.date and event.kind in ("briefing", "ceremony"):
            return True
        if event.kind == "signing" and _sentence(tokens, event) == _sentence(tokens, other):
            return True
    return False


def _share_name(tokens: Tokens, event: Event, other: Event) -> bool:
    """*the China International Import Expo*, *the Import Expo*; the China-ASEAN Expo is another."""
    one, two = (
        {word for word in tokens.forms[tokens.at(each.span.start) : tokens.at(each.span.end)] if word[0].isupper()}
        for each in (event, other)
    )
    return one <= two or two <= one


def _sentence(tokens: Tokens, event: Event) -> int:
    return tokens.sentence_at(tokens.at(event.span.start))


def _object_end(tokens: Tokens, at: int, mentions: Sequence[Mention]) -> int:
    """Return where the place that is visited ends: with its zone, or before the next preposition."""
    start = at + (tokens.words[at] in lexicon.words("events", "determiners"))
    zone = next((m for m in mentions if m.first in (at, start) and m.name), None)
    end = tokens.at(zone.span.end - 1) + 1 if zone else start
    if zone and tokens.words[end] not in ("'", "’"):  # *the area's machinery park*
        return end
    tags = syntax.grammar().tag(tokens)
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
FAR_PLACE = 40  # ... and its place, behind asides


def _place(tokens: Tokens, last: int, kind: str, mentions: Sequence[Mention]) -> str | None:
    """Read *in Shanghai*, *at the Harbor Hall*, *there*, *in the city* behind an event."""
    back = lexicon.words("events", "back")
    end = min(tokens.breaks[tokens.sentence_at(last - 1)], last + FAR_PLACE)
    for at in range(last, end):
        word, after = tokens.words[at], tokens.words[at + 1]
        if (kind == "signing" and word == "with") or (word == "," and _turns(after)):
            return None
        if not back.isdisjoint((word, " ".join(tokens.words[at : at + 3]))):
            return _named_before(tokens, at)
        if word not in ("in", "at") or after in _months():
            continue
        name = at + 1 + (after in lexicon.words("events", "determiners"))
        stop = _name_end(tokens, name)
        if zone := next((m for m in mentions if m.first == name and m.rule != "pronoun"), None):
            return tokens.said(name, tokens.at(zone.span.end - 1) + 1)
        if stop > name + (name > at + 1) and tokens.words[stop - 1] not in _gatherings():
            return tokens.said(name, stop)
    return None


def _turns(word: str) -> bool:
    """*..., covering a port in Japan*, *..., while trade in Japan grew*: what follows a comma is of something else."""
    return word.endswith("ing") or word in lexicon.words("events", "turns")


def _name_end(tokens: Tokens, at: int) -> int:
    """Return where a capitalised name ends; the full stop of *St. James* is part of it."""
    start = at
    while at - start <= MAX_PLACE and (
        tokens.shapes[at] == "A"
        or (tokens.words[at] == "." and tokens.words[at - 1] in _abbreviations() and tokens.shapes[at + 1] == "A")
    ):
        at += 1
    return at


def _named_before(tokens: Tokens, at: int) -> str | None:
    """*took its pitch to Shenzhen, with a conference held [there]*: the place named last in the sentence."""
    first = tokens.bounds(tokens.sentence_at(at))[0]
    for n in range(at - 1, max(first, at - FAR_PLACE), -1):
        if tokens.shapes[n] == "A" and tokens.words[n - 1] in ("in", "to", "at") and tokens.words[n] not in _times():
            return tokens.said(n, _name_end(tokens, n))
    return None


def _place_before(tokens: Tokens, first: int, kind: str) -> str | None:
    """*Officials will meet in Shenyang for a forum*, *Shanghai: The expo ended*: the place stands before the event."""
    opening = tokens.bounds(tokens.sentence_at(first))[0]
    if opening > 2 and tokens.words[opening - 2] == ":" and tokens.words[opening - 3] in _cities():
        return tokens.said(opening - 3, opening - 2)
    for at in range(first - 1, max(opening, first - FAR_PLACE), -1):
        if tokens.words[at] in lexicon.words("events", "relatives"):  # *They were in Nanning, where he briefed them*
            return _named_before(tokens, at)
    for at in range(first - 1, max(opening, first - MAX_BEFORE) - 1, -1):
        if tokens.words[at] == "," or kind != "meeting":
            return None
        if tokens.words[at] in ("in", "at") and tokens.words[at + 1] in _cities():
            return tokens.said(at + 1, at + 2)
    return None


def _participants(tokens: Tokens, first: int, people: Sequence[Person]) -> tuple[str, ...]:
    """Who is named before the event in its sentence."""
    sentence = tokens.sentences[tokens.sentence_at(first)].span
    start = tokens.starts[first]
    named = [person.name for person in people if sentence.covers(person.span) and person.span.end <= start]
    subject = phrases.subject(tokens, syntax.grammar().tag(tokens), first)
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
def _gatherings() -> frozenset[str]:
    """Nouns of events: *at the Import Expo* is no place."""
    words = lexicon.load("events")["words"]
    return frozenset(word for kind in ("meeting", "conference", "expo", "ceremony", "briefing") for word in words[kind])


@cache
def _abbreviations() -> frozenset[str]:
    return lexicon.words("layout", "abbreviations")


@cache
def _months() -> frozenset[str]:
    return frozenset(lexicon.load("calendar")["months"])


@cache
def _grammar() -> tuple[Grammar, list[tuple[str, re.Pattern[str]]], re.Pattern[str]]:
    years = {"year": [str(year) for year in range(1990, 2101)]}
    calendar = lexicon.load("calendar")
    days = {"day": [*calendar["weekdays"], *calendar["months"]]}
    grammar = Grammar(lexicon.load("events")["words"] | years | days)
    opening = "ceremony conference briefing presentation briefed expo meeting workshop session met talks visited visit"
    return grammar, grammar.rules(RULES), grammar.gate(f"{opening} deal launched online use")
