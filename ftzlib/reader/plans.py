"""Whether a number lies ahead of its report; the rules stand in ``english/planned.toml``.

Example   "The port will open five berths" -> planned
"""

from functools import cache

from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules
from ftzlib.reader import clauses, promises, statuses
from ftzlib.reader.mentions import Amount, Measure
from ftzlib.text.tokens import Tokens

REACH = 120  # words before a number that may say so
BEHIND = 40  # ... and behind it
KINDS = {kind: () for kind in ("Clause", "Done", "Planned", "Counted", "Other")}


def is_planned(tokens: Tokens, tags: str, amount: Amount, first: int, earlier: Measure | None) -> bool:
    """Tell whether a number lies ahead: *will open five*, *is expected to exceed*, *Nine centers ... will be*.

    Parameters
    ----------
    amount : Amount
    first : int
        Its first token, or that of what says its state before it (*Tasks planned: 165*).
    earlier : Measure, optional
        The number before.
    """
    sentence = tokens.sentence_at(first)
    if promises.leads(tokens, sentence):
        return True
    layers, laid = _rules().layers, _laid(tokens)
    opens, closes = tokens.bounds(sentence)
    opens = max(opens, first - REACH)
    clause = max(clauses.clause_start(tokens, tags, first), opens)
    ahead = laid[opens:first]
    if earlier and earlier.planned and opens <= earlier.amount.first < first:
        ahead = layers.lay(ahead, [("Planned", earlier.amount.first - opens, min(earlier.amount.last, first) - opens)])
    ahead = f"{ahead[: clause - opens]}{layers.sign('Clause')}{ahead[clause - opens :]}"
    kind = "Counted" if amount.noun else "Other"
    around = f"{ahead}{layers.asked(kind)}{laid[amount.last : min(closes, amount.last + BEHIND)]}"
    rule = next((rule for rule, _ in _rules().fitting(around, kind)), None)
    return rule is not None and rule.get("gives") != "nothing"


def _laid(tokens: Tokens) -> str:
    """Return the letters of a text with the verbs of a status laid over it, worked out once."""
    rules = _rules()
    if (laid := tokens.tags.get(rules)) is None:
        verbs = (("Done", first, last) for _, first, last in statuses.verbs(tokens))
        tokens.tags[rules] = laid = rules.layers.lay(rules.layers.tag(tokens), verbs)
    return laid


@cache
def _rules() -> Rules:
    classes = {"verbs": lexicon.load("commitments")["verbs"], "around": lexicon.load("modality")["around"]["words"]}
    return Rules("planned", KINDS, classes)
