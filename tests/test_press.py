"""Constructions that real press articles are full of, and that misled the rules: the answer drawn in the sentence."""

import pytest
from cases import for_each
from drawn import bare, drawn

import ftzlib as ftz

#: What a number measures: not what opens the sentence, holds the thing, or stands between.
MEASURED = [
    "It generated [31 percent|foreign trade] of the foreign trade and [35 percent|foreign capital] of its actual use of foreign capital.",
    "They have borrowed money from abroad at an average rate of [3.1 percent|average rate]; trade rose at an average rate of [5 percent|trade].",
    "(Bohai News) -- Trade volume with Laos reached [13 billion yuan|Trade volume].",
    "(PRN) - Exports of tea hit [4,000 tons|Exports].",
    "Lingshan, which saw its tax revenue from leasing rise [12 percent|tax revenue], has ports.",
    "The bureau issued business licenses to firms with registered capital of [17 million yuan|registered capital].",
    "It has [40 sq km|?], including [20 sq km|?] in Anshan (covering the [3-sq-km|Lanhai Bonded Park] Lanhai Bonded Park) and [9 sq km|?] in Haicheng.",
    "Investors put in [30 million yuan|?].",
    "The chambers of commerce in the zone numbered [14|chambers].",
    # Who does something to what is measured is not measured; who is or becomes so much is.
    "The new wharf will be able to handle [3 million tons|?] a year.",
    "Parts that have undergone [40 percent|?] processing in Haikou are sold tax-free.",
    "The new lanes let drivers pass the border in [two minutes|?].",
    "Border clearance now takes [two minutes|Border clearance], and rents passed [300 yuan|rents] a month.",
    "Losses were put at [3 million yuan|Losses].",
    "Li said that in May, the number of tour guides grew [4 percent|tour guides].",
    "The move saves an average of [two|?] to [three days|?] a shipment.",
    "Rents rose an average of [3 percent|Rents].",
    "Exports hit [$4 million|Exports], a rise of [3 percent|Exports] in real terms.",
    "Lines of goods rose from [1,204|Lines] in 2018 to [2,310|Lines] in 2019.",
    "That is why port fees reached [3 million yuan|port fees].",
    "They met at the annual two sessions.",
    "Wheat rose, with sales up [8 percent|sales] and stocks up [3 percent|stocks].",
    "Its GDP hit [3 billion yuan|GDP], a [4 percent|GDP] rise, its tax income hit [1 billion yuan|tax income].",
    "Its GDP hit [3 billion yuan|GDP], and the port hit [1 billion yuan|?].",
    "Farms are forecast to see a rise of [9 percent|combined crop] in their combined crop.",
    "Wheat reached [$30 million|Wheat], up by [3 percent|Wheat], and the price of crops was [$2|price], down by [1 percent|price].",
    "This has brought rents down by [3 yuan|rents] a day.",
    "Rents hit [3 yuan|Rents], down [2 percent|Rents] (equivalent to [$0.4|Rents], down [5 percent|Rents]).",
    "Some [70 percent|Fortune 500 firms] of the Fortune 500 firms came.",
    "Its deals are worth in the region of [$7 million|deals].",
    "The new lights helped drive its night traffic up [8 percent|night traffic] and its noise down [1 percent|noise].",
    "It enabled the pier to reach [3 million tons|?]; stocks are likely to reach [2 million tons|stocks].",
    "That brings the number of the city's parks to [18|parks].",
    "Its parks hit a record high of [18|parks]; its plants number [14|plants].",
    "It drew [40 guests|guests] from [six towns|towns], up by [3 percent|?]. The number rose [2 percent|?] a year before.",
    "It drew [40 guests|guests], up by [3 percent|guests], and its fees fell from [5 yuan|fees] to [4 yuan|fees].",
    "The grain output and steel output of the county reached [3 million tons|grain output] and [$2 billion|steel output], a rise of [4 percent|grain output] and [5 percent|steel output] respectively.",
    "Laos led with a trade volume of [$3 million|trade volume], followed by Kenya with [$2 million|trade volume] and Chile with [$1 million|trade volume].",
    "Kenya posted a [9 percent|total sales] growth rate in total sales.",
    "The number of towns with a budget exceeding [3 million yuan|budget] has grown to [six|towns].",
    "Sales jumped to a new level of [3 million yuan|Sales].",
    "Fees made [RO2.1bn|Fees], with fines and tolls totaling [RO1bn|fines and tolls].",
    "It put out its 2023 goals and its [2,300 goals|goals].",
    "By May, sales had reached [$3 million|sales], marking a [4 percent|sales] rise.",
    "By May, shipping had grown [4 percent|shipping].",
    "The pact has been in force for [two years|?], and the fair lasts for [six days|fair].",
    "The park had [$2 billion|pledged capital] of pledged capital and paid-in capital worth [$1 billion|paid-in capital].",
    "Rents hit [$3 million|Rents], which is by [4 percent|Rents] more in annual terms.",
    "Its stock hit [4 tons|stock], making it [3 times|stock] more compared to May.",
    "The volume of actual use of steel grew by [9 percent|actual use of steel].",
    "The bureau said that in May [40 firms|firms] came, a yearly growth of [5 percent|firms].",
    "Fresh pears can now clear the port in [two hours|?].",
    "Sales rose [5 percent|Sales], says a poll, up from the [4 percent|Sales] gain in May.",
    "Sales rose [5 percent|Sales], according to a poll of [12 analysts|analysts], up from the [4 percent|?] gain in May.",
    "According to a survey of [40 firms|firms], rents fell [6 percent|rents], less than the [7 percent|rents] of May.",
    "M2 grew [8.7 percent|M2] and M1 rose [5 percent|M1].",
    "In May, PM2.5 fell [4 percent|PM2.5].",
    "Lines grew to [22|Lines], pushing up the passenger volume by [25 percent|passenger volume].",
    "The yard cut [12 steps|steps], driving down berth fees by [30 percent|berth fees].",
    "The rule took effect, bringing down port costs by [8 percent|port costs].",
    "Rents can reach [3 yuan|Rents] a day.",
    "Rents in the area are expected to rise by [4 percent|Rents].",
    "The share of goods that pay [zero duties|duties] rose from [4 percent|goods] to [9 percent|goods].",
    # A list behind a preposition opens no clause.
    "In all, the output of tea, silk and rice rose [5 percent|output] in May.",
    "In terms of place, the sales in eastern, central and western towns grew [5 percent|sales].",
    "Its rents rose by [3 percent|rents], of which the yield of pears, plums, late figs, and new nuts rose by [4 percent|yield].",
    "It grew fast, and the [three marks|marks] of light, heat and noise rose by [4 percent|marks].",
    # A clause behind *and* with its time or place, behind *said Friday that*, behind a dash.
    "Exports fell [3 percent|Exports] and in May imports rose [5 percent|imports].",
    "Sales grew [3 percent|Sales] and in 2019 stocks shrank [5 percent|stocks].",
    "Rents rose [3 percent|Rents] and by June fees fell [5 percent|fees].",
    "Li Wei, head of the bureau, said Friday that rents stand at [95 yuan|rents].",
    "Li said on Friday that the number of parks stands at [95|parks], [27|parks] fewer than in May.",
    "It drew [40 mills|mills] -- as in 2018 -- and the yard's new shops had reached [50|new shops] in number.",
    # What is saved is not measured by what stands before.
    "It moved the yard, cutting rents and fees by [5 percent|rents and fees] and saving [3 million yuan|?].",
    "The lane can save an average of [two hours|?] a day.",
    "The lane cut its fees by [5 percent|fees], saving [4 yuan|?] a box.",
    # Two changes of two amounts: each is of one, and which, is for the reader.
    "Mills sold goods worth [$3 million|goods], while its tea and silk sales hit [$2 million|tea and silk sales], up [4 percent|goods] and [5 percent|tea and silk sales] respectively.",
    "It drew [40 guests|guests] and sold [60 boats|boats], up [4 percent|guests] and [5 percent|boats] year on year, respectively.",
    # A noun of change or a period is no thing that is measured.
    "Output rose [4 percent|Output], up from a [3 percent|Output] increase in Q1.",
    "Rents fell [4 percent|Rents], up from the [9 percent|Rents] slump in June.",
    "The market weakened further, with sales dipping to [5 tons|sales], from [7 tons|sales] in May.",
    "Traders say deals worth in the region of [$7 million|deals] are near.",
    "Last year sales grew, such as Anshan's output breaking through the [3 million yuan|output] mark.",
    "The added value of the yard reached [3 million yuan|added value].",
    # An amount that only says more of a subject is not what its verb is about.
    "Exports of [40 firms|firms] rose [5 percent|Exports].",
    "The sales of shops with a floor exceeding [40 square meters|floor] rose [3 percent|sales].",
    "A poll of [40 traders|traders] had forecast rents to gain [3 percent|rents].",
    "[16 mills|mills] were opened in the park with public money, which is by [five times|mills] more than in May.",
    "Its output rose by [3 percent|output]; the growth rate of silk sales exceeded [7 percent|growth rate].",
    "The output of crops rose by [3 percent|output] to [5 million yuan|output], fruit by [9 percent|?] to [2 million yuan|?].",
    "He has been engaged in selling tea for [11 years|?].",
    # A number that says which of the things named before it counts.
    "Among the new mills, [522|new mills] are foreign-owned.",
    "Of the parks, [17|parks] were closed and [9|parks] are full.",
    "Some [97|mills] of the top [500 mills|mills] have come, as have [12|mills] of China's top [50 mills|mills].",
    "It drew [40 firms|firms] from [12 countries and regions|countries and regions] attending by ferry.",
    "The total floor area of the halls rose [3 percent|total floor area].",
    # The total of those named before, not of the amount beside it.
    "Some [300 mills|mills] have come to the park, with an area of [3 hectares|area], bringing the total to [800|mills].",
    "Sales logged a [9 percent|Sales] average annual rise in the past five years.",
    "In May its trade hit a new high of [3 million yuan|trade], up [2 percent|trade] on the year.",
    "In May [40 firms|firms] from [two towns|towns] signed up, while the total number reached [95|?].",
    "The gate serves tea in bulk, which has increased the boarding time by [2|boarding time]-[3 hours|boarding time].",
    "Its rents grew from [3 yuan|rents] to [6 yuan|rents], a cumulative growth of [2 times|rents].",
    "It drew [40 guests|guests] and [60 firms|firms]. The [two figures|figures] rose by [4 percent|?] and [5 percent|?].",
    "It sent [16 pears|pears] to the [10 other such towns|towns] there.",
    '"Rents are low," Li said. "Since its birth, sales of tea in the [three towns|towns] have grown by an average of [5 percent|sales]."',
    "There are [58 mills|mills] with foreign owners, which rose by [5 percent|?] and [6 percent|?].",
    "It has [58 mills|mills] in old towns, which have grown by [5 percent|?].",
    "Sales rose in most of the [10 towns|towns], with those of tea up [5 percent|?].",
    "Its financial leased assets make up [5 percent|financial leased assets] of the country's total.",
    "Some [40 firms|firms] came. This made up [5 percent|firms] of the total number.",
    "The city has [two sets|sets] of plans. One proposes to build a park.",
    "[Seven stops|stops] were added, bringing the total number to [106|stops] located in [14 towns|towns].",
    "Tea and silk, which are [two goods|goods] of the old sort, make up [70 percent|GDP] of the GDP, up from [53 percent|GDP] in 2018.",
    "The firm owns [2 percent|?] of Hainan.",
    "It drew six Laotian and [two Chinese mills|Chinese mills].",
    "Its use of steel reached [3 million tons|use of steel], accounting for [9 percent|market] of the market, a rise of [4 percent|use of steel].",
    "Initially spreading over [15 hectares|?], the yard is set to grow [twofold|yard] to [40 hectares|yard].",
    "Some [3 million yuan|cash] of cash was used by the oldest [12 mills|mills], set up in 2013, up [4 percent|?].",
    "The yard comprises the Anshan Area ([79 ha|Anshan Area]), the Haicheng Area ([20 ha|Haicheng Area]) and the pier of the port ([3 ha|?]).",
    "Lanhai is [200 meters|?] away from the pier.",
    "Firms with more than [30 million yuan|?] will be met by the mayor.",
    "They may win [3 yuan|?] when they have first paid [5 yuan|?].",
    "Figures show the total rents of the town reached [3 million yuan|total rents], up [4 percent|total rents].",
    "The zone saw stable growth in its trade, totaling [3 million yuan|?].",
    "The rice supply rose by [4 percent|rice supply]. The rain record rose [3 percent|rain record].",
    "It may import [14 tons|raw rice] of raw rice and export [two tons|fine rice] of fine rice.",
    "Sales hit [3 million yuan|Sales], contributing [40 percent|?] to the growth of trade.",
    "The goods were oil, old iron and new copper, which made up [79 percent|?] of the total.",
    "Some [65 percent|imports and exports] of imports and exports for May were by sea.",
    "Its trade, with imports reaching 900 million, grew fast.",
    "It formed [60 rules|rules], and [five|practices] of its practices are the best.",
    "It has a total sales volume of fresh goods of [3 million yuan|total sales volume], and rents of [2 million yuan|rents].",
    "It accounts for [56 percent|old steel] of old steel, [67 percent|total new copper] in total new copper and [8 percent|tin] in tin.",
    "The yard will extend to [21 ha|?], including the [3-ha|Anshan Tea Mill] Anshan Tea Mill, and the pier to [27 ha|?].",
    "It has the Anshan Area ([66 ha|Anshan Area] with the Bonded Pier) and the Haicheng Yard (Type B) ([3 ha|?]).",
    "Trains from Anshan can reach Laos in [48 hours|?], and Chile in [72 hours|?].",
    "In foreign trade, the [21 towns|towns] accounted for [17 percent|foreign trade] of the total.",
    "Its GDP hit [3 million yuan|GDP], among which growth in leasing stood at [12 percent|?].",
    "The industrial added value of the car trade rose [4 percent|industrial added value].",
    "It saw a [9 percent|new accounts] jump in new accounts.",
    "The Consumer Price Index rose by [3 percent|Consumer Price Index].",
    "It drew [40 firms|firms], making up [5 percent|firms] of the Lanhai Bonded Zone.",
    "It bought [3 million yuan|tea] in tea, a staggering year-on-year rise of [43 percent|tea].",
    "Finishing second, boats from Laos gained [3 percent|boats].",
    "The third was Laos, which sold [40 boats|boats], up [4 percent|boats].",
    "It brought in [3 million tons|?] from the [six towns|towns], up [4 percent|?].",
    # A participle, an adverb or a list behind them opens a sentence, and is no subject.
    "Looking at yearly rents, fees and tolls fell [3 percent|fees and tolls].",
    "Turning to monthly figures, sales and stocks rose [3 percent|sales and stocks] in May.",
    "Fifth, rents rose [3 percent|rents].",
    "Rents hit [3 yuan|Rents], going up [4 percent|Rents], [2 percentage points|Rents] faster than in May.",
    "The sales of tea hit [3 yuan|sales], moving up [4 percent|sales] on the year.",
    "The number of guests in May reached [40|guests], going up [4 percent|guests] on the year.",
    "The number of mills breaks the mark of [300|mills].",
    "Sales grew [20 percent|Sales], higher than that of stalls, shops and shopping mall by [3|Sales] and [5 percentage points|Sales] respectively.",
    "Stocks hit [4 tons|Stocks], coming down by [4 percent|Stocks].",
    "Rents likely rose [4 percent|Rents].",
    "Tea sales likely fell [4 percent|Tea sales] in May.",
    "Its fees likely hit [3 yuan|fees].",
    # A pair by another pair: which of them a number is of, the second says.
    "The share of imports and exports by old mills and new mills rose from [3 percent|imports and exports] and [4 percent|imports and exports] in 2017 to [5 percent|imports and exports] and [6 percent|imports and exports] in 2018, respectively.",
    "Rents and fees in Anshan and Haicheng rose [3 percent|?] and [4 percent|?].",
    "Imports and exports by Laos and Kenya rose by [3 percent|Imports and exports] and [4 percent|Imports and exports], respectively.",
    # What is reduced behind *with*; growth of whatever kind; the number of what is shared.
    "The speed matters, with the average berth time reduced to [two hours|average berth time].",
    "Sales grew, with the rents of the yard lowered by [3 percent|rents].",
    "Trade with neighbors increased [3 percent|Trade].",
    "Its rents passed [3 yuan|rents], keeping a fairly rapid growth of [4 percent|rents].",
    "The sales of the yard hit [$3 million|sales], seeing a comparatively stable increase of [4 percent|sales].",
    "Stocks hit [4 tons|Stocks], at a very high rate of [3 percent|Stocks] a year.",
    "It has [80 percent|urban jobs] of urban jobs, and [90 percent|mills] of the total number of mills.",
    "It pays [30 percent|taxes] of taxes and [10 percent|exports] of the total value of exports.",
    "They make up [5 percent|mills] of the number of mills.",
    "Sales grew [20 percent|Sales], higher than that of shops, stalls and shopping halls by [3|Sales], [4|Sales] and [5 percentage points|Sales] respectively.",
    # The level of a number of things.
    "The number of guests is set to surpass [300|guests].",
    "The number of mills may surpass [500|mills] in May.",
    "The number of mills broke the record of [1 million|mills].",
    "The number of guests has passed the mark of [300|guests].",
    "Its plants exceeded the threshold of [40,000|plants].",
    "It has nearly [one third|trade] of the trade.",
    "It pays almost [one fifth|taxes] of the taxes.",
    "He is a good one for tea.",
]


