"""Loads the words of a language from ``english/``. Data in, no logic."""

import tomllib
from functools import cache, reduce
from operator import getitem
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("english")


@cache
def load(name: str) -> dict[str, Any]:
    """Return the tables of ``english/NAME.toml``, read once."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, *lists: str) -> frozenset[str]:
    """Return the words of one or several `lists` of ``english/NAME.toml`` as one set."""
    data = load(name)
    return frozenset(word for each in lists for word in data[each])


def listed(*paths: str) -> list[str]:
    """Return the words at ``TABLE.LIST`` or ``TABLE.GROUP.LIST``, in lower case; of a table the names in it."""
    return [word.lower() for path in paths for word in reduce(getitem, path.split(".")[1:], load(path.split(".")[0]))]
