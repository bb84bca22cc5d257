"""What a number measures: its own noun, whatever stands around it, or nothing."""

from cases import for_each
from drawn import drawn

import ftzlib as ftz

# The answer drawn behind each number: what it measures; *?* for nothing.
COUNTED = [
    # A plural before the head belongs to the phrase ...
    "The area has introduced over [80 auto parts producers|auto parts producers].",
    "It attracted [200 medical devices manufacturers|medical devices manufacturers].",
    "A total of [80 machine tools makers and dealers|machine tools makers and dealers] came.",
    "Some [120 news media outlets|news media outlets] and [50 staff members|staff members] came.",
    "It has [12 aircraft maintenance companies|aircraft maintenance companies].",
    "It hosts [60 games development studios|games development studios].",
    "In [40 cities|cities] private firms have opened.",
    "The ministry named [40 firms|firms] model enterprises.",
    "The scheme covers [40 chambers of commerce|chambers of commerce].",
    # ... and so does what *and* joins.
    "A ceremony was held for [50 investment and talent cooperation projects|investment and talent cooperation "
    "projects].",
    "A total of [36 health and elderly care facilities|health and elderly care facilities] opened.",
    "The fair brought together [45 cities and foreign port operators|cities and foreign port operators] from Asia.",
    "About [300 workers and staff members|workers and staff members] took part.",
    "The alliance has [16 banks|banks], insurers and fund managers.",
    "The plan covers [50 trade, logistics and finance projects|trade, logistics and finance projects].",
    "It drew [104 German, Japanese and Korean plants|German, Japanese and Korean plants].",
    "The city built [30 schools|schools], hospitals and parks.",
    "Some [300 officials and business leaders|officials and business leaders] attended.",
    "About [40 buyers and overseas sales agents|buyers and overseas sales agents] visited the show.",
    # A clause, a gift or another number behind it is none of it.
    "It drew [40 buyers|buyers] and overseas sales agents visited the show.",
    "The zone has [300 firms|firms] and exports reached [5 billion yuan|exports].",
    "The zone has [300 firms|firms] and new measures will follow.",
    "It drew [40 firms|firms] and is growing fast.",
    "The town has [12 ports|ports] and six [industries|?].".replace(
        "six [industries|?]", "[six industries|industries]"
    ),
    "The bureau granted [40 firms|firms] licenses and offered [30 students|students] scholarships.",
    "The delegation of [30 traders|traders] visits ports.",
    "Officials told [40 companies|companies] plans would change.",
    "In 2023, [300 people|people] visited stalls at the fair.",
]

OWNED = [
    "Its [three cranes|cranes], each able to lift [65 tons|?], cost [210 million yuan|?] in all.",
    "They answered [86 questions|questions] there, and promised replies in [five days|?].",
    "Trade with Laos, Chile and Peru grew [3 percent|Trade], [2 percent|Trade] and [1 percent|Trade].",
    "It leased [23 planes|planes], [seven ships|ships] and [six rigs|rigs], or [80|planes], [70|ships] and [90 percent|rigs] of the total.",
    "It leased [23 planes|planes] and [seven ships|ships], or [80|planes] and [70 percent|ships] of the total.",
    "It covers Harbin ([79 sq km|Harbin]), Heihe ([20|Heihe]) and southern Suifenhe ([19.99|southern Suifenhe]).",
    "The fund has raised [2 billion yuan|?] from [14 backers|backers]. The numbers had grown to [310|?].",
    "The rules cut the documents needed from [11|documents] to [four|documents] and the time from [22 working days|time] to [five|time].",
    "The city has reduced permits from [12|permits] to [three|permits].",
    "Net profit rose [5 percent|Net profit] to [3 million yuan|Net profit] on revenue of [9 million yuan|revenue].",
    "Inspection rates are down to [2.1 percent|Inspection rates] for imports.",
    "It made [57 deals|deals], with those on tea alone worth [12 billion yuan|deals] and those on silk [7 billion|deals].",
    "Trains left, and the share of westbound ones reached [63 percent|?].",
    "Loans hit [3 billion yuan|Loans]; the average rate was [3.65 percent|average rate].",
    "Its debt, now [31 percent|debt] of assets, will not exceed [40 percent|debt].",
    "Trains to Laos rose by a [third|Trains] and carried [178,000 TEUs|?].",
    "Air freight grew [3 percent|Air freight], and shipped [40 tons|?] a day.",
    "It has [3 percent|new firms] of new firms and [7 percent|?] of new foreign-funded ones.",
    "It handled [3 tons|cargo] of cargo and received [two tons|cargo] from Laos.",
    "Exports fell to [3 billion yuan|Exports] while imports, at [2 billion|imports], rose [5 percent|imports].",
    "Trade hit [3 billion yuan|Trade], and retail sales, at [2 billion yuan|retail sales], were up [5 percent|retail sales].",
    "General trade made up [58 percent|General trade], processing trade [21 percent|processing trade] and leasing the rest.",
    "Sea-rail trains, [4,210|Sea-rail trains] of them, left the port.",
    "It counts [300 firms|firms]; foreign-invested ones number [61|firms].",
    "Its import tariff fell from [15|import tariff] to [10 percent|import tariff], its export tariff from [nine|export tariff] to [five|export tariff].",
    "The fee was cut from [300|fee] to [200 yuan|fee], and forms from [nine|forms] to [five|forms].",
    # What somebody takes in is not he, nor what was counted before.
    "Duty-free shops, [12|Duty-free shops] in number, took in [24.7 billion yuan|?].",
    "The park raked in [3 billion yuan|?].",
    "The area, [20 sq km|area] in size, takes in [3 billion yuan|?] a year.",
    "The fair pulled in [300 guests|guests] and [3 million yuan|?].",
    "Shops took in [3 billion yuan|sales] in sales.",
    "The fair drew [300 guests|guests] and [3 million yuan|orders] of orders.",
    "The fair had [300 guests|guests] and sales of [3 million yuan|sales].",
    # An amount without its unit has its own noun, or that of those before it.
    "Exports rose to [3 billion yuan|Exports] and imports to [2 billion|imports], up [3|Exports] and [4 percent|imports] respectively.",
    "Its profit was [3 billion yuan|profit], its revenue [20 billion|revenue].",
    "GDP came to [55 billion yuan|GDP], investment to [20 billion|investment] and foreign trade to [12.5 billion|foreign trade].",
    "Imports from Laos hit [4 billion yuan|Imports], up [5 percent|Imports], from Chile [3.5 billion|Imports], down [2 percent|Imports], and from Peru [1 billion|Imports].",
    "Imports and exports with Laos, Chile and Peru reached [7 tons|Imports and exports], [2 tons|Imports and exports] and [1 ton|Imports and exports].",
    "Tea, silk and rice reached [7 tons|Tea], [2 tons|silk] and [1 ton|rice].",
    # *The number of X's Y* counts Y.
    "The total number of China's pilot free trade zones reached [22|pilot free trade zones].",
    "The number of the city's registered firms reached [5,400|registered firms].",
    "The number of Wuhan's and Xiangyang's new firms rose to [900|new firms].",
    "The total number of patents held by the city's firms was [14,000|patents].",
    "The total value of Hubei's exports reached [5 billion yuan|exports].",
    "The share of China's private firms in exports rose to [53 percent|private firms].",
    "The area's number of firms reached [5,400|firms].",
    "The output value of the parts makers totaled [198 billion yuan|output value].",
    # A year, a month, *per capita* before the noun.
    "Hubei's 2023 GDP reached [5.1 trillion yuan|GDP], up [5 percent|GDP] year on year.",
    "Its 2022 exports reached [30 billion yuan|exports].",
    "Beijing's 2022 retail sales came to [1.4 trillion yuan|retail sales].",
    "The zone drew [2021 firms|firms].",
    "Guangxi's January exports rose [12 percent|exports] to [30 billion yuan|exports].",
    "The county's May retail sales fell [3 percent|retail sales].",
    "China's third quarter imports fell [2 percent|imports].",
    "Last year's exports reached [40 billion yuan|exports].",
    "The 2023 output of the port stood at [7 million tons|output].",
    "Per capita disposable income amounted to [62,000 yuan|Per capita disposable income].",
    "It reported a per capita GDP of [90,000 yuan|per capita GDP].",
    "GDP per capita reached [80,000 yuan|GDP per capita].",
    "Actual use of foreign capital reached [3 billion yuan|Actual use of foreign capital].",
    # A share's noun ends before its adjective.
    "The share of goods free of duty has risen from [20 percent|goods] to [70 percent|tariff items] of all tariff "
    "items.",
    "The share of firms eligible for the scheme rose to [40 percent|firms].",
    "The share of services exports reached [30 percent|services exports].",
]

