"""Reported speech: who is given as the source of what; the rules stand in ``english/speech.toml``.

Finds     *..., said X*; *..., X said on Friday*; *X said (that) ...*; *according to X*; quotations of one
          or several sentences; *adding that ...* as a statement of its own; the turns of a transcript; and to whom
          *he*, *Xue*, *the vice mayor*, *the committee* go back.
Leaves    the article's own voice, headlines and captions; *according to a report* that names nobody; short quoted
          names (*a "1+N" policy*), which are words of their sentence.
Example   "Trade grew, said Li Ming, mayor of Jinan." -> "Trade grew", said, "Li Ming"
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence, Set
from functools import partial
from itertools import chain, pairwise, product
from operator import attrgetter
from typing import NamedTuple

from ftzlib.facts.records import Person, Statement
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import table
from ftzlib.reader import syntax
from ftzlib.reader.mentions import Range, Speech
from ftzlib.text.tokens import Tokens, normalise

LEAST_QUOTATION = 4  # words; shorter ones are names and scare quotes
REACH = 300  # words of its paragraph that *he* goes back over
MEMORY = 200  # speakers that *the committee* and *she* may go back to
NEAR = 2  # paragraphs in which who has spoken goes on; behind more of the article's own, it may be anybody
MAX_OFFICE = 4  # words of *the vice mayor of Jinan*
MAX_AGAIN = 2  # words of *the provincial bureau*
VIEW = "view"  # the rule of what somebody takes to be so, and is not reported to have said
_rules = partial(table, "speech")
_words = partial(lexicon.words, "speech")


def find(tokens: Tokens) -> list[Speech]:
    """Return the statements of a text in order, their speakers as worded."""
    turns, tags, part = list(_turns(tokens)), _tags(tokens), _rules().part
    found, interviews = [turn for turn in turns if turn.speaker], _interviews(tokens, turns)
    for start, end in utterances(tokens):
        speaks = part("cue").search(tags, start, end) or part("quotation").search(tags, start, end)
        if speaks and tokens.sentence_at(start) not in interviews:
            for first, last in _by_speaker(tokens, start, end):
                found += [said for said in _in_utterance(tokens, first, last) if said.content[1] - said.content[0] > 1]
    return found


def _interviews(tokens: Tokens, turns: Sequence[Speech]) -> set[int]:
    """*Q: Some say that they leave*: the sentences of interviews, where what others say is none of the statements."""
    opens = [tokens.bounds(tokens.sentence_at(turn.content[0]) - 1)[0] for turn in turns]
    lettered = (_rules().part("lettered").match(_tags(tokens), first) for first in opens)
    within = (tokens.numbers[slice(*turn.content)] for turn, found in zip(turns, lettered, strict=True) if found)
    return set().union(*within)


def _by_speaker(tokens: Tokens, start: int, end: int) -> Iterator[Range]:
    """*Exports rose, the bureau said, while customs said imports fell*: an utterance, cut where another one speaks."""
    tags, part = _tags(tokens), _rules().part
    parted = part("parted").search(tags, start, end)
    ends = [found.end() for found in part("another").finditer(tags, start, end)] if parted else []
    inside = quoted(tokens, start, end) if ends else ()
    yield from pairwise([start, *(at for at in ends if at not in inside), end])


def stretches(tokens: Tokens, speeches: Sequence[Speech]) -> Iterator[Range]:
    """Yield what is reported and what stands around it, sentence by sentence, each stretch apart."""
    cuts = sorted({at for speech in speeches for at in speech.content})
    for number, sentence in enumerate(tokens.sentences):
        if sentence.kind == "body":
            first, last = tokens.bounds(number)
            yield from pairwise([first, *cuts[bisect_right(cuts, first) : bisect_left(cuts, last)], last])


def utterances(tokens: Tokens) -> Iterator[Range]:
    """Sentences, put together where a quotation runs over their ends.

    One that is never closed ends with its paragraph, unless the next one opens with a mark.
    """
    begin: int | None = None
    curly = straight = 0  # marks that are open
    for number, sentence in enumerate(tokens.sentences):
        first, last = tokens.bounds(number)
        if sentence.kind in ("headline", "caption", "dateline") or first == last:
            continue
        again = begin is not None and tokens.words[first] in _words("opening_marks")  # it goes on in a new paragraph
        begin, words = first if begin is None else begin, tokens.words[first + again : last]
        curly, straight = curly + words.count("“") - words.count("”"), (straight + words.count('"')) % 2
        if not _goes_on(tokens, number, is_open=curly > 0 or straight > 0):
            yield begin, last
            begin, curly, straight = None, 0, 0


def _goes_on(tokens: Tokens, number: int, *, is_open: bool) -> bool:
    """Tell whether the sentence behind one is of its utterance: of its quotation, or who says it."""
    here, *behind = (sentence.paragraph for sentence in tokens.sentences[number : number + 2])
    if is_open:
        return [here] == behind or tokens.words[tokens.bounds(number)[1] + 1] in _words("opening_marks")
    return [here] == behind and _is_named_behind(tokens, number)


def _is_named_behind(tokens: Tokens, number: int) -> bool:
    """*"Trade grew." Li Na said on Monday.*: the sentence behind a quotation says no more than whose it is."""
    closed = tokens.words[tokens.bounds(number)[1] - 1] in _words("marks")
    return closed and _rules().part("afterword").match(_tags(tokens), *tokens.bounds(number + 1)) is not None


def quoted(tokens: Tokens, start: int, end: int, least: int = LEAST_QUOTATION) -> set[int]:
    """Tokens inside quotations of more than `least` words, long enough to be speech, their marks included."""
    found = _rules().part("quotation").finditer(_tags(tokens), start, end)
    long = (each for each in found if each.end() - each.start() - bool(each["close"]) > least)
    return {at for each in long for at in range(*each.span())}


def _turns(tokens: Tokens) -> Iterator[Speech]:
    """*A: Guo Yahui, vice minister of commerce: ...*: all up to the next turn is the speaker's; nobody's if he asks."""
    tags, speaker, opened = _tags(tokens), None, 0
    kinds = [sentence.kind for sentence in tokens.sentences]
    for number, kind in enumerate(kinds):
        first, last = tokens.bounds(number)
        if kind == "turn":
            opened = last + 1
            named = _rules().part("turn").match(tags, first, last)
            answers = _rules().part("answer").match(tags, first, last)
            speaker = named.span("who") if named else (first, first) if answers else None
        elif kind == "body" and opened and kinds[number + 1 : number + 2] != ["body"]:
            asks = tokens.words[last - 1] == "?"  # who asks says nothing
            yield Speech(_strip(tags, opened, last), None if asks else speaker, None, "turn")
            opened = 0


def _in_utterance(tokens: Tokens, start: int, end: int) -> list[Speech]:
    end = _rules().upto("stop_behind", _tags(tokens), start, end)
    inside = quoted(tokens, start, end)
    spare: tuple[Speech, int] | None = None  # *Trade data show the area is strong, he said*: where nobody speaks
    for speech, cue in _cued(tokens, start, end, inside):
        surely = _tells(tokens, speech, cue)
        if surely:
            return _with_second(tokens, speech, cue, end)
        spare = spare or (None if surely is None else (speech, cue))
    if spare:
        return _with_second(tokens, *spare, end)
    if {start, end - 1} <= inside:
        return [Speech(_strip(_tags(tokens), start, end), None, None, "quotation goes on")]
    return []


def _tells(tokens: Tokens, speech: Speech, cue: int) -> bool | None:
    """Whether it is somebody who says so; False where that counts if nobody else does; None where it never does."""
    who = speech.speaker or (cue, cue)
    speaks = _may_speak(tokens, *who)
    if speech.rule == VIEW:
        return False if speaks else None
    if speaks and speech.cue not in _words("show"):
        return True
    source = speech.cue not in _words("evidence") or _rules().part("source").match(_tags(tokens), *who)
    return False if source else None  # not *The rise suggests that ...*


def _cued(tokens: Tokens, start: int, end: int, inside: Set[int]) -> Iterator[tuple[Speech, int]]:
    """Yield what the rules read around the verbs of saying of an utterance, outside quotations."""
    tags = _tags(tokens)
    for cue in (found.start() for found in _rules().part("cue").finditer(tags, start, end)):
        word = tokens.words[cue]
        fit = None if cue in inside else _rules().about(tags, cue, start, end, _rules().cues[word])
        if fit is None or "gives" in fit[0]:
            continue
        rule, at = fit
        content = _strip(tags, at.get("what", (start,))[0], at.get("upto", (end,))[0])
        if content[1] > max(cue, at["who"][0]) or not _says_nothing(tokens, content, at["who"], cue):
            yield Speech(content, at["who"], rule.get("cue", word), rule["name"]), cue


def _says_nothing(tokens: Tokens, content: Range, who: Range, cue: int) -> bool:
    """*In an interview, Li said during a visit ...*: what is told stands behind the cue, and only when before it."""
    part, tags = _rules().part, _tags(tokens)
    fronted = who[1] > cue and tokens.words[cue] in _words("according")  # *At the conference according to Li Wei*
    goes_on = fronted or (who[1] <= cue and not part("halt").match(tags, cue + 1))
    return any(part(name).fullmatch(tags, *content) for name in ("nothing_said", "only_named")[not goes_on :])


def _with_second(tokens: Tokens, speech: Speech, cue: int, end: int) -> list[Speech]:
    """Split *A, adding that B*, *"A," X said, "B"* and *Exports, X said, grew* into two statements of one speaker."""
    tags, part = _tags(tokens), _rules().part
    first, last = speech.content
    if second := part("second").search(tags, max(first, cue), end):
        at = second.start() + 1
        kept = speech._replace(content=_strip(tags, first, min(last, at)))
        return [kept, Speech(_strip(tags, second.end(), end), speech.speaker, tokens.words[at], "adding that")]
    if last > cue:
        return [speech]
    opened = _rules().upto("mark", tags, max(cue, speech.speaker[1] if speech.speaker else last), end)
    if end - opened > LEAST_QUOTATION:
        return [speech, speech._replace(content=_strip(tags, opened, end), rule="quotation, second part")]
    if part("behind_cue").match(tags, cue + 1):
        return [speech, speech._replace(content=_strip(tags, cue + 2, end), rule="behind the cue")]
    return [speech]


def _strip(tags: str, first: int, last: int) -> Range:
    """Drop marks, commas and *that* from both ends."""
    return (first := _rules().past("before_said", tags, first, last)), _rules().upto("behind_said", tags, first, last)


def _may_speak(tokens: Tokens, first: int, last: int) -> bool:
    """*Sales at the mall* have a capital only because they open their sentence."""
    found = _rules().part("speaks").match(_tags(tokens), first, last)
    return found is not None and not (found["opens"] and syntax.is_plural(tokens.words[first]))


class Speaker(NamedTuple):
    """Who has spoken: a person or a body, by which nouns it may be called again."""

    kind: str
    name: str
    nouns: tuple[str, ...] = ()
    sentence: int = -1  # in which it spoke last


def resolve(tokens: Tokens, speeches: Sequence[Speech], people: Sequence[Person]) -> list[Statement]:
    """Name the speaker of each statement: a person's full name, or the body as worded."""
    cast, found = _Cast(tokens, people), []
    for one in speeches:
        if named := cast.speaker(one):
            cast.heard(named, one)
            found.append(Statement(span=tokens.span(*one.content), speaker=named.name, cue=one.cue, rule=one.rule))
    return found


