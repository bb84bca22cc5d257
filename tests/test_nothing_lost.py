"""Nothing is wrong or lost in silence: names that clash, odd bytes, datasets that were harmed, files of the user's."""

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from filelock import FileLock

import ftzlib as ftz
from ftzlib import cli
from ftzlib.archive import corpus, work
from ftzlib.report import build as report
from ftzlib.report import folder
from ftzlib.text.document import FolderError
from ftzlib.text.files import distinct_names


@pytest.fixture
def threads():
    with ThreadPoolExecutor(1) as executor:
        yield executor


@pytest.fixture
def told(capsys):
    """Run a command; give its status and what it said on standard error."""

    def run(*arguments):
        status = cli.main([*map(str, arguments)])
        return status, capsys.readouterr().err

    return run


def write(path, text="The zone has 106 tasks."):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def column(out, table, name):
    return sorted(pq.read_table(out / table)[name].to_pylist())


# Archives


@pytest.mark.parametrize("number", ["12,345,678,901,234,567", "9,007,199,254,740,993"])
def test_a_number_that_no_double_holds_exactly_loses_no_article(number, tmp_path, threads):
    paths = [write(tmp_path / "big.txt", f"Trade came to {number} yuan."), write(tmp_path / "good.txt")]
    done = corpus.save(paths, tmp_path / "facts", threads)
    assert (done.articles, done.failed) == (2, 0)
    assert float(number.replace(",", "")) in column(tmp_path / "facts", "metrics", "value")


def test_an_article_that_no_table_can_hold_fails_alone(tmp_path, threads, monkeypatch):
    paths = [write(tmp_path / "vast.txt", "The zone has 9 tasks."), write(tmp_path / "good.txt")]
    read = work.facts_of

    def vast(document):
        facts = read(document)
        for metric in facts.records["metrics"]:
            if metric.value == 9:
                object.__setattr__(metric, "value", 10**400)
        return facts

    monkeypatch.setattr(work, "facts_of", vast)
    done = corpus.save(paths, tmp_path / "facts", threads)
    assert (done.articles, done.failed) == (1, 1)
    assert column(tmp_path / "facts", "files", "path") == [str(paths[1])]
    assert column(tmp_path / "facts", "errors", "path") == [str(paths[0])]


def test_a_name_that_is_no_utf8_is_one_like_any_other(tmp_path, told):
    with (tmp_path / os.fsdecode(b"caf\xe9.txt")).open("w") as file:
        file.write("The zone has 9 tasks.")
    (tmp_path / os.fsdecode(b"bad\xff.txt")).write_bytes(b"\xff")
    assert told("corpus", tmp_path / "*.txt", "--out", tmp_path / "facts")[0] == 3
    assert column(tmp_path / "facts", "files", "path") == [f"{tmp_path}/caf\\xe9.txt"]
    assert column(tmp_path / "facts", "errors", "path") == [f"{tmp_path}/bad\\xff.txt"]


def test_a_dataset_that_is_being_written_is_left_to_who_writes_it(tmp_path, told):
    article, out = write(tmp_path / "a.txt"), tmp_path / "facts"
    out.mkdir()
    with FileLock(out / ".lock"):
        status, err = told("corpus", article, "--out", out)
    assert (status, err.count("\n")) == (2, 1) and "another run is at work" in err
    assert told("corpus", article, "--out", out) == (0, "")


@pytest.mark.parametrize("end", ["becomes unreadable", "is removed", "is now another article"])
def test_rows_end_with_the_file_that_they_were_read_from(end, tmp_path, threads):
    paths = [write(tmp_path / f"{n}.txt", f"The zone has {n} tasks.") for n in (3, 4)]
    corpus.save(paths, tmp_path / "facts", threads)
    if end == "is removed":
        paths[0].unlink()
    else:
        paths[0].write_bytes(b"\xff" if end == "becomes unreadable" else b"The zone has 5 tasks.")
    corpus.save([path for path in paths if path.exists()], tmp_path / "facts", threads)
    left = [4, 5] if end == "is now another article" else [4]
    assert column(tmp_path / "facts", "metrics", "value") == left
    assert len(column(tmp_path / "facts", "documents", "document")) == len(left)
    assert len(column(tmp_path / "facts", "files", "path")) == len(left)


