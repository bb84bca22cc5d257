"""What a number goes back to: *96* of *106 tasks*, *13* of *68 innovations*, *three* like the *10 days* before.

The rules stand in ``english/links.toml``; the first one counts that finds a number to go back to. A bare number that
none can link is dropped.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

from ftzlib.facts import checks
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Place, Rules, closed
from ftzlib.reader import phrases, syntax, units
from ftzlib.reader.mentions import SAME, Amount, Measure
from ftzlib.reader.subjects import RELATIVE, SHARES
from ftzlib.text.tokens import Tokens

REACH = 120  # words before a number, and behind it, that may say what it goes back to
FAR_BACK = 60  # numbers that any may go back over: a sentence of a thousand numbers says nothing
BACK = 3  # sentences that a bare number may go back
ADJACENT = 2  # sentences from that with the whole on, in which its list of parts is
LISTED = 16  # parts of which a list says that they make up a whole
LARGE = 10_000  # ... is no percent
MISPRINT = 10  # times as large as its whole a part may be that words point from; else they point elsewhere
ALL = 100  # percent of something
KINDS = {"count": "Counted"} | dict.fromkeys(units.AREAS, "Area") | dict.fromkeys(units.TIMES, "Time")
TOO_LARGE = 10_000  # *48 billion yuan. Fifteen have ...*: of something else


class Link(NamedTuple):
    """What a number goes back to."""

    whole: int | None  # index of the measure that it is a part of
    same: int | None  # ... and of the one that gives unit and indicator, where the number leaves them out
    rule: str


NONE = Link(None, None, "")


def find(tokens: Tokens, measures: Sequence[Measure]) -> "Numbers":
    """Return the measures with the link of each that has one."""
    rules, numbers = _rules(), Numbers(tokens, measures)
    for n, kind in enumerate(numbers.kinds):
        first, last = measures[n].amount[:2]
        opens, closes = tokens.bounds(numbers.sentences[n])
        within = max(opens, first - REACH), min(closes, last + REACH) + 1
        for rule, found in rules.around(numbers.tags, kind, (first, last), within):
            if measures[n].change and not rule.get("change", True):
                continue
            if rule.get("gives") == "nothing":
                break
            if link := CHECKS[rule["when"]](numbers, n) if "when" in rule else numbers.link(n, rule, found):
                numbers.links[n] = link
                break
    return numbers


class Numbers:
    """The numbers of a text; by index what those read so far go back to (`links`), and what was `tried`, why not."""

    def __init__(self, tokens: Tokens, measures: Sequence[Measure]) -> None:
        self.tokens = tokens
        self.measures = measures
        self.kinds = [_kind(tokens, measure.amount) for measure in measures]
        layers, places = _rules().layers, [measure.amount[:2] for measure in measures]
        found = ((kind, *place) for kind, place in zip(self.kinds, places, strict=True))
        self.tags = layers.lay(layers.tag(tokens), found)
        self.sentences = [tokens.sentence_at(measure.amount.first) for measure in measures]
        self.links: dict[int, Link] = {}
        self.tried: dict[int, dict[int, str]] = defaultdict(dict)
        self._at = {measure.amount.first: n for n, measure in enumerate(measures)}

    def kept(self) -> list[int]:
        """Return the numbers that say what they count, themselves or by what they go back to."""
        return [n for n, measure in enumerate(self.measures) if measure.amount.unit or n in self.links]

    def with_parts(self) -> set[int]:
        """Return the numbers that a part with *of* goes back to."""
        return {link.whole for link in self.links.values() if link.whole is not None and link.rule == "of the N"}

    def beside(self, n: int) -> int:
        """Return the number before `n` in its sentence that is in no bracket closed since; -1 where there is none."""
        return next((m for m in self.before(n, back=0) if not self.is_aside(n, m)), -1)

    def is_aside(self, n: int, m: int) -> bool:
        """Tell whether number `m` is in a bracket that is closed before number `n`."""
        last, first = self.measures[m].amount.last, self.measures[n].amount.first
        return _rules().part("aside").match(self.tags, last, first) is not None

    def before(self, n: int, back: int = BACK) -> Iterator[int]:
        """Yield the numbers before `n`, nearest first, no more than `back` sentences away."""
        for m in range(n - 1, max(n - 1 - FAR_BACK, -1), -1):
            if self.sentences[n] - self.sentences[m] > back:
                return
            yield m

    def candidates(
        self, n: int, *, of: str = "", sure: bool = True, part: bool = True, back: int = BACK
    ) -> Iterator[tuple[int, str]]:
        """Yield the numbers that `n` may go back to, nearest first, each with why it is none, or nothing.

        It may have to be a count or a sum (`of`); a word may point to it, so that the two may disagree (`sure`: *of
        which*); `n` may be a part of it, or only of the same thing; and it may be some sentences back.
        """
        paragraph, nearer = self.paragraph(n), False
        for m in self.before(n, back):
            # *Trade was 5 billion yuan. / ... The top three goods are ... Among them, tea was 3 billion yuan*
            if self.paragraph(m) != paragraph and (nearer or not sure):
                yield m, "stands in another paragraph"
            else:
                nearer |= self.kinds[m] == "Counted"
                yield m, self._refusal(n, m, of) or self._too_small(n, m, sure=sure or not part)

    def nearest(self, n: int, value: float | None = None, **wanted: Any) -> int | None:
        """Return the nearest number before that can be a whole: no share, change or part, and so large (`value`)."""
        for m, refusal in self.candidates(n, **wanted):
            self.tried[n][m] = refusal
            if not refusal and value in (None, self.measures[m].amount.value):
                return m
        return None

    def is_conversion(self, m: int) -> bool:
        """Tell whether number `m` says the one before it in another unit."""
        return self.measures[m].rule == "conversion in brackets"

    def paragraph(self, n: int) -> int:
        """Return the paragraph of number `n`."""
        return self.tokens.sentences[self.sentences[n]].paragraph

    def are_dated_apart(self, n: int, m: int) -> bool:
        """Tell whether two numbers stand in sentences of their own with a year each."""
        apart, year = {self.sentences[n], self.sentences[m]}, _rules().part("dated")
        return len(apart) > 1 and all(year.search(self.tags, *self.tokens.bounds(each)) for each in apart)

    def _refusal(self, n: int, m: int, of: str) -> str:
        """Return the first reason for which a number is none to go back to; none is worked out behind it."""
        unit = self.measures[m].amount.unit
        other = {"count": unit not in (None, "count"), "sum": unit == "count"}.get(of)
        refusals = (reason for reason, holds in REFUSALS.items() if holds(self, n, m))
        return next(refusals, f"is no {of}" if other else "")

    def _too_small(self, n: int, m: int, *, sure: bool) -> str:
        part, whole = self.measures[n].amount, self.measures[m].amount
        if _holds(whole, part):
            return ""
        if not sure:
            return "is smaller"
        beside = (self.measures[k] for k in self.before(m, back=0))
        larger = any(k.amount.unit == "count" and k.amount.value >= part.value and not k.change for k in beside)
        return "is smaller, and its sentence has a larger one" if larger else ""

    def link(self, n: int, rule: Mapping[str, Any], found: Mapping[str, Place]) -> Link | None:
        """Go where a rule says; a part compares with its whole and, where nothing points there, is no larger."""
        name, nowhere = rule["name"], Link(None, None, rule["name"])
        if rule["to"] == "nothing":
            return nowhere
        to = self._target(n, rule, found)
        if to is None:
            return None
        if rule.get("above") and self._is_next(n, to):  # of something that is not stated
            return nowhere
        one, other = self.measures[n].amount, self.measures[to].amount
        if not rule.get("part"):
            return Link(None, to, name)
        return Link(to, to, name) if _fits(one, other, MISPRINT if rule.get("sure") else 1) else None

    def _is_next(self, n: int, to: int) -> bool:
        """Tell whether no number stands between two, but for changes and conversions."""
        return all(self.measures[m].change or self.is_conversion(m) for m in range(to + 1, n))

    def _target(self, n: int, rule: Mapping[str, Any], found: Mapping[str, Place]) -> int | None:
        """Return the number that a rule goes to: the one that its pattern names, or the one that `to` describes."""
        if rule["to"] == "named":
            named = self._at.get(found["to"][0])
            return None if named == n else named
        if rule["to"] == "before":
            before = self._with_unit(n - 1)
            return before if before is not None and self._may_be_of(n, before) else None
        near = self._nearest_as(n, rule, found.get("like"))
        if near is None:
            return n - 1 if n and rule.get("else") == "before" else None
        return self._top(near) if rule.get("top") else near

    def _nearest_as(self, n: int, rule: Mapping[str, Any], like: Place | None) -> int | None:
        """Return the nearest number that a rule describes: of the value of `n`, or of the one `like` it."""
        wanted = {"sure": rule.get("sure", False), "part": rule.get("part", rule.get("equal", False))}
        wanted |= {"of": rule["to"].removeprefix("nearest").strip(), "back": rule.get("back", BACK)}
        named = n if like is None else self._at.get(like[0], n)
        near = self.nearest(n, self.measures[named].amount.value if rule.get("equal") else None, **wanted)
        return self.nearest(n, **wanted) if near is None and like is not None else near

    def _with_unit(self, m: int) -> int | None:
        """Return the number that says the unit of number `m`: itself, or the one that it goes back to."""
        for _ in range(FAR_BACK):
            if m < 0 or self.measures[m].amount.unit is not None:
                break
            same = self.links.get(m, NONE).same
            if same is None:
                return None
            m = same
        return m if m >= 0 else None

    def _may_be_of(self, n: int, m: int) -> bool:
        """*a 16 percent fall to 5.7 million*, *3 billion yuan, then 2*: so large is no percent, so small no sum."""
        bare = self.measures[n].amount
        if bare.unit is not None:
            return True
        return not _is_too_large(self, n, m) and (bare.value < LARGE or self.measures[m].amount.unit not in SHARES)

    def _top(self, m: int) -> int:
        """Return the whole of the whole of number `m`, and so on: what *the total* is."""
        for _ in range(FAR_BACK):
            whole = self.links.get(m, NONE).whole
            m = m if whole is None else whole
        return m


def _alike(part: Amount, whole: Amount) -> bool:
    """Tell whether the units let one number be a part of another: tasks are none of an area, nor of a share."""
    if whole.unit in RELATIVE or part.unit == "percentage_points":
        return False
    return None in (part.unit, whole.unit) or part.unit == "percent" or checks.ratio(part.unit, whole.unit) is not None


def _holds(whole: Amount, part: Amount, margin: int = 1) -> bool:
    """Tell whether a number is large enough to have another as a part, or nearly so; of a share up to all of it."""
    if part.unit == "percent":  # *141 percent of the 1,900 trains planned*
        return part.value <= ALL
    ratio = 1 if None in (part.unit, whole.unit) else checks.ratio(part.unit, whole.unit)
    return ratio is None or part.value * ratio <= whole.value * margin


def _fits(part: Amount, whole: Amount, margin: int = 1) -> bool:
    return _alike(part, whole) and _holds(whole, part, margin)


def _kind(tokens: Tokens, amount: Amount) -> str:
    if amount.unit is None:
        return str(lexicon.load("links")["bare"].get(tokens.words[amount.last - 1], "Bare"))
    if amount.unit in SHARES:
        return "Fraction" if amount.last == amount.number else "Share"
    return KINDS.get(amount.unit, "Sum")


def _same_head(numbers: Numbers, n: int) -> Link | None:
    """*Six of the cases*: the last number that counted cases, of no other kind, and in reach."""
    tokens, start = numbers.tokens, numbers.measures[n].amount.last + 2
    end = phrases.counted(tokens, start)
    if not end or syntax.tag(tokens)[end] in syntax.letters("prep", "of", "to"):  # *of the firms in the city*: others
        return None
    same: dict[str, str] = lexicon.load("links")["same"]
    named = [same.get(word, word) for word in tokens.words[start:end]]
    for m in numbers.before(n, FAR_BACK if _rules().part("pointing").match(numbers.tags, start - 1) else BACK):
        noun = [same.get(word, word) for word in tokens.words[slice(*(numbers.measures[m].amount.noun or (0, 0)))]]
        if noun[-len(named) :] == named and not numbers.measures[m].change:
            return Link(m, m, "of the same")
    return None


def _part_of_trade(numbers: Numbers, n: int) -> Link | None:
    """*exports accounted for 794.9 billion yuan of the total*: parts of the trade stated before."""
    measure = numbers.measures[n]
    indicator = numbers.measures[n - (measure.indicator == SAME)].indicator or ""
    if indicator.lower() not in lexicon.words("links", "trade_parts"):
        return None
    for m in numbers.before(n, BACK - 1):
        if numbers.are_dated_apart(n, m):
            return None
        other = numbers.measures[m]
        if other.amount.unit != measure.amount.unit:
            continue
        if other.indicator is None:  # of something else in between
            return None
        if _is_trade(other.indicator) and other.amount.value >= measure.amount.value:
            return None if other.change else Link(m, None, "part of trade")
    return None


def _is_trade(indicator: str) -> bool:
    return any(word in indicator.lower() for word in lexicon.words("links", "trade"))


def _elided_unit(numbers: Numbers, n: int) -> Link | None:
    """*Trade with Laos was 3 billion yuan, with Chile 2 billion*: the unit of that before, and its whole."""
    measured = numbers.measures[n].rule == "elided unit"
    to = numbers.nearest(n, of="sum", part=False, back=0) if measured else None
    return None if to is None else Link(numbers.links.get(to, NONE).whole, to, "elided unit")


def _goes_on(numbers: Numbers, n: int) -> Link | None:
    """*..., seven on file with ministries and 29 in the province*: the chain's whole."""
    before, amount = _chain(numbers, n), numbers.measures[n].amount
    if before is None or before.whole is None or before.whole > n:
        return None
    beside = numbers.measures[numbers.beside(n)].amount
    same = amount.unit == beside.unit and before.rule == "of which" and not amount.noun
    if (amount.unit is not None and not same) or not _holds(numbers.measures[before.whole].amount, amount, MISPRINT):
        return None
    return Link(before.whole, before.same if before.same is not None else before.whole, "goes on")


