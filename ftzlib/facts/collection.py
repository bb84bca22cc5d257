"""Several documents at once: the facts of all of them in the tables of one, and where they contradict each other.

Finds     the rows of each document in the order given, with `document`, its name, as their first column and before
          each id. Two exact values for one indicator, status, zone and date in two documents.
Leaves    the documents as they are: each row's offsets count in its own document's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from ftzlib.facts import checks
from ftzlib.facts.records import TABLES, Metric
from ftzlib.facts.tables import Facts, frame

if TYPE_CHECKING:
    import pandas as pd


REFERS = ("part_of", "list")  # columns that hold an id


@dataclass(frozen=True, repr=False)
class Collection:
    """The facts of several documents.

    Attributes
    ----------
    documents : dict of str to Facts
        Each document's own facts by its name.
    metrics, dates, people, zones, sectors, events, statements, commitments, findings : DataFrame
        As of `ftzlib.Facts`, with `document` as the first column; ids are ``NAME/m1``. `findings` are those of each
        document and, behind them, those across documents, whose ids are ``NAME/x1``, ``NAME/x2``, ...
    """

    documents: dict[str, Facts]

    def __repr__(self) -> str:
        return f"Facts of {len(self.documents)} documents: {', '.join(self.documents) or 'none'}"

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name not in TABLES:
            raise AttributeError(f"a collection has no {name!r}; its tables are {', '.join(TABLES)}")
        return self.table(name)

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of `table` as dicts, made without pandas."""
        own = [{"document": name, **row} for name, facts in self.documents.items() for row in facts.rows(table)]
        return own + list(self.contradictions()) if table == "findings" else own

    def table(self, name: str) -> pd.DataFrame:
        """Return one table as a DataFrame, with its columns even where it has no rows."""
        return frame(name, [self._named(row) for row in self._wide_rows(name)], ["document"])

    def _wide_rows(self, table: str) -> Iterator[dict[str, Any]]:
        for name, facts in self.documents.items():
            yield from ({"document": name, **row} for row in facts.wide_rows(table))
        if table == "findings":
            yield from ({**row, "sentence": row["quote"]} for row in self.contradictions())

    def _named(self, row: dict[str, Any]) -> dict[str, Any]:
        """Put the document before the ids that a row holds, which by themselves tell rows of one document apart."""
        name = row["document"]
        own: dict[str, Any] = {key: f"{name}/{row[key]}" for key in ("id", *REFERS) if row.get(key)}
        if "refs" in row:
            own["refs"] = tuple(ref if "/" in ref else f"{name}/{ref}" for ref in row["refs"])
        return {**row, **own}

    def contradictions(self) -> Iterator[dict[str, Any]]:
        """Give a finding for each indicator, status, zone and date with two exact values in two documents.

        A row stands at the words of the later document; both are named in `refs`.
        """
        stated: dict[tuple[object, ...], list[tuple[str, Metric]]] = {}
        for name, facts in self.documents.items():
            for metric in facts.records["metrics"]:
                if metric.zone and metric.as_of and not metric.mod:
                    stated.setdefault(checks.subject(metric), []).append((name, metric))
        pairs = (pair for same in stated.values() for pair in combinations(same, 2))
        disagreeing = [(a, b) for a, b in pairs if a[0] != b[0] and a[1].value != b[1].value]
        for number, (a, b) in enumerate(disagreeing, 1):
            yield self._contradiction(f"x{number}", a, b)

    def _contradiction(self, id: str, one: tuple[str, Metric], other: tuple[str, Metric]) -> dict[str, Any]:
        (first, a), (second, b) = one, other
        return {
            "document": second,
            "id": id,
            "code": "conflicting-values",
            "severity": "check",
            "message": f"Are {a.value:,} ({first}) and {b.value:,} ({second}) {a.indicator} both given for {a.as_of}?",
            "refs": (f"{first}/{a.id}", f"{second}/{b.id}"),
            "start": b.span.start,
            "end": b.span.end,
            "quote": b.span.of(self.documents[second].document.text),
        }