#: A part with its whole; `-` where a number is a part of none.
PARTS = [
    "The park has [419 firms|-], accounting for [24.9 percent|-] of the city's total.",
    "The zone covers [119 square kilometers|-], accounting for [12.8 percent|-] of the total amount of Anshan.",
    "Trade stood at [$340 million|-], about [19.7 percent|-] of the total in Anshan.",
    "Exports hit [5 billion yuan|-], making up [8 percent|-] of the city's.",
    "It lists [206 varieties|-] of goods, divided into [6 categories|-].",
    "The rules hold [40 articles|-], grouped in [five chapters|-].",
    "It has [14 berths|-]. The depth of these berths averages [9 meters|-].",
    "Sales there hit [$3 million|-], accounting for [18 percent|-] of the total.",
    "It held [76 sessions|-]. Deals were signed with 27 for the hall.",
    "It opened [62 offices|-]. The pier had [31 percent|-] of the total tea trade.",
    "It has [14 berths|-]. Of these, [9|14] are new.",
    "It has [14 berths|-]. The length of the total row is [900 meters|-].",
    "The list has [22,054 firms|-]. There are [419|22054] of Anshan among them.",
    "It stands first among the [67 yards|-] of the [21 ports|-].",
    "Its GDP hit [3 million yuan|-], among which growth in leasing stood at [12 percent|-].",
    "Goods worth [9 million yuan|-] came. Among them, tea reached [3 million yuan|9e+06], making up [80 percent|-] of the total tea trade of Laos.",
    "It ran [5,300 trains|-]. Some [40 tons|-] of tea came from these [two towns|-].",
    "It sold [5,300 tons|-] of tea. Laos was second, from which [40 tons|-] were bought.",
    "Trade there hit [5 billion yuan|-], up [5 percent|-], accounting for [18 percent|-] of the total.",
    "Sales there hit [5 billion yuan|-] ([$700 million|-]), a rise of [5 percent|-], making up [18 percent|-] of the total.",
]


