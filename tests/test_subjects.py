"""What an article is about: its zones by other names, its lists of industries, its events."""

from cases import for_each
from drawn import drawn

import ftzlib as ftz

ZONE = "China ({}) Pilot Free Trade Zone"


def short(name):
    """Return a canonical name without what all of them share: *Hebei Zhengding Area*."""
    return name and name.replace("China (", "").replace(") Pilot Free Trade Zone", "")


ZONES = {  # a text, and the zones that it names
    "The Xiyong sector of the Chongqing FTZ has grown.": ["Chongqing Xiyong Area"],
    "The Zhengding block of the China (Hebei) Pilot Free Trade Zone has grown.": ["Hebei Zhengding Area"],
    "The Hunan FTZ's Yueyang sector has grown.": ["Hunan", "Hunan Yueyang Area"],
    "The Kunming and Honghe sectors grew. The sector lost.": ["Yunnan Kunming Area", "Yunnan Honghe Area"],
    "It has three sectors: Dalian (60 sq km), Shenyang (30) and Yingkou (30).": [
        f"Liaoning {place} Area" for place in ("Dalian", "Shenyang", "Yingkou")
    ],
    "The steel sector of the Shanghai FTZ grew.": ["Shanghai"],
    "Firms in the Liaoning Free Trade Experimental Zone grew.": ["Liaoning"],
    "Firms in the experimental free-trade zone in Yunnan grew.": ["Yunnan"],
    "The Fujian free trade trial zone grew.": ["Fujian"],
    "The Zhejiang demonstration zone for common wealth grew.": [],
    "The Zhejiang experimental zone for green finance grew.": [],
    "China's largest free trade zone Hainan grew.": ["Hainan"],
    "The country's newest pilot free trade zone, Xinjiang, grew.": ["Xinjiang"],
    "The northernmost FTZ Heilongjiang handled trains.": ["Heilongjiang"],
    "In the pilot free trade zones Hainan officials saw ships.": [],
    "The Hubei FTZ, Hunan officials said, grew.": ["Hubei"],
    "The Lingang new area of the Shanghai FTZ grew.": ["Shanghai Lin-gang Special Area"],
    "The Lin-gang New Area grew.": ["Shanghai Lin-gang Special Area"],
    "The Liangjiang New Area of the Chongqing FTZ grew.": ["Chongqing Liangjiang Area"],
    "The Pudong New Area of the Shanghai FTZ grew.": ["Shanghai"],
    "The Liangjiang New Area and the Binhai New Area grew.": [],
    "In 2017, seven pilot free trade zones including Liaoning, Henan and Sichuan opened.": [
        "Liaoning",
        "Henan",
        "Sichuan",
    ],
    "Several free trade zones, such as Hubei and Shaanxi, opened.": ["Hubei", "Shaanxi"],
    "Five pilot FTZs were launched in Shandong, Jiangsu and Yunnan.": ["Shandong", "Jiangsu", "Yunnan"],
    "Pilot free trade zones: Hubei, Hunan and Anhui.": ["Hubei", "Hunan", "Anhui"],
    "It is one of three areas in the Liaoning FTZ, beside those in Dalian and Yingkou.": [
        "Liaoning",
        "Liaoning Dalian Area",
        "Liaoning Yingkou Area",
    ],
    "Its ports, beside those in Dalian and Yingkou, grew.": [],
    "The Nansha Area in the Guangdong FTZ grew.": ["Guangdong Nansha Area"],
    "The Shenyang Area of the Liaoning zone grew.": ["Liaoning Shenyang Area"],
    "The Beijing FTZ has an International Business Services Area.": [
        "Beijing",
        "Beijing International Business Services Area",
    ],
    "The Greater Bay Business Services Area grew.": [],
    "The Pingtan (43 sq km) section grew.": ["Fujian Pingtan Area"],
    "The China (Yunnan) Free Trade Experimental Area grew.": ["Yunnan"],
    "The youngest free trade zone, in Xinjiang, grew.": ["Xinjiang"],
    "Zones such as Shanghai and Tianjin moved first.": ["Shanghai", "Tianjin"],
    "Provinces including Liaoning, Henan and Sichuan grew.": [],
}


