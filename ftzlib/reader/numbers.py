"""Numbers with their units, or with the noun that they count.

Finds     digits and number words, scaled in full; money before and behind (*RMB2,400 billion*, *20
          billion yuan*); percent, areas, weights, times; ranges, whose first number shares the second's
          unit; *over*, *nearly* and the like as TIMEX3's mod; cells of pasted tables, by the label of their row;
          bare numbers, for `ftzlib.reader.links` to link.
Leaves    ordinals, years and other dates, clock times, scores, numbers inside names (*G20*, *"1+N"*, *No 10*):
          the rules that tell them stand in ``english/numbers.toml``.
Example   "nearly 30.66 billion yuan" -> 30660000000 CNY, LESS_THAN
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import compress, count
from operator import add, gt, or_

from ftzlib.facts.records import Date
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import table
from ftzlib.grammar.words import Memo
from ftzlib.reader import numerals, phrases, syntax, units
from ftzlib.reader.mentions import Amount, Range
from ftzlib.reader.numerals import Number
from ftzlib.reader.subjects import SHARES
from ftzlib.text.spans import Span
from ftzlib.text.tokens import Tokens

TWO_WAYS = re.compile(r"\d{1,3}[.,]\d{1,3}")  # digits of which a text may leave open whether they are grouped
THOUSANDTHS = re.compile(r"\d+\.\d{3}")
NEAR = 6  # words before and behind a number that may make it part of a name
REACH = 15  # words behind a number that may say that it is a change
_OPENS = Memo(lambda word: lexicon.written("quantities", "opener").match(word) is not None)
TIMES = "times"  # the unit of a multiple
_no_quantities, _changes = partial(table, "numbers"), partial(table, "changes")
KINDS = {None: "Bare", "count": "Count", "year": "Year"}
CHANGED = {"percent": "Share", TIMES: "Fold"}


def find(tokens: Tokens, dates: Sequence[Date], unclear: list[Span]) -> list[Amount]:
    """Return the amounts of a text in order; numbers inside `dates` are left alone.

    The digits that may be read in two ways, and are none, are added to `unclear`.
    """
    found: list[Amount] = []
    read_to = 0
    for at in _openings(tokens, dates):
        if at < read_to or (number := numerals.number(tokens, at)) is None:
            continue
        read_to = _behind_torn(tokens, at) or number.end
        amount = _read(tokens, at, number) if read_to == number.end else None
        if amount:
            found.append(amount)
            read_to = amount.last
        elif _is_unclear(tokens, at, number, read_to):
            unclear.append(tokens.span(at, read_to))
    return _in_cells(tokens, _share_units(tokens, found))


def _openings(tokens: Tokens, dates: Iterable[Date]) -> list[int]:
    """Return the tokens that may open a number, outside dates."""
    taken = {at for date in dates for at in range(*tokens.place(date.span))}
    opens = map(or_, map("0".__eq__, tokens.shapes), map(_OPENS.__getitem__, tokens.words))
    return [at for at in compress(count(), opens) if at not in taken]


def _is_unclear(tokens: Tokens, at: int, number: Number, end: int) -> bool:
    """*2.500 firms*, *1, 234 firms*, *1,234* among *3,5 %*: a number, but which; not *3.2.1*, *No 2.500*."""
    torn = end > number.end
    plain = torn or TWO_WAYS.fullmatch(tokens.span(at, end).of(tokens.text)) is not None
    open_ = torn or number.value is None or _is_split_up(tokens, at, number)
    return open_ and plain and not _is_none(tokens, "Number", at)


def _behind_torn(tokens: Tokens, at: int) -> int:
    """*drew 1, 234 firms*, *34. 6 billion*: one number or two, as pages come out of a PDF; the token behind both."""
    torn = lexicon.written("quantities", "torn").match(tokens.plain, tokens.stops[at])
    if not torn or not tokens.words[at].isdecimal():
        return 0
    behind, tags = tokens.behind(torn.end()), syntax.tag(tokens)
    if torn["grouped"] is None:  # of *34. 6 billion* `ftzlib.text.segment` has seen that no sentence begins so
        return behind
    counts = syntax.is_open(tags[behind]) and tokens.words[behind] not in lexicon.words("links", "more")
    known = len(tokens.words[at]) > 3 or tags[at - 1] in syntax.letters("det")
    return behind if not known and (counts or units.unit_at(tokens, torn.end())[0]) else 0


def _read(tokens: Tokens, at: int, number: Number) -> Amount | None:
    value, noun = number.value, None
    if value is None or _is_none(tokens, "Number", at):
        return None
    number, value, mod = _behind_tolerance(tokens, number, value)
    end, half_behind = number.end, lexicon.written("quantities", "half_behind")
    first, unit, last, factor = _measured_in(tokens, at, number)
    if unit is None:
        unit, last, noun = _counted(tokens, at, number)
    elif last > end and (half := half_behind.match(tokens.plain, tokens.stops[last - 1])):
        value, last = value + 0.5, tokens.behind(half.end())
    if unit == units.UNKNOWN or _is_none(tokens, KINDS.get(unit, "Measure"), end):
        return None
    mod = mod or _denied(tokens, first, _mod(tokens, first, end, last, counts=noun is not None))
    return _signed(tokens, Amount(first, last, end, numerals.scaled(value, factor), unit, mod, noun))


def _measured_in(tokens: Tokens, at: int, number: Number) -> tuple[int, str | None, int, str]:
    """Return the first token of a number and its money, its unit, the token behind that, and how many of it it is."""
    first, money = units.sign(tokens, at, number.end)
    unit, last, factor = units.unit_at(tokens, number.stop)
    if money:
        return (first, money, last, factor) if units.is_money_code(unit) else (first, money, number.end, "1")
    if times := _behind_times(tokens, at, number):
        return first, TIMES, times, "1"
    return first, units.UNKNOWN if unit == TIMES or number.kind == "fold" else unit, last, factor


def _is_none(tokens: Tokens, kind: str, at: int) -> bool:
    """Tell whether a rule finds no quantity: `at` is the number's first token or, once read, the one behind it."""
    glued = kind == "Number" and tokens.joined(at) and tokens.shapes[at - 1] in "aA"
    if glued and not units.is_money(tokens, at - 1):  # *G20*, *A380*; not *RMB20*
        return True
    letters, joins = _glued(tokens), tokens.joins
    first = max(at - NEAR, 0)
    if '"' in tokens.words[first:at]:
        first = tokens.bounds(tokens.sentence_at(at))[0]
    start, here, end = first + (joins[first - 1] if first else 0), at + joins[at], at + NEAR
    around = f"{letters[start:here]}{_no_quantities().layers.asked(kind)}{letters[here : end + joins[end - 1]]}"
    return any(_no_quantities().fitting(around, kind))


