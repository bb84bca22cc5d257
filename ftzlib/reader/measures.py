"""What each amount counts or measures, and how far it has come.

Finds     the measurand of each amount, its status, change and scope.
Leaves    what a bare number goes back to, wholes, zones and speakers to `ftzlib.reader.metrics`.
Example   "has formed 68 innovations" -> 68 innovations, formed
"""

from collections.abc import Mapping, Sequence
from typing import Any

from ftzlib.grammar import lexicon
from ftzlib.reader import measurand, numbers, numerals, statuses, subjects, syntax
from ftzlib.reader.amounts import Place, laid, rules
from ftzlib.reader.mentions import SAME, Amount, Measure
from ftzlib.text.tokens import Tokens

NEAR = 24  # words behind a number in which its scope stands
MANY = 12  # numbers before one that it may go back to
IN_A_ROW = ("in a row", "one each", "one of several", "elided verb")  # whose change is that of the number before
FAR = 25  # ... behind *12 of the 104 experiences that were promoted nationwide*


def find(tokens: Tokens, amounts: Sequence[Amount]) -> list[Measure]:
    """Return one measure for each amount, in order."""
    if not amounts:
        return []
    tags, letters, plans = syntax.tag(tokens), laid(tokens, amounts), statuses.Plans(tokens)
    found: list[Measure] = []
    for n, amount in enumerate(amounts):
        n_before = _outside(tags, found, amount)
        earlier = found[n_before] if found else None
        following = amounts[n + 1] if n + 1 < len(amounts) else None
        place = Place(tokens, tags, letters, amount, earlier.amount if earlier else None, following)
        indicator, rule = measurand.find(place)
        indicator = _same(place, found, n_before, rule) if indicator == SAME else indicator
        found.append(_measure(place, plans, earlier, indicator, rule["name"]))
    return found


def _outside(tags: str, found: Sequence[Measure], amount: Amount) -> int:
    """Return the measure before `amount`, those passed over that an aside in brackets between them holds."""
    closes = syntax.part("closing")
    n, end = len(found) - 1, amount.first
    while n > 0 and found[n].rule != "conversion in brackets" and closes.match(tags, found[n].amount.last, end):
        n, end = n - 1, found[n].amount.first
    return n


def _same(place: Place, found: Sequence[Measure], n_before: int, rule: Mapping[str, Any]) -> str | None:
    """*A and B reached 3 and 5 billion yuan, up 2 and 4 percent*: what a measure further back says of itself."""
    if "agreed" in rule:
        name = _told_last(place.tokens, found, syntax.clause_start(place.tokens, place.amount.first))
        kind = rule["agreed"]
        counts = name and (kind == "any" or name.lower().split()[-1] in lexicon.words("measurand", kind))
        return name if counts else None
    if "back" in rule:  # so many before, conversions apart
        own = [n for n, measure in enumerate(found) if measure.rule != measurand.CONVERSION]
        return _said(found, own[-rule["back"]])
    return _said(found, n_before) if n_before + 1 < len(found) else SAME  # an aside stands between


def _told_last(tokens: Tokens, found: Sequence[Measure], start: int) -> str | None:
    """*Trade hit 3 billion yuan, up 5 percent. That was ...*: what was told last, if it was one thing."""
    earlier = [n for n in range(max(len(found) - MANY, 0), len(found)) if found[n].amount.first < start]
    told = tokens.sentence_at(found[earlier[-1]].amount.first) if earlier else -1
    said = {_said(found, n) for n in earlier if tokens.sentence_at(found[n].amount.first) == told} - {None}
    return said.pop() if len(said) == 1 and told >= tokens.sentence_at(start) - 1 else None


def _said(found: Sequence[Measure], n: int) -> str | None:
    """What a measure says of itself or, with `SAME`, the one before it."""
    said = (measure.indicator for measure in found[n::-1] if measure.indicator != SAME)
    return next(said, None)


