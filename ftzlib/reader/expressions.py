"""Time expressions as they stand in a text: matches of the rules of ``english/dates.toml``, from left to right.

Finds     dates in full and in part, weekdays, *late August last year*, *the previous day*, *the past three years*.
Leaves    measured times (*cut to three days*), *so far*, clock times, *2,020 tons*; what they mean to `dates`.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

from ftzlib.facts.records import Date
from ftzlib.grammar import lexicon
from ftzlib.grammar.layers import Layers
from ftzlib.grammar.rules import Rules
from ftzlib.grammar.words import Memo
from ftzlib.reader import speech
from ftzlib.text.tokens import Tokens

OPENING = 3  # words before an expression that opens its sentence (*By the [end of June]*)
REACH = 40  # words away from an expression that may say whether it lies ahead
FULL = len("2020-11-05")
#: What may stand before the first word of a rule, and that word or class.
_FIRST = re.compile(r'(?:\(\?(?:<[!=]|!)[^()]*\)\s*)*(?:\(\?=|(?:[a-z]+:)?\()*(\[[^\]]*\]|"[^"]+"|\w+)')
_NAMED = re.compile(r"\(\?P<\w+>")
Rule: TypeAlias = Mapping[str, Any]
Compiled: TypeAlias = tuple[Rule, re.Pattern[str]]


class Match(NamedTuple):
    """One match of a rule: its tokens, and its named parts, as words and where they stand."""

    rule: Rule
    tokens: Tokens
    first: int
    last: int
    parts: Mapping[str, str]
    places: Mapping[str, int]

    @property
    def sentence(self) -> int:
        """The number of its sentence."""
        return self.tokens.sentence_at(self.first)

    @property
    def opens(self) -> bool:
        """Tell whether it stands at the opening of its sentence."""
        return self.first - self.tokens.bounds(self.sentence)[0] <= OPENING

    @property
    def behind(self) -> str:
        """The word behind it."""
        return self.tokens.words[self.last]

    @property
    def month(self) -> int:
        """The number of its month."""
        if digits := self.parts.get("mm") or self.parts.get("digits"):
            return int(digits)
        return int(_calendar()["months"][self.parts.get("month") or self.parts["middle"].rsplit("-", 1)[1]])

    @property
    def many(self) -> int:
        """How many units it counts."""
        word = self.parts["many"]
        return int(word) if word.isdigit() else int(_calendar()["numbers"][word])

    @property
    def unit(self) -> str:
        """The code of its unit: ``D``, ``W``, ``M``, ``Q``, ``Y``, ``DECADE``; of the clock ``TH``, ``TM``."""
        word = self.rule.get("unit") or self.parts["unit"]
        return str(_calendar()["units"].get(word) or _calendar()["clock"][word])

    @property
    def step(self) -> int:
        """How far *last* and *next* go; 0 where there is none."""
        return int(_calendar()["steps"].get(self.parts.get("rel"), 0))

    def ordinal(self, name: str = "nth") -> int:
        """Return the number of *first*, *latter*, *2* nd, *second-quarter*."""
        word = self.parts.get(name) or self.parts.get("nthday") or self.parts["compound"].split("-")[0]
        return int(word) if word.isdigit() else int(_calendar()["ordinals"][word])


class Context:
    """What a text has said so far, for *that year* and *the same day*.

    Attributes
    ----------
    published, day : date or None
        The day of publication, and the one that was told last.
    year, month : int or None, str or None
        Those that were told last.
    value, end, sentence : str, int, int
        The value of the date before, the token behind it and its sentence.
    lead : int
        The sentence that opens with a year (*In 2018, ...*).
    """

    def __init__(self, published: dt.date | None) -> None:
        self.published = published
        self.day: dt.date | None = None
        self.year: int | None = None
        self.month: str | None = None
        self.value = ""
        self.end = self.sentence = self.lead = -1
        self._around: dict[int, list[int]] | None = None

    def note(self, date: Date, here: Match) -> None:
        """Remember a date for those that follow."""
        self.value, self.end = date.value or "", here.last
        if date.type != "DATE" or not self.value[:4].isdigit() or len(self.value) < len("2020"):
            return
        self.year, self.sentence = int(self.value[:4]), here.sentence
        if self.value[4:5] == "-" and self.value[5:7].isdigit():
            self.month = self.value[:7]
        if len(self.value) == FULL:
            self.day = dt.date.fromisoformat(self.value)
        if here.rule["name"] == "year" and here.opens:
            self.lead = self.sentence

    def around_quotation(self, here: Match) -> Sequence[int]:
        """Return the tokens around the quotation that an expression stands in; none where it stands in none."""
        if self._around is None:
            self._around = {}
            for first, last in speech.utterances(here.tokens):
                if inside := speech.quoted(here.tokens, first, last, least=0):
                    around = [at for at in range(first, last) if at not in inside]
                    self._around |= dict.fromkeys(inside, around)
        return self._around.get(here.first, ())


def find(tokens: Tokens, context: Context, first: int = 0, last: int | None = None) -> Iterator[Match]:
    """Yield expressions from left to right, of those that start together the first that is listed."""
    table = _table()
    tags = table.layers.tag(tokens)
    end = first
    for opener in table.openers.finditer(tags, first, len(tags) if last is None else last):
        at = opener.start()
        if at < end:
            continue
        gate, rules = table.beginning[opener[0]]
        if not gate.match(tags, at):
            continue
        for rule, pattern in rules:
            found = pattern.match(tags, at)
            if found and _holds(here := _match(tokens, rule, found), context):
                end = here.last
                yield here
                break


def items_behind(here: Match) -> Match | None:
    """Return the items behind a month, day or quarter, where the last gives the year: *[November] to March 2021*."""
    table = _table()
    found = table.behind[1].match(table.layers.tag(here.tokens), here.last)
    return _match(here.tokens, table.behind[0], found) if found else None


def _match(tokens: Tokens, rule: Rule, found: re.Match[str]) -> Match:
    places = {name: found.start(name) for name, text in found.groupdict().items() if text}
    return Match(rule, tokens, *found.span(), {name: tokens.words[at] for name, at in places.items()}, places)


def _holds(here: Match, context: Context) -> bool:
    """Tell whether a match is what its rule says beyond the classes of its words."""
    where, rule, joined = _table().where, here.rule, here.tokens.joined
    for name, word in here.parts.items():
        if name in where and not where[name].fullmatch(word):
            return False
    if "short" in here.parts and not joined(here.places["short"]):
        return False
    if "joined" in rule and not all(joined(at) for at in range(here.first + 1, here.last)):
        return False
    return "when" not in rule or CHECKS[rule["when"]](here, context)


def _goes_on(here: Match, context: Context) -> bool:
    """*Nov. 5 to [10]*, *2016-[20]*: a day or a year of two figures right behind the one that it goes on from."""
    tail = here.parts["tail"]
    if context.value.isdigit():  # a year; *P10Y* is as long
        later = len(tail) == 2 and tail.isdigit() and int(tail) > int(context.value[2:])
        return context.end == here.first and here.tokens.joined(here.places["tail"]) and later
    return context.end == here.first and len(context.value) == FULL and tail.isdigit() and int(tail) <= 31


def _counts_parts(here: Match, context: Context) -> bool:
    """*the second half*, *Q3*: no third half, and no code with a blank in it."""
    letter = _calendar()["parts_of_year"][here.parts.get("which") or here.parts["code"]]
    code = max(here.places["code"], here.places["nth"]) if "code" in here.places else here.last
    return (code == here.last or here.tokens.joined(code)) and here.ordinal() <= (2 if letter == "H" else 4)


def _stands_apart(here: Match, context: Context) -> bool:
    """*2019*, *(2019*, not *X2019* and not *2019km*."""
    first = here.places.get("it", here.first)
    touched = here.tokens.joined(here.last) and here.behind.isalpha()
    opened = here.tokens.words[first - 1] in lexicon.words("dates", "openers")
    return not touched and (opened or not here.tokens.joined(first))


CHECKS: dict[str, Callable[[Match, Context], bool]] = {
    "goes on": _goes_on,
    "counted so": _counts_parts,
    "apart": _stands_apart,
    "near a date": lambda here, context: (
        context.end in range(here.first - 3, here.first + 1) and _stands_apart(here, context)
    ),
    "right behind a date": lambda here, context: context.end == here.first - 1,
    "next year": lambda here, context: (
        len(here.parts["next"]) > 1 and str(int(here.parts["year"]) + 1).endswith(here.parts["next"])
    ),
}


def tense(here: Match, *, of_day: bool = False) -> bool | None:
    """Tell whether the words about an expression speak of what is to come; None if they do not say.

    The nearest cue before it counts; where it opens its sentence, the nearest one behind it. What was done on
    another day says nothing of a day (*posted on June 16 and open to comment on [July 10]*).
    """
    layers, cues, between = _cues()
    tags = layers.tag(here.tokens)
    start, stop = here.tokens.bounds(here.sentence)
    before = [*cues.finditer(tags, max(start, here.first - REACH), here.first)]
    behind = cues.finditer(tags, here.last, min(stop, here.last + REACH)) if here.opens else ()
    elsewhere = False
    for cue in chain(reversed(before), behind):
        if cue.lastgroup == "either":
            elsewhere = True
        elif cue.lastgroup == "month":
            apart = between.search(tags, min(cue.end(), here.last), max(cue.start(), here.first))
            elsewhere |= of_day and apart is not None
        else:
            ahead = cue.lastgroup == "future"
            return None if elsewhere and not ahead else ahead
    return None


class _Table(NamedTuple):
    """The rules, with those that a word may begin and a gate for them all by its letter; and the rule of lists."""

    layers: Layers
    openers: re.Pattern[str]
    beginning: Mapping[str, tuple[re.Pattern[str], Sequence[Compiled]]]
    behind: Compiled
    where: Mapping[str, re.Pattern[str]]


@cache
def _table() -> _Table:
    rules = Rules("dates", {}, _classes())
    layers = rules.layers
    *listed, behind = [(rule, layers.spell(rule["find"])) for rule in rules.rules]
    firsts = [layers.compile(_FIRST.match(rule["find"])[1]) for rule, _ in listed]  # type: ignore[index]

    def beginning(letter: str) -> tuple[re.Pattern[str], Sequence[Compiled]]:
        held = [spelt for first, spelt in zip(firsts, listed, strict=True) if first.match(letter)]
        gate = re.compile("|".join(_NAMED.sub("(?:", pattern) for _, pattern in held))
        return gate, [(rule, re.compile(pattern)) for rule, pattern in held]

    where = {name: re.compile(words) for name, words in lexicon.load("dates")["where"].items()}
    openers = re.compile("|".join(first.pattern for first in firsts))
    return _Table(layers, openers, Memo(beginning), (behind[0], re.compile(behind[1])), where)


def _calendar() -> Mapping[str, Any]:
    return lexicon.load("calendar")


def _classes() -> dict[str, Iterable[str]]:
    """Return the classes that are made of the words of the calendar."""
    data = _calendar()
    months, parts, ordinals, units = (list(data[name]) for name in ("months", "thirds", "ordinals", "units"))
    measures = lexicon.load("quantities")["units"].items()
    times = [unit for unit in units if f"{unit}s" in units]
    return {name: data[f"{name}s"] for name in ("month", "weekday", "season", "number")} | {
        "midmonth": [f"{part}-{month}" for part in parts for month in months],
        "monthpair": [f"{first}-{last}" for first in months for last in months],
        "part": [part for part in parts if part not in lexicon.load("dates")["classes"]["yearend"]],
        "yyyy": [str(year) for year in range(1800, 2101)],
        "dd": [*map(str, range(1, 32)), *(f"0{day}" for day in range(1, 10))],
        "unit": times,
        "units": [unit for unit in units if unit not in times],
        "clock": data["clock"],
        "today": data["days"],
        "ordinal": [word for word in ordinals if word not in lexicon.load("dates")["classes"]["latter"]],
        "compound": [f"{nth}-{part}" for nth in ordinals for part in data["parts_of_year"]],
        "measure": [phrase.split()[0] for unit, phrases in measures if unit not in times for phrase in phrases],
    }


@cache
def _cues() -> tuple[Layers, re.Pattern[str], re.Pattern[str]]:
    """Return the cues of tense as one pattern, and what keeps a month and a day apart."""
    rules = Rules("tense", {}, {"month": _calendar()["months"]})
    named: dict[str, list[str]] = {}
    for rule in rules.rules:
        named.setdefault(rule["name"], []).append(rules.layers.compile(rule["find"]).pattern)
    between = re.compile("|".join(named.pop("between")))
    return rules.layers, re.compile("|".join(f"(?P<{name}>{'|'.join(cue)})" for name, cue in named.items())), between
