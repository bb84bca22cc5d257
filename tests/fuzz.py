"""Fuzzes all that reads: mutates the corpus, and watches for crashes, loose rows, unlike bytes and superlinear work.

Of ten inputs six are texts; the others are pages, notes, sidecars, files of fixes and names.

Run as ``python tests/fuzz.py ROUNDS [SEED]``; each input follows from the seed and its number, so that it can be had again.
"""

import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import ftzlib as ftz
from ftzlib.facts import export, markup
from ftzlib.facts.records import COLUMNS, TABLES
from ftzlib.facts.tables import Facts
from ftzlib.reader.read import facts_of
from ftzlib.text import files
from ftzlib.text.document import DocumentError

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in CORPUS]
PUBLISHED = "2021-05-04"
SPICE = (
    "\x00", "\u202e", "\u200b", "“", "”", "(", ")", "\n", "\n\n", "\t", "$", "%", "1,", "1,000", "-", "’s", "US$", "0.", "¥", "１２",
    " and ", " of which ", " will ", " said ", " he ", "Monday", "2020", "13th", "one hundred and ", "billion", "{", "</p>", "&amp;", "𝟙", "²", "Ⅳ", "٣",
)  # fmt: skip


def mutants(rounds: int, seed: int) -> Iterator[str]:
    """Give texts made from the corpus: cut, doubled, swapped, spliced, and spiced with awkward signs."""
    for number in range(rounds):
        yield mutant(random.Random(f"{seed}/{number}"))


def mutant(chance: random.Random) -> str:
    """Make one text, a few changes away from a stretch of an article."""
    return damaged(chance, _stretch(chance, chance.choice(TEXTS), 2000))


def damaged(chance: random.Random, text: str) -> str:
    """Change a text in a few places."""
    for _ in range(chance.randint(1, 8)):
        start, end = sorted(chance.choices(range(len(text) + 1), k=2))
        piece = _stretch(chance, text[start:end], 60)
        put = chance.choice(
            [
                lambda: chance.choice(SPICE) * chance.choice((1, 1, 1, 2, 50)),
                lambda piece=piece: piece * chance.randint(2, 20),
                lambda: _stretch(chance, chance.choice(TEXTS), 200),
                lambda: "",
                lambda piece=piece: piece.upper(),
                lambda piece=piece: " ".join(chance.sample(piece.split(), k=len(piece.split()))),
                lambda: chr(chance.choice((chance.randrange(0x300), chance.randrange(0x110000)))),
            ]
        )()
        text = text[:start] + put + text[min(end, start + 60) :]
    return text


def _stretch(chance: random.Random, text: str, most: int) -> str:
    start = chance.randrange(len(text) + 1)
    return text[start : start + chance.randint(0, most)]


def check(text: str) -> Facts:
    """Read a text twice: every row stands on its words, every form can be written, and the bytes are the same."""
    facts = ftz.parse(text, published=PUBLISHED)
    for table in TABLES:
        for row in facts.rows(table):
            assert 0 <= row["start"] <= row["end"] <= len(text), row
            assert text[row["start"] : row["end"]] == row["quote"], row
        export.to_csv(facts, table)
    written = facts.to_json()
    assert written.encode() == ftz.parse(text, published=PUBLISHED).to_json().encode()
    export.to_annotations(facts).encode()
    return facts


TAGS = (
    "<p>", "</p>", "<div class='x'>", "</div>", "<h1>", "<ul><li>", "<table><tr><td>", "</table>", "<sup>1</sup>", "<!--", "-->", "<script>",
    "<meta property='article:published_time' content='2020-11-06'>", "<time datetime='2020-13-45'>", "<title>", "<svg>", "<a href='javascript:1'>",
    "# ", "* ", "> ", "[a](b)", "```", "---\n", "|a|b|\n|-|-|\n", "<br/>", "&#x0b;", "&#0;", "<![CDATA[", "<?xml", "\n\n",
)  # fmt: skip
BYTES = (b"\xff", b"\xef\xbb\xbf", b"\x00", b"\xed\xa0\x80", b"\r", b"\x1b[31m")


def page(chance: random.Random) -> None:
    """Read a damaged page or note."""
    html = "".join(f"<p>{_stretch(chance, chance.choice(TEXTS), 400)}</p>" for _ in range(chance.randint(1, 5)))
    html = (
        f"<html><head><title>{_stretch(chance, html, 60)}</title></head><body><article>{html}</article></body></html>"
    )
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(html) + 1)
        html = html[:at] + chance.choice(TAGS) * chance.choice((1, 1, 3, 30)) + html[at + chance.choice((0, 0, 20)) :]
    name = chance.choice(("a.html", "a.md", "a.txt", "a.mhtml", "a.htm"))
    decoded(files.Loaded(Path(name), _bytes(chance, damaged(chance, html))))


