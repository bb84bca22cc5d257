"""Gold, what a text states as people have found it, and how far what the rules read agrees with it.

Finds     for every row of the gold the row that was read for it, and the fields in which the two disagree; from a
          document whose rows a person has looked through, its gold.
Leaves    a table or a field that the gold leaves out: it is open, and nothing is said about it.
Example   {"metrics": [{"quote": "96", "value": 96, "unit": "count", "part_of": 106}]}
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ftzlib.facts.corrections import placed, places
from ftzlib.facts.fixes import Fix, checked, is_number
from ftzlib.facts.reading import Reading
from ftzlib.facts.records import COLUMNS, STATED, TABLES, meanings
from ftzlib.text import files
from ftzlib.text.document import Document, DocumentError

Row = Mapping[str, Any]
ALIKE = 0.5  # of the words of two phrases must be the same
_ARTICLES = {"the", "a", "an", "of", "and"}


def _judged(*how: str) -> dict[str, list[str]]:
    about = {table: meanings()[table].items() for table in STATED}
    found = {table: [name for name, column in told if column.get("judged") in how] for table, told in about.items()}
    return {table: names for table, names in found.items() if names}


#: By what a row is known, besides its words; what must be right of one that was found, some of it in most words alone.
KNOWN_BY, JUDGED = _judged("known"), _judged("exact", "words")


class Judged(NamedTuple):
    """A row of the gold with the row that was read for it; `gold` or `row` is None where there is none."""

    table: str
    gold: Row | None
    row: Row | None
    wrong: tuple[str, ...] = ()

    @property
    def missed(self) -> bool:
        """Whether the two disagree in anything."""
        return self.gold is None or self.row is None or bool(self.wrong)

    @property
    def said_wrong(self) -> int:
        """How many fields say something that is wrong, and are not just empty."""
        return sum(self.row is not None and self.row[name] is not None for name in self.wrong)


class Score(NamedTuple):
    """How well a table was read."""

    wanted: int  # rows of the gold
    found: int  # rows read
    hit: int  # of the gold, that were read
    f1: float
    strict_f1: float  # of rows with every field right
    false_said: float  # share of the fields' values that are wrong; an empty field says nothing


def load(path: Path) -> dict[str, list[Row]]:
    """Read a file of gold; one that holds something else is a DocumentError."""
    try:
        told = json.loads(files.held(path) or b"null")
        if not isinstance(told, dict) or not all(isinstance(rows, list) for rows in told.values()):
            raise ValueError("a mapping of tables to lists of rows is wanted")
        if unknown := told.keys() - TABLES.keys():
            raise ValueError(f"there is no table {min(unknown)}")
        for table, rows in told.items():
            for row in rows:
                _refuse_row(table, row)
    except (ValueError, RecursionError) as problem:
        raise DocumentError(f"{path}: no gold ({problem}); write it as `ftz gold` does") from None
    return told


def is_ours(path: Path) -> bool:
    """Tell whether a file holds gold, so that gold may take its place."""
    try:
        load(path)
    except DocumentError:
        return False
    return True


def _refuse_row(table: str, row: Any) -> None:
    own = row if isinstance(row, dict) else {}
    if table == "findings":
        if not isinstance(own.get("code"), str):
            raise ValueError("a row of findings has no code")
        return
    if lacking := [name for name in KNOWN_BY.get(table, ()) if name not in own]:
        raise ValueError(f"a row of {table} has no {lacking[0]}")
    if not (own.get("part_of") is None or is_number(own["part_of"])):
        raise ValueError(f"part_of of a row of {table} is {own['part_of']!r:.40}; the value of the whole is wanted")
    given = {name: own[name] for name in own.keys() & COLUMNS[table] if name != "part_of"}
    checked(Fix(action="keep", table=table, quote=own.get("quote", ""), nth=own.get("nth"), given=given))


def made(facts: Reading) -> tuple[dict[str, list[Row]], list[str]]:
    """Return the gold that a person's checks and corrections make, and what is not gold yet.

    A table is gold when each of its rows was checked, corrected or added; one without rows, when all others are. Of
    each table that is left out it is said how many of its rows nobody has looked at.
    """
    looked_at = facts.looked_at
    gold, left = {}, []
    for table in STATED:
        rows = facts.rows(table)
        if open_ := sum(row["id"] not in looked_at for row in rows):
            left.append(f"{table} ({open_} of {len(rows)})")
        else:
            values = {row["id"]: row.get("value") for row in rows}
            gold[table] = [_as_gold(table, row, values, facts.document.text) for row in rows]
    return {table: rows for table, rows in gold.items() if rows or not left}, left


def written(gold: Mapping[str, list[Row]]) -> str:
    """Return gold as a file, a row a line."""
    tables = [
        f" {json.dumps(table)}: [\n"
        + ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
        + ("\n ]" if rows else " ]")
        for table, rows in gold.items()
    ]
    return "{\n" + ",\n".join(tables) + "\n}\n"


def missed(name: str, one: Judged) -> str:
    """Return in a line what is wrong with a row of the article of that name."""
    said = one.gold or one.row or {}
    words = said.get("quote") or said.get("code")
    if one.gold is None or one.row is None:
        return f"{name}: {one.table}: “{words}” {'is not in the gold' if one.gold is None else 'was not read'}"
    fields = "; ".join(f"{name} is {one.row[name]!r}, not {one.gold[name]!r}" for name in one.wrong)
    return f"{name}: {one.table}: “{words}”: {fields}"


def judge(facts: Reading, gold: Mapping[str, list[Row]]) -> Iterator[Judged]:
    """Compare what was read with the gold, row by row; words of it that the text has not are a DocumentError."""
    for table, wanted in gold.items():
        left = facts.rows(table)
        if table == "metrics":
            values = {row["id"]: row["value"] for row in left}
            left = [row | {"part_of": values.get(row["part_of"])} for row in left]
        for answer in wanted:
            meant = answer if table == "findings" else _placed(answer, facts.document)
            near = [row for row in left if SAME.get(table, _beside)(meant, row)]
            if not near:
                yield Judged(table, meant, None)
                continue
            best = min(near, key=lambda row: len(_wrong(table, meant, row)))
            left.remove(best)
            yield Judged(table, meant, best, _wrong(table, meant, best))
        yield from (Judged(table, None, row) for row in left)


def score(judged: Iterable[Judged]) -> dict[str, Score]:
    """Return how well each table was read."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for one in judged:
        n, hit = tally[one.table], one.gold is not None and one.row is not None
        n.update(wanted=one.gold is not None, found=one.row is not None, hit=hit, strict=hit and not one.wrong)
        if one.gold and one.row:
            n["said"] += sum(one.row[name] is not None for name in JUDGED.get(one.table, ()) if name in one.gold)
            n["false"] += one.said_wrong
    return {table: _score(n) for table, n in tally.items()}


