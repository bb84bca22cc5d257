"""Time expressions, as TIMEX3 of ISO-TimeML has them: type, value at its true granularity, mod.

Finds     dates in full and in part, weekdays, *late August last year*, *the first half*, *the previous day*,
          *from January to June*, *the past three years*, *the first eight months of 2021*, *every year*.
Leaves    measured times (*cut to three days*), *so far*, *recently*, clock times, *14th Five-Year Plan*.
          What cannot be resolved keeps the value None and says why.
Example   "late August last year", published 2020-11-06 -> DATE 2019-08 END
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from ftzlib import lexicon, timevalues
from ftzlib.grammar import Grammar
from ftzlib.records import Date
from ftzlib.spans import Span
from ftzlib.tokens import BREAK, Tokens

_UNIT = "unit:(unit|yearword|quarterword|dayword|weekword)"
_MANY = "many:(number|day|num)"
_OF_YEAR = "(of? the? rel:(rel|that) yearword | comma? of? the? year:(year))"
_QUARTER = f"nth:(ordinal|latter) which:(quarterword|halfword) (of the yearword | {_OF_YEAR})?"
RULES = (  # from left to right; where two start together, the first that is listed counts
    ("weekday and date", "weekday:(weekday) comma? month:(month) dot? day:(day) suffix? (comma? year:(year))?"),
    ("weekday and date", "weekday:(weekday) comma? day:(day) suffix? month:(month) dot? (comma? year:(year))?"),
    ("ISO date", "year:(year) (dash|slash) digits:(day) (dash|slash) day:(day)"),
    ("date", f"month:(month) dot? day:(day) suffix? {_OF_YEAR}?"),
    ("date", f"day:(day) suffix? of? month:(month) dot? {_OF_YEAR}?"),
    ("date", "day:(day) suffix? (?=(dash|to) day suffix? of? month:(month) dot? (comma? year:(year))?)"),
    ("end of a range", "(dash|to) tail:(day) (suffix (?!month|of) | (?!suffix|month))"),
    ("end of a range", "dash tail:(num)"),
    ("day of the month", "on the tail:(day) suffix (?!of|month)"),
    ("first months", f"ordinal {_MANY} {_UNIT} (of? (the yearword | rel:(rel|that) yearword | year:(year)))?"),
    ("half of a month", f"nth:(ordinal|latter) halfword of month:(month) dot? {_OF_YEAR}?"),
    ("quarter or half", f"part:(part) of? the {_QUARTER}"),
    ("quarter or half", _QUARTER),
    ("quarter or half", "nth:(rel|ordinal) which:(quarterword) of (the yearword | the? year:(year))"),
    ("quarter or half", f"compound:(compound) {_OF_YEAR}?"),
    ("coded quarter", f"code:(code) nth:(day) {_OF_YEAR}?"),
    ("coded quarter of", "year:(year) code:(code) nth:(day)"),
    ("month pair", f"pair:(monthpair) {_OF_YEAR}?"),
    ("month", f"part:(part) dash? of? the? month:(month) dot? {_OF_YEAR}?"),
    ("month", f"middle:(midmonth) {_OF_YEAR}?"),
    ("month", f"month:(month) dot? {_OF_YEAR}?"),
    ("season", f"season:(season) {_OF_YEAR}"),
    ("part of a unit", f"part:(part) of? (the | the? rel:(rel|that)) {_UNIT}"),
    ("part of a decade", "part:(part) dash? of? the? year:(year) plural"),
    ("part of a year", "part:(part) dash? of? (the yearword)? year:(year)"),
    ("part of a year", "part:(yearend) of? year:(year)"),
    ("part of a unit", "part:(yearend)"),
    ("half a year ago", "halfword number yearword ago"),
    ("ago", f"mod:(approx) than? {_MANY} {_UNIT} ago"),
    ("ago", f"{_MANY} {_UNIT} ago"),
    ("apart", f"{_MANY} {_UNIT} (back:(earlier) | later)"),
    ("span", f"(rel|past) mod:(approx)? than? {_MANY} {_UNIT}"),
    ("span", f"{_MANY} straight {_UNIT}"),
    ("span", f"{_MANY} {_UNIT} (?=running | of number row)"),
    ("span within", f"within mod:(approx)? than? {_MANY} {_UNIT}"),
    ("span since", f"the mod:(approx)? than? {_MANY} {_UNIT} (?=since|to|ahead)"),
    ("day beside", "the dayword (before|after) today:(today)"),
    ("day before or after", "the dayword (back:(before) | after)"),
    ("unit before last", f"{_UNIT} before rel"),
    ("unit beside", f"step:(past) {_UNIT}"),
    ("unit beside", f"the step:(rel) {_UNIT}"),
    ("same day", "that dayword"),
    ("each", f"each many:(number)? {_UNIT}"),
    ("each weekday", "each weekday:(weekday)"),
    ("weekday of a week", "weekday:(weekday) of? rel:(rel) weekword"),
    ("relative weekday", "rel:(rel) weekday:(weekday)"),
    ("weekend", "the weekend"),
    ("weekend", "rel:(rel) weekend"),
    ("relative unit", f"rel:(rel|that) {_UNIT}"),
    ("day", "today:(today)"),
    ("weekday", "weekday:(weekday)"),
    ("decade", "year:(year) plural"),
    ("year", "year:(year)"),
)
_NAMED = re.compile(r"\(\?P<\w+>")
_FIRST = re.compile(r"\(?(?:[a-z]+:\()?([\w|]+)")  # the classes that a rule can begin with
TIMES = ("year", "month", "day")  # units that may stand behind a year: *2021 months*
NEAR_FUTURE = 60  # days ahead in which a date without a year is the coming one
ON_OPENER = 3  # words before an expression that opens its sentence (*By the [end of June]*)
REACH = 40  # words away from an expression that may say whether it lies ahead
STAMP = 16  # words of a line that may be nothing but a time stamp
LONG_UNITS = ("Y", "Q", "M", "DECADE")  # *within three days* is a measured time, *within three years* is none
Rule: TypeAlias = tuple[str, re.Pattern[str]]
Reading: TypeAlias = tuple[str, str | None, str | None]  # type, value, mod


@dataclass(slots=True)
class Context:
    """What the text has said so far, for *that year* and *the same day*."""

    published: dt.date | None
    day: dt.date | None = None
    year: int | None = None
    month: str | None = None
    value: str = ""  # of the date before
    end: int = -1  # the token behind that date
    sentence: int = -1  # that it stands in
    lead: int = -1  # the sentence that opens with a year (*In 2018, ...*)

    def note(self, date: Date, here: "Match") -> None:
        """Remember a date for those that follow."""
        self.value, self.end = date.value or "", here.last
        if not self.value[:4].isdigit() or date.type != "DATE" or len(self.value) < 4:
            return
        self.year, self.sentence = int(self.value[:4]), here.tokens.sentence_at(here.first)
        if self.value[4:5] == "-" and self.value[5:7].isdigit():
            self.month = self.value[:7]
        if len(self.value) == timevalues.FULL_DATE:
            self.day = dt.date.fromisoformat(self.value)
        if date.rule == "year" and here.opens:
            self.lead = self.sentence


class Match(NamedTuple):
    """One match of a rule: its tokens, and the words of its named parts."""

    tokens: Tokens
    first: int
    last: int
    parts: Mapping[str, str]

    @property
    def bounds(self) -> tuple[int, int]:
        """The first token of its sentence and the one behind its last."""
        return self.tokens.bounds(self.tokens.sentence_at(self.first))

    @property
    def opens(self) -> bool:
        """Tell whether it stands at the opening of its sentence."""
        return self.first - self.bounds[0] <= ON_OPENER

    @property
    def before(self) -> str:
        """The word before it in its sentence, or nothing."""
        return self.tokens.words[self.first - 1] if self.first > self.bounds[0] else ""


class UnresolvedError(Exception):
    """A time expression without a value; the message says why."""


def find(tokens: Tokens, published: dt.date | None) -> list[Date]:
    """Return the time expressions of a text in order.

    Parameters
    ----------
    tokens : Tokens
    published : date or None
        What weekdays and *last year* are counted from; without it they stay unresolved.
    """
    context = Context(published)
    found: list[Date] = []
    for rule, here in _matches(tokens, context):
        dates = _month_pair(here, context) if rule == "month pair" else [_date(here, rule, context)]
        for date in dates:
            context.note(date, here)
        found += dates
    return found


def _matches(tokens: Tokens, context: Context) -> Iterator[tuple[str, Match]]:
    """From left to right, at each word that can begin an expression, the first rule that holds there."""
    grammar, rules, openers = _grammar()
    tags = grammar.tag(tokens)
    end = 0
    for opener in openers.finditer(tags):
        if opener.start() < end:
            continue
        gate, here_rules = rules[opener[0]]
        if not gate.match(tags, opener.start()):
            continue
        for rule, pattern in here_rules:
            match = pattern.match(tags, opener.start())
            if match and not _is_something_else(here := _match(tokens, match), rule, context):
                end = match.end()
                yield rule, here
                break


def _match(tokens: Tokens, match: re.Match[str]) -> Match:
    words = {name: tokens.words[match.start(name)] for name, text in match.groupdict().items() if text}
    return Match(tokens, match.start(), match.end(), words)


def infer_published(tokens: Tokens) -> dt.date | None:
    """Return the day of publication that the text itself implies, or None.

    In this order: a dateline or a stamp with a full date; a numbered edition of a known event
    (``data/reference/expos.csv``) whose opening the text puts on the weekday on which it was, or which it calls
    under way; the last full date that agrees with the weekday beside it, if no other weekday is named.
    """
    stamped, agreeing = _full_dates(tokens)
    if stamped:
        return max(stamped)
    day = _from_event(tokens)
    if day or not agreeing:
        return day
    latest = max(agreeing)
    named = {_data()["weekdays"][tokens.words[at]] for at in _weekdays(tokens)}
    return latest if named == {latest.isoweekday()} else None


def _full_dates(tokens: Tokens) -> tuple[list[dt.date], list[dt.date]]:
    """Days given with their year: in datelines and stamps, and beside a weekday that fits."""
    stamped: list[dt.date] = []
    agreeing: list[dt.date] = []
    grammar = _grammar()[0]
    if grammar.letters["year"] not in grammar.tag(tokens):
        return stamped, agreeing
    for rule, here in _matches(tokens, Context(None)):
        whole = rule in ("weekday and date", "ISO date", "date") and "year" in here.parts
        value = _date(here, rule, Context(None)).value if whole else None
        if value and _is_stamp(here):
            stamped.append(dt.date.fromisoformat(value))
        elif value and "weekday" in here.parts and not _speaks_of_future(here):
            day = dt.date.fromisoformat(value)
            agreeing += [day] if day.isoweekday() == _data()["weekdays"][here.parts["weekday"]] else []
    return stamped, agreeing


def _is_stamp(here: Match) -> bool:
    """*Updated: 2021-08-29*, *Xinhua | 2021-08-29 10:30*, a dateline: the day that the text itself is from."""
    start, stop = here.bounds
    sentence = here.tokens.sentences[here.tokens.sentence_at(here.first)]
    if sentence.kind == "dateline" or here.tokens.words[start] in _set("stamps"):
        return True
    if stop - start > STAMP:
        return False
    words, shapes = here.tokens.words[start:stop], here.tokens.shapes[start:stop]
    months = _data()["months"]
    return all(
        shape != "a" or word in _set("stamp_words") or word in months for word, shape in zip(words, shapes, strict=True)
    )


def _from_event(tokens: Tokens) -> dt.date | None:
    text = tokens.text.lower()
    if not any(name in text for name in _known_events()):
        return None
    text = " ".join(tokens.words)
    told = [row for name, rows in _known_events().items() for row in _editions(text, name, rows)]
    return _last_day_told(tokens, text, max(told, key=lambda row: row["opening"])) if told else None


@cache
def _known_events() -> Mapping[str, Sequence[Mapping[str, str]]]:
    """The editions of each known event, by each of its names."""
    known: dict[str, list[Mapping[str, str]]] = {}
    for row in lexicon.rows("reference/expos"):
        for name in filter(None, (row["event"], *row["aliases"].split("|"))):
            known.setdefault(name.lower(), []).append(row)
    return known


def _editions(text: str, name: str, rows: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Return the editions that `text` names: *third* or *3rd* before the event's name."""
    ordinals = {word: str(number) for number, word in enumerate(_data()["editions"], 1)}
    found, at = [], text.find(name)
    while at >= 0:
        words = text[max(0, at - 24) : at].split()
        number = words[-2] if words[-1:] and words[-1] in _set("suffix") else ordinals.get(words[-1] if words else "")
        found += [row for row in rows if row["edition"] == number]
        at = text.find(name, at + 1)
    return found


