"""A row of a table as a value that leads back to it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from ftzlib.evidence.days import days, spell
from ftzlib.evidence.values import Source, Value


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
    missing = f"The rules did not find {what}."
    if not fields:
        return Value(reason=missing)
    quote = str(fields.get("quote") or "")
    columns = (column,) if column else ("value", "name", "quote")
    told = next((fields[name] for name in columns if name in fields), None)
    if told is None:
        return Value(reason=f"“{quote}” has no date." if fields.get("type") else missing)
    own = fields if column in (None, "value") else {}  # what is said of a row's value is said of no other field
    cited = Value(
        words=quote or str(told),
        mod=own.get("mod"),
        id=str(fields.get("id") or ""),
        sentence=str(fields.get("sentence") or quote),
        rules_read=str(fields.get("rules_read") or ""),
        source=_source(fields),
    )
    if isinstance(told, str | dt.date):
        return _of_day(cited, told, own)
    low = high = float(told)
    if cited.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        high = math.inf
    if cited.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        low = 0 if low > 0 else -math.inf  # *nearly 200 firms* are more than none
    return replace(cited, low=low, high=high, unit=own.get("unit"), about=cited.mod == "APPROX")


def _of_day(cited: Value, told: str | dt.date, own: Mapping[str, Any]) -> Value:
    value = told if isinstance(told, str) else f"{told:%Y-%m-%d}"
    first, last = own.get("first_day"), own.get("last_day")
    span = (first, last) if first is not None and last is not None else days(value, cited.mod)
    if span is None:
        return replace(cited, low=0, high=0, unit="text", words=value, mod=None)
    low, high = (day.toordinal() for day in span)
    return replace(cited, low=low, high=high, unit="date", words=spell(value, cited.mod))


def _fields(row: Any, what: str) -> dict[str, Any]:
    """Return a row's fields, what is empty in them as None; nothing for no row."""
    if hasattr(row, "columns"):
        if len(row) > 1:
            raise ValueError(f"{what}: one row is cited at a time, and these are {len(row)}; take one with .iloc[0]")
        if not len(row):
            return {}
        row = row.iloc[0]
    if hasattr(row, "_asdict"):  # of `itertuples`
        row = {"id": getattr(row, "Index", ""), **row._asdict()}
    if not hasattr(row, "items"):
        raise TypeError(f"a row of a table is cited, as facts.metrics.loc['m1'], not {type(row).__name__}")
    named = {} if isinstance(row, Mapping) else {"id": row.name}
    fields = {str(key): None if is_empty(field) else field for key, field in {**named, **dict(row.items())}.items()}
    if not fields.keys() & {"value", "quote", "name", "source_url"}:
        raise TypeError(f"a row of a table has a value or a quotation; this one has only: {', '.join(fields)}")
    return fields


def is_empty(field: Any) -> bool:
    """Tell whether a field of a table is empty: None, NaN, NaT, NA."""
    return pd.api.types.is_scalar(field) and bool(pd.isna(field))


def _source(fields: Mapping[str, Any]) -> Source | None:
    names = ("source_url", "source_publisher", "source_date", "confidence")
    return Source(*(str(fields.get(name) or "") for name in names)) if fields.get("source_url") else None
