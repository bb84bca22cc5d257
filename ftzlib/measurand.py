"""What a number measures, as a noun phrase in the text's words (the measurand of the VIM, JCGM 200:2012).

Finds     the noun that it counts, the phrase before *of*, *worth*, *at*, the object or the subject of its verb.
Leaves    bare numbers, for `ftzlib.resolve`; marks with `SAME` what the number before it says.
Example   "handled foreign trade of 1.8 trillion yuan, up 6.6 percent" -> foreign trade, twice
"""

from ftzlib import clauses, modality, phrases, syntax
from ftzlib.mentions import SAME, Amount, Range
from ftzlib.tokens import Tokens

MOVES = frozenset(("up", "down", "rise", "fall", "increase", "decrease", "growth"))  # *(up 4 percent)*
SHARES = ("share", "proportion", "percentage", "number", "amount", "volume", "value", "total")

LEVELS = (
    "reached", "hit", "totaled", "totalled", "averaged", "exceeded", "surpassed", "topped", "stood", "came", "amounted",
    "numbered", "reach", "exceed", "reaching", "hitting", "exceeding",
)  # fmt: skip


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
    for rule in (_adjective, _behind_of, _pair, _before_preposition, _object, _before_verb):
        found = rule(tokens, tags, amount, before, following)
        if found:
            return found, rule.__name__.strip("_").replace("_", " ")
    return (SAME, "amount before") if before else (None, "none")


