"""What looks like a time expression and is none: *may* the verb, *2,020 tons*, *the second quarter of the match*."""

from collections.abc import Callable, Mapping
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.grammar.words import BREAK
from ftzlib.reader import timevalues
from ftzlib.reader.timex3.calendar import calendar, word_set
from ftzlib.reader.timex3.expressions import Context, Match, count_of, ordinal_of, unit_of
from ftzlib.text.tokens import Tokens

TIMES = ("year", "month", "day")  # units that may stand behind a year: *2021 months*
LONG_UNITS = ("Y", "Q", "M", "DECADE")  # *within three days* is a measured time, *within three years* is none


def is_something_else(here: Match, rule: str, context: Context) -> bool:
    """*may* the verb, *2,020 tons*, *Vision 2035*, *H 1* with a space, *a second day*: no time expressions."""
    if "short" in here.parts and not _is_short_year(here):
        return True
    refuse = REFUSALS.get(rule)
    return refuse is not None and refuse(here, context)


def _is_short_year(here: Match) -> bool:
    """*'19*, *03-Apr-19*: two figures that touch the sign before them."""
    return len(here.parts["short"]) == 2 and here.tokens.joined(here.places["short"])


def _is_loose(here: Match, context: Context) -> bool:
    """*1 / 2 / 2019*, *100/2/2019*: figures with blanks between them, or too many of them, are no day."""
    figures = (here.parts.get(name, "") for name in ("first", "second", "digits", "day"))
    joined = all(here.tokens.joined(at) for at in range(here.first + 1, here.last))
    return not joined or any(len(figure) > 2 for figure in figures)


def _is_no_month_in_digits(here: Match, context: Context) -> bool:
    """*Decree 12/2019*, *2021-25*: a number, two years."""
    placed = here.before in ("", "(") or (
        here.before in word_set("before_month") and not here.tokens.joined(here.first)
    )
    return _is_loose(here, context) or not placed or int(here.parts["digits"]) > 12


def _is_no_year_over_two(here: Match, context: Context) -> bool:
    year, behind = here.parts["year"], here.parts["next"]
    return _is_loose(here, context) or not str(int(year) + 1).endswith(behind) or len(behind) < 2


def _is_no_fiscal_year(here: Match, context: Context) -> bool:
    return len(here.parts.get("many", "2019")) not in (2, 4)


def _is_no_point(here: Match, context: Context) -> bool:
    """*31.12.2019*, *2019.12.31*: a number and a point, not *3.1. 2019* and not *version 2.1.7*."""
    whole, _, part = here.parts["digits"].replace("．", ".").partition(".")
    joined = all(here.tokens.joined(at) for at in range(here.first + 1, here.last))
    if not joined or len(part) > 2:
        return True
    return len(whole) != 4 if "day" in here.parts else len(whole) > 2


def _is_no_month_beside(here: Match, context: Context) -> bool:
    return not here.tokens.forms[here.places["month"]][0].isupper() or here.tokens.words[here.last] == "day"


def _is_no_end_of_year(here: Match, context: Context) -> bool:
    """*the year's end*, not *last year's close cooperation*."""
    return here.tokens.shapes[here.last] in "aA" and here.tokens.words[here.last] not in word_set("function_words")


def _is_no_month(here: Match, context: Context) -> bool:
    word, tokens = here.parts.get("month", ""), here.tokens
    if "part" in here.parts or "middle" in here.parts:
        return False
    if not tokens.forms[here.first][0].isupper():
        return True
    if here.last - here.first > 1:
        return False
    listed = context.end == here.first - 1 and tokens.words[here.last] in word_set("in_a_row") | word_set("list_ends")
    placed = listed or here.before in word_set("before_month")
    if tokens.words[here.last] == "day":  # May Day
        return True
    named = tokens.shapes[here.last] == "A" or (here.before and tokens.shapes[here.first - 1] == "A")
    starts = here.first == here.bounds[0]
    return not placed and (bool(named) or (len(word) <= 3 and (word != "may" or starts)))


def _is_no_year(here: Match, context: Context) -> bool:
    """Tell whether four figures count or name something: *2000 firms*, *Vision 2035*, *2019 km*."""
    tokens, at, before = here.tokens, here.first, here.before
    behind = tokens.words[here.last]
    if "short" in here.parts:  # in '19
        return tokens.joined(at) or before not in word_set("year_after_any") or _counts(tokens, here.last)
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
    if here.parts["nth"] in word_set("rel") and here.parts["nth"] != "last":  # the next quarter of the year
        return True
    half = calendar()["parts_of_year"][here.parts["which"]] == "H"
    if half != (here.parts["nth"] in ("latter", "former")) and half and ordinal_of(here) > 2:
        return True
    if here.parts["nth"] == "last" and half:
        return True
    dated = "year" in here.parts or "rel" in here.parts or here.tokens.words[here.last - 1] == "year"
    return not dated and here.tokens.words[here.last] == "of"  # of the match