def _weekdays(tokens: Tokens) -> list[int]:
    """Where the text names a weekday that is counted from its own day."""
    weekdays = _data()["weekdays"]
    return [
        at
        for at, word in enumerate(tokens.words)
        if word in weekdays
        and tokens.words[at - 1] not in ("last", "next", "every", "each")
        and tokens.words[at + 1] not in ("last", "next")
        and not _speaks_of_future(Match(tokens, at, at + 1, {}))
    ]


def _last_day_told(tokens: Tokens, text: str, row: Mapping[str, str]) -> dt.date | None:
    """Count the weekdays that the text names from the opening, if it puts the opening on the right one."""
    opening, last = dt.date.fromisoformat(row["opening"]), dt.date.fromisoformat(row["last_day"])
    named = [(at, _data()["weekdays"][tokens.words[at]]) for at in _weekdays(tokens)]
    openings = {day for at, day in named if _tells_of_opening(tokens, at, row)}
    under_way = any(phrase in text for phrase in _set("under_way"))
    if opening.isoweekday() not in openings and (openings or not under_way):
        return None
    days = [(day - opening.isoweekday()) % 7 for _, day in named]
    told = [day for day in days if day <= (last - opening).days]
    return opening + dt.timedelta(days=max(told)) if told else None


def _tells_of_opening(tokens: Tokens, at: int, row: Mapping[str, str]) -> bool:
    """*the opening ceremony of the import expo on [Wednesday]*, *the expo, which opened there on [Friday]*."""
    words = tokens.words[tokens.bounds(tokens.sentence_at(at))[0] : at]
    names = {row["event"].lower().split()[-1], *row["aliases"].lower().split("|")}
    return any(word.startswith("open") for word in words) and any(word in names for word in words)


