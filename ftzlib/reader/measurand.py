"""What a number measures, as a noun phrase in the text's words (the measurand of the VIM, JCGM 200:2012).

Finds     the noun that it counts, the phrase before *of*, *worth*, *at*, the object or the subject of its verb.
Leaves    bare numbers, for `ftzlib.reader.links`; marks with `SAME` what the number before it says.
Example   "handled foreign trade of 1.8 trillion yuan, up 6.6 percent" -> foreign trade, twice
"""

from collections.abc import Callable, Mapping
from typing import Any

from ftzlib.grammar import lexicon
from ftzlib.grammar.words import BREAK
from ftzlib.reader import numbers, phrases, several, subjects, syntax, units
from ftzlib.reader.amounts import REACH, Place, kind, rules
from ftzlib.reader.mentions import SAME, Range
from ftzlib.reader.subjects import SHARES
from ftzlib.text.tokens import Tokens

MAX_OPEN = 2  # words between *of* and its noun
LEVEL, CONVERSION = "level of its subject", "conversion in brackets"
NONE, HOLDS = {"name": "none"}, {"name": "its subject only holds it"}


def find(place: Place) -> tuple[str | None, Mapping[str, Any]]:
    """Return what an amount measures and the rule that found it; None for a bare number."""
    amount = place.amount
    thing = amount.first, amount.last
    units_only = place.tokens.said(amount.last - 1, amount.last) if amount.unit == "count" and not amount.noun else None
    opens, closes = place.tokens.bounds(place.tokens.sentence_at(amount.first))
    within = max(opens, amount.first - REACH), min(closes, amount.last + REACH)
    for rule, places in rules().around(place.laid, kind(place.tokens, amount), thing, within):
        found = READS[rule["reads"]](place, places.get("at", thing)[0])
        if found and rule.get("may_hold") and _only_holds(place, found):
            return units_only, HOLDS
        if found is not None:
            return None if subjects.says_little(amount, found) else found or None, rule
    return units_only, NONE


def _only_holds(place: Place, found: str) -> bool:
    """*The port handled ...*, *40 firms will invest ...*: what is found owns or does what is measured (reading 13)."""
    if found == SAME:
        before, plain = place.before, place.amount.noun is None and place.amount.unit not in subjects.RELATIVE
        return before is not None and before.noun is not None and plain and _acts(place, before.last)
    return subjects.only_holds(place.amount, found) or _acts(place)


def _label(place: Place, colon: int) -> str | None:
    """*Imports and exports in 2023: RMB1,200 billion*, *Tasks assigned: 165*: the head of a line, without its verb."""
    tokens = place.tokens
    first = tokens.bounds(tokens.sentence_at(colon))[0]
    head = rules().upto("label_end", place.laid, first + 1, colon)
    if rules().part("label_verb").search(place.laid, first, head):
        return None
    return subjects.of_clause(tokens, head)


def _acts(place: Place, first: int = 0) -> bool:
    """*The terminal will handle ...*, *A box that waited ...*: a subject that does something, and has no level."""
    if numbers.change(place.tokens, place.amount):  # *saw a 5 percent increase*
        return False
    start = max(first, syntax.clause_start(place.tokens, place.amount.first))
    return rules().part("acts").search(place.laid, start, place.amount.first) is not None


def _behind_of(place: Place, at: int) -> str | None:
    """*6.02 million tons of bunker oil*, *5 billion yuan in investment*, *18 percent of exports*."""
    tokens, of = place.tokens, place.tags[at] in syntax.letters("of")
    if at + 1 in tokens.dates:
        return None
    if of and (noun := _noun_of_whole(place)):
        return tokens.said(*noun)
    found = _phrase_behind(place, at, of=of)
    if not found:
        return None
    if _is_whole(place, *found):  # *of the total*, *of the Fujian FTZ*, *in pilot free trade zones*
        return _counted_in(tokens, found) if of else None
    return tokens.said(*found) if of or _is_matter(place, at, *found) else None


