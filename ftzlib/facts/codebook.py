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
    rows = []
    for name in TABLES:
        empty = frame(name, []).reset_index()
        for column, kind in empty.dtypes.items():
            about = (told[name] | told["every"])[column]
            rows.append(("facts", name, column, str(kind), about["meaning"], about.get("values", "")))
    own = pd.DataFrame(rows, columns=["of", "table", "column", "type", "meaning", "values"])
    others = reference.codebook().assign(of="reference")[own.columns]
    return pd.concat([own, others], ignore_index=True)
