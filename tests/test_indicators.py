"""Derived figures: what they are, what they rest on, and why there is none."""

import pytest
from gold import QINGDAO, gold

from ftzlib.evidence import days as timeline
from ftzlib.evidence.figures import Indicator, Missing, Stated
from ftzlib.evidence.wording import derived
from ftzlib.stories import indicators
from ftzlib.stories.questions import reforms


def number(value, mod=None, unit="count", id="m1"):
    return Stated(id=id, value=value, quote=str(value), unit=unit, mod=mod)


def date(value, mod=None, id="d1"):
    return Stated(id=id, value=value, quote=value, mod=mod)


@pytest.fixture(scope="module")
def qingdao():
    return reforms.answers(gold(QINGDAO))


@pytest.mark.parametrize(
    ("name", "shown", "formula", "inputs"),
    [
        ("rate", "90.6%", "96 / 106 = 0.906", ("m2", "m1")),
        ("left", "10", "106 − 96 = 10", ("m1", "m2")),
        ("share", "19.1%", "13 / 68 = 0.191", ("m4", "m3")),
        ("kept", "55", "68 − 13 = 55", ("m3", "m4")),
        ("age", "432 to 442", "21 to 31 August 2019 to 5 November 2020: 432 to 442 days", ("d2", "d1")),
        ("pace", "6.6 to 6.8", "96 / (432 to 442 days / 30.44) = 6.61 to 6.76", ("m2", "d2", "d1")),
        ("ahead", "45 to 46", "10 × 432 to 442 days / 96 = 45 to 46 days", ("m1", "m2", "d2", "d1")),
    ],
)
def test_each_derived_figure_of_the_seed_shows_its_formula_and_the_facts_that_went_in(
    qingdao, name, shown, formula, inputs
):
    figure = qingdao[name]
    assert (derived(figure), figure.formula, figure.inputs) == (shown, formula, inputs)


def test_a_forecast_is_said_with_its_assumption(qingdao):
    assert qingdao["ahead"].assumption == "what is left goes as fast as what is done"


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (number(1), number(4), "25.0%"),
        (number(0), number(4), "0.0%"),
        (number(3, "MORE_THAN"), number(4), "more than 75.0%"),
        (number(3), number(4, "MORE_THAN"), "less than 75.0%"),
        (number(3, "MORE_THAN"), number(4, "MORE_THAN"), "about 75.0%"),
        (number(3), number(4, "APPROX"), "about 75.0%"),
        (number(3, "APPROX"), number(4), "about 75.0%"),
        (number(95, "MORE_THAN", "percent"), number(159), "more than 95%"),
    ],
)
def test_a_rate_keeps_what_qualifies_its_parts(part, whole, shown):
    assert derived(indicators.rate("rate", part, whole)) == shown


@pytest.mark.parametrize(
    ("part", "whole", "reason"),
    [
        (number(3), number(0), "The whole is nothing, and nothing can be divided by it."),
        (number(138), number(128), "138 is more than the 128 that it is said to be part of."),
        (number(120, unit="percent"), number(128), "120 percent is more than the whole."),
        (number(101, unit="percent"), number(128), "101 percent is more than the whole."),
        (Missing("The source does not say how many."), number(128), "The source does not say how many."),
        (number(3), Missing("The source gives no total."), "The source gives no total."),
    ],
)
def test_without_two_facts_that_fit_there_is_no_rate_and_no_gap_but_a_reason(part, whole, reason):
    for figure in (indicators.rate("rate", part, whole), indicators.gap("gap", part, whole)):
        assert (figure.value, figure.reason) == (None, reason)


def test_what_is_left_of_a_percentage_is_qualified_the_other_way_round():
    left = indicators.gap("left", number(95, "MORE_THAN", "percent"), number(160))
    assert (derived(left), left.formula) == ("less than 8", "160 − 160 × 95% = 8")


@pytest.mark.parametrize(
    ("value", "mod", "read", "first", "last"),
    [
        ("2020-11-05", None, "5 November 2020", "2020-11-05", "2020-11-05"),
        ("2019-08", "START", "early August 2019", "2019-08-01", "2019-08-10"),
        ("2019-08", "MID", "mid-August 2019", "2019-08-11", "2019-08-20"),
        ("2019-08", "END", "late August 2019", "2019-08-21", "2019-08-31"),
        ("2020-02", "END", "late February 2020", "2020-02-21", "2020-02-29"),
        ("2021", None, "2021", "2021-01-01", "2021-12-31"),
        ("2021", "END", "late 2021", "2021-09-01", "2021-12-31"),
        ("2021-Q1", None, "the first quarter of 2021", "2021-01-01", "2021-03-31"),
        ("2021-H2", None, "the second half of 2021", "2021-07-01", "2021-12-31"),
        ("2018-W17", None, "week 17 of 2018", "2018-04-23", "2018-04-29"),
    ],
)
def test_a_date_is_as_wide_as_its_words(value, mod, read, first, last):
    span = timeline.days(value, mod)
    assert span is not None
    assert (timeline.spell(value, mod), *map(str, span)) == (read, first, last)


