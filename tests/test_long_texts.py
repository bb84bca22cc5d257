"""Long and broken texts: nothing raises, and twice the text is twice the work.

Work is counted in calls of functions, which no busy machine changes.
"""

import random
import sys
from pathlib import Path

import pytest

import ftzlib as ftz

TEXTS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "corpus").glob("*.txt"))]
PIECES = (
    "5 percent and 6 percent, ", "1,000,", "“A b c d. ", "visited the ", "it will open ", "- a\n", "(a ", "100 tasks, of which 3 ",
    "5 billion yuan ", "on Monday ", "from January to June ", "he said that ", "five industries: a, b and c, ", "2020 to 2021 ",
    "the Shanghai FTZ and its Area ", "Li Ming, mayor of Jinan, said ", "Expo 2020 ", "one hundred and ", "a\n\n", "\" a ", "<a ",
)  # fmt: skip
REPEATED = 1000


def calls(text):
    """How many functions are called while a text is read, all tables and the JSON included."""
    count = 0

    def note(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        ftz.parse(text, published="2023-05-05").to_json()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", PIECES)
def test_twice_an_awkward_text_is_at_most_little_more_than_twice_the_work(piece):
    calls(piece * 2)  # lexicons are loaded
    once, twice = calls(piece * REPEATED), calls(piece * 2 * REPEATED)
    assert twice <= 2.2 * once


def test_twice_a_newspaper_is_at_most_little_more_than_twice_the_work():
    paper = "\n\n".join(TEXTS)
    calls(paper)
    assert calls(f"{paper}\n\n{paper}") <= 2.2 * calls(paper)


def test_a_text_may_break_off_anywhere():
    chance = random.Random(5)
    for text in TEXTS:
        for _ in range(60):
            start, end = sorted(chance.sample(range(len(text)), 2))
            facts = ftz.parse(text[start : min(end, start + 400)], published="2023-05-05")
            assert all(row["quote"] == facts.document.text[row["start"] : row["end"]] for row in facts.rows("metrics"))


def test_a_line_without_an_end_is_read():
    facts = ftz.parse("The area carries 106 tasks and " * 5000, published="2023-05-05")
    cuts = len(facts.document.text) / 2000  # what has no stop for so long is cut, perhaps in a number's noun
    assert len(facts.rows("metrics")) >= 5000 - cuts
