"""Whose verb a number stands behind: clauses, lists and pairs of real press prose; the answer drawn in the sentence."""

import pytest
from cases import for_each
from drawn import bare, drawn

import ftzlib as ftz

#: A new subject before a verb opens a clause of its own, with a comma or without.
CLAUSES = [
    "Rents reached [50 million yuan|Rents] and wages rose to [20 million yuan|wages].",
    "In May rents were [50 million yuan|rents] and wages surged to [20 million yuan|wages], up [5 percent|wages].",
    "Boosted by tax cuts, rents hit [50 million yuan|rents] in Anshan and wages climbed to [20 million yuan|wages].",
    "The yard handled [50 ships|ships] and the wharf's ferries rose to [20|ferries].",
    "Rents of the park reached [3 billion yuan|Rents] and the total output of mills of all kinds rose to [2 billion yuan|total output].",
    "Rents reached [3 million yuan|Rents], wages rose to [2 million yuan|wages] and output fell to [4 tons|output].",
    "Rents reached [3 million yuan|Rents] last year and foreign stakes in Anshan's steel mills surged to [2 million yuan|foreign stakes].",
    "The number of mills rose to [300|mills] and registered capital topped [5 billion yuan|registered capital].",
    "The number of mills reached [300|mills] and the number of banks reached [50|banks].",
    "The zone drew [30 mills|mills] and the number of jobs created there reached [400|jobs], up [5 percent|jobs].",
    "Sales grew [3 percent|Sales] and workers numbered [400|workers].",
    # A verb may be left out behind the first.
    "Pledged capital was [$1 billion|Pledged capital] and paid-in capital [$2 billion|paid-in capital].",
    "In May, rents reached [3 million yuan|rents], wages [2 million yuan|wages] and output [5 tons|output].",
    "Town income was [9,000 yuan|Town income] and farm income [2,000 yuan|farm income], up [5 percent|Town income] and [6 percent|farm income].",
    "It has [30 mills|mills] and exports of [5 billion yuan|exports].",
    # ... and what is none does not.
    "The town's sales grew by [20 percent|sales] and reached [3 billion yuan|sales].",
    "Sales hit [3 million yuan|Sales], the paper said, up [5 percent|Sales].",
    "Sales hit [3 million yuan|Sales] in a month and a rise of [5 percent|Sales] followed.",
    "Prices rose [5 percent|Prices] in the mills and yards of Anshan.",
    # What *that of* stands for has been named.
    "Sales of silk reached [3 tons|Sales] and those of tea rose to [2 tons|Sales].",
    "The value of silk reached [3 billion yuan|silk] and that of tea rose to [2 billion yuan|tea].",
    "Loans from Laos grew [5 percent|Loans], and those from Peru and Chile, [6 percent|Loans].",
    # A list behind the subject's preposition is no opening of a clause.
    "In addition, loans from Laos, Peru, Kenya and Chile also grew by [5 percent|loans] and [6 percent|loans].",
    "Besides, loans from banks in Laos, Peru and Chile fell [5 percent|loans].",
    "In Laos, Peru and Chile, loans fell [5 percent|loans].",
]

#: As many changes as there are figures before them: one each.
ONE_EACH = [
    "In May, rents reached [50 million yuan|rents] and wages hit [20 million yuan|wages], up [3 percent|rents] and [4 percent|wages] respectively.",
    "Town incomes reach [30,000 yuan|Town incomes] and farm incomes rose to [13,000 yuan|farm incomes], respectively up by [5 percent|Town incomes] and [6 percent|farm incomes].",
    "Tax was [5 billion yuan|Tax] ([$1 billion|Tax]), including land tax of [3 billion yuan|land tax], an increase of [9 percent|Tax] and [8 percent|land tax] respectively.",
    "The park drew [40 mills|mills], [20 banks|banks] and [3 hotels|hotels], up [5 percent|mills], [6 percent|banks] and [2 percent|hotels].",
    "Rents of [3 yuan|Rents] and wages of [9 yuan|wages] were paid, up [4 percent|Rents] and [5 percent|wages] respectively.",
    "Rents and wages grew by [3 percent|Rents] and [5 percent|wages] to [50 million yuan|Rents] and [20 million yuan|wages].",
    "Rents and wages reached [50 million yuan|Rents and wages], up [3 percent|Rents] and [5 percent|wages] respectively.",
    "It has [50 ships|ships] and [30 trains|trains], while rents and wages rose [3 percent|rents] and [5 percent|wages].",
    # Items of a subject, one each; nothing where they do not tally.
    "Tea, silk and rice grew [3 percent|Tea], [5 percent|silk] and [6 percent|rice].",
    "In detail, tea and salt, silk, and drug output saw growths of [3%|tea and salt], [5%|silk] and [6%|drug output].",
    "Rents fell. Rents, wages and sales reached [3 million yuan|Rents], [5 million yuan|wages] and [6 million yuan|sales].",
    "Tea, silk, salt and rice grew [3 percent|?], [5 percent|?] and [6 percent|?].",
    "The farms, mills and yards grew, with sales rising by [3 percent|sales], [5 percent|sales] and [6 percent|sales].",
    "Sales of tea, silk and rice grew [3 percent|Sales], [5 percent|Sales] and [6 percent|Sales].",
]

