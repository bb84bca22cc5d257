"""Facts as Arrow tables, whose columns and types are the same whatever the rows hold.

Finds     the types of each table where pandas' are (`ftzlib.facts.tables`). `document`, the SHA-256 of what an article
          was read from, stands first and ties the tables together.
Leaves    whether a `value` was written as a whole number: all are ``double``, as one column needs one type; whole
          numbers are exact up to 2 to the power of 53.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pyarrow as pa

from ftzlib.facts.corrections import CORRECTIONS
from ftzlib.facts.export import SCHEMA, described
from ftzlib.facts.records import TABLES
from ftzlib.facts.tables import Facts, types

Rows: TypeAlias = dict[str, list[dict[str, Any]]]
Tables: TypeAlias = dict[str, pa.Table]

_ARROW = {
    "str": pa.string(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "datetime64[ms]": pa.timestamp("ms"),
    "object": pa.list_(pa.string()),
}
_TOLD = (*TABLES, CORRECTIONS)
_ROOMS = ("archive", "evidence", "facts", "grammar", "reader", "reference", "text")  # all that a row depends on


@cache
def rules() -> str:
    """Return a hash of the code and the data by which articles are read."""
    house = Path(__file__).parents[1]
    found = sorted(path for room in _ROOMS for path in (house / room).rglob("*") if path.suffix != ".pyc")
    told = (path.relative_to(house).as_posix().encode() + b"\0" + path.read_bytes() for path in found if path.is_file())
    return hashlib.sha256(b"\0".join(told)).hexdigest()


def _schema(columns: Mapping[str, pa.DataType]) -> pa.Schema:
    return pa.schema(list(columns.items()), {"ftzlib": rules(), "facts": SCHEMA})


def _texts(*columns: str) -> dict[str, pa.DataType]:
    return dict.fromkeys(columns, pa.string())


#: The schema of each table: those of the facts contract, what was put right, one row a file, one row a file that could
#: not be read, and one row a document.
SCHEMAS: Mapping[str, pa.Schema] = {
    **{name: _schema(_texts("document") | {c: _ARROW[t] for c, t in types(name).items()}) for name in _TOLD},
    "files": _schema(_texts("path", "document")),
    "errors": _schema(_texts("path", "message")),
    "documents": _schema(
        _texts("document", "title", "publisher", "url")
        | {"published": pa.date32(), "published_basis": pa.string(), "characters": pa.int64()}
    ),
}


def rows(key: str, facts: Facts) -> Rows:
    """Return the rows of one document: those of the contract's tables, ``corrections`` and ``documents``."""
    found = {name: [{"document": key, **row} for row in facts.wide_rows(name)] for name in _TOLD}
    for row in found["metrics"]:
        row["value"] = float(row["value"])  # Arrow takes no whole number that a double rounds
    return found | {"documents": [described(facts) | {"document": key, "characters": len(facts.document.text)}]}


def tables(found: Rows) -> Tables:
    """Return the rows of some documents as tables, also where there are none."""
    return {name: table(name, found.get(name, [])) for name in (*_TOLD, "documents")}


def table(name: str, found: list[dict[str, Any]]) -> pa.Table:
    """Return rows as the table of that name."""
    return pa.Table.from_pylist(found, SCHEMAS[name])
