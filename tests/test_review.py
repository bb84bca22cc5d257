"""The doubtful rows first: as a list, and asked about one by one at the terminal."""

import re
import sys

import pytest
from visit import TEXT, answers, told

import ftzlib as ftz
from ftzlib import cli
from ftzlib.facts import review
from ftzlib.facts.fixes import CorrectionError


def test_review_lists_what_nobody_has_looked_at_the_most_doubtful_first(article):
    facts = ftz.read(article)
    listed = ftz.review(facts)
    assert len(listed) == sum(len(facts.rows(table)) for table in facts.records)
    assert listed.doubt.is_monotonic_decreasing
    assert listed.loc["m2", "reading"].startswith(
        "96 · pilot reform tasks · implemented · part of 106 pilot reform tasks"
    )
    assert len(ftz.review(ftz.correct(facts, "m2"))) == len(listed) - 1


def test_review_asks_row_by_row_and_writes_each_answer_at_once(article, capsys):
    first = ftz.review(ftz.read(article))
    with answers("r", "maybe", "d", "s", "q"):
        assert cli.main(["review", str(article), "--by", "A. Reader"]) == 0
    out = capsys.readouterr().out
    assert "write one of" in out and f"{len(first) - 2} rows left to check" in out
    written = article.with_suffix(".fixes.toml").read_text(encoding="utf-8")
    assert written.index("[[keep]]") < written.index("[[drop]]") and written.count('by = "A. Reader"') == 2
    assert len(ftz.review(ftz.read(article))) == len(first) - 2


def test_review_says_which_of_how_many_rows_is_asked_about(article, monkeypatch):
    asked, typed = [], iter(["s", "r", "b", "q"])
    monkeypatch.setattr("prompt_toolkit.prompt", lambda question, **_: asked.append(question) or next(typed))
    assert cli.main(["review", str(article)]) == 0
    rows = len(ftz.review(ftz.read(article)))
    assert [question.partition(":")[0] for question in asked] == [f"row {n} of {rows}" for n in (1, 2, 3, 2)]


def test_a_wrong_field_that_is_given_as_it_was_read_is_kept_and_that_is_told(article, capsys):
    with answers("w", "status", "implemented", "", "q"):
        assert cli.main(["review", str(article), "--table", "metrics"]) == 0
    assert "kept as right" in capsys.readouterr().out
    assert "[[keep]]" in article.with_suffix(".fixes.toml").read_text(encoding="utf-8")


def test_a_wrong_field_is_typed_and_what_it_may_not_be_is_said(article, capsys):
    listed = ftz.review(ftz.read(article))
    row = listed[listed.table == "metrics"].index[0]
    before = ["s"] * list(listed.index).index(row)
    with answers(*before, "w", "status", "done", "Plan", "indicator", "new tasks", "", "q"):
        assert cli.main(["review", str(article)]) == 0
    assert "write one of total, implemented" in capsys.readouterr().out
    (made,) = ftz.read(article).metrics.query("basis == 'corrected'").to_dict("records")
    assert (made["status"], made["indicator"]) == ("planned", "new tasks")


def test_what_was_answered_or_skipped_last_can_be_taken_back(article, capsys):
    first = ftz.review(ftz.read(article))
    with answers("b", "r", "d", "b", "s", "b", "b", "q"):
        assert cli.main(["review", str(article)]) == 0
    assert f"{len(first)} rows left to check" in capsys.readouterr().out
    assert ftz.read(article).corrections.empty


def test_a_missed_row_is_added_and_what_it_lacks_is_asked(article):
    with answers("a", "no such", "vice mayor", "dat", "DATE", "value", "soon", "2020", "", "a", "", "q"):
        assert cli.main(["review", str(article)]) == 0
    with answers("a", "40 firms", "commitments", "2", "actor", "Qingdao", "", "q"):
        assert cli.main(["review", str(article)]) == 0
    facts = ftz.read(article)
    assert "2020" in facts.dates.query("basis == 'corrected'").value.to_list()
    (row,) = facts.rows("commitments")
    assert (row["start"], row["actor"]) == (TEXT.rindex("40 firms"), "Qingdao")


