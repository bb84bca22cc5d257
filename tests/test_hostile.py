"""An article is untrusted text: whatever it holds stays text, in every form that its facts are given in."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest
from cases import for_each
from conftest import NOTEBOOKS

import ftzlib as ftz
from ftzlib import cli
from ftzlib.facts import export
from ftzlib.facts.records import TABLES
from ftzlib.report import build as report

HOSTILE = (
    "<script>document.title='owned'</script>", "<img src=x onerror=\"document.title='owned'\">", "<svg/onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>", "<a href='data:text/html,x'>x</a>", "</style><style>*{display:none}</style>",
    "]]>", "<!--", "-->", "</aside></main>", "<base href=//evil.example>", "<meta http-equiv=refresh content=0>",
    "![x](https://evil.example/x.png)", "[x](javascript:alert(1))", "&lt;script&gt;", "&#60;script&#62;", "{{ 7*7 }}",
    "{% include '/etc/passwd' %}", "$\\alpha$", "\\(x\\)", "\u202eevil\u202c", "\u2066x\u2069", "zero\u200bwidth", "\ufeff",
    "\x00", "\x1b[31m", "\x1b]0;owned\x07", "\x9b31m", "\x7f", "📈", "=1+1", "+1", "-1", "@SUM(A1)", "((([[[{{{“““", "\u2028",
)  # fmt: skip
LONE = "\ud800"  # no file of UTF-8 can hold it; a string can
STEERS = set("\x00\x07\x1b\x7f\x9b\u202e\u202c\u2066\u2069\u200b")


def article(*payloads: str) -> str:
    """Write an article in which every payload stands in the headline, a name, a figure, a list and a quotation."""
    paragraphs = [
        f"The zone {p} has formed 68 {p} innovations, said Li Na, mayor of {p} Qingdao, on Friday. "
        f"It will build five industries: {p} steel, finance {p} and trade. “{p} We have 13 zones,” she said. {p}"
        for p in payloads
    ]
    return "\n\n".join([f"Zone {''.join(payloads[:3])} has 106 tasks", *paragraphs])


ALL = article(*HOSTILE)


@for_each([*HOSTILE, LONE, "".join(HOSTILE) + LONE])
def test_every_form_of_the_facts_keeps_what_the_article_holds(payload):
    facts = ftz.parse(article(payload), published="2020-11-06")
    given = json.loads(facts.to_json().encode())
    assert given["document"]["title"] == export.headline(facts)
    notes = json.loads(export.to_annotations(facts).encode())["items"]
    quotes = [row["quote"] for table in TABLES for row in given[table]]
    assert [note["target"]["selector"][1]["exact"] for note in notes] == quotes
    for table in TABLES:
        text = facts.document.text
        assert all(text[row["start"] : row["end"]] == row["quote"] for row in given[table])
        cells = list(csv.reader(io.StringIO(export.to_csv(facts, table))))
        assert len(cells) == 1 + len(given[table])
        assert not [cell for row in cells for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_json_shows_every_sign_that_cannot_be_seen():
    written = ftz.parse(ALL, published="2020-11-06").to_json()
    assert not STEERS & set(written)
    assert ftz.parse(f"It has {LONE} 13 zones.", id=LONE).to_json().count("\\ud800") >= 1


def test_nothing_reaches_a_terminal_that_steers_it(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ALL.replace("\0", ""), encoding="utf-8")
    forms = ["--format table", "--format json", "--format csv --table metrics", "--format csv --table statements"]
    shown = on_a_terminal(*(["facts", path, "--published", "2020-11-06", *form.split()] for form in forms))
    assert shown.count("=== 0 ===") == len(forms) and not STEERS & set(shown)


def test_no_file_name_steers_a_terminal(tmp_path):
    shown = on_a_terminal(["facts", tmp_path / "no\x1b]0;owned\x07\u202e.txt"])
    assert "no such file" in shown and not STEERS & set(shown)


#: Runs commands one after the other, and says how each of them ended.
COMMANDS = """
import json, sys
from ftzlib.cli import main
for command in json.loads(sys.argv[1]):
    print(f"=== {main(command)} ===")
