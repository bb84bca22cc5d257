"""Time expressions: resolved at their own granularity, or left unresolved with a reason."""

import datetime as dt

import pytest
from cases import for_each
from drawn import drawn

import ftzlib as ftz
from ftzlib.grammar import lexicon
from ftzlib.reader import dates, expressions
from ftzlib.text import segment
from ftzlib.text.tokens import tokenize

# All said on Friday 2020-11-06; a question mark is a value that the text does not give.
WEEKDAYS = [
    '"We had hoped for a list [today|2020-11-05], and there is none," Wen told reporters on [Thursday|2020-11-05].',
    "He spoke on [Thursday|2020-11-05].",
    "The ship will arrive on [Monday|2020-11-09] and be unloaded on [Tuesday|2020-11-10].",
    "The red line opened on [Monday|2020-11-02].",
    "It opens on [Tuesday next week|2020-11-10].",
    "It opened on [Tuesday this week|2020-11-03].",
    "He spoke on [Friday|2020-11-06].",
    "He spoke [last Friday|2020-10-30] and [last Thursday|2020-11-05].",
    "It opens [next Tuesday|2020-11-10].",
    "He leaves [this Friday|2020-11-06].",
    "The team left on [Monday last week|2020-10-26].",
    "The fair opened on [Thursday|2020-11-05] ([Nov. 5|2020-11-05]).",
    "The port will open on [Monday|2020-11-09].",
    "On [Monday|2020-11-09], the zone will open a new office.",
    "On [Monday|2020-11-02], Wang said the zone will open a new office.",
    "The upcoming forum on [Wednesday|2020-11-11] has a new home.",
    "The rules will be launched on [Monday|2020-11-09].",
    "Expo to open on [Monday|2020-11-09] in Shanghai",
    "The opening on [Saturday|2020-11-07] is expected to draw crowds.",
    "The rule will be cut, according to a notice issued on [Monday|2020-11-02].",
    "Permits will be dropped, a statement on [Tuesday|2020-11-03] showed.",
    "The fair that opened on [Monday|2020-11-02] will run for a week.",
]
FROM_A_DAY = [
    "Friends, [three years ago today|2017-11-06] we hung a board; [ten weeks ago today|2020-08-28] it fell.",
    "It was planned [ten years ago this month|2010-11], or [a decade ago this year|2010].",
    "[Two years ago|2018] today's port was a beach.",
    "[Two and a half years ago|2018-05] it opened; [three and a half months ago|2020-07] it closed.",
    "It will open in [two weeks' time|2020-W47] and move in [a year's time|2021].",
    "Sales are far more than [two years ago|2018]; the ships are more than [two years ago|2018].",
    "It opened [more than two years ago|2018 MORE_THAN].",
    "It drew 14 in [May|2020-05], 500 [last year|2019].",
    "In [2017|2017] it drew 9 firms. [The year before|2016] only eight had come, against 9 in [the month before|2020-10].",
    "It closed [2017|2017] with 3 tons, the port said on [Monday|2020-11-02]. It rose from 2 tons [the year before|2016].",
    "It ended [2017|2017] on a high and began [2018|2018] well.",
    "The Council will present the paper to the bureau on [November 28|2020-11-28].",
    "It will share the data with its members in [December|2020-12]; I will brief you on trade in [May|2020-05].",
    "In [October|2020-10] it sold 3 tons, up from the [same month last year|2019-10].",
]
DAYS = [
    "He spoke on [Aug. 20|2020-08-20].",
    "He came on [Tuesday|2020-11-03]; [the day after|2020-11-04], he left.",
    "[The day before|?] Christmas he came.",
    "The fair will open on [Nov. 2|2021-11-02].",
    "The fair (from [Nov. 5|2020-11-05] to [10|2020-11-10]) drew crowds.",
    "On [Nov. 3|2020-11-03] he came; [that day|2020-11-03] it rained. The [next day|2020-11-04] he left.",
    "He left on [Oct. 5|2020-10-05], and came on the [9th|2020-10-09].",
    "The fair ran from [Oct. 28|2020-10-28] to [30|2020-10-30].",
    "The fair ran from [Oct. 28|2020-10-28] to 32.",
    "Fees to be used from [Dec. 1|2020-12-01] are lower.",
    "It opened [40 days ago|2020-09-27], [two weeks ago|2020-W43] and [a week ago|2020-W44].",
    "On [Nov. 4|2020-11-04] he came; [two days earlier|2020-11-02] he left; [three days later|2020-11-05] it rained.",
    "On [5 November|2020-11-05] it opened.",
    "On [Nov 31|?] it opened.",
    "He spoke on [12 Nov 2019|2019-11-12] and on [November 12, 2018|2018-11-12], and left.",
    "He spoke on [2019-11-29|2019-11-29] and [2019/11/30|2019-11-30].",
    "He spoke on the [22nd of September, 2013|2013-09-22].",
    "He spoke on [Tuesday, April 17, 2018|2018-04-17].",
    "He spoke on [Thursday, Nov. 5|2020-11-05].",
    "He came on [Oct. 3|2020-10-03] and left on the [22nd|2020-10-22].",
    "He left on the [22nd|?].",
    "The fair ran from [Nov. 5|2020-11-05] to [10|2020-11-10].",
    "The fair ran [Nov. 5|2020-11-05]-[10|2020-11-10] in Shanghai.",
    "The fair ran from [5|2019-11-05] to [10 November 2019|2019-11-10].",
    "The fair ran from [Oct. 28|2019-10-28] to [Nov. 2, 2019|2019-11-02].",
    "The fair opened on [Nov. 20|2019-11-20] and drew crowds.",
    "The fair will open on [Nov. 20|2020-11-20].",
    "He spoke [yesterday|2020-11-05], not [today|2020-11-06], and [tomorrow|2020-11-07] he will.",
    "He spoke on [Tuesday|2020-11-03] and left the [previous day|2020-11-02].",
    "He spoke on [Tuesday|2020-11-03]; [the day before|2020-11-02], he came.",
    "He spoke on [Tuesday|2020-11-03]. [The day before|?] the fair opened, he came.",
    "He came on [Oct. 6|2020-10-06] and spoke on the [same day|2020-10-06].",
    "He came on [Oct. 6|2020-10-06]. The [next day|2020-10-07] he left.",
    "He came on [Tuesday|2020-11-03] and left [two days later|2020-11-05].",
    "It opened on [Feb. 30, 2019|?].",
    "He came [the day before yesterday|2020-11-04] and leaves [the day after tomorrow|2020-11-08].",
    "He came on [Monday of last week|2020-10-26].",
    "He comes [this Saturday|2020-11-07].",
    "He came [this Thursday|2020-11-05] and [next Friday|2020-11-13].",
    "He came on [May 4, 2019|2019-05-04] and left [three weeks later|2019-W21].",
    "He came [a day earlier|2020-11-05].",
]
MONTHS = [
    "The area, unveiled in [late August last year|2019-08 END], grew.",
    "In [May 2019|2019-05] it opened; [two months earlier|2019-03] it was built.",
    "[A month earlier|2020-10] it was built.",
    "[Next month|2020-12] it opens and [this month|2020-11] it closes.",
    "In [March|2020-03] it rained; the [following month|2020-04] it snowed.",
    "In the [current year|2020] and the [current month|2020-11] it rained.",
    "It rained the [month before last|2020-09].",
    "In the [second half of May|2020-05 END] it grew.",
    "The [October|2019-10]-[March|2020-03] period was good.",
    "The [end of last month|2020-10 END] was wet, and the last month of [2019|2019] was dry.",
    "[Sept|2020-09] was dry, but in [Sept|2020-09]. it rained.",
    "Jan sells fruit. In [Jan|2020-01] it rained.",
    "[April|2020-04] was wet, said Li.",
    "It needs to be finished by [December|2020-12].",
    "It shall open in [January|2021-01].",
    "He may come in [January|2021-01].",
    "He might have come in [January|2020-01].",
    "The port is scheduled to reopen in [January|2021-01].",
    "The rules, set for [March|2021-03], help.",
    "The rules set in [March|2020-03] help.",
    "He came at the [beginning of November|2020-11 START] and left in [mid November|2020-11 MID].",
    "It opened in the [same month|?].",
    "In [March 2019|2019-03] it opened and in the [same month|2019-03] it closed.",
    "It will open by the [end of this month|2020-11 END].",
    "At the [end of last year|2019 END] and the [start of next month|2020-12 START] it rained.",
    "It rained at the [end of September|2020-09 END] and in the [middle of October|2020-10 MID].",
    "Between [May|2019-05] and [August 2019|2019-08] it grew.",
    "As of the [end of June this year|2020-06 END], it had 40 firms.",
    "The area, approved in [late August|2020-08 END], grew.",
    "The area, approved in [late December|2019-12 END], grew.",
    "The zone was set up in [September|2020-09].",
    "Work began in [December|2019-12].",
    "In [December|2020-12], the zone will open a new office.",
    "The work will be done by [December|2020-12].",
    "The line is set to open in [March|2021-03], and another is due to open in [May|2021-05].",
    "The storm could have closed the port in [December|2019-12].",
    "The storm may have closed the port in [December|2019-12].",
    "The [November|2018-11]-[March 2019|2019-03] period was good, and so was the [April|2020-04]-[June|2020-06] one.",
    "He noted that a storm may form in [early February|2021-02 START].",
    "The storm that came in [May|2020-05] may have caused the floods of [June|2020-06].",
    "He noted that [May|2020-05] had been wet.",
    "It was due to bad weather in [December|2019-12] that trade fell.",
    "It opened in [August 2019|2019-08], not in [Dec 2019|2019-12].",
    "It opened in [2019|2019], and in [July of the same year|2019-07] it grew.",
    "In [2018|2018], trade grew in [July|2018-07].",
    "It opened in [August 2019|2019-08]. By the [end of that month|2019-08 END] it had grown.",
    "It opened in [mid-July|2020-07 MID] and closed in [mid-to-late August|2020-08 END].",
    "It had 40 firms as of [end-June|2020-06 END].",
    "In the [first half of May|2020-05 START] it grew.",
    "From [January|2020-01] to [July|2020-07] trade grew.",
    "From [January|2019-01] to [July last year|2019-07] trade grew.",
    "From [November|2018-11] to [March 2019|2019-03] trade grew.",
    "In the [January|2020-01]-[October|2020-10] period trade grew.",
    "From [April 2017|2017-04] to [February 2019|2019-02] it grew.",
    "It grew [last month|2020-10] and opens [next month|2020-12].",
    "It grew [early last month|2020-10 START] and [late last month|2020-10 END].",
    "It was set up [two months ago|2020-09].",
    "It closed [half a year ago|2020-05].",
    "In [May 2019|2019-05] exports fell, and the [previous month|2019-04] imports did.",
    "It opened in [May 2019|2019-05]; [a month later|2019-06] it closed.",
]
QUARTERS_AND_YEARS = [
    "In the [first quarter of 2018|2018-Q1] and the [third quarter|2020-Q3] trade grew.",
    "In the [latter half of 2019|2019-H2] it grew, as in the [former half of 2018|2018-H1].",
    "It happened at the [end of that year|? END].",
    "He came in [2018|2018]; [a year earlier|2017], it was built.",
    "In [2018|2018] it had 45 mills, compared with 32 [a year before|2017].",
    "In [2018|2018] the port shipped 45 tons, against 30 tons [two years before|2016].",
    "It is open [this week|2020-W45], [next week|2020-W46] and [next quarter|2021-Q1].",
    "It will open [next weekend|2020-W46-WE].",
    "It rained the [week before last|2020-W43].",
    "In the [second-quarter of 2019|2019-Q2] it grew, and the [first-half|2020-H1] results rose.",
    "The [second-half|2020-H2] plan will be ready.",
    "In the [fourth quarter of the year|2020-Q4] it grew.",
    "In the [second half of the year|2020-H2] it will grow.",
    "In the [last quarter of the year|2020-Q4] it grew.",
    "By the [end of the second half of 2018|2018-H2 END] it grew.",
    "In [H1 2019|2019-H1] and [2018 Q3|2018-Q3] trade grew.",
    "[2019 H1|2019-H1] trade grew.",
    "The [H1|2020-H1] plan and the Q5 2019 plan differ.",
    "The [2021|2021]-[25|2025] plan is new.",
    "In [2019|2019]-[2020|2020] it grew.",
    "The plan ([2021|2021]-[2025|2025]) is new, the [2019|2019]-18 one is odd.",
    "At the [end of the 1990s|199 END] it grew.",
    "By around [2025|2025 APPROX] it will have grown.",
    "It opened in the [spring of 2018|2018-SP].",
    "In [2016|2016] it fell; [two years later|2018] it grew.",
    "The year [2019|2019] was good. The [following year|2020] was better.",
    "The [same year|?] it opened.",
    "It will open by the [end of 2020|2020 END], or the [end of the first quarter|2021-Q1 END].",
    "In the [fourth quarter|2019-Q4] trade reached a peak.",
    "In the [fourth quarter|2020-Q4] trade will grow.",
    "In the [last quarter of 2019|2019-Q4] trade grew.",
    "In [Q3 2019|2019-Q3] trade grew.",
    "The [first-quarter|2020-Q1] figures rose.",
    "In the [first half|2020-H1] and the [second half of last year|2019-H2] trade grew.",
    "It grew [last week|2020-W44] and fell over the [weekend|2020-W44-WE].",
    "It opened in [2019|2019]. By the [end of that year|2019 END] it had grown.",
    "By the [end of next year|2021 END], five will open.",
    "By [2035|2035] it will be a hub, and by [mid-2021|2021 MID] it will be ready.",
    "It grew at the [start of the year|2020 START] and [early this year|2020 START].",
    "By [year-end|2020 END] it will be ready.",
    "It fell in [early 2019|2019 START] and [late in 2019|2019 END].",
    "It grew in the [year before last|2018].",
    "From [2016|2016] to [2020|2020] and between [2010|2010] and [2013|2013] it grew.",
    "The plan ([2021|2021]-[25|2025]) is new, and the [2016|2016]-[2020|2020] one is old.",
    "It grew in [2017|2017], [2018|2018] and [2019|2019].",
    "Dating back to [2013|2013], the zone grew.",
    "It opened around [2010|2010 APPROX], or circa [2009|2009 APPROX].",
    "It was set up [five years ago|2015], or [a decade ago|2010].",
    "It was set up [nearly three years ago|2017 LESS_THAN].",
    "It was founded in [2015|2015]; [three years later|2018] it had 40 firms.",
    "It grew in [2018|2018]. In the [following year|2019] it fell.",
    "In [2018|2018] exports rose from the [previous year|2017].",
    "[Three years later|?] it closed.",
    "The village was founded [5000 years ago|?].",
    "The books close in [year-end-March|2020-03 END].",
    "It opened in [summer 2019|2019-SU].",
    "It will open on the [weekend|2020-W45-WE], as it did [last weekend|2020-W44-WE].",
    "It will grow over the [next year|DURATION P1Y] and the [coming week|DURATION P1W].",
    "Trade grew in the [current quarter|2020-Q4] and the [last quarter|2020-Q3].",
    "The [1980s|198] and the [early 1990s|199 START] saw growth.",
]
SPANS = [
    "Over the [past three years|DURATION P3Y] it grew.",
    "[Two days|DURATION P2D] before the fair he came.",
    "In the [three quarters|DURATION P9M] to [September|2020-09] it grew.",
    "In the [past two weeks|DURATION P2W], the [past week|DURATION P1W] and the past day it grew.",
    "In the [nine months|DURATION P9M] to [September|2020-09] it grew.",
    "In the [first 10 months of the year|DURATION P10M] and the [last two months|DURATION P2M] it grew.",
    "It will grow in the [coming five years|DURATION P5Y] and the [next three years|DURATION P3Y].",
    "In the [past decade|DURATION P10Y] and over the [last two decades|DURATION P20Y] it grew.",
    "Over the [past year|DURATION P1Y] it grew, as in the [last 12 months|DURATION P12M].",
    "Over the [past more than five years|DURATION P5Y MORE_THAN] it grew.",
    "It will double within [three years|DURATION P3Y].",
    "In the [five years|DURATION P5Y] since its founding it grew.",
    "In the [10 years|DURATION P10Y] to [2022|2022] it grew.",
    "It came first for [three consecutive years|DURATION P3Y], or [five years|DURATION P5Y] in a row.",
    "In the [first eight months of 2019|DURATION P8M] it grew.",
    "In the [first three quarters of 2020|DURATION P9M] it grew.",
    "[Last decade|DURATION P10Y] it grew, and [next decade|DURATION P10Y] it will.",
    "Ships call [every week|SET P1W] and [every Monday|SET XXXX-WXX-1].",
]
NOTHING = [
    "So far the zone has grown, and recently it grew faster.",
    "In the past day it rained, and this day it snowed.",
    "In the coming day it will rain.",
    "In the latter half of the match it grew.",
    "The last year of the plan was good.",
    "May was wet.",
    "It rained in may.",
    "It opened a few days ago.",
    "In the 21st century it grew.",
    "It grew year by year.",
    "Clearance was cut to three days and takes 40 minutes.",
    "Approval is given within three working days, in 10 minutes, or by ten days.",
    "Approval comes within 24 hours and within three days.",
    "Construction took three years, and the tax holiday lasts two years.",
    "It arrived two days earlier than planned.",
    "More routes may follow in the near future.",
    "April Li and Sun Hao march on.",
    "June Zhang, who may march, spoke with August Wu.",
    "The May Day holiday was warm.",
    "The 14th Five-Year Plan, a five-year effort, asks for 24-hour service.",
    "Trade rose 5 percent year on year, or year-on-year, or year-over-year.",
    "The zone has 2,020 firms and made 2013 tons.",
    "The zone has more than 2000 firms, a total of 1980 projects and reached 2019.",
    "Exports hit 2015 tons, up from 1998 tons.",
    "Vision 2035, Expo 2020 and the 2019 World Expo are names.",
    "Document No. 2019 asks for RMB2019 million.",
    "The last day of the expo was busy, and so was the first day.",
    "Doors open at 9:30 am.",
    "At that time the zone had no port, but now it has.",
    "The annual rate grew, and it marks its fifth anniversary.",
    "In recent years, and over the past few years, it grew.",
    "Today's market asks for more at present.",
    "The first half of the match was dull, and so was the last day of it.",
    "A quarter of the firms grew by 2019%.",
    "It handles 30 ships a day and 50 per year, annually.",
    "It has the last word this time.",
]

