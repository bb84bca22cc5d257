"""The same article gives the same bytes, wherever, whenever and by whomever it is read; and asks nobody for anything."""

import os
import shutil
import subprocess
import sys

import pytest
from conftest import SEED

#: Writes every form of the facts of each article into a folder, and with a clock that is moved where `CLOCK` says so.
EXPORT = """
import datetime as dt, os, sys, time
from pathlib import Path
if "CLOCK" in os.environ:
    moved = float(os.environ["CLOCK"])
    time.time = lambda: moved
    class Day(dt.date):
        today = classmethod(lambda cls: cls.fromtimestamp(moved))
    class Moment(dt.datetime):
        now = classmethod(lambda cls, tz=None: cls.fromtimestamp(moved, tz))
    dt.date, dt.datetime = Day, Moment
import ftzlib
from ftzlib.facts import export
from ftzlib.facts.records import TABLES
out, *articles = sys.argv[1:]
for number, article in enumerate(articles):
    facts = ftzlib.read(article)
    told = [facts.to_json(), export.to_json(facts, indent=1), export.to_annotations(facts), facts._repr_html_()]
    told += [export.to_csv(facts, table) for table in TABLES]
    (Path(out) / str(number)).write_bytes("".join(told).encode())
"""
USUAL = {"PYTHONHASHSEED": "0", "TZ": "America/Los_Angeles"}
SURROUNDINGS = {
    "another place and user": {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "HOME": "/nonexistent",
        "USER": "nobody",
    },
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8"},
    "another century and hash seed": {"CLOCK": "4102444800", "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "4242"},
    "the first second of all": {"CLOCK": "0", "TZ": "UTC"},
}
#: What a page may say of its day: half of a day, none at all, the last minutes of one elsewhere, any order, no day.
DAYS = [
    "2020-11",
    "2020-11-31",
    "2020",
    "2020-11-06T23:30:00-05:00",
    "2020-11-06T00:30:00+08:00",
    "06/11/2020",
    "today",
    "",
]
UNTOLD = DAYS[:3]


def page(folder, number, day):
    body = "".join(f"<p>The zone has {n} tasks, and officials said on Friday that {n} more will follow.</p>" for n in range(3, 9))  # fmt: skip
    head = f'<meta property="article:published_time" content="{day}"><title>Tasks</title>'
    path = folder / f"page-{number}.html"
    path.write_text(f"<html><head>{head}</head><body><article><time datetime='{day}'>{day}</time>{body}</article></body></html>")  # fmt: skip
    return path


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    """The seed, a page for every way to say its day, and the seed in another folder, all by name."""
    folder = tmp_path_factory.mktemp("articles")
    for path in (SEED, SEED.with_suffix(".toml")):
        shutil.copyfile(path, folder / path.name)
    pages = {f"a page of {day!r}": page(folder, number, day) for number, day in enumerate(DAYS)}
    return {"the seed": SEED, **pages, "the seed elsewhere": folder / SEED.name}


def exported(articles, out, **surroundings):
    """Every form of the facts of every article, read by one process in such surroundings."""
    out.mkdir()
    subprocess.run([sys.executable, "-c", EXPORT, out, *articles.values()], env=os.environ | USUAL | surroundings, check=True)  # fmt: skip
    return {name: (out / str(number)).read_bytes() for number, name in enumerate(articles)}


@pytest.fixture(scope="module")
def usual(articles, tmp_path_factory):
    return exported(articles, tmp_path_factory.mktemp("usual") / "out")


@pytest.mark.parametrize("given", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_neither_surroundings_nor_clock_matter_to_the_facts(given, articles, usual, tmp_path):
    if "tr_TR.UTF-8" in given.values() and not _has_locale("tr_TR.UTF-8"):
        pytest.skip("this system has no Turkish locale: localedef -i tr_TR -f UTF-8 tr_TR.UTF-8")
    here = exported(articles, tmp_path / "out", **given)
    assert [name for name in articles if here[name] != usual[name]] == []


def test_half_a_day_and_a_day_that_is_none_are_no_day_of_publication(usual):
    assert [day for day in UNTOLD if b'"published": null' not in usual[f"a page of {day!r}"]] == []


def test_the_folder_that_an_article_lies_in_does_not_matter(usual):
    assert usual["the seed elsewhere"] == usual["the seed"]


def _has_locale(name):
    code = f"import locale; locale.setlocale(locale.LC_ALL, {name!r})"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_the_reports_are_the_same_in_other_surroundings(reports, tmp_path):
    # The committed ones were made elsewhere; these are made with everything changed at once.
    root = tmp_path / "another folder"
    shutil.copytree(SEED.parent, root / "seeds")
    shutil.copytree(SEED.parent.parent / "notebooks", root / "notebooks")
    env = os.environ | {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4242"}
    subprocess.run([sys.executable, "-c", GUARDED, "report"], cwd=root, env=env, check=True, capture_output=True)
    made, expected = ({p.relative_to(top): p.read_bytes() for p in top.rglob("*") if p.is_file()} for top in (root / "reports", reports))  # fmt: skip
    assert sorted(made) == sorted(expected)
    assert [str(name) for name in made if made[name] != expected[name]] == []


#: Runs the command with a hook that no code can take out again: whoever is asked must be this machine.
GUARDED = """
import sys
def watch(event, arguments):
    if event == "socket.getaddrinfo" and arguments[0] not in ("127.0.0.1", "localhost", None):
        raise PermissionError(f"asked for {arguments[0]}")
    if event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple):
        if arguments[1][0] != "127.0.0.1":
            raise PermissionError(f"spoke to {arguments[1]}")
sys.addaudithook(watch)
from ftzlib.cli import main
sys.exit(main())
"""


def test_the_guard_lets_nobody_through():
    code = GUARDED.replace("from ftzlib", "import socket; socket.create_connection(('192.0.2.1', 80), 1)\nfrom ftzlib")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "PermissionError: asked for 192.0.2.1" in done.stderr
