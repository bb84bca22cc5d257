"""A folder of Parquet tables that grows in parts and is whole at any time.

Finds     ``TABLE/PART.parquet`` for each table of `ftzlib.archive.parquet`, parts of a thousand articles; which
          articles are in it already.
Leaves    nothing half done: a part is written aside and renamed, the one of ``documents`` last, and a part that
          has none there was never finished: it is removed when the folder is next opened.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ftzlib import __version__
from ftzlib.archive.parquet import SCHEMAS, table
from ftzlib.text.document import FolderError

PART = 1000  # articles
_OURS = re.compile(r"\d{5}-[0-9a-f]{12}\.parquet(\.new)?")
_MARK = "documents"  # the table whose part says that the others' are whole
_GROWING = [*(name for name in SCHEMAS if name not in ("errors", _MARK)), _MARK]


class Dataset:
    """The tables on disk, and the rows that wait to be written.

    Attributes
    ----------
    documents : set of str
        What has been read, by its hash.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: dict[str, list[pa.Table]] = {name: [] for name in _GROWING}
        for name in SCHEMAS:
            (folder / name).mkdir(parents=True, exist_ok=True)
        self._refuse_foreign()
        self._remove_unfinished()
        self.documents = {key for part in self._parts(_MARK) for key in _column(part, "document")}
        self._files = set(self._pairs("files"))

    def add(self, tables: Mapping[str, pa.Table]) -> None:
        """Take rows of each table; they are written once there are a thousand documents."""
        new = [pair not in self._files for pair in _pairs(tables["files"])]
        self._files |= set(_pairs(tables["files"]))
        for name, waiting in self._waiting.items():
            waiting.append(tables[name] if name != "files" else tables[name].filter(pa.array(new, pa.bool_())))
        if sum(map(len, self._waiting[_MARK])) >= PART:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait as a part of their own."""
        tables = {name: pa.concat_tables(waiting) for name, waiting in self._waiting.items() if waiting}
        self._waiting = {name: [] for name in _GROWING}
        if not any(map(len, tables.values())):
            return
        keys = "".join(sorted(tables["files"]["path"].to_pylist() + tables[_MARK]["document"].to_pylist()))
        name = f"{self._next_number():05}-{hashlib.sha256(keys.encode()).hexdigest()[:12]}.parquet"
        for table_name, rows in tables.items():
            _write(rows, self.folder / table_name / name)

    def finish(self, current: Mapping[str, str], errors: Mapping[str, str]) -> None:
        """Write what waits, the errors of this run, and nothing of what its files held before.

        Parameters
        ----------
        current : mapping of path to document
            What each file that was read holds now.
        errors : mapping of path to message
            The files that could not be read; those of other runs are kept, unless they were read now.
        """
        self.flush()
        old = {path: message for path, message in self._pairs("errors") if path not in current}
        rows = [{"path": path, "message": message} for path, message in sorted({**old, **errors}.items())]
        _write(table("errors", rows), self.folder / "errors" / "errors.parquet")
        held = set(self._pairs("files"))
        outdated = {(path, document) for path, document in held if current.get(path, document) != document}
        if outdated:
            self._drop(outdated, {document for _, document in outdated} - {row[1] for row in held - outdated})

    def _drop(self, outdated: set[tuple[str, str]], gone: set[str]) -> None:
        """Remove rows; those of ``files`` last, as they say what is outdated."""
        for name in [name for name in _GROWING if name != "files"]:
            self._keep(name, lambda rows: [key not in gone for key in rows["document"].to_pylist()])
        self._keep("files", lambda rows: [pair not in outdated for pair in _pairs(rows)])

    def _keep(self, name: str, which: Callable[[pa.Table], list[bool]]) -> None:
        for part in self._parts(name):
            rows = pq.read_table(part, partitioning=None)
            kept = which(rows)
            if not all(kept):
                _write(rows.filter(pa.array(kept)), part)

    def _pairs(self, name: str) -> Iterator[tuple[str, str]]:
        for part in self._parts(name):
            yield from _pairs(pq.read_table(part, partitioning=None))

    def _parts(self, name: str) -> list[Path]:
        return sorted((self.folder / name).glob("*.parquet"))

    def _next_number(self) -> int:
        return 1 + max((int(part.name[:5]) for part in self._parts(_MARK)), default=0)

    def _remove_unfinished(self) -> None:
        whole = {part.name for part in self._parts(_MARK)}
        for name in SCHEMAS:
            for file in (self.folder / name).iterdir():
                if file.name not in whole and _OURS.fullmatch(file.name):
                    file.unlink()

    def _refuse_foreign(self) -> None:
        for part in (part for name in SCHEMAS for part in self._parts(name)):
            try:
                made_by = (pq.read_schema(part).metadata or {}).get(b"ftzlib", b"something else").decode()
            except pa.ArrowInvalid:
                made_by = "something else"
            if made_by != __version__:
                raise FolderError(
                    f"{part}: made by {made_by}, not by ftzlib {__version__}; name another folder with --out"
                )


@contextmanager
def opened(folder: Path) -> Iterator[Dataset]:
    """Open a dataset, or begin one; what was added is written when the block is left, however it is left.

    Raises
    ------
    FolderError
        If the folder cannot be written, or its tables were made by another version.
    """
    try:
        dataset = Dataset(folder)
        try:
            yield dataset
        finally:
            dataset.flush()
    except OSError as problem:
        if str(folder) not in str(problem.filename):
            raise
        raise FolderError(f"{problem.filename}: {problem.strerror}; check permissions and space") from None


def _pairs(rows: pa.Table) -> Iterator[tuple[str, str]]:
    """Give the rows of a table of two columns."""
    return zip(rows.column(0).to_pylist(), rows.column(1).to_pylist(), strict=True)


def _column(part: Path, name: str) -> list[str]:
    return list(pq.read_table(part, columns=[name], partitioning=None)[name].to_pylist())


def _write(rows: pa.Table, path: Path) -> None:
    aside = path.with_name(f"{path.name}.new")
    pq.write_table(rows.combine_chunks(), aside, compression="zstd")
    aside.replace(path)
