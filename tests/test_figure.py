"""Any chart as a figure: the house's style, words, links to rows, light and dark, type that can be read."""

import base64
import doctest
import math
import random
import re
import warnings
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
import seaborn as sns
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

import ftzlib
from ftzlib.evidence import anchors, axes, svg
from ftzlib.evidence.axes import figure, style
from ftzlib.evidence.claims import cite

XLINK = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def housed():
    matplotlib.use("svg")
    style()
    yield
    plt.close("all")


def facts(**columns):
    size = len(next(iter(columns.values())))
    return pd.DataFrame(columns, index=pd.Index([f"m{n}" for n in range(1, size + 1)], name="id"))


PARTS = facts(
    indicator=["pilot reform tasks", "innovations"],
    value=[96, 13],
    share=[96 / 106, 13 / 68],
    quote=["96 have been implemented", "13 innovations"],
)


def bars(frame=PARTS, x="share", y="indicator"):
    _, ax = plt.subplots()
    return sns.barplot(frame, x=x, y=y, ax=ax)


def links(chart):
    """Addresses of a picture, each with what it says under a pointer, in the order of the drawing."""
    found = ElementTree.fromstring(chart.svg).iter(f"{XLINK}a")
    return [(link.get("href"), link.findtext(f"{XLINK}title")) for link in found]


def words(chart):
    return ["".join(text.itertext()) for text in ElementTree.fromstring(chart.svg).iter(f"{XLINK}text")]


@pytest.mark.parametrize("module", [axes, anchors, svg], ids=lambda module: module.__name__)
def test_the_examples_hold(module):
    assert doctest.testmod(module).failed == 0


# The style


def unsettle():
    """Set what a matplotlibrc, a style sheet and seaborn can set."""
    plt.style.use("dark_background")
    sns.set_theme(style="darkgrid", context="poster", palette="bright", font="serif", font_scale=3)
    sns.set_palette("husl")
    other = {
        **{name: 30 for name in matplotlib.rcParams if name.endswith(("labelsize", "titlesize", "fontsize"))},
        **{"font.size": 40, "font.family": ["serif"], "axes.formatter.use_locale": True, "axes.unicode_minus": False},
        **{"svg.fonttype": "path", "svg.hashsalt": "other", "svg.id": "x", "savefig.bbox": "tight", "savefig.dpi": 300},
        **{"savefig.transparent": True, "savefig.facecolor": "red", "savefig.pad_inches": 3, "figure.dpi": 200},
        **{"text.parse_math": True, "path.simplify": False, "path.sketch": (1, 100, 2), "timezone": "Asia/Shanghai"},
        **{"figure.figsize": (20, 2), "figure.constrained_layout.use": True, "lines.linewidth": 9, "axes.grid": True},
        **{"date.converter": "auto", "date.autoformatter.month": "%m", "axes.xmargin": 0.4, "xtick.direction": "in"},
        **{"errorbar.capsize": 5, "hist.bins": 3, "image.cmap": "jet", "legend.loc": "center", "patch.hatch": "/"},
    }
    matplotlib.rcParams.update({name: value for name, value in other.items() if name in matplotlib.rcParams})


def several():
    ax = bars()
    ax.set_title("$5 and $6")
    frame = PARTS.assign(day=pd.to_datetime(["2019-08-26", "2020-11-05"]))
    _, second = plt.subplots()
    sns.lineplot(frame, x="day", y="value", color="b", marker="o", ax=second)
    return figure(ax, "Bars", data=PARTS).html + figure(second, "Line", data=frame).html


def test_nothing_that_was_set_before_changes_a_byte():
    expected = several()
    unsettle()
    style()
    assert several() == expected


def test_nothing_that_is_set_between_drawing_and_saving_changes_a_byte():
    expected = several()
    ax = bars()
    ax.set_title("$5 and $6")
    unsettle()
    assert figure(ax, "Bars", data=PARTS).html == expected[: expected.index("</figure>") + len("</figure>")]


def test_every_setting_of_the_picture_is_the_house_s():
    settled = dict(matplotlib.rcParams)
    unsettle()
    style()
    assert {name: value for name, value in matplotlib.rcParams.items() if settled[name] != value} == {}


def test_the_backend_and_its_windows_stay():
    matplotlib.use("agg")
    matplotlib.rcParams["interactive"] = True
    style()
    assert matplotlib.get_backend() == "agg"
    assert matplotlib.is_interactive()
    plt.ioff()


