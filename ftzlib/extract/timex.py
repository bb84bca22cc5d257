"""Time expressions, as TIMEX3 of ISO-TimeML has them: type, value at its true granularity, mod.

Finds     dates in full and in part, weekdays, *late August last year*, *the first half*, *the previous day*,
          *from January to June*, *the past three years*, *the first eight months of 2021*, *every year*.
Leaves    measured times (*cut to three days*), *so far*, *recently*, clock times, *14th Five-Year Plan*.
          What cannot be resolved keeps the value None and says why.
Example   "late August last year", published 2020-11-06 -> DATE 2019-08 END
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from ftzlib import lexicon, timevalues
from ftzlib.grammar import Grammar, scan
from ftzlib.records import Date
from ftzlib.tokens import Tokens

_UNIT = "unit:(unit|yearword|quarterword|dayword)"
_OF_YEAR = "(of? the? rel:(rel|that) yearword | comma? of? the? year:(year))"
RULES = (  # from left to right; where two start together, the first that is listed counts
    (
        "weekday and date",
        "weekday:(weekday) comma month:(month) dot? day:(day) suffix? (comma? year:(year))?",
    ),
    (
        "weekday and date",
        "weekday:(weekday) comma day:(day) suffix? month:(month) dot? (comma? year:(year))?",
    ),
    ("ISO date", "year:(year) dash digits:(day) dash day:(day)"),
    ("date", f"month:(month) dot? day:(day) suffix? {_OF_YEAR}?"),
    ("date", f"day:(day) suffix? of? month:(month) dot? {_OF_YEAR}?"),
    (
        "first months",
        f"ordinal many:(number|day) {_UNIT} (of? (the yearword | rel:(rel|that) yearword | year:(year)))?",
    ),
    ("quarter or half", f"nth:(ordinal) which:(quarterword|halfword) (of the yearword | {_OF_YEAR})?"),
    ("coded quarter", "code:(code) nth:(day) (of? year:(year))?"),
    ("month", f"part:(part) dash? of? the? month:(month) dot? {_OF_YEAR}?"),
    ("month", f"middle:(midmonth) {_OF_YEAR}?"),
    ("month", f"month:(month) dot? {_OF_YEAR}?"),
    ("part of a unit", f"part:(part) of? (the | the? rel:(rel|that)) {_UNIT}"),
    ("part of a year", "part:(part) dash? of? year:(year)"),
    ("ago", f"mod:(approx) than? many:(number|day) {_UNIT} ago"),
    ("ago", f"many:(number|day) {_UNIT} ago"),
    ("span", f"(rel|past) mod:(approx)? than? many:(number|day) {_UNIT}"),
    ("span of one", f"past {_UNIT}"),
    ("span within", f"(?<=within) mod:(approx)? than? many:(number|day) {_UNIT}"),
    ("span since", f"(?<=the) many:(number|day) {_UNIT} since"),
    ("day apart", "the dayword back:(before)"),
    ("day apart", "number dayword back:(earlier)"),
    ("day apart", "number dayword later"),
    ("same day", "that dayword"),
    ("each", f"each {_UNIT}"),
    ("relative weekday", "rel:(rel) weekday:(weekday)"),
    ("relative unit", f"rel:(rel|that) {_UNIT}"),
    ("day", "today:(today)"),
    ("weekday", "weekday:(weekday)"),
    ("year", "year:(year)"),
)
NEAR_FUTURE = 60  # days ahead in which a date without a year is the coming one


@dataclass(slots=True)
class Context:
    """What the text has said so far, for *that year* and *the same day*."""

    published: dt.date | None
    day: dt.date | None = None
    year: int | None = None
    month: str | None = None

    def note(self, value: str | None) -> None:
        """Remember a resolved value."""
        if not value or not value[:4].isdigit():
            return
        self.year = int(value[:4])
        if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value):
            self.month = value[:7]
        if len(value) == timevalues.FULL_DATE:
            self.day = dt.date.fromisoformat(value)


@dataclass(frozen=True, slots=True)
class Match:
    """One match of a rule: its tokens, and the words of its named parts."""

    tokens: Tokens
    first: int
    last: int
    parts: Mapping[str, str]


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
    grammar, rules = _grammar()
    context = Context(published)
    found: list[Date] = []
    for rule, match in scan(rules, grammar.tag(tokens)):
        words = {name: tokens.words[match.start(name)] for name, text in match.groupdict().items() if text}
        here = Match(tokens, match.start(), match.end(), words)
        if _is_something_else(here, rule):
            continue
        date = _date(here, rule, context)
        if date:
            context.note(date.value)
            found.append(date)
    return found


def infer_published(tokens: Tokens) -> dt.date | None:
    """Return the day of publication that the text itself implies, or None.

    A dateline with a full date gives it; so does a numbered edition of a known event
    (``data/events.csv``) whose opening the text puts on the weekday on which it was.
    """
    for date in find(tokens, None):
        sentence = tokens.sentence_at(tokens.at(date.span.start))
        stamped = tokens.sentences[sentence].kind == "dateline" or tokens.words[tokens.bounds(sentence)[0]] in (
            "updated",
            "published",
        )
        if stamped and date.value and len(date.value) == timevalues.FULL_DATE:
            return dt.date.fromisoformat(date.value)
    return _from_event(tokens)


def _from_event(tokens: Tokens) -> dt.date | None:
    text = tokens.text.lower()
    for row in lexicon.rows("events"):
        names = [f"{edition} {row['event'].lower()}" for edition in _editions(int(row["edition"]))]
        if any(name in text for name in names):
            return _last_day_told(tokens, dt.date.fromisoformat(row["opening"]))
    return None


def _editions(edition: int) -> tuple[str, str]:
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(edition, "th")
    return lexicon.load("calendar")["editions"][edition - 1], f"{edition}{suffix}"


def _last_day_told(tokens: Tokens, opening: dt.date) -> dt.date | None:
    """Count the weekdays that the text names from the opening, if it puts the opening on the right one."""
    weekdays = lexicon.load("calendar")["weekdays"]
    named = [
        at for at, word in enumerate(tokens.words) if word in weekdays and tokens.words[at - 1] not in ("last", "next")
    ]
    opened = any(
        weekdays[tokens.words[at]] == opening.isoweekday() and "open" in " ".join(tokens.words[max(at - 9, 0) : at])
        for at in named
    )
    if not opened:
        return None
    days = [(weekdays[tokens.words[at]] - opening.isoweekday()) % 7 for at in named]
    return opening + dt.timedelta(days=max(day for day in days if day < 6))


def _is_something_else(here: Match, rule: str) -> bool:
    """*may* the verb, *2,020 tons*, *Vision 2035*, *H 1* with a space, *a second day*: no time expressions."""
    tokens, first, last = here.tokens, here.first, here.last
    if rule == "month":
        return _is_no_month(here)
    if rule == "coded quarter":
        return not tokens.joined(first + 1) or here.parts["nth"] not in "1234"
    if rule == "quarter or half":
        return here.parts["which"] in ("half", "halves") and here.parts["nth"] not in (
            "first",
            "second",
            "1st",
            "2nd",
        )
    if rule == "first months":
        return tokens.words[first] not in ("first", "last", "final")
    if rule == "year":
        before, behind = tokens.words[first - 1], tokens.words[last]
        if first and tokens.shapes[first - 1] == "A" and first != tokens.bounds(tokens.sentence_at(first))[0] + 1:
            return True
        counted = behind in _words()["unit_words"] or before in (
            "$",
            "over",
            "nearly",
            "some",
            "rmb",
            "about",
            "no",
        )
        return counted or (tokens.joined(first) and before not in ("-", "–", "(", "/", '"', "“"))
    return False


def _is_no_month(here: Match) -> bool:
    word = here.parts.get("month", "")
    form = here.tokens.forms[here.first]
    if "part" in here.parts or "middle" in here.parts:
        return False
    if not form[0].isupper():
        return True
    alone = here.last - here.first == 1
    before = here.tokens.words[here.first - 1] if here.first else ""
    if alone and here.tokens.shapes[here.last] == "A" and before not in lexicon.load("calendar")["before_month"]:
        return True  # April Li
    starts = here.first == here.tokens.bounds(here.tokens.sentence_at(here.first))[0]
    return alone and (len(word) <= 3 and (word != "may" or starts))


def _date(here: Match, rule: str, context: Context) -> Date | None:
    try:
        type_, value, mod = READERS[rule](here, context)
        refusal = None
    except UnresolvedError as problem:
        type_, value, mod, refusal = "DATE", None, _part_mod(here), str(problem)
    weekday = lexicon.load("calendar")["weekdays"].get(here.parts.get("weekday", "")) if "month" in here.parts else None
    last = here.last - (rule == "span since")
    while here.tokens.words[last - 1] in (".", ","):
        last -= 1
    span = here.tokens.span(here.first, last)
    return Date(span=span, type=type_, value=value, mod=mod, weekday=weekday, refusal=refusal, rule=rule)


def _published(context: Context) -> dt.date:
    if context.published is None:
        raise UnresolvedError("no day of publication is known to count from")
    return context.published


def _part_mod(here: Match) -> str | None:
    if "middle" in here.parts:
        return "MID"
    mod: str | None = lexicon.load("calendar")["parts"].get(here.parts.get("part", ""))
    return mod


def _count(here: Match) -> int:
    word = here.parts["many"]
    return int(word) if word.isdigit() else lexicon.load("calendar")["numbers"][word]


def _year(here: Match, context: Context, *, default: bool = False) -> int | None:
    """Return the year that an expression gives itself: *2021*, *of last year*, *of that year*."""
    if "year" in here.parts:
        return int(here.parts["year"])
    rel = here.parts.get("rel")
    if rel in ("that", "same"):
        if context.year is None:
            raise UnresolvedError("no year stands before")
        return context.year
    if rel or default:
        return _published(context).year + int(lexicon.load("calendar")["steps"].get(rel or "this", 0))
    return None


def _month_number(here: Match) -> int:
    word = here.parts.get("month") or here.parts["middle"].split("-", 1)[1]
    return int(lexicon.load("calendar")["months"][word])


def _read_date(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    month, day = _month_number(here), int(here.parts["day"])
    year = _year(here, context) or _year_of_range(here) or _nearest_year(here, context, month, day)
    value = timevalues.full_date(year, month, day)
    if value is None:
        raise UnresolvedError("the calendar has no such day")
    return "DATE", value, None


def _read_iso(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    value = timevalues.full_date(int(here.parts["year"]), int(here.parts["digits"]), int(here.parts["day"]))
    if value is None:
        raise UnresolvedError("the calendar has no such day")
    return "DATE", value, None


def _read_month(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    month = _month_number(here)
    year = _year(here, context) or _year_of_range(here) or _nearest_year(here, context, month, None)
    return "DATE", f"{year}-{month:02}", _part_mod(here)


def _year_of_range(here: Match) -> int | None:
    """*from January to July 2021*: the second month's year is the first one's too."""
    grammar, _ = _grammar()
    pattern = _range()
    found = pattern.match(grammar.tag(here.tokens), here.last)
    return int(here.tokens.words[found.start("year")]) if found else None


def _nearest_year(here: Match, context: Context, month: int, day: int | None) -> int:
    published = _published(context)
    past = timevalues.year_of_month(published, month, day, future=False)
    coming = timevalues.year_of_month(published, month, day, future=True)
    if _is_future(here):
        return coming
    first = timevalues.full_date(coming, month, day or 1)
    soon = first and (dt.date.fromisoformat(first) - published).days <= NEAR_FUTURE
    return coming if soon and (day or "part" in here.parts) and coming != past else past


def _is_future(here: Match) -> bool:
    """Tell whether the words before an expression speak of what is to come."""
    words = lexicon.load("calendar")["future"]
    start = here.tokens.bounds(here.tokens.sentence_at(here.first))[0]
    for at in range(here.first - 1, start - 1, -1):
        word = here.tokens.words[at]
        if word in words["said"]:
            return False
        if word in words["words"]:
            return True
    return False


def _read_first_months(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    return "DURATION", timevalues.duration(_unit(here), _count(here)), None


def _unit(here: Match) -> str:
    return str(lexicon.load("calendar")["units"][here.parts["unit"]])


def _read_quarter(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    nth = here.parts["nth"]
    number = int(nth) if nth.isdigit() else lexicon.load("calendar")["ordinals"][nth]
    half = here.parts.get("which", here.parts.get("code")) in ("half", "h")
    year = _year(here, context)
    if year is None:
        published = _published(context)
        first_month = (number - 1) * (6 if half else 3) + 1
        year = published.year - (first_month > published.month and not _is_future(here))
    return "DATE", f"{year}-{'H' if half else 'Q'}{number}", None


def _read_part_of_unit(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    return "DATE", _relative(here, context), _part_mod(here)


def _relative(here: Match, context: Context) -> str:
    unit, rel = _unit(here), here.parts.get("rel", "this")
    if rel in ("that", "same"):
        known = context.month if unit == "M" else str(context.year or "") if unit == "Y" else None
        if not known:
            raise UnresolvedError("nothing before says which")
        return known
    return timevalues.step(_published(context), unit, lexicon.load("calendar")["steps"][rel])


def _read_part_of_year(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    return "DATE", here.parts["year"], _part_mod(here)


def _read_ago(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    mods = lexicon.load("calendar")["mods"]
    mod = next((name for name, words in mods.items() if here.parts.get("mod") in words), None)
    return "DATE", timevalues.step(_published(context), _unit(here), -_count(here)), mod


def _read_span(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    mods = lexicon.load("calendar")["mods"]
    mod = next((name for name, words in mods.items() if here.parts.get("mod") in words), None)
    return (
        "DURATION",
        timevalues.duration(_unit(here), _count(here)),
        mod or ("MORE_THAN" if here.parts.get("mod") == "more" else None),
    )


def _read_span_of_one(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    if here.tokens.words[here.first] in ("previous", "following", "preceding") or _unit(here) == "D":
        step = -1 if here.tokens.words[here.first] in ("previous", "preceding", "past") else 1
        if _unit(here) == "D":
            return "DATE", _day_apart(context, step), None
        anchor = context.day or _published(context)
        return "DATE", timevalues.step(anchor, _unit(here), step), None
    if here.tokens.words[here.first] == "coming":
        return "DURATION", timevalues.duration(_unit(here), 1), None
    return "DURATION", timevalues.duration(_unit(here), 1), None


def _day_apart(context: Context, days: int) -> str:
    return ((context.day or _published(context)) + dt.timedelta(days=days)).isoformat()


def _read_day_apart(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    return "DATE", _day_apart(context, -1 if "back" in here.parts else 1), None


def _read_same_day(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    return "DATE", _day_apart(context, 0), None


def _read_each(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    return "SET", timevalues.duration(_unit(here), 1), None


def _read_relative_weekday(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    published = _published(context)
    weekday = lexicon.load("calendar")["weekdays"][here.parts["weekday"]]
    if here.parts["rel"] == "last":
        return "DATE", timevalues.weekday_before(published, weekday, strictly=True).isoformat(), None
    if here.parts["rel"] == "next":
        return "DATE", timevalues.weekday_after(published, weekday).isoformat(), None
    return "DATE", (published + dt.timedelta(days=weekday - published.isoweekday())).isoformat(), None


def _read_relative_unit(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    return "DATE", _relative(here, context), None


def _read_day(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    days = lexicon.load("calendar")["days"][here.parts["today"]]
    return "DATE", (_published(context) + dt.timedelta(days=days)).isoformat(), None


def _read_weekday(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    published = _published(context)
    weekday = lexicon.load("calendar")["weekdays"][here.parts["weekday"]]
    nearest = timevalues.weekday_after if _is_future(here) else timevalues.weekday_before
    return "DATE", nearest(published, weekday).isoformat(), None


def _read_year(here: Match, context: Context) -> tuple[str, str | None, str | None]:
    before = here.tokens.words[here.first - 1]
    return "DATE", here.parts["year"], "APPROX" if before in ("around", "circa") else None


READERS: Mapping[str, Callable[[Match, Context], tuple[str, str | None, str | None]]] = {
    "weekday and date": _read_date,
    "ISO date": _read_iso,
    "date": _read_date,
    "first months": _read_first_months,
    "quarter or half": _read_quarter,
    "coded quarter": _read_quarter,
    "month": _read_month,
    "part of a unit": _read_part_of_unit,
    "part of a year": _read_part_of_year,
    "ago": _read_ago,
    "span": _read_span,
    "span of one": _read_span_of_one,
    "span within": _read_span,
    "span since": _read_span,
    "day apart": _read_day_apart,
    "same day": _read_same_day,
    "each": _read_each,
    "relative weekday": _read_relative_weekday,
    "relative unit": _read_relative_unit,
    "day": _read_day,
    "weekday": _read_weekday,
    "year": _read_year,
}


@cache
def _words() -> Mapping[str, frozenset[str]]:
    units = lexicon.load("quantities")["units"]
    words = {
        phrase.split()[0]
        for unit, phrases in units.items()
        for phrase in phrases
        if unit not in ("year", "month", "day")
    }
    return {"unit_words": frozenset(words)}


@cache
def _grammar() -> tuple[Grammar, list[tuple[str, re.Pattern[str]]]]:
    data = lexicon.load("calendar")
    grammar = Grammar(
        {
            "month": data["months"],
            "midmonth": [f"mid-{month}" for month in data["months"]],
            "weekday": data["weekdays"],
            "part": data["parts"],
            "year": [str(year) for year in range(1900, 2101)],
            "day": [*map(str, range(1, 32)), *(f"0{day}" for day in range(1, 10))],
            "number": data["numbers"],
            "yearword": ["year"],
            "quarterword": ["quarter"],
            "halfword": ["half"],
            "dayword": ["day"],
            "unit": set(data["units"]) - {"year", "quarter", "day"},
            "ordinal": [*data["ordinals"], "last"][:-1],
            "that": ["that", "same"],
            "past": ["past", "previous", "preceding", "coming", "following"],
            "rel": ["last", "this", "next"],
            "suffix": ["st", "nd", "rd", "th"],
            "code": ["q", "h"],
            "approx": ["about", "around", "roughly", "some", "nearly", "almost", "over", "more"],
            "than": ["than"],
            "ago": ["ago"],
            "within": ["within"],
            "since": ["since"],
            "before": ["before"],
            "earlier": ["earlier"],
            "later": ["later", "after"],
            "each": ["every", "each"],
            "today": data["days"],
            "to": ["to", "until", "through", "till", "and"],
            "of": ["of", "in"],
            "the": ["the"],
            "comma": [",", "，"],
            "dot": ["."],
            "dash": ["-", "–", "‑"],
        }
    )
    return grammar, grammar.rules(RULES)


@cache
def _range() -> re.Pattern[str]:
    return _grammar()[0].compile("(to|dash) month dot? (day suffix?)? comma? of? year:(year)")