"""


def on_a_terminal(*commands: list[object]) -> str:
    """What commands print where both their outputs are a terminal."""
    ours, theirs = pty.openpty()
    told = json.dumps([[str(word) for word in command] for command in commands])
    running = subprocess.Popen([sys.executable, "-c", COMMANDS, told], stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    with open(ours, "rb", buffering=0) as terminal:  # noqa: PTH123
        try:
            while chunk := terminal.read(65536):
                shown += chunk
        except OSError:  # Linux says so when the other side has closed
            pass
    running.wait()
    return shown.decode()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_the_output_is_utf8_whatever_the_surroundings_say(encoding, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ALL.replace("\0", ""), encoding="utf-8")
    command = [sys.executable, "-m", "ftzlib.cli", "facts", str(path), "--format", "json"]
    env = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, env=env, check=True)
    assert done.stdout.decode() == ftz.read(path).to_json() + "\n"


# Shapes


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "1" * 1_000_000,
        " " * 1_000_000 + "a",
        "(" * 20_000 + "106 tasks" + ")" * 20_000,
        "“" * 20_000 + "106 tasks, he said" + "”" * 20_000,
        "(“ [ " * 5_000 + "106 tasks" + ")”]" * 5_000,
        "Zones grew.\n" * 20_000,
    ],
    ids=["word of 1 MB", "number of 1 MB", "space of 1 MB", "brackets", "quotes", "mixed", "20,000 lines"],
)  # fmt: skip
def test_no_shape_is_too_long_or_too_deep(text):
    facts = ftz.parse(text, published="2020-11-06")
    assert all(text[row["start"] : row["end"]] == row["quote"] for name in TABLES for row in facts.rows(name))
    assert json.loads(facts.to_json())["document"]["sha256"] == facts.document.sha256


# Reports


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports on an article that is hostile in its text, sidecar, corrections, headline and name."""
    folder = tmp_path_factory.mktemp("hostile")
    name = "<img src=x onerror=document.title='owned'>{{ 7*7 }} &quot; \x1b[31m\u202e javascript:alert(1) %2e"
    (folder / f"{name}.txt").write_text(ALL.replace("\0", ""), encoding="utf-8")
    told = {"title": "".join(HOSTILE[:14]) + "{{ 7*7 }} $x$", "publisher": HOSTILE[0] + HOSTILE[1], "url": "javascript:alert(1)"}  # fmt: skip
    lines = [f"{key} = {json.dumps(value)}" for key, value in told.items()]
    (folder / f"{name}.toml").write_text("\n".join([*lines, "published = 2020-11-06\n"]), encoding="utf-8")
    told = dict.fromkeys(("by", "why", "indicator", "scope", "speaker"), "".join(HOSTILE[:14]) + "\u202e")
    lines = [
        "[[set]]",
        'table = "metrics"',
        'quote = "106 tasks"',
        *(f"{key} = {json.dumps(value)}" for key, value in told.items()),
    ]
    (folder / f"{name}.fixes.toml").write_text("\n".join(lines), encoding="utf-8")
    report.build([folder / f"{name}.txt"], out=folder / "out", notebooks=NOTEBOOKS, briefing_only=True)
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [f"{name}.fixes.toml", f"{name}.toml", f"{name}.txt", "out"]
    )
    assert "corrected by hand" in (folder / "out" / "00-briefing.html").read_text(encoding="utf-8")
    return folder / "out"


def test_no_page_of_a_hostile_article_holds_anything_that_runs_or_calls_out(hostile):
    for path in hostile.glob("*.html"):
        written = path.read_text(encoding="utf-8")
        assert not STEERS - set("\u202e\u202c\u2066\u2069\u200b") & set(written)
        page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(written)
        tags = list(page.iter())
        names = [tag.tag for tag in tags if isinstance(tag.tag, str)]
        assert not {"script", "iframe", "object", "embed", "link", "form", "base"} & set(names)
        assert [names.count(name) for name in ("style", "main", "body", "h1")] == [1, 1, 1, 1]
        attributes = [(tag.tag, name, value) for tag in tags for name, value in tag.attrib.items()]
        assert not [each for each in attributes if each[1].startswith("on")]
        links = [value.strip().lower() for _, name, value in attributes if name in ("href", "action", "formaction")]
        assert not [link for link in links if link.startswith(("javascript:", "data:", "vbscript:", "//"))]
        assert not [link for link in links if "evil.example" in link]
        assert all(value.startswith("data:image/svg+xml") for _, name, value in attributes if name == "src")


def test_the_policy_allows_nothing_but_styles_and_pictures_in_the_page(hostile):
    for path in hostile.glob("*.html"):
        page = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        policy = page.find(".//meta[@http-equiv='Content-Security-Policy']").get("content").split("; ")
        assert policy == ["default-src 'none'", "style-src 'unsafe-inline'", "img-src data:", "base-uri 'none'", "form-action 'none'"]  # fmt: skip
        assert len(page.findall(".//meta[@http-equiv]")) == 1


def test_in_a_browser_no_script_runs_no_request_is_made_and_the_page_keeps_its_shape(hostile, chromium):
    context = chromium.new_context(viewport={"width": 360, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    seen: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: seen.append(message.text))
    for path in sorted(hostile.glob("*.html")):
        page.goto(path.as_uri())
        assert page.title() != "owned"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path.name
        assert page.locator("h1").is_visible()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert seen == []
    context.close()


# Paths


@pytest.mark.parametrize("name", ["..txt", "...txt", "index.html.txt"])
def test_no_name_of_an_article_leads_out_of_the_folder(name, tmp_path, capsys):
    inner = tmp_path / "inner"
    inner.mkdir()
    for each in (name, "other.txt"):
        (inner / each).write_text("The zone has 3 tasks.")
    sources = [str(inner / name), str(inner / "other.txt")]
    assert cli.main(["report", *sources, "--out", str(inner / "out"), "--notebooks", str(NOTEBOOKS)]) == 2
    assert "rename it" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted(["inner", name, "other.txt"])
