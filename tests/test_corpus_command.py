"""Whole archives: Parquet from many files, in parts that are whole at any time, over any executor."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import get_type_hints

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ROOT

import ftzlib as ftz
from ftzlib import cli
from ftzlib.archive import corpus, dataset, parquet
from ftzlib.facts.records import COLUMNS, TABLES

ARTICLES = sorted((ROOT / "tests" / "corpus").glob("*.txt"))
ONE = "The Qingdao Area carries 106 pilot reform tasks, and 96 have been implemented.\n"


@pytest.fixture
def archive(tmp_path):
    """The articles of the corpus with their sidecars, in a folder of folders."""
    for number, article in enumerate(ARTICLES):
        folder = tmp_path / "archive" / str(number % 3)
        folder.mkdir(parents=True, exist_ok=True)
        for file in (article, article.with_suffix(".toml")):
            if file.exists():
                shutil.copy(file, folder)
    return tmp_path / "archive"


@pytest.fixture
def threads():
    """An executor that starts at once."""
    with ThreadPoolExecutor(2) as executor:
        yield executor


def write(path, text=ONE):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def run(*arguments, capsys):
    status = cli.main(["corpus", *map(str, arguments)])
    return status, *capsys.readouterr()


def rows(out, table):
    """The rows of a table in an order of their own."""
    found = pq.read_table(out / table).to_pylist()
    return sorted(found, key=lambda row: (row.get("document", ""), str(row.get("id", "")), row.get("path", "")))


def everything(out):
    return {name: rows(out, name) for name in parquet.SCHEMAS}


def numbered(folder, count):
    """So many short articles, no two the same."""
    return [write(folder / f"{n // 100:02}" / f"{n:05}.txt", f"The zone has {n + 2} tasks.\n") for n in range(count)]


# What is in it


def test_the_dataset_holds_the_rows_that_reading_one_by_one_gives(archive, tmp_path, capsys):
    status, out, err = run(f"{archive}/**/*.txt", "--out", tmp_path / "facts", "--workers", 2, capsys=capsys)
    assert (status, err) == (0, "")
    assert out.startswith(f"{len(ARTICLES)} articles with ")
    files = {row["path"]: row["document"] for row in rows(tmp_path / "facts", "files")}
    assert len(files) == len(set(files.values())) == len(ARTICLES)
    written = {table: rows(tmp_path / "facts", table) for table in TABLES}
    for path in archive.glob("*/*.txt"):
        facts = ftz.read(path)
        for table in TABLES:
            own = [row for row in written[table] if row["document"] == files[str(path)]]
            found = [{name: of for name, of in row.items() if name != "document"} for row in own]
            wanted = [
                {key: list(value) if isinstance(value, tuple) else value for key, value in row.items()}
                for row in facts.wide_rows(table)
            ]
            assert sorted(found, key=lambda row: row["id"]) == sorted(wanted, key=lambda row: row["id"])


def test_documents_say_where_they_come_from(archive, tmp_path, capsys):
    run(archive / "0" / "00-qingdao-shanghai.txt", "--out", tmp_path / "facts", capsys=capsys)
    (document,) = rows(tmp_path / "facts", "documents")
    assert document["publisher"] == "SHINE (Shanghai Daily)"
    assert (str(document["published"]), document["published_basis"]) == ("2020-11-06", "metadata")


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_same_columns_and_types_whatever_its_rows_hold(table, tmp_path, threads):
    corpus.save([write(tmp_path / "nothing.txt", "Nothing was counted.")], tmp_path / "bare", threads)
    corpus.save([ARTICLES[0]], tmp_path / "full", threads)
    bare, full = (pq.read_schema(next((tmp_path / out / table).iterdir())) for out in ("bare", "full"))
    assert bare.equals(full, check_metadata=True)
    days = ["first_day", "last_day"] if table == "dates" else []
    assert full.names == [
        "document",
        "id",
        *COLUMNS[table],
        "start",
        "end",
        "quote",
        "sentence",
        *days,
        "basis",
        "rules_read",
    ]
    for name, hint in get_type_hints(TABLES[table]).items():
        if hint == tuple[str, ...]:
            assert full.field(name).type == pa.list_(pa.string())


def test_whole_numbers_and_fractions_share_one_type(tmp_path, threads):
    text = "The zone has 106 tasks. Trade rose 3.5 percent to 1.2 trillion yuan.\n"
    corpus.save([write(tmp_path / "a.txt", text)], tmp_path / "facts", threads)
    metrics = pq.read_table(tmp_path / "facts" / "metrics")
    assert metrics.schema.field("value").type == pa.float64()
    assert set(metrics["value"].to_pylist()) == {106, 3.5, 1.2e12}


@pytest.mark.parametrize("table", TABLES)
def test_parquet_one_article_and_several_give_the_same_types(table, tmp_path, threads):
    corpus.save([ARTICLES[0]], tmp_path / "facts", threads)
    own = ftz.read(ARTICLES[0]).table(table).dtypes
    read = pd.read_parquet(tmp_path / "facts" / table).set_index("id")
    assert read.drop(columns="document").dtypes.equals(own)
    assert ftz.read_many(ARTICLES[0]).table(table).drop(columns="document").dtypes.equals(own)


def test_duckdb_and_pandas_read_it(archive, tmp_path, threads):
    corpus.save(sorted(archive.glob("*/*.txt")), tmp_path / "facts", threads)
    frame = pd.read_parquet(tmp_path / "facts" / "metrics")
    assert len(frame) == len(rows(tmp_path / "facts", "metrics")) > 100
    ((count,),) = duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/facts/metrics/*.parquet'").fetchall()
    assert count == len(frame)


def test_the_same_archive_gives_the_same_bytes(archive, tmp_path, threads):
    paths = sorted(archive.glob("*/*.txt"))
    corpus.save(paths, tmp_path / "one", threads)
    corpus.save(paths, tmp_path / "two")
    one, two = (
        {f.relative_to(out): f.read_bytes() for f in out.rglob("*.parquet")}
        for out in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


def test_many_files_become_parts_of_one_size(tmp_path, monkeypatch):
    monkeypatch.setattr(dataset, "PART", 200)  # in place of a thousand
    done = corpus.save(numbered(tmp_path / "archive", 500), tmp_path / "facts")
    assert (done.articles, done.failed) == (500, 0)
    sizes = [len(pq.read_table(part)) for part in sorted((tmp_path / "facts" / "documents").iterdir())]
    assert len(sizes) == 3 and sum(sizes) == 500 and min(sizes[:2]) >= dataset.PART
    assert sorted(row["value"] for row in rows(tmp_path / "facts", "metrics")) == list(range(2, 502))


def test_no_more_work_is_under_way_than_was_asked_for(tmp_path):
    class Counting(ThreadPoolExecutor):
        given, most = [], 0

        def submit(self, *arguments):
            self.given.append(super().submit(*arguments))
            Counting.most = max(self.most, len(self.given) - taken)
            return self.given[-1]

    taken = 0
    with Counting(2) as executor:
        for _ in corpus.parse(numbered(tmp_path, 500), executor, in_flight=3):
            taken += 1
    assert taken == len(Counting.given) > 10
    assert Counting.most == 3


# What cannot be read


def test_files_that_cannot_be_read_are_noted_and_the_rest_is_read(tmp_path, capsys):
    folder = tmp_path / "archive"
    write(folder / "good.txt")
    write(folder / "latin.txt", b"caf\xe9 zone")
    write(folder / "film.txt", b"\x00\x01\x02" * 100)
    write(folder / "empty.txt", "\n")
    write(folder / "day.txt", "The zone has 3 tasks.")
    write(folder / "day.toml", 'published = "yesterday"')
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    with (folder / "long.txt").open("wb") as file:
        file.truncate(20_000_000)
    status, out, err = run(f"{folder}/*", "--out", tmp_path / "facts", capsys=capsys)
    assert (status, err.count("\n")) == (3, 1)
    assert "6 of 7 files could not be read" in err and "1 articles" in out
    said = {Path(row["path"]).stem: row["message"] for row in rows(tmp_path / "facts", "errors")}
    words = {
        "latin": "not UTF-8",
        "film": "not text",
        "empty": "empty",
        "day": "no date",
        "gone": "no such file",
        "long": "larger",
    }
    assert said.keys() == words.keys()
    assert all(words[name] in message for name, message in said.items())


def test_a_file_that_may_not_be_read_is_noted(tmp_path, threads, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert corpus.save([write(tmp_path / "secret.txt")], tmp_path / "facts", threads).failed == 1
    assert "Permission denied" in rows(tmp_path / "facts", "errors")[0]["message"]


def test_an_error_is_forgotten_once_the_file_is_mended(tmp_path, threads):
    bad, other = write(tmp_path / "bad.txt", b"\xe9"), write(tmp_path / "other.txt", b"\xe9\xe9")
    assert corpus.save([bad, other], tmp_path / "facts", threads).failed == 2
    write(bad, ONE)
    assert corpus.save([bad], tmp_path / "facts", threads).failed == 0
    assert [row["path"] for row in rows(tmp_path / "facts", "errors")] == [str(other)]


def test_an_article_that_the_parser_stumbles_over_does_not_stop_the_rest(tmp_path, threads, monkeypatch):
    def stumble(document):
        raise RecursionError("too deep") if "96" in document.text else ValueError

    monkeypatch.setattr("ftzlib.archive.work.facts_of", stumble)
    done = corpus.save([write(tmp_path / "a.txt")], tmp_path / "facts", threads)
    (error,) = rows(tmp_path / "facts", "errors")
    assert done.failed == 1 and error["message"] == "the parser failed: RecursionError: too deep"


def test_work_that_its_workers_die_of_is_noted_and_the_rest_goes_on(tmp_path):
    def fail(words):
        raise RuntimeError(words)

    class Deadly(ThreadPoolExecutor):
        def submit(self, function, articles):
            deadly = any(b" 5 tasks" in article.content for article in articles)
            return super().submit(fail if deadly else function, "killed" if deadly else articles)

    with Deadly(2) as executor:
        done = corpus.save(numbered(tmp_path / "archive", 100), tmp_path / "facts", executor)
    assert (done.articles, done.failed) == (68, 32)
    assert {row["message"] for row in rows(tmp_path / "facts", "errors")} == {"the worker that read it failed: killed"}


@pytest.mark.parametrize(
    ("patterns", "words"),
    [(["nothing/*.txt"], "no such article"), (["archive"], "this is a folder"), (["missing.txt"], "no such article"), (["archive/**/*.pdf"], "no such article")],
)  # fmt: skip
def test_a_pattern_without_articles_is_told_in_one_line(patterns, words, archive, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*patterns, "--out", "facts", capsys=capsys)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert words in err and not Path("facts").exists()


def test_a_wrong_number_of_workers_or_day_is_told_in_one_line(archive, capsys):
    with pytest.raises(SystemExit):
        cli.main(["corpus", "x", "--out", "facts", "--workers", "0"])
    assert "'0' is no number of processes" in capsys.readouterr().err
    status, _, err = run(f"{archive}/*/*.txt", "--out", archive / "facts", "--published", "today", capsys=capsys)
    assert (status, err.count("\n")) == (2, 1)


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path, capsys):
    article = write(tmp_path / "a.txt")
    status, out, err = run(article, "--out", article, capsys=capsys)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert str(article) in err and "Traceback" not in err


def test_parquet_files_that_are_not_ours_are_left_alone(tmp_path, capsys):
    theirs = tmp_path / "facts" / "metrics" / "part.parquet"
    theirs.parent.mkdir(parents=True)
    pd.DataFrame({"a": [1]}).to_parquet(theirs)
    notes = write(tmp_path / "facts" / "mine" / "notes.new")
    status, _, err = run(write(tmp_path / "a.txt"), "--out", tmp_path / "facts", capsys=capsys)
    assert status == 2 and "made by something else" in err
    assert pd.read_parquet(theirs).to_dict("list") == {"a": [1]} and notes.exists()


# What is done already


def test_what_is_done_is_not_read_again_wherever_it_lies(archive, tmp_path, threads, monkeypatch):
    paths = sorted(archive.glob("*/*.txt"))
    first = corpus.save(paths, tmp_path / "facts", threads)
    before = everything(tmp_path / "facts")
    monkeypatch.setattr("ftzlib.archive.work.facts_of", lambda _: pytest.fail("read again"))
    again = corpus.save(paths, tmp_path / "facts", threads)
    assert (first.articles, again.articles, again.known) == (len(paths), 0, len(paths))
    assert everything(tmp_path / "facts") == before
    moved = archive.rename(tmp_path / "moved")
    assert corpus.save(sorted(moved.glob("*/*.txt")), tmp_path / "facts", threads).articles == 0


def test_two_files_of_one_content_are_one_document(tmp_path, threads):
    paths = [write(tmp_path / folder / "a.txt") for folder in ("one", "two")]
    corpus.save(paths, tmp_path / "facts", threads)
    assert len(rows(tmp_path / "facts", "documents")) == 1
    assert len(rows(tmp_path / "facts", "metrics")) == 2
    assert [row["path"] for row in rows(tmp_path / "facts", "files")] == [str(path) for path in paths]


def test_two_files_of_one_name_are_two_documents(tmp_path, threads):
    paths = [write(tmp_path / folder / "a.txt", f"{ONE}{folder}") for folder in ("one", "two")]
    assert corpus.save(paths, tmp_path / "facts", threads).articles == 2


def test_another_sidecar_or_day_makes_another_document(tmp_path, threads):
    path = write(tmp_path / "a.txt", "The zone had 3 tasks on Thursday.")
    keys = set()
    for day in ("2020-11-06", "2021-11-06"):
        write(path.with_suffix(".toml"), f"published = {day}")
        corpus.save([path], tmp_path / "facts", threads)
        (date,) = rows(tmp_path / "facts", "dates")
        assert date["value"].startswith(day[:4])
        keys.add(date["document"])
    corpus.save([path], tmp_path / "facts", threads, published="2022-11-06")
    assert rows(tmp_path / "facts", "dates")[0]["value"].startswith("2022")
    assert len(keys) == 2


def test_rows_of_a_file_that_has_changed_are_replaced_and_no_others(tmp_path, threads):
    paths = [write(tmp_path / "a.txt", "The zone has 3 tasks."), write(tmp_path / "b.txt", "The zone has 4 tasks.")]
    corpus.save(paths, tmp_path / "facts", threads)
    write(paths[0], "The zone has 5 tasks.")
    corpus.save(paths[:1], tmp_path / "facts", threads)
    assert sorted(row["value"] for row in rows(tmp_path / "facts", "metrics")) == [4, 5]
    assert len(rows(tmp_path / "facts", "documents")) == len(rows(tmp_path / "facts", "files")) == 2


def test_a_part_that_was_never_finished_is_made_anew(archive, tmp_path, threads):
    paths = sorted(archive.glob("*/*.txt"))
    corpus.save(paths, tmp_path / "facts", threads)
    before = everything(tmp_path / "facts")
    for path in (tmp_path / "facts").glob("*/*.*"):  # as a process leaves it that is killed while it writes
        path.rename(f"{path}.new") if path.suffix == ".parquet" else path.unlink()
    corpus.save(paths, tmp_path / "facts", threads)
    assert everything(tmp_path / "facts") == before


# A run that is stopped


def heed_interrupts():
    """What runs in a shell's background is started with SIGINT ignored, and hands that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def begin(archive, out):
    """Start the command on its own and wait until it has written one more part."""
    before = len(list(out.glob("documents/*.parquet")))
    command = [sys.executable, "-m", "ftzlib.cli", "corpus", f"{archive}/**/*.txt", "--out", str(out), "--workers", "2"]
    running = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=heed_interrupts
    )
    while running.poll() is None and len(list(out.glob("documents/*.parquet"))) == before:
        time.sleep(0.01)
    return running


