"""What holds, if everything on the map is done: the least set that follows from what is done and what is given.

An input or a condition holds. An activity holds if somebody does it. A result holds if all its causes hold, or as many
as its ``needs`` says; without a cause it does not. What was stopped no longer counts as a cause. So a circle that
nothing outside it brings about does not hold, and one missing cause shows all the way up.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from .network import Network

MOST_COUNTED = 1_000_000
"""How many causes are counted one by one for results that need a number of them; past that, one cause is enough."""

ALL = -1
"""What a place needs when it needs all its causes; otherwise it needs so many."""


def supported(
    network: Network,
    given: Iterable[int],
    needs: Mapping[int, int],
    idle: frozenset[int],
    causes: Callable[[int], Sequence[int]],
    *,
    failing: tuple[Collection[int], Collection[tuple[int, int]]] = ((), ()),
) -> bytearray:
    """Mark every place that holds.

    ``given`` hold from the start. ``needs`` says how many causes a place needs; what is not in it never holds
    by its causes. ``idle`` no longer count as causes (see `behind_dropped`). ``failing`` are places and arrows that do
    not hold whatever supports them.
    """
    lost, torn = failing
    spread = _Spread(network, needs, idle, frozenset(lost))
    spread.listen(causes)
    for place in given:
        spread.hold(place)
    spread.run(frozenset(torn))
    return spread.whole


class _Spread:
    """``whole`` marks what holds entirely, ``some`` the hubs behind which at least one place holds."""

    def __init__(self, network: Network, needs: Mapping[int, int], idle: frozenset[int], lost: frozenset[int]) -> None:
        size = len(network.names)
        self.network, self.needs, self.lost = network, needs, lost
        self.whole, self.some = bytearray(size), bytearray(size)
        self.idle = idle
        self.missing = (
            [_live(sources, self.idle) for sources in network.before] if self.idle else [*map(len, network.before)]
        )
        self.short: dict[int, int] = {}
        self.heard: dict[int, list[int]] = {}
        self.queue: deque[tuple[int, bool]] = deque()

    def listen(self, causes: Callable[[int], Sequence[int]]) -> None:
        """Let places that need a number of causes hear of each of them once."""
        left = MOST_COUNTED
        for place, needed in self.needs.items():
            if needed > 1 and left > 0:
                single = [cause for cause in causes(place) if cause not in self.idle]
                left -= len(single)
                self.short[place] = needed
                for cause in single:
                    self.heard.setdefault(cause, []).append(place)

    def hold(self, place: int) -> None:
        if not self.whole[place] and place not in self.lost and place not in self.idle:
            self.whole[place] = 1
            self.queue.append((place, True))

    def run(self, torn: frozenset[tuple[int, int]]) -> None:
        places = self.network.places
        while self.queue:
            source, entirely = self.queue.popleft()
            for listener in self.heard.get(source, ()):
                self.short[listener] -= 1
                if self.short[listener] == 0:
                    self.hold(listener)
            for target in self.network.after[source]:
                if torn and (source, target) in torn:
                    continue
                if target >= places:
                    self.pass_on(target, entirely=entirely, first=source < places)
                else:
                    self.reach(target, entirely=entirely, first=source < places)

    def pass_on(self, hub: int, *, entirely: bool, first: bool) -> None:
        if entirely:
            self.missing[hub] -= 1
        if (first or not entirely) and not self.some[hub]:
            self.some[hub] = 1
            self.queue.append((hub, False))
        if entirely and self.missing[hub] == 0:
            self.queue.append((hub, True))

    def reach(self, place: int, *, entirely: bool, first: bool) -> None:
        needed = self.needs.get(place)
        if needed is None:
            return
        if entirely:
            self.missing[place] -= 1
            if needed == ALL and self.missing[place] == 0:
                self.hold(place)
        if needed >= 1 and place not in self.short and (first or not entirely):
            self.hold(place)


def behind_dropped(network: Network, dropped: frozenset[int]) -> frozenset[int]:
    """Give what no longer counts as a cause: what was dropped, and the hubs behind which everything was."""
    if not dropped:
        return dropped
    idle = set(dropped)
    for _ in range(2):  # a way out of a pathway may lead to a way into another
        for hub in range(network.places, len(network.names)):
            if hub not in idle and all(source in idle for source in network.before[hub]):
                idle.add(hub)
    return frozenset(idle)


def _live(sources: Sequence[int], idle: frozenset[int]) -> int:
    return sum(1 for source in sources if source not in idle)
