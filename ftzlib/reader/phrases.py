"""Noun phrases by closed word classes: enough grammar for figures, and no more.

Finds     the phrase that ends or starts at a place, the one that a number counts, the subject of a clause.
Leaves    everything that needs a parser: what it cannot see it does not give.
Example   "agreed to buy goods worth" -> goods; "last year's GDP of" -> GDP; "20 more measures by" -> measures
"""

from functools import cache
from itertools import chain

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, syntax
from ftzlib.reader.mentions import Range
from ftzlib.text.tokens import Tokens

MAX_NOUN = 8  # words in a noun phrase that ends at a place, or that is counted
MAX_SUBJECT = 12  # ... and in one that starts there


def before(tokens: Tokens, tags: str, end: int) -> Range | None:
    """Return the token range of the noun phrase that ends at token `end`, or None."""
    start = end
    while start and end - start < MAX_NOUN and _goes_back(tokens, tags, start - 1):
        start -= 1
    start = _behind_verb(tokens, tags, start, end)
    while start < end and (tokens.words[start] in _openers() or tags[start] in syntax.letters("and", "adverb")):
        start += 1
    return (start, end) if start < end else None


def _goes_back(tokens: Tokens, tags: str, at: int) -> bool:
    if tags[at] in syntax.letters("and"):
        return tags[at - 1] in "aA" and tags[at + 1] in "aA"
    if tags[at] not in "aA" and not _is_participle(tokens, tags, at):
        return syntax.is_per_capita(tokens.words, at)
    # *handled foreign trade*: a past tense behind a noun is the verb, behind *its*, *of*, *additional* an adjective.
    plain = tags[at] in "aA" and not tokens.words[at].endswith("ed")
    opens = tags[at - 1] in syntax.letters("det", "prep", "of", "to", "by", "verb")
    return plain or opens or tokens.words[at - 1] in syntax.words("premodifiers")


def _is_participle(tokens: Tokens, tags: str, at: int) -> bool:
    """*newly [established] foreign-funded firms*: a participle before its noun."""
    verb = tags[at] in syntax.letters("verb", "rise", "fall") and tokens.words[at].endswith(("ed", "ing", "en"))
    return verb and tags[at + 1] in "aA"


def _behind_verb(tokens: Tokens, tags: str, start: int, end: int) -> int:
    """*agreed to [buy] goods*, *the bank [provides] loans*, *by [importing] drugs*: the verb is no part of it."""
    words, prefixes = tokens.words, syntax.words("attributive")
    if end - start > 1 and _opens_with_verb(words[start], tags[start - 1]):
        start += 1
        gives = words[start - 1] in syntax.words("givers") and syntax.is_plural(words[start])
        start += gives and words[start] not in prefixes and tags[start + 1] in "aA"  # *offer newcomers subsidies*
    for at in range(end - 2, start, -1):
        if tags[at] != "a" or tags[at + 1] not in "aA":
            continue
        if syntax.is_plural(words[at - 1]) and words[at - 1] not in prefixes:
            agrees = syntax.is_base(words[at])
        else:
            agrees = syntax.is_third_person(words[at]) and words[at] not in prefixes
        if agrees:
            return at + 1
    return start


def _opens_with_verb(word: str, before: str) -> bool:
    """*to [buy]*, *that [buy]*, *by [importing]*; by what stands before it."""
    if word.endswith("ing"):
        known = (syntax.is_base(word[:-3]) or syntax.is_base(word[:-3] + "e")) and word not in syntax.words("ing_nouns")
        return known and before in syntax.letters("prep", "by", "verb", "comma")
    if before in syntax.letters("that", "conj"):
        return syntax.is_base(word) or syntax.is_third_person(word)
    return before in syntax.letters("to", "aux") and syntax.is_base(word)


@cache
def _openers() -> frozenset[str]:
    """Words at the start of a phrase that are no part of what it names."""
    return syntax.words("fillers").union(lexicon.load("quantities")["numbers"], ("'", "\u2019", "s"))


