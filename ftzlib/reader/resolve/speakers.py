"""Who speaks: *he*, *Xue*, *the vice mayor*, *the committee* go back to whom the text named."""

from collections import deque
from collections.abc import Mapping, Sequence

from ftzlib.facts.records import Person, Statement
from ftzlib.grammar import lexicon
from ftzlib.reader import phrases
from ftzlib.reader.attribution import head_end, is_source
from ftzlib.reader.mentions import Speech
from ftzlib.text.tokens import Tokens, normalise

REACH = 300  # words of its paragraph that *he* goes back over
MEMORY = 200  # speakers that *the committee* and *she* may go back to
PRONOUNS = {"he": "person", "she": "person", "it": "body", "they": "group", "we": "any", "i": "person"}


def resolve(tokens: Tokens, speeches: Sequence[Speech], people: Sequence[Person]) -> list[Statement]:
    """Name the speaker of each statement: a person's full name, or the body as worded."""
    said: deque[tuple[str, str]] = deque(maxlen=MEMORY)  # (kind, name) of the speakers so far
    found = []
    roll: dict[str, list[Person]] = {}
    for person in people:
        roll.setdefault(person.name.split()[0], []).append(person)
    for speech in speeches:
        named = _speaker(tokens, speech, people, roll, said)
        if named is None:
            continue
        said.append(named)
        found.append(Statement(span=tokens.span(*speech.content), speaker=named[1], cue=speech.cue, rule=speech.rule))
    return found


def _speaker(
    tokens: Tokens,
    speech: Speech,
    people: Sequence[Person],
    roll: Mapping[str, Sequence[Person]],
    said: Sequence[tuple[str, str]],
) -> tuple[str, str] | None:
    """Name who speaks; `roll` is `people` by the first word of their names."""
    if speech.speaker is None:
        return said[-1] if said else None
    first, last = speech.speaker
    span = tokens.span(first, last)
    word = tokens.words[first]
    if word in PRONOUNS and last - first == 1:
        near = _mentioned(tokens, first, roll) if word in ("he", "she") else None
        return ("person", near) if near else _last(said, PRONOUNS[word]) or _subject_of(tokens, speech, word)
    for person in _called(tokens, first, last, roll):
        if span.covers(person.span) or person.name in normalise(span.of(tokens.text)):
            return "person", person.name
    return _by_part(tokens, first, last, people) or _body(tokens, first, last, said, people)


def _called(tokens: Tokens, first: int, last: int, roll: Mapping[str, Sequence[Person]]) -> list[Person]:
    """The people whose names may begin with one of some tokens, in the order of the text."""
    forms = dict.fromkeys(form.replace("’", "'") for form in tokens.forms[first:last])
    return sorted((person for form in forms for person in roll.get(form, ())), key=lambda person: person.span)


def _mentioned(tokens: Tokens, at: int, roll: Mapping[str, Sequence[Person]]) -> str | None:
    """The person named last in the same paragraph."""
    number = tokens.sentence_at(at)
    paragraph = tokens.sentences[number].paragraph
    while number and tokens.sentences[number - 1].paragraph == paragraph and at - tokens.breaks[number - 1] < REACH:
        number -= 1
    first = tokens.bounds(number)[0]
    places = {form.replace("’", "'"): place for place, form in enumerate(tokens.forms[first:at])}
    here = [
        (places[person.name.split()[0]], person.span, person.name)  # by the family name alone, too
        for person in _called(tokens, first, at, roll)
        if person.span.start < tokens.starts[at]
    ]
    return max(here)[2] if here else _opener(tokens, first, roll)


def _opener(tokens: Tokens, first: int, roll: Mapping[str, Sequence[Person]]) -> str | None:
    """The person that the sentence before opens with, in a paragraph of its own."""
    if not first:
        return None
    start = tokens.bounds(tokens.sentence_at(first - 1))[0]
    return next((person.name for person in _called(tokens, start, start + 1, roll)), None)


def _subject_of(tokens: Tokens, speech: Speech, word: str) -> tuple[str, str] | None:
    """*The league sold 1.4 million tickets, it said*: the body that what is reported is about."""
    if word != "it" or speech.content[0] > (speech.speaker or speech.content)[0]:
        return None
    found = phrases.sentence_subject(tokens, tokens.sentence_at(speech.content[0]))
    if found is None or tokens.words[found[0]] in PRONOUNS:
        return None
    return "body", tokens.said(_without_determiners(tokens, *found), found[1])


def _last(said: Sequence[tuple[str, str]], kind: str) -> tuple[str, str] | None:
    wanted = {"any": ("person", "body", "group"), "group": ("group", "body"), "body": ("body", "group")}
    return next((entry for entry in reversed(said) if entry[0] in wanted.get(kind, (kind,))), None)


def _by_part(tokens: Tokens, first: int, last: int, people: Sequence[Person]) -> tuple[str, str] | None:
    """*Xue*, *Ms Li*, *Governor Pan*: part of the name of a person named before (or, failing that, later)."""
    before_name = lexicon.words("people", "titles", "offices", "ranks") | {"the", "."}
    while first < last and tokens.words[first] in before_name:
        first += 1
    particles = lexicon.words("people", "particles")
    named = (at for at in range(first, last) if tokens.shapes[at] != "A" and tokens.words[at] not in particles)
    end = next(named, last)
    if first == end or (end < last and tokens.words[end] not in lexicon.words("speech", "behind_speaker")):
        return None
    part = " ".join(tokens.forms[first:end]).replace("’", "'")
    known = [person for person in people if f" {part} " in f" {person.name} "]
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
        same = [
            entry for entry in said if entry[0] != "person" and head in (_head(entry[1]), entry[1].lower().split()[-1])
        ]
        if same:
            return same[-1]
    return ("group" if head.endswith("s") and not head.endswith("ss") else "body"), name


def _head(name: str) -> str:
    """*provincial department of commerce* -> department."""
    return name.lower().split(" of ")[0].split(" for ")[0].split()[-1]


def _without_determiners(tokens: Tokens, first: int, last: int) -> int:
    while first < last and tokens.words[first] in lexicon.words("speech", "determiners"):
        first += 1
    return first


def _issuer(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """*data from the bureau* is the bureau's; *a report* alone is nobody's. Drops when and where."""
    while is_source(tokens, first, last):
        head = head_end(tokens, first, last)
        owned = next((at for at in range(first, head) if tokens.words[at] in ("'", "’") and tokens.joined(at)), None)
        if owned:  # *the ministry's data*
            return first, owned
        origins = lexicon.words("speech", "origins")
        first = next((at + 1 for at in range(first, last) if tokens.words[at] in origins), last)
        first = _without_determiners(tokens, first, last)
    return first, _cut(tokens, first, last)


def _cut(tokens: Tokens, first: int, last: int) -> int:
    for at in range(first + 1, last):
        if tokens.words[at] in lexicon.words("speech", "behind_speaker"):
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
    return spoken[-1] if spoken and words[-1] in lexicon.words("speech", "anybody") else None
