"""Numbers, units and money as they are written, and the text that they stand in: what is one number, and what is none."""

import subprocess
import sys

import pytest
from cases import for_each
from drawn import drawn

import ftzlib as ftz
from ftzlib.grammar import lexicon
from ftzlib.grammar.rules import Rules
from ftzlib.text.document import DocumentError

WORDS = [  # number words go on behind hundred, thousand, point and a half
    "It has a [hundred and six tasks|106 count].",
    "The zone has [two thousand and twenty firms|2020 count].",
    "It drew [one thousand two hundred companies|1200 count] and [sixteen hundred and twenty guests|1620 count].",
    "It drew [two million three hundred thousand visitors|2300000 count].",
    "It has [seven thousand, three hundred and twelve firms|7312 count].",
    "It has [one point five million firms|1500000 count]; trade grew by [zero point eight percent|0.8 percent increase].",
    "It handled [two and a half million boxes|2500000 count] and spent a [million and a half yuan|1500000 CNY].",
    "It took [three and a half years|3.5 year], then [two hours and a half|2.5 hour] and [2½ days|2.5 day].",
    "It costs between [one hundred|100 CNY] and [two hundred yuan|200 CNY].",
    "It drew between [one thousand|1000 count] and [two thousand firms|2000 count].",
    "It takes [twenty-four hours|24 hour] and [twenty-five minutes|25 minute].",
    "[Half a dozen firms|6 count] and [half|50 percent] of the banks came; [half a million people|500000 count] watched.",
    "It has [300 firms|300 count]. Of them [one hundred and six|106 count] are new.",
    "It drew tens of thousands of visitors, hundreds of firms and several million yuan.",
    "The two-year-old zone has a three-day visa and a five-star hotel.",
    "The bureau handles [three hundred and fifteen items|315 count] online.",
    "The two-lane pier cost [four million six hundred thousand yuan|4600000 CNY].",
    "Around [one thousand and forty crew members|1040 count APPROX] changed ships here.",
    "The fund raised [six point two billion yuan|6200000000 CNY].",
    "The yard stores [one and a half million tons|1500000 t] of ore.",
    "It cost [one and a half billion yuan|1500000000 CNY].",
]

DIGITS = [  # what stands in the text shows whether a comma or a point groups
    "The zone drew [1 234 567 people|1234567 count].",
    "It drew [1\u00a0234 firms|1234 count], [12\u202f345 banks|12345 count] and [12 500 people|12500 count].",
    "It drew [5,00,000 people|500000 count] and [12,34,567 rupees|1234567 INR].",
    "Profit was [1.234.567,89 euros|1234567.89 EUR], costs [2.345,5 euros|2345.5 EUR].",
    "Tax was [1.234.567 dollars|1234567 USD], and [2.345 firms|2345 count] came.",
    "Exports grew [21,5 percent|21.5 percent increase].",
    "Trade was [2.345 billion yuan|2345000000 CNY] at [7.125 yuan|7.125 CNY] a dollar.",
    "The number of firms reached [450|450 count], [120|120 count increase] more than in May.",
    "On May 1, [234 firms|234 count] came, and in 2019 [300 banks|300 count].",
    "It signed deals with 10, 200 and [300 firms|300 count].",
    "By the end of 2023, it had [12,000-odd registered companies|12000 count MORE_THAN].",
    "It drew [1 million-plus visits|1000000 count MORE_THAN] and 4K cameras, 50 m users and 12 m deep wells.",
    "[Forty-odd ships|40 count MORE_THAN] and [300 odd boats|300 count MORE_THAN] called.",
    "The park registered [2 418 companies|2418 count] last year.",
    "Customs cleared [3\xa0450\xa0000 parcels|3450000 count] in May.",
    "The hub served [1,25,000 passengers|125000 count] in a week.",
    "Customs collected [3.456.789,10 euros|3456789.1 EUR] in duties.",
    "Sales climbed to [18\u2009600 cars|18600 count].",
]

CODES = [
    "The code 1,1,2 and section 3.2.1 of 10.0.0.1 are no numbers.",
    "It was told on 31.12.2019 in clause 4.2.10 and in version 2.10.3.",
    "New firms 120 345 400",
    "Top 500 120 firms.",
]