def after(tokens: Tokens, tags: str, start: int, limit: int | None = None) -> Range:
    """Return the noun phrase that starts at token `start`, without its determiners and owners.

    *last year's GDP* -> GDP, *Hubei's 2023 exports* -> exports. It ends with its plural, except before `limit`,
    where something else is known to follow it.
    """
    first, whose = start, lexicon.words("measurand", "whose") if tokens.words[start - 1] in ("of", "in") else ()
    start = _behind_determiners(tokens, tags, start)
    while tokens.words[start] in whose:
        start += 1
    end = start
    while end != limit and end - first < MAX_SUBJECT and _goes_on(tokens, tags, start, end, limit is not None):
        end += 1
        if is_possessive(tokens, end):
            start = end = _behind_determiners(tokens, tags, end)
    while end > start and (tags[end - 1] in syntax.letters("and", "adverb") or tokens.words[end - 1].endswith("ly")):
        end -= 1
    return start, end


def is_possessive(tokens: Tokens, at: int) -> bool:
    """Tell whether token `at` is the mark of *Hubei's*, *firms'*."""
    return tokens.words[at] in ("'", "\u2019") and tokens.joined(at)


def _behind_determiners(tokens: Tokens, tags: str, at: int) -> int:
    """Pass over *the*, *its*, *Wuhan's and*, *last year*, *2023*, *third quarter*, *May* before a noun."""
    while (
        tags[at] in syntax.letters("det")
        or is_possessive(tokens, at)
        or (tokens.words[at] in ("s", "and") and (is_possessive(tokens, at - 1) or tokens.words[at - 1] == "s"))
        or _is_dated(tokens, tags, at)
    ):
        at += 1
    return at


def _is_dated(tokens: Tokens, tags: str, at: int) -> bool:
    if tokens.words[at] in ("last", "next") or (tags[at] == "a" and tokens.words[at + 1] == "quarter"):
        at += 1  # *third quarter*; but *next time*
    return syntax.is_time(tags[at], tokens.words[at]) or tokens.forms[at] in syntax.words("months")


def _goes_on(tokens: Tokens, tags: str, start: int, at: int, limited: bool) -> bool:
    """Tell whether token `at` goes on the phrase from `start`."""
    if tags[at] in syntax.letters("and"):
        return tags[at + 1] in "aA" and at > start and not is_number(tokens.words[at + 1])
    if tags[at] not in "aA":
        opens = at == start or tags[at - 1] not in "aA" or tokens.words[at - 1] in syntax.words("premodifiers")
        return syntax.is_per_capita(tokens.words, at) or (opens and _is_participle(tokens, tags, at))
    if at == start or _is_predicate(tokens, tags, at):
        return at == start
    before, behind = tokens.words[at - 1], tags[at + 1]
    adjective = tokens.words[at] in syntax.words("postpositive") and behind in syntax.letters("of", "to", "prep")
    closed = syntax.is_plural(before) and (adjective or before not in syntax.words("attributive"))
    return limited or not closed or syntax.is_plural(tokens.words[at])


def _is_predicate(tokens: Tokens, tags: str, at: int) -> bool:
    """*half of the staff [supported] it*, *the area [faces] the river*: a verb behind a noun, no part of its phrase."""
    word, before = tokens.words[at], tokens.words[at - 1]
    if tags[at] != "a" or tags[at - 1] not in "aA" or "-" in word or before in syntax.words("premodifiers"):
        return False
    if word in syntax.words("adjectives") and tags[at + 1] in "aA":
        return False
    counts = tags[at + 1] in syntax.letters("det", "num") or is_number(tokens.words[at + 1])
    return word.endswith("ed") or word in syntax.words("pasts") or (counts and syntax.is_third_person(word))


def is_number(word: str) -> bool:
    """Tell whether a lower-case word is a number (*six*, *two-fifths*)."""
    data = lexicon.load("quantities")
    return all(part in data["numbers"] or part in data["fractions"] for part in word.split("-"))


def counted(tokens: Tokens, tags: str, start: int, first: int | None = None) -> int | None:
    """Return the token behind the noun phrase that a number before `start` counts.

    *pilot reform tasks* -> 3 tokens on; None where no plural noun follows the number directly. `first` is where
    the phrase starts, where `start` is in its midst.
    """
    first = start if first is None else first
    listed = syntax.pattern("(comma (word|Name){1,2}){1,4} comma? and (word|Name){2}")  # *German[,] Japanese and Thai*
    for at in range(start, min(first + MAX_NOUN, len(tokens))):
        if at > start and (tags[at] in syntax.letters("and") or listed.match(tags, at)):
            continue
        if tokens.words[at] in syntax.words("verbal"):  # *21 becoming national best practices*
            return None
        if tags[at] in syntax.letters("num") and at > start and _names(tokens, at - 1):  # *60 Fortune 500 companies*
            continue
        if tokens.words[at + 1] == "of" and tags[at] in syntax.letters("verb") and syntax.is_plural(tokens.words[at]):
            return at + 1  # *40 sets of rules*
        if not _is_nominal(tokens, tags, at) and not (at == start and tokens.words[at] in syntax.words("fillers")):
            return None
        if syntax.is_plural(tokens.words[at]):
            return _extended(tokens, tags, first, at + 1)
    return None


