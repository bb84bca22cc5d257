"""Clauses by closed word classes: where the one of a place starts, asides and relative clauses passed over."""

from ftzlib.grammar import lexicon
from ftzlib.reader import syntax
from ftzlib.text.tokens import Tokens

MAX_CLAUSE = 120  # words before a place in which its clause starts
MAX_EDGES = 24  # commas and the like within those words: a list without end is no clause


def clause_start(tokens: Tokens, tags: str, at: int, floor: int = 0) -> int:
    """Return the first token of the clause that `at` stands in, not before `floor`."""
    key = (at, floor)
    if (start := tokens.clauses.get(key)) is None:
        first = max(tokens.bounds(tokens.sentence_at(at))[0], floor, at - MAX_CLAUSE)
        start = _opening(tokens, tags, first, at)
        joins = syntax.letters("and", "conj", "comma", "quote", "that")
        while start < at and tags[start] in joins:
            start += 1
        tokens.clauses[key] = start
    return start


def moves(tokens: Tokens, tags: str, start: int, at: int) -> bool:
    """*with two-way trade jumping*: a clause of its own, whose verb says how its subject moved."""
    verbs = syntax.pattern("rise|fall|verb").finditer(tags, start + 2, at)
    return any(tokens.words[verb.start()].endswith("ing") for verb in verbs)


def _opening(tokens: Tokens, tags: str, first: int, at: int) -> int:
    """Go back from `at` over the places where a clause may start; brackets and closed asides are passed over."""
    in_brackets = closed = False
    aside = syntax.pattern("comma (aux|verb|rise|fall)")  # *, which also includes ...,* and the verb
    edges = syntax.pattern("conj|stop|open|close|quote|and|comma|that").finditer(tags, first, at)
    for edge in [match.start() for match in edges][: -MAX_EDGES - 1 : -1]:
        if in_brackets or tags[edge] in syntax.letters("close"):
            in_brackets = tags[edge] not in syntax.letters("open")
            continue
        closed |= aside.match(tags, edge) is not None
        if not _opens_clause(tokens, tags, first, edge + 1, at):
            continue
        if not (closed and tags[edge] in syntax.letters("conj") and tags[edge - 1] in syntax.letters("comma")):
            return edge + 1
        closed = False
    return first


def _opens_clause(tokens: Tokens, tags: str, first: int, start: int, at: int) -> bool:
    tag = tags[start - 1]
    if tag in syntax.letters("conj", "stop", "open"):
        return tokens.words[start - 1] != "."  # in a sentence, that of *Dec. 30*
    if tag in syntax.letters("quote"):
        return not tokens.joined(start - 1)
    if tag in syntax.letters("that"):
        return _is_told(tokens, tags, first, start - 1)
    if start == at or tag not in syntax.letters("and", "comma"):
        return False
    if tag in syntax.letters("and"):
        if tags[start] in syntax.letters("aux"):
            return syntax.holds_verb(tags, first, start - 1)
        alone = syntax.pattern("(rise|fall) ((?!and|comma) any)*$")  # *rose and imports [and] exports grew*
        return alone.search(tags, first, start - 1) is not None and _is_next(tags, first, start, at)
    if tokens.words[start] == "with":
        return moves(tokens, tags, start, at)
    if tokens.words[start] == "as":  # *..., as its output grew*
        return syntax.holds_verb(tags, start + 1, at)
    if tags[start] in syntax.letters("and", "conj"):
        return syntax.holds_verb(tags, first, start - 1)
    told = syntax.pattern("that").finditer(tags, first, start)  # *said that in May, exports grew*
    openers = [first, *(that.end() for that in told)]
    return any(_is_opener(tokens, tags, opener) for opener in openers) or _is_next(tags, first, start, at)


def _is_told(tokens: Tokens, tags: str, first: int, that: int) -> bool:
    """*said that A and that B*, *announced at a meeting on Monday that it ...*: what is said, no relative clause."""
    says = lexicon.words("speech", "say", "note", "show")
    before = tokens.words[first:that]
    again = before[-1:] == ["and"] and "that" in before
    apart = tags[that + 1] in syntax.letters("pronoun") and not says.isdisjoint(before)
    return again or apart or (that > 0 and tokens.words[that - 1] in says)


def _is_opener(tokens: Tokens, tags: str, first: int) -> bool:
    """*By the end of 2022, ...*: what stands before the comma says when or where, and is no subject."""
    word = tokens.words[first]
    participle = word.endswith(("ing", "ed")) or word in lexicon.words("commitments", "participles")
    opens = tags[first] in syntax.letters("prep", "by", "adverb", "conj") or word in syntax.words("openers")
    alone = word.endswith("ly") and tags[first + 1] in syntax.letters("comma")  # *Specifically, ...*
    held = ("det",) if word.endswith("ing") else ()  # *Leveraging its port, the area ...*
    fronted = syntax.letters("prep", "to", "by", *held)
    return opens or alone or (participle and tags[first + 1] in fronted)


def _is_next(tags: str, first: int, start: int, at: int) -> bool:
    """*The GDP has increased 19 percent, output has grown ...*: one clause after the other, each with its verb."""
    if tags[start] not in "aA" or not syntax.pattern("rise|fall").search(tags, first, start):
        return False
    # behind a comma, *..., output rose* may be an aside
    plain = tags[start - 1] in syntax.letters("and")
    return syntax.pattern("any (rise|fall)" if plain else "aux (rise|fall)").search(tags, start, at) is not None
