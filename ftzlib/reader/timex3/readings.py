"""From a matched expression to TIMEX3's type, value and mod, one reading a construction.

Source of the values: TimeML 1.2.1 annotation guidelines, TIMEX3.
"""

from collections.abc import Callable, Mapping

from ftzlib.reader import timevalues
from ftzlib.reader.timex3.calendar import calendar
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
    read_unit_before_last,
    read_unit_beside,
    read_weekday,
    read_weekday_of_week,
    read_weekend,
)
from ftzlib.reader.timex3.years import nearest_year, own_year, year_of_quarter, year_of_range


def _day(year: int, month: int, day: int) -> Reading:
    value = timevalues.full_date(year, month, day)
    if value is None:
        raise UnresolvedError("the calendar has no such day")
    return "DATE", value, None


def _read_date(here: Match, context: Context) -> Reading:
    month, day = month_of(here), int(here.parts["day"])
    year = own_year(here, context) or year_of_range(here, context, month)
    return _day(year or nearest_year(here, context, month, day), month, day)


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
    month = month_of(here)
    year = own_year(here, context) or year_of_range(here, context, month)
    return "DATE", f"{year or nearest_year(here, context, month, None)}-{month:02}", part_mod(here)


def _read_half_of_month(here: Match, context: Context) -> Reading:
    _, value, _ = _read_month(here, context)
    return "DATE", value, "START" if ordinal_of(here) == 1 else "END"


def _read_first_months(here: Match, context: Context) -> Reading:
    return "DURATION", timevalues.duration(unit_of(here), count_of(here)), None


def _read_quarter(here: Match, context: Context) -> Reading:
    if "compound" in here.parts:
        nth, which = here.parts["compound"].split("-")
        number, half = int(calendar()["ordinals"][nth]), which == "half"
    else:
        half = here.parts.get("which", here.parts.get("code")) in ("half", "h")
        number = 4 if here.parts["nth"] == "last" else ordinal_of(here)
    year = own_year(here, context)
    if year is None:
        year = year_of_quarter(here, publication_day(context), number, 6 if half else 3)
    return "DATE", f"{year}-{'H' if half else 'Q'}{number}", part_mod(here)


def _read_part_of_year(here: Match, context: Context) -> Reading:
    return "DATE", here.parts["year"], part_mod(here)


def _read_span(here: Match, context: Context) -> Reading:
    return "DURATION", timevalues.duration(unit_of(here), count_of(here)), mod_of(here)


def _read_each(here: Match, context: Context) -> Reading:
    return "SET", timevalues.duration(unit_of(here), count_of(here)), None


def _read_each_weekday(here: Match, context: Context) -> Reading:
    return "SET", f"XXXX-WXX-{calendar()['weekdays'][here.parts['weekday']]}", None


def _read_season(here: Match, context: Context) -> Reading:
    return "DATE", f"{own_year(here, context)}-{calendar()['seasons'][here.parts['season']]}", None


def _read_decade(here: Match, context: Context) -> Reading:
    return "DATE", here.parts["year"][:3], part_mod(here)


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
    "part of a unit": read_part_of_unit,
    "part of a decade": _read_decade,
    "part of a year": _read_part_of_year,
    "half a year ago": read_half_year_ago,
    "ago": read_ago,
    "apart": read_apart,
    "span": _read_span,
    "span within": _read_span,
    "span since": _read_span,
    "day beside": read_day_beside,
    "day before or after": read_day_before,
    "unit before last": read_unit_before_last,
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
