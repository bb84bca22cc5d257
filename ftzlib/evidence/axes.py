"""Charts of seaborn and matplotlib in the house's style, and as figures that anybody can read.

`style` sets what is drawn with from then on; `figure` makes of what was drawn a picture with a title, words for who
cannot see it, its source and its data, in which each mark of a row leads to that row's words.

Bytes     all that matplotlib reads from its settings is set, ``svg.hashsalt`` too, and no date is written: the same
          cell gives the same bytes on every machine
          (https://matplotlib.org/stable/users/prev_whats_new/whats_new_2.1.0.html).
"""

from __future__ import annotations

import base64
import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from cycler import cycler
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.collections import PathCollection, QuadMesh
from matplotlib.container import BarContainer
from matplotlib.figure import Figure as Canvas
from matplotlib.patches import PathPatch, Wedge
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from ftzlib.evidence import svg
from ftzlib.evidence.anchors import Rows, categories, lead
from ftzlib.evidence.escape import VISIBLE, escape
from ftzlib.evidence.fit import fit, thin
from ftzlib.evidence.frames import as_frame, line, table
from ftzlib.evidence.wording import Shown, scrolling

#: What belongs to the reader's own window, not to the picture.
_WINDOW = ("backend", "interactive", "toolbar", "tk.", "webagg.", "macosx.", "figure.raise_window", "savefig.directory")
_PALETTE = [light for light, _ in svg.PICTURE["palette"].values()]
_OURS: dict[str, Any] = {
    **{name: svg.LIGHT.get(str(value), value) for name, value in svg.PICTURE["settings"].items()},
    **dict.fromkeys(svg.PICTURE["type"]["sizes"], svg.TYPE),
    "axes.prop_cycle": cycler(color=_PALETTE),
}
#: Bars and boxes of seaborn are less saturated than the palette; a page knows them as the palette's all the same.
_PALER = {matplotlib.colors.to_hex(sns.desaturate(colour, 0.75)): colour for colour in _PALETTE}


@dataclass(frozen=True, repr=False, kw_only=True)
class Figure(Shown):
    """A chart with its title, its words, its source and its data, if some were given."""

    title: str
    alt: str  # what the picture shows, in words
    svg: str  # the picture


def style() -> None:
    """Draw in the house's style from now on, whatever has been set before.

    Settings of a matplotlibrc, of ``plt.style.use``, ``sns.set_theme`` or ``sns.set_palette`` all make way; the
    backend and what belongs to its window stay.

    Examples
    --------
    >>> style()
    >>> matplotlib.rcParams["font.family"]
    ['DejaVu Sans']
    """
    # A notebook's backend sets some of these when it is first asked for anything.
    plt.draw_if_interactive()  # type: ignore[no-untyped-call]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # settings that matplotlib is about to give up
        matplotlib.rcParams.update(_settings())
        sns.set_color_codes("reset")


def figure(
    ax: Any,
    title: str,
    data: pd.DataFrame | pd.Series[Any] | None = None,
    note: str | None = None,
    source: str | None = None,
) -> Figure:
    """Make of what was drawn a figure that can be read, heard and followed to its sources.

    Parameters
    ----------
    ax : Axes, Figure, or a grid of seaborn
        What was drawn. It is closed, so that a notebook does not show it a second time.
    title : str
        What the chart shows, in a sentence.
    data : DataFrame or Series, optional
        The rows that are drawn. They are read out, shown below the picture, and each mark or label that stands for
        just one of them leads to its words (index ``id``) or to its page (column ``source_url``).
    note, source : str, optional
        What a reader needs to know first, and where the data is from.

    Of more than 100 names along an axis (25 across) some are written, and the rest counted; more than 2,000 marks are
    one picture, and lead nowhere.

    Returns
    -------
    Figure
        Shows itself in a notebook; `ftzlib.evidence.svg.inline` puts its ``.svg`` into a page.

    Raises
    ------
    TypeError
        For an `ax` that is no drawing, or was taken out of one, or `data` that is no frame.

    Examples
    --------
    >>> style()
    >>> tasks = pd.DataFrame({"zone": ["Qingdao", "Yantai"], "share": [0.906, 0.92]})
    >>> chart = figure(sns.barplot(tasks, x="share", y="zone"), "Both did nine tasks in ten", data=tasks)
    >>> chart
    Both did nine tasks in ten
    Bar chart. 2 rows. Qingdao: share 0.906. Yantai: share 0.92.
    """
    drawn = _drawing(ax)
    rows = None if data is None else Rows(as_frame(data, "figure"))
    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a letter that the font lacks is the reader's font's matter
        matplotlib.rcParams.update(_settings())
        FigureCanvasSVG(drawn)
        drawn.set_dpi(72)
        written = thin(drawn)
        fit(drawn)
        links = lead(drawn, rows) if rows else {}
        alt = " ".join(filter(None, (_kind(drawn), written, rows.alt() if rows else _told(drawn)))).strip()
        picture, width = _save(drawn, alt, links)
    plt.close(drawn)
    rowed = None if data is None else table(data, f"Data: {title}")
    note = " ".join(filter(None, (note, written)))
    shown = [
        f'<figure class="ftz-chart" style="margin:1.5rem 0">\n<h3>{escape(title)}</h3>',
        f'<p class="ftz-note">{escape(note)}</p>' if note else "",
        _image(picture, alt, title, width),
        f"<figcaption>{escape(source)}</figcaption>" if source else "",
        f"<details><summary>Data behind this chart</summary>\n{rowed.html}\n</details>" if rowed else "",
        "</figure>",
    ]
    html, text = "\n".join(filter(None, shown)), f"{title}\n{alt}".translate(VISIBLE)
    return Figure(html, text, rowed.csv if rowed else "", title=title, alt=alt, svg=picture)


