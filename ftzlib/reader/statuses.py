"""How far what a number counts has come, whether it lies ahead, and over what it holds.

The rules stand in ``english/statuses.toml`` and ``english/planned.toml``, the verbs in ``english/done.toml``.

Example   "and 96 have been fully implemented" -> implemented; "The port will open five berths" -> planned
"""

from functools import cache, partial

from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules, table
from ftzlib.grammar.words import Memo
from ftzlib.reader import promises, syntax
from ftzlib.reader.mentions import Amount, Measure
from ftzlib.text.tokens import Tokens

FAR = 40  # words behind a number in which its verb stands (*95 percent of the 159 tasks ... have been fulfilled*)
REACH = 120  # words before a number that may say that it lies ahead
DONE = ("Total", "Implemented", "Formed", "Promoted")
_statuses, _planned = partial(table, "statuses"), partial(table, "planned")
_IS_SUBJECT = Memo(
    lambda word: (
        (f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")) in lexicon.words("modality", "subjects")
    )
)


def has_status(indicator: str | None) -> bool:
    """Tell whether what is counted is a task, measure, innovation or the like."""
    return _IS_SUBJECT[indicator.lower().split()[-1]] if indicator else False


def status(tokens: Tokens, first: int, last: int, *, of_whole: bool, is_whole: bool) -> str | None:
    """Return the status that the verb of a number gives, which stands with its noun from `first` to `last`, or None.

    Where it is `of_whole`, *of* and a whole stand behind it and its verb farther on; where it `is_whole`, a part of it
    stands before (*half of its 129 tasks*), whose verb is not the whole's.
    """
    rules, laid = _statuses(), _laid(tokens, _statuses())
    behind = rules.past("pointer", laid, last, len(laid)) if of_whole and not is_whole else last
    kind = "Whole" if is_whole else "Far" if of_whole and behind == last else "Near"
    within = syntax.clause_start(tokens, first), behind + FAR
    for rule, found in rules.around(laid, kind, (first, behind), within):
        return str(rule["gives"]) if "gives" in rule else _names()[laid[found["done"][0]]]
    return None


def scope(tokens: Tokens, last: int, end: int) -> str | None:
    """Return ``nationwide``, ``province`` or a place's words, over which a number behind `last` holds."""
    rules = _statuses()
    fits = list(rules.around(_laid(tokens, rules), "Scope", (last, last), (last, end)))
    if not fits:
        return None
    rule, found = min(fits, key=lambda fit: fit[1]["upto"][1])  # the nearest to the number
    return str(rule["gives"]) if "gives" in rule else tokens.said(*found["place"])


def is_copied(tokens: Tokens, last: int) -> bool:
    """Tell whether what is counted before token `last` goes on to be copied: *formed 173, which were replicated*."""
    return _statuses().part("then_copied").match(_laid(tokens, _statuses()), last) is not None


class Plans:
    """What a text tells of as lying ahead; each sentence is asked once for all of its numbers."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens, self.laid = tokens, _laid(tokens, _planned())
        self.lists_targets = _planned().part("targets_below").search(self.laid) is not None
        self.told: dict[int, bool | None] = {}  # of a sentence, whether all, none or (None) some of its numbers do

    def have(self, amount: Amount, first: int, earlier: Measure | None) -> bool:
        """Tell whether a number lies ahead: *will open five*, *is expected to exceed*, *Nine centers ... will be*.

        It, or what says its state before it (*Tasks planned: 165*), starts with token `first`; `earlier` is the one
        before.
        """
        tokens, rules, sentence = self.tokens, _planned(), self.tokens.sentence_at(first)
        if sentence not in self.told:
            self.told[sentence] = self._tells(sentence)
        goes_on = earlier if earlier and earlier.planned else None
        if (told := self.told[sentence]) or (told is False and not goes_on):
            return bool(told)
        opens, closes = tokens.bounds(sentence)
        opens = max(opens, first - REACH)
        clause, ahead = max(syntax.clause_start(tokens, first), opens) - opens, self.laid[opens:first]
        if goes_on and opens <= goes_on.amount.first < first:
            place = goes_on.amount.first - opens, min(goes_on.amount.last, first) - opens
            ahead = rules.layers.lay(ahead, [("Planned", *place)])
        kind = _kind(tokens, amount)
        ahead = f"{ahead[:clause]}{rules.layers.sign('Clause')}{ahead[clause:]}"
        around = f"{ahead}{rules.layers.asked(kind)}{self.laid[amount.last : min(closes, amount.last + FAR)]}"
        return next((rule.get("gives") != "nothing" for rule, _ in rules.fitting(around, kind)), False)

    def _tells(self, sentence: int) -> bool | None:
        """Tell whether it is in a list that *the area will:* or *the main targets for 2023:* opens, or has no cue."""
        part, (first, last) = _planned().part, self.tokens.bounds(sentence)
        opens = self.tokens.bounds(max(sentence - promises.MAX_LINES, 0))[0]
        lists = part("targets_below").finditer(self.laid, opens, last + 1) if self.lists_targets else ()
        if promises.leads(self.tokens, sentence) or any(one.start("lines") < first < one.end() for one in lists):
            return True
        return None if part("gate").search(self.laid, first, last) else False


def _kind(tokens: Tokens, amount: Amount) -> str:
    # *the 9,800-kilometer trip*, not *the 7-percent target*
    hyphened = amount.number < amount.last and tokens.words[amount.number] == "-" and amount.unit != "percent"
    return "Counted" if amount.noun else "Attribute" if hyphened else "Other"


def _laid(tokens: Tokens, rules: Rules) -> str:
    if rules not in tokens.tags:
        done, base = table("done"), syntax.verbs()["base"]
        tags = done.layers.tag(tokens)
        found = done.within(tags, 0, len(tags), lambda rule, verb: (str(rule["gives"]), verb.start(), verb.start() + 1))
        verbs = [verb for verb in found if verb[0] != "nothing"]
        plain = (("Base" if tokens.words[at] in base else "Done", at, behind) for _, at, behind in verbs)
        named = ((name.capitalize(), at, behind) for name, at, behind in verbs)
        for each, laid in ((_statuses(), named), (_planned(), plain)):
            tokens.tags[each] = each.layers.lay(each.layers.tag(tokens), laid)
    return tokens.tags[rules]


@cache
def _names() -> dict[str, str]:
    return {_statuses().layers.sign(kind): kind.lower() for kind in DONE}
