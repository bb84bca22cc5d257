"""HTML that cannot run anything, call anybody, or change the page around it.

Finds     elements and attributes that are not in ``data/html.toml``, links that are no plain links.
Leaves    their text, except that of style sheets and scripts.
Example   '<p onclick="x()">13 <script>y()</script></p>' -> '<p>13 </p>'
"""

import re
from functools import cache

from bleach.sanitizer import Cleaner

from ftzlib import lexicon

_NOT_TEXT = re.compile(r"<(style|script)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def clean(html: str) -> str:
    """Return `html` with text, tables, pictures in the page and plain links only."""
    return str(_cleaner().clean(_NOT_TEXT.sub("", html)))


@cache
def _cleaner() -> Cleaner:
    tags = lexicon.load("html")["tags"]
    return Cleaner(tags, _may_stay, protocols=("https", "http", "data"), strip=True, strip_comments=True)


def _may_stay(tag: str, name: str, value: str) -> bool:
    if name == "src":
        return tag == "img" and value.startswith("data:image/")
    if name == "href":
        return tag == "a" and not value.startswith("data:")
    return name.startswith("data-") or name in lexicon.load("html")["attributes"]