TWO_WAYS = [
    "It drew 2.500 firms.",
    "It drew 1, 234 firms.",
    "Trade rose to 34. 6 billion yuan.",
    "Prices rose 3. 4 percent.",
    "Prices rose 3. 5%.",
    "It covers 119. 95 square kilometers.",
    "It drew 34 .6 billion yuan.",
    "It drew 1 ,234 firms.",
    "Profit was 1.234.567 euros and tax 1,234 euros.",
]

SIGNS = [
    "Exports changed by −[3.5 percent|3.5 percent decrease].",
    "GDP fell by minus [3 percent|3 percent decrease]; imports rose by +[3%|3 percent increase].",
    "Exports stood at [3 billion yuan|3000000000 CNY] (-[3.5%|3.5 percent decrease]).",
    "Exports were [3 billion yuan|3000000000 CNY], -[4.5%|4.5 percent decrease] on the year; growth was [–3.5%|-3.5 percent].",
    "The zone's profit was [-$3 million|-3000000 USD].",
    "The balance was [minus 12 billion yuan|-12000000000 CNY], the margin [negative 4 percent|-4 percent].",
    "The growth rate was [-3.5 percent|-3.5 percent].",
    "It was open from 2015 - 2020, [5|5 km]-[10 km|10 km] away.",
    "The zone - [12 sq km|12 km2] in all - is new.",
    "The zone covers [120 ± 5 sq km|120 km2 APPROX] or [300 +/- 10 mu|300 mu APPROX].",
    "Costs are [5±0.5 million yuan|5000000 CNY APPROX], the road [50 km|50 km] ± 2 km, the rail [9 km|9 km] (± 1 km).",
    "Retail sales growth came in at [minus 2.3 percent|-2.3 percent].",
    "The carrier posted a result of [-¥40 million|-40000000 CNY].",
    "Cargo volumes (-[6.4%|6.4 percent decrease]) and passenger numbers (-[31%|31 percent decrease]) slid.",
    "The trade balance stood at [-1.2 billion yuan|-1200000000 CNY].",
    "The tank holds [2,000 ± 50 tons|2000 t APPROX].",
    "Approval takes [12 ± 2 days|12 day APPROX].",
]

SHARES = [
    "[Nine in ten firms|90 percent] are private.",
    "[Four out of every five companies|80 percent] and [one in three|33.33 percent] of the banks are new.",
    "Roughly [seven in eight exporters|87.5 percent APPROX] use it; [3/4|75 percent] of the firms do.",
    "The wait was cut by [two thirds|66.67 percent decrease]; [three quarters|75 percent] of the firms grew.",
    "Only [one in three exporters|33.33 percent] had heard of it; at least [two in five firms|40 percent EQUAL_OR_MORE] had.",
    "It opened three in [five cities|5 count].",
    "It rained on nine in [ten days|10 day].",
    "[Seven in ten exporters|70 percent] settle in yuan.",
    "[Two out of three tenants|66.67 percent] are foreign-funded.",
    "About [four in five parcels|80 percent APPROX] go by air.",
    # A share as an object, and fractions by what bounds, moves or follows them.
    "The port handles [one in four|25 percent] of the country's boxes and makes [one in six|16.67 percent] of its cars.",
    "Just over a [quarter|25 percent MORE_THAN] intend to hire; more than [half|50 percent MORE_THAN] want loans, and nearly a [third|33.33 percent LESS_THAN] expect none.",
    "Exports jumped by nearly [half|50 percent LESS_THAN increase] to [5 billion yuan|5000000000 CNY], and imports fell a [third|33.33 percent decrease].",
    "Costs are down a [fifth|20 percent decrease] and rents dropped a [quarter|25 percent decrease] from May.",
    "[Three in four towns|75 percent] had it, compared with fewer than [half|50 percent LESS_THAN] in 2020.",
]

CHANGES = [
    "CPI up by [0.4%|0.4 percent increase]",
    "FDI down by [3 percent|3 percent decrease].",
    "The list marks a reduction of [27 items|27 count decrease] and [10 industries|10 count].",
    "The number of parks increased by [120|120 count increase], now totaling [700|700 count].",
    "The number of ships calling rose by [35|35 count increase] to [420|420 count].",
    "Trade grew [20|20 percent increase]-[30 percent|30 percent increase].",
]

