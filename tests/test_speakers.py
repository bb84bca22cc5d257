"""Who speaks and who does not, who is a person and with which role, and what nobody promises: kinds and their siblings."""

import pytest
from drawn import drawn

import ftzlib as ftz

INTRODUCED = [
    "Zhao Lin, deputy head of the administrative committee, said [the area covers 52 square kilometers|Zhao Lin].",
    "Wu Fan, head of the port's land bureau, said [exports cover half of the total|Wu Fan].",
    "Liu Yang, who heads the office, said [the area covers 30 hectares|Liu Yang].",
    "Speaking at the fair, Li Ming, vice head of the zone, said [the zone hosts 300 firms|Li Ming].",
    "Dr. Aisha Al-Rashid, the fund's deputy chief executive, said [trade grew|Aisha Al-Rashid].",
    "The minister, Daniel Hartwell, said [trade grew|Daniel Hartwell].",
    "The bureau said on Monday [the port has grown|bureau].",
    "[Wang Lin, a farmer, has earned more this year|Li Ming], said Li Ming, head of the village.",
    "Sun Yi, an engineer, said [Harbor Test, a lab in Suzhou, reported that the steel had passed|Sun Yi].",
    "Sun Yi, an engineer, said [the steel had passed|Sun Yi] and noted that [it was light|Sun Yi].",
    '"[Results were good|Omar Al Sayeh]," the authority\'s director general Omar Al Sayeh said.',
    '"[Sales rose|Maria del Rey]," said Maria del Rey, an economist. Ms del Rey added that [it was a record|Maria del Rey].',
    'Minister for Trade, Daniel Hartwell, said: "[The sites are filling up fast|Daniel Hartwell]."',
    "Secretary of State for Energy, Peter Novak, told reporters that [prices fell|Peter Novak].",
    '"[We grow|Daniel Hartwell]," said Minister for Trade, Daniel Hartwell.',
    "According to the head of the bureau, Li Wei, [trade grew|Li Wei].",
    "According to Investments, Trade and Industry Cabinet Secretary Grace Wanjala, [17 firms have joined|Grace Wanjala].",
    "Works, Housing and Transport Minister Tomas Okello said [exports rose|Tomas Okello].",
    "According to Li Ming, [Shanghai and Beijing have grown|Li Ming].",
    "The deals echo Governor Pan Haoran's pledge. Governor Pan said [the province would buy more|Pan Haoran].",
    "The visit follows Premier Luo Yifan's call. Premier Luo said [the market would open|Luo Yifan].",
    "[It will work|Peter Novak], said President Peter Novak. [It works|Peter Novak], President Novak said.",
    '"[Trade has recovered|Faisal bin Khalid Al Noori]", Sheikh Faisal bin Khalid Al Noori, chairman of the authority, said.',
]
LIFELESS = [
    "Li Ming, vice governor of Fujian, met reporters. [Fujian's economy showed good momentum|Li Ming], he said.",
    "Zhou Jun, head of the bureau, spoke. [Sales at the mall showed that people spend more|Zhou Jun], she said.",
    "[Trade data show the area is strong|Li Ming], Li Ming said.",
    "[Exports confirmed that demand is strong|Li Ming], said Li Ming, an economist.",
    "[A survey shows firms are hiring|city's labor bureau], according to the city's labor bureau.",
    "The ministry's data show that [exports rose|ministry].",
    "A study by Lanhai Bank suggests that [demand is back|Lanhai Bank].",
    "According to a report on the zones by the Academy of Social Sciences, [trade rose|Academy of Social Sciences].",
    "According to the Press Office of the Port Authority of Jinan, [trade rose|Press Office of the Port Authority of Jinan].",
    "According to data from the Statistics Bureau of Jinan City, [trade rose|Statistics Bureau of Jinan City].",
]
ATTRIBUTED = [
    "[Exports stood at $86 billion last year|commerce ministry], as per data from the commerce ministry.",
    "[Trade rose|ministry], as per the ministry.",
    "As per estimates by the port authority, [trade rose|port authority].",
    "[The numbers need to be treated with caution|Chen Bolin], as Chen Bolin warns the committee.",
    "As the mayor noted, [trade rose|mayor].",
    "[Trade rose|Li Ming], as Li Ming, mayor of Jinan, pointed out.",
    "[The port may close|officials], as officials told reporters on Monday.",
    "[The zone has drawn 42 projects|Daily], reported The Daily Tuesday.",
    "[The port has opened|Jinan Daily], reported the Jinan Daily last week.",
    "The bureau announced on its website on Monday that [trade grew|bureau].",
    "The bureau said in a statement that was issued on Monday that [trade grew|bureau].",
    "The mayor explained to reporters that [the port is full|mayor].",
]
GIVEN = [
    "[Exports grew 5 percent|GAC], according to GAC data.",
    "According to World Harbor Organization estimates, [trade may fall|World Harbor Organization].",
    "[Trade rose|Qingdao Customs], Qingdao Customs figures showed.",
    "According to customs data, [trade rose|customs].",
    "[Exports rose|local media], according to local media reports on May 22.",
    "[Exports rose|Bohai Times], according to a report in the Bohai Times.",
    "According to Ministry of Commerce statistics, [trade rose|Ministry of Commerce].",
    "Ties grew, with data published by the Nansha government revealing that, [in June, firms numbered 650|Nansha government].",
    "Ties grew, with figures released by the customs showing that [exports rose|customs].",
    "Data published by the port authority reveal that [300 ships called|port authority].",
    "On May 4, the reporter learned from the Jinan Administration for Industry that [since May, firms have come|Jinan Administration for Industry].",
    "Reporters learned on Monday from Jinan Customs that [trade rose|Jinan Customs].",
    "On the 30th, it was learned from the Jinan branch of the People's Bank that [loans grew|Jinan branch of the People's Bank].",
    "In May, Harbor Bank of Jinan (“HBoJ”) announced that [limits were removed|Harbor Bank of Jinan].",
    "The Port Authority (PA) said that [exports rose|Port Authority].",
    "The commission in June finally confirmed [the zone would be a testing ground|commission].",
    "The mayor announced [the city would build five berths|mayor].",
    "Bohai media reported [buyers having come from Peru|Bohai media].",
]
NAMED = [
    "Miss Luo from Jinan shared her joy, saying [she had saved much|Miss Luo]. “[I did my homework|Miss Luo],” she said. “[I saved half of the price|Miss Luo].”",
    "Wu Lin, a member of the Standing Committee of the Jinan Municipal Committee of the party, secretary of the Party Committee of the Shizhong District, and director of the Port Authority, said at the fair that [trade rose|Wu Lin].",
    '"[The port will open. It will grow|Wu Lin]." Wu Lin, a spokesperson for the port, said on the 3rd.',
    '"[Trade rose by half|Wu Lin]." Wu Lin, mayor of Jinan, told reporters.',
    '"[It is cheap and good|Selin Aksoy]," said a Turkish buyer named Selin Aksoy.',
    '"[It is cheap and good|Ivan Petrov]," a trader called Ivan Petrov said.',
]
UNNAMED = [
    "Li Na, mayor of Jinan, spoke. The Daily quoted her as saying [trade grew|Li Na].",
    "A survey by the chamber found that [most firms plan to expand|chamber].",
    "It was revealed by the bureau that [trade rose|bureau].",
    "[Exports rose by half|South Harbor Post], the South Harbor Post has learned.",
    "[Exports fell by half|bureau], per the bureau.",
    "The World Bank forecasts that [exports will rise|World Bank].",
    "Wu Lin expressed the hope that [exports will rise|Wu Lin].",
    'Wu Lin told reporters: "[Exports rose by half in the zone|Wu Lin]."',
    "Wu Lin, mayor of Jinan, spoke. He also said, [the express has helped trade|Wu Lin].",
    "As indicated last week by Wu Lin, head of the port, [trade rose|Wu Lin].",
    "[Trade will grow|provincial people's congress], according to the annual session of the provincial people's congress which ended on Monday.",
    "Talking to the Bohai News, our partner on the island, Miss Luo from Jinan shared her joy, saying [she had saved much|Miss Luo].",
    '"[It works well here|port official]," a port official said. "[It grew by half|port official]," he said.',
    "Bohai Post’s report noted that [the zone was new|Bohai Post]. “[It is an important step|Bohai Post],” the report said.",
    "According to Bohai Television (BTV), [a ceremony took place|Bohai Television].",
]
SILENT = [
    "The survey found that most firms plan to expand.",
    "The firm pays 300 yuan, per the contract.",
    "It costs 40 yuan, per head.",
    "The firm found that 40 ships came.",
    "Trade will grow, according to a plenary session held on Monday.",
    "According to our monitoring, trade rose.",
    "Agreements worth an estimated 40 million yuan were signed.",
    "Wu Lin, head of the port office and vice head of the Land Bureau informed the guests of the plan.",
    "Looking at the site, Wu Lin introduced in detail the plan.",
    "Results from this year's Jinan Fair indicate that firms came.",
    "According to official data, trade rose.",
    "According to Chinese data, trade rose.",
    "According to preliminary statistics, trade rose.",
    "According to July figures, trade rose.",
    "According to Jinan data, trade rose.",
    "According to these conferences, trade rose.",
    "Exports rose, according to a report in Jinan.",
    "It is learned that the bank has lent much.",
    "They learned from the past that trade is good.",
    "The ministry confirmed the opening of five banks.",
    "The plan announced last week would lift trade.",
    "Local media reported strong sales.",
    '"Trade rose by half." Wu Lin praised the port.',
    "The latest figure adds to the series of data that testify to its opening up.",
    "The firm announced a product that halves costs.",
    "The city's exports showed strong growth in May and have risen since.",
    "The rise suggests that demand is back.",
    "According to the rules, firms must wait.",
    "The firm pays 300 yuan as per the contract.",
    "Trade rose, as the bureau reported a drop in fees.",
]


