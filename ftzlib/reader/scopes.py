"""Over what a number holds: *nationwide*, the province, or a place in the text's words."""

from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.text.tokens import Tokens


def scope(tokens: Tokens, last: int, end: int) -> str | None:
    """Return ``nationwide``, ``province`` or a place's words, over which a number behind `last` holds."""
    words = tokens.words
    if _scope_openers().isdisjoint(words[last:end]):
        return None
    data = lexicon.load("modality")["scope"]
    for at in range(last, end):
        if words[at] in data["nationwide"] or words[at] in data["province"]:
            return "nationwide" if words[at] in data["nationwide"] and words[at] != "china" else "province"
        if words[at] not in data["over"]:
            continue
        place = " ".join(words[at + 1 : at + 3]).removeprefix("the whole").strip()
        for kind in ("nationwide", "province"):
            if place in data[kind] or words[at + 1] in data[kind] or " ".join(words[at + 2 : at + 4]) in data[kind]:
                return kind
        if words[at + 2] == "province" and tokens.shapes[at + 1] == "A":
            return tokens.said(at + 1, at + 3)
        if words[at] in ("across", "throughout") and tokens.shapes[at + 1] == "A":
            return tokens.said(at + 1, at + 2)
    return None


@cache
def _scope_openers() -> frozenset[str]:
    return frozenset(word for words in lexicon.load("modality")["scope"].values() for word in words)
