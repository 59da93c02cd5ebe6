"""Circles: where things lead to each other, and the shortest way round.

A *tangle* is a largest set of places each of which leads to every other. The shortest circle of a small tangle is
found exactly. In a giant one the search stops at a limit, and the answer says so.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .network import Network

MOST_STEPS = 400_000
"""How many arrows are followed in all to find shortest circles; every tangle gets at least one search."""


PAIR = 2
"""The length of the shortest circle there can be between different places."""


@dataclass(frozen=True, slots=True)
class Knot:
    """A tangle: one short circle through it, its size in elements, and whether no circle is shorter."""

    circle: tuple[str, ...]
    size: int
    shortest: bool


def components(after: Sequence[Sequence[int]], without: Iterable[int] = ()) -> list[list[int]]:
    """Give the sets of numbers that lead to each other (Tarjan 1972), effects before their causes."""
    size = len(after)
    order, low = [0] * size, [0] * size
    for place in without:
        order[place] = -1
    stacked = bytearray(size)
    stack: list[int] = []
    found: list[list[int]] = []
    count = 0
    for root in range(size):
        if order[root]:
            continue
        path, steps = [root], [0]
        while path:
            place = path[-1]
            if steps[-1] == 0:
                count += 1
                order[place] = low[place] = count
                stack.append(place)
                stacked[place] = 1
            ahead = after[place]
            for step in range(steps[-1], len(ahead)):
                other = ahead[step]
                if not order[other]:
                    steps[-1] = step + 1
                    path.append(other)
                    steps.append(0)
                    break
                if stacked[other] and order[other] < low[place]:
                    low[place] = order[other]
            else:
                _close(place, path, steps, (order, low), (stack, stacked, found))
    return found


def _close(
    place: int,
    path: list[int],
    steps: list[int],
    numbers: tuple[list[int], list[int]],
    kept: tuple[list[int], bytearray, list[list[int]]],
) -> None:
    order, low = numbers
    stack, stacked, found = kept
    path.pop()
    steps.pop()
    if path and low[place] < low[path[-1]]:
        low[path[-1]] = low[place]
    if low[place] == order[place]:
        cut = _last(stack, place)
        found.append(stack[cut:])
        for member in stack[cut:]:
            stacked[member] = 0
        del stack[cut:]


def _last(stack: list[int], place: int) -> int:
    cut = len(stack) - 1
    while stack[cut] != place:
        cut -= 1
    return cut


def knots(network: Network, tangles: Sequence[Sequence[int]]) -> tuple[Knot, ...]:
    """Give one circle for each tangle, and for what leads to itself."""
    search = _Search(network)
    tangled = {place for tangle in tangles for place in tangle}
    alone = [(place,) for place in sorted(network.own_arrows - tangled)]
    groups = [sorted(tangle) for tangle in tangles] + [[*one] for one in alone]
    found = [search.knot([place for place in group if place < network.places], set(group)) for group in groups]
    return tuple(knot for _, knot in sorted([(network.number[knot.circle[0]], knot) for knot in found], key=_first))


def _first(pair: tuple[int, Knot]) -> int:
    return pair[0]


class _Search:
    def __init__(self, network: Network) -> None:
        self.network = network
        self.left = MOST_STEPS

    def knot(self, places: Sequence[int], tangle: set[int]) -> Knot:
        names = self.network.names
        for place in places:
            if place in self.network.own_arrows:
                return Knot((names[place],), len(places), shortest=True)
        best: list[int] = []
        searched = 0
        for start in places:
            if best and (self.left <= 0 or len(best) == PAIR):
                break
            circle = self.circle(start, tangle, len(best))
            best = circle or best
            searched += 1
        first = best.index(min(best))
        turned = best[first:] + best[:first]
        return Knot(
            tuple([names[place] for place in turned]), len(places), len(best) == PAIR or searched == len(places)
        )

    def circle(self, start: int, tangle: set[int], limit: int) -> list[int]:
        """Find a shortest circle through a place, or nothing where none is shorter than ``limit``."""
        came: dict[int, int] = {start: -1}
        ahead = deque([(start, 1)])
        while ahead:
            place, length = ahead.popleft()
            if limit and length >= limit:
                return []
            for other in self.network.after[place]:
                self.left -= 1
                if other == start:
                    return self.way(came, place)
                if other in tangle and other not in came:
                    came[other] = place
                    if other < self.network.places:
                        ahead.append((other, length + 1))
                    else:
                        ahead.appendleft((other, length))
        return []

    def way(self, came: dict[int, int], place: int) -> list[int]:
        found: list[int] = []
        while place >= 0:
            if place < self.network.places:
                found.append(place)
            place = came[place]
        return found[::-1]
