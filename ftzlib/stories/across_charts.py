"""The chart of what several articles, and other sources, say of one zone through time.

Finds     headline, alternative text, data and source line; `ftzlib.stories.lanes` draws.
Leaves    a zone of which only one source counts a thing: a sentence instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ftzlib.evidence import days as timeline
from ftzlib.evidence.chart_style import chart
from ftzlib.evidence.claims import paragraph
from ftzlib.evidence.figures import Reference
from ftzlib.evidence.wording import Shown, listed, plural, reference, sentence, stated
from ftzlib.stories import lanes
from ftzlib.stories.entries import Entry, series
from ftzlib.stories.questions.across import course

if TYPE_CHECKING:
    from ftzlib.facts.collection import Collection


def through_time(facts: Collection) -> Shown:
    """Draw when articles and other sources gave which value of the same things."""
    found = series(facts)
    if not found:
        return paragraph("No chart through time: no second source counts the same thing of the same zone.")
    drawn = {sentence(thing): [_given(entry) for entry in of] for thing, of in found.items()}
    every = [given for lane in drawn.values() for given in lane]
    others = sum(not given.article for given in every)
    own = len(every) - others
    return chart(
        lanes.lanes(drawn),
        headline=f"{len(drawn)} {plural(len(drawn), 'thing')} counted more than once: "
        f"{own} {plural(own, 'value')} from articles, {others} from other sources",
        note="A diamond is an article, a dot another source. Place tells when and nothing else: values are written",
        alt=" ".join(
            [f"{len(drawn)} {plural(len(drawn), 'line')} of time.", *(_told(*lane) for lane in drawn.items())]
        ),
        rows=course(facts),
        source="A value without a date of its own stands at the day it was told. Other sources: the reference tables.",
    )


def _given(entry: Entry) -> lanes.Given:
    words = reference(entry.value) if isinstance(entry.value, Reference) else stated(entry.value)
    return lanes.Given(*entry.days, words, entry.article is not None)


def _told(thing: str, lane: list[lanes.Given]) -> str:
    days = [f"({timeline.interval(given.first, given.last)})" for given in lane]
    return f"{thing}: {listed([given.words for given in lane], days)}."
