"""What a person puts right: the file beside an article, what it does to the rows, and what it can not do."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest
from conftest import ROOT
from visit import TEXT, answers, fixed, told

import ftzlib as ftz
from ftzlib import cli
from ftzlib.facts import by_hand, export, fixes, markup
from ftzlib.facts.fixes import CorrectionError, Fix
from ftzlib.facts.records import STATED
from ftzlib.text.document import DocumentError

SET = '[[set]]\ntable = "metrics"\nquote = "13"\nstatus = "planned"\nby = "A. Reader"\non = 2026-11-26\nwhy = "being promoted"\n'
ADD = '[[add]]\ntable = "people"\nquote = "mayor"\nnth = 1\nname = "Li Na"\nrole = ""\n'
DROP = '[[drop]]\ntable = "metrics"\nquote = "68 innovations"\n'


def test_a_field_is_put_right_and_what_the_rules_read_is_kept(article):
    facts = fixed(article, SET)
    row = told(facts, "13")
    assert (row["status"], row["basis"], row["rules_read"]) == ("planned", "corrected", "status promoted")
    (made,) = facts.corrections.to_dict("records")
    assert (made["field"], made["read"], made["stands"], made["state"]) == ("status", "promoted", "planned", "applied")
    assert (made["by"], made["on"], made["why"]) == ("A. Reader", "2026-11-26", "being promoted")


def test_other_rows_stay_as_they_were_read(article):
    before = ftz.read(article)
    after = fixed(article, SET)
    for table in ("metrics", "dates", "people", "statements"):
        rows = [row for row in after.rows(table) if row["quote"] != "13"]
        assert rows == [row for row in before.rows(table) if row["quote"] != "13"]
        assert "basis" not in rows[0]


def test_without_corrections_the_rules_alone_are_heard(article):
    fixed(article, SET + DROP)
    facts = ftz.read(article, corrections=False)
    assert told(facts, "13")["status"] == "promoted" and told(facts, "68 innovations")
    assert facts.corrections.empty


def test_a_row_is_added_at_its_words(article):
    facts = fixed(article, ADD)
    (row,) = [row for row in facts.rows("people") if row["start"] == TEXT.index("mayor")]
    assert (row["name"], row["role"], row["basis"], row["rules_read"]) == ("Li Na", None, "corrected", "no row")
    assert [row["id"] for row in facts.rows("people")] == ["p1", "p2"]


def test_a_row_is_dropped_and_what_was_its_part_is_part_of_nothing(article):
    assert told(ftz.read(article), "13")["part_of"]
    facts = fixed(article, DROP)
    assert not [row for row in facts.rows("metrics") if row["quote"] == "68 innovations"]
    assert told(facts, "13")["part_of"] is None
    assert told(facts, "96")["part_of"] == told(facts, "106 pilot reform tasks")["id"]
    assert facts.corrections.why.dropna().to_list() == ["its whole was dropped"]
    assert told(facts, "13")["id"] in ftz.review(facts).index  # nobody has looked at it


def test_the_whole_of_a_part_is_named_by_its_words_and_an_empty_string_is_an_empty_field(article):
    facts = fixed(
        article, '[[set]]\ntable = "metrics"\nquote = "13"\npart_of = "106 pilot reform tasks"\nindicator = ""\n'
    )
    row = told(facts, "13")
    assert row["part_of"] == told(facts, "106 pilot reform tasks")["id"] and row["indicator"] is None
    assert row["rules_read"].startswith("part_of 68 innovations; indicator ") or "part_of 68" in row["rules_read"]


def test_findings_are_those_of_the_corrected_rows(article):
    facts = fixed(article, '[[set]]\ntable = "metrics"\nquote = "96"\nvalue = 960\n')
    assert [row["code"] for row in facts.rows("findings")] == ["part-exceeds-whole"]
    assert ftz.read(article, corrections=False).rows("findings") == []


def test_of_words_that_stand_more_than_once_nth_says_which(article):
    facts = fixed(article, '[[set]]\ntable = "metrics"\nquote = "40 firms"\nnth = 2\nstatus = "planned"\n')
    assert [row["status"] for row in facts.rows("metrics") if row["quote"] == "40 firms"] == ["reported", "planned"]


def test_what_the_rules_read_by_themselves_is_told_and_is_no_error(article, capsys):
    fixed(
        article,
        '[[set]]\ntable = "metrics"\nquote = "96"\nstatus = "implemented"\n'
        + '[[drop]]\ntable = "metrics"\nquote = "so far"\n',
    )
    assert cli.main(["facts", str(article), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err.count("\n") == 2 and err.count("no longer needed") == 2 and "“96”" in err
    assert "basis" not in json.loads(out)["metrics"][1]


WRONG = [
    ('[[set]]\ntable = "metrics"\nquote = "97"\nstatus = "planned"', "the text has no “97”"),
    ('[[set]]\ntable = "metrics"\nquote = "so far"\nstatus = "planned"', "read no row of metrics at “so far”"),
    ('[[set]]\ntable = "metrics"\nquote = "40 firms"\nstatus = "planned"', "2 rows of metrics are “40 firms”"),
    ('[[set]]\ntable = "metrics"\nquote = "40 firms"\nnth = 3\nstatus = "planned"', "stands 2 times"),
    ('[[set]]\ntable = "metrics"\nquote = "96"\nstatus = "done"', "write one of total, implemented"),
    ('[[set]]\ntable = "metrics"\nquote = "96"\nunit = "parsecs"', "unit is 'parsecs'"),
    ('[[set]]\ntable = "metrics"\nquote = "96"\nunit = ""', "unit may not be empty"),
    ('[[set]]\ntable = "metrics"\nquote = "96"\nvalue = "96"', "write a number"),
    ('[[set]]\ntable = "metrics"\nquote = "96"\nvalue = nan', "write a number"),
    ('[[set]]\ntable = "metrics"\nquote = "96"\nas_of = "last year"', "write a date as 2020-11-05"),
    ('[[set]]\ntable = "metrics"\nquote = "96"\nstate = "planned"', "metrics have no field 'state'"),
    ('[[set]]\ntable = "metrics"\nquote = "106 pilot reform tasks"\npart_of = "96"', "is this row, or a part of it"),
    ('[[set]]\ntable = "metrics"\nquote = "96"\npart_of = "so far"', "add that one first"),
    ('[[set]]\ntable = "figures"\nquote = "96"', "table is 'figures'"),
    ('[[set]]\ntable = "findings"\nquote = "96"', "table is 'findings'"),
    ('[[set]]\ntable = "metrics"\nid = "m2"', "quote is None"),
    ('[[add]]\ntable = "metrics"\nquote = "so far"', "must have value, unit"),
    ('[[add]]\ntable = "dates"\nquote = "Qingdao"\ntype = "DATE"', "stands 2 times in the text; say with nth"),
    (
        '[[add]]\ntable = "metrics"\nquote = "68"\nvalue = 68\nunit = "count"',
        "“68 innovations” there is; [[set]] that one",
    ),
    ('[[drop]]\ntable = "metrics"\nquote = "96"\nstatus = "planned"', "has no status"),
    ('[[set]]\ntable = "metrics"\nquote = "and 96"\nstatus = "planned"', "but “96” there is; "),
    ('[[add]]\ntable = "metrics"\nquote = "and 96"\nvalue = 96\nunit = "count"', "but “96” there is; "),
    ('[[drop]]\ntable = "metrics"\nquote = "and 96"', "but “96” there is; "),
    ('[[keep]]\ntable = "metrics"\nquote = "2020 it had 40"', "“40 firms” (nth = 2) there is; write its words"),
    (
        '[[set]]\ntable = "metrics"\nquote = "96"\npart_of = "carries 106"',
        "“106 pilot reform tasks” there is; write its words as part_of",
    ),
    (
        '[[set]]\ntable = "metrics"\nquote = "96"\nzone = "Jinan"',
        "zone is 'Jinan'; write one of China (Shandong) Pilot",
    ),
    (
        '[[set]]\ntable = "zones"\nquote = "Qingdao Area"\nname = "Qingdao"',
        "name is 'Qingdao'; write it in full, as China (PROVINCE)",
    ),
    ('[[add]]\ntable = "zones"\nquote = "vice mayor"', "name is 'vice mayor'; write one of China (Shandong) Pilot"),
    ('[[set]]\ntable = "metrics"\nquote = "96"\nas_of = "P3Y"', "write a date as 2020-11-05"),
    ('[[set]]\ntable = "metrics"\nquote = "96"\nspeaker = 1', "speaker is 1; write text in quotation marks"),
    ('[[set]]\ntable = "metrics"\nquote = "96"\npart_of = "96"\npart_of_nth = 0', "part_of_nth is 0"),
    ('[[set]]\ntable = "dates"\nquote = "2019"\nvalue = "P3Y"', "value is 'P3Y'; write a date"),
    ('[[set]]\ntable = "dates"\nquote = "2019"\ntype = "DURATION"', "value is '2019'; write a period as P3Y"),
    ('[[set]]\ntable = "dates"\nquote = "2019"\nmod = "LATE"', "write one of START, MID, END"),
    ('[[add]]\ntable = "sectors"\nquote = "reform"\nkind = "trade"', "write one of industry, center, function"),
    ('[[add]]\ntable = "sectors"\nquote = "reform"\nkind = "function"\nisic = "Z9"', "isic is 'Z9'; write a section"),
    ('[[add]]\ntable = "events"\nquote = "formed"\nkind = "party"', "write one of visit, briefing"),
    ('[[add]]\ntable = "events"\nquote = "formed"\nkind = "visit"\nparticipants = "Li Na"', "write a list of names"),
    ('[[set]]\ntable = "metrics"\nquote = "96"\nnth = 0\nstatus = "planned"', "nth is 0"),
    ('[[change]]\ntable = "metrics"\nquote = "96"', "[[change]] is none of"),
    ('[set]\ntable = "metrics"', "in two pairs of brackets"),
    ("[[set]\n", "no valid TOML"),
]


@pytest.mark.parametrize(("toml", "words"), WRONG)
def test_what_cannot_be_applied_is_one_line_and_exit_two(toml, words, article, capsys):
    article.with_suffix(".fixes.toml").write_text(toml, encoding="utf-8")
    assert cli.main(["facts", str(article)]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and words in err and "visit.fixes.toml" in err


@pytest.mark.parametrize(
    ("field", "given", "stands"),
    [
        ("zone", "China (Gansu) Pilot Free Trade Zone", "China (Gansu) Pilot Free Trade Zone"),
        ("zone", "China (Hubei) Pilot Free Trade Zone  Wuhan Area", "China (Hubei) Pilot Free Trade Zone Wuhan Area"),
        ("unit", "yuan", "CNY"),
        ("unit", "Tonnes", "t"),
        ("unit", "VND", "VND"),
        ("as_of", "2020-W44-WE", "2020-W44-WE"),
        ("speaker", " ", None),
    ],
)
def test_what_is_right_by_its_form_is_taken(field, given, stands, article):
    facts = ftz.correct(ftz.read(article), "m2", **{field: given})
    assert told(facts, "96")[field] == stands
    assert ftz.read(article).to_json() == facts.to_json()


def test_fixes_in_another_encoding_are_refused_and_left_alone(article, capsys):
    raw = SET.replace("A. Reader", "René").encode("latin-1")
    article.with_suffix(".fixes.toml").write_bytes(raw)
    assert cli.main(["facts", str(article)]) == 2
    assert "not UTF-8" in capsys.readouterr().err
    with pytest.raises(DocumentError, match="not UTF-8"):
        ftz.correct(ftz.read(article, corrections=False), "m1")
    assert article.with_suffix(".fixes.toml").read_bytes() == raw


@pytest.mark.parametrize("path", sorted(ROOT.glob("tests/articles/dev/*.txt"))[::2], ids=lambda path: path.stem)
def test_every_row_can_be_kept_as_it_was_read(path, tmp_path):
    article = tmp_path / path.name
    article.write_bytes(path.read_bytes())
    facts = ftz.read(article)
    for table in STATED:
        for row in facts.rows(table):
            fix = Fix(action="keep", **by_hand.where(facts, table, row), given=by_hand.as_read(facts, table, row))
            with article.with_suffix(".fixes.toml").open("a", encoding="utf-8") as file:
                file.write(fixes.written(fixes.checked(fix)))
    assert {made.state for made in ftz.read(article).corrected} <= {"checked"}


def test_each_fix_that_does_not_fit_has_its_line(article, capsys):
    article.with_suffix(".fixes.toml").write_text(f"{WRONG[0][0]}\n{WRONG[1][0]}\n{SET}", encoding="utf-8")
    assert cli.main(["facts", str(article)]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_a_correction_is_in_every_form_of_the_facts(article):
    facts = fixed(article, SET)
    assert json.loads(facts.to_json())["corrections"][0]["stands"] == "planned"
    rows = list(csv.DictReader(io.StringIO(export.to_csv(facts, "metrics"))))
    assert [row["basis"] for row in rows if row["quote"] in ("13", "96")] == ["read", "corrected"]
    bodies = [item["body"][1]["value"] for item in json.loads(export.to_annotations(facts))["items"]]
    assert sum('"basis": "corrected"' in body for body in bodies) == 1
    assert "corrected by hand, the rules read status promoted" in markup.article(facts)
    assert facts.metrics.query("basis == 'corrected'").rules_read.to_list() == ["status promoted"]


def test_the_json_of_an_article_without_fixes_speaks_of_none(article):
    assert not {"corrections", "basis"} & json.loads(ftz.read(article).to_json()).keys()


def test_an_archive_reads_an_article_anew_whose_fixes_have_changed(article, tmp_path, capsys):
    import pyarrow.parquet as pq

    out = tmp_path / "facts"
    assert cli.main(["corpus", str(article), "--out", str(out), "--workers", "1"]) == 0
    article.with_suffix(".fixes.toml").write_text(SET, encoding="utf-8")
    assert cli.main(["corpus", str(article), "--out", str(out), "--workers", "1"]) == 0
    rows = pq.read_table(out / "metrics").to_pylist()
    assert [row["rules_read"] for row in rows if row["basis"] == "corrected"] == ["status promoted"]


def test_an_archive_counts_what_is_no_longer_needed_and_says_where_it_stands(article, tmp_path, capsys):
    import pyarrow.parquet as pq

    out = tmp_path / "facts"
    needless = '[[set]]\ntable = "metrics"\nquote = "96"\nstatus = "implemented"\n'
    article.with_suffix(".fixes.toml").write_text(f"{SET}\n{needless}", encoding="utf-8")
    assert cli.main(["corpus", str(article), "--out", str(out), "--workers", "1"]) == 0
    said = capsys.readouterr().err
    assert said == f"ftz: corrections that are no longer needed: 1; {out / 'corrections'} says which\n"
    rows = pq.read_table(out / "corrections").to_pylist()
    assert [(row["quote"], row["state"]) for row in rows] == [("13", "applied"), ("96", "no longer needed")]
    assert cli.main(["corpus", str(article), "--out", str(out), "--workers", "1"]) == 0
    assert not capsys.readouterr().err  # it is known


# In a notebook


def test_correct_writes_the_file_and_gives_the_facts_that_it_makes(article):
    facts = ftz.read(article)
    row = facts.metrics.query("quote == '13'").iloc[0]
    after = ftz.correct(facts, row, status="planned", part_of=None, why="being promoted")
    assert told(after, "13")["status"] == "planned" and told(after, "13")["part_of"] is None
    assert ftz.read(article).to_json() == after.to_json()
    again = ftz.correct(after, "m2", drop=True)
    assert ftz.read(article).rows("metrics") == again.rows("metrics")


@pytest.mark.parametrize(
    "steps",
    [
        [{"status": "planned"}, {"drop": True}],
        [{}, {"status": "planned"}],
        [{"status": "planned"}, {"status": "formed"}, {}],
        [{"status": "planned"}, {"status": "promoted"}],
        [{"status": "promoted"}, {"status": "promoted"}],
        [{"quote": "so far", "value": 1, "unit": "count"}, {"row": "m3", "drop": True}],
    ],
)
def test_what_is_put_right_step_by_step_is_what_is_read_again(steps, article):
    facts = ftz.read(article)
    for step in steps:
        row = {} if "quote" in step else {"row": next(r["id"] for r in facts.rows("metrics") if r["quote"] == "13")}
        facts = ftz.correct(facts, **(row | step))
    assert ftz.read(article).to_json() == facts.to_json()


def test_a_row_of_a_table_is_known_by_its_place_where_the_ids_have_moved(article):
    facts = before = ftz.read(article)
    for _, row in before.metrics.query("value in (68, 13)").iterrows():
        facts = ftz.correct(facts, row, drop=True)
    assert {row["value"] for row in facts.rows("metrics")} == {106, 96, 40}
    with pytest.raises(CorrectionError, match="no row 'm4'"):
        ftz.correct(facts, before.metrics.loc["m4"], status="planned")
    assert told(ftz.correct(facts, before.metrics.loc["m2", ["value"]], status="planned"), "96")["status"] == "planned"


def test_a_whole_number_is_written_as_one(article):
    facts = ftz.correct(ftz.read(article), "m2", value=ftz.read(article).metrics.loc["m1", "value"] - 9)
    assert '"value": 97,' in facts.to_json() and facts.to_json() == ftz.read(article).to_json()


def test_what_is_as_the_rules_read_it_again_is_not_corrected(article):
    facts = ftz.correct(ftz.correct(ftz.read(article), "m4", status="planned"), "m4", status="promoted")
    assert "basis" not in told(facts, "13")


def test_a_row_that_is_set_to_what_it_says_is_kept(article):
    facts = ftz.correct(ftz.read(article), "m4", status="promoted", part_of="68 innovations")
    (made,) = facts.corrected
    assert (made.action, made.state, made.id) == ("keep", "checked", "m4")


def test_a_checked_row_stays_checked_where_the_ids_move(article):
    facts = ftz.correct(ftz.correct(ftz.read(article), "m4"), "m3", drop=True)
    assert facts.corrections.query("action == 'keep'").index.to_list() == [told(facts, "13")["id"]]


def test_a_row_that_was_kept_stands_where_the_rules_no_longer_read_it(article):
    facts = fixed(article, '[[keep]]\ntable = "metrics"\nquote = "so far"\nvalue = 1\nunit = "count"\n')
    assert told(facts, "so far")["rules_read"] == "no row"


def test_a_later_fix_sees_the_rows_as_the_earlier_left_them(article):
    facts = fixed(
        article,
        DROP
        + '[[add]]\ntable = "metrics"\nquote = "68"\nvalue = 68\nunit = "count"\n'
        + '[[set]]\ntable = "metrics"\nquote = "68"\nstatus = "formed"\n'
        + '[[set]]\ntable = "metrics"\nquote = "13"\npart_of = "68"\n',
    )
    assert told(facts, "68")["status"] == "formed" and told(facts, "13")["part_of"] == told(facts, "68")["id"]
    assert told(facts, "13")["rules_read"] == "part_of 68 innovations"


def test_correct_refuses_and_writes_nothing(article):
    facts = ftz.read(article)
    for fields in ({"status": "done"}, {"part_of": "no such words"}, {"colour": "red"}):
        with pytest.raises(CorrectionError):
            ftz.correct(facts, "m2", **fields)
    for wrong, words in (
        ({"row": "m99", "status": "planned"}, "no row 'm99'"),
        ({"row": facts.metrics}, "no row '"),
        ({"row": "m2", "drop": True, "status": "planned"}, "has no status"),
        ({"row": "m2", "quote": "so far"}, "stay as they are"),
        ({"quote": "so far", "drop": True}, "name a row"),
        ({"quote": "so far", "nth": "1", "value": 1, "unit": "count"}, "nth is '1'"),
        ({"quote": "so far", "table": "figures"}, "table is 'figures'"),
    ):
        with pytest.raises(CorrectionError, match=words):
            ftz.correct(facts, **wrong)
    with pytest.raises(CorrectionError, match="read from no file"):
        ftz.correct(ftz.parse(TEXT), "m2", status="planned")
    assert not article.with_suffix(".fixes.toml").exists()


# What comes from elsewhere

WHERE = '[[set]]\ntable = "metrics"\nquote = "13"\n'
DOTS = ".a" * 25_000
BOMBS = {
    "dots": f"a{DOTS} = 1",
    "dots behind a sign of equality": f'"="{DOTS} = 1',
    "dots in a table in a line": f"[[set]]\nx = {{a{DOTS} = 1}}",
    "dots in a heading": f"[[a{DOTS}]]",
    "arrays": "a = " + "[" * 5_000 + "]" * 5_000,
    "tables": "a = " + "{a=" * 3_000,
    "digits": "a = " + "1" * 5_000,
    "a value of 400 digits": f"{WHERE}value = {'9' * 400}",
    "a value that cannot be written": f"{WHERE}value = 0x{'f' * 9_000}",
    "a place that cannot be written": f"{WHERE}nth = 0x{'f' * 9_000}",
    "a reason that cannot be written": f"{WHERE}why = 0x{'f' * 9_000}",
    "a whole's place that cannot be written": f'{WHERE}part_of = "96"\npart_of_nth = 0x{"f" * 9_000}',
    "a table that is a list": '[[set]]\ntable = ["metrics"]\nquote = "13"',
    "a table that is a table": '[[set]]\ntable = {a = 1}\nquote = "13"',
    "a long name": f"{WHERE}{'x' * 100_000} = 1",
    "a long quote": f'[[set]]\ntable = "metrics"\nquote = "{"x" * 100_000}"\nstatus = "planned"',
    "very many": '[[keep]]\ntable = "metrics"\nquote = "13"\n' * 20_000,
    "too large": "#" * 2_000_000,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_no_file_of_fixes_hangs_or_ends_in_a_traceback(bomb, article, capsys):
    article.with_suffix(".fixes.toml").write_text(BOMBS[bomb], encoding="utf-8")
    assert cli.main(["facts", str(article)]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and len(err) < 600 and "visit.fixes.toml" in err


def test_of_very_many_that_do_not_fit_the_first_are_told(article, capsys):
    article.with_suffix(".fixes.toml").write_text('[[keep]]\ntable = "metrics"\nquote = "97"\n' * 100, encoding="utf-8")
    assert cli.main(["facts", str(article)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 21 and lines[-1].endswith("and 80 more like these")


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_fixes_that_are_no_file_are_refused_at_once(kind, article, capsys):
    beside = article.with_suffix(".fixes.toml")
    {"pipe": os.mkfifo, "device": lambda path: path.symlink_to("/dev/zero"), "folder": os.mkdir}[kind](beside)
    assert cli.main(["facts", str(article)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_no_answer_is_written_through_a_link_to_what_is_not_there(article):
    article.with_suffix(".fixes.toml").symlink_to(article.parent / "elsewhere")
    with pytest.raises(CorrectionError, match="leads nowhere"):
        ftz.correct(ftz.read(article), "m1")
    assert not (article.parent / "elsewhere").exists()


def test_two_who_answer_at_once_lose_no_answer(article):
    code = "import sys, ftzlib as ftz; facts = ftz.read(sys.argv[1])\nfor n in range(15): ftz.correct(facts, 'm1', why='x' * 9000)"
    running = [subprocess.Popen([sys.executable, "-c", code, str(article)]) for _ in range(2)]
    assert [each.wait() for each in running] == [0, 0]
    assert len(ftz.read(article).corrections) == 30


def test_what_one_takes_back_is_not_what_another_wrote(article):
    mine, fix = by_hand.put_right(
        ftz.read(article), Fix(action="set", table="metrics", quote="96", given={"status": "planned"})
    )
    ftz.correct(ftz.read(article), "m4", status="planned", why="another's")
    facts = by_hand.take_back(mine, fix)
    assert [(row["quote"], row["basis"]) for row in facts.rows("metrics") if "basis" in row] == [("13", "corrected")]
    assert ftz.read(article).to_json() == facts.to_json()
    with pytest.raises(CorrectionError, match="does not stand there any more"):
        by_hand.take_back(facts, fix)


def test_what_another_answer_needs_is_not_taken_back(article):
    added = Fix(action="add", table="metrics", quote="so far", given={"value": 1, "unit": "count"})
    facts, fix = by_hand.put_right(ftz.read(article), added)
    ftz.correct(facts, "m3", status="planned")
    before = article.with_suffix(".fixes.toml").read_bytes()
    with pytest.raises(CorrectionError, match="read no row of metrics at “so far”"):
        by_hand.take_back(facts, fix)
    assert article.with_suffix(".fixes.toml").read_bytes() == before


TAKE_BACK = """
import sys, ftzlib as ftz
from ftzlib.facts import by_hand, fixes
facts = ftz.read(sys.argv[1])
for n in range(16):
    given = {"action": "set", "table": "metrics", "quote": "13", "given": {"status": "planned"}, "why": f"{sys.argv[2]} {n}"}
    _, fix = by_hand.put_right(facts, fixes.Fix(**given))
    if n % 2:
        by_hand.take_back(facts, fix)
