"""Markers of arrows, put back onto their arrows: PowerPoint draws a connector in its own course, not in ours.

A marker that would lie beside its arrow goes to the nearest place on it that is free of boxes and other markers.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..layout.shape import Point
    from ..picture.scene import Pill, Stroke
    from .slide import Rect

_NEAR: Final = 6.0
"""How far from its arrow a marker may lie, in points."""

_PLACES: Final = 32
_CELL: Final = 120.0
_TURNS: Final = {
    "curvedConnector3": (((0, 0), (0.25, 0), (0.5, 0.25), (0.5, 0.5)), ((0.5, 0.5), (0.5, 0.75), (0.75, 1), (1, 1))),
    "curvedConnector2": (((0, 0), (0.5, 0), (1, 0.5), (1, 1)),),
    "line": (((0, 0), (1 / 3, 1 / 3), (2 / 3, 2 / 3), (1, 1)),),
}
"""The curves of connectors from 0, 0 to 1, 1, first along the side they leave (ECMA-376, presetShapeDefinitions)."""


class Course(NamedTuple):
    """The way a connector takes: its preset, its ends, and whether it leaves upwards or downwards."""

    preset: str
    start: Point
    end: Point
    upright: bool

    def places(self) -> Iterator[Point]:
        """Give places on it, from one end to the other."""
        (x, y), (to_x, to_y) = self.start, self.end
        curves = _TURNS[self.preset]
        for first, second, third, last in curves:
            for step in range(1, _PLACES // len(curves)):
                t = step * len(curves) / _PLACES
                weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                pairs = list(zip(weights, (first, second, third, last), strict=True))
                along = sum([weight * place[0] for weight, place in pairs])
                across = sum([weight * place[1] for weight, place in pairs])
                right, down = (across, along) if self.upright else (along, across)
                yield x + right * (to_x - x), y + down * (to_y - y)


class Taken:
    """What lies on the slide already: rectangles, found by where they are."""

    def __init__(self, rects: Iterable[Rect]) -> None:
        self.cells: dict[tuple[int, int], list[Rect]] = {}
        for rect in rects:
            self.add(rect)

    def add(self, rect: Rect) -> None:
        """Remember a rectangle."""
        for cell in _cells(rect):
            self.cells.setdefault(cell, []).append(rect)

    def meets(self, rect: Rect) -> bool:
        """Say whether something lies there."""
        x, y, width, height = rect
        return any(
            x < left + wide and left < x + width and y < top + high and top < y + height
            for cell in _cells(rect)
            for left, top, wide, high in self.cells.get(cell, ())
        )


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    x, y, width, height = rect
    for column in range(int(x // _CELL), int((x + width) // _CELL) + 1):
        for row in range(int(y // _CELL), int((y + height) // _CELL) + 1):
            yield column, row


def settled(stroke: Stroke, course: Course | None, taken: Taken) -> tuple[Pill, ...]:
    """Give the markers of an arrow at places on its course, together as they were; remember where they are."""
    if not stroke.pills:
        return ()
    left, top = min([pill.x for pill in stroke.pills]), min([pill.y for pill in stroke.pills])
    width = max([pill.x + pill.width for pill in stroke.pills]) - left
    height = max([pill.y + pill.height for pill in stroke.pills]) - top
    right, down = _move((left + width / 2, top + height / 2), (width, height), course, taken)
    taken.add((left + right, top + down, width, height))
    return tuple([pill._replace(x=pill.x + right, y=pill.y + down) for pill in stroke.pills])


def _move(middle: Point, size: Point, course: Course | None, taken: Taken) -> Point:
    """Say how far markers have to go to the right and down."""
    if course is None:
        return 0.0, 0.0
    x, y = middle
    places = sorted(course.places(), key=lambda place: hypot(place[0] - x, place[1] - y))
    if hypot(places[0][0] - x, places[0][1] - y) <= _NEAR:
        return 0.0, 0.0
    width, height = size
    free = (place for place in places if not taken.meets((place[0] - width / 2, place[1] - height / 2, width, height)))
    to_x, to_y = next(free, places[0])
    return to_x - x, to_y - y
