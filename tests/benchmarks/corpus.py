"""Times whole archives: articles a second, one worker against two, the parent's memory, Dask beside local processes.

    .venv/bin/python tests/benchmarks/corpus.py [ARTICLES]

The archive is made of the articles in ``tests/``, each copy with a line of its own, so that no two are the same.
Each run is a process of its own, as its peak memory can be told only so; no run finds anything done already.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUN = """
import json, resource, sys, time
from pathlib import Path
from ftzlib.archive import corpus, work
archive, out, engine, workers = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
paths = sorted(map(str, archive.glob("*/*.txt")))
if __name__ == "__main__":
    if engine == "dask":
        from distributed import Client, LocalCluster
        cluster = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
        client = Client(cluster)
        context = client.get_executor()
        list(context.map(str, range(workers)))
    else:
        context = work.local(workers)
    with context as executor:
        start = time.perf_counter()
        done = corpus.save(paths, out, executor)
        seconds = time.perf_counter() - start
    own = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"articles": done.articles, "seconds": seconds, "peak": own.ru_maxrss / 1024,
                      "busy": own.ru_utime + own.ru_stime}))
"""


def make(archive: Path, count: int) -> None:
    """Write `count` articles, a hundred to a folder."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").glob("*/**/*.txt"))]
    for number in range(count):
        path = archive / f"{number // 100:04}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{texts[number % len(texts)].rstrip()}\n\nPrinted as number {number}.\n", encoding="utf-8")


def measure(archive: Path, engine: str, workers: int) -> dict[str, float]:
    """Read the whole archive in a new process."""
    with tempfile.TemporaryDirectory() as out:
        script = Path(out, "run.py")
        script.write_text(RUN, encoding="utf-8")
        command = [sys.executable, script, archive, Path(out, "facts"), engine, str(workers)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main(count: int) -> None:
    """Print a line for each run, as a table for the notes."""
    print(
        "| articles | workers | seconds | articles a second | the parent's own work, s | its peak, MB | load before |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for size, engine, workers in [
        (count // 10, "local", 2),
        (count, "local", 1),
        (count, "local", 2),
        (count, "dask", 2),
    ]:
        with tempfile.TemporaryDirectory() as archive:
            make(Path(archive), size)
            load = os.getloadavg()[0]
            run = measure(Path(archive), engine, workers)
        rate = run["articles"] / run["seconds"]
        print(
            f"| {run['articles']:,} | {workers} {engine} | {run['seconds']:.1f} | {rate:.0f} "
            f"| {run['busy']:.1f} | {run['peak']:.0f} | {load:.1f} |",
            flush=True,
        )
        time.sleep(1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
