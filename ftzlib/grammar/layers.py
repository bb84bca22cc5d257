"""Layers of symbols over a text: words in all their classes, and over them what earlier steps have found.

A text becomes a string with one letter a token, and a rule a regular expression over these letters, written in names:

    "of"            that word
    comma           a word of that class (``english/``), or of that look: ``num`` ``Name`` ``word`` ``sign``
    year ly plural  a word of that form (``english/forms.toml``)
    free Free       a word, or a capitalised one, of an open class: in no list of ``english/syntax.toml``
    plain Plain     ... that is in no class that the table asks for
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
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, product
from operator import add, itemgetter

from ftzlib.grammar import lexicon, patterns
from ftzlib.grammar.patterns import MANY, OPEN, Letters, Piece
from ftzlib.grammar.words import BREAK, LOCK, SEEN, Memo, Worded, fold, shape

LOOKS = {"0": "num", "A": "Name", "a": "word", ".": "sign"}
UNKNOWN = {"A": "Plain", "a": "plain"}
FREE = {"A": "Free", "a": "free"}
# The letters, none of which means anything in a class of `re`. It compiles and matches those of one byte many times
# faster. The end of a sentence is the first, so that no run of letters goes over it.
LETTERS = [sign for sign in map(chr, range(ord(BREAK), 0x1000)) if sign not in "[]^-&|~\\"]
#: The bit of each in a set of them; what stands at the edges of a text, where no letter is, leaves open which.
BITS = {sign: OPEN << n for n, sign in enumerate(["", *LETTERS])}
_RUN = re.compile("1+")
NAMES = re.compile(r'"[^"]+"|\w+')


@cache
def _forms() -> re.Pattern[str]:
    """Compile the patterns of all forms into one that fits any word; a group for each form takes part if it has it."""
    each = (f"(?:(?=(?:{lexicon.written('forms', name).pattern})$)()|)" for name in lexicon.load("forms")["written"])
    return re.compile("".join(each), re.VERBOSE)


@cache
def _named(groups: tuple[str | None, ...]) -> frozenset[str]:
    return frozenset(name for name, group in zip(lexicon.load("forms")["written"], groups, strict=True) if group == "")


@cache
def _closed() -> frozenset[str]:
    """Return the words of all closed classes."""
    return frozenset(chain(*lexicon.load("syntax")["words"].values()))


#: The classes that a word is in by its form.
FORMS = Memo(lambda word: _named(next(_forms().finditer(word)).groups()))
#: The same, its look, and whether it is of an open class, by its look and the word.
_TRAITS = Memo(lambda seen: FORMS[seen[1:]] | {LOOKS[seen[0]], "" if seen[1:] in _closed() else FREE.get(seen[0], "")})


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
        self._of: dict[str, set[str]] = defaultdict(set)
        self._asked = Counter(name for text in texts for name in NAMES.findall(text))
        for name in self._asked:  # classes that no pattern asks for would only make more letters
            for word in [name.strip('"')] if name[0] == '"' else classes.get(name, ()):
                self._of[word].add(name)
        self._kinds = kinds
        self._letters: dict[frozenset[str], str] = {}
        self._every: Letters = 0
        self._named: dict[str, Letters] = defaultdict(int)
        self._signs: dict[str, str] = {}
        self._give_letters()
        self._pieces = Memo(self._piece)  # groups and names stand in many patterns
        self._read = Memo(lambda text: patterns.read(text, self._pieces.__getitem__))

    def _give_letters(self) -> None:
        """Give every set of classes that a word may be in its letter, before any pattern is read."""
        # What stands most often in a text comes first, for the letters of one byte.
        for look in LOOKS:
            self._letter(self._classes(look, ""))
        for kind, part in product(self._kinds, ("", "-", "@")):
            self._signs[f"{part}{kind}"] = self._letter(frozenset({f"{part}{kind}"}))
        closed = _closed()
        alike = {(shape(each), each in closed, FORMS[each], frozenset(of)): each for each, of in self._of.items()}
        words = (*lexicon.load("forms")["samples"], *alike.values())
        several = {self._classes(shape(each), word) for word in words for each in (word, word.capitalize())}
        # What is alike, in what is asked for most, goes side by side: a class in few runs compiles faster.
        rank = {name: n for n, (name, _) in enumerate(self._asked.most_common())}
        for names in sorted(several, key=lambda names: sorted(map(rank.__getitem__, names))):
            self._letter(names)

    def tag(self, tokens: Worded) -> str:
        """Return the letters of `tokens`, one a token."""
        if (tags := tokens.tags.get(self)) is None:
            with LOCK:
                if self not in _ALL:
                    _ALL.append(self)
                    _KNOWN[:] = map(add, _KNOWN, map(self._tag, SEEN))
                _KNOWN.extend(map(_in_all, SEEN[len(_KNOWN) :]))
                letters, several = list(itemgetter(*tokens.lexemes)(_KNOWN)), tuple(_ALL)
            for at in tokens.late:
                letters[at] = _in_all(tokens.forms[at])
            every = "".join(letters)
            tokens.tags.update((layers, every[n :: len(several)]) for n, layers in enumerate(several))
            tags = tokens.tags[self]
        return tags

    def lay(self, tags: str, found: Iterable[tuple[str, int, int]]) -> str:
        """Return `tags` with what was found (kind, first, last) laid over its words."""
        letters = list(tags)
        for kind, first, last in found:
            letters[first:last] = self._signs[kind] + self._signs[f"-{kind}"] * (last - first - 1)
        return "".join(letters)

    def sign(self, kind: str) -> str:
        """Return the letter of something found."""
        return self._signs[kind]

    def asked(self, kind: str) -> str:
        """Return the letter of the thing that is asked about."""
        return self._signs[f"@{kind}"]

    def compile(self, text: str) -> re.Pattern[str]:
        """Compile a pattern; a name that nothing bears raises KeyError."""
        return re.compile(self.read(text).spelt)

    def letters(self, names: Iterable[str]) -> frozenset[str]:
        """Return the letters of words in any of the classes `names`, and of what is found that is one of these."""
        wanted = set(names)
        found = self._all([*wanted, *(kind for kind, of in self._kinds.items() if {kind, *of} & wanted)])
        return frozenset(letter for letter in self._letters.values() if BITS[letter] & found)

    def read(self, text: str) -> Piece:
        """Return how a pattern is spelt in letters, and what it asks of a text."""
        return self._read[text]

    def _classes(self, look: str, word: str) -> frozenset[str]:
        """Return all that is asked for and a word is."""
        every = _TRAITS[look + word].union(self._of.get(word) or [UNKNOWN.get(look, "")])
        return frozenset(every & self._asked.keys())

    def _letter(self, names: frozenset[str]) -> str:
        if names not in self._letters:
            self._letters[names] = letter = LETTERS[len(self._letters) + 1]
            self._every |= BITS[letter]
            for name in names:
                self._named[name] |= BITS[letter]
        return self._letters[names]

    def _tag(self, form: str) -> str:
        look = shape(form)
        if look == BREAK:
            return BREAK
        return self._letters.get(self._classes(look, fold(form))) or self._letters[self._classes(look, "")]

    def _piece(self, item: str) -> Piece:
        if item.startswith("(?<"):
            return self._behind(item[3], NAMES.findall(item))
        if item.endswith(")"):
            return patterns.group(item, self._pieces.__getitem__)
        names = NAMES.findall(item)
        if names == ["end"]:
            return Piece(BREAK, 1, BITS[BREAK], BITS[BREAK])
        if names == ["any"]:
            return Piece(f"[^{BREAK}]", 1, self._every, self._every)
        return self._named_piece(item, names)

    def _named_piece(self, item: str, names: Sequence[str]) -> Piece:
        """Read an item that names classes or kinds, asks about some, or is one token that is none of them."""
        kinds = [kind for kind, of in self._kinds.items() if not names or {kind, *of} & set(names)]
        about, inner = self._all(f"@{kind}" for kind in kinds), self._all(f"-{kind}" for kind in kinds)
        if "@" in item:
            return Piece(_one(about), 1, about, about, asked=about, ahead=0)
        letters = self._all([*names, *kinds])
        if item[0] == "!":
            others = self._every & ~(letters | inner | about)
            return Piece(_one(letters | inner | about, negated=True), 1, others, others)
        if kinds:
            spelt = f"(?:{_one(letters)}{_one(inner)}*+)"
            return Piece(spelt, MANY, letters, letters | inner, (letters,))
        if not letters:
            raise KeyError(f"no class, word or kind is called {' or '.join(sorted(names))}")
        return Piece(_one(letters), 1, letters, letters, (letters,))

    def _behind(self, sense: str, names: Sequence[str]) -> Piece:
        """Look at the word before: one of the sentence (``any``), one of `names`, or its end or that of the text."""
        kinds = [kind for kind, of in self._kinds.items() if {kind, *of} & set(names)]
        letters = self._all([*names, *kinds, *(f"-{kind}" for kind in kinds)])
        if "any" in names:
            return Piece(f"(?<{sense}[^{BREAK}])")
        if "end" in names:
            before = _one(letters, negated=True) if letters else f"[^{BREAK}]"
            return Piece(f"(?<{'!' if sense == '=' else '='}{before})")
        return Piece(f"(?<{sense}{_one(letters)})", ends=letters if sense == "=" else OPEN)

    def _all(self, names: Iterable[str]) -> Letters:
        return patterns.either(self._named.get(name, 0) for name in names)


#: All layers that have been asked for the letters of a text, and of each form in `SEEN` its letters in all of them, so
#: that a word is looked up once.
_ALL: list[Layers] = []
_KNOWN: list[str] = []


def _in_all(form: str) -> str:
    return "".join(layers._tag(form) for layers in _ALL)


def _one(letters: Letters, *, negated: bool = False) -> str:
    """Return a class of letters, runs of them as ranges; negated, it leaves out the end of a sentence, too."""
    runs = [run.span() for run in _RUN.finditer(f"{letters // BITS[BREAK]:b}"[::-1])]
    inside = "".join(LETTERS[at] if end - at == 1 else f"{LETTERS[at]}-{LETTERS[end - 1]}" for at, end in runs)
    return f"[^{inside}{BREAK}]" if negated else f"[{inside}]"
