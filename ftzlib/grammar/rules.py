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
from typing import Any, TypeVar

from ftzlib.grammar import lexicon
from ftzlib.grammar.layers import NAMES, Layers
from ftzlib.grammar.patterns import Letters, Piece
from ftzlib.grammar.words import BREAK, Memo

Place = tuple[int, int]  # the first word of something, and the one behind it
Rule = Mapping[str, Any]
Found = tuple[Rule, re.Match[str]]  # a rule, and where it fits
Fit = tuple[Rule, dict[str, Place]]  # a rule, and the places of its groups
#: A rule, the rarest letters of which it needs one, all such sets, and the words ahead of the thing that it is about.
Near = tuple[Rule, Letters, tuple[Letters, ...], int]
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
        self._near, self._opened = Memo(self._beside), Memo(self._opening)
        #: Compiles one of the table's parts, to be asked for by itself.
        self.part = Memo(lambda name: self._patterns[self._parts[name]]).__getitem__

    def fitting(self, around: str, kind: str) -> Iterator[Found]:
        """Yield the rules for a thing of a `kind` that hold in `around`, those first that are listed first."""
        at = around.index(self._asked[kind])
        gate, near = self._near[around[max(at - 1, 0) : at + 2]]
        return self._holding(around, at, near) if gate.search(around) else iter(())

    def around(self, tags: str, kind: str, thing: Place, within: Place) -> Iterator[Fit]:
        """Yield the rules that hold for a thing of so many words, between two places of the text."""
        (first, last), (start, stop), asked = thing, within, self._asked[kind]
        gate, near = self._near[f"{tags[max(start, first - 1) : first]}{asked}{tags[last : min(stop, last + 1)]}"]
        if not gate.search(tags, start, max(first, stop)):
            return
        swallowed = last - first - 1  # letters for which one stands

        def place(at: int) -> int:
            return start + at + swallowed * (start + at > first)

        for rule, found in self._holding(f"{tags[start:first]}{asked}{tags[last:stop]}", max(first - start, 0), near):
            yield rule, {name: (place(at), place(end)) for name, (at, end) in _groups(found)}

    def _holding(self, around: str, at: int, near: Iterable[Near]) -> Iterator[Found]:
        """Yield those of some rules that hold in `around`, where the thing is that they are about."""
        letters = set(around)
        for rule, rarest, needs, ahead in near:
            if rarest.isdisjoint(letters) or any(map(letters.isdisjoint, needs)):
                continue
            if found := self._patterns[rule["find"]].search(around, max(at - ahead, 0)):
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
        letters, end = set(tags[first:last]), first
        for opener in self._openers.finditer(tags, first, last):
            if (at := opener.start()) < end:
                continue
            for rule, rarest in self._opened[tags[at : at + 2]]:
                if rarest.isdisjoint(letters):
                    continue
                found = self._patterns[rule["find"]].match(tags, at, last)
                if found and (said := read(rule, found)) is not None:
                    yield said
                    end = found.end()
                    break

    def scan(self, tags: str) -> Iterator[Found]:
        """Yield what rules find in the sentences with a word of the gate."""
        gate, last = self.part("gate"), 0
        while opened := gate.search(tags, last):
            first, last = tags.rfind(BREAK, 0, opened.start()) + 1, tags.find(BREAK, opened.end()) + 1 or len(tags)
            yield from self.within(tags, first, last, lambda rule, found: (rule, found))

    @cached_property
    def _openers(self) -> re.Pattern[str]:
        """The letters with which a rule may begin."""
        return re.compile(self.layers.spell(frozenset().union(*(piece.starts for _, piece in self._pieces))))

    def _opening(self, pair: str) -> list[tuple[Rule, Letters]]:
        """Return the rules that may begin with two letters, each with the rarest letters of which it needs one."""
        return [
            (rule, min(piece.needs, key=len, default=frozenset(pair)))
            for rule, piece in self._pieces
            if not piece.starts.isdisjoint((pair[0], "")) and not piece.seconds.isdisjoint((pair[1:], ""))
        ]

    def _beside(self, near: str) -> tuple[re.Pattern[str], list[Near]]:
        """Return the rules that may hold for a thing between two letters, with a gate for all of them."""
        about = frozenset(self._asked.values())  # one of which is in any text
        asked = next(letter for letter in near if letter in about)
        before, _, behind = near.partition(asked)
        beside = [
            (rule, min(piece.needs, key=len, default=about), piece.needs, piece.ahead)
            for rule, piece in self._pieces
            if piece.may_ask(before, asked, behind)
        ]
        letters = frozenset().union(*(rarest for _, rarest, *_ in beside))
        gate = self.layers.spell(letters) if letters else "(?!)"
        return re.compile("" if about & letters else gate), beside

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
