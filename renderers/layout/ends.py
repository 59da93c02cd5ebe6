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


Side = tuple[int, bool, bool]
"""A box, whether the side is one of those across (top or bottom), and whether it is the far one."""

End = tuple[float, float, int, bool]
"""One end of a curve: how far along its side it is a glance before the border, and at it; which curve; its last point?

In this order, because ends are sorted by it.
"""

Curve = list[tuple[float, float]]


def tidy_ends(curves: list[Curve], ends: Sequence[tuple[int, int]], boxes: Sequence[Rectangle]) -> None:
    """Put the ends of curves onto the borders of their boxes and move them apart. Changes the curves in place.

    ``ends`` has the boxes at the first and last point of each curve.
    """
    sides: dict[Side, list[End]] = {}
    for number, (curve, (first, last)) in enumerate(zip(curves, ends, strict=True)):
        for box, tip, handle, at_last in ((first, curve[0], curve[1], False), (last, curve[-1], curve[-2], True)):
            flat, far = _nearest_side(boxes[box], tip)
            place, before = _places(tip, handle) if flat else _places(tip[::-1], handle[::-1])
            sides.setdefault((box, flat, far), []).append((before, place, number, at_last))
    for (box, flat, far), met in sorted(sides.items()):
        rectangle = boxes[box]
        middle, half = (rectangle.x, rectangle.half_width) if flat else (rectangle.y, rectangle.half_height)
        met.sort()
        room = max(0.0, half - min(CORNER, half / 2))
        places = spread([place for _, place, _, _ in met], middle - room, middle + room)
        for (_, _, number, at_last), place in zip(met, places, strict=True):
            _move(curves[number], _on_side(rectangle, place, flat=flat, far=far), last=at_last)


def _nearest_side(box: Rectangle, tip: Point) -> tuple[bool, bool]:
    """Find the side of a box that a point is nearest to, seen from the box's centre."""
    x, y = tip[0] - box.x, tip[1] - box.y
    flat = abs(y) * box.half_width >= abs(x) * box.half_height
    return flat, (y if flat else x) > 0


def _places(tip: Point, handle: Point) -> tuple[float, float]:
    """Give how far along its side the tip of a curve is, and how far the curve is a glance before it."""
    place, away, depth = tip[0], handle[0] - tip[0], abs(handle[1] - tip[1])
    return place, place + away * GLANCE / max(depth, GLANCE / 4)


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
