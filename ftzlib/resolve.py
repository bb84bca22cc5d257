"""Antecedents: who *he* is, which zone *the area* is, what *and 96* counts.

Links a mention where one candidate remains, and else leaves it with the reason. Candidates are
what stands before, nearest first; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ftzlib import lexicon, links, modality, phrases
from ftzlib.extract.commitments import Promise
from ftzlib.extract.metrics import SAME, Measure
from ftzlib.extract.quantities import Amount
from ftzlib.extract.statements import Speech
from ftzlib.extract.zones import Mention
from ftzlib.links import Link
from ftzlib.records import Commitment, Date, Metric, Person, Statement
from ftzlib.spans import Span
from ftzlib.tokens import Tokens, normalise

OPENER = 10  # words before *it had ...* that still open the sentence (*By the end of that month, it ...*)
COUNTED_ZONES = ("ftzs", "zones", "trade areas")  # what counts zones is about none of them
FALLS = (
    "fall",
    "fell",
    "belong",
    "belonged",
    "go",
    "went",
    "are",
    "were",
    "lie",
)  # *98 of which fall to the Yantai Area*

PRONOUNS = {"he": "person", "she": "person", "it": "body", "they": "group", "we": "any", "i": "person"}


def speakers(tokens: Tokens, speeches: Sequence[Speech], people: Sequence[Person]) -> list[Statement]:
    """Name the speaker of each statement: a person's full name, or the body as worded."""
    said: list[tuple[str, str]] = []  # (kind, name) of the speakers so far
    found = []
    for speech in speeches:
        named = _speaker(tokens, speech, people, said)
        if named is None:
            continue
        said.append(named)
        found.append(
            Statement(span=tokens.span(*speech.content), speaker=named[1], cue=speech.cue, rule=speech.rule)
        )
    return found


def _speaker(
    tokens: Tokens, speech: Speech, people: Sequence[Person], said: Sequence[tuple[str, str]]
) -> tuple[str, str] | None:
    if speech.speaker is None:
        return said[-1] if said else None
    first, last = speech.speaker
    span = tokens.span(first, last)
    word = tokens.words[first]
    if word in PRONOUNS and last - first == 1:
        near = _mentioned(tokens, first, people) if word in ("he", "she") else None
        return ("person", near) if near else _last(said, PRONOUNS[word])
    for person in people:
        if span.covers(person.span) or person.name in normalise(span.of(tokens.text)):
            return "person", person.name
    return _by_part(tokens, first, last, people) or _body(tokens, first, last, said, people)


def _mentioned(tokens: Tokens, at: int, people: Sequence[Person]) -> str | None:
    """The person named last in the same paragraph."""
    paragraph = tokens.sentences[tokens.sentence_at(at)].paragraph
    here = [
        (tokens.text.rfind(person.name, 0, tokens.starts[at]), person.name)
        for person in people
        if person.span.start < tokens.starts[at]
    ]
    start, name = max(here, default=(-1, ""))
    same = start >= 0 and tokens.sentences[tokens.sentence_at(tokens.at(start))].paragraph == paragraph
    return name if same else None


def _last(said: Sequence[tuple[str, str]], kind: str) -> tuple[str, str] | None:
    wanted = {"any": ("person", "body", "group"), "group": ("group", "body"), "body": ("body", "group")}
    return next((entry for entry in reversed(said) if entry[0] in wanted.get(kind, (kind,))), None)


def _by_part(tokens: Tokens, first: int, last: int, people: Sequence[Person]) -> tuple[str, str] | None:
    """*Xue*, *Ms Li*: the family name alone, of a person named before (or, failing that, later)."""
    titles = lexicon.load("people")["titles"]
    words = [
        tokens.forms[at] for at in range(first, last) if tokens.words[at].rstrip(".") not in (*titles, ".")
    ]
    if not words or (len(words) > 1 and tokens.words[first] not in titles and words[1] != ","):
        return None
    known = [person for person in people if words[0] in person.name.split()]
    before = [person for person in known if person.span.start < tokens.starts[first]]
    chosen = (before or known)[-1:]
    return ("person", chosen[0].name) if chosen else None


def _body(
    tokens: Tokens, first: int, last: int, said: Sequence[tuple[str, str]], people: Sequence[Person]
) -> tuple[str, str] | None:
    """A body, group or outlet as worded, without its article; *the official*, *the committee* point back."""
    definite = tokens.words[first] == "the"
    first = _without_determiners(tokens, first, last)
    first, last = _issuer(tokens, first, last)
    if first >= last:
        return None
    name = tokens.said(first, last)
    if definite and (person := _by_role(name, people, said)):
        return "person", person
    head = name.split()[-1].lower()
    if definite and len(name.split()) <= 2:
        same = [entry for entry in said if entry[0] != "person" and entry[1].lower().split()[-1] == head]
        if same:
            return same[-1]
    return ("group" if head.endswith("s") and not head.endswith("ss") else "body"), name


