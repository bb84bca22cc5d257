"""Parts that say so with *of*: *95 percent of the 159 tasks*, *42 of them*, *of which 83*, *Of the 120, 38 lie ...*."""

from collections.abc import Sequence

from ftzlib.grammar import lexicon
from ftzlib.reader import phrases, syntax, units
from ftzlib.reader.mentions import Measure
from ftzlib.reader.resolve.candidates import FAR_BACK, Link, nearest
from ftzlib.text.tokens import Tokens


def of_whole(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*95 percent of the 159 reform tasks*, *12 of its 104 cases*."""
    if n + 1 == len(measures):
        return None
    amount, following = measures[n].amount, measures[n + 1].amount
    gap = tokens.words[amount.last : following.first]
    gap = gap[1:] if gap[:2] == ["out", "of"] else gap
    if not gap or gap[0] != "of" or len(gap) > 5 or (following.unit is None and amount.unit not in units.AREAS):
        return None
    same = n + 1 if amount.unit is None or amount.unit == "percent" else None
    return (
        Link(n + 1, same, "of the N")
        if syntax.letters("comma", "and", "stop").isdisjoint(tags[amount.last : following.first])
        else None
    )


def of_pointer(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*2,432 of which*, *42 of them*, *90 percent of it*."""
    amount = measures[n].amount
    words = tokens.words[amount.last : amount.last + 3]
    if words[:1] != ["of"] or (words[1] not in lexicon.words("links", "pointers") and words[1:3] != ["the", "total"]):
        return None
    counts = words[1] in lexicon.words("links", "counted_pointers") or (amount.unit is None and words[1] != "it")
    whole = nearest(measures, n, links, tokens, counts=counts)
    return Link(whole, whole, "of which") if whole is not None else None


def of_noun(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
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


def opening(tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]) -> Link | None:
    """*Of the 120 square kilometers, 38 lie in Hangzhou*: the number that opens the sentence is the whole."""
    if measures[n].amount.unit is not None:
        return None
    first = tokens.bounds(tokens.sentence_at(measures[n].amount.first))[0]
    if tokens.words[first] not in ("of", "among"):
        return None
    whole = n
    while whole and measures[whole - 1].amount.first > first:
        whole -= 1
    return Link(whole, whole, "of which") if measures[whole].amount.first - first <= 2 and whole < n else None


def behind_pointer(
    tokens: Tokens, tags: str, measures: Sequence[Measure], n: int, links: dict[int, Link]
) -> Link | None:
    """*of which 83 have been completed*, *of these, two ...*, *Of the total, ...*."""
    amount = measures[n].amount
    if measures[n].change:
        return None
    words = tokens.words
    behind = measures[n - 1].amount.last if n else 0
    behind += 2 * (
        words[behind] == "of" and words[behind + 1] in lexicon.words("links", "pointers")
    )  # *83 of which ... and 14*
    first = max(tokens.bounds(tokens.sentence_at(amount.first))[0], behind)
    for at in range(amount.first - 1, first - 1, -1):
        if words[at] in lexicon.words("links", "before_pointer") and (
            words[at + 1] in lexicon.words("links", "opening_pointers") or words[at + 1 : at + 3] == ["the", "total"]
        ):
            whole = nearest(measures, n, links, tokens)
            if whole is None or (measures[whole].amount.unit != amount.unit and amount.unit not in (None, "percent")):
                return None
            return Link(whole, whole if amount.unit is None else None, "of which")
        if words[at] == "including" and amount.unit is None:
            whole = nearest(measures, n, links, tokens)
            return Link(whole, whole, "including") if whole is not None else None
    return None
