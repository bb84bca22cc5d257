"""The day that a number holds for: one date of what is said, if it is no beginning, stretch or comparison.

Finds     *hit 5 billion yuan in May, up 12 percent from a year earlier* (May, both), *versus 41 in 2014* (41 alone).
Leaves    *since 2018*, *from May to July*, *unveiled in August*; of two dates that might be it, both.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ftzlib.evidence.days import days
from ftzlib.facts.records import Date, Statement
from ftzlib.grammar import lexicon
from ftzlib.reader import phrases
from ftzlib.reader.mentions import Measure
from ftzlib.text.spans import Span
from ftzlib.text.tokens import Tokens

MAX_BACK = 12  # words before a date in which a *since* or a *which* still governs it
MAX_OPENING = 6  # words of a sentence before the date that opens it
MAX_HEADING = 14  # words
MAX_FOUNDING = 4  # words between *unveiled* and its date


class Held(NamedTuple):
    """The day that a number holds for, as a TIMEX3 value, and whether it lies ahead."""

    value: str
    ahead: bool


class Bearing(NamedTuple):
    """A date, and for which numbers of its sentence it may hold.

    Attributes
    ----------
    date : Date
    floor, ceiling : int
        Tokens from and up to which a number stands that it may hold for.
    owner : int or None
        The number that it stands right behind (*5 billion yuan in 2018*), by its first token.
    compared : bool
        Whether it is the date of what is compared with (*versus 41 in 2014*).
    until : bool
        Whether it is the last day for it (*400 sea routes by 2027*).
    time : int
        Whether it is over (-1), still goes on (0) or lies ahead (1) on the day of publication.
    noun : str
        The noun that it belongs to (*last year's GDP*, *the 2015 edition*), if there is one: it holds for that alone.
    """

    date: Date
    floor: int
    ceiling: int
    owner: int | None
    compared: bool = False
    until: bool = False
    time: int = 0
    noun: str = ""


def resolve(
    tokens: Tokens,
    measures: Sequence[Measure],
    said_in: Mapping[int, Sequence[Statement]],
    dates_in: Mapping[int, Sequence[Date]],
    published: dt.date | None,
) -> dict[int, Held]:
    """The date of each measure that has one; statements and dates come by sentence."""
    numbers = {measure.amount.last: measure.amount.first for measure in measures}
    bearings: dict[int, list[Bearing]] = {}
    held: dict[int, Held] = {}
    headed = _headed(tokens, {tokens.sentence_at(m.amount.first) for m in measures}, dates_in, published)
    for n, measure in enumerate(measures):
        sentence = tokens.sentence_at(measure.amount.first)
        if sentence not in dates_in and sentence not in headed:
            continue
        if measure.rule == "conversion in brackets":
            if n - 1 in held:
                held[n] = held[n - 1]
            continue
        if sentence not in bearings:
            bearings[sentence] = list(_bearings(tokens, dates_in.get(sentence, ()), numbers, published))
        span = tokens.span(measure.amount.first, measure.amount.last)
        said = next((told.span for told in said_in.get(sentence, ()) if told.span.covers(span)), None)
        if day := _day(measure, [b for b in bearings[sentence] if _reaches(tokens, b, measure, said)]):
            held[n] = day
        elif sentence in headed and not measure.planned and _has_no_day(dates_in.get(sentence, ()), bearings[sentence]):
            held[n] = Held(headed[sentence], ahead=False)
    return held


def _has_no_day(dates: Sequence[Date], bearings: Sequence[Bearing]) -> bool:
    """Tell whether a line has no date but such as it compares with."""
    return len(dates) == len(bearings) and all(bearing.compared for bearing in bearings)


def _headed(
    tokens: Tokens, counted: Set[int], dates_in: Mapping[int, Sequence[Date]], published: dt.date | None
) -> dict[int, str]:
    """Return the day of each line below a heading with one (*What was done in 2023*): till prose or the next such."""
    headed: dict[int, str] = {}
    day: str | None = None
    for sentence in range(len(tokens.sentences)):
        first, last = tokens.bounds(sentence)
        if last == first or tokens.words[last - 1] in lexicon.words("days", "ends_of_prose"):
            day = None
            continue
        dates = [date for date in dates_in.get(sentence, ()) if date.type == "DATE" and date.value]
        opens = sentence == 0 or "\n\n" in _between(tokens, sentence)
        if dates and opens and sentence not in counted:
            past = len(dates) == 1 and last - first <= MAX_HEADING and _time(dates[0].value or "", published) <= 0
            day = dates[0].value if past else None
        elif day:
            headed[sentence] = day
    return headed


def _between(tokens: Tokens, sentence: int) -> str:
    """Return the blanks before a sentence, a line's end as one sign."""
    before, here = tokens.sentences[sentence - 1].span.end, tokens.sentences[sentence].span.start
    return "".join(tokens.text[before:here].split(" ")).replace("\r\n", "\n")


def _reaches(tokens: Tokens, bearing: Bearing, measure: Measure, said: Span | None) -> bool:
    """Tell whether a date may hold for a measure: both in what is said, and in its clause."""
    inside = said is None or said.covers(bearing.date.span)
    if bearing.noun and bearing.noun not in (measure.indicator or bearing.noun).lower().split():
        return False
    if measure.planned and (bearing.time < 0 or _is_next_plan(tokens, bearing, measure)):
        return False
    if not measure.planned and bearing.time > 0 and not (bearing.until and bearing.owner == measure.amount.first):
        return False
    return inside and bearing.floor <= measure.amount.first < bearing.ceiling


def _is_next_plan(tokens: Tokens, bearing: Bearing, measure: Measure) -> bool:
    """*will hire 30 people and open a port by 2027*: what is ahead, and its day, are of two verbs."""
    day, number, verbs = tokens.at(bearing.date.span.start), measure.amount.first, _planning()
    if day < number:  # *By 2027, it will hire 30 people and open a port* is of both
        behind = tokens.words[tokens.at(bearing.date.span.end - 1) + 1]
        opens = day - tokens.bounds(tokens.sentence_at(day))[0] <= MAX_OPENING or behind == ","
        return not opens and "and" in tokens.words[day:number]
    return any(tokens.words[at] in verbs and tokens.words[at - 1] in ("and", ",", "to") for at in range(number, day))


@cache
def _planning() -> frozenset[str]:
    return frozenset(lexicon.load("commitments")["verbs"]) | frozenset(lexicon.load("planned")["classes"]["planned"])


def _day(measure: Measure, here: Sequence[Bearing]) -> Held | None:
    """Choose: what the number is compared with, the only date, the one right behind it, the only one behind none."""
    chosen = [bearing for bearing in here if bearing.compared] or here
    if len({bearing.date.value for bearing in chosen}) > 1:
        own = [bearing for bearing in chosen if bearing.owner == measure.amount.first]
        chosen = own or [bearing for bearing in chosen if bearing.owner is None]
    values = {bearing.date.value or "" for bearing in chosen}
    return Held(values.pop(), any(bearing.time > 0 for bearing in chosen)) if len(values) == 1 else None


def _bearings(
    tokens: Tokens, dates: Sequence[Date], numbers: Mapping[int, int], published: dt.date | None
) -> Iterator[Bearing]:
    """Look at what governs each date of a sentence; those that no number holds for are left out."""
    places = [(date, tokens.at(date.span.start), tokens.at(date.span.end - 1) + 1) for date in dates]
    ends = {
        at for one, other in pairwise(places) if _is_stretch(tokens, *one[1:], other[1]) for at in (one[1], other[1])
    }
    for date, first, last in places:
        if first in ends or date.type != "DATE" or date.value is None:
            continue
        if bearing := _bearing(tokens, date, first, last, numbers):
            yield bearing._replace(time=_time(date.value, published))


def _time(value: str, published: dt.date | None) -> int:
    """Tell whether a date is over (-1), goes on (0) or lies ahead (1) on the day of publication."""
    span = days(value)
    if published is None or span is None:
        return 0
    return (span[0] > published) - (span[1] < published or span[0] == span[1] == published)


def _is_stretch(tokens: Tokens, first: int, last: int, other: int) -> bool:
    """*From May to July*, *between 2017 and 2019*: two dates that are the ends of what lasts."""
    words = tokens.words
    opened = words[first - 1] in lexicon.words("days", "stretch_from") or words[last] == "-"
    return opened and other == last + 1 and words[last] in lexicon.words("days", "stretch_to")


def _bearing(tokens: Tokens, date: Date, first: int, last: int, numbers: Mapping[int, int]) -> Bearing | None:
    begin, end = tokens.bounds(tokens.sentence_at(first))
    stops = lexicon.words("days", "stops")
    words = tokens.words
    stop = next((at + 1 for at in range(first - 1, max(begin, first - MAX_BACK) - 1, -1) if words[at] in stops), begin)
    if _is_beginning(words[stop:first]) or _is_of_source(words[begin:first]):
        return None
    if noun := _noun(tokens, date, first, last):
        return Bearing(date, begin, end, None, noun=noun)
    if (base := _base(tokens, date, first, numbers)) is not None:
        return Bearing(date, base, first, None, compared=True)
    behind = _back_over(tokens, first) + 1
    owner, until = numbers.get(behind), "by" in words[behind:first]
    begin, end = _half(tokens, begin, first, end)
    if (clause := _clause(tokens, stop, first, numbers)) is not None:
        ceiling = next((at for at in range(last, end) if words[at] in stops), end)
        return Bearing(date, clause, ceiling, owner, until=until)
    return Bearing(date, begin, end, owner, until=until)


def _is_beginning(before: Sequence[str]) -> bool:
    """*Since its launch in*, *until*, *unveiled in*, *was set up in*: no count was made on that day."""
    edge = bool(before) and before[-1] in lexicon.words("days", "edges")
    near = f" {' '.join(before[-MAX_FOUNDING:])} "
    return (
        edge
        or not lexicon.words("days", "since").isdisjoint(before)
        or any(f" {word} " in near for word in lexicon.words("days", "founding"))
    )


def _half(tokens: Tokens, begin: int, first: int, end: int) -> tuple[int, int]:
    """Return the part of a sentence that a date may speak of: *said that A and that B*, *Though A, B*."""
    words = tokens.words
    cuts = []
    if "that" in words[begin:end]:
        cuts = [at for at in range(begin, end - 1) if words[at : at + 2] == ["and", "that"]]
    if words[begin] in lexicon.words("days", "subordinate") and "," in words[begin:first]:
        cuts.append(words.index(",", begin))
    return max([begin, *(at for at in cuts if at < first)]), min([end, *(at for at in cuts if at > first)])


def _is_of_source(before: Sequence[str]) -> bool:
    """*according to a paper released on*, *a report published in*: the day of what is quoted, and of no count."""
    said = before[-2:-1] if before[-1:] == ["on"] else before[-1:]
    if not lexicon.words("speech", "say", "note", "show").isdisjoint(said):
        return True  # *customs data showed on Tuesday*
    told = "according" in before and "," not in before[len(before) - 1 - before[::-1].index("according") :]
    papers = lexicon.words("days", "papers", "before_issued")
    issued = any(
        word in lexicon.words("days", "issued") and before[at] in papers
        for at, word in enumerate(before[-MAX_FOUNDING:], len(before) - min(len(before), MAX_FOUNDING) - 1)
        if at >= 0
    )
    return issued or (told and before[-2:] != ["as", "of"])


def _noun(tokens: Tokens, date: Date, first: int, last: int) -> str:
    """*last year's GDP*, *the 2015 edition*: the noun that a date stands before, if it belongs to one."""
    words = tokens.words
    if words[last] in ("'", "’") and words[last + 1] == "s":
        return words[last + 2]
    year = len(date.value or "") == len("2015") and tokens.shapes[first] == "0" and last == first + 1
    owned = words[first - 1] in lexicon.words("days", "owners")
    return words[last] if year and owned and tokens.shapes[last] in "aA" else ""


def _base(tokens: Tokens, date: Date, first: int, numbers: Mapping[int, int]) -> int | None:
    """Return the token of *than*, *from* or *versus* that governs a date, or a number and its date."""
    words = tokens.words
    at = _back_over(tokens, first)
    if words[at] in lexicon.words("days", "compared") or (
        words[at] == "on" and len(date.value or "") < len("2020-11-05")
    ):
        return at
    skipped = words[max(at - 3, 0) : first]
    if "as" in words[at + 1 : first] and ("same" in skipped or skipped.count("as") > 1):
        return at  # *five times as many as in 2015*
    other = words[first - 2] if words[first - 1] in ("of", "from") else ""
    if other in lexicon.words("days", "others"):
        return at  # *replaces the version of 2015*, *that of 2015*
    number = numbers.get(at + 1)
    if number is None:
        return _compared_with(tokens, at)
    at = phrases.back_over_mods(tokens, number)
    return at if words[at] in lexicon.words("days", "compared_number") else _compared_with(tokens, at)


def _back_over(tokens: Tokens, first: int) -> int:
    """Return the token before *in the same period of*."""
    at = first - 1
    while at > 0 and tokens.words[at] in lexicon.words("days", "light"):
        at -= 1
    return at


def _compared_with(tokens: Tokens, at: int) -> int | None:
    return at - 1 if tokens.words[at - 1] == "compared" and tokens.words[at] in ("with", "to") else None


def _clause(tokens: Tokens, stop: int, first: int, numbers: Mapping[int, int]) -> int | None:
    """Return where a date's *which* or *when* clause begins: *2,432 of which*, *28 of them* with the number."""
    words = tokens.words
    pointer = _back_over(tokens, first)
    if words[pointer - 1 : pointer + 1] == ["of", "them"]:
        return numbers.get(pointer - 1)
    opener = next((at for at in range(first - 1, stop - 1, -1) if words[at] in lexicon.words("days", "clauses")), None)
    if opener is None or words[opener - 1] in lexicon.words("speech", "say", "note", "show"):
        return None
    return stop if words[opener - 1] == "of" else opener
