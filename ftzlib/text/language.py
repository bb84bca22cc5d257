"""Whether a text is English, which is the only language that the rules read.

Finds     texts in another script, and texts whose small words are those of another language.
Leaves    what is too short to tell, and English with names and words of another language in it.
Example   "La zona franca ha recibido 40 empresas de la región, y las exportaciones ..." -> no
"""

import re
from unicodedata import name

from ftzlib.grammar import lexicon

_WORD = re.compile(r"[^\W\d_]+")
LEAST_WORDS = 12  # of a text whose language its small words can tell
FEW, MANY = 0.1, 0.15  # of all words: fewer than in any English prose, as many as in that of other languages


def is_english(text: str) -> bool:
    """Tell whether a text is written in English, as far as its letters and its small words show."""
    words = [word.lower() for word in _WORD.findall(text)]
    letters = "".join(words)
    foreign = sum(
        not sign.isascii() and not name(sign, "LATIN").startswith(("LATIN", "FULLWIDTH LATIN")) for sign in letters
    )
    if 2 * foreign > len(letters):
        return False
    if len(words) < LEAST_WORDS:
        return True
    english, other = (sum(map(lexicon.words("language", small).__contains__, words)) for small in ("english", "others"))
    return english >= FEW * len(words) or other < MANY * len(words)
