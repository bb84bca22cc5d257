"""The story of one executed notebook: its HTML, and what the page around it needs to know.

Takes     an executed notebook whose cells follow the conventions of `ftzlib.evidence`.
Gives     the story's HTML, cleaned, with an anchor at the first use of every fact.
Leaves    the page itself to `ftzlib.pages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from bleach.sanitizer import Cleaner
from bs4 import BeautifulSoup, Tag
from nbconvert import HTMLExporter
from nbformat import NotebookNode

TEMPLATES = Path(__file__).parent / "report_template"
_TAGS = """a abbr b blockquote br caption cite code col colgroup dd del details div dl dt em figcaption figure
    h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strong sub summary sup table
    tbody td tfoot th thead time tr u ul var wbr""".split()
_ATTRIBUTES = """alt aria-describedby aria-hidden aria-label aria-labelledby class colspan datetime dir headers height
    href id lang open role rowspan scope span src start tabindex title value width""".split()

_NOT_TEXT = re.compile(r"<(style|script)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Derived:
    """A figure that the story works out: where it is explained, and from what it was made."""

    anchor: str
    name: str
    shown: str
    formulas: list[str] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Story:
    """What one notebook tells.

    Attributes
    ----------
    name, label : str
        The notebook's, which is the page's; and the same as words, for a list.
    title, standfirst : str
        The first heading as text, and the paragraphs below it as HTML.
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
        The first chart's ``<img>``, or an empty string.
    """

    name: str
    label: str
    title: str
    standfirst: str
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
    uses = _anchor_uses(soup.select("a.ftz-stated[href^='#']"), places)
    derived = _collect_derived(soup.select("a.ftz-derived[href^='#']"))
    for code in soup.select(".cell > details.code"):
        code.parent.append(code.extract())
    _point_to_source(soup)
    contents = _number_sections(soup.select("h2"))
    charts = soup.select("figure.ftz-chart img")
    return Story(
        name=name,
        label=name.partition("-")[2].replace("-", " ").capitalize(),
        title=title,
        standfirst=standfirst,
        body=str(soup),
        contents=contents,
        derived=derived,
        uses=uses,
        figures=[item.decode_contents() for item in soup.select("ul.ftz-glance > li")],
        chart=str(charts[0]) if charts else "",
    )


@cache
def _exporter() -> HTMLExporter:
    return HTMLExporter(
        template_name=TEMPLATES.name,
        extra_template_basedirs=[str(TEMPLATES.parent)],
        exclude_anchor_links=True,
        filters={"clean_html": _clean},
    )


def _clean(html: str) -> str:
    """Let through text, tables, pictures in the page and plain links; nothing that runs or calls out."""
    cleaner = Cleaner(_TAGS, _may_stay, protocols=("https", "http", "data"), strip=True, strip_comments=True)
    return str(cleaner.clean(_NOT_TEXT.sub("", html)))


def _may_stay(tag: str, name: str, value: str) -> bool:
    if name == "src":
        return tag == "img" and value.startswith("data:image/")
    if name == "href":
        return not value.startswith("data:")
    return name in _ATTRIBUTES or name.startswith("data-")


def _title(soup: BeautifulSoup, name: str) -> tuple[str, str]:
    """Take the title cell out: its heading as text, the rest as HTML."""
    heading = soup.find("h1")
    if not isinstance(heading, Tag) or not isinstance(heading.parent, Tag):
        return name, ""
    cell = heading.parent.extract()
    heading.extract()
    return " ".join(heading.get_text().split()), cell.decode_contents().strip()


def _anchor_uses(links: Iterable[Tag], places: Mapping[str, str]) -> dict[str, str]:
    uses: dict[str, str] = {}
    for link in links:
        row = str(link["href"])[1:]
        link["data-at"] = places.get(row, "")
        if row not in uses and not link.find_parent("details"):
            uses[row] = link["id"] = f"use-{row}"
    return uses


def _collect_derived(links: Iterable[Tag]) -> list[Derived]:
    found: dict[str, Derived] = {}
    for link in links:
        anchor = str(link["href"])[1:]
        known = found.setdefault(anchor, Derived(anchor, str(link.get("data-name", "")), link.get_text()))
        formula = str(link.get("data-formula", ""))
        if formula and formula not in known.formulas:
            known.formulas.append(formula)
        known.inputs.extend(
            row for row in str(link.get("data-inputs", "")).split() if row not in known.inputs
        )
        del link["title"]  # the style sheet shows the formula; a second note would cover it
    return list(found.values())


def _point_to_source(soup: BeautifulSoup) -> None:
    """The article stands beside the story already: put a line in place of a cell that shows it."""
    for shown in soup.select(".cell .ftz-article"):
        line = BeautifulSoup(
            '<p class="ftz-note"><a href="#source">The article, marked</a> →</p>', "html.parser"
        )
        shown.replace_with(line)


def _number_sections(headings: Iterable[Tag]) -> list[tuple[str, str]]:
    contents: list[tuple[str, str]] = []
    for heading in headings:
        words = " ".join(heading.get_text().split())
        slug = "-".join(re.findall(r"[a-z0-9]+", words.lower())) or "section"
        taken = sum(anchor == f"on-{slug}" or anchor.startswith(f"on-{slug}.") for anchor, _ in contents)
        heading["id"] = f"on-{slug}.{taken}" if taken else f"on-{slug}"
        contents.append((str(heading["id"]), words))
    return contents


def plain(value: Any) -> str:
    """Return HTML's text alone."""
    return " ".join(BeautifulSoup(str(value), "html.parser").get_text().split())
