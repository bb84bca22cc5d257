"""Executes notebooks side by side, each in a kernel of its own.

Takes     notebooks and, for each, the article that its `parameters` cell shall name.
Gives     them back executed; the files they came from stay as they are.
Refuses   a notebook in which a cell fails: the error says which notebook, which cell and what happened.
"""

from __future__ import annotations

import ast
import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager, closing, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import nbformat
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, CellExecutionError
from nbformat import NotebookNode

from ftzlib.report import kernels
from ftzlib.report.kernels import Servers

AT_ONCE = 3  # kernels; more only wait for each other on a small machine
TIMEOUT = 600  # seconds a cell may take
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


class NotebookError(Exception):
    """A notebook that cannot be read or whose cell failed; the message is one line."""


class Job(NamedTuple):
    """One notebook to be run on one article, or on several at once."""

    notebook: Path
    sources: tuple[Path, ...]


def prepare(job: Job) -> NotebookNode:
    """Read a notebook, empty its outputs and have its `parameters` cell name the article.

    Raises
    ------
    NotebookError
        If the file is no notebook, or no cell tagged ``parameters`` sets ``source``.
    """
    try:
        notebook: NotebookNode = nbformat.read(job.notebook, as_version=4)  # type: ignore[no-untyped-call]
    except Exception as problem:  # nbformat lets through what json, its schema and the file system raise
        raise NotebookError(f"{job.notebook}: cannot be read as a notebook ({_one_line(problem)})") from None
    # Where papermill has run it, a cell of its own sets the parameters once more, behind ours.
    notebook.cells = [cell for cell in notebook.cells if "injected-parameters" not in cell.metadata.get("tags", [])]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
    addresses = [Path(os.path.relpath(source, job.notebook.parent)).as_posix() for source in job.sources]
    given = ascii(addresses if len(addresses) > 1 else addresses[0])  # as data: a name may hold any sign
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []) and (told := _told(cell.source, given)):
            cell.source = told
            return notebook
    raise NotebookError(f'{job.notebook}: no cell tagged "parameters" sets source; add one: source = "FILE.txt"')


def _told(code: str, given: str) -> str | None:
    """Return code whose first `source = ...` has another value; None where there is none."""
    with suppress(SyntaxError, ValueError):
        for node in ast.parse(code).body:
            if not isinstance(node, ast.Assign | ast.AnnAssign):
                continue
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if not any(isinstance(target, ast.Name) and target.id == "source" for target in targets):
                continue
            lines = code.encode().splitlines(keepends=True)  # Python counts columns in bytes
            old = node.value
            end = _at(lines, (old or node).end_lineno or 0, (old or node).end_col_offset or 0)
            start, words = (_at(lines, old.lineno, old.col_offset), given) if old else (end, f" = {given}")
            return b"".join([code.encode()[:start], words.encode(), code.encode()[end:]]).decode()
    return None


def _at(lines: Sequence[bytes], line: int, column: int) -> int:
    return sum(map(len, lines[: line - 1])) + column


def reads(notebook: Path, how: str) -> bool:
    """Tell whether a notebook reads its source by ``ftz.read`` or, speaking of several articles, ``ftz.read_many``."""
    return f"ftz.{how}(source" in notebook.read_text(encoding="utf-8", errors="replace")


def run(
    jobs: Sequence[Job], *, notebooks: Sequence[NotebookNode], beat: Callable[[], object], passing: Path | None = None
) -> None:
    """Execute prepared notebooks in place, some at once; `beat` is called behind every code cell.

    What the kernels need for the time being is put into the folder `passing`, which a caller may clear after a kill.

    Raises
    ------
    NotebookError
        For the first cell that fails; what else is running is stopped.
    """
    cancel: Future[Callable[[], object]] = Future()
    try:
        with ThreadPoolExecutor(1) as thread:  # one's own thread: a notebook or a browser has a loop in this one
            running = thread.submit(asyncio.run, _run_all(jobs, notebooks, beat, cancel, passing))
            try:
                running.result()
            except KeyboardInterrupt:
                with suppress(RuntimeError):  # the loop has ended by itself
                    cancel.result()()
                raise
    except BaseExceptionGroup as failures:
        ours, _ = failures.split(NotebookError)
        if ours is None:
            raise
        raise ours.exceptions[0] from None


