"""Frames of pandas on a page: what each kind of cell looks like, where rows lead, and which row contains which."""

import datetime as dt
import doctest
import random
import re

import numpy as np
import pandas as pd
import pytest
from cases import for_each

from ftzlib.evidence import frames
from ftzlib.evidence.claims import cite
from ftzlib.evidence.frames import table, within
from ftzlib.evidence.values import Value


def fields(frame, tag="td"):
    return re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", table(frame).html.partition("<tbody>")[2])


def heads(frame):
    return re.findall(r'<th scope="col"[^>]*>(.*?)</th>', table(frame).html)


def test_the_examples_hold():
    assert doctest.testmod(frames).failed == 0


@for_each(
    [
        (106, "106"),
        (1234.0, "1,234"),
        (-1234, "-1,234"),
        (0.9056603, "0.9057"),
        (12345.678, "12,346"),
        (999_999_999, "999,999,999"),
        (1_200_000_000_000, "1.2 trillion"),
        (30.66e9, "30.66 billion"),
        (0.0, "0"),
        (float("inf"), "∞"),
        (float("nan"), "–"),
        (None, "–"),
        (pd.NA, "–"),
        (pd.NaT, "–"),
        (True, "yes"),
        (np.False_, "no"),
        (pd.Timestamp("2020-11-05"), "2020-11-05"),
        (dt.date(2020, 11, 5), "2020-11-05"),
        (np.datetime64("2020-11-05"), "2020-11-05"),
        (pd.Timestamp("2020-11-05 14:30"), "2020-11-05 14:30"),
        (pd.Timestamp("2020-11-05", tz="Asia/Shanghai"), "2020-11-05 00:00+08:00"),
        (pd.Timedelta(days=432), "432 days"),
        (np.timedelta64(1, "D"), "1 day"),
        (pd.Period("2020-11", "M"), "2020-11"),
        (pd.Interval(1, 2), "(1, 2]"),
        (["finance", "trade"], "finance, trade"),
        (("m1",), "m1"),
        ([], "–"),
        ({"b", "a"}, "a, b"),
        (np.array([1, 2]), "1, 2"),
        ({"speaker": "Wang", "n": [1, None]}, "speaker: Wang, n: 1, –"),
        ("two\nlines ", "two lines"),
        ("", ""),
        ("<b>&\x07", "&lt;b&gt;&amp;␇"),
    ]
)
def test_a_cell_reads(value, words):
    assert fields(pd.Series([value], dtype=object)) == [words]


@pytest.mark.parametrize("name", ["year", "first_year", "Year"])
def test_a_year_has_no_comma(name):
    assert fields(pd.DataFrame({name: [2020], "count": [2020]})) == ["2020", "2,020"]


def test_numbers_stand_to_the_right_and_words_to_the_left():
    html = table(pd.DataFrame({"n": [1.5, None], "word": ["a", None], "yes": [True, False]})).html
    assert html.count('<th scope="col" class="num" style="text-align:right">n</th>') == 1
    assert html.count('class="num"') == 3


def test_a_name_is_written_as_words_and_a_name_of_several_parts_with_commas():
    frame = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("value", "mean"), ("n_of_rows", "")]))
    assert heads(frame) == ["value, mean", "n of rows"]


def test_two_columns_of_one_name_are_two_columns():
    frame = pd.DataFrame([[1, 2]], columns=["a", "a"])
    assert heads(frame) == ["a", "a"]
    assert fields(frame) == ["1", "2"]


def test_names_are_escaped_and_so_is_the_caption():
    frame = pd.DataFrame({"<script>": ["x"]}, index=pd.Index(['"><img>'], name="<i>"))
    html = table(frame, '"><script>').html
    assert "<script" not in html
    assert "<i>" not in html
    assert "<img" not in html


def test_a_plain_range_is_no_column_and_any_other_index_heads_its_rows():
    assert fields(pd.DataFrame({"a": [1]}), "th") == []
    assert fields(pd.DataFrame({"a": [1]}, index=pd.Index([2019], name="year")), "th") == ["2019"]
    assert fields(pd.DataFrame({"a": [1]}, index=["Qingdao"]), "th") == ["Qingdao"]
    assert '<td></td><th scope="col"' in table(pd.DataFrame({"a": [1]}, index=["Qingdao"])).html


def test_a_series_and_what_a_groupby_gives_are_tables():
    counted = pd.Series(["a", "b", "a"], name="kind").value_counts()
    assert heads(counted) == ["kind", "count"]
    grouped = pd.DataFrame({"x": ["a", "a"], "y": ["b", "c"], "n": [1, 2]}).groupby(["x", "y"]).sum()
    assert heads(grouped) == ["x", "y", "n"]
    assert fields(grouped, "th") == ["a", "b", "a", "c"]
    assert heads(pd.Series([1])) == ["value"]


