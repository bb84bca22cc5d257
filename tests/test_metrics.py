"""Quantities: value, unit, status, mod and change; the wholes that they are parts of; who and where."""

import pytest
from cases import for_each
from drawn import drawn

import ftzlib as ftz

NUMBERS = [
    "A crane that can lift [65 tons|65 t reported] lifted sales by [5 percent|5 percent reported increase].",
    "It shipped [3 million tons|3000000 t reported] in 2021, [4 million|4000000 t reported] in 2022 and [5 million|5000000 t reported] last year, and 40 in 2015.",
    "Exports of cars hit [3 billion yuan|3000000000 CNY reported], while those of ships, down [4 percent|4 percent reported decrease], were [2 billion|2000000000 CNY reported].",
    "It had imports of [5.2 billion yuan|5200000000 CNY reported] and exports of [3.1 billion|3100000000 CNY reported].",
    "Costs fell [500 yuan|500 CNY reported decrease] to [1,200 yuan|1200 CNY reported]; it saves [two|2 day reported] to [three days|3 day reported].",
    "It settled [9.4 billion yuan|9400000000 CNY reported], or [58 percent|58 percent reported increase] more, for [30 firms|30 count reported].",
    "It settled [9.4 billion yuan|9400000000 CNY reported], or [8 percent|8 percent reported] of the total.",
    "Revenue was [8.4 billion yuan|8400000000 CNY reported]; net profit fell [6.1 percent|6.1 percent reported decrease] to [410 million|410000000 CNY reported].",
    "Exports hit [3 tons|3 t reported]; imports stood at [2 million|2000000 t reported]; traders number [2 million|2000000 count reported].",
    "The tariff fell from [15|15 percent reported] to [10 percent|10 percent reported] and the rate for tea from [nine|9 percent reported] to [five|5 percent reported].",
    "The fee was cut from [300|300 CNY reported] to [200 yuan|200 CNY reported], and forms from [nine|9 count reported] to [five|5 count reported].",
    "Private firms sold [12 billion yuan|12000000000 CNY reported], up [3 percent|3 percent reported increase], foreign-funded ones [6 billion|6000000000 CNY reported], down [4 percent|4 percent reported decrease], and state-owned firms [3 billion|3000000000 CNY reported].",
    "Wuhan drew [40 firms|40 count reported], up [5 percent|5 percent reported increase], Yichang [30|30 count reported], down [3 percent|3 percent reported decrease], and Xiangyang [nine|9 count reported].",
    # The unit is told once, where a preposition or a noun of its own shows that an amount is of the same kind; a small number has it not.
    "Trade with the EU was [210 billion yuan|210000000000 CNY reported], with ASEAN [121.7 billion|121700000000 CNY reported] and with Japan [80.3 billion|80300000000 CNY reported], up [3|3 percent reported increase], [4|4 percent reported increase] and [5 percent|5 percent reported increase] respectively.",
    "Exports to Laos came to [31 billion yuan|31000000000 CNY reported], to Chile to [22.4 billion|22400000000 CNY reported] and to Peru to [18 billion|18000000000 CNY reported].",
    "Trade with Laos rose [12 percent|12 percent reported increase] to [$9.3 billion|9300000000 USD reported], that with Chile [8 percent|8 percent reported increase] to [4.1 billion|4100000000 USD reported].",
    "Exports were [31 billion yuan|31000000000 CNY reported] to Laos, [22.4 billion|22400000000 CNY reported] to Chile and [18 billion|18000000000 CNY reported] to Peru.",
    "Exports by private firms hit [12 million tons|12000000 t reported], by state firms [6 million|6000000 t reported].",
    "Exports to Laos, Chile and Peru were [300|300000000000 CNY reported], [210|210000000000 CNY reported] and [100 billion yuan|100000000000 CNY reported].",
    "Exports fell [3 percent|3 percent reported decrease] to [31 billion yuan|31000000000 CNY reported] while imports rose [4 percent|4 percent reported increase] to [12 billion|12000000000 CNY reported].",
    "Exports to Laos grew [12 percent|12 percent reported increase], to Chile [5 percent|5 percent reported increase] and to Peru [2 percent|2 percent reported increase].",
    "Trade with Laos, Chile and Peru was up [5 percent|5 percent reported increase], [3 percent|3 percent reported increase] and down [2 percent|2 percent reported decrease].",
    "Trade with Laos was [3 billion yuan|3000000000 CNY reported], with Chile 2. Wuhan's trade was [3 billion yuan|3000000000 CNY reported], Anshan's 2.",
    "Revenue hit [3 million yuan|3000000 CNY reported], throughput 3 million; exports rose to [3 million yuan|3000000 CNY reported] and population to [12 million|12000000 count reported].",
    "It lent [3 billion yuan|3000000000 CNY reported] to firms and 400 to farmers, with [40 banks|40 count reported] taking part.",
    "A [28-strong|28 count reported] delegation came.",
    # Members of a group, joined to their number; *27 member states* counts states.
    "A [22-member|22 count reported] delegation came.",
    "The [14-member|14 count reported] group arrived.",
    "Its [27 member states|27 count reported] agreed.",
    # The size of a change, told again as a share; what is only part of something is none.
    "Loans were up by [21 billion yuan|21000000000 CNY reported increase], or [31.9 percent|31.9 percent reported increase], from May.",
    "Revenue rose by [3 million yuan|3000000 CNY reported increase] ([12.5 percent|12.5 percent reported increase]).",
    "Waits were cut by [three hours|3 hour reported decrease], or [20 percent|20 percent reported decrease].",
    "It saw a drop of [300 trucks|300 count reported decrease], or [5.5 percent|5.5 percent reported decrease].",
    "Sales fell [2 million yuan|2000000 CNY reported decrease], or [4 percent|4 percent reported decrease].",
    "Sales fell to [2 million yuan|2000000 CNY reported], or [4 percent|4 percent reported] of the total.",
    "The zone raised [3 billion yuan|3000000000 CNY reported], or [12 percent|12 percent reported] of its funds.",
    "The zone added [40 firms|40 count reported], or [8 percent|8 percent reported].",
    # What comes back after a fall; what is got back is none.
    "Trade is to recover by [3|3 percent planned increase] to [4 percent|4 percent planned increase] next year.",
    "Output bounced back by [6 percent|6 percent reported increase].",
    "The bank recovered [5 percent|5 percent reported] of its debts.",
    "Goods trade grew [31.3%|31.3 percent reported increase] annually, and services trade [23.3%|23.3 percent reported increase].",
    "Opening a firm has been cut to [half a day|0.5 day reported] from [22 days|22 day reported].",
    "It takes [half an hour|0.5 hour reported]; [half|50 percent reported] of the firms are new.",
    "The number of firms jumped from [2,000|2000 count reported] to more than [30,000|30000 count reported MORE_THAN], a record.",
    "Imports and exports have grown between [20|20 percent reported increase] and [30 percent|30 percent reported increase].",
    "The area carries [106 pilot reform tasks|106 count total], and [96|96 count implemented] have been implemented.",
    "It took [15 days|15 day reported] and is now done within [two|2 day reported].",
    "It spent [$20 million dollars|20000000 USD reported], [RMB20 yuan|20 CNY reported] and [20 dollars|20 USD reported].",
    "It spent [2|2000000 CNY reported] to [3 million yuan|3000000 CNY reported].",
    "It has [300 firms|300 count reported] and [40 banks|40 count reported]. Of these, [200|200 count reported] are new.",
    "It handled [4.2 million TEUs|4200000 TEU reported], [300,000|300000 TEU reported decrease] less than in May.",
    "It handled [4.2 million TEUs|4200000 TEU reported], [300,000|300000 TEU reported increase] higher than in May.",
    "Trade has grown by an average of [15 percent|15 percent reported increase] a year.",
    "Trade grew by [3|3 percent reported increase] and [5 percent|5 percent reported increase].",
    "It drew 36 and [10 banks|10 count reported].",
    "It drew between [36|36 count reported] and [40 banks|40 count reported].",
    "The wait was cut from [12 hours|12 hour reported] to [five|5 hour reported], or by [seven|7 hour reported].",
    "It took [15 days|15 day reported] and now needs [two|2 day reported].",
    "It took [15 days|15 day reported] and now takes no more than [two|2 day reported EQUAL_OR_LESS].",
    "It used to take [15 days|15 day reported] and is now done in [two|2 day reported].",
    "It was cut from [15 days|15 day reported] into [two|2 day reported].",
    "It was given [120 tasks|120 count total] and of the total [30|30 count implemented] are done.",
    "It was given [120 tasks|120 count total] and among them [30|30 count implemented] are done.",
    "It was given [120 tasks|120 count total] and from these [30|30 count implemented] are done.",
    "It was given [120 tasks|120 count total], out of which [30|30 count implemented] are done.",
    "The loop needs [two ships|2 count reported] or [three boats|3 count reported].",
    "It spent [120 yuan|120 CNY reported], [30|30 CNY reported] of it on tea.",
    "[12|12 count reported] of its [104 cases|104 count total] are new.",
    "[12 tons|12 t reported] of the [104 tons|104 t reported] are new.",
    "Exports rose to [5 billion yuan|5000000000 CNY reported] from [3 billion yuan|3000000000 CNY reported].",
    "The number of firms grew from [300|300 count reported] to [500|500 count reported].",
    "The share rose from [3 percent|3 percent reported] to [5 percent|5 percent reported].",
    "It spent [RMB 5 million|5000000 CNY reported], [$3 million|3000000 USD reported], [5 million euros|5000000 EUR reported], [20 million yen|20000000 JPY reported] and [HK$3 million|3000000 HKD reported].",
    "It spent [EUR5 million|5000000 EUR reported], [3 million pounds|3000000 GBP reported], [£3 million|3000000 GBP reported] and [¥300|300 CNY reported].",
    "It has [1.5 million users|1500000 count reported], [12m users|12000000 count reported] and [5bn users|5000000000 count reported].",
    "It has a [dozen firms|12 count reported], dozens of shops and hundreds of jobs.",
    "It drew at most [12 firms|12 count reported EQUAL_OR_LESS], fewer than [30 shops|30 count reported LESS_THAN] and at least [5 banks|5 count reported EQUAL_OR_MORE].",
    "It drew close to [12 firms|12 count reported LESS_THAN], around [30 shops|30 count reported APPROX] and roughly [5 banks|5 count reported APPROX].",
    "It drew no more than [12 firms|12 count reported EQUAL_OR_LESS], not less than [30 shops|30 count reported EQUAL_OR_MORE] and exactly [5 banks|5 count reported].",
    "By 2025, it will have [500 firms|500 count planned].",
    "It rolled out [12 policies|12 count formed] and completed [30 reform tasks|30 count implemented].",
    "Trade doubled, rising [100 percent|100 percent reported increase]; costs halved, falling [50 percent|50 percent reported decrease].",
    "Exports shrank [5 percent|5 percent reported decrease] and imports edged down [3 percent|3 percent reported decrease].",
    "Time was reduced by [ten days|10 day reported decrease]; costs were cut [30 percent|30 percent reported decrease].",
    "[Zero accidents|0 count reported] and [0 firms|0 count reported].",
    "It handled [300 TEU|300 TEU reported], [5,000 twenty-foot equivalent units|5000 TEU reported] and [40 containers|40 count reported].",
    "The zone contributes [20 percent|20 percent reported] of the city's trade with [3 percent|3 percent reported] of its land.",
    "Imports and exports rose by [80.5%|80.5 percent reported increase], [52.9%|52.9 percent reported increase] and [38.3%|38.3 percent reported increase].",
    "It has room of a [million square meters|1000000 m2 reported] and [half a million yuan|500000 CNY reported].",
    "It spent a [hundred yuan|100 CNY reported] and a [thousand yen|1000 JPY reported].",
    "[Thirty-one projects|31 count reported] were completed, and [42 new ones|42 count reported] were signed.",
    "[1,400 innovations|1400 count promoted] from [18 pilot FTZs|18 count reported] have been promoted.",
    "[30 tasks|30 count implemented] in the plan have been completed.",
    "It has taken the lead in accomplishing [119 tasks|119 count implemented].",
    "It has formulated [132 policies|132 count formed], of which [14|14 count promoted] have been adopted all over Jiangsu province.",
    "[30 tasks|30 count implemented] in the plan have been basically implemented, and [40 tasks|40 count implemented] have been basically implemented.",
    "The [1,000-hectare|1000 ha reported] zone has [1-ton|1 t reported] trucks.",
    "The area has formed [68 innovations|68 count formed] with [13|13 count promoted] being promoted across Shandong.",
    "[Nine centers|9 count planned] will be established in the area.",
    "Trade hit [1.2 trillion yuan|1200000000000 CNY reported].",
    "Trade hit [30.66 billion yuan|30660000000 CNY reported] ([US$4.72 billion|4720000000 USD reported]).",
    "Trade hit [RMB2,400 billion|2400000000000 CNY reported].",
    "Trade hit [$145b|145000000000 USD reported].",
    "Clearance is done within [one day|1 day reported], or takes only [one day|1 day reported].",
    "The wait was cut to [one day|1 day reported].",
    "It drew [71 projects|71 count reported], worth [48 billion yuan|48000000000 CNY reported]. [Fifteen|15 count reported] have gone.",
    "Exports fell [4 percent|4 percent reported decrease] to [40 tons|40 t reported], [5|5 t reported] more than before.",
    "Exports reached [RMB2.07 trillion|2070000000000 CNY reported].",
    "[349 innovations|349 count promoted] developed in the zones have been replicated across the country.",
    "It is one of [86 innovations|86 count formed] that the zone has formed.",
    "A second channel for ships of [200,000 tonnes|200000 t planned] will be opened.",
    "The loop needs [two ships|2 count reported] or [three|3 count reported].",
    "It drew [1,860 firms|1860 count reported], up from about [700|700 count reported APPROX] three years ago.",
    "It built a [35-sq-km|35 km2 reported] harbor.",
    "It has an area of [119.86 sq km|119.86 km2 reported].",
    "It drew [two dozen firms|24 count reported].",
    "It drew [two hundred and fifty firms|250 count reported].",
    "[Half|50 percent reported] of the firms are small.",
    "[One-tenth|10 percent reported] of the trade is in fruit.",
    "It drew [１２,３００ firms|12300 count reported].",
    "It drew nearly [200 firms|200 count reported LESS_THAN].",
    "It drew over [200 firms|200 count reported MORE_THAN].",
    "It drew no less than [200 firms|200 count reported EQUAL_OR_MORE].",
    "It drew up to [200 firms|200 count reported EQUAL_OR_LESS].",
    "It drew some [200 firms|200 count reported APPROX].",
    "Trade was up [12.3 percent|12.3 percent reported increase] year on year to [45 billion yuan|45000000000 CNY reported].",
    "The time was cut from [10 days|10 day reported] to [three|3 day reported].",
    "The time was cut from [10 days|10 day reported] to [three|3 day reported] while trade grew.",
    "The time was cut from [10 days|10 day reported] to [three|3 day reported] in the port.",
    "It takes between [20|20 minute reported] and [30 minutes|30 minute reported].",
    "Exports and imports grew [3|3 percent reported increase] and [5 percent|5 percent reported increase], respectively.",
    "The port handled [16.2 million TEUs|16200000 TEU reported] and [45 mu|45 mu reported] of land.",
    "The rate was [1.8 percentage points|1.8 percentage_points reported] above the average.",
    "The zone plans to open [two more ports|2 count planned].",
    "It drew [3,400-plus enterprises|3400 count reported MORE_THAN].",
    "Trade rose by more than a [quarter|25 percent reported MORE_THAN increase].",
    "Imports stood at [3 billion yuan|3000000000 CNY reported] (up [4%|4 percent reported increase]).",
    "It handled [5 million TEUs|5000000 TEU reported], [300,000|300000 TEU reported increase] more than a year earlier.",
    "The area has taken on [98 reform tasks|98 count total] and finished [91|91 count implemented] of them.",
    "Li Wei said it would build a hall of [300 square meters|300 m2 planned].",
]

