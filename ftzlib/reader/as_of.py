"""The day that a number holds for: one date of what is said, if it is no beginning, stretch or comparison.

Finds     *hit 5 billion yuan in May, up 12 percent from a year earlier* (May, both), *versus 41 in 2014* (41 alone).
Leaves    *since 2018*, *from May to July*, *unveiled in August*; of two dates that might be it, both.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from ftzlib.evidence.days import days
from ftzlib.facts.records import Date, Statement
from ftzlib.grammar import lexicon
from ftzlib.grammar.words import BREAK
from ftzlib.reader import bearings
from ftzlib.reader.bearings import REACH, Bearing, Page, dates_among, rules
from ftzlib.reader.mentions import SAME, Measure
from ftzlib.text.tokens import Tokens, covering

MAX_HEADING, MAX_NUMBERED = 14, 24  # words
A_YEAR = "P1Y"  # *in the past year*, below *Work in 2019*
NEARBY = 20  # sentences of its paragraph before a number that may have told of another day
MODS, BASE = 5, 12  # words of *from at least*, and of *up 3 percent from at least*
_BULLET = re.compile(r"(?:[*•●·▪◦‣]|\n *[-–—])\s*\Z")
BULLET = 12  # characters before a line in which its bullet stands
# *II. What is to come*: what a heading is numbered with.
_NUMBER = re.compile(r"[^\S\n]*[(（]?(?:(?P<I>[IVX]+)|(?P<n>\d{1,2})|(?P<c>[一二三四五六七八九十]+))[.)）、:．]")
TRAITS = ("km", "km2", "m2", "ha", "mu", "t", "TEU", "MW", "year", "month", "day", "hour", "minute")
_BLANK_LINE = re.compile(r"\n[ \r]*\n")


class Held(NamedTuple):
    """The day that a number holds for, as a TIMEX3 value, and whether it lies ahead."""

    value: str | None
    ahead: bool


NEVER = Held(None, ahead=False)


class Heading(NamedTuple):
    """A line with the day of the lines below it."""

    day: Date
    number: str | None  # how it is numbered
    section: bool  # whether it holds for prose, too
    ahead: bool  # whether it speaks of what is aimed at, and of nothing else


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
    page = bearings.lay(tokens, measures, counted, dates_in, published)
    headed = _headed(page)
    held: dict[int, Held] = {}
    told: dict[int, set[str]] = defaultdict(set)  # the days that the numbers of a sentence hold for
    carried: dict[int, str | None] = {}
    indicator: str | None = None  # of the amount before
    for n, (measure, number) in enumerate(zip(measures, counted, strict=True)):
        measure = measure if measure.indicator != SAME else measure._replace(indicator=indicator)
        indicator = measure.indicator
        if number not in carried:
            carried[number] = _carried(page, number, told[number - 1]) or _heading(page, number, headed.get(number))
        if measure.rule == "conversion in brackets":
            day = held.get(n - 1)
        else:
            day = _day_of(page, measure, said_in.get(number, ()), _below(carried[number], measure, published))
        if day:
            held[n] = day
            told[number].add(day.value or "")
    return held


def _day_of(page: Page, measure: Measure, statements: Sequence[Statement], carried: Held | None) -> Held | None:
    """Return the day of a measure: of the dates of its sentence, or that which is carried on to it."""
    first, here = measure.amount.first, page.bearings.get(page.tokens.sentence_at(measure.amount.first), ())
    if _is_apart(page, measure):
        return None
    said = covering(statements, page.tokens.span(first, measure.amount.last)) if here else None
    near = _near(page, measure, here, said)
    day = _day(measure, near) if near else None
    return day or (carried if carried and not _is_now(page, measure) else None)


def _near(page: Page, measure: Measure, here: Sequence[Bearing], said: Statement | None) -> list[Bearing]:
    """Return those dates of a measure's sentence that may hold for it."""
    near = [bearing for bearing in here if _reaches(page, bearing, measure, said)]
    if near and _is_left_behind(page.tags, measure):
        return [one for one in near if one.compared or one.owner == measure.amount.first]
    return near


def _carried(page: Page, sentence: int, before: Set[str]) -> str | None:
    """*Among them, ...*, *During the same period ...*: the one day of the sentence before; *Throughout the year*."""
    if not page.tells_no_day(sentence):
        return None
    if _goes_back(page, sentence, before):
        # *Over the past 40 years it grew from 2 tons in 1984 to 90*: a stretch has no one day
        earlier = page.dates.get(sentence - 1, ())
        stretches = any(date.type == "DURATION" and date.value != A_YEAR for date in earlier)
        return next(iter(before)) if len(before) == 1 and not stretches else None
    found = rules().part("whole_time").search(page.tags, *page.tokens.bounds(sentence))
    return found and _time_before(page, sentence, found)