def _chain(numbers: Numbers, n: int) -> Link | None:
    """Return what the number before goes back to, in the same sentence, or that number, where it is such a whole."""
    last = numbers.beside(n)
    if last < 0:
        return None
    before, part = numbers.links.get(last), numbers.links.get(last - 1)
    if before is None and part and part.whole == last:
        return Link(last, last, "")  # *95 of the 106 tasks are done, and 11 are under way*
    return before


def _adds_up(numbers: Numbers, n: int) -> Link | None:
    """*40 plants, 25 in the east and 15 in the west*: what this number, those before it and those behind it make up."""
    values, here = _of_its_unit(numbers, n), numbers.sentences[n]
    sums = list(accumulate(value for m, value in values.items() if m >= n and numbers.sentences[m] == here))
    for m in sorted(values.keys() - range(n, n + LISTED), reverse=True):
        if values[m] > numbers.measures[n].amount.value and any(math.isclose(values[m], made) for made in sums):
            return Link(m, m, "the rest")
        sums = [made + values[m] * (numbers.sentences[m] == here) for made in sums]
    return None


def _of_its_unit(numbers: Numbers, n: int) -> dict[int, float]:
    """Return the values of the numbers beside one, in its sentence and that before, that have its unit."""
    near = range(max(n - LISTED, 0), min(n + LISTED, len(numbers.measures)))
    is_near = {m: numbers.sentences[n] - numbers.sentences[m] < ADJACENT for m in near}
    beside = [m for m in near if is_near[m] and not numbers.measures[m].change]
    units_of = {m: numbers.measures[m].amount.unit or "count" for m in beside}
    return {m: numbers.measures[m].amount.value for m in beside if units_of[m] == units_of.get(n, "")}