UTTERED = [
    'He came in May. "[Five years ago there was a field here|Li Wei]," marveled Li Wei, mayor of Jinan.',
    'Li Wei, mayor of Jinan, spoke. "[Trade grew by half in the zone|Li Wei]," he quipped.',
    'Li Wei, mayor of Jinan, spoke. "[Trade grew by half in the zone|Li Wei]," Li recalled, smiling.',
    "Li Wei, mayor of Jinan, conceded that [small firms had seen less of the boom|Li Wei].",
    "Peter Novak, who imports greenhouses, complained that [wagons waited up to 12 days|Peter Novak].",
    "Li Wei, mayor of Jinan, spoke. Li answered that [a night shift would begin on Nov 15|Li Wei].",
    "[Recruiting takes up to five months|Li Wei], Li Wei, mayor of Jinan, complained, and rents have climbed by 8 percent a year.",
    "Economist Peter Novak of Yunnan University reckons that [it will take two or three quarters to recover|Peter Novak].",
    "Economist Peter Novak reckons [it will take two or three quarters to recover|Peter Novak].",
    "Peter Novak, a trade economist at Leeds, spoke. He suspects that [one in eight has moved on|Peter Novak].",
    '"[It will pay off in ten years|Peter Novak]," sighed Peter Novak, an importer of wine.',
    '"[It will pay off in ten years|Peter Novak]," Peter Novak, an importer of wine, boasts.',
    "Peter Novak, an importer of wine, doubts that [the rule will change|Peter Novak].",
    "The chamber fears [orders will fall by half|chamber].",
    "Analysts at Nomura expect that [the yuan will weaken to 7.4|Analysts at Nomura].",
    "The bureau expects that [trade will grow by 5 percent|bureau].",
    "The bureau estimated [trade would grow by 5 percent|bureau].",
    "Critics counter that [the list is too long|Critics].",
    "The bureau denied that [it had closed the port|bureau].",
    "The ministry clarified that [only 30 firms qualify|ministry].",
    "The mayor, Li Wei, quoted above, boasted that [the port handles 30 ships a day|Li Wei].",
    '"[We lost 30 percent of our orders|Li Wei]," lamented Li Wei, head of a shoe factory.',
    '"[We lost 30 percent of our orders|Li Wei]," grumbled Li Wei, who heads a shoe factory.',
    '"[How many firms have left the zone?|Li Wei]" asked Li Wei, a deputy from Jinan.',
    "Li Wei, mayor of Jinan, reasoned that [fewer permits mean more firms|Li Wei].",
    "The court ruled that [the fee was illegal|court].",
    "The lawyers warn that [the rules may change|lawyers].",
    "The association testified that [the port was full|association].",
    "Li Wei, mayor of Jinan, spoke. [Its trade totalled 5 billion yuan in 2022, a rise of 42 percent|Li Wei], he went on; the Changsha Area alone took in two thirds of it.",
    'Li Wei, mayor of Jinan, spoke. "[Its trade totalled 5 billion yuan in 2022|Li Wei]," Li went on.',
    "[Only one in eight holders of a licence employs fewer than 20 people|statistics bureau], according to the statistics bureau, and loans to such firms grew by a mere 1.7 percent.",
    "[Prices fell|port authority], according to the port authority, while rents climbed by 5 percent.",
    "[Prices fell by half|Li Wei], according to Li Wei, mayor of Jinan, but rents climbed by 5 percent.",
    "[Dalian did best|Li Wei], Li Wei, mayor of Jinan, said: [its area contributed 88 measures|Li Wei].",
    "Li Wei, mayor of Jinan, spoke. [Dalian did best|Li Wei], he said: [its area contributed 88 measures, against 71 in Shenyang|Li Wei].",
    "Li Wei, mayor of Jinan, spoke. [Dalian did best|Li Wei], he said, and its area contributed 88 measures.",
    '"[Businesses do not count our documents|Li Wei]." -- Li Wei, deputy head of the Office, at the briefing',
    '"[Businesses do not count our documents; they count their days|Li Wei]" -- Li Wei, deputy head of the Office, at the April 26 briefing in Yubei.',
    '"[Businesses do not count our documents; they count their days|Li Wei]" — Li Wei, mayor of Jinan',
    "“[Businesses do not count our documents; they count their days|Li Wei].” – Li Wei, mayor of Jinan",
    "The port operator, which has earmarked 3 billion yuan, hopes to lift its throughput by the end of 2026. By then, it said, [70 percent of its trucks will run on batteries|port operator].",
    "The port operator hopes to grow. [Some 70 percent of its trucks run on batteries|port operator], it said.",
    'Li Wei, mayor of Jinan, spoke. "[I have learned to like noodles|Li Wei]," Li said, laughing. "[The pigeons have moved out|Li Wei]."',
    '"[Our first machine sat in Shanghai for 26 days|Li Wei]," recalled Li Wei, a manager. "[Last month, a bigger one was on the shop floor in 36 hours|Li Wei]."',
    '"[Our first machine sat in Shanghai for 26 days|Li Wei]," Li Wei, a manager, recalled. "[Last month a bigger one was here|Li Wei]."',
    "[Confidence has recovered to its best level in three years|Chamber of Commerce], the Chamber of Commerce found in its annual survey, which was released on Tuesday.",
    '"[Reform has become bookkeeping|Peter Novak]," its author, Peter Novak, writes.',
    'Margins are "[thin as paper|Wu Lin]", in the words of Wu Lin, secretary-general of the association.',
    "[Margins are thin as paper|Wu Lin], in the words of Wu Lin, secretary-general of the association.",
    'Li Wei, mayor of Jinan, described the area as "[a petrol station for the Pacific|Li Wei]".',
    'Addressing the audience, Li Wei, mayor of Jinan, described the area as "[a petrol station for the Pacific|Li Wei]".',
    'Li Wei, mayor of Jinan, called the area "[a petrol station for the whole Pacific|Li Wei]".',
    "Peter Novak, an analyst, put [the savings for importers at 1,150 yuan per container, or some 62 million yuan a year|Peter Novak].",
    "The bureau puts [the average wait at 47 days|bureau].",
    "The survey by the chamber puts [the average wait for a permit at 47 days|chamber].",
    "The bureau opened. By its count, [some 40 firms have filed so far and 12 have been cleared|bureau].",
    "By the bureau's count, [some 40 firms have filed so far|bureau].",
    "By the chamber's own reckoning, [the delay has cost 40 million yuan|chamber].",
    "In Li Wei's view, [the delay has cost 40 million yuan|Li Wei].",
    "Li Wei, mayor of Jinan, spoke. In his view, [the delay has cost 40 million yuan|Li Wei].",
    "Peter Novak, a professor of finance, spoke. He blamed unclear rules, and predicted that [lending would grow by less than 8 percent this year|Peter Novak].",
    '"[Demand is there|Li Wei]," said Li Wei, who chairs the chapter, at a press conference.',
    '"[We have swapped logs for containers|Li Wei]," said Li Wei, who heads the office, "and [the yard has to follow|Li Wei]."',
    "Li Wei, mayor of Jinan, said that [his office would answer every complaint|Li Wei], but cautioned that [rates might climb again|Li Wei].",
    "Li Wei, mayor of Jinan, said that [his office would answer, but that rates might climb|Li Wei].",
    "Li Wei, mayor of Jinan, said [the port was full|Li Wei] but denied that [it would close|Li Wei].",
    "The Hubei branch of the People's Bank of China said in a note released on Wednesday that [loans grew|Hubei branch of the People's Bank of China].",
    "[Banks had opened 30 accounts|Hubei branch of the People's Bank], the Hubei branch of the People's Bank said in a note. [Funds came to 2 billion yuan|Hubei branch of the People's Bank], the note added.",
    "[Banks had opened 30 accounts|customs office], the customs office said in a report. The report added that [funds came to 2 billion yuan|customs office].",
    "A review by the Northeast Institute, made public last month, was cooler. [While nine in ten firms knew of one reform, a mere 38 percent had made use of any|Northeast Institute], it found.",
    "A study by the Northeast Institute was cooler. It found that [nine in ten firms knew of no reform|Northeast Institute].",
    "In an interview, Li Wei, himself a deputy to the congress, said [the zone, which opened in 2017, had grown|Li Wei].",
    "Last week a German chip maker said [licences took 45 days|German chip maker].",
    "On Tuesday the bureau said [trade grew|bureau].",
    "Lawyers at Hua & Sons, which advised on the draft, caution that [the rules remain vague|Lawyers at Hua & Sons].",
    "Li Wei, mayor of Jinan, went on to say that [trade grew|Li Wei].",
    "Li Wei, mayor of Jinan, is confident that [trade will grow|Li Wei].",
    "Li Wei, mayor of Jinan, voiced concern that [orders had fallen|Li Wei].",
    "The ministry has made it clear that [the list will shrink|ministry].",
    "As Li Wei, mayor of Jinan, puts it, [the zone is a school|Li Wei].",
    "[The zone is a school|Li Wei], as Li Wei, mayor of Jinan, put it.",
    'Li Wei, mayor of Jinan: "[The zone is a school for all of us|Li Wei]."',
    'Says Li Wei, mayor of Jinan: "[The zone is a school for all of us|Li Wei]."',
    'Adds Li Wei, mayor of Jinan, "[The zone is a school for all of us|Li Wei]."',
    "According to Li Wei's introduction, [trade grew|Li Wei].",
    "The person in charge of the bureau introduced that [trade grew|person in charge of the bureau].",
    "[Wages have risen by a tenth|Li Wei], in the estimate of Li Wei, head of a shoe factory.",
    'To quote Li Wei, mayor of Jinan, "[the zone is a school for all of us|Li Wei]".',
    "[Trade grew|Li Wei], Li Wei, mayor of Jinan, is quoted as saying.",
    "[Trade grew by half|ministry], the ministry said in a statement posted on its website.",
    "[Trade grew by half|ministry], says the ministry.",
    "The city's mayor, Li Wei, tells us [trade grew|Li Wei].",
    "[Half of the firms plan to stay|chamber], a survey by the chamber shows.",
    "[Half of the firms plan to stay|chamber], a survey by the chamber has shown.",
    "[Half of the firms plan to stay|chamber], the chamber's survey found.",
    '"[The zone is a school for all of us|Li Wei]," reads a statement by Li Wei, mayor of Jinan.',
    '"[The zone is a school for all of us|ministry]," the ministry\'s statement reads.',
    'Asked about the fees, Li Wei, mayor of Jinan, replied: "[They will fall by half next year|Li Wei]."',
    '"[They will fall by half next year|Li Wei]," replied Li Wei when asked about fees. Li Wei, mayor of Jinan, left.',
    "[Not one firm has left|bureau], insists the bureau.",
    "[Not one firm has left|bureau], the bureau insists, although rents rose.",
    "[None of this|Li Wei], Li Wei, mayor of Jinan, insists, [has hurt trade|Li Wei].",
    "Of the 40 tasks, Li Wei, mayor of Jinan, said, [30 have been done|Li Wei].",
    'The ministry\'s spokesman, Li Wei, dismissed the report as "[a story made of thin air|Li Wei]".',
    "[Rates may climb by a tenth|bank], according to the bank; rents may not.",
    "[Rates may climb by a tenth|Li Wei], according to Li Wei, who heads the bank, and then fall.",
    "If anything, says Li Wei, mayor of Jinan, [trade has grown|Li Wei].",
    "Local traders fear [the bridge will close|Local traders].",
    "Residents say [the port is noisy|Residents].",
]
UNUTTERED = [
    "Li Wei, mayor of Jinan, expects full-year trade to exceed 285 billion yuan.",
    "Li Wei, mayor of Jinan, spoke. He expects the province's trade to grow by 6 percent.",
    "Analysts predict exports to grow by 6 percent.",
    "Li Wei, mayor of Jinan, blamed the slump on a shortage of ships.",
    "The area attracted 81 percent of the zone's capital, some 30 million dollars all told.",
    "All told, 40 ships called.",
    "Li Wei answered all questions.",
    "The firm described the plan as complete.",
    "The firm put the crane at the quay.",
    "The bureau put 40 guards at the gate.",
    "The firm expects the goods in May.",
    "Ships sighed into port.",
    "The bureau expects to cut fees by 5 percent.",
    "The port wrote off 40 million yuan.",
    "The plan found favor.",
    "Prices went on rising.",
    "They blamed the weather.",
    "The report recalled the history of the port.",
    "Trade continued to grow in May.",
    "Farmers fear the rain.",
    "The court heard that case in May.",
    "The port answered for half of the trade.",
    "In a poll of 240 managers, 54 percent could not name a rule.",
    "Ahead of all others, the Caofeidian sector took home 44 projects.",
    "The largest, worth 90 million rubles, foresees the delivery of 3,000 tonnes of honey; another commits a bank to opening accounts.",
    "Other firms would say the same, I guess.",
    "Exports, according to the ministry, rose by half.",
]


