"""Facts of a corpus article as its hand-made answer has them, to test what stands on facts."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ftzlib.facts.records import COLUMNS, PREFIXES, TABLES, Record
from ftzlib.facts.tables import Facts
from ftzlib.text import files, segment
from ftzlib.text.spans import Span

CORPUS = Path(__file__).parent / "corpus"
QINGDAO = "00-qingdao-shanghai"
NAMES = sorted(path.stem for path in CORPUS.glob("*.json"))


def gold(name: str) -> Facts:
    article = files.read_document(CORPUS / f"{name}.txt")
    answer = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))
    found = {table: _rows(table, answer.get(table, []), article.text) for table in TABLES}
    return Facts(article, tuple(segment.sentences(article.text)), found)


def _rows(table: str, rows: list[Mapping[str, Any]], text: str) -> tuple[Record, ...]:
    if table == "findings":
        return tuple(
            TABLES[table](id=f"f{n}", span=Span(0, 1), code=row["code"], severity="check", message=row["code"])
            for n, row in enumerate(rows, 1)
        )
    found = sorted(((_record(table, row, text), row.get("part_of")) for row in rows), key=lambda pair: pair[0].span)
    numbered = [(replace(record, id=f"{PREFIXES[table]}{n}"), whole) for n, (record, whole) in enumerate(found, 1)]
    ids = {getattr(record, "value", None): record.id for record, _ in numbered}
    return tuple(replace(record, part_of=ids[whole]) if whole else record for record, whole in numbered)


def _record(table: str, row: Mapping[str, Any], text: str) -> Record:
    start = -1
    for _ in range(row.get("nth", 1)):
        start = text.index(row["quote"], start + 1)
    names = set(COLUMNS[table]) - {"part_of"}
    fields = {name: value for name, value in row.items() if name in names}
    if table == "sectors":
        fields.setdefault("list", fields["kind"])
    return TABLES[table](span=Span(start, start + len(row["quote"])), **fields)
