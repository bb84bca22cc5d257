"""Sentences and headings in which every figure leads to what it rests on."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from numbers import Real
from typing import Any

from ftzlib.evidence.escape import escape, web
from ftzlib.evidence.rows import cite
from ftzlib.evidence.values import Value
from ftzlib.evidence.wording import Shown, bare

_HEADINGS = {"# ": 1, "## ": 2, "### ": 3}
UNKNOWN = "[not known]"
#: The line below each kind of figure where no style sheet of ours is, as in a notebook; a page has its own.
_LINES = {"stated": "2px solid #0f8a85", "derived": "2px dotted #b8600b", "reference": "2px dashed #7a6fd0"}


class Claim:
    """A sentence whose figures come from rows, and lead back to them.

    Parameters
    ----------
    template : str
        As for `str.format`. ``{tasks}`` is the value as it is read out, ``{rate:.1%}`` a number format,
        ``{tasks:quote}`` the words of the source, ``{n:task|tasks}`` the number with its noun, ``{n:~is|are}`` the
        word that goes with the number, alone. A template that begins with ``# `` is a title, with ``## `` a heading.
        A figure that is missing is *[not known]*, and the reason stands behind the sentence.
    **values
        A `Value`, a row of a table, words, a number, or several of those in a list or a Series.

    Attributes
    ----------
    text, html : str
        The sentence as a terminal and as a page show it.

    Raises
    ------
    KeyError
        If the template names a value that was not given.

    Examples
    --------
    >>> import ftzlib as ftz
    >>> metrics = ftz.parse("The area carries 106 tasks, and 96 have been implemented.").metrics
    >>> tasks, done = ftz.cite(metrics.iloc[0]), ftz.cite(metrics.iloc[1])
    >>> ftz.Claim("{done} of {tasks} are done, {rate:.1%}.", done=done, tasks=tasks, rate=done / tasks)
    96 of 106 are done, 90.6%.
    """

    def __init__(self, template: str, /, **values: Any) -> None:
        mark = next((mark for mark in _HEADINGS if template.startswith(mark)), "")
        self.level = _HEADINGS.get(mark, 0)
        self.html, reasons = _filled(template.removeprefix(mark), values)
        if reasons and not self.level:
            self.html += escape(" " + " ".join(dict.fromkeys(reasons)))
        self.text = bare(self.html)

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        tag = f"h{self.level}" if self.level else "p"
        name = "ftz-headline" if self.level == 1 else "ftz-claim"
        return Shown(f'<{tag} class="{name}">{self.html}</{tag}>', self.text)._repr_mimebundle_()


def _filled(template: str, values: Mapping[str, Any]) -> tuple[str, list[str]]:
    pieces: list[str] = []
    reasons: list[str] = []
    for literal, name, spec, _ in string.Formatter().parse(template):
        pieces.append(escape(literal))
        if name is None:
            continue
        if name not in values:
            given = ", ".join(values) or "none"
            raise KeyError(f"the template names {{{name}}}, which was not given; given are: {given}")
        found = _several(values[name])
        reasons += [value.reason for value in found if isinstance(value, Value) and not value]
        pieces.append(_series([_link(value, spec or "") for value in found]))
    return "".join(pieces), reasons


def _several(given: Any) -> list[Value | str]:
    """Return what was given for one name as values; a row of a table is one, a column of a table is several."""
    if isinstance(given, Value | str):
        return [given]
    if isinstance(given, Real):
        return [Value.of_number(float(given))]
    labels = set(given.index) if hasattr(given, "dtype") and hasattr(given, "index") else set()
    if isinstance(given, Mapping) or hasattr(given, "columns") or {"quote", "source_url"} & labels:
        return [cite(given)]
    if isinstance(given, Iterable):
        return [value for each in given for value in _several(each)]
    raise TypeError(f"a claim is filled with values, rows, words and numbers, not with {type(given).__name__}")


def _series(shown: Sequence[str]) -> str:
    """Join values as a sentence does: *a, b and c*; a comma keeps an *and* of their own apart."""
    if not shown:
        return "none"
    *first, last = shown
    joint = ", and " if any(" and " in bare(piece) for piece in shown) else " and "
    return ", ".join(first) + joint + last if first else last


def _link(value: Value | str, spec: str) -> str:
    if isinstance(value, str) or not value:
        return escape(value if isinstance(value, str) else UNKNOWN)
    words = escape(format(value, spec))
    return words if spec.startswith("~") else leading(value, words) + corrected(value.corrected)


def corrected(rules_read: str) -> str:
    """Return the note that stands behind what a person has put right: what the rules had read; nothing for nothing."""
    told = escape(f"corrected; the rules read {rules_read}")
    return f' <small class="ftz-corrected">(✎ {told})</small>' if rules_read else ""


def leading(value: Value, words: str) -> str:
    """Return escaped words as a link to what a value rests on."""
    source, tag = value.source, "a"
    if value.made is not None:
        formula = escape(value.formula)
        pages = escape(" ".join(source.url for source in value.sources if web(source.url)))
        rows = escape(" ".join(leaf.id for leaf in value.leaves if leaf.id and not leaf.source))
        kind, tag = "derived", "span"
        told = f'tabindex="0" title="{formula}" data-formula="{formula}" data-inputs="{rows}" data-pages="{pages}"'
    elif source is not None and web(source.url):
        judged = source.confidence and f"{source.confidence} confidence"
        title = escape(", ".join(filter(None, (source.publisher, source.date, judged))))
        kind, told = "reference", f'href="{escape(source.url)}" title="{title}"'
    elif source is None and value.id:
        kind, told = "stated", f'href="#{escape(value.id)}" title="{escape(value.sentence)}"'
    else:
        return words
    return f'<{tag} class="ftz-{kind}" style="border-bottom: {_LINES[kind]}" {told}>{words}</{tag}>'
