"""A font for inside an SVG: the letters of Liberation Sans or Arimo that a picture uses, as CSS.

These two are as wide as Arial, for which the boxes are measured, and their licence lets them travel in a file. Browsers
show such a font on every machine; office programs ignore it and take their own Arial.
"""

from __future__ import annotations

from base64 import b64encode
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Final

from .. import CannotRenderError
from .font_files import NoFontError, fonts_for
from .font_tables import read_font

if TYPE_CHECKING:
    from pathlib import Path

FAMILIES: Final = ("Liberation Sans", "Arimo")
"""The families that may be embedded."""

_SAMPLE = "Aa"
_MISSING_PACKAGE = "To embed a font takes two more packages: pip install 'theory-of-change[font]'"
_MISSING_FONT = "No font to embed was found: install Liberation Sans or Arimo, or leave out --font embed."


def embedded_font(name: str, text: str) -> str:
    """Give CSS that brings the letters of a text in a font of this name, which comes in quotes.

    Raises CannotRenderError where font or packages are missing.
    """
    faces = []
    for path in _files():
        font = read_font(path)
        if font and not font.is_italic:
            weight = 700 if font.is_bold else 400
            faces.append(
                f"@font-face{{font-family:{name};font-weight:{weight};"
                f'src:url(data:font/woff2;base64,{_subset(path, text)}) format("woff2")}}'
            )
    return "".join(sorted(faces))


def _files() -> tuple[Path, ...]:
    try:
        fonts = fonts_for(_SAMPLE)
    except NoFontError:
        raise CannotRenderError(_MISSING_FONT) from None
    if fonts.family not in FAMILIES:
        raise CannotRenderError(_MISSING_FONT)
    return fonts.files


def _subset(path: Path, text: str) -> str:
    """Keep only the letters of a text, pack the font as WOFF2, and write it in base64."""
    try:
        subset, ttlib = import_module("fontTools.subset"), import_module("fontTools.ttLib")
        import_module("brotli")
    except ImportError:
        raise CannotRenderError(_MISSING_PACKAGE) from None
    options = subset.Options(flavor="woff2", layout_features=["kern", "liga"], notdef_outline=True)
    options.drop_tables += ["FFTM"]
    font = ttlib.TTFont(path, recalcTimestamp=False)
    worker = subset.Subsetter(options)
    worker.populate(text="".join(sorted(set(text))))
    worker.subset(font)
    font.flavor = "woff2"
    packed = BytesIO()
    font.save(packed, reorderTables=False)
    return b64encode(packed.getvalue()).decode("ascii")
