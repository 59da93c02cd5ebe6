"""Our own arrangement, second part: where on its level each slot stands.

After Brandes and Köpf, "Fast and Simple Horizontal Coordinate Assignment" (2001): slots that should be in one line are
joined into blocks, which is done four times (looking up or down, leaning left or right), and each slot gets the mean
of the two middle answers. Passages are kept straight before anything else. Linear in slots and lines.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .layered_order import Order, Slots

PASSAGE = 6.0
"""The breadth that is kept for a line where it passes a level."""

Neighbours = tuple[tuple[int, ...], ...]
Pairs = set[tuple[int, int]]


def slot_sizes(slots: Slots, breadths: Sequence[float], gap: float) -> list[float]:
    """Give the breadth of every slot with the gap around it, of which a passage needs less than a box."""
    return [breadth + gap for breadth in breadths] + [PASSAGE + gap / 3] * (len(slots.levels) - len(breadths))


def find_places(slots: Slots, order: Order, sizes: Sequence[float], boxes: int) -> list[float]:
    """Give the place across of every slot: its centre. ``sizes`` include the gaps; the first ``boxes`` are boxes."""
    forbidden = _giving_way(slots, order, boxes)
    answers = []
    for looking_up in (True, False):
        levels = order if looking_up else order[::-1]
        neighbours = slots.above if looking_up else slots.below
        for leaning_left in (True, False):
            turned = levels if leaning_left else [level[::-1] for level in levels]
            places = _pack(turned, _blocks(turned, neighbours, forbidden), sizes)
            answers.append(places if leaning_left else [-place for place in places])
    return _balance(answers, sizes)


def _giving_way(slots: Slots, order: Order, boxes: int) -> Pairs:
    """Find the pieces of line that cross a piece between two passages: they may bend instead of it."""
    found: Pairs = set()
    for upper, lower in pairwise(order):
        place = {slot: number for number, slot in enumerate(upper)}
        left, start = 0, 0
        for number, slot in enumerate(lower):
            inner = [place[other] for other in slots.above[slot] if slot >= boxes and other >= boxes]
            if not inner and number < len(lower) - 1:
                continue
            right = inner[0] if inner else len(upper)
            for lying_between in lower[start : number + 1]:
                for other in slots.above[lying_between]:
                    if not left <= place[other] <= right and min(other, lying_between) < boxes:
                        found |= {(other, lying_between), (lying_between, other)}
            left, start = right, number + 1
    return found


def _blocks(levels: Order, neighbours: Neighbours, forbidden: Pairs) -> list[int]:
    """Join each slot to its middle neighbour on the level before where nothing is crossed; name blocks by a slot."""
    roots = list(range(len(neighbours)))
    place: dict[int, int] = {}
    for level in levels:
        taken = -1
        for slot in level:
            near = sorted([(place[other], other) for other in neighbours[slot]])
            for at, other in near[(len(near) - 1) // 2 : len(near) // 2 + 1]:
                if at > taken and (other, slot) not in forbidden:
                    roots[slot], taken = roots[other], at
                    break
        place = {slot: number for number, slot in enumerate(level)}
    return roots


def _pack(levels: Order, roots: list[int], sizes: Sequence[float]) -> list[float]:
    """Put the blocks as far to the left as they go, then towards their right neighbours as far as these let them."""
    after: list[list[tuple[int, float]]] = [[] for _ in roots]
    waiting = [0] * len(roots)
    for level in levels:
        for left, right in pairwise(level):
            after[roots[left]].append((roots[right], (sizes[left] + sizes[right]) / 2))
            waiting[roots[right]] += 1
    ready = [slot for slot in range(len(roots)) if roots[slot] == slot and not waiting[slot]]
    places = [0.0] * len(roots)
    for block in ready:  # grows while it is read
        for other, distance in after[block]:
            places[other] = max(places[other], places[block] + distance)
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    for block in reversed(ready):
        if after[block]:
            places[block] = max(places[block], min([places[other] - distance for other, distance in after[block]]))
    return [places[root] for root in roots]


def _balance(answers: list[list[float]], sizes: Sequence[float]) -> list[float]:
    """Shift the four answers onto the narrowest one and take the mean of the two middle ones."""
    if not sizes:
        return []
    edges = []
    for places in answers:
        first = min([place - size / 2 for place, size in zip(places, sizes, strict=True)])
        last = max([place + size / 2 for place, size in zip(places, sizes, strict=True)])
        edges.append((first, last))
    first, last = min(edges, key=lambda edge: edge[1] - edge[0])
    moves = [first - edge[0] if number % 2 == 0 else last - edge[1] for number, edge in enumerate(edges)]
    found = []
    for answer in zip(*answers, strict=True):
        middle = sorted([place + move for place, move in zip(answer, moves, strict=True)])
        found.append((middle[1] + middle[2]) / 2)
    return found
