"""The picture in pixels: our SVG, drawn by resvg (resvg-py, extra ``png``) with fonts of this machine.

An SVG leaves the font to whoever opens it; pixels cannot. Where this machine has no font at all, typst (extra ``pdf``)
is asked, which brings one. A character that nobody could draw is refused rather than left out.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import CannotRenderError, svg
from .lettering.font_files import NoFontError, fonts_for
from .set_text import drawn_words, in_fonts, page_of

if TYPE_CHECKING:
    from toc.model import Theory

DPI = 192
"""Pixels an inch unless told: twice what a screen of ordinary sharpness shows."""

_CSS_DPI = 96
_PAGE_WIDE = 2000
"""Pixels across a page: 300 an inch on A4 between its margins."""

_MOST_PIXELS = 150_000_000
_MISSING = "PNG pictures need one more package: pip install 'theory-of-change[png]'"


def render(theory: Theory, *, dpi: int = DPI, **options: Any) -> bytes:
    """Draw a theory as PNG, with the options of the SVG; ``dpi`` is in pixels an inch.

    Raises CannotRenderError where resvg-py is not installed, no font has the characters, or the picture gets too large.
    """
    _resvg()
    return pixels(svg.render(theory, **options), dpi)


def pixels(drawn: str, dpi: int = DPI) -> bytes:
    """Draw one of our SVG pictures as PNG; raises CannotRenderError as `render` does."""
    resvg = _resvg()
    _refuse_huge(drawn, dpi)
    try:
        fonts = fonts_for(drawn_words(drawn))
    except NoFontError as trouble:
        return _without_fonts(drawn, dpi, trouble)
    return bytes(
        resvg.svg_to_bytes(
            svg_string=in_fonts(drawn, fonts),
            zoom=dpi / _CSS_DPI,
            dpi=_CSS_DPI,
            skip_system_fonts=True,
            font_files=[str(file) for file in fonts.files],
            font_family=fonts.family,
            sans_serif_family=fonts.family,
        )
    )


def for_a_page(drawn: str) -> bytes:
    """Draw one of our SVG pictures as PNG as it stands on a page of paper or a slide: never more than that can show."""
    return pixels(drawn, max(1, min(DPI, int(_CSS_DPI * _PAGE_WIDE / page_of(drawn).width))))


def _resvg() -> Any:
    try:
        return import_module("resvg_py")
    except ImportError:
        raise CannotRenderError(_MISSING) from None


def _refuse_huge(drawn: str, dpi: int) -> None:
    page = page_of(drawn)
    pixels = page.width * page.height * (dpi / _CSS_DPI) ** 2
    if pixels > _MOST_PIXELS:
        fits = int(dpi * (_MOST_PIXELS / pixels) ** 0.5)
        msg = f"This picture would have {pixels / 1e6:,.0f} million pixels. Draw it with --dpi {fits} or as SVG or PDF."
        raise CannotRenderError(msg)


def _without_fonts(drawn: str, dpi: int, trouble: NoFontError) -> bytes:
    from .typeset import NotInstalledError, typeset  # noqa: PLC0415  a large package, only asked where nothing else helps

    try:
        return typeset(drawn, "png", dpi=dpi)
    except NotInstalledError:
        msg = f"{trouble}, so there can be no PNG. Draw an SVG, which needs none, or install a font such as Noto Sans."
        raise CannotRenderError(msg) from None