def _counted_in(tokens: Tokens, whole: Range) -> str | None:
    """*18 percent of the total number of firms*: firms; not *of the total amount of Hubei*."""
    what = subjects.of_what(tokens, whole)
    return tokens.said(*what) if what and not tokens.forms[what[1] - 1].istitle() else None


def _noun_of_whole(place: Place) -> Range | None:
    """*95 percent of the 159 reform tasks*: the noun of the amount behind, if that is the whole."""
    whole = place.following
    return whole.noun if whole and subjects.is_of_whole(place.tokens, place.amount, whole) else None


def _phrase_behind(place: Place, at: int, *, of: bool) -> Range | None:
    """Return the phrase behind *of* or *in* that may be what an amount measures."""
    tokens, (start, end) = place.tokens, phrases.after(place.tokens, at + 1)
    if start == end:
        return None
    # *19 percent in June* is no share of June; *a growth of 24 percent in foreign trade* is one of trade.
    if place.amount.unit in SHARES and (_is_level(place) or not (of or place.grown)):
        return None
    end = _up_to_next(place, start, end)
    if place.tags[end] in syntax.letters("num") and tokens.shapes[end - 1] == "A":  # *of the Fortune 500 companies*
        last = phrases.counted(tokens, end + 1, start)
        return (start, last) if last else None
    return start, end


def _up_to_next(place: Place, start: int, end: int) -> int:
    """*2 billion yuan of A and B worth 1 billion*: of A."""
    following = place.following and phrases.back_over_mods(place.tokens, place.following.first)
    joint = _joint(place, start, end) if following == end and place.says("before_number", end) else None
    return joint or end


def _is_matter(place: Place, at: int, start: int, end: int) -> bool:
    """*5 billion yuan in investment*, *a growth of 5 percent in its exports*; not *in total*, *in the city*."""
    owned = place.grown and place.says("own", at + 1)
    determined = place.tags[at + 1] in syntax.letters("det") and not owned
    adverbial = end == start + 1 and place.says("in_phrases", start)
    measured = place.says("measured", end - 1) and not _joint(place, start, end)
    named = place.tokens.shapes[start] != "a" and not measured  # *in Laos*, *in Laos and wages*; not *in FDI*
    return not (determined or adverbial or named or place.says("owners", end - 1))


def _is_whole(place: Place, start: int, end: int) -> bool:
    """*of the total*, *of the total number*, *of the Fujian FTZ*: they do not say what their part measures."""
    name, titled = place.tokens.said(start, end), place.tokens.forms[end - 1].istitle()
    placed = (place.amount.unit in SHARES or titled) and subjects.is_place(name)
    return placed or place.says("wholes", end - 1) or subjects.is_vague(name)


def _joint(place: Place, start: int, end: int) -> int | None:
    """Return where the last *and* of a phrase stands, if one does."""
    return next((at for at in range(end - 1, start, -1) if place.tags[at] in syntax.letters("and")), None)


def _behind_joint(place: Place, found: Range) -> Range:
    """*2 billion yuan of A and B worth 1 billion*: A is of the amount before."""
    last = place.before.last if place.before else found[1]
    whose = place.tags[last] in syntax.letters("of") and 0 < found[0] - last <= MAX_OPEN
    joint = _joint(place, *found) if whose else None
    return (joint + 1, found[1]) if joint else found


def _is_level(place: Place) -> bool:
    """*R&D expenditure reached 5.1% of GDP*: the subject is what is measured, unless it only holds it."""
    verb = place.cue - place.says("before_level", place.cue)
    subject = subjects.of_clause(place.tokens, place.amount.first) if place.says("levels", verb) else None
    return subject is not None and not (
        subjects.only_holds(place.amount, subject) or subject.lower().split()[-1] in subjects.uninformative()
    )


