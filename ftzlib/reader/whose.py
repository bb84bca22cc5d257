"""Which zone each number is about: the nearest one of its clause, or that of its whole; by ``english/whose.toml``."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, pairwise
from operator import attrgetter

from ftzlib.facts.records import Statement
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import table
from ftzlib.reader import statuses, syntax, units
from ftzlib.reader.links import NONE, Numbers
from ftzlib.reader.mentions import Amount, Measure, Mention
from ftzlib.reader.zones import behind, whole
from ftzlib.text.tokens import Tokens, by_sentence, covering

#: What is said of them is said of all together.
OF_SEVERAL = ("zones in a list", "list of zones", "areas of which a zone is made")
OPENER = 3  # words of a sentence within which a zone is its subject
TWO = 2  # areas side by side that need not be all of a zone
FAR = 200  # words back in which *the zones* are spoken of
LINE = 25  # words of a line in a list; what is longer and has no stop was cut off
CLAUSE = 24  # ... from the zone whose relative clause a number stands in to it
BEFORE = 3  # words of *the country's* before a number
COMPARED = 12  # ... and of *far more than the city's average of*

FALLS, WHOLE = SURE = ("what it falls to", "the whole of several")
TELLS = "whose body says so"
FROM, MEASURED = "where it comes from", "what it measures"
rules = partial(table, "whose")

Found = tuple[str, str]  # the name of a zone, and why it is that one
Choice = tuple[Mention, str]


class _Named:
    """The zones that a text names, but as an example: by sentence, and those that may be what a sentence is about."""

    def __init__(self, tokens: Tokens, mentions: Sequence[Mention]) -> None:
        known = [mention for mention in mentions if mention.name]
        named = [mention for mention in known if not mention.aside]
        starts = set(map(attrgetter("first"), named))  # of *the zone's Kunming Area* the area is what is spoken of
        named = [each for each in named if behind(tokens, each) not in starts]
        self.tokens, self.by_sentence, self.passing = tokens, by_sentence(tokens, named), _in_passing(tokens, mentions)
        self.topics = [each for each in named if "list" not in each.rule and each.first not in self.passing]
        self.sources = dict(zip(map(attrgetter("first"), known), known, strict=True))
        self.only_passed = set(map(tokens.sentence_at, self.passing))

    def told_of(self, amount: Amount, sentence: int) -> list[Mention]:
        """The zones that a number may be of: none of a list, in passing, or that only dates what another has."""
        named = self.by_sentence.get(sentence)
        if not named:
            return []
        dated = rules().part("only_dates").match(_tags(self.tokens), *self.tokens.bounds(sentence))
        first, anywhere = dated.start("other") if dated else 0, (0, len(self.tokens))
        here = (mention for mention in named if mention.rule not in OF_SEVERAL and mention.first >= first)
        return [each for each in here if amount.first in range(*self.passing.get(each.first, anywhere))]

    def source(self, amount: Amount) -> Mention | None:
        """The zone right behind a number, of which it is (*14 came from the Liaoning FTZ, six from the Hubei FTZ*)."""
        has = rules().part("which_has").search(_laid(self.tokens), max(amount.first - CLAUSE, 0), amount.first)
        if has:
            return self.sources.get(has.start())
        come = rules().part("comes_from").match(_laid(self.tokens), amount.last)
        if come is None or come.end() in self.passing or _counts_others(self.tokens, amount):
            return None
        return self.sources.get(come.end())

    def topic(self, measure: Measure) -> Found | None:
        """The zone that the last sentence before a measure with one was about: the first it names, outside lists."""
        tokens, at = self.tokens, measure.amount.first
        last = bisect_left(self.topics, at, key=attrgetter("first"))
        sentence = tokens.sentence_at(at)
        if not last or sentence in self.only_passed:
            return None
        before = tokens.sentence_at(self.topics[last - 1].first)
        follows = before == sentence - 1 and rules().part("follows").match(_tags(tokens), tokens.bounds(sentence)[0])
        if not follows and not _goes_without_zone(tokens, measure):
            return None
        opens = tokens.bounds(before)[0]
        named = self.topics[bisect_left(self.topics, opens, key=attrgetter("first")) : last]
        several = len({whole(mention.name) for mention in named}) > 1
        all_of_them = rules().part("all_of_them").search(_tags(tokens), max(named[0].first, at - FAR), at)
        no_topic = several or all_of_them or _is_somebody_s(tokens, at, opens)
        return None if no_topic else (named[0].name, "that of the last sentence with one")


def _is_somebody_s(tokens: Tokens, at: int, opens: int) -> bool:
    """*40 measures that Hubei issued*, *Wuhan promoted 12 cases*; what a firm tells where it names the zone, too."""
    tells = rules().part("firm_tells").match(_laid(tokens), opens)
    issued = rules().part("issued").search(_laid(tokens), *tokens.bounds(tokens.sentence_at(at)))
    return bool(tells or issued or rules().part("named_subject").match(_laid(tokens), syntax.clause_start(tokens, at)))


def _in_passing(tokens: Tokens, mentions: Sequence[Mention]) -> dict[int, tuple[int, int]]:
    """The first tokens of zones that a sentence names without speaking of them, each with the words that say so."""
    starts = sorted(each.first for each in mentions if each.name and each.rule != "pronoun")
    tokens.tags[rules()] = laid = lay(tokens, mentions)
    return {
        at: found.span()
        for _, found in (rules().each(laid) if starts else ())
        for at in starts[bisect_left(starts, found.start()) : bisect_left(starts, found.end())]
    }


def lay(tokens: Tokens, mentions: Iterable[Mention]) -> str:
    """Lay the zones that a text names over the letters of its words."""
    return rules().layers.lay(_tags(tokens), [("Zone", *tokens.place(each.span)) for each in mentions if each.name])


def find(numbers: Numbers, mentions: Sequence[Mention], said_in: Mapping[int, Sequence[Statement]]) -> dict[int, Found]:
    """The zone that each measure is about, and why: the nearest named in its stretch, or that of its whole."""
    tokens, wholes = numbers.tokens, numbers.with_parts()
    named = _Named(tokens, mentions)
    near = _near(numbers, named, said_in) | _respectively(numbers, named)
    about: dict[int, Found] = {}
    for n, measure in enumerate(numbers.measures):
        found = about.get(n - 1) if measure.rule == "conversion in brackets" else near.get(n)
        found = found or _that_of_its_whole(numbers, n, about) or named.topic(measure)
        if found and not _is_of_all(tokens, measure, found[1], n in wholes):
            parts = _is_of_parts(tokens, measure.amount, n in wholes)
            about[n] = (whole(found[0]), f"the whole of {found[1]}") if parts else found
    for n in sorted(numbers.links.keys() - about.keys()):  # *25 of the 129 tasks*
        about |= {n: found} if (found := _that_of_its_whole(numbers, n, about)) else {}
    return about


def _that_of_its_whole(numbers: Numbers, n: int, about: Mapping[int, Found]) -> Found | None:
    link = numbers.links.get(n, NONE)
    back = link.same if link.rule == "bare number" else link.whole
    return None if back is None or back not in about else (about[back][0], "that of its whole")


def _near(numbers: Numbers, named: _Named, said_in: Mapping[int, Sequence[Statement]]) -> dict[int, Found]:
    """The zone of those measures that have one in their sentence."""
    before, about = 0, dict[int, Found]()
    sources = [named.source(measure.amount) for measure in numbers.measures]
    # behind a number, none that is another one's
    named.passing = {each.first: (each.first, len(numbers.tokens)) for each in filter(None, sources)} | named.passing
    for n, (measure, source) in enumerate(zip(numbers.measures, sources, strict=True)):
        amount, sentence = measure.amount, numbers.sentences[n]
        here = named.told_of(amount, sentence)
        if source:
            about[n] = source.name, FROM
        elif measured := _measured(numbers.tokens, amount, named.by_sentence.get(sentence, ())):
            about[n] = measured.name, MEASURED
        elif here and (found := _zone_of(numbers.tokens, amount, before, here, said_in.get(sentence, ()))):
            about[n] = found
        before = amount.last
    return _of_wholes(numbers, named, sources) | about


def _of_wholes(numbers: Numbers, named: _Named, sources: Sequence[Mention | None]) -> dict[int, Found]:
    """*97 powers, 31 of them to the Changsha Area*: a whole is of the zone that is spoken of."""
    about: dict[int, Found] = {}
    for n, link in numbers.links.items():
        if (area := sources[n]) and link.whole is not None:
            first, zone = numbers.measures[link.whole].amount.first, whole(area.name)
            known = {whole(each.name) for each in named.topics if each.first < first}
            if zone != area.name and zone in known:
                about.setdefault(link.whole, (zone, "that of which its part is"))
    return about


def _respectively(numbers: Numbers, named: _Named) -> dict[int, Found]:
    """*The Zhejiang, Henan and Sichuan zones ... by 80, 52 and 38 percent*: to each zone of the row its number."""
    about: dict[int, Found] = {}
    starts = [n for n in range(len(numbers.measures)) if not n or not _is_row(numbers, n)]
    for n, end in pairwise([*starts, len(numbers.measures)]):
        row = _row_before(numbers, named, n) if end - n > 1 else []
        if len(row) == end - n:
            about |= {n + k: (mention.name, "its own of a row") for k, mention in enumerate(row)}
    return about


def _row_before(numbers: Numbers, named: _Named, n: int) -> list[Mention]:
    here = named.by_sentence.get(numbers.sentences[n], ())
    here = [each for each in here if each.first < numbers.measures[n].amount.first]
    beside = _beside(numbers.tokens, here)
    return [mention for mention in here if "list" in mention.rule or mention.first in beside]


def _is_row(numbers: Numbers, n: int) -> bool:
    """Tell whether a number stands in a row with the one before: *35 and 19 sq km*; not *30 deals and 20 letters*."""
    one, other = (numbers.measures[m].amount for m in (n - 1, n))
    joined = one.last < other.first and rules().part("beside").fullmatch(_tags(numbers.tokens), one.last, other.first)
    told_apart = one.noun is None or rules().part("respectively").match(_tags(numbers.tokens), other.last)
    return bool(joined and told_apart) and one.unit in (None, other.unit)


def _is_of_parts(tokens: Tokens, amount: Amount, is_whole: bool) -> bool:
    """*38 sq km out of 120*, *the first of the zone's three parts*: what an area is a part of is the zone's."""
    parts = amount.noun and rules().part("parts_of_it").match(_tags(tokens), amount.first, amount.noun[1])
    return bool(parts) or (is_whole and amount.unit in (None, *units.AREAS))


def _is_of_all(tokens: Tokens, measure: Measure, why: str, is_whole: bool) -> bool:
    """*half of the 288 national innovations*, *the country's 302*, *302 from all zones*: no figure of one zone."""
    part, tags, (first, last) = rules().part, _tags(tokens), measure.amount[:2]
    if part("made_by_all").match(tags, last) or _is_number_of_zones(measure):
        return True
    if not is_whole or why == MEASURED:
        return False
    before = part("before_it").search(tags, max(first - BEFORE, 0), first) or measure.scope == "nationwide"
    return bool(before or part("of_all").search(tags, first, last) or part("behind_it").match(tags, last))


