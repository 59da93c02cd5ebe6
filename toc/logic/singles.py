"""Single points: the places that every way from the activities to a goal passes through.

For one goal this takes one walk along one way, looking how far each of its places can be gone around. With very many
goals the search stops at a limit, and says so.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from .network import Network

MOST_STEPS = 2_000_000
"""How many arrows are followed in all."""


def single_points(
    network: Network, goals: Iterable[int], doings: Collection[int]
) -> tuple[list[tuple[int, int]], bool]:
    """Give (place, goal) for every single point, nearest to its goal first, and whether all goals were looked at.

    A goal that fewer than two activities lead to has none: there the whole way is one line. A place that is a
    single point for several goals is given once.
    """
    left = MOST_STEPS
    found: dict[int, int] = {}
    for goal in goals:
        if left <= 0:
            return list(found.items()), False
        came = _below(network, goal)
        left -= len(came)
        ends = [place for place in came if place in doings and place != goal]
        if len(ends) > 1:
            way = _way(came, ends[0])
            left -= len(came)
            for place in _bottlenecks(network, way, doings):
                if place < network.places:
                    found.setdefault(place, goal)
    return list(found.items()), True


def _below(network: Network, goal: int) -> dict[int, int]:
    came = {goal: -1}
    ahead = deque([goal])
    while ahead:
        place = ahead.popleft()
        for cause in network.before[place]:
            if cause not in came:
                came[cause] = place
                ahead.append(cause)
    return came


def _way(came: dict[int, int], end: int) -> list[int]:
    way = []
    while end >= 0:
        way.append(end)
        end = came[end]
    return way[::-1]


def _bottlenecks(network: Network, way: list[int], doings: Collection[int]) -> list[int]:
    """Walk down a way; a place is a bottleneck if nothing above it can be left without passing through it."""
    step = {place: index for index, place in enumerate(way)}
    end = len(way)
    seen: set[int] = set()
    furthest = 0
    found = []
    for index, place in enumerate(way):
        if index and furthest == index:
            found.append(place)
        ahead = [place]
        while ahead:
            here = ahead.pop()
            if here in doings:
                furthest = end
            for cause in network.before[here]:
                if cause in step:
                    furthest = max(furthest, step[cause])
                elif cause not in seen:
                    seen.add(cause)
                    ahead.append(cause)
    return found