# What lies ahead: headlines, what is expected, the second of two, the future; not what is there, or done by an estimate.
AHEAD = [
    "Lanhai Co to Invest [$2.5 Billion|2500000000 USD planned] in Anshan Port",
    "Bohai Daily: [12 Banks|12 count planned] to Open Branches in Lanhai",
    "[Two Anshan firms|2 count planned] to list in Singapore",
    "Exports of [300 Cars|300 count reported] to Kenya Hit Record",
    "Efforts to attract [40 firms|40 count reported]",
    "How to save [30 percent|30 percent reported] on perfume",
    "Trade grows [3 percent|3 percent reported increase] to hit [40 billion yuan|40000000000 CNY reported]",
    "Organisers say deals worth about [$3 billion|3000000000 USD planned APPROX] are expected at the fair.",
    "More than [3,000 exhibitors|3000 count planned MORE_THAN] are expected at the show, and [40 jobs|40 count planned] are planned.",
    "The [300 guests|300 count reported] were expected. The [40 firms|40 count reported] are expected profits.",
    "It is expected that over [300 trains|300 count planned MORE_THAN] will complete the trip next year.",
    "It is estimated that the port handled [3 million tons|3000000 t reported] last year.",
    "The port is estimated to have handled [3 million tons|3000000 t reported] in May, a growth of [5 percent|5 percent reported increase].",
    "Trade is likely to slump by around [18 percent|18 percent planned APPROX decrease], and rents are unlikely to exceed [300 yuan|300 CNY planned MORE_THAN].",
    "More than [390 digital and smart cars|390 count planned MORE_THAN] as well as some [40 green and fast ships|40 count planned APPROX] will be shown.",
    "It formed [90 reforms|90 count formed], among which [20 policies|20 count planned] and [12 practices|12 count planned] will be copied across the country.",
    "The port works to meet the requirements of a volume of [3 million tons|3000000 t planned] in the future.",
    "In the near future, the pier can handle [300 ships|300 count planned] a day; it can handle [40 ships|40 count reported] now.",
    "It put [30 million yuan|30000000 CNY reported] in the future of the city and [3 million yuan|3000000 CNY reported] in future industries.",
    "Once completed, the plant can produce [300 cars|300 count planned] a year; after the line opened, the port could load [40 ships|40 count reported].",
    "After completion, the plant produced [300 cars|300 count reported].",
    "It plans to spend [3 billion yuan|3000000000 CNY planned] on roads, of which [2 billion yuan|2000000000 CNY planned] is for bridges.",
    "With a total planned investment of [3 billion yuan|3000000000 CNY planned], it has an expected output of [300 cars|300 count planned].",
    "Growth was [3 percent|3 percent reported increase], higher than the expected [2 percent|2 percent reported].",
    "As expected, [300 guests|300 count reported] came to the planned town.",
    "Trains will cover the [9,800-kilometer|9800 km reported] trip in [13 days|13 day planned], and a [30-km|30 km planned] road will be built.",
    "The plant is expected to yield [3 billion yuan|3000000000 CNY planned] a year, create over [1,000 jobs|1000 count planned MORE_THAN] and attract [40 firms|40 count planned].",
    "The fair is expected to open in May, and drew [300 guests|300 count reported] last year.",
    "The [38 practices|38 count planned] to be replicated are new; [40 firms|40 count reported] said to be leaders came.",
    "The number of firms should reach [9,000|9000 count planned], accounting for [75 percent|75 percent planned] of the city's total.",
    "Some [40 cars|40 count planned APPROX] will be shown, a yearly increase of about [37 percent|37 percent planned APPROX increase]; exports were [2 billion yuan|2000000000 CNY reported], up [3 percent|3 percent reported increase].",
    "The zone hit [3 billion yuan|3000000000 CNY reported] last year, exceeding its annual target by [5 percent|5 percent reported].",
    "The pier would be able to load [300 tons|300 t planned] a day, the agency reported. He would have spent [300 yuan|300 CNY reported], he said.",
    "The [three subzones|3 count reported] will implement [12 reforms|12 count planned]. The [40 schools|40 count planned] will be set up.",
    "Lanhai Port to Form [$14.6 Bln|14600000000 USD planned] Goods Hub",
    "The zone has a planned area of [120 square kilometers|120 km2 reported] and a planned investment of [3 billion yuan|3000000000 CNY planned].",
    "The plan is to raise the share of tea to [40 percent|40 percent planned] from [28 percent|28 percent reported] by 2030, an increase of [12 points|12 percentage_points planned increase].",
    "Rents will rise from [300 yuan|300 CNY reported] to [400 yuan|400 CNY planned], and it plans to draw [40 firms|40 count planned] from [30 towns|30 count planned].",
    "It will cut the time from [10 days|10 day reported] to [three|3 day planned].",
]

