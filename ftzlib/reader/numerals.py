"""Numbers as they are written: digits, number words, scales and fractions.

Finds     12,300; 1 234 567; 1.234.567; 5,00,000; 1.2 trillion; twenty-one; a hundred and six; two and a half
          million; one-tenth and *nine in ten* (as percent).
Leaves    what they count or measure to `ftzlib.reader.numbers`; digits that may be read in two ways, and codes.
Example   "1.2 trillion" -> 1200000000000

The patterns of words stand in ``english/quantities.toml`` (``written``), and are asked for in `Tokens.plain`.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ftzlib.grammar import lexicon
from ftzlib.text.tokens import Tokens

MAX_DIGITS = 24  # a longer run of digits is a code, not a quantity

_RUN = re.compile(r"\d+(?:[.,．，]\d+)*")
_SPACED = re.compile(
    r"\d{1,3}(?:([ \u00a0\u2007\u2009\u202f])\d{3}(?!\d))(?:\1\d{3}(?!\d))*(?:[.,]\d+)?(?![.,]?\d|-[^\W\d])"
)
_ENGLISH = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+)?")  # 1,234.5 and Indian 5,00,000
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+")  # 1.234.567 and 1.234,5
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
# What in a text shows how it writes numbers: points in groups or decimal commas, and the English way.
_GROUPS_SHOWN = re.compile(rf"(?<![\d.,])(?:{_POINTED.pattern})(?![.,]?\d)")
_COMMA_SHOWN = re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![.,]?\d)\s?([^\W\d_]+|%)?")
_POINT_SHOWN = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+\.\d|\d{1,3}(?:,\d{3}){2,}|\d+\.\d{1,2}(?![.\d]))")
_FULL_WIDTH = str.maketrans("．，", ".,")


class Number(NamedTuple):
    """A number as it is written, scale included."""

    value: int | float | None  # None for what is no plain number or may be read in two ways (*3.2.1*, *2.500*)
    end: int  # token behind it, or in which it ends
    stop: int  # offset into `Tokens.plain` behind it: *20-billion|-yuan*
    kind: str | None = None  # "fraction" and "share" (*one-tenth*, *nine in ten*) are percent, "fold" a multiple


def number(tokens: Tokens, at: int) -> Number | None:
    """Return the number at token `at`, or None where there is none."""
    if found := _special(tokens, at):
        value, stop, kind = found
        return Number(value, tokens.behind(stop), stop, kind)
    factor: int | float = 1
    if tokens.shapes[at] == "0":
        read, stop = _digits(tokens, at)
    elif worded := _worded(tokens.plain, _start(tokens, at)):
        read, stop, factor = worded
    else:
        return None
    if read is None:
        return Number(None, tokens.behind(stop), stop)
    more, parts = lexicon.written("quantities", "more"), lexicon.load("quantities")["parts_behind"]
    while behind := more.match(tokens.plain, stop):
        stop = behind.end()
        if behind["part"]:  # *two and a half million*, *a million and a half*, *2½*
            read = exact(read + factor * parts[behind["part"]])
        elif scaled_by := behind["scale"] or behind["letter"]:  # none of *3,400[-plus] firms*
            factor = lexicon.load("quantities")["scales"][scaled_by]
            read = scaled(read, int(factor))
    return Number(read, tokens.behind(stop), stop)


def _start(tokens: Tokens, at: int) -> int:
    return tokens.stops[at] - len(tokens.words[at])


def _special(tokens: Tokens, at: int) -> tuple[int | float, int, str | None] | None:
    """*Nine in ten*, *two thirds*, *3/4 of* as percent (contract, readings 1 and 16); *half a million*, *fivefold*."""
    found = lexicon.written("quantities", "special").match(tokens.plain, _start(tokens, at))
    if found is None:
        return None
    data, stop = lexicon.load("quantities"), found.end()
    if found["half"]:
        return (data["scales"][found["halved"]] // 2 if found["halved"] else 0.5), stop, None
    if found["hyphened"]:
        return data["numbers"][found["hyphened"]], stop, None
    if found["fold"]:
        return data["numbers"][found["fold"]], stop, "fold"
    if part := found["fraction"] or found["under"]:
        return exact(data["numbers"].get(found["over"], 1) * data["fractions"][part]), stop, "fraction"
    return _share(tokens, at, found)


def _share(tokens: Tokens, at: int, found: re.Match[str]) -> tuple[int | float, int, str] | None:
    """*3/4 of*, *nine in ten*."""
    over, under = map(_plain_or_worded, (found["top"] or found["few"], found["bottom"] or found["of"]))
    if not 0 < over < under or (found["bare"] and _is_object(tokens, at)):
        return None
    return exact(over * 100 / under), found.end(), "fraction" if found["top"] else "share"


def _plain_or_worded(word: str) -> int:
    return int(word if word.isdecimal() else lexicon.load("quantities")["numbers"][word])


def _is_object(tokens: Tokens, at: int) -> bool:
    """*opened three in five cities*: a share opens its clause or follows *than*, *about*, and is no object."""
    before = lexicon.words("quantities", "before_share")
    return tokens.shapes[at - 1] in "aA" and tokens.words[at - 1] not in before


def _worded(plain: str, stop: int) -> tuple[int | float, int, int] | None:
    """Read *twenty-one*, *a hundred and six*, *two million three hundred*, *one point five*: value, end, scale."""
    scales, found = lexicon.load("quantities")["scales"], None
    total: int | float = 0
    least, group = 10**24, lexicon.written("quantities", "group").match(plain, stop)
    while group and (factor := scales.get(group["large"], 1)) < least:  # *between one thousand and two thousand*
        value: int | float = _sum(group["first"]) if group["first"] else 1
        value = value * 100 + _sum(group["rest"]) if group["hundreds"] else value
        if group["point"]:
            value = float(f"{value}.{''.join(str(_sum(digit)) for digit in group['point'].split())}")
        total, least = total + scaled(value, factor), factor
        if group["ends"] is not None:  # a number ends where a word does: *one*, not *one-stop*
            found = total, group.end(), factor
        joint = lexicon.written("quantities", "joint").match(plain, group.end()) if factor > 1 else None
        group = lexicon.written("quantities", "group").match(plain, joint.end()) if joint else None
    return found


def _sum(words: str | None) -> int:
    numbers = lexicon.load("quantities")["numbers"]
    return sum(numbers[word] for word in re.split("[ -]", words)) if words else 0


def _digits(tokens: Tokens, at: int) -> tuple[int | float | None, int]:
    """Read digits with their separators; what stands in the text shows whether a comma groups or divides."""
    word, stop = tokens.words[at], tokens.stops[at]
    if word.isdecimal() and tokens.shapes[at + 1] in "aA" and len(word) <= MAX_DIGITS and word[0] != "0":
        return int(word), stop
    if spaced := _SPACED.match(tokens.text, tokens.starts[at]):
        end = tokens.at(spaced.end() - 1)
        row = spaced[1] == " " and _is_row(tokens, at, end + 1, spaced[0])
        return None if row else _value(spaced[0].replace(spaced[1], "")), tokens.stops[end]
    if run := _RUN.match(tokens.text, tokens.starts[at]):
        return _plain(tokens.text, run[0].translate(_FULL_WIDTH)), tokens.stops[tokens.at(run.end() - 1)]
    return None, stop


def _is_row(tokens: Tokens, at: int, behind: int, digits: str) -> bool:
    """*New firms 120 345 400*, *Route 12 300 ships*: numbers side by side, in a row or where commas group."""
    beside = tokens.shapes[at - 1] == "0" or tokens.shapes[behind] == "0" or tokens.shapes[at - 1] == "\n"
    return beside or (len(digits) < len("1 234 567") and "," in tokens.text and bool(_POINT_SHOWN.search(tokens.text)))


def _plain(text: str, run: str) -> int | float | None:
    if len(run) > MAX_DIGITS or (run[0] == "0" and run[1:2].isdecimal()):  # a code: *007*
        return None
    if _POINTED.fullmatch(run) or (_CONTINENTAL.fullmatch(run) and _divides_by_comma(text)):
        return None if re.fullmatch(r"\d{1,3},\d{3}", run) else _value(run.replace(".", "").replace(",", "."))
    return _value(run.replace(",", "")) if _ENGLISH.fullmatch(run) else None


def _value(plain: str) -> int | float:
    plain = plain.replace(",", ".")
    return float(plain) if "." in plain else int(plain)


@lru_cache(maxsize=4)
def _divides_by_comma(text: str) -> bool:
    """Tell whether a text shows decimal commas or points between thousands, and nothing of the English way."""
    if _POINT_SHOWN.search(text):
        return False
    percent = lexicon.load("quantities")["units"]["percent"]
    return bool(_GROUPS_SHOWN.search(text)) or any(found[1] in percent for found in _COMMA_SHOWN.finditer(text))


def scaled(value: int | float, factor: int | str) -> int | float:
    """Return a number as written times a scale, to the digit: 2.07 trillion is 2070000000000."""
    if factor == "1":
        return value
    if isinstance(value, int) and isinstance(factor, int):
        return value * factor
    return exact(float(Decimal(str(value)) * Decimal(factor)))


def exact(value: int | float) -> int | float:
    """Return a whole number as int."""
    return int(value) if value == int(value) else value


def scale(tokens: Tokens, stop: int) -> tuple[int, int]:
    """Return the factor of the scale word behind an offset, and the offset behind it; 1 where there is none."""
    found = lexicon.written("quantities", "more").match(tokens.plain, stop)
    scaled = found and found["scale"]
    return (lexicon.load("quantities")["scales"][scaled], found.end()) if found and scaled else (1, stop)


def large(word: str) -> int:
    """Return the factor of a scale word from thousand on, else 0."""
    factor = lexicon.load("quantities")["scales"].get(word, 0)
    return int(factor) if factor >= 1000 and len(word) > 1 else 0


def minus(tokens: Tokens, first: int) -> int | None:
    """Return the minus sign or *minus* before the number or money sign at token `first`; no dash between words."""
    at = first - 1
    word, before = tokens.words[at], tokens.shapes[at - 1]
    if word not in lexicon.words("quantities", "minus") or before == "0":
        return None
    if tokens.words[at - 1] in lexicon.words("quantities", "no_minus"):
        return None
    glued = tokens.joined(first) and (before == "." or not tokens.joined(at))
    return at if word.isalpha() or word == "−" or glued else None
