"""What does not hold together: each check takes the facts and gives findings.

Nothing here raises; a finding asks in one sentence whether the text says what disagrees, and names the rows.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from operator import attrgetter
from typing import TypeVar

from ftzlib.facts.reading import Reading
from ftzlib.facts.records import PREFIXES, Finding, Metric, Record, Sector
from ftzlib.grammar import lexicon
from ftzlib.text.spans import Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: How much depends on a finding, in the order in which they are told: what is not named here is a question, a check.
SEVERITIES = {"weekday-mismatch": "error", "unresolved-date": "info", "unresolved-number": "info"}
_ORDER = ("error", "check", "info")
MOST_ALIKE = 20  # values of one thing that are compared with each other
APART = 10  # times
SLACK = 1e-9  # of the whole, for sums of decimals
Place = TypeVar("Place")
Of = TypeVar("Of", bound=Reading)
_SUBJECT = attrgetter("unit", "status", "zone", "as_of", "scope", "change")


def with_findings(facts: Of, others: Iterable[Finding]) -> Of:
    """Return the facts with the findings of all checks, errors first, and behind them some that no check makes."""
    checks = (part_exceeds_whole, conflicting_values, weekday_mismatch, list_count_mismatch, unresolved_date)
    found = [one for check in checks for one in check(facts)]
    found.sort(key=lambda one: (_ORDER.index(one.severity), one.span))
    numbered = tuple(replace(one, id=f"{PREFIXES['findings']}{n}") for n, one in enumerate([*found, *others], 1))
    return replace(facts, records=facts.records | {"findings": numbered})


def finding(code: str, span: Span, message: str, *rows: Record) -> Finding:
    """Return a finding about some rows."""
    refs = tuple(row.id for row in rows)
    return Finding(code=code, severity=SEVERITIES.get(code, "check"), span=span, message=message, refs=refs)


def ratio(unit: str | None, other: str | None) -> float | None:
    """Return how many of `other` one `unit` is (a square kilometer 100 hectares); None if they do not compare."""
    if unit == other:
        return 1
    sizes = next((sizes for sizes in lexicon.load("links")["sizes"].values() if {unit, other} <= sizes.keys()), None)
    return sizes[unit] / sizes[other] if sizes else None


def part_exceeds_whole(facts: Reading) -> Iterator[Finding]:
    """A part that is larger than its whole, or a share of more than 100 percent of one; percent is no magnitude.

    The reader links numbers that disagree only where words point from one to the other (*of which*).
    """
    metrics: dict[str | None, Metric] = {metric.id: metric for metric in facts.records["metrics"]}
    for part in metrics.values():
        if whole := metrics.get(part.part_of):
            limit, size = (100, 1.0) if part.unit == "percent" else (whole.value, ratio(part.unit, whole.unit))
            if size is not None and part.value * size > limit * (1 + SLACK):
                asked = f"Does the text give “{facts.said(part.span)}” as a part of “{facts.said(whole.span)}”?"
                yield finding("part-exceeds-whole", part.span, asked, part, whole)


def conflicting_values(facts: Reading) -> Iterator[Finding]:
    """One indicator, status, zone and date, and two exact values; a range in one sentence is none.

    Growth of something that no zone is said to have is not compared: of so little it is seldom the same that grew.
    """
    ends = [sentence.span.end for sentence in facts.sentences]
    text = facts.document.text
    levels = (m for m in facts.records["metrics"] if m.part_of is None and (m.change is None or m.zone))
    placed = ((bisect_left(ends, metric.span.end), metric) for metric in levels if not _is_share(metric, text))
    for (_, a), (_, b) in conflicts(placed, MOST_ALIKE):
        asked = f"Are “{facts.said(a.span)}” and “{facts.said(b.span)}” both given for {a.as_of}?"
        yield finding("conflicting-values", b.span, asked, a, b)


def _is_share(metric: Metric, text: str) -> bool:
    """*21 percent of GDP*, *42 percent of GDP, up three points*: what is shared may have many shares that change."""
    if metric.unit != "percent" or metric.change is not None:
        return metric.unit == "percentage_points"
    behind = text[metric.span.end : metric.span.end + 4].split()
    return behind[:1] in ([word] for word in lexicon.load("syntax")["words"]["of"])


def conflicts(
    placed: Iterable[tuple[Place, Metric]], most: int | None = None
) -> Iterator[tuple[tuple[Place, Metric], tuple[Place, Metric]]]:
    """Give the pairs of exact metrics of one subject and date that have two values in two places.

    Of each subject the first `most` are compared; one that is many times the other (*18.9 firms per 1,000 people*) is
    of something else.
    """
    alike: dict[tuple[object, ...], list[tuple[Place, Metric]]] = {}
    for place, metric in placed:
        if metric.as_of and metric.indicator and not metric.mod:
            subject = (metric.indicator.casefold(), _SUBJECT(metric))
            alike.setdefault(subject, []).append((place, metric))
    for same in alike.values():
        for one, other in combinations(same[:most], 2):
            low, high = sorted((one[1].value, other[1].value))
            if one[0] != other[0] and low < high < APART * low:
                yield one, other


def weekday_mismatch(facts: Reading) -> Iterator[Finding]:
    """A weekday and a full date beside it that disagree."""
    for date in facts.records["dates"]:
        if date.weekday and date.value and len(date.value) == 10:
            real = dt.date.fromisoformat(date.value).isoweekday()
            if real != date.weekday:
                told = f"{date.value} was a {WEEKDAYS[real - 1]}, not a {WEEKDAYS[date.weekday - 1]}."
                yield finding("weekday-mismatch", date.span, told, date)


def list_count_mismatch(facts: Reading) -> Iterator[Finding]:
    """A number of things announced, and another number of them named."""
    metrics: Sequence[Metric] = facts.records["metrics"]
    starts = [metric.span.start for metric in metrics]
    lists: dict[str, list[Sector]] = {}
    for sector in facts.records["sectors"]:
        if sector.head:
            lists.setdefault(sector.list, []).append(sector)
    for items in lists.values():
        head = items[0].head or items[0].span
        for metric in metrics[max(bisect_left(starts, head.start) - 1, 0) : bisect_left(starts, head.end)]:
            if metric.span.meets(head) and metric.unit == "count" and metric.value != len(items) and not metric.mod:
                asked = f"Does the text name all of “{facts.said(metric.span)}”? The rules found {len(items)}."
                yield finding("list-count-mismatch", metric.span, asked, metric, *items)


def unresolved_date(facts: Reading) -> Iterator[Finding]:
    """A time expression that no calendar date could be given to."""
    for date in facts.records["dates"]:
        if date.value is None:
            why = date.refusal or "nothing in the text says which"
            told = f"“{date.span.of(facts.document.text)}” has no date: {why}."
            yield finding("unresolved-date", date.span, told, date)


def unresolved_number(spans: Sequence[Span], text: str) -> Iterator[Finding]:
    """Digits that may be read in two ways, so that no row holds them."""
    for span in spans:
        told = f"“{span.of(text)}” is no number in the tables: it may be read in two ways."
        yield finding("unresolved-number", span, told)
