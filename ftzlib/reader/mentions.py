"""What extractors find before it is known what it goes back to: the step between tokens and records.

Zones that may stand for another, amounts without a noun, speech without a name, promises without an
actor. `ftzlib.reader.metrics` turns them into records.
"""

from typing import NamedTuple

from ftzlib.text.spans import Span

Range = tuple[int, int]  # the first token of something, and the one behind it

SAME = "same as the amount before"  # marks an indicator that the text does not repeat


class Mention(NamedTuple):
    """A place in the text that names a zone, or may stand for one."""

    span: Span
    first: int  # its first token
    name: str  # canonical; empty for what only stands for a zone that is not known
    rule: str
    aside: bool = False  # an example, or where somebody goes or comes from, and not what its sentence is about


class Amount(NamedTuple):
    """A number in the text."""

    first: int  # its tokens, from the currency sign or number
    last: int  # ... to the end of the unit or counted noun phrase
    number: int  # token behind the number itself, scale included
    value: int | float
    unit: str | None  # None for a bare number (*and 96 have been implemented*)
    mod: str | None = None
    noun: Range | None = None  # the counted noun phrase


class Measure(NamedTuple):
    """An amount with what the words around it say."""

    amount: Amount
    indicator: str | None  # None for a bare number, `SAME` where the amount before it gives it
    status: str | None  # None where no verb gives one
    planned: bool
    change: str | None
    scope: str | None  # ``nationwide``, ``province``, ``city`` or a place as worded
    rule: str  # how the indicator was found


class Speech(NamedTuple):
    """One statement before its speaker is known."""

    content: Range  # what is reported
    speaker: Range | None  # who says it; None where a quotation goes on without one
    cue: str | None
    rule: str


class Promise(NamedTuple):
    """One promise before its actor is known."""

    clause: Range
    subject: Range | None  # who promises; None for a passive
    rule: str