ROUNDABOUT = [
    '"[We lost half of our orders in one spring|Peter Novak]," is how Peter Novak, owner of a shoe factory, sums it up.',
    "In the eyes of Peter Novak, an importer of wine, [the zone has saved him 40 days a year|Peter Novak].",
    "Li Wei, mayor of Jinan, told the Bohai News in an interview on Tuesday that [trade had grown by half|Li Wei].",
    "[Of the 40 tasks, 30 have been completed|Li Wei], Li Wei, who is in charge of the zone's reform office, told the meeting.",
    "[The number of firms has doubled since 2019|Port Authority], the Port Authority announced Friday.",
    "[The number of firms has doubled since 2019|Jinan Customs], Jinan Customs announced on Friday in Jinan.",
    "[The number of firms has doubled since 2019|Li Wei], Li Wei, mayor of Jinan, said on Friday at a press conference held by the State Council Information Office.",
    '"[The list is long|Li Wei]," admits Li Wei, mayor of Jinan. "[But it gets shorter every year|Li Wei]."',
    '"[The list is long|Li Wei]," Li Wei, mayor of Jinan, admits, "[but it gets shorter every year|Li Wei]."',
    '"[The list is too long|Li Wei]" was the verdict of Li Wei, head of a trade body.',
    "The ministry says [it has received 40 applications|ministry].",
    "The statistics bureau said on Monday [trade rose 4 percent in May|statistics bureau].",
    "Data released by the bureau on Tuesday showed [exports rose 4 percent|bureau].",
    "[Exports rose 4 percent in May|General Administration of Customs], data from the General Administration of Customs showed on Tuesday.",
    "[Exports rose 4 percent in May|General Administration of Customs], the General Administration of Customs reported on Tuesday, beating forecasts.",
    "[Exports rose 4 percent in May|customs], customs data released on Tuesday showed.",
    "[Exports rose 4 percent in May|spokesperson for the ministry], a spokesperson for the ministry said.",
    "A senior official of the zone, who asked not to be named, said that [the plan was ready|senior official of the zone].",
    "[The plan is ready|people familiar with the matter], people familiar with the matter said.",
    "[The plan is ready|two people with knowledge of the talks], according to two people with knowledge of the talks.",
    "[The plan is ready|sources], sources told Reuters.",
    "[The plan is ready|Reuters], Reuters reported on Monday, citing two people with knowledge of it.",
    "Citing a senior official, Xinhua reported that [the plan was ready|Xinhua].",
    "Li Wei, mayor of Jinan, was quoted by Xinhua as saying that [the plan was ready|Li Wei].",
    'Li Wei, mayor of Jinan, said in a speech on Monday: "[The plan is ready and will be published|Li Wei]."',
    "At the opening ceremony, Li Wei, mayor of Jinan, said that [the plan was ready|Li Wei].",
    "At the ceremony, mayor Li Wei announced that [the plan was ready|Li Wei].",
    "The association's president, Peter Novak, warned of delays, saying [the bridge would close for a month|Peter Novak].",
    'Peter Novak, president of the association, warned of delays: "[The bridge will close for a month|Peter Novak]."',
    'Peter Novak, president of the association, was more cautious. "[The bridge will close for a month|Peter Novak]," he said.',
    'Peter Novak, president of the association, was more cautious: "[The bridge will close for a month|Peter Novak]."',
    'Peter Novak, president of the association, agreed. "[The bridge will close for a month|Peter Novak]."',
    '"[It takes two days|Peter Novak]," said Peter Novak, whose firm sells lenses, "[not twenty|Peter Novak]."',
    '"[It takes two days now|Peter Novak]," said Peter Novak, whose firm sells lenses. "[It used to take twenty|Peter Novak]," he added.',
    '"[It takes two days now|Peter Novak]," said Peter Novak, whose firm sells lenses, pointing to a screen.',
    '"[It takes two days now|Peter Novak]", said Peter Novak, head of a lens factory, adding: "[It used to take twenty|Peter Novak]."',
    'Asked if he would stay, Peter Novak, head of a lens factory, did not hesitate: "[We have just bought the hall next door|Peter Novak]."',
    'Peter Novak, head of a lens factory, recalls his first visit. "[There was nothing but mud|Peter Novak]."',
    "[The zone will expand|bureau], the bureau confirmed, without giving a date.",
    "[Not so|Li Wei], says Li Wei, mayor of Jinan.",
    "[Since 2019 the zone has drawn 40 firms|committee], the committee says on its website.",
    "Industry sources said [the plan was ready|Industry sources].",
    "[The plan is ready|industry sources], industry sources said.",
    "[The plan is ready|sources], sources told Reuters.",
]
REPORTED = [
    "[Exports rose by half|bureau], the bureau said, while [imports fell by half|customs], according to customs data.",
    "The bureau said [exports rose by half|bureau], while [imports fell by half|Jinan Customs], according to Jinan Customs.",
    "The bureau said [exports rose by half|bureau], while customs said that [imports fell by half|customs].",
    "The bureau said [exports rose by half|bureau], but Li Wei, mayor of Jinan, said [imports fell by half|Li Wei].",
    "[Exports rose by half, while imports fell by half|bureau], the bureau said.",
    "[Exports rose by half, and imports fell by half|bureau], according to the bureau.",
    "The bureau said that [exports rose by half, while imports fell by half|bureau].",
    "Exports rose by half, and the bureau said that [imports fell by half|bureau].",
    "[Exports rose by half|bureau], according to the bureau; [imports fell|customs], according to customs.",
    "Li Wei, mayor of Jinan, said [exports rose by half, and that imports fell|Li Wei].",
    "[Exports rose|bureau], the bureau said, and Li Wei, mayor of Jinan, said that [imports fell|Li Wei].",
    "Li Wei, mayor of Jinan, said [firms that came last year, and those that came in May, had grown|Li Wei].",
    "[Trade may slow|Li Wei], the Bohai Journal quoted Li Wei, mayor of Jinan, as saying on Wednesday.",
    "[Trade may slow|shipping expert], the Bohai Journal quoted a shipping expert as saying.",
    "The Shanxi Securities Co. dismissed the possibility of a decline. It said that [trade would rise|Shanxi Securities Co].",
    "But the ministry website said [container throughput rose|ministry].",
    "Adding to the gloom, said Li Wei, mayor of Jinan, [orders fell by half|Li Wei].",
    "Li Wei, mayor of Jinan, along with other officials, said [trade grew|Li Wei].",
    "Li Wei, mayor of Jinan, and Wang Lin, head of the port, said [trade grew|Li Wei].",
    "Li Wei, who has been mayor of Jinan since 2019, told the meeting [it would grow|Li Wei].",
    '"[We came for the port|Peter Novak]," Peter Novak, a Slovak importer who has lived in Jinan since 2010, told the paper over tea.',
    '"[We came for the port|Peter Novak]," says Peter Novak, 45, a Slovak importer.',
    "On whether rents would rise, Li Wei, mayor of Jinan, said [they would not|Li Wei].",
    "As for rents, Li Wei, mayor of Jinan, said that [they would not rise|Li Wei].",
    "Regarding rents, Li Wei, mayor of Jinan, said that [they would not rise|Li Wei].",
    "With regard to rents, the mayor, Li Wei, pointed out that [they would not rise|Li Wei].",
    'In response, Li Wei, mayor of Jinan, said: "[They will not rise for two years|Li Wei]."',
    "In a written reply to questions from the Bohai News, the bureau said that [rents would not rise|bureau].",
    "In a note to clients, analysts at Bohai Bank wrote that [rents would not rise|analysts at Bohai Bank].",
    "In its annual report, the chamber said that [rents would not rise|chamber].",
    "In its annual report, the chamber notes that [rents rose 4 percent|chamber], and warns that [they may rise again|chamber].",
    "The chamber's annual report, released on Monday, notes that [rents rose 4 percent|chamber].",
    "A report released by the chamber on Monday says [rents rose 4 percent|chamber].",
    "The report, by the Bohai Institute, says [rents rose 4 percent|Bohai Institute].",
    "According to a report released on Monday by the Bohai Institute, [rents rose 4 percent|Bohai Institute].",
    "According to a survey of 300 firms conducted by the Bohai Institute, [rents rose 4 percent|Bohai Institute].",
    "According to the Bohai Institute's latest survey, [rents rose 4 percent|Bohai Institute].",
    "According to figures from the commerce bureau released on Monday, [rents rose 4 percent|commerce bureau].",
    "According to statistics from Jinan Customs, [rents rose 4 percent|Jinan Customs].",
    "According to Li Wei, deputy head of the bureau, who spoke on Monday, [rents rose 4 percent|Li Wei].",
    "Statistics from the bureau show that [rents rose 4 percent|bureau].",
    "[Rents rose 4 percent|bureau], figures published by the bureau on Monday showed.",
    "[Rents rose 4 percent|bureau], the latest figures from the bureau show.",
    "The bureau's figures put [the rise at 4 percent|bureau].",
    "The bureau estimates [the cost at 4 million yuan|bureau].",
    "The bureau estimates that [the cost will reach 4 million yuan|bureau].",
    "By the bureau's estimate, [the cost will reach 4 million yuan|bureau].",
    "Zone officials estimate [the reform has saved firms 4 million yuan|Zone officials].",
]
NOT_SAID = [
    "According to incomplete statistics, rents rose 4 percent.",
    "Official figures show that rents rose 4 percent.",
    "Figures show that rents rose 4 percent.",
    "The cost is estimated at 4 million yuan.",
    "The cost is put at 4 million yuan by the bureau.",
    "It is estimated that the reform has saved firms 4 million yuan.",
    "The reform is said to have saved firms 4 million yuan.",
    "The reform has saved 4 million yuan, or so they say.",
    "The reform has, he says, saved 4 million yuan.",
    "The bureau confirmed plans for an expansion.",
    "Li Wei, mayor of Jinan, would not say how many firms had left.",
    "Li Wei, mayor of Jinan, declined to say when the port would open.",
    "Li Wei, mayor of Jinan, did not say that trade had grown.",
    "It is unclear whether trade grew.",
    "No one expects trade to grow by 5 percent.",
    'A sign at the gate reads "Welcome to the free trade zone".',
    'The zone calls itself "a window to the whole wide world".',
    'The committee\'s motto is "do it once and do it well".',
    'The slogan "cut red tape and open the door" hangs over the gate.',
    'The zone has a program called "one window for all traders".',
]