@for_each(ZONES)
def test_zones_by_other_names(text):
    assert [short(row["name"]) for row in ftz.parse(text).rows("zones")] == ZONES[text]


FIGURES = [  # whose figure it is: of no zone where it is that of all, or where the zone was an example
    "The Shanghai FTZ pioneered nearly [half|Shanghai] of the [288 national innovations|].",
    "Tianjin's pilot free trade zone made [42|Tianjin] of the country's [302 reform practices|].",
    "The Shandong FTZ made [42|Shandong] of the [302 innovations|] from the country's pilot zones.",
    "The Shandong FTZ made [42|Shandong] of the zones' [302 innovations|].",
    "The Shandong FTZ has carried out [96|Shandong] of its [106 tasks|Shandong].",
    "The Shandong FTZ has carried out [96|Shandong] of the [106 tasks|Shandong] in its national plan.",
    "In zones such as the Shanghai FTZ, new rules were tested. We have launched [60 measures|].",
    "Places like the Tianjin FTZ and the Hunan FTZ led. The ministry has introduced [60 measures|].",
    "Pilot zones including the Hainan FTZ moved first. Then we issued [60 measures|].",
    "Places such as the Hunan FTZ, which has launched [60 measures|Hunan], led.",
    "The Shanghai FTZ opened long ago. It has launched [60 measures|Shanghai].",
    "Unlike the Shanghai FTZ, the Tianjin FTZ has launched [60 measures|Tianjin].",
    "The Shanghai FTZ made [42|Shanghai] of all [349 innovations|] copied across China.",
    "Like the Shanghai FTZ, the Tianjin FTZ has launched [60 measures|Tianjin].",
]


@for_each(FIGURES)
def test_whose_figure_it_is(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: (short(row["zone"]),))
    assert found == expected


def items(names, kind="industry"):
    """Draw a row of items: ``"chips, steel"`` -> ``"[chips|industry], [steel|industry]"``."""
    return ", ".join(f"[{name}|{kind}]" for name in names.split(", "))


