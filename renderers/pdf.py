"""The picture on a page: our SVG, set by typst (extra ``pdf``) as a PDF with text that can be found and read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import CannotRenderError, svg
from .typeset import NotInstalledError, typeset

if TYPE_CHECKING:
    from toc.model import Theory

_MISSING = "PDF files need one more package: pip install 'theory-of-change[pdf]'"


def render(theory: Theory, **options: Any) -> bytes:
    """Draw a theory as a PDF of one page, with the options of the SVG.

    Raises CannotRenderError where typst is not installed, or no font has the characters.
    """
    try:
        return typeset(svg.render(theory, **options), "pdf")
    except NotInstalledError:
        raise CannotRenderError(_MISSING) from None
