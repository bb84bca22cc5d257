"""Tables of rules: the ``[[rule]]`` of ``english/NAME.toml``, each with its pattern and the words that it was made for.

A rule has a ``name``, ``find`` (a pattern of `ftzlib.grammar.layers`, with the table's ``[parts]`` spelt out), ``text``
(its example, which is its test), and what it gives. Patterns are compiled when they are first asked for. A table whose
rules look for things of their own, wherever they are (`Rules.scan`), has a ``gate``: one of these words is in each.
One whose rules are about single words (`Rules.about`) has ``[cues]``: kinds of words, of what others each is one, and
under its name in small letters the list of its words, of which a word's first counts; and how far they ``reach``.
What earlier steps find stands in ``[symbols]``, each with what else it is (``Bare = ["Amount"]``). Lists of other
tables have their names here in ``[from]``; of the classes in ``exclusive`` a word's first counts.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from heapq import heappop, heappush
from typing import Any, TypeVar

from ftzlib.grammar import lexicon
from ftzlib.grammar.gates import Gates, numbers
from ftzlib.grammar.layers import NAMES, Layers
from ftzlib.grammar.patterns import Piece
from ftzlib.grammar.words import BREAK, Memo

Place = tuple[int, int]  # the first word of something, and the one behind it
Rule = Mapping[str, Any]
Found = tuple[Rule, re.Match[str]]  # a rule, and where it fits
Fit = tuple[Rule, dict[str, Place]]  # a rule, and the places of its groups
Read = TypeVar("Read")


class Rules:
    """The rules of one table, in order, and the layers that they are written over.

    Parameters
    ----------
    name : str
        Of the table.
    classes : mapping of str to words, optional
        Besides the language's closed classes and the table's own.
    """

    def __init__(self, name: str, classes: Mapping[str, Iterable[str]] | None = None) -> None:
        data = lexicon.load(name)
        cues = data.get("cues", {})
        kinds: dict[str, list[str]] = data.get("symbols", {}) | cues
        self.cues: dict[str, str] = {word: kind for kind in reversed(cues) for word in data.get(kind.lower(), ())}
        self._reach: int = data.get("reach", 0)
        spell = _speller(data.get("parts", {}))
        self._parts = {name: spell(name) for name in data.get("parts", ())} | {
            "gate": data.get("gate", "any"),
            "cue": f"[{' '.join(cues).lower()}]",
        }
        self.rules = [rule | {"find": spell(rule["find"])} for rule in data.get("rule", ())]
        texts = [*self._parts.values(), *(rule["find"] for rule in self.rules)]
        self.layers = Layers({**closed(), **_lists(data), **(classes or {})}, kinds, texts)
        self._patterns = Memo(self.layers.compile)
        self._asked = {kind: self.layers.asked(kind) for kind in kinds}
        self._compiled = cache(self._compile)
        #: Compiles one of the table's parts, to be asked for by itself.
        self.part = Memo(lambda name: self._patterns[self._parts[name]]).__getitem__

    def fitting(self, around: str, kind: str) -> Iterator[Found]:
        """Yield the rules for a thing of a `kind` that hold in `around`, those first that are listed first."""
        return self._holding(around, around.index(self._asked[kind]))

    def around(self, tags: str, kind: str, thing: Place, within: Place) -> Iterator[Fit]:
        """Yield the rules that hold for a thing of so many words, between two places of the text."""
        (first, last), (start, stop) = thing, within
        around = f"{tags[start:first]}{self._asked[kind]}{tags[last:stop]}"
        swallowed = last - first - 1  # letters for which one stands

        def place(at: int) -> int:
            return start + at + swallowed * (start + at > first)

        for rule, found in self._holding(around, max(first - start, 0)):
            yield rule, {name: (place(at), place(end)) for name, (at, end) in _groups(found)}

    def _holding(self, around: str, at: int) -> Iterator[Found]:
        """Yield the rules that hold in `around` for the thing that stands at a place of it."""
        for number in self._gates.beside(around, at):
            rule, pattern, ahead = self._compiled(number)
            find = pattern.search if ahead else pattern.match
            if found := find(around, at - ahead if ahead < at else 0):
                yield rule, found

    def about(self, tags: str, at: int, first: int, last: int, kind: str) -> Fit | None:
        """Return the first rule that holds for the word at a place, between two others and within reach of it."""
        low = max(first, at - self._reach)
        cut = BREAK if low > first else ""  # so that no rule takes it for the start
        around = f"{cut}{tags[low:at]}{self._asked[kind]}{tags[at + 1 : min(last, at + self._reach)]}"
        back = low - len(cut)
        for rule, found in self.fitting(around, kind):
            return rule, {name: (back + start, back + end) for name, (start, end) in _groups(found)}
        return None

    def each(self, tags: str) -> Iterator[Found]:
        """Yield where rules that ask about nothing fit in a text, rule by rule."""
        for rule in self.rules:
            for found in self._patterns[rule["find"]].finditer(tags):
                yield rule, found

    def upto(self, name: str, tags: str, first: int, last: int) -> int:
        """Return where a part starts that stands first between two places; `last` where it stands nowhere."""
        found = self.part(name).search(tags, first, last)
        return found.start() if found else last

    def past(self, name: str, tags: str, first: int, last: int) -> int:
        """Return where a part ends that starts at `first`; `first` where it does not."""
        found = self.part(name).match(tags, first, last)
        return found.end() if found else first

    def within(
        self, tags: str, first: int, last: int, read: Callable[[Rule, re.Match[str]], Read | None]
    ) -> Iterator[Read]:
        """Yield what rules find between two places; of two that overlap what starts first, then the earlier rule.

        Only what `read` makes something of counts.
        """
        next_fits: list[tuple[int, int, re.Match[str]]] = []

        def look(number: int, at: int) -> None:
            if found := self._compiled(number)[1].search(tags, at, last):
                heappush(next_fits, (found.start(), number, found))

        for number in numbers(self._gates.served(tags[first:last])):
            look(number, first)
        end = first
        while next_fits:
            at, number, found = heappop(next_fits)
            if at >= end and (said := read(self._pieces[number][0], found)) is not None:
                yield said
                end = found.end()
            look(number, max(end, at + 1))

    def scan(self, tags: str) -> Iterator[Found]:
        """Yield what rules find in the sentences with a word of the gate."""
        gate, last = self.part("gate"), 0
        while opened := gate.search(tags, last):
            first, last = tags.rfind(BREAK, 0, opened.start()) + 1, tags.find(BREAK, opened.end()) + 1 or len(tags)
            yield from self.within(tags, first, last, lambda rule, found: (rule, found))

    @cached_property
    def _gates(self) -> Gates:
        return Gates([piece for _, piece in self._pieces])

    def _compile(self, number: int) -> tuple[Rule, re.Pattern[str], int]:
        """Return a rule, its pattern and the words ahead of the thing that it is about."""
        rule, piece = self._pieces[number]
        return rule, self._patterns[rule["find"]], piece.ahead

    @cached_property
    def _pieces(self) -> list[tuple[Rule, Piece]]:
        """What the rules ask of a text."""
        return [(rule, self.layers.read(rule["find"])) for rule in self.rules]


def _lists(data: Mapping[str, Any]) -> dict[str, Iterable[str]]:
    """Return the words of a table's classes: its own lists, and those of other tables."""
    lists = {name: listed for name, listed in data.items() if isinstance(listed, list) and name != "rule"}
    lists |= {name: lexicon.listed(*where) for name, where in data.get("from", {}).items()}
    lists |= data.get("classes", {})
    return {**lists, **disjoint({name: lists[name] for name in data.get("exclusive", ())})}


def _groups(found: re.Match[str]) -> Iterator[tuple[str, Place]]:
    """Yield the groups of a match that took part in it, and their places."""
    for name in found.re.groupindex:
        if (place := found.span(name))[1] >= 0:
            yield name, place


@cache
def table(name: str) -> Rules:
    """Return the rules of a table that says itself what it is written over, made once."""
    return Rules(name)


def _speller(parts: Mapping[str, str]) -> Callable[[str], str]:
    """Return what puts parts in the places of their names; a part may be written with others."""
    spelt = Memo(lambda name: spell(parts[name]) if name in parts else name)

    def spell(text: str) -> str:
        return NAMES.sub(lambda found: spelt[found[0]], text)

    return spell


@cache
def closed() -> dict[str, list[str]]:
    """Return the closed classes of the language; a word's first class counts."""
    return disjoint(lexicon.load("syntax")["words"])


def disjoint(classes: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Return `classes` without the words of those before; a word's first class counts."""
    seen: set[str] = set()
    kept: dict[str, list[str]] = {}
    for name, words in classes.items():
        kept[name] = [word for word in words if word not in seen]
        seen.update(words)
    return kept
