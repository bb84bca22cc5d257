"""A folder of Parquet tables that grows in parts and is whole at any time.

Finds     ``TABLE/PART.parquet`` for each table of `ftzlib.archive.parquet`, parts of a thousand articles; which
          articles are in it already.
Leaves    nothing half done, and nobody else a way in meanwhile. A part is written aside in all its tables; then
          ``parts/PART.json`` is, a list of the files with their hashes; then the files take their names. Who opens the
          folder next brings to an end what was listed, and removes what was not.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from ftzlib.archive.parquet import SCHEMAS, Tables, rules
from ftzlib.text.document import FolderError

PART = 1000  # articles
_LISTS, _ASIDE = "parts", ".new"
_UNLISTED = re.compile(r"\d{5,}\.(parquet|json)\.new")  # by what a run names that is at work


class Dataset:
    """The tables on disk, the rows that wait to be written, and the hashes of `documents` that today's rules read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: list[Tables] = []
        read_by = self._settle()
        self._held = {part: self._contents(part) for part in read_by}
        self._old = [part for part in self._held if read_by[part] != rules()]
        self.documents = {key for part, (_, keys) in self._held.items() if part not in self._old for key in keys}
        # Of each file its document, or why it has none; a later part goes before.
        self._told = {path: told for pairs, _ in self._held.values() for path, told in pairs}
        self._seen: set[str] = set()

    def renew(self, paths: Iterable[str]) -> None:
        """Remove what other rules have read, to be read again; not if there is more of it than `paths`."""
        old = {path for part in self._old for path, _ in self._held[part][0]}
        if left := sorted(path for path in old - set(paths) if not _is_gone(path)):
            others = f"{len(left):,} articles in it were read by other rules than today's, such as {left[0]}"
            raise FolderError(f"{self._folder}: {others}; name them, too, or another folder with --out")
        for part in self._old:
            self._write(part, {})

    def add(self, tables: Tables) -> None:
        """Take rows of each table; they are written once there are a thousand documents."""
        self._waiting.append(tables)
        told = dict(_of_files(tables))
        self._told |= told
        self._seen |= told.keys()
        if sum(len(waiting["documents"]) for waiting in self._waiting) >= PART:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait as a part of their own."""
        if not self._waiting:
            return
        tables = {name: pa.concat_tables([waiting[name] for waiting in self._waiting]) for name in SCHEMAS}
        self._waiting = []
        held = {pair for pairs, _ in self._held.values() for pair in pairs}
        self._write_those(f"{1 + max(map(int, self._held), default=0):05}", tables, lambda row: row not in held)

    def finish(self) -> None:
        """Write what waits, and let nothing stay of files that are gone, nor of what the others held before."""
        self.flush()
        current = {(path, told) for path, told in self._told.items() if path in self._seen or not _is_gone(path)}
        keys = {told for _, told in current}
        for part, (pairs, documents) in list(self._held.items()):
            if not pairs <= current or not documents <= keys:
                tables = {name: self._read(name, part) for name in SCHEMAS}
                self._write_those(part, tables, lambda row: row in current or row[0] in keys)

    def _write_those(self, part: str, tables: Tables, wanted: Callable[[tuple[str, str]], bool]) -> None:
        """Write the rows of a part whose first two columns are wanted; where none are, there is no part."""
        kept = {name: rows.filter(pa.array(map(wanted, _pairs(rows)), pa.bool_())) for name, rows in tables.items()}
        self._write(part, kept if any(map(len, kept.values())) else {})

    def _write(self, part: str, tables: Tables) -> None:
        """Write a part anew; without tables, remove it."""
        for name, rows in tables.items():
            pq.write_table(rows.combine_chunks(), self._path(name, part, _ASIDE), compression="zstd")
        hashes = {name: _hash(self._path(name, part, _ASIDE)) for name in tables}
        listed = self._path(_LISTS, part, _ASIDE)
        listed.write_text(json.dumps({"rules": rules(), "files": hashes}, indent=1) + "\n", encoding="utf-8")
        listed.replace(self._path(_LISTS, part))
        self._end(part, hashes)
        self._held.pop(part, None)
        if tables:
            self._held[part] = self._contents(part)

    def _end(self, part: str, hashes: Mapping[str, str]) -> None:
        """Give the files of a part that is listed their names, and have those that are not listed removed."""
        for name in SCHEMAS:
            path, aside = self._path(name, part), self._path(name, part, _ASIDE)
            if name not in hashes:
                path.unlink(missing_ok=True)
            elif aside.exists() and _hash(aside) == hashes[name]:
                aside.replace(path)
        if not hashes:
            self._path(_LISTS, part).unlink()

    def _settle(self) -> dict[str, str]:
        """Bring to an end what a killed run had listed, remove what it had not, check all; return each part's rules."""
        for name in (*SCHEMAS, _LISTS):
            (self._folder / name).mkdir(parents=True, exist_ok=True)
        read_by, ours = {}, set()
        for path in sorted((self._folder / _LISTS).glob("*.json")):
            try:
                listed = json.loads(path.read_text(encoding="utf-8"))
                files, read = dict(listed["files"]), str(listed["rules"])
                wanted = SCHEMAS if read == rules() else files  # an older ftzlib may have had other tables
                self._end(path.stem, {name: files[name] for name in wanted if files})
            except (ValueError, LookupError, TypeError, RecursionError):
                raise self._damaged(path) from None
            for name, hashed in files.items():
                read_by[path.stem] = read
                ours.add(file := self._path(name, path.stem))
                if not file.exists() or _hash(file) != hashed:
                    raise self._damaged(file)
        for path in [path for name in (*SCHEMAS, _LISTS) for path in (self._folder / name).iterdir()]:
            if _UNLISTED.fullmatch(path.name):
                path.unlink()
            elif path.suffix == ".parquet" and path not in ours:
                raise FolderError(f"{path}: made by something else, not by ftzlib; name another folder with --out")
        return read_by

    def _damaged(self, path: Path) -> FolderError:
        part = self._folder / "*" / f"{path.stem}.*"
        return FolderError(f"{path}: is damaged or gone; remove {part} and run this again on the articles")

    def _path(self, name: str, part: str, end: str = "") -> Path:
        return self._folder / name / f"{part}.{'json' if name == _LISTS else 'parquet'}{end}"

    def _read(self, name: str, part: str) -> pa.Table:
        return pq.read_table(self._path(name, part), partitioning=None)

    def _contents(self, part: str) -> tuple[set[tuple[str, str]], set[str]]:
        """Return the files of a part, each with what it is told of it, and its documents."""
        tables = {name: self._read(name, part) for name in ("files", "errors", "documents")}
        return set(_of_files(tables)), set(tables["documents"]["document"].to_pylist())


@contextmanager
def opened(folder: Path) -> Iterator[Dataset]:
    """Open a dataset, or begin one; what was added is written when the block is left, however it is left.

    A folder that cannot be written, is damaged, or on which another run is at work, is a FolderError.
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


def _is_gone(path: str) -> bool:
    """Tell whether a file was removed; one whose folder is gone, too, may be on a disk that is not there today."""
    return not Path(path).exists() and Path(path).parent.exists()


def _of_files(tables: Tables) -> Iterator[tuple[str, str]]:
    return chain(_pairs(tables["files"]), _pairs(tables["errors"]))


def _pairs(rows: pa.Table) -> Iterator[tuple[str, str]]:
    return zip(rows.column(0).to_pylist(), rows.column(1).to_pylist(), strict=True)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