# Which way a number moved, and what is only a difference or a saving.
MOVED = [
    "Retail sales grew at about [8%|8 percent reported APPROX increase], and exports declined at [3 percent|3 percent reported decrease].",
    "Exports hit [3 billion yuan|3000000000 CNY reported] (the growth was [42.8%|42.8 percent reported increase]); growth in imports stood at [7 percent|7 percent reported increase].",
    "The growth rate of sales reached [7.1 percent|7.1 percent reported increase], the drop in rents was [3 percent|3 percent reported decrease].",
    "Growth was [3 percent|3 percent reported] higher than the average, and growth in fees was [5 percent|5 percent reported] above it.",
    "It was higher than the growth rate of Anshan ([32.9%|32.9 percent reported increase]).",
    "Exports rose to [3 billion yuan|3000000000 CNY reported], a [15.3%|15.3 percent reported increase] up from a month earlier; sales were [5 percent|5 percent reported decrease] down on last year.",
    "Services made up [42%|42 percent reported] of GDP, [three percentage points|3 percentage_points reported increase] greater than in 2017.",
    "The share was [3 percentage points|3 percentage_points reported] larger than that of Anshan in 2017.",
    "The share was [3 percentage points|3 percentage_points reported decrease] smaller than a year earlier.",
    "The volume exceeded the figure for the same period last year by [36 percent|36 percent reported increase].",
    "Arrivals surpassed pre-crisis 2019 levels by [6 percent|6 percent reported increase].",
    "The drop in exports was smaller than that in imports by [22 percentage points|22 percentage_points reported].",
    "She saved nearly [60%|60 percent reported LESS_THAN] on the cream; the reform saved [30 percent|30 percent reported decrease] of the time.",
    "Trade jumps [3 percent|3 percent reported increase], sales plunge [4 percent|4 percent reported decrease], and fees may slump by [5 percent|5 percent planned decrease].",
    "It has expanded its trade in Kenya more than [20-fold|20 times reported MORE_THAN increase], and raised its fees three times.",
    "It added [273 data accounts|273 count reported], an increase of [115|115 count reported increase] over the previous year.",
    "It has kept an annual growth of above [30 percent|30 percent reported MORE_THAN increase], and the output rose above [30 percent|30 percent reported MORE_THAN].",
    "Sales hit [4 billion yuan|4000000000 CNY reported], a [quarter|25 percent reported increase] more than in 2013, and grew during first half of year.",
    "It had a CPI increase of [1.8 percent|1.8 percent reported increase] and a jobless rate of [5 percent|5 percent reported].",
    "It was driven by a [15.9%|15.9 percent reported decrease] fall in shopper numbers to nearly [5.68 million|5680000 count reported LESS_THAN], and led by a [9 percent|9 percent reported increase] annual growth.",
    "Some [33 million cars|33000000 count reported APPROX] were sold, down [35.5%|35.5 percent reported decrease] from [51.3 million|51300000 count reported] in 2018.",
    "The share rose from [3 percent|3 percent reported] to [five|5 percent reported].",
    "The share of tea was [40 percent|40 percent reported], [two points|2 percentage_points reported increase] more than in 2017. The index fell [30 points|30 count reported].",
]