BEHIND = [
    # Sum, sum in brackets, *worth of*.
    "The province exported [12 billion yuan|goods] ([$1.7 billion|goods]) worth of goods in May.",
    "Wuhan imported [12 billion yuan|fruit], or [$1.7 billion|fruit], worth of fruit.",
    "The firms bought [40 million yuan|parts]'s worth of parts.",
    "The area shipped [3.4 million parcels|parcels], up [18 percent|parcels], and [40 tons|freight] of freight.",
    # The noun behind a sum or a rate.
    "Nansha inks [$4b|deals] deals with [17 firms|firms]",
    "Lender offers a [5 billion yuan|credit line] credit line to firms",
    "Xinjiang attracts [10 billion yuan|investment] investment",
    "The rule brings a [15 percent|corporate income tax rate] corporate income tax rate.",
    "Nanning sees [11.3%|GDP] annual GDP growth over 2 decades",
    "Port sees [20%|cargo volume] cargo volume rise in May",
    "City reports [3%|export] export decline",
    "Its GDP passed the [2 trillion yuan|GDP] mark in 2023.",
    "Exports were [$4 billion|Exports] higher than in 2020.",
    "Prices were [5 percent|Prices] lower.",
    "The bureau reported a [6.2 percent|industrial output] year-on-year industrial output growth.",
    "Hainan's exports post [12%|exports] growth.",
    "The area would build a cold store of [300 square meters|cold store] and test bills.",
    "The [30 million yuan|project] project broke ground.",
    "A batch of [26 projects|projects] with a combined investment of [14 billion yuan|combined investment] broke "
    "ground.",
    "Exports hit [404 billion yuan|Exports], compared with [70 billion yuan|Exports] two decades ago.",
    # A share of something else is one of the subject, if it is that which reached it.
    "R&D expenditure reached around [5.1%|R&D expenditure] of the district's GDP.",
    "The zone contributed [12 percent|trade] of the province's trade.",
    # What half of them think is no part of them.
    "The survey showed that more than [half|respondents] of respondents believed audits target small firms.",
    "The poll found [half|firms] of firms think taxes hurt growth.",
    "Nearly [30 percent|companies] of companies surveyed plan to expand.",
    "It accounted for [27%|foreign trade] of foreign trade and [two-fifths|patents] of its patents.",
    "The port saw [40 percent|durian imports] of China's durian imports enter the country.",
    "It makes up [12 percent|imports and exports] of the country's imports and exports.",
    "The [20-square-kilometer|area] area faces the river.",
]

