"""What stands in one field of a frame, as words and as HTML, and where a row of it leads.

A row whose index is called ``id`` leads to its words, a row with a ``source_url`` to the page of its source.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Collection, Hashable, Mapping
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from ftzlib.evidence.claims import leading
from ftzlib.evidence.escape import escape, web
from ftzlib.evidence.rows import is_empty
from ftzlib.evidence.values import Value, is_number
from ftzlib.evidence.wording import number

NONE = "–"  # what is not there
#: Of the facts, behind the document where there are several; ids of the reference begin with a capital.
_ID = re.compile(r"(?:.*/)?[a-z]+\d+")
_DAY = re.compile(r"^\d{4}-\d\d(-\d\d)?$")
_UNBROKEN = r'<span class="day" style="white-space:nowrap">\g<0></span>'  # a line may end at any of its hyphens
_LEADS = ("source_url", "id")  # columns, or levels of the index, that say where a row leads


def cell(value: Any, name: str = "") -> str:
    """Write one value as HTML; `name` is its column's, which tells years and addresses from other numbers and words."""
    words = escape(written(value, name))
    if isinstance(value, str) and name.endswith("url") and (address := web(value)):
        return linked(escape(host(address)), address)
    return leading(value, words) if isinstance(value, Value) and value else words


def written(value: Any, name: str = "") -> str:
    """Write one value as words: *1,234*, *1.2 trillion*, *2020-11-05*, *yes*, *a, b*, and a dash for none."""
    match value:
        case bool() | np.bool_():
            return "yes" if value else "no"
        case str():
            return line(value)
        case set() | frozenset():
            return ", ".join(sorted(written(item, name) for item in value)) or NONE
        case Mapping():
            return ", ".join(f"{written(key)}: {written(item)}" for key, item in value.items()) or NONE
        case pd.DataFrame():
            return f"{len(value):,} rows"
        case _ if pd.api.types.is_list_like(value):
            return ", ".join(written(item, name) for item in value) or NONE
        case _ if is_empty(value):
            return NONE
        case np.timedelta64():  # to numpy an integer
            return _moment(value)
        case Real():
            return _number(value, name)
    return _moment(value)


def addresses(frame: pd.DataFrame) -> list[str | None]:
    """Return for each row where it leads: to the page of its source, to its words on this page, or nowhere."""
    found: dict[Any, Any] = {name: frame[name] for name in frame.columns} if frame.columns.is_unique else {}
    found |= {name: frame.index.get_level_values(name) for name in frame.index.names if name in _LEADS}
    pages, ids = (found.get(name, [None] * len(frame)) for name in _LEADS)
    return [web(page) or _anchor(known) for page, known in zip(pages, ids, strict=True)]


def kept(frame: pd.DataFrame, name: str) -> list[str]:
    """Return for each row the words of a column that leads back to the source, or nothing."""
    has = frame.columns.is_unique and name in frame.columns
    return [line(words) if isinstance(words, str) else "" for words in (frame[name] if has else [""] * len(frame))]


def levels(frame: pd.DataFrame) -> list[pd.Index[Any]]:
    """Return the levels of an index that tells more than the order of its rows."""
    plain = isinstance(frame.index, pd.RangeIndex) and frame.index.name is None
    return [] if plain else [frame.index.get_level_values(level) for level in range(frame.index.nlevels)]


def label(name: Hashable) -> str:
    """Return a column's name as words."""
    parts = name if isinstance(name, tuple) else (name,)
    return ", ".join(filter(None, (line(str(part).replace("_", " ")) for part in parts)))


def line(words: str) -> str:
    """Return words on one line, without white space around them."""
    return " ".join(words.split())


def is_numeric(values: Collection[Any]) -> bool:
    """Tell whether all values that are there are numbers."""
    there = [value for value in values if not is_empty(value)]
    return bool(there) and all(map(is_number, there))


def source(row: Mapping[str, Any]) -> str:
    """Write where a row of another source comes from, linked to its page."""
    told = [row.get(f"source_{part}") for part in ("publisher", "date")]
    page = web(row["source_url"])
    words = [_DAY.sub(_UNBROKEN, escape(written(part))) for part in told if not is_empty(part)]
    return linked(", ".join(words) or escape(host(page) if page else NONE), page)


def linked(words: str, lead: str | None) -> str:
    """Lead from a cell to words on this page, to a page of others, or nowhere."""
    kind = "stated" if lead and lead.startswith("#") else "reference"
    return f'<a class="ftz-{kind}" href="{escape(lead)}">{words}</a>' if lead else words


def host(address: str) -> str:
    """Return whose page an address is of: *www.shine.cn*."""
    return address.split("/")[2]


def _anchor(known: object) -> str | None:
    return f"#{known}" if isinstance(known, str) and _ID.fullmatch(known) else None


def _number(value: Any, name: str) -> str:
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == int(value) and re.search(r"(^|[_ ])year$", name, re.IGNORECASE):
        return str(int(value))
    if abs(value) >= 10**9:
        return number(value)
    return f"{value:.4g}" if value != int(value) and abs(value) < 1000 else f"{value:,.0f}"


def _moment(value: Any) -> str:
    """Write a day, a moment, a length of time; and anything else as it writes itself."""
    if isinstance(value, dt.timedelta | np.timedelta64):
        length = pd.Timedelta(value)
        whole = length == pd.Timedelta(days=length.days)
        return f"{length.days:,} day{'' if length.days == 1 else 's'}" if whole else str(length)
    if isinstance(value, np.datetime64):
        value = pd.Timestamp(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes").removesuffix(" 00:00")
    return line(str(value)) or NONE
