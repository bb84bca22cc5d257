"""A notebook in JupyterLab, in a real browser, run as a reader runs it."""

import json
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

TOKEN = "for-this-test-only"


@pytest.fixture(scope="module")
def lab(tmp_path_factory) -> Iterator[tuple[str, Path]]:
    """JupyterLab on a copy of the notebooks, with a home of its own and on a port that is free."""
    home = tmp_path_factory.mktemp("lab")
    for folder in ("notebooks", "seeds"):
        shutil.copytree(ROOT / folder, home / folder)
    settings = home / "config/lab/user-settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"fetchNews": "false", "checkForUpdates": False}))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    options = f"""--no-browser --ip=127.0.0.1 --port={port} --allow-root --expose-app-in-browser
        --ServerApp.port_retries=0 --ServerApp.root_dir={home} --IdentityProvider.token={TOKEN}
        --LabApp.extension_manager=readonly
        --LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"""
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options.split()],
        env=os.environ
        | {"HOME": str(home), "JUPYTER_CONFIG_DIR": str(home / "config"), "IPYTHONDIR": str(home / "ipython")}
        | {"JUPYTER_DATA_DIR": str(home / "data"), "JUPYTER_RUNTIME_DIR": str(home / "runtime")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"{address}/api?token={TOKEN}")
        yield address, home / "notebooks"
    finally:
        server.terminate()
        server.wait(20)


def wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise TimeoutError(address)


IDLE = "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
RUN = """() => {
  const panel = jupyterapp.shell.currentWidget;
  const cells = [...panel.content.model.cells].filter(cell => cell.type === 'code');
  return panel.sessionContext.session?.kernel?.status === 'idle'
    && cells.every(cell => cell.executionCount && cell.trusted); }"""


#: A mark of the article: JupyterLab renames the ids of what it does not trust, and knows them by that name.
MARKS = "[...document.querySelectorAll('.ftz-article [id], .ftz-article [data-jupyter-id]')]"
ID = "(mark => mark.id || mark.dataset.jupyterId)"
#: Links in the page that lead nowhere.
DEAD = f"""() => {{
  const there = new Set({MARKS}.map({ID}));
  return [...document.querySelectorAll('.jp-OutputArea a[href^="#"]')]
    .filter(a => !there.has(a.getAttribute('href').slice(1))).map(a => a.outerHTML); }}"""
#: Whether the window shows a mark.
IN_SIGHT = f"""id => {MARKS}.some(mark => {{
  const box = mark.getBoundingClientRect();
  return {ID}(mark) === id && box.top >= 0 && box.bottom <= innerHeight && box.height; }})"""


def lead(page):
    """Click the last stated figure, and wait for its words."""
    figure = page.locator("p.ftz-claim a.ftz-stated").last
    row = figure.get_attribute("href")[1:]
    figure.click()
    page.wait_for_function(IN_SIGHT, arg=row, timeout=10_000)


def test_a_notebook_runs_in_jupyterlab_and_saving_it_changes_nothing(lab, chromium):
    address, folder = lab
    name = "02-reform-metrics.ipynb"
    # JupyterLab notes the version of the Python that ran it, which may be another one here.
    written_by = f'"version": "{platform.python_version()}"'
    before = re.sub(r'"version": "3[.\d]+"', written_by, (folder / name).read_text(encoding="utf-8"))
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/lab/tree/notebooks/{name}?token={TOKEN}&reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    page.wait_for_function(IDLE, timeout=60_000)
    assert page.locator("figure.ftz-chart img").count() > 0  # shown before anything is run, too
    assert page.evaluate(DEAD) == []
    lead(page)  # nothing is trusted yet
    page.evaluate("() => { jupyterapp.commands.execute('notebook:restart-run-all') }")
    page.locator(".jp-Dialog-button.jp-mod-accept").click()
    page.wait_for_function(RUN, timeout=60_000)
    assert page.locator('[data-mime-type="application/vnd.jupyter.error"]').count() == 0
    charts = page.locator("figure.ftz-chart img")
    assert charts.count() >= 2
    assert all(chart.evaluate("picture => picture.naturalWidth > 0") for chart in charts.all())
    assert page.evaluate(DEAD) == []
    hidden = page.locator(
        ".jp-Cell:has(.ftz-headline) .jp-InputPlaceholder, .jp-Cell:has(.ftz-headline) .jp-Placeholder"
    )
    assert hidden.count() >= 1  # the title is on the screen, its template is not
    lead(page)
    kinds = ("stated", "derived", "reference")
    lines = {
        kind: page.locator(f".ftz-{kind}").first.evaluate("e => getComputedStyle(e).borderBottomStyle")
        for kind in kinds
    }
    assert lines == {"stated": "solid", "derived": "dotted", "reference": "dashed"}
    page.evaluate("async () => { await jupyterapp.commands.execute('docmanager:save') }")
    page.evaluate("async () => { await jupyterapp.shell.currentWidget.sessionContext.shutdown() }")
    page.close()
    assert (folder / name).read_text(encoding="utf-8") == before
