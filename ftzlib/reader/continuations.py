"""Second statements of one speaker: *..., adding that B*; *"A," X said, "B."*; *Exports, X said, grew*."""

from ftzlib.grammar import lexicon
from ftzlib.reader import syntax
from ftzlib.reader.mentions import Speech
from ftzlib.reader.quotations import LEAST_QUOTATION, strip
from ftzlib.text.tokens import Tokens


def with_second(tokens: Tokens, tags: str, speech: Speech, cue: int, end: int) -> list[Speech]:
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
    if before not in lexicon.words("speech", "before_adding"):
        return 0
    if word in lexicon.words("speech", "adding") and tokens.words[at + 1] in lexicon.words("speech", "behind_adding"):
        return 1 + (tokens.words[at + 1] == "that")
    # Behind a bare comma, *Lanhai Audit, an audit firm, confirmed that*, the verb has a subject of its own.
    if before != "," and word in lexicon.words("speech", "note", "say") and tokens.words[at + 1] == "that":
        return 2
    return 2 if word == "pointing" and tokens.words[at + 1] == "out" else 0
