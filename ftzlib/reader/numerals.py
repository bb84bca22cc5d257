"""Numbers as they are written: digits, number words, scales and fractions.

Finds     12,300; 1.2 trillion; twenty-one; two hundred and fifty; two dozen; one-tenth (as percent).
Leaves    what they count or measure to the extractors.
Example   "1.2 trillion" -> 1200000000000
"""

from decimal import Decimal
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.text.tokens import Tokens

MAX_DIGITS = 24  # a longer run of digits is a code, not a quantity


def number(tokens: Tokens, at: int) -> tuple[int | float, int] | None:
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
        value = scaled(value, scale)


def _digits(word: str) -> int | float:
    plain = word.replace(",", "").replace("，", "").replace("．", ".")
    return float(plain) if "." in plain else int(plain)


def scaled(value: int | float, factor: int) -> int | float:
    """Return a number as written times a scale, to the digit: 2.07 trillion is 2070000000000."""
    return value * factor if isinstance(value, int) else exact(float(Decimal(str(value)) * factor))


def exact(value: int | float) -> int | float:
    """Return a whole number as int."""
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
    scale = lexicon.load("quantities")["with_article_scales"].get(tokens.words[at])
    return (scale, at + 1) if scale and tokens.words[at - 1] == "a" else None


def _fraction(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """Read *one-tenth*, *two thirds*, *half*, *a quarter*: as percent (contract, reading 1)."""
    fractions, numbers = lexicon.load("quantities")["fractions"], lexicon.load("quantities")["numbers"]
    word = tokens.words[at]
    if word == "half" and tokens.words[at + 1] == "a" and (scale := large(tokens.words[at + 2])):
        return scale // 2, at + 3
    if word == "half" and tokens.words[at + 1] in ("a", "an") and tokens.words[at + 2] in _times():  # *half a day*
        return 0.5, at + 2
    if word == "half" or (word in lexicon.words("quantities", "with_article") and tokens.words[at - 1] == "a"):
        # *a quarter of*, *rose by more than a quarter*; not *a third crane*, *in a quarter*
        bounded = word != "half" and tokens.words[at - 2] in lexicon.words("quantities", "before_fraction")
        shared = tokens.words[at + 1] in lexicon.words("quantities", "behind_fraction")
        return (fractions[word], at + 1) if shared or (bounded and tokens.shapes[at + 1] != "a") else None
    if "-" in word:
        over, under = word.split("-", 1)
        if over in numbers and under in fractions:
            return exact(numbers[over] * fractions[under]), at + 1
    elif word in numbers and tokens.words[at + 1] in fractions and tokens.words[at + 2] == "of":
        return exact(numbers[word] * fractions[tokens.words[at + 1]]), at + 2
    return None


@cache
def _times() -> frozenset[str]:
    units = lexicon.load("quantities")["units"]
    return frozenset(word for unit in ("year", "month", "day", "hour", "minute") for word in units[unit])


def is_fraction(tokens: Tokens, at: int) -> bool:
    """Tell whether a fraction in words stands at token `at`, which is read as percent."""
    return _fraction(tokens, at) is not None


def _scale(tokens: Tokens, at: int) -> tuple[int, int]:
    """Return the scale word at `at` and the token behind it; 1 where there is none."""
    scales = lexicon.load("quantities")["scales"]
    word = tokens.words[at]
    if word == "-" and tokens.words[at + 1].split("-")[0] in scales:  # a 20-billion-yuan fund
        return scales[tokens.words[at + 1].split("-")[0]], at + 1 + ("-" not in tokens.words[at + 1])
    joined = tokens.joined(at)
    if word in scales and (len(word) > 1 or joined):
        return scales[word], at + 1
    return 1, at


def large(word: str) -> int:
    """Return the factor of a scale word from thousand on, else 0."""
    scale = lexicon.load("quantities")["scales"].get(word, 0)
    return int(scale) if scale >= 1000 else 0