@pytest.mark.parametrize("sentence", UTTERED + UNUTTERED + ROUNDABOUT + REPORTED + NOT_SAID)
def test_what_is_uttered_thought_and_counted(sentence):
    expected, found = drawn("He came in May.\n\n" + sentence, "statements", lambda row: (row["speaker"],))
    assert found == expected


PEOPLE = [
    '"Ships are turning round faster," said the director of operations, [Peter Novak|director of operations].',
    "The scheme has had a slow start. The regional director for Asia, [Peter Novak|regional director for Asia], said the bank had lent £40m to date, and the deputy minister for ports, [Maria Santos|deputy minister for ports], called for patience.",
    "The Rt. Hon. [Selin Aksoy|speaker of the assembly], speaker of the assembly, praised the zone's customs reform.",
    "Duty-free parks are nothing new to the island. Its Trade Minister, the Honourable Dr. [Daniel Hartwell|Trade Minister], said on Tuesday that it had studied the model for years.",
    "The harbor received 58 vessels, said [Li Na|harbor master of Xiamen], harbor master of Xiamen.",
    "When [Peter Novak|general manager of Harbor Wuhan] first walked through the hall that was to become his factory, pigeons nested under the roof.\n\nNovak is general manager of Harbor Wuhan, a subsidiary of Harbor Glass.",
    "[Peter Novak|manager of Harbor Wuhan], manager of Harbor Wuhan, spoke.",
    "The head of the port, [Li Wei|head of the port], spoke.",
    "The port's head, [Li Wei|port's head], spoke.",
    "Its head, [Li Wei|head], spoke.",
    "\"It works,\" says [Li Na|Committee's deputy director], the Committee's deputy director.",
    "In five years it has created 32 pieces of innovation and 108 policies, said its director, [Sun Yi|director].",
    '"Reform has become bookkeeping," its author, [Peter Novak|author], writes.',
    "[Selin Aksoy|trade economist at Leeds], a trade economist at Leeds, spoke.",
    "Economist [Peter Novak|Economist] of Yunnan University reckons that it will take two quarters.",
    "[Wu Lin|], who heads the customs office at Dayaowan, spoke.",
    "Led by [Ivan Petrov|deputy chairman of the Amur Chamber of Commerce], deputy chairman of the Amur Chamber of Commerce, the delegation toured a mill.",
    "Heihe mayor [Li Na|Heihe mayor] gave her guests an outline of the area.",
    "[Maria Santos|], who imports greenhouses, complained.",
    "The delegation was received by the governor of Hunan, [Luo Yifan|governor of Hunan].",
    "The delegation met the governor of Hunan, [Luo Yifan|governor of Hunan], and the mayor of Changsha, [Li Na|mayor of Changsha].",
    "She handed the plaque to the chairman of the group, [Peter Novak|chairman of the group].",
    "[Peter Novak|chairman and chief executive of Novak Foods], chairman and chief executive of Novak Foods, spoke.",
    "[Peter Novak|co-founder of Novak Foods], co-founder of Novak Foods, spoke.",
    "[Maria del Rey|Brazil's consul general in Guangzhou], Brazil's consul general in Guangzhou, spoke.",
    "Brazil's consul general in Guangzhou, [Maria del Rey|Brazil's consul general in Guangzhou], spoke.",
    "The Brazilian consul general, [Maria del Rey|Brazilian consul general], spoke.",
    "His Excellency [Peter Novak|ambassador of Slovakia], ambassador of Slovakia, spoke.",
    "H.E. [Peter Novak|ambassador of Slovakia], ambassador of Slovakia, spoke.",
    "The Right Honourable [Peter Novak|speaker of the house], speaker of the house, spoke.",
    "Madam [Li Na|mayor of Jinan], mayor of Jinan, spoke.",
    "Captain [Peter Novak|Captain] spoke.",
    '"We grow," said farmer [Peter Novak|farmer].',
    '"We grow," said [Peter Novak|owner of a noodle shop in Jinan], owner of a noodle shop in Jinan.',
    "[Li Na|nurse turned importer], a nurse turned importer, paid 1,600 dollars.",
    "1,600 dollars is what [Li Na|nurse turned importer], a nurse turned importer, paid for her first pallet.",
    "The bank's chief economist for China, [Peter Novak|bank's chief economist for China], expects growth.",
    "The spokesman, [Li Wei|spokesman], declined to comment.",
    "A spokesman for the ministry, [Li Wei|spokesman for the ministry], declined to comment.",
    "A spokesman, [Peter Novak|spokesman], declined to comment.",
    "Minister of Commerce [Li Wei|Minister of Commerce] spoke.",
    "Former vice minister of commerce [Li Wei|Former vice minister of commerce] spoke.",
    "[Li Wei|then mayor of Jinan], then mayor of Jinan, spoke.",
    "[Li Wei|Party secretary and director of the area], Party secretary and director of the area, spoke.",
    "[Li Wei|chief of staff at the port], chief of staff at the port, spoke.",
    "[Li Wei|second secretary at the embassy], second secretary at the embassy, spoke.",
    "[Li Wei|deputy harbor master], the deputy harbor master, spoke.",
    "[Li Wei|secretary-general of the association], secretary-general of the association, spoke.",
    "[Li Wei|chair of the chamber], chair of the chamber, spoke.",
    "[Li Wei|founder of Novak Foods Inc], founder of Novak Foods Inc. Local banks lent it money.",
    "As [Li Wei|] walked in, all rose. He is the mayor of Jinan.",
    "[Peter Novak|head of operations at Novak Foods], head of operations at Novak Foods, laughed.",
    "[Peter Novak|lecturer in law], a lecturer in law, spoke.",
    "[Li Wei|lawyer], lawyer, spoke.",
    "[Li Wei|mayor], the mayor, spoke.",
    "The team was led by [Li Wei|commercial counselor], commercial counselor.",
    "[Liu Yuting|head of the division], head of the division, and [Peter Novak|adviser], its adviser, spoke.",
    "The ambassadors of Laos, Costa Rica and Peru came.",
    "Port operator Harbor Vista, Pearl Foods and others came.",
    "Its developer, Harbor Vista, said it would build.",
    "The director of ports, Harbor Authority, said it would build.",
    "Hon Hai Precision came.",
    "Firms came from Harbor Vista. The Vista said so.",
    "Harbor Vista, Pearl Rivers and Grand Union came.",
    "The mayor of Jinan, Shandong, said it would build.",
    "At the request of the mayor of Jinan, Harbor Vista left.",
    "The Master Plan, Harbor Vista, said so.",
    "The head of the port of Costa Rica, San Diego and Peru came.",
    "At the request of the mayor of Jinan, [Li Wei|] left.",
    "Officers of Grand Union, Harbor Vista, and others came.",
    "Its consul in Kunming, [Faisal bin Khalid Noori|consul in Kunming], came.",
    "When [Li Wei|mayor of Jinan], then 24, opened a shop, few came. Li is now mayor of Jinan.",
]