# How far measures have come: the second verb of two counts, and what a plan holds is its total.
DONE = [
    "It formed [251 policies|251 count formed], of which [137 policies|137 count implemented] have been released and implemented.",
    "In May, [40 policies|40 count promoted] were introduced, tested and copied nationwide, and [12|12 count formed] were introduced.",
    "[40 cases|40 count promoted] developed in the zone and later promoted across the province are known.",
    "It drew [7 innovation cases|7 count reported] continuously published on the homepage of the council.",
    "[12 cases|12 count formed] were published on Monday; [5 cases|5 count reported] have been posted on its website.",
    "The notice involves [12 measures|12 count total]; the plan sets out [40 measures|40 count total], and the guideline puts forward [5 measures|5 count formed].",
    "Through the introduction of [15 measures|15 count formed] aimed at trade, Anshan grew.",
    "Thanks to the formation of [15 innovations|15 count formed], Anshan grew. It announced [12 measures|12 count formed].",
    "Some [20 practices|20 count promoted APPROX] have been expanded to other zones.",
    "The implementation rate of the [40 tasks|40 count total] reached [95 percent|95 percent reported].",
    "[40 policies|40 count implemented] have come into force.",
    "The list was cut from [190 items|190 count reported] to [30|30 count reported]. It was then cut to [27|27 count reported] in 2018.",
    "The list has been cut to [30 items|30 count reported], a significant decrease from the [122|122 count reported] listed in 2016.",
]

