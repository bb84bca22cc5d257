"""The notebooks: how they are built, that they are committed as they run, that a change is noticed."""

import ast
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import papermill
import pytest

import ftzlib as ftz

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "2020-11-06-qingdao-shanghai.txt"
ARTICLES = sorted([*ROOT.glob("tests/corpus/*.txt"), *ROOT.glob("tests/articles/*/*.txt")])
NOTEBOOKS = {path.stem: nbformat.read(path, 4) for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}
STORIES = [name for name in NOTEBOOKS if not name.startswith("00-")]
LONGEST = 12  # lines of a cell

each = pytest.mark.parametrize("name", NOTEBOOKS)
story = pytest.mark.parametrize("name", STORIES)
#: But of sockets that earlier tests have left: these are swept up at any time.
warning_of_nothing = pytest.mark.filterwarnings("error", "ignore::ResourceWarning")


def tags(cell):
    return cell.metadata.get("tags", [])


def code(name):
    return [cell for cell in NOTEBOOKS[name].cells if cell.cell_type == "code"]


def folded(cell):
    return cell.metadata.get("jupyter", {}).get("source_hidden", False)


def analysis(name):
    """Cells that a reader sees and changes."""
    return [cell for cell in code(name) if not folded(cell) and not tags(cell)]


def prose(name):
    return [cell for cell in NOTEBOOKS[name].cells if cell.cell_type == "markdown"]


def html(name):
    outputs = [output for cell in code(name) for output in cell.outputs]
    return "\n".join(output.data.get("text/html", "") for output in outputs)


# How they are built


def test_there_is_a_briefing_and_there_are_four_stories():
    assert list(NOTEBOOKS) == [
        "00-briefing",
        "01-the-delegation-visit",
        "02-reform-metrics",
        "03-sector-priorities",
        "04-checking-the-article",
    ]


@each
def test_its_first_screen_is_a_title_and_a_finding_with_what_makes_them_folded(name):
    title, parameters, set_up = NOTEBOOKS[name].cells[:3]
    assert title.source.startswith("# ") and tags(title) == ["title"]
    assert tags(parameters) == ["parameters"]
    assert parameters.source == 'source = "seeds/2020-11-06-qingdao-shanghai.txt"'
    headline = next(cell for cell in code(name) if "ftz-headline" in str(cell.outputs))
    assert folded(set_up) and folded(headline)
    before = NOTEBOOKS[name].cells[2 : NOTEBOOKS[name].cells.index(headline)]
    assert all(folded(cell) and not cell.outputs for cell in before)


@each
def test_code_is_short_and_plain(name):
    trees = [ast.parse(cell.source) for cell in code(name)]
    assert max(len(cell.source.splitlines()) for cell in code(name)) <= LONGEST
    kinds = {type(node) for tree in trees for node in ast.walk(tree)}
    assert not {ast.FunctionDef, ast.ClassDef, ast.While} & kinds
    text = "\n".join(cell.source for cell in code(name))
    assert not re.search(r"^\s*(import re\b|from re\b)|</\w+>", text, re.MULTILINE)


@story
def test_the_analysis_stands_in_the_notebook(name):
    text = "\n".join(cell.source for cell in analysis(name))
    verbs = set(re.findall(r"\.(query|merge|join|groupby|assign|pivot_table|sort_values|map|agg|explode)\(", text))
    assert len(verbs) >= 3
    assert re.search(r"\bsns\.\w+plot\(", text)
    assert "ftz.figure(" in text


@each
def test_no_figure_is_typed_into_prose(name):
    assert [line for cell in prose(name) for line in cell.source.splitlines() if re.search(r"\d", line)] == []
    for cell in code(name):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "ftz.Claim":
                templates = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                assert not [words for words in templates if re.search(r"\d", re.sub(r"\{[^}]*\}", "", words))]


def sentences(name):
    """Sentences of the prose of one notebook."""
    said = [cell.source for cell in prose(name)]
    said += [output.data["text/plain"] for cell in code(name) for output in cell.outputs if "ftz-claim" in str(output)]
    return [s for text in said for s in re.split(r"(?<=[.!?])\s+|\n+", text) if len(s.split()) > 6 and s[0] != "#"]


def test_no_sentence_stands_twice_in_the_series():
    said = [sentence for name in NOTEBOOKS for sentence in sentences(name)]
    assert sorted({sentence for sentence in said if said.count(sentence) > 1}) == []


@each
def test_it_ends_with_three_cells_to_try_that_are_not_for_the_page(name):
    *_, title, one, two, three = NOTEBOOKS[name].cells
    assert title.source.startswith("## Try it")
    assert all(tags(cell) == ["try-it"] for cell in (title, one, two, three))
    assert all(cell.outputs for cell in (one, two, three))


