r"""Articles as files: their bytes, the sidecar beside them, and the document that the two make.

Finds     the text of a plain file, a saved web page or Markdown (`ftzlib.text.formats`), its line ends read as ``\n``;
          what is known of it from the sidecar, else from the page itself.
Leaves    a file that is no text, with an error that says what to do.
"""

import datetime as dt
import glob
import hashlib
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ftzlib.text import formats
from ftzlib.text.document import Document, DocumentError, Source, basis, to_date

LARGEST = 10_000_000  # bytes; no article is so long, and an archive may hold a film by mistake
SIDECAR_KEYS = ("title", "publisher", "url")


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that a document is made of, as it goes to another process or another machine.

    Attributes
    ----------
    path : Path
    content : bytes
    sidecar : bytes or None
    published : datetime.date or None
        The day that goes before any other.
    """

    path: Path
    content: bytes
    sidecar: bytes | None = None
    published: dt.date | None = None

    @property
    def sha256(self) -> str:
        """Return the hash of what the facts depend on: of the file, where nothing else was given with it."""
        day = self.published.isoformat().encode() if self.published else None
        return hashlib.sha256(b"\0".join(filter(None, (self.content, self.sidecar, day)))).hexdigest()


def read_document(path: Path | str, *, published: dt.date | str | None = None) -> Document:
    """Read an article from a file and, where there is one, its sidecar (same name, ``.toml``).

    `published`, where given, goes before the sidecar's day, and that before the page's own.

    Raises
    ------
    DocumentError
        If the file is missing, a folder, empty, no text, or its sidecar is wrong.
    """
    return decode(load(path, published=published))


def load(path: Path | str, *, published: dt.date | str | None = None) -> Loaded:
    """Read the bytes of a file and of its sidecar, and look at neither.

    Raises
    ------
    DocumentError
        If the file is missing, a folder, or may not be read, or `published` is no date.
    """
    path = Path(path)
    day = None if published is None else to_date(published, "--published")
    content = _bytes(path)
    if content is None and not path.is_absolute() and (content := _bytes(".." / path)) is not None:
        path = ".." / path  # a notebook names its article from the project's root, one folder up
    if content is None:
        searched = "" if path.is_absolute() else f" in {Path.cwd()} or the folder above it"
        raise DocumentError(f"{path}: no such file{searched}; check the name")
    return Loaded(path, content, _bytes(path.with_suffix(".toml")), day)


def decode(loaded: Loaded) -> Document:
    """Make a document of what was loaded; see `read_document`."""
    path, raw = loaded.path, loaded.content
    try:
        text, page = formats.read(raw, path.suffix.lower())
    except formats.FormatError as problem:
        raise DocumentError(f"{path}: {problem}") from None
    known = _known(page, f"{path}, the page itself")
    if loaded.sidecar is not None:
        known |= _sidecar(path.with_suffix(".toml"), loaded.sidecar)
    if loaded.published is not None:
        known["published"] = loaded.published
    source = Source(**known, published_basis=basis(known.get("published")))
    return Document(text, path.stem, hashlib.sha256(raw).hexdigest(), source)


def matching(patterns: Iterable[str]) -> list[str]:
    """Return the files that patterns such as ``archive/**/*.txt`` name, in order, each once; sidecars are none.

    Raises
    ------
    DocumentError
        If a pattern names no file.
    """
    found: dict[str, None] = {}
    for pattern in patterns:
        exact = Path(pattern).exists()
        named = [pattern] if exact else sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - not from one folder down
        if exact and Path(pattern).is_dir():
            raise DocumentError(f"{pattern}: this is a folder; name its articles, as '{pattern.rstrip('/')}/**/*.txt'")
        articles = [path for path in named if not path.endswith(".toml") and not Path(path).is_dir()]
        if not articles:
            raise DocumentError(f"{pattern}: no such article; check the name, and put a pattern in quotation marks")
        found |= dict.fromkeys(articles)
    return list(found)


@contextmanager
def standard_input(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Give the paths with ``-``, where it is among them, as a file that holds what standard input gave.

    Raises
    ------
    DocumentError
        If that is no article, or ``-`` is named twice.
    """
    piped = paths.count(Path("-"))
    if piped > 1:
        raise DocumentError("-: standard input can be read once only; name the other articles' files")
    if not piped:
        yield list(paths)
        return
    with tempfile.TemporaryDirectory(prefix="ftz-") as folder:
        file = Path(folder, "standard-input")
        file.write_bytes(sys.stdin.buffer.read())
        try:
            yield [file if path == Path("-") else path for path in paths]
        except DocumentError as problem:
            raise DocumentError(str(problem).replace(str(file), "standard input")) from None


def distinct_names(paths: Iterable[Path]) -> list[str]:
    """Name files by their stems; where two are alike, with their folders before them, else by number.

    Example: ``2020/visit.txt`` and ``2021/visit.txt`` are *2020-visit* and *2021-visit*.
    """
    listed = [path.resolve() for path in paths]
    stems = [path.stem for path in listed]
    names = [s if stems.count(s) == 1 else f"{p.parent.name}-{s}" for s, p in zip(stems, listed, strict=True)]
    return [n if names.count(n) == 1 else f"{n}-{1 + names[:at].count(n)}" for at, n in enumerate(names)]


def _bytes(path: Path) -> bytes | None:
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError(f"{path}: larger than {LARGEST:,} bytes; no article is so long")
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except IsADirectoryError:
        raise DocumentError(f"{path}: this is a folder; name a text file in it") from None
    except OSError as problem:
        raise DocumentError(f"{path}: cannot be read ({problem.strerror}); check its permissions") from None


def _sidecar(path: Path, raw: bytes) -> dict[str, Any]:
    try:
        given = tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise DocumentError(f"{path}: the sidecar is no valid TOML ({problem}); mend it or remove it") from None
    return _known(given, str(path))


def _known(given: dict[str, Any], where: str) -> dict[str, Any]:
    """Return what is said of a source, where it is said at all."""
    known = {key: given[key] for key in (*SIDECAR_KEYS, "published") if given.get(key) not in (None, "")}
    for key, value in known.items():
        if key == "published":
            known[key] = to_date(value, f"{where}: published")
        elif not isinstance(value, str):
            raise DocumentError(f"{where}: {key} must be text in quotation marks, not {value!r}")
    return known
