"""Reports are the old ones or the new ones, never a mixture: killed, cut short, shut out, or two at once."""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas
import pytest
from conftest import ROOT
from laid import notebook

from ftzlib import cli
from ftzlib.report import folder
from ftzlib.report.build import build

KILLS = int(os.environ.get("KILLS", "0"))
by_chance = pytest.mark.skipif(
    not KILLS, reason="make fuzz kills runs at twenty moments; the named ones are always tried"
)
FILES = 40
CORPUS = ROOT / "tests" / "corpus"
#: Replaces a folder by one whose every file holds a word, and is killed at the moment that is named.
WRITER = """
import os, signal, sys
from pathlib import Path
from ftzlib.report import folder
out, word, moment = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
def die():
    os.kill(os.getpid(), signal.SIGKILL)
moments = {"before the exchange": 0, "between its two steps": 1, "after the exchange": 2}
def step(old, new, replace=Path.replace):
    if moments.get(moment) == step.done:
        die()
    replace(old, new)
    step.done += 1
    if moments.get(moment) == step.done:
        die()
step.done = 0
Path.replace = step
with folder.replaced(out) as new:
    for n in range(40):
        if moment == f"file {n}":
            die()
        (new / f"{n}.html").write_text(word)
print("done")
"""


def write(out: Path, word: str, moment: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WRITER, str(out), word, moment]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def words(out: Path) -> set[str]:
    """What the files hold; one word, where nothing is mixed."""
    files = list(out.glob("*.html"))
    assert len(files) == FILES
    return {path.read_text() for path in files}


@pytest.mark.parametrize(
    ("moment", "left"),
    [
        ("file 0", "old"),
        ("file 39", "old"),
        ("before the exchange", "old"),
        ("after the exchange", "new"),
        ("between its two steps", None),
    ],
)
def test_a_run_that_is_killed_leaves_the_old_or_the_new_and_the_next_one_clears_up(moment, left, tmp_path):
    out = tmp_path / "out"
    assert write(out, "old").returncode == 0
    assert write(out, "new", moment).returncode == -signal.SIGKILL
    if left:
        assert words(out) == {left}
    with pytest.raises(ZeroDivisionError), folder.replaced(out):
        assert words(out) == {left or "old"}  # what was moved away is back
        1 / 0  # noqa: B018
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert words(out) == {left or "old"}


def test_what_a_living_run_holds_is_left_alone(tmp_path):
    out = tmp_path / "out"
    with folder.replaced(out) as new:
        (new / "index.html").write_text("first")
        assert write(out, "second").returncode == 0
        assert new.is_dir()
    assert (out / "index.html").read_text() == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


