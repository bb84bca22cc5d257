"""Charts and tables of any size are drawn to a bound, with a word of what is left out."""

import re
import sys

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
import seaborn as sns

from ftzlib.evidence import anchors, fit, svg
from ftzlib.evidence.axes import figure, style
from ftzlib.evidence.frames import ROWS, table

NAMES, MARKS = 30, 500  # in place of what is bearable on a page, to save time


@pytest.fixture(autouse=True)
def housed(monkeypatch):
    for name, number in {"ACROSS": NAMES, "UPRIGHT": NAMES, "MARKS": MARKS}.items():
        monkeypatch.setattr(fit, name, number)
    matplotlib.use("svg")
    style()
    yield
    plt.close("all")


def rows(count):
    index = pd.Index([f"m{n}" for n in range(count)], name="id")
    wide = [(n * 7919) % count for n in range(count)]
    return pd.DataFrame({"zone": [f"Zone {n}" for n in range(count)], "value": range(count), "other": wide}, index)


def bars(ax, frame):
    ax.barh(frame["zone"], frame["value"])


def columns(ax, frame):
    ax.bar(frame["zone"], frame["value"])
    ax.bar_label(ax.containers[0])


def upside_down(ax, frame):
    bars(ax, frame)
    ax.invert_yaxis()


def names_with_dots(ax, frame):
    ax.scatter(frame["value"], frame["zone"])


NAMED = {"bars": bars, "columns": columns, "inverted": upside_down, "dots": names_with_dots}


@pytest.mark.parametrize("kind", NAMED)
def test_of_many_names_some_are_written_and_lead_and_all_is_drawn(kind):
    frame = rows(200)
    _, ax = plt.subplots()
    NAMED[kind](ax, frame)
    chart = figure(ax, "Many", data=frame, note="Of all zones.")
    told = "Written: 29 of 200 names."
    assert f'<p class="ftz-note">Of all zones. {told}</p>' in chart.html and told in chart.alt
    drawn = {int(name) for name in re.findall(r">Zone (\d+)<", chart.svg)}
    assert drawn == set(range(0, 200, 7))
    leads = {int(row) for row in re.findall(r'href="#m(\d+)"', chart.svg)}
    assert leads >= drawn
    assert chart.svg.count("<use") + chart.svg.count("<path") >= 200
    assert len(chart.csv.splitlines()) == 201
    assert svg.inline(chart.svg, 1)


def dots(ax, frame):
    ax.scatter(frame["value"], frame["other"], s=np.arange(len(frame)), c=frame["other"])


def lines(ax, frame):
    ax.hlines(frame["other"], 0, frame["value"])


def bare_bars(ax, frame):
    ax.bar(frame["value"], frame["other"])


def markers(ax, frame):
    ax.plot(frame["value"], frame["other"], "o")


def curves(ax, frame):
    ax.plot([[0] * len(frame), [1] * len(frame)], [frame["value"], frame["other"]])


def words(ax, frame):
    for n in frame["value"]:
        ax.text(n, n, "x")


MANY = {"dots": dots, "lines": lines, "bars": bare_bars, "markers": markers, "curves": curves, "words": words}


@pytest.mark.parametrize("kind", MANY)
def test_very_many_marks_are_one_picture(kind):
    frame = rows(MARKS + 150)
    _, ax = plt.subplots()
    MANY[kind](ax, frame)
    chart = figure(ax, "Many", data=frame)
    assert chart.svg.count("<use") + chart.svg.count("<path") + chart.svg.count("<text") < 120
    assert 1 <= chart.svg.count("<image") <= 2 and "Written:" not in chart.html
    assert svg.inline(chart.svg, 1)


def test_the_cells_of_a_large_map_are_one_picture():
    _, ax = plt.subplots()
    sns.heatmap(np.arange(1600).reshape(40, 40), ax=ax)
    assert figure(ax, "Map").svg.count("<path") < 500


def test_a_key_of_many_names_is_cut():
    frame = rows(300)
    _, ax = plt.subplots()
    for name, row in frame.groupby("zone"):
        ax.plot(row["value"], row["other"], label=name)
    ax.legend()
    chart = figure(ax, "Key")
    assert f"the first {NAMES} of 300 names of the key" in chart.html


def test_what_has_room_is_drawn_whole_and_nothing_is_said():
    frame = rows(NAMES)
    _, ax = plt.subplots()
    bars(ax, frame)
    chart = figure(ax, "Some", data=frame)
    assert "Written:" not in chart.html + chart.alt
    assert len(set(re.findall(r'href="#m(\d+)"', chart.svg))) == NAMES


def calls(of):
    count = 0

    def one(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(one)
    try:
        of()
    finally:
        sys.setprofile(None)
    return count


def test_many_rows_are_found_in_linear_work():
    def work(count):
        known = anchors.Rows(rows(count).assign(kind="bar"))
        return calls(lambda: [known.find(["bar", f"Zone {n}"]) for n in range(count)])

    assert work(2_000) < 2.2 * work(1_000)


def test_of_any_number_of_rows_a_table_shows_the_first_and_counts_the_rest():
    frame = rows(20_000)
    shown = table(frame, "All zones")
    assert f"All zones (the first {ROWS:,} of 20,000 rows)" in shown.html
    assert shown.html.count("<tr>") == ROWS + 1 and len(shown.text.splitlines()) == ROWS + 2
    assert len(shown.csv.splitlines()) == 20_001
