"""Pilot free trade zones and their areas, under one canonical name each; the rules stand in ``english/zones.toml``.

Finds     official names, *Shanghai FTZ*, *the Hunan pilot zone*, *its Changsha Area*, *the Xiyong sector of ...*,
          *free trade zone Hainan*, zones and areas in lists; and what *the area*, *the zone*, *it* and *there* are.
Leaves    bonded zones, free trade ports, new areas, and other countries' zones.
Example   "the Qingdao Area of the Shandong FTZ" -> China (Shandong) Pilot Free Trade Zone Qingdao Area
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from ftzlib.facts.records import Zone
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules
from ftzlib.reader.mentions import Mention
from ftzlib.text.tokens import Tokens

BESIDE = 24  # words back from *those in A and B* to the areas that they are
OPENER = 10  # words before *it had ...* that still open the sentence (*By the end of that month, it ...*)
EXAMPLE = ", as an example"  # behind the rule of what is no matter of its sentence


def find(mentions: list[Mention]) -> list[Zone]:
    """Return one row for each zone that `mentions` name, at its first mention."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.name or "", mention)
    return [Zone(span=mention.span, name=name, rule=mention.rule) for name, mention in first.items() if name]


def mentions(tokens: Tokens) -> list[Mention]:
    """Return all mentions of zones in order; those that cannot be told apart keep no name."""
    tags = rules().layers.tag(tokens)
    named = [mention for rule, match in rules().scan(tags) for mention in _read(tokens, rule, match)]
    if named:
        examples = {at for match in rules().part("example").finditer(tags) for at in range(*match.span())}
        named = [m._replace(rule=f"{m.rule}{EXAMPLE}") if m.first in examples else m for m in named]
    return _resolved(tokens, named)


def _read(tokens: Tokens, rule: Mapping[str, Any], match: re.Match[str]) -> Iterator[Mention]:
    parts = match.groupdict()
    province = tokens.words[match.start("prov")].title() if parts.get("prov") else None
    if parts.get("list"):
        if not rule.get("beside") or rules().part("areas").search(match.string, match.start() - BESIDE, match.start()):
            yield from _listed(tokens, match, rule)
    elif parts.get("place"):
        yield from _area(tokens, match, province, rule["name"])
    else:
        name = official(province) if province else None
        yield Mention(tokens.span(*match.span()), match.start(), name, rule["name"])


def _listed(tokens: Tokens, match: re.Match[str], rule: Mapping[str, Any]) -> Iterator[Mention]:
    for item in rules().part("item").finditer(match.string, *match.span("list")):
        first, last = item.span("what")
        place = _spelt(tokens.said(first, last)) if item["what"] else ""
        province = place if rule["each"] == "zone" else _parents().get(_plain(place))
        if province:
            name = official(province) if rule["each"] == "zone" else area_name(province, place)
            yield Mention(tokens.span(first, last), first, name, rule["name"])


def _area(tokens: Tokens, match: re.Match[str], province: str | None, rule: str) -> Iterator[Mention]:
    data = lexicon.load("zones")
    first, last = match.span("place")
    words = [_plain(word) for word in tokens.words[first:last]]
    known = next((n for n in range(len(words)) if " ".join(words[n:]) in _parents()), None)
    named = " ".join(words[known or 0 :])
    other = not set(data["other"]).isdisjoint(words)
    if match.groupdict().get("new") and named not in data["names"]:
        other = True  # *Pudong New Area*: a district; one *of the zone* is its area all the same
        known = known if province and _parents().get(named) == province else None
    if known is None and province and other:
        start, end = (match.start(), first) if match.start() < first else (match.start("prov"), match.end())
        yield Mention(tokens.span(start, end), start, official(province), "zone")
    elif known is not None or province:
        first += known or 0
        place = _spelt(tokens.said(first, last))
        start = match.start() if match.start() < match.start("place") else first
        name = area_name(province or _parents()[_plain(place)], place)
        yield Mention(tokens.span(start, match.end()), start, name, rule)


def official(province: str) -> str:
    """Return the canonical name of a province's zone."""
    return str(lexicon.load("zones")["official"]).format(province=province)


