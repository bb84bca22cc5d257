"""What a number goes back to, how far it has come, and the day it holds for: by the words that say so, else nothing."""

from cases import for_each
from drawn import drawn

import ftzlib as ftz
from ftzlib.grammar import lexicon

#: A part with its whole; `-` where a number is a part of none.
PARTS = [
    "Duties came to [96 million yuan|-], or about [3 percent|-] of the value.",
    # Told again as a share of a total that stands elsewhere; *followed by* others as large; a pronoun of several.
    "Asia led with [14 tons|-], or [36 percent|-] of the total, followed by Laos with [six|-] and Chile with [four|-].",
    "Some [12|40] of the [40 firms|-], or [30 percent|40] of the total, are new.",
    "It drew [46 firms|-], of which [39|46] were private. Trains, [21|-] of them, carried [90 boxes|-].",
    "The park has [300 berths|-]. Spending on the three will rise.",
    "The park has [three berths|-]. All [three|-] will be used.",
    # Some of what is counted, by a verb of what they are about or whose; not of two that are counted.
    "The park has [54 labs|-], and [12|54] belong to the state.",
    "Some [54 deals|-] were signed, [12|54] involving ships.",
    "It signed [54 deals|-]. [Nine|54] concern trade.",
    "The city has [54 ports|-]; [12|54] specialize in fruit.",
    "It opened [54 shops|-], of which [12|54] focus on tea.",
    "It trained [54 clerks|-] from [nine towns|-]; 12 hail from Laos.",
    "It costs [54 yuan|-], and 12 belong to him.",
    "Some [54 deals|-] involve ships and [12 banks|-].",
    "Of the total cost of [30 billion yuan|-], [12 billion yuan|30000000000] went to roads, [9 billion yuan|30000000000] to ports and [8 billion yuan|30000000000] to schools.",
    "Of the cost of [30 billion yuan|-], [12 billion yuan|30000000000] was spent and exports hit [8 billion yuan|-].",
    "Some [12,000 jobs|-] were created: [7,000|12000] in services, [4,000|12000] in trade and [1,000|12000] in farming.",
    # A list of parts behind their whole, and pointers of other kinds.
    "The firm has [12 plants|-], [seven|12] in the east and [five|12] in the west.",
    "It drew [300 firms|-], [30|300] in finance, [20|300] in trade and [10|300] in tech.",
    "The group opened [30 shops|-] in 2019, [20|-] in 2020 and [10|-] in 2021.",
    "The park has [500 firms|-], among them [20 banks|500].",
    "Sales were [3 billion yuan|-]. Of that, [2 billion yuan|3000000000] came from tea.",
    "It has [106 tasks|-], and [96|106], or [90 percent|-], have been completed.",
    "Trade in services hit [5 billion yuan|-]. Among them, exports of tea rose [8 percent|-] to [3 billion yuan|5000000000].",
    # A part of a part, told by its number; where nothing has that number, of what there is.
    "The zone has [57 cases|-], and [11|57] of its [57 cases|-] were praised. [Eight|11] of the [11|-] were copied.",
    "[Three|12] of the [12 firms|-] came late; [two|3] of the [three|-] left early.",
    "It fulfilled [89|106] of the [106 tasks|-], and [12|89] of the [89|-] were copied.",
    "Ships carried [40 cars|-]. [Nine|40] of the [13|40] were sold.",
    # Another year, another paragraph with things of its own.
    "Trade reached [5 billion yuan|-] in 2019. Exports were [3 billion yuan|-] in 2020.",
    "Trade reached [5 billion yuan|-].\n\nIts [three goods|-] are tea, silk and rice. Among them, tea brought [3 billion yuan|-].",
    # Two shares of two things, joined by *and*.
    "The zone accounted for [12 percent|-] of the trade and [40 percent|-] of the tax of the province.",
    "The port took [8 percent|-] of the freight, or [11 percent|-] of the value, that year.",
    "The area has [3 percent|-] of the land but [27 percent|-] of the exports of the city.",
    # Parts of those who were asked, and what is left of them; one of them is no part of what was told of others.
    "Of the [186 firms|-] polled, [57 percent|186] want more. Just over a [quarter|186] intend to move, and [half|186] have loans.",
    "It drew [412 firms|-]. It is home to [31 percent|-] of the firms and [44 percent|-] of the banks in town.",
    "It has done [119|123] of the [123 tasks|-].\n\nThe remaining [four|-], all of which are old, are discussed.",
    "It has [85 tasks|-], and [83|85] are done. The last [two|85] need the banks.",
    "It now measures [240 hectares|-], [half|240] of that in the bay.",
    "It won [61 percent|-] of the possession and [19 shots|-].",
    "The park employs [5 percent|-] of the workers and pays [9 percent|-] of the wages in the county.",
    # A share of what is elsewhere, and a count in the sentence before.
    "The zone added [160 firms|-] in 2021. It accounts for [20%|-] of new firms and [30%|-] of foreign-funded firms in the city.",
    "The area drew [75 banks|-]. It is home to [40 percent|-] of the banks in the province.",
    "The port built [12 berths|-] last year. It handles [60 percent|-] of container traffic on the coast.",
    "It released [103 cases|-]. [Six|103] of the cases have been copied nationwide.",
    "It runs [3,841 trains|-] a year. Some [80 percent|3841] of the trains were full.",
    # Behind a participle that has a share of its own.
    "Though occupying [1%|-] of the land, the area has contributed [20%|-] of newly registered enterprises and [30%|-] of foreign firms.",
    "Taking up [2 percent|-] of the coast, the port ships [45 percent|-] of the salt and [50 percent|-] of the grain.",
    # *including* opens a list of parts, each with a noun of its own.
    "The zone carries [88 tasks|-], including [50 items|88] set by the ministry and [38|88] set by the province.",
    "A total of [300 deals|-] were signed, including [90 foreign-funded projects|300] and [160 local ones|300].",
    "A total of [300 deals|-] were signed, including [90|300] with foreign firms.",
    "The port has [76 container routes|-], including [48 foreign ones|76].",
    "Of our [180 tasks|-] [175|180] are done, and [42|-] of the practices are used elsewhere.",
    "The port is clean: [12|-] of the old plants use gas, and fewer than [30|-] of these ships do. The bank lent to [45|-] of the villages.",
    "Opening an account takes [two days|-] instead of [nine|-]. We had planned to sell [three plays|-] and we sold [five|-].",
    "The town drew [403 firms|-], [73|-] more than in 2019. They include [five insurers|403], [12 banks|403] and [28 funds|403].",
    "It sold [87 million yuan|-] of tea. Of the sum, [34 million yuan|87000000] was paid in May. They include [12 banks|-].",
    "It drew [640 exhibitors|-] from [31 countries|-], [85|-] more than last year. We have [40 clerks|-]. We will hire [10|-] in June.",
    "[Ten contracts|-] were signed, among them one between a bank and [two schools|-].",
    "The hall drew [640 exhibitors|-], including [120 chip makers|640], [80 carmakers|640] and [more than 200 farms|640].".replace(
        "more than 200 farms|640", "200 farms|640"
    ).replace("and [200", "and more than [200"),
    "It set up [24 posts|-], including [nine|24] at sea, [eight|24] in towns, and [seven stations|24] on the border.",
    "Trade hit [12 billion yuan|-], including [5 billion yuan|12000000000] of exports and [7 billion yuan|12000000000] of imports.",
    "The park covers [40 sq km|-], including [300 hectares|40] of wetland.",
    "The group has [14 plants|-], including a refinery worth [2 billion yuan|-].",
    "The zone has [20 offices|-] and drew big names, including [three banks|-].",
    # Counts that are joined, and counts of a kind.
    "The zone has formed [14 cases|-] of innovation and [57 measures|-].",
    "The area issued [six books|-] of rules and [30 permits|-].",
    "The court heard [11 cases|-] of fraud, [four cases|-] of theft and [90 appeals|-].",
    # What is made of things is no part of them.
    "In 2025, [two batches|-] of no fewer than [30 innovations|-] will be introduced.",
    "The city sent [three teams|-] of [12 doctors|-] each.",
    "The fund backs [five groups|-] of about [40 farms|-].",
    "[Three batches|12] of its [12 batches|-] were sold.",
    # Amounts of two goods.
    "The port handled [30 million tons|-] of ore and [12 million tons|-] of coal.",
    "It sold [5 million yuan|-] of tea and [8 million yuan|-] of silk.",
    "The town has [6 hectares|-] of rice or [9 hectares|-] of corn.",
    "The port handled [30 million tons|-] of ore, [12 million tons|30000000] of which came by rail.",
    "The scheme adds to the [£1.9bn|-] of investment and [4,000 jobs|-] brought to the sites.",
    "It brought [$300 million|-] of aid and [25 doctors|-] to the island.",
    # *X of the total Y*, and never back.
    "Northport has attracted [£1.2bn|3100000000] of the total [£3.1bn|-] invested so far in the eight freeports.".replace(
        "eight freeports", "[eight freeports|-]"
    ),
    "The east bank got [40 hectares|95] of the total [95 hectares|-].",
    "It used [2 million yuan|9000000] out of a total of [9 million yuan|-].",
    # A share *of the total* is one of the whole.
    "Of the [400 tasks|-], [300|400], accounting for [75%|400] of the total, were effective.",
    "Of [90 towns|-], [60|90], making up [67 percent|90] of the total, have a clinic.",
    "It plans to open [five stations|-] by 2025, up from [two|-] now.",
    "The area has formed [54 innovations|-], of which [17|54] have been promoted nationwide.",
    "About [80 percent|150] of the [150 tasks|-] have been completed.",
    # A relative pointer stays in its sentence; others go back to the last count.
    "It has [70 mu|-] of glass.\n\nForeign trade, [60 percent|-] of which was with neighbors, grew.",
    "The area has [300 firms|-]. Of these, [120|300] are new.",
    "The zone has [120 tasks|-]. Since then [96|120] have been done.",
    # Units that do not compare.
    "It drew [300 firms|-], of which [12 hectares|-] are let.",
    "The share is [40 percent|-], of which 12 are new.",
    # What consists of parts.
    "The [218 projects|-] include [63 foreign-funded projects|218] worth [2 billion dollars|-] and [155 domestic projects|218].",
    "The plan has [88 tasks|-], made up of [50 national ones|88] and [38 local ones|88].",
    "It carries [112 tasks|-], comprising [66 tasks|112] that rest with the province and [46|112] that rest with the areas.",
    "The port has [12 berths|-], comprising [40 cranes|-].",
    "A dozen of the [61 articles|-] repeat the law, and only [four|61] break new ground.".replace(
        "A dozen", "A [dozen|61]"
    ),
    "It has put [96 percent|112] of its [112 tasks|-] into practice and [12|112] are under way.",
    # *those in Shenzhen* are others; *one form, one map* is no part.
    "Rents average [38 yuan|-] per square meter, a [third|-] of those in Shenzhen.",
    "The zone has [46 rules|-] and a service featuring one form, one map.",
    # Nothing points to a whole.
    "The port has [40 cranes|-] and [60 berths|-].",
    "It has [40 firms|-].\n\nSome [12 shops|-] closed.",
    # *Of that*, *of the sum*, *of the latter*, behind what is a part and before it; not *of that year*.
    "In October, turnover climbed to [635 million yuan|-]. Imports made up [490 million yuan|635000000] of that; exports brought in the other [145 million yuan|635000000].",
    "Goods worth [158 billion yuan|-] crossed its quays. Cars made up just under a [fifth|158000000000] of that.",
    "Loans came to [148 billion yuan|-], with mortgages accounting for [61 percent|148000000000] of the sum, the note added.",
    "The province has pledged to spend [2 billion yuan|-] on roads. I would rather it spent [half|2000000000] of that on staff.",
    "The zone now measures [240.22 sq km|-], [half|240.22] of that in the east.",
    "It signed [213 deals|-], [158|213] of the latter with Thai firms.",
    "The fund raised [9 billion yuan|-], and [two-thirds|9000000000] of the amount went to chip makers.",
    "The port spent [800 million yuan|-] on cranes last year; a [third|800000000] of this was borrowed.",
    "Output hit [40 billion yuan|-]. Steel contributed [12 billion yuan|40000000000] of that sum and cars [9 billion yuan|40000000000].",
    "The yard handles [3 million TEUs|-] a year. Some [70 percent|3000000] of that volume is bound for Korea.",
    "Exports were [30 billion yuan|-], of which machinery made up [18 billion yuan|30000000000].",
    "Last year the bank lent [5 billion yuan|-]; small firms got [60 percent|5000000000] of it.",
    # ... and not:
    "The firm sold [300 cars|-] in 2019 and [200 cars|-] in the second half of that year.",
    "Trade rose to [30 billion yuan|-]. It spent [4 billion yuan|-] on the roads of that county.",
    "The port has [30 berths|-]. At the end of that month [12 ships|-] were waiting.",
    "The loan was [30 million yuan|-]. Growth of [5 percent|-] of this kind is rare.",
    "Investment reached [50 billion yuan|-]. Of that, foreign capital came to [20 billion yuan|50000000000].",
    "Revenue was [9 billion yuan|-]; of this amount, taxes made up [7 billion yuan|9000000000].",
    "The city built [40 plants|-]. Of these, foreign investors own [12|40].",
    "Freight came to [4 million tonnes|-]. Of the total, coal accounted for [1.5 million tonnes|4000000] and ore for [1 million tonnes|4000000].",
    "Of this, [30 billion yuan|-] came from tea.",
    "Sales hit [80 billion yuan|-]. Of this figure, [30 billion yuan|80000000000] came from tea and [20 billion yuan|80000000000] from silk.",
    # ... and not:
    "It earned [214 billion yuan|-]. Of this the mayor was proud, and he promised [300 jobs|-].",
    # Of those who were asked.
    "Of the [186 members|-] polled between August and October, [57 percent|186] rated the outlook as good, up from [41 percent|-] in 2022.",
    "Of [320 firms|-] surveyed, [62 percent|320] plan to expand.",
    "In a poll of [240 managers|-] in Dalian, [54 percent|240] could not name a rule.",
    "A survey of [1,200 traders|-] found that [three-quarters|1200] use the yuan.",
    "Of the [300 tenants|-] that answered our survey in October, [91%|300] were satisfied, compared with [84%|-] in 2019.",
    "The chamber questioned [410 exporters|-], [38 percent|410] of whom had lost orders.",
    "Out of [500 graduates|-] interviewed, [200|500] had stayed.",
    "Out of the [64 plants|-] inspected, [12 percent|64] failed.",
    "According to a study of [800 households|-] by the bureau, [45 percent|800] own a car.",
    # ... and not:
    "Of the [186 members|-], many complain that inflation of [5 percent|-] hurts them.",
    "In a year of [240 meetings|-], exports grew [5 percent|-].",
    "A fund of [240 million yuan|-] was set up, and exports grew [5 percent|-].",
    "A review of [240 rules|-] was finished in May. GDP grew [5 percent|-].",
    "In a poll of [240 managers|-], the port was named best, and its profit rose [5 percent|-].",
    # *Of the total*, and who got how much of it.
    "Of the total [$9 billion|-] pledged to the zones, Humber secured [$2.5 billion|9000000000].",
    "Of the [30 billion yuan|-] invested since 2019, carmakers contributed [12 billion yuan|30000000000] and farms [3 billion yuan|30000000000].",
    "Out of the [4 million tonnes|-] shipped, Chile bought [1 million tonnes|4000000].",
    "Of the [40 sq km|-] set aside, housing takes [10 sq km|40].",
    "Of the [500 cases|-] heard last year, the court closed [420|500].",
    "Among the [157 contracts|-] signed, [52|157] were won by foreigners.",
    # ... and not:
    "Of the [30 projects|-] one stands out: the port, which cost [3 billion yuan|-].",
    "Of its [12 berths|-] the port is proud.",
    # The rest is what makes up the whole.
    "Trade rose to [132.9 billion yuan|-]. Exports jumped to [52.4 billion yuan|132900000000], while imports, which make up the other [80.5 billion yuan|132900000000], edged up.",
    "The plan lists [88 tasks|-]; [80|88] of them are done and the remaining [eight|88] are under way.",
    # ... and not:
    "The zone built [30 roads|-]. In the other [12 provinces|-] nothing was built.",
    # What is left out a second time.
    "It issued [302 rules|-]. Shanghai can lay claim to nearly [150|302] of them; Guangdong, which came second, to [41|302].",
    "The fair drew [300 firms|-]; [120|300] of them came from Asia and [80|300] from Europe.",
    "The bank holds [90 patents|-], [40|90] of them in Japan, [30|90] in Korea and the rest in China.",
    # A list behind a colon has the number before it as whole.
    "The city added [90 buses|-]: [50|90] for the east, [30|90] for the west and [10|90] for the port.",
    "It has [240 staff|-] - [200|240] in Rome and [40|240] in Milan.",
    "Of the [300 stalls|-], [90|300] went to foreigners: [50|90] to Thais and [40|90] to Laotians.",
    # Brackets are set aside.
    "The park has [90 plants|-], including [40|90] in the east (with [3,000 workers|-]), [30|90] in the west and [20|90] in the south.",
    "Trade hit [90 billion yuan|-], including [40 billion yuan|90000000000] with Laos (up [5 percent|-]), [30 billion yuan|90000000000] with Thailand and [20 billion yuan|90000000000] with Malaysia.",
    # A new total is no part of what came last.
    "[1,486 new companies|-] registered, of which [38|1486] were foreign-invested; cumulative total: [71,200|-]",
    "It admitted [30 firms|-], including [12|30] from Japan, for a total of [400|-].",
    "The office issued [300 permits|-], [20|300] of them online, taking the total to [4,000|-].",
    "The port opened [13 routes|-], [seven|13] of them to Asia, raising the total to [104|-].",
    "This year [30 trains|-] ran, including [12|30] to Laos, and [210|-] in total since 2019.",
    # *the 20-hectare park* has no parts here.
    "There are [1,200 companies|-] in the [119.95-square-kilometer|-] zone, including [36|1200] funded by foreigners.",
    "By May [510 firms|-] had moved into the [20-hectare|-] park, [80|510] of which are foreign.",
    "The [120-sq-km|-] zone has [300 firms|-], including [12|300] from Japan.",
    "The plan has [300 tasks|-], of which [200|300] are done.",
    # Things counted by the piece.
    "In five years it has created [32 pieces|-] of institutional innovation and [108 policies|-], many of them in finance.",
    # *Them* are others, named in between.
    "In manufacturing, [22|64] of the [64 firms|-] that replied buy locally. Respondents in Xiyong were the happiest, with [68 percent|-] of them satisfied.",
    "The port drew [64 firms|-]. Many of the workers are young, and [30 percent|-] of them are foreign.",
    "The fair drew [300 firms|-] and [2,000 visitors|-], [half|2000] of them foreign.",
    # What it is compared with is no whole.
    "Sales hit [158 billion yuan|-], compared with [141 billion yuan|-] in 2022. Cars made up a [fifth|158000000000] of that.",
    "The yard handled [300 ships|-], up from [200|-] in 2022. [Twelve|300] of them were tankers.",
    "It issued [90 permits|-] against [70|-] in May, and [40|90] of them were for food.",
    # Exports and imports.
    "Foreign trade hit [3.98 trillion yuan|-], up [10 percent|-]. Exports reached [2.07 trillion yuan|3.98e+12], while imports edged up [7.4 percent|-] to [1.91 trillion yuan|3.98e+12], Luo said.",
    "Foreign trade hit [9 billion yuan|-] in 2021. In 2022, exports surged [33 percent|-] to [1.74 billion yuan|-].",
    # *Accounting for* so much.
    "Trade came to [620 million yuan|-], with juice and machinery accounting for [410 million yuan|620000000] and [95 million yuan|620000000], respectively.",
    "Trade came to [620 million yuan|-]. Juice made up [410 million yuan|620000000].",
    # The last two.
    "We were given [85 tasks|-], and [83|85] are done. The last [two|85] need the banks.",
    "They came in [12 days|-], and the last [three kilometers|-] were hard.",
    "The town has [620 shops|-].\n\nSome [40 percent|620] of them are new.",
    "In 2013, [28.78 square kilometers|-] was all that the town had. It now measures [240.22|-], [half|240.22] of that in the east.",
    "It issued [300 licenses|-], [120|300] for food and the others for drugs.",
    "Trade reached [90 billion yuan|-], of which exports were [50 billion yuan|90000000000] and imports [40 billion yuan|90000000000].",
    "It has [106 tasks|-]. As many as [101|106] have been finished, leaving [five|106] to be done.",
    "There are [800 staff|-] at the port, a [quarter|800] of whom are women.",
    "Its [40 berths|-], [12|40] of which are new, can take large ships.",
    "Of [40 berths|-] in use, [12|40] are new, [20|40] were built before 2000 and the rest are old.",
    "The bank made [90 loans|-] - [60|90] to farms, [30|90] to shops.",
    "Some [70 percent|-] of the firms are small and only [5 percent|-] are large.",
    "Profits hit [9 billion yuan|-]; some [3 billion yuan|-] was spent on ships.",
    "The list names [120 goods|-] in [six groups|-], among them [40 drugs|120].",
    "The zone got [300 million yuan|-] from the province and [200 million yuan|-] from the city, or [500 million yuan|-] in all.",
    "Investment came to [500 million yuan|-], comprising [300 million yuan|500000000] from the state and [200 million yuan|500000000] from banks.",
    "Sales were [40 billion yuan|-]. Online sales accounted for [8 billion yuan|40000000000], or [20 percent|40000000000] of the total.",
    "Sales were [40 billion yuan|-], [8 billion yuan|40000000000] of it online.",
    "The survey covered [1,050 firms|-], of which [38 percent|1050] had used a rule.",
    "The court heard [420 cases|-], up from [300|-]; [60|420] of them involved foreigners.",
    "Out of the city's [900 exporters|-], just [70|900] sell to Africa.",
    # Nouns that point far back, wholes of an earlier time, what adds up, *out of* so many.
    "The plan has [28 measures|-], [15|28] of which are firsts. [Ten|28] come from the Xiamen Area, [11|28] from the Fuzhou Area and [seven|28] from Pingtan.",
    "The association has [800 firms|-]. [62 percent|800] of these companies export.",
    "[62 percent|800] of the [800 firms|-] export.",
    "The zone was given [136 tasks|-]. Of the [136 tasks|-], [121|136], or [89 percent|136], have been implemented.",
    "Of the [121 reform tasks|-] set for it, [113|121], or [93.4 percent|121], have been implemented, said Shen.",
    "Box volume climbed to [5.21 million TEUs|-] from [4.98 million|-] the year before, and of these, [613,000 TEUs|5210000] moved by rail.",
    "Trade rose to [50 billion yuan|-] from [40 billion yuan|-], of which exports made up [30 billion yuan|50000000000].",
    "The yard handled [300 ships|-], from [200|-] in 2020; of these, [12|300] were tankers.",
    "Trade hit [5 billion yuan|-]. Around [80 percent|5000000000] of that was with Russia.",
    "Trade hit [5 billion yuan|-] with [40 countries|-]. Around [80 percent|5000000000] of that was with Russia.",
    "[Nineteen firms|-] went home with orders; [seven|19] of the [nineteen|-] had never exhibited before.",
    "[Nine letters of intent|-] were signed. [Six|9] of the [nine|-] concern fruit.",
    "Freight rates have gone up since February. She estimated that [one in five|-] of her trucks waits longer than [two days|-] at the bridge.",
    "Sales have followed. They reached [83 million yuan|-] last year, [26 million yuan|-] more than in 2019, and exports made up [45 percent|83000000] of them.",
    "Exports hit [40 million yuan|-], the share of tea being [45 percent|40000000] of them.",
    "The zone drew [312 firms|-] last year.\n\nIt also built [40 roads|-] and hired [900 clerks|-].\n\n[140|312] of those firms are foreign.",
    "The zone drew [312 companies|-] last year.\n\nIt also built [40 roads|-].\n\nSome [140|312] of those companies are foreign. [Half|312] of these companies make cars.",
    "We have [96,000 registered companies|-], [1,100|96000] of them foreign-funded.",
    "It has [40 shops|-] in [12 towns|-]; [nine|40] of the shops are new.",
    "It has [40 shops|-] in [12 towns|-]; [nine|12] of the towns are coastal.",
    "The group has [40 shops|-]. [Three-quarters|40] of these stores are abroad.",
    "It drew [120 companies|-]. [Eighty|120] of the firms are small.",
    "The city's exports reached [9 billion yuan|-]; those of the zone made up a [third|9000000000] of the total.",
    "The [106 tasks|-], [98|106] of them done, are listed.",
    "There were [2,400 exhibitors|-] from [58 countries|-], more than a [third|2400] of them from Asia.",
    "The [two airports|-] handled [40 million passengers|-], and [60 percent|40000000] of these flew abroad.",
    "Output was [30 billion yuan|-], [12 percent|-] more than in 2019, with cars contributing [9 billion yuan|30000000000].",
    "The fund has raised [9 billion yuan|-], up from [7 billion yuan|-]; [two thirds|9000000000] of it is foreign.",
    "Altogether [640 stalls|-] were let, [90|640] to foreigners and [550|640] to locals.",
    "The [60 tasks|-] include [20|60] in finance and [40|60] in trade.",
    "[Twelve|40] out of [40 plants|-] closed.",
    "[Twelve plants|40] out of [40|-] closed.",
    "[45 tasks|106], out of a total of [106|-], are finished.",
    "It launched [40 lines|-], [24|40] by sea and [16|40] by air.",
    "It launched [40 lines|-]: [24 sea lines|40] and [16 air lines|40].",
    "It launched [40 lines|-], namely [24 sea lines|40] and [16 air lines|40].",
    "Altogether [40 lines|-] operate, the majority of them, [24|40], by sea.",
    "As many as [24|40] of its [40 lines|-] are by sea, and only [four|40] by air.",
    "The port has [40 lines|-]; more than [half|-], or [24|40], are foreign.",
    "The old yard and the new one have [450|-] and [130 cranes|-] respectively.",
    # ... and not:
    "It has [12 berths|-]: [two cranes|-] serve each of them, and [40 clerks|-] work there.",
    "About [half|-] of its trucks carry [40 boxes|-].",
    "Trade was [9 billion yuan|-] in May and [5 billion yuan|-] in June.",
    "Freight fell [5 percent|-]: [40 ships|-] came with [900 cars|-].",
]

