"""From a matched expression to TIMEX3's type, value and mod, one reading a construction.

Source of the values: TimeML 1.2.1 annotation guidelines, TIMEX3.
"""

from collections.abc import Callable, Mapping

from ftzlib.reader import timevalues
from ftzlib.reader.timex3.calendar import calendar, word_set
from ftzlib.reader.timex3.expressions import (
    Context,
    Match,
    Reading,
    UnresolvedError,
    count_of,
    mod_of,
    month_of,
    ordinal_of,
    part_mod,
    publication_day,
    unit_of,
)
from ftzlib.reader.timex3.steps import (
    read_ago,
    read_apart,
    read_day,
    read_day_before,
    read_day_beside,
    read_half_year_ago,
    read_part_of_unit,
    read_relative_unit,
    read_relative_weekday,
    read_same_day,
    read_unit_beside,
    read_unit_beyond,
    read_weekday,
    read_weekday_of_week,
    read_weekend,
)
from ftzlib.reader.timex3.years import nearest_year, own_year, year_beside, year_of, year_of_quarter


def _day(year: int, month: int, day: int) -> Reading:
    value = timevalues.full_date(year, month, day)
    if value is None:
        raise UnresolvedError("the calendar has no such day")
    return "DATE", value, None


def _read_date(here: Match, context: Context) -> Reading:
    month, day = month_of(here), int(here.parts["day"])
    return _day(year_of(here, context, month) or nearest_year(here, context, month, day), month, day)


def _read_iso(here: Match, context: Context) -> Reading:
    month = int(here.parts["digits"]) if "digits" in here.parts else month_of(here)
    return _day(int(here.parts["year"]), month, int(here.parts["day"]))


def _read_day_in_digits(here: Match, context: Context) -> Reading:
    """*31/12/2019* has one reading; *03/04/2019* is in March or in April."""
    if "year" not in here.parts:
        raise UnresolvedError("its year has two figures")
    return _day_either_way(int(here.parts["year"]), int(here.parts["first"]), int(here.parts["second"]))


def _read_day_with_points(here: Match, context: Context) -> Reading:
    """*31.12.2019*, *2019.12.31*."""
    first, second = map(int, here.parts["digits"].replace("．", ".").split("."))
    if "day" in here.parts:
        return _day(first, second, int(here.parts["day"]))
    return _day_either_way(int(here.parts["year"]), first, second)


def _day_either_way(year: int, first: int, second: int) -> Reading:
    values = {timevalues.full_date(year, *pair) for pair in ((first, second), (second, first))} - {None}
    if not values:
        raise UnresolvedError("the calendar has no such day")
    if len(values) > 1:
        raise UnresolvedError(f"it may be {' or '.join(sorted(filter(None, values)))}")
    return "DATE", values.pop(), None


def _read_month_in_digits(here: Match, context: Context) -> Reading:
    """*12/2019*, *2019-06*; *2011-12* may be two years."""
    year, month = int(here.parts["year"]), int(here.parts["digits"])
    if here.tokens.words[here.first] == here.parts["year"] and month > year % 100:
        raise UnresolvedError("it may be a month or two years")
    return "DATE", f"{year}-{month:02}", None


def _read_end_of_range(here: Match, context: Context) -> Reading:
    tail = int(here.parts["tail"])
    if len(context.value) == 4:
        return "DATE", f"{context.value[:2]}{tail:02}", None
    return _day(int(here.parts.get("year", context.value[:4])), int(context.value[5:7]), tail)


def _read_day_of_month(here: Match, context: Context) -> Reading:
    if context.month is None:
        raise UnresolvedError("no month stands before")
    return _day(int(context.month[:4]), int(context.month[5:]), int(here.parts["tail"]))


def _read_month(here: Match, context: Context) -> Reading:
    month = month_of(here)
    year = year_of(here, context, month) or nearest_year(here, context, month, None)
    return "DATE", f"{year}-{month:02}", part_mod(here)


def _read_month_beside(here: Match, context: Context) -> Reading:
    month = month_of(here)
    return "DATE", f"{year_beside(here, context, month)}-{month:02}", part_mod(here)


def _read_half_of_month(here: Match, context: Context) -> Reading:
    _, value, _ = _read_month(here, context)
    return "DATE", value, "START" if ordinal_of(here) == 1 else "END"


def _read_first_months(here: Match, context: Context) -> Reading:
    return "DURATION", timevalues.duration(unit_of(here), count_of(here)), None


