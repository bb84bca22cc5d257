r"""Articles as files: their bytes, the sidecar beside them, and the document that the two make.

Finds     the text of a plain file, a saved web page or Markdown (`ftzlib.text.formats`), its line ends read as ``\n``;
          what is known of it from the sidecar, else from the page itself.
Leaves    a file that is no text, with an error that says what to do.
"""

import datetime as dt
import glob
import hashlib
import os
import re
import stat
import sys
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any

from ftzlib.text import formats
from ftzlib.text.document import Document, DocumentError, Source, need, to_date

LARGEST = 10_000_000  # bytes; no article is so long, and an archive may hold a film by mistake
LARGEST_FIXES = 1_000_000  # bytes
LARGEST_SIDECAR = 16_000  # bytes; a key of ten thousand dots takes a reader of TOML minutes
MOST_MARKS, MOST_NAMES = 30_000, 1_000  # of one kind in a page; of attributes in one tag
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{2000,}")
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
STDIN, PIPED = Path("-"), Path("standard-input")
SIDECAR_KEYS = ("title", "publisher", "url")


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that a document is made of, as it goes to another process or another machine."""

    path: Path
    content: bytes
    sidecar: bytes | None = None  # NAME.toml beside it
    published: dt.date | None = None  # the day that goes before any other
    fixes: bytes | None = None  # NAME.fixes.toml beside it

    @property
    def sha256(self) -> str:
        """Return the hash of what the facts depend on: of the file, where nothing else was given with it."""
        day = self.published.isoformat().encode() if self.published else None
        return hashlib.sha256(b"\0".join(filter(None, (self.content, self.sidecar, day, self.fixes)))).hexdigest()


def read_document(path: Path | str, *, published: dt.date | str | None = None) -> Document:
    """Read an article from a file and, where there is one, its sidecar (same name, ``.toml``).

    `published`, where given, goes before the sidecar's day, and that before the page's own. A file that is missing, a
    folder, empty, no text, or whose sidecar is wrong, is a DocumentError.
    """
    return decode(load(path, published=published))


def load(path: Path | str, *, published: dt.date | str | None = None) -> Loaded:
    """Read the bytes of a file and of what stands beside it, and look at none of them; ``-`` is standard input."""
    path = Path(path)
    day = None if published is None else to_date(published, "--published")
    if path == STDIN:
        content = sys.stdin.buffer.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise DocumentError(f"standard input: larger than {LARGEST:,} bytes; no article is so long")
        return Loaded(PIPED, content, None, day)
    found = held(path)
    if found is None and not path.is_absolute() and (found := held(".." / path)) is not None:
        path = ".." / path  # a notebook names its article from the project's root, one folder up
    if found is None:
        searched = "" if path.is_absolute() else f" in {Path.cwd()} or the folder above it"
        raise DocumentError(f"{path}: no such file{searched}; check the name")
    sidecar, fixes = path.with_suffix(".toml"), path.with_suffix(".fixes.toml")
    return Loaded(path, found, held(sidecar, LARGEST_SIDECAR), day, held(fixes, LARGEST_FIXES))


def decode(loaded: Loaded) -> Document:
    """Make a document of what was loaded; see `read_document`."""
    path, raw = loaded.path, loaded.content
    if path.suffix.lower() != ".txt" or raw.lstrip().startswith(b"<"):
        _refuse_dense(path, raw)
    try:
        text, page = formats.read(raw, path.suffix.lower())
    except ModuleNotFoundError:
        need("web", "trafilatura", "mistune", "bs4")
        raise
    except DocumentError as problem:
        raise DocumentError(f"{'standard input' if path == PIPED else path}: {problem}") from None
    source = _source(loaded, page)
    beside = path.with_suffix(".fixes.toml")
    fixes = None if loaded.fixes is None else fixes_in(beside, loaded.fixes)
    made = None if path == PIPED else str(beside)
    return Document(text, path.stem, hashlib.sha256(raw).hexdigest(), source, fixes, made)


def _source(loaded: Loaded, page: dict[str, Any]) -> Source:
    """Put together what a page says of itself, what stands beside it, and the day that was given, which counts most."""
    known = _known(page, f"{loaded.path}, the page itself")
    if loaded.sidecar is not None:
        known |= _sidecar(loaded.path.with_suffix(".toml"), loaded.sidecar)
    if loaded.published is not None:
        known["published"] = loaded.published
    return Source(**known, published_basis="metadata" if "published" in known else "unknown")


def fixes_in(path: Path, raw: bytes | None = None) -> str:
    """Return what stands in a file of fixes, or in its bytes where they were read; nothing, where there is none."""
    try:
        return (raw or held(path, LARGEST_FIXES) or b"").decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise DocumentError(f"{path}: not UTF-8 text (byte {problem.start}); save it as UTF-8") from None


def matching(patterns: Iterable[str]) -> tuple[list[str], dict[str, str]]:
    """Find the files that patterns such as ``archive/**/*.txt`` name, in order, each once; sidecars are none.

    Returned besides are those of them that are links out of the folder that a pattern names, each with the reason why
    it is not read. A pattern that names no file is a DocumentError.
    """
    found: dict[str, None] = {}
    refused: dict[str, str] = {}
    for pattern in patterns:
        articles = _named_by(pattern)
        found |= dict.fromkeys(articles)
        if not Path(pattern).exists():
            tree = next(folder for folder in Path(pattern).parents if not glob.has_magic(str(folder)))
            out = f"a link that leads out of {tree}; name the article itself to have it read"
            refused |= {path: out for path in articles if not _is_within(path, tree)}
    return list(found), refused


def _named_by(pattern: str) -> list[str]:
    if Path(pattern).is_dir():
        raise DocumentError(f"{pattern}: this is a folder; name its articles, as '{pattern.rstrip('/')}/**/*.txt'")
    named = [pattern] if Path(pattern).exists() else sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - not from one folder down
    articles = [path for path in named if not path.endswith(".toml") and not Path(path).is_dir()]
    if not articles:
        raise DocumentError(f"{pattern}: no such article; check the name, and put a pattern in quotation marks")
    return articles


def beside(path: Path) -> Path:
    """Return the article that a file stands beside under the same name, whatever form it has; text goes first."""
    others = (path.with_suffix(suffix) for suffix in formats.suffixes())
    return next(filter(Path.exists, others), path.with_suffix(".txt"))


def _is_within(path: str, tree: Path) -> bool:
    """Tell whether a path leads into a folder; links that lead to each other lead nowhere, which reading them tells."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(tree))


