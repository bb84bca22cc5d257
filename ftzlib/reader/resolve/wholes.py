"""What a number goes back to: *96* of *106 tasks*, *13* of *68 innovations*, *three* like the *10 days* before.

The rules stand in ``english/links.toml``; the first one counts that finds a number to go back to. A bare number that
none can link is dropped.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules, closed
from ftzlib.reader import phrases, syntax, units
from ftzlib.reader.mentions import Amount, Measure
from ftzlib.reader.resolve.candidates import BACK, FAR_BACK, Link, alike, holds, nearest, sentence_of, top
from ftzlib.text.tokens import Tokens

REACH = 120  # words before a number, and behind it, that may say what it goes back to
KINDS = {
    "Bare": ("Amount",), "One": ("Amount", "Bare"), "Ones": ("Amount", "Bare"), "Counted": ("Amount",),
    "Share": ("Amount",), "Fraction": ("Amount", "Share"), "Area": ("Amount",), "Time": ("Amount",), "Sum": ("Amount",),
}  # fmt: skip


class Place(NamedTuple):
    """A number among the others, and the words of its sentence as the rules see them.

    Attributes
    ----------
    tokens : Tokens
    measures : sequence of Measure
    n : int
        Its index.
    links : dict
        Those of the numbers before it.
    around : str
        Its sentence, a letter a word.
    asked : int
        Where it stands there.
    """

    tokens: Tokens
    measures: Sequence[Measure]
    n: int
    links: dict[int, Link]
    around: str
    asked: int

    def at(self, index: int) -> int | None:
        """Return the number that stands at `index` of the words around."""
        amount = self.measures[self.n].amount
        token = amount.first + index - self.asked if index < self.asked else amount.last + index - self.asked - 1
        near = range(max(self.n - FAR_BACK, 0), min(self.n + FAR_BACK, len(self.measures)))
        return next((m for m in near if self.measures[m].amount.first == token), None)


def resolve(tokens: Tokens, measures: Sequence[Measure]) -> dict[int, Link]:
    """Return the link of each measure that has one, by its index."""
    rules = _rules()
    kinds = [_kind(tokens, measure.amount) for measure in measures]
    places = [(kind, m.amount.first, m.amount.last) for kind, m in zip(kinds, measures, strict=True)]
    tags = rules.layers.lay(rules.layers.tag(tokens), places)
    links: dict[int, Link] = {}
    for n, (kind, first, last) in enumerate(places):
        opens, closes = tokens.bounds(tokens.sentence_at(first))
        before = tags[max(opens, first - REACH) : first]
        around = f"{before}{rules.layers.asked(kind)}{tags[last : min(closes, last + REACH) + 1]}"
        place = Place(tokens, measures, n, links, around, len(before))
        for rule, found in rules.fitting(around, kind):
            if measures[n].change and not rule.get("change", True):
                continue
            if rule.get("gives") == "nothing":
                break
            link = CHECKS[rule["when"]](place) if "when" in rule else _link(rule, found, place)
            if link:
                links[n] = link
                break
    return links


def _link(rule: Mapping[str, Any], found: re.Match[str], place: Place) -> Link | None:
    """Go where a rule says; a part must be of a unit that compares, and without a pointer no larger than its whole."""
    n, measures, part = place.n, place.measures, rule.get("part", False)
    if rule["to"] == "nothing":
        return Link(None, None, rule["name"])
    to = _target(rule, found, place)
    if to is None or to == n:
        return None
    to = top(place.links, to) if rule.get("top") else to
    one, other = measures[n].amount, measures[to].amount
    if part and not (alike(one, other) and (rule.get("sure") or holds(other, one))):
        return None
    return Link(to if part else None, to, rule["name"])


def _target(rule: Mapping[str, Any], found: re.Match[str], place: Place) -> int | None:
    """Return the number that a rule goes to: the one that its pattern names, or the one that `to` describes."""
    n, to = place.n, rule["to"]
    if to == "named":
        return place.at(found.start("to"))
    if to == "before":
        return _with_unit(place, n - 1)
    near = nearest(
        place.measures,
        n,
        place.links,
        place.tokens,
        counts=to == "nearest count",
        sure=rule.get("sure", False),
        part=rule.get("part", False),
        back=rule.get("back", BACK),
    )
    return n - 1 if n and near is None and rule.get("else") == "before" else near


def _with_unit(place: Place, m: int) -> int | None:
    """Return the number that says the unit of number `m`: itself, or the one that it goes back to."""
    seen = 0
    while m >= 0 and place.measures[m].amount.unit is None and seen < FAR_BACK:
        link, seen = place.links.get(m), seen + 1
        if link is None or link.same is None:
            return None
        m = link.same
    return m if m >= 0 else None


def _kind(tokens: Tokens, amount: Amount) -> str:
    if amount.unit is None:
        last = tokens.words[amount.last - 1]
        return "Ones" if last == "ones" else "One" if last == "one" else "Bare"
    if amount.unit in ("percent", "percentage_points"):
        return "Fraction" if amount.last == amount.number else "Share"
    if amount.unit in units.AREAS:
        return "Area"
    if amount.unit in units.TIMES:
        return "Time"
    return "Counted" if amount.unit == "count" else "Sum"


def _same_head(place: Place) -> Link | None:
    """*Six of the cases*: the last number that counted cases, of no other kind, and in reach."""
    tokens, measures, n = place.tokens, place.measures, place.n
    tags = syntax.grammar().tag(tokens)
    start = measures[n].amount.last + 2
    end = phrases.counted(tokens, tags, start)
    if not end or tags[end] in syntax.letters("prep", "of", "to"):  # *of the firms in the city*: others
        return None
    named = tokens.words[start:end]
    for m in range(n - 1, max(n - FAR_BACK, 0) - 1, -1):
        noun = measures[m].amount.noun
        if sentence_of(tokens, measures, n) - sentence_of(tokens, measures, m) > BACK:
            return None
        if noun and tokens.words[slice(*noun)][-len(named) :] == named and not measures[m].change:
            return Link(m, m, "of the same")
    return None


def _part_of_trade(place: Place) -> Link | None:
    """*exports accounted for 794.9 billion yuan of the total*: parts of the trade stated before."""
    measures, tokens, n = place.measures, place.tokens, place.n
    measure, trade = measures[n], lexicon.words("links", "trade")
    if (measure.indicator or "").lower() not in lexicon.words("links", "trade_parts"):
        return None
    for m in range(n - 1, max(n - 1 - FAR_BACK, -1), -1):
        other = measures[m]
        if sentence_of(tokens, measures, n) - sentence_of(tokens, measures, m) > BACK - 1:
            return None
        larger = other.amount.unit == measure.amount.unit and other.amount.value >= measure.amount.value
        if larger and any(word in (other.indicator or "").lower() for word in trade):
            return Link(m, None, "part of trade") if not other.change else None
    return None


def _goes_on(place: Place) -> Link | None:
    """*..., seven on file with ministries and 29 in the province*: the chain's whole."""
    measures, n = place.measures, place.n
    before, amount = place.links.get(n - 1), measures[n].amount
    if before is None and (part := place.links.get(n - 2)) and part.whole == n - 1:
        before = Link(n - 1, n - 1, "")  # *95 of the 106 tasks are done, and 11 are under way*
    if before is None or before.whole is None or before.whole > n:
        return None
    if sentence_of(place.tokens, measures, n) != sentence_of(place.tokens, measures, n - 1):
        return None
    same = amount.unit == measures[n - 1].amount.unit and before.rule == "of which" and not amount.noun
    if amount.unit is not None and not same:
        return None
    return Link(before.whole, before.same if before.same is not None else before.whole, "goes on")


