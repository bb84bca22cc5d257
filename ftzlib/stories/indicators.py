"""Derived figures: rates, gaps, time and pace. Each knows its formula and the facts that went in.

Finds     what follows from two stated figures, or from two dates; a range where a date is imprecise.
Leaves    a division by nothing, a part larger than its whole, a missing fact: the reason instead of a value.
Example   rate of 96 and 106 -> 0.906, ``96 / 106 = 0.906``, from m2 and m1
"""

from __future__ import annotations

from ftzlib.evidence import days as timeline
from ftzlib.evidence.figures import Figure, Indicator, Missing, Number, Reference, Stated
from ftzlib.stories.sources import opening

#: Mean length of a month in days: 400 Gregorian years have 146097 days.
MONTH = 146097 / 400 / 12
_FLIPPED = {
    "MORE_THAN": "LESS_THAN",
    "LESS_THAN": "MORE_THAN",
    "EQUAL_OR_MORE": "EQUAL_OR_LESS",
    "EQUAL_OR_LESS": "EQUAL_OR_MORE",
}


def rate(name: str, part: Stated | Missing, whole: Stated | Missing) -> Indicator:
    """Divide a part by its whole; a part that is itself a percentage is the rate."""
    problem = _problem(part, whole)
    if problem:
        return _missing(name, problem, part, whole)
    if _percent(part):
        formula, mod = f"{_amount(part):,}% as stated", _mod(part)
        value, form = _amount(part) / 100, ".0%" if _amount(part) == int(_amount(part)) else ".1%"
        return Indicator(name=name, value=value, formula=formula, inputs=_ids(part), mod=mod, form=form)
    value = _amount(part) / _amount(whole)
    formula = f"{_amount(part):,} / {_amount(whole):,} = {value:.3f}"
    return Indicator(
        name=name,
        value=value,
        formula=formula,
        inputs=_ids(part, whole),
        mod=_compared(part, whole),
        form=".1%",
    )


def gap(name: str, part: Stated | Missing, whole: Stated | Missing) -> Indicator:
    """Subtract a part from its whole: what is left."""
    problem = _problem(part, whole)
    if problem:
        return _missing(name, problem, part, whole)
    share = f" × {_amount(part):,}%" if _percent(part) else ""
    taken = _amount(whole) * _amount(part) / 100 if _percent(part) else _amount(part)
    value = _neat(_amount(whole) - taken)
    formula = f"{_amount(whole):,} − {f'{_amount(whole):,}{share}' if share else f'{taken:,}'} = {value:,}"
    mod = _FLIPPED.get(_mod(part) or "", _mod(whole))
    return Indicator(name=name, value=value, formula=formula, inputs=_ids(whole, part), mod=mod)


def count(name: str, items: list[Stated], otherwise: str | None = None) -> Indicator:
    """Count rows: how many the source names; for none of them 0, or no value for the reason `otherwise`."""
    if not items and otherwise:
        return Indicator(name=name, value=None, reason=otherwise)
    named = "; ".join(opening(item.value if isinstance(item.value, str) else item.quote) for item in items)
    formula = f"{len(items)} named: {named}" if items else "none named"
    return Indicator(name=name, value=len(items), formula=formula, inputs=tuple(item.id for item in items))


def part_of(name: str, part: int, whole: int, of: str, inputs: tuple[str, ...] = ()) -> Indicator:
    """Divide one count by another; `of` says what was counted."""
    if not whole:
        return Indicator(name=name, value=None, reason=f"The source has no {of}, so there is no share of them.")
    formula = f"{part:,} / {whole:,} {of} = {part / whole:.3f}"
    return Indicator(name=name, value=part / whole, formula=formula, inputs=inputs, form=".0%")


def days_between(name: str, start: Figure, end: Figure) -> Indicator:
    """Count the days from one date to another, as a range where either of them is wider than a day."""
    first, last = _span(start), _span(end)
    if not first or not last:
        return _missing(name, "The source does not give the two dates between which to count.", start, end)
    low, high = (last[0] - first[1]).days, (last[1] - first[0]).days
    if low <= 0:
        return _missing(name, "The two dates leave no time between them.", start, end)
    formula = f"{timeline.interval(*first)} to {timeline.interval(*last)}: {_range(low, high)} days"
    return _ranged(name, low, high, formula, _ids(start, end), unit="day")


