"""A folder of Parquet tables that grows in parts and is whole at any time.

Finds     ``TABLE/PART.parquet`` for each table of `ftzlib.archive.parquet`, parts of a thousand articles; which
          articles are in it already.
Leaves    nothing half done, and nobody else a way in meanwhile. A part is written aside in all its tables,
          ``documents`` last, which has the hash of the others' files; then each is renamed, in the same order. Who
          opens the folder next brings to an end what was written whole, and removes what was not.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from ftzlib.archive.parquet import SCHEMAS, rules, table
from ftzlib.text.document import FolderError

PART = 1000  # articles
_OURS = re.compile(r"\d{5}-[0-9a-f]{12}\.parquet|errors\.parquet")
_MARK = "documents"  # the table whose part says that the others' are whole
_GROWING = [*(name for name in SCHEMAS if name not in ("errors", _MARK)), _MARK]

Pairs: TypeAlias = set[tuple[str, str]]


class Dataset:
    """The tables on disk, and the rows that wait to be written.

    Attributes
    ----------
    documents : set of str
        What has been read by today's rules, by its hash.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: dict[str, list[pa.Table]] = {name: [] for name in _GROWING}
        self._settle()
        self._files = {mark.name: set(_pairs(self._read("files", mark.name))) for mark in self._marks()}
        self._old = [part for part in self._files if not self._is_current(part)]
        read = (self._read(_MARK, part)["document"].to_pylist() for part in self._files if part not in self._old)
        self.documents = {key for keys in read for key in keys}

    def renew(self, paths: Iterable[str]) -> None:
        """Remove what other rules have read, to be read again; not if there is more of it than `paths`."""
        old = {path for part in self._old for path, _ in self._files[part]}
        if left := sorted(path for path in old - set(paths) if not _is_gone(path)):
            raise FolderError(
                f"{self.folder}: {len(left):,} articles in it were read by other rules than today's, {left[0]} for "
                "one; name them, too, to have them read anew, or another folder with --out"
            )
        for part in self._old:
            self._remove(part)

    def add(self, tables: Mapping[str, pa.Table]) -> None:
        """Take rows of each table; they are written once there are a thousand documents."""
        for name, waiting in self._waiting.items():
            waiting.append(tables[name])
        if sum(map(len, self._waiting[_MARK])) >= PART:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait as a part of their own."""
        tables = {name: pa.concat_tables(waiting) for name, waiting in self._waiting.items() if waiting}
        self._waiting = {name: [] for name in _GROWING}
        if not tables:
            return
        held = set().union(*self._files.values())
        tables["files"] = _those(tables["files"], lambda row: row not in held)
        if not len(tables["files"]) and not len(tables[_MARK]):
            return
        keys = "".join(sorted(tables["files"]["path"].to_pylist() + tables[_MARK]["document"].to_pylist()))
        number = 1 + max((int(part[:5]) for part in self._files), default=0)
        self._write(f"{number:05}-{hashlib.sha256(keys.encode()).hexdigest()[:12]}.parquet", tables)

    def finish(self, current: Mapping[str, str], errors: Mapping[str, str]) -> None:
        """Write what waits, the errors of this run, and nothing of what its files held before.

        Parameters
        ----------
        current : mapping of path to document
            What each file that was read holds now.
        errors : mapping of path to message
            The files that could not be read; those of other runs are kept, unless they were read now or are gone.
        """
        self.flush()
        path = self.folder / "errors" / "errors.parquet"
        old = dict(_pairs(pq.read_table(path, partitioning=None))) if path.exists() else {}
        kept = {path: message for path, message in old.items() if path not in current and not _is_gone(path)}
        told = sorted({**kept, **errors}.items())
        _aside(table("errors", [{"path": path, "message": message} for path, message in told]), path).replace(path)
        held = set().union(*self._files.values())
        outdated = {pair for pair in held if _is_outdated(*pair, current, errors)}
        if outdated:
            self._drop(outdated, {document for _, document in held - outdated})

    def _drop(self, outdated: Pairs, documents: set[str]) -> None:
        """Remove rows of ``files``, and those of every document but `documents`."""
        for part, pairs in list(self._files.items()):
            if not pairs & outdated and {document for _, document in pairs} <= documents:
                continue
            tables = {name: _those(self._read(name, part), lambda row: row[0] in documents) for name in _GROWING}
            tables["files"] = _those(self._read("files", part), lambda row: row not in outdated)
            if len(tables["files"]) or len(tables[_MARK]):
                self._write(part, tables)
            else:
                self._remove(part)

    def _write(self, part: str, tables: Mapping[str, pa.Table]) -> None:
        hashes: dict[str, str] = {}
        for name in _GROWING:
            rows = tables[name]
            if name == _MARK:
                rows = rows.replace_schema_metadata({**rows.schema.metadata, b"parts": json.dumps(hashes).encode()})
            hashes[name] = _hash(_aside(rows, self.folder / name / part))
        self._rename(part)
        self._files[part] = set(_pairs(tables["files"]))

    def _rename(self, part: str) -> None:
        for name in _GROWING:
            path = self.folder / name / part
            if (aside := path.with_name(f"{part}.new")).exists():
                aside.replace(path)

    def _remove(self, part: str) -> None:
        for name in reversed(_GROWING):
            (self.folder / name / part).unlink(missing_ok=True)
        self._files.pop(part, None)

    def _settle(self) -> None:
        """Bring to an end what a run that was killed had written whole; remove the rest of it; check the others."""
        for name in SCHEMAS:
            (self.folder / name).mkdir(parents=True, exist_ok=True)
            foreign = (path for path in (self.folder / name).glob("*.parquet") if not _OURS.fullmatch(path.name))
            if path := next(foreign, None):
                raise FolderError(f"{path}: made by something else, not by ftzlib; name another folder with --out")
        for mark in (self.folder / _MARK).glob("*.parquet.new"):
            part = mark.name.removesuffix(".new")
            if not self._wrong(part, ".new"):
                self._rename(part)
        marked = {mark.name for mark in self._marks()}
        for name in SCHEMAS:
            for path in (self.folder / name).iterdir():
                known = path.name in marked or path.name == "errors.parquet"
                if not known and _OURS.fullmatch(path.name.removesuffix(".new")):
                    path.unlink()
        for part in marked:
            if wrong := self._wrong(part):
                raise FolderError(
                    f"{wrong}: is damaged or gone; remove {self.folder}/*/{part} and run this again on the articles"
                )

    def _wrong(self, part: str, suffix: str = "") -> Path | None:
        """Return the first of a part's files that is not as it was written; with a suffix, in what is still aside."""
        mark = self.folder / _MARK / f"{part}{suffix}"
        try:
            rows = pq.read_table(mark, partitioning=None, page_checksum_verification=True)
            hashes: dict[str, str] = json.loads(rows.schema.metadata[b"parts"])
        except (pa.ArrowException, OSError, LookupError, TypeError, ValueError):
            return mark
        for name, wanted in hashes.items():
            path = self.folder / name / part
            found = [file for file in (path.with_name(f"{part}{suffix}"), path) if file.exists()]
            if not found or _hash(found[0]) != wanted:
                return path
        return None

    def _marks(self) -> list[Path]:
        return sorted((self.folder / _MARK).glob("*.parquet"))

    def _read(self, name: str, part: str) -> pa.Table:
        return pq.read_table(self.folder / name / part, partitioning=None)

    def _is_current(self, part: str) -> bool:
        return bool(pq.read_schema(self.folder / _MARK / part).metadata[b"ftzlib"].decode() == rules())