# Numbers as headlines and translators write them.
WRITTEN = [
    "Trade reached [69.084 billion yun|69084000000 CNY reported], [US$4.5 Tln|4500000000000 USD reported], [$13.56B|13560000000 USD reported], [3 billion RMB yuan|3000000000 CNY reported] and [US 2.49 billion|2490000000 USD reported].",
    "The US [40 firms|40 count reported] came; US [300 million people|300000000 count reported] live there.",
    "The rise in prices was held within [3 percent|3 percent reported EQUAL_OR_LESS]; it was done within [3 days|3 day reported].",
    "The sum is in the region of [$70 million|70000000 USD reported APPROX], the cost in the order of [30 million yuan|30000000 CNY reported APPROX].",
    "It has [300 plus firms|300 count reported MORE_THAN], [300 firms|300 count reported] plus [40 banks|40 count reported], and a fee of [300 yuan|300 CNY reported] plus a tax of [3 yuan|3 CNY reported].",
    "It drew [300 or more foreign firms|300 count reported EQUAL_OR_MORE], [40 or so banks|40 count reported APPROX] and groups of [20 people|20 count reported EQUAL_OR_MORE] or more.",
    "It drew guests from [53 towns|53 count reported] and over [40 firms|40 count reported MORE_THAN].",
    "Fees must not exceed [300 yuan|300 CNY reported EQUAL_OR_LESS], and the rate was no more than [3 percent|3 percent reported EQUAL_OR_LESS].",
    "The number of visitors passed the [100,000|100000 count reported MORE_THAN] mark, and clients hit the [1,300|1300 count reported] mark.",
    "It drew a record number of firms exceeding [30,000|30000 count reported MORE_THAN], and the runners passed [12 bridges|12 count reported].",
    "The number of private firms with records grew by [8 percent|8 percent reported increase] from May, reaching [459,000|459000 count reported].",
    "It has [four|4 count reported] [100,000-ton|100000 t reported] docks and a [2,981-kilometer-long|2981 km reported] border.",
    "It has a [240-hour|240 hour reported] transit waiver, a [30-day|30 day reported] visa-free stay, a 24-hour hotline and a 10-day fair.",
    "It has drawn [62|62 count reported] out of the top [100 banks|100 count reported].",
    "Trade tops [$3 billion|3000000000 USD reported MORE_THAN], and firms get a maximum sum of [RMB 5 million|5000000 CNY reported EQUAL_OR_LESS].",
    "They have developed [seven supply chain platforms|7 count reported].",
]

NOTHING = [
    "It was less than what it was 20 years after the launch.",
    "He is a deputy to the 13th National People's Congress and the 1st Zones Forum.",
    "It was twice what it was 20 years before the launch.",
    "The third China International Import Expo drew crowds.",
    "The Y-20, the y-20 and the A–320 flew.",
    "The rate was 5+3, #4 and '9.",
    "It has 3-d printers and a 12-a plan.",
    "The rate is 24:7, and 20-strong teams came.",
    "It has 3-D printers and 5G, 4K and 20a stations.",
    "The loop needs two or three.",
    # No number of things: what there is none of, how long something has been, halves of what has no halves.
    "Zero tariffs on yachts and a zero-carbon park draw buyers; zero waste is the aim, and the zone marks five years.",
    "It fell for a third month, half a point below target, and for a third year.",
    "It was cut in half; the half shut market, a third crane, a third is due, over a quarter century and a third party are no shares.",
    "It rose in the second half of the year, after half a century, with half-price fares and in a quarter in which little was sold.",
    "12 of the 104 are new.",
    "No 5 berth, Berth 7, Phase 2 and Chapter 3 opened; Route 9 and top 10 did not.",
    "It rose to No. 3 from 5th.",
    "A 3-1 win and a score of 2:1.",
    "Against 12, it is fine.",
    "In 2013 and again in 2019 the zone grew.",
    "Flight MU7211 now links Wuxi with Frankfurt.",
    'Under the 14th Five-Year Plan a "1+N" policy was set.',
    "It is one of the fastest ports.",
    "Circular No 10 came before the G20 summit.",
    "Doors open at 8:30 am and close at 6 pm.",
    "The hosts won 89-84.",
    "It ran a 24/7 service.",
    "The code 1,1,2 opens the door.",
    "The China-made C919 took off.",
    "Over the past three years the zone grew.",
]

WHOLES = [
    ("Foreign trade was 12 billion yuan. Exports were 5 billion yuan.", 5e9, 12e9),
    ("Foreign trade was 12 billion yuan. Exports rose by 5 billion yuan.", 5e9, None),
    ("Foreign trade was 12 billion yuan. Exports were 15 billion yuan.", 15e9, None),
    ("Foreign trade was 12 billion yuan. Exports were 5 million tons.", 5e6, None),
    ("Foreign trade was 12 billion yuan. It rained. Exports were 5 billion yuan.", 5e9, 12e9),
    ("Foreign trade was 12 billion yuan. It rained. It rained. Exports were 5 billion yuan.", 5e9, None),
    ("It drew 120 firms, of which 30 percent are foreign and 20 percent new.", 20, 120),
    ("It was given 120 tasks, and half have been done.", 50, 120),
    ("It was given 120 tasks. So far 21 have been put into practice.", 21, 120),
    ("It created 38 innovations, with about 13 being promoted nationwide.", 13, 38),
    ("It has 300 firms, with about 13 up for sale.", 13, 300),
    ("Of the 78 policies, 74 have been implemented.", 74, 78),
    ("Of 120 tasks, 30 are done.", 30, 120),
    ("Among the 120 tasks, 30 are done.", 30, 120),
    ("Among 120 tasks given, 30 firms came.", 30, None),
    ("From the total of 120 tasks, 30 are done.", 30, 120),
    ("It was given 120 tasks and of the total 30 are done.", 30, 120),
    ("It was given 120 tasks and from these 30 are done.", 30, 120),
    ("It was given 120 tasks, 30 of the total new.", 30, 120),
    ("It was given 120 tasks, 30 of those new.", 30, 120),
    ("It spent 120 yuan, 30 of it on tea.", 30, 120),
    ("12 of its 104 cases are new.", 12, 104),
    ("12 out of 104 cases are new.", 12, 104),
    ("12 tons of the 104 tons are new.", 12, 104),
    ("It drew 300 firms, 12 more than in May.", 12, None),
    ("It took 15 days and now needs two.", 2, None),
    ("Pilot tasks assigned: 165, of which 163 completed", 163, 165),
    ("It rolled out 800 innovations, 83 of which have been copied across Sichuan and 14 nationwide.", 14, 800),
    ("By October, 61 ships of 4.2 million tons had been registered, more than half of them tankers.", 50, 61),
    ("Of the 120 square kilometers of land, 38 lie in Hangzhou.", 38, 120),
    ("Xiamen led with 31 innovations, followed by Fuzhou with 22.", 22, None),
    ("It covers 5.76 square kilometers of the zone's 119.95.", 5.76, 119.95),
    ("It drew 40 firms, among which 12 are foreign.", 12, 40),
    ("It has 40 firms, including 12 that are foreign.", 12, 40),
    ("It was given 60 tasks, and 12 already have been finished.", 12, 60),
    ("Clearance takes 24 minutes, versus 41 in 2014.", 41, None),
    ("It has 300 firms; 20 percent of them are foreign.", 20, 300),
    ("It drew 30 firms with 12 from abroad and 4 from Europe, and 7 have left.", 7, 30),
    ("The port is the largest part, with 58.19 sq km out of 119.99.", 58.19, 119.99),
    ("It was given 128 tasks, of which 119 have been completed.", 119, 128),
    ("It has 11,735 firms, 2,432 of which moved in last year.", 2432, 11735),
    ("It created 38 innovations; of these, two have been promoted nationwide.", 2, 38),
    ("More than 95 percent of the 159 tasks have been implemented.", 95, 159),
    ("It contributed 12 of the 104 experiences that were promoted.", 12, 104),
    ("It released 103 cases. Six of the cases have been copied nationwide.", 6, 103),
    ("The zone has 113 tasks, and all 113 passed a review.", 113, None),
    ("The port has 40 cranes and 60 berths.", 60, None),
    ("Clearance takes 24 minutes, compared with 41 in 2014.", 41, None),
]


