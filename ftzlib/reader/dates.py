"""Dates: what a time expression means, as TIMEX3 of ISO-TimeML has it, at its true granularity.

Finds     a value for each expression (`expressions`), counted from the day of publication or from what was told before.
Leaves    what cannot be resolved: it keeps the value None and says why.
Example   "late August last year", published 2020-11-06 -> DATE 2019-08 END

Source of the value formats: TimeML 1.2.1 annotation guidelines, TIMEX3, and ISO 8601.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from ftzlib.facts.records import Date
from ftzlib.grammar import lexicon
from ftzlib.reader import expressions
from ftzlib.reader.expressions import Context, Match, UnresolvedError, calendar, letter_of, tense
from ftzlib.text.spans import Span
from ftzlib.text.tokens import Tokens

NEAR_FUTURE = 60  # days ahead in which a date without a year is the coming one
HALF_A_YEAR = 183  # ... where it is the day on which something takes effect or ends
SATURDAY = 6
MONTHS = {"M": 1, "Q": 3, "Y": 12, "DECADE": 120}
#: What a unit is counted from: what was told last as exactly as this.
KNOWN_BY = {"W": "D", "Q": "M", "DECADE": "Y"}


def find(tokens: Tokens, published: dt.date | None) -> list[Date]:
    """Return the time expressions of a text in order; without a day of publication *last year* stays unresolved."""
    context = Context(published)
    found: list[Date] = []
    for here in expressions.find(tokens, context):
        if "gives" in here.rule:  # nothing
            continue
        for date in _pair(here, context) if "pair" in here.parts else [date_of(here, context)]:
            context.note(date, here)
            tokens.dates[tokens.at(date.span.start)] = here.last
            found.append(date)
    return found


def date_of(here: Match, context: Context) -> Date:
    """Read one expression."""
    value, refusal, parts = None, here.rule.get("why"), here.parts
    try:
        value = READERS[here.rule["reads"]](here, context) if refusal is None else None
    except (UnresolvedError, OverflowError) as problem:
        refusal = str(problem)
    return Date(
        span=_span(here),
        type=here.rule.get("type", "DATE"),
        value=value,
        mod=calendar()["mod"].get(parts.get("mod", ""))
        or here.rule.get("mod")
        or calendar()["part"].get(parts.get("part", "")),
        weekday=here.number("weekday") or None if "month" in parts else None,
        refusal=refusal,
        edge=parts.get("part") in lexicon.words("dates", "edges"),
        rule=here.rule["name"],
    )


def _span(here: Match) -> Span:
    """Leave out what only shows the way (*within*), and signs at the end."""
    span = here.tokens.span(here.places.get("it", here.first), here.last)
    return Span(span.start, span.start + len(span.of(here.tokens.text).rstrip("., ")))


def _pair(here: Match, context: Context) -> list[Date]:
    """*January-October 2020*, which is one word: two dates."""
    first, second = here.parts["pair"].split("-")
    date = date_of(here._replace(parts={**here.parts, "month": second}), context)
    earlier, later = (calendar()["month"][name] for name in (first, second))
    value = date.value and f"{int(date.value[:4]) - (earlier > later)}-{earlier:02}"
    (start, end), middle = date.span, date.span.start + len(first)
    return [replace(date, span=Span(start, middle), value=value), replace(date, span=Span(middle + 1, end))]


# Days, months and years


def _read_month(here: Match, context: Context) -> str:
    """*August*, *Aug. 20*."""
    month, day = here.number("month"), here.number("day") if "day" in here.parts else None
    year = _year_of(here, context, month) or _year_going_on(here, context, month)
    if year is None:
        year = _nearest_year(here, context, month, month, day)
        last = expressions.range_behind(here) if day is None else 0
        ahead = (year - context.today.year) * 12 + last - context.today.month
        if last > month and ahead > HALF_A_YEAR // 30 and not tense(here):
            year -= 1  # *from January to November*, said in January of what has been: that was last year
    return f"{year}-{month:02}" if day is None else _full(year, month, day)


def _read_day_in_digits(here: Match, context: Context) -> str:
    """*2019-12-31*; *31/12/2019* has one reading, too, and *03/04/2019* is in March or in April."""
    first, second, third = map(int, re.findall(r"\d+", " ".join(here.tokens.words[here.first : here.last])))
    if first > 31:
        return _full(first, second, third)
    days = {_date(third, *pair) for pair in ((first, second), (second, first))}
    values = sorted(day.isoformat() for day in days if day)
    if len(values) > 1:
        raise UnresolvedError(f"it may be {' or '.join(values)}")
    return values[0] if values else _full(third, first, second)


def _read_end_of_range(here: Match, context: Context) -> str:
    """*2016-[20]*, *Nov. 5 to [10, 2019]*."""
    if not context.value:  # *from Nov. 5 to [10]*
        raise UnresolvedError("the day that it goes on from is left open")
    year = context.value[:2] + here.parts["tail"]
    return year if context.value.isdigit() else _read_day_of_month(here, context)


def _read_day_of_month(here: Match, context: Context) -> str:
    month = context.told.get("M")
    if "rel" in here.parts:  # of this month
        month = dt.date.fromisoformat(f"{_step(context.today, 'M', here.number('rel'))}-01")
    if month is None:
        raise UnresolvedError("no month stands before")
    return _full(here.number("year") or month.year, month.month, here.number("tail"))


def _read_month_beside(here: Match, context: Context) -> str:
    """*last June* lies before this month, *next spring* behind it, *this June* is of this year."""
    (code, first, last), step = _months(here), here.number("rel")
    passed = ((last if step < 0 else first) - context.today.month) * step <= 0
    return f"{context.today.year + step * passed}-{code}"


def _read_season(here: Match, context: Context) -> str:
    """*in spring*, by tense."""
    code, first, _ = _months(here)
    return f"{_nearest_year(here, context, first, first)}-{code}"


def _months(here: Match) -> tuple[str, int, int]:
    """Return how a month or season is written in a value, and its first and last month."""
    if "month" in here.parts:
        month = here.number("month")
        return f"{month:02}", month, month
    code = str(calendar()["season"][here.parts["season"]])
    first = lexicon.load("calendar")["begins"][code]
    return code, first, first + 2


def _read_quarter(here: Match, context: Context) -> str:
    """*Q3*, *the latter half of 2019*, *the [second] and third quarters*, which are of one year: that of the last."""
    letter, number = letter_of(here), here.rule.get("count") or here.number("nth")
    listed = "code" in here.parts or here.tokens.words[here.last] in lexicon.words("calendar", "on_to")
    year = _year_of(here, context) if listed else _own_year(here, context)
    if year is None and "whole" in here.parts:  # of the year
        year = context.today.year
    elif year is None:
        months, latest = 6 if letter == "H" else 3, here.number("final") or number
        year = _nearest_year(here, context, (latest - 1) * months + 1, latest * months)
    return f"{year}-{letter}{number}"


def _full(year: int, month: int, day: int) -> str:
    date = _date(year, month, day)
    if date is None:
        raise UnresolvedError("the calendar has no such day")
    return date.isoformat()


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _read_year(here: Match, context: Context) -> str:
    year = str(_own_year(here, context))[: here.rule.get("digits")]
    return f"{year}-{calendar()['season'][here.parts['season']]}" if "season" in here.parts else year


# Which year


def _own_year(here: Match, context: Context) -> int | None:
    """Return the year that an expression gives itself: *2021*, *'21*, *of last year*, *of that year*."""
    told = context.told.get("Y")
    if "year" in here.parts:
        return here.number("year")
    if "short" in here.parts:  # the latest that lies no more than twenty years ahead
        latest = context.today.year + 20
        return latest - (latest - here.number("short")) % 100
    if "that" in here.parts and told is None:
        raise UnresolvedError("no year stands before")
    if "rel" in here.parts:
        return context.today.year + here.number("rel")
    return told.year if told and ("that" in here.parts or context.lead == here.sentence) else None


