"""Reported speech: who is given as the source of what.

Finds     *..., said X*; *..., X said on Friday*; *X said (that) ...*; *according to X*; quotations of one
          or several sentences; *adding that ...* as a statement of its own; the turns of a transcript.
Leaves    the article's own voice, headlines and captions; *according to a report* that names nobody.
          Speakers are handed on as worded: `ftzlib.reader.resolve` knows who *he* is.
Example   "Trade grew, said Li Ming, mayor of Jinan." -> "Trade grew", said, "Li Ming"
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from ftzlib.grammar import lexicon
from ftzlib.reader import syntax
from ftzlib.reader.attribution import (
    content_start,
    is_speaker,
    is_tail,
    opens_with_name,
    says_more,
    segment_start,
    speaker_end,
    subject_start,
)
from ftzlib.reader.continuations import with_second
from ftzlib.reader.mentions import Range, Speech
from ftzlib.reader.quotations import LEAST_QUOTATION, closes, marks, quoted, rstrip, strip, utterances
from ftzlib.text.tokens import Tokens


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
            asks = tokens.words[first] == "q" or not lexicon.words("speech", "outlets").isdisjoint(
                tokens.words[first:last]
            )
            speaker = (first, last) if syntax.pattern("Name{2,4}").search(tags, first, last) and not asks else None
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
                return with_second(tokens, tags, speech, cue, end)
    if start in inside and end - 1 in inside and end - start >= LEAST_QUOTATION:
        return [Speech(strip(tokens, start, end), None, None, "quotation goes on")]
    return []


def _according(tokens: Tokens, tags: str, start: int, cue: int, end: int) -> Speech | None:
    """*According to X, A* and *A, according to X*."""
    if tokens.words[cue : cue + 2] != ["according", "to"]:
        return None
    first = cue + 2
    last = speaker_end(tokens, tags, first, end)
    content = (_behind_clause(tokens, tags, last, end), end) if cue == start else (start, cue)
    return Speech(strip(tokens, *content), (first, last), "according to", "according to")


def _behind_clause(tokens: Tokens, tags: str, comma: int, end: int) -> int:
    """*According to X, who heads the bureau, A*, *X, head of the bureau, A*: pass over what is said of X."""
    close = next((at for at in range(comma + 1, end) if tokens.words[at] == ","), None)
    if close is None:
        return comma
    apposed = not lexicon.words("people", "offices").isdisjoint(tokens.words[comma + 1 : close]) and not says_more(
        tokens, tags, comma + 1, close
    )
    return close if apposed or tokens.words[comma + 1] in ("who", "which", "whose") else comma


def _inverted(tokens: Tokens, tags: str, start: int, cue: int, end: int) -> Speech | None:
    """*A, said X, mayor of Jinan*."""
    if (
        tokens.words[cue] not in lexicon.words("speech", "say", "note")
        or cue <= start + 1
        or not closes(tokens, cue - 1)
    ):
        return None
    if tokens.words[cue] == "told" or tags[cue + 1] in syntax.letters("time"):
        return None
    if opens_with_name(tags, start) and not syntax.holds_verb(
        tags, start, cue
    ):  # *Li Ming, mayor of Jinan, said the city ...*
        return None
    named = tokens.shapes[cue + 1] == "A"
    if (
        not named
        and tags[cue + 1] not in syntax.letters("det")
        and tokens.words[cue + 1] not in lexicon.words("speech", "heads")
    ):
        return None
    if not named and tokens.words[cue] not in lexicon.words("speech", "say"):
        return None
    last = speaker_end(tokens, tags, cue + 1, end)
    if says_more(tokens, tags, cue + 1, last):  # *The mayor, Li Ming, said the city has grown*
        return None
    return Speech(
        strip(tokens, _quotation_behind_colon(tokens, start, cue), cue),
        (cue + 1, last),
        tokens.words[cue],
        "cue, speaker",
    )


def _quotation_behind_colon(tokens: Tokens, start: int, cue: int) -> int:
    """*Trade is growing: "We see more ships," says X*: what stands before the colon is the article's own."""
    marked = (at + 1 for at in range(start, cue) if tokens.words[at] == ":" and tokens.words[at + 1] in marks())
    return next(marked, start)


def _trailing(tokens: Tokens, tags: str, start: int, cue: int, end: int) -> Speech | None:
    """*A, X said on Friday*: behind the cue only when, where and to whom."""
    if tokens.words[cue] not in lexicon.words("speech", "say", "note"):
        return None
    if tokens.words[cue] in lexicon.words("speech", "promise") and tokens.words[cue + 1] == "to":
        return None
    first = segment_start(tokens, start, cue)
    if first == cue:  # *A, Liu Yuting, a spokesperson for the ministry, told ...*
        role = segment_start(tokens, start, cue - 1)
        name = segment_start(tokens, start, role - 1)
        if role == name or not opens_with_name(tags, name):
            return None
        first = name
    elif not is_speaker(tokens, tags, first, cue):
        return None
    if first <= start + 1:
        return None
    if not is_tail(tokens, tags, cue + 1, end):
        return None
    return Speech(strip(tokens, start, first), (first, cue), tokens.words[cue], "speaker, cue behind")


def _leading(tokens: Tokens, tags: str, start: int, cue: int, end: int) -> Speech | None:
    """*X said (that) A*; a cue other than *said* needs its *that* or a quotation."""
    word = tokens.words[cue]
    if (
        word not in lexicon.words("speech", "say", "note", "show")
        or cue == start
        or tags[cue - 1] in syntax.letters("aux", "to", "by")
    ):
        return None
    opened = content_start(tokens, tags, cue, end)
    if opened is None:
        return None
    first = subject_start(tokens, tags, start, cue)
    if first is None:
        return None
    last = cue
    while last > first + 1 and tags[last - 1] in syntax.letters("adverb"):  # *Li also noted that ...*
        last -= 1
    return Speech(strip(tokens, opened, end), (first, last), word, "speaker, cue")


@cache
def _openers() -> frozenset[str]:
    return lexicon.words("speech", "say", "note", "show") | {"according"}
