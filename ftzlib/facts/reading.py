"""What was read in one document: the document, its sentences, and the records of each table."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import asdict, dataclass, field
from operator import attrgetter
from typing import Any

from ftzlib.evidence.days import days
from ftzlib.evidence.wording import hedge, words
from ftzlib.facts.corrections import CORRECTIONS, FOLLOWED, Correction, spelt
from ftzlib.facts.records import ASKED, COLUMNS, PREFIXES, TABLE_OF, meanings
from ftzlib.text.document import Document
from ftzlib.text.segment import Sentence
from ftzlib.text.spans import Span

#: Values that a reading leaves out: what they say is plain without them.
PLAIN = (None, (), "count", "DATE")


@dataclass(frozen=True, repr=False)
class Reading:
    """A document and its rows, without pandas; its attributes are told of in `ftzlib.Facts`."""

    document: Document
    sentences: tuple[Sentence, ...]
    records: dict[str, tuple[Any, ...]] = field(repr=False)
    corrected: tuple[Correction, ...] = field(default=(), repr=False)
    rules_read: dict[str, tuple[Any, ...]] = field(default_factory=dict, repr=False)

    @property
    def looked_at(self) -> set[str]:
        """The ids of the rows that a person has checked or put right."""
        return {correction.id for correction in self.corrected if correction.state != FOLLOWED}

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of `table` as dicts, in the contract's fields; made without pandas."""
        names = ("id", *COLUMNS[table])
        values, text, rows = attrgetter(*names), self.document.text, []
        for record in self.records.get(table, ()):
            row = dict(zip(names, values(record), strict=True))
            row["start"], row["end"] = start, end = record.span
            row["quote"] = text[start:end]
            if record.basis != "read":
                row |= {"basis": record.basis, "rules_read": record.rules_read}
            rows.append(row)
        return rows

    def wide_rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of `table` with what tables have besides: the sentence, and the days that a date may mean.

        ``corrections`` are a table, too: what a person has put right, one row a field.
        """
        if table == CORRECTIONS:
            return [asdict(correction) for correction in self.corrected]
        rows = self.rows(table)
        for row, record in zip(rows, self.records.get(table, ()), strict=True):
            row["sentence"] = self.said(self.sentence(row["start"]))
            row["basis"], row["rules_read"] = record.basis, record.rules_read
            if table == "dates":
                span = days(row["value"], row["mod"], edge=record.edge) or ()
                at_midnight = [dt.datetime.combine(day, dt.time()) for day in span]
                row["first_day"], row["last_day"] = at_midnight or (None, None)
        return rows

    def in_words(self, record: Any) -> str:
        """Say what was read from a row's words: *nearly 96 · pilot reform tasks · implemented · part of 106 ...*."""
        table = TABLE_OF[type(record)]
        told: list[str] = []
        for name in ASKED[table]:
            value, before = getattr(record, name), meanings()[table][name].get("before", "")
            if value in PLAIN or (name == "mod" and record.value is not None):
                continue
            if name == "part_of":
                value = self.said(self.records["metrics"][int(value.removeprefix(PREFIXES["metrics"])) - 1].span)
            if name == "value" and table == "metrics":  # as the text words it, or we do
                before = hedge(record.mod, self.said(self.sentence(record.span.start)), self.said(record.span))
            elif name == "value":
                before = (words("times") | words("mods")).get(record.mod or "", "")
            said = value if value == "nationwide" else f"{before.strip()} {spelt(value)}".strip()
            if name == "unit":
                told[-1] += f" {said}"
            else:
                told.append(said)
        return " · ".join(told) or ("no day" if table == "dates" else "as quoted")

    def said(self, span: Span) -> str:
        """Return the words of a span on one line."""
        return " ".join(span.of(self.document.text).split())

    def sentence(self, start: int) -> Span:
        """Return where the sentence is that the character at `start` stands in; no width, where it stands in none."""
        at = bisect_right(self.sentences, start, key=lambda sentence: sentence.span.start) - 1
        return self.sentences[at].span if at >= 0 and start < self.sentences[at].span.end else Span(start, start)