def sidecar(chance: random.Random) -> None:
    """Read an article with a damaged sidecar."""
    keys = ("title", "publisher", "url", "published", "x", "a.b")
    values = (
        '"The zone"',
        "2020-11-06",
        '"2020-11-06"',
        "1e400",
        "[1]",
        "{a = 1}",
        '"""x"""',
        "0x" + "f" * 5000,
        "",
        "'\u202e'",
    )
    toml = "\n".join(f"{chance.choice(keys)} = {chance.choice(values)}" for _ in range(chance.randint(1, 4)))
    toml = damaged(chance, toml) if chance.random() < 0.5 else toml
    decoded(files.Loaded(Path("a.txt"), b"The zone has 106 tasks.", sidecar=_bytes(chance, toml)))


def fixes(chance: random.Random) -> None:
    """Read an article with a file of fixes that fits it, more or less."""
    text = chance.choice(TEXTS)[:3000]
    facts = ftz.parse(text, published=PUBLISHED)
    rows = [(table, row) for table in TABLES for row in facts.rows(table) if table != "findings"]
    told = []
    for _ in range(chance.choice((1, 1, 1, 2, 6))):
        table, row = chance.choice(rows) if rows else ("metrics", {"quote": "the"})
        told += [
            f"[[{chance.choice(('set', 'add', 'drop', 'keep'))}]]",
            f'table = "{table}"',
            f"quote = {_toml(row['quote'])}",
        ]
        told += [f"nth = {chance.choice((1, 1, 2, 0, 10**30))}"] * chance.choice((0, 1))
        for name in chance.sample([*COLUMNS[table], "by", "why", "on"], k=chance.choice((0, 1, 1, 2, 4))):
            wild = chance.choice(
                (chance.choice(rows or [("", {})])[1].get(name), "", 1, -1e308, 10**400, ["a"], "\u202e<b>")
            )
            told.append(f"{name} = {_toml(wild if chance.random() < 0.4 else row.get(name))}")
    toml = "\n".join(told)
    toml = damaged(chance, toml) if chance.random() < 0.2 else toml
    decoded(
        files.Loaded(Path("a.txt"), text.encode(), published=files.to_date(PUBLISHED, ""), fixes=_bytes(chance, toml))
    )


def names(chance: random.Random) -> None:
    """Name articles whose names clash or are no words: each is one of its own, and can be written."""
    signs = (
        "a",
        "A",
        "é",
        "e\u0301",
        "\udcff",
        " ",
        ".",
        "-2",
        '"',
        "\u202e",
        "\n",
        ">>> ",
        "ß",
        "ss",
        "İ",
        "\U0001f4c8",
    )
    paths = [
        Path(
            "/x", *("".join(chance.choices(signs, k=chance.randint(1, 4))) for _ in range(chance.randint(1, 3)))
        ).with_suffix(".txt")
        for _ in range(chance.randint(1, 12))
    ]
    paths = list(dict.fromkeys(paths))
    found = files.distinct_names(paths)
    assert len(found) == len(paths) == len({files._alike(name) for name in found}), paths
    for name in found:
        files.shown(name).encode()
        ftz.parse("The zone has 106 tasks.", id=name).to_json().encode()


def decoded(loaded: files.Loaded) -> None:
    """Read what was loaded, or be told in words why it cannot be read."""
    try:
        facts = facts_of(files.decode(loaded))
    except DocumentError as problem:
        assert str(problem) and max(map(len, str(problem).splitlines())) < 2000
        return
    for table in TABLES:
        for row in facts.rows(table):
            assert facts.document.text[row["start"] : row["end"]] == row["quote"], row
        export.to_csv(facts, table)
    facts.to_json().encode()
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b]|<script", markup.article(facts))


def _bytes(chance: random.Random, text: str) -> bytes:
    raw = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.2:
        at = chance.randrange(len(raw) + 1)
        raw = raw[:at] + chance.choice(BYTES) + raw[at:]
    return raw


def _toml(value: object) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return str(value) if isinstance(value, int | float) else json.dumps("" if value is None else value)


#: What is tried of every ten inputs, besides texts.
OTHERS: dict[int, Callable[[random.Random], None]] = {3: page, 5: sidecar, 7: fixes, 9: names}


def calls(text: str) -> int:
    """How many functions are called while a text is read, all tables and the JSON included."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        ftz.parse(text, published=PUBLISHED).to_json()
    finally:
        sys.setprofile(None)
    return count


def main(rounds: int, seed: int = 1) -> int:
    """Fuzz, print the figures and each input that failed; return how many did."""
    failed, work = 0, []
    for number, text in enumerate(mutants(rounds, seed)):
        other = OTHERS.get(number % 10)
        try:
            check(text) if other is None else other(random.Random(f"{seed}/{number}"))
        except Exception as problem:
            failed += 1
            kind = f"{text[:400]!r}" if other is None else other.__name__
            print(f"{seed}/{number}: {type(problem).__name__}: {str(problem)[:200]}\n{kind}", flush=True)
        if number % 10 == 0 and len(text) >= 500:
            work.append((calls(text) / len(text), number))
    work.sort()
    slowest, median = work[-1], work[len(work) // 2]
    print(f"{rounds} inputs, seed {seed}: {failed} failed; calls a character: median {median[0]:.0f}, "
          f"most {slowest[0]:.0f} (input {seed}/{slowest[1]})")  # fmt: skip
    return failed


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
