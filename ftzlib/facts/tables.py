"""The facts of one document, or of several in the tables of one, as pandas tables: the only door to pandas.

Finds     of several documents the rows in the order given, with `document`, its name, as their first column and before
          each id; two exact values for one indicator, status, zone and date in two documents.
Leaves    the documents as they are: each row's offsets count in its own document's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from ftzlib import reference
from ftzlib.evidence.escape import leave_as_written, untypeset
from ftzlib.facts import checks, export, markup
from ftzlib.facts.corrections import CORRECTIONS, Correction
from ftzlib.facts.reading import Reading
from ftzlib.facts.records import COLUMNS, TABLES, meanings

if TYPE_CHECKING:
    import pandas as pd


class Tables:
    """Nine tables and what was put right, each made when it is first asked for; what has them says how one is made."""

    metrics: pd.DataFrame
    dates: pd.DataFrame
    people: pd.DataFrame
    zones: pd.DataFrame
    sectors: pd.DataFrame
    events: pd.DataFrame
    statements: pd.DataFrame
    commitments: pd.DataFrame
    findings: pd.DataFrame
    corrections: pd.DataFrame

    if not TYPE_CHECKING:  # which would then take any name for that of a table

        def __getattr__(self, name: str) -> Any:
            if name not in (*TABLES, CORRECTIONS):
                whose = type(self).__name__
                raise AttributeError(f"{whose!r} object has no {name!r}; its tables are {', '.join(TABLES)}")
            self.__dict__[name] = made = self.table(name)
            return made

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *TABLES, CORRECTIONS]


@dataclass(frozen=True, repr=False)
class Facts(Tables, Reading):
    """What one document states: nine tables, each row tied to the characters that state it.

    Attributes
    ----------
    document : Document
    sentences : tuple of Sentence
    records : dict of str to tuple of Record
        The rows of each table of the facts contract, in order of their start.
    corrected : tuple of Correction
        What a person has put right.
    rules_read : dict of str to tuple of Record
        The rows as the rules read them, before anything was put right; without findings.
    metrics, dates, people, zones, sectors, events, statements, commitments, findings : DataFrame
        The same as pandas tables. The index, ``id``, names the row and leads to its words; the columns are the
        table's own (`ftzlib.codebook`), ``start``, ``end``, ``quote`` and ``sentence``, the sentence that the
        words stand in; of `dates` also ``first_day`` and ``last_day``. Types are the same whatever the rows hold:
        numbers float64, offsets int64, days datetime64, text str. pandas is imported when the first is asked for.
    corrections : DataFrame
        What a person has put right, one row a field; columns as in `ftzlib.facts.corrections.Correction`.

    Examples
    --------
    >>> import ftzlib as ftz
    >>> facts = ftz.parse("The area carries 106 pilot reform tasks.")
    >>> facts.metrics.loc["m1", ["indicator", "quote"]].to_list()
    ['pilot reform tasks', '106 pilot reform tasks']
    """

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(rows)} {name}" for name, rows in self.records.items() if rows)
        return f"Facts of {self.document.id}: {counts or 'none'}"

    def table(self, name: str) -> pd.DataFrame:
        """Return one table as a DataFrame, with its columns even where it has no rows."""
        return frame(name, self.wide_rows(name))

    def to_json(self) -> str:
        """Return the facts as the contract's JSON, made without pandas."""
        return export.to_json(self)

    def _repr_html_(self) -> str:
        return untypeset(markup.in_notebook(self))


@dataclass(frozen=True, repr=False)
class Collection(Tables):
    """The facts of several documents.

    Attributes
    ----------
    documents : dict of str to Facts
        Each document's own facts by its name.
    metrics, dates, people, zones, sectors, events, statements, commitments, findings, corrections : DataFrame
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
            asked = f"Are {values} {a.indicator} both given for {a.as_of}?"
            found = checks.finding("conflicting-values", b.span, asked)
            (row,) = replace(self.documents[second], records={"findings": (found,)}).wide_rows("findings")
            refs = (f"{first}/{a.id}", f"{second}/{b.id}")
            yield {"document": second, **row, "id": f"{second}/x{number}", "refs": refs}


def _named(document: str, row: dict[str, Any]) -> dict[str, Any]:
    """Put the document before the ids that a row holds, which by themselves tell rows of one document apart."""
    own: dict[str, Any] = {key: f"{document}/{row[key]}" for key in ("id", "part_of", "list") if row.get(key)}
    if "refs" in row:
        own["refs"] = tuple(f"{document}/{ref}" for ref in row["refs"])
    return {"document": document, **row, **own}


def frame(table: str, rows: Sequence[Mapping[str, Any]], before: Sequence[str] = ()) -> pd.DataFrame:
    """Return rows of `table` as a DataFrame whose types are the same whatever they hold; `before` stands first."""
    import pandas as pd

    dtypes = dict.fromkeys(before, "str") | types(table)
    leave_as_written(rows)
    return pd.DataFrame(rows, columns=list(dtypes)).astype(dtypes).set_index("id")


def codebook() -> pd.DataFrame:
    """Return the columns of all tables, of the facts and of the reference.

    Returns
    -------
    DataFrame
        One row a column: ``of`` (facts or reference), ``table``, ``column``, ``type`` (of pandas), ``meaning``, and
        ``values``, the values that it may take where they are few.

    Examples
    --------
    >>> codebook().query("table == 'metrics' and column == 'part_of'").meaning.iloc[0]
    'Id of the metric that it is a part of.'
    """
    import pandas as pd

    about = meanings()
    own = [
        ("facts", name, column, kind, about[name][column]["meaning"], ", ".join(about[name][column].get("values", ())))
        for name in TABLES
        for column, kind in types(name).items()
    ]
    others = [
        ("reference", table["name"], field["name"], field["type"], field["description"], ", ".join(allowed))
        for table in reference.package()["resources"]
        for field in table["schema"]["fields"]
        for allowed in [field.get("constraints", {}).get("enum", ())]
    ]
    return pd.DataFrame(own + others, columns=["of", "table", "column", "type", "meaning", "values"])


def types(table: str) -> dict[str, str]:
    """Return the pandas type of each column of a table, `id` first."""
    if table == CORRECTIONS:
        return {column.name: "str" for column in fields(Correction)}
    days = ("first_day", "last_day") if table == "dates" else ()
    names = ("id", *COLUMNS[table], "start", "end", "quote", "sentence", *days, "basis", "rules_read")
    return {name: meanings()[table][name].get("type", "str") for name in names}
