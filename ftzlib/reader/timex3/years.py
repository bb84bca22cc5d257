"""Which year a date without one is of: its own words', the range's, or the nearest by tense."""

import datetime as dt

from ftzlib.reader import timevalues
from ftzlib.reader.timex3.calendar import calendar, word_set
from ftzlib.reader.timex3.expressions import Context, Match, UnresolvedError, matched, publication_day
from ftzlib.reader.timex3.rules import compiled, year_behind
from ftzlib.reader.timex3.tense import tense_of

NEAR_FUTURE = 60  # days ahead in which a date without a year is the coming one
HALF_A_YEAR = 183  # ... where it is the day on which something takes effect or ends


def own_year(here: Match, context: Context) -> int | None:
    """Return the year that an expression gives itself: *2021*, *'21*, *of last year*, *of that year*."""
    if "year" in here.parts:
        return int(here.parts["year"])
    if "short" in here.parts:
        return timevalues.year_of_two(publication_day(context), here.parts["short"])
    rel = here.parts.get("rel")
    if rel in ("that", "same"):
        if context.year is None:
            raise UnresolvedError("no year stands before")
        return context.year
    if rel:
        return int(publication_day(context).year + calendar()["steps"][rel])
    return context.year if context.lead == here.tokens.sentence_at(here.first) else None


def year_of(here: Match, context: Context, month: int | None = None) -> int | None:
    """Return the year of an expression, its own or that of the list or range that it begins.

    Example: *from [November] to March 2021*, *[April 3], 4 and 5, 2019*, *the [second] and third quarters of 2019*.
    """
    found = year_behind().match(compiled()[0].tag(here.tokens), here.last)
    if not found or {"year", "rel", "short"} & here.parts.keys():
        return own_year(here, context)
    behind = matched(here.tokens, found)
    year = own_year(behind, context)
    later = month and "month" in behind.parts and month > int(calendar()["months"][behind.parts["month"]])
    return year - bool(later) if year else None


def nearest_year(here: Match, context: Context, month: int, day: int | None) -> int:
    """Return the year of a month, or a day of it, that is nearest to the day of publication and fits the tense."""
    if context.month and context.end == here.first - 1 and here.before in word_set("on_to"):  # from Nov. 28 to Dec. 2
        year, earlier = map(int, context.month.split("-"))
        return year + (month < earlier)
    published = publication_day(context)
    past = timevalues.year_of_month(published, month, day, future=False)
    coming = timevalues.year_of_month(published, month, day, future=True)
    tense = tense_of(here, of_day=day is not None)
    if tense is not None:
        return coming if tense else past
    first = timevalues.full_date(coming, month, day or 1)
    opened = not word_set("open_words").isdisjoint(here.tokens.words[max(here.first - 3, 0) : here.first])
    near = HALF_A_YEAR if opened else NEAR_FUTURE
    soon = first and (dt.date.fromisoformat(first) - published).days <= near
    return coming if soon and (day or not here.parts.keys().isdisjoint(("part", "middle"))) else past


def year_beside(here: Match, context: Context, month: int) -> int:
    """Return the year of *last June* (before this month), *next June* (after it), *this June* (as the tense has it)."""
    published = publication_day(context)
    step = calendar()["steps"][here.parts["way"]]
    if step:
        return published.year + (step if (month - published.month) * step <= 0 else 0)
    tense = tense_of(here)
    ahead, behind = month > published.month, month < published.month
    return published.year + (tense is True and behind) - (tense is False and ahead)


def year_of_quarter(here: Match, published: dt.date, number: int, months: int) -> int:
    """A quarter that is told of has ended; one that is spoken of may be under way."""
    if here.tokens.words[here.last - 1] == "year":
        return published.year
    tense = tense_of(here)
    first, last = (number - 1) * months + 1, number * months
    if tense:
        return published.year + (last < published.month)
    return published.year - (first > published.month or (tense is False and last > published.month))
