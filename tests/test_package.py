"""The package as it is installed: what it needs is declared, what is lacking is told, and its wheel runs."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import venv
from contextlib import suppress
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution, packages_distributions, requires
from pathlib import Path

import flit_core.buildapi
import pytest
from conftest import ROOT
from packaging.requirements import Requirement

import ftzlib

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
#: Not imported by name: nbconvert and nbclient look for the kernel's launcher, an editor is started by its command.
BY_NAME = {"jupyterlab", "ipykernel", "distributed"}
ROOMS = {"archive": "archive", "report": "report"}  # what a room alone imports its extra brings


def names(requirements):
    return {re.split(r"[<>=\[ ;]", each)[0].lower().replace("_", "-") for each in requirements}


@cache
def distributions():
    return packages_distributions()


def imported():
    """The libraries of others that each file of the package imports, at its top or within a function."""
    for path in (ROOT / "ftzlib").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            for name in {name.partition(".")[0] for name in found} - sys.stdlib_module_names - {"ftzlib"}:
                yield (
                    path.relative_to(ROOT / "ftzlib").parts[0],
                    distributions()[name][0].lower().replace("_", "-"),
                )


EXTRAS = {extra: names(of) - {"ftzlib"} for extra, of in PROJECT["optional-dependencies"].items() if extra != "test"}
BASE = names(PROJECT["dependencies"])


def test_what_is_imported_is_declared_and_the_other_way_round():
    assert {library for _, library in imported()} | BY_NAME == BASE.union(*EXTRAS.values())


@pytest.mark.parametrize(("room", "extra"), ROOMS.items())
def test_a_room_needs_no_more_than_its_extra_brings(room, extra):
    assert {library for where, library in imported() if where == room} <= EXTRAS[extra] | BASE


def test_without_an_extra_pandas_alone_is_installed():
    assert {"pandas", "numpy"} == BASE  # and what pandas needs itself
    assert "numpy" in names(requires("pandas"))


def test_all_is_all():
    (told,) = PROJECT["optional-dependencies"]["all"]
    assert set(re.search(r"\[(.*)\]", told)[1].split(",")) == set(EXTRAS) - {"all"}


def test_metadata_say_who_and_what():
    assert PROJECT["authors"] == [{"name": "The ftzlib project"}]
    assert PROJECT["keywords"] and PROJECT["classifiers"]
    assert f"version: {ftzlib.__version__}" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert PROJECT["version"] == ftzlib.__version__


def test_the_hooks_are_those_of_the_tests():
    """Before a commit the same ruff and the same mypy look at it as behind it."""
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"entry: \.venv/bin/(.*)", hooks)) == {"ruff check", "ruff format --check", "mypy"}


# Built and installed


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A wheel and a source distribution."""
    folder, here = tmp_path_factory.mktemp("built"), Path.cwd()
    os.chdir(ROOT)
    try:
        return folder / flit_core.buildapi.build_wheel(str(folder)), folder / flit_core.buildapi.build_sdist(
            str(folder)
        )
    finally:
        os.chdir(here)


def whole(libraries):
    """What `libraries` bring, and what that needs in turn; what is not here is for other systems."""
    found, waiting = set(), [Requirement(library) for library in libraries]
    while waiting:
        asked = waiting.pop()
        with suppress(PackageNotFoundError):
            for needed in map(Requirement, requires(asked.name) or []):
                wanted = not needed.marker or any(needed.marker.evaluate({"extra": e}) for e in ("", *asked.extras))
                if wanted and str(needed) not in found:
                    found.add(str(needed))
                    waiting.append(needed)
    return {name for name in names([*libraries, *found]) if list(Distribution.discover(name=name))}


def environment(folder, package, libraries):
    """Install a package in an environment that has these libraries, taken from where the tests run."""
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    (site,) = folder.glob("lib/python*/site-packages")
    for library in libraries:
        for file in distribution(library).files or ():
            top = Path(file.parts[0])
            if top.name not in ("..", "__pycache__") and not (site / top).exists() and file.locate().exists():
                (site / top).symlink_to(Path(distribution(library).locate_file(top)).resolve())
    (folder / "share").symlink_to(Path(sys.prefix, "share"))  # where nbconvert's templates are
    command = [Path(sys.executable).with_name("uv"), "pip", "install", "--quiet", "--offline", "--no-cache", "--no-deps", "--no-build-isolation", "--python", python, package]  # fmt: skip
    subprocess.run(command, check=True)
    return folder / "bin"


def run(command, cwd):
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def bare(built, tmp_path_factory):
    """The wheel, with pandas alone."""
    return environment(tmp_path_factory.mktemp("bare") / "env", built[0], whole(BASE))


def test_with_pandas_alone_texts_are_read(bare, tmp_path):
    (tmp_path / "a.txt").write_text("The zone has 106 tasks.")
    for command in ([bare / "ftz"], [bare / "python", "-m", "ftzlib"]):
        done = run([*command, "facts", "a.txt", "--format", "csv"], tmp_path)
        assert "106 tasks" in done.stdout and not done.stderr
    code = "import ftzlib as ftz; f = ftz.read('a.txt'); print(f.metrics.value.sum(), ftz.Claim('{it}', it=ftz.cite(f.metrics.iloc[0])), '106 tasks' in ftz.table(f.metrics).csv, len(ftz.reference.zones()))"
    assert run([bare / "python", "-c", code], tmp_path).stdout == "106.0 106 True 22\n"


@pytest.mark.parametrize(
    ("command", "extra"),
    [
        (("report", "a.txt"), "report"),
        (("corpus", "a.txt", "--out", "facts"), "archive"),
        (("facts", "a.html"), "web"),
        (("facts", "a.md"), "web"),
    ],
)
def test_what_is_lacking_is_told_with_the_line_to_type(command, extra, bare, tmp_path):
    for name in ("a.txt", "a.html", "a.md"):
        (tmp_path / name).write_text("The zone has 106 tasks.")
    done = run([bare / "ftz", *command], tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert f"pip install 'ftzlib[{extra}]'" in done.stderr


@pytest.mark.parametrize(("code", "extra"), [("ftzlib.style", "report"), ("ftzlib.figure", "report")])
def test_a_name_that_is_lacking_says_what_to_type(code, extra, bare, tmp_path):
    err = run([bare / "python", "-c", f"import ftzlib; {code}"], tmp_path).stderr
    assert f"pip install 'ftzlib[{extra}]'" in err.splitlines()[-1]


def test_what_was_built_makes_a_report_where_nothing_else_is(built, tmp_path):
    # From the sdist, of which a wheel is made on the way.
    bin = environment(tmp_path / "env", built[1], whole(BASE | EXTRAS["report"] | {"flit-core"}))
    (tmp_path / "a.txt").write_text("The zone has 106 tasks, and 96 have been implemented.")
    done = run([bin / "ftz", "report", "a.txt", "--out", "out"], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "106" in (tmp_path / "out" / "00-briefing.html").read_text(encoding="utf-8")
