"""The day that a number holds for: one date of what is said, if it is no beginning, stretch or comparison.

Finds     *hit 5 billion yuan in May, up 12 percent from a year earlier* (May, both), *versus 41 in 2014* (41 alone).
Leaves    *since 2018*, *from May to July*, *unveiled in August*; of two dates that might be it, both.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from ftzlib.evidence.days import days
from ftzlib.facts.records import Date, Statement
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import table
from ftzlib.grammar.words import BREAK
from ftzlib.reader.mentions import SAME, Measure, Range
from ftzlib.text.tokens import Tokens, covering

MAX_HEADING, MAX_NUMBERED = 14, 24  # words
A_YEAR = "P1Y"  # *in the past year*, below *Work in 2019*
NEARBY = 20  # sentences of its paragraph before a number that may have told of another day
MODS, BASE = 5, 12  # words of *from at least*, and of *up 3 percent from at least*
_BULLET = re.compile(r"(?:[*•●·▪◦‣]|\n *[-–—])\s*\Z")
BULLET = 12  # characters before a line in which its bullet stands
REACH = 200  # words before a date, and behind it, that may say what it is of
# *II. What is to come*: what a heading is numbered with.
_NUMBER = re.compile(r"[^\S\n]*[(（]?(?:(?P<I>[IVX]+)|(?P<n>\d{1,2})|(?P<c>[一二三四五六七八九十]+))[.)）、:．]")
TRAITS = ("km", "km2", "m2", "ha", "mu", "t", "TEU", "MW", "year", "month", "day", "hour", "minute")
_BLANK_LINE = re.compile(r"\n[ \r]*\n")
_rules = partial(table, "days")


class Held(NamedTuple):
    """The day that a number holds for, as a TIMEX3 value, and whether it lies ahead."""

    value: str | None
    ahead: bool


NEVER = Held(None, ahead=False)


class Bearing(NamedTuple):
    """A date, and for which numbers of its sentence it may hold."""

    date: Date
    floor: int  # tokens from and up to which a number stands that it may hold for
    ceiling: int
    owner: int | None = None  # the number that it stands right behind (*5 billion yuan in 2018*), by its first token
    compared: bool = False  # whether it is the date of what is compared with (*versus 41 in 2014*)
    until: bool = False  # whether it is the last day for it (*400 sea routes by 2027*)
    leads: bool = False  # whether it opens what is told as if it lay ahead (*In 2020, the port will handle 3 tons*)
    outside: bool = False  # whether it opens what is said, though it stands before it (*By 2025, she said, ...*)
    time: int = 0  # whether it is over (-1), still goes on (0) or lies ahead (1) on the day of publication
    noun: str = ""  # what it belongs to (*last year's GDP*, *the 2015 edition*): it holds for that alone


class _Text(NamedTuple):
    """A text with its numbers and dates laid over it; by sentence its dates, and what they hold for."""

    tokens: Tokens
    tags: str
    dates: Mapping[int, Sequence[Date]]
    bearings: Mapping[int, Sequence[Bearing]]

    def tells_no_day(self, sentence: int) -> bool:
        """Tell whether the dates of a line, if there are any, are all of what is compared with."""
        bearings = self.bearings.get(sentence, ())
        return len(bearings) == len(self.dates.get(sentence, ())) and all(bearing.compared for bearing in bearings)


def find(
    tokens: Tokens,
    measures: Sequence[Measure],
    said_in: Mapping[int, Sequence[Statement]],
    dates_in: Mapping[int, Sequence[Date]],
    published: dt.date | None,
) -> dict[int, Held]:
    """The date of each measure that has one; statements and dates come by sentence."""
    if not dates_in:
        return {}
    counted = [tokens.sentence_at(measure.amount.first) for measure in measures]
    tags = _laid(tokens, measures, dates_in)
    bearings = {number: _bearings(tokens, tags, dates_in[number], published) for number in dates_in.keys() & counted}
    text = _Text(tokens, tags, dates_in, bearings)
    headed = _headed(text, frozenset(counted))
    held: dict[int, Held] = {}
    told: dict[int, set[str]] = defaultdict(set)  # the days that the numbers of a sentence hold for
    carried = cache(lambda number: _carried(text, number, told[number - 1]) or _heading(text, number, headed))
    indicator: str | None = None  # of the amount before
    for n, (measure, number) in enumerate(zip(measures, counted, strict=True)):
        measure = measure if measure.indicator != SAME else measure._replace(indicator=indicator)
        indicator = measure.indicator
        if measure.rule == "conversion in brackets":
            day = held.get(n - 1)
        else:
            day = _day(measure, _near(text, measure, number, said_in.get(number, ())))
            if day is None and not _is_apart(tokens, tags, measure) and not _is_now(tokens, tags, measure):
                day = _below(carried(number), measure, published)
        if day:
            held[n] = day
            told[number].add(day.value or "")
    return held


def _near(text: _Text, measure: Measure, number: int, statements: Sequence[Statement]) -> list[Bearing]:
    """Return those dates of a measure's sentence that may hold for it."""
    tokens, tags, (first, last) = text.tokens, text.tags, measure.amount[:2]
    said = covering(statements, tokens.span(first, last))
    if _is_apart(tokens, tags, measure):
        return []
    near = [one for one in text.bearings.get(number, ()) if _reaches(tokens, tags, one, measure, said)]
    alone = _is_left_behind(tags, measure)
    return [one for one in near if one.compared or one.owner == first] if alone else near


