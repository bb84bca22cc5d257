"""Claims, key figures and tables: each figure leads to what it rests on, and nothing is said without it."""

from html.parser import HTMLParser

import pytest
from gold import QINGDAO, gold

import ftzlib as ftz
from ftzlib.evidence.figures import Indicator, Missing, Reference, Stated
from ftzlib.evidence.links import show
from ftzlib.stories.questions import inferences, priorities, reading, reforms, visits, voices
from ftzlib.stories.sources import stated

TASKS = Stated(id="m1", value=106, quote="106 pilot reform tasks", sentence="The area carries 106 pilot reform tasks.")
RATE = Indicator(name="implementation rate", value=0.9057, formula="96 / 106 = 0.906", inputs=("m2", "m1"), form=".1%")
RANGE = Indicator(name="pace", value=6.7, low=6.61, high=6.76, formula="…", assumption="it goes on", form=".1f")
LATE = Stated(id="d2", value="2019-08", mod="END", quote="late August last year")
GONE = Missing("The source does not say when.")


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("It carries {tasks}.", "It carries 106."),
        ("It carries {tasks:quote}.", "It carries 106 pilot reform tasks."),
        ("{rate} are done.", "90.6% are done."),
        ("{rate:.0%} are done.", "91% are done."),
        ("At {range} a month.", "At 6.6 to 6.8 a month."),
        ("At {range:.0f} a month.", "At 7 a month."),
        ("Unveiled in {late}.", "Unveiled in late August 2019."),
        ("Unveiled in {late:quote}.", "Unveiled in late August last year."),
        ("{money} in trade.", "more than 1.2 trillion yuan in trade."),
        ("{big} people.", "12,345 people."),
        ("{tasks:task is|tasks are} listed.", "106 tasks are listed."),
        ("{one:task is|tasks are} listed.", "1 task is listed."),
        ("{one:~task|tasks}.", "task."),
        ("{names} spoke.", "Xue, Wu and Wang spoke."),
        ("{pairs}.", "shipping and logistics, and trade."),
        ("Braces {{stay}}.", "Braces {stay}."),
    ],
)
def test_a_claim_reads_its_values_out(template, text):
    money = Stated(id="m9", value=1.2e12, unit="CNY", mod="MORE_THAN", quote="1.2 trillion yuan")
    values = {
        "tasks": TASKS,
        "rate": RATE,
        "range": RANGE,
        "late": LATE,
        "money": money,
        "big": 12345,
        "one": 1,
    }
    lists = {"names": ["Xue", "Wu", "Wang"], "pairs": ["shipping and logistics", "trade"]}
    assert ftz.Claim(template, **values, **lists).text == text


def test_a_stated_figure_leads_to_its_words():
    assert ftz.Claim("{tasks}", tasks=TASKS).html == (
        '<a class="ftz-stated" href="#m1" '
        'title="106 pilot reform tasks — The area carries 106 pilot reform tasks.">106</a>'
    )


def test_a_derived_figure_shows_its_formula_its_inputs_and_its_assumption():
    assert ftz.Claim("{rate}", rate=RATE).html == (
        '<a class="ftz-derived" href="#how-implementation-rate" data-name="implementation rate" '
        'data-formula="96 / 106 = 0.906" data-inputs="m2 m1" title="96 / 106 = 0.906">90.6%</a>'
    )
    assert 'title="…; holds if it goes on"' in ftz.Claim("{range}", range=RANGE).html


def test_a_reference_leads_to_its_page_and_to_no_other_scheme():
    peers = Reference(
        value=80, unit="percent", mod="LESS_THAN", url="https://example.org/a", publisher="P", date="2020"
    )
    assert ftz.Claim("{peers}", peers=peers).html == (
        '<a class="ftz-reference" href="https://example.org/a" title="P, 2020">less than 80%</a>'
    )
    odd = Reference(value="a page", url="javascript:alert(1)", publisher="P")
    assert ftz.Claim("{odd}", odd=odd).html == "a page"


