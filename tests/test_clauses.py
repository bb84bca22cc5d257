"""Whose verb a number stands behind: clauses, lists and pairs of real press prose; the answer drawn in the sentence."""

import pytest
from drawn import drawn

#: A new subject before a verb opens a clause of its own, with a comma or without.
CLAUSES = [
    "Rents reached [50 million yuan|Rents] and wages rose to [20 million yuan|wages].",
    "In May rents were [50 million yuan|rents] and wages surged to [20 million yuan|wages], up [5 percent|wages].",
    "Boosted by tax cuts, rents hit [50 million yuan|rents] in Anshan and wages climbed to [20 million yuan|wages].",
    "The yard handled [50 ships|ships] and the wharf's ferries rose to [20|ferries].",
    "Rents of the park reached [3 billion yuan|Rents] and the total output of mills of all kinds rose to [2 billion yuan|total output].",
    "Rents reached [3 million yuan|Rents], wages rose to [2 million yuan|wages] and output fell to [4 tons|output].",
    "Rents reached [3 million yuan|Rents] last year and foreign stakes in Anshan's steel mills surged to [2 million yuan|foreign stakes].",
    "The number of mills rose to [300|mills] and registered capital topped [5 billion yuan|registered capital].",
    "The number of mills reached [300|mills] and the number of banks reached [50|banks].",
    "Sales grew [3 percent|Sales] and workers numbered [400|workers].",
    # ... and what is none does not.
    "The town's sales grew by [20 percent|sales] and reached [3 billion yuan|sales].",
    "Sales hit [3 million yuan|Sales], the paper said, up [5 percent|Sales].",
    "Sales hit [3 million yuan|Sales] in a month and a rise of [5 percent|Sales] followed.",
    "Prices rose [5 percent|Prices] in the mills and yards of Anshan.",
    # What *that of* stands for has been named.
    "Sales of silk reached [3 tons|Sales] and those of tea rose to [2 tons|Sales].",
    "The value of silk reached [3 billion yuan|silk] and that of tea rose to [2 billion yuan|tea].",
    "Loans from Laos grew [5 percent|Loans], and those from Peru and Chile, [6 percent|Loans].",
    # A list behind the subject's preposition is no opening of a clause.
    "In addition, loans from Laos, Peru, Kenya and Chile also grew by [5 percent|loans] and [6 percent|loans].",
    "Besides, loans from banks in Laos, Peru and Chile fell [5 percent|loans].",
    "In Laos, Peru and Chile, loans fell [5 percent|loans].",
]

#: As many changes as there are figures before them: one each.
ONE_EACH = [
    "In May, rents reached [50 million yuan|rents] and wages hit [20 million yuan|wages], up [3 percent|rents] and [4 percent|wages] respectively.",
    "Town incomes reach [30,000 yuan|Town incomes] and farm incomes rose to [13,000 yuan|farm incomes], respectively up by [5 percent|Town incomes] and [6 percent|farm incomes].",
    "Tax was [5 billion yuan|Tax] ([$1 billion|Tax]), including land tax of [3 billion yuan|land tax], an increase of [9 percent|Tax] and [8 percent|land tax] respectively.",
    "The park drew [40 mills|mills], [20 banks|banks] and [3 hotels|hotels], up [5 percent|mills], [6 percent|banks] and [2 percent|hotels].",
    "Rents and wages grew by [3 percent|Rents] and [5 percent|wages] to [50 million yuan|Rents] and [20 million yuan|wages].",
    "Rents and wages reached [50 million yuan|Rents and wages], up [3 percent|Rents] and [5 percent|wages] respectively.",
    "It has [50 ships|ships] and [30 trains|trains], while rents and wages rose [3 percent|rents] and [5 percent|wages].",
]


@pytest.mark.parametrize("sentence", [*CLAUSES, *ONE_EACH])
def test_a_number_has_the_subject_of_its_own_clause(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [row["indicator"] or "?"])
    assert found == expected


#: The size of a change, though its verb is left out.
CHANGES = [
    "The park drew [40 mills|], [20 banks|] and [3 hotels|], down [5 percent|decrease], [6 percent|decrease] and [2 percent|decrease].",
    "Loans from Laos grew [5 percent|increase], and those from Peru, [6 percent|increase].",
    "Loans from Laos grew [5 percent|increase], and those from Peru made up [6 percent|].",
]


@pytest.mark.parametrize("sentence", CHANGES)
def test_a_change_may_leave_its_verb_out(sentence):
    expected, found = drawn(sentence, "metrics", lambda row: [row["change"]])
    assert found == expected
