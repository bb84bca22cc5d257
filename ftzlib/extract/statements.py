"""Reported speech: who is given as the source of what.

Finds     *..., said X*; *..., X said on Friday*; *X said (that) ...*; *according to X*; quotations of one
          or several sentences; *adding that ...* as a statement of its own; the turns of a transcript.
Leaves    the article's own voice, headlines and captions; *according to a report* that names nobody.
          Speakers are handed on as worded: `ftzlib.resolve` knows who *he* is.
Example   "Trade grew, said Li Ming, mayor of Jinan." -> "Trade grew", said, "Li Ming"
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from ftzlib import clauses, lexicon, syntax
from ftzlib.mentions import Range, Speech
from ftzlib.quotations import LEAST_QUOTATION, closes, marks, quoted, rstrip, strip, utterances
from ftzlib.tokens import Tokens

MAX_SPEAKER = 30  # words, apposition included

MAX_TAIL = 14  # words behind *X said*: when, where, to whom


def find(tokens: Tokens) -> list[Speech]:
    """Return the statements of a text in order."""
    tags = syntax.grammar().tag(tokens)
    found = list(_turns(tokens, tags))
    for start, end in utterances(tokens):
        found += [
            speech for speech in _in_utterance(tokens, tags, start, end) if (kept := speech.content)[1] - kept[0] >= 2
        ]
    return found


def _turns(tokens: Tokens, tags: str) -> Iterator[Speech]:
    """*A: Guo Yahui, vice minister of commerce: ...*: each paragraph up to the next turn is the speaker's."""
    speaker: Range | None = None
    paragraph: int | None = None
    for number, sentence in enumerate(tokens.sentences):
        first, last = tokens.bounds(number)
        if sentence.kind == "turn":
            speaker = (
                (first, last)
                if syntax.pattern("Name{2,4}").search(tags, first, last) and tokens.words[first] != "q"
                else None
            )
        elif sentence.kind == "body" and speaker and sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            end = number
            while end + 1 < len(tokens.sentences) and tokens.sentences[end + 1].paragraph == paragraph:
                end += 1
            yield Speech(strip(tokens, first, tokens.bounds(end)[1]), speaker, None, "turn")


def stretches(tokens: Tokens, speeches: Sequence[Speech]) -> Iterator[Range]:
    """Yield what is reported and what stands around it, sentence by sentence, each stretch apart."""
    cuts = sorted({at for speech in speeches for at in speech.content})
    for number, sentence in enumerate(tokens.sentences):
        if sentence.kind == "body":
            first, last = tokens.bounds(number)
            yield from pairwise([first, *cuts[bisect_right(cuts, first) : bisect_left(cuts, last)], last])


def _in_utterance(tokens: Tokens, tags: str, start: int, end: int) -> list[Speech]:
    end = rstrip(tokens, start, end)
    words, cues = tokens.words, _openers()
    inside = quoted(tokens, start, end)
    for cue in range(start, end):
        if words[cue] not in cues or cue in inside or (words[cue] == "pointed" and words[cue + 1] != "out"):
            continue
        for rule in (_according, _inverted, _trailing, _leading):
            if (speech := rule(tokens, tags, start, cue, end)) is not None:
                return _with_second(tokens, tags, speech, cue, end)
    if start in inside and end - 1 in inside and end - start >= LEAST_QUOTATION:
        return [Speech(strip(tokens, start, end), None, None, "quotation goes on")]
    return []


def _according(tokens: Tokens, tags: str, start: int, cue: int, end: int) -> Speech | None:
    """*According to X, A* and *A, according to X*."""
    if tokens.words[cue : cue + 2] != ["according", "to"]:
        return None
    first = cue + 2
    last = _speaker_end(tokens, tags, first, end)
    content = (_behind_clause(tokens, last, end), end) if cue == start else (start, cue)
    return Speech(strip(tokens, *content), (first, last), "according to", "according to")


def _behind_clause(tokens: Tokens, comma: int, end: int) -> int:
    """*According to X, who heads the bureau, A*: pass over what is said of X."""
    if tokens.words[comma + 1] not in ("who", "which", "whose") or comma >= end:
        return comma
    return next((at for at in range(comma + 1, end) if tokens.words[at] == ","), comma)