def _year_of(here: Match, context: Context, month: int = 0) -> int | None:
    """Return the year of an expression, its own or that of the list or range that it begins.

    Example: *from [November] to March 2021*, *[April 3], 4 and 5, 2019*, *the [second] and third quarters of 2019*.
    """
    behind = None if {"year", "rel", "that", "short"} & here.parts.keys() else expressions.items_behind(here)
    year = _own_year(behind or here, context)
    return year and year - bool(behind and 0 < behind.number("month") < month)


def _year_going_on(here: Match, context: Context, month: int) -> int | None:
    """*from Nov. 28 to [Dec. 2]*: the year of the month that it goes on from, or the next."""
    told, on_to = context.told.get("M"), lexicon.words("calendar", "on_to")
    if told is None or context.end != here.first - 1 or here.tokens.words[here.first - 1] not in on_to:
        return None
    return told.year + (month < told.month)


def _nearest_year(here: Match, context: Context, first: int, last: int, day: int | None = None) -> int:
    """Return the year of a day or of months that is nearest to the day of publication and fits the tense.

    What is told of has ended; months that are only spoken of may be under way.
    """
    today, now = context.today, (context.today.month, context.today.day)
    on = day or today.day
    begins, ends, ahead = (first, on), (last, on), tense(here, of_day=day is not None)
    if ahead is None and (day or "part" in here.parts) and first == last:
        ahead = _comes_soon(here, today, _date(today.year + (ends < now), last, day or 1))
    if ahead:
        return today.year + (ends < now)
    return today.year - (begins > now or (ahead is False and ends > now))


