"""Calendar arithmetic: TIMEX3 values from an anchor day and a step.

Source of the value formats: TimeML 1.2.1 annotation guidelines, TIMEX3, and ISO 8601.
"""

import datetime as dt

FULL_DATE = 10  # characters of 2020-11-05


def weekday_before(anchor: dt.date, weekday: int, *, strictly: bool = False) -> dt.date:
    """Return the nearest day with ISO `weekday` not after `anchor` (before it, if `strictly`)."""
    back = (anchor.isoweekday() - weekday) % 7
    return anchor - dt.timedelta(days=7 if strictly and back == 0 else back)


def weekday_after(anchor: dt.date, weekday: int) -> dt.date:
    """Return the nearest day with ISO `weekday` after `anchor`."""
    return anchor + dt.timedelta(days=(weekday - anchor.isoweekday() - 1) % 7 + 1)


def year_of_month(anchor: dt.date, month: int, day: int | None, *, future: bool) -> int:
    """Return the year that makes a month, or a day of it, the nearest one not after `anchor`, or after it."""
    here = (month, day or (anchor.day if month == anchor.month else 1))
    if future:
        return anchor.year + (here < (anchor.month, anchor.day))
    return anchor.year - (here > (anchor.month, anchor.day))


def full_date(year: int, month: int, day: int) -> str | None:
    """Return an ISO date, or None for a day that the calendar does not have."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def year_of_two(anchor: dt.date, digits: str) -> int:
    """Return the year that two figures stand for: the latest that lies no more than twenty years ahead."""
    return (anchor.year + 20) // 100 * 100 + int(digits) - (100 if int(digits) > (anchor.year + 20) % 100 else 0)


def step(anchor: dt.date, unit: str, count: int) -> str:
    """Return the unit (``D``, ``W``, ``M``, ``Q``, ``Y``, ``DECADE``) that lies `count` of them from `anchor`."""
    if unit == "D":
        return (anchor + dt.timedelta(days=count)).isoformat()
    if unit == "W":
        year, week, _ = (anchor + dt.timedelta(weeks=count)).isocalendar()
        return f"{year}-W{week:02}"
    if unit == "M":
        months = anchor.year * 12 + anchor.month - 1 + count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit == "Q":
        quarters = anchor.year * 4 + (anchor.month - 1) // 3 + count
        return f"{quarters // 4:04}-Q{quarters % 4 + 1}"
    return f"{anchor.year + count * (10 if unit == 'DECADE' else 1):04}"


def duration(unit: str, count: int) -> str:
    """Return a duration: ``P3Y``, ``P8M``, ``P9M`` for three quarters, ``P10Y`` for a decade, ``PT2H``."""
    if unit == "Q":
        return f"P{3 * count}M"
    if unit.startswith("T"):  # of the clock
        return f"PT{count}{unit[1:]}"
    return f"P{10 * count}Y" if unit == "DECADE" else f"P{count}{unit}"
