"""Listed priorities, and the events that an article reports."""

import pytest
from drawn import drawn

LISTS = [
    "The area chose five industries: [steel|industry], [modern finance|industry], [culture and tourism|industry], [robotics|industry], and [trade|industry].",
    "The area is home to [steel|industry] and [textiles|industry].",
    "The area develops [logistics|industry], [finance|industry] and [dreams|industry].",
    "The Jinan Area focuses on [chips|industry], [software|industry] and, of late, AI.",
    "The Jinan Area focuses on [chips|industry], and [software|industry], the Yantai Area on [fish|industry] and [ships|industry].",
    "The Jinan Area focuses on [chips|industry] and [software|industry]. Growth was strong. The Yantai Area on fish and ships.",
    "It will set up a center for [aviation|center], [finance|center] and [trade|center].",
    "It will set up centers for [dreams|center] and [hopes|center].",
    "The Jinan Area favors [chips|industry], [software|industry] and [cloud services|industry].",
    "The Jinan Area will focus on [chips|industry], [software|industry] and [cloud services|industry].",
    "The zone is engaged in [logistics|industry], [finance|industry] and [trade|industry].",
    "The focus is on [logistics|industry], [finance|industry] and [trade|industry].",
    "The zone is strong in [logistics|industry], [finance|industry] and [trade|industry].",
    "Its emphasis will be on [logistics|industry], [finance|industry] and [trade|industry].",
    "Priority will be given to [logistics|industry], [finance|industry] and [trade|industry].",
    "It offers platforms integrating [storage|function] and [training|function] functions.",
    "Four industries, including [logistics|industry], [finance|industry] and [trade|industry], grew.",
    "The pillar industries are [logistics|industry], [finance|industry] and [trade|industry].",
    "It seeks cooperation in the [logistics|industry], [finance|industry] and [trade|industry] industries.",
    "Functions: [storage|function], [training|function] and [exhibition|function]",
    "Centers: [trade|center], [finance|center] and [shipping|center]",
    "It named three clusters: [chips|industry], [software|industry] and [cars|industry].",
    "The Jinan Area focuses on [high-end equipment manufacturing|industry], [next-generation information technology|industry], and [new energy and materials|industry].",
    "The Jinan Area gives special priority to [chips|industry] and [software|industry].",
    "The area targets [chips|industry], [software|industry] and [cars|industry].",
    "The zone will vigorously develop [logistics|industry], [finance|industry] and [trade|industry].",
    "The Yantai Area focuses on [biomedicine|industry], [new materials|industry] and [trade|industry].",
    "The Jinan Area focuses on [chips|industry] and [software|industry], and the Yantai Area on [fish|industry] and [ships|industry].",
    "It will set up three centers for [aviation|center], [finance|center] and [trade|center].",
    "Qingdao seeks cooperation in [shipping and logistics|industry], [modern finance|industry], and [trade|industry] sectors.",
    "It built a platform combining [exhibition|function], [storage|function] and [training|function] functions.",
    "Industries: [petrochemicals|industry]; [logistics|industry]",
    "It has formed three clusters in [electronics|industry], [food processing|industry] and [textiles|industry].",
    "It highlights three sectors, namely [semiconductors|industry], [aviation|industry] and [finance|industry].",
    "The Zhengzhou Area concentrates on [cars|industry] and [chips|industry]; Kaifeng on [medical tourism|industry] and [creative design|industry].",
    "The area is home to [shipping logistics|industry], [international trade|industry] and [financial services|industry].",
    "It will build a park with a focus on developing [biomedicine|industry] and [new materials|industry].",
    "The Jinan Area focuses on building [chips|industry] and [software|industry].",
    "The Jinan Area focuses on promoting [chips|industry] and [software|industry].",
    "The Jinan Area focuses on [AI|industry], [FinTech|industry] and [E-commerce|industry].",
    "Nine centers, including a [bulk commodity trading|center] center and a [shipping service|center] center, will open.",
    "The zone gives priority to [textiles|industry] and [fruit processing|industry].",
]
NO_LIST = [
    "It boosts the incubation of various industries.",
    "It will set up a center for dreams and hopes.",
    "The Jinan Area focuses on chips, software, Jinan and Qingdao.",
    "Exports of cars, steel and ships rose.",
    "It has areas in Jinan, Qingdao and Yantai.",
    "The services sector grew.",
    "It has formed three clusters in Hefei, Wuhu and Bengbu.",
    "The zone is home to Ms Li and her firm.",
    "The area targets 5 billion yuan and 300 firms.",
]


@pytest.mark.parametrize("sentence", LISTS + NO_LIST)
def test_lists_item_by_item(sentence):
    expected, found = drawn(sentence, "sectors", lambda row: (row["kind"],))
    assert found == expected


