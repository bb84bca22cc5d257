"""One look for all charts: an SVG that is the same on every machine, in light and in dark.

Finds     axes to draw on; gives the SVG, and an HTML figure around it with headline, alternative text, source
          line and the data behind it.
Leaves    what is drawn to `ftzlib.stories.chart_forms`, and what is said to `ftzlib.stories.charts`.

Bytes     ``svg.hashsalt`` and no date in the metadata together make the SVG repeatable
          (https://matplotlib.org/stable/users/prev_whats_new/whats_new_2.1.0.html).
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ftzlib.evidence.escape import escape
from ftzlib.evidence.tables import table
from ftzlib.evidence.wording import Shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 4.9  # inches; narrow enough that its type can be read on a phone

#: Each colour in light and in dark. Blue and orange are the pair of Okabe and Ito's palette that colour-blind
#: readers tell apart best (https://jfly.uni-koeln.de/color/), darkened for contrast on paper.
INK, SOFT, LINE, PAPER = "#1d2126", "#5b6068", "#dcd8ce", "#fdfcf9"
BLUE, ORANGE, ON_FILL = "#0b5f93", "#b8600b", "#fdfcfa"
_DARK = {
    INK: "#e8e6e1",
    SOFT: "#a5a9af",
    LINE: "#3a4046",
    PAPER: "#15181b",
    BLUE: "#56b4e9",
    ORANGE: "#f0a33a",
    ON_FILL: "#101316",
}
#: Type grows where the picture shrinks: a media query inside a picture asks for the picture's own width.
_ZOOM = ":root{--z:.84}@media (max-width:30rem){:root{--z:1}}@media (max-width:23rem){:root{--z:1.1}}"
_TYPE = "text{font-family:system-ui,'DejaVu Sans',sans-serif}"
_SETTINGS = {
    "svg.hashsalt": "ftzlib",
    "svg.fonttype": "none",
    "font.size": 10.5,
    "axes.edgecolor": LINE,
    "axes.labelcolor": SOFT,
    "axes.facecolor": "none",
    "figure.facecolor": PAPER,
    "grid.color": LINE,
    "text.color": INK,
    "text.parse_math": False,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "patch.linewidth": 0,
    "patch.edgecolor": "none",
}


@contextmanager
def canvas(height: float) -> Iterator[tuple[Axes, list[str]]]:
    """Give empty axes in the house style, and a list that holds the finished SVG once the block is left."""
    import seaborn as sns
    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    style = sns.axes_style("white") | sns.plotting_context("paper") | {"font.family": ["DejaVu Sans"]} | _SETTINGS
    with rc_context(style):
        figure = Figure(figsize=(WIDTH, height))
        FigureCanvasSVG(figure)
        axes = figure.add_axes((0.004, 0.1 / height, 0.992, 1 - 0.2 / height))
        sns.despine(ax=axes, left=True, bottom=True)
        axes.tick_params(length=0)
        finished: list[str] = []
        yield axes, finished
        finished.append(_svg(figure))


def chart(svg: str, *, headline: str, note: str, alt: str, rows: Sequence[Mapping[str, Any]], source: str) -> Shown:
    """Return a picture as an HTML figure: headline, note, picture, source line, the data behind it."""
    data = base64.b64encode(svg.encode()).decode()
    behind = table(rows, f"Data: {headline}")
    html = (
        f'<figure class="ftz-chart" style="margin:1.5rem 0">\n<h3>{escape(headline)}</h3>\n'
        f'<p class="ftz-note">{escape(note)}</p>\n'
        f'<img alt="{escape(alt)}" style="width:100%;max-width:42rem;height:auto" '
        f'src="data:image/svg+xml;base64,{data}">\n<figcaption>{escape(source)}</figcaption>\n'
        f"<details><summary>Data behind this chart</summary>\n{behind.html}\n</details>\n</figure>"
    )
    return Shown(html, f"Chart: {headline}\n{alt}")


def _svg(figure: Figure) -> str:
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    svg = re.sub(r"<\?xml.*?\?>\s*<!DOCTYPE.*?>\s*", "", out.getvalue(), count=1, flags=re.DOTALL)
    svg = re.sub(r"\s*<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = _slim(re.sub(r"font-size: ([\d.]+px)", r"font-size: calc(\1*var(--z))", svg))
    names = {colour: f"--c{n}" for n, colour in enumerate(_DARK)}
    for colour, name in names.items():
        svg = svg.replace(colour, f"var({name})")
    light = ";".join(f"{name}:{colour}" for colour, name in names.items())
    dark = ";".join(f"{name}:{_DARK[colour]}" for colour, name in names.items())
    style = f"<style>:root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}{_ZOOM}{_TYPE}</style>"
    return re.sub(r"(<svg\b[^>]*>)", rf"\1{style}", svg, count=1)


def _slim(svg: str) -> str:
    """Leave out what nobody sees: comments, turns by nothing, names nothing asks for, the third decimal of a point."""
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r' transform="rotate\(-0 [^"]*"|font-family: [^;"]*; ?|<path d="[^"]*" style="fill: none"/>', "", svg)
    svg = re.sub(r"\s*\n\s*", "\n", re.sub(r"(\.\d\d)\d+", r"\1", svg)).replace(">\n<", "><")
    svg = re.sub(r'(?<= d=")[^"]*', lambda path: re.sub(r"\s*([MLQCZz])\s*", r"\1", path[0]), svg)
    svg = re.sub(r'(?<= style=")[^"]*', lambda style: re.sub(r"([:;]) ", r"\1", style[0]), svg)
    used = set(re.findall(r"#([\w.]+)", svg))
    svg = re.sub(r' id="([\w.]+)"', lambda found: found[0] if found[1] in used else "", svg)
    svg = re.sub(r"<g>(<(?:path|use)\b[^>]*/>|<text\b[^>]*>[^<]*</text>)</g>", r"\1", svg)
    return re.sub(r"<g></g>|<g/>", "", svg)