async def _run_all(
    jobs: Sequence[Job],
    notebooks: Sequence[NotebookNode],
    beat: Callable[[], object],
    cancel: Future[Callable[[], object]],
    passing: Path | None,
) -> None:
    whole = asyncio.current_task()
    assert whole is not None
    cancel.set_result(partial(whole.get_loop().call_soon_threadsafe, whole.cancel))
    gate = asyncio.Semaphore(AT_ONCE)
    # A single kernel imports no more than a server would for it.
    with closing(Servers(passing, fork=len(jobs) > 1)) as servers:
        async with asyncio.TaskGroup() as group:
            for job, notebook in zip(jobs, notebooks, strict=True):
                group.create_task(_run(job, notebook, gate, beat, servers))
            # The export's imports take more than a second; the kernels need as long to start.
            group.create_task(asyncio.to_thread(import_module, "nbconvert"))


async def _run(
    job: Job,
    notebook: NotebookNode,
    gate: asyncio.Semaphore,
    beat: Callable[[], object],
    servers: Servers,
) -> None:
    async with gate:
        try:
            async with _kernel(job.notebook.parent, servers) as (manager, channels):
                client = NotebookClient(
                    notebook,
                    km=manager,
                    timeout=TIMEOUT,
                    record_timing=False,
                    on_cell_executed=lambda **_: beat(),
                )
                client.kc = channels
                await client.async_execute()
            _keep_warnings_here(job.notebook.name, notebook)
        except (CellExecutionError, CellControlSignal, RuntimeError) as problem:
            raise NotebookError(f"{job.notebook.name}, {_where(notebook)}: {_what(problem)}") from None


@asynccontextmanager
async def _kernel(folder: Path, servers: Servers) -> AsyncIterator[tuple[AsyncKernelManager, AsyncKernelClient]]:
    """Start a kernel in `folder` and end it at once behind the block, also where the block was cancelled."""
    manager = kernels.manager(servers)
    try:
        # 40 is ERROR; each kernel would warn that its loopback port is not encrypted
        # and write what it runs into a history in the user's home
        arguments = ["--log-level=40", "--HistoryManager.enabled=False"]
        await manager.start_kernel(cwd=str(folder), env=servers.environment(), extra_arguments=arguments)
        channels = manager.client()
        try:
            channels.start_channels()
            await channels.wait_for_ready(timeout=60)
            channels.allow_stdin = False
            yield manager, channels
        finally:
            channels.stop_channels()
    finally:
        await manager.shutdown_kernel(now=True)


def _keep_warnings_here(name: str, notebook: NotebookNode) -> None:
    """Tell on the terminal what cells wrote to standard error: it is about this machine, and goes on no page."""
    for cell in notebook.cells:
        warnings = [o for o in cell.get("outputs", []) if o.output_type == "stream" and o.name == "stderr"]
        for warning in warnings:
            cell.outputs.remove(warning)
            print(f"{name}: {_ANSI.sub('', warning.text).strip()}", file=sys.stderr)


def _where(notebook: NotebookNode) -> str:
    """Name the first cell with an error, or the one behind the last that ran."""
    cells = list(enumerate(notebook.cells, 1))
    failed = [n for n, cell in cells if any(o.output_type == "error" for o in cell.get("outputs", []))]
    waiting = [n for n, cell in cells if cell.cell_type == "code" and not cell.get("execution_count")]
    number = next(iter(failed + waiting), len(cells))
    return f"cell {number} of {len(cells)}"


def _what(problem: Exception) -> str:
    if isinstance(problem, CellExecutionError):
        return _one_line(f"{problem.ename}: {problem.evalue}")
    return _one_line(problem)


def _one_line(problem: object) -> str:
    words = " ".join(_ANSI.sub("", str(problem)).split())
    return words if len(words) <= 300 else f"{words[:300]}…"