SEASONS = [
    "Trade rose in [this year's first half|2020-H1], and fell in [last year's third quarter|2019-Q3] and [2018's second half|2018-H2].",
    "Over the [past half year|DURATION P6M], it grew; [a year and a half ago|2019-05] it had none.",
    "It will be ready by the [end of the decade|202 END], and they meet [every second Monday|SET XXXX-WXX-1].",
    "It sailed [this morning|2020-11-06]. Come [2023|2023], it will be back.",
    "It grew over the [autumn|2020-FA] and through the [summer|2020-SU].",
    "The yard will open [next spring|2021-SP].",
    "It fell sharply [last summer|2020-SU].",
    "Rents fell in [early spring|2020-SP START], and crews will come back in [summer|2021-SU].",
    "The line was closed over the [winter|2019-WI].",
    "The crowds of the [coming winter|2020-WI] will be small, and the Spring Festival short.",
    "The summer fair and the fall in rents are none, and in winter the river freezes.",
    "We will finish it by [midyear|2021 MID], and the midyear review by [month-end|2020-11 END].",
]
BESIDE_ANOTHER = [
    "In [2018|2018] it fell by 3 tons, against 2 tons [the year before|2017], and the year before it opened was wet.",
    "[May|2020-05]'s exports grew.",
    "Loans stood at 3 million yuan at [year-end|2019 END], and will grow by [year-end|2020 END].",
    "On [Nov. 3, 2020|2020-11-03], 40 ships came, 9 more than on the [same day last year|2019-11-03].",
    "In the [third quarter|2020-Q3], sales were twice those of the [same quarter of 2018|2018-Q3].",
    "In [May 2020|2020-05], rents rose from the [same month a year earlier|2019-05].",
    "It grew from the [same month of last year|?].",
    "It grew 2 points more than [a year ago|2019], 300 firms fewer than [two years ago|2018].",
    "It opened [more than a year ago|2019 MORE_THAN].",
]
STRETCHES = [
    "The list is looked at [once a year|SET P1Y], and they meet [twice every month|SET P1M].",
    "Output was twice a year's yield.",
    "The trip is expected to last 16 days, and the trial will last 18 months.",
    "[A decade|DURATION P10Y] has passed since the port opened, and [six weeks|DURATION P6W] went by.",
    "It has been [five years|DURATION P5Y] since its founding.",
    "The zone marks [six years|DURATION P6Y] of growth.",
    "Fees are waived for the first 30 days.",
    "It was shut in the [first 30 days of 2020|DURATION P30D].",
]
NOWADAYS = [
    "Today she employs 54 people, and today it is through in six.",
    "The yard is today home to 300 firms, which today can ship in two days.",
    '"Eighty trains a week pass the border today," he said. "Tomorrow it could be twice that."',
    "It is the port of tomorrow.",
    "The board [today|2020-11-06] announces 40 grants.",
    "The yard has [today|2020-11-06] signed 3 deals, and opened 2 slips [today|2020-11-06].",
    "As of [today|2020-11-06], 300 firms have come; [tomorrow|2020-11-07] the mayor will come.",
]
BARE_YEARS = [
    "It drew 4 ships in its first year, [2018|2018], and the [2019|2019] budget sets aside 3 yuan.",
    "Investment fell; [2018|2018]: 3 yuan; [2019|2019]: 2 yuan.",
    "We note that [2019|2019], for all its storms, has been a good year.",
    "He called [2019|2019] a turning point and ended [2018|2018] with a loss.",
    "A [2018|2018] survey says so, but a 2020-square-meter hall does not.",
    "It opened 2020 shops.",
]
BOTH_WAYS = [
    "They agreed in [April|2020-04] to raise it as of [March|2021-03].",
    "Under the [2016|2016]-[25|2025] plan it is to have 41 labs, of which 30 were ready by [March|2020-03].",
    "Many will hire, a poll of managers in [April|2020-04] found.",
    "Sales should steady in the [second half of the year|2020-H2], and might recover in [March|2021-03].",
    "The tour began in Hull [last Friday|2020-10-30] and winds up in Ghent on [Sunday|2020-11-08].",
    "The fair runs through [Monday|2020-11-09].",
    "A firm will spend 7 million yuan, the Sun wrote [Tuesday|2020-11-03], or put it in a report on [Monday|2020-11-02].",
    "They were briefed on the port's plans on [Nov. 2|2020-11-02].",
    "It plans a fair on [Dec. 2|2020-12-02], and will be officially opened on [Tuesday|2020-11-10].",
    "The planned line, closed since [2013|2013], opened on [Monday|2020-11-02].",
    "It should have opened on [Monday|2020-11-02].",
]
BY_KIND = FROM_A_DAY + SEASONS + BESIDE_ANOTHER + STRETCHES + NOWADAYS + BARE_YEARS + BOTH_WAYS


