"""Which zone each number is about: the nearest one of its clause, or that of its whole; by ``english/whose.toml``."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from operator import attrgetter

from ftzlib.facts.records import Statement
from ftzlib.grammar.rules import table
from ftzlib.reader import clauses, statuses, units
from ftzlib.reader.links import NONE, Numbers
from ftzlib.reader.mentions import Amount, Measure, Mention
from ftzlib.reader.zones import whole
from ftzlib.text.tokens import Tokens, by_sentence, covering

#: What is said of them is said of all together.
OF_SEVERAL = ("zones in a list", "list of zones", "areas of which a zone is made")
FAR = 200  # words back in which *the zones* are spoken of
LINE = 25  # words of a line in a list; what is longer and has no stop was cut off
BEFORE = 3  # words of *the country's* before a number
COMPARED = 12  # ... and of *far more than the city's average of*

FALLS, WHOLE = SURE = ("what it falls to", "the whole of several behind")
_rules = partial(table, "whose")

Found = tuple[str, str]  # the name of a zone, and why it is that one
Choice = tuple[Mention, str]


class _Named:
    """The zones that a text names, but as an example: by sentence, and those that may be what a sentence is about."""

    def __init__(self, tokens: Tokens, mentions: Iterable[Mention]) -> None:
        named = [mention for mention in mentions if mention.name and not mention.aside]
        self.tokens, self.by_sentence = tokens, by_sentence(tokens, named)
        self.topics = [mention for mention in named if "list" not in mention.rule]

    def told_of(self, sentence: int) -> list[Mention]:
        """The zones that a sentence may tell of: none of a list, nor one that only dates what another has."""
        dated = _rules().part("only_dates").match(_tags(self.tokens), *self.tokens.bounds(sentence))
        first, here = dated.start("other") if dated else 0, self.by_sentence.get(sentence, ())
        return [mention for mention in here if mention.rule not in OF_SEVERAL and mention.first >= first]

    def topic(self, measure: Measure) -> Found | None:
        """The zone that the last sentence before a measure with one was about: the first it names, outside lists."""
        tokens, at = self.tokens, measure.amount.first
        last = bisect_left(self.topics, at, key=attrgetter("first"))
        if not last or not _goes_without_zone(tokens, measure):
            return None
        opens = tokens.bounds(tokens.sentence_at(self.topics[last - 1].first))[0]
        named = self.topics[bisect_left(self.topics, opens, key=attrgetter("first")) : last]
        several = len({whole(mention.name or "") for mention in named}) > 1
        all_of_them = _rules().part("all_of_them").search(_tags(tokens), max(named[0].first, at - FAR), at)
        return None if several or all_of_them else (named[0].name or "", "that of the last sentence with one")


def find(numbers: Numbers, mentions: Iterable[Mention], said_in: Mapping[int, Sequence[Statement]]) -> dict[int, Found]:
    """The zone that each measure is about, and why: the nearest named in its stretch, or that of its whole."""
    tokens, wholes = numbers.tokens, numbers.with_parts()
    named = _Named(tokens, mentions)
    near = _near(numbers, named, said_in) | _respectively(numbers, named)
    about: dict[int, Found] = {}
    for n, measure in enumerate(numbers.measures):
        found = about.get(n - 1) if measure.rule == "conversion in brackets" else near.get(n)
        if found is None and (link := numbers.links.get(n, NONE)).whole in about:
            found = about[link.whole][0], "that of its whole"
        found = found or named.topic(measure)
        if found and not (n in wholes and _is_of_all(tokens, measure)):
            parts = _is_of_parts(tokens, measure.amount, n in wholes)
            about[n] = (whole(found[0]), f"the whole of {found[1]}") if parts else found
    return about


def _near(numbers: Numbers, named: _Named, said_in: Mapping[int, Sequence[Statement]]) -> dict[int, Found]:
    """The zone of those measures that have one in their sentence."""
    tokens, before = numbers.tokens, 0
    about: dict[int, Found] = {}
    for n, measure in enumerate(numbers.measures):
        sentence = numbers.sentences[n]
        here = named.told_of(sentence)
        if here and (found := _zone_of(tokens, measure.amount, before, here, said_in.get(sentence, ()))):
            about[n] = found
        before = measure.amount.last
    return about


def _respectively(numbers: Numbers, named: _Named) -> dict[int, Found]:
    """*The Zhejiang, Henan and Sichuan zones ... by 80, 52 and 38 percent*: to each zone of the row its number."""
    about: dict[int, Found] = {}
    starts = [n for n, measure in enumerate(numbers.measures) if measure.rule != "in a row"]
    for n, end in pairwise([*starts, len(numbers.measures)]):
        first, here = numbers.measures[n].amount.first, named.by_sentence.get(numbers.sentences[n], ())
        row = [mention for mention in here if mention.first < first and "list" in mention.rule]
        if len(row) == end - n > 1:
            about |= {n + k: (mention.name or "", "its own of a row") for k, mention in enumerate(row)}
    return about


def _is_of_parts(tokens: Tokens, amount: Amount, is_whole: bool) -> bool:
    """*38 sq km out of 120*, *the first of the zone's three parts*: what an area is a part of is the zone's."""
    parts = amount.noun and _rules().part("parts_of_it").match(_tags(tokens), amount.first, amount.noun[1])
    return bool(parts) or (is_whole and amount.unit in (None, *units.AREAS))


def _is_of_all(tokens: Tokens, measure: Measure) -> bool:
    """*half of the 288 national innovations*, *the country's 302*, *302 from all zones*: no figure of one zone."""
    part, tags, (first, last) = _rules().part, _tags(tokens), measure.amount[:2]
    before = part("before_it").search(tags, max(first - BEFORE, 0), first) or measure.scope == "nationwide"
    return bool(before or part("of_all").search(tags, first, last) or part("behind_it").match(tags, last))


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
    if _is_of_others(tokens, amount, here):
        return None
    told = covering(statements, tokens.span(amount.first, amount.last))  # on the same side of what is reported
    here = [mention for mention in here if covering(statements, mention.span) is told]
    for mention, why in _choices(tokens, amount, before, here):
        name = mention.name or ""
        several = f", of {len(here)} in its sentence" if len(here) > 1 and why not in SURE else ""
        return whole(name) if why == WHOLE else name, f"{why}{several}"
    return None


