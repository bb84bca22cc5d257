"""The rows that a person should look at, one by one: as a table, or at the terminal.

Finds     the doubtful ones first (`ftzlib.facts.doubt`), each with its sentence and its reading in words.
Leaves    what is done with an answer to `ftzlib.facts.by_hand`, which writes each at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ftzlib.facts.by_hand import as_read, file_of, put_right, take_back, where
from ftzlib.facts.corrections import FOLLOWED, Correction, places
from ftzlib.facts.doubt import doubts
from ftzlib.facts.fixes import CorrectionError, Fix, checked, refuse_zone
from ftzlib.facts.listing import plain, wrapped
from ftzlib.facts.records import ASKED, REQUIRED, STATED, meanings
from ftzlib.facts.tables import Facts
from ftzlib.text.document import need

if TYPE_CHECKING:
    import pandas as pd

WHY = "? why a row may be wrong, and how many of the rows like it were, of those that people have checked"
LIKELY = "0.00 to 1.00: how likely a field of the row is wrong; rows that disagree with something stand first"
FEWEST = 15  # of the doubtful rows that are listed, where there are so many
Row = Mapping[str, Any]
_REVIEWED = ["id", "table", "quote", "reading", "doubt", "reasons", "sentence"]
ANSWERS = {"r": "right", "w": "wrong", "d": "drop", "a": "add", "s": "skip", "b": "back", "q": "quit"}
_KEYS = "[r]ight [w]rong [d]rop [a]dd a row [s]kip [b]ack [q]uit"
_END = "every row was looked at: [a]dd a row [b]ack [q]uit"


def review(facts: Facts) -> pd.DataFrame:
    """Return the rows that nobody has looked at yet: those that disagree with something, then the most doubtful.

    Returns
    -------
    DataFrame
        Index ``id``; ``table``, ``quote``, ``reading`` (what the rules say of it, in words), ``doubt`` (0 to 1),
        ``reasons`` (what a finding asks; what else may be wrong, and of how many such rows it was, of those that
        people have checked) and ``sentence``.

    Examples
    --------
    >>> import ftzlib as ftz
    >>> review(ftz.parse("The zone has 40 firms.")).loc["m1", "reading"]
    '40 · firms · reported'
    """
    import pandas as pd

    rows = [row | {"reasons": "; ".join(row["reasons"])} for row in listed(facts)]
    return pd.DataFrame(rows, columns=_REVIEWED).set_index("id")


def listed(facts: Facts, table: str | None = None) -> list[dict[str, Any]]:
    """Return the rows of `review`, or those of one table, as dicts with a tuple of reasons, made without pandas."""
    rows = {
        record.id: row | {"reading": facts.in_words(record)}
        for stated in STATED
        for row, record in zip(facts.wide_rows(stated), facts.records[stated], strict=True)
    }
    asked = (one for one in doubts(facts) if table in (None, one.table))
    return [{**rows[one.id], **one._asdict(), "doubt": one.share} for one in asked]


def doubtful(facts: Facts) -> str:
    """Return the first rows of `review` as lines: those down to the last that is more doubtful than the average row."""
    rows = listed(facts)
    if not rows:
        return "every row has been checked"
    usual = sum(row["doubt"] for row in rows) / len(rows)
    first = max(FEWEST, *(n for n, row in enumerate(rows, 1) if row["doubt"] >= usual))
    lines = [LIKELY, WHY, *(_shown(facts, row) for row in rows[:first])]
    if (more := len(rows) - first) > 0:
        lines.append(f"and {more:,} less doubtful ones; ftz review asks about all")
    return "\n".join(lines)


def _shown(facts: Facts, row: Row) -> str:
    """Return a row as it is asked about: its reading, the doubts, and its sentence with its words in brackets."""
    text, start, end = facts.document.text, row["start"], row["end"]
    head = f"{row['doubt']:.2f}  {row['table']} {row['id']}  "
    lines = [wrapped(f"{row['quote']}: {row['reading']}", head, "    ")]
    lines += [wrapped(f"? {reason}", "      ") for reason in row["reasons"]]
    first, last = facts.sentence(start)
    sentence = f"{text[first:start]}[{text[start:end]}]{text[end:last]}"
    return "\n".join([*lines, wrapped(sentence, "      ", "      ")])


def at_terminal(facts: Facts, by: str | None = None, table: str | None = None) -> Facts:
    """Ask at the terminal about each row, or each of one table, that nobody has looked at; return the facts then.

    Each answer, whose it is said to be `by`, is written to the file of fixes at once.
    """
    need("review", "prompt_toolkit")
    file_of(facts)
    print(f"type a letter, then Enter; each answer is written to {facts.document.fixes_file} at once\n{LIKELY}\n{WHY}")
    steps: list[Fix | tuple[str, int]] = []  # what was answered, and which rows were skipped
    while True:
        left = [row for row in listed(facts, table) if (row["table"], row["start"]) not in steps]
        asked = left[0] if left else None
        if asked:
            empty = [name for name in ASKED[asked["table"]] if asked[name] in (None, ())]
            print(f"\n{_shown(facts, asked)}\n{wrapped(', '.join(empty) or 'nothing', '      empty: ')}")
        done = sum(isinstance(step, tuple) or step.action != "add" for step in steps)
        question = f"row {done + 1} of {done + len(left)}: {_KEYS}" if asked else _END
        keys = ANSWERS if asked else {key: ANSWERS[key] for key in "abq"}
        answer = _asked(question, [*keys, *keys.values()])
        answer = ANSWERS.get(answer, answer)
        if answer == "quit":
            return facts
        try:
            facts = _answered(facts, asked, answer, steps, by)
        except CorrectionError as problem:
            print(f"  {plain(problem)}")


def _answered(facts: Facts, asked: Row | None, answer: str, steps: list[Any], by: str | None) -> Facts:
    """Do what an answer says, and note it as a step that can be taken back."""
    if answer == "back":
        if not steps:
            raise CorrectionError("nothing was answered or skipped yet")
        last = steps.pop()
        return take_back(facts, last) if isinstance(last, Fix) else facts
    if answer == "skip" and asked:
        steps.append((asked["table"], asked["start"]))
    elif fix := _fix(facts, asked, answer, by):
        known, meant = len(facts.corrected), fix.action
        facts, fix = put_right(facts, fix)
        steps.append(fix)
        if fix.action != meant:
            print("  the rules read it so: kept as right")
        for made in facts.corrected[known:]:
            _tell(made)
    return facts


def _tell(made: Correction) -> None:
    """Say what a correction has made of a row, or of one that was a part of it."""
    if made.field or made.action == "add":
        was = f"{made.field} {made.stands or 'empty'}, was {made.read or 'empty'}" if made.field else made.stands
        why = f" ({made.why}; it will be asked about again)" if made.state == FOLLOWED else ""
        print(wrapped(f"“{made.quote}”: {was}{why}", "  "))


def _fix(facts: Facts, asked: Row | None, answer: str, by: str | None) -> Fix | None:
    """Return what an answer says of the row that was asked about; None where it comes to nothing."""
    if answer == "add" or asked is None:
        return _added(facts, by)
    fix = Fix(action="drop", **where(facts, asked["table"], asked), by=by)
    if answer == "right":
        return replace(fix, action="keep", given=as_read(facts, asked["table"], asked))
    if answer == "wrong":
        given = _fields(facts, asked["table"])
        return replace(fix, action="set", given=given) if given else None
    return fix


def _added(facts: Facts, by: str | None) -> Fix | None:
    text = facts.document.text
    while (quote := _asked("its words, as they stand in the text, empty to go back")) and not places(quote, text):
        print("  the text has no such words; write them as they stand there, to the sign")
    if not quote:
        return None
    table = _asked(f"which table ({', '.join(STATED)})", STATED)
    nth = _nth(facts, quote)
    span = places(quote, text)[(nth or 1) - 1]
    beside = (row.span for row in facts.records[table] if row.span.meets(span) and row.span != span)
    if other := next(beside, None):
        print(f"  “{plain(other.of(text))}” there is a row of {table}: give its words to change it, or drop it first")
        return None
    needed = [name for name in REQUIRED[table] if name not in ("name", "list")]
    given = {name: value for of in needed for name, value in _value(facts, table, of).items()}
    return Fix(action="add", table=table, quote=quote, nth=nth, given={**given, **_fields(facts, table)}, by=by)


def _nth(facts: Facts, quote: str) -> int | None:
    text, spans = facts.document.text, places(quote, facts.document.text)
    if len(spans) < 2:
        return None
    for n, span in enumerate(spans, 1):
        around = f"{text[max(span.start - 30, 0) : span.start]}[{quote}]{text[span.end : span.end + 30]}"
        print(f"  {n}: {plain(around)}")
    return int(_asked("which of these places", [str(n + 1) for n in range(len(spans))]))


def _fields(facts: Facts, table: str) -> dict[str, Any]:
    """Ask for fields, one by one, until that is all."""
    given: dict[str, Any] = {}
    print(f"  fields: {', '.join(ASKED[table])}")
    while name := _asked("  which field, empty if that is all", ["", *ASKED[table]]):
        given |= _value(facts, table, name)
    return given


def _value(facts: Facts, table: str, name: str) -> dict[str, Any]:
    """Ask for what a field is to say until it may say so."""
    about = meanings()[table][name]
    known, others = about.get("values", ()), (one.split(".") for one in about.get("others", ()))
    elsewhere = [row[field] for of, field in others for row in facts.rows(of) if row[field]]
    shown_as = {plain(one): one for one in known or elsewhere}
    candidates, empty = list(shown_as), "" if name in REQUIRED[table] else ", empty for none"
    for one in candidates:
        print(f"    {one}")
    while True:
        typed = _asked(f"  {name}{empty}", ["", *known] if known else (), candidates)
        if typed and name in ("zone", "part_of"):
            typed = _picked(typed, candidates) or typed
        typed = shown_as.get(typed, typed)
        given: dict[str, Any] = {name: typed}
        if name == "participants":
            given[name] = [one.strip() for one in typed.split(";") if one.strip()]
        elif (table, name) == ("metrics", "value"):
            with suppress(ValueError):
                given[name] = float(typed.replace(",", ""))
        try:
            checked(Fix(action="set", table=table, quote="-", given=given))
            if typed and name == "zone":
                refuse_zone(name, typed, candidates)
            if typed and name == "part_of" and typed not in elsewhere:
                raise CorrectionError(f"no row of metrics is “{typed}”; write the words of one, or add it first")
        except CorrectionError as problem:
            print(f"  {plain(problem)}")
            continue
        nth = _nth(facts, typed) if typed and name == "part_of" else None
        return given | ({"part_of_nth": nth} if nth else {})


def _picked(typed: str, among: Sequence[str]) -> str | None:
    """Return the one that was typed, in large letters or small, or the only one that has what was typed in it."""
    lower = typed.casefold()
    exact = [one for one in among if one.casefold() == lower]
    found = exact or [one for one in among if lower in one.casefold()]
    return found[0] if len(found) == 1 else None


def _asked(question: str, among: Sequence[str] = (), candidates: Sequence[str] = ()) -> str:
    """Ask until the answer is one of `among`, or anything where that is empty; candidates are offered on tab."""
    from prompt_toolkit import prompt
    from prompt_toolkit.completion import WordCompleter

    words = [one for one in among or candidates if one]
    offered = WordCompleter(words, sentence=True, ignore_case=True, match_middle=True)
    while True:
        typed = prompt(f"{question}: ", completer=offered, reserve_space_for_menu=4).strip()
        if not among:
            return typed
        if (picked := _picked(typed, among)) is not None:
            return picked
        print(f"  write one of {', '.join(filter(None, among))}")