def test_value_and_unit_of_a_missed_figure_are_asked_for(article):
    article.write_text(TEXT + " On the quay: 31-metre cranes.")
    assert not [row for row in ftz.read(article).rows("metrics") if "31" in row["quote"]]
    with answers("a", "31", "metrics", "31", "count", "indicator", "cranes", "", "q"):
        assert cli.main(["review", str(article)]) == 0
    row = told(ftz.read(article), "31")
    assert (row["value"], row["unit"], row["indicator"]) == (31, "count", "cranes")


def test_words_beside_a_row_are_told_before_anything_else_is_asked(article, capsys):
    with answers("a", "and 96", "metrics", "a", "96", "metrics", "97", "count", "", "q"):
        assert cli.main(["review", str(article)]) == 0
    assert "“96” there is a row of metrics: give its words" in capsys.readouterr().out
    assert told(ftz.read(article), "96")["value"] == 97


def test_what_was_answered_before_an_interruption_stands(article, capsys):
    with answers("r", "\x03"):
        assert cli.main(["review", str(article)]) == 130
    assert "what was answered is in" in capsys.readouterr().err
    assert len(ftz.read(article).corrections) == 1


def test_an_interruption_before_the_first_answer_changes_nothing(article, capsys):
    with answers("\x03"):
        assert cli.main(["review", str(article)]) == 130
    assert "nothing was changed" in capsys.readouterr().err and not article.with_suffix(".fixes.toml").exists()


def test_an_article_that_is_no_file_is_not_reviewed():
    with answers("r"), pytest.raises(CorrectionError, match="read from no file"):
        review.at_terminal(ftz.parse(TEXT))


def test_the_doubtful_rows_are_listed_with_reasons(article, capsys):
    article.write_text(f"{TEXT} Its exports rose by 7 percent.")
    assert cli.main(["facts", str(article), "--doubtful"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("m4  13: 13 · innovations" in line for line in lines)
    assert "less doubtful" not in lines[-1]
    assert "how likely a field of the row is wrong" in lines[0] and lines[1].startswith("? why a row may be wrong")
    assert any(re.fullmatch(r" +\? what it counts, rule “.+”: wrong in \d+ of \d+", line) for line in lines)
    reasons = [line.partition(":")[0] for line in lines if line.startswith("      ? ")]
    assert "      ? no role" not in reasons and not [reason for reason in reasons if "none" in reason]


def test_a_noun_that_stands_far_before_its_number_and_a_long_sentence_make_it_doubtful():
    far = "The trade volume, which had grown in each of the years since the zone was opened to firms of all countries, "
    facts = ftz.parse(f"{far}reached 40 billion yuan. " + "The zone, near the old port, " * 12 + "has 40 firms.")
    told = {quote: reasons for quote, reasons in ftz.review(facts)[["quote", "reasons"]].to_numpy()}
    assert "its noun stands far before it" in told["40 billion yuan"]
    assert "a long sentence" in told["40 firms"] and "a long sentence" not in told["40 billion yuan"]


def test_rows_that_disagree_stand_first_and_say_so(article, capsys):
    article.write_text("The Qingdao Area was assigned 86 pilot tasks, of which 91 have been completed. " + TEXT)
    assert cli.main(["facts", str(article), "--doubtful"]) == 0
    lines = capsys.readouterr().out.splitlines()
    heads = [n for n, line in enumerate(lines) if re.match(r"\d\.\d\d  ", line)]
    assert {lines[n].split()[3] for n in heads[:2]} == {"91:", "86"}
    for n in heads[:2]:
        assert lines[n + 1].strip() == "? Does the text give “91” as a part of “86 pilot tasks”?"
    assert not any("not judged" in line or " of 0" in line for line in lines)


def test_of_a_list_that_is_announced_with_another_number_the_number_stands_first(article):
    article.write_text("The zone focuses on five industries: shipping, finance and tourism. " + TEXT)
    listed = ftz.review(ftz.read(article))
    asked = listed[listed.reasons.str.contains("Does the text name all of")]
    assert asked.table.to_list() == ["metrics", *["sectors"] * 3] and listed.index[0] == asked.index[0]
    assert listed.table.iloc[1] == "metrics"


def test_the_list_of_doubtful_rows_ends_and_says_how_many_more_there_are(article, capsys):
    article.write_text(TEXT + " The Qingdao Area has 30 banks. It also has 12 docks." * 6)
    assert cli.main(["facts", str(article), "--doubtful"]) == 0
    out = capsys.readouterr().out
    told = re.findall(r"^(\d\.\d\d)  ", out, re.MULTILINE)
    more = len(ftz.review(ftz.read(article))) - len(told)
    assert len(told) >= 15 and more and f"and {more} less doubtful ones" in out


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("The zone has formed nearly 40 innovations.", "nearly 40 · innovations · formed"),
        ("The zone has no fewer than 40 firms.", "no fewer than 40 · firms · reported"),
        ("Of its innovations, 40 have been promoted nationwide.", "40 · innovations · promoted · nationwide"),
        ("In all, 40 innovations were promoted in Fujian Province.", "promoted · across Fujian Province"),
    ],
)
def test_a_reading_is_in_words(text, reading):
    facts = ftz.parse(text)
    assert reading in facts.in_words(facts.records["metrics"][0])


