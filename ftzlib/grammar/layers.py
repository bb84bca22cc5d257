"""Layers of symbols over a text: words in all their classes, and over them what earlier steps have found.

A text becomes a string with one letter a token, and a rule a regular expression over these letters, written in names:

    "of"            that word
    comma           a word of that class (``english/``), or of that look: ``num`` ``year`` ``Name`` ``word`` ``sign``
    plain Plain     a word, or a capitalised one, that is in no class that the table asks for
    [comma and]     a word of any of these; ``any`` any of the sentence, ``end`` its end
    Amount          something that an earlier step has found, however many words it has
    @               the thing that is asked about; ``@Bare`` asks for its kind, too
    (a | b) a? a* a{0,4} !a (?=a) (?<=a) (?<!a b) name:(a)  as in `re`; ``!a`` is one token of the sentence that is no a
    (?<=end a)      behind an a or at the opening of a sentence; ``(?<=any)`` not at its opening

A letter stands for the *set* of classes that a word is in, so that a word may be in several and all rules share one
string. The idea is that of cascaded finite-state grammars over annotations (JAPE,
https://gate.ac.uk/sale/tao/splitch8.html; FASTUS, Hobbs et al. 1997).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ftzlib.grammar.patterns import Worded
from ftzlib.grammar.words import BREAK, Memo, fold, shape

LOOKS = {"0": "num", "A": "Name", "a": "word", ".": "sign"}
UNKNOWN = {"A": "Plain", "a": "plain"}
ENDINGS = ("ly", "ed", "ing", "s")  # classes of words by their end: *sharply* is one of ``ly``
# The letters: those of one byte first, of which `re` makes classes many times faster, then those of private use.
LETTERS = [
    *map(chr, (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B), *range(0x80, 0x100), *range(14, 32))),
    *map(chr, range(0xE000, 0xF000)),
]
_PART = re.compile(
    r"\(\?<(?P<sense>[!=])(?P<behind>[^)]+)\)|(?P<look>\(\?[!=])|(?P<group>[a-z]+):\(|(?P<open>\((?!\?))|\s+"
    r"|(?P<times>\{[\d,]+\})"
    r'|(?P<not>!)?(?P<at>@?)(?:\[(?P<any>[^\]]+)\]|(?P<one>"[^"]+"|\w+)|(?<=@))'
)
_INNER = re.compile(r"(?:[a-z]+:)?\([^()]*\)[?*+]*(?:\{[\d,]+\})?")
_OPTIONAL = re.compile(r'!?(?:\[[^\]]*\]|"[^"]*"|\w+)(?:[?*]|\{[\d,]+\})')
_NAMES = re.compile(r'"[^"]+"|\w+')


def _flat(text: str) -> str:
    """Return what a pattern must have in any case: without its groups and options."""
    while (inner := _INNER.sub(" ", text)) != text:
        text = inner
    return "" if "|" in text else _OPTIONAL.sub(" ", text)


class Layers:
    """The classes of a language's words, and patterns over them.

    Parameters
    ----------
    classes : mapping of str to words
        In lower case; a word may be in several.
    kinds : mapping of str to kinds
        What earlier steps find, and of what other kind each is one (``Bare: Amount``).
    texts : iterable of str
        All that will be compiled: their literal words become classes.
    """

    def __init__(self, classes: Mapping[str, Iterable[str]], kinds: Mapping[str, Iterable[str]], texts: Iterable[str]):
        of: dict[str, set[str]] = defaultdict(set)
        self._asked = named = frozenset(name for text in texts for name in _NAMES.findall(text))
        for name in named:  # classes that no pattern asks for would only make more letters
            for word in [name.strip('"')] if name[0] == '"' else classes.get(name, ()):
                of[word].add(name)
        self._of = of
        self._kinds = kinds
        self._letters: dict[frozenset[str], str] = {}
        self._named: dict[str, set[str]] = defaultdict(set)
        for look in ("a", "A", ".", "0"):
            for word in ("", "0000", *(f"*{end}" for end in ENDINGS)):
                self._letter(self._classes(look, word))
        for word in of:
            for look in {shape(word), shape(word.capitalize())}:
                self._letter(self._classes(look, word))
        for kind in kinds:
            for part in (kind, f"-{kind}", f"@{kind}"):
                self._letter(frozenset({part}))
        self._tags = Memo(self._tag)

    def tag(self, tokens: Worded) -> str:
        """Return the letters of `tokens`, one a token."""
        if (tags := tokens.tags.get(self)) is None:
            tokens.tags[self] = tags = "".join(map(self._tags.__getitem__, tokens.forms))
        return tags

    def lay(self, tags: str, found: Iterable[tuple[str, int, int]]) -> str:
        """Return `tags` with what was found (kind, first, last) laid over its words."""
        letters = list(tags)
        for kind, first, last in found:
            rest = self._letters[frozenset({f"-{kind}"})]
            letters[first:last] = [self._letters[frozenset({kind})]] + [rest] * (last - first - 1)
        return "".join(letters)

    def sign(self, kind: str) -> str:
        """Return the letter of something found."""
        return self._letters[frozenset({kind})]

    def asked(self, kind: str) -> str:
        """Return the letter of the thing that is asked about."""
        return self._letters[frozenset({f"@{kind}"})]

    def compile(self, text: str) -> re.Pattern[str]:
        """Compile a pattern; a name that nothing bears raises KeyError."""
        return re.compile(self.spell(text))

    def spell(self, text: str) -> str:
        """Return a pattern written in letters, not compiled yet."""
        return _PART.sub(self._part, text)

    def needed(self, text: str) -> frozenset[str]:
        """Return the rarest letters of which a text must have one for a pattern to fit: its gate."""
        found = [frozenset(letter for letters in self._named.values() for letter in letters) | {BREAK}]
        for part in _PART.finditer(_flat(text)):
            names = _NAMES.findall(part["any"] or part["one"] or "")
            if names and names[0] not in ("any", "end") and not part["not"] and not part["at"]:
                kinds = [kind for kind, of in self._kinds.items() if {kind, *of} & set(names)]
                found.append(frozenset(letter for name in (*names, *kinds) for letter in self._named.get(name, ())))
        return min(filter(None, found), key=len)

    def _classes(self, look: str, word: str) -> frozenset[str]:
        end = next((end for end in ENDINGS if word.endswith(end)), None)
        year = look == "0" and word.isdigit() and len(word) == len("2020")
        known = self._of.get(word, ())
        looks = (LOOKS[look], None if known else UNKNOWN.get(look), end, "year" if year else None)
        return self._asked & {*looks, *known}

    def _letter(self, names: frozenset[str]) -> None:
        if names not in self._letters:
            self._letters[names] = letter = LETTERS[len(self._letters)]
            for name in names:
                self._named[name].add(letter)

    def _tag(self, form: str) -> str:
        look = shape(form)
        if look == BREAK:
            return BREAK
        return self._letters.get(self._classes(look, fold(form))) or self._letters[self._classes(look, "")]

    def _part(self, found: re.Match[str]) -> str:
        if found["look"] or found["times"]:
            return found[0]
        if found["group"]:
            return f"(?P<{found['group']}>"
        if found["open"]:
            return "(?:"
        if not (found["any"] or found["one"] or found["at"] or found["behind"]):
            return ""
        if found["one"] in ("any", "end"):
            return BREAK if found["one"] == "end" else f"[^{BREAK}]"
        names = _NAMES.findall(found["any"] or found["one"] or found["behind"] or "")
        kinds = [kind for kind, of in self._kinds.items() if not names or {kind, *of} & set(names)]
        if found["at"]:
            return self._one([f"@{kind}" for kind in kinds])
        inner = [f"-{kind}" for kind in kinds]
        if found["behind"]:
            return self._behind([*names, *kinds, *inner], found["sense"])
        if found["not"]:
            return self._one([*names, *kinds, *inner, *(f"@{kind}" for kind in kinds)], negated=True)
        return f"(?:{self._one([*names, *kinds])}{self._one(inner)}*+)" if kinds else self._one(names)

    def _behind(self, names: Sequence[str], sense: str) -> str:
        """Look at the word before: one of the sentence (``any``), one of `names`, or its end or that of the text."""
        if "any" in names:
            return f"(?<{sense}[^{BREAK}])"
        if "end" in names:
            others = [name for name in names if name != "end"]
            before = self._one(others, negated=True) if others else f"[^{BREAK}]"
            return f"(?<!{before})" if sense == "=" else f"(?<={before})"
        return f"(?<{sense}{self._one(names)})"

    def _one(self, names: Iterable[str], *, negated: bool = False) -> str:
        letters = sorted({letter for name in names for letter in self._named.get(name, ())})
        if not letters:
            raise KeyError(f"no class, word or kind is called {' or '.join(sorted(names))}")
        return f"[^{_ranges(letters)}{BREAK}]" if negated else f"[{_ranges(letters)}]"


def _ranges(letters: Sequence[str]) -> str:
    """Return letters in order as the inside of a character class, runs of them as ranges."""
    runs: list[list[str]] = []
    for letter in letters:
        if runs and ord(letter) == ord(runs[-1][-1]) + 1:
            runs[-1].append(letter)
        else:
            runs.append([letter])
    return "".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