class _Cast:
    """The people of a text, and those who have spoken in it so far, the last one first."""

    def __init__(self, tokens: Tokens, people: Sequence[Person]) -> None:
        self.tokens, self.people = tokens, people
        self.spoken: deque[Speaker] = deque(maxlen=MEMORY)
        self._roll: dict[object, list[Person]] = defaultdict(list)  # by a name's first word, its last, and both
        for person in people:
            first, *_, last = 2 * person.name.lower().split()
            for key in {first, last, (first, last)}:
                self._roll[key].append(person)

    def speaker(self, said: Speech) -> Speaker | None:
        """Return who says something; what goes back to nobody is said by nobody."""
        if said.speaker is None:  # a quotation without more
            return self._acting(said)
        first, last = said.speaker
        if first == last:
            return self._interviewed(first)
        kinds = lexicon.load("speech")["reference"].get(self.tokens.words[first]) if last - first == 1 else None
        if kinds and not (self._is_inside(first) and self._by_part(first, last)):
            return self._meant(said, first, kinds)
        return self._in_full(first, last) or self._by_part(first, last) or self._body(first, last)

    def heard(self, speaker: Speaker, said: Speech) -> None:
        """Remember who has spoken last, in which sentence and, where it says so, in which paper (*said in a note*)."""
        at = (said.speaker or said.content)[1]
        sentence = self.tokens.sentence_at(at - 1)
        paper = _rules().part("paper").search(_tags(self.tokens), at, self.tokens.bounds(sentence)[1])
        nouns = (*speaker.nouns, self.tokens.words[paper.start("what")]) if paper else speaker.nouns
        self.spoken.appendleft(speaker._replace(nouns=nouns, sentence=sentence))

    def _acting(self, said: Speech) -> Speaker | None:
        """*Li Wei, mayor of Jinan, agreed. "We shall see."*: whom the sentence before is about, silent in it."""
        before = self._sentence_before(said.content[0])
        who = before and _rules().part("before_quotation").match(_tags(self.tokens), *before)
        acting = self.speaker(Speech(said.content, who.span("who"), None, said.rule)) if who else None
        last, sentences = next(iter(self.spoken), None), self.tokens.sentences
        here = sentences[self.tokens.sentence_at(said.content[0])].paragraph
        goes_on = last and last.kind == "person" and here - sentences[last.sentence].paragraph <= NEAR
        return acting or (last if goes_on else None)  # else somebody goes on, and no body

    def _sentence_before(self, at: int) -> Range | None:
        """The sentence before that of a token, if it is of the same paragraph and nobody has spoken in it."""
        sentences, number = self.tokens.sentences, self.tokens.sentence_at(at)
        before = sentences[number - 1]
        apart = not number or before.paragraph != sentences[number].paragraph or before.kind == "dateline"
        spoken = self.spoken and self.spoken[0].sentence >= number - 1
        return None if apart or spoken else self.tokens.bounds(number - 1)

    def _interviewed(self, at: int) -> Speaker | None:
        """Who answers in an interview (*A: ...*), who *he* is in a portrait: the only one who is named before."""
        named = [person for person in self.people if person.span.start < self.tokens.starts[at]]
        named = [person for person in named if person.role] or named  # *spoke to Wang Lin of the Bohai News*
        return Speaker("person", named[0].name) if len(named) == 1 else None

    def _meant(self, said: Speech, at: int, kinds: Sequence[str]) -> Speaker | None:
        """*he*, *they*, *it*: who was named or has spoken last, of some kinds."""
        if self.tokens.words[at] in _words("third") and (near := self._mentioned(at)):
            return Speaker("person", near)
        spoken = next((one for one in self.spoken if one.kind in kinds), None)
        if self.tokens.words[at] not in _words("thing_pronouns"):
            return spoken or (self._interviewed(at) if "person" in kinds else None)
        return self._about(self._sentence_before(min(at, said.content[0]))) or spoken or self._own(said, at)

    def _own(self, said: Speech, at: int) -> Speaker | None:
        """*The league grew, it said*: whom the sentence is about that a pronoun stands in."""
        first = said.content[0]
        return self._about(self.tokens.bounds(self.tokens.sentence_at(first))) if first < at else None

    def _in_full(self, first: int, last: int) -> Speaker | None:
        """A person whose full name stands among some tokens."""
        tokens, span = self.tokens, self.tokens.span(first, last)
        names = {tokens.words[at] for at in range(first, last) if tokens.shapes[at] == "A"}
        pairs = product(self._roll.keys() & tokens.words[first:last], repeat=2)
        called = (self._roll[pair] for pair in pairs if pair in self._roll and not names.isdisjoint(pair))
        said = normalise(span.of(tokens.text)).lower()
        for person in sorted(chain.from_iterable(called), key=attrgetter("span")):
            if span.covers(person.span) or _names(said, person.name.lower()):
                return Speaker("person", person.name)
        return None

    def _is_inside(self, at: int) -> bool:
        """*according to He*: a capital in the midst of a sentence, where a pronoun has none."""
        opens = self.tokens.bounds(self.tokens.sentence_at(at))[0]
        return self.tokens.shapes[at] == "A" and at > opens and self.tokens.words[at - 1] not in _words("marks")

    def _mentioned(self, at: int) -> str | None:
        """The person named last in the same paragraph, if only by the family name, or who opens the sentence before."""
        tokens = self.tokens
        paragraph = tokens.sentences[tokens.sentence_at(at)].paragraph
        opening = bisect_left(tokens.sentences, paragraph, key=lambda sentence: sentence.paragraph)
        first, before = tokens.bounds(opening)[0], tokens.bounds(max(opening - 1, 0))[0]
        places = (*range(at - 1, max(first, at - REACH) - 1, -1), before)
        for place in (place for place in places if tokens.words[place] in self._roll and tokens.shapes[place] == "A"):
            named = self._roll[tokens.words[place]]
            if before := bisect_left(named, tokens.starts[at], key=lambda person: person.span.start):
                return named[before - 1].name
        return None

    def _about(self, sentence: Range | None) -> Speaker | None:
        """*A review by the institute was cooler. Few knew, it found*: the body that a sentence is about."""
        found = sentence and _rules().part("before_it").match(_tags(self.tokens), *sentence)
        if not found or self._in_full(*found.span("who")):
            return None
        told = _rules().part("source").match(_tags(self.tokens), *found.span("who"))
        return self._body(*found.span("who")) if told or _may_speak(self.tokens, *found.span("who")) else None

    def _by_part(self, first: int, last: int) -> Speaker | None:
        """*Xue*, *Ms Li*, *Governor Pan*: part of the name of a person named before (or, failing that, later)."""
        named = _rules().part("called").match(_tags(self.tokens), first, last)
        if not named:
            return None
        part = " ".join(self.tokens.forms[slice(*named.span("who"))]).replace("’", "'")
        known = [person for person in self.people if f" {part} " in f" {person.name} "]
        if not known and (titled := _rules().part("titled").match(_tags(self.tokens), first, last)):
            return Speaker("person", self.tokens.said(*titled.span()))
        before = [person for person in known if person.span.start < self.tokens.starts[first]]
        return Speaker("person", (before or known)[-1].name) if known else None

    def _body(self, first: int, last: int) -> Speaker | None:
        """A body, group or outlet as worded, without its article; *the official*, *the committee* point back."""
        tokens, tags = self.tokens, _tags(self.tokens)
        issuer = _rules().part("issuer").match(tags, first, last)
        definite = tokens.words[first] in _words("definite")
        if not issuer:  # *the plan said*, of which it was told who released it
            return self._same_noun(first, last) if definite else None
        papers, (first, last) = tokens.words[first:last], issuer.span("who")
        last = _rules().upto("short_form", tags, first, last)
        name, noun = tokens.said(first, last), tokens.words[last - 1]
        known = self._pointed_at(first, last) if definite else None
        if known := known or self._by_part(first, last):
            return known
        if definite and noun in _words("unnamed") and name.islower():
            return self._again(*_words("outlets"))
        head, said = tokens.words[_rules().upto("head_end", tags, first + 1, last) - 1], set(tokens.words[first:last])
        kind = "person" if head in lexicon.words("people", "offices") else "body"  # *an official*: *he*
        return Speaker(kind, name, (head, *_words("sources") & {*papers}, *_words("outlets") & said))

    def _same_noun(self, first: int, last: int) -> Speaker | None:
        """*the committee*: the last speaker of that noun, unless that is *the area's committee*, which says no more."""
        again = self._again(self.tokens.words[last - 1]) if last - first <= MAX_AGAIN else None
        return None if again and again.name.islower() and {*again.name} & _words("apostrophe") else again

    def _again(self, *nouns: str) -> Speaker | None:
        return next((one for one in self.spoken if not {*nouns}.isdisjoint(one.nouns)), None)

    def _pointed_at(self, first: int, last: int) -> Speaker | None:
        """*the vice mayor*, *the committee*: the last speaker with that role or of that noun, or anybody with it."""
        name, noun = self.tokens.said(first, last).lower(), self.tokens.words[last - 1]
        if noun in lexicon.words("people", "offices") and len(name.split()) <= MAX_OFFICE:
            fitting = [person.name for person in self.people if name in (person.role or "").lower()]
            spoken = [one.name for one in self.spoken if one.kind == "person"]
            anybody = spoken if noun in _words("anybody") else []
            for person in (*filter(fitting.__contains__, spoken), *fitting, *anybody, *self._unknown(first)):
                return Speaker("person", person)
        return self._same_noun(first, last)

    def _unknown(self, at: int) -> list[str]:
        """*Li Wei came in 2019. "It grew," said the trader*: who was named last, if nobody has said his role."""
        return [person.name for person in self.people if person.role is None and person.name == self._mentioned(at)]


def _names(words: str, name: str) -> bool:
    """*Li Wei* is named in *mayor Li Wei of Jinan*, and not in *Li Weiming*."""
    return name in words and re.search(rf"\b{re.escape(name)}\b", words) is not None


def _tags(tokens: Tokens) -> str:
    return _rules().layers.tag(tokens)
