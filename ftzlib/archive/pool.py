"""Processes of this machine that read articles: they leave Ctrl-C to their parent, and do not outlive it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, connection, parent_process
from threading import Thread


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
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of the process that started this one: a killed one takes no leave."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