def _without_determiners(tokens: Tokens, first: int, last: int) -> int:
    while first < last and (
        tokens.words[first] in ("the", "a", "an", "its", "their", "his", "her", "our", "this")
    ):
        first += 1
    return first


def _issuer(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """*data from the bureau* is the bureau's; *a report* alone is nobody's. Drops when and where."""
    sources = lexicon.load("speech")["sources"]
    words = tokens.words
    origin = next((at for at in range(first, last) if words[at] in ("from", "by", "of")), None)
    of_source = any(word in sources for word in words[first : origin if origin is not None else last])
    if of_source:
        if origin is None:
            return last, last
        return _without_determiners(tokens, origin + 1, last), _cut(tokens, origin + 1, last)
    return first, _cut(tokens, first, last)


def _cut(tokens: Tokens, first: int, last: int) -> int:
    for at in range(first + 1, last):
        if tokens.words[at] in ("in", "at", "on", "with", "under", ",", "during", "'", "’"):
            return at
    return last


def _by_role(name: str, people: Sequence[Person], said: Sequence[tuple[str, str]]) -> str | None:
    """*the vice mayor*, *the official*: the last speaker with that role, or anybody with it."""
    offices = lexicon.load("people")["offices"]
    words = name.lower().split()
    if words[-1] not in offices or len(words) > 4:
        return None
    fitting = [person.name for person in people if person.role and name.lower() in person.role.lower()]
    spoken = [who for kind, who in said if kind == "person"]
    latest = [who for who in reversed(spoken) if who in fitting]
    if latest or fitting:
        return (latest or fitting)[0]
    return (
        spoken[-1]
        if spoken and words[-1] in ("official", "officer", "expert", "leader", "executive", "spokesperson")
        else None
    )


def zones(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """Name what *the area*, *the zone*, *it* stand for; what cannot be told keeps no name."""
    named: list[Mention] = []
    for mention in mentions:
        name = mention.name or _antecedent(tokens, mention, named, mentions)
        named.append(replace(mention, name=name))
    return named


def _antecedent(
    tokens: Tokens, mention: Mention, named: Sequence[Mention], mentions: Sequence[Mention]
) -> str | None:
    if mention.rule == "pronoun":
        return _of_pronoun(tokens, mention, named)
    area = mention.rule == "stands for an area"
    before = [m for m in named if m.name and not is_visited(tokens, m)] or [m for m in named if m.name]
    same = [m for m in before if m.name and _is_area(m.name) == area]
    subjects = [m for m in same if _is_subject(tokens, m)]
    chosen = subjects[-1:] or same[:1] or before[-1:]
    return chosen[0].name if chosen else None


def _of_pronoun(tokens: Tokens, mention: Mention, named: Sequence[Mention]) -> str | None:
    """*It*, *its* at the start of a sentence and *there* go back to the zone of the sentence before."""
    sentence = tokens.sentence_at(mention.first)
    here = [m for m in named if tokens.sentence_at(m.first) == sentence and m.name and not is_visited(tokens, m)]
    word = tokens.words[mention.first]
    if here:
        return here[-1].name
    if word != "there" and mention.first - tokens.bounds(sentence)[0] > OPENER:
        return None
    earlier = [
        m
        for m in named
        if tokens.sentence_at(m.first) == sentence - 1 and m.name and not is_visited(tokens, m)
    ]
    return earlier[0].name if earlier else None


def is_visited(tokens: Tokens, mention: Mention) -> bool:
    """Tell whether a zone is where somebody goes or comes from, and not what its sentence is about."""
    before = tokens.words[max(mention.first - 3, 0) : mention.first]
    return any(word in lexicon.load("zones")["visited"] for word in before)


def _is_area(name: str) -> bool:
    return name.endswith("Area")


def _is_subject(tokens: Tokens, mention: Mention) -> bool:
    return mention.first - tokens.bounds(tokens.sentence_at(mention.first))[0] <= 3


def metrics(
    tokens: Tokens,
    measures: Sequence[Measure],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    dates: Sequence[Date],
) -> list[Metric]:
    """Link measures to wholes, zones, speakers and dates; bare numbers without a link are dropped."""
    linked = links.find(tokens, measures)
    kept = [n for n, measure in enumerate(measures) if measure.amount.unit or n in linked]
    ids = {n: f"m{row}" for row, n in enumerate(kept, 1)}
    about = _zones_of(tokens, measures, mentions, statements, linked)
    found = []
    for n in kept:
        measure, link = measures[n], linked.get(n)
        base = _base(measures, linked, n)
        span = tokens.span(measure.amount.first, measure.amount.last)
        said = next((statement for statement in statements if statement.span.covers(span)), None)
        status = _status(measures, linked, n, base.indicator)
        found.append(
            Metric(
                id=ids[n],
                span=span,
                value=measure.amount.value,
                unit=measure.amount.unit or _unit(measures, linked, n),
                indicator=base.indicator,
                status=status,
                mod=measure.amount.mod,
                change=measure.change,
                scope=_scope(measure.scope, about.get(n)) if status == "promoted" else None,
                part_of=ids.get(link.whole) if link and link.whole is not None else None,
                zone=about.get(n),
                as_of=_as_of(tokens, span, said, dates) if status != "planned" else None,
                speaker=said.speaker if said else None,
                rule=measure.rule + (f"; {link.rule}" if link else ""),
            )
        )
    return found


def _base(measures: Sequence[Measure], linked: Mapping[int, Link], n: int) -> Measure:
    """The measure that gives unit and indicator: the number itself, or what it goes back to."""
    seen = {n}
    while True:
        link = linked.get(n)
        if measures[n].indicator == SAME:
            n -= 1
        elif measures[n].indicator is None and link and link.same is not None:
            n = link.same
        else:
            return measures[n]
        if n in seen or n < 0:
            return replace(measures[max(n, 0)], indicator=None)
        seen.add(n)


def _unit(measures: Sequence[Measure], linked: Mapping[int, Link], n: int) -> str:
    """The unit of a bare number is that of what it goes back to."""
    for _ in range(len(measures)):
        unit = measures[n].amount.unit
        link = linked.get(n)
        if unit or link is None or link.same is None:
            return unit or "count"
        n = link.same
    return "count"


def _status(measures: Sequence[Measure], linked: Mapping[int, Link], n: int, indicator: str | None) -> str:
    measure, link = measures[n], linked.get(n)
    if measure.planned:
        return "planned"
    if not modality.has_status(indicator):
        return "reported"
    if measure.status:
        return measure.status
    if link and link.rule == "goes on":
        return _status(measures, linked, n - 1, indicator)
    if measure.scope:
        return "promoted"
    if link and link.whole is not None and link.rule == "of which":
        return _status(measures, linked, link.whole, indicator) if link.whole < n else "reported"
    return "total" if _is_whole(linked, n) else "reported"


def _zones_of(
    tokens: Tokens,
    measures: Sequence[Measure],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    linked: Mapping[int, Link],
) -> dict[int, str]:
    """The zone that each measure is about: the nearest named in its stretch, or that of its whole."""
    tags = phrases.grammar().tag(tokens)
    usable = [m for m in mentions if m.name and not is_visited(tokens, m)]
    about: dict[int, str] = {}
    for n, measure in enumerate(measures):
        link = linked.get(n)
        before = measures[n - 1].amount.last if n else 0
        name = _zone_of(tokens, tags, measure, before, usable, statements)
        if name is None and link and link.whole is not None:
            name = about.get(link.whole)
        if measure.rule == "conversion in brackets":
            name = about.get(n - 1)
        if name is None and _goes_without_zone(tokens, tags, measure):
            name = _topic(tokens, usable, measure.amount.first)
        national = measure.scope == "nationwide" and _is_whole(linked, n)
        if name and not national:
            about[n] = name
    return about


def _is_whole(linked: Mapping[int, Link], n: int) -> bool:
    return any(link.whole == n and link.rule == "of the N" for link in linked.values())


def _topic(tokens: Tokens, usable: Sequence[Mention], at: int) -> str | None:
    """The zone that the last sentence before `at` with one was about: the first it names, outside lists."""
    before = [m for m in usable if m.first < at and "list" not in m.rule]
    last = tokens.sentence_at(before[-1].first) if before else None
    return next((m.name for m in before if tokens.sentence_at(m.first) == last), None)


def _goes_without_zone(tokens: Tokens, tags: str, measure: Measure) -> bool:
    """A count of tasks or innovations, or a line without a verb, speaks of the zone named last."""
    first, last = tokens.bounds(tokens.sentence_at(measure.amount.first))
    if modality.has_status(measure.indicator):
        return measure.scope != "nationwide"
    line = tokens.words[last - 1] not in (".", "!", "?", '"', "”")
    return line or not phrases.holds_verb(tags, first, last)


def _zone_of(
    tokens: Tokens,
    tags: str,
    measure: Measure,
    before: int,
    usable: Sequence[Mention],
    statements: Sequence[Statement],
) -> str | None:
    amount = measure.amount
    if amount.noun and " ".join(tokens.words[slice(*amount.noun)]).endswith(COUNTED_ZONES):
        return None
    here = _in_stretch(tokens, amount, usable, statements)
    earlier = [m for m in here if m.first < amount.first]
    later = [m for m in here if m.first > amount.first]
    pointer = tokens.words[amount.last : amount.last + 2] == ["of", "which"]
    if later and pointer and tokens.words[amount.last + 2] in FALLS:
        return later[0].name
    clause = phrases.clause_start(tokens, tags, amount.first)
    own = [m for m in earlier if m.first >= clause and not _owns_next(tokens, m, earlier)]
    after_number = [m for m in own if m.first >= before > clause]  # *the Pingtan Area 43 and the Fuzhou Area 31.26*
    chosen = after_number[-1:] or own[:1] or earlier[-1:] or later[:1]
    return chosen[0].name if chosen else None


def _owns_next(tokens: Tokens, mention: Mention, others: Sequence[Mention]) -> bool:
    """*The zone's Kunming Area*, *its Changsha Area*: the area is what is spoken of."""
    end = tokens.at(mention.span.end - 1) + 1
    return any(end <= other.first <= end + 2 and (other.first == end or tokens.words[end] in ("'", "’")) for other in others)


def _in_stretch(
    tokens: Tokens, amount: Amount, usable: Sequence[Mention], statements: Sequence[Statement]
) -> list[Mention]:
    """The mentions in an amount's sentence, on the same side of what is reported."""
    sentence = tokens.sentence_at(amount.first)
    here = [m for m in usable if tokens.sentence_at(m.first) == sentence]
    span = tokens.span(amount.first, amount.last)
    said = next((statement.span for statement in statements if statement.span.covers(span)), None)
    if said:
        return [m for m in here if said.covers(m.span)]
    return [m for m in here if not any(statement.span.covers(m.span) for statement in statements)]


def _scope(scope: str | None, zone: str | None) -> str | None:
    """*the province* is the zone's."""
    if scope != "province":
        return scope
    if zone is None:
        return None
    province = zone.split("(")[1].split(")")[0]
    return province if province in lexicon.load("places")["not_provinces"] else f"{province} Province"


def _as_of(tokens: Tokens, span: Span, said: Statement | None, dates: Sequence[Date]) -> str | None:
    """The one date of the number's stretch, where there is just one."""
    sentence = tokens.sentences[tokens.sentence_at(tokens.at(span.start))].span
    stretch = said.span if said else sentence
    here = {
        date.value
        for date in dates
        if date.type == "DATE" and stretch.covers(date.span) and sentence.covers(date.span)
    }
    return here.pop() if len(here) == 1 else None


def commitments(
    tokens: Tokens, promises: Sequence[Promise], mentions: Sequence[Mention], statements: Sequence[Statement]
) -> list[Commitment]:
    """Name the actor of each promise: as worded, without its article; *it* and *we* resolved."""
    found: list[Commitment] = []
    for promise in promises:
        span = tokens.span(*promise.clause)
        actor = _actor(tokens, promise, mentions, statements, found) if promise.subject else None
        found.append(Commitment(span=span, actor=actor, rule=promise.rule))
    return found


def _actor(
    tokens: Tokens,
    promise: Promise,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    before: Sequence[Commitment],
) -> str | None:
    first, last = promise.subject or (0, 0)
    word = tokens.words[first]
    zone = next((m.span for m in mentions if m.name and m.span.covers(tokens.span(first, last)) and m.rule != "pronoun"), None)
    if zone and tokens.words[tokens.at(zone.start)] not in ("the", "this", "its"):
        return normalise(zone.of(tokens.text))
    if last - first > 1 or word not in PRONOUNS:
        return tokens.said(_owner(tokens, promise.clause[0], first), last)
    said = next((s for s in statements if s.span.covers(tokens.span(first, last))), None)
    if said and said.rule == "speaker, cue" and said.span.start == tokens.starts[first]:
        return said.speaker
    if said and said.rule == "adding that" and before and before[-1].span.end > said.span.start - 80:
        return before[-1].actor
    sentence = tokens.sentence_at(first)
    if word in ("we", "i", "he", "she") or not sentence:
        return said.speaker if said else None
    subject = phrases.sentence_subject(tokens, sentence - 1)
    if subject and tokens.words[subject[0]] not in PRONOUNS:
        return tokens.said(*subject)
    return before[-1].actor if before else None


def _owner(tokens: Tokens, start: int, first: int) -> int:
    """*Ms Wang's firm* is not just any firm: go back over a possessor that is a name."""
    if first - start >= 2 and tokens.words[first - 1] == "s" and all(shape == "A" for shape in tokens.shapes[start : first - 2]):
        return start
    return first
