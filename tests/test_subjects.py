"""What an article is about: its zones by other names, its lists of industries, its events."""

import pytest
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
    "Provinces including Liaoning, Henan and Sichuan grew.": [],
}


@pytest.mark.parametrize("text", ZONES)
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
    "Like the Shanghai FTZ, the Tianjin FTZ has launched [60 measures|Tianjin].",
]


@pytest.mark.parametrize("sentence", FIGURES)
def test_whose_figure_it_is(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: (short(row["zone"]),))
    assert found == expected