@for_each(PARTS)
def test_a_number_is_a_part_of_what_is_drawn(sentence):
    rows = ftz.parse(bare(sentence), published="2020-11-06").rows("metrics")
    values = {row["id"]: f"{row['value']:g}" for row in rows}
    expected, found = drawn(sentence, "metrics", lambda row: [values.get(row["part_of"], "-")])
    assert found == expected


#: Whose a figure is; `-` for nobody's.
ZONES = [
    "The Qingdao Area of the Shandong FTZ grew [9 percent|Qingdao], far above the province's [5 percent|-].",
    "The Fujian FTZ will have a Pingtan section covering [43 square km|Pingtan].",
    "The Fujian FTZ has a Pingtan section and covers [118 square km|China (Fujian) Pilot Free Trade Zone].",
    "The fair, held in the Urumqi Area of the China (Xinjiang) Pilot Free Trade Zone, was attended by [300 guests|-] from [200 firms|-].",
    "The Fujian FTZ opened to the island more than [40 trades|China (Fujian) Pilot Free Trade Zone] of the mainland's [90 trades|-].",
    "The Hunan FTZ, one of [four such areas|-], serves Laos's more than [40 ports|-]. It joins the [two sides|-].",
    "In the Hunan FTZ, firms with an annual turnover of over [20 million yuan|-] grew [9 percent|China (Hunan) Pilot Free Trade Zone].",
    "Trade of the province has grown [20 percent|-] since the Hunan FTZ's founding.",
    "The Hubei FTZ, which includes Wuhan Area and Yichang Area, covers [120 square km|China (Hubei) Pilot Free Trade Zone].",
    "Some [40 firms|China (Hubei) Pilot Free Trade Zone] opened in its Wuhan, Xiangyang and Yichang areas.",
    "The Hunan FTZ serves [three inland provinces|-] and [40 countries|-].",
    "The Dalian free trade area drew [40 firms|Dalian].",
    "The Hebei FTZ has the [20 sq km|Zhengding] Zhengding area and a [19 sq km|Caofeidian] Caofeidian area.",
    "The Hunan FTZ grew. The port of the city, which lies by the sea and belongs to nobody in particular, handled [40 ships|-] in that time, far more than anybody had ever thought",
    "The Hunan FTZ grew. Trade in this inland free trade zone hit [40 million yuan|China (Hunan) Pilot Free Trade Zone].",
    "The pilot free trade zone in Xinjiang was founded in November. The Kashgar Area has [three parks|Kashgar]. It covers [28 square kilometers|Kashgar].",
]


@for_each(ZONES)
def test_a_number_belongs_to_the_zone_that_is_drawn(sentence):
    def whose(row):
        name = row["zone"] or "-"
        return [name.removesuffix(" Area").rpartition(" ")[2] if name.endswith("Area") else name]

    expected, found = drawn(sentence, "metrics", whose)
    assert found == expected


