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
    from ftzlib import reference as reference
    from ftzlib.evidence.axes import figure as figure
    from ftzlib.evidence.axes import style as style
    from ftzlib.evidence.claims import Claim as Claim
    from ftzlib.evidence.claims import cite as cite
    from ftzlib.evidence.frames import table as table
    from ftzlib.evidence.frames import within as within
    from ftzlib.facts.by_hand import correct as correct
    from ftzlib.facts.review import review as review
    from ftzlib.facts.tables import Facts as Facts
    from ftzlib.facts.tables import codebook as codebook
    from ftzlib.reader.read import parse as parse
    from ftzlib.reader.read import read as read
    from ftzlib.reader.read import read_many as read_many

__version__ = "0.1.0"
_LIVE_IN = {
    "evidence.axes": "figure style",
    "evidence.claims": "Claim cite",
    "evidence.frames": "table within",
    "facts.by_hand": "correct",
    "facts.review": "review",
    "facts.tables": "Facts codebook",
    "reader.read": "parse read read_many",
}
_HOMES = {name: home for home, names in _LIVE_IN.items() for name in names.split()}
__all__ = sorted([*_HOMES, "reference"])


def __getattr__(name: str) -> Any:
    if name == "reference":
        return import_module("ftzlib.reference")
    if name not in _HOMES:
        raise AttributeError(f"module 'ftzlib' has no attribute {name!r}; it has {', '.join(__all__)}")
    if name in ("figure", "style"):
        import_module("ftzlib.text.document").need("report", "matplotlib", "seaborn")
    found = getattr(import_module(f"ftzlib.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
