"""Notebooks of a few cells, laid out for a test."""

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

#: Shows the article's first figure.
FIGURE = "import ftzlib as ftz; ftz.Claim('{it}', it=ftz.read(source).rows('metrics')[0])"


def notebook(folder: Path, name: str, *code: str, title: str = "", parameters: str = 'source = "x.txt"') -> Path:
    """Write a notebook about an article into a folder, and give that folder."""
    cells = [new_markdown_cell(f"# {title}", metadata={"tags": ["title"]})] if title else []
    cells += [new_code_cell(parameters, metadata={"tags": ["parameters"]}), *map(new_code_cell, code)]
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=cells), folder / f"{name}.ipynb")
    return folder
