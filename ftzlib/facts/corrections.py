"""What a person puts right in what the rules read, and what they had read.

Finds     for each fix the row that has its words, and changes, adds, drops or keeps it.
Leaves    a fix whose words the text does not have, or whose row the rules do not read, with one line for each.
Example   a fix of 96 with status implemented -> m2, corrected; the rules read status total
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ftzlib.facts.fixes import NOTES, Fix, MisfitError, parse, refuse, required
from ftzlib.facts.records import COLUMNS, PREFIXES, TABLES, Record
from ftzlib.text.document import Document
from ftzlib.text.spans import Span

APPLIED, AGREED, CHECKED = "applied", "no longer needed", "checked"
Rows = dict[str, tuple[Any, ...]]


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What a fix has changed: one field of a row, or (`field` None) the row.

    Attributes
    ----------
    id : str
        Of the row as it is now; empty where it was dropped.
    table, action, quote : str
        As in the fix.
    field : str or None
    read, stands : str or None
        What the rules read, and what stands now, in words.
    state : {"applied", "no longer needed", "checked"}
        Whether it changed the row, the rules read it so by themselves, or a person looked at it and found it right.
    by, on, why : str or None
    """

    id: str
    table: str
    action: str
    quote: str
    field: str | None = None
    read: str | None = None
    stands: str | None = None
    state: str = APPLIED
    by: str | None = None
    on: str | None = None
    why: str | None = None


def corrected(rows: Rows, document: Document) -> tuple[Rows, tuple[Correction, ...]]:
    """Put right what the rules read.

    Parameters
    ----------
    rows : dict of str to tuple of Record
        The numbered rows of each table, without findings.
    document : Document
        With its file of fixes, if it has one.

    Returns
    -------
    dict of str to tuple of Record
        The rows, numbered anew.
    tuple of Correction
        In order of the fixes.

    Raises
    ------
    CorrectionError
        If the file is wrong, or one of them cannot be applied; then none is.
    """
    if document.fixes is None:
        return rows, ()
    name = document.fixes_file or f"{document.id}.fixes.toml"
    return applied(rows, parse(document.fixes, name), document.text, name)


def applied(rows: Rows, fixes: Iterable[Fix], text: str, name: str) -> tuple[Rows, tuple[Correction, ...]]:
    """Put right what some fixes say; `name` is where they stand, for messages, and the rest as in `corrected`."""
    work, problems = _Work(rows, text), []
    for fix in sorted(fixes, key=lambda fix: _ORDER.index(fix.action)):
        try:
            work.do(fix)
        except MisfitError as problem:
            problems.append(f"{name}: {fix.where}: {problem}")
    refuse(problems)
    return work.finished()


def places(quote: str, text: str) -> list[Span]:
    """Return where some words stand in a text, in order; `nth` of a fix counts these."""
    starts: list[int] = []
    while quote and (start := text.find(quote, starts[-1] + 1 if starts else 0)) >= 0:
        starts.append(start)
    return [Span(start, start + len(quote)) for start in starts]


#: What is dropped makes room for what is added, which others may then be parts of.
_ORDER = ("drop", "add", "set", "keep")