MULTIPLES = [
    "Exports were [2.4 times|2.4 times] the figure of 2019.",
    "There are [three times|3 times] as many as before; trade rose [3.5 times|3.5 times increase].",
    "Capital increased [fivefold|5 times increase]; it was a [2.5-fold|2.5 times increase] rise.",
    "A ceiling was raised from [two times|2 times] to [three times|3 times] their net assets.",
    "Sales doubled, costs halved, and profits tripled to [5 million yuan|5000000 CNY].",
    "He came five times in 2019, ships call three times a week, and the aim is twofold.",
]

UNITS = [
    "It covers [119.95 km2|119.95 km2], [20 km^2|20 km2], [40 km²|40 km2] and [20,000 sq. kilometers|20000 km2].",
    "It has [20,000 m2|20000 m2] of halls, [300 sq. meters|300 m2] of shops.",
    "It handled [3.6 million 20-foot equivalent units|3600000 TEU] and [4 million twenty-foot equivalent units|4000000 TEU].",
    "It has [400 MW|400 MW] of solar and [1.2 GW|1200 MW] of wind power and sold [5 billion kWh|5000000000 kWh].",
    "Exports surged [6 pc|6 percent increase] and [7 pct|7 percent increase]; [6 PC makers|6 count] came.",
    "The rate rose [0.8 ppts|0.8 percentage_points increase] to [5.1 percent|5.1 percent].",
    "It fell [25 basis points|0.25 percentage_points decrease], [2 pp|2 percentage_points decrease] and [15 bps|0.15 percentage_points decrease].",
    "It fell by [0.3 of a percentage point|0.3 percentage_points decrease].",
    "The port covers [4,500 acres|4500 acre] with [165,070 square feet|165070 ft2] of sheds, [300 miles|300 mi] off.",
    "A [480-million-yuan|480000000 CNY] plant and a 40-foot box stand there.",
    "The bonded zone spans [9.21 km2|9.21 km2].",
    "A [15,600 m2|15600 m2] warehouse opened in July.",
    "The cold store occupies [3,200 sq. meters|3200 m2].",
    "The new area takes in [28 sq kms|28 km2] of shoreline.",
    "The park of [2.5 km^2|2.5 km2] lies inland.",
    "The share of services rose [1.6 ppts|1.6 percentage_points increase].",
    "The deposit rate was trimmed by [10 basis points|0.1 percentage_points decrease].",
    "Growth slowed [0.4 pp|0.4 percentage_points decrease] from May.",
    "The spread widened [45 bps|0.45 percentage_points increase].",
    "Coverage climbed by [three percentage points|3 percentage_points increase] to [87 percent|87 percent].",
]

MONEY = [
    "It drew [GBP 27 million|27000000 GBP], [VND5 trillion|5000000000000 VND], [CHF 200|200 CHF] and [3.5m AUD|3500000 AUD].",
    "It drew [USD34.6 million|34600000 USD], [27 million GBP|27000000 GBP] and [20 million US$|20000000 USD].",
    "It drew [₹55 billion|55000000000 INR], [₦12 billion|12000000000 NGN], [₫5 billion|5000000000 VND] and [500€|500 EUR].",
    "It drew [NT$34.6 million|34600000 TWD], [C$4 million|4000000 CAD], [JP¥500|500 JPY] and [S$5|5 SGD].",
    "A [$20 million|20000000 USD] fund and XX$9 million came; so did [US $5 million|5000000 USD].",
    "Over [Rs 5.4 lakh crore|5400000000000 INR MORE_THAN] came, and [21.5 lakh people|2150000 count] work there.",
    "It cost [one billion dirhams|1000000000 AED], [500 ringgit|500 MYR], [30 baht|30 THB] and [5 billion dong|5000000000 VND].",
    "It cost [20 million Kenyan shillings|20000000 KES], [5 million Singapore dollars|5000000 SGD] and [RM5 million|5000000 MYR].",
    "It cost [20 million Mexican pesos|20000000 MXN], 3 million pesos and 5 million Liberian dollars.",
    "TOP 10 FIRMS AND ALL [500 STAFF|500 count] CAME; [300 SAR visitors|300 count] saw [200 CAD systems|200 count].",
    "The plant cost [NT$120 million|120000000 TWD].",
    "The insurer paid [CA$3.2 million|3200000 CAD] in claims.",
    "Duty came to [JP¥8,000|8000 JPY] a head.",
    "Temasek pledged [SGD 75 million|75000000 SGD], and an Australian miner [AUD1.2 billion|1200000000 AUD].",
    "The loan of [THB 900 million|900000000 THB] was repaid in [HK$410 million|410000000 HKD].",
    "The developer is raising [2 billion yuan|2000000000 CNY].",
    "Firms raised [3 billion yuan|3000000000 CNY] in funds; fees were raised [300 yuan|300 CNY increase], and 45 million francs came.",
]

