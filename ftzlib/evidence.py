"""Sentences, tables and key figures in which every figure leads to what it rests on.

Finds     the values named in a template; a stated one links to its words in the source, a derived one shows
          its formula, a reference leads to its page. The same as HTML and, for the terminal and for nbval, as text.
Leaves    a sentence whose values are not all there: `otherwise` is shown, or what the source does not say.
Example   Claim("{done} of {tasks} are done, {rate:.0%}.", **reforms)
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from ftzlib import wording
from ftzlib.figures import Indicator, Missing, Reference, Stated
from ftzlib.wording import Shown


class Claim:
    """A sentence whose figures come from facts.

    Parameters
    ----------
    template : str
        As for `str.format`. ``{tasks}`` is the value read out, ``{rate:.0%}`` a number format, ``{tasks:quote}``
        the words of the source, ``{day:date}`` a TIMEX3 value read out.
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
            words = absent[0] if otherwise is None else otherwise
            pieces = [Shown(escape(words), words)]
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
    text = "\n".join(f"{figure.text}  {label.text}" for figure, label in kept)
    return Shown(f'<ul class="ftz-glance">\n{items}\n</ul>', text)


def table(rows: Iterable[Mapping[str, Any]], caption: str, otherwise: str | None = None) -> Shown:
    """Return rows as a table with a caption, scoped headers and escaped cells, or a sentence where there are none."""
    listed = list(rows)
    if not listed:
        return paragraph(otherwise or f"The source has nothing for this table: {caption[:1].lower()}{caption[1:]}.")
    names = list(listed[0])
    numeric = {name for name in names if all(_is_number(row[name]) for row in listed)}
    cells = [[_cell(row[name]) for name in names] for row in listed]
    head = "".join(f'<th scope="col"{_right(name in numeric)}>{escape(name)}</th>' for name in names)
    body = "\n".join(f"<tr>{_row(names, line, numeric)}</tr>" for line in cells)
    html = (
        f'<div class="ftz-scroll" tabindex="0" role="region" aria-label="Table: {escape(caption)}" '
        f'style="overflow-x:auto">\n<table class="ftz-table"><caption>{escape(caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )
    lines = [" | ".join(names), *(" | ".join(cell.text for cell in line) for line in cells)]
    return Shown(html, "\n".join([caption, *lines]))


def paragraph(words: str) -> Shown:
    """Return plain words as a sentence of its own."""
    return Shown(f'<p class="ftz-claim">{escape(words)}</p>', words)


def show(value: Any, spec: str = "") -> Shown | Missing:
    """Return one value with the link to what it rests on; see `Claim` for the formats."""
    match value:
        case Missing():
            return value
        case None:
            return Missing("The source does not say this.")
        case Stated():
            return _stated(value, wording.stated(value, spec))
        case Indicator(value=None):
            return Missing(value.reason or "This cannot be worked out.")
        case Indicator():
            return _derived(value, wording.derived(value, spec))
        case Reference():
            return _reference(value, wording.reference(value, spec))
        case str():
            return Shown(escape(value), value)
        case int() | float():
            words = wording.number(value, spec)
            return Shown(words, words)
        case Mapping():
            return show(_of_row(value), spec)
        case Sequence():
            return _series([show(item, spec) for item in value])
    if hasattr(value, "to_dict"):  # a row of a DataFrame
        return show(value.to_dict(), spec)
    return show(str(value), spec)


def _field(values: Mapping[str, Any], literal: str, name: str | None, spec: str | None) -> Shown | Missing:
    """Return a template's next literal with the value behind it."""
    before = Shown(escape(literal, quote=False), literal)
    if name is None:
        return before
    if name not in values:
        raise KeyError(f"the template names {{{name}}}, which was not given; given are {', '.join(values) or 'none'}")
    piece = show(values[name], spec or "")
    return piece if isinstance(piece, Missing) else Shown(before.html + piece.html, before.text + piece.text)


def _stated(figure: Stated, words: str) -> Shown:
    title = figure.quote if figure.quote == figure.sentence else f"{figure.quote} — {figure.sentence}"
    title = title.removesuffix(" — ")
    link = f'<a class="ftz-stated" href="#{escape(figure.id)}" title="{escape(title)}">{escape(words)}</a>'
    return Shown(link, words)


def _derived(figure: Indicator, words: str) -> Shown:
    slug = figure.name.replace(" ", "-")
    formula = figure.formula + (f"; holds if {figure.assumption}" if figure.assumption else "")
    link = (
        f'<a class="ftz-derived" href="#how-{escape(slug)}" data-name="{escape(figure.name)}" '
        f'data-formula="{escape(formula)}" data-inputs="{escape(" ".join(figure.inputs))}" '
        f'title="{escape(formula)}">{escape(words)}</a>'
    )
    return Shown(link, words)


def _reference(figure: Reference, words: str) -> Shown:
    title = ", ".join(part for part in (figure.publisher, figure.date) if part)
    if not figure.url.startswith(("https://", "http://")):
        return Shown(escape(words), words)
    link = f'<a class="ftz-reference" href="{escape(figure.url)}" title="{escape(title)}">{escape(words)}</a>'
    return Shown(link, words)


def _series(shown: list[Shown | Missing]) -> Shown | Missing:
    """Join values as a sentence does: *a, b and c*."""
    pieces = [piece for piece in shown if isinstance(piece, Shown)]
    if not pieces:
        return Missing("The source names none.")
    return Shown(wording.series([p.html for p in pieces]), wording.series([p.text for p in pieces]))


def _of_row(row: Mapping[str, Any]) -> Stated | Missing:
    """Return a row of a facts table as a figure."""
    if "quote" not in row or "id" not in row:
        raise TypeError(f"a row of a facts table has an id and a quote; this one has {', '.join(map(str, row))}")
    value = next((row[key] for key in ("value", "name") if row.get(key) is not None), row["quote"])
    return Stated(id=row["id"], value=value, quote=row["quote"], unit=row.get("unit"), mod=row.get("mod"))


def _cell(value: Any) -> Shown:
    shown = show(value) if value is not None and value != [] else Missing("")
    return shown if isinstance(shown, Shown) else Shown("not stated", "not stated")


def _row(names: list[str], cells: list[Shown], numeric: set[str]) -> str:
    first = f'<th scope="row"{_right(names[0] in numeric)}>{cells[0].html}</th>'
    rest = (f"<td{_right(name in numeric)}>{cell.html}</td>" for name, cell in zip(names[1:], cells[1:], strict=True))
    return first + "".join(rest)


def _right(numeric: bool) -> str:
    return ' class="num" style="text-align:right"' if numeric else ' style="text-align:left"'


def _is_number(value: Any) -> bool:
    inner = getattr(value, "value", value)
    return isinstance(inner, int | float) and not isinstance(inner, bool)
