"""From a document to its facts: the few lines that know the order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from ftzlib.facts import checks
from ftzlib.facts.corrections import corrected
from ftzlib.facts.records import PREFIXES, Record
from ftzlib.facts.tables import Collection, Facts
from ftzlib.reader import (
    dates,
    events,
    links,
    measures,
    metrics,
    numbers,
    people,
    promises,
    published,
    sectors,
    speech,
    zones,
)
from ftzlib.text import segment, signs
from ftzlib.text.document import Document, from_text
from ftzlib.text.files import distinct_names, read_document
from ftzlib.text.spans import Span
from ftzlib.text.tokens import tokenize


def read(path: Path | str, *, published: dt.date | str | None = None, corrections: bool = True) -> Facts:
    """Read a file (and its sidecar, where there is one) into facts.

    Parameters
    ----------
    path : path
        UTF-8 text, Markdown (``.md``), or a web page as saved by a browser (``.html``, ``.mhtml``); ``NAME.toml``
        beside ``NAME.txt`` gives title, publisher, url and published.
    published : date or ISO 8601 string, optional
        Goes before the sidecar's.
    corrections : bool
        Whether what a person has put right in ``NAME.fixes.toml`` beside it counts.

    Raises
    ------
    ftzlib.text.document.DocumentError
        If the file, its sidecar or its fixes cannot be read, or a fix does not fit (`ftzlib.facts.fixes`).

    Examples
    --------
    >>> facts = read("seeds/2020-11-06-qingdao-shanghai.txt")
    >>> len(facts.metrics), facts.document.source.published.isoformat()
    (5, '2020-11-06')
    """
    document = read_document(path, published=published)
    return facts_of(document if corrections else replace(document, fixes=None))


def parse(text: str, *, published: dt.date | str | None = None, id: str | None = None) -> Facts:
    """Read a string into facts.

    Parameters
    ----------
    text : str
        An article.
    published : date or ISO 8601 string, optional
        Its day of publication, from which *last year* and *Thursday* are counted.
    id : str, optional
        Its name.

    Raises
    ------
    ftzlib.text.document.DocumentError
        If `published` is no date.

    Examples
    --------
    >>> parse("On Thursday 96 tasks had been implemented.", published="2020-11-06").dates.value.iloc[0]
    '2020-11-05'
    """
    return facts_of(from_text(text, published=published, id=id))


def read_many(paths: Iterable[Path | str] | Path | str) -> Collection:
    """Read several articles into one collection; the same file named twice is read once.

    Parameters
    ----------
    paths : iterable of path, or one path
        See `ftzlib.read`.

    Raises
    ------
    ftzlib.text.document.DocumentError
        If one of them, or its sidecar, cannot be read.

    Examples
    --------
    >>> read_many(["seeds/2020-11-06-qingdao-shanghai.txt"]).metrics.index[0]
    '2020-11-06-qingdao-shanghai/m1'
    """
    named = [paths] if isinstance(paths, str | Path) else paths
    files = list({Path(path).resolve(): Path(path) for path in named}.values())
    return Collection(dict(zip(distinct_names(files), map(read, files), strict=True)))


class Trace(NamedTuple):
    """What is remembered of a reading, beside its facts, for `ftzlib.reader.explain`."""

    seen: signs.Seen  # the text as it was read
    numbers: links.Numbers  # its words, and each number with what it goes back to and what else was tried


def facts_of(document: Document) -> Facts:
    """Read a document."""
    return traced(document)[0]


def traced(document: Document) -> tuple[Facts, Trace]:
    """Read a document, with a trace: each step is handed what the steps before it found, and nothing else."""
    seen = signs.seen(document.text)
    tokens = tokenize(seen.text, segment.sentences(seen.text))
    if document.source.published is None:
        document = _dated(document, published.infer(tokens))
    found_dates = dates.find(tokens, document.source.published)
    found_people = people.find(tokens)
    mentions = zones.mentions(tokens)
    speeches = speech.find(tokens)
    found_statements = speech.resolve(tokens, speeches, found_people)
    promised = promises.find(tokens, speech.stretches(tokens, speeches))
    unclear: list[Span] = []
    linked = links.find(tokens, measures.find(tokens, numbers.find(tokens, found_dates, unclear)))
    found: dict[str, Sequence[Record]] = {
        "metrics": metrics.read(linked, mentions, found_statements, found_dates, document.source.published),
        "dates": found_dates,
        "people": found_people,
        "zones": zones.find(mentions),
        "sectors": sectors.find(tokens),
        "events": events.find(tokens, found_dates, found_people, mentions, document.source.published),
        "statements": [said for said in found_statements if said.rule != speech.VIEW],
        "commitments": promises.resolve(tokens, promised, mentions, found_statements),
    }
    sentences = tuple(tokens.sentences)
    if seen.cuts:
        _put_back(found, seen)
        sentences = tuple(sentence._replace(span=seen.back(sentence.span)) for sentence in sentences)
    numbered = {name: _numbered(name, rows) for name, rows in found.items()}
    rows, made = corrected(numbered, document)
    facts = Facts(document, sentences, rows, made, numbered)
    unread = checks.unresolved_number([seen.back(span) for span in unclear], document.text)
    return checks.with_findings(facts, unread), Trace(seen, linked)


def _dated(document: Document, inferred: dt.date | None) -> Document:
    if inferred is None:
        return document
    return replace(document, source=replace(document.source, published=inferred, published_basis="inferred"))


def _put_back(found: Mapping[str, Sequence[Record]], seen: signs.Seen) -> None:
    """Have the rows' offsets count in the text as it was, with the signs that were looked through."""
    for record in (record for rows in found.values() for record in rows):
        for name in ("span", "head"):
            if isinstance(span := getattr(record, name, None), Span):
                object.__setattr__(record, name, seen.back(span))


def _numbered(table: str, found: Iterable[Record]) -> tuple[Record, ...]:
    prefix = PREFIXES[table]
    rows = sorted(found, key=attrgetter("span"))
    for n, record in enumerate(rows, 1):
        # Set once, before anybody else holds the record: a copy of each row would cost a tenth of the parse.
        object.__setattr__(record, "id", f"{prefix}{n}")
    return tuple(rows)