@pytest.mark.parametrize("consists", ["The zone consists of", "It comprises"])
def test_the_parts_that_a_zone_consists_of_are_areas(consists):
    text = f"The China (Heilongjiang) Pilot Free Trade Zone was founded in 2019. {consists} Harbin, Heihe and Suifenhe."
    names = [row["name"] for row in ftz.parse(text).rows("zones")]
    assert [name.split()[-2] for name in names if name.endswith(" Area")] == ["Harbin", "Heihe", "Suifenhe"]


#: Who speaks.
SAID = [
    "Some traders noted [there were fewer days of work|Some traders].",
    "Buyers also stressed [there was no tea|Buyers].",
    "An official from the bureau pointed out [the market saw growth|official from the bureau].",
    "The mayor of Anshan said that [rents fell|mayor of Anshan]. [The city plans to buy 40 ships|city], according to the city's plan.",
    "ANSHAN (PRN - Daily / World Point News - 1st Apr, 2021 ) : [The zone has drawn 40 firms|commission], the commission said.",
    "(Bohai News) -- [Trade with Laos has grown|Li Wei], said Li Wei, head of the bureau.",
    "The customs office said Monday [it had handled 3,400 trains|customs office].",
    "Li Wei has said that [the port is full|Li Wei].",
    "The bureau has also noted that [exports rose|bureau].",
    "The zone has said goodbye to paper.",
    "The treaty opens 40 ports, as agreed by Laos and Kenya.",
    "The fees fell, as promised last year by the port.",
    "The yard was drained, as suggested by the bureau.",
    'Li Wei, mayor of Anshan, noted at the fair, which closed on "Port Day," that [rents fell|Li Wei].',
    '"[We count every box|Li Wei]," said Li Wei. "[That is what we do|Li Wei]."',
    "[We are nearly there|Wu Jun], said chief engineer Wu Jun. It was a good day.",
    "[Rents fell|bureau], according to a report released by the bureau at the session of the council.",
    "Rents fell, according to a report read at the session of the council.",
    "The paper quoted Li Wei, mayor of Anshan, as saying that [rents fell|Li Wei].",
    "It quoted Li Wei saying that [rents fell|Li Wei].",
    '"[We came by ferry|Ana Lopes]," said Ana Lopes, consul of Peru in Wuhan, saying that [she liked it|Ana Lopes].',
    "Li Wei was quoted as saying that [rents fell|Li Wei].",
    "The paper quoted a mayor as saying rents fell.",
    "[Rents fell|provincial government], according to a press conference of the provincial government.",
    "Gu Wei sells tea. Gu, who has long sold it abroad, said [Chinese tea sells well|Gu Wei].",
    "[Tea sells well|Gu Wei], said Gu Wei, who sells it.",
    "It flew to Japan, Europe and the United States, with tea and pears on board.",
    "Firms are taxed according to their size.",
    "He Zhong, mayor of Anshan, opened the session. He pointed out that [exports rose|He Zhong].",
    "[Rents fell|Gu Wei], according to Gu's report. Gu Wei heads the port.",
    "[Rents fell|council], according to a plan released by the council. The plan said [exports rose|council]. As the plan stated, [wages rose|council].",
    "Under the plan, rents fell. The plan said exports rose.",
    "[Rents fell|Bohai Daily], reported the Bohai Daily. The newspaper said [exports rose|Bohai Daily].",
    "Rents fell, the news outlet said. According to the publication, exports rose.",
    "[Rents fell|Gu Wei], as revealed on Friday by Gu Wei, mayor of Anshan.",
    "[Rents fell|Gu Wei], as Gu Wei outlined at a fair in Anshan.",
    "The port grew, with city officials saying that [rents fell|city officials].",
    "Gu Wei, mayor of Anshan, opened the fair in Anshan, noting that [rents fell|Gu Wei].",
    "The fair was opened in Anshan, noting that rents fell.",
    '"[Rents fell, and we are glad|shopkeeper]," the shopkeeper, who had just come back, told the Bohai News.',
    "By 2050, according to the bureau, [rents should fall|bureau]. In May, the bureau said, [two ports were built|bureau].",
    "[As the chair of the council, Anshan worked on it|Gu Wei], Gu Wei said, adding that [rents fell|Gu Wei].",
    "Over the past year, Gu Wei noted, [two ports were built|Gu Wei].",
    "[Rents fell|National Bureau of Ports], the National Bureau of Ports (NBP) said.",
    '[Rents fell|customs office], the customs office said.\n\n"We like it here very much indeed."',
    '"[Rents fell for us all|Gu Wei]," said Gu Wei.\n\n"[We like it here very much indeed|Gu Wei]."',
    "Premier Gu Wei proposed in his report that [rents should fall|Gu Wei]. The mayor proposed to cut fees.",
    "[Rents fell|fair organizer], the Bohai Daily learned from the fair organizer.",
    "Gu Wei noted [rents have fallen|Gu Wei]. Gu noted falling rents.",
    "Gu Wei, mayor of Anshan, praised the ties between Anshan and friendly U.S. states.",
    "[Rents fell|Gu Wei], stated the secretary of the county committee Gu Wei.\n\n“[We count every box here|Gu Wei],” he said. The official noted that [wages rose|Gu Wei].",
    "[Rents fell|Xinhua], reported Xinhua citing the port office. The agency writes that [wages rose|Xinhua].",
    "[Rents fell|Gu Wei], the deputy head of the united front department of the county committee of the old party Gu Wei said.",
    "The person in charge of the port said [rents fell|person in charge of the port].",
    "[Rents fell in May|local media], local media reported.",
    "The stock rose to 4 tons and it is estimated to hit 5 tons.",
    "[Rents fell|city government], sources with the city government said.",
    "In a talk with the Bohai Daily, Gu Wei said during his time in office he saw it.",
    "[In the county firms flock to it|Gu Wei], Gu Wei said.",
    "Anshan - [Rents fell in all the towns of the county|customs], customs said.",
    "Li Wei met Li Weiming. Li Weiming, head of the port, said [rents fell|Li Weiming]. Li Wei, a farmer, left.",
    "He Zhong, mayor of Anshan, met Gu Wei. [Rents fell|He Zhong], according to He.",
]


