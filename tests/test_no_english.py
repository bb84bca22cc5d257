"""No English word stands in the code that reads: the language is data, in ``grammar/english``."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from cases import for_each

from ftzlib.facts.records import COLUMNS, PREFIXES

PACKAGE = Path(__file__).parent.parent / "ftzlib"
MODULES = {
    f"{path.parent.name}.{path.stem}": path for room in ("grammar", "reader") for path in (PACKAGE / room).glob("*.py")
}
TABLES_OF_WORDS = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in (PACKAGE / "grammar/english").glob("*.toml")
}
#: What stands in a table besides words: patterns, and the names of kinds, lists and classes.
NO_WORDS = {"parts", "rule", "written", "from", "cues", "exclusive", "reference"}
#: An expression over the words of a text, and methods that look for a word or into one.
OF_TEXT = re.compile(r"\bwords?\b|\bforms\b|\bhead\b|\bgap\b")
LOOK_FOR, LOOK_INTO = {"index", "count", "isdisjoint"}, {"startswith", "endswith", "removesuffix", "removeprefix"}
ENDING = 3  # letters, up to which a word's end (*-ing*) is no word
NAME = re.compile(r'"[^"]*"|\b([a-z_]+)\b')
OF_PATTERNS = {"any", "not", "sign"}  # what patterns are written with themselves


def walk(node):
    """Yield the keys and texts of a table, whatever stands in it."""
    if isinstance(node, dict):
        for key, each in node.items():
            yield "key", key
            yield from walk(each)
    elif isinstance(node, list):
        for each in node:
            yield from walk(each)
    elif isinstance(node, str):
        yield "text", node


LISTS = [{key: each for key, each in table.items() if key not in NO_WORDS} for table in TABLES_OF_WORDS.values()]
WORDS = {text for kind, text in walk(LISTS) if kind == "text" and re.fullmatch("[a-z]{2,}", text)}
PATTERNS = [
    text for t in TABLES_OF_WORDS.values() for name in ("parts", "written") for _, text in walk(t.get(name, {}))
]
RULES = [rule for table in TABLES_OF_WORDS.values() for rule in table.get("rule", ())]
NAMES = (
    {*TABLES_OF_WORDS, *PREFIXES, *OF_PATTERNS, *(name for names in COLUMNS.values() for name in names)}
    | {key for kind, key in walk(list(TABLES_OF_WORDS.values())) if kind == "key"}
    | {name for pattern in (*PATTERNS, *(rule["find"] for rule in RULES)) for name in NAME.findall(pattern)}
    | {str(given).split(":")[0] for rule in RULES for given in rule.values()}
    | {text for _, text in walk([table.get("reference", {}) for table in TABLES_OF_WORDS.values()])}
)


def around(tree):
    """Yield each text in code that is no docstring, and the comparison, call or key that it stands in."""
    above = {inner: node for node in ast.walk(tree) for inner in ast.iter_child_nodes(node)}
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            place = above[node]
            while not isinstance(place, ast.Compare | ast.Call | ast.Subscript | ast.Dict | ast.keyword | ast.stmt):
                place = above[place]
            yield node.value, place


def is_no_word(text, place):
    """Tell whether a text is a key, or the end of words."""
    return isinstance(place, ast.Subscript) or (method(place) in LOOK_INTO and len(text) <= ENDING)


def is_of_text(place):
    compared = re.sub("'[^']*'", "", ast.unparse(place)) if isinstance(place, ast.Compare) else ""
    return method(place) in LOOK_FOR | LOOK_INTO or OF_TEXT.search(compared) is not None


def method(place):
    return place.func.attr if isinstance(place, ast.Call) and isinstance(place.func, ast.Attribute) else None


def english(code):
    """Words of the language in code: all that are held against the text's, and others that are nobody's name."""
    found = [(word, place) for word, place in around(ast.parse(code)) if word in WORDS and not is_no_word(word, place)]
    return {word for word, place in found if is_of_text(place) or word not in NAMES}


@for_each(sorted(MODULES))
def test_no_english_word_stands_in_code(module):
    assert english(MODULES[module].read_text("utf-8")) == set()


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("tokens.words[at] == 'of'", {"of"}),
        ("words[at : at + 2] in (['the', 'total'], ['in', 'all'])", {"the", "total", "in", "all"}),
        ("word.endswith(('zone', 'xyz'))", {"zone"}),
        ("SAID = ('stressed', 'noted')", {"stressed", "noted"}),
        ("rule['name'] == 'will'", set()),
        ("lexicon.words('speech', 'say')", set()),
    ],
)
def test_what_counts_as_an_english_word(code, found):
    assert english(code) == found