def test_making_a_figure_leaves_the_settings_as_they_were():
    unsettle()
    before = dict(matplotlib.rcParams)
    figure(bars(), "Bars")
    assert dict(matplotlib.rcParams) == before


def test_a_figure_is_closed_so_that_it_is_not_shown_twice():
    ax = bars()
    assert plt.get_fignums()
    figure(ax, "Bars")
    assert plt.get_fignums() == []


# What may be drawn


def test_the_same_chart_is_the_same_bytes_each_time_and_so_is_one_axes():
    ax = bars()
    first = figure(ax, "Bars", data=PARTS)
    assert figure(ax, "Bars", data=PARTS) == first
    assert figure(bars(), "Bars", data=PARTS) == first


def within_a_figure():
    whole, _ = plt.subplots()
    part = whole.subfigures(1, 2)[0]
    return sns.barplot(PARTS, x="share", y="indicator", ax=part.subplots())


@pytest.mark.parametrize(
    "drawn",
    [
        bars,
        lambda: bars().figure,
        lambda: Figure().subplots(),
        Figure,
        within_a_figure,
        lambda: sns.FacetGrid(PARTS, col="indicator").map_dataframe(sns.scatterplot, x="share", y="value"),
        lambda: sns.jointplot(PARTS, x="share", y="value"),
        lambda: sns.pairplot(PARTS[["share", "value"]]),
        lambda: sns.relplot(PARTS, x="share", y="value", hue="indicator"),
        lambda: sns.heatmap(PARTS[["share"]], annot=True),
        lambda: plt.subplots(subplot_kw={"projection": "polar"})[1],
        lambda: plt.pie([1, 2], labels=["a", "b"])[0][0].axes,
        lambda: sns.histplot(PARTS, x="share"),
        lambda: sns.kdeplot(pd.Series([1, 2, 4])),
        lambda: sns.boxplot(PARTS, x="share", y="indicator"),
        lambda: plt.imshow([[1, 2]]).axes,
        lambda: plt.subplots(subplot_kw={"projection": "3d"})[1],
        lambda: plt.hexbin([1, 2], [3, 4]).axes,
    ],
)
def test_whatever_was_drawn_is_a_figure_and_warns_of_nothing(drawn):
    ax = drawn()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart = figure(ax, "A chart", data=PARTS)
    ElementTree.fromstring(chart.svg)
    html5lib.HTMLParser(strict=True).parseFragment(svg.inline(chart.svg, 1))


def taken_out():
    ax = bars()
    ax.remove()
    return ax


@pytest.mark.parametrize("given", [None, 3, "ax", PARTS, [1], np.array([1]), taken_out])
def test_what_is_no_drawing_is_refused_in_one_line(given):
    with pytest.raises(
        TypeError, match=r"^figure wants an Axes in its Figure, a Figure or a grid of seaborn, not \w+$"
    ):
        figure(given() if callable(given) else given, "A chart")


@pytest.mark.parametrize("given", [[1], {"a": [1]}, "x", 0])
def test_data_that_is_no_frame_is_refused_in_one_line(given):
    with pytest.raises(TypeError, match=r"^figure wants a DataFrame or a Series, not \w+$"):
        figure(bars(), "A chart", data=given)


@pytest.mark.parametrize(
    "data",
    [
        pd.DataFrame(),
        pd.DataFrame({"a": []}),
        pd.Series([1, 2]),
        pd.Series([0.5, 1], index=["a", "b"], name="share"),
        pd.DataFrame([[1, 2]], columns=["a", "a"]),
        pd.DataFrame([[1, "x"]], columns=pd.MultiIndex.from_tuples([("a", "b"), ("a", "c")])),
        PARTS.reset_index().set_index(["id", "indicator"]),
        pd.DataFrame({"a": [[1], {"b": 2}, None, pd.NaT, pd.Timedelta(1), 1 + 2j]}),
        pd.DataFrame({"a": pd.Categorical(["x", None]), "b": pd.period_range("2020", periods=2, freq="Y")}),
    ],
)
def test_any_frame_may_be_the_data(data):
    assert "<details>" in figure(bars(), "A chart", data=data).html


# What it says


