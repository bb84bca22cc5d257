"""Patterns over classes of words, read part by part: how each is spelt in letters, and what it asks of a text.

A pattern is written in names (see `ftzlib.grammar.layers`), and is matched by `re` over a string with one letter a
token. What it asks for in any case (a letter that it needs, letters that it begins with, those beside the thing that it
asks about) says where it cannot fit, so that most rules are never tried.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple, TypeAlias

MANY = 1 << 20  # words: no bound
Letters: TypeAlias = int  # a set of them, as a bit for each
#: Stands among letters for "whatever is beside it", where a piece may be empty or says nothing of its edge.
OPEN: Letters = 1
_PART = re.compile(
    r"\s*(?:(?P<behind>\(\?<[!=][^)]+\))|(?P<open>\(\?[!=]|(?:[a-z]+:)?\()|(?P<end>[|)])|(?P<edge>[\^$])"
    r"|(?P<least>[*+?]|\{[\d,]+\})(?P<greed>[?+]?)"
    r'|(?P<item>!?(?:@?(?:\[[^\]]+\]|"[^"]+"|\w+)|@)))'
)


class Piece(NamedTuple):
    """A part of a pattern.

    Attributes
    ----------
    spelt : str
        In letters, for `re`.
    width : int
        Most words that it takes.
    starts, ends : set of letters
        Those that it may begin and end with.
    needs : tuple of sets of letters
        Of each it has one.
    asked : set of letters
        What it may ask about (``@``).
    before, behind : set of letters
        Those that may stand right beside that.
    ahead : int
        Most words that it takes before that.
    """

    spelt: str
    width: int = 0
    starts: Letters = OPEN
    ends: Letters = OPEN
    needs: tuple[Letters, ...] = ()
    asked: Letters = 0
    before: Letters = OPEN
    behind: Letters = OPEN
    ahead: int = MANY


def either(several: Iterable[Letters]) -> Letters:
    """Return the letters that are in any of several sets."""
    return reduce(or_, several, 0)


def read(text: str, item: Callable[[str], Piece]) -> Piece:
    """Read a pattern, of which `item` reads the names (``comma``, ``!"of"``, ``@[Bare Sum]``) and the groups."""
    branches: list[list[Piece]] = [[]]
    for group, part in _outermost(text.rstrip()):
        if group:
            branches[-1].append(item(group))
        elif part["end"]:
            branches.append([])
        elif part["least"]:
            branches[-1].append(_repeated(branches[-1].pop(), part["least"], part["greed"]))
        else:
            branches[-1].append(Piece(part["edge"]) if part["edge"] else item(part["behind"] or part["item"]))
    return _either([branch[0] if len(branch) == 1 else _sequence(branch) for branch in branches])


def _outermost(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the parts of a pattern that are in no group, and each group whole, with what closes it."""
    start, depth = 0, 0
    for part in _PART.finditer(text):
        if part["open"]:
            start, depth = start if depth else part.start("open"), depth + 1
        elif part["end"] == ")":
            depth -= 1
            if not depth:
                yield text[start : part.end()], part
        elif not depth:
            yield "", part


def group(text: str, item: Callable[[str], Piece]) -> Piece:
    """Read a group with its brackets, of which `item` reads what is in it."""
    opened = next(_PART.finditer(text))["open"]
    inner = read(text[len(opened) : -1], item)
    if opened == "(?=":
        return Piece(f"(?={inner.spelt})", starts=inner.starts)
    if opened == "(?!":
        return Piece(f"(?!{inner.spelt})")
    return inner._replace(spelt=f"(?P<{opened[:-2]}>{inner.spelt})" if opened != "(" else f"(?:{inner.spelt})")


def _sequence(pieces: Sequence[Piece]) -> Piece:
    """One piece after the other; where several ask about a thing, the last counts."""
    whole = Piece(
        "".join(piece.spelt for piece in pieces),
        sum(piece.width for piece in pieces),
        _edge(piece.starts for piece in pieces),
        _edge(piece.ends for piece in reversed(pieces)),
        tuple(need for piece in pieces for need in piece.needs),
    )
    at = next((at for at in reversed(range(len(pieces))) if pieces[at].asked), None)
    return whole if at is None else _asking(whole, pieces, at)


def _asking(whole: Piece, pieces: Sequence[Piece], at: int) -> Piece:
    """Say of pieces one after the other what the one at a place asks about."""
    return whole._replace(
        asked=pieces[at].asked,
        before=_edge((pieces[at].before, *(piece.ends for piece in reversed(pieces[:at])))),
        behind=_edge((pieces[at].behind, *(piece.starts for piece in pieces[at + 1 :]))),
        ahead=sum(piece.width for piece in pieces[:at]) + pieces[at].ahead,
    )


def _edge(edges: Iterable[Letters]) -> Letters:
    """Return the letters at one side of pieces of which the first has the first edge, and so on."""
    letters: Letters = 0
    for edge in edges:
        letters |= edge
        if not edge & OPEN:
            return letters & ~OPEN
    return letters | OPEN


def _either(branches: Sequence[Piece]) -> Piece:
    if len(branches) == 1:
        return branches[0]
    spelt, widths, starts, ends, needs, asked, before, behind, ahead = zip(*branches, strict=True)
    return Piece(
        "|".join(spelt),
        max(widths),
        either(starts),
        either(ends),
        (either(min(need, key=int.bit_count) for need in needs),) if all(needs) else (),
        either(asked),
        either(before),
        either(behind),
        max(ahead),
    )


def _repeated(piece: Piece, times: str, greed: str) -> Piece:
    least, several, most = {"?": "0,1", "*": "0,", "+": "1,"}.get(times, times[1:-1]).partition(",")
    # Python before 3.11.5 loses a match where what is repeated for good can itself go back (gh-106052)
    spelt = f"(?>{piece.spelt}{times})" if greed == "+" else piece.spelt + times + greed
    width = piece.width * int((most or MANY) if several else least)
    if least == "0":
        return Piece(spelt, width, piece.starts | OPEN, piece.ends | OPEN, asked=piece.asked)
    return piece._replace(spelt=spelt, width=width)
