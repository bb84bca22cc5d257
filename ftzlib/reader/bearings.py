"""For which numbers of its sentence a date may hold: what governs it, by the rules of ``english/days.toml``.

Finds     *versus 41 in 2014* (41 alone), *After a rise of 9 percent in 2018, trade fell* (9 percent alone).
Leaves    *since 2018*, *from May to July*, *unveiled in August*, which are the day of no number.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from ftzlib.evidence.days import days
from ftzlib.facts.records import Date
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import table
from ftzlib.reader.mentions import Measure
from ftzlib.text.tokens import Tokens

REACH = 200  # words before a date, and behind it, that may say what it is of
rules = partial(table, "days")


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


class Page(NamedTuple):
    """A text, and by sentence what was found in it."""

    tokens: Tokens
    tags: str  # its letters, with its numbers and dates laid over them
    dates: Mapping[int, Sequence[Date]]
    bearings: Mapping[int, Sequence[Bearing]]  # of the sentences with numbers
    planned: Mapping[int, bool]  # of these, whether a number in them lies ahead

    def tells_no_day(self, sentence: int) -> bool:
        """Tell whether the dates of a sentence, if there are any, are all of what is compared with."""
        bearings = self.bearings.get(sentence, ())
        return len(bearings) == len(self.dates.get(sentence, ())) and all(bearing.compared for bearing in bearings)


def lay(
    tokens: Tokens,
    measures: Sequence[Measure],
    counted: Sequence[int],
    dates_in: Mapping[int, Sequence[Date]],
    published: dt.date | None,
) -> Page:
    """Lay the numbers and dates of a text over it; `counted` are the sentences of the numbers."""
    planned: dict[int, bool] = defaultdict(bool)
    for measure, number in zip(measures, counted, strict=True):
        planned[number] |= measure.planned
    tags = _laid(tokens, measures, dates_in)
    bearings = {number: _bearings(tokens, tags, dates_in[number], published) for number in dates_in.keys() & planned}
    return Page(tokens, tags, dates_in, bearings, planned)


def _bearings(tokens: Tokens, tags: str, dates: Iterable[Date], published: dt.date | None) -> list[Bearing]:
    found = (_bearing(tokens, tags, date, _time(date, published)) for date in dates_among(dates))
    return [bearing for bearing in found if bearing]


def dates_among(dates: Iterable[Date]) -> list[Date]:
    """Return those of some time expressions that are dates of a known value."""
    return [date for date in dates if date.type == "DATE" and date.value is not None]


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
    for rule, places in rules().around(tags, _kind(tokens, date), (first, last), within):
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
    layers = rules().layers
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