def _before_noun(place: Place, _: int) -> str | None:
    """*inks $4b deals*, *a 5 billion yuan credit line*, *11.3% annual GDP growth*, *a 35-sq-km harbor district*."""
    tokens, amount, sizes = place.tokens, place.amount, lexicon.words("modality", "sizes")
    at = syntax.rules().past("in_brackets", place.tags, amount.last, len(place.tags))
    at = at if syntax.is_open(place.tags[at]) else amount.last  # *a 3 billion yuan ($4 million) bond*
    at = rules().past("adverbs", place.laid, at, len(place.laid))
    start, end = phrases.after(tokens, at)
    moves = not sizes.isdisjoint(tokens.words[end - 1 : end + 1])
    end -= tokens.words[end - 1] in sizes
    joined = tokens.words[amount.number] == "-" or "-" in tokens.words[amount.last - 1]
    alone = amount.unit in units.TIMES and not joined  # not *a 40-minute drive*
    if start >= end or alone or not syntax.is_open(place.tags[at]):
        return None
    if subjects.no_noun(tokens, start, end) or not _is_measured(place, end, moves=moves):
        return None
    return tokens.said(start, end)


def _is_measured(place: Place, end: int, *, moves: bool) -> bool:
    """Tell whether what ends behind an amount is more than what has it: joined to it, a change, told of, or plural."""
    tokens, amount = place.tokens, place.amount
    joined = tokens.words[amount.number] == "-" or "-" in tokens.words[amount.last - 1]
    if joined or place.says("behind_noun", place.cue):
        return joined and amount.unit != numbers.TIMES
    told = not syntax.letters("det").isdisjoint(place.tags[place.cue : amount.first])
    counted = amount.unit not in (*SHARES, numbers.TIMES) and syntax.is_plural(tokens.words[end - 1])
    return moves or told or counted or units.is_money_code(amount.unit)


def _beyond(place: Place, found: Range) -> Range:
    """*of 5 million yuan and revenue of ...*: a phrase begins behind the amount before, and its *and*."""
    last = place.before.last if place.before else found[1]
    return (last + (place.tags[last] in syntax.letters("and")), found[1]) if found[0] < last < found[1] else found


def _before_preposition(place: Place, at: int) -> str | None:
    """*foreign trade of 1.8 trillion yuan*, *projects worth 2 billion*, *imports at 44.4 billion*."""
    tokens, found = place.tokens, _noun_before(place, at)
    if found is None or _is_another(place, at, found):
        return None
    if place.before and (found[1] <= place.before.last or _is_beside(place, at, found)):
        return SAME
    found = _attached(place, found) if place.says("worth", at) else found
    if subjects.says_nothing(tokens.words[slice(*found)]):
        return _moved(place, at, found)
    return None if _is_adverbial(place, at, found) else tokens.said(*found)


def _is_adverbial(place: Place, at: int, found: Range) -> bool:
    """*opened in a city with 2 ports*; not *with exports at 14.1 billion*, a bare plural."""
    tokens = place.tokens
    priced = place.says("before_price", at) and syntax.is_plural(tokens.words[found[1] - 1])
    adverbial = place.says("adverbial", at) and not priced
    start = syntax.clause_start(tokens, at)
    return adverbial and syntax.part("acting").search(place.tags, start, max(found[0], start + 1)) is not None


def _noun_before(place: Place, at: int) -> Range | None:
    """Return the noun phrase before a preposition: its own, or that of the amount before."""
    found = phrases.before(place.tokens, at)
    found = _behind_joint(place, _beyond(place, found)) if found else None
    if found and place.before and found[1] <= place.before.last:  # *nine deals worth 2 billion*; *60 pct of 200 sq km*
        found = place.before.noun
    return None if found and _is_verb(place.tokens, found) else found  # *rents stand at 95 yuan*


def _is_named(place: Place, found: Range) -> bool:
    return place.tokens.forms[found[1] - 1].istitle()


def _is_another(place: Place, at: int, found: Range) -> bool:
    """*and India with 9 billion*: somebody of whom the sentence has told no amount yet."""
    tokens, before = place.tokens, place.before
    told = before is not None and tokens.sentence_at(before.first) == tokens.sentence_at(at)
    return place.says("besides", at) and _is_named(place, found) and not told


def _is_beside(place: Place, at: int, found: Range) -> bool:
    """*followed by Wuhan with 20 percent*: who has as much of the same."""
    if not place.says("besides", at):
        return False
    return _is_named(place, found) or subjects.only_holds(place.amount, place.tokens.said(*found))