def _goes_back(page: Page, sentence: int, before: Set[str]) -> bool:
    first, last = page.tokens.bounds(sentence)
    opens = (rules().part(name).match(page.tags, first, last) for name in ("goes_back", "same_time_first"))
    same = any(opens) or rules().part("same_time").search(page.tags, first, last)
    return bool(same) or _is_more_of_trade(page, sentence, before)


def _is_more_of_trade(page: Page, sentence: int, days_before: Set[str]) -> bool:
    """*Trade hit 3 billion yuan in May. Exports rose 5 percent*: figures of trade behind others, of no single day."""
    bounds, before = page.tokens.bounds(sentence), page.tokens.bounds(max(sentence - 1, 0))
    told = rules().part("of_trade").search(page.tags, *before)
    more = told and rules().part("more_of_trade").match(page.tags, *bounds)
    return bool(more) and max(map(len, days_before), default=0) < len("2020-11-05")


def _time_before(page: Page, sentence: int, found: re.Match[str]) -> str | None:
    """*Throughout the year*, *in the whole month*, *by then*: the day that was told last before, if it is such."""
    length = len("2020") if found["year"] else len("2020-11")
    earlier = (dates_among(page.dates.get(number, ())) for number in _before(page.tokens, sentence))
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


def _heading(page: Page, sentence: int, heading: Date | None) -> str | None:
    """Return the day of a heading for a sentence below it, unless its paragraph has got to another by then."""
    if heading is None:
        return None
    for earlier in _before(page.tokens, sentence):
        compared = {bearing.date for bearing in page.bearings.get(earlier, ()) if bearing.compared}
        others = (date for date in page.dates.get(earlier, ()) if date.value not in (heading.value, A_YEAR))
        if any(date not in compared for date in others):
            return None
    return heading.value


def _headed(page: Page) -> dict[int, Date]:
    """Return the day of each line below a heading with one (*What was done in 2023*): till prose or the next such.

    A heading has no number; a line may have one, and no date but of what is compared with. That of a section, which
    is numbered or speaks of a review, holds for the prose in it, too.
    """
    headed: dict[int, Date] = {}
    under: Heading | None = None
    first = min(page.dates.keys() - page.bearings.keys(), default=len(page.tokens.sentences))
    for sentence in range(first, len(page.tokens.sentences)):
        numbered, is_number = _numbering(page.tokens, sentence)
        prose = is_number or _is_prose(page, sentence)
        if prose:
            under = _section(under)
        elif sentence not in page.bearings and (numbered is not None or _stands_apart(page.tokens, sentence)):
            under = _title(page, sentence, numbered, under)
        if under and not is_number and _is_below(page, sentence, under, prose=prose):
            headed[sentence] = under.day
    return headed


def _section(under: Heading | None) -> Heading | None:
    return under if under and under.section else None


def _is_below(page: Page, sentence: int, heading: Heading, *, prose: bool) -> bool:
    """Tell whether a line may have the day of a heading above it; of *Goals for 2024* prose must tell of such."""
    return (page.planned.get(sentence, False) or not (heading.ahead and prose)) and page.tells_no_day(sentence)


def _title(page: Page, sentence: int, numbered: str | None, under: Heading | None) -> Heading | None:
    """Return the heading that holds from a title on: itself, the one before, or none."""
    section = _section(under)
    if not (days := dates_among(page.dates.get(sentence, ()))):
        return None if section and _ends(page, sentence, numbered, section) else under
    (first, last), long = page.tokens.bounds(sentence), MAX_HEADING if numbered is None else MAX_NUMBERED
    if section and last - first > long:
        return under
    alone = len(days) == 1 and last - first <= long
    return _opened(page, sentence, days[-1], numbered) if alone or _leads(page.tokens, days[-1]) else None


def _leads(tokens: Tokens, day: Date) -> bool:
    """*we have set these targets for the whole city, in line with its plan, for 2018:*."""
    return tokens.words[tokens.place(day.span)[1]] == ":"


def _ends(page: Page, sentence: int, numbered: str | None, section: Heading) -> bool:
    """*II. Trade* behind *I. Review of 2018*, *Outlook* behind *Review of 2018*: a title of what is of another time."""
    first, last = page.tokens.bounds(sentence)
    if sentence in page.planned or page.tokens.words[last - 1] == ":":
        return False
    if section.number is not None:
        return numbered == section.number
    return rules().part("another_time").search(page.tags, first, last) is not None