@pytest.mark.parametrize("text", PEOPLE)
def test_people_with_their_roles_wherever_these_stand(text):
    expected, found = drawn(text, "people", lambda row: (row["role"],))
    assert found == expected


EXPECTED = [
    "Li Wei, mayor of Jinan, expects full-year trade to exceed [28 billion yuan|Li Wei].",
    "Li Wei, mayor of Jinan, spoke. He expects the province's trade to grow by [6 percent|Li Wei].",
    "Analysts predict exports to grow by [6 percent|Analysts].",
    "Peter Novak, an analyst, put the savings at [1,150 yuan|Peter Novak] a box, or [62 million yuan|Peter Novak] a year.",
    "Li Wei, mayor of Jinan, spoke. He expects growth of [6 percent|Li Wei] this year.",
    "The port expects growth of [6 percent|] this year.",
    "Exports are expected to reach [62 million yuan|].",
    "The port expects to save [62 million yuan|].",
    "The firm put the crane on sale for [62 million yuan|].",
]


@pytest.mark.parametrize("sentence", EXPECTED)
def test_a_figure_has_the_speaker_who_expects_it(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: (row["speaker"],))
    assert found == expected


def test_the_only_one_named_before_an_interview_answers():
    text = "Li Wei, mayor of Jinan, spoke to the Bohai News.\n\nQ: Has it grown?\n\nA: By 4 percent. It is not over.\n\nQ: Why?\n\nA: The port is new, and it is deep."
    rows = ftz.parse(text).rows("statements")
    assert [row["speaker"] for row in rows] == ["Li Wei"] * 2
    assert rows[0]["quote"] == "By 4 percent. It is not over"


