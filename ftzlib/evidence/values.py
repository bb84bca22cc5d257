"""Values that remember: numbers, days and words that know the rows they come from and what was done with them.

A `Value` lies between `low` and `high`: *more than 95* has no upper end, *late August 2019* is eleven days wide.
Sums, differences, products and quotients keep the range, the formula and the rows that went in, as *uncertainties*
does for errors of measurement (https://pythonhosted.org/uncertainties/); a row that goes in twice is one unknown, so
that ``x - x`` is nothing and ``(a - b) / a`` is as narrow as it can be. What is worked out from a value that is not
there is not there for the same reason.
"""

from __future__ import annotations

import datetime as dt
import math
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from numbers import Real

from ftzlib.evidence import wording
from ftzlib.evidence.days import interval
from ftzlib.evidence.ranges import Quotient, Range, combine, reckon, slope

INFINITE = math.inf
_OPEN, _LESS = {"MORE_THAN", "LESS_THAN"}, {"LESS_THAN", "EQUAL_OR_LESS"}
_PLAIN = (None, "count")  # units that a quotient or a product does without
_OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "−": operator.sub,
    "×": operator.mul,
    "/": operator.truediv,
}
_RANK = {"+": 0, "−": 0, "×": 1, "/": 1}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value of the reference was read.

    Attributes
    ----------
    url, publisher, date, confidence : str
        Empty where not known; confidence is ``high``, ``medium`` or ``low``.
    """

    url: str = ""
    publisher: str = ""
    date: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """A number, a day or words, with what they rest on; made by `ftzlib.cite` and by arithmetic.

    Attributes
    ----------
    low, high : float
        The ends of the range; infinite where a bound is all that is known, NaN where there is no value. Days count
        as their proleptic Gregorian ordinals.
    unit : str or None
        As in the tables; ``date`` for a day, None for a pure number, ``text`` for words.
    words : str
        How the source writes it; its formula where it was worked out.
    mod : str or None
        As in the tables, of a value that a row states.
    about : bool
        Whether something that went in was given as *about*.
    id, sentence : str
        Of a value that a row states: the row's id, and the sentence that its words stand in.
    source : Source or None
        Of a value of the reference.
    reason : str
        Why there is no value; empty where there is one.
    made : tuple of (str, Value, Value), optional
        Of a value that was worked out: the operation and its two sides.

    Examples
    --------
    >>> done, tasks = Value.of_number(96), Value.of_number(106)
    >>> rate = done / tasks
    >>> f"{rate:.1%} = {rate.formula}"
    '90.6% = 96 / 106'
    """

    low: float = math.nan
    high: float = math.nan
    unit: str | None = None
    words: str = ""
    mod: str | None = None
    about: bool = False
    id: str = ""
    sentence: str = ""
    source: Source | None = None
    reason: str = ""
    made: tuple[str, Value, Value] | None = None

    @classmethod
    def of_number(cls, number: float, unit: str | None = None) -> Value:
        """Return a number that no row states, such as the 100 of a percentage."""
        return cls(number, number, unit, wording.number(whole(number)))

    @property
    def leaves(self) -> tuple[Value, ...]:
        """The values that went in, each once, in order; a value that was not worked out is its own."""
        if self.made is None:
            return (self,)
        _, left, right = self.made
        return tuple(dict.fromkeys(left.leaves + right.leaves))

    @property
    def inputs(self) -> tuple[str, ...]:
        """The ids of the rows that went in, each once, in order."""
        return tuple(dict.fromkeys(leaf.id for leaf in self.leaves if leaf.id))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The pages that values of the reference came from, each once."""
        return tuple(dict.fromkeys(leaf.source for leaf in self.leaves if leaf.source))

    @property
    def formula(self) -> str:
        """How it was worked out, with the numbers put in: ``(106 − 96) / 6.7``; of a stated value its number."""
        if self.made is None:
            return f"{self}" if self.unit == "date" else _bare(self)
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
        if _is_number(other):
            return bool(self) and self.low == self.high == other
        return isinstance(other, Value) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self.low) if self.low == self.high else hash(self._key())

    def _key(self) -> tuple[object, ...]:
        if not self:
            return (self.reason,)
        return (self.low, self.high, self.unit, self.words, self.id, self.source, self.made)

    def __lt__(self, other: Value | float) -> bool:
        return self._agree(other, lambda a, b: a.high < b.low)

    def __le__(self, other: Value | float) -> bool:
        return self._agree(other, lambda a, b: a.high <= b.low)

    def __gt__(self, other: Value | float) -> bool:
        return self._agree(other, lambda a, b: a.low > b.high)

    def __ge__(self, other: Value | float) -> bool:
        return self._agree(other, lambda a, b: a.low >= b.high)

    def _agree(self, other: Value | float, test: Callable[[Value, Value], bool]) -> bool:
        """Tell whether a comparison holds for every number that the two may be."""
        right = _value(other)
        if not (self and right):
            return False
        _same_unit(self, right, "compared with")
        return test(self, right)

    def __add__(self, other: Value | float) -> Value:
        return self if _is_number(other) and other == 0 else _operate("+", self, other)  # `sum` begins with 0

    def __radd__(self, other: float) -> Value:
        return self if _is_number(other) and other == 0 else _operate("+", other, self)

    def __sub__(self, other: Value | float) -> Value:
        return _operate("−", self, other)

    def __rsub__(self, other: float) -> Value:
        return _operate("−", other, self)

    def __mul__(self, other: Value | float) -> Value:
        return _operate("×", self, other)

    def __rmul__(self, other: float) -> Value:
        return _operate("×", other, self)

    def __truediv__(self, other: Value | float) -> Value:
        return _operate("/", self, other)

    def __rtruediv__(self, other: float) -> Value:
        return _operate("/", other, self)

    def __neg__(self) -> Value:
        return _reckon("−", Value.of_number(0), self)

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
    if _is_number(other):
        return Value.of_number(float(other))
    raise TypeError(f"a value is reckoned with numbers and with values, not with {type(other).__name__}")


