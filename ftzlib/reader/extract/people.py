"""People, with the role that the text gives them.

Finds     Chinese names by family name and pinyin (*Xue Qingguo*, *Ouyang Xiu*), other names by the office
          that stands with them (*Erkin Tuniyaz, chairman of the region*); roles before and behind the name.
Leaves    picture credits and captions, places and bodies (*Sun Yat-sen University*), names without a first name.
Example   "said Xue Qingguo, vice mayor of Qingdao" -> Xue Qingguo, vice mayor of Qingdao
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ftzlib.facts.records import Person
from ftzlib.grammar import lexicon
from ftzlib.grammar.patterns import Grammar
from ftzlib.text.tokens import Tokens, normalise

MAX_ROLE = 24  # words; what is longer is a clause, not a role
MAX_AGAIN = 12  # mentions of a family name that may bring its role


def find(tokens: Tokens) -> list[Person]:
    """Return one row for each person, at the first full mention; the role may come with a later one."""
    tags = _grammar().tag(tokens)
    first: dict[str, Person] = {}
    for start, end, rule in sorted(_names(tokens, tags)):
        name = normalise(" ".join(tokens.forms[start:end]).replace("’", "'"))
        known = first.get(name)
        if known and known.role:
            continue
        role = _role_behind(tokens, tags, end) or _role_before(tokens, tags, start)
        span = known.span if known else tokens.span(start, end)
        first[name] = Person(span=span, name=name, role=role, rule=rule)
    return [person if person.role else _with_later_role(tokens, tags, person) for person in first.values()]


def _with_later_role(tokens: Tokens, tags: str, person: Person) -> Person:
    """*Song, director of the Heihe Area*: the role that stands behind the family name alone."""
    family = person.name.split()[0].lower()
    at = tokens.at(person.span.end)
    for _ in range(MAX_AGAIN):
        try:
            at = tokens.words.index(family, at) + 1
        except ValueError:
            break
        role = _role_behind(tokens, tags, at) if tokens.shapes[at - 1] == "A" else None
        if role:
            return replace(person, role=role)
    return person


def _names(tokens: Tokens, tags: str) -> Iterator[tuple[int, int, str]]:
    """Token ranges of full names, with the rule that found them; captions are passed over."""
    seen = 0
    for rule, pattern in _rules():
        for match in pattern.finditer(tags):
            start, end = match.span("name")
            if tokens.sentences[tokens.sentence_at(start)].kind == "caption":
                continue
            if rule == "pinyin" and not _is_chinese(tokens, start, end):
                continue
            if rule != "pinyin" and _is_body(tokens, start, end):
                continue
            seen += 1
            yield start, end, rule


def _is_chinese(tokens: Tokens, start: int, end: int) -> bool:
    given = tokens.words[start + 1].replace("’", "'")
    pair = f"{tokens.words[start]} {given}"
    if tokens.shapes[start] != "A" or pair in _known()["not_names"] or given in _known()["places"]:
        return False
    return bool(_pinyin().fullmatch(given.replace("-", ""))) and tokens.shapes[start + 1] == "A"


def _is_body(tokens: Tokens, start: int, end: int) -> bool:
    words = tokens.words[start:end]
    return bool(_known()["places"].intersection(words)) or any(len(word) < 2 for word in words)


def _role_behind(tokens: Tokens, tags: str, end: int) -> str | None:
    """Read ``, [also | who is] ROLE`` behind a name."""
    opened = _opening().match(tags, end)
    if not opened:
        return None
    start = at = opened.end() + (tokens.forms[opened.end()] == "an")  # *an*, that is a family name as well
    while at < len(tokens) and at - start < MAX_ROLE and not _role_ends(tokens, at, start):
        at += 1
    at = _trim(tokens, start, at)
    return tokens.said(start, at) if _holds_office(tags, start, at) else None


def _role_ends(tokens: Tokens, at: int, start: int) -> bool:
    word, shape = tokens.words[at], tokens.shapes[at]
    if shape == "0" and tokens.words[at + 1] in ("st", "nd", "rd", "th"):  # *a deputy to the 13th Congress*
        return False
    if shape in (".", "0", "\n"):
        return word not in ("'", "’", "&") or shape == "\n"
    if word == "from" and at > start and tokens.words[at - 1] in lexicon.words("people", "offices"):
        return tokens.shapes[at + 1] == "0"
    if word in _known()["ends"] or word in _known()["cues"]:
        return True
    # "at a press conference", "in an interview": the role is over; "at a local university": it is not.
    return word in ("in", "at") and bool(_known()["occasions"].intersection(tokens.words[at + 1 : at + 5]))


def _trim(tokens: Tokens, start: int, end: int) -> int:
    while end > start and tokens.words[end - 1] in lexicon.words("people", "inner"):
        end -= 1
    return end


def _holds_office(tags: str, start: int, end: int) -> bool:
    """Tell whether an office stands near the head of the phrase, before its *of*."""
    of = tags.find(_grammar().letters["of"], start, end)
    return _grammar().letters["office"] in tags[start : end if of < 0 else of]


def _role_before(tokens: Tokens, tags: str, start: int) -> str | None:
    """Read a role that stands directly before the name (*Chinese President*, *vice mayor of Qingdao*)."""
    letters = _grammar().letters
    inside = {letters[name] for name in ("office", "rank", "thing", "of", "and", "Name", "surname")}
    at = start
    if at and tags[at - 1] == letters["title"]:
        at -= 1
    elif at > 1 and tags[at - 1] == letters["comma"] and tags[at - 2] == letters["office"]:
        at -= 1  # *Lin's deputy, Chen Bo, ...*
    elif _is_apposed(tokens, tags, at):
        at -= 1  # *The deputy mayor of Tianjin, Li Wei, ...*
    end = at
    while at and end - at < MAX_ROLE:
        article = tags[at - 1] == letters["article"] and at >= 2 and tags[at - 2] == letters["of"]
        possessive = tokens.words[at - 1] in ("s", "'", "’") and tokens.joined(at - 1)
        if tags[at - 1] not in inside and not article and not possessive:
            break
        at -= 1
    at = _with_calling(tags, at) if at < end else at
    while at < end and (tokens.words[at] in lexicon.words("people", "inner") or tokens.shapes[at] == "."):
        at += 1
    words = tags[at:end]
    if letters["office"] not in words or (words[-1] != letters["office"] and letters["of"] not in words):
        return None
    return tokens.said(at, end)


def _is_apposed(tokens: Tokens, tags: str, name: int) -> bool:
    """Tell whether nothing but a role and a comma stands in the sentence before a name."""
    letters = _grammar().letters
    first = tokens.bounds(tokens.sentence_at(name))[0]
    if tags[name - 1] != letters["comma"] or tags[first] != letters["article"]:
        return False
    before = tags[first + 1 : name - 1]
    return before.lstrip(letters["rank"])[:1] == letters["office"] and letters["comma"] not in before


def _with_calling(tags: str, at: int) -> int:
    """*the rose grower*, *a toy exporter*: up to two plain words between the article and the office."""
    letters = _grammar().letters
    for words in (1, 2):
        if at > words and tags[at - words : at] == "a" * words and tags[at - words - 1] == letters["article"]:
            return at - words
    return at


@cache
def _grammar() -> Grammar:
    data = lexicon.load("people")
    classes = {
        "office": data["offices"],
        "rank": data["ranks"],
        "title": data["titles"],
        "thing": set(data["things"]) - set(data["ranks"]),
        "surname": data["surnames"].split(),
    }
    return Grammar(classes | data["words"])


@cache
def _rules() -> list[tuple[str, re.Pattern[str]]]:
    name, words = "(Name|surname){2,3}", "(rank|thing|Name|surname|word)"
    return _grammar().rules(
        [
            ("pinyin", "name:(surname (Name|surname)) (?!thing)"),
            ("office before", f"office (title dot?)? name:({name}) (?!thing|Name|surname|office)"),
            (
                "office behind",
                f"(?<!Name) (?<!thing) name:({name}) comma (also|who){{0,3}} article? {words}{{0,6}} office",
            ),
            ("who behind", f"(?<!Name) (?<!thing) (?<!article) name:({name}) comma who"),
        ]
    )


@cache
def _opening() -> re.Pattern[str]:
    return _grammar().compile("(comma num | open word close)? (comma|open) (also|who){0,3} article?")


@cache
def _known() -> dict[str, frozenset[str]]:
    places = lexicon.load("places")
    return {
        "places": frozenset(place.lower() for key in ("provinces", "cities") for place in places[key]),
        "not_names": frozenset(places["not_names"]),
        "cues": frozenset(lexicon.load("speech")["say"]),
        "ends": frozenset(lexicon.load("people")["ends"]),
        "occasions": frozenset(lexicon.load("people")["occasions"]),
    }


@cache
def _pinyin() -> re.Pattern[str]:
    data = lexicon.load("people")
    initials = "|".join(sorted(data["initials"].split(), key=len, reverse=True))
    finals = "|".join(sorted(data["finals"].split(), key=len, reverse=True))
    syllable = f"(?:{initials})?(?:{finals})"
    return re.compile(f"{syllable}(?:'?{syllable})?")
