"""Whole archives: many articles to Parquet tables, over any executor.

Takes     paths and a `concurrent.futures.Executor`: processes of this machine by default, a cluster's where one is.
Gives     Arrow tables in the order of the paths, in whatever order the work was done; or a dataset on disk
          (`ftzlib.archive.dataset`), to which a second run adds what is new. An article in two files is read once.
Leaves    a file that cannot be read, with its reason, to the table ``errors``.
Memory    holds `in_flight` pieces of work and the part that waits to be written, however many files there are.
"""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Executor
from contextlib import closing, nullcontext
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from ftzlib.archive import dataset
from ftzlib.archive.parquet import Tables
from ftzlib.archive.work import Work, in_order, local, plan
from ftzlib.facts.corrections import AGREED
from ftzlib.facts.records import TABLES
from ftzlib.text import files
from ftzlib.text.document import to_date

IN_FLIGHT = 32  # pieces of work


class CorpusError(RuntimeError):
    """A run that cannot go on; what was read is kept."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many articles, facts and corrections no longer needed a run has read, how many files were known or failed."""

    articles: int
    facts: int
    known: int
    failed: int
    unneeded: int


def parse(
    paths: Iterable[Path | str],
    executor: Executor | None = None,
    *,
    published: dt.date | str | None = None,
    in_flight: int = IN_FLIGHT,
) -> Iterator[Tables]:
    """Read articles, some at once, and give their tables as they come, a few articles at a time.

    Parameters
    ----------
    paths : iterable of path
        As for `ftzlib.read`.
    executor : concurrent.futures.Executor, optional
        Where the work is done, such as ``distributed.Client(...).get_executor()``; it stays open. By default
        processes of this machine.
    published : date or ISO 8601 string, optional
        Day of publication of all the articles; goes before their sidecars'.
    in_flight : int
        Pieces of work, of 32 articles each, that may be under way; at least twice a cluster's workers.

    Yields
    ------
    dict of str to pyarrow.Table
        The tables of the facts contract, with `document` before `id`, and ``corrections``, ``documents``, ``files``,
        ``errors``.

    Raises
    ------
    CorpusError
        If the executor breaks down.
    """
    day = None if published is None else to_date(published, "published")
    return _stream(plan(paths, set(), day, {}), executor, in_flight)


def save(
    paths: Iterable[Path | str],
    out: Path | str,
    executor: Executor | None = None,
    *,
    published: dt.date | str | None = None,
    in_flight: int = IN_FLIGHT,
    refused: Mapping[str, str] | None = None,
) -> Outcome:
    """Read articles, as `parse` does, into a dataset on disk: one folder of Parquet files for each table.

    Files whose content is in it already are not read again; rows of a file that has changed are replaced. If the
    run is stopped, what was read so far is in the dataset, and the same call goes on from there. Files that are
    `refused` are not opened; their reason goes to the table ``errors``. A terminal is shown a bar meanwhile.

    Raises
    ------
    CorpusError, ftzlib.text.document.FolderError
        If the executor breaks down, or the folder cannot be used.
    """
    day = None if published is None else to_date(published, "--published")
    barred = {os.path.abspath(path): reason for path, reason in (refused or {}).items()}  # noqa: PTH100
    # A dataset may be opened from anywhere, so its paths are whole; a link goes by its own name.
    listed = list(dict.fromkeys(os.path.abspath(path) for path in paths))  # noqa: PTH100
    read = Counter[str]()
    with (
        dataset.opened(Path(out)) as into,
        tqdm(total=len(listed), desc="Reading", unit=" articles", disable=None) as bar,
        closing(_stream(plan(listed, into.documents, day, barred), executor, in_flight)) as stream,
    ):
        into.renew(map(files.shown, listed))
        for tables in stream:
            into.add(tables)
            read.update({name: len(rows) for name, rows in tables.items()})
            read[AGREED] += tables["corrections"]["state"].to_pylist().count(AGREED)
            bar.update(len(tables["files"]) + len(tables["errors"]))
        into.finish()
    facts = sum(read[name] for name in TABLES)
    return Outcome(read["documents"], facts, read["files"] - read["documents"], read["errors"], read[AGREED])


def _stream(works: Iterator[Work], executor: Executor | None, in_flight: int) -> Generator[Tables]:
    with local() if executor is None else nullcontext(executor) as workers:
        try:
            yield from in_order(workers, works, in_flight)
        except (BrokenExecutor, CancelledError) as problem:
            what = " ".join(str(problem).split()) or type(problem).__name__
            raise CorpusError(f"the workers broke down ({what}); if memory ran out, use fewer of them") from None
