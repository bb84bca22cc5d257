"""Charts: the same bytes each time, words for who cannot see them, a sentence for nothing to draw."""

import base64
import re
from functools import cache
from xml.etree import ElementTree

import pytest
from gold import QINGDAO, gold

from ftzlib.stories import charts
from ftzlib.stories.questions import reforms

STORIES = (charts.parts_of_whole, charts.pace)
ARTICLES = (
    charts.dated,
    charts.voice_shares,
    charts.positions,
    charts.coverage,
    charts.theme_matrix,
    charts.theme_mentions,
    charts.among_peers,
    charts.zone_by_zone,
    charts.course,
    charts.plan_matrix,
    charts.replications,
    charts.borne_out,
)
EVERY = (*STORIES, *ARTICLES)


@cache
def draw(form, name):
    facts = gold(name)
    return form(reforms.answers(facts) if form in STORIES else facts)


def picture(shown):
    return base64.b64decode(re.search(r'base64,([^"]+)"', shown.html)[1]).decode()


@pytest.mark.parametrize("form", EVERY, ids=lambda form: form.__name__)
def test_every_chart_has_a_headline_an_alternative_text_with_figures_and_its_data(form):
    html = draw(form, QINGDAO).html
    alt, headline = re.search(r'alt="([^"]+)"', html)[1], re.search(r"<h3>([^<]+)</h3>", html)[1]
    assert re.search(r"\d", headline)
    assert len(alt) > 40
    assert re.search(r"\d", alt)
    assert "<summary>Data behind this chart</summary>" in html
    assert "<figcaption>" in html


@pytest.mark.parametrize("form", EVERY, ids=lambda form: form.__name__)
def test_a_chart_is_the_same_bytes_each_time(form):
    assert draw(form, QINGDAO).html == draw.__wrapped__(form, QINGDAO).html


@pytest.mark.parametrize("form", EVERY, ids=lambda form: form.__name__)
def test_the_picture_is_plain_svg_that_knows_light_and_dark(form):
    svg = picture(draw(form, QINGDAO))
    assert ElementTree.fromstring(svg).tag.endswith("svg")
    assert "prefers-color-scheme:dark" in svg
    assert "<script" not in svg
    assert not re.search(r"<dc:date|<metadata|Arial", svg)
    assert set(re.findall(r"(?:fill|stroke): (#[0-9a-f]{6})", svg)) == set(), "a colour that is not of the palette"


def test_the_alternative_text_says_what_the_chart_shows():
    assert draw(charts.parts_of_whole, QINGDAO).text == (
        "Chart: 96 of 106 pilot reform tasks carried out; 13 of 68 innovations promoted\n"
        "2 bars. 96 of 106 pilot reform tasks carried out: 90.6%. 13 of 68 innovations promoted: 19.1%."
    )


@pytest.mark.parametrize(
    ("form", "name", "said"),
    [
        (
            charts.parts_of_whole,
            "01-ministry-first-quarter",
            "No chart of parts and wholes: the source ties no count",
        ),
        (charts.pace, "09-tianjin-anniversary", "No chart of the pace. 138 is more than the 128"),
        (charts.voice_shares, "06-henan-delegation", "No chart of speakers"),
        (charts.plan_matrix, "09-tianjin-anniversary", "No chart of industries and plans."),
        (charts.theme_matrix, "09-tianjin-anniversary", "No matrix of themes"),
    ],
)
def test_too_little_for_a_picture_is_a_sentence(form, name, said):
    shown = draw(form, name)
    assert shown.text.startswith(said)
    assert "<img" not in shown.html
