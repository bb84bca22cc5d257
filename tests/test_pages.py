"""Saved pages: what of them is read, which day is theirs, and which files are refused."""

import datetime as dt
import email.mime.multipart
import email.mime.text

import pytest

import ftzlib as ftz
from ftzlib import cli

FIRST = "The Qinzhou Area has taken on 118 trial tasks, and 74 have been completed so far, officials said on Thursday."
LAST = "The area has drawn 52 shipping firms, and it will go on working with carriers along the coast, they said."


def page(inside, *, head="", around="{}"):
    """Return a page with an article of two paragraphs, and something between them."""
    story = f"<article><h1>Area</h1><p>{FIRST}</p>{inside}<p>{LAST}</p></article>"
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Area</title>{head}</head><body>{around.format(story)}</body></html>'


def read(text, folder, name="page.html"):
    path = folder / name
    path.write_bytes(text.encode())
    return ftz.read(path)


def between(text, folder):
    """Return the paragraphs that stand between the two of the article."""
    facts = read(text, folder)
    for table in ("metrics", "dates", "statements"):
        assert all(facts.document.text[row["start"] : row["end"]] == row["quote"] for row in facts.rows(table))
    lines = facts.document.text.split("\n\n")
    return lines[lines.index(FIRST) + 1 : lines.index(LAST)]


READ = [  # what stands between, and the paragraphs that are read of it
    ("<p>It took 118<sup>1</sup> and 74<sup>[2]</sup>, 5<sup>a</sup> tasks.</p>", ["It took 118 and 74, 5 tasks."]),
    ("<p>21.5<sup><a href='#n'>4</a></sup> billion, 40<a href='#n2'>[3]</a> firms</p>", ["21.5 billion, 40 firms"]),
    ("<p>It took <!-- a note --><sup>1</sup> 118 tasks.</p>", ["It took 118 tasks."]),
    ("<p>12 km<sup>2</sup>, 20,000 m<sup>2</sup>, 300 m<sup>3</sup></p>", ["12 km², 20,000 m², 300 m³"]),
    (
        "<p>the 5<sup>th</sup> of 2 × 10<sup>6</sup> t of CO<sub>2</sub></p>",
        ["the 5th of 2 × 10⁶ t of CO2"],
    ),
    ("<ul><li>12 firms from Hubei</li><li>40 banks</li></ul>", ["12 firms from Hubei", "40 banks"]),
    ("<ol><li>Two things:<ul><li>3 piers</li></ul> and so on</li></ol>", ["Two things:", "3 piers", "and so on"]),
    ("<dl><dt>Tasks</dt><dd>118</dd><dt>Area</dt><dd>12 sq km</dd></dl>", ["Tasks: 118", "Area: 12 sq km"]),
    (
        "<table><tr><th>Item</th><th>Value</th></tr><tr><td>New firms</td><td>3,400</td></tr></table>",
        ["Item\tValue", "New firms\t3,400"],
    ),
    ("<table><tr><td><ul><li>12 firms</li><li>40 banks</li></ul></td></tr></table>", ["12 firms", "40 banks"]),
    ("<p>Related industries grew by 500 firms.</p>", ["Related industries grew by 500 firms."]),
    (
        "<table><tr><td><p>Tasks</p></td><td><p>118</p></td></tr><tr><td><p>Firms</p></td><td><p>52</p></td></tr></table>",
        ["Tasks\t118", "Firms\t52"],
    ),
    (
        "<p>It paid 10<sup>9</sup> yuan, $5<sup>99</sup> and 1<sup>1</sup>/<sub>2</sub> t for 12 km<sup>2[4]</sup>.</p>",
        ["It paid 10⁹ yuan, $5.99 and 1 1/2 t for 12 km²."],
    ),
    (
        "<table><tr><td>Tasks<br>all: <p>118</p><p>of 120</p></td><td>12<br>13</td></tr></table>",
        ["Tasks all: 118 of 120\t12 13"],
    ),
    (
        "<p>The zone has 118\n   trial\n tasks.</p><div>It has 3\n piers.</div>",
        ["The zone has 118 trial tasks.", "It has 3 piers."],
    ),
    ("<p>Explore further</p><p>[Read: Why 500 firms came]</p><p>Subscribe now for Rs 599.</p>", []),
    ("<p>Copyright registrations rose to 40.</p>", ["Copyright registrations rose to 40."]),
    ("<p>More than 500 firms came.</p>", ["More than 500 firms came."]),
    (
        "<p>The cookie factory sold 842 boxes to its partners, as was agreed.</p>",
        ["The cookie factory sold 842 boxes to its partners, as was agreed."],
    ),
    (
        "<p>38<sup>2</sup> deals worth 4.7<sup>[12]</sup> billion, 212<sup><a href='#f'>6</a></sup> ships</p>",
        ["38 deals worth 4.7 billion, 212 ships"],
    ),
    ("<p>86 km<sup>2</sup>, 9 hm<sup>2</sup>, 7.2%<sup>*</sup></p>", ["86 km², 9 hm², 7.2%"]),
    ("<p>It stores 60,000 m<sup>3</sup> of gas.<sup>3,4</sup></p>", ["It stores 60,000 m³ of gas."]),
    (
        "<table><tr><td>Gains</td><td><ul><li>5 docks</li><li>9 cranes</li></ul></td></tr></table>",
        ["Gains", "5 docks", "9 cranes"],
    ),
]
LEFT_OUT = [
    "<p hidden>888 hidden tasks</p>",
    "<div hidden='until-found'><p>888 tasks</p><p>7 firms</p></div>",
    "<p style='color: red; display: none'>888 tasks</p>",
    "<p class='sr-only'>888 tasks</p><template><p>888 tasks</p></template>",
    "<p>READ MORE: Tianjin zone forms 500 innovations</p>",
    "<p><strong>Also read</strong> | <a href='/x'>Tianjin zone forms 500 innovations</a></p>",
    "<p>Related: <a href='/x'>Tianjin zone forms 500 innovations</a></p>",
    "<h3>Related stories</h3><ul><li><a href='/x'>Tianjin zone forms 500 innovations</a></li></ul>",
    "<div class='widget related-articles'><p>Tianjin zone forms 500 innovations</p></div>",
    "<aside><p>Tianjin zone forms 500 innovations, officials said there on Friday.</p></aside>",
    "<p>We use 14 cookies on this website. By continuing you agree to our policy.</p>",
    "<div class='gdpr-note'><p>Our 842 partners keep data for 13 months.</p></div>",
    "<p>Home | Business | Sport</p>",
    "<p>Copyright 2024 The Paper. 14 offices.</p>",
    "<div><p>This website uses cookies so that 96 vendors can show you offers.</p><button>Accept all</button></div>",
    "<p>ALSO READ: Port of Xiamen signs 77 deals</p>",
    "<section hidden=''><p>The draft listed 77 deals.</p></section>",
    "<p><em>See also: <a href='/y'>77 deals signed in Xiamen</a></em></p>",
    "<p>To contact the editors responsible for this story: Li Ming at 842@example.org</p>",
    "<p>For the latest stories and 77 breaking news updates download our app.</p>",
    "<p>Get The Paper's 14 stories by email and never miss one. Free Sign Up</p>",
    "<p>More from ThePaper.com:</p>",
    "<div>More Great Paper Stories</div><ul><li>What Tianjin can teach <a href='/x'>842 ports</a></li></ul>",
]


