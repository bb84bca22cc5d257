"""The article as HTML: every fact once, nothing that runs, text that stays what it was."""

import datetime as dt
import html
import re

import html5lib
import pytest

from ftzlib.evidence.escape import escape
from ftzlib.facts import markup
from ftzlib.facts.records import TABLES, Date, Metric, Person, Statement
from ftzlib.facts.tables import Facts
from ftzlib.reader.read import read
from ftzlib.text.document import from_text
from ftzlib.text.segment import sentences
from ftzlib.text.spans import Span

SEED = "seeds/2020-11-06-qingdao-shanghai.txt"
TEXT = "Ann Lee\n\nThe zone has 12 tasks, said Li Na on Friday.\n\nIt is <b>new</b> & open."


def facts(text: str = TEXT, **tables: list) -> Facts:
    found = {name: tuple(tables.get(name, ())) for name in TABLES}
    return Facts(from_text(text, published=dt.date(2020, 11, 6)), tuple(sentences(text)), found)


def span(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def tasks(words: str = "12 tasks") -> Metric:
    return Metric(id="m1", span=span(words), value=12, unit="count", indicator="tasks")


def test_a_mark_has_the_id_the_kind_and_what_was_read():
    page = markup.article(facts(metrics=[tasks()]))
    assert '<mark id="m1" class="metric" title="metric: 12 · tasks · reported">12 tasks</mark>' in page


def test_a_link_leads_back_to_where_the_story_uses_the_fact():
    page = markup.article(facts(metrics=[tasks()]), backlinks={"m1": "#use-m1"})
    assert '12 tasks</mark><a class="ftz-back" href="#use-m1"' in page


def test_marks_nest_where_one_holds_the_other():
    said = Statement(id="q1", span=span("The zone has 12 tasks"), speaker="Li Na", cue="said")
    page = markup.article(facts(metrics=[tasks()], statements=[said]))
    assert re.search(r'<span id="q1"[^>]*>The zone has <mark id="m1"[^>]*>12 tasks</mark></span>', page)


def test_where_two_marks_cross_the_lesser_is_cut_and_has_its_id_once():
    said = Statement(id="q1", span=span("The zone has 12"), speaker="Li Na", cue="said")
    page = markup.article(facts(metrics=[tasks()], statements=[said]))
    assert re.search(r'<mark id="m1"[^>]*><span class="statement"[^>]*>12</span> tasks</mark>', page)
    assert page.count('id="q1"') == 1


def test_a_statement_over_two_paragraphs_becomes_two_pieces():
    said = Statement(id="q1", span=Span(TEXT.index("on Friday"), len(TEXT)), speaker="Li Na", cue="said")
    assert markup.article(facts(statements=[said])).count('class="statement"') == 2


def test_two_marks_on_the_same_words_both_stand():
    page = markup.article(facts(metrics=[tasks("12")], dates=[Date(id="d1", span=span("12"), type="DATE")]))
    assert {'id="m1"', 'id="d1"'} <= set(re.findall(r'id="\w+"', page))


def test_paragraphs_are_numbered_and_a_credit_is_told_as_such():
    page = markup.article(facts())
    assert '<p class="caption">Ann Lee <small>(picture credit or caption)</small></p>' in page
    assert '<span class="n">1</span> The zone' in page and '<span class="n">2</span> It is' in page


def test_a_place_is_the_paragraph_as_numbered():
    credit = Person(id="p1", span=span("Ann Lee"), name="Ann Lee")
    assert markup.places(facts(metrics=[tasks()], people=[credit])) == {"m1": "¶\u20091", "p1": "caption"}


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</mark><b>"])
def test_what_the_article_holds_is_text(payload):
    text = f"The zone has 12 tasks {payload} now."
    metric = Metric(id="m1", span=Span(13, 22 + len(payload)), value=12, unit="count", indicator=payload)
    page = markup.article(facts(text, metrics=[metric]))
    assert payload not in page
    assert html.unescape(re.sub(r"<[^>]+>", "", page)).count(payload) == 1


def test_control_characters_are_shown_as_pictures():
    assert escape("a\x1b[31m\x00b") == "a␛[31m␀b"


def test_in_a_notebook_marks_are_styled_in_place_and_lead_from_their_ids():
    page = facts(metrics=[tasks()])._repr_html_()
    assert 'style="background: none; color: inherit; border-bottom: 2px solid' in page
    assert page.count(' id="m1"') == 1 and "Marked:" in page


def test_every_row_of_the_seed_is_an_anchor_once_and_the_text_is_whole():
    found = read(SEED)
    page = markup.article(found)
    html5lib.HTMLParser(strict=True).parseFragment(page)
    ids = re.findall(r'<(?:mark|span) id="(\w+)"', page)
    assert sorted(ids) == sorted(record.id for rows in found.records.values() for record in rows)
    told = re.sub(r'<span class="n">\d+</span> | <small>.*?</small>', "", page)
    words = html.unescape(re.sub(r"<[^>]+>", "", told)).split()
    assert words == found.document.text.split()