def distinct_names(paths: Iterable[Path]) -> list[str]:
    """Name files by their stems; where two are alike, with their folders before them, and by number if need be.

    Two names are alike also where some system takes them for one: *Visit* and *visit*. ``2020/visit.txt`` and
    ``2021/visit.txt`` are *2020-visit* and *2021-visit*.
    """
    listed = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - a link goes by its own name
    stems = [_alike(path.stem) for path in listed]
    names: dict[str, str] = {}
    for path, stem in zip(listed, stems, strict=True):
        wanted = path.stem if stems.count(stem) == 1 else f"{path.parent.name}-{path.stem}"
        # a name is free if no other file has it, nor wants it as its own
        for name in chain([wanted], (f"{wanted}-{n}" for n in count(2))):
            if _alike(name) not in names and (name == path.stem or _alike(name) not in stems):
                names[_alike(name)] = name
                break
    return list(names.values())


def shown(path: Path | str) -> str:
    """Return a path as text that can be written, bytes that are no UTF-8 by their number."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def held(path: Path, most: int = LARGEST) -> bytes | None:
    """Read a file that is one, None where there is none: a pipe may never end, and a device never does."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise DocumentError(f"{path}: this is a pipe or a device, no file; pipe an article into - instead")
        if found.st_size > most:
            raise DocumentError(f"{path}: larger than {most:,} bytes; no article or sidecar is so long")
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except IsADirectoryError:
        raise DocumentError(f"{path}: this is a folder; name a text file in it") from None
    except OSError as problem:
        raise DocumentError(f"{path}: cannot be read ({problem.strerror}); check its permissions") from None


def _refuse_dense(path: Path, raw: bytes) -> None:
    """Refuse a page whose marks would keep its reader for minutes: it takes four times as long for twice as many."""
    marks = max(raw.count(mark) for mark in (b"<", b"[", b"*", b"_", b"`"))
    names = max((len(_QUOTED.sub(b"", tag).split()) for tag in _LONG_TAG.findall(raw)), default=0)
    if marks > MOST_MARKS or names > MOST_NAMES:
        raise DocumentError(
            f"{path}: {max(marks, names):,} tags or marks, more than any article has; save its text as UTF-8 (.txt)"
        )


def _sidecar(path: Path, raw: bytes) -> dict[str, Any]:
    try:
        # some editors put a mark before the first sign
        return _known(tomllib.loads(raw.decode("utf-8-sig")), str(path))
    except DocumentError:
        raise
    except (ValueError, RecursionError) as problem:  # a number may have more digits than can be written, too
        raise DocumentError(f"{path}: the sidecar is no valid TOML ({problem}); mend it or remove it") from None


def _known(given: dict[str, Any], where: str) -> dict[str, Any]:
    """Return what is said of a source, where it is said at all."""
    known = {key: given[key] for key in (*SIDECAR_KEYS, "published") if given.get(key) not in (None, "")}
    for key, value in known.items():
        if key == "published":
            known[key] = to_date(value, f"{where}: published")
        elif not isinstance(value, str):
            raise DocumentError(f"{where}: {key} must be text in quotation marks, not {value!r:.40}")
    return known