def _is_number_of_zones(measure: Measure) -> bool:
    """*bringing the number of pilot FTZs to 22*."""
    *before, noun = (measure.indicator or "-").lower().split()[-2:]
    return noun in lexicon.words("whose", "all_zones") and lexicon.words("whose", "bonded").isdisjoint(before)


def _goes_without_zone(tokens: Tokens, measure: Measure) -> bool:
    """A count of tasks or innovations, or a short line without a stop, speaks of the zone named last."""
    number = tokens.sentence_at(measure.amount.first)
    first, last = tokens.bounds(number)
    if statuses.has_status(measure.indicator):
        return measure.scope != "nationwide"
    paragraphs = [each.paragraph for each in tokens.sentences[max(number - 1, 0) : number + 1]]
    if len(paragraphs) > 1 and paragraphs[0] == paragraphs[1]:  # the end of prose that was cut off
        return False
    return last - first < LINE and tokens.words[last - 1] not in (".", "!", "?", '"', "”")


def _zone_of(
    tokens: Tokens, amount: Amount, before: int, here: Sequence[Mention], statements: Sequence[Statement]
) -> Found | None:
    """Choose among the zones `here`, in the number's sentence, of which `statements` are; say how."""
    if _is_of_others(tokens, amount):
        return None
    told = covering(statements, tokens.span(amount.first, amount.last))  # on the same side of what is reported
    beside = _in_reach(tokens, amount, [each for each in here if covering(statements, each.span) is told])
    for mention, why in chain(_choices(tokens, amount, before, beside), _tellers(tokens, amount, here, told)):
        several = f", of {len(beside)} in its sentence" if len(beside) > 1 and why not in SURE else ""
        return whole(mention.name) if why == WHOLE else mention.name, f"{why}{several}"
    return None


