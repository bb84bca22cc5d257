"""What number, date and name readers are known to stumble over, each trap a sentence with the right answer drawn in."""

import pytest
from cases import for_each
from drawn import drawn

import ftzlib as ftz

# A number inside a word, ordinals and shares, brackets, clock times, scales set apart.
NUMBERS = [
    "The Zone is among those that none had foreseen, and everyone has gone on.",
    "Someone in the zonal office telephoned the phone operator at the milestone.",
    "It is the third such zone, and a third expo opened there.",
    "Last but not least, the first and the last of them opened at last.",
    "It drew a [third|33.33 percent] of the firms.",
    "[Two thirds|66.67 percent] of the tasks are done.",
    "A [quarter|25 percent] of the firms came in the third quarter.",
    "The tenth of [12 halls|12 count] opened.",
    "Trade hit [120 billion yuan|120000000000 CNY] ([$18.1 billion|18100000000 USD]).",
    "Trade hit [120 billion yuan|120000000000 CNY] (about [$18.1 billion|18100000000 USD]) in 2019.",
    "It won [7 billion yuan|7000000000 CNY] (up [4 percent|4 percent]).",
    "It lost ([$3 million|3000000 USD]) on the deal.",
    "The area carries [106 pilot reform tasks|106 count].",
    "Flight 106 left from gate 96 at 13:00, and Bus No 68 at 10.30.",
    "It invested [RMB 5bn|5000000000 CNY].",
    "It invested [RMB 5 bn|5000000000 CNY].",
    "It invested [RMB5bn|5000000000 CNY].",
    "It invested [RMB 5 billion|5000000000 CNY].",
    "The zone trained [1.2 million people|1200000 count].",
    "It drew [two dozen firms|24 count].",
    "[Nine|9 count] to [ten firms|10 count] came.",
    "It takes [9|9 day] to [10 days|10 day].",
    "It is one of the zones, and a one-stop window serves everyone.",
    "[５６ firms|56 count] came, and [１.２ million people|1200000 count] watched.",
]

# A modal verb, surnames and pronouns that look like days and months; the article's own day; the ends of years.
DATES = [
    "We sat in the sun, and they wed on [Sunday|2020-11-01].",
    "We will open the zone wider, and it may open, may trade and may grow.",
    "The March to openness began.",
    "Sun Hao said so, and Mon Repos Hotel agreed.",
    "The fair in [May|2020-05] was full.",
    "The area carries 106 tasks, and 96 of them, some 13 with the ministry, are done.",
    "He came in [late August last year|2019-08 END].",
    "Trade grew in the [first three quarters of 2020|P9M], from [January|2020-01] to [September|2020-09].",
]
SAID_ON = [  # a sentence and its day: of the same weekday, at the ends of months and years, after a leap day
    ("He spoke on [Friday|2020-11-06].", "2020-11-06"),
    ("He spoke on [Saturday|2020-10-31].", "2020-11-06"),
    ("He spoke on [Thursday|2020-12-31].", "2021-01-01"),
    ("He spoke on [Friday|2021-01-01].", "2021-01-01"),
    ("He spoke on [Saturday|2020-02-29].", "2020-03-01"),
    ("He spoke on [Monday|2019-12-30].", "2020-01-05"),
    ("He spoke on [Thursday|?].", None),
    ("He came [yesterday|2020-12-31].", "2021-01-01"),
    ("He came [yesterday|2020-02-29].", "2020-03-01"),
    ("He came [last month|2020-12].", "2021-01-31"),
    ("He came [a month ago|2020-02].", "2020-03-31"),
    ("He came [two years ago|2018].", "2020-02-29"),
    ("The hall opened on [Thursday|2020-11-05] at 9 a.m.", "2020-11-06"),
]

PEOPLE = [
    "[Sun Hao|director of the area], director of the area, came on Sunday.",
    "Chinese President [Xi Jinping|Chinese President] came.",
    "[Wu Zhiqiang|vice president of Tongji University], vice president of Tongji University, came.",
    "[Wang Qingxian|Party secretary of Qingdao], Party secretary of Qingdao, met [Xue Qingguo|vice mayor of Qingdao], vice mayor of Qingdao.",
]

