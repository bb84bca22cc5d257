"""Kernels forked from a process that has already imported what notebooks import.

Takes     the folder that a kernel is to run in.
Gives     a kernel of the interpreter that this process runs in, whatever kernels the user has by its name, without
          the second that its imports take. A server is started in that folder, once; it imports, and forks a kernel
          for each request.
Leaves    a system without a safe fork to the ordinary way of starting one.

This file is also the server's program. It runs there as a script, with no other file of `ftzlib` in reach, since
a notebook may find another `ftzlib` than the process that runs it, or none.
"""

from __future__ import annotations

import asyncio
import builtins
import gc
import importlib
import importlib.util
import inspect
import io
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any, TextIO
from uuid import uuid4

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

PATIENCE = 60  # seconds that a server has to import; then kernels are started without it
INLINE = "module://matplotlib_inline.backend_inline"  # as ipykernel sets it; matplotlib reads it when imported
#: What every kernel imports, and what this library's notebooks import.
KERNEL = ("ipykernel.kernelapp", "ipykernel.debugger", "ipykernel.zmqshell", "IPython.core.completer")
LIBRARIES = ("pandas", "seaborn", "matplotlib.backends.backend_agg", "matplotlib.backends.backend_svg", "ftzlib")
#: Starts `serve` as the kernel's own launcher starts: nothing is imported from the notebook's folder.
_BOOT = """
import sys
if sys.path[0] == "":
    del sys.path[0]
from importlib.util import module_from_spec, spec_from_file_location
spec = spec_from_file_location("kernels", sys.argv[1])
kernels = module_from_spec(spec)
spec.loader.exec_module(kernels)
kernels.serve(int(sys.argv[2]), sys.argv[3])
"""
_LAUNCH = ["-m", "ipykernel_launcher"]
_FORKS = hasattr(os, "fork") and sys.platform != "darwin"  # whose frameworks break in a forked process


