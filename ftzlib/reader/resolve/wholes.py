"""Which number is a part of which: *96* of *106 tasks*, *13* of *68 innovations*.

Links a number to the whole that the text gives it, nearest candidate first; a bare number that no
rule can link is dropped.
"""

from collections.abc import Callable, Sequence

from ftzlib.grammar import lexicon
from ftzlib.reader import phrases, syntax
from ftzlib.reader.mentions import Measure
from ftzlib.reader.resolve import ellipsis, partitives
from ftzlib.reader.resolve.candidates import BACK, FAR_BACK, Link, nearest, sentence_of
from ftzlib.text.tokens import Tokens


def resolve(tokens: Tokens, measures: Sequence[Measure]) -> dict[int, Link]:
    """Return the link of each measure that has one, by its index."""
    tags = syntax.grammar().tag(tokens)
    links: dict[int, Link] = {}
    for n, measure in enumerate(measures):
        # Most rules are for numbers that leave out what they count; the others are few.
        for rule in RULES if measure.amount.unit is None else RULES_OF_FULL:
            link = rule(tokens, tags, measures, n, links)
            if link:
                links[n] = link
                break
    return links


def _goes_on(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*..., seven on file with ministries and 29 in the province*: the chain's whole."""
    before = links.get(n - 1)
    amount = measures[n].amount
    if (
        measures[n].change
        or before is None
        or before.whole is None
        or before.whole > n
        or sentence_of(tokens, measures, n) != sentence_of(tokens, measures, n - 1)
    ):
        return None
    if amount.unit is not None and (amount.unit != measures[n - 1].amount.unit or before.rule != "of which"):
        return None
    if amount.unit is not None and amount.noun:
        return None
    return Link(before.whole, before.same if before.same is not None else before.whole, "goes on")


def _trade(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*exports accounted for 794.9 billion yuan of the total*: parts of the trade stated before."""
    measure = measures[n]
    if (
        (measure.indicator or "").lower() not in lexicon.words("links", "trade_parts")
        or measure.change
        or measure.amount.unit in (None, "percent")
    ):
        return None
    for m in range(n - 1, max(n - 1 - FAR_BACK, -1), -1):
        other = measures[m]
        if sentence_of(tokens, measures, n) - sentence_of(tokens, measures, m) > BACK - 1:
            return None
        trade = (other.indicator or "").lower()
        if (
            other.amount.unit == measure.amount.unit
            and any(word in trade for word in lexicon.words("links", "trade"))
            and other.amount.value >= measure.amount.value
        ):
            return Link(m, None, "part of trade") if not other.change else None
    return None


def _with(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*68 innovations with 13 being promoted*."""
    amount = measures[n].amount
    at = phrases.back_over_mods(tokens, amount.first)
    if amount.unit is not None or tokens.words[at] not in ("with", "including"):
        return None
    whole = nearest(measures, n, links, tokens)
    return Link(whole, whole, "with N") if whole is not None else None


def _bare(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*and 96 have been implemented*, *So far 21 have been put into practice*."""
    amount = measures[n].amount
    fraction = amount.unit == "percent" and amount.last == amount.number  # *and half have been copied*
    if not (amount.unit is None or fraction) or not _is_predicated(tokens, tags, amount.last):
        return None
    whole = nearest(measures, n, links, tokens)
    if whole is None:
        return None
    again = tokens.words[amount.first - 1] == "all" and measures[whole].amount.value == amount.value
    return Link(None if again else whole, whole, "bare number")


def _is_predicated(tokens: Tokens, tags: str, at: int) -> bool:
    tag = tags[at]
    if tag in syntax.letters("aux"):
        return True
    return tag in syntax.letters("verb", "adverb", "rise", "fall") and tokens.words[at] not in lexicon.words(
        "links", "unpredicated"
    )


RULES: tuple[Callable[..., Link | None], ...] = (
    ellipsis.whole_of_area,
    ellipsis.followed,
    ellipsis.alternative,
    ellipsis.ones,
    ellipsis.year_by_year,
    partitives.of_whole,
    partitives.of_pointer,
    partitives.of_noun,
    partitives.opening,
    ellipsis.more,
    partitives.behind_pointer,
    _trade,
    ellipsis.beside,
    _with,
    _goes_on,
    _bare,
    ellipsis.unit_of_before,
)


#: For numbers that say what they count: the rules that supply it are of no use to them.
RULES_OF_FULL = tuple(
    rule
    for rule in RULES
    if rule
    not in (
        ellipsis.whole_of_area,
        ellipsis.followed,
        ellipsis.alternative,
        ellipsis.ones,
        ellipsis.year_by_year,
        partitives.opening,
        ellipsis.more,
        ellipsis.beside,
        _with,
        ellipsis.unit_of_before,
    )
)