def _tellers(tokens: Tokens, amount: Amount, here: Sequence[Mention], told: Statement | None) -> Iterator[Choice]:
    """*Capital rose 5 percent, the area's administration said*: of the zone whose body says so."""
    other = rules().part("own_subject").match(_laid(tokens), syntax.clause_start(tokens, amount.first))
    if told and not other:
        says = rules().part("teller")
        yield from ((each, TELLS) for each in here if says.match(_laid(tokens), each.first))


def _in_reach(tokens: Tokens, amount: Amount, here: Sequence[Mention]) -> Sequence[Mention]:
    """*Changsha exported 40 cars*, *Wuhan, whose port has 40 cranes*: no zone outside such a clause."""
    clause = syntax.clause_start(tokens, amount.first)
    if rules().part("own_subject").match(_laid(tokens), clause):
        own = [] if _is_its_own(tokens, amount) else here
        return [each for each in own if each.first >= clause and each.rule != "pronoun"]
    if rules().part("relative").search(_laid(tokens), max(clause - BEFORE, 0), clause):
        pause = rules().upto("pause", _tags(tokens), amount.last, tokens.bounds(tokens.sentence_at(clause))[1])
        return [each for each in here if clause <= each.first < pause]
    return here


def _measured(tokens: Tokens, amount: Amount, here: Sequence[Mention]) -> Mention | None:
    """*The 120 sq km zone*, *the FTZ's 300 firms*: the zone in whose name a number stands, or whose it is."""
    near = max(amount.first - COMPARED, 0)
    has_it = here and rules().part("has_it").search(_laid(tokens), near, amount.first)
    for each in here:
        if has_it.start() == each.first if has_it else each.first < amount.first < behind(tokens, each):
            return each
    return None