NAMES = [
    'He praised the "Five Centers" plan and the “three zeros” list.',
    'The "Two Centers and Four Bases" program and a "one hub, three belts" layout; [150 partners|150 count] came.',
    '"Over [300 firms|300 count MORE_THAN]," he said.',
    "He spoke on the sidelines of the two sessions, near the Three Gorges.",
    "[Two sessions|2 count] were held.",
    '"[Nine centers|9 count] will be built," he said.',
    "Over [500 guests|500 count MORE_THAN] came, including [60 Fortune 500 companies|60 count] and [77|77 count] of the Top 500 Chinese firms.",
    "The zone has introduced [40 sets|40 count] of rules and [12 measures|12 count].",
    "Article 4.1.3 sets out [12 measures|12 count].",
    "Chapter 2.5 lists [19 incentives|19 count].",
    "At 10 a.m. on Tuesday [30 trucks|30 count] crossed.",
    "It signed with Haier Group Co., Ltd. The [six firms|6 count] followed.",
    "Version 5.0.2 of the portal serves [80 agencies|80 count].",
    "It drew a [dozen banks|12 count] and scores of shops.",
]


def told(row):
    value = round(row["value"], 2) if row["unit"] == "percent" else row["value"]
    return f"{value:.15g}", row["unit"], row["mod"], row["change"]


@for_each([*WORDS, *DIGITS, *CODES, *SIGNS, *SHARES, *CHANGES, *MULTIPLES, *UNITS, *MONEY, *NAMES])
def test_a_number_is_read_whole_or_not_at_all(sentence):
    expected, found = drawn(sentence, "metrics", told)
    assert found == expected


@for_each(TWO_WAYS)
def test_digits_that_may_be_read_in_two_ways_are_no_row_and_a_finding(sentence):
    facts = ftz.parse(sentence)
    assert [row["code"] for row in facts.rows("findings")] == ["unresolved-number"]
    assert not [row for row in facts.rows("metrics") if row["start"] >= facts.rows("findings")[0]["start"]]


@for_each(
    [
        ("Exports reached $410 million, 1.6 times the figure for 2023.", ["Exports", "Exports"]),
        ("The rate rose 0.8 ppts to 5.1 percent.", ["rate", "rate"]),
        ("The number of parks increased by 120, now totaling 700.", ["parks", "parks"]),
        ("Nine in ten firms are private.", ["firms"]),
        ("It lists 60 Fortune 500 companies.", ["Fortune 500 companies"]),
        ("The zone drew investment of GBP 27 million.", ["investment"]),
        ("By the end of 2023, it had 12,000-odd registered companies.", ["registered companies"]),
        ("Exports fell 3 percent, the surplus rose 2 percent.", ["Exports", "surplus"]),
        ("Rates were cut by 35 bps, the share rose 2.1 pp.", ["Rates", "share"]),
        ("Imports grew 3 percent, and freight fees fell by 2 percent.", ["Imports", "freight fees"]),
        ("Imports grew 3 percent, then fell 2 percent.", ["Imports", "Imports"]),
        ("It drew a dozen banks and scores of shops.", ["banks"]),
        ("It moved 40 tons on 9 thousand inbound or outbound flights.", [None, "inbound or outbound flights"]),
        ("It has 40 public or private clinics, and 20 firms or banks.", ["public or private clinics", "firms"]),
    ]
)
def test_what_such_a_number_measures(sentence, indicators):
    assert [row["indicator"] for row in ftz.parse(sentence, published="2024-05-11").rows("metrics")] == indicators


# --- the text around them