def _glued(tokens: Tokens) -> str:
    """Return the letters of a text, ``Glue`` between words without a blank, worked out once."""
    rules = _no_quantities()
    if (glued := tokens.tags.get(rules)) is None:
        glue = map(("", rules.layers.sign("Glue")).__getitem__, map(gt, tokens.joins, (0, *tokens.joins)))
        tokens.tags[rules] = glued = "".join(map(add, glue, rules.layers.tag(tokens)))
    return glued


def _behind_times(tokens: Tokens, at: int, number: Number) -> int | None:
    """Return the token behind *times* or *-fold* where a number is a multiple: *2.4 times that of*, *grew fivefold*."""
    last, said = number.end, lexicon.written("quantities", "multiple").match(tokens.plain, number.stop)
    if said:
        last = tokens.behind(said.end())
    elif number.kind != "fold":
        return None
    fold = number.kind == "fold" or (said and said["fold"])
    kind = "Fold" if fold else "Split" if "." in tokens.words[at] else "Times"
    return last if _moved(tokens, kind, at, last) else None


def change(tokens: Tokens, amount: Amount) -> str | None:
    """Return ``increase`` or ``decrease`` where a number is the size of a change over time, else None."""
    kind = "Money" if units.is_money_code(amount.unit) else CHANGED.get(amount.unit or "", "Change")
    moved = _moved(tokens, kind, amount.first, amount.last)
    return moved if moved in ("increase", "decrease") and amount.value >= 0 else None


def _moved(tokens: Tokens, kind: str, first: int, last: int) -> str | None:
    alone = syntax.tag(tokens)[first - 1] in syntax.letters("open")  # *the growth rate of the city (3 percent)*
    start, letters = syntax.clause_start(tokens, first - alone), _changes().layers.tag(tokens)
    rule, _ = next(_changes().around(letters, kind, (first, last), (start, last + REACH)), ({}, {}))
    return None if rule.get("gives", "nothing") == "nothing" else str(rule["gives"])


