"""Titles, sentences and key figures in which every figure leads to what it rests on.

Finds     the values named in a template; a stated one links to its words in the source, a derived one shows
          its formula, a reference leads to its page. As HTML, and as text for a terminal and for nbval.
Leaves    a sentence whose values are not all there: `otherwise` is shown, or what the source does not say.
Example   Claim("{done} of {tasks} are done, {rate:.0%}.", **answers)
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import Any

from ftzlib.evidence import wording
from ftzlib.evidence.escape import escape
from ftzlib.evidence.figures import Missing
from ftzlib.evidence.links import show
from ftzlib.evidence.wording import Shown


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
        Figures (`ftzlib.evidence.figures`), rows of a table, plain text or numbers, or lists of those.
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


class Headline:
    """What a story found, as the title of its page.

    Parameters
    ----------
    *templates : str
        As for `Claim`, the best first: the first one whose values are all there is the title.
    otherwise : str
        The title for a source that has nothing on the question.
    **values
        As for `Claim`.
    """

    def __init__(self, *templates: str, otherwise: str, **values: Any) -> None:
        claims = (Claim(template, **values) for template in templates)
        found = next((claim for claim in claims if not claim.missing), Claim("{title}", title=otherwise))
        self.html = found.html
        self.text = found.text

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return Shown(f'<p class="ftz-headline" style="font-size:1.6em">{self.html}</p>', self.text).bundle()


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
