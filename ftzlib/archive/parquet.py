"""Facts as Arrow tables, whose columns and types are the same whatever the rows hold.

Finds     the schema of each table in its record (`ftzlib.facts.records`): text is ``string``, offsets are ``int64``, a
          tuple is a ``list<string>``, what may be None may be null. `document`, the SHA-256 of what an article was read
          from, stands first and ties the tables together.
Leaves    whether a `value` was written as a whole number: all are ``double``, as one column needs one type; whole
          numbers are exact up to 2 to the power of 53.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

import pyarrow as pa

from ftzlib.facts.export import SCHEMA, headline
from ftzlib.facts.records import COLUMNS, TABLES
from ftzlib.facts.tables import Facts

_TYPES: dict[Any, pa.DataType] = {
    str: pa.string(),
    int | float: pa.float64(),
    tuple[str, ...]: pa.list_(pa.string()),
}
_PLACE = [
    pa.field("start", pa.int64(), False),
    pa.field("end", pa.int64(), False),
    pa.field("quote", pa.string(), False),
    pa.field("sentence", pa.string(), False),
]
_DAYS = [pa.field("first_day", pa.timestamp("ms")), pa.field("last_day", pa.timestamp("ms"))]
_KEY = pa.field("document", pa.string(), False)
_ROOMS = ("archive", "evidence", "facts", "grammar", "reader", "reference", "text")  # all that a row depends on


@cache
def rules() -> str:
    """Return a hash of the code and the data by which articles are read."""
    house = Path(__file__).parents[1]
    found = sorted(path for room in _ROOMS for path in (house / room).rglob("*") if path.suffix != ".pyc")
    told = (path.relative_to(house).as_posix().encode() + b"\0" + path.read_bytes() for path in found if path.is_file())
    return hashlib.sha256(b"\0".join(told)).hexdigest()


def _schema(fields: Iterable[pa.Field[Any]]) -> pa.Schema:
    return pa.schema(list(fields), {"ftzlib": rules(), "facts": SCHEMA})


def _of_table(table: str) -> pa.Schema:
    hints = get_type_hints(TABLES[table])
    own = [pa.field(name, *_type(hints[name])) for name in ("id", *COLUMNS[table])]
    return _schema([_KEY, *own, *_PLACE, *(_DAYS if table == "dates" else ())])


def _type(hint: Any) -> tuple[pa.DataType, bool]:
    """Return the type that a field's annotation asks for, and whether it may be null."""
    if hint in _TYPES:
        return _TYPES[hint], False
    return _TYPES[next(kind for kind in _TYPES if hint == kind | None)], True


#: The schema of each table: one row a document, one row a file, one row a file that could not be read, and the
#: tables of the facts contract.
SCHEMAS: Mapping[str, pa.Schema] = {
    **{name: _of_table(name) for name in TABLES},
    "files": _schema([pa.field("path", pa.string(), False), _KEY]),
    "errors": _schema([pa.field("path", pa.string(), False), pa.field("message", pa.string(), False)]),
    "documents": _schema(
        [
            _KEY,
            *(pa.field(name, pa.string()) for name in ("title", "publisher", "url")),
            pa.field("published", pa.date32()),
            pa.field("published_basis", pa.string(), False),
            pa.field("characters", pa.int64(), False),
        ]
    ),
}


def tables(read: Iterable[tuple[str, Facts]]) -> dict[str, pa.Table]:
    """Return the rows of several documents, each given with its key: the contract's tables, and ``documents``."""
    listed = list(read)
    rows = {
        name: [{"document": key, **row} for key, facts in listed for row in facts.wide_rows(name)] for name in TABLES
    }
    for row in rows["metrics"]:
        row["value"] = float(row["value"])  # Arrow takes no whole number that a double rounds
    rows["documents"] = [_document(key, facts) for key, facts in listed]
    return {name: table(name, found) for name, found in rows.items()}


def table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Return rows as the table of that name."""
    return pa.Table.from_pylist(rows, SCHEMAS[name])


def _document(key: str, facts: Facts) -> dict[str, Any]:
    source = facts.document.source
    return {
        "document": key,
        "title": source.title or headline(facts),
        "publisher": source.publisher,
        "url": source.url,
        "published": source.published,
        "published_basis": source.published_basis,
        "characters": len(facts.document.text),
    }
