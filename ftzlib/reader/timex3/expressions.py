"""One time expression as it was matched, and what the text has said before it.

Finds     the words of its parts: number, unit, ordinal, month, mod.
Leaves    what it means to the readings.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from ftzlib.facts.records import Date
from ftzlib.reader import quotations, timevalues
from ftzlib.reader.timex3.calendar import calendar
from ftzlib.text.tokens import Tokens

ON_OPENER = 3  # words before an expression that opens its sentence (*By the [end of June]*)
Reading: TypeAlias = tuple[str, str | None, str | None]  # type, value, mod


@dataclass(slots=True)
class Context:
    """What the text has said so far, for *that year* and *the same day*."""

    published: dt.date | None
    day: dt.date | None = None
    year: int | None = None
    month: str | None = None
    value: str = ""  # of the date before
    end: int = -1  # the token behind that date
    sentence: int = -1  # that it stands in
    lead: int = -1  # the sentence that opens with a year (*In 2018, ...*)
    spoken: dict[int, list[int]] | None = None  # the words around each quotation, by its tokens

    def note(self, date: Date, here: "Match") -> None:
        """Remember a date for those that follow."""
        self.value, self.end = date.value or "", here.last
        if not self.value[:4].isdigit() or date.type != "DATE" or len(self.value) < 4:
            return
        self.year, self.sentence = int(self.value[:4]), here.tokens.sentence_at(here.first)
        if self.value[4:5] == "-" and self.value[5:7].isdigit():
            self.month = self.value[:7]
        if len(self.value) == timevalues.FULL_DATE:
            self.day = dt.date.fromisoformat(self.value)
        if date.rule == "year" and here.opens:
            self.lead = self.sentence

    def around_quotation(self, here: "Match") -> list[int]:
        """Return the tokens around the quotation that an expression stands in; none where it stands in none."""
        if self.spoken is None:
            self.spoken = {}
            for first, last in quotations.utterances(here.tokens):
                if inside := quotations.quoted(here.tokens, first, last, least=0):
                    around = [at for at in range(first, last) if at not in inside]
                    self.spoken |= dict.fromkeys(inside, around)
        return self.spoken.get(here.first, [])


class Match(NamedTuple):
    """One match of a rule: its tokens, and its named parts, as words and where they stand."""

    tokens: Tokens
    first: int
    last: int
    parts: Mapping[str, str]
    places: Mapping[str, int] = MappingProxyType({})  # the tokens of the parts

    @property
    def bounds(self) -> tuple[int, int]:
        """The first token of its sentence and the one behind its last."""
        return self.tokens.bounds(self.tokens.sentence_at(self.first))

    @property
    def opens(self) -> bool:
        """Tell whether it stands at the opening of its sentence."""
        return self.first - self.bounds[0] <= ON_OPENER

    @property
    def before(self) -> str:
        """The word before it in its sentence, or nothing."""
        return self.tokens.words[self.first - 1] if self.first > self.bounds[0] else ""


class UnresolvedError(Exception):
    """A time expression without a value; the message says why."""


def matched(tokens: Tokens, match: re.Match[str]) -> Match:
    """Return the match of a rule with the words of its named parts."""
    places = {name: match.start(name) for name, text in match.groupdict().items() if text}
    words = {name: tokens.words[at] for name, at in places.items()}
    return Match(tokens, match.start(), match.end(), words, places)


def publication_day(context: Context) -> dt.date:
    """Return the day of publication.

    Raises
    ------
    UnresolvedError
        If it is not known.
    """
    if context.published is None:
        raise UnresolvedError("no day of publication is known to count from")
    return context.published


def part_mod(here: Match) -> str | None:
    """Return TIMEX3's mod of *early*, *mid-*, *late*."""
    word = here.parts.get("part") or here.parts.get("middle", "").rsplit("-", 1)[0]
    mod = calendar()["parts"].get(word)
    return str(mod) if mod else None


def mod_of(here: Match) -> str | None:
    """Return TIMEX3's mod of *more than*, *about*."""
    return next((mod for mod, words in calendar()["mods"].items() if here.parts.get("mod") in words), None)


def count_of(here: Match) -> int:
    """Return how many units an expression counts."""
    word = here.parts.get("many", "one")
    return int(word) if word.isdigit() else int(calendar()["numbers"][word])


def ordinal_of(here: Match) -> int:
    """Return the number of *first*, *2nd*, *latter*."""
    nth = here.parts["nth"]
    return int(nth) if nth.isdigit() else int(calendar()["ordinals"][nth])


def unit_of(here: Match) -> str:
    """Return the code of its unit: ``D``, ``W``, ``M``, ``Q``, ``Y``, ``DECADE``; of the clock ``TH``, ``TM``."""
    return str((calendar()["units"] | calendar()["clock"])[here.parts["unit"]])


def month_of(here: Match) -> int:
    """Return the number of its month."""
    word = here.parts.get("month") or here.parts["middle"].rsplit("-", 1)[1]
    return int(calendar()["months"][word])
