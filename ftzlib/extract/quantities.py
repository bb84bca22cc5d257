"""Numbers with their units, or with the noun that they count.

Finds     digits and number words, scaled in full; money before and behind (*RMB2,400 billion*, *20
          billion yuan*); percent, areas, weights, times; ranges, whose first number shares the second's
          unit; *over*, *nearly* and the like as TIMEX3's mod; bare numbers, for `ftzlib.resolve` to link.
Leaves    ordinals, years and other dates, clock times, scores, numbers inside names (*G20*, *"1+N"*, *No 10*).
Example   "nearly 30.66 billion yuan" -> 30660000000 CNY, LESS_THAN
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ftzlib import lexicon, phrases
from ftzlib.records import Date
from ftzlib.tokens import Tokens

MAX_DIGITS = 24  # a longer run of digits is a code, not a quantity
TIMES = ("year", "month", "day", "hour", "minute")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text.

    Attributes
    ----------
    first, last : int
        Its tokens, from the currency sign or number to the end of the unit or counted noun phrase.
    number : int
        Token behind the number itself, scale included.
    value : int or float
    unit : str or None
        None for a bare number (*and 96 have been implemented*).
    mod : str or None
    noun : tuple of int, or None
        Tokens of the counted noun phrase.
    """

    first: int
    last: int
    number: int
    value: int | float
    unit: str | None
    mod: str | None = None
    noun: tuple[int, int] | None = None


def find(tokens: Tokens, dates: Sequence[Date]) -> list[Amount]:
    """Return the amounts of a text in order; numbers inside `dates` are left alone."""
    tags = phrases.grammar().tag(tokens)
    taken = _taken(tokens, dates)
    found: list[Amount] = []
    for at in _candidates(tokens):
        if at in taken or (found and at < found[-1].last):
            continue
        amount = _read(tokens, tags, at)
        if amount:
            found.append(amount)
    return _share_units(tokens, found)


def _candidates(tokens: Tokens) -> Iterator[int]:
    numbers = _numbers()
    for at, (word, shape) in enumerate(zip(tokens.words, tokens.shapes, strict=True)):
        if shape == "0" or word in numbers or ("-" in word and word.split("-", 1)[0] in numbers):
            yield at


def _taken(tokens: Tokens, dates: Sequence[Date]) -> set[int]:
    return {
        at for date in dates for at in range(tokens.at(date.span.start), tokens.at(date.span.end - 1) + 1)
    }


def _read(tokens: Tokens, tags: str, at: int) -> Amount | None:
    """Read the amount whose number starts at token `at`, or nothing."""
    if _in_a_name(tokens, at):
        return None
    number = _number(tokens, at)
    if number is None:
        return None
    value, end = number
    first, unit = _sign(tokens, at)
    last = end
    if unit is None:
        unit, last = _unit(tokens, end)
    elif tokens.words[end] in ("yuan", "dollars"):
        last = end + 1
    noun = None
    if unit is None and not _is_fraction(tokens, at):
        last = phrases.counted(tokens, tags, end) or end
        noun = _noun(tokens, end, last)
        unit = "count" if noun else None
    elif unit is None:
        unit = "percent"
    if _is_refused(tokens, at, end, last, unit):
        return None
    return Amount(first, last, end, value, unit, _mod(tokens, first, last), noun)


