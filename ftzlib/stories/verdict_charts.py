"""The picture of all checks of an article: which of its claims other sources bear out, and where they stand.

Finds     a lane for each verdict, a mark where in the text the claim stands.
Leaves    an article without a checked claim: a sentence instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ftzlib.evidence.chart_style import BLUE, ORANGE, SOFT, chart
from ftzlib.evidence.claims import paragraph
from ftzlib.evidence.wording import Shown, plural, sentence, series
from ftzlib.stories import chart_forms
from ftzlib.stories.chart_forms import Mark
from ftzlib.stories.questions import verdicts

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts

_LOOKS = {
    "confirmed": (BLUE, 0.42),
    "consistent": (BLUE, 0.2),
    "unverified": (SOFT, 0.1),
    "conflicting": (ORANGE, 0.42),
}
_TOLD = {
    "confirmed": "another source says the same",
    "consistent": "related figures fit",
    "unverified": "no other source was found",
    "conflicting": "another source says something else",
}
LEAST = 0.012  # of the text; a narrower mark could not be seen


def borne_out(facts: Facts) -> Shown:
    """Draw where the checked claims of an article stand, a lane for each verdict."""
    found = verdicts.checks(facts)
    placed = [(check.verdict, check.span) for check in found if check.span]
    if not placed:
        return paragraph(f"No picture of the checks. {verdicts.NOTHING.reason}")
    length = len(facts.document.text)
    counts = {name: sum(check.verdict == name for check in found) for name in verdicts.VERDICTS}
    lanes = {
        f"{sentence(name)}, {count}: {_TOLD[name]}": [
            Mark(span.start / length, max(span.end / length, span.start / length + LEAST), *_LOOKS[name])
            for verdict, span in placed
            if verdict == name
        ]
        for name, count in counts.items()
    }
    told = series([f"{count} {name}" for name, count in counts.items() if count])
    return chart(
        chart_forms.strip(lanes),
        headline=f"{len(found)} {plural(len(found), 'claim')} checked: {told}",
        note="Each mark is a claim, where it stands in the article; tall is confirmed or conflicting, thin is alone",
        alt=" ".join(["A lane for each verdict.", *(f"{_claim(check)}: {check.verdict}." for check in found)]),
        rows=[{"claim": check.claim, "verdict": check.verdict, "sources": len(check.sources)} for check in found],
        source="A claim about the article as a whole has no mark. Unverified is not false: nobody else was found.",
    )


def _claim(check: verdicts.Check) -> str:
    return sentence(str(getattr(check.claim, "value", check.claim)))
