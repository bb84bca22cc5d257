"""Which zone each number is about: the nearest one of its clause, or that of its whole; by ``english/whose.toml``."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from ftzlib.facts.records import Statement
from ftzlib.grammar.rules import table
from ftzlib.reader import clauses, statuses, units
from ftzlib.reader.links import NONE, Numbers
from ftzlib.reader.mentions import Amount, Measure, Mention
from ftzlib.reader.zones import whole
from ftzlib.text.tokens import Tokens, by_sentence, covering

OF_SEVERAL = (
    "zones in a list",
    "list of zones",
    "areas of which a zone is made",
)  # what is said of them is said of all together
FAR = 200  # words back in which *the zones* are spoken of
LINE = 25  # words of a line in a list; what is longer and has no stop was cut off
BEFORE = 3  # words of *the country's* before a number
COMPARED = 12  # ... and of *far more than the city's average of*

_rules = partial(table, "whose")

Found = tuple[str, str]  # a zone, and why it is that one


def find(numbers: Numbers, mentions: Sequence[Mention], said_in: Mapping[int, Sequence[Statement]]) -> dict[int, Found]:
    """The zone that each measure is about, and why: the nearest named in its stretch, or that of its whole."""
    tokens, measures, wholes = numbers.tokens, numbers.measures, numbers.with_parts()
    usable = [mention for mention in mentions if mention.name and not mention.aside]
    named_in = by_sentence(tokens, usable)
    topics = [mention for mention in usable if "list" not in mention.rule]
    about: dict[int, Found] = {}
    apart = _respectively(tokens, measures, named_in)
    for n, measure in enumerate(measures):
        link = numbers.links.get(n, NONE)
        sentence = tokens.sentence_at(measure.amount.first)
        found = apart.get(n)
        if measure.rule == "conversion in brackets":
            found = about.get(n - 1)
        elif found is None and (here := _told_of(tokens, sentence, named_in)):
            before = measures[n - 1].amount.last if n else 0
            found = _zone_of(tokens, measure.amount, before, here, said_in.get(sentence, ()))
        if found is None and link.whole in about:
            found = about[link.whole][0], "that of its whole"
        if found is None and _goes_without_zone(tokens, measure):
            found = _topic(tokens, topics, measure.amount.first)
        if found and _is_of_parts(tokens, measure.amount, n in wholes):
            found = whole(found[0]), f"the whole of {found[1]}"
        if found and not (n in wholes and (measure.scope == "nationwide" or _is_of_all(tokens, measure.amount))):
            about[n] = found
    return about


def _told_of(tokens: Tokens, sentence: int, named_in: Mapping[int, Sequence[Mention]]) -> list[Mention]:
    """The zones that a sentence may tell of: none of a list, nor one that only dates what another has."""
    dated = _rules().part("only_dates").match(_tags(tokens), *tokens.bounds(sentence))
    first = dated.start("other") if dated else 0
    return [each for each in named_in.get(sentence, ()) if each.rule not in OF_SEVERAL and each.first >= first]


def _respectively(
    tokens: Tokens, measures: Sequence[Measure], named_in: Mapping[int, Sequence[Mention]]
) -> dict[int, Found]:
    """*The Zhejiang, Henan and Sichuan zones ... by 80, 52 and 38 percent*: to each zone of the row its number."""
    about: dict[int, Found] = {}
    starts = [n for n, measure in enumerate(measures) if measure.rule != "in a row"]
    for n, end in pairwise([*starts, len(measures)]):
        first = measures[n].amount.first
        before = (mention for mention in named_in.get(tokens.sentence_at(first), ()) if mention.first < first)
        row = [mention for mention in before if "list" in mention.rule]
        if len(row) == end - n > 1:
            about |= {n + k: (mention.name or "", "its own of a row") for k, mention in enumerate(row)}
    return about


def _is_of_parts(tokens: Tokens, amount: Amount, is_whole: bool) -> bool:
    """*38 sq km out of 120*, *the first of the zone's three parts*: what an area is a part of is the zone's."""
    parts = amount.noun and _rules().part("parts_of_it").match(_tags(tokens), amount.first, amount.noun[1])
    return bool(parts) or (is_whole and amount.unit in (None, *units.AREAS))


def _is_of_all(tokens: Tokens, amount: Amount) -> bool:
    """*half of the 288 national innovations*, *the country's 302*, *302 from all zones*: no figure of one zone."""
    part, tags, first, last = _rules().part, _tags(tokens), amount.first, amount.last
    before = part("before_it").search(tags, max(first - BEFORE, 0), first)
    return bool(before or part("of_all").search(tags, first, last) or part("behind_it").match(tags, last))


def _topic(tokens: Tokens, topics: Sequence[Mention], at: int) -> Found | None:
    """The zone that the last sentence before `at` with one was about: the first it names, outside lists."""
    last = bisect_left(topics, at, key=lambda mention: mention.first)
    if not last:
        return None
    opens = tokens.bounds(tokens.sentence_at(topics[last - 1].first))[0]
    named = topics[bisect_left(topics, opens, key=lambda mention: mention.first) : last]
    several = len({whole(mention.name or "") for mention in named}) > 1
    all_of_them = _rules().part("all_of_them").search(_tags(tokens), max(named[0].first, at - FAR), at)
    return None if several or all_of_them else (named[0].name or "", "that of the last sentence with one")


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
    part, tags = _rules().part, _tags(tokens)
    clause = clauses.clause_start(tokens, amount.first)
    if _is_of_others(tokens, amount, clause, here):
        return None
    if statements:  # on the same side of what is reported
        told = covering(statements, tokens.span(amount.first, amount.last))
        here = [mention for mention in here if covering(statements, mention.span) is told]
    beside = _beside(tokens, here)
    earlier = [mention for mention in here if mention.first < amount.first and mention.first not in beside]
    later = [mention for mention in here if mention.first > amount.first]
    if later and part("falls_to").match(tags, amount.last):
        return later[0].name or "", "what it falls to"
    starts = {mention.first for mention in earlier}  # *the zone's Kunming Area*: the area is what is spoken of
    own = [each for each in earlier if each.first >= clause and _behind(tokens, each) not in starts]
    after_number = [mention for mention in own if mention.first >= before > clause]
    spanning = [each for each in earlier if part("spanning").match(tags, _behind(tokens, each), amount.first)]
    for chosen, why in (
        ([each for each in later if each.first == amount.last], "what it measures"),  # *the 20 sq km Heihe area*
        (spanning[-1:], "what spans it"),
        (after_number[-1:], "nearest behind the number before"),  # *the Pingtan Area 43 and the Fuzhou Area 31.26*
        (own[:1], "first in its clause"),
        (earlier[-1:], "nearest before"),
        (later[:1], "nearest behind"),
    ):
        if chosen and why == "nearest behind" and chosen[0].rule == "list of areas":
            return whole(chosen[0].name or ""), "the whole of several behind"
        if chosen:
            return chosen[0].name or "", f"{why}, of {len(here)} in its sentence" if len(here) > 1 else why
    return None


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


def _is_of_others(tokens: Tokens, amount: Amount, clause: int, here: Sequence[Mention]) -> bool:
    """*21 zones*, *than the city's 5 percent*, *the two sides*, *Lanhai's 54 shops*: whatever zone stands near."""
    part, tags, near = _rules().part, _tags(tokens), max(amount.first - COMPARED, 0)
    counts = amount.noun and any(part(name).search(tags, *amount.noun) for name in ("counts_zones", "of_nobody"))
    if counts or part("attended").search(tags, clause, amount.first):
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