def _choices(tokens: Tokens, amount: Amount, before: int, here: Sequence[Mention]) -> Iterator[Choice]:
    """Yield the zones `here` that a number may be about, the likeliest first, and why."""
    beside, clause = _beside(tokens, here), syntax.clause_start(tokens, amount.first)
    earlier, later = [each for each in here if each.first < amount.first], _later(tokens, amount, here)
    yield from _right_behind(tokens, amount, later)
    yield from _before_it(tokens, amount, before, [each for each in earlier if each.first not in beside])
    behind_it = filter(partial(_goes_on_to, tokens, clause, amount), later)
    yield from ((each, WHOLE if each.first in beside else "nearest behind") for each in behind_it)
    several = [each for each in earlier if each.first in beside]
    if len(several) > TWO:
        yield several[0], WHOLE


def _right_behind(tokens: Tokens, amount: Amount, later: Sequence[Mention]) -> Iterator[Choice]:
    if later and rules().part("falls_to").match(_laid(tokens), amount.last):
        yield later[0], FALLS
    yield from ((each, MEASURED) for each in later if each.first == amount.last)  # *the 20 sq km Heihe area*


def _later(tokens: Tokens, amount: Amount, here: Sequence[Mention]) -> list[Mention]:
    """The zones behind a number, up to a semicolon; not *Firms got its licences*, but *Five of its practices*."""
    closes = tokens.bounds(tokens.sentence_at(amount.first))[1]
    tags, laid, pronouns = _tags(tokens), _laid(tokens), lexicon.words("whose", "whose")
    of_it, halt = rules().part("of_it").match(laid, amount.last), rules().upto("halt", tags, amount.last, closes)
    behind_it = [each for each in here if amount.first < each.first < halt]
    own = of_it.end() if of_it else 0
    return [each for each in behind_it if each.first == own or tokens.words[each.first] not in pronouns]


def _before_it(tokens: Tokens, amount: Amount, before: int, earlier: Sequence[Mention]) -> Iterator[Choice]:
    """Yield the zones before a number that it may be about, the likeliest first, and why."""
    spanning, clause = rules().part("spanning"), syntax.clause_start(tokens, amount.first)
    spans = (each for each in reversed(earlier) if spanning.match(_laid(tokens), behind(tokens, each), amount.first))
    yield from ((each, "what spans it") for each in spans)
    own = _own(earlier, clause)
    if own and own[-1].first >= before > clause:
        yield own[-1], "nearest behind the number before"
    yield from zip(own[:1], ["first in its clause"], strict=False)
    if syntax.part("finite").match(syntax.tag(tokens), clause):
        # *The Jinan Area, part of the FTZ, grew, and has lured 61 plants*
        opens = tokens.bounds(tokens.sentence_at(clause))[0]
        yield from ((each, "first in its sentence") for each in earlier[:1] if each.first - opens < OPENER)
    yield from zip(earlier[-1:], ["nearest before"], strict=False)