def _is_something_else(here: Match, rule: str, context: Context) -> bool:
    """*may* the verb, *2,020 tons*, *Vision 2035*, *H 1* with a space, *a second day*: no time expressions."""
    refuse = REFUSALS.get(rule)
    return refuse is not None and refuse(here, context)


def _is_no_month(here: Match, context: Context) -> bool:
    word, tokens = here.parts.get("month", ""), here.tokens
    if "part" in here.parts or "middle" in here.parts:
        return False
    if not tokens.forms[here.first][0].isupper():
        return True
    if here.last - here.first > 1:
        return False
    placed = here.before in _set("before_month")
    if tokens.words[here.last] == "day":  # May Day
        return True
    named = tokens.shapes[here.last] == "A" or (here.before and tokens.shapes[here.first - 1] == "A")
    starts = here.first == here.bounds[0]
    return not placed and (bool(named) or (len(word) <= 3 and (word != "may" or starts)))


def _is_no_year(here: Match, context: Context) -> bool:
    """Tell whether four figures count or name something: *2000 firms*, *Vision 2035*, *2019 km*."""
    tokens, at, before = here.tokens, here.first, here.before
    behind = tokens.words[here.last]
    if behind in _units_of_measure() or behind == "%" or (tokens.joined(here.last) and behind.isalpha()):
        return True
    if tokens.joined(at) and before not in _set("year_openers"):
        return True
    if before in _set("year_after_any"):
        return False
    if not before:
        return _counts(tokens, here.last)
    if before in ("to", "and", "or", ",", "-", "–"):
        near = context.end in range(at - 3, at + 1) or tokens.words[at - 2] in _set("year_to")
        return not near or _counts(tokens, here.last)
    named = before == "the" and tokens.shapes[here.last] == "A"  # the 2019 World Expo
    return named or before not in _set("year_after") or _counts(tokens, here.last)


