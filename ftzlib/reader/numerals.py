"""Numbers as they are written: digits, number words, scales and fractions.

Finds     12,300; 1 234 567; 1.234.567; 5,00,000; 1.2 trillion; twenty-one; a hundred and six; two and a half
          million; one-tenth and *nine in ten* (as percent).
Leaves    what they count or measure to the extractors; digits that may be read in two ways, and codes.
Example   "1.2 trillion" -> 1200000000000
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache

from ftzlib.grammar import lexicon
from ftzlib.text.tokens import Tokens

MAX_DIGITS = 24  # a longer run of digits is a code, not a quantity
MAX_WORDS = 24  # of a number in words
ROUND = (20, 100, 1000)  # besides numbers up to ten, what shares are told of: *19 in 20*
Number = tuple[int | float, int]

_RUN = re.compile(r"\d+(?:[.,．，]\d+)*")
_SPACED = re.compile(r"\d{1,3}(?:([ \u00a0\u2007\u2009\u202f])\d{3}(?!\d))(?:\1\d{3}(?!\d))*(?:[.,]\d+)?(?![.,]?\d)")
_ENGLISH = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+)?")  # 1,234.5 and Indian 5,00,000
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+")  # 1.234.567 and 1.234,5
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
# What in a text shows how it writes numbers: points in groups or decimal commas, and the English way.
_GROUPS_SHOWN = re.compile(rf"(?<![\d.,])(?:{_POINTED.pattern})(?![.,]?\d)")
_COMMA_SHOWN = re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![.,]?\d)\s?([^\W\d_]+|%)?")
_POINT_SHOWN = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+\.\d|\d{1,3}(?:,\d{3}){2,}|\d+\.\d{1,2}(?![.\d]))")


def number(tokens: Tokens, at: int) -> tuple[int | float | None, int] | None:
    """Return the value of the number at token `at` and the token behind it, scale included.

    The value is None for digits that are no plain number or may be read in two ways (*3.2.1*, *2.500* among *3,5 %*).
    """
    if (found := _share(tokens, at) or _fraction(tokens, at) or _half(tokens, at)) is not None:
        return found
    read = _digits(tokens, at) if tokens.shapes[at] == "0" else _worded(tokens, at)
    if read is None or read[0] is None:
        return read
    value, end = _and_a_half(tokens, read[0], read[1], max(large(tokens.words[read[1] - 1]), 1))
    while True:
        factor, end = scale(tokens, end)
        if factor == 1:
            return value, end
        value, end = _and_a_half(tokens, scaled(value, factor), end, factor)


def _digits(tokens: Tokens, at: int) -> tuple[int | float | None, int]:
    """Read digits with their separators; what stands in the text shows whether a comma groups or divides."""
    word, text, start = tokens.words[at], tokens.text, tokens.starts[at]
    if word.isdecimal() and tokens.shapes[at + 1] in "aA" and len(word) <= MAX_DIGITS and word[0] != "0":
        return int(word), at + 1
    run = _RUN.match(text, start)
    spaced = _SPACED.match(text, start)
    if spaced and (spaced[1] != " " or not _is_row(tokens, at, spaced)):
        return _value(spaced[0].replace(spaced[1], "")), tokens.at(spaced.end() - 1) + 1
    if run is None:
        return None, at + 1
    end = tokens.at((spaced or run).end() - 1) + 1
    return (None if spaced else _plain(text, run[0])), end


def _is_row(tokens: Tokens, at: int, spaced: re.Match[str]) -> bool:
    """*New firms 120 345 400*, *Route 12 300 ships*: numbers side by side, in a row or where commas group."""
    behind = tokens.at(spaced.end() - 1) + 1
    beside = tokens.shapes[at - 1] == "0" or tokens.shapes[behind] == "0" or tokens.shapes[at - 1] == "\n"
    return beside or (
        len(spaced[0]) < len("1 234 567") and "," in tokens.text and bool(_POINT_SHOWN.search(tokens.text))
    )


def _plain(text: str, run: str) -> int | float | None:
    if len(run) > MAX_DIGITS or (run[0] == "0" and run[1:2].isdecimal()):  # a code: *007*
        return None
    plain = run.replace("，", ",").replace("．", ".")
    if _POINTED.fullmatch(plain) or (_divides_by_comma(text) and _CONTINENTAL.fullmatch(plain)):
        groups = plain.replace(".", "")
        return None if re.fullmatch(r"\d{1,3},\d{3}", plain) else _value(groups.replace(",", "."))
    return _value(plain.replace(",", "")) if _ENGLISH.fullmatch(plain) else None


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


def _and_a_half(tokens: Tokens, value: int | float, end: int, factor: int) -> Number:
    """*two and a half million*, *a million and a half*, *2½*: so much more of the scale."""
    for words, part in _parts_behind().get(tokens.words[end], ()):
        if tokens.words[end : end + len(words)] == words and (len(words) > 1 or tokens.joined(end)):
            return exact(value + factor * part), end + len(words)
    return value, end


def _worded(tokens: Tokens, at: int) -> Number | None:
    """Read number words: *twenty-one*, *a hundred and six*, *two million three hundred thousand*, *one point five*."""
    if (fold := folds().get(tokens.words[at])) is not None:
        return fold, at + 1
    said, behind = _parted(tokens, at)
    joins = tokens.words[at - 1] != "between"  # *between one thousand and two hundred*
    found: Number | None = None
    total: int | float = 0
    least, here = 10**24, 0
    while least > 1 and (group := _below_thousand(said, here, joins, tokens.words[at - 1] if not found else "")):
        value, here = group
        value, here = _decimals(said, here, value)
        factor = large(said[here])
        if factor >= least:  # *between one thousand and two thousand*
            break
        here += factor > 1
        least = factor or 1
        total += scaled(value, least)
        here += said[here] in lexicon.words("quantities", "endings") and here > 0 and not behind[here - 1]
        if here == 0 or behind[here - 1]:  # a number ends where a word does: *one*, not *one-stop*
            found = total, behind[here - 1] if here else at
        here += factor > 1 and ((said[here] == "and" and joins) or _goes_on(said, here))
    return found


def _goes_on(said: list[str], comma: int) -> bool:
    """*seven thousand, three hundred and twelve firms*; not *one million, two hundred of them new*."""
    group = _below_thousand(said, comma + 1, True, "") if said[comma] == "," else None
    return group is not None and group[0] >= 100 and said[group[1]] not in ("of", ",", "")


def _parted(tokens: Tokens, at: int) -> tuple[list[str], list[int]]:
    """Return the words from token `at` on with hyphens parted, and for each the token behind it, or 0 inside one."""
    said: list[str] = []
    behind: list[int] = []
    for n in range(at, min(at + MAX_WORDS, len(tokens))):
        parts = tokens.words[n].split("-")
        said += parts
        behind += [0] * (len(parts) - 1) + [n + 1]
        if tokens.shapes[n] not in "aA" and parts != [","]:
            break
    return [*said, *[""] * 3], behind


def _below_thousand(said: list[str], at: int, joins: bool, article: str) -> Number | None:
    """*six*, *twenty-one*, *a hundred and six*; of *a million* the *a*."""
    tens = _below_hundred(said, at)
    if tens is None:
        alone = article in ("a", "an") and said[at] in lexicon.load("quantities")["with_article_scales"]
        tens = (1, at) if alone else None
    if tens is None or said[tens[1]] != "hundred":
        return tens
    value, at = tens[0] * 100, tens[1] + 1
    rest = _below_hundred(said, at + (said[at] == "and" and joins))
    return (value + rest[0], rest[1]) if rest and said[rest[1]] != "hundred" else (value, at)


def _below_hundred(said: list[str], at: int) -> tuple[int, int] | None:
    numbers = lexicon.load("quantities")["numbers"]
    value = numbers.get(said[at])
    unit = numbers.get(said[at + 1], 0) if value and value >= 20 else 0
    return None if value is None else (value + unit, at + 2) if 0 < unit < 10 else (value, at + 1)


def _decimals(said: list[str], at: int, value: int | float) -> Number:
    """*one point five*, *three point one four*."""
    numbers, end = lexicon.load("quantities")["numbers"], at + 1
    while said[at] == "point" and numbers.get(said[end], 10) < 10:
        end += 1
    digits = "".join(str(numbers[word]) for word in said[at + 1 : end])
    return (float(f"{value}.{digits}"), end) if digits else (value, at)


def _share(tokens: Tokens, at: int) -> Number | None:
    """*nine in ten firms*, *four out of every five*: as percent (reading 16); not *opened three in five cities*."""
    words = tokens.words
    if words[at + 1] not in ("in", "out"):
        return None
    part, joint = _small(tokens, at), at + 1 + (words[at + 1] == "out")
    every = joint + 1 + (words[joint + 1] == "every")
    whole = _small(tokens, every)
    if not part or not whole or part >= whole or (whole > 10 and whole not in ROUND):
        return None
    joined = words[at + 1 : joint + 1] in (["in"], ["out", "of"])
    follows = tokens.shapes[every + 1] != "0" and words[every + 1] not in lexicon.words("quantities", "no_share")
    object_ = words[at + 1] == "in" and every == joint + 1 and _of_verb(tokens, at)
    return (exact(part * 100 / whole), every + 1) if joined and follows and not object_ else None


def _of_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether a number may be the object of a verb: a share opens its clause or follows *than*, *about*."""
    before = tokens.words[at - 1]
    return tokens.shapes[at - 1] in "aA" and before not in lexicon.words("quantities", "before_share")