def _moved(place: Place, at: int, found: Range) -> str | None:
    """*Exports reached 3 billion yuan, a growth of 5 percent*: the subject, if it has what is measured."""
    tokens, before = place.tokens, place.before
    subject = subjects.or_same(tokens, found[0], before)
    if subject and not _acts(place) and (subject == SAME or not subjects.only_holds(place.amount, subject)):
        return subject
    # *the needs of an annual volume of 3 million tons*: so far as these words say it
    own = place.says("own_level", found[1] - 1) and place.amount.unit not in subjects.RELATIVE
    told = before is not None and before.first >= syntax.clause_start(tokens, at)
    return tokens.said(*found) if own and not told and found[1] - found[0] > 1 else None


def _is_verb(tokens: Tokens, found: Range) -> bool:
    """*rents stand at 95 yuan*: behind a plural, what may be a verb of a level is one."""
    last, before = tokens.words[found[1] - 1], tokens.words[found[1] - 2]
    return last in syntax.words("level_verbs") and syntax.is_plural(before)


def _before_brackets(place: Place, at: int) -> str | None:
    """*the Harbin Area (79.86 sq km)*; of *the yard of the port (3 ha)* it is not clear."""
    found = phrases.before(place.tokens, at)
    if not found:
        return None
    whose = place.tags[found[0] - 1 - (place.tags[found[0] - 1] in syntax.letters("det"))]
    return "" if whose in syntax.letters("of") else place.tokens.said(*found)


def _attached(place: Place, found: Range) -> Range:
    """*signed [agreements] on trade worth 2 billion*: the object or subject, where *on trade* only says more of it."""
    tokens, tags = place.tokens, place.tags
    if syntax.is_open(tags[found[0] - 1]):  # *to buy goods worth*
        return found
    inside = syntax.letters("comma", "and", "det", "free", "Free")  # *on culture, tourism and trade*
    last = max(found[0] - 1 - phrases.MAX_SUBJECT, 0)
    at = next((at for at in range(found[0] - 1, last, -1) if tags[at] not in inside), last)
    whose = phrases.before(tokens, at) if place.says("adjuncts", at) else None
    opens = syntax.letters("verb", "rise", "num", "det") | {BREAK}
    return whose if whose and (not whose[0] or tags[whose[0] - 1] in opens) else found


def _elided(place: Place, _: int) -> str | None:
    """*Export stood at 794 billion, up 8.5 percent and import 1,036 billion*: the verb is that of the first."""
    tokens, tags, before = place.tokens, place.tags, place.before
    found = phrases.before(tokens, place.cue + 1) if before else None
    if before is None or found is None or tokens.words[found[1] - 1].endswith("ing"):
        return None  # *..., marking a growth of 5 percent*
    found = _beyond(place, found)
    opens = found[0] - (tags[found[0] - 1] in syntax.letters("det"))  # *and its annual foreign trade 500 billion yuan*
    near = tokens.sentence_at(before.first) == tokens.sentence_at(opens) and opens > before.last
    said = tokens.said(*found) if near and tags[opens - 1] in syntax.letters("and", "comma") else None
    return SAME if said and subjects.only_holds(place.amount, said) else said  # *Wuhan sold 3 tons, Anshan 2 tons*


def _absolute(place: Place, _: int) -> str | None:
    """*with last year's GDP topping 2 trillion yuan*: a participle with a subject of its own."""
    verb = place.cue - place.says("to_level", place.cue)
    own = subjects.of_clause(place.tokens, verb) if phrases.absolute(place.tokens, verb) is not None else None
    return None if own and subjects.only_holds(place.amount, own) else own


def _relative(place: Place, first: int) -> str | None:
    """*for its foreign trade, which stood at 400 billion yuan*: the noun before the relative clause."""
    tokens, tags = place.tokens, place.tags
    which = syntax.clause_start(tokens, first) - 1
    if not syntax.part("relative").match(tags, max(which, 0)):
        return None
    saw = tokens.words[which + 1] in syntax.words("saw")
    if saw and (found := phrases.subject(tokens, first, which + 2)):
        return tokens.said(*found)  # *Lingshan, which saw its exports rise 12 percent*
    end = which - (tokens.shapes[which - 1] == ".")  # a comma or a dash
    if place.before and place.before.last == end:  # *$160 million, which is 3.6 times more than*
        return SAME
    found = phrases.before(tokens, end)
    return tokens.said(*found) if found else None


