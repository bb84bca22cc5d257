"""Numbers that leave out what they count, and are no part of the number that says it.

Finds     *compared with 41 in 2019*, *followed by Fuzhou with 22*, *300,000 more than a year earlier*,
          *cut from 10 days to three*.
Leaves    parts of a whole to `ftzlib.reader.resolve.wholes`.
"""

from collections.abc import Sequence

from ftzlib.grammar import lexicon
from ftzlib.reader import phrases, syntax
from ftzlib.reader.mentions import Measure
from ftzlib.reader.resolve.candidates import FAR_BACK, Link, nearest, sentence_of
from ftzlib.text.tokens import Tokens


def whole_of_area(
    tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]
) -> Link | None:
    """*5.76 square kilometers of the zone's 119.95*, *out of 119.95*: the whole leaves the unit out."""
    before = links.get(n - 1)
    bare = measures[n].amount.unit is None and before is not None and before.whole == n
    return Link(None, n - 1, "unit of its part") if bare else None


def followed(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*Xiamen led with 31 cases, followed by Fuzhou with 22 and Pingtan with nine*: each counts its own."""
    if measures[n].amount.unit is not None or not n:
        return None
    gap = tokens.words[measures[n - 1].amount.last : measures[n].amount.first]
    before = links.get(n - 1)
    goes_on = before is not None and before.rule == "followed by" and gap[:1] in (["and"], [","])
    return Link(None, n - 1, "followed by") if "followed" in gap or goes_on else None


def alternative(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*whether the loop needs two ships or three*: of the same thing."""
    bare = n and measures[n].amount.unit is None and measures[n - 1].amount.noun
    gap = tokens.words[measures[n - 1].amount.last : measures[n].amount.first]
    closed = tags[measures[n].amount.last] in syntax.letters("comma", "stop", "end", "close", "quote")
    return Link(None, n - 1, "or N") if bare and gap == ["or"] and closed else None


def ones(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*31 projects were completed, and 42 new ones were signed*: of the same kind, and no part of them."""
    if tokens.words[measures[n].amount.last - 1] != "ones":
        return None
    same = next((m for m in range(n - 1, max(n - 1 - FAR_BACK, -1), -1) if measures[m].amount.unit != "times"), None)
    near = same is not None and sentence_of(tokens, measures, n) == sentence_of(tokens, measures, same)
    return Link(None, same, "new ones") if near else None


def year_by_year(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*300 firms in 2019 and 500 in 2020*: each of its own year."""
    if measures[n].amount.unit is not None or not n:
        return None
    before, here = measures[n - 1].amount.last, measures[n].amount
    dated = all(
        tokens.words[at] == "in" and syntax.is_time(tags[at + 1], tokens.words[at + 1]) for at in (before, here.last)
    )
    near = sentence_of(tokens, measures, n) == sentence_of(tokens, measures, n - 1)
    return Link(None, n - 1, "year by year") if dated and near else None


def more(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*4.2 million TEUs, 300,000 more than a year earlier*: of the same as the number before."""
    amount = measures[n].amount
    compared = tokens.words[amount.last] in lexicon.words("links", "more") and tokens.words[amount.last + 1] == "than"
    near = n and sentence_of(tokens, measures, n) == sentence_of(tokens, measures, n - 1)
    return Link(None, n - 1, "more than before") if amount.unit is None and compared and near else None


def beside(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*compared with 41 in 2019*, *on top of 349 already replicated*: the same thing, and no part of it."""
    amount = measures[n].amount
    if amount.unit is not None:
        return None
    at = phrases.back_over_mods(tokens, amount.first)
    pair = " ".join(tokens.words[max(at - 1, 0) : at + 1])
    if pair not in lexicon.words("links", "beside_pairs") and tokens.words[at] not in lexicon.words("links", "beside"):
        return None
    same = nearest(measures, n, links, tokens)
    return Link(None, same if same is not None else n - 1, "beside") if n else None


def unit_of_before(
    tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]
) -> Link | None:
    """*cut from 10 days to three*, *used to take 15 days and now takes no more than two*."""
    amount = measures[n].amount
    if amount.unit is not None or not n or sentence_of(tokens, measures, n) != sentence_of(tokens, measures, n - 1):
        return None
    at = phrases.back_over_mods(tokens, amount.first)
    closed = tags[amount.last] in syntax.letters("comma", "stop", "end", "close", "conj", "and", "prep", "quote", "by")
    closed |= tokens.words[amount.last + 1] in lexicon.words("links", "ago")  # *up from about 700 three years ago*
    if not closed or tokens.words[at] not in lexicon.words("links", "unit_of_before"):
        return None
    same = n - 1
    while same in links and links[same].same is not None and measures[same].amount.unit is None:
        same = links[same].same or 0
    return Link(None, same, "unit of the amount before") if measures[same].amount.unit else None
