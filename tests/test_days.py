"""Days that a text gives in other forms than its own calendar's: lists, figures, short and fiscal years, spans."""

import pytest
from drawn import _MARK, drawn

import ftzlib as ftz


def say(row):
    kind = None if row["type"] == "DATE" else row["type"]
    return kind, row["value"] or "?", row["mod"]


# All said on Thursday 2021-06-10; a question mark is a value that the text does not give.
ONE_YEAR = [  # the year behind the last of a list or a range is that of all
    "The fair was held from [April 3|2019-04-03] to [5, 2019|2019-04-05].",
    "The fair was held on [April 3|2019-04-03], [4|2019-04-04] and [5, 2019|2019-04-05].",
    "The fair was held on [3|2019-04-03], [4|2019-04-04] and [5 April 2019|2019-04-05].",
    "The fair ran [Nov. 5|2019-11-05]–[10, 2019|2019-11-10], in Jinan.",
    "The fair ran from [Nov. 28|2018-11-28] until [Dec. 2, 2018|2018-12-02].",
    "The fair ran from [28 December|2018-12-28] to [3 January 2019|2019-01-03].",
    "In [January|2019-01], [February|2019-02] and [March of 2019|2019-03] trade grew.",
    "In [May|2019-05] or [June 2019|2019-06] the pier was closed.",
    "In [November|2019-11], [December|2019-12] and [January 2020|2020-01] trade grew.",
    "In [July|2020-07] and [August of last year|2020-08] trade grew.",
    "In the [second|2019-Q2] and [third quarters of 2019|2019-Q3] exports grew.",
    "In the [1st|2018-H1] and [2nd halves of 2018|2018-H2] exports grew.",
    "From the [first quarter|2019-Q1] to the [third quarter of 2019|2019-Q3] trade grew.",
    "In [Q1|2019-Q1] and [Q3 2019|2019-Q3] trade grew.",
    "On [May 3|2021-05-03] and [4|2021-05-04] in Jinan, the two sides met.",
    "In [March|2021-03] and in [May 2019|2019-05] it grew.",
    "The fair was held on the [3rd|2019-04-03], [4th|2019-04-04] and [5th of April 2019|2019-04-05].",
    "The fair was held [April 3|2019-04-03]-[5 of 2019|2019-04-05].",
    "In [Jan|2019-01], [Feb|2019-02] and [Mar '19|2019-03], and in [May|2018-05]/[June 2018|2018-06], trade grew.",
    "It grew in [early May|2018-05 START] and [late June 2018|2018-06 END].",
    "On [May 3|2021-05-03] and 12 firms came.",
    "He came on [May 3|2021-05-03], 4 firms left.",
    "The second and third halves of the match were dull.",
    "The roadshow toured Shenzhen from [June 11|2019-06-11] through [14, 2019|2019-06-14].",
    "Officials met on [Sept. 8|2020-09-08] and [9, 2020|2020-09-09], in Xiamen.",
    "The expo, scheduled for [26|2018-10-26]-[28 October 2018|2018-10-28], drew buyers from Japan.",
    "Throughput slipped in [April|2020-04] and [May 2020|2020-05] before recovering.",
    "Customs inspected the yard between [Oct. 30|2019-10-30] and [Nov. 2, 2019|2019-11-02].",
]
SHORT_YEARS = [
    "The zone was opened on [03-Apr-19|2019-04-03], the port on [3 April '18|2018-04-03].",
    "In [Q3'19|2019-Q3], [Q3/2019|2019-Q3], [H1-20|2020-H1], [1Q19|2019-Q1] and [2H 2018|2018-H2] trade grew.",
    "Back in ['98|1998] there was no port, and in [summer '19|2019-SU] there was one.",
    "The [Apr-19|?] figures are good.",
    "In 2h the ship was unloaded, and the firms' 19 ships left.",
    "The customs office opened its window on [17 Sept '20|2020-09-17].",
    "The license was granted on [22-Jun-18|2018-06-22].",
    "Box volumes dipped in [Q2'20|2020-Q2] but recovered in [Q4/2020|2020-Q4].",
    "Revenue for [Q1 FY2020|?] was flat.",
    "Since [Oct '17|2017-10] the area has handled bulk grain.",
]
FIGURES = [
    "It had 40 firms on [31/12/2019|2019-12-31], [12/31/2018|2018-12-31] and [31.12.2017|2017-12-31].",
    "It had 40 firms on [2019/12/31|2019-12-31], [2018.12.31|2018-12-31] and [2019-Dec-31|2019-12-31].",
    "It was opened on [04/04/2019|2019-04-04].",
    "It was opened on [03/04/2019|?], or [3.4.2019|?].",
    "It was opened on [31/11/2019|?], [45/12/2019|?], [2019-02-30|?] or [2019-13-01|?].",
    "It was opened on [31/12/19|?].",
    "It had 40 firms as of [12/2019|2019-12] and in [2020-06|2020-06].",
    "Decree 12/2019, version 3.2.1, a 24/7/365 service and half, or 1/2, of it are no days.",
    "The license, issued on [27/08/2020|2020-08-27], runs for a year.",
    "Filings closed on [05/06/2020|?].",
    "The tender closed on [15.07.2020|2020-07-15].",
    "It was signed on [2020/5/18|2020-05-18].",
    "The permit dates from [10-11-2019|?].",
]
FISCAL = [  # a year that begins on a day of its own is no calendar year (contract, reading 15)
    "In [FY2023-24|?] exports rose; in the [first quarter of FY25|?] they fell.",
    "In [fiscal 2021|?] exports grew, and in [fiscal year 2020|?] they fell.",
    "[Q3 FY2019|?] was good, as was the [second half of financial year 2018/19|?].",
    "In the [fiscal first quarter|?] and the [third fiscal quarter of 2019|?] it grew.",
    "The [2021-22 school year|?] and the [current fiscal year|?] began well.",
    "In [2019/20|?] the team won; the plan for [2019|2019]-[2020|2020] is older.",
    "In the [first half of fiscal 2020|?] and the [third quarter of fiscal year 2019|?] it grew.",
    "The firm posted a loss in the [second half of fiscal year 2020|?].",
]
BESIDE = [
    "Trade grew [last August|2020-08] and by the [end of last May|2021-05 END].",
    "It aims for 40 routes by [next March|2022-03], or the [end of next June|2022-06 END].",
    "It grew [this March|2021-03] and will grow [this November|2021-11].",
    "By [next year-end|2022 END], the [year's end|2021 END] and the [end of the year after next|2023 END] it will grow.",
    "[Last year's end|2020 END] was good, and so was [last year|2020]'s close cooperation.",
    "He said this may help.",
    "In the [1st half of 2021|2021-H1], exports from the area grew 7 percent.",
    "Imports slowed in the [2nd quarter of 2020|2020-Q2].",
    "The [4th quarter|2020-Q4] saw a rebound.",
]
AHEAD = [  # what was done on another day says nothing of this one
    "The list was posted on [June 1|2021-06-01], dated [May 25|2021-05-25] and effective [July 10|2021-07-10].",
    "The rules, which are valid from [July 1|2021-07-01], were issued on [May 5|2021-05-05].",
    "It was unveiled on [May 20|2021-05-20], with trials on [July 12|2021-07-12] in Jinan.",
    "The order takes effect on [July 1|2021-07-01], he said.",
    "The fair was held from [May 28|2021-05-28] to [June 12|2021-06-12].",
    "The fair was held on [July 10|2020-07-10].",
]
SPOKEN = [  # *today* counts from the day on which it was said
    '"Nothing was announced [today|2021-06-08]," Li Ming, a scholar, told a paper on [Tuesday|2021-06-08].',
    '"We opened [yesterday|2021-06-07]. It closes [tomorrow|2021-06-09]," Li Ming said on [Tuesday|2021-06-08].',
    "“It opens [today|?],” he said on [June 3|2021-06-03].",
    '"It opened [today|2021-06-10]," he said.',
    "Li said on [Tuesday|2021-06-08] that it opened [today|2021-06-10].",
]
AHEAD += [
    "The offer is open until [October 15|2021-10-15], and the pier is closed until [mid-July|2021-07 MID].",
    "A ceremony will be held on [Friday|2021-06-11], and the firm is going to move in [May|2022-05].",
]
OFTEN = [
    "A new firm is set up [every hour|SET PT1H], and a ship is loaded [every 30 minutes|SET PT30M].",
    "Ferries leave [every half hour|SET PT30M], trains [every other day|SET P2D] and planes [each two weeks|SET P2W].",
    "A ship takes 2.5 hours, and an hour is enough.",
]
PLACED = [  # what places something in time is a DURATION and no quantity (contract, reading 3)
    "[Five years|DURATION P5Y] on, the area has 60 firms, and now, nearly [six years|DURATION P6Y LESS_THAN] on, more.",
    "The zone has seen 13,000 firms registered in the [ten years|DURATION P10Y].",
    "Over the [two months|DURATION P2M], 40 deals were signed.",
    "The area drew 6 billion yuan in [two years|DURATION P2Y], or in less than [18 months|DURATION P18M LESS_THAN].",
    "Nearly [four months|DURATION P4M LESS_THAN] after the launch of the rules, the port is busy.",
    "[Two weeks|DURATION P2W] before the fair, and [a year|DURATION P1Y] after its founding, the zone grew.",
    "Trade grew by 10.4 percent a year over [3 decades|DURATION P30Y].",
    "Over [twelve years|DURATION P12Y] exports grew.",
    "[Seven years|DURATION P7Y] on from its launch, or [two years|DURATION P2Y] into its life, the zone grew.",
    "It drew 60 firms over the course of [five years|DURATION P5Y], and after [two years|DURATION P2Y] of work more.",
    "Just [three months|DURATION P3M] ahead of the fair it closed.",
]
MEASURED = [  # ... and what is measured is a quantity and no date
    "Clearance is now done in [two hours|2 hour], down from [five|5 hour].",
    "Permits are issued in [two months|2 month], down from [six|6 month].",
    "Approval takes [three months|3 month] after filing, and was cut to [two months|2 month] after the reform.",
    "It took over [three years|3 year MORE_THAN] to build, and the bridge was built in [two years|2 year].",
    "The island is about a [2.5-hour|2.5 hour APPROX] flight, or a [two-hour|2 hour] train ride, away.",
    "It was finished [three months|3 month] ahead of schedule.",
    "The 24-hour hotline and the five-year plan are new.",
]
DATES = ONE_YEAR + SHORT_YEARS + FIGURES + FISCAL + BESIDE + AHEAD + SPOKEN + OFTEN + PLACED