def say(row):
    kind = None if row["type"] == "DATE" else row["type"]
    return kind, row["value"] or "?", row["mod"]


@for_each(WEEKDAYS + DAYS + MONTHS + QUARTERS_AND_YEARS + SPANS + NOTHING + BY_KIND)
def test_dates_are_found_as_drawn(sentence):
    expected, found = drawn(sentence, "dates", say)
    assert found == expected


@for_each(lexicon.load("dates")["rule"][:-1])
def test_every_rule_is_found_by_the_words_that_it_was_made_for(rule):
    text = f"It grew {rule['text']}."
    tokens, context, found = tokenize(text, segment.sentences(text)), expressions.Context(dt.date(2020, 11, 6)), []
    for match in expressions.find(tokens, context):
        if "pair" not in match.parts and "gives" not in match.rule:
            context.note(dates.date_of(match, context), match)
        found.append(match.rule["text"])
    assert rule["text"] in found


UNDATED = [  # no day of publication is known
    "It opened in [2015|2015] and grew [last year|?]. He spoke on [Thursday|?].",
    "He spoke [yesterday|?], and trade grew in the [first quarter|?].",
    "It opened on [May 5|?] and in [March 2019|2019-03]; by the [end of that month|2019-03 END] it grew.",
    "It was set up [five years ago|?] and opened in [January 2018|2018-01]; [two months later|2018-03] it closed.",
    "Over the [past three years|DURATION P3Y] it grew.",
]


