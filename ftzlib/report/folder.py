"""Folders on disk: one that is replaced as a whole or not at all, and one of articles with a day put in.

Refuses   to replace a folder that holds anything that `ftzlib.report.build` did not write.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import glob
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ftzlib.facts.tables import Facts
from ftzlib.text.document import FolderError

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # the system tells these without a file's name
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of linux/fcntl.h and linux/fs.h
OURS = '<meta name="generator" content="ftzlib">'


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """Give a new folder beside `folder`, and put it in its place if the block ends well.

    What a run that was killed left behind is removed first.

    Raises
    ------
    FolderError
        If `folder` holds what is not ours, or cannot be written.
    """
    folder = folder.resolve()
    _refuse_foreign(folder)
    new = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    try:
        _sweep(folder)
        new.mkdir(parents=True)
        with _held(new):
            yield new
            _swap(new, folder)
    except OSError as problem:
        if problem.errno not in FULL and str(folder.parent) not in str(problem.filename):
            raise
        raise FolderError(f"{folder}: cannot be written ({problem.strerror}); check permissions and space") from None
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a lock on `folder`, which the system lets go when this process ends, however it ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def _sweep(folder: Path) -> None:
    """Put back what was moved away, and remove what no living process holds."""
    for old in folder.parent.glob(f".{glob.escape(folder.name)}.*.old"):
        if not folder.exists():
            old.rename(folder)
    for stray in folder.parent.glob(f".{glob.escape(folder.name)}.*.*"):
        if stray.suffix in (".new", ".old"):
            with suppress(BlockingIOError), _held(stray):
                shutil.rmtree(stray)


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


def _swap(new: Path, folder: Path) -> None:
    """Let `new` and `folder` change places: in one step where the system can, else in two."""
    if _exchange(new, folder):
        return
    if not folder.exists():
        new.rename(folder)
        return
    old = new.with_suffix(".old")
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders so that nobody sees a moment with only one of them; false where that cannot be had."""
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    return renameat2 is not None and renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0
