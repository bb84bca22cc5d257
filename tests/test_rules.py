"""Every rule of a table that is scanned for finds the words that it was made for."""

import pytest

from ftzlib.reader import events, sectors, zones
from ftzlib.text import segment
from ftzlib.text.tokens import tokenize

RULES = [
    (module.__name__.rsplit(".")[-1], module, rule)
    for module in (events, sectors, zones)
    for rule in module.rules().rules
]


@pytest.mark.parametrize(("table", "module", "rule"), RULES, ids=[f"{t}: {rule['name']}" for t, _, rule in RULES])
def test_a_rule_finds_its_own_words(table, module, rule):
    for text in rule["text"].split("; "):
        tags = module.rules().layers.tag(tokenize(text, segment.sentences(text)))
        assert [found["name"] for found, _ in module.rules().scan(tags) if found is rule], text