#: Numbers that leave out what they count: value, unit and indicator.
ELIDED = [
    # More of the things that were counted.
    "Some [180 firms|180 count firms] joined, and a further [350|350 count firms] plan to follow.",
    "It made [200 rules|200 count rules]. It will submit a further [15|15 count rules] to the council.",
    "Shops, [12|12 count Shops] in number across the town, opened; trucks, [61|61 count trucks] of them in all, came.",
    "In 2019 it handled [40 ships|40 count ships], in 2020 [45|45 count ships] and in 2021 [50|50 count ships].",
    "Last year there were [40 complaints|40 count complaints]; this year, just [12|12 count complaints].",
    "It takes [12 days|12 day None] by rail and [40|40 day None] by sea.",
    "He owns [two trucks|2 count trucks] and rents [three|3 count trucks] more.",
    # The N that were told; earlier figures in brackets; ranges, averages and what else is said of days that were told.
    "The guests inked [nine letters of intent|9 count letters of intent]. [Six|6 count letters of intent] of the [nine|9 count letters of intent] concern tea.",
    "[Forty firms|40 count firms] won orders of [2 billion yuan|2000000000 CNY orders]; [seven|7 count firms] of the [forty|40 count firms] had never come before.",
    "It drew [890 exhibitors|890 count exhibitors] from [47 countries|47 count countries] (2022: [740|740 count exhibitors] from [43|43 count countries]).",
    "It has [212 firms|212 count firms] (a year earlier: [190|190 count firms]).",
    "It takes [13|13 day None] to [14 days|14 day None]. In 2011 it was [16|16 day None] to [18|18 day None]. By sea you'd need at least [40|40 day None].",
    "It takes [three days|3 day None] here, compared with an average of [eight and a half|8.5 day None] elsewhere.",
    "A cherry keeps for [nine days|9 day None] and a crab for [two|2 day None].",
    "It ran [12 trains|12 count trains] in April and [14|14 count trains] in May.",
    "The zone formed [307 innovations|307 count innovations]. The west contributed [181|181 count innovations], more than the north ([72|72 count innovations]) and the south ([54|54 count innovations]).",
    "It saw [nine ships|9 count ships] in May. Last month [31|31 count ships] called there.",
    "Only about [140|140 count companies] of those companies export. [Two|2 count biggest banks] of the biggest banks left.",
    "[412 cases|412 count cases] were heard; about [57|57 count cases] concerned foreign firms.",
    "Old applications had passed [800,000|800000 count Old applications] by May, up from [360,000|360000 count Old applications] in March.",
    "Firms elsewhere in the city, which number some [2.5 million|2500000 count Firms], gain nothing.",
    "Newly registered firms: [1,942|1942 count Newly registered firms], including [31 banks|31 count banks].",
    "Jobs created so far: at least [640|640 count Jobs]",
    "Average attendance was [8,300|8300 count attendance], up [5 percent|5 percent attendance] on the year.",
    "It drew roughly [one in nine|11.1111111111 percent new firms] of its new firms.",
    # ... and none of them: whom to call, the same, what has a number for a name, what has no unit here.
    "Contact us | 8 offices; media contact: Pu Xin, tel 0730 000 4412; hotline: +86 580 228 0000",
    "The ports, run by one and the same group, were at home in Warehouse 7 of the port; at home we wait three weeks.",
    "12 of the 104 are new. It has been put on hold (see 7).",
    # What it is now, elsewhere, with somebody else; pronouns go back a sentence.
    "It takes [47 days|47 day None] there; outside the zone it is [71|71 day None].",
    "In 2019 the airport served [49 cities|49 count cities]; last month it was [31|31 count cities].",
    "A truck spent [48 hours|48 hour None] at the bridge. Today it is through in [six|6 hour None].",
    "The wait was down to [28 days|28 day wait] in July. It has promised to bring it below [20|20 day wait].",
    "The zone began with [28 square kilometers|28 km2 None]. It now measures [240|240 km2 None], [half|50 percent None] of that in the bay.",
    "We employed [12 engineers|12 count engineers]. Now we have more than [90|90 count engineers], [half|50 percent engineers] of them from abroad.",
    "The rate was [12 percent|12 percent rate] in May; now it is [15|15 percent rate].",
    "It handled [2,940 trains|2940 count trains], more than [three times|3 times trains] as many as the port's [880|880 count trains].",
    "It used to take [nine days|9 day None]; [two|2 day None] will do.",
    # A share of something else than the things before, and of another time.
    "It handles [400 kinds|400 count kinds] of goods, of which cars account for over [30 percent|30 percent export volume] of the export volume.",
    "It signed [40 deals|40 count deals], of which those on chips bring [half|50 percent investment] of the investment.",
    "It drew [300 tourists|300 count tourists]. These figures were [55 percent|55 percent None] of those recorded in the same period in 2019.",
    "It plans to open [five stations|5 count stations] by 2025, up from [two|2 count stations] now, and [40 berths|40 count berths] by 2030, from [12|12 count berths] today.",
    # One day, told as a length; and one day that is to come.
    "The time was cut from [three days|3 day time] to [1 day|1 day time]. The wait fell from [two months|2 month wait] to [1 month|1 month wait].",
    "It takes about [one day|1 day None], and approval needs less than [one day|1 day approval].",
    "It takes [one day|1 day None], down from [five|5 day None]. The lease runs for [1 year|1 year lease].",
    "One day it will be a hub; they said that one day it may close. It hopes to one day see more ships. He came one day later.",
    # Who has so many, where the verb is left out; what it was to be; who works there.
    "The new yard holds [300 cars|300 count cars], the old one [40|40 count cars] and the pier [9|9 count cars].",
    "Foreign firms numbered [312|312 count Foreign firms], Thai ones [64|64 count Foreign firms].",
    "With [41 projects|41 count projects], Wuhan came first; Xiangyang, with [nine|9 count projects], came last.",
    "Clearance fell from [36 hours|36 hour Clearance] to under [eight|8 hour Clearance].",
    "It takes [three days|3 day None] rather than the [20|20 day None] that the law allows.",
    "The bridge carries [900 trucks|900 count trucks], against the [600|600 count trucks] for which it was built.",
    "The group's [14 plants|14 count plants], [three|3 count plants] of them abroad, employ [23,000|23000 count None].",
    "[Forty ships|40 count ships] called here in 2018. Last year [1,700|1700 count ships] did.",
    "The budget is [1.4 billion yuan|1400000000 CNY budget]: [900 million|900000000 CNY budget] for roads, [300 million|300000000 CNY budget] for homes.",
    "He expects rents, now [45 yuan|45 CNY rents], to reach [60|60 CNY rents].",
    "The fund paid [73 million yuan|73000000 CNY None], and a further [40 million|40000000 CNY None] has been set aside.",
    "[Thirty percent|30 percent staff] of the [90 staff|90 count staff] have left, and the average age is 34.",
    "The visitors, [30|30 count visitors] in all, left.",
    # More of them, the rest of them, some of them.
    "It trained [40 clerks|40 count clerks], and we shall hire another [300|300 count clerks].",
    "The firm has [12 shops|12 count shops] and plans a further [eight|8 count shops].",
    "It has [three cranes|3 count cranes] on order, joining the present [five|5 count cranes].",
    "It has [123 tasks|123 count tasks]. The remaining [four|4 count tasks], all of which are old, are being discussed.",
    "It drew up [214 measures|214 count measures]. [Five|5 count measures], among them a fast check, were copied.",
    "It formed [224 innovations|224 count innovations]. That is [two|2 count innovations] a week.",
    "All [106 tasks|106 count tasks] are done, yet I count barely [30|30 count tasks] that a trader would notice.",
    "Over [1,400 firms|1400 count firms] are registered in Dalian, some [600|600 count firms] in Qingdao and [90|90 count firms] in Yantai.",
    "Some [300 firms|300 count firms] trade with Laos and about [90|90 count firms] with Thailand.",
    "[302|302 count innovations]: the number of innovations in use. Shanghai lays claim to [150|150 count innovations] of them; Hubei, which came second, to [41|41 count innovations].",
    "[Three in four towns|75 percent towns] have it, compared with fewer than [half|50 percent towns] in 2020.",
    "They saw [40 firms|40 count firms]. It was 9 in the morning, and the loop needs two.",
    # A size of change, a level before, what it has moved to since.
    "The town opened [300 bank accounts|300 count bank accounts], an increase of [40|40 count bank accounts] over May.",
    "It drew [40 banks|40 count banks], up [12|12 count banks] from a year earlier.",
    "The list had [190 items|190 count items] in May. It was cut to [139|139 count items] in June and to [122|122 count items] in July.",
    "The list has [30 items|30 count items], down from the [122|122 count items] listed in May.",
    "The tax fell to [30 yuan|30 CNY tax], down from the high level of May.",
    "The area has set up [19 laboratories|19 count laboratories] of national level and [37|37 count laboratories] of municipal level.",
    "It runs [12 schools|12 count schools] for boys and [nine|9 count schools] for girls.",
    "The group owns [80 hotels|80 count hotels] in Asia, [30|30 count hotels] in Europe and [12|12 count hotels] in Africa.",
    "The office trained [60 clerks|60 count clerks] with a degree and [25|25 count clerks] without one.",
    "It drew [30 mills|30 count mills] last year, bringing the total to [80|80 count mills].",
    "[Three lanes|3 count lanes] were added in May, which took the number to [12|12 count lanes].",
    "It opened [four shops|4 count shops], pushing the tally to [19|19 count shops], he said.",
    "The zone honored [40 enterprises|40 count enterprises] on Friday. [Ten|10 count enterprises] attended the ceremony.",
    "The city invited [25 investors|25 count investors]. [Twelve|12 count investors] signed letters of intent.",
    "It tested [30 drivers|30 count drivers]. Only [seven|7 count drivers] passed.",
    "It met [18 buyers|18 count buyers], and [four|4 count buyers] went home.",
    "As well as [eight freeports|8 count freeports] in England, there are [two|2 count freeports] in Scotland and [one|1 count freeports] in Wales.",
    "The north has [five airports|5 count airports]; there are [three|3 count airports] in the south.",
    "Two years ago we had [two cold stores|2 count cold stores] here. Now there are [eleven|11 count cold stores].",
    "Before 2012 we had [18 partners|18 count partners], and now we have [26|26 count partners].",
    "In 2015 the firm had [three shops|3 count shops]. Today it has [40|40 count shops].",
    "The east owns [12 mines|12 count mines] while the west owns [nine|9 count mines].",
    "There are some [6,000 zones|6000 count zones] in the alliance and about [2,000|2000 count zones] in the other body.",
    "It sold nearly [400 cars|400 count cars] at home and over [90|90 count cars] abroad.",
    "It has [300 berths|300 count berths] on the river and at least [50|50 count berths] at sea.",
    "The area has [300 firms|300 count firms]. Of these, [120|120 count firms] are new.",
    "It built [40 homes|40 count homes]. Another [15|15 count homes] are being built.",
    "It has [six companies|6 count companies] on the board and [310 listed ones|310 count companies].",
    "A total of [300 deals|300 count deals] were signed, including [90 foreign-funded projects|90 count foreign-funded projects] and [160 local ones|160 count projects].",
    "The town has [20 old bridges|20 count old bridges] and [three new ones|3 count bridges].",
    "Its GDP reached [21,000 dollars|21000 USD GDP]. It has [310 listed ones|310 count None].",
    "The banks cover the east ([33.23 sq km|33.23 km2 None]) and the west ([33.29|33.29 km2 None]).",
    "The port took [44 projects|44 count projects], with the pier on [29|29 count projects] and the yard on [25|25 count projects].",
    "In 2015 the yard built [18 ships|18 count ships] a year; it now builds [26|26 count ships].",
    "The city invited [25 investors|25 count investors]. [Four|4 count investors] more came by train.",
    "He keeps [two clocks|2 count clocks], one for each bank of the river.",
    "Exports hit [5 billion yuan|5000000000 CNY Exports] in May and 6 in June.",
]

