"""Loads the words that the extractors know from ``data/``. Data in, no logic."""

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("data")


@cache
def load(name: str) -> dict[str, Any]:
    """Return the tables of ``data/NAME.toml``, read once."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


def text(name: str) -> str:
    """Return ``data/NAME`` as it stands."""
    return (_DATA / name).read_text(encoding="utf-8")


@cache
def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of ``data/NAME.csv`` as dicts of column name to text, read once."""
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