# That they are committed as they run


@each
def test_every_cell_was_run_in_order_without_error_or_warning(name):
    assert [cell.execution_count for cell in code(name)] == list(range(1, len(code(name)) + 1))
    kinds = {output.output_type for cell in code(name) for output in cell.outputs}
    assert kinds <= {"execute_result", "display_data"}


@each
def test_ids_name_the_cells_role_and_nothing_of_the_run_is_kept(name):
    ids = [cell.id for cell in NOTEBOOKS[name].cells]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", cell_id) for cell_id in ids)
    assert all(set(cell.metadata) <= {"tags", "jupyter"} for cell in NOTEBOOKS[name].cells)
    assert NOTEBOOKS[name].metadata.kernelspec.display_name == "Python 3 (ipykernel)"
    assert "NBVAL" not in str(NOTEBOOKS[name].cells)


@each
def test_it_holds_no_path_of_a_machine_and_no_picture_that_nbval_would_not_compare(name):
    text = re.sub(r"https?://\S+", "", (ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
    assert not re.search(r"/home/|/Users/|/root/|/tmp/|[A-Z]:\\\\|" + re.escape(str(ROOT)), text)
    kinds = {kind for cell in code(name) for output in cell.outputs for kind in output.data}
    assert kinds <= {"text/html", "text/plain", "text/csv"}


@each
def test_every_chart_says_in_words_what_it_shows(name):
    for alt in re.findall(r"<img\b[^>]*?alt=\"([^\"]*)\"", html(name)):
        assert len(alt) > 30 and re.search(r"\d", alt)
    assert html(name).count("<img") == html(name).count('<img alt="')


@each
def test_every_stated_figure_leads_to_a_row_whose_words_the_notebook_shows(name):
    facts = ftz.read(SEED)
    rows = {row["id"] for table in facts.records for row in facts.rows(table)}
    links = set(re.findall(r'href="#([^"]+)"', html(name)))
    inputs = set(" ".join(re.findall(r'data-inputs="([^"]*)"', html(name))).split())
    assert links and links | inputs <= rows
    assert links <= set(re.findall(r'id="([^"]+)"', facts._repr_html_()))


# On other articles


def run(name, source):
    """Run a notebook's cells on another source, in this process; return what each shows as text."""
    space, shown = {"display": lambda given: shown.append(repr(given))}, []
    for cell in code(name):
        if "try-it" in tags(cell):
            continue
        given = source if isinstance(source, list) else str(source)
        text = f"source = {given!r}" if "parameters" in tags(cell) else cell.source
        *before, last = ast.parse(text).body
        exec(compile(ast.Module(before, []), name, "exec"), space)
        if isinstance(last, ast.Expr):
            found = eval(compile(ast.Expression(last.value), name, "eval"), space)
            if found is not None:
                shown.append(repr(found))
        else:
            exec(compile(ast.Module([last], []), name, "exec"), space)
    return shown


@warning_of_nothing
@pytest.mark.parametrize("article", ARTICLES[::6], ids=lambda path: path.stem)
def test_the_briefing_runs_on_any_article_and_claims_nothing_of_what_was_not_found(article):
    shown = run("00-briefing", article)
    text = "\n".join(shown)
    assert not re.search(
        r"\bNone\b|\bnan\b|Traceback|does not say|Qingdao"
        if "ingdao" not in article.read_text(encoding="utf-8")
        else r"\bnan\b|does not say",
        text,
    )
    assert sum("Not found by the rules" in part for part in shown) <= 1


@warning_of_nothing
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("As of December 9999, the zone had 106 tasks, up 5 percent. Trade reached 3 billion yuan in Q4 9999.", ""),
        ("Trade came to 5 trillion trillion trillion yuan, and to 9e300 percent. It drew 7 firms.", ""),
        (f"The zone has {'9' * 400} tasks, of which {'9' * 310} were done, or 0.{'0' * 320}1 percent.", ""),
        ("The zone had 106 tasks last Friday and 96 a year earlier; by next year it will have 120.", "9999-12-31"),
        (
            "The zone had 106 tasks last Friday and 96 a hundred years ago; in 10,000 years it will have 120.",
            "0001-01-01",
        ),
        (
            "On 2020-13 and 2020-02-30 the zone had 106 tasks; the 99th of May 0000 saw 3 trillion percent.",
            "2020-11-06",
        ),
    ],
)
def test_the_briefing_runs_on_numbers_and_days_beyond_all_bounds(text, day, tmp_path):
    (tmp_path / "vast.txt").write_text(text, encoding="utf-8")
    if day:
        (tmp_path / "vast.toml").write_text(f"published = {day}")
    assert run("00-briefing", tmp_path / "vast.txt")