def _inverted(tokens: Tokens, tags: str, start: int, cue: int, end: int) -> Speech | None:
    """*A, said X, mayor of Jinan*."""
    if tokens.words[cue] not in _cues("say", "note") or cue <= start + 1 or not closes(tokens, cue - 1):
        return None
    if tokens.words[cue] == "told" or tags[cue + 1] in syntax.letters("time"):
        return None
    if _names(tags, start) and not syntax.holds_verb(tags, start, cue):  # *Li Ming, mayor of Jinan, said the city ...*
        return None
    named = tokens.shapes[cue + 1] == "A"
    if not named and tags[cue + 1] not in syntax.letters("det") and tokens.words[cue + 1] not in _cues("heads"):
        return None
    if not named and tokens.words[cue] not in _cues("say"):
        return None
    return Speech(
        strip(tokens, _quotation_behind_colon(tokens, start, cue), cue),
        (cue + 1, _speaker_end(tokens, tags, cue + 1, end)),
        tokens.words[cue],
        "cue, speaker",
    )


def _quotation_behind_colon(tokens: Tokens, start: int, cue: int) -> int:
    """*Trade is growing: "We see more ships," says X*: what stands before the colon is the article's own."""
    marked = (at + 1 for at in range(start, cue) if tokens.words[at] == ":" and tokens.words[at + 1] in marks())
    return next(marked, start)


def _trailing(tokens: Tokens, tags: str, start: int, cue: int, end: int) -> Speech | None:
    """*A, X said on Friday*: behind the cue only when, where and to whom."""
    if tokens.words[cue] not in _cues("say", "note"):
        return None
    if tokens.words[cue] in _cues("promise") and tokens.words[cue + 1] == "to":
        return None
    first = _segment_start(tokens, start, cue)
    if first == cue:  # *A, Liu Yuting, a spokesperson for the ministry, told ...*
        role = _segment_start(tokens, start, cue - 1)
        name = _segment_start(tokens, start, role - 1)
        if role == name or not _names(tags, name):
            return None
        first = name
    elif not _is_speaker(tokens, tags, first, cue):
        return None
    if first <= start + 1:
        return None
    if not _is_tail(tokens, tags, cue + 1, end):
        return None
    return Speech(strip(tokens, start, first), (first, cue), tokens.words[cue], "speaker, cue behind")


def _names(tags: str, start: int) -> bool:
    """Tell whether an utterance opens with a name and a comma."""
    return bool(syntax.pattern("Name{2,4} comma").match(tags, start))


def _segment_start(tokens: Tokens, start: int, at: int) -> int:
    """Return where the stretch between commas that ends at `at` starts."""
    first = at
    while first > start and at - first < MAX_TAIL and not closes(tokens, first - 1):
        first -= 1
    return first


def _leading(tokens: Tokens, tags: str, start: int, cue: int, end: int) -> Speech | None:
    """*X said (that) A*; a cue other than *said* needs its *that* or a quotation."""
    word = tokens.words[cue]
    if word not in _cues("say", "note", "show") or cue == start or tags[cue - 1] in syntax.letters("aux", "to", "by"):
        return None
    opened = _opens_content(tokens, tags, cue, end)
    if opened is None:
        return None
    first = _subject_start(tokens, tags, start, cue)
    if first is None:
        return None
    return Speech(strip(tokens, opened, end), (first, cue), word, "speaker, cue")


def _opens_content(tokens: Tokens, tags: str, cue: int, end: int) -> int | None:
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
    bare = tokens.words[cue] in _cues("bare") and syntax.holds_verb(tags, at + 1, end)
    if (tokens.words[cue] not in _cues("say") and not bare) or at >= end or tags[at] in syntax.letters("comma", "stop"):
        return None
    if tags[at] in syntax.letters("prep") and not syntax.holds_verb(tags, at, end):
        return None
    return at


def _subject_start(tokens: Tokens, tags: str, start: int, cue: int) -> int | None:
    """Return where the subject of a leading cue starts: behind an opening adverbial, apposition included."""
    first = start
    while first < cue and (tags[first] in syntax.letters("conj", "and", "adverb") or tokens.words[first] in marks()):
        first += 1
    if tags[first] in syntax.letters("prep", "by", "to") or tokens.words[first] in _cues("adverbials"):
        comma = next((at for at in range(first, cue) if tags[at] in syntax.letters("comma")), None)
        if comma is None:
            return None
        first = comma + 1
    if cue - first > MAX_SPEAKER or first >= cue:
        return None
    head_end = next((at for at in range(first, cue) if tags[at] in syntax.letters("comma")), cue)
    if _is_speaker(tokens, tags, first, head_end):
        return first
    # *The area grew, and Li Ming said ...*: the subject is that of the cue's own clause.
    own = clauses.clause_start(tokens, tags, cue)
    return own if first < own < cue and _is_speaker(tokens, tags, own, cue) else None


