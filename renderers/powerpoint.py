"""The picture as a slide of PowerPoint that partners edit: native shapes at the places of our own layout."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from . import CannotRenderError
from .office import LONGEST_TITLE, same_bytes, without_thumbnail
from .shapes import Slide, draw_scene
from .shapes.slide import EMU, powerpoint
from .svg import pictured, theme_named

if TYPE_CHECKING:
    from toc.model import Theory

    from .layout import Engine

_ANY_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001  presentations need a day, and no clock is read
_LARGEST: Final = 4032.0
"""The longest side that a slide can have, in points."""

_SLIDE: Final = 16 / 9
_TITLED: Final = 5


def render(theory: Theory, *, engine: Engine | None = None, theme: str = "light", **options: Any) -> bytes:
    """Draw a theory as a presentation of one slide, with the options of the SVG.

    The slide is as large as the picture, so that its texts keep their size; a projector makes it fit. Raises
    CannotRenderError where python-pptx is not installed.
    """
    parts, colours = powerpoint(), theme_named(theme)
    if options.pop("font", None) is not None:
        msg = "A slide takes its fonts from the computer that shows it; --font embed is for SVG."
        raise CannotRenderError(msg)
    options.pop("prefix", None)
    options.pop("page", None)
    picture, spoken = pictured(theory, engine, **options)
    scene = picture.scene
    width, height = max(scene.width, scene.height * _SLIDE), max(scene.height, scene.width / _SLIDE)
    scale = min(1.0, _LARGEST / width, _LARGEST / height)
    language = options.get("lang") or theory.language
    deck = new_deck(parts, width * scale, height * scale, scene.title, language)
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLED])
    for holder in slide.placeholders:
        slide.shapes._spTree.remove(holder._element)  # noqa: SLF001  the line with the title becomes the title
    background = slide.background.fill
    background.solid()
    background.fore_color.rgb = parts.colour.RGBColor.from_string(colours.paper.lstrip("#").upper())
    left, top = (width - scene.width) / 2 * scale, (height - scene.height) / 2 * scale
    draw_scene(Slide(parts, slide.shapes, scale, (left, top), language), scene, colours, spoken)
    return saved(deck)


def new_deck(parts: Any, width: float, height: float, title: str, language: str | None = None) -> Any:
    """Begin a presentation whose slides have this size in points."""
    deck = parts.pptx.Presentation()
    without_thumbnail(deck.part.package._rels)  # noqa: SLF001  python-pptx has no word for it
    deck.slide_width, deck.slide_height = round(width * EMU), round(height * EMU)
    about = deck.core_properties
    about.language = language or ""
    about.title, about.author, about.last_modified_by, about.revision = title[:LONGEST_TITLE], "", "", 1
    about.created = about.modified = about.last_printed = _ANY_DAY
    return deck


def saved(deck: Any) -> bytes:
    """Give a presentation as the bytes of its file."""
    out = io.BytesIO()
    deck.save(out)
    return same_bytes(out.getvalue())
