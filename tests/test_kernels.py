"""Kernels that are forked: the same to a notebook as ordinary ones, apart from each other, and gone afterwards."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
from conftest import SEED
from nbformat import write
from nbformat.v4 import new_code_cell, new_notebook

from ftzlib.report import execute, kernels, warm
from ftzlib.report.execute import Job, NotebookError

forking = pytest.mark.skipif(not kernels._FORKS, reason="kernels are forked on this system nowhere")
PARENT = "import os; print(os.getppid())"


@pytest.fixture(autouse=True)
def passing(tmp_path_factory, monkeypatch):
    """A place for what is passing; whatever a test does, no file and no process stays."""
    place = tmp_path_factory.mktemp("passing")
    monkeypatch.setattr("tempfile.tempdir", str(place))
    before = set(psutil.Process().children(recursive=True))
    yield place
    assert [path.name for path in place.iterdir() if not path.name.startswith("ipykernel_")] == []
    assert set(psutil.Process().children(recursive=True)) <= before


def made(*cells):
    return new_notebook(cells=[new_code_cell(cell) for cell in cells])


def ran(folder, *notebooks):
    """Run notebooks in one go; give what each of them printed and showed."""
    execute.run([Job(folder / f"{n:02}.ipynb", notebook) for n, notebook in enumerate(notebooks)], beat=lambda: None)
    return [[told(output) for cell in notebook.cells for output in cell.outputs] for notebook in notebooks]


def told(output):
    words = output.get("text") or output.get("traceback") or dict(output["data"])
    return re.sub(r"ipykernel_\d+|/[^']+\.json|0x[0-9a-f]+", "…", str(words))


def twice(folder, *cells):
    """Run a notebook in two forked kernels."""
    return ran(folder, made(*cells), made(*cells))


def alone(folder, *cells):
    """Run a notebook in an ordinary kernel, which a single one gets."""
    return ran(folder, made(*cells))[0]


# The same as an ordinary kernel

SURROUNDINGS = """
import locale, os, signal, sys, threading, zlib
main = sys.modules["__main__"]
print(__name__, sorted(vars(main)), vars(main) is get_ipython().user_ns)
print(sys.argv, sys.orig_argv, sys.flags, sys.path, os.getcwd(), sep="\\n")
given = sorted((name, value) for name, value in os.environ.items() if name not in ("JPY_PARENT_PID", "IPYTHONDIR"))
print([name for name, _ in given], zlib.crc32(str(given).encode()))
print(sys.displayhook, sys.excepthook, sys.stdout.encoding, type(sys.stdout), sys.stdin.read(), get_ipython())
print([signal.getsignal(number) for number in signal.valid_signals()], os.getpid() == os.getpgid(0) == os.getsid(0))
print(locale.setlocale(locale.LC_ALL), sorted(vars(__builtins__)), threading.active_count())
"""
LIBRARIES = """
import matplotlib, pandas, numpy, matplotlib.pyplot as plt
_ = [pandas.get_option(n) for n in ("display.max_columns", "display.encoding", "display.width")]; print(_)
print(dict(matplotlib.rcParams), matplotlib.get_backend(), plt.isinteractive(), numpy.get_printoptions())
"""
SHOWN = [
    "fig, ax = plt.subplots(); ax.plot([1, 3, 2]); ax.set_title('A bare plot')",
    "pandas.DataFrame(numpy.eye(9, 30))",
]
LIBRARY = "import ftzlib as ftz; facts = ftz.parse('The zone had 13 tasks on Thursday.'); facts"
CONNECTED = "from ipykernel.connect import get_connection_info as given; print(given(unpack=True)['transport'])"
HEAVY = "matrix = numpy.ones((600, 600)); print((matrix @ matrix).sum(), numpy.linalg.svd(matrix)[1][0].round())"


@forking
def test_a_notebook_gives_in_a_forked_kernel_what_it_gives_in_an_ordinary_one(tmp_path):
    (tmp_path / "beside.py").write_text("WORD = 'beside the notebook'")
    cells = ["from beside import WORD; WORD", SURROUNDINGS, LIBRARIES, *SHOWN, LIBRARY, CONNECTED, HEAVY, "1/1", "%pwd"]
    ordinary = alone(tmp_path, *cells)
    assert "ipc\n" in ordinary  # neither needs a port, which another program may have taken meanwhile
    assert any("image/png" in output for output in ordinary)
    assert twice(tmp_path, *cells) == [ordinary, ordinary]


def test_a_module_beside_the_notebook_goes_before_one_that_would_have_been_imported(tmp_path):
    (tmp_path / "seaborn.py").write_text("WORD = 'mine'")
    (tmp_path / "__main__.py").write_text("")
    assert twice(tmp_path, "import seaborn; print(seaborn.WORD)") == [["mine\n"]] * 2


def test_the_environment_is_that_of_the_moment_at_which_the_run_begins(tmp_path, monkeypatch):
    cell = "import os, sys; print(os.environ['WORD'], os.path.realpath('lib') in sys.path, os.environ['MPLBACKEND'])"
    monkeypatch.setenv("PYTHONPATH", f"lib{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    monkeypatch.setenv("WORD", "one")
    assert twice(tmp_path, cell) == [[f"one True {warm.INLINE}\n"]] * 2
    monkeypatch.setenv("MPLBACKEND", "agg")
    assert twice(tmp_path, cell, "import matplotlib; print(matplotlib.get_backend())")[0][1] == "agg\n"


@forking
def test_a_run_beside_a_loop_or_in_a_thread_forks_its_kernels_from_a_process_of_its_own_that_ends_with_it(tmp_path):
    async def beside():
        return twice(tmp_path, PARENT)

    with ThreadPoolExecutor(1) as thread:
        for_thread = thread.submit(twice, tmp_path, PARENT)
        runs = asyncio.run(beside()), for_thread.result()
    first, second, third, fourth = [int(words) for run in runs for (words,) in run]
    assert first == second and third == fourth
    assert len({first, third, os.getpid()}) == 3


# Apart from each other


def test_nothing_of_one_notebook_reaches_another_and_each_draws_numbers_of_its_own(tmp_path):
    draw = "import random, uuid, numpy; print(random.random(), numpy.random.random(), numpy.random.default_rng().random(), uuid.uuid4())"
    look = "import json, os, builtins, pandas, matplotlib, ftzlib; print('MARK' in os.environ, hasattr(json, 'mark'), hasattr(builtins, 'mark'), pandas.get_option('display.max_rows'), matplotlib.rcParams['lines.linewidth'], hasattr(ftzlib, 'mark'), os.path.basename(os.getcwd()))"
    leave = "os.environ['MARK'] = json.mark = builtins.mark = ftzlib.mark = 'x'; pandas.set_option('display.max_rows', 7); matplotlib.rcParams['lines.linewidth'] = 7; os.chdir('/')"
    several = [made(draw, look, leave) for _ in range(execute.AT_ONCE + 2)]
    for notebook in several:  # whatever kernel a notebook names
        notebook.metadata.kernelspec = {"name": "elsewhere", "display_name": "Elsewhere", "language": "python"}
    drawn, seen = zip(*ran(tmp_path, *several), strict=True)
    assert seen == (f"False False False 60 1.5 False {tmp_path.name}\n",) * (execute.AT_ONCE + 2)
    for numbers in zip(*map(str.split, drawn), strict=True):
        assert len(set(numbers)) == execute.AT_ONCE + 2


# What fails


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (["1", "1/0"], "01.ipynb, cell 2 of 2: ZeroDivisionError: division by zero"),
        (["1", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"], "01.ipynb, cell 2 of 2: Kernel died"),
        (["import os, signal; os.kill(os.getppid(), signal.SIGKILL); import time; time.sleep(60)"], "Kernel died"),
    ],
)
@forking
def test_a_notebook_that_fails_is_named_in_one_line(tmp_path, capfd, cells, words):
    with pytest.raises(NotebookError) as failure:
        ran(tmp_path, made("import time; time.sleep(60)"), made(*cells))
    assert words in str(failure.value) and "\n" not in str(failure.value)
    assert capfd.readouterr() == ("", "")


# Without a fork


def test_where_there_is_no_fork_kernels_are_started_as_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(kernels, "_FORKS", False)
    assert twice(tmp_path, PARENT) == [[f"{os.getpid()}\n"]] * 2


def test_where_the_server_fails_kernels_are_started_as_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(kernels, "_SERVER", "no such file")
    assert twice(tmp_path, PARENT) == [[f"{os.getpid()}\n"]] * 2


# A run that is stopped


def heed_interrupts():
    """What runs in a shell's background is started with SIGINT ignored, and hands that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_leaves_nothing(kind, tmp_path):
    for folder in ("notebooks", "passing"):
        (tmp_path / folder).mkdir()
    for number in range(5):
        given = new_code_cell("source = 'x'", metadata={"tags": ["parameters"]})
        wait = new_code_cell("import os, time, pathlib; pathlib.Path(str(os.getpid())).touch(); time.sleep(60)")
        write(new_notebook(cells=[given, wait]), tmp_path / "notebooks" / f"{number:02}-wait.ipynb")
    command = [sys.executable, "-m", "ftzlib.cli", "report", str(SEED), "--out", "out", "--notebooks", "notebooks"]
    running = subprocess.Popen(
        command,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(tmp_path / "passing")},
        start_new_session=True,
        preexec_fn=heed_interrupts,
    )
    until(lambda: running.poll() is not None or len(pids(tmp_path)) == execute.AT_ONCE)
    started = psutil.Process(running.pid).children(recursive=True)
    assert {process.pid for process in started} >= set(pids(tmp_path))
    os.killpg(running.pid, kind)
    _, err = running.communicate(timeout=60)
    until(lambda: not any(lives(process) for process in started))
    if kind == signal.SIGINT:
        assert running.returncode == 130
        assert err.startswith("ftz: stopped") and err.count("\n") == 1
        assert sorted(path.name for path in tmp_path.iterdir()) == ["notebooks", "passing"]
    assert list((tmp_path / "passing").iterdir()) == []


def until(true):
    """Wait for it, a minute at most."""
    end = time.monotonic() + 60
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    assert true()


def pids(folder):
    return [int(path.name) for path in (folder / "notebooks").iterdir() if path.name.isdecimal()]


def lives(process):
    """Tell whether it runs; one that has ended may wait for the system's first process to note that."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
