"""Readings that are counted from another day: *last Thursday*, *the previous year*, *three years later*."""

import datetime as dt

from ftzlib.reader import timevalues
from ftzlib.reader.timex3.calendar import calendar, word_set
from ftzlib.reader.timex3.expressions import (
    Context,
    Match,
    Reading,
    UnresolvedError,
    count_of,
    mod_of,
    part_mod,
    publication_day,
    unit_of,
)
from ftzlib.reader.timex3.tense import speaks_of_future
from ftzlib.reader.timex3.years import own_year


def read_part_of_unit(here: Match, context: Context) -> Reading:
    """*the end of last year*, *year-end*."""
    if "unit" not in here.parts:  # year-end
        return "DATE", str(own_year(here, context) or publication_day(context).year), "END"
    return "DATE", _relative(here, context), part_mod(here)


def _relative(here: Match, context: Context) -> str:
    unit, rel = unit_of(here), here.parts.get("rel", "this")
    if rel in ("that", "same"):
        known = {"Y": context.year and str(context.year), "M": context.month}.get(unit)
        if not known:
            raise UnresolvedError("nothing before says which")
        return known
    return _step(publication_day(context), unit, calendar()["steps"][rel])


def _step(anchor: dt.date, unit: str, count: int) -> str:
    """Take a step; *this decade* is the value ``202``: three figures of its years (TIMEX3)."""
    return timevalues.step(anchor, unit, count)[: 3 if unit == "DECADE" else None]


def read_ago(here: Match, context: Context) -> Reading:
    """*three years ago*."""
    return "DATE", timevalues.step(publication_day(context), unit_of(here), -count_of(here)), mod_of(here)


def read_half_year_ago(here: Match, context: Context) -> Reading:
    """*half a year ago*."""
    return "DATE", timevalues.step(publication_day(context), "M", -6), None


def read_apart(here: Match, context: Context) -> Reading:
    """*three years later*, *a day earlier*: from the date that was told before."""
    unit, back = unit_of(here), "back" in here.parts
    told = _told(context, unit)
    if back and (told is None or context.sentence != here.tokens.sentence_at(here.first)) and unit != "D":
        told = publication_day(context)
    if told is None and back:
        told = publication_day(context)
    if told is None:
        raise UnresolvedError("nothing before says from when")
    return "DATE", timevalues.step(told, unit, -count_of(here) if back else count_of(here)), None


def _told(context: Context, unit: str) -> dt.date | None:
    """The date told before, if it is at least as exact as `unit`."""
    if unit in ("D", "W"):
        return context.day
    if unit in ("M", "Q"):
        return dt.date.fromisoformat(f"{context.month}-01") if context.month else None
    return dt.date(context.year, 1, 1) if context.year else None


def read_unit_beside(here: Match, context: Context) -> Reading:
    """*the past year* lasts; *the previous year* lies before the date that was told, *the next day* behind it."""
    unit, step, before = unit_of(here), here.parts["step"], here.before
    lasting = step in ("past", "coming") or (step in ("last", "next") and before in word_set("lasting"))
    if lasting and unit != "D":
        return "DURATION", timevalues.duration(unit, 1), None
    told = _told(context, unit) if step not in ("last", "this", "current") else None
    return "DATE", timevalues.step(told or publication_day(context), unit, calendar()["steps"][step]), None


def read_unit_beyond(here: Match, context: Context) -> Reading:
    """*the year before last*, *the end of the year after next*."""
    step = 2 * calendar()["steps"][here.parts["way"]]
    return "DATE", timevalues.step(publication_day(context), unit_of(here), step), part_mod(here)


def read_day_beside(here: Match, context: Context) -> Reading:
    """*the day before yesterday*."""
    days = {"yesterday": -2, "tomorrow": 2}.get(here.parts["today"], 0)
    return "DATE", (_day_spoken(here, context) + dt.timedelta(days=days)).isoformat(), None


