"""The industries, kinds of center and functions that a text lists as priorities.

Finds     *five major industries: A, B and C*; *Nine centers highlighting A and B*; *focuses on A, B and C*,
          *the Y Area on D*; *cooperation in A, B and C sectors*; *combining A and B functions*; *clusters around A
          and B*; *A and B as key industries*.
Leaves    *various industries*, lists of places, companies and people, single sectors in passing,
          *trade and investment*.
Example   "three centers for aviation, finance and trade" -> three rows of kind center
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ftzlib.facts.records import Sector
from ftzlib.grammar import lexicon
from ftzlib.grammar.patterns import Grammar, scan
from ftzlib.reader import syntax
from ftzlib.text.spans import Span
from ftzlib.text.tokens import Tokens

MAX_ITEM = 8  # words; what is longer is a clause
MAX_LIST = 60
_HEAD = "head:((Name|word|num){0,5}? kind:(industry|center|function))"
_OF = "((of|on) det? (Name|word|host){1,6})?"
_AS = "some det? (word|num|Name|develop){0,4} (industry|center|function)"
_GROWTH = "(det growth of)?"  # the development of
_SOME = "((word|Name){1,3} comma? some some?)?"  # modern services, such as
RULES = (
    ("heading", "kind:(industry|center|function) colon{1,2}"),
    ("announced with a colon", f"{_HEAD} (!colon){{0,12}}? colon{{1,2}}"),
    ("in brackets", f"{_HEAD} open (word sign word sign)?"),  # modern services (e.g. leasing)
    ("kind, and some of it", f"{_HEAD} {_OF} (comma? some some? | (to be (word|develop))? includes)"),
    ("kind, and what for", f"{_HEAD} comma? (whole|of|focus) (of|on|to)?"),
    ("kind, and in what", f"{_HEAD} on"),
    ("kind, and what for, behind its verb", f"{_HEAD} (be|will|to) (be|word|develop){{1,3}}? whole (to|on)?"),
    ("kind, and what it is", f"{_HEAD} (to be word)? be"),
    ("grown around", "(kind:(industry|center) | chain) (be|will|to|word|develop|on|num){0,6}? around"),
    ("a system led by", "system (focus on | whole on? | some some? | combine | around)"),
    ("takes as", f"(choose|support|combine|develop) (?=(Name|word|num|comma|and|of|open|close|sign){{1,40}}? {_AS})"),
    ("fields of", "on det? kind:(industry) of"),
    ("focuses on", f"(host|Name) (will|be)? (focus on | favor | word priority to) {_GROWTH} {_SOME}"),
    ("with a focus on", f"combine det focus on {_GROWTH}"),
    ("focusing on", f"host comma? (whole|word focus) on {_GROWTH}"),
    ("engaged in", "engaged on"),
    ("gives priority to", f"priority (be | will | word){{0,4}}? to {_GROWTH}"),
    ("the next one on", "and? (det (Name|word){1,3} host comma? (on|to) | Name{1,2} comma? on)"),
    (
        "develops",
        "(host | to | will) word? (develop|support) (of|on)? (?!(Name|word|num){0,3} (industry|center|function|chain))",
    ),
    ("focus is on", "focus be on"),
    ("home to", "be home to"),
    ("targets", "host targets"),
    ("emphasis on", "(emphasis (be | will | word){0,4}? on | strong on)"),
    ("one center", "det (Name|word){0,3} kind:(center) (whole|of)"),
)
#: Rules that other lists fit too: half of their items must be known to ISIC.
WEAK = (
    "engaged in",
    "focusing on",
    "kind, and what for, behind its verb",
    "a system led by",
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

#: Rules that go on behind another list, so that one item is enough (*..., while the Kashgar Area focuses on tourism*).
GOES_ON = ("the next one on", "focuses on")


def find(tokens: Tokens) -> list[Sector]:
    """Return the items of all lists of priorities, in order."""
    grammar, rules, gate = _grammar()
    tags = grammar.tag(tokens)
    lists: list[list[Sector]] = []
    for rule, match in scan(rules, tags, gate):
        before = tokens.at(lists[-1][-1].span.end) if lists else match.start()
        if rule == "the next one on" and not (lists and match.start() - before <= 1):
            continue
        items, end = _items(tokens, tags, match.end(), match.end() + MAX_LIST)
        colon = tags[end] == grammar.letters["colon"] and rule != "announced with a colon"
        if colon or _nested().search(tags, match.end(), end) or not _is_trusted(tokens, rule, match, items):
            continue  # the rule of a noun in the list, or of a colon behind it, reads it better
        goes_on = lists and rule in GOES_ON and tokens.sentence_at(before) == tokens.sentence_at(match.start())
        least = 1 if goes_on and _are_known(tokens, items, 1) else 2
        lists.append(_rows(tokens, items, _kind(tokens, match), rule, least, _head(tokens, match, rule)))
        if not lists[-1]:
            lists.pop()
    taken = {at for rows in lists for row in rows for at in _covered(tokens, row)}
    lists += [
        rows for rows in _before_noun(tokens, tags) if all(taken.isdisjoint(_covered(tokens, row)) for row in rows)
    ]
    lists.sort(key=lambda rows: rows[0].span)
    return [replace(row, list=f"l{n}") for n, rows in enumerate(lists, 1) for row in rows]


def _is_trusted(tokens: Tokens, rule: str, match: re.Match[str], items: Sequence[tuple[int, int]]) -> bool:
    """Where other lists would fit a rule as well, ask whether these are industries: half of them, or all."""
    if rule == "develops":
        return _are_known(tokens, items, 1 if _is_purpose(tokens, match.start()) or len(items) == 2 else 0.5)
    aggregates = sum(tokens.words[last - 1] in lexicon.words("sectors", "aggregates") for _, last in items)
    if 2 * aggregates >= len(items):  # *focuses on investment facilitation and trade liberalization*
        return False
    singular = rule == "kind, and what for" and not tokens.words[match.end("kind") - 1].endswith("s")
    return not (singular or rule in WEAK) or _are_known(tokens, items, 0.5)


def _is_purpose(tokens: Tokens, at: int) -> bool:
    """*measures [to] boost trade*: what for, and no plan."""
    return tokens.words[at] == "to" and tokens.words[at - 1] not in lexicon.words("commitments", "intend", "be")


def _covered(tokens: Tokens, row: Sector) -> range:
    return range(tokens.at(row.span.start), tokens.at(row.span.end - 1) + 1)


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


def _is_over(tokens: Tokens, tags: str, start: int, at: int) -> bool:
    """Tell whether a list ends: at a stop, a verb or a preposition, or where *the* opens another phrase."""
    letters = _grammar()[0].letters
    joins = (letters["comma"], letters["and"])
    if tags[at] in (letters["end"], letters["colon"], letters["close"]):
        return True
    if (tokens.words[at] in _ends() and tokens.forms[at] != "IT") or _is_sign(tokens, tags, at):
        return True
    if tags[at] in joins and _is_next_verb(tokens, tags, at + 1):
        return True  # *..., and create a base*
    if tags[at] == letters["some"] and at > start:
        return True  # *..., and services like design*: a list of its own
    if at == start or not _is_counted(tokens, tags, at):
        return False
    item = tags[at - 1] in joins and tags[at] == letters["det"]  # *a trading center and a shipping center*
    return not (item and (tags[start] == letters["det"] or _is_articled(tokens, tags, at)))


def _is_sign(tokens: Tokens, tags: str, at: int) -> bool:
    return tags[at] == _grammar()[0].letters["sign"] and tokens.words[at] not in ("/", "-")


def _is_counted(tokens: Tokens, tags: str, at: int) -> bool:
    letters = _grammar()[0].letters
    return tags[at] in (letters["det"], letters["num"]) or tokens.words[at] in lexicon.load("quantities")["numbers"]


def _is_articled(tokens: Tokens, tags: str, at: int) -> bool:
    """*..., and the care of old streets*, *the silver economy*: an item with its article, up to the next stop."""
    item = _articled().match(tags, at)
    if not item or tokens.words[at] not in lexicon.words("sectors", "articles"):
        return False
    named = item["of"] or tokens.words[item.end() - 1] in lexicon.words("sectors", "economies")
    return bool(named or _isic(tokens.said(at, item.end()))) and not tokens.words[item.end() - 1].endswith("ed")


def _is_next_verb(tokens: Tokens, tags: str, at: int) -> bool:
    """*and create a base*, *and attract firms*: a verb with its object, and no item."""
    letters = _grammar()[0].letters
    verb = tokens.words[at] in lexicon.words("commitments", "verbs")
    noun = tokens.words[at] in lexicon.words("commitments", "also_nouns")
    return verb and (tags[at + 1] == letters["det"] or (not noun and tags[at + 1] in "aA"))


def _items(tokens: Tokens, tags: str, start: int, limit: int) -> tuple[list[tuple[int, int]], int]:
    """Split a list at its commas, and at *and* before the last item; return the items, and where the list ends."""
    letters = _grammar()[0].letters
    chunks, end = _chunks(tokens, tags, start, min(limit, len(tokens)))
    opened = [n for n, chunk in enumerate(chunks) if tags[chunk[0]] == letters["and"]]
    joined = [n for n, chunk in enumerate(chunks) if any(tags[at] == letters["and"] for at in chunk[1:])]
    if opened:
        del chunks[next(n for n in opened if n + 1 not in opened) + 1 :]  # *A, B, and C, naming them as envoys*
    elif joined:
        del chunks[joined[-1] + 1 :]  # *including chips and rail equipment, grew*
    if len(chunks) > 1 and _opens_list(tokens, tags, chunks[-1], end):
        del chunks[-1]  # *..., and service industries such as*: a list of its own
    chunks[-1:] = [part for chunk in chunks[-1:] for part in _parted(tags, chunk)]
    inner = [chunk[1:] if tags[chunk[0]] == letters["and"] and chunk[1:] else chunk for chunk in chunks]
    return [_trimmed(tokens, chunk[0], chunk[-1] + 1) for chunk in inner], end


def _chunks(tokens: Tokens, tags: str, start: int, limit: int) -> tuple[list[list[int]], int]:
    """Return the tokens between the commas of a list, asides in brackets left out, and where the list ends."""
    letters = _grammar()[0].letters
    chunks: list[list[int]] = [[]]
    at = start
    while at < limit and not _is_over(tokens, tags, start, at):
        if tags[at] == letters["comma"]:
            chunks.append([])
        elif tags[at] == letters["open"]:  # *integrated circuits (ICs)*
            closed = tags.find(letters["close"], at, at + MAX_ITEM)
            at = closed if closed > 0 else at
        else:
            chunks[-1].append(at)
        at += 1
    while chunks[-1] and tags[chunks[-1][-1]] == letters["and"]:
        del chunks[-1][-1]
    return [chunk for chunk in chunks if chunk], at


def _parted(tags: str, chunk: list[int]) -> list[list[int]]:
    """Part the last chunk at its *and*: *A and B*, *and C*; *the care and restoration of streets* is one item."""
    letters = _grammar()[0].letters
    if tags[chunk[0]] == letters["and"]:
        return [chunk[1:]] if chunk[1:] else []
    ands = [n for n in range(1, len(chunk) - 1) if tags[chunk[n]] == letters["and"]]
    if ands and (article := next((n for n in ands if tags[chunk[n + 1]] == letters["det"]), None)):
        ands = [article]
    return [chunk[: ands[-1]], chunk[ands[-1] + 1 :]] if ands else [chunk]


def _opens_list(tokens: Tokens, tags: str, chunk: Sequence[int], end: int) -> bool:
    letters = _grammar()[0].letters
    nouns = (letters["industry"], letters["center"], letters["function"])
    return tags[chunk[-1]] in nouns and (tags[end] == letters["some"] or tokens.words[end] == "such")


def _are_known(tokens: Tokens, items: Sequence[tuple[int, int]], share: float) -> bool:
    """Tell whether ISIC has a place for a share of the items, so that they are industries at all."""
    if any(tokens.words[last - 1] in lexicon.words("sectors", "aggregates") for _, last in items):
        return False  # *trade and investment*
    known = sum(_isic(tokens.said(*item)) is not None for item in items if item[1] > item[0])
    return bool(items) and known >= share * len(items)


def _trimmed(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Leave the noun of the whole list out of its last item (*... and advanced manufacturing industries*)."""
    if last - first > 1 and tokens.words[first] in lexicon.words("sectors", "leading"):
        first += 1  # *focuses on developing biomedicine, ...*
    elif last - first > 1 and tokens.words[first] in lexicon.words("sectors", "articles"):
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
    tokens: Tokens, items: Sequence[tuple[int, int]], kind: str, rule: str, least: int = 2, head: Span | None = None
) -> list[Sector]:
    tags = _grammar()[0].tag(tokens)
    if len(items) < least or not all(_is_item(tokens, tags, *item) for item in items):
        return []
    spans = ((tokens.span(*item), tokens.said(*item)) for item in items)
    return [
        Sector(span=span, name=name, kind=kind, list="", isic=_isic(name), head=head, rule=rule) for span, name in spans
    ]


