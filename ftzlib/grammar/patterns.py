"""Patterns over classes of words, so that a rule reads like the construction that it finds.

A lexicon puts words into classes (``month``, ``weekday``, ``unit``); each class is a letter, a
text becomes a string with one letter a token, and a rule is a regular expression over these
letters, written with the classes' names. The idea is that of cascaded pattern grammars over
annotations (JAPE, https://gate.ac.uk/sale/tao/splitch8.html): the dear step, looking at
characters, is done once for all rules.

Example
-------
>>> grammar = Grammar({"month": ["august"], "part": ["late"], "rel": ["last"], "year": ["year"]})
>>> rule = grammar.compile("part:(part)? month:(month) rel:(rel) year")
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Protocol

from ftzlib.grammar.words import BREAK, Memo, fold, shape

# Classes that a token has by its looks alone, where no lexicon claims it.
SHAPES = {"num": "0", "Name": "A", "word": "a", "sign": ".", "end": BREAK}
_LETTERS = [chr(code) for code in (*range(0x62, 0x7B), *range(0x42, 0x5B), *range(0x3B1, 0x3CA), *range(0x391, 0x3A2))]
_NAME = re.compile(
    r"(?P<look>\(\?<?[!=])|(?P<group>[a-z]+):\(|(?P<not>!?)(?P<name>[A-Za-z][A-Za-z_]*)|(?P<open>\((?!\?))|\s+"
)


class Worded(Protocol):
    """Words in order, and the classes that grammars have given them so far."""

    @property
    def forms(self) -> list[str]:
        """Each word as it is written."""

    @property
    def tags(self) -> dict[object, str]:
        """One letter a word, by the grammar that gave it."""


class Grammar:
    """The classes of one extractor's words, and the patterns written with their names.

    Parameters
    ----------
    classes : mapping of str to words
        Class name to its words, in lower case; a word's first class counts.
    """

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        self.letters = dict(zip(classes, _LETTERS, strict=False)) | SHAPES
        if len(self.letters) < len(classes) + len(SHAPES):
            raise ValueError(f"{len(classes)} classes are more than the {len(_LETTERS)} letters for them")
        self._of: dict[str, str] = {}
        for name, words in classes.items():
            for word in words:
                self._of.setdefault(word, self.letters[name])
        self._tags = Memo(lambda form: self._of.get(fold(form)) or shape(form))

    def tag(self, tokens: Worded) -> str:
        """Return the class letters of `tokens`, one character a token."""
        if (tags := tokens.tags.get(self)) is None:
            tokens.tags[self] = tags = "".join(map(self._tags.__getitem__, tokens.forms))
        return tags

    def compile(self, pattern: str) -> re.Pattern[str]:
        """Compile a pattern of class names.

        ``name:( ... )`` is a named group, ``!name`` any token of the sentence outside the class,
        ``(?!name)`` and ``(?<!name)`` look around, ``any`` any token of the sentence;
        ``? * + | {1,3}`` mean what they mean in `re`.

        Raises
        ------
        KeyError
            If the pattern names a class that the grammar does not have.
        """
        return re.compile(_NAME.sub(self._letter, pattern))

    def rules(self, patterns: Iterable[tuple[str, str]]) -> list[tuple[str, re.Pattern[str]]]:
        """Compile an ordered list of (name, pattern), for `scan`."""
        return [(name, self.compile(pattern)) for name, pattern in patterns]

    def gate(self, names: str) -> re.Pattern[str]:
        """Compile a pattern of one word of the classes `names`, for `scan`."""
        return self.compile("|".join(names.split()))

    def _letter(self, found: re.Match[str]) -> str:
        if found["look"]:
            return found[0]
        if found["group"]:
            return f"(?P<{found['group']}>"
        if found["open"]:
            return "(?:"
        if not found["name"]:
            return ""
        if found["name"] == "any":
            return rf"[^{BREAK}]"
        letter = re.escape(self.letters[found["name"]])
        return f"[^{letter}{BREAK}]" if found["not"] else letter


def scan(
    rules: Sequence[tuple[str, re.Pattern[str]]], tags: str, gate: re.Pattern[str]
) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield (rule name, match) from left to right; where two overlap, the earlier start, then the earlier rule.

    Only sentences in which `gate` (`Grammar.gate`) finds one of its words are looked at.
    """
    last = 0
    while opened := gate.search(tags, last):
        first = tags.rfind(BREAK, 0, opened.start()) + 1
        last = tags.find(BREAK, opened.end()) + 1 or len(tags)
        found = [
            (match.start(), order, match)
            for order, (_, rule) in enumerate(rules)
            for match in rule.finditer(tags, first, last)
        ]
        found.sort(key=itemgetter(0, 1))
        end = 0
        for start, order, match in found:
            if start >= end:
                end = match.end()
                yield rules[order][0], match
