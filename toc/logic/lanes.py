"""Lanes: whose work leads to a place.

Two partners are enough to know that a result is joint, so no more than two are remembered for each place. A place is
told at most twice, and the cost stays linear.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .network import Network

ENOUGH = 2
"""How many partners are remembered for each place."""


def lanes(network: Network, brought: Mapping[int, Sequence[str]]) -> list[tuple[str, ...]]:
    """Give for every place at most two partners who bring something to it or to what leads to it."""
    found: list[tuple[str, ...]] = [()] * len(network.names)
    ahead: deque[int] = deque()
    for place, partners in brought.items():
        found[place] = tuple(dict.fromkeys(partners))[:ENOUGH]
        ahead.append(place)
    while ahead:
        place = ahead.popleft()
        for target in network.after[place]:
            known = found[target]
            if len(known) < ENOUGH and known != found[place]:
                both = tuple(dict.fromkeys((*known, *found[place])))[:ENOUGH]
                if both != known:
                    found[target] = both
                    ahead.append(target)
    return found
