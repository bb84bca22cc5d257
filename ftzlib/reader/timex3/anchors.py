"""The day of publication that a text itself implies: a dateline, a known event, a full date with its weekday."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache

from ftzlib import reference
from ftzlib.reader.timex3.calendar import calendar, word_set
from ftzlib.reader.timex3.dates import date_of, expressions
from ftzlib.reader.timex3.expressions import Context, Match
from ftzlib.reader.timex3.rules import compiled
from ftzlib.reader.timex3.tense import speaks_of_future
from ftzlib.text.tokens import Tokens

STAMP = 16  # words of a line that may be nothing but a time stamp


def infer_published(tokens: Tokens) -> dt.date | None:
    """Return the day of publication that the text itself implies, or None.

    In this order: a dateline or a stamp with a full date; a numbered edition of a known event
    (``data/reference/expos.csv``) whose opening the text puts on the weekday on which it was, or which it calls
    under way; the last full date that agrees with the weekday beside it, if no other weekday is named.
    """
    stamped, agreeing = _full_dates(tokens)
    if stamped:
        return max(stamped)
    day = _from_event(tokens)
    if day or not agreeing:
        return day
    latest = max(agreeing)
    named = {calendar()["weekdays"][tokens.words[at]] for at in _weekdays(tokens)}
    return latest if named == {latest.isoweekday()} else None


def _full_dates(tokens: Tokens) -> tuple[list[dt.date], list[dt.date]]:
    """Days given with their year: in datelines and stamps, and beside a weekday that fits."""
    stamped: list[dt.date] = []
    agreeing: list[dt.date] = []
    grammar = compiled()[0]
    if grammar.letters["year"] not in grammar.tag(tokens):
        return stamped, agreeing
    for rule, here in expressions(tokens, Context(None)):
        whole = rule in ("weekday and date", "ISO date", "date") and "year" in here.parts
        value = date_of(here, rule, Context(None)).value if whole else None
        if value and _is_stamp(here):
            stamped.append(dt.date.fromisoformat(value))
        elif value and "weekday" in here.parts and not speaks_of_future(here):
            day = dt.date.fromisoformat(value)
            agreeing += [day] if day.isoweekday() == calendar()["weekdays"][here.parts["weekday"]] else []
    return stamped, agreeing


def _is_stamp(here: Match) -> bool:
    """*Updated: 2021-08-29*, *Xinhua | 2021-08-29 10:30*, a dateline: the day that the text itself is from."""
    start, stop = here.bounds
    sentence = here.tokens.sentences[here.tokens.sentence_at(here.first)]
    if sentence.kind == "dateline" or here.tokens.words[start] in word_set("stamps"):
        return True
    if stop - start > STAMP:
        return False
    words, shapes = here.tokens.words[start:stop], here.tokens.shapes[start:stop]
    months = calendar()["months"]
    return all(
        shape != "a" or word in word_set("stamp_words") or word in months
        for word, shape in zip(words, shapes, strict=True)
    )


def _from_event(tokens: Tokens) -> dt.date | None:
    text = " ".join(tokens.text.lower().split())
    if not any(name in text for name in _known_events()):
        return None
    text = " ".join(tokens.words)
    told = [row for name, rows in _known_events().items() for row in _editions(text, name, rows)]
    return _last_day_told(tokens, text, max(told, key=lambda row: row["opening"])) if told else None


@cache
def _known_events() -> Mapping[str, Sequence[Mapping[str, str]]]:
    """The editions of each known event, by each of its names."""
    known: dict[str, list[Mapping[str, str]]] = {}
    for row in reference.rows("expos"):
        for name in filter(None, (row["event"], *row["aliases"].split("|"))):
            known.setdefault(name.lower(), []).append(row)
    return known


def _editions(text: str, name: str, rows: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Return the editions that `text` names: *third* or *3rd* before the event's name."""
    ordinals = {word: str(number) for number, word in enumerate(calendar()["editions"], 1)}
    found, at = [], text.find(name)
    while at >= 0:
        words = text[max(0, at - 24) : at].split()
        number = (
            words[-2] if words[-1:] and words[-1] in word_set("suffix") else ordinals.get(words[-1] if words else "")
        )
        found += [row for row in rows if row["edition"] == number]
        at = text.find(name, at + 1)
    return found


def _weekdays(tokens: Tokens) -> list[int]:
    """Where the text names a weekday that is counted from its own day."""
    weekdays = calendar()["weekdays"]
    return [
        at
        for at, word in enumerate(tokens.words)
        if word in weekdays
        and tokens.words[at - 1] not in ("last", "next", "every", "each")
        and tokens.words[at + 1] not in ("last", "next")
        and not speaks_of_future(Match(tokens, at, at + 1, {}))
    ]


def _last_day_told(tokens: Tokens, text: str, row: Mapping[str, str]) -> dt.date | None:
    """Count the weekdays that the text names from the opening, if it puts the opening on the right one."""
    ceremony, opening, last = (dt.date.fromisoformat(row[day]) for day in ("opening", "first_day", "last_day"))
    named = [(at, calendar()["weekdays"][tokens.words[at]]) for at in _weekdays(tokens)]
    if last.isoweekday() in {day for at, day in named if _tells_of(word_set("closing"), tokens, at, row)}:
        return last
    openings = {day for at, day in named if _tells_of(word_set("opening"), tokens, at, row)}
    under_way = any(phrase in text for phrase in word_set("under_way"))
    if ceremony.isoweekday() in openings or not openings:
        opening = ceremony  # some editions are opened on the eve of their first day
    if opening.isoweekday() not in openings and (openings or not under_way):
        return None
    days = [(day - opening.isoweekday()) % 7 for _, day in named]
    told = [day for day in days if day <= (last - opening).days]
    return opening + dt.timedelta(days=max(told)) if told else None


def _tells_of(verbs: frozenset[str], tokens: Tokens, at: int, row: Mapping[str, str]) -> bool:
    """*the opening ceremony of the import expo on [Wednesday]*, *the expo, which closed on [Friday]*."""
    words = tokens.words[tokens.bounds(tokens.sentence_at(at))[0] : at]
    names = {row["event"].lower().split()[-1], *row["aliases"].lower().split("|")}
    return not verbs.isdisjoint(words) and not names.isdisjoint(words)
