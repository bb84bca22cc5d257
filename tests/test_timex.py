"""Time expressions: resolved at their own granularity, or left unresolved with a reason."""

import pytest
from drawn import drawn

import ftzlib as ftz

RESOLVED = [  # all said on Friday 2020-11-06
    "He spoke on [Thursday|2020-11-05].",
    "He spoke on [Friday|2020-11-06].",
    "He spoke [last Friday|2020-10-30].",
    "The port will open on [Monday|2020-11-09].",
    "The area, unveiled in [late August last year|2019-08 END], grew.",
    "He spoke [yesterday|2020-11-05] and not [today|2020-11-06].",
    "He spoke on [Aug. 20|2020-08-20].",
    "He spoke on [12 Nov 2019|2019-11-12].",
    "He spoke on [Nov. 29, 2019|2019-11-29].",
    "He spoke on [2019-11-29|2019-11-29].",
    "It opened in [August 2019|2019-08].",
    "It opened in [2019|2019]. By the [end of that year|2019 END] it had grown.",
    "By the [end of next year|2021 END], five will open.",
    "In the [first half|2020-H1] trade grew.",
    "In the [first quarter of 2018|2018-Q1] trade grew.",
    "From [January|2020-01] to [July|2020-07] trade grew.",
    "From [January|2019-01] to [July 2019|2019-07] trade grew.",
    "Over the [past three years|DURATION P3Y] it grew.",
    "In the [first eight months of 2019|DURATION P8M] it grew.",
    "It was set up [five years ago|2015].",
    "It grew [last week|2020-W44].",
    "It grew [last month|2020-10].",
    "It will open in [early December|2020-12 START].",
    "It will be ready by [mid-2021|2021 MID].",
    "He spoke on [Tuesday|2020-11-03] and left the [previous day|2020-11-02].",
    "Since its founding in [2015|2015] it has grown.",
    "Ships call [every week|SET P1W].",
]
NOTHING = [
    "So far the zone has grown, and recently it grew faster.",
    "Clearance was cut to three days and takes 40 minutes.",
    "More routes may follow in the near future.",
    "April Li and Sun Hao march on.",
    "The 14th Five-Year Plan, a five-year effort, asks for 24-hour service.",
    "Trade rose 5 percent year on year.",
    "The zone has 2,020 firms and made 2013 tons.",
]


def say(row):
    kind = None if row["type"] == "DATE" else row["type"]
    return kind, row["value"], row["mod"]


@pytest.mark.parametrize("sentence", RESOLVED + NOTHING)
def test_dates_are_found_as_drawn(sentence):
    expected, found = drawn(sentence, "dates", say)
    assert found == expected


def test_without_a_day_of_publication_relative_dates_stay_unresolved():
    facts = ftz.parse("He spoke on Thursday. Trade grew last year, and in 2015.")
    assert [row["value"] for row in facts.rows("dates")] == [None, None, "2015"]
    assert [row["code"] for row in facts.rows("findings")] == ["unresolved-date", "unresolved-date"]
    assert facts.document.source.published_basis == "unknown"


def test_a_numbered_expo_that_opened_on_its_weekday_gives_the_day():
    text = "The fifth China International Import Expo opened in Shanghai on Friday. A delegation came on Sunday."
    facts = ftz.parse(text)
    assert [row["value"] for row in facts.rows("dates")] == ["2022-11-04", "2022-11-06"]
    assert facts.document.source.published_basis == "inferred"


def test_an_expo_on_the_wrong_weekday_gives_nothing():
    facts = ftz.parse("The fifth China International Import Expo opened in Shanghai on Monday.")
    assert facts.rows("dates")[0]["value"] is None


def test_a_day_that_the_calendar_lacks_is_refused():
    (row,) = ftz.parse("It opened on Feb. 30, 2019.").rows("dates")
    assert row["value"] is None