#: How far a number has come.
STATUSES = [
    "More than [80|reported] of its reforms have taken root; [14|promoted] were copied nationwide.",
    "Of the [26 items|total], [19|reported] can be done online and [seven|reported] on the spot.",
    # Who else plans to come is ahead; who plans is there.
    "It has [120 firms|reported]; a further [350|planned] plan to follow.",
    "It has [120 firms|reported] and another [40|planned] intend to come.",
    "Some [120 firms|reported] have joined, and [40|planned] more hope to do so.",
    "An additional bank has come; another [40 banks|planned] aim to move in next year.",
    "A further [40 foreign firms|planned] want to set up shop there.",
    "Some [40 firms|reported] plan to move in. A further [40 firms|reported], which plan to invest, have come.",
    "Another [40 firms|reported] told us that they plan to stay.",
    "The blueprint for 2030: [300 firms|planned], [five labs|planned] and an output of [3 tons|planned].",
    "The plan looks to 2030, with [300 firms|planned] and [five labs|planned].",
    "The roadmap sees [300 firms|planned] and [five labs|planned] by 2030.",
    "The scheme has helped [300 firms|reported].",
    "The [120 pilot tasks|implemented] assigned to the Dalian Area have all been completed.",
    "The [88 tasks|implemented] have all been implemented.",
    "The [two reforms|promoted] have both been copied nationwide.",
    "The [15 measures|formed] drafted by the office have each been issued.",
    "All [120 tasks|implemented] have been finished.",
    "The [64 tasks|implemented] that the city was given have all been fulfilled.",
    "The area has completed all [75 pilot tasks|implemented].",
    "Of the [90 tasks|total], [60|reported], accounting for [67 percent|reported] of the total, were rated effective.",
    "Of the [90 tasks|total], [60|implemented], accounting for [67 percent|implemented] of the total, were completed.",
    "Of the [40 measures|total], [12|reported], or [30 percent|reported], were judged a success.",
    "It took on [50 tasks|total]; [30|reported] of them were ranked first in the country.",
    "The port has brought out [12 batches|reported] comprising [130 new practices|total], more than [30|promoted] of which have been praised by central departments and promoted nationwide.",
    "It has formed [40 innovations|formed], [nine|promoted] of which were picked by the ministry and copied across the country.",
    "Some [20 cases|implemented] were selected and carried out.",
    "Some [20 cases|reported] were selected, and the zone grew.",
    "The zone has formed [14 cases|formed] of innovation and [57 measures|formed].",
    # What is there already is not planned.
    "The city will give more support to its [40 firms|reported].",
    "The port will upgrade the [12 berths|reported].",
    "The zone's [300 firms|reported] will be helped.",
    "The bureau plans to visit the existing [60 plants|reported].",
    "The city will build [12 more schools|planned] by 2027.",
    "The city will build the [12 schools|planned].",
    "It will complete its [106 tasks|planned] by 2027.",
    "It will reach the [5 percent|planned] mark.",
    # What may be done is allowed; what may become is ahead.
    "Goods may be kept for [180 days|reported].",
    "Trade may reach [6 billion yuan|planned].",
    "We will bring the rest to an end, and set up a [2-billion-yuan|planned] fund.",
    "At least [40 firms|planned] are to be brought in each month.",
    # Goals that say what they are.
    "The province has set goals for 2025, which include about [5 percent|planned] growth in retail sales and the creation of over [800,000 jobs|planned].",
    "Its targets for the year include [30 plants|planned] at sea and exports of [5 billion yuan|planned].",
    "The objectives are [40 percent|planned] less waste and [12 parks|planned].",
    "The province met its goals, which included [5 percent|reported] growth.",
    # What goes on in a list of what will be done.
    "The zone will reserve [3,000 ha|planned] for a port, [4,000 ha|planned] for plants, and [1,800 ha|planned] for homes by 2030.",
    "The firm plans to hire [20 cooks|planned], [30 drivers|planned] and [5 guards|planned].",
    "It is to build [two piers|planned] in the north, and [three|planned] in the south.",
    "The port will open [five berths|planned], and [40 firms|reported] have moved in.",
    "It aims to draw [50 firms|planned], compared with [12|reported] at present.",
    "The plan calls for [400 sea routes|planned] by 2027.",
]