def test_a_figure_has_title_note_picture_source_and_data_in_that_order():
    html = figure(bars(), "Nine in ten", data=PARTS, note="Shares.", source="The article").html
    parts = ["<figure", "<h3>Nine", "ftz-note", "Shares.", "<img", "<figcaption>The article", "<details", "<table"]
    places = [html.index(part) for part in parts]
    assert places == sorted(places)
    html5lib.HTMLParser(strict=True).parseFragment(html)


def test_what_was_not_given_is_not_there():
    html = figure(bars(), "Nine in ten").html
    assert not re.search("ftz-note|figcaption|details|None", html)


def test_a_notebook_gets_the_title_and_the_data_in_words():
    chart = figure(bars(), "Nine in ten", data=PARTS)
    assert chart._repr_mimebundle_(include=None) == {
        "text/plain": "Nine in ten\nBar chart. 2 rows. pilot reform tasks: share 0.9057. innovations: share 0.1912.",
        "text/html": chart.html,
        "text/csv": chart.csv,
    }
    assert f'alt="{chart.alt}"' in chart.html


def test_twelve_rows_are_read_out_and_the_others_counted():
    frame = facts(zone=[f"Zone {n}" for n in range(15)], n=range(15))
    alt = figure(bars(frame, "n", "zone"), "Many", data=frame).alt
    assert alt.startswith("Bar chart. 15 rows. Zone 0: n 0.")
    assert alt.endswith("Zone 11: n 11. And 3 more.")


def test_shares_are_read_as_the_chart_writes_them():
    ax = bars()
    for drawn in ax.containers:
        ax.bar_label(drawn, fmt="{:.1%}")
    assert "innovations: share 19.1%." in figure(ax, "Shares", data=PARTS).alt
    ax = bars()
    ax.xaxis.set_major_formatter(PercentFormatter(1))
    assert "innovations: share 19.1%." in figure(ax, "Shares", data=PARTS).alt


@pytest.mark.parametrize(
    ("kind", "draw"),
    [
        ("Bar chart", bars),
        ("Line chart", lambda: sns.lineplot(PARTS, x="share", y="value")),
        ("Scatter plot", lambda: sns.scatterplot(PARTS, x="share", y="value")),
        ("Heat map", lambda: sns.heatmap(PARTS[["share"]])),
        ("Box plot", lambda: sns.boxplot(PARTS, x="share")),
        ("Pie chart", lambda: plt.pie([1, 2])[0][0].axes),
        ("Scatter plot", lambda: sns.jointplot(PARTS, x="share", y="value")),
    ],
)
def test_the_kind_of_chart_is_said(kind, draw):
    plt.figure()
    assert figure(draw(), "A chart", data=PARTS).alt.startswith(f"{kind}. 2 rows.")


def test_without_data_the_axes_are_read_out():
    assert figure(bars(), "Shares").alt == "Bar chart. share. indicator. pilot reform tasks. innovations."


HOSTILE = "</title></style><script>x</script><img src=x onerror=y>\"' & $5 #0b5f93 font-size: 3px <!-- ]]> \x00\x1b"


def test_words_of_others_stay_words_wherever_they_stand():
    frame = facts(zone=[HOSTILE, "b"], share=[0.5, 1.0], quote=[HOSTILE, "x"]).rename(
        columns={"share": f"share {HOSTILE}"}
    )
    ax = bars(frame, f"share {HOSTILE}", "zone")
    ax.text(0, 0, HOSTILE)
    ax.set_title(f"{HOSTILE}\ud800")
    chart = figure(ax, f"{HOSTILE}\ud800", data=frame, note=HOSTILE, source=HOSTILE)
    inside = svg.inline(chart.svg, 1)
    for html in (chart.html, inside, base64.b64decode(re.search(r'base64,([^"]+)', chart.html)[1]).decode()):
        assert not re.search(r"<script|<img src=x|<!--|\x00|\x1b", html)
    for html in (chart.html, inside):
        html5lib.HTMLParser(strict=True).parseFragment(html.encode().decode())
    assert any("$5 #0b5f93 font-size: 3px <!-- ]]> ␀␛" in text for text in words(chart))


# Which row a mark stands for


def test_bars_their_labels_and_their_names_lead_to_the_words_of_their_rows():
    ax = bars()
    for drawn in ax.containers:
        ax.bar_label(drawn, fmt="{:.1%}")
    expected = {("#m1", "96 have been implemented"): 3, ("#m2", "13 innovations"): 3}
    found = links(figure(ax, "Bars", data=PARTS))
    assert {link: found.count(link) for link in found} == expected


