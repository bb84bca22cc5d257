"""What a user meets first: fourteen names, each with an example that runs."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import ftzlib as ftz

ROOT = Path(__file__).parents[1]
NAMES = [
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


def test_the_tab_key_shows_these_names_and_no_other():
    assert dir(ftz) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_has_an_example_that_runs(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    found = getattr(ftz, name)
    module = import_module(found.__name__ if name == "reference" else found.__module__)
    tests = doctest.DocTestFinder(recurse=False).find(found, name, module=module, globs=vars(module).copy())
    assert sum(len(test.examples) for test in tests) > 0
    runner = doctest.DocTestRunner()
    assert [runner.run(test).failed for test in tests] == [0] * len(tests)