#: A high, a share, a topic in front: what is measured stands elsewhere.
ELSEWHERE = [
    "Rents reached a new high of [3 million yuan|Rents] ([$0.4 million|Rents]), up [3 percent|Rents].",
    "Sales in Anshan climbed to an all-time high of [3 million yuan|Sales]; wages hit a record [4,000 yuan|wages].",
    "The output dropped to a low of [4 tons|output].",
    "In actual use of steel, the [21 yards|yards] accounted for [17 percent|actual use of steel] of the country's total, a rise of [3 percent|actual use of steel].",
    "In terms of exports, the zones accounted for [17 percent|exports] of the total.",
    "In recent years, the zones accounted for [17 percent|?] of the total.",
    "In 2020, the zone accounted for [17 percent|imports] of the country's imports.",
    "Rents hit [3 million yuan|Rents], accounting for [9 percent|income] of its income, a rise of [4 percent|Rents].",
    "It sold [40 tons|tea] of tea, making up [9 percent|output] of the output, up by [4 percent|tea].",
    "Rents came to [3 million yuan|Rents], or [9 percent|Rents] of the town's income, up [5 percent|Rents].",
    "It has [40 mills|mills], accounting for [9 percent|mills] of the Fujian Pilot Free Trade Zone.",
    "It has [40 mills|mills], or [9 percent|mills] of the city; it covers [2 percent|land area] of the land area.",
    "The [40 mills|mills] make up [9 percent|mills] of Jiangsu.",
    "The industrial added value of the car makers rose [9 percent|industrial added value].",
    "The added value of tea reached [3 billion yuan|added value], and the value added of silk [fell by 2 percent|value added].".replace(
        "[fell by 2 percent|value added]", "fell by [2 percent|value added]"
    ),
    "Anshan saw a [19 percent|new accounts] jump in new accounts.",
    "There was a [5 percent|new plans] rise in new plans and a [3 percent|visitors] slump in visitors.",
    "A [5 percent|use of foreign steel] rise in the use of foreign steel is seen.",
    "GDP hit [5 billion yuan|GDP], of which growth in services stood at [12 percent|?].",
    "Pledged capital registered [3 billion yuan|Pledged capital], up [4 percent|Pledged capital].",
    "The yard registered [3 billion yuan|?].",
    "The Producer Price Index (PPI) rose [4 percent|Producer Price Index].",
    "The Anshan Tea Group rose [4 percent|?].",
    # Who gets somewhere in a time is not measured; what takes that time is.
    "Trucks leaving Anshan can reach farms in Laos in [48 hours|?] and Peru in [72 hours|?].",
    "The trains can reach Laos in [48 hours|?].",
    "Rents can reach [48 yuan|Rents], and wages came close to [300 yuan|wages].",
]

