"""How far a counted task, measure or innovation has come, by the verb nearest to its number.

Example   "and 96 have been fully implemented" -> implemented
"""

from collections.abc import Mapping
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, syntax
from ftzlib.text.tokens import Tokens

WINDOW = 7  # words behind a number in which its participle stands (*96 have been fully implemented*)
FAR = 18  # ... behind *95 percent of the 159 reform tasks assigned to the zone*


def has_status(indicator: str | None) -> bool:
    """Tell whether what is counted is a task, measure, innovation or the like."""
    if not indicator:
        return False
    head = indicator.lower().split()[-1]
    singular = head.removesuffix("s") if not head.endswith("ies") else head[:-3] + "y"
    return singular in lexicon.words("modality", "subjects")


def status(tokens: Tokens, tags: str, first: int, last: int, *, of_whole: bool, is_whole: bool) -> str | None:
    """Return the status that the verb nearest to a number gives, or None.

    Parameters
    ----------
    first, last : int
        Tokens of the number and its noun.
    of_whole : bool
        Whether *of* and a whole stand behind the number, so that its verb stands farther on.
    is_whole : bool
        Whether a part of it stands before (*half of its 129 tasks*), whose verb is not the whole's.
    """
    if is_whole:
        return _behind_whole(tokens, tags, last)
    if tokens.words[last] == "of" and tokens.words[last + 1] in lexicon.words("links", "pointers"):
        last, of_whole = last + 2, False
    behind = _behind(tokens, tags, last, FAR if of_whole else WINDOW, skip_nouns=of_whole)
    return behind or _before(tokens, tags, first)


def _behind_whole(tokens: Tokens, tags: str, last: int) -> str:
    """*tasks assigned to the zone*, *experiences that were promoted*; else the whole is what was carried."""
    if tokens.words[last] in ("that", "which"):
        return _behind(tokens, tags, last + 1, WINDOW, skip_nouns=False) or "total"
    return verb_at(tokens, last) or "total"


def _behind(tokens: Tokens, tags: str, last: int, window: int, *, skip_nouns: bool) -> str | None:
    """*96 have been implemented*, *14 replicated nationwide*, *89 tasks put into effect*."""
    ends = (
        syntax.letters("end", "stop", "conj") if skip_nouns else syntax.letters("end", "stop", "conj", "comma", "num")
    )
    aux, between, prep = syntax.letters("aux"), syntax.letters("aux", "adverb"), syntax.letters("prep")
    words, openers, joins = tokens.words, _verb_openers(), syntax.letters("and")
    verb_seen = False
    for at in range(last, min(last + window, len(tokens))):
        tag = tags[at]
        if tag in ends or (tag in joins and words[at + 1] in openers):  # *98 tasks and finished 91 of them*
            return None
        verb_seen |= tag in aux
        found = verb_at(tokens, at) if words[at] in openers and not _is_auxiliary(tokens, tags, at) else None
        if found and not verb_seen and not skip_nouns:
            return _main_verb(tokens, tags, at) or found
        if found and (not skip_nouns or verb_seen or found in ("promoted", "implemented")):
            return found
        if verb_seen and not skip_nouns and tag not in between and not words[at].endswith("ly"):
            return "reported"  # *were selected*, *are on file*, *were firsts*: none of the four
        if not skip_nouns and tag in prep:
            return _behind_phrase(tokens, tags, at) if at == last else None
    return None


def _before(tokens: Tokens, tags: str, first: int) -> str | None:
    """*carries 106 tasks*, *has carried out 615 measures*: the nearest verb on the left in the clause."""
    start = clauses.clause_start(tokens, tags, first)
    words, openers = tokens.words, _verb_openers()
    for at in range(first - 1, start - 1, -1):
        found = verb_at(tokens, at) if words[at] in openers else None
        if found and not _is_auxiliary(tokens, tags, at):
            return found
    return None


def _is_auxiliary(tokens: Tokens, tags: str, at: int) -> bool:
    """*has formed*, *has also been*: no *has* of its own."""
    return tokens.words[at] == "has" and tags[at + 1] in syntax.letters("verb", "rise", "adverb")


def _main_verb(tokens: Tokens, tags: str, participle: int) -> str | None:
    """*349 innovations developed in the zones have been replicated*: the verb of the number, behind its participle."""
    found = syntax.pattern("(Name|word|det|prep|of|to|by|verb|and){1,12}? aux adverb? aux? adverb?").match(
        tags, participle + 1
    )
    if not found or tokens.words[found.end()] not in _verb_openers():
        return None
    return verb_at(tokens, found.end())


def _behind_phrase(tokens: Tokens, tags: str, preposition: int) -> str | None:
    """*1,400 innovations from 18 zones have been promoted*: the number's verb, behind where they are from."""
    if tokens.words[preposition] not in lexicon.words("modality", "origins"):
        return None
    found = syntax.pattern("prep (Name|word|det|num|of|adverb){1,10}? aux adverb? aux? (adverb|word)?").match(
        tags, preposition
    )
    return verb_at(tokens, found.end()) if found else None


def verb_at(tokens: Tokens, at: int) -> str | None:
    """Return the status that the verb at token `at` gives, or None."""
    words = tokens.words
    if words[at] not in _verb_openers():
        return None
    return _verbs().get(f"{words[at]} {words[at + 1]}" if at + 1 < len(words) else "") or _verbs().get(words[at])


@cache
def _verb_openers() -> frozenset[str]:
    return frozenset(verb.split()[0] for verb in _verbs())


@cache
def _verbs() -> Mapping[str, str]:
    return {verb: name for name, verbs in lexicon.load("modality")["verbs"].items() for verb in verbs}
