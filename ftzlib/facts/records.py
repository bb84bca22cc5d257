"""One frozen dataclass for each table of the facts contract; a field is a column.

What each column means and which values it takes stands in ``codebook.toml``; ``start``, ``end`` and ``quote`` are
worked out from the `span` that every record carries (`ftzlib.facts.reading`). What the text does not give is None.
A field that is not shown is no column but a note that one room leaves for the next, and is not handed out.
"""

import tomllib
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any

from ftzlib.text.spans import Span


@dataclass(frozen=True, kw_only=True)
class Record:
    """What every row has: an id, the span of its words, and the rule that found it (``ftz facts --explain``).

    Where a person has put it right, `basis` is ``corrected``, and `rules_read` says what the rules had read.
    """

    id: str = ""
    span: Span
    rule: str = field(default="", repr=False)
    basis: str = field(default="read", repr=False)
    rules_read: str | None = field(default=None, repr=False)


@dataclass(frozen=True, kw_only=True)
class Metric(Record):
    """A quantity that the text states."""

    value: int | float
    unit: str
    indicator: str | None = None
    status: str = "reported"
    mod: str | None = None
    change: str | None = None
    scope: str | None = None
    part_of: str | None = None
    zone: str | None = None
    as_of: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, kw_only=True)
class Date(Record):
    """A time expression, as ISO-TimeML's TIMEX3 has it."""

    type: str
    value: str | None = None
    mod: str | None = None
    weekday: int | None = field(default=None, repr=False)  # that of ISO, 1 Monday, which stands beside a full date
    refusal: str | None = field(default=None, repr=False)  # why `value` is None
    edge: bool = field(default=False, repr=False)  # `mod` is that of *the end of* or *the start of*, not of *late*


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """A person: the name as first given in full, the role as the text words it, without its article."""

    name: str
    role: str | None = None


@dataclass(frozen=True, kw_only=True)
class Zone(Record):
    """A pilot free trade zone, or an area of one, under its canonical name."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Sector(Record):
    """An industry, kind of center or function that the text lists as a priority."""

    name: str
    kind: str
    list: str
    isic: str | None = None
    head: Span | None = field(default=None, repr=False)  # *five major industries*, which says how many there are


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """Something that takes place."""

    kind: str
    date: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Statement(Record):
    """What somebody is reported to have said; the span is what is reported, `cue` the verb."""

    speaker: str | None = None
    cue: str | None = None


@dataclass(frozen=True, kw_only=True)
class Commitment(Record):
    """What somebody says will be done; the span is the clause, `actor` who will do it."""

    actor: str | None = None


@dataclass(frozen=True, kw_only=True)
class Finding(Record):
    """What does not hold together or could not be resolved; `refs` are the ids of the rows concerned."""

    code: str
    severity: str
    message: str
    refs: tuple[str, ...] = ()


TABLES: dict[str, type[Record]] = {
    "metrics": Metric,
    "dates": Date,
    "people": Person,
    "zones": Zone,
    "sectors": Sector,
    "events": Event,
    "statements": Statement,
    "commitments": Commitment,
    "findings": Finding,
}
TABLE_OF = {record: table for table, record in TABLES.items()}
#: The tables of what a text states; findings are what is asked about it.
STATED = tuple(table for table in TABLES if table != "findings")
#: First letter of the ids of each table's rows.
PREFIXES = dict(zip(TABLES, "mdpzieqcf", strict=True))
#: Each table's own columns, which stand between ``id`` and ``start``.
COLUMNS = {
    table: tuple(own.name for own in fields(record) if own.repr and own.name not in ("id", "span"))
    for table, record in TABLES.items()
}
#: Those of them without which a row says nothing, and those that a person is asked for; a list is known by its items.
REQUIRED = {
    table: tuple(own.name for own in fields(record) if own.name in COLUMNS[table] and own.default is MISSING)
    for table, record in TABLES.items()
}
ASKED = {table: tuple(name for name in names if name != "list") for table, names in COLUMNS.items()}


@cache
def meanings() -> dict[str, dict[str, dict[str, Any]]]:
    """Return what the columns of each table mean and may hold (``codebook.toml``), those of every table among them."""
    told = tomllib.loads(Path(__file__).with_name("codebook.toml").read_text(encoding="utf-8"))
    return told | {table: told["every"] | told[table] for table in TABLES}
