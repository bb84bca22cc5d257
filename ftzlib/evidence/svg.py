"""A picture of matplotlib as a small SVG that knows light and dark, can be read on a phone, and leads somewhere.

`finish` makes a picture of its own, which a notebook shows as an image; `inline` lets the same picture stand inside a
page, where its links work. Both rebuild the tree element by element: nothing that a label says is taken for markup.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from ftzlib.evidence.escape import VISIBLE, web

#: Points of all type, at a canvas of `WIDTH` points; `LEAST` pixels of it are seen where the canvas is a phone's.
TYPE, WIDTH, LEAST = 12.2, 352.8, 11.05
#: Each colour in light and in dark. Blue, orange and green stand first: Okabe and Ito's palette, which colour-blind
#: readers tell apart (https://jfly.uni-koeln.de/color/), darkened for contrast on paper.
INK, SOFT, LINE, PAPER, ON_FILL = "#1d2126", "#5b6068", "#dcd8ce", "#fdfcf9", "#fdfcfa"
PALETTE = {
    "#0b5f93": "#56b4e9",
    "#b8600b": "#f0a33a",
    "#0a7558": "#3fc79e",
    "#93477c": "#dc9cc8",
    "#6b6100": "#d3c24c",
    "#5c6b7d": "#a6b4c4",
}
_DARK = {INK: "#e8e6e1", SOFT: "#a5a9af", LINE: "#3a4046", PAPER: "#15181b", ON_FILL: "#101316", **PALETTE}
#: Type shrinks where the picture is wider than its canvas: from which multiple of its width on, and to what part.
_STEPS = [(step, LEAST / TYPE / step) for step in (1, 1.05, 1.1, 1.15, 1.2, 1.26)]
_SVG, _XLINK = "http://www.w3.org/2000/svg", "{http://www.w3.org/1999/xlink}"
_TAGS = {
    *("svg", "g", "path", "use", "text", "tspan", "title", "defs", "clipPath", "rect", "circle", "ellipse", "line"),
    *("polyline", "polygon", "a", "image", "pattern", "linearGradient", "radialGradient", "stop"),
}
_ATTRIBUTES = {
    *("id", "class", "d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width", "height"),
    *("points", "transform", "viewBox", "style", "clip-path", "href", "aria-label", "role", "offset", "patternUnits"),
    *("gradientUnits", "gradientTransform", "preserveAspectRatio"),
}
_DECLARATION = re.compile(r"(?:[\w\s.,%#+*/'-]|(?:calc|var|rotate|scale|translate)\(|\)|url\(#[\w.-]+\))*")
_PLACE = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")


class Link(NamedTuple):
    """Where a mark leads, and what it says under a pointer."""

    href: str
    words: str


class Origin(NamedTuple):
    """The point that a label is tied to, around which it shrinks; of several lines also where each is tied to it."""

    x: float
    y: float
    anchor: str = ""
    at: float = 0


def finish(svg: str, alt: str, links: Sequence[Link], origins: Mapping[str, Origin], ours: Mapping[str, str]) -> str:
    """Return what matplotlib wrote as a picture of its own.

    Parameters
    ----------
    svg : str
        With type as text.
    alt : str
        What the picture shows, in words.
    links : sequence of Link
        The address ``ftz:3`` in the picture stands for the fourth of them.
    origins : mapping of str to Origin
        By the id of each label.
    ours : mapping of str to str
        Colours that stand for one of the house's, as the same ones with less saturation.
    """
    root = _tree(svg.translate(VISIBLE))
    _label(root, origins)
    _lead(root, links)
    for element, drawn in _drawn(root):
        _slim(element)
        _colour(element, ours, drawn)
    _prune(root)
    width, height = (float(part) for part in root.attrib["viewBox"].split()[2:])
    sized = {"viewBox": root.attrib["viewBox"], "width": f"{width:.0f}", "height": f"{height:.0f}"}
    root.attrib = {"xmlns": _SVG, **sized, "role": "img", "aria-label": alt.translate(VISIBLE)}
    root.insert(0, _style(_css(width, ":root", "media")))
    return ET.tostring(root, encoding="unicode")


def inline(svg: str, number: int) -> str:
    """Return a picture of `finish` to stand inside a page, with links that work there.

    Parameters
    ----------
    svg : str
        Of `finish`; whatever it should not hold (script, style, an address elsewhere) is left out.
    number : int
        Of the picture on its page: its ids and its style are its own.

    Returns
    -------
    str
        An ``<svg>`` that is as wide as what it stands in, which it makes a container to ask for its width.

    Raises
    ------
    ValueError
        Where this is no SVG with a size.
    """
    try:
        if "<!" in svg:
            raise ValueError("it has declarations")
        root, own = _tree(svg), f"ftz-{number}"
        width = float(root.attrib["viewBox"].split()[2])
    except (ET.ParseError, KeyError, IndexError, ValueError) as reason:
        raise ValueError(f"picture {number} is no SVG of this library: {reason}") from None
    _sift(root)
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.attrib[name] = f"{own}-{value}"
            elif name == "href" and element.tag == "use":
                element.attrib[name] = f"#{own}-{value[1:]}"
            else:
                element.attrib[name] = value.replace("url(#", f"url(#{own}-")
    alt = root.get("aria-label", "")
    role = "group" if root.find(".//a[@href]") is not None else "img"  # what is in an image cannot be reached
    root.attrib = {"id": own, "class": "ftz-picture", "viewBox": root.attrib["viewBox"], "role": role}
    root.set("aria-label", alt)
    root.insert(0, _style(_css(width, f"#{own}", "container") + _boxed(width, f"#{own}")))
    return ET.tostring(root, encoding="unicode")


def least(width: float) -> int:
    """Return how many pixels wide a picture must be for its type to be read."""
    return math.ceil(width * LEAST / TYPE - 0.5)


def most(width: float) -> int:
    """Return how many pixels wide a picture may be before its type looks large."""
    return round(width * 1.65)


def _css(width: float, scope: str, query: str) -> str:
    names = {colour: f"--c{n}" for n, colour in enumerate(_DARK)}
    light = ";".join(f"{name}:{colour}" for colour, name in names.items())
    dark = ";".join(f"{name}:{_DARK[colour]}" for colour, name in names.items())
    steps = "".join(
        f"@{query} (min-width:{math.ceil(width * step)}px){{{scope}{{--z:{part:.3f}}}}}" for step, part in _STEPS
    )
    return (
        f"{scope}{{{light};--z:1}}@media screen and (prefers-color-scheme:dark){{{scope}{{{dark}}}}}{steps}"
        f"{scope} *{{stroke-linejoin:round;stroke-linecap:butt}}{scope} .t{{transform:scale(var(--z))}}"
        f"{scope} text{{font-family:system-ui,'DejaVu Sans',sans-serif;fill:var({names[INK]})}}"
    )


def _boxed(width: float, scope: str) -> str:
    paper = list(_DARK).index(PAPER)
    return (
        f":has(>{scope}){{container-type:inline-size}}"
        f"{scope}{{display:block;width:100%;height:auto;min-width:{least(width)}px;max-width:{most(width)}px}}"
        f"{scope} a text{{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}}"
        f"{scope} a:hover{{opacity:.7}}@media print{{{scope}{{--c{paper}:#fff}}}}"
    )


def _style(css: str) -> ET.Element:
    element = ET.Element("style")
    element.text = css
    return element


def _tree(svg: str) -> ET.Element:
    """Parse an SVG, and call its elements and attributes by their plain names."""
    root = ET.fromstring(re.sub(r"^\s*(<\?xml.*?\?>)?\s*(<!DOCTYPE[^>]*>)?", "", svg, flags=re.DOTALL))
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{_SVG}}}")
        element.attrib = {name.removeprefix(_XLINK): value for name, value in element.attrib.items()}
        element.tail = None
        if element.tag not in ("text", "tspan", "title", "style"):
            element.text = None
    if root.tag != "svg":
        raise ValueError(f"it begins with <{root.tag}>")
    return root


def _label(root: ET.Element, origins: Mapping[str, Origin]) -> None:
    for group in root.iter("g"):
        origin = origins.get(group.get("id", ""))
        if not origin:
            continue
        group.attrib = {"class": "t", "style": f"transform-origin:{origin.x:.2f}px {origin.y:.2f}px"}
        for text in group.iter("text"):
            place = _PLACE.fullmatch(text.get("transform", ""))
            if origin.anchor and place:
                del text.attrib["transform"]
                text.attrib |= {"x": f"{origin.at:.2f}", "y": place[2]}
                text.set("style", f"{text.get('style', '')};text-anchor:{origin.anchor}")


def _lead(root: ET.Element, links: Sequence[Link]) -> None:
    """Put addresses in their places; lines of one label lead as one."""
    for parent in list(root.iter()):
        before: ET.Element | None = None
        for element in list(parent):
            if element.tag != "a":
                continue
            if before is not None and before.get("href") == element.get("href"):
                before.extend(list(element))
                parent.remove(element)
            else:
                before = element
    for element in root.iter("a"):
        known = re.fullmatch(r"ftz:(\d+)", element.get("href", ""))
        page = web(element.get("href"))
        link = links[int(known[1])] if known else Link(page, page) if page else None
        element.attrib = {"href": link.href, "aria-label": link.words.translate(VISIBLE)} if link else {}
        if link:
            if element.find(".//text") is not None:
                del element.attrib["aria-label"]  # its name is what it says
            title = ET.Element("title")
            title.text = link.words.translate(VISIBLE)
            element.insert(0, title)


def _drawn(element: ET.Element, drawn: bool = True) -> Iterator[tuple[ET.Element, bool]]:
    """Give every element, and whether it is seen where it stands."""
    drawn = drawn and element.tag not in ("defs", "clipPath")
    yield element, drawn
    for child in element:
        yield from _drawn(child, drawn)


def _slim(element: ET.Element) -> None:
    """Leave out what nobody sees: turns by nothing, the third decimal of a point, white space."""
    if element.get("transform", "").startswith("rotate(-0 "):
        del element.attrib["transform"]
    for name in ("x", "y", "d", "width", "height", "transform"):
        if name in element.attrib:
            rounded = re.sub(r"(\.\d\d)\d+", r"\1", element.attrib[name])
            element.set(name, re.sub(r"\s*([MLQCZz])\s*", r"\1", " ".join(rounded.split())))
    if "style" in element.attrib:
        kept = {name: value for name, value in _declarations(element) if name != "font-family"}
        element.set("style", ";".join(f"{name}:{value}" for name, value in kept.items()))


def _colour(element: ET.Element, ours: Mapping[str, str], drawn: bool) -> None:
    """Let the house's colours follow the page, and black lines and letters with them; all others stay."""
    style = dict(_declarations(element))
    if drawn and element.tag in ("path", "use") and "fill" not in style:
        style["fill"] = "#000000"  # which matplotlib does not write
    for name in ("fill", "stroke", "color"):
        colour = ours.get(style.get(name, ""), style.get(name, ""))
        if colour == "#000000" or (name == "stroke" and re.fullmatch(r"#([0-6].)\1\1", colour)):
            colour = INK
        elif name == "stroke" and colour == "#ffffff":
            colour = PAPER
        if colour in _DARK:
            style[name] = f"var(--c{list(_DARK).index(colour)})"
    if element.tag == "text" and style.get("fill") == "var(--c0)":
        del style["fill"]
    if style:
        element.set("style", ";".join(f"{name}:{value}" for name, value in style.items()))