def _read_quarter(here: Match, context: Context) -> Reading:
    if "compound" in here.parts:
        nth, which = here.parts["compound"].split("-")
        number = int(calendar()["ordinals"][nth])
    else:
        which = here.parts.get("which") or here.parts["code"]
        number = 4 if here.parts["nth"] == "last" else ordinal_of(here)
    letter = calendar()["parts_of_year"][which]
    listed = "code" in here.parts or here.tokens.words[here.last] in word_set("on_to")
    year = year_of(here, context) if listed else own_year(here, context)
    if year is None:
        year = year_of_quarter(here, publication_day(context), _last_listed(here, number), 6 if letter == "H" else 3)
    return "DATE", f"{year}-{letter}{number}", part_mod(here)


def _last_listed(here: Match, number: int) -> int:
    """*the [third] and fourth quarters*: a list is of one year, that of its last."""
    at = here.places.get("which", 0) - 1
    at -= here.tokens.words[at] in word_set("suffix")
    word = here.tokens.words[at] if at >= here.last else ""
    return int(word) if word.isdigit() else int(calendar()["ordinals"].get(word, number))


def _read_open(reason: str) -> Callable[[Match, Context], Reading]:
    """Return a reading that says why no day can be given."""

    def read(here: Match, context: Context) -> Reading:
        raise UnresolvedError(reason)

    return read


def _read_part_of_year(here: Match, context: Context) -> Reading:
    return "DATE", here.parts["year"], part_mod(here)


def _read_span(here: Match, context: Context) -> Reading:
    return "DURATION", timevalues.duration(unit_of(here), count_of(here)), mod_of(here)


def _read_each(here: Match, context: Context) -> Reading:
    """*every week*, *every 30 minutes*, *every other day*, *every half hour*."""
    unit = unit_of(here)
    if "half" in here.parts:
        return "SET", calendar()["half_of"][unit], None
    return "SET", timevalues.duration(unit, 2 if "other" in here.parts else count_of(here)), None


def _read_each_weekday(here: Match, context: Context) -> Reading:
    return "SET", f"XXXX-WXX-{calendar()['weekdays'][here.parts['weekday']]}", None


def _read_season(here: Match, context: Context) -> Reading:
    return "DATE", f"{own_year(here, context)}-{calendar()['seasons'][here.parts['season']]}", None


def _read_decade(here: Match, context: Context) -> Reading:
    return "DATE", here.parts["year"][:3], part_mod(here)


def _read_year(here: Match, context: Context) -> Reading:
    return "DATE", str(own_year(here, context)), "APPROX" if here.before in ("around", "circa") else None


READERS: Mapping[str, Callable[[Match, Context], Reading]] = {
    "fiscal year": _read_open("the text does not say when that year begins"),
    "weekday and date": _read_date,
    "ISO date": _read_iso,
    "day in digits": _read_day_in_digits,
    "day with points": _read_day_with_points,
    "month in digits": _read_month_in_digits,
    "month and digits": _read_open("it may be a day or a year"),
    "year over two": _read_open("it runs over two years"),
    "date": _read_date,
    "day of a list": _read_date,
    "end of a range": _read_end_of_range,
    "day of the month": _read_day_of_month,
    "first months": _read_first_months,
    "half of a month": _read_half_of_month,
    "quarter or half": _read_quarter,
    "coded quarter": _read_quarter,
    "month": _read_month,
    "month beside": _read_month_beside,
    "season": _read_season,
    "part of a unit": read_part_of_unit,
    "end of a year": read_part_of_unit,
    "part of a decade": _read_decade,
    "part of a year": _read_part_of_year,
    "half a year ago": read_half_year_ago,
    "ago": read_ago,
    "apart": read_apart,
    "span": _read_span,
    "span of the": _read_span,
    "span within": _read_span,
    "span in": _read_span,
    "span since": _read_span,
    "span beside": _read_span,
    "day beside": read_day_beside,
    "day before or after": read_day_before,
    "unit beyond": read_unit_beyond,
    "unit beside": read_unit_beside,
    "same day": read_same_day,
    "each": _read_each,
    "each weekday": _read_each_weekday,
    "weekday of a week": read_weekday_of_week,
    "relative weekday": read_relative_weekday,
    "weekend": read_weekend,
    "relative unit": read_relative_unit,
    "day": read_day,
    "weekday": read_weekday,
    "decade": _read_decade,
    "year": _read_year,
}
