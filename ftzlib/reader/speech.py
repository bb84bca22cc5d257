"""Reported speech: who is given as the source of what; the rules stand in ``english/speech.toml``.

Finds     *..., said X*; *..., X said on Friday*; *X said (that) ...*; *according to X*; quotations of one
          or several sentences; *adding that ...* as a statement of its own; the turns of a transcript.
Leaves    the article's own voice, headlines and captions; *according to a report* that names nobody.
          Speakers are handed on as worded: `ftzlib.reader.speakers` knows who *he* is.
Example   "Trade grew, said Li Ming, mayor of Jinan." -> "Trade grew", said, "Li Ming"
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import pairwise

from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules
from ftzlib.grammar.words import BREAK
from ftzlib.reader import syntax
from ftzlib.reader.mentions import Range, Speech
from ftzlib.reader.quotations import LEAST_QUOTATION, MARKS, quoted, utterances
from ftzlib.text.tokens import Tokens

REACH = 80  # words around a cue in which speaker and content are found
CUES = (
    "told",
    "warned",
    "point",
    "bare",
    "not_to",
    "say",
    "note",
    "show",
    "according",
    "per",
)  # lists; the first counts
KINDS = {name.title(): () for name in CUES} | dict.fromkeys(("Warned", "Point", "Bare", "Not_To"), ("Note",))
_words = partial(lexicon.words, "speech")


def find(tokens: Tokens) -> list[Speech]:
    """Return the statements of a text in order."""
    found = list(_turns(tokens))
    for start, end in utterances(tokens):
        found += [said for said in _in_utterance(tokens, start, end) if said.content[1] - said.content[0] > 1]
    return found


def stretches(tokens: Tokens, speeches: Sequence[Speech]) -> Iterator[Range]:
    """Yield what is reported and what stands around it, sentence by sentence, each stretch apart."""
    cuts = sorted({at for speech in speeches for at in speech.content})
    for number, sentence in enumerate(tokens.sentences):
        if sentence.kind == "body":
            first, last = tokens.bounds(number)
            yield from pairwise([first, *cuts[bisect_right(cuts, first) : bisect_left(cuts, last)], last])


def _turns(tokens: Tokens) -> Iterator[Speech]:
    """*A: Guo Yahui, vice minister of commerce: ...*: all up to the next turn is the speaker's, in one row."""
    tags, speaker, opened = rules().layers.tag(tokens), None, 0
    kinds = [sentence.kind for sentence in tokens.sentences]
    for number, kind in enumerate(kinds):
        first, last = tokens.bounds(number)
        if kind == "turn":
            opened = last + 1
            named = rules().part("turn").match(tags, first, last)
            speaker = named and named.span("who")
        elif kind == "body" and speaker and kinds[number + 1 : number + 2] != ["body"]:
            yield Speech(_strip(tags, opened, last), speaker, None, "turn")
            speaker = None


def _in_utterance(tokens: Tokens, start: int, end: int) -> list[Speech]:
    tags = rules().layers.tag(tokens)
    end = rules().upto("stop_behind", tags, start, end)
    inside, known = quoted(tokens, start, end), _cues()
    spare: tuple[Speech, int] | None = None  # *Trade data show the area is strong, he said*: where nobody speaks
    for cue in [at for at in range(start, end) if tokens.words[at] in known and at not in inside]:
        word = tokens.words[cue]
        if (speech := _speech(tokens, tags, start, cue, end)) is None:
            continue
        who = speech.speaker or speech.content
        if word not in _words("show") and may_speak(tokens, *who):
            return _with_second(tokens, tags, speech, cue, end)
        if word not in _words("evidence") or is_source(tokens, *who):  # *The rise suggests that ...*
            spare = spare or (speech, cue)
    if spare:
        return _with_second(tokens, tags, *spare, end)
    if start in inside and end - 1 in inside:
        return [Speech(_strip(tags, start, end), None, None, "quotation goes on")]
    return []


def _speech(tokens: Tokens, tags: str, start: int, cue: int, end: int) -> Speech | None:
    """Return what the first rule that fits a cue finds."""
    low = max(start, cue - REACH)
    cut = BREAK if low > start else ""  # so that no rule takes it for the start
    kind = _cues()[tokens.words[cue]]
    around = cut + tags[low:cue] + rules().layers.asked(kind) + tags[cue + 1 : min(end, cue + REACH)]
    rule, found = next(rules().fitting(around, kind), ({}, None))
    if found is None or "gives" in rule:
        return None
    low -= len(cut)
    at = {group: low + found.start(group) for group in found.groupdict()}
    content = _strip(tags, at.get("what", start), at.get("upto", end))
    return Speech(content, (at["who"], low + found.end("who")), rule.get("cue", tokens.words[cue]), rule["name"])


def _with_second(tokens: Tokens, tags: str, speech: Speech, cue: int, end: int) -> list[Speech]:
    """Split *A, adding that B*, *"A," X said, "B"* and *Exports, X said, grew* into two statements of one speaker."""
    first, last = speech.content
    behind = speech.speaker[1] if speech.speaker else last
    if second := rules().part("second").search(tags, max(first, cue), end):
        at = second.start() + 1
        kept = speech._replace(content=_strip(tags, first, min(last, at)))
        return [kept, Speech(_strip(tags, second.end(), end), speech.speaker, tokens.words[at], "adding that")]
    if last > cue:
        return [speech]
    opened = next((n for n in range(max(cue, behind), end) if tokens.words[n] in MARKS), end)
    if end - opened > LEAST_QUOTATION:
        return [speech, speech._replace(content=_strip(tags, opened, end), rule="quotation, second part")]
    if rules().part("behind_cue").match(tags, cue + 1):
        return [speech, speech._replace(content=_strip(tags, cue + 2, end), rule="behind the cue")]
    return [speech]


def _strip(tags: str, first: int, last: int) -> Range:
    """Drop marks, commas and *that* from both ends."""
    first = rules().past("before_said", tags, first, last)
    return first, rules().upto("behind_said", tags, first, last)


def head_end(tokens: Tokens, first: int, last: int) -> int:
    """Return where the head of a noun phrase ends: *figures [on trade from the bureau]*."""
    return rules().upto("head_end", rules().layers.tag(tokens), first + 1, last)


def is_source(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a speaker's words are data or a document; *Statistics Bureau*, *Information Office* are bodies."""
    return bool(rules().part("source").match(rules().layers.tag(tokens), first, last))


def may_speak(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a speaker's words are a pronoun, a name, an office or a body, and not *the growth of exports*."""
    head = head_end(tokens, first, last) - 1
    if is_source(tokens, first, last):
        return False
    if tokens.words[head] in lexicon.words("people", "offices", "things") | _words("heads", "pronouns"):
        return True
    opens = head == tokens.bounds(tokens.sentence_at(head))[0]  # *Sales at the mall* have a capital for that alone
    follows = tokens.words[head + 1] in _words("behind_speaker", "origins")
    return tokens.shapes[head] == "A" and not (opens and (follows or syntax.is_plural(tokens.words[head])))


@cache
def _cues() -> dict[str, str]:
    """Return the kind of each cue."""
    return {word: name.title() for name in reversed(CUES) for word in _words(name)}


@cache
def rules() -> Rules:
    """Return the rules of speech, and what they are written over."""
    people = lexicon.load("people")
    return Rules(
        "speech", KINDS, {name: people[name] for name in ("titles", "offices", "ranks", "particles", "things")}
    )
