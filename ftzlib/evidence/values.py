"""Values that remember: numbers, days and words that know the rows they come from and what was done with them.

A `Value` lies between `low` and `high`: *more than 95* has no upper end, *late August 2019* is eleven days wide.
Sums, differences, products and quotients keep the range, the formula and the rows that went in, as *uncertainties*
does for errors of measurement (https://pythonhosted.org/uncertainties/); a row that goes in twice is one unknown, so
that of a range with two ends ``x - x`` is nothing and ``(a - b) / a`` is as narrow as it can be. What is worked out
from a value that is not there is not there for the same reason.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from numbers import Real
from typing import TypeAlias

import numpy as np

from ftzlib.evidence import wording
from ftzlib.evidence.days import interval

Range: TypeAlias = tuple[float, float]

_OPEN, _LESS = {"MORE_THAN", "LESS_THAN"}, {"LESS_THAN", "EQUAL_OR_LESS"}
_PLAIN = (None, "count", "percent")  # units that a quotient or a product does without
_MANY = 8  # values that may each occur twice in a formula before its range is taken operation by operation


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value of the reference was read; what is not known is empty."""

    url: str = ""
    publisher: str = ""
    date: str = ""
    confidence: str = ""  # high, medium or low


def _both_ways(sign: str) -> tuple[Callable[[Value, Value | float], Value], Callable[[Value, Value | float], Value]]:
    """Return an operation with the value to its left, and with the value to its right."""
    return lambda left, right: _operate(sign, left, right), lambda right, left: _operate(sign, left, right)


