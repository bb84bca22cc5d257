"""Days that a text gives in other forms than its own calendar's: lists, figures, short and fiscal years, spans."""

import pytest
from cases import for_each
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
    "Sales grew; [2020|2020] was good, and the port announced [2019|2019] unaudited results.",
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
TOLD = [  # counted from what was told before, and not from what is only compared
    "From [January|2021-01] to [May|2021-05], trade totaled 3 tons.",
    "From [November|2020-11] to [March|2021-03], trade totaled 3 tons.",
    "The fair runs from [March|2021-03] to [October|2021-10].",
    "Trade had a good start in [2021|2021].",
    "Beginning in [2019|2019], the port grew.",
    "It grew, beginning in [May 2019|2019-05].",
    "At the [beginning of 2019|2019 START] it grew, and at the [end of Year 2020|2020 END] too.",
    "The meeting was held on the [25th|?].",
    "WUHAN, [May 25|2021-05-25] (Xinhua) -- Li Hai said on the [25th|2021-05-25] that trade grew.",
    "WUHAN, [June 3|2021-06-03] (Xinhua) -- Li Hai spoke at a meeting held on the afternoon of the [3rd|2021-06-03].",
    "On [May 3|2021-05-03], Li left. On the evening of the [4th|2021-05-04] he came back.",
    "He works on the 25th floor, and on the 25th anniversary, he left.",
    "The [3rd of this month|2021-06-03] was dry.",
    "He won on the 3rd try.",
    "It opened on the [8th of this month|2021-06-08].",
    "It closed on the [8th of last month|2021-05-08].",
    "A five-day work week and a three-day pass are new.",
    "It took a two-day ride.",
    "It beat pre-pandemic [2019|2019] levels by 6 percent.",
    "Sales are back at [2019|2019] levels, and above the [2018|2018] level.",
    "It has 2019 lockers and 300 levels.",
    "Rents grew [four years|DURATION P4Y] after its launch.",
    "A New Port [Four Years|DURATION P4Y] After Its Launch",
    "In [2017|2017], sales hit 3 tons. Tea sales grew 4 percent from [a year earlier|2016].",
    "In [2017|2017], sales hit 3 tons. Tea sales grew 4 percent from the [previous year|2016].",
    "Sales grew 4 percent from [a year earlier|2020].",
    "In [May 2019|2019-05] sales grew 4 percent from [a year earlier|2018].",
    "I. Work in [2018|2018]\n\nSales grew 4 percent, up two points from [2017|2017], and rents grew 3 percent from the [previous year|2017].",
    "It grew by 2 points from [2017|2017]. Sales fell 4 percent from the [previous year|2020].",
    "In [2018|2018], it grew by 2 points from [2017|2017]. Sales fell 4 percent from the [previous year|2017].",
]
DATES = TOLD + ONE_YEAR + SHORT_YEARS + FIGURES + FISCAL + BESIDE + AHEAD + SPOKEN + OFTEN + PLACED


@for_each(DATES)
def test_dates_are_found_as_drawn(sentence):
    expected, found = drawn(sentence, "dates", say, published="2021-06-10")
    assert found == expected


@for_each(MEASURED)
def test_measured_times_are_found_as_drawn(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: (row["value"], row["unit"], row["mod"]))
    assert found == expected
    assert ftz.parse(expected).rows("dates") == []


@for_each(PLACED + FISCAL + SHORT_YEARS)
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


@for_each(
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
    ]
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


@for_each(STAMPED)
def test_a_text_is_of_the_day_that_its_head_gives(text, day):
    source = ftz.parse(text.format(PROSE)).document.source
    assert (source.published and source.published.isoformat()) == day
    assert source.published_basis == ("inferred" if day else "unknown")


def test_a_dateline_with_its_year_is_no_part_of_what_is_said():
    (row,) = ftz.parse("DALIAN, May 3, 2024 /Newswire/ -- Trade grew, the bureau said.").rows("statements")
    assert row["quote"] == "Trade grew"