@pytest.mark.parametrize(
    ("otherwise", "text"),
    [(None, "The source does not say when."), ("Nobody says when.", "Nobody says when."), ("", "")],
)
def test_a_claim_without_all_its_values_says_so_instead(otherwise, text):
    assert ftz.Claim("On {day}, {tasks}.", otherwise, day=GONE, tasks=TASKS).text == text
    none = Indicator(name="rate", value=None, reason="The source does not say when.")
    assert ftz.Claim("{rate}", otherwise, rate=none).text == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"tasks": TASKS, "rate": RATE}, "90.6% of 106 done"),
        ({"tasks": TASKS, "rate": GONE}, "106 to do"),
        ({"tasks": GONE, "rate": GONE}, "Nothing counted {yet}"),
    ],
)
def test_a_headline_is_the_first_whose_values_are_all_there(values, text):
    headline = ftz.Headline("{rate} of {tasks} done", "{tasks} to do", otherwise="Nothing counted {yet}", **values)
    assert headline.text == text
    assert headline._repr_mimebundle_()["text/html"].startswith('<p class="ftz-headline"')


def test_a_row_of_a_table_can_stand_in_a_claim():
    facts = gold(QINGDAO)
    claim = ftz.Claim("{tasks} and {who}", tasks=facts.metrics.loc["m1"], who=facts.rows("people")[1])
    assert claim.text == "106 and Xue Qingguo"
    assert 'href="#m1"' in claim.html
    assert 'href="#p2"' in claim.html


def test_a_name_that_was_not_given_is_an_error_that_lists_what_was():
    with pytest.raises(KeyError, match=r"names \{task\}, which was not given; given are: tasks, rate"):
        ftz.Claim("{task}", tasks=TASKS, rate=RATE)


def test_words_of_the_article_are_escaped_everywhere():
    evil = '<script>alert("1")</script>'
    row = Stated(id="m1", value=evil, quote=evil, sentence=f"{evil}!")
    shown = [
        ftz.Claim("{a} {b} <i>", a=row, b=evil).html,
        ftz.table([{evil: row, "b": evil}], evil).html,
        ftz.glance(("{a}", evil), a=row).html,
    ]
    assert not any("<script" in html or "<i>" in html for html in shown)


def test_outputs_come_as_text_and_as_html():
    for shown in (
        ftz.Claim("{a}", a=TASKS),
        ftz.Brief(ftz.Claim("{a}", a=TASKS)),
        ftz.table([{"a": TASKS}], "A"),
    ):
        bundle = shown._repr_mimebundle_()
        assert list(bundle) == ["text/plain", "text/html"]
        assert bundle["text/plain"] == repr(shown)


def test_a_brief_says_nothing_twice_and_leaves_out_what_is_empty():
    claims = [ftz.Claim("{a}", a=GONE), ftz.Claim("{a} {b}", a=GONE, b=TASKS), ftz.Claim("{a}", "", a=GONE)]
    assert ftz.Brief(*claims, ftz.Claim("{b}.", b=TASKS)).text == "The source does not say when. 106."


def test_key_figures_leave_out_what_is_missing():
    shown = ftz.glance(("{a}", "tasks"), ("{b}", "days"), a=TASKS, b=GONE)
    assert shown.text == "106 tasks"
    assert ftz.glance(("{b}", "days"), b=GONE).text == "The source gives no key figure on this question."


class _Cells(HTMLParser):
    """Collect the tags and attributes of a table."""

    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))


def test_a_table_has_a_caption_scoped_headers_and_numbers_to_the_right():
    tags = _Cells(ftz.table([{"what": "tasks", "value": TASKS}], "Counts").html).tags
    assert ("caption", {}) in tags
    assert [a["scope"] for tag, a in tags if tag == "th"] == ["col", "col", "row"]
    assert [a.get("class") for tag, a in tags if tag in ("th", "td")] == [None, "num", None, "num"]
    assert tags[0][1] | {"style": ""} == {
        "class": "ftz-scroll",
        "tabindex": "0",
        "role": "region",
        "aria-label": "Table: Counts",
        "style": "",
    }


