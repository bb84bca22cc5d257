"""What every column of every table means."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from ftzlib import reference
from ftzlib.facts.records import TABLES
from ftzlib.facts.tables import frame

if TYPE_CHECKING:
    import pandas as pd


def codebook() -> pd.DataFrame:
    """Return the columns of all tables, of the facts and of the reference.

    Returns
    -------
    DataFrame
        One row a column: ``of`` (facts or reference), ``table``, ``column``, ``type`` (of pandas), ``meaning``, and
        ``values``, the values that it may take where they are few.

    Examples
    --------
    >>> book = codebook()
    >>> book.query("table == 'metrics' and column == 'part_of'").meaning.iloc[0]
    'Id of the metric that it is a part of.'
    """
    import pandas as pd

    told = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    own = pd.DataFrame(
        {"of": "facts", "table": name, "column": column, "type": str(kind), "values": "", **about[column]}
        for name, about in ((name, told["every"] | told[name]) for name in TABLES)
        for column, kind in frame(name, []).reset_index().dtypes.items()
    )
    others = reference.codebook().assign(of="reference")
    return pd.concat([own, others], ignore_index=True)[["of", "table", "column", "type", "meaning", "values"]]