LISTS = [
    f"It covers industries like [integrated circuits|industry] (ICs), {items('biomedicine, travel')} and [AI|industry].",
    f"The zone focuses on the {items('internet of things')} (IoT), {items('cloud computing')} and [electric cars|industry] (EVs).",
    f"Five sectors -- [finance|industry] (including leasing), {items('trade, tourism')} and [design|industry] -- are open.",
    "They cover leading industries like [chips|industry], [machinery|industry] and [medicine|industry], and service industries such as [trade|industry] and [shipping|industry].",
    "It hosts emerging industries including [drones|industry] and [robots|industry], as well as old industries such as [steel|industry] and [cement|industry].",
    f"It chose founders in the fields of {items('modern finance, digital economy')}, and [shipping|industry], naming them as envoys.",
    f"The zone focuses on {items('chips, robots')}, and [drones|industry], making it a magnet for startups.",
    f"They work in multiple sectors, such as {items('finance, night tourism')}, and the [care and restoration of old streets|industry].",
    "The zone focuses on [biomedicine|industry], the [digital economy|industry] and the [low-altitude economy|industry].",
    "The zone focuses on [biomedicine|industry], [logistics|industry] and the [processing of farm produce|industry].",
    "The zone focuses on [biomedicine|industry] and [logistics|industry], and the area thrived.",
    "The zone focuses on [biomedicine|industry] and [logistics|industry], and the number of firms surged.",
    f"About seven industrial clusters will be cultivated around {items('new materials, farm machinery, modern medicine')} and other sectors.",
    f"It is building four clusters around {items('steel, glass')} and [toys|industry].",
    f"Three bases have taken shape around {items('aviation, optics', 'center')} and [batteries|center].",
    f"They will deepen cooperation in {items('ocean research, international trade, finance')} and [tourism|industry] sectors.",
    "Output of the two leading industries ([vehicles|industry] & [chips|industry]) totaled 198 billion yuan.",
    f"The list of favoured trades is short: {items('bulk chemicals, logistics')} and [ship services|industry].",
    f"The area supports {items('wood processing, grain storage')} and [e-commerce|industry] as its leading industries.",
    f"With {items('aviation, optics')} and [leasing|industry] as its pillar industries, the area grew.",
    f"The plan lists {items('biomedicine, equipment')} and [marine engineering|industry] as key industries.",
    f"Priority industries of the Caofeidian Area include {items('trade, port logistics')} and [energy storage|industry].",
    "The Urumqi Area focuses on [textiles|industry] and [big data|industry], and the Horgos Area on [logistics|industry].",
    "Its Wuhan Area focuses on [optics|industry] and [trade|industry]; the Xiangyang Area, on [electric vehicles|industry].",
    "The Urumqi Area focuses on [textiles|industry] and [trade|industry], while the Kashgar Area focuses on [tourism|industry].",
    "The zone focuses on the [biomedicine|industry], [new energy|industry] and [logistics|industry] industries.",
    "It builds a system led by [biomedicine|industry], [smart manufacturing|industry] and [modern services|industry].",
    "Nine centers were opened for [bulk trading|center], [ship registration|center] and [vehicle import|center].",
    "It has two key industries - [modern marine|industry] industry and [shipping|industry].",
    "The zone targets three industries: [IT|industry], [AI|industry] and [design|industry].",
]
NO_LIST = [
    "Policies were rolled out to develop tourism and solicit investments.",
    "It will develop logistics and lure investors.",
    "The zone will develop finance, attract banks and open a port.",
    "The area registered 200 billion yuan in industrial output and service industry revenue.",
    "Firms made 5 billion yuan in farm produce and tourism sector sales.",
    "The zone has introduced 89 measures to boost trade and investment.",
    "New rules were issued to promote trade and consumption.",
    "The zone will boost trade, investment and finance.",
    "The zone focuses on institutional innovation, investment facilitation and trade liberalization.",
    "The area focuses on biomedicine. Later, the Yantai Area focuses on tourism.",
]


@for_each(LISTS + NO_LIST)
def test_lists_of_industries(sentence):
    expected, found = drawn(sentence, "sectors", lambda row: (row["kind"],))
    assert found == expected


