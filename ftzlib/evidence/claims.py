"""Rows that are cited: as values, and in sentences and headings in which every figure leads to what it rests on."""

from __future__ import annotations

import datetime as dt
import math
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from numbers import Real
from typing import Any

import pandas as pd

from ftzlib.evidence.days import days, spell
from ftzlib.evidence.escape import escape, web
from ftzlib.evidence.values import Source, Value
from ftzlib.evidence.wording import Shown, bare

_HEADINGS = {"# ": 1, "## ": 2, "### ": 3}
UNKNOWN = "[not known]"
#: The line below each kind of figure where no style sheet of ours is, as in a notebook; a page has its own.
_LINES = {"stated": "2px solid #0f8a85", "derived": "2px dotted #b8600b", "reference": "2px dashed #7a6fd0"}


def cite(row: Any, column: str | None = None, *, what: str = "this") -> Value:
    """Return a row of a table as a value that leads back to it.

    Parameters
    ----------
    row : Series, mapping, or DataFrame of at most one row
        Of a table of the facts (``facts.metrics.loc["m1"]``) or of the reference. Its id is the row's name, as the
        tables' index holds it, or its field ``id``.
    column : str, optional
        The field to take: by default ``value``, else ``name``, else the quotation.
    what : str
        What was looked for, as the reason says it where there is no row: *how many tasks were carried out*.

    Returns
    -------
    Value
        A number with its unit and range, a day, or words; a missing value where the field or the row is empty.

    Raises
    ------
    TypeError
        If this is no row of a table.
    ValueError
        If there are several rows.

    Examples
    --------
    >>> import ftzlib as ftz
    >>> facts = ftz.parse("The area carries more than 95 tasks.")
    >>> f"{ftz.cite(facts.metrics.loc['m1'])} {ftz.cite(facts.metrics.query('value == 3'), what='how many were done')}"
    'more than 95 The rules did not find how many were done.'
    """
    fields = _fields(row, what)
    missing = f"The rules did not find {what}."
    if not fields:
        return Value(reason=missing)
    quote = str(fields.get("quote") or "")
    columns = (column,) if column else ("value", "name", "quote")
    told = next((fields[name] for name in columns if name in fields), None)
    if told is None:
        return Value(reason=f"“{quote}” has no date." if fields.get("type") else missing)
    own = fields if column in (None, "value") else {}  # what is said of a row's value is said of no other field
    cited = Value(
        words=quote or str(told),
        mod=own.get("mod"),
        id=str(fields.get("id") or ""),
        sentence=str(fields.get("sentence") or quote),
        rules_read=str(fields.get("rules_read") or ""),
        source=_source(fields),
    )
    if isinstance(told, str | dt.date):
        return _of_day(cited, told, own)
    low = high = float(told)
    if cited.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        high = math.inf
    if cited.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        low = 0 if low > 0 else -math.inf  # *nearly 200 firms* are more than none
    return replace(cited, low=low, high=high, unit=own.get("unit"), about=cited.mod == "APPROX")


def _of_day(cited: Value, told: str | dt.date, own: Mapping[str, Any]) -> Value:
    value = told if isinstance(told, str) else f"{told:%Y-%m-%d}"
    first, last = own.get("first_day"), own.get("last_day")
    span = (first, last) if first is not None and last is not None else days(value, cited.mod)
    if span is None:
        return replace(cited, low=0, high=0, unit="text", words=value, mod=None)
    low, high = (day.toordinal() for day in span)
    return replace(cited, low=low, high=high, unit="date", words=spell(value, cited.mod))


def _fields(row: Any, what: str) -> dict[str, Any]:
    """Return a row's fields, what is empty in them as None; nothing for no row."""
    if hasattr(row, "columns"):
        if len(row) > 1:
            raise ValueError(f"{what}: one row is cited at a time, and these are {len(row)}; take one with .iloc[0]")
        if not len(row):
            return {}
        row = row.iloc[0]
    if hasattr(row, "_asdict"):  # of `itertuples`
        row = {"id": getattr(row, "Index", ""), **row._asdict()}
    if not hasattr(row, "items"):
        raise TypeError(f"a row of a table is cited, as facts.metrics.loc['m1'], not {type(row).__name__}")
    named = {} if isinstance(row, Mapping) else {"id": row.name}
    fields = {str(key): None if is_empty(field) else field for key, field in {**named, **dict(row.items())}.items()}
    if not fields.keys() & {"value", "quote", "name", "source_url"}:
        raise TypeError(f"a row of a table has a value or a quotation; this one has only: {', '.join(fields)}")
    return fields


def is_empty(field: Any) -> bool:
    """Tell whether a field of a table is empty: None, NaN, NaT, NA."""
    return pd.api.types.is_scalar(field) and bool(pd.isna(field))


def _source(fields: Mapping[str, Any]) -> Source | None:
    names = ("source_url", "source_publisher", "source_date", "confidence")
    return Source(*(str(fields.get(name) or "") for name in names)) if fields.get("source_url") else None


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