@pytest.mark.parametrize("kind", ["category", "string", "object"])
def test_categories_and_strings_are_words(kind):
    assert fields(pd.Series(["a", None], dtype=kind)) == ["a", "–"]


def test_no_rows_are_a_sentence():
    assert table(pd.DataFrame({"a": []})).text == "no rows"
    assert table(pd.DataFrame(), "Tasks").html == "<p>Tasks: no rows</p>"


def test_a_row_of_the_facts_leads_to_its_words():
    frame = pd.DataFrame({"value": [96]}, index=pd.Index(["m2"], name="id"))
    assert fields(frame, "th") == ['<a class="ftz-stated" href="#m2">m2</a>']
    assert 'class="id" style="text-align:left;width:1%"' in table(frame).html


@pytest.mark.parametrize("known", ["Qingdao", "m 1", '1"', "m1;x"])
def test_what_is_no_id_leads_nowhere(known):
    assert "href" not in table(pd.DataFrame({"value": [96]}, index=pd.Index([known], name="id"))).html


def test_an_id_in_an_index_of_another_name_is_a_word():
    assert "href" not in table(pd.DataFrame({"unit": ["m2"]}, index=["m2"])).html


def test_of_several_documents_the_id_leads_to_the_row_of_its_own():
    frame = pd.DataFrame({"value": [96]}, index=pd.Index(["one/m2"], name="id"))
    assert 'href="#one/m2"' in table(frame).html


REFERENCE = pd.DataFrame(
    {
        "value": [102, 103],
        "source_url": ["https://example.org/a?b=1&c=2", "javascript:alert(1)"],
        "source_publisher": ["People's Daily", None],
        "source_date": ["2021-03-02", None],
    },
    index=pd.Index(["r1", "r2"], name="id"),
)


def test_what_tells_of_the_source_is_one_link():
    assert heads(REFERENCE) == ["id", "value", "source"]
    link = '<a class="ftz-reference" href="https://example.org/a?b=1&amp;c=2">'
    day = '<span class="day" style="white-space:nowrap">2021-03-02</span>'
    assert fields(REFERENCE)[1] == f"{link}People&#x27;s Daily, {day}</a>"
    assert fields(REFERENCE, "th")[0] == f"{link}r1</a>"


def test_an_address_that_is_no_page_is_never_a_link():
    assert "javascript" not in table(REFERENCE).html
    shown = table(
        pd.DataFrame({"home_url": ["https://example.org/x", "data:text/html,x", "http://a b", "http://[", "https://"]})
    ).html
    assert shown.count("href") == 1
    assert '<a class="ftz-reference" href="https://example.org/x">example.org</a>' in shown


def test_a_value_that_remembers_its_rows_leads_to_them():
    done, tasks = (
        cite({"id": id, "value": n, "unit": "count", "quote": str(n)}) for id, n in (("m2", 96), ("m1", 106))
    )
    stated, derived = fields(pd.Series([done, done / tasks]))
    assert 'href="#m2"' in stated and 'data-formula="96 / 106" data-inputs="m2 m1"' in derived


def test_the_text_is_the_same_whatever_the_reader_has_set():
    frame = pd.DataFrame({"a": [1.23456789, 2], "b": ["x" * 100, "y"]})
    before = table(frame, "Tasks").text
    with pd.option_context(
        "display.precision",
        1,
        "display.max_rows",
        1,
        "display.max_colwidth",
        5,
        "display.float_format",
        "{:.1f}".format,
    ):
        assert table(frame, "Tasks").text == before
    assert before.splitlines()[1].split() == ["a", "b"]
    assert max(map(len, before.splitlines())) < 80


def test_a_long_table_says_how_much_of_it_is_shown():
    shown = table(pd.DataFrame({"a": range(1500)}), "Numbers")
    assert shown.html.count("<tr>") == 1001
    assert "Numbers (the first 1,000 of 1,500 rows)" in shown.text


def test_a_notebook_gets_both_forms_and_the_data():
    shown = table(pd.DataFrame({"a": [1]}))
    assert shown._repr_mimebundle_(include=None) == {
        "text/plain": shown.text,
        "text/html": shown.html,
        "text/csv": "a\n1\n",
    }
    assert repr(shown) == shown.text


def test_the_data_are_all_rows_with_exact_numbers_and_a_range_in_its_words():
    tasks, done = Value.of_number(106), Value.of_number(96)
    about = Value(94.5, 97.5, words="96", mod="APPROX", about=True)
    rows = pd.DataFrame({"n": [1 / 3, 12], "share": [done / tasks, about]})
    assert table(rows).csv == "n,share\n0.3333333333333333,0.9056603773584906\n12,about 94.5 to 97.5\n"


