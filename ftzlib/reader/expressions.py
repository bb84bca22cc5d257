"""Time expressions as they stand in a text: matches of the rules of ``english/dates.toml``, from left to right.

Finds     dates in full and in part, weekdays, *late August last year*, *the previous day*, *the past three years*.
Leaves    measured times (*cut to three days*), *so far*, clock times, *2,020 tons*; what they mean to `dates`.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, groupby, product
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from ftzlib.facts.records import Date
from ftzlib.grammar import lexicon
from ftzlib.grammar.layers import Layers
from ftzlib.grammar.rules import Rules, table
from ftzlib.reader import speech
from ftzlib.text.tokens import Tokens

OPENING = 3  # words before an expression that opens its sentence (*By the [end of June]*)
REACH = 40  # words away from an expression that may say whether it lies ahead
_STARTS_WITH_YEAR = re.compile(r"\d{4}")
FULL = len("2020-11-05")
MIDYEAR = 6  # the month after which it is that of next year
Rule: TypeAlias = Mapping[str, Any]


class UnresolvedError(Exception):
    """A time expression without a value; the message says why."""


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
    def goes_on(self) -> bool:
        """Tell whether its sentence is not the first of its paragraph."""
        number, sentences = self.sentence, self.tokens.sentences
        return number > 0 and sentences[number - 1].paragraph == sentences[number].paragraph

    @property
    def unit(self) -> str:
        """The code of its unit: ``D``, ``W``, ``M``, ``Q``, ``Y``, ``DECADE``; of the clock ``TH``, ``TM``."""
        return str(calendar()["unit"][self.rule.get("unit") or self.parts["unit"]])

    def number(self, part: str) -> int:
        """Return what one of its parts counts, in figures or by the calendar; 0 where it has none."""
        word = self.parts.get(part, "0")
        return int(word) if word.isdigit() else int(calendar()[part][word])


class Context:
    """What a text has said so far, for *that year* and *the same day*."""

    def __init__(self, published: dt.date | None) -> None:
        self.published = published
        # The first day of the year, month and day (Y, M, D) that were told last; of the year that was told last as
        # one (NAMED), and not as that of a day.
        self.told: dict[str, dt.date] = {}
        self.value = ""  # of the date before, the token behind it, and its sentence
        self.end = self.sentence = -1
        self.has_day = False  # whether the expression before says a day
        self.lead = -1  # the sentence that opens with a year (*In 2018, ...*)
        self._around: dict[int, list[int]] | None = None

    @property
    def today(self) -> dt.date:
        """The day of publication, to count from."""
        if self.published is None:
            raise UnresolvedError("no day of publication is known to count from")
        return self.published

    def note(self, date: Date, here: Match) -> None:
        """Remember a date for those that follow."""
        self.value, self.end = date.value or "", here.last
        self.has_day = bool({"day", "tail"} & here.parts.keys())
        if date.type != "DATE" or not _STARTS_WITH_YEAR.match(self.value) or _is_base(here):
            return
        told = _told_by(self.value, here)
        if self.sentence == here.sentence and here.rule["reads"] in ("weekday", "today"):
            del told["Y"], told["M"]  # *closed 2017 with 3 tons, it said on Monday*
        self.sentence = here.sentence
        self.told = self.told | told
        self.told.setdefault("NAMED", self.told["Y"])
        if here.rule["name"] == "year" and here.opens:
            self.lead = self.sentence
        elif "tail" in here.parts:  # *Under the 2021-[25] plan*
            self.lead = -1

    def around_quotation(self, here: Match) -> Sequence[int]:
        """Return the tokens around the quotation that an expression stands in; none where it stands in none."""
        if self._around is None:
            self._around = {}
            for first, last in speech.utterances(here.tokens):
                if inside := speech.quoted(here.tokens, first, last, least=0):
                    around = [at for at in range(first, last) if at not in inside]
                    self._around |= dict.fromkeys(inside, around)
        return self._around.get(here.first, ())


def _told_by(value: str, here: Match) -> dict[str, dt.date]:
    told = {"Y": dt.date(int(value[:4]), 1, 1)}
    if len(value) == len("2020") or {"year", "short"} & here.parts.keys():
        told["NAMED"] = told["Y"]
    if value[5:7].isdigit():
        told["M"] = dt.date.fromisoformat(f"{value[:7]}-01")
    if len(value) == FULL:
        told["D"] = dt.date.fromisoformat(value)
    if value[5:6] == "Q":
        told["Q"] = dt.date(int(value[:4]), int(value[6]) * 3 - 2, 1)
    return told


def find(tokens: Tokens, context: Context, first: int = 0, last: int | None = None) -> Iterator[Match]:
    """Yield expressions from left to right, of those that start together the first that is listed."""

    def read(rule: Rule, found: re.Match[str]) -> Match | None:
        return here if _holds(here := _match(tokens, rule, found), context) else None

    return _rules().within(_rules().layers.tag(tokens), first, len(tokens) if last is None else last, read)


def with_full_dates(tokens: Tokens) -> list[int]:
    """Return the sentences that may have a day with its month and year."""
    found = _rules().part("in_full").finditer(_rules().layers.tag(tokens))
    return sorted({tokens.sentence_at(each.start()) for each in found})


def _is_base(here: Match) -> bool:
    """*up 2 percent from the previous year*: what is compared with, and not where the text has got to."""
    behind = here.rule.get("from") == "told or published" and here.number("rel") < 0
    return behind or is_compared(here)


def is_compared(here: Match) -> bool:
    """*up two points from [2017]*: what something is compared with."""
    start = max(here.tokens.bounds(here.sentence)[0], here.first - OPENING * 2)
    return bool(_rules().part("compared").search(_rules().layers.tag(here.tokens), start, here.first))


def range_behind(here: Match) -> int:
    """Return the last month of a range that a month opens, where neither has a year; 0 where there is none."""
    found = _rules().part("range_behind").match(_rules().layers.tag(here.tokens), here.last)
    return _match(here.tokens, {}, found).number("month") if found else 0


def items_behind(here: Match) -> Match | None:
    """Return the items behind a month, day or quarter, where the last gives the year: *[November] to March 2021*."""
    found = _rules().part("items_behind").match(_rules().layers.tag(here.tokens), here.last)
    return _match(here.tokens, {}, found) if found else None


def _match(tokens: Tokens, rule: Rule, found: re.Match[str]) -> Match:
    places = {name: found.start(name) for name, text in found.groupdict().items() if text}
    return Match(rule, tokens, *found.span(), {name: tokens.words[at] for name, at in places.items()}, places)


def _holds(here: Match, context: Context) -> bool:
    """Tell whether a match is what its rule says beyond the classes of its words."""
    looks, rule = lexicon.load("dates")["written"], here.rule
    if any(name in looks and not lexicon.written("dates", name).fullmatch(word) for name, word in here.parts.items()):
        return False
    return _is_joined(here) and ("when" not in rule or CHECKS[rule["when"]](here, context))


def _is_joined(here: Match) -> bool:
    """Tell whether the words of a match that must be written as one are."""
    joined = here.rule.get("joined", ("short",) if "short" in here.parts else ())
    glued = range(here.first + 1, here.last) if joined is True else map(here.places.get, joined)
    return all(at is None or here.tokens.joined(at) for at in glued)


def _goes_on(here: Match, context: Context) -> bool:
    """*Nov. 5 to [10]*, *2016-[20]*: a day or a year of two figures right behind the one that it goes on from."""
    tail = here.parts["tail"]
    if context.end != here.first - 1 or not context.value.isdigit():  # no year; *P10Y* is as long
        is_day = len(context.value) == FULL or (context.has_day and not context.value)
        return context.end == here.first - 1 and is_day and int(tail) <= 31
    return here.tokens.joined(here.first) and len(tail) == 2 and int(tail) > int(context.value[2:])


def _stands_apart(here: Match, context: Context) -> bool:
    """*2019*, *(2019*, not *X2019* and not *2019km*."""
    first, tokens = here.places.get("it", here.first), here.tokens
    if tokens.joined(here.last) and tokens.words[here.last].isalpha():
        return False
    return not tokens.joined(first) or tokens.words[first - 1] in lexicon.words("dates", "openers")


CHECKS: dict[str, Callable[[Match, Context], bool]] = {
    "goes on": _goes_on,
    "apart": _stands_apart,
    "near a date": lambda here, context: (
        context.end in range(here.first - 3, here.first + 1) and _stands_apart(here, context)
    ),
    "right behind a date": lambda here, context: context.end == here.first - 1,
    "told as over": lambda here, _: tense(here) is False,
    "told of": lambda here, _: tense(here) is not None,
    "that of next year": lambda here, context: (
        context.published is not None and context.published.month > MIDYEAR and bool(tense(here))
    ),
    "next year": lambda here, context: str(here.number("year") + 1).endswith(here.parts["next"]),
    "later year": lambda here, context: here.number("month") > here.number("year") % 100,
    "no third half": lambda here, context: here.number("nth") <= (2 if letter_of(here) == "H" else 4),
}


def letter_of(here: Match) -> str:
    """Return the letter of a part of a year, ``H`` or ``Q``."""
    return str(calendar()["which"][here.parts.get("which") or here.parts["code"]])


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
    elsewhere, told = False, cues.match(tags, here.last, stop)
    if told and told.lastgroup == "past":  # *a poll in [April] found*
        return False
    for cue in chain(reversed(before), behind):
        if cue.lastgroup in ("future", "done", "past"):
            return None if cue.lastgroup == "past" and elsewhere else cue.lastgroup == "future"
        apart = of_day and between.search(tags, min(cue.end(), here.last), max(cue.start(), here.first))
        elsewhere |= cue.lastgroup == "either" or bool(apart)
    return None


@cache
def _rules() -> Rules:
    return Rules("dates", _classes())


@cache
def calendar() -> Mapping[str, Mapping[str, Any]]:
    """Return what the words of the calendar mean, by the part of a rule that they are; *mid-July* is two in one."""
    data = lexicon.load("calendar")
    months, thirds, ordinals, letters = (data[name] for name in ("months", "thirds", "ordinals", "parts_of_year"))
    of_month = {f"{part}-{month}": (part, month) for part, month in product(thirds, months)}
    of_year = {f"{nth}-{part}": (nth, part) for nth, part in product(ordinals, letters)}
    return {
        "month": months | {word: months[month] for word, (_, month) in of_month.items()},
        "part": thirds | {word: thirds[part] for word, (part, _) in of_month.items()},
        "nth": ordinals | {word: ordinals[nth] for word, (nth, _) in of_year.items()},
        "which": letters | {word: letters[part] for word, (_, part) in of_year.items()},
        "unit": data["units"] | data["clock"],
    } | {part: data[table] for part, table in data["tables"].items()}


def _classes() -> dict[str, Iterable[str]]:
    data, dates = lexicon.load("calendar"), lexicon.load("dates")["classes"]
    months, units = data["months"], data["units"]
    measures = lexicon.load("quantities")["units"].items()
    times = [unit for unit in units if f"{unit}s" in units]
    return {name: data[f"{name}s"] for name in ("month", "weekday", "season", "number")} | {
        "midmonth": calendar()["month"].keys() - months,
        "monthpair": [*map("-".join, product(months, repeat=2))],
        "part": data["thirds"].keys() - dates["of_itself"],
        "yyyy": [*map(str, range(1800, 2101))],
        "dd": [*map(str, range(1, 32)), *map("{:02}".format, range(1, 10))],
        "unit": times,
        "units": units.keys() - times,
        "clock": data["clock"],
        "today": data["days"],
        "approx": data["mods"],
        "ordinal": data["ordinals"].keys() - dates["latter"],
        "compound": calendar()["nth"].keys() - data["ordinals"],
        "measure": [phrase.split()[0] for unit, phrases in measures if unit not in times for phrase in phrases],
    }


@cache
def _cues() -> tuple[Layers, re.Pattern[str], re.Pattern[str]]:
    """Return the cues of tense as one pattern, and what keeps a month and a day apart."""
    rules = table("tense")
    *cues, between = (
        f"(?P<{name}>{'|'.join(rules.layers.read(rule['find']).spelt for rule in named)})"
        for name, named in groupby(rules.rules, key=itemgetter("name"))
    )
    return rules.layers, re.compile("|".join(cues)), re.compile(between)
