"""A row put right by a person, in the facts and in the file of fixes beside the article.

Finds     the fix that says so, and writes it behind those that stand there.
Leaves    what a fix does to the rows to `ftzlib.facts.corrections`.
"""

from __future__ import annotations

import datetime as dt
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from ftzlib.facts import checks
from ftzlib.facts.corrections import AGREED, applied, placed
from ftzlib.facts.fixes import CorrectionError, Fix, checked, parse, written
from ftzlib.facts.records import ASKED, PREFIXES
from ftzlib.facts.tables import Facts
from ftzlib.text.files import fixes_in

LONGEST_WAIT, PAUSE = 10, 0.01  # seconds, for another who writes to the same file
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
        if not quote or drop:
            raise CorrectionError("correct: name a row, as facts.metrics.loc['m7'], or the quote of one to be added")
        return put_right(facts, Fix(action="add", table=table, quote=quote, nth=nth, given=fields, by=by, why=why))[0]
    if quote:
        raise CorrectionError("correct: the words of a row stay as they are; drop it, and add one at other words")
    table, found = _found(facts, row)
    action = "drop" if drop else "set" if fields else "keep"
    given = fields or ({} if drop else as_read(facts, table, found))
    return put_right(facts, Fix(action=action, **where(facts, table, found), given=given, by=by, why=why))[0]


def _found(facts: Facts, row: Any) -> tuple[str, dict[str, Any]]:
    """Return the table and the fields of a row: of a Series by its place, since ids move, else of an id."""
    id = str(getattr(row, "name", row))
    known = {"id": id} if isinstance(row, str) or "start" not in row else {"start": row["start"], "end": row["end"]}
    table = _TABLE_OF.get(id[:1])
    found = next((one for one in facts.rows(table) if known.items() <= one.items()), None) if table else None
    if table is None or found is None:
        raise CorrectionError(f"correct: there is no row {id!r:.40} in these facts; take one of their tables")
    return table, found


def put_right(facts: Facts, fix: Fix) -> tuple[Facts, Fix]:
    """Apply one fix behind those of the file beside the article, and write it there, with today as its day.

    Returns the facts with all that stands in the file now, also what others have written there, and the fix as it was
    written, by which it can be taken back. If it cannot be applied nothing is written.
    """
    fix = replace(checked(fix), on=dt.date.today().isoformat(), where="this correction")
    path = file_of(facts)
    with _replaced(path) as (before, file):
        others = parse(before, str(path))
        changed = _with(facts, [*others, fix])
        if fix.action == "set" and (last := changed.corrected[-1]).state == AGREED:  # it says so already
            row = next(row for row in changed.rows(fix.table) if row["id"] == last.id)
            fix = replace(fix, action="keep", given=as_read(changed, fix.table, row))
            changed = _with(facts, [*others, fix])
        file.write(before + ("\n" if before else "") + written(fix))
    return changed, fix


def take_back(facts: Facts, fix: Fix) -> Facts:
    """Return the facts without a fix that was written, which goes from the file beside the article.

    If it stands there no more, or another does that does not fit without it, nothing is written.
    """
    path = file_of(facts)
    with _replaced(path) as (before, file):
        head, own, tail = before.rpartition(written(fix))
        if not own:
            raise CorrectionError(f"{path}: the answer does not stand there any more")
        left = head.removesuffix("\n") + tail
        changed = _with(facts, parse(left, str(path)))
        file.write(left)
    return changed


def file_of(facts: Facts) -> Path:
    """Return the file of fixes, there or not."""
    if facts.document.fixes_file is None:
        raise CorrectionError("these facts were read from no file; save the text and read it with ftzlib.read")
    path = Path(facts.document.fixes_file)
    if path.is_symlink() and not path.exists():
        raise CorrectionError(f"{path}: a link that leads nowhere; remove it, and the file is made here")
    return path


@contextmanager
def _replaced(path: Path) -> Iterator[tuple[str, TextIO]]:
    """Give what stands in a file, and a new one that takes its place if the block ends well.

    The new one is the lock, too, as git has it for its index: one alone can make it, and it is gone with the exchange.
    """
    new = (held := path.resolve()).with_name(f"{held.name}.lock")
    file = _made_alone(new)
    try:
        with file:
            yield fixes_in(path), file
        if held.exists():
            shutil.copymode(held, new)
        new.replace(held)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _made_alone(new: Path) -> TextIO:
    """Make a file that is not there, as soon as nobody else has it."""
    until = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            return new.open("x", encoding="utf-8", newline="")
        except FileExistsError:
            if time.monotonic() > until:
                raise CorrectionError(f"{new}: another writes here; remove this file if nobody does") from None
        time.sleep(PAUSE)


def _with(facts: Facts, fixes: Iterable[Fix]) -> Facts:
    rows, made = applied(facts.rules_read, fixes, facts.document.text)
    others = [finding for finding in facts.records["findings"] if not finding.refs]  # about no row
    return checks.with_findings(replace(facts, records=rows, corrected=made), others)


def where(facts: Facts, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a fix names a row: by its words, and which of several places they stand at."""
    return {"table": table, **placed(row["quote"], row["start"], facts.document.text)}


def as_read(facts: Facts, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row's fields as a fix gives them, by which it is kept as it is."""
    fields = {name: row[name] for name in ASKED[table]}
    if fields.get("part_of"):
        whole = next(one for one in facts.rows("metrics") if one["id"] == row["part_of"])
        place = where(facts, "metrics", whole)
        fields |= {"part_of": place["quote"], **({"part_of_nth": place["nth"]} if "nth" in place else {})}
    return fields
