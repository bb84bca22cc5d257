"""What must not matter does not, and what must does: an article and the same article, changed in one respect."""

import re

import pytest
from fuzz import CORPUS

import ftzlib as ftz
from ftzlib.facts.records import TABLES
from ftzlib.text import files

NAMES = [path.stem for path in CORPUS]
NEUTRAL = "The weather was mild and the streets were quiet."


@pytest.fixture(params=CORPUS, ids=NAMES)
def article(request):
    return files.read_document(request.param)


def told(facts, *, moved=0, reads=lambda words: words):
    """All rows without their offsets' shift, so that those of two texts can be compared."""
    return {name: [_row(row, moved, reads) for row in facts.rows(name)] for name in TABLES}


def _row(row, moved, reads):
    kept = {key: reads(value) if isinstance(value, str) else value for key, value in row.items()}
    return kept | {"start": row["start"] - moved, "end": row["end"] - moved}


def without_offsets(facts, reads=lambda words: words):
    rows = told(facts, reads=reads)
    return {name: [{k: v for k, v in row.items() if k not in ("start", "end")} for row in rows[name]] for name in rows}


def parse(text, article):
    return ftz.parse(text, published=article.source.published)


def body(article):
    """An article without what stands above its first long paragraph: its headline has a rule of its own."""
    paragraphs = article.text.split("\n\n")
    first = next(n for n, words in enumerate(paragraphs) if len(words) > 120)
    return "\n\n".join(paragraphs[first:])


def test_a_neutral_paragraph_before_it_moves_the_facts_and_changes_none(article):
    text = f"{NEUTRAL}\n\n{body(article)}"
    before = parse(f"{NEUTRAL}\n\n{body(article)}", article)
    once_more = parse(f"{NEUTRAL}\n\n{text}", article)
    assert told(once_more, moved=len(NEUTRAL) + 2) == told(before)


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["windows", "old mac"])
def test_line_ends_do_not_matter(article, end, tmp_path):
    plain, other = tmp_path / "plain.txt", tmp_path / "other.txt"
    plain.write_bytes(article.text.encode())
    other.write_bytes(article.text.replace("\n", end).encode())
    day = article.source.published
    assert told(ftz.read(other, published=day)) == told(ftz.read(plain, published=day))


def squeezed(words):
    return " ".join(words.split())


def test_doubled_spaces_do_not_matter(article):
    doubled = parse(article.text.replace(" ", "  "), article)
    assert without_offsets(doubled, squeezed) == without_offsets(parse(article.text, article), squeezed)


def straight(words):
    return words.translate(str.maketrans("“”‘’", "\"\"''"))


def test_curled_and_straight_quotation_marks_are_the_same(article):
    # A straight single mark cannot be told from an apostrophe: only double marks are straightened.
    flat = re.sub("[“”]", '"', article.text)
    assert told(parse(flat, article), reads=straight) == told(parse(article.text, article), reads=straight)


def test_a_dateline_does_not_matter():
    text = "The Hunan pilot zone carries 106 tasks, said Li Na, mayor of Changsha, on Thursday. She will visit Jinan."
    line = "CHANGSHA, Nov. 6 (Xinhua) -- "
    bare, dated = (ftz.parse(words, published="2020-11-06") for words in (text, line + text))
    kept = {name: [row for row in rows if row["start"] >= 0] for name, rows in told(dated, moved=len(line)).items()}
    for name in ("metrics", "people", "zones", "statements", "commitments"):
        drop = {"id", "part_of"}
        assert [{k: v for k, v in row.items() if k not in drop} for row in kept[name]] == [
            {k: v for k, v in row.items() if k not in drop} for row in told(bare)[name]
        ], name


def test_a_changed_figure_changes_its_row_and_no_other(article):
    facts = parse(article.text, article)
    counts = [r for r in facts.rows("metrics") if re.match(r"[2-9]\d\b(?![.,])", r["quote"]) and r["unit"] == "count"]
    for row in counts:
        if facts.document.text.count(row["quote"][:2]) > 1:
            continue  # the same figure elsewhere may be tied to it
        text = f"{article.text[: row['start']]}11{article.text[row['start'] + 2 :]}"
        changed = {r["id"]: r for r in parse(text, article).rows("metrics")}
        assert changed[row["id"]]["value"] == int(f"11{row['value']}"[:2]) * row["value"] // int(row["quote"][:2])
        for other in facts.rows("metrics"):
            if other["id"] != row["id"]:
                assert changed[other["id"]]["value"] == other["value"]


@pytest.mark.parametrize(("day", "value"), [("Tuesday", "2020-11-03"), ("Wednesday", "2020-11-04"), ("Friday", "2020-11-06")])  # fmt: skip
def test_another_weekday_is_another_date(day, value):
    facts = ftz.parse(f"The zone carries 106 tasks, officials said on {day}.", published="2020-11-06")
    assert [row["value"] for row in facts.rows("dates")] == [value]


def test_another_day_of_publication_moves_what_is_counted_from_it_and_nothing_else():
    text = "The zone, set up on August 31, 2019, carried 106 tasks last year, officials said on Thursday."
    one, other = (ftz.parse(text, published=day) for day in ("2020-11-06", "2021-11-05"))
    assert [row["value"] for row in one.rows("dates")] == ["2019-08-31", "2019", "2020-11-05"]
    assert [row["value"] for row in other.rows("dates")] == ["2019-08-31", "2020", "2021-11-04"]
    for name in set(TABLES) - {"dates", "metrics"}:
        assert one.rows(name) == other.rows(name)


def test_articles_read_one_behind_the_other_do_not_know_of_each_other():
    alone = {path: ftz.read(path).to_json() for path in CORPUS}
    assert {path: ftz.read(path).to_json() for path in reversed(CORPUS)} == alone
