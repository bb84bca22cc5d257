"""The object or the subject of the verb that a number belongs to, in the text's words.

Finds     *cut the [waiting time for ships] by six hours*, *[Exports] reached ...*.
Leaves    with `SAME` the number behind another one, whose subject says it already (*..., up 6 percent*).
"""

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, nouns, phrases, syntax
from ftzlib.reader.mentions import SAME, Amount, Range
from ftzlib.text.tokens import Tokens


def object_of(tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None) -> str | None:
    """*cut the waiting time for ships by six hours*, *lift its output to 1 trillion yuan*."""
    at = phrases.back_over_mods(tokens, amount.first)
    if at <= 0 or tokens.words[at] not in ("to", "by", "from", "within", "past", "beyond", "above"):
        return None
    start = clauses.clause_start(tokens, tags, at)
    moves = syntax.letters("rise", "fall", "verb")
    verb = next(
        (
            n
            for n in range(at - 1, start - 1, -1)
            if (tags[n] in moves and not _is_participle_before_noun(tokens, tags, n))
            or (tags[n - 1] in syntax.letters("to") and syntax.is_base(tokens.words[n]))
        ),
        None,
    )
    if verb is None:
        return None
    first, last = nouns.after(tokens, tags, verb + 1, at)
    return tokens.said(first, last) if last > first and tokens.words[first] not in ("percent",) else None


def _is_participle_before_noun(tokens: Tokens, tags: str, at: int) -> bool:
    return tokens.words[at].endswith("ing") and tags[at - 1] in syntax.letters("det") and tags[at + 1] in "aA"


def before_verb(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """The subject of the verb: *Exports reached ...*; behind *up 6 percent* the amount before gives it."""
    at = phrases.back_over_mods(tokens, amount.first)
    word = tokens.words[at]
    same_sentence = before is not None and tokens.sentence_at(before.first) == tokens.sentence_at(amount.first)
    if (
        same_sentence
        and (word in ("up", "down", ",", "an", "a") or tokens.words[at - 1] == ",")
        and tags[at] not in syntax.letters("rise", "fall")
        and not (word in ("up", "down") and tags[at - 1] in syntax.letters("rise", "fall", "verb", "aux"))
    ):
        return SAME
    if same_sentence and tokens.words[at] in ("of",) and tokens.words[at - 1] in syntax.words("change_nouns"):
        return SAME
    return subject_or_same(tokens, tags, amount.first, before)


def subject_or_same(tokens: Tokens, tags: str, at: int, before: Amount | None) -> str | None:
    """Return the subject of the clause, or `SAME` where an amount before the number has it already."""
    start = clauses.clause_start(tokens, tags, at)
    if before and _stands_in(tokens, tags, at):
        return SAME
    if before and before.first >= start and tokens.words[at - 2 : at] != ["rate", "of"]:
        # An amount stands between subject and number: the clause is already about that one.
        moved = syntax.letters("verb", "rise", "fall", "aux")
        at_verb = phrases.back_over_mods(tokens, at)
        # *came to*, *has grown by an average of*
        level = tags[at_verb] in moved or (tokens.words[at_verb] in ("to", "by") and tags[at_verb - 1] in moved)
        return subject_of(tokens, tags, at) if level else SAME
    return subject_of(tokens, tags, at)


def _stands_in(tokens: Tokens, tags: str, at: int) -> bool:
    """*and the figure increased to ...*: it says again what the number before measures."""
    found = clauses.subject(tokens, tags, at)
    one = found is not None and found[1] - found[0] == 1 and tokens.words[found[1]] != "of"
    return one and found is not None and tokens.words[found[0]] in lexicon.words("measurand", "stand_ins")


def subject_of(tokens: Tokens, tags: str, at: int) -> str | None:
    """Return the subject before token `at`; *the number of X* is X."""
    found = clauses.subject(tokens, tags, at)
    if found is None:
        return None
    if tokens.words[found[1] - 1] in lexicon.words("measurand", "uses") and tokens.words[found[1]] == "of":
        found = found[0], nouns.after(tokens, tags, found[1] + 1)[1]  # *the actual use of foreign capital*
    return tokens.said(*(of_what(tokens, tags, found) or found))


def of_what(tokens: Tokens, tags: str, head: Range) -> Range | None:
    """Return the phrase behind *the number of*, *the share of*; None where `head` says itself what is meant."""
    if tokens.words[head[1] - 1] not in lexicon.words("measurand", "shares") or tokens.words[head[1]] != "of":
        return None
    known = syntax.words("change_nouns") | syntax.words("premodifiers")
    if not known.issuperset(tokens.words[head[0] : head[1] - 1]):  # *the output value of*, *the market share of*
        return None
    first, last = nouns.after(tokens, tags, head[1] + 1)
    # *the volume of the FTZ*; but *the number of zones*
    counts = tokens.words[head[1] - 1] == "number"
    whose = first < last and not counts and tokens.words[last - 1] in lexicon.words("measurand", "owners")
    return (first, last) if first < last and not whose and tags[last] not in syntax.letters("num") else None
