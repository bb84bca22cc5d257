"""Reads press articles on China's pilot free trade zones into facts that can be checked.

Example
-------
>>> import ftzlib as ftz
>>> facts = ftz.read("seeds/2020-11-06-qingdao-shanghai.txt")
>>> facts.metrics[["value", "indicator", "status"]]

What only a notebook needs is imported when it is first asked for, so that a batch starts at once: `Claim`,
`Brief`, `glance` and `table` for sentences and tables, `charts`, and the subjects in `ftzlib.questions`.
"""

from importlib import import_module
from typing import Any

from ftzlib.document import Document, DocumentError, Source
from ftzlib.facts import Facts, parse, read

__all__ = ["Document", "DocumentError", "Facts", "Source", "parse", "read"]
__version__ = "0.1.0"

#: Names for notebooks, and where they live.
_LAZY = {
    "Brief": "evidence",
    "Claim": "evidence",
    "glance": "evidence",
    "table": "tables",
    "charts": "",
    "inferences": "questions",
    "priorities": "questions",
    "reading": "questions",
    "reforms": "questions",
    "visits": "questions",
    "voices": "questions",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'ftzlib' has no attribute {name!r}")
    home = ".".join(filter(None, ("ftzlib", _LAZY[name])))
    module = import_module(home)
    return getattr(module, name) if hasattr(module, name) else import_module(f"{home}.{name}")


def __dir__() -> list[str]:
    return sorted([*__all__, *_LAZY])