def test_what_a_person_has_put_right_is_outlined_and_says_what_the_rules_read():
    frame = PARTS.assign(basis=["corrected", "read"], rules_read=["value 94", None])
    chart = figure(bars(frame), "Bars", data=frame)
    assert ("#m1", "96 have been implemented; corrected by hand, the rules read value 94") in links(chart)
    assert (
        chart.svg.count("stroke-dasharray: 4 2") == 1 and "dasharray: 4 2" not in figure(bars(), "Bars", data=PARTS).svg
    )


def test_upright_bars_and_bars_at_years_lead_too():
    frame = facts(year=[2019, 2020], value=[171, 278])
    for x in (frame["year"], frame["year"].astype(str)):
        _, ax = plt.subplots()
        ax.bar(x, frame["value"])
        assert {href for href, _ in links(figure(ax, "Bars", data=frame))} == {"#m1", "#m2"}


def test_dots_lead_to_the_words_of_their_rows_also_at_days():
    frame = facts(day=pd.to_datetime(["2019-08-26", "2020-11-05"]), share=[0.0, 0.9])
    chart = figure(sns.scatterplot(frame, x="day", y="share"), "Dots", data=frame)
    assert links(chart) == [("#m1", "day 2019-08-26, share 0"), ("#m2", "day 2020-11-05, share 0.9")]


def test_dots_of_a_strip_are_known_by_their_category():
    frame = facts(zone=["a", "b"], share=[0.5, 0.5])
    plt.figure()
    dots = [href for href, _ in links(figure(sns.stripplot(frame, x="share", y="zone"), "Strip", data=frame))]
    assert dots.count("#m1") == dots.count("#m2") == 2  # dot and name


def test_a_wedge_leads_to_the_row_of_its_name():
    ax = plt.pie(PARTS["value"], labels=PARTS["indicator"])[0][0].axes
    assert [href for href, _ in links(figure(ax, "Parts", data=PARTS))].count("#m1") == 2


def test_a_row_of_another_source_leads_to_its_page():
    frame = PARTS.assign(source_url=["https://example.org/a?b=1&c=2", None])
    assert {href for href, _ in links(figure(bars(frame), "Bars", data=frame))} == {
        "https://example.org/a?b=1&c=2",
        "#m2",
    }


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://a b"])
def test_an_address_that_is_no_page_is_never_a_link(url):
    frame = PARTS.assign(source_url=url).reset_index(drop=True)
    assert links(figure(bars(frame), "Bars", data=frame)) == []


def test_what_two_rows_could_mean_leads_nowhere():
    twice = facts(zone=["a", "a", "b"], share=[0.5, 0.5, 0.7])
    chart = figure(sns.scatterplot(twice, x="share", y="zone"), "Dots", data=twice)
    assert {href for href, _ in links(chart)} == {"#m3"}


MEANS, LINE = facts(zone=["a", "a"], share=[0.4, 0.6]), facts(x=[1.0, 2.0, 3.0], y=[10.0, 20.0, 30.0])


@pytest.mark.parametrize(
    ("draw", "data"),
    [
        (lambda: bars(MEANS, "share", "zone"), MEANS),  # a bar that is a mean of rows
        (bars, facts(indicator=["pilot"], value=[1])),  # bars of other data
        (lambda: sns.lineplot(LINE, x="x", y="y"), LINE),  # a number on an axis
    ],
)
def test_what_shows_no_row_leads_nowhere(draw, data):
    assert links(figure(draw(), "A chart", data=data)) == []


@pytest.mark.parametrize(
    ("said", "at", "leads"),
    [
        ("Qingdao, 90.6%", (0.906, "Qingdao"), "#m1"),
        ("ahead", (0.906, "Qingdao"), "#m1"),
        ("0.91", (0.906, "Qingdao"), "#m1"),
        ("92%", (0.906, "Qingdao"), None),  # another number than that of the row
        ("Qingdao, 90.6%", (0.7, "Qingdao"), None),  # where no row is drawn
        ("92%", (0.92, "Yantai"), "#m3"),
    ],
)
def test_words_on_a_chart_lead_to_the_row_that_is_drawn_where_they_stand(said, at, leads):
    frame = facts(zone=["Qingdao", "Qingdao", "Yantai"], share=[0.906, 0.5, 0.92])
    _, ax = plt.subplots()
    ax.plot(frame["share"], frame["zone"])
    ax.text(*at, said)
    found = [link for link, _ in links(figure(ax, "Words", data=frame))]
    found.remove("#m3")  # the name along the axis that one row alone has
    assert found == ([leads] if leads else [])