@contextmanager
def opened(folder: Path) -> Iterator[Dataset]:
    """Open a dataset, or begin one; what was added is written when the block is left, however it is left.

    Raises
    ------
    FolderError
        If the folder cannot be written, is damaged, or another run is at work on it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock", timeout=0):
            dataset = Dataset(folder)
            try:
                yield dataset
            finally:
                dataset.flush()
    except Timeout:
        raise FolderError(f"{folder}: another run is at work on it; wait for its end") from None
    except OSError as problem:
        if str(folder) not in str(problem.filename):
            raise
        raise FolderError(f"{problem.filename}: {problem.strerror}; check permissions and space") from None


def _is_outdated(path: str, document: str, current: Mapping[str, str], errors: Mapping[str, str]) -> bool:
    return path in errors or current.get(path, document) != document or (path not in current and _is_gone(path))


def _is_gone(path: str) -> bool:
    """Tell whether a file was removed; one whose folder is gone, too, may be on a disk that is not there today."""
    return not Path(path).exists() and Path(path).parent.exists()


def _those(rows: pa.Table, wanted: Callable[[tuple[str, str]], bool]) -> pa.Table:
    """Return the rows whose first two columns are wanted."""
    return rows.filter(pa.array(map(wanted, _pairs(rows)), pa.bool_()))


def _pairs(rows: pa.Table) -> Iterator[tuple[str, str]]:
    return zip(rows.column(0).to_pylist(), rows.column(1).to_pylist(), strict=True)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _aside(rows: pa.Table, path: Path) -> Path:
    aside = path.with_name(f"{path.name}.new")
    pq.write_table(rows.combine_chunks(), aside, compression="zstd", write_page_checksum=True)
    return aside