@pytest.mark.parametrize("sentence", UNDATED)
def test_without_a_day_of_publication_relative_dates_stay_unresolved(sentence):
    expected, found = drawn(sentence, "dates", say, published=None)
    assert found == expected


def test_what_is_counted_from_a_date_that_was_not_told_says_so():
    (finding,) = ftz.parse("Three years later it closed.", published="2020-11-06").rows("findings")
    assert "nothing before says from when" in finding["message"]


def test_a_day_that_is_counted_from_an_event_says_so():
    (finding,) = ftz.parse("The day before the fair opened, he came.", published="2020-11-06").rows("findings")
    assert "it is counted from an event" in finding["message"]


def test_an_unresolved_date_says_why():
    facts = ftz.parse("He spoke on Thursday. Trade grew last year, and in 2015.")
    assert [row["value"] for row in facts.rows("dates")] == [None, None, "2015"]
    assert [row["code"] for row in facts.rows("findings")] == ["unresolved-date", "unresolved-date"]
    assert all("no day of publication" in row["message"] for row in facts.rows("findings"))
    assert facts.document.source.published_basis == "unknown"


IMPLIED = [
    ("Updated: 2021-08-29\n\nThe port grew last year, he said on Thursday.", "2021-08-29"),
    ("Zones grow\n\nChina Daily | Updated: 2021-08-29 10:30\n\nThe port grew last year.", "2021-08-29"),
    ("Zones grow\n\nNovember 12, 2021\n\nThe port grew last year.", "2021-11-12"),
    ("Zones grow\n\nThe zone was opened on Thursday, Aug. 29, 2019, he said.", "2019-08-29"),
    ("The fifth China International Import Expo opened on Friday. A delegation came on Sunday.", "2022-11-06"),
    ("The 5th CIIE opened in Shanghai on Friday.", "2022-11-04"),
    ("The opening ceremony of the third China International Import Expo was on Wednesday.", "2020-11-04"),
    ("On the sidelines of the third China International Import Expo, he spoke on Thursday.", "2020-11-05"),
    ("The fifth CIIE, larger than the first CIIE, opened on Friday.", "2022-11-04"),
    ("The sixth China International Import Expo, which closed on Friday, drew crowds.", "2023-11-10"),
    ("The third China International Import Expo is underway in Shanghai.", None),
    ("On the sidelines of the third CIIE he spoke on Thursday; a fair opens next Sunday.", "2020-11-05"),
    ("On the sidelines of the third CIIE he spoke on Thursday; last Sunday he rested.", "2020-11-05"),
    ("On the sidelines of the third CIIE he spoke on Thursday, as he does each Sunday.", "2020-11-05"),
    ("On the sidelines of the third CIIE he spoke on Thursday, as he does every Sunday.", "2020-11-05"),
    ("He left on Tuesday, Nov. 10, 2020, having come on Tuesday, Nov. 3, 2020.", "2020-11-10"),
    ("He left on Tuesday, Nov. 3, 2020, and said so on Tuesday, Nov. 11, 2020.", "2020-11-03"),
    # Nothing that says the day for certain.
    ("BEIJING, May 11 (Xinhua) -- Trade grew last year.", None),
    ("Zones grow\n\nThe zone was opened on Aug. 29, 2019, he said on Thursday.", None),
    ("Zones grow\n\nThe zone was opened on Thursday, Aug. 29, 2019, he said on Monday.", None),
    ("Zones grow\n\nThe zone was opened on Tuesday, Aug. 29, 2019, he said.", None),
    ("Zones grow\n\nThe fair will open on Thursday, Aug. 29, 2019, he said.", None),
    ("Milestones\n\nApril 20, 2015 - Tianjin zone founded\n\nIt grew last year.", None),
    ("The fifth China International Import Expo opened in Shanghai on Monday.", None),
    ("The sixth China International Import Expo will open in Shanghai on Sunday.", None),
    ("After the third China International Import Expo, he spoke on Thursday.", None),
    ("The import expo opened in Shanghai on Friday.", None),
    ("A shop opened on Friday. The fifth China International Import Expo is far away.", None),
]