def _names(tokens: Tokens, at: int) -> bool:
    """*Fortune 500*, *Top 100*: a number behind this word is its own, and counts nothing."""
    return tokens.shapes[at] == "A" and tokens.words[at] in lexicon.load("quantities")["labels"]["words"]


def _extended(tokens: Tokens, tags: str, start: int, end: int) -> int:
    """Go on from a plural over what it stands before, over *of commerce*, and over *and regions*."""
    if _is_attributive(tokens, tags, start, end):
        return counted(tokens, tags, end, start) or end
    if " ".join(tokens.words[end - 1 : end + 2]) in syntax.words("named_with_of"):
        return end + 2
    return _joined(tokens, tags, start, end) if tags[end] in syntax.letters("and") else end


def _is_attributive(tokens: Tokens, tags: str, start: int, end: int) -> bool:
    """*goods inspection centers*, *auto parts producers*; not *granted 40 firms licenses*, *40 traders visits*."""
    if tokens.words[end - 1] in syntax.words("attributive"):
        return _is_nominal(tokens, tags, end)
    head = end + (not syntax.is_plural(tokens.words[end]))  # *drugs research firms*
    if tags[end] != "a" or tags[head] != "a" or not syntax.is_plural(tokens.words[head]):
        return False
    opens = clauses.clause_start(tokens, tags, start)
    givers = syntax.words("givers")
    if syntax.is_third_person(tokens.words[head]) or not givers.isdisjoint(tokens.words[opens:start]):
        return False
    closes = syntax.letters("comma", "stop", "end", "prep", "of", "and", "by", "adverb", "time", "conj", "aux")
    plain = not tokens.words[end].endswith(("ed", "ing", "ly")) and tags[head + 1] in closes
    return head == end or (plain and syntax.holds_verb(tags, opens, start))


def _joined(tokens: Tokens, tags: str, start: int, end: int) -> int:
    """*45 cities and foreign port operators*: both; not *300 firms and exports grew*, where a clause starts."""
    last = end + 1
    modifiers = syntax.words("attributive")
    while tags[last] == "a" and last - end < MAX_NOUN:
        if syntax.is_plural(tokens.words[last]) and not (tokens.words[last] in modifiers and tags[last + 1] == "a"):
            break
        last += 1
    anew = tokens.words[end + 1] in syntax.words("amounts") or is_number(tokens.words[end + 1])
    apart = anew or tags[last] != "a" or tags[last + 1] in "aA0"
    if apart or not all(_is_nominal(tokens, tags, at) for at in range(end + 1, last + 1)):
        return end
    before = syntax.holds_verb(tags, clauses.clause_start(tokens, tags, start), start)
    return end if before and syntax.holds_verb(tags, last + 1, last + 2) else last + 1


def _is_nominal(tokens: Tokens, tags: str, at: int) -> bool:
    word = tokens.words[at]
    if tags[at] in "aA":
        return not (word.endswith("ly") and len(word) > 5) or word in syntax.words("no_adverbs")
    # Participles and verb-like words before a noun are adjectives (*registered companies*, *growing cities*).
    participle = syntax.holds_verb(tags, at, at + 1) and word.endswith(("ed", "ing", "en", "n", "t"))
    verb = tags[at] in syntax.letters("verb") and syntax.is_plural(tokens.words[at + 1])
    return verb or (participle and tags[at] not in syntax.letters("aux"))


def back_over_mods(tokens: Tokens, first: int) -> int:
    """Return the token before a number and its *more than*, *close to*, *another*."""
    words, skip = tokens.words, _around()
    at = first - 1
    at -= 2 * (f"{words[at - 1]} {words[at]}" in skip)
    while at > 0 and (words[at] in skip or words[at].endswith("ly")):
        at -= 1
    return at


@cache
def _around() -> frozenset[str]:
    around = lexicon.load("modality")["around"]
    return frozenset([*around["words"], *around["pairs"]])


