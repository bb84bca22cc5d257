"""Pilot free trade zones and their areas, under one canonical name each."""

from cases import for_each
from drawn import drawn

import ftzlib as ftz

ZONE = "China ({}) Pilot Free Trade Zone"


@for_each(
    [
        ("The China (Hunan) Pilot Free Trade Zone grew.", ["Hunan"]),
        ("The Shanghai FTZ and the Hunan pilot zone grew.", ["Shanghai", "Hunan"]),
        ("Pilot zones in Beijing, Hunan and Anhui grew.", ["Beijing", "Hunan", "Anhui"]),
        ("The Shanghai, Tianjin and Fujian pilot free trade zones grew.", ["Shanghai", "Tianjin", "Fujian"]),
        ("Pilot zones in Beijing, Hunan as well as Anhui grew.", ["Beijing", "Hunan", "Anhui"]),
        ("Two zones, located in Shanghai and Fujian, aligned their rules.", ["Shanghai", "Fujian"]),
        ("The Qingdao Area of the Shandong FTZ grew.", ["Shandong Qingdao Area"]),
        ("The Kashgar subzone grew.", ["Xinjiang Kashgar Area"]),
        ("The Lingang Special Area grew.", ["Shanghai Lin-gang Special Area"]),
        ("The Guangxi FTZ's Qinzhou Port Area grew.", ["Guangxi", "Guangxi Qinzhou Port Area"]),
        (
            "It has three areas in Nanning, Qinzhou Port and Chongzuo.",
            ["Guangxi Nanning Area", "Guangxi Qinzhou Port Area", "Guangxi Chongzuo Area"],
        ),
        (
            "The Jinan, Qingdao and Yantai areas grew.",
            [f"Shandong {place} Area" for place in ("Jinan", "Qingdao", "Yantai")],
        ),
        (
            "Zhejiang's pilot free trade zone and the FTZs of Hubei and Chongqing grew.",
            ["Zhejiang", "Hubei", "Chongqing"],
        ),
        ("The FTZ in Hebei province and the Shaanxi Free Trade Pilot Zone grew.", ["Hebei", "Shaanxi"]),
        ("The Xiamen FTZ grew faster than the Shanghai Free-Trade Zone.", ["Fujian Xiamen Area", "Shanghai"]),
        ("The free trade pilot zone in Guizhou and the FTZ in Mauritius grew.", []),
        ("WUHAN AREA LAUNCHES HUB", ["Hubei Wuhan Area"]),
        (
            "The Chongqing FTZ grew. The FTZ's Jiangbei sector drew 80 firms. The Shapingba sector has three halls.",
            ["Chongqing", "Chongqing Jiangbei Area", "Chongqing Shapingba Area"],
        ),
        ("In the Chongqing FTZ, the Liangjiang New Area sector grew.", ["Chongqing", "Chongqing Liangjiang Area"]),
        (
            "The Chongqing FTZ grew. The Automotive Sector and the Private sector grew, as did the AI sector.",
            ["Chongqing"],
        ),
        ("The Chongqing and Shanghai FTZs grew. The Shapingba sector grew.", ["Chongqing", "Shanghai"]),
        ("The Shapingba sector grew.", []),
        ("The Kashgar Comprehensive Bonded Zone grew.", []),
        ("The Hainan Free Trade Port grew.", []),
        ("The Shandong FTZ Bonded Area grew.", ["Shandong"]),
        ("JINAN AREA OF SHANDONG FTZ GROWS", ["Shandong Jinan Area"]),
        ("The Shaanxi FTZ Xi'an Area and the Xi’an Area grew.", ["Shaanxi Xi'an Area"]),
        ("The Chongming Area of the Shanghai FTZ grew.", ["Shanghai Chongming Area"]),
        (
            "It has three areas: Nanning, the Qinzhou Port Area, and Chongzuo.",
            ["Guangxi Nanning Area", "Guangxi Qinzhou Port Area", "Guangxi Chongzuo Area"],
        ),
        (
            "The Shandong FTZ's Jinan Area and its Qingdao Area grew.",
            ["Shandong", "Shandong Jinan Area", "Shandong Qingdao Area"],
        ),
        ("The Hunan zone grew. The Waigaoqiao bonded zone grew.", ["Hunan"]),
        ("The pilot free trade zone in Fujian grew.", ["Fujian"]),
        ("The newly added FTZ in Beijing grew.", ["Beijing"]),
        ("It told reporters of the three pilot FTZs in Beijing on Friday.", []),
        (
            "It approved three pilot free trade zones (FTZs), in Beijing and Hunan and Anhui provinces.",
            ["Beijing", "Hunan", "Anhui"],
        ),
        (
            "It is for the three pilot FTZs in Tianjin Municipality, Guangdong and Fujian provinces.",
            ["Tianjin", "Guangdong", "Fujian"],
        ),
        ("The six pilot FTZs in the regions of Shandong, Jiangsu and Yunnan grew.", ["Shandong", "Jiangsu", "Yunnan"]),
        (
            "The next pilot FTZs will be located in the five inland provinces of Henan, Hubei and Sichuan.",
            ["Henan", "Hubei", "Sichuan"],
        ),
        (
            "It has nine FTZs, including those in the coastal provinces of Fujian and Hebei and the northern province of Jilin.",
            ["Fujian", "Hebei"],
        ),
        (
            "It may open two more pilot free trade zones in the provinces of Hunan and Anhui and the city of Beijing.",
            ["Hunan", "Anhui", "Beijing"],
        ),
        ("Hubei, Henan and Sichuan were chosen to open the third batch of FTZs.", ["Hubei", "Henan", "Sichuan"]),
        ("It came years after China's first FTZ in Shanghai.", ["Shanghai"]),
        ("The country opened its first pilot free trade zone in Shanghai.", ["Shanghai"]),
        ("The third pilot FTZ was set up in Tianjin.", ["Tianjin"]),
        ("It learns from China's first FTZs in Shanghai, Tianjin and Fujian.", ["Shanghai", "Tianjin", "Fujian"]),
        ("Hubei's new pilot free trade zone (FTZ) was opened.", ["Hubei"]),
        (
            "The free trade zone was founded in 2019, and consists of Harbin, Heihe, and Suifenhe.",
            [f"Heilongjiang {place} Area" for place in ("Harbin", "Heihe", "Suifenhe")],
        ),
        (
            "The FTZ (PFTZ), launched on May 3, 2023, across Jinan, Qingdao and Yantai, grew.",
            [f"Shandong {place} Area" for place in ("Jinan", "Qingdao", "Yantai")],
        ),
        ("The FTZ serves shops across Jinan.", []),
        (
            "It covers the areas of Jinan, Qingdao, and Yantai.",
            [f"Shandong {place} Area" for place in ("Jinan", "Qingdao", "Yantai")],
        ),
        (
            "Four free trade pilot zones in Henan, Hubei, Jilin Provinces and Chongqing municipality grew.",
            ["Henan", "Hubei", "Chongqing"],
        ),
        (
            "It plans free pilot trade zones in Hubei and Henan provinces, and Chongqing City.",
            ["Hubei", "Henan", "Chongqing"],
        ),
        (
            "Pilot free trade zones (FTZ) in coastal provinces of Fujian, Hebei and Hainan grew.",
            ["Fujian", "Hebei", "Hainan"],
        ),
        ("The China-ASEAN Free Trade Area and Pudong New Area grew.", []),
        ("The Greater Bay Area and the zone grew.", []),
        ("The Shanghai Jiangsu and Zhejiang Pilot Free Trade Zones grew.", ["Shanghai", "Jiangsu", "Zhejiang"]),
        ("Shanghai, Zhejiang and other pilot free trade zones grew.", ["Shanghai", "Zhejiang"]),
        ("Shanghai, Zhejiang and other provinces grew.", []),
        ("The Guangxi zone of the land-sea corridor grew.", []),
        ("The Waigaoqiao Free Trade Zone grew.", []),
        ("China's northernmost FTZ (FTZ), located in northeast China's Heilongjiang province, grew.", ["Heilongjiang"]),
        (
            "A pilot FTZ in southwest China's Yunnan Province and the Shanghai Pilot Free Trade Area grew.",
            ["Yunnan", "Shanghai"],
        ),
        ("The free trade zones in east China's Jiangsu and Zhejiang provinces grew.", []),
        (
            "Hunan's zone has three areas, namely Changsha, Yueyang and Chenzhou.",
            ["Hunan Changsha Area", "Hunan Yueyang Area", "Hunan Chenzhou Area"],
        ),
        (
            "The Yunnan FTZ grew. Each of its three areas (Kunming, Honghe and Dehong) has a court.",
            ["Yunnan", "Yunnan Kunming Area", "Yunnan Honghe Area", "Yunnan Dehong Area"],
        ),
        (
            "The Heilongjiang FTZ grew. Harbin and Heihe, the zone's other areas, send half of their goods here.",
            ["Heilongjiang", "Heilongjiang Harbin Area", "Heilongjiang Heihe Area"],
        ),
        (
            "The Anhui FTZ grew. Its areas are Hefei, Wuhu and Bengbu.",
            ["Anhui", "Anhui Hefei Area", "Anhui Wuhu Area", "Anhui Bengbu Area"],
        ),
        (
            "Jinan, Qingdao and Yantai, the three areas of the Shandong FTZ, signed a pact.",
            ["Shandong Jinan Area", "Shandong Qingdao Area", "Shandong Yantai Area", "Shandong"],
        ),
        (
            "The zone's three areas -- Shenyang, Dalian and Yingkou -- drew up a plan.",
            ["Liaoning Shenyang Area", "Liaoning Dalian Area", "Liaoning Yingkou Area"],
        ),
        (
            "The Jiangsu FTZ is made up of Nanjing, Suzhou and Lianyungang.",
            ["Jiangsu", "Jiangsu Nanjing Area", "Jiangsu Suzhou Area", "Jiangsu Lianyungang Area"],
        ),
        (
            "The Guangxi FTZ lies in Nanning, Qinzhou and Chongzuo.",
            ["Guangxi", "Guangxi Nanning Area", "Guangxi Qinzhou Area", "Guangxi Chongzuo Area"],
        ),
        (
            "The Henan FTZ grew. Besides Zhengzhou, the zone has areas in Kaifeng and Luoyang.",
            ["Henan", "Henan Kaifeng Area", "Henan Luoyang Area"],
        ),
        (
            "The Liaoning FTZ grew. Its remaining areas, Yingkou and Dalian, are ports.",
            ["Liaoning", "Liaoning Yingkou Area", "Liaoning Dalian Area"],
        ),
        (
            "Harbin and Heihe, the province's largest cities, send their goods to the Heilongjiang FTZ.",
            ["Heilongjiang"],
        ),
        (
            "The Zhejiang FTZ, made up of the Zhoushan, Ningbo and Jinhua-Yiwu areas, grew.",
            ["Zhejiang", "Zhejiang Zhoushan Area", "Zhejiang Ningbo Area", "Zhejiang Jinhua-Yiwu Area"],
        ),
        ("The Hunan FTZ grew. Firms in Changsha, Yueyang and Chenzhou are happy.", ["Hunan"]),
        ("The tourist areas of the province, namely Kunming and Dali, are crowded.", []),
        ("Three rural areas (Jinan, Qingdao and Yantai) are poor.", []),
        ("The Hubei FTZ grew faster than the one in Hunan.", ["Hubei", "Hunan"]),
        (
            "Pilot free trade zones now line the coast; the ones in Fujian and Tianjin were founded in 2015.",
            ["Fujian", "Tianjin"],
        ),
        ("The Zhejiang FTZ and that of Jiangsu signed a pact.", ["Zhejiang", "Jiangsu"]),
        ("The Hubei FTZ opened a hall, larger than the one in Hunan, and a museum.", ["Hubei"]),
        ("The bridge is longer than the one in Fujian.", []),
        (
            "Firms in the Science and Technology Innovation Area, the International Business Services Area or the High-end Industries Area may apply.",
            [
                "Beijing Science and Technology Innovation Area",
                "Beijing International Business Services Area",
                "Beijing High-end Industries Area",
            ],
        ),
        ("The High-end Industry Area grew.", ["Beijing High-end Industry Area"]),
        (
            'The Administrative Committee of the Fuzhou Area of the China (Fujian) Pilot Free Trade Zone (the "Committee") met. The Committee has 40 clerks.',
            ["Fujian Fuzhou Area"],
        ),
        ('A bank in the China (Hunan) Pilot Free Trade Zone (the "Bank") grew. The Bank has 40 offices.', ["Hunan"]),
        (
            'The Regulations on the China (Hunan) Pilot Free Trade Zone (the "Regulations") passed. The Regulations have 58 articles.',
            ["Hunan"],
        ),
        ('The China (Hunan) Pilot Free Trade Zone (the "HNFTZ") grew. The HNFTZ has 40 firms.', ["Hunan"]),
        (
            "China set up six pilot FTZs. The new zones are located in the provinces of Hebei and Yunnan and in the Guangxi Zhuang Autonomous Region.",
            ["Hebei", "Yunnan", "Guangxi"],
        ),
        (
            "Three more pilot free trade zones followed: Tianjin, Fujian and Guangdong.",
            ["Tianjin", "Fujian", "Guangdong"],
        ),
        ("In 2015, Tianjin and Fujian got their own pilot free trade zones.", ["Tianjin", "Fujian"]),
        ("It approved pilot free trade zones for Beijing, Hunan and Anhui.", ["Beijing", "Hunan", "Anhui"]),
        ("It has a pilot free trade zone in the Xinjiang Uygur Autonomous Region.", ["Xinjiang"]),
        ("It is a pilot free trade zone. It is large for a zone in Yunnan made up of three areas.", ["Yunnan"]),
        (
            "The Tianjin Airport Area and the Xi'an International Port Area grew.",
            ["Tianjin Tianjin Airport Area", "Shaanxi Xi'an International Port Area"],
        ),
        (
            "The Anhui FTZ has two areas in the cities of Hefei and Wuhu.",
            ["Anhui", "Anhui Hefei Area", "Anhui Wuhu Area"],
        ),
        (
            "The Anhui FTZ covers 119.86 sq km: Hefei (84.86) and Wuhu (35).",
            ["Anhui", "Anhui Hefei Area", "Anhui Wuhu Area"],
        ),
        # ... and not:
        ("The bonded zones grew. The new zones are in Henan and Hubei.", []),
        ("The Heihe Area grew. The zone as a whole grew.", ["Heilongjiang Heihe Area"]),
        ("The Hunan FTZ trades with cities: Changsha, Yueyang and Chenzhou.", ["Hunan"]),
        (
            "The Shaanxi FTZ is spread over Xi'an and Yangling.",
            ["Shaanxi", "Shaanxi Xi'an Area", "Shaanxi Yangling Area"],
        ),
    ]
)
def test_zones_by_their_names(text, names):
    def full(name):
        province, _, area = name.partition(" ")
        return f"{ZONE.format(province)} {area}".strip()

    assert [row["name"] for row in ftz.parse(text).rows("zones")] == [full(name) for name in names]


