"""Whether the words about a time expression speak of what is to come.

Example   "will open on [Friday]" -> True; "opened on [Friday]" -> False
"""

from collections.abc import Mapping
from functools import cache

from ftzlib.reader.timex3.calendar import calendar, word_set
from ftzlib.reader.timex3.expressions import Match
from ftzlib.text.tokens import Tokens

REACH = 40  # words away from an expression that may say whether it lies ahead


def speaks_of_future(here: Match) -> bool:
    """Tell whether the words about an expression speak of what is to come."""
    return tense_of(here) is True


def tense_of(here: Match, *, of_day: bool = False) -> bool | None:
    """Tell whether the words about an expression speak of what is to come; None if they do not say.

    The nearest cue before it counts; where it opens its sentence, the nearest one behind it. What was done on
    another day says nothing of a day (*posted on June 16 and open to comment on [July 10]*).
    """
    start, stop = here.bounds
    before = range(here.first - 1, max(start, here.first - REACH) - 1, -1)
    behind = range(here.last, min(stop, here.last + REACH)) if here.opens else ()
    words, cues = here.tokens.words, _cues()
    worded = elsewhere = False
    for at in (*before, *behind):
        word = words[at]
        kind = cues.get(word) or ("participle" if word.endswith("ed") else None)
        elsewhere |= kind == "open"
        cue = _cue(here.tokens, at, kind) if kind else None
        if cue is not None:
            return None if elsewhere and not cue else cue
        elsewhere |= of_day and worded and word in calendar()["months"]
        worded |= here.tokens.shapes[at] == "a" and word not in word_set("in_a_row")
    return None


def _cue(tokens: Tokens, at: int, kind: str) -> bool | None:
    """Read one word as a cue of time: *will* (True), *said*, *opened* (False), or none."""
    words = tokens.words
    before = words[at - 1] if at else ""
    if kind == "pair":  # set to open, set up
        if f"{words[at]} {words[at + 1]}" in word_set("future_pairs"):
            return True
        kind = "past" if words[at] in word_set("past_words") else "infinitive"
    if kind == "open":
        return None
    if kind == "modal":  # may, not May
        return True if tokens.forms[at].islower() and words[at + 1] != "have" else None
    if kind == "infinitive":
        return True if before == "to" else None
    if before == "be" and kind in ("participle", "past"):  # will be held
        return None
    if kind == "participle":
        return None if len(words[at]) < 5 or before in ("and", "the", "a") else False
    return kind == "future"


@cache
def _cues() -> Mapping[str, str]:
    pairs = {pair.split()[0] for pair in word_set("future_pairs")}
    kinds = {
        "open": word_set("open_words"),
        "infinitive": word_set("future_infinitives"),
        "past": word_set("past_words"),
        "future": word_set("future_words"),
        "modal": word_set("future_modals"),
    }
    return {word: kind for kind, words in (kinds | {"pair": pairs}).items() for word in words}