@pytest.mark.parametrize("sentence", DATES)
def test_dates_are_found_as_drawn(sentence):
    expected, found = drawn(sentence, "dates", say, published="2021-06-10")
    assert found == expected


@pytest.mark.parametrize("sentence", MEASURED)
def test_measured_times_are_found_as_drawn(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: (row["value"], row["unit"], row["mod"]))
    assert found == expected
    assert ftz.parse(expected).rows("dates") == []


@pytest.mark.parametrize("sentence", PLACED + FISCAL + SHORT_YEARS)
def test_what_places_something_in_time_is_counted_by_nothing(sentence):
    facts = ftz.parse(_MARK.sub(lambda mark: mark[1], sentence), published="2021-06-10")
    times = {"year", "month", "day", "hour", "minute"}
    assert not [row for row in facts.rows("metrics") if row["unit"] in times or row["value"] in (24, 2019, 2021)]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("on 03/04/2019", "it may be 2019-03-04 or 2019-04-03"),
        ("on 31/11/2019", "the calendar has no such day"),
        ("in FY2023-24", "the text does not say when that year begins"),
        ("in 2019/20", "it runs over two years"),
    ],
)
def test_a_day_that_is_left_open_says_why(words, reason):
    (finding,) = ftz.parse(f"The zone was opened {words}.", published="2021-06-10").rows("findings")
    assert finding["code"] == "unresolved-date" and reason in finding["message"]


