"""Arithmetic on ranges, and whether a formula grows or falls with what goes into it.

A range is a pair of ends, either of which may be infinite. A formula is a quotient of two polynomials, so that what
stands above and below the line is reduced before anybody asks for a sign: ``x / x`` neither grows nor falls.

Source    Moore, Kearfott and Cloud, *Introduction to Interval Analysis* (SIAM 2009), chapters 2, 5 and 6.
"""

from __future__ import annotations

import math
from typing import NamedTuple, TypeAlias

Range: TypeAlias = tuple[float, float]
#: Coefficients by the numbers of the unknowns that they stand before, each as often as it is multiplied.
Polynomial: TypeAlias = dict[tuple[int, ...], float]

NONE: Range = (math.nan, math.nan)


class Quotient(NamedTuple):
    """One polynomial over another."""

    above: Polynomial
    below: Polynomial


def reckon(sign: str, a: Range, b: Range) -> Range:
    """Return the range of ``a + b``, ``a − b``, ``a × b`` or ``a / b``; `NONE` where the divisor may be nothing."""
    if sign == "+":
        return a[0] + b[0], a[1] + b[1]
    if sign == "−":
        return a[0] - b[1], a[1] - b[0]
    if sign == "/":
        if b[0] < 0 < b[1] or b == (0, 0):
            return NONE
        if 0 not in b:  # divided at once, so that 49 / 49 is 1 and not a hair less
            quotients = [0 if math.isinf(y) else x / y for x in a for y in b]
            return min(quotients), max(quotients)
        b = (1 / b[1] if b[1] else -math.inf, 1 / b[0] if b[0] else math.inf)
    ends = [x * y if x and y else 0 for x in a for y in b]
    return min(ends), max(ends)


def combine(sign: str, a: Quotient, b: Quotient) -> Quotient:
    """Return ``a + b``, ``a − b``, ``a × b`` or ``a / b`` as one quotient."""
    if sign == "×":
        return Quotient(_times(a.above, b.above), _times(a.below, b.below))
    if sign == "/":
        return Quotient(_times(a.above, b.below), _times(a.below, b.above))
    if a.below == b.below:
        return Quotient(_plus(a.above, b.above, -1 if sign == "−" else 1), a.below)
    left, right = _times(a.above, b.below), _times(b.above, a.below)
    return Quotient(_plus(left, right, -1 if sign == "−" else 1), _times(a.below, b.below))


def slope(quotient: Quotient, unknown: int, ranges: list[Range]) -> Range:
    """Return a range whose sign is that of the derivative: the numerator of the quotient rule."""
    above, below = quotient
    rising = _times(_derivative(above, unknown), below)
    return _range(_plus(rising, _times(above, _derivative(below, unknown)), -1), ranges)


def _plus(a: Polynomial, b: Polynomial, factor: float) -> Polynomial:
    total = {term: a.get(term, 0) + factor * b.get(term, 0) for term in a.keys() | b.keys()}
    return {term: coefficient for term, coefficient in total.items() if coefficient}


def _times(a: Polynomial, b: Polynomial) -> Polynomial:
    product: Polynomial = {}
    for one, x in a.items():
        for other, y in b.items():
            term = tuple(sorted(one + other))
            product[term] = product.get(term, 0) + x * y
    return {term: coefficient for term, coefficient in product.items() if coefficient}


def _derivative(polynomial: Polynomial, unknown: int) -> Polynomial:
    found: Polynomial = {}
    for term, coefficient in polynomial.items():
        if power := term.count(unknown):
            at = term.index(unknown)
            rest = term[:at] + term[at + 1 :]
            found[rest] = found.get(rest, 0) + coefficient * power
    return found


def _range(polynomial: Polynomial, ranges: list[Range]) -> Range:
    total: Range = (0, 0)
    for term in sorted(polynomial):
        part: Range = (polynomial[term],) * 2
        for unknown in term:
            part = reckon("×", part, ranges[unknown])
        total = reckon("+", total, part)
    return total