# The command itself, on one notebook that does little


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a notebook, and reports on one article."""
    folder = tmp_path_factory.mktemp("made")
    notebooks = notebook(folder / "notebooks", "00-short", "1")
    build([CORPUS / "02-jinan-priorities.txt"], out=folder / "out", notebooks=notebooks)
    (folder / "passing").mkdir()
    return folder


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    return shutil.copytree(made, tmp_path / "place")


def command(place: Path, article: str, **options: object) -> subprocess.Popen[str]:
    """Start `ftz report` in a process group of its own, with a place of its own for what is passing."""
    (place / "passing").mkdir(exist_ok=True)
    arguments = ["report", CORPUS / f"{article}.txt", "--out", place / "out", "--notebooks", place / "notebooks"]
    return subprocess.Popen(
        [sys.executable, "-m", "ftzlib.cli", *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(place / "passing")},
        **options,
    )


def files(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@by_chance
def test_killed_at_any_moment_the_old_reports_stand_or_the_new_ones_do(place):
    old = files(place / "out")
    began = time.monotonic()
    assert command(place, "07-yantai-expo").wait() == 0
    lasts = time.monotonic() - began
    new, chance = files(place / "out"), random.Random(7)
    assert old != new
    for kill in range(KILLS):
        running = command(place, ("02-jinan-priorities", "07-yantai-expo")[kill % 2])
        time.sleep(chance.uniform(0.3, 1.05) * lasts)
        running.kill()
        running.communicate()
        assert files(place / "out") in (old, new), kill
    assert command(place, "02-jinan-priorities").wait() == 0
    assert files(place / "out") == old
    assert sorted(path.name for path in place.iterdir()) == ["notebooks", "out", "passing"]


def test_a_full_disk_is_told_in_one_line_and_the_old_reports_stand(place):
    old = files(place / "out")
    full = command(place, "00-qingdao-shanghai", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000)))  # fmt: skip
    told = full.communicate()[1]
    assert (full.returncode, told.count("\n")) == (2, 1), told
    assert "check permissions and space" in told
    assert files(place / "out") == old
    assert sorted(path.name for path in place.iterdir()) == ["notebooks", "out", "passing"]


def test_two_runs_at_once_leave_the_reports_of_one_of_them(place):
    both = ("02-jinan-priorities", "07-yantai-expo")
    running = [command(place, article) for article in both]
    told = [each.communicate()[1] for each in running]
    assert [each.returncode for each in running] == [0, 0], told
    facts = json.loads((place / "out" / "data" / "facts.json").read_text(encoding="utf-8"))
    assert facts["document"]["id"] in both
    assert facts["document"]["sha256"] in (place / "out" / "index.html").read_text(encoding="utf-8")
    assert {"index.html", "data/facts.json"} <= {str(name) for name in files(place / "out")}
    assert sorted(path.name for path in place.iterdir()) == ["notebooks", "out", "passing"]


@pytest.mark.parametrize("arguments", [["report", CORPUS / "02-jinan-priorities.txt"], ["corpus", CORPUS / "*.txt"]])
def test_a_folder_that_cannot_be_written_is_told_in_one_line(arguments, place, monkeypatch, capsys):
    monkeypatch.chdir(place)
    status, err = cli.main([*map(str, arguments), "--out", "/sys/out"]), capsys.readouterr().err
    assert (status, err.count("\n")) == (2, 1), err
    assert "/sys/out" in err and "check permissions and space" in err


# Whole archives


@by_chance
def test_killed_at_any_moment_an_archive_can_be_read_and_the_next_run_completes_it(tmp_path):
    texts = {n: f"The zone had {n} tasks on Thursday." for n in range(2, 1502)}
    (tmp_path / "archive").mkdir()
    for number, text in texts.items():
        (tmp_path / "archive" / f"{number}.txt").write_text(text, encoding="utf-8")
    ftz = [sys.executable, "-m", "ftzlib.cli", "corpus", str(tmp_path / "archive" / "*.txt"), "--out"]
    began = time.monotonic()
    subprocess.run([*ftz, str(tmp_path / "whole")], check=True, capture_output=True)
    lasts, whole = time.monotonic() - began, dataset_of(tmp_path / "whole")
    chance = random.Random(7)
    for kill in range(KILLS):
        out = tmp_path / f"facts{kill}"
        running = subprocess.Popen([*ftz, str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 1.0) * lasts)
        running.kill()
        running.wait()
        assert dataset_of(out) <= whole, kill
        subprocess.run([*ftz, str(out)], check=True, capture_output=True)
        assert dataset_of(out) == whole, kill
        assert list(out.rglob("*.new")) == [], kill


def dataset_of(out: Path) -> set[tuple[str, float]]:
    """The metrics of a dataset, each of a document that it knows."""
    if not list(out.glob("documents/*.parquet")):
        return set()
    known = set(pandas.read_parquet(out / "documents")["document"])
    metrics = pandas.read_parquet(out / "metrics")
    rows = list(zip(metrics["document"], metrics["value"], strict=True))
    assert len(rows) == len(set(rows))
    return {row for row in rows if row[0] in known}
