"""Which zone each number is about: the nearest one of its clause, or that of its whole."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ftzlib.facts.records import Statement
from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, statuses, syntax, units
from ftzlib.reader.links import Link, with_parts
from ftzlib.reader.mentions import Amount, Measure, Mention
from ftzlib.reader.zones import is_visited
from ftzlib.text.tokens import Tokens

ZONE = "Pilot Free Trade Zone"  # what is named behind it is a part
OF_SEVERAL = ("zones in a list", "list of zones")  # what is said of them is said of all together
FAR = 200  # words back in which *the zones* are spoken of


def find(
    tokens: Tokens,
    measures: Sequence[Measure],
    mentions: Sequence[Mention],
    said_in: Mapping[int, Sequence[Statement]],
    linked: Mapping[int, Link],
) -> dict[int, tuple[str, str]]:
    """The zone that each measure is about, and why: the nearest named in its stretch, or that of its whole."""
    usable = [m for m in mentions if m.name and not is_visited(tokens, m)]
    named_in = _by_sentence(tokens, [m for m in usable if m.rule not in OF_SEVERAL])
    topics = [m for m in usable if "list" not in m.rule]
    wholes = with_parts(linked)
    apart = _respectively(tokens, measures, [m for m in usable if "list" in m.rule])
    about: dict[int, tuple[str, str]] = {}
    for n, measure in enumerate(measures):
        link = linked.get(n)
        before = measures[n - 1].amount.last if n else 0
        sentence = tokens.sentence_at(measure.amount.first)
        here = named_in.get(sentence)
        found = _zone_of(tokens, measure, before, here, said_in.get(sentence, ())) if here else None
        if found is None and link and link.whole in about:
            found = about[link.whole][0], "that of its whole"
        if measure.rule == "conversion in brackets":
            found = about.get(n - 1)
        found = apart.get(n, found)
        if found is None and _goes_without_zone(tokens, measure):
            topic = _topic(tokens, topics, measure.amount.first)
            found = (topic, "that of the last sentence with one") if topic else None
        if found and _is_of_parts(tokens, measure, n in wholes):
            found = _parent(found[0]), f"the whole of {found[1]}"
        if found and not (n in wholes and (measure.scope == "nationwide" or _is_of_all(tokens, measure.amount))):
            about[n] = found
    return about


def _by_sentence(tokens: Tokens, mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(tokens.sentence_at(mention.first), []).append(mention)
    return found


def _respectively(
    tokens: Tokens, measures: Sequence[Measure], mentions: Sequence[Mention]
) -> dict[int, tuple[str, str]]:
    """*The Zhejiang, Henan and Sichuan zones ... by 80, 52 and 38 percent*: to each zone of the row its number."""
    listed = _by_sentence(tokens, mentions)
    about: dict[int, tuple[str, str]] = {}
    starts = [n for n, measure in enumerate(measures) if measure.rule != "in a row"]
    for n, end in pairwise([*starts, len(measures)]):
        first = measures[n].amount.first
        row = [m for m in listed.get(tokens.sentence_at(first), ()) if m.first < first]
        if len(row) == end - n > 1:
            about |= {n + k: (mention.name or "", "its own of a row") for k, mention in enumerate(row)}
    return about


def _is_of_parts(tokens: Tokens, measure: Measure, is_whole: bool) -> bool:
    """*38 sq km out of 120*, *the first of the zone's three parts*: what an area is a part of is the zone's."""
    noun, unit = measure.amount.noun, measure.amount.unit
    parts = noun is not None and tokens.words[noun[1] - 1] in lexicon.words("links", "parts_of_zones")
    fields = tokens.words[measure.amount.first - 1] in lexicon.words("links", "before_fields")
    return (parts and not fields) or (is_whole and unit in (None, *units.AREAS))


def _is_of_all(tokens: Tokens, amount: Amount) -> bool:
    """*half of the 288 national innovations*, *the country's 302*, *302 from all zones*: no figure of one zone."""
    words, first, last = tokens.words, amount.first, amount.last
    zones = lexicon.words("links", "all_zones")
    wide = lexicon.words("zones", "national") | zones
    owner = words[first - 3] if words[first - 1] == "s" else words[first - 2]
    if words[first - 1] in ("s", "'", "’") and owner in wide:
        return True
    at = last + (words[last] not in lexicon.words("zones", "among_all"))  # *302 innovations copied across China*
    among = words[at] in lexicon.words("zones", "among_all") and words[at + 1] not in lexicon.words("zones", "own")
    return not wide.isdisjoint(words[first : at + 4 if among else last])


