"""The arranged part of a picture: bands, frames, boxes and arrows on their places, with the markers between them.

A layout gives places on a page of its own; here they move to where they belong on ours, below the title and beside the
names of the bands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..layout.shape import Place
from .arranged import MARGIN, NAMES, line_rect, pill_rect
from .bands import place_bands, place_ceiling
from .cards import change_pill, mark_pill, mark_pills
from .changed import QUIET
from .pathways import frame_tag, heads, place_tags
from .scene import Stroke
from .settled import settle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .arranged import Arranged
    from .contents import Drawn
    from .curves import Curve
    from .scene import Band, Box, Ceiling, Pill, Surround


@dataclass(frozen=True, slots=True)
class Body:
    """What `place_body` gives: everything on its place on the page."""

    bands: tuple[Band, ...]
    surrounds: tuple[Surround, ...]
    ceiling: Ceiling | None
    strokes: tuple[Stroke, ...]
    boxes: tuple[Box, ...]
    tags: tuple[Pill, ...]


def place_body(arranged: Arranged, top: float, wide: float) -> Body:
    """Put everything on its place, below ``top``, on a page of this width."""
    right = round(MARGIN + arranged.gutter + (wide - arranged.width) / 2)
    down = round(top + (arranged.pad if arranged.upright or not arranged.bands else NAMES))
    places = {key: _moved(place, right, down) for key, place in arranged.placed.places.items()}
    frames = {key: _moved(place, right, down) for key, place in arranged.placed.frames.items()}
    boxes = _boxes(arranged, places)
    tags = place_tags(arranged, places, frames)
    bands = place_bands(arranged, places, top, wide)
    strokes = _strokes(arranged, frames, right, down)
    solid = [(box.x, box.y, box.x + box.width, box.y + box.height) for box in boxes]
    solid += [pill_rect(tag) for tag in tags]
    solid += [line_rect(line) for band in bands for line in band.lines]
    ceiling = place_ceiling(arranged, places, top, wide)
    settled = settle(strokes, tuple(solid), heads(arranged, frames), ceiling)
    return Body(bands, settled.surrounds, settled.ceiling, settled.strokes, boxes, tags)


def _moved(place: Place, x: float, y: float) -> Place:
    return Place(place.x + x, place.y + y, place.width, place.height)


def _boxes(arranged: Arranged, places: Mapping[str, Place]) -> tuple[Box, ...]:
    """Put the boxes in the order of reading: from the goals on, then along the level."""
    boxes = [
        arranged.contents.boxes[key]._replace(x=round(place.left, 2), y=round(place.top, 2))
        for key, place in places.items()
    ]
    if arranged.upright:
        return tuple(sorted(boxes, key=lambda box: (arranged.rows.of[box.key], box.x, box.y)))
    return tuple(sorted(boxes, key=lambda box: (arranged.rows.of[box.key], box.y, box.x)))


def _strokes(arranged: Arranged, frames: Mapping[str, Place], right: float, down: float) -> tuple[Stroke, ...]:
    strokes = []
    for drawn, route in zip(arranged.contents.arrows, arranged.placed.routes, strict=True):
        curve: Curve = tuple([(x + right, y + down) for x, y in route.points])
        strokes.append(
            Stroke(
                drawn.link.kind,
                drawn.source,
                drawn.target,
                curve,
                _arrow_pills(arranged, drawn, frames) if curve else (),
                _change(arranged, str(drawn.link.ref)),
            )
        )
    return tuple(strokes)


def _change(arranged: Arranged, key: str) -> str:
    return arranged.telling.changes.get(key, (arranged.telling.otherwise, ()))[0]


def _told(arranged: Arranged, drawn: Drawn) -> str:
    """Say how an arrow changed, but where one of its ends says it already, or nothing happened to it."""
    ends = {_change(arranged, drawn.source), _change(arranged, drawn.target)}
    what = _change(arranged, str(drawn.link.ref))
    return "" if ends & {"added", "removed"} or what in ("falls", "late", QUIET) else what


def _arrow_pills(arranged: Arranged, drawn: Drawn, frames: Mapping[str, Place]) -> tuple[Pill, ...]:
    """Collect what stands on an arrow: its sign, its marks, and the name of a pathway that has no frame."""
    pills = [change_pill(arranged.telling, change)] if (change := _told(arranged, drawn)) else []
    pills += [mark_pill("against", "−")] if drawn.link.kind == "works-against" else []
    pills += mark_pills(arranged.marks.about.get(drawn.link.ref, ()))
    if not arranged.contents.frames:
        return tuple(pills)
    ends = (drawn.source, drawn.target)
    homeless = [end for end in ends if end in arranged.contents.frames and end not in frames]
    return (*pills, *[frame_tag(arranged, end) for end in homeless])
