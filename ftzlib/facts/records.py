"""One frozen dataclass for each table of the facts contract; a field is a column.

Every record carries a `span`; ``start``, ``end`` and ``quote`` are worked out from it in
`ftzlib.facts.tables`. `rule` names the rule that found the row; it is shown by ``ftz facts --explain``.
Fields that the text does not give are None; fields marked as no column are notes that one room
leaves for the next, and are not handed out.
"""

from dataclasses import dataclass, field, fields
from functools import cache

from ftzlib.text.spans import Span

NO_COLUMN = {"column": False}


@dataclass(frozen=True, kw_only=True)
class Record:
    """What every row has: an id, the span of its words, and the rule that found it."""

    id: str = ""
    span: Span
    rule: str = field(default="", repr=False, metadata=NO_COLUMN)


@dataclass(frozen=True, kw_only=True)
class Metric(Record):
    """A quantity that the text states.

    Attributes
    ----------
    value : int or float
        Scaled in full: *1.2 trillion* is 1200000000000.
    unit : str
        ``count``, ISO 4217 for money, ``percent``, ``percentage_points``, ``km2``, ``m2``, ``ha``, ``mu``,
        ``km``, ``t``, ``TEU``, ``MW``, ``year``, ``month``, ``day``, ``hour``, ``minute``, ``times``; other measures
        by their signs (``kWh``, ``acre``, ``mi``).
    indicator : str or None
        What is counted or measured, in the text's words.
    status : str
        ``total``, ``implemented``, ``formed``, ``promoted``, ``planned`` or ``reported``.
    mod : str or None
        TIMEX3's APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS.
    change : {"increase", "decrease"} or None
        Where the number is the size of a change over time.
    scope : str or None
        ``nationwide``, or the name of the place over which it is promoted or counted.
    part_of : str or None
        Id of the metric that this one is a part of.
    zone : str or None
        Canonical name of the zone that it is about.
    as_of : str or None
        TIMEX3 value of the date that it holds for.
    speaker : str or None
        Who is given as its source.
    """

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
    """A time expression, as ISO-TimeML's TIMEX3 has it.

    Attributes
    ----------
    type : {"DATE", "DURATION", "SET"}
    value : str or None
        ``2020-11-05``, ``2019-08``, ``2021-Q1``, ``2021-H1``, ``2018-W17``, ``P3Y``; None if unresolved.
    mod : str or None
        ``START``, ``MID``, ``END``, ``APPROX``, ``MORE_THAN``, ...
    weekday : int or None
        No column: the ISO weekday (1 Monday) that the text gives beside a full date.
    refusal : str or None
        No column: why `value` is None.
    edge : bool
        No column: whether `mod` is that of *the end of* or *the start of*, not that of *late* or *early*.
    """

    type: str
    value: str | None = None
    mod: str | None = None
    weekday: int | None = field(default=None, repr=False, metadata=NO_COLUMN)
    refusal: str | None = field(default=None, repr=False, metadata=NO_COLUMN)
    edge: bool = field(default=False, repr=False, metadata=NO_COLUMN)


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
    """An industry, kind of center or function that the text lists as a priority.

    Attributes
    ----------
    name : str
        As the text words it.
    kind : {"industry", "center", "function"}
    list : str
        Shared by the items of one enumeration.
    isic : str or None
        Section letter or division of ISIC Rev. 4.
    head : Span or None
        No column: where the text announces how many items the list has (*five major industries*).
    """

    name: str
    kind: str
    list: str
    isic: str | None = None
    head: Span | None = field(default=None, repr=False, metadata=NO_COLUMN)


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """Something that takes place.

    Attributes
    ----------
    kind : {"visit", "briefing", "meeting", "signing", "ceremony", "expo", "launch"}
    date : str or None
        TIMEX3 value.
    place : str or None
    participants : tuple of str
    """

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
    """What does not hold together or could not be resolved.

    Attributes
    ----------
    code : str
        ``part-exceeds-whole``, ``list-count-mismatch``, ``weekday-mismatch``, ``conflicting-values``,
        ``unresolved-date`` or ``unresolved-number``.
    severity : {"error", "check", "info"}
    message : str
    refs : tuple of str
        Ids of the rows concerned; the span is the first one's.
    """

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
#: First letter of the ids of each table's rows.
PREFIXES = {
    "metrics": "m",
    "dates": "d",
    "people": "p",
    "zones": "z",
    "sectors": "i",
    "events": "e",
    "statements": "q",
    "commitments": "c",
    "findings": "f",
}


@cache
def _columns(record: type[Record]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(record) if f.name not in ("id", "span") and f.metadata.get("column", True))


def columns(record: type[Record]) -> tuple[str, ...]:
    """Return the names of a table's own columns, which stand between ``id`` and ``start``."""
    return _columns(record)  # type: ignore[arg-type]  # a class is hashable; mypy takes its instances' __hash__
