"""The story of one executed notebook: its HTML, and what the page around it needs to know.

Takes     an executed notebook; `ftz.Claim`, `ftz.table` and `ftz.figure` in it are known by their classes, anything
          else is shown as nbconvert renders it.
Gives     the story's HTML, which can neither run anything nor change the page around it (``html.toml``), with an anchor
          at the first use of every fact, its charts inline; its tables as CSV.
Leaves    the page itself to `ftzlib.report.pages`.
"""

from __future__ import annotations

import base64
import re
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import nh3
from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from ftzlib.evidence import svg
from ftzlib.evidence.escape import as_csv

TEMPLATES = Path(__file__).parent / "template"
_BESIDE = '<p class="beside"><a href="#source">The article, with its facts marked</a>, stands with this page.</p>'
_ELSEWHERE = re.compile(r'href="#([^"/]+)/(\w+)"')
_PICTURE = "data:image/svg+xml;base64,"


class Derived(NamedTuple):
    """A figure that the story works out."""

    anchor: str  # of where it is explained
    shown: str
    formula: str
    inputs: str  # ids of rows, with blanks between them
    pages: str  # of others, that went in


@dataclass(frozen=True)
class Story:
    """What one notebook tells; all but its names and addresses is HTML."""

    name: str  # of the notebook, and of the page
    kicker: str  # the heading of its first cell, as text
    question: str  # the paragraphs below that heading
    headline: str  # what the story found, as the title of its page; empty where there is none
    brief: str  # the same in a few sentences
    picture: str  # the first chart
    body: str  # everything else
    contents: list[tuple[str, str]]  # anchor and words of each section's heading
    derived: list[Derived]
    pages: list[tuple[str, str]]  # of others that it leads to: address, and what is known of it
    uses: dict[str, str]  # for each row that it cites the anchor of its first use
    files: dict[str, str]  # tables and the data of charts as CSV, by file name

    @property
    def label(self) -> str:
        """The name as words, for a list."""
        return label(self.name)


def tell(name: str, notebook: NotebookNode, places: Mapping[str, str]) -> Story:
    """Turn an executed notebook into its story; `places` says where each row stands, as print shows behind a figure."""
    soup = BeautifulSoup(_exporter().from_notebook_node(notebook)[0], "html.parser")
    kicker, question = _title(soup, name)
    uses = _anchor_uses(soup.select("a.ftz-stated[href^='#']"), places)
    derived = _lead_derived(soup.select("span.ftz-derived[data-formula]"))
    cited = _number_pages(soup.select("a.ftz-reference[href^='http']"))
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


def clean(html: str) -> str:
    """Return `html` with text, tables, pictures in the page and plain links only."""
    return _cleaner().clean(html)


@cache
def _cleaner() -> nh3.Cleaner:
    allowed = tomllib.loads(Path(__file__).with_name("html.toml").read_text(encoding="utf-8"))
    return nh3.Cleaner(
        tags=set(allowed["tags"]),
        clean_content_tags={"script", "style"},
        attributes={"*": set(allowed["attributes"]), "a": {"href"}, "img": {"src"}},
        attribute_filter=_only_own_pictures,
        generic_attribute_prefixes={"data-"},
        url_schemes={"http", "https", "data"},
        link_rel=None,
    )


def _only_own_pictures(tag: str, name: str, value: str) -> str | None:
    if name == "src":
        return value if value.startswith("data:image/") else None
    return None if name == "href" and value.startswith("data:") else value


def _title(soup: BeautifulSoup, name: str) -> tuple[str, str]:
    """Take the title cell out: its heading as text, the rest as HTML."""
    heading = soup.select_one("h1:not(.ftz-headline)")
    if heading is None or heading.parent is None:
        return label(name), ""
    cell = heading.parent.extract()
    heading.extract()
    return " ".join(heading.get_text().split()), cell.decode_contents().strip()


def _anchor_uses(links: Iterable[Tag], places: Mapping[str, str]) -> dict[str, str]:
    """Give the first link to each row an id, and every link the place that print shows behind it."""
    uses: dict[str, str] = {}
    for link in links:
        row = str(link["href"])[1:]
        link["data-at"] = places.get(row, "")
        if row not in uses and not link.find_parent("details"):
            uses[row] = link["id"] = f"use-{row}"
    return uses


def _lead_derived(figures: Iterable[Tag]) -> list[Derived]:
    """Let each derived figure lead to how it was made; return how, each formula once for the same rows."""
    found: dict[tuple[str, ...], Derived] = {}
    for figure in figures:
        made_of = tuple(str(figure.get(f"data-{kind}", "")) for kind in ("formula", "inputs", "pages"))
        made = found.setdefault(made_of, Derived(f"how-{len(found) + 1}", figure.get_text(), *made_of))
        figure.name = "a"
        figure["href"] = f"#{made.anchor}"
        for attribute in ("title", "tabindex"):  # the style sheet shows the formula, and a link has its own focus
            del figure[attribute]
    return list(found.values())


def _number_pages(links: Iterable[Tag]) -> list[tuple[str, str]]:
    """Give each link to a page of others its number, which print shows; return the pages, and the most told of each."""
    pages: dict[str, str] = {}
    for link in links:
        address = str(link["href"])
        told = str(link.get("title", "")) or link.get_text(" ", strip=True)
        pages[address] = max(pages.get(address, ""), told, key=len)
        link["data-page"] = str([*pages].index(address) + 1)
    return list(pages.items())


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
