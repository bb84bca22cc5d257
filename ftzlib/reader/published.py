"""The day of publication that a text itself implies: a dateline, a known event, a full date with its weekday."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from operator import itemgetter

from ftzlib import reference
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import table
from ftzlib.reader import dates, expressions
from ftzlib.reader.expressions import Context, Match, tense
from ftzlib.text.tokens import Tokens

STAMP = 30  # words of a line that may be nothing but a time stamp; a dateline's day is in the first half of as many
LONGEST_EDITION = 24  # characters before the name of an event
LEAST_PROSE = 5  # words of a sentence; the first one ends the head of a text
#: Rules of `expressions` whose match is a day, where it has its year.
DAYS = frozenset({"weekday and date", "ISO date", "date", "day in digits", "day with points"})
_rules = partial(table, "published")
#: How a text gives its own day, the surest first.
KINDS = ("said at the head", "dateline", "outlet", "changed", "said")


def infer(tokens: Tokens) -> dt.date | None:
    """Return the day of publication that the text itself implies, or None.

    In this order: a line that says so, a dateline or a line of outlet and day at the head of the text, each with a
    full date; a numbered edition of a known event (``reference/data/expos.csv``) whose opening the text puts on the
    weekday on which it was, or which it calls under way; the last full date that agrees with the weekday beside it,
    if no other weekday is named.
    """
    full = list(_full_dates(tokens))
    head = _head(tokens)
    stamps = [(_stamp(here, in_head=here.first < head), day) for here, day in full]
    for kind in KINDS:
        if days := {day for found, day in stamps if found == kind}:
            return days.pop() if len(days) == 1 else None
    if day := _from_event(tokens):
        return day
    return _agreeing(tokens, (date for date, (kind, _) in zip(full, stamps, strict=True) if not kind))


def _agreeing(tokens: Tokens, full: Iterable[tuple[Match, dt.date]]) -> dt.date | None:
    """Return the last of some full dates that agrees with the weekday beside it, if no other weekday is named."""
    agreeing = (day for here, day in full if here.number("weekday") == day.isoweekday() and not tense(here))
    latest = max(agreeing, default=None)
    return latest if latest and {day for _, day in _weekdays(tokens)} == {latest.isoweekday()} else None


def _full_dates(tokens: Tokens) -> Iterator[tuple[Match, dt.date]]:
    context = Context(None)
    for sentence in expressions.with_full_dates(tokens):
        for here in expressions.find(tokens, context, *tokens.bounds(sentence)):
            if here.rule["name"] in DAYS and "year" in here.parts and (value := dates.date_of(here, context).value):
                yield here, dt.date.fromisoformat(value)


def _head(tokens: Tokens) -> int:
    """Return the token at which prose begins: the first sentence with a stop."""
    ends, bounds = lexicon.words("published", "prose_ends"), map(tokens.bounds, range(len(tokens.sentences)))
    prose = (first for first, last in bounds if last - first > LEAST_PROSE and tokens.words[last - 1] in ends)
    return next(prose, len(tokens))


def _stamp(here: Match, *, in_head: bool) -> str | None:
    """Tell how a full date stamps the text: *Published: 2021-08-29*, a dateline, *China Daily | May 3, 2024*."""
    tokens, rules = here.tokens, _rules()
    start, stop = tokens.bounds(here.sentence)
    if tokens.sentences[here.sentence].kind == "dateline":
        return "dateline"
    if here.first - start > STAMP // 2 and stop - start > STAMP:
        return None
    within = start, min(stop + 1, here.last + STAMP)
    rule, _ = next(rules.around(rules.layers.tag(tokens), "Day", (here.first, here.last), within), ({}, {}))
    given = rule.get("gives")
    if given == "nothing" or (rule.get("head") and not in_head):
        return None
    return "said at the head" if given == "said" and in_head else given


# Known events


def _from_event(tokens: Tokens) -> dt.date | None:
    """Count the weekdays of a text from the opening of the latest event that it names, if it tells of its days."""
    row = max(_editions(tokens.plain), key=itemgetter("opening"), default=None)
    if row is None:
        return None
    ceremony, opening, last = map(dt.date.fromisoformat, itemgetter("opening", "first_day", "last_day")(row))
    named = list(_weekdays(tokens))
    if last.isoweekday() in _days_told(tokens, named, row, "closing"):
        return last
    openings = _days_told(tokens, named, row, "opening")
    if ceremony.isoweekday() in openings or not openings:
        opening = ceremony  # some editions are opened on the eve of their first day
    under_way = any(map(tokens.plain.__contains__, lexicon.words("published", "under_way")))
    if not (opening.isoweekday() in openings if openings else under_way):
        return None
    days = ((day - opening.isoweekday()) % 7 for _, day in named)
    return max((opening + dt.timedelta(day) for day in days if day <= (last - opening).days), default=None)


def _days_told(tokens: Tokens, named: Iterable[tuple[int, int]], row: Mapping[str, str], cue: str) -> set[int]:
    """Return the weekdays that stand behind an event's name and a word for its opening or closing."""
    names = {row["event"].lower().split()[-1], *row["aliases"].lower().split("|")}
    told = [(frozenset(tokens.words[tokens.bounds(tokens.sentence_at(at))[0] : at]), day) for at, day in named]
    return {day for words, day in told if names & words and lexicon.words("published", cue) & words}


def _editions(plain: str) -> Iterator[Mapping[str, str]]:
    """Yield the editions of known events that a text names: *third* or *3rd* before the event's name."""
    numbers = lexicon.load("published")["editions"]
    for name, editions in _known_events().items():
        for before in plain.split(name)[:-1]:
            nth = lexicon.written("published", "edition").search(before[-LONGEST_EDITION:])
            if nth and (row := editions.get(str(numbers.get(nth["nth"], nth["nth"])))):
                yield row


@cache
def _known_events() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The editions of each known event (``reference/data/expos.csv``) by number, by each of its names."""
    known: dict[str, dict[str, Mapping[str, str]]] = defaultdict(dict)
    for row in reference.rows("expos"):
        for name in filter(None, (row["event"], *row["aliases"].split("|"))):
            known[name.lower()][row["edition"]] = row
    return known


def _weekdays(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield where a text names a weekday that is counted from its own day, and which."""
    rules = _rules()
    (rule,) = (rule for rule in rules.rules if rule["name"] == "weekday")
    for found in rules.layers.compile(rule["find"]).finditer(rules.layers.tag(tokens)):
        here = Match(rule, tokens, *found.span(), {"weekday": tokens.words[found.start()]}, {})
        if not tense(here):
            yield here.first, here.number("weekday")