def _score(n: Counter[str]) -> Score:
    rows = n["wanted"] + n["found"]
    f1, strict = (2 * n[good] / rows if rows else 1.0 for good in ("hit", "strict"))
    return Score(n["wanted"], n["found"], n["hit"], f1, strict, n["false"] / n["said"] if n["said"] else 0.0)


def _as_gold(table: str, row: Row, values: Mapping[str, Any], text: str) -> Row:
    fields = {name: row[name] for name in COLUMNS[table] if name != "list"}
    if table == "metrics":
        fields["part_of"] = values.get(row["part_of"])
    return {**placed(row["quote"], row["start"], text), **fields}


def _placed(answer: Row, document: Document) -> Row:
    spans, nth = places(answer["quote"], document.text), answer.get("nth", 1)
    if not 0 < nth <= len(spans):
        stands = f"“{answer['quote']}” stands {len(spans)} times in the text, and {nth} is asked for"
        raise DocumentError(f"{document.id}.json: {stands}; write the words as they stand there")
    return {**answer, "start": spans[nth - 1].start, "end": spans[nth - 1].end}


def _wrong(table: str, gold: Row, row: Row) -> tuple[str, ...]:
    judged = [name for name in JUDGED.get(table, ()) if name in gold]
    return tuple(name for name in judged if not _agrees(meanings()[table][name]["judged"], gold[name], row[name]))


def _agrees(how: str, wanted: Any, read: Any) -> bool:
    if how == "words":
        return (wanted is None) == (read is None) and alike(wanted, read)
    if isinstance(wanted, str) and isinstance(read, str):
        return wanted.casefold() == read.casefold()
    return bool(wanted == read)


def alike(one: str | None, other: str | None, least: float = ALIKE) -> bool:
    """Tell whether two phrases have most of their words in common; a plural is the same word, an article is none."""
    a, b = _words(one), _words(other)
    return a == b or (bool(a and b) and len(a & b) / len(a | b) >= least)


def _words(phrase: str | None) -> set[str]:
    found = re.findall(r"[a-z0-9&]+", (phrase or "").lower().replace("centre", "center"))
    return {re.sub(r"(?<=[a-z]{3})s$", "", word) for word in found} - _ARTICLES


def _shared(gold: Row, row: Row) -> float:
    """Return how much of the shorter one two spans share."""
    shared = min(gold["end"], row["end"]) - max(gold["start"], row["start"])
    return float(shared / max(1, min(gold["end"] - gold["start"], row["end"] - row["start"])))


def _beside(gold: Row, row: Row) -> bool:
    return _shared(gold, row) >= ALIKE


def _named(gold: Row, row: Row) -> bool:
    return bool(gold["name"].casefold() == row["name"].casefold())


#: When a row is the one that the gold means, its other fields aside; else where the two share half of their words.
SAME: Mapping[str, Callable[[Row, Row], bool]] = {
    "findings": lambda gold, row: gold["code"] == row["code"],
    "zones": _named,
    "people": _named,
    "metrics": lambda gold, row: (
        _shared(gold, row) > 0 and gold["unit"] == row["unit"] and math.isclose(gold["value"], row["value"])
    ),
    "dates": lambda gold, row: _shared(gold, row) > 0 and all(gold[name] == row[name] for name in ("type", "value")),
    "sectors": lambda gold, row: _shared(gold, row) > 0 and alike(gold["name"], row["name"], 0.75),
    "events": lambda gold, row: _shared(gold, row) > 0 and gold["kind"] == row["kind"],
    "statements": lambda gold, row: _beside(gold, row) and alike(gold["speaker"], row["speaker"]),
}
