"""Chromium for the tests that open pages as a reader does."""

import os
import shutil
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page, Playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = files("axe_playwright_python") / "axe.min.js"
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
#: WCAG 2.2 at levels A and AA, and what axe calls best practice.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
#: What a change of colours alone can break.
OF_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
#: What a narrow screen alone can break.
OF_SIZE = {"runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable", "region"]}}


def launch(playwright: Playwright) -> Browser:
    """Start Chromium, or skip: it comes with no Python package."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        pytest.skip("no Chromium: apt-get install chromium, or name one with CHROMIUM=/path/to/chrome")
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


def unfold(page: Page, everything: bool) -> None:
    """Open what is folded away, or close it."""
    page.evaluate("open => document.querySelectorAll('details').forEach(d => { d.open = open })", everything)


def faults(page: Page, rules: dict[str, object] = RULES) -> list[str]:
    """What axe-core finds wrong with a page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, rules).then(found => found.violations)", rules)
    return [f"{fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"]]