#: The day that a number holds for.
DAYS = [
    # Figures of trade that go on from others of one time; not behind something else, another day or a stretch.
    "Dalian's trade hit [20 billion yuan|2022] in 2022. Exports were [12 billion yuan|2022], up [3 percent|2022].",
    "In May 2023, foreign trade rose [3 percent|2023-05].\n\nMeanwhile, its imports from Laos grew [5 percent|2023-05].\n\nTrade with Chile was [9 tons|2023-05].",
    "Imports hit [20 billion yuan|2022-Q1] in the first quarter of 2022. Private firms accounted for [60 percent|2022-Q1] of the total.",
    "Exports reached [30 tons|2022] in 2022. Of them, tea exports were up [3 percent|2022]. Silk imports fell [2 percent|2022].",
    "Trade grew [5 percent|2022] in 2022, with exports up [3 percent|2022]. Imports to the zone from Peru stood at [3 tons|2022].",
    "Trade hit [20 billion yuan|2022] in 2022. The port has [40 berths|?]. Exports were [12 billion yuan|?].",
    "Trade grew [5 percent|?] from January to May. Exports rose [2 percent|?].",
    "Trade hit [3 tons|2022] in 2022. Exports rose [5 percent|2021] in 2021. It exported [2 tons|?].",
    "Trade hit [3 tons|2022] in 2022. Exports will reach [5 tons|?]. Exporters paid [2 yuan|?].",
    "The plan has goals for 2030: [300 firms|2030], [five labs|2030] and trade of [3 tons|2030].",
    "Targets by 2030: growth of [5 percent|2030]; [300 firms|2030].",
    "Of the [26 firms|?], [nine|?] are foreign and [five|2023] joined in 2023.",
    "Of the [26 firms|2023], [nine|2023] came and [five|2023] left in 2023.",
    "It takes [40 visitors|?] a day, [three times|?] as many as at its opening in May 2022.",
    "Rates are down to [2.1 percent|?] and [1.4 percent|?], from [5.7|2019] and [3.2 percent|2019] in 2019.",
    "It shipped [13 tons|?], up from [four tons|2020] in 2020 and [eight tons|2021] in 2021.",
    "Exports exceeded that for all of 2019 by [18 percent|?], or [3 tons|?].",
    "The area now has [40 firms|?] and in 2023 sold [30 cars|2023].",
    # How large what was visited is, and what somebody has, is of no day.
    "On May 3, 2022 he visited the port, home to [300 firms|?] and [40 banks|?].",
    "The delegation toured a park of [120 square kilometers|?] on May 3, 2022.",
    "On May 3, 2022 the chamber, which has [300 members|?], signed a deal with the port.",
    "The minister inspected the pier, which handles [3 tons|?] a year, on May 3, 2022.",
    "On May 3, 2022 they met in the park, whose [40 labs|?] employ [900 people|?].",
    "On May 3, 2022 they saw a plant that makes [3,000 cars|?] a day and [40 ships|?].",
    "On May 3, 2022 he visited [12 firms|2022-05-03].",
    "On May 3, 2022 they signed [12 contracts|2022-05-03]; the fair drew [300 guests|2022-05-04] on May 4, 2022.",
    "The zone has [200 firms|?], as many as in 2015.",
    "It ships [40 tons|?], as much as in all of 2019.",
    "Trade hit [5 billion yuan|?], twice the figure of 2019.",
    "Trade hit [5 billion yuan|?], double the 2019 level.",
    "It has [90 staff|?], the same number as in 2018.",
    "In 2023 it had [90 staff|2023], twice as many as in 2018.",
    "Output reached [7 tons|?], exceeding the level of 2016.",
    "The list replaces the 2015 edition and consists of [95 items|?].",
    "The 2013 law has [60 articles|?].",
    "Its 2020 list has [12 ports|?].",
    "Hubei's 2022 GDP hit [5 trillion yuan|2022].",
    "Last year's GDP hit [5 trillion yuan|2023].",
    "By the end of 2022, the Shanghai FTZ had attracted [8,400 new enterprises|2022], according to a white paper released on Wednesday.",
    "By the end of 2022, the area had [310 firms|2022], a report published last month shows.",
    "In 2021 it drew [310 firms|2021], according to figures of the customs house on Friday.",
    "By June 2022, it had [310 firms|2022-06], data issued on May 3, 2023 showed.",
    "By the end of 2022, the area had [310 firms|2022].",
    "The list replaces the version of 2015 and has [95 items|?].",
    "By the end of 2022, the area had [310 firms|2022], customs data showed on Tuesday.",
    "Though it holds [1 percent|?] of the land, it made [27 percent|2023] of the exports last year.",
    "He said that in 2023 exports hit [5 tons|2023], and that [71 items|?] had been done.",
    # Lines below a heading.
    "What was done in 2023\n\nExports rose [4 percent|2023] to [5 tons|2023]\n\nImports in 2022: [3 tons|2022]\n\nThe port has [12 cranes|?].",
    # From one year to another, from one level to another.
    "Between 2012 and 2022, trade climbed from [74 billion yuan|2012] (about [10 billion dollars|2012]) to [281 billion yuan|2022].",
    "From 2012 to 2022, waits fell from [20 days|2012] to [three days|2022] on average.",
    "Between 2012 and 2022, [40 firms|?] moved from [3 towns|?] to [4 cities|?].",
    "Between 2012 and 2022, trade climbed by [74 percent|?] to [281 billion yuan|?].",
    # Targets.
    "It will open [400 sea routes|2027] by 2027.",
    "The plan calls for [400 sea routes|2027] by 2027.",
    "By 2027, it will hire [30 people|2027] and open a port.",
    "It will hire [30 people|?] and open a port by 2027.",
    "It had [200 firms|2022] in 2022 and will have [500|2027] by 2027.",
    "The city said on Monday that it will build [12 schools|?].",
]


