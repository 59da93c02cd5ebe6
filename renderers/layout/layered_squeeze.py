"""Our own arrangement, second part, for a page that is narrow: slots stand as near to their neighbours as they can.

Every level starts packed side by side. Then, level by level and a fixed number of times, each slot is drawn to the
mean of its neighbours above and below, and slots that would overlap share the difference (isotonic regression). A
picture is then hardly broader than its broadest level, at the price of lines that bend more.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .layered_order import Order, Slots

SWEEPS = 12
"""How often every level is gone through."""

STRAIGHTER = 4.0
"""How much more a passage is drawn to the next passage of its line than a box to another box."""


def squeeze(slots: Slots, order: Order, sizes: Sequence[float], boxes: int) -> list[float]:
    """Give the place across of every slot: its centre. ``sizes`` include the gaps; the first ``boxes`` are boxes."""
    offsets = [_offsets(level, sizes) for level in order]
    places = [0.0] * len(sizes)
    for packed, offset in zip(order, offsets, strict=True):
        for slot, at in zip(packed, offset, strict=True):
            places[slot] = at - offset[-1] / 2
    for sweep in range(SWEEPS):
        levels = range(len(order)) if sweep % 2 == 0 else reversed(range(len(order)))
        for level in levels:
            wanted = [_wanted(slots, slot, places, boxes) for slot in order[level]]
            for slot, place in zip(order[level], _settle(wanted, offsets[level]), strict=True):
                places[slot] = place
    return places


def _offsets(level: list[int], sizes: Sequence[float]) -> list[float]:
    """Give the least distance of each slot of a level from the first one."""
    return list(accumulate([(sizes[left] + sizes[right]) / 2 for left, right in pairwise(level)], initial=0.0))


def _wanted(slots: Slots, slot: int, places: list[float], boxes: int) -> tuple[float, float]:
    """Give the place that a slot is drawn to, and how much."""
    total = weights = 0.0
    for other in (*slots.above[slot], *slots.below[slot]):
        weight = STRAIGHTER if slot >= boxes and other >= boxes else 1.0
        total, weights = total + weight * places[other], weights + weight
    return (total / weights, weights) if weights else (places[slot], 1.0)


def _settle(wanted: list[tuple[float, float]], offsets: list[float]) -> list[float]:
    """Find the places nearest to those wanted that keep the distances (pool adjacent violators)."""
    blocks: list[tuple[float, float, int]] = []
    for (place, weight), offset in zip(wanted, offsets, strict=True):
        mean, heavy, length = place - offset, weight, 1
        while blocks and blocks[-1][0] > mean:
            before, other, size = blocks.pop()
            mean, heavy, length = (before * other + mean * heavy) / (other + heavy), other + heavy, size + length
        blocks.append((mean, heavy, length))
    means = [mean for mean, _, length in blocks for _ in range(length)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]