def test_a_long_name_in_several_lines_is_one_link():
    frame = facts(zone=["China (Shandong) Pilot Free Trade Zone Qingdao Area", "b"], share=[0.5, 1.0])
    chart = figure(bars(frame, "share", "zone"), "Bars", data=frame)
    assert len([link for link in links(chart) if link[0] == "#m1"]) == 2
    assert "China (Shandong) Pilot" in words(chart)


def test_values_that_remember_their_rows_are_numbers_of_the_chart():
    part = cite({"id": "m2", "value": 1, "unit": "count", "quote": "1"})
    frame = PARTS.assign(share=[part * share for share in PARTS["share"]])
    assert {href for href, _ in links(figure(bars(), "Bars", data=frame))} == {"#m1", "#m2"}


# Room for words


def test_large_numbers_are_written_with_words_on_any_scale():
    frame = facts(zone=["a", "b"], yuan=[1.2e12, 3e9])
    ax = bars(frame, "zone", "yuan")
    assert "1.2 trillion" in words(figure(ax, "Money", data=frame))
    ax = bars(frame, "zone", "yuan")
    ax.set_yscale("log")
    assert "100 billion" in words(figure(ax, "Money", data=frame))


def test_years_keep_their_digits():
    _, ax = plt.subplots()
    ax.plot([2019, 2020, 2021], [1, 2, 3])
    assert "2020.0" in (shown := words(figure(ax, "Years"))) or "2020" in shown


def test_no_label_reaches_beyond_the_picture():
    frame = facts(zone=["x" * 90, "long words of a very long name " * 4, "c"], share=[0.5, 1.0, 0.2])
    ax = bars(frame, "share", "zone")
    ax.annotate("far outside of the axes", (1, 0), (90, 40), textcoords="offset points")
    chart = figure(ax, "Bars", data=frame)
    width, height = (
        float(part) for part in re.search(r'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"', chart.svg).groups()
    )
    for text in ElementTree.fromstring(chart.svg).iter(f"{XLINK}text"):
        x, y = float(text.get("x", 1)), float(text.get("y", 1))
        assert 0 <= x <= width and 0 <= y <= height, "".join(text.itertext())


def test_many_names_get_a_taller_picture():
    def height(size):
        frame = facts(zone=[f"Zone {n}" for n in range(size)], n=range(size))
        return float(re.search(r'height="(\d+)"', figure(bars(frame, "n", "zone"), "Many").svg)[1])

    assert height(40) > 2 * height(4)


def test_a_legend_whose_place_nobody_chose_stands_above_the_data():
    frame = facts(zone=["a", "b"], share=[0.5, 1.0])
    ax = sns.barplot(frame, x="share", y="zone", hue="zone", legend=True)
    figure(ax, "Bars", data=frame)
    assert ax.figure.legends[0].get_window_extent().y0 >= ax.get_window_extent().y1
    _, ax = plt.subplots()
    sns.barplot(frame, x="share", y="zone", hue="zone", legend=True, ax=ax)
    ax.legend(loc="lower right")
    figure(ax, "Bars", data=frame)
    assert ax.get_legend().get_window_extent().y0 < ax.get_window_extent().y1


# Colours


def test_the_house_s_colours_follow_the_page_also_paler_ones_of_seaborn_and_others_stay():
    _, ax = plt.subplots()
    ax.barh(["a", "b", "c"], [1, 2, 3], color=["#123456", "C1", "tomato"])
    ax.axvline(1, color="black")
    for drawn, others in ((ax, {"#123456", "#ff6347"}), (bars(), set())):
        shown = figure(drawn, "Colours").svg.partition("</style>")[2]
        assert set(re.findall(r"(?:fill|stroke): (#\w+)", shown)) == others