PLAIN = "The zone has formed forty-seven innovations, said Gao Qingyuan, vice mayor of Qingdao. It covers 1,200 sq km."
UNSEEN = [
    PLAIN.replace(" innovations", "\u200b innovations").replace("1,200", "1\u200b,2\u206000"),
    PLAIN.replace("innov", "inno\u00adv").replace("Qing", "Qing\u00ad"),
    "\ufeff" + PLAIN.replace("forty", "\u2066forty").replace("seven", "seven\u2069").replace("The ", "The \u200e"),
    PLAIN.replace("innovations", "inno-\nvations").replace("of Qingdao", "of Qing-\ndao"),
    PLAIN.replace("forty-seven", "forty-\nseven").replace("1,200", "1,200¹").replace("innovations", "innovations[3]"),
]


@pytest.mark.parametrize("text", UNSEEN)
def test_signs_without_width_and_broken_words_change_no_row_and_offsets_are_those_of_the_text(text):
    facts, plain = ftz.parse(text), ftz.parse(PLAIN)
    shown = ("value", "unit", "indicator", "status", "speaker", "name", "role", "cue")
    for table in ("metrics", "people", "statements"):
        rows, wanted = facts.rows(table), plain.rows(table)
        assert [[row.get(key) for key in shown] for row in rows] == [[row.get(key) for key in shown] for row in wanted]
        assert all(text[row["start"] : row["end"]] == row["quote"] for row in rows)
    quotes = [row["quote"] for row in facts.rows("metrics")]
    assert [quote[0] for quote in quotes] == ["f", "1"] and [quote[-1] for quote in quotes] == ["s", "m"]


@for_each(
    [
        ("foreign-\nfunded firms", "foreign-funded firms"),
        ("state-of-\nthe-art centers", "state-of-the-art centers"),
        ("re-\nform tasks", "reform tasks"),
        ("cold-\nchain depots", "cold-chain depots"),
        ("char\u00adging pi\u200bers", "charging piers"),
        ("trial agree-\nments", "trial agreements"),
        ("\u200fdepots\u200e", "depots"),
        ("Sino-\nThai centers", "Sino-Thai centers"),
        ("re-\nexport hubs and re-export sheds", "re-export hubs and re-export sheds"),
    ]
)
def test_a_hyphen_at_a_lines_end_stays_where_it_is_the_words_own(broken, word):
    assert ftz.parse(f"The zone has 40 {broken}.").rows("metrics")[0]["indicator"] == word


TABLE = """Item\t2019\t2020
Exports (billion yuan)\t21.5\t19.3
Foreign trade\t34.6 billion yuan\t12.5%
Cargo (10,000 tons)\t300\t-2%
New firms\t3,400\t+2.1%
Rank\t12\t14
Container throughput (TEU)\t310,000\t+4.2%
Land area (sq km)\t43.1
Imports\t-5.6%\t$3.1 billion
Tax revenue (million yuan)\t88.4
"""


def test_a_pasted_table_is_rows_of_cells_measured_by_the_first():
    rows = ftz.parse(TABLE).rows("metrics")
    assert [(row["indicator"], row["value"], row["unit"], row["change"]) for row in rows] == [
        ("Exports", 21500000000, "CNY", None),
        ("Exports", 19300000000, "CNY", None),
        ("Foreign trade", 34600000000, "CNY", None),
        ("Foreign trade", 12.5, "percent", None),
        ("Cargo", 3000000, "t", None),
        ("Cargo", 2, "percent", "decrease"),
        ("New firms", 3400, "count", None),
        ("New firms", 2.1, "percent", "increase"),
        ("Container throughput", 310000, "TEU", None),
        ("Container throughput", 4.2, "percent", "increase"),
        ("Land area", 43.1, "km2", None),
        ("Imports", 5.6, "percent", "decrease"),
        ("Imports", 3100000000, "USD", None),
        ("Tax revenue", 88400000, "CNY", None),
    ]


def test_rows_without_tabs_are_no_sentence():
    assert ftz.parse("Foreign trade (billion yuan) 21.5 19.3\nNew firms 3,400 3,100\n").rows("metrics") == []