@for_each(NUMBERS + AHEAD + MOVED + DONE + WRITTEN + NOTHING)
def test_quantities_are_found_as_drawn(sentence):
    expected, found = drawn(
        sentence,
        "metrics",
        lambda row: (
            f"{row['value']:.10g}" if row["value"] < 1e9 else int(row["value"]),
            row["unit"],
            row["status"],
            row["mod"],
            row["change"],
        ),
    )
    assert found == expected


@for_each(WHOLES)
def test_a_part_goes_back_to_its_whole_or_stays_alone(text, part, whole):
    metrics = ftz.parse(text, published="2020-11-06").rows("metrics")
    values = {row["id"]: row["value"] for row in metrics}
    (row,) = [row for row in metrics if row["value"] == part][-1:]
    assert values.get(row["part_of"]) == whole


@for_each(
    [
        ("The 21 FTZs handled foreign trade of 1.8 trillion yuan.", "foreign trade"),
        ("Exports rose, with two-way trade jumping 21.6 percent.", "two-way trade"),
        (
            "It signed projects, with the total investment value amounting to 271 billion yuan.",
            "total investment value",
        ),
        (
            "The total import and export volume of the first 18 zones hit 3 trillion yuan.",
            "total import and export volume",
        ),
        (
            "The number of newly established foreign-funded firms in Hainan has grown 65 percent.",
            "newly established foreign-funded firms",
        ),
        ("The actual utilized foreign capital in Hainan increased 5 percent.", "actual utilized foreign capital"),
        ("The total fixed asset investment registered in Lingang rose 32.8 percent.", "total fixed asset investment"),
        (
            "In 2020, foreign investment reached $520 million, and the figure increased to $2 billion.",
            "foreign investment",
        ),
        (
            "The GDP has increased 19.8%, industrial output from firms has grown by 34.6%, and investment has risen.",
            "industrial output",
        ),
        ("Nearly 40 percent of our orders came from abroad. Now it is 15 percent.", "orders"),
        ("Starting from 28.78 square kilometers, it grew.", None),
        ("However, the company's coal imports exceeded 4,000 tonnes.", "coal imports"),
        ("It drew 6,552 firms, marking an 11.8% growth.", "firms"),
        ("The economy is strong, as its gross domestic product (GDP) grew 7.1%.", "gross domestic product"),
        ("The policy has enabled a 32.8-percent increase in commerce.", "commerce"),
        ("It recorded a 3.8% year-on-year increase in its output.", "output"),
        ("According to customs data, from 1999 to 2023, total trade reached 307 billion yuan.", "total trade"),
        ("Compared with 2023, output was up by 25.7 percent.", "output"),
        ("It cut manpower and material costs by 60 percent.", "manpower and material costs"),
        ("It recorded 2 trillion yuan ($287 billion) in imports and exports.", "imports and exports"),
        ("Statistics show that by April Yunnan's trade with Laos fell 7 percent.", "trade"),
        ("In 2019 exports fell 7 percent.", "exports"),
        ("The area saw its GDP exceed 300 billion yuan.", "GDP"),
        ("The area has seen foreign trade grow 5 percent.", "foreign trade"),
        ("Yunnan has a population of 47.2 million and borders Laos.", "population"),
        (
            "Actual use of foreign capital in the three zones has grown by an average of about 15 percent.",
            "Actual use of foreign capital",
        ),
        (
            "Firms with an annual output value of 20 million yuan (2.8 million dollars) in the zone came.",
            "annual output value",
        ),
        ("Export stood at RMB794 billion, up 8.5% and import RMB1036 billion.", "import"),
        ("Exports were 5 billion yuan, imports 3 billion yuan.", "imports"),
        ("The import and export volume of the Guangdong FTZ grew to 740 billion yuan.", "import and export volume"),
        ("It attracted 13 billion yuan (about 1.9 billion U.S. dollars) of foreign investment.", "foreign investment"),
        ("The total area of the six zones is nearly 120 square kilometers.", "total area"),
        ("It drew 70 billion yuan of foreign investment, that's about 10 billion US dollars.", "foreign investment"),
        ("It drew 300 firms. Starting from 28.78 square kilometers, it grew.", None),
        ("Foreign capital increased fivefold and imports and exports of goods grew by 38.5%.", "imports and exports"),
        ("Exports rose by 5 percent and imports fell by 3 percent.", "imports"),
        ("It has an area of 5 hectares and revenue of 30 billion yuan.", "revenue"),
        ("Funding from banks reached 5 billion yuan.", "Funding"),
        ("The area grew, with its container traffic falling about 5 percent.", "container traffic"),
        ("The area grew, with container traffic falling sharply to 1.21 million TEUs.", "container traffic"),
        ("Agents say that offices are empty and that average rents slid 12 percent.", "average rents"),
        ("When the firm needed samples in 2020, the paperwork took 45 days.", "paperwork"),
        ("If a ship calls at night, clearance takes three hours.", "clearance"),
        ("Although trade fell, exports rose 5 percent.", "exports"),
        ("It takes up less than 0.07 percent of Hubei's land.", "land"),
        ("It takes up 0.07 percent of the city’s paid-in foreign capital.", "paid-in foreign capital"),
        ("Average time for opening a business: one day", "Average time"),
        ("Clearance of durian: cut from 48 hours", "Clearance"),
        ("Number of firms in the zone: 300", "firms"),
        ("It drew 120 firms, of which 30 percent are foreign and 20 percent new.", "firms"),
        ("It has 300 firms and 40 banks. Of these, 200 are new.", "firms"),
        ("It drew 300 firms, 12 more than in May.", "firms"),
        ("12 tasks of the zone's 104 reform tasks are new, and 90 percent of them are done.", "reform tasks"),
        ("Xiamen led with 31 cases, followed by Fuzhou with 22 and Pingtan with nine.", "cases"),
        ("The wait was cut from 12 hours to five, or by seven.", "wait"),
        ("The number of firms grew from 300 to 500.", "firms"),
        ("Output rose by 34.6 percent, and trade by 128.9 percent.", "trade"),
        ("By the end of 2019, the area's exports of goods had reached 5 billion yuan.", "exports"),
        ("The port supplied 6.02 million tons of bunker oil.", "bunker oil"),
        ("The area aims to lift its gross domestic product to 1 trillion yuan.", "gross domestic product"),
        ("Foreign investment in actual use hit 3 billion yuan.", "Foreign investment"),
        ("Imports and exports in 2023: RMB1,200 billion", "Imports and exports"),
        ("Ningbo: The area drew projects, with a total investment of 48 billion yuan.", "total investment"),
        ("Exports fell 3 percent, while imports edged up 7.4 percent.", "imports"),
        ("Property agents say that average rents in the town rose 12 per cent.", "average rents"),
    ]
)
def test_what_is_measured_is_named_in_the_words_of_the_text(text, indicator):
    *_, row = ftz.parse(text, published="2024-01-01").rows("metrics")
    assert row["indicator"] == indicator