BEFORE = [
    # The verb before the noun is no part of it.
    "Chinese firms agreed to buy goods and services worth [US$41.2 billion|goods and services] from exhibitors.",
    "Buyers will order machines worth [30 million yuan|machines].",
    "The company exports machinery worth [3 billion yuan|machinery] a year.",
    "The bank provides loans worth [5 billion yuan|loans].",
    "The area drew projects worth [3 billion yuan|projects].",
    "It will offer newcomers subsidies of up to [3 million yuan|subsidies].",
    # What the thing is about, or where it goes, is not what is worth so much.
    "They signed [14 agreements|agreements] on culture, tourism and trade worth [2.3 billion yuan|agreements].",
    "Exports to foreign markets worth [5 billion yuan|Exports] were delayed.",
    "It delivered aid to flooded towns worth [5 million yuan|aid].",
    "Exhibitors intend to purchase equipment and materials worth [$2 billion|equipment and materials].",
    "They agreed on projects worth [3 billion yuan|projects].",
    "Wuhan sold tea worth of [3 million yuan|tea].",
    "Firms that buy machinery worth [5 million yuan|machinery] get a discount.",
    "Merchants began selling masks worth [2 million yuan|masks].",
    "The fund helps startups buy tools worth [2 million yuan|tools].",
    "The rail firm won engineering contracts worth [2 million yuan|engineering contracts].",
    "They signed [nine agreements|agreements] worth [3 billion yuan|agreements].",
    "It has a total area of [120 square kilometers|total area].",
    "It recorded combined imports and exports of [3 trillion yuan|combined imports and exports].",
    "It has a registered capital of [4 billion yuan|registered capital].",
    # A participle has a subject of its own.
    "The city showed good momentum with last year's GDP topping [2 trillion yuan|GDP].",
    "The zone kept growing with foreign trade of the district hitting [40 billion yuan|foreign trade].",
    "The quarter ended well with two-way trade with Laos nearing [3 billion yuan|two-way trade].",
    "Growth was broad with the number of new stores topping [400|new stores].",
    "Trade fell [3 percent|Trade], with car exports up [88 percent|car exports].",
    # Behind *said*, behind *which*, behind a time.
    "Chai said the number of restricted items had been cut from [30|restricted items] to [27|restricted items].",
    "He set a target for its foreign trade, which stood at [400 billion yuan|foreign trade].",
    "He said that in the first quarter of this year, the area's trade reached [4 billion yuan|trade].",
    "It aims to push the zone's trade past [500 billion yuan|trade].",
    "Wuhan led with a growth of [24.1%|trade] in trade, followed by the Hubei FTZ with [20.3%|trade].",
    "It aims to lift the zone's trade to over [200 billion yuan|trade].",
    "The number of firms will reach [6,000|firms] and its annual trade [5 billion yuan|annual trade].",
    "Tickets cost between [80|Tickets] and [680 yuan|Tickets].",
]

HOLDS = [
    # Who only owns, holds or does it is not what is measured.
    "The port handled [30 million tons|?].",
    "Hunan is more than [1,000 km|?] from the sea.",
    "In 2019, Rachel Kwan waited [four months|?].",
    "The Suzhou Area takes up [60 square kilometers|?].",
    "The company earned [20 million yuan|?] selling tea.",
    "Lin Group plans to invest [3 billion yuan|?].",
    "Company earns [$3 million|?] in May",
    # What an aside in brackets measures says nothing of what stands behind it.
    "The zone covers [120 sq km|?], with [70 sq km|?] in Wuhan (and the [5-sq-km|East Lake Bonded Zone] East Lake "
    "Bonded "
    "Zone), [22 sq km|?] in Xiangyang and [28 sq km|?] in Yichang.",
    "Exports rose [5 percent|Exports] (imports fell [3 percent|imports]), up from [4 percent|Exports] in 2022.",
]