#: Units and scales as they are written, and the numbers that only name something.
NUMBERS = [
    "Firms need [RMB 20mil|20000000 CNY], and [$5mio|5000000 USD] more; it put in USD 20xyz a year.",
    "The [30-sq/km|30 km2] Anshan Tea Park and a hall of [300 sq/m|300 m2] opened.",
    "The birth rate is [3.41‰|0.341 percent], down by [2 per mille|0.2 percent].",
    "The Tea List 2014 allows firms to sell salt; Plan 2025 bans it.",
    "Over [1,100 deals|1100 count] sealed: 2023 TEAFAIR shares hopes.",
    "In 2014 firms came; the fair drew [2014 firms|2014 count].",
    "Shops sold the Tiggo 8 series, the Boeing 737 jets and the Tesla Model 3 cars.",
    "In the Hainan FTZ [40 firms|40 count] came; it gave the Anshan Bank [40 cars|40 count].",
    "Updated: 9 13,2023 Source: Bohai News",
    "The output of cars in Anshan was [781,000|781000 count], up [6%|6 percent].",
    "The price of cars in Anshan was 781,000.",
    "The stock of Anshan, whose total assets in Laos are valued at [3 billion yuan|3000000000 CNY], fell.",
]


@for_each(NUMBERS)
def test_a_number_is_read_with_its_unit_or_names_something(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [f"{row['value']:.12g}", row["unit"]])
    assert found == expected


#: *Was up to* may say what something came to.
BOUNDS = [
    "Tax was up to [51.75 billion yuan|] and rents were up to [3 billion yuan|].",
    "Fines are up to [5,000 yuan|EQUAL_OR_LESS].",
    "It may cost up to [5,000 yuan|EQUAL_OR_LESS].",
]


@pytest.mark.parametrize("sentence", BOUNDS)
def test_a_bound_is_none_where_it_may_be_a_level(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [row["mod"]])
    assert found == expected


#: A part compares with its whole: no growth is one of a sum.
PARTS = [
    "GDP hit [5 billion yuan|-], of which growth in services stood at [12 percent|-].",
    "Tax came to [5 billion yuan|-], of which [12 percent|5e+09] is paid on land.",
    "Tax was [5 billion yuan|-], including land tax of [3 billion yuan|5e+09] and road tax of [1 billion yuan|5e+09].",
    "Mills made [30 deals|-], including sales worth [3 billion yuan|-].",
    "It sold [521 boats|-] in May. Among them, the yard sold [78,000 units|-].",
    "Of [186 tasks|-], the zone has fulfilled [191|186].",
    "The output of cars was [4,000|-], of which [300|4000] were red.",
    "Sales were [5 billion yuan|-], among which the rise of tea was [3 percent|-].",
]


@for_each(PARTS)
def test_a_part_is_of_what_it_compares_with(sentence):
    values = {
        row["id"]: f"{row['value']:g}" for row in ftz.parse(bare(sentence), published="2020-11-06").rows("metrics")
    }
    expected, found = drawn(sentence, "metrics", lambda row: [values.get(row["part_of"], "-")])
    assert found == expected


