"""No page, file or terminal shows another thing than the article says: directions, formulas, dollars."""

import csv
import io
import json
import subprocess
import sys

import pytest
from cases import for_each
from laid import notebook

import ftzlib as ftz
from ftzlib import cli
from ftzlib.evidence.escape import escape, unrun
from ftzlib.facts import export
from ftzlib.facts.records import TABLES
from ftzlib.report import build as report

DIRECTS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HIDDEN = "\u2028\u2029\u2060\u2061\u2064\u206a\u206f\ufff9\U000e0001\U000e0041\U000e007f"


@pytest.fixture(scope="module")
def turned(tmp_path_factory):
    """Reports on an article that turns the reading direction in its text, title, publisher and name."""
    folder = tmp_path_factory.mktemp("turned")
    article = folder / f"a{DIRECTS}.txt"
    article.write_text(f"The zone has \u202e601 tasks.\u202c {DIRECTS}{HIDDEN}", encoding="utf-8")
    article.with_suffix(".toml").write_text(
        f'title = "\u202eeltit{DIRECTS}"\npublisher = "\u2067{DIRECTS}{HIDDEN}"', encoding="utf-8"
    )
    code = [
        "import ftzlib as ftz\nfacts = ftz.read(source)\nftz.Claim('{it} ' + facts.document.source.title, it=facts.rows('metrics')[0])",
        "ftz.table(facts.metrics, facts.document.source.title)",
        "facts.document.source.publisher",
        "import matplotlib.pyplot as plt\nax = plt.subplots()[1]; ax.barh([facts.document.source.title], [1]); ftz.figure(ax, facts.document.source.title)",
    ]
    notebook(folder / "notebooks", "00-short", *code)
    report.build([article], out=folder / "out", notebooks=folder / "notebooks")
    return folder / "out"


def test_no_page_holds_a_sign_that_turns_its_direction(turned):
    for page in turned.glob("*.html"):
        assert not set(DIRECTS) & set(page.read_text(encoding="utf-8")), page.name


def test_a_sign_that_turns_the_direction_is_shown(turned):
    assert "[U+202E]601 tasks" in (turned / "00-short.html").read_text(encoding="utf-8")


def test_json_escapes_every_sign_that_cannot_be_seen(turned):
    for name in ("facts.json", "annotations.jsonld"):
        written = (turned / "data" / name).read_text(encoding="utf-8")
        assert not set(DIRECTS + HIDDEN) & set(written)
    facts = json.loads((turned / "data" / "facts.json").read_text(encoding="utf-8"))
    assert facts["document"]["publisher"] == f"\u2067{DIRECTS}{HIDDEN}"


@for_each([*DIRECTS, "\x9b", "\x07"])
def test_no_notebook_is_handed_a_sign_that_turns_its_direction(sign):
    facts = ftz.parse(f"The zone has {sign}601 tasks.", id=f"a{sign}")
    for shown in (facts._repr_html_(), escape(sign)):
        assert sign not in shown
    table = ftz.table(facts.metrics, f"A {sign} table")._repr_mimebundle_()
    claim = ftz.Claim("{it}" + sign, it=ftz.cite(facts.metrics.iloc[0]))._repr_mimebundle_()
    assert not [bundle for bundle in (table, claim) if sign in bundle["text/html"] + bundle["text/plain"]]


# JupyterLab typesets what stands between dollars


@pytest.mark.parametrize(
    "text", ["worth $1.2 billion in 2019 and $3.4 billion", r"is \(x\) and \[y\]", r"\begin{a}x\end{a}"]
)
def test_no_text_is_typeset_as_mathematics(text):
    facts = ftz.parse(f"The 13 zones are {text}.")
    row = ftz.cite(facts.metrics.iloc[0])
    shown = [
        facts._repr_html_(),
        ftz.Claim(f"{{it}} {text}".replace("{a}", "{{a}}"), it=row)._repr_mimebundle_()["text/html"],
        ftz.table(facts.metrics, text)._repr_mimebundle_()["text/html"],
    ]
    for html in shown:
        assert "mathjax_ignore" in html[: html.index(">")], html


def test_a_claim_without_such_signs_stays_as_it_is():
    assert "mathjax_ignore" not in ftz.Claim("It has 13 zones.")._repr_mimebundle_()["text/html"]


# Spreadsheets, also those in which a semicolon parts cells

RUN = [
    "=1+1",
    "+cmd",
    "-cmd",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(A1)",
    "\u22121+cmd|x",
]


@pytest.mark.parametrize("begin", ["", "x;", "x; ", "x\n", "x\t", "x\r\n", 'x";', "x,", "x|"])
@pytest.mark.parametrize("words", RUN, ids=ascii)
def test_no_cell_begins_with_a_formula_whatever_parts_the_cells(begin, words):
    written = unrun(begin + words)
    cells = [cell.strip(' "') for cell in written.replace("\r", "\n").replace("\n", ";").replace("\t", ";").split(";")]
    assert not [
        cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"))
    ], written


@pytest.mark.parametrize(
    "words", ["-3.5", "+12", "-3.5%", "a - b", "Sino-German", "9-11", "x; y", "2019;2020", "a = b", "info@zone.cn", ""]
)
def test_words_and_numbers_that_no_spreadsheet_runs_stay_as_they_are(words):
    assert unrun(words) == words


def test_lists_whose_items_begin_as_formulas_run_nowhere():
    assert unrun("a; =cmd|' /C calc'!A0") == "a; '=cmd|' /C calc'!A0"


def test_a_spreadsheet_sees_by_a_mark_that_the_signs_are_utf8(turned):
    for path in turned.rglob("*.csv"):
        raw = path.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf") and not raw[3:].startswith(b"\xef\xbb\xbf"), path
    facts = ftz.parse("The Qingdao area – “Shandong” – has 106 tasks.")
    for table in TABLES:
        assert len(list(csv.reader(io.StringIO(export.to_csv(facts, table))))) == 1 + len(facts.rows(table))


def test_a_file_that_csv_is_written_to_has_the_mark_and_a_pipe_has_not(tmp_path):
    (tmp_path / "a.txt").write_text("The zone has 106 tasks.")
    command = [sys.executable, "-m", "ftzlib.cli", "facts", str(tmp_path / "a.txt"), "--format", "csv"]
    piped = subprocess.run(command, capture_output=True, check=True).stdout
    with (tmp_path / "a.csv").open("wb") as file:
        subprocess.run(command, stdout=file, check=True)
    assert not piped.startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf" + piped
    assert cli.main(["facts", str(tmp_path / "a.txt")]) == 0
