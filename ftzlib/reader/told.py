"""What was told before a number, and goes on in it: *Now it is 15 percent*, *That was 5 percent more*.

Finds     the subject that *it* and *they* stand for, and whether the amount before says what this one measures.
Leaves    subjects that own or do what is measured: *it* may be they.
"""

from ftzlib.reader import clauses, phrases, subjects
from ftzlib.reader.amounts import Place, rules
from ftzlib.reader.mentions import SAME


def still(place: Place, first: int) -> str | None:
    """What the amount before measures, this one may, too: of its sentence, or *Now it is 15 percent*."""
    if place.before is None:
        return None
    tokens = place.tokens
    sentences = tokens.sentence_at(first) - tokens.sentence_at(place.before.first)
    clause = clauses.clause_start(tokens, first)
    if sentences == 0:
        return None if clause > place.before.first and rules().part("others").match(place.laid, clause) else SAME
    goes_on = rules().part("again").match(place.laid, clause) and place.amount.unit == place.before.unit
    return SAME if sentences == 1 and goes_on else None


def before(place: Place, at: int) -> str | None:
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