#: A text, with the zone of each number, or `-`.
FIGURES = [
    # named in what a gathering or a paper is called
    "Changshou signed [40 deals|-] during the unveiling ceremony of the Chongqing FTZ.",
    "At the 2020 Hainan Free Trade Zone Forum, [30 deals|-] were signed.",
    "During the Anhui FTZ's second investment promotion conference, [30 deals|-] were signed.",
    "The Hunan FTZ exhibition center drew [300 firms|Hunan].",
    "The Hunan FTZ held exhibitions and drew [300 firms|Hunan].",
    'The "Guiding Opinions of the Anshan Bank on Helping the Construction of the Tianjin FTZ" hold [five clauses|-].',
    "Guidelines on financial reform in the Tianjin FTZ list [12 measures|-].",
    "The overall plan for the Tianjin FTZ lists [12 measures|Tianjin].",
    # what was there before, what others are a part of, are compared with, or sit in
    "It had [8,000 firms|-] in the days of the Shanghai FTZ's predecessor.",
    "Changshou is part of the Chongqing FTZ, and has [40 firms|-].",
    "The yard, located in the Hunan FTZ, built [40 ships|-].",
    "The Hunan FTZ, located in Changsha, built [40 ships|Hunan].",
    "As one of the areas of the Chongqing FTZ, Changshou drew [40 firms|-].",
    "As a pioneer of reform, the Chongqing FTZ drew [40 firms|Chongqing].",
    "Like the Shanghai FTZ, Changshou has [40 firms|-].",
    "In contrast to the Shanghai FTZ's [300 firms|Shanghai], the Hunan FTZ has [20 banks|Hunan].",
    # a figure of somebody else beside a zone
    "In the Hunan FTZ, [31 parks|Hunan] opened, helping Hunan's import and export volume to hit [5 billion yuan|-].",
    "Exports of the Chengdu Area rose [12 percent|Sichuan Chengdu Area], above the pace of Chengdu ([7 percent|-]).",
    "The zone's share of the province's trade rose from [4 percent|Hunan] after the Hunan FTZ had opened.",
    "The Hunan FTZ's share of the province's trade rose to [4 percent|Hunan].",
    "The Hunan FTZ in Changsha's north has drawn [40 firms|Hunan].",
    "The Hunan FTZ opened, while the province's exports rose [5 percent|-].",
    "The Hunan FTZ opened, while Anshan exported [300 cars|-].",
    "China's trade grew [5 percent|-], and the Hunan FTZ opened.",
    "The company will start work at its [4-million-yuan|-] yard in the Hunan FTZ and get [70 percent|-] of its steel.",
    "With [300 firms|Hunan], the Hunan FTZ grew.",
    "Some [40 firms|-] got their licenses at the launch ceremony of the Beijing FTZ.",
    "It sent [20 designers|-] to the Hunan FTZ.",
    "Of the practices, [14|-] did.",
    "Capital, which corresponds to the projects signed in the Hunan FTZ, hit [4 million yuan|Hunan].",
    # the size of what is named beside it
    "The Jinan Area ([37 sq km|Shandong Jinan Area], with the Jinan Bonded Zone ([5 sq km|-])) grew.",
    "The Jinan Area includes the [5-sq-km|-] Anshan Port Park, and Anshan Bonded Zone with [2 sq km|-] of land.",
    "The Hunan FTZ covers [119 sq km|Hunan] and has [three sub-zones|Hunan].",
    "The Jinan Area, the largest of the Shandong FTZ's areas, grew, and has drawn [61 mills|Shandong Jinan Area].",
    "The ministry issued a list of [122 items|-], [18|-] less than a list put in place for the Shanghai FTZ.",
    "The Jinan Area and the Yantai Area grew. Since its opening, the FTZ has drawn [40 firms|Shandong].",
    "The Jinan Area grew. Before 2010, there were [40 planes|-] in China.",
    "The Jinan Area grew. [Forty yards|Shandong Jinan Area] there were sold.",
    "The Hunan FTZ was opened. Taking up [119 sq km|Hunan] in all, it has Changsha at its heart.",
    # all of several areas
    "The Anhui FTZ opened. The scope is [119 sq km|Anhui], covering [three areas|Anhui] of Hefei, Wuhu and Bengbu.",
    "The Jinan, Qingdao and Yantai areas cover [119 sq km|Shandong].",
    "The Jinan and Qingdao areas drew [300 firms|-].",
    # by another name
    "China (Shandong) Pilot Free Trade Zone (SDFTZ) opened. Trade of the SDFTZ hit [5 billion yuan|Shandong].",
    'The Hunan Pilot FTZ (hereinafter referred to as the "HNZ") opened. The HNZ drew [40 firms|Hunan].',
    'The China (Shanghai) Pilot Free Trade Zone ("FTZ") opened, with [40 firms|Shanghai] in FTZ.',
    "The Hunan FTZ (FTZ) opened like the Hubei FTZ. Some [40 firms|-] are in FTZ.",
    "The Hunan FTZ opened. The [120-square-kilometer|Hunan] zone drew [40 firms|Hunan].",
    "The Hunan FTZ opened. Xingsha is a part of the [120 sq km|Hunan] zone, covering [12 sq km|-].",
    "The Lin-gang Special Area grew. A yard in Lin-gang has [40 ships|Shanghai Lin-gang Special Area].",
    "The Lin-gang Special Area grew. A Lin-gang branch has [40 desks|-].",
    "Lin-gang has [40 ships|-].",
    "The FTZ is the first of its kind. The Hunan FTZ unites [four bonded zones|Hunan].",
    # Each number of a list has its own place, which stands behind it.
    "The Anhui FTZ grew. It drew [90 firms|Anhui]: [50|Anhui Hefei Area] went to the Hefei Area, [30|Anhui Wuhu Area] to the Wuhu Area and [10|Anhui Bengbu Area] to the Bengbu Area.",
    "The province's exports grew, with [5 billion yuan|Hunan Changsha Area] from the Changsha Area and [3 billion yuan|Hunan Yueyang Area] from the Yueyang Area.",
    "[Thirty firms|Hubei Wuhan Area] settled in the Wuhan Area, [twelve|Hubei Yichang Area] in the Yichang Area and [five|Hubei Xiangyang Area] in the Xiangyang Area.",
    "The Jinan Area has [40 banks|Shandong Jinan Area], the Qingdao Area [30|Shandong Qingdao Area] and the Yantai Area [12|Shandong Yantai Area].",
    # A clause of time that names the zone.
    "Since the China (Xinjiang) Pilot Free Trade Zone was unveiled on November 1, 2023, [6,287 enterprises|Xinjiang] have set up shop there, including [59|Xinjiang] with foreign capital. In the first five months, its foreign trade hit [83.2 billion yuan|Xinjiang].",
    "Since the Hunan FTZ was founded in 2020, it has drawn [300 firms|Hunan].",
    "Before the Hunan FTZ opened, [40 firms|Hunan] were registered there.",
    "Since the launch of the Hunan FTZ, [40 firms|Hunan] have moved in.",
    # ... and not:
    "Since the Hunan FTZ was founded, Wuhan has built [12 bridges|-].",
    "After the Hunan FTZ opened in 2020, the province built [12 roads|-].",
    # What stands in front is said of the subject.
    "The rules took effect. Covering [119.76 square kilometers|Hunan], the Hunan zone booked trade of [168 billion yuan|Hunan].",
    "With an area of [119 sq km|Anhui], the Anhui FTZ has [300 firms|Anhui].",
    "Spanning [20 sq km|Heilongjiang Heihe Area], the Heihe Area of the Heilongjiang FTZ grew fast.",
    "Home to [300 firms|Liaoning Dalian Area], the Dalian Area paid [40 million yuan|Liaoning Dalian Area] in taxes.",
    "Having drawn [214 projects|Heilongjiang Heihe Area], the Heihe Area plans a bridge.",
    # ... and not:
    "Covering [40 sq km|-], the city park lies beside the Hunan FTZ.",
    "Having sold [40 cars|-], the firm left the Hunan FTZ.",
    # Of *the zone's X Area* the area is meant, *there* too.
    "The Heilongjiang FTZ is large. A total of [6.9 million tons|Heilongjiang Suifenhe Area] of cargo passed through the rail port of the zone's Suifenhe Area. Timber, which used to make up [80 percent|Heilongjiang Suifenhe Area] of imports there, has dwindled to [34 percent|Heilongjiang Suifenhe Area].",
    "The Hunan FTZ is large. [Forty firms|Hunan Changsha Area] opened in the FTZ's Changsha Area.",
    # The whole of an area's part is the zone's.
    "The Hubei FTZ formed [300 innovations|Hubei], [120|Hubei Wuhan Area] of them in the Wuhan Area.",
    "The Shandong FTZ carries [112 tasks|Shandong], of which [98|Shandong Yantai Area] fall to the Yantai Area.",
    # A place stands for its area where that was named.
    "The Heilongjiang FTZ grew. Harbin and Heihe, the zone's other areas, send their goods here; Heihe alone shipped [$96 million|Heilongjiang Heihe Area] worth of machines.",
    # ... and not:
    "The Hunan FTZ is large. Changsha has [40 bridges|-].",
    # Bystanders.
    "It takes an hour, and on Tuesday [46 Russian managers|-] made the trip to see what the Heihe Area of the Heilongjiang FTZ has to offer.",
    "On Monday [30 Thai traders|-] toured the Qinzhou Port Area.",
    "A model tried out in the Liangjiang Area since 2020 has been taken up by [six other cities|-].",
    "A rule of the Hunan FTZ was adopted in [12 other provinces|-].",
    "Banks in the Wuhan Area opened [300 accounts|Hubei Wuhan Area]. Of the [56 measures|-] in the finance plan that Hubei issued in 2021, [17|-] have yet to be taken up.",
    "The Guangdong FTZ has contributed [45|Guangdong] of the [302 institutional innovations|-] that all of China's pilot zones have produced.",
    "The Hunan FTZ grew. China's zones together formed [302 innovations|-].",
    "About [70 percent|-] of queries from clients concern data. The Hunan FTZ has no rule.",
    "Take the Liaoning FTZ. The negative list tells the same story. It shrank from [190 items|-] in 2013 to [27|-] in 2021.",
    "The Hunan zone grew. Jiangxi wants to copy it and plans [40 parks|-].",
    "The country's [22 pilot free trade zones|-] drew a [fifth|-] of foreign investment, and the Hunan FTZ was among them.",
    # A part is where its whole is.
    # In other words, beside others, outside.
    "Established in 2019, the Guangxi FTZ spans [119.99 sq km|Guangxi] and is divided into [three areas|Guangxi].",
    "Guangxi's foreign trade grew [5 percent|-], and that of the Guangxi FTZ [12 percent|Guangxi].",
    "Foreign trade in the Guangxi FTZ grew [12 percent|Guangxi], against [5 percent|-] in the region as a whole.",
    "Imports of the Guangxi FTZ rose [12 percent|Guangxi], outpacing the region's [5 percent|-].",
    "Lu Min, whose firm has [300 workers|-], moved to the Suzhou Area of the Jiangsu FTZ last year.",
    "The Jiangsu FTZ is home to [61,000 companies|Jiangsu]. Among them is Hanbo Pharma, which employs [1,900 people|-].",
    "The Suzhou Area signed [12 deals|Jiangsu Suzhou Area] with the Nanjing Area.",
    "Officials of the Yunnan FTZ met [30 buyers|-] from Laos.",
    "The mayor told [200 guests|-] that the Dehong Area would get a new gate.",
    "A delegation of [18 members|-] from Rostov visited the Heihe Area on Monday.",
    "The Shandong FTZ, which marks its fifth birthday this week, has gathered [90,000 firms|Shandong].",
    "Trade between the Heilongjiang FTZ and Russia hit [20 billion yuan|Heilongjiang].",
    "Under a plan for the Tianjin FTZ, [126 measures|Tianjin] will be carried out by 2025.",
    "The China (Shaanxi) Pilot Free Trade Zone said on Friday that [2,300 firms|Shaanxi] had moved there in May, [800|Shaanxi] of them to Xi'an.",
    "Local customs cleared [40,000 parcels|-] on Monday. The Zhengzhou Area has no airport.",
    "Elsewhere in the province, [12 counties|-] have copied the rules of the Henan FTZ.",
    "In Luoyang, one of the areas of the Henan FTZ, [300 plants|Henan Luoyang Area] use robots.",
    "Shops in Luoyang sold [300 cars|-]. The Henan FTZ is busy.",
    "The four-year-old Hunan zone drew [60 percent|Hunan] of the province's foreign capital.",
    "More than [90 percent|Hunan] of the Hunan FTZ's firms are private.",
    "The fair was held in the Changsha Area of the Hunan FTZ. Some [6,000 people|-] came to see it.",
    "The Changsha Area grew. A mediation center had handled [367 cases|-], and the zone has formed [12 cases|Hunan Changsha Area] of reform.",
    "To draw talent from elsewhere, the Changsha Area has built [300 flats|Hunan Changsha Area].",
    "In the Hunan FTZ alone, [300 firms|Hunan] applied; in the rest of the province it was [1,200|-].",
    # Of areas in a row, of what an area's sentence goes on about, of all of a zone, and of bystanders.
    "Of the [286 companies|-] that the chamber represents, [164|Guangdong] have a plant in the China (Guangdong) Pilot Free Trade Zone: [71|Guangdong Nansha Area] in the Nansha Area, [68|Guangdong Qianhai Area] in the Qianhai Area and [25|Guangdong Hengqin Area] in the Hengqin Area.",
    "The Hubei FTZ drew [90 firms|Hubei]: [50|Hubei Wuhan Area] in the Wuhan Area, [30|Hubei Yichang Area] in the Yichang Area, [10|Hubei Xiangyang Area] in the Xiangyang Area.",
    "The Liaoning FTZ grew. In the Yingkou Area, it introduced a service that has shortened the stay from [31 hours|Liaoning Yingkou Area] to [19|Liaoning Yingkou Area] and saved [46 million yuan|Liaoning Yingkou Area].",
    "In the Heihe Area, the customs office runs a lane that has cut the wait from [31 hours|Heilongjiang Heihe Area] to [19|Heilongjiang Heihe Area].",
    "At the Dalian Area, they opened [12 shops|Liaoning Dalian Area] last year.",
    "Trade of the Liaoning FTZ rose [9 percent|Liaoning]. Growth came above all from the Dalian Area of the zone. The car terminal there shipped [327,000 vehicles|Liaoning Dalian Area].",
    "The Hunan zone's manager spoke. The zone, she said, is home to [27 percent|Hunan] of the city's firms. The Hunan FTZ is large.",
    "The Hunan FTZ is large. The zone, she said, is home to [27 percent|Hunan] of the city's firms.",
    "Goods from the Heihe Area, which spans [20 sq km|Heilongjiang Heihe Area], are sold in Russia.",
    "Visitors from the Heihe Area, where [300 firms|Heilongjiang Heihe Area] are registered, came.",
    "The Kunming Area grew. The Yunnan zone is busy. Small as it is -- [119.86 sq km|Yunnan], or [0.03 percent|Yunnan] of Yunnan's land -- the zone drew [15.4 percent|Yunnan] of the foreign investment.",
    "Enterprises registered in the China (Hubei) Pilot Free Trade Zone contributed [14.2 billion yuan|Hubei] in October. By area: Wuhan [11.6 billion yuan|Hubei Wuhan Area], Xiangyang [1.5 billion yuan|Hubei Xiangyang Area], Yichang [1.1 billion yuan|Hubei Yichang Area].",
    "The Shandong FTZ has [300 firms|Shandong], by area: Jinan [120|Shandong Jinan Area], Qingdao [100|Shandong Qingdao Area], Yantai [80|Shandong Yantai Area].",
    "[Forty-seven|Shanghai] of the [312 members|-] have an entity in the China (Shanghai) Pilot Free Trade Zone, and a further [13|Shanghai Lin-gang Special Area] in its Lin-gang Special Area.",
    "Some [300 firms|Hubei] are in the Hubei FTZ, and another [40|Hubei Wuhan Area] in its Wuhan Area.",
    "The Hengqin Area of the Guangdong pilot free trade zone took a hall of its own. [Nineteen firms|Guangdong Hengqin Area] from there went home with orders amounting to [2.3 billion yuan|Guangdong Hengqin Area]; [seven|Guangdong Hengqin Area] of the [nineteen|Guangdong Hengqin Area] had never exhibited before.",
    "Companies in the Heihe Area traded more with Russia. The total reached [13.6 billion yuan|Heilongjiang Heihe Area] ([$1.9 billion|Heilongjiang Heihe Area]), of which vehicles accounted for [62 percent|Heilongjiang Heihe Area].",
    "The Heihe Area's trade grew. The figure hit [13.6 billion yuan|Heilongjiang Heihe Area].",
    "He spoke of the Xinjiang FTZ. He said that [25|Xinjiang] of the [129 tasks|Xinjiang] in its overall plan had been completed by the end of May and that another [60|Xinjiang] would be finished this year.",
    "The Heihe Area has [20 banks|Heilongjiang Heihe Area].\n\nOf the [89 reform tasks|Heilongjiang] assigned to the zone as a whole, [87|Heilongjiang] have been put into effect.",
    "The Heihe Area of the Heilongjiang FTZ has [20 banks|Heilongjiang Heihe Area].\n\nThe zone as a whole has [300 firms|Heilongjiang]. In the whole zone, exports hit [5 billion yuan|Heilongjiang]. The entire zone covers [119 sq km|Heilongjiang].",
    "According to the bureau, the Liaoning FTZ's Shenyang Area and Yingkou Area have [450|Liaoning Shenyang Area] and [130 foreign-funded companies|Liaoning Yingkou Area] respectively.",
    "The Wuhan Area and the Yichang Area drew [40 firms|Hubei Wuhan Area] and [12 firms|Hubei Yichang Area], respectively.",
    "Trade of the Wuhan Area and the Yichang Area rose by [40 percent|Hubei Wuhan Area] and [12 percent|Hubei Yichang Area] respectively.",
    "Yingkou Port, the sea gate of the Yingkou Area of the China (Liaoning) Pilot Free Trade Zone, closed 2021 with a throughput of [229.97 million tonnes|-], [3.4%|-] less than in 2020.\n\n-- iron ore: [31.6 million tonnes|-], down [8.9%|-]\n-- vehicles: [402,000 units|-], of which exports [57,000|-]",
    "Suifenhe, a border town of some [60,000 people|-], joined the China (Heilongjiang) Pilot Free Trade Zone in August 2019 as one of its [three areas|Heilongjiang].",
    "Luzhou, a port on the Yangtze and home to the Luzhou Area of the Sichuan FTZ, shipped [40,000 cars|-].",
    "Wuhan, the seat of the Hubei FTZ, has [40 bridges|-].",
    "His group toured the Horgos Area of the Xinjiang free trade zone on Monday, saw the Urumqi Area two days later and on Thursday inked [nine letters of intent|-] worth [$86 million|-] with local buyers.",
    "The delegates visited the Heihe Area and signed [four deals|-] with Harbin firms.",
    "The Shanghai FTZ lost its lead. [Twenty-seven items|-] are left on the negative list for pilot zones; the national list has [31|-].",
    "The Yunnan FTZ is busy. The province will bring in [300 companies|-], build [three parks|-] along the border and lift the zone's trade to [90 billion yuan|Yunnan].",
    "The manager introduced the Yunnan zone to some [180 guests|-].",
    "The Yunnan zone was presented to [200 buyers|-] from Laos.",
    "For a zone in Yunnan made up of [three areas|-] it is busy. The Yunnan FTZ grew. It has been handed [106 reform tasks|Yunnan].",
    "The Fuzhou Area has [300 firms|Fujian Fuzhou Area]. Xiamen remains far ahead of its northern neighbor. Its port moved [12.55 million TEUs|-] in 2023.",
    "The Guangxi FTZ consists of [three areas|Guangxi]: [46.8 sq km|Guangxi Nanning Area] in Nanning, [58.19 sq km|Guangxi Qinzhou Port Area] in Qinzhou Port and [15 sq km|Guangxi Chongzuo Area] in Chongzuo.",
    "The Hunan FTZ has [three areas|Hunan], with [79.98 sq km|Hunan Changsha Area] in Changsha, [19.94 sq km|Hunan Yueyang Area] in Yueyang and [19.84 sq km|Hunan Chenzhou Area] in Chenzhou.",
    "The Anhui FTZ covers [119.86 sq km|Anhui]: [64.95 sq km|Anhui Hefei Area] in Hefei, [35 sq km|Anhui Wuhu Area] in Wuhu and [19.91 sq km|Anhui Bengbu Area] in Bengbu.",
    "The Shandong FTZ was set up in 2019. Since then, [300 firms|Shandong] have moved in.",
    "The Shandong FTZ was set up in 2019. Since then, Wuhan has built [12 bridges|-].",
    "The Shandong FTZ, of which the Jinan Area is a part, drew [300 firms|Shandong].",
    "A firm in the Hunan FTZ, Lanhai Steel, exported [900 cars|-].",
    "The lessor, which entered the Hunan FTZ in 2021, now has [900 workers|-].",
    "Lanhai Steel, which moved its plant to the Hunan FTZ, has [900 workers|-].",
    "The Hunan FTZ, which joined the Yunnan FTZ in a pact, has [900 firms|Hunan].",
    "The fair drew [2,180 people|-] from [860 firms|-], some [300|Hunan] of which operate in the Hunan FTZ.",
    'Lanhai Cold ("Lanhai"), an operator of yards, today announced its results, with a hub in the Hunan FTZ.\n\n- Net profit was [96 million yuan|-]',
    "Cao Ming, chief engineer, announced at the briefing that the tasks of the Hunan FTZ were done. Of the [112 tasks|Hunan], [24|Hunan] were new.",
    "The Hunan FTZ, a hub of trade, today announced its results.\n\n- Foreign trade was [96 million yuan|Hunan]",
    "The Fuzhou Area has [300 firms|Fujian Fuzhou Area]. Fuzhou has promoted [12 innovations|-]. The Xu Group completed [12 reform tasks|-].",
    "The Yunnan FTZ opened in 2019. Officials have completed [12 reform tasks|Yunnan]. So far, [12 innovations|Yunnan] have been formed.",
    "Lanhai Steel, which has its plant in the Hunan FTZ, employs [900 people|-].",
    "Wuhan's airport is [40 km|-] from the Hubei FTZ.",
]


