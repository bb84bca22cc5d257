r"""The text of an article in whatever form it was saved: plain, a web page, Markdown.

Finds     the form of a file by its name or by how it begins; a page's article (`ftzlib.text.pages`), also in one file
          with its pictures (MHTML); the text of Markdown, without its marks (mistune), and what its front matter says.
Leaves    forms that are no text, and text that is not English, with an error that says what to do; a day that only the
          words suggest.
Example   "<article><p>68 innovations</p></article>" -> "68 innovations"
"""

import datetime as dt
import email
import re
import tomllib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias
from unicodedata import name

from ftzlib.grammar import lexicon
from ftzlib.text import pages
from ftzlib.text.document import DocumentError

#: A text, and what was given with it: title, publisher, url, published.
Page: TypeAlias = tuple[str, dict[str, Any]]
LEAST_WORDS = 12  # of a text whose language its small words can tell
FEW, MANY = 0.1, 0.15  # of all words, small ones: fewer than in any English prose, as many as in that of others
_WORD = re.compile(r"[^\W\d_]+")
_FRONT_MATTER = re.compile(r"---\n(.*?\n)(?:---|\.\.\.)\n", re.DOTALL)
_FIELD = re.compile(r"^(\w+):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)


def read(raw: bytes, suffix: str) -> Page:
    r"""Return the text of a file, its line ends as ``\n``, and what it says of itself; no text is an error."""
    text, given = _reader(raw, suffix)(raw)
    if not text.strip():
        raise DocumentError("the file is empty; put the article's text into it")
    if not _is_english(text):
        raise DocumentError("this is no English text, and no other can be read; give an English version of the article")
    return text, given


def _is_english(text: str) -> bool:
    """Tell whether a text is written in English, as far as its letters and its small words show."""
    words = [word.lower() for word in _WORD.findall(text)]
    letters = "".join(words)
    foreign = sum(
        not sign.isascii() and not name(sign, "LATIN").startswith(("LATIN", "FULLWIDTH LATIN")) for sign in letters
    )
    if 2 * foreign > len(letters):
        return False
    if len(words) < LEAST_WORDS:
        return True
    english, other = (sum(map(lexicon.words("language", small).__contains__, words)) for small in ("english", "others"))
    return english >= FEW * len(words) or other < MANY * len(words)


def suffixes() -> list[str]:
    """Return how the names of articles that are read may end, text first."""
    return [".txt", *(name for form in _formats()["forms"].values() if "do" not in form for name in form["names"])]


def _reader(raw: bytes, suffix: str) -> Callable[[bytes], Page]:
    begins = raw[:200].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    for form, known in _formats()["forms"].items():
        if suffix in known["names"] or begins.startswith(tuple(mark.encode("latin-1") for mark in known["begins"])):
            if "do" in known:
                raise DocumentError(f"{known['is']}; {known['do']}")
            return {"mhtml": _mhtml, "markdown": _markdown, "html": _html}[form]
    return _plain


def _plain(raw: bytes) -> Page:
    if b"\0" in raw:
        raise DocumentError(f"not text (byte {raw.index(0)} is 0x00); save the article's text as UTF-8 (.txt)")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        bad = raw[problem.start]
        raise DocumentError(f"not UTF-8 text (byte {problem.start} is 0x{bad:02x}); save it as UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n"), {}


def _html(raw: bytes, address: str | None = None) -> Page:
    if b"\0" in raw or not raw.strip():
        raise DocumentError("no web page; save the article's page as HTML, or its text as UTF-8 (.txt)")
    text, given = pages.article(raw, address)
    if not text:
        raise DocumentError("no article was found in this web page; save its text as UTF-8 (.txt) and read that")
    return text, given


def _mhtml(raw: bytes) -> Page:
    """Read a page that a browser saved with its pictures in one file: MIME, its first HTML part is the page."""
    message = email.message_from_bytes(raw)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise DocumentError("there is no web page in it; save the article's page as HTML (.html)")
    address = message["Snapshot-Content-Location"] or page["Content-Location"]
    return _html(page.get_payload(decode=True), address)  # type: ignore[arg-type]  # bytes, of a part without parts


def _markdown(raw: bytes) -> Page:
    import mistune

    text, _ = _plain(raw)
    front = _FRONT_MATTER.match(text)
    given = _front_matter(front[1]) if front else {}
    return pages.lines(str(mistune.html(text[front.end() :] if front else text))), given


def _front_matter(lines: str) -> dict[str, Any]:
    """Return what simple lines (``title: ...``) say; a day that is none is left out."""
    said = {name.lower(): value for name, value in _FIELD.findall(lines)}
    wanted = _formats()["front_matter"].items()
    given = {field: next(filter(None, map(said.get, names)), "") for field, names in wanted}
    day = given.pop("published")[:10]
    with suppress(ValueError):
        given["published"] = dt.date.fromisoformat(day)
    return given


@cache
def _formats() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("formats.toml").read_text(encoding="utf-8"))
