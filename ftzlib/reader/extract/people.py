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
from ftzlib.grammar.names import is_chinese, is_given, is_place
from ftzlib.grammar.patterns import Grammar
from ftzlib.text.tokens import Tokens, normalise

MAX_ROLE = 24  # words; what is longer is a clause, not a role
MAX_TITLES = 6  # words
MAX_AGAIN = 12  # mentions of a family name that may bring its role


def find(tokens: Tokens) -> list[Person]:
    """Return one row for each person, at the first full mention; the role may come with a later one."""
    tags = _grammar().tag(tokens)
    first: dict[str, Person] = {}
    behind = 0
    for start, end, rule in sorted(_names(tokens, tags), key=lambda name: (name[0], -name[1], name[2])):
        if end <= behind:  # *Wei Liang* in *Benny Koh Wei Liang*
            continue
        behind = max(behind, end)
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
    for rule, pattern in _rules():
        for match in pattern.finditer(tags):
            start, end = match.span("name")
            end -= tokens.words[end - 1] in _known()["months"] and "0" in tokens.shapes[end : end + 2]  # *Li Na Oct. 3*
            if tokens.sentences[tokens.sentence_at(start)].kind == "caption":
                continue
            if rule == "pinyin":
                if _is_chinese(tokens, start) and not _is_part(tokens, tags, start):
                    yield start, end + _goes_on(tokens, tags, end), rule
            elif not _is_body(tokens, start, end) and not _is_firm(tokens, match):
                yield start, end, rule


def _is_chinese(tokens: Tokens, start: int) -> bool:
    return tokens.shapes[start : start + 2] == ["A", "A"] and is_chinese(*tokens.words[start : start + 2])


def _is_part(tokens: Tokens, tags: str, start: int) -> bool:
    """*Wong [Kan Seng]*: tell whether a name goes on from a word that is no place, no office and not *Unlike*."""
    word = tokens.words[start - 1]
    return tags[start - 1] == "A" and not (is_place(word) or word.endswith(("ed", "ing", "ly")))


def _goes_on(tokens: Tokens, tags: str, end: int) -> bool:
    """*Tan Wei Ling*: a given name in two words."""
    named = tags[end] in (_grammar().letters["Name"], _grammar().letters["surname"]) and tokens.shapes[end] == "A"
    return named and is_given(tokens.words[end]) and not is_place(tokens.words[end])


def _is_body(tokens: Tokens, start: int, end: int) -> bool:
    words = tokens.words[start:end]
    initials = [form.isupper() for form in tokens.forms[start:end]]  # *SK Hynix*, but not *LI MING*
    return (
        len(words) < 2
        or any(is_place(word) or len(word) < 2 for word in words)
        or (any(initials) and not all(initials))
    )


def _is_firm(tokens: Tokens, name: re.Match[str]) -> bool:
    """*ports operator Harbor Link*, *such as Lanhai Steel, Western Micro Center*: a calling that firms have, a list."""
    start, end = name.span("name")
    if tokens.words[name.start()] in lexicon.words("people", "of_firms"):
        return True
    if end < name.end() and tokens.words[name.end() - 1] in lexicon.words("people", "bodies"):  # *Orion, a data center*
        return True
    listed = tokens.words[start - 1] in (",", "as", "including", "like") and start > 1
    behind = tokens.forms[end + 1 : name.end()]
    return listed and bool(behind) and all(form[0].isupper() for form in behind) and "of" not in behind


def _role_behind(tokens: Tokens, tags: str, end: int) -> str | None:
    """Read ``, [also | who is] ROLE`` behind a name."""
    opened = _opening().match(tags, end)
    if not opened:
        return None
    start = at = opened.end() + (tokens.forms[opened.end()] == "an")  # *an*, that is a family name as well
    while at < len(tokens) and at - start < MAX_ROLE:
        joined = _portfolio().match(tags, at) if tokens.words[at - 2] in lexicon.words("people", "inner") else None
        if not joined and _role_ends(tokens, at, start):
            break
        at = joined.end() if joined else at + 1
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
    titled = _titles().search(tags, max(start - MAX_TITLES, 0), start)  # *the Hon. Dr. Li Wei*
    at = titled.start() if titled else start
    if at > 1 and tags[at - 1] == letters["comma"] and tags[at - 2] == letters["office"]:
        at -= 1  # *Lin's deputy, Chen Bo, ...*
    elif _is_apposed(tokens, tags, at):
        at -= 1  # *The deputy mayor of Tianjin, Li Wei, ...*
    end = at
    while at and end - at < MAX_ROLE:
        article = tags[at - 1] == letters["article"] and at >= 2 and tags[at - 2] == letters["of"]
        possessive = tokens.words[at - 1] in ("s", "'", "’") and tokens.joined(at - 1)
        owner = tokens.words[at] in ("'", "’") and at < end
        if tags[at - 1] not in inside and not article and not possessive and not owner:
            break
        at -= 1
    at = _behind_deed(tokens, tags, _with_calling(tokens, tags, at) if at < end else at, end)
    while _is_portfolio(tokens, tags, at, end):
        at -= 2
    while at < end and (tokens.words[at] in lexicon.words("people", "inner") or tokens.shapes[at] == "."):
        at += 1
    words = tags[at:end]
    last = words.rstrip(letters["rank"])[-1:]  # *director general*
    if letters["office"] not in words or (last != letters["office"] and letters["of"] not in words):
        return None
    return tokens.said(at, end)