def _choices(tokens: Tokens, amount: Amount, before: int, here: Sequence[Mention]) -> Iterator[Choice]:
    """Yield the zones `here` that a number may be about, the likeliest first, and why."""
    later = [mention for mention in here if mention.first > amount.first]
    if later and _rules().part("falls_to").match(_tags(tokens), amount.last):
        yield later[0], FALLS
    for mention in later:
        if mention.first == amount.last:  # *the 20 sq km Heihe area*
            yield mention, "what it measures"
    yield from _before_it(tokens, amount, before, here)
    for mention in later:
        yield mention, WHOLE if mention.rule == "list of areas" else "nearest behind"


def _before_it(tokens: Tokens, amount: Amount, before: int, here: Sequence[Mention]) -> Iterator[Choice]:
    """Yield the zones before a number that it may be about, the likeliest first, and why."""
    spanning, clause = _rules().part("spanning"), clauses.clause_start(tokens, amount.first)
    beside = _beside(tokens, here)
    earlier = [mention for mention in here if mention.first < amount.first and mention.first not in beside]
    for mention in reversed(earlier):
        if spanning.match(_tags(tokens), _behind(tokens, mention), amount.first):
            yield mention, "what spans it"
    own = _own(tokens, earlier, clause)
    if own and own[-1].first >= before > clause:
        yield own[-1], "nearest behind the number before"
    if own:
        yield own[0], "first in its clause"
    if earlier:
        yield earlier[-1], "nearest before"


def _own(tokens: Tokens, earlier: Sequence[Mention], clause: int) -> list[Mention]:
    """Return the zones of a number's clause; of *the zone's Kunming Area* the area is what is spoken of."""
    starts = {mention.first for mention in earlier}
    return [each for each in earlier if each.first >= clause and _behind(tokens, each) not in starts]


def _beside(tokens: Tokens, here: Sequence[Mention]) -> set[int]:
    """*Zhengzhou Area, Kaifeng Area and Luoyang Area*: the first tokens of areas that are named side by side."""
    found: set[int] = set()
    for one, other in pairwise(here):
        between = (_behind(tokens, one), other.first)
        parent = whole(one.name or "")
        areas = parent == whole(other.name or "") and parent not in (one.name, other.name)
        if areas and between[0] < between[1] and _rules().part("beside").fullmatch(_tags(tokens), *between):
            found |= {one.first, other.first}
    return found


def _is_of_others(tokens: Tokens, amount: Amount, here: Sequence[Mention]) -> bool:
    """*21 zones*, *than the city's 5 percent*, *the two sides*, *Lanhai's 54 shops*: whatever zone stands near."""
    part, tags, near = _rules().part, _tags(tokens), max(amount.first - COMPARED, 0)
    counts = amount.noun and any(part(name).search(tags, *amount.noun) for name in ("counts_zones", "of_nobody"))
    if counts or part("attended").search(tags, clauses.clause_start(tokens, amount.first), amount.first):
        return True
    if any(part(name).search(tags, near, amount.first) for name in ("of_another", "threshold")):
        return True
    owned = part("owned").search(tags, near, amount.first)
    owner = owned and tokens.span(*owned.span("owner"))
    return owner is not None and not any(each.span.covers(owner) for each in here)


def _behind(tokens: Tokens, mention: Mention) -> int:
    """Return the token behind a zone and its possessive *'s*."""
    return _rules().past("possessive", _tags(tokens), tokens.place(mention.span)[1], len(tokens))


def _tags(tokens: Tokens) -> str:
    return _rules().layers.tag(tokens)
