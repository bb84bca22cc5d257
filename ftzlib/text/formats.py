r"""The text of an article in whatever form it was saved: plain, a web page, Markdown.

Finds     the form of a file by its name or by how it begins; a page's article (`ftzlib.text.pages`), also in one file
          with its pictures (MHTML); the text of Markdown, without its marks (mistune), and what its front matter says.
Leaves    forms that are no text, with an error that says what to do; a day that only the words suggest.
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

from ftzlib.text import language, pages

#: A text, and what was given with it: title, publisher, url, published.
Page: TypeAlias = tuple[str, dict[str, Any]]
_FRONT_MATTER = re.compile(r"---\n(.*?\n)(?:---|\.\.\.)\n", re.DOTALL)
_FIELD = re.compile(r"^(\w+):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)


class FormatError(ValueError):
    """Bytes that hold no article; the message says why and what to do, the caller knows where."""


def read(raw: bytes, suffix: str) -> Page:
    r"""Return the text of a file, its line ends as ``\n``, and what the file says of itself.

    Raises
    ------
    FormatError
        If it is no text, or there is none in it.
    """
    text, given = _reader(raw, suffix)(raw)
    if not text.strip():
        raise FormatError("the file is empty; put the article's text into it")
    if not language.is_english(text):
        raise FormatError("this is no English text, and no other can be read; give an English version of the article")
    return text, given


def _reader(raw: bytes, suffix: str) -> Callable[[bytes], Page]:
    known = _formats()
    begins = raw[:200].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    for what in known["refused"].values():
        if suffix in what["names"] or begins.startswith(tuple(mark.encode("latin-1") for mark in what["begins"])):
            raise FormatError(f"{what['is']}; {what['do']}")
    if suffix in known["mhtml"] or begins.startswith(tuple(mark.encode() for mark in known["mhtml_begins"])):
        return _mhtml
    if suffix in known["markdown"]:
        return _markdown
    page = suffix in known["html"] or begins.startswith(tuple(mark.encode() for mark in known["page_begins"]))
    return _html if page else _plain


def _plain(raw: bytes) -> Page:
    if b"\0" in raw:
        raise FormatError(f"not text (byte {raw.index(0)} is 0x00); save the article's text as UTF-8 (.txt)")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        bad = raw[problem.start]
        raise FormatError(f"not UTF-8 text (byte {problem.start} is 0x{bad:02x}); save it as UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n"), {}


def _html(raw: bytes, address: str | None = None) -> Page:
    if b"\0" in raw or not raw.strip():
        raise FormatError("no web page; save the article's page as HTML, or its text as UTF-8 (.txt)")
    text, given = pages.article(raw, address)
    if not text:
        raise FormatError("no article was found in this web page; save its text as UTF-8 (.txt) and read that")
    return text, given


def _mhtml(raw: bytes) -> Page:
    """Read a page that a browser saved with its pictures in one file: MIME, its first HTML part is the page."""
    message = email.message_from_bytes(raw)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise FormatError("there is no web page in it; save the article's page as HTML (.html)")
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
    said = {name.lower(): value for name, value in _FIELD.findall(lines) if value}
    wanted = _formats()["front_matter"]
    given = {field: next((said[name] for name in names if name in said), None) for field, names in wanted.items()}
    day = str(given.pop("published") or "")[:10]
    with suppress(ValueError):
        given["published"] = dt.date.fromisoformat(day)
    return {name: value for name, value in given.items() if value}


@cache
def _formats() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("formats.toml").read_text(encoding="utf-8"))
