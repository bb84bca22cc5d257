"""The facts of one document as pandas tables: the only door to pandas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_type_hints

from ftzlib.evidence.escape import untypeset
from ftzlib.facts import export, markup
from ftzlib.facts.reading import Reading
from ftzlib.facts.records import TABLES, columns

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, repr=False)
class Facts(Reading):
    """What one document states: nine tables, each row tied to the characters that state it.

    Attributes
    ----------
    document : Document
    sentences : tuple of Sentence
    records : dict of str to tuple of Record
        The rows of each table of the facts contract, in order of their start.
    metrics, dates, people, zones, sectors, events, statements, commitments, findings : DataFrame
        The same as pandas tables. The index, ``id``, names the row and leads to its words; the columns are the
        table's own (`ftzlib.facts.records`), ``start``, ``end``, ``quote`` and ``sentence``, the sentence that the
        words stand in; of `dates` also ``first_day`` and ``last_day``. Types are the same whatever the rows hold:
        numbers float64, offsets int64, days datetime64, text str. pandas is imported when the first is asked for.

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

    @cached_property
    def metrics(self) -> pd.DataFrame:
        """Quantities; columns as in `ftzlib.facts.records.Metric`."""
        return self.table("metrics")

    @cached_property
    def dates(self) -> pd.DataFrame:
        """Time expressions; columns as in `ftzlib.facts.records.Date`."""
        return self.table("dates")

    @cached_property
    def people(self) -> pd.DataFrame:
        """People; columns as in `ftzlib.facts.records.Person`."""
        return self.table("people")

    @cached_property
    def zones(self) -> pd.DataFrame:
        """Pilot free trade zones; columns as in `ftzlib.facts.records.Zone`."""
        return self.table("zones")

    @cached_property
    def sectors(self) -> pd.DataFrame:
        """Listed priorities; columns as in `ftzlib.facts.records.Sector`."""
        return self.table("sectors")

    @cached_property
    def events(self) -> pd.DataFrame:
        """Events; columns as in `ftzlib.facts.records.Event`."""
        return self.table("events")

    @cached_property
    def statements(self) -> pd.DataFrame:
        """Reported speech; columns as in `ftzlib.facts.records.Statement`."""
        return self.table("statements")

    @cached_property
    def commitments(self) -> pd.DataFrame:
        """Promises; columns as in `ftzlib.facts.records.Commitment`."""
        return self.table("commitments")

    @cached_property
    def findings(self) -> pd.DataFrame:
        """What does not add up; columns as in `ftzlib.facts.records.Finding`."""
        return self.table("findings")

    def to_json(self) -> str:
        """Return the facts as the contract's JSON, made without pandas."""
        return export.to_json(self)

    def _repr_html_(self) -> str:
        return untypeset(markup.in_notebook(self))


def frame(table: str, rows: Sequence[Mapping[str, Any]], before: Sequence[str] = ()) -> pd.DataFrame:
    """Return rows of `table` as a DataFrame whose types are the same whatever they hold; `before` stands first."""
    import pandas as pd

    names = [*before, "id", *columns(TABLES[table]), *PLACED, *(DAYS if table == "dates" else ())]
    numeric = {"value": "float64"} if table == "metrics" else {}
    types = {column: numeric.get(column) or _DTYPES.get(column, "str") for column in names}
    if any("$" in row["sentence"] for row in rows):  # JupyterLab would set what stands between two dollars as a formula
        pd.set_option("display.html.use_mathjax", False)
    return pd.DataFrame(rows, columns=names).astype(types).set_index("id")


PLACED, DAYS = ("start", "end", "quote", "sentence"), ("first_day", "last_day")
_LISTS = [
    name for record in TABLES.values() for name, hint in get_type_hints(record).items() if hint == tuple[str, ...]
]
_DTYPES = {
    **dict.fromkeys(("start", "end"), "int64"),
    **dict.fromkeys(DAYS, "datetime64[ms]"),
    **dict.fromkeys(_LISTS, "object"),
}