INTRO = "Li Wei, mayor of Jinan, spoke to {} on Monday.\n\n"
GROWN = "It has grown by 4 percent. We are happy"
TURNS = [
    INTRO.format("the Bohai News") + f"Bohai News: Has the zone grown?\n\nLi: {GROWN}.",
    INTRO.format("the Bohai News") + f"Question: Has the zone grown?\n\nAnswer: {GROWN}.",
    INTRO.format("the Bohai News") + f"Q. Has the zone grown?\n\nA. {GROWN}.",
    INTRO.format("the Bohai News") + f"Q: Has the zone grown?\n\nMr. Li: {GROWN}.",
    INTRO.format("Wang Lin of the Bohai News") + f"Q: Has the zone grown?\n\nA: {GROWN}.",
    INTRO.format("the Bohai News") + f"BOHAI NEWS: Has the zone grown?\n\nLI WEI: {GROWN}.",
]


@pytest.mark.parametrize("text", TURNS)
def test_whoever_answers_is_the_one_who_was_introduced(text):
    (row,) = ftz.parse(text).rows("statements")
    assert (row["speaker"], row["quote"]) == ("Li Wei", GROWN)


def test_a_short_turn_of_a_transcript_is_no_label():
    text = f"Li Wei: The zone is ten years old. It has trialed 230 measures.\n\nMaria Santos: {GROWN}."
    assert [row["speaker"] for row in ftz.parse(text).rows("statements")] == ["Li Wei", "Maria Santos"]


