"""The notebooks: how they are built, that they are committed as they run, that a change is noticed."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

import ftzlib as ftz

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "2020-11-06-qingdao-shanghai.txt"
CORPUS = ROOT / "tests" / "corpus"
NOTEBOOKS = {path.stem: nbformat.read(path, 4) for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}
OTHERS = [path.stem for path in sorted(CORPUS.glob("*.txt"))]

each = pytest.mark.parametrize("name", NOTEBOOKS)


def code(name):
    return [cell for cell in NOTEBOOKS[name].cells if cell.cell_type == "code"]


def prose(name):
    return [cell for cell in NOTEBOOKS[name].cells if cell.cell_type == "markdown"]


def html(name):
    outputs = [output for cell in code(name) for output in cell.outputs]
    return "\n".join(output.data.get("text/html", "") for output in outputs)


# How they are built


def test_there_are_seven_and_their_names_are_questions_with_a_number():
    assert list(NOTEBOOKS) == [
        "00-what-the-source-says",
        "01-the-delegation-visit",
        "02-reform-metrics",
        "03-sector-priorities",
        "04-in-context",
        "05-checking-the-article",
        "06-across-articles",
    ]


@each
def test_it_opens_with_a_title_then_parameters_then_set_up(name):
    title, parameters, set_up = NOTEBOOKS[name].cells[:3]
    assert title.source.startswith("# ")
    assert [cell.metadata.get("tags") for cell in (title, parameters, set_up)] == [
        ["title"],
        ["parameters"],
        ["hide-input"],
    ]
    assert re.fullmatch(r'source = "\.\./seeds/[\w-]+\.txt"', parameters.source)


@each
def test_it_answers_before_it_explains(name):
    headline, answer, glance = [cell for cell in code(name) if cell.id in ("headline", "answer", "glance")]
    assert headline.source.startswith("ftz.Headline(")
    assert answer.source.startswith("ftz.Brief(")
    assert glance.outputs[0].data["text/html"].startswith('<ul class="ftz-glance">')


@each
def test_it_ends_with_what_does_not_add_up_what_is_not_said_and_sources(name):
    headings = [line for cell in prose(name) for line in cell.source.splitlines() if line.startswith("## ")]
    assert headings[-3:] == ["## Does it add up?", "## What the source does not say", "## Sources"]


@each
def test_its_cells_are_few_and_short_and_hold_no_plumbing(name):
    cells = code(name)
    trees = [ast.parse(cell.source) for cell in cells]
    assert len(NOTEBOOKS[name].cells) <= 60
    assert max(len(cell.source.splitlines()) for cell in cells) <= 8
    shown = [cell for cell in cells if "hide-input" not in cell.metadata.get("tags", ())]
    assert sum("\n" not in cell.source for cell in shown) >= 0.7 * len(shown)
    nodes = [type(node) for tree in trees for node in ast.walk(tree)]
    assert not {ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.Lambda, ast.ListComp} & set(nodes)


@each
def test_no_more_than_three_code_cells_stand_in_a_row_and_prose_outweighs_code(name):
    kinds = "".join(cell.cell_type[0] for cell in NOTEBOOKS[name].cells)
    words = sum(len(cell.source.split()) for cell in prose(name))
    assert "cccc" not in kinds
    assert words >= 8 * sum(len(cell.source.splitlines()) for cell in code(name))


@each
def test_no_figure_is_typed_into_prose(name):
    assert [line for cell in prose(name) for line in cell.source.splitlines() if re.search(r"\d", line)] == []


# That they are committed as they run


@each
def test_every_cell_was_run_in_order_without_error_or_warning(name):
    assert [cell.execution_count for cell in code(name)] == list(range(1, len(code(name)) + 1))
    kinds = {output.output_type for cell in code(name) for output in cell.outputs}
    assert kinds == {"execute_result"}


@each
def test_ids_name_the_cells_role_and_nothing_of_the_run_is_kept(name):
    ids = [cell.id for cell in NOTEBOOKS[name].cells]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", cell_id) for cell_id in ids)
    assert all(set(cell.metadata) <= {"tags"} for cell in NOTEBOOKS[name].cells)
    assert NOTEBOOKS[name].metadata.kernelspec.display_name == "Python 3 (ipykernel)"
    assert "NBVAL" not in str(NOTEBOOKS[name].cells)


@each
def test_it_holds_no_path_of_a_machine_and_no_picture_that_nbval_would_not_compare(name):
    text = re.sub(r"https?://\S+", "", (ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
    assert not re.search(r"/home/|/Users/|/root/|/tmp/|[A-Z]:\\\\|" + re.escape(str(ROOT)), text)
    kinds = {kind for cell in code(name) for output in cell.outputs for kind in output.data}
    assert kinds == {"text/html", "text/plain"}


@each
def test_every_chart_says_in_words_what_it_shows(name):
    for alt in re.findall(r"<img\b[^>]*?alt=\"([^\"]*)\"", html(name)):
        assert len(alt) > 40
        assert re.search(r"\d", alt)
    assert html(name).count("<img") == html(name).count('<img alt="')


def test_there_are_at_least_seven_charts():
    assert sum(html(name).count('<figure class="ftz-chart"') for name in NOTEBOOKS) >= 7


@each
def test_every_figure_leads_to_a_row_whose_words_it_shows(name):
    facts = ftz.read(SEED)
    quotes = {row["id"]: row["quote"] for table in facts.records for row in facts.rows(table)}
    links = re.findall(r'<a class="ftz-stated" href="#([^"]+)"', html(name))
    inputs = " ".join(re.findall(r'data-inputs="([^"]*)"', html(name))).split()
    assert links
    assert set(links) | set(inputs) <= set(quotes)


# On other articles


def run(name, source):
    """Run a notebook's cells on another source, in this process; return what each shows as text."""
    space, shown = {}, []
    for cell in code(name):
        given = source if isinstance(source, list) else str(source)
        text = f"source = {given!r}" if cell.metadata.get("tags") == ["parameters"] else cell.source
        *before, last = ast.parse(text).body
        exec(compile(ast.Module(before, []), name, "exec"), space)
        if isinstance(last, ast.Expr):
            shown.append(repr(eval(compile(ast.Expression(last.value), name, "eval"), space)))
        else:
            exec(compile(ast.Module([last], []), name, "exec"), space)
    return shown