def area_name(province: str, place: str) -> str:
    """Return the canonical name of an area of a province's zone."""
    data = lexicon.load("zones")
    return f"{official(province)} {data['names'].get(place.lower()) or data['area_name'].format(place=place)}"


def _spelt(place: str) -> str:
    """Return a place in its usual spelling, also where the text has it in capitals."""
    return _spellings().get(_plain(place), place)


def _plain(place: str) -> str:
    return place.lower().replace("’", "'")


@cache
def _spellings() -> dict[str, str]:
    known = lexicon.load("zones")["areas"]
    return {name.lower(): name for name in (*known, *(name for names in known.values() for name in names))}


@cache
def _parents() -> dict[str, str]:
    """Return the province of each area, by the name of its place in lower case."""
    data = lexicon.load("zones")
    parents: dict[str, str] = dict(data["whole_names"])
    return parents | {place.lower(): province for province, places in data["areas"].items() for place in places}


def _resolved(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """Name what *the area*, *the zone*, *it* stand for; what cannot be told keeps no name."""
    named: list[Mention] = []
    seen: dict[object, str] = {}  # by what they are, see `_note`: all zones so far,
    stood: dict[object, str] = {}  # and those that are the matter of a sentence; the first of them and the last:
    first: dict[int, Mention] = {}
    last: Mention | None = None
    for mention in mentions:
        sentence = tokens.sentence_at(mention.first)
        name = mention.name
        if name is None and mention.rule == "pronoun":
            here = last if last and tokens.sentence_at(last.first) == sentence else None
            name = _of_pronoun(tokens, mention, here, first.get(sentence - 1))
        elif name is None and not tokens.words[tokens.at(mention.span.end - 1)].endswith("s"):  # *the zones*: all
            known, area = stood or seen, mention.rule == "stands for an area"
            name = known.get(("subject", area)) or known.get(area) or known.get("last")
        named.append(mention := mention._replace(name=name))
        if name:
            _note(seen, tokens, mention)
            if not is_visited(tokens, mention):
                _note(stood, tokens, mention)
                last = mention
                first.setdefault(sentence, mention)
    return named


def _note(known: dict[object, str], tokens: Tokens, mention: Mention) -> None:
    """Note a zone as the last, and zones and areas apart as the first, and as the last that was a subject."""
    name = mention.name or ""
    area = name not in _officials()
    known["last"] = name
    known.setdefault(area, name)
    if mention.first - tokens.bounds(tokens.sentence_at(mention.first))[0] <= 3:
        known["subject", area] = name


def _of_pronoun(tokens: Tokens, mention: Mention, here: Mention | None, before: Mention | None) -> str | None:
    """*It*, *its* at the start of a sentence and *there* go back to the zone of the sentence before."""
    if here:
        return None if "list" in here.rule else here.name  # *zones in A and B aligned their rules*
    far = mention.first - tokens.bounds(tokens.sentence_at(mention.first))[0] > OPENER
    there = tokens.words[mention.first] in lexicon.words("zones", "places")
    return before.name if before and (there or not far) else None


def is_visited(tokens: Tokens, mention: Mention) -> bool:
    """Tell whether a zone is an example, or where somebody goes or comes from, and not what its sentence is about."""
    tags, at = rules().layers.tag(tokens), mention.first
    return mention.rule.endswith(EXAMPLE) or bool(rules().part("visit").search(tags, max(at - 3, 0), at))


@cache
def _officials() -> frozenset[str]:
    return frozenset(map(official, lexicon.load("zones")["areas"]))


@cache
def rules() -> Rules:
    """Return the rules for zones, over the names of provinces (``prov``) and of the places of their areas."""
    data = lexicon.load("zones")
    prov = [province.lower() for province in data["areas"]]
    words = {word for names in data["areas"].values() for name in names for word in name.lower().split()}
    place = words - {*prov, *data["other"], *data["not_alone"]}
    return Rules("zones", {}, {"prov": prov, "place": place, "traded": lexicon.words("links", "traded")})
