"""Text of others: nothing in it runs, nothing in it is unseen, no address leads to what is no page."""

import csv
import html
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

_WEB = re.compile(r"https?://([^\s/?#\[\]@]+)([/?#]\S*)?")
_NUMBER = r"[+-]?[\d,]*\.?\d+%?"
#: Where a cell begins, also in countries where a semicolon parts cells, and runs: not before a plain number.
_RUNS = re.compile(rf"(?:(^|[;\t\r\n])([\"\s]*)(?!{_NUMBER}\s*(?:[;\t\r\n]|$))(?=[=+\-@＝＋－＠])|^(?=[\t\r]))")
_TYPESET = re.compile(r"\$|\\[(\[]|\\begin\b")  # what begins a formula in JupyterLab

#: Signs that turn the reading direction or hide what stands behind them, as their numbers.
_TURNING = (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2060, 0x2070), *range(0xE0000, 0xE0080))
#: Control characters, and the picture of each.
VISIBLE: dict[int, int | str] = {
    **{code: f"[U+{code:04X}]" for code in _TURNING},
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: 0x2421,
    **dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD),
}


def escape(text: str) -> str:
    """Escape `text` for HTML; control characters are shown as pictures."""
    return html.escape(text.translate(VISIBLE))


def web(value: object) -> str | None:
    """Return an address that a browser may follow to a page, and nothing for any other."""
    return value if isinstance(value, str) and _WEB.fullmatch(value) else None


def unrun(words: str) -> str:
    """Return words as a field of CSV that no spreadsheet runs as a formula; numbers keep their sign.

    Those that it would run get an apostrophe before them (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    return _RUNS.sub(r"\1\2'", words)


def as_csv(rows: Iterable[Iterable[Any]]) -> str:
    """Return rows as CSV, their words as `unrun` has them."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n").writerow
    for row in rows:
        write(unrun(field) if isinstance(field, str) else field for field in row)
    return out.getvalue()


def untypeset(html: str) -> str:
    """Return HTML inside an element in which JupyterLab looks for no formula, if it could find one there.

    It would set what stands between two sums of money in dollars as mathematics.
    """
    return f'<div class="mathjax_ignore tex2jax_ignore">{html}</div>' if _TYPESET.search(html) else html


def leave_as_written(rows: Iterable[Mapping[str, object]]) -> None:
    """Keep JupyterLab from setting a part of a frame as a formula, from the first row on in which it could find one."""
    if any(_TYPESET.search(str(value)) for row in rows for value in row.values()):
        import pandas as pd

        pd.set_option("display.html.use_mathjax", False)
