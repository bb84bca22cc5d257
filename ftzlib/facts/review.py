"""The rows that a person should look at, one by one: as a table, or at the terminal.

Finds     the doubtful ones first (`ftzlib.facts.doubt`), each with its sentence and its reading in words.
Leaves    what is done with an answer to `ftzlib.facts.by_hand`, which writes each at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ftzlib.facts.by_hand import as_read, put_right, where
from ftzlib.facts.corrections import places, spelt
from ftzlib.facts.doubt import Doubt, doubts
from ftzlib.facts.fixes import CorrectionError, Fix, allowed
from ftzlib.facts.listing import plain
from ftzlib.facts.records import COLUMNS, PREFIXES
from ftzlib.facts.tables import Facts
from ftzlib.text.document import need
from ftzlib.text.spans import Span

if TYPE_CHECKING:
    import pandas as pd

#: Values that a reading leaves out: what they say is plain without them.
PLAIN = (None, (), "count", "reported", "DATE")
#: What stands before a value in a reading.
BEFORE = {
    ("metrics", "part_of"): "part of ",
    ("metrics", "as_of"): "as of ",
    ("metrics", "speaker"): "said ",
    ("statements", "speaker"): "said ",
}
#: Fields whose values others of the text's rows have: from which tables, and which of their fields.
ELSEWHERE = {
    "zone": [("zones", "name")],
    "speaker": [("people", "name"), ("statements", "speaker")],
    "actor": [("people", "name"), ("commitments", "actor")],
    "as_of": [("dates", "value")],
    "date": [("dates", "value")],
    "part_of": [("metrics", "quote")],
    "indicator": [("metrics", "indicator")],
    "unit": [("metrics", "unit")],
}
_REVIEWED = ["id", "table", "quote", "reading", "doubt", "reasons", "sentence"]
ANSWERS = {"r": "right", "w": "wrong", "d": "drop", "a": "add", "s": "skip", "q": "quit"}


def review(facts: Facts) -> pd.DataFrame:
    """Return the rows that nobody has looked at yet, the most doubtful first.

    Returns
    -------
    DataFrame
        Index ``id``; ``table``, ``quote``, ``reading`` (what the rules say of it, in words), ``doubt`` (0 to 1),
        ``reasons`` and ``sentence``.

    Examples
    --------
    >>> import ftzlib as ftz
    >>> review(ftz.parse("The zone has 40 firms.")).loc["m1", "reading"]
    '40 · firms'
    """
    import pandas as pd

    return pd.DataFrame(listed(facts), columns=_REVIEWED).set_index("id")


def listed(facts: Facts) -> list[dict[str, Any]]:
    """Return the rows of `review` as dicts, made without pandas."""
    return [
        {
            "id": doubt.id,
            "table": doubt.table,
            "quote": row["quote"],
            "reading": in_words(facts, doubt.table, row),
            "doubt": doubt.share,
            "reasons": "; ".join(doubt.reasons),
            "sentence": row["sentence"],
        }
        for doubt, row in _rows(facts)
    ]


def in_words(facts: Facts, table: str, row: Mapping[str, Any]) -> str:
    """Return what the rules say of a row: *96 · pilot reform tasks · implemented · part of 106 ...*."""
    told = []
    for name in COLUMNS[table]:
        value = row[name]
        if value in PLAIN or name == "list":
            continue
        said = _quote(facts, value) if name == "part_of" else spelt(value)
        told.append(f"{BEFORE.get((table, name), '')}{said}")
    return " · ".join(told) or "as quoted"


def _quote(facts: Facts, id: str) -> str:
    return next((record.span.of(facts.document.text) for record in facts.records["metrics"] if record.id == id), id)


def at_terminal(facts: Facts, by: str | None = None) -> Facts:
    """Ask at the terminal about each row that nobody has looked at, and write each answer at once.

    Parameters
    ----------
    facts : Facts
        Of an article that was read from a file.
    by : str, optional
        Whose answers these are.

    Returns
    -------
    Facts
        With all answers; what was answered before an interruption stands in the file of fixes.
    """
    need("review", "prompt_toolkit")
    passed: set[tuple[str, int]] = set()
    while asked := next(((one, row) for one, row in _rows(facts) if (one.table, row["start"]) not in passed), None):
        doubt, row = asked
        print(_shown(facts, doubt, row))
        answer = _asked("[r]ight [w]rong [d]rop [a]dd a row [s]kip [q]uit", [*ANSWERS, *ANSWERS.values()])
        if answer in ("q", "quit"):
            break
        if answer in ("s", "skip"):
            passed.add((doubt.table, row["start"]))
            continue
        try:
            facts = put_right(facts, _fix(facts, doubt, row, ANSWERS.get(answer, answer), by))
        except CorrectionError as problem:
            print(f"  {plain(problem)}")
    return facts


def _rows(facts: Facts) -> Iterable[tuple[Doubt, Mapping[str, Any]]]:
    rows = {row["id"]: row for table in PREFIXES for row in facts.wide_rows(table)}
    return ((doubt, rows[doubt.id]) for doubt in doubts(facts))


def _shown(facts: Facts, doubt: Doubt, row: Mapping[str, Any]) -> str:
    """Return a row as it is asked about: in its sentence, its words in brackets, then its reading and the doubts."""
    text, start, end = facts.document.text, row["start"], row["end"]
    around = next((one.span for one in facts.sentences if one.span.start <= start < one.span.end), Span(start, end))
    told = plain(f"{text[around.start : start]}[{text[start:end]}]{text[end : around.end]}")
    reasons = "".join(f"\n  ? {plain(reason)}" for reason in doubt.reasons)
    return f"\n{told}\n  {doubt.table}: {plain(in_words(facts, doubt.table, row))}{reasons}"


def _fix(facts: Facts, doubt: Doubt, row: Mapping[str, Any], answer: str, by: str | None) -> Fix:
    place = where(facts, doubt.table, row)
    if answer == "drop":
        return Fix(action="drop", **place, by=by)
    if answer == "right":
        return Fix(action="keep", **place, given=as_read(facts, doubt.table, row), by=by)
    if answer == "add":
        return _added(facts, doubt.table, by)
    name = _asked(f"which field ({', '.join(COLUMNS[doubt.table])})", COLUMNS[doubt.table])
    value = _value(facts, doubt.table, name)
    return Fix(action="set", **place, given={name: value}, by=by)


def _added(facts: Facts, table: str, by: str | None) -> Fix:
    """Ask for a row of the same table that the rules did not read."""
    quote = _asked("its words, as they stand in the text", ())
    spans = places(quote, facts.document.text)
    nth = int(_asked(f"which of {len(spans)} places", [str(n + 1) for n in range(len(spans))])) if spans[1:] else None
    given = {name: _value(facts, table, name) for name in COLUMNS[table] if name not in ("list", "participants")}
    return Fix(action="add", table=table, quote=quote, nth=nth, given={k: v for k, v in given.items() if v}, by=by)


def _value(facts: Facts, table: str, name: str) -> Any:
    elsewhere = [row[field] for of, field in ELSEWHERE.get(name, ()) for row in facts.rows(of) if row[field]]
    candidates = allowed(table, name) or list(dict.fromkeys(map(plain, elsewhere)))
    shown = f" ({', '.join(candidates)})" if candidates else ""
    typed = _asked(f"{name}, empty for none{shown}", (), candidates)
    if (table, name) == ("metrics", "value"):
        try:
            return float(typed) if "." in typed else int(typed)
        except ValueError:
            return typed
    return typed


def _asked(question: str, among: Iterable[str], candidates: Iterable[str] = ()) -> str:
    """Ask until the answer is one of `among`, or anything where that is empty; candidates are offered on tab."""
    from prompt_toolkit import prompt
    from prompt_toolkit.completion import WordCompleter

    allowed_here = list(among)
    completer = WordCompleter([*allowed_here, *candidates], sentence=True)
    while True:
        typed = prompt(f"{question}: ", completer=completer).strip()
        if not allowed_here or typed in allowed_here:
            return typed
        print(f"  write one of {', '.join(allowed_here)}")
