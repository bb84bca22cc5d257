"""Pilot free trade zones and their areas, under one canonical name each.

Finds     official names, *Shanghai FTZ*, *the Hunan pilot zone*, *its Changsha Area*, *the Xiyong sector of ...*,
          *free trade zone Hainan*, zones and areas in lists; and what may
          stand for one (*the area*, *the zone*, *it*), as mentions without a name.
Leaves    bonded zones, free trade ports, new areas, and other countries' zones.
Example   "the Qingdao Area of the Shandong FTZ" -> China (Shandong) Pilot Free Trade Zone Qingdao Area
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ftzlib.facts.records import Zone
from ftzlib.grammar import lexicon
from ftzlib.grammar.patterns import Grammar, scan
from ftzlib.reader.mentions import Mention
from ftzlib.text.tokens import Tokens

_PILOT = "(pilot|trial)?"
_FREE = f"({_PILOT} (free trade | freetrade) ({_PILOT} zone | (pilot|trial) area) | pilot? ftz)"
_ZONE = f"(china open)? prov:(prov) close? province? (apos s)? ({_FREE} | pilot zone)"
_ANY = f"((the|an) (word|new){{0,2}}?)? ({_FREE} | pilot zone)"
_OF = "(of|in) the?"
_AREA = "(new|special)* (area|part)"
_ASIDE = "(open (!close){1,8} close)?"
_PLACES = f"place Name{{0,2}} {_ASIDE} (comma place Name{{0,2}} {_ASIDE})* comma? and place Name{{0,2}}"
_PROVINCES = "prov province? (comma prov province?)* (and prov)? comma? (and | and word and) prov"  # and; as well as
_IN = "((in|of) the? (province of)? | (such|including) and? | colon)"  # in the regions of; such as
RULES = (  # the first that fits a place in the text counts
    ("area of a zone", f"place:((place|Name){{1,3}}) {_AREA} {_OF} {_ZONE}"),
    ("area of a zone", f"place:((place|Name){{1,3}}) {_AREA} {_OF} prov:(prov) zone"),
    ("zone and area", f"{_ZONE} place:((place|Name){{1,3}}) {_AREA}"),
    ("zone", _ZONE),
    ("zone by its province", "the prov:(prov) zone (?!Name)"),
    ("zones in a list", f"{_ANY} (open ftz)? close? comma? {_IN} list:({_PROVINCES})"),
    ("zones in a list", f"{_ANY} word{{0,3}} located word? in list:({_PROVINCES})"),
    ("zones in a list", f"(the zone (in|of) | zone such and?) list:({_PROVINCES})"),
    ("zones in a list", f"zone comma? located in list:({_PROVINCES})"),
    ("zone in its province", f"(?=the|an) {_ANY} comma? (in|of) prov:(prov)"),
    ("zone named behind it", f"{_ANY} prov:(prov) (?!Name|prov|and|open)"),
    ("zone named behind it", f"{_ANY} comma prov:(prov) comma (?!prov|and)"),
    ("list of zones", f"list:({_PROVINCES}) ({_FREE} | pilot zone)"),
    ("areas in a list", f"(area|part) (in|of|colon|comma) (in|the)* list:({_PLACES})"),
    ("areas beside in a list", f"those in list:({_PLACES})"),
    ("list of areas", f"list:({_PLACES}) (area|part)"),
    ("area by its place", f"place:(place place{{0,2}}) {_FREE} area?"),
    ("area", f"place:(place (place|Name)*) {_ASIDE} {_AREA}"),
    ("area by its whole name", f"place:(Name (Name|and){{1,3}}) {_AREA}"),
    ("stands for an area", "the:(the|this|its) special? area"),
    ("stands for a zone", f"the:(the|this|its) ({_FREE} | pilot? zone)"),
    ("pronoun", "it:(it|its|their|there)"),
)

FAR = 24  # words back from *those in A and B* to the areas that they are
EXAMPLE = ", as an example"  # behind the rule of what is no matter of its sentence
#: Rules that name one zone, so that a plural of it is none.
ONE_ZONE = ("zone in its province", "zone named behind it")


def find(mentions: list[Mention]) -> list[Zone]:
    """Return one row for each zone that `mentions` name, at its first mention."""
    first: dict[str, Zone] = {}
    for mention in mentions:
        if mention.name and mention.name not in first:
            first[mention.name] = Zone(span=mention.span, name=mention.name, rule=mention.rule)
    return list(first.values())


def mentions(tokens: Tokens) -> list[Mention]:
    """Return all mentions of zones in order; those without a name are left for `ftzlib.reader.resolve`."""
    grammar, rules, gate = _grammar()
    tags = grammar.tag(tokens)
    found = [mention for rule, match in scan(rules, tags, gate) for mention in _read(tokens, rule, match)]
    examples = {at for match in _example().finditer(tags) for at in range(*match.span())} if found else set()
    return [m._replace(rule=f"{m.rule}{EXAMPLE}") if m.first in examples else m for m in found]


def _read(tokens: Tokens, rule: str, match: re.Match[str]) -> Iterator[Mention]:
    parts = match.groupdict()
    province = tokens.words[match.start("prov")].title() if parts.get("prov") else None
    if rule == "areas beside in a list" and _areas().isdisjoint(
        tokens.words[max(match.start() - FAR, 0) : match.start()]
    ):
        return  # *firms in Jinan and those in Harbin and Heihe*
    if parts.get("list"):
        yield from _listed(tokens, match.span("list"), rule)
    elif parts.get("place"):
        yield from _area(tokens, match, province, rule)
    elif rule in ONE_ZONE and _has_several(tokens, match.start(), match.start("prov")):
        return  # *a press conference on the three FTZs in Beijing*
    else:
        name = official(province) if province else None
        yield Mention(tokens.span(*match.span()), match.start(), name, rule)


def _area(tokens: Tokens, match: re.Match[str], province: str | None, rule: str) -> Iterator[Mention]:
    data = lexicon.load("zones")
    first, last = match.span("place")
    words = [_plain(word) for word in tokens.words[first:last]]
    known = next((n for n in range(len(words)) if " ".join(words[n:]) in _parents()), None)
    named = " ".join(words[known or 0 :])
    new = data["words"]["new"]
    if not set(new).isdisjoint(tokens.words[last : match.end()]) and named not in data["names"]:
        words += new  # *Pudong New Area*: a district; one *of the zone* is its area all the same
        known = known if province and _parents().get(named) == province else None
    if known is None and (province is None or _others() & set(words)):
        if province:
            start, end = (match.start(), first) if rule == "zone and area" else (match.start("prov"), match.end())
            yield Mention(tokens.span(start, end), start, official(province), "zone")
        return
    first += known or 0
    place = _spelt(tokens.said(first, last))
    parent = province or _parents()[_plain(place.lower())]
    start = match.start() if rule == "zone and area" else first
    yield Mention(tokens.span(start, match.end()), start, area_name(parent, place), rule)


def _listed(tokens: Tokens, span: tuple[int, int], rule: str) -> Iterator[Mention]:
    commas = [n for n in range(*span) if tokens.words[n] in (",", "，", "、", "and", "as", "well")]
    for start, end in pairwise([span[0] - 1, *commas, span[1]]):
        end = next((n for n in range(start + 1, end) if tokens.words[n] in ("(", "（")), end)
        while end > start + 2 and tokens.words[end - 1] in lexicon.load("zones")["words"]["province"]:
            end -= 1  # *Tianjin Municipality*
        if end - start < 2:
            continue
        name = _spelt(tokens.said(start + 1, end))
        province = _parents().get(_plain(name.lower()))
        if "zones" in rule:
            yield Mention(tokens.span(start + 1, end), start + 1, official(name), rule)
        elif province:
            yield Mention(tokens.span(start + 1, end), start + 1, area_name(province, name), rule)


def _has_several(tokens: Tokens, first: int, last: int) -> bool:
    return any(tokens.words[n] in ("zones", "ftzs", "pftzs") for n in range(first, last))


def official(province: str) -> str:
    """Return the canonical name of a province's zone."""
    return str(lexicon.load("zones")["official"]).format(province=province)