def _counts(tokens: Tokens, at: int) -> bool:
    """Tell whether a plural noun stands at token `at`, or one word behind it."""
    for word, shape in zip(tokens.words[at : at + 2], tokens.shapes[at : at + 2], strict=True):
        if shape != "a" or word in _set("function_words"):
            return False
        if word.endswith("s") and not word.endswith("ss"):
            return True
    return False


def _is_no_quarter(here: Match, context: Context) -> bool:
    if "compound" in here.parts:
        return here.tokens.words[here.last] == "of"
    half = here.parts["which"] == "half"
    if half != (here.parts["nth"] in ("latter", "former")) and half and _ordinal(here) > 2:
        return True
    if here.parts["nth"] == "last" and half:
        return True
    dated = "year" in here.parts or "rel" in here.parts or here.tokens.words[here.last - 1] == "year"
    return not dated and here.tokens.words[here.last] == "of"  # of the match


def _is_no_code(here: Match, context: Context) -> bool:
    at = here.first + (2 if here.parts.get("year") == here.tokens.words[here.first] else 1)
    return not here.tokens.joined(at) or here.parts["nth"] not in ("1234" if here.parts["code"] == "q" else "12")


def _is_no_range(here: Match, context: Context) -> bool:
    """Tell whether a number behind *to* or a dash goes on from no date: *Nov. 5 to 10 firms*."""
    if context.end != here.first or _counts(here.tokens, here.last):
        return True
    tail = here.parts["tail"]
    if len(context.value) == 4:
        joined = here.tokens.joined(here.last - 1)
        return not (joined and len(tail) == 2 and tail.isdigit() and int(tail) > int(context.value[2:]))
    return len(context.value) != timevalues.FULL_DATE or not tail.isdigit() or int(tail) > 31


def _is_no_day_of_month(here: Match, context: Context) -> bool:
    return here.tokens.shapes[here.last] not in (".", BREAK)


def _is_no_span(here: Match, context: Context) -> bool:
    many = here.parts["many"]
    short = here.tokens.words[here.first] == "within" and _unit(here) not in LONG_UNITS
    return short or not (many.isdigit() or many in _data()["numbers"])


def _is_no_step(here: Match, context: Context) -> bool:
    behind = here.tokens.words[here.last]
    return behind == "than" or _is_no_span(here, context)


def _is_no_unit(here: Match, context: Context) -> bool:
    """*last years* without a number, *the last day of the expo*, *next day* of nothing."""
    word = here.parts["unit"]
    of_something = here.tokens.words[here.last] == "of" and ("step" in here.parts or here.parts.get("rel") == "last")
    bare_day = word == "day" and here.parts.get("step", here.parts.get("rel")) in ("this", "last", "past", "coming")
    return word.endswith("s") or of_something or bare_day


REFUSALS: Mapping[str, Callable[[Match, Context], bool]] = {
    "month": _is_no_month,
    "year": _is_no_year,
    "end of a range": _is_no_range,
    "day of the month": _is_no_day_of_month,
    "quarter or half": _is_no_quarter,
    "coded quarter": _is_no_code,
    "coded quarter of": _is_no_code,
    "first months": lambda here, context: (
        here.tokens.words[here.first] not in ("first", "last", "final") or _is_no_span(here, context)
    ),
    "ago": _is_no_span,
    "apart": _is_no_step,
    "span": _is_no_span,
    "span within": _is_no_span,
    "span since": _is_no_span,
    "part of a unit": lambda here, context: here.parts.get("unit") == "day",
    "relative unit": _is_no_unit,
    "unit beside": _is_no_unit,
    "day": lambda here, context: (
        here.parts["today"] == "today" and here.tokens.words[here.last : here.last + 2] == ["'", "s"]
    ),
}
# How many words at both ends of a match only show the way to the expression.
FRAMES = {
    "end of a range": (1, 0),
    "day of the month": (2, 0),
    "span within": (1, 0),
    "span since": (1, 0),
    "day beside": (0, 0),
}


