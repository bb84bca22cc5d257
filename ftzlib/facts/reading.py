"""What was read in one document: the document, its sentences, and the records of each table."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from ftzlib.facts.records import TABLES, columns
from ftzlib.text.document import Document
from ftzlib.text.segment import Sentence


@dataclass(frozen=True, repr=False)
class Reading:
    """A document and its rows, without pandas.

    Attributes
    ----------
    document : Document
    sentences : tuple of Sentence
    records : dict of str to tuple of Record
        The rows of each table of the facts contract, in order of their start.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    records: dict[str, tuple[Any, ...]] = field(repr=False)

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
