"""Claims: sentences whose figures lead to what they rest on."""

import doctest

import numpy as np
import pytest
from bs4 import BeautifulSoup

import ftzlib as ftz
from ftzlib.evidence import claims

FACTS = ftz.parse("The area carries 106 tasks, and 96 have been implemented, said Li Wei.")
TASKS, DONE = (ftz.cite(row) for _, row in FACTS.metrics.iterrows())
CENTER = ftz.cite({"id": "m9", "value": 1, "unit": "count", "quote": "1 center"})
NOBODY = ftz.cite(FACTS.people[:0], what="who asked")


def shown(claim):
    return BeautifulSoup(claim._repr_mimebundle_()["text/html"], "html.parser")


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(claims).failed == 0


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{done} of {tasks:task|tasks}", "96 of 106 tasks"),
        ("{center:center|centers} {center:~is|are} there", "1 center is there"),
        ("{tasks:quote}", "106 tasks"),
        ("{rate:.1%} {words} {all}", "90.6% as said 106, 96 and 1"),
        ("{number:,} {number}", "1,200 1,200"),
        ("{counted:task|tasks}", "3 tasks"),
        ("no figure", "no figure"),
    ],
)
def test_a_template_is_filled_as_a_sentence_reads(template, text):
    values = {
        "done": DONE,
        "tasks": TASKS,
        "center": CENTER,
        "rate": DONE / TASKS,
        "words": "as said",
        "number": 1200,
        "counted": np.int64(3),
    }
    assert repr(ftz.Claim(template, **values, all=[TASKS, DONE, CENTER])) == text


def test_a_stated_figure_leads_to_its_words_a_derived_one_to_its_rows_and_one_of_the_reference_to_its_page():
    row = ftz.reference.metrics().iloc[0]
    claim = shown(ftz.Claim("{a} {b} {c} {d}", a=TASKS, b=DONE / TASKS, c=row, d=ftz.cite(row) / TASKS))
    stated, derived, reference = (claim.select_one(f".ftz-{kind}") for kind in ("stated", "derived", "reference"))
    assert (stated["href"], "carries 106 tasks" in stated["title"]) == ("#m1", True)
    assert (derived["data-formula"], derived["data-inputs"]) == ("96 / 106", "m2 m1")
    assert reference["href"] == row["source_url"]
    assert claim.select(".ftz-derived")[1]["data-pages"] == row["source_url"]


def test_rows_and_columns_of_tables_can_stand_in_a_claim():
    assert (
        ftz.Claim("{row} {rows}", row=FACTS.metrics.iloc[0], rows=FACTS.metrics["indicator"][:2]).text
        == "106 tasks and tasks"
    )
    assert ftz.Claim("{cited}", cited=FACTS.metrics.apply(ftz.cite, axis=1)).text == "106 and 96"


def test_a_known_figure_is_never_dropped_for_an_unknown_one_and_the_reason_is_given_once():
    claim = ftz.Claim("{done} were done; {who} asked, {who} said.", done=DONE, who=NOBODY)
    assert claim.text == "96 were done; [not known] asked, [not known] said. The rules did not find who asked."
    assert 'href="#m2"' in claim.html


@pytest.mark.parametrize(("template", "tag"), [("# A {n}", "h1"), ("## A {n}", "h2"), ("A {n}", "p"), ("#A {n}", "p")])
def test_a_template_may_be_a_heading(template, tag):
    assert shown(ftz.Claim(template, n=3)).find(tag).get_text() == template.lstrip("# " if tag != "p" else " ").format(
        n=3
    )


def test_untrusted_words_do_not_run():
    said = ftz.parse("“<script>alert(1)</script>”, said Li Wei, mayor of Jinan.").statements
    claim = ftz.Claim("<b>{said}</b> {words}", said=said.iloc[0], words="<i>")
    assert not {tag.name for tag in shown(claim).find_all(True)} & {"script", "b", "i"}
    row = {"id": "m1", "value": 3, "source_url": "javascript:alert(1)"}
    assert "javascript" not in ftz.Claim("{row}", row=row).html


def test_a_name_that_was_not_given_is_an_error_that_lists_what_was():
    with pytest.raises(KeyError, match=r"names \{task\}, which was not given; given are: tasks"):
        ftz.Claim("{task}", tasks=TASKS)
