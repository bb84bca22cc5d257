"""The pages: a story with its source beside it, the front page, the method, and the list of several articles.

Takes     finished stories and facts; works nothing out.
Gives     whole HTML documents: no script, no request, the same bytes each time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from textwrap import shorten
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ftzlib import __version__, reference
from ftzlib.evidence.days import spell
from ftzlib.evidence.escape import VISIBLE, web
from ftzlib.evidence.frames import host
from ftzlib.facts import export, markup
from ftzlib.facts.records import TABLES
from ftzlib.facts.tables import Facts
from ftzlib.report.story import TEMPLATES, Story

#: On the front page: whether the article can be believed, then its numbers, the others, and the briefing last.
_ORDER = ("04-", "02-", "", "00-")
_LONGEST = 90  # characters of a title that is the article's first sentence


def of_article(facts: Facts, stories: Sequence[Story], root: str) -> dict[str, str]:
    """Return the files of one article's reports; `root` leads to the page on the method and other articles' pages."""
    document = facts.document
    data = {
        "facts.json": export.to_json(facts, indent=1) + "\n",
        **{f"{name}.csv": export.to_csv(facts, name) for name in TABLES},
        "annotations.jsonld": export.to_annotations(facts),
    }
    if hashlib.sha256(document.text.encode()).hexdigest() != document.sha256:
        data["article.txt"] = document.text  # taken out of a page: what the offsets count in
    places = {start: place for place, start in enumerate(_ORDER)}
    ordered = sorted(stories, key=lambda story: (places.get(story.name[:3], 2), story.name))
    front = _render("front.html.j2", stories=ordered, source=_source(facts), downloads=list(data), root=root)
    return (
        {f"data/{name}": text for name, text in data.items()}
        | _of_stories(stories, facts, root)
        | {"index.html": front}
    )


def of_library(
    articles: Mapping[str, Facts], told: Mapping[str, Sequence[Story]], stories: Sequence[Story]
) -> dict[str, str]:
    """Return the page that leads to several articles' front pages, each in a folder, and the stories on all."""
    cards = [(name, _source(facts), next(iter(told[name]), None)) for name, facts in articles.items()]
    front = _render("library.html.j2", cards=cards, stories=stories, root="")
    return _of_stories(stories, None, "") | {"index.html": front}


def of_method(stories: Sequence[Story]) -> dict[str, str]:
    """Return the page on the method, with what the columns of the reference tables mean, and these tables."""
    tables = reference.package()["resources"]
    data = {f"data/reference/{table['path']}": reference.text(table["path"]) for table in tables}
    return data | {"about.html": _render("about.html.j2", tables=tables, stories=stories, root="")}


def _of_stories(stories: Sequence[Story], facts: Facts | None, root: str) -> dict[str, str]:
    """Return the pages of stories, with their article beside them where they have one, and their data."""
    files = {f"data/{name}": text for story in stories for name, text in story.files.items()}
    own: dict[str, Any] = {"rows": _rows(facts), "source": _source(facts)} if facts else {"rows": {}, "source": None}
    for story in stories:
        uses = {row: f"#{use}" for row, use in story.uses.items()}
        article = Markup(markup.article(facts, backlinks=uses)) if facts else ""
        page = _render("report.html.j2", story=story, stories=stories, article=article, root=root, **own)
        files[f"{story.name}.html"] = page
    return files


def _rows(facts: Facts) -> dict[str, dict[str, str]]:
    """For every row its words, what was read from them, and where they stand."""
    places, text = markup.places(facts), facts.document.text
    return {
        record.id: {"quote": record.span.of(text), "told": markup.told(facts, record), "at": places[record.id]}
        for table in TABLES
        for record in facts.records.get(table, ())
    }


def _source(facts: Facts) -> dict[str, Any]:
    told = export.described(facts)
    first = next((s.span.of(facts.document.text) for s in facts.sentences if s.kind == "body"), "")
    title = told["title"] or shorten(first, _LONGEST, placeholder=" …") or told["id"]
    address = web(told["url"])
    publisher = told["publisher"] or (host(address).removeprefix("www.") if address else None)
    return told | {"title": title, "url": address, "publisher": publisher}


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
    environment.filters["day"] = lambda day: spell(day.isoformat())
    environment.filters["html"] = Markup
    environment.globals["css"] = Markup((TEMPLATES / "report.css").read_text(encoding="utf-8"))
    environment.globals["version"] = __version__
    return environment
