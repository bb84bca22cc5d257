"""Several documents at once: the facts of all of them in the tables of one, and where they contradict each other.

Finds     the rows of each document in the order given, with `document`, its name, as their first column and before
          each id. Two exact values for one indicator, status, zone and date in two documents.
Leaves    the documents as they are: each row's offsets count in its own document's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ftzlib.facts import checks
from ftzlib.facts.tables import Facts, Tables, frame

if TYPE_CHECKING:
    import pandas as pd


REFERS = ("id", "part_of", "list")  # columns that hold an id


@dataclass(frozen=True, repr=False)
class Collection(Tables):
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

    def table(self, name: str) -> pd.DataFrame:
        """Return one table as a DataFrame, with its columns even where it has no rows."""
        rows = [_named(document, row) for document, facts in self.documents.items() for row in facts.wide_rows(name)]
        return frame(name, rows + list(self._contradictions()) if name == "findings" else rows, ["document"])

    def _contradictions(self) -> Iterator[dict[str, Any]]:
        """Give a finding for each indicator, status, zone and date with two exact values in two documents.

        A row stands at the words of the later document; both are named in `refs`.
        """
        placed = ((name, metric) for name, facts in self.documents.items() for metric in facts.records["metrics"])
        zoned = ((name, metric) for name, metric in placed if metric.zone)
        for number, ((first, a), (second, b)) in enumerate(checks.conflicts(zoned), 1):
            values = f"{a.value:,} ({first}) and {b.value:,} ({second})"
            quote = b.span.of(self.documents[second].document.text)
            yield {
                "document": second,
                "id": f"{second}/x{number}",
                "code": "conflicting-values",
                "severity": checks.SEVERITIES["conflicting-values"],
                "message": f"Are {values} {a.indicator} both given for {a.as_of}?",
                "refs": (f"{first}/{a.id}", f"{second}/{b.id}"),
                "start": b.span.start,
                "end": b.span.end,
                "quote": quote,
                "sentence": quote,
            }


def _named(document: str, row: dict[str, Any]) -> dict[str, Any]:
    """Put the document before the ids that a row holds, which by themselves tell rows of one document apart."""
    own: dict[str, Any] = {key: f"{document}/{row[key]}" for key in REFERS if row.get(key)}
    if "refs" in row:
        own["refs"] = tuple(f"{document}/{ref}" for ref in row["refs"])
    return {"document": document, **row, **own}