def _is_number(other: object) -> bool:
    return isinstance(other, Real) and not isinstance(other, bool)


def _operate(sign: str, left: Value | float, right: Value | float) -> Value:
    """Reckon where both sides can be values; else leave it to the other side, as to a column of a table."""
    if not all(isinstance(side, Value) or _is_number(side) for side in (left, right)):
        return NotImplemented  # type: ignore[no-any-return]
    return _reckon(sign, _value(left), _value(right))


def _reckon(sign: str, left: Value, right: Value) -> Value:
    """Work two values out to a third; the first that is missing gives its reason."""
    for side in (left, right):
        if not side:
            return side
    unit, left, right = _united(sign, left, right)
    about = left.about or right.about
    made = Value(0, 0, unit, about=about, made=(sign, left, right))
    low, high = _range(made)
    if math.isnan(low):
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
    if right.unit in _PLAIN or right.unit == "percent":
        return (None if sign == "/" and left.unit == "count" else left.unit), left, _share(right)
    if left.unit in _PLAIN or left.unit == "percent":
        return (right.unit if sign == "×" else None), _share(left), right
    if sign == "/":
        return f"{left.unit} per {right.unit}", left, right
    raise TypeError(f"{left} cannot be multiplied by {right}: {left.unit} times {right.unit} means nothing")


def _share(value: Value) -> Value:
    """Return a percentage as a number between 0 and 1, which is what it multiplies by."""
    return replace(value, low=value.low / 100, high=value.high / 100, unit=None) if value.unit == "percent" else value


def _sum_unit(sign: str, left: Value, right: Value) -> str | None:
    units = (left.unit, right.unit)
    if units == ("date", "date"):
        if sign == "−":
            return "day"
    elif units[0] == "date" and units[1] in (None, "day"):
        return "date"
    elif "date" not in units:
        _same_unit(left, right, "added to" if sign == "+" else "subtracted from")
        if units == ("percent", "percent") and sign == "−":
            return "percentage_points"
        return left.unit if left.unit is not None else right.unit
    raise TypeError(f"{right} cannot be {'added to' if sign == '+' else 'subtracted from'} {left}: one is a day")


def _same_unit(left: Value, right: Value, done: str) -> None:
    if None not in (left.unit, right.unit) and left.unit != right.unit:
        raise TypeError(f"{right} cannot be {done} {left}: one is in {right.unit}, the other in {left.unit}")


def _range(value: Value) -> Range:
    """Return the ends of all that a worked-out value may be, when each of its leaves may be anything in its range.

    Where the value only grows or only falls with each leaf, its ends are at the ends of the leaves. Elsewhere each
    operation is taken by itself, which may be too wide and is never too narrow.
    """
    natural = _enclose(value)
    wide = [leaf for leaf in value.leaves if leaf.low < leaf.high]
    if math.isnan(natural[0]) or not wide:
        return natural
    quotient, ranges = _quotient(value, wide), [(leaf.low, leaf.high) for leaf in wide]
    slopes = [slope(quotient, number, ranges) for number in range(len(wide))]
    if any(math.isnan(low) or low < 0 < high for low, high in slopes):
        return natural
    ends = {leaf: _ends(leaf, rising) for leaf, rising in zip(wide, slopes, strict=True)}
    least, most = (_at(value, {leaf: pair[side] for leaf, pair in ends.items()}) for side in (0, 1))
    return natural if math.isnan(least) or math.isnan(most) else (least, most)


