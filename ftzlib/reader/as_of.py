"""The day that a number holds for: one date of what is said, if it is no beginning, stretch or comparison.

Finds     *hit 5 billion yuan in May, up 12 percent from a year earlier* (May, both), *versus 41 in 2014* (41 alone).
Leaves    *since 2018*, *from May to July*, *unveiled in August*; of two dates that might be it, both.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import chain
from typing import NamedTuple

from ftzlib.evidence.days import days
from ftzlib.facts.records import Date, Statement
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules
from ftzlib.reader.mentions import Measure
from ftzlib.text.spans import Span
from ftzlib.text.tokens import Tokens

MAX_HEADING = 14  # words
REACH = 200  # words before a date, and behind it, that may say what it is of
_BLANK_LINE = re.compile(r"\n[ \r]*\n")
KINDS = {"Amount": (), "Date": (), "Day": ("Date",), "Year": ("Date",), "Part": ("Date",), "Due": ()}


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
    owner: int | None = None
    compared: bool = False
    until: bool = False
    time: int = 0
    noun: str = ""


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
    tags = _laid(tokens, measures, dates_in)
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
            bearings[sentence] = list(_bearings(tokens, tags, dates_in.get(sentence, ()), published))
        span = tokens.span(measure.amount.first, measure.amount.last)
        said = next((told.span for told in said_in.get(sentence, ()) if told.span.covers(span)), None)
        if day := _day(measure, [b for b in bearings[sentence] if _reaches(tokens, tags, b, measure, said)]):
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
        before = tokens.sentences[sentence - 1].span.end if sentence else 0
        opens = sentence == 0 or _BLANK_LINE.search(tokens.text, before, tokens.starts[first])
        if dates and opens and sentence not in counted:
            past = len(dates) == 1 and last - first <= MAX_HEADING and _time(dates[0].value or "", published) <= 0
            day = dates[0].value if past else None
        elif day:
            headed[sentence] = day
    return headed


def _reaches(tokens: Tokens, tags: str, bearing: Bearing, measure: Measure, said: Span | None) -> bool:
    """Tell whether a date may hold for a measure: both in what is said, and in its clause."""
    inside = said is None or said.covers(bearing.date.span)
    if bearing.noun and bearing.noun not in (measure.indicator or bearing.noun).lower().split():
        return False
    if measure.planned and (bearing.time < 0 or _is_next_plan(tokens, tags, bearing.date, measure.amount.first)):
        return False
    if not measure.planned and bearing.time > 0 and not (bearing.until and bearing.owner == measure.amount.first):
        return False
    return inside and bearing.floor <= measure.amount.first < bearing.ceiling


def _is_next_plan(tokens: Tokens, tags: str, date: Date, number: int) -> bool:
    """*will hire 30 people and open a port by 2027*: what is ahead, and its day, are of two verbs."""
    first, last = tokens.at(date.span.start), tokens.at(date.span.end - 1) + 1
    begin = max(tokens.bounds(tokens.sentence_at(first))[0], first - REACH)
    around = f"{tags[begin if first < number else number : first]}{_rules().layers.asked('Due')}{tags[last:number]}"
    return any(_rules().fitting(around, "Due"))


def _day(measure: Measure, here: Sequence[Bearing]) -> Held | None:
    """Choose: what the number is compared with, the only date, the one right behind it, the only one behind none."""
    chosen = [bearing for bearing in here if bearing.compared] or here
    if len({bearing.date.value for bearing in chosen}) > 1:
        own = [bearing for bearing in chosen if bearing.owner == measure.amount.first]
        chosen = own or [bearing for bearing in chosen if bearing.owner is None]
    values = {bearing.date.value or "" for bearing in chosen}
    return Held(values.pop(), any(bearing.time > 0 for bearing in chosen)) if len(values) == 1 else None


def _time(value: str, published: dt.date | None) -> int:
    """Tell whether a date is over (-1), goes on (0) or lies ahead (1) on the day of publication."""
    span = days(value)
    if published is None or span is None:
        return 0
    return (span[0] > published) - (span[1] < published or span[0] == span[1] == published)


def _bearings(tokens: Tokens, tags: str, dates: Sequence[Date], published: dt.date | None) -> Iterator[Bearing]:
    """Look at what governs each date of a sentence; those that no number holds for are left out."""
    for date in dates:
        first, last = tokens.at(date.span.start), tokens.at(date.span.end - 1) + 1
        if date.type == "DATE" and date.value is not None and (bearing := _bearing(tokens, tags, date, first, last)):
            yield bearing._replace(time=_time(date.value, published))


def _bearing(tokens: Tokens, tags: str, date: Date, first: int, last: int) -> Bearing | None:
    """Go by the rules: the first that says all, and before it those that say more."""
    rules = _rules()
    begin, end = tokens.bounds(tokens.sentence_at(first))
    kind = _kind(tokens, date, first, last)
    opens = max(begin, first - REACH)
    around = f"{tags[opens:first]}{rules.layers.asked(kind)}{tags[last : min(end + 1, last + REACH)]}"
    bearing = Bearing(date, begin, end)
    for rule, found in rules.fitting(around, kind):
        places = {
            name: opens + at if at < first - opens else last + at - (first - opens) - 1
            for name in found.re.groupindex
            if (at := found.start(name)) >= 0
        }
        if rule["gives"] == "nothing":
            return None
        if rule["gives"] == "noun":
            return bearing._replace(noun=tokens.words[places["noun"]])
        if rule["gives"] == "compared":
            return bearing._replace(floor=places["floor"], ceiling=first, compared=True)
        bearing = bearing._replace(
            floor=max(bearing.floor, places.get("floor", begin)),
            ceiling=min(bearing.ceiling, places.get("ceiling", end)),
            owner=places.get("owner", bearing.owner),
            until=bearing.until or rule.get("until", False),
        )
        if rule["gives"] == "clause":
            break
    return bearing


def _laid(tokens: Tokens, measures: Sequence[Measure], dates_in: Mapping[int, Sequence[Date]]) -> str:
    """Return the letters of a text with its numbers and dates laid over it."""
    layers = _rules().layers
    compared = lexicon.words("days", "compared")  # of 2.4 *times* the figure of 2019
    found = [
        ("Amount", amount.first, amount.last - (tokens.words[amount.last - 1] in compared))
        for amount in (measure.amount for measure in measures)
    ]
    for date in chain.from_iterable(dates_in.values()):
        first, last = tokens.at(date.span.start), tokens.at(date.span.end - 1) + 1
        found.append((_kind(tokens, date, first, last), first, last))
    return layers.lay(layers.tag(tokens), found)


def _kind(tokens: Tokens, date: Date, first: int, last: int) -> str:
    if len(date.value or "") == len("2020-11-05"):
        return "Day"
    return "Year" if last == first + 1 and tokens.shapes[first] == "0" else "Part"


@cache
def _rules() -> Rules:
    speech, around = lexicon.load("speech"), lexicon.load("modality")["around"]["words"]
    says = [word for name in ("say", "note", "show") for word in speech[name]]
    planning = [*lexicon.load("commitments")["verbs"], *lexicon.load("planned")["classes"]["planned"]]
    return Rules("days", KINDS, {"says": says, "around": around, "planning": planning})
