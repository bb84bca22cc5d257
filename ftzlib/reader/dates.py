"""Dates: what a time expression means, as TIMEX3 of ISO-TimeML has it, at its true granularity.

Finds     a value for each expression (`expressions`), counted from the day of publication or from what was told before.
Leaves    what cannot be resolved: it keeps the value None and says why.
Example   "late August last year", published 2020-11-06 -> DATE 2019-08 END

Source of the value formats: TimeML 1.2.1 annotation guidelines, TIMEX3, and ISO 8601.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from ftzlib.facts.records import Date
from ftzlib.grammar import lexicon
from ftzlib.reader import expressions
from ftzlib.reader.expressions import Context, Match, tense
from ftzlib.text.spans import Span
from ftzlib.text.tokens import Tokens

NEAR_FUTURE = 60  # days ahead in which a date without a year is the coming one
HALF_A_YEAR = 183  # ... where it is the day on which something takes effect or ends


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
    for here in expressions.find(tokens, context):
        for date in _pair(here, context) if "pair" in here.parts else [date_of(here, context)]:
            context.note(date, here)
            tokens.dates[tokens.at(date.span.start)] = here.last
            found.append(date)
    return found


def date_of(here: Match, context: Context) -> Date:
    """Read one expression."""
    value, refusal = None, here.rule.get("why")
    try:
        value = READERS[here.rule["reads"]](here, context) if refusal is None else None
        if value and value.startswith("-"):
            value, refusal = None, "it lies before the years that are counted"
    except (UnresolvedError, OverflowError) as problem:
        refusal = str(problem)
    return Date(
        span=_span(here),
        type=here.rule.get("type", "DATE") if refusal is None else "DATE",
        value=value,
        mod=_mod(here),
        weekday=_calendar()["weekdays"].get(here.parts.get("weekday", "")) if "month" in here.parts else None,
        refusal=refusal,
        edge=here.parts.get("part") in lexicon.words("dates", "edges"),
        rule=here.rule["name"],
    )


def _span(here: Match) -> Span:
    """Leave out what only shows the way (*within*), and signs at the end."""
    last = here.last
    while here.tokens.words[last - 1] in (".", ","):
        last -= 1
    return here.tokens.span(here.places.get("it", here.first), last)


def _mod(here: Match) -> str | None:
    """Return TIMEX3's mod of *early*, *mid-*, *late*, *more than*, *about*."""
    if stated := here.parts.get("mod"):
        return next((mod for mod, words in _calendar()["mods"].items() if stated in words), None)
    part = here.parts.get("part") or here.parts.get("middle", "").rsplit("-", 1)[0]
    return here.rule.get("mod") or _calendar()["thirds"].get(part)  # type: ignore[no-any-return]


def _pair(here: Match, context: Context) -> list[Date]:
    """*January-October 2020*, which is one word: two dates."""
    names = here.parts["pair"].split("-")
    first, second = (int(_calendar()["months"][name]) for name in names)
    year, refusal = 0, None
    try:
        year = _own_year(here, context) or _nearest_year(here, context, second, None)
    except UnresolvedError as problem:
        refusal = str(problem)
    values = [f"{year - (first > second)}-{first:02}", f"{year}-{second:02}"] if year else [None, None]
    (start, end), middle = _span(here), len(names[0])
    spans = [Span(start, start + middle), Span(start + middle + 1, end)]
    return [
        Date(span=span, type="DATE", value=value, refusal=refusal, rule=here.rule["name"])
        for span, value in zip(spans, values, strict=True)
    ]


# Days, months and years


def _read_day(here: Match, context: Context) -> str:
    month, day = here.month, int(here.parts["day"])
    return _full(_year_of(here, context, month) or _nearest_year(here, context, month, day), month, day)


