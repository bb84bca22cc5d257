"""Values: what a row gives, what + − × ÷ make of it, how it reads, and why there is none."""

import doctest
import itertools
import math
import operator
import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ftzlib as ftz
from ftzlib.evidence import values
from ftzlib.evidence.values import Value

SIGNS = {"+": operator.add, "−": operator.sub, "×": operator.mul, "/": operator.truediv}


def number(value, mod=None, unit="count", id="m1", sentence=""):
    return ftz.cite({"id": id, "value": value, "unit": unit, "mod": mod, "quote": f"{value}", "sentence": sentence})


def day(value, mod=None, id="d1"):
    return ftz.cite({"id": id, "value": value, "mod": mod, "quote": f"in {value}", "type": "DATE"})


TASKS, DONE, INNOVATIONS = number(106, id="m1"), number(96, id="m2"), number(68, id="m3")
FOUNDED, TOLD = day("2019-08", "END", "d2"), day("2020-11-05", id="d1")
MISSING = ftz.cite(pd.DataFrame(), what="how many tasks were carried out")


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(values).failed == 0


# What a row gives

ELSEWHERE = """
import calendar
calendar.month_name = calendar.month_abbr = ["", *(f"{n}. ay" for n in range(1, 13))]
from ftzlib.evidence.days import spell
from ftzlib.text.pages import to_day
print(spell("2019-08", "END"), to_day("6 Nov. 2020"))
"""


def test_months_are_english_whatever_the_locale_calls_them():
    done = subprocess.run([sys.executable, "-c", ELSEWHERE], capture_output=True, text=True, check=True)
    assert done.stdout == "late August 2019 2020-11-06\n"


@pytest.mark.parametrize(
    ("value", "shown", "low", "high"),
    [
        (number(106), "106", 106, 106),
        (number(106.0), "106", 106, 106),
        (number(3, "APPROX"), "about 3", 3, 3),
        (number(95, "MORE_THAN", "percent"), "more than 95%", 95, math.inf),
        (number(95, "EQUAL_OR_MORE"), "at least 95", 95, math.inf),
        (number(200, "LESS_THAN"), "less than 200", 0, 200),
        (number(200, "LESS_THAN", sentence="It has nearly 200 firms."), "nearly 200", 0, 200),
        (number(20, "APPROX", sentence="It has some 20 firms."), "some 20", 20, 20),
        (number(1.2e12, unit="CNY"), "1.2 trillion yuan", 1.2e12, 1.2e12),
        (number(1.2345e17, unit="CNY"), "123,400 trillion yuan", 1.2345e17, 1.2345e17),
        (number(999_999.9), "1,000,000", 999_999.9, 999_999.9),
        (number(0.00001), "0.00001", 0.00001, 0.00001),
        (number(90.566037, float("nan"), "percent"), "90.566%", 90.566037, 90.566037),
    ],
)
def test_a_number_reads_as_its_row_states_it_and_lies_between_its_ends(value, shown, low, high):
    assert (str(value), value.low, value.high, value.inputs) == (shown, low, high, ("m1",))


@pytest.mark.parametrize(
    ("value", "shown", "wide"),
    [
        (FOUNDED, "late August 2019", 10),
        (TOLD, "5 November 2020", 0),
        (day("2021-Q1"), "the first quarter of 2021", 89),
    ],
)
def test_a_day_is_as_wide_as_its_words(value, shown, wide):
    assert (str(value), value.high - value.low) == (shown, wide)


def test_a_row_of_every_table_can_be_cited_by_any_of_its_columns():
    facts = ftz.parse("The area carries 106 tasks, said Li Wei, mayor of Jinan, on Nov. 5, 2020.")
    assert str(ftz.cite(facts.people.iloc[0])) == "Li Wei"
    assert str(ftz.cite(facts.people.iloc[0], "role")) == "mayor of Jinan"
    assert ftz.cite(facts.statements.iloc[0]).inputs == ("q1",)
    assert str(ftz.cite(next(facts.metrics.itertuples()))) == "106"
    reference = ftz.cite(ftz.reference.metrics().iloc[0])
    assert reference.source.url.startswith("http") and reference.inputs == ("M001",)
    assert str(ftz.cite(ftz.reference.zones().iloc[0], "unveiled")) == "29 September 2013"


