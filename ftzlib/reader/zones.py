"""Pilot free trade zones and their areas, under one canonical name each; the rules stand in ``english/zones.toml``.

Finds     official names, *Shanghai FTZ*, *the Hunan pilot zone*, *its Changsha Area*, *the Xiyong sector of ...*,
          *free trade zone Hainan*, zones and areas in lists; and what *the area*, *the zone*, *it* and *there* are.
Leaves    bonded zones, free trade ports, new areas, and other countries' zones.
Example   "the Qingdao Area of the Shandong FTZ" -> China (Shandong) Pilot Free Trade Zone Qingdao Area
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from ftzlib.facts.records import Zone
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules
from ftzlib.grammar.words import BREAK
from ftzlib.reader import syntax
from ftzlib.reader.mentions import Mention
from ftzlib.text.tokens import Tokens

BESIDE = 24  # words back from *those in A and B* to the areas that they are
OPENER = 10  # words before *it had ...* that still open the sentence (*By the end of that month, it ...*)
IN_ONE = "area of the one zone"  # no list knows its place
ALL_OF = "stands for all of a zone"  # that its area is named names no zone
OF_AREAS = "zone of several areas"  # nor that several are
ANOTHER = "another zone"  # than a pilot one
OF_SEVERAL = ("areas in a list", "list of areas")
TRADED = 8  # words of *exports of used cars from*
FIRST = 3  # words from the start of a sentence within which a zone is its subject


def find(mentions: list[Mention]) -> list[Zone]:
    """Return one row for each zone that `mentions` name, at its first mention."""
    first = {each.name: each for each in reversed(mentions) if each.name and each.rule not in (ALL_OF, OF_AREAS)}
    return [Zone(span=mention.span, name=name, rule=mention.rule) for name, mention in first.items()]


def mentions(tokens: Tokens) -> list[Mention]:
    """Return all mentions of zones in order; those that cannot be told apart keep no name."""
    tags = rules().layers.tag(tokens)
    named = [mention for rule, match in rules().scan(tags) for mention in _read(tokens, rule, match)]
    if not named:
        return []
    named += _by_short_names(tokens, named)
    named.sort(key=lambda mention: mention.first)
    examples = {at for match in rules().part("example").finditer(tags) for at in range(*match.span())}
    seen = [_seen(tokens, tags, one, mention, examples) for one, mention in zip([None, *named], named, strict=False)]
    return _resolved(tokens, seen)


def _seen(tokens: Tokens, tags: str, before: Mention | None, mention: Mention, examples: Collection[int]) -> Mention:
    """Mark a mention that is an example, that is visited, or that is only that of which areas `before` it are."""
    part, at = rules().part, mention.first
    if at in examples:
        return mention._replace(rule=f"{mention.rule}, as an example", aside=True)
    if part("visit").search(tags, max(at - FIRST, 0), at):
        return mention._replace(aside=part("traded_from").search(tags, max(at - TRADED, 0), at) is None)
    of_areas = before and before.rule in OF_SEVERAL and tokens.place(before.span)[1] < at
    if before and of_areas and part("of_areas").fullmatch(tags, tokens.place(before.span)[1], at):
        return mention._replace(rule=OF_AREAS)
    return mention


def _by_short_names(tokens: Tokens, named: Sequence[Mention]) -> list[Mention]:
    """*The SDFTZ* behind *China (Shandong) Pilot Free Trade Zone (SDFTZ)*, and *FTZ* where there is only one zone."""
    tags, taken = rules().layers.tag(tokens), set[int]()
    called: dict[str, set[str]] = {}
    for mention in named:
        end = tokens.place(mention.span)[1]
        alias = rules().part("alias").match(tags, end) if mention.name else None
        taken.update(range(mention.first, end), [alias.start("what")] if alias else [])
        if alias:
            called.setdefault(tokens.forms[alias.start("what")], set()).add(mention.name)
    return _called(tokens, named, called, taken) if called else []


def _called(
    tokens: Tokens, named: Sequence[Mention], called: Mapping[str, Collection[str]], taken: Collection[int]
) -> list[Mention]:
    """The words but those `taken` by which zones are `called`."""
    tags = rules().layers.tag(tokens)
    several = len({whole(mention.name) for mention in named if mention.name}) > 1
    ftz = rules().layers.letters(["ftz"])  # is any zone's name, and a part of other names
    return [
        Mention(tokens.span(at, at + 1), at, min(called[form]), "zone by its short name")
        for at, form in enumerate(tokens.forms)
        if len(called.get(form, ())) == 1 and at not in taken
        if tags[at] not in ftz or (not several and syntax.part("stands_alone").match(syntax.tag(tokens), at))
    ]


def _read(tokens: Tokens, rule: Mapping[str, Any], match: re.Match[str]) -> Iterator[Mention]:
    parts = match.groupdict()
    province = tokens.words[match.start("prov")].title() if parts.get("prov") else None
    opens = max(match.start() - BESIDE, match.string.rfind(BREAK, 0, match.start()) + 1)
    beside, opens = rule.get("beside"), 0 if rule.get("anywhere") else opens
    if "gives" in rule or (beside and not rules().part(beside).search(match.string, opens, match.start())):
        return
    if parts.get("list"):
        yield from _listed(tokens, match, rule)
    elif rule["name"] == IN_ONE:
        yield from _in_one(tokens, match.start())
    elif parts.get("place"):
        yield from _area(tokens, match, province, rule["name"])
    else:
        name = official(province) if province else ""
        yield Mention(tokens.span(*match.span()), match.start(), name, rule["name"])


def _listed(tokens: Tokens, match: re.Match[str], rule: Mapping[str, Any]) -> Iterator[Mention]:
    for item in rules().part("item").finditer(match.string, *match.span("list")):
        first, last = item.span("what")
        name = tokens.said(first, last) if item["what"] else ""
        known = (name.title(), "") if rule["each"] == "zone" else _areas().get(_plain(name))
        if name and known:
            yield Mention(tokens.span(first, last), first, official(*known), rule["name"])


def _area(tokens: Tokens, match: re.Match[str], province: str | None, rule: str) -> Iterator[Mention]:
    data, opens, (first, last) = lexicon.load("zones"), match.start(), match.span("place")
    new = match.groupdict().get("new")
    words = [_plain(word) for word in tokens.words[first:last]]
    if known := _known_area(words, province, new=new):
        n, province, place = known
        start = opens if opens < first else first + n
        full = official(province, place or tokens.said(first + n, last))
        yield Mention(tokens.span(start, match.end()), start, full, rule)
    elif province and (new or not set(data["other"]).isdisjoint(words)):
        start, end = (opens, first) if opens < first else (match.start("prov"), match.end())
        yield Mention(tokens.span(start, end), start, official(province), "zone")
    elif province:
        yield Mention(tokens.span(opens, match.end()), opens, official(province, tokens.said(first, last)), rule)


def _in_one(tokens: Tokens, at: int) -> Iterator[Mention]:
    """*The Jiangbei sector*, not *the Automotive sector* and *the AI sector*."""
    name = tokens.said(at, at + 1)
    if name.istitle() and not name.lower().startswith(tuple(lexicon.listed("sectors.isic", "zones.economic"))):
        yield Mention(tokens.span(at, at + 2), at, "", IN_ONE)


def _known_area(words: Sequence[str], province: str | None, *, new: str | None) -> tuple[int, str, str] | None:
    """Return from which word on the name of an area is known, with its province and its place.

    *Pudong New Area* is a district; one *of the zone* is its area all the same.
    """
    for n in range(len(words)):
        name = " ".join(words[n:])
        parent, place = _areas().get(name, ("", ""))
        known = parent and not province and (not new or name in lexicon.load("zones")["names"])
        if known or (parent and parent == province):
            return n, province or parent, place
    return None


def official(province: str, area: str = "") -> str:
    """Return the canonical name of a province's zone, or of an area of it."""
    data = lexicon.load("zones")
    zone = str(data["official"]).format(province=province)
    return f"{zone} {data['names'].get(area.lower()) or data['area_name'].format(place=area)}" if area else zone