def _parent(zone: str) -> str:
    return zone[: zone.index(ZONE) + len(ZONE)]


def _topic(tokens: Tokens, topics: Sequence[Mention], at: int) -> str | None:
    """The zone that the last sentence before `at` with one was about: the first it names, outside lists."""
    last = bisect_left(topics, at, key=lambda mention: mention.first) - 1
    if last < 0:
        return None
    sentence = tokens.sentence_at(topics[last].first)
    named = {topics[last].name}
    while last and tokens.sentence_at(topics[last - 1].first) == sentence:
        last -= 1
        named.add(topics[last].name)
    several = len({_parent(name) for name in named if name}) > 1
    return None if several or _are_all(tokens, max(topics[last].first, at - FAR), at) else topics[last].name


def _are_all(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether *the zones*, *the 21 FTZs* stand between two tokens; *western zones* are some of them."""
    zones = lexicon.words("links", "all_zones")
    plain = lexicon.words("links", "before_all_zones") | lexicon.load("quantities")["numbers"].keys()
    return any(
        tokens.words[n] in zones and (tokens.words[n - 1] in plain or tokens.shapes[n - 1] == "0")
        for n in range(first, last)
    )


def _goes_without_zone(tokens: Tokens, measure: Measure) -> bool:
    """A count of tasks or innovations, or a line without a stop, speaks of the zone named last."""
    last = tokens.bounds(tokens.sentence_at(measure.amount.first))[1]
    if statuses.has_status(measure.indicator):
        return measure.scope != "nationwide"
    return tokens.words[last - 1] not in (".", "!", "?", '"', "”")


def _zone_of(
    tokens: Tokens, measure: Measure, before: int, here: Sequence[Mention], statements: Sequence[Statement]
) -> tuple[str, str] | None:
    """Choose among the zones `here`, in the measure's sentence, of which `statements` are; say how."""
    amount, words = measure.amount, tokens.words
    counted = " ".join(words[slice(*amount.noun)]) if amount.noun else ""
    if counted.endswith(tuple(lexicon.words("links", "zone_counts"))):
        return None
    clause = clauses.clause_start(tokens, syntax.grammar().tag(tokens), amount.first)
    if not lexicon.words("links", "gathered").isdisjoint(words[clause : amount.first]):
        return None
    here = _in_stretch(tokens, amount, here, statements)
    earlier = [m for m in here if m.first < amount.first]
    later = [m for m in here if m.first > amount.first]
    falls = words[amount.last + 2] in lexicon.words("links", "falls")
    if later and falls and words[amount.last : amount.last + 2] == ["of", "which"]:
        return later[0].name or "", "what it falls to"
    own = [m for m in earlier if m.first >= clause and not _owns_next(tokens, m, earlier)]
    after_number = [m for m in own if m.first >= before > clause]  # *the Pingtan Area 43 and the Fuzhou Area 31.26*
    for chosen, why in (
        (after_number[-1:], "nearest behind the number before"),
        (own[:1], "first in its clause"),
        (earlier[-1:], "nearest before"),
        (later[:1], "nearest behind"),
    ):
        if chosen:
            return chosen[0].name or "", f"{why}, of {len(here)} in its sentence" if len(here) > 1 else why
    return None


def _owns_next(tokens: Tokens, mention: Mention, others: Sequence[Mention]) -> bool:
    """*The zone's Kunming Area*, *its Changsha Area*: the area is what is spoken of."""
    end = tokens.at(mention.span.end - 1) + 1
    return any(
        end <= other.first <= end + 2 and (other.first == end or tokens.words[end] in ("'", "’")) for other in others
    )


def _in_stretch(
    tokens: Tokens, amount: Amount, here: Sequence[Mention], statements: Sequence[Statement]
) -> list[Mention]:
    """Of the mentions in an amount's sentence those on the same side of what is reported."""
    span = tokens.span(amount.first, amount.last)
    said = next((statement.span for statement in statements if statement.span.covers(span)), None)
    if said:
        return [m for m in here if said.covers(m.span)]
    return [m for m in here if not any(statement.span.covers(m.span) for statement in statements)]