@pytest.mark.parametrize("dark", [False, True])
def test_every_colour_of_the_palette_can_be_told_from_the_paper(dark):
    def light(colour):
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    shade = svg.DARK if dark else svg.LIGHT
    paper = light(shade["paper"])
    for name in shade.keys() - {"paper", "line"}:
        own = light(shade[name])
        # what WCAG 2.2 asks of letters, and of what else one has to see
        least = 4.5 if name in ("ink", "soft") else 3
        assert (max(own, paper) + 0.05) / (min(own, paper) + 0.05) >= least, name


# Inside a page


def test_pictures_of_one_page_share_neither_ids_nor_style():
    chart = figure(sns.scatterplot(PARTS, x="share", y="value", hue="indicator"), "Dots", data=PARTS)
    one, two = (svg.inline(chart.svg, number) for number in (1, 2))
    ids = [set(re.findall(r'\bid="([^"]+)"', picture)) for picture in (one, two)]
    assert ids[0] and not ids[0] & ids[1]
    for picture, own in ((one, ids[0]), (two, ids[1])):
        asked = set(re.findall(r'url\(#([^)]+)\)|<use[^>]* href="#([^"]+)"', picture))
        assert {a or b for a, b in asked} <= own
        assert ":root" not in picture
    assert re.sub("ftz-2", "ftz-1", two) == one


def test_a_picture_with_links_is_a_named_group_and_one_without_an_image():
    chart = figure(bars(), "Bars", data=PARTS)
    assert 'role="group"' in (shown := svg.inline(chart.svg, 1))
    assert f'aria-label="{chart.alt}"' in shown
    assert 'role="img"' in svg.inline(figure(bars(), "Bars").svg, 1)
    assert re.findall(r'<a href="(#m\d)"', shown).count("#m1") == 2


@pytest.mark.parametrize(
    "inside",
    [
        "<script>a()</script>",
        "<style>@import 'https://e.org'</style>",
        "<foreignObject><x:iframe src='https://e.org'/></foreignObject>",
        "<x:script>a()</x:script>",
        "<image href='https://e.org/x.png'/>",
        "<image xlink:href='data:image/svg+xml;base64,AA'/>",
        "<use href='https://e.org#x'/>",
        "<a href='javascript:a()'><path d='M0 0'/></a>",
        "<a xlink:href='data:text/html,x'><path d='M0 0'/></a>",
        "<path onclick='a()' d='M0 0'/>",
        "<path style='fill:url(https://e.org)'/>",
        "<path style='background:image-set(\"https://e.org\")'/>",
        "<path clip-path='url(https://e.org#x)'/>",
        "<path fill='url(https://e.org#x)'/>",
        "<animate attributeName='href' to='javascript:a()'/>",
        "<set attributeName='onload' to='a()'/>",
        "<text>x<tspan onmouseover='a()'>y</tspan></text>",
        "<text onmouseover='a()'>x</text>",
    ],
)
def test_a_picture_in_which_anything_runs_or_calls_somebody_is_refused(inside):
    own = figure(bars(), "Bars", data=PARTS).svg
    begun = '<svg xmlns:x="http://www.w3.org/1999/xhtml" xmlns:xlink="http://www.w3.org/1999/xlink" '
    with pytest.raises(ValueError, match=r"^picture 1 is no SVG of this library: (it holds|its <)[^\n]+$"):
        svg.inline(own.replace("<svg ", begun).replace("</svg>", f"{inside}</svg>"), 1)


@pytest.mark.parametrize("begun", ["onload='a()' style='", "style='background:url(https://e.org);"])
def test_a_picture_whose_whole_runs_or_calls_somebody_is_refused(begun):
    own = figure(bars(), "Bars", data=PARTS).svg.replace('style="--least:320px"', f"{begun}--least:320px'", 1)
    with pytest.raises(ValueError, match=r"^picture 1 is no SVG of this library: its <svg> has another \w+$"):
        svg.inline(own, 1)


@pytest.mark.parametrize(
    "given",
    [
        "",
        "<p/>",
        "<svg>",
        "<svg/>",
        '<svg viewBox="x"/>',
        "no",
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>',
    ],
)
def test_what_is_no_picture_of_ours_is_refused_in_one_line(given):
    with pytest.raises(ValueError, match=r"^picture 3 is no SVG of this library: [^\n]+$"):
        svg.inline(given, 3)


def test_the_picture_is_small():
    assert len(figure(bars(), "Bars", data=PARTS).svg) < 8_000


