"""The industries, kinds of center and functions that a text lists as priorities.

What opens such a list stands in ``english/sectors.toml``, how a list reads in ``english/lists.toml``.

Finds     *five major industries: A, B and C*; *Nine centers highlighting A and B*; *focuses on A, B and C*,
          *the Y Area on D*; *cooperation in A, B and C sectors*; *combining A and B functions*; *clusters around A
          and B*; *A and B as key industries*.
Leaves    *various industries*, lists of places, companies and people, single sectors in passing,
          *trade and investment*.
Example   "three centers for aviation, finance and trade" -> three rows of kind center
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import Any

from ftzlib.facts.records import Sector
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules
from ftzlib.text.spans import Span
from ftzlib.text.tokens import Tokens

MAX_LIST = 60  # words of a list

Items = Sequence[tuple[int, int]]


def find(tokens: Tokens) -> list[Sector]:
    """Return the items of all lists of priorities, in order."""
    found: list[list[Sector]] = []
    for rule, match in rules().scan(rules().layers.tag(tokens)):
        if "gives" in rule:
            continue
        before = tokens.at(found[-1][-1].span.end) if found else None
        if rows := _behind_opener(tokens, match, rule, before):
            found.append(rows)
    taken = _covered(tokens, chain.from_iterable(found))
    found += [rows for rows in _before_noun(tokens) if taken.isdisjoint(_covered(tokens, rows))]
    found.sort(key=lambda rows: rows[0].span)
    return [replace(row, list=f"l{n}") for n, rows in enumerate(found, 1) for row in rows]


def _behind_opener(tokens: Tokens, match: re.Match[str], rule: Mapping[str, Any], before: int | None) -> list[Sector]:
    """Return the items behind what opens a list, where `before` is the token behind the list before."""
    if rule.get("behind") and (before is None or match.start() - before > 1):
        return []
    items, end = _items(tokens, match.end(), match.end() + MAX_LIST)
    goes_on = rule.get("goes_on") and before and tokens.numbers[before] == tokens.numbers[match.start()]
    nested = rules().part("nested").search(match.string, match.end(), end)  # its own rule reads it better
    known: float = rule.get("known", 0)
    known = {1: 1, 2: rule.get("pair", known)}.get(len(items), known)
    if nested or len(items) < (1 if goes_on else rule.get("least", 2)) or not _are_industries(tokens, items, known):
        return []
    return _rows(tokens, items, _kind(tokens, match), rule["name"], _head(tokens, match, rule))


def _are_industries(tokens: Tokens, items: Items, share: float) -> bool:
    """Tell whether ISIC has a place for a share of the items, and they are not what an economy as a whole has.

    Where a rule is sure (no share), half of them may be: *focuses on investment facilitation and logistics*.
    """
    aggregates = sum(tokens.words[last - 1] in lexicon.words("sectors", "aggregates") for _, last in items)
    known = sum(_isic(tokens.said(*item)) is not None for item in items)
    return known >= share * len(items) and aggregates < (1 if share else len(items) / 2)


def _covered(tokens: Tokens, rows: Iterable[Sector]) -> set[int]:
    return {at for row in rows for at in range(*tokens.place(row.span))}


def _kind(tokens: Tokens, match: re.Match[str]) -> str:
    kinds: Mapping[str, Sequence[str]] = lexicon.load("sectors")["kinds"]
    word = tokens.words[match.start("kind")] if match.groupdict().get("kind") else ""
    return next((kind for kind, words in kinds.items() if word in words), next(iter(kinds)))


def _head(tokens: Tokens, match: re.Match[str], rule: Mapping[str, Any]) -> Span | None:
    """The words that say how many items there are, where the list claims to have them all."""
    if not rule.get("all"):
        return None
    count = _lists().part("count").search(_words(tokens), match.start("head"), match.end("kind"))
    return tokens.span(count.start(), match.end("kind")) if count else None


def _items(tokens: Tokens, start: int, limit: int) -> tuple[list[tuple[int, int]], int]:
    """Return the items of the list at `start`, none if one of them is none, and where the list ends."""
    words, part = _words(tokens), _lists().part
    end = _lists().past("body", words, start, min(limit, len(tokens)))
    asides = {at for aside in part("aside").finditer(words, start, end) for at in range(*aside.span())}
    at = [n for n in range(start, end) if n not in asides]  # *integrated circuits (ICs)*
    listed = "".join(map(words.__getitem__, at))
    items = [part("item").fullmatch(listed, *chunk) for chunk in _chunks(listed)]
    spans = [item.span("name") for item in items if item]
    return [(at[first], at[last - 1] + 1) for first, last in spans] if len(spans) == len(items) else [], end


def _chunks(listed: str) -> list[tuple[int, int]]:
    """Return where the items of a list stand, the two last ones told apart."""
    part = _lists().part
    chunks = [
        chunk.span() for chunk in part("chunk").finditer(listed, 0, _lists().past("whole", listed, 0, len(listed)))
    ]
    if chunks and (pair := part("pair").fullmatch(listed, *chunks[-1])):
        parts = (chunks[-1][0], pair.start("joint")), (pair.end("joint"), chunks[-1][1])
        chunks[-1:] = [(first, last) for first, last in parts if first < last]
    return chunks


def _rows(tokens: Tokens, items: Items, kind: str, rule: str, head: Span | None = None) -> list[Sector]:
    spans = ((tokens.span(*item), tokens.said(*item)) for item in items)
    return [
        Sector(span=span, name=name, kind=kind, list="", isic=_isic(name), head=head, rule=rule) for span, name in spans
    ]


def _before_noun(tokens: Tokens) -> Iterator[list[Sector]]:
    """*cooperation in A, B and C sectors*, *A, B and C will be its key industries*: the noun comes last."""
    words, part = _words(tokens), _lists().part
    for match in chain.from_iterable(part(name).finditer(words) for name in ("noun_last", "noun_told", "list_told")):
        items, end = _items(tokens, match.start("list"), match.end("list"))
        known = 0.5 if match.re is part("list_told") else 0  # *Nurses and teachers will be given priority*
        if len(items) > 1 and end == match.end("list") and _are_industries(tokens, items, known):
            yield _rows(tokens, items, _kind(tokens, match), "before its noun")


@cache
def _isic(name: str) -> str | None:
    words = f" {name.lower()}".replace("-", " ")  # a key is the beginning of words: *sport* is in no *transport*
    return next(
        (code for key, code in lexicon.load("sectors")["isic"].items() if f" {key}".replace("-", " ") in words), None
    )


def _words(tokens: Tokens) -> str:
    return _lists().layers.tag(tokens)


@cache
def rules() -> Rules:
    """Return the rules for what opens a list."""
    return Rules("sectors", lexicon.load("sectors")["kinds"])


@cache
def _lists() -> Rules:
    sectors, promises = lexicon.load("sectors"), lexicon.load("commitments")
    classes = {name: promises[name] for name in ("verbs", "also_nouns")}
    numbers = lexicon.load("quantities")["numbers"]
    return Rules("lists", {**sectors["kinds"], **sectors["classes"], **classes, "numbers": numbers})
