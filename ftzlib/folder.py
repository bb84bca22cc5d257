"""Folders on disk: one that is replaced as a whole or not at all, and one of articles with a day put in.

Refuses   to replace a folder that holds anything that `ftzlib.report` did not write.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from ftzlib.facts import Facts

OURS = '<meta name="generator" content="ftzlib">'


class FolderError(ValueError):
    """A folder that cannot be used; the message says which, why, and what to do."""


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """Give a new folder beside `folder`, and put it in its place if the block ends well.

    Raises
    ------
    FolderError
        If `folder` holds what is not ours, or cannot be written.
    """
    folder = folder.resolve()
    _refuse_foreign(folder)
    new, old = (folder.with_name(f".{folder.name}.{os.getpid()}.{word}") for word in ("new", "old"))
    try:
        new.mkdir(parents=True)
        yield new
        _swap(new, folder, old)
    except OSError as problem:
        if str(folder.parent) not in str(problem.filename):
            raise
        raise FolderError(f"{problem.filename}: {problem.strerror}; check permissions and space") from None
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def dated(sources: Sequence[Path], read: Mapping[str, Facts], given: bool) -> Iterator[list[Path]]:
    """Give the articles' paths; where a day of publication was `given`, of copies under their names with a sidecar."""
    if not given:
        yield [source.resolve() for source in sources]
        return
    with tempfile.TemporaryDirectory(prefix="ftz-") as folder:
        copies = [Path(folder, f"{name}{source.suffix}") for name, source in zip(read, sources, strict=True)]
        for source, copy, facts in zip(sources, copies, read.values(), strict=True):
            shutil.copyfile(source, copy)
            copy.with_suffix(".toml").write_text(_sidecar(facts), encoding="utf-8")
        yield copies


def _sidecar(facts: Facts) -> str:
    source = facts.document.source
    texts = {"title": source.title, "publisher": source.publisher, "url": source.url}
    lines = [f"{key} = {json.dumps(text, ensure_ascii=False)}" for key, text in texts.items() if text is not None]
    return "\n".join([*lines, f"published = {source.published}", ""])


def _refuse_foreign(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise FolderError(f"{folder}: this is a file; name a folder with --out")
    foreign = sorted(entry.name for entry in folder.iterdir() if not _is_ours(entry))
    if foreign:
        raise FolderError(
            f"{folder}: holds {foreign[0]}, which ftz report did not write and would remove; "
            "move it away or name another folder with --out"
        )


def _is_ours(entry: Path) -> bool:
    """Tell whether this is a page of ours, a folder with one, or the ``data`` folder beside one."""
    if entry.name == "data" and entry.is_dir():
        return _is_ours(entry.with_name("index.html"))
    page = entry / "index.html" if entry.is_dir() else entry
    return page.suffix == ".html" and page.is_file() and OURS in page.read_text(encoding="utf-8", errors="replace")


def _swap(new: Path, folder: Path, old: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old)