CLAUSES = [
    # What the object of *helping* does is said of the object, unless that only holds it.
    "[Thirty measures|measures] were formed, helping Hunan's import and export volume to exceed [5 billion "
    "yuan|import and "
    "export volume].",
    "This will make the total trade volume reach [30 billion yuan|total trade volume].",
    "The rules helped its exports grow [12 percent|exports].",
    "The line enabled the city's rail freight volume to top [9 million tons|rail freight volume].",
    "The line enabled the port to top [9 million tons|?].",
    "The scheme helped companies to save [5 million yuan|?].",
    # *In terms of* says what, where that is something measured.
    "It amounted to [296 billion yuan|trading volume] in terms of trading volume.",
    "The port handled [30 million tons|cargo throughput] in terms of cargo throughput.",
    "Exports grew [5 percent|Exports] in terms of value.",
    "Exports reached [5 billion yuan|Exports] in terms of US dollars.",
    # From so much to so much.
    "Bonds with maturity from [7|maturity] to [10 years|maturity] were the most popular.",
    "They offer loans with interest rates ranging from [3|interest rates] to [5 percent|interest rates].",
    "Flats with areas between [60|areas] and [90 square meters|areas] sold well.",
    "It cut the review of bids from [60 days|review] to [30|review].",
    # What is valued, and what stands below.
    "The train, carrying [41 boxes|boxes] of goods valued at [3 million yuan|goods], left on Monday.",
    "A batch of drugs valued at [5 million yuan|drugs] was imported.",
    "The ceilings on small deposits below [3 million yuan|small deposits] were removed.",
    "Prices fell below [3 yuan|Prices].",
    # How long something takes.
    "The train will cross Russia, spending [13 days|journey] on the journey.",
    "The entire journey from the capital, Vientiane, to Kunming, was completed in just [26 hours|entire journey].",
    "The application was approved within [two days|application].",
    "The transit time is cut to nearly [12 days|transit time], compared with [35 days|transit time] by ship.",
    "The approval time has been reduced to less than [two days|approval time] from [five days|approval time].",
    # The level of what was named before.
    "Trade reached [3 billion yuan|Trade] by June. In June, the value reached [1 billion yuan|Trade].",
    "Cargo turnover reached [3 million TEU|Cargo turnover]. In 2020, the total figure was [1 million TEU|Cargo "
    "turnover].",
    "The value of goods reached [3 billion yuan|goods] by June.",
    "The value of [two deals|deals] exceeds [3 billion yuan|value] each, and that of [six others|others] surpasses "
    "[1 billion yuan|value] each.",
    "The terminal handled [224,000 tons|cargo] of cargo bound for Laos and received [312,600 tons|cargo] from Laos.",
    "The mill made [3 million tons|steel] of steel and used [2 million tons|ore] of ore.",
    # A far subject: behind names in quotation marks, brackets, *that*, *which*.
    'Its foreign trade with [64 countries|countries] along the "Belt and Road" route rose by [48.7%|foreign trade] to '
    "[200 billion yuan|foreign trade].",
    'Exports of the "new three" products grew [12 percent|Exports].',
    "Trade with countries along the Belt and Road went up [39.3%|Trade].",
    "The trade value of Wuhan with its partners, including the ASEAN, the European Union (EU), and the United States "
    "(U.S.) was [62 billion yuan|trade value].",
    "Ties are close, with data revealing that, at the end of May, the number of Macao firms totalled [6,552|Macao "
    "firms].",
    "The greatest growth was shown by machinery, which experienced a [91.4 percent|machinery] jump in value.",
    "The city exported cars, which saw a [12 percent|cars] rise in volume.",
    # The growth of something is said of it.
    "The growth of exports was [5 percent|exports].",
    "The increase in imports stood at [5 percent|imports].",
    "Consumption contributed [50 percent|economic growth] to the country's economic growth.",
    "Global trade volume is likely to slump by around [18.5 percent|Global trade volume].",
    "Imports may plunge [5 percent|Imports] this year.",
    # Of a total, of which.
    "Its trade volume hit [3 billion yuan|trade volume], accounting for [8 percent|trade volume] of the total "
    "amount of Hubei.",
    "Imports rose to [3 billion yuan|Imports], accounting for [44 percent|Imports] of the total which was up [9 "
    "percentage "
    "points|Imports].",
    "It contributed [55.6 percent|exports] of exports in services which was [5.1 percentage points|exports] higher "
    "than "
    "in 2020.",
    "They made up [56.7%|turnover], [28.3%|turnover], and [11.3%|turnover] of the turnover.",
    "Some [70 percent|Fortune 500 firms] of the Fortune 500 firms came.",
    "China drew [9 billion dollars|FDI] in FDI, down by [1.2 percent|FDI].",
    "The fund put [5 million yuan|?] in IBM.",
    # Who is ahead by so much.
    "Travelers account for [90 percent|arrivals] of all arrivals, surpassing 2019 levels by [6.6 percent|Travelers].",
    "Sales beat forecasts by [5 percent|Sales].",
    "The port cut costs by [12 percent|costs].",
    # Who will do it is not measured, nor is the newspaper.
    "A total of [40 firms|firms] from the mainland, Macao and foreign regions will invest [86 billion yuan|?] there.",
    "Some [30 firms|firms] from Macao plan to spend [3 billion yuan|?] there.",
    "Some [30 ships|ships] weighing a total of about [4 million tons|ships] were registered.",
    "Shenzhen Daily: [40 Companies|Companies] to Invest [$13 Billion|?] in Qianhai",
    "China Daily: Trade up [5 percent|Trade]",
    # Words that are verbs elsewhere.
    "The oil supply capacity in the north will reach [3 million tons|oil supply capacity].",
    "The power supply volume reached [3 million tons|power supply volume].",
    "Its trade value had aggregated [3 billion yuan|trade value].",
    "It drew [3 billion yuan|newly added investment] newly added investment.",
    "The port meets the needs of an annual volume of [10 million TEU|annual volume].",
    "They signed [30 deals|deals] with a total value of [3 billion yuan|total value].",
]


READ_ON = [
    # Found in articles nobody had read: what is said before, brought so far, driven, left out or far away.
    "In Hainan, GDP grew by [11 percent|GDP]; revenue in the budget, [12.9 percent|revenue]; fixed asset "
    "investment, [10.2 percent|fixed asset investment].",
    "China had [2,950 registered transport planes|registered transport planes] and [2,096 registered "
    "planes|registered planes] in general firms.",
    "As of May China had [2,950 registered transport aircrafts|registered transport aircrafts] and [2,096 "
    "registered aircrafts|registered aircrafts] in firms.",
    "Imports rose [2 percent|Imports], bringing them to [3 billion yuan|Imports].",
    "The port is to increase its container throughput and reach [3 million TEU|container throughput].",
    "Private firms took the lion's share of trade with [3 billion yuan|trade].",
    "Cars and ships had exports of [3 billion yuan|exports] and [2 billion yuan|exports].",
    "Exports rose, a slight acceleration of [0.1 percentage points|Exports].",
    "Retail sales saw a nominal increase of [13.4%|Retail sales], [0.2 percentage points|Retail sales] higher than "
    "in July.",
    "The industry saw a remarkable increase of [96%|industry].",
    "The area saw its exports increase by [5 percent|exports].",
    "Its import value has grown for years. The value exceeded [70 billion yuan|import value] in May.",
    "Its firms have grown for years. The value exceeded [70 billion yuan|value] in May.",
    "The city's overall foreign trade increased [4.4 percent|overall foreign trade].",
    "More than [half|leasing firms] of the world's top [25 leasing firms|leasing firms] came.",
    "The volume of trade grossed [3 billion yuan|trade].",
    "Output rose [11%|Output], driving the city's industrial growth by [2.9 percentage points|industrial growth].",
    "There were [76 million computers|computers] (including [64 million laptops|laptops], an increase of "
    "[12%|laptops]).",
    "Huang said at the conference that the city's GDP totaled [126 billion yuan|GDP].",
    "Laos's farm produce export to China totalled [6,500 tons|farm produce export].",
    "The group issued an [800 million yuan|social bond] ([$110 million|social bond]) social bond in May.",
    "Priced at a competitive [3.15 percent|?], the bond drew many.",
    "The bond did well, with subscriptions surpassing expectations by [3.5 times|subscriptions].",
    "Some [48,600 foreign customers|foreign customers] entered the city in January, a yearly increase of "
    "[110%|foreign customers].",
    "Companies achieved an output value of [5 billion yuan|output value] between January and April, increasing [8 "
    "percent|output value].",
    "Markets grew, having driven Yiwu's export to increase by nearly [15 times|export].",
    "It had exports of [3 billion yuan|exports], making up [10 percent|exports] of the provincial aggregate.",
    "Trade volume between Yiwu and Africa, ASEAN, and the European Union was [5 billion yuan|Trade volume].",
    "Exports to India, Saudi Arabia, and Brazil were [8 billion yuan|Exports].",
    "Its exports to Africa totaled [3 billion yuan|exports]; imports and exports to Latin America reached [2 "
    "billion yuan|imports and exports].",
    "The city has newly added registered capital of [7 billion yuan|newly added registered capital].",
    "Funding took [79 percent|projects] of projects, and the actual use of capital from Macao represents [76 "
    "percent|actual use of capital] of the total.",
    "Its output was [18 billion yuan|output] and its export value made up close to [60 percent|export value] of the "
    "total.",
    "Its output was [18 billion yuan|output] and its exports accounted for [60 percent|exports] of the total.",
    "Its sales contributed [35%|export growth] to Yiwu's export growth.",
]