@pytest.mark.parametrize("value", ["P3Y", "2020-13", "2020-02-30", "soon", "", None])
def test_what_is_no_date_has_no_days(value):
    assert timeline.days(value) is None


@pytest.mark.parametrize(
    ("start", "end", "low", "high"),
    [
        (date("2020-11-01"), date("2020-11-05"), 4, 4),
        (date("2020-10"), date("2020-11-05"), 5, 35),
        (date("2020-11"), date("2020-11-05"), None, None),
        (date("2020-11-05"), date("2020-11-01"), None, None),
        (Missing("The source gives no day."), date("2020-11-01"), None, None),
    ],
)
def test_days_between_dates_are_a_range_where_a_date_is_wide_and_none_where_they_leave_no_time(start, end, low, high):
    figure = indicators.days_between("days", start, end)
    assert (figure.low, figure.high) == (low, high)
    assert (figure.value is None) == bool(figure.reason)


def test_nothing_done_yet_is_no_pace_to_carry_forward():
    age = indicators.days_between("days", date("2020-01-01"), date("2020-12-31"))
    left = indicators.gap("left", number(0), number(10))
    figure = indicators.ahead("ahead", left, number(0), age)
    assert figure.value is None
    assert figure.reason == "Nothing is done yet, so there is no pace."