def _counted(tokens: Tokens, at: int, number: Number) -> tuple[str | None, int, Range | None]:
    """Return what a number without a unit is: a count of the noun behind it, a share, or bare."""
    if number.kind == "fraction":
        return "percent", number.end, None
    # *four 100,000-ton docks*: the second number is one of its own
    if sized := syntax.part("sized").match(syntax.tag(tokens), number.end):
        return _of_sized(tokens, number.end, sized.end())
    # *42 new ones*: a bare number, with what tells its things from those before
    ones = lexicon.written("quantities", "new_ones").match(tokens.plain, number.stop)
    last, noun = _phrase_behind(tokens, at, number, tokens.behind(ones.end()) if ones else number.end)
    noun = None if ones else noun
    if number.kind == "share":
        return "percent", last if noun else number.end, noun
    if noun is None:
        return None, last, None
    if _is_split_up(tokens, at, number):
        return units.UNKNOWN, last, noun
    elsewhere = " ".join(tokens.words[slice(*noun)]) in lexicon.words("quantities", "unit_nouns")
    return "count", last, None if elsewhere else noun


def _of_sized(tokens: Tokens, end: int, first: int) -> tuple[str | None, int, Range | None]:
    last = phrases.counted(tokens, first)
    return ("count", end, (first, last)) if last else (None, end, None)


def _phrase_behind(tokens: Tokens, at: int, number: Number, last: int) -> tuple[int, Range | None]:
    """Return the token behind what a number counts, and that without *such* and *other*; `last` where it is no noun."""
    end, last = number.end, phrases.counted(tokens, number.end) or last
    # *One proposes ...*: a pronoun
    alone = number.value == 1 and tokens.shapes[at] != "0" and syntax.is_plural(tokens.words[last - 1])
    last = end if alone or _is_subject(tokens, at, end, last) else last
    first = next((n for n in range(end, last) if tokens.words[n] not in syntax.words("fillers")), last)
    return last, (first, last) if first < last else None


def _is_subject(tokens: Tokens, at: int, end: int, last: int) -> bool:
    """*Twelve signed letters of intent*: a number that opens a sentence without another verb is its subject."""
    if last <= end + 1 or not tokens.words[end].endswith("ed"):
        return False
    tags, (first, stop) = syntax.tag(tokens), tokens.bounds(tokens.sentence_at(at))
    start = syntax.clause_start(tokens, at)
    first = start if tags[start - 1] in syntax.letters("stop", "conj") else first
    if at != first and not syntax.part("before_subject").fullmatch(tags, first, at):
        return False
    return not syntax.holds_verb(tags, last, syntax.rules().upto("attributed", tags, last, stop))


def _is_split_up(tokens: Tokens, at: int, number: Number) -> bool:
    """*2.500 firms*: no thing that is counted comes in thousandths, and nothing says that the point groups."""
    thousandths = THOUSANDTHS.fullmatch(tokens.words[at]) and number.end == at + 1
    return bool(thousandths) and not float(number.value or 0).is_integer()


def _behind_tolerance(tokens: Tokens, number: Number, value: int | float) -> tuple[Number, int | float, str | None]:
    """*120 ± 5 sq km*, *120 (±5) sq km*: the number with its tolerance, its value, and that it is about so much."""
    sign = lexicon.written("quantities", "tolerance").match(tokens.plain, number.stop)
    tolerance = numerals.number(tokens, tokens.behind(sign.end())) if sign else None
    if sign is None or tolerance is None:
        return number, value, None
    scale = numerals.large(tokens.words[tolerance.end - 1])
    stop = tolerance.stop + bool(sign["bracket"] and tokens.plain.startswith(")", tolerance.stop))
    scaled = numerals.scaled(value, scale) if value < scale else value  # *5 ± 0.5 million yuan*
    return number._replace(stop=stop, end=tokens.behind(stop)), scaled, "APPROX"


def _signed(tokens: Tokens, amount: Amount) -> Amount | None:
    """*−3.5 percent*, *minus $3 million*: below zero, unless it is the size of a change (contract, reading 16)."""
    at = numerals.minus(tokens, amount.first)
    if at is None or amount.unit is None:
        return amount
    alone = tokens.words[at - 1] in ("(", ",") or tokens.sentences[tokens.sentence_at(at)].kind == "row"
    changed = amount.unit == "percent" and alone  # *3 billion yuan (-4 percent)*, *3 billion yuan, -4 percent*
    if changed or _moved(tokens, "Change", at, amount.last):
        return amount
    if amount.unit == "count":
        return amount if tokens.words[at] == "–" else None  # a dash, before things
    return amount._replace(first=at, value=-amount.value)


