"""Times the parser beside quantulum3 and dateparser over the same articles; run by ``make bench``.

The unit is one pass of a tokenising pattern over the same text in the same process. The pass is timed before each
round, so that a machine that slows down slows both. Times are of the processor, not of the clock on the wall.
"""

import datetime as dt
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable

import dateparser.search
import pytest
from articles import articles
from quantulum3 import parser as quantulum

import ftzlib as ftz

TOKENS = re.compile(r"\w+|[^\w\s]").findall
ARTICLES = articles(1_000)
BASE = dt.datetime(2020, 11, 6)


def ftzlib(text: str) -> str:
    """All tables, and the JSON."""
    return ftz.parse(text, published="2020-11-06").to_json()


def quantulum3(text: str) -> list[object]:
    """Quantities: without scikit-learn it tells units apart without its classifier, which costs it less."""
    return quantulum.parse(text)


def search_dates(text: str) -> object:
    """Dates: the language and the day are given, without which it takes thirty times as long."""
    settings = {"RELATIVE_BASE": BASE, "PREFER_DATES_FROM": "current_period"}
    return dateparser.search.search_dates(text, languages=["en"], settings=settings)


def each(read: Callable[[str], object], texts: Iterable[str]) -> None:
    for text in texts:
        read(text)


# Twenty rounds, each over articles of its own: fifty for the parser, fewer for the others, which take long.
@pytest.mark.parametrize(
    ("read", "size"),
    [(TOKENS, 50), (ftzlib, 50), (search_dates, 10), (quantulum3, 3)],
    ids=["findall", "ftzlib", "dateparser", "quantulum3"],
)
def test_passes(benchmark, record_property, read, size):
    rounds = [ARTICLES[first : first + size] for first in range(0, len(ARTICLES), 50)]
    passes = []

    def tokenise() -> tuple[tuple[object, ...], dict[str, object]]:
        texts, times = rounds[len(passes)], 500 // size
        start = time.process_time()
        for _ in range(times):
            each(TOKENS, texts)
        passes.append((time.process_time() - start) / times)
        return (read, texts), {}

    each(read, ARTICLES[:11])  # what is loaded at the first call
    benchmark.pedantic(each, setup=tokenise, rounds=len(rounds))
    ratios = [taken / one for taken, one in zip(benchmark.stats.stats.data, passes, strict=True)]
    quartiles = statistics.quantiles(ratios, n=4)
    record_property("passes, median and quartiles", "{1:.1f} ({0:.1f} to {2:.1f})".format(*quartiles))
    record_property("articles", size * len(rounds))
    record_property("microseconds an article", round(1e6 * benchmark.stats.stats.median / size))


@pytest.mark.parametrize("megabytes", [0.6, 1.25, 2.5, 5.0])
def test_one_long_text(benchmark, record_property, megabytes):
    text = "\n\n".join(ARTICLES * 4)[: round(megabytes * 1e6)]
    benchmark.pedantic(ftzlib, args=(text,), rounds=2)
    best = benchmark.stats.stats.min
    record_property("seconds", round(best, 2))
    record_property("microseconds a kilobyte", round(1e3 * best / megabytes))


@pytest.mark.parametrize(
    ("module", "runs"),
    [("ftzlib", 15), ("dateparser.search", 5), ("quantulum3.parser", 5)],
    ids=["ftzlib", "dateparser", "quantulum3"],
)
def test_import(record_property, module, runs):
    load = f"import warnings; warnings.simplefilter('ignore'); import {module}"
    started(load)  # bytecode is written
    bare, full = zip(*((started("import warnings"), started(load)) for _ in range(runs)), strict=True)
    for clock, measure in enumerate(("ms", "ms of processor")):
        without, with_it = [run[clock] for run in bare], [run[clock] for run in full]
        above = [statistics.median(with_it) - statistics.median(without), min(with_it) - min(without)]
        record_property(
            f"{measure} above bare Python, median and least", " and ".join(f"{1e3 * taken:.0f}" for taken in above)
        )


def started(code: str) -> tuple[float, float]:
    """Seconds on the wall and of the processor that a new Python takes."""
    start, before = time.perf_counter(), os.times()
    subprocess.run([sys.executable, "-c", code], check=True)
    wall, after = time.perf_counter() - start, os.times()
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


MADE = f"import sys; sys.path.insert(0, {sys.path[0]!r}); from articles import articles; made = articles(1_000)"
PARSER = "import ftzlib; read = lambda text: ftzlib.parse(text, published='2020-11-06').to_json()"


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("pass", "import ftzlib"),
        (MADE, f"{PARSER}; [read(text) for text in made]"),
        (f"{MADE}; text = ' '.join(made * 4)[:5_000_000]", f"{PARSER}; read(text)"),
    ],
    ids=["import", "1,000 articles with their JSON", "one text of 5 MB"],
)
def test_peak_memory(record_property, before, then):
    record_property("MB above what held before", round(peak(f"{before}; {then}") - peak(before), 1))


def peak(work: str) -> float:
    """Megabytes that a process of its own holds at most; getrusage would count its parent's."""
    code = f"{work}; print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024
