"""Nothing of the machine reaches a page, and no user's setting, habit or accident stops a run."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import laid
import nbformat
import pytest
from conftest import ROOT
from nbformat.v4 import new_code_cell

from ftzlib import cli
from ftzlib.report import execute

FTZ = [sys.executable, "-m", "ftzlib.cli"]
SHORT = """
import ftzlib as ftz, matplotlib.pyplot as plt
ftz.style()
_, ax = plt.subplots()
ax.barh(["a", "b"], [1, 2])
ftz.figure(ax, "A chart")
"""


def notebook(folder, *cells, parameters='source = "x.txt"'):
    laid.notebook(folder, "00-short", *cells, parameters=parameters)


def lay(folder):
    """Lay out an article and a notebook with a chart."""
    (folder / "a.txt").write_text("The zone has 106 tasks.")
    notebook(folder / "notebooks", SHORT, "f'{ftz.read(source).document.id}: {len(ftz.read(source).metrics)}'")
    return folder


@pytest.fixture
def place(tmp_path):
    return lay(tmp_path)


def run(place, **surroundings):
    """Run `ftz report` in other surroundings; give what it says and the pages."""
    (place / "tmp").mkdir(exist_ok=True)
    env = os.environ | {"TMPDIR": str(place / "tmp")} | {name: str(value) for name, value in surroundings.items()}
    command = [*FTZ, "report", "a.txt", "--out", "out", "--notebooks", "notebooks"]
    done = subprocess.run(command, cwd=place, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert list((place / "tmp").glob("ftz-*")) == []
    return done.stderr, {path.name: path.read_text() for path in (place / "out").glob("*.html")}


def page_of(place):
    """Run it here, in this process; give the notebook's page."""
    assert cli.main(["report", str(place / "a.txt"), "--out", str(place / "out"), "--notebooks", str(place / "notebooks")]) == 0  # fmt: skip
    return (place / "out" / "00-short.html").read_text()


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    return run(lay(tmp_path_factory.mktemp("usual")))[1]


MATPLOTLIBRC = """
savefig.bbox: tight
figure.autolayout: True
text.usetex: True
svg.fonttype: path
font.family: monospace
no.such.setting: 1
axes.prop_cycle: cycler('color', ['red'])
"""
STARTUP = "import builtins, sys; print('startup', file=sys.stderr); builtins.len = lambda _: 99"


def hostile(place):
    """Surroundings in which everything that can be set is."""
    home = place / "home"
    startup = home / ".ipython" / "profile_default" / "startup"
    for folder in (startup, home / ".config" / "matplotlib", home / "kernels" / "python3"):
        folder.mkdir(parents=True)
    (startup / "00.py").write_text(STARTUP)
    (home / "startup.py").write_text(STARTUP)
    (startup.parent / "ipython_kernel_config.py").write_text("raise SystemExit('config')")
    (home / ".config" / "matplotlib" / "matplotlibrc").write_text(MATPLOTLIBRC)
    kernel = {"argv": ["/bin/false", "{connection_file}"], "display_name": "Mine", "language": "python"}
    (home / "kernels" / "python3" / "kernel.json").write_text(json.dumps(kernel))
    return {
        "HOME": home,
        "IPYTHONDIR": home / ".ipython",
        "MATPLOTLIBRC": home / ".config" / "matplotlib",
        "JUPYTER_PATH": home,
        "JUPYTER_PREFER_ENV_PATH": "0",
        "PYTHONSTARTUP": home / "startup.py",
        "LANG": "de_DE.UTF-8",
    }


def test_no_setting_and_no_startup_file_of_the_users_changes_a_page(place, usual):
    err, pages = run(place, **hostile(place))
    assert pages == usual
    assert err == ""


def test_a_home_that_cannot_be_written_changes_no_page(place, usual):
    _, pages = run(place, HOME="/sys", MPLCONFIGDIR="/sys/mpl", XDG_CACHE_HOME="/sys", JUPYTER_RUNTIME_DIR="/sys/run")
    assert pages == usual
    assert not [page for page in pages.values() if "/sys" in page or "matplotlib created" in page]


def test_what_a_cell_writes_to_standard_error_is_told_on_the_terminal_and_goes_on_no_page(place, capfd):
    cell = "import sys, warnings; print('to /home' + '/me', file=sys.stderr); warnings.warn('ol' + 'd'); print('told')"
    notebook(place / "notebooks", cell)
    page, err = page_of(place), capfd.readouterr().err
    assert "00-short.ipynb: to /home/me" in err and "old" in err
    assert "told" in page
    assert "/home/me" not in page and "UserWarning" not in page


