"""What each amount counts or measures, and how far it has come.

Finds     the indicator of a number: the noun that it counts, the noun phrase before *of*, *worth*, *at*,
          the object or the subject of its verb; its status, change and scope.
Leaves    what a bare number goes back to, wholes, zones and speakers to `ftzlib.resolve`.
Example   "handled foreign trade of 1.8 trillion yuan, up 6.6 percent" -> foreign trade, twice
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ftzlib import modality, phrases
from ftzlib.extract.quantities import Amount
from ftzlib.tokens import Tokens

Range = tuple[int, int]
SAME = "same as the amount before"  # marks an indicator that the text does not repeat


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount with what the words around it say.

    Attributes
    ----------
    amount : Amount
    indicator : str or None
        None for a bare number, `SAME` where the amount before it gives it.
    status : str or None
        None where no verb gives one.
    planned : bool
    change : str or None
    scope : str or None
        ``nationwide``, ``province`` or a place as worded.
    rule : str
        How the indicator was found.
    """

    amount: Amount
    indicator: str | None
    status: str | None
    planned: bool
    change: str | None
    scope: str | None
    rule: str


def find(tokens: Tokens, amounts: Sequence[Amount]) -> list[Measure]:
    """Return one measure for each amount, in order."""
    tags = phrases.grammar().tag(tokens)
    found = []
    for n, amount in enumerate(amounts):
        following = amounts[n + 1] if n + 1 < len(amounts) else None
        found.append(_measure(tokens, tags, amount, amounts[n - 1] if n else None, following))
    return found