def is_conversion(tokens: Tokens, amount: Amount, before: Amount) -> bool:
    """*30.66 billion yuan (US$4.72 billion)*."""
    gap = tokens.words[before.last : amount.first]
    bracketed = gap[:1] in (["("], ["（"], ["["]) and len(gap) <= 4 and MOVES.isdisjoint(gap)
    restated = gap[-2:] == [",", "or"] and (len(gap) == 2 or amount.unit == "percent")  # *91 of them, or 93 percent*
    return bracketed or restated or gap[:2] == [",", "or"]


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
    if tokens.words[at] == "worth":
        at += 1
    if tokens.words[at] not in ("of", "in"):
        return None
    if following and following.noun and tokens.words[at] == "of" and is_of_whole(tokens, amount, following):
        return tokens.said(*following.noun)
    start = at + 1
    if tokens.words[at] == "in" and tags[start] in syntax.letters("det"):
        return None
    while tags[start] in syntax.letters("det") or tokens.words[start] in (
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
    while tags[end] in "aA" or (tags[end] in syntax.letters("and") and tags[end + 1] == "a" and end > start):
        end += 1
    while end > start and (tags[end - 1] in syntax.letters("and") or tokens.words[end - 1].endswith("ly")):
        end -= 1
    # *19 percent in June* is no share of June; *a growth of 24 percent in foreign trade* is one of trade.
    grown = tokens.words[amount.first - 1] == "of" and tokens.words[amount.first - 2] in syntax.words("change_nouns")
    plain = tokens.words[at] == "of" or grown or amount.unit not in ("percent", "percentage_points")
    if not plain or start == end or (tokens.words[at] == "in" and tokens.shapes[start] != "a"):
        return None
    named = tokens.words[start:end]
    if named[-1] in ("total", "whole", "it", "them", "figure") or (
        tokens.words[at] == "in"
        and named[0] in ("total", "the", "addition", "fact", "terms", "value", "length", "size", "area")
    ):
        return None
    return tokens.said(start, end)


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
    if not subject or not second or amount.noun:
        return None
    joins = [at for at in range(*subject) if tags[at] in syntax.letters("and")]
    if len(joins) != 1:
        return None
    return tokens.said(subject[0], joins[0]) if amount is first else tokens.said(joins[0] + 1, subject[1])


def _before_preposition(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """*foreign trade of 1.8 trillion yuan*, *projects worth 2 billion*, *imports at 44.4 billion*."""
    at = modality.back_over_mods(tokens, amount.first)
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
    if tokens.words[at] in ("at", "for", "by") and syntax.holds_verb(
        tags, clauses.clause_start(tokens, tags, at), found[0]
    ):
        return None if tokens.words[at] == "by" else _if_contrast(tokens, found)
    return tokens.said(*found)


def _if_contrast(tokens: Tokens, found: Range) -> str | None:
    """*with imports at 44.4 billion and exports at 14.1 billion*: a bare plural before *at*, *for*."""
    return tokens.said(*found) if syntax.is_plural(tokens.words[found[1] - 1]) else None


def _uninformative() -> frozenset[str]:
    return syntax.words("change_nouns") | {
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
        "actual",
        "use",
        "record",
        "sharp",
        "slight",
        "compound",
    }


def _object(tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None) -> str | None:
    """*cut the waiting time for ships by six hours*, *lift its output to 1 trillion yuan*."""
    at = modality.back_over_mods(tokens, amount.first)
    if at <= 0 or tokens.words[at] not in ("to", "by", "from", "within"):
        return None
    start = clauses.clause_start(tokens, tags, at)
    moves = syntax.letters("rise", "fall", "verb")
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
    while tags[first] in syntax.letters("det"):
        first += 1
    last = first
    while last < at and tags[last] in "aA":
        last += 1
    return tokens.said(first, last) if last > first and tokens.words[first] not in ("percent",) else None


def _is_participle_before_noun(tokens: Tokens, tags: str, at: int) -> bool:
    return tokens.words[at].endswith("ing") and tags[at - 1] in syntax.letters("det") and tags[at + 1] in "aA"


def _before_verb(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """The subject of the verb: *Exports reached ...*; behind *up 6 percent* the amount before gives it."""
    at = modality.back_over_mods(tokens, amount.first)
    word = tokens.words[at]
    same_sentence = before is not None and tokens.sentence_at(before.first) == tokens.sentence_at(amount.first)
    if (
        same_sentence
        and (word in ("up", "down", ",", "an", "a") or tokens.words[at - 1] == ",")
        and tags[at] not in syntax.letters("rise", "fall")
    ):
        return SAME
    if same_sentence and tokens.words[at] in ("of",) and tokens.words[at - 1] in syntax.words("change_nouns"):
        return SAME
    return _subject(tokens, tags, amount.first, before)


def _subject(tokens: Tokens, tags: str, at: int, before: Amount | None) -> str | None:
    start = clauses.clause_start(tokens, tags, at)
    if before and before.first >= start and tokens.words[at - 2 : at] != ["rate", "of"]:
        # An amount stands between subject and number: the clause is already about that one.
        moved = syntax.letters("verb", "rise", "fall")
        level = tags[at - 1] in moved or (tokens.words[at - 1] == "to" and tags[at - 2] in moved)  # *came to*
        return _plain_subject(tokens, tags, at) if level else SAME
    return _plain_subject(tokens, tags, at)


def _plain_subject(tokens: Tokens, tags: str, at: int) -> str | None:
    found = clauses.subject(tokens, tags, at)
    if found and tokens.words[found[1] - 1] in SHARES and tokens.words[found[1]] == "of":
        first = last = found[1] + 1
        while tags[last] in syntax.letters("det", "Name", "word", "and"):
            last += 1
        while tags[first] in syntax.letters("det"):
            first += 1
        return tokens.said(first, last) if first < last else None
    return tokens.said(*found) if found else None


def _label(tokens: Tokens, tags: str, amount: Amount) -> str | None:
    """*Imports and exports in 2023: RMB1,200 billion*: what stands before the colon, where it has no verb."""
    first = tokens.bounds(tokens.sentence_at(amount.first))[0]
    colon = next((at for at in range(first, amount.first) if tokens.words[at] in (":", "：")), None)
    if colon is None or syntax.holds_verb(tags, first, colon):
        return None
    found = clauses.subject(tokens, tags, colon)
    return tokens.said(*found) if found else None


def from_to(tokens: Tokens, tags: str, amount: Amount, following: Amount | None, before: Amount | None) -> str | None:
    """*The number of documents has been cut from eight to three*: two bare numbers, one level each."""
    first, second = (amount, following) if tokens.words[amount.first - 1] == "from" else (before, amount)
    if (
        first is None
        or second is None
        or first.unit not in (None, "count")
        or first.noun
        or second.unit
        or tokens.words[first.first - 1] != "from"
    ):
        return None
    if tokens.words[first.last : second.first] != ["to"]:
        return None
    found = _object(tokens, tags, first, None, None) or ""
    return _plain_subject(tokens, tags, first.first) if not found else _shared(tokens, tags, first) or found


def _shared(tokens: Tokens, tags: str, amount: Amount) -> str | None:
    """*raise the number of ports ... from five*: the ports."""
    start = clauses.clause_start(tokens, tags, amount.first)
    of = next(
        (at for at in range(start, amount.first) if tokens.words[at] == "of" and tokens.words[at - 1] in SHARES),
        None,
    )
    if of is None:
        return None
    end = phrases.counted(tokens, tags, of + 1)
    return tokens.said(of + 1, end) if end else None


def level(tokens: Tokens, tags: str, amount: Amount, before: Amount | None) -> str | None:
    """*The number of companies reached 12,300*: a bare number that is the level of its subject."""
    at = modality.back_over_mods(tokens, amount.first)
    same = before is not None and tokens.sentence_at(before.first) == tokens.sentence_at(amount.first)
    behind = tokens.words[at - 1] if tokens.words[at] in ("to", "at") else tokens.words[at]
    if tokens.shapes[amount.first] != "0" or tags[amount.last] in "aA":
        return None
    moved = tokens.words[at] == "to" and tags[at - 1] in syntax.letters("rise", "fall")
    after_change = tokens.words[at] == "to" and same and before is not None and before.unit == "percent"
    if behind not in LEVELS and not moved and not after_change:
        return None
    return _plain_subject(tokens, tags, at)