def _bearings(tokens: Tokens, tags: str, dates: Iterable[Date], published: dt.date | None) -> list[Bearing]:
    found = (_bearing(tokens, tags, date, _time(date, published)) for date in _days(dates))
    return [bearing for bearing in found if bearing]


def _days(dates: Iterable[Date]) -> list[Date]:
    return [date for date in dates if date.type == "DATE" and date.value is not None]


def _carried(text: _Text, sentence: int, before: Set[str]) -> str | None:
    """*Among them, ...*, *During the same period ...*: the one day of the sentence before; *Throughout the year*."""
    tokens, tags, dates_in = text.tokens, text.tags, text.dates
    if not text.tells_no_day(sentence):
        return None
    first, last = tokens.bounds(sentence)
    opens = (_rules().part(name).match(tags, first, last) for name in ("goes_back", "same_time_first"))
    if any(opens) or _rules().part("same_time").search(tags, first, last):
        # *Over the past 40 years it grew from 2 tons in 1984 to 90*: a stretch has no one day
        stretches = any(date.type == "DURATION" and date.value != A_YEAR for date in dates_in.get(sentence - 1, ()))
        return next(iter(before)) if len(before) == 1 and not stretches else None
    found = _rules().part("whole_time").search(tags, first, last)
    if found is None:
        return None
    length = len("2020") if found["year"] else len("2020-11")
    earlier = (_days(dates_in.get(number, ())) for number in _before(tokens, sentence))
    values = {date.value or "" for date in next(filter(None, earlier), ())}
    fits = found["then"] or {length} == set(map(len, values))
    return values.pop() if len(values) == 1 and fits else None


def _before(tokens: Tokens, sentence: int) -> Iterator[int]:
    """Yield the sentences of its paragraph before one, the last first."""
    paragraph = tokens.sentences[sentence].paragraph
    for number in range(sentence - 1, max(sentence - NEARBY, 0) - 1, -1):
        if tokens.sentences[number].paragraph != paragraph:
            return
        yield number


def _heading(text: _Text, sentence: int, headed: Mapping[int, Date]) -> str | None:
    """Return the day of a heading for a sentence below it, unless its paragraph has got to another by then."""
    heading = headed.get(sentence)
    for earlier in _before(text.tokens, sentence) if heading else ():
        compared = {bearing.date for bearing in text.bearings.get(earlier, ()) if bearing.compared}
        others = (date for date in text.dates.get(earlier, ()) if heading and date.value not in (heading.value, A_YEAR))
        if any(date not in compared for date in others):
            return None
    return heading.value if heading else None