def read_day_before(here: Match, context: Context) -> Reading:
    """*the day before*, *the day after*; with an event behind it, it stays unresolved."""
    behind, shape = here.tokens.words[here.last], here.tokens.shapes[here.last]
    if shape == "A" or behind in word_set("determiners"):
        raise UnresolvedError("it is counted from an event")
    return "DATE", _day_apart(context, -1 if "back" in here.parts else 1), None


def _day_apart(context: Context, days: int) -> str:
    return ((context.day or publication_day(context)) + dt.timedelta(days=days)).isoformat()


def read_same_day(here: Match, context: Context) -> Reading:
    """*that day*, *the same day*."""
    return "DATE", _day_apart(context, 0), None


def read_weekday_of_week(here: Match, context: Context) -> Reading:
    """*Monday of last week*."""
    day = publication_day(context) + dt.timedelta(weeks=calendar()["steps"][here.parts["rel"]])
    weekday = calendar()["weekdays"][here.parts["weekday"]]
    return "DATE", (day + dt.timedelta(days=weekday - day.isoweekday())).isoformat(), None


def read_relative_weekday(here: Match, context: Context) -> Reading:
    """*last Thursday*, *next Friday*."""
    published = publication_day(context)
    weekday = calendar()["weekdays"][here.parts["weekday"]]
    if here.parts["rel"] == "last":
        return "DATE", timevalues.weekday_before(published, weekday, strictly=True).isoformat(), None
    if here.parts["rel"] == "next":
        return "DATE", timevalues.weekday_after(published, weekday).isoformat(), None
    return "DATE", (published + dt.timedelta(days=weekday - published.isoweekday())).isoformat(), None


def read_weekend(here: Match, context: Context) -> Reading:
    """*the weekend*, *last weekend*."""
    published = publication_day(context)
    rel = here.parts.get("rel")
    if rel:
        day = published + dt.timedelta(weeks=calendar()["steps"][rel])
    else:
        nearest = timevalues.weekday_after if speaks_of_future(here) else timevalues.weekday_before
        day = nearest(published, 6)
    return "DATE", timevalues.step(day, "W", 0) + "-WE", None


def read_relative_unit(here: Match, context: Context) -> Reading:
    """*last year*, *that month*, *this decade*."""
    if unit_of(here) == "DECADE" and here.parts["rel"] in ("last", "next"):
        return "DURATION", timevalues.duration("DECADE", 1), None
    return "DATE", _relative(here, context), None


def read_day(here: Match, context: Context) -> Reading:
    """*today*, *yesterday*."""
    days = calendar()["days"][here.parts["today"]]
    return "DATE", (_day_spoken(here, context) + dt.timedelta(days=days)).isoformat(), None


def _day_spoken(here: Match, context: Context) -> dt.date:
    """Return the day on which words were spoken (*"We opened [today]," he said on Friday*), or that of publication."""
    published = publication_day(context)
    words, shapes = here.tokens.words, here.tokens.shapes
    weekdays, days = calendar()["weekdays"], calendar()["days"]
    around = context.around_quotation(here)
    told = {words[at] for at in around if words[at] in weekdays or words[at] in days}
    if len(told) > 1 or any(words[at] in calendar()["months"] and "0" in shapes[at - 1 : at + 2 : 2] for at in around):
        raise UnresolvedError("it was said on another day")
    day = next(iter(told), "")
    if day in weekdays:
        return timevalues.weekday_before(published, weekdays[day])
    return published + dt.timedelta(days=days.get(day, 0))


def read_weekday(here: Match, context: Context) -> Reading:
    """*Thursday*: the nearest one, by tense."""
    published = publication_day(context)
    weekday = calendar()["weekdays"][here.parts["weekday"]]
    nearest = timevalues.weekday_after if speaks_of_future(here) else timevalues.weekday_before
    return "DATE", nearest(published, weekday).isoformat(), None
