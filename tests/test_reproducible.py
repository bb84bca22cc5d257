"""The same article gives the same bytes, wherever, whenever and by whomever it is read; and asks nobody for anything."""

import os
import shutil
import subprocess
import sys

import pytest
from conftest import SEED

#: Writes every form of the facts of an article, and with a clock that is moved where `CLOCK` says so.
EXPORT = """
import datetime as dt, os, sys, time
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
facts = ftzlib.read(sys.argv[1])
told = [facts.to_json(), export.to_json(facts, indent=1), export.to_annotations(facts), facts._repr_html_()]
told += [export.to_csv(facts, table) for table in TABLES]
sys.stdout.buffer.write("".join(told).encode())
"""
SURROUNDINGS = {
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "the C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8"},
    "another hash seed": {"PYTHONHASHSEED": "4242"},
    "another user": {"HOME": "/nonexistent", "USER": "nobody"},
    "another century": {"CLOCK": "4102444800"},
}


def exported(article, **surroundings):
    env = os.environ | {"PYTHONHASHSEED": "0"} | surroundings
    return subprocess.run([sys.executable, "-c", EXPORT, article], capture_output=True, env=env, check=True).stdout


@pytest.mark.parametrize("given", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_surroundings_do_not_matter_to_the_facts(given):
    if "tr_TR.UTF-8" in given.values() and not _has_locale("tr_TR.UTF-8"):
        pytest.skip("this system has no Turkish locale: localedef -i tr_TR -f UTF-8 tr_TR.UTF-8")
    assert exported(SEED, **given) == exported(SEED)


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


@pytest.mark.parametrize("day", DAYS)
def test_the_day_of_a_page_is_the_same_under_any_clock_and_in_any_zone(day, tmp_path):
    body = "".join(f"<p>The zone has {n} tasks, and officials said on Friday that {n} more will follow.</p>" for n in range(3, 9))  # fmt: skip
    head = f'<meta property="article:published_time" content="{day}"><title>Tasks</title>'
    (tmp_path / "page.html").write_text(f"<html><head>{head}</head><body><article><time datetime='{day}'>{day}</time>{body}</article></body></html>")  # fmt: skip
    here = exported(tmp_path / "page.html", TZ="America/Los_Angeles")
    for given in ({"TZ": "Pacific/Kiritimati"}, {"CLOCK": "4102444800", "TZ": "Asia/Shanghai"}, {"CLOCK": "0", "TZ": "UTC"}):  # fmt: skip
        assert exported(tmp_path / "page.html", **given) == here
    if day in DAYS[:3]:
        assert b'"published": null' in here


def _has_locale(name):
    code = f"import locale; locale.setlocale(locale.LC_ALL, {name!r})"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_the_folder_that_an_article_lies_in_does_not_matter(tmp_path):
    for path in (SEED, SEED.with_suffix(".toml")):
        shutil.copyfile(path, tmp_path / path.name)
    assert exported(tmp_path / SEED.name) == exported(SEED)


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
