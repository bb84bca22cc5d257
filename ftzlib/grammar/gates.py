"""Which rules of a table may hold somewhere, told from single letters: most are never tried.

Several rules are one number, with a bit for each. For what each rule asks of a text (a letter beside the thing that it
is about, the letters that it needs) a letter has the number of those that it suits; the rules that may hold are in all.
"""

from collections.abc import Iterator, Sequence

from ftzlib.grammar.layers import BITS
from ftzlib.grammar.patterns import OPEN, Letters, Piece, either
from ftzlib.grammar.words import Memo

DEPTH = 3  # so many of a rule's needs are asked for, the rarest
FEW = 1  # rules that are sooner tried than asked for their needs


class Gates:
    """The rules of a table, by what their patterns ask of a text."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._before = _suited([piece.before for piece in pieces])
        self._about = _suited([piece.asked or OPEN for piece in pieces])
        self._behind = _suited([piece.behind for piece in pieces])
        needs = [(*sorted(piece.needs, key=int.bit_count), *[OPEN] * DEPTH) for piece in pieces]
        self._serves = _suited([need[n] for n in range(DEPTH) for need in needs])
        self._shift = len(pieces)

    def beside(self, around: str, at: int) -> Iterator[int]:
        """Yield the rules that may hold in `around` for the thing at a place of it."""
        beside = self._before[around[at - 1 : at]] & self._about[around[at]] & self._behind[around[at + 1 : at + 2]]
        return numbers(beside & self.served(around) if beside.bit_count() > FEW else beside)

    def served(self, tags: str) -> int:
        """Return the rules that find in a text the letters that they need."""
        served = either(map(self._serves.__getitem__, set(tags)))
        return served & served >> self._shift & served >> 2 * self._shift


def numbers(rules: int) -> Iterator[int]:
    """Yield the numbers of some rules, in order."""
    while rules:
        yield (rules & -rules).bit_length() - 1
        rules &= rules - 1


def _suited(asked: Sequence[Letters]) -> Memo[int]:
    """Return of each letter which rules it suits; what is asked of each stands in order."""
    free = sum(1 << n for n, letters in enumerate(asked) if letters & OPEN)
    bound = [(1 << n, letters) for n, letters in enumerate(asked) if not letters & OPEN]
    return Memo(lambda letter: sum((bit for bit, letters in bound if letters & BITS[letter]), free))
