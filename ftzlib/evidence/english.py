"""How values are read out in English, from ``wording.toml``."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def words(table: str) -> dict[str, str]:
    """Return one table of ``wording.toml``: code to words."""
    found: dict[str, dict[str, str]] = tomllib.loads(
        Path(__file__).with_name("wording.toml").read_text(encoding="utf-8")
    )
    return found[table]
