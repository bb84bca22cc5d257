"""Executes notebooks side by side, each in a kernel of its own.

Takes     notebooks and, for each, the article that its `parameters` cell shall name.
Gives     them back executed; the files they came from stay as they are.
Refuses   a notebook in which a cell fails: the error says which notebook, which cell and what happened.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from importlib import import_module
from pathlib import Path
from textwrap import shorten
from typing import NamedTuple

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, CellExecutionError
from nbformat import NotebookNode

from ftzlib.report.kernels import Kernels

AT_ONCE = 3  # kernels; more only wait for each other on a small machine
TIMEOUT = 600  # seconds a cell may take
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_SETS_SOURCE = re.compile(r"\bsource\s*[:=]")


class NotebookError(Exception):
    """A notebook that cannot be read or whose cell failed; the message is one line."""


class Job(NamedTuple):
    """A notebook that is to be run, and the file that it was read from."""

    path: Path
    notebook: NotebookNode


def prepare(path: Path, sources: Sequence[Path]) -> Job:
    """Read a notebook, empty its outputs and have its `parameters` cell name an article, or several at once."""
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except Exception as problem:  # nbformat lets through what json, its schema and the file system raise
        raise NotebookError(f"{path}: cannot be read as a notebook ({_one_line(problem)})") from None
    # Where papermill has run it, a cell of its own sets the parameters once more, behind ours.
    notebook.cells = [cell for cell in notebook.cells if "injected-parameters" not in cell.metadata.get("tags", [])]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
    addresses = [Path(os.path.relpath(source, path.parent)).as_posix() for source in sources]
    given = ascii(addresses if len(addresses) > 1 else addresses[0])  # as data: a name may hold any sign
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []) and _SETS_SOURCE.search(cell.source):
            cell.source += f"\nsource = {given}"
            return Job(path, notebook)
    raise NotebookError(f'{path}: no cell tagged "parameters" sets source; add one: source = "FILE.txt"')


def reads(notebook: Path, how: str) -> bool:
    """Tell whether a notebook reads its source by ``ftz.read`` or, speaking of several articles, ``ftz.read_many``."""
    return f"ftz.{how}(source" in notebook.read_text(encoding="utf-8", errors="replace")


def run(jobs: Sequence[Job], *, beat: Callable[[], object], passing: Path | None = None) -> None:
    """Execute notebooks of one folder in place, some at once; `beat` is called behind every code cell.

    What the kernels need for the time being is put into the folder `passing`, which a caller may clear after a kill.
    The first cell that fails is a NotebookError; what else is running is stopped.
    """
    fork = len(jobs) > 1  # a single kernel imports no more than a server would for it
    with ThreadPoolExecutor(AT_ONCE) as threads, closing(Kernels(jobs[0].path.parent, passing, fork=fork)) as kernels:
        running = [threads.submit(_run, job, beat, kernels) for job in jobs]
        try:
            import_module("nbconvert")  # the export's imports take more than a second; kernels need as long to start
            for each in as_completed(running):
                each.result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)


def _run(job: Job, beat: Callable[[], object], kernels: Kernels) -> None:
    started: list[NotebookNode] = []
    client = NotebookClient(
        job.notebook,
        km=kernels.manager(),
        timeout=TIMEOUT,
        record_timing=False,
        shutdown_kernel="immediate",
        # 40 is ERROR; each kernel would warn that its loopback port is not encrypted
        # and write what it runs into a history in the user's home
        extra_arguments=["--log-level=40", "--HistoryManager.enabled=False"],
        on_cell_start=lambda cell, **_: started.append(cell),
        on_cell_executed=lambda **_: beat(),
    )
    try:
        client.execute(cwd=str(job.path.parent), env=kernels.environment(), cleanup_kc=True)
    except (CellExecutionError, CellControlSignal, RuntimeError) as problem:
        what = f"{problem.ename}: {problem.evalue}" if isinstance(problem, CellExecutionError) else problem
        where = f"cell {len(started) or 1} of {len(job.notebook.cells)}"
        raise NotebookError(f"{job.path.name}, {where}: {_one_line(what)}") from None
    _keep_warnings_here(*job)


def _keep_warnings_here(path: Path, notebook: NotebookNode) -> None:
    """Tell on the terminal what cells wrote to standard error: it is about this machine, and goes on no page."""
    for cell in notebook.cells:
        warnings = [o for o in cell.get("outputs", []) if o.output_type == "stream" and o.name == "stderr"]
        for warning in warnings:
            cell.outputs.remove(warning)
            print(f"{path.name}: {_ANSI.sub('', warning.text).strip()}", file=sys.stderr)


def _one_line(problem: object) -> str:
    return shorten(_ANSI.sub("", str(problem)), 300, placeholder="…")