def _headed(text: _Text, counted: Set[int]) -> dict[int, Date]:
    """Return the day of each line below a heading with one (*What was done in 2023*): till prose or the next such.

    A heading has no number; a line may have one, and no date but of what is compared with. That of a section, which
    is numbered or speaks of a review, holds for the prose in it, too.
    """
    tokens, headed = text.tokens, dict[int, Date]()
    day: Date | None = None
    section: str | None = None  # how the heading of a section is numbered
    for sentence in range(len(tokens.sentences)):
        first, last = tokens.bounds(sentence)
        dates, (numbered, is_number) = _days(text.dates.get(sentence, ())), _numbering(tokens, sentence)
        is_title = sentence not in text.bearings and (numbered is not None or _stands_apart(tokens, sentence))
        short = last - first <= (MAX_HEADING if numbered is None else MAX_NUMBERED)
        if is_number or _is_prose(tokens, text.tags, first, last):
            day = None if section is None else day
        elif dates and is_title and (section is None or short):
            day = _day_of_heading(tokens, (first, last), dates, short=short)
            names = numbered is not None or (sentence and _rules().part("section").match(text.tags, first, last))
            section = (numbered or "") if day and names else None
            continue
        elif is_title and sentence not in counted and section in ("", numbered or "") and tokens.words[last - 1] != ":":
            day = section = None
        if day and not is_number and text.tells_no_day(sentence):
            headed[sentence] = day
    return headed


def _day_of_heading(tokens: Tokens, line: Range, dates: Sequence[Date], *, short: bool) -> Date | None:
    """*we have set these targets for the whole city, in line with its plan, for 2018:* leads to what is below it."""
    first, last = line
    leads = tokens.words[last - 1] == ":" and dates[-1].span.end == tokens.span(first, last - 1).end
    return dates[-1] if leads or (len(dates) == 1 and short) else None


def _is_prose(tokens: Tokens, tags: str, first: int, last: int) -> bool:
    """Tell whether a line is none, or a clause that ends as prose does; one behind a bullet may be a sentence."""
    if last == first or tokens.words[last - 1] not in lexicon.words("days", "ends_of_prose"):
        return last == first
    if not _rules().part("clause").search(tags, first, last):
        return False
    start = tokens.starts[first]
    return _BULLET.search(tokens.text, max(start - BULLET, 0), start) is None


def _stands_apart(tokens: Tokens, sentence: int) -> bool:
    """Tell whether a line is the first, ends with a colon or stands behind a blank line."""
    first, last = tokens.bounds(sentence)
    if sentence == 0 or tokens.words[last - 1] == ":":
        return True
    before = tokens.sentences[sentence - 1].span.end
    return _BLANK_LINE.search(tokens.text, before, tokens.starts[first]) is not None


def _numbering(tokens: Tokens, sentence: int) -> tuple[str | None, bool]:
    """Return how a line is numbered (*II.*, *(1)*) if it is, and whether a sentence is nothing but its number."""
    span = tokens.sentences[sentence].span
    start = tokens.text.rfind("\n", 0, span.start) + 1
    found = _NUMBER.match(tokens.text, start, span.end)
    if found is None or (found.end() < span.start and tokens.text[found.end() : span.start].strip()):
        return None, False
    kind = next(name for name, value in found.groupdict().items() if value)
    return found[0].strip().replace(found[kind], kind), found.end() == span.end


def _below(value: str | None, measure: Measure, published: dt.date | None) -> Held | None:
    """Return the day of a heading for a number below it; what lies ahead is of none that is over, and the reverse."""
    span = days(value)
    ahead = bool(published and span and span[0] > published)
    if value is None or (published and span and (span[1] < published if measure.planned else ahead)):
        return None
    return Held(value, ahead)


def _is_apart(tokens: Tokens, tags: str, measure: Measure) -> bool:
    """*its four ports handled 3 tons*, *a 40-hectare park*: how many there are, or how large one is, is no news."""
    first, amount = measure.amount.first, measure.amount
    if amount.unit == "count":
        return _rules().part("known_ones").search(tags, max(first - MODS, 0), first) is not None
    return amount.unit in TRAITS and tokens.words[amount.number] in lexicon.words("days", "hyphens")


def _is_now(tokens: Tokens, tags: str, measure: Measure) -> bool:
    """*rose by 212, now totaling 1,125*, *(firms that earn 3 yuan or more)*: a number of no day that is carried on."""
    first = measure.amount.first
    start = tokens.bounds(tokens.sentence_at(first))[0]
    return _rules().part("present").search(tags, start, first) is not None


def _reaches(tokens: Tokens, tags: str, bearing: Bearing, measure: Measure, said: Statement | None) -> bool:
    """Tell whether a date may hold for a measure: both in what is said, and in its clause."""
    number = measure.amount.first
    if bearing.noun not in ("", *(measure.indicator or bearing.noun).lower().split()):
        return False
    own = bearing.owner == number
    if measure.planned and not bearing.compared:
        fits = (bearing.time >= 0 or bearing.leads or own) and not _is_next_plan(tokens, tags, bearing.date, number)
    else:
        fits = bearing.time <= 0 or (bearing.until and own)
    inside = said is None or bearing.outside or said.span.covers(bearing.date.span)
    return fits and inside and bearing.floor <= number < bearing.ceiling


