"""Who speaks: *he*, *Xue*, *the vice mayor*, *the committee* go back to whom the text named."""

from collections import deque
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from ftzlib.facts.records import Person, Statement
from ftzlib.grammar import lexicon
from ftzlib.reader import phrases, speech
from ftzlib.reader.mentions import Range, Speech
from ftzlib.text.tokens import Tokens, normalise

REACH = 300  # words of its paragraph that *he* goes back over
MEMORY = 200  # speakers that *the committee* and *she* may go back to
MAX_OFFICE = 4  # words of *the vice mayor of Jinan*
MAX_AGAIN = 2  # words of *the provincial bureau*
_words = partial(lexicon.words, "speech")


class Speaker(NamedTuple):
    """Who has spoken: a person, a body or a group, by which nouns it may be called again."""

    kind: str
    name: str
    nouns: tuple[str, ...] = ()


def resolve(tokens: Tokens, speeches: Sequence[Speech], people: Sequence[Person]) -> list[Statement]:
    """Name the speaker of each statement: a person's full name, or the body as worded."""
    said: deque[Speaker] = deque(maxlen=MEMORY)
    found = []
    roll: dict[str, list[Person]] = {}  # by the first word of their names
    for person in people:
        roll.setdefault(person.name.split()[0].lower(), []).append(person)
    for one in speeches:
        if named := _speaker(tokens, one, people, roll, said):
            said.append(named)
            found.append(Statement(span=tokens.span(*one.content), speaker=named.name, cue=one.cue, rule=one.rule))
    return found


def _speaker(
    tokens: Tokens,
    said: Speech,
    people: Sequence[Person],
    roll: Mapping[str, Sequence[Person]],
    before: Sequence[Speaker],
) -> Speaker | None:
    if said.speaker is None:
        return before[-1] if before else None
    first, last = said.speaker
    word = tokens.words[first]
    if kinds := lexicon.load("speech")["reference"].get(word) if last - first == 1 else None:
        if word in _words("third") and (near := _mentioned(tokens, first, roll)):
            return Speaker("person", near)
        spoken = (speaker for speaker in reversed(before) if speaker.kind in kinds)
        return next(spoken, None) or _subject_of(tokens, said)
    span = tokens.span(first, last)
    for person in _called(tokens, first, last, roll):
        if span.covers(person.span) or person.name in normalise(span.of(tokens.text)):
            return Speaker("person", person.name)
    return _by_part(tokens, first, last, people) or _body(tokens, first, last, before, people)


def _called(tokens: Tokens, first: int, last: int, roll: Mapping[str, Sequence[Person]]) -> list[Person]:
    """The people whose names may begin with one of some tokens, in the order of the text."""
    words = {tokens.words[at] for at in range(first, last) if tokens.shapes[at] == "A"}
    return sorted((person for word in words for person in roll.get(word, ())), key=lambda person: person.span)


def _mentioned(tokens: Tokens, at: int, roll: Mapping[str, Sequence[Person]]) -> str | None:
    """The person named last in the same paragraph, if only by the family name, or who opens the sentence before."""
    number = tokens.sentence_at(at)
    paragraph = tokens.sentences[number].paragraph
    while number and tokens.sentences[number - 1].paragraph == paragraph and at - tokens.breaks[number - 1] < REACH:
        number -= 1
    first = tokens.bounds(number)[0]
    known = [place for place in range(first, at) if tokens.words[place] in roll and tokens.shapes[place] == "A"]
    for place in reversed(known):
        named = [person for person in _called(tokens, place, place + 1, roll) if person.span.start < tokens.starts[at]]
        if named:
            return named[-1].name
    start = tokens.bounds(number - 1)[0] if number else first
    opens = _called(tokens, start, min(start + 1, first), roll)
    return opens[0].name if opens else None


def _subject_of(tokens: Tokens, said: Speech) -> Speaker | None:
    """*The league sold 1.4 million tickets, it said*: the body that what is reported is about."""
    first = (said.speaker or said.content)[0]
    if tokens.words[first] not in _words("thing_pronouns") or said.content[0] > first:
        return None
    found = phrases.sentence_subject(tokens, tokens.sentence_at(said.content[0]))
    if found is None or tokens.words[found[0]] in _words("pronouns"):
        return None
    return Speaker("body", tokens.said(speech.rules().past("determined", _tags(tokens), *found), found[1]))


def _by_part(tokens: Tokens, first: int, last: int, people: Sequence[Person]) -> Speaker | None:
    """*Xue*, *Ms Li*, *Governor Pan*: part of the name of a person named before (or, failing that, later)."""
    named = speech.rules().part("called").match(_tags(tokens), first, last)
    if not named:
        return None
    part = " ".join(tokens.forms[slice(*named.span("who"))]).replace("’", "'")
    known = [person for person in people if f" {part} " in f" {person.name} "]
    before = [person for person in known if person.span.start < tokens.starts[first]]
    return Speaker("person", (before or known)[-1].name) if known else None


def _body(tokens: Tokens, first: int, last: int, said: Sequence[Speaker], people: Sequence[Person]) -> Speaker | None:
    """A body, group or outlet as worded, without its article; *the official*, *the committee* point back."""
    definite = tokens.words[first] in _words("definite")
    first, last = _issuer(tokens, speech.rules().past("determined", _tags(tokens), first, last), last)
    if first >= last:
        return None
    name, noun = tokens.said(first, last), tokens.words[last - 1]
    if definite and (person := _by_role(name, people, said)):
        return Speaker("person", person)
    if definite and last - first <= MAX_AGAIN:
        same = next((speaker for speaker in reversed(said) if noun in speaker.nouns), None)
        if same:
            return same
    nouns = (noun, tokens.words[speech.head_end(tokens, first, last) - 1])
    return Speaker("group" if noun.endswith("s") and not noun.endswith("ss") else "body", name, nouns)


def _issuer(tokens: Tokens, first: int, last: int) -> Range:
    """*data from the bureau* is the bureau's; *a report* alone is nobody's. Drops when and where."""
    rules, tags = speech.rules(), _tags(tokens)
    while speech.is_source(tokens, first, last):
        if owner := rules.part("owner").match(tags, first, speech.head_end(tokens, first, last)):
            return owner.span("who")
        issued = rules.part("issued").match(tags, first, last)
        first = issued.end() if issued else last
    return first, rules.upto("cut", tags, first + 1, last)


def _by_role(name: str, people: Sequence[Person], said: Sequence[Speaker]) -> str | None:
    """*the vice mayor*, *the official*: the last speaker with that role, or anybody with it."""
    words = name.lower().split()
    if words[-1] not in lexicon.words("people", "offices") or len(words) > MAX_OFFICE:
        return None
    fitting = [person.name for person in people if person.role and name.lower() in person.role.lower()]
    spoken = [speaker.name for speaker in reversed(said) if speaker.kind == "person"]
    latest = [who for who in spoken if who in fitting]
    if latest or fitting:
        return (latest or fitting)[0]
    return spoken[0] if spoken and words[-1] in _words("anybody") else None


def _tags(tokens: Tokens) -> str:
    return speech.rules().layers.tag(tokens)