#: What is measured where the text puts it at so much, expects it, sets it off, or goes back to it.
PUT_SO = [
    # ... by a verb that says at how much something is put,
    "The survey puts the average wait for a plot at [47 days|average wait], as against [63 days|average wait] in 2019.",
    "Gu Wei put the savings for growers at [150 yuan|savings] a box, or some [2 million yuan|savings] a year.",
    "Article 19 caps the time for registering a mill at [two days|time], down from [three|time].",
    "The cost of the dam is put at [3 billion yuan|cost].",
    "The city has set itself the goal of lifting tea exports to [3 billion yuan|tea exports], against [2 billion yuan|tea exports] in 2019.",
    "It came with the aim of cutting fees by [5 percent|fees].",
    "Foreign trade close to [3 billion yuan|Foreign trade] in May",
    "Chinese ports close to [70 million tons|?] in May",
    "Foreign trade came close to [3 billion yuan|Foreign trade] in May.",
    "Grain imports increased more than [eightfold|Grain imports] to [5 million tons|Grain imports].",
    "The council puts up guests at [40 hotels|hotels].",
    "Analysts put the figure at [3 billion yuan|?].",
    # ... or by one that expects its object to be so,
    "She expects the firm's China revenue to make up [15|China revenue] to [20 percent|China revenue] of its total.",
    "He expects the county's silk trade to grow by between [6|silk trade] and [8 percent|silk trade] this year.",
    "The bank wants lending to small shops to reach [3 billion yuan|lending].",
    "The town foresees wages falling by [4 percent|wages].",
    "It helped the pier to reach [3 million tons|?].",
    # ... by half of it,
    "The bureau pays [half|rent] the rent of newcomers; about [half|staff] its staff left.",
    "[Half|seats] the seats were empty. Rents are [half|Rents] the national average.",
    # ... in brackets, in an aside, on a line of its own,
    "Trade with Japan ([7 billion yuan|Trade]) more than tripled.",
    "Exports ([5 billion yuan|Exports]) rose, and freight to Laos ([3 million tons|freight]) fell.",
    "The main buyers were Peru ([20 percent|?]) and Japan ([10 percent|?]).",
    "The fee, once [300 yuan|fee], is now [200 yuan|fee].",
    "It plans to halve the waiting time at the gate, now [14 hours|waiting time].",
    "[18 percent|imports]: the share of the county's imports that went by rail",
    "[5,200|mills]: the number of mills in the county",
    "Silk sales: [4 billion yuan|Silk sales] (-[3%|Silk sales]); share in the county's total: [66%|Silk sales]",
    # ... by what goes back to what was told,
    "It sent [3,000 parcels|parcels]. That was [36 percent|parcels] more than in May.",
    "Silk sales rose [80 percent|Silk sales]. They started from [40 million yuan|Silk sales].",
    "Silk sales grew fast. From May to July they were [40 million yuan|Silk sales].",
    "Tea trade hit [3 billion yuan|Tea trade]. This represents a rise of [5 percent|Tea trade].",
    "Tea trade hit [3 billion yuan|Tea trade] and silk sales [2 billion yuan|silk sales]. That was [5 percent|?] more.",
    "The town is old. It took [3 million yuan|?].",
    # ... or by a share of it,
    "Tea trade hit [3 billion yuan|Tea trade]. The other members accounted for [38 percent|Tea trade].",
    "Peru was the biggest partner, with a share of [19 percent|?], followed by Japan ([11 percent|?]).",
    "Of this, exports stood at [121 billion yuan|exports] (+[13%|exports]) and imports at [93 billion yuan|imports].",
    "Pine, which made up [80 percent|imports] of imports, has dwindled to [34 percent|imports].",
    "Some [62 percent|mills] of the mills grew, and [20 percent|mills] shrank.",
    "Among the mills surveyed, [45 percent|mills] were content. It covers [1 percent|area] of the county's area.",
    "The plan sets a target of [3 billion yuan|silk trade] for its silk trade. Mills pay land tax at [5 percent|land tax].",
    "Rents here are a [third|Rents] of those in Anshan. Mills that file late can be fined up to [5 million yuan|?].",
    "The pass is valid for [five years|pass].",
    "Of all the mills polled, [68 percent|mills] are small and [65 percent|mills] are engaged in silk.",
    "In 2017, [78 percent|mills] of the mills were content, far higher than [64 percent|mills] in 2015.",
    "Exports grew by [61 percent|Exports], imports — by [30 percent|imports]. Silk hit [3 tons|Silk], a figure up [5 percent|Silk].",
    "Silk trade and tax of the parks accounted for [19 percent|Silk trade] and [18 percent|tax] of the [21 zones|zones].",
    "Exports hit [3 billion yuan|Exports], [two thirds|Exports] of them to Laos; with ASEAN taking [20 percent|Exports], it is open.",
    "The plot was sold for [3 billion yuan|plot]. Growers sold it for [3 million yuan|?].",
    "Paperwork in the park that once took [10 days|Paperwork] is quick, and permits can be issued in [two hours|permits].",
    "The [four-hour|trip] trip is free. The year-on-year increase in silk sales was [2 percent|silk sales].",
    "Carts waited up to [12 days|?] at the gate. They sew and pack phones for [3,000 yuan|?] a month.",
    "Its trade with Laos -- [30 billion yuan|trade] in 2022 -- doubled. Trade -- worth [3 tons|Trade] in May -- fell.",
    "Silk hit [3 tons|Silk] in May. A year earlier the figure had been [2 tons|Silk].",
    "Shops get [30 percent|rent] off their rent. The park lies [30 km|?] from the airport.",
    "It issued bonds worth [3 billion yuan|bonds] at [3 percent|?]. The town's share in silk sales is [9 percent|silk sales].",
    "It covers [30 percent|rent] of the rent, up to [3,000 yuan|?]. They pay [300 yuan|rent] a month in rent.",
    "The rules shorten to [five days|time] the time for permits. The firm raised its prices [5 percent|prices].",
    "The port trimmed the list of required papers from [38|required papers] to [17|required papers].",
    "Some [70 percent|mills] of the mills grew. Only [9 percent|mills] were thinking of leaving.",
    "The town has [300 mills|mills] and [20 banks|banks]. Only [9 percent|?] were new.",
    "Rents run at [1.1 yuan|Rents] a day; a driver's monthly pay, at [9,000 yuan|monthly pay], is low.",
    "Her charter rates, she added, were [40 percent|charter rates] lower. Rents, the bureau said, fell [5 percent|Rents].",
    "Rents fell [5 percent|Rents], he said, and wages rose [3 percent|wages].",
    # ... before its subject,
    "At [30 billion yuan|sales], sales were a record. Up [5 percent|silk trade] year on year, silk trade hit [3 tons|silk trade].",
    "After rising [5 percent|sales] in May, sales fell [2 percent|sales]. Having grown by [5 percent|rents], rents are high.",
    "Up [5 percent|?], the county did well. At [40 hectares|?], it is the largest.",
    # ... of each of two places,
    "The Anshan Area covers [70 sq km|?], the Dalian Area [20 sq km|?] and the Yingkou Area [10 sq km|?].",
    "Its trade hit [83 billion yuan|trade], equal to [46 percent|trade] of Anshan's total.",
]

