"""The geometry of arrows: cubic Bézier curves of 1 + 3n points, as a layout gives them.

Everything is in points, with y growing downwards. Lengths are measured along chains of short straight pieces, which is
exact to a fraction of a point for the gentle curves of a layout.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import accumulate, pairwise
from math import atan2, ceil, cos, hypot, sin
from typing import TYPE_CHECKING, Final

from ..kept import MANY, kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..layout.shape import Point

Curve = tuple["Point", ...]
"""A cubic Bézier curve of 1 + 3n points; empty where there is nothing to draw."""

_PIECE: Final = 28.0
_MOST_PIECES: Final = 16
_TRIES: Final = 8
_SMALL_STEP: Final = 0.1
_LEAST: Final = 0.05
_NEAR_ENOUGH: Final = 0.01


def pieces(curve: Curve) -> list[Point]:
    """Give points along a curve, from its start to its end, some points of length apart."""
    points = [curve[0]]
    for a, b, c, d in _cubics(curve):
        count = min(_MOST_PIECES, max(2, ceil((_far(a, b) + _far(b, c) + _far(c, d)) / _PIECE)))
        points += [
            (p * a[0] + q * b[0] + r * c[0] + u * d[0], p * a[1] + q * b[1] + r * c[1] + u * d[1])
            for p, q, r, u in _shares(count)
        ]
        points.append(d)
    return points


@cache
def _shares(count: int) -> tuple[tuple[float, float, float, float], ...]:
    """Give by how much each of the four points counts at each of the steps between the ends of a curve."""
    steps = [step / count for step in range(1, count)]
    return tuple([((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3) for t in steps])


def distances(points: list[Point]) -> list[float]:
    """Give how far each point of a chain of straight pieces is from its start, along the chain."""
    return [0.0, *accumulate([_far(a, b) for a, b in pairwise(points)])]


def along(points: list[Point], far: list[float], share: float) -> tuple[Point, Point]:
    """Give the place at a share of the length of a chain, and the direction there as a vector of length 1.

    ``far`` are the `distances` of its points.
    """
    wanted = share * far[-1]
    piece = min(max(bisect_left(far, wanted), 1), len(points) - 1)
    a, b = points[piece - 1], points[piece]
    step = far[piece] - far[piece - 1]
    return _between(a, b, (wanted - far[piece - 1]) / step if step else 0.0), _unit(a, b)


def shortened(curve: Curve, by: float) -> Curve:
    """Take some points of length off the end of a curve, to make room for an arrow head. Never takes all of it."""
    tip = curve[-1]
    kept = list(curve)
    while len(kept) > 4 and _far(kept[-4], tip) <= by:  # noqa: PLR2004 - a cubic has 4 points
        del kept[-3:]
    a, b, c, d = kept[-4:]
    t = 1 - _SMALL_STEP
    for _ in range(_TRIES):  # near its end a curve is almost straight, so distances grow almost evenly
        far = _far(_at(a, b, c, d, t), tip)
        if abs(far - by) < _NEAR_ENOUGH or not far:
            break
        t = max(_LEAST, 1 - (1 - t) * by / far)
    return (*kept[:-4], *_first_part(a, b, c, d, t))


def head(tail: Point, tip: Point, size: float) -> tuple[Point, Point, Point]:
    """Give the three corners of an arrow head of a given length: the tip first."""
    turn = atan2(tip[1] - tail[1], tip[0] - tail[0])
    back = (tip[0] - size * cos(turn), tip[1] - size * sin(turn))
    wide = size * 0.42
    return (
        tip,
        (back[0] - wide * sin(turn), back[1] + wide * cos(turn)),
        (back[0] + wide * sin(turn), back[1] - wide * cos(turn)),
    )


def bar(tail: Point, tip: Point, half: float) -> tuple[Point, Point]:
    """Give the two ends of a bar across an arrow at its tail, square to the way from there to the tip."""
    x, y = _unit(tail, tip)
    return (tail[0] - y * half, tail[1] + x * half), (tail[0] + y * half, tail[1] - x * half)


def _cubics(curve: Curve) -> Iterator[tuple[Point, Point, Point, Point]]:
    for start in range(0, len(curve) - 3, 3):
        yield curve[start], curve[start + 1], curve[start + 2], curve[start + 3]


def _at(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    s = 1 - t
    p, q, r, u = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return p * a[0] + q * b[0] + r * c[0] + u * d[0], p * a[1] + q * b[1] + r * c[1] + u * d[1]


def _first_part(a: Point, b: Point, c: Point, d: Point, t: float) -> Curve:
    """Split by de Casteljau's construction and keep what lies before t."""
    ab, bc, cd = _between(a, b, t), _between(b, c, t), _between(c, d, t)
    abc, bcd = _between(ab, bc, t), _between(bc, cd, t)
    return a, ab, abc, _between(abc, bcd, t)


def _between(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _far(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def _unit(a: Point, b: Point) -> Point:
    far = _far(a, b)
    return ((b[0] - a[0]) / far, (b[1] - a[1]) / far) if far else (0.0, -1.0)


@kept(32 * MANY)
def number(value: float) -> str:
    """Write a number as short as it can be, with at most two decimals; most of a picture's numbers come again."""
    if value == int(value):
        return str(int(value))
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def path(curve: Curve) -> str:
    """Write a curve as the path data of an SVG."""
    first, *rest = [f"{number(x)} {number(y)}" for x, y in curve]
    return f"M{first}C{' '.join(rest)}"
