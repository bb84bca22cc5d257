"""Mutation testing of what reads and checks: a seeded sample of mutants, each held against the tests; see ``make mutate``.

Run as ``python tests/mutate.py SAMPLE [SEED]``. mutmut (https://mutmut.readthedocs.io) makes the mutants, in a copy of
the tree that is thrown away; a mutant is killed if a test fails or hangs.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
MUTATED = ("ftzlib/reader/", "ftzlib/facts/checks.py")
TESTS = (
    "timex",
    "metrics",
    "numbers",
    "indicators",
    "links",
    "clauses",
    "press",
    "zones",
    "subjects",
    "speakers",
    "speech",
    "statuses",
    "days",
    "traps",
    "priorities",
    "findings",
    "values",
    "rows",
    "corpus",
    "cli",
)
CONFIG = f"""
[tool.mutmut]
source_paths = {list(MUTATED)}
also_copy = ["ftzlib", "tests", "seeds", "notebooks", "pyproject.toml"]
pytest_add_cli_args = ["-x"]
pytest_add_cli_args_test_selection = {[f"tests/test_{name}.py" for name in TESTS]}
"""
SURVIVED = 0
UNTRIED = 33  # no test reaches the function


def main(sample: int, seed: int = 1) -> int:
    """Try a sample of the mutants; print the share that was killed and the names of the others."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".*", "reports", "__pycache__"))
        with (tree / "pyproject.toml").open("a", encoding="utf-8") as config:
            config.write(CONFIG)
        _mutmut(tree, "ftzlib.facts.checks.*mutmut_1")  # makes all mutants, tries a few
        names = sorted(name for name, _ in _ends(tree))
        chosen = set(random.Random(seed).sample(names, min(sample, len(names))))
        _mutmut(tree, *chosen)
        ends = {name: end for name, end in _ends(tree) if name in chosen and end is not None}
    survivors = sorted(name for name, end in ends.items() if end in (SURVIVED, UNTRIED))
    killed = len(ends) - len(survivors)
    print(*survivors, sep="\n")
    print(f"{killed} of {len(ends)} mutants killed ({killed / len(ends):.1%}), of {len(names)}, seed {seed}")
    return killed


def _mutmut(tree: Path, *names: str) -> None:
    python_path = os.pathsep.join([str(tree), os.environ.get("PYTHONPATH", "")])
    subprocess.run(
        [sys.executable, "-m", "mutmut", "run", *names],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": python_path},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def _ends(tree: Path) -> Iterator[tuple[str, int | None]]:
    """Each mutant, and how its tests ended: None where they were not run."""
    for meta in sorted((tree / "mutants").rglob("*.meta")):
        yield from json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"].items()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
