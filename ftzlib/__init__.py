"""Reads press articles on China's pilot free trade zones into facts that can be checked.

Example
-------
>>> import ftzlib as ftz
>>> facts = ftz.read("seeds/2020-11-06-qingdao-shanghai.txt")
>>> facts.metrics[["value", "indicator", "status"]]

What not everybody needs is imported when it is first asked for, so that a batch starts at once: `read_many` for
several articles, `corpus` for whole archives; for notebooks `Claim`, `Brief`, `glance` and `table`, `charts`,
and the subjects in `ftzlib.questions`.
"""

from importlib import import_module
from typing import Any

from ftzlib.document import Document, DocumentError, Source
from ftzlib.facts import Facts, parse, read

__all__ = ["Document", "DocumentError", "Facts", "Source", "parse", "read"]
__version__ = "0.1.0"

#: Names that wait, and the modules that they are, or that they live in.
_LAZY = {
    "Brief": "evidence",
    "Claim": "evidence",
    "Collection": "collection",
    "across": "questions.across",
    "charts": "charts",
    "corpus": "corpus",
    "glance": "evidence",
    "inferences": "questions.inferences",
    "priorities": "questions.priorities",
    "read_many": "collection",
    "reading": "questions.reading",
    "reference": "reference",
    "reforms": "questions.reforms",
    "table": "tables",
    "visits": "questions.visits",
    "voices": "questions.voices",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'ftzlib' has no attribute {name!r}")
    module = import_module(f"ftzlib.{_LAZY[name]}")
    return module if _LAZY[name].endswith(name) else getattr(module, name)


def __dir__() -> list[str]:
    return sorted([*__all__, *_LAZY])
