"""Values as English words: *more than 1.2 trillion yuan*, *late August 2019*, *6.6 to 6.8*, *a, b and c*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ftzlib.evidence.days import days, spell
from ftzlib.evidence.english import words
from ftzlib.evidence.escape import escape
from ftzlib.evidence.figures import Indicator, Number, Reference, Stated

_SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))


class Shown(NamedTuple):
    """The same thing as HTML and as plain text; a notebook shows the one, a terminal the other."""

    html: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def bundle(self) -> dict[str, str]:
        """Return it by media type, as Jupyter wants it."""
        return {"text/plain": self.text, "text/html": self.html}

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return self.bundle()


def plain(words: str) -> Shown:
    """Return words without a link."""
    return Shown(escape(words), words)


def stated(figure: Stated, spec: str = "") -> str:
    """Read a stated value out; `spec` is a number format, ``quote``, ``date`` or ``name``."""
    if spec == "quote":
        return " ".join(figure.quote.split())
    if isinstance(figure.value, str):
        date = spec == "date" or (not spec and days(figure.value))
        return spell(figure.value, figure.mod) if date else " ".join(figure.value.split())
    return quantity(figure.value, figure.unit, figure.mod, spec)


def derived(figure: Indicator, spec: str = "") -> str:
    """Read a derived value out, a range as *low to high*."""
    before, spec = _qualifier(figure.mod), spec or figure.form
    if figure.low is None or figure.high is None:
        return before + number(figure.value or 0, spec)
    low, high = number(figure.low, spec or ",.0f"), number(figure.high, spec or ",.0f")
    return before + (low if low == high else f"{low} to {high}")


def reference(figure: Reference) -> str:
    """Read a value of another source out."""
    if isinstance(figure.value, str):
        return spell(figure.value, figure.mod)
    return quantity(figure.value, figure.unit, figure.mod)


def quantity(value: Number, unit: str | None = None, mod: str | None = None, spec: str = "") -> str:
    """Read a number out with its unit and what qualifies it; a thing counted has no unit of its own."""
    behind = "" if unit in (None, "count") else words("units").get(unit, f" {unit}")
    return f"{_qualifier(mod)}{number(value, spec)}{behind}"


def number(value: Number, spec: str = "") -> str:
    """Write a number with a comma for the thousands, and from a million on with its scale as a word."""
    if spec:
        return format(value, spec)
    for size, word in _SCALES:
        if abs(value) >= size:
            return f"{value / size:,.4g}{word}"
    return f"{value:,}" if isinstance(value, int) else f"{value:,.6g}"


def series(words: Sequence[str]) -> str:
    """Join words as a sentence does: *a, b and c*."""
    return "".join(word + joint for word, joint in zip(words, joints(words), strict=True))


def joints(words: Sequence[str]) -> list[str]:
    """Return what stands behind each word of a series; a comma keeps an *and* of the words' own apart."""
    last = ", and " if any(" and " in word for word in words) else " and "
    return [", "] * (len(words) - 2) + [last] * (len(words) > 1) + [""]


def listed(names: Iterable[str], ends: Iterable[str]) -> str:
    """Name things with their values: *a 3, b 2*."""
    return ", ".join(f"{name} {end}" for name, end in zip(names, ends, strict=True))


def sentence(words: str) -> str:
    """Return words with a capital at their start, and all else as it was."""
    return words[:1].upper() + words[1:]


def plural(count: int, singular: str, several: str | None = None) -> str:
    """Return the noun that goes with a number."""
    return singular if count == 1 else several or f"{singular}s"


def _qualifier(mod: str | None) -> str:
    return str(words("mods").get(mod or "", ""))