@pytest.mark.parametrize(
    "when",
    [
        "In the 1st half of 2019",
        "In the 2nd quarter of 2020",
        "During the 3rd quarter",
        "In the first half of fiscal year 2019",
        "In March 2019",
        "On May 3",
        "In fiscal 2019",
        "Over two decades",
        "Last year",
    ],
)
def test_what_grew_stands_behind_a_date_that_opens_the_sentence(when):
    (row,) = ftz.parse(f"{when} exports grew 3 percent.", published="2021-06-10").rows("metrics")
    assert (row["value"], row["indicator"], row["change"]) == (3, "exports", "increase")


def test_a_day_in_figures_is_the_day_of_a_count():
    (row,) = ftz.parse("As of 31/12/2019, it had 40 firms.", published="2021-06-10").rows("metrics")
    assert row["as_of"] == "2019-12-31"


def test_a_sum_of_some_years_keeps_what_it_is_of():
    (row,) = ftz.parse("The area drew industrial investment of 6 billion yuan in two years.").rows("metrics")
    assert row["indicator"] == "industrial investment"


def test_two_figures_for_a_year_need_a_day_of_publication():
    (row,) = ftz.parse("It was opened on 3 April '19.").rows("dates")
    assert row["value"] is None


PROSE = "The port of Dalian handled 12 ships on Thursday, its office said."
STAMPED = [
    ("DALIAN, May 3, 2024 (Xinhua) -- {}", "2024-05-03"),
    ("SINGAPORE, China, May 3, 2024 /PRNewswire/ -- {}", "2024-05-03"),
    ("Dalian, 3 May 2024 — {}", "2024-05-03"),
    ("LONDON--(BUSINESS WIRE)--May 3, 2024--{}", "2024-05-03"),
    ("(Dalian, May 3, 2024) {}", "2024-05-03"),
    ("By Li Ming Source:Global Times Published: 2024-05-03 0:28:01\n\n{}", "2024-05-03"),
    ("China.org.cn | May 3, 2024\n\n{}", "2024-05-03"),
    ("Port grows\n\nchinadaily.com.cn | Updated: 2024-05-03 10:30\n\n{}", "2024-05-03"),
    ("Port grows\n\n(Xinhua) 10:30, May 03, 2024\n\n{}", "2024-05-03"),
    ("Port grows\n\nUpdated 21:42, 03-May-2024\n\n{}", "2024-05-03"),
    ("Port grows\n\nRelease date: 3 May 2024\n\n{}", "2024-05-03"),
    ("Port grows\n\nFriday, May 3, 2024\n\n{}", "2024-05-03"),
    ("Port grows\n\nPosted on May 3, 2024 by Li Ming\n\n{}", "2024-05-03"),
    ("Port grows\n\nPublished: May 3, 2024 | Updated: May 7, 2024\n\n{}", "2024-05-03"),
    ("Port grows\n\n{}\n\nPublished: May 3, 2024", "2024-05-03"),
    # the day of something else, or one that might be
    ("Port grows\n\nLast modified: May 3, 2024\n\n{}", None),
    ("Port grows\n\nLast updated: May 3, 2024\n\n{}", None),
    ("Port grows\n\nRetrieved May 3, 2024\n\n{}", None),
    ("Port grows\n\nPublished: 03/05/2024\n\n{}", None),
    ("Port Fair Opens May 3, 2024\n\n{}", None),
    ("Event date: May 3, 2024\n\n{}", None),
    ("Port grows\n\nMay 3, 2021\n\nMay 3, 2024\n\n{}", None),
    ("Port grows\n\n{}\n\nOther Stories | May 3, 2024", None),
    ("Port grows\n\nThe fair opened in Jinan on May 3, 2024. {}", None),
    ("Published data of May 3, 2024 show that trade grew. {}", None),
    ("Port grows\n\nGrowth since 3 May 2024\n\n{}", None),
]