def test_a_table_without_rows_is_a_sentence():
    assert ftz.table([], "Promises", "The source records no promise.").text == "The source records no promise."


def test_nothing_is_shown_for_nothing():
    assert isinstance(show(None), Missing)
    assert isinstance(show([]), Missing)


# What the notebooks ask, on the hand-made facts of the seed


def text(rows):
    return [tuple(str(getattr(show(value), "text", "")) for value in row.values()) for row in rows]


def test_the_cast_is_ordered_by_share_of_the_reported_words():
    assert text(voices.cast(gold(QINGDAO))) == [
        ("Wang Qingxian", "Party secretary of Qingdao", "4", "62%"),
        ("Xue Qingguo", "vice mayor of Qingdao", "2", "21%"),
        ("Wu Zhiqiang", "vice president of Tongji University", "1", "16%"),
        ("Xi Jinping", "Chinese President", "0", "is named, and not heard"),
    ]


def test_the_ledger_says_who_promised_what_to_whom_and_where():
    ledger = text(visits.promises(gold(QINGDAO)))
    assert len(ledger) == 5
    assert ledger[0][0] == "not said"
    assert (ledger[4][0], *ledger[4][2:]) == ("Qingdao", "Shanghai", "Wang Qingxian", "10")


def test_statements_are_sorted_by_what_they_speak_of():
    topics = [turn["speaks of"] for turn in voices.turns(gold(QINGDAO))]
    assert topics == ["results", "results", "plans", "plans", "plans", "context", "plans"]


def test_what_a_visit_leaves_unsaid_is_listed_and_what_it_says_is_quoted():
    assert {row[1] for row in text(visits.unsaid(gold(QINGDAO)))} == {"not said"}
    assert text(visits.unsaid(gold("06-henan-delegation")))[:4] == [
        ("how many people came", "120 buyers"),
        ("how many companies came", "not said"),
        ("how many agreements were signed", "nine agreements"),
        ("how much money was agreed on", "4.6 billion yuan"),
    ]


def test_lists_are_laid_side_by_side():
    found = priorities.answers(gold(QINGDAO))
    shown = {key: getattr(show(value), "text", None) for key, value in found.items()}
    assert shown["answered"] == "international trade, and shipping and logistics"
    assert shown["unanswered"] == "modern marine, modern finance and advanced manufacturing"
    assert shown["homeless"] == "biotechnology innovation research and development"
    assert (shown["announced"], shown["n_centers"], shown["named"], shown["unnamed"]) == (
        "9",
        "4",
        "44.4%",
        "5",
    )


@pytest.mark.parametrize(
    ("name", "themes"),
    [
        ("international trade", ["trade"]),
        ("high-end harbor and shipping service", ["shipping and logistics"]),
        ("global commodity display", ["trade", "exhibition"]),
        ("modern services", ["producer services"]),
        ("the free trade zone", ["the free trade zone"]),
        ("pearl diving", ["pearl diving"]),
    ],
)
def test_a_name_has_the_themes_of_its_words_or_is_its_own(name, themes):
    assert priorities.themes(name) == themes


def test_what_was_inferred_is_listed_with_what_it_was_taken_from():
    rows = text(inferences.inferences(gold(QINGDAO)))
    assert ("late August last year", "late August 2019", "the day of publication, 6 November 2020") in rows
    assert ("96", "pilot reform tasks, implemented", "106 pilot reform tasks") in rows


def test_the_share_of_the_text_inside_facts_counts_no_character_twice():
    found = reading.coverage(gold(QINGDAO))
    assert found["fine"].value < found["characters"].value < 1
    assert found["sentences"].formula == "10 / 10 sentences = 1.000"


def test_counts_stand_beside_what_they_are_part_of():
    rows = text(reforms.counted(gold(QINGDAO)))
    assert ("pilot reform tasks", "implemented", "96", "106", "Xue Qingguo") in rows


def test_the_title_of_a_figure_holds_its_sentence():
    facts = gold(QINGDAO)
    figure = stated(facts, "metrics", facts.rows("metrics")[1])
    assert figure.sentence.startswith("The area, unveiled in late August last year, carries 106")
