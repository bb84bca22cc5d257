"""Numbers with their units, or with the noun that they count.

Finds     digits and number words, scaled in full; money before and behind (*RMB2,400 billion*, *20
          billion yuan*); percent, areas, weights, times; ranges, whose first number shares the second's
          unit; *over*, *nearly* and the like as TIMEX3's mod; bare numbers, for `ftzlib.reader.resolve` to link.
Leaves    ordinals, years and other dates, clock times, scores, numbers inside names (*G20*, *"1+N"*, *No 10*).
Example   "nearly 30.66 billion yuan" -> 30660000000 CNY, LESS_THAN
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ftzlib.facts.records import Date
from ftzlib.grammar import lexicon
from ftzlib.reader import cells, changes, multiples, numerals, phrases, quotations, syntax, units
from ftzlib.reader.mentions import Amount
from ftzlib.text.spans import Span
from ftzlib.text.tokens import Tokens

TWO_WAYS = re.compile(r"\d{1,3}[.,]\d{1,3}")  # digits of which a text may leave open whether they are grouped
MAX_QUOTED = 6  # words of a name in quotation marks


def find(tokens: Tokens, dates: Sequence[Date], unclear: list[Span] | None = None) -> list[Amount]:
    """Return the amounts of a text in order; numbers inside `dates` are left alone.

    Where `unclear` is given, the digits that may be read in two ways, and are none, are added to it.
    """
    tags = syntax.grammar().tag(tokens)
    taken = _taken(tokens, dates)
    found: list[Amount] = []
    read_to = 0
    for at in _candidates(tokens):
        if at in taken or at < read_to:
            continue
        if way := units.hyphened(tokens, at):
            found.append(Amount(at, at + 1, at + 1, *way, _mod(tokens, at, at + 1), None))
            read_to = at + 1
            continue
        if (number := numerals.number(tokens, at)) is None:
            continue
        read_to = _behind_split(tokens, tags, at) or number[1]
        amount = _read(tokens, tags, at, *number) if read_to == number[1] else None
        if amount:
            found.append(amount)
            read_to = amount.last
        elif unclear is not None and _is_unclear(tokens, at, number, read_to):
            unclear.append(tokens.span(at, read_to))
    return cells.labelled(tokens, _share_units(tokens, found))


def _is_unclear(tokens: Tokens, at: int, number: tuple[int | float | None, int], end: int) -> bool:
    """*2.500 firms*, *1, 234 firms*, *1,234* among *3,5 %*: a number, but which; not *3.2.1*, *No 2.500*."""
    value, behind = number
    torn = end > behind or value is None or _is_split_up(tokens, at, value, behind)
    plain = end > behind or TWO_WAYS.fullmatch(tokens.span(at, end).of(tokens.text)) is not None
    return torn and plain and not _in_a_name(tokens, at)


def _candidates(tokens: Tokens) -> Iterator[int]:
    numbers = _numbers()
    for at, (word, shape) in enumerate(zip(tokens.words, tokens.shapes, strict=True)):
        if shape == "0" or word in numbers or ("-" in word and word.split("-", 1)[0] in numbers) or "\u2044" in word:
            yield at


def _behind_split(tokens: Tokens, tags: str, at: int) -> int:
    """*drew 1, 234 firms*, *34. 6 billion*: one number or two, as pages come out of a PDF; the token behind both."""
    if tokens.words[at + 1] not in (",", "."):
        return 0
    first, sign, second, behind = (*tokens.words[at : at + 3], at + 3)
    torn = tokens.joined(at + 1) != tokens.joined(at + 2)  # a blank on one side of the sign
    if not (torn and first.isdecimal() and second[:1].isdecimal()):
        return 0
    if tokens.joined(at + 2) or (sign == "." and len(second) < 3):
        return behind  # *34 .6 billion*; of *34. 6 billion* `ftzlib.text.segment` has seen that no sentence begins so
    grouped = (
        sign == "," and len(first) < 4 and len(second.split(",")[0]) == 3 and tags[at - 1] not in syntax.letters("det")
    )
    counts = tags[behind] in "aA" and tokens.words[behind] not in lexicon.words("links", "more")
    return behind if grouped and (counts or units.unit_at(tokens, behind)[0]) else 0


def _taken(tokens: Tokens, dates: Sequence[Date]) -> set[int]:
    return {at for date in dates for at in range(tokens.at(date.span.start), tokens.at(date.span.end - 1) + 1)}


def _read(tokens: Tokens, tags: str, at: int, value: int | float | None, end: int) -> Amount | None:
    """Read the amount whose number stands from token `at` up to `end`, or nothing."""
    if value is None or _in_a_name(tokens, at) or _is_tolerance(tokens, at):
        return None
    number = end
    end, tolerance = _behind_tolerance(tokens, _behind_plus(tokens, end))
    first, unit = units.sign(tokens, at, end)
    if unit is None and (times := multiples.behind(tokens, tags, at, end)):
        unit, last, factor = multiples.UNIT, times, "1"
    elif unit is None:
        unit, last, factor = units.unit_at(tokens, end)
        unit = units.UNKNOWN if unit == multiples.UNIT or tokens.words[at] in numerals.folds() else unit
    else:
        behind, last, factor = units.unit_at(tokens, end)
        last, factor = (last, factor) if units.is_money_code(behind) else (end, "1")
    if unit and tokens.words[last : last + 3] == ["and", "a", "half"] and last > end:  # *two hours and a half*
        value, last = value + 0.5, last + 3
    noun = None
    if unit is None:
        unit, last, noun = _counted(tokens, tags, at, end)
    if (
        unit == units.UNKNOWN
        or _is_refused(tokens, at, end, last, unit)
        or (unit == "count" and _is_split_up(tokens, at, value, number))
    ):
        return None
    if tolerance and value < numerals.large(tokens.words[tolerance - 1]):  # *5 ± 0.5 million yuan*
        value = numerals.scaled(value, numerals.large(tokens.words[tolerance - 1]))
    mod = "APPROX" if tolerance else _mod(tokens, first, end if noun else last)
    return _signed(tokens, tags, Amount(first, last, end, numerals.scaled(value, factor), unit, mod, noun))


def _counted(tokens: Tokens, tags: str, at: int, end: int) -> tuple[str | None, int, tuple[int, int] | None]:
    """Return what a number without a unit is: a count of the noun behind it, a share, or bare."""
    if numerals.is_fraction(tokens, at):
        return "percent", end, None
    last = phrases.counted(tokens, tags, end) or _ones(tokens, tags, end)
    last = end if _is_subject(tokens, tags, at, end, last) else last
    noun = _noun(tokens, end, last) if tokens.words[last - 1] != "ones" else None
    if numerals.is_share(tokens, at):
        return "percent", last if noun else end, noun
    return "count" if noun else None, last, noun


def _is_split_up(tokens: Tokens, at: int, value: int | float, end: int) -> bool:
    """*2.500 firms*: no thing that is counted comes in thousandths, and nothing says that the point groups."""
    return (
        isinstance(value, float)
        and not value.is_integer()
        and end == at + 1
        and len(tokens.words[at].partition(".")[2]) == 3
    )


def _is_tolerance(tokens: Tokens, at: int) -> bool:
    """*120 sq km ± 5*: the second number is none of its own."""
    before = at - 2 - (tokens.words[at - 2] == "(")
    return before >= 0 and tokens.words[at - 1] == "±" and tokens.shapes[before] in "0aA"


def _behind_tolerance(tokens: Tokens, end: int) -> tuple[int, int]:
    """*120 ± 5 sq km*, *120 (±5) sq km*: what stands behind the tolerance, and the token behind its number, if any."""
    words, at = tokens.words, end + (tokens.words[end] == "(")
    behind = at + 1 if words[at] == "±" else at + 3 if words[at : at + 3] == ["+", "/", "-"] else 0
    if not behind or tokens.shapes[behind] != "0":
        return end, 0
    behind = (numerals.number(tokens, behind) or (None, behind + 1))[1]
    return behind + (at > end and words[behind] == ")"), behind


def _signed(tokens: Tokens, tags: str, amount: Amount) -> Amount | None:
    """*−3.5 percent*, *minus $3 million*: below zero, unless it is the size of a change (contract, reading 16)."""
    at = numerals.minus(tokens, amount.first)
    if at is None or amount.unit is None:
        return amount
    before = phrases.back_over_mods(tokens, at)
    alone = tokens.words[at - 1] in ("(", "（", ",") or tokens.sentences[tokens.sentence_at(at)].kind == "row"
    changed = amount.unit == "percent" and alone  # *3 billion yuan (-4 percent)*, *3 billion yuan, -4 percent*
    if changed or tokens.words[before] == "by" or changes.change(tokens, tags, at, amount.last):
        return amount
    if amount.unit == "count":
        return amount if tokens.words[at] == "–" else None  # a dash, before things
    return amount._replace(first=at, value=-amount.value)


def _is_subject(tokens: Tokens, tags: str, at: int, end: int, last: int) -> bool:
    """*Twelve signed letters of intent*: a number that opens a sentence without another verb is its subject."""
    first, stop = tokens.bounds(tokens.sentence_at(at))
    opens = at == first or (at == first + 1 and tags[first] in syntax.letters("adverb", "prep"))
    return opens and tokens.words[end].endswith("ed") and last > end + 1 and not syntax.holds_verb(tags, last, stop)


def _behind_plus(tokens: Tokens, end: int) -> int:
    """*3,400-plus enterprises*, *3,400+ enterprises*, *300-odd firms*: the sign or the word is the number's."""
    words, endings = tokens.words, lexicon.words("quantities", "endings")
    if (words[end] == "-" and words[end + 1] in endings) or words[end : end + 1] == ["odd"]:
        return end + 1 + (words[end] == "-")
    return end + (words[end] == "+" and tokens.joined(end) and not tokens.joined(end + 1))