@pytest.mark.parametrize(("text", "day"), STAMPED)
def test_a_text_is_of_the_day_that_its_head_gives(text, day):
    source = ftz.parse(text.format(PROSE)).document.source
    assert (source.published and source.published.isoformat()) == day
    assert source.published_basis == ("inferred" if day else "unknown")


def test_a_dateline_with_its_year_is_no_part_of_what_is_said():
    (row,) = ftz.parse("DALIAN, May 3, 2024 /Newswire/ -- Trade grew, the bureau said.").rows("statements")
    assert row["quote"] == "Trade grew"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("by the end of next year", "2022-12-01", "2022-12-31"),
        ("by year-end", "2021-12-01", "2021-12-31"),
        ("at the start of 2022", "2022-01-01", "2022-01-31"),
        ("by the end of the first half", "2021-06-01", "2021-06-30"),
        ("late in 2022", "2022-09-01", "2022-12-31"),
        ("early next year", "2022-01-01", "2022-04-30"),
        ("at the end of August", "2021-08-21", "2021-08-31"),
    ],
)
def test_the_end_of_a_year_is_its_last_month_and_late_its_last_third(words, first, last):
    row = ftz.parse(f"The pier will open {words}.", published="2021-06-10").dates.iloc[0]
    assert (str(row.first_day.date()), str(row.last_day.date())) == (first, last)


def test_a_span_of_ten_years_is_no_year_to_go_on_from():
    text = "Over the past decade, the port grew. The number of items has been reduced to 27"
    assert [row["value"] for row in ftz.parse(text, published="2023-03-13").rows("dates")] == ["P10Y"]
