"""The reports and a notebook in a real browser, opened as a reader opens them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import browser
import pytest
from conftest import NOTEBOOKS
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from ftzlib.facts.records import TABLES

STORIES = [path.stem for path in sorted(NOTEBOOKS.glob("[0-9][0-9]-*.ipynb"))]
PAGES = ["index", *STORIES]


@contextmanager
def opened(chromium: Browser, address: str, width: int = 1280, **options: object) -> Iterator[Page]:
    """Open a page and, behind the block, see that it complained of nothing and asked nobody for anything."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    yield page
    assert complaints == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()


def on_disk(reports: Path, page: str) -> str:
    return (reports / f"{page}.html").as_uri()


@pytest.mark.parametrize("page_name", PAGES)
@pytest.mark.parametrize("scheme", browser.SCHEMES)
def test_a_page_has_no_fault_and_fits_the_screen(reports, chromium, page_name, scheme):
    with opened(chromium, on_disk(reports, page_name), color_scheme=scheme) as page:
        for width in browser.WIDTHS if scheme == "light" else ():
            page.set_viewport_size({"width": width, "height": 900})
            browser.unfold(page, width == browser.WIDTHS[-1])
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(CUT) == [], width
            assert page.evaluate(CRAMPED) == [], width
        assert browser.faults(page, browser.RULES if scheme == "light" else browser.OF_COLOURS) == []
        if scheme == "light":
            page.set_viewport_size({"width": browser.WIDTHS[0], "height": 900})
            assert browser.faults(page, browser.OF_SIZE) == []


#: What reaches beyond the screen and cannot be scrolled to.
CUT = """() => [...document.querySelectorAll('main *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.ftz-scroll'))
  .map(e => e.outerHTML.slice(0, 100))"""


