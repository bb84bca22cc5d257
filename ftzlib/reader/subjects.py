"""What a clause says of its subject: which noun phrase is measured, and which only owns, contains or does it.

Finds     the subject, and of *the number of X* X; whether an amount in it is what the clause is about.
Leaves    what stands elsewhere to `ftzlib.reader.measurand`.
Example   "Exports of 40 firms rose 5 percent" -> Exports; "..., a growth of 5 percent" -> `SAME`
"""

from collections.abc import Iterable
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.grammar.layers import FORMS
from ftzlib.reader import phrases, syntax, units
from ftzlib.reader.mentions import SAME, Amount, Range
from ftzlib.text.tokens import Tokens

SHARES = ("percent", "percentage_points")
RELATIVE = (*SHARES, "times")


def or_same(tokens: Tokens, at: int, before: Amount | None) -> str | None:
    """Return the subject of the clause, `SAME` where an amount before the number has it already, or nothing."""
    if before is None:
        return of_clause(tokens, at)
    found = phrases.subject(tokens, at)
    if found is None:
        return _that_of(tokens, before, at) or (SAME if _is_about(tokens, before, None, at) else None)
    if tokens.words[found[1] - 1] in lexicon.words("measurand", "several"):
        return ""
    if _stands_for(tokens, found, before, at) or _is_about(tokens, before, found, at):
        return SAME
    return _in_full(tokens, found) or named(tokens, with_items(tokens, found, at))


def _in_full(tokens: Tokens, subject: Range) -> str | None:
    """*Its import value grew. The value exceeded ...*: the subject of the sentence before, where it ends so."""
    start, end = subject
    sentence = tokens.sentence_at(start)
    alone = end - start == 1 and tokens.words[start] in lexicon.words("measurand", "own_level") and sentence
    told = phrases.sentence_subject(tokens, sentence - 1) if alone else None
    again = told and told[1] - told[0] > 1 and tokens.words[told[1] - 1] == tokens.words[start]
    return tokens.said(*told) if told and again else None


def _stands_for(tokens: Tokens, subject: Range, before: Amount, at: int) -> bool:
    """*and the figure increased to ...*, *..., a growth of 5 percent*; not *the growth rate of exports*."""
    tags = syntax.tag(tokens)
    last = subject[1] - 1
    if syntax.part("stand_in").match(tags, last) and uninformative().issuperset(tokens.words[subject[0] : last]):
        return True
    name, near = named(tokens, subject), tokens.sentence_at(before.first) == tokens.sentence_at(at)
    return near and name is not None and is_vague(name) and not syntax.part("of_noun").match(tags, subject[1])


def _that_of(tokens: Tokens, before: Amount, at: int) -> str | None:
    """*The number of firms was 3 and that of banks 5*: banks; of *exports of tea ..., those of silk* the same."""
    that = syntax.part("that_of").match(syntax.tag(tokens), syntax.clause_start(tokens, at))
    told = phrases.subject(tokens, before.first) if that else None
    return tokens.said(*phrases.after(tokens, that.end())) if that and told and of_what(tokens, told) else None


def _is_about(tokens: Tokens, amount: Amount, subject: Range | None, at: int) -> bool:
    """Tell whether the clause of a number is about an amount before it.

    That stands between subject and number, but for *has grown by*, *came to*, and where it only says more of the
    subject (*Exports of 40 firms rose*); or the subject has it (*the three indicators rose*).
    """
    tags = syntax.tag(tokens)
    if subject and subject[0] <= amount.first < subject[1]:
        return True
    if amount.first < syntax.clause_start(tokens, at):
        return False
    inside = subject and syntax.part("inside").fullmatch(tags, subject[1], amount.first)
    if inside and syntax.part("undivided").fullmatch(tags, amount.last, at):
        return False
    return syntax.part("moved_by").match(tags, phrases.back_over_mods(tokens, at)) is None


def of_clause(tokens: Tokens, at: int) -> str | None:
    """Return the subject before token `at`; *the number of X* is X."""
    found = phrases.subject(tokens, at)
    return (_in_full(tokens, found) or named(tokens, with_items(tokens, found, at))) if found else None


def with_items(tokens: Tokens, found: Range, at: int) -> Range:
    """*Tea, silk and rice rose 5 percent*: a subject with the others of its list, whose one number is of them all."""
    items = syntax.part("enumerated").match(syntax.tag(tokens), found[0])
    return items.span() if items and found[1] < items.end() <= at else found


def named(tokens: Tokens, found: Range) -> str | None:
    """Return the words of a noun phrase; of *the number of X* those of X, and None where that is not clear."""
    tags, what = syntax.tag(tokens), of_what(tokens, found)
    start, end = what or found
    if syntax.part("used").match(tags, end - 1):  # *the actual use of foreign capital*
        what = start, phrases.after(tokens, end + 1)[1]
    elif what is None and syntax.part("number_of").match(tags, end - 1):
        return None
    return tokens.said(*(what or found))


def counted(tokens: Tokens, at: int) -> str | None:
    """Return what a level without a unit counts, or nothing where its subject does not say.

    *The number of firms reached 300* -> firms; *the total number reached 300*; *imports reached 900 million* are none.
    """
    found = of_clause(tokens, at)
    if found and (is_vague(found) or found.lower() in lexicon.words("measurand", "several")):
        return ""
    counts = found and found.lower().split()[-1] not in lexicon.words("links", "trade_parts")
    return found if counts else None