def test_twice_the_text_is_twice_the_work_of_the_whole_briefing(tmp_path):
    def work(name, texts):
        (tmp_path / f"{name}.txt").write_text("\n\n".join(path.read_text(encoding="utf-8") for path in texts))
        count = 0

        def one(_frame, event, _argument):
            nonlocal count
            count += event == "call"

        sys.setprofile(one)
        try:
            run("00-briefing", tmp_path / f"{name}.txt")
        finally:
            sys.setprofile(None)
        return count

    work("first", ARTICLES[:1])
    assert work("twice", ARTICLES[:8]) < 2.4 * work("once", ARTICLES[:4])


def test_the_briefing_runs_on_next_to_nothing_and_on_several(tmp_path):
    (tmp_path / "short.txt").write_text("Nothing was counted, and nobody said so.\n", encoding="utf-8")
    assert run("00-briefing", tmp_path / "short.txt")
    assert "Lingang draws investors" in "\n".join(run("00-briefing", [str(path) for path in ARTICLES[:8]]))


@story
def test_a_story_says_in_one_sentence_that_it_is_about_another_article(name):
    with pytest.raises(
        AssertionError, match=r"^This story is about .+; for another article open 00-briefing\.ipynb\.$"
    ):
        run(name, ROOT / "tests" / "corpus" / "05-lingang-anniversary.txt")


def test_a_story_shows_what_a_person_has_put_right_and_what_the_rules_had_read(tmp_path):
    for path in (SEED, SEED.with_suffix(".toml")):
        shutil.copy(path, tmp_path)
    fixes = '[[set]]\ntable = "metrics"\nquote = "96"\nvalue = 94\n'
    (tmp_path / SEED.name).with_suffix(".fixes.toml").write_text(fixes, encoding="utf-8")
    shown = "\n".join(run("02-reform-metrics", tmp_path / SEED.name))
    assert "94 (✎ corrected; the rules read value 96)" in shown and "88.7%" in shown


def test_verdicts_are_those_of_one_text_and_of_no_other_that_calls_itself_by_its_address(tmp_path):
    shutil.copy(SEED.with_suffix(".toml"), tmp_path)
    borrowed = tmp_path / SEED.name
    borrowed.write_text(f"It is false that {SEED.read_text(encoding='utf-8')}", encoding="utf-8")
    with pytest.raises(AssertionError, match="This story is about"):
        run("04-checking-the-article", borrowed)


def test_papermill_runs_the_briefing_on_another_article(tmp_path, monkeypatch):
    monkeypatch.delenv("JUPYTER_PATH", raising=False)  # papermill takes the kernel that it finds by its name
    source = "tests/corpus/05-lingang-anniversary.txt"
    done = papermill.execute_notebook(
        ROOT / "notebooks" / "00-briefing.ipynb",
        tmp_path / "out.ipynb",
        parameters={"source": source},
        cwd=ROOT / "notebooks",
        progress_bar=False,
    )
    assert json.dumps(source) in "\n".join(cell.source for cell in done.cells)
    assert "Lin-gang" in str(done.cells)


# That a changed figure is noticed


CHANGES = {
    "01-the-delegation-visit": ("in Shanghai on Thursday", "in Shanghai on Tuesday"),
    "02-reform-metrics": ("and 96 have been", "and 97 have been"),
    "03-sector-priorities": ("Nine centers", "Ten centers"),
}


def changed(name, folder):
    """Lay out a story beside its source with one figure changed."""
    said, instead = CHANGES[name]
    text = SEED.read_text(encoding="utf-8")
    assert said in text
    for part in ("notebooks", "seeds"):
        (folder / part).mkdir(parents=True)
    shutil.copy(ROOT / "notebooks" / f"{name}.ipynb", folder / "notebooks")
    shutil.copy(SEED.with_suffix(".toml"), folder / "seeds")
    (folder / "seeds" / SEED.name).write_text(text.replace(said, instead), encoding="utf-8")
    return folder


def test_strict_nbval_fails_if_one_figure_of_the_source_changes(tmp_path):
    changed("02-reform-metrics", tmp_path)
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run([*command, "notebooks"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "mismatch 'text/html'" in done.stdout, done.stdout


@pytest.mark.parametrize("name", CHANGES)
def test_every_story_shows_other_words_if_one_figure_of_its_source_changes(name, tmp_path):
    source = changed(name, tmp_path) / "seeds" / SEED.name
    told = [output.data["text/plain"] for cell in code(name) for output in cell.outputs if "try-it" not in tags(cell)]
    assert run(name, SEED) == told
    assert run(name, source) != told
