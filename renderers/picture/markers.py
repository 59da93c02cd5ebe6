"""Where the markers of an arrow stand: on it, and free of boxes, arrow heads, names and each other.

A place on the arrow itself is sought first, near its middle and away from other arrows; then one just beside it. Only
where neither exists (boxes almost touching) does a marker stand where it covers least.

Linear in the number of arrows: a grid remembers what is near.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self

from .curves import along, distances, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..layout.shape import Point
    from .scene import Pill, Stroke

HEAD: Final = 10.0
"""The length of an arrow head."""

CLEAR: Final = 4.0
"""The least distance of a marker from boxes, heads, names and other markers."""

_CELL: Final = 96.0
_GAP: Final = 3.0
_STEPS: Final = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85)
_ASIDE: Final = (18.0, -18.0, 30.0, -30.0, 46.0, -46.0, 66.0, -66.0)
_CROSSED: Final = 0.2
_STEP: Final = 0.02
_DENSE: Final = 34
_BESIDE: Final = 8.0

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(slots=True)
class Ground:
    """What is already on the page, in a grid: solid things, and points on the arrows.

    ``ways`` are the arrows themselves, as chains of straight pieces.
    """

    ways: dict[int, list[Point]] = field(default_factory=dict)

    solid: dict[tuple[float, float], list[Rect]] = field(default_factory=dict)
    lines: dict[tuple[float, float], list[tuple[float, float, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, strokes: Iterable[Stroke], solid: Iterable[Rect]) -> Self:
        """Remember arrows with their heads, and solid things."""
        ground = cls()
        for rect in solid:
            ground.put(rect)
        for number, stroke in enumerate(strokes):
            if stroke.curve:
                ground.ways[number] = way = pieces(stroke.curve)
                ground.put_line(way, number)
                ground.put(_around(way[-1], HEAD * 0.6))
        return ground

    def put(self, rect: Rect) -> None:
        """Remember something solid."""
        for cell in _cells(rect):
            self.solid.setdefault(cell, []).append(rect)

    def put_line(self, way: list[Point], number: int) -> None:
        """Remember the way of an arrow, by points close enough together that none slips past a marker."""
        lines = self.lines
        ax, ay = way[0]
        for bx, by in way[1:]:
            count = 1 + int(max(abs(bx - ax), abs(by - ay)) // _DENSE)
            dx, dy = (bx - ax) / count, (by - ay) / count
            for step in range(count):
                x, y = ax + dx * step, ay + dy * step
                cell = x // _CELL, y // _CELL
                if cell in lines:
                    lines[cell].append((x, y, number))
                else:
                    lines[cell] = [(x, y, number)]
            ax, ay = bx, by

    def covered(self, rect: Rect) -> float:
        """Give the area of solid things that a rectangle would cover, with the distance it has to keep."""
        left, top, right, bottom = rect[0] - CLEAR, rect[1] - CLEAR, rect[2] + CLEAR, rect[3] + CLEAR
        area = 0.0
        for cell in _cells((left, top, right, bottom)):
            for a, b, c, d in self.solid.get(cell, ()):
                if a < right and c > left and b < bottom and d > top:
                    area += (min(c, right) - max(a, left)) * (min(d, bottom) - max(b, top))
        return area

    def crossed(self, rect: Rect, number: int) -> int:
        """Count the points of other arrows that a rectangle would cover, or pass close by."""
        left, top, right, bottom = rect[0] - _BESIDE, rect[1] - _BESIDE, rect[2] + _BESIDE, rect[3] + _BESIDE
        return sum([
            1
            for cell in _cells((left, top, right, bottom))
            for x, y, line in self.lines.get(cell, ())
            if line != number and left < x < right and top < y < bottom
        ])  # fmt: skip


def place_markers(strokes: tuple[Stroke, ...], ground: Ground) -> tuple[tuple[Pill, ...], ...]:
    """Give the markers of each stroke their places on a ground that holds the strokes; markers come at 0, 0."""
    placed: list[tuple[Pill, ...]] = [()] * len(strokes)
    far = {number: distances(way) for number, way in ground.ways.items() if strokes[number].pills}
    for number in sorted(far, key=lambda number: (far[number][-1], number)):
        placed[number] = _place(ground, (ground.ways[number], far[number]), number, strokes[number].pills)
    return tuple(placed)


def _place(ground: Ground, way: _Way, number: int, pills: tuple[Pill, ...]) -> tuple[Pill, ...]:
    """Find the place for the markers of one arrow, and take it."""
    groups = (_in_row(pills), _in_column(pills)) if len(pills) > 1 else (_in_row(pills),)
    best: tuple[float, _Group, Rect] | None = None
    for cost, least, group, (x, y) in _candidates(way, groups):
        if best and best[0] <= least:
            break
        if best and best[0] <= cost:
            continue
        left, top = round(x - group.width / 2, 1), round(y - group.height / 2, 1)
        rect = left, top, left + group.width, top + group.height
        covered = ground.covered(rect)
        total = cost + covered + (0.0 if covered else _CROSSED * ground.crossed(rect, number))
        if best is None or total < best[0]:
            best = total, group, rect
    if best is None:
        return ()
    ground.put(best[2])
    return tuple([pill.moved(best[2][0], best[2][1]) for pill in best[1].pills])


@dataclass(frozen=True, slots=True)
class _Group:
    """Markers set out beside or below each other, from 0, 0."""

    pills: tuple[Pill, ...]
    width: float
    height: float


_Way = tuple[list["Point"], list[float]]
"""Points along an arrow, and how far each is from its start."""


def _candidates(way: _Way, groups: tuple[_Group, ...]) -> Iterator[tuple[float, float, _Group, Point]]:
    """Offer centres for the markers, the better ones first.

    Each comes with what speaks against it before looking at anything else, and with the least of that from here on.
    """
    spots = []
    for number, share in enumerate(_STEPS):
        spots.append(along(*way, share))
        (x, y), (dx, dy) = spots[-1]
        fitting = groups if abs(dy) > abs(dx) else groups[::-1]
        for other, group in enumerate(fitting):
            yield _STEP * number + 0.5 * other, _STEP * number, group, (x, y)
    for aside in _ASIDE:
        for number, ((x, y), (dx, dy)) in enumerate(spots):
            group = groups[0] if abs(dy) > abs(dx) else groups[-1]
            reach = abs(dy) * group.width / 2 + abs(dx) * group.height / 2 - 10
            by = aside + (reach if aside > 0 else -reach)
            yield 2 + abs(aside) / 20 + _STEP * number, 2.0, group, (x - dy * by, y + dx * by)


def _in_row(pills: tuple[Pill, ...]) -> _Group:
    x, set_out = 0.0, []
    for pill in pills:
        set_out.append(pill.moved(x, 0))
        x += pill.width + _GAP
    return _Group(tuple(set_out), x - _GAP, max([pill.height for pill in pills]))


def _in_column(pills: tuple[Pill, ...]) -> _Group:
    wide = max([pill.width for pill in pills])
    y, set_out = 0.0, []
    for pill in pills:
        set_out.append(pill.moved((wide - pill.width) / 2, y))
        y += pill.height + _GAP
    return _Group(tuple(set_out), wide, y - _GAP)


def _around(point: Point, reach: float) -> Rect:
    return point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach


def _cells(rect: Rect) -> list[tuple[int, int]]:
    left, top, right, bottom = rect
    across = range(int(left // _CELL), int(right // _CELL) + 1)
    down = range(int(top // _CELL), int(bottom // _CELL) + 1)
    return [(x, y) for x in across for y in down]
