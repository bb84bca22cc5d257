"""What looks like a time expression and is none: *may* the verb, *2,020 tons*, *the second quarter of the match*."""

from collections.abc import Callable, Mapping
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.grammar.words import BREAK
from ftzlib.reader import timevalues
from ftzlib.reader.timex3.calendar import calendar, word_set
from ftzlib.reader.timex3.expressions import Context, Match, ordinal_of, unit_of
from ftzlib.text.tokens import Tokens

TIMES = ("year", "month", "day")  # units that may stand behind a year: *2021 months*
LONG_UNITS = ("Y", "Q", "M", "DECADE")  # *within three days* is a measured time, *within three years* is none


def is_something_else(here: Match, rule: str, context: Context) -> bool:
    """*may* the verb, *2,020 tons*, *Vision 2035*, *H 1* with a space, *a second day*: no time expressions."""
    refuse = REFUSALS.get(rule)
    return refuse is not None and refuse(here, context)


def _is_no_month(here: Match, context: Context) -> bool:
    word, tokens = here.parts.get("month", ""), here.tokens
    if "part" in here.parts or "middle" in here.parts:
        return False
    if not tokens.forms[here.first][0].isupper():
        return True
    if here.last - here.first > 1:
        return False
    placed = here.before in word_set("before_month")
    if tokens.words[here.last] == "day":  # May Day
        return True
    named = tokens.shapes[here.last] == "A" or (here.before and tokens.shapes[here.first - 1] == "A")
    starts = here.first == here.bounds[0]
    return not placed and (bool(named) or (len(word) <= 3 and (word != "may" or starts)))


def _is_no_year(here: Match, context: Context) -> bool:
    """Tell whether four figures count or name something: *2000 firms*, *Vision 2035*, *2019 km*."""
    tokens, at, before = here.tokens, here.first, here.before
    behind = tokens.words[here.last]
    if behind in _units_of_measure() or behind == "%" or (tokens.joined(here.last) and behind.isalpha()):
        return True
    if tokens.joined(at) and before not in word_set("year_openers"):
        return True
    if before in word_set("year_after_any"):
        return False
    if not before:
        return _counts(tokens, here.last)
    if before in ("to", "and", "or", ",", "-", "–"):
        near = context.end in range(at - 3, at + 1) or tokens.words[at - 2] in word_set("year_to")
        return not near or _counts(tokens, here.last)
    named = before == "the" and tokens.shapes[here.last] == "A"  # the 2019 World Expo
    return named or before not in word_set("year_after") or _counts(tokens, here.last)


def _counts(tokens: Tokens, at: int) -> bool:
    """Tell whether a plural noun stands at token `at`, or one word behind it."""
    for word, shape in zip(tokens.words[at : at + 2], tokens.shapes[at : at + 2], strict=True):
        if shape != "a" or word in word_set("function_words") or word in word_set("of_a_year"):
            return False
        if word.endswith("s") and not word.endswith("ss"):
            return True
    return False


def _is_no_quarter(here: Match, context: Context) -> bool:
    if "compound" in here.parts:
        return here.tokens.words[here.last] == "of"
    half = here.parts["which"] == "half"
    if half != (here.parts["nth"] in ("latter", "former")) and half and ordinal_of(here) > 2:
        return True
    if here.parts["nth"] == "last" and half:
        return True
    dated = "year" in here.parts or "rel" in here.parts or here.tokens.words[here.last - 1] == "year"
    return not dated and here.tokens.words[here.last] == "of"  # of the match


def _is_no_code(here: Match, context: Context) -> bool:
    at = here.first + (2 if here.parts.get("year") == here.tokens.words[here.first] else 1)
    return not here.tokens.joined(at) or here.parts["nth"] not in ("1234" if here.parts["code"] == "q" else "12")


def _is_no_range(here: Match, context: Context) -> bool:
    """Tell whether a number behind *to* or a dash goes on from no date: *Nov. 5 to 10 firms*."""
    if context.end != here.first or _counts(here.tokens, here.last):
        return True
    tail = here.parts["tail"]
    if len(context.value) == 4:
        joined = here.tokens.joined(here.last - 1)
        return not (joined and len(tail) == 2 and tail.isdigit() and int(tail) > int(context.value[2:]))
    return len(context.value) != timevalues.FULL_DATE or not tail.isdigit() or int(tail) > 31


def _is_no_day_of_month(here: Match, context: Context) -> bool:
    return here.tokens.shapes[here.last] not in (".", BREAK)


def _is_no_span(here: Match, context: Context) -> bool:
    many = here.parts["many"]
    short = here.tokens.words[here.first] == "within" and unit_of(here) not in LONG_UNITS
    return short or not (many.isdigit() or many in calendar()["numbers"])


def _is_no_step(here: Match, context: Context) -> bool:
    behind = here.tokens.words[here.last]
    return behind == "than" or _is_no_span(here, context)


def _is_no_unit(here: Match, context: Context) -> bool:
    """*last years* without a number, *the last day of the expo*, *next day* of nothing."""
    word = here.parts["unit"]
    of_something = here.tokens.words[here.last] == "of" and ("step" in here.parts or here.parts.get("rel") == "last")
    bare_day = word == "day" and here.parts.get("step", here.parts.get("rel")) in ("this", "last", "past", "coming")
    return word.endswith("s") or of_something or bare_day


REFUSALS: Mapping[str, Callable[[Match, Context], bool]] = {
    "month": _is_no_month,
    "year": _is_no_year,
    "end of a range": _is_no_range,
    "day of the month": _is_no_day_of_month,
    "quarter or half": _is_no_quarter,
    "coded quarter": _is_no_code,
    "coded quarter of": _is_no_code,
    "first months": lambda here, context: (
        here.tokens.words[here.first] not in ("first", "last", "final") or _is_no_span(here, context)
    ),
    "ago": _is_no_span,
    "apart": _is_no_step,
    "span": _is_no_span,
    "span within": _is_no_span,
    "span since": _is_no_span,
    "part of a unit": lambda here, context: here.parts.get("unit") == "day",
    "relative unit": _is_no_unit,
    "unit beside": _is_no_unit,
    "day": lambda here, context: (
        here.parts["today"] == "today" and here.tokens.words[here.last : here.last + 2] == ["'", "s"]
    ),
}


@cache
def _units_of_measure() -> frozenset[str]:
    units = lexicon.load("quantities")["units"]
    named = {phrase.split()[0] for unit, phrases in units.items() for phrase in phrases if unit not in TIMES}
    return frozenset(named)