@pytest.mark.parametrize("given", [[1, 2], {"a": [1]}, None, "x"])
def test_what_is_no_frame_is_refused_in_one_line(given):
    with pytest.raises(TypeError, match=r"^table wants a DataFrame or a Series, not \w+$"):
        table(given)


# Which row's words contain which


def spans(*pairs, prefix="x", **columns):
    index = pd.Index([f"{prefix}{n}" for n in range(1, len(pairs) + 1)], name="id")
    return pd.DataFrame({"start": [a for a, _ in pairs], "end": [b for _, b in pairs], **columns}, index=index)


def test_the_shortest_of_several_rows_that_contain_one_is_taken():
    joined = within(spans((5, 8), prefix="m"), spans((0, 100), (4, 10), (5, 7), (6, 30), prefix="t"))
    assert joined["within"].to_dict() == {"m1": "t2"}


def test_a_row_that_nothing_contains_stays_and_the_order_too():
    inner = spans((50, 60), (2, 3), (1, 2), prefix="m", name=["c", "b", "a"])
    joined = within(inner, spans((0, 10), prefix="t", speaker=["Wang"]))
    pd.testing.assert_frame_equal(joined[list(inner.columns)], inner)
    assert joined["speaker"].fillna("–").tolist() == ["–", "Wang", "Wang"]


def test_a_row_that_only_overlaps_does_not_contain():
    assert within(spans((5, 12)), spans((0, 10), (6, 20)))["within"].isna().all()


def test_the_same_words_contain_themselves():
    assert within(spans((5, 12)), spans((5, 12), prefix="t"))["within"].tolist() == ["t1"]


def test_names_that_both_have_are_told_apart():
    joined = within(spans((1, 2), quote=["a"]), spans((0, 9), quote=["b"]), suffix="_of_statement")
    assert joined[["quote", "quote_of_statement", "start_of_statement"]].to_numpy().tolist() == [["a", "b", 0]]


def test_a_join_can_be_joined_again_under_another_name():
    once = within(spans((1, 2)), spans((0, 9), prefix="t"))
    with pytest.raises(ValueError, match=r"^the inner table has a column within already: rename it"):
        within(once, spans((0, 20), prefix="e"))
    again = within(once.rename(columns={"within": "statement"}), spans((0, 20), prefix="e"), "_of_event")
    assert again[["statement", "within"]].to_numpy().tolist() == [["t1", "e1"]]


def test_rows_of_different_documents_do_not_contain_each_other():
    inner = spans((1, 2), (1, 2), prefix="m", document=["a", "b"])
    outer = spans((0, 9), (0, 5), prefix="t", document=["a", "c"])
    assert within(inner, outer)["within"].fillna("–").tolist() == ["t1", "–"]


@pytest.mark.parametrize("empty", ["inner", "outer", "both"])
def test_tables_without_rows_give_a_table_with_all_columns(empty):
    inner, outer = spans((1, 2), prefix="m"), spans((0, 9), prefix="t", speaker=["Wang"])
    joined = within(inner[: int(empty == "outer")], outer[: int(empty == "inner")])
    assert list(joined.columns) == ["start", "end", "within", "start_outer", "end_outer", "speaker"]
    assert len(joined) == (empty == "outer")


@pytest.mark.parametrize(("side", "name"), [("inner", "start"), ("outer", "end")])
def test_a_table_without_offsets_is_refused_by_name(side, name):
    tables = {"inner": spans((1, 2)), "outer": spans((0, 9))}
    tables[side] = tables[side].drop(columns=name)
    with pytest.raises(ValueError, match=f"^the {side} table has no column {name}$"):
        within(**tables)


def test_any_spans_give_what_looking_at_each_pair_gives():
    drawn = random.Random(7)
    for _ in range(60):
        pairs = [[tuple(sorted(drawn.sample(range(30), 2))) for _ in range(drawn.randrange(12))] for _ in "io"]
        inner, outer = spans(*pairs[0], prefix="m"), spans(*pairs[1], prefix="t")
        expected = [
            min(((d - c, n) for n, (c, d) in enumerate(pairs[1], 1) if c <= a and b <= d), default=None)
            for a, b in pairs[0]
        ]
        found = within(inner, outer)["within"]
        assert [None if pd.isna(x) else x for x in found] == [x and f"t{x[1]}" for x in expected]


def test_thousands_of_nested_rows_are_joined():
    many = spans(*((n, 40_000 - n) for n in range(5_000)))
    assert within(many, many)["within"].tolist() == many.index.tolist()
