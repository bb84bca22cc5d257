"""Charts of a text: where in it the facts stand, who speaks where, and whose words it is made of.

Finds     headline, alternative text, data and source line for each, all from facts; `ftzlib.chart_forms` draws.
Leaves    facts too few for a picture: a sentence instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ftzlib import chart_forms, lexicon
from ftzlib.chart_style import BLUE, ORANGE, SOFT, chart
from ftzlib.evidence import paragraph
from ftzlib.questions import reading, voices
from ftzlib.wording import Shown, derived, plural, sentence, series

if TYPE_CHECKING:
    from ftzlib.facts import Facts

_MATTERS = {"results": BLUE, "plans": ORANGE, "context": SOFT}


def coverage(facts: Facts) -> Shown:
    """Draw where in the text the facts of each kind stand."""
    found = reading.stretches(facts)
    if not found:
        return paragraph("No chart of the facts: none was found in this source.")
    names, length = lexicon.load("wording")["kinds"], len(facts.document.text)
    rows = reading.kinds(facts)
    labels = {kind: f"{names[kind]}: {len(spans)}" for kind, spans in found.items()}
    figures = reading.coverage(facts)
    return chart(
        chart_forms.strip(
            {labels[kind]: [(a / length, b / length) for a, b in spans] for kind, spans in found.items()},
            {labels[kind]: [BLUE] * len(spans) for kind, spans in found.items()},
        ),
        headline=f"{derived(figures['facts'])} facts, in {derived(figures['sentences'])} of the sentences",
        note="Each mark is a stretch of the text that states a fact, from the first word to the last",
        alt="One lane for each kind of fact. "
        + " ".join(
            f"{row['kind']}: {row['facts']}, {derived(row['share of the text'])} of the text." for row in rows
        ),
        rows=rows,
        source="Kinds overlap: a figure inside reported speech counts for both.",
    )


def voice_shares(facts: Facts) -> Shown:
    """Draw how much of what is reported each speaker says."""
    found = voices.shares(facts)
    if len(found) < 2:
        return paragraph("No chart of speakers: the source reports fewer than two of them.")
    top, share = next(iter(found.items()))
    ends = [derived(figure) for figure in found.values()]
    return chart(
        chart_forms.bars(list(found), [figure.value or 0 for figure in found.values()], ends),
        headline=f"{sentence(top)} has {derived(share)} of the reported words",
        note="Share of all words that the source reports somebody to have said",
        alt=f"{len(found)} bars. "
        + ", ".join(f"{name} {end}" for name, end in zip(found, ends, strict=True))
        + ".",
        rows=[
            {"speaker": name, "share": figure, "worked out as": figure.formula}
            for name, figure in found.items()
        ],
        source="Words counted in the reported statements, without who said them. Share of words is not share of truth.",
    )


def positions(facts: Facts) -> Shown:
    """Draw who speaks where in the text, and whether of results, of plans, or of the context."""
    turns = voices.turns(facts)
    if not turns:
        return paragraph("No chart of who speaks where: the source reports nobody's words.")
    lanes: dict[str, list[tuple[float, float]]] = {}
    colours: dict[str, list[str]] = {}
    for turn in turns:
        lanes.setdefault(turn["speaker"], []).append((turn["start"], turn["end"]))
        colours.setdefault(turn["speaker"], []).append(_MATTERS[turn["speaks of"]])
    topics = {name: [t["speaks of"] for t in turns if t["speaker"] == name] for name in lanes}
    labels = {name: f"{name}: {_tally(said)}" for name, said in topics.items()}
    order = [turn["speaks of"] for turn in turns]
    return chart(
        chart_forms.strip(
            {labels[name]: spans for name, spans in lanes.items()},
            {labels[name]: c for name, c in colours.items()},
        ),
        headline=f"{len(order)} {plural(len(order), 'statement')}: {_tally(order)}",
        note="Where in the text each speaker is heard: results in blue, plans in orange, context in grey",
        alt="One lane for each speaker, from the first word of the text to the last. "
        + " ".join(
            f"{turn['speaker']} at {turn['start']:.0%} to {turn['end']:.0%}, {turn['speaks of']}."
            for turn in turns
        ),
        rows=[
            {
                "speaker": turn["speaker"],
                "speaks of": turn["speaks of"],
                "where in the text": f"{turn['start']:.0%} to {turn['end']:.0%}",
                "what is said": turn["said"],
            }
            for turn in turns
        ],
        source="A statement with a promise in it speaks of plans; with a count of what is done, of results; else of context.",
    )


def _tally(topics: list[str]) -> str:
    return series([f"{topics.count(topic)} of {topic}" for topic in _MATTERS if topic in topics])