def _is_no_code(here: Match, context: Context) -> bool:
    code, nth = here.places["code"], here.places["nth"]
    known = "1234" if calendar()["parts_of_year"][here.parts["code"]] == "Q" else "12"
    small = nth < code and here.tokens.forms[code].islower()  # 2h
    return small or not here.tokens.joined(max(code, nth)) or here.parts["nth"] not in known


def _is_no_range(here: Match, context: Context) -> bool:
    """Tell whether a number behind *to* or a dash goes on from no date: *Nov. 5 to 10 firms*."""
    if context.end != here.first or _counts(here.tokens, here.last):
        return True
    tail = here.parts["tail"]
    if len(context.value) == 4:
        joined = here.tokens.joined(here.last - 1)
        return not (joined and len(tail) == 2 and tail.isdigit() and int(tail) > int(context.value[2:]))
    if here.tokens.words[here.first] == "and" and not _ends_list(here):
        return True
    return len(context.value) != timevalues.FULL_DATE or not tail.isdigit() or int(tail) > 31


def _ends_list(here: Match) -> bool:
    """*May 3 and 4.*, *May 3 and 4 in Jinan*, not *May 3 and 12 were sold*."""
    behind = here.tokens.words[here.last]
    placed = behind in word_set("before_place") and here.tokens.shapes[here.last + 1] == "A"
    return "year" in here.parts or placed or behind in word_set("list_ends")


def _is_no_day_of_month(here: Match, context: Context) -> bool:
    return here.tokens.shapes[here.last] not in (".", BREAK)


def _is_no_span(here: Match, context: Context) -> bool:
    many = here.parts["many"]
    short = here.tokens.words[here.first] == "within" and unit_of(here) not in LONG_UNITS
    return short or not (many.isdigit() or many in calendar()["numbers"])


def _is_no_stretch(here: Match, context: Context) -> bool:
    """*ten year bonds*, *a few years*: no number of units."""
    return _is_no_span(here, context) or (count_of(here) > 1 and not here.parts["unit"].endswith("s"))


def _is_no_span_beside(here: Match, context: Context) -> bool:
    """*takes two months before*, *cut to two months after*, *two months ahead of schedule*: a measured time."""
    planned = not word_set("plans").isdisjoint(here.tokens.words[here.last + 1 : here.last + 3])
    return _is_no_stretch(here, context) or planned or here.before in word_set("measures_time")


def _is_no_span_of_the(here: Match, context: Context) -> bool:
    return here.tokens.words[here.first] not in word_set("lasting") or _is_no_stretch(here, context)


def _is_no_span_in(here: Match, context: Context) -> bool:
    """*in 10 minutes*, *over two months, down from six*: a measured time (contract, reading 3)."""
    word, unit = here.tokens.words[here.first], unit_of(here)
    if word not in word_set("lasting_bare") or unit not in LONG_UNITS or _is_no_stretch(here, context):
        return True
    if here.parts["many"] in ("a", "an") and unit != "DECADE":  # in a year: a rate
        return True
    words = here.tokens.words[here.last : min(here.last + 3, here.bounds[1])]
    if here.before in word_set("completes") or not word_set("compared_time").isdisjoint(words):
        return True
    return not word_set("behind_measured_time").isdisjoint(words[:1]) or (word == "over" and _is_bound(here))


def _is_bound(here: Match) -> bool:
    """*has over 20 years of experience*, *over 20 years have passed*: *over* is *more than*."""
    bound = word_set("before_bound") | word_set("measures_time")
    return here.before in bound or here.tokens.words[here.last] in word_set("behind_bound")


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
    "fiscal year": _is_no_fiscal_year,
    "ISO date": _is_loose,
    "day in digits": _is_loose,
    "day with points": _is_no_point,
    "month in digits": _is_no_month_in_digits,
    "month and digits": _is_loose,
    "year over two": _is_no_year_over_two,
    "month": _is_no_month,
    "month beside": _is_no_month_beside,
    "end of a year": _is_no_end_of_year,
    "year": _is_no_year,
    "end of a range": _is_no_range,
    "day of the month": _is_no_day_of_month,
    "quarter or half": _is_no_quarter,
    "coded quarter": _is_no_code,
    "first months": lambda here, context: (
        here.tokens.words[here.first] not in ("first", "last", "final") or _is_no_span(here, context)
    ),
    "ago": _is_no_span,
    "apart": _is_no_step,
    "span": _is_no_span,
    "span within": _is_no_span,
    "span since": _is_no_span,
    "span of the": _is_no_span_of_the,
    "span in": _is_no_span_in,
    "span beside": _is_no_span_beside,
    "each": lambda here, context: "many" in here.parts and _is_no_span(here, context),
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
