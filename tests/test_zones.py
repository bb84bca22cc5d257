"""Pilot free trade zones and their areas, under one canonical name each."""

import pytest

import ftzlib as ftz

ZONE = "China ({}) Pilot Free Trade Zone"


@pytest.mark.parametrize(
    ("text", "names"),
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
        ("The Kashgar Comprehensive Bonded Zone grew.", []),
        ("The Hainan Free Trade Port grew.", []),
        ("The Shandong FTZ Bonded Area grew.", ["Shandong"]),
        ("JINAN AREA OF SHANDONG FTZ GROWS", ["Shandong Jinan Area"]),
        ("The Shaanxi FTZ Xi'an Area and the Xi’an Area grew.", ["Shaanxi Xi'an Area"]),
        ("The Chongming Area of the Shanghai FTZ grew.", ["Shanghai Chongming Area"]),
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
    ],
)
def test_zones_by_their_names(text, names):
    def full(name):
        province, _, area = name.partition(" ")
        return f"{ZONE.format(province)} {area}".strip()

    assert [row["name"] for row in ftz.parse(text).rows("zones")] == [full(name) for name in names]
