"""One word by itself: how lexicons are asked for it, what it looks like, and what is remembered of it."""

import unicodedata
from collections.abc import Callable
from threading import Lock
from typing import Protocol, TypeVar

MEMORY = 50_000  # forms that are remembered; an archive has more, most of them numbers and names seen once
BREAK = "\n"  # the word and the shape that close each sentence, so that no pattern runs over it

Said = TypeVar("Said")

SEEN = [BREAK]  # the forms that are remembered, by their numbers; 0 is also that of all that came too late
LOCK = Lock()  # texts may be read in several threads


class Worded(Protocol):
    """Words in order, and the letters that they have been given so far."""

    @property
    def forms(self) -> list[str]:
        """Each word as it is written."""

    @property
    def lexemes(self) -> list[int]:
        """The number of each form (`numbered`)."""

    @property
    def late(self) -> list[int]:
        """Where forms stand that have none."""

    @property
    def tags(self) -> dict[object, str]:
        """One letter a word, by the layers that gave it."""


class Memo(dict[str, Said]):
    """What a function says of each form of a word, worked out once for all texts."""

    def __init__(self, of: Callable[[str], Said]) -> None:
        super().__init__()
        self.of = of

    def __missing__(self, form: str) -> Said:
        said = self.of(form)
        if len(self) < MEMORY:
            self[form] = said
        return said


def numbered(form: str) -> int:
    """Return a number for a form, under which what is said of it can be looked up; 0 where there are too many."""
    with LOCK:
        if len(SEEN) >= MEMORY:
            return 0
        SEEN.append(form)
        return len(SEEN) - 1


def fold(form: str) -> str:
    """Return a token as lexicons are asked for it: in lower case, full-width characters and hyphens folded."""
    word = form.lower()
    if word.isascii():
        return word
    return unicodedata.normalize("NFKC", word).replace("\u2010", "-").replace("\u2019", "'")


def shape(form: str) -> str:
    """Return what a token looks like; see `Tokens.shapes`."""
    first = form[0]
    if first.islower():
        return "a"
    if first.isupper():
        return "A"
    if first.isdecimal():
        return "0"
    if first == BREAK:
        return BREAK
    return "a" if first.isalpha() else "."
