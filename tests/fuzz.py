"""Fuzzes the parser: mutates the corpus, and watches for crashes, loose rows, unlike bytes and superlinear work.

Run as ``python tests/fuzz.py ROUNDS [SEED]``; each input follows from the seed and its number, so that it can be had again.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import ftzlib as ftz
from ftzlib.facts import export
from ftzlib.facts.records import TABLES
from ftzlib.facts.tables import Facts

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
    text = _stretch(chance, chance.choice(TEXTS), 2000)
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
        try:
            check(text)
        except Exception as problem:
            failed += 1
            print(f"{seed}/{number}: {type(problem).__name__}: {str(problem)[:200]}\n{text[:400]!r}")
        if number % 10 == 0 and len(text) >= 500:
            work.append((calls(text) / len(text), number))
    work.sort()
    slowest, median = work[-1], work[len(work) // 2]
    print(f"{rounds} inputs, seed {seed}: {failed} failed; calls a character: median {median[0]:.0f}, "
          f"most {slowest[0]:.0f} (input {seed}/{slowest[1]})")  # fmt: skip
    return failed


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
