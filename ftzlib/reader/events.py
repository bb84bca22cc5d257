"""Events that are the matter of their sentence: visits, briefings, meetings, signings, ceremonies, expos, launches.

What names an event stands in ``english/events.toml``, what tells its day and place in ``english/scenes.toml``.

Finds     *presented a briefing*, *briefed the envoys*, *visited the Shanghai FTZ*, *a tour of the zone*,
          *a press conference in Beijing on Thursday*, *the third China International Import Expo*, *signed nine
          agreements*, *A platform ... was launched on Monday*.
Leaves    tallies (*148 projects had been signed*), what took place long ago or in passing (*set up in 2019*),
          what is named again; bodies and halls (*Consultative Conference*, *Convention Centre*).
Example   "The delegation visited the zone on Thursday." -> visit, on that Thursday, the zone
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from ftzlib.facts.records import Date, Event, Person
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import table
from ftzlib.reader import phrases, syntax
from ftzlib.reader.mentions import Mention, Range
from ftzlib.text.tokens import Tokens, by_sentence

DAY, MONTH = len("2020-11-05"), len("2020-11")
FAR = 40  # words between an event and the date behind it
FAR_PLACE = 40  # ... and its place, behind asides
SESSION = 5  # words behind *the first session of* that say whose it is
NEXT = 2  # sentences between two events of one day
CITY = 12  # words between a city and the meeting behind it
rules, _scenes = partial(table, "events"), partial(table, "scenes")


@dataclass(frozen=True, slots=True)
class Scene:
    """A text in which events take place: what was found in it, by sentence, and its words with the zones laid."""

    tokens: Tokens
    tags: str
    dates: Mapping[int, Sequence[Date]]
    people: Mapping[int, Sequence[Person]]

    def search(self, part: str, first: int, last: int) -> re.Match[str] | None:
        """Return the first match of a part of ``english/scenes.toml`` between two tokens."""
        return _scenes().part(part).search(self.tags, max(first, 0), last)

    def match(self, part: str, first: int, last: int) -> re.Match[str] | None:
        """Return the match at a token, up to another."""
        return _scenes().part(part).match(self.tags, first, last)

    def said(self, found: re.Match[str] | None) -> str | None:
        """Return in its words what a match names."""
        return self.tokens.said(*found.span("what")) if found else None


def find(
    tokens: Tokens,
    dates: Sequence[Date],
    people: Sequence[Person],
    mentions: Sequence[Mention],
    published: dt.date | None,
) -> list[Event]:
    """Return the events of a text in order, each once; what took place long before `published` is background."""
    scene = Scene(tokens, _laid(tokens, mentions), by_sentence(tokens, dates), by_sentence(tokens, people))
    told = published.isoformat() if published else max(_days(dates), default=None)
    found: list[Event] = []
    titles: list[Event] = []  # what a headline alone may name
    known: list[Event] = []  # with those that are named again, in other words maybe
    for rule, match in rules().scan(rules().layers.tag(tokens)):
        number = tokens.sentence_at(match.start())
        kind = tokens.sentences[number].kind
        if kind in ("caption", "dateline"):
            continue
        event = _event(scene, rule, match)
        event = event and _dated(scene, rule, event, found[-1] if found else None)
        if event is None or _is_old(event, told):
            continue
        if kind == "headline":
            titles.append(event)
            continue
        if not _is_named_again(scene, event, known):
            found.append(event)
        known.append(event)
    return _with_title(titles, found)


def _with_title(titles: Iterable[Event], found: list[Event]) -> list[Event]:
    """*Regular Press Conference (March 20, 2025)*: a transcript is that of its headline, which alone may name it."""
    if any(event.kind == "briefing" for event in found):
        return found
    return [event for event in titles if event.kind == "briefing" and not _is_vague(event.date, DAY)][:1] + found


def _dated(scene: Scene, rule: Mapping[str, Any], event: Event, before: Event | None) -> Event | None:
    """Give an event the day that is told elsewhere, where its sentence does not tell it; none where one must be."""
    date, number = event.date, _sentence(scene.tokens, event)
    if event.kind == "briefing" and _is_vague(date, DAY):  # *The ministry said on [Thursday]. ..., Luo told a briefing*
        date = _one(_days(scene.dates.get(number - 1, ()))) or (None if _is_part_of_year(date) else date)
    date = date or _day_gone_on(scene, number, before)
    if event.kind in ("briefing", "ceremony", "signing") and _is_vague(date, MONTH):
        if rule.get("dated"):  # *18 deals were signed, more than last year*
            return None
        date = _day_of_headline(scene, event)
    return replace(event, date=date)


def _event(scene: Scene, rule: Mapping[str, Any], match: re.Match[str]) -> Event | None:
    tokens, kind = scene.tokens, rule["name"].split(":")[0]
    at, last = match.span("what" if match.groupdict().get("what") else 0)
    closes = tokens.bounds(tokens.sentence_at(at))[1]
    first = _subject_start(scene, at) if rule.get("passive") else at
    if first is None:
        return None
    visited = None
    if kind == "visit":
        visited = _visited(scene, first, at) if rule.get("passive") else _visited(scene, last, closes)
        if visited is None:
            return None
        last = max(last, visited[1])
    when = _date(scene, at, last)
    if when is None and _is_undated(scene, rule, kind, at):
        return None
    return Event(
        span=tokens.span(first, last),
        kind=kind,
        date=_day_of(scene, at, when, kind),
        place=tokens.said(*visited) if visited else _place(scene, match, (first, at, last), kind),
        participants=_participants(scene, rule, at),
        rule=rule["name"],
    )


def _is_undated(scene: Scene, rule: Mapping[str, Any], kind: str, at: int) -> bool:
    """*148 projects had been signed*, *A platform was launched*: without a day it is a tally, or background."""
    if kind == "launch" or rule.get("dated", False) or scene.search("tally", at - 3, at):
        return True
    return scene.match("habit", at, scene.tokens.bounds(scene.tokens.sentence_at(at))[1]) is not None


def _subject_start(scene: Scene, at: int) -> int | None:
    """*Last month a service was launched*: the subject stands behind the day; none where it is told in passing."""
    tokens, days = scene.tokens, scene.dates.get(scene.tokens.sentence_at(at), ())
    start = syntax.clause_start(tokens, at)
    start = next((tokens.at(day.span.end) for day in days if tokens.at(day.span.start) == start), start)
    passing = scene.search("aside", at - 2, at) or scene.search("in_passing", start - 1, start + 1)
    return None if passing else start


def _is_old(event: Event, told: str | None) -> bool:
    """*put into operation in 2017*, told in 2024: a year ago and more is in passing; of a launch, any year but this."""
    if told is None or event.date is None or event.kind == "expo":
        return False
    year_before = f"{int(told[:4]) - 1}{told[4:]}"
    this_year = event.kind == "launch" and len(event.date) < MONTH
    return event.date < (told if this_year else year_before)[: len(event.date)]


def _day_gone_on(scene: Scene, sentence: int, before: Event | None) -> str | None:
    """*On Tuesday they came. They signed ...*, *..., the delegation toured*: what goes on so does on that day."""
    if sentence in scene.dates or not scene.match("goes_on", *scene.tokens.bounds(sentence)):
        return None
    if before and sentence - _sentence(scene.tokens, before) <= NEXT:
        return before.date
    return _one(_days(scene.dates.get(sentence - 1, ())))


def _visited(scene: Scene, first: int, closes: int) -> Range | None:
    found = scene.match("visited", first, closes)
    return found.span("what") if found and found["what"] else None


def _day_of(scene: Scene, first: int, when: Date | None, kind: str) -> str | None:
    """*The expo ended on Sunday*, *ten more than last year*: a day, but not the one of the event."""
    if when is None:
        return None
    at = scene.tokens.at(when.span.start)
    ends = kind in ("expo", "visit", "meeting") and scene.search("end_of_it", first, at)
    return None if ends or scene.search("other_day", at - 2, at) else when.value


def _days(dates: Iterable[Date]) -> list[str]:
    return [date.value for date in dates if date.type == "DATE" and date.value and len(date.value) == DAY]


def _one(values: Iterable[str | None]) -> str | None:
    different = {*values}
    return different.pop() if len(different) == 1 else None


def _is_vague(date: str | None, length: int) -> bool:
    """Tell whether a date is less exact than those of a length, or none at all."""
    return len(date or "") < length


def _day_of_headline(scene: Scene, event: Event) -> str | None:
    """*Regular Press Conference (March 20, 2025)*: the one day of a headline that names the event."""
    tokens = scene.tokens
    if _head(tokens, event) not in tokens.words[slice(*tokens.bounds(0))] or tokens.sentences[0].kind != "headline":
        return None
    return _one(date.value for date in scene.dates.get(0, ()))


def _is_named_again(scene: Scene, event: Event, before: Sequence[Event]) -> bool:
    """The same kind on the same day and in the same place, or the same expo, is one event."""
    tokens, at = scene.tokens, scene.tokens.at(event.span.start)
    if before and before[-1].kind == event.kind and scene.search("again_called", at - 4, at):
        return True
    alike = [other for other in before if other.kind == event.kind]
    if _is_known(tokens, event):
        return bool(alike) or _head(tokens, event) in {_head(tokens, other) for other in before}
    return any(_is_same(tokens, event, other) for other in alike)


def _is_known(tokens: Tokens, event: Event) -> bool:
    """*attended the conference*: it is spoken of as one that was named, and no day is told."""
    first, last = tokens.place(event.span)
    called = not lexicon.words("scenes", "again").isdisjoint(tokens.words[max(first - 1, 0) : last - 1])
    return called and event.date is None and event.kind != "expo"


def _is_same(tokens: Tokens, event: Event, other: Event) -> bool:
    if event.kind in ("briefing", "ceremony") and event.date == other.date:
        return True
    if event.kind == "signing" and _sentence(tokens, event) == _sentence(tokens, other):
        return True
    if _head(tokens, event) != _head(tokens, other):
        return False
    if event.kind == "expo":
        return _share_name(tokens, event, other)
    return event.date is None or (event.kind == "meeting" and _is_same_session(tokens, event, other))


def _head(tokens: Tokens, event: Event) -> str:
    return tokens.words[tokens.at(event.span.end - 1)]


def _is_same_session(tokens: Tokens, event: Event, other: Event) -> bool:
    """*the first session of the 14th Congress*, twice: one session, whatever day of it each tells of."""
    (one, end), two = tokens.place(event.span), tokens.at(other.span.start)
    numbered = tokens.words[one] in lexicon.load("events")["classes"]["ordinal"]
    return numbered and tokens.words[one : end + SESSION] == tokens.words[two : two + end + SESSION - one]


def _share_name(tokens: Tokens, event: Event, other: Event) -> bool:
    """*the China International Import Expo*, *the Import Expo*; the China-ASEAN Expo is another."""
    named = (tokens.forms[slice(*tokens.place(each.span))] for each in (event, other))
    one, two = ({form for form in forms if form[0].isupper()} for forms in named)
    return one <= two or two <= one


def _sentence(tokens: Tokens, event: Event) -> int:
    return tokens.sentence_at(tokens.at(event.span.start))


def _date(scene: Scene, first: int, last: int) -> Date | None:
    """The date behind the event in its sentence, else the last one before it."""
    tokens = scene.tokens
    here = [date for date in scene.dates.get(tokens.sentence_at(first), ()) if date.type == "DATE"]
    search, near = scene.search, range(last, last + FAR + 1)
    behind = [day for day in here if (at := tokens.at(day.span.start)) in near and not search("of_another", last, at)]
    before = [date for date in here if date.span.end <= tokens.starts[first]]
    if before[1:] and scene.match("to_day", tokens.at(before[-2].span.end), tokens.at(before[-1].span.start)):
        del before[-1]  # *Held on Nov. [5]-10, the expo ...*
    # A part of a year is what it is about (*a briefing on trade in the first quarter, held on April 14*).
    return min([*behind, *before[-1:]], key=lambda date: _is_part_of_year(date.value), default=None)


def _is_part_of_year(value: str | None) -> bool:
    return (value or "")[5:6] in ("Q", "H")


def _place(scene: Scene, match: re.Match[str], event: tuple[int, int, int], kind: str) -> str | None:
    """Read *in Shanghai*, *at the Harbor Hall*, *there*, *in the city* behind an event, else a place before it."""
    if match.groupdict().get("place"):
        return scene.tokens.said(*match.span("place"))
    (first, at, last), (opens, closes) = event, scene.tokens.bounds(scene.tokens.sentence_at(event[1]))
    if scene.search("fronted", opens, at) and (comma := scene.search("comma", last, closes)):
        closes = comma.start()
    closes = min(closes, last + FAR_PLACE)
    turn = scene.search("partners" if kind == "signing" else "turn", last, closes)
    place = scene.search("place", last, turn.start() if turn else closes)
    behind = _meant(scene, place.start()) if place and place["there"] else scene.said(place)
    return behind or _place_before(scene, opens, first, kind)


def _meant(scene: Scene, at: int) -> str | None:
    """*opened here on Monday*: where the text comes from; *there*, *in the city*: the place named last."""
    tokens = scene.tokens
    if tokens.words[at] not in lexicon.words("scenes", "here"):
        return _named_before(scene, at)
    for n, sentence in enumerate(tokens.sentences):
        if sentence.kind == "dateline" and (said := scene.said(scene.match("from_where", *tokens.bounds(n)))):
            return " ".join(map(str.capitalize, said.split()))
    return None


def _named_before(scene: Scene, at: int) -> str | None:
    """*took its pitch to Shenzhen, with a conference held [there]*: the place named last in the sentence."""
    opens = scene.tokens.bounds(scene.tokens.sentence_at(at))[0]
    return scene.said(scene.match("named", max(opens, at - FAR_PLACE), at))


def _place_before(scene: Scene, opens: int, first: int, kind: str) -> str | None:
    """*Officials met in Shenyang for a forum*, *Nanning, where he briefed them*: the place stands before the event."""
    near = max(opens, first - CITY)
    line = scene.search("city_line", opens - 3, opens) or scene.search("right_before", near, first)
    if held := line or scene.match("held_in", opens, first) or scene.match("day_and_place", opens, first):
        return scene.said(held)
    if relative := scene.match("relative", max(opens, first - FAR_PLACE), first):
        return _named_before(scene, relative.end())
    return scene.said(scene.search("city", near, first)) if kind == "meeting" else None


def _participants(scene: Scene, rule: Mapping[str, Any], first: int) -> tuple[str, ...]:
    """Who is named before an event in its sentence, where a rule asks who takes part."""
    if not rule.get("part"):
        return ()
    tokens, subject = scene.tokens, phrases.subject(scene.tokens, first)
    people = scene.people.get(tokens.sentence_at(first), ())
    named = tuple(person.name for person in people if person.span.end <= tokens.starts[first])
    if subject is None:
        return named
    body, nobody = tokens.said(*subject), "no_person" if subject[1] - subject[0] == 1 else "nobody"
    known = scene.match(nobody, *subject) or any(name in body for name in named)
    return named if known or scene.match("done", *subject) else (body, *named)


def _laid(tokens: Tokens, mentions: Iterable[Mention]) -> str:
    """Return the words with the zones laid over them; one that stands for another (*the area*) is `Again`."""
    layers, zones = _scenes().layers, []
    for mention in mentions:
        if mention.name and mention.rule != "pronoun":
            again = tokens.words[mention.first] in lexicon.words("scenes", "determiners")
            zones.append(("Again" if again else "Zone", mention.first + again, tokens.place(mention.span)[1]))
    return layers.lay(layers.tag(tokens), zones)
