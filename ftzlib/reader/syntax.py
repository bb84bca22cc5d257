"""Closed classes of English words and the genre's verbs: the letters that phrases and clauses are read by.

The words stand in ``english/syntax.toml``; a text's tags are made with `ftzlib.grammar.patterns.Grammar`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.grammar.patterns import Grammar


@cache
def grammar() -> Grammar:
    """Return the grammar of closed classes and the genre's verbs (``english/syntax.toml``)."""
    return Grammar(lexicon.load("syntax")["words"])


@cache
def letters(*names: str) -> frozenset[str]:
    """Return the letters of the classes `names`."""
    return frozenset(grammar().letters[name] for name in names)


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list of ``english/syntax.toml`` outside the classes."""
    data = lexicon.load("syntax")
    return frozenset(data["plurals"].get(name) or data[name])


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern of closed classes, once."""
    return grammar().compile(text)


def is_plural(word: str) -> bool:
    """Tell whether a lower-case word looks like a plural noun."""
    if word in words("irregular"):
        return True
    last = word.rsplit("-", 1)[-1]
    return (
        last.endswith("s")
        and len(last) > 3
        and not last.endswith(("ss", "us", "is"))
        and word not in words("singular_s")
    )


def with_plurals(words: Iterable[str]) -> set[str]:
    """Return nouns with their plurals (*deals*, *taxes*, *policies*), by the rule alone."""
    endings = lexicon.load("syntax")["plurals"]["endings"]
    return {word.removesuffix(one) + several for word in words for one, several in endings}


def is_third_person(word: str) -> bool:
    """Tell whether a lower-case word may be a verb in -s (*plans*, *exports*, *says*)."""
    if word.endswith("ies"):
        return is_base(word[:-3] + "y")
    return word.endswith("s") and is_base(word[: -2 if word.endswith(("ches", "shes", "sses", "xes")) else -1])


def is_base(word: str) -> bool:
    """Tell whether a lower-case word may be the base form of a verb (*buy*, *export*)."""
    return word in _bases()


@cache
def _bases() -> frozenset[str]:
    """Base forms of verbs, as far as they are known."""
    data = lexicon.load("syntax")["words"]
    forms = frozenset().union(*(data[name] for name in ("verb", "rise", "fall")))
    return (forms | lexicon.words("commitments", "verbs") | words("other_verbs")) - words("no_verbs")


def is_time(tag: str, word: str) -> bool:
    """Tell whether a word is a month, a weekday, *year* or the like, or the number of a year."""
    return tag in letters("time") or (word.isdigit() and len(word) == len("2020"))


def is_per_capita(words: Sequence[str], at: int) -> bool:
    """Tell whether *per* stands in *per capita income*, which is a noun phrase."""
    return words[at] == "per" and words[at + 1] in ("capita", "head")


def holds_verb(tags: str, first: int, last: int) -> bool:
    """Tell whether a finite verb stands between two tokens."""
    return pattern("aux|verb|rise|fall").search(tags, first, last) is not None
