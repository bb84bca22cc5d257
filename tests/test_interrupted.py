"""`make` that is ended at any step: the next one works, and nothing half-written stands.

The programs that it calls are stood in for by one that does each of their steps on the disk and, at the step that is
named, ends the whole process group, as a closed terminal or a machine that goes down would.
"""

import os
import shutil
import signal
import subprocess
import sys

import pytest
from conftest import ROOT

#: Stands for Python, pip, uv and ftz. Like an installer it takes a package for whole once its list of files is there.
#: It is started some five hundred times, so it imports little.
STAND_IN = f"""#!/bin/sh
'''exec' "{sys.executable}" -S "$0" "$@"
'''
import os, sys
from pathlib import Path
steps, ends, sign = (os.environ[name] for name in ("STEPS", "ENDS", "SIGN"))
def step():
    with open(steps, "a+") as file:
        file.write(".")
        if file.tell() == int(ends):
            os.killpg(0, int(sign))
            import time; time.sleep(5)
def become(path):
    step()
    path.unlink(missing_ok=True)
    path.write_bytes(Path(__file__).read_bytes())
    path.chmod(0o755)
    step()
def passing(name):
    made = Path(os.environ["TMPDIR"], f"{{name}}-{{os.getpid()}}")
    made.mkdir()
    return made
def install(site, count):
    held = passing("pip")
    for number in range(count):
        package = site / f"package{{number}}"
        if package.exists():
            continue
        package.mkdir(parents=True)
        step()
        (package / "code.py").write_text("whole")
        step()
    held.rmdir()
name, words = Path(__file__).name, sys.argv[1:]
if name == "uv" and "UV_NO_CACHE" not in os.environ:
    (Path.home() / ".cache" / "uv").mkdir(parents=True, exist_ok=True)
bin = Path(__file__).parent
if words[:2] == ["-m", "venv"]:
    held = passing("ensurepip")
    step()
    held.rmdir()
    (Path(words[-1]) / "bin").mkdir(parents=True, exist_ok=True)
    become(Path(words[-1]) / "bin" / "python")
elif words[:3] == ["-m", "pip", "install"]:
    install(bin.parent / "site", 1)
    become(bin / "uv")
elif words[:2] == ["pip", "sync"]:
    install(Path(words[words.index("--python") + 1]).parents[1] / "site", 4)
elif words[:2] == ["pip", "install"] and "--target" in words:
    install(Path(words[words.index("--target") + 1]) / "site", 2)
elif words[:2] == ["pip", "install"]:
    become(bin / "ftz")
elif words == ["report"]:
    sys.path += {[str(ROOT), *sys.path]!r}
    from ftzlib.report import folder
    replace = Path.replace
    Path.replace = lambda old, new: (step(), replace(old, new), step())
    with folder.replaced(Path("reports")) as new:
        for page in ("index.html", "00-briefing.html"):
            (new / page).write_text(Path("seeds/a.txt").read_text())
            step()
elif words[:2] == ["pip", "check"]:
    step()
"""
SIGNS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)


@pytest.fixture
def place(tmp_path):
    """The Makefile in a folder whose name has a blank, with a stand-in for all that it calls."""
    place = tmp_path / "a place"
    (place / "seeds").mkdir(parents=True)
    (place / "tests" / "benchmarks").mkdir(parents=True)
    (place / "ftzlib").mkdir()
    shutil.copy(ROOT / "Makefile", place)
    for name in ("pyproject.toml", "requirements.lock", "bootstrap.lock", "tests/mutate.lock"):
        (place / name).touch()
    (place / "tests" / "benchmarks" / "requirements.lock").touch()
    (place / "seeds" / "a.txt").write_text("old")
    (tmp_path / "python").write_text(STAND_IN)
    (tmp_path / "python").chmod(0o755)
    (tmp_path / "passing").mkdir()
    return place


