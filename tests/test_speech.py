"""Who is named, who speaks, and who promises."""

import pytest
from drawn import drawn

import ftzlib as ftz

PEOPLE = [
    "[Xue Qingguo|vice mayor of Qingdao], vice mayor of Qingdao, spoke.",
    "Qingdao Vice Mayor [Xue Qingguo|Qingdao Vice Mayor] spoke.",
    "[Ouyang Xiu|director of the office], who is also director of the office, spoke.",
    "[Erkin Tuniyaz|chairman of the region], chairman of the region, spoke.",
    "[John Smith|president of a club in Suzhou], president of a club in Suzhou, spoke.",
    "The rose grower [Li Na|rose grower] spoke.",
    "[Li Ming|truck driver], 45, a truck driver, spoke.",
    "[Zhao Lei|head of the bureau] (right), head of the bureau, spoke.",
    "[Peter O'Neil|chief executive of Port Co], chief executive of Port Co, spoke.",
    "[Song Jie|director of the Heihe Area], spoke. Later Song, director of the Heihe Area, left.",
]
NOBODY = [
    "An Anhui delegation met in Hong Kong and at Sun Yat-sen University.",
    "The Greater Bay Area and Tianjin Port grew.",
]


@pytest.mark.parametrize("sentence", PEOPLE)
def test_people_with_their_roles(sentence):
    expected, found = drawn(sentence, "people", lambda row: (row["role"],))
    assert found == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_places_and_bodies_are_nobody(sentence):
    assert ftz.parse(sentence).rows("people") == []


@pytest.mark.parametrize(
    "credit", ["Ti Gong", "Photo: Wei Bo/VCG", "[Photo by Zhang Lei]", "By Li Ming", "Graphics: Huang Mei"]
)
def test_a_picture_credit_is_nobody(credit):
    facts = ftz.parse(f"Trade grows in the zone\n\n{credit}\n\nTrade grew, said Li Wei, mayor of Jinan.")
    assert [row["name"] for row in facts.rows("people")] == ["Li Wei"]


STATEMENTS = [
    "[Trade grew|Li Wei], said Li Wei, mayor of Jinan.",
    "[Trade grew|Li Wei], Li Wei said on Friday.",
    "Li Wei said that [trade grew|Li Wei].",
    "Li Wei, mayor of Jinan, noted that [trade grew|Li Wei], adding that [ships came|Li Wei].",
    "[Trade grew|Li Wei], Li Wei, mayor of Jinan, told a press conference on Friday.",
    "According to the commerce bureau, [trade grew|commerce bureau].",
    "[Trade grew|commerce bureau], according to data from the commerce bureau.",
    '"[We will keep on working. It pays|Li Wei]," said Li Wei.',
    "“[We work hard|Li Wei],” Li Wei said.",
    "[Trade grew|city officials], city officials said.",
    "He Yafei, deputy head of the bureau, pointed out that [trade grew|He Yafei].",
    "According to Zhang Wei, who heads the bureau, [trade grew|Zhang Wei].",
    "Figures from the commerce bureau show [trade grew fast|commerce bureau].",
    "Trade is growing: “[We see more ships|Li Wei],” says Li Wei.",
    "[The zone|Li Wei], Li Wei said, [has 300 firms|Li Wei].",
    "[Trade grew|official], an official said.",
    "[Trade grew|officials], their officials said.",
    "[Trade grew|officials], said officials on Friday.",
    "Responding to a question about the zones, Li Wei noted that [trade grew|Li Wei].",
    "[The league sold more tickets|league], it said on Friday.",
]
SILENT = [
    "Trade grew, and ships came.",
    "The area has to say that trade grew.",
    "According to the plan, trade will grow.",
    'The "1+N" policy works.',
    "Speaking on Monday, Li Wei, mayor of Jinan, pledged to cut fees.",
    "Asked what had changed, Li Wei, mayor of Jinan, pointed to the bridge.",
    "The zone added 15 routes, and it announced a package of measures.",
]


@pytest.mark.parametrize("sentence", STATEMENTS + SILENT)
def test_statements_with_their_speakers(sentence):
    expected, found = drawn("He came in May. " + sentence, "statements", lambda row: (row["speaker"],))
    assert found == expected


def test_pronouns_and_short_names_go_back_to_the_speaker():
    text = "Trade grew, said Li Wei, mayor of Jinan.\n\nShips came, Li said.\n\nIt rained, he said.\n\nIt snowed, the mayor said."
    assert [row["speaker"] for row in ftz.parse(text).rows("statements")] == ["Li Wei"] * 4


def test_a_place_that_opens_an_item_is_no_part_of_what_is_said():
    (row,) = ftz.parse("In brief\n\nNingbo: The area drew 71 projects this year, the bureau said.").rows("statements")
    assert row["quote"] == "The area drew 71 projects this year"


def test_a_pronoun_without_an_antecedent_makes_no_statement():
    assert ftz.parse("Trade grew, he said.").rows("statements") == []


COMMITMENTS = [
    "Li Wei said that [the zone would build a pier|zone] and [test new rules|zone].",
    '"[We\'ll cut fees|Li Wei]," said Li Wei.',
    '"[I will cut fees|Li Wei]," said Li Wei.',
    "Next, [the area will build a pier|area].",
    "[The zone will cut fees|zone] and [open two ports|zone].",
    "[The zone plans to cut fees|zone].",
    "[Nine centers will be set up|].",
    "[The ministry plans to hold an exhibition in Xiamen on Dec. 8|ministry].",
    "In May, [the city aims to draw 60 firms|city].",
]
NO_PROMISE = [
    "Trade will grow and reach a record.",
    "The fair will be held in May.",
    "More routes may follow.",
    "Output is expected to exceed 1 trillion yuan.",
]


@pytest.mark.parametrize("sentence", COMMITMENTS + NO_PROMISE)
def test_promises_with_their_actors(sentence):
    expected, found = drawn(sentence, "commitments", lambda row: (row["actor"],))
    assert found == expected


def test_a_list_behind_a_colon_is_promised_line_by_line():
    facts = ftz.parse(
        "By 2025, the area will:\n\n• deepen the channel;\n\n• open 12 routes; and\n\n• train 1,500 brokers.\n\nIt is big."
    )
    assert [(row["quote"], row["actor"]) for row in facts.rows("commitments")] == [
        ("deepen the channel", "area"),
        ("open 12 routes", "area"),
        ("train 1,500 brokers", "area"),
    ]
    assert {row["status"] for row in facts.rows("metrics")} == {"planned"}
