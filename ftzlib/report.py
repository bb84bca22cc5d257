"""From articles and notebooks to a folder of reports.

Takes     articles, and notebooks with a cell tagged `parameters`.
Gives     for each article a front page, a page per notebook, and its facts as files under ``data/``.
Refuses   to leave half a report: all is written beside `out` and moved into its place when whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from nbformat import NotebookNode
from tqdm import tqdm

from ftzlib import execute, export, facts, folder, markup
from ftzlib.execute import Job
from ftzlib.facts import Facts
from ftzlib.folder import FolderError
from ftzlib.records import TABLES

if TYPE_CHECKING:
    from ftzlib.story import Story


def build(
    sources: Sequence[Path],
    *,
    out: Path,
    notebooks: Path,
    published: dt.date | str | None = None,
    progress: bool | None = None,
) -> int:
    """Write the reports of `sources` into `out`, which is replaced as a whole.

    Parameters
    ----------
    sources : sequence of Path
        Articles. Of one, the pages stand in `out`; of several, in a folder each.
    out, notebooks : Path
        Folders.
    published : date or ISO 8601 string, optional
        Day of publication of all the articles; goes before their sidecars'.
    progress : bool, optional
        Whether to show a bar on standard error; by default where that is a terminal.

    Returns
    -------
    int
        How many reports were written.

    Raises
    ------
    ftzlib.document.DocumentError, ftzlib.folder.FolderError
        If an article or a folder cannot be used; nothing was changed.
    ftzlib.execute.NotebookError
        If a notebook fails; nothing was changed.
    """
    _refuse_names(sources)
    read = [facts.read(source, published=published) for source in sources]
    found = _notebooks(notebooks)
    with folder.replaced(out) as new, folder.dated(sources, read, published is not None) as dated:
        jobs = [Job(notebook, source) for source, notebook in product(dated, found)]
        executed = _execute(jobs, progress)
        _write_all(new, read, found, executed)
    return len(jobs)


def _refuse_names(sources: Sequence[Path]) -> None:
    """Refuse what would share a folder, lead out of it, or stand where the list of articles stands."""
    stems = [source.stem for source in sources]
    if bad := next((source.name for source in sources if source.stem in (".", "..", "index.html")), None):
        raise FolderError(f"{bad}: an article of this name can have no folder for its reports; rename it")
    if twin := next((stem for stem in stems if stems.count(stem) > 1), None):
        raise FolderError(f"{twin}: two articles have this name, and reports in one folder; rename one of them")


def _notebooks(where: Path) -> list[Path]:
    found = sorted(where.glob("[0-9][0-9]-*.ipynb"))
    if not found:
        raise FolderError(
            f"{where}: no notebooks here (NN-NAME.ipynb); "
            "run this in the project's folder, or name theirs with --notebooks"
        )
    return found


def _execute(jobs: Sequence[Job], progress: bool | None) -> list[NotebookNode]:
    prepared = [execute.prepare(job) for job in jobs]
    cells = sum(cell.cell_type == "code" for notebook in prepared for cell in notebook.cells)
    hidden = None if progress is None else not progress
    with tqdm(total=cells, desc="Running notebooks", unit="cell", leave=False, disable=hidden) as bar:
        execute.run(jobs, notebooks=prepared, beat=lambda: bar.update())
    return prepared


def _write_all(into: Path, read: Sequence[Facts], notebooks: Sequence[Path], executed: Sequence[NotebookNode]) -> None:
    """Write one article's pages into `into` itself, several into a folder each with a list before them."""
    from ftzlib import pages, story

    each = [executed[at : at + len(notebooks)] for at in range(0, len(executed), len(notebooks))]
    articles = []
    for article, nodes in zip(read, each, strict=True):
        places = markup.places(article)
        told = [story.tell(path.stem, node, places) for path, node in zip(notebooks, nodes, strict=True)]
        articles.append((article.document.id, article, told))
    if len(articles) == 1:
        _write_article(into, *articles[0][1:], home=None)
        return
    for name, article, told in articles:
        _write_article(into / name, article, told, home="../index.html")
    _write(into / "index.html", pages.library(articles))


def _write_article(into: Path, article: Facts, stories: Sequence[Story], home: str | None) -> None:
    from ftzlib import pages

    contents = {
        "facts.json": export.indented(article),
        **{f"{name}.csv": export.to_csv(article, name) for name in TABLES},
        "annotations.jsonld": export.to_annotations(article),
    }
    for name, text in contents.items():
        _write(into / "data" / name, text)
    downloads = [
        pages.Download(name, pages.describe(name, article), len(text.encode())) for name, text in contents.items()
    ]
    for told in stories:
        _write(into / f"{told.name}.html", pages.report(article, told, stories))
    _write(into / "index.html", pages.front(article, stories, downloads, home))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