def _object(place: Place, at: int) -> str | None:
    """*cut the waiting time for ships by six hours*, *lift its output to 1 trillion yuan*: what the verb moves."""
    tokens = place.tokens
    moves = syntax.part("moves").finditer(place.tags, syntax.clause_start(tokens, at), at)
    verb = next(reversed([found.end() for found in moves]), at)
    start, end = phrases.after(tokens, verb, at)
    counted = place.before and start <= place.before.first < end  # *expand eight-fold to 121 hectares*
    named = subjects.named(tokens, (start, end)) if start < end and not counted else None
    return None if named and subjects.is_vague(named) else named  # *weakened further*


def _counted_subject(place: Place, at: int) -> str | None:
    """*The number of parks grew by 120*, *The number of patents was 14,000*; the value of something counts nothing."""
    found = phrases.subject(place.tokens, at)
    if found and place.says("sums", found[1] - 1):
        return None
    named = subjects.of_what(place.tokens, found) if found else None
    return place.tokens.said(*named) if named else None


def _things(place: Place, at: int) -> str | None:
    """*The number of visitors passed the 100,000 mark*, *The new stores were 45*; not *The index passed ...*."""
    counted = phrases.subject(place.tokens, at)
    head = counted and (subjects.of_what(place.tokens, counted) or counted)
    plural = head and syntax.is_plural(place.tokens.words[head[1] - 1])
    return place.tokens.said(*head) if head and plural else None


def _phrase(place: Place, at: int) -> str | None:
    """*an increase in exports*, *in the use of foreign capital*; not *an increase in Q1*."""
    tokens, (start, end) = place.tokens, phrases.after(place.tokens, at)
    if at in tokens.dates or start in tokens.dates:
        return None
    found = subjects.named(tokens, (start, end)) or ""
    return "" if subjects.is_vague(found) else found  # *a rise in the level*


def _measured_phrase(place: Place, at: int) -> str | None:
    """*..., and imports down 7.8 percent*: a short subject right before its verb."""
    found = place.tokens.said(*phrases.after(place.tokens, at))
    return None if not found or subjects.only_holds(place.amount, found) else found


READS: dict[str, Callable[[Place, int], str | None]] = {
    "the same": lambda place, at: SAME,
    "nothing": lambda place, at: "",
    "word": lambda place, at: place.tokens.said(at, at + 1),
    "with its size": lambda place, at: place.tokens.said(at, at + 2),
    "words": lambda place, at: place.tokens.said(at, phrases.after(place.tokens, at)[1]),
    "phrase": _phrase,
    "label": _label,
    "of": _behind_of,
    "measured phrase": _measured_phrase,
    "subject": lambda place, at: subjects.counted(place.tokens, at),
    "counted subject": _counted_subject,
    "things": _things,
    "object": _object,
    "subject before": lambda place, at: subjects.or_same(place.tokens, at, place.before),
    "the same weight": lambda place, at: SAME if place.is_as_heavy else None,
    "object or subject": lambda place, at: _object(place, at) or subjects.counted(place.tokens, at),
    "its noun": lambda place, at: place.tokens.said(*place.amount.noun or (at, at)),
    "noun behind": _before_noun,
    "subject of the participle": _absolute,
    "one of two": several.one_of_two,
    "one of several": several.one_of_several,
    "elided subject": _elided,
    "noun before brackets": _before_brackets,
    "item": several.item,
    "phrase before": lambda place, at: place.tokens.said(*phrases.before(place.tokens, at) or (at, at)),
    "told before": several.told_before,
    "noun before": _before_preposition,
    "noun before the clause": _relative,
    "subject or the same": lambda place, at: subjects.or_same(place.tokens, at, place.before),
    "none of several": lambda place, at: "" if subjects.or_same(place.tokens, at, place.before) == SAME else None,
    "amount before": several.still_told,
}