def test_labels_of_a_table_of_figures_are_no_turns():
    text = f"The zone in numbers\n\nForeign Trade: {GROWN}.\n\nXiamen: {GROWN}.\n\nXiamen Port: 40 firms came."
    assert ftz.parse(text).rows("statements") == []


@pytest.mark.parametrize("sentence", INTRODUCED + LIFELESS + ATTRIBUTED + GIVEN + NAMED + UNNAMED + SILENT)
def test_somebody_speaks_and_no_thing_does(sentence):
    expected, found = drawn("He came in May. " + sentence, "statements", lambda row: (row["speaker"],))
    assert found == expected


@pytest.mark.parametrize(
    "dateline",
    [
        "DALIAN, May 3, 2024 (Xinhua) -- ",
        "QINGDAO, 3 May 2024 /Harbor Newswire/ -- ",
        "HAIKOU, Dec. 12 (Xinhua) -- ",
        "Jinan, May 3, 2024 (Xinhua) -- ",
    ],
)
def test_a_dateline_is_not_said(dateline):
    (row,) = ftz.parse(f"{dateline}Trade in the area has grown, said Li Ming, mayor of the city.").rows("statements")
    assert row["quote"] == "Trade in the area has grown"


TURNS = {
    "Liberty News:\nWhat are the results?\nWang Haoyu:\nThank you. Zones made up 19 percent.\n\nWe have 110 measures.": [
        ("Wang Haoyu", "Thank you. Zones made up 19 percent.\n\nWe have 110 measures")
    ],
    "Zhang Weimin: The port has formed 120 innovative cases.\n\nLi Guoqiang: Trade rose 5 percent.": [
        ("Zhang Weimin", "The port has formed 120 innovative cases"),
        ("Li Guoqiang", "Trade rose 5 percent"),
    ],
    "Miss Luo: What has the port done?\nMr. Huang Ruo: The port drew 40 firms.": [
        ("Huang Ruo", "The port drew 40 firms")
    ],
    "Reporter: How many firms came?\nHuang Ruo: Some 40 firms came to the port in May.": [
        ("Huang Ruo", "Some 40 firms came to the port in May")
    ],
    "Foreign Trade: The zone had trade of 5 billion yuan with more than a hundred countries.\n\n"
    "Fixed Assets: The zone had investment of 5 billion yuan in more than a hundred projects.": [],
}


@pytest.mark.parametrize(("text", "turns"), TURNS.items())
def test_a_turn_is_the_one_row_of_who_opens_it(text, turns):
    facts = ftz.parse(text)
    assert [(row["speaker"], row["quote"]) for row in facts.rows("statements")] == turns
    said = {speaker for speaker, _ in turns}
    assert {row["speaker"] for row in facts.rows("metrics")} == (said or {None})