#: Words that have less room than a few of them need.
CRAMPED = """() => [...document.querySelectorAll('main td, main th')]
  .filter(e => e.checkVisibility() && e.textContent.length > 30 && e.getBoundingClientRect().width < 90)
  .map(e => e.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("page_name", STORIES)
def test_every_figure_lands_on_its_words_and_the_story_stays(reports, chromium, page_name):
    facts = json.loads((reports / "data" / "facts.json").read_text(encoding="utf-8"))
    quotes = {row["id"]: row["quote"] for name in TABLES for row in facts[name]}
    with opened(chromium, on_disk(reports, page_name)) as page:
        links = page.evaluate("[...document.querySelectorAll('main a.ftz-stated')].map(a => a.hash)")
        for anchor in dict.fromkeys(links):
            before = page.evaluate("scrollY")
            page.evaluate("anchor => { location.hash = anchor }", anchor)
            seen = page.evaluate(LANDED)
            assert seen["id"] == anchor[1:] and seen["visible"] and seen["lit"], anchor
            assert seen["words"] and quotes[anchor[1:]].startswith(seen["words"]), anchor
            assert page.evaluate("scrollY") == before, anchor


#: What a reader sees of the mark that was arrived at.
LANDED = """() => {
  const mark = document.querySelector(':target'), pane = document.querySelector('.source');
  const box = mark.getClientRects()[0], frame = pane.getBoundingClientRect();
  return {id: mark.id, words: mark.textContent.replaceAll('↩', '').trim(),
          visible: box.top >= Math.max(0, frame.top) && box.bottom <= Math.min(innerHeight, frame.bottom),
          lit: getComputedStyle(mark).backgroundColor !== 'rgba(0, 0, 0, 0)'}; }"""


def test_a_tap_on_a_phone_opens_the_source_below_the_story_and_closes_it_again(reports, chromium):
    with opened(chromium, on_disk(reports, "02-reform-metrics"), 360, has_touch=True) as page:
        figure = page.locator("main a.ftz-stated", has_text="96").first
        figure.scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        figure.tap()
        assert page.evaluate(LANDED)["visible"]
        assert page.evaluate("scrollY") == before
        page.locator(".close").tap()
        assert page.evaluate("scrollY") == before
        assert page.evaluate("document.querySelector('.ftz-article :target')") is None


@pytest.mark.parametrize("width", [360, 1280])
def test_a_tap_on_a_derived_figure_shows_how_it_was_made_and_the_story_stays(reports, chromium, width):
    with opened(chromium, on_disk(reports, "02-reform-metrics"), width, has_touch=True) as page:
        figure = page.locator("main .ftz-brief a.ftz-derived").first
        figure.scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        figure.tap()
        made = page.locator("#how :target")
        assert made.is_visible() and "96 / 106" in made.inner_text()
        assert page.evaluate("scrollY") == before
        made.locator(".shut").tap()
        assert page.locator("#how :target").count() == 0
        assert page.evaluate("scrollY") == before


def test_a_mark_leads_back_to_the_story(reports, chromium):
    with opened(chromium, on_disk(reports, "02-reform-metrics")) as page:
        page.locator("aside.source a.ftz-back").first.click()
        assert page.evaluate("document.querySelector(':target').closest('main') !== null")


def test_a_derived_figure_shows_its_formula_on_hover_and_on_focus(reports, chromium):
    with opened(chromium, on_disk(reports, "02-reform-metrics")) as page:
        figure = page.locator("main p.ftz-claim a.ftz-derived").first
        shown = "figure => getComputedStyle(figure, '::before').content"
        assert figure.evaluate(shown) == "none"
        figure.hover()
        assert figure.evaluate(shown).strip('"') == figure.get_attribute("data-formula")
        page.mouse.move(0, 0)
        figure.focus()
        assert figure.evaluate(shown) != "none"


def test_all_code_unfolds_at_once(reports, chromium):
    with opened(chromium, on_disk(reports, "02-reform-metrics")) as page:
        code = page.locator("details.code pre").first
        assert not code.is_visible()
        page.locator("#codes").check()
        assert code.is_visible()


def test_the_contents_stay_in_view(reports, chromium):
    with opened(chromium, on_disk(reports, "02-reform-metrics")) as page:
        page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
        assert page.locator("nav.contents.aside li a").first.is_visible()
        top = page.evaluate("document.querySelector('nav.contents.aside').getBoundingClientRect().top")
        assert 0 <= top < 100


@pytest.mark.parametrize("page_name", STORIES)
def test_the_key_figures_are_there_without_script(reports, chromium, page_name):
    with opened(chromium, on_disk(reports, page_name), java_script_enabled=False) as page:
        assert all(item.is_visible() for item in page.locator("ul.ftz-glance li").all())
        page.locator("main a.ftz-stated:visible").first.click()
        assert page.locator(".ftz-article :target").is_visible()


@pytest.mark.parametrize("page_name", [name for name in PAGES if not name.startswith("00-")])  # whose headings quote
def test_the_printed_page_has_every_section_and_the_evidence(reports, chromium, page_name, tmp_path):
    with opened(chromium, on_disk(reports, page_name)) as page:
        headings = [squeezed(words) for words in page.locator("h1, h2").all_inner_texts()]
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, tagged=True, outline=True)
        page.emulate_media(media="print")
        assert all(heading.is_visible() for heading in page.locator("h1, h2").all())
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
        if page_name != "index":
            assert page.locator(".ftz-article mark").first.is_visible()
            place = "a => getComputedStyle(a, '::after').content"
            assert "data-at" in page.locator("main a.ftz-stated").first.evaluate("a => a.outerHTML")
            assert "¶" in page.locator("main a.ftz-stated").first.evaluate(place)
    printed = PdfReader(tmp_path / "page.pdf")
    # Chromium's outline leaves some headings out that stand on the page.
    left = set(headings) - set(outline(printed.outline))
    text = squeezed("".join(page.extract_text() for page in printed.pages)) if left else ""
    assert headings and {heading for heading in left if heading not in text} == set()
    assert all(page.mediabox[2:] == pytest.approx((595, 842), abs=1) for page in printed.pages)


def outline(entries: list) -> Iterator[str]:
    """Give the headings of a PDF, whatever their level."""
    for entry in entries:
        yield from outline(entry) if isinstance(entry, list) else [squeezed(entry.title)]


def squeezed(words: str) -> str:
    """Leave white space out: Chromium's outline has none where a heading goes on in the next line."""
    return "".join(words.split())