EVENTS = [  # published on Friday, 2020-11-06
    "Consuls [conducted a four-day tour of the Hainan FTZ|visit 2020-05-03 Hainan FTZ] on May 3.",
    "Envoys [wound up a tour of the Dalian Area|visit Dalian Area] on Thursday.",
    "He spoke during [a visit to the Hainan FTZ|visit 2020-11-05 Hainan FTZ] on Thursday.",
    "The group [toured the Dalian Area's port|visit 2020-11-05 Dalian Area's port] on Thursday.",
    "Li Ming, vice governor of Fujian, [briefed the delegation|briefing 2020-05-03] on the zone on May 3.",
    "The envoys [were briefed on|briefing 2020-11-03] the zone on Tuesday.",
    "They spent Tuesday in Nanning, where Huang Wei [briefed them|briefing 2020-11-03 Nanning] on finance.",
    "A delegation [gave a presentation|briefing 2020-11-05 Shanghai] on the zone in Shanghai on Thursday.",
    "The mayor [met with the consuls|meeting 2020-05-03 Fuzhou] in Fuzhou on May 3.",
    "The mayor [met with a group|meeting 2020-11-05 Fuzhou] of buyers in Fuzhou on Thursday.",
    "The mayor [met with Peter Smith|meeting 2020-11-05 Fuzhou] in Fuzhou on Thursday.",
    "Officials [held talks|meeting 2020-11-05 Jinan] with firms in Jinan on Thursday.",
    "The mayor spoke at the [Boao Forum|meeting 2020-11-05 Boao] in Boao on Thursday.",
    "The [third session of|meeting 2020-11-05] the Nansha District People's Congress got under way on Thursday.",
    "A [forum|meeting 2020-11-05 Bay Convention Centre] was held at the Bay Convention Centre on Thursday.",
    "A [forum|meeting 2020-11-05 St. James] was held in St. James on Thursday.",
    "The area took its pitch to Shenzhen on Thursday, with a [conference|meeting 2020-11-05 Shenzhen] held there.",
    "The [7th China International Import Expo|expo] ended on Sunday. Held from November 5 to 10, it drew crowds.",
    "The [third Hebei Trade Fair|expo Langfang] came to a close in Langfang on Thursday.",
    "It is looking for partners in Shanghai at the [fifth Import Expo|expo 2020-11-05 Shanghai], which opened in the city on Thursday.",
    "It brought 46 firms to the [sixth Import Expo|expo], ten more than last year.",
    "A fruit [fair|expo Pingxiang] is being held in Pingxiang.",
    "The [24th Trade Fair|expo 2020-11-05 Xiamen] opened in Xiamen on Thursday. The [2020 China-ASEAN Expo|expo 2020-11-02 Nanning] opened in Nanning on Monday.",
    "On Tuesday, a group [paid a visit to Jinan|visit 2020-11-03 Jinan]. They [held a symposium|meeting 2020-11-03] and [signed 4 deals|signing 2020-11-03].",
    "The [Harbin fair|expo 2020-11-05 Harbin] opened Thursday in Harbin.",
    "Firms [struck 26 deals|signing 2020-11-05] on Thursday.",
    "[Two memorandums were signed|signing 2020-11-05] on Thursday, covering a warehouse in Duisburg.",
    "[A deal was signed|signing 2020-11-05 Shanghai] in Shanghai on Thursday, while trade in Jinan grew.",
    "[A platform was launched|launch 2020-11-05 Xiamen Area] in the Xiamen Area on Thursday.",
    "Last month [a training center was launched|launch 2020-10].",
    "The zone [launched a new shipping service|launch 2020-11-05] for exporters on Thursday.",
    "[A new line was launched|launch 2020-03] in March.",
]
NO_EVENT = [
    "The firm offers a tour of the old town.",
    "The forum's website opened on Thursday.",
    "The exhibition match ended on Sunday, and a fair price was held.",
    "The Hague Convention opened the way on Thursday.",
    "It invited them to pay a visit to Hainan.",
    "The plan met with difficulties in May, and with a warm response on Monday.",
    "The report was read to members of the Chinese People's Political Consultative Conference.",
    "He told the secretary of the Boao Forum on Thursday.",
    "She spoke at the opening on Monday at the Bay Convention Centre in St. James.",
    "Reporters entered the workshop of Guolin Wood on Tuesday.",
    "In April 2017, seven pilot free trade zones including Liaoning, Henan and Sichuan were put into operation.",
    "The area was unveiled on August 30, 2018, and has grown.",
    "The port was put into use in 2015.",
    "The agreement was signed in 2018.",
]


@for_each(EVENTS + NO_EVENT)
def test_events_by_noun_and_verb(sentence):
    expected, found = drawn(sentence, "events", lambda row: (row["kind"], row["date"], row["place"]))
    assert found == expected


def test_the_label_of_a_paragraph_is_where_its_event_is():
    facts = ftz.parse(
        "ZONES IN BRIEF\n\nShanghai: Three zones shared a stand at the sixth Import Expo, which ended on Friday."
    )
    assert [row["place"] for row in facts.rows("events")] == ["Shanghai"]
