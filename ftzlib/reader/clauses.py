"""Clauses by closed word classes: where the one of a place starts, asides and relative clauses passed over.

What opens a clause stands in ``english/syntax.toml``.
"""

from ftzlib.reader import syntax
from ftzlib.text.tokens import Tokens

MAX_CLAUSE = 120  # words before a place in which its clause starts
MAX_EDGES = 24  # commas and the like within those words: a list without end is no clause


def clause_start(tokens: Tokens, at: int, floor: int = 0) -> int:
    """Return the first token of the clause that `at` stands in, not before `floor`."""
    key = (at, floor)
    if (start := tokens.clauses.get(key)) is None:
        first = max(tokens.bounds(tokens.sentence_at(at))[0], floor, at - MAX_CLAUSE)
        start = _opening(tokens, first, at)
        tokens.clauses[key] = start = syntax.rules().past("joins", syntax.tag(tokens), start, at)
    return start


def _opening(tokens: Tokens, first: int, at: int) -> int:
    """Go back from `at` over the places where a clause may start; brackets and closed asides are passed over."""
    tags = syntax.tag(tokens)
    in_brackets = closed = False
    passed = 0
    edges = [edge.start() for edge in syntax.part("edge").finditer(tags, first, at) if len(edge[0]) == 1]  # no list
    for edge in edges[: -MAX_EDGES - 1 : -1]:
        if in_brackets or tags[edge] in syntax.letters("close"):
            in_brackets = tags[edge] not in syntax.letters("open")
            continue
        closed |= syntax.part("aside").match(tags, edge) is not None
        if edge == passed - 1 or not _opens_clause(tokens, first, edge, at):
            continue
        if not (closed and tags[edge] in syntax.letters("conj") and tags[edge - 1] in syntax.letters("comma")):
            return edge + 1
        closed, passed = False, edge
    return first


def _opens_clause(tokens: Tokens, first: int, edge: int, at: int) -> bool:
    tags, rules = syntax.tag(tokens), syntax.rules()
    kind = syntax.edges().get(tags[edge])
    if kind is None:
        return tags[edge] not in syntax.letters("quote") or not tokens.joined(edge)
    around = f"{tags[first:edge]}{rules.layers.asked(kind)}{tags[edge + 1 : at]}"
    return any(rules.fitting(around, kind))
