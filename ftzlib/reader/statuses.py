"""How far a counted task, measure or innovation has come; the rules stand in ``english/statuses.toml``.

Example   "and 96 have been fully implemented" -> implemented
"""

from collections.abc import Iterator, Mapping
from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules
from ftzlib.reader import clauses, syntax
from ftzlib.text.tokens import Tokens

FAR = 40  # words behind a number in which its verb stands (*95 percent of the 159 tasks ... have been fulfilled*)
DONE = {name: ("Done",) for name in ("Total", "Implemented", "Formed", "Promoted")}
KINDS = {"Near": (), "Far": (), "Whole": (), **DONE}


def has_status(indicator: str | None) -> bool:
    """Tell whether what is counted is a task, measure, innovation or the like."""
    if not indicator:
        return False
    head = indicator.lower().split()[-1]
    singular = head.removesuffix("s") if not head.endswith("ies") else head[:-3] + "y"
    return singular in lexicon.words("modality", "subjects")


def status(tokens: Tokens, tags: str, first: int, last: int, *, of_whole: bool, is_whole: bool) -> str | None:
    """Return the status that the verb of a number gives, or None.

    Parameters
    ----------
    first, last : int
        Tokens of the number and its noun.
    of_whole : bool
        Whether *of* and a whole stand behind the number, so that its verb stands farther on.
    is_whole : bool
        Whether a part of it stands before (*half of its 129 tasks*), whose verb is not the whole's.
    """
    if not is_whole and (pointer := _pointer(tokens, last)):
        last, of_whole = last + pointer, False
    rules, laid = _rules(), _laid(tokens)
    start, end = clauses.clause_start(tokens, tags, first), last + FAR
    kind = "Whole" if is_whole else "Far" if of_whole else "Near"
    around = f"{laid[start:first]}{rules.layers.asked(kind)}{laid[last:end]}"
    for rule, found in rules.fitting(around, kind):
        if "gives" in rule:
            return str(rule["gives"])
        at = found.start("done") - (first - start)
        return verb_at(tokens, last + at - 1 if at > 0 else start + found.start("done"))
    return None


def _pointer(tokens: Tokens, last: int) -> int:
    """Return how many words *of which*, *of the total* take behind a number; 0 where there are none."""
    if tokens.words[last] != "of":
        return 0
    if tokens.words[last + 1 : last + 3] == ["the", "total"]:
        return 3
    return 2 if tokens.words[last + 1] in lexicon.words("links", "pointers") else 0


def verb_at(tokens: Tokens, at: int) -> str | None:
    """Return the status that the verb at token `at` gives, or None."""
    words = tokens.words
    return _verbs().get(f"{words[at]} {words[at + 1]}" if at + 1 < len(words) else "") or _verbs().get(words[at])


def _laid(tokens: Tokens) -> str:
    """Return the letters of a text with the verbs of a status laid over it, worked out once."""
    rules = _rules()
    if (laid := tokens.tags.get(rules)) is None:
        tokens.tags[rules] = laid = rules.layers.lay(rules.layers.tag(tokens), verbs(tokens))
    return laid


def verbs(tokens: Tokens) -> Iterator[tuple[str, int, int]]:
    """Yield the verbs of a status: its name, and the verb's tokens."""
    tags, openers, helped = (
        syntax.grammar().tag(tokens),
        _openers(),
        syntax.letters("verb", "rise", "adverb", "aux", "to"),
    )
    for at in [at for at, word in enumerate(tokens.words) if word in openers]:
        helps = tokens.words[at] == "has" and tags[at + 1] in helped  # *has formed*, *has also been*
        if not helps and (name := verb_at(tokens, at)):
            yield name.capitalize(), at, at + 1


@cache
def _openers() -> frozenset[str]:
    return frozenset(verb.split()[0] for verb in _verbs())


@cache
def _verbs() -> Mapping[str, str]:
    return {verb: name for name, verbs in lexicon.load("modality")["verbs"].items() for verb in verbs}


@cache
def _rules() -> Rules:
    return Rules("statuses", KINDS)
