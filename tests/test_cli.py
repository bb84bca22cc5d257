"""The shell command: what it prints, and the one line that says what is wrong."""

import csv
import io
import json
import shlex
import subprocess
import sys

import pytest
from conftest import ROOT, SEED

from ftzlib import cli
from ftzlib.facts.records import TABLES
from ftzlib.text.tokens import tokenize


def run(*arguments: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    try:
        status = cli.main([str(argument) for argument in arguments])
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    return status, *capsys.readouterr()


def test_json_is_the_contract(capsys):
    status, out, err = run("facts", SEED, "--format", "json", capsys=capsys)
    given = json.loads(out)
    assert (status, err, given["schema"]) == (0, "", "ftzlib/facts/2")
    assert [name for name in given if name in TABLES] == list(TABLES)


def test_csv_is_one_table(capsys):
    _, out, _ = run("facts", SEED, "--format", "csv", capsys=capsys)
    assert [row["value"] for row in csv.DictReader(io.StringIO(out))][:2] == ["106", "96"]
    _, out, _ = run("facts", SEED, "--format", "csv", "--table", "people", capsys=capsys)
    assert "Xue Qingguo" in out


def test_every_row_of_every_table_is_told_in_words_as_wide_as_the_terminal(capsys, monkeypatch):
    _, out, _ = run("facts", SEED, capsys=capsys)
    assert all(f"{name} (" in out for name in TABLES)
    assert "  m2  517-519  96: 96 · pilot reform tasks · implemented · part of 106 pilot reform tasks · " in out
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    _, narrow, _ = run("facts", SEED, capsys=capsys)
    assert max(map(len, narrow.splitlines())) <= 80 and narrow.split() == out.split()


def test_a_row_can_be_explained(capsys):
    _, out, _ = run("facts", SEED, "--table", "metrics", "--explain", capsys=capsys)
    lines = out.splitlines()
    below = next(n for n, line in enumerate(lines) if line.startswith("  m1  ")) + 1
    assert lines[below].strip() == "rule: counted noun; zone: first in its clause"
    assert "      link: m1 “106 pilot reform tasks” taken as its whole (bare number)" in lines


def test_an_explanation_is_what_was_tried_when_the_rows_were_made(capsys, monkeypatch):
    read = []
    monkeypatch.setattr("ftzlib.reader.read.tokenize", lambda *text: read.append(text) or tokenize(*text))
    run("facts", SEED, "--explain", capsys=capsys)
    assert len(read) == 1


def test_a_sentence_can_be_shown_layer_by_layer(capsys):
    status, out, _ = run("facts", SEED, "--layers", capsys=capsys)
    assert status == 0
    assert "have.aux been.aux implemented.verb" in out  # words in their classes
    assert "metrics  m2 “96” by: bare number" in out  # what was found, and by which rule
    assert "m1 “106 pilot reform tasks” taken as its whole (bare number)" in out  # what it goes back to


def test_a_link_that_was_not_made_is_explained(capsys, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(
        "The Hunan FTZ has drawn up 121 measures, up 5 percent, of which 83 have been implemented. It likes 31."
    )
    _, out, _ = run("facts", article, "--explain", capsys=capsys)
    assert "m2 “5 percent” is the size of a change" in out
    assert "no row  31: none taken" in out


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It has 90 tasks and spent 5 yuan (US$1), of which 3 are done.", "“US$1” is a conversion"),
        ("It has 90 tasks, of which 40 percent and of which 3 are done.", "“40 percent” is a share"),
        ("It has 90 tasks, with 40 done and 30 begun. Three are new.", "“40” is another part"),
        ("It has 90 tasks, worth 5 billion yuan. Three are done.", "is more than ten thousand times as large"),
    ],
)
def test_why_a_number_was_passed_over_is_explained(capsys, tmp_path, text, reason):
    article = tmp_path / "article.txt"
    article.write_text(text)
    _, out, _ = run("facts", article, "--explain", capsys=capsys)
    assert reason in out


def test_a_day_of_publication_can_be_given(capsys, tmp_path):
    bare = tmp_path / "article.txt"
    bare.write_text("The zone carries 106 tasks, he said on Thursday.")
    _, out, _ = run("facts", bare, "--format", "json", "--published", "2020-11-06", capsys=capsys)
    assert json.loads(out)["document"]["published"] == "2020-11-06"


def test_an_article_cannot_steer_the_terminal(capsys, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("The zone has formed \x1b[31m68 \x1b]0;owned\x07innovations\u202e, said Li Na, mayor of X.")
    _, out, _ = run("facts", article, capsys=capsys)
    assert not set(out) & set("\x1b\x07\u202e")


@pytest.mark.parametrize("first", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_csv_cell_is_a_formula(first, capsys, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(f'Said Li Na, mayor of Qingdao: "{first} zones will be built."')
    for table in TABLES:
        _, out, _ = run("facts", article, "--format", "csv", "--table", table, capsys=capsys)
        cells = [cell for row in csv.reader(io.StringIO(out)) for cell in row]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def wrong_inputs(folder):
    (folder / "empty.txt").write_text(" \n")
    (folder / "latin.txt").write_bytes(b"caf\xe9 zone")
    (folder / "paper.txt").write_bytes(b"%PDF-1.7\n...")
    for name, sidecar in (("day", 'published = "yesterday"'), ("toml", "published = = 3")):
        (folder / f"{name}.txt").write_text("The zone has 3 tasks.")
        (folder / f"{name}.toml").write_text(sidecar)
    return {
        "missing.txt": "no such file",
        ".": "folder",
        "empty.txt": "empty",
        "latin.txt": "not UTF-8",
        "paper.txt": "PDF",
        "day.txt": "no date",
        "toml.txt": "no valid TOML",
    }


@pytest.mark.parametrize("command", ["facts", "report"])
def test_a_wrong_input_is_told_in_one_line_and_changes_nothing(command, capsys, tmp_path):
    for name, words in wrong_inputs(tmp_path).items():
        options = ["--out", tmp_path / "reports", "--notebooks", ROOT / "notebooks"] * (command == "report")
        status, out, err = run(command, tmp_path / name, *options, capsys=capsys)
        assert (status, out, err.count("\n")) == (2, "", 1), name
        assert words in err and "Traceback" not in err
    assert not (tmp_path / "reports").exists()


@pytest.mark.parametrize(
    "arguments",
    [[], ["facts"], ["parse", "x"], ["facts", "x", "--bogus"], ["facts", "x", "--format", "xml"]],
)
def test_a_wrong_option_is_told_in_one_line(arguments, capsys):
    status, out, err = run(*arguments, capsys=capsys)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "--help" in err


def test_a_bad_date_is_told(capsys):
    status, _, err = run("facts", SEED, "--published", "06/11/2020", capsys=capsys)
    assert (status, err.count("\n")) == (2, 1)
    assert "2020-11-06 (year-month-day)" in err


def test_a_reader_who_has_seen_enough_is_no_error():
    command = shlex.join([sys.executable, "-m", "ftzlib.cli", "facts", str(SEED), "--format", "json"]) + " | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{", "")


@pytest.mark.parametrize("words", ["import ftzlib", f"import ftzlib; ftzlib.read({str(SEED)!r}).to_json()"])
def test_nothing_heavy_is_imported_before_it_is_needed(words):
    heavy = "{'pandas', 'numpy', 'matplotlib', 'seaborn', 'nbconvert', 'nbclient', 'nbformat', 'bs4', 'jinja2', 'pyarrow', 'trafilatura'}"
    code = f"import sys; {words}; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
