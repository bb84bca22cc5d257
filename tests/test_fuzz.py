"""Texts that nobody would write: nothing raises, and every row stands on its words."""

import pytest
from fuzz import SPICE, TEXTS, check, mutants
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROUNDS = 150  # `make fuzz` has many more
WORDS = sorted({word for text in TEXTS for word in text.split()})
prose = st.lists(st.sampled_from(WORDS) | st.sampled_from(SPICE) | st.text(max_size=4), max_size=60)
quick = settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)


@quick
@given(st.text(st.characters(), max_size=300))
def test_any_string_can_be_read(text):
    check(text)


@quick
@given(prose.map(" ".join))
def test_the_words_of_articles_can_be_read_in_any_order(text):
    check(text)


def test_articles_that_were_damaged_can_be_read():
    for text in mutants(ROUNDS, seed=1):
        check(text)


@pytest.mark.parametrize("text", ["ll build zones.", "ll", "The zone grew.\n\nll build 13 zones."])
def test_a_text_may_open_with_a_stump_of_a_word(text):
    check(text)