@for_each(FIGURES)
def test_a_figure_is_of_the_zone_that_is_drawn(sentence):
    def zone(row):
        return [(row["zone"] or "-").replace("China (", "").replace(") Pilot Free Trade Zone", "")]

    expected, found = drawn(sentence, "metrics", zone)
    assert found == expected


#: Over what territory something is promoted.
SCOPES = [
    "The Hunan FTZ formed [173 innovations|formed nationwide], which were replicated across the country.",
    "The Hunan FTZ formed [173 innovations|formed nationwide] and copied them nationwide.",
    "The Hunan FTZ formed [173 innovations|formed] that can be promoted nationwide.",
    "The Hunan FTZ released [12 policies|formed], among the first in the country.",
    "The Hunan FTZ formed [173 innovations|formed], of which [60|promoted nationwide] have been promoted nationwide.",
    "Some [60 innovations|planned nationwide] will be promoted nationwide.",
    "In the Hunan FTZ, [60 practices|planned Hunan Province] and [20 cases|planned Hunan Province] will be expanded in the province.",
    "Some [60 practices|promoted nationwide] were shared with the rest of the nation.",
    "Some [60 practices|promoted nationwide] were extended to the whole country.",
    "Of the Xinjiang FTZ's cases, [16 practices|promoted Xinjiang Uygur Autonomous Region] were extended to the whole region.",
    "The zone has [30 innovations|promoted] copied across Hubei and Hunan.",
    "The Sichuan FTZ has [30 innovations|promoted] copied citywide, and [20 cases|promoted Sichuan Province] in the province.",
    "The Shanghai FTZ has [30 innovations|promoted Shanghai] copied in the whole city.",
]


