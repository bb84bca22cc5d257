"""Prints what each benchmark recorded, as a table that can stand in the notes."""

import os
import platform
from pathlib import Path

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    write = terminalreporter.write_line
    write(
        f"\nPython {platform.python_version()}, {_processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n"
    )
    for report in terminalreporter.stats.get("passed", []):
        if report.when == "call" and report.user_properties:
            figures = " | ".join(
                f"{name}: {value:,}" if not isinstance(value, str) else f"{name}: {value}"
                for name, value in report.user_properties
            )
            write(f"| {report.nodeid.split('::')[-1].removeprefix('test_')} | {figures} |")


def _processor() -> str:
    with Path("/proc/cpuinfo").open(encoding="utf-8") as lines:
        return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
