"""The reports: whole, self-contained, the same each time; and the old ones stand if anything fails."""

import csv
import html
import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import html5lib
import laid
import nbformat
import pytest
from bs4 import BeautifulSoup
from conftest import NOTEBOOKS, ROOT, SEED
from nbformat.v4 import new_code_cell, new_notebook

from ftzlib import cli, read
from ftzlib.evidence.escape import unrun
from ftzlib.facts import markup
from ftzlib.facts.records import TABLES
from ftzlib.reference import package
from ftzlib.report import build as report
from ftzlib.report import pages
from ftzlib.report.story import clean

STORIES = [path.stem for path in sorted(NOTEBOOKS.glob("[0-9][0-9]-*.ipynb"))]
PAGES = ["index", "about", *STORIES]


def soup(folder: Path, page: str) -> BeautifulSoup:
    return BeautifulSoup((folder / f"{page}.html").read_text(encoding="utf-8"), "html.parser")


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# What is written


def test_the_committed_reports_are_what_the_notebooks_give(reports):
    built, committed = files(reports), files(ROOT / "reports")
    assert sorted(built) == sorted(committed), "run make report"
    assert [name for name in built if built[name] != committed[name]] == [], "run make report"


def test_there_is_a_page_for_each_notebook_and_a_file_for_each_table_in_it(reports):
    found = set(files(reports))
    tables = [
        *(f"data/{name}.csv" for name in TABLES),
        "data/facts.json",
        "data/annotations.jsonld",
        "data/manifest.json",
    ]
    reference = [f"data/reference/{table['name']}.csv" for table in package()["resources"]]
    shown = [
        f"data/{page}-{n}.csv" for page in STORIES for n in range(1, len(soup(reports, page).select(".file a")) + 1)
    ]
    assert found == {*(f"{page}.html" for page in PAGES), *tables, *reference, *shown}
    for page in STORIES:
        assert len(soup(reports, page).select("table")) == len(soup(reports, page).select(".file a"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_valid_html(reports, page):
    html5lib.HTMLParser(strict=True).parse((reports / f"{page}.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_needs_nothing_but_itself(reports, page):
    parsed = soup(reports, page)
    assert "default-src 'none'" in parsed.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    assert not parsed.select("script, iframe, object, embed, link, form, base, [onclick], [onerror], [onload]")
    assert not parsed.select("img")
    assert not re.search(r"@import|url\((?!#)", "".join(style.string for style in parsed.select("style")))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_light(reports, page):
    limit = 100 if page == "index" else 250
    assert (reports / f"{page}.html").stat().st_size <= limit * 1024


@pytest.mark.parametrize("page", PAGES)
def test_an_id_stands_once_and_every_link_in_the_folder_lands(reports, page):
    ids = {name: [tag["id"] for tag in soup(reports, name).select("[id]")] for name in PAGES}
    assert sorted(ids[page]) == sorted(set(ids[page]))
    for link in soup(reports, page).select("a[href]"):
        address, _, anchor = link["href"].partition("#")
        if address.startswith("http"):
            continue
        assert not address or (reports / address).is_file(), link
        assert not anchor or anchor in ids[address.removesuffix(".html") or page], link


@pytest.mark.parametrize("page", STORIES)
def test_every_fact_is_marked_on_every_page(reports, page):
    found = read(SEED)
    source = soup(reports, page).select_one("aside.source")
    for table in TABLES:
        for row in found.rows(table):
            assert source.find(id=row["id"]), row


@pytest.mark.parametrize("page", STORIES)
def test_a_stated_figure_leads_to_the_words_that_state_it_and_back(reports, page):
    parsed = soup(reports, page)
    links = parsed.select("main a.ftz-stated")
    assert links
    for link in links:
        row = link["href"][1:]
        mark = parsed.select_one(f"aside.source [id='{row}']")
        assert mark and mark.get_text()
        assert link["data-at"]
    used = [link["id"] for link in links if link.get("id")]
    backs = [link["href"][1:] for link in parsed.select("aside.source a.ftz-back")]
    assert sorted(used) == sorted(backs)


@pytest.mark.parametrize("page", STORIES)
def test_a_derived_figure_leads_to_its_formula_and_the_facts_behind_it(reports, page):
    parsed = soup(reports, page)
    for link in parsed.select("main a.ftz-derived"):
        made = parsed.select_one("#how").find(id=link["href"][1:])
        assert link["data-formula"] in [code.get_text() for code in made.select("code")]
        inputs = link["data-inputs"].split()
        assert set(inputs) <= {source["href"][1:] for source in made.select("a.ftz-stated")}


@pytest.mark.parametrize("page", STORIES)
def test_the_title_says_what_was_found_and_its_subject_stands_above_it(reports, page):
    parsed = soup(reports, page)
    assert parsed.h1.get_text() == parsed.title.get_text() and "Qingdao" in parsed.h1.get_text()
    assert parsed.select_one(".kicker").get_text() and parsed.select_one("header .ftz-brief a")
    assert not parsed.select(".cells .ftz-headline")


@pytest.mark.parametrize("page", STORIES)
def test_what_makes_the_sentences_and_what_invites_to_try_is_not_exported(reports, page):
    parsed = soup(reports, page)
    code = "\n".join(cell.get_text() for cell in parsed.select("details.code pre"))
    assert "Try it" not in parsed.get_text() and "ftz.style()" not in code and "source = " not in code
    assert not parsed.select("details.code + details.code")


@pytest.mark.parametrize("page", STORIES)
def test_a_reader_meets_no_id_in_prose(reports, page):
    words = [part.get_text() for part in soup(reports, page).select("main .ftz-claim, main h1, main h2, #how code")]
    assert [said for said in words if re.search(r"\b[a-z]\d+\b", said)] == []


@pytest.mark.parametrize("page", STORIES)
def test_charts_stand_inline_and_their_marks_lead_somewhere(reports, page):
    parsed = soup(reports, page)
    charts = parsed.select("figure.ftz-chart")
    assert charts or page.startswith("00-")
    for chart in charts:
        assert chart.select_one("svg[aria-label]") and chart.h3.get_text() and not chart.img
    for link in parsed.select("svg a[href]"):
        assert link.title and re.match(r"#[a-z]+\d+$|https?://", link["href"])


@pytest.mark.parametrize("page", STORIES)
def test_a_page_says_how_to_cite_it_and_leads_to_the_others(reports, page):
    parsed = soup(reports, page)
    assert "from SHINE (Shanghai Daily), 6 November 2020" in parsed.select_one(".cite").get_text()
    nav = [link["href"] for link in parsed.select("nav.neighbours a")]
    assert nav == ["index.html", *(f"{name}.html" for name in STORIES), "about.html"]


def test_the_front_page_opens_with_whether_the_article_can_be_believed(reports):
    parsed = soup(reports, "index")
    assert parsed.h1.a["href"] == "04-checking-the-article.html"
    cards = [card.h2.a["href"] for card in parsed.select("article.card")]
    assert cards[0] == "02-reform-metrics.html" and cards[-1] == "00-briefing.html" and len(cards) == 4
    assert "SHINE (Shanghai Daily)" in parsed.get_text() and "6 November 2020" in parsed.get_text()
    assert parsed.select_one("header .glance svg") and "claims are confirmed" in parsed.select_one(".glance h2").text


def test_a_chart_on_the_front_page_leads_to_its_report_and_draws_its_own_marks():
    led = pages._environment().get_template("parts.html.j2").module.led
    drawn = '<a href="#m1">12</a><use href="#ftz-1-dot"/>'
    assert str(led(drawn, "00.html")).strip() == '<a href="00.html#m1">12</a><use href="#ftz-1-dot"/>'


# The facts as files


def test_the_files_hold_every_row_and_its_words(reports):
    text = SEED.read_text(encoding="utf-8")
    facts = json.loads((reports / "data" / "facts.json").read_text(encoding="utf-8"))
    notes = json.loads((reports / "data" / "annotations.jsonld").read_text(encoding="utf-8"))
    rows = {row["id"]: row for table in TABLES for row in facts[table]}
    for table in TABLES:
        with (reports / "data" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as lines:
            assert [row["id"] for row in csv.DictReader(lines)] == [row["id"] for row in facts[table]]
    assert [note["id"].partition("#")[2] for note in notes["items"]] == list(rows)
    for note in notes["items"]:
        position, quote = note["target"]["selector"]
        exact = text[position["start"] : position["end"]]
        assert exact == quote["exact"] == rows[note["id"].partition("#")[2]]["quote"]
        assert quote["prefix"] + exact + quote["suffix"] in text


@pytest.mark.parametrize(
    ("words", "field"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), ("-2+3", "'-2+3"), ("-5", "-5"), ("+1,200.5%", "+1,200.5%"), ("13", "13")],
)
def test_a_cell_that_a_spreadsheet_would_run_is_guarded_and_a_number_keeps_its_sign(words, field):
    assert unrun(words) == field


# What a page lets through


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("<p>13 <b>new</b></p>", "<p>13 <b>new</b></p>"),
        ("<script>alert(1)</script>13", "13"),
        ("<style>p { color: red }</style>13", "13"),
        ('<p onclick="x()" style="color:red">13</p>', "<p>13</p>"),
        ('<a href="javascript:x()">13</a>', "<a>13</a>"),
        ('<a href="#m1">13</a>', '<a href="#m1">13</a>'),
        ('<img src="https://example.org/x.png" alt="x">', '<img alt="x">'),
        ('<iframe src="data:text/html,x"></iframe>13', "13"),
        ("<svg><script>x()</script></svg>13", "13"),
    ],
)
def test_nothing_that_runs_or_calls_out_gets_into_a_page(given, left):
    assert clean(given) == left


def notebook(folder: Path, name: str, *code: str) -> None:
    laid.notebook(folder, name, *code, title="A title")


def test_a_hostile_article_stays_text(tmp_path):
    payload = "<script>alert(1)</script><img src=x onerror=alert(2)>\x1b[31m"
    article = tmp_path / "hostile.txt"
    article.write_text(f"The zone {payload} has formed 68 innovations, said Li Na, mayor of Qingdao.")
    (tmp_path / "hostile.toml").write_text(f"publisher = '{payload[:-5]}'\nurl = 'javascript:alert(3)'")
    notebook(
        tmp_path / "notebooks",
        "00-hostile",
        "import ftzlib as ftz; from IPython.display import HTML, Markdown; facts = ftz.read(source); facts",
        "Markdown(facts.document.text)",
        "HTML(facts.document.text)",
        "print(facts.document.text)",
    )
    report.build([article], out=tmp_path / "out", notebooks=tmp_path / "notebooks")
    for page in ("index", "00-hostile"):
        parsed = soup(tmp_path / "out", page)
        assert not parsed.select("script, [onerror], a[href^='javascript']")
        assert "\x1b" not in parsed.get_text()
        assert html.escape("<script>alert(1)</script>") in str(parsed)


# One article, several, another day


def test_several_articles_get_a_folder_each_and_a_list(tmp_path):
    notebook(tmp_path / "notebooks", "00-short", "import ftzlib as ftz; ftz.read(source)")
    corpus = [ROOT / "tests" / "corpus" / f"{name}.txt" for name in ("02-jinan-priorities", "07-yantai-expo")]
    made = report.build(corpus, out=tmp_path / "out", notebooks=tmp_path / "notebooks", published="2021-05-04")
    assert made == 2
    listed = [link["href"] for link in soup(tmp_path / "out", "index").select("h2 a")]
    assert listed == ["02-jinan-priorities/index.html", "07-yantai-expo/index.html"]
    assert "02-jinan" not in soup(tmp_path / "out", "index").select_one(".stories").get_text()  # titles, not file names
    for address in listed:
        front = (tmp_path / "out" / address).read_text(encoding="utf-8")
        assert 'href="../index.html"' in front and 'href="../about.html"' in front and "4 May 2021" in front
    assert len(list((tmp_path / "out").rglob("about.html"))) == 1  # the method is the same for all


def test_a_story_on_several_articles_is_told_once_and_its_figures_lead_to_each_article(tmp_path):
    notebook(tmp_path / "notebooks", "00-short", "import ftzlib as ftz; ftz.read(source)")
    code = "import ftzlib as ftz; facts = ftz.read_many(source); ftz.table(facts.metrics[['value']], 'Both')"
    notebook(tmp_path / "notebooks", "06-all", code)
    articles = [tmp_path / name for name in ("a & 'b'.txt", "c d.txt")]
    for article in articles:
        article.write_text("The China (Hunan) Pilot Free Trade Zone had formed 31 innovations by the end of 2021.")
    assert report.build(articles, out=tmp_path / "out", notebooks=tmp_path / "notebooks") == 3
    page = soup(tmp_path / "out", "06-all")
    links = [unquote(link["href"]) for link in page.select(".cells a.ftz-stated")]
    assert links == [f"{article.stem}/00-short.html#m1" for article in articles]
    for link in links:
        assert soup((tmp_path / "out" / link).parent, "00-short").find(id="m1").get_text() == "31 innovations"
    assert soup(tmp_path / "out", "index").select_one("a[href='06-all.html']")
    assert not (tmp_path / "out" / articles[0].stem / "06-all.html").exists()


def test_of_one_article_a_story_on_several_is_a_page_like_the_others(tmp_path):
    notebook(tmp_path / "notebooks", "06-all", "import ftzlib as ftz; facts = ftz.read_many(source); 1")
    report.build([SEED, SEED], out=tmp_path / "out", notebooks=tmp_path / "notebooks")
    assert soup(tmp_path / "out", "06-all").select_one(".ftz-article #m1")


def test_articles_that_are_named_get_the_briefing_and_without_any_the_seed_gets_the_stories_too(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(ROOT)
    article = ROOT / "tests" / "corpus" / "02-jinan-priorities.txt"
    assert cli.main(["report", str(article), "--out", str(tmp_path / "out")]) == 0
    assert sorted(path.name for path in (tmp_path / "out").glob("*.html")) == [
        "00-briefing.html",
        "about.html",
        "index.html",
    ]
    assert capsys.readouterr().out.startswith("1 report:")


def test_several_articles_are_briefed_each_and_together(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # where there are no notebooks: those of the package are taken
    for name, count in (("a", 31), ("b", 32)):
        (tmp_path / f"{name}.txt").write_text(
            f"The China (Hunan) Pilot Free Trade Zone had formed {count} innovations by 2021."
        )
    assert cli.main(["report", "a.txt", "b.txt", "--out", "out"]) == 0
    pages = {str(path.relative_to("out")) for path in Path("out").rglob("*.html")}
    assert pages >= {"index.html", "00-briefing.html", "a/00-briefing.html", "b/00-briefing.html"}
    joint = soup(tmp_path / "out", "00-briefing")
    assert not joint.select('[href="#source"]')  # no article stands on this page
    links = {link["href"] for link in joint.select("a.ftz-stated")}
    assert {"a/00-briefing.html#m1", "b/00-briefing.html#m1"} <= links
    cards = soup(tmp_path / "out", "index").select(".card")
    assert ["31 innovations" in cards[0].get_text(), "32 innovations" in cards[1].get_text()] == [True, True]


FOREIGN = """from IPython.display import HTML
HTML('<h1>A second title</h1><figure class="ftz-chart"><img alt="x" src="data:image/svg+xml;base64,PGc+"></figure>')"""
PLAIN = [
    "import pandas as pd; pd.DataFrame({f'column {n}': [n - 20] for n in range(40)})",
    "import seaborn as sns; _ = sns.barplot(x=[1, 2], y=['a', 'b'])",
    FOREIGN,
]
DATA = [
    """import pandas as pd, seaborn as sns, ftzlib as ftz
rows = pd.DataFrame({"trade": [1234567.25, None], "name": ["=a", "b"], "source_url": ["https://example.org/1", None]})
ftz.table(rows)""",
    "ftz.figure(sns.barplot(rows, x='trade', y='name'), 'Trade', data=rows)",
]
FORMULAS = [
    """import ftzlib as ftz; rows = ftz.read(source).metrics.head(2)
one, other = [ftz.cite(row) for _, row in rows.iterrows()]
ftz.Claim("{a} {b} {c}", a=one + one, b=one + one, c=other - other)""",
    """same = ftz.parse("The area carries 106 tasks.").metrics.rename({"m1": "m3"})
ftz.Claim("{d}", d=ftz.cite(same.iloc[0]) + ftz.cite(same.iloc[0]))""",
]


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """The pages of notebooks that a user might write."""
    folder = tmp_path_factory.mktemp("own")
    for name, cells in {"05-plain": PLAIN, "06-data": DATA, "07-formulas": FORMULAS}.items():
        notebook(folder / "notebooks", name, *cells)
    report.build([SEED], out=folder / "out", notebooks=folder / "notebooks")
    return folder / "out"


def test_a_notebook_of_plain_frames_and_axes_is_exported_as_well(own):
    page = soup(own, "05-plain")
    assert [title.get_text() for title in page.select("h1")] == ["A title"]
    assert page.select_one(".ftz-scroll[role=region][aria-label] table.dataframe")
    assert page.select_one("img[src^='data:image/png'][alt]")["alt"]
    assert page.select_one("img[src$='PGc+']")  # a picture that cannot stand inline stays an image
    assert (own / "data" / "05-plain-1.csv").read_text().splitlines()[1].startswith("0,-20,-19")


def test_the_data_of_a_table_and_of_a_chart_are_numbers_and_addresses_in_full(own):
    for number in (1, 2):
        with (own / "data" / f"06-data-{number}.csv").open(encoding="utf-8-sig", newline="") as lines:
            assert list(csv.reader(lines)) == [
                ["trade", "name", "source_url"],
                ["1234567.25", "'=a", "https://example.org/1"],
                ["", "b", ""],
            ]


def test_two_figures_of_one_formula_are_explained_each_by_its_own_rows(own):
    told = soup(own, "07-formulas").select("#how .made > div")
    assert [[link["href"] for link in how.select(".from a")] for how in told] == [["#m1"], ["#m2"], ["#m3"]]


def test_the_notebooks_can_be_laid_out_to_work_on_and_nothing_is_overwritten(tmp_path, capsys):
    assert cli.main(["notebooks", str(tmp_path / "work")]) == 0
    assert sorted(path.stem for path in (tmp_path / "work" / "notebooks").iterdir()) == STORIES
    assert (tmp_path / "work" / "seeds" / SEED.name).read_bytes() == SEED.read_bytes()
    assert cli.main(["notebooks", str(tmp_path / "work")]) == 2
    assert "would be overwritten" in capsys.readouterr().err


# What fails changes nothing


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    notebook(folder / "notebooks", "00-short", "1")
    report.build([SEED], out=folder / "out", notebooks=folder / "notebooks")
    return folder


@pytest.fixture
def old(made, tmp_path):
    """A folder with reports, made by a notebook that works."""
    return shutil.copytree(made, tmp_path / "old")


def try_report(folder: Path) -> int:
    arguments = ["report", SEED, "--out", folder / "out", "--notebooks", folder / "notebooks"]
    return cli.main([str(argument) for argument in arguments])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (["1", "1/0"], "01-bad.ipynb, cell 4 of 4: ZeroDivisionError: division by zero"),
        (["import os; os._exit(3)"], "01-bad.ipynb, cell 3 of 3: Kernel died"),
        (["import ftzlib; ftzlib.read('no.txt')"], "DocumentError: no.txt: no such file"),
    ],
)
def test_a_notebook_that_fails_is_named_and_the_old_reports_stand(old, capfd, code, words):
    before = files(old / "out")
    (old / "notebooks" / "00-short.ipynb").unlink()
    notebook(old / "notebooks", "01-bad", *code)
    assert try_report(old) == 1
    err = capfd.readouterr().err
    assert words in err and err.count("\n") == 1
    assert files(old / "out") == before
    assert [path.name for path in old.iterdir()] == ["notebooks", "out"] or len(list(old.iterdir())) == 2


def test_a_fix_that_does_not_fit_leaves_the_old_reports(old, capsys):
    article = old / SEED.name
    article.write_bytes(SEED.read_bytes())
    article.with_suffix(".fixes.toml").write_text('[[drop]]\ntable = "metrics"\nquote = "no such words"\n')
    before = files(old / "out")
    assert cli.main(["report", str(article), "--out", str(old / "out"), "--notebooks", str(old / "notebooks")]) == 2
    assert "the text has no “no such words”" in capsys.readouterr().err and files(old / "out") == before


def test_a_notebook_without_parameters_or_that_is_none_is_told(old, capsys):
    nbformat.write(new_notebook(cells=[new_code_cell("1")]), old / "notebooks" / "01-bad.ipynb")
    assert try_report(old) == 1
    assert 'no cell tagged "parameters"' in capsys.readouterr().err
    (old / "notebooks" / "01-bad.ipynb").write_text("no notebook")
    assert try_report(old) == 1
    assert "cannot be read as a notebook" in capsys.readouterr().err


def test_a_folder_that_holds_anything_else_is_never_replaced(old, capsys):
    (old / "out" / "thesis.txt").write_text("years of work")
    before = files(old / "out")
    assert try_report(old) == 2
    assert "holds thesis.txt" in capsys.readouterr().err
    assert files(old / "out") == before


def test_a_place_that_cannot_be_written_is_told(old, capsys):
    (old / "file").write_text("x")
    for out in (old / "file", old / "file" / "reports"):
        assert cli.main(["report", str(SEED), "--out", str(out), "--notebooks", str(old / "notebooks")]) == 2
        err = capsys.readouterr().err
        assert str(old / "file") in err and err.count("\n") == 1


def test_a_mark_says_what_was_read_from_it():
    found = read(SEED)
    task = found.records["metrics"][0]
    assert markup.told(found, task).startswith("metric: 106 · pilot reform tasks · total · China (Shandong)")