def test_files_on_a_disk_that_is_not_there_today_keep_their_rows(tmp_path, threads):
    write(tmp_path / "disk" / "a.txt", "The zone has 3 tasks.")
    corpus.save([tmp_path / "disk" / "a.txt"], tmp_path / "facts", threads)
    (tmp_path / "disk").rename(tmp_path / "away")
    corpus.save([write(tmp_path / "b.txt", "The zone has 4 tasks.")], tmp_path / "facts", threads)
    assert column(tmp_path / "facts", "metrics", "value") == [3, 4]


def test_one_of_two_files_of_one_content_keeps_its_rows(tmp_path, threads):
    paths = [write(tmp_path / "a.txt"), write(tmp_path / "b.txt")]
    corpus.save(paths, tmp_path / "facts", threads)
    write(paths[0], "Nothing was counted.")
    corpus.save(paths, tmp_path / "facts", threads)
    assert column(tmp_path / "facts", "metrics", "value") == [106]


@pytest.mark.parametrize(
    ("table", "harm"),
    [*product(["metrics", "files", "documents", "errors"], ["cut short", "gone", "one bit"]), ("parts", "cut short")],
)
def test_a_part_that_was_harmed_is_told_in_one_line_with_the_way_to_mend_it(table, harm, tmp_path, threads, told):
    articles = [write(tmp_path / f"{n}.txt", f"The zone has {n} tasks.") for n in (3, 4)]
    out = tmp_path / "facts"
    corpus.save(articles, out, threads)
    part = min((out / table).iterdir())
    raw = bytearray(part.read_bytes())
    raw[40] ^= 1
    part.unlink() if harm == "gone" else part.write_bytes(raw if harm == "one bit" else raw[:-9])
    status, err = told("corpus", *articles, "--out", out)
    assert (status, err.count("\n")) == (2, 1) and str(part) in err
    command = err.partition("remove ")[2].partition(" and run")[0]
    subprocess.run(f"rm {command}", shell=True, check=False, capture_output=True)
    assert told("corpus", *articles, "--out", out) == (0, "")
    assert column(out, "metrics", "value") == [3, 4]


def test_a_part_of_an_earlier_layout_which_lacks_a_table_is_told_in_one_line(tmp_path, threads, told):
    article, out = write(tmp_path / "a.txt"), tmp_path / "facts"
    corpus.save([article], out, threads)
    part = out / "parts" / "00001.json"
    listed = json.loads(part.read_text())
    del listed["files"]["errors"]
    part.write_text(json.dumps(listed))
    status, err = told("corpus", article, "--out", out)
    assert (status, err.count("\n")) == (2, 1) and f"{out}/*/00001.*" in err
    assert (out / "errors" / "00001.parquet").exists()


@pytest.mark.parametrize("list", ["[" * 100_000, "[]", "{}", '{"rules": "x", "files": ["metrics"]}', '{"rules": "x", "files": 7}', '{"files": {"../../a": 1}}'], ids=range(6))  # fmt: skip
def test_a_list_of_parts_that_is_none_is_told_in_one_line(list, tmp_path, told):
    write(tmp_path / "facts" / "parts" / "00001.json", list)
    status, err = told("corpus", write(tmp_path / "a.txt"), "--out", tmp_path / "facts")
    assert (status, err.count("\n")) == (2, 1) and "00001.json" in err


def test_links_that_lead_to_each_other_are_told_and_hold_up_nothing(short, tmp_path, told):
    write(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "b.txt").symlink_to("c.txt")
    (tmp_path / "in" / "c.txt").symlink_to("b.txt")
    (tmp_path / "out").symlink_to("out")
    assert told("corpus", tmp_path / "in" / "*.txt", "--out", tmp_path / "facts")[0] == 3
    assert column(tmp_path / "facts", "metrics", "value") == [106]
    for command in ("report", "corpus"):
        more = ("--notebooks", short) if command == "report" else ()
        status, err = told(command, tmp_path / "in" / "a.txt", "--out", tmp_path / "out", *more)
        assert (status, err.count("\n")) == (2, 1) and "out" in err


def test_a_pipe_among_the_notebooks_is_none_of_them(short, tmp_path, told):
    os.mkfifo(short / "01-pipe.ipynb")
    assert told("report", write(tmp_path / "a.txt"), "--out", tmp_path / "out", "--notebooks", short) == (0, "")