def test_across_the_city_is_the_zones_own():
    text = "The Shanghai FTZ has formed 68 innovations, of which 13 have been copied across the city."
    assert [row["scope"] for row in ftz.parse(text).rows("metrics")] == [None, "Shanghai"]


def test_what_leaves_a_zone_is_about_it():
    text = "Exports from the Hunan FTZ rose 5 percent.\n\nA delegation from the Hubei FTZ signed 3 contracts."
    assert [row["zone"] for row in ftz.parse(text).rows("metrics")] == ["China (Hunan) Pilot Free Trade Zone", None]


def test_a_part_is_promoted_where_its_whole_is():
    whole, part = ftz.parse("So far 349 innovations have been copied nationwide, 28 of them last year.").rows("metrics")
    assert (whole["scope"], part["scope"]) == ("nationwide", "nationwide")


def test_the_zone_and_the_speaker_of_a_number():
    text = "The Jinan Area of the Shandong FTZ has drawn 300 firms, said Li Wei, director of the area.\n\nIts trade rose 5 percent."
    first, second = ftz.parse(text, published="2020-11-06").rows("metrics")
    assert (first["zone"], first["speaker"]) == (
        "China (Shandong) Pilot Free Trade Zone Jinan Area",
        "Li Wei",
    )
    assert (second["zone"], second["speaker"]) == (first["zone"], None)


HOLDS_FOR = [
    # The one date of what is said holds for all its numbers.
    ("As of the end of October, it had [300 firms|2020-10].", "its only date"),
    ("In 2019 it drew [300 firms|2019], up [12 percent|2019].", "its only date"),
    ("It had [300 firms|2020-05] in May, Li Wei, mayor of Jinan, said on Thursday.", "not the day it is said on"),
    ("On Thursday, Li Wei, mayor of Jinan, said that it had [300 firms|?].", "not the day it is said on"),
    # Of several, the one right behind the number.
    ("It drew [300 firms|2019] in 2019 and [500 firms|2020] in 2020.", "each its own"),
    ("It drew [300 firms|2018] in 2018, [500|2019] in 2019 and [800|?] later.", "each its own"),
    (
        "In 2018, trade hit [5 billion yuan|2018], and it rose to [7 billion yuan|2019] in 2019.",
        "its own, and the other",
    ),
    ("In May 2019 and in May this year, it drew [300 firms|?] in all.", "two dates, none right behind"),
    # A date that is compared with holds for nothing but the number it stands with.
    ("Exports hit [5 billion yuan|?], up [12 percent|?] from a year earlier.", "a comparison"),
    ("Exports hit [5 billion yuan|2020-05] in May, up [12 percent|2020-05] from a year earlier.", "a comparison"),
    ("Exports hit [5 billion yuan|?], up [12 percent|?] over the same period of 2019.", "a comparison"),
    ("Exports hit [5 billion yuan|?], up [12 percent|?] compared with the first half of 2019.", "a comparison"),
    ("Exports were [5 percentage points|?] higher than in 2019.", "a comparison"),
    ("In 2019 it drew [300 firms|2019], [12|2019] more than in 2018.", "a comparison"),
    ("The wait is [24 minutes|?], versus [41|2014] in 2014.", "compared with"),
    ("Exports hit [5 billion yuan|?], up [12 percent|?] compared to May.", "a comparison"),
    ("Exports hit [5 billion yuan|?], up [12 percent|?] on 2019.", "a comparison"),
    ("Exports hit [5 billion yuan|2020-11-05] on Nov. 5.", "a day"),
    ("The wait is [24 minutes|?], against [eight hours|2014] in 2014.", "compared with"),
    ("The wait is [24 minutes|?], down from [41|2014] in 2014.", "compared with"),
    ("Trade rose to [5 billion yuan|2019] in 2019 from [3 billion yuan|2018] a year earlier.", "compared with"),
    ("It handled more than [3 million tons|2019] last year.", "no comparison"),
    ("Trade beat last year's total, coming in at [15 billion yuan|?].", "a comparison"),
    # A stretch between two dates is neither of them, and what has been done since a day holds for now.
    ("From May to July, it drew [300 firms|?].", "a stretch"),
    ("From 2017 to 2019, it drew [300 firms|?].", "a stretch"),
    ("It has drawn [300 firms|?] since 2018.", "since"),
    ("It has drawn [300 firms|?] since its launch in August 2019.", "since"),
    ("Since it was set up five years ago, it has drawn [300 firms|?].", "since"),
    ("It will be shut until May, with [300 firms|?] in it.", "until"),
    # A date in a clause of its own.
    ("The area, unveiled in August 2019, carries [106 tasks|?].", "the founding"),
    ("The zone was set up in April 2017 with an area of [120 sq km|?].", "the founding"),
    ("The zone, which marks a year on Monday, has [300 firms|?].", "a relative clause"),
    ("It was given [106 tasks|?] when it opened in 2017.", "a temporal clause"),
    ("It has done [96|?] of the [106 tasks|?] that Beijing gave it in 2017.", "a relative clause"),
    ("[Half|?] of its [129 tasks|?] are done, and the rest will be by the end of next year.", "what lies ahead"),
    ("It has [106 tasks|?], of which [96|2019] were done in 2019.", "its own clause"),
    ("It has [106 tasks|?], [96|2019] of which were done in 2019.", "its own clause"),
    ("It has done [106 tasks|?], [96|2019] of them last year.", "its own part"),
    ("It is a port where rents fell in 2019 to [68 yuan|2019] ([US$9.70|2019]).", "a conversion"),
    ("The port, which handled [300 tons|2019] in 2019, has [three piers|?].", "a relative clause"),
    # Nothing that is a day.
    ("By 2025, it will have [500 firms|2025].", "a target"),
    ("Over the past three years it drew [300 firms|?].", "a span"),
]