def _comes_soon(here: Match, today: dt.date, coming: dt.date | None) -> bool:
    """Tell whether a day of which no tense is told is the coming one; that on which something opens may be far."""
    before = here.tokens.words[max(here.first - 3, 0) : here.first]
    far = NEAR_FUTURE if lexicon.words("tense", "either").isdisjoint(before) else HALF_A_YEAR
    return coming is not None and (coming - today).days <= far


# What is counted from another day


def _read_step(here: Match, context: Context) -> str:
    """*last year*, *three years later*, *the end of that month*, *the day before*."""
    unit, count = here.unit, here.rule.get("count")
    if "that" in here.parts:
        if unit not in context.told:
            raise UnresolvedError("nothing before says which")
        return _step(context.told["NAMED" if unit == "Y" else unit], unit, 0)
    if count is None:
        count = here.rule.get("more", 0) + here.rule.get("times", 1) * here.number(
            "many" if "many" in here.parts else "rel"
        )
    value = _step(_anchor(here, context, unit), unit, count)
    return value[:3] if unit == "DECADE" and {"rel", "part"} & here.parts.keys() else value  # *this decade* is 202


def _read_ago(here: Match, context: Context) -> str:
    """*three years ago today*, *ten years ago this month*."""
    far, count, then = here.unit, here.number("many"), context.today + dt.timedelta(here.number("today"))
    if far in "DW":
        then -= dt.timedelta(count * (7 if far == "W" else 1))
    else:
        year, month = map(int, _step(then, "M", -count * MONTHS[far]).split("-"))
        then = dt.date.fromisoformat(_full(year, month, then.day))
    return _step(then, str(calendar()["unit"][here.parts.get("same", "day")]), 0)


def _read_same(here: Match, context: Context) -> str:
    """*on the same day last year*, *the same quarter of 2019*, *the same month a year earlier*."""
    if (told := context.told.get(here.unit)) is None:
        raise UnresolvedError("nothing before says which")
    given = {"year", "short", "rel", "that"} & here.parts.keys()
    year = _own_year(here, context) if given else told.year - 1
    return f"{year}{_step(told, here.unit, 0)[4:]}"


def _anchor(here: Match, context: Context, unit: str) -> dt.date:
    """Return the day that is counted from: that of publication, or one told before, if it is as exact as `unit`."""
    source, told = here.rule.get("from"), context.told.get(KNOWN_BY.get(unit, unit))
    if source == "told" and told is None:
        raise UnresolvedError("nothing before says from when")
    return told if told and _goes_on(here, context, unit, source) else context.today


def _goes_on(here: Match, context: Context, unit: str, source: str | None) -> bool:
    """Tell whether it is counted from what was told: of a year, from that which leads (*In 2018, ... by year-end*)."""
    if source is None:
        return unit == "Y" and "rel" not in here.parts and context.lead == here.sentence
    # *In 2017, ... Among them, exports rose from a year earlier*
    leads = unit == "Y" and context.lead == here.sentence - 1 and here.goes_on
    return leads or source != "told here" or unit == "D" or context.sentence == here.sentence


