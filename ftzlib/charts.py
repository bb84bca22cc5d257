"""Charts of what an article says: facts in, picture out.

Finds     headline, alternative text, data and source line for each chart, all from facts; the headline states what
          the chart shows. `ftzlib.chart_forms` draws.
Leaves    facts too few for a picture: a sentence instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ftzlib import chart_forms, lexicon, priorities, reading, timeline, voices
from ftzlib.chart_style import BLUE, ORANGE, SOFT, chart
from ftzlib.evidence import paragraph
from ftzlib.figures import Indicator
from ftzlib.reforms import parts
from ftzlib.wording import Shown, derived, plural, series, stated

if TYPE_CHECKING:
    from ftzlib.facts import Facts

_MATTERS = {"results": BLUE, "plans": ORANGE, "context": SOFT}


def parts_of_whole(story: Mapping[str, Any]) -> Shown:
    """Draw how much of what a zone was given, and of what it found out, has gone on: one bar each."""
    bars = parts(story)
    if not bars:
        return paragraph("No chart of parts and wholes: the source ties no count to a total that holds it.")
    told = [f"{stated(bar['part'])} of {stated(bar['whole'])} {bar['what']} {bar['verb']}" for bar in bars]
    svg = chart_forms.parts(
        [f"{stated(bar['whole'])} {bar['what']}" for bar in bars],
        [bar["share"].value for bar in bars],
        [f"{stated(bar['part'])} {bar['verb']}, {derived(bar['share'])}" for bar in bars],
        [f"{derived(bar['rest'])} not" for bar in bars],
    )
    return chart(
        svg,
        headline=sentence("; ".join(told)),
        note="Each bar is a whole that the source gives; the filled part is what has gone on",
        alt=f"{len(bars)} {plural(len(bars), 'bar')}. "
        + " ".join(
            f"{sentence(line)}: {derived(bar['share'])}." for line, bar in zip(told, bars, strict=True)
        ),
        rows=[{key: bar[key] for key in ("what", "whole", "verb", "part", "share", "rest")} for bar in bars],
        source="Counts as the source states them. Tasks and innovations share a scale here, not a meaning.",
    )


def pace(story: Mapping[str, Any]) -> Shown:
    """Draw the count of what is done from the founding on, and what is left at the same pace, as a range."""
    done, tasks, age, ahead = (story[name] for name in ("done", "tasks", "age", "ahead"))
    if not isinstance(ahead, Indicator) or ahead.value is None:
        return paragraph(f"No chart of the pace. {ahead.reason}")
    left, what = derived(story["left"]), story["task_words"]
    svg = chart_forms.fan(
        done.value,
        tasks.value,
        (age.low, age.high),
        (ahead.low, ahead.high),
        {
            "whole": f"{stated(tasks)} {what}",
            "now": f"{stated(done)} done\n{stated(story['told'])}",
            "start": stated(story["founded"]),
            "end": f"{left} left: {derived(ahead)} days more",
        },
    )
    return chart(
        svg,
        headline=f"At the pace so far, {derived(story['pace'])} a month, "
        f"the {left} that {plural(int(story['left'].value), 'is', 'are')} left would take {derived(ahead)} days",
        note=f"{sentence(what)} carried out since the founding; the width of the wedge is what the date leaves open",
        alt=f"A line from nothing in {stated(story['founded'])} to {stated(done)} of {stated(tasks)} {what} after "
        f"{derived(age)} days; a dashed line goes on to {stated(tasks)} in {derived(ahead)} days more.",
        rows=[
            {
                "what": figure.name,
                "value": figure,
                "formula": figure.formula,
                "holds if": figure.assumption or "",
            }
            for figure in (age, story["pace"], story["left"], ahead)
        ],
        source=f"Worked out from stated figures. The dashed line holds only if {ahead.assumption}.",
    )


def dated(facts: Facts) -> Shown:
    """Draw the dated events of the article on a line of time, imprecise dates as the days that they may mean."""
    found = timeline.moments(facts)
    if len(found) < 2:
        return paragraph("No timeline: the source dates fewer than two things.")
    days = [(moment.first, moment.last) for moment in found]
    whens = [timeline.interval(*span) for span in days]
    wide = sum(first != last for first, last in days)
    labels = [f"{when}: {moment.what.value}" for when, moment in zip(whens, found, strict=True)]
    width = (max(last for _, last in days) - min(first for first, _ in days)).days
    blurred = (
        f"{wide} of them {plural(wide, 'is', 'are')} wider than a day" if wide else "each of them to the day"
    )
    return chart(
        chart_forms.spans(labels, days, [BLUE if first == last else ORANGE for first, last in days]),
        headline=f"{len(found)} dated things in {width:,} days, {blurred}",
        note="A dot is a day, a bar the days that an imprecise date may mean",
        alt=f"A timeline of {len(found)} rows. " + " ".join(f"{_flat(label)}." for label in labels),
        rows=[
            {
                "when": moment.when,
                "first day": str(moment.first),
                "last day": str(moment.last),
                "what": moment.what,
            }
            for moment in found
        ],
        source="Dates as the source words them, read from its day of publication. "
        "Late, mid- and early are read as thirds of a month or a year.",
    )


def theme_matrix(facts: Facts) -> Shown:
    """Draw which theme stands in which list."""
    found = priorities.matrix(facts)
    kinds = [kind for kind in priorities.KINDS if any(row[kind] for row in found.values())]
    if not kinds:
        return paragraph("No matrix of themes: the source lists no industries, centers or functions.")
    columns = [priorities.PLURALS[kind] for kind in kinds]
    shared = [theme for theme, row in found.items() if sum(bool(row[kind]) for kind in kinds) > 1]
    told = (
        f"{len(shared)} of {len(found)} themes {plural(len(shared), 'stands', 'stand')} in more than one list"
    )
    return chart(
        chart_forms.matrix(
            list(found), columns, [[len(row[kind]) for kind in kinds] for row in found.values()]
        ),
        headline=told + (f": {series(shared)}" if shared else ""),
        note="How many items of each list have the theme",
        alt=f"A table of {len(found)} themes by {len(kinds)} {plural(len(kinds), 'list')}. "
        + " ".join(f"{theme}: {_cells(row, kinds)}." for theme, row in found.items()),
        rows=[
            {"theme": theme, **{priorities.PLURALS[kind]: ", ".join(row[kind]) or "none" for kind in kinds}}
            for theme, row in found.items()
        ],
        source="An item has a theme if one of the theme's words stands in its name; it can have more than one.",
    )


def theme_mentions(facts: Facts) -> Shown:
    """Draw how often each theme is named anywhere in the text."""
    found = priorities.mentions(facts)
    if len(found) < 2:
        return paragraph("No chart of themes: the source names fewer than two of them.")
    top, most = next(iter(found.items()))
    return chart(
        chart_forms.bars(list(found), list(found.values()), [str(count) for count in found.values()]),
        headline=f"{sentence(top)} is named most often, {most} {plural(most, 'time')}",
        note="How often a word of the theme stands anywhere in the text",
        alt=f"{len(found)} bars. " + ", ".join(f"{theme} {count}" for theme, count in found.items()) + ".",
        rows=[{"theme": theme, "times named": count} for theme, count in found.items()],
        source="The words of each theme are listed in the library's data; free trade, in the zones' names, is not counted.",
    )


def _cells(row: Mapping[str, list[str]], kinds: list[str]) -> str:
    return ", ".join(f"{len(row[kind])} {priorities.PLURALS[kind]}" for kind in kinds if row[kind])


def _flat(words: str) -> str:
    return " ".join(words.split())
