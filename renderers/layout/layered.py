"""Our own plain arrangement, for when Graphviz is not there, dies, or would take too long.

It always ends, in nearly linear time, and needs nothing but Python. Boxes of a level stand side by side; a line leaves
its box straight, bends gently between levels, and passes each level in a gap that is kept for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .flat import flat_curves
from .layered_order import find_order, make_slots
from .layered_places import find_places, slot_sizes
from .layered_squeeze import squeeze
from .plan import Plan, Sketch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .layered_order import Slots
    from .shape import Point

NOTHING = 0.01
"""A distance that nobody sees."""

ROOM = 18.0
"""The distance between the ends of two lines on one side of a box, where there is room."""

CORNER = 14.0
"""How far from the corner of a box a line ends at least, where there is room."""


def arrange(plan: Plan) -> Sketch:
    """Arrange a plan. Never fails, whatever the plan."""
    slots = make_slots(plan)
    order = find_order(slots)
    find = squeeze if plan.squeeze else find_places
    across = find(slots, order, slot_sizes(slots, plan.breadths, plan.gap), len(plan.keys))
    bands = _bands(plan)
    middle = [(start + end) / 2 for start, end in bands]
    centres = tuple([(across[box], middle[level]) for box, level in enumerate(plan.levels)])
    ends = _ends(plan, slots, across)
    flat = flat_curves(plan, centres)
    curves = [
        flat.get(number) or _curve(plan, number, slots, across, bands, ends[number])
        for number in range(len(plan.lines))
    ]
    return Sketch(centres, tuple(curves))


def _bands(plan: Plan) -> list[tuple[float, float]]:
    """Give the start and end of each level, along."""
    bands, start = [], 0.0
    for row in plan.rows:
        end = start + max([plan.depths[box] for box in row])
        bands.append((start, end))
        start = end + plan.level_gap
    return bands


def _ends(plan: Plan, slots: Slots, across: Sequence[float]) -> list[tuple[float, float]]:
    """Spread the ends of lines over the sides of their boxes, in the order of where they go to: (above, below)."""
    goals: dict[tuple[int, bool], list[tuple[float, int]]] = {}
    for number, line in enumerate(plan.lines):
        way = slots.ways[number] or ()
        flat = plan.levels[line.above] == plan.levels[line.below]
        goals.setdefault((line.above, flat), []).append((across[way[0] if way else line.below], number))
        goals.setdefault((line.below, True), []).append((across[way[-1] if way else line.above], number))
    ends = [[0.0, 0.0] for _ in plan.lines]
    for (box, _), reached in goals.items():
        room = min(ROOM, max(0.0, plan.breadths[box] - 2 * CORNER) / max(1, len(reached) - 1))
        for place, (_, number) in enumerate(sorted(reached)):
            side = 0 if plan.lines[number].above == box else 1
            ends[number][side] = across[box] + (place - (len(reached) - 1) / 2) * room
    return [(above, below) for above, below in ends]


def _curve(
    plan: Plan,
    number: int,
    slots: Slots,
    across: Sequence[float],
    bands: list[tuple[float, float]],
    ends: tuple[float, float],
) -> tuple[Point, ...]:
    """Draw one line, from the box below to the box above."""
    line = plan.lines[number]
    upper, lower = plan.levels[line.above], plan.levels[line.below]
    middle = [(start + end) / 2 for start, end in bands]
    finish = (ends[0], middle[upper] + plan.depths[line.above] / 2)
    points = [(ends[1], middle[lower] - plan.depths[line.below] / 2)]
    _straight(points, (ends[1], bands[lower][0]))
    for slot in reversed(slots.ways[number] or ()):
        _bend(points, (across[slot], bands[slots.levels[slot]][1]))
        _straight(points, (across[slot], bands[slots.levels[slot]][0]))
    _bend(points, (ends[0], bands[upper][1]))
    _straight(points, finish)
    return tuple(points)


def _straight(points: list[Point], end: Point) -> None:
    start = points[-1]
    if abs(start[1] - end[1]) > NOTHING:
        points += [(start[0], start[1] + (end[1] - start[1]) / 3), (end[0], end[1] - (end[1] - start[1]) / 3), end]


def _bend(points: list[Point], end: Point) -> None:
    start = points[-1]
    reach = (end[1] - start[1]) / 2
    points += [(start[0], start[1] + reach), (end[0], end[1] - reach), end]