def test_a_run_that_is_stopped_leaves_a_valid_dataset_and_goes_on_where_it_was(tmp_path, threads):
    articles, out = numbered(tmp_path / "archive", 4000), tmp_path / "facts"
    running = begin(tmp_path / "archive", out)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    # Python ends by the signal itself where it came while a string was run, as in making a dataclass: 130 to a shell
    assert running.returncode in (130, -signal.SIGINT), err
    assert "run this again to go on" in err and err.count("\n") == 1
    left = {row["document"] for row in rows(out, "documents")}
    assert 1000 <= len(left) < 3000
    assert {row["document"] for row in rows(out, "metrics")} == left
    running = begin(tmp_path / "archive", out)
    running.kill()
    running.communicate(timeout=60)
    before, left = left, {row["document"] for row in rows(out, "documents")}
    assert before < left and len(left) < 4000
    done = corpus.save(articles, out, threads)
    assert done.articles == 4000 - len(left)
    assert sorted(row["value"] for row in rows(out, "metrics")) == list(range(2, 4002))


def test_where_too_few_files_may_be_open_the_command_ends_and_says_so(tmp_path):
    article = write(tmp_path / "a.txt")
    command = [sys.executable, "-m", "ftzlib.cli", "corpus", article, "--out", tmp_path / "facts", "--workers", "8"]
    few = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))  # noqa: E731
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, preexec_fn=few)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1) and "Too many open files" in done.stderr