def _declarations(element: ET.Element) -> Iterator[tuple[str, str]]:
    for declaration in element.get("style", "").split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _prune(root: ET.Element) -> None:
    """Leave out ids that nothing asks for, groups that say nothing, and elements that draw nothing."""
    asked = {use.get("href", "")[1:] for use in root.iter("use")}
    asked |= {
        found for element in root.iter() for v in element.attrib.values() for found in re.findall(r"url\(#([^)]+)", v)
    }
    for element in root.iter():
        if element.get("id") not in asked:
            element.attrib.pop("id", None)
    _flatten(root)


def _flatten(parent: ET.Element) -> None:
    children: list[ET.Element] = []
    for element in list(parent):
        _flatten(element)
        plain = element.tag in ("g", "a") and not element.attrib
        nothing = element.tag in ("metadata", "style") or (element.tag in ("g", "defs") and not len(element))
        nothing = nothing or (element.tag == "path" and element.get("style") in ("fill:none", "fill: none"))
        children += list(element) if plain else [] if nothing else [element]
    parent[:] = children


def _sift(parent: ET.Element) -> None:
    """Keep of a picture that may come from anywhere what draws, and addresses that a reader may follow."""
    parent[:] = [element for element in parent if element.tag in _TAGS]
    kept = {name: value for name, value in parent.attrib.items() if name in _ATTRIBUTES}
    if not _may_lead(parent.tag, kept.get("href", "")):
        del kept["href"]
    if "style" in kept:
        parts = ((name, value) for name, value in _declarations(parent) if _DECLARATION.fullmatch(value))
        kept["style"] = ";".join(f"{name}:{value}" for name, value in parts if re.fullmatch(r"[a-z-]+", name))
    for name in ("clip-path", "transform"):
        if not _DECLARATION.fullmatch(kept.get(name, "")) and not _PLACE.search(kept.get(name, "")):
            del kept[name]
    parent.attrib = kept
    for element in parent:
        _sift(element)


def _may_lead(tag: str, href: str) -> bool:
    if tag == "image":
        return bool(re.fullmatch(r"data:image/(png|jpeg);base64,[\w+/=\s]*", href))
    if tag == "a" and href:
        return bool(web(href)) or href.startswith("#")
    return not href or bool(re.fullmatch(r"#[\w.-]+", href))
