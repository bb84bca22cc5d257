"""Measures with what they go back to, as rows of the metrics table."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence, Set

from ftzlib.facts.records import Date, Metric, Statement
from ftzlib.grammar import lexicon
from ftzlib.reader import as_of, statuses, syntax, whose
from ftzlib.reader.links import NONE, Link, Numbers
from ftzlib.reader.mentions import SAME, Measure, Mention
from ftzlib.text.tokens import by_sentence, covering

OF_SAME = ("of the same", "count")  # *formed 12 institutional cases; six of the cases*: institutional cases


def read(
    numbers: Numbers,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    dates: Sequence[Date],
    published: dt.date | None,
) -> list[Metric]:
    """Give linked measures their zones, speakers and dates; bare numbers without a link are dropped."""
    tokens, measures, kept = numbers.tokens, numbers.measures, numbers.kept()
    ids: dict[int | None, str] = {n: f"m{row}" for row, n in enumerate(kept, 1)}
    said_in, with_parts = by_sentence(tokens, statements), numbers.with_parts()
    about = whose.find(numbers, mentions, said_in)
    held = as_of.find(tokens, measures, said_in, by_sentence(tokens, dates), published)
    found = []
    bases: dict[int, Measure] = {}
    units: dict[int, str] = {}
    for n in kept:
        measure, link, day = measures[n], numbers.links.get(n, NONE), held.get(n, as_of.NEVER)
        base = bases[n] = _base(numbers, n, bases)
        span = tokens.span(measure.amount.first, measure.amount.last)
        said = covering(said_in.get(tokens.sentence_at(measure.amount.first), ()), span)
        zone, why = about.get(n, (None, ""))
        same = n if link.same is None else link.same  # what gives a bare number its unit
        units[n] = measure.amount.unit or units.get(same) or measures[same].amount.unit or "count"
        status = "planned" if day.ahead else _status(numbers, n, base.indicator, with_parts)
        found.append(
            Metric(
                id=ids[n],
                span=span,
                value=measure.amount.value,
                unit=units[n],
                indicator=_named(base.indicator, numbers.kinds[n]),
                status=status,
                mod=measure.amount.mod,
                change=measure.change,
                scope=_scope(numbers, n, status, zone),
                part_of=ids.get(link.whole),
                zone=zone,
                as_of=day.value,
                speaker=said.speaker if said else None,
                rule="; ".join(filter(None, (measure.rule, link.rule, why and f"zone: {why}"))),
            )
        )
    return found


def _named(indicator: str | None, kind: str) -> str | None:
    """*90 foreign projects and 160 local ones*: of these the head alone."""
    return indicator.split()[-1] if indicator and kind == "Ones" else indicator


def _base(numbers: Numbers, n: int, known: Mapping[int, Measure]) -> Measure:
    """The measure that gives unit and indicator: the number itself, or what it goes back to."""
    measures, seen = numbers.measures, {n}
    while n not in known:
        link = numbers.links.get(n, NONE)
        named = measures[n].indicator is not None and (link.rule, measures[n].amount.unit) != OF_SAME
        if measures[n].indicator == SAME:
            n -= 1
        elif not named and link.same is not None:
            n = link.same
        else:
            return measures[n]
        if n in seen or n < 0:
            return measures[max(n, 0)]._replace(indicator=None)
        seen.add(n)
    return known[n]


def _status(numbers: Numbers, n: int, indicator: str | None, with_parts: Set[int]) -> str:
    if numbers.measures[n].planned:
        return "planned"
    if not statuses.has_status(indicator):
        return "reported"
    last = n
    for last, of_all in _told_together(numbers.links, n):
        measure = numbers.measures[last]
        if told := "planned" if measure.planned else measure.status:
            return _but_of_a_part(numbers.links, last, told)
        if measure.scope and of_all:
            return "promoted"
    return "total" if last in with_parts and numbers.links.get(last, NONE).whole is None else "reported"


def _but_of_a_part(linked: Mapping[int, Link], n: int, told: str) -> str:
    """*11 of the 57 were praised. Eight of the [11] were copied*: a part, or one that is named again, is no total."""
    link = linked.get(n, NONE)
    same = linked.get(link.same, NONE) if link.same is not None else NONE
    return "reported" if told == "total" and link.whole is None and same.whole is not None else told


def _told_together(linked: Mapping[int, Link], n: int) -> Iterator[tuple[int, bool]]:
    """*seven are on file and 29 in use*, *of which 12 last year*: a number, and those of which its status is told.

    Each with whether that over which it holds tells that, too: none of several, nor of something unnamed.
    """
    while True:
        link = linked.get(n, NONE)
        yield n, link is NONE or (link.whole is not None and link.rule != "goes on")
        if link.rule == "goes on":
            n -= 1
        elif link.rule == "of which" and link.whole is not None and link.whole < n:
            n = link.whole
        else:
            return


def _scope(numbers: Numbers, n: int, status: str, zone: str | None) -> str | None:
    """*349 innovations have been copied nationwide, 28 of them last year*: these, too; *the province* is the zone's."""
    link, n = numbers.links.get(n, NONE), n + _goes_together(numbers, n)
    measure = numbers.measures[n]
    scope = measure.scope
    if scope is None and link.whole is not None and link.rule == "of which":
        scope = numbers.measures[link.whole].scope
    promoted = "promoted" in (status, status == "planned" and measure.status)  # *will be copied nationwide*
    if scope is None or not (promoted or statuses.is_copied(numbers.tokens, measure.amount.last)):
        return None
    return scope if scope not in ("province", "city") else zone and _of_zone(zone, scope)


def _of_zone(zone: str, scope: str) -> str | None:
    """*the province*, *the city*: that of the zone, where it is one."""
    places, province = lexicon.load("places"), zone.split("(")[1].split(")")[0]
    region, alone = places["regions"].get(province), province in places["not_provinces"]
    if scope == "city":
        return province if alone and not region else None
    return str(region or province) if alone else f"{province} Province"


def _goes_together(numbers: Numbers, n: int) -> bool:
    """*20 practices and 12 cases have been promoted nationwide*: what is said behind the second is said of both."""
    if n + 1 == len(numbers.measures):
        return False
    one, other = numbers.measures[n].amount, numbers.measures[n + 1].amount
    joined = one.noun and other.noun and other.first == one.last + 1
    return bool(joined) and syntax.tag(numbers.tokens)[one.last] in syntax.letters("and")