def _list(numbers: Numbers, n: int) -> Link | None:
    """*including 90 foreign-funded projects and 160 local ones*: parts of one whole, each with a noun of its own."""
    listed = ((m, numbers.links.get(m, NONE)) for m in numbers.before(n) if not numbers.is_aside(n, m))
    last, before = next(((m, link) for m, link in listed if link.whole is not None), (n, None))
    if before is None or before.whole is None or before.rule not in ("including", "goes on", "with N"):
        return None
    part, whole = numbers.measures[n].amount, numbers.measures[before.whole].amount
    return Link(before.whole, last, "including") if _fits(part, whole) else None


def _is_of_earlier_time(numbers: Numbers, n: int, m: int) -> bool:
    before = max(numbers.measures[m].amount.first - 1, 0)
    return _rules().part("of_before").match(numbers.tags, before) is not None


def _is_another_part(numbers: Numbers, n: int, m: int) -> bool:
    again = ("goes on", "with N", *(["including"] if numbers.sentences[n] > numbers.sentences[m] else []))
    link = numbers.links.get(m)
    return link is not None and link.whole is not None and link.rule in again


def _only_describes(numbers: Numbers, n: int, m: int) -> bool:
    """*300 firms in the 20-hectare park, including 12 from Japan*: a bare number counts no hectares."""
    describing = _rules().part("describing").match(numbers.tags, numbers.measures[m].amount.first)
    return numbers.measures[n].amount.unit is None and describing is not None


