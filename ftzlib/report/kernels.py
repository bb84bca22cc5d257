"""Kernels forked from a process that has already imported what notebooks import.

Takes     the folder that the kernels of a run are to run in.
Gives     kernels of the interpreter that this process runs in, whatever kernels the user has by its name, without
          the second that their imports take: `ftzlib.report.warm` is started in that folder, once, imports, and forks
          one for each request.
Leaves    a system without a safe fork to the ordinary way of starting one.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing import connection
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any
from uuid import uuid4

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

_LAUNCH = ["-m", "ipykernel_launcher"]
_SERVER = Path(__file__).with_name("warm.py").resolve()
_FORKS = hasattr(os, "pidfd_open")  # Linux: elsewhere a forked process cannot be waited for, or breaks


class Forked:
    """A kernel that a server forked; as much of `subprocess.Popen` as a provisioner uses.

    Its process is the server's child, which does not ask how it ended: its number is nobody else's meanwhile.
    """

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._end = connection.Connection(os.pidfd_open(pid))  # which closes it

    def poll(self) -> int | None:
        """Return a status if it has ended, or None while it runs."""
        return 1 if connection.wait([self._end], 0) else None

    wait = poll  # the provisioner asks for it only when it has ended

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it is gone."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it and what it started at once."""
        with suppress(ProcessLookupError):  # one that was only just forked leads no group yet
            os.killpg(self.pid, signal.SIGKILL)
        self.send_signal(signal.SIGKILL)

    terminate = kill


class Kernels:
    """Starts the kernels of a run of notebooks in one folder; closing it ends all that still run."""

    def __init__(self, folder: Path, passing: Path | None, *, fork: bool) -> None:
        self._passing = TemporaryDirectory(prefix="ftz-", dir=passing, ignore_cleanup_errors=True)
        self._started: list[Forked | subprocess.Popen[bytes]] = []
        self._open, self._turn = True, Lock()
        self._server = self._serve(folder) if fork and _FORKS else None

    def _serve(self, folder: Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(_SERVER)],
            cwd=folder,
            env=self.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # an interrupt from the terminal is for the process that runs the notebooks
        )

    def manager(self) -> AsyncKernelManager:
        """Make a manager of a kernel that is forked or, where that cannot be, is started as ever."""
        made = AsyncKernelManager(kernel_id=str(uuid4()), kernel_spec_manager=_Interpreter())
        made.provisioner = _Provisioner(kernel_id=made.kernel_id, kernel_spec=made.kernel_spec, parent=made)
        made.provisioner.kernels = self
        made.connection_file = str(Path(self._passing.name, f"{made.kernel_id}.json"))
        if _FORKS:  # by a name that nobody else has; a port that was free may be taken when the kernel is there
            made.transport, made.ip = "ipc", f"@{made.kernel_id}"
        return made

    def environment(self) -> dict[str, str]:
        """Return what kernels see of their surroundings: neither the user's startup files nor their matplotlibrc."""
        found = {name: value for name, value in os.environ.items() if name != "PYTHONSTARTUP"}
        return found | {"MATPLOTLIBRC": os.devnull, "IPYTHONDIR": str(Path(self._passing.name, "ipython"))}

    def fork(self, command: list[str]) -> Forked | None:
        """Fork the kernel that a command would start; None where that cannot be done."""
        if self._server is None:
            return None
        with self._turn, suppress(OSError, ValueError):
            print(json.dumps(command[1 + len(_LAUNCH) :]), file=self._server.stdin, flush=True)
            return Forked(int(self._server.stdout.readline()))  # type: ignore[union-attr]  # a pipe
        return None

    def note(self, process: Forked | subprocess.Popen[bytes]) -> None:
        """Take what was started; it ends at once where all has ended meanwhile."""
        with self._turn:
            self._started = [each for each in self._started if each.poll() is None] + [process]
        if not self._open:
            process.kill()

    def close(self) -> None:
        """End all."""
        self._open = False
        for process in self._started:
            if process.poll() is None:
                process.kill()
        if self._server:
            self._server.kill()
            self._server.communicate()
        self._passing.cleanup()


class _Provisioner(LocalProvisioner):
    kernels: Kernels

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        forked = self.kernels.fork(cmd)
        if forked is None:
            await super().launch_kernel(cmd, **kwargs)
        else:
            self.process, self.pid, self.pgid = forked, forked.pid, forked.pid  # type: ignore[assignment]
        self.kernels.note(self.process)  # type: ignore[arg-type]
        return self.connection_info


class _Interpreter(KernelSpecManager):
    """Knows one kernel, whatever it is called: that of this interpreter."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        command = [sys.executable, *_LAUNCH, "-f", "{connection_file}"]
        return KernelSpec(argv=command, display_name="Python 3", language="python")
