"""Where an article may come from: a file with or without a sidecar, standard input, a saved page, Markdown."""

import datetime as dt
import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT
from laid import FIGURE, notebook

import ftzlib as ftz
from ftzlib import cli
from ftzlib.facts.records import TABLES
from ftzlib.report import build as report
from ftzlib.text.document import Source

FIRST = "The Qingdao Area carries 106 pilot reform tasks, and 96 have been implemented, officials said on Thursday."
SECOND = "It has formed 68 innovations, of which 13 have been promoted across Shandong Province — “a start”, they said."
NAVIGATION = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/b'>Business: 12 stories</a></li></ul></nav>"
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="CHARSET"><title>Area forms 68 innovations - The Paper</title>
<meta property="og:title" content="Area forms 68 innovations">
<meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2020-11-06T10:00:00+08:00">
<link rel="canonical" href="https://example.org/news/68">
</head><body>{NAVIGATION}
<article><h1>Area forms 68 innovations</h1><p>{FIRST}</p>
<p>{SECOND}</p></article>
<footer>Copyright 2024. 14 cookies.</footer></body></html>"""
MARKDOWN = f"""---
title: "Area forms 68 innovations"
source: https://example.org/news/68
published: 2020-11-06T10:00:00
site: The Paper
---
# Area forms 68 innovations