def _read_day_in_digits(here: Match, context: Context) -> str:
    """*2019-12-31*; *31/12/2019* has one reading, too, and *03/04/2019* is in March or in April."""
    first, second, third = map(int, re.findall(r"\d+", " ".join(here.tokens.words[here.first : here.last])))
    if first > 31:
        return _full(first, second, third)
    values = sorted({day for pair in ((first, second), (second, first)) if (day := _full_date(third, *pair))})
    if len(values) > 1:
        raise UnresolvedError(f"it may be {' or '.join(values)}")
    return values[0] if values else _full(third, first, second)


def _read_end_of_range(here: Match, context: Context) -> str:
    tail = int(here.parts["tail"])
    if len(context.value) == len("2020"):
        return f"{context.value[:2]}{tail:02}"
    return _full(int(here.parts.get("year", context.value[:4])), int(context.value[5:7]), tail)


def _read_day_of_month(here: Match, context: Context) -> str:
    if context.month is None:
        raise UnresolvedError("no month stands before")
    return _full(*map(int, context.month.split("-")), int(here.parts["tail"]))


def _read_month(here: Match, context: Context) -> str:
    month = here.month
    return f"{_year_of(here, context, month) or _nearest_year(here, context, month, None)}-{month:02}"


def _read_month_or_years(here: Match, context: Context) -> str:
    """*2019-06*; *2011-12* may be two years."""
    if here.month > int(here.parts["year"]) % 100:
        raise UnresolvedError("it may be a month or two years")
    return _read_month(here, context)


def _read_month_beside(here: Match, context: Context) -> str:
    """*last June* lies before this month, *next June* behind it, *this June* is of this year."""
    published = _published(context)
    passed = (here.month - published.month) * here.step <= 0
    return f"{published.year + here.step * passed}-{here.month:02}"


def _read_quarter(here: Match, context: Context) -> str:
    """*Q3*, *the latter half of 2019*, *the [second] and third quarters*, which are of one year: that of the last."""
    which = here.parts.get("which") or here.parts.get("code") or here.parts["compound"].split("-")[1]
    letter = _calendar()["parts_of_year"][which]
    number = here.rule.get("count") or here.ordinal()
    listed = "code" in here.parts or here.behind in lexicon.words("calendar", "on_to")
    year = _year_of(here, context) if listed else _own_year(here, context)
    if year is None:
        latest = here.ordinal("final") if "final" in here.parts else number
        year = _year_of_quarter(here, context, latest, 6 if letter == "H" else 3)
    return f"{year}-{letter}{number}"


def _year_of_quarter(here: Match, context: Context, number: int, months: int) -> int:
    """A quarter that is told of has ended; one that is spoken of may be under way."""
    published = _published(context)
    if "whole" in here.parts:  # of the year
        return published.year
    first, last, ahead = (number - 1) * months + 1, number * months, tense(here)
    if ahead:
        return published.year + (last < published.month)
    return published.year - (first > published.month or (ahead is False and last > published.month))


def _full(*date: int) -> str:
    value = _full_date(*date)
    if value is None:
        raise UnresolvedError("the calendar has no such day")
    return value


def _read_year(here: Match, context: Context) -> str:
    year = str(_own_year(here, context))[: here.rule.get("digits")]
    return f"{year}-{_calendar()['seasons'][here.parts['season']]}" if "season" in here.parts else year


# Which year


def _own_year(here: Match, context: Context) -> int | None:
    """Return the year that an expression gives itself: *2021*, *'21*, *of last year*, *of that year*."""
    if "year" in here.parts:
        return int(here.parts["year"])
    if "short" in here.parts:  # the latest that lies no more than twenty years ahead
        latest, short = _published(context).year + 20, int(here.parts["short"])
        return latest - (latest - short) % 100
    if "that" in here.parts:
        if context.year is None:
            raise UnresolvedError("no year stands before")
        return context.year
    if "rel" in here.parts:
        return _published(context).year + here.step
    return context.year if context.lead == here.sentence else None


