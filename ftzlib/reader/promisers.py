"""Who promises, as far as a promise's own sentence says it, and whether what stands there can promise at all.

Finds     the subject of *will*; the noun before *which aims to*; the possessor of *the governor's pledge to*.
Leaves    what is no noun phrase; what deals, bridges and growth *will* do: that is a forecast.
Example   "a new roadmap which aims to speed up trade" -> new roadmap
"""

from functools import partial

from ftzlib.grammar import lexicon
from ftzlib.reader import phrases, syntax
from ftzlib.reader.mentions import Range
from ftzlib.reader.verb_phrases import is_adverb
from ftzlib.text.tokens import Tokens

_words = partial(lexicon.words, "commitments")


def subject_of(tokens: Tokens, tags: str, start: int, verb: int) -> Range | None:
    """Return the tokens that name who promises, where *will* or *plans* stands at `verb` in the clause from `start`."""
    if tokens.words[verb] == "ll" and verb > start:  # we'll
        verb -= 1
    while verb > start and (tags[verb - 1] in syntax.letters("adverb", "aux") or is_adverb(tokens.words[verb - 1])):
        verb -= 1
    before = verb - 1
    if tags[before] in syntax.letters("pronoun"):  # *Next time I will ...*
        return before, verb
    if tokens.words[before] in _words("possessive"):
        return _ending_at(tokens, tags, before - 1)
    if tags[before] in syntax.letters("conj", "that"):
        comma = tags[before - 1] in syntax.letters("comma")
        found = _ending_at(tokens, tags, before - comma) if tokens.words[before] in _words("relative") else None
        # *a plan for Jinan that aims to ...*: of the two nouns it may be either's.
        return None if found and tags[found[0] - 1] in syntax.letters("prep", "of", "to", "by") else found
    found = phrases.subject(tokens, tags, verb, floor=start)
    if not found or found[0] < start or _is_aside(tokens, tags, found, verb):
        return _opening(tokens, tags, _behind_comma(tags, start, verb) if found else start, verb)
    linking = tokens.words[found[1] - 1].endswith("ing") and tags[found[1]] in syntax.letters("det", "prep", "num")
    last = found[1] - (linking and found[1] - found[0] > 1)  # *The bridge [linking] the two cities*
    return found[0], _name_end(tokens, last)


def _is_aside(tokens: Tokens, tags: str, found: Range, verb: int) -> bool:
    """*Home to 300 firms, the zone will ...*: tell whether what opens the sentence is said of its subject."""
    comma = _behind_comma(tags, found[1], verb) - 1
    bare = found[1] - found[0] == 1 and tags[found[0] - 1] not in syntax.letters("det", "num")
    opens = tags[found[1]] in syntax.letters("to", "prep", "by") and tags[comma] in syntax.letters("comma")
    return bare and opens and tags[comma + 1] in syntax.letters("det") and comma > found[1]


def _behind_comma(tags: str, start: int, end: int) -> int:
    """Return the token behind the last comma or *and* before `end`."""
    edges = syntax.letters("comma", "and")
    return next((at + 1 for at in range(end - 1, start, -1) if tags[at] in edges), start)


def _opening(tokens: Tokens, tags: str, start: int, end: int) -> Range | None:
    """*The 12 [deals] signed on Friday*: the nouns that a clause opens with, behind what counts them."""
    while start < end and tags[start] in syntax.letters("det", "num", "adverb", "quote"):
        start += 1
    last = start
    last += tags[start] in syntax.letters("verb") and tags[start - 1] in syntax.letters("det")  # *the host*
    while last < end and tags[last] in "aA" and not (last > start and tokens.words[last].endswith(("ed", "ing"))):
        last += 1
    return (start, last) if start < last else None


def _ending_at(tokens: Tokens, tags: str, end: int) -> Range | None:
    """*echoing Governor [Pan Haoran]*, *the [new roadmap]*: the name, or the nouns behind an article, up to `end`."""
    called = lexicon.words("people", "titles", "offices", "ranks")
    first = end
    while tags[first - 1] == "A" and tokens.words[first - 1] not in called:
        first -= 1
    if first < end and tags[first - 1] != "a":
        return first, end
    while tags[first - 1] in "aA":
        first -= 1
    return (first, end) if first < end and tags[first - 1] in syntax.letters("det", "end") else None


def _name_end(tokens: Tokens, end: int) -> int:
    """*Ministry of Commerce*: a name goes on behind its *of*."""
    if tokens.shapes[end - 1] != "A" or tokens.words[end] != "of":
        return end
    last = end + 1
    while tokens.shapes[last] == "A":
        last += 1
    return last if last > end + 1 else end


def is_forecast(tokens: Tokens, tags: str, subject: Range | None, clause: tuple[int, int, int], rule: str) -> bool:
    """Tell whether nobody promises: *This will bring ...*, *The deals will bring ...*, *whether it will close*."""
    start, at, verb = clause
    doubted = not _words("doubts").isdisjoint(tokens.words[max(start - 1, 0) : at])
    if doubted or tokens.words[start:at] == ["this"] or (rule == "pledges" and subject is None):
        return True
    if rule not in ("will", "pledges") or subject is None:
        return False
    head = tokens.words[subject[1] - 1]
    named = tags[subject[1] - 1] == "A" and subject[1] - subject[0] > 1  # *Lanhai Project*, a firm
    vague = tokens.words[verb] in _words("forecast") or rule == "pledges"
    return (vague and _is_one_of(head, "papers")) or (not named and is_thing(head))


def is_thing(head: str) -> bool:
    """Tell whether a noun in lower case is of a thing that promises nothing: a deal, a bridge, growth."""
    return _is_one_of(head, "things")


def _is_one_of(head: str, which: str) -> bool:
    singular = {head, head.removesuffix("s"), head.removesuffix("es"), head.removesuffix("ies") + "y"}
    return not singular.isdisjoint(_words(which))