def _is_too_large(numbers: Numbers, n: int, m: int) -> bool:
    amount = numbers.measures[n].amount
    return amount.unit is None and numbers.measures[m].amount.value > TOO_LARGE * amount.value


#: Why a number cannot go back to another one, and when that holds of the two.
REFUSALS: dict[str, Callable[[Numbers, int, int], bool]] = {
    "is the size of a change": lambda numbers, n, m: numbers.measures[m].change is not None,
    "is of an earlier time": _is_of_earlier_time,
    "only says more of something": _only_describes,
    "is a conversion": lambda numbers, n, m: numbers.is_conversion(m),
    "is more than ten thousand times as large": _is_too_large,
    "is a share or a multiple": lambda numbers, n, m: numbers.measures[m].amount.unit in RELATIVE,
    "is of another unit": lambda numbers, n, m: not _alike(numbers.measures[n].amount, numbers.measures[m].amount),
    "goes back to nothing itself": lambda numbers, n, m: (
        numbers.measures[m].amount.unit is None and m not in numbers.links
    ),
    "is another part": _is_another_part,
}
CHECKS: dict[str, Callable[[Numbers, int], Link | None]] = {
    "same head": _same_head,
    "elided unit": _elided_unit,
    "part of trade": _part_of_trade,
    "goes on": _goes_on,
    "goes on list": _list,
    "adds up": _adds_up,
}


@cache
def _rules() -> Rules:
    unpredicated = lexicon.words("links", "unpredicated") - set(closed()["aux"])
    verbs = {word for name in ("aux", "verb", "adverb", "rise", "fall") for word in closed()[name]}
    return Rules("links", {"predicate": verbs - unpredicated})
