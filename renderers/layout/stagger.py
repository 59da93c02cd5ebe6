"""Levels that are too wide for the page become several rows, whose boxes stand like bricks.

A level of thirty boxes side by side is a ribbon that nobody can print or project. Its boxes are dealt to two or more
rows, in the order in which they would stand on one, so that neighbours stay near each other and the arrows of a lower
row pass between the boxes of an upper one. How many rows a level gets is a matter of estimated sizes only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .layered_order import find_order, make_slots

if TYPE_CHECKING:
    from .plan import Plan
    from .shape import Graph

MOST_ROWS = 3
"""How many rows a level of joined boxes is dealt to at most: each more means longer arrows. Others may have any."""

MOST_ROWS_UNASKED = 2
"""The same where no page is asked for: then calm arrows count for more than a good shape."""

PASSING = 0.5
"""How much of the gap between two boxes is added for each row below whose arrows pass through it."""

SLACK = 1.2
"""How much wider than its boxes a level of joined boxes comes out."""

TOLERANCE = 1.25
"""How much flatter than the page a picture may be before anything is dealt."""

PLAIN_RATIOS = {"up": 2.0, "right": 1.6, "left": 1.6}
"""Where no page is asked for: how often the other side goes into the breadth of a level at most."""

CLOSER = 0.7
"""How much nearer to each other boxes stand where arrows pass between nearly all of them."""

MOST_LINES, MOST_PASSAGES = 450, 1_000
"""How many lines, and how many passages of lines through rows, there may be: beyond, Graphviz would take too long."""


@dataclass(frozen=True, slots=True)
class Dealt:
    """New levels, the gap between their boxes, and the breadth into which the whole is to be squeezed."""

    levels: tuple[int, ...]
    gap: float
    squeeze: float


def stagger(graph: Graph, plan: Plan) -> Dealt | None:
    """Deal levels that are too wide to several rows, or give None where none is."""
    flattest = PLAIN_RATIOS[graph.direction]
    if graph.ratio:
        flattest = (graph.ratio if graph.direction == "up" else 1 / graph.ratio) * TOLERANCE
    sizes = _sizes(plan, MOST_ROWS if graph.ratio else MOST_ROWS_UNASKED)
    counts = _row_counts(sizes, flattest)
    if max(counts, default=1) == 1 or len(plan.lines) > MOST_LINES:
        return None
    levels = _deal(plan, counts)
    passages = sum([max(0, abs(levels[line.above] - levels[line.below]) - 1) for line in plan.lines])
    if passages > MOST_PASSAGES:
        return None
    depth = sum([size.depth * count for size, count in zip(sizes, counts, strict=True)])
    return Dealt(levels, plan.gap * CLOSER, depth * flattest)


@dataclass(frozen=True, slots=True)
class _Size:
    """What a level needs: its breadth on one row, what each more row adds for passing, its depth, its most rows."""

    breadth: float
    passing: float
    depth: float
    most: int

    def dealt(self, rows: int) -> float:
        """Estimate the breadth on that many rows."""
        return (self.breadth + self.passing * (rows - 1)) / rows


def _sizes(plan: Plan, most: int) -> list[_Size]:
    joined = {end for line in plan.lines for end in (line.above, line.below)}
    sizes = []
    for row in plan.rows:
        loose = joined.isdisjoint(row)
        breadth = sum([plan.breadths[box] + plan.gap for box in row]) * (1.0 if loose else SLACK)
        passing = 0.0 if loose else PASSING * plan.gap * len(row)
        depth = max([plan.depths[box] for box in row]) + plan.level_gap
        sizes.append(_Size(breadth, passing, depth, len(row) if loose else min(len(row), most)))
    return sizes


def _row_counts(sizes: list[_Size], flattest: float) -> list[int]:
    """Deal the widest level to one more row again and again, until the picture is no longer too flat."""
    counts = [1] * len(sizes)
    while sizes:
        breadth, widest = max([(size.dealt(counts[level]), level) for level, size in enumerate(sizes)])
        depth = sum([size.depth * count for size, count in zip(sizes, counts, strict=True)])
        if breadth <= depth * flattest or counts[widest] == sizes[widest].most:
            break
        counts[widest] += 1
    return counts


def _deal(plan: Plan, counts: list[int]) -> tuple[int, ...]:
    """Give each box the emptiest row of its level, and of these the one on which an effect of it stands."""
    effects: list[list[int]] = [[] for _ in plan.keys]
    for line in plan.lines:
        if line.firm:
            effects[line.below].append(line.above)
    rows = [0] * len(plan.keys)
    levels = list(plan.levels)
    for level, slots in enumerate(find_order(make_slots(plan))):
        filled = [0] * counts[level]
        for box in slots:
            if box < len(plan.keys):
                emptiest = [row for row, number in enumerate(filled) if number == min(filled)]
                wanted = [rows[effect] for effect in effects[box] if rows[effect] in emptiest]
                rows[box] = (wanted or emptiest)[0]
                filled[rows[box]] += 1
                levels[box] = sum(counts[:level]) + rows[box]
    return tuple(levels)
