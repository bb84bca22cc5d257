"""A picture of matplotlib as a small SVG that knows light and dark, can be read on a phone, and leads somewhere.

`finish` makes a picture that a notebook shows as an image; `inline` lets the same picture stand inside a page, where
its links work, and refuses all that `finish` does not make. Nothing that a label says is taken for markup.

Type      shrinks as the picture grows: `LEAST` pixels of it are seen from a phone's width on. ``100cqi`` is the width
          of what the picture stands in, and of an image its own (https://www.w3.org/TR/css-contain-3/#container-lengths).
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from string import Template
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from ftzlib.evidence.escape import VISIBLE, web

#: Points of all type, at a canvas of `WIDTH` points; `LEAST` pixels of it are seen where the canvas is a phone's.
TYPE, WIDTH, LEAST = 12.2, 352.8, 11.05
#: How many times its least width a picture may be wide before its type looks large.
MOST = 1.82
_HERE = Path(__file__)
PICTURE: dict[str, Any] = tomllib.loads(_HERE.with_name("picture.toml").read_text(encoding="utf-8"))
_COLOURS = {**PICTURE["colours"], **PICTURE["palette"]}
LIGHT, DARK = ({name: shades[n] for name, shades in _COLOURS.items()} for n in (0, 1))
_VARIABLES = {colour: f"--ftz-{name}" for name, colour in LIGHT.items()}
_LIGHT, _DARK = (";".join(f"--ftz-{name}:{of[name]}" for name in of) for of in (LIGHT, DARK))
_CSS = Template(" ".join(_HERE.with_name("picture.css").read_text(encoding="utf-8").split())).substitute(
    light=_LIGHT, dark=_DARK, most=MOST
)
_SVG, _XLINK = "http://www.w3.org/2000/svg", "{http://www.w3.org/1999/xlink}"
_VALUE = r"(?:[\w\s.,:;%#+*/'-]|(?:matrix|rotate|scale|translate|var)\(|\)|url\(#[\w.-]+\))*"  # calls nobody
_CORRECTED = f"stroke: {LIGHT['ink']}; stroke-width: 2; stroke-dasharray: 4 2"  # a dashed outline
_COLOUR = re.compile(r"(fill|stroke): (#[0-9a-f]{6})")


class Link(NamedTuple):
    """Where a mark leads, what it says under a pointer, and whether it shows what a person has put right."""

    href: str
    words: str
    corrected: bool = False


def finish(svg: str, alt: str, links: Mapping[str, Link], ours: Mapping[str, str]) -> str:
    """Return what matplotlib wrote, with type as text, as a picture of its own that shows `alt`, in words.

    `links` says what an address in it stands for, such as ``ftz:3``; one that is no page leads nowhere else. `ours` are
    colours that stand for one of the house's, as the same ones with less saturation.
    """
    root = _tree(svg.translate(VISIBLE))
    _lead(root, links)
    for element in root.iter():
        if element.tag == "style":
            element.text = _CSS
        if element.tag == "g":
            _tie(element, element.attrib.pop("id", ""))
        for name in element.attrib.keys() & {"d", "x", "y", "transform"}:
            element.set(name, " ".join(re.sub(r"(\.\d\d)\d+", r"\1", element.attrib[name]).split()))
        if "style" in element.attrib:
            element.set("style", _COLOUR.sub(lambda found: _follow(found, ours), element.attrib["style"]))
    width, height = (float(part) for part in root.attrib["viewBox"].split()[2:])
    role = "img" if root.find(".//a[@href]") is None else "group"  # what is in an image cannot be reached
    root.attrib = {"xmlns": _SVG, "class": "ftz-picture", "viewBox": root.attrib["viewBox"]}
    root.attrib |= {"width": f"{width:.0f}", "height": f"{height:.0f}", "style": f"--least:{least(width)}px"}
    root.attrib |= {"role": role, "aria-label": alt.translate(VISIBLE)}
    return ET.tostring(root, encoding="unicode")


def inline(svg: str, number: int) -> str:
    """Return a picture of `finish` to stand inside a page as wide as its place is, with links that work there.

    It is the page's `number`-th, by which its ids are its own. What is no such SVG, or holds anything that could run or
    call somebody, is a ValueError.
    """
    try:
        if "<!" in svg:
            raise ValueError("it has declarations")
        root = _tree(svg)
        if root.get("class") != "ftz-picture":
            raise ValueError("it does not say that it is one")
        for element in root.iter():
            _check(element)
    except (ET.ParseError, ValueError) as reason:
        raise ValueError(f"picture {number} is no SVG of this library: {reason}") from None
    own = f"ftz-{number}-"
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, f"{own}{value}")
            elif element.tag == "use" and name == "href":
                element.set(name, f"#{own}{value[1:]}")
            elif name in ("style", "clip-path"):
                element.set(name, value.replace("url(#", f"url(#{own}"))
    return ET.tostring(root, encoding="unicode")


def label(origin: str, anchor: str = "", at: float = 0) -> str:
    """Return the id of a label: the side of it that stays in its place, and of several lines how each is aligned."""
    return f"ftz|{origin}|{anchor}|{at:.2f}"


def least(width: float) -> int:
    """Return how many pixels wide a picture must be for its type to be read."""
    return math.ceil(width * LEAST / TYPE - 0.5)


def _tree(svg: str) -> ET.Element:
    """Parse an SVG, and call its elements and attributes by their plain names."""
    root = ET.fromstring(svg)
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{_SVG}}}")
        element.attrib = {name.removeprefix(_XLINK): value for name, value in element.attrib.items()}
        element.text, element.tail = (element.text if (element.text or "").strip() else None), None
    return root


def _lead(root: ET.Element, links: Mapping[str, Link]) -> None:
    """Put addresses in their places; lines of one label lead as one."""
    for parent in list(root.iter()):
        for before, element in pairwise(list(parent)):
            if before.tag == element.tag == "a" and before.get("href") == element.get("href"):
                element[:0] = list(before)
                parent.remove(before)
    for element in root.iter("a"):
        address = element.get("href", "")
        link = links.get(address) or (Link(address, address) if web(address) else None)
        element.attrib = {"href": link.href} if link else {}
        if link:
            words = link.words.translate(VISIBLE)
            if element.find(".//text") is None:  # else its name is what it says
                element.set("aria-label", words)
            element.insert(0, ET.Element("title"))
            element[0].text = words
        if link and link.corrected:
            for mark in (mark for tag in ("path", "use") for mark in element.iter(tag)):
                mark.set("style", "; ".join(filter(None, (mark.get("style", "").rstrip("; "), _CORRECTED))))


def _tie(group: ET.Element, name: str) -> None:
    """Let a label shrink towards the side that stays in its place; lines of it stay aligned in every font."""
    if not name.startswith("ftz|"):
        return
    _, origin, anchor, at = name.split("|")
    group.attrib = {"class": "t", "style": f"transform-origin:{origin}"}
    for text in group.iter("text") if anchor else ():
        height = text.attrib.pop("transform").partition(" ")[2].rstrip(")")
        text.attrib |= {"x": at, "y": height, "style": f"{text.attrib['style']}; text-anchor: {anchor}"}


def _follow(found: re.Match[str], ours: Mapping[str, str]) -> str:
    """Let the house's colours follow the page, and black lines and letters with them; all others stay."""
    name, colour = found[1], ours.get(found[2], found[2])
    if colour == "#000000" or (name == "stroke" and re.fullmatch(r"#([0-6].)\1\1", colour)):
        colour = LIGHT["ink"]
    elif name == "stroke" and colour == "#ffffff":
        colour = LIGHT["paper"]
    return f"{name}: var({_VARIABLES[colour]})" if colour in _VARIABLES else found[0]


def _check(element: ET.Element) -> None:
    """Refuse what could run or call somebody."""
    if element.tag not in PICTURE["held"]["tags"] or (element.tag == "style" and element.text != _CSS):
        raise ValueError(f"it holds another <{element.tag}>")
    for name, value in element.attrib.items():
        tame = PICTURE["leads"].get(element.tag, "") if name == "href" else _VALUE
        held = name == "aria-label" or re.fullmatch(tame, value)
        if not held or name not in PICTURE["held"]["attributes"]:
            raise ValueError(f"its <{element.tag}> has another {name}")