def pace(name: str, done: Stated | Missing, age: Indicator) -> Indicator:
    """Divide what is done by the months that it took."""
    if isinstance(done, Missing) or _percent(done) or not age.low or not age.high:
        return _missing(name, "A pace needs a number that was done and the time that it took.", done, age)
    low, high = _amount(done) * MONTH / age.high, _amount(done) * MONTH / age.low
    days = f"({_range(age.low, age.high)} days / {MONTH:.2f})"
    formula = f"{_amount(done):,} / {days} = {_range(round(low, 2), round(high, 2))}"
    assumption = "all that is counted was done since the first day, at one pace"
    return _ranged(name, low, high, formula, _ids(done, age), mod=_mod(done), assumption=assumption, form=".1f")


def ahead(name: str, left: Indicator, done: Stated | Missing, age: Indicator) -> Indicator:
    """Return how many days what is left would take, at the pace of what is done."""
    if isinstance(done, Missing) or _percent(done) or left.value is None or not age.low or not age.high:
        return _missing(name, "What is ahead needs a number that is left and a pace.", left, done, age)
    if not _amount(done):
        return _missing(name, "Nothing is done yet, so there is no pace.", left, done, age)
    low, high = left.value * age.low / _amount(done), left.value * age.high / _amount(done)
    days = _range(age.low, age.high)
    formula = f"{left.value:,} × {days} days / {_amount(done):,} = {_range(round(low), round(high))} days"
    assumption = "what is left goes as fast as what is done"
    return _ranged(name, low, high, formula, _ids(left, age), unit="day", assumption=assumption)


def _ranged(
    name: str,
    low: Number,
    high: Number,
    formula: str,
    inputs: tuple[str, ...],
    unit: str | None = None,
    mod: str | None = None,
    assumption: str | None = None,
    form: str = ",.0f",
) -> Indicator:
    return Indicator(
        name=name,
        value=(low + high) / 2,
        low=low,
        high=high,
        formula=formula,
        inputs=inputs,
        unit=unit,
        mod=mod,
        assumption=assumption,
        form=form,
    )


def _missing(name: str, reason: str, *figures: Figure) -> Indicator:
    """Pass on the reason of the first figure that is missing, else give `reason`."""
    reasons = [figure.reason for figure in figures if isinstance(figure, Missing | Indicator) and figure.reason]
    return Indicator(name=name, value=None, reason=reasons[0] if reasons else reason, inputs=_ids(*figures))


def _problem(part: Stated | Missing, whole: Stated | Missing) -> str | None:
    if isinstance(part, Missing):
        return part.reason
    if isinstance(whole, Missing):
        return whole.reason
    if _percent(part):
        return None if _amount(part) <= 100 else f"{_amount(part):,} percent is more than the whole."
    if not _amount(whole):
        return "The whole is nothing, and nothing can be divided by it."
    if _amount(part) > _amount(whole):
        return f"{_amount(part):,} is more than the {_amount(whole):,} that it is said to be part of."
    return None


def _compared(part: Stated | Missing, whole: Stated | Missing) -> str | None:
    """Return how a quotient is qualified: as its part is, or the other way round if only its whole is."""
    above, below = _mod(part), _mod(whole)
    if above and below:
        return "APPROX"
    return above or _FLIPPED.get(below or "", below)


def _ids(*figures: Figure) -> tuple[str, ...]:
    found: list[str] = []
    for figure in figures:
        found += [figure.id] if isinstance(figure, Stated) else getattr(figure, "inputs", ())
    return tuple(dict.fromkeys(found))


def _span(date: Figure) -> tuple[timeline.Day, timeline.Day] | None:
    return timeline.days(str(date.value), date.mod) if isinstance(date, Stated | Reference) else None


def _percent(figure: Stated | Missing) -> bool:
    return getattr(figure, "unit", None) == "percent"


def _amount(figure: Stated | Missing) -> Number:
    value = getattr(figure, "value", 0)
    return value if isinstance(value, int | float) else 0


def _mod(figure: Stated | Missing) -> str | None:
    return getattr(figure, "mod", None)


def _neat(value: Number) -> Number:
    return int(value) if value == int(value) else round(value, 1)


def _range(low: Number, high: Number) -> str:
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