def _own(earlier: Sequence[Mention], clause: int) -> list[Mention]:
    """The zones of a clause, *it* only where there is no other (*since its opening, the FTZ has drawn ...*)."""
    own = [each for each in earlier if each.first >= clause]
    return [each for each in own if each.rule != "pronoun"] or own


def _is_its_own(tokens: Tokens, amount: Amount) -> bool:
    """*The firm opened its 20-hectare yard*: what the subject has itself."""
    part, tags, near = rules().part, _tags(tokens), max(amount.first - COMPARED, 0)
    return bool(part("its_own").search(tags, near, amount.first) or part("of_its_own").match(tags, amount.last))


def _goes_on_to(tokens: Tokens, clause: int, amount: Amount, mention: Mention) -> bool:
    """*300 firms are in the FTZ*, *With 300 firms, the FTZ grew*; not *Trade rose 5 percent, and the FTZ grew*."""
    opens, part, laid = syntax.clause_start(tokens, mention.first), rules().part, _laid(tokens)
    of_them = part("of_all_of_them").search(laid, max(amount.first - BEFORE, 0), amount.first)
    if of_them and part("done_there").match(laid, amount.last, mention.first + 1):
        return False
    if _acts_beside(tokens, clause, amount, mention):
        return False
    fronted = part("fronted").match(laid, clause)
    if fronted and fronted.end() > amount.last:  # *Covering 40 sq km, the park adjoins the FTZ*
        return False
    if opens <= amount.first or not syntax.holds_verb(syntax.tag(tokens), clause, opens):
        return part("sent_off").search(laid, clause, amount.first) is None
    return part("own_clause").match(_tags(tokens), opens) is None


def _acts_beside(tokens: Tokens, clause: int, amount: Amount, mention: Mention) -> bool:
    """*It opened 30 routes and left the FTZ*, *opened 30 routes after the FTZ was set up*: what no zone does."""
    part, laid, between = rules().part, _laid(tokens), (amount.last, mention.first)
    if not syntax.holds_verb(syntax.tag(tokens), clause, amount.first):
        return False
    only = part("only_dates_it").match(laid, *between) and part("of_no_zone").match(laid, clause, amount.first)
    return bool(only or part("another_act").search(laid, *between))


def _beside(tokens: Tokens, here: Sequence[Mention]) -> set[int]:
    """*Zhengzhou Area, Kaifeng Area and Luoyang Area*: the first tokens of areas that are named side by side."""
    found: set[int] = set()
    for one, other in pairwise(here):
        between = (behind(tokens, one), other.first)
        parent = whole(one.name)
        areas = parent == whole(other.name) and len({parent, one.name, other.name}) > TWO
        if areas and between[0] < between[1] and rules().part("beside").fullmatch(_tags(tokens), *between):
            found |= {one.first, other.first}
    return found


def _is_of_others(tokens: Tokens, amount: Amount) -> bool:
    """*21 zones*, *than the city's 5 percent*, *the two sides*, *Lanhai's 54 shops*: whatever zone stands near."""
    part, laid, (first, last) = rules().part, _laid(tokens), amount[:2]
    near, clause = max(first - COMPARED, 0), syntax.clause_start(tokens, first)
    against = part("against").search(laid, near, first) and part("in_others").match(laid, last)
    if against or part("at_its_place").match(laid, last) or _counts_others(tokens, amount):
        return True
    other_s = part("of_others").search(laid, near, first) or part("other_s").search(laid, max(clause, near), first)
    if other_s or part("attended").search(laid, clause, first):
        return True
    size_of = amount.unit in units.AREAS and (
        part("before_its_name").match(laid, last) or part("behind_its_name").search(laid, near, first)
    )
    return bool(size_of)


def _counts_others(tokens: Tokens, amount: Amount) -> bool:
    """*21 zones*, *the two sides*, *six other cities*: what no zone has."""
    noun = amount.noun
    return bool(noun and rules().part("counts_others").search(_laid(tokens), amount.first, noun[1]))


def _tags(tokens: Tokens) -> str:
    return rules().layers.tag(tokens)


def _laid(tokens: Tokens) -> str:
    return tokens.tags[rules()]
