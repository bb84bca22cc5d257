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

STAMP = 30  # words of a line that may be nothing but a time stamp
OUTLET = 4  # words of an outlet or a place that may stand before a bare day
LEAST_PROSE = 5  # words of a sentence; the first one ends the head of a text


def infer_published(tokens: Tokens) -> dt.date | None:
    """Return the day of publication that the text itself implies, or None.

    In this order: a line that says so, a dateline or a line of outlet and day at the head of the text, each with a
    full date; a numbered edition of a known event (``data/reference/expos.csv``) whose opening the text puts on the
    weekday on which it was, or which it calls under way; the last full date that agrees with the weekday beside it,
    if no other weekday is named.
    """
    stamps, agreeing = _full_dates(tokens)
    for kind in KINDS:
        if days := {day for found, day in stamps if found == kind}:
            return days.pop() if len(days) == 1 else None
    day = _from_event(tokens)
    if day or not agreeing:
        return day
    latest = max(agreeing)
    named = {calendar()["weekdays"][tokens.words[at]] for at in _weekdays(tokens)}
    return latest if named == {latest.isoweekday()} else None


def _full_dates(tokens: Tokens) -> tuple[list[tuple[str, dt.date]], list[dt.date]]:
    """Days given with their year: stamps of the text, with their kind, and those beside a weekday that fits."""
    stamps: list[tuple[str, dt.date]] = []
    agreeing: list[dt.date] = []
    grammar = compiled()[0]
    if grammar.letters["year"] not in grammar.tag(tokens):
        return stamps, agreeing
    head = _head(tokens)
    for rule, here in expressions(tokens, Context(None)):
        whole = rule in WHOLE and "year" in here.parts
        value = date_of(here, rule, Context(None)).value if whole else None
        if not value:
            continue
        day = dt.date.fromisoformat(value)
        if kind := _stamp(here, in_head=here.first < head):
            stamps.append((kind, day))
        elif "weekday" in here.parts and not speaks_of_future(here):
            agreeing += [day] if day.isoweekday() == calendar()["weekdays"][here.parts["weekday"]] else []
    return stamps, agreeing


#: Rules whose match is a day with its year.
WHOLE = frozenset({"weekday and date", "ISO date", "date", "day in digits", "day with points"})
#: How a text gives its own day, the surest first.
KINDS = ("said at the head", "dateline", "outlet", "changed", "said")


def _head(tokens: Tokens) -> int:
    """Return the token at which prose begins: the first sentence with a stop."""
    for number in range(len(tokens.sentences)):
        first, last = tokens.bounds(number)
        if last - first > LEAST_PROSE and tokens.words[last - 1] in word_set("prose_ends"):
            return first
    return len(tokens)


def _stamp(here: Match, *, in_head: bool) -> str | None:
    """Tell how a full date stamps the text: *Published: 2021-08-29*, a dateline, *China Daily | May 3, 2024*."""
    if _is_dateline(here):
        return "dateline"
    if not _is_line_of_names(here):
        return None
    start, stop = here.bounds
    words = here.tokens.words
    label = next((at for at in range(here.first - 1, start - 1, -1) if here.tokens.shapes[at] in "aA"), -1)
    label = next((at for at in range(label, start - 1, -1) if words[at] not in word_set("stamp_prepositions")), -1)
    word, before = (words[label] if label >= 0 else ""), (words[label - 1] if label > start else "")
    if not word_set("no_stamps").isdisjoint(words[start:stop]) or (word == "updated" and before == "last"):
        return None
    if word in word_set("changes"):
        return "changed"
    if word in word_set("stamps"):
        return "said at the head" if in_head else "said"
    if word in word_set("labels"):
        return "said at the head" if in_head and (not before or before in word_set("stamps")) else None
    return "outlet" if in_head and _is_outlet(here) else None


def _is_dateline(here: Match) -> bool:
    """*DALIAN, May 3, 2024 (Xinhua) --*: a place before a full date, and a dash before prose."""
    start, stop = here.bounds
    tokens = here.tokens
    if tokens.sentences[tokens.sentence_at(here.first)].kind == "dateline":
        return True
    opening = tokens.shapes[start : here.first]
    if "A" not in opening or "a" in opening or len(opening) > STAMP // 2:
        return False
    at = here.last
    if tokens.words[at] in word_set("brackets"):
        closed = (n + 1 for n in range(at + 1, min(stop, at + STAMP // 2)) if tokens.words[n] in word_set("brackets"))
        at = next(closed, at)
    bracketed = tokens.words[start] == "(" and tokens.words[here.last] == ")"
    return (bracketed or tokens.words[at] in word_set("dashes")) and stop - at > LEAST_PROSE


def _is_line_of_names(here: Match) -> bool:
    """Tell whether a line has nothing but names, figures, addresses and the words of a stamp."""
    start, stop = here.bounds
    tokens = here.tokens
    months = calendar()["months"]
    return stop - start <= STAMP and all(
        tokens.shapes[at] != "a"
        or tokens.words[at] in word_set("stamp_words")
        or tokens.words[at] in months
        or (tokens.words[at + 1] == "." and tokens.joined(at + 1) and tokens.joined(at + 2))  # chinadaily.com.cn
        or (tokens.words[at - 1] == "." and tokens.joined(at) and tokens.joined(at - 1))
        for at in range(start, stop)
    )


def _is_outlet(here: Match) -> bool:
    """*China Daily | May 3, 2024*, *(Xinhua) 10:30, May 3, 2024*, *Dalian, May 3, 2024*; no headline with a day."""
    start, stop = here.bounds
    tokens = here.tokens
    around = [at for at in range(start, stop) if not here.first <= at < here.last]
    names = sum(tokens.shapes[at] == "A" for at in around)
    clock = any(tokens.words[at] == ":" and tokens.shapes[at + 1] == "0" for at in around)
    signs = {tokens.words[at] for at in (here.first - 1, here.last) if at in around and tokens.shapes[at] == "."}
    apart = clock or "|" in signs or tokens.words[start] in word_set("bylines")
    return not names or apart or (bool(signs) and names <= OUTLET)


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
