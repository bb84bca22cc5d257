"""Amounts in the cells of a pasted table: the first cell of a row says what the others measure, its bracket in what.

Leaves    bare numbers whose row names neither a unit nor things that can be counted: they are none.
Example   "Foreign trade (billion yuan)⇥21.5" -> 21500000000 CNY, foreign trade
"""

from collections.abc import Mapping, Sequence

from ftzlib.reader import numerals, syntax, units
from ftzlib.reader.mentions import Amount
from ftzlib.text.tokens import Tokens


def labelled(tokens: Tokens, found: Sequence[Amount]) -> list[Amount]:
    """Return the amounts, those in cells with their row's label as noun; what can have none is left out."""
    labels: dict[int, int] = {}  # for each cell the number of the sentence that is its row's first
    for number, sentence in enumerate(tokens.sentences):
        if sentence.kind == "row":
            goes_on = number > 0 and tokens.sentences[number - 1].paragraph == sentence.paragraph
            labels[number] = labels[number - 1] if goes_on else number
    return [one for amount in found if (one := _in_row(tokens, amount, labels)) is not None] if labels else list(found)


def _in_row(tokens: Tokens, amount: Amount, labels: Mapping[int, int]) -> Amount | None:
    label = labels.get(tokens.sentence_at(amount.first))
    if label is None or amount.noun:
        return amount
    start, end = tokens.bounds(label)
    bracket = next((at for at in range(start, end) if tokens.words[at] in ("(", "（", ",", "，")), end)
    if (
        tokens.words[amount.first - 1] == "(" and tokens.shapes[amount.first - 2] in "aA"
    ):  # *Exports (100 million yuan)*
        return None
    if start <= amount.first < end or bracket == start or tokens.shapes[start] not in "aA":
        return amount if amount.unit else None
    head = bracket
    while head > start + 1 and tokens.words[head - 1].endswith("ed"):  # *Tasks assigned*
        head -= 1
    if amount.unit is None:
        unit, value = _measured(tokens, amount.value, bracket, end)
        unit = "count" if bracket == end and syntax.is_plural(tokens.words[head - 1]) else unit
        if unit in (None, units.UNKNOWN):
            return None
        amount = amount._replace(unit=unit, value=value)
    return amount._replace(noun=(start, head))


def _measured(tokens: Tokens, value: int | float, bracket: int, end: int) -> tuple[str | None, int | float]:
    """*(billion yuan)*, *(10,000 tons)*, *(%)*: the unit of a row, and how many of it."""
    if bracket == end:
        return None, value
    times, behind = numerals.number(tokens, bracket + 1) or numerals.scale(tokens, bracket + 1)
    unit, _, factor = units.unit_at(tokens, behind)
    return unit, numerals.scaled(numerals.scaled(value, factor), str(times or 1))