@pytest.mark.parametrize(("inside", "lines"), READ)
def test_parts_of_an_article_are_paragraphs(inside, lines, tmp_path):
    assert between(page(inside), tmp_path) == lines


@pytest.mark.parametrize("inside", LEFT_OUT)
def test_what_is_hidden_or_of_another_story_is_left_out(inside, tmp_path):
    assert between(page(inside), tmp_path) == []


AROUND = [
    "<div><h2>Your privacy</h2><p>We and our 842 partners use cookies for 13 months.</p><a href='#'>Accept</a></div>{}",
    "{}<p>This site uses 842 cookies to improve your experience.</p>",
    "<div class='cookie-banner'><p>842 partners</p></div><nav><a href='/'>Top 842 stories</a></nav>{}",
    "<table><tr><td>Home | Business | Sport</td></tr><tr><td>{}</td></tr><tr><td>Copyright 2024, 842 cookies</td></tr></table>",
    "<div class='cookie-consent-open'>{}</div>",
    "<form id='aspnetForm'>{}<button>842 shares</button></form>",
    "{}<article class='card related'><p>Tianjin zone forms 842 innovations</p></article>",
    "<div class='page'>{}<ul><li><a href='/a'>842 more stories</a></li></ul></div>",
]


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_an_article_is_left_out(around, tmp_path):
    facts = read(page("", around=around), tmp_path)
    values = [row["value"] for row in facts.rows("metrics")]
    assert 842 not in values and {118, 74, 52} <= set(values)
    assert "|" not in facts.document.text


