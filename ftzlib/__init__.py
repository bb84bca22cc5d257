"""Reads press articles on China's pilot free trade zones into facts that can be checked.

Example
-------
>>> import ftzlib as ftz
>>> facts = ftz.read("seeds/2020-11-06-qingdao-shanghai.txt")
>>> facts.metrics[["value", "indicator", "status"]]

Every name is imported when it is first asked for, so that ``import ftzlib`` costs next to nothing: `read`, `parse`,
`Facts`, `Document`, `Source` for the facts, `read_many` for several articles, `corpus` for whole archives; for
notebooks `Headline`, `Claim`, `Brief`, `glance` and `table` for titles, sentences and tables, `charts`, and the
subjects in `ftzlib.stories.questions`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ftzlib.facts.tables import Facts
    from ftzlib.reader.read import parse, read
    from ftzlib.text.document import Document, DocumentError, Source

__all__ = ["Document", "DocumentError", "Facts", "Source", "parse", "read"]
__version__ = "0.1.0"

_QUESTIONS = (
    *("across", "context", "course", "inferences", "peers", "plans", "priorities", "reading"),
    *("reforms", "verdicts", "visits", "voices"),
)
#: Names, and the modules that they are, or that they live in.
_LAZY = {
    "Brief": "evidence.claims",
    "Claim": "evidence.claims",
    "Collection": "facts.collection",
    "Document": "text.document",
    "DocumentError": "text.document",
    "Facts": "facts.tables",
    "Headline": "evidence.claims",
    "Source": "text.document",
    "corpus": "archive.corpus",
    "glance": "evidence.claims",
    "parse": "reader.read",
    "read": "reader.read",
    "read_many": "reader.read",
    "reference": "reference",
    "table": "evidence.tables",
    "charts": "stories.charts",
    **{name: f"stories.questions.{name}" for name in _QUESTIONS},
}
_MODULES = ("corpus", "reference", "charts", *_QUESTIONS)


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'ftzlib' has no attribute {name!r}")
    module = import_module(f"ftzlib.{_LAZY[name]}")
    found = module if name in _MODULES else getattr(module, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*__all__, *_LAZY})
