"""Which number is a part of which: *96* of *106 tasks*, *13* of *68 innovations*.

Links a number to the whole that the text gives it, nearest candidate first; a bare number that no
rule can link is dropped.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ftzlib import modality, phrases, syntax, units
from ftzlib.mentions import Measure
from ftzlib.tokens import Tokens

FAR_BACK = 60  # numbers that *six of the cases* may go back
BACK = 3  # sentences that a bare number may go back

MORE = ("more", "fewer", "less", "higher", "lower")
POINTERS = ("which", "them", "these", "those", "it", "whom")

TRADE = ("trade", "imports and exports", "import and export", "exports and imports")


BESIDE = (["compared", "with"], ["compared", "to"], ["top", "of"], ["addition", "to"])


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


def _of_whole(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*95 percent of the 159 reform tasks*, *12 of its 104 cases*."""
    if n + 1 == len(measures):
        return None
    amount, following = measures[n].amount, measures[n + 1].amount
    gap = tokens.words[amount.last : following.first]
    if not gap or gap[0] != "of" or len(gap) > 5 or (following.unit is None and amount.unit not in units.AREAS):
        return None
    same = n + 1 if amount.unit is None or amount.unit == "percent" else None
    return (
        Link(n + 1, same, "of the N")
        if syntax.letters("comma").isdisjoint(tags[amount.last : following.first])
        else None
    )


def _whole_of_area(
    tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]
) -> Link | None:
    """*5.76 square kilometers of the zone's 119.95*: the whole leaves the unit out."""
    before = links.get(n - 1)
    bare = measures[n].amount.unit is None and before is not None and before.whole == n
    return Link(None, n - 1, "unit of its part") if bare else None