def test_a_list_straight_in_the_body_is_read(tmp_path):
    text = f"<html><body><h1>Area</h1><p>{FIRST}</p><ul><li>12 firms from Hubei</li></ul><p>{LAST}</p></body></html>"
    assert between(text, tmp_path) == ["12 firms from Hubei"]


def test_markdown_is_read_as_a_page_is(tmp_path):
    text = f"{FIRST}\n\nIt took 118[^1] tasks.\n\n- two\n  - three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n{LAST}\n\n[^1]: A note."
    lines = read(text, tmp_path, "note.md").document.text.split("\n\n")
    assert lines == [FIRST, "It took 118 tasks.", "two", "three", "a\tb", "1\t2", LAST, "A note."]


# The day of publication


def meta(name, content):
    return f'<meta name="{name}" content="{content}">'


def data(text):
    return f'<script type="application/ld+json">{text}</script>'


def day_of(text, folder):
    document = read(text, folder).document
    return document.source.published and document.source.published.isoformat()


TOLD = [
    meta("article:published_time", "2020-11-06T10:00:00+08:00") + meta("article:modified_time", "2024-01-02"),
    meta("pubdate", "20201106"),
    meta("PublishDate", "Fri, 06 Nov 2020 10:00:00 GMT"),
    meta("citation_publication_date", "2020/11/06"),
    data('{"@type": "NewsArticle", "datePublished": "2020-11-06T10:00Z", "dateModified": "2024-01-02"}'),
    data('{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "datePublished": "2020-11-06"}}'),
    data('{"@graph": [{"@type": "WebSite"}, {"@type": ["ReportageNewsArticle"], "datePublished": "2020-11-06"}]}'),
    meta("article:published_time", "2020-11-06T08:15:00+08:00") + meta("og:article:modified_time", "2022-02-11"),
    data('{"@type": "Article", "dateCreated": "2020-10-20", "datePublished": "2020-11-06T08:15:00.000Z"}'),
    meta("parsely-pub-date", "2020-11-06T00:15:00Z"),
    meta("article:published_time", "2020-11-06T12:25:36Z") + meta("sailthru.date", "2020-11-07T09:49:32Z"),
]
NOT_TOLD = [
    meta("article:modified_time", "2024-01-02T10:00:00+08:00"),
    meta("og:updated_time", "2024-01-02"),
    meta("lastmod", "2024-01-02"),
    meta("pubdate", "03/04/2021"),
    meta("date", "03/04/2021"),
    meta("pubdate", "soon"),
    meta("pubdate", "2020-11-06") + meta("publishdate", "2021-01-02"),
    data('{"@type": "NewsArticle", "dateModified": "2024-01-02"}'),
    data('{"@type": "Event", "startDate": "2020-11-12"}'),
    data('{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2020-11-06"}]}'),
    data('[{"@type": "Article", "datePublished": "2020-11-06"}, {"@type": "Article", "datePublished": "2020-11-07"}]'),
    data('{"@type": "NewsArticle", "datePublished":'),
    meta("last-modified", "2022-02-11"),
    meta("DC.date.issued", "07/08/2020"),
    data('{"@type": "WebPage", "dateModified": "2022-02-11", "lastReviewed": "2022-02-11"}'),
]


@pytest.mark.parametrize("head", TOLD)
def test_the_day_that_a_page_calls_that_of_publication_is_its_day(head, tmp_path):
    assert day_of(page("", head=head), tmp_path) == "2020-11-06"


@pytest.mark.parametrize("head", NOT_TOLD)
def test_another_day_in_the_head_of_a_page_is_not(head, tmp_path):
    assert day_of(page("", head=head), tmp_path) is None