#: The subject of a clause, and what is none.
SUBJECTS = [
    "Costs fell and have risen by [5 percent|Costs] since. Fees fell but rose by [5 percent|Fees] in May.",
    "Training staff took time, he complained, and rents in Anshan, home to [40 mills|mills], rose by [8 percent|rents].",
    "Officials claim that silk sales rose [80 percent|silk sales]. It turned out that rents fell [5 percent|rents].",
    "Covering [119 sq km|?], the area posted trade of [3 billion yuan|trade], a jump of nearly [40 percent|trade].",
    "Rents shot up in May, and though they have fallen back by some [25 percent|Rents], the town is empty.",
    "Freight may get dearer still, by [10 percent|Freight] or so.",
    "Fines for late filing run to [1 million yuan|Fines]. Orders add up to [3 million tons|Orders].",
    "Imports made up [9 tons|Imports] of that; exports, which began in 2019, brought in the other [4 tons|exports].",
    "Spread over [46 square kilometers|?], the area is old. Strung along [9 km|?], it has ports.",
    "The event, which spread over [90,000 square meters|?], was the largest.",
    "While most growers knew it, a mere [38 percent|?] had used it.",
    "Sales grew for long and now stand at [30 million yuan|Sales]. By rail the trip lasts [16 days|trip].",
    "The dam, which cost [2 billion yuan|dam], is old. Building the dam took [2 billion yuan|?].",
    "A bigger one was ready in [36 hours|?].",
    "Vietnam rose [3 percent|?] to [5 billion yuan|?].",
]


@for_each([*CLAUSES, *ONE_EACH, *ELSEWHERE, *PUT_SO, *SUBJECTS])
def test_a_number_has_the_subject_of_its_own_clause(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [row["indicator"] or "?"])
    assert found == expected


#: The size of a change, though its verb is left out.
CHANGES = [
    "The park drew [40 mills|], [20 banks|] and [3 hotels|], down [5 percent|decrease], [6 percent|decrease] and [2 percent|decrease].",
    "Trade hit [3 billion yuan|] and growth reached [5 percent|increase]; rents hit [3 yuan|] and declines followed.",
    "Loans from Laos grew [5 percent|increase], and those from Peru, [6 percent|increase].",
    "Loans from Laos grew [5 percent|increase], and those from Peru made up [6 percent|].",
    "Tea, silk and rice reported growths of [3 percent|increase], [5 percent|increase] and [6 percent|increase].",
    "Tea and silk saw declines of [3 percent|decrease] and [5 percent|decrease].",
]


@for_each(CHANGES)
def test_a_change_may_leave_its_verb_out(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [row["change"]])
    assert found == expected
