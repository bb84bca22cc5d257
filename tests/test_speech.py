"""Who is named, who speaks, and who promises."""

import pytest
from cases import for_each
from drawn import drawn

import ftzlib as ftz

PEOPLE = [
    "[Xue Qingguo|vice mayor of Qingdao], vice mayor of Qingdao, spoke.",
    "[Li Wei|mayor of Jinan], mayor of Jinan at a press conference, spoke.",
    "[Li Wei|deputy to the 13th National People's Congress], a deputy to the 13th National People's Congress, spoke.",
    "Then [Li Wei|Mayor of Jinan], Mayor of Jinan attended the conference.",
    "A letter from [Li Wei|] came.",
    "Zhi Fu Holding Group spoke.",
    "[Li Wei|analyst at a bank], an analyst at a bank, spoke.",
    "[Li Wei|official from the Ministry of Commerce], an official from the Ministry of Commerce, spoke.",
    "[Li Wei|mayor of Jinan], mayor of Jinan from 2015, spoke.",
    "The deputy mayor of Tianjin, [Li Wei|deputy mayor of Tianjin], spoke.",
    "The Deputy Mayor of Tianjin, [Li Wei|Deputy Mayor of Tianjin], spoke.",
    "In the port of Tianjin, [Li Wei|mayor of Jinan], mayor of Jinan, spoke.",
    "[Li Wei|professor at a local university], professor at a local university, spoke.",
    "[Li Wei|director of the R&D center], director of the R&D center, spoke.",
    "[Li Wei|manager of the firm’s port], manager of the firm’s port, spoke.",
    "[Li Wei|mayor of Jinan], mayor of Jinan in an interview, spoke.",
    "The port's general manager, [Li Wei|port's general manager], spoke.",
    "Director of the Heihe Area [Li Wei|Director of the Heihe Area] spoke.",
    "Chairman for Asia [Li Wei|Chairman for Asia] spoke.",
    "The old rose grower [Li Na|old rose grower] spoke.",
    "Mr [Li Wei|] and Ms. [Wang Lin|] spoke.",
    "Professor [Wang Lin|Professor] of Fudan University spoke.",
    "[Peter O’Neil|chief executive of Port Co], chief executive of Port Co, spoke.",
    "[Wang Xi'an|mayor of Jinan], mayor of Jinan, and [Li Xi’an|mayor of Suzhou], mayor of Suzhou, spoke.",
    "[Li Wei|mayor of Jinan] (mayor of Jinan) spoke. [Wang Lin|mayor of Suzhou] [mayor of Suzhou] spoke.",
    "[Wang Lin|mayor of Suzhou] (left), now mayor of Suzhou, spoke.",
    "[Li Wei|mayor of Jinan] spoke. Li Wei, mayor of Jinan, left.",
    "Qingdao Vice Mayor [Xue Qingguo|Qingdao Vice Mayor] spoke.",
    "[Ouyang Xiu|director of the office], who is also director of the office, spoke.",
    "[Erkin Tuniyaz|chairman of the region], chairman of the region, spoke.",
    "[John Smith|president of a club in Suzhou], president of a club in Suzhou, spoke.",
    "The rose grower [Li Na|rose grower] spoke.",
    "[Li Ming|truck driver], 45, a truck driver, spoke.",
    "[Zhao Lei|head of the bureau] (right), head of the bureau, spoke.",
    "[Peter O'Neil|chief executive of Port Co], chief executive of Port Co, spoke.",
    "Economists [Li Wei|] of Lanhai Bank and [Wang Hong|] of Bohai Securities agree.",
    "[Li Wei|mayor of Jinan and head of the port], who is both mayor of Jinan and head of the port, came.",
    "[Song Jie|director of the Heihe Area], spoke. Later Song, director of the Heihe Area, left.",
]
NOBODY = [
    "An Anhui delegation met in Hong Kong and at Sun Yat-sen University.",
    "The Greater Bay Area and Tianjin Port grew.",
    "The head of Banco Atlante, who left in May, and the chief of Golden Sail, who came, are away.",
    "A truck driver from Lao Cai waited for 19 hours.",
    "A trader imports motorcycles into Lao Cai.",
    "A truck driver from Lao Cai, who waited for 19 hours, spoke.",
]


