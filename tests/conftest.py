"""What several tests need once: the reports, built afresh from the seed and the notebooks, and a browser."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import browser
import laid
import pytest
import visit
from playwright.sync_api import Browser, sync_playwright

from ftzlib.report import build as report

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "2020-11-06-qingdao-shanghai.txt"
NOTEBOOKS = ROOT / "notebooks"


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Have nbval compare PNG pictures too."""
    if hasattr(collector, "skip_compare"):
        collector.skip_compare = tuple(key for key in collector.skip_compare if key != "image/png")


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of reports on the seed, as `make report` makes them; test processes side by side share it."""
    here = tmp_path_factory.getbasetemp()
    shared = here.parent if "PYTEST_XDIST_WORKER" in os.environ else here
    out = shared / "reports"
    with (shared / "reports.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            report.build([SEED], out=out, notebooks=NOTEBOOKS)
    return out


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A folder with one notebook that shows the article's first figure."""
    return laid.notebook(tmp_path / "notebooks", "00-short", laid.FIGURE)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """The article of a visit with its sidecar."""
    path = tmp_path / "visit.txt"
    path.write_text(visit.TEXT, encoding="utf-8")
    (tmp_path / "visit.toml").write_text('published = "2020-11-06"', encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as playwright:
        running = browser.launch(playwright)
        yield running
        running.close()
