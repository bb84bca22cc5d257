"""Reads press articles on China's pilot free trade zones into facts that can be checked.

Example
-------
>>> import ftzlib as ftz
>>> facts = ftz.read("seeds/2020-11-06-qingdao-shanghai.txt")
>>> facts.metrics[["value", "indicator", "status"]]

What only a notebook needs (`Claim`, `Brief`, `glance`, `table`, and the rooms `charts`, `priorities`, `reading`,
`reforms`, `timeline`, `voices`) is imported when it is first asked for, so that a batch starts at once.
"""

from importlib import import_module
from typing import Any

from ftzlib.document import Document, DocumentError, Source
from ftzlib.facts import Facts, parse, read

__all__ = ["Document", "DocumentError", "Facts", "Source", "parse", "read"]
__version__ = "0.1.0"

_FROM_EVIDENCE = ("Brief", "Claim", "glance", "table")
_ROOMS = ("charts", "evidence", "figures", "indicators", "priorities", "reading", "reforms", "timeline", "voices")


def __getattr__(name: str) -> Any:
    if name in _FROM_EVIDENCE:
        return getattr(import_module("ftzlib.evidence"), name)
    if name in _ROOMS:
        return import_module(f"ftzlib.{name}")
    raise AttributeError(f"module 'ftzlib' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, *_FROM_EVIDENCE, *_ROOMS])
