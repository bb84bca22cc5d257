"""Reads press articles on China's pilot free trade zones into facts that can be checked.

Example
-------
>>> import ftzlib as ftz
>>> facts = ftz.read("seeds/2020-11-06-qingdao-shanghai.txt")
>>> facts.metrics[["value", "indicator", "status"]]

Every name is imported when it is first asked for, so that ``import ftzlib`` costs next to nothing: `read`, `parse`,
`Facts`, `Document`, `Source` for the facts, `read_many` for several articles, `corpus` for whole archives; for
notebooks `Headline`, `Claim`, `Brief`, `glance` and `table` for titles, sentences and tables, `charts`, and the
subjects in `ftzlib.questions`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ftzlib.document import Document, DocumentError, Source
    from ftzlib.facts import Facts, parse, read

__all__ = ["Document", "DocumentError", "Facts", "Source", "parse", "read"]
__version__ = "0.1.0"

#: Names, and the modules that they are, or that they live in.
_LAZY = {
    "Brief": "evidence",
    "Claim": "evidence",
    "Collection": "collection",
    "Document": "document",
    "DocumentError": "document",
    "Facts": "facts",
    "Headline": "evidence",
    "Source": "document",
    "across": "questions.across",
    "charts": "charts",
    "context": "questions.context",
    "corpus": "corpus",
    "course": "questions.course",
    "glance": "evidence",
    "inferences": "questions.inferences",
    "parse": "facts",
    "peers": "questions.peers",
    "plans": "questions.plans",
    "priorities": "questions.priorities",
    "read": "facts",
    "read_many": "collection",
    "reading": "questions.reading",
    "reference": "reference",
    "reforms": "questions.reforms",
    "table": "tables",
    "verdicts": "questions.verdicts",
    "visits": "questions.visits",
    "voices": "questions.voices",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'ftzlib' has no attribute {name!r}")
    module = import_module(f"ftzlib.{_LAZY[name]}")
    found = module if _LAZY[name].endswith(name) else getattr(module, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*__all__, *_LAZY})
