"""Which of several things a number is of: *A and B grew 3 and 5 percent*.

Finds     one of two, one of a row, and the item of a list whose number stands in brackets behind it.
Leaves    all of them where things and numbers do not tally, or it is not clear which belong together.
"""

from collections.abc import Sequence

from ftzlib.grammar import lexicon
from ftzlib.reader import phrases, subjects, syntax
from ftzlib.reader.amounts import REACH, Place, rules
from ftzlib.text.tokens import Tokens


def one_of_two(place: Place, at: int) -> str | None:
    """*A and B grew 3 and 5 percent*: the first to the first, the second to the second."""
    tokens, amount = place.tokens, place.amount
    first, second = (place.before, amount) if at < amount.first else (amount, place.following)
    if first is None or second is None or not subjects.pairs_with(first, second):
        return None
    subject = phrases.subject(tokens, first.first)
    if not subject:
        return None
    if subjects.with_items(tokens, subject, first.first) != subject:  # *A, B and C grew 3 and 5 percent*
        return ""
    start, end = subjects.of_what(tokens, subject) or subject
    end = syntax.rules().past("both", place.tags, end, first.first)
    joins = _joins(place, start, end)
    if rules().part("doers").match(place.laid, end):
        return _of_doers(tokens, start, end, joins)
    if len(joins) != 1:
        return None
    half = (start, joins[0]) if amount is first else (joins[0] + 1, end)
    return subjects.named(tokens, (syntax.rules().past("articles", place.tags, *half), half[1]))


def _joins(place: Place, start: int, end: int) -> list[int]:
    """Where *and* joins two; of *import and export and foreign investment* the first one is inside a name."""
    ands = [at for at in range(start, end) if place.tags[at] in syntax.letters("and", "or")]
    return [at for at in ands if at + 2 not in ands or not _is_trade(place.tokens, at - 1, at + 2)]


def _of_doers(tokens: Tokens, start: int, end: int, joins: Sequence[int]) -> str:
    """*income in A and B*, *imports and exports by A and B*: the numbers are of A and B, or nobody knows."""
    return subjects.named(tokens, (start, end)) or "" if not joins or _is_trade(tokens, start, end) else ""


def _is_trade(tokens: Tokens, start: int, end: int) -> bool:
    return " ".join(tokens.words[start:end]) in lexicon.words("links", "trade")


def one_of_several(place: Place, _: int) -> str | None:
    """*Tea, silk and rice grew 3, 5 and 6 percent*: each its own; nothing where they do not tally."""
    tokens, at = place.tokens, place.amount.first
    opens, closes = tokens.bounds(tokens.sentence_at(at))
    low, high = max(opens, at - REACH), min(closes, at + REACH)
    rows = (found.span() for found in rules().part("row").finditer(place.laid, low, high))
    first, last = next((row for row in rows if row[0] <= at < row[1]), (opens, opens))
    subject = syntax.part("several").fullmatch(place.tags, opens, first)
    if subject is None:
        return None
    numbers = [each for each in range(first, last) if place.laid[each] in rules().layers.letters(("Share", "Sum"))]
    items = subjects.items(tokens, subject.span("what"))
    return tokens.said(*items[numbers.index(at)]) if len(items) == len(numbers) else ""


def item(place: Place, at: int) -> str | None:
    """*The fields were IT services (46 percent) and real estate (22 percent)*: one of a list; no place or firm."""
    start = syntax.rules().past("articles", place.tags, at, place.cue)
    return (
        place.tokens.said(start, place.cue) if start < place.cue and place.tokens.shapes[place.cue - 1] == "a" else ""
    )
