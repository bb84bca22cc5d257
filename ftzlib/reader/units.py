"""Units of measure and money, before and behind a number.

Codes are those of the facts contract; money is ISO 4217. The words stand in ``data/quantities.toml``.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.text.tokens import Tokens

AREAS = ("km2", "m2", "ha", "mu")
TIMES = ("year", "month", "day", "hour", "minute")


def sign(tokens: Tokens, at: int) -> tuple[int, str | None]:
    """Return the first token of a currency sign before the number, and its code."""
    signs = lexicon.load("quantities")["signs"]
    for length in (2, 1):
        if at >= length and (code := signs.get(" ".join(tokens.words[at - length : at]))):
            return at - length, code
    return at, None


def unit_at(tokens: Tokens, at: int) -> tuple[str | None, int]:
    """Return the unit that starts at token `at` and the token behind it."""
    if tokens.words[at] == "-" or tokens.words[at].startswith("billion-"):  # 35-sq-km, 12-hectare
        at += tokens.words[at] == "-"
        last = tokens.words[at].rsplit("-", 1)[-1]
        unit, end = _match_unit(
            [last]
            if tokens.words[at].split("-")[0] in lexicon.load("quantities")["scales"]
            else tokens.words[at : at + 1]
        )
        # A hyphen makes a time an adjective (*a five-year plan*): no quantity, but of a way (*a 40-minute drive*).
        return (None, at) if unit is None or (unit in TIMES and not is_way(tokens, unit, at + 1)) else (unit, at + end)
    unit, length = _match_unit(tokens.words[at : at + 4])
    if (
        unit in ("year", "month", "day")
        and length == 1
        and tokens.words[at] in ("year", "month", "day")
        and tokens.words[at - 1] != "one"
        and tokens.words[at - 2] != "half"
    ):
        return None, at
    if unit == "percent" and tokens.words[at + length] in ("points", "point"):
        return "percentage_points", at + length + 1
    return unit, at + length


def hyphened(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """Return the number and the unit of one word such as *two-hour*, where it measures a way."""
    number, _, word = tokens.words[at].partition("-")
    unit, _ = _match_unit([word])
    value = lexicon.load("quantities")["numbers"].get(number)
    return (value, unit) if value and unit and is_way(tokens, unit, at + 1) else None


def is_way(tokens: Tokens, unit: str, at: int) -> bool:
    """*a 40-minute drive*, *a two-hour train ride*, not *a 24-hour hotline*."""
    near = tokens.words[at : at + 2]
    return unit in ("hour", "minute") and not lexicon.words("quantities", "ways").isdisjoint(near)


def _match_unit(words: Sequence[str]) -> tuple[str | None, int]:
    for phrase, unit in _units().get(words[0], ()) if words else ():
        if tuple(words[: len(phrase)]) == phrase:
            return unit, len(phrase)
    return None, 0


@cache
def _units() -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for unit, written in lexicon.load("quantities")["units"].items():
        for phrase in written:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, unit))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table
