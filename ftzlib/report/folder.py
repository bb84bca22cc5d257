"""Folders: of pages, which is replaced as a whole or not at all; of the notebooks that come with the package.

Refuses   to replace a folder that holds anything that is not on the list of what was written there, `MANIFEST`.
"""

from __future__ import annotations

import errno
import glob
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from filelock import FileLock, Timeout

from ftzlib.text.document import FolderError

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # the system tells these without a file's name
MANIFEST = "data/manifest.json"  # the files that are ours to replace, of a folder of reports
_LOCK, _OLD = "lock", "old"
_SHIPPED = Path(__file__).with_name("shipped")  # also where only a wheel is installed
NOTEBOOKS, SEEDS = _SHIPPED / "notebooks", _SHIPPED / "seeds"


def lay_out(folder: Path) -> list[Path]:
    """Copy the notebooks and their article into a folder that has none of them, to work on; return the notebooks."""
    copies = {path: folder / part.name / path.name for part in (NOTEBOOKS, SEEDS) for path in sorted(part.iterdir())}
    if there := next((copy for copy in copies.values() if copy.exists()), None):
        raise FolderError(f"{there}: is there already and would be overwritten; name another folder")
    try:
        for path, copy in copies.items():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    except OSError as problem:
        raise _unwritable(folder, problem) from None
    return [copy for copy in copies.values() if copy.suffix == ".ipynb"]


def _unwritable(folder: Path, problem: OSError) -> FolderError:
    return FolderError(f"{folder}: cannot be written ({problem.strerror}); check permissions and space")


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """Give a new folder, and put it in the place of `folder` if the block ends well.

    It stands in a folder beside `folder`, where all else that is passing may be put, too: the block's end removes
    it, and where a run was killed, the next one. Nothing that is there by one of these names is touched otherwise. A
    `folder` that holds what is not ours, or cannot be written, is a FolderError.
    """
    folder = Path(os.path.realpath(folder))  # which lets links pass that lead to each other
    _refuse_foreign(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        for left in folder.parent.glob(f".{glob.escape(folder.name)}.ftz-*/{_LOCK}"):
            with suppress(Timeout), FileLock(left, timeout=0):  # no living process holds it
                _clear(left.parent, folder)
        work = Path(tempfile.mkdtemp(prefix=f".{folder.name}.ftz-", dir=folder.parent))
        try:
            with FileLock(work / _LOCK):
                (new := work / "new").mkdir()
                yield new
                _list(new)
                _swap(new, folder)
        finally:
            _clear(work, folder)
    except OSError as problem:
        if problem.errno not in FULL and str(folder.parent) not in str(problem.filename):
            raise
        raise _unwritable(folder, problem) from None


def _swap(new: Path, folder: Path) -> None:
    """Let the new folder take the place of the old one; who ends between the two steps is helped by `_clear`."""
    for turn in count():
        _refuse_foreign(folder)
        with suppress(FileNotFoundError):
            folder.replace(new.with_name(f"{_OLD}{turn}"))
        try:
            new.replace(folder)
            return
        except OSError:
            if not folder.is_dir():  # else another run was faster: now its pages are the old ones
                raise


def _clear(work: Path, folder: Path) -> None:
    """Put back what was moved away and not replaced, and remove the rest."""
    for old in work.glob(f"{_OLD}*"):
        if not folder.exists():
            old.replace(folder)
    shutil.rmtree(work, ignore_errors=True)


def _list(folder: Path) -> None:
    manifest = folder / MANIFEST
    manifest.parent.mkdir(parents=True, exist_ok=True)
    manifest.touch()
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    manifest.write_text(json.dumps({"generator": "ftzlib", "files": files}, indent=1) + "\n", encoding="utf-8")


def _refuse_foreign(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise FolderError(f"{folder}: this is a file; name a folder with --out")
    ours: set[str] = set()
    with suppress(OSError, ValueError, LookupError, TypeError):  # no list, or none of ours: nothing is ours
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        ours = set(listed["files"]) if listed["generator"] == "ftzlib" else set()
    for path in sorted(folder.rglob("*")):
        leaf = path.is_symlink() or not path.is_dir() or not any(path.iterdir())
        if leaf and (name := path.relative_to(folder).as_posix()) not in ours:
            raise FolderError(
                f"{folder}: holds {name}, which ftz report did not write and would remove; "
                "move it away or name another folder with --out"
            )
