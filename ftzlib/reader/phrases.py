"""Noun phrases by closed word classes: enough grammar for figures, and no more.

The patterns stand in ``english/syntax.toml``.

Finds     the phrase that ends or starts at a place, the one that a number counts, the subject of a clause.
Leaves    everything that needs a parser: what it cannot see it does not give.
Example   "agreed to buy goods worth" -> goods; "last year's GDP of" -> GDP; "20 more measures by" -> measures
"""

from ftzlib.grammar import lexicon
from ftzlib.reader import syntax
from ftzlib.reader.mentions import Range
from ftzlib.text.tokens import Tokens

MAX_NOUN = 8  # words in a noun phrase that ends at a place, or that is counted
MAX_SUBJECT = 12  # ... before a participle with a subject of its own
MAX_MODS = 8  # words such as *more than* before a number


def before(tokens: Tokens, end: int) -> Range | None:
    """Return the token range of the noun phrase that ends at token `end`, or None."""
    found = syntax.part("before").search(syntax.tag(tokens), max(end - MAX_NOUN, 0), end + 1)
    return found.span("what") if found and found["what"] else None


def after(tokens: Tokens, start: int, limit: int | None = None) -> Range:
    """Return the noun phrase that starts at token `start`, without its determiners and owners.

    *last year's GDP* -> GDP, *Hubei's 2023 exports* -> exports. It ends with its plural, except before `limit`,
    where something else is known to follow it.
    """
    tags = syntax.tag(tokens)
    if limit is None:
        found = syntax.part("after").match(tags, start)
    else:
        found = syntax.part("upto").match(tags, start, limit + 1)
    return found.span("what") if found else (start, start)


def counted(tokens: Tokens, start: int, first: int | None = None) -> int | None:
    """Return the token behind the noun phrase that a number before `start` counts.

    *pilot reform tasks* -> 3 tokens on; None where no plural noun follows the number directly. `first` is where
    the phrase starts, where `start` is in its midst.
    """
    first = start if first is None else first
    tags = syntax.tag(tokens)
    found = syntax.part("counted").match(tags, start)
    if found is None or found.end() > first + MAX_NOUN:
        return None
    end = found.end()
    if tags[end - 1] in syntax.letters("verb"):
        return end  # *40 sets of rules*
    if _is_attributive(tokens, first, end):
        return counted(tokens, end, first) or end
    if " ".join(tokens.words[end - 1 : end + 2]) in syntax.words("named_with_of"):
        return end + 2
    return _joined(tokens, first, end)


def _is_attributive(tokens: Tokens, start: int, end: int) -> bool:
    """*goods inspection centers*, *auto parts producers*; not *granted 40 firms licenses*, *40 traders visits*."""
    tags = syntax.tag(tokens)
    if syntax.part("stacked").match(tags, end):
        return True
    found = syntax.part("apposed").match(tags, end)
    if found is None:
        return False
    opens = syntax.clause_start(tokens, start)
    gives = not syntax.words("givers").isdisjoint(tokens.words[opens:start])
    return not gives and (not found["behind"] or syntax.holds_verb(tags, opens, start))


def _joined(tokens: Tokens, start: int, end: int) -> int:
    """*45 cities and foreign port operators*: both; not *300 firms and exports grew*, where a clause starts."""
    tags = syntax.tag(tokens)
    last = syntax.rules().past("joined", tags, end, len(tags))
    anew = syntax.part("anew").match(tags, last)
    return end if anew and syntax.holds_verb(tags, syntax.clause_start(tokens, start), start) else last


def back_over_mods(tokens: Tokens, first: int) -> int:
    """Return the token before a number and its *more than*, *close to*, *another*."""
    found = syntax.part("mods").search(syntax.tag(tokens), max(first - MAX_MODS, 0), first)
    return max(found.start() - 1, 0) if found and first else first - 1


def subject(tokens: Tokens, at: int, floor: int = 0) -> Range | None:
    """Return the head noun phrase of the subject of the clause that `at` stands in.

    The head is what stands before the first preposition: *Foreign trade of the zone* -> *Foreign trade*. A clause
    without a subject before the verb has none.
    """
    tags, rules = syntax.tag(tokens), syntax.rules()
    start = syntax.clause_start(tokens, at, floor)
    if syntax.part("goes_on").match(tags, max(start - 1, 0), at):  # *Exports fell and [have risen] by*
        return subject(tokens, start - 1, floor)
    own = next((own for verb in (at, at - 1) if (own := absolute(tokens, verb, start))), None)
    start = rules.past("told", tags, own + 1 if own else start, at)
    start, end = after(tokens, _head_start(tokens, start, at), at)
    if end - start > 1 and not syntax.holds_verb(tags, end, at):
        end -= _is_verb(tokens, end - 1, at)
    return (start, end) if start < end and not _is_fronted(tokens, start, end) else None


def _is_fronted(tokens: Tokens, start: int, end: int) -> bool:
    """*Starting from 28 hectares*, *Initially sprawling over 15 hectares*, *going up 10 percent*: no subject."""
    tags, opens = syntax.tag(tokens), tokens.words[start] in syntax.words("participle_openers")
    return (opens and end - start == 1) or syntax.rules().past("fronted", tags, start, len(tags)) == end


def _is_verb(tokens: Tokens, last: int, at: int) -> bool:
    """*Tickets [cost] between 80 and ...*, *the firm [earns] $3 million*: the last word of a subject is its verb."""
    word = tokens.words[last]
    if word in syntax.words("level_verbs") or last + 1 < at or tokens.shapes[at] not in "0.":
        return word in syntax.words("level_verbs")
    form = "base" if syntax.is_plural(tokens.words[last - 1]) else "third"
    return word in syntax.verbs()[form] and word not in lexicon.words("links", "trade_parts")


def absolute(tokens: Tokens, verb: int, floor: int | None = None) -> int | None:
    """Return the *with* before *with last year's GDP topping*, whose participle `verb` has a subject of its own."""
    tags = syntax.tag(tokens)
    if not syntax.part("moved").match(tags, verb):
        return None
    floor = syntax.clause_start(tokens, verb) if floor is None else floor
    found = syntax.part("with").finditer(tags, max(floor, verb - MAX_SUBJECT, 0), verb + 1)
    own = [at for at in (each.start() for each in found) if not tokens.forms[at + 1].istitle()]
    return own[-1] if own else None  # *trade with Laos topping*


def _head_start(tokens: Tokens, start: int, at: int) -> int:
    """Pass over articles, adverbs, *This year* and *in the first quarter of 2023,* at the start of a clause."""
    tags, rules = syntax.tag(tokens), syntax.rules()
    start = rules.past("head", tags, start, at)
    placed = rules.past("placing", tags, start, len(tags))
    if placed == start:
        placed = start - (tokens.words[start - 1] in syntax.words("which_time"))
    if behind := tokens.dates.get(placed):
        start = behind  # *by April exports fell*, *This year the zone will ...*
        start += tags[start] in syntax.letters("comma")
    return start


def sentence_subject(tokens: Tokens, sentence: int, start: int | None = None) -> Range | None:
    """Return the head noun phrase of a sentence's subject: what stands before its first finite verb from `start` on."""
    first, last = tokens.bounds(sentence)
    verb = syntax.part("predicated").search(syntax.tag(tokens), max(first, start or 0) + 1, last)
    return subject(tokens, verb.start(), start or 0) if verb else None
