"""Gold: what was checked becomes the answer that the parser is scored by."""

import json

import pytest
from visit import TEXT

import ftzlib as ftz
from ftzlib import cli
from ftzlib.facts import gold
from ftzlib.facts.records import STATED


def test_what_was_checked_is_gold_and_scores_the_parser(article, capsys):
    facts = ftz.read(article)
    for id in [row["id"] for row in facts.rows("metrics")]:
        facts = ftz.correct(facts, id) if id != "m4" else ftz.correct(facts, id, status="planned")
    assert cli.main(["gold", str(article)]) == 0
    out, err = capsys.readouterr()
    answer = json.loads(article.with_suffix(".json").read_text(encoding="utf-8"))
    assert answer.keys() == {"metrics"} and err.count("\n") == 1 and "people (1 of 1)" in err
    assert [row.get("nth") for row in answer["metrics"]] == [None, None, None, None, 1, 2]
    assert answer["metrics"][1]["part_of"] == 106 and answer["metrics"][3]["status"] == "planned"
    assert cli.main(["score", str(article.parent), "--misses"]) == 0
    out = capsys.readouterr().out
    line = next(line for line in out.splitlines() if line.startswith("metrics"))
    assert line.split()[1:4] == ["6", "6", "1.000"] and "status is 'promoted', not 'planned'" in out


@pytest.mark.parametrize(
    ("name", "raw"),
    [("visit.json", "["), ("visit.json", '{"figures": []}'), ("visit.json", '{"metrics": [{"quote": "none"}]}')],
)
def test_gold_that_is_none_is_told_in_one_line(name, raw, article, capsys):
    (article.parent / name).write_text(raw, encoding="utf-8")
    assert cli.main(["score", str(article.parent)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_articles_with_gold_that_is_none_are_told_and_the_others_scored(article, capsys):
    gold_of = '{"metrics": [{"quote": "96", "value": 96, "unit": "count", "status": "implemented"}]}'
    for name in ("visit.json", "page.json", "gone.json"):
        (article.parent / name).write_text(gold_of, encoding="utf-8")
    (article.parent / "page.md").write_text(TEXT, encoding="utf-8")
    (article.parent / "words.json").write_text(gold_of.replace('"96"', '"97"'), encoding="utf-8")
    (article.parent / "words.txt").write_text(TEXT, encoding="utf-8")
    assert cli.main(["score", str(article.parent)]) == 3
    out, err = capsys.readouterr()
    assert next(line for line in out.splitlines() if line.startswith("metrics")).split()[1] == "2"
    assert [line.rpartition("/")[2].partition(":")[0] for line in err.splitlines()] == ["gone.txt", "ftz"]
    assert "words.json: “97” stands 0 times" in err


def test_a_folder_without_gold_is_told_in_one_line(tmp_path, capsys):
    assert cli.main(["score", str(tmp_path)]) == 2
    assert "no gold" in capsys.readouterr().err


@pytest.mark.parametrize("table", gold.JUDGED)
def test_a_wrong_field_costs_the_strict_score_and_says_something_false(table):
    fields = dict.fromkeys(gold.JUDGED[table], "said")
    judged = gold.Judged(table, fields, fields, (next(iter(fields)),))
    assert judged.missed
    assert gold.score([judged]).loc[table, ["f1", "strict", "false"]].to_list() == [1, 0, 1 / len(fields)]


GOLD = [
    "1", '{"metrics": [1]}', '{"metrics": [{}]}', '{"metrics": [{"quote": 1}]}', '{"metrics": [{"quote": "96"}]}',
    '{"metrics": [{"quote": "96", "value": "x", "unit": "count"}]}', '{"metrics": [{"quote": "96", "value": 1e999, "unit": "count"}]}',
    '{"metrics": [{"quote": "96", "nth": "x", "value": 96, "unit": "count"}]}', '{"people": [{"quote": "Xue", "name": 3}]}',
    '{"metrics": [{"quote": "96", "value": 96, "unit": "count", "status": ["x"]}]}', '{"findings": [{}]}', "[" * 100_000,
    '{"metrics": [{"quote": "96", "value": %s, "unit": "count"}]}' % ("9" * 4_000), '{"statements": [{"quote": "96", "speaker": 3}]}',
]  # fmt: skip


@pytest.mark.parametrize("raw", GOLD, ids=lambda raw: raw[:60])
def test_gold_that_somebody_has_harmed_is_told_in_one_line(raw, article, capsys):
    article.with_suffix(".json").write_text(raw, encoding="utf-8")
    assert cli.main(["score", str(article.parent)]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "no gold" in err


def test_what_nobody_has_looked_at_is_no_gold(article, capsys):
    assert cli.main(["gold", str(article)]) == 2
    assert "go on with: ftz review" in capsys.readouterr().err and not article.with_suffix(".json").exists()


def test_a_table_without_rows_is_gold_when_all_others_are(article, tmp_path):
    facts = ftz.correct(ftz.read(article), "p1")
    assert gold.made(facts)[0].keys() == {"people"}
    short = tmp_path / "short.txt"
    short.write_text("The zone has 40 firms.", encoding="utf-8")
    assert gold.made(ftz.correct(ftz.read(short), "m1"))[0].keys() == set(STATED)


def test_gold_takes_the_place_of_gold_alone(article, capsys):
    ftz.correct(ftz.read(article), "p1")
    assert [cli.main(["gold", str(article)]) for _ in range(2)] == [0, 0]
    article.with_suffix(".json").write_text('{"mine": 1}', encoding="utf-8")
    assert cli.main(["gold", str(article)]) == 2
    assert "would be lost" in capsys.readouterr().err
    assert article.with_suffix(".json").read_text(encoding="utf-8") == '{"mine": 1}'
