"""Who speaks, how much, where and on what; who promises; what a reader would ask and finds no answer to.

Finds     for each speaker the words reported; for each statement whether it tells what was done, promises, or
          sets the scene; the ledger of promises; the questions of a visit with the facts that answer them.
Leaves    a statement whose speaker the parser left open: it counts as nobody's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ftzlib import indicators, lexicon, timeline
from ftzlib.figures import Indicator, Missing, Stated, every, person, sentence_of, stated

if TYPE_CHECKING:
    from ftzlib.facts import Facts

_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")
_NAME = r"[A-Z][\w'’-]*"
_PARTNER = re.compile(rf"\b(?:with|for|to|among)\s+(?:the\s+)?({_NAME}(?:\s+(?:and\s+|of\s+)?{_NAME})*)")
NOBODY = "speaker not named"


def story(facts: Facts) -> dict[str, Any]:
    """Return who came, spoke and promised, under the names that the notebook uses.

    Returns
    -------
    dict
        ``visit``, ``place``, ``day`` and ``briefing`` (events); ``loudest`` with ``loudest_role`` and
        ``loudest_share``; ``silent`` (people named, not heard); ``reported``, the share of reported speech; and the
        numbers ``n_speakers``, ``n_promises``, ``n_dated``.
    """
    said, rows = speakers(facts), facts.rows("people")
    names = [name for name in said if name != NOBODY]
    role = next((row["role"] for row in rows if row["name"] in names[:1] and row["role"]), None)
    promised = every(facts, "commitments")
    return {
        **_visit(facts),
        "loudest": person(facts, names[0]) if names else Missing("The source reports nobody's words."),
        "loudest_role": f", {role}," if role else "",
        "loudest_share": shares(facts)[names[0]] if names else Missing("The source reports nobody's words."),
        "silent": [stated(facts, "people", row) for row in rows if row["name"] not in said],
        "speakers": [person(facts, name) for name in names],
        "n_speakers": indicators.count("number of speakers", [stated(facts, "statements", said[n][0]) for n in names]),
        "n_promises": indicators.count("number of promises", promised),
        "n_dated": indicators.count("number of dated events", [moment.what for moment in timeline.moments(facts)]),
        "reported": reported(facts),
    }


def _visit(facts: Facts) -> dict[str, Any]:
    """Return the first visit and the first briefing, with place and day."""
    events = facts.rows("events")
    visit = next((row for row in events if row["kind"] == "visit"), None)
    briefing = next((row for row in events if row["kind"] in lexicon.load("stories")["news"]), None)
    days = [row for row in facts.rows("dates") if visit and row["value"] == visit["date"]]
    none = Missing("The source reports no visit.")
    return {
        "visit": stated(facts, "events", visit) if visit else none,
        "place": visit["place"] or "a place that is not named" if visit else none,
        "day": stated(facts, "dates", days[0]) if days else Missing("The source does not say on which day the visit was."),
        "briefing": stated(facts, "events", briefing) if briefing else Missing("The source reports no briefing."),
    }


def speakers(facts: Facts) -> dict[str, list[dict[str, Any]]]:
    """Return the statements of each speaker, the one with the most words first."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in facts.rows("statements"):
        found.setdefault(row["speaker"] or NOBODY, []).append(row)
    return dict(sorted(found.items(), key=lambda item: -_words(item[1])))


def shares(facts: Facts) -> dict[str, Indicator]:
    """Return each speaker's share of all the words that are reported."""
    found = speakers(facts)
    total = sum(_words(rows) for rows in found.values())
    return {
        name: indicators.part_of(f"share of {name}", _words(rows), total, "reported words", _ids(rows))
        for name, rows in found.items()
    }


def reported(facts: Facts) -> Indicator:
    """Return the share of the article's words that report what somebody said."""
    rows = facts.rows("statements")
    total = len(_WORD.findall(facts.document.text))
    return indicators.part_of("share of reported speech", _words(rows), total, "words of the article", _ids(rows))