class _Work:
    """The rows while they are put right; a row is known by its id until all are numbered anew."""

    def __init__(self, rows: Rows, text: str) -> None:
        self._rows: dict[str, dict[str, Any]] = {table: {row.id: row for row in found} for table, found in rows.items()}
        self._text = text
        self._told: list[Correction] = []
        self._once: set[tuple[str, str]] = set()

    def do(self, fix: Fix) -> None:
        row = self._find(fix.table, fix.quote, fix.nth)
        if fix.action == "drop":
            self._drop(fix, row)
        elif row is not None:
            self._set(fix, row)
        elif fix.action == "add":
            self._add(fix)
        else:
            raise MisfitError(f"the rules read no row of {fix.table} at “{fix.quote}”; add it with [[add]]")

    def finished(self) -> tuple[Rows, tuple[Correction, ...]]:
        """Number the rows anew, and let what names them know."""
        renamed: dict[str, str] = {}
        for table, found in self._rows.items():
            ordered = sorted(found.values(), key=lambda row: row.span)
            renamed |= {row.id: f"{PREFIXES[table]}{n}" for n, row in enumerate(ordered, 1)}
        rows = {
            table: tuple(sorted((_renamed(row, renamed) for row in found.values()), key=lambda row: row.span))
            for table, found in self._rows.items()
        }
        return rows, tuple(replace(told, id=renamed.get(told.id, "")) for told in self._told)

    def _find(self, table: str, quote: str, nth: int | None) -> Any:
        """Return the row of some words, None where there is none."""
        spans = places(quote, self._text)
        if not spans:
            raise MisfitError(f"the text has no “{quote}”; write the words as they stand there, to the sign")
        if nth is not None and not 1 <= nth <= len(spans):
            raise MisfitError(f"nth is {nth}, and “{quote}” stands {len(spans)} times in the text")
        meant = set(spans) if nth is None else {spans[nth - 1]}
        rows = [row for row in self._rows[table].values() if row.span in meant]
        if len(rows) > 1:
            raise MisfitError(
                f"{len(rows)} rows of {table} are “{quote}”; say with nth which of {len(spans)} places is meant"
            )
        return rows[0] if rows else None

    def _drop(self, fix: Fix, row: Any) -> None:
        if row is None:
            self._tell(fix, "", state=AGREED)
            return
        del self._rows[fix.table][row.id]
        self._tell(fix, row.id, read=_in_words(fix.table, row))
        for part in list(self._rows["metrics"].values()) if fix.table == "metrics" else ():
            if part.part_of == row.id:
                own = Fix(action="set", table="metrics", quote=part.span.of(self._text), why="its whole was dropped")
                self._change(own, part, {"part_of": None})

    def _add(self, fix: Fix) -> None:
        spans = places(fix.quote, self._text)
        if len(spans) > 1 and fix.nth is None:
            raise MisfitError(f"“{fix.quote}” stands {len(spans)} times in the text; say with nth which is meant")
        given = {**_defaults(fix), **fix.given}
        whole = given.pop("part_of", None)
        given.pop("part_of_nth", None)
        lacking = [name for name in required(fix.table) if given.get(name) is None]
        if lacking:
            raise MisfitError(f"a row of {fix.table} must have {', '.join(lacking)}")
        where: dict[str, Any] = {"id": f"+{len(self._told)}", "span": spans[(fix.nth or 1) - 1], "rule": "by hand"}
        row: Any = TABLES[fix.table](**where, basis="corrected", rules_read="no row", **given)
        self._rows[fix.table][row.id] = row
        self._tell(fix, row.id, stands=_in_words(fix.table, row))
        if whole:
            self._rows[fix.table][row.id] = replace(row, part_of=self._whole(fix, row))

    def _set(self, fix: Fix, row: Any) -> None:
        given = {name: value for name, value in fix.given.items() if name != "part_of_nth"}
        if "part_of" in given:
            given["part_of"] = self._whole(fix, row)
        changed = {name: value for name, value in given.items() if getattr(row, name) != value}
        if changed:
            self._change(fix, row, changed)
        else:
            self._tell(fix, row.id, state=CHECKED if fix.action == "keep" else AGREED)

    def _change(self, fix: Fix, row: Any, changed: Mapping[str, Any]) -> None:
        first = [name for name in changed if (row.id, name) not in self._once]  # what is changed twice was read once
        self._once |= {(row.id, name) for name in first}
        read = [f"{name} {self._said(name, getattr(row, name)) or 'empty'}" for name in first]
        told = "; ".join([row.rules_read, *read] if row.rules_read else read)
        self._rows[fix.table][row.id] = replace(row, basis="corrected", rules_read=told, **changed)
        for name, value in changed.items():
            old, new = self._said(name, getattr(row, name)), self._said(name, value)
            self._tell(fix, row.id, field=name, read=old, stands=new)

    def _whole(self, fix: Fix, row: Any) -> str | None:
        """Return the id of the row that `part_of` of a fix names by its words."""
        quote = fix.given.get("part_of")
        if quote is None:
            return None
        whole = self._find("metrics", quote, fix.given.get("part_of_nth"))
        if whole is None:
            raise MisfitError(f"part_of: the rules read no row of metrics at “{quote}”; add that one first")
        above = whole
        while above is not None:
            if above.id == row.id:
                raise MisfitError(f"part_of: “{quote}” is this row, or a part of it")
            above = self._rows["metrics"].get(above.part_of or "")
        return str(whole.id)

    def _said(self, name: str, value: Any) -> str | None:
        if name == "part_of" and value is not None:
            value = self._rows["metrics"][value].span.of(self._text) if value in self._rows["metrics"] else value
        return None if value in (None, ()) else spelt(value)

    def _tell(self, fix: Fix, id: str, **said: Any) -> None:
        own: dict[str, Any] = {name: getattr(fix, name) for name in ("table", "action", "quote", *NOTES)}
        self._told.append(Correction(id=id, **own, **said))


def _renamed(row: Any, ids: Mapping[str, str]) -> Any:
    whole: dict[str, Any] = {"part_of": ids.get(row.part_of)} if getattr(row, "part_of", None) else {}
    return replace(row, id=ids[row.id], **whole)


def _in_words(table: str, row: Record) -> str:
    said = {name: getattr(row, name) for name in COLUMNS[table] if name != "part_of"}
    return ", ".join(f"{name} {spelt(value)}" for name, value in said.items() if value not in (None, ()))


def spelt(value: Any) -> str:
    """Write a field's value in words."""
    return (
        "; ".join(value) if isinstance(value, tuple) else f"{value:,}" if isinstance(value, int | float) else str(value)
    )


def _defaults(fix: Fix) -> dict[str, Any]:
    """Return what an added row has where nothing else is said: its own words as its name."""
    return {"name": " ".join(fix.quote.split())} if "name" in COLUMNS[fix.table] else {}
