"""The story of one executed notebook: its HTML, and what the page around it needs to know.

Takes     an executed notebook; `ftz.Claim`, `ftz.table` and `ftz.figure` in it are known by their classes, anything
          else is shown as nbconvert renders it.
Gives     the story's HTML, cleaned, with an anchor at the first use of every fact, its charts inline; its
          tables as CSV.
Leaves    the page itself to `ftzlib.report.pages`.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import quote

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from ftzlib.evidence import svg
from ftzlib.evidence.escape import as_csv
from ftzlib.report.citations import Derived, anchor_uses, lead_derived, number_pages
from ftzlib.report.clean import clean

TEMPLATES = Path(__file__).parent / "template"
_BESIDE = '<p class="beside"><a href="#source">The article, with its facts marked</a>, stands with this page.</p>'
_ELSEWHERE = re.compile(r'href="#([^"/]+)/(\w+)"')
_PICTURE = "data:image/svg+xml;base64,"


@dataclass(frozen=True)
class Story:
    """What one notebook tells.

    Attributes
    ----------
    name : str
        The notebook's, which is the page's.
    kicker, question : str
        The heading of its first cell as text, and the paragraphs below it as HTML.
    headline, brief : str
        What the story found, as the title of its page and in a few sentences, as HTML; empty where there is none.
    picture : str
        The first chart, as HTML; empty where there is none.
    body : str
        Everything else, as HTML.
    contents : list of (str, str)
        Anchor and words of each section's heading.
    derived : list of Derived
    pages : list of (str, str)
        Address of each page of others that the story leads to, and what is known of it.
    uses : dict of str to str
        For each row that the story cites the anchor of its first use.
    files : dict of str to str
        The tables and the data of the charts as CSV, by file name.
    """

    name: str
    kicker: str
    question: str
    headline: str
    brief: str
    picture: str
    body: str
    contents: list[tuple[str, str]]
    derived: list[Derived]
    pages: list[tuple[str, str]]
    uses: dict[str, str]
    files: dict[str, str]

    @property
    def label(self) -> str:
        """The name as words, for a list."""
        return label(self.name)


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
    kicker, question = _title(soup, name)
    uses = anchor_uses(soup.select("a.ftz-stated[href^='#']"), places)
    derived = lead_derived(soup.select("span.ftz-derived[data-formula]"))
    cited = number_pages(soup.select("a.ftz-reference[href^='http']"))
    for shown in soup.select(".cell .ftz-article"):
        shown.replace_with(BeautifulSoup(_BESIDE, "html.parser"))
    for around in soup.select("div.mathjax_ignore"):
        around.unwrap()  # a page typesets nothing
    for heading in soup.select("h1:not(.ftz-headline)"):
        heading.name = "h2"  # a page has one title
    for head in soup.select("th:empty"):
        head.name = "td"
    for table in soup.select("table.dataframe"):
        named = {"class": "ftz-scroll", "tabindex": "0", "role": "region", "aria-label": "Table"}
        table.wrap(soup.new_tag("div", attrs=named))
    files = _files(soup, name)
    contents = _number_sections(soup.select("h2"))
    headline = _take(soup, ".ftz-headline")
    brief = _take(soup, "p.ftz-claim") if headline else ""
    _set_inline(soup)
    chart = soup.select_one("figure.ftz-chart")
    picture = chart.decode_contents().partition("<details")[0] if chart else ""
    return Story(name, kicker, question, headline, brief, picture, str(soup), contents, derived, cited, uses, files)


def label(name: str) -> str:
    """Return a page's name as words."""
    return name.partition("-")[2].replace("-", " ").capitalize() or name


def lead_elsewhere(told: Story, pages: Mapping[str, str]) -> Story:
    """Let figures of several articles (``#NAME/m1``) lead to the `pages` of the articles; none stands on this one."""

    def address(link: re.Match[str]) -> str:
        page = pages.get(unescape(link[1]))
        return f'href="{quote(page)}#{link[2]}"' if page else link[0]

    parts = (told.body.replace(_BESIDE, ""), told.brief, told.headline)
    body, brief, headline = (_ELSEWHERE.sub(address, html) for html in parts)
    return replace(told, body=body, brief=brief, headline=headline)


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
    heading = soup.select_one("h1:not(.ftz-headline)")
    if heading is None or heading.parent is None:
        return label(name), ""
    cell = heading.parent.extract()
    heading.extract()
    return " ".join(heading.get_text().split()), cell.decode_contents().strip()


def _take(soup: BeautifulSoup, selector: str) -> str:
    """Take the first of some elements out, with its cell where that holds nothing else."""
    found = soup.select_one(selector)
    if found is None:
        return ""
    cell = found.find_parent(class_="cell")
    found.extract()
    if isinstance(cell, Tag) and not cell.get_text(strip=True):
        cell.extract()
    return found.decode_contents()


def _files(soup: BeautifulSoup, name: str) -> dict[str, str]:
    """Return the data of each table and chart as CSV, and put a link to it below; of a plain table what it shows."""
    for shown in soup.select("table:not(.ftz-table)"):
        rows = [[" ".join(cell.get_text().split()) for cell in row.select("td, th")] for row in shown.select("tr")]
        place = soup.new_tag("p", attrs={"class": "file", "data-csv": as_csv(rows)})
        (shown.find_parent(class_="ftz-scroll") or shown).insert_after(place)
    files: dict[str, str] = {}
    for number, place in enumerate(soup.select("p.file[data-csv]"), 1):
        file = f"{name}-{number}.csv"
        files[file] = str(place.attrs.pop("data-csv"))
        place.append(soup.new_tag("a", attrs={"href": f"data/{quote(file)}", "download": ""}, string="CSV"))
    return files


def _set_inline(soup: BeautifulSoup) -> None:
    """Let pictures stand inline, as they are; one that cannot stays an image."""
    for number, image in enumerate(soup.select(f'figure.ftz-chart img[src^="{_PICTURE}"]'), 1):
        data = base64.b64decode(str(image["src"]).removeprefix(_PICTURE)).decode(errors="replace")
        with suppress(ValueError):
            image.replace_with(PreformattedString(svg.inline(data, number)))


def _number_sections(headings: Iterable[Tag]) -> list[tuple[str, str]]:
    contents: list[tuple[str, str]] = []
    for heading in headings:
        words = " ".join(heading.get_text().split())
        slug = "-".join(re.findall(r"[a-z0-9]+", words.lower())) or "section"
        taken = sum(anchor == f"on-{slug}" or anchor.startswith(f"on-{slug}.") for anchor, _ in contents)
        heading["id"] = f"on-{slug}.{taken}" if taken else f"on-{slug}"
        contents.append((str(heading["id"]), words))
    return contents