def _comparison(holds: Callable[[Value, Value], bool]) -> Callable[[Value, Value | float], bool]:
    """Return a comparison that is true where it holds for every number that the two values may be."""

    def compare(left: Value, other: Value | float) -> bool:
        right = _value(other)
        if not (left and right):
            return False
        _same_unit(left, right, "compared with")
        return holds(left, right)

    return compare


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """A number, a day or words, with what they rest on; made by `ftzlib.cite` and by arithmetic.

    Examples
    --------
    >>> done, tasks = Value.of_number(96), Value.of_number(106)
    >>> rate = done / tasks
    >>> f"{rate:.1%} = {rate.formula}"
    '90.6% = 96 / 106'
    """

    low: float = math.nan  # the ends of the range; infinite where a bound is all that is known, NaN where there is no
    high: float = math.nan  # value; days count as their proleptic Gregorian ordinals
    unit: str | None = None  # as in the tables; `date` for a day, None for a pure number, `text` for words
    words: str = ""  # how the source writes it; its formula where it was worked out
    mod: str | None = None  # as in the tables, of a value that a row states
    about: bool = False  # something that went in was given as *about*
    id: str = ""  # of the row that states it
    sentence: str = ""  # that its words stand in
    rules_read: str = ""  # of a row that a person has put right: what the rules had read
    source: Source | None = None  # of a value of the reference
    reason: str = ""  # why there is no value; empty where there is one
    made: tuple[str, Value, Value] | None = None  # of one that was worked out: the operation and its two sides

    @classmethod
    def of_number(cls, number: float) -> Value:
        """Return a number that no row states, such as the 100 of a percentage."""
        return cls(number, number, words=wording.number(number))

    @property
    def leaves(self) -> tuple[Value, ...]:
        """The values that went in, each once, in order; a value that was not worked out is its own."""
        return tuple(dict.fromkeys(_occurring(self)))

    @property
    def inputs(self) -> tuple[str, ...]:
        """The ids of the rows that went in, each once, in order."""
        return tuple(dict.fromkeys(leaf.id for leaf in self.leaves if leaf.id))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The pages that values of the reference came from, each once."""
        return tuple(dict.fromkeys(leaf.source for leaf in self.leaves if leaf.source))

    @property
    def corrected(self) -> str:
        """What the rules had read of the rows that went in and that a person has put right; empty where none was."""
        return "; ".join(dict.fromkeys(leaf.rules_read for leaf in self.leaves if leaf.rules_read))

    @property
    def formula(self) -> str:
        """How it was worked out, with the numbers put in: ``(106 − 96) / 6.7``; of a stated value its number."""
        if self.made is None:
            return _bare(self)
        sign, left, right = self.made
        return f"{_inner(left, sign)} {sign} {_inner(right, sign, behind=True)}"

    def __bool__(self) -> bool:
        return not self.reason

    def __float__(self) -> float:
        if not self or self.unit == "text":
            return math.nan
        ends = [end for end in (self.low, self.high) if not math.isinf(end)]
        return sum(ends) / len(ends) if ends else math.nan

    def __eq__(self, other: object) -> bool:
        if is_number(other):
            return bool(self) and self.low == self.high == other
        return isinstance(other, Value) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self.low) if self.low == self.high else hash(self._key())

    def _key(self) -> tuple[object, ...]:
        if not self:
            return (self.reason,)
        return (self.low, self.high, self.unit, self.words, self.id, self.source, self.made)

    __lt__ = _comparison(lambda a, b: a.high < b.low)
    __le__ = _comparison(lambda a, b: a.high <= b.low)
    __gt__ = _comparison(lambda a, b: a.low > b.high)
    __ge__ = _comparison(lambda a, b: a.low >= b.high)
    __add__, __radd__ = _both_ways("+")
    __sub__, __rsub__ = _both_ways("−")
    __mul__, __rmul__ = _both_ways("×")
    __truediv__, __rtruediv__ = _both_ways("/")

    def of(self, whole: Value | float) -> Value:
        """Return the share that this part is of a whole, as a number between 0 and 1.

        A part that is itself a percentage is the share. A part that is larger than its whole gives no share, and
        the reason is a question to check.
        """
        whole = _value(whole)
        if self and self.unit == "percent":
            return _share(self)
        if self and whole and self > whole:
            return Value(reason=f"Is {_bare(self)} part of {_bare(whole)}? It is more: read the sentence.")
        return self / whole

    def __format__(self, spec: str) -> str:
        """Write the value: see `ftzlib.Claim` for the formats."""
        return self.reason or write(self, spec)

    def __str__(self) -> str:
        return format(self, "")

    def __repr__(self) -> str:
        return f"{self}" + (f" = {self.formula}" if self and self.made else "")


def _value(other: Value | float) -> Value:
    if isinstance(other, Value):
        return other
    if is_number(other):
        return Value.of_number(float(other))
    raise TypeError(f"a value is reckoned with numbers and with values, not with {type(other).__name__}")


def is_number(other: object) -> bool:
    """Tell whether something is a number; no truth and no length of time is one."""
    return isinstance(other, Real) and not isinstance(other, bool | np.timedelta64)


def _operate(sign: str, left: Value | float, right: Value | float) -> Value:
    """Work two values out to a third; the first that is missing gives its reason."""
    if not all(isinstance(side, Value) or is_number(side) for side in (left, right)):
        return NotImplemented  # type: ignore[no-any-return]  # left to the other side, as to a column of a table
    if sign == "+" and not isinstance(left, Value) and left == 0:  # with which `sum` begins
        return _value(right)
    left, right = _value(left), _value(right)
    for side in (left, right):
        if not side:
            return side
    unit, left, right = _united(sign, left, right)
    made = Value(0, 0, unit, about=left.about or right.about, made=(sign, left, right))
    try:
        low, high = _range(made)
    except ZeroDivisionError:
        return Value(reason=f"{_inner(left, sign)} cannot be divided by {right}: that may be nothing.")
    return replace(made, low=low, high=high, words=made.formula)


def _united(sign: str, left: Value, right: Value) -> tuple[str | None, Value, Value]:
    """Return the unit of a result, and its sides as they go in: a percentage that multiplies is a share."""
    if "text" in (left.unit, right.unit):
        raise TypeError(f"“{left}” and “{right}” are not both numbers; only numbers and days are reckoned with")
    if sign in "+−":
        return _sum_unit(sign, left, right), left, right
    if "date" in (left.unit, right.unit):
        raise TypeError(f"{left} and {right}: a day is only added to or subtracted from")
    if left.unit == right.unit and sign == "/":
        return None, left, right
    if sign == "×" and left.unit == "percent" and right.unit is not None:
        return right.unit, _share(left), right
    if right.unit in _PLAIN:
        return (None if sign == "/" and left.unit == "count" else left.unit), left, _share(right)
    if left.unit in _PLAIN:
        return (right.unit if sign == "×" else None), _share(left), right
    if sign == "/":
        return f"{left.unit} per {right.unit}", left, right
    raise TypeError(f"{left} cannot be multiplied by {right}: {left.unit} times {right.unit} means nothing")


def _share(value: Value) -> Value:
    """Return a percentage as a number between 0 and 1, which is what it multiplies by."""
    return replace(value, low=value.low / 100, high=value.high / 100, unit=None) if value.unit == "percent" else value


def _sum_unit(sign: str, left: Value, right: Value) -> str | None:
    done, units = ("added to" if sign == "+" else "subtracted from"), (left.unit, right.unit)
    if units == ("date", "date") and sign == "−":
        return "day"
    if units in (("date", None), ("date", "day")):
        return "date"
    if "date" in units:
        raise TypeError(f"{right} cannot be {done} {left}: one is a day")
    _same_unit(left, right, done)
    if units == ("percent", "percent") and sign == "−":
        return "percentage_points"
    return left.unit if left.unit is not None else right.unit


def _same_unit(left: Value, right: Value, done: str) -> None:
    if None not in (left.unit, right.unit) and left.unit != right.unit:
        raise TypeError(f"{right} cannot be {done} {left}: one is in {right.unit}, the other in {left.unit}")


def _range(value: Value) -> Range:
    """Return the ends of all that a worked-out value may be, when each of its leaves may be anything in its range.

    Where each leaf occurs once, interval arithmetic gives them. A leaf that occurs again is one unknown all the same:
    in it a quotient of two sums of products only grows or only falls, so that the ends are where the leaf ends. Where
    it is multiplied by itself or has no end, each operation is taken for itself, which may be too wide and is never
    too narrow.
    """
    natural = _enclose(value, {})
    counted = Counter(leaf for leaf in _occurring(value) if leaf.low < leaf.high)
    again = [leaf for leaf, times in counted.items() if times > 1]
    if len(again) > _MANY or any(max(_degrees(value, leaf)) > 1 or math.isinf(leaf.high - leaf.low) for leaf in again):
        return natural
    corners = [dict(zip(again, ends, strict=True)) for ends in product(*((leaf.low, leaf.high) for leaf in again))]
    try:
        lows, highs = zip(*(_enclose(value, at) for at in corners), strict=True)
    except ZeroDivisionError:  # where a divisor ends at nothing
        return natural
    return min(lows), max(highs)


def _occurring(value: Value) -> Iterator[Value]:
    """Give every leaf as often as it occurs."""
    if value.made is None:
        yield value
    else:
        for side in value.made[1:]:
            yield from _occurring(side)


def _degrees(value: Value, leaf: Value) -> tuple[int, int]:
    """Return how often a leaf is multiplied by itself above and below the line of a value's formula."""
    if value.made is None:
        return int(value == leaf), 0
    sign, left, right = value.made
    (above, below), (over, under) = _degrees(left, leaf), _degrees(right, leaf)
    if sign == "/":
        return above + under, below + over
    if sign == "×":
        return above + over, below + under
    return max(above + under, over + below), below + under


