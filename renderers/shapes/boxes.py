"""Boxes and small labels as shapes: a box is a group of its border, its words and its labels, and moves as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..picture.outlines import OUTLINES
from .words import draw_line, fill_with

if TYPE_CHECKING:
    from ..picture.scene import Box, Pill
    from ..themes import Theme
    from .slide import Rect, Slide

_SHAPES: Final = {"output": "FOLDED_CORNER", "barrier": "PLAQUE"}
"""Shapes whose sides are numbered as those of a rectangle: top, left, bottom, right."""

_DASHES: Final = {"": "", "5 4": "dash", "2 4": "sysDot"}
_GONE: Final = "dash"
_THICK: Final = 2.0
_BAR: Final = 5.0
_FOOT: Final = 4.0
_ROOM: Final = 10.0


class Drawn(NamedTuple):
    """A box on the slide: the shape that arrows hold on to, and its place."""

    shape: Any
    rect: Rect


SIDES: Final = ("top", "left", "bottom", "right")
"""The sides of a box in the order in which PowerPoint numbers them."""


def draw_box(slide: Slide, theme: Theme, it: Box, spoken: str) -> Drawn:
    """Draw one element."""
    paint, outline = (theme.faded if it.faded else theme.kinds[it.kind]), OUTLINES[it.kind]
    group = slide.shapes.add_group_shape()
    inner = slide.inside(group.shapes)
    dashes = _GONE if it.change == "removed" else _DASHES.get(outline.dashes, "dash")
    kind = _SHAPES.get(it.kind, "ROUNDED_RECTANGLE")
    rect = (it.x, it.y, it.width, it.height)
    corner = outline.corner if kind == "ROUNDED_RECTANGLE" else 12
    pen = outline.pen + (_THICK if it.change == "added" else 0)
    border = inner.shape(kind, rect, paint.fill, paint.edge, pen, dashes, corner)
    if outline.double:
        border.line._get_or_add_ln().set("cmpd", "dbl")  # noqa: SLF001  python-pptx has no word for it
        border.line.width = inner.emu(3 * pen)
    if outline.bar == "start":
        left = it.x + it.width - _BAR if it.flipped else it.x
        inner.shape("RECTANGLE", (left, it.y, _BAR, it.height), paint.edge)
    if outline.bar == "foot":
        inner.shape("RECTANGLE", (it.x, it.y + it.height - _FOOT, it.width, _FOOT), paint.edge)
    _write(inner, theme, border, it)
    for pill in it.pills:
        draw_pill(inner, theme, pill, it.x, it.y)
    slide.name(group, spoken.partition(".")[0] or it.key, spoken)
    return Drawn(border, rect)


def _write(slide: Slide, theme: Theme, border: Any, it: Box) -> None:
    """Write what stands in a box; what stands at the end of its first line, such as a date, keeps its own place."""
    inside = [line for line in it.lines if line.anchor != "end" or line.from_right]
    first = min([line.y - line.size for line in inside], default=0.0)
    free = [it.width - line.left - line.width if line.from_right else line.left for line in inside]
    fill_with(slide, theme, border, inside, (max(0.0, min(free, default=_ROOM)), max(0.0, first)))
    for line in it.lines:
        if line not in inside:
            draw_line(slide, theme, line, it.x, it.y)


def draw_pill(slide: Slide, theme: Theme, it: Pill, x: float = 0, y: float = 0) -> None:
    """Draw a small label: its ground, a partner's dot, its words."""
    paint = theme.look(it.look)
    if it.line.text:
        rect = (x + it.x, y + it.y, it.width, it.height)
        dashes = "sysDash" if it.dashed else ""
        slide.shape("ROUNDED_RECTANGLE", rect, paint.fill, paint.edge, 1, dashes, it.height / 2)
    if it.partner is not None:
        dot = (x + it.x + it.shape_x - 4, y + it.y + it.height / 2 - 4, 8, 8)
        slide.shape("OVAL", dot, None if it.partner < 0 else paint.edge, paint.edge)
    if it.line.text:
        draw_line(slide, theme, it.line, x + it.x, y + it.y)
