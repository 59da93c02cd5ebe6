"""Our own arrangement, first part: in which order the boxes of a level stand, so that few arrows cross.

A line that passes levels gets a *slot* on each of them, so that room is kept for it: slots 0…n-1 are the boxes, the
others are such passages. The order is found by sweeps: each level in turn is sorted by where its neighbours on the
level before it are (Sugiyama, Tagawa and Toda 1981), and the order with the fewest crossings is kept.

The number of sweeps is fixed by the size, never by the clock, so the same plan always gives the same order.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .plan import Plan

LONGEST_TOTAL = 200_000
"""How many passages are kept at most; lines that would need more go straight and may pass behind boxes."""


LARGE, SWEEPS, SWEEPS_LARGE = 2_000, 12, 4
"""How often levels are sorted down and up again, with fewer slots than ``LARGE`` and with more."""


@dataclass(frozen=True, slots=True)
class Slots:
    """Boxes and passages, level by level.

    ``above`` and ``below`` are the neighbouring slots one level up and down. ``ways`` has the passages of each line
    from above to below, or None where the line goes straight.
    """

    levels: tuple[int, ...]
    above: tuple[tuple[int, ...], ...]
    below: tuple[tuple[int, ...], ...]
    ways: tuple[tuple[int, ...] | None, ...]


Order = list[list[int]]
"""The slots of each level, from first to last."""


def make_slots(plan: Plan) -> Slots:
    """Give each line a passage on every level between its ends."""
    levels = list(plan.levels)
    pairs: list[tuple[int, int]] = []
    ways: list[tuple[int, ...] | None] = [None] * len(plan.lines)
    budget = LONGEST_TOTAL
    for number in sorted(range(len(plan.lines)), key=lambda number: _span(plan, number)):
        line, span = plan.lines[number], _span(plan, number)
        budget -= max(0, span - 1)
        if span < 1 or budget < 0:
            ways[number] = () if span < 1 else None
            continue
        way = tuple(range(len(levels), len(levels) + span - 1))
        levels += range(plan.levels[line.above] + 1, plan.levels[line.below])
        chain = (line.above, *way, line.below)
        pairs += pairwise(chain)
        ways[number] = way
    above: list[list[int]] = [[] for _ in levels]
    below: list[list[int]] = [[] for _ in levels]
    for upper, lower in sorted(pairs):
        below[upper].append(lower)
        above[lower].append(upper)
    return Slots(tuple(levels), tuple(map(tuple, above)), tuple(map(tuple, below)), tuple(ways))


def _span(plan: Plan, number: int) -> int:
    line = plan.lines[number]
    return plan.levels[line.below] - plan.levels[line.above]


def find_order(slots: Slots, sweeps: int | None = None) -> Order:
    """Order the slots of each level. ``sweeps`` is how often it goes down and up again; by default fewer for more."""
    order = _first_order(slots)
    if sweeps is None:
        sweeps = SWEEPS if len(slots.levels) < LARGE else SWEEPS_LARGE
    best, fewest = [list(level) for level in order], crossings(slots, order)
    for _ in range(sweeps):
        for level in range(1, len(order)):
            _sort_level(order[level], order[level - 1], slots.above)
        for level in reversed(range(len(order) - 1)):
            _sort_level(order[level], order[level + 1], slots.below)
        found = crossings(slots, order)
        if found < fewest:
            best, fewest = [list(level) for level in order], found
        if not fewest:
            break
    return best


def _first_order(slots: Slots) -> Order:
    """Walk from the goals down, so that what belongs together starts side by side."""
    order: Order = [[] for _ in range(max(slots.levels, default=-1) + 1)]
    seen = [False] * len(slots.levels)
    for start in sorted(range(len(slots.levels)), key=lambda slot: slots.levels[slot]):
        walk = [start]
        while walk:
            slot = walk.pop()
            if not seen[slot]:
                seen[slot] = True
                order[slots.levels[slot]].append(slot)
                walk += reversed(slots.below[slot])
    return order


def _sort_level(level: list[int], fixed: list[int], neighbours: tuple[tuple[int, ...], ...]) -> None:
    """Sort one level by the mean place of its neighbours; a slot without neighbours keeps its share of the level."""
    place = {slot: number for number, slot in enumerate(fixed)}
    stretch = len(fixed) / max(1, len(level))
    wanted = {}
    for number, slot in enumerate(level):
        near = [place[other] for other in neighbours[slot]]
        wanted[slot] = sum(near) / len(near) if near else (number + 0.5) * stretch - 0.5
    level.sort(key=wanted.__getitem__)


def crossings(slots: Slots, order: Order) -> int:
    """Count how often lines cross between neighbouring levels (Barth, Jünger and Mutzel 2004)."""
    total = 0
    for upper, lower in pairwise(order):
        place = {slot: number for number, slot in enumerate(lower)}
        ends = [end for slot in upper for end in sorted([place[other] for other in slots.below[slot]])]
        total += _inversions(ends, len(lower))
    return total


def _inversions(ends: list[int], size: int) -> int:
    first = 1
    while first < size:
        first *= 2
    tree = [0] * (2 * first)
    found = 0
    for end in ends:
        at = end + first
        tree[at] += 1
        while at > 1:
            if at % 2 == 0:
                found += tree[at + 1]
            at //= 2
            tree[at] += 1
    return found