def test_a_notebook_that_papermill_has_run_is_about_the_article_that_is_given(place):
    notebook(place / "notebooks", "print('read', source)")
    path = place / "notebooks" / "00-short.ipynb"
    run_by_it = nbformat.read(path, as_version=4)
    run_by_it.cells.insert(1, new_code_cell('source = "other.txt"', metadata={"tags": ["injected-parameters"]}))
    nbformat.write(run_by_it, path)
    page = page_of(place)
    assert "a.txt" in page and "other.txt" not in page


@pytest.mark.parametrize(
    "code",
    [
        'source = "x.txt"',
        "source='x.txt'  # the article",
        'source: str = "x.txt"',
        "source: str",
        'source = (\n    "x"\n    ".txt"\n)\nother = 1',
        '"""Ø"""; source = "x.txt"; n = 1',
        'a = source = "x.txt"',
        'source = """\nx\n"""',
        "if True:\n    source = 'x'",
    ],
)
def test_parameters_may_be_written_as_python_allows(code, tmp_path):
    notebook(tmp_path, parameters=code)
    prepared = execute.prepare(tmp_path / "00-short.ipynb", [tmp_path / "a.txt"]).notebook
    told, before = {}, {}
    exec(prepared.cells[0].source, told)
    exec(code, before)
    assert told.pop("source") == "a.txt"
    assert {name for name in before if name != "source"} == set(told)


@pytest.mark.parametrize("code", ["sources = 1", "source += 'x'", ""])
def test_a_cell_that_sets_no_source_is_told(code, tmp_path):
    notebook(tmp_path, parameters=code)
    with pytest.raises(execute.NotebookError, match="sets source"):
        execute.prepare(tmp_path / "00-short.ipynb", [tmp_path / "a.txt"])


def test_a_run_that_is_ended_leaves_no_copy_of_an_article_once_the_next_one_has_swept(place):
    notebook(place / "notebooks", "import pathlib, time; pathlib.Path('runs').touch(); time.sleep(60)")
    (place / "tmp").mkdir()
    assert ended(place, signal.SIGTERM).startswith(b"ftz: stopped; nothing was changed")
    ended(place, signal.SIGKILL)
    notebook(place / "notebooks", "1")
    run(place)
    assert {path.name for path in place.iterdir()} == {"a.txt", "notebooks", "out", "tmp"}


def ended(place, sign):
    """Run `ftz report` on standard input and end it while a cell runs; give what it says."""
    command = [*FTZ, "report", "-", "--published", "2020-11-06", "--out", "out", "--notebooks", "notebooks"]
    env = os.environ | {"TMPDIR": str(place / "tmp")}
    running = subprocess.Popen(command, cwd=place, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    running.stdin.write(b"The zone has 106 tasks.")
    running.stdin.close()
    runs, end = place / "notebooks" / "runs", time.monotonic() + 60
    while not runs.exists() and time.monotonic() < end:
        time.sleep(0.02)
    runs.unlink()
    running.send_signal(sign)
    running.wait(60)
    with running.stderr:
        return running.stderr.read()


# What a system lacks

WINDOWS = """
import sys
for name in ("fcntl", "resource", "pwd", "grp", "termios"):
    sys.modules[name] = None
import ftzlib.cli
for command in sys.argv[1:]:
    assert ftzlib.cli.main(command.split()) == 0, command
"""


def test_no_command_needs_what_only_unix_has(place):
    notebook(place / "notebooks", "1")
    commands = ["facts a.txt", "report a.txt --out out --notebooks notebooks", "corpus *.txt --out facts --workers 1"]
    done = subprocess.run([sys.executable, "-c", WINDOWS, *commands], cwd=place, capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_no_module_imports_what_only_unix_has():
    written = {path: path.read_text(encoding="utf-8") for path in (ROOT / "ftzlib").rglob("*.py")}
    lacking = [f"import {name}" for name in ("fcntl", "ctypes", "resource", "pwd")]
    assert [path for path, text in written.items() if any(words in text for words in lacking)] == []


# Limits of the system


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_output_that_is_full_is_told_in_one_line(place):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*FTZ, "facts", "a.txt"], cwd=place, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1) and "No space left" in done.stderr


@pytest.mark.parametrize("command", [("facts", "x" * 300), ("report", "x" * 300), ("report", "a.txt", "--out", "x" * 300), ("corpus", "a.txt", "--out", "x" * 300), ("corpus", "x" * 300, "--out", "facts")])  # fmt: skip
def test_a_name_that_is_too_long_is_told_in_one_line(command, place, monkeypatch, capsys):
    monkeypatch.chdir(place)
    status, err = cli.main([*command]), capsys.readouterr().err
    assert (status in (1, 2), err.count("\n")) == (True, 1), err
