"""Units of measure and money, before and behind a number.

Codes are those of the facts contract; money is ISO 4217. The words stand in ``english/quantities.toml``.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.reader import syntax
from ftzlib.text.tokens import Tokens

AREAS = ("km2", "m2", "ha", "mu")
TIMES = ("year", "month", "day", "hour", "minute")
UNKNOWN = "XXX"  # ISO 4217's code for none: money of which nothing says whose
_WORD = re.compile(r"[^\W_]+|[%‰€٪]")
_FIRST = re.compile(rf"[ -]?({_WORD.pattern})")
_GAP = r"(?: |-|\. ?|\^|/)"  # between words of a unit: *sq. km*, *kilowatt-hours*, *km^2*, *sq/km*


def sign(tokens: Tokens, at: int, end: int) -> tuple[int, str | None]:
    """Return the first token of the money before the number from `at` to `end`, and its code."""
    signs, last = lexicon.load("quantities")["signs"], at - 1
    last -= tokens.words[last] == "." and tokens.joined(last)  # *Rs. 500*
    word, form = tokens.words[last], tokens.forms[last]
    if tokens.shapes[last] == "." and word in signs:
        whose = _whose(tokens, last)
        return (last - 1, whose) if whose else (last, signs[word])
    if word in signs and not (form.islower() and len(form) < 3):
        return (at, None) if _is_short(tokens, word, end) else (last, signs[word])
    return (last, form) if _is_code(tokens, last, end - 1, end) else (at, None)


def _is_short(tokens: Tokens, word: str, end: int) -> bool:
    """Tell whether a sign may be a word of its own before the number up to `end`, which is no sum."""
    return word in lexicon.words("quantities", "short_signs") and not _is_sum(tokens, end - 1, end)


def _whose(tokens: Tokens, at: int) -> str | None:
    """*NT$5*, *US $5*; not *A $5 million fund*: the code of a money sign with letters before it."""
    letters, glued = tokens.forms[at - 1].replace(".", ""), tokens.joined(at)
    if not letters.isupper() or not (glued or len(letters) > 1):
        return None
    code: str | None = lexicon.load("quantities")["signs"].get(letters.lower() + tokens.words[at])
    return code or (UNKNOWN if glued else None)


def is_money(tokens: Tokens, at: int) -> bool:
    """Tell whether a word that a number is written against is money: *RMB20*, *GBP5 million*."""
    return tokens.words[at] in lexicon.load("quantities")["signs"] or is_money_code(tokens.forms[at])


def is_money_code(unit: str | None) -> bool:
    """Tell whether a unit is money."""
    return unit in _codes()


def unit_at(tokens: Tokens, stop: int) -> tuple[str | None, int, str]:
    """Return the unit behind an offset into `Tokens.plain`, the token behind it, and how many of the unit it is."""
    at, adjective = tokens.behind(stop), tokens.plain.startswith("-", stop)  # 35-sq-km, 20-billion-yuan
    none, found = (None, at, "1"), _written_at(tokens, stop)
    if found is None:
        return none if adjective else _money_behind(tokens, at)
    phrase, end = found
    unit, factor = _units()[phrase]
    if adjective:
        # A hyphen makes a time an adjective (*a five-year plan*): no quantity, but of a way (*a 40-minute drive*).
        measures = unit in _of_contract() and (unit not in TIMES or _is_way(tokens, unit, end))
    else:  # *5 year*, *the 2020 month*: one of them alone is counted by *one* and *half a*
        alone = phrase in lexicon.words("quantities", "lone")
        measures = unit != "count" and (
            not alone or tokens.plain.endswith(tuple(lexicon.words("quantities", "singles")), 0, stop)
        )
    return (unit, end, factor) if measures else none


def _written_at(tokens: Tokens, stop: int) -> tuple[str, int] | None:
    """Return the words of the unit behind an offset into `Tokens.plain`, and the token behind them."""
    first = _FIRST.match(tokens.plain, stop)
    ways = _written().get(first[1]) if first else None
    found = ways.match(tokens.plain, first.start(1)) if first and ways else None
    if found is None:
        return None
    phrase, end = " ".join(_WORD.findall(found[0])), tokens.behind(found.end())
    end += tokens.plain.startswith("-", found.end())  # *30-kilometer-long*
    big = phrase in lexicon.words("quantities", "small_letters") and not tokens.forms[end - 1].islower()
    return None if big else (phrase, end)


def _money_behind(tokens: Tokens, at: int) -> tuple[str | None, int, str]:
    """*27 million GBP*, *500€*, *20 million US$*, *5 million Liberian dollars*."""
    if _is_code(tokens, at, at - 1, at + 1):
        return tokens.forms[at], at + 1, "1"
    signs, words, shapes = lexicon.load("quantities")["signs"], tokens.words, tokens.shapes
    for end in range(at + 1 if tokens.joined(at) else at + 2, at + 3):
        code = signs.get("".join(words[at:end]))
        if code and shapes[end - 1] == "." and shapes[end] != "0":
            return code, end, "1"
    unit, _ = _units().get(words[at + 1], (None, "1"))
    named = shapes[at] == "A" and (unit == UNKNOWN or is_money_code(unit))
    return (UNKNOWN, at + 2, "1") if named else (None, at, "1")


def _is_code(tokens: Tokens, at: int, scale: int, behind: int) -> bool:
    """A code of ISO 4217 in capitals; those that may be words need a scale, and no noun behind."""
    if not is_money_code(tokens.forms[at]):
        return False
    sure = _is_sum(tokens, scale, behind)
    return sure or tokens.forms[at] not in lexicon.load("quantities")["currencies"]["doubtful"].split()


def _is_sum(tokens: Tokens, scale: int, behind: int) -> bool:
    """*2.5 billion*, without a noun behind."""
    scaled = tokens.words[scale] in lexicon.load("quantities")["scales"]
    return scaled and not syntax.is_open(syntax.tag(tokens)[behind])


def _is_way(tokens: Tokens, unit: str, at: int) -> bool:
    """*a 40-minute drive*, *a two-hour train ride*, not *a 24-hour hotline*."""
    near = tokens.words[at : at + 2]
    known = {"hour": ("ways", "stays"), "minute": ("ways",), "day": ("stays", "hauls")}.get(unit or "", ())
    return any(not lexicon.words("quantities", name).isdisjoint(near) for name in known)


@cache
def _units() -> Mapping[str, tuple[str, str]]:
    """Return each way to write a unit with the unit's code and how many of it that is."""
    data = lexicon.load("quantities")
    table = {phrase: (unit, "1") for unit, phrases in data["units"].items() for phrase in phrases}
    for unit, parts in data["parts"].items():
        table |= {phrase: (unit, factor) for factor, phrases in parts.items() for phrase in phrases}
    for noun, owners in data["money"].items():
        for code, whose in owners.items():
            table |= {f"{one} {word}": (code, "1") for one in whose for word in (noun, noun.removesuffix("s"))}
    return table


@cache
def _written() -> Mapping[str, re.Pattern[str]]:
    """Return the ways to write units that begin with a word, the longest first; most words behind a number are none."""
    ways: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(_units(), key=len, reverse=True):
        first, *rest = phrase.split()
        gap = f"{_GAP}{'' if first.isalnum() else '?'}"  # *%points*
        ways[first].append(gap.join([re.escape(first), *rest]))
    closed = rf"(?!(?:-(?!(?:{'|'.join(lexicon.words('quantities', 'lengths'))})\b))?\w)"
    return {first: re.compile(f"(?:{'|'.join(phrases)}){closed}") for first, phrases in ways.items()}


@cache
def _of_contract() -> frozenset[str]:
    """Return the units that a hyphen may join to the number: money, areas, weights and distances of the contract."""
    return _codes() | {*AREAS, *TIMES, "km", "t", "TEU", "MW", "percent", "percentage_points", "times", "count"}


@cache
def _codes() -> frozenset[str]:
    return frozenset(lexicon.load("quantities")["currencies"]["codes"].split())