def _mod(tokens: Tokens, first: int, end: int, last: int, *, counts: bool) -> str | None:
    """Read *over*, *no more than*, *or so* around a number, which ends at `end`, as TIMEX3's mod."""
    words = tokens.words
    if lexicon.written("quantities", "ending").search(words[end - 1]):
        return "MORE_THAN"
    first -= lexicon.written("quantities", "an").fullmatch(words[first - 1]) is not None  # *nearly a third*
    for length in (4, 3, 2, 1) if words[first - 1] in _last_of_mods() else ():
        said = " ".join(words[max(first - length, 0) : first])
        if first >= length and (mod := _mods("before").get(said) or (not counts and _mods("before_sum").get(said))):
            unbound = lexicon.load("quantities")["no_bound_behind"].get(said, ())
            return None if words[first - length - 1] in unbound else mod
    return _mod_behind(tokens, first, end, last, end if counts else last)


def _denied(tokens: Tokens, first: int, mod: str | None) -> str | None:
    """*No file takes more than three days*, *it never costs over 30 yuan*: no more than so many."""
    if contrary := lexicon.load("quantities")["denied"].get(mod):
        part, tags = _no_quantities().part("denied"), _no_quantities().layers.tag(tokens)
        return str(contrary) if part.search(tags, syntax.clause_start(tokens, first), first) else mod
    return mod


def _mod_behind(tokens: Tokens, first: int, end: int, last: int, behind: int) -> str | None:
    """*or so*, *or more*, *the 100,000 mark*: `behind` is where what is said of the number alone would stand."""
    words, after = tokens.words, _mods("after")
    if words[last] in lexicon.words("quantities", "marks"):  # *passed the 100,000 mark*
        passed = " ".join(words[first - 2 : first]) in lexicon.words("quantities", "passed")
        return "MORE_THAN" if passed else None
    for at in (end - 2, behind, last):  # *300 or more firms*, *300 or more*, *300 firms or more*
        if (mod := after.get(" ".join(words[at : at + 2]))) and (at < end or not _goes_on(tokens, at + 2)):
            return mod
    return None if _goes_on(tokens, behind + 1) else after.get(words[behind])


def _goes_on(tokens: Tokens, at: int) -> bool:
    """*300 firms and over 40 banks*, *300 yuan plus a bonus*: what seemed to be of a number is of what follows."""
    return tokens.shapes[at] == "0" or syntax.tag(tokens)[at] in syntax.letters("det", "free", "Free", "around")


@cache
def _last_of_mods() -> frozenset[str]:
    return frozenset(said.split()[-1] for side in ("before", "before_sum") for said in _mods(side))


@cache
def _mods(side: str) -> Mapping[str, str]:
    return {words: mod for mod, phrases_ in lexicon.load("quantities")[side].items() for words in phrases_}


def _share_units(tokens: Tokens, found: list[Amount]) -> list[Amount]:
    """Give a number of a range or row the unit of the other: *20 to 30 days*, *€5-6 billion*, *3, 4 and 6 percent*."""
    for n in reversed(range(len(found) - 1)):
        amount, following = found[n : n + 2]
        if following.noun and amount.unit in SHARES and _is_points(tokens, amount, following.noun):
            found[n + 1] = following._replace(unit="percentage_points", noun=None)
            continue
        hyphened = amount.last == following.first and tokens.words[following.number] == "-"
        share = _past_hyphened if hyphened and amount.unit is None else _shared
        found[n : n + 2] = share(tokens, amount, following)
    return found


def _past_hyphened(tokens: Tokens, amount: Amount, following: Amount) -> tuple[Amount, Amount]:
    """*four 100,000-ton docks*: the first number counts the docks."""
    last = phrases.counted(tokens, following.last)
    return amount._replace(unit="count", noun=(following.last, last)) if last else amount, following


def _shared(tokens: Tokens, amount: Amount, following: Amount) -> tuple[Amount, Amount]:
    ranged = _is_range(tokens, amount, following)
    signed = units.is_money(tokens, amount.first) and amount.last == amount.number
    if ranged and signed and following.unit is None:
        following = following._replace(unit=amount.unit)
    elif amount.unit or not following.unit or units.is_money(tokens, following.first):
        return amount, following
    if ranged or _is_row(tokens, amount, following):
        value = _scaled_as(tokens, amount.value, following)
        amount = amount._replace(unit=following.unit, value=value, noun=following.noun)
    return amount, following