@for_each(SCOPES)
def test_the_territory_over_which_something_is_promoted(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [row["status"], row["scope"]])
    assert found == expected


#: What the press calls zones and areas: a text with the names that it has, of a zone its province, of an area its place, too.
NAMED = {
    "an area by what its zone calls it": {
        "The Yantai zone of the Shandong FTZ grew.": ["Shandong Yantai Area"],
        "The Luoyang part of the Henan FTZ grew.": ["Henan Luoyang Area"],
        "The Yangling demonstration area of the Shaanxi FTZ grew.": ["Shaanxi Yangling Area"],
        "The Tianfu New Area section of the Sichuan FTZ grew.": ["Sichuan Tianfu Area"],
        "The Chuannan Lingang Area of the Sichuan FTZ grew.": ["Sichuan Chuannan Lingang Area"],
        "The Qianhai & Shekou Area of the Guangdong FTZ grew.": ["Guangdong Qianhai-Shekou Area"],
        "The science and technology innovation area of the Beijing FTZ grew.": [
            "Beijing Science and Technology Innovation Area"
        ],
        "The Beijing FTZ's international business services area grew.": [
            "Beijing",
            "Beijing International Business Services Area",
        ],
        "The Yunnan zone grew. Kunming, by far the largest area, has 30 banks.": ["Yunnan", "Yunnan Kunming Area"],
        "The Yunnan zone grew. Kunming, the largest city of Yunnan, has 30 banks.": ["Yunnan"],
        "The Hunan FTZ's technology innovation area grew.": ["Hunan"],
        "Liangjiang New Area grew with the FTZ.": [],
    },
    "a zone behind its bracket, or by who set it up": {
        "The pilot free trade zone (FTZ) in Hunan grew.": ["Hunan"],
        "It is a pilot free trade zone (FTZ) that south China's Guangxi set up in 2019.": ["Guangxi"],
        "A pilot FTZ which Hunan opened in 2020 grew.": ["Hunan"],
        "A pilot FTZ that Guizhou set up grew.": [],
        "In Zhejiang, the FTZ has drawn oil firms.": ["Zhejiang"],
        "The mainland's first free trade zone, in Shanghai, grew.": ["Shanghai"],
        "China set up its 22nd pilot FTZ in Xinjiang in 2023.": ["Xinjiang"],
        "Guangxi Zhuang Autonomous Region's pilot free trade zone grew.": ["Guangxi"],
    },
    "several zones in one": {
        "The 11 FTZs are in Henan, Hubei and Shaanxi.": ["Henan", "Hubei", "Shaanxi"],
        "China has 22 FTZs, including ones in Xinjiang and Hunan.": ["Xinjiang", "Hunan"],
        "FTZs in Shanghai, Tianjin and the Hainan Free Trade Port will try it.": ["Shanghai", "Tianjin"],
        "The second batch of FTZs (Tianjin and Fujian) opened in 2015.": ["Tianjin", "Fujian"],
        "The second batch of free trade zones - Tianjin and Fujian - opened.": ["Tianjin", "Fujian"],
        "Tianjin and Fujian's FTZs grew.": ["Tianjin", "Fujian"],
        "FTZs grew, while zones in Hubei, Hunan and Anhui fell back.": ["Hubei", "Hunan", "Anhui"],
        "FTZs grew. The Sichuan and Shaanxi zones met. Zones in Hubei and Hunan did not.": [
            "Sichuan",
            "Shaanxi",
            "Hubei",
            "Hunan",
        ],
        "FTZs grew. Development zones in Hubei and Hunan, and the Sichuan and Shaanxi development zones, did not.": [],
        "Both the Shandong and the Jiangsu pilot free trade zones grew.": ["Shandong", "Jiangsu"],
        "FTZs in Shanghai, Beijing and other places grew.": ["Shanghai", "Beijing"],
        "Henan and Hubei will each get a free trade zone.": ["Henan", "Hubei"],
        "China expanded its pilot FTZs to Tianjin and Fujian.": ["Tianjin", "Fujian"],
        "The FTZ's exports to Tianjin and Fujian rose.": [],
        "Trade from the free trade zones to Tianjin and Fujian rose.": [],
    },
    "several areas in one": {
        "The Xinjiang FTZ: The sections lie in Urumqi, the capital, and in Kashgar and Horgos.": [
            "Xinjiang",
            "Xinjiang Urumqi Area",
            "Xinjiang Kashgar Area",
            "Xinjiang Horgos Area",
        ],
        "The Changsha area takes up 80 sq km, Yueyang 20 sq km and Chenzhou 20 sq km.": [
            "Hunan Changsha Area",
            "Hunan Yueyang Area",
            "Hunan Chenzhou Area",
        ],
        # Their zone is named only where it stands by itself.
        "The Urumqi and Kashgar areas of the Xinjiang FTZ grew.": ["Xinjiang Urumqi Area", "Xinjiang Kashgar Area"],
        "The Urumqi and Kashgar areas of the Xinjiang FTZ grew. The zone is large.": [
            "Xinjiang Urumqi Area",
            "Xinjiang Kashgar Area",
            "Xinjiang",
        ],
        "The core area covers 12 sq km, Xi'an 30 sq km. The Shaanxi FTZ grew.": ["Shaanxi"],
    },
}