def _date(here: Match, rule: str, context: Context) -> Date:
    try:
        type_, value, mod = READERS[rule](here, context)
        refusal = None
        if value and value.startswith("-"):
            raise UnresolvedError("it lies before the years that are counted")
    except (UnresolvedError, OverflowError) as problem:
        type_, value, mod, refusal = "DATE", None, _part_mod(here), str(problem)
    weekday = _data()["weekdays"].get(here.parts.get("weekday", "")) if "month" in here.parts else None
    first, last = _frame(here, rule)
    span = here.tokens.span(first, last)
    return Date(span=span, type=type_, value=value, mod=mod, weekday=weekday, refusal=refusal, rule=rule)


def _frame(here: Match, rule: str) -> tuple[int, int]:
    """Leave out the words that only show the way (*within*), the article, and signs at the end."""
    words = here.tokens.words
    first, last = here.first + FRAMES.get(rule, (0, 0))[0], here.last
    while words[last - 1] in (".", ","):
        last -= 1
    if words[first] == "the" and not rule.startswith("day "):
        first += 1
    return first, last


def _month_pair(here: Match, context: Context) -> list[Date]:
    """*January-October 2020*, which is one word: two dates."""
    start = here.tokens.starts[here.first]
    months = here.parts["pair"].split("-")
    end = here.tokens.ends[here.last - 1 - (here.tokens.words[here.last - 1] == ".")]
    spans = [Span(start, start + len(months[0])), Span(start + len(months[0]) + 1, end)]
    year: int | None = None
    refusal = None
    numbers = [int(_data()["months"][month]) for month in months]
    try:
        year = _year(here, context) or _nearest_year(here, context, numbers[1], None)
    except UnresolvedError as problem:
        refusal = str(problem)
    values = [year and f"{year - (numbers[0] > number)}-{number:02}" for number in numbers]
    values[0] = year and f"{year - (numbers[0] > numbers[1])}-{numbers[0]:02}"
    values[1] = year and f"{year}-{numbers[1]:02}"
    return [
        Date(span=span, type="DATE", value=value or None, refusal=refusal, rule="month pair")
        for span, value in zip(spans, values, strict=True)
    ]


def _published(context: Context) -> dt.date:
    if context.published is None:
        raise UnresolvedError("no day of publication is known to count from")
    return context.published


def _part_mod(here: Match) -> str | None:
    word = here.parts.get("part") or here.parts.get("middle", "").rsplit("-", 1)[0]
    mod = _data()["parts"].get(word)
    return str(mod) if mod else None


def _mod(here: Match) -> str | None:
    return next((mod for mod, words in _data()["mods"].items() if here.parts.get("mod") in words), None)


def _count(here: Match) -> int:
    word = here.parts.get("many", "one")
    return int(word) if word.isdigit() else int(_data()["numbers"][word])


def _ordinal(here: Match) -> int:
    nth = here.parts["nth"]
    return int(nth) if nth.isdigit() else int(_data()["ordinals"][nth])


def _unit(here: Match) -> str:
    return str(_data()["units"][here.parts["unit"]])


def _year(here: Match, context: Context) -> int | None:
    """Return the year that an expression gives itself: *2021*, *of last year*, *of that year*."""
    if "year" in here.parts:
        return int(here.parts["year"])
    rel = here.parts.get("rel")
    if rel in ("that", "same"):
        if context.year is None:
            raise UnresolvedError("no year stands before")
        return context.year
    if rel:
        return int(_published(context).year + _data()["steps"][rel])
    return context.year if context.lead == here.tokens.sentence_at(here.first) else None


def _month_number(here: Match) -> int:
    word = here.parts.get("month") or here.parts["middle"].rsplit("-", 1)[1]
    return int(_data()["months"][word])


def _day(year: int, month: int, day: int) -> Reading:
    value = timevalues.full_date(year, month, day)
    if value is None:
        raise UnresolvedError("the calendar has no such day")
    return "DATE", value, None


def _read_date(here: Match, context: Context) -> Reading:
    month, day = _month_number(here), int(here.parts["day"])
    year = _year(here, context) or _year_of_range(here, context, month)
    return _day(year or _nearest_year(here, context, month, day), month, day)


def _read_iso(here: Match, context: Context) -> Reading:
    return _day(int(here.parts["year"]), int(here.parts["digits"]), int(here.parts["day"]))


def _read_end_of_range(here: Match, context: Context) -> Reading:
    tail = int(here.parts["tail"])
    if len(context.value) == 4:
        return "DATE", f"{context.value[:2]}{tail:02}", None
    return _day(int(context.value[:4]), int(context.value[5:7]), tail)


