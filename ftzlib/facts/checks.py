"""What does not hold together: each check takes the facts and gives findings.

Nothing here raises; a finding asks in one sentence whether the text says what disagrees, and names the rows.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations

from ftzlib.facts.reading import Reading
from ftzlib.facts.records import Date, Finding, Metric, Record, Sector
from ftzlib.grammar import lexicon
from ftzlib.text.segment import Sentence
from ftzlib.text.spans import Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_ALIKE = 20  # values of one thing that are compared with each other
SLACK = 1e-9  # of the whole, for sums of decimals


def run(facts: Reading) -> list[Finding]:
    """Return the findings of one document, errors first, in order of position."""
    metrics: Sequence[Metric] = facts.records["metrics"]
    dates: Sequence[Date] = facts.records["dates"]
    found = [
        *part_exceeds_whole(metrics, facts.document.text),
        *conflicting_values(metrics, facts.sentences, facts.document.text),
        *weekday_mismatch(dates),
        *list_count_mismatch(metrics, facts.records["sectors"], facts.document.text),
        *unresolved_date(dates, facts.document.text),
    ]
    order = ("error", "check", "info")
    return sorted(found, key=lambda finding: (order.index(finding.severity), finding.span))


def ratio(unit: str | None, other: str | None) -> float | None:
    """Return how many of `other` one `unit` is (a square kilometer 100 hectares); None if they do not compare."""
    if unit == other:
        return 1
    sizes = next((sizes for sizes in lexicon.load("links")["sizes"].values() if {unit, other} <= sizes.keys()), None)
    return sizes[unit] / sizes[other] if sizes else None


def part_exceeds_whole(metrics: Sequence[Metric], text: str) -> Iterator[Finding]:
    """A part that is larger than its whole, or a share of more than 100 percent of one; percent is no magnitude.

    The reader links numbers that disagree only where words point from one to the other (*of which*).
    """
    by_id = {metric.id: metric for metric in metrics}
    for part in metrics:
        whole = by_id.get(part.part_of or "")
        if whole is None:
            continue
        limit, size = (100, 1.0) if part.unit == "percent" else (whole.value, ratio(part.unit, whole.unit))
        if size is not None and part.value * size > limit * (1 + SLACK):
            yield Finding(
                span=part.span,
                code="part-exceeds-whole",
                severity="check",
                message=f"Does the text give “{_said(part, text)}” as a part of “{_said(whole, text)}”?",
                refs=(part.id, whole.id),
            )


def _said(record: Record, text: str) -> str:
    return " ".join(record.span.of(text).split())


def conflicting_values(metrics: Sequence[Metric], sentences: Sequence[Sentence], text: str) -> Iterator[Finding]:
    """One indicator, status, zone and date, and two exact values; a range in one sentence is none."""
    ends = [sentence.span.end for sentence in sentences]
    exact = [metric for metric in metrics if metric.as_of and metric.part_of is None and not metric.mod]
    alike: dict[tuple[object, ...], list[Metric]] = {}
    for metric in exact:
        alike.setdefault(subject(metric), []).append(metric)
    for a, b in (pair for metrics in alike.values() for pair in combinations(metrics[:MOST_ALIKE], 2)):
        apart = bisect_left(ends, a.span.end) != bisect_left(ends, b.span.end)
        if a.value != b.value and apart:
            yield Finding(
                span=b.span,
                code="conflicting-values",
                severity="check",
                message=f"Are “{_said(a, text)}” and “{_said(b, text)}” both given for {a.as_of}?",
                refs=(a.id, b.id),
            )


def subject(metric: Metric) -> tuple[object, ...]:
    """Return what a metric is about: two of one subject should have one value."""
    return (
        (metric.indicator or "").casefold(),
        metric.unit,
        metric.status,
        metric.zone,
        metric.as_of,
        metric.scope,
        metric.change,
    )


def weekday_mismatch(dates: Sequence[Date]) -> Iterator[Finding]:
    """A weekday and a full date beside it that disagree."""
    for date in dates:
        if date.weekday is None or date.value is None or len(date.value) != 10:
            continue
        real = dt.date.fromisoformat(date.value).isoweekday()
        if real != date.weekday:
            yield Finding(
                span=date.span,
                code="weekday-mismatch",
                severity="error",
                message=f"{date.value} was a {WEEKDAYS[real - 1]}, not a {WEEKDAYS[date.weekday - 1]}.",
                refs=(date.id,),
            )


def list_count_mismatch(metrics: Sequence[Metric], sectors: Sequence[Sector], text: str) -> Iterator[Finding]:
    """A number of things announced, and another number of them named."""
    lists: dict[str, list[Sector]] = {}
    for sector in sectors:
        if sector.head:
            lists.setdefault(sector.list, []).append(sector)
    starts = [metric.span.start for metric in metrics]
    for items in lists.values():
        if (head := items[0].head) is None:
            continue
        for metric in metrics[max(bisect_left(starts, head.start) - 1, 0) : bisect_left(starts, head.end)]:
            if metric.span.meets(head) and metric.unit == "count" and metric.value != len(items) and not metric.mod:
                yield Finding(
                    span=metric.span,
                    code="list-count-mismatch",
                    severity="check",
                    message=f"Does the text name all of “{_said(metric, text)}”? The rules found {len(items)}.",
                    refs=(metric.id, *(item.id for item in items)),
                )


def unresolved_date(dates: Sequence[Date], text: str) -> Iterator[Finding]:
    """A time expression that no calendar date could be given to."""
    for date in dates:
        if date.value is None:
            yield Finding(
                span=date.span,
                code="unresolved-date",
                severity="info",
                message=f"“{date.span.of(text)}” has no date: {date.refusal or 'nothing in the text says which'}.",
                refs=(date.id,),
            )


def unresolved_number(spans: Sequence[Span], text: str) -> Iterator[Finding]:
    """Digits that may be read in two ways, so that no row holds them."""
    for span in spans:
        yield Finding(
            span=span,
            code="unresolved-number",
            severity="info",
            message=f"“{span.of(text)}” is no number in the tables: it may be read in two ways.",
        )