def subject(tokens: Tokens, tags: str, at: int, floor: int = 0) -> Range | None:
    """Return the head noun phrase of the subject of the clause that `at` stands in.

    The head is what stands before the first preposition: *Foreign trade of the zone* -> *Foreign trade*. A clause
    without a subject before the verb has none.
    """
    start = clauses.clause_start(tokens, tags, at, floor)
    own = absolute(tokens, tags, at, start) or absolute(tokens, tags, at - 1, start)
    start = own + 1 if own else start
    start = _head_start(tokens, tags, _behind_saw(tokens, tags, start, at), at)
    start, end = after(tokens, tags, start, at)
    if end - start > 1 and not syntax.holds_verb(tags, end, at):
        end -= _is_verb(tokens, end - 1, at)
    if end - start == 1 and tokens.words[start] in syntax.words("participle_openers"):  # *Starting from 28 hectares*
        return None
    return (start, end) if start < end else None


def _is_verb(tokens: Tokens, last: int, at: int) -> bool:
    """*Tickets [cost] between 80 and ...*, *the firm [earns] $3 million*: the last word of a subject is its verb."""
    word = tokens.words[last]
    if word in syntax.words("level_verbs") or last + 1 < at or tokens.shapes[at] not in "0.":
        return word in syntax.words("level_verbs")
    known = syntax.is_base(word) if syntax.is_plural(tokens.words[last - 1]) else syntax.is_third_person(word)
    return known and word not in lexicon.words("links", "trade_parts")


def absolute(tokens: Tokens, tags: str, verb: int, floor: int | None = None) -> int | None:
    """Return the *with* before *with last year's GDP topping*, whose participle `verb` has a subject of its own."""
    if not (tokens.words[verb].endswith("ing") or tokens.words[verb] in ("up", "down")):
        return None
    floor = clauses.clause_start(tokens, tags, verb) if floor is None else floor
    closes = syntax.letters("aux", "comma", "num")
    for at in range(verb - 1, max(floor, verb - MAX_SUBJECT) - 1, -1):
        if tags[at] in closes and not syntax.is_time(tags[at], tokens.words[at]):
            return None
        if tokens.words[at] == "with" and not tokens.forms[at + 1].istitle():  # *trade with Laos topping*
            return at if at + 1 < verb else None
    return None


def _behind_saw(tokens: Tokens, tags: str, start: int, at: int) -> int:
    """*The area saw its GDP exceed ...*: what it saw is a clause with a verb of its own."""
    says = lexicon.words("speech", "say", "note") - lexicon.words("speech", "show")
    passive = syntax.letters("aux")  # *assets are predicted to grow*
    verbs = (n for n in range(start + 1, at - 1) if tokens.words[n] in says and tags[n - 1] not in passive)
    seen = (n for n in range(start + 1, at - 1) if tokens.words[n] in syntax.words("saw"))
    saw = min(chain(verbs, seen), default=None)
    return saw + 1 if saw is not None and syntax.holds_verb(tags, saw + 2, at) else start


def _head_start(tokens: Tokens, tags: str, start: int, at: int) -> int:
    """Pass over articles, adverbs, *This year* and *in the first quarter of 2023,* at the start of a clause."""
    while start < at and (
        tags[start] in syntax.letters("det", "that", "adverb", "quote", "open")
        or tokens.words[start] == "as"
        or (
            tokens.words[start] == "with"
            and (tokens.words[at - 1].endswith("ing") or clauses.moves(tokens, tags, start, at))
        )
    ):
        start += 1
    placed = start + (tags[start] in syntax.letters("prep", "by"))
    placed += placed > start and tags[placed] in syntax.letters("det")
    if placed == start:
        placed = start - (tokens.words[start - 1] in ("this", "last", "next"))
    if behind := tokens.dates.get(placed):
        start = behind  # *by April exports fell*, *This year the zone will ...*
        start += tags[start] in syntax.letters("comma")
    return start


def sentence_subject(tokens: Tokens, sentence: int, start: int | None = None) -> Range | None:
    """Return the head noun phrase of a sentence's subject: what stands before its first finite verb from `start` on."""
    tags = syntax.grammar().tag(tokens)
    first, last = tokens.bounds(sentence)
    verb = syntax.pattern("aux|verb|rise|fall").search(tags, max(first, start or 0) + 1, last)
    return subject(tokens, tags, verb.start(), floor=start or 0) if verb else None
