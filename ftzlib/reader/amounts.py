"""An amount in its text, with the one before and the one behind it: what rules for what it measures are asked about.

The rules stand in ``english/measurand.toml``.
"""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import table
from ftzlib.reader import numbers, phrases, syntax, units
from ftzlib.reader.mentions import Amount
from ftzlib.text.tokens import Tokens

REACH = 120  # words before a number, and behind it, that its rules may ask for
UNITS = {
    **{"percent": "Share", "percentage_points": "Points", numbers.TIMES: "Times"},
    **dict.fromkeys(units.TIMES, "Time"),
    **dict.fromkeys(units.AREAS, "Surface"),
}
rules = partial(table, "measurand")


class Place(NamedTuple):
    """An amount in its text, with the one before and the one behind it."""

    tokens: Tokens
    tags: str
    laid: str
    amount: Amount
    before: Amount | None
    following: Amount | None

    @property
    def cue(self) -> int:
        """The token before the number and its *more than*."""
        return phrases.back_over_mods(self.tokens, self.amount.first)

    def says(self, name: str, at: int) -> bool:
        """Tell whether token `at` is in a list of ``english/measurand.toml``."""
        return self.tokens.words[at] in lexicon.words("measurand", name)

    @property
    def grown(self) -> bool:
        """Whether a noun of change stands before it: *a growth of 24 percent*."""
        return self.tokens.words[self.cue - 1] in syntax.words("change_nouns")

    @property
    def is_as_heavy(self) -> bool:
        """Whether the one before is of its unit, and none of money: *3 tons of cargo and received 2 tons*."""
        unit = self.amount.unit
        return self.before is not None and self.before.unit == unit and not units.is_money_code(unit or "")


def laid(tokens: Tokens, amounts: Sequence[Amount]) -> str:
    """Return the letters of a text with its amounts laid over it."""
    layers = rules().layers
    return layers.lay(layers.tag(tokens), [(kind(tokens, amount), amount.first, amount.last) for amount in amounts])


def kind(tokens: Tokens, amount: Amount) -> str:
    """Return what an amount is to the rules."""
    if amount.unit is None:
        return "Figure" if tokens.shapes[amount.first] == "0" else "Bare"
    if amount.noun:
        return "Counted"
    return UNITS.get(amount.unit, "Sum")
