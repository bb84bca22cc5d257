"""What extractors find before it is known what it goes back to: the step between tokens and records.

Zones that may stand for another, amounts without a noun, speech without a name, promises without an
actor. `ftzlib.reader.metrics` turns them into records.
"""

from typing import NamedTuple

from ftzlib.text.spans import Span

Range = tuple[int, int]

SAME = "same as the amount before"  # marks an indicator that the text does not repeat


class Mention(NamedTuple):
    """A place in the text that names a zone, or may stand for one.

    Attributes
    ----------
    span : Span
    first : int
        Its first token.
    name : str or None
        Canonical name; None for what only stands for a zone.
    rule : str
    aside : bool
        Whether it is an example, or where somebody goes or comes from, and not what its sentence is about.
    """

    span: Span
    first: int
    name: str | None
    rule: str
    aside: bool = False


class Amount(NamedTuple):
    """A number in the text.

    Attributes
    ----------
    first, last : int
        Its tokens, from the currency sign or number to the end of the unit or counted noun phrase.
    number : int
        Token behind the number itself, scale included.
    value : int or float
    unit : str or None
        None for a bare number (*and 96 have been implemented*).
    mod : str or None
    noun : tuple of int, or None
        Tokens of the counted noun phrase.
    """

    first: int
    last: int
    number: int
    value: int | float
    unit: str | None
    mod: str | None = None
    noun: Range | None = None


class Measure(NamedTuple):
    """An amount with what the words around it say.

    Attributes
    ----------
    amount : Amount
    indicator : str or None
        None for a bare number, `SAME` where the amount before it gives it.
    status : str or None
        None where no verb gives one.
    planned : bool
    change : str or None
    scope : str or None
        ``nationwide``, ``province`` or a place as worded.
    rule : str
        How the indicator was found.
    """

    amount: Amount
    indicator: str | None
    status: str | None
    planned: bool
    change: str | None
    scope: str | None
    rule: str


class Speech(NamedTuple):
    """One statement before its speaker is known.

    Attributes
    ----------
    content : tuple of int
        Tokens of what is reported.
    speaker : tuple of int, or None
        Tokens that name the speaker; None where a quotation goes on without one.
    cue : str or None
    rule : str
    """

    content: Range
    speaker: Range | None
    cue: str | None
    rule: str


class Promise(NamedTuple):
    """One promise before its actor is known.

    Attributes
    ----------
    clause : tuple of int
        Tokens of the clause.
    subject : tuple of int, or None
        Tokens that name who promises; None for a passive.
    rule : str
    """

    clause: tuple[int, int]
    subject: Range | None
    rule: str