"""


def test_two_who_answer_and_take_back_at_once_lose_nothing_and_leave_nothing_else(article):
    running = [subprocess.Popen([sys.executable, "-c", TAKE_BACK, str(article), who]) for who in "ab"]
    assert [each.wait() for each in running] == [0, 0]
    whys = [row["why"] for row in ftz.read(article).wide_rows("corrections")]
    assert sorted(whys) == sorted(f"{who} {n}" for who in "ab" for n in range(0, 16, 2))
    assert sorted(path.name for path in article.parent.iterdir()) == ["visit.fixes.toml", "visit.toml", "visit.txt"]


def test_a_file_that_another_writes_is_waited_for_and_no_longer_than_that(article, monkeypatch):
    lock = article.with_suffix(".fixes.toml.lock")
    lock.touch()
    monkeypatch.setattr(by_hand, "LONGEST_WAIT", 0.05)
    with pytest.raises(CorrectionError, match="remove this file if nobody does"):
        ftz.correct(ftz.read(article), "m1")
    assert lock.exists() and not article.with_suffix(".fixes.toml").exists()


def test_what_cannot_be_written_leaves_the_old_answers_and_nothing_else(article, monkeypatch):
    before = fixed(article, SET)
    monkeypatch.setattr(by_hand, "written", lambda fix: "\udc80")
    with pytest.raises(UnicodeEncodeError):
        ftz.correct(before, "m1")
    assert article.with_suffix(".fixes.toml").read_text(encoding="utf-8") == SET
    assert not article.with_suffix(".fixes.toml.lock").exists()


def test_line_ends_rights_and_links_of_the_file_stay(article):
    real = article.parent / "elsewhere.toml"
    real.write_bytes(SET.replace("\n", "\r\n").encode())
    real.chmod(0o600)
    article.with_suffix(".fixes.toml").symlink_to(real)
    facts, fix = by_hand.put_right(ftz.read(article), Fix(action="keep", table="metrics", quote="96"))
    assert len(facts.corrected) == 2 and article.with_suffix(".fixes.toml").is_symlink()
    by_hand.take_back(facts, fix)
    assert real.read_bytes() == SET.replace("\n", "\r\n").encode() and real.stat().st_mode & 0o777 == 0o600


STEERS = "\x00\x1b[31m\x9b\u202e\u2066"
SPEAKS = json.dumps("<img src=x onerror=alert(1)></td><script>1</script>=cmd|$x$" + STEERS)
HOSTILE = (
    f'[[add]]\ntable = "people"\nquote = "mayor"\nname = {SPEAKS}\nrole = {SPEAKS}\nby = {SPEAKS}\nwhy = {SPEAKS}\n'
    f'[[set]]\ntable = "metrics"\nquote = "13"\nindicator = {SPEAKS}\nscope = {SPEAKS}\non = {SPEAKS}\n'
    f'[[drop]]\ntable = "metrics"\nquote = "so far"\nwhy = {SPEAKS}\n'
)  # fmt: skip


def test_what_a_fix_says_steers_no_terminal(article, capsys):
    fixed(article, HOSTILE)
    for arguments in (["--format", "table"], ["--explain"], ["--doubtful"], ["--format", "json"]):
        assert cli.main(["facts", str(article), *arguments]) == 0
        told = capsys.readouterr()
        assert not set(STEERS) - set("[31m") & set(told.out + told.err), arguments
    with answers("s", "s", "w", "scope", "", "", "q"):
        assert cli.main(["review", str(article)]) == 0
    assert not set(STEERS) - set("[31m") & set(capsys.readouterr().out)


def test_what_a_fix_says_is_text_on_a_page_and_in_a_table(article):
    facts = fixed(article, HOSTILE)
    table = ftz.table(facts.corrections)
    for html in (markup.article(facts), markup.in_notebook(facts), table.html, ftz.table(facts.people).html):
        assert not {"<img", "<script", "\x1b", "\u202e"} & {
            each for each in ("<img", "<script", "\x1b", "\u202e") if each in html
        }
    written = list(csv.reader(io.StringIO(table.csv)))
    assert not [cell for row in written for cell in row if cell.startswith(("=", "+", "@"))]