DAY = "2024-06-12"
#: Rules that stand in other files' sentences.
MORE = [
    "The list had [190 items|-] in 2013. This was reduced to [139|-] in 2014.",
    "The list has been cut to [30 items|-], a decrease from the [122|-] in 2016.",
    "It covers 5.76 square kilometers of the zone's 119.95.",
    "Xiamen led with 31 cases, followed by Fuzhou with 22.",
    "The loop needs two ships or three.",
    "It handled 4.2 million TEUs, 300,000 more than a year earlier.",
    "The wait is 24 minutes, compared with 41 in 2014.",
    "It formed 38 innovations, with 13 being promoted and 9 tested.",
    "Foreign trade was 12 billion yuan. Exports were 5 billion yuan.",
    "The time was cut from 10 days to three.",
    "In the area 2, 315 companies were registered, 36 of them from Taiwan.",
]


@for_each(PARTS)
def test_a_part_has_the_whole_that_words_point_to(sentence):
    text = drawn(sentence, "people", lambda _: [], published=DAY)[1]
    values = {row["id"]: f"{row['value']:.12g}" for row in ftz.parse(text, published=DAY).rows("metrics")}
    expected, found = drawn(sentence, "metrics", lambda row: [values.get(row["part_of"], "-")], published=DAY)
    assert found == expected


