"""Loads the words of a language from ``english/``, and patterns over characters, for what words alone do not show.

How numbers are written, where a sentence ends: such patterns stand in the table ``[written]`` of ``english/NAME.toml``,
are verbose patterns of `re`, and name each other and lists of words: ``{tens} [ -] {ones}``, ``{quantities.scales}``.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, reduce
from operator import getitem
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("english")
_NAME = re.compile(r"\{(?:([a-z]+)\.)?([a-z_]+)\}")


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


@cache
def written(table: str, name: str) -> re.Pattern[str]:
    """Compile a pattern of a table, all that it names spelt out; a name that nothing bears raises KeyError."""
    return re.compile(_spelt(table, name), re.VERBOSE)


def _spelt(table: str, name: str) -> str:
    data = load(table)
    if (pattern := data.get("written", {}).get(name)) is not None:
        return _NAME.sub(lambda found: _spelt(found[1] or table, found[2]), pattern)
    return "|".join(sorted(map(re.escape, _words(data[name])), key=len, reverse=True))


def _words(listed: Any) -> Iterable[str]:
    """A list, the keys of a table, or all the lists of one."""
    lists = list(listed.values()) if isinstance(listed, dict) else []
    return [word for each in lists for word in each] if lists and isinstance(lists[0], list) else listed