@for_each([*COUNTED, *OWNED, *BEHIND, *BEFORE, *HOLDS, *CLAUSES, *READ_ON])
def test_a_number_measures_what_is_drawn(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [row["indicator"] or "?"])
    assert found == expected


LISTS = [
    "The bank approved loans of [3 billion yuan|loans] to [40 firms|firms] and another [1 billion yuan|?] to farmers.",
    "From another angle, paid-in capital to the eastern, central and western regions rose by [7 percent|paid-in capital], [8 percent|paid-in capital] and [9 percent|paid-in capital] respectively.",
    "The actual use of foreign capital in toy making and tea making rose by [48 percent|actual use of foreign capital] and [20 percent|actual use of foreign capital] respectively.",
    "It kept an annual growth of more than [20 percent|output] in output.",
    "Some [34 billion yuan|?] flowed to tea making.",
    "Sales increased at a [9.9 percent|Sales] annual rate to [86 billion yuan|Sales].",
    "Imports and exports hit [3 billion yuan|Imports] and [2 billion yuan|exports], respectively increasing [5 percent|Imports] and decreasing [3 percent|exports].",
    "Private firms contributed [121 billion yuan|foreign trade] to the city's foreign trade.",
    "Its trade reached [190 million yuan|trade], or year-on-year growth of [41 percent|trade].",
    # One number is of the whole list that is its subject.
    "Tea, silk and rice rose [5 percent|Tea, silk and rice].",
    "In May, exports, imports and tax revenue rose [5 percent|exports, imports and tax revenue].",
    "Computers, phones and other machines, meanwhile, registered an increase of [5 percent|Computers, phones and other machines].",
    "Tea, silk and rice grew [3|?] and [5 percent|?].",
    "Trade, tax and bonded tea rose by [3 percent|Trade], [4 percent|tax] and [5 percent|bonded tea].",
    "Wuhan, Xiangyang and Yichang drew [30 billion yuan|?].",
    "Yangpu, a port and a hub, saw exports rise [5 percent|exports].",
    # What stands before it: names with *and*, *that* with a date behind it, *that of*.
    'Trade with the [64 countries|countries] on the "Belt and Road" route rose by [48 percent|Trade].',
    "Exports to its partners, including Japan, Laos and the United States (U.S.), were [3 billion yuan|Exports].",
    "Ties got stronger, with data of the bureau revealing that, at the end of May, the number of local firms totalled [6,552|local firms].",
    "The investment of [two projects|projects] exceeds [9 billion yuan|investment] each, and that of [16 other projects|projects] exceeds [1 billion yuan|investment].",
    "Its trade hit [9 billion yuan|trade], or [12 percent|trade] of the total amount of Anhui.",
    "It made up [44 percent|trade] of the city's trade which was up [9 percentage points|trade].",
    "Growth was led by tea output, which experienced a [91 percent|tea output] jump in value.",
    "Some [70 percent|Fortune 500 companies] of the world's Fortune 500 companies came.",
    "The newly set up regional headquarters of foreign firms was [45|newly set up regional headquarters].",
    # One each, in their order.
    "Imports or exports respectively made up [65 percent|Imports] and [57 percent|exports].",
    "Customs saw exports rise, with the number of orders, weight and value growing by [17 percent|orders], [26 percent|weight] and [16 percent|value] respectively.",
    "They saw orders, weight and value rise [3 percent|orders], [5 percent|weight] and [6 percent|value].",
    "The zone saw output, sales and profit of [3 billion yuan|output], [2 billion yuan|sales] and [1 billion yuan|profit].",
    "The port, with cranes, docks and yards of its own, grew [3 percent|?], [5 percent|?] and [6 percent|?].",
    "The volume of actually used foreign capital rose [5 percent|actually used foreign capital].",
    "Tea, silk and rice sold with a turnover of [3 billion yuan|Tea], [2 billion yuan|silk] and [1 billion yuan|rice] respectively.",
    "Trade, tax and output grew [3 percent|Trade], [4 percent|tax] and [5 percent|output] to [3 billion yuan|Trade], [2 billion yuan|tax] and [1 billion yuan|output].",
    "The number of old firms grew by [55 percent|old firms], and that of new firms by [44 percent|new firms], which were [25 points|old firms] higher.".replace(
        "[25 points|old firms] higher",
        "[25 percentage points|old firms] and [29 percentage points|new firms] higher than in May",
    ),
    "Research made up [1.7 percent|GDP] of GDP, and contributed [61 percent|wage growth] to wage growth, up [0.3|GDP] and [0.6 percentage points|wage growth] respectively.",
    # One thing in two places.
    "Per capita income in rural and urban areas respectively grew at about [7 percent|Per capita income] and [8 percent|Per capita income].",
    "Exports in the east and the west rose by [7 percent|Exports] and [8 percent|Exports].",
    "Income and output in the east and the west rose by [7 percent|?] and [8 percent|?].",
    # Shares in a row are all of what stands behind the last.
    "They took up [20 percent|exports], [30 percent|exports] and [40 percent|exports] of the city's exports.",
    "They made up [20 percent|sales] and [30 percent|sales] of sales.",
    "Technology contributed [61 percent|economic growth] to economic growth.",
    "It contributed [61 percent|?] to the growth of imports.",
    # Items with their numbers in brackets; places are not measured.
    "Fields with growth included IT and other services ([46 percent|IT and other services]), transport, storage and mail ([44 percent|transport, storage and mail]), as well as real estate ([22 percent|real estate]).",
    "The sources were Germany ([12 percent|?]), Japan ([9 percent|?]) and Laos ([3 percent|?]).",
    "Output grew in textiles ([12 percent|?]) and paper ([9 percent|?]).",
    # Asides and names with *and* are passed over.
    "According to him, the trade value of the port with its partners, including Laos, the European Union (EU), and Japan, was [6 billion yuan|trade value].",
    "Trade with countries along the Belt and Road went up [39 percent|Trade].",
    "According to the plan, it will have over [500 firms|firms], more than [10 new e-commerce parks|new e-commerce parks] and more than [20 banks|banks].",
    "It drew [3 billion yuan|newly added foreign investment] newly added foreign investment.",
]


