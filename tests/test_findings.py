"""What does not add up is said, and never raised."""

import pytest

import ftzlib as ftz


@pytest.mark.parametrize(
    ("text", "codes"),
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
    ],
)
def test_findings(text, codes):
    rows = ftz.parse(text).rows("findings")
    assert [row["code"] for row in rows] == codes
    assert all(row["message"] and row["refs"] for row in rows)
