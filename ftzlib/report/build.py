"""From articles and notebooks to a folder of reports.

Takes     articles, and notebooks with a cell tagged `parameters`.
Gives     for each article a front page, a page per notebook, and its facts as files under ``data/``.
Refuses   to leave half a report: all is written beside `out` and moved into its place when whole.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from pathlib import Path

from nbformat import NotebookNode
from tqdm import tqdm

from ftzlib.facts import markup
from ftzlib.facts.tables import Facts
from ftzlib.reader.read import facts_of
from ftzlib.report import execute, folder
from ftzlib.report.execute import Job
from ftzlib.text import files
from ftzlib.text.document import DocumentError, FolderError
from ftzlib.text.files import Loaded

BRIEFING = "00-"  # opens the name of a notebook that is about any article; the others are about one


def build(
    sources: Sequence[Path],
    *,
    out: Path,
    notebooks: Path,
    published: dt.date | str | None = None,
    briefing_only: bool = False,
    tell: Callable[[Facts], None] = lambda facts: None,
) -> int:
    """Write the reports of `sources` into `out`, which is replaced as a whole; a terminal is shown a bar meanwhile.

    Of one article the pages stand in `out`, of several in a folder each. `published`, where given, is the day of all of
    them; with `briefing_only` only the notebooks that are about any article run, where there are such; `tell` is given
    the facts of each article before that. Returns how many reports were written.

    Raises
    ------
    DocumentError, FolderError, NotebookError
        If an article, a folder or a notebook fails; nothing was changed.
    """
    if sources.count(files.STDIN) > 1:
        raise DocumentError("-: standard input can be read once only; name the other articles' files")
    given = {Path(os.path.abspath(s)) if s != files.STDIN else s: s for s in sources}  # noqa: PTH100 - links keep their names
    sources = list(given)
    names = files.distinct_names([files.PIPED if s == files.STDIN else s for s in sources])
    _refuse_names(names)
    loaded = [files.load(source, published=published) for source in given.values()]
    read = {name: facts_of(files.decode(article)) for name, article in zip(names, loaded, strict=True)}
    for facts in read.values():
        tell(facts)
    found = _notebooks(notebooks, briefing_only)
    joint = [path for path in found if len(sources) > 1 and execute.reads(path, "read_many")]
    each = [path for path in found if path not in joint or execute.reads(path, "read")]
    with folder.replaced(out) as new:
        copied = published is not None or files.STDIN in sources
        dated = _copies(new.parent / "articles", loaded, read) if copied else sources
        jobs = [execute.prepare(notebook, [source]) for source, notebook in product(dated, each)]
        jobs += [execute.prepare(notebook, dated) for notebook in joint]
        _run(jobs, new.parent)
        _write_all(new, read, each, joint, [job.notebook for job in jobs])
    return len(jobs)


def _refuse_names(names: Sequence[str]) -> None:
    """Refuse what would lead out of the folder, or stand where the list of articles and what belongs to it stand."""
    for name in names:
        if name in (".", "..") or (len(names) > 1 and (name.casefold().endswith(".html") or name == "data")):
            raise FolderError(f"{name}: an article of this name can have no folder for its reports; rename it")


def _copies(into: Path, loaded: Sequence[Loaded], read: Mapping[str, Facts]) -> list[Path]:
    """Write the articles under their names with a sidecar, which has the day that they are to be read by."""
    into.mkdir()
    copies = [into / f"{name}{article.path.suffix}" for name, article in zip(read, loaded, strict=True)]
    for copy, article, facts in zip(copies, loaded, read.values(), strict=True):
        copy.write_bytes(article.content)
        copy.with_suffix(".toml").write_text(_sidecar(facts), encoding="utf-8")
        if article.fixes is not None:
            copy.with_suffix(".fixes.toml").write_bytes(article.fixes)
    return copies


def _sidecar(facts: Facts) -> str:
    source = facts.document.source
    given = {key: getattr(source, key) for key in files.SIDECAR_KEYS}
    lines = [f"{key} = {json.dumps(text, ensure_ascii=False)}\n" for key, text in given.items() if text is not None]
    if source.published_basis == "metadata":
        lines.append(f"published = {source.published}\n")
    return "".join(lines).replace("\x7f", "\\u007f")  # about which TOML is stricter than JSON


def _notebooks(where: Path, briefing_only: bool) -> list[Path]:
    found = sorted(path for path in where.glob("[0-9][0-9]-*.ipynb") if path.is_file())  # a pipe has no end
    if not found:
        raise FolderError(
            f"{where}: no notebooks here (NN-NAME.ipynb); "
            "run this in the project's folder, or name theirs with --notebooks"
        )
    briefings = [path for path in found if path.name.startswith(BRIEFING)]
    return briefings if briefing_only and briefings else found


def _run(jobs: Sequence[Job], passing: Path) -> None:
    cells = sum(cell.cell_type == "code" for job in jobs for cell in job.notebook.cells)
    with tqdm(total=cells, desc="Running notebooks", unit="cell", leave=False, disable=None) as bar:
        execute.run(jobs, beat=lambda: bar.update(), passing=passing)


def _write_all(
    into: Path, read: Mapping[str, Facts], each: Sequence[Path], joint: Sequence[Path], executed: Iterable[NotebookNode]
) -> None:
    """Write one article's pages into `into` itself; several into a folder each, and those that speak of all."""
    from ftzlib.report import pages, story  # which take a second to import, in which the kernels were at work

    ran, alone = iter(executed), len(read) == 1
    told: dict[str, list[story.Story]] = {}
    places: dict[str, str] = {}
    for name, article in read.items():
        own = markup.places(article)
        told[name] = [story.tell(path.stem, next(ran), own) for path in each]
        _write(into if alone else into / name, pages.of_article(article, told[name], "" if alone else "../"))
        places |= {f"{name}/{row}": at for row, at in own.items()}
    stories = next(iter(told.values()))
    if not alone:
        first = {name: f"{name}/{stories[0].name if stories else 'index'}.html" for name, stories in told.items()}
        stories = [story.lead_elsewhere(story.tell(path.stem, next(ran), places), first) for path in joint]
        _write(into, pages.of_library(read, told, stories))
    _write(into, pages.of_method(stories))


def _write(into: Path, contents: Mapping[str, str]) -> None:
    for name, text in contents.items():
        path = into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # A spreadsheet takes CSV for UTF-8 only where a mark at its beginning says so.
        path.write_text(text, encoding="utf-8-sig" if path.suffix == ".csv" else "utf-8", newline="")