@for_each(PEOPLE)
def test_people_with_their_roles(sentence):
    expected, found = drawn(sentence, "people", lambda row: (row["role"],))
    assert found == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_places_and_bodies_are_nobody(sentence):
    assert ftz.parse(sentence).rows("people") == []


@for_each(
    ["Ti Gong", "Photo: Wei Bo/VCG", "[Photo by Zhang Lei]", "By Li Ming", "Feature by Li Ming", "Graphics: Huang Mei"]
)
def test_a_picture_credit_is_nobody(credit):
    facts = ftz.parse(f"Trade grows in the zone\n\n{credit}\n\nTrade grew, said Li Wei, mayor of Jinan.")
    assert [row["name"] for row in facts.rows("people")] == ["Li Wei"]


STATEMENTS = [
    "According to Li Wei, director of the administrative committee of the area, [the policies are good|Li Wei].",
    "According to Li Wei, [trade grew|Li Wei].",
    "[Trade grew|Li Wei], said Li Wei, mayor of Jinan. Wang Lin, chief representative of a bank, spoke. She said [she hopes to come|Wang Lin].",
    "Li Wei, who is also director of a research center at Fujian Normal University, said [the province has striven to lead|Li Wei].",
    "The vice minister of commerce, Li Wei, said [the zones would also grow|Li Wei].",
    "In the year of its birth, Li Wei, a member of the 12th National Committee, said [Guangdong Province has been exploring ways|Li Wei].",
    "[Trade grew|Li Wei], said Li Wei, mayor of Jinan. Li also noted that [ships came|Li Wei].",
    "[Trade grew|Li Wei], said Li Wei, mayor of Jinan.",
    "His bureau said [trade grew|bureau].",
    "Her bureau said [trade grew|bureau].",
    "The bureau said [trade grew|bureau]. [Ships came|bureau], they said.",
    "Officials said [trade grew|Officials]. [Ships came|Officials], they said.",
    "City officials said [trade grew|City officials]. Li Wei, mayor of Jinan, said [ships came|Li Wei]. [It rained|City officials], they said.",
    "The bureau said [trade grew|bureau]. Li Wei, mayor of Jinan, said [ships came|Li Wei]. [It rained|bureau], it said.",
    "The provincial commerce bureau said [trade grew|provincial commerce bureau]. The bureau said [ships came|provincial commerce bureau].",
    "The provincial department of commerce said [trade grew|provincial department of commerce]. The department said [ships came|provincial department of commerce].",
    "The center for trade said [it grew|center for trade]. The center said [ships came|center for trade].",
    "Li Wei, mayor of Jinan, and Li Na, director of the bureau, spoke. [Trade grew|Li Na], the director said. [Ships came|Li Wei], the mayor said.",
    "[Trade grew|Li Wei], said Li Wei, a trade expert. [Ships came|Li Wei], the expert said.",
    "[Trade grew|Li Wei], said Li Wei, mayor of Jinan. [Ships came|Li Wei], the official said.",
    "[Trade grew|Li Wei], said Li Wei, mayor of Jinan. [Ships came|official], an official said.",
    "[Trade grew|Li Wei], said Mr Li. Li Wei, mayor of Jinan, left.",
    "Data from the bureau in Jinan show [trade grew|bureau].",
    "A report by the ministry said [trade grew|ministry].",
    "The report of the commission said [trade grew|commission].",
    "The bureau in Jinan said [trade grew|bureau].",
    "The bureau with its staff said [trade grew|bureau].",
    "Their bureau said [trade grew|bureau].",
    "According to Li Wei, whose firm is new, [trade grew|Li Wei].",
    "According to the bureau, which is new, [trade grew|bureau].",
    "[The city grew|Li Wei], explained Li Wei, mayor of Jinan.",
    "Li Wei, mayor of Jinan, told reporters that [trade grew|Li Wei].",
    "[Trade grew|Liu Yuting], Liu Yuting, a spokesperson for the ministry, said at a press conference in Beijing.",
    "Li Wei said: “[Trade grew. Ships came|Li Wei].”",
    "“[Trade grew|Li Wei],” Li Wei said, “and [ships came|Li Wei].”",
    "Li Wei said [trade grew|Li Wei], and added that [ships came|Li Wei].",
    "A survey by the bureau showed that [trade grew|bureau].",
    "[Trade grew|Li Wei], Li Wei said on Friday.",
    "Li Wei said that [trade grew|Li Wei].",
    "Li Wei, mayor of Jinan, noted that [trade grew|Li Wei], adding that [ships came|Li Wei].",
    "[Trade grew|Li Wei], Li Wei, mayor of Jinan, told a press conference on Friday.",
    "According to the commerce bureau, [trade grew|commerce bureau].",
    "[Trade grew|commerce bureau], according to data from the commerce bureau.",
    '"[We will keep on working. It pays|Li Wei]," said Li Wei.',
    "“[We work hard|Li Wei],” Li Wei said.",
    "[Trade grew|city officials], city officials said.",
    "He Yafei, deputy head of the bureau, pointed out that [trade grew|He Yafei].",
    "According to Zhang Wei, who heads the bureau, [trade grew|Zhang Wei].",
    "Figures from the commerce bureau show [trade grew fast|commerce bureau].",
    "Trade is growing: “[We see more ships|Li Wei],” says Li Wei.",
    "[The zone, Li Wei said, has 300 firms|Li Wei].",
    "[Trade grew|official], an official said.",
    "[Trade grew|officials], their officials said.",
    "[Trade grew|officials], said officials on Friday.",
    "Responding to a question about the zones, Li Wei noted that [trade grew|Li Wei].",
    "[The league sold more tickets|league], it said on Friday.",
]
SILENT = [
    "Trade grew, and ships came.",
    "A report said trade grew.",
    "They sold tickets, it said.",
    "Li Wei was told that trade grew.",
    "Li Wei pointed at ships.",
    "It is said that trade grew.",
    "The area has to say that trade grew.",
    "According to the plan, trade will grow.",
    'The "1+N" policy works.',
    "Speaking on Monday, Li Wei, mayor of Jinan, pledged to cut fees.",
    "Asked what had changed, Li Wei, mayor of Jinan, pointed to the bridge.",
    "The zone added 15 routes, and it announced a package of measures.",
]


