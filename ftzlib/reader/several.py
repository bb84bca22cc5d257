"""Which of several things a number is of, or of what was told before: *A and B grew 3 and 5 percent*, *Now it is 15*.

Finds     one of two, one of a row, and the item of a list whose number stands in brackets behind it; the subject that
          *it* and *they* stand for, and whether the amount before says what this one measures.
Leaves    all of them where things and numbers do not tally, or it is not clear which belong together; subjects that own
          or do what is measured: *it* may be they.
"""

from ftzlib.grammar import lexicon
from ftzlib.reader import phrases, subjects, syntax
from ftzlib.reader.amounts import REACH, Place, rules
from ftzlib.reader.mentions import SAME, Amount, Range
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
    return _half(place, subjects.of_what(tokens, subject) or subject, first)


def _half(place: Place, subject: Range, first: Amount) -> str | None:
    """*A and B*: the one that a number is of, `first` being that of A."""
    tokens, (start, end) = place.tokens, subject
    end = syntax.rules().past("both", place.tags, end, first.first)
    joins = _joins(place, start, end)
    if rules().part("doers").match(place.laid, end):
        # *income in A and B*, *imports and exports by A and B*: the numbers are of A and B, or nobody knows
        known = not joins or _is_trade(tokens, start, end)
        return subjects.named(tokens, (start, end)) or "" if known else ""
    if len(joins) != 1:
        return None
    half = (start, joins[0]) if place.amount is first else (joins[0] + 1, end)
    return subjects.named(tokens, (syntax.rules().past("articles", place.tags, *half), half[1]))


def _joins(place: Place, start: int, end: int) -> list[int]:
    """Where *and* joins two; of *import and export and foreign investment* the first one is inside a name."""
    ands = [at for at in range(start, end) if place.tags[at] in syntax.letters("and", "or")]
    return [at for at in ands if at + 2 not in ands or not _is_trade(place.tokens, at - 1, at + 2)]


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
    tokens, end = place.tokens, place.cue
    start = syntax.rules().past("articles", place.tags, at, end)
    return tokens.said(start, end) if start < end and tokens.shapes[end - 1] == "a" else ""


def still_told(place: Place, first: int) -> str | None:
    """What the amount before measures, this one may, too: of its sentence, or *Now it is 15 percent*."""
    if place.before is None:
        return None
    tokens = place.tokens
    sentences = tokens.sentence_at(first) - tokens.sentence_at(place.before.first)
    clause = syntax.clause_start(tokens, first)
    if sentences == 0:
        return None if clause > place.before.first and rules().part("others").match(place.laid, clause) else SAME
    goes_on = rules().part("again").match(place.laid, clause) and place.amount.unit == place.before.unit
    return SAME if sentences == 1 and goes_on else None


def told_before(place: Place, at: int) -> str | None:
    """*Trade grew. It was 3 billion yuan*, *That was 5 percent more*: the subject that was told, or its amount."""
    tokens = place.tokens
    sentence = tokens.sentence_at(at)
    subject = phrases.sentence_subject(tokens, sentence)
    if not subject or subject[1] > at:
        subject = phrases.sentence_subject(tokens, sentence - 1) if sentence else None
    if subject and not place.says("summing", at) and place.says("measured", subject[1] - 1):
        return subjects.named(tokens, subject)
    near = place.before is not None and tokens.sentence_at(place.before.first) >= sentence - 1
    return SAME if near and not place.says("singles", at) else None