EVENTS = [
    "A delegation [presented a briefing|briefing 2020-11-05 Shanghai] in Shanghai on Thursday.",
    "Delegates [visited Qingdao’s port|visit 2020-11-05 Qingdao’s port] on Thursday.",
    "The group [visited a port|visit 2020-11-05 port] on Thursday.",
    "The group [visited its new factory|visit 2020-11-05 new factory] on Thursday.",
    "The group [visited an aluminium factory|visit 2020-11-05 aluminium factory] on Thursday.",
    "The group [visited Jinan and Qingdao|visit 2020-11-05 Jinan and Qingdao] on Thursday.",
    "The group [visited the port of Qingdao|visit 2020-11-05 port of Qingdao] on Thursday.",
    "Delegates [visited Qingdao's port|visit 2020-11-05 Qingdao's port] in Shandong on Thursday.",
    "On Thursday, the mayor [paid a visit to Suzhou|visit 2020-11-05 Suzhou].",
    "The firms [signed nine agreements|signing 2020-11-05] with banks in Japan on Thursday.",
    "The firms [signed the deal|signing 2020-11-05 Qingdao Port] at Qingdao Port on Thursday.",
    "The two ports [signed a memorandum|signing 2020-05 Dalian] in Dalian in May.",
    "[The platform was officially launched|launch 2020-11-05 Dalian] on Thursday in Dalian.",
    "[The trial was launched|launch 2020-05 Dalian] in May in Dalian.",
    "The zone [launched a data platform|launch 2020-11-05] on Thursday.",
    "[The new terminal was put into use|launch 2020-11-05] on Thursday.",
    "The [FTZ Development Forum|meeting 2020-11-05 Haikou] was held in Haikou on Thursday.",
    "A [press conference|briefing 2020-11-05 Beijing] was held in Beijing on Thursday. The press conference drew crowds.",
    "A [press conference|briefing 2020-11-02 Beijing] was held in Beijing on Monday. Another [press conference|briefing 2020-11-05 Beijing] was held in Beijing on Thursday.",
    "The [2019 China-ASEAN Expo|expo 2020-09-20 Nanning] opened in Nanning on Sept. 20. The expo closed on Sept. 24.",
    "Firms [signed nine agreements|signing 2020-11-02] on Monday. They [signed five agreements|signing 2020-11-05] on Thursday.",
    "The firms [signed nine agreements|signing 2020-11-05] on Thursday and signed five contracts.",
    "The [opening ceremony|ceremony 2020-11-02] was held on Monday. [A ceremony|ceremony 2020-11-05 Xiamen] was held in Xiamen on Thursday.",
    "Thursday saw a [signing ceremony|signing 2020-11-05 Wuhan] in Wuhan.",
    "The ministry will [hold a forum|meeting 2020-11-12 Beijing] in Beijing on Nov. 12.",
    "At a [meeting with foreign firms|meeting 2020-11-05] on Thursday, the mayor spoke.",
    "At a [meeting|meeting 2020-11-05] on trade on Thursday, the mayor spoke.",
    "The group [visited the Shanghai FTZ|visit 2020-11-05 Shanghai FTZ] on Thursday.",
    "Trade grew, he told a [press conference|briefing 2020-11-05 Beijing] in Beijing on Thursday.",
    "The firms [signed nine agreements|signing 2020-11-05] on Thursday.",
    "[A platform for data was launched|launch 2020-11-05 Tianjin] in Tianjin on Thursday.",
    "Leaders spoke at the [opening ceremony of the expo|ceremony 2020-11-05] on Thursday.",
    "They [held an investment promotion meeting|meeting 2020-11-05 Shanghai] in Shanghai on Thursday.",
    "A [forum|meeting 2020-11-05 Hangzhou] on free trade was held in Hangzhou on Thursday.",
    "At a [signing ceremony|signing 2020-11-05] on Thursday, firms inked 17 deals.",
    "The [third China International Import Expo|expo 2020-11-05 Shanghai] opened in Shanghai on Thursday.",
    "A second [meeting|meeting 2020-11-10 Nansha] between the department and the city's firms is to be held in Nansha next Tuesday.",
    "Officials met in Shenyang for a [forum|meeting 2020-11-05 Shenyang] on equipment exports on Thursday.",
    "The ministry plans to [hold an exhibition|expo 2020-12-08 Xiamen] in Xiamen on Dec. 8.",
    "[A leasing platform went online|launch 2020-11-05 Tianjin] in Tianjin on Thursday.",
    "He told a [press conference|briefing 2020-11-05 Beijing] in Beijing on Thursday. The press briefing on Thursday was short.",
    "The ministry said so on Thursday. Li Wei told a [press conference|briefing 2020-11-05 Beijing] in Beijing.",
]
NO_EVENT = [
    "A forum on free trade helps.",
    "Trade grew because they were launched on Monday.",
    "Trials that were launched on Monday help.",
    "The bureau holds a meeting each week.",
    "The delegation visited on Thursday.",
    "They hold an exhibition each year.",
    "By May, 148 projects had been signed.",
    "The area, set up in 2019, grew.",
    "The firms have signed nine agreements.",
    "The area has signed nine agreements.",
    "The firms had signed nine agreements.",
    "Trade has grown since trials were launched on Monday.",
    "Trade grew when trials were launched on Monday.",
    "Trade grew after trials were launched on Monday.",
    "Trials, which were launched on Monday, help.",
    "The zone has grown since it was launched in 2015.",
    "Trade grew on Thursday.",
]


@pytest.mark.parametrize("sentence", EVENTS + NO_EVENT)
def test_events_with_day_and_place(sentence):
    expected, found = drawn(sentence, "events", lambda row: (row["kind"], row["date"], row["place"]))
    assert found == expected