def of_what(tokens: Tokens, head: Range) -> Range | None:
    """Return the phrase behind *the number of*, *the share of*; None where `head` says itself what is meant."""
    share = tokens.words[head[1] - 1]
    joined = syntax.tag(tokens)[head[1]] in syntax.letters("of")
    moves = share in syntax.words("rise_nouns") | syntax.words("fall_nouns") | lexicon.words("measurand", "shares_in")
    joined |= moves and tokens.words[head[1]] in lexicon.words("measurand", "of_moves")  # *the increase in imports*
    if not joined or not (moves or share in lexicon.words("measurand", "shares")):
        return None
    plain = syntax.words("change_nouns") | syntax.words("premodifiers")
    if not plain.issuperset(tokens.words[head[0] : head[1] - 1]):  # *the output value of*, *the market share of*
        return None
    what = phrases.after(tokens, head[1] + 1)
    return what if what[0] < what[1] and _says_what(tokens, what, share) else None


def _says_what(tokens: Tokens, what: Range, share: str) -> bool:
    """*The number of zones*, *the volume of trade*; not *the number of two deals*, *the volume of the FTZ*."""
    (first, last), head = what, tokens.words[what[1] - 1]
    if tokens.shapes[last] == "0" or syntax.part("so_many").match(syntax.tag(tokens), first):
        return False
    if share in lexicon.words("measurand", "numbers"):  # *local*, of *local specialized firms*
        return syntax.is_plural(head)
    return head not in lexicon.words("measurand", "owners")


def says_nothing(words: Iterable[str]) -> bool:
    """*A relatively rapid growth of 7 percent*: none of the words says what is measured."""
    return all(word in uninformative() or "manner" in FORMS[word] for word in words)


def is_vague(name: str) -> bool:
    """*Growth*, *the total number*: none of the words says what is measured, whatever stands beside them."""
    return uninformative().issuperset(name.lower().split())


@cache
def uninformative() -> frozenset[str]:
    """Return the words that alone do not say what is measured (*an annual growth of*)."""
    return syntax.words("change_nouns") | lexicon.words("measurand", "uninformative")


def only_holds(amount: Amount, subject: str) -> bool:
    """*The port handled ...*, *Rachel Kwan waited ...*: who owns, does or contains what is measured (reading 13)."""
    head = subject.rpartition(" ")[2]
    if head in lexicon.words("measurand", "areas") and amount.unit in units.AREAS:
        return False
    return is_place(subject) or head.lower() in lexicon.words("measurand", "holders")


def is_place(subject: str) -> bool:
    """*Jiangsu*, *the zone*, *Fujian Free Trade Zone*, *Rachel Kwan*; not *Consumer Price Index*, *land area*."""
    before, _, head = subject.rpartition(" ")
    known = before.rpartition(" ")[2] in lexicon.words("measurand", "surfaces")
    if known or head.lower() in lexicon.words("measurand", "measured"):
        return False
    named = head in lexicon.words("places", "provinces", "cities", "countries") or (head.istitle() and " " in subject)
    return named or head.lower() in lexicon.words("measurand", "owners")


def items(tokens: Tokens, listed: Range) -> list[Range]:
    """*tea, silk and rice*: the items of a list, of which the last may hold an *and*."""
    tags, (start, end) = syntax.tag(tokens), listed
    joints = [at for at in range(start, end) if tags[at] in syntax.letters("comma")]
    ands = [at for at in range(joints[-1], end) if tags[at] in syntax.letters("and")]
    if ands and ands[0] > joints[-1] + 1:  # *silk and rice*; not *silk, and old and new rice*
        joints.append(ands[-1])
    edges = zip([start, *(at + 1 for at in joints)], [*joints, end], strict=True)
    skipped = syntax.rules().past
    return [(skipped("articles", tags, skipped("joins", tags, first, last), last), last) for first, last in edges]


def says_little(amount: Amount, found: str) -> bool:
    """*Stable growth reached 3 billion yuan*: of a change or a share it is enough, of so much it does not say what."""
    words = found.lower().split()
    absolute = amount.unit not in RELATIVE and not amount.noun
    moves = words[-1:] and words[-1] in syntax.words("rise_nouns") | syntax.words("fall_nouns")
    if not amount.noun and words[-1:] and words[-1] in lexicon.words("measurand", "comparatives"):
        return True
    return absolute and bool(moves) and uninformative().issuperset(words)


def no_noun(tokens: Tokens, start: int, end: int) -> bool:
    """*5 percent lower*, *the 2 trillion yuan mark*, *5 million yuan selling tea*, *5 million yuan two decades ago*."""
    first, last = tokens.words[start], tokens.words[end - 1]
    plain = FORMS[first].isdisjoint(lexicon.load("measurand")["no_noun_forms"]) or first in syntax.words("premodifiers")
    flowed = end == start + 1 and "spent" in FORMS[first]  # *3 billion yuan flowed to ...*
    return flowed or not plain or not lexicon.words("measurand", "no_heads").isdisjoint((tokens.forms[start], last))


def is_of_whole(tokens: Tokens, amount: Amount, whole: Amount) -> bool:
    """*95 percent of the 159 reform tasks*, *12 of its 104 cases*; not *60 cases of the first two batches of zones*."""
    known = not amount.noun or (
        # *batches of 30 innovations* are made of them
        not lexicon.words("links", "definite").isdisjoint(tokens.words[amount.last : whole.first])
        and whole.noun is not None
        and tokens.words[amount.noun[1] - 1] == tokens.words[whole.noun[1] - 1]
    )
    return known and syntax.part("of_whole").fullmatch(syntax.tag(tokens), amount.last, whole.first) is not None


def pairs_with(one: Amount, two: Amount) -> bool:
    """*reached 220 million tons and 3.5 million TEUs*: of one unit, or both measured and not counted."""
    levels = two.unit is None and one.unit == "count" and one.noun is None  # *the numbers of A and B were 30 and 40*
    return one.unit == two.unit or levels or not {None, "count", *RELATIVE} & {one.unit, two.unit}