@for_each(STATEMENTS + SILENT)
def test_statements_with_their_speakers(sentence):
    expected, found = drawn("He came in May. " + sentence, "statements", lambda row: (row["speaker"],))
    assert found == expected


def test_pronouns_and_short_names_go_back_to_the_speaker():
    text = "Trade grew, said Li Wei, mayor of Jinan.\n\nShips came, Li said.\n\nIt rained, he said.\n\nIt snowed, the mayor said."
    assert [row["speaker"] for row in ftz.parse(text).rows("statements")] == ["Li Wei"] * 4


SAID = "We cut fees. Trade grew. We will go on to cut them, and to open the ports of the city"
ASKED = "What is next in the port and in the area, and when will the new terminal be opened?"
TRANSCRIPTS = [
    f"Press conference\n\nLi Wei, mayor of Jinan, will speak.\n\nLi Wei:\n\n{SAID}.\n\nXinhua News Agency:\n\n{ASKED}",
    f"Press conference\n\nLi Wei, mayor of Jinan, will speak.\n\nLi Wei: {SAID}.\n\nChina Daily: {ASKED}",
    f"Press conference\n\n[Li Wei]: {SAID}.\n\n[China Daily]: {ASKED}",
    f"Press conference\n\nQ (Bohai Television): {ASKED}\n\nA: Li Wei, mayor of Jinan: {SAID}.",
]


@pytest.mark.parametrize("text", TRANSCRIPTS)
def test_a_turn_of_a_transcript_is_what_its_speaker_said(text):
    rows = ftz.parse(text).rows("statements")
    assert [(row["speaker"], row["quote"]) for row in rows] == [("Li Wei", SAID)]


def test_a_label_is_no_turn():
    text = (
        "The zone in numbers\n\nForeign Trade: The zone had trade of 5 billion yuan with more than a hundred countries."
    )
    assert ftz.parse(text).rows("statements") == []


def test_we_are_whoever_spoke_before():
    text = "“We grew,” said Li Wei, mayor of Jinan.\n\n“We built,” we said."
    assert [row["speaker"] for row in ftz.parse(text).rows("statements")] == ["Li Wei"] * 2