def _small(tokens: Tokens, at: int) -> int:
    """Return the value of a token that is by itself a whole number up to a thousand, else 0."""
    word = tokens.words[at]
    value = int(word) if word.isdecimal() and len(word) < 4 else lexicon.load("quantities")["numbers"].get(word, 0)
    return int(value)


def _half(tokens: Tokens, at: int) -> Number | None:
    """*half a million*, *half a dozen*, *half an hour*: no share of anything."""
    if tokens.words[at] != "half" or tokens.words[at + 1] not in ("a", "an"):
        return None
    factor, end = scale(tokens, at + 2)
    if factor > 1:
        return factor // 2, end
    return (0.5, at + 2) if tokens.words[at + 2] in _times() else None


def _fraction(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """Read *one-tenth*, *two thirds*, *half*, *a quarter*, *3/4 of*: as percent (contract, reading 1)."""
    word = tokens.words[at]
    if tokens.shapes[at] != "a" and tokens.shapes[at] != "A":
        return _slashed(tokens, at)
    if _half(tokens, at):
        return None
    fractions, numbers = lexicon.load("quantities")["fractions"], lexicon.load("quantities")["numbers"]
    if word == "half" or (word in lexicon.words("quantities", "with_article") and tokens.words[at - 1] == "a"):
        # *a quarter of*, *rose by more than a quarter*; not *a third crane*, *in a quarter*
        bounded = word != "half" and tokens.words[at - 2] in lexicon.words("quantities", "before_fraction")
        shared = tokens.words[at + 1] in lexicon.words("quantities", "behind_fraction")
        return (fractions[word], at + 1) if shared or (bounded and tokens.shapes[at + 1] != "a") else None
    if "-" in word:
        over, under = word.split("-", 1)
        if over in numbers and under in fractions:
            return exact(numbers[over] * fractions[under]), at + 1
    elif word in numbers and tokens.words[at + 1] in fractions and _is_divided(tokens, at + 1):
        return exact(numbers[word] * fractions[tokens.words[at + 1]]), at + 2
    return None


def _is_divided(tokens: Tokens, under: int) -> bool:
    """*two thirds*, *three quarters of the firms*; not *in three quarters*, *the first third*."""
    plain = tokens.words[under].endswith("s") and tokens.words[under] not in lexicon.words("quantities", "periods")
    return plain or tokens.words[under + 1] == "of"


def _slashed(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """*3/4 of the firms*, *½ of them*."""
    if tokens.words[at + 1] != "/" and "\u2044" not in tokens.words[at]:
        return None
    words, end = tokens.words[at : at + 3], at + 3
    if words[0].count("\u2044") == 1:
        words, end = words[0].partition("\u2044"), at + 1  # type: ignore[assignment]
    if words[1] not in ("/", "\u2044") or tokens.words[end] != "of" or not (words[0] + words[2]).isdecimal():
        return None
    over, under = int(words[0]), int(words[2])
    return (exact(over * 100 / under), end) if 0 < over < under <= 100 else None


@cache
def _times() -> frozenset[str]:
    units = lexicon.load("quantities")["units"]
    return frozenset(word for unit in ("year", "month", "day", "hour", "minute") for word in units[unit])


def is_fraction(tokens: Tokens, at: int) -> bool:
    """Tell whether a fraction stands at token `at`, which is read as percent."""
    return _fraction(tokens, at) is not None


def is_share(tokens: Tokens, at: int) -> bool:
    """Tell whether a share as *nine in ten* stands at token `at`, which is read as percent."""
    return _share(tokens, at) is not None


def minus(tokens: Tokens, first: int) -> int | None:
    """Return the minus sign or *minus* before the number or money sign at token `first`; no dash between words."""
    at = first - 1
    word, before = tokens.words[at], tokens.shapes[at - 1] if at else "\n"
    minuses = lexicon.words("quantities", "minus")
    if word not in minuses or at < 0 or before == "0" or tokens.words[at - 1] in ("or", "%"):
        return None
    if word.isalpha():
        return at
    glued = tokens.joined(first) and (before == "." or not tokens.joined(at))
    return at if word == "−" or glued else None


def scale(tokens: Tokens, at: int) -> tuple[int, int]:
    """Return the factor of the scale word at `at` and the token behind it; 1 where there is none."""
    scales = lexicon.load("quantities")["scales"]
    word = tokens.words[at]
    if word == "-" and tokens.words[at + 1].split("-")[0] in scales:  # a 20-billion-yuan fund
        return scales[tokens.words[at + 1].split("-")[0]], at + 1 + ("-" not in tokens.words[at + 1])
    if word in scales and (len(word) > 1 or tokens.joined(at)):
        return scales[word], at + 1
    head, _, tail = word.partition("-")  # *1 million-plus visits*
    return (scales[head], at + 1) if head in scales and tail in lexicon.words("quantities", "endings") else (1, at)


def large(word: str) -> int:
    """Return the factor of a scale word from thousand on, else 0."""
    factor = lexicon.load("quantities")["scales"].get(word, 0)
    return int(factor) if factor >= 1000 and len(word) > 1 else 0


@cache
def folds() -> Mapping[str, int]:
    """Return the multiples in one word: *fivefold*."""
    numbers = lexicon.load("quantities")["numbers"]
    return {f"{word}{hyphen}fold": value for word, value in numbers.items() for hyphen in ("", "-")}


@cache
def _parts_behind() -> Mapping[str, list[tuple[list[str], float]]]:
    """Return what may go on behind a number, by its first word."""
    found: dict[str, list[tuple[list[str], float]]] = {}
    for words, part in lexicon.load("quantities")["parts_behind"].items():
        found.setdefault(words.split()[0], []).append((words.split(), part))
    return found