@for_each(HOLDS_FOR)
def test_a_number_holds_for_the_day_that_the_text_gives_it(sentence, why):
    expected, found = drawn(sentence, "metrics", lambda row: [row["as_of"] or "?"])
    assert found == expected, why


@for_each(
    [
        ("The Jinan Area has 300 firms and the Yantai Area 200 firms.", ["Jinan", "Yantai"]),
        ("The Jinan Area, with 300 firms, and the Yantai Area grew.", ["Jinan"]),
        ("With 300 firms, the Jinan Area grew.", ["Jinan"]),
        ("The Shandong FTZ's Jinan Area has 300 firms.", ["Jinan"]),
        ("Of the Shandong FTZ's 120 sq km, the Jinan Area has 38 sq km.", [None, "Jinan"]),
        ("The Shandong FTZ has 120 tasks. Its Jinan Area has 30 tasks. The zone has 12 tasks.", [None, "Jinan", None]),
        ("The Shandong FTZ spent 5 billion yuan (US$1 billion).", [None, None]),
        ("A delegation from the Hunan FTZ visited 300 firms in the Shandong FTZ.", [None]),
        ("Exports from the Shandong FTZ hit 5 billion yuan.", [None]),
        ("The Hunan FTZ says the Shandong FTZ has 300 firms.", [None]),
        ("The Jinan Area grew. There are 300 firms there.", ["Jinan"]),
        ("The Jinan Area grew. By the end of that month, it had 300 firms.", ["Jinan"]),
        ("The Shandong FTZ grew. It released 12 policies.", [None]),
        ("The Jinan Area is the largest part of the Shandong FTZ, with 38 sq km out of 120.", ["Jinan", None]),
        ("The Jinan Area has 60 of the zone's 120 sq km.", ["Jinan", None]),
        ("The Jinan Area is the first of the zone's three parts.", [None]),
        ("The Jinan Area took measures in 25 areas.", ["Jinan"]),
    ]
)
def test_a_number_is_about_the_zone_of_its_clause(text, zones):
    about = [row["zone"] for row in ftz.parse(text, published="2020-11-06").rows("metrics")]
    assert about == ["China (Shandong) Pilot Free Trade Zone" + (f" {place} Area" if place else "") for place in zones]


@for_each(
    [
        "The Shandong FTZ grew. China has 21 FTZs.",
        "The Shandong FTZ grew. Trade hit 5 billion yuan.",
        "The Shandong FTZ grew. By 2019, the zones had completed 1,055 tasks.",
        "The Shandong FTZ grew. The three FTZs together have formed 302 practices.",
        "The zones of Anhui, Jiangsu and Zhejiang drew 300 firms.",
        "The Shandong FTZ grew. All zones did well. In all, 302 practices were formed.",
        "The Shandong FTZ and the Hunan FTZ grew. In all, 302 practices were formed.",
        "There are 300 firms in the area. The Jinan Area grew.",
        "The Jinan Area grew. Later, and after a good many months of rain and snow, it had 300 firms.",
    ]
)
def test_a_number_without_a_zone_in_sight_is_about_none(text):
    assert {row["zone"] for row in ftz.parse(text, published="2020-11-06").rows("metrics")} == {None}


def test_numbers_in_a_row_are_about_the_zones_in_a_row():
    text = "The Zhejiang, Henan and Sichuan pilot free trade zones grew, with imports and exports increasing by 80%, 52% and 38%, respectively."
    rows = ftz.parse(text).rows("metrics")
    assert [row["zone"] for row in rows] == [
        f"China ({province}) Pilot Free Trade Zone" for province in ("Zhejiang", "Henan", "Sichuan")
    ]
    assert {row["indicator"] for row in rows} == {"imports and exports"}


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        (
            "The proportion of foreign trade and foreign investment hit 19% and 24%, respectively.",
            ["foreign trade", "foreign investment"],
        ),
        (
            "The number of shoppers and the total value of sales climbed by 59 percent and 25 percent.",
            ["shoppers", "sales"],
        ),
        ("Imports and exports rose 3 and 5 percent.", ["Imports", "exports"]),
        (
            "Imports and exports have grown between 20 percent and 30 percent.",
            ["Imports and exports", "Imports and exports"],
        ),
        (
            "Import and export and actualized FDI of the zones accounted for 19% and 18%.",
            ["Import and export", "actualized FDI"],
        ),
    ],
)
def test_two_numbers_are_those_of_two_subjects(text, indicators):
    assert [row["indicator"] for row in ftz.parse(text).rows("metrics")] == indicators


@for_each(
    [
        ("The Shandong FTZ copied 12 practices in the province.", ["Shandong Province"]),
        ("The Shanghai FTZ promoted 12 practices across the province.", ["Shanghai"]),
        ("It copied 12 practices nationwide and 3 practices in Hubei Province.", ["nationwide", "Hubei Province"]),
        ("Some 20 practices will be expanded nationwide, and 12 will be made across the city.", ["nationwide", None]),
        ("About 12 of the 104 experiences that were promoted nationwide are new.", ["nationwide", "nationwide"]),
        (
            "It created 38 innovations; of these, two have been promoted across Hubei Province.",
            [None, "Hubei Province"],
        ),
    ]
)
def test_what_is_promoted_is_promoted_somewhere(text, scopes):
    assert [row["scope"] for row in ftz.parse(text).rows("metrics")] == scopes
