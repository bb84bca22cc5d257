"""Closed classes of words and the genre's verbs, by which phrases are read, and where the clause of a place starts.

The words and the patterns over them stand in ``english/syntax.toml``, with what opens a clause.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial

from ftzlib.grammar import lexicon
from ftzlib.grammar.layers import FORMS
from ftzlib.grammar.rules import Rules, closed
from ftzlib.text.tokens import Tokens

MAX_CLAUSE = 120  # words before a place in which its clause starts
MAX_EDGES = 24  # commas and the like within those words: a list without end is no clause
#: Returns a word list of ``english/syntax.toml`` outside the closed classes.
words = partial(lexicon.words, "syntax")


@cache
def edges() -> dict[str, str]:
    """Return the kind of what stands between clauses, by its letter, where rules ask about it."""
    return {letter: kind for kind in ("And", "Comma", "That") for letter in letters(kind.lower())}


def tag(tokens: Tokens) -> str:
    """Return the letters of a text, a month and apostrophes told from what looks like them; worked out once."""
    if (laid := tokens.tags.get(rules())) is None:
        layers = rules().layers
        laid = layers.tag(tokens)
        found = (each.start() for each in part("owning").finditer(laid))
        laid = layers.lay(laid, [(kind, at, at + 1) for at in found if (kind := _kind(tokens, at))])
        tokens.tags[rules()] = laid
    return laid


def _kind(tokens: Tokens, at: int) -> str | None:
    if tokens.shapes[at] == "A":
        return "Month"
    return "Joined" if tokens.joined(at) else None


@cache
def letters(*names: str) -> frozenset[str]:
    """Return the letters of the classes `names`."""
    return rules().layers.letters(names)


@cache
def part(name: str) -> re.Pattern[str]:
    """Compile a part of ``english/syntax.toml``."""
    return rules().part(name)


def holds_verb(tags: str, first: int, last: int) -> bool:
    """Tell whether a finite verb stands between two tokens."""
    return part("finite").search(tags, first, last) is not None


def is_open(tag: str) -> bool:
    """Tell whether a word is of an open class: a noun, most adjectives, a name."""
    return tag in letters("free", "Free")


def is_plural(word: str) -> bool:
    """Tell whether a lower-case word looks like a plural noun."""
    return "plural" in FORMS[word]


def with_plurals(words: Iterable[str]) -> set[str]:
    """Return nouns with their plurals (*deals*, *taxes*, *policies*), by the rule alone."""
    endings = lexicon.load("forms")["plural_endings"]
    return {word.removesuffix(one) + several for word in words for one, several in endings}


@cache
def verbs() -> dict[str, frozenset[str]]:
    """Return the forms of verbs, as far as they are known: by the names of those forms."""
    known = frozenset().union(*(closed()[name] for name in ("verb", "rise", "fall")))
    base = (known | lexicon.words("commitments", "verbs") | words("other_verbs")) - words("no_verbs")
    forms = lexicon.load("forms")
    made = {
        form: frozenset(re.sub(end, to, verb) for end, to in ways for verb in base if re.search(end, verb))
        for form, ways in forms["verbs"].items()
    }
    ending = {form: frozenset(filter(re.compile(end).search, known)) for form, end in forms["endings_of_verbs"].items()}
    return {"base": base} | made | ending


def clause_start(tokens: Tokens, at: int, floor: int = 0) -> int:
    """Return the first token of the clause that `at` stands in, not before `floor`."""
    key = (at, floor)
    if (start := tokens.clauses.get(key)) is None:
        first = max(tokens.bounds(tokens.sentence_at(at))[0], floor, at - MAX_CLAUSE)
        start = _opening(tokens, first, at)
        tokens.clauses[key] = start = rules().past("joins", tag(tokens), start, at)
    return start


def _opening(tokens: Tokens, first: int, at: int) -> int:
    """Go back from `at` over the places where a clause may start; closed asides are passed over."""
    tags = tag(tokens)
    closed, passed = False, 0
    for edge in _edges_back(tags, first, at):
        closed |= part("aside").match(tags, edge) is not None
        if edge == passed - 1 or not _opens_clause(tokens, first, edge, at):
            continue
        if not (closed and tags[edge] in letters("conj") and tags[edge - 1] in letters("comma")):
            return edge + 1
        closed, passed = False, edge
    return first


def _edges_back(tags: str, first: int, at: int) -> Iterator[int]:
    """Yield where a clause may start between two places, the last first; what stands in brackets is passed over."""
    in_brackets = False
    edges = [edge.start() for edge in part("edge").finditer(tags, first, at) if len(edge[0]) == 1]  # no list
    for edge in edges[: -MAX_EDGES - 1 : -1]:
        if in_brackets or tags[edge] in letters("close"):
            in_brackets = tags[edge] not in letters("open")
        else:
            yield edge


def _opens_clause(tokens: Tokens, first: int, edge: int, at: int) -> bool:
    tags = tag(tokens)
    kind = edges().get(tags[edge])
    if kind is None:
        return tags[edge] not in letters("quote") or not tokens.joined(edge)
    around = f"{tags[first:edge]}{rules().layers.asked(kind)}{tags[edge + 1 : at]}"
    return any(rules().fitting(around, kind))


@cache
def rules() -> Rules:
    """Return the patterns for phrases, and the rules for where a clause starts."""
    says = lexicon.words("speech", "say", "note")
    shows = lexicon.words("speech", "show")
    classes = {
        **verbs(),
        "gerund": verbs()["gerund"] - words("ing_nouns"),
        "opener": [*words("fillers"), *words("apostrophe"), *lexicon.words("quantities", "numbers"), *words("marks")],
        "says": says | shows,
        "saying": says - shows,
        "showing": shows,
    }
    return Rules("syntax", classes)
