"""What a number measures, as a noun phrase in the text's words (the measurand of the VIM, JCGM 200:2012).

Finds     the noun that it counts, the phrase before *of*, *worth*, *at*, the object or the subject of its verb.
Leaves    bare numbers, for `ftzlib.reader.resolve`; marks with `SAME` what the number before it says.
Example   "handled foreign trade of 1.8 trillion yuan, up 6.6 percent" -> foreign trade, twice
"""

from collections.abc import Sequence
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, levels, phrases, syntax
from ftzlib.reader.arguments import before_verb, object_of, of_what, subject_or_same
from ftzlib.reader.mentions import SAME, Amount, Range
from ftzlib.text.tokens import Tokens

MAX_BRACKET = 4  # words before the number in a bracket


def find(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> tuple[str | None, str]:
    """Return what an amount measures and the name of the rule that found it; None for a bare number."""
    if amount.unit is None:
        return None, "bare number"
    if before and "followed" in tokens.words[before.last : amount.first]:
        return SAME, "followed by"
    if not amount.noun and (label := _label(tokens, tags, amount)):
        return label, "label"
    if amount.noun:
        return tokens.said(*amount.noun), "counted noun"
    if tokens.words[amount.last] == "of" and tokens.words[amount.last + 1] in ("it", "them", "these", "those"):
        return None, "share of what stands before"
    if tokens.words[amount.last] in ("more", "fewer", "less") and tags[amount.last + 1] == "a":
        return tokens.words[amount.last + 1], "more of"  # *30 percent more wheat*
    if before and in_a_row(tokens, before, amount, following):
        return SAME, "in a row"
    for name, rule in RULES.items():
        found = rule(tokens, tags, amount, before, following)
        if found:
            return found, name
    return (SAME, "amount before") if before and _is_told(tokens, tags, amount, before) else (None, "none")


def is_conversion(tokens: Tokens, amount: Amount, before: Amount) -> bool:
    """*30.66 billion yuan (US$4.72 billion)*."""
    gap = tokens.words[before.last : amount.first]
    bracketed = (
        gap[:1] in (["("], ["（"], ["["]) and len(gap) <= 4 and lexicon.words("measurand", "moves").isdisjoint(gap)
    )
    restated = gap[-2:] == [",", "or"] and (len(gap) == 2 or amount.unit == "percent")  # *91 of them, or 93 percent*
    return bracketed or restated or gap[:2] == [",", "or"]


def _is_told(tokens: Tokens, tags: str, amount: Amount, before: Amount) -> bool:
    """Tell whether the amount before may say what this one measures: of its sentence, or *Now it is 15 percent*."""
    sentences = tokens.sentence_at(amount.first) - tokens.sentence_at(before.first)
    start = clauses.clause_start(tokens, tags, amount.first)
    again = "it" in tokens.words[start : start + 2] and amount.unit == before.unit
    return sentences == 0 or (sentences == 1 and again)


def in_a_row(tokens: Tokens, before: Amount, amount: Amount, following: Amount | None) -> bool:
    """*by 80.5 percent, 52.9 percent and 38.3 percent*: the second and the third of three shares."""
    if amount.unit != before.unit or amount.unit not in ("percent", "percentage_points"):
        return False
    gap = tokens.words[before.last : amount.first]
    if gap in (["and"], [",", "and"]):
        return tokens.words[before.first - 1] == ","
    goes_on = following is not None and tokens.words[amount.last : following.first] in ([","], ["and"], [",", "and"])
    return gap == [","] and goes_on and following is not None and following.unit == amount.unit


def _adjective(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """*a 35-sq-km harbor district*, *200,000-ton ships*."""
    if tokens.words[amount.number] != "-" and "-" not in tokens.words[amount.last - 1]:
        return None
    end = amount.last
    while tags[end] in "aA" and not tokens.words[end].endswith("ed"):
        end += 1
    return tokens.said(amount.last, end) if end > amount.last else None


def _behind_of(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """*6.02 million tons of bunker oil*, *5 billion yuan in investment*, *18 percent of exports*."""
    at = amount.last
    if tokens.words[at] == "(" and following and following.first < at + MAX_BRACKET:
        behind = following.last + (tokens.words[following.last] == ")")
        at = behind if tokens.words[behind] in ("of", "in") else at  # *13 billion yuan (1.9 billion dollars) of ...*
    if tokens.words[at] == "worth":
        at += 1
    if (change := _behind_change(tokens, at)) is not None:
        return tokens.said(*_phrase(tokens, tags, change)) if tags[change] not in syntax.letters("num") else None
    if tokens.words[at] not in ("of", "in") or at + 1 in tokens.dates:
        return None
    if following and following.noun and tokens.words[at] == "of" and is_of_whole(tokens, amount, following):
        return tokens.said(*following.noun)
    if tokens.words[at] == "in" and tags[at + 1] in syntax.letters("det"):
        return None
    start, end = _phrase(tokens, tags, at + 1)
    # *19 percent in June* is no share of June; *a growth of 24 percent in foreign trade* is one of trade.
    grown = tokens.words[amount.first - 1] == "of" and tokens.words[amount.first - 2] in syntax.words("change_nouns")
    plain = tokens.words[at] == "of" or grown or amount.unit not in ("percent", "percentage_points")
    if not plain or start == end or (tokens.words[at] == "in" and tokens.shapes[start] != "a"):
        return None
    named = tokens.words[start:end]
    if named[-1] in lexicon.words("measurand", "wholes") or (tokens.words[at] == "in" and _is_adverbial(named)):
        return None
    return tokens.said(start, end)


def _behind_change(tokens: Tokens, at: int) -> int | None:
    """*a 3.8 percent year-on-year increase in its output*: what has grown stands behind the change."""
    while tokens.words[at] in lexicon.words("modality", "before_change"):
        at += 1
    if tokens.words[at] not in lexicon.words("modality", "sizes") or tokens.words[at + 1] not in ("in", "of"):
        return None
    return at + 2


def _is_adverbial(named: Sequence[str]) -> bool:
    """*in total*, *in pilot free trade zones*: how or where, and nothing that is measured."""
    return named[0] in lexicon.words("measurand", "in_phrases") or named[-1] in lexicon.words("measurand", "owners")


def _phrase(tokens: Tokens, tags: str, start: int) -> Range:
    """The plain noun phrase from `start` on; of *Hubei's land* the land."""
    whose = lexicon.words("measurand", "whose")
    while tags[start] in syntax.letters("det") or tokens.words[start] in whose:
        start += 1
    end = start
    while tags[end] in "aA" or (tags[end] in syntax.letters("and") and tags[end + 1] == "a" and end > start):
        end += 1
        if tokens.words[end] in ("'", "’") and tokens.words[end + 1] == "s" and tags[end + 2] in "aA":
            start = end = end + 2
    while end > start and (tags[end - 1] in syntax.letters("and") or tokens.words[end - 1].endswith("ly")):
        end -= 1
    return start, end


def is_of_whole(tokens: Tokens, amount: Amount, following: Amount) -> bool:
    """*95 percent of the 159 reform tasks*, *12 of its 104 cases*."""
    gap = tokens.words[amount.last : following.first]
    return bool(gap) and gap[0] == "of" and len(gap) <= 5


def _pair(tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None) -> str | None:
    """*A and B grew 3 and 5 percent*: the first to the first, the second to the second."""
    first = second = None
    if following and tokens.words[amount.last : following.first] == ["and"] and following.unit == amount.unit:
        first, second = amount, following
    elif before and tokens.words[before.last : amount.first] == ["and"] and before.unit == amount.unit:
        first, second = before, amount
    subject = first and clauses.subject(tokens, tags, first.first)
    if not first or not second or not subject or amount.noun or tokens.words[first.first - 1] == "between":
        return None
    subject = of_what(tokens, tags, subject) or subject
    joins = [at for at in range(*subject) if tags[at] in syntax.letters("and") and not _is_trade(tokens, at)]
    if len(joins) != 1:
        return None
    start, end = (subject[0], joins[0]) if amount is first else (joins[0] + 1, subject[1])
    while tags[start] in syntax.letters("det"):
        start += 1
    return tokens.said(*(of_what(tokens, tags, (start, end)) or (start, end)))


def _is_trade(tokens: Tokens, join: int) -> bool:
    """*import and export and foreign investment*: the first *and* is inside a name."""
    trade = lexicon.words("links", "trade")
    return tokens.words[join + 2] == "and" and " ".join(tokens.words[join - 1 : join + 2]) in trade


def _before_preposition(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """*foreign trade of 1.8 trillion yuan*, *projects worth 2 billion*, *imports at 44.4 billion*."""
    at = phrases.back_over_mods(tokens, amount.first)
    if at <= 0 or tokens.words[at] not in lexicon.words("measurand", "before_number"):
        return None
    found = phrases.before(tokens, tags, at)
    if found and before and found[0] < before.last < found[1]:  # *of a million square meters and revenue of ...*
        found = before.last + (tags[before.last] in syntax.letters("and")), found[1]
    if not found:
        return None
    if set(tokens.words[slice(*found)]) <= _uninformative():
        return subject_or_same(tokens, tags, found[0], before)
    if tokens.words[at] in ("at", "for", "by") and syntax.holds_verb(
        tags, clauses.clause_start(tokens, tags, at), found[0]
    ):
        return None if tokens.words[at] == "by" else _if_contrast(tokens, found)
    return tokens.said(*found)


def _elided(tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None) -> str | None:
    """*Export stood at 794 billion, up 8.5 percent and import 1,036 billion*: the verb is that of the first."""
    if before is None or tokens.sentence_at(before.first) != tokens.sentence_at(amount.first):
        return None
    found = phrases.before(tokens, tags, phrases.back_over_mods(tokens, amount.first) + 1)
    if found is None or tokens.words[found[1] - 1].endswith("ing"):  # *..., marking a growth of 5 percent*
        return None
    joined = tags[found[0] - 1] in syntax.letters("and", "comma") and found[0] > before.last
    return tokens.said(*found) if joined else None


def _if_contrast(tokens: Tokens, found: Range) -> str | None:
    """*with imports at 44.4 billion and exports at 14.1 billion*: a bare plural before *at*, *for*."""
    return tokens.said(*found) if syntax.is_plural(tokens.words[found[1] - 1]) else None


@cache
def _uninformative() -> frozenset[str]:
    return syntax.words("change_nouns") | lexicon.words("measurand", "uninformative")


def _label(tokens: Tokens, tags: str, amount: Amount) -> str | None:
    first = tokens.bounds(tokens.sentence_at(amount.first))[0]
    colon = next((at for at in range(first, amount.first) if tokens.words[at] in (":", "：")), None)
    if colon is None or syntax.holds_verb(tags, colon + 2, amount.first):  # *Delays: clearance took five days*
        return None
    return levels.label(tokens, tags, colon)


RULES = {
    "adjective": _adjective,
    "behind of": _behind_of,
    "pair": _pair,
    "elided verb": _elided,
    "before preposition": _before_preposition,
    "object": object_of,
    "before verb": before_verb,
}
