"""Our SVG made ready for programs that set its text themselves: with a font that is really there, at a size that fits.

Works on the text of our own SVG only, whose shape is known: attributes in double quotes, no styles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final

from .escape import xml_attribute
from .picture.curves import number

if TYPE_CHECKING:
    from .lettering.font_files import Fonts

_SPOKEN = re.compile(r"<(title|desc|style)\b[^>]*>.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_FAMILY = re.compile(r'(?<= font-family=)"[^"]*"')
_SIZE = re.compile(r'(?<= font-size=)"([0-9.]+)"')
_ROOT_SIZE = re.compile(r'<svg\b[^>]* width="([0-9.]+)(mm)?" height="([0-9.]+)(mm)?"')
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r"<desc\b[^>]*>(.*?)</desc>", re.DOTALL)
_LANGUAGE = re.compile(r'<svg\b[^>]* lang="([^"]*)"')
_PIXELS: Final = {"": 1.0, "mm": 96 / 25.4}


@dataclass(frozen=True, slots=True)
class Page:
    """What an SVG says about itself: its size in CSS pixels (96 an inch), its title, description and language."""

    width: float
    height: float
    title: str
    description: str
    language: str


def page_of(svg: str) -> Page:
    """Read the size and the words about the whole from our SVG."""
    found = _ROOT_SIZE.search(svg)
    width, unit, height, _ = found.groups("") if found else ("1", "", "1", "")
    scale = _PIXELS[unit]
    return Page(
        float(width) * scale,
        float(height) * scale,
        _first(_TITLE, svg),
        _first(_DESCRIPTION, svg),
        _first(_LANGUAGE, svg),
    )


def _first(pattern: re.Pattern[str], svg: str) -> str:
    found = pattern.search(svg)
    return unescape(found[1]) if found else ""


def drawn_words(svg: str) -> str:
    """Give all text that is drawn, in one string."""
    return unescape(_TAG.sub("", _SPOKEN.sub("", svg)))


def in_fonts(svg: str, fonts: Fonts) -> str:
    """Ask for fonts that are there; where they run wider than what was measured for, make the text smaller."""
    asked = f'"{xml_attribute(fonts.family)}, sans-serif"'
    named = _FAMILY.sub(lambda _: asked, svg)
    if fonts.scale == 1:
        return named
    return _SIZE.sub(lambda found: f'"{number(float(found[1]) * fonts.scale)}"', named)
