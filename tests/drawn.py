"""The answer drawn in the sentence: "carries [106 tasks|106 count total] and [96|96 count implemented]"."""

import re

import ftzlib as ftz

_MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


def bare(sentence):
    """Return a drawn sentence as it was before somebody drew in it."""
    return _MARK.sub(lambda mark: mark[1], sentence)


def drawn(sentence, table, describe, published="2020-11-06"):
    """Parse a drawn sentence; return it, and the same sentence as the parser would draw it."""
    text = bare(sentence)
    facts = ftz.parse(text, published=published)
    answer = text
    for row in reversed(facts.rows(table)):
        label = " ".join(str(part) for part in describe(row) if part is not None)
        answer = f"{answer[: row['start']]}[{row['quote']}|{label}]{answer[row['end'] :]}"
    return sentence, answer
