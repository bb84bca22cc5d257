"""HTML that cannot run anything, call anybody, or change the page around it.

Finds     elements and attributes that are not in ``data/html.toml``, links that are no plain links.
Leaves    their text, except that of style sheets and scripts.
Example   '<p onclick="x()">13 <script>y()</script></p>' -> '<p>13 </p>'
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from bleach.sanitizer import Cleaner

_NOT_TEXT = re.compile(r"<(style|script)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def clean(html: str) -> str:
    """Return `html` with text, tables, pictures in the page and plain links only."""
    return str(_cleaner().clean(_NOT_TEXT.sub("", html)))


@cache
def _cleaner() -> Cleaner:
    tags = _html()["tags"]
    return Cleaner(tags, _may_stay, protocols=("https", "http", "data"), strip=True, strip_comments=True)


def _may_stay(tag: str, name: str, value: str) -> bool:
    if name == "src":
        return tag == "img" and value.startswith("data:image/")
    if name == "href":
        return tag == "a" and not value.startswith("data:")
    return name.startswith("data-") or name in _html()["attributes"]


@cache
def _html() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("html.toml").read_text(encoding="utf-8"))
