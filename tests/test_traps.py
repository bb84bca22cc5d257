"""What other parsers of dates, numbers and names are known to trip over, and this one must not."""

import pytest

import ftzlib as ftz

PUBLISHED = "2020-11-06"  # a Friday


def rows(text, table, published=PUBLISHED):
    return ftz.parse(text, published=published).rows(table)


def quotes(text, table):
    return [row["quote"] for row in rows(text, table)]


@pytest.mark.parametrize(
    "text", ["The Zone grew.", "The third expo opened.", "One of the officials left.", "It may rain."]
)
def test_no_number_stands_inside_a_word_an_ordinal_or_a_pronoun(text):
    assert quotes(text, "metrics") == []


def test_a_sum_in_brackets_is_not_negative():
    (yuan, dollars) = rows("Trade hit 123 billion yuan ($18.1 billion).", "metrics")
    assert (yuan["value"], dollars["value"], dollars["unit"]) == (123e9, 18.1e9, "USD")


@pytest.mark.parametrize(("text", "value"), [("RMB 5 bn", 5e9), ("RMB5bn", 5e9), ("1.2 million yuan", 1.2e6)])
def test_money_is_read_with_its_scale(text, value):
    (row,) = rows(f"Trade hit {text}.", "metrics")
    assert (row["value"], row["unit"]) == (value, "CNY")


def test_a_range_keeps_both_its_ends():
    assert [row["value"] for row in rows("It takes between 20 and 30 days.", "metrics")] == [20, 30]


@pytest.mark.parametrize(
    "text", ["We grew.", "Sun Hao, mayor of Jinan, spoke.", "It carries 106 tasks, and 96 are done.", "It may grow."]
)
def test_words_and_counts_are_no_dates(text):
    assert quotes(text, "dates") == []


@pytest.mark.parametrize(
    ("phrase", "published", "value"),
    [
        ("late August last year", "2020-11-06", "2019-08"),
        ("Friday", "2020-11-06", "2020-11-06"),  # the day of the article is the day meant
        ("Thursday", "2020-11-06", "2020-11-05"),
        ("yesterday", "2021-01-01", "2020-12-31"),
        ("yesterday", "2020-03-01", "2020-02-29"),
        ("last month", "2021-01-31", "2020-12"),
        ("a month ago", "2020-03-31", "2020-02"),
        ("two years ago", "2020-02-29", "2018"),
    ],
)
def test_a_date_keeps_its_granularity_also_where_months_and_years_end(phrase, published, value):
    (row,) = rows(f"It opened {phrase}.", "dates", published)
    assert row["value"] == value


def test_no_time_of_day_is_made_up():
    assert all("T" not in (row["value"] or "") for row in rows("It opened on Thursday at 9 a.m.", "dates"))


def test_a_picture_credit_is_nobody():
    assert rows("Trade grows in the zone\n\nTi Gong\n\nTrade grew.", "people") == []


def test_he_is_who_was_named_last_and_not_who_is_spoken_of():
    text = (
        "Wang Qingxian, mayor of Qingdao, led the group.\n\nXue Qingguo, vice mayor of Qingdao, spoke at the "
        "briefing on Thursday. The area carries 106 tasks, he said."
    )
    assert [row["speaker"] for row in rows(text, "statements")] == ["Xue Qingguo"]


def test_a_bare_number_is_tied_to_what_it_counts_and_keeps_its_own_words():
    whole, part = rows("The area carries 106 pilot reform tasks, and 96 have been implemented.", "metrics")
    assert (part["quote"], part["indicator"], part["part_of"]) == ("96", "pilot reform tasks", whole["id"])


def test_offsets_count_code_points_behind_any_script():
    text = "自贸区 📈 “增长” — the area carries 106 tasks."
    (row,) = rows(text, "metrics")
    assert text[row["start"] : row["end"]] == row["quote"] == "106 tasks"


def test_a_code_of_thousands_of_digits_is_no_number():
    assert rows(f"The file {'7' * 4301} lists tasks.", "metrics") == []


def test_what_was_announced_and_what_was_named_are_compared():
    text = "The zone focuses on five industries: steel, finance, tourism and trade."
    assert [row["code"] for row in rows(text, "findings")] == ["list-count-mismatch"]
