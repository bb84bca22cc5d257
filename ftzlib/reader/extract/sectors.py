"""The industries, kinds of center and functions that a text lists as priorities.

Finds     *five major industries: A, B and C*; *Nine centers highlighting A and B*; *focuses on A, B and C*,
          *the Y Area on D*; *cooperation in A, B and C sectors*; *combining A and B functions*.
Leaves    *various industries*, lists of places, companies and people, single sectors in passing.
Example   "three centers for aviation, finance and trade" -> three rows of kind center
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ftzlib.facts.records import Sector
from ftzlib.grammar import lexicon
from ftzlib.grammar.patterns import Grammar, scan
from ftzlib.text.spans import Span
from ftzlib.text.tokens import Tokens

MAX_ITEM = 8  # words; what is longer is a clause
MAX_LIST = 60
_HEAD = "head:((Name|word|num){0,5}? kind:(industry|center|function))"
RULES = (
    ("heading", "kind:(industry|center|function) colon"),
    ("announced with a colon", f"{_HEAD} (!colon){{0,12}}? colon"),
    ("kind, and what for", f"{_HEAD} comma? (whole|of) (of|on|to)?"),
    ("kind, and in what", f"{_HEAD} on"),
    ("kind, and some of it", f"{_HEAD} comma? (some some? | (to be (word|develop))? includes)"),
    ("kind, and what it is", f"{_HEAD} (to be word)? be"),
    ("fields of", "on det? kind:(industry) of"),
    ("focuses on", "(host|Name) (will|be)? (focus on | favor | word priority to) (det word of)?"),
    ("with a focus on", "combine det focus on"),
    ("engaged in", "engaged on"),
    ("gives priority to", "priority (be | will | word){0,4}? to (det word of)?"),
    ("the next one on", "and? (det (Name|word){1,3} host (on|to) | Name{1,2} on)"),
    ("develops", "(host | to | will) word? develop (of|on)? (?!(Name|word|num){0,3} (industry|center|function))"),
    ("focus is on", "focus be on"),
    ("home to", "be home to"),
    ("targets", "host targets"),
    ("emphasis on", "(emphasis (be | will | word){0,4}? on | strong on)"),
    ("one center", "det (Name|word){0,3} kind:(center) (whole|of)"),
)
#: Rules that other lists fit too: half of their items must be known to ISIC.
WEAK = (
    "engaged in",
    "focus is on",
    "develops",
    "home to",
    "targets",
    "kind, and in what",
    "emphasis on",
    "one center",
    "kind, and what it is",
    "gives priority to",
    "fields of",
)


def find(tokens: Tokens) -> list[Sector]:
    """Return the items of all lists of priorities, in order."""
    grammar, rules, gate = _grammar()
    tags = grammar.tag(tokens)
    letters = {grammar.letters["industry"], grammar.letters["function"]}
    found: list[Sector] = []
    for rule, match in scan(rules, tags, gate):
        kind = _kind(tokens, match)
        if rule == "the next one on" and not (found and match.start() - tokens.at(found[-1].span.end) <= 1):
            continue
        end = _list_end(tokens, tags, match.end())
        singular = rule == "kind, and what for" and not tokens.words[match.end("kind") - 1].endswith("s")
        while end > match.end() and tags[end - 1] == grammar.letters["comma"]:
            end -= 1
        nested = any(tags[at] in letters for at in range(match.end(), max(end - 1, match.end())))
        if nested or (
            tags[end] == grammar.letters["colon"] and rule != "announced with a colon"
        ):  # the noun's or the colon's own rule reads that list
            continue
        items = _items(tokens, tags, match.end(), end)
        if (singular or rule in WEAK) and not _is_known(tokens, items):
            continue
        found += _rows(tokens, items, kind, _head(tokens, match, rule), rule, len(found))
    taken = {at for row in found for at in _covered(tokens, row)}
    found += [row for row in _before_noun(tokens, tags, len(found)) if taken.isdisjoint(_covered(tokens, row))]
    return _lists_numbered(sorted(found, key=lambda row: row.span))


def _covered(tokens: Tokens, row: Sector) -> range:
    return range(tokens.at(row.span.start), tokens.at(row.span.end - 1) + 1)


def _lists_numbered(rows: Sequence[Sector]) -> list[Sector]:
    """Number the lists in order of their first item: ``l1``, ``l2``, ..."""
    numbers: dict[str, str] = {}
    return [replace(row, list=numbers.setdefault(row.list, f"l{len(numbers) + 1}")) for row in rows]


def _kind(tokens: Tokens, match: re.Match[str]) -> str:
    if match.groupdict().get("kind") is None:
        return "industry"
    word = tokens.words[match.start("kind")]
    return str(next(kind for kind, words in lexicon.load("sectors")["kinds"].items() if word in words))


def _head(tokens: Tokens, match: re.Match[str], rule: str) -> Span | None:
    """The words that say how many items there are, where the list claims to have them all."""
    if rule not in ("announced with a colon", "kind, and what for"):
        return None
    numbers = lexicon.load("quantities")["numbers"]
    last = match.end("kind")
    first = next(
        (at for at in range(match.start("head"), last) if tokens.shapes[at] == "0" or tokens.words[at] in numbers),
        None,
    )
    return tokens.span(first, last) if first is not None else None


def _list_end(tokens: Tokens, tags: str, start: int) -> int:
    """Return where a list ends: at a stop, a verb or a preposition, or where *the* opens another phrase."""
    letters = _grammar()[0].letters
    numbers, verbs = lexicon.load("quantities")["numbers"], lexicon.words("commitments", "verbs")
    articled = tags[start] == letters["det"]  # *a trading center and a shipping center*
    at = start
    while at < min(start + MAX_LIST, len(tokens)):
        tag = tags[at]
        if (
            tag in (letters["end"], letters["colon"])
            or tokens.words[at] in _ends()
            or (tag == letters["sign"] and tokens.words[at] not in ("/", "-"))
        ):
            break
        again = articled and at > start and tags[at - 1] in (letters["comma"], letters["and"])
        counted = tag in (letters["det"], letters["num"]) or tokens.words[at] in numbers  # *..., two industries of ...*
        if counted and at > start and not again:
            break
        if tags[at] == letters["and"] and tokens.words[at + 1] in verbs and tags[at + 2] == letters["det"]:
            break  # *..., and create a base*
        at += 1
    return at


def _items(tokens: Tokens, tags: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a list at its commas; at *and* only before the last item, or where there is no comma."""
    letters = _grammar()[0].letters
    while end > start and tags[end - 1] in (letters["comma"], letters["and"]):
        end -= 1
    cuts = [start - 1, *(at for at in range(start, end) if tags[at] == letters["comma"]), end]
    chunks = [(first + 1, last) for first, last in pairwise(cuts) if last - first > 1]
    if not chunks:
        return []
    joined = [n for n, chunk in enumerate(chunks) if letters["and"] in tags[chunk[0] + 1 : chunk[1]]]
    if joined and tags[chunks[-1][0]] != letters["and"] and joined[-1] < len(chunks) - 1:
        del chunks[joined[-1] + 1 :]  # *including chips and rail equipment, grew*
    some = [n for n, chunk in enumerate(chunks) if tokens.words[chunk[0]] == "including"]
    if some:  # *modern services, including logistics and leasing*
        chunks[: some[-1] + 1] = [(chunks[some[-1]][0] + 1, chunks[some[-1]][1])]
    first, last = chunks[-1]
    if tags[first] == letters["and"]:
        chunks[-1] = (first + 1, last)
    else:
        ands = [at for at in range(first + 1, last - 1) if tags[at] == letters["and"]]
        if ands:
            chunks[-1:] = [(first, ands[-1]), (ands[-1] + 1, last)]
    return [_trimmed(tokens, *chunk) for chunk in chunks]