# In a browser


def charts():
    frame = facts(
        zone=["China (Shandong) Pilot Free Trade Zone Qingdao Area", "Guangxi", "Sichuan"],
        day=pd.to_datetime(["2019-08-26", "2020-03-01", "2020-11-05"]),
        share=[0.906, 0.6, 0.95],
    )
    tiny = bars(frame, "share", "zone")
    tiny.text(0.1, 0, "tiny", fontsize=3)
    _, dots = plt.subplots()
    sns.scatterplot(frame, x="day", y="share", hue="zone", ax=dots)
    grid = sns.relplot(frame, x="day", y="share", col="zone", height=3)
    return [figure(drawn, f"Chart {n}", data=frame) for n, drawn in enumerate((tiny, dots, grid))]


@contextmanager
def page(chromium, body, width, **options):
    css = next(Path(ftzlib.__file__).parent.rglob("report.css")).read_text(encoding="utf-8")
    html = f"<!doctype html><html lang=en><title>x</title><style>{css}</style><main class=page><h1>x</h1><h2>y</h2>{body}</main>"
    context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
    opened = context.new_page()
    opened.set_content(html)
    yield opened
    context.close()


SIZES = """() => [...document.querySelectorAll('svg text')].map(text => {
  const m = text.getScreenCTM(); return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(m.a, m.b) })"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_page_all_type_can_be_read_at_any_width_and_nothing_is_at_fault(chromium, scheme):
    import browser

    body = "".join(
        re.sub(r"<img [^>]*>", lambda _, n=n, chart=chart: svg.inline(chart.svg, n), chart.html)
        for n, chart in enumerate(charts(), 1)
    )
    with page(chromium, body, 360, color_scheme=scheme) as opened:
        for width in (360, 375, 390, 412, 480, 540, 600, 768, 1024, 1280):
            opened.set_viewport_size({"width": width, "height": 900})
            assert min(opened.evaluate(SIZES)) >= 10.95, width
            assert max(opened.evaluate(SIZES)) < 17, width
            assert opened.evaluate("document.documentElement.scrollWidth") <= width
        assert browser.faults(opened) == []
        opened.emulate_media(media="print", color_scheme=scheme)
        paper = opened.evaluate("getComputedStyle(document.querySelector('svg path')).fill")
        assert paper == "rgb(255, 255, 255)"


def test_as_an_image_type_can_be_read_at_any_width(chromium):
    for chart in charts():
        wide = float(re.search(r'viewBox="[\d.]+ [\d.]+ ([\d.]+)', chart.svg)[1])
        least, most = (int(re.search(rf"{end}-width:(\d+)px", chart.html)[1]) for end in ("min", "max"))
        filled = re.sub(r'width="\d+" height="\d+"', 'width="100%"', chart.svg, count=1)
        context = chromium.new_context()
        opened = context.new_page()
        opened.goto("data:image/svg+xml;base64," + base64.b64encode(filled.encode()).decode())
        for width in sorted({least, *(math.ceil(wide * part / 20) for part in range(19, 33, 3)), most}):
            opened.set_viewport_size({"width": width, "height": 900})
            assert min(opened.evaluate(SIZES)) >= 10.9, width / wide
        context.close()


def test_a_link_of_a_picture_can_be_followed_in_a_page(chromium):
    body = f'<figure>{svg.inline(figure(bars(), "Bars", data=PARTS).svg, 1)}</figure><p id="m1">words</p>'
    with page(chromium, body, 390) as opened:
        opened.locator('svg a[href="#m1"]').first.click()
        assert opened.evaluate("location.hash") == "#m1"


def test_a_page_knows_light_from_dark(chromium):
    body = f"<figure>{svg.inline(figure(bars(), 'Bars').svg, 1)}</figure>"
    fills = []
    for scheme in ("light", "dark"):
        with page(chromium, body, 390, color_scheme=scheme) as opened:
            fills.append(opened.evaluate("getComputedStyle(document.querySelector('svg text')).fill"))
    assert fills[0] != fills[1]


def test_marks_are_found_among_many_rows():
    drawn = random.Random(3)
    frame = facts(x=[drawn.random() for _ in range(2000)], y=[drawn.random() for _ in range(2000)])
    assert len(links(figure(sns.scatterplot(frame, x="x", y="y"), "Many", data=frame))) == 2000