@pytest.mark.parametrize(
    ("name", "article"), [(name, article) for name in NOTEBOOKS for article in OTHERS if name < "04" or article < "04"]
)
def test_it_runs_on_other_articles_and_shows_something_in_every_cell(name, article):
    shown = run(name, CORPUS / f"{article}.txt")
    assert len(shown) == len(code(name)) - 2
    assert all(shown)
    assert not any(re.search(r"\bNone\b(?! (is|are)\b)|\bnan\b|Traceback", text) for text in shown[:2] + shown[3:])


def test_it_runs_on_next_to_nothing(tmp_path):
    (tmp_path / "short.txt").write_text("Nothing was counted, and nobody said so.\n", encoding="utf-8")
    for name in NOTEBOOKS:
        assert all(run(name, tmp_path / "short.txt"))


def test_where_a_source_is_silent_it_says_so_in_a_sentence():
    shown = run("02-reform-metrics", CORPUS / "01-ministry-first-quarter.txt")
    assert shown[0] == "How far the reforms have come, the source does not say"
    assert shown[1].startswith("The source does not say how many")


@pytest.mark.parametrize("name", ["04-in-context", "05-checking-the-article"])
def test_an_article_on_sport_has_nothing_to_compare_and_one_on_another_zone_has_its_own_context(name):
    sport = run(name, ROOT / "tests" / "articles" / "dev" / "27-football.txt")
    assert not any("Qingdao" in text or text.startswith("Chart") for text in sport)
    tianjin = run(name, CORPUS / "09-tianjin-anniversary.txt")
    assert not any("90.6%" in text for text in tianjin)


def test_several_articles_stand_side_by_side_on_all_the_articles_of_the_corpus():
    shown = run("06-across-articles", sorted(map(str, CORPUS.glob("*.txt"))))
    assert all(shown)
    assert "conflicting values" in next(text for text in shown if text.startswith("What does not add up"))


def test_articles_that_agree_and_contradict_each_other_are_told_apart(tmp_path):
    counts = "The China (Shandong) Pilot Free Trade Zone Qingdao Area had formed {} innovations by the end of 2021.\n"
    for name, value in (("a", 168), ("b", 176), ("c", 176)):
        (tmp_path / f"{name}.txt").write_text(counts.format(value))
    facts = ftz.read_many([SEED, *sorted(tmp_path.glob("*.txt"))])
    answers, rows = ftz.across.answers(facts), ftz.across.comparison(facts)
    assert (answers["agreements"].value, answers["contradictions"].value) == (1, 2)
    assert [row["they"] for row in rows] == ["contradict each other"] * 2 + ["agree"]
    assert {row["one says"].id for row in rows} == {"a/m1", "b/m1"}


def test_no_article_confirms_itself():
    facts = ftz.read_many(SEED)
    first = [row for row in ftz.across.course(facts) if row["beside the one before"] == "the first"]
    assert {row["value"].id for row in first} == {"m1", "m2", "m3", "m4"}
    url = ftz.read(SEED).document.source.url
    assert all(row["value"].url != url for row in ftz.across.course(facts) if row not in first)


# That a changed figure is noticed


@pytest.mark.parametrize(
    ("name", "said", "changed"),
    [
        ("02-reform-metrics", "and 96 have been", "and 97 have been"),
        ("03-sector-priorities", "Nine centers", "Ten centers"),
    ],
)
def test_strict_nbval_fails_if_one_figure_of_the_source_changes(tmp_path, name, said, changed):
    for folder in ("notebooks", "seeds"):
        (tmp_path / folder).mkdir()
    shutil.copy(ROOT / "notebooks" / f"{name}.ipynb", tmp_path / "notebooks")
    shutil.copy(SEED.with_suffix(".toml"), tmp_path / "seeds")
    text = SEED.read_text(encoding="utf-8")
    assert said in text
    (tmp_path / "seeds" / SEED.name).write_text(text.replace(said, changed), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "--nbval-current-env",
        "-q",
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run([*command, "notebooks"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    assert "mismatch 'text/html'" in done.stdout