def test_no_row_and_an_empty_field_say_why_and_several_rows_are_an_error():
    metrics = ftz.parse("The area carries 106 tasks and 9 centers.").metrics
    assert str(ftz.cite(metrics[:0], what="how many were done")) == "The rules did not find how many were done."
    assert ftz.cite(metrics.iloc[0], "as_of").reason
    with pytest.raises(ValueError, match=r"one row is cited at a time, and these are 2"):
        ftz.cite(metrics)
    with pytest.raises(TypeError, match="a row of a table is cited"):
        ftz.cite(106)


# What arithmetic makes of it


def test_a_quotient_remembers_its_formula_and_its_rows():
    rate, pace = DONE / TASKS, (TASKS - DONE) / 6.7
    assert (f"{rate:.1%}", rate.formula, rate.inputs) == ("90.6%", "96 / 106", ("m2", "m1"))
    assert (pace.formula, pace.inputs) == ("(106 − 96) / 6.7", ("m1", "m2"))
    assert repr(1 - DONE / TASKS) == "0.0943 = 1 − 96 / 106"
    assert (TASKS - (DONE - 1)).formula == "106 − (96 − 1)"


def test_days_give_days_and_keep_their_width():
    age = TOLD - FOUNDED
    assert (str(age), age.formula, age.unit) == ("432 to 442 days", "5 November 2020 − late August 2019", "day")
    assert str(FOUNDED + age) == str(TOLD)
    assert str(TOLD + 2) == "7 November 2020"


@pytest.mark.parametrize(
    ("value", "spec", "shown"),
    [
        (number(95, "MORE_THAN") / 106, ".0%", "more than 89%"),
        (100 - number(95, "MORE_THAN"), "", "less than 5"),
        (number(95, "EQUAL_OR_MORE") - 1, "", "at least 94"),
        (number(3, "APPROX") / 2, "", "about 1.5"),
        (number(3, "LESS_THAN") / 7, ".1%", "less than 42.9%"),
        (number(29, unit="CNY") / number(4, unit="count"), "", "7.25 yuan"),
        (number(95, unit="percent") * number(120), "", "114"),
        (number(95, unit="percent") - number(90, unit="percent", id="m2"), "", "5 percentage points"),
        (DONE / TASKS * 0, "", "0"),
    ],
)
def test_what_is_worked_out_is_as_sure_as_what_went_in(value, spec, shown):
    assert format(value, spec) == shown


@pytest.mark.parametrize(
    ("left", "right", "sign", "said"),
    [
        (number(3, unit="CNY"), number(4, unit="USD"), "+", "one is in USD, the other in CNY"),
        (number(3), number(4, unit="percent"), "−", "one is in percent, the other in count"),
        (FOUNDED, TOLD, "+", "one is a day"),
        (TASKS, TOLD, "−", "one is a day"),
        (number(3, unit="CNY"), number(4, unit="CNY"), "×", "means nothing"),
        (TOLD, number(2), "/", "a day is only added to"),
        (ftz.cite({"id": "p1", "name": "Li Wei", "quote": "Li Wei"}), TASKS, "+", "not both numbers"),
    ],
)
def test_units_that_do_not_go_together_are_refused_in_one_line(left, right, sign, said):
    with pytest.raises(TypeError, match=said) as refused:
        SIGNS[sign](left, right)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("sign", SIGNS)
def test_what_is_worked_out_of_a_missing_value_is_missing_for_the_same_reason(sign):
    for value in (SIGNS[sign](MISSING, TASKS), SIGNS[sign](TASKS, MISSING) * 3, SIGNS[sign](MISSING, 2)):
        assert not value and value.reason == "The rules did not find how many tasks were carried out."
        assert math.isnan(float(value))