@pytest.mark.parametrize(
    ("table", "text", "reading"),
    [
        ("people", TEXT, "Xue Qingguo · role vice mayor of Qingdao"),
        ("commitments", "The Qingdao Area will open a port.", "actor Qingdao Area"),
        ("events", "A press conference was held in Jinan on Nov. 5, 2020.", "briefing · date 2020-11-05 · place Jinan"),
        ("dates", "It will open in late 2020.", "late 2020"),
        ("dates", "It opened on Thursday.", "no day"),
    ],
)
def test_a_reading_says_which_field_it_is(table, text, reading):
    facts = ftz.parse(text)
    assert facts.in_words(facts.records[table][0]) == reading


def test_one_table_is_asked_about_to_its_end(article, capsys):
    with answers(*"rrrrrr", "q"):
        assert cli.main(["review", str(article), "--table", "metrics"]) == 0
    assert "0 rows left to check" in capsys.readouterr().out
    assert set(ftz.read(article).corrections.table) == {"metrics"}


def test_what_an_answer_has_made_of_a_row_and_of_its_parts_is_told(article, capsys):
    listed = ftz.review(ftz.read(article)).query("table == 'metrics'")
    before = ["s"] * list(listed.quote).index("106 pilot reform tasks")
    with answers(*before, "w", "status", "planned", "", *["b"] * (len(before) + 1), *before, "d", "q"):
        assert cli.main(["review", str(article), "--table", "metrics"]) == 0
    out = capsys.readouterr().out
    assert "  “106 pilot reform tasks”: status planned, was total\n" in out
    assert (
        "  “96”: part_of empty, was 106 pilot reform tasks (its whole was dropped; it will be asked about again)" in out
    )


def test_what_is_shown_breaks_at_words_where_the_terminal_ends(article, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with answers("q"):
        assert cli.main(["review", str(article)]) == 0
    assert cli.main(["facts", str(article), "--doubtful"]) == 0
    shown = capsys.readouterr().out
    assert "has formed 68 innovations with [13] being promoted" in " ".join(shown.split())
    lines = shown.partition("those that people have checked\n")[2].partition("answers are in")[0].splitlines()
    assert all(len(line) <= 40 for line in lines if line.startswith("      "))
