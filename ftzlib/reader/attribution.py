"""The words about a cue of speech: where the speaker's start and end, where what is said opens.

Finds     the speaker before *said* or behind it, apposition included; what may stand behind *X said*.
Leaves    which construction holds to `ftzlib.reader.extract.statements`.
"""

from ftzlib.grammar import lexicon
from ftzlib.reader import clauses, syntax
from ftzlib.reader.quotations import closes, marks
from ftzlib.text.tokens import Tokens

MAX_SPEAKER = 30  # words, apposition included
MAX_NAME = 3
MAX_TAIL = 14  # words behind *X said*: when, where, to whom


def opens_with_name(tags: str, start: int) -> bool:
    """Tell whether an utterance opens with a name and a comma."""
    return bool(syntax.pattern("Name{2,4} comma").match(tags, start))


def segment_start(tokens: Tokens, start: int, at: int) -> int:
    """Return where the stretch between commas that ends at `at` starts."""
    first = at
    while first > start and at - first < MAX_TAIL and not closes(tokens, first - 1):
        first -= 1
    return first


def subject_start(tokens: Tokens, tags: str, start: int, cue: int) -> int | None:
    """Return where the subject of a leading cue starts: behind an opening adverbial, apposition included."""
    first = start
    while first < cue and (tags[first] in syntax.letters("conj", "and", "adverb") or tokens.words[first] in marks()):
        first += 1
    if (
        tags[first] in syntax.letters("prep", "by", "to")
        or tokens.words[first] in lexicon.words("speech", "adverbials")
        or (tokens.words[first].endswith("ing") and tags[first + 1] in syntax.letters("to", "prep", "det"))
    ):
        comma = next((at for at in range(first, cue) if tags[at] in syntax.letters("comma")), None)
        if comma is None:
            return None
        first = _apposed(tokens, tags, comma, cue) or comma + 1
    if tokens.words[first] in lexicon.words("people", "titles"):  # *Mr. Li Na, mayor of Jinan, said*
        first += 1 + (tokens.words[first + 1] == ".")
    if cue - first > MAX_SPEAKER or first >= cue:
        return None
    head_end = next((at for at in range(first, cue) if tags[at] in syntax.letters("comma")), cue)
    if is_speaker(tokens, tags, first, head_end):
        return first
    # *The area grew, and Li Ming said ...*: the subject is that of the cue's own clause.
    own = clauses.clause_start(tokens, tags, cue)
    return own if first < own < cue and is_speaker(tokens, tags, own, cue) else None


def _apposed(tokens: Tokens, tags: str, comma: int, cue: int) -> int | None:
    """*At noon Li Na, mayor of Jinan, said*: the comma is that behind the name, which starts where this returns."""
    name = comma
    while tags[name - 1] == "A" and comma - name < MAX_NAME:
        name -= 1
    role = tokens.words[comma + 1 : cue - 1] if tokens.words[cue - 1] == "," and tags[comma + 1] != "A" else ()
    named = comma - name > 1 and not lexicon.words("people", "offices").isdisjoint(role)
    return name if named else None


def speaker_end(tokens: Tokens, tags: str, first: int, end: int) -> int:
    """Return where the words that name a speaker end: at a comma, a stop, or *on Friday*."""
    at = first
    while at < end and at - first < MAX_SPEAKER:
        if tags[at] in syntax.letters("comma", "stop", "quote", "conj", "open") and tokens.words[at] not in ("'", "’"):
            break
        if (
            at > first
            and tags[at] in syntax.letters("prep")
            and tokens.words[at] not in lexicon.words("speech", "inside_speaker")
        ):
            break
        at += 1
    return at


def says_more(tokens: Tokens, tags: str, first: int, last: int) -> bool:
    """Tell whether a finite verb stands among the tokens, so that they are a clause and nobody's name."""
    finite = syntax.letters("aux", "rise", "fall")
    return any(tags[at] in finite and tokens.shapes[at] == "a" for at in range(first, last))


def is_speaker(tokens: Tokens, tags: str, first: int, last: int) -> bool:
    """Tell whether tokens look like somebody: a noun phrase or pronoun without a finite verb."""
    if first >= last or last - first > MAX_TAIL or tokens.shapes[first] in (".", "0", "\n"):
        return False
    inside = tags[first:last]
    if any(tag in syntax.letters("aux", "conj", "stop", "comma", "rise", "fall") for tag in inside):
        return False
    if tags[first] in syntax.letters("pronoun") and tokens.shapes[first + 1] != "A":  # but He Ping
        return last - first == 1 and tokens.words[first] in lexicon.words("speech", "pronouns")
    return tags[first] in syntax.letters("det", "Name", "word", "pronoun") or tokens.words[first] in lexicon.words(
        "speech", "heads"
    )


def content_start(tokens: Tokens, tags: str, cue: int, end: int) -> int | None:
    """Return where the content behind a leading cue starts, or None where there is none."""
    that = next((at for at in range(cue + 1, min(cue + 1 + MAX_TAIL, end)) if tokens.words[at] == "that"), None)
    if that is not None and not any(closes(tokens, at) for at in range(cue + 1, that - 1)):
        return that + 1
    at = cue + 1
    if at < end and tokens.words[at] in (":", ",") and tokens.words[at + 1] in marks():
        return at + 1
    if at < end and (tokens.words[at] in marks() or tokens.words[at] == ":"):
        return at + 1
    if tokens.words[cue] == "told":
        return next((n for n in range(at, min(at + MAX_TAIL, end)) if tokens.words[n] in (":", "“", '"')), None)
    bare = tokens.words[cue] in lexicon.words("speech", "bare") and syntax.holds_verb(tags, at + 1, end)
    if (
        (tokens.words[cue] not in lexicon.words("speech", "say") and not bare)
        or at >= end
        or tags[at] in syntax.letters("comma", "stop")
    ):
        return None
    if tags[at] in syntax.letters("prep") and not syntax.holds_verb(tags, at, end):
        return None
    return at


def is_tail(tokens: Tokens, tags: str, at: int, end: int) -> bool:
    """Tell whether what stands behind *X said* is only when, where and to whom."""
    stop = next(
        (n for n in range(at, end) if tags[n] in syntax.letters("comma", "stop") and tokens.shapes[n + 1] != "0"),
        end,
    )
    if at >= end or stop == at:
        return True
    if stop - at > MAX_TAIL + 6 or "that" in tokens.words[at:stop]:
        return False
    told = tokens.words[at - 1] == "told"
    return (
        told
        or tags[at] in syntax.letters("prep", "adverb", "to", "by")
        or tokens.words[at] in lexicon.words("speech", "adverbials")
    )