def _step(anchor: dt.date, unit: str, count: int) -> str:
    """Return the unit (``D``, ``W``, ``M``, ``Q``, ``Y``, ``DECADE``) that lies `count` of them from `anchor`."""
    if unit == "D":
        return (anchor + dt.timedelta(count)).isoformat()
    if unit == "W":
        return "{}-W{:02}".format(*(anchor + dt.timedelta(weeks=count)).isocalendar())
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + count * MONTHS[unit], 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise UnresolvedError("it lies outside the years that are counted")
    return f"{year:04}" + {"M": f"-{month + 1:02}", "Q": f"-Q{month // 3 + 1}"}.get(unit, "")


def _read_weekday(here: Match, context: Context) -> str:
    """*Thursday*: the nearest one, by tense; *last Thursday*, *next Friday*."""
    ahead = here.number("rel") if "rel" in here.parts else bool(tense(here))
    return _nearest(context.today, here.number("weekday"), ahead).isoformat()


def _nearest(day: dt.date, weekday: int, ahead: int = 0) -> dt.date:
    """Return the nearest day with a weekday: behind `day`, before it (-1), or up to and with it (0)."""
    apart = weekday - day.isoweekday()
    return day + dt.timedelta(((apart * ahead - 1) % 7 + 1) * ahead if ahead else -(-apart % 7))


def _read_weekday_of_week(here: Match, context: Context) -> str:
    """*Monday of last week*, *this Friday*."""
    week = context.today + dt.timedelta(weeks=here.number("rel"))
    return (week + dt.timedelta(here.number("weekday") - week.isoweekday())).isoformat()


def _read_weekend(here: Match, context: Context) -> str:
    """*the weekend*, by tense; *last weekend*."""
    near = context.today if "rel" in here.parts else _nearest(context.today, SATURDAY, bool(tense(here)))
    return _step(near, "W", here.number("rel")) + "-WE"


def _read_today(here: Match, context: Context) -> str:
    """*today*, *yesterday*: of the day on which it was said (*"We opened [today]," he said on Friday*)."""
    day, words, shapes = context.today, here.tokens.words, here.tokens.shapes
    days, weekdays, months = map(calendar().__getitem__, ("today", "weekday", "month"))
    around = context.around_quotation(here)
    told = {words[at] for at in around if words[at] in weekdays or words[at] in days}
    if len(told) > 1 or any(words[at] in months and "0" in shapes[at - 1 : at + 2 : 2] for at in around):
        raise UnresolvedError("it was said on another day")
    for word in told:
        day = _nearest(day, weekdays[word]) if word in weekdays else day + dt.timedelta(days[word])
    return (day + dt.timedelta(here.rule.get("count", here.number("today")))).isoformat()


# Stretches and sets


def _read_length(here: Match, context: Context) -> str:
    """*the past three years*, *every other day*, *every half hour*, *every Monday*."""
    if "weekday" in here.parts:
        return f"XXXX-WXX-{here.number('weekday')}"
    unit = here.unit
    if "half" in here.parts:
        return str(lexicon.load("calendar")["half_of"][unit])
    count = here.rule.get("count") or (here.number("many") if "many" in here.parts else 1)
    if unit.startswith("T"):  # of the clock
        return f"PT{count}{unit[1:]}"
    return {"Q": f"P{3 * count}M", "DECADE": f"P{10 * count}Y"}.get(unit, f"P{count}{unit}")


READERS: Mapping[str, Callable[[Match, Context], str]] = {
    "month": _read_month,
    "day in digits": _read_day_in_digits,
    "end of a range": _read_end_of_range,
    "day of the month": _read_day_of_month,
    "month beside": _read_month_beside,
    "quarter": _read_quarter,
    "year": _read_year,
    "season": _read_season,
    "ago": _read_ago,
    "same": _read_same,
    "step": _read_step,
    "weekday": _read_weekday,
    "weekday of a week": _read_weekday_of_week,
    "weekend": _read_weekend,
    "today": _read_today,
    "length": _read_length,
}