def cast(facts: Facts) -> list[dict[str, Any]]:
    """Return the people and the bodies that speak as rows: who, role, statements, share of the reported words."""
    said, share = speakers(facts), shares(facts)
    roles = {row["name"]: row["role"] for row in facts.rows("people")}
    names = list(said) + [name for name in roles if name not in said]
    return [
        {
            "who": person(facts, name),
            "role": roles.get(name) or ("" if name == NOBODY else "no person" if name not in roles else "not given"),
            "statements": len(said.get(name, [])),
            "share of reported words": share.get(name, "is named, and not heard"),
        }
        for name in names
    ]


def turns(facts: Facts) -> list[dict[str, Any]]:
    """Return each statement with its speaker, what it speaks of, and where it stands (as shares of the text)."""
    length = len(facts.document.text)
    return [
        {
            "speaker": row["speaker"] or NOBODY,
            "speaks of": matter(facts, row),
            "start": row["start"] / length,
            "end": row["end"] / length,
            "said": stated(facts, "statements", row),
        }
        for row in facts.rows("statements")
    ]


def matter(facts: Facts, statement: dict[str, Any]) -> str:
    """Return what a statement speaks of: ``plans`` (a promise in it), ``results`` (a count of what is done), ``context``."""
    if any(_inside(row, statement) for row in facts.rows("commitments")):
        return "plans"
    done = lexicon.load("stories")["done"]
    results = [row for row in facts.rows("metrics") if row["status"] in done and _inside(row, statement)]
    return "results" if results else "context"


def promises(facts: Facts) -> list[dict[str, Any]]:
    """Return the ledger of commitments: who, what, with or for whom, said by whom, in which sentence."""
    return [
        {
            "who": row["actor"] or "not said",
            "will do what": stated(facts, "commitments", row),
            "with or for": _partner(row["quote"]),
            "said by": _speaker(facts, row),
            "sentence": sentence_number(facts, row["start"]),
        }
        for row in facts.rows("commitments")
    ]


def meeting(facts: Facts) -> list[dict[str, Any]]:
    """Return the events of the article as rows: what, kind, when, where, who."""
    dates = {row["value"]: stated(facts, "dates", row) for row in reversed(facts.rows("dates"))}
    return [
        {
            "event": stated(facts, "events", row),
            "kind": row["kind"],
            "when": dates.get(row["date"], row["date"] or "not given"),
            "where": row["place"] or "not given",
            "who": ", ".join(row["participants"] or ()) or "not given",
        }
        for row in facts.rows("events")
    ]


def unsaid(facts: Facts) -> list[dict[str, Any]]:
    """Return what a reader would ask about a visit, with the figures that may answer it, if any."""
    metrics = facts.rows("metrics")
    asked = lexicon.load("stories")["visit"]
    answers = {
        question: [stated(facts, "metrics", row) for row in metrics if _answers(row, words)]
        for question, words in asked.items()
    }
    named = sorted({name for row in facts.rows("events") for name in row["participants"] or ()})
    answers["who took part"] = [figure for figure in every(facts, "people") if figure.value in named]
    return [{"question": question, "in the source": found or "not said"} for question, found in answers.items()]


def sentence_number(facts: Facts, start: int) -> int:
    """Return the number of the sentence that the character at `start` stands in, counted from 1."""
    return sum(sentence.span.start <= start for sentence in facts.sentences)


def _answers(row: dict[str, Any], words: list[str]) -> bool:
    return row["unit"] in words or str(row["indicator"]).split()[-1] in words


def _partner(words: str) -> str:
    found = _PARTNER.search(" ".join(words.split()))
    return found[1] if found else "not said"


def _speaker(facts: Facts, commitment: dict[str, Any]) -> Stated | str:
    for row in facts.rows("statements"):
        if row["speaker"] and (_inside(commitment, row) or _inside(row, commitment)):
            found = person(facts, row["speaker"])
            return found if isinstance(found, Stated | str) else row["speaker"]
    return "the article" if sentence_of(facts, commitment["start"]) else "not said"


def _inside(inner: dict[str, Any], outer: dict[str, Any]) -> bool:
    return bool(outer["start"] <= inner["start"] and inner["end"] <= outer["end"])


def _words(rows: list[dict[str, Any]]) -> int:
    return sum(len(_WORD.findall(row["quote"])) for row in rows)


def _ids(rows: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(row["id"] for row in rows)
