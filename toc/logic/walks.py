"""Walks over the network: what is next to a place, what lies beyond it, what hangs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from .network import Network


def near(network: Network, place: int, steps: Sequence[Sequence[int]]) -> Iterator[int]:
    """Give the next places over each arrow, through hubs, each once and never the place itself, one by one."""
    seen = {place}
    ahead = [iter(steps[place])]
    while ahead:
        for other in ahead[-1]:
            if other not in seen:
                seen.add(other)
                if other < network.places:
                    yield other
                else:
                    ahead.append(iter(steps[other]))
                    break
        else:
            ahead.pop()


def causes_but(network: Network, place: int, torn: Collection[tuple[int, int]]) -> list[int]:
    """Give what leads directly to a place, through hubs, when some arrows do not hold."""
    seen, ahead = {place}, [place]
    for here in ahead:
        for other in network.before[here]:
            if other not in seen and (other, here) not in torn:
                seen.add(other)
                if other >= network.places:
                    ahead.append(other)
    return sorted([other for other in seen if other < network.places and other != place])


def beyond(network: Network, start: int, steps: Sequence[Sequence[int]], most: int) -> list[int]:
    """Give at most so many of the places that can be reached, nearest first."""
    found: list[int] = []
    seen, ahead = {start}, [start]
    for place in ahead:
        for other in steps[place]:
            if other not in seen:
                seen.add(other)
                ahead.append(other)
                if other < network.places:
                    found.append(other)
        if len(found) >= most:
            break
    return found[:most]


def is_way(network: Network, start: Iterable[int], ends: Collection[int], most: int) -> bool:
    """Say whether any of some ends can be reached; after so many arrows it is taken for granted."""
    seen = set(start)
    ahead = list(seen)
    for place in ahead:
        if place in ends or most <= 0:
            return True
        most -= len(network.after[place]) + 1
        for other in network.after[place]:
            if other not in seen:
                seen.add(other)
                ahead.append(other)
    return False


def spread(steps: Sequence[Sequence[int]], start: Iterable[int]) -> bytearray:
    """Mark everything that can be reached, the start included."""
    marks = bytearray(len(steps))
    ahead = list(dict.fromkeys(start))
    for place in ahead:
        marks[place] = 1
    for place in ahead:
        for other in steps[place]:
            if not marks[other]:
                marks[other] = 1
                ahead.append(other)
    return marks


def descend_through(network: Network, start: Iterable[int], closed: Sequence[int]) -> list[tuple[int, int]]:
    """Give the places below some others, these included, without passing what is closed; from the top down.

    Each comes with the start it was found from.
    """
    origin = {place: place for place in start if not closed[place]}
    ahead = list(origin)
    for place in ahead:
        for cause in network.before[place]:
            if cause not in origin and not closed[cause]:
                origin[cause] = origin[place]
                ahead.append(cause)
    return [(place, origin[place]) for place in ahead if place < network.places]


def islands(network: Network) -> list[list[int]]:
    """Give the parts that no arrow joins, each in reading order."""
    seen = bytearray(len(network.names))
    found: list[list[int]] = []
    for start in range(network.places):
        if not seen[start]:
            seen[start] = 1
            island = [start]
            for place in island:
                for steps in (network.after, network.before):
                    for other in steps[place]:
                        if not seen[other]:
                            seen[other] = 1
                            island.append(other)
            found.append(sorted([place for place in island if place < network.places]))
    return found


def tops(network: Network, components: Sequence[Sequence[int]], wanted: Collection[int]) -> list[int]:
    """Give the wanted places that lead to no other wanted place, one for each tangle, in reading order.

    ``components`` come with effects before their causes.
    """
    home = {place: number for number, found in enumerate(components) for place in found}
    above = bytearray(len(components))
    highest: list[int] = []
    for number, found in enumerate(components):
        ahead = {home[effect] for place in found for effect in network.after[place] if effect in home}
        own = [place for place in found if place in wanted]
        higher = any(above[other] for other in ahead if other != number)
        above[number] = bool(own) or higher
        if own and not higher:
            highest.append(min(own))
    return sorted(highest)