MARKED = [
    ("<h1>Area</h1><time itemprop='datePublished' datetime='2020-11-06'>today</time>", "2020-11-06"),
    ("<h1>Area</h1><span class='pub-date'>Published 6 November 2020, 10:30</span>", "2020-11-06"),
    ("<header><h1>Area</h1><time datetime='2020-11-06'>6 Nov</time></header>", "2020-11-06"),
    (
        "<h1>Area</h1><p><time datetime='2020-00-06T11:12Z' pubdate>Friday, Nov. 6 2020, 6:00 AM EST</time></p>"
        "<p>Last updated <time class='updated' datetime='2020-57-30T01:12Z' pubdate>Nov. 30 2020, 8:57 PM EST</time></p>",
        "2020-11-06",
    ),
    ("<h1>Area</h1><div id='a-date-published' content='2020-11-06T19:09:34'>Friday</div>", "2020-11-06"),
    ("<h1>Area</h1><div>Source: Xinhua | 2020-11-06 10:30</div>", "2020-11-06"),
    ("<h1>Area</h1><time class='updated' datetime='2020-11-06'>6 Nov</time>", None),
    ("<h1>Area</h1><time class='event-date' datetime='2020-11-06'>6 Nov</time>", None),
    ("<h1>Area</h1><span class='date'>03/04/2021</span>", None),
    ("<h1>Area</h1><p class='event-date'>Fair opens 12 November 2020</p>", None),
    (
        "<h1>Area</h1><ul><li><time itemprop='datePublished' datetime='2020-11-06'>11.06.20</time> |</li></ul>",
        "2020-11-06",
    ),
    ("<h1>Area</h1><p><span>MUMBAI</span> <span class='timestamp'>Fri Nov 6, 2020 4:33pm IST</span></p>", "2020-11-06"),
    ("<h1>Area</h1><span class='date'>6 November 2020, 3:51 pm</span>", "2020-11-06"),
    ("<h1>Area</h1><ul><li><a href='/x'>A fair</a> <time datetime='2020-11-06'>6 Nov</time></li></ul>", None),
]


@pytest.mark.parametrize(("title", "day"), MARKED)
def test_an_element_that_says_so_gives_the_day(title, day, tmp_path):
    assert day_of(page("").replace("<h1>Area</h1>", title), tmp_path) == day


def test_the_day_among_the_data_of_other_stories_is_not_the_day_of_this_one(tmp_path):
    others = "<div><h3>A story</h3><meta itemprop='datePublished' content='2021-01-02'></div>"
    around = f"{{}}{others}{others.replace('02', '03')}"
    assert day_of(page("", head=meta("DC.date.issued", "2020-11-06"), around=around), tmp_path) == "2020-11-06"


def test_the_class_of_what_holds_the_title_says_nothing_of_its_day(tmp_path):
    told = page("").replace("<article>", "<article class='sticky-sidebar-parent'>")
    told = told.replace("</h1>", "</h1><span class='date'>6 November 2020</span>")
    assert day_of(told, tmp_path) == "2020-11-06"


@pytest.mark.parametrize("place", ["aside", "footer", "li", "article", "div"])
def test_the_day_of_another_story_is_not_the_day_of_this_one(place, tmp_path):
    other = f"<{place} class='related'><time class='published' datetime='2024-05-05'>5 May 2024</time> Another story</{place}>"
    facts = read(page(other), tmp_path)
    assert facts.document.source.published is None
    assert [row["value"] for row in facts.rows("dates") if row["quote"] == "Thursday"] == [None]


# Other files


def saved(text):
    """Return a page as a browser saves it in one file."""
    message = email.mime.multipart.MIMEMultipart("related", type="text/html")
    message["Snapshot-Content-Location"] = "https://example.org/news/118"
    message["Date"] = "Mon, 1 Jan 2024 10:00:00 -0000"
    for markup in (text, "<html><body><p>An advertisement of 842 firms stands here.</p></body></html>"):
        message.attach(email.mime.text.MIMEText(markup, "html", "utf-8"))
    return f"From: <Saved by Blink>\n{message.as_string()}"


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page"])
def test_a_page_saved_as_one_file_is_read(name, tmp_path):
    facts = read(saved(page("<p>Trade of the Xi’an port grew.</p>", head=TOLD[0])), tmp_path, name)
    assert facts.document.source.published == dt.date(2020, 11, 6)
    assert facts.document.source.url == "https://example.org/news/118"
    assert "Xi’an port" in facts.document.text and "842" not in facts.document.text


REFUSED = [
    ("a.pdf", b"%PDF-1.7", "PDF"),
    ("a.txt", b"%PDF-1.7", "PDF"),
    ("a.docx", b"PK\x03\x04", "office"),
    ("a.txt", b"PK\x03\x04", "office"),
    ("a.doc", b"\xd0\xcf\x11\xe0", "office"),
    ("a.rtf", rb"{\rtf1 118 tasks}", "RTF"),
    ("a.txt", rb"{\rtf1 118 tasks}", "RTF"),
    ("a.json", b'{"text": "118 tasks"}', "JSON"),
    ("a.txt", b'[{"text": "118 tasks"}]', "JSON"),
    ("a.eml", b"Subject: 118 tasks\n\n118 tasks", "e-mail"),
    ("a.txt", b"Return-Path: <a@example.org>\nSubject: 118\n\n118 tasks", "e-mail"),
    ("a.mhtml", b"From: <Saved by Blink>\n\n118 tasks", "no web page"),
    ("b.rtf", rb"{\rtf1\ansi{\fonttbl}The hub has 62 routes.}", "RTF"),
    ("b.json", b'{"headline": "Hub", "articleBody": "The hub has 62 routes."}', "JSON"),
    ("b.eml", b"From: a@example.org\nTo: b@example.org\nSubject: Hub\n\nThe hub has 62 routes.", "e-mail"),
]