PEOPLE = [
    "The new Chinese Ambassador to Peru, [Luo Jian|new Chinese Ambassador to Peru], spoke.",
    "We invite Director of the Land Office of the port Mr. [Luo Jian|Director of the Land Office of the port], Director of the Bureau of Trade Mr. [Wu Lin|Director of the Bureau of Trade].",
    "[Xing Lan|head of the Information Office (IO) and spokesperson of the port], head of the Information Office (IO) and spokesperson of the port, spoke.",
    "Trade grew.\n\n[Chen Yan|Mayor of the Jinan People's Government]\n\nMayor of the Jinan People's Government\n\nTrade grew.",
    "Trade grew.\n\n[Chen Yan|Governor]\n\nGovernor\n\nTrade grew.",
    "Trade grew.\n\nChen Yan\n\nTrade in the zone of the governor grew.",
    "[Sun Yun|director of the Jinan Customs District] is the director of the Jinan Customs District.",
    "Firms such as Luo Jian Ping High-Tech and Wei Lin Ning Technology came.",
    "A Turkish buyer named [Selin Aksoy|Turkish buyer] came.",
    "A trader called [Ivan Petrov|trader] from Omsk came.",
    "[Benny Koh Wei Liang|consul general of Singapore], consul general of Singapore, spoke.",
    "[Jonathan Lim Swee Keat|chief executive of the bourse], chief executive of the bourse, spoke.",
    "[Tan Wei Ling|president of the chamber], president of the chamber, spoke.",
    "Unlike [Li Ming|mayor of Jinan], mayor of Jinan, it rained.",
    "Sheikh [Faisal bin Khalid Al Noori|chairman of the authority], chairman of the authority, spoke.",
    "[Ludwig van der Berg|chief economist at the bank], chief economist at the bank, spoke.",
    "[Peter Novak|political and economic officer at the consulate], political and economic officer at the consulate, spoke.",
    "[Ivan Petrov|trade and investment commissioner], trade and investment commissioner, spoke.",
    "[Rajan Mehta|India's commerce minister], India's commerce minister, spoke.",
    "[Ana Lopes|European Union's chief negotiator], the European Union's chief negotiator, spoke.",
    "The bank's director general [Omar Al Sayeh|bank's director general] spoke.",
    "The authority's director general [Omar Al Sayeh|authority's director general] spoke.",
    "Minister for Trade, [Daniel Hartwell|Minister for Trade], said it grew.",
    "Minister of Industry and Commerce, Senator the Hon. [Errol Maddox|Senator], has praised the plan.",
    "Premier the Honourable Dr. [Lloyd Barton|Premier] opened the port.",
    "Shri [Rajan Mehta|minister of state for commerce], minister of state for commerce, spoke.",
    "[Sun Wei|director of the Trade, Investment and Industry Bureau], director of the Trade, Investment and Industry Bureau, spoke.",
    "Trade, Industry and Energy Minister [Tomas Okello|Trade, Industry and Energy Minister] spoke.",
    "The guiding principles of Party Secretary [Luo Jianping|Party Secretary] were studied.",
    "The office of Mayor [Li Ming|Mayor] was new.",
    "Ministry of Commerce spokesperson [Li Ming|Ministry of Commerce spokesperson] spoke.",
    "The visit follows Premier [Luo Yifan|Premier]'s call.",
    "It grew, said Mayor [Li Weiguo|Mayor] Thursday.",
    "It grew, said Vice Governor [Peter Novak|Vice Governor] Friday. It grew, said director [Maria Santos|director] Oct. 3.",
    "The plan was praised by ship owner [Zheng Yulong|owner] last week.",
    "Guests included [Peter Novak|head of the fund], head of the fund, and [Maria Santos|president of the chamber], president of the chamber.",
]
NOBODY = [
    "Wong Kan Seng came.",
    "Orion Labs, a research center, came.",
    "The area has drawn chip makers such as Intel, SK Hynix, Western Micro Center and South Lake Micro Limited.",
    "Firms such as Bosko Steel, Lena Motors, Arden Chemicals and Vista Foods Trader have come.",
    "A survey by ports operator DP World last week found that trade was slow.",
    "Terminal operator Blue Funnel won the bid, and mall owner Grand Vista lost.",
    "In Qingdao, Green Lake Port, a member of the group, opened.",
    "It grew fast.\n\nNumbers speak of progress\nHuang Ruoming\n\nTen firms came.",
    "It grew fast.\n\nA worker checks a crane in the port\nMaria Santos\n\nTen firms came.",
]


@pytest.mark.parametrize("sentence", PEOPLE + NOBODY)
def test_people_whatever_their_names_and_no_firms(sentence):
    expected, found = drawn(sentence, "people", lambda row: (row["role"],))
    assert found == expected


PROMISES = [
    "First, [Mr. Luo Jian will build a plant|Mr. Luo Jian].",
    "The council met on Friday, proposing that [the zone will raise its quality|zone].",
    "[A total of 40 firms from the mainland, Peru and other countries will invest in the zone|40 firms].",
    "[A total of 12 banks plan to open branches in the zone|12 banks].",
    "Jinan, which is not only a hub but [also a port for cars and ships, aims to lead the region|Jinan].",
    "[The city and the province will build a zone|city and the province].",
    "[Jinan Port and the Harbor Bank plan to build a pier|Jinan Port and the Harbor Bank].",
    "The firms signed on Friday. [They will create 300 jobs|firms].",
    "Backed by the city, [the fund will invest in chips|fund].",
    "Led by the province, [the bureau will build two parks|bureau].",
    "Built on reclaimed land, [the port will add four berths|port].",
    "Eager to grow, [the firm will open two shops|firm].",
    "[Home to 300 firms, the zone will invest in rails|zone].",
    "[The branch will not only advance trade|branch], but [also will strengthen the port|branch].",
    "[The bank not only will lend more|bank], but [will also cut rates|bank].",
    "[Jiang is planning to import more coal|Jiang] and [build a plant|Jiang].",
    "[Two banks are seeking to open branches|Two banks].",
    "The ministry welcomed a new roadmap which [aims to speed up trade in key ports|new roadmap].",
    "The city set up a fund that [will invest in chips|fund].",
    "The bureau, which [plans to hire 40 people|bureau], is new.",
    "The province has a plan for trade that [aims to double output|].",
    "[The trade chamber will continue its engagement with the ministry|trade chamber].",
    "[The city will continue to run large fairs|city].",
    "[Mayor Kong Lingyi pledged greater efforts in the zone|Mayor Kong Lingyi].",
    "[The bank will not only cut rates|bank] but [also open two branches|bank].",
    "[China pledged $40 billion for roads|China].",
    "The [firm's promise to hire locals|firm] was welcomed.",
    "[Donors pledged 30 million yuan to the fund|Donors].",
    "[The two sides promised closer ties|two sides].",
    "Firms came, echoing Governor [Pan Haoran's pledge to further open up the market|Pan Haoran].",
    "[The port has also pledged to cut fees|port].",
    "[Firms in the park plan to hire 40 people|Firms].",
    "Chen said [the port will build two berths|port]. [It will also push the renewal of plants|port] and [further train pilots|port].",
    "[The host, the city of Jinan, plans to publish a guide|host].",
    "[The port will further open up|port] and [continuously improve service|port].",
    "[The 40 firms will invest 2 billion yuan|firms].",
    "[The zone will rely on rail|zone].",
    '"[Next time I will make twice as much|Li Na]," said Li Na, a farmer.',
]
NO_PROMISE = [
    "The aim of launching the Jinan Trade and Logistics Park is to serve the country.",
    "The program will include 50 shows.",
    "Since the congress proposed to open ports, trade has grown.",
    "The deals were signed on Friday. They will create 300 jobs and bring trade.",
    "A series of talks aimed to help firms was held on Thursday.",
    "The main aim of the zone is to boost trade.",
    "“Will Harper, who heads the port, left.",
    "The decision means an extension of the program aimed to open the country.",
    "The city rolled out a package aimed to lift spending.",
    "It is the first of four parks planned to ring the city.",
    "He said bilateral ties would certainly deepen.",
    "Li said relations would likely expand further.",
    "The 12 deals signed on Friday will bring new projects to the area, experts said.",
    "The bridge linking the two cities will cut travel time.",
    "The policies will help firms save time.",
    "China's opening-up will bring new chances to the world.",
    "Trade will continue to run high.",
    "The rain will continue this week.",
    "What priorities will the city focus on next year?",
    '"Will the port open a new berth?" he asked.',
    "The report does not say whether the city will build the road.",
    "The new line promises shorter trips.",
    "The scheme, aimed to help farmers, was launched.",
    "Funds pledged last year have arrived.",
    "He was promised a job.",
    "The city's plan to cut fees was dropped.",
]


@pytest.mark.parametrize("sentence", PROMISES + NO_PROMISE)
def test_somebody_promises_and_no_thing_does(sentence):
    expected, found = drawn(sentence, "commitments", lambda row: (row["actor"],))
    assert found == expected