#: Who promises.
PROMISED = [
    "It is a trend that is likely to continue as ports grow.",
    "Foreign trade is an engine of growth, and will sharpen its edge.",
    "[I will present the figures|] and [answer your questions|].",
    "Leaders have encouraged all firms to keep growing and strive to meet their goals.",
    "The mayor urged traders to pool their ships and seek to open routes.",
    "Officials asked banks to lower fees and aim to help small firms.",
    "Leveraging the advantages of its ports, [the area will expand trade|area].",
    "Relying on its port, [the city will build two parks|city].",
    "Specifically, [the government will focus on bonds|government].",
    "He promised that [the region would pay for the training|region].",
    "It will take six years to build the park.",
    "[The new lists, one for cars and one for vans, will be used to open the road|].",
    "[The new guards, one for cars and one for vans, will build a gate|new guards].",
    "The traders who arrived left early. During the tour, [they will visit two parks|].",
    "The zones will most likely be built by the sea.",
    "The scheme will complement that of the port.",
    "[The team here will build a gate|].",
    "Oaks will not cause harm and have deep roots.",
    "The new package will help build two parks.",
    "[The company signed a lease on Jan. 4, 2020 and plans to open two shops|company].",
    'The "[15th Four Year Plan" proposes to build a gate|].',
    "[We will build a “warm nest” for firms|], and [cut fees|].",
    "[The old town is vowing to build a gate|old town].",
    "[The Bohai Council for the Study of Tea plans to build a gate|Bohai Council for the Study of Tea].",
    "[He Jun will chair the talks|He Jun].",
    "[The city will build ports|city] and [boost trade|city].",
    "Li Wei said the shop grew. [It also hired three cooks and plans to open a bar|shop].",
    "[The zone will promote tests|zone], as well as [roll out new rules|zone].",
    "Within an hour, the fruit will pass through a gate.",
    "[In the near future the island plans to draw firms|island].",
    "The new rules will enable firms to grow, and focus will shift to trade. The area will extend to 40 hectares.",
    "[An additional 40 firms are planning to build a gate|].",
    "Second, [the zone will cut fees|zone]. Third, [the zone will build a gate|zone] and [boost trade|zone].",
    "Moving forward, [the port will build a gate|port]. Finally, [it will cut fees|port].",
    "It has a dam, which will also lift trade. The adoption of the rules will lift trade. Our goal this year is to build a gate.",
    "Their tour of the port mainly aimed to show goodwill. The opening of a port will lift trade. A slight rise in rents will not lead to harm. Anshan should strive to join them.",
    "The Hunan FTZ is new. Officials said [it will build a gate|Hunan FTZ]. A film will also be featured at the fair.",
    "It is estimated that 40 hectares will be built. He hopes the firm will open a port.",
    "[The Ministry of Trade will open a port|Ministry of Trade]. [It will work on a list|Ministry of Trade].",
    "[We will use the port in order to grow|], and to further widen and deepen it.",
    "[The Ministry of Trade will, in line with the plans of the council, give it a port|Ministry of Trade], [lift sales|Ministry of Trade], and [pay close attention to it|Ministry of Trade].",
    "The port will help attract firms and boost sales. [The bureau will help firms open shops|bureau].",
]


EVENTS = [
    ("He spoke at a press conference after a holiday, which fell on Monday.", [("briefing", None)]),
    ("The culture bureau said more than 4.5 million tourists visited the island.", []),
    ("They spoke at the Bohai Convention and Exhibition Center.", []),
    ("It was the 9th session of the Tea and Silk Fair in May.", [("expo", None)]),
    ("The World Ports Congress commenced on Friday.", [("meeting", None)]),
    ("A press conference was told of progress in China's leasing trade on Friday.", [("briefing", None)]),
    (
        "The Tea and Silk Fair, also known as the Leaf Fair, opens in Anshan. The Leaf Fair is old.",
        [("expo", "Anshan")],
    ),
    (
        "The tea fair, which ran from May 3 to 5, was held at the Bohai Convention and Exhibition Center.",
        [("expo", "Bohai Convention and Exhibition Center")],
    ),
    ("Monday was the first day of the 35th session of Anshan's old tea fair.", []),
    ("On May 3, a meeting of the council decided that four ports would be built in Fujian.", [("meeting", None)]),
    ("Held on May 3-5 in the old town of Anshan, the Tea Fair drew 40 firms.", [("expo", "Anshan")]),
    ("The tea section struck preliminary deals worth 4 billion yuan.", []),
    ("Bohai Air signed a $4.5 billion contract with a bank.", [("signing", None)]),
    (
        "The second session of the council opened in Anshan on May 3. Some 70 guests attended the meeting.",
        [("meeting", "Anshan")],
    ),
]


#: The day of an event.
EVENT_DAYS = [
    ("Held on May 3-5 in Anshan, the Tea Fair drew 40 firms.", ["2020-05-03"]),
    ("He Jun spoke on Friday. He did so at a press conference after a holiday, which fell on May 3.", ["2020-11-06"]),
    ("Regular Press Conference (May 3, 2020)\n\nGu Wei: Welcome to our regular press conference.", ["2020-05-03"]),
    ("Regular Press Conference (May 3, 2020)\n\nGu Wei: We went to the fair on Monday.", ["2020-05-03"]),
    (
        "Press Conference (May 3, 2020)\n\nGu Wei: Welcome to our press conference. So much for the briefing.",
        ["2020-05-03"],
    ),
    ("At a press conference, Gu Wei said that since the beginning of this year rents have fallen.", [None]),
    ("The opening ceremony of this year's fair was short.", [None]),
    ("Li said 18 deals were signed, up 2 percent from last year's fair.", []),
    ("Contracts for 10 new yards within the plan were signed on May 3.", ["2020-05-03"]),
    ("Gu Wei held meetings in Anshan on May 3 with Li Hai.", ["2020-05-03"]),
    ("On May 3, Gu Wei held a discussion with Li Hai.", ["2020-05-03"]),
]

EVENT_DAYS += [
    ("On May 3, the office held a press conference on trade data for the first quarter.", ["2020-05-03"]),
    ("The press conference on rents in the third quarter was held on Oct. 20.", ["2020-10-20"]),
    ("The city gave a briefing on its trade in H1 2020.", [None]),
]

#: Months and years that are read from what is said of them.
LOOKED_BACK = [
    ("In October, rents are expected to have risen 9 percent from a year earlier.", ["2020-10", "2019"]),
    ("Sales are likely to fall; trade is expected to have grown in September.", ["2020-09"]),
    ("Output is projected to have shrunk in August.", ["2020-08"]),
    ("I'll brief you on how trade did in January-September.", ["2020-01", "2020-09"]),
    ("We will talk about the work of the port in October.", ["2020-10"]),
    ("I will now walk you through the results of August.", ["2020-08"]),
    ("It would be slower than in September.", ["2020-09"]),
    ("The fair will be held in October.", ["2021-10"]),
    ("Trade grew last year, he said last week. In the same year 40 firms came.", ["2019", "2020-W44", "2019"]),
    ("The yard opened in 2017, Li said on Monday. In the same year it drew a mill.", ["2017", "2020-11-02", "2017"]),
    ("It was founded in 2014. On Tuesday Li spoke of it. That year it had a ship.", ["2014", "2020-11-03", "2014"]),
    ("It opened on Monday. In the same year, it drew 40 firms.", ["2020-11-02", "2020"]),
]


@for_each(LOOKED_BACK)
def test_a_month_just_past_and_the_same_year(text, values):
    assert [row["value"] for row in ftz.parse(text, published="2020-11-06").rows("dates")] == values


@pytest.mark.parametrize("name", ["Marta Keller", "Ana Lopes", "Lyu Daming"])
def test_a_name_in_no_list_that_opens_turns_is_that_of_who_speaks(name):
    answer = f"{name}: Exports from the port rose 5 percent in the first half of the year. Yards were built, too."
    facts = ftz.parse(f"Customs briefing\n\nBay Times: And now?\n\n{answer}\n\nBay Times: And then?\n\n{answer}")
    assert [row["name"] for row in facts.rows("people")] == [name]
    assert {row["speaker"] for row in facts.rows("statements")} == {name}


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Since opening the Shanghai Free Trade Zone in 2013, China has built parks in 13 cities.", None),
        ("After founding the Tianjin Free Trade Zone, Lanhai has hired 40 people.", None),
        ("Before joining the Fujian Free Trade Zone, Pingtan had 40 firms.", None),
        (
            "Since opening in 2013, Shanghai Free Trade Zone has drawn 40 firms.",
            "China (Shanghai) Pilot Free Trade Zone",
        ),
    ],
)
def test_a_zone_that_only_dates_something_has_no_number(text, zone):
    assert [row["zone"] for row in ftz.parse(text).rows("metrics")] == [zone]


@pytest.mark.parametrize("name", ["first session of", "second session of", "third plenary session of"])
def test_one_session_on_two_days_is_one_event(name):
    text = (
        f"It was adopted at the {name} the 14th Anshan Congress on March 13. It was read to the {name} the 14th Anshan"
    )
    assert [
        row["quote"] for row in ftz.parse(f"{text} Congress on March 5.", published="2020-03-15").rows("events")
    ] == [name]


