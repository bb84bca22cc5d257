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


def name_end(tokens: Tokens, tags: str, start: int) -> int | None:
    """Return the comma behind a name of two words or more (*Faisal bin Khalid,*) that opens at `start`, or None."""
    at = start = _behind_title(tokens, start + (tokens.words[start] == "as"))
    if tags[start] in syntax.letters("prep", "to", "by", "adverb", "conj", "det", "time"):  # *In Jinan, ...*
        return None
    while tokens.shapes[at] == "A" or tokens.words[at] in lexicon.words("people", "particles"):
        at += 1
    return at if at - start > 1 and tags[at] in syntax.letters("comma") else None


def introduced_at(tokens: Tokens, tags: str, start: int, cue: int) -> int:
    """Return where a name and what is said of it open that reach up to the cue; `cue` itself where nobody is named."""
    near = segment_start(tokens, start, segment_start(tokens, start, cue - 1) - 1)
    return next((at for at in (start, near) if _is_introduced(tokens, tags, at, cue)), cue)


def _behind_title(tokens: Tokens, start: int) -> int:
    """*Dr. Li Wei*: pass over a title and its stop."""
    titled = tokens.words[start] in lexicon.words("people", "titles")
    return start + titled + (titled and tokens.words[start + 1] == ".")


def _is_introduced(tokens: Tokens, tags: str, start: int, cue: int) -> bool:
    """*Li Ming, head of the bureau, said ...*: tell whether a name and what is said of it reach up to the cue."""
    comma = name_end(tokens, tags, start)
    if comma is None:
        return False
    own = syntax.letters("conj", "that")  # *who heads ...*, *the group that holds ...*
    finite = syntax.letters("aux", "verb", "rise", "fall")
    return not any(
        tags[at] in finite and tags[at - 1] not in own and tokens.words[at] not in lexicon.words("people", "offices")
        for at in range(comma + 1, cue)
    )


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
    at = first = _behind_portfolio(tokens, first, end)
    while at < end and at - first < MAX_SPEAKER:
        if tags[at] in syntax.letters("comma", "stop", "quote", "conj", "open") and tokens.words[at] not in ("'", "’"):
            break
        if (
            at > first
            and tags[at] in syntax.letters("prep")
            and tokens.words[at] not in lexicon.words("speech", "inside_speaker")
            and not is_source(tokens, first, at)  # *a report on the zones by the academy*
        ):
            break
        at += 1
    return _behind_office(tokens, tags, first, at, end)


def _behind_office(tokens: Tokens, tags: str, first: int, comma: int, end: int) -> int:
    """*the head of the bureau, Li Wei*: go on over the name of who holds the office."""
    head = head_end(tokens, first, comma)
    if tokens.words[head - 1] not in lexicon.words("people", "offices") or tags[comma] not in syntax.letters("comma"):
        return comma
    last = comma + 1
    while last < end and (tokens.shapes[last] == "A" or tokens.words[last] in lexicon.words("people", "particles")):
        last += 1
    return last if last - comma > 2 and (last == end or tokens.shapes[last] == ".") else comma


def _behind_portfolio(tokens: Tokens, first: int, end: int) -> int:
    """*Investments, Trade and Industry Secretary Grace Wanjala*: pass over the commas in a ministry's name."""
    last = at = first
    joined = False
    while at < end and (tokens.shapes[at] == "A" or tokens.words[at] in (",", "and", "&")):
        joined |= tokens.words[at] in ("and", "&")
        if joined and tokens.words[at] in lexicon.words("people", "offices"):
            return at
        at += 1
    return last


def says_more(tokens: Tokens, tags: str, first: int, last: int) -> bool:
    """Tell whether a finite verb stands among the tokens, so that they are a clause and nobody's name."""
    finite = syntax.letters("aux", "rise", "fall")
    return any(tags[at] in finite and tokens.shapes[at] == "a" for at in range(first, last))


def head_end(tokens: Tokens, first: int, last: int) -> int:
    """Return where the head of a noun phrase ends: *figures [on trade from the bureau]*."""
    tags = syntax.grammar().tag(tokens)
    ends = syntax.letters("prep", "of", "to", "by", "comma", "conj", "that")
    return next((at for at in range(first + 1, last) if tags[at] in ends), last)


def is_source(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a speaker's words are data or a document; *Statistics Bureau*, *Information Office* are bodies."""
    sources = lexicon.words("speech", "sources")
    return any(
        tokens.words[at] in sources and not tokens.shapes[at] == tokens.shapes[at + 1] == "A"
        for at in range(first, head_end(tokens, first, last))
    )


def may_speak(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a speaker's words are a pronoun, a name, an office or a body, and not *the growth of exports*."""
    if is_source(tokens, first, last):
        return False
    head = head_end(tokens, first, last) - 1
    opens = head == tokens.bounds(tokens.sentence_at(head))[0]  # *Sales at the mall* have a capital for that alone
    follows = tokens.words[head + 1] in lexicon.words("speech", "behind_speaker", "origins")
    common = opens and (follows or syntax.is_plural(tokens.words[head]))
    known = tokens.words[head] in lexicon.words("people", "offices", "things")
    known = known or tokens.words[head] in lexicon.words("speech", "heads", "pronouns")
    return known or (tokens.shapes[head] == "A" and not common)


def is_speaker(tokens: Tokens, tags: str, first: int, last: int) -> bool:
    """Tell whether tokens look like somebody: a noun phrase or pronoun without a finite verb."""
    first = _behind_title(tokens, first)
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
    thats = (at for at in range(cue + 1, min(cue + 1 + MAX_TAIL, end)) if tokens.words[at] == "that")
    that = next((at for at in thats if _opens_content(tokens, tags, cue, at)), None)
    if that is not None:
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
    on_friday = tags[at] in syntax.letters("prep") and syntax.is_time(tags[at + 1], tokens.words[at + 1])
    return at + 2 if on_friday and tags[at + 2] in syntax.letters("det", "pronoun", "word", "Name") else at


def _opens_content(tokens: Tokens, tags: str, cue: int, that: int) -> bool:
    """*said in Jinan on Monday that ...*, *told reporters that ...*; *adds to the data that ...* has an object."""
    relative = tags[that + 1] in syntax.letters("aux") and tokens.shapes[that + 1] == "a"  # *data that have grown*
    if relative or any(closes(tokens, at) for at in range(cue + 1, that - 1)):
        return False
    behind = cue + 1
    when = syntax.letters("time", "adverb")
    return (
        behind == that
        or tags[that - 1] in when
        or tags[behind] in when | syntax.letters("prep", "to", "by")
        or tokens.words[cue] in lexicon.words("speech", "to_whom")
        or tokens.words[behind] in lexicon.words("speech", "adverbials")
    )


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
        or (tokens.words[at - 1] in lexicon.words("speech", "to_whom") and not syntax.holds_verb(tags, at, stop))
        or tags[at] in syntax.letters("prep", "adverb", "to", "by")
        or tokens.words[at] in lexicon.words("speech", "adverbials")
    )
