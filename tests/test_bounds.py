"""Nothing hangs: what grows faster than its size is bounded, and a long article costs what its length is worth."""

import re
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import suppress

import pyarrow.parquet as pq
import pytest
from conftest import ROOT

import ftzlib as ftz
from ftzlib.archive import corpus, work
from ftzlib.facts import export, markup
from ftzlib.text import files
from ftzlib.text.document import DocumentError

BODY = "<p>The zone has 106 tasks, and 96 have been implemented by the end of the year.</p>" * 5
PAGES = {
    "headings": lambda n: "<h1>x</h1>" * n,
    "items": lambda n: f"<ul>{'<li>13 zones</li>' * n}</ul>",
    "attributes": lambda n: f"<p {' '.join(f'a{i}=1' for i in range(n))}>x</p>",
    "bare attributes": lambda n: f"<p {'a ' * n}>x</p>",
    "comments": lambda n: "<!--" * n,
    "depth": lambda n: "<div>" * n,
}
NOTES = {"brackets": "[", "stars": "*a ", "comments": "<!--", "links": "[a](b", "ticks": "`a "}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_of_nothing_but_tags_is_refused_at_once(kind, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><article>{BODY}{PAGES[kind](50_000)}</article></body></html>")
    with pytest.raises(DocumentError, match="more than any article has"):
        ftz.read(path)


@pytest.mark.parametrize("kind", NOTES)
def test_a_note_of_nothing_but_marks_is_refused_at_once(kind, tmp_path):
    (tmp_path / "note.md").write_text(f"The zone has 106 tasks.\n\n{NOTES[kind] * 50_000}")
    with pytest.raises(DocumentError, match="more than any article has"):
        ftz.read(tmp_path / "note.md")


def test_a_page_with_its_pictures_in_it_is_no_such_page(tmp_path):
    picture = f'<img alt="{"a chart of it " * 2000}" src="data:image/png;base64,{"iVBOR" * 100_000}=="><svg><path d="{"M 1 2 L 3 4 " * 20_000}"/></svg>'
    (tmp_path / "page.html").write_text(f"<html><body><article>{BODY}{picture}</article></body></html>")
    assert 106 in set(ftz.read(tmp_path / "page.html").metrics["value"])


def test_standard_input_is_bounded(monkeypatch):
    class Endless:
        buffer = type("", (), {"read": staticmethod(lambda most: b"x" * most)})

    monkeypatch.setattr(sys, "stdin", Endless)
    with pytest.raises(DocumentError, match="standard input: larger than"):
        files.load(files.STDIN)


# Time


class Here(Executor):
    """Does all work at once, in this process."""

    def submit(self, work, /, *given):
        done = Future()
        done.set_result(work(*given))
        return done


def loop():
    while True:
        pass


def backtrack():
    re.match(r"(a+)+$", "a" * 60 + "b")


def swallow():
    while True:
        with suppress(Exception):
            loop()


@pytest.mark.parametrize("forever", [loop, backtrack, swallow])
def test_an_article_that_takes_forever_is_told_in_one_line_and_holds_up_no_other(forever, tmp_path, monkeypatch):
    for name, text in (("a", "The zone has 3 tasks."), ("slow", "It never ends."), ("z", "The zone has 4 tasks.")):
        (tmp_path / f"{name}.txt").write_text(text)
    read = work.facts_of
    monkeypatch.setattr(work, "LONGEST", 0.3)
    monkeypatch.setattr(work, "facts_of", lambda document: forever() if document.id == "slow" else read(document))
    before = signal.getsignal(signal.SIGVTALRM)
    done = corpus.save(sorted(tmp_path.glob("*.txt")), tmp_path / "facts", Here())
    assert (done.articles, done.failed) == (2, 1)
    (row,) = pq.read_table(tmp_path / "facts" / "errors").to_pylist()
    assert row["path"].endswith("slow.txt") and "takes more than 0.3 seconds" in row["message"]
    assert sorted(pq.read_table(tmp_path / "facts" / "metrics")["value"].to_pylist()) == [3, 4]
    assert signal.getsignal(signal.SIGVTALRM) == before and signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_a_thread_that_cannot_be_told_reads_all_the_same(tmp_path):
    (tmp_path / "a.txt").write_text("The zone has 3 tasks.")
    with ThreadPoolExecutor(1) as threads:
        assert corpus.save([tmp_path / "a.txt"], tmp_path / "facts", threads).articles == 1


def calls(of: Callable[[], object]) -> int:
    """How many functions are called on the way: a measure of work that is the same on every machine."""
    count = 0

    def count_one(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(count_one)
    try:
        of()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shown", [markup.article, markup.in_notebook, markup.places, export.to_annotations])
def test_twice_the_text_is_twice_the_work(shown):
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "corpus").glob("*.txt")))
    once, twice = (ftz.parse("\n\n".join([text] * n), published="2020-11-06") for n in (1, 2))
    assert calls(lambda: shown(twice)) < 2.3 * calls(lambda: shown(once))
