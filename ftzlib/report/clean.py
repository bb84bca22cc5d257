"""HTML that cannot run anything, call anybody, or change the page around it.

Finds     elements and attributes that are not in ``html.toml``, links that are no plain links.
Leaves    their text, except that of style sheets and scripts.
Example   '<p onclick="x()">13 <script>y()</script></p>' -> '<p>13 </p>'
"""

import tomllib
from functools import cache
from pathlib import Path

import nh3


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