KILLED = """
import os, signal, sys
from pathlib import Path
from concurrent.futures import ThreadPoolExecutor
from ftzlib.archive import corpus, dataset
left, replace, unlink = int(sys.argv[1]), Path.replace, Path.unlink
def counted(act):
    def until(*given, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return act(*given, **named)
    return until
Path.replace, Path.unlink = counted(replace), counted(unlink)
dataset.pq.write_table = counted(dataset.pq.write_table)
with ThreadPoolExecutor(1) as threads:
    corpus.save(sys.argv[3:], sys.argv[2], threads)
"""


@pytest.mark.parametrize("moment", [3, 25, 47])
def test_killed_at_any_step_of_a_change_the_rows_are_one_files_old_ones_or_its_new_ones(moment, tmp_path, threads):
    paths = [write(tmp_path / f"{n}.txt", f"The zone has {n} tasks.") for n in (3, 4)]
    out = tmp_path / "facts"
    corpus.save(paths, out, threads)
    write(paths[0], "The zone has 5 tasks.")
    subprocess.run([sys.executable, "-c", KILLED, str(moment), out, *paths], check=False, capture_output=True)
    assert 4 in column(out, "metrics", "value")
    corpus.save(paths, out, threads)
    assert column(out, "metrics", "value") == [4, 5]
    assert len(column(out, "documents", "document")) == len(column(out, "files", "path")) == 2
    assert list(out.rglob("*.new")) == []


def test_what_other_rules_have_read_is_read_again(tmp_path, threads, monkeypatch, told):
    paths = [write(tmp_path / f"{n}.txt", f"The zone has {n} tasks.") for n in (3, 4)]
    with monkeypatch.context() as then:
        then.setattr("ftzlib.archive.dataset.rules", lambda: "other rules")
        corpus.save(paths, tmp_path / "facts", threads)
        assert corpus.save(paths, tmp_path / "facts", threads).known == 2
    status, err = told("corpus", paths[0], "--out", tmp_path / "facts")
    assert (status, err.count("\n")) == (2, 1) and str(paths[1]) in err
    assert corpus.save(paths, tmp_path / "facts", threads).articles == 2
    assert column(tmp_path / "facts", "metrics", "value") == [3, 4]
    assert corpus.save(paths, tmp_path / "facts", threads).known == 2


@pytest.mark.parametrize("room", ["grammar/english/new.toml", "reader/new.py"])
def test_the_rules_are_another_set_once_their_code_or_data_change(room, tmp_path):
    look = "from ftzlib.archive.parquet import rules; print(rules())"
    house = tmp_path / "ftzlib"
    shutil.copytree(Path(ftz.__file__).parent, house, ignore=shutil.ignore_patterns("__pycache__"))

    def seen():
        return subprocess.run([sys.executable, "-c", look], cwd=tmp_path, capture_output=True, check=True).stdout

    before = seen()
    (house / "report" / "new.py").touch()
    assert seen() == before
    write(house / room, "x = 1\n")
    assert seen() != before


def test_no_link_leads_out_of_the_folder_that_a_pattern_names(tmp_path, told):
    write(tmp_path / "in" / "good.txt")
    write(tmp_path / "secret.txt", "The zone has 9 tasks.")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "in" / "near.txt").symlink_to("good.txt")
    status, err = told("corpus", tmp_path / "in" / "*.txt", "--out", tmp_path / "facts")
    assert status == 3 and "1 of 3 files" in err
    assert column(tmp_path / "facts", "metrics", "value") == [106]
    assert "leads out of" in column(tmp_path / "facts", "errors", "message")[0]
    assert told("corpus", tmp_path / "in" / "link.txt", "--out", tmp_path / "named")[0] == 0


# Names


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        ("2020/visit.txt 2021/visit.txt", "2020-visit 2021-visit"),
        ("2020/visit.txt 2021/visit.txt x/2020-visit.txt x/2020-visit-1.txt", "2020-visit-2 2021-visit 2020-visit 2020-visit-1"),
        ("a/x/visit.txt b/x/visit.txt c/x/visit.txt", "x-visit x-visit-2 x-visit-3"),
        ("Visit.txt visit.txt", "N-Visit N-visit-2"),
        ("a/caf\u00e9.txt b/cafe\u0301.txt", "a-caf\u00e9 b-cafe\u0301"),
    ],
)  # fmt: skip
def test_no_two_articles_share_a_name(paths, names, tmp_path, monkeypatch):
    (tmp_path / "N").mkdir()
    monkeypatch.chdir(tmp_path / "N")
    assert distinct_names(paths.split()) == names.split()