@for_each(IMPLIED)
def test_a_text_without_metadata_gives_the_day_that_it_implies(text, day):
    source = ftz.parse(text).document.source
    assert (source.published and source.published.isoformat()) == day
    assert source.published_basis == ("inferred" if day else "unknown")


def test_a_numbered_expo_resolves_the_weekdays_around_it():
    text = "The fifth China International Import Expo opened in Shanghai on Friday. A delegation came on Sunday."
    assert [row["value"] for row in ftz.parse(text).rows("dates")] == ["2022-11-04", "2022-11-06"]


def test_a_weekday_that_disagrees_with_its_date_is_reported():
    facts = ftz.parse("He spoke on Tuesday, April 17, 2024.", published="2024-04-22")
    assert [row["code"] for row in facts.rows("findings")] == ["weekday-mismatch"]


def test_a_refused_duration_stays_a_metric_and_a_date_is_none():
    facts = ftz.parse("Approval takes three days. It grew over the past three years.", published="2020-11-06")
    assert [row["quote"] for row in facts.rows("metrics")] == ["three days"]
    assert [row["quote"] for row in facts.rows("dates")] == ["past three years"]


def test_two_months_in_one_word_are_two_dates():
    rows = ftz.parse("It grew in January-July.", published="2020-11-06").rows("dates")
    assert [(row["quote"], row["type"], row["value"]) for row in rows] == [
        ("January", "DATE", "2020-01"),
        ("July", "DATE", "2020-07"),
    ]


def test_two_months_in_one_word_without_a_year_in_sight_stay_unresolved():
    facts = ftz.parse("It grew in January-July.")
    assert [(row["quote"], row["value"]) for row in facts.rows("dates")] == [("January", None), ("July", None)]
    assert [row["message"].split(": ")[1] for row in facts.rows("findings")] == [
        "no day of publication is known to count from."
    ] * 2
