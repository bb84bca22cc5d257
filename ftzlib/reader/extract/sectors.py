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
    ("in brackets", f"{_HEAD} open"),
    ("kind, and some of it", f"{_HEAD} {_OF} (comma? some some? | (to be (word|develop))? includes)"),
    ("kind, and what for", f"{_HEAD} comma? (whole|of) (of|on|to)?"),
    ("kind, and in what", f"{_HEAD} on"),
    ("kind, and what for, behind its verb", f"{_HEAD} (be|will|to) (be|word|develop){{1,3}}? whole (to|on)?"),
    ("kind, and what it is", f"{_HEAD} (to be word)? be"),
    ("grown around", "kind:(industry|center) (be|will|to|word|develop|on|num){0,6}? around"),
    ("a system led by", "system (focus on | whole on? | some some? | combine | around)"),
    ("takes as", f"(choose|support|combine|develop) (?=(Name|word|num|comma|and|of|open|close|sign){{1,40}}? {_AS})"),
    ("fields of", "on det? kind:(industry) of"),
    ("focuses on", f"(host|Name) (will|be)? (focus on | favor | word priority to) {_GROWTH} {_SOME}"),
    ("with a focus on", "combine det focus on"),
    ("engaged in", "engaged on"),
    ("gives priority to", f"priority (be | will | word){{0,4}}? to {_GROWTH}"),
    ("the next one on", "and? (det (Name|word){1,3} host comma? (on|to) | Name{1,2} comma? on)"),
    (
        "develops",
        "(host | to | will) word? (develop|support) (of|on)? (?!(Name|word|num){0,3} (industry|center|function))",
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
    found: list[Sector] = []
    for rule, match in scan(rules, tags, gate):
        end = _list_end(tokens, tags, match.end())
        if _is_read_elsewhere(tags, rule, match.end(), end):
            continue
        before = tokens.at(found[-1].span.end) if found else 0
        if rule == "the next one on" and not (found and match.start() - before <= 1):
            continue
        items = _items(tokens, tags, match.end(), end)
        if not _is_trusted(tokens, rule, match, items):
            continue
        goes_on = found and rule in GOES_ON and tokens.sentence_at(before) == tokens.sentence_at(match.start())
        least = 1 if goes_on and _are_known(tokens, items, 1) else 2
        found += _rows(tokens, items, _kind(tokens, match), _head(tokens, match, rule), rule, len(found), least)
    taken = {at for row in found for at in _covered(tokens, row)}
    found += [row for row in _before_noun(tokens, tags, len(found)) if taken.isdisjoint(_covered(tokens, row))]
    return _lists_numbered(sorted(found, key=lambda row: row.span))


def _is_read_elsewhere(tags: str, rule: str, first: int, end: int) -> bool:
    """The rule of a noun in the list, or of a colon behind it, reads the list better."""
    while end > first and tags[end - 1] == _grammar()[0].letters["comma"]:
        end -= 1
    colon = tags[end] == _grammar()[0].letters["colon"] and rule != "announced with a colon"
    return colon or _nested().search(tags, first, max(end, first)) is not None


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
    stops = {letters["end"], letters["colon"], letters["close"]}
    joins = {letters["comma"], letters["and"]}
    again = tags[start] == letters["det"]  # *a trading center and a shipping center*
    at = start
    while at < min(start + MAX_LIST, len(tokens)):
        if tags[at] == letters["open"] and (closed := _closed(tags, at)):
            at = closed
            continue
        if (
            tags[at] in stops
            or (tokens.words[at] in _ends() and tokens.forms[at] != "IT")
            or _is_sign(tokens, tags, at)
        ):
            break
        if at > start and _is_counted(tokens, tags, at):  # *..., two industries of ...*
            item = tags[at - 1] in joins and tags[at] == letters["det"]
            if not (item and (again or _is_articled(tokens, tags, at))):
                break
        if tags[at] in joins and _is_next_verb(tokens, tags, at + 1):
            break  # *..., and create a base*
        at += 1
    return at


def _closed(tags: str, at: int) -> int | None:
    """Return the token behind an aside in brackets: *integrated circuits (ICs)*."""
    end = tags.find(_grammar()[0].letters["close"], at, at + MAX_ITEM)
    return end + 1 if end > 0 else None


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


def _items(tokens: Tokens, tags: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a list at its commas; at *and* only before the last item, or where there is no comma."""
    letters = _grammar()[0].letters
    chunks = _chunks(tags, start, end)
    opened = [n for n, chunk in enumerate(chunks) if tags[chunk[0]] == letters["and"]]
    joined = [n for n, chunk in enumerate(chunks) if any(tags[at] == letters["and"] for at in chunk[1:])]
    if opened:
        del chunks[next(n for n in opened if n + 1 not in opened) + 1 :]  # *A, B, and C, naming them as envoys*
    elif joined:
        del chunks[joined[-1] + 1 :]  # *including chips and rail equipment, grew*
    if len(chunks) > 1 and _opens_list(tokens, tags, chunks[-1], end):
        del chunks[-1]  # *..., and service industries such as*: a list of its own
    chunks[-1:] = [part for chunk in chunks[-1:] for part in _parted(tags, chunk)]
    return [_trimmed(tokens, chunk[0], chunk[-1] + 1) for chunk in chunks]


def _chunks(tags: str, start: int, end: int) -> list[list[int]]:
    """Return the tokens between the commas of a list, asides in brackets left out."""
    letters = _grammar()[0].letters
    chunks: list[list[int]] = [[]]
    at = start
    while at < end:
        if tags[at] == letters["comma"]:
            chunks.append([])
        elif tags[at] == letters["open"]:
            at = (_closed(tags, at) or at + 1) - 1
        else:
            chunks[-1].append(at)
        at += 1
    while chunks[-1] and tags[chunks[-1][-1]] == letters["and"]:
        del chunks[-1][-1]
    return [chunk for chunk in chunks if chunk]


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
    tokens: Tokens,
    items: Sequence[tuple[int, int]],
    kind: str,
    head: Span | None,
    rule: str,
    before: int,
    least: int = 2,
) -> list[Sector]:
    tags = _grammar()[0].tag(tokens)
    good = [item for item in items if _is_item(tokens, tags, *item)]
    if len(good) < least or len(good) < len(items):
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
    inside = {letters[name] for name in ("Name", "word", "comma", "and", "of", "growth")}
    for noun in _noun().finditer(tags):
        start = at = noun.start()
        while start > 0 and tags[start - 1] in inside:
            start -= 1
        opener = start - 1 - (tokens.words[start - 1] == "the")
        if start == 0 or tokens.words[opener] not in lexicon.words("sectors", "openers"):
            continue
        if tags[start] in (letters["comma"], letters["and"]) or _is_modifier(tokens, at):
            continue
        items = _items(tokens, tags, start, at)
        kind = "function" if tags[at] == letters["function"] else "industry"
        rows = _rows(tokens, items, kind, None, "before its noun", before + at)
        yield from rows


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
