"""A file of fixes: what a person says that a text states, ``ARTICLE.fixes.toml`` beside ``ARTICLE.txt``.

Finds     its entries, each with a row (table and words), the fields that are to be put right, by whom, when and why.
Leaves    whether the text has such words and such a row to `ftzlib.facts.corrections`.
Example   [[set]] table = "metrics", quote = "96", status = "implemented"
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeGuard

from ftzlib.evidence.days import days
from ftzlib.evidence.wording import whole
from ftzlib.facts.records import COLUMNS, REQUIRED, STATED, TABLES, meanings
from ftzlib.grammar import lexicon
from ftzlib.grammar.lexicon import written as pattern
from ftzlib.text.document import DocumentError

ACTIONS = ("set", "add", "drop", "keep")
NOTES = ("by", "on", "why")
MOST_FIXES = 5_000  # of an article
MOST_TOLD = 20  # lines of what stands against them
LONGEST_LINE = 400  # characters of such a line
#: A key of so many parts, which no fix has; one of ten thousand takes a reader of TOML minutes.
_MANY_DOTS = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){50}""")
#: The line with which an entry begins.
_ENTRY = re.compile(r"^[ \t]*\[\[[ \t]*(\w+)[ \t]*\]\]", re.MULTILINE)


class CorrectionError(DocumentError):
    """Why a fix cannot be applied, or of several that cannot, a line for each."""


@dataclass(frozen=True, kw_only=True)
class Fix:
    """One entry of a file of fixes: what is done to which row, what it is to say, by whom and why."""

    action: str  # one of ACTIONS
    table: str
    quote: str
    nth: int | None = None  # of the places where the text has these words, from 1; None where one row has them
    given: Mapping[str, Any] = field(default_factory=dict)  # None for an empty field; `part_of` is the whole's quote
    by: str | None = None
    on: str | None = None
    why: str | None = None
    where: str = ""  # how it is called in a message: *visit.fixes.toml: [[set]] 2*


def parse(toml: str, name: str) -> tuple[Fix, ...]:
    r"""Read a file of fixes of some name; what stands against it is a line each in a CorrectionError.

    Examples
    --------
    >>> parse('[[set]]\ntable = "metrics"\nquote = "96"\nstatus = "planned"', "visit.fixes.toml")[0].given
    {'status': 'planned'}
    """
    fixes, problems = [], []
    for action, n, entry in _entries(toml, name):
        where = f"{name}: [[{action}]] {n}"
        try:
            fixes.append(_fix(action, entry, where))
        except ValueError as problem:  # a number may have more digits than can be written, too
            problems.append(f"{where}: {problem}")
    refuse(problems)
    return tuple(fixes)


def _entries(toml: str, name: str) -> Iterator[tuple[str, int, Any]]:
    """Give the entries, numbered among those of one kind, in order of the file, which TOML keeps only among these."""
    try:
        if _MANY_DOTS.search(toml):
            raise ValueError("a key with many dots")
        found = tomllib.loads(toml)
    except (ValueError, RecursionError) as problem:
        raise CorrectionError(f"{name}: no valid TOML ({problem}); mend it or remove it") from None
    left = {action: list(entries) if isinstance(entries, list) else [None] for action, entries in found.items()}
    if (many := sum(map(len, left.values()))) > MOST_FIXES:
        raise CorrectionError(f"{name}: {many:,} fixes, more than any article needs; leave {MOST_FIXES:,} of them")
    order = _ENTRY.findall(toml)
    if Counter(order) != Counter({action: len(entries) for action, entries in left.items()}):
        order = [action for action, entries in left.items() for _ in entries]  # they are written in another way
    following = {action: enumerate(entries, 1) for action, entries in left.items()}
    yield from ((action, *next(following[action])) for action in order)


def _fix(action: str, entry: Any, where: str) -> Fix:
    if action not in ACTIONS:
        raise CorrectionError(f"[[{action}]] is none of " + ", ".join(f"[[{name}]]" for name in ACTIONS))
    if not isinstance(entry, dict):
        raise CorrectionError(f"write [[{action}]], in two pairs of brackets, and below it the fields")
    own = dict(entry)
    named = {name: own.pop(name, None) for name in ("table", "quote", "nth", *NOTES)}
    return checked(Fix(action=action, **named, given=own, where=where))


def checked(fix: Fix) -> Fix:
    """Return a fix with its fields in the types of their columns; an empty string and None are an empty field."""
    if fix.table not in STATED:
        raise CorrectionError(f"table is {fix.table!r}; write one of {', '.join(STATED)}")
    if not isinstance(fix.quote, str) or not fix.quote.strip():
        raise CorrectionError(f"quote is {fix.quote!r}; write the words of the row, as they stand in the text")
    if fix.nth is not None and not _is_place(fix.nth):
        raise CorrectionError(f"nth is {fix.nth!r}; write 1 for the first place where the words stand")
    if fix.action == "drop" and fix.given:
        raise CorrectionError(f"a row that is dropped has no {', '.join(fix.given)}")
    given = {name: _value(fix.table, name, value) for name, value in fix.given.items()}
    notes: dict[str, Any] = {name: None if getattr(fix, name) is None else str(getattr(fix, name)) for name in NOTES}
    return replace(fix, given=given, **notes)