def _ones(tokens: Tokens, tags: str, start: int) -> int:
    """*42 new ones*: a bare number, with what tells its things from those before."""
    end = start
    while (tags[end] == "a" or tokens.words[end].endswith("ed")) and tokens.words[end] != "ones" and end - start < 3:
        end += 1
    return end + 1 if tokens.words[end] == "ones" else start


def _noun(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    while start < end and tokens.words[start] in syntax.words("fillers"):
        start += 1
    return (start, end) if start < end else None


def _mod(tokens: Tokens, first: int, last: int) -> str | None:
    """Read *over*, *no more than*, *or so* around a number as TIMEX3's mod."""
    words = tokens.words
    if words[last - 1].rsplit("-", 1)[-1] in ("+", *lexicon.words("quantities", "endings")):
        return "MORE_THAN"
    first -= words[first - 1] == "a"  # *nearly a third*
    if first and words[first - 1] in _mod_ends():
        for length in (3, 2, 1):
            if first >= length and (mod := _mods("before").get(" ".join(words[first - length : first]))):
                return mod
    if words[last] in _mod_openers():
        for length in (2, 1):
            if mod := _mods("after").get(" ".join(words[last : last + length])):
                return mod
    return None


def _in_a_name(tokens: Tokens, at: int) -> bool:
    """*G20*, *A380*, *No. 10*, *1+N*, *9:30*, *3-1*: a number that is no quantity."""
    data = lexicon.load("quantities")["labels"]
    before = at - 1
    if before >= 0 and tokens.words[before] == "." and tokens.joined(before):
        before -= 1
    word = tokens.words[before] if before >= 0 else ""
    if tokens.joined(at) and tokens.shapes[at - 1] in "aA" and not units.is_money(tokens, at - 1):
        return True
    if word in data["words"] and (tokens.shapes[before] == "A" or word in ("top", "flight")):
        return True
    if tokens.joined(at) and word in (":", "+", "/", "#", "'", "’") and tokens.joined(before):
        return word != "+" or tokens.shapes[before - 1] != "."  # *(+4 percent)*
    if word in ("-", "–") and tokens.joined(at) and tokens.joined(before) and tokens.shapes[before - 1] in "aA":
        return True
    if _is_named(tokens, at):
        return True
    if tokens.words[at] != "one" or numerals.large(tokens.words[at + 1]) or tokens.words[at + 1] == "hundred":
        return False
    told = tokens.words[at + 1] == "day" and word in (":", "to", "within", "in", "only", "just")  # *cut to one day*
    named = (
        tokens.shapes[before] == "a"
        and not told
        and syntax.grammar().tag(tokens)[before] in ("a", *syntax.letters("det"))
    )
    return named or (tokens.words[at + 1] in data["one"] and not told)


def _is_named(tokens: Tokens, at: int) -> bool:
    """*the "Five Centers" plan*, *the two sessions*, *at the Three Gorges*: names with a number in them."""
    if _is_quoted_name(tokens, at):
        return True
    if tokens.shapes[at] == "0":
        return False
    if f"{tokens.words[at]} {tokens.words[at + 1]}" in lexicon.words("quantities", "names"):
        return tokens.words[at - 1] == "the" or tokens.shapes[at + 1] == "A"
    article = syntax.grammar().tag(tokens)[at - 1] in syntax.letters("det", "prep")
    return tokens.forms[at].istitle() and tokens.shapes[at + 1] == "A" and article and tokens.shapes[at - 1] == "a"


def _is_quoted_name(tokens: Tokens, at: int) -> bool:
    """*the "Two Centers and Four Bases" program*; not *"40 firms came," he said*."""
    words, first = tokens.words, tokens.bounds(tokens.sentence_at(at))[0]
    opening = next(
        (n for n in range(at - 1, max(at - MAX_QUOTED, first) - 1, -1) if words[n] in quotations.MARKS), None
    )
    closing = next((n for n in range(at + 1, at + MAX_QUOTED) if words[n] in quotations.MARKS), None)
    if opening is None or closing is None or words[opening] == "”" or words[closing - 1] in (",", "."):
        return False
    if words[opening] == '"' and words[first : opening + 1].count('"') % 2 == 0:  # the end of another quotation
        return False
    tags = syntax.grammar().tag(tokens)
    titled = tokens.shapes[at] == "A" or tokens.shapes[at + 1] == "A" or opening == at - 1
    return (titled or tags[closing + 1] in "aA") and not syntax.holds_verb(tags, opening, closing)


def _is_refused(tokens: Tokens, at: int, end: int, last: int, unit: str | None) -> bool:
    following = tokens.words[end]
    if tokens.joined(end) and following in ("st", "nd", "rd", "th"):
        return True
    if unit == "year" and tokens.words[last] in ("before", "after"):  # *20 years before the launch*: when it was
        return True
    if following in lexicon.load("quantities")["labels"]["behind"] and unit in (None, "count"):
        return True
    if following in (":", "+", "/") and tokens.joined(end) and tokens.shapes[end + 1] in "0aA":
        return True
    if unit is None and following in ("-", "–") and tokens.joined(end) and tokens.shapes[end + 1] in "aA":
        return True
    # *12 m deep wells*: metres or millions; *4K cameras*
    lone = (len(following) == 1 and following.isalpha()) or tokens.forms[end - 1] == "K"
    return (unit == "count" and lone) or bool(unit is None and tokens.joined(end) and tokens.shapes[end] in "aA")


def _share_units(tokens: Tokens, found: list[Amount]) -> list[Amount]:
    """Give one number of a range the unit of the other: *between 20 and 30 days*, *€5-6 billion*."""
    for n in range(len(found) - 1):
        amount, following = found[n], found[n + 1]
        signed = units.is_money(tokens, amount.first) and amount.last == amount.number
        if signed and following.unit is None and _is_range(tokens, amount, following):
            found[n + 1] = following = following._replace(unit=amount.unit)
        elif amount.unit or not following.unit or units.is_money(tokens, following.first):
            continue
        if _is_range(tokens, amount, following):
            value, factor = amount.value, numerals.large(tokens.words[following.number - 1])
            if following.unit not in ("count", *units.TIMES) and factor and value < 1000:
                value = numerals.scaled(value, factor)
            found[n] = amount._replace(unit=following.unit, value=value, noun=following.noun)
    return found


def _is_range(tokens: Tokens, amount: Amount, following: Amount) -> bool:
    """*20 to 30 percent*, *two or three days*, *3 and 5 percent*; *36 and 10 banks* only behind *between*."""
    gap = " ".join(tokens.words[amount.last : following.first])
    if gap == "and":
        return following.unit != "count" or tokens.words[amount.first - 1] == "between"
    return gap in ("to", "-", "–", "or", "—")


@cache
def _numbers() -> Mapping[str, int]:
    return {
        **lexicon.load("quantities")["numbers"],
        **lexicon.load("quantities")["with_article_scales"],
        **dict.fromkeys(["half", *lexicon.load("quantities")["with_article"]], 0),
        **numerals.folds(),
    }


@cache
def _mod_ends() -> frozenset[str]:
    return frozenset(words.split()[-1] for words in _mods("before"))


@cache
def _mod_openers() -> frozenset[str]:
    return frozenset(words.split()[0] for words in _mods("after"))


@cache
def _mods(side: str) -> Mapping[str, str]:
    return {words: mod for mod, phrases_ in lexicon.load("quantities")[side].items() for words in phrases_}