def area_name(province: str, place: str) -> str:
    """Return the canonical name of an area of a province's zone."""
    special = lexicon.load("zones")["names"].get(place.lower())
    return f"{official(province)} {special or place + ' Area'}"


def _spelt(place: str) -> str:
    """Return a place in its usual spelling, also where the text has it in capitals."""
    return _spellings().get(_plain(place.lower()), place)


def _plain(word: str) -> str:
    return word.replace("’", "'")


@cache
def _spellings() -> dict[str, str]:
    known = lexicon.load("zones")["areas"]
    return {name.lower(): name for name in (*known, *(name for names in known.values() for name in names))}


@cache
def _parents() -> dict[str, str]:
    data = lexicon.load("zones")
    parents: dict[str, str] = dict(data["whole_names"])
    return parents | {place.lower(): province for province, places in data["areas"].items() for place in places}


@cache
def _areas() -> frozenset[str]:
    return frozenset(lexicon.load("zones")["words"]["area"])


@cache
def _others() -> frozenset[str]:
    return frozenset(lexicon.load("zones")["other"])


@cache
def _example() -> re.Pattern[str]:
    """*zones such as A and B*, *places like A*: named as an example, and not what is spoken of."""
    named = "(the|prov|place|Name|free|trade|freetrade|pilot|trial|zone|ftz|area|part|special|china)++"
    opened = "(?<=word|Name|zone|ftz|area|province|comma) such and? | for example | unlike"
    return _grammar()[0].compile(
        f"({opened} | (zone|ftz|area) comma? including) {named} ((comma {named})* comma? and {named})?+ (?!comma which)"
    )


@cache
def _grammar() -> tuple[Grammar, list[tuple[str, re.Pattern[str]]], re.Pattern[str]]:
    data = lexicon.load("zones")
    places = {word for names in data["areas"].values() for name in names for word in name.lower().split()} - {
        "port",
        "airport",
        "international",
    }
    grammar = Grammar({"prov": [name.lower() for name in data["areas"]], "place": places} | data["words"])
    return grammar, grammar.rules(RULES), grammar.gate("ftz zone area part its it their there")
