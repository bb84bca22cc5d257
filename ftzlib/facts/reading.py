"""What was read in one document: the document, its sentences, and the records of each table."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from ftzlib.evidence.days import days
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

    def wide_rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of `table` with what tables have besides: the sentence, and the days that a date may mean."""
        rows, told = self.rows(table), self._told
        for row, record in zip(rows, self.records.get(table, ()), strict=True):
            row["sentence"] = told(row["start"])
            if table == "dates":
                span = days(row["value"], row["mod"], edge=record.edge) or ()
                at_midnight = [dt.datetime.combine(day, dt.time()) for day in span]
                row["first_day"], row["last_day"] = at_midnight or (None, None)
        return rows

    def _told(self, start: int) -> str:
        """Return the sentence that the character at `start` stands in, on one line."""
        at = bisect_right(self.sentences, start, key=lambda sentence: sentence.span.start) - 1
        if at < 0 or start >= self.sentences[at].span.end:
            return ""
        return " ".join(self.sentences[at].span.of(self.document.text).split())
