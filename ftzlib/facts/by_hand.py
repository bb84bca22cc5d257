"""A row put right by a person, in the facts and in the file of fixes beside the article.

Finds     the fix that says so, and writes it behind those that stand there.
Leaves    what a fix does to the rows to `ftzlib.facts.corrections`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ftzlib.facts import checks
from ftzlib.facts.corrections import applied, placed
from ftzlib.facts.fixes import ENTRY, CorrectionError, Fix, checked, parse, written
from ftzlib.facts.records import COLUMNS, PREFIXES
from ftzlib.facts.tables import Facts

_TABLE_OF = {prefix: table for table, prefix in PREFIXES.items()}


def correct(
    facts: Facts,
    row: Any = None,
    *,
    drop: bool = False,
    table: str = "metrics",
    quote: str | None = None,
    nth: int | None = None,
    why: str | None = None,
    by: str | None = None,
    **fields: Any,
) -> Facts:
    """Put a row right, or add one, in the facts and in the file of fixes beside the article.

    Parameters
    ----------
    facts : Facts
        Of an article that was read from a file (`ftzlib.read`).
    row : Series or str, optional
        A row of one of its tables, as ``facts.metrics.loc["m7"]``, or its id; without one, a row is added.
    drop : bool
        Whether the text states no such thing, so that the row goes.
    table, quote, nth : str, str, int, optional
        Of a row that is added: its table, its words as they stand in the text, and which of several places is meant.
    why, by : str, optional
        Your reason, and your name.
    **fields
        What the row is to say: ``status="implemented"``; None for a field that is to be empty; of ``part_of`` the
        words of the whole. Without any, the row is kept as it is, as checked.

    Returns
    -------
    Facts
        With the row put right, as `ftzlib.read` gives them from now on. The ids of other rows may have moved.

    Raises
    ------
    CorrectionError
        If there is no such row, a field may not have that value, or the article is no file; nothing is written then.

    Examples
    --------
    >>> import ftzlib as ftz
    >>> facts = ftz.parse("The zone has 40 firms.")
    >>> ftz.correct(facts, facts.metrics.loc["m1"], status="planned")
    Traceback (most recent call last):
    ftzlib.facts.fixes.CorrectionError: these facts were read from no file; save the text and read it with ftzlib.read
    """
    if row is None:
        if not quote:
            raise CorrectionError("correct: name a row, or the quote of one that is to be added")
        fix = Fix(action="add", table=table, quote=quote, nth=nth, given=fields, by=by, why=why)
        return put_right(facts, fix)
    id = str(getattr(row, "name", row))
    table = _TABLE_OF.get(id[:1], "")
    found = next((one for one in facts.rows(table) if one["id"] == id), None) if table else None
    if found is None:
        raise CorrectionError(f"correct: there is no row {id!r} in these facts; take one of their tables")
    action = "drop" if drop else "set" if fields else "keep"
    given = fields or ({} if drop else as_read(facts, table, found))
    return put_right(facts, Fix(action=action, **where(facts, table, found), given=given, by=by, why=why))


def put_right(facts: Facts, fix: Fix) -> Facts:
    """Apply one fix behind those of the file beside the article, and write it there, with today as its day.

    Raises
    ------
    CorrectionError
        If it cannot be applied, or the article is no file; nothing is written then.
    """
    if facts.document.fixes_file is None:
        raise CorrectionError("these facts were read from no file; save the text and read it with ftzlib.read")
    path = Path(facts.document.fixes_file)
    if path.is_symlink() and not path.exists():
        raise CorrectionError(f"{path}: a link that leads nowhere; remove it, and the file is made here")
    before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    fix = replace(checked(fix), on=dt.date.today().isoformat(), where="this correction")
    changed = _with(facts, [*parse(before, str(path)), fix])
    with path.open("ab", buffering=0) as file:  # in one go: two at work at once write one behind the other
        file.write((("\n" if before else "") + written(fix)).encode())
    return changed


def take_back(facts: Facts) -> Facts:
    """Return the facts without the fix that was written last, which goes from the file beside the article."""
    path = Path(str(facts.document.fixes_file))
    text = path.read_text(encoding="utf-8-sig")
    left = text[: [entry.start() for entry in ENTRY.finditer(text)][-1]].removesuffix("\n")
    changed = _with(facts, parse(left, str(path)))
    path.write_text(left, encoding="utf-8")
    return changed


def _with(facts: Facts, fixes: Iterable[Fix]) -> Facts:
    rows, made = applied(facts.rules_read, fixes, facts.document.text)
    others = [finding for finding in facts.records["findings"] if not finding.refs]  # about no row
    return checks.with_findings(replace(facts, records=rows, corrected=made), others)


def where(facts: Facts, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a fix names a row: by its words, and which of several places they stand at."""
    return {"table": table, **placed(row["quote"], row["start"], facts.document.text)}


def as_read(facts: Facts, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row's fields as a fix gives them, by which it is kept as it is."""
    fields = {name: row[name] for name in COLUMNS[table] if name != "list"}
    if fields.get("part_of"):
        fields |= _whole(facts, fields["part_of"])
    return fields


def _whole(facts: Facts, id: str) -> dict[str, Any]:
    whole = next(row for row in facts.rows("metrics") if row["id"] == id)
    place = where(facts, "metrics", whole)
    return {"part_of": place["quote"]} | ({"part_of_nth": place["nth"]} if "nth" in place else {})