def make(place, target="report", ends=0, sign=signal.SIGKILL, **surroundings):
    """Run make, ended at a step; return its status and how many steps were done."""
    steps = place.parent / "steps"
    steps.unlink(missing_ok=True)
    told = {"STEPS": steps, "ENDS": ends, "SIGN": int(sign), "TMPDIR": place.parent / "passing"}
    env = os.environ | {name: str(value) for name, value in (told | surroundings).items()}
    for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):  # this may run within a make
        env.pop(name, None)
    command = ["make", target, f"PYTHON={place.parent / 'python'}"]
    done = subprocess.run(
        command,
        cwd=place,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
        preexec_fn=_heed,
    )
    assert ends or done.returncode == 0, done.stderr
    return done.returncode, steps.stat().st_size if steps.exists() else 0


def _heed():
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # what a shell starts in the background does not hear it


def whole(place, words):
    """Tell whether all that was installed and written is whole, and nothing else is left."""
    site = place / ".venv" / "site"
    assert {path.name for path in site.iterdir()} == {f"package{n}" for n in range(4)}
    assert {path.read_text() for path in site.rglob("*.py")} == {"whole"}
    assert len(list(site.rglob("*.py"))) == 4
    assert {path.read_text() for path in (place / "reports").glob("*.html")} == {words}
    assert {path.name for path in place.iterdir()} == {"Makefile", "pyproject.toml", "requirements.lock", "bootstrap.lock", "tests", "seeds", "ftzlib", ".venv", "reports"}  # fmt: skip
    assert not list((place.parent / "passing").iterdir()) and not list((place / ".venv" / "tmp").iterdir())
    return True


STEPS = 21  # of a first `make report`


@pytest.mark.parametrize("ends", range(1, STEPS + 1))
def test_make_that_is_ended_while_it_installs_or_reports_is_made_good_by_the_next(ends, place):
    sign = SIGNS[ends % 3]
    assert make(place, ends=ends, sign=sign)[0] != 0
    make(place)
    if list(place.glob(".reports.ftz-*")):  # ended behind the exchange: what was passing stays until reports are due
        assert {path.read_text() for path in (place / "reports").glob("*.html")} == {"old"}
        os.utime(place / "seeds" / "a.txt")
        make(place)
    assert whole(place, "old")
    assert make(place) == (0, 0)  # nothing is left to do


def test_these_are_all_the_steps(place):
    assert make(place)[1] == STEPS


def test_new_reports_or_a_new_lock_that_are_ended_leave_the_old_reports_or_the_new(place):
    make(place)
    for change, ends in ((place / "seeds" / "a.txt", range(1, 7)), (place / "requirements.lock", (1, 4, 9, 14, 18))):
        for number in ends:
            words = f"{change.name} {number}"
            (place / "seeds" / "a.txt").write_text(words)
            before = {path.read_text() for path in (place / "reports").glob("*.html")}
            os.utime(change)
            make(place, ends=number, sign=SIGNS[number % 3])
            left = [path.read_text() for path in (place / "reports").glob("*.html")]
            assert len(left) in (0, 2)  # for a moment there are none: the old ones are put back
            assert set(left) in (before, {words}, set())
            os.utime(place / "seeds" / "a.txt")
            make(place)
            assert whole(place, words)


@pytest.mark.parametrize("target", ["bench", "mutate"])
def test_what_only_the_long_tests_need_is_made_anew_where_it_was_half_made(target, place):
    make(place, "bench")
    make(place, "mutate")
    lock = place / "tests" / {"bench": "benchmarks/requirements.lock", "mutate": "mutate.lock"}[target]
    os.utime(lock)
    for ends in range(1, 9):
        make(place, target, ends=ends)
    make(place, target)
    site = place / ".venv" / target / "site"
    assert {path.read_text() for path in site.rglob("*.py")} == {"whole"}
    assert len(list(site.rglob("*.py"))) == len(list(site.iterdir())) > 0


def test_make_needs_no_home_that_can_be_written(place):
    make(place, HOME="/proc/none", XDG_CACHE_HOME="")
    assert whole(place, "old")
