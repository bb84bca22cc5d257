"""The parser against hand-made answers: floors for every table, and what holds for every row of every text."""

import json
from pathlib import Path

import pandas as pd
import pytest
from cases import for_each

import ftzlib as ftz
from ftzlib.facts import gold
from ftzlib.facts.records import TABLES

HERE = Path(__file__).parent
TEXTS = sorted([*HERE.glob("corpus/*.txt"), *HERE.glob("articles/*/*.txt")])

# What was reached, rounded down, so that no later change lowers it unseen: f1, and f1 of rows with every field right.
FLOORS = {
    "corpus": {
        "metrics": (0.99, 0.99), "dates": (0.99, 0.99), "people": (0.99, 0.99), "zones": (0.99, 0.99), "sectors": (0.99, 0.99),
        "events": (0.99, 0.99), "statements": (0.99, 0.99), "commitments": (0.99, 0.99), "findings": (0.99, 0.99),
    },
    "articles/dev": {
        "metrics": (0.98, 0.90), "dates": (0.99, 0.99), "people": (0.98, 0.97), "zones": (0.99, 0.99), "sectors": (0.99, 0.99),
        "events": (0.99, 0.97), "statements": (0.99, 0.99), "commitments": (0.97, 0.94), "findings": (0.99, 0.99),
    },
    "articles/heldout": {
        "metrics": (0.98, 0.89), "dates": (0.99, 0.99), "people": (0.98, 0.98), "zones": (0.99, 0.99), "sectors": (0.99, 0.99),
        "events": (0.99, 0.95), "statements": (0.97, 0.97), "commitments": (0.95, 0.95), "findings": (0.99, 0.99),
    },
}  # fmt: skip


def scores(folder, only=""):
    """Return how well each table is read in the articles of a folder whose names start with `only`."""
    return gold.score(
        judged
        for path in sorted((HERE / folder).glob(f"{only}*.json"))
        for judged in gold.judge(ftz.read(path.with_suffix(".txt")), gold.load(path))
    )


@pytest.mark.parametrize("folder", FLOORS)
def test_scores_do_not_fall(folder):
    reached = scores(folder)[["f1", "strict"]]
    floors = pd.DataFrame(FLOORS[folder], index=reached.columns).T
    assert (reached < floors.loc[reached.index]).any(axis=1).loc[lambda fallen: fallen].index.empty
    assert set(floors.index) == set(reached.index)


@pytest.mark.parametrize("folder", FLOORS)
def test_of_what_is_said_next_to_nothing_is_false(folder):
    false = scores(folder)["false"]
    assert false[false > 0.04].empty and false["metrics"] <= 0.015


def test_the_seed_is_read_whole():
    assert scores("corpus", only="00-").query("strict < 0.95").empty


@for_each(TEXTS)
def test_every_row_is_grounded_numbered_and_in_order(path):
    text = path.read_text(encoding="utf-8")
    facts = ftz.read(path)
    for table in TABLES:
        rows = facts.rows(table)
        assert all(text[row["start"] : row["end"]] == row["quote"] != "" for row in rows)
        assert len({row["id"] for row in rows}) == len(rows)
        if table != "findings":
            assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)


@for_each(TEXTS)
def test_json_holds_what_the_tables_hold(path):
    facts = ftz.read(path)
    handed = json.loads(facts.to_json())
    assert handed["schema"] == "ftzlib/facts/2"
    assert all(len(handed[table]) == len(getattr(facts, table)) for table in TABLES)
    assert facts.to_json() == ftz.read(path).to_json()


def test_an_article_without_facts_gives_empty_tables_with_columns():
    facts = ftz.parse("Nothing to see here.")
    for table in TABLES:
        frame = getattr(facts, table)
        assert len(frame) == 0
        assert frame.index.name == "id"
        assert {"start", "end", "quote", "sentence"} <= set(frame.columns)


@for_each(
    [
        "",
        " \n\n ",
        "\ufeff",
        "(((",
        '"',
        "1",
        "%",
        "a" * 5000,
        "1" * 5000,
        "nine " * 500,
        "said " * 300,
        "and " * 300,
        "“" * 300,
    ]
)
def test_odd_texts_are_read_without_an_error(text):
    assert ftz.parse(text).to_json()
