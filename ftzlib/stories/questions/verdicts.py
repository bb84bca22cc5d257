"""Whether other sources bear an article out, claim by claim.

Finds     the checks made by hand, where the article's words make the claim that was checked; and for every
          other count of tasks and innovations what the reference tables can say of it by rule.
Leaves    what no other source speaks of: unverified, which is not false.

By rule   a total that another source gives is confirmed; a count that only grows is consistent if it lies
          between the counts of other sources before and after it, and conflicting if it does not.
Example   13 promoted in November 2020, 29 by September 2022 -> consistent
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ftzlib import reference
from ftzlib.evidence.figures import Figure, Indicator, Missing, Reference, Stated
from ftzlib.facts.marks import marks
from ftzlib.stories.questions import peers, reforms
from ftzlib.stories.sources import stated
from ftzlib.text.spans import Span

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

VERDICTS = ("confirmed", "consistent", "unverified", "conflicting")
#: Counts that the rules can judge, under the status and the article's name for them.
_GROWING = (("tasks", "total"), ("done", "implemented"), ("innovations", "formed"), ("promoted", "promoted"))
NOTHING = Missing("The source makes no claim that could be held against other sources here.")


@dataclass(frozen=True, kw_only=True)
class Check:
    """One claim: where it stands, what is said of it elsewhere, and by whom; `by_hand` or by rule."""

    claim: Figure | str
    span: Span | None
    verdict: str
    finding: str
    sources: tuple[Reference, ...] = ()
    by_hand: bool = True


def checks(facts: Facts) -> list[Check]:
    """Return the checks of an article in the order of its text."""
    made = _by_hand(facts)
    known = [check.span for check in made if check.span]
    ruled = [c for c in _by_rule(facts) if c.span and not any(c.span.meets(span) for span in known)]
    return sorted([*made, *ruled], key=lambda check: (check.span is not None, check.span or Span(0, 0)))


def answers(facts: Facts) -> dict[str, Any]:
    """Return how many claims were checked (``checked``), and how many came to each of the verdicts."""
    found = checks(facts)
    if not found:
        return dict.fromkeys(("checked", "alone", *VERDICTS), NOTHING)
    alone = [check.claim for check in found if check.verdict == "unverified"]
    return {
        "checked": _number("claims checked", len(found)),
        **{v: _number(f"{v} claims", sum(check.verdict == v for check in found)) for v in VERDICTS},
        "alone": alone or Missing("Every claim that was checked has another source."),
    }


def rows(facts: Facts, *verdicts: str) -> list[dict[str, Any]]:
    """Return the checks as rows, of some verdicts or of all; one verdict needs no column."""
    return [
        {
            "claim": check.claim,
            **({} if len(verdicts) == 1 else {"verdict": check.verdict}),
            "what others say": check.finding,
            "sources": list(check.sources) or "none found",
        }
        for check in checks(facts)
        if check.verdict in (verdicts or VERDICTS)
    ]


def _by_hand(facts: Facts) -> list[Check]:
    """Return the checks that were made of this article and whose words it has."""
    about, text = facts.document, facts.document.text
    keys = {about.sha256, about.source.url}
    made = [row for row in reference.rows("checks") if keys & {row["document_sha256"], row["document_url"]}]
    return [_made(facts, row) for row in made if row["quote"] in text]


def _made(facts: Facts, row: Mapping[str, str]) -> Check:
    start = facts.document.text.index(row["quote"])
    span = Span(start, start + len(row["quote"])) if row["quote"] else None
    sources = (found for found in reference.rows("evidence") if found["check"] == row["id"])
    return Check(
        claim=_linked(facts, row["claim"], span),
        span=span,
        verdict=row["verdict"],
        finding=row["finding"],
        sources=tuple(reference.source(found) for found in sources),
    )


def _linked(facts: Facts, claim: str, span: Span | None) -> Stated | str:
    """Return a claim as a figure that leads to the first row read from its words, if one was."""
    row = next((mark.record for mark in marks(facts) if span and mark.span.meets(span)), None)
    return Stated(id=row.id, value=claim, quote=row.span.of(facts.document.text)) if row else claim


def _by_rule(facts: Facts) -> list[Check]:
    zone, said = peers.about(facts), reforms.answers(facts)
    told = said["told"]
    if zone is None or isinstance(told, Missing):
        return []
    found = {said[name].id: (said[name], status) for name, status in _GROWING if _counted(said[name])}
    return [_ruled(facts, figure, status, zone, str(told.value)) for figure, status in found.values()]


def _counted(figure: Figure) -> bool:
    return isinstance(figure, Stated) and figure.unit == "count" and not figure.mod


def _ruled(facts: Facts, figure: Stated, status: str, zone: str, day: str) -> Check:
    row = next(row for row in facts.rows("metrics") if row["id"] == figure.id)
    scope = {"promoted": "nationwide" if row["scope"] == "nationwide" else "province"}.get(status, "zone")
    rows = _comparable(facts, zone, status, scope)
    verdict, finding, used = judge(float(figure.value), status, day, rows)
    return Check(
        claim=stated(facts, "metrics", row, "quote") if row["indicator"] in row["quote"] else _named(figure, row),
        span=Span(row["start"], row["end"]),
        verdict=verdict,
        finding=finding,
        sources=tuple(reference.source(row) for row in used),
        by_hand=False,
    )


def _named(figure: Stated, row: Mapping[str, Any]) -> Stated:
    words = f"{row['quote']} {row['indicator'] or ''}, {row['status']}"
    return Stated(id=figure.id, value=words, quote=figure.quote, sentence=figure.sentence)


def _comparable(facts: Facts, zone: str, status: str, scope: str) -> list[dict[str, str]]:
    """Return the exact cumulative counts of the same thing from other sources, in order of time."""
    what = peers.TASKS if status in ("total", "implemented") else "innovations"
    wanted = (zone, what, status, scope, "count", "", "")
    keys = ("zone", "indicator", "status", "scope", "unit", "mod", "period")
    rows = [row for row in reference.rows("metrics") if tuple(row[key] for key in keys) == wanted]
    return sorted((r for r in rows if r["source_url"] != facts.document.source.url), key=lambda row: row["as_of"])


def judge(value: float, status: str, day: str, rows: list[dict[str, str]]) -> tuple[str, str, list[dict[str, str]]]:
    """Return the verdict on a count of `day`, the reason, and the rows that it rests on.

    Parameters
    ----------
    rows : list of dict
        Exact counts of the same thing from other sources, in order of time.
    """
    same = [row for row in rows if float(row["value"]) == value and (status == "total" or row["as_of"] == day)]
    if same:
        return "confirmed", f"{_told(same[0])}.", same
    on_the_day = [row for row in rows if row["as_of"] == day or status == "total"]
    if on_the_day:
        return "conflicting", f"{_told(on_the_day[0])}.", on_the_day
    before = [row for row in rows if row["as_of"] < day][-1:]
    after = [row for row in rows if row["as_of"] > day][:1]
    if not before and not after:
        return "unverified", "No other source here counts this.", []
    fits = all(float(row["value"]) <= value for row in before) and all(float(row["value"]) >= value for row in after)
    told = "; ".join(_told(row) for row in [*before, *after])
    return ("consistent" if fits else "conflicting"), f"{told}.", [*before, *after]


def _told(row: Mapping[str, str]) -> str:
    return f"{reference.number(row['value']):,} on {row['as_of']}"


def _number(name: str, value: int) -> Indicator:
    return Indicator(name=name, value=value, formula=f"rows of the table of checks: {value}")
