"""The three kinds of figure that a sentence may carry, and the fourth that it must not.

`Stated`      the source says it: a value and the words that state it
`Indicator`   worked out here: a value with its formula and the ids of the facts that went in
`Reference`   another source says it: a value with its address
`Missing`     nobody says it: no value, and the reason
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Number: TypeAlias = int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A value that the source states.

    Attributes
    ----------
    id : str
        Id of the row, which is also the address of its words on the page.
    value : number or str
        A number, a TIMEX3 value, or the words themselves (a name, a clause).
    quote, sentence : str
        The words that state it, and the sentence that they stand in.
    unit, mod : str or None
        As in the facts contract.
    """

    id: str
    value: Number | str
    quote: str
    sentence: str = ""
    unit: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A value worked out from facts.

    Attributes
    ----------
    name, formula : str
        What it is, and how it was made, with the numbers put in.
    value : number or None
        None where it cannot be worked out; `reason` then says why, in a sentence. Of a range, the middle.
    low, high : number or None
        The ends of a range, where a fact that went in is itself imprecise.
    unit, mod : str or None
        ``mod`` as in the facts contract: *more than 95 percent* gives *more than*.
    inputs : tuple of str
        Ids of the facts that went in.
    form : str
        How it is written where nothing else is asked for (``.1%``).
    assumption : str or None
        What has to hold for the value to mean anything.
    """

    name: str
    value: Number | None
    formula: str = ""
    inputs: tuple[str, ...] = ()
    low: Number | None = None
    high: Number | None = None
    unit: str | None = None
    mod: str | None = None
    form: str = ""
    reason: str | None = None
    assumption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A value that another source gives; `confidence` is high, medium or low, where it was judged."""

    value: Number | str
    url: str
    publisher: str
    date: str | None = None
    unit: str | None = None
    mod: str | None = None
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """What nobody gives; `reason` says so in a sentence."""

    reason: str


Figure: TypeAlias = Stated | Indicator | Reference | Missing