class Forked:
    """A kernel that a server forked; as much of `subprocess.Popen` as a provisioner uses."""

    stdin = stdout = stderr = None

    def __init__(self, server: Server, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._server = server

    def poll(self) -> int | None:
        """Return the exit status, or None while it runs. Where the server is gone, its kernels are, too."""
        if self.returncode is None:
            try:
                self.returncode = self._server.ask(self.pid)
            except OSError:
                self.returncode = -signal.SIGKILL
        return self.returncode

    wait = poll  # the provisioner asks for it only when it has ended

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


class Server:
    """The near side of a process that forks kernels.

    Parameters
    ----------
    cwd : str
        The kernels' folder.
    env : mapping of str
        Their environment.
    passing : str
        A folder of theirs, which the server removes with its last kernel, also where this process is killed.
    """

    def __init__(self, cwd: str, env: dict[str, str], passing: str) -> None:
        ours, theirs = socket.socketpair()
        ours.settimeout(PATIENCE)
        self._socket, self._replies, self._turn = ours, ours.makefile(), threading.Lock()
        with theirs:
            program = str(Path(__file__).resolve())
            command = [sys.executable, "-c", _BOOT, program, str(theirs.fileno()), passing]
            self._process = subprocess.Popen(
                command,
                cwd=cwd,
                env=env,
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # an interrupt from the terminal is for the process that runs the notebooks
            )

    def ask(self, request: list[str] | int) -> int | None:
        """Have a kernel forked by its arguments, or the exit status told of one by its process number.

        Raises
        ------
        OSError
            If the server has ended, or does not answer.
        """
        with self._turn:
            self._socket.sendall(f"{json.dumps(request)}\n".encode())
            reply = self._replies.readline()
        if not reply:
            raise ConnectionResetError("the server of kernels has ended")
        told: int | None = json.loads(reply)
        return told

    def close(self) -> None:
        """End the server, and what is left of its kernels."""
        with suppress(OSError):  # it may have ended
            self._socket.shutdown(socket.SHUT_RDWR)
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:  # what it imports may take long
            self._process.kill()
            self._process.wait()
        self._replies.close()
        self._socket.close()


class Servers:
    """One server for each folder; closing them ends every kernel that they forked."""

    def __init__(self, passing: Path | None = None, *, fork: bool = True) -> None:
        self._fork = fork and _FORKS
        self._running: dict[str, Server] = {}
        self._passing = TemporaryDirectory(prefix="ftz-", dir=passing, ignore_cleanup_errors=True)

    def connection_file(self, kernel: str) -> str:
        """Name the file that tells a kernel of its ports."""
        return str(Path(self._passing.name, f"{kernel}.json"))

    def environment(self) -> dict[str, str]:
        """Return what kernels see of their surroundings: neither the user's startup files nor their matplotlibrc."""
        found = {name: value for name, value in os.environ.items() if name != "PYTHONSTARTUP"}
        if (matplotlib := importlib.util.find_spec("matplotlib")) and matplotlib.origin:
            found["MATPLOTLIBRC"] = str(Path(matplotlib.origin).with_name("mpl-data"))
        return found | {"IPYTHONDIR": str(Path(self._passing.name, "ipython"))}

    async def fork(self, cmd: list[str], cwd: str, env: dict[str, str]) -> Forked | None:
        """Fork the kernel that `cmd` would start; None where that cannot be done."""
        if not self._fork:
            return None
        with suppress(OSError):
            if cwd not in self._running:
                self._running[cwd] = Server(cwd, env, self._passing.name)
            server = self._running[cwd]
            pid = await asyncio.to_thread(server.ask, cmd[1 + len(_LAUNCH) :])
            return Forked(server, pid) if pid else None
        return None

    def close(self) -> None:
        """End all."""
        for server in self._running.values():
            server.close()
        self._passing.cleanup()


class ForkProvisioner(LocalProvisioner):
    """Forks a kernel where that can be done, and starts it as ever where not."""

    servers: Servers

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start a kernel of the command `cmd`."""
        forked = await self.servers.fork(cmd, kwargs["cwd"], kwargs["env"])
        if forked is None:
            return await super().launch_kernel(cmd, **kwargs)
        self.process, self.cwd = forked, kwargs["cwd"]  # type: ignore[assignment]
        self.pid = self.pgid = forked.pid
        return self.connection_info


class _Interpreter(KernelSpecManager):
    """Knows one kernel, whatever it is called: that of this interpreter."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        command = [sys.executable, *_LAUNCH, "-f", "{connection_file}"]
        return KernelSpec(argv=command, display_name="Python 3", language="python")


def manager(servers: Servers) -> AsyncKernelManager:
    """Make a manager of a kernel that `servers` fork or, where they cannot, that is started as ever."""
    made = AsyncKernelManager(kernel_id=str(uuid4()), kernel_spec_manager=_Interpreter())
    made.provisioner = ForkProvisioner(kernel_id=made.kernel_id, kernel_spec=made.kernel_spec, parent=made)
    made.provisioner.servers = servers
    made.connection_file = servers.connection_file(made.kernel_id)
    return made


# The server's own process


def serve(descriptor: int, passing: str) -> None:
    """Import, then fork a kernel for each request on a socket; end with the process at its other end."""
    os.environ["JPY_PARENT_PID"] = str(os.getpid())  # an ipykernel ends when this parent is gone
    _warm()
    arguments = _fork_on_request(socket.socket(fileno=descriptor))
    if arguments is not None:
        _become_kernel(arguments)
    else:
        shutil.rmtree(passing, ignore_errors=True)


def _warm() -> None:
    """Import what kernels and notebooks import, and leave no trace that they could see."""
    if not os.environ.get("MPLBACKEND"):
        os.environ["MPLBACKEND"] = INLINE
    with redirect_stderr(io.StringIO()):  # matplotlib tells when it looks for fonts, a library that it is deprecated
        _import(KERNEL)
        if not _shadowed():
            with _seen_as_kernel():
                _import(LIBRARIES)
                with suppress(Exception):
                    sys.modules["ftzlib"].parse("")  # compiles its patterns
    gc.collect()
    gc.freeze()  # pages that the collector does not touch stay shared


def _import(names: Sequence[str]) -> None:
    for name in names:
        with suppress(Exception):  # a notebook that wants it will meet the error itself
            module = importlib.import_module(name)
            if name == "ftzlib":
                for lazy in dir(module):
                    getattr(module, lazy)


def _shadowed() -> bool:
    """Tell whether a notebook would find a module in its own folder in place of one that stands elsewhere."""
    names = [inspect.getmodulename(path) or path.name for path in Path().iterdir()]
    return any(name in sys.modules or importlib.util.find_spec(name) for name in names if name.isidentifier())


@contextmanager
def _seen_as_kernel() -> Iterator[None]:
    """Let pandas, which asks when it is imported, find itself in a notebook, not in a terminal."""
    builtins.get_ipython = lambda: SimpleNamespace(kernel=None)  # type: ignore[attr-defined]
    try:
        with redirect_stdout(io.TextIOWrapper(io.BytesIO(), "UTF-8")):  # spelt as by the kernel's own stream
            yield
    finally:
        del builtins.get_ipython  # type: ignore[attr-defined]


def _fork_on_request(channel: socket.socket) -> list[str] | None:
    """Give the arguments of a kernel in a process that was forked for it, and None in the server, at its end."""
    running = set()
    with suppress(OSError), channel, channel.makefile("rw") as lines:
        for line in _requests(channel, lines):
            request = json.loads(line)
            if isinstance(request, int):
                reply = _status(request)
                if reply is not None:
                    running.discard(request)
            else:
                reply = os.fork()
                if not reply:
                    return list(request)
                running.add(reply)
            print(json.dumps(reply), file=lines, flush=True)
    for pid in running:  # none, unless the process at the other end was killed
        _end(pid)
    return None


def _requests(channel: socket.socket, lines: TextIO) -> Iterator[str]:
    """Yield requests until the other end is closed, or the process that started this one is gone."""
    parent = os.getppid()
    while True:
        if select.select([channel], [], [], 1)[0]:
            if not (line := lines.readline()):
                return
            yield line
        elif os.getppid() != parent:
            return


def _status(pid: int) -> int | None:
    ended, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else None


def _end(pid: int) -> None:
    """End a kernel and what it started."""
    for kill in (os.killpg, os.kill):  # one that was only just forked leads no group yet
        with suppress(ProcessLookupError):
            kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def _become_kernel(arguments: Sequence[str]) -> None:
    """Be what ``python -m ipykernel_launcher`` would be by now."""
    os.setsid()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()  # forked processes would draw the same numbers; `random` sees to itself
    launcher = importlib.util.find_spec("ipykernel_launcher")
    sys.argv = [str(launcher and launcher.origin), *arguments]
    sys.orig_argv[-5:] = [*_LAUNCH, *arguments]
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()
