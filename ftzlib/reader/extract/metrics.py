"""What each amount counts or measures, and how far it has come.

Finds     the measurand of each amount, its status, change and scope.
Leaves    what a bare number goes back to, wholes, zones and speakers to `ftzlib.reader.resolve`.
Example   "has formed 68 innovations" -> 68 innovations, formed
"""

from collections.abc import Sequence

from ftzlib.reader import levels, measurand, numbers, numerals, phrases, plans, scopes, statuses, syntax
from ftzlib.reader.mentions import SAME, Amount, Measure
from ftzlib.text.tokens import Tokens

NEAR = 12  # words behind a number in which its scope stands

FAR = 25  # ... behind *12 of the 104 experiences that were promoted nationwide*


def find(tokens: Tokens, amounts: Sequence[Amount]) -> list[Measure]:
    """Return one measure for each amount, in order."""
    tags = syntax.grammar().tag(tokens)
    found: list[Measure] = []
    for n, amount in enumerate(amounts):
        following = amounts[n + 1] if n + 1 < len(amounts) else None
        earlier = _outside(tokens, tags, found, amount)
        measure = _measure(tokens, tags, amount, found[earlier] if found else None, following)
        if measure.indicator == SAME and earlier + 1 < n:  # an aside stands between
            measure = measure._replace(indicator=_said(found, earlier))
        found.append(measure)
    return found


def _outside(tokens: Tokens, tags: str, found: Sequence[Measure], amount: Amount) -> int:
    """Return the measure before `amount`, those passed over that an aside in brackets between them holds."""
    n, end = len(found) - 1, amount.first
    while n > 0 and found[n].rule != "conversion in brackets" and _is_closed(tags, found[n].amount.last, end):
        n, end = n - 1, found[n].amount.first
    return n


def _is_closed(tags: str, first: int, last: int) -> bool:
    """Tell whether a bracket closes between two tokens that does not open there."""
    close, opened = syntax.letters("close"), syntax.letters("open")
    bracket = next((at for at in range(first, last) if tags[at] in close | opened), None)
    return bracket is not None and tags[bracket] in close


def _said(found: Sequence[Measure], n: int) -> str | None:
    """What a measure says of itself or, with `SAME`, the one before it."""
    while n > 0 and found[n].indicator == SAME:
        n -= 1
    return None if found[n].indicator == SAME else found[n].indicator


def _measure(tokens: Tokens, tags: str, amount: Amount, earlier: Measure | None, following: Amount | None) -> Measure:
    before = earlier.amount if earlier else None
    if earlier and before and measurand.is_conversion(tokens, amount, before):
        less = "decrease" if numerals.minus(tokens, amount.first) is not None else None  # *3 billion yuan (-3.5%)*
        return earlier._replace(amount=amount, indicator=SAME, change=less, rule="conversion in brackets")
    indicator, rule = measurand.find(tokens, tags, amount, before, following)
    if amount.unit == "times" and before and tokens.words[before.last : amount.first] == [","]:
        indicator, rule = SAME, "multiple of the amount before"  # *$410 million, 1.6 times the figure of 2023*
    level = amount.unit is None and (
        levels.level(tokens, tags, amount, before) or levels.from_to(tokens, tags, amount, following, before)
    )
    if level:
        amount, indicator, rule = amount._replace(unit="count"), level, "level of its subject"
    end = tokens.breaks[tokens.sentence_at(amount.first)]
    reach = min(end, following.first if following else end, amount.last + NEAR)
    of_whole = tokens.words[amount.last] == "of"
    opens = tokens.bounds(tokens.sentence_at(amount.first))[0]  # *Of the 78 policies, 74 have been implemented*
    is_whole = (before is not None and measurand.is_of_whole(tokens, before, amount)) or (
        tokens.words[opens] in ("of", "among") and 1 <= amount.first - opens <= 2
    )
    first, last = amount.first, amount.last
    if level and tokens.words[at := phrases.back_over_mods(tokens, first)] in (":", "："):
        first = at  # *Tasks assigned: 165*: the label's verb says how far they have come
    may_have = amount.unit != numbers.TIMES and (indicator in (None, SAME) or statuses.has_status(indicator))
    return Measure(
        amount,
        indicator,
        statuses.status(tokens, tags, first, last, of_whole=of_whole, is_whole=is_whole) if may_have else None,
        plans.is_planned(tokens, tags, amount, first, earlier),
        _change(tokens, tags, amount, earlier, following, rule),
        scopes.scope(tokens, last, min(end, last + FAR) if of_whole else reach),
        rule,
    )


def _change(
    tokens: Tokens, tags: str, amount: Amount, earlier: Measure | None, following: Amount | None, rule: str
) -> str | None:
    less = numerals.minus(tokens, amount.first)
    if less is not None and amount.value > 0 and (amount.unit != "count" or tokens.words[less] != "–"):
        return "decrease"
    if amount.unit == "percent" and tokens.words[amount.first - 1] == "+" and tokens.joined(amount.first):
        return "increase"
    if amount.unit == "count" and amount.noun and tokens.words[amount.first - 1] not in ("by", "of"):
        return None
    found = numbers.change(tokens, amount.first, amount.last)
    before = earlier.amount if earlier else None
    if found or earlier is None or before is None or amount.unit != before.unit:
        return found
    if measurand.in_a_row(tokens, before, amount, following) or rule == "elided verb":
        return earlier.change
    # *rose 3 and 5 percent*; *output rose by 34.6 percent, and trade by 128.9 percent*
    gap = tokens.words[before.last : amount.first]
    near = tokens.sentence_at(before.first) == tokens.sentence_at(amount.first)
    near = near and numerals.minus(tokens, before.first) is None  # *between -2 and 3 percent*
    ranged = before.last == before.number and gap in (["and"], ["to"], ["-"], ["–"], ["or"])  # *rose 20-30 percent*
    joined = ranged or gap == ["and"] or gap[-1:] == ["by"] or "followed" in gap
    return earlier.change if near and joined else None
