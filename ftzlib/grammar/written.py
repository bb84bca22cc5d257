"""Patterns over characters, for what words alone do not show: how numbers are written, where a sentence ends.

They stand in the table ``[written]`` of ``english/NAME.toml``, are verbose patterns of `re`, and name each other and
lists of words: ``{tens} [ -] {ones}``, ``{endings}``, ``{quantities.scales}``.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from ftzlib.grammar import lexicon

_NAME = re.compile(r"\{(?:([a-z]+)\.)?([a-z_]+)\}")


@cache
def written(table: str, name: str) -> re.Pattern[str]:
    """Compile a pattern of a table, all that it names spelt out; a name that nothing bears raises KeyError."""
    return re.compile(_spelt(table, name), re.VERBOSE)


def _spelt(table: str, name: str) -> str:
    data = lexicon.load(table)
    if (pattern := data.get("written", {}).get(name)) is not None:
        return _NAME.sub(lambda found: _spelt(found[1] or table, found[2]), pattern)
    return "|".join(sorted(map(re.escape, _words(data[name])), key=len, reverse=True))


def _words(listed: Any) -> Iterable[str]:
    """A list, the keys of a table, or all the lists of one."""
    lists = list(listed.values()) if isinstance(listed, dict) else []
    return [word for each in lists for word in each] if lists and isinstance(lists[0], list) else listed
