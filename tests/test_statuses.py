"""How far something has come, over what it holds, what lies ahead, which way a number moved, and about how many."""

import pytest
from drawn import drawn

DONE = [
    "The zone has put [119|implemented] of its [121 reform tasks|total] into practice.",
    "The area has put [30 measures|implemented] into effect.",
    "Of the [60 measures|total], it brought [40|implemented] into force last year.",
    "So far it has turned [12 policies|implemented] into practice and brought forth [47 innovations|formed].",
    "It has ticked off [119|implemented] of the [123 pilot tasks|total] that the State Council entrusted to it.",
    "Of the [123 tasks|total] it was given in 2017, [119|implemented] had been ticked off by 2020.",
    "All the [89 pilot tasks|implemented] laid down in the overall plan have been put into practice.",
    "The [76 measures|implemented] set forth in the scheme were all put into effect by May.",
    "The [30 tasks|implemented] spelled out in the document have been carried out.",
    (
        "It drew up [214 measures|formed]. Of these, [186|implemented] had been put into effect by the end of "
        "March, up from [151|implemented] a year earlier."
    ),
    "[64 tasks|implemented], fulfilled by June, accounted for [90 percent|implemented] of the total.",
    (
        "The area carries [100 tasks|total], [90|implemented] of which, accounting for [90 percent|implemented] "
        "of the total, were completed by June."
    ),
    "[96 tasks|implemented], fulfilled by June, make up [90 percent|implemented] of the total.",
    "It has discharged [80 tasks|implemented] and wrapped up [20 trial measures|implemented].",
    "[Forty measures|implemented] are in force and [30 policies|implemented] are in place.",
    "The area saw [30 tasks|implemented] through and accomplished [12 reforms|implemented].",
    "[Twelve measures|implemented] took effect on Monday.",
    (
        "Of the [106 tasks|total], [103|implemented] have been carried out, the department reported last Friday, "
        "leaving [three|] that hinge on talks."
    ),
    "It was handed [106 pilot tasks|total] by the council, of which [100|implemented] are complete.",
    "The rest of the [22 tasks|] are under way.",
    "It has not yet carried out [12 tasks|].",
    "[Seven measures|] have yet to be taken up by a single bank.",
    "[Seven tasks|] remain to be completed.",
    "Of the [56 measures|total] in the plan, [17|] have yet to be taken up.",
    "Of the [56 tasks|total] assigned to it, [17|] are still to be carried out.",
    "The zone was handed [106 pilot tasks|total] by the State Council.",
    "The zone was entrusted with [120 tasks|total] by the State Council.",
    "Under the plan it took on [98 reform tasks|total].",
    "The area has been assigned [45 tasks|total], of which [40|implemented] have been accomplished.",
    "[Ninety reform tasks|total] were allocated to the area.",
    "The zone shoulders [90 reform tasks|total].",
    "The [90 tasks|total] handed down by the State Council are hard.",
    "It inherited [30 trial tasks|total] from the city.",
    "The overall plan laid down [159 tasks|total] for the zone.",
    "The regulation has [61 articles|].",
    "The port handed [30 firms|] a license.",
    "The zone brought forth [47 innovations|formed].",
    "The office drew up [214 measures|formed] of their own.",
    (
        "The area has nurtured [127 innovations|formed], [seven|promoted nationwide] of which have been promoted "
        "nationwide."
    ),
    "It has come up with [345 innovations|formed] in management, [20|formed] of them national firsts.",
    "To date the area has pioneered [12 practices|formed] and hatched [30 innovative cases|formed].",
    "It tried out [20 new measures|formed] last year.",
    "[Twelve innovative practices|formed] were born in the area.",
    "It has given birth to [68 institutional innovations|formed].",
    "The zone has trialed [230 measures|formed].",
    "It had worked out [50 innovative measures|formed] by May.",
    "Last month alone the committee rolled out [15 policies|formed].",
    "The office has issued [nine policies|formed] and devised [four mechanisms|formed].",
    "It built [three mechanisms|formed] for the settlement of disputes.",
    "It praised [12 cases|] and selected [eight practices|].",
    "The visitors studied [12 cases|] at the port.",
    "The court heard [300 cases|] last year.",
]
SPREAD = [
    (
        "The zone has come up with more than [380 innovations|formed MORE_THAN], [eight|promoted nationwide] of "
        "which have been rolled out across the country and [120|promoted Heilongjiang] across Heilongjiang."
    ),
    (
        "The China (Hubei) Pilot Free Trade Zone has formed [200 innovations|formed]; [97|promoted Hubei "
        "Province] have since been copied elsewhere in the province."
    ),
    "It has brought forth [47 innovations|formed], [nine|promoted nationwide] of which now apply nationwide.",
    "The area formed [30 practices|formed], [six|promoted] of which were taken up by other cities.",
    "The area formed [30 practices|formed], of which [six|promoted] have been adopted in other zones.",
    (
        "Of the [165 measures|total], nearly [40|promoted LESS_THAN nationwide] were drafted, tested and "
        "replicated nationwide."
    ),
    "[Twelve practices|promoted nationwide] were summed up, refined and extended to the whole country.",
    "The area has [40 innovations|promoted nationwide] designed, tried and later copied across the country.",
    "The State Council rolled out [30 measures|promoted nationwide] nationwide.",
    "[Thirty measures|promoted nationwide] have been applied across the country.",
    "[Fourteen practices|promoted Sichuan] have been spread across Sichuan.",
    (
        "The China (Shaanxi) Pilot Free Trade Zone has formed [200 innovations|formed], [31|promoted Shaanxi "
        "Province] of which have been introduced in the rest of the province."
    ),
    "Of its [511 cases|total], [35|promoted nationwide] have gone nationwide.",
    "Of its [511 cases|total], [35|promoted] were passed on to other zones.",
    "[Nine practices|promoted nationwide] have been shared with the whole nation.",
    (
        "Among the [30 innovations|total], [11|promoted nationwide] were adopted nationwide and [19|promoted "
        "Hainan] throughout Hainan."
    ),
    (
        "The area created [50 innovations|formed]; [10|promoted nationwide] were rolled out nationally and "
        "[20|promoted Guangdong Province] in Guangdong Province."
    ),
    "[Five cases|promoted nationwide] are now in use across the country.",
    "[Five innovations|promoted], including a fast check, were copied by Hainan, Hubei and Yunnan.",
    "[Eight measures|promoted nationwide] are in force nationwide.",
    "The ministry singled out [12 cases|] as models.",
    "It has launched [12 policies|formed] that cut costs for firms across the country.",
    "The zone introduced [30 measures|formed] to draw talent from across the country.",
    "It carried out [30 tasks|implemented], which made it known across the country.",
    "[Thirty-one innovations|formed] that were first in the country were introduced.",
    "It put into effect [20 measures|implemented] and its goods sell nationwide.",
    "The bank opened [30 branches|] across the country.",
    "The zone has [12 practices|promoted nationwide] that the ministry has recommended nationwide.",
    "It completed [30 tasks|implemented] and the practices that were copied nationwide drew praise.",
    "The area, whose cases have been promoted nationwide, took on [40 tasks|total].",
    (
        "The zone has carried out [60 tasks|implemented] and formed [12 innovations|formed], [two|promoted "
        "nationwide] of which have been promoted nationwide."
    ),
    (
        "It finished [40 tasks|implemented], and [12 practices|promoted nationwide] that it devised have been "
        "copied nationwide."
    ),
    (
        "It put [40|implemented] of its [41 tasks|total] into practice and formed [nine innovations|formed], "
        "[three|promoted nationwide] of which apply nationwide."
    ),
]
AHEAD = [
    (
        "Main targets for 2025\n\nProvincial GDP to grow by around [5 percent|planned APPROX increase]; imports "
        "and exports by [7 percent|planned increase]; foreign investment in actual use of no less than [$800 "
        "million|planned EQUAL_OR_MORE]."
    ),
    "Main targets for 2024:\n\n- Foreign trade: [300 billion yuan|planned]\n- New firms: [500|planned]",
    "Goals for this year\n\nGDP growth of around [6 percent|planned APPROX increase]; [12,000 new jobs|planned].",
    "Port throughput to reach [30 million tons|planned] and container traffic [2 million TEUs|planned].",
    "What was done in 2023\n\nForeign trade rose [8 percent|increase] to [30 billion yuan|].",
    "Targets for 2023 were met. Foreign trade rose [8 percent|increase].",
    (
        "We will hand [60 further powers|planned] to the areas, finish the remaining [18 tasks|planned] by "
        "midyear and seek approval for a lane."
    ),
    (
        "By the end of this year, the province intends to finish the last [four tasks|planned], launch [30 "
        "innovations|planned] and relay no fewer than [20|planned EQUAL_OR_MORE] of them to other cities."
    ),
    "The firm will lease [3 hectares|planned], hire [200 people|planned] and train [50 pilots|planned].",
    (
        "The area plans to introduce [12 measures|planned], complete [five tasks|planned] and replicate [three "
        "practices|planned]."
    ),
    "Both firms will set up a fund, invest [30 million yuan|planned] and, by 2026, open [five stores|planned].",
    "The port aims to add [five berths|planned] and handle [3 million boxes|planned] a year.",
    "It will build a hall and has already leased [3 hectares|].",
    "The firm will open an office, and its rival opened [three shops|] last month.",
    "It will build [two roads|planned], complete [12 measures|planned] by May, and promote [eight cases|planned].",
    "It has launched [12 policies|formed] and will complete [10 tasks|planned].",
    (
        "By 2027, the number of coffee processors is to double to [240|planned], and [two-thirds|planned] of the "
        "beans grown in the hills should be roasted at home."
    ),
    "[Eighty percent|planned] of all goods bound for the port must go by rail by 2026.",
    "[Half|planned] of the trucks used in the yard are to run on batteries by 2027.",
    "[Half|] of the firms that should pay do so.",
    "By 2025, the municipal commerce commission wants to see the turnover reach [20 billion yuan|planned].",
    "The city wants to draw [300 firms|planned] by 2026.",
    "Hunan is going to set aside [600 million yuan|planned] ([$86 million|planned]) for trade credit.",
    "They are going to train [200 clerks|planned].",
    (
        "The station is designed to lift annual capacity from [10 million tons|] to [15 million|planned], with "
        "[three gantry cranes|planned] joining the present [five|]."
    ),
    "The bureau would like to see [30 more firms|planned] there by 2026.",
    "The bank has committed to lending [5 billion yuan|planned] by 2027.",
    "The area is preparing to open [three centers|planned].",
    "The firm has agreed to invest [5 billion yuan|planned] in the plant.",
    "Its goal is to bring the wait below [20 minutes|planned LESS_THAN].",
    "The ambition is for trade to reach [30 billion yuan|planned] by 2030.",
    "The port has its sights on [5 million boxes|planned] by 2028.",
    "The forum will meet on May 19 ([150 participants|planned] expected).",
    "The fair opens on Friday (about [300 exhibitors|planned APPROX] expected, [40|planned] of them from abroad).",
    "[Forty firms|planned] are due to move in next year.",
    "The new line is scheduled for 2026 and is intended to carry [3 million tons|planned] a year.",
    "The firm wanted to lease [3 hectares|] in 2019 but got two.",
    (
        "Freight subsidies of up to [3,000 yuan|planned EQUAL_OR_LESS] per container, the city government "
        "announced on Sunday, will be paid until next year."
    ),
    "A total of [30 projects|planned], officials said, will start next month.",
    "[Forty staff|planned], the firm says, are to be hired by June.",
    (
        "A credit line of [3 billion yuan|planned] will be opened for small traders, up from [1.8 billion yuan|] "
        "this year and last combined."
    ),
    "The operator plans to halve the waiting time at the border, now [14 hours|].",
    "The port will add [three berths|planned] to the present [five|].",
    "The area aims to bring the share to [40 percent|planned], currently at [28 percent|].",
    "The operator will cut the trip, currently [14 hours|], to [nine|planned].",
    "The journey of [9,840 kilometers|] is expected to take [16 days|planned].",
    (
        "The company, which employs [1,900 people|], expects to borrow [US$15 million|planned] in September, "
        "under a ceiling that has been raised from [two times|] to [three times|] its net assets."
    ),
    (
        "He expects foreign trade to grow by between [6|planned increase] and [8 percent|planned increase] this "
        "year, from [705.8 billion yuan|] in 2022."
    ),
    "The city plans to raise output to [40,000 cars|planned], against [12,000|] last year.",
    "The firm hopes to run [30 trains|planned] a week, more than twice the 12 of last year.",
    "It plans to hire [300 people|planned], compared to [120|] at present.",
    "Trade is to rise to [30 billion yuan|planned], up from [18 billion yuan|] in 2023.",
    "The firm, with [40 stores|] at home, will open 12 abroad.",
    "The zone, home to [1,200 firms|], plans to add 300.",
    "The firm will add [40 jobs|planned]; it now has [1,200|].",
    "The bureau will spread the method, which has saved [300 firms|] a trip.",
    "The terminal, built at a cost of [3 billion yuan|], will open in May.",
    "The fund, set up in 2019 with [3 billion yuan|], is to be doubled.",
    "The line will link the zone with a port that handled [3 million tons|] last year.",
    "The new rules will apply to the [1,300 firms|] in the area.",
    "He said the [four tasks|planned] still open would be finished by May.",
    "The area has met its goal of [300 firms|].",
    "[Twelve|] of the [30 firms|] that plan to expand have leased land.",
]
MOVED = [
    (
        "Exports stood at [RMB 121.3 billion|] (+[13.8%|increase]) and imports at [RMB 93.3 billion|] "
        "(+[4.1%|increase])."
    ),
    "Imports came to [30 billion yuan|] (−[3.5%|decrease]).",
    (
        "Trade with ASEAN rose [15.5%|increase] to [RMB 52.7 billion|], that with the European Union "
        "[3.9%|increase] to [RMB 27.4 billion|]."
    ),
    "Exports rose [5 percent|increase] and imports [3 percent|increase].",
    (
        "Exports to Japan fell [5 percent|decrease], those to Korea [3 percent|decrease] and those to Chile [9 "
        "percent|decrease]."
    ),
    "Rail freight climbed by [12 percent|increase] and road freight by [four|increase].",
    "The United States bought goods worth [RMB 18.6 billion|], [11%|decrease] less.",
    "It sold [30,000 cars|], [12 percent|increase] more.",
    "The port handled [300 ships|], [12|increase] more than in March.",
    "China-Europe freight trains: [214 departures|], [96|increase] more than in March",
    "The station sent off [50 trains|], [six|decrease] fewer than a year ago.",
    "Transshipment to Incheon, at [88,000 TEUs|], was off [12 percent|decrease].",
    "Rents were off by [3 percent|decrease].",
    "Loans to such firms grew by a mere [1.7 percent|increase].",
    "Exports were up a modest [2 percent|increase], and imports jumped a staggering [40 percent|increase].",
    "Costs fell by a further [3 percent|decrease] and by an impressive [9 percent|decrease] in May.",
    "Freight may get dearer still, by [10 percent|planned APPROX increase] or so.",
    "Goods have become dearer by [10 percent|increase].",
    "Clearance has become [40 percent|increase] faster.",
    "Land there is [10 percent|] dearer than in Hefei.",
    "Last year they saved [1.1 billion yuan|].",
    "The scheme has saved firms [30 million yuan|].",
    "It saves each driver [40 yuan|] a trip.",
    "Processing time was cut by [40 minutes|decrease].",
    "The reform cut costs by [3 million yuan|decrease].",
    "Exports were [3 percent|decrease] lower than in 2019.",
    "The zone's share was [3 percentage points|increase] more than a year ago.",
    "Its rate is [3 percentage points|] more than the national average.",
    "The index gained [two percentage points|increase].",
    "Exports dropped off [4 percent|decrease].",
    "Trade was down [4 percent|decrease].",
    "The growth of exports slowed to [3 percent|increase].",
    "Sales picked up [3 percent|increase]; prices came down [two percent|decrease].",
    (
        "Ruan forecast that exports would pick up in the second quarter, by [3|planned increase] to [5 "
        "percent|planned increase]."
    ),
    (
        "The zone posted a growth of [24.1%|increase] in trade, followed by the Hubei zone with [20.3%|increase] "
        "and the Guangxi zone with [18.7%|increase]."
    ),
    "The province has set a growth target of about [8 percent|planned APPROX increase] for its foreign trade.",
    "The rules mark an addition of [seven articles|increase] and a reduction of [two chapters|decrease].",
    "Arrivals swelled by as much as [30 percent|EQUAL_OR_LESS increase].",
    "Exports added [6 percent|increase] and imports lost [2 percent|decrease].",
    "Trade shot up [30 percent|increase].",
    "The wait is now [two hours|decrease] shorter.",
    "The trip is [two hours|] shorter than by sea.",
    "The sum is [12 percent|] less than in Hainan.",
    "Exports amounted to [12 percent|] more than imports.",
    "Output, which had fallen [3 percent|decrease] in May, came to [30 tons|].",
    "A price [12 percent|] below the market's drew [300 buyers|].",
    "The bank set aside [12 percent|] of its funds.",
    "The offer was for [12 percent|] less.",
]
ABOUT = [
    "The event spread over [140,000 square meters|] and drew [215,000 visits|].",
    "The park stretches over [30 square kilometers|].",
    "The zone extends over [119 square kilometers|] and the town sprawls over [40 hectares|].",
    "Strung along over [30 kilometers|MORE_THAN] of coast, it has [12 berths|].",
    "The works are scattered over [12 towns|].",
    "The hall covers over [30 hectares|MORE_THAN].",
    "It spent over [30 million yuan|MORE_THAN].",
    "The road runs over [30 bridges|].",
    "The works are spread over [36 towns|].",
    "Prices rose by [10 percent|APPROX increase] or so.",
    "[Ten firms|APPROX] or so came.",
    "It drew as many as [300 firms|EQUAL_OR_LESS] and paid as much as [30 million yuan|EQUAL_OR_LESS].",
    "It takes as little as [three days|EQUAL_OR_MORE] and costs as low as [40 yuan|EQUAL_OR_MORE].",
    "The height is as high as [40 meters|EQUAL_OR_LESS].",
    "It drew just over [300 firms|MORE_THAN] and just under [400 banks|LESS_THAN].",
    "It took a little more than [30 days|MORE_THAN] and a bit less than [40 yuan|LESS_THAN].",
    "It drew north of [300 firms|MORE_THAN].",
    "It paid something like [300 yuan|APPROX] and drew [300-odd firms|MORE_THAN].",
    "It stands just short of [300 firms|LESS_THAN].",
    "We aim to push trade past [500 billion yuan|planned MORE_THAN] by 2026.",
    "Trade went past [500 billion yuan|MORE_THAN] in May.",
    "Trade crossed the [500 billion yuan|MORE_THAN] mark.",
    "It drew well over [300 firms|MORE_THAN].",
    "It is done in under [three hours|LESS_THAN].",
    "It is done within [three hours|].",
    "It passed through more than [300 hands|MORE_THAN].",
    "It drew a minimum of [300 firms|EQUAL_OR_MORE], and a maximum of [400 banks|EQUAL_OR_LESS].",
    "It drew give or take [300 firms|APPROX].",
    "It drew not quite [300 firms|LESS_THAN].",
    "It paid [300 yuan|EQUAL_OR_MORE] or more.",
    "It drew an estimated [300 firms|APPROX].",
    "It paid in the region of [300 yuan|APPROX].",
    "It paid the better part of [300 yuan|LESS_THAN].",
    "It won over [300 clients|MORE_THAN].",
    "Control over [12 firms|] was handed on.",
    "The lead over [12 rivals|] grew.",
]
ELSEWHERE = [
    "By the end of March, all [113 tasks|implemented] in the blueprint had been delivered.",
    "A total of [112 reform tasks|implemented] assigned by the central government had been completed by July.",
    "The central government assigned the zone [112 reform tasks|total], all of which have been completed.",
    (
        "The zone was tasked with [112 pilot reforms|total]; as of June, [108|implemented] had been implemented "
        "and [four|] were being advanced."
    ),
    "It has accomplished [85|implemented] of its [90 pilot tasks|total], or [94.4 percent|implemented].",
    "It had completed the [85 tasks|implemented] given it by the State Council.",
    "[Eighty-five measures|implemented] have already been put in place, with another [12|planned] to follow.",
    "The zone's first 200 days saw [30 measures|formed] launched.",
    "Of the [153 tasks|total], [148|implemented] are done and the other [five|] are in progress.",
    "More than [nine in ten|implemented MORE_THAN] of the [153 tasks|total] are complete.",
    "[Sixty-two institutional innovations|formed] have come out of the zone so far.",
    "The committee approved [12 cases|] as best practices.",
    "The zone boasts [62 innovations|], [18|promoted nationwide] of which have been copied nationwide.",
    "[18|promoted nationwide] of its [62 innovations|total] have been replicated and promoted nationwide.",
    "The Ministry of Commerce has selected [seven|] of its [62 innovations|total] as best practices.",
    (
        "The province has shared [21 practices|promoted Shaanxi Province] of the China (Shaanxi) Pilot Free Trade "
        "Zone with the rest of the province."
    ),
    (
        "Its [46 achievements|promoted nationwide] in institutional innovation have been replicated and promoted "
        "nationwide."
    ),
    "It is home to [28 first-of-their-kind reforms|] in the country.",
    "Last year it launched a further [14 reforms|formed], including a single window for ships.",
    "The city issued [30 measures|formed] to support the area.",
    "[Thirty measures|formed] to support the area were issued last week.",
    "The document lists [30 measures|total] in [six areas|].",
    "The plan, which contains [26 measures|total], was released on Monday.",
    "The [26 measures|] cover trade, finance and talent.",
    "The zone has piloted [17 policies|formed] for the first time in China.",
    "A third batch of [14 cases|promoted] was promoted in May.",
    "The seventh batch, with [14 practices|planned], will be rolled out soon.",
    "The zone is aiming for foreign trade of [300 billion yuan|planned] by 2027.",
    "Plans call for [12 new berths|planned] by 2027.",
    "The plan calls for an annual capacity of [3 million boxes|planned].",
    "Under the plan, the port would handle [3 million boxes|planned] by 2027.",
    "By 2027, the port's capacity will have doubled to [3 million boxes|planned].",
    "The target is [3 million boxes|planned] a year.",
    "Its target for 2025 is [300 billion yuan|planned].",
    "It set a target of [300 billion yuan|planned] for this year, up from [270 billion yuan|] last year.",
    "The second phase, to be completed in 2026, will cover [40 hectares|planned].",
    "Once complete, the plant will turn out [30,000 cars|planned] a year and employ [1,200 people|planned].",
    "The plant, to open next year, is to employ [1,200 people|planned].",
    "Construction of the plant, with an investment of [3 billion yuan|], will begin in May.",
    "The plant will begin production in May with [300 workers|planned].",
    "The firm expects sales of [30 million yuan|planned] this year.",
    "The firm expected sales to top [30 million yuan|planned MORE_THAN] this year, its manager said.",
    "Sales are on track to reach [30 million yuan|planned] this year.",
    "The number is forecast to rise to [300|planned] by year-end.",
    "It is estimated that the policy will save firms [30 million yuan|planned] a year.",
    (
        "In the next three years, the area will train [5,000 talents|planned], introduce [50 teams|planned] and "
        "build [10 platforms|planned]."
    ),
    "The bank pledged [3 billion yuan|planned] in loans.",
    "The bank has pledged to lend [3 billion yuan|planned] over three years.",
    "The city has earmarked [3 billion yuan|] for the fund.",
    "The project is scheduled to be finished in 2026, when it will be able to house [40 firms|planned].",
    "Both signed a memorandum under which the airline will fly [12 routes|planned].",
    "The deal will see the airline fly [12 routes|planned] from June.",
    "The route will cut the trip by [12 days|planned decrease].",
    "The tariff is to be lowered from [8 percent|] to [5 percent|planned].",
    "From next year, the tax rate will be [15 percent|planned], compared with [25 percent|] elsewhere.",
    "Residents will be able to buy up to [100,000 yuan|planned EQUAL_OR_LESS] of goods a year.",
    "Firms that have been there for [three years|] will be rewarded.",
    "The [12 firms|] will share a fund.",
    "Talks are under way with [40 more firms|].",
    "It has signed contracts for [40 projects|], which will bring in [3 billion yuan|planned].",
    "With [40 projects|] signed, the area expects output to exceed [3 billion yuan|planned MORE_THAN].",
    "The remaining [30 percent|planned] will be paid in June.",
    (
        "Exports climbed [12.4 percent|increase] year on year to [30 billion yuan|], while imports edged down "
        "[0.8 percent|decrease]."
    ),
    "Imports, by contrast, contracted [3 percent|decrease].",
    (
        "Of the total, exports were [30 billion yuan|], a year-on-year increase of [12 percent|increase]; imports "
        "were [20 billion yuan|], a decrease of [3 percent|decrease]."
    ),
    (
        "Exports were [30 billion yuan|], up [12 percent|increase], and imports [20 billion yuan|], down [3 "
        "percent|decrease]."
    ),
    "With growth of [12 percent|increase], exports outpaced imports.",
    "Exports saw a [12-percent|increase] rise.",
    "Exports saw double-digit growth, at [12 percent|increase].",
    "Exports were [12 percent|increase] up on the year.",
    "Growth came in at [12 percent|increase], against [9 percent|increase] a year earlier.",
    "The average growth rate was [12 percent|increase], [four percentage points|] above the provincial level.",
    "The share of private firms rose [two percentage points|increase] to [60 percent|].",
    "The share of private firms rose to [60 percent|], [two percentage points|increase] more than a year before.",
    "Clearance times have been shortened by [30 percent|decrease], from [10 hours|] to [seven|].",
    "The reform trimmed [three days|decrease] off the process.",
    "Costs have come down by [30 percent|decrease].",
    "Costs are [30 percent|decrease] lower than before.",
    "Profits slid by nearly a [fifth|LESS_THAN decrease].",
    "Trade expanded at an annual average of [12 percent|increase] between 2018 and 2023.",
    "The number of firms grew by [1,200|increase] last year to [30,000|].",
    "The zone added [1,200 firms|] last year.",
    "Trade with Russia more than doubled, up [120 percent|increase].",
    "Rail freight surged by more than [40 percent|MORE_THAN increase].",
    "Container throughput was [3 million TEUs|], [2.4%|increase] higher than the year before.",
    "The area accounted for [12 percent|] of the growth.",
    "Firms save an average of [30 percent|decrease] in costs.",
    "The fee, cut by [half|decrease] to [40 yuan|], is the lowest in China.",
    "The area is home to upward of [300 firms|MORE_THAN].",
    "It drew in excess of [300 firms|MORE_THAN].",
    "It drew a record [300 firms|].",
    "It drew a total of [300 firms|].",
    "It needs a minimum of [three days|EQUAL_OR_MORE].",
    "It takes [three days|EQUAL_OR_LESS] at most.",
    "It takes at most [three days|EQUAL_OR_LESS].",
    "It handled slightly over [300 tons|MORE_THAN] and slightly under [200 yuan|LESS_THAN].",
    "Nearly all of the [300 firms|] are private.",
    "It hired some [300 people|APPROX].",
    "Around [300|APPROX] of them are new.",
    "It exceeded [300 tons|MORE_THAN] for the first time.",
    "Its trade broke through [300 billion yuan|MORE_THAN].",
    "Its trade surpassed the [300 billion yuan|MORE_THAN] mark.",
    "Trade stood at [300 billion yuan|].",
    "The loan is capped at [300,000 yuan|EQUAL_OR_LESS].",
    "The wait fell below [three hours|LESS_THAN].",
    "The wait must be below [three hours|LESS_THAN].",
]
BESIDE = [
    "The tribunal accepted [340 cases|] last year and closed 298.",
    "The court heard [120 cases|] involving foreign firms, [30|increase] more than in 2022.",
    "Customs at the port handled [1,200 cases|] of infringement.",
    "The center settled [45 trade disputes|] and mediated [300 cases|].",
    "Doctors there performed [300 operations|].",
    "The standards body has issued [14 national standards|formed].",
    "The negative list was cut from [30 items|] to [27|].",
    "The negative list now contains [27 items|total], [three|decrease] fewer than in the last edition.",
    "The number of items on the list fell by three to 27.",
    "It handed [40 permits|] to local firms.",
    "It delivered [300 boxes|].",
    "The museum displays [300 items|].",
    "A survey covered [300 trials|].",
    "The zone, which has formed [62 innovations|formed], plans to recruit [300 experts|planned].",
    "The zone, which plans to form [62 innovations|planned], has recruited [300 experts|].",
    "The area, where [62 innovations|formed] were born, will host [300 experts|planned] in May.",
    "While [62 innovations|promoted nationwide] have been copied nationwide, [nine|] failed.",
    "After finishing its [90 tasks|implemented], the zone took on 30 more.",
    "Having completed [90 tasks|implemented], it will launch [30 measures|planned].",
    "The zone has completed [90 tasks|implemented] and will launch [30 measures|planned].",
    "The zone will complete [90 tasks|planned], and [30 measures|formed] have been launched.",
    "It launched [30 measures|formed] that will benefit [1,200 firms|planned].",
    "It launched [30 measures|formed] to help [1,200 firms|].",
    "It launched [30 measures|formed] designed to help [1,200 firms|].",
    "The area, which trades with [40 countries|], expects [12 percent|planned increase] growth.",
    "Of the [30 firms|] that moved in last year, [12|] plan to expand.",
    "The firm said it had spent [30 million yuan|] and would spend 40 million more.",
    "The manager said the plant, built for [300 million yuan|], would make [300 cars|planned] a day.",
    "When it opened in 2019, the area was expected to draw [300 firms|planned]; it drew 500.",
    "The tower, which will be [300 meters|planned] high, is to open in 2026.",
    '"We will not stop at [300 firms|planned]," he said.',
    "If the pilot works, [30 more areas|planned] will follow.",
    "Trade would have fallen by [12 percent|decrease] without the line.",
    "The company may hire [300 people|planned].",
    "The number could reach [300|planned] by 2026.",
    "Trade could grow by [12 percent|planned increase] this year, he said.",
    "The line can handle [3 million boxes|] a year.",
    "The hall can seat [300 guests|].",
    "The rule, due to take effect in July, covers [30 trades|].",
    "The rule will cut the number of steps from [12|] to [four|planned].",
    "Until [300 firms|] signed, the hall stood empty.",
    "The plan was drawn up by [30 experts|].",
    "The plan has drawn [300 comments|].",
    "The target of [300 firms|planned] was set in May.",
    "The target of [300 firms|] was met in May.",
    "The fund, with a target size of [3 billion yuan|planned], was launched in May.",
    "What we plan for 2025\n\n1. Open [three berths|planned].\n2. Train [300 pilots|planned].",
    "Next steps:\n\n- open [three berths|planned];\n- train [300 pilots|planned].",
    "Key figures\n\n- Foreign trade: [300 billion yuan|], up [12 percent|increase]\n- New firms: [1,200|]",
    "2024 goals: GDP growth of [5 percent|planned increase], [12,000 new jobs|planned].",
    "Goals met in 2023\n\n- Foreign trade: [300 billion yuan|]",
    "Tasks for 2025: cut fees by [10 percent|planned decrease] and open [three berths|planned].",
    (
        "The China (Sichuan) Pilot Free Trade Zone has formed [120 innovations|formed], of which [14|promoted "
        "nationwide] have been replicated in the whole country and [60|promoted Sichuan Province] in the whole "
        "province."
    ),
    (
        "[Fourteen innovations|promoted nationwide] from the China (Sichuan) Pilot Free Trade Zone have been "
        "rolled out in other parts of the country."
    ),
    "[Twenty innovations|promoted Henan Province] have been replicated in Henan Province.",
    "[Twenty innovations|promoted] were replicated in other pilot zones.",
    "[Twenty innovations|promoted] have been copied by Hunan, Hubei and Anhui.",
    "The zone carried out [30 tasks|implemented] in Shanghai.",
    "It formed [30 innovations|formed] across its [three areas|].",
    "It formed [30 innovations|formed], the most in the country.",
    "It ranks first nationwide with [30 innovations|].",
    "Its [30 innovations|] are the first in the country.",
    "The zone created [30 innovations|formed], of which [12|] were the first of their kind nationwide.",
    "Exports jumped to [30 billion yuan|] from [12 billion yuan|], a [150-percent|increase] leap.",
    "The rate dropped to [3 percent|] from [5 percent|].",
    "The rate dropped from [5 percent|] to [3 percent|].",
    "The rate stood at [3 percent|], down from [5 percent|].",
    "Compared with 2019, exports were up [12 percent|increase].",
    "Exports, up [12 percent|increase], made up [half|] of the total.",
    "Exports rose slightly, to [30 billion yuan|].",
    "It raised [3 billion yuan|] in May.",
    "It raised its stake by [12 percent|increase] to [40 percent|].",
    "The yuan gained [12 percent|increase].",
    "The firm gained [300 clients|].",
    "It won [12 percent|] of the votes.",
    "Prices were slashed by up to [40 percent|EQUAL_OR_LESS decrease].",
    "Waiting was [40 minutes|] shorter than at sea ports.",
    "Growth slowed to [3 percent|increase] from [5 percent|increase].",
    "The gap narrowed by [3 percentage points|decrease].",
    "The gap narrowed to [3 percentage points|].",
    "Time at the border is down to [30 minutes|].",
    "Exports were [30 billion yuan|], [12 percent|] of the national total.",
    "The deal adds [300 jobs|].",
    "The area's economy expanded [12 percent|increase] in real terms.",
    "Exports shrank [12 percent|decrease], their first fall in three years.",
]
TOGETHER = [
    "The implementation of [128 pilot tasks|implemented] has been basically completed.",
    "The zone has basically completed the [128 pilot tasks|implemented] laid down in its general plan.",
    (
        "As many as [46 reform experiences|promoted EQUAL_OR_LESS nationwide] have been replicated and promoted "
        "across the country."
    ),
    "It took the lead in launching [12 reform measures|formed].",
    "It was the first to roll out [12 reform measures|formed].",
    "It explored and formed [12 reform measures|formed].",
    "The area has successively launched [three batches|] of innovation cases.",
    "It has accumulated [512 innovations|formed], including [62|formed] at the national level.",
    "The first batch of [18 reform measures|formed] was officially released on Friday.",
    "In all, [96.3 percent|implemented] of the measures have been implemented.",
    "The implementation rate of the [120 tasks|total] reached [96.3 percent|].",
    "The completion rate is [96.3 percent|].",
    "[Seven measures|] are awaiting approval.",
    "[Seven measures|] are under way and 12 are being studied.",
    "[Seven measures|implemented] had taken effect by May, with [12|planned] more due to follow in June.",
    "[Seven measures|planned] will take effect on June 1.",
    "[Seven measures|planned nationwide] are to be copied nationwide.",
    "The State Council has approved [seven measures|].",
    "The zone applied for [seven trials|] and got three.",
    "The zone's experience has been copied in [12 provinces|].",
    "The innovations have been promoted in [12 cities|] across the country.",
    "[Twelve cities|] have copied the practice.",
    "The practice has been taken up by [12 other zones|].",
    "It has promoted [300 officials|].",
    "Foreign trade is set to top [300 billion yuan|planned MORE_THAN] this year.",
    "The zone has set itself the task of attracting [300 firms|planned] by 2026.",
    "The zone has its eye on [300 firms|planned].",
    "We are confident of reaching [300 billion yuan|planned] this year.",
    "The number of firms will be increased from the current 300 to 500.",
    "By 2030 the share should stand at [40 percent|planned], against [28 percent|] now.",
    "It plans, within three years, to train [300 pilots|planned].",
    "Within three years, [300 pilots|planned] will have been trained.",
    "Plans are afoot to build [three berths|planned].",
    "A plan to build [three berths|planned] was approved in May.",
    "It unveiled plans for [three berths|planned].",
    "There are plans to add [three berths|planned].",
    "The proposal would cut the rate to [9 percent|planned].",
    "The draft cuts the rate to [9 percent|].",
    "From July 1, foreign banks may hold up to [51 percent|planned EQUAL_OR_LESS].",
    "The firm is considering [three sites|].",
    "Both hope to raise trade to [30 billion yuan|planned] within five years, from [18 billion yuan|] now.",
    "The bridge, which cost [3 billion yuan|], will open in May.",
    "[Ten|planned] of the [25 measures|total] will come into force on August 1.",
    "It will host [300 exhibitors|planned], [12 percent|planned increase] more than last year.",
    "It will host [300 exhibitors|planned], up [12 percent|planned increase] from last year.",
    "Visitors are likely to number [30,000|planned].",
    "The second phase is under construction and will add [30 hectares|planned].",
    "Work is to start on a 300-bed hospital.",
    "The average time fell to [35 hours|], [12 percent|decrease] less than a year earlier.",
    "Rail departures came to [214|], a rise of [96|increase] from March.",
    "It recorded [214 departures|], an increase of [96|increase] over March.",
    "Trade with Laos was up by a [third|increase] and that with Vietnam by a [fifth|increase].",
    "Exports to Laos were up [33 percent|increase], to Vietnam [20 percent|increase].",
    "Exports grew [33 percent|increase] in May, [20 percent|increase] in June and [five percent|increase] in July.",
    "Exports (up [33 percent|increase]) did better than imports (down [2 percent|decrease]).",
    "Output was flat, at [30 tons|].",
    "The port moved [300,000 boxes|], an annual rise of [12 percent|increase].",
    "Customs duties were lowered by [12 percent|decrease] on average.",
    "Loans totalled [30 billion yuan|], [3 billion yuan|increase] more than at the start of the year.",
    "It attracted [300 firms|], [12|increase] more than the year before.",
    "It attracted [300 firms|], [12|] more than planned.",
]


@pytest.mark.parametrize("sentence", DONE + SPREAD + AHEAD + MOVED + ABOUT + ELSEWHERE + BESIDE + TOGETHER)
def test_a_number_stands_as_drawn(sentence):
    expected, found = drawn(
        sentence,
        "metrics",
        lambda row: [
            None if row["status"] == "reported" else row["status"],
            row["mod"],
            row["change"],
            row["scope"],
        ],
        published="2024-05-15",
    )
    assert found == expected