def test_articles_whose_names_clash_each_tell_their_own_facts(short, tmp_path):
    places = ("2020/visit", "2021/visit", "x/2020-visit", "x/2020-visit-1")
    paths = [write(tmp_path / f"{place}.txt", f"The zone has {n} tasks.") for n, place in enumerate(places, 11)]
    assert set(ftz.read_many(paths).metrics["value"]) == {11, 12, 13, 14}
    report.build(paths, out=tmp_path / "out", notebooks=short)
    pages = list((tmp_path / "out").glob("*/00-short.html"))
    assert sorted(page.parent.name for page in pages) == ["2020-visit", "2020-visit-1", "2020-visit-2", "2021-visit"]
    for page in pages:
        facts = json.loads((page.parent / "data" / "facts.json").read_text())
        (metric,) = facts["metrics"]
        assert f"{metric['value']} tasks</a>" in page.read_text() or f">{metric['value']}" in page.read_text()


def test_a_link_goes_by_the_name_that_was_given_and_has_the_sidecar_beside_it(short, tmp_path):
    write(tmp_path / "real" / "...txt", "The zone had 3 tasks on Thursday.")
    for name, day in (("good", "2020-11-06"), ("other", "2021-11-05")):
        (tmp_path / f"{name}.txt").symlink_to("real/...txt")
        write(tmp_path / f"{name}.toml", f"published = {day}")
    report.build([tmp_path / "good.txt", tmp_path / "other.txt"], out=tmp_path / "out", notebooks=short)
    days = {
        folder: json.loads((tmp_path / "out" / folder / "data" / "facts.json").read_text())["document"]["published"]
        for folder in ("good", "other")
    }
    assert days == {"good": "2020-11-06", "other": "2021-11-05"}
    assert {path.name for path in tmp_path.iterdir()} == {"real", "good.txt", "good.toml", "other.txt", "other.toml", "notebooks", "out"}  # fmt: skip


@pytest.mark.parametrize("name", ["about.html.txt", "06-across-articles.html.txt", "data.txt"])
def test_no_article_takes_the_place_of_a_page(name, short, tmp_path, told):
    sources = [write(tmp_path / name), write(tmp_path / "other.txt")]
    status, err = told("report", *sources, "--out", tmp_path / "out", "--notebooks", short)
    assert (status, err.count("\n")) == (2, 1) and "rename it" in err


def test_an_articles_name_is_no_program(short, tmp_path):
    names = ['a "quoted" name.txt', "x\u2028>>> y.txt", "x\n>>> 'y.txt", "\U0001f4c8.txt", "a'b\\.txt"]
    report.build([write(tmp_path / name) for name in names], out=tmp_path / "out", notebooks=short)
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "out").glob("*/00-short.html")]
    assert ["106 tasks" in page for page in pages] == [True] * len(names)


