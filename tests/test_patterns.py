"""No pattern of the library backtracks without end: every one that is compiled is looked at by a tool."""

import json
import subprocess
import sys

import pytest
from conftest import ROOT
from regexploit.ast.sre import SreOpParser
from regexploit.redos import find

#: Notes every pattern that the library's modules have compiled, while all are imported and an article is read.
RECORD = """
import json, pkgutil, re, sys
from importlib import import_module
found, compiled = {}, re._compiler.compile
def note(pattern, flags=0):
    frame = sys._getframe(1)
    while frame.f_globals.get("__name__", "").split(".")[0] in ("re", "functools"):
        frame = frame.f_back
    name = frame.f_globals.get("__name__", "")
    if name.startswith("ftzlib") and isinstance(pattern, str):
        found[pattern] = [name, int(flags)]
    return compiled(pattern, flags)
re._compiler.compile = note
import ftzlib
for module in pkgutil.walk_packages(ftzlib.__path__, "ftzlib."):
    import_module(module.name)
ftzlib.read(sys.argv[1])._repr_html_()
print(json.dumps(found))
"""


class Parser(SreOpParser):
    """Knows Python 3.11's possessive repeats and atomic groups, which are looked at as if they backtracked."""

    from_POSSESSIVE_REPEAT = SreOpParser.from_MAX_REPEAT  # noqa: N815

    def from_ATOMIC_GROUP(self, inner):  # noqa: N802
        return self.sequence_or_singleton(list(inner))


@pytest.fixture(scope="module")
def patterns() -> dict[str, tuple[str, int]]:
    article = next((ROOT / "seeds").glob("*.txt"))
    done = subprocess.run([sys.executable, "-c", RECORD, article], capture_output=True, text=True, check=True)
    return {pattern: (name, flags) for pattern, (name, flags) in json.loads(done.stdout).items()}


def test_no_pattern_backtracks_without_end(patterns):
    assert len(patterns) > 40
    found = {p: [str(way) for way in find(Parser().parse_sre(p, flags))] for p, (_, flags) in patterns.items()}
    assert {p: ways for p, ways in found.items() if ways} == {}


def test_the_tool_sees_what_it_is_there_for():
    assert list(find(Parser().parse_sre(r"(a+)+b", 0)))


def test_what_is_repeated_for_good_is_spelt_as_every_python_reads_it():
    """Python before 3.11.5 loses matches of ``(?:ab?c)*+``."""
    from ftzlib.grammar import patterns

    group = patterns.group("(a)", patterns.Piece)
    assert patterns.read("(a)*+", {"(a)": group}.__getitem__).spelt == "(?>(?:a)*)"