def _year_of(here: Match, context: Context, month: int | None = None) -> int | None:
    """Return the year of an expression, its own or that of the list or range that it begins.

    Example: *from [November] to March 2021*, *[April 3], 4 and 5, 2019*, *the [second] and third quarters of 2019*.
    """
    behind = None if {"year", "rel", "that", "short"} & here.parts.keys() else expressions.items_behind(here)
    year = _own_year(behind or here, context)
    later = behind and month and "month" in behind.parts and month > behind.month
    return year - bool(later) if year else None


def _nearest_year(here: Match, context: Context, month: int, day: int | None) -> int:
    """Return the year of a month, or a day of it, that is nearest to the day of publication and fits the tense."""
    before = here.tokens.words[here.first - 1]
    if context.month and context.end == here.first - 1 and before in lexicon.words("calendar", "on_to"):
        year, earlier = map(int, context.month.split("-"))
        return year + (month < earlier)  # from Nov. 28 to Dec. 2
    published = _published(context)
    this, now = (month, day or (published.day if month == published.month else 1)), (published.month, published.day)
    past, coming = published.year - (this > now), published.year + (this < now)
    ahead = tense(here, of_day=day is not None)
    if ahead is not None:
        return coming if ahead else past
    opened = not lexicon.words("tense", "either").isdisjoint(here.tokens.words[max(here.first - 3, 0) : here.first])
    value = _full_date(coming, month, day or 1)
    days = (dt.date.fromisoformat(value) - published).days if value else HALF_A_YEAR + 1
    soon = days <= (HALF_A_YEAR if opened else NEAR_FUTURE) and (day or "part" in here.parts or "middle" in here.parts)
    return coming if soon else past


# What is counted from another day


def _read_step(here: Match, context: Context) -> str:
    """*last year*, *three years later*, *the end of that month*, *the day before*."""
    unit = here.unit
    if "that" in here.parts:
        known = {"Y": context.year and str(context.year), "M": context.month}.get(unit)
        if not known:
            raise UnresolvedError("nothing before says which")
        return known
    count = here.rule.get("count")
    if count is None:
        count = (here.many if "many" in here.parts else here.step) * here.rule.get("times", 1)
    value = _step(_anchor(here, context, unit), unit, count)
    return value[:3] if unit == "DECADE" and "rel" in here.parts else value  # *this decade* is 202


def _anchor(here: Match, context: Context, unit: str) -> dt.date:
    """Return the day that is counted from: that of publication, or one told before, if it is as exact as `unit`."""
    source, told = here.rule.get("from"), None
    if source and unit in ("D", "W"):
        told = context.day
    elif source and unit in ("M", "Q"):
        told = dt.date.fromisoformat(f"{context.month}-01") if context.month else None
    elif source and context.year:
        told = dt.date(context.year, 1, 1)
    elif unit == "Y" and "rel" not in here.parts and context.lead == here.sentence and context.year:
        return dt.date(context.year, 1, 1)  # *In 2018, ... by year-end*
    if source == "told" and told is None:
        raise UnresolvedError("nothing before says from when")
    if source == "told here" and unit != "D" and context.sentence != here.sentence:
        told = None
    return told or _published(context)


def _read_weekday(here: Match, context: Context) -> str:
    """*Thursday*: the nearest one, by tense; *last Thursday*, *next Friday*."""
    published, weekday = _published(context), _calendar()["weekdays"][here.parts["weekday"]]
    if "rel" not in here.parts:
        return _nearest(here, published, weekday).isoformat()
    apart = (weekday - published.isoweekday()) * here.step
    return (published + dt.timedelta(((apart - 1) % 7 + 1) * here.step)).isoformat()


def _nearest(here: Match, published: dt.date, weekday: int) -> dt.date:
    """Return the nearest day with a weekday: after that of publication, or up to it, as the tense has it."""
    if tense(here):
        return published + dt.timedelta((weekday - published.isoweekday() - 1) % 7 + 1)
    return published - dt.timedelta((published.isoweekday() - weekday) % 7)