@for_each(ELIDED)
def test_a_number_without_a_noun_counts_what_it_goes_back_to(sentence):
    expected, found = drawn(
        sentence,
        "metrics",
        lambda row: [f"{row['value']:.12g}", row["unit"], str(row["indicator"])],
        published="2024-06-12",
    )
    assert found == expected


@for_each(STATUSES)
def test_how_far_a_number_has_come(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [row["status"]], published=DAY)
    assert found == expected


@for_each(DAYS)
def test_the_day_that_a_number_holds_for(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [row["as_of"] or "?"], published=DAY)
    assert found == expected


def test_every_rule_of_the_links_is_found_by_a_sentence_here():
    found = set()
    for sentence in [*PARTS, *ELIDED, *MORE]:
        text = drawn(sentence, "people", lambda _: [], published=DAY)[1]
        found |= {
            part for record in ftz.parse(text, published=DAY).records["metrics"] for part in record.rule.split("; ")
        }
    assert {rule["name"] for rule in lexicon.load("links")["rule"] if rule.get("gives") != "nothing"} <= found


@for_each(["links", "measurand", "statuses", "planned", "dates", "tense", "published", "days"])
def test_every_rule_has_a_name_a_sentence_and_a_pattern(table):
    assert all(rule["name"] and rule["text"] and rule["find"] for rule in lexicon.load(table)["rule"])