@for_each(
    [
        ("by the end of next year", "2022-12-01", "2022-12-31"),
        ("by year-end", "2021-12-01", "2021-12-31"),
        ("at the start of 2022", "2022-01-01", "2022-01-31"),
        ("by the end of the first half", "2021-06-01", "2021-06-30"),
        ("late in 2022", "2022-09-01", "2022-12-31"),
        ("early next year", "2022-01-01", "2022-04-30"),
        ("at the end of August", "2021-08-21", "2021-08-31"),
    ]
)
def test_the_end_of_a_year_is_its_last_month_and_late_its_last_third(words, first, last):
    row = ftz.parse(f"The pier will open {words}.", published="2021-06-10").dates.iloc[0]
    assert (str(row.first_day.date()), str(row.last_day.date())) == (first, last)


def test_a_span_of_ten_years_is_no_year_to_go_on_from():
    text = "Over the past decade, the port grew. The number of items has been reduced to 27"
    assert [row["value"] for row in ftz.parse(text, published="2023-03-13").rows("dates")] == ["P10Y"]


#: The day that each number holds for, all said on 2020-11-06; `-` where the text does not say.
HELD = [
    "The park aims to draw [40 firms|2025] and open [two labs|2025] by 2025.",
    "The port plans to handle [5 million tons|2023], add [three cranes|2023] and open [40 routes|2023] by 2023.",
    "By 2023, the port plans to handle [5 million tons|2023] and open [40 routes|2023].",
    "It seeks to lift output to [5 billion yuan|2025] ([$700 million|2025]) and hire [300 people|2025] by the end of 2025, Li said.",
    "It will hire [30 people|-] and open a port by 2027.",
    "It will hire [30 people|-] and aims to open [two ports|2027] by 2027.",
    "It will hire [30 people|-] and will open [two ports|2027] by 2027.",
    "It will spend [3 billion yuan|-], and the city plans to open [40 routes|2027] by 2027.",
    "It will hire [30 people|2021] next year and open [two ports|2027] by 2027.",
    "The firm will hire [30 people|-] and said it would open [two ports|2027] by 2027.",
    "Sales rose by [9 percent|-] for three years running and reached [40 tons|2019] in 2019.",
    "Rents have grown [8 percent|-] a year over the past five years, hitting [3 million yuan|2019] in 2019.",
    "Over the past five years rents grew [8 percent|-] a year, hitting [3 million yuan|2019] in 2019.",
    "In 2019, rents hit [3 million yuan|2019], up [8 percent|2019], rising for three years running.",
    "In 2019, rents grew [8 percent|2019] for the third year in a row.",
    "Sales hit [3 tons|2020-H1] (about [6,000 pounds|2020-H1]) in the first half of 2020, growing by [7 percent|2020-H1] year on year, according to the mayor.",
    "In 2019, tea sales hit [3 tons|2019], growing [7 percent|2019], said Li Hai.",
    "In 2019 the park, covering [40 hectares|-], was opened.",
    "In 2019 the park, hosting [40 firms|-], rose to fame.",
    "Sales in May rose by [7 percent|2020-05], making up [3 percent|2020-05] of the total, and rents fell.",
    "The city's [four ports|-] handled [300 tons|2019] in 2019.",
    "In 2019, the [four ports|-] handled [300 tons|2019], up [3 percent|2019].",
    "Its [three plants|-] made [400 cars|2019] last year.",
    "In May, [three plants|2020-05] were opened, making [400 cars|2020-05].",
    "From July 1, 2020, the quota rose from [30 yuan|-] to [50 yuan|2020-07-01].",
    "Starting from July 1, the zone cut the fee from [30 yuan|-] to [20 yuan|2020-07-01].",
    "Starting on July 1, the zone raised the fee to [50 yuan|2020-07-01].",
    "Beginning in 2019, the port was run by [two firms|-].",
    "Sales in the first half of 2020 grew by [7 percent|2020-H1] in comparison to the same period last year, at [3 tons|2020-H1].",
    "Sales grew by [7 percent|-] in comparison with 2019.",
    "Sales grew by [7 percent|-] relative to 2019.",
    "Its sales during the first three quarters of 2020 grew by [7 percent|-] in comparison to the same period last year, with a total of [3 tons|-].",
    "[Thirty mills|2020-08-16] were opened on Aug. 16, and [40 shops|2020-08-17] were opened on the next day.",
    "It sold [30 boats|2018] in 2018 and [40|2019] in 2019.",
    "[Two slips|2018] were built in 2018, while [three sheds|2019] were added in 2019.",
    "[Two slips|2018] were built in 2018; [three sheds|2019] were added in 2019.",
    "It opened [two slips|2019] in 2019, and [three sheds|-] will be added.",
    "Trade sped up this year, with deals on [40 mills|-] signed from January to July.",
    "Trade sped up this year, with [40 deals|-] signed between January and July and rents rising [4 percent|-].",
    "This year, trade sped up, with [40 deals|2020] signed.",
    "The city has done well this year, and from January to July it drew [40 mills|-].",
    "Sales reached [3 tons|-] during January and October, up [7 percent|-] over the same period last year.",
    "Sales reached [3 tons|-] in January and February.",
    "Sales in January and February reached [3 tons|-], up [4 percent|-].",
    "In January and February, sales hit [3 tons|-].",
    "It had [40 shops|2018] and [50 shops|2019] in 2018 and 2019 respectively.",
    "On May 4, the reporter learned from the port that it has [40 cranes|-].",
    "On May 4, reporters were told that the port has [40 cranes|-].",
    "On May 4, Li Hai said that the port has [40 cranes|-].",
    "On May 4, the port said [40 firms|-] had come.",
    "On May 4, [40 firms|2020-05-04] signed up, the port said.",
    "On May 4, the port opened [40 shops|2020-05-04], said Li.",
    "It was learned from the port on May 4 that it has [40 cranes|-].",
    'The "Opinions on Trade" issued at the end of 2015 has [five clauses|-].',
    'The "Opinions on Trade", issued in May, lists [five rules|-].',
    "The rules on trade promulgated in 2015 have [five clauses|-].",
    "Bonds issued in 2019 came to [3 billion yuan|2019].",
    "In 2019, [40 licenses|2019] issued by the port were used.",
    "In 2017, sales hit [12 tons|2017]. Among them, tea sales were [9 tons|2017], up [5 percent|2017] from a year earlier.",
    "In 2017, sales hit [12 tons|2017], up [5 percent|2017] from the previous year. Of these, [9 tons|2017] were tea.",
    "In 2017, [12 firms|2017] came. Of the total, [9|2017] were banks.",
    "In 2017, [12 firms|2017] came. Of them, [9|-] will open shops.",
    "In 2017, [12 firms|2017] came. [Nine|-] were banks.",
    "In 2017, [12 firms|2017] came. Among them, [9|2019] went in 2019.",
    "In 2017, [12 firms|2017] came. Among them, [9|-] have left since 2018.",
    "In the first half of 2020, sales hit [12 tons|2020-H1]. During the same period, rents rose [3 percent|2020-H1].",
    "In May, sales hit [12 tons|2020-05]. In the same period, exports to Laos and Peru rose [3 percent|2020-05] and [4 percent|2020-05].",
    "From May to July, sales hit [12 tons|-]. Over the same period, exports rose [3 percent|-].",
    "Sales hit [12 tons|2020-05] in May, up [3 percent|2020-05] over the same period last year.",
    "Sales hit [12 tons|2020-05] in May, up [3 percent|2020-05] over the same period.",
    "In 2019, it drew [40 mills|2019]. Its fair had [300 stalls|-]. Throughout the year, the number of shops rose by [9 percent|2019].",
    "In 2018, it drew [40 mills|2018]. For the whole year, sales were [3 tons|2018].",
    "In 2020, the port will complete a throughput of [135 tons|2020], a rise of [5 percent|2020].",
    "The [10,214-km|-] road will be done in 2021.",
    "In 2019 it opened a [40-hectare|-] park.",
    "Trade saw a [40-percent|2019] rise in 2019.",
    "In 2018, the output of the mill will be [2.2 times|2018] that before its founding, and its sales will be [3.1 times|2018] those of 2016.",
    "In 2018, the mayor said it will open [40 mills|-].",
    "In 2018, the city unveiled a plan that will create [40 jobs|-].",
    "Of the [640 members|2018] of the club, [40 percent|2018] left in 2018.",
    "It traded with its [three partners|2018] in 2018.",
    "It had [40 firms|2020-05-10] this year as of May 10.",
    "By the port's count it has drawn [40 firms|2020-10] this year as of October.",
    "At present, the port has [40 cranes|-], and its crew grew from [30|2018] in 2018 to [90 people|2020] this year.",
    "Currently, it has [40 firms|-] and sold [3 tons|2019] last year.",
    "So far it has [40 firms|-].",
    "In July, exports rose [3 percent|2020-07]. Among the exports, tea rose by [5 percent|2020-07].",
    "In July, exports rose [3 percent|2020-07]. This figure was up [5 percent|2020-07] from June.",
    "In July, exports rose [3 percent|2020-07]. The number accounts for [5 percent|2020-07] of the total.",
    "In July, exports hit [3 tons|2020-07]. The figure for June was [5 tons|2020-06].",
    "In July, [40 firms|2020-07] came. The number of banks was [5|-].",
    "In July, [40 firms|2020-07] came. Among the city's banks, [5|-] are new.",
    "Since the first train to Almaty, a city in Kazakhstan, left in 2015, the port has opened [five lines|-].",
    "Since its launch in 2015, the port, home to many, has opened [five lines|-].",
    "Over the last 40 years, sales grew from [2 tons|1984] in 1984 to [90 tons|-] at present. During the same period, rents rose from [3 yuan|-] to [40 yuan|-].",
    "Sales rose [3 percent|2020-H1] in the first half of this year, Li said on Friday. Rents rose [4 percent|2020-H1] in the period, the port said.",
    "Sales rose [3 percent|2020-H1] in the first half of this year. Laos was its largest market during the period, with sales of [4 tons|2020-H1].",
    "Sales rose [3 percent|2020-H1] in the first half of this year. The period from May to June saw [40 deals|-].",
    "We are expected to draw more than [600 shops|2020] and raise [1 million yuan|2020] of funds this year.",
    "It sold [40 tons|2019] in 2019, more than the other [five ports|-].",
    "It sold [40 tons|2019] in 2019, more than the [five ports|-] did.",
    "Income rose to [534 million yuan|-] ([$78 million|-]), or [0.18 yuan|-] a share, from [314 million yuan|2019], or [0.11 yuan|2019], a year earlier.",
    "Sales rose to [5 tons|2019] in 2019 from [3 tons|2018] ([6,000 pounds|2018]) in 2018.",
    "Sales rose from [3 tons|2018] in 2018 to [5 tons|2019] in 2019.",
    "The group announced its interim results yesterday; sales rose by [9 percent|-].",
    "The firm posted its annual accounts on Tuesday, and sales rose by [9 percent|-].",
    "The firm made [40 tons|2020-11-05] of steel on Nov. 5.",
    "From November 2013 (the day of its first flight) to June 30, 2017, it made [355 flights|-] with [500 tons|-] of tea.",
    "A total of [6,000 train trips|2019] were made in 2019, a rise of [30 percent|2019].",
    "[Seven new routes|2019] for rail and sea trade were also opened last year.",
    "[Forty licenses|2019] were issued in 2019.",
    "The rules were issued in 2019 and have [40 items|-].",
    "The zone was opened in 2019 and has [40 firms|-].",
    "Sales grew to [3 tons|2019] in 2019; 2020 will see [5 tons|2020].",
    "The port announces 2019 unaudited results and [three deals|-].",
    "The run was cut by [two kilometers|-] after a warning was issued in May.",
    "A slip for ships of [200 tons|-] will be opened by 2023, and it will spend [3 million yuan|-] on cranes.",
    "The port said that over [40 licenses|2019] were issued in 2019.",
    "Some [409 ships|-] had been sold, with the figure expected to reach 450 by the end of the year, he said.",
    "The zone is now home to [12 mills|-], after its establishment in 2015.",
    "In the first half of 2020, Fujian sold ships worth [2 million yuan|2020-H1]. Over the same period, Fuzhou sold [3 tons|2020-H1] of tea.",
    "Among the top [50 firms|-] in 2009, [three|2009] were from Laos.",
    "For the six months ended 30 June 2019, sales hit [3 tons|-], a rise of [6 percent|-].",
    "In the year ended December 31, 2019, it sold [3 tons|-].",
    "The fair ended on May 3 with [40 deals|2020-05-03].",
]
#: Compared with another day, ...
COMPARED = [
    "Traffic is back at [90 percent|-] of its 2018 level, and in May it reached [95 percent|2020-05] of the 2018 figure.",
    "In the nine months to September, it handled [30 tons|-].",
    "It has [63 shops|-], twice as many as it had in 2018, and [41 teams|-], far more than in 2019.",
    "Sales hit [5 tons|2020-Q3] in the third quarter, [2.7 times|2020-Q3] what they were in the same quarter of 2018.",
    "It drew [9 ships|-], [4.3 times|-] the number recorded a year ago, and [four|-] fewer than the 2019 edition.",
    "It has [40 courts|-], as many as the city had in 2013, or [9|-] more than it had in 2012.",
    "Rents rose to [90 yuan|2020-07] in July, up from [30|-], and there are [12 mills|2020-07], against [7|-] before.",
    "Sales will grow by [6 percent|2020] this year, from [7 billion yuan|2019] in 2019.",
    "As many as [40 firms|2018] came in 2018, and more than [90|2019] in 2019.",
    "Sales more than doubled in 2018 to [40 tons|2018].",
    "The last [six berths|2021-10] will be handed over in October next year, said the port, which has [30|-].",
    "Sales rose [3 percent|2019-07] in July 2019, above the [2 percent|2019-06] recorded in June 2019.",
]
#: ... of an act, which is no day of a number that stands beside, ...
OF_AN_ACT = [
    "A yard, built for [8 million yuan|-], went into operation on Oct. 8.",
    "Work on a pier, costing [8 million yuan|-], began in May.",
    "The fair ended in Jinan, capital of Shandong, on Sunday after [five days|-].",
    "In May, a plant with [300 workers|-] broke ground in the area.",
    "The deal, worth [3 million yuan|-], was signed on Monday.",
    "The port has [22 berths|-], after the council approved two in late 2019.",
    "[Forty rules|2020-05] took effect in May, and [30|2020-05] were in use by the end of May.",
    "Last week a maker of chips said permits still took [45 days|-].",
    "On Monday, the bureau reported that [40 firms|-] had come.",
    "The bureau said [40 firms|2020-09] had come in September.",
]
#: ... of another clause, ...
OF_A_CLAUSE = [
    "It had [3,100 firms|-] when it was small, and [9,200 firms|2020-04] by the end of April.",
    "Some [900 guests|-] will be at the fair, which opens on Dec. 6 and ends on Dec. 9.",
    "The fund, expanded to [2 million yuan|2019] in 2019, has since backed [41 firms|-].",
    "In the week to Nov. 1, the port handled [1,200 ships|-].",
    "After a rise of [9 percent|2018] in 2018, trade fell [4 percent|2019] last year.",
    "It has drawn [40 firms|-], with [nine firms|2020-05] in May.",
    "Since its opening, it has handled [40 parcels|-] a day, the most on May 3.",
    "At its peak in 2011, the mill employed [9,000 people|2011]; [300 people|-] are left.",
    "It had [300 members|2018] in 2018 and has [900|-] now.",
    "The yard, with [30 firms|2020-06] as of June, will add [40 labs|-].",
    "Trade is likely to shrink [3 percent|2020] this year after growing [9 percent|2019] last year.",
    "A permit that took [12 days|2017] in 2017 is now issued in [two|-].",
    "It takes [seven minutes|-] to cross, and on Tuesday [46 firms|2020-11-03] did.",
    "It will borrow [5 million yuan|2020-12] in December, under a cap that has been raised to [9 million yuan|-].",
    "Of the [123 tasks|-] it was given in 2017, [119|2019] had been done by 2019.",
    "Rents shot up to [90 yuan|2020-05] in May, and though they have fallen back by [5 percent|-], few come.",
    "Before 2018 the port served [49 towns|-]; last month it served [31 towns|2020-10].",
    "In Hull, where trucks used to wait [two days|-], [nine trucks|2020-10] came last month.",
    "At Horgos, she said, fruit clears in [30 minutes|-] and [40 trucks|2020-05] passed daily in May, [7 percent|2020-05] more than in May 2019.",
    "Courts knew it in 2019, and [14 towns|-] now use it.",
    "The town of [60,000 people|-] joined the zone in August.",
    "Hull, a city of some [60,000 people|-] in the north, joined the zone in August.",
    "The last truck left on Sunday evening, and so, by bus and bike, did the last of [90 guests|-].",
    "It will open before the end of the year; a fund worth [2 million yuan|-] will help.",
    "Made up of [three areas|-] in A, B and C, the zone covers [19 sq km|-], yet it made [31 percent|2020-H1] of all sales in the first half of this year.",
    "The zone covers [19 sq km|-], but it drew [40 firms|2019] in 2019.",
    "Freight in the area, some [700 kilometers|-] to the south, fell [6 percent|2020-H1] in the first half of the year.",
    "Some [40 firms|-] took part in the expo, which covered [4,000 square meters|-], up [55 percent|-] from the previous edition in 2018.",
    "They brought [320 kinds|-] of tea, far more than two years ago.",
    "It will open a hall of [800 square meters|2020-12] in December, hire [two clerks|-] and set up a hotline.",
    "He met the press last week, assuring it that answers would come within [15 days|-].",
    "We will build a store for [300 tons|-] of fruit, we will link up with Laos by December, and we are glad.",
    "It said [48|-] of the [61 measures|-] approved last September were in force.",
    "It has [40 firms|-]; the port drew [nine firms|2020-05] in May; the zone covers [29 sq km|-].",
]
#: ... and what a number is dated by, though it stands apart.
DATED = [
    "Throughput grew by [9 percent|2020-Q1] in the first quarter, with an [8 percent|2020-03] increase in March.",
    "In the fourth quarter, [25 rules|2020-Q4] for clean chemicals, tourism and advanced mills will be introduced.",
    "In a survey in July, [94 percent|2020-07] of [350 firms|2020-07] were happy with it (2019: [88 percent|2019]).",
    "In a survey that we made among [120 firms|2020-06] in June, [60 percent|2020-06] had no list, against [70 percent|2019] in 2019.",
    "In a poll among [340 firms|2020-02] in February, [22 percent|2020-02] were, up [nine points|2020-02].",
    "A survey of [300 firms|2019-11] carried out last November found that [40 percent|2019-11] were hiring.",
    "In a recent survey, [61 percent|-] were hiring, up from [48 percent|2018] in 2018.",
    "Of [300 firms|2020-05] that the chamber polled in May, [40 percent|2020-05] were hiring.",
    "The zone sold [3 tons|2019] in 2019. That was [14 percent|2019] of the national total.",
    "The zone sold [3 tons|2019] in 2019. That is [3 kilometers|-] long.",
    "The port closed 2019 with a throughput of [30 tons|2019], [4 percent|2019] less than in 2018, the bureau said on Monday.",
    "It drew [15 percent|2018] of the capital that the province put to use in 2018.",
    "It takes [15 percent|-] of the ships that were built in 2018.",
    "Crude: [34 tons|-] in place; target for 2025: [40 tons|2025]",
    "In 2018 it had [30 firms|2018]; a year later it had [50|2019].",
    "Exports were [30 tons|2018] (2018) and [41 tons|2019] (2019).",
    "Capital was [30 million yuan|-] (2018: [41 million yuan|2018]).",
    "The 2030 target of [300 berths|2030] is far; its goal for 2025 of [40 berths|2025] is near.",
    "In a survey of [300 firms|2019-11] last November, [40 percent|2019-11] were hiring.",
    "Of the [300 firms|2020-05] polled in May, [40 percent|2020-05] were hiring.",
    "Its profit was [3 yuan|2019] in 2019, compared with a loss of [4 yuan|2018] the year before.",
    "May's exports of [3 tons|2020-05] were [4 percent|2020-05] higher than in April.",
    "Loans stood at [3 million yuan|2019] at year-end.",
    "By 2025, she said, a bridge will carry [four lanes|2025]. By 2027, according to the port, it will carry [six lanes|2027].",
    "It hopes to handle [6 tons|2026] by the end of 2026. By then, [70 percent|2026] of its trucks will run on gas.",
    "It hopes to open in May. By that time, it will have [40 cranes|2021-05].",
    "[18 percent|2020-H1]: the share of imports and exports that went through it in the first half, up from [17 percent|-].",
    "Sales climbed to [2 million twenty-foot equivalent units|2020-H1] in the first half of the year.",
    "Jilin's 2019 exports rose [12 percent|2019] to [3 tons|2019].",
    "Tracker (as of April 30)\n\n• Results: [88|2020-04-30] to date, with [7|2020-04-30] passed on",
    "Targets for 2020\n\nSales to grow by [5 percent|2020]; rents of no less than [9 yuan|2020].",
    "Outlook\n\nIn 2021, we will:\n\n- cut rents by [10 percent|2021];\n- draw [50 firms|2021].\n\nThe port has [40 cranes|-].",
]
#: ... and below headings.
HEADED = [
    'Report\n\nA digest follows.\n\nWhat was done in 2019\n\nSales were [6 tons|2019], a fall of [3 percent|2019].\n\nTrade\n\nThe port drew [40 firms|2019].\n\nWhat fell short\n\nRents fell [5 percent|-].\n\nGoals for 2020\n\nSales are to grow by [9 percent|2020].\n\n"A road is long," Li told the [60 guests|-].',
    "Report\n\nA digest follows.\n\nGoals for 2021\n\n- Draw [300 firms|2021]\n- Cut rents by [5 percent|2021]",
    "Monthly highlights: April 2020\n\nThe office sums up what moved in the port in April.\n\nTrade\n\nSales up [6%|2020-04] to [4 million yuan|2020-04], with exports up [9%|2020-04].\n\nIt drew [40 firms|2020-04].\n\nNext month\n\nIt has [30 berths|-].",
    "2019 in figures\n\nThe port handled [3 tons|2019].",
    "Work report\n\nI. A review of our main work in 2019 and achievements during the 13th Five-Year Plan Period in the city\n\n2019 was a good year. Sales hit [6 tons|2019], up [3 percent|2019].\n\n1. Trade\n\nExports were [5 tons|2019].\n\nII. Main targets for 2021\n\nSales will grow by [5 percent|2021].",
    "The report sets out its tasks.\n\nIn line with its plan, the city has set the following targets for its own growth in 2021:\n\n• Sales growth of [5 percent|2021]\n\n• [40 new mills|2021]",
    "Tasks for 2021\n\nThe city will open [40 mills|2021]\n\nIt has [30 mills|-]",
    "Work report\n\n1. Work in 2019\n\nThe city did well in the past year. Sales hit [3 tons|2019], up [2 percent|2019].",
    "Work report\n\n1. Work in 2019\n\nThe city did well in the past five years. Sales hit [3 tons|-].",
    "Work report\n\nI. Review of Work in 2019\n\nThe city did well. Sales made up [21 percent|2019] of output, up [two points|2019] from 2018, and the index hit [45|2019].\n\nII. Goals for Next Year\n\nRents are at [3 percent|-].",
    "Work report\n\nI.Retrospection on the works in 2019\n\n2019 was a good year.\n\nThe aims were met:\n\nSales grew at [6 percent|2019];\n\nRents grew at [7 percent|2019];\n\nII. Tasks for 2020\n\nSales will grow by [8 percent|2020].",
    "Work report\n\nI. Work in 2019\n\n1. Trade\n\nSales grew [6 percent|2019].\n\n2. Rents\n\nRents fell [5 percent|2019]. The port now has [40 cranes|-]. In May it had [30|2020-05]. Tolls rose [3 percent|-].",
    "Work report\n\nReview of Work in 2019\n\nSales grew [6 percent|2019]. Firms (those with sales of [3 million yuan|-] or more) grew [5 percent|2019].\n\nOutlook\n\nRents fell [5 percent|-].",
    "Work report\n\nA Good Port in 2019\n\nSales grew [6 percent|-].",
    "Port grew in 2019\n\nIts sales hit [6 tons|-].",
    "Work report\n\n2019 in review\n\nSales grew [6 percent|2019]. Over the past five years, rents rose [9 percent|-]. It will open [40 shops|-].",
    "Work report\n\n(1) Work done in 2019\n\nSales grew [6 percent|2019].\n\n(2) Problems\n\nRents rose [5 percent|-].",
    "Work report\n\nI. Work in 2019\n\nThe port was opened in 2013. It has [40 cranes|-].",
    "Work report\n\nI. Work in 2019\n\nAs of May 2018, it had [30 cranes|2018-05], compared with [20|2017] in 2017.",
    "Work report\n\nII. Goals for 2021\n\nIt will hire [40 people|2021].",
    "Work report\n\nKey achievements of the port in 2019\n\nSales grew [6 percent|2019].",
    "Work report\n\n2019 highlights\n\nSales grew [6 percent|2019].",
]


