r"""A saved web page: what of it is the article, and what it says of itself.

Finds     the main text (trafilatura), a paragraph each for items of lists and rows of tables (their cells parted by
          tabs), km<sup>2</sup> as km²; title, publisher, address, and the day that the page calls that of publication.
Leaves    what no reader sees or what belongs to another story: hidden parts, banners, boxes that lead elsewhere,
          marks of notes; days of change and days that the markup only mentions.
Example   "118<sup>1</sup> tasks, 12 km<sup>2</sup>" -> "118 tasks, 12 km²"
"""

import datetime as dt
import json
import re
import tomllib
import warnings
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeAlias

from ftzlib.grammar import lexicon

Element: TypeAlias = Any  # of lxml, which has no types
CELL = "␉"  # parts the cells of a row until the text is out: a tab would be taken for a blank
MOST_BANNER = 1_500  # characters; a longer part of a page is no banner, whatever it is called
MOST_BEFORE = 20  # characters before a raised sign that say what it is
LEAST_HEADING = 0.4  # of a page's title that its heading begins
LAST_DAY = "2999-12-31"  # that a page may be of
FIRST_YEAR = 1990  # of the web
MOST_LINE = 250  # characters of a line that leads to another story, or of a page's foot
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_QUOTES = str.maketrans("‘’′“”–—", "'''\"\"--")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?=T|\s+\d\d:|$)")
_DAY = re.compile(r"(?<!\d)(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_NAMED_DAY = re.compile(r"(?:\b(\d{1,2})\w{0,2} )?\b([A-Z][a-z]{2,8})\.?,? (?:(\d{1,2})\w{0,2},? )?(\d{4})\b")
_BLANK = re.compile(r"\s+")
#: Signs that a page can name by their number (``&#11;``), and that no element may be given again.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NO_SIGN = re.compile(rb"&#(?:0+|[xX]0+)(?![0-9a-fA-F]);?")  # which a browser shows as a mark of something lost
_EXSLT = {"re": "http://exslt.org/regular-expressions"}


def article(raw: bytes, address: str | None = None, *, hidden: bool = False) -> tuple[str, dict[str, Any]]:
    """Return the text of a page's article, and what the page says of itself; the text is empty if there is none.

    With `hidden`, what the page hides by its style is read too.
    """
    import trafilatura

    tree = trafilatura.load_html(_NO_SIGN.sub(b"", raw))
    if tree is None:
        return "", {}
    leave_out(tree, hidden=hidden)
    day = published(tree, address)
    bodies = [story.get("articleBody") for story in _stories(tree)]
    set_in_paragraphs(tree)
    _put_blanks(tree, _BLANK, "pre")  # where the source of a page ends its lines, no paragraph ends
    page = _extracted(tree, address)
    if page is None or not page.text:
        return ("", {}) if hidden else article(raw, address, hidden=True)  # a script shows what its style hides
    title = _title(tree) or page.title
    given = {"title": title, "publisher": page.sitename, "url": address or page.url, "published": day}
    text = re.sub(r"\s*\n\s*", "\n\n", _whole(page.text, bodies)).replace(CELL, "\t")
    return text, {name: value for name, value in given.items() if value}


def _extracted(tree: Element, address: str | None) -> Any:
    import trafilatura

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of hours in zones that dateutil does not know
        return trafilatura.bare_extraction(
            tree,
            url=address,
            include_comments=False,
            with_metadata=True,
            # its day is not taken: it may be that of a change; nor is today, which must not matter
            date_extraction_params={"extensive_search": False, "max_date": LAST_DAY},
        )


def _whole(shown: str, bodies: Iterable[object]) -> str:
    """Return what a page shows, or the body in its data, of which it shows but a part and a script the rest."""
    body = max(map(str, filter(None, bodies)), key=len, default="")
    return body if 2 * len(shown) < len(body) or shown == _BLANK.sub(" ", body) else shown


def lines(markup: str) -> str:
    """Return the paragraphs of markup that is an article and nothing else."""
    from lxml import html  # type: ignore[import-untyped]

    tree = html.fromstring(f"<main>{markup}</main>")
    leave_out(tree)
    set_in_paragraphs(tree)
    return "\n\n".join(filter(None, map(_words, _paragraphs(tree)))).replace(CELL, "\t")


def leave_out(tree: Element, *, hidden: bool = False) -> None:
    """Take out of a page what is no word of its article."""
    known = pages()["left_out"]
    _put_blanks(tree, _NO_XML)
    for element in [] if hidden else tree.xpath(known["hidden"], namespaces=_EXSLT):
        if element.getparent() is not None:
            element.drop_tree()
    for element in [*tree.iter(*known["elements"]), *_called(tree, known, "name")]:
        _drop(element)
    _without_marks(tree)
    _without_edges(tree)


def _put_blanks(tree: Element, signs: re.Pattern[str], *but: str) -> None:
    """Put a blank for what a pattern fits in the words of a page, of some elements excepted."""
    for element in tree.iter():
        if element.tag not in but:
            element.text, element.tail = (part and signs.sub(" ", part) for part in (element.text, element.tail))


def _without_edges(tree: Element) -> None:
    """Take out what stands around an article: banners, its foot, and what leads elsewhere with its menu."""
    for block in list(_paragraphs(tree)):
        words, following = _words(block), block.getnext()
        leads = _is(words, "elsewhere", MOST_LINE)
        if leads and following is not None and (_is_menu(following) or _is_of_links(following)):
            _drop(following)
        if leads or _is(words, "foot", MOST_LINE) or _is(f" {words} ", "banner", MOST_BANNER):
            _drop(block)


def set_in_paragraphs(tree: Element) -> None:
    """Make paragraphs of the rows of tables and of the items of lists, and one body of an article's bodies."""
    first: dict[tuple[str, Element], Element] = {}
    for body in tree.xpath("//*[@class]"):
        if not set(body.get("class").lower().split()).isdisjoint(pages()["blocks"]["bodies"]):
            story = next(body.iterancestors("article"), body.getparent())
            whole = first.setdefault((body.get("class"), story), body)
            if whole is not body and whole not in body.iterancestors():
                whole.extend(list(body))
                body.drop_tree()
    for table in list(tree.iter("table")):
        _flatten(table)
    for items in list(tree.iter("ul", "ol", "dl")):
        _itemise(items)


def _without_marks(tree: Element) -> None:
    """Read raised signs: *km²*, *5th*, *10⁸*; those of notes are no digits of the number before them."""
    for mark in list(tree.iter("sup")):
        mark.tail = _read_raised(mark) + (mark.tail or "")
        mark.drop_tree()
    for link in tree.xpath("//a[starts-with(@href, '#')]"):
        if re.fullmatch(r"\[?(?:\d{1,3}|[*†‡↩^])\]?", _words(link)):
            link.drop_tree()


def _read_raised(mark: Element) -> str:
    """Return what a raised sign says in its line; nothing if it is that of a note."""
    sign, behind = re.sub(r"\[\d+\]$", "", _words(mark)), mark.getnext()
    raised = f"{_before(mark)}^{sign}"
    if lexicon.written("pages", "power").search(raised):
        return sign.translate(_RAISED)
    if sign.isdigit() and behind is not None and behind.tag == "sub" and (mark.tail or "").strip() in ("/", "⁄"):
        return f" {sign}"  # *1 1/2*
    if lexicon.written("pages", "cents").search(raised):
        return f".{sign}"
    return sign if lexicon.written("pages", "suffix").search(raised) else ""


def _before(element: Element) -> str:
    previous = element.getprevious()
    if previous is None:
        return (element.getparent().text or "")[-MOST_BEFORE:]
    inside = previous.text_content() if isinstance(previous.tag, str) and not previous.tail else ""  # no comment's
    return f"{inside}{previous.tail or ''}"[-MOST_BEFORE:]


def _is(words: str, what: str, most: int) -> bool:
    return len(words) <= most and lexicon.written("pages", what).match(words) is not None


def _is_menu(element: Element) -> bool:
    linked = sum(len(_words(link)) for link in element.iter("a"))
    return linked > 0.6 * len(_words(element))


def _is_of_links(element: Element) -> bool:
    """Tell whether each item of a list leads elsewhere."""
    return element.tag in ("ul", "ol") and all(item.find(".//a") is not None for item in element.iter("li"))


def _flatten(table: Element) -> None:
    """Make paragraphs of a table's rows, or, where it only lays out the page, of what stands in its cells."""
    inside = next(table.iterdescendants(*pages()["blocks"]["in_layout"]), None)
    layout = inside is not None or any(_is_longer(cell, MOST_LINE) for cell in table.iter("td"))
    for row in table.iter("tr"):
        _flatten_row(row, layout=layout)
    for element in table.iter("table", "thead", "tbody", "tfoot", "caption"):
        element.tag = "p" if element.tag == "caption" else "div"


def _flatten_row(row: Element, *, layout: bool) -> None:
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if layout or len(cells) < 2:
        row.tag = "div"
        for cell in cells:
            _become_paragraph(cell)
    else:
        words = CELL.join(map(_spaced, cells))
        row.clear()
        row.tag, row.text = "p", words


def _itemise(items: Element) -> None:
    """Make a paragraph of each item of a list that is no menu."""
    if _is_menu(items):
        return
    for term in list(items.iter("dt")):
        following = term.getnext()
        if following is not None and following.tag == "dd":
            words = f"{_spaced(term)}: {_spaced(following)}"
            following.clear()
            following.text = words
            term.drop_tree()
    for item in list(items.iter("li", "dt", "dd")):
        _become_paragraph(item)
    items.tag = "div"


def _become_paragraph(element: Element) -> None:
    """Make a paragraph of an element, or of each run of loose words between the blocks in it."""
    element.tag = "div" if _holds_blocks(element) else "p"
    if element.tag == "p":
        return
    run = element.makeelement("p")
    run.text, element.text = element.text, None
    for child in list(element):
        if child.tag not in pages()["blocks"]["all"]:
            run.append(child)
            continue
        if _words(run):
            child.addprevious(run)
        run = element.makeelement("p")
        run.text, child.tail = child.tail, None
    if _words(run):
        element.append(run)


def _holds_blocks(element: Element) -> bool:
    return any(child is not element for child in element.iter(*pages()["blocks"]["all"]))


def _title(tree: Element) -> str | None:
    """Return the heading that the page's own title begins with: *Area forms 68 innovations* of *... - The Paper*."""
    full = " ".join(map(_words, tree.xpath("//head/title")))
    headings = [words for words in map(_words, tree.iter("h1")) if _same(full).startswith(_same(words))]
    heading = max(headings, key=len, default="")
    return heading if len(heading) > LEAST_HEADING * len(full) else None  # a shorter one is the paper's name


def _same(words: str) -> str:
    return words.lower().translate(_QUOTES)


def published(tree: Element, address: str | None = None) -> dt.date | None:
    """Return the day that a page calls that of its publication, if it gives one day for it."""
    data = (str(story.get("datePublished") or "") for story in _stories(tree))
    for told in (_told(tree, "meta"), data, _told(tree, "mark"), _told(tree, "other")):
        given = [(words, day) for words in told if (day := to_day(words))]
        if given:
            return _one_day(given, [address or "", *tree.xpath("//link[@rel='canonical']/@href")])
    return None


def _one_day(given: Iterable[tuple[str, dt.date]], addresses: Iterable[str]) -> dt.date | None:
    """Return the one day that is told; of a moment told for two time zones, or for Greenwich alone, the page's own."""
    listed = sorted(given, key=lambda told: not _is_utc(told[0]))  # the page's own time goes before Greenwich's
    days = {_moment(words) or day: day for words, day in listed}
    if len(set(days.values())) != 1:
        return None
    day = next(iter(days.values()))
    before = day - dt.timedelta(days=1)
    own = any(f"{before:%Y/%m/%d}" in address or f"{before:%Y-%m-%d}" in address for address in addresses)
    return before if own and all(_is_utc(words) for words, _ in listed) else day


def _moment(words: str) -> dt.datetime | None:
    with suppress(ValueError):
        moment = dt.datetime.fromisoformat(words.strip())
        return moment.replace(microsecond=0) if moment.tzinfo else None
    return None


def _is_utc(words: str) -> bool:
    return words.strip().endswith(("Z", "+00:00", "+0000"))


def _told(tree: Element, where: str) -> Iterator[str]:
    for element in _called(tree, pages()["published"], where):
        words = _words(element)
        if not words.lower().startswith("updat") and "updated" not in (element.get("class") or "").split():
            given = filter(None, (*map(element.get, ("datetime", "content", "title")), words))
            yield next(filter(to_day, given), "")  # the first that is a day: systems write *2014-00-29* for 29 December


def _stories(tree: Element) -> Iterator[dict[str, Any]]:
    """Yield what JSON-LD says of the page's own article, not of one that it lists or belongs to."""
    stories = tuple(pages()["published"]["stories"])
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        with suppress(ValueError, RecursionError):
            for thing in _things(json.loads(script.text or "", strict=False)):
                if any(str(kind).endswith(stories) for kind in _listed(thing.get("@type"))):
                    yield thing


def _things(data: object) -> Iterator[dict[str, Any]]:
    for thing in _listed(data):
        if isinstance(thing, dict):
            yield thing
            yield from _things(thing.get("@graph") or thing.get("mainEntity") or [])


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def to_day(words: str) -> dt.date | None:
    """Read the one day that markup gives: *2020-11-06T10:00*, *6 Nov. 2020*; 03/04/2021 has two readings, so none."""
    days = set()
    if exact := _ISO.match(words.strip()):
        words = exact[0]  # the digits of its time are no day
    with suppress(ValueError):
        days |= {dt.date(int(year), int(month), int(day)) for year, _, month, day in _DAY.findall(words)}
        for before, month, behind, year in _NAMED_DAY.findall(words):
            if known := lexicon.load("calendar")["months"].get(month.lower()):
                days.add(dt.date(int(year), known, int(before or behind)))
    days = {day for day in days if day.year >= FIRST_YEAR}  # systems fill 0001 and 1970 in for none
    return days.pop() if len(days) == 1 else None


def _called(tree: Element, known: dict[str, Any], where: str) -> list[Element]:
    """Return elements that are called by one of some words; see ``pages.toml``."""
    words = rf"\s(?:{'|'.join(known[f'{where}s'])})\s"
    return tree.xpath(known[where], namespaces=_EXSLT, words=words)  # type: ignore[no-any-return]


def _paragraphs(tree: Element) -> Iterator[Element]:
    """Elements that hold words and no other block."""
    for element in tree.iter(*pages()["blocks"]["all"]):
        if element.getparent() is not None and not _holds_blocks(element):
            yield element


def _drop(element: Element) -> None:
    """Take an element out of its page, but for the page itself, its article, and what is too long to be beside it."""
    known = pages()["left_out"]
    beside = element.tag in known["elements"] or not _is_longer(element, MOST_BANNER)
    if element.getparent() is not None and beside and not element.xpath(known["kept"]):
        element.drop_tree()


def _is_longer(element: Element, most: int) -> bool:
    """Tell whether an element has more characters, and look at no more of them: pages are of any size."""
    return any(length > most for length in accumulate(len(text.strip()) for text in element.itertext()))


def _words(element: Element) -> str:
    return _BLANK.sub(" ", element.text_content()).strip()


def _spaced(element: Element) -> str:
    """Return an element's words, with a blank between its blocks and lines: *12<br>13* is no 1213."""
    for part in element.iterdescendants("br", *pages()["blocks"]["all"]):
        part.text, part.tail = f" {part.text or ''}", f" {part.tail or ''}"
    return _words(element)


@cache
def pages() -> dict[str, Any]:
    """Return the words that parts of a page are known by (``pages.toml``)."""
    return tomllib.loads(Path(__file__).with_name("pages.toml").read_text(encoding="utf-8"))
