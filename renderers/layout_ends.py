"""Where arrows meet boxes: exactly on the border, and far enough from each other that their tips can be told apart.

Curves are given from border to border, more or less. Each end is put onto the nearest side of its box; ends that share
a side keep their order and are moved apart as little as possible (isotonic regression: pool adjacent violators).
The handle next to an end moves with it, so that a curve keeps its direction there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .shape import Point

APART = 12.0
"""The distance between two ends on one side of a box, where there is room."""

CORNER = 10.0
"""How far an end stays from the corner of a box, where there is room."""

GLANCE = 16.0
"""How far before the border the order of two curves is looked at."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box in the coordinates of a sketch: its centre and half its size."""

    x: float
    y: float
    half_width: float
    half_height: float


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a curve: on which side of which box, and how far along this side, now and a glance before it."""

    curve: int
    last: bool
    place: float
    before: float


Side = tuple[int, bool, bool]
"""A box, whether the side is one of those across (top or bottom), and whether it is the far one."""

Curve = list[tuple[float, float]]


def tidy_ends(curves: list[Curve], ends: Sequence[tuple[int, int]], boxes: Sequence[Rectangle]) -> None:
    """Put the ends of curves onto the borders of their boxes and move them apart. Changes the curves in place.

    ``ends`` has the boxes at the first and last point of each curve.
    """
    sides: dict[Side, list[_End]] = {}
    for number, (curve, boxes_at) in enumerate(zip(curves, ends, strict=True)):
        for last, box in zip((False, True), boxes_at, strict=True):
            tip, handle = (curve[-1], curve[-2]) if last else (curve[0], curve[1])
            flat, far = _nearest_side(boxes[box], tip)
            sides.setdefault((box, flat, far), []).append(_end(number, tip, handle, last=last, flat=flat))
    for (box, flat, far), met in sorted(sides.items()):
        rectangle = boxes[box]
        middle, half = (rectangle.x, rectangle.half_width) if flat else (rectangle.y, rectangle.half_height)
        met.sort(key=lambda end: (end.before, end.place, end.curve))
        room = max(0.0, half - min(CORNER, half / 2))
        places = spread([end.place for end in met], middle - room, middle + room)
        for end, place in zip(met, places, strict=True):
            _move(curves[end.curve], _on_side(rectangle, place, flat=flat, far=far), last=end.last)


def _nearest_side(box: Rectangle, tip: Point) -> tuple[bool, bool]:
    """Find the side of a box that a point is nearest to, seen from the box's centre."""
    x, y = tip[0] - box.x, tip[1] - box.y
    flat = abs(y) * box.half_width >= abs(x) * box.half_height
    return flat, (y if flat else x) > 0


def _end(number: int, tip: Point, handle: Point, *, last: bool, flat: bool) -> _End:
    place, away = (tip[0], handle[0] - tip[0]) if flat else (tip[1], handle[1] - tip[1])
    depth = abs(handle[1] - tip[1]) if flat else abs(handle[0] - tip[0])
    return _End(number, last, place, place + away * GLANCE / max(depth, GLANCE / 4))


def _on_side(box: Rectangle, place: float, *, flat: bool, far: bool) -> Point:
    sign = 1 if far else -1
    return (place, box.y + sign * box.half_height) if flat else (box.x + sign * box.half_width, place)


def _move(curve: Curve, tip: Point, *, last: bool) -> None:
    end, handle = (-1, -2) if last else (0, 1)
    (x, y), (near_x, near_y) = curve[end], curve[handle]
    curve[end], curve[handle] = tip, (near_x + tip[0] - x, near_y + tip[1] - y)


def spread(places: Sequence[float], low: float, high: float) -> list[float]:
    """Move places apart, as little as possible and keeping their order, within ``low`` and ``high``."""
    count = len(places)
    apart = min(APART, (high - low) / max(1, count - 1))
    blocks: list[tuple[float, int]] = []  # the mean of a run of places that touch, and its length
    for number, place in enumerate(places):
        mean, length = place - number * apart, 1
        while blocks and blocks[-1][0] > mean:
            before, size = blocks.pop()
            mean, length = (before * size + mean * length) / (size + length), size + length
        blocks.append((mean, length))
    flat = [min(max(mean, low), high - (count - 1) * apart) for mean, length in blocks for _ in range(length)]
    return [place + number * apart for number, place in enumerate(flat)]
