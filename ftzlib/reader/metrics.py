"""Measures with what they go back to, as rows of the metrics table."""

import datetime as dt
from collections.abc import Mapping, Sequence, Set

from ftzlib.facts.records import Date, Metric, Statement
from ftzlib.grammar import lexicon
from ftzlib.reader import as_of, statuses, whose
from ftzlib.reader.links import Link, Numbers, with_parts
from ftzlib.reader.mentions import SAME, Measure, Mention
from ftzlib.text.tokens import by_sentence, covering


def read(
    numbers: Numbers,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    dates: Sequence[Date],
    published: dt.date | None,
) -> list[Metric]:
    """Give linked measures their zones, speakers and dates; bare numbers without a link are dropped."""
    tokens, measures, linked = numbers.tokens, numbers.measures, numbers.links
    kept = [n for n, measure in enumerate(measures) if measure.amount.unit or n in linked]
    ids = {n: f"m{row}" for row, n in enumerate(kept, 1)}
    said_in = by_sentence(tokens, statements)
    wholes_of = with_parts(linked)
    about = whose.find(tokens, measures, mentions, said_in, linked)
    held = as_of.find(tokens, measures, said_in, by_sentence(tokens, dates), published)
    found = []
    bases: dict[int, Measure] = {}
    units: dict[int, str] = {}
    for n in kept:
        measure, link = measures[n], linked.get(n)
        base = bases[n] = _base(measures, linked, n, bases)
        span = tokens.span(measure.amount.first, measure.amount.last)
        sentence = tokens.sentence_at(measure.amount.first)
        said = covering(said_in.get(sentence, ()), span)
        zone, why = about.get(n, (None, ""))
        same = link.same if link and link.same is not None else n  # what gives a bare number its unit
        units[n] = measure.amount.unit or units.get(same) or measures[same].amount.unit or "count"
        day = held.get(n)
        status = "planned" if day and day.ahead else _status(measures, linked, n, base.indicator, wholes_of)
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
                scope=_scope(measures, n, link, zone) if status == "promoted" else None,
                part_of=ids.get(link.whole) if link and link.whole is not None else None,
                zone=zone,
                as_of=day.value if day else None,
                speaker=said.speaker if said else None,
                rule=measure.rule + (f"; {link.rule}" if link else "") + (f"; zone: {why}" if why else ""),
            )
        )
    return found


def _base(measures: Sequence[Measure], linked: Mapping[int, Link], n: int, known: Mapping[int, Measure]) -> Measure:
    """The measure that gives unit and indicator: the number itself, or what it goes back to."""
    seen = {n}
    while True:
        if n in known:
            return known[n]
        link = linked.get(n)
        if measures[n].indicator == SAME:
            n -= 1
        elif measures[n].indicator is None and link and link.same is not None:
            n = link.same
        else:
            return measures[n]
        if n in seen or n < 0:
            return measures[max(n, 0)]._replace(indicator=None)
        seen.add(n)


def _named(indicator: str | None, kind: str) -> str | None:
    """*90 foreign-funded projects and 160 local ones*: of what stands before, *ones* says the head alone again."""
    return indicator.split()[-1] if indicator and kind == "Ones" else indicator


def _status(
    measures: Sequence[Measure], linked: Mapping[int, Link], n: int, indicator: str | None, wholes_of: Set[int]
) -> str:
    if measures[n].planned:
        return "planned"
    if not statuses.has_status(indicator):
        return "reported"
    while True:
        measure, link = measures[n], linked.get(n)
        if measure.planned or measure.status:
            return "planned" if measure.planned else measure.status or "reported"
        if link and link.rule == "goes on":
            n -= 1
        elif measure.scope and (link is None or link.whole is not None):
            return "promoted"
        elif link and link.whole is not None and link.whole < n and link.rule == "of which":
            n = link.whole
        else:
            return "total" if n in wholes_of else "reported"


def _scope(measures: Sequence[Measure], n: int, link: Link | None, zone: str | None) -> str | None:
    """*349 innovations have been copied nationwide, 28 of them last year*: these, too; *the province* is the zone's."""
    scope = measures[n].scope
    if scope is None and link and link.whole is not None and link.rule == "of which":
        scope = measures[link.whole].scope
    if scope != "province":
        return scope
    province = zone.split("(")[1].split(")")[0] if zone else None
    return province if province in (None, *lexicon.load("places")["not_provinces"]) else f"{province} Province"
