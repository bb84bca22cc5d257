"""Charts of what an article says: facts in, picture out.

Finds     headline, alternative text, data and source line for each chart, all from facts; the headline says
          what the chart shows. `ftzlib.stories.chart_forms` draws; the charts of the text itself are in
          `ftzlib.stories.text_charts`.
Leaves    facts too few for a picture: a sentence instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ftzlib.evidence import days as timeline
from ftzlib.evidence.chart_style import BLUE, ORANGE, chart
from ftzlib.evidence.claims import paragraph
from ftzlib.evidence.wording import Shown, derived, listed, plural, sentence, series, stated
from ftzlib.stories import chart_forms, moments
from ftzlib.stories.across_charts import through_time
from ftzlib.stories.context_charts import course, plan_matrix, replications
from ftzlib.stories.peer_charts import among_peers, zone_by_zone
from ftzlib.stories.questions import priorities, reforms
from ftzlib.stories.text_charts import coverage, positions, voice_shares
from ftzlib.stories.verdict_charts import borne_out

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

__all__ = [
    "among_peers",
    "borne_out",
    "course",
    "coverage",
    "dated",
    "pace",
    "parts_of_whole",
    "plan_matrix",
    "positions",
    "replications",
    "theme_matrix",
    "theme_mentions",
    "through_time",
    "voice_shares",
    "zone_by_zone",
]


def parts_of_whole(answers: Mapping[str, Any]) -> Shown:
    """Draw how much of what a zone was given, and of what it found out, has gone on: one bar each."""
    bars = reforms.parts(answers)
    if not bars:
        return paragraph("No chart of parts and wholes: the source ties no count to a total that holds it.")
    told = [f"{stated(bar['part'])} of {stated(bar['whole'])} {bar['what']} {bar['verb']}" for bar in bars]
    svg = chart_forms.parts(
        [f"{stated(bar['whole'])} {bar['what']}" for bar in bars],
        [bar["share"].value for bar in bars],
        [_part(bar) for bar in bars],
        [f"{derived(bar['rest'])} not" for bar in bars],
    )
    ends = [f"{sentence(line)}: {derived(bar['share'])}." for line, bar in zip(told, bars, strict=True)]
    return chart(
        svg,
        headline=sentence("; ".join(told)),
        note="Each bar is a whole that the source gives; the filled part is what has gone on",
        alt=" ".join([f"{len(bars)} {plural(len(bars), 'bar')}.", *ends]),
        rows=[
            {
                "what is counted": bar["what"],
                "in all": bar["whole"],
                "of which": bar["verb"],
                "how many": bar["part"],
                "share": bar["share"],
                "rest": bar["rest"],
            }
            for bar in bars
        ],
        source="Counts as the source states them. Tasks and innovations share a scale here, not a meaning.",
    )


def pace(answers: Mapping[str, Any]) -> Shown:
    """Draw the count of what is done from the founding on, and what is left at the same pace, as a range."""
    done, tasks, age, ahead = (answers[name] for name in ("done", "tasks", "age", "ahead"))
    if None in (age.low, age.high, ahead.low, ahead.high):
        return paragraph(f"No chart of the pace. {ahead.reason}")
    left, what = derived(answers["left"]), answers["task_words"]
    count, whole = f"{stated(done)} done", f"{stated(tasks)} {what}"
    more = f"{left} left: {derived(ahead)} days more"
    svg = chart_forms.fan(
        (done.value, tasks.value),
        (age.low, age.high),
        (ahead.low, ahead.high),
        {
            "whole": whole,
            "now": f"{count}, {stated(answers['told'])}",
            "start": stated(answers["founded"]),
            "end": more,
        },
    )
    return chart(
        svg,
        headline=f"At the pace so far, {derived(answers['pace'])} a month, "
        f"the {left} still to do would take {derived(ahead)} days",
        note=f"{sentence(what)} carried out since the founding; two lines where the first day is not certain",
        alt=f"A line from nothing in {stated(answers['founded'])} to {count} of {whole} "
        f"after {derived(age)} days; a dashed line goes on to {stated(tasks)}. {more}.",
        rows=[row for row in reforms.derived(answers) if row["value"] in (age, answers["pace"], ahead)],
        source=f"Worked out from stated figures. The dashed line holds only if {ahead.assumption}.",
    )


def dated(facts: Facts) -> Shown:
    """Draw what the article dates on a line of time, imprecise dates as the days that they may mean."""
    found = moments.moments(facts)
    if len(found) < 2:
        return paragraph("No timeline: the source dates fewer than two things.")
    days = [(moment.first, moment.last) for moment in found]
    labels = [f"{timeline.short(*span)}: {moment.what.value}" for span, moment in zip(days, found, strict=True)]
    told = [f"{timeline.interval(*span)}: {moment.what.value}" for span, moment in zip(days, found, strict=True)]
    wide = sum(first != last for first, last in days)
    width = (max(last for _, last in days) - min(first for first, _ in days)).days
    return chart(
        chart_forms.spans(labels, days, [BLUE if first == last else ORANGE for first, last in days]),
        headline=f"{len(found)} dated things within {width:,} days; "
        + (f"{wide} of them {plural(wide, 'is', 'are')} not dated to the day" if wide else "all to the day"),
        note="A dot is a day; a bar is the days that an imprecise date may mean",
        alt=f"A timeline of {len(found)} rows. {' '.join(f'{line}.' for line in told)}",
        rows=[{"when": m.when, "first day": str(m.first), "last day": str(m.last), "what": m.what} for m in found],
        source="Dates as the source words them, counted from its day of publication. "
        "Early, mid- and late are read as thirds of a month or a year.",
    )


def theme_matrix(facts: Facts) -> Shown:
    """Draw which theme stands in which list."""
    found = priorities.matrix(facts)
    kinds = [kind for kind in priorities.KINDS if any(row[kind] for row in found.values())]
    if len(kinds) < 2:
        return paragraph("No matrix of themes: the source does not have two kinds of lists to compare.")
    heads = {kind: priorities.PLURALS[kind] for kind in kinds}
    shared = [theme for theme, row in found.items() if sum(bool(row[kind]) for kind in kinds) > 1]
    cells = [
        f"{theme}: {', '.join(f'{len(row[kind])} in {heads[kind]}' for kind in kinds if row[kind])}."
        for theme, row in found.items()
    ]
    return chart(
        chart_forms.matrix(
            list(found), list(heads.values()), [[len(row[kind]) for kind in kinds] for row in found.values()]
        ),
        headline=f"{len(shared)} of {len(found)} themes {plural(len(shared), 'is', 'are')} in more than one "
        + (f"list: {series(shared)}" if shared else "list"),
        note="How many items of each list have the theme",
        alt=" ".join([f"A table of {len(found)} themes by {len(kinds)} {plural(len(kinds), 'list')}.", *cells]),
        rows=[
            {"theme": theme, **{heads[kind]: ", ".join(row[kind]) or "none" for kind in kinds}}
            for theme, row in found.items()
        ],
        source="An item has a theme if one of the theme's words stands in its name; it may have several.",
    )


def theme_mentions(facts: Facts) -> Shown:
    """Draw how often each theme is named anywhere in the text."""
    found = priorities.mentions(facts)
    if len(found) < 2:
        return paragraph("No chart of themes: the source names fewer than two of them.")
    most = max(found.values())
    top = [theme for theme, count in found.items() if count == most]
    counts = [str(count) for count in found.values()]
    return chart(
        chart_forms.bars(list(found), list(found.values()), counts),
        headline=f"{sentence(series(top))} {plural(len(top), 'is', 'are')} named most often, "
        f"{most} {plural(most, 'time')}{plural(len(top), '', ' each')}",
        note="How often a word of the theme stands anywhere in the text",
        alt=f"{len(found)} bars. {listed(found, counts)}.",
        rows=[{"theme": theme, "times named": count} for theme, count in found.items()],
        source="The words of each theme are in the library's data. Free trade, a zone's name, is left out.",
    )


def _part(bar: Mapping[str, Any]) -> str:
    """Return the words on a bar; a part that is itself a percentage is its own share."""
    words = f"{stated(bar['part'])} {bar['verb']}"
    return words if bar["part"].unit == "percent" else f"{words}, {derived(bar['share'])}"
