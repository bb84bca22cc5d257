"""The program that forks warm kernels; `ftzlib.report.kernels` is its near side.

It runs as a script, with no other file of `ftzlib` in reach, since a notebook may find another `ftzlib` than the
process that runs it, or none. Its kernels see no trace of it: they are what ``python -m ipykernel_launcher`` would be.
"""

from __future__ import annotations

import builtins
import gc
import importlib
import importlib.util
import inspect
import io
import json
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from types import SimpleNamespace

INLINE = "module://matplotlib_inline.backend_inline"  # as ipykernel sets it; matplotlib reads it when imported
#: What every kernel imports, and what this library's notebooks import.
KERNEL = ("ipykernel.kernelapp", "ipykernel.debugger", "ipykernel.zmqshell", "IPython.core.completer")
LIBRARIES = ("pandas", "seaborn", "matplotlib.backends.backend_agg", "matplotlib.backends.backend_svg")

#: A text that asks for most of what a reading compiles, which takes it a second: else each kernel would, for itself.
SAMPLE = """The China (Hunan) Pilot Free Trade Zone has carried out 90 of its 100 tasks since August last year, of
which 12 were promoted nationwide, the mayor of Changsha said at a briefing on Thursday. It will build two centers for
trade and shipping by 2025, and exports rose 5 percent to 3 billion yuan."""


def serve() -> None:
    """Warm up, then fork a kernel for each line of arguments; end with the lines, and the kernels with it."""
    if not sys.flags.safe_path:
        del sys.path[0]  # this file's own folder
    os.environ["JPY_PARENT_PID"] = str(os.getpid())  # an ipykernel ends when this parent is gone
    _warm()
    for line in sys.stdin:
        if not (pid := os.fork()):
            _become_kernel(json.loads(line))
            break
        print(pid, flush=True)


def _warm() -> None:
    """Import what kernels and notebooks import, read a text, and leave no trace that they could see."""
    if not os.environ.get("MPLBACKEND"):
        os.environ["MPLBACKEND"] = INLINE
    # matplotlib tells when it looks for fonts, a library that it is deprecated; pandas asks how its output is spelt
    with redirect_stderr(io.StringIO()), redirect_stdout(io.TextIOWrapper(io.BytesIO(), "UTF-8")):
        _import(KERNEL)
        if not _shadowed():
            builtins.get_ipython = lambda: SimpleNamespace(kernel=None)  # type: ignore[attr-defined]
            _import(LIBRARIES)  # of which pandas asks whether it is in a notebook
            with suppress(Exception):
                ftzlib = importlib.import_module("ftzlib")
                for lazy in dir(ftzlib):
                    getattr(ftzlib, lazy)
                ftzlib.parse(SAMPLE)
            del builtins.get_ipython  # type: ignore[attr-defined]
    gc.collect()
    gc.freeze()  # pages that the collector does not touch stay shared


def _import(names: Sequence[str]) -> None:
    for name in names:
        with suppress(Exception):  # a notebook that wants it will meet the error itself
            importlib.import_module(name)


def _shadowed() -> bool:
    """Tell whether a notebook would find a module in its own folder in place of one that stands elsewhere."""
    names = [inspect.getmodulename(path) or path.name for path in Path().iterdir()]
    return any(name in sys.modules or importlib.util.find_spec(name) for name in names if name.isidentifier())


def _become_kernel(arguments: Sequence[str]) -> None:
    os.setsid()
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()  # forked processes would draw the same numbers; `random` sees to itself
    launcher = importlib.util.find_spec("ipykernel_launcher")
    sys.argv = [str(launcher and launcher.origin), *arguments]
    sys.orig_argv[1:] = ["-m", "ipykernel_launcher", *arguments]
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()


if __name__ == "__main__":
    serve()