def _read_day_of_month(here: Match, context: Context) -> Reading:
    if context.month is None:
        raise UnresolvedError("no month stands before")
    return _day(int(context.month[:4]), int(context.month[5:]), int(here.parts["tail"]))


def _read_month(here: Match, context: Context) -> Reading:
    month = _month_number(here)
    year = _year(here, context) or _year_of_range(here, context, month)
    return "DATE", f"{year or _nearest_year(here, context, month, None)}-{month:02}", _part_mod(here)


def _read_half_of_month(here: Match, context: Context) -> Reading:
    _, value, _ = _read_month(here, context)
    return "DATE", value, "START" if _ordinal(here) == 1 else "END"


def _year_of_range(here: Match, context: Context, month: int) -> int | None:
    """*from November to March 2021*: the second month's year gives the first one's too."""
    found = _range().match(_grammar()[0].tag(here.tokens), here.last)
    if not found:
        return None
    behind = _match(here.tokens, found)
    year = _year(behind, context)
    return year - (month > int(_data()["months"][behind.parts["month"]])) if year else None


def _nearest_year(here: Match, context: Context, month: int, day: int | None) -> int:
    published = _published(context)
    past = timevalues.year_of_month(published, month, day, future=False)
    coming = timevalues.year_of_month(published, month, day, future=True)
    tense = _tense(here)
    if tense is not None:
        return coming if tense else past
    first = timevalues.full_date(coming, month, day or 1)
    soon = first and (dt.date.fromisoformat(first) - published).days <= NEAR_FUTURE
    return coming if soon and (day or "part" in here.parts) else past


def _speaks_of_future(here: Match) -> bool:
    return _tense(here) is True


def _tense(here: Match) -> bool | None:
    """Tell whether the words about an expression speak of what is to come; None if they do not say.

    The nearest cue before it counts; where it opens its sentence, the nearest one behind it.
    """
    start, stop = here.bounds
    before = range(here.first - 1, max(start, here.first - REACH) - 1, -1)
    behind = range(here.last, min(stop, here.last + REACH)) if here.opens else ()
    words, cues = here.tokens.words, _cues()
    for at in (*before, *behind):
        word = words[at]
        kind = cues.get(word) or ("participle" if word.endswith("ed") else None)
        cue = _cue(here.tokens, at, kind) if kind else None
        if cue is not None:
            return cue
    return None


def _cue(tokens: Tokens, at: int, kind: str) -> bool | None:
    """Read one word as a cue of time: *will* (True), *said*, *opened* (False), or none."""
    words = tokens.words
    before = words[at - 1] if at else ""
    if kind == "pair":  # set to open, set up
        return f"{words[at]} {words[at + 1]}" in _set("future_pairs")
    if kind == "modal":  # may, not May
        return True if tokens.forms[at].islower() and words[at + 1] != "have" else None
    if kind == "infinitive":
        return True if before == "to" else None
    if kind == "participle":
        return None if len(words[at]) < 5 or before in ("be", "and", "the", "a") else False
    return kind == "future"


@cache
def _cues() -> Mapping[str, str]:
    pairs = {pair.split()[0] for pair in _set("future_pairs")}
    kinds = {
        "infinitive": _set("future_infinitives"),
        "past": _set("past_words"),
        "future": _set("future_words"),
        "modal": _set("future_modals"),
    }
    return {word: kind for kind, words in (kinds | {"pair": pairs}).items() for word in words}


def _read_first_months(here: Match, context: Context) -> Reading:
    return "DURATION", timevalues.duration(_unit(here), _count(here)), None


def _read_quarter(here: Match, context: Context) -> Reading:
    if "compound" in here.parts:
        nth, which = here.parts["compound"].split("-")
        number, half = int(_data()["ordinals"][nth]), which == "half"
    else:
        half = here.parts.get("which", here.parts.get("code")) in ("half", "h")
        number = 4 if here.parts["nth"] == "last" else _ordinal(here)
    year = _year(here, context)
    if year is None:
        year = _year_of_quarter(here, _published(context), number, 6 if half else 3)
    return "DATE", f"{year}-{'H' if half else 'Q'}{number}", _part_mod(here)


def _year_of_quarter(here: Match, published: dt.date, number: int, months: int) -> int:
    """A quarter that is told of has ended; one that is spoken of may be under way."""
    if here.tokens.words[here.last - 1] == "year":
        return published.year
    tense = _tense(here)
    first, last = (number - 1) * months + 1, number * months
    if tense:
        return published.year + (last < published.month)
    return published.year - (first > published.month or (tense is False and last > published.month))


def _read_part_of_unit(here: Match, context: Context) -> Reading:
    if "unit" not in here.parts:  # year-end
        return "DATE", str(_year(here, context) or _published(context).year), "END"
    return "DATE", _relative(here, context), _part_mod(here)


def _relative(here: Match, context: Context) -> str:
    unit, rel = _unit(here), here.parts.get("rel", "this")
    if rel in ("that", "same"):
        known = {"Y": context.year and str(context.year), "M": context.month}.get(unit)
        if not known:
            raise UnresolvedError("nothing before says which")
        return known
    return _step(_published(context), unit, _data()["steps"][rel])