@pytest.mark.parametrize("count", [3, 49, 98, 103, 107])  # of which some times its own reciprocal is not 1
def test_what_is_known_exactly_is_reckoned_exactly(count):
    assert number(count) / number(count, id="m2") == 1
    assert number(count) / number(count * 3, id="m2") == 1 / 3


def test_nothing_is_divided_by_what_may_be_nothing():
    assert "may be nothing" in str(TASKS / (DONE - DONE))
    assert "may be nothing" in str(TASKS / (number(5, "LESS_THAN") - 3))
    assert f"{DONE / number(106, 'LESS_THAN'):.1%}" == "more than 90.5%"


def test_a_share_is_a_part_of_its_whole_and_no_more():
    assert f"{DONE.of(TASKS):.1%}" == "90.6%"
    assert f"{number(95, unit='percent').of(TASKS):.0%}" == "95%"
    assert str(TASKS.of(DONE)) == "Is 106 part of 96? It is more: read the sentence."


def test_a_comparison_holds_only_where_it_holds_for_all_that_the_values_may_be():
    assert DONE < TASKS and TASKS >= 106 and DONE == 96 and not TASKS < TASKS
    assert number(95, "MORE_THAN") > 94 and not number(95, "MORE_THAN") > 96
    assert TOLD > FOUNDED
    assert not MISSING < TASKS and not MISSING > TASKS
    with pytest.raises(TypeError, match="cannot be compared"):
        _ = number(3, unit="CNY") < number(3, unit="USD")


def test_a_column_of_values_is_reckoned_with_element_by_element():
    frame = pd.DataFrame({"done": [DONE, MISSING], "tasks": [TASKS, TASKS]})
    rate = frame.done / frame.tasks
    assert f"{rate[0]:.0%}" == "91%" and not rate[1]
    assert sum(frame.tasks).formula == "106 + 106"
    assert (1 - frame.done / frame.tasks)[0] == 1 - DONE / TASKS
    assert rate.map(float).round(3).tolist()[0] == 0.906


# Properties


@st.composite
def leaves(draw):
    low = draw(st.integers(-50, 50))
    return Value(low, low + draw(st.integers(0, 20)), id=f"m{draw(st.integers(1, 4))}", words=str(low))


def trees():
    made = st.tuples(st.sampled_from(sorted(SIGNS)), st.deferred(trees), st.deferred(trees))
    return st.one_of(leaves(), made)


def reckon(tree, at=lambda leaf: leaf):
    if isinstance(tree, Value):
        return at(tree)
    sign, left, right = tree
    return SIGNS[sign](reckon(left, at), reckon(right, at))


def distinct(tree):
    return {tree} if isinstance(tree, Value) else distinct(tree[1]) | distinct(tree[2])


@given(trees())
def test_the_range_holds_every_combination_and_no_row_is_forgotten(tree):
    parts = list(distinct(tree))
    assume(len(parts) <= 4)
    value = reckon(tree)
    assume(value)
    assert set(value.inputs) == {part.id for part in parts}
    for ends in itertools.product(*({part.low, (part.low + part.high) / 2, part.high} for part in parts)):
        at = dict(zip(parts, ends, strict=True))
        try:
            number = reckon(tree, at.__getitem__)
        except ZeroDivisionError:  # the end of a range that opens at nothing
            continue
        assert value.low - 1e-6 * (1 + abs(number)) <= number <= value.high + 1e-6 * (1 + abs(number))


@given(leaves(), leaves())
def test_a_value_that_occurs_twice_is_one_unknown(a, b):
    assert (a - a).low == (a - a).high == 0
    if a.low > 0:
        assert (a / a).low == (a / a).high == 1
        if b.low > 0 and b != a:
            share = (a - b) / a
            assert share.low == pytest.approx((a.low - b.high) / a.low)
            assert share.high == pytest.approx((a.high - b.low) / a.high)
