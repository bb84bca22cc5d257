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
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ftzlib.facts.corrections import placed, places
from ftzlib.facts.fixes import Fix, checked, is_number
from ftzlib.facts.reading import Reading
from ftzlib.facts.records import ASKED, COLUMNS, STATED, TABLES, meanings
from ftzlib.text import files
from ftzlib.text.document import Document, DocumentError

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
ALIKE = 0.5  # of the words of two phrases must be the same, and of the characters of two clauses
#: How much of the shorter one two quotes must share, where more than nothing will not do; names may stand anywhere.
SHARED = {"people": -math.inf, "zones": -math.inf, "statements": ALIKE, "commitments": ALIKE}
_ARTICLES = {"the", "a", "an", "of", "and"}


def _columns(use: str) -> dict[str, dict[str, str]]:
    about = {table: meanings()[table].items() for table in STATED}
    found = {table: {name: column[use] for name, column in told if use in column} for table, told in about.items()}
    return {table: columns for table, columns in found.items() if columns}


#: By what a row is known, besides its words; what must be right of one that was found; how: exactly, or in most words.
KNOWN_BY, JUDGED = _columns("known"), _columns("judged")


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
    gold: dict[str, list[Row]] = {}
    left = []
    for table in STATED:
        rows = _rows(facts, table)
        if open_ := sum(row["id"] not in looked_at for row in rows):
            left.append(f"{table} ({open_} of {len(rows)})")
        else:
            text, names = facts.document.text, ASKED[table]
            gold[table] = [placed(row["quote"], row["start"], text) | {n: row[n] for n in names} for row in rows]
    return {table: rows for table, rows in gold.items() if rows or not left}, left


def save(gold: Mapping[str, list[Row]], path: Path) -> None:
    """Write gold to a file, a row a line; a file that holds anything else is left alone, which is a DocumentError."""
    if path.is_file():
        try:
            load(path)
        except DocumentError:
            raise DocumentError(f"{path}: is no gold and would be lost; name another file with --out") from None
    told = {
        table: ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows) for table, rows in gold.items()
    }
    tables = ",\n".join(f' "{table}": [\n{rows}\n ]' for table, rows in told.items())
    path.write_text(f"{{\n{tables}\n}}\n", encoding="utf-8")


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
        left = _rows(facts, table)
        for answer in wanted:
            meant = answer if table == "findings" else _placed(answer, facts.document)
            near = [row for row in left if _is_meant(table, meant, row)]
            if not near:
                yield Judged(table, meant, None)
                continue
            best = min(near, key=lambda row: len(_wrong(table, meant, row)))
            left.remove(best)
            yield Judged(table, meant, best, _wrong(table, meant, best))
        yield from (Judged(table, None, row) for row in left)


def score(judged: Iterable[Judged]) -> pd.DataFrame:
    """Return how well each table was read.

    Returns
    -------
    DataFrame
        One row a table: how many rows the ``gold`` has and how many were ``read``, the ``f1`` of those found, that of
        those with every field right (``strict``), and the share of the fields' values that are wrong (``false``); an
        empty field says nothing.
    """
    import pandas as pd

    counted = pd.DataFrame(map(_counted, judged), columns=["table", "gold", "read", "hit", "right", "said", "false"])
    sums = counted.groupby("table", sort=False).sum()
    rows = sums["gold"] + sums["read"]
    f1, strict = 2 * sums["hit"] / rows, 2 * sums["right"] / rows
    return sums[["gold", "read"]].assign(f1=f1, strict=strict, false=(sums["false"] / sums["said"]).fillna(0))


def _counted(one: Judged) -> tuple[Any, ...]:
    gold, row = one.gold or {}, one.row or {}
    said = [name for name in JUDGED.get(one.table, ()) if name in gold and row.get(name) is not None]
    hit, false = bool(gold and row), sum(name in one.wrong for name in said)
    return one.table, bool(gold), bool(row), hit, hit and not one.wrong, len(said), false


def _rows(facts: Reading, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table as gold has them: `part_of` is the value of the whole."""
    rows = facts.rows(table)
    if table != "metrics":
        return rows
    values = {row["id"]: row["value"] for row in rows}
    return [row | {"part_of": values.get(row["part_of"])} for row in rows]


def _placed(answer: Row, document: Document) -> Row:
    spans, nth = places(answer["quote"], document.text), answer.get("nth", 1)
    if not 0 < nth <= len(spans):
        stands = f"“{answer['quote']}” stands {len(spans)} times in the text, and {nth} is asked for"
        raise DocumentError(f"{document.id}.json: {stands}; write the words as they stand there")
    return {**answer, "start": spans[nth - 1].start, "end": spans[nth - 1].end}


def _wrong(table: str, gold: Row, row: Row) -> tuple[str, ...]:
    judged = JUDGED.get(table, {}).items()
    return tuple(name for name, how in judged if name in gold and not _agrees(how, gold[name], row[name]))


def _agrees(how: str, wanted: Any, read: Any) -> bool:
    if how == "words":
        return (wanted is None) == (read is None) and alike(wanted, read)
    if isinstance(wanted, str) and isinstance(read, str):
        return wanted.casefold() == read.casefold()
    return wanted is read if wanted is None or read is None else math.isclose(wanted, read)


def alike(one: str | None, other: str | None) -> bool:
    """Tell whether two phrases have most of their words in common; a plural is the same word, an article is none."""
    a, b = _words(one), _words(other)
    return a == b or (bool(a and b) and len(a & b) / len(a | b) >= ALIKE)


def _words(phrase: str | None) -> set[str]:
    found = re.findall(r"[a-z0-9&]+", (phrase or "").lower().replace("centre", "center"))
    return {re.sub(r"(?<=[a-z]{3})s$", "", word) for word in found} - _ARTICLES


def _is_meant(table: str, gold: Row, row: Row) -> bool:
    """Tell whether a row is the one that the gold means, its other fields aside: the same things at the same words."""
    if table == "findings":
        return bool(gold["code"] == row["code"])
    known = KNOWN_BY.get(table, {}).items()
    same = all(_agrees(how, gold[name], row[name]) for name, how in known)
    return same and _shared(gold, row) > SHARED.get(table, 0)


def _shared(gold: Row, row: Row) -> float:
    """Return how much of the shorter one two spans share."""
    shared = min(gold["end"], row["end"]) - max(gold["start"], row["start"])
    return float(shared / max(1, min(gold["end"] - gold["start"], row["end"] - row["start"])))
