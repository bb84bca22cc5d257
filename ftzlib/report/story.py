"""The story of one executed notebook: its HTML, and what the page around it needs to know.

Takes     an executed notebook whose cells follow the conventions of `ftzlib.evidence.claims`.
Gives     the story's HTML, cleaned, with an anchor at the first use of every fact.
Leaves    the page itself to `ftzlib.report.pages`.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import quote

from bs4 import BeautifulSoup, Tag
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from ftzlib.report.citations import Derived, anchor_uses, collect_derived
from ftzlib.report.clean import clean

TEMPLATES = Path(__file__).parent / "template"
_BESIDE = '<p><a href="#source">The article, with its facts marked</a>, goes with every report.</p>'
LONG = 24  # characters; a cell with more needs a wide column
CLAUSE = 70  # characters; a cell with more takes half of the table
SHORT = 14  # characters; a cell with no more is not broken
NARROW = 2  # columns; a table with more is shown row by row on a phone
LANDSCAPE = 1.5  # width by height
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
_ELSEWHERE = re.compile(r'href="#([^"]+)/(\w+)"')
_VIEW_BOX = re.compile(rb'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"')


@dataclass(frozen=True)
class Story:
    """What one notebook tells.

    Attributes
    ----------
    name, label : str
        The notebook's, which is the page's; and the same as words, for a list.
    title, standfirst : str
        The first heading as text, and the paragraphs below it as HTML.
    headline, brief : str
        What the story found, as the title of its page and in a few sentences, as HTML; empty where the
        notebook has no ``ftz-headline`` or ``ftz-brief``.
    body : str
        Everything below the title, as HTML.
    contents : list of (str, str)
        Anchor and words of each section's heading.
    derived : list of Derived
    uses : dict of str to str
        For each row that the story cites the anchor of its first use.
    figures : list of str
        The *at a glance* items as HTML.
    chart : str
        The ``<img>`` of the first chart that is wide enough for a card, or an empty string.
    """

    name: str
    label: str
    title: str
    standfirst: str
    headline: str
    brief: str
    body: str
    contents: list[tuple[str, str]]
    derived: list[Derived]
    uses: dict[str, str]
    figures: list[str]
    chart: str


def tell(name: str, notebook: NotebookNode, places: Mapping[str, str]) -> Story:
    """Turn an executed notebook into its story.

    Parameters
    ----------
    name : str
        Of the page, without ``.html``.
    notebook : NotebookNode
        Executed.
    places : mapping of row id to str
        Where in the source each row stands, as print shows it behind a figure.
    """
    soup = BeautifulSoup(_exporter().from_notebook_node(notebook)[0], "html.parser")
    title, standfirst = _title(soup, name)
    uses = anchor_uses(soup.select("a.ftz-stated[href^='#']"), places)
    derived = collect_derived(soup.select("a.ftz-derived[href^='#']"))
    _lay_out(soup)
    contents = _number_sections(soup.select("h2"))
    headline = soup.select_one(".ftz-headline")
    if headline:
        (headline.find_parent(class_="cell") or headline).extract()
    brief = soup.select_one(".ftz-brief")
    return Story(
        name=name,
        label=label(name),
        title=title,
        standfirst=standfirst,
        headline=headline.decode_contents() if headline else "",
        brief=brief.decode_contents() if brief else "",
        body=str(soup),
        contents=contents,
        derived=derived,
        uses=uses,
        figures=[item.decode_contents() for item in soup.select("ul.ftz-glance > li")],
        chart=_picture(soup.select("figure.ftz-chart img")),
    )


def label(name: str) -> str:
    """Return a page's name as words."""
    return name.partition("-")[2].replace("-", " ").capitalize()


def lead_elsewhere(told: Story, pages: Mapping[str, str]) -> Story:
    """Let figures of several articles (``#NAME/m1``) lead to the `pages` on which each article stands."""

    def address(link: re.Match[str]) -> str:
        page = pages.get(unescape(link[1]))
        return f'href="{quote(page)}#{link[2]}"' if page else link[0]

    def led(html: str) -> str:
        return _ELSEWHERE.sub(address, html)

    figures = [led(figure) for figure in told.figures]
    return replace(told, body=led(told.body), brief=led(told.brief), headline=led(told.headline), figures=figures)


@cache
def _exporter() -> HTMLExporter:
    return HTMLExporter(  # type: ignore[no-untyped-call]
        template_name=TEMPLATES.name,
        extra_template_basedirs=[str(TEMPLATES.parent)],
        exclude_anchor_links=True,
        filters={"clean_html": clean},
    )


def _title(soup: BeautifulSoup, name: str) -> tuple[str, str]:
    """Take the title cell out: its heading as text, the rest as HTML."""
    heading = soup.find("h1")
    if not isinstance(heading, Tag) or not isinstance(heading.parent, Tag):
        return name, ""
    cell = heading.parent.extract()
    heading.extract()
    return " ".join(heading.get_text().split()), cell.decode_contents().strip()


def _lay_out(soup: BeautifulSoup) -> None:
    """Put code behind what it gives, label tables for narrow screens, point to the article that stands beside."""
    for cell in soup.select(".cell:has(> details.code)"):
        cell.extend(code.extract() for code in cell.select("details.code"))
    for table in soup.select(".ftz-table"):
        _label(table)
    for shown in soup.select(".cell .ftz-article"):
        shown.replace_with(BeautifulSoup(_BESIDE, "html.parser"))


def _label(table: Tag) -> None:
    """Give each field its column's name, which a phone shows before it, and tell what needs a wide column."""
    heads = [head.get_text() for head in table.select("thead th")]
    if len(heads) > NARROW:
        table["class"] = "ftz-table stacked"
    for row in table.select("tbody tr"):
        for name, field in zip(heads, row.find_all(["td", "th"]), strict=False):
            words = field.get_text()
            kinds = field.get_attribute_list("class") if field.has_attr("class") else []
            kinds += ["long"] * (len(words) > LONG) + ["clause"] * (len(words) > CLAUSE)
            kinds += ["short"] * (len(words) <= SHORT or bool(_DAY.fullmatch(words)))
            if kinds:
                field["class"] = " ".join(filter(None, kinds))
            field["data-label"] = name


def _number_sections(headings: Iterable[Tag]) -> list[tuple[str, str]]:
    contents: list[tuple[str, str]] = []
    for heading in headings:
        words = " ".join(heading.get_text().split())
        slug = "-".join(re.findall(r"[a-z0-9]+", words.lower())) or "section"
        taken = sum(anchor == f"on-{slug}" or anchor.startswith(f"on-{slug}.") for anchor, _ in contents)
        heading["id"] = f"on-{slug}.{taken}" if taken else f"on-{slug}"
        contents.append((str(heading["id"]), words))
    return contents


def _picture(charts: Sequence[Tag]) -> str:
    """Choose the first landscape picture, or the widest for its height."""
    if not charts:
        return ""
    return str(next((chart for chart in charts if _ratio(chart) > LANDSCAPE), max(charts, key=_ratio)))


def _ratio(chart: Tag) -> float:
    data = str(chart["src"]).partition("base64,")[2]
    box = _VIEW_BOX.search(base64.b64decode(data)[:2000])
    return float(box[1]) / float(box[2]) if box else 0.0
