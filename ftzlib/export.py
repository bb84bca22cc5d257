"""Facts as JSON, the public interface (``ftzlib/facts/1``), and as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from ftzlib.records import TABLES, columns

if TYPE_CHECKING:
    from ftzlib.facts import Facts

SCHEMA = "ftzlib/facts/1"


def to_json(facts: Facts) -> str:
    """Return the contract's JSON of one document, as text without a final line end."""
    tables = {name: facts.rows(name) for name in TABLES}
    return json.dumps({"schema": SCHEMA, "document": _document(facts), **tables}, ensure_ascii=False)


def to_csv(facts: Facts, table: str) -> str:
    """Return one table as CSV (RFC 4180), with its header even where it has no rows."""
    out = io.StringIO()
    writer = csv.DictWriter(out, ["id", *columns(TABLES[table]), "start", "end", "quote"])
    writer.writeheader()
    writer.writerows(facts.rows(table))
    return out.getvalue()


def _document(facts: Facts) -> dict[str, Any]:
    document, source = facts.document, facts.document.source
    return {
        "id": document.id,
        "title": source.title or _headline(facts),
        "publisher": source.publisher,
        "url": source.url,
        "published": source.published and source.published.isoformat(),
        "published_basis": source.published_basis,
        "sha256": document.sha256,
        "sentences": [
            {"id": f"s{n}", "start": sentence.span.start, "end": sentence.span.end}
            for n, sentence in enumerate(facts.sentences, 1)
        ],
    }


def _headline(facts: Facts) -> str | None:
    return next((s.span.of(facts.document.text) for s in facts.sentences if s.kind == "headline"), None)
