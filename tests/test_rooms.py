"""A line of code knows its room by what it may speak of: who may import what."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "ftzlib"
MODULES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
}
PARSER = ("spans", "document", "files", "formats", "segment", "tokens", "grammar", "lexicon", "records", "mentions", "syntax", "phrases", "clauses",
          "numerals", "units", "quotations", "attribution", "continuations", "changes", "scopes", "statuses", "modality",
          "verb_phrases", "promises", "arguments", "levels", "measurand", "timevalues", "timex3", "extract", "resolve", "checks",
          "facts")  # fmt: skip


def imports(path, *, everywhere):
    """Names that a module imports, at its top or (everywhere) inside functions too, type checking aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree) if everywhere else tree.body:
        if isinstance(node, ast.If):
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_imports_make_no_circle():
    edges = {
        name: {found for found in imports(path, everywhere=False) if found in MODULES and found != name}
        for name, path in MODULES.items()
    }
    edges["ftzlib"] = set()

    def reach(name, seen):
        assert name not in seen, f"a circle: {' -> '.join((*seen, name))}"
        for other in edges[name]:
            reach(other, (*seen, name))

    for name in edges:
        reach(name, ())


def test_extractors_never_meet():
    for name, path in MODULES.items():
        if name.startswith("ftzlib.extract."):
            assert not {found for found in imports(path, everywhere=True) if found.startswith("ftzlib.extract")}


@pytest.mark.parametrize(
    "heavy",
    [
        "pandas",
        "seaborn",
        "matplotlib",
        "nbclient",
        "nbconvert",
        "nbformat",
        "IPython",
        "pyarrow",
        "trafilatura",
        "distributed",
    ],
)
def test_what_is_heavy_stays_out_of_the_parser_and_the_reference_tables(heavy):
    for name, path in MODULES.items():
        room = name.removeprefix("ftzlib.").split(".")[0]
        if room in (*PARSER, "reference"):
            top = {found.split(".")[0] for found in imports(path, everywhere=False)}
            assert heavy not in top, f"{name} imports {heavy}"


def test_reading_an_article_does_not_import_pandas():
    import subprocess
    import sys

    code = "import sys, ftzlib; ftzlib.parse('The area carries 106 tasks.').to_json(); print({'pandas', 'seaborn', 'nbconvert'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