def test_workers_end_with_the_process_that_started_them(tmp_path):
    code = "import os, time; from ftzlib.archive import work\nwith work.local(2) as p: print(p.submit(os.getpid).result(), flush=True); time.sleep(60)"
    running = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    worker = int(running.stdout.readline())
    running.kill()
    running.wait()
    for _ in range(500):
        status = Path(f"/proc/{worker}/stat")
        if not status.exists() or status.read_text().split()[2] == "Z":
            return
        time.sleep(0.02)
    pytest.fail("the worker is still there")


def test_a_pool_that_breaks_down_is_told_and_what_was_read_is_kept(tmp_path, monkeypatch, capsys):
    def broken(*_):
        raise BrokenProcessPool("a process ended abruptly")

    monkeypatch.setattr("ftzlib.archive.work.in_order", broken)
    monkeypatch.setattr("ftzlib.archive.corpus.in_order", broken)
    status, _, err = run(write(tmp_path / "a.txt"), "--out", tmp_path / "facts", capsys=capsys)
    assert (status, err.count("\n")) == (1, 1)
    assert "broke down" in err and "run this again to go on" in err


# On a cluster


@pytest.fixture(scope="module")
def cluster():
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as started:
        yield started


def test_a_cluster_gives_the_same_rows_as_this_machine(archive, tmp_path, cluster):
    from distributed import Client

    paths = sorted(archive.glob("*/*.txt"))
    corpus.save(paths, tmp_path / "here")
    with Client(cluster) as client:
        corpus.save(paths, tmp_path / "there", client.get_executor())
    assert everything(tmp_path / "here") == everything(tmp_path / "there")


def test_nothing_is_lost_and_nothing_doubled_if_a_worker_is_killed_on_the_way(tmp_path, cluster):
    from distributed import Client

    paths = numbered(tmp_path / "archive", 500)
    with Client(cluster) as client:
        killed = set()
        pids = client.run(os.getpid)
        values = []
        for number, tables in enumerate(corpus.parse(paths, client.get_executor(), in_flight=8)):
            values += tables["metrics"]["value"].to_pylist()
            assert not len(tables["errors"])
            if number == 5:
                killed.add(next(iter(pids.values())))
                os.kill(*killed, signal.SIGKILL)
        assert killed and not killed & set(client.run(os.getpid).values())
    assert sorted(values) == list(range(2, 502))