def _value(table: str, name: str, given: Any) -> Any:
    """Return what a column may hold; None and an empty string are an empty field."""
    if (table, name) == ("metrics", "part_of_nth"):
        if not _is_place(given):
            raise CorrectionError(f"part_of_nth is {given!r}; write a whole number")
        return given
    own = COLUMNS[table]
    if name not in own:
        raise CorrectionError(f"{table} have no field {name!r}; they have {', '.join(own)}")
    kind = meanings()[table][name].get("type")
    if kind == "float64":
        if not is_number(given):
            raise CorrectionError(f"{name} is {given!r:.40}; write a number without unit, commas or quotation marks")
        return whole(given)
    if kind == "object":
        names = given or ()
        if not isinstance(names, list | tuple) or not all(isinstance(one, str) for one in names):
            raise CorrectionError(f"{name} is {given!r}; write a list of names")
        return tuple(names)
    return _text(table, name, given)


def _text(table: str, name: str, given: Any) -> str | None:
    said = given.isoformat() if isinstance(given, dt.date) else given
    if said is None or (isinstance(said, str) and not said.strip()):
        if name in REQUIRED[table]:
            raise CorrectionError(f"{name} may not be empty")
        default: str | None = getattr(TABLES[table], name)
        return default
    if not isinstance(said, str):
        raise CorrectionError(f"{name} is {given!r}; write text in quotation marks")
    if name == "part_of":
        return said
    said = " ".join(said.split())
    about = meanings()[table][name]
    if said not in about.get("values", (said,)):
        raise CorrectionError(f"{name} is {said!r}; write one of {', '.join(about['values'])}")
    refuse_form(name, said, *about.get("forms", ()))
    return _unit(said) if name == "unit" else said


def _is_place(given: Any) -> bool:
    return type(given) is int and 1 <= given <= sys.maxsize


def is_number(given: Any) -> TypeGuard[int | float]:
    """Tell whether something is a number that a table can hold."""
    return isinstance(given, int | float) and not isinstance(given, bool) and abs(given) <= sys.float_info.max


def refuse_form(name: str, said: str, *forms: str) -> None:
    """Raise where a value has none of some forms that the codebook knows, if it is to have one."""
    told = [meanings()["forms"][form] for form in forms]
    fits = ("DATE" in forms and days(said)) or any(re.fullmatch(form["pattern"], said) for form in told)
    if forms and not fits:
        raise CorrectionError(f"{name} is {said!r}; write {', or '.join(form['write'] for form in told)}")


def refuse_zone(name: str, said: str, known: Iterable[str]) -> None:
    """Raise where a zone has none of the names that a text has, and no name of its form."""
    known = dict.fromkeys(known)
    if said not in known and not pattern("zones", "canonical").fullmatch(said):
        named = f"one of {'; '.join(known)}; or another" if known else "it"
        form = lexicon.load("zones")["official"].format(province="PROVINCE")
        raise CorrectionError(f"{name} is {said!r}; write {named} in full, as {form} PLACE Area")


def _unit(said: str) -> str:
    """Return a unit by its sign, or by what it is called: *yuan* is CNY."""
    known = lexicon.load("quantities")
    units = {unit: words for unit, words in known["units"].items() if unit != "XXX"}  # which is money of no country
    named = {word: unit for unit, words in units.items() for word in words}
    money = known["currencies"]["codes"].split()
    signs = ["count", *(unit for unit in units if unit not in money)]
    if said in (*signs, *money):
        return said
    if said.lower() not in named:
        raise CorrectionError(f"unit is {said!r}; write a currency by its code, as CNY, or one of {', '.join(signs)}")
    return str(named[said.lower()])


def refuse(problems: Sequence[str]) -> None:
    """Raise what stands against some fixes, a line each, if anything does."""
    if problems:
        half = LONGEST_LINE // 2  # of a long line the middle is left out, which quotes what was given
        told = [one if len(one) <= 2 * half else f"{one[:half]} … {one[-half:]}" for one in first_of(problems)]
        raise CorrectionError("\n".join(told))


def first_of(told: Sequence[str]) -> list[str]:
    """Return some lines, of very many the first and how many more there are."""
    more = len(told) - MOST_TOLD
    return [*told[:MOST_TOLD], f"and {more:,} more like these"] if more > 0 else [*told]


def written(fix: Fix) -> str:
    """Return a fix as it stands in a file.

    Examples
    --------
    >>> print(written(Fix(action="set", table="metrics", quote="96", given={"status": "planned", "zone": None})))
    [[set]]
    table = "metrics"
    quote = "96"
    status = "planned"
    zone = ""
    <BLANKLINE>
    """
    told = {"table": fix.table, "quote": fix.quote, "nth": fix.nth}
    told |= {name: "" if value is None else value for name, value in fix.given.items()}
    told |= {name: getattr(fix, name) for name in NOTES}
    # a basic string of TOML is one of JSON, but for the one sign that JSON leaves as it is
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in told.items() if value is not None]
    return "\n".join([f"[[{fix.action}]]", *lines, ""]).replace("\x7f", "\\u007f")