@lru_cache(maxsize=1000)
def whole(name: str) -> str:
    """Return the canonical name of the zone that an area is one of; a zone's is its own."""
    before, tail, _ = name.partition(lexicon.load("zones")["official"].partition("{province}")[2])
    return before + tail


def behind(tokens: Tokens, mention: Mention) -> int:
    """Return the token behind a zone and its possessive *'s*."""
    return rules().past("possessive", rules().layers.tag(tokens), tokens.place(mention.span)[1], len(tokens))


def _plain(place: str) -> str:
    return place.lower().replace("’", "'")


@cache
def _areas() -> dict[str, tuple[str, str]]:
    """Return the province of each area and the usual spelling of its place, by its name in lower case."""
    data = lexicon.load("zones")
    areas = {name: (province, "") for name, province in data["whole_names"].items()}
    return areas | {name.lower(): (province, name) for province, names in data["areas"].items() for name in names}


def _resolved(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """Name what *the area*, *the zone*, *it* stand for; what cannot be told keeps no name."""
    named: list[Mention] = []
    seen: dict[object, Mention] = {}  # by what they are, see `_note`: all zones so far,
    stood: dict[object, Mention] = {}  # and those that are the matter of a sentence
    for mention in mentions:
        if mention.rule == ANOTHER:
            seen[ANOTHER, tokens.sentence_at(mention.first)] = mention
            continue
        named.append(mention._replace(name=mention.name or _meant(tokens, mention, seen, stood)))
        if named[-1].name:
            for known in (seen,) if mention.aside else (seen, stood):
                _note(known, tokens, named[-1])
    return named


def _note(known: dict[object, Mention], tokens: Tokens, mention: Mention) -> None:
    """Note a zone as the last, of its sentence too, and zones and areas apart as the first and as the last subject."""
    sentence, area = tokens.sentence_at(mention.first), mention.name != whole(mention.name)
    last = known.get(("last", sentence)) if area else None
    known[mention.name] = mention
    known["last"] = known["last", sentence] = known["last", sentence, area] = mention
    known.setdefault(area, mention)
    known.setdefault(("first", sentence), mention)
    if last and behind(tokens, last) == mention.first:  # *the port of the zone's Suifenhe Area*
        known["first", sentence] = mention
    if mention.first - tokens.bounds(sentence)[0] <= FIRST:
        known["subject", area] = mention


def _meant(tokens: Tokens, mention: Mention, seen: Mapping[object, Mention], stood: Mapping[object, Mention]) -> str:
    at = mention.first
    if mention.rule == "pronoun":
        return _by_pronoun(tokens, at, stood)
    if mention.rule == "area by its place alone":
        known = seen.get(official(*_areas()[tokens.words[at]]))
        return known.name if known and syntax.part("stands_alone").match(syntax.tag(tokens), at) else ""
    if mention.rule == IN_ONE:
        zones = {whole(each.name) for each in seen.values()}
        area = lexicon.load("zones")["area_name"].format(place=tokens.said(at, at + 1))
        return f"{zones.pop()} {area}" if len(zones) == 1 else ""
    found = _by_noun(stood or seen, seen, tokens.sentence_at(at), area=mention.rule == "stands for an area")
    return whole(found) if mention.rule == ALL_OF else found


def _named_last(known: Mapping[object, Mention], seen: Mapping[object, Mention], sentence: int) -> Mention | None:
    """The zone named last; none where another kind of zone is nearer (*The bonded zone grew. The zone ...*)."""
    nearer = any((ANOTHER, sentence - back) in seen for back in (0, 1))
    return None if nearer else known.get("last")


def _by_noun(known: Mapping[object, Mention], seen: Mapping[object, Mention], sentence: int, *, area: bool) -> str:
    """*The zone*, *the area*: one of its sentence, the last subject, or the first; or whose area was named last."""
    last = _named_last(known, seen, sentence)
    if last is None:
        return ""
    here, parent = known.get(("last", sentence, area)), whole(last.name)
    found = here or known.get(("subject", area)) or known.get(area)
    if found or area:
        return (found or last).name
    several = sum(isinstance(name, str) and name.startswith(parent) for name in seen) > 1
    return parent if several else last.name  # of one of a zone's areas, or of all of them


def _by_pronoun(tokens: Tokens, at: int, stood: Mapping[object, Mention]) -> str:
    """*It*, *its* at the start of a sentence and *there* go back to the zone of the sentence before."""
    there = tokens.words[at] in lexicon.words("zones", "places")
    if there and syntax.part("there_is").match(syntax.tag(tokens), at):
        return ""
    found = _antecedent(tokens, at, stood, there=there)
    return found.name if found and "list" not in found.rule else ""  # *zones in A and B aligned their rules*


def _antecedent(tokens: Tokens, at: int, stood: Mapping[object, Mention], *, there: bool) -> Mention | None:
    sentence, tags = tokens.sentence_at(at), syntax.tag(tokens)
    opens = tokens.bounds(sentence)[0]
    first = stood.get(("first", sentence))
    if syntax.part("behind_aside").match(tags, opens, at):
        return first if first and first.first - opens <= FIRST else None
    of_subject = tokens.words[at - 1] in lexicon.words("zones", "relatives")
    found = first if of_subject else stood.get(("last", sentence))
    before = stood.get(("first", sentence - 1))
    return before if before and found is None and (there or _goes_back(tokens, at, before)) else found


def _goes_back(tokens: Tokens, at: int, before: Mention) -> bool:
    """Tell whether *it* may be a zone named `before`: its sentence and that of the zone open with nothing else.

    *Launched in 2013, it ...*; not *Sany moved to the FTZ. It ...*.
    """
    opens, tags, layers = tokens.bounds(tokens.sentence_at(at))[0], syntax.tag(tokens), rules().layers
    far = at - opens > OPENER and not syntax.part("fronted_it").match(tags, opens, at)
    if far or syntax.part("names_another").match(tags, opens, at):
        return False
    opened = tokens.bounds(tokens.sentence_at(before.first))[0]
    acts = syntax.part("opens_with_act").fullmatch(tags, opened, before.first)
    return acts is None or layers.tag(tokens)[opened] not in layers.letters(["Plain"])


@cache
def rules() -> Rules:
    """Return the rules for zones, over the words in the names of their areas' places."""
    data = lexicon.load("zones")
    words = {word for names in data["areas"].values() for name in names for word in name.lower().split()}
    others = {*lexicon.listed("zones.areas"), *data["other"], *data["not_alone"]}
    return Rules("zones", {"place": words - others})
