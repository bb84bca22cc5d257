"""Chinese names in pinyin, told by their family name and their syllables."""

from ftzlib.grammar import lexicon


def is_chinese(family: str, given: str) -> bool:
    """Tell whether two words in lower case are a Chinese name.

    Examples
    --------
    >>> is_chinese("xue", "qingguo"), is_chinese("port", "authority")
    (True, False)
    """
    given = given.replace("’", "'")
    place = given.capitalize() in lexicon.words("places", "provinces", "cities")
    other = place or f"{family} {given}" in lexicon.words("places", "not_names")
    return family in lexicon.words("people", "surnames") and not other and is_given(given)


def is_given(word: str) -> bool:
    """Tell whether a word in lower case is one or two syllables of pinyin."""
    return lexicon.written("people", "given").fullmatch(word) is not None
