"""One figure as words that link to what they rest on.

Finds     for a stated value its words in the source, for a derived one its formula, for a reference its page; of
          several values the series, of a row of a table its value.
Leaves    a value that nobody gives: it stays missing, with its reason.
Example   show(Stated(id="m1", value=106, ...)) -> '<a class="ftz-stated" href="#m1" ...>106</a>'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ftzlib.evidence import wording
from ftzlib.evidence.escape import escape
from ftzlib.evidence.figures import Indicator, Missing, Reference, Stated
from ftzlib.evidence.wording import Shown


def show(value: Any, spec: str = "") -> Shown | Missing:
    """Return one value with the link to what it rests on; see `ftzlib.evidence.claims.Claim` for the formats."""
    if "|" in spec:
        return _with_noun(value, *spec.split("|", 1))
    match value:
        case Stated() | Indicator() | Reference() | Missing():
            return _figure(value, spec)
        case None:
            return Missing("The source does not say this.")
        case str():
            return wording.plain(value)
        case int() | float():
            return wording.plain(wording.number(value, spec))
        case Mapping():
            return _figure(_of_row(value), spec)
        case Sequence():
            return _series([show(item, spec) for item in value])
    return show({"id": value.name, **value.to_dict()}, spec)  # a row of a DataFrame


def _figure(value: Stated | Indicator | Reference | Missing, spec: str) -> Shown | Missing:
    match value:
        case Stated():
            return _stated(value, wording.stated(value, spec))
        case Indicator(value=None):
            return Missing(value.reason or "This cannot be worked out.")
        case Indicator():
            return _derived(value, wording.derived(value, spec))
        case Reference():
            return _reference(value, wording.reference(value))
    return value


def _stated(figure: Stated, words: str) -> Shown:
    context = "" if figure.sentence in ("", figure.quote) else f" — {figure.sentence}"
    title = escape(figure.quote + context)
    return Shown(f'<a class="ftz-stated" href="#{escape(figure.id)}" title="{title}">{escape(words)}</a>', words)


def _derived(figure: Indicator, words: str) -> Shown:
    slug = "-".join("".join(c if c.isalnum() else " " for c in figure.name.lower()).split())
    name, formula = escape(figure.name), figure.formula
    formula = escape(f"{formula}; holds if {figure.assumption}" if figure.assumption else formula)
    link = (
        f'<a class="ftz-derived" href="#how-{slug}" data-name="{name}" '
        f'data-formula="{formula}" data-inputs="{escape(" ".join(figure.inputs))}" title="{formula}">'
        f"{escape(words)}</a>"
    )
    return Shown(link, words)


def _reference(figure: Reference, words: str) -> Shown:
    if not figure.url.startswith(("https://", "http://")):
        return wording.plain(words)
    judged = f"{figure.confidence} confidence" if figure.confidence else None
    title = ", ".join(part for part in (figure.publisher, figure.date, judged) if part)
    sign = f' data-confidence="{figure.confidence}"' if judged else ""
    link = f'<a class="ftz-reference" href="{escape(figure.url)}" title="{escape(title)}"{sign}>{escape(words)}</a>'
    return Shown(link, words)


def _with_noun(value: Any, one: str, several: str) -> Shown | Missing:
    """Return a number with the noun that goes with it, or after ``~`` that noun alone."""
    shown = show(value)
    if isinstance(shown, Missing):
        return shown
    noun = wording.plain(one.removeprefix("~") if getattr(value, "value", value) == 1 else several)
    return noun if one.startswith("~") else Shown(f"{shown.html} {noun.html}", f"{shown.text} {noun.text}")


def _series(shown: list[Shown | Missing]) -> Shown | Missing:
    """Join values as a sentence does: *a, b and c*."""
    pieces = [piece for piece in shown if isinstance(piece, Shown)]
    if not pieces:
        return Missing("The source names none.")
    joints = wording.joints([piece.text for piece in pieces])
    return Shown(*("".join(p + j for p, j in zip(side, joints, strict=True)) for side in zip(*pieces, strict=True)))


def _of_row(row: Mapping[str, Any]) -> Stated:
    """Return a row of a facts table as a figure."""
    if "quote" not in row or "id" not in row:
        given = ", ".join(map(str, row))
        raise TypeError(f"a row of a facts table has an id and a quote; this one has only: {given}")
    value = next((row[key] for key in ("value", "name") if row.get(key) is not None), row["quote"])
    return Stated(id=row["id"], value=value, quote=row["quote"], unit=row.get("unit"), mod=row.get("mod"))