def _opened(page: Page, sentence: int, day: Date, numbered: str | None) -> Heading:
    """Return a heading with a day; that of the whole text holds for its prose where it says of what it is a sum."""
    bounds, part = page.tokens.bounds(sentence), rules().part
    names = numbered is not None or part("section" if sentence else "sum_of").match(page.tags, *bounds) is not None
    ahead = part("aimed_at").match(page.tags, *bounds) is not None
    return Heading(day, numbered, names, ahead)


def _is_prose(page: Page, sentence: int) -> bool:
    """Tell whether a line is none, or a clause that ends as prose does; one behind a bullet may be a sentence."""
    (first, last), words = page.tokens.bounds(sentence), page.tokens.words
    if last == first or words[last - 1] not in lexicon.words("days", "ends_of_prose"):
        return last == first
    clause = rules().part("clause").search(page.tags, first, last)
    return clause is not None and not _is_bulleted(page.tokens, first)


def _is_bulleted(tokens: Tokens, first: int) -> bool:
    start = tokens.starts[first]
    return _BULLET.search(tokens.text, max(start - BULLET, 0), start) is not None


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
    span = days(value) if value else None
    ahead = bool(published and span and span[0] > published)
    over = bool(published and span and span[1] < published)
    return None if value is None or (over if measure.planned else ahead) else Held(value, ahead)


def _is_apart(page: Page, measure: Measure) -> bool:
    """*its four ports handled 3 tons*, *a 40-hectare park*: how many there are, or how large one is, is no news."""
    first, amount = measure.amount.first, measure.amount
    if amount.unit == "count":
        return rules().part("known_ones").search(page.tags, max(first - MODS, 0), first) is not None
    return amount.unit in TRAITS and page.tokens.words[amount.number] in lexicon.words("days", "hyphens")


def _is_now(page: Page, measure: Measure) -> bool:
    """*rose by 212, now totaling 1,125*, *(firms that earn 3 yuan or more)*: a number of no day that is carried on."""
    first = measure.amount.first
    start = page.tokens.bounds(page.tokens.sentence_at(first))[0]
    return rules().part("present").search(page.tags, start, first) is not None


def _reaches(page: Page, bearing: Bearing, measure: Measure, said: Statement | None) -> bool:
    """Tell whether a date may hold for a measure: both in what is said, and in its clause."""
    number = measure.amount.first
    if bearing.noun not in ("", *(measure.indicator or bearing.noun).lower().split()):
        return False
    inside = said is None or bearing.outside or said.span.covers(bearing.date.span)
    return inside and bearing.floor <= number < bearing.ceiling and _is_of_its_time(page, bearing, measure)


def _is_of_its_time(page: Page, bearing: Bearing, measure: Measure) -> bool:
    """Tell whether what lies ahead has a day that may, and what does not one that is over, its last or its own."""
    number, own = measure.amount.first, bearing.owner == measure.amount.first
    if not measure.planned or bearing.compared:
        return bearing.time <= 0 or bearing.leads or (bearing.until and own)
    return (bearing.time >= 0 or bearing.leads or own) and not _is_next_plan(page, bearing.date, number)


def _is_left_behind(tags: str, measure: Measure) -> bool:
    """*raised from 30 yuan to 90 on July 1*, *(it met with a firm) which has 40 plants*: of its own day, or of none."""
    first = measure.amount.first
    start = max(first - BASE, tags.rfind(BREAK, 0, first) + 1)
    before = rules().part("risen_from").search(tags, start, first) and rules().part("risen_to").match(tags, first)
    return bool(before or any(rules().part(name).search(tags, start, first) for name in ("based_on", "described")))


def _is_next_plan(page: Page, date: Date, number: int) -> bool:
    """*will hire 30 people and open a port by 2027*: what is ahead, and its day, are of two verbs."""
    first, last = page.tokens.place(date.span)
    begin = max(page.tokens.bounds(page.tokens.sentence_at(first))[0], first - REACH) if first < number else number
    return any(rules().around(page.tags, "Due", (first, last), (begin, number)))


def _day(measure: Measure, here: Sequence[Bearing]) -> Held | None:
    """Choose: what the number is compared with, the only date, the one right behind it, the only one behind none."""
    own = measure.amount.first
    chosen = [bearing for bearing in here if bearing.compared] or here
    near = [bearing for bearing in chosen if bearing.owner == own] or [one for one in chosen if one.owner is None]
    return _only(chosen) or _only(near)


def _only(here: Sequence[Bearing]) -> Held | None:
    values = {bearing.date.value for bearing in here}
    return Held(values.pop(), any(bearing.time > 0 for bearing in here)) if len(values) == 1 else None