def _settings() -> Any:  # mypy knows the names of settings one by one
    own = {name: value for name, value in matplotlib.rcParamsDefault.items() if not name.startswith(_WINDOW)}
    return own | sns.axes_style("white") | sns.plotting_context("paper") | _OURS


def _drawing(ax: Any) -> Canvas:
    drawn = getattr(getattr(ax, "figure", None), "figure", None)  # its own, or that of a figure within a figure
    if not isinstance(drawn, Canvas):
        raise TypeError(f"figure wants an Axes in its Figure, a Figure or a grid of seaborn, not {type(ax).__name__}")
    return drawn


def _save(drawn: Canvas, alt: str, links: Mapping[str, svg.Link]) -> tuple[str, float]:
    """Save all that is drawn, also what reaches beyond the canvas; return it with its width."""
    reach = drawn.get_tightbbox()
    box = Bbox.union([drawn.bbox_inches, reach.padded(0.03)]) if reach else drawn.bbox_inches
    for text in drawn.findobj(Text):
        text.set_gid(_named(text, 72 * box.x0))
    out = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    drawn.savefig(out, format="svg", bbox_inches=box, metadata=nothing)
    return svg.finish(out.getvalue(), alt, links, _PALER), 72 * box.width


def _named(text: Text, left: float) -> str:
    """Name a label by the side that it is tied to, and of several lines by where they are aligned."""
    sides = {"center_baseline": "center", "baseline": "bottom"}
    across, upright = text.get_horizontalalignment(), text.get_verticalalignment()
    origin = "center" if text.get_rotation_mode() == "anchor" else f"{across} {sides.get(upright, upright)}"
    if "\n" not in text.get_text() or text.get_rotation():
        return svg.label(origin)
    box = text.get_window_extent()
    ends = {"left": ("start", box.x0), "center": ("middle", (box.x0 + box.x1) / 2), "right": ("end", box.x1)}
    anchor, at = ends[getattr(text, "_multialignment", None) or across]
    return svg.label(origin, anchor, at - left)


def _kind(drawn: Canvas) -> str:
    """Say what kind of chart this is, by the first axes that have anything on them."""
    kinds = {
        **{"Bar chart": BarContainer, "Pie chart": Wedge, "Heat map": QuadMesh, "Box plot": PathPatch},
        "Scatter plot": PathCollection,
    }
    for axes in drawn.axes:
        parts = (*axes.containers, *axes.patches, *axes.collections)
        for kind, of in kinds.items():
            if any(isinstance(part, of) for part in parts):
                return f"{kind}."
        if any(np.size(curve.get_xdata()) > 1 for curve in axes.lines):
            return "Line chart."
    return "Chart."


def _told(drawn: Canvas) -> str:
    """Read out what the axes say, where there is no data to read."""
    said = [words for axes in drawn.axes for words in (axes.get_title("left"), axes.get_xlabel(), axes.get_ylabel())]
    said += [name for axes in drawn.axes for axis in (axes.yaxis, axes.xaxis) for name in categories(axis).values()]
    return "".join(f"{words}. " for words in dict.fromkeys(filter(None, map(line, said))))


def _image(picture: str, alt: str, title: str, width: float) -> str:
    data = base64.b64encode(picture.encode()).decode()
    least = svg.least(width)
    image = (
        f'<img alt="{escape(alt)}" style="width:100%;min-width:{least}px;max-width:{svg.MOST * least:.0f}px;'
        f'height:auto" src="data:image/svg+xml;base64,{data}">'
    )
    return image if width <= svg.WIDTH + 1 else scrolling(image, f"Chart: {title}")
