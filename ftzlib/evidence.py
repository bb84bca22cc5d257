"""Sentences and key figures in which every figure leads to what it rests on.

Finds     the values named in a template; a stated one links to its words in the source, a derived one shows
          its formula, a reference leads to its page. As HTML, and as text for a terminal and for nbval.
Leaves    a sentence whose values are not all there: `otherwise` is shown, or what the source does not say.
Example   Claim("{done} of {tasks} are done, {rate:.0%}.", **answers)
"""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from typing import Any

from ftzlib import wording
from ftzlib.figures import Indicator, Missing, Reference, Stated
from ftzlib.markup import escape
from ftzlib.wording import Shown


class Claim:
    """A sentence whose figures come from facts.

    Parameters
    ----------
    template : str
        As for `str.format`: ``{tasks}`` is the value read out, ``{rate:.0%}`` a number format. Besides,
        ``{tasks:quote}`` is the words of the source, ``{day:date}`` a TIMEX3 value read out,
        ``{tasks:task|tasks}`` the number with its noun, and ``{tasks:~is|are}`` the word that goes with it,
        alone.
    otherwise : str, optional
        The sentence for a source that does not give all the values; by default it says which one is missing.
    **values
        Figures (`ftzlib.figures`), rows of a table, plain text or numbers, or lists of those.
    """

    def __init__(self, template: str, otherwise: str | None = None, **values: Any) -> None:
        shown = [_field(values, *part[:3]) for part in string.Formatter().parse(template)]
        absent = [piece.reason for piece in shown if isinstance(piece, Missing)]
        self.missing = bool(absent)
        pieces = [piece for piece in shown if isinstance(piece, Shown)]
        if absent:
            pieces = [wording.plain(absent[0] if otherwise is None else otherwise)]
        self.html = "".join(piece.html for piece in pieces)
        self.text = "".join(piece.text for piece in pieces)

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return Shown(f'<p class="ftz-claim">{self.html}</p>', self.text).bundle()


class Brief:
    """Several claims as one paragraph: the answer in brief."""

    def __init__(self, *claims: Claim) -> None:
        kept = {claim.text: claim for claim in claims if claim.text}.values()
        self.html = " ".join(claim.html for claim in kept)
        self.text = " ".join(claim.text for claim in kept)

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return Shown(f'<p class="ftz-claim ftz-brief">{self.html}</p>', self.text).bundle()


def glance(*keys: tuple[str, str], **values: Any) -> Shown:
    """Return the key figures of a story side by side, those that the source gives.

    Parameters
    ----------
    *keys : (figure, label)
        Two templates as for `Claim`, filled from `values`.
    """
    pairs = [(Claim(figure, **values), Claim(label, **values)) for figure, label in keys]
    kept = [(figure, label) for figure, label in pairs if not figure.missing and not label.missing]
    if not kept:
        return paragraph("The source gives no key figure on this question.")
    items = "\n".join(f"<li><b>{figure.html}</b> {label.html}</li>" for figure, label in kept)
    text = "\n".join(f"{figure.text} {label.text}" for figure, label in kept)
    return Shown(f'<ul class="ftz-glance">\n{items}\n</ul>', text)


def paragraph(words: str) -> Shown:
    """Return plain words as a sentence of its own."""
    return Shown(f'<p class="ftz-claim">{escape(words)}</p>', words)


def show(value: Any, spec: str = "") -> Shown | Missing:
    """Return one value with the link to what it rests on; see `Claim` for the formats."""
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
    return show(value.to_dict(), spec)  # a row of a DataFrame


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


def _field(values: Mapping[str, Any], literal: str, name: str | None, spec: str | None) -> Shown | Missing:
    """Return a template's next literal with the value behind it."""
    before = wording.plain(literal)
    if name is None:
        return before
    if name not in values:
        given = ", ".join(values) or "none"
        raise KeyError(f"the template names {{{name}}}, which was not given; given are: {given}")
    piece = show(values[name], spec or "")
    return piece if isinstance(piece, Missing) else Shown(before.html + piece.html, before.text + piece.text)


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
