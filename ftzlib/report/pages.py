"""The pages: a story with its source beside it, the front page, and the list of several articles.

Takes     finished stories and facts; works nothing out.
Gives     whole HTML documents: no script, no request, the same bytes each time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ftzlib.evidence.escape import VISIBLE
from ftzlib.facts import export, marks, markup
from ftzlib.facts.records import TABLES
from ftzlib.facts.tables import Facts
from ftzlib.report.story import TEMPLATES, Story, label

#: The heading of a story's section on what its source leaves out.
SILENT = "What the source does not say"
#: What each kind of file under data/ is for.
_FORMATS = {
    "facts.json": "all tables and the document's sentences, as one JSON object",
    "annotations.jsonld": "every fact as a W3C Web Annotation on the article's text",
    "article.txt": "the text that was taken out of the file, which all offsets count in",
}


@dataclass(frozen=True)
class Download:
    """A file under ``data/``: its name, what it holds, its size in bytes."""

    name: str
    holds: str
    size: int


def report(facts: Facts, story: Story, stories: Sequence[Story]) -> str:
    """Return the page of one story, which knows the stories before and behind it."""
    at = [other.name for other in stories].index(story.name)
    return _render(
        "report.html.j2",
        story=story,
        stories=stories,
        previous=stories[at - 1] if at else None,
        following=stories[at + 1] if at + 1 < len(stories) else None,
        article=Markup(markup.article(facts, backlinks={row: f"#{use}" for row, use in story.uses.items()})),
        rows=_rows(facts),
        source=_source(facts),
    )


def front(facts: Facts, stories: Sequence[Story], downloads: Sequence[Download], home: str | None) -> str:
    """Return the front page of one article's reports; `home` leads to the other articles."""
    return _render(
        "front.html.j2",
        stories=stories,
        source=_source(facts),
        findings=facts.records.get("findings", ()),
        rows=_rows(facts),
        counts={name: len(facts.records.get(name, ())) for name in TABLES},
        silent=[(told, anchor) for told in stories for anchor, words in told.contents if words == SILENT],
        downloads=downloads,
        home=home,
    )


def library(articles: Mapping[str, Facts], pages: Sequence[str], stories: Sequence[Story]) -> str:
    """Return the page that leads to several articles' front pages, each in a folder, and to the stories on all."""
    cards = [(folder, _source(facts)) for folder, facts in articles.items()]
    return _render("library.html.j2", cards=cards, pages=[(page, label(page)) for page in pages], stories=stories)


def across(articles: Mapping[str, Facts], story: Story, stories: Sequence[Story]) -> str:
    """Return the page of a story on several articles, each of which stands on pages of its own."""
    cards = [(folder, _source(facts)) for folder, facts in articles.items()]
    return _render("across.html.j2", cards=cards, story=story, stories=stories)


def describe(name: str, facts: Facts) -> str:
    """Say what a file under ``data/`` holds."""
    table = name.removesuffix(".csv")
    if table in TABLES:
        rows = len(facts.records.get(table, ()))
        return f"{rows} row{'' if rows == 1 else 's'}"
    return _FORMATS[name]


def _rows(facts: Facts) -> dict[str, dict[str, str]]:
    """For every row its words, what was read from them, and where they stand."""
    places, text = markup.places(facts), facts.document.text
    return {
        record.id: {
            "quote": record.span.of(text),
            "told": marks.told(table, record),
            "at": places[record.id],
        }
        for table in TABLES
        for record in facts.records.get(table, ())
    }


def _source(facts: Facts) -> dict[str, Any]:
    document, source = facts.document, facts.document.source
    first = next((s.span.of(document.text) for s in facts.sentences if s.kind == "body"), "")
    return {
        "id": document.id,
        "title": source.title or export.headline(facts),
        "first": first,
        "publisher": source.publisher,
        "url": source.url if (source.url or "").startswith(("https://", "http://")) else None,
        "published": source.published,
        "basis": source.published_basis,
        "sha256": document.sha256,
        "words": len(document.text.split()),
    }


def _render(template: str, **values: Any) -> str:
    page = _environment().get_template(template).render(**values)
    return page.translate(VISIBLE).rstrip("\n") + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = _day
    environment.filters["html"] = Markup
    environment.filters["in_words"] = _in_words
    environment.globals["css"] = Markup((TEMPLATES / "report.css").read_text(encoding="utf-8"))
    return environment


def _day(date: dt.date) -> str:
    return f"{date.day} {date:%B %Y}"


def _in_words(number: int) -> str:
    words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
    count = words[number] if number < len(words) else str(number)
    return f"{count} short report{'' if number == 1 else 's'}"
