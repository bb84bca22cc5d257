"""Numbers with their units, or with the noun that they count.

Finds     digits and number words, scaled in full; money before and behind (*RMB2,400 billion*, *20
          billion yuan*); percent, areas, weights, times; ranges, whose first number shares the second's
          unit; *over*, *nearly* and the like as TIMEX3's mod; bare numbers, for `ftzlib.reader.resolve` to link.
Leaves    ordinals, years and other dates, clock times, scores, numbers inside names (*G20*, *"1+N"*, *No 10*).
Example   "nearly 30.66 billion yuan" -> 30660000000 CNY, LESS_THAN
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ftzlib.facts.records import Date
from ftzlib.grammar import lexicon
from ftzlib.reader import numerals, phrases, syntax, units
from ftzlib.reader.mentions import Amount
from ftzlib.text.tokens import Tokens


def find(tokens: Tokens, dates: Sequence[Date]) -> list[Amount]:
    """Return the amounts of a text in order; numbers inside `dates` are left alone."""
    tags = syntax.grammar().tag(tokens)
    taken = _taken(tokens, dates)
    found: list[Amount] = []
    for at in _candidates(tokens):
        if at in taken or (found and at < found[-1].last) or _is_strung(tokens, at):
            continue
        amount = _read(tokens, tags, at)
        if amount:
            found.append(amount)
    return _share_units(tokens, found)


def _candidates(tokens: Tokens) -> Iterator[int]:
    numbers = _numbers()
    for at, (word, shape) in enumerate(zip(tokens.words, tokens.shapes, strict=True)):
        if shape == "0" or word in numbers or ("-" in word and word.split("-", 1)[0] in numbers):
            yield at


def _is_strung(tokens: Tokens, at: int) -> bool:
    """*1,1,2*: figures strung together without a space are a code."""
    before = (
        tokens.words[at - 1] == "," and tokens.joined(at) and tokens.joined(at - 1) and tokens.shapes[at - 2] == "0"
    )
    behind = tokens.words[at + 1] == "," and tokens.joined(at + 1) and tokens.joined(at + 2)
    return before or (behind and tokens.shapes[at + 2] == "0")


def _taken(tokens: Tokens, dates: Sequence[Date]) -> set[int]:
    return {at for date in dates for at in range(tokens.at(date.span.start), tokens.at(date.span.end - 1) + 1)}


def _read(tokens: Tokens, tags: str, at: int) -> Amount | None:
    """Read the amount whose number starts at token `at`, or nothing."""
    if _in_a_name(tokens, at):
        return None
    if way := units.hyphened(tokens, at):
        return Amount(at, at + 1, at + 1, *way, _mod(tokens, at, at + 1), None)
    number = numerals.number(tokens, at)
    if number is None:
        return None
    value, end = number
    end = _behind_plus(tokens, end)
    first, unit = units.sign(tokens, at)
    last = end
    if unit is None:
        unit, last = units.unit_at(tokens, end)
    elif tokens.words[end] in ("yuan", "dollars"):
        last = end + 1
    noun = None
    if unit is None and not numerals.is_fraction(tokens, at):
        last = phrases.counted(tokens, tags, end) or _ones(tokens, tags, end)
        noun = _noun(tokens, end, last) if tokens.words[last - 1] != "ones" else None
        unit = "count" if noun else None
    elif unit is None:
        unit = "percent"
    if _is_refused(tokens, at, end, last, unit):
        return None
    return Amount(first, last, end, value, unit, _mod(tokens, first, end if noun else last), noun)


def _behind_plus(tokens: Tokens, end: int) -> int:
    """*3,400-plus enterprises*, *3,400+ enterprises*: the sign is the number's."""
    if tokens.words[end : end + 2] == ["-", "plus"]:
        return end + 2
    return end + (tokens.words[end] == "+" and tokens.joined(end) and not tokens.joined(end + 1))


def _ones(tokens: Tokens, tags: str, start: int) -> int:
    """*42 new ones*: a bare number, with what tells its things from those before."""
    end = start
    while tags[end] == "a" and tokens.words[end] != "ones" and end - start < 3:
        end += 1
    return end + 1 if tokens.words[end] == "ones" else start


def _noun(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    while start < end and tokens.words[start] in syntax.words("fillers"):
        start += 1
    return (start, end) if start < end else None


def _mod(tokens: Tokens, first: int, last: int) -> str | None:
    """Read *over*, *no more than*, *or so* around a number as TIMEX3's mod."""
    words = tokens.words
    if words[last - 1] in ("plus", "+"):
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
    if tokens.joined(at) and (tokens.shapes[at - 1] in "aA" and word not in lexicon.load("quantities")["signs"]):
        return True
    if tokens.words[at].startswith("00"):  # *12 000*: half of a number
        return True
    if word in data["words"] and (tokens.shapes[before] == "A" or word in ("top", "flight")):
        return True
    if tokens.joined(at) and word in (":", "+", "/", "#", "'", "’") and tokens.joined(before):
        return True
    if word in ("-", "–") and tokens.joined(at) and tokens.shapes[before - 1] in "aA":
        return True
    if tokens.shapes[at] == "0" or tokens.words[at] != "one":
        return False
    told = tokens.words[at + 1] == "day" and word in (":", "to", "within", "in", "only", "just")  # *cut to one day*
    named = (
        tokens.shapes[before] == "a"
        and not told
        and syntax.grammar().tag(tokens)[before] in ("a", *syntax.letters("det"))
    )
    return named or (tokens.words[at + 1] in data["one"] and not told)


def _is_refused(tokens: Tokens, at: int, end: int, last: int, unit: str | None) -> bool:
    following = tokens.words[end]
    if tokens.joined(end) and following in ("st", "nd", "rd", "th"):
        return True
    if unit == "year" and tokens.words[last] in ("before", "after"):  # *20 years before the launch*: when it was
        return True
    if following in lexicon.load("quantities")["labels"]["behind"] and unit is None:
        return True
    if following in (":", "+", "/") and tokens.joined(end) and tokens.shapes[end + 1] in "0aA":
        return True
    if unit is None and following in ("-", "–") and tokens.joined(end) and tokens.shapes[end + 1] in "aA":
        return True
    return bool(unit is None and tokens.joined(end) and tokens.shapes[end] in "aA")


def _share_units(tokens: Tokens, found: list[Amount]) -> list[Amount]:
    """Give the first number of a range the unit of its second (*between 20 and 30 days*)."""
    for n in range(len(found) - 1):
        amount, following = found[n], found[n + 1]
        if amount.unit is None and following.unit and _is_range(tokens, amount, following):
            scale = tokens.words[following.number - 1]
            value = amount.value
            if following.unit not in ("count", *units.TIMES) and (factor := numerals.large(scale)) and value < 1000:
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
        "half": 0,
        "quarter": 0,
        "third": 0,
        "fifth": 0,
        "eighth": 0,
        "tenth": 0,
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
