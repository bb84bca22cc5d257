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
    head_end,
    introduced_at,
    is_source,
    is_speaker,
    is_tail,
    may_speak,
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
    """*A: Guo Yahui, vice minister of commerce: ...*: all up to the next turn is the speaker's, in one row."""
    speaker: Range | None = None
    opened = 0
    kinds = [sentence.kind for sentence in tokens.sentences]
    for number, kind in enumerate(kinds):
        first, last = tokens.bounds(number)
        if kind == "turn":
            asks = tokens.words[first] == "q" or not lexicon.words("speech", "outlets").isdisjoint(
                tokens.words[first:last]
            )
            opened = last + 1
            while tokens.shapes[first] == ".":
                first += 1
            while last > first and tokens.shapes[last - 1] == ".":
                last -= 1
            speaker = (first, last) if tokens.shapes[first:last].count("A") > 1 and not asks else None
        elif kind == "body" and speaker and kinds[number + 1 : number + 2] != ["body"]:
            yield Speech(strip(tokens, opened, last), speaker, None, "turn")
            speaker = None


def stretches(tokens: Tokens, speeches: Sequence[Speech]) -> Iterator[Range]:
    """Yield what is reported and what stands around it, sentence by sentence, each stretch apart."""
    cuts = sorted({at for speech in speeches for at in speech.content})
    for number, sentence in enumerate(tokens.sentences):
        if sentence.kind == "body":
            first, last = tokens.bounds(number)
            yield from pairwise([first, *cuts[bisect_right(cuts, first) : bisect_left(cuts, last)], last])


def _in_utterance(tokens: Tokens, tags: str, start: int, end: int) -> list[Speech]:
    end = rstrip(tokens, start, end)
    inside = quoted(tokens, start, end)
    spare: tuple[Speech, int] | None = None  # *Trade data show the area is strong, he said*: where nobody speaks
    for cue in range(start, end):
        if tokens.words[cue] not in _openers() or cue in inside or not _is_cue(tokens, cue):
            continue
        rules = (_according, _as_said, _inverted, _trailing, _leading)
        found = (rule(tokens, tags, start, cue, end) for rule in rules)
        speech = next((speech for speech in found if speech), None)
        if speech is None:
            continue
        who, word = speech.speaker or speech.content, tokens.words[cue]
        if word not in lexicon.words("speech", "show") and may_speak(tokens, *who):
            return with_second(tokens, tags, speech, cue, end)
        if word not in lexicon.words("speech", "evidence") or is_source(tokens, *who):  # *The rise suggests that ...*
            spare = spare or (speech, cue)
    if spare:
        return with_second(tokens, tags, *spare, end)
    if start in inside and end - 1 in inside and end - start >= LEAST_QUOTATION:
        return [Speech(strip(tokens, start, end), None, None, "quotation goes on")]
    return []


def _is_cue(tokens: Tokens, cue: int) -> bool:
    """*pointed out*, not *pointed at ships*; *as per data*, not *per head*; *added that*, not *adds to the sum*."""
    word, behind = tokens.words[cue], tokens.words[cue + 1]
    if word == "per":
        return tokens.words[cue - 1] == "as"
    if word in lexicon.words("speech", "point"):
        return behind == "out"
    return behind != "to" or word not in lexicon.words("speech", "not_to")


def _according(tokens: Tokens, tags: str, start: int, cue: int, end: int) -> Speech | None:
    """*According to X, A*, *A, according to X* and *A, as per data from X*."""
    as_per = tokens.words[cue] == "per"
    if not as_per and tokens.words[cue : cue + 2] != ["according", "to"]:
        return None
    first = cue + 2 - as_per
    cue -= as_per
    last = speaker_end(tokens, tags, first, end)
    body = tokens.words[head_end(tokens, first, last) - 1] in lexicon.words("people", "offices", "things")
    if as_per and not body and not is_source(tokens, first, last):  # *as per the old custom*
        return None
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


def _as_said(tokens: Tokens, tags: str, start: int, cue: int, end: int) -> Speech | None:
    """*A, as X warns the committee* and *As X says, A*."""
    first = segment_start(tokens, start, cue)
    if first == cue:  # *as Li Ming, mayor of Jinan, noted*
        first = introduced_at(tokens, tags, start, cue)
    elif not is_speaker(tokens, tags, first + 1, cue):
        return None
    if tokens.words[first] != "as":
        return None
    if not is_tail(tokens, tags, cue + 1, end):
        return None
    content = (start, first)
    if first == start:
        content = (next((at for at in range(cue, end) if tags[at] in syntax.letters("comma")), end), end)
    return Speech(strip(tokens, *content), (first + 1, cue), tokens.words[cue], "as X says")


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
    if introduced_at(tokens, tags, start, cue) < cue:  # *Li Ming, mayor of Jinan, said the city ...*
        return None
    named = "A" in tokens.shapes[cue + 1 : cue + 2 + (tokens.words[cue + 1] == "the")]
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
        first = introduced_at(tokens, tags, start, cue)
    elif not is_speaker(tokens, tags, first, cue):
        return None
    if not start + 1 < first < cue or not is_tail(tokens, tags, cue + 1, end):
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
    return lexicon.words("speech", "say", "note", "show") | {"according", "per"}
