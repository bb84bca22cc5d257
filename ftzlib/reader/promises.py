"""Promises: what somebody says will be done, one row a verb; the rules stand in ``english/commitments.toml``.

Finds     *X will A and B* (two), *plans to*, *is going to*, *expects to*, *is to*, *will be set up*; in reported
          speech and in the article's own voice; who promises, *it*, *we* and *he* resolved.
Leaves    forecasts about the world (*trade will grow*), what an event does (*the fair will open*), *may*,
          *is expected to*, purposes; what deals, bridges and growth *will* do.
Example   "The zone will cut fees and open two ports." -> "The zone will cut fees", "open two ports"; zone
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ftzlib.facts.records import Commitment, Statement
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules
from ftzlib.reader import phrases, syntax
from ftzlib.reader.mentions import Mention, Promise, Range
from ftzlib.text.tokens import Tokens, by_sentence, covering, normalise

MAX_LINES = 20  # of a list
NEAR = 80  # characters between a promise and *adding that it will ...*


def find(tokens: Tokens, stretches: Iterable[Range]) -> list[Promise]:
    """Return the promises in `stretches` of a text (what is reported, and the sentences around it)."""
    cues, tags = _rules().part("cue"), _tags(tokens)
    found = [promise for each in stretches if cues.search(tags, *each) for promise in _in_stretch(tokens, *each)]
    return [kept for promise in found for kept in (list(_listed(tokens, promise)) or [promise])]


def _in_stretch(tokens: Tokens, first: int, last: int) -> Iterator[Promise]:
    rules, tags, end = _rules(), _tags(tokens), first
    how, subject = "", None
    for at, rule, verb in _cued(tokens, first, last):
        if at < end:
            continue
        start = rules.past("attributed", tags, syntax.clause_start(tokens, at, floor=end), at)
        how, subject = _subject(tokens, start, at, subject)
        stop = _clause_end(tags, verb, last)
        if tokens.words[stop] == "?" or _is_forecast(tokens, subject, (start, at, verb), rule):
            continue
        if subject and how == "possessive":  # *the governor's pledge to open up [was welcomed]*
            yield Promise((subject[0], rules.upto("noun_end", tags, verb, stop)), subject, rule)
            continue
        acting = None if rule == "will be done" else subject
        yield Promise((at if how == "noun before" else start, stop), acting, rule)
        end = stop
        for verb, end in _further(tokens, at, stop, last):
            yield Promise((verb, end), acting, "and B")


def _cued(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, str, int]]:
    """Yield the *will*, *plans* and the like that promise something, each with its rule and the verb behind it."""
    rules, tags, (opens, closes) = _rules(), _tags(tokens), tokens.bounds(tokens.sentence_at(first))
    if tokens.words[closes - 1] == "?":
        return
    for at in (found.start() for found in rules.part("cue").finditer(tags, first, last)):
        fit = rules.about(tags, at, opens, closes, rules.cues[tokens.words[at]])
        if fit and "gives" not in fit[0]:
            yield at, fit[0]["name"], fit[1]["verb"][0]


def _further(tokens: Tokens, at: int, end: int, last: int) -> Iterator[Range]:
    """*will A [and B]*: yield the clauses that the word at `at` promises, too, behind the one that ends at `end`."""
    willed = tokens.words[at] in lexicon.words("commitments", "will")
    goes_on = _rules().part("next_will" if willed else "next_verb")
    while end < last and (following := goes_on.match(_tags(tokens), end)):
        end = _clause_end(_tags(tokens), following.end(), last)
        yield following.end(), end


def _clause_end(tags: str, verb: int, last: int) -> int:
    return _rules().upto("clause_end", tags, verb + 1, last)


def _listed(tokens: Tokens, promise: Promise) -> Iterator[Promise]:
    """*The area will:* and a list, one promise a line."""
    rules, tags = _rules(), _tags(tokens)
    if below := rules.part("lines_below").match(tags, promise.clause[1] - 1):
        for line in rules.part("below").finditer(tags, *below.span("lines")):
            stop = rules.upto("line_end", tags, line.start(), _clause_end(tags, *line.span()))
            yield Promise((line.start(), stop), promise.subject, "line of a list")


def leads(tokens: Tokens, number: int) -> bool:
    """Tell whether a sentence is a line of a list that *the area will:* opens: it starts with its verb."""
    rules, tags, (first, last) = _rules(), _tags(tokens), tokens.bounds(number)
    if not rules.part("below").match(tags, first):
        return False
    opens = tokens.bounds(max(number - MAX_LINES, 0))[0]
    return any(below.end() > first for below in rules.part("lines_below").finditer(tags, opens, last))


def _subject(tokens: Tokens, start: int, at: int, before: Range | None) -> tuple[str, Range | None]:
    """Return how a clause from `start` names who promises, where *will* or *plans* stands at `at`, and the tokens."""
    rules, tags, opens = _rules(), _tags(tokens), tokens.bounds(tokens.sentence_at(at))[0]
    if before and rules.part("far").fullmatch(tags, start, at):  # *not only ..., [but] also will B*
        return "", before
    if fit := rules.about(tags, at, opens, at + 1, "Actor"):
        return fit[0]["name"], fit[1].get("who")
    if found := phrases.subject(tokens, at, floor=start):
        return "", (found[0], rules.past("behind_name", tags, found[1], len(tags)))
    opening = rules.part("opening").match(tags, start, at)
    return "", opening and opening.span("who")


def _is_forecast(tokens: Tokens, subject: Range | None, clause: tuple[int, int, int], rule: str) -> bool:
    """Tell whether nobody promises: *This will bring ...*, *The deals will bring ...*, *whether it will close*."""
    part, tags, (start, at, verb) = _rules().part, _tags(tokens), clause
    if part("unclear").match(tags, max(start - 1, 0), at):
        return True
    aimed = tokens.words[at] in lexicon.words("commitments", "aimed")  # *the visit aimed to show ...*
    if (rule not in ("will", "pledges") and not aimed) or subject is None:
        return rule == "pledges"
    head = _rules().upto("of_its", tags, *subject) - 1  # the *Board* of Trade
    head += part("lifeless").match(tags, head + 1) is not None  # *a significant [increase] in ...*
    named = tokens.shapes[head] == "A" and head > subject[0]  # *Lanhai Project*, a firm
    vague = tokens.words[verb] in lexicon.words("commitments", "forecast") or rule == "pledges"
    return bool(vague and part("on_paper").match(tags, head)) or (not named and _is_lifeless(tags, head, verb))


def _is_lifeless(tags: str, head: int, verb: int) -> bool:
    """*The railway will run two trains*; not *The railway will run two trains, it said*."""
    return bool(_rules().part("lifeless").match(tags, head)) and not _rules().part("speaks").match(tags, verb)


def resolve(
    tokens: Tokens, promises: Sequence[Promise], mentions: Sequence[Mention], statements: Sequence[Statement]
) -> list[Commitment]:
    """Name the actor of each promise: as worded, without its article; *it* and *we* resolved."""
    actors, found = _Actors(tokens, mentions, statements), list[Commitment]()
    lifeless = False  # *The deals were signed. They will draw firms and bring trade*
    for promise in promises:
        before = found[-1] if found else None
        actor = actors.of(promise.subject, before)
        lifeless = (promise.rule == "will" and actor == "") or (lifeless and promise.rule == "and B")
        if lifeless:
            continue
        nobody = not actor or actor.lower() in lexicon.words("commitments", "no_actors") or actor.endswith("ed")
        found.append(Commitment(span=tokens.span(*promise.clause), actor=None if nobody else actor, rule=promise.rule))
    return found


class _Actors:
    """What tells who promises: the zones that a text names, and who is told to have said what."""

    def __init__(self, tokens: Tokens, mentions: Iterable[Mention], statements: Iterable[Statement]) -> None:
        self.tokens, self.said_in = tokens, by_sentence(tokens, statements)
        self.zones = by_sentence(tokens, (each for each in mentions if each.name and each.rule != "pronoun"))

    def of(self, subject: Range | None, before: Commitment | None) -> str | None:
        """Return whom the subject of a clause means, where `before` is the promise before."""
        if subject is None:
            return None
        tokens, (first, last) = self.tokens, subject
        span, sentence = tokens.span(first, last), tokens.sentence_at(first)
        zone = covering(self.zones.get(sentence, ()), span)
        if zone and tokens.words[tokens.at(zone.span.start)] not in lexicon.words("speech", "determiners"):
            return normalise(zone.span.of(tokens.text))
        if last - first == 1 and tokens.words[first] in lexicon.words("speech", "pronouns"):
            said = covering(self.said_in.get(sentence, ()), span)
            return self._meant(first, said, before)
        if tokens.words[first] in lexicon.words("commitments", "no_openers"):  # *the "15[th Five]-Year Plan" aims to*
            return None
        owner = _rules().part("owner").search(_tags(tokens), tokens.bounds(sentence)[0], first)  # *[Ms Wang's] firm*
        return tokens.said(owner.start("who") if owner else first, last)

    def _meant(self, at: int, said: Statement | None, before: Commitment | None) -> str | None:
        """Return whom a pronoun goes back to, in what somebody says or by the subject of the sentence before.

        An empty name is that of a thing.
        """
        if said and self._is_of_speaker(at, said):
            return self._spoken_for(at) or said.speaker
        if said and before and self._adds(said, before):
            return before.actor
        if "person" in lexicon.load("speech")["reference"][self.tokens.words[at]]:
            return said.speaker if said else None
        return self._retold(at) or self._told_of(at, said, before)

    def _adds(self, said: Statement, before: Commitment) -> bool:
        """*Li said that the zone will A, adding that [it] will B*."""
        return said.rule == "adding that" and before.span.end > said.span.start - NEAR

    def _is_of_speaker(self, at: int, said: Statement) -> bool:
        """*Li said [it] will ...*; not *Officials said it will ...*."""
        opens = said.rule == "speaker, cue" and said.span.start == self.tokens.starts[at]
        return opens and not syntax.is_plural((said.speaker or "").lower())

    def _spoken_for(self, at: int) -> str | None:
        """*The firm's manager, Li Wei, said [it] would ...*: for what he speaks; None where *he* or *they* will."""
        opens = self.tokens.bounds(self.tokens.sentence_at(at))[0]
        parts = ("owned_by", "speaks_for") if self.tokens.words[at] in lexicon.words("speech", "thing_pronouns") else ()
        found = (_rules().part(part).search(_tags(self.tokens), opens, at) for part in parts)
        return next((self.tokens.said(*body.span("who")) for body in found if body), None)

    def _retold(self, at: int) -> str | None:
        """*China announced that [it] will ...*: what the sentence of a pronoun is about."""
        own = phrases.sentence_subject(self.tokens, self.tokens.sentence_at(at))
        told = own and _rules().part("retold").search(_tags(self.tokens), own[1], at)
        return (self._spoken_for(at) or self._worded(own)) if own and told else None

    def _told_of(self, at: int, said: Statement | None, promised: Commitment | None) -> str | None:
        """Return what the sentence before that of a pronoun is about; who promised before where that is a pronoun."""
        before = self.tokens.sentence_at(at) - 1
        if before < 0:
            return said.speaker if said else None
        subject = self._told_in(before)
        again = subject and self.tokens.words[subject[0]] in lexicon.words("speech", "pronouns")
        actor = promised and promised.actor if again else subject and self._worded(subject)
        return actor or self._who_told(before, subject)

    def _told_in(self, sentence: int) -> Range | None:
        """*Chen said [the city] will open up*: the subject of what a sentence tells, or the name that opens it."""
        told = (each.span.start for each in self.said_in.get(sentence, ()) if each.rule == "speaker, cue")
        subject = phrases.sentence_subject(self.tokens, sentence, next(map(self.tokens.at, told), None))
        named = _rules().part("opens_named").match(_tags(self.tokens), self.tokens.bounds(sentence)[0])
        return named.span("who") if named and subject is None else subject

    def _who_told(self, sentence: int, subject: Range | None) -> str | None:
        """Return the body that tells what a sentence says: *A spokesman for [the port]*, *[The port] told us that*."""
        tokens, (first, last) = self.tokens, self.tokens.bounds(sentence)
        if self.said_in.get(sentence) and (body := _rules().part("speaks_for").search(_tags(tokens), first, last)):
            return tokens.said(*body.span("who"))
        teller = phrases.sentence_subject(tokens, sentence) if self.said_in.get(sentence) else None
        body = teller and _rules().part("a_body").match(_tags(tokens), first, teller[1])
        return self._worded(teller) if teller and body else "" if subject else None

    def _worded(self, subject: Range) -> str:
        """Return a subject by the zone that it begins with, or in its words; what has no life promises nothing."""
        tokens = self.tokens
        opens = tokens.starts[subject[0] + (tokens.words[subject[0]] in lexicon.words("speech", "determiners"))]
        zones = self.zones.get(tokens.sentence_at(subject[0]), ())
        if zone := next((one for one in zones if one.span.start == opens), None):
            return normalise(zone.span.of(tokens.text))
        if _rules().part("lifeless").match(_tags(tokens), subject[1] - 1):
            return ""
        return tokens.said(subject[0], _rules().past("behind_name", _tags(tokens), subject[1], len(tokens)))


def _tags(tokens: Tokens) -> str:
    return _rules().layers.tag(tokens)


@cache
def _rules() -> Rules:
    own = lexicon.load("commitments")
    return Rules("commitments", {name: syntax.with_plurals(own[name]) for name in ("things", "papers")})
