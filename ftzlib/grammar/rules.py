"""Tables of rules: the ``[[rule]]`` of ``english/NAME.toml``, each with its pattern and the words that it was made for.

A rule has a ``name``, ``find`` (a pattern of `ftzlib.grammar.layers`, with the table's ``[parts]`` spelt out), ``text``
(its example, which is its test), and what it gives. Patterns are compiled when they are first asked for. A table whose
rules look for things of their own, wherever they are (`Rules.scan`), has a ``gate``: one of these words is in each.
One whose rules are about single words (`Rules.about`) has ``[cues]``: kinds of words, of what others each is one, and
under its name in small letters the list of its words, of which a word's first counts; and how far they ``reach``.
Lists of other tables have their names here in ``[from]``; of the classes in ``exclusive`` a word's first counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from ftzlib.grammar import lexicon
from ftzlib.grammar.layers import Layers
from ftzlib.grammar.patterns import Letters, Piece
from ftzlib.grammar.words import BREAK, Memo

Place = tuple[int, int]  # the first word of something, and the one behind it
Found = tuple[Mapping[str, Any], re.Match[str]]  # a rule, and where it fits
Fit = tuple[Mapping[str, Any], dict[str, Place]]  # a rule, and the places of its groups
_NAMED = re.compile(r"\(\?P<\w+>")


class Rules:
    """The rules of one table, in order, and the layers that they are written over.

    Parameters
    ----------
    name : str
        Of the table.
    kinds : mapping of str to kinds
        See `Layers`.
    classes : mapping of str to words, optional
        Besides the language's closed classes and the table's own.
    """

    def __init__(
        self, name: str, kinds: Mapping[str, Iterable[str]], classes: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        data = lexicon.load(name)
        lists = {name: listed for name, listed in data.items() if isinstance(listed, list) and name != "rule"}
        lists |= {name: lexicon.listed(*where) for name, where in data.get("from", {}).items()}
        lists |= data.get("classes", {})
        lists |= disjoint({name: lists[name] for name in data.get("exclusive", ())})
        cues = data.get("cues", {})
        kinds = {**kinds, **cues}
        self.cues: dict[str, str] = {word: kind for kind in reversed(cues) for word in data.get(kind.lower(), ())}
        self._reach: int = data.get("reach", 0)
        parts = data.get("parts", {})
        self._parts = {name: _spelt_out(part, parts) for name, part in parts.items()} | {
            "gate": data.get("gate", "any"),
            "cue": f"[{' '.join(cues).lower()}]",
        }
        self.rules = [rule | {"find": _spelt_out(rule["find"], parts)} for rule in data.get("rule", ())]
        texts = [*self._parts.values(), *(rule["find"] for rule in self.rules)]
        self.layers = Layers({**closed(), **lists, **(classes or {})}, kinds, texts)
        self._patterns = Memo(self.layers.compile)
        self._about = {self.layers.asked(kind): kind for kind in kinds}
        self._near, self._opened = Memo(self._beside), Memo(self._opening)

    def fitting(self, around: str, kind: str) -> Iterator[Found]:
        """Yield the rules for a thing of a `kind` that hold in `around`, those first that are listed first."""
        at = around.index(self.layers.asked(kind))
        gate, near = self._near[around[max(at - 1, 0) : at + 2]]
        if gate.isdisjoint(around):
            return
        letters = set(around)
        for rule, rarest, piece in near:
            if rarest.isdisjoint(letters) or any(map(letters.isdisjoint, piece.needs)):
                continue
            if found := self._patterns[rule["find"]].search(around, max(at - piece.ahead, 0)):
                yield rule, found

    def around(self, tags: str, kind: str, thing: Place, within: Place) -> Iterator[Fit]:
        """Yield the rules that hold for a thing of so many words, between two places of the text."""
        (first, last), (start, stop) = thing, within
        swallowed = last - first - 1  # letters for which one stands

        def place(at: int) -> int:
            return start + at + swallowed * (start + at > first)

        for rule, found in self.fitting(f"{tags[start:first]}{self.layers.asked(kind)}{tags[last:stop]}", kind):
            groups = (name for name, words in found.groupdict().items() if words is not None)
            yield rule, {name: (place(found.start(name)), place(found.end(name))) for name in groups}

    def about(self, tags: str, at: int, first: int, last: int, kind: str) -> Fit | None:
        """Return the first rule that holds for the word at a place, between two others and within reach of it."""
        low = max(first, at - self._reach)
        cut = BREAK if low > first else ""  # so that no rule takes it for the start
        around = f"{cut}{tags[low:at]}{self.layers.asked(kind)}{tags[at + 1 : min(last, at + self._reach)]}"
        for rule, found in self.fitting(around, kind):
            back = low - len(cut)
            groups = (name for name, words in found.groupdict().items() if words is not None)
            return rule, {name: (back + found.start(name), back + found.end(name)) for name in groups}
        return None

    def each(self, tags: str) -> Iterator[Found]:
        """Yield where rules that ask about nothing fit in a text, rule by rule."""
        for rule in self.rules:
            for found in self._patterns[rule["find"]].finditer(tags):
                yield rule, found

    def part(self, name: str) -> re.Pattern[str]:
        """Compile one of the table's parts, to be asked for by itself."""
        return self._patterns[self._parts[name]]

    def upto(self, name: str, tags: str, first: int, last: int) -> int:
        """Return where a part starts that stands first between two places; `last` where it stands nowhere."""
        found = self.part(name).search(tags, first, last)
        return found.start() if found else last

    def past(self, name: str, tags: str, first: int, last: int) -> int:
        """Return where a part ends that starts at `first`; `first` where it does not."""
        found = self.part(name).match(tags, first, last)
        return found.end() if found else first

    def beginning(self, tags: str, first: int, last: int) -> Iterator[tuple[int, Iterator[Found]]]:
        """Yield from left to right where rules fit between two places, and which, those first that are listed first."""
        for opener in self._openers.finditer(tags, first, last):
            gate, rules = self._opened[opener[0]]
            if gate.match(tags, at := opener.start(), last):
                matches = ((rule, self._patterns[rule["find"]].match(tags, at, last)) for rule in rules)
                yield at, ((rule, found) for rule, found in matches if found)

    def scan(self, tags: str) -> Iterator[Found]:
        """Yield what the rules find in order; of two that overlap what starts first, then the earlier rule."""
        gate, last = self.part("gate"), 0
        while opened := gate.search(tags, last):
            end, last = tags.rfind(BREAK, 0, opened.start()) + 1, tags.find(BREAK, opened.end()) + 1 or len(tags)
            for at, fits in self.beginning(tags, end, last):
                if at >= end:
                    rule, found = next(fits)
                    end = found.end()
                    yield rule, found

    def _opening(self, letter: str) -> tuple[re.Pattern[str], list[Mapping[str, Any]]]:
        """Return the rules that may begin with a letter, and a gate for them all."""
        held = [(rule, piece.spelt) for rule, piece in self._pieces if {letter, ""} & piece.starts]
        return re.compile("|".join(_NAMED.sub("(?:", spelt) for _, spelt in held)), [rule for rule, _ in held]

    @cached_property
    def _openers(self) -> re.Pattern[str]:
        """The letters with which a rule may begin."""
        return re.compile(self.layers.spell(frozenset().union(*(piece.starts for _, piece in self._pieces))))

    def _beside(self, near: str) -> tuple[Letters, list[tuple[Mapping[str, Any], Letters, Piece]]]:
        """Return the rules that may hold for a thing between two letters, with a gate for each and for all of them."""
        asked = next(letter for letter in near if letter in self._about)
        before, _, behind = near.partition(asked)
        about = frozenset(self._about)  # one of which is in any text
        beside = [
            (rule, min(piece.needs, key=len, default=about), piece)
            for rule, piece in self._pieces
            if (asked in piece.asked or not piece.asked)
            and not piece.before.isdisjoint((before, ""))
            and not piece.behind.isdisjoint((behind, ""))
        ]
        return frozenset().union(*(rarest for _, rarest, _ in beside)), beside

    @cached_property
    def _pieces(self) -> list[tuple[Mapping[str, Any], Piece]]:
        """What the rules ask of a text."""
        return [(rule, self.layers.read(rule["find"])) for rule in self.rules]


@cache
def table(name: str) -> Rules:
    """Return the rules of a table that says itself what it is written over, made once."""
    return Rules(name, {})


def _spelt_out(text: str, parts: Mapping[str, str]) -> str:
    """Put parts in the places of their names; a part may be written with others."""

    def part(found: re.Match[str]) -> str:
        return _spelt_out(parts[found[0]], parts) if found[0] in parts else found[0]

    return re.sub(r'"[^"]+"|\b\w+\b', part, text)


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
