"""From tokens to dates: expressions from left to right, each read by its construction's reading."""

from collections.abc import Iterator

from ftzlib.facts.records import Date
from ftzlib.reader.timex3.calendar import calendar, word_set
from ftzlib.reader.timex3.expressions import Context, Match, UnresolvedError, matched, part_mod
from ftzlib.reader.timex3.readings import READERS
from ftzlib.reader.timex3.refusals import is_something_else
from ftzlib.reader.timex3.rules import compiled
from ftzlib.reader.timex3.years import nearest_year, own_year
from ftzlib.text.spans import Span
from ftzlib.text.tokens import Tokens


def expressions(tokens: Tokens, context: Context) -> Iterator[tuple[str, Match]]:
    """From left to right, at each word that can begin an expression, the first rule that holds there."""
    grammar, rules, openers = compiled()
    tags = grammar.tag(tokens)
    end = 0
    for opener in openers.finditer(tags):
        if opener.start() < end:
            continue
        gate, here_rules = rules[opener[0]]
        if not gate.match(tags, opener.start()):
            continue
        for rule, pattern in here_rules:
            match = pattern.match(tags, opener.start())
            if match and not is_something_else(here := matched(tokens, match), rule, context):
                end = match.end()
                yield rule, here
                break


# How many words at both ends of a match only show the way to the expression.
FRAMES = {
    "end of a range": (1, 0),
    "day of the month": (2, 0),
    "day of a list": (2, 0),
    "span within": (1, 0),
    "span since": (1, 0),
    "span of the": (1, 0),
    "span in": (1, 0),
    "day beside": (0, 0),
}


def date_of(here: Match, rule: str, context: Context) -> Date:
    """Read one expression; what cannot be resolved keeps the value None and the reason."""
    try:
        type_, value, mod = READERS[rule](here, context)
        refusal = None
        if value and value.startswith("-"):
            raise UnresolvedError("it lies before the years that are counted")
    except (UnresolvedError, OverflowError) as problem:
        type_, value, mod, refusal = "DATE", None, part_mod(here), str(problem)
    weekday = calendar()["weekdays"].get(here.parts.get("weekday", "")) if "month" in here.parts else None
    first, last = _frame(here, rule)
    span, edge = here.tokens.span(first, last), here.parts.get("part") in word_set("edges_of_units")
    return Date(span=span, type=type_, value=value, mod=mod, weekday=weekday, refusal=refusal, edge=edge, rule=rule)


def _frame(here: Match, rule: str) -> tuple[int, int]:
    """Leave out the words that only show the way (*within*), the article, and signs at the end."""
    words = here.tokens.words
    first, last = here.first + FRAMES.get(rule, (0, 0))[0], here.last
    while words[last - 1] in (".", ","):
        last -= 1
    if words[first] == "the" and not rule.startswith("day "):
        first += 1
    if rule in ("span of the", "span in", "span beside"):
        first = here.places["many"]
    return first, last


def month_pair(here: Match, context: Context) -> list[Date]:
    """*January-October 2020*, which is one word: two dates."""
    start = here.tokens.starts[here.first]
    months = here.parts["pair"].split("-")
    end = here.tokens.ends[here.last - 1 - (here.tokens.words[here.last - 1] == ".")]
    spans = [Span(start, start + len(months[0])), Span(start + len(months[0]) + 1, end)]
    year: int | None = None
    refusal = None
    numbers = [int(calendar()["months"][month]) for month in months]
    try:
        year = own_year(here, context) or nearest_year(here, context, numbers[1], None)
    except UnresolvedError as problem:
        refusal = str(problem)
    first, second = numbers
    values = [year and f"{year - (first > second)}-{first:02}", year and f"{year}-{second:02}"]
    return [
        Date(span=span, type="DATE", value=value or None, refusal=refusal, rule="month pair")
        for span, value in zip(spans, values, strict=True)
    ]