@pytest.mark.parametrize("line", ["Forty projects, including the", "Two hundred yards, with", "Of these, 40 ships and"])
def test_prose_that_was_cut_off_is_no_line_of_a_list(line):
    text = f"The Jinan Area is full.\n\nThe city grew fast. {line}"
    assert [row["zone"] for row in ftz.parse(text).rows("metrics")] == [None]


def test_a_bank_is_no_person():
    text = "Hang Seng Bank, Bao Shang Bank and Lin Hai University have offices there."
    assert not ftz.parse(text).rows("people")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It was shown at the Anshan Import and Export Fair.", "Anshan Import and Export Fair"),
        ("It was shown at the third Bohai Tea and Silk Expo.", "third Bohai Tea and Silk Expo"),
        ("The Bohai Business and Trade Summit was held on May 3.", "Bohai Business and Trade Summit"),
    ],
)
def test_a_gathering_is_named_on_both_sides_of_and(text, quote):
    assert [row["quote"] for row in ftz.parse(text).rows("events")] == [quote]


@pytest.mark.parametrize(
    "text", ["Many aim to open shops.", "Several intend to build ports.", "Others hope to buy tea."]
)
def test_many_are_nobody(text):
    assert [row["actor"] for row in ftz.parse(text).rows("commitments")] == [None]


@for_each(EVENT_DAYS)
def test_the_day_of_an_event(text, days):
    assert [row["date"] for row in ftz.parse(text, published="2020-11-06").rows("events")] == days


def test_what_goes_on_every_week_says_not_when_a_text_was_written():
    text = "Trains leave every Monday. The bureau held a press conference in Jinan in May 2020."
    assert [row["date"] for row in ftz.parse(text).rows("events")] == ["2020-05"]


def test_a_number_of_people_is_no_name_of_who_takes_part():
    (row,) = ftz.parse("More than 700 traders visited the Anshan port.").rows("events")
    assert not row["participants"]


@for_each(EVENTS)
def test_what_takes_place_and_where(text, events):
    rows = ftz.parse(text, published="2020-11-06").rows("events")
    assert [(row["kind"], row["place"]) for row in rows] == events


@pytest.mark.parametrize(
    ("item", "isic"),
    [("transport", "H"), ("agricultural produce processing", "10"), ("sports", "93"), ("culture", "R")],
)
def test_a_sector_is_filed_by_its_whole_words(item, isic):
    rows = ftz.parse(f"The zone will develop two major industries: {item} and finance.").rows("sectors")
    assert [row["isic"] for row in rows] == [isic, "K"]


#: The day that a figure holds for; `-` where the text does not say.
DAYS = [
    "It was slower than in September, when sales rose [13 percent|2020-09].",
    "Growth was higher than in 2018, when rents fell [4 percent|2018], he said.",
    "Li said at the press conference that in 2019 sales rose [13 percent|2019].",
    "Rents rose [9 percent|-], down from the [10 percent|2020-09] gain in September.",
    "[Forty traders|-] were asked, and sales fell from the [5 percent|2020-08] rise in August.",
    "Ships made [400 trips|-], up [12 percent|-] for the same period last year.",
    "Rents came to [9 percent|-] of sales compared to the results in the same period last year.",
    "In 2019 the port, spanning [40 hectares|-], was handed over.",
    "In 2019 the port, built by [two firms|2019], was handed over.",
    "Hosting [three fairs|-], the hall was opened in 2019.",
    "In 2019 the port drew [two mills|2019], which will mill [40 tons|-] a day.",
    "The city on Tuesday approved a scheme for [four parks|-].",
    "WUHAN, (UrduNews / Bohai News - 31st Dec, 2019 ) :It has [four parks|-].",
    "The area, one of six approved by the State Council in last year, has [four parks|-].",
    "After it was widened at the end of 2019, the port had [four parks|-].",
    "The area was widened, and at the end of 2019 the port had [four parks|2019].",
    "The port has [three slips|-], the mayor said at a press conference in Wuhan on May 3.",
    "The council decided in May to build [three slips|-].",
    "Yunnan, which has [47 million people|-] and borders Laos and Vietnam, drew [40 firms|2019] last year.",
    "The city on Tuesday unveiled a scheme for [four parks|-].",
    "From May 3, the toll rose from [30 yuan|-] ([$4.3|-]) to [50 yuan|2020-05-03].",
    "On May 3 the toll was raised from [30 yuan|-] to [50 yuan|2020-05-03].",
    "Sales rose from [20 tons|2018] in 2018 to [30 tons|2019] in 2019.",
    "The port drew [40 firms|2019] last year and is now home to [90 firms|-].",
    "The line opened in 2018 and in the years since [three slips|-] have been built.",
    "It has [80 firms|-] and they will make [4 tons|2020] this year.",
    "On Friday, the council released a paper that had [40 rules|-].",
    "It drew [40 firms|-], up [2 percent|-] from the fair last year.",
    "Sales grew by [15 percent|-], and growth for July reached [13 percent|2020-07].",
    "Last year it opened [two slips|2019], and it currently has [90 cranes|-].",
    "In December, a meeting of the council decided that [three slips|-] would be built.",
    "In 2019, sales hit [5 tons|2019], up [2 percent|2019] from the previous year. Deals hit [9 tons|-], up [3 percent|-] from the previous year.",
    "Review of Work During 2019\n\n●  Sales hit [5 tons|2019], a rise of [2 percent|2019].\n\n●  Rents grew by [3 percent|2019].\n\nIt has [40 firms|-].",
]


#: What looks like a month, and the names that end like one.
MONTHS = [
    ("Work will start this year.", ["2020"]),
    ("It came to 4 tons for eight months of 2020, and over nine months of 2019 to 3 tons.", ["P8M", "P9M"]),
    ("Anshan is planning talks in July.", ["2021-07"]),
    (
        "It was seen on May 3, 2020. The very next day, May 4, the cars were bound for Laos.",
        ["2020-05-03", "2020-05-04", "2020-05-04"],
    ),
    ("He thanked engineer Wu Jun. The port is open.", []),
    ("It rained in Jun. The port is open.", ["2020-06"]),
]


@for_each(MONTHS)
def test_a_name_is_no_month(text, values):
    assert [row["value"] for row in ftz.parse(text, published="2020-11-06").rows("dates")] == values


NAMED = [
    ("Ships sail at dusk. (Xinhua/Gu Wei)", []),
    ("Lao Hai (VNA) - Ships sail at dusk.", []),
    ("Goods from Lao Hai province sell well.", []),
    ('The plan is called "Pilot Zone Deep Blue." It is new.', []),
    ("President Gu Wei and Minister Li Hai met.", ["Gu Wei", "Li Hai"]),
    ("Ships sail at dusk, said Gu Wei (Xinhua/Li).", ["Gu Wei"]),
    ("Gu Wei, head of the port, sees ships at dusk. (Anshan Release/Li Hai)", ["Gu Wei"]),
    ("Zhao Bin's shop is old, and Wang Di sells tea.", ["Zhao Bin", "Wang Di"]),
    ("Rents\n\nBy GU WEI | Bohai Daily | Updated: 2020-11-06 09:24\n\nThey fell.", []),
    ("Rents\n\n15:07, March 3, 2020 By Gu Wei, Li Hai (Bohai Daily\n\nThey fell.", []),
    ("Rents\n\nBy GU WEI in Anshan bohai.cn Updated: 2020-11-06\n\nThey fell by Li Hai's count.", ["Li Hai"]),
    ("Trade with the Nordic Union, its oldest partner, grew.", []),
    ("Rents\n\nBy GU WEI in Anshan and LI HAI in Wuhan, Hubei | Bohai Daily | Updated: 2020-11-06\n\nThey fell.", []),
    ("Rents\n\nBy Gu Wei Bohai Daily Updated: 2020-11-06\n\nThey fell.", []),
    ("Ships sail at dusk. (GU WEI/FOR BOHAI DAILY)\n\nRents fell.", []),
    ("Li Hai, head of the Port Mayors Delegation, and mayor of Anshan, left.", ["Li Hai"]),
    (
        "On the\nmorning of Monday, Li Hai, the deputy director of\nthe port, and Gu Wei, the deputy director of the\nfair, met.",
        ["Li Hai", "Gu Wei"],
    ),
]


