"""Holds the parser against libraries that do one part well, where they do it well; run by ``make bench``.

sentencex splits sentences, dateparser knows dates in full and (told to) weekdays. What they get wrong on press
articles, datelines, captions and *late August last year*, is left out: `tests/` says what is right there.
"""

import datetime as dt
from pathlib import Path

import dateparser
import pytest
import sentencex

import ftzlib as ftz

TEXTS = sorted((Path(__file__).parents[1] / "corpus").glob("*.txt"))
FORMS = ["%d %B %Y", "%B %d, %Y", "%b %d, %Y", "%d %b %Y", "%A, %B %d, %Y", "%Y-%m-%d", "%Y/%m/%d"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
TURN_OF_YEAR = [dt.date(2019, 12, 22) + dt.timedelta(day) for day in range(75)]  # to beyond the leap day


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_sentences_end_where_sentencex_ends_them(path):
    facts = ftz.read(path)
    text = facts.document.text
    ends = {kind: {one.span.end for one in facts.sentences if one.kind == kind} for kind in ("headline", "body")}
    captions = [one.span for one in facts.sentences if one.kind == "caption"]
    found = sentencex.get_sentence_boundaries("en", text)
    theirs = {one["start_index"] + len(one["text"].rstrip()) for one in found}
    assert ends["headline"] | ends["body"] == {
        end for end in theirs if not any(span.start < end <= span.end for span in captions)
    }


@pytest.mark.parametrize("form", FORMS)
def test_a_date_in_full_is_the_day_that_dateparser_takes_it_for(form):
    days = [dt.date(2019, 1, 1) + dt.timedelta(day) for day in range(0, 730, 5)]
    differing = [words for words in (day.strftime(form) for day in days) if ours(words) != theirs(words)]
    assert differing == []


@pytest.mark.parametrize("weekday", WEEKDAYS)
def test_a_weekday_is_the_day_that_dateparser_takes_it_for(weekday):
    assert [day for day in TURN_OF_YEAR if ours(weekday, day) != theirs(weekday, day)] == []


def ours(words: str, published: dt.date = TURN_OF_YEAR[0]) -> str:
    (row,) = ftz.parse(f"He spoke on {words} in Jinan.", published=published).rows("dates")
    return str(row["value"])


def theirs(words: str, base: dt.date = TURN_OF_YEAR[0]) -> str | None:
    settings = {"RELATIVE_BASE": dt.datetime.combine(base, dt.time()), "PREFER_DATES_FROM": "current_period"}
    found = dateparser.parse(words, languages=["en"], settings=settings)
    return found.date().isoformat() if found else None
