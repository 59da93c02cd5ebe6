"""Our SVG through typst: a page of its size, with fonts of this machine, else with the ones that typst brings.

The SVG and its words are handed over as data, never as part of the program that typst runs. The result has no date, so
that the same picture gives the same bytes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from . import CannotRenderError
from .lettering.font_files import NoFontError, fonts_for
from .set_text import drawn_words, in_fonts, page_of

if TYPE_CHECKING:
    from .set_text import Page

_POINTS = 0.75
_PROGRAM: Final = b"""
#set document(title: sys.inputs.title, date: none)
#set text(lang: sys.inputs.lang)
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, alt: sys.inputs.alt)
"""
_LONGEST_LANGUAGE = 3
_ACCESSIBLE: Final = ("ua-1",)
"""The standard for PDF that can be read aloud (ISO 14289-1)."""


class NotInstalledError(Exception):
    """typst is not there."""


def typeset(svg: str, form: str, *, dpi: int = 144) -> bytes:
    """Set an SVG as ``pdf`` or ``png``.

    Raises NotInstalledError without typst, and CannotRenderError for characters that no font has.
    """
    try:
        typst = import_module("typst")
    except ImportError:
        raise NotInstalledError from None
    try:
        fonts = fonts_for(drawn_words(svg))
    except NoFontError as trouble:
        return _in_own_fonts(typst, svg, form, dpi, trouble)
    folders = sorted({str(file.parent) for file in fonts.files})
    ready = in_fonts(svg, fonts)
    if form == "pdf":
        try:
            return _compiled(typst, ready, folders, form=form, pdf_standards=list(_ACCESSIBLE))
        except typst.TypstError:
            # Shaped letters of some scripts stand for no single character, which the standard does not allow.
            return _compiled(typst, ready, folders, form=form)
    return _compiled(typst, ready, folders, form=form, ppi=dpi)


def _in_own_fonts(typst: Any, svg: str, form: str, dpi: int, trouble: NoFontError) -> bytes:
    """Set it in the fonts of typst, if they have all characters: the standard refuses what no font can show."""
    try:
        pdf = _compiled(typst, svg, [], form="pdf", pdf_standards=list(_ACCESSIBLE))
    except typst.TypstError:
        msg = f"{trouble}, so there can be no {form.upper()}. Draw an SVG, or install a font such as Noto Sans."
        raise CannotRenderError(msg) from None
    return pdf if form == "pdf" else _compiled(typst, svg, [], form="png", ppi=dpi)


def _compiled(typst: Any, svg: str, folders: list[str], *, form: str, **options: Any) -> bytes:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)
    inputs = {"svg": svg, **_words(page_of(svg))}
    compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True, sys_inputs=inputs)
    return bytes(compiler.compile(_PROGRAM, format=form, timestamp=0, **options))


def _words(page: Page) -> dict[str, str]:
    language = page.language.split("-")[0].lower()
    is_known = language.isalpha() and language.isascii() and 1 < len(language) <= _LONGEST_LANGUAGE
    return {
        "width": str(page.width * _POINTS),
        "height": str(page.height * _POINTS),
        "title": page.title or "Theory of change",
        "alt": page.description or page.title or "A theory of change",
        "lang": language if is_known else "en",
    }