def _ends(leaf: Value, rising: Range) -> Range:
    """Return where in a leaf's range a value that grows or falls with it is least, and where it is most."""
    if rising == (0, 0):  # it makes no difference: any finite number will do
        return (leaf.high,) * 2 if math.isinf(leaf.low) else (leaf.low,) * 2
    return (leaf.low, leaf.high) if rising[0] >= 0 else (leaf.high, leaf.low)


def _enclose(value: Value) -> Range:
    """Return a value's range, operation by operation."""
    if value.made is None:
        return value.low, value.high
    sign, left, right = value.made
    return reckon(sign, _enclose(left), _enclose(right))


def _at(value: Value, point: Mapping[Value, float]) -> float:
    """Return a value where its wide leaves are one number each; NaN where that is infinite over infinite."""
    if value.made is None:
        return point.get(value, value.low)
    sign, left, right = value.made
    try:
        return _OPERATIONS[sign](_at(left, point), _at(right, point))
    except ZeroDivisionError:
        return math.nan


def _quotient(value: Value, wide: list[Value]) -> Quotient:
    if value.made is None:
        return Quotient({(wide.index(value),) if value in wide else (): 1 if value in wide else value.low}, {(): 1})
    sign, left, right = value.made
    return combine(sign, _quotient(left, wide), _quotient(right, wide))


def _inner(side: Value, sign: str, *, behind: bool = False) -> str:
    """Return one side's formula, in brackets where it needs them."""
    if side.made is None:
        return side.formula
    rank = _RANK[side.made[0]]
    loose = rank < _RANK[sign] or (behind and sign in "−/" and rank == _RANK[sign])
    return f"({side.formula})" if loose else side.formula


def whole(number: float) -> int | float:
    """Return a number as an integer where it is one."""
    return int(number) if float(number).is_integer() else number


def write(value: Value, spec: str = "") -> str:
    """Write a value that is there; `spec` as in `ftzlib.Claim`."""
    if "|" in spec:
        return _with_noun(value, *spec.split("|", 1))
    spec = "" if spec == "date" else spec
    if spec == "quote":
        return " ".join(value.words.split())
    if value.unit == "text":
        return " ".join(value.words.split())
    if value.unit == "date":
        if value.made is None:
            return value.words
        return interval(*(dt.date.fromordinal(int(day)) for day in (value.low, value.high)))
    return _number(value, spec)


def _with_noun(value: Value, one: str, several: str) -> str:
    """Return a number with the noun that goes with it, or after ``~`` that noun alone."""
    noun = one.removeprefix("~") if value.low == value.high == 1 else several
    return noun if one.startswith("~") else f"{write(value)} {noun}"


def _number(value: Value, spec: str) -> str:
    stated = value.made is None
    about = (wording.hedge(value.mod, value.sentence, value.words) if stated else "about ") if value.about else ""
    unit = wording.unit_words(value.unit) if not spec.endswith("%") else ""
    scale = 100 if value.unit == "percent" and spec.endswith("%") else 1

    def shown(end: float, rounded: Callable[[float], float] | None = None) -> str:
        return wording.rounded(whole(end / scale), spec, rounded, exact=stated)

    if value.low == value.high:
        return f"{about}{shown(value.low)}{unit}"
    if math.isinf(value.low) and math.isinf(value.high):
        return "any number"
    hedge = wording.hedge(value.mod, value.sentence, value.words) if stated else ""
    if math.isinf(value.high):
        closed = not any(leaf.mod in _OPEN for leaf in value.leaves)
        return f"{hedge or ('at least ' if closed else 'more than ')}{shown(value.low, math.floor)}{unit}"
    if math.isinf(value.low) or (value.low == 0 and any(leaf.mod in _LESS for leaf in value.leaves)):
        closed = not any(leaf.mod in _OPEN for leaf in value.leaves)
        return f"{hedge or ('at most ' if closed else 'less than ')}{shown(value.high, math.ceil)}{unit}"
    low, high = shown(value.low), shown(value.high)
    return f"{about}{low}{unit}" if low == high else f"{about}{low} to {high}{unit}"


def _bare(value: Value) -> str:
    """Write a stated number as a formula has it: without its noun, with its percent sign."""
    return write(value) if value.unit in ("percent", "date") else write(replace(value, unit=None))