def _noun(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    while start < end and tokens.words[start] in phrases.words("fillers"):
        start += 1
    return (start, end) if start < end else None


def _number(tokens: Tokens, at: int) -> tuple[int | float, int] | None:
    """Return the value of the number at token `at` and the token behind it, scale included."""
    word = tokens.words[at]
    if tokens.shapes[at] == "0":
        if len(word) > MAX_DIGITS:
            return None
        value: int | float = _digits(word)
        end = at + 1
    else:
        fraction = _fraction(tokens, at)
        if fraction:
            return fraction
        worded = _worded(tokens, at)
        if worded is None:
            return None
        value, end = worded
    while True:
        scale, end = _scale(tokens, end)
        if scale == 1:
            return value, end
        value = _exact(value * scale) if isinstance(value, int) else _exact(round(value * scale, 6))


def _digits(word: str) -> int | float:
    plain = word.replace(",", "").replace("，", "").replace("．", ".")
    return float(plain) if "." in plain else int(plain)


def _exact(value: int | float) -> int | float:
    return int(value) if value == int(value) else value


def _worded(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read number words: *nine*, *twenty-one*, *two hundred and fifty*."""
    total, end, numbers = 0, at, lexicon.load("quantities")["numbers"]
    while end < len(tokens):
        parts = tokens.words[end].split("-")
        if all(part in numbers for part in parts):
            total += sum(numbers[part] for part in parts)
            end += 1
        elif end > at and tokens.words[end] == "hundred":
            total *= 100
            end += 1
            if tokens.words[end] == "and" and tokens.words[end + 1].split("-")[0] in numbers:
                end += 1
        else:
            break
    if end > at:
        return total, end
    return (12, at + 1) if tokens.words[at] == "dozen" and tokens.words[at - 1] == "a" else None


def _fraction(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """Read *one-tenth*, *two thirds*, *half*, *a quarter*: as percent (contract, reading 1)."""
    fractions, numbers = lexicon.load("quantities")["fractions"], _numbers()
    word = tokens.words[at]
    if word == "half" or (
        word in ("quarter", "third", "fifth", "tenth", "eighth") and tokens.words[at - 1] == "a"
    ):
        return (
            (fractions[word], at + 1)
            if tokens.words[at + 1] in ("of", "the", "a", "its", "are", "were", "have")
            else None
        )
    if "-" in word:
        over, under = word.split("-", 1)
        if over in numbers and under in fractions:
            return _exact(numbers[over] * fractions[under]), at + 1
    elif word in numbers and tokens.words[at + 1] in fractions and tokens.words[at + 2] == "of":
        return _exact(numbers[word] * fractions[tokens.words[at + 1]]), at + 2
    return None


def _is_fraction(tokens: Tokens, at: int) -> bool:
    return _fraction(tokens, at) is not None


def _scale(tokens: Tokens, at: int) -> tuple[int, int]:
    """Return the scale word at `at` and the token behind it; 1 where there is none."""
    scales = lexicon.load("quantities")["scales"]
    word = tokens.words[at]
    if word == "-" and tokens.words[at + 1].split("-")[0] in scales:  # a 20-billion-yuan fund
        return scales[tokens.words[at + 1].split("-")[0]], at + 1 + ("-" not in tokens.words[at + 1])
    joined = tokens.joined(at)
    if word in scales and (len(word) > 3 or joined):
        return scales[word], at + 1
    return 1, at


def _sign(tokens: Tokens, at: int) -> tuple[int, str | None]:
    """Return the first token of a currency sign before the number, and its code."""
    signs = lexicon.load("quantities")["signs"]
    for length in (2, 1):
        if at >= length and (code := signs.get(" ".join(tokens.words[at - length : at]))):
            return at - length, code
    return at, None


def _unit(tokens: Tokens, at: int) -> tuple[str | None, int]:
    """Return the unit that starts at token `at` and the token behind it."""
    if tokens.words[at] == "-" or tokens.words[at].startswith("billion-"):  # 35-sq-km, 12-hectare
        at += tokens.words[at] == "-"
        last = tokens.words[at].rsplit("-", 1)[-1]
        unit, end = _match_unit(
            [last]
            if tokens.words[at].split("-")[0] in lexicon.load("quantities")["scales"]
            else tokens.words[at : at + 1]
        )
        # A hyphen makes a measured time an adjective (*a five-year plan*), which is no quantity.
        return (None, at) if unit is None or unit in TIMES else (unit, at + end)
    unit, length = _match_unit(tokens.words[at : at + 4])
    if (
        unit in ("year", "month", "day")
        and length == 1
        and tokens.words[at] in ("year", "month", "day")
        and tokens.words[at - 1] != "one"
    ):
        return None, at
    if unit == "percent" and tokens.words[at + length] in ("points", "point"):
        return "percentage_points", at + length + 1
    return unit, at + length


def _match_unit(words: Sequence[str]) -> tuple[str | None, int]:
    for phrase, unit in _units().get(words[0], ()) if words else ():
        if tuple(words[: len(phrase)]) == phrase:
            return unit, len(phrase)
    return None, 0


def _mod(tokens: Tokens, first: int, last: int) -> str | None:
    """Read *over*, *no more than*, *or so* around a number as TIMEX3's mod."""
    for length in (3, 2, 1):
        if first >= length and (mod := _mods("before").get(" ".join(tokens.words[first - length : first]))):
            return mod
    for length in (2, 1):
        if mod := _mods("after").get(" ".join(tokens.words[last : last + length])):
            return mod
    return None


def _in_a_name(tokens: Tokens, at: int) -> bool:
    """*G20*, *A380*, *No. 10*, *1+N*, *9:30*, *3-1*: a number that is no quantity."""
    data = lexicon.load("quantities")["labels"]
    before = at - 1
    if before >= 0 and tokens.words[before] == "." and tokens.joined(before):
        before -= 1
    word = tokens.words[before] if before >= 0 else ""
    if tokens.joined(at) and (
        tokens.shapes[at - 1] in "aA" and word not in lexicon.load("quantities")["signs"]
    ):
        return True
    if word in data["words"] and (tokens.shapes[before] == "A" or word in ("top", "flight")):
        return True
    if tokens.joined(at) and word in (":", "+", "/", "#", "'", "’") and tokens.joined(before):
        return True
    if word in ("-", "–") and tokens.joined(at) and tokens.shapes[before - 1] in "aA":
        return True
    return tokens.shapes[at] != "0" and tokens.words[at] == "one" and tokens.words[at + 1] in data["one"]


def _is_refused(tokens: Tokens, at: int, end: int, last: int, unit: str | None) -> bool:
    following = tokens.words[end]
    if following in lexicon.load("quantities")["labels"]["behind"] and unit is None:
        return True
    if following in (":", "+", "/") and tokens.joined(end) and tokens.shapes[end + 1] in "0aA":
        return True
    if unit is None and following in ("-", "–") and tokens.joined(end) and tokens.shapes[end + 1] in "aA":
        return True
    return bool(unit is None and tokens.joined(end) and tokens.shapes[end] in "aA")


def _share_units(tokens: Tokens, found: list[Amount]) -> list[Amount]:
    """Give the first number of a range the unit of its second (*between 20 and 30 days*)."""
    for n in range(len(found) - 1):
        amount, following = found[n], found[n + 1]
        if amount.unit is None and following.unit and _is_range(tokens, amount, following):
            scale = tokens.words[following.number - 1]
            value = amount.value
            if following.unit not in ("count", *TIMES) and (factor := _large(scale)) and value < 1000:
                value = _exact(round(value * factor, 6))
            found[n] = replace(amount, unit=following.unit, value=value, noun=following.noun, mod=amount.mod)
    return found


def _is_range(tokens: Tokens, amount: Amount, following: Amount) -> bool:
    """*20 to 30 percent*, *two or three days*, *3 and 5 percent*; *36 and 10 banks* only behind *between*."""
    gap = " ".join(tokens.words[amount.last : following.first])
    if gap == "and":
        return following.unit != "count" or tokens.words[amount.first - 1] == "between"
    return gap in ("to", "-", "–", "or", "—")


def _large(word: str) -> int:
    scale = lexicon.load("quantities")["scales"].get(word, 0)
    return int(scale) if scale >= 1000 else 0


@cache
def _numbers() -> Mapping[str, int]:
    return {
        **lexicon.load("quantities")["numbers"],
        "half": 0,
        "dozen": 12,
        "quarter": 0,
        "third": 0,
        "tenth": 0,
    }


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


@cache
def _mods(side: str) -> Mapping[str, str]:
    return {words: mod for mod, phrases_ in lexicon.load("quantities")[side].items() for words in phrases_}