WIDE = Indicator(name="age", value=500, low=400, high=600, inputs=("d1", "d2"))
LEFT = Indicator(name="left", value=20, inputs=("m1", "m2"))
TASKS = Missing("The source does not say how many.")
DONE = "The source does not give the two dates between which to count."
PACE = "A pace needs a number that was done and the time that it took."


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (
            lambda: indicators.rate("rate", number(3, "MORE_THAN", id="m2"), number(4000)),
            Indicator(
                name="rate", value=3 / 4000, formula="3 / 4,000 = 0.001", inputs=("m2", "m1"), mod="MORE_THAN", form=".1%"
            ),
        ),
        (
            lambda: indicators.rate("rate", number(1), number(1, id="m2")),
            Indicator(name="rate", value=1.0, formula="1 / 1 = 1.000", inputs=("m1", "m2"), form=".1%"),
        ),
        (
            lambda: indicators.rate("rate", number(100, unit="percent"), number(8, id="m2")),
            Indicator(name="rate", value=1.0, formula="100% as stated", inputs=("m1",), form=".0%"),
        ),
        (
            lambda: indicators.rate("rate", number(2.5, "APPROX", "percent"), number(8, id="m2")),
            Indicator(name="rate", value=0.025, formula="2.5% as stated", inputs=("m1",), mod="APPROX", form=".1%"),
        ),
        (
            lambda: indicators.gap("left", number(1000, "EQUAL_OR_MORE", id="m2"), number(3500)),
            Indicator(
                name="left", value=2500, formula="3,500 − 1,000 = 2,500", inputs=("m1", "m2"), mod="EQUAL_OR_LESS"
            ),
        ),
        (
            lambda: indicators.gap("left", number(33, unit="percent", id="m2"), number(10, "LESS_THAN")),
            Indicator(name="left", value=6.7, formula="10 − 10 × 33% = 6.7", inputs=("m1", "m2"), mod="LESS_THAN"),
        ),
        (
            lambda: indicators.count("named", [number("Jinan", id="z1"), number(5, id="m5")]),
            Indicator(name="named", value=2, formula="2 named: Jinan; 5", inputs=("z1", "m5")),
        ),
        (lambda: indicators.count("named", []), Indicator(name="named", value=0, formula="none named")),
        (lambda: indicators.count("named", [], "No list."), Indicator(name="named", value=None, reason="No list.")),
        (
            lambda: indicators.part_of("share", 1000, 4000, "rows", ("m1",)),
            Indicator(
                name="share", value=0.25, formula="1,000 / 4,000 rows = 0.250", inputs=("m1",), form=".0%"
            ),
        ),
        (
            lambda: indicators.part_of("share", 0, 0, "rows", ("m1",)),
            Indicator(name="share", value=None, reason="The source has no rows, so there is no share of them."),
        ),
        (
            lambda: indicators.days_between("age", date("2020-01-01"), date("2020-12-31")),
            Indicator(
                name="age", value=365, low=365, high=365, inputs=("d1",), unit="day", form=",.0f",
                formula="1 January 2020 to 31 December 2020: 365 days",
            ),
        ),
        (
            lambda: indicators.days_between("age", date("2020-01-01"), date("2020-01-02", id="d2")),
            Indicator(
                name="age", value=1, low=1, high=1, inputs=("d1", "d2"), unit="day", form=",.0f",
                formula="1 January 2020 to 2 January 2020: 1 days",
            ),
        ),
        (
            lambda: indicators.days_between("age", date("P3Y"), date("2020-01-02")),
            Indicator(name="age", value=None, reason=DONE, inputs=("d1",)),
        ),
        (
            lambda: indicators.days_between("age", date("2020-01-02"), date("2020-01-02")),
            Indicator(name="age", value=None, reason="The two dates leave no time between them.", inputs=("d1",)),
        ),
        (
            lambda: indicators.pace("pace", number(1000, "MORE_THAN"), WIDE),
            Indicator(
                name="pace",
                value=(1000 * indicators.MONTH / 600 + 1000 * indicators.MONTH / 400) / 2,
                low=1000 * indicators.MONTH / 600,
                high=1000 * indicators.MONTH / 400,
                formula="1,000 / (400 to 600 days / 30.44) = 50.73 to 76.09",
                inputs=("m1", "d1", "d2"),
                mod="MORE_THAN",
                form=".1f",
                assumption="all that is counted was done since the first day, at one pace",
            ),
        ),
        (lambda: indicators.pace("pace", TASKS, WIDE), Indicator(name="pace", value=None, reason=TASKS.reason, inputs=("d1", "d2"))),
        (
            lambda: indicators.pace("pace", number(9, unit="percent"), WIDE),
            Indicator(name="pace", value=None, reason=PACE, inputs=("m1", "d1", "d2")),
        ),
        (
            lambda: indicators.pace("pace", number(9), Indicator(name="age", value=None, inputs=("d1",))),
            Indicator(name="pace", value=None, reason=PACE, inputs=("m1", "d1")),
        ),
        (
            lambda: indicators.ahead("ahead", LEFT, number(10), WIDE),
            Indicator(
                name="ahead", value=1000, low=800, high=1200, inputs=("m1", "m2", "d1", "d2"), unit="day", form=",.0f",
                formula="20 × 400 to 600 days / 10 = 800 to 1,200 days",
                assumption="what is left goes as fast as what is done",
            ),
        ),
        (
            lambda: indicators.ahead("ahead", LEFT, TASKS, WIDE),
            Indicator(name="ahead", value=None, reason=TASKS.reason, inputs=("m1", "m2", "d1", "d2")),
        ),
        (
            lambda: indicators.ahead("ahead", LEFT, number(0, id="m3"), WIDE),
            Indicator(
                name="ahead", value=None, inputs=("m1", "m2", "m3", "d1", "d2"),
                reason="Nothing is done yet, so there is no pace.",
            ),
        ),
        (
            lambda: indicators.ahead("ahead", LEFT, number(9, id="m3"), Indicator(name="age", value=None)),
            Indicator(
                name="ahead", value=None, inputs=("m1", "m2", "m3"),
                reason="What is ahead needs a number that is left and a pace.",
            ),
        ),
    ],
)  # fmt: skip
def test_a_derived_figure_is_this_and_nothing_else(figure, expected):
    assert figure() == expected


@pytest.mark.parametrize(
    ("article", "rate", "share"),
    [
        ("03-zhoushan-oil-gas", "more than 90%", "10.2%"),
        ("04-xiamen-reforms", "The source does not say how many tasks there are in all.", "5.8%"),
        ("06-henan-delegation", "99.4%", "2.7%"),
        ("09-tianjin-anniversary", "138 is more than the 128 that it is said to be part of.", "6.8%"),
        (
            "10-sichuan-growth",
            "more than 95%",
            "The source does not say how many innovations there are in all.",
        ),
        (
            "01-ministry-first-quarter",
            "The source does not say how many tasks have been carried out.",
            "The source does not say how many innovations are in use beyond the zone.",
        ),
    ],
)
def test_other_articles_get_their_own_figures_or_the_reason_for_none(article, rate, share):
    found = reforms.answers(gold(article))
    assert (_told(found["rate"]), _told(found["share"])) == (rate, share)


def _told(figure: Indicator):
    return figure.reason if figure.value is None else derived(figure)