@for_each(HELD + COMPARED + OF_AN_ACT + OF_A_CLAUSE + DATED + HEADED)
def test_the_day_that_a_number_holds_for(text):
    expected, found = drawn(text, "metrics", lambda row: [row["as_of"] or "-"], published="2020-11-06")
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "It will be held from [November 5|?] to [10|?].",
        "It opens on [Nov. 5|?] and [6|?], in Jinan.",
    ],
)
def test_the_end_of_a_range_is_left_open_as_its_start(text):
    expected, found = drawn(text, "dates", say, published=None)
    assert found == expected
    assert len(ftz.parse(_MARK.sub(lambda mark: mark[1], text)).rows("findings")) == 2


def test_shares_of_one_thing_do_not_conflict():
    text = "In 2019, shops made 21 percent of GDP. In 2019, banks made 42 percent of GDP."
    assert ftz.parse(text, published="2020-11-06").rows("findings") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "From [January|2020-01] to [November|2020-11], trade totaled 3 tons.",
        "In the [January|2020-01]-[November|2020-11] period, trade totaled 3 tons.",
        "Trade grew from [January|2021-01] to [March|2021-03].",
        "It will run from [January|2021-01] to [November|2021-11].",
    ],
)
def test_a_range_of_months_that_is_told_of_in_january_was_last_year(sentence):
    expected, found = drawn(sentence, "dates", say, published="2021-01-07")
    assert found == expected
