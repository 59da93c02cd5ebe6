"""Frames around boxes, and arrows that end at a frame.

A frame is drawn only where it takes in no box that is not its own: a frame that lies is worse than none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from .shape import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .shape import Frame, Point

SIDE = 14.0
"""How far a frame is from its boxes."""

HEAD = 26.0
"""How far the top of a frame is from its boxes: there its name is written."""

STEPS = 24
"""How finely a piece of curve is searched for the place where it leaves a frame."""


def place_frames(frames: tuple[Frame, ...], places: Mapping[str, Place]) -> dict[str, Place]:
    """Place the frames that take in nothing but their own boxes. A frame around frames keeps clear of them."""
    tops = sorted([(place.top, place.bottom, key) for key, place in places.items()])
    tallest = max([place.height for place in places.values()], default=0.0)
    placed: dict[str, tuple[Place, frozenset[str]]] = {}
    for frame in sorted(frames, key=lambda frame: (len(frame.members), frame.key)):
        members = frozenset(key for key in frame.members if key in places)
        if not members:
            continue
        inner = [place for place, held in placed.values() if held <= members]
        around = _around([places[key] for key in members], inner)
        start = bisect_left(tops, (around.top - tallest,))
        level = tops[start : bisect_right(tops, (around.bottom, 0.0, ""))]
        if not any(key not in members and _meet(around, places[key]) for _, _, key in level):
            placed[frame.key] = around, members
    return {key: place for key, (place, _) in placed.items()}


def _around(boxes: list[Place], frames: list[Place]) -> Place:
    left = min([*[box.left - SIDE for box in boxes], *[frame.left - SIDE / 2 for frame in frames]])
    right = max([*[box.right + SIDE for box in boxes], *[frame.right + SIDE / 2 for frame in frames]])
    top = min([*[box.top - HEAD for box in boxes], *[frame.top - HEAD for frame in frames]])
    bottom = max([*[box.bottom + SIDE for box in boxes], *[frame.bottom + SIDE / 2 for frame in frames]])
    return Place((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


def _meet(one: Place, other: Place) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def cut_at_frame(points: tuple[Point, ...], frame: Place, *, at_start: bool) -> tuple[Point, ...]:
    """Shorten a curve so that it starts (or ends) where it last leaves a frame. Unchanged where it never leaves it."""
    if not at_start:
        return cut_at_frame(points[::-1], frame, at_start=True)[::-1]
    for first in range(len(points) - 4, -1, -3):
        piece = points[first : first + 4]
        for step in range(STEPS - 1, -1, -1):
            if _inside(frame, _on_curve(piece, step / STEPS)):
                if first + 4 == len(points) and step == STEPS - 1 and _inside(frame, piece[3]):
                    return points
                return (*_rest(piece, _leaving(piece, frame, step / STEPS, (step + 1) / STEPS)), *points[first + 4 :])
    return points


def _leaving(piece: tuple[Point, ...], frame: Place, inside: float, outside: float) -> float:
    for _ in range(20):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if _inside(frame, _on_curve(piece, middle)) else (inside, middle)
    return outside


def _inside(frame: Place, point: Point) -> bool:
    return frame.left <= point[0] <= frame.right and frame.top <= point[1] <= frame.bottom


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _on_curve(piece: tuple[Point, ...], share: float) -> Point:
    return _rest(piece, share)[0]


def _rest(piece: tuple[Point, ...], share: float) -> tuple[Point, Point, Point, Point]:
    """Give the part of a cubic curve after ``share`` of it (de Casteljau)."""
    a, b, c = (_between(piece[n], piece[n + 1], share) for n in range(3))
    d, e = _between(a, b, share), _between(b, c, share)
    return _between(d, e, share), e, c, piece[3]
