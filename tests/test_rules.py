"""Every rule of a table that is scanned for, or that says where a clause starts, finds the words that it was made for."""

from cases import for_each

from ftzlib.grammar.rules import table
from ftzlib.reader import events, sectors, syntax, whose, zones
from ftzlib.text import segment
from ftzlib.text.tokens import tokenize

RULES = [
    (module.__name__.rsplit(".")[-1], module, rule)
    for module in (events, sectors, zones)
    for rule in module.rules().rules
]


@for_each(RULES)
def test_a_rule_finds_its_own_words(table, module, rule):
    for text in rule["text"].split("; "):
        tags = module.rules().layers.tag(tokenize(text, segment.sentences(text)))
        assert [found["name"] for found, _ in module.rules().scan(tags) if found is rule], text


@for_each(syntax.rules().rules)
def test_a_clause_starts_where_its_rule_says(rule):
    layers = syntax.rules().layers
    for text in rule["text"].split("; "):
        tags = syntax.tag(tokenize(text, segment.sentences(text)))
        around = [
            (f"{tags[:at]}{layers.asked(kind)}{tags[at + 1 :]}", kind)
            for kind in ("And", "Comma", "That")
            for at, tag in enumerate(tags)
            if tag in syntax.letters(kind.lower())
        ]
        assert any(found is rule for each in around for found, _ in syntax.rules().fitting(*each)), text


@for_each(whose.rules().rules)
def test_a_zone_in_passing_is_found_by_the_words_of_its_rule(rule):
    for text in rule["text"].split("; "):
        tokens = tokenize(text, segment.sentences(text))
        laid = whose.lay(tokens, zones.mentions(tokens))
        assert any(found is rule for found, _ in whose.rules().each(laid)), text


@for_each(table("done").rules)
def test_a_verb_of_a_status_is_found_by_the_words_of_its_rule(rule):
    for text in rule["text"].split("; "):
        tags = table("done").layers.tag(tokenize(text, segment.sentences(text)))
        assert rule in table("done").within(tags, 0, len(tags), lambda found, _: found), text


AHEAD = [rule for rule in table("planned").rules if "Planned" not in rule["find"]]


@for_each([text for rule in AHEAD if "gives" not in rule for text in rule["text"].split("; ")])
def test_the_gate_of_what_lies_ahead_opens_for_every_rule(text):
    rules = table("planned")
    assert rules.part("gate").search(rules.layers.tag(tokenize(text, segment.sentences(text))))
