"""Scores parsed facts against hand-made answers, by the measure that the facts contract is checked with."""

import json
import re
from collections import Counter, defaultdict

import ftzlib as ftz

_PHRASES = {"indicator", "role", "speaker"}
_WHOLE = {
    "metrics": ("indicator", "status", "mod"),
    "dates": ("mod",),
    "people": ("role",),
    "sectors": ("kind",),
    "events": ("date",),
}


def score(folder, only=""):
    """Return {table: (f1, whole_f1)} over the articles of a folder whose names start with `only`."""
    tally = defaultdict(Counter)
    for path in sorted(folder.glob(f"{only}*.json")):
        facts = ftz.read(path.with_suffix(".txt"))
        for table, wanted in json.loads(path.read_text(encoding="utf-8")).items():
            _compare(table, [_spanned(row, facts.document.text) for row in wanted], facts.rows(table), tally[table])
    return {table: (_f1(n, "hit"), _f1(n, "whole")) for table, n in tally.items()}


def _f1(n, good):
    return 2 * n[good] / (n["wanted"] + n["found"]) if n["wanted"] + n["found"] else 1.0


def _compare(table, wanted, rows, n):
    n["wanted"] += len(wanted)
    n["found"] += len(rows)
    left = list(rows)
    for gold in wanted:
        near = [row for row in left if _same(table, gold, row)]
        if near:
            best = max(near, key=lambda row: sum(_agrees(field, gold, row) for field in _WHOLE.get(table, ())))
            left.remove(best)
            n["hit"] += 1
            n["whole"] += all(_agrees(field, gold, best) for field in _WHOLE.get(table, ()) if field in gold)


def _same(table, gold, row):
    if table == "findings":
        return gold["code"] == row["code"]
    if table in ("zones", "people"):
        return gold["name"].casefold() == row["name"].casefold()
    shared = min(gold["end"], row["end"]) - max(gold["start"], row["start"])
    overlap = shared / min(gold["end"] - gold["start"], row["end"] - row["start"])
    if table == "metrics":
        return (
            shared > 0
            and abs(gold["value"] - row["value"]) < 1e-9 * max(1, abs(gold["value"]))
            and gold["unit"] == row["unit"]
        )
    if table == "dates":
        return shared > 0 and (gold["type"], gold["value"]) == (row["type"], row["value"])
    if table == "sectors":
        return shared > 0 and _alike(gold["name"], row["name"], 0.75)
    if table == "events":
        return shared > 0 and gold["kind"] == row["kind"]
    return overlap >= 0.5 and (table == "commitments" or _alike(gold["speaker"], row["speaker"], 0.5))


def _agrees(field, gold, row):
    if field in _PHRASES:
        return (gold.get(field) is None) == (row[field] is None) and _alike(gold.get(field), row[field], 0.5)
    return gold.get(field) == row[field]


def _words(phrase):
    found = re.findall(r"[a-z0-9&]+", (phrase or "").lower().replace("centre", "center"))
    return {re.sub(r"(?<=[a-z]{3})s$", "", word) for word in found} - {"the", "a", "an", "of", "and"}


def _alike(one, other, least):
    a, b = _words(one), _words(other)
    return a == b or (bool(a and b) and len(a & b) / len(a | b) >= least)


def _spanned(row, text):
    start = -1
    for _ in range(row.get("nth", 1) if "quote" in row else 0):
        start = text.index(row["quote"], start + 1)
    return row | {"start": start, "end": start + len(row.get("quote", ""))}