def _is_apposed(tokens: Tokens, tags: str, name: int) -> bool:
    """Tell whether nothing but a role and a comma stands between the sentence's start, or *said*, and a name."""
    letters = _grammar().letters
    if tags[name - 1] != letters["comma"]:
        return False
    first = tokens.bounds(tokens.sentence_at(name))[0]
    cues = (at for at in range(name - 2, first - 1, -1) if tags[at] == letters["cue"] or tokens.words[at] == "to")
    first = next(cues, first - 1) + 1
    before = tags[first + (tags[first] == letters["article"]) : name - 1]
    opens = before.lstrip(letters["rank"])[:1] == letters["office"] and letters["of"] in before
    return opens and letters["comma"] not in before


def _behind_deed(tokens: Tokens, tags: str, start: int, end: int) -> int:
    """*the guiding principles of [Party Secretary]*: a thing in small letters, of somebody in capitals."""
    letters = _grammar().letters
    office = tags.find(letters["office"], start, end)
    of = tags.rfind(letters["of"], start, max(office, start))
    return of + 1 if of > 0 and tokens.shapes[of - 1 : of + 2] == ["a", "a", "A"] else start


def _is_portfolio(tokens: Tokens, tags: str, at: int, end: int) -> bool:
    """*Investments, Trade and Industry Secretary*: tell whether a ministry's name goes on before the comma."""
    letters = _grammar().letters
    joined = letters["and"] in tags[at:end] and tokens.shapes[at] == "A" and tags[at - 1] == letters["comma"]
    return joined and at > 1 and tokens.shapes[at - 2] == "A" and not is_place(tokens.words[at - 2])


def _with_calling(tokens: Tokens, tags: str, at: int) -> int:
    """*the rose grower*, *a toy exporter*: up to two plain words between the article and the office."""
    letters = _grammar().letters
    if tokens.shapes[at] == "A":  # *The deals echo Governor Pan Haoran*
        return at
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
        "particle": data["particles"],
        "day": frozenset(lexicon.load("calendar")["weekdays"]),
        "cue": lexicon.words("speech", "say", "note"),
    }
    return Grammar(classes | data["words"])


@cache
def _rules() -> list[tuple[str, re.Pattern[str]]]:
    name, words = "(Name|surname) (particle{0,2} (Name|surname)){1,4}", "(rank|thing|Name|surname|word|day)"
    whose = f"(article? {words}{{1,4}} mark word?)?"
    return _grammar().rules(
        [
            ("pinyin", "name:(surname (Name|surname)) (?!thing)"),
            ("office before", f"office rank? (article? title dot?){{0,3}} name:({name}) (?!thing|Name|surname|office)"),
            (
                "office and comma before",
                f"office (of ({words}|of|and|article){{1,8}})? comma (office? article? title dot?)? name:({name})"
                " comma (cue|aux|also)",
            ),
            (
                "office and comma before",
                f"cue article? rank{{0,3}} office of ({words}|of|and|article){{1,8}} comma name:({name})",
            ),
            (
                "office behind",
                f"(?<!Name) (?<!thing) (?<!particle) name:({name}) comma (also|who){{0,3}} {whose} article?"
                f" {words}{{0,6}} (and {words}{{1,2}})? office",
            ),
            ("who behind", f"(?<!Name) (?<!thing) (?<!article) (?<!particle) name:({name}) comma who"),
        ]
    )


@cache
def _portfolio() -> re.Pattern[str]:
    """*director of the Trade[, Investment and Industry Bureau]*."""
    return _grammar().compile(
        "comma (Name|rank){1,3} (comma (Name|rank){1,3}){0,3} comma? and (Name|rank){0,3} (thing|rank)"
    )


@cache
def _titles() -> re.Pattern[str]:
    return _grammar().compile("(article? title dot?)+$")


@cache
def _opening() -> re.Pattern[str]:
    return _grammar().compile("(comma num | open word close)? (comma|open) (also|who){0,3} article?")


@cache
def _known() -> dict[str, frozenset[str]]:
    return {
        "months": frozenset(lexicon.load("calendar")["months"]),
        "cues": frozenset(lexicon.load("speech")["say"]),
        "ends": frozenset(lexicon.load("people")["ends"]),
        "occasions": frozenset(lexicon.load("people")["occasions"]),
    }
