"""Sourced context: what other sources say about the pilot zones, every row with its page.

Finds     the tables of ``data/`` as DataFrames, typed by their data package: the zones and their
          areas, reform metrics over time, national totals, expo editions, assigned industries, checks and
          their evidence, outcomes, conflicts.
Leaves    conflicts as they are: both rows stay. Low confidence stays too, marked, unless left out by name.

Examples
--------
>>> import ftzlib as ftz
>>> rows = ftz.reference.metrics(zone="shandong/qingdao", indicator="innovations", status="formed")
>>> ftz.cite(rows.loc["M006"]), rows.loc["M006", "as_of"]
(176, '2022-04-06')
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ftzlib.evidence.days import days
from ftzlib.evidence.escape import leave_as_written

if TYPE_CHECKING:
    import pandas as pd

#: Best first.
CONFIDENCE = ("high", "medium", "low")
_DATA = Path(__file__).with_name("data")
_DTYPES = {"string": "str", "integer": "Int64", "number": "float64", "date": "datetime64[ms]"}


def zones(kind: str = "zone") -> pd.DataFrame:
    """Return the 22 pilot zones, or with `kind` ``area`` or ``group`` their areas or what is counted together."""
    table = _frame("zones")
    return table[table["kind"] == kind]


def metrics(
    zone: str | None = None,
    indicator: str | None = None,
    status: str | None = None,
    confidence: str = "low",
) -> pd.DataFrame:
    """Return figures about zones and areas over time.

    Parameters
    ----------
    zone : str, optional
        Id of a zone or area (``shandong/qingdao``), or its canonical name as in the facts.
    indicator, status : str, optional
        As in the columns of that name; see `ftzlib.codebook`.
    confidence : {"high", "medium", "low"}
        The least that a row has to have.
    """
    if confidence not in CONFIDENCE:
        raise ValueError(f"confidence: {confidence!r} is none; give one of {', '.join(CONFIDENCE)}")
    table = _frame("metrics")
    wanted = {"zone": zone and (zone_id(zone) or zone), "indicator": indicator, "status": status}
    for column, value in wanted.items():
        if value is not None:
            table = table[table[column] == value]
    return table[table["confidence"].isin(CONFIDENCE[: CONFIDENCE.index(confidence) + 1])]


def _whole(table: str, about: str) -> Callable[[], pd.DataFrame]:
    """Return a function that gives one table as it is."""

    def read() -> pd.DataFrame:
        return _frame(table)

    read.__name__, read.__doc__ = table, f"Return {about}."
    return read


national = _whole("national", "nationwide figures over time")
expos = _whole("expos", "the editions of the import expo")
industries = _whole("industries", "the industries that areas were given by their plan")
outcomes = _whole("outcomes", "what became of what an article promised or planned")
checks = _whole("checks", "what was checked of articles that are known, claim by claim, with the verdict of a person")
evidence = _whole("evidence", "the pages that each check rests on, and whether they are independent of the article")
conflicts = _whole("conflicts", "where sources disagree")


@cache
def package() -> dict[str, Any]:
    """Return the description of the tables, a Frictionless data package."""
    found: dict[str, Any] = json.loads(text("datapackage.json"))
    return found


def text(name: str) -> str:
    """Return a file of the package as it stands."""
    return (_DATA / name).read_text(encoding="utf-8")


@cache
def rows(table: str) -> list[dict[str, str]]:
    """Return a table as text, made without pandas; an empty field is an empty string."""
    with (_DATA / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def zone_id(name: str) -> str | None:
    """Return the id of a zone or area under its canonical name, or of the zone that an unknown area is of."""
    ids = {row["name"]: row["id"] for row in rows("zones")}
    return ids.get(name) or next((id for known, id in ids.items() if name.startswith(f"{known} ")), None)


@cache
def zone(id: str) -> dict[str, str]:
    """Return the row of a zone, area or group."""
    return next(row for row in rows("zones") if row["id"] == id)


def short(id: str) -> str:
    """Return a zone's name as a chart writes it: *Shandong, Qingdao Area*."""
    row = zone(id)
    if row["kind"] == "group":
        return row["name"]
    province, _, area = row["name"].removeprefix("China (").partition(") Pilot Free Trade Zone")
    return f"{province}, {area.strip()}" if area else f"{province}, whole zone"


@cache
def _typed(table: str) -> pd.DataFrame:
    import pandas as pd

    leave_as_written(rows(table))
    schema = next(found["schema"] for found in package()["resources"] if found["name"] == table)
    frame = pd.DataFrame(rows(table), columns=[field["name"] for field in schema["fields"]]).replace("", None)
    frame = frame.astype({field["name"]: _DTYPES[field["type"]] for field in schema["fields"]})
    if "as_of" in frame:
        spans = [days(row["as_of"]) or (None, None) for row in rows(table)]
        frame["first_day"], frame["last_day"] = (
            pd.Series(side, dtype="datetime64[ms]") for side in zip(*spans, strict=True)
        )
    return frame.set_index("id") if "id" in frame else frame.rename_axis("id")


def _frame(table: str) -> pd.DataFrame:
    """Return a copy, so that what a caller changes stays the caller's."""
    return _typed(table).copy()