def _measure(place: Place, plans: statuses.Plans, earlier: Measure | None, indicator: str | None, rule: str) -> Measure:
    tokens, amount = place.tokens, place.amount
    if earlier and rule == measurand.CONVERSION:
        share = amount.unit == "percent"  # *3 billion yuan (-3.5%)*, *to 20 yuan, or by 33 percent*
        moved = _change_by_sign(tokens, amount) or (numbers.change(tokens, amount) if share else None)
        stands = _status(place, amount.first, SAME) if share else None  # *85 of 90 tasks, or 94 percent*
        return earlier._replace(amount=amount, indicator=SAME, status=stands or earlier.status, change=moved, rule=rule)
    first = amount.first
    if rule == measurand.LEVEL:
        amount = amount._replace(unit="count")
        place = place._replace(amount=amount)
        if tokens.words[place.cue] == ":":
            first = place.cue  # *Tasks assigned: 165*: the label's verb says how far they have come
    planned = plans.have(amount, first, earlier)
    status = _status(place, first, indicator)
    return Measure(amount, indicator, status, planned, _change(place, earlier, rule), _scope(place), rule)


def _status(place: Place, first: int, indicator: str | None) -> str | None:
    """Return the status that the verb of an amount gives, if what is counted may have one."""
    tokens, amount, before = place.tokens, place.amount, place.before
    if amount.unit == numbers.TIMES or not (indicator in (None, SAME) or statuses.has_status(indicator)):
        return None
    opens = tokens.bounds(tokens.sentence_at(first))[0]
    # *half of its 129 tasks*, *Of the 78 policies, 74 have been implemented*
    is_whole = before is not None and subjects.is_of_whole(tokens, before, amount)
    is_whole |= rules().part("of_the_whole").fullmatch(place.laid, opens, amount.first) is not None
    return statuses.status(tokens, first, amount.last, of_whole=_has_whole(place), is_whole=is_whole)


def _scope(place: Place) -> str | None:
    """Return over what an amount holds, as is said up to the next one or, of a part, behind its whole."""
    tokens, last, following = place.tokens, place.amount.last, place.following
    closes = tokens.bounds(tokens.sentence_at(place.amount.first))[1]
    near = min(following.first if following else closes, last + NEAR)
    end = min(closes, last + FAR if _has_whole(place) else near)
    return statuses.scope(tokens, last, next((at for at in range(last, end) if tokens.words[at] == ";"), end))


def _has_whole(place: Place) -> bool:
    return place.tags[place.amount.last] in syntax.letters("of")


def _change(place: Place, earlier: Measure | None, rule: str) -> str | None:
    amount = place.amount
    if signed := _change_by_sign(place.tokens, amount):
        return signed
    if amount.unit == "count" and amount.noun and place.tags[amount.first - 1] not in syntax.letters("by", "of"):
        return None
    return numbers.change(place.tokens, amount) or (earlier.change if earlier and _moves_alike(place, rule) else None)


def _change_by_sign(tokens: Tokens, amount: Amount) -> str | None:
    """*-3 percent*, *+3 percent*; not *- 12 tasks*."""
    first, less = amount.first, numerals.minus(tokens, amount.first)
    if less is not None and amount.value > 0 and (amount.unit != "count" or tokens.words[less] != "–"):
        return "decrease"
    more = amount.unit == "percent" and tokens.words[first - 1] == "+" and tokens.joined(first)
    return "increase" if more else None


def _moves_alike(place: Place, rule: str) -> bool:
    """*rose 3 and 5 percent*; *rose 20-30 percent*; not *between -2 and 3 percent*."""
    tokens, _, letters, amount, before, _ = place
    if before is None or amount.unit != before.unit:
        return False
    if rule in IN_A_ROW:
        return True
    between = ("joined", "range") if before.last == before.number else ("joined",)
    alike = any(rules().part(name).fullmatch(letters, before.last, amount.first) for name in between)
    return alike and numerals.minus(tokens, before.first) is None
