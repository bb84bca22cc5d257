"""What a number may go back to: the numbers before it, nearest first, each with why it is no whole.

Leaves    out what is a share, a conversion, the size of a change, or a part itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ftzlib.reader.mentions import Measure
from ftzlib.text.tokens import Tokens

TOO_LARGE = 10_000
FAR_BACK = 60  # numbers that any may go back over: a sentence of a thousand numbers says nothing
BACK = 3  # sentences that a bare number may go back


class Link(NamedTuple):
    """What a number goes back to.

    Attributes
    ----------
    whole : int or None
        Index of the measure that it is a part of.
    same : int or None
        Index of the measure that gives unit and indicator, where the number leaves them out.
    rule : str
    """

    whole: int | None
    same: int | None
    rule: str


def candidates(
    measures: Sequence[Measure], n: int, links: Mapping[int, Link], tokens: Tokens, *, counts: bool = False
) -> Iterator[tuple[int, str]]:
    """Yield the numbers that measure `n` may go back to, nearest first, each with why it is none, or nothing."""
    for m in range(n - 1, max(n - 1 - FAR_BACK, -1), -1):
        if sentence_of(tokens, measures, n) - sentence_of(tokens, measures, m) > BACK:
            return
        yield m, _refusal(measures, n, m, links, tokens, counts)


def nearest(
    measures: Sequence[Measure], n: int, links: dict[int, Link], tokens: Tokens, *, counts: bool = False
) -> int | None:
    """The nearest number before that can be a whole: a count or sum that is no share, change or part."""
    return next((m for m, refusal in candidates(measures, n, links, tokens, counts=counts) if not refusal), None)


def _refusal(
    measures: Sequence[Measure], n: int, m: int, links: Mapping[int, Link], tokens: Tokens, counts: bool
) -> str:
    other, link = measures[m], links.get(m)
    if other.change:
        return "is the size of a change"
    behind = tokens.words[other.amount.last : other.amount.last + 3]
    if "earlier" in behind and tokens.words[other.amount.first - 1] == "from":
        return "is of an earlier time"
    if other.rule == "conversion in brackets":
        return "is a conversion"
    if counts and other.amount.unit not in (None, "count"):
        return "counts nothing"
    if measures[n].amount.unit is None and other.amount.value > TOO_LARGE * measures[n].amount.value:
        return "is more than ten thousand times as large"  # *48 billion yuan. Fifteen have ...*: of something else
    if other.amount.unit in ("percent", "percentage_points", "times"):
        return "is a share or a multiple"
    if other.amount.unit is None and link is None:
        return "goes back to nothing itself"
    if link and link.whole is not None and link.rule in ("goes on", "with N"):
        return "is another part"
    if other.amount.value < measures[n].amount.value and _has_larger(measures, n, m, tokens):
        return "is smaller, and its sentence has a larger one"
    return ""


def _has_larger(measures: Sequence[Measure], n: int, m: int, tokens: Tokens) -> bool:
    """A whole is larger than its part: pass over a smaller number where the sentence has a larger one."""
    sentence = sentence_of(tokens, measures, m)
    for k in range(m - 1, max(m - 1 - FAR_BACK, -1), -1):
        if sentence_of(tokens, measures, k) != sentence:
            return False
        other = measures[k]
        if other.amount.unit == "count" and other.amount.value >= measures[n].amount.value and not other.change:
            return True
    return False


def sentence_of(tokens: Tokens, measures: Sequence[Measure], n: int) -> int:
    """Return the number of the sentence that a measure stands in."""
    return tokens.sentence_at(measures[n].amount.first)


def with_parts(linked: Mapping[int, Link]) -> set[int]:
    """Return the measures that a part with *of* goes back to."""
    return {link.whole for link in linked.values() if link.whole is not None and link.rule == "of the N"}
