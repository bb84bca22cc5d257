"""Reads press articles on China's pilot free trade zones into facts that can be checked.

Every name is imported when it is first asked for, so that ``import ftzlib`` costs next to nothing.

Example
-------
>>> import ftzlib as ftz
>>> facts = ftz.parse("The area carries 106 pilot reform tasks, and 96 have been implemented.")
>>> facts.metrics[["value", "indicator", "status"]]
    value           indicator       status
id
m1  106.0  pilot reform tasks        total
m2   96.0  pilot reform tasks  implemented
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ftzlib import reference
    from ftzlib.evidence.axes import figure, style
    from ftzlib.evidence.claims import Claim
    from ftzlib.evidence.frames import table, within
    from ftzlib.evidence.rows import cite
    from ftzlib.facts.by_hand import correct
    from ftzlib.facts.review import review
    from ftzlib.facts.tables import Facts, codebook
    from ftzlib.reader.read import parse, read, read_many

__all__ = [
    "Claim",
    "Facts",
    "cite",
    "codebook",
    "correct",
    "figure",
    "parse",
    "read",
    "read_many",
    "reference",
    "review",
    "style",
    "table",
    "within",
]
__version__ = "0.1.0"

_LIVES_IN = {
    "Claim": "evidence.claims",
    "Facts": "facts.tables",
    "cite": "evidence.rows",
    "codebook": "facts.tables",
    "correct": "facts.by_hand",
    "figure": "evidence.axes",
    "parse": "reader.read",
    "read": "reader.read",
    "read_many": "reader.read",
    "review": "facts.review",
    "style": "evidence.axes",
    "table": "evidence.frames",
    "within": "evidence.frames",
}


def __getattr__(name: str) -> Any:
    if name == "reference":
        return import_module("ftzlib.reference")
    if name not in _LIVES_IN:
        raise AttributeError(f"module 'ftzlib' has no attribute {name!r}; it has {', '.join(__all__)}")
    if name in ("figure", "style"):
        import_module("ftzlib.text.document").need("report", "matplotlib", "seaborn")
    found = getattr(import_module(f"ftzlib.{_LIVES_IN[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