@for_each(LISTS)
def test_a_number_in_a_list_measures_its_own_item(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [row["indicator"] or "?"])
    assert found == expected


ROUND = [
    # Two levels of two numbers.
    "The numbers of patents and models reached [3,000|3000 count patents] and [400|400 count models], respectively.",
    "Output rose to [30 tons|30 t Output] and sales to [9 tons|9 t sales].",
    "It cut the time to a day, and the number of documents from [12|12 count documents] to [four|4 count documents].",
    # Two counts of one total; what is behind a clause without an object.
    "In May and June, a total of [107|107 count ships] and [76 ships|76 count ships] docked, up [18%|18 percent ships increase] and [6%|6 percent ships increase], respectively.",
    "It drew 36 and [10 banks|10 count banks].",
    "In all, [753 jobs|753 count jobs] emerged and the surveyed jobless rate remained stable at a low level of [4 percent|4 percent surveyed jobless rate].",
    "Prices rose by [2 percent|2 percent Prices increase], the new urban employment was [47,000|47000 count new urban employment] and it was told.",
    # A round number that something gets to or leaves behind; not one that an index passes.
    "The club took a step in May, hitting the [1,300|1300 count foreign clients] mark for foreign clients.",
    "The number of visitors passed the [100,000|100000 count visitors MORE_THAN] mark.",
    "The fair opened, with the number of visitors passing the [100,000|100000 count visitors MORE_THAN] mark.",
    "The port's sea routes broke the [200|200 count sea routes MORE_THAN] threshold.",
    "Exports crossed the [3 billion yuan|3000000000 CNY Exports MORE_THAN] mark.",
    "The index passed the 3,000 mark.",
    # A level behind its noun or its clause.
    "The fair drew a record number of exhibitors exceeding [30,000|30000 count exhibitors MORE_THAN].",
    "It trained nurses numbering [400|400 count nurses] in May.",
    "In June, the number of firms grew [8 percent|8 percent firms increase] compared to May, reaching [459,000|459000 count firms].",
    "The new branches of foreign banks were [45|45 count new branches], a record.",
    "Its teachers are 45 on average, and the index was 45.",
    "For the ports, which have grown from the first in Asia to the current [11|11 count ports] across the country.",
    "The routes have grown from one to the present [11|11 count routes].",
    # Of a list of the first so many.
    "It signed up [62|62 count banks] out of the top [100 banks|100 count banks].",
    "The top [three goods|3 count goods] were ships, fuel and fish; it made the top 10.",
    # Nouns that look like a verb, or that have no plural.
    "The city opened [273 bank accounts|273 count bank accounts]; a bank with [30 firms|30 count firms] accounts for much.",
    "The shops sold [9,000 duty-free merchandise|9000 count duty-free merchandise] in May.",
    # Hyphened: one measure within what is counted, a length with its direction, and what is allowed for so long.
    "It has [four|4 count docks] [100,000-ton|100000 t docks] docks and a [70,000-ton|70000 t yard] yard.",
    "It has a [2,981-kilometer-long|2981 km border] border and a [55-km-wide|55 km bay] bay.",
    "The [240-hour|240 hour transit waiver] transit waiver and the [15-day|15 day exemptions] exemptions began; the five-day show did not.",
    "It grants a [30-day|30 day visa-free stay] visa-free stay and runs a 24-hour hotline.",
    # So many times over.
    "It expanded its tea business [20-fold|20 times tea business increase] in a decade; it raised its hand three times.",
    # Ahead of what was before is more; of somebody else it is not.
    "Visitors made up [90 percent|90 percent guests] of guests, surpassing 2019 levels by [6 percent|6 percent Visitors increase].",
    "Trade exceeded the figure of the same period last year by [6 percent|6 percent Trade increase].",
    "Trade grew at [6 percent|6 percent Trade increase], and tax fell at about [2 percent|2 percent tax decrease APPROX].",
    "Trade outpaced that of the city by [6 percent|6 percent Trade].",
    # Years that count nothing; a unit misprinted.
    "Sales are back to 2019 levels, above the 2020 peak and at 2015 prices.",
    "After Five Years from Its Launch, Zone Thrives",
    "Its trade reached [69 billion yun|69000000000 CNY trade].",
    # How small it is, told in passing.
    "Bad loans, though low at [0.6 percent|0.6 percent Bad loans], weigh on it.",
    "Exports, while still small at [3 million yuan|3000000 CNY Exports], are growing.",
]