def _read_weekday_of_week(here: Match, context: Context) -> str:
    """*Monday of last week*, *this Friday*."""
    day = _published(context) + dt.timedelta(weeks=here.step)
    return (day + dt.timedelta(_calendar()["weekdays"][here.parts["weekday"]] - day.isoweekday())).isoformat()


def _read_weekend(here: Match, context: Context) -> str:
    """*the weekend*, by tense; *last weekend*."""
    published = _published(context)
    day = published + dt.timedelta(weeks=here.step) if "rel" in here.parts else _nearest(here, published, 6)
    return _step(day, "W", 0) + "-WE"


def _read_today(here: Match, context: Context) -> str:
    """*today*, *yesterday*: of the day on which it was said (*"We opened [today]," he said on Friday*)."""
    published, words, shapes = _published(context), here.tokens.words, here.tokens.shapes
    days, weekdays, months = (_calendar()[name] for name in ("days", "weekdays", "months"))
    around = context.around_quotation(here)
    told = {words[at] for at in around if words[at] in weekdays or words[at] in days}
    if len(told) > 1 or any(words[at] in months and "0" in shapes[at - 1 : at + 2 : 2] for at in around):
        raise UnresolvedError("it was said on another day")
    for word in told:
        back = (published.isoweekday() - weekdays[word]) % 7 if word in weekdays else -days[word]
        published -= dt.timedelta(back)
    count = here.rule.get("count")
    return (published + dt.timedelta(days[here.parts["today"]] if count is None else count)).isoformat()


# Stretches and sets


def _read_length(here: Match, context: Context) -> str:
    """*the past three years*, *every other day*, *every half hour*."""
    unit = here.unit
    if "half" in here.parts:
        return str(_calendar()["half_of"][unit])
    count = here.rule.get("count") or (here.many if "many" in here.parts else 1)
    if unit.startswith("T"):  # of the clock
        return f"PT{count}{unit[1:]}"
    return {"Q": f"P{3 * count}M", "DECADE": f"P{10 * count}Y"}.get(unit, f"P{count}{unit}")


def _read_each_weekday(here: Match, context: Context) -> str:
    return f"XXXX-WXX-{_calendar()['weekdays'][here.parts['weekday']]}"


READERS: Mapping[str, Callable[[Match, Context], str]] = {
    "day": _read_day,
    "day in digits": _read_day_in_digits,
    "end of a range": _read_end_of_range,
    "day of the month": _read_day_of_month,
    "month": _read_month,
    "month or years": _read_month_or_years,
    "month beside": _read_month_beside,
    "quarter": _read_quarter,
    "year": _read_year,
    "step": _read_step,
    "weekday": _read_weekday,
    "weekday of a week": _read_weekday_of_week,
    "weekend": _read_weekend,
    "today": _read_today,
    "length": _read_length,
    "each weekday": _read_each_weekday,
}


# The calendar


def _calendar() -> Mapping[str, Any]:
    return lexicon.load("calendar")


def _published(context: Context) -> dt.date:
    if context.published is None:
        raise UnresolvedError("no day of publication is known to count from")
    return context.published


def _full_date(*date: int) -> str | None:
    """Return an ISO date, or None for a day that the calendar does not have."""
    try:
        return dt.date(*date).isoformat()
    except ValueError:
        return None


def _step(anchor: dt.date, unit: str, count: int) -> str:
    """Return the unit (``D``, ``W``, ``M``, ``Q``, ``Y``, ``DECADE``) that lies `count` of them from `anchor`."""
    if unit == "D":
        return (anchor + dt.timedelta(count)).isoformat()
    if unit == "W":
        return "{}-W{:02}".format(*(anchor + dt.timedelta(weeks=count)).isocalendar())
    if unit == "M":
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + count, 12)
        return f"{year:04}-{month + 1:02}"
    if unit == "Q":
        year, quarter = divmod(anchor.year * 4 + (anchor.month - 1) // 3 + count, 4)
        return f"{year:04}-Q{quarter + 1}"
    return f"{anchor.year + count * (10 if unit == 'DECADE' else 1):04}"