def _of_pointer(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*2,432 of which*, *42 of them*, *90 percent of it*."""
    amount = measures[n].amount
    words = tokens.words[amount.last : amount.last + 3]
    if words[:1] != ["of"] or (words[1] not in POINTERS and words[1:3] != ["the", "total"]):
        return None
    counts = amount.unit is None and words[1] != "it"
    whole = _whole(measures, n, links, tokens, counts=counts)
    return Link(whole, whole, "of which") if whole is not None else None


def _of_noun(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*Six of the cases*: the last number that counted cases."""
    amount = measures[n].amount
    if (amount.unit is not None and amount.unit != "percent") or tokens.words[amount.last] != "of":
        return None
    start = amount.last + 1
    while tags[start] in syntax.letters("det"):
        start += 1
    end = phrases.counted(tokens, tags, start)
    head = tokens.words[end - 1] if end else None
    for m in range(n - 1, max(n - FAR_BACK, 0) - 1, -1):
        noun = measures[m].amount.noun
        if head and noun and tokens.words[noun[1] - 1] == head:
            return Link(m, m, "of the same")
    return None


def _opening(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*Of the 120 square kilometers, 38 lie in Hangzhou*: the number that opens the sentence is the whole."""
    if measures[n].amount.unit is not None:
        return None
    first = tokens.bounds(tokens.sentence_at(measures[n].amount.first))[0]
    whole = n
    while whole and measures[whole - 1].amount.first > first:
        whole -= 1
    opened = tokens.words[first] in ("of", "among") and measures[whole].amount.first - first <= 2
    return Link(whole, whole, "of which") if opened and whole < n else None


def _behind_pointer(
    tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]
) -> Link | None:
    """*of which 83 have been completed*, *of these, two ...*, *Of the total, ...*."""
    amount = measures[n].amount
    if measures[n].change:
        return None
    first = max(tokens.bounds(tokens.sentence_at(amount.first))[0], measures[n - 1].amount.last if n else 0)
    words = tokens.words
    for at in range(amount.first - 1, first - 1, -1):
        if words[at] in ("of", "among", "from") and (
            words[at + 1] in POINTERS[:4] or words[at + 1 : at + 3] == ["the", "total"]
        ):
            whole = _whole(measures, n, links, tokens)
            if whole is None or (measures[whole].amount.unit != amount.unit and amount.unit not in (None, "percent")):
                return None
            return Link(whole, whole if amount.unit is None else None, "of which")
        if words[at] == "including" and amount.unit is None:
            whole = _whole(measures, n, links, tokens)
            return Link(whole, whole, "including") if whole is not None else None
    return None


def _goes_on(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*..., seven on file with ministries and 29 in the province*: the chain's whole."""
    before = links.get(n - 1)
    amount = measures[n].amount
    if (
        measures[n].change
        or before is None
        or before.whole is None
        or before.whole > n
        or _sentence(tokens, measures, n) != _sentence(tokens, measures, n - 1)
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
        (measure.indicator or "").lower() not in ("exports", "imports", "export", "import")
        or measure.change
        or measure.amount.unit in (None, "percent")
    ):
        return None
    for m in range(n - 1, -1, -1):
        other = measures[m]
        if _sentence(tokens, measures, n) - _sentence(tokens, measures, m) > BACK - 1:
            return None
        trade = (other.indicator or "").lower()
        if (
            other.amount.unit == measure.amount.unit
            and any(word in trade for word in TRADE)
            and other.amount.value >= measure.amount.value
        ):
            return Link(m, None, "part of trade") if not other.change else None
    return None


def _beside(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*compared with 41 in 2019*, *on top of 349 already replicated*: the same thing, and no part of it."""
    amount = measures[n].amount
    at = modality.back_over_mods(tokens, amount.first)
    before = tokens.words[max(at - 1, 0) : at + 1]
    if amount.unit is not None or (before not in BESIDE and tokens.words[at] not in ("against", "versus", "besides")):
        return None
    same = _whole(measures, n, links, tokens)
    return Link(None, same if same is not None else n - 1, "beside") if n else None


def _followed(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*Xiamen led with 31 cases, followed by Fuzhou with 22 and Pingtan with nine*: each counts its own."""
    if measures[n].amount.unit is not None or not n:
        return None
    gap = tokens.words[measures[n - 1].amount.last : measures[n].amount.first]
    before = links.get(n - 1)
    goes_on = before is not None and before.rule == "followed by" and gap[:1] in (["and"], [","])
    return Link(None, n - 1, "followed by") if "followed" in gap or goes_on else None


def _more(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*4.2 million TEUs, 300,000 more than a year earlier*: of the same as the number before."""
    amount = measures[n].amount
    compared = tokens.words[amount.last] in MORE and tokens.words[amount.last + 1] == "than"
    near = n and _sentence(tokens, measures, n) == _sentence(tokens, measures, n - 1)
    return Link(None, n - 1, "more than before") if amount.unit is None and compared and near else None


def _with(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*68 innovations with 13 being promoted*."""
    amount = measures[n].amount
    at = modality.back_over_mods(tokens, amount.first)
    if amount.unit is not None or tokens.words[at] not in ("with", "including"):
        return None
    whole = _whole(measures, n, links, tokens)
    return Link(whole, whole, "with N") if whole is not None else None


def _bare(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*and 96 have been implemented*, *So far 21 have been put into practice*."""
    amount = measures[n].amount
    fraction = amount.unit == "percent" and amount.last == amount.number  # *and half have been copied*
    if not (amount.unit is None or fraction) or not _is_predicated(tokens, tags, amount.last):
        return None
    whole = _whole(measures, n, links, tokens)
    if whole is None:
        return None
    again = tokens.words[amount.first - 1] == "all" and measures[whole].amount.value == amount.value
    return Link(None if again else whole, whole, "bare number")


def _is_predicated(tokens: Tokens, tags: str, at: int) -> bool:
    tag = tags[at]
    if tag in syntax.letters("aux"):
        return True
    return tag in syntax.letters("verb", "adverb", "rise", "fall") and tokens.words[at] not in (
        "to",
        "up",
        "down",
        "ago",
    )


def _unit_of_before(
    tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]
) -> Link | None:
    """*cut from 10 days to three*, *used to take 15 days and now takes no more than two*."""
    amount = measures[n].amount
    if amount.unit is not None or not n or _sentence(tokens, measures, n) != _sentence(tokens, measures, n - 1):
        return None
    at = modality.back_over_mods(tokens, amount.first)
    closed = tags[amount.last] in syntax.letters("comma", "stop", "end", "close", "conj", "and", "prep", "quote", "by")
    if not closed or tokens.words[at] not in (
        "to",
        "takes",
        "take",
        "in",
        "only",
        "from",
        "into",
        "needs",
        "by",
        "within",
        "than",
    ):
        return None
    same = n - 1
    while same in links and links[same].same is not None and measures[same].amount.unit is None:
        same = links[same].same or 0
    return Link(None, same, "unit of the amount before") if measures[same].amount.unit else None


RULES: tuple[Callable[..., Link | None], ...] = (
    _whole_of_area,
    _followed,
    _of_whole,
    _of_pointer,
    _of_noun,
    _opening,
    _more,
    _behind_pointer,
    _trade,
    _beside,
    _with,
    _goes_on,
    _bare,
    _unit_of_before,
)


#: For numbers that say what they count: the rules that supply it are of no use to them.
RULES_OF_FULL = tuple(
    rule for rule in RULES if rule not in (_whole_of_area, _followed, _opening, _more, _beside, _with, _unit_of_before)
)


def _sentence(tokens: Tokens, measures: Sequence[Measure], n: int) -> int:
    return tokens.sentence_at(measures[n].amount.first)


def _whole(
    measures: Sequence[Measure], n: int, links: dict[int, Link], tokens: Tokens, *, counts: bool = False
) -> int | None:
    """The nearest number before that can be a whole: a count or sum that is no share, change or part."""
    return next((m for m, refusal in candidates(measures, n, links, tokens, counts=counts) if not refusal), None)


def candidates(
    measures: Sequence[Measure], n: int, links: Mapping[int, Link], tokens: Tokens, *, counts: bool = False
) -> Iterator[tuple[int, str]]:
    """Yield the numbers that measure `n` may go back to, nearest first, each with why it is none, or nothing."""
    for m in range(n - 1, -1, -1):
        if _sentence(tokens, measures, n) - _sentence(tokens, measures, m) > BACK:
            return
        yield m, _refusal(measures, n, m, links, tokens, counts)


def _refusal(
    measures: Sequence[Measure], n: int, m: int, links: Mapping[int, Link], tokens: Tokens, counts: bool
) -> str:
    other, link = measures[m], links.get(m)
    if other.change:
        return "is the size of a change"
    if other.rule == "conversion in brackets":
        return "is a conversion"
    if counts and other.amount.unit not in (None, "count"):
        return "counts nothing"
    if other.amount.unit in ("percent", "percentage_points"):
        return "is a share"
    if other.amount.unit is None and link is None:
        return "goes back to nothing itself"
    if link and link.whole is not None and link.rule in ("goes on", "with N"):
        return "is another part"
    if other.amount.value < measures[n].amount.value and _has_larger(measures, n, m, tokens):
        return "is smaller, and its sentence has a larger one"
    return ""


def _has_larger(measures: Sequence[Measure], n: int, m: int, tokens: Tokens) -> bool:
    """A whole is larger than its part: pass over a smaller number where the sentence has a larger one."""
    sentence = _sentence(tokens, measures, m)
    for k in range(m - 1, -1, -1):
        if _sentence(tokens, measures, k) != sentence:
            return False
        other = measures[k]
        if other.amount.unit == "count" and other.amount.value >= measures[n].amount.value and not other.change:
            return True
    return False


def with_parts(linked: Mapping[int, Link]) -> set[int]:
    """Return the measures that a part with *of* goes back to."""
    return {link.whole for link in linked.values() if link.whole is not None and link.rule == "of the N"}
