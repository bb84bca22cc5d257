"""Numbers as English words: *more than*, *1.2 trillion*, *yuan*; and what is shown in two forms."""

from __future__ import annotations

import html
import math
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from ftzlib.evidence.escape import escape, untypeset

_DECIMALS = re.compile(r"\.(\d+)[f%]$")
_SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, repr=False)
class Shown:
    """The same thing as HTML and as plain text; a notebook shows the one, a terminal the other. A table is data too."""

    html: str
    text: str
    csv: str = ""

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        data = {"text/csv": self.csv} if self.csv else {}
        return {"text/plain": self.text, "text/html": untypeset(self.html), **data}


def bare(markup: str) -> str:
    """Return what HTML of ours says, without its tags."""
    return html.unescape(_TAG.sub("", markup))


@cache
def words(table: str) -> dict[str, str]:
    """Return one table of ``wording.toml``: code to words."""
    found: dict[str, dict[str, str]] = tomllib.loads(
        Path(__file__).with_name("wording.toml").read_text(encoding="utf-8")
    )
    return found[table]


def scrolling(html: str, name: str) -> str:
    """Return what may be wider than a page as a part of it that scrolls, also by the keyboard."""
    region = f'tabindex="0" role="region" aria-label="{escape(name)}"'
    return f'<div class="ftz-scroll" {region} style="overflow-x:auto">{html}</div>'


def unit_words(unit: str | None) -> str:
    """Return what stands behind a number of this unit; a thing counted, or a pure number, has nothing there."""
    return "" if unit in (None, "count") else words("units").get(unit, f" {unit}")


def rounded(value: float, spec: str, toward: Callable[[float], float] | None = None, *, exact: bool = True) -> str:
    """Write a number by a format, or to three figures where it is not `exact`.

    A bound is rounded `toward` (floor or ceil) what stays true of it: *more than 95.6* is more than 95.
    """
    asked = _DECIMALS.search(spec)
    if not spec and (exact or float(value).is_integer()):
        return number(value)
    decimals = int(asked[1]) if asked else max(0, 2 - math.floor(math.log10(abs(value)))) if value else 0
    size = 10 ** (decimals + 2 * spec.endswith("%"))
    if toward is not None and (asked or not spec):
        value = toward(round(value * size, 6)) / size
    return format(whole(value), spec) if spec else number(round(value, decimals))


def hedge(mod: str | None, sentence: str, quote: str) -> str:
    """Return the words before a quantity that make it a bound, as the sentence has them, else ours: *nearly*."""
    before = " ".join(["", *sentence.partition(quote)[0].split()[-3:]]).lower() if quote in sentence else ""
    own = [hedge for hedge in words("hedges") if before.endswith(f" {hedge}")]
    return f"{max(own, key=len)} " if own and mod else words("mods").get(mod or "", "")


def number(value: float) -> str:
    """Write a number with a comma for the thousands, and from a million on with its scale as a word."""
    for size, word in _SCALES:
        if abs(value) >= size:
            return f"{Decimal(f'{value / size:.4g}'):,f}{word}"  # which writes no power of ten
    return f"{Decimal(f'{value:.6g}'):z,f}"


def whole(number: float) -> float:
    """Return a number as an integer where it is one."""
    return int(number) if float(number).is_integer() else number