def _step(anchor: dt.date, unit: str, count: int) -> str:
    """Take a step; *this decade* is the value ``202``: three figures of its years (TIMEX3)."""
    return timevalues.step(anchor, unit, count)[: 3 if unit == "DECADE" else None]


def _read_part_of_year(here: Match, context: Context) -> Reading:
    return "DATE", here.parts["year"], _part_mod(here)


def _read_ago(here: Match, context: Context) -> Reading:
    return "DATE", timevalues.step(_published(context), _unit(here), -_count(here)), _mod(here)


def _read_half_year_ago(here: Match, context: Context) -> Reading:
    return "DATE", timevalues.step(_published(context), "M", -6), None


def _read_apart(here: Match, context: Context) -> Reading:
    """*three years later*, *a day earlier*: from the date that was told before."""
    unit, back = _unit(here), "back" in here.parts
    told = _told(context, unit)
    if back and (told is None or context.sentence != here.tokens.sentence_at(here.first)) and unit != "D":
        told = _published(context)
    if told is None and back:
        told = _published(context)
    if told is None:
        raise UnresolvedError("nothing before says from when")
    return "DATE", timevalues.step(told, unit, -_count(here) if back else _count(here)), None


def _told(context: Context, unit: str) -> dt.date | None:
    """The date told before, if it is at least as exact as `unit`."""
    if unit in ("D", "W"):
        return context.day
    if unit in ("M", "Q"):
        return dt.date.fromisoformat(f"{context.month}-01") if context.month else None
    return dt.date(context.year, 1, 1) if context.year else None


def _read_span(here: Match, context: Context) -> Reading:
    return "DURATION", timevalues.duration(_unit(here), _count(here)), _mod(here)


def _read_unit_beside(here: Match, context: Context) -> Reading:
    """*the past year* lasts; *the previous year* lies before the date that was told, *the next day* behind it."""
    unit, step, before = _unit(here), here.parts["step"], here.before
    lasting = step in ("past", "coming") or (step in ("last", "next") and before in _set("lasting"))
    if lasting and unit != "D":
        return "DURATION", timevalues.duration(unit, 1), None
    told = _told(context, unit) if step not in ("last", "this", "current") else None
    return "DATE", timevalues.step(told or _published(context), unit, _data()["steps"][step]), None


def _read_unit_before_last(here: Match, context: Context) -> Reading:
    return "DATE", timevalues.step(_published(context), _unit(here), -2), None


def _read_day_beside(here: Match, context: Context) -> Reading:
    days = {"yesterday": -2, "tomorrow": 2}.get(here.parts["today"], 0)
    return "DATE", (_published(context) + dt.timedelta(days=days)).isoformat(), None


def _read_day_before(here: Match, context: Context) -> Reading:
    behind, shape = here.tokens.words[here.last], here.tokens.shapes[here.last]
    if shape == "A" or behind in _set("determiners"):
        raise UnresolvedError("it is counted from an event")
    return "DATE", _day_apart(context, -1 if "back" in here.parts else 1), None


def _day_apart(context: Context, days: int) -> str:
    return ((context.day or _published(context)) + dt.timedelta(days=days)).isoformat()


def _read_same_day(here: Match, context: Context) -> Reading:
    return "DATE", _day_apart(context, 0), None


def _read_each(here: Match, context: Context) -> Reading:
    return "SET", timevalues.duration(_unit(here), _count(here)), None


def _read_each_weekday(here: Match, context: Context) -> Reading:
    return "SET", f"XXXX-WXX-{_data()['weekdays'][here.parts['weekday']]}", None


def _read_weekday_of_week(here: Match, context: Context) -> Reading:
    day = _published(context) + dt.timedelta(weeks=_data()["steps"][here.parts["rel"]])
    weekday = _data()["weekdays"][here.parts["weekday"]]
    return "DATE", (day + dt.timedelta(days=weekday - day.isoweekday())).isoformat(), None


def _read_relative_weekday(here: Match, context: Context) -> Reading:
    published = _published(context)
    weekday = _data()["weekdays"][here.parts["weekday"]]
    if here.parts["rel"] == "last":
        return "DATE", timevalues.weekday_before(published, weekday, strictly=True).isoformat(), None
    if here.parts["rel"] == "next":
        return "DATE", timevalues.weekday_after(published, weekday).isoformat(), None
    return "DATE", (published + dt.timedelta(days=weekday - published.isoweekday())).isoformat(), None


def _read_weekend(here: Match, context: Context) -> Reading:
    published = _published(context)
    rel = here.parts.get("rel")
    if rel:
        day = published + dt.timedelta(weeks=_data()["steps"][rel])
    else:
        nearest = timevalues.weekday_after if _speaks_of_future(here) else timevalues.weekday_before
        day = nearest(published, 6)
    return "DATE", timevalues.step(day, "W", 0) + "-WE", None


def _read_relative_unit(here: Match, context: Context) -> Reading:
    if _unit(here) == "DECADE" and here.parts["rel"] in ("last", "next"):
        return "DURATION", timevalues.duration("DECADE", 1), None
    return "DATE", _relative(here, context), None


