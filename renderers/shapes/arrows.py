"""Arrows as connectors that hold on to their boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .boxes import SIDES
from .markers import Course

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..layout.shape import Point
    from ..picture.scene import Stroke
    from ..themes import Theme
    from .boxes import Drawn
    from .slide import Rect, Slide

_PEN: Final = {"leads-to": 1.75, "feeds-back": 1.75, "works-against": 2.0}
_DASHES: Final = {"feeds-back": "dash"}
_ENDS: Final = {"leads-to": "triangle", "feeds-back": "triangle", "works-against": "oval"}
_THICKER: Final = 1.5
_UP: Final = "16200000"
_DOWN: Final = "5400000"
_LEVEL: Final = 1.0
_UPRIGHT: Final = ("top", "bottom")


def draw_arrow(
    slide: Slide, theme: Theme, it: Stroke, boxes: Mapping[str, Drawn], *, below: int | None = None,
    names: Mapping[str, str] | None = None,
) -> Course | None:  # fmt: skip
    """Draw one arrow from box to box, ``below`` what came later; one without boxes, as in a legend, stands alone.

    ``names`` say what is at its ends, by their keys. Gives the course that a connector takes.
    """
    if not it.curve:
        return None
    gone = it.change == "removed"
    colour = theme.faded.edge if gone else theme.arrows[it.kind]
    pen = _PEN[it.kind] + (_THICKER if it.change == "added" else 0)
    made = slide.line(it.curve[0], it.curve[-1], colour, pen, "sysDot" if gone else _DASHES.get(it.kind, ""))
    end = slide.element("a:tailEnd", type=_ENDS[it.kind], w="med", len="med")
    made.line._get_or_add_ln().append(end)  # noqa: SLF001  python-pptx has no word for it
    source, target = boxes.get(it.source), boxes.get(it.target)
    course = _hold(slide, made, it, source, target) if source and target else None
    if below is not None:
        slide.lower(made, below)
    said = " → ".join([(names or {}).get(end, end) for end in (it.source, it.target)]) if it.source else ""
    slide.name(made, said or "arrow", said)
    return course


def _hold(slide: Slide, made: Any, it: Stroke, source: Drawn, target: Drawn) -> Course:
    """Let a connector hold on to the sides of its boxes on which the arrow of the picture begins and ends."""
    leaves, arrives = _side(it.curve[0], source), _side(it.curve[-1], target)
    start, end = _middle(leaves, source), _middle(arrives, target)
    about = made._element.nvCxnSpPr.cNvCxnSpPr  # noqa: SLF001  python-pptx moves the connector as well
    for tag, box, side in (("a:stCxn", source, leaves), ("a:endCxn", target, arrives)):
        held = slide.element(tag, id=str(box.shape.shape_id), idx=str(SIDES.index(side)))
        about.append(held)
    upright = leaves in _UPRIGHT
    return _course(slide, made, start, end, upright=upright, bends=upright is not (arrives in _UPRIGHT))


def _side(point: Point, box: Drawn) -> str:
    x, y, width, height = box.rect
    far = {"top": point[1] - y, "bottom": y + height - point[1], "left": point[0] - x, "right": x + width - point[0]}
    return min(far, key=lambda side: abs(far[side]))


def _middle(side: str, box: Drawn) -> Point:
    x, y, width, height = box.rect
    return {
        "top": (x + width / 2, y), "bottom": (x + width / 2, y + height),
        "left": (x, y + height / 2), "right": (x + width, y + height / 2),
    }[side]  # fmt: skip


def _course(slide: Slide, made: Any, start: Point, end: Point, *, upright: bool, bends: bool) -> Course:
    """Give a connector the curve that PowerPoint draws between two sides; nearly level ones stay straight.

    ``upright`` curves leave upwards or downwards: these are level ones turned by a quarter, whose width is the height
    between the ends. A curve that ``bends`` arrives across the way in which it leaves.
    """
    (x, y), (to_x, to_y) = start, end
    across, down = to_x - x, to_y - y
    frame = made._element.spPr.get_or_add_xfrm()  # noqa: SLF001  as above
    for mark in ("flipH", "flipV", "rot"):
        frame.attrib.pop(mark, None)
    is_straight = abs(across) < _LEVEL or abs(down) < _LEVEL
    preset = "line" if is_straight else "curvedConnector2" if bends else "curvedConnector3"
    made._element.spPr.prstGeom.set("prst", preset)  # noqa: SLF001
    if is_straight or not upright:
        _put(slide, frame, (min(x, to_x), min(y, to_y), abs(across), abs(down)))
        marks = {"flipH": across < 0, "flipV": down < 0}
    else:
        wide, high = abs(down), abs(across)
        _put(slide, frame, ((x + to_x - wide) / 2, (y + to_y - high) / 2, wide, high))
        frame.set("rot", _UP if down < 0 else _DOWN)
        marks = {"flipV": (down < 0) == (across < 0)}
    for mark, is_so in marks.items():
        if is_so:
            frame.set(mark, "1")
    return Course(preset, start, end, upright)


def _put(slide: Slide, frame: Any, rect: Rect) -> None:
    x, y, width, height = rect
    off, ext = frame.get_or_add_off(), frame.get_or_add_ext()
    off.x, off.y = slide.place(x, y)
    ext.cx, ext.cy = slide.emu(width), slide.emu(height)
