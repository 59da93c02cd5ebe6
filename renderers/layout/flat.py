"""Arrows between two boxes of one level: straight across to a neighbour, in an arch over the heads of others."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .plan import Plan
    from .shape import Point

LOWEST, HIGHEST = 0.35, 0.8
"""How high an arch reaches into the gap above its level: near boxes and far ones."""

FAR = 1_000.0
"""From this distance on an arch is as high as it gets."""


def flat_curves(plan: Plan, centres: Sequence[Point]) -> dict[int, tuple[Point, ...]]:
    """Draw the lines between boxes of one level, from the box below to the box above, by their number."""
    found: dict[int, tuple[Point, ...]] = {}
    rows: dict[int, list[float]] = {}
    for number, line in enumerate(plan.lines):
        level = plan.levels[line.above]
        if level != plan.levels[line.below]:
            continue
        if level not in rows:
            rows[level] = sorted([centres[box][0] for box in plan.rows[level]])
        start, end = centres[line.below], centres[line.above]
        if abs(bisect_left(rows[level], start[0]) - bisect_left(rows[level], end[0])) == 1:
            found[number] = _straight(plan, line.below, line.above, centres)
        else:
            found[number] = _arch(plan, line.below, line.above, centres)
    return found


def _straight(plan: Plan, below: int, above: int, centres: Sequence[Point]) -> tuple[Point, ...]:
    (start, along), (end, _) = centres[below], centres[above]
    sign = 1 if end > start else -1
    start, end = start + sign * plan.breadths[below] / 2, end - sign * plan.breadths[above] / 2
    third = (end - start) / 3
    return (start, along), (start + third, along), (end - third, along), (end, along)


def _arch(plan: Plan, below: int, above: int, centres: Sequence[Point]) -> tuple[Point, ...]:
    (start, along), (end, _) = centres[below], centres[above]
    tallest = max([plan.depths[box] for box in plan.rows[plan.levels[above]]])
    reach = LOWEST + (HIGHEST - LOWEST) * min(1.0, abs(end - start) / FAR)
    # a curve comes three quarters as high as its handles
    height = along - tallest / 2 - plan.level_gap * reach * 4 / 3
    return (
        (start, along - plan.depths[below] / 2),
        (start, height),
        (end, height),
        (end, along - plan.depths[above] / 2),
    )