def test_a_place_that_opens_an_item_is_no_part_of_what_is_said():
    (row,) = ftz.parse("In brief\n\nNingbo: The area drew 71 projects this year, the bureau said.").rows("statements")
    assert row["quote"] == "The area drew 71 projects this year"


def test_a_pronoun_without_an_antecedent_makes_no_statement():
    assert ftz.parse("Trade grew, he said.").rows("statements") == []


COMMITMENTS = [
    "[The port will also back routes to Japan|port], and [set aside 60 million yuan for it|port].",
    "Li Wei said that [the zone would build a pier|zone] and [test new rules|zone].",
    "[We will cut fees|Li Wei], said Li Wei, mayor of Jinan.",
    "Li Wei said that [the zone will cut fees|zone], adding that [it will open ports|zone].",
    "The zone grew fast. [It will open ports|zone].",
    "From July 1, Hainan upgraded the zone. [It will open ports|Hainan].",
    "In July 2020, Hainan upgraded the zone. [It will open ports|Hainan].",
    "The new hub links Jinan and Qingdao. [It will also create a growth pole|new hub].",
    "In May, the new hub connects Jinan and Qingdao. [It will also create a growth pole|new hub].",
    "From July 1, nobody came. [It will open ports|].",
    "It grew fast. [It will open ports|].",
    "[He will open ports|].",
    "[Ms Wang's firm will open ports|Ms Wang's firm].",
    "[The Jinan Area of the Shandong FTZ will open ports|Jinan Area of the Shandong FTZ].",
    "[This zone will open ports|zone]. [Its Jinan Area will cut fees|Jinan Area].",
    "[The zone will cut fees|zone], [encourage trade|zone] and to [plan ports|zone].",
    "[The zone will cut fees|zone], [encourage trade|zone], and ports will grow.",
    "[The zone hopes to cut fees|zone].",
    "[The zone is to cut fees|zone].",
    "[Fees will be cut by the zone|].",
    "To open ports, [the zone will cut fees|zone].",
    "[The zone will help firms to cut costs|zone].",
    '"[We\'ll cut fees|Li Wei]," said Li Wei.',
    '"[I will cut fees|Li Wei]," said Li Wei.',
    "Next, [the area will build a pier|area].",
    "[The zone will cut fees|zone] and [open two ports|zone].",
    "[The Ministry of Commerce will cut fees|Ministry of Commerce].",
    "Li Wei, mayor of Jinan, spoke. China announced at a meeting on Monday that [it will set up zones|China].",
    "Building on this, [the bureau pledged to cut fees|bureau].",
    "[The zone plans to cut fees|zone].",
    "[Nine centers will be set up|].",
    "[A second channel will be opened by 2023|].",
    "[The service will later be opened to shippers|].",
    "[The ministry plans to hold an exhibition in Xiamen on Dec. 8|ministry].",
    "In May, [the city aims to draw 60 firms|city].",
    # What is going to be done, what somebody commits himself to, what is held.
    "[Hunan is going to set aside 3 billion yuan|Hunan], he pledged, and [the port will waive fees|port].",
    "[The group committed itself to building a depot|group].",
    "[The bureau has undertaken to publish a list|bureau].",
    "[The fair will be held in Wuhan in May|].",
    "[The firm would hire 260 workers|firm], she added.",
    "Song said [the area would build a store|area] and [test electronic waybills|area].",
    "She said that [about 60 trials would be carried out|] and that [a hotline would be opened|].",
    # One clause a verb, whatever verb that is.
    "[The zone will open ten routes|zone] and [is to cut charges|zone].",
    "[Two firms are planning to lease a warehouse|Two firms] and [ship durians by rail|Two firms].",
    "[The city intends to double sales|city] and to [draft rules for clinics|city].",
    "[The province plans to finish the tasks|province], [launch 30 trials|province] and [relay 20 of them to others|province].",
    "[Hubei's two other areas are to follow in 2024|Hubei's two other areas].",
    "[The club's owners plan to lay a pitch|club's owners] and [will let in children|club's owners].",
    "Costs fell. [The railway will run two trains a week|railway], it said.",
    "Costs fell. Saale Optik means to stay. [It is to spend 20 million euros|Saale Optik].",
    "[The two cities have agreed to open an office in Vientiane|two cities] and [station 12 officers there|two cities].",
    "[Next month the bureau will start to issue permits|bureau].",
    "[The port plans, in the next three years, to add a pier|port].",
    # Who promises: *of*, a relative clause, a pronoun, on whose behalf somebody speaks.
    "[The German chamber of commerce, which has 500 members, will continue its talks|German chamber of commerce].",
    "The bureau gave a license to a Swiss firm, Alpina Re, which [will open an office|Alpina Re].",
    "[The Ministry of Commerce and the Office of Customs will publish a list|Ministry of Commerce and the Office of Customs].",
    "It is June. The Wuhan Area told us that the average was down to 28 days. [It has promised to bring it below 20|Wuhan Area].",
    'It is June. "We count," a spokesman for the trade bureau told us. [It is planning to cut permits|trade bureau].',
    "It is June. The bureau must report on it, and [it will open a hotline|bureau].",
    "[A centre for tea, silk and ship leasing is to be built|].",
    "[The zone is to build three centers for trade, ship insurance and law|zone].",
    # What is given or forbidden, seen to, and what both sides will do.
    "[Optical chips, ships and tea will be given priority|].",
    "[The bureau will see to it that fees fall|bureau].",
    "Li Wei, mayor of Jinan, said that it stood at 0.6 hours and that [it would not be allowed to exceed one hour|].",
    "The two sides signed a pact under which [they will swap staff|two sides], [recognize licenses|two sides] and [hold a course|two sides].",
    "[The port will build a pier|port], and [build Huahu Airport into a hub|port].",
    "Some 200 firms have come, and [a further 350 plan to follow|].",
    # *It* is no person, but that for which somebody speaks.
    "The firm's manager, Li Yang, said that [it would hire 12 workers|firm].",
    "Li Yang, manager of a textile firm, said [it would hire 12 workers|textile firm].",
    "Li Yang, head of a mill, said his firm's exports had grown, and that [it would hire 12 workers|firm].",
    "The China (Fujian) Pilot Free Trade Zone has a bank. [It plans to open ports|China (Fujian) Pilot Free Trade Zone].",
    "Li Yang, head of a mill, said [he would hire 12 workers|Li Yang].",
]
NO_PROMISE = [
    "Ann warned that tea alone would not satisfy buyers, and cautioned that a strong dollar will raise costs.",
    "Under a scheme aimed to lure talent, 60 doctors came; the list, part of a drive aimed to help traders, was cut.",
    "The railway behind it will shorten the trip, and two days will do.",
    "Trade is going to grow; they are going to Laos; he was going to leave. It does not plan to build a pier.",
    "He counted 30 that a trader would notice, and tea and silk are to receive priority.",
    "You will find no better port, and the office promised firms that no permit would take longer than three days.",
    "My grandchildren will never smell resin, my son will sell the house, and nobody will forget the day.",
    "We are confident that the zone will stay on this road, and he is sure that the port will keep its lead.",
    "Trade will grow and reach a record.",
    "This will bring the number of zones to 18.",
    "The area will occupy 119 square kilometers, and its parts will cover 38 each.",
    "By 2025, ports will have been opened.",
    "Next year will see the zone open ports.",
    "The bureau signed a deal, hoping that Jinan's firms will help fill its parks.",
    "It invited guests, hoping Jinan's firms would fill its parks.",
    "The fair will be opened in May.",
    "The fair will be opened by the mayor.",
    "More routes may follow.",
    "Output is expected to exceed 1 trillion yuan.",
]


@for_each(COMMITMENTS + NO_PROMISE)
def test_promises_with_their_actors(sentence):
    expected, found = drawn(sentence, "commitments", lambda row: (row["actor"],))
    assert found == expected


def test_a_list_behind_a_colon_is_promised_line_by_line():
    facts = ftz.parse(
        "By 2025, the area will:\n\n• deepen the channel;\n\n• open 12 routes; and\n\n• train 1,500 brokers.\n\nIt is big."
    )
    assert [(row["quote"], row["actor"]) for row in facts.rows("commitments")] == [
        ("deepen the channel", "area"),
        ("open 12 routes", "area"),
        ("train 1,500 brokers", "area"),
    ]
    assert {row["status"] for row in facts.rows("metrics")} == {"planned"}