@for_each(ROUND)
def test_a_number_that_is_easily_missed_or_made_up(sentence):
    def describe(row):
        return f"{row['value']:.12g}", row["unit"], row["indicator"], row["change"], row["mod"]

    expected, found = drawn(sentence, "metrics", describe)
    assert found == expected


MULTIPLES = [
    "The tax revenue of the zone was [2.4 times|tax revenue times] the figure of 2019.",
    "The zone has [260 firms|firms], [five times|firms times] as many as before.",
    "Foreign trade reached [40 billion yuan|Foreign trade], [1.5 times|Foreign trade times] that of May.",
    "Exports were [three times|Exports times] last year's figure.",
    "Trade is [two|Trade times] to [three times|Trade times] the national average.",
    "Output rose [4.2 times|Output times increase] to [30 million tons|Output].",
    "Exports increased [12 times|Exports times increase] over a decade.",
    "Foreign investment saw a [3.2-fold|Foreign investment times increase] increase.",
    "The number of firms grew [fivefold|firms times increase] to [3,000|firms].",
    "The city formed [60 cases|cases], [three times|cases times] as many as in 2019.",
    "The port is [ten times|? times] larger than it was.",
    "There were [9,000 new firms|new firms], [four times|new firms times] more than before, and [80 new ones|firms] "
    "a day.",
    "Exports showed an increase of [3.5 times|Exports times increase].",
    "Prices tripled, and wages rose to [1.5 times|wages times] the 2015 level.",
    "There are [four times|firms times] as many firms as in 2015.",
    # What doubles states no number, and what happens often is counted.
    "Trade doubled to [40 billion yuan|Trade].",
    "The minister has visited the zone four times.",
    "The mayor came three times last year.",
    "Ships call 2.5 times a month on average.",
    "Taxes were cut four times.",
    "They had a twofold purpose.",
]


@for_each(MULTIPLES)
def test_a_multiple_has_the_unit_times_and_measures_what_is_compared(sentence):
    def describe(row):
        return row["indicator"] or "?", "times" if row["unit"] == "times" else None, row["change"]

    expected, found = drawn(sentence, "metrics", describe)
    assert found == expected


def test_a_multiple_has_no_status_and_is_no_part():
    cases, times = ftz.parse("The city formed 60 cases, three times as many as in 2019.").rows("metrics")
    assert (cases["status"], times["status"], times["part_of"]) == ("formed", "reported", None)


def test_the_unit_is_told_where_units_are_told():
    assert ftz.codebook().query("column == 'unit'").meaning.str.contains("times").any()
    fact = ftz.parse("Exports were 2.4 times those of May.")
    assert "2.4 times" in format(ftz.cite(fact.metrics.iloc[0]))


TOLD = [
    # Whom it is told is not what is measured, nor is an aside between a subject and its verb.
    "He told the guests that exports rose [5 percent|exports].",
    "She informed the delegation on Monday that the port's throughput fell [5 percent|throughput].",
    "He reminded visitors from Laos that rents had doubled to [300 yuan|rents].",
    "She said to the reporters that output reached [3 million tons|output].",
    "The governor told a group of [40 diplomats|diplomats] that the city's exports reached [3 billion yuan|exports].",
    "Mr Li told reporters exports rose [5 percent|exports].",
    "He hinted that rents might fall by up to [10 percent|rents].",
    "The bank announced measures that cut costs by [5 percent|costs].",
    "The deposit guarantee that companies have to give falls from [30 percent|deposit guarantee] to [10 percent|deposit "
    "guarantee].",
    "The return rate -- the share of full trains -- stood at [61 percent|return rate].",
    "Imports, hit by the storm, fell [5 percent|Imports].",
    "Rents, once among the highest in Asia, slipped [5 percent|Rents].",
    "While exports, led by cars, rose [5 percent|exports], imports, down for a year, fell [3 percent|imports].",
    "In May, exports, which rely on rail, rose [5 percent|exports].",
    "Trade with Laos, in decline since spring, dropped by [5 percent|Trade].",
    "In May, led by cars, exports rose [5 percent|exports].",
    "The port opened in May, and, helped by cars, exports rose [5 percent|exports].",
    "Exports grew, helped by cars, and imports rose [5 percent|imports].",
    # Units of what is named elsewhere; so many pieces of the same.
    "Cars: [402,000 units|Cars]; rice: [3 million tons|rice], plus [6.1%|rice].",
    "Phone output fell by [6 percent|Phone output], to [57 million units|Phone output].",
    "The plant made [57 million units|phones] of phones.",
    "The city sold [9,000 units|units] in May.",
    "Xiamen Area: bonded repairs at [1.7 billion yuan|bonded repairs], up [6 percent|bonded repairs].",
    # Of relative clauses the noun before, of pronouns what was told, of moved objects the object.
    "Behind it stand [nine ports|ports], and exports that came to [200 billion yuan|exports].",
    "Cranes that weigh [300 tons|Cranes] were built there.",
    "Cars were the biggest item at [$1.05 billion|Cars], followed by medical devices ([$640 million|medical devices]), chips ([$520 million|chips]) and tea ([$310 million|tea]).",
    "The port was built by Sany Group ([$30 million|?]) in 2019.",
    "Hainan Customs handled [40 parcels|parcels], [3 percent|parcels] more than a year earlier, bringing the total for the year to [210|parcels].",
    "Anshan Customs drew [40 firms|firms] in May, up [3 percent|firms], taking their total to [900|firms].",
    "Customs officers now need [38 seconds|?] to clear a truck instead of [12 minutes|?].",
    "The area, which measures [20 sq km|?], faces the sea.",
    "The line opened in May, bringing the journey down from [nine days|journey] to [five|journey].",
    "Costs are high, and he set a target of bringing them down by at least [20 percent|Costs].",
    "Sales grew. They reached [83 million yuan|Sales], [26 million yuan|Sales] more, and may crack the "
    "[100-million-yuan|Sales] mark.",
    "The city has [100 French firms|French firms]. The consul expects the number to reach [130|French firms].",
    "Tea firms make up about [30 percent|?], among them [11|Tea firms] from Laos.",
    # So much for all of them, and others behind the first.
    "There were [12 contracts|contracts] signed for a total of [68 billion yuan|contracts].",
    "[40 contracts|contracts] were signed in Chengdu on April 18, worth [19 billion yuan|contracts] in all.",
    "Trade came to [72 billion yuan|Trade], with the Kunming Area contributing [71 percent|Trade], the Honghe Area "
    "[22 percent|Trade] and the Dehong Area [7 percent|Trade].",
    "Electronics made up [40 percent|exports] of exports, followed by farm produce with [19 percent|exports] and "
    "machinery with [15 percent|exports].",
    "Growth targets: around [7 percent|GDP] for GDP and [8 percent|retail sales] for retail sales.",
    "The zone takes up [119 sq km|?], or less than [0.1 percent|territory] of Hunan's territory.",
    "Firms got tax cuts of [900 million yuan|tax cuts].",
    "(b) Do away with the [50 percent|cap] cap on foreign stakes.",
    # Who waits and what is let through in so long is not measured.
    "Flower exporters now wait [40 minutes|?].",
    "Goods are released in [70 minutes|?].",
    "A company can be registered within [four hours|?].",
    "The port will invest [3 billion yuan|?] ([$446 million|?]) in [two new berths|new berths].",
]