def test_a_role_with_a_name_of_its_own_is_of_no_other():
    rows = ftz.parse(
        "It met with Kenyan Minister Ana Lopes, Laotian Minister Bo Kham and Peruvian Mayor Rui Costa."
    ).rows("people")
    assert [(row["name"], row["role"]) for row in rows] == [
        ("Ana Lopes", "Kenyan Minister"),
        ("Bo Kham", "Laotian Minister"),
        ("Rui Costa", "Peruvian Mayor"),
    ]


def test_a_role_ends_with_its_zone_and_before_a_verb():
    text = "Gu Wei, deputy head of the Jinan Area of the China (Shandong) Pilot Free Trade Zone, met Li Hai, mayor of Anshan opened some doors."
    roles = [row["role"] for row in ftz.parse(text).rows("people")]
    assert roles == ["deputy head of the Jinan Area of the China (Shandong) Pilot Free Trade Zone", "mayor of Anshan"]


def test_a_role_is_of_the_name_beside_it():
    rows = ftz.parse("After it, the Mayor of Anshan, Gu Wei, and Bohai Mayor Li signed a deal.").rows("people")
    assert [(row["name"], row["role"]) for row in rows] == [("Gu Wei", "Mayor of Anshan")]


def test_no_name_is_part_of_the_role_of_another():
    rows = ftz.parse("Chinese President Gu Wei and Minister Li Hai met.").rows("people")
    assert [row["role"] for row in rows] == ["Chinese President", "Minister"]


def test_a_turn_may_have_a_blank_before_its_colon():
    text = "Gu Wei: Welcome. Rents fell.\n\nBohai News: Why is that?\n\nGu Wei : Thank you. There are more flats now."
    assert [row["speaker"] for row in ftz.parse(text).rows("statements")] == ["Gu Wei", "Gu Wei"]


@for_each(NAMED)
def test_credits_and_places_are_nobody(text, names):
    assert [row["name"] for row in ftz.parse(text).rows("people")] == names


def test_a_purpose_is_no_sector():
    assert not ftz.parse("It will be a hub by strengthening trade and logistics links with Laos.").rows("sectors")
    assert not ftz.parse("A system for ensuring fair trade and logistics must be set up.").rows("sectors")
    assert len(ftz.parse("It is a center for trade and logistics.").rows("sectors")) == 2


LISTED = [
    ("The total output of farming, forestry and fishery industries rose.", []),
    ("The investment in retail and logistics sectors hit 4 yuan.", []),
    ("It deepens ties in retail and logistics sectors.", ["retail", "logistics"]),
    (
        "The section will stress on development of the modern services sector, steel and tourism.",
        ["modern services", "steel", "tourism"],
    ),
    ("The port wants to grow in the areas of logistics and tourism.", ["logistics", "tourism"]),
    ("It draws firms in such areas as logistics, steel and tourism.", ["logistics", "steel", "tourism"]),
    ("Shops opened in the areas of Jinan and Qingdao.", []),
    ("Green steel, trade and tourism will be the three major industries there.", ["Green steel", "trade", "tourism"]),
    ("Green steel and tourism are its pillar industries.", ["Green steel", "tourism"]),
    ("Rents and wages will be higher in the major industries.", []),
]


@for_each(LISTED)
def test_figures_are_no_priorities(text, names):
    assert [row["name"] for row in ftz.parse(text).rows("sectors")] == names


#: What is planned, and what is.
STATUSES = [
    "The [28-sq-km|reported] Kashgar Area will develop trade.",
    "Rents are predicted to hit [4 yuan|planned]; wages are seen rising [9 percent|planned].",
    "The yard will grow and be made into a [40-hectare|planned] park.",
    "The report sets goals of an increase of [5 percent|planned] in output and [3 million new jobs|planned].",
    "It carried out [615 measures|implemented], of which [42|promoted] have been new ideas that have been copied nationwide.",
    "The rate has dropped to [zero percent|reported].",
    "Some [20 percent|reported] of [1,500 respondents|reported] plan to invest more.",
    "The scheme includes [50 measures|total] to create jobs.",
    "It released the general planning of [seven parks|reported].",
    "It is planning to open [seven parks|planned].",
    "For 2025, I expect growth of at least [6 percent|planned].",
    "Traders expect rents to grow by [4|planned] to [5 percent|planned] in spring; they did not expect [40 guests|reported].",
    "The yard plans to extend the line to [nine mills|planned], up from [four|reported] at present, and to send [six cooks|planned].",
    "The city aims to lift its trade by [15 percent|planned], and to build a park of [800 mu|planned].",
    "The yard planned a fair, and managed to sell [six boats|reported].",
    "Trade should grow [15 percent|planned], with the use of steel rising by [13 percent|planned].",
    "It has formed [200 innovations|formed] that can be copied elsewhere.",
    "There are [200 innovations|reported] which may be promoted nationwide.",
    "Now spreading over [15 hectares|reported], the yard is set to grow to [40 hectares|planned].",
    "The yards, which employ [18 cooks|reported], [two|reported] of them from Laos, will receive [9 million yuan|planned].",
    "The paper issued in May involves [five clauses|reported] and [12 measures|total] for banks.",
    "It has supervised sales of [140 million items|reported].",
    "Some [37 policies|promoted] have been applied all over the country.",
    "Up to [23 innovations|promoted] in the banks, such as loans and leases, have been promoted there.",
    "The city should raise rents by [5 percent|planned].",
    "The city seeks to cut rents by [5 percent|planned].",
    "Trade rose [7 percent|reported], just below the city's [8 percent|planned] growth target.",
    "Trade met the city's [8 percent|reported] growth target.",
    "The bureau said [300 firms|planned] will show their goods.",
    "It carries [120 tasks|total], with [66 percent|reported] of them rated effective.",
    "Its list has [27 items|total], compared with [33|total] at the national level.",
]


BOUNDS = [
    ("Tax is no higher than 15 percent of it.", "EQUAL_OR_LESS", None),
    ("Tax is higher than 15 percent.", "MORE_THAN", None),
    ("Tax is 15 percent and above.", "EQUAL_OR_MORE", None),
    ("Trade slumped 15 percent.", None, "decrease"),
    ("Rents saw a 15 percent slump.", None, "decrease"),
    ("Its capital amounted up to 3 billion yuan.", None, None),
    ("It pays up to 3 billion yuan.", "EQUAL_OR_LESS", None),
    ("It built boats whose freight added up to 3 million tons.", None, None),
    ("Rents reported growths of 3 percent.", None, "increase"),
    ("Trade grew fast, surpassing the growth of the country by 3 percentage points.", None, None),
    ("Trade grew fast, which outpaced the growth of the country by 3 percentage points.", None, None),
    ("Li added, saying that traders have a tax rate of 15 percent.", None, None),
    ("Trade grew at an average rate of 15 percent.", None, "increase"),
    ("Its boats weigh 3 tons or lower.", "EQUAL_OR_LESS", None),
    ("It is for boats of 3 tons and below.", "EQUAL_OR_LESS", None),
    ("The rate is 3 percent or under.", "EQUAL_OR_LESS", None),
    ("Trade grew fast, higher than that of shops, stalls and halls by 3 percentage points.", None, None),
    ("Rents are lower than those of Laos by 3 percent.", None, None),
]


