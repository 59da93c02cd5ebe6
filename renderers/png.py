"""The picture in pixels: our SVG, drawn by resvg (resvg-py, extra ``png``) with fonts of this machine.

An SVG leaves the font to whoever opens it; pixels cannot. Where this machine has no font at all, typst (extra ``pdf``)
is asked, which brings one. A character that nobody could draw is refused rather than left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from . import CannotRenderError, svg
from .font_files import NoFontError, fonts_for
from .svg_text import resized, size_of, words_of

if TYPE_CHECKING:
    from toc.model import Theory

    from .font_files import Fonts

DPI = 192
"""Pixels an inch unless told: twice what a screen of ordinary sharpness shows."""

_CSS_DPI = 96
_MOST_PIXELS = 120_000_000
