"""What does not add up is said, and never raised."""

import pytest
from cases import for_each

import ftzlib as ftz


@for_each(
    [
        ("It was given 128 tasks, of which 138 have been completed.", ["part-exceeds-whole"]),
        ("The zone has six industries: steel, finance and trade.", ["list-count-mismatch"]),
        ("The zone has 6 industries: steel, finance and trade.", ["list-count-mismatch"]),
        ("He spoke on Tuesday, April 17, 2024.", ["weekday-mismatch"]),
        (
            "By the end of 2021, 500 firms had come to the Hunan FTZ.\n\nBy the end of 2021, 600 firms had come to the Hunan FTZ.",
            ["conflicting-values"],
        ),
        ("He spoke last week.", ["unresolved-date"]),
        ("It was given 128 tasks, of which 118 have been completed.", []),
        ("The zone has three industries: steel, finance and trade.", []),
        ("The zone has industries such as steel, finance and trade.", []),
        ("He spoke on Wednesday, April 17, 2024.", []),
        ("It takes between 20 and 30 minutes.", []),
        ("It drew 300 firms; 100 percent of them are foreign.", []),
        ("It ran 2,921 trains, 141 percent of the 1,900 trains planned.", []),
        ("It was given 128 tasks, and all 128 have been done.", []),
        ("The zone has about six industries: steel, finance and trade.", []),
    ]
)
def test_findings(text, codes):
    rows = ftz.parse(text).rows("findings")
    assert [row["code"] for row in rows] == codes
    assert all(row["message"] and row["refs"] for row in rows)


@for_each(
    [
        (
            "It was given 1,280 tasks, of which 1,380 have been completed.",
            [("check", "1,380", "Does the text give “1,380” as a part of “1,280 tasks”?", ["m2", "m1"])],
        ),
        (
            "The zone has 12 ports and six industries: steel, finance and trade.",
            [
                (
                    "check",
                    "six industries",
                    "Does the text name all of “six industries”? The rules found 3.",
                    ["m2", "i1", "i2", "i3"],
                )
            ],
        ),
        (
            "He spoke on Sunday, April 15, 2024 and on Monday, April 14, 2024.",
            [
                ("error", "Sunday, April 15, 2024", "2024-04-15 was a Monday, not a Sunday.", ["d1"]),
                ("error", "Monday, April 14, 2024", "2024-04-14 was a Sunday, not a Monday.", ["d2"]),
            ],
        ),
        (
            "He spoke on Tuesday, Feb. 30, 2024.",
            [
                (
                    "info",
                    "Tuesday, Feb. 30, 2024",
                    "“Tuesday, Feb. 30, 2024” has no date: the calendar has no such day.",
                    ["d1"],
                )
            ],
        ),
        (
            "It opened in the same month.",
            [("info", "same month", "“same month” has no date: nothing before says which.", ["d1"])],
        ),
        (
            "He spoke last week. The zone has six industries: steel, finance and trade. He spoke on Tuesday, April 17, 2024.",
            [
                ("error", "Tuesday, April 17, 2024", "2024-04-17 was a Wednesday, not a Tuesday.", ["d2"]),
                (
                    "check",
                    "six industries",
                    "Does the text name all of “six industries”? The rules found 3.",
                    ["m1", "i1", "i2", "i3"],
                ),
                (
                    "info",
                    "last week",
                    "“last week” has no date: no day of publication is known to count from.",
                    ["d1"],
                ),
            ],
        ),
    ]
)
def test_a_finding_says_what_disagrees_and_worse_ones_come_first(text, found):
    rows = ftz.parse(text).rows("findings")
    assert [(row["severity"], row["quote"], row["message"], list(row["refs"])) for row in rows] == found


FIRST = "By the end of 2021, 1,500 firms had come to the Hunan FTZ."


@pytest.mark.parametrize(
    "second",
    [
        "By the end of 2021, 600 firms had come to the Hunan FTZ.",
        "By the end of 2021, 600 FIRMS had come to the Hunan FTZ.",
    ],
)
def test_two_values_of_one_thing_conflict(second):
    (row,) = ftz.parse(f"{FIRST}\n\n{second}").rows("findings")
    assert (row["severity"], row["quote"][:3], list(row["refs"])) == ("check", "600", ["m1", "m2"])
    assert row["message"] == f"Are “1,500 firms” and “{second[20:29]}” both given for 2021?"


@for_each(
    [
        "By the end of 2021, 1,500 firms had come to the Hunan FTZ.",
        "By the end of 2022, 600 firms had come to the Hunan FTZ.",
        "By the end of 2021, 600 firms had come to the Hubei FTZ.",
        "By the end of 2021, nearly 600 firms had come to the Hunan FTZ.",
        "By the end of 2021, 600 banks had come to the Hunan FTZ.",
        "The Hunan FTZ drew 600 firms.",
    ]
)
def test_values_of_two_things_do_not_conflict(second):
    assert ftz.parse(f"{FIRST}\n\n{second}").rows("findings") == []


@for_each(
    [
        ("By the end of 2021, it rolled out 12 policies.", "By the end of 2021, it completed 13 policies."),
        ("By the end of 2021, exports were 5 billion yuan.", "By the end of 2021, exports were 5 million tons."),
        ("In 2021 exports rose 5 percent.", "In 2021 exports fell 6 percent."),
        ("In 2021 sales rose 5 percent.", "In 2021 sales rose 6 percent."),
        ("In 2021 the city had 26 million enterprises.", "In 2021 it had 18.9 enterprises per 1,000 people."),
        ("In 2021 it copied 12 practices nationwide.", "In 2021 it copied 13 practices in Hubei Province."),
        ("In 2021 it had 300 firms, of which 12 are foreign.", "In 2021 it had 300 firms, of which 13 are foreign."),
        (
            "In 2021 tea was 4 percent of GDP, two percentage points greater than in 2020.",
            "In 2021 rice was 9 percent of GDP, three percentage points greater than in 2020.",
        ),
    ]
)
def test_values_of_two_kinds_do_not_conflict(first, second):
    assert ftz.parse(f"{first}\n\n{second}").rows("findings") == []
