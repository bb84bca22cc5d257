"""What the README promises exists: its commands, its tables and columns, its notebooks."""

import re
from pathlib import Path

import pytest

from ftzlib import cli
from ftzlib.facts.records import COLUMNS, TABLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`?make ([a-z]+)", README))))
def test_every_make_command_exists(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"ftz (facts|report|corpus|review|gold|score|notebooks)\b", README)))
)
def test_every_shell_command_exists(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main([command, "--help"])
    assert stopped.value.code == 0
    options = set(re.findall(rf"ftz {command} [^`\n]*?(--[a-z]+)", README))
    assert options <= set(re.findall(r"--[a-z]+", capsys.readouterr().out))


@pytest.mark.parametrize("table", TABLES)
def test_every_table_and_column_is_in_the_codebook(table):
    row = next(line for line in README.splitlines() if line.startswith(f"| `{table}`"))
    assert all(f"`{column}`" in row for column in COLUMNS[table])


def test_every_notebook_is_listed_with_its_question():
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        assert f"`{path.stem}`" in README


def test_every_file_that_is_named_exists():
    for name in re.findall(r"\(((?:tests|seeds|ftzlib)/[^)]+)\)|`((?:tests|seeds|ftzlib)/[\w./-]+)`", README):
        path = name[0] or name[1]
        assert "NAME" in path or (ROOT / path).exists()