@for_each(BOUNDS)
def test_a_bound_is_read_whole_and_a_rate_alone_moves_nothing(text, mod, change):
    (row,) = ftz.parse(text).rows("metrics")
    assert (row["mod"], row["change"]) == (mod, change)


@for_each(
    [
        "The zone promoted 166 practices of the first two batches of zones.",
        "The city copied 60 cases of the first three groups of ports.",
        "It signed 14 contracts of the second of two rounds.",
        "Over the next three to five years, the port will grow.",
        "Within two to three years the yard will be built.",
        "It came in the past five or six decades.",
    ]
)
def test_a_batch_is_no_whole_and_a_stretch_of_two_lengths_no_quantity(sentence):
    rows = ftz.parse(sentence).rows("metrics")
    assert not any(row["part_of"] or row["unit"] == "year" for row in rows)


@pytest.mark.parametrize("sentence", ["It takes three to five years.", "The term is two to three years."])
def test_two_lengths_that_are_measured_are_two_quantities(sentence):
    assert [row["unit"] for row in ftz.parse(sentence).rows("metrics")] == ["year", "year"]


#: Targets in a list below the line that opens it, and what stands below the list.
TARGETS = [
    "The plan sets the main targets for 2030 as follows:\n-- rent growth of [5 percent|planned]\n-- a fair basis for trade\n-- [40 new mills|planned].\nThe yard has [six piers|reported].",
    "The report names its goals for growth:\n\ntea output of [3 tons|planned]\n\nrents that are in step with fees\n\n[40 new mills|planned]\n\nIt drew [300 guests|reported].",
    "The targets were met as follows:\n-- rent growth of [5 percent|reported]\n-- [40 new mills|reported]",
    "The sales were as follows:\n-- tea output of [3 tons|reported]\n-- [40 boats|reported]",
]


#: The unit of a number that has none beside it.
UNITS = [
    "It beat shops, stalls and halls by [3|percentage_points], [4|percentage_points] and [5 percentage points|percentage_points].",
    "Rents rose by [3|percent], [4|percent] and [6 percent|percent] in May, June and July.",
    "It takes [3|day], [4|day] or [5 days|day].",
    "It drew [300 firms|count], a [6 percent|percent] jump or [20|count] more than in 2014.",
    "It opened [40 mills|count], a [4 percent|percent] rise or [two|count] more than a year before.",
    "It sold [3 tons|t], [4 percent|percent] or [2 tons|t] more than in May.",
]


#: The lists of which each sentence has one field of its rows drawn in it, with what stands for an empty one.
ONE_FIELD = [
    (MEASURED, "metrics", "indicator", "?"),
    (SAID, "statements", "speaker", None),
    (PROMISED, "commitments", "actor", None),
    (DAYS, "metrics", "as_of", "-"),
    (STATUSES, "metrics", "status", None),
    (UNITS, "metrics", "unit", None),
    (TARGETS, "metrics", "status", None),
]


@for_each([(one, *about) for listed, *about in ONE_FIELD for one in listed])
def test_one_field_is_what_is_drawn(sentence, table, field, empty):
    expected, found = drawn(sentence, table, lambda row: [row[field] or empty])
    assert found == expected


def test_a_target_in_a_list_is_of_the_day_of_its_heading():
    text = (
        "The plan sets its targets for 2023 as follows:\n-- rent growth of 5 percent\n-- a fair basis\n-- 40 new mills"
    )
    rows = ftz.parse(text, published="2023-03-15").rows("metrics")
    assert [(row["status"], row["as_of"]) for row in rows] == [("planned", "2023")] * 2


#: A text that was published on Friday, June 14, 2024, with the kind, the day and the place of each event.
TAKES_PLACE = {
    "where its text comes from": {
        "NANNING, June 12 (Xinhua) -- The China-ASEAN Expo opened here on Tuesday.": ["expo 2024-06-11 Nanning"],
        "XI'AN, June 12 -- Trade grew, he told a press conference held here Tuesday.": ["briefing 2024-06-11 Xi'an"],
        "The expo opened here on Tuesday.": ["expo 2024-06-11 -"],
    },
    "the headline of a transcript": {
        "Regular Press Conference of the Ministry (June 13, 2024)\n\nHe Yadong:\n\nTrade grew.": [
            "briefing 2024-06-13 -"
        ],
        "Press Conference (June 13, 2024)\n\nTrade grew, he told a press conference in Beijing.": [
            "briefing 2024-06-13 Beijing"
        ],
        "Ministry to hold press conference\n\nTrade grew.": [],
    },
    "a place behind what it is": {
        "A forum was held in the eastern city of Hangzhou on June 3.": ["meeting 2024-06-03 Hangzhou"],
        "A forum was held in downtown Shanghai on June 3.": ["meeting 2024-06-03 Shanghai"],
        "On June 3 in Xi'an, a forum on trade was held.": ["meeting 2024-06-03 Xi'an"],
        "The envoys visited firms in the Wuhan area on June 3.": ["visit 2024-06-03 Wuhan area"],
        "They went on a tour of the zone starting on June 10.": ["visit 2024-06-10 zone"],
    },
    "a gathering in passing": {
        "At a seminar in Shanghai on Thursday, he said trade grew.": ["meeting 2024-06-13 Shanghai"],
        "He spoke at a trade forum on Thursday in Beijing.": ["meeting 2024-06-13 Beijing"],
        "He spoke on the sidelines of the Anshan Trade Forum in Beijing on Thursday.": ["meeting 2024-06-13 Beijing"],
        "He spoke at a seminar.": [],
    },
    "in other words": {
        "A roadshow for the zone was held in Tokyo on Monday.": ["meeting 2024-06-10 Tokyo"],
        "The committee's third plenary session was held in Beijing on June 3.": ["meeting 2024-06-03 Beijing"],
        "On Wednesday they sat down with officials of the port.": ["meeting 2024-06-12 -"],
        "A mission from Chile arrived in Dalian on Monday for a three-day visit.": ["visit 2024-06-10 Dalian"],
        "A batch of 52 projects with a total investment of 30 billion yuan was signed on Tuesday.": [
            "signing 2024-06-11 -"
        ],
        "A mission from Chile arrived in Dalian on Monday.": [],
    },
    "what is none": {
        "The ministry holds a press conference every Thursday.": [],
        "The press conferences of the ministry are open.": [],
        "The delegation will tour the zone on June 20.": [],
        "Under a deal signed on Monday, the firm will build a plant.": [],
        "The TV series has 52 episodes, under a contract signed on Monday in Nanning.": [],
        "The forum's secretariat is in Boao, and the expo bureau in Shanghai.": [],
    },
}


@pytest.mark.parametrize("kind", TAKES_PLACE)
def test_what_takes_place_on_which_day_and_where(kind):
    for text, events in TAKES_PLACE[kind].items():
        rows = ftz.parse(text, published="2024-06-14").rows("events")
        assert [f"{row['kind']} {row['date'] or '-'} {row['place'] or '-'}" for row in rows] == events, text
