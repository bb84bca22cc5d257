"""Charts of a text: where in it the facts stand, who speaks where, and whose words it is made of.

Finds     headline, alternative text, data and source line for each, all from facts; `ftzlib.stories.chart_forms`
          draws.
Leaves    facts too few for a picture: a sentence instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ftzlib.evidence.chart_style import BLUE, ORANGE, SOFT, chart
from ftzlib.evidence.claims import paragraph
from ftzlib.evidence.wording import Shown, derived, listed, plural, series
from ftzlib.stories import chart_forms, words
from ftzlib.stories.chart_forms import Mark
from ftzlib.stories.questions import reading, voices

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

#: Colour and height of what a statement speaks of; the height is for whoever does not see the colour.
_MATTERS = {"results": (BLUE, 0.42), "plans": (ORANGE, 0.26), "context": (SOFT, 0.1)}


def coverage(facts: Facts) -> Shown:
    """Draw where in the text the facts of each kind stand."""
    found, rows = reading.stretches(facts), reading.kinds(facts)
    if not found:
        return paragraph("No chart of the facts: none was found in this source.")
    names, length = words.load("stories")["kinds"], len(facts.document.text)
    lanes = {
        f"{names[kind]}: {len(spans)}": [Mark(start / length, end / length) for start, end in spans]
        for kind, spans in found.items()
    }
    figures = reading.coverage(facts)
    shares = [f"{row['kind']}: {row['facts']}, {derived(row['share of the text'])} of the text." for row in rows]
    return chart(
        chart_forms.strip(lanes),
        headline=f"{derived(figures['facts'])} facts, in {derived(figures['sentences'])} of the sentences",
        note="Each mark is a stretch of the text that states a fact, from the first word to the last",
        alt=" ".join(["One lane for each kind of fact.", *shares]),
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
        headline=f"{derived(share)} of the reported words are those of {top}",
        note="Share of all words that the source reports somebody to have said",
        alt=f"{len(found)} bars. {listed(found, ends)}.",
        rows=[{"speaker": name, "share": figure, "formula": figure.formula} for name, figure in found.items()],
        source="Words of the reported statements, without the attribution. More words are not more truth.",
    )


def positions(facts: Facts) -> Shown:
    """Draw who speaks where in the text, and whether of results, of plans, or of the context."""
    turns = voices.turns(facts)
    if not turns:
        return paragraph("No chart of who speaks where: the source reports nobody's words.")
    topics: dict[str, list[str]] = {}
    for turn in turns:
        topics.setdefault(turn["speaker"], []).append(turn["speaks of"])
    lanes = {
        f"{name}: {_tally(topics[name])}": [
            Mark(turn["start"], turn["end"], *_MATTERS[turn["speaks of"]]) for turn in turns if turn["speaker"] == name
        ]
        for name in topics
    }
    places = [f"{turn['start']:.0%} to {turn['end']:.0%}" for turn in turns]
    rows = [
        {"speaker": t["speaker"], "speaks of": t["speaks of"], "where in the text": place, "words": t["said"]}
        for t, place in zip(turns, places, strict=True)
    ]
    tally = _tally([turn["speaks of"] for turn in turns])
    told = [f"{row['speaker']} at {row['where in the text']}, {row['speaks of']}." for row in rows]
    return chart(
        chart_forms.strip(lanes),
        headline=f"{len(turns)} {plural(len(turns), 'statement')}: {tally}",
        note="Results are tall and blue, plans lower and orange, context is thin and grey",
        alt=" ".join(["One lane for each speaker, from the first word to the last.", *told]),
        rows=rows,
        source="A statement with a promise in it is on plans; with a count of what is done, on results.",
    )


def _tally(topics: list[str]) -> str:
    return series([f"{topics.count(topic)} on {topic}" for topic in _MATTERS if topic in topics])