def _measure(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> Measure:
    indicator, rule = _indicator(tokens, tags, amount, before, following)
    end = tokens.breaks[tokens.sentence_at(amount.first)]
    reach = min(end, following.first if following else end, amount.last + 12)
    of_whole = tokens.words[amount.last] == "of"
    return Measure(
        amount,
        indicator,
        modality.status(tokens, tags, amount.first, amount.last, of_whole=of_whole),
        modality.is_planned(tokens, tags, amount.first, amount.last),
        _change(tokens, tags, amount, before),
        modality.scope(tokens, amount.last, min(end, amount.last + FAR) if of_whole else reach),
        rule,
    )


FAR = 25  # words behind *12 of the 104 experiences that were promoted nationwide*


def _change(tokens: Tokens, tags: str, amount: Amount, before: Amount | None) -> str | None:
    if amount.unit == "count" and amount.noun and tokens.words[amount.first - 1] != "by":
        return None
    found = modality.change(tokens, tags, amount.first, amount.last)
    if found or before is None or amount.unit != before.unit:
        return found
    # *rose 3 and 5 percent*; *output rose by 34.6 percent, and trade by 128.9 percent*
    gap = tokens.words[before.last : amount.first]
    if gap == ["and"] or (
        gap and gap[-1] == "by" and tokens.sentence_at(before.first) == tokens.sentence_at(amount.first)
    ):
        return modality.change(tokens, tags, before.first, before.last)
    return None


def _indicator(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> tuple[str | None, str]:
    if amount.unit is None:
        return None, "bare number"
    if amount.noun:
        return tokens.said(*amount.noun), "counted noun"
    if before and _is_conversion(tokens, amount, before):
        return SAME, "conversion in brackets"
    for rule in (_behind_of, _pair, _before_preposition, _object, _before_verb):
        found = rule(tokens, tags, amount, before, following)
        if found:
            return found, rule.__name__.strip("_").replace("_", " ")
    return (SAME, "amount before") if before else (None, "none")


def _is_conversion(tokens: Tokens, amount: Amount, before: Amount) -> bool:
    """*30.66 billion yuan (US$4.72 billion)*."""
    gap = tokens.words[before.last : amount.first]
    return bool(gap) and gap[0] in ("(", "（", "[") and len(gap) <= 4 or gap[:2] == [",", "or"]


def _behind_of(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """*6.02 million tons of bunker oil*, *5 billion yuan in investment*, *18 percent of exports*."""
    at = amount.last
    if tokens.words[at] == "worth":
        at += 1
    if tokens.words[at] not in ("of", "in"):
        return None
    if following and following.noun and tokens.words[at] == "of" and _is_of_whole(tokens, amount, following):
        return tokens.said(*following.noun)
    start = at + 1
    while tags[start] in phrases.letters("det") or tokens.words[start] in (
        "country",
        "national",
        "city",
        "province",
        "'",
        "’",
        "s",
    ):
        start += 1
    end = start
    while tags[end] in "aA" or (tags[end] in phrases.letters("and") and tags[end + 1] == "a" and end > start):
        end += 1
    while end > start and (tags[end - 1] in phrases.letters("and") or tokens.words[end - 1].endswith("ly")):
        end -= 1
    plain = tokens.words[at] == "of" or amount.unit not in ("percent", "percentage_points")
    if not plain or start == end or (tokens.words[at] == "in" and tokens.shapes[start] != "a"):
        return None
    named = tokens.words[start:end]
    if named[-1] in ("total", "whole", "it", "them", "figure") or (
        tokens.words[at] == "in"
        and named[0] in ("total", "the", "addition", "fact", "terms", "value", "length", "size", "area")
    ):
        return None
    return tokens.said(start, end)


def _is_of_whole(tokens: Tokens, amount: Amount, following: Amount) -> bool:
    """*95 percent of the 159 reform tasks*, *12 of its 104 cases*."""
    gap = tokens.words[amount.last : following.first]
    return bool(gap) and gap[0] == "of" and len(gap) <= 5


def _pair(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """*A and B grew 3 and 5 percent*: the first to the first, the second to the second."""
    first = second = None
    if following and tokens.words[amount.last : following.first] == ["and"] and following.unit == amount.unit:
        first, second = amount, following
    elif before and tokens.words[before.last : amount.first] == ["and"] and before.unit == amount.unit:
        first, second = before, amount
    subject = first and phrases.subject(tokens, tags, first.first)
    if not subject or not second or amount.noun:
        return None
    joins = [at for at in range(*subject) if tags[at] in phrases.letters("and")]
    if len(joins) != 1:
        return None
    return tokens.said(subject[0], joins[0]) if amount is first else tokens.said(joins[0] + 1, subject[1])


def _before_preposition(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """*foreign trade of 1.8 trillion yuan*, *projects worth 2 billion*, *imports at 44.4 billion*."""
    at = modality._back_over_mods(tokens, tags, amount.first)
    if at <= 0 or tokens.words[at] not in (
        "of",
        "worth",
        "at",
        "for",
        "by",
        "with",
        "totaling",
        "totalling",
        ":",
        "exceeding",
    ):
        return None
    found = phrases.before(tokens, tags, at)
    if not found:
        return None
    if set(tokens.words[slice(*found)]) <= _uninformative():
        return _subject(tokens, tags, found[0], before)
    if tokens.words[at] in ("at", "for", "by") and phrases.holds_verb(
        tags, phrases.clause_start(tokens, tags, at), found[0]
    ):
        return None if tokens.words[at] == "by" else _if_contrast(tokens, found)
    return tokens.said(*found)


def _if_contrast(tokens: Tokens, found: Range) -> str | None:
    """*with imports at 44.4 billion and exports at 14.1 billion*: a bare plural before *at*, *for*."""
    return tokens.said(*found) if phrases.is_plural(tokens.words[found[1] - 1]) else None


def _uninformative() -> frozenset[str]:
    return phrases.words("change_nouns") | {
        "annual",
        "average",
        "year-on-year",
        "combined",
        "yearly",
        "year",
        "on",
        "and",
        "total",
        "monthly",
        "growth",
        "record",
        "sharp",
        "slight",
        "compound",
    }


def _object(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """*cut the waiting time for ships by six hours*, *lift its output to 1 trillion yuan*."""
    at = modality._back_over_mods(tokens, tags, amount.first)
    if at <= 0 or tokens.words[at] not in ("to", "by", "from", "within"):
        return None
    start = phrases.clause_start(tokens, tags, at)
    moves = phrases.letters("rise", "fall", "verb")
    verb = next(
        (
            n
            for n in range(at - 1, start - 1, -1)
            if tags[n] in moves and not _is_participle_before_noun(tokens, tags, n)
        ),
        None,
    )
    if verb is None:
        return None
    first = verb + 1
    while tags[first] in phrases.letters("det"):
        first += 1
    last = first
    while last < at and tags[last] in "aA":
        last += 1
    return tokens.said(first, last) if last > first and tokens.words[first] not in ("percent",) else None


def _is_participle_before_noun(tokens: Tokens, tags: str, at: int) -> bool:
    return (
        tokens.words[at].endswith("ing") and tags[at - 1] in phrases.letters("det") and tags[at + 1] in "aA"
    )


def _before_verb(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """The subject of the verb: *Exports reached ...*; behind *up 6 percent* the amount before gives it."""
    at = modality._back_over_mods(tokens, tags, amount.first)
    word = tokens.words[at]
    same_sentence = before is not None and tokens.sentence_at(before.first) == tokens.sentence_at(
        amount.first
    )
    if (
        same_sentence
        and (word in ("up", "down", ",", "an", "a") or tokens.words[at - 1] == ",")
        and tags[at] not in phrases.letters("rise", "fall")
    ):
        return SAME
    if (
        same_sentence
        and tokens.words[at] in ("of",)
        and tokens.words[at - 1] in phrases.words("change_nouns")
    ):
        return SAME
    return _subject(tokens, tags, amount.first, before)


def _subject(tokens: Tokens, tags: str, at: int, before: Amount | None) -> str | None:
    start = phrases.clause_start(tokens, tags, at)
    if before and before.first >= start and tokens.words[at - 2 : at] != ["rate", "of"]:
        # An amount stands between subject and number: the clause is already about that one.
        return (
            SAME
            if tags[at - 1] not in phrases.letters("verb", "rise", "fall")
            else _plain_subject(tokens, tags, at)
        )
    return _plain_subject(tokens, tags, at)


def _plain_subject(tokens: Tokens, tags: str, at: int) -> str | None:
    found = phrases.subject(tokens, tags, at)
    return tokens.said(*found) if found else None