@for_each(
    [
        ("It had 40 firms in 2019.The area carries 114 tasks.In 2020 it drew 300 banks.", 3),
        ("“We grow.”The area drew 40 firms!It grew.", 3),
        ("The port opened in 2018.It handles 62 routes.By 2021 it had 70 berths.", 3),
        ("Officials were pleased.More than 25 labs came in 2020.They stayed.", 3),
        ("Trade grew in May 2020.Nine depots were built.", 2),
        ("At 10 a.m. on Tuesday 30 trucks crossed.", 1),
        ("It signed with Haier Group Co., Ltd. The six firms followed.", 2),
        ("It is on Node.js, in St.Petersburg, of Mr.Li Na and the U.S.China ties, at 5.3 percent.", 1),
        ("The hall opens at 9 a.m. Thursday and closes at 5 p.m. Beijing time.", 1),
        ("At 5 p.m. Mr. Li Na, mayor of Qingdao, said the zone grew.", 1),
        ("The hall in the north of the town opened at 9 a.m. Visitors came from Jinan.", 2),
        ("It sold tea, e.g. Longjing, to Sun Bo Co. Ltd. The area grew.", 2),
        ("It drew Qingdao Port Co. Ltd. Shanghai Branch and others.", 1),
        ("It bought a stake in Harbor Foods Inc. Local banks lent it 250 million yuan.", 2),
        ("It leases a berth to Harbor Foods Co. Ltd. Jinan branch of the bank grew.", 1),
        ("Trade rose to 34. 6 billion yuan in 2019. 12 firms came.", 2),
    ]
)
def test_where_a_sentence_ends(text, count):
    assert len(ftz.parse(text).sentences) == count


@pytest.mark.parametrize(
    "sentence",
    [
        "At noon Mr. Li Na, mayor of Qingdao, said [the zone has 47 innovations|Li Na].",
        "At 5 p.m. Li Na, mayor of Qingdao, said [the zone has 47 innovations|Li Na].",
        "Mr. Li Na, mayor of Qingdao, said [the zone has 47 innovations|Li Na].",
        "It signed with Qingdao Port Co. Ltd. [The area has formed 47 innovations|Li Na], said Li Na, mayor of Qingdao.",
    ],
)
def test_who_speaks_behind_an_hour_and_a_title(sentence):
    expected, found = drawn(sentence, "statements", lambda row: (row["speaker"],))
    assert found == expected


OTHER_LANGUAGES = [
    "钦州片区承担118项试点任务,目前已完成74项。",
    "Зона свободной торговли выполнила 96 задач.",
    "La zona de libre comercio ha completado 96 de las 106 tareas piloto, y las exportaciones crecieron un 12 por ciento en el primer semestre del año.",
    "Die Freihandelszone hat 96 von 106 Aufgaben erledigt, und der Handel ist im ersten Halbjahr um 12 Prozent gewachsen, sagte der Leiter des Amtes vor Journalisten.",
    "ベトナムとの貿易は12パーセント増加し、港には62の航路がある。",
    "Le port franc a signé 62 accords, et les exportations ont augmenté de 12 pour cent au premier trimestre, selon le directeur.",
    "Khu thương mại tự do đã ký 62 thỏa thuận và xuất khẩu tăng 12 phần trăm trong quý đầu tiên của năm nay.",
    "A zona franca assinou 62 acordos, e as exportações cresceram 12 por cento no primeiro trimestre, disse o diretor.",
]


@pytest.mark.parametrize("text", OTHER_LANGUAGES)
def test_a_text_that_is_not_english_is_told_so_in_one_line(text, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match="no English text"):
        ftz.read(article)


def test_the_command_says_so_and_exits_with_two(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(OTHER_LANGUAGES[0], encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "ftzlib.cli", "facts", article], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "text",
    [
        "The Qingdao Area (青岛片区) of the Shandong FTZ has formed 47 innovations.",
        "Foreign trade\t21.5\nNew firms\t3,400\nCargo\t55\nShips\t12\n" * 5,
        "40 firms",
    ],
)
def test_english_with_words_of_another_language_is_read(text, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(text, encoding="utf-8")
    assert ftz.read(article).metrics is not None


@pytest.mark.parametrize("table", ["numbers", "changes"])
def test_every_rule_is_found_by_its_own_words(table, monkeypatch):
    def holding(rules, *about, of=Rules._holding):
        for rule, found in of(rules, *about):
            fit.append(rule["name"])
            yield rule, found

    monkeypatch.setattr(Rules, "_holding", holding)
    for rule in lexicon.load(table)["rule"]:
        fit = []
        ftz.parse(f"The zone is open. {rule['text']}")
        assert rule["name"] in fit, rule["name"]
