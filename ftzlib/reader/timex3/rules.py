"""The constructions of time expressions, as patterns over classes of words.

The list is their table of contents: from left to right; where two start together, the first counts.
Example   "late August last year" -> month: part, month, rel, yearword
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from ftzlib.grammar.patterns import Grammar
from ftzlib.reader.timex3.calendar import calendar

_UNIT = "unit:(unit|yearword|quarterword|dayword|weekword)"
_MANY = "many:(number|day|num)"
_OF_YEAR = "(of? the? rel:(rel|that) yearword | comma? of? the? year:(year))"
_QUARTER = f"nth:(ordinal|latter) which:(quarterword|halfword) (of the yearword | {_OF_YEAR})?"
RULES = (  # from left to right; where two start together, the first that is listed counts
    ("weekday and date", "weekday:(weekday) comma? month:(month) dot? day:(day) suffix? (comma? year:(year))?"),
    ("weekday and date", "weekday:(weekday) comma? day:(day) suffix? month:(month) dot? (comma? year:(year))?"),
    ("ISO date", "year:(year) (dash|slash) digits:(day) (dash|slash) day:(day)"),
    ("date", f"month:(month) dot? day:(day) suffix? {_OF_YEAR}?"),
    ("date", f"day:(day) suffix? of? month:(month) dot? {_OF_YEAR}?"),
    ("date", "day:(day) suffix? (?=(dash|to) day suffix? of? month:(month) dot? (comma? year:(year))?)"),
    ("end of a range", "(dash|to) tail:(day) (suffix (?!month|of) | (?!suffix|month))"),
    ("end of a range", "dash tail:(num)"),
    ("day of the month", "on the tail:(day) suffix (?!of|month)"),
    ("first months", f"ordinal {_MANY} {_UNIT} (of? (the yearword | rel:(rel|that) yearword | year:(year)))?"),
    ("half of a month", f"nth:(ordinal|latter) halfword of month:(month) dot? {_OF_YEAR}?"),
    ("quarter or half", f"part:(part) of? the {_QUARTER}"),
    ("quarter or half", _QUARTER),
    ("quarter or half", "nth:(rel|ordinal) which:(quarterword) of (the yearword | the? year:(year))"),
    ("quarter or half", f"compound:(compound) {_OF_YEAR}?"),
    ("coded quarter", f"code:(code) nth:(day) {_OF_YEAR}?"),
    ("coded quarter of", "year:(year) code:(code) nth:(day)"),
    ("month pair", f"pair:(monthpair) {_OF_YEAR}?"),
    ("month", f"part:(part) dash? of? the? month:(month) dot? {_OF_YEAR}?"),
    ("month", f"middle:(midmonth) {_OF_YEAR}?"),
    ("month", f"month:(month) dot? {_OF_YEAR}?"),
    ("season", f"season:(season) {_OF_YEAR}"),
    ("part of a unit", f"part:(part) of? (the | the? rel:(rel|that)) {_UNIT}"),
    ("part of a decade", "part:(part) dash? of? the? year:(year) plural"),
    ("part of a year", "part:(part) dash? of? (the yearword)? year:(year)"),
    ("part of a year", "part:(yearend) of? year:(year)"),
    ("part of a unit", "part:(yearend)"),
    ("half a year ago", "halfword number yearword ago"),
    ("ago", f"mod:(approx) than? {_MANY} {_UNIT} ago"),
    ("ago", f"{_MANY} {_UNIT} ago"),
    ("apart", f"{_MANY} {_UNIT} (back:(earlier) | later)"),
    ("span", f"(rel|past) mod:(approx)? than? {_MANY} {_UNIT}"),
    ("span", f"{_MANY} straight {_UNIT}"),
    ("span", f"{_MANY} {_UNIT} (?=running | of number row)"),
    ("span within", f"within mod:(approx)? than? {_MANY} {_UNIT}"),
    ("span since", f"the mod:(approx)? than? {_MANY} {_UNIT} (?=since|to|ahead)"),
    ("day beside", "the dayword (before|after) today:(today)"),
    ("day before or after", "the dayword (back:(before) | after)"),
    ("unit before last", f"{_UNIT} before rel"),
    ("unit beside", f"step:(past) {_UNIT}"),
    ("unit beside", f"the step:(rel) {_UNIT}"),
    ("same day", "that dayword"),
    ("each", f"each many:(number)? {_UNIT}"),
    ("each weekday", "each weekday:(weekday)"),
    ("weekday of a week", "weekday:(weekday) of? rel:(rel) weekword"),
    ("relative weekday", "rel:(rel) weekday:(weekday)"),
    ("weekend", "the weekend"),
    ("weekend", "rel:(rel) weekend"),
    ("relative unit", f"rel:(rel|that) {_UNIT}"),
    ("day", "today:(today)"),
    ("weekday", "weekday:(weekday)"),
    ("decade", "year:(year) plural"),
    ("year", "year:(year)"),
)
_NAMED = re.compile(r"\(\?P<\w+>")
_FIRST = re.compile(r"\(?(?:[a-z]+:\()?([\w|]+)")  # the classes that a rule can begin with
Rule: TypeAlias = tuple[str, re.Pattern[str]]


@cache
def compiled() -> tuple[Grammar, Mapping[str, tuple[re.Pattern[str], Sequence[Rule]]], re.Pattern[str]]:
    """The classes, the rules by the class of word that they begin with, and a pattern for these words."""
    data = calendar()
    months = list(data["months"])
    grammar = Grammar(
        {
            "month": months,
            "midmonth": [f"{part}-{month}" for part in data["parts"] for month in months],
            "monthpair": [f"{first}-{last}" for first in months for last in months],
            "weekday": data["weekdays"],
            "season": data["seasons"],
            "part": [part for part in data["parts"] if part not in data["words"]["yearend"]],
            "year": [str(year) for year in range(1800, 2101)],
            "day": [*map(str, range(1, 32)), *(f"0{day}" for day in range(1, 10))],
            "number": data["numbers"],
            "yearword": ["year"],
            "quarterword": ["quarter"],
            "halfword": ["half"],
            "dayword": ["day"],
            "weekword": ["week"],
            "weekend": ["weekend"],
            "unit": set(data["units"]) - {"year", "quarter", "day", "week"},
            "ordinal": [word for word in data["ordinals"] if word not in ("latter", "former")],
            "compound": [f"{nth}-{unit}" for nth in data["ordinals"] for unit in ("quarter", "half")],
        }
        | {name: data["words"][name] for name in data["words"]["classes"]}
        | {"today": data["days"]}
    )
    rules: dict[str, list[Rule]] = {}
    for name, pattern in RULES:
        compiled = grammar.compile(pattern)
        for opener in _FIRST.match(pattern)[1].split("|"):  # type: ignore[index]
            rules.setdefault(grammar.letters[opener], []).append((name, compiled))
    gated = {letter: (_gate(held), held) for letter, held in rules.items()}
    return grammar, gated, re.compile(f"[{''.join(rules)}]")


def _gate(rules: Sequence[Rule]) -> re.Pattern[str]:
    """One pattern for all rules that begin with a class: most words that could begin one are passed at once."""
    return re.compile("|".join(_NAMED.sub("(?:", pattern.pattern) for _, pattern in rules))


@cache
def range_of_months() -> re.Pattern[str]:
    """Return the pattern of what makes a month the first of two (*to March 2021*)."""
    return compiled()[0].compile(f"(to|and|dash) month:(month) dot? (day suffix?)? {_OF_YEAR}")
