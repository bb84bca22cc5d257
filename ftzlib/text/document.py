"""A document: its text, and where that text comes from; `ftzlib.text.files` reads one from disk."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from importlib.util import find_spec


class DocumentError(ValueError):
    """A document that cannot be read; the message says which, why, and what to do."""


class FolderError(ValueError):
    """A folder that cannot be used; the message says which, why, and what to do."""


class LackingError(ModuleNotFoundError):
    """A library that an extra of this package brings; the message has the line to type."""


def need(extra: str, *modules: str) -> None:
    """Say what to type, by a LackingError, where one of `modules`, which `extra` brings, is not installed."""
    if lacking := next((module for module in modules if find_spec(module) is None), None):
        raise LackingError(f"{lacking} is not installed; type: pip install 'ftzlib[{extra}]'", name=lacking)


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document from outside its text."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_basis: str = "unknown"  # "metadata" where that day was given, "inferred" where it was worked out


@dataclass(frozen=True, slots=True)
class Document:
    """One text and its source; offsets everywhere count code points of `text`."""

    text: str
    id: str
    sha256: str
    source: Source = field(default_factory=Source)
    fixes: str | None = None  # what stands in the file in which a person puts facts right, where there is one
    fixes_file: str | None = None  # where that is, or would be


def from_text(text: str, *, published: dt.date | str | None = None, id: str | None = None) -> Document:
    """Make a document of a string; its name is by default the first twelve digits of its SHA-256."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    day = None if published is None else to_date(published, "published")
    source = Source(published=day, published_basis="metadata" if day else "unknown")
    return Document(text, id or sha256[:12], sha256, source)


def to_date(value: object, name: str) -> dt.date:
    """Return a date or an ISO 8601 string such as ``2020-11-06`` as a date; else `name` says in an error what it is."""
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
