"""How far a verb of a promise reaches: to *, boosting ...*, *and build ...*, *, said X*, or a stop."""

from functools import partial

from ftzlib.grammar import lexicon
from ftzlib.reader import syntax
from ftzlib.text.tokens import Tokens

MAX_ADVERBS = 2
_words = partial(lexicon.words, "commitments")


def clause_end(tokens: Tokens, tags: str, verb: int, last: int) -> int:
    """Return where the clause ends: before *, boosting ...*, *and build ...*, *, said X*, or at a stop."""
    for at in range(verb + 1, last):
        if tags[at] in syntax.letters("stop", "quote") and tokens.words[at] not in ("'", "’", "‘"):
            if tokens.words[at] == "." and tokens.words[at - 1] in lexicon.load("calendar")["months"] and at + 1 < last:
                continue  # *on Sept. 8*
            return at
        if tags[at] in syntax.letters("comma") and _closes(tokens, tags, at, last):
            return at
        if (tags[at] in syntax.letters("and") or is_but(tokens, at)) and (
            starts_verb(tokens, tags, at + 1) or tokens.words[at + 1] in _words("will", "intend")
        ):
            return at
        if tokens.words[at] in ("according",):
            return at
    return last


def is_but(tokens: Tokens, at: int) -> bool:
    """*not only A [but] also B*: tell whether what follows is promised, too."""
    return tokens.words[at : at + 2] == ["but", "also"]


def noun_end(tags: str, verb: int, last: int) -> int:
    """*the governor's pledge to open up [was welcomed]*: a noun's verb ends where its sentence goes on."""
    return next((at for at in range(verb, last) if tags[at] in syntax.letters("comma", "aux")), last)


def _closes(tokens: Tokens, tags: str, comma: int, last: int) -> bool:
    """Tell whether the clause is over at a comma: what follows is a participle, another clause or the source."""
    at = comma + 1
    if at >= last:
        return True
    at += tags[at] in syntax.letters("and")
    own_subject = at > comma + 1 and tags[at] in syntax.letters("det", "Name", "pronoun")
    word = tokens.words[at]
    if word.endswith("ing") and tags[at] != "A" and tokens.words[at + 1] not in (",", "and"):
        return True
    past = tags[at] in syntax.letters("verb") and word.endswith("ed")  # *The city, saying it will act, opened ...*
    if past or word in _words("closers") or tags[at] in syntax.letters("aux"):
        return True
    if starts_verb(tokens, tags, at) or word in _words("will"):
        return True
    # ", X said", ", and the port has ...": a noun phrase and then a finite verb.
    behind = next((n for n in range(at, min(at + 12, last)) if tags[n] in syntax.letters("verb", "aux", "comma")), last)
    return (
        behind < last
        and tags[behind] in syntax.letters("verb", "aux")
        and behind > at
        and (
            own_subject
            or tokens.words[behind] in lexicon.words("speech", "say", "note")
            or tags[behind] in syntax.letters("aux")
        )
    )


def starts_verb(tokens: Tokens, tags: str, at: int) -> bool:
    """Tell whether a coordinated verb of a promise starts at token `at`."""
    if tokens.words[at] == "to":
        at += 1
        return tokens.words[at] in _words("verbs")
    first, at = at, behind_adverbs(tokens, tags, at)
    word = tokens.words[at]
    if word not in _words("verbs") or tokens.shapes[at] != "a":
        return False
    following = at + 1
    if word in _words("also_nouns") and at == first:  # *and further train pilots* has a verb
        return (
            tags[following] in syntax.letters("det", "prep", "num")
            or tokens.words[following] in lexicon.load("quantities")["numbers"]
            or tokens.words[following] in _words("object_openers")
            or (word in _words("mostly_verbs") and tags[following] == "a")
        )
    return tokens.shapes[following] not in (".", "\n")


def behind_adverbs(tokens: Tokens, tags: str, at: int) -> int:
    """Pass over adverbs (*will also*, *plans further to*, *would certainly*)."""
    for _ in range(MAX_ADVERBS):
        if tags[at] in syntax.letters("adverb") or is_adverb(tokens.words[at]):
            at += 1
    return at


def is_adverb(word: str) -> bool:
    """Tell whether a word is *further* or ends as *certainly*, and is no verb (*rely*)."""
    return (word.endswith("ly") and word not in _words("ly_verbs")) or word in _words("adverbs")
