"""A row of a table as a value that leads back to it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

from ftzlib.evidence.days import days, spell
from ftzlib.evidence.values import Range, Source, Value

#: What TIMEX3's `mod` of a quantity adds to either end.
_MODS: dict[str, Range] = {
    "MORE_THAN": (0, math.inf),
    "EQUAL_OR_MORE": (0, math.inf),
    "LESS_THAN": (-math.inf, 0),
    "EQUAL_OR_LESS": (-math.inf, 0),
}


def cite(row: Any, column: str | None = None, *, what: str = "this") -> Value:
    """Return a row of a table as a value that leads back to it.

    Parameters
    ----------
    row : Series, mapping, or DataFrame of at most one row
        Of a table of the facts (``facts.metrics.loc["m1"]``) or of the reference. Its id is the row's name, as the
        tables' index holds it, or its field ``id``.
    column : str, optional
        The field to take: by default ``value``, else ``name``, else the quotation.
    what : str
        What was looked for, as the reason says it where there is no row: *how many tasks were carried out*.

    Returns
    -------
    Value
        A number with its unit and range, a day, or words; a missing value where the field or the row is empty.

    Raises
    ------
    TypeError
        If this is no row of a table.
    ValueError
        If there are several rows.

    Examples
    --------
    >>> import ftzlib as ftz
    >>> facts = ftz.parse("The area carries more than 95 tasks.")
    >>> f"{ftz.cite(facts.metrics.loc['m1'])} {ftz.cite(facts.metrics.query('value == 3'), what='how many were done')}"
    'more than 95 The rules did not find how many were done.'
    """
    fields = _fields(row, what)
    if fields is None:
        return Value(reason=f"The rules did not find {what}.")
    id, quote = str(fields.get("id") or ""), str(fields.get("quote") or "")
    told = fields[column] if column else _first(fields, ("value", "name", "quote"))
    given: dict[str, Any] = {
        "id": id,
        "sentence": str(fields.get("sentence") or quote),
        "source": _source(fields),
        "words": quote or str(told),
    }
    if told is None:
        return Value(reason=f"“{quote}” has no date." if fields.get("type") else f"The rules did not find {what}.")
    if isinstance(told, dt.date):
        day = told.date() if isinstance(told, dt.datetime) else told
        return Value(day.toordinal(), day.toordinal(), "date", **given | {"words": spell(day.isoformat())})
    own = column in (None, "value")
    mod = fields.get("mod") if own else None
    if isinstance(told, str):
        return _of_words(told, mod, own, fields, given)
    told = float(told)  # numpy warns where Python is content with infinity
    low, high = _MODS.get(mod or "", (0, 0))
    low = -told if low == -math.inf and told > 0 else low  # *nearly 200 firms* are more than none
    unit = fields.get("unit") if own else None
    return Value(told + low, told + high, unit, mod=mod, about=mod == "APPROX", **given)


def _of_words(told: str, mod: str | None, own: bool, fields: Mapping[str, Any], given: dict[str, Any]) -> Value:
    first, last = (fields.get("first_day"), fields.get("last_day")) if own else (None, None)
    span = (first, last) if first is not None and last is not None else days(told, mod)
    if span is None:
        return Value(0, 0, "text", **given | {"words": told})
    low, high = (day.toordinal() for day in span)
    return Value(low, high, "date", mod=mod, **given | {"words": spell(told, mod)})


def _fields(row: Any, what: str) -> dict[str, Any] | None:
    """Return a row's fields, what is empty in them as None; None for no row."""
    if hasattr(row, "columns"):
        if len(row) > 1:
            raise ValueError(f"{what}: one row is cited at a time, and these are {len(row)}; take one with .iloc[0]")
        if not len(row):
            return None
        row = row.iloc[0]
    if hasattr(row, "_asdict"):  # of `itertuples`
        row = {"id": getattr(row, "Index", ""), **row._asdict()}
    if not hasattr(row, "items"):
        raise TypeError(f"a row of a table is cited, as facts.metrics.loc['m1'], not {type(row).__name__}")
    named = {} if isinstance(row, Mapping) else {"id": row.name}
    fields = {str(key): None if _is_null(field) else field for key, field in {**named, **dict(row.items())}.items()}
    if not fields.keys() & {"value", "quote", "name", "source_url"}:
        raise TypeError(f"a row of a table has a value or a quotation; this one has only: {', '.join(fields)}")
    return fields


def _is_null(field: Any) -> bool:
    """Tell whether a field of a table is empty: None, NaN, NaT, NA."""
    if field is None or type(field).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(field, float) and math.isnan(field)


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """Return the first of some fields that the table has, even where it is empty."""
    return next((fields[name] for name in names if name in fields), None)


def _source(fields: Mapping[str, Any]) -> Source | None:
    if not fields.get("source_url"):
        return None
    names = ("source_url", "source_publisher", "source_date", "confidence")
    return Source(*(str(fields.get(name) or "") for name in names))
