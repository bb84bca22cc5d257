"""What a number may go back to: the numbers before it, nearest first, each with why it is no whole.

Leaves    out what is a share, a conversion, the size of a change, or a part itself; and for a number without a word
          that points to its whole what stands in another paragraph, is smaller or counts nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ftzlib.facts import checks
from ftzlib.reader.mentions import Amount, Measure
from ftzlib.text.tokens import Tokens

TOO_LARGE = 10_000
FAR_BACK = 60  # numbers that any may go back over: a sentence of a thousand numbers says nothing
BACK = 3  # sentences that a bare number may go back
SHARES = ("percent", "percentage_points", "times")


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
    measures: Sequence[Measure],
    n: int,
    links: Mapping[int, Link],
    tokens: Tokens,
    *,
    counts: bool = False,
    sure: bool = True,
    part: bool = True,
    back: int = BACK,
) -> Iterator[tuple[int, str]]:
    """Yield the numbers that measure `n` may go back to, nearest first, each with why it is none, or nothing.

    Parameters
    ----------
    counts : bool
        Whether it must count things.
    sure : bool
        Whether a word points to it (*of which*), so that the two may disagree.
    part : bool
        Whether measure `n` is a part of it, or only of the same thing.
    back : int
        Sentences that it may be away.
    """
    here = sentence_of(tokens, measures, n)
    for m in range(n - 1, max(n - 1 - FAR_BACK, -1), -1):
        there = sentence_of(tokens, measures, m)
        if here - there > back:
            return
        apart = not sure and tokens.sentences[here].paragraph != tokens.sentences[there].paragraph
        yield (
            m,
            "stands in another paragraph"
            if apart
            else _refusal(measures, n, m, links, tokens, counts, sure or not part),
        )


def nearest(
    measures: Sequence[Measure],
    n: int,
    links: Mapping[int, Link],
    tokens: Tokens,
    *,
    counts: bool = False,
    sure: bool = True,
    part: bool = True,
    back: int = BACK,
) -> int | None:
    """The nearest number before that can be a whole: a count or sum that is no share, change or part."""
    tried = candidates(measures, n, links, tokens, counts=counts, sure=sure, part=part, back=back)
    return next((m for m, refusal in tried if not refusal), None)


def _refusal(
    measures: Sequence[Measure],
    n: int,
    m: int,
    links: Mapping[int, Link],
    tokens: Tokens,
    counts: bool,
    sure: bool,
) -> str:
    other, link, amount = measures[m], links.get(m), measures[n].amount
    if other.change:
        return "is the size of a change"
    behind = tokens.words[other.amount.last : other.amount.last + 3]
    if "earlier" in behind and tokens.words[other.amount.first - 1] == "from":
        return "is of an earlier time"
    if other.rule == "conversion in brackets":
        return "is a conversion"
    if counts and other.amount.unit not in (None, "count"):
        return "counts nothing"
    if amount.unit is None and other.amount.value > TOO_LARGE * amount.value:
        return "is more than ten thousand times as large"  # *48 billion yuan. Fifteen have ...*: of something else
    if other.amount.unit in SHARES:
        return "is a share or a multiple"
    if not alike(amount, other.amount):
        return "is of another unit"
    if other.amount.unit is None and link is None:
        return "goes back to nothing itself"
    later = sentence_of(tokens, measures, n) > sentence_of(tokens, measures, m)
    if link and link.whole is not None and link.rule in ("goes on", "with N", *(["including"] if later else [])):
        return "is another part"
    return _too_small(measures, n, m, tokens, sure)


def _too_small(measures: Sequence[Measure], n: int, m: int, tokens: Tokens, sure: bool) -> str:
    if holds(measures[m].amount, measures[n].amount):
        return ""
    if not sure:
        return "is smaller"
    return "is smaller, and its sentence has a larger one" if _has_larger(measures, n, m, tokens) else ""


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


def alike(part: Amount, whole: Amount) -> bool:
    """Tell whether the units let one number be a part of another: tasks are none of an area, nor of a share."""
    if whole.unit in SHARES or part.unit == "percentage_points":
        return False
    return None in (part.unit, whole.unit) or part.unit == "percent" or checks.ratio(part.unit, whole.unit) is not None


def holds(whole: Amount, part: Amount) -> bool:
    """Tell whether a number is large enough to have another as a part; of a share any is."""
    ratio = 1 if None in (part.unit, whole.unit) else checks.ratio(part.unit, whole.unit)
    return ratio is None or part.value * ratio <= whole.value


def top(links: Mapping[int, Link], m: int) -> int:
    """Return the whole of the whole of number `m`, and so on: what *the total* is."""
    for _ in range(FAR_BACK):
        link = links.get(m)
        if link is None or link.whole is None:
            break
        m = link.whole
    return m


def sentence_of(tokens: Tokens, measures: Sequence[Measure], n: int) -> int:
    """Return the number of the sentence that a measure stands in."""
    return tokens.sentence_at(measures[n].amount.first)


def with_parts(linked: Mapping[int, Link]) -> set[int]:
    """Return the measures that a part with *of* goes back to."""
    return {link.whole for link in linked.values() if link.whole is not None and link.rule == "of the N"}