def _is_left_behind(tags: str, measure: Measure) -> bool:
    """*raised from 30 yuan to 90 on July 1*: what it was holds on a day of its own, or on none that is told."""
    first = measure.amount.first
    start = max(first - BASE, tags.rfind(BREAK, 0, first) + 1)
    before = _rules().part("risen_from").search(tags, start, first) and _rules().part("risen_to").match(tags, first)
    return bool(before or _rules().part("based_on").search(tags, start, first))


def _is_next_plan(tokens: Tokens, tags: str, date: Date, number: int) -> bool:
    """*will hire 30 people and open a port by 2027*: what is ahead, and its day, are of two verbs."""
    first, last = tokens.place(date.span)
    begin = max(tokens.bounds(tokens.sentence_at(first))[0], first - REACH) if first < number else number
    return any(_rules().around(tags, "Due", (first, last), (begin, number)))


def _day(measure: Measure, here: Sequence[Bearing]) -> Held | None:
    """Choose: what the number is compared with, the only date, the one right behind it, the only one behind none."""
    own = measure.amount.first
    chosen = [bearing for bearing in here if bearing.compared] or here
    near = [bearing for bearing in chosen if bearing.owner == own] or [one for one in chosen if one.owner is None]
    return _only(chosen) or _only(near)


def _only(here: Sequence[Bearing]) -> Held | None:
    values = {bearing.date.value for bearing in here}
    return Held(values.pop(), any(bearing.time > 0 for bearing in here)) if len(values) == 1 else None


def _time(date: Date, published: dt.date | None) -> int:
    """Tell whether a date is over (-1), goes on (0) or lies ahead (1) on the day of publication."""
    span = days(date.value)
    if published is None or span is None:
        return 0
    return (span[0] > published) - (span[1] < published or span[0] == span[1] == published)


def _bearing(tokens: Tokens, tags: str, date: Date, time: int) -> Bearing | None:
    """Go by the rules for what governs a date: the first that says all, and before it those that say more."""
    first, last = tokens.place(date.span)
    begin, end = tokens.bounds(tokens.sentence_at(first))
    bearing, within = Bearing(date, begin, end, time=time), (max(begin, first - REACH), min(end + 1, last + REACH))
    for rule, places in _rules().around(tags, _kind(tokens, date), (first, last), within):
        at = {name: place[0] for name, place in places.items()}
        if rule["gives"] == "nothing":
            return None
        if rule["gives"] == "noun":
            return bearing._replace(noun=tokens.words[at["noun"]])
        if rule["gives"] == "compared":
            return bearing._replace(floor=at["floor"], ceiling=first, compared=True)
        bearing = bearing._replace(
            floor=max(bearing.floor, at.get("floor", begin)),
            ceiling=min(bearing.ceiling, at.get("ceiling", end)),
            owner=at.get("owner", bearing.owner),
            until=bearing.until or rule.get("until", False),
            leads=bearing.leads or rule.get("leads", False),
            outside=bearing.outside or rule.get("outside", False),
        )
        if rule["gives"] == "clause":
            break
    return bearing


def _laid(tokens: Tokens, measures: Sequence[Measure], dates_in: Mapping[int, Sequence[Date]]) -> str:
    layers = _rules().layers
    compared = lexicon.words("days", "compared")  # of 2.4 *times* the figure of 2019
    amounts = [measure.amount for measure in measures]
    found = [("Amount", one.first, one.last - (tokens.words[one.last - 1] in compared)) for one in amounts]
    found += [(_kind(tokens, date), *tokens.place(date.span)) for date in chain.from_iterable(dates_in.values())]
    return layers.lay(layers.tag(tokens), found)


def _kind(tokens: Tokens, date: Date) -> str:
    if date.type == "DURATION":
        return "Span"
    if len(date.value or "") == len("2020-11-05"):
        return "Day"
    first, last = tokens.place(date.span)
    return "Year" if last == first + 1 and tokens.shapes[first] == "0" else "Part"
