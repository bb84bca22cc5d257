"""Pieces of work: a few articles each, handed to an executor ahead of need and taken back in order.

Finds     what of an archive is not known yet; for each article its tables, or the reason why it has none; processes of
          this machine to read them, which leave Ctrl-C to their parent and do not outlive it.
Leaves    at most as many pieces under way as it is told; an executor that breaks down to its caller; an article that
          takes forever, where it is read by a process of its own as on this machine's pool.
"""

from __future__ import annotations

import datetime as dt
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import active_children, connection, parent_process
from pathlib import Path
from typing import NoReturn, TypeAlias

from ftzlib.archive import parquet
from ftzlib.archive.parquet import Tables
from ftzlib.reader.read import facts_of
from ftzlib.text import files
from ftzlib.text.document import DocumentError
from ftzlib.text.files import Loaded

AT_ONCE = 32  # articles that are read in one piece of work; sending one alone takes as long as reading it
LONGEST = 60  # seconds of a processor that one article may take; of ten megabytes of prose, the most, half of it
FEW = 256  # files after which a piece of work is closed though all of them are known


class _TooLong(BaseException):
    """An article takes too long; no library that it is read with may take this for a fault of its own."""


Result: TypeAlias = tuple[Tables, dict[str, str]]


@dataclass(slots=True)
class Work:
    """Articles to be read in one go; all files seen meanwhile with their hash, or why they have none."""

    articles: list[Loaded] = field(default_factory=list)
    files: list[dict[str, str]] = field(default_factory=list)
    errors: list[dict[str, str]] = field(default_factory=list)


def plan(
    paths: Iterable[Path | str], known: set[str], day: dt.date | None, refused: Mapping[str, str]
) -> Iterator[Work]:
    """Give what is to be read in pieces, and add it to what is `known`; what is `refused` is not opened."""
    work = Work()
    for path in paths:
        try:
            if reason := refused.get(str(path)):
                raise DocumentError(reason)
            article = files.load(path, published=day)
        except DocumentError as problem:
            work.errors.append({"path": files.shown(path), "message": _reason(path, problem)})
        else:
            key = article.sha256
            work.files.append({"path": files.shown(path), "document": key})
            work.articles += [article] * (key not in known)
            known.add(key)
        if len(work.articles) == AT_ONCE or len(work.files) + len(work.errors) == FEW:
            yield work
            work = Work()
    yield work


def in_order(workers: Executor, works: Iterator[Work], in_flight: int) -> Iterator[Tables]:
    """Hand work out ahead, as much as may be under way, and give its tables in order."""
    flying: deque[tuple[Work, Future[Result]]] = deque()
    failed: dict[str, str] = {}
    try:
        for work in works:
            flying.append((work, workers.submit(read_together, work.articles)))
            if len(flying) >= in_flight:
                yield _landed(*flying.popleft(), failed)
        while flying:
            yield _landed(*flying.popleft(), failed)
    finally:
        for _, future in flying:
            future.cancel()


def _landed(work: Work, future: Future[Result], failed: dict[str, str]) -> Tables:
    """Return what was found, with the files of this work and of those before it that could not be read."""
    try:
        tables, problems = future.result()
    except (BrokenExecutor, CancelledError):
        raise
    except Exception as problem:  # whatever an engine raises for a piece of work that its workers die of
        reason = f"the worker that read it failed: {' '.join(str(problem).split())}"
        tables, problems = parquet.tables({}), {article.sha256: reason for article in work.articles}
    failed |= problems
    read = [file for file in work.files if file["document"] not in failed]
    told = ((file["path"], failed.get(file["document"])) for file in work.files)
    bad = ({"path": path, "message": message} for path, message in told if message)
    return tables | {"files": parquet.table("files", read), "errors": parquet.table("errors", [*work.errors, *bad])}


def read_together(articles: Sequence[Loaded]) -> Result:
    """Read a few articles, in whatever process this is; give their tables, and why some have no rows, by hash."""
    found: parquet.Rows = {}
    failed = {}
    for article in articles:
        try:
            with _bounded(LONGEST):
                rows = parquet.rows(article.sha256, facts_of(files.decode(article)))
        except DocumentError as problem:
            failed[article.sha256] = _reason(article.path, problem)
        except _TooLong:
            failed[article.sha256] = f"takes more than {LONGEST} seconds to read; save its text alone as UTF-8 (.txt)"
        except Exception as problem:  # one article that the parser stumbles over must not stop an archive
            failed[article.sha256] = f"the parser failed: {type(problem).__name__}: {problem}"
        else:
            found = {name: found.get(name, []) + rows[name] for name in rows}
    return parquet.tables(found), failed


@contextmanager
def _bounded(seconds: float) -> Iterator[None]:
    """Raise `_TooLong` in a block that keeps the processor for longer; only a process's main thread can be told so."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(*_: object) -> NoReturn:
    raise _TooLong


@contextmanager
def local(workers: int | None = None) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of processes, one for each processor by default; what still waits at the end is dropped."""
    others = {*active_children()}
    pool = ProcessPoolExecutor(workers or os.cpu_count(), initializer=_begin)
    try:
        yield pool
    except OSError:  # where too few files may be open, those that could be started wait for work that never comes
        for worker in {*active_children()} - others:
            worker.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a forked one has its parent's way of ending
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of the process that started this one: a killed one takes no leave."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _reason(path: Path | str, problem: Exception) -> str:
    return files.shown(str(problem).removeprefix(f"{path}: "))
