"""Texts cut anywhere, texts without sense, long texts: all are read, and twice the text is twice the work."""

import cProfile
import random
from pathlib import Path

import pytest

import ftzlib as ftz

TEXTS = {
    path.stem: path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "corpus").glob("*.txt"))
}
WINDOWS = 12  # of each text
AFTER = "\n\nThe area carries 106 tasks."

# Each lets one rule start over and over, and hardly ever come to its end.
PIECES = [
    "1,000,",
    " 42 of them",
    " 42 new ones were",
    "5 firms in 2019, ",
    "exports were 5 billion yuan, ",
    "one hundred and ",
    "on Monday ",
    "from January to June ",
    "five industries: a, b and c, ",
    "the Shanghai FTZ and its Area ",
    "he said ",
    "billion yuan ",
    "billion yuan",
    "nine hundred ",
    "more than ",
    "Nov. ",
    "2019-",
    "the area ",
    "visited the ",
    "will open ",
    "including a, b and c; ",
    "in modern marine, ",
    "Li Wei, mayor of ",
    "Wang Qingxian, ",
    "said Li Wei, ",
    "it said, ",
    "adding that ",
    "“A b c d. ",
    '"a" ',
    "- a\n",
    "(a ",
    "China (",
    "A. ",
    "<b",
    "&",
    "1" * 50,
    "-",
    "“",
    " \n",
    "The area drew 40 firms. Li Wei said so.\n\n",
]
#: What took the parser longest for its size, some of it when it was fuzzed.
SLOW = [
    "5 percent and 6 percent, ",
    " 42 were",
    "1,",
    "１，",
    "1, ",
    "2020 to 2021 and ",
    "13 zones, 13 zones of which ",
    "“a, “b, ",
    "he said he said ",
    "in in in ",
]
SIZES = [(8_000, piece) for piece in PIECES] + [(3_000, piece) for piece in SLOW]


def work(text):
    """Count the calls that reading a text takes: unlike its seconds, they are the same on any machine."""
    return read(text)[1]


def read(text):
    """Read a text; give its facts and the work that they took."""
    profile = cProfile.Profile()
    profile.enable()
    facts = ftz.parse(text, published="2020-11-06")
    facts.to_json()
    profile.disable()
    return facts, sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_is_cut_anywhere_is_read_and_its_rows_are_grounded(name):
    text, chance = TEXTS[name], random.Random(name)
    cuts = [sorted(chance.sample(range(len(text) + 1), 2)) for _ in range(WINDOWS)]
    for start, end in [*cuts, *((0, end) for _, end in cuts), *((start, len(text)) for start, _ in cuts)]:
        window = text[start:end]
        facts = ftz.parse(window, published="2020-11-06")
        rows = [row for table in facts.records for row in facts.rows(table)]
        assert all(window[row["start"] : row["end"]] == row["quote"] for row in rows), window
        assert facts.to_json()


def test_a_line_without_an_end_is_read_whole():
    facts = ftz.parse("The area carries 106 tasks and " * 5_000)
    cuts = len(facts.document.text) / 2_000  # what has no stop for so long is cut, perhaps in a number's noun
    assert len(facts.rows("metrics")) >= 5_000 - cuts


@pytest.mark.parametrize(("size", "piece"), SIZES)
def test_what_makes_no_sense_is_read_and_so_is_what_follows_and_twice_of_it_is_twice_the_work(size, piece):
    read(piece * (400 // len(piece) + 1))  # words are loaded and patterns compiled once
    (once, less), (twice, more) = (read(piece * (length // len(piece)) + AFTER) for length in (size, 2 * size))
    assert [facts.rows("metrics")[-1]["quote"] for facts in (once, twice)] == ["106 tasks"] * 2
    assert more <= 2.2 * less


def test_twice_as_many_articles_in_one_text_are_at_most_twice_the_work():
    articles = "\n\n".join(TEXTS.values())
    work(articles)
    assert work(f"{articles}\n\n{articles}") <= 2.2 * work(articles)


def test_a_name_is_looked_for_near_the_turn_that_it_may_open_and_no_farther():
    words = "It rained all day. " * 2_000
    near, far = (
        f"Talks\n\n{head}Ana Lopes: {words[:300]}"
        for head in ("Ana Lopes spoke.\n\n", f"Ana Lopes spoke.\n\n{words}\n\n")
    )
    assert [row["speaker"] for row in ftz.parse(near).rows("statements")] == ["Ana Lopes"]
    assert ftz.parse(far).rows("statements") == []