def _before_noun(tokens: Tokens, tags: str) -> Iterator[list[Sector]]:
    """*cooperation in A, B and C sectors*, *platforms combining A, B and C functions*: the noun comes last."""
    letters = _grammar()[0].letters
    inside = {letters[name] for name in ("Name", "word", "comma", "and", "of", "growth")}
    for noun in _noun().finditer(tags):
        start = at = noun.start()
        while start > 0 and tags[start - 1] in inside:
            start -= 1
        opener = start - 1 - (tokens.words[start - 1] == "the")
        opens = start > 0 and tokens.words[opener] in lexicon.words("sectors", "openers")
        if not opens or tags[start] in (letters["comma"], letters["and"]) or _is_modifier(tokens, at):
            continue
        items, end = _items(tokens, tags, start, at)
        rows = _rows(tokens, items, "function" if tags[at] == letters["function"] else "industry", "before its noun")
        if rows and end == at:
            yield rows


def _is_modifier(tokens: Tokens, at: int) -> bool:
    """*service industry revenue*: the noun stands before another, and closes no list."""
    noun_next = syntax.grammar().tag(tokens)[at + 1] in "aA"
    return noun_next and not tokens.words[at].endswith("s") and not tokens.words[at + 1].endswith("ly")


def _isic(name: str) -> str | None:
    lower = name.lower()
    return next((code for words, code in lexicon.load("sectors")["isic"].items() if words in lower), None)


@cache
def _noun() -> re.Pattern[str]:
    return _grammar()[0].compile("industry|function")


@cache
def _nested() -> re.Pattern[str]:
    return _grammar()[0].compile("(industry|function) (comma? (some|whole)|of|on|includes|colon|open)")


@cache
def _articled() -> re.Pattern[str]:
    plain = "(word|Name|develop|industry)"
    return _grammar()[0].compile(
        f"det {plain}{{1,3}} (and {plain}{{1,2}})? of:(of {plain}{{1,3}})? (?=comma|and|end|sign)"
    )


@cache
def _ends() -> frozenset[str]:
    return frozenset(lexicon.load("sectors")["words"]["end_of_list"])


@cache
def _grammar() -> tuple[Grammar, list[tuple[str, re.Pattern[str]]], re.Pattern[str]]:
    data = lexicon.load("sectors")
    words = {name: found for name, found in data["words"].items() if name != "end_of_list"}
    grammar = Grammar(data["kinds"] | words)
    opening = (
        "industry center function focus favor priority develop emphasis strong home targets engaged choose combine"
    )
    return grammar, grammar.rules(RULES), grammar.gate(f"{opening} system support")
