"""The rooms of the house and what each may speak of, held by a walk over the syntax trees."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from cases import for_each

from ftzlib.facts.records import COLUMNS
from ftzlib.reference import package

PACKAGE = Path(__file__).parent.parent / "ftzlib"
#: A room may import from the rooms on the floors below it, and from itself.
FLOORS = {
    "grammar": 1,
    "evidence": 1,
    "text": 2,
    "reference": 2,
    "facts": 3,
    "reader": 4,
    "report": 5,
    "archive": 5,
    "cli": 6,
}
DOOR, SHELL = "__init__", "__main__"  # to Python and to the shell
MODULES = {
    path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
}


def room(module):
    return module.split(".")[0]


def imports(path, *, everywhere=True):
    """Modules that a file imports, at its top or (everywhere) in functions and for type checking too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree) if everywhere else tree.body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {node.module, *(name for name in names if name.removeprefix("ftzlib.") in MODULES)}
    return found


def ours(path):
    return {name.removeprefix("ftzlib.") for name in imports(path) if name.startswith("ftzlib.")}


def test_the_house_has_nine_rooms_and_a_door():
    names = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path.is_dir() and path.name[0] != "_")}
    assert names == {*FLOORS, DOOR, SHELL}


@for_each(sorted(set(MODULES) - {DOOR, SHELL}))
def test_a_module_imports_only_from_its_own_room_and_from_floors_below(module):
    wrong = {
        other
        for other in ours(MODULES[module])
        if room(other) in FLOORS and room(other) != room(module) and FLOORS[room(other)] >= FLOORS[room(module)]
    }
    assert not wrong


def test_imports_make_no_circle():
    edges = {
        name: {found for found in ours(path) if found in MODULES and found != name}
        for name, path in MODULES.items()
        if name != DOOR
    }
    edges = {name: {other for other in found if not name.startswith(f"{other}.")} for name, found in edges.items()}

    def reach(name, seen):
        assert name not in seen, f"a circle: {' -> '.join((*seen, name))}"
        for other in edges.get(name, ()):
            reach(other, (*seen, name))

    for name in edges:
        reach(name, ())


@pytest.mark.parametrize(
    ("where", "foreign"),
    [
        ("grammar", {"pandas", "ftzlib.text", "ftzlib.facts"}),
        ("text", {"pandas", "matplotlib"}),
        ("reader", {"pandas", "pathlib", "matplotlib"}),
        ("evidence", {"ftzlib.facts", "ftzlib.reader", "ftzlib.reference"}),
        ("reference", {"ftzlib.reader", "ftzlib.facts"}),
    ],
)
def test_a_room_does_not_speak_of(where, foreign):
    for name, path in MODULES.items():
        if room(name) == where and name != "reader.read":
            found = {".".join(one.split(".")[:n]) for one in imports(path) for n in (1, 2)}
            assert not found & foreign, name


def strings(path):
    """Text constants of a file that are not docstrings, and the names of attributes that it asks for."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


#: Columns that every table has, which lead back to the words: evidence may know these, and how a value is written.
SHARED = {
    "id",
    "start",
    "end",
    "quote",
    "sentence",
    "value",
    "unit",
    "mod",
    "name",
    "rule",
    "document",
    "first_day",
    "last_day",
    "type",
    "message",
    "kind",
    "list",
}


#: Words that mean something else here: a kind of cell, a format of ours, and what HTML calls an element and its part.
OTHERS = {"code", "date", "table", "group", "role"}


def domain_words():
    """Columns and statuses of the facts and of the reference that only a notebook gives a meaning."""
    fields = [field for table in package()["resources"] for field in table["schema"]["fields"]]
    named = set().union(*COLUMNS.values()) | {field["name"] for field in fields}
    codes = {
        code
        for field in fields
        for code in field.get("constraints", {}).get("enum", ())
        if field["name"] in ("status", "kind", "verdict", "indicator")
    }
    source = {"source_url", "source_publisher", "source_date", "confidence"}
    return (named | codes) - SHARED - source - OTHERS


@for_each(sorted(name for name in MODULES if room(name) in ("evidence", "report")))
def test_evidence_and_report_know_no_column_and_no_status_of_the_domain(module):
    assert not {word for word in strings(MODULES[module]) if word in domain_words()}


HEAVY = ["pandas", "seaborn", "matplotlib", "nbclient", "nbconvert", "nbformat", "IPython", "pyarrow", "trafilatura", "distributed"]  # fmt: skip


def test_reading_an_article_imports_nothing_heavy():
    code = f"import sys, ftzlib; ftzlib.parse('The area carries 106 tasks.').to_json(); print({set(HEAVY)} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