def _is_points(tokens: Tokens, amount: Amount, noun: Range) -> bool:
    """*a share of 40 percent, two points more*: points, behind percent in its sentence."""
    told = tokens.words[noun[0] : noun[1]] == list(lexicon.words("quantities", "points"))
    return told and tokens.sentence_at(amount.first) == tokens.sentence_at(noun[0])


def _scaled_as(tokens: Tokens, value: int | float, following: Amount) -> int | float:
    """*5-6 billion*, *5, 6 and 7 billion*: a small number has the scale of that behind it; not *5 to 6,000 firms*."""
    written = numerals.number(tokens, following.first)
    given = round(following.value / written.value) if written and written.value else 0  # by the last one of a row
    factor = numerals.large(tokens.words[following.number - 1]) or (given if given >= 1000 else 0)
    shared = following.unit not in ("count", *units.TIMES) and factor and value < 1000
    return numerals.scaled(value, factor) if shared else value


def _is_range(tokens: Tokens, amount: Amount, following: Amount) -> bool:
    """*20 to 30 percent*, *two or three days*; *6 and 10 banks* only behind *between*, *a total of*."""
    gap = tokens.words[amount.last : following.first]
    if len(gap) != 1 or gap[0] not in lexicon.words("quantities", "ranges", "pairs"):
        return False
    paired = gap[0] in lexicon.words("quantities", "pairs") and following.unit == "count"
    before = {tokens.words[amount.first - 1], " ".join(tokens.words[amount.first - 2 : amount.first])}
    return not paired or not lexicon.words("quantities", "before_pairs").isdisjoint(before)


def _is_row(tokens: Tokens, amount: Amount, following: Amount) -> bool:
    """*3, 4 and 6 percent*: a comma before a number that has its unit from the last one."""
    fraction = tokens.words[following.number - 1] in lexicon.load("quantities")["fractions"]  # *240.22, half of that*
    shared = following.last == following.number and following.unit not in (None, "count") and not fraction
    return shared and tokens.words[amount.last : following.first] == [","]


def _in_cells(tokens: Tokens, found: Iterable[Amount]) -> list[Amount]:
    """Give amounts in the cells of a pasted table their row's label as noun; what can have none is left out.

    The first cell of a row says what the others measure, and its bracket in what: *Foreign trade (billion yuan)⇥21.5*.
    """
    sentences, told = tokens.sentences, []
    rows = [number for number, sentence in enumerate(sentences) if sentence.kind == "row"]
    first = {sentences[number].paragraph: number for number in reversed(rows)}
    for amount in found:
        row = sentences[tokens.sentence_at(amount.first)]
        told.append(_in_row(tokens, amount, first[row.paragraph]) if row.kind == "row" and not amount.noun else amount)
    return [amount for amount in told if amount]


def _in_row(tokens: Tokens, amount: Amount, row: int) -> Amount | None:
    if tokens.words[amount.first - 1] == "(" and tokens.shapes[amount.first - 2] in "aA":
        return None  # *Exports (100 million yuan)*
    rules, (start, end) = _no_quantities(), tokens.bounds(row)
    label = rules.part("label").match(rules.layers.tag(tokens), start)  # without *assigned* in *Tasks assigned*
    if start <= amount.first < end or label is None:
        return amount if amount.unit else None
    head, unit, value = label.end("head"), amount.unit, amount.value
    if unit is None:
        plain = "count" if syntax.is_plural(tokens.words[head - 1]) else None
        unit, value = _measured(tokens, value, label.end()) if label.end() < end else (plain, value)
    return None if unit in (None, units.UNKNOWN) else amount._replace(unit=unit, value=value, noun=(start, head))


def _measured(tokens: Tokens, value: int | float, bracket: int) -> tuple[str | None, int | float]:
    """*(billion yuan)*, *(10,000 tons)*, *(%)*: the unit of a row, and how many of it."""
    number = numerals.number(tokens, bracket + 1)
    times, stop = (number.value, number.stop) if number else numerals.scale(tokens, tokens.stops[bracket])
    unit, _, factor = units.unit_at(tokens, stop)
    return unit, numerals.scaled(numerals.scaled(value, factor), str(times or 1))
