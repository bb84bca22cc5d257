"""Chinese names in pinyin, told by their family name and their syllables."""

import re
from functools import cache

from ftzlib.grammar import lexicon


def is_chinese(family: str, given: str) -> bool:
    """Tell whether two words in lower case are a Chinese name.

    Examples
    --------
    >>> is_chinese("xue", "qingguo"), is_chinese("port", "authority")
    (True, False)
    """
    given = given.replace("’", "'")
    places = lexicon.load("places")
    return (
        family in _families()
        and f"{family} {given}" not in places["not_names"]
        and not is_place(given)
        and is_given(given)
    )


def is_given(word: str) -> bool:
    """Tell whether a word in lower case is one or two syllables of pinyin."""
    return bool(_pinyin().fullmatch(word.replace("-", "")))


def is_place(word: str) -> bool:
    """Tell whether a word in lower case is a province or a city."""
    return word in _places()


@cache
def _families() -> frozenset[str]:
    return frozenset(lexicon.load("people")["surnames"].split())


@cache
def _places() -> frozenset[str]:
    places = lexicon.load("places")
    return frozenset(place.lower() for key in ("provinces", "cities") for place in places[key])


@cache
def _pinyin() -> re.Pattern[str]:
    data = lexicon.load("people")
    initials = "|".join(sorted(data["initials"].split(), key=len, reverse=True))
    finals = "|".join(sorted(data["finals"].split(), key=len, reverse=True))
    syllable = f"(?:{initials})?(?:{finals})"
    return re.compile(f"{syllable}(?:'?{syllable})?")
