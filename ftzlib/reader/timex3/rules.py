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

_UNITS = "unit|yearword|quarterword|quarters|dayword|weekword"
_UNIT = f"unit:({_UNITS})"
_MANY = "many:(number|day|num)"
_SOME = f"mod:(approx) than? {_MANY} {_UNIT}"  # *more than three years*
_SHORT = "apostrophe short:(day|num)"  # '19
_OF_YEAR = f"(of? the? rel:(rel|that) yearword | (comma? of? the? | slash | dash) year:(year) | comma? of? {_SHORT})"
_PART_OF_YEAR = f"which:(quarterword|quarters|halfword|halves) (of the yearword | {_OF_YEAR})?"
# What of a year may be listed before the year of all: *(April 3) to 5, 2019*, *(Q1) and Q3 2019*.
_LISTED = (
    "the? (weekday comma?)? "
    "((day suffix? of? | part dash?)? MONTH dot? (day suffix?)? | day suffix? | code day | ordinal)"
)
_TO_DAY = "(?=(comma the? day suffix?){0,9} comma? (dash|to|and) the? day suffix? of? month:(month) dot? "
# A fiscal year is no calendar year: *FY2023-24*, *fiscal 2021*, *the 2021-22 school year*, *last fiscal year*.
_AND_YEAR = "((dash|slash|to|and) (year|day|num))?"
_FISCAL = (
    f"fy apostrophe? many:(year|day|num) {_AND_YEAR}",
    f"fiscal (yearword|unit)? year {_AND_YEAR}",
    f"financial (yearword|unit) year {_AND_YEAR}",
    "year ((dash|slash) (year|day|num))? (fy|fiscal|financial) yearword",
    "(rel|that|past) (fiscal|financial) yearword",
)
_PARTS_OF_FISCAL = (
    "part dash? of? the?",
    "part of? the? (ordinal|latter|rel) (quarterword|halfword) of? the?",
    "(ordinal|latter|rel) (quarterword|halfword) of? the?",
    "day suffix (quarterword|halfword) of? the?",
    "code day of? the?",
    "day code of?",
)
_PLACED = "(of|approx|during|within|after)"  # *in*, *over*, *throughout*, *within*, *after*
_BESIDE = "(?=after|before|since|into|ahead of|on (sign|comma|dot|dash|end|from))"
RULES = (  # from left to right; where two start together, the first that is listed counts
    *(("fiscal year", year) for year in _FISCAL),
    *(("fiscal year", f"{part} ({'|'.join(_FISCAL)})") for part in _PARTS_OF_FISCAL),
    ("fiscal year", "(fy|fiscal) (ordinal (quarterword|halfword) | code day) (of? the? year)?"),
    ("fiscal year", "(ordinal|rel) (fiscal|financial) (quarterword|halfword) (of? the? year)?"),
    ("weekday and date", "weekday:(weekday) comma? month:(month) dot? day:(day) suffix? (comma? year:(year))?"),
    ("weekday and date", "weekday:(weekday) comma? day:(day) suffix? month:(month) dot? (comma? year:(year))?"),
    ("ISO date", "year:(year) (dash|slash) (digits:(day|num) | month:(month)) (dash|slash) day:(day|num)"),
    ("day in digits", "first:(day|num) (slash|dash) second:(day|num) (slash|dash) year:(year)"),
    ("day in digits", "first:(day|num) slash second:(day) slash short:(day|num)"),
    ("day with points", "digits:(num) dot (year:(year) | day:(day))"),
    ("month in digits", "digits:(day) slash year:(year)"),
    ("month in digits", "year:(year) dash digits:(day)"),
    ("year over two", "year:(year) slash next:(year|day|num)"),
    ("date", "day:(day) (dash|slash) month:(month) dot? (dash|slash) (year:(year) | short:(day|num))"),
    ("month and digits", "month:(month) dash short:(day|num)"),
    ("date", f"month:(month) dot? day:(day) suffix? {_OF_YEAR}?"),
    ("date", f"day:(day) suffix? of? month:(month) dot? {_OF_YEAR}?"),
    ("date", f"day:(day) suffix? {_TO_DAY} {_OF_YEAR}?)"),
    ("day of a list", f"on the day:(day) suffix? {_TO_DAY} {_OF_YEAR}?)"),
    ("end of a range", "(dash|to|and) tail:(day) suffix? (comma? of? year:(year) | (?!suffix|month|of month))"),
    ("end of a range", "comma tail:(day) suffix? (?=(comma day suffix?){0,9} comma? (to|and) day (?!month))"),
    ("end of a range", "dash tail:(num)"),
    ("day of the month", "on the tail:(day) suffix (?!of|month)"),
    ("first months", f"ordinal {_MANY} {_UNIT} (of? (the yearword | rel:(rel|that) yearword | year:(year)))?"),
    *(
        row
        for nth in ("nth:(ordinal|latter)", "nth:(day) suffix")
        for row in (
            ("half of a month", f"{nth} halfword of month:(month) dot? {_OF_YEAR}?"),
            ("quarter or half", f"part:(part) of? the {nth} {_PART_OF_YEAR}"),
            ("quarter or half", f"{nth} {_PART_OF_YEAR}"),
            (
                "quarter or half",
                f"{nth} (?=(comma {nth[4:]}){{0,3}} comma? (and|to|dash) the? {nth[4:]} {_PART_OF_YEAR} (?!of))",
            ),
        )
    ),
    ("quarter or half", "nth:(rel|ordinal) which:(quarterword) of (the yearword | the? year:(year))"),
    ("quarter or half", f"compound:(compound) {_OF_YEAR}?"),
    ("coded quarter", "code:(code) nth:(day) (dash|slash) short:(day|num)"),
    ("coded quarter", f"code:(code) nth:(day) {_OF_YEAR}?"),
    ("coded quarter", "nth:(day) code:(code) (dash|slash)? short:(day|num)"),
    ("coded quarter", f"nth:(day) code:(code) {_OF_YEAR}?"),
    ("coded quarter", "year:(year) dash? code:(code) nth:(day)"),
    ("month pair", f"pair:(monthpair) {_OF_YEAR}?"),
    ("month", f"part:(part) dash? of? the? month:(month) dot? {_OF_YEAR}?"),
    ("month", f"middle:(midmonth) {_OF_YEAR}?"),
    ("month", f"month:(month) dot? {_OF_YEAR}?"),
    ("month beside", "part:(part) dash? of? the? way:(rel) month:(month) dot?"),
    ("month beside", "way:(rel) month:(month) (?!dot? day) dot?"),
    ("season", f"season:(season) {_OF_YEAR}"),
    ("unit beyond", f"part:(part) of? the? {_UNIT} (before|after) way:(rel)"),
    ("part of a unit", f"part:(part) of? (the | the? rel:(rel|that)) {_UNIT}"),
    ("part of a decade", "part:(part) dash? of? the? year:(year) plural"),
    ("part of a year", "part:(part) dash? of? (the yearword)? year:(year)"),
    ("part of a year", "part:(yearend) of? year:(year)"),
    ("part of a unit", "part:(yearend)"),
    ("part of a unit", "rel:(rel) part:(yearend)"),
    ("end of a year", "rel:(rel|that) yearword apostrophe plural part:(part)"),
    ("end of a year", "yearword apostrophe plural part:(part)"),
    ("half a year ago", "halfword number yearword ago"),
    ("ago", f"{_SOME} ago"),
    ("ago", f"{_MANY} {_UNIT} ago"),
    ("apart", f"{_MANY} {_UNIT} (back:(earlier) | later)"),
    ("span", f"(rel|past) mod:(approx)? than? {_MANY} {_UNIT}"),
    ("span", f"{_MANY} straight {_UNIT}"),
    ("span", f"{_MANY} {_UNIT} (?=running | of number row)"),
    ("span of the", f"{_PLACED} the mod:(approx)? than? {_MANY} {_UNIT} (?!ago|earlier|later)"),
    ("span within", f"within mod:(approx)? than? {_MANY} {_UNIT}"),
    ("span in", f"{_PLACED} just? mod:(approx)? than? {_MANY} {_UNIT} (?!ago|earlier|later)"),
    ("span since", f"the mod:(approx)? than? {_MANY} {_UNIT} (?=since|to|ahead)"),
    ("span in", f"course of mod:(approx)? than? {_MANY} {_UNIT}"),
    ("span beside", f"{_SOME} {_BESIDE}"),
    ("span beside", f"{_MANY} {_UNIT} {_BESIDE}"),
    ("day beside", "the dayword (before|after) today:(today)"),
    ("day before or after", "the dayword (back:(before) | after)"),
    ("unit beyond", f"{_UNIT} (before|after) way:(rel)"),
    ("unit beside", f"step:(past) {_UNIT}"),
    ("unit beside", f"the step:(rel) {_UNIT}"),
    ("same day", "that dayword"),
    ("each", f"each (many:(number|day|num) | other:(other))? unit:(clock|{_UNITS})"),
    ("each", f"each half:(halfword) number? unit:(clock|{_UNITS})"),
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
    ("year", _SHORT),
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
            "quarters": ["quarters"],
            "halfword": ["half"],
            "halves": ["halves"],
            "dayword": ["day"],
            "weekword": ["week"],
            "weekend": ["weekend"],
            "unit": set(data["units"]) - {"year", "quarter", "quarters", "day", "week"},
            "clock": data["clock"],
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
def year_behind() -> re.Pattern[str]:
    """Return the pattern of the items behind a month, day or quarter, the last with the year (*to March 2021*)."""
    before, last = _LISTED.replace("MONTH", "month"), _LISTED.replace("MONTH", "month:(month)")
    return compiled()[0].compile(
        f"(comma {before}){{0,9}} comma? (to|and|dash|slash) {last} (quarterword|quarters|halfword|halves)? {_OF_YEAR}"
    )
