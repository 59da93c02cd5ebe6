"""Rows of the picture: how far from the goal everything stands, counted along the longest way.

Circles are cut where a walk from the goals down, always to the smallest id first, meets itself; so the rows do not
depend on the order in which things were written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .network import Network

LADDER = {"goal": 0, "outcome": 1, "output": 2, "activity": 3, "input": 4, "condition": 1}
"""The row of what leads nowhere yet, by its kind."""


@dataclass(slots=True, eq=False, repr=False)
class Descent:
    """The places and hubs from the goals down, every cause after its effects, and the arrows left out for that."""

    order: Sequence[int]
    cut: frozenset[tuple[int, int]]


def descend(network: Network, is_goal: Callable[[int], bool]) -> Descent:
    """Walk from the goals down. A goal stays above whatever else it leads to, so such arrows are cut too."""
    causes = _sorted_causes(network)
    ranked = sorted(range(len(network.names)), key=network.names.__getitem__)
    goals = [place for place in ranked if is_goal(place)]
    cut = {(goal, effect) for goal in goals for effect in network.after[goal] if not is_goal(effect)}
    tops = [place for place in ranked if not network.after[place]]
    visited = bytearray(len(network.names))
    order: list[int] = []
    for roots in (goals, tops, ranked):
        for root in roots:
            if not visited[root]:
                order += _walk(root, causes, visited, cut)
    order.reverse()
    return Descent(order, frozenset(cut))


def _sorted_causes(network: Network) -> list[list[int]]:
    """Give the causes of everything, the one with the smallest id last."""
    names = network.names
    return [
        sorted(sources, key=names.__getitem__, reverse=True) if len(sources) > 1 else list(sources)
        for sources in network.before
    ]


def _walk(root: int, causes: list[list[int]], visited: bytearray, cut: set[tuple[int, int]]) -> list[int]:
    """Visit everything below a root; whatever is finished has all its causes before it in the answer."""
    done: list[int] = []
    visited[root] = 1
    path = [root]
    while path:
        place = path[-1]
        if not causes[place]:
            visited[place] = 2
            done.append(path.pop())
            continue
        cause = causes[place].pop()
        if visited[cause] == 1:
            cut.add((cause, place))
        elif not visited[cause] and (cause, place) not in cut:
            visited[cause] = 1
            path.append(cause)
    return done


def rows(network: Network, descent: Descent, lowest: Callable[[int], int]) -> list[int]:
    """Give the row of every place: one below the lowest of its effects. ``lowest`` is where it starts."""
    found = [lowest(place) if place < network.places else 0 for place in range(len(network.names))]
    for place in descent.order:
        step = 1 if place < network.places else 0
        for cause in network.before[place]:
            if found[cause] < found[place] + step and (cause, place) not in descent.cut:
                found[cause] = found[place] + step
    return found
