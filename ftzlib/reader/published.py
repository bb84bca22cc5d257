"""The day of publication that a text itself implies: a dateline, a known event, a full date with its weekday."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ftzlib import reference
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules
from ftzlib.reader import dates, expressions
from ftzlib.reader.expressions import Context, Match, tense
from ftzlib.text.tokens import Tokens

STAMP = 30  # words of a line that may be nothing but a time stamp; a dateline's day is in the first half of as many
LEAST_PROSE = 5  # words of a sentence; the first one ends the head of a text
#: Rules of `expressions` whose match is a day, where it has its year.
DAYS = frozenset({"weekday and date", "ISO date", "date", "day in digits", "day with points"})
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
    agreeing = [
        day
        for (here, day), (kind, _) in zip(full, stamps, strict=True)
        if not kind and _weekday(here.parts.get("weekday", "")) == day.isoweekday() and not tense(here)
    ]
    if not agreeing or {weekday for _, weekday in _weekdays(tokens)} != {max(agreeing).isoweekday()}:
        return None
    return max(agreeing)


def _full_dates(tokens: Tokens) -> Iterator[tuple[Match, dt.date]]:
    """Yield the days that are given with their year."""
    with_year = {tokens.sentence_at(at) for at, word in enumerate(tokens.words) if len(word) == 4 and word.isdigit()}
    context = Context(None)
    for sentence in sorted(with_year):
        for here in expressions.find(tokens, context, *tokens.bounds(sentence)):
            if here.rule["name"] in DAYS and "year" in here.parts and (value := dates.date_of(here, context).value):
                yield here, dt.date.fromisoformat(value)


def _head(tokens: Tokens) -> int:
    """Return the token at which prose begins: the first sentence with a stop."""
    ends = lexicon.words("published", "prose_ends")
    for number in range(len(tokens.sentences)):
        first, last = tokens.bounds(number)
        if last - first > LEAST_PROSE and tokens.words[last - 1] in ends:
            return first
    return len(tokens)


def _stamp(here: Match, *, in_head: bool) -> str | None:
    """Tell how a full date stamps the text: *Published: 2021-08-29*, a dateline, *China Daily | May 3, 2024*."""
    tokens, rules = here.tokens, _rules()
    start, stop = tokens.bounds(here.sentence)
    if tokens.sentences[here.sentence].kind == "dateline":
        return "dateline"
    if here.first - start > STAMP // 2 and stop - start > STAMP:
        return None
    tags = rules.layers.tag(tokens)
    around = (
        f"{tags[start : here.first]}{rules.layers.asked('Day')}{tags[here.last : min(stop + 1, here.last + STAMP)]}"
    )
    rule = next((rule for rule, _ in rules.fitting(around, "Day")), {})
    given = rule.get("gives", "nothing")
    if given == "nothing" or (rule.get("head") and not in_head):
        return None
    return "said at the head" if given == "said" and in_head else str(given)


# Known events


def _from_event(tokens: Tokens) -> dt.date | None:
    """Count the weekdays of a text from the opening of the latest event that it names, if it tells of its days."""
    text = " ".join(tokens.words)
    told = [row for name, rows in _known_events().items() if name in text for row in _editions(text, name, rows)]
    if not told:
        return None
    row = max(told, key=lambda row: row["opening"])
    ceremony, opening, last = (dt.date.fromisoformat(row[day]) for day in ("opening", "first_day", "last_day"))
    named = list(_weekdays(tokens))
    closings, openings = (
        {day for at, day in named if _tells_of(words, tokens, at, row)} for words in ("closing", "opening")
    )
    if last.isoweekday() in closings:
        return last
    if ceremony.isoweekday() in openings or not openings:
        opening = ceremony  # some editions are opened on the eve of their first day
    under_way = any(phrase in text for phrase in lexicon.words("published", "under_way"))
    if opening.isoweekday() not in openings and (openings or not under_way):
        return None
    days = [(day - opening.isoweekday()) % 7 for _, day in named]
    return max((opening + dt.timedelta(day) for day in days if day <= (last - opening).days), default=None)


@cache
def _known_events() -> Mapping[str, Sequence[Mapping[str, str]]]:
    """The editions of each known event, by each of its names."""
    known: dict[str, list[Mapping[str, str]]] = {}
    for row in reference.rows("expos"):
        for name in filter(None, (row["event"], *row["aliases"].split("|"))):
            known.setdefault(name.lower(), []).append(row)
    return known


def _editions(text: str, name: str, rows: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Return the editions that `text` names: *third* or *3* rd before the event's name."""
    ordinals = {word: str(number) for number, word in enumerate(lexicon.load("published")["editions"], 1)}
    suffixes = lexicon.load("dates")["classes"]["suffix"]
    before = ([word for word in part[-24:].split() if word not in suffixes] for part in text.split(name)[:-1])
    named = [ordinals.get(words[-1], words[-1]) for words in before if words]
    return [row for edition in named for row in rows if row["edition"] == edition]


def _weekdays(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield where a text names a weekday that is counted from its own day, and which."""
    layers = _rules().layers
    (rule,) = (rule for rule in _rules().rules if rule["name"] == "weekday")
    for found in layers.compile(rule["find"]).finditer(layers.tag(tokens)):
        if not tense(Match(rule, tokens, *found.span(), {}, {})):
            yield found.start(), _weekday(tokens.words[found.start()])


def _tells_of(words: str, tokens: Tokens, at: int, row: Mapping[str, str]) -> bool:
    """*the opening ceremony of the import expo on [Wednesday]*, *the expo, which closed on [Friday]*."""
    before = tokens.words[tokens.bounds(tokens.sentence_at(at))[0] : at]
    names = {row["event"].lower().split()[-1], *row["aliases"].lower().split("|")}
    return not lexicon.words("published", words).isdisjoint(before) and not names.isdisjoint(before)


def _weekday(word: str) -> int:
    return int(lexicon.load("calendar")["weekdays"].get(word, 0))


@cache
def _rules() -> Rules:
    calendar = lexicon.load("calendar")
    return Rules("published", {"Day": ()}, {"month": calendar["months"], "weekday": calendar["weekdays"]})
