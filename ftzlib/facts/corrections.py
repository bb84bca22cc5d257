"""What a person puts right in what the rules read, and what they had read.

Finds     for each fix the row that has its words, and changes, adds, drops or keeps it.
Leaves    a fix whose words the text does not have, or whose row the rules do not read, with one line for each.
Example   a fix of 96 with status implemented -> m2, corrected; the rules read status total
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ftzlib.facts.fixes import NOTES, CorrectionError, Fix, parse, refuse, refuse_form, refuse_zone
from ftzlib.facts.records import COLUMNS, PREFIXES, REQUIRED, TABLES, Record
from ftzlib.text.document import Document
from ftzlib.text.spans import Span

APPLIED, AGREED, CHECKED, FOLLOWED = "applied", "no longer needed", "checked", "followed"
CORRECTIONS = "corrections"  # the table of what was put right
Rows = dict[str, tuple[Any, ...]]


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What a fix has changed: one field of a row, or (`field` None) the row.

    Its `state` is ``applied``; ``no longer needed`` where the rules read it so themselves; ``checked`` where a person
    found the row right; ``followed`` where the row's whole was dropped, and nobody has looked at the part itself.
    """

    id: str  # of the row as it is now; empty where it was dropped
    table: str
    action: str
    quote: str
    field: str | None = None
    read: str | None = None  # by the rules, in words
    stands: str | None = None  # what is said now
    state: str = APPLIED
    by: str | None = None
    on: str | None = None
    why: str | None = None


def corrected(rows: Rows, document: Document) -> tuple[Rows, tuple[Correction, ...]]:
    """Put right what the rules read, by the file of fixes beside a document, if it has one; see `applied`."""
    if document.fixes is None:
        return rows, ()
    return applied(rows, parse(document.fixes, document.fixes_file or f"{document.id}.fixes.toml"), document.text)


def applied(rows: Rows, fixes: Iterable[Fix], text: str) -> tuple[Rows, tuple[Correction, ...]]:
    """Put right what the rules read, one fix after the other: a later one sees the rows as the earlier left them.

    Takes the numbered rows of each table, without findings; returns them numbered anew, with the corrections in order
    of the fixes. If one of these cannot be applied, none is: a CorrectionError has a line for each.
    """
    work, problems = _Work(rows, text), []
    for fix in fixes:
        try:
            work.do(fix)
        except CorrectionError as problem:
            problems.append(f"{fix.where}: {problem}")
    refuse(problems)
    return work.finished()


def places(quote: str, text: str) -> list[Span]:
    """Return where some words stand in a text, in order; `nth` of a fix counts these."""
    starts: list[int] = []
    while quote and (start := text.find(quote, starts[-1] + 1 if starts else 0)) >= 0:
        starts.append(start)
    return [Span(start, start + len(quote)) for start in starts]


def placed(quote: str, start: int, text: str) -> dict[str, Any]:
    """Return how words at a place are named: by themselves, and where they stand more than once by which it is."""
    starts = [span.start for span in places(quote, text)]
    return {"quote": quote} | ({"nth": starts.index(start) + 1} if len(starts) > 1 else {})


