"""A document: its text, and where that text comes from."""

import datetime as dt
import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

SIDECAR_KEYS = ("title", "publisher", "url", "published")


class DocumentError(ValueError):
    """A document that cannot be read; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document from outside its text.

    Attributes
    ----------
    title, publisher, url : str or None
    published : datetime.date or None
        Day of publication.
    published_basis : {"metadata", "inferred", "unknown"}
        Whether that day was given with the document or worked out from it.
    """

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_basis: str = "unknown"


@dataclass(frozen=True, slots=True)
class Document:
    """One text and its source; offsets everywhere count code points of `text`."""

    text: str
    id: str
    sha256: str
    source: Source = field(default_factory=Source)


def from_text(text: str, *, published: dt.date | str | None = None, id: str | None = None) -> Document:
    """Make a document of a string.

    Parameters
    ----------
    text : str
    published : date or ISO 8601 string, optional
        Day of publication, which weekdays and *last year* are counted from.
    id : str, optional
        Name of the document; by default the first twelve digits of its SHA-256.

    Raises
    ------
    DocumentError
        If `published` is no date.
    """
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    day = None if published is None else to_date(published, "published")
    return Document(text, id or sha256[:12], sha256, Source(published=day, published_basis=_basis(day)))


def read_document(path: Path | str, *, published: dt.date | str | None = None) -> Document:
    r"""Read a UTF-8 text file and, where there is one, its sidecar (same name, ``.toml``).

    Line ends are read as ``\n``, as Python does; offsets count in the text so read.
    `published`, where given, goes before the sidecar's.

    Raises
    ------
    DocumentError
        If the file is missing, a folder, empty, not UTF-8 text, or its sidecar is wrong.
    """
    path = Path(path)
    raw = _bytes(path)
    if raw.startswith(b"%PDF-"):
        raise DocumentError(f"{path}: this is a PDF, not text; save the article's text as UTF-8 (.txt) and read that")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise DocumentError(
            f"{path}: not UTF-8 text (byte {problem.start} is 0x{raw[problem.start]:02x}); save it as UTF-8"
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise DocumentError(f"{path}: the file is empty; put the article's text into it")
    source = _read_sidecar(path.with_suffix(".toml"))
    if published is not None:
        source = replace(source, published=to_date(published, "--published"), published_basis="metadata")
    return Document(text, path.stem, hashlib.sha256(raw).hexdigest(), source)


def to_date(value: object, name: str) -> dt.date:
    """Return `value` as a date; `name` says in the error what it was given as.

    Raises
    ------
    DocumentError
        If it is neither a date nor an ISO 8601 string such as ``2020-11-06``.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise DocumentError(
            f"{name}: {str(value)[:40]!r} is no date; write it as 2020-11-06 (year-month-day)"
        ) from None


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise DocumentError(f"{path}: this is a folder; name a text file in it")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DocumentError(f"{path}: no such file; check the name") from None
    except OSError as problem:
        raise DocumentError(f"{path}: cannot be read ({problem.strerror}); check its permissions") from None


def _read_sidecar(path: Path) -> Source:
    if not path.is_file():
        return Source()
    try:
        given: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise DocumentError(f"{path}: the sidecar is no valid TOML ({problem}); mend it or remove it") from None
    day = given.get("published")
    published = None if day is None else to_date(day, f"{path}: published")
    texts = {key: _text(path, key, given.get(key)) for key in SIDECAR_KEYS[:3]}
    return Source(**texts, published=published, published_basis=_basis(published))


def _text(path: Path, key: str, value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise DocumentError(f"{path}: {key} must be text in quotation marks, not {value!r}")


def _basis(published: dt.date | None) -> str:
    return "unknown" if published is None else "metadata"