def _enclose(value: Value, at: Mapping[Value, float]) -> Range:
    """Return a value's range, operation by operation, where some of its leaves are one number each."""
    if value.made is None:
        return (at[value],) * 2 if value in at else (value.low, value.high)
    sign, left, right = value.made
    return _reckon(sign, _enclose(left, at), _enclose(right, at))


def _reckon(sign: str, a: Range, b: Range) -> Range:
    """Return the range of a sum, a difference, a product or a quotient; a ZeroDivisionError where it may be by nothing.

    Source    Moore, Kearfott and Cloud, *Introduction to Interval Analysis* (SIAM 2009), chapter 2.
    """
    if sign == "+":
        return a[0] + b[0], a[1] + b[1]
    if sign == "−":
        return a[0] - b[1], a[1] - b[0]
    if sign == "/":
        if b[0] < 0 < b[1] or b == (0, 0):
            raise ZeroDivisionError
        if 0 not in b:  # divided at once, so that 49 / 49 is 1 and not a hair less
            ends = [0 if math.isinf(y) else x / y for x in a for y in b]
            return min(ends), max(ends)
        b = (1 / b[1] if b[1] else -math.inf, 1 / b[0] if b[0] else math.inf)
    ends = [x * y if x and y else 0 for x in a for y in b]
    return min(ends), max(ends)


def _inner(side: Value, sign: str, *, behind: bool = False) -> str:
    """Return one side's formula, in brackets where it needs them."""
    if side.made is None:
        return side.formula
    sums = side.made[0] in "+−", sign in "+−"
    loose = sums == (True, False) or (behind and sign in "−/" and sums[0] == sums[1])
    return f"({side.formula})" if loose else side.formula


def write(value: Value, spec: str = "") -> str:
    """Write a value that is there; `spec` as in `ftzlib.Claim`."""
    if "|" in spec:
        one, several = spec.split("|", 1)
        noun = one.removeprefix("~") if value.low == value.high == 1 else several
        return noun if one.startswith("~") else f"{write(value)} {noun}"
    if spec == "quote" or value.unit == "text":
        return " ".join(value.words.split())
    if value.unit != "date":
        return _number(value, spec)
    return interval(*map(dt.date.fromordinal, (int(value.low), int(value.high)))) if value.made else value.words


def _number(value: Value, spec: str) -> str:
    stated = value.made is None
    hedge = wording.hedge(value.mod, value.sentence, value.words) if stated else "about " if value.about else ""
    unit = wording.unit_words(value.unit) if not spec.endswith("%") else ""
    scale = 100 if value.unit == "percent" and spec.endswith("%") else 1

    def shown(end: float, toward: Callable[[float], float] | None = None) -> str:
        return wording.rounded(end / scale, spec, toward, exact=stated)

    mods = {leaf.mod for leaf in value.leaves}
    if math.isinf(value.low) and math.isinf(value.high):
        return "any number"
    if math.isinf(value.high):
        words, bound = "more than " if mods & _OPEN else "at least ", shown(value.low, math.floor)
    elif math.isinf(value.low) or (value.low == 0 < value.high and mods & _LESS):
        words, bound = "less than " if mods & _OPEN else "at most ", shown(value.high, math.ceil)
    else:
        low, high = shown(value.low), shown(value.high)
        return f"{hedge}{low}{unit}" if low == high else f"{hedge}{low} to {high}{unit}"
    return f"{(stated and hedge) or words}{bound}{unit}"


def _bare(value: Value) -> str:
    """Write a stated number as a formula has it: without its noun, with its percent sign."""
    return write(value) if value.unit in ("percent", "date") else write(replace(value, unit=None))