The **Qingdao Area** carries [106 pilot reform tasks](https://example.org/106), and 96
have been implemented, officials said on Thursday.

- {SECOND}
"""


def save(folder, name, text, charset="utf-8"):
    path = folder / name
    path.write_bytes(text.replace("CHARSET", charset).encode(charset))
    return path


def values(facts):
    return [row["value"] for row in facts.rows("metrics")]


@pytest.fixture
def pipe(monkeypatch, capsys):
    """Run a command with a text on its standard input; give its status and what it says."""

    def run(text, *arguments):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return cli.main([*map(str, arguments)]), *capsys.readouterr()

    return run


# A saved page


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.XHTML", "page.txt", "page"])
def test_the_article_of_a_saved_page_is_read_without_what_stands_around_it(name, tmp_path):
    facts = ftz.read(save(tmp_path, name, PAGE))
    assert [value for value in values(facts) if value in (106, 96)] == [106, 96]
    assert not {12, 14} & set(values(facts))
    assert "Home" not in facts.document.text and "cookies" not in facts.document.text


def test_offsets_point_into_the_text_that_was_taken_out(tmp_path):
    facts = ftz.read(save(tmp_path, "page.html", PAGE))
    for table in TABLES:
        for row in facts.rows(table):
            assert facts.document.text[row["start"] : row["end"]] == row["quote"]
    assert f"{FIRST}\n\n{SECOND}" in facts.document.text


def test_what_the_page_says_of_itself_is_metadata(tmp_path):
    document = ftz.read(save(tmp_path, "page.html", PAGE)).document
    day = dt.date(2020, 11, 6)
    assert document.source == Source(
        "Area forms 68 innovations", "The Paper", "https://example.org/news/68", day, "metadata"
    )
    assert document.sha256 == hashlib.sha256((tmp_path / "page.html").read_bytes()).hexdigest()


def test_a_day_among_the_words_of_a_page_is_no_day_of_publication(tmp_path):
    page = PAGE.replace('<meta property="article:published_time" content="2020-11-06T10:00:00+08:00">', "")
    page = page.replace(FIRST, f"{FIRST} The rules took effect on May 4, 2019.")
    source = ftz.read(save(tmp_path, "page.html", page)).document.source
    assert (source.published, source.published_basis) == (None, "unknown")


def test_the_sidecar_goes_before_the_page_and_the_option_before_both(tmp_path):
    path = save(tmp_path, "page.html", PAGE)
    save(tmp_path, "page.toml", "published = 2021-01-02\npublisher = 'Another'")
    source = ftz.read(path).document.source
    assert (source.published, source.publisher) == (dt.date(2021, 1, 2), "Another")
    assert source.url == "https://example.org/news/68"
    assert ftz.read(path, published="2022-03-04").document.source.published == dt.date(2022, 3, 4)


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "windows-1252"])
def test_a_page_is_read_in_its_own_encoding(charset, tmp_path):
    assert SECOND in ftz.read(save(tmp_path, "page.html", PAGE, charset)).document.text


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<html><body></body></html>", "no article was found"),
        ("<html><body><script>let a = 1</script><img src='a.png'></body></html>", "no article was found"),
        ("", "no web page"),
        ("<html>\0", "no web page"),
    ],
)
def test_a_page_without_an_article_is_told_in_one_line(page, words, tmp_path, capsys):
    assert cli.main(["facts", str(save(tmp_path, "page.html", page))]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and words in err and "page.html" in err


# Markdown


def test_markdown_is_read_without_its_marks(tmp_path):
    facts = ftz.read(save(tmp_path, "note.md", MARKDOWN))
    assert facts.document.text == f"Area forms 68 innovations\n\n{FIRST}\n\n{SECOND}"
    assert [value for value in values(facts) if value in (106, 96)] == [106, 96]


def test_front_matter_is_metadata(tmp_path):
    source = ftz.read(save(tmp_path, "note.md", MARKDOWN)).document.source
    day = dt.date(2020, 11, 6)
    assert source == Source("Area forms 68 innovations", "The Paper", "https://example.org/news/68", day, "metadata")


@pytest.mark.parametrize("day", ["soon", "", "2020-13-45"])
def test_a_day_that_is_none_is_left_out_of_front_matter(day, tmp_path):
    source = ftz.read(save(tmp_path, "note.md", f"---\ndate: {day}\n---\n{FIRST}")).document.source
    assert (source.published, source.published_basis) == (None, "unknown")


def test_a_rule_is_no_front_matter(tmp_path):
    text = ftz.read(save(tmp_path, "note.md", f"{FIRST}\n\n---\n\n{SECOND}\n")).document.text
    assert text == f"{FIRST}\n\n{SECOND}"


# Standard input


@pytest.mark.parametrize("text", [f"{FIRST}\n\n{SECOND}", PAGE.replace("CHARSET", "utf-8")])
def test_an_article_may_come_from_standard_input(text):
    command = [sys.executable, "-m", "ftzlib.cli", "facts", "-", "--format", "json", "--published", "2020-11-06"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    given = json.loads(done.stdout)
    assert given["document"]["id"] == "standard-input"
    assert [row["value"] for row in given["metrics"] if row["value"] in (106, 96)] == [106, 96]
    assert given["document"]["published"] == "2020-11-06"


@pytest.mark.parametrize("command", ["facts", "report"])
@pytest.mark.parametrize(("text", "words"), [("", "empty"), ("%PDF-1.7", "PDF"), ("a\0b", "not text")])
def test_standard_input_that_is_no_article_is_told_in_one_line(command, text, words, tmp_path, pipe):
    options = ["--out", tmp_path / "out", "--notebooks", ROOT / "notebooks"] * (command == "report")
    status, out, err = pipe(text, command, "-", *options)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("ftz: standard input: ") and words in err


def test_standard_input_is_read_once(tmp_path, pipe):
    status, _, err = pipe(FIRST, "report", "-", "-", "--out", tmp_path / "out")
    assert status == 2 and "once only" in err


# Reports on them


@pytest.fixture(scope="module")
def reports_on_all(tmp_path_factory):
    """Reports on a page, a note, a plain text and standard input, made in one go by a notebook that shows a figure."""
    folder = tmp_path_factory.mktemp("all")
    short = notebook(folder / "notebooks", "00-short", FIGURE)
    paths = [save(folder, "page.html", PAGE), save(folder, "note.md", MARKDOWN), save(folder, "a.txt", FIRST)]
    with pytest.MonkeyPatch.context() as piped:
        piped.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SECOND.encode())))
        report.build([*paths, Path("-")], out=folder / "out", notebooks=short)
    return folder / "out"


def test_several_sources_of_all_kinds_make_one_set_of_reports(reports_on_all):
    links = BeautifulSoup((reports_on_all / "index.html").read_text(), "html.parser").select("h2 a")
    assert [link["href"].split("/")[0] for link in links] == ["page", "note", "a", "standard-input"]


@pytest.mark.parametrize("name", ["page", "note"])
def test_the_evidence_is_the_text_that_was_taken_out_and_it_is_handed_out(name, reports_on_all):
    out = reports_on_all / name
    page = BeautifulSoup((out / "00-short.html").read_text(encoding="utf-8"), "html.parser")
    assert FIRST in page.select_one(".ftz-article").get_text()
    front = (out / "index.html").read_text(encoding="utf-8")
    assert "The Paper" in front and "6 November 2020" in front and "data/article.txt" in front
    text = (out / "data" / "article.txt").read_text(encoding="utf-8")
    given = json.loads((out / "data" / "facts.json").read_text(encoding="utf-8"))
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in given["metrics"])


def test_a_plain_article_is_its_own_text(reports_on_all):
    assert (reports_on_all / "a" / "data" / "facts.json").exists()
    assert not (reports_on_all / "a" / "data" / "article.txt").exists()


# Several at once


def test_several_articles_are_one_collection_with_their_names_as_a_column(tmp_path):
    paths = [save(tmp_path, "a.txt", FIRST), save(tmp_path, "b.txt", SECOND)]
    facts = ftz.read_many([*paths, paths[0]])
    one, two = map(ftz.read, paths)
    for table in TABLES:
        frame = getattr(facts, table)
        assert (frame.columns[0], frame.index.name) == ("document", "id")
        assert len(frame) == len(one.table(table)) + len(two.table(table))
        assert frame.index.is_unique
    whole = facts.metrics.loc[facts.metrics.part_of.dropna()]
    assert list(whole.document) == list(facts.metrics.dropna(subset="part_of").document)
    assert list(facts.metrics.document.unique()) == ["a", "b"]


def test_articles_of_one_name_keep_apart(tmp_path):
    paths = [save(tmp_path, "visit.txt", FIRST)]
    for year in ("2020", "2021"):
        (tmp_path / year).mkdir()
        paths.append(save(tmp_path / year, "visit.txt", f"{FIRST} {year}"))
    names = list(ftz.read_many(paths[1:]).documents)
    assert names == ["2020-visit", "2021-visit"]
    assert len(set(ftz.read_many(paths).documents)) == 3


def test_a_collection_of_nothing_has_all_tables_and_one_article_is_a_collection(tmp_path):
    facts = ftz.read_many([])
    assert [len(getattr(facts, table)) for table in TABLES] == [0] * len(TABLES)
    assert list(ftz.read_many(save(tmp_path, "a.txt", FIRST)).documents) == ["a"]
    with pytest.raises(AttributeError, match="has no 'places'"):
        _ = facts.places


COUNT = "The China (Shandong) Pilot Free Trade Zone Qingdao Area had formed {} innovations by the end of 2021.\n"


def test_two_values_for_one_thing_and_day_are_a_finding_across_documents(tmp_path):
    paths = [save(tmp_path, f"{name}.txt", COUNT.format(value)) for name, value in (("a", 168), ("b", 176), ("c", 176))]
    found = ftz.read_many(paths).findings
    assert list(found.code) == ["conflicting-values"] * 2
    assert list(found.document) == ["b", "c"]
    assert list(found.refs) == [("a/m1", "b/m1"), ("a/m1", "c/m1")]
    assert found.message.iloc[0] == "Are 168 (a) and 176 (b) innovations both given for 2021?"
    assert list(found.quote) == ["176 innovations"] * 2


@pytest.mark.parametrize(
    "other",
    [
        COUNT.format(168),
        COUNT.format("more than 176"),
        COUNT.format(176).replace("2021", "2022"),
        COUNT.format(176).replace("Qingdao", "Yantai"),
        COUNT.format(176).replace("formed", "promoted"),
        COUNT.format(176).replace("innovations", "projects"),
        "Nothing was counted.",
    ],
)
def test_what_differs_in_zone_status_date_or_precision_contradicts_nothing(other, tmp_path):
    paths = [save(tmp_path, "a.txt", COUNT.format(168)), save(tmp_path, "b.txt", other)]
    assert not len(ftz.read_many(paths).findings)
