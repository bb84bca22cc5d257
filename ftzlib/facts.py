"""From a document to its facts: the few lines that know the order, and the only door to pandas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ftzlib import checks, export, markup, segment
from ftzlib.document import Document, from_text
from ftzlib.extract import commitments, events, metrics, people, quantities, sectors, statements, timex, zones
from ftzlib.files import read_document
from ftzlib.records import PREFIXES, TABLES, Record, columns
from ftzlib.resolve import actors, speakers
from ftzlib.resolve import metrics as linked_metrics
from ftzlib.resolve import zones as linked_zones
from ftzlib.timex3 import anchors
from ftzlib.tokens import tokenize

if TYPE_CHECKING:
    import pandas as pd


def read(path: Path | str, *, published: dt.date | str | None = None) -> Facts:
    """Read a file (and its sidecar, where there is one) into facts.

    Parameters
    ----------
    path : path
        UTF-8 text, Markdown (``.md``), or a web page as saved by a browser (``.html``); ``NAME.toml`` beside
        ``NAME.txt`` gives title, publisher, url and published.
    published : date or ISO 8601 string, optional
        Goes before the sidecar's.

    Raises
    ------
    ftzlib.document.DocumentError
        If the file or its sidecar cannot be read.
    """
    return facts_of(read_document(path, published=published))


def parse(text: str, *, published: dt.date | str | None = None, id: str | None = None) -> Facts:
    """Read a string into facts; see `ftzlib.document.from_text` for the parameters."""
    return facts_of(from_text(text, published=published, id=id))


def facts_of(document: Document) -> Facts:
    """Read a document: each step is handed what the steps before it found, and nothing else."""
    tokens = tokenize(document.text, segment.sentences(document.text))
    if document.source.published is None:
        document = _dated(document, anchors.infer_published(tokens))
    found_dates = timex.find(tokens, document.source.published)
    found_people = people.find(tokens)
    mentions = linked_zones.resolve(tokens, zones.mentions(tokens))
    speeches = statements.find(tokens)
    found_statements = speakers.resolve(tokens, speeches, found_people)
    promises = commitments.find(tokens, statements.stretches(tokens, speeches))
    measures = metrics.find(tokens, quantities.find(tokens, found_dates))
    found: dict[str, Sequence[Record]] = {
        "metrics": linked_metrics.resolve(
            tokens, measures, mentions, found_statements, found_dates, document.source.published
        ),
        "dates": found_dates,
        "people": found_people,
        "zones": zones.find(mentions),
        "sectors": sectors.find(tokens),
        "events": events.find(tokens, found_dates, found_people, mentions),
        "statements": found_statements,
        "commitments": actors.resolve(tokens, promises, mentions, found_statements),
    }
    facts = Facts(document, tuple(tokens.sentences), {name: _numbered(name, rows) for name, rows in found.items()})
    return replace(facts, records=facts.records | {"findings": _numbered("findings", checks.run(facts))})


@dataclass(frozen=True, repr=False)
class Facts:
    """What one document states: nine tables, each row tied to the characters that state it.

    Attributes
    ----------
    document : Document
    sentences : tuple of Sentence
    records : dict of str to tuple of Record
        The rows of each table of the facts contract, in order of their start.
    metrics, dates, people, zones, sectors, events, statements, commitments, findings : DataFrame
        The same as pandas tables: ``id``, the table's own columns (`ftzlib.records`), ``start``, ``end``,
        ``quote``. pandas is imported when the first of them is asked for.
    """

    document: Document
    sentences: tuple[segment.Sentence, ...]
    records: dict[str, tuple[Any, ...]] = field(repr=False)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(rows)} {name}" for name, rows in self.records.items() if rows)
        return f"Facts of {self.document.id}: {counts or 'none'}"

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of `table` as dicts, in the contract's fields; made without pandas."""
        records = self.records.get(table)
        if not records:
            return []
        names, text = ("id", *columns(TABLES[table])), self.document.text
        values = attrgetter(*names)
        rows = [dict(zip(names, values(record), strict=True)) for record in records]
        for row, record in zip(rows, records, strict=True):
            row["start"], row["end"] = start, end = record.span
            row["quote"] = text[start:end]
        return rows

    def table(self, name: str) -> pd.DataFrame:
        """Return one table as a DataFrame, with its columns even where it has no rows."""
        return frame(name, self.rows(name)).set_index("id", drop=False).rename_axis(None)

    @cached_property
    def metrics(self) -> pd.DataFrame:
        """Quantities; columns as in `ftzlib.records.Metric`."""
        return self.table("metrics")

    @cached_property
    def dates(self) -> pd.DataFrame:
        """Time expressions; columns as in `ftzlib.records.Date`."""
        return self.table("dates")

    @cached_property
    def people(self) -> pd.DataFrame:
        """People; columns as in `ftzlib.records.Person`."""
        return self.table("people")

    @cached_property
    def zones(self) -> pd.DataFrame:
        """Pilot free trade zones; columns as in `ftzlib.records.Zone`."""
        return self.table("zones")

    @cached_property
    def sectors(self) -> pd.DataFrame:
        """Listed priorities; columns as in `ftzlib.records.Sector`."""
        return self.table("sectors")

    @cached_property
    def events(self) -> pd.DataFrame:
        """Events; columns as in `ftzlib.records.Event`."""
        return self.table("events")

    @cached_property
    def statements(self) -> pd.DataFrame:
        """Reported speech; columns as in `ftzlib.records.Statement`."""
        return self.table("statements")

    @cached_property
    def commitments(self) -> pd.DataFrame:
        """Promises; columns as in `ftzlib.records.Commitment`."""
        return self.table("commitments")

    @cached_property
    def findings(self) -> pd.DataFrame:
        """What does not add up; columns as in `ftzlib.records.Finding`."""
        return self.table("findings")

    def to_json(self) -> str:
        """Return the facts as the contract's JSON, made without pandas."""
        return export.to_json(self)

    def _repr_html_(self) -> str:
        return markup.in_notebook(self)


def frame(table: str, rows: Sequence[Mapping[str, Any]], before: Sequence[str] = ()) -> pd.DataFrame:
    """Return rows of `table` as a DataFrame whose types are the same whatever they hold; `before` stands first."""
    import pandas as pd

    names = [*before, "id", *columns(TABLES[table]), "start", "end", "quote"]
    return pd.DataFrame(rows, columns=names).astype({column: _DTYPES.get(column, "str") for column in names})


_DTYPES = {"start": "int64", "end": "int64", "value": "object", "participants": "object", "refs": "object"}


def _dated(document: Document, inferred: dt.date | None) -> Document:
    """Give the document the day that its text implies, if it implies one."""
    if inferred is None:
        return document
    return replace(document, source=replace(document.source, published=inferred, published_basis="inferred"))


def _numbered(table: str, found: Iterable[Record]) -> tuple[Record, ...]:
    prefix = PREFIXES[table]
    rows = sorted(found, key=lambda record: record.span) if table != "findings" else list(found)
    for n, record in enumerate(rows, 1):
        # Set once, before anybody else holds the record: a copy of each row would cost a tenth of the parse.
        object.__setattr__(record, "id", f"{prefix}{n}")
    return tuple(rows)
