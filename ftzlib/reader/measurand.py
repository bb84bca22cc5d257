"""What a number measures, as a noun phrase in the text's words (the measurand of the VIM, JCGM 200:2012).

Finds     the noun that it counts, the phrase before *of*, *worth*, *at*, the object or the subject of its verb.
Leaves    bare numbers, for `ftzlib.reader.resolve`; marks with `SAME` what the number before it says.
Example   "handled foreign trade of 1.8 trillion yuan, up 6.6 percent" -> foreign trade, twice
"""

from collections.abc import Sequence
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, levels, nouns, numbers, phrases, syntax, units
from ftzlib.reader.arguments import before_verb, object_of, of_what, subject_of, subject_or_same
from ftzlib.reader.mentions import SAME, Amount, Range
from ftzlib.text.tokens import Tokens

MAX_OF = 7  # words between *of* and the number of the whole
MAX_BRACKET = 4  # words before the number in a bracket
SHARES = ("percent", "percentage_points")


def find(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> tuple[str | None, str]:
    """Return what an amount measures and the name of the rule that found it; None for a bare number."""
    if beside := _by_itself(tokens, tags, amount, before):
        return beside
    if before and in_a_row(tokens, before, amount, following):
        return SAME, "in a row"
    for name, rule in RULES.items():
        found = rule(tokens, tags, amount, before, following)
        if found and name in MAY_HOLD and _only_holds(amount, found):
            return None, "its subject only holds it"
        if found:
            return found, name
    return (SAME, "amount before") if before and _is_told(tokens, tags, amount, before) else (None, "none")


def _by_itself(tokens: Tokens, tags: str, amount: Amount, before: Amount | None) -> tuple[str | None, str] | None:
    """What the words directly beside the number settle."""
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
    more = amount.last + (tokens.words[amount.last] == "as")
    if tokens.words[more] in ("more", "fewer", "less", "many", "much") and tags[more + 1] == "a":
        return tokens.said(*nouns.after(tokens, tags, more + 1)), "more of"  # *30 percent more wheat*, *as many firms*
    return None


def is_conversion(tokens: Tokens, amount: Amount, before: Amount) -> bool:
    """*30.66 billion yuan (US$4.72 billion)*."""
    gap = tokens.words[before.last : amount.first]
    tags = syntax.grammar().tag(tokens)[before.last : amount.first]
    moves = not lexicon.words("measurand", "moves").isdisjoint(gap) or syntax.holds_verb(tags, 0, len(tags))
    apart = moves or any(tag in syntax.letters("det", "conj") for tag in tags)  # *(of which the 12-sq-km park ...)*
    bracketed = gap[:1] in (["("], ["（"], ["["]) and len(gap) <= MAX_BRACKET and not apart
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
    if amount.unit != before.unit or amount.unit not in SHARES:
        return False
    gap = tokens.words[before.last : amount.first]
    if gap in (["and"], [",", "and"]):
        return tokens.words[before.first - 1] == ","
    goes_on = following is not None and tokens.words[amount.last : following.first] in ([","], ["and"], [",", "and"])
    return gap == [","] and goes_on and following is not None and following.unit == amount.unit


def _only_holds(amount: Amount, subject: str) -> bool:
    """*The port handled ...*, *Rachel Kwan waited ...*: who owns, does or contains what is measured (reading 13)."""
    head = subject.rsplit(None, 1)[-1]
    named = head in lexicon.words("places", "provinces", "cities") or (head.istitle() and " " in subject)
    if head == "area" and amount.unit in units.AREAS:
        return False
    return named or head.lower() in lexicon.words("measurand", "owners", "holders")


def _behind_of(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """*6.02 million tons of bunker oil*, *5 billion yuan in investment*, *18 percent of exports*."""
    at = _behind_conversion(tokens, amount, following)
    if tokens.words[at] == "worth":
        at += 1
    if (change := _behind_change(tokens, at)) is not None:
        return tokens.said(*nouns.after(tokens, tags, change)) if tags[change] not in syntax.letters("num") else None
    if tokens.words[at] not in ("of", "in") or at + 1 in tokens.dates or amount.unit == numbers.TIMES:
        return None
    if following and following.noun and tokens.words[at] == "of" and is_of_whole(tokens, amount, following):
        return tokens.said(*following.noun)
    if tokens.words[at] == "in" and tags[at + 1] in syntax.letters("det"):
        return None
    start, end = nouns.after(tokens, tags, at + 1)
    # *19 percent in June* is no share of June; *a growth of 24 percent in foreign trade* is one of trade.
    grown = tokens.words[amount.first - 1] == "of" and tokens.words[amount.first - 2] in syntax.words("change_nouns")
    plain = tokens.words[at] == "of" or grown or amount.unit not in SHARES
    if not plain or start == end or (tokens.words[at] == "in" and tokens.shapes[start] != "a"):
        return None
    named = tokens.words[start:end]
    if amount.unit in SHARES and _is_level(tokens, tags, amount):
        return None
    if named[-1] in lexicon.words("measurand", "wholes") or (tokens.words[at] == "in" and _is_adverbial(named)):
        return None
    return tokens.said(start, end)


def _is_level(tokens: Tokens, tags: str, amount: Amount) -> bool:
    """*R&D expenditure reached 5.1% of GDP*: the subject is what is measured, unless it only holds it."""
    at = phrases.back_over_mods(tokens, amount.first)
    verb = tokens.words[at - (tokens.words[at] in ("to", "at"))]
    subject = subject_of(tokens, tags, amount.first) if verb in lexicon.words("measurand", "levels") else None
    return subject is not None and not (_only_holds(amount, subject) or subject.lower().split()[-1] in _uninformative())


def _behind_conversion(tokens: Tokens, amount: Amount, following: Amount | None) -> int:
    """*13 billion yuan (1.9 billion dollars) of*, *..., or $1.7 billion, worth of*, *5 million yuan's worth of*."""
    at = behind = amount.last
    restated = tokens.words[at] in ("(", "（", "[") or tokens.words[at : at + 2] == [",", "or"]
    if restated and following and following.first < at + MAX_BRACKET:
        behind = following.last + (tokens.words[following.last] in (")", "）", "]", ","))
    elif tokens.words[at] in ("'", "’"):
        behind = at + 1 + (tokens.words[at + 1] == "s")
    return behind if tokens.words[behind] in ("of", "in", "worth") else at


def _before_noun(
    tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None
) -> str | None:
    """*inks $4b deals*, *a 5 billion yuan credit line*, *11.3% annual GDP growth*, *a 35-sq-km harbor district*."""
    at = amount.last
    between, sizes = lexicon.words("modality", "before_change"), lexicon.words("modality", "sizes")
    while tokens.words[at] in between and tags[amount.last] not in syntax.letters("and"):
        at += 1
    start, end = nouns.after(tokens, tags, at)
    moves = tokens.words[end] in sizes or tokens.words[end - 1] in sizes
    end -= tokens.words[end - 1] in sizes
    while start < end and tokens.words[start] in between:
        start += 1
    if start >= end or tags[at] not in "aA" or amount.unit in units.TIMES or _is_no_noun(tokens, start, end):
        return None
    first = phrases.back_over_mods(tokens, amount.first)
    joined = tokens.words[amount.number] == "-" or "-" in tokens.words[amount.last - 1]
    if joined or tokens.words[first] in ("of", "worth"):  # what is measured stands before these
        return tokens.said(start, end) if joined and amount.unit != numbers.TIMES else None
    told = any(tag in syntax.letters("det") for tag in tags[first : amount.first])
    plural = amount.unit not in (*SHARES, numbers.TIMES) and syntax.is_plural(tokens.words[end - 1])
    return tokens.said(start, end) if moves or told or plural or _is_money(amount) else None


def _is_no_noun(tokens: Tokens, start: int, end: int) -> bool:
    """*5 percent lower*, *the 2 trillion yuan mark*, *5 million yuan selling tea*, *5 million yuan two decades ago*."""
    first, last = tokens.words[start], tokens.words[end - 1]
    return (
        first.endswith(("ly", "ing"))
        or nouns.is_number(first)
        or not lexicon.words("measurand", "no_heads").isdisjoint((tokens.forms[start], last))
    )


def _is_money(amount: Amount) -> bool:
    """Tell whether the unit is a currency of ISO 4217."""
    return amount.unit is not None and len(amount.unit) == len("CNY") and amount.unit.isupper() and amount.unit != "TEU"


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


def is_of_whole(tokens: Tokens, amount: Amount, following: Amount) -> bool:
    """*95 percent of the 159 reform tasks*, *12 of its 104 cases*; not *12 percent of the trade and 40 percent*."""
    gap = tokens.words[amount.last : following.first]
    if gap[:1] != ["of"] or len(gap) > MAX_OF or (amount.noun and lexicon.words("links", "definite").isdisjoint(gap)):
        return False  # *batches of 30 innovations* are made of them
    tags = syntax.grammar().tag(tokens)[amount.last + 1 : following.first]
    others = syntax.letters("and", "or", "comma", "of", "aux", "verb", "rise", "fall", "conj", "open", "close")
    definite = any(tag in syntax.letters("det") for tag in tags)
    return not any(tag in others or (tag in syntax.letters("prep") and not definite) for tag in tags)


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
    end = subject[1]
    while tags[end] in syntax.letters("det", "Name", "word", "and"):
        end += 1
    subject = subject[0], end
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
    at -= tokens.words[at - 1 : at + 1] == ["worth", "of"]
    found = nouns.before(tokens, tags, at)
    if found and before and found[0] < before.last < found[1]:  # *of a million square meters and revenue of ...*
        found = before.last + (tags[before.last] in syntax.letters("and")), found[1]
    if before and found and found[1] <= before.last:  # *nine deals worth 2 billion*; *60 pct of 200 sq km*
        found = before.noun
    if not found:
        return None
    # *compared with 5 percent*, *followed by Wuhan with 20 percent*, *60 sq km: 30 sq km in Jinan*
    beside = tokens.words[at] == "with" and (
        tokens.words[at - 1] == "compared" or _only_holds(amount, tokens.said(*found))
    )
    if before and (beside or found[1] <= before.last):
        return SAME
    if tokens.words[at] == "worth":
        found = _attached(tokens, tags, found)
    if set(tokens.words[slice(*found)]) <= _uninformative():
        return subject_or_same(tokens, tags, found[0], before)
    if tokens.words[at] in ("at", "for", "by") and syntax.holds_verb(
        tags, clauses.clause_start(tokens, tags, at), found[0]
    ):
        return None if tokens.words[at] == "by" else _if_contrast(tokens, found)
    return tokens.said(*found)


def _attached(tokens: Tokens, tags: str, found: Range) -> Range:
    """*signed [agreements] on trade worth 2 billion*: the object or subject, where *on trade* only says more of it."""
    if tags[found[0] - 1] in "aA":  # *to buy goods worth*
        return found
    inside = (*syntax.letters("comma", "and", "det"), *"aA")  # *on culture, tourism and trade*
    last = max(found[0] - 1 - nouns.MAX_SUBJECT, 0)
    at = next((at for at in range(found[0] - 1, last, -1) if tags[at] not in inside), last)
    if tokens.words[at] not in lexicon.words("measurand", "adjuncts"):
        return found
    whose = nouns.before(tokens, tags, at)
    opens = syntax.letters("verb", "rise", "num", "end", "det")
    return whose if whose and (not whose[0] or tags[whose[0] - 1] in opens) else found


def _elided(tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None) -> str | None:
    """*Export stood at 794 billion, up 8.5 percent and import 1,036 billion*: the verb is that of the first."""
    if before is None or tokens.sentence_at(before.first) != tokens.sentence_at(amount.first):
        return None
    found = nouns.before(tokens, tags, phrases.back_over_mods(tokens, amount.first) + 1)
    if found is None or tokens.words[found[1] - 1].endswith("ing"):  # *..., marking a growth of 5 percent*
        return None
    opens = found[0] - (tags[found[0] - 1] in syntax.letters("det"))  # *and its annual foreign trade 500 billion yuan*
    joined = tags[opens - 1] in syntax.letters("and", "comma") and opens > before.last
    return tokens.said(*found) if joined else None


def _absolute(tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None) -> str | None:
    """*with last year's GDP topping 2 trillion yuan*: a participle with a subject of its own."""
    verb = phrases.back_over_mods(tokens, amount.first)
    return subject_of(tokens, tags, verb) if clauses.absolute(tokens, tags, verb) is not None else None


def _relative(tokens: Tokens, tags: str, amount: Amount, before: Amount | None, following: Amount | None) -> str | None:
    """*for its foreign trade, which stood at 400 billion yuan*: the noun before the relative clause."""
    which = clauses.clause_start(tokens, tags, amount.first) - 1
    said = which > 0 and tokens.words[which] == "which" and syntax.holds_verb(tags, which + 1, which + 2)
    end = which - (tags[which - 1] in syntax.letters("comma"))
    found = nouns.before(tokens, tags, end) if said else None
    return tokens.said(*found) if found else None


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
    "behind of": _behind_of,
    "before noun": _before_noun,
    "with and participle": _absolute,
    "pair": _pair,
    "elided verb": _elided,
    "before preposition": _before_preposition,
    "relative clause": _relative,
    "object": object_of,
    "before verb": before_verb,
}
MAY_HOLD = ("pair", "relative clause", "before verb")  # rules whose noun may only hold what is measured