@for_each((text, names) for kind in NAMED.values() for text, names in kind.items())
def test_zones_and_areas_as_the_press_names_them(text, names):
    assert [_short(row["name"]) for row in ftz.parse(text).rows("zones")] == names


#: A text with the zone of each number, or `-`.
OF_A_ZONE = {
    "what is one of a zone's own": [
        "The Hunan FTZ grew. [Five|Hunan] of its innovations were promoted nationwide.",
        "The Hunan FTZ grew. So far, [12|Hunan] of its [30 innovations|Hunan] have been promoted nationwide.",
        "The Hunan FTZ grew. Another [six|Hunan] of the zone's practices were copied.",
        "[Five|Hunan] more of the zone's innovations were copied after the Hunan FTZ grew.",
        "The Hunan FTZ grew. Sany sold [five|-] of its plants.",
    ],
    "how many zones there are": [
        "The Hunan FTZ was set up with [two others|-], bringing the number of FTZs to [21|-].",
        "With the launch of the Xinjiang FTZ, the number of pilot FTZs rose to [22|-].",
        "The Hunan FTZ added [20 firms|Hunan], bringing the number of firms to [300|Hunan].",
    ],
    "what a zone only dates or explains": [
        "Changsha airport opened [30 routes|-] after the Hunan FTZ was set up.",
        "Ten years after the Shanghai FTZ was founded, the city has [300 firms|-].",
        "Trade with Asia rose [5 percent|-], with the Hunan FTZ as a driver.",
        "More than [300 firms|Hunan] have settled since the Hunan FTZ was set up.",
        "A total of [172 innovations|Hunan] have been formed since the Hunan FTZ was set up.",
    ],
    "what it is that opens a sentence": [
        "The Hunan FTZ grew. Launched on Sept. 28, 2020 with an area of [120 sq km|Hunan], it has drawn [300 firms|Hunan].",
        "The Hunan FTZ, which includes the Changsha Area, has seen its trade rise [5 percent|Hunan].",
        "In the past decade, Pudong New Area, where the Shanghai FTZ is located, has seen its GDP reach [2 billion yuan|-].",
        "The Hunan FTZ grew. Sany, which has a plant, said its sales rose [5 percent|-].",
        "Sany moved to the Hunan FTZ in 2020. It has [300 workers|-], and its sales hit [3 billion yuan|-].",
        "Hunan founded the Hunan FTZ in 2020. It has drawn [300 firms|Hunan].",
        "Wang said the Hunan FTZ would grow. It has drawn [300 firms|Hunan].",
    ],
    "what another one has": [
        "The marathon through the Hunan FTZ drew [3,000 runners|-].",
        "The fair will be held in the Hunan FTZ and draw [300 firms|-].",
        "The region will put [72 billion yuan|-] into a canal that will link the Hunan FTZ with the sea.",
        "The Changsha area led with [5 percent|Hunan Changsha Area], followed by Yueyang with [4 percent|-].",
        "The firm in the Hunan FTZ sells to [300 cities|-] across the country.",
        "The Henan FTZ grew. Zhengzhou's comprehensive bonded zone opened. The zone has [300 firms|-].",
        "The Henan FTZ grew. Zhengzhou's bonded zone opened. The Henan zone grew. The zone has [300 firms|Henan].",
        "Yueyang, where the Hunan FTZ has an area, exported [300 cars|-].",
        "Sany, whose plant lies in the Hunan FTZ, exported [300 cars|-].",
        "The Hunan FTZ grew [5 percent|Hunan]; the national average was [3 percent|-].",
        "The Hunan FTZ grew [5 percent|Hunan], while Hubei's rose [3 percent|-].",
        "It will upgrade the Hunan FTZ and build Yueyang Port into a hub with [15 routes|-].",
        "The Hunan FTZ sits in a province that has [20 ports|-].",
        "Some rules were tried in the Hunan FTZ, [1,700 kilometers|-] to the north.",
        "Headed by Li Wei, deputy head of the Hunan FTZ's office, the visitors saw [61 trucks|-].",
        "Buyers took [62 contracts|-], twice as many as the Hunan zone, which had [33|Hunan].",
    ],
    "what goes on about the zone of the sentence before": [
        "The Hunan FTZ sold tea in spring. In April alone, sales came to [300 tons|Hunan].",
        "The Hunan FTZ grew. In April alone, Wuhan sold [300 tons|-].",
        "The Hunan FTZ opened. In all, [300 firms|Hunan] moved in.",
        "The Hunan FTZ opened. In all, [300 firms|-] moved.",
        "The Hunan FTZ opened. Over [90,000 companies|Hunan] had joined it.",
        "The Dehong Area grew. Some [2,400 drivers|Yunnan Dehong Area] registered there are from Myanmar.",
    ],
    "the zone of its own words": [
        "They met officials of the Heihe Area, which has [46 firms|Heilongjiang Heihe Area], to talk.",
        "The Harbin Area grew. Shi Wei, head of the Ningbo Area's reform office, said [91|Zhejiang Ningbo Area] of the area's innovations had been copied.",
        "The Dalian Area grew, with areas in Dalian and Yingkou. In the Dalian Area, it was [21 billion yuan|Liaoning Dalian Area] and in Yingkou, [6 billion yuan|Liaoning Yingkou Area].",
        "Pacts tie the Harbin Area to the Qingdao Area, with which it has exchanged [37 officials|Heilongjiang Harbin Area].",
        "The Changsha Area grew. Exports of used cars from the area hit [2 billion yuan|Hunan Changsha Area].",
        "Voltklar opened in the Heihe Area. Paid-in capital rose to [2 billion yuan|Heilongjiang Heihe Area], the area's administration says.",
        "The Pingtan Area is small. Since its launch, the [43-square-kilometer|Fujian Pingtan Area] area has grown.",
    ],
}


@for_each(sentence for kind in OF_A_ZONE.values() for sentence in kind)
def test_a_figure_is_of_the_zone_that_its_sentence_speaks_of(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [_short(row["zone"])])
    assert found == expected


def _short(name):
    return (name or "-").replace("China (", "").replace(") Pilot Free Trade Zone", "")