def _list(place: Place) -> Link | None:
    """*including 90 foreign-funded projects and 160 local ones*: parts of one whole, each with a noun of its own."""
    listed = (place.links.get(m) for m in range(place.n - 1, max(place.n - FAR_BACK, -1), -1))
    before = next((link for link in listed if link and link.whole is not None), None)
    if before is None or before.whole is None or before.rule not in ("including", "goes on", "with N"):
        return None
    part, whole = place.measures[place.n].amount, place.measures[before.whole].amount
    return Link(before.whole, place.n - 1, "including") if alike(part, whole) and holds(whole, part) else None


def _again(place: Place) -> Link | None:
    """*106 tasks. ... All 106 have been completed*: the same number, and no part of itself."""
    same = nearest(place.measures, place.n, place.links, place.tokens)
    again = same is not None and place.measures[same].amount.value == place.measures[place.n].amount.value
    return Link(None, same, "bare number") if again else None


CHECKS: dict[str, Callable[[Place], Link | None]] = {
    "same head": _same_head,
    "part of trade": _part_of_trade,
    "goes on": _goes_on,
    "goes on list": _list,
    "same number again": _again,
}


@cache
def _rules() -> Rules:
    unpredicated = set(lexicon.load("links")["unpredicated"])
    verbs = {word for name in ("aux", "verb", "adverb", "rise", "fall") for word in closed()[name]}
    classes = {
        "predicate": verbs - (unpredicated - set(closed()["aux"])),
        "around": lexicon.load("modality")["around"]["words"],
    }
    return Rules("links", KINDS, classes)
