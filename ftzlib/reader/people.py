"""People, with the role that the text gives them; the rules stand in ``english/people.toml``.

Finds     Chinese names by family name and pinyin (*Xue Qingguo*, *Ouyang Xiu*), other names by the office
          that stands with them (*Erkin Tuniyaz, chairman of the region*); roles before and behind the name.
Leaves    picture credits and captions, places and bodies (*Sun Yat-sen University*), names without a first name.
Example   "said Xue Qingguo, vice mayor of Qingdao" -> Xue Qingguo, vice mayor of Qingdao
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from ftzlib.facts.records import Person
from ftzlib.grammar import lexicon
from ftzlib.grammar.names import is_chinese, is_given
from ftzlib.grammar.rules import table
from ftzlib.text.tokens import Tokens, normalise

REACH = 40  # words before a name that its role may take
AGAIN = "with its last part alone"  # the rule of a name whose last part is said again, of somebody who speaks
_rules = partial(table, "people")


def find(tokens: Tokens) -> list[Person]:
    """Return one row for each person, at the first full mention; the role may come with a later one."""
    tags = _rules().layers.tag(tokens)
    first: dict[str, Person] = {}
    by_word: dict[str, list[str]] = defaultdict(list)  # names, by each of their words
    behind = 0
    for start, end, rule in sorted(_names(tokens, tags), key=lambda name: (name[0], -name[1], name[2])):
        if end > behind:  # not *Wei Liang* in *Benny Koh Wei Liang*
            name = normalise(" ".join(tokens.forms[start:end]).replace("’", "'"))
            folded = name.lower()
            if not (known := _known(first, by_word, folded)):
                known = Person(span=tokens.span(start, end), name=name, rule=rule)
                for word in set(folded.split()):
                    by_word[word].append(folded)
            if not known.role:
                first[known.name.lower()] = replace(known, role=_role(tokens, tags, start, end, behind))
            behind = end
    again: dict[str, list[re.Match[str]]] = {}  # where a family name has a role, by that name
    if not all(person.role for person in first.values()):
        for match in _rules().part("again").finditer(tags):
            again.setdefault(tokens.words[match.start()], []).append(match)
    return [_with_later_role(tokens, person, again) for person in first.values()]


def _known(people: Mapping[str, Person], by_word: Mapping[str, Sequence[str]], name: str) -> Person | None:
    """*LI WEI* of a heading, or *Ms [Ben Salem]*, which is part of a name: somebody who has been named."""
    longer = (each for each in by_word.get(name.split()[-1], ()) if f" {name} " in f" {each} ")
    return people.get(name) or people.get(next(longer, ""))


def _names(tokens: Tokens, tags: str) -> Iterator[tuple[int, int, str]]:
    """Token ranges of full names, with the rule that found them; captions and datelines are passed over."""
    alone = {tokens.words[found.start("who")] for found in _rules().part("alone").finditer(tags)}
    checks: Mapping[str, Callable[[int, int], bool]] = {
        "pinyin": lambda start, end: (
            is_chinese(*tokens.words[start:end]) and not _rules().part("other_name").match(tags, start - 1)
        ),
        AGAIN: lambda _, end: tokens.words[end - 1] in alone,
        "turn": partial(_opens_turns, tokens),
    }
    for rule, found in _rules().each(tags):
        (start, end), name = found.span("name"), rule["name"]
        if _is_told(tokens, tags, start, end) and (name not in checks or checks[name](start, end)):
            if name == "pinyin" and is_given(tokens.words[end]):  # *Tan Wei [Ling]*: a given name in two words
                end = _rules().past("N", tags, end, len(tags))
            yield start, end, name


def _is_told(tokens: Tokens, tags: str, start: int, end: int) -> bool:
    """Tell whether a name stands in no byline or dateline, and in a caption only with an office of its own."""
    number = tokens.sentence_at(start)
    kind = tokens.sentences[number].kind
    if kind == "caption":
        return _rules().part("signed").match(tags, end) is not None
    return kind != "dateline" and not _rules().part("byline").match(tags, tokens.bounds(number)[0])


def _opens_turns(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a name, which may be in no list, opens several turns of a transcript, and does not only ask."""
    if tokens.sentences[tokens.sentence_at(start)].kind != "turn":
        return False
    words = tokens.words[start:end]
    turns = (tokens.bounds(number)[0] for number, each in enumerate(tokens.sentences) if each.kind == "turn")
    opened = sum(tokens.words[first : first + end - start] == words for first in turns)
    return opened > 1 and lexicon.words("speech", "outlets").isdisjoint(words)


def _role(tokens: Tokens, tags: str, start: int, end: int, floor: int) -> str | None:
    """Read ``, [also | who is] ROLE`` behind a name, or right before it (*vice mayor of Qingdao*), from `floor` on."""
    opens = tokens.bounds(tokens.sentence_at(start))[0]
    part, low = _rules().part, max(start - REACH, floor, opens - 1)
    inside = ("apposed_inside",) if part("closed").match(tags, end) else ()
    before = (part(name).search(tags, low, start) for name in ("apposed", *inside, "owned", "calling", "role_before"))
    found = part("role_behind").match(tags, end) or part("signed").match(tags, end) or next(filter(None, before), None)
    return tokens.said(*found.span("role")) if found else None


def _with_later_role(tokens: Tokens, person: Person, again: Mapping[str, Sequence[re.Match[str]]]) -> Person:
    """*Song, director of the Heihe Area*: the role that stands behind the family name alone, if it has none."""
    if person.role:
        return person
    behind = tokens.at(person.span.end)
    first, *_, last = person.name.lower().split()
    found = (match for match in (*again.get(first, ()), *again.get(last, ())) if match.start() >= behind)
    return replace(person, role=next((tokens.said(*match.span("role")) for match in found), None))