def _read_day(here: Match, context: Context) -> Reading:
    days = _data()["days"][here.parts["today"]]
    return "DATE", (_published(context) + dt.timedelta(days=days)).isoformat(), None


def _read_weekday(here: Match, context: Context) -> Reading:
    published = _published(context)
    weekday = _data()["weekdays"][here.parts["weekday"]]
    nearest = timevalues.weekday_after if _speaks_of_future(here) else timevalues.weekday_before
    return "DATE", nearest(published, weekday).isoformat(), None


def _read_season(here: Match, context: Context) -> Reading:
    return "DATE", f"{_year(here, context)}-{_data()['seasons'][here.parts['season']]}", None


def _read_decade(here: Match, context: Context) -> Reading:
    return "DATE", here.parts["year"][:3], _part_mod(here)


def _read_year(here: Match, context: Context) -> Reading:
    return "DATE", here.parts["year"], "APPROX" if here.before in ("around", "circa") else None


READERS: Mapping[str, Callable[[Match, Context], Reading]] = {
    "weekday and date": _read_date,
    "ISO date": _read_iso,
    "date": _read_date,
    "end of a range": _read_end_of_range,
    "day of the month": _read_day_of_month,
    "first months": _read_first_months,
    "half of a month": _read_half_of_month,
    "quarter or half": _read_quarter,
    "coded quarter": _read_quarter,
    "coded quarter of": _read_quarter,
    "month": _read_month,
    "season": _read_season,
    "part of a unit": _read_part_of_unit,
    "part of a decade": _read_decade,
    "part of a year": _read_part_of_year,
    "half a year ago": _read_half_year_ago,
    "ago": _read_ago,
    "apart": _read_apart,
    "span": _read_span,
    "span within": _read_span,
    "span since": _read_span,
    "day beside": _read_day_beside,
    "day before or after": _read_day_before,
    "unit before last": _read_unit_before_last,
    "unit beside": _read_unit_beside,
    "same day": _read_same_day,
    "each": _read_each,
    "each weekday": _read_each_weekday,
    "weekday of a week": _read_weekday_of_week,
    "relative weekday": _read_relative_weekday,
    "weekend": _read_weekend,
    "relative unit": _read_relative_unit,
    "day": _read_day,
    "weekday": _read_weekday,
    "decade": _read_decade,
    "year": _read_year,
}


def _data() -> Mapping[str, Any]:
    return lexicon.load("calendar")


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_data()["words"][name])


@cache
def _units_of_measure() -> frozenset[str]:
    units = lexicon.load("quantities")["units"]
    named = {phrase.split()[0] for unit, phrases in units.items() for phrase in phrases if unit not in TIMES}
    return frozenset(named)


@cache
def _grammar() -> tuple[Grammar, Mapping[str, tuple[re.Pattern[str], Sequence[Rule]]], re.Pattern[str]]:
    """The classes, the rules by the class of word that they begin with, and a pattern for these words."""
    data = _data()
    months = list(data["months"])
    grammar = Grammar(
        {
            "month": months,
            "midmonth": [f"{part}-{month}" for part in data["parts"] for month in months],
            "monthpair": [f"{first}-{last}" for first in months for last in months],
            "weekday": data["weekdays"],
            "season": data["seasons"],
            "part": [part for part in data["parts"] if part not in data["words"]["yearend"]],
            "year": [str(year) for year in range(1800, 2101)],
            "day": [*map(str, range(1, 32)), *(f"0{day}" for day in range(1, 10))],
            "number": data["numbers"],
            "yearword": ["year"],
            "quarterword": ["quarter"],
            "halfword": ["half"],
            "dayword": ["day"],
            "weekword": ["week"],
            "weekend": ["weekend"],
            "unit": set(data["units"]) - {"year", "quarter", "day", "week"},
            "ordinal": [word for word in data["ordinals"] if word not in ("latter", "former")],
            "compound": [f"{nth}-{unit}" for nth in data["ordinals"] for unit in ("quarter", "half")],
        }
        | {name: data["words"][name] for name in data["words"]["classes"]}
        | {"today": data["days"]}
    )
    rules: dict[str, list[Rule]] = {}
    for name, pattern in RULES:
        compiled = grammar.compile(pattern)
        for opener in _FIRST.match(pattern)[1].split("|"):  # type: ignore[index]
            rules.setdefault(grammar.letters[opener], []).append((name, compiled))
    gated = {letter: (_gate(held), held) for letter, held in rules.items()}
    return grammar, gated, re.compile(f"[{''.join(rules)}]")


def _gate(rules: Sequence[Rule]) -> re.Pattern[str]:
    """One pattern for all rules that begin with a class: most words that could begin one are passed at once."""
    return re.compile("|".join(_NAMED.sub("(?:", pattern.pattern) for _, pattern in rules))


@cache
def _range() -> re.Pattern[str]:
    return _grammar()[0].compile(f"(to|and|dash) month:(month) dot? (day suffix?)? {_OF_YEAR}")