# He is the one who spoke last, not the one who is named first or who was met.
STATEMENTS = [
    "Wu Bo, mayor of Jinan, led the group.\n\nXu Lei, head of the bureau, came on Thursday. [Trade grew|Xu Lei], he said.",
    "Wu Bo, mayor of Jinan, met Xu Lei, head of the bureau.\n\n[Trade grew|Xu Lei], Xu said.\n\n[Ships came|Wu Bo], Wu said.\n\n[The port grew|Wu Bo], he said.",
    "[Trade grew|Xu Lei], said Xu Lei, head of the bureau. [Ships came|Wu Bo], said Wu Bo, mayor of Jinan. [The port is full|Wu Bo], he said.",
]


@for_each(NUMBERS)
def test_a_number_is_one_that_the_text_states(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: (f"{round(row['value'], 2):.12g}", row["unit"]))
    assert found == expected


@for_each([*((sentence, "2020-11-06") for sentence in DATES), *SAID_ON])
def test_a_date_is_one_that_the_text_states(sentence, published):
    expected, found = drawn(sentence, "dates", lambda row: (row["value"] or "?", row["mod"]), published)
    assert found == expected


@pytest.mark.parametrize("sentence", PEOPLE)
def test_family_names_come_first_and_roles_are_no_names(sentence):
    expected, found = drawn(sentence, "people", lambda row: (row["role"],))
    assert found == expected


@pytest.mark.parametrize("sentence", STATEMENTS)
def test_a_pronoun_goes_back_to_who_spoke_last(sentence):
    expected, found = drawn(sentence, "statements", lambda row: (row["speaker"],))
    assert found == expected


def test_a_picture_credit_is_neither_a_person_nor_part_of_the_first_sentence():
    text = "Ti Gong\n\nThe area carries 106 pilot reform tasks."
    facts = ftz.parse(text)
    assert facts.rows("people") == []
    assert [sentence.span.of(text) for sentence in facts.sentences][-1] == "The area carries 106 pilot reform tasks."


def test_a_monday_that_may_help_is_the_only_date():
    assert [row["quote"] for row in ftz.parse("Monday's meeting may help.").rows("dates")] == ["Monday"]


def test_a_part_keeps_its_own_words_and_takes_its_noun_from_the_whole():
    whole, part = ftz.parse("The area carries 106 pilot reform tasks, and 96 have been implemented.").rows("metrics")
    assert (part["quote"], part["indicator"], part["part_of"]) == ("96", "pilot reform tasks", whole["id"])


def test_what_was_announced_and_what_was_named_are_compared():
    text = "The zone focuses on five industries: steel, finance, tourism and trade."
    assert [row["code"] for row in ftz.parse(text).rows("findings")] == ["list-count-mismatch"]


@for_each(["“Wáng” — ", "上海： ", "😀😀 ", "e\u0301 ", "\ufeff", "\u00a0 \u3000"])
def test_offsets_count_characters_whatever_stands_before(before):
    text = f"{before}The area drew 40 firms on Thursday, said Li Wei."
    facts = ftz.parse(text, published="2020-11-06")
    found = {
        table: [text[row["start"] : row["end"]] for row in facts.rows(table)]
        for table in ("metrics", "dates", "people")
    }
    assert found == {"metrics": ["40 firms"], "dates": ["Thursday"], "people": ["Li Wei"]}


@pytest.mark.parametrize(
    "number", ["1" * 4301, "9" * 4301 + ".5", "1," * 4301 + "1", "1 " + "trillion " * 600, "nine " * 4301]
)
def test_a_number_longer_than_any_is_no_error_and_what_follows_is_read(number):
    facts = ftz.parse(f"It drew {number} firms.\n\nThe area carries 106 tasks.")
    assert facts.rows("metrics")[-1]["quote"] == "106 tasks"
    assert facts.to_json()


def test_a_line_of_200_000_characters_is_read_to_its_end():
    line = "The area drew firms and kept on growing " * 5_000
    assert len(line) == 200_000
    assert [row["quote"] for row in ftz.parse(f"{line}with 40 firms.").rows("metrics")] == ["40 firms"]


def test_without_a_day_of_publication_the_clock_is_never_asked():
    facts = ftz.parse("He spoke yesterday, on Thursday and in late August last year.")
    assert {row["value"] for row in facts.rows("dates")} == {None}
    assert {row["code"] for row in facts.rows("findings")} == {"unresolved-date"}