class _Work:
    """The rows while they are put right; a row is known by its id until all are numbered anew."""

    def __init__(self, rows: Rows, text: str) -> None:
        self._rows: dict[str, dict[str, Any]] = {table: {row.id: row for row in found} for table, found in rows.items()}
        self._read = {row.id: row for found in rows.values() for row in found}
        self._text = text
        self._told: list[Correction] = []

    def do(self, fix: Fix) -> None:
        advice = "[[set]] that one, or drop it first" if fix.action == "add" else "write its words"
        row, spans = self._row(fix.table, fix.quote, fix.nth, advice)
        if row is not None:
            (self._drop if fix.action == "drop" else self._set)(fix, row)
        elif fix.action == "drop":
            self._tell(fix, "", state=AGREED)
        elif fix.action == "add" or (fix.action == "keep" and fix.given):  # a person has seen the row, rules or no
            self._add(fix, spans)
        else:
            raise CorrectionError(f"the rules read no row of {fix.table} at “{fix.quote}”; add it with [[add]]")

    def finished(self) -> tuple[Rows, tuple[Correction, ...]]:
        """Number the rows anew, let what names them know, and say of each what the rules had read otherwise."""
        ordered = {table: sorted(found.values(), key=lambda row: row.span) for table, found in self._rows.items()}
        renamed = {
            row.id: f"{PREFIXES[table]}{n}" for table, found in ordered.items() for n, row in enumerate(found, 1)
        }
        rows = {table: tuple(self._named(table, row, renamed) for row in found) for table, found in ordered.items()}
        return rows, tuple(replace(told, id=renamed.get(told.id, "")) for told in self._told)

    def _named(self, table: str, row: Any, renamed: Mapping[str, str]) -> Any:
        """Return a row under its new id, with what the rules had read, in words, where that is something else."""
        read, told = self._read.get(row.id), "no row"
        if read is not None:
            changed = [name for name in COLUMNS[table] if getattr(read, name) != getattr(row, name)]
            told = "; ".join(f"{name} {self._said(name, getattr(read, name)) or 'empty'}" for name in changed)
        whole = {"part_of": renamed[row.part_of]} if getattr(row, "part_of", None) else {}
        return replace(row, id=renamed[row.id], basis="corrected" if told else "read", rules_read=told or None, **whole)

    def _row(self, table: str, quote: str, nth: int | None, advice: str) -> tuple[Any, list[Span]]:
        """Return the row that has some words, None where none has, and the places that may be meant by them.

        Raises where they stand in one place, and a row there has a part of them, or more: `advice` is what to do then.
        """
        spans = places(quote, self._text)
        if not spans:
            raise CorrectionError(f"the text has no “{quote}”; write the words as they stand there, to the sign")
        if nth is not None and nth > len(spans):
            raise CorrectionError(f"nth is {nth}, and “{quote}” stands {len(spans)} times in the text")
        spans = spans if nth is None else [spans[nth - 1]]
        meant = set(spans)
        rows = [row for row in self._rows[table].values() if row.span in meant]
        if len(rows) > 1:
            raise CorrectionError(f"{len(rows)} rows of {table} are “{quote}”; say with nth which place is meant")
        beside = [row.span for row in self._rows[table].values() if row.span.meets(spans[0])]
        if beside and not rows and len(spans) == 1:
            place = placed(beside[0].of(self._text), beside[0].start, self._text)
            nth_ = f" (nth = {place['nth']})" if "nth" in place else ""
            raise CorrectionError(f"“{quote}” is no row of {table}, but “{place['quote']}”{nth_} there is; {advice}")
        return next(iter(rows), None), spans

    def _refuse(self, table: str, given: Mapping[str, Any], row: Any) -> None:
        """Raise where a row that is put right names no zone, or has no time of its type."""
        field = "name" if table == "zones" else "zone"
        if zone := given.get(field):
            refuse_zone(field, zone, (one.name for one in self._rows["zones"].values() if one.id != row.id))
        if table == "dates" and row.value and {"type", "value"} & given.keys():
            refuse_form("value", row.value, row.type)

    def _drop(self, fix: Fix, row: Any) -> None:
        del self._rows[fix.table][row.id]
        self._tell(fix, row.id, read=_in_words(fix.table, row))
        for part in [one for one in self._rows[fix.table].values() if getattr(one, "part_of", None) == row.id]:
            own = Fix(action="set", table=fix.table, quote=part.span.of(self._text), why="its whole was dropped")
            self._change(own, part, {"part_of": None}, FOLLOWED)

    def _add(self, fix: Fix, spans: list[Span]) -> None:
        if len(spans) > 1:
            raise CorrectionError(f"“{fix.quote}” stands {len(spans)} times in the text; say with nth which is meant")
        known = {"name": " ".join(fix.quote.split()), "list": "by hand", **fix.given}  # a list of its own
        given = {name: value for name, value in known.items() if name in COLUMNS[fix.table] and name != "part_of"}
        if lacking := [name for name in REQUIRED[fix.table] if given.get(name) is None]:
            raise CorrectionError(f"a row of {fix.table} must have {', '.join(lacking)}")
        row: Any = TABLES[fix.table](id=f"+{len(self._told)}", span=spans[0], rule="by hand", **given)
        self._refuse(fix.table, given, row)
        if fix.given.get("part_of"):
            row = replace(row, part_of=self._whole(fix, row))
        self._rows[fix.table][row.id] = row
        self._tell(fix, row.id, stands=_in_words(fix.table, row))

    def _set(self, fix: Fix, row: Any) -> None:
        given = {name: value for name, value in fix.given.items() if name != "part_of_nth"}
        if "part_of" in given:
            given["part_of"] = self._whole(fix, row)
        changed = {name: value for name, value in given.items() if getattr(row, name) != value}
        if changed:
            self._refuse(fix.table, changed, replace(row, **changed))
            self._change(fix, row, changed)
        else:
            self._tell(fix, row.id, state=CHECKED if fix.action == "keep" else AGREED)

    def _change(self, fix: Fix, row: Any, changed: Mapping[str, Any], state: str = APPLIED) -> None:
        self._rows[fix.table][row.id] = replace(row, **changed)
        read = self._read.get(row.id)
        for name, value in changed.items():
            old = self._said(name, getattr(read, name)) if read else None
            self._tell(fix, row.id, field=name, read=old, stands=self._said(name, value), state=state)

    def _whole(self, fix: Fix, row: Any) -> str | None:
        """Return the id of the row that `part_of` of a fix names by its words."""
        quote = fix.given.get("part_of")
        if quote is None:
            return None
        whole, _ = self._row("metrics", quote, fix.given.get("part_of_nth"), "write its words as part_of")
        if whole is None:
            raise CorrectionError(f"part_of: the rules read no row of metrics at “{quote}”; add that one first")
        above = whole
        while above is not None:
            if above.id == row.id:
                raise CorrectionError(f"part_of: “{quote}” is this row, or a part of it")
            above = self._rows["metrics"].get(above.part_of or "")
        return str(whole.id)

    def _said(self, name: str, value: Any) -> str | None:
        if name == "part_of" and value is not None:
            whole = self._rows["metrics"].get(value) or self._read[value]
            return str(whole.span.of(self._text))
        return None if value in (None, ()) else spelt(value)

    def _tell(self, fix: Fix, id: str, **said: Any) -> None:
        own: dict[str, Any] = {name: getattr(fix, name) for name in ("table", "action", "quote", *NOTES)}
        self._told.append(Correction(id=id, **own, **said))


def _in_words(table: str, row: Record) -> str:
    said = {name: getattr(row, name) for name in COLUMNS[table] if name != "part_of"}
    return ", ".join(f"{name} {spelt(value)}" for name, value in said.items() if value not in (None, ()))


def spelt(value: Any) -> str:
    """Write a field's value in words."""
    if isinstance(value, int | float):
        return f"{value:,}"
    return "; ".join(value) if isinstance(value, tuple) else str(value)
