"""Facts as JSON, the public interface (``ftzlib/facts/2``), as CSV, and as W3C Web Annotations."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from ftzlib.evidence.escape import as_csv
from ftzlib.facts.corrections import CORRECTIONS
from ftzlib.facts.reading import Reading
from ftzlib.facts.records import COLUMNS, TABLES

SCHEMA = "ftzlib/facts/2"
#: What steers a terminal, turns the reading direction, cannot be seen or cannot be written as UTF-8.
_UNSEEN = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_PLACED = ("start", "end", "quote", "basis", "rules_read")
CONTEXT = 32  # characters before and behind a quotation, by which it is found again in another text


def to_json(facts: Reading, *, indent: int | None = None) -> str:
    """Return the contract's JSON of one document, as text without a final line end; indented, for people to read."""
    ends = ((n, *sentence.span) for n, sentence in enumerate(facts.sentences, 1))
    sentences = [{"id": f"s{n}", "start": start, "end": end} for n, start, end in ends]
    tables = {name: facts.rows(name) for name in TABLES}
    made = {CORRECTIONS: facts.wide_rows(CORRECTIONS)} if facts.corrected else {}
    told = {"schema": SCHEMA, "document": described(facts) | {"sentences": sentences}, **tables, **made}
    return _json(told, indent)


def to_csv(facts: Reading, table: str) -> str:
    """Return one table as CSV, with its header even where it has no rows.

    Lists are joined by semicolons. Text that a spreadsheet would run as a formula gets an apostrophe before it:
    ``quote`` is exact in JSON only.
    """
    names = ["id", *COLUMNS[table], *_PLACED]
    rows = [{"basis": "read"} | row for row in facts.rows(table)]
    for row in rows:
        row |= {name: "; ".join(value) for name, value in row.items() if isinstance(value, tuple)}
    return as_csv([names, *([row.get(name) for name in names] for row in rows)])


def to_annotations(facts: Reading) -> str:
    """Return every row as a Web Annotation on the article's text (https://www.w3.org/TR/annotation-model/)."""
    items = [_annotation(facts, name, row) for name in TABLES for row in facts.rows(name)]
    context = "http://www.w3.org/ns/anno.jsonld"
    page = {"@context": context, "id": "annotations.jsonld", "type": "AnnotationPage", "items": items}
    return _json(page, indent=1) + "\n"


def _annotation(facts: Reading, table: str, row: dict[str, Any]) -> dict[str, Any]:
    document, start, end = facts.document, row["start"], row["end"]
    fields = (*COLUMNS[table], "basis", "rules_read")
    said = {name: row[name] for name in fields if row.get(name) is not None}
    tag = {"type": "TextualBody", "purpose": "tagging", "value": table}
    described = {"type": "TextualBody", "purpose": "describing", "format": "application/json"}
    place = {"type": "TextPositionSelector", "start": start, "end": end}
    around = {"prefix": document.text[max(0, start - CONTEXT) : start], "suffix": document.text[end : end + CONTEXT]}
    return {
        "id": f"annotations.jsonld#{row['id']}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [tag, {**described, "value": json.dumps(said, ensure_ascii=False)}],
        "target": {
            "source": document.source.url or f"urn:sha256:{document.sha256}",
            "selector": [place, {"type": "TextQuoteSelector", "exact": row["quote"], **around}],
        },
    }


def _json(value: object, indent: int | None = None) -> str:
    """Write JSON in which every sign that cannot be seen is escaped, and a day is as in ISO 8601."""
    written = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    return _UNSEEN.sub(lambda sign: json.dumps(sign[0])[1:-1], written)


def described(facts: Reading) -> dict[str, Any]:
    """Return what is known of a document; where nothing else says its title, its own headline does."""
    document = facts.document
    title = document.source.title or headline(facts)
    return {"id": document.id, **asdict(document.source), "title": title, "sha256": document.sha256}


def headline(facts: Reading) -> str | None:
    """Return the article's own headline, where it has one."""
    return next((s.span.of(facts.document.text) for s in facts.sentences if s.kind == "headline"), None)
