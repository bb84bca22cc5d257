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

import nbformat
import pytest
from conftest import ROOT
from nbformat.v4 import new_code_cell, new_notebook

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
        | {"JUPYTER_DATA_DIR": str(home / "data"), "JUPYTER_RUNTIME_DIR": str(home / "runtime"), "JUPYTER_PATH": ""},
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
#: Whether there are charts, and each of them is a picture that could be read.
DRAWN = """() => {
  const charts = [...document.querySelectorAll('figure.ftz-chart img')];
  return charts.length >= 2 && charts.every(chart => chart.naturalWidth > 0); }"""
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


#: Words between what opens and closes a formula, in all that an article, its sidecar and its corrections can hold.
SUMS = r"$1.2 billion in 2019 and $3.4 billion, \(x\) and \[y\] and $$z$$, \begin{equation}q\end{equation}"
SHOWN = [
    "import ftzlib as ftz, pandas as pd; ftz.style(); facts = ftz.read('hostile.txt'); facts",
    "facts.metrics",
    "facts.metrics.groupby('quote')[['value', 'sentence']].first()",
    "facts.statements",
    "facts.findings",
    "facts.corrections",
    "ftz.table(facts.metrics)",
    "ftz.table(facts.corrections, facts.document.source.title)",
    "ftz.Claim('{it}, {words}; {title}', it=facts.metrics.iloc[0], words=ftz.cite(facts.metrics.iloc[0], 'quote'), title=facts.document.source.title)",
    "ftz.Claim('# {title}', title=facts.document.source.title)",
    "ax = facts.metrics.reset_index().plot.barh(x='quote', y='value'); ftz.figure(ax, facts.document.source.title, data=facts.metrics, note=facts.document.source.publisher)",
    "ftz.read_many(['hostile.txt', 'second.txt']).metrics",
    "pd.concat([ftz.reference.outcomes()] * 2)",
    "ftz.table(pd.concat([ftz.reference.outcomes()] * 2))",
    "from IPython.display import HTML; HTML('<p>This is one: $x^2$</p>')",
]


def test_nothing_that_an_article_says_is_typeset_as_a_formula(lab, chromium):
    address, folder = lab
    for name in ("hostile", "second"):
        (folder / f"{name}.txt").write_text(
            f"The zone has 106 tasks of {SUMS}, he said.\n\nIt drew {SUMS} of trade.\n\nIt drew 12 firms worth {SUMS}."
        )
        (folder / f"{name}.toml").write_text(f"title = '{SUMS}'\npublisher = '{SUMS}'")
    (folder / "hostile.fixes.toml").write_text(
        f"[[set]]\ntable = 'metrics'\nquote = '106 tasks'\nvalue = 105\nby = '{SUMS}'\nwhy = '{SUMS}'"
    )
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    cells = [new_code_cell(cell) for cell in SHOWN]
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), folder / "hostile.ipynb")
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/lab/tree/notebooks/hostile.ipynb?token={TOKEN}&reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    page.wait_for_function(IDLE, timeout=60_000)
    page.evaluate("() => { jupyterapp.commands.execute('notebook:run-all-cells') }")
    page.wait_for_function(RUN, timeout=60_000)
    assert page.locator('[data-mime-type="application/vnd.jupyter.error"]').count() == 0
    typeset, outputs = set(), 0
    for number in range(len(SHOWN)):  # what is out of sight may not be in the page
        page.evaluate("async n => { await jupyterapp.shell.currentWidget.content.scrollToItem(n) }", number)
        if number == len(SHOWN) - 1:
            page.wait_for_selector("mjx-container", timeout=30_000)
        page.wait_for_timeout(200)
        outputs += page.evaluate(
            f"jupyterapp.shell.currentWidget.content.widgets[{number}].node.querySelectorAll('.jp-OutputArea-output').length"
        )
        typeset |= set(
            page.evaluate(
                "jupyterapp.shell.currentWidget.content.widgets.map((c, n) => c.node.querySelector('mjx-container') ? n : -1)"
            )
        )
    page.evaluate("async () => { await jupyterapp.shell.currentWidget.sessionContext.shutdown() }")
    page.close()
    assert outputs == len(SHOWN)
    assert typeset - {-1} == {len(SHOWN) - 1}, typeset  # the last is one, to see that formulas are set at all


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
    page.wait_for_selector("figure.ftz-chart img", state="attached", timeout=60_000)  # before anything is run, too
    assert page.evaluate(DEAD) == []
    lead(page)  # nothing is trusted yet
    page.evaluate("() => { jupyterapp.commands.execute('notebook:restart-run-all') }")
    page.locator(".jp-Dialog-button.jp-mod-accept").click()
    page.wait_for_function(RUN, timeout=60_000)
    assert page.locator('[data-mime-type="application/vnd.jupyter.error"]').count() == 0
    page.wait_for_function(DRAWN, timeout=60_000)  # what is far down is laid out when the page has time for it
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