def _is_known(tokens: Tokens, items: Sequence[tuple[int, int]]) -> bool:
    """Tell whether ISIC has a place for half of the items, so that they are industries at all."""
    known = sum(_isic(tokens.said(*item)) is not None for item in items if item[1] > item[0])
    return len(items) >= 2 and 2 * known >= len(items)


def _trimmed(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Leave the noun of the whole list out of its last item (*... and advanced manufacturing industries*)."""
    if last - first > 1 and tokens.words[first] in lexicon.words("sectors", "leading"):
        first += 1  # *focuses on developing biomedicine, ...*
    elif last - first > 1 and tokens.words[first] in ("a", "an"):
        first += 1
    nouns = {word for words in lexicon.load("sectors")["kinds"].values() for word in words}
    while last - first > 1 and tokens.words[last - 1] in nouns:
        last -= 1
    while last > first and tokens.words[last - 1] in lexicon.words("sectors", "trailing"):
        last -= 1
    return first, last


def _is_item(tokens: Tokens, tags: str, first: int, last: int) -> bool:
    """An item is a few plain words; names of places and people are none."""
    letters = _grammar()[0].letters
    if not 0 < last - first <= MAX_ITEM or tags[first] in (letters["det"], letters["num"]):
        return False
    names = sum(shape == "A" for shape in tokens.shapes[first:last])
    return names < last - first or tokens.words[first] in lexicon.words("sectors", "upper")


def _rows(
    tokens: Tokens, items: Sequence[tuple[int, int]], kind: str, head: Span | None, rule: str, before: int
) -> list[Sector]:
    tags = _grammar()[0].tag(tokens)
    good = [item for item in items if _is_item(tokens, tags, *item)]
    if len(good) < 2 or len(good) < len(items):
        return []
    return [
        Sector(
            span=tokens.span(*item),
            name=tokens.said(*item),
            kind=kind,
            list=f"l{before + 1}",
            isic=_isic(tokens.said(*item)),
            head=head,
            rule=rule,
        )
        for item in good
    ]


def _before_noun(tokens: Tokens, tags: str, before: int) -> Iterator[Sector]:
    """*cooperation in A, B and C sectors*, *platforms combining A, B and C functions*: the noun comes last."""
    letters = _grammar()[0].letters
    inside = {letters[name] for name in ("Name", "word", "comma", "and", "of")}
    for noun in _noun().finditer(tags):
        start = at = noun.start()
        while start > 0 and tags[start - 1] in inside:
            start -= 1
        opener = start - 1 - (tokens.words[start - 1] == "the")
        if start == 0 or tokens.words[opener] not in lexicon.words("sectors", "openers"):
            continue
        if tags[start] in (letters["comma"], letters["and"]):
            continue
        items = _items(tokens, tags, start, at)
        kind = "function" if tags[at] == letters["function"] else "industry"
        rows = _rows(tokens, items, kind, None, "before its noun", before + at)
        yield from rows


def _isic(name: str) -> str | None:
    lower = name.lower()
    return next((code for words, code in lexicon.load("sectors")["isic"].items() if words in lower), None)


@cache
def _noun() -> re.Pattern[str]:
    return _grammar()[0].compile("industry|function")


@cache
def _ends() -> frozenset[str]:
    return frozenset(lexicon.load("sectors")["words"]["end_of_list"])


@cache
def _grammar() -> tuple[Grammar, list[tuple[str, re.Pattern[str]]], re.Pattern[str]]:
    data = lexicon.load("sectors")
    words = {name: found for name, found in data["words"].items() if name != "end_of_list"}
    grammar = Grammar(data["kinds"] | words)
    gate = grammar.gate("industry center function focus favor priority develop emphasis strong home targets engaged")
    return grammar, grammar.rules(RULES), gate
