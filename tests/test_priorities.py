"""Listed priorities, and the events that an article reports."""

import pytest
from drawn import drawn

LISTS = [
    "The area chose five industries: [steel|industry], [modern finance|industry], [culture and tourism|industry], [robotics|industry], and [trade|industry].",
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