REACHED = [
    # *Of these, 57 concerned ...*: a verb behind its number.
    "The court heard [412 cases|cases]. Of these, [57|cases] concerned foreign companies, the judge said.",
    "The survey covered [412 firms|firms]. Of them, [57|firms] reported heavy losses.",
    "Of these, [57 registered firms|registered firms] have left.",
    # Verbs of a level, what stands behind its verb, what is left out in a row, who leads with so much.
    "Total sales of tea enterprises in the bonded area approached [62 billion yuan|Total sales], an increase of [37 percent|Total sales].",
    "Its fleet has [481 new vessels|new vessels], whose total capacity added up to [11 million tons|total capacity].",
    "Land transfers were completed and investment for them reached [63 billion yuan|investment].",
    "The expense of rail transport is only [20 percent|expense] of that by air.",
    "The cost of a container is [half|cost] of the sea price.",
    "He said imports and exports reached [3 billion yuan|imports and exports].",
    "They sold tea. This year, says Mr Li, they will probably crack the [100-million-yuan|?] mark.",
    "Sea-rail volume hit [165,000 TEUs|Sea-rail volume] in March, with empties under [20 percent|empties].",
    "Over [80 percent|recommendations] of the [65 recommendations|recommendations] have been taken up. By our own count, it is closer to [60 percent|recommendations].",
    "What used to take [three days|?] now takes [two hours|?].",
    "Clearance, which used to take [three days|Clearance], now takes [two hours|Clearance].",
    "Not since 2015 have exports fallen by as much as [12 percent|exports].",
    "Only in May did imports top [3 billion yuan|imports].",
    "Up by [12 percent|exports] were exports to Laos.",
    "It costs [300 yuan|?] to ship a box.",
    "The plot fetched [3 billion yuan|plot].",
    "Investment in roads is to double to [3 billion yuan|Investment].",
    "Durian made up [40 percent|fruit imports] of fruit imports, mangoes [12 percent|fruit imports] and bananas [5 percent|fruit imports].",
    "Trade rose for the third month in a row: [12 percent|Trade].",
    "The tally of new firms now stands at [300|new firms].",
    "The count of ships reached [300|ships].",
    "It meant losses of [3 million yuan|losses].",
    "Having fallen [5 percent|exports] in May, exports rose [12 percent|exports] in June.",
    "Rising [12 percent|exports] to [3 billion yuan|exports], exports beat all forecasts.",
    "Exports grew by [5 percent|Exports], imports by [12 percent|imports] and tax revenue by [3 percent|tax revenue].",
    "As much as [3 billion yuan|?] was lent to firms.",
    "The plan is for exports to rise [12 percent|exports].",
    "The plan calls for exports to reach [3 billion yuan|exports] by 2025.",
    "The goal is to lift exports to [3 billion yuan|exports].",
    "Exceeding [3 billion yuan|exports] for the first time, exports beat all forecasts.",
    "Exports approached [3 billion yuan|Exports].",
    "The city's approach to [300 firms|firms] changed.",
    "The zone's exports, imports and tax revenue reached [3 billion yuan|exports], [2 billion yuan|imports] and [1 billion yuan|tax revenue] respectively.",
    "The bureau plans to cut fees by [5 percent|fees] and rents by [3 percent|rents].",
    "Of exports, [53 percent|exports] went to ASEAN.",
    "Cars lead with [53 percent|?].",
    "From [3 billion yuan|exports] in 2019, exports have grown to [5 billion yuan|exports].",
    "The bank charges [3 percent|?] on loans.",
]


@for_each([*TOLD, *REACHED])
def test_a_number_is_of_what_its_words_reach(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [row["indicator"] or "?"])
    assert found == expected
