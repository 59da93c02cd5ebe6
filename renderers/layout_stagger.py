"""Levels that are too wide for the page become several rows, whose boxes stand like bricks.

A level of thirty boxes side by side is a ribbon that nobody can print or project. Its boxes are dealt in turn to two or
more rows, in the order in which they would stand on one, so that neighbours stay near each other and the arrows
of a lower row pass between the boxes of an upper one. How many rows a level gets is a matter of estimated sizes only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .layered_order import find_order, make_slots

if TYPE_CHECKING:
    from .layout_plan import Plan
    from .shape import Graph

MOST_ROWS = 4
"""How many rows a level of joined boxes is dealt to at most: each more means longer arrows."""

MOST_ROWS_LOOSE = 24
"""The same for a level whose boxes have no arrows."""

PASSING = 0.5
"""How much of the gap between two boxes is added for each row below whose arrows pass through it."""

TOLERANCE = 1.3
"""How much flatter than the page a picture may be before anything is dealt."""

PLAIN_RATIO = 2.0
"""The flattest picture where no page is asked for."""

MOST_PASSAGES = 600
"""Up to how many passages of lines a picture may grow by this: beyond it, finding the order takes too long."""


def stagger(graph: Graph, plan: Plan) -> tuple[int, ...]:
    """Give new levels, on which wide ones are dealt to several rows. The same levels where nothing is too wide."""
    counts = _row_counts(plan, _flattest(graph))
    if max(counts, default=1) == 1:
        return plan.levels
    order = find_order(make_slots(plan))
    first = [sum(counts[:level]) for level in range(len(counts))]
    levels = list(plan.levels)
    for level, slots in enumerate(order):
        boxes = [slot for slot in slots if slot < len(plan.keys)]
        for place, box in enumerate(boxes):
            levels[box] = first[level] + place % counts[level]
    passages = sum([max(0, abs(levels[line.above] - levels[line.below]) - 1) for line in plan.lines])
    return plan.levels if passages > max(MOST_PASSAGES, len(plan.keys)) else tuple(levels)


def _flattest(graph: Graph) -> float:
    """Give the greatest breadth that is fine, in terms of the other side."""
    if graph.ratio is None:
        return PLAIN_RATIO
    page = graph.ratio if graph.direction == "up" else 1 / graph.ratio
    return page * TOLERANCE


def _row_counts(plan: Plan, flattest: float) -> list[int]:
    """Deal the widest level to one more row again and again, until the picture is no longer too flat."""
    joined = {end for line in plan.lines for end in (line.above, line.below)}
    rows = plan.rows
    breadths = [sum([plan.breadths[box] + plan.gap for box in row]) for row in rows]
    depths = [max([plan.depths[box] for box in row]) + plan.level_gap for row in rows]
    loose = [joined.isdisjoint(row) for row in rows]
    most = [min(len(row), MOST_ROWS_LOOSE if free else MOST_ROWS) for row, free in zip(rows, loose, strict=True)]
    counts = [1] * len(rows)

    def breadth(level: int) -> float:
        passing = 0.0 if loose[level] else (counts[level] - 1) * PASSING * plan.gap
        return breadths[level] / counts[level] + passing * len(rows[level]) / counts[level]

    while rows:
        widest = max(range(len(rows)), key=breadth)
        total = sum([depth * count for depth, count in zip(depths, counts, strict=True)])
        if breadth(widest) <= total * flattest or counts[widest] == most[widest]:
            break
        counts[widest] += 1
    return counts
