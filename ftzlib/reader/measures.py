"""What each amount counts or measures, and how far it has come.

Finds     the measurand of each amount, its status, change and scope.
Leaves    what a bare number goes back to, wholes, zones and speakers to `ftzlib.reader.metrics`.
Example   "has formed 68 innovations" -> 68 innovations, formed
"""

from collections.abc import Sequence

from ftzlib.reader import measurand, numbers, numerals, statuses, subjects, syntax
from ftzlib.reader.measurand import Place
from ftzlib.reader.mentions import SAME, Amount, Measure
from ftzlib.text.tokens import Tokens

NEAR = 12  # words behind a number in which its scope stands
IN_A_ROW = ("in a row", "one each", "one of several", "elided verb")  # whose change is that of the number before
FAR = 25  # ... behind *12 of the 104 experiences that were promoted nationwide*


def find(tokens: Tokens, amounts: Sequence[Amount]) -> list[Measure]:
    """Return one measure for each amount, in order."""
    tags, laid = syntax.tag(tokens), measurand.laid(tokens, amounts)
    found: list[Measure] = []
    for n, amount in enumerate(amounts):
        n_before = _outside(tags, found, amount)
        earlier = found[n_before] if found else None
        following = amounts[n + 1] if n + 1 < len(amounts) else None
        place = Place(tokens, tags, laid, amount, earlier.amount if earlier else None, following)
        indicator, rule = measurand.find(place)
        if indicator == SAME and "back" in rule:
            indicator = _said(found, _back(found, rule["back"]))
        elif indicator == SAME and n_before + 1 < n:  # an aside stands between
            indicator = _said(found, n_before)
        found.append(_measure(place, earlier, indicator, rule["name"]))
    return found


def _outside(tags: str, found: Sequence[Measure], amount: Amount) -> int:
    """Return the measure before `amount`, those passed over that an aside in brackets between them holds."""
    closes = syntax.part("closing")
    n, end = len(found) - 1, amount.first
    while n > 0 and found[n].rule != "conversion in brackets" and closes.match(tags, found[n].amount.last, end):
        n, end = n - 1, found[n].amount.first
    return n


def _back(found: Sequence[Measure], many: int) -> int:
    """*A and B reached 3 and 5 billion yuan, up 2 and 4 percent*: the measure so many before, conversions apart."""
    own = [n for n, measure in enumerate(found) if measure.rule != measurand.CONVERSION]
    return own[-many]


def _said(found: Sequence[Measure], n: int) -> str | None:
    """What a measure says of itself or, with `SAME`, the one before it."""
    said = (measure.indicator for measure in found[n::-1] if measure.indicator != SAME)
    return next(said, None)


def _measure(place: Place, earlier: Measure | None, indicator: str | None, rule: str) -> Measure:
    tokens, tags, _, amount, before, following = place
    if earlier and rule == measurand.CONVERSION:
        less = "decrease" if numerals.minus(tokens, amount.first) is not None else None  # *3 billion yuan (-3.5%)*
        return earlier._replace(amount=amount, indicator=SAME, change=less, rule=rule)
    first, last = amount.first, amount.last
    if rule == measurand.LEVEL:
        amount = amount._replace(unit="count")
        place = place._replace(amount=amount)
        if tokens.words[place.cue] == ":":
            first = place.cue  # *Tasks assigned: 165*: the label's verb says how far they have come
    opens, closes = tokens.bounds(tokens.sentence_at(first))
    of_whole = tags[last] in syntax.letters("of")
    reach = last + FAR if of_whole else min(following.first if following else closes, last + NEAR)
    # *half of its 129 tasks*, *Of the 78 policies, 74 have been implemented*
    is_whole = before is not None and subjects.is_of_whole(tokens, before, amount)
    is_whole |= measurand.rules().part("of_whole").fullmatch(place.laid, opens, amount.first) is not None
    may_have = amount.unit != numbers.TIMES and (indicator in (None, SAME) or statuses.has_status(indicator))
    return Measure(
        amount,
        indicator,
        statuses.status(tokens, first, last, of_whole=of_whole, is_whole=is_whole) if may_have else None,
        statuses.is_planned(tokens, amount, first, earlier),
        _change(place, earlier, rule),
        statuses.scope(tokens, last, min(closes, reach)),
        rule,
    )


def _change(place: Place, earlier: Measure | None, rule: str) -> str | None:
    tokens, tags, laid, amount, before, _ = place
    first, rules = amount.first, measurand.rules()
    less = numerals.minus(tokens, first)
    if less is not None and amount.value > 0 and (amount.unit != "count" or tokens.words[less] != "–"):
        return "decrease"
    if amount.unit == "percent" and tokens.words[first - 1] == "+" and tokens.joined(first):
        return "increase"
    if amount.unit == "count" and amount.noun and tags[first - 1] not in syntax.letters("by", "of"):
        return None
    found = numbers.change(tokens, amount)
    if found or earlier is None or before is None or amount.unit != before.unit:
        return found
    # *rose 3 and 5 percent*; *rose 20-30 percent*; not *between -2 and 3 percent*
    alike = numerals.minus(tokens, before.first) is None and (
        rules.part("joined").fullmatch(laid, before.last, first)
        or (before.last == before.number and rules.part("range").fullmatch(laid, before.last, first))
    )
    return earlier.change if alike or rule in IN_A_ROW else None