def _is_speaker(tokens: Tokens, tags: str, first: int, last: int) -> bool:
    """Tell whether tokens look like somebody: a noun phrase or pronoun without a finite verb."""
    if first >= last or last - first > MAX_TAIL or tokens.shapes[first] in (".", "0", "\n"):
        return False
    inside = tags[first:last]
    if any(tag in syntax.letters("aux", "conj", "stop", "comma", "rise", "fall") for tag in inside):
        return False
    if tags[first] in syntax.letters("pronoun") and tokens.shapes[first + 1] != "A":  # but He Ping
        return last - first == 1 and tokens.words[first] in ("it", "he", "she", "they", "i", "we")
    return tags[first] in syntax.letters("det", "Name", "word", "pronoun") or tokens.words[first] in _cues("heads")


def _is_tail(tokens: Tokens, tags: str, at: int, end: int) -> bool:
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
    return told or tags[at] in syntax.letters("prep", "adverb", "to", "by") or tokens.words[at] in _cues("adverbials")


def _speaker_end(tokens: Tokens, tags: str, first: int, end: int) -> int:
    """Return where the words that name a speaker end: at a comma, a stop, or *on Friday*."""
    at = first
    while at < end and at - first < MAX_SPEAKER:
        if tags[at] in syntax.letters("comma", "stop", "quote", "conj", "open") and tokens.words[at] not in (
            "'",
            "’",
        ):
            break
        if (
            at > first
            and tags[at] in syntax.letters("prep")
            and tokens.words[at] not in ("for", "with", "from", "under", "in", "at")
        ):
            break
        at += 1
    return at


def _with_second(tokens: Tokens, tags: str, speech: Speech, cue: int, end: int) -> list[Speech]:
    """Split *A, adding that B* and *"A," X said, "B"* into two statements of one speaker."""
    first, last = speech.content
    behind = speech.speaker[1] if speech.speaker else last
    for at in range(max(first, cue if first < cue else first) + 1, end):
        cut = _is_second(tokens, at)
        if not cut:
            continue
        content = strip(tokens, at + cut, end)
        kept = strip(tokens, first, min(last, at))
        rest = Speech(content, speech.speaker, tokens.words[at], "adding that")
        return [Speech(kept, speech.speaker, speech.cue, speech.rule), rest]
    if last < cue:  # a split quotation: "A," X said, "B."
        opened = next((n for n in range(max(cue, behind), end) if tokens.words[n] in ('"', "“")), None)
        if opened is not None and end - opened > LEAST_QUOTATION:
            return [
                speech,
                Speech(strip(tokens, opened, end), speech.speaker, speech.cue, "quotation, second part"),
            ]
    finite = syntax.letters("aux", "verb", "rise", "fall")
    if last < cue and tokens.words[cue + 1] == "," and tags[cue + 2] in finite:  # *Exports, X said, grew*
        return [speech, Speech(strip(tokens, cue + 2, end), speech.speaker, speech.cue, "behind the cue")]
    return [speech]


def _is_second(tokens: Tokens, at: int) -> int:
    """Return how many tokens *adding that*, *and added that* take, from *adding* on; 0 where there is none."""
    word, before = tokens.words[at], tokens.words[at - 1]
    if before not in (",", "，", "and", '"', "”", "also", "who"):
        return 0
    if word in _cues("adding") and tokens.words[at + 1] in (
        "that",
        "the",
        "it",
        "its",
        "this",
        "they",
        ":",
        '"',
        "“",
    ):
        return 1 + (tokens.words[at + 1] == "that")
    if word in _cues("note", "say") and tokens.words[at + 1] == "that":
        return 2
    return 2 if word == "pointing" and tokens.words[at + 1] == "out" else 0


@cache
def _openers() -> frozenset[str]:
    return _cues("say", "note", "show") | {"according"}


@cache
def _cues(*names: str) -> frozenset[str]:
    data = lexicon.load("speech")
    return frozenset(word for name in names for word in data[name])