@pytest.mark.parametrize(("name", "raw", "words"), REFUSED)
def test_a_file_that_is_no_article_is_refused_in_one_line_that_says_what_to_do(name, raw, words, tmp_path, capsys):
    (tmp_path / name).write_bytes(raw)
    assert cli.main(["facts", str(tmp_path / name)]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and words in err and any(advice in err for advice in ("save", "put", "copy"))


def test_a_line_in_brackets_is_no_json(tmp_path):
    assert read(f"[Photo by Li Ming]\n\n{FIRST}", tmp_path, "a.txt").rows("metrics")


UTC = '<meta property="article:published_time" content="{}">'


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (UTC.format("2019-11-20T21:24:10.336533-05:00"), "2019-11-20"),  # fractions of a second are no day
        (UTC.format("0001-01-01T00:00:00Z") + '<meta name="pubdate" content="2019-11-20">', "2019-11-20"),
        (
            UTC.format("2019-11-19T01:10:00Z") + '<link rel="canonical" href="https://n.example/2019/11/18/a">',
            "2019-11-18",
        ),
        (
            UTC.format("2019-11-19T01:10:00Z") + '<meta name="pubdate" content="2019-11-18T20:10:00-05:00">',
            "2019-11-18",
        ),
        (UTC.format("2019-11-19T11:00:00Z") + '<meta name="pubdate" content="2019-11-12">', None),
    ],
)
def test_of_a_moment_the_day_is_that_of_the_place(tmp_path, told, day):
    published = read(page("", head=told), tmp_path).document.source.published
    assert (published and published.isoformat()) == day


def test_what_a_script_would_show_is_read(tmp_path):
    told = page("").replace("<article>", '<article style="display: none">')
    assert read(told, tmp_path).document.text.endswith(f"{FIRST}\n\n{LAST}")


def test_several_bodies_of_one_article_are_one(tmp_path):
    bodies = "".join(
        f'<div class="entry-content"><p>{words}</p><p>{words[:40]} again.</p></div>' for words in (FIRST, LAST)
    )
    text = read(page("", around=f"<article><h1>Area</h1>{bodies}</article><!--{{}}-->"), tmp_path).document.text
    assert FIRST in text and LAST in text


@pytest.mark.parametrize(
    "sign", ["&#0;", "&#x00;", "&#0", "&#x0b;", "&#1;", "&#31;", "&#xfffe;", "\x0b", "\x01"], ids=ascii
)
def test_no_sign_that_a_page_names_by_its_number_stops_its_reader(sign, tmp_path):
    path = tmp_path / "page.html"
    note = f"<sup>1{sign}</sup>{sign}"
    path.write_text(
        f"<article><p>{sign}The zone has 106{note} tasks.{sign}</p><ul><li>{sign}<sup>a</sup>13 zones{sign}</li></ul></article>"
    )
    assert 106 in set(ftz.read(path).metrics["value"])


@pytest.mark.parametrize("sign", ["&#0;", "&#00;", "&#x0;", "&#X000;", "&#0"])
@pytest.mark.parametrize("place", ["{}The area drew 40 firms.", "The area drew 40{} firms.", "The <b>area{}</b> drew 40 firms.", "The area drew 40 firms.{}"])  # fmt: skip
def test_a_number_of_no_sign_loses_neither_its_paragraph_nor_its_number(sign, place, tmp_path):
    told = read(page(f"<p>{FIRST}</p><p>{place.format(sign)}</p><p>{LAST}</p>"), tmp_path)
    assert "The area drew 40 firms." in told.document.text and 40 in set(told.metrics["value"])


def test_a_number_that_only_begins_with_nought_is_a_sign(tmp_path):
    told = read(page(f"<p>{FIRST}</p><p>The area drew 4&#048; firms, and 1&#x0030; banks.</p><p>{LAST}</p>"), tmp_path)
    assert {40, 10} <= set(told.metrics["value"])
