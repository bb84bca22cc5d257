"""The story of a visit: what took place, who was there, what was promised, what a reader is not told.

Finds     the first visit with its day; the ledger of promises; the questions that a report on a visit has to
          answer, with the words that may answer them.
Leaves    an actor, a partner or a day that the words do not give.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from ftzlib.evidence.figures import Missing, Stated
from ftzlib.stories import indicators, moments
from ftzlib.stories import words as stories_words
from ftzlib.stories.questions.voices import NOBODY, inside, reported, shares, speakers
from ftzlib.stories.sources import every, person, sentence_of, stated

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts


def answers(facts: Facts) -> dict[str, Any]:
    """Return who came, spoke and promised.

    Returns
    -------
    dict
        ``visit`` and its ``day``; ``loudest`` with ``loudest_role`` and ``loudest_share``; ``silent``, people
        who are named and not heard; ``reported``, the share of reported speech; ``not_said``, questions of a
        reader without an answer; ``promisers``, whoever states a promise; the numbers ``n_speakers``,
        ``n_promises``, ``n_orphaned`` (promises without an actor) and ``n_dated``.
    """
    said = speakers(facts)
    names = [name for name in said if name != NOBODY]
    first = [replace(stated(facts, "statements", said[name][0]), value=name) for name in names]
    promised = facts.rows("commitments")
    orphaned = [stated(facts, "commitments", row) for row in promised if not row["actor"]]
    return {
        **_visit(facts),
        **_loudest(facts, names),
        "silent": [figure for figure in every(facts, "people") if figure.value not in said],
        "reported": reported(facts),
        "n_speakers": indicators.count("number of speakers", first, "The source reports nobody's words."),
        "n_promises": indicators.count(
            "number of promises", every(facts, "commitments"), "The source records no promise."
        ),
        "n_orphaned": indicators.count(
            "promises without an actor", orphaned, "Each promise names who is to keep it." if promised else None
        ),
        "promisers": _once([row["said by"] for row in promises(facts)]) or Missing("The source records no promise."),
        "not_said": [row["question"] for row in unsaid(facts) if row["in the source"] == "not said"]
        or Missing("Of what a reader would ask of a visit, the source leaves nothing out."),
        "n_dated": indicators.count("number of dated events", [m.what for m in moments.moments(facts)]),
    }


def meetings(facts: Facts) -> list[dict[str, Any]]:
    """Return the events of the article as rows: what, when, where, who."""
    dates = {row["value"]: stated(facts, "dates", row) for row in reversed(facts.rows("dates"))}
    return [
        {
            "event": stated(facts, "events", row),
            "when": dates.get(row["date"], row["date"] or "not given"),
            "where": row["place"] or "not given",
            "who": ", ".join(row["participants"] or ()) or "not given",
        }
        for row in facts.rows("events")
    ]


def promises(facts: Facts) -> list[dict[str, Any]]:
    """Return the ledger of commitments: who, what, with or for whom, said by whom, in which paragraph."""
    return [
        {
            "who": row["actor"] or "not said",
            "will do what": stated(facts, "commitments", row),
            "with or for": _partner(row["quote"]),
            "said by": _speaker(facts, row),
            "paragraph": paragraph(facts, row["start"]),
        }
        for row in facts.rows("commitments")
    ]


def unsaid(facts: Facts) -> list[dict[str, Any]]:
    """Return what a reader would ask about a visit, with the words that may answer it, if any."""
    found: dict[str, list[Any]] = {
        asked["question"]: _figures(facts, asked) for asked in stories_words.load("stories")["visit"]
    }
    events = [row for row in facts.rows("events") if row["kind"] in stories_words.load("stories")["attended"]]
    present = dict.fromkeys(name for row in events for name in row["participants"] or ())
    found["who took part"] = [person(facts, name) for name in present]
    return [{"question": asked, "in the source": words or "not said"} for asked, words in found.items()]


def paragraph(facts: Facts, start: int) -> int:
    """Return the number of the paragraph that `start` stands in; headlines and captions have none."""
    return len({s.paragraph for s in facts.sentences if s.kind == "body" and s.span.start <= start})


def _visit(facts: Facts) -> dict[str, Any]:
    visit = next((row for row in facts.rows("events") if row["kind"] == "visit"), None)
    if not visit:
        return dict.fromkeys(("visit", "day"), Missing("The source reports no visit."))
    days = [row for row in facts.rows("dates") if row["value"] and row["value"] == visit["date"]]
    undated = Missing("The source reports a visit, and does not say on which day it was.")
    return {
        "visit": stated(facts, "events", visit),
        "day": stated(facts, "dates", days[0]) if days else undated,
    }


def _loudest(facts: Facts, names: list[str]) -> dict[str, Any]:
    if not names:
        nobody = Missing("The source reports nobody's words.")
        return {"loudest": nobody, "loudest_role": "", "loudest_share": nobody}
    role = next((row["role"] for row in facts.rows("people") if row["name"] == names[0] and row["role"]), None)
    return {
        "loudest": person(facts, names[0]),
        "loudest_role": f", {role}," if role else "",
        "loudest_share": shares(facts)[names[0]],
    }


def _figures(facts: Facts, asked: Mapping[str, Any]) -> list[Stated]:
    """Return the figures that may answer a question: of the right kind, in the sentence of such an event."""
    events = [row for row in facts.rows("events") if row["kind"] in asked["events"]]
    told = {sentence_of(facts, row["start"]) for row in events}
    return [
        stated(facts, "metrics", row, "quote")
        for row in facts.rows("metrics")
        if sentence_of(facts, row["start"]) in told and _fits(row, asked["words"])
    ]


def _fits(row: Mapping[str, Any], words: list[str]) -> bool:
    counted = row["unit"] == "count" and str(row["indicator"]).split()[-1] in words
    return counted or row["unit"] in words


def _partner(clause: str) -> str:
    """Return the name behind *with* or *for*: *deepen cooperation with [Shanghai] in ...*."""
    marks, words = stories_words.load("stories")["partners"], clause.split()
    for n, word in enumerate(words[:-1], 1):
        name = words[n:] if words[n] != "the" else words[n + 1 :]
        if word in marks["before"] and name and name[0][0].isupper():
            named = " ".join(takewhile(lambda part: part not in marks["behind"], name[:7]))
            return named.split(",")[0].rstrip(".;")
    return "not said"


def _once(figures: list[Stated | str]) -> list[Stated | str]:
    """Return figures in their order, each once."""
    return list({getattr(figure, "value", figure): figure for figure in figures}.values())


def _speaker(facts: Facts, commitment: Mapping[str, Any]) -> Stated | str:
    for row in facts.rows("statements"):
        if row["speaker"] and (inside(commitment, row) or inside(row, commitment)):
            found = person(facts, row["speaker"])
            return row["speaker"] if isinstance(found, Missing) else found
    return "the article"