# The user's own files


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder that was written as reports are."""
    with folder.replaced(tmp_path_factory.mktemp("made") / "out") as new:
        for name in ("index.html", "data/facts.json"):
            write(new / name, "ours")
    return next(tmp_path_factory.getbasetemp().glob("made*/out"))


@pytest.mark.parametrize(
    "own", ["notes.txt", "data/mine.csv", "mine/index.html", "index.html.orig", "empty/", "page.html"]
)
def test_what_is_the_users_own_is_neither_replaced_nor_removed(own, made, short, tmp_path, told):
    out = shutil.copytree(made, tmp_path / "out")
    if own.endswith("/"):
        (out / own).mkdir()
    else:
        write(out / own, '<meta name="generator" content="ftzlib">')
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    status, err = told("report", write(tmp_path / "a.txt"), "--out", out, "--notebooks", short)
    assert (status, err.count("\n")) == (2, 1) and own.rstrip("/") in err
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("list", [None, "{}", "[]", "no list", '{"generator": "theirs", "files": ["index.html"]}'])
def test_pages_without_a_list_of_ours_are_somebodys(list, made, tmp_path):
    out = shutil.copytree(made, tmp_path / "out")
    (out / folder.MANIFEST).unlink() if list is None else (out / folder.MANIFEST).write_text(list)
    with pytest.raises(FolderError, match=r"data/facts\.json, which ftz report did not write"), folder.replaced(out):
        pass


@pytest.mark.parametrize("name", [".out.backup.old", ".out.x.new", ".out.ftz-mine"])
@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_is_named_like_a_run_of_ours_is_left_alone(name, kind, tmp_path):
    mine = tmp_path / name / "mine.txt" if kind == "folder" else tmp_path / name
    write(mine, "mine")
    for _ in range(2):
        with folder.replaced(tmp_path / "out") as new:
            write(new / "index.html")
    assert mine.read_text() == "mine"


# What is no file


@pytest.mark.parametrize("command", [("facts",), ("report", "--out", "out"), ("corpus", "--out", "facts")])
@pytest.mark.parametrize("kind", ["pipe", "device", "sidecar that is a pipe"])
def test_what_is_no_file_is_refused_at_once(command, kind, tmp_path, monkeypatch, told):
    monkeypatch.chdir(tmp_path)
    if kind == "device":
        (tmp_path / "a.txt").symlink_to("/dev/zero")
    elif kind == "pipe":
        os.mkfifo(tmp_path / "a.txt")
    else:
        write(tmp_path / "a.txt")
        os.mkfifo(tmp_path / "a.toml")
    status, err = told(command[0], "a.txt", *command[1:])
    assert (status, err.count("\n")) == (3 if command[0] == "corpus" else 2, 1)
    if command[0] != "corpus":
        assert "pipe or a device" in err


# Sidecars


@pytest.mark.parametrize(
    "sidecar",
    ["a" + ".a" * 25_000 + " = 1", "a = " + "[" * 5_000 + "]" * 5_000, f"a = {'1' * 5_000}", f"title = {'1' * 4_000}", f"title = 0x{'f' * 9_000}", f"published = 0x{'f' * 9_000}", "a = " + "{a=" * 3_000],
    ids=["dots", "arrays", "digits", "a number for a title", "a title that cannot be written", "a day that cannot be written", "tables"],
)  # fmt: skip
def test_a_sidecar_that_is_none_is_told_in_one_line(sidecar, tmp_path, told):
    article = write(tmp_path / "a.txt")
    write(tmp_path / "a.toml", sidecar)
    status, err = told("facts", article)
    assert (status, err.count("\n")) == (2, 1) and "a.toml" in err and len(err) < 500


def test_a_sidecar_may_begin_with_the_mark_that_some_editors_put_there(tmp_path):
    (tmp_path / "a.toml").write_bytes(b'\xef\xbb\xbftitle = "A visit"\r\n')
    assert ftz.read(write(tmp_path / "a.txt")).document.source.title == "A visit"


def test_fixes_are_honoured_where_a_day_is_given_and_those_that_may_go_are_told(short, tmp_path, capsys):
    fixes = ('value = 107\nwhy = "counted again"', 'status = "total"')
    toml = "".join(f'[[set]]\ntable = "metrics"\nquote = "106 tasks"\n{own}\n' for own in fixes)
    write(tmp_path / "a.fixes.toml", toml)
    article, out = write(tmp_path / "a.txt"), tmp_path / "out"
    arguments = [str(article), "--out", str(out), "--notebooks", str(short), "--published", "2020-11-06"]
    assert cli.main(["report", *arguments]) == 0
    assert "[[set]] “106 tasks” is no longer needed; it may go" in capsys.readouterr().err
    assert "corrected; the rules read value 106" in (out / "00-short.html").read_text(encoding="utf-8")


def test_a_sidecar_with_any_sign_in_it_survives_a_day_that_is_given(short, tmp_path):
    write(tmp_path / "a.toml", 'title = "\\u007f\\u0000\\u2028\\U0001f4c8\\\\ \\"x\\" "')
    report.build([write(tmp_path / "a.txt")], out=tmp_path / "out", notebooks=short, published="2020-11-06")
    document = json.loads((tmp_path / "out" / "data" / "facts.json").read_text(encoding="utf-8"))["document"]
    assert document["title"] == '\x7f\x00\u2028\U0001f4c8\\ "x" '
