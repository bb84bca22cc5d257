"""The words of the calendar (``data/calendar.toml``)."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ftzlib.grammar import lexicon


def calendar() -> Mapping[str, Any]:
    """Return the calendar's tables."""
    return lexicon.load("calendar")


@cache
def word_set(name: str) -> frozenset[str]:
    """Return a list of the calendar's words as a set."""
    return frozenset(calendar()["words"][name])
