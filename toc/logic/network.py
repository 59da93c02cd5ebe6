"""The arrows of a theory as numbers, so that questions about 100,000 elements stay quick.

A *place* is whatever takes part in cause and effect: the causal elements, pathways that act as a result, and names at
the end of an arrow that nobody declared. Places come first, in reading order; *hubs* come after them.

An arrow between two large pathways stands for very many arrows. Instead of drawing them all, the members of a pathway
share one hub that leads out of it and one that leads into it, so the cost stays linear in the text. Where the two ends
of an arrow share members, these skip themselves; such arrows are drawn one by one or get hubs of their own,
up to a limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.model import CAUSAL_KINDS, LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toc.model import Link, Theory

    from .pathways import Pathways

MOST_SKIPPING = 200_000
"""How many arrows are drawn because an end is in its own pathway. Past that, the end is no longer skipped."""


@dataclass(slots=True, eq=False, repr=False)
class Network:
    """Who leads to whom over leads-to arrows, by number.

    ``names`` gives the ids of the places, then a name for every hub. ``own_arrows`` are the places that lead to
    themselves; ``starts`` and ``ends`` the ids with an arrow to or from something that is no place, such as a
    barrier or an aim.
    """

    names: Sequence[str]
    places: int
    number: Mapping[str, int]
    after: Sequence[Sequence[int]]
    before: Sequence[Sequence[int]]
    own_arrows: frozenset[int]
    starts: frozenset[str]
    ends: frozenset[str]
    ways_out: Mapping[str, int]
    ways_in: Mapping[str, int]

    def wire(self, source: str, target: str) -> tuple[int, int] | None:
        """Find where the arrow between two ids runs, or None where it runs nowhere or in many pieces."""
        start = self.number.get(source, self.ways_out.get(source))
        end = self.number.get(target, self.ways_in.get(target))
        return None if start is None or end is None or end not in self.after[start] else (start, end)


def weave(theory: Theory, pathways: Pathways) -> Network:
    """Number the places of a theory and connect them."""
    loom = _Loom(theory, pathways)
    for link in theory.links:
        if link.kind is LinkKind.LEADS_TO:
            loom.add(link)
    return loom.network()


class _Loom:
    def __init__(self, theory: Theory, pathways: Pathways) -> None:
        self.theory = theory
        self.pathways = pathways
        self.names: list[str] = []
        self.number: dict[str, int] = {}
        self.after: list[list[int]] = []
        self.before: list[list[int]] = []
        self.ways: tuple[dict[str, int], dict[str, int]] = ({}, {})
        self.own_arrows: set[int] = set()
        self.starts: set[str] = set()
        self.ends: set[str] = set()
        self.left = MOST_SKIPPING
        for element in theory.by_id.values():
            if element.kind in CAUSAL_KINDS or (element.kind == "pathway" and pathways.holds_nothing(element.id)):
                self.place(element.id)
        for link in theory.links:
            if link.kind is LinkKind.LEADS_TO:
                self.stub(link.source)
                self.stub(link.target)

    def place(self, name: str) -> None:
        self.number[name] = len(self.names)
        self.names.append(name)
        self.after.append([])
        self.before.append([])

    def stub(self, name: str) -> None:
        """Make a place of what is at the end of an arrow though nobody declared it, or though nothing is in it."""
        if name not in self.number:
            element = self.theory.by_id.get(name)
            if element is None or (element.kind == "pathway" and not self.pathways.members(name)):
                self.place(name)

    def hub(self, name: str) -> int:
        self.names.append(name)
        self.after.append([])
        self.before.append([])
        return len(self.names) - 1

    def join(self, sources: Iterable[int], targets: Iterable[int]) -> None:
        targets = tuple(targets)
        for source in sources:
            self.after[source].extend(targets)
            for target in targets:
                self.before[target].append(source)

    def numbers(self, name: str) -> tuple[int, ...]:
        if name in self.number:
            return (self.number[name],)
        return tuple([self.number[member] for member in self.pathways.members(name)])

    def way(self, name: str, *, out: bool) -> int:
        """Give the place itself, or the hub that leads out of or into a pathway."""
        if name in self.number:
            return self.number[name]
        ways = self.ways[0 if out else 1]
        if name not in ways:
            ways[name] = self.hub(f"{name} {'out' if out else 'in'}")
            if out:
                self.join(self.numbers(name), (ways[name],))
            else:
                self.join((ways[name],), self.numbers(name))
        return ways[name]

    def add(self, link: Link) -> None:
        source, target = link.source, link.target
        if source == target:
            if source in self.theory.by_id and source in self.number:
                self.own_arrows.add(self.number[source])
                self.starts.add(source)
                self.ends.add(source)
        elif not self.is_end(source) or not self.is_end(target):
            self.starts.update((source, *self.pathways.members(source)))
            self.ends.update((target, *self.pathways.members(target)))
        elif self.left > 0 and (shared := self.shared(source, target)):
            self.skip(source, target, shared)
        else:
            self.join((self.way(source, out=True),), (self.way(target, out=False),))

    def is_end(self, name: str) -> bool:
        return name in self.number or self.theory.by_id[name].kind == "pathway"

    def shared(self, source: str, target: str) -> frozenset[str]:
        """Give what stands on both sides of an arrow."""
        if source in self.number and target in self.number:
            return frozenset()
        one = frozenset((source,)) if source in self.number else self.pathways.member_set(source)
        other = frozenset((target,)) if target in self.number else self.pathways.member_set(target)
        self.left -= min(len(one), len(other)) - 1
        return one & other

    def skip(self, source: str, target: str, shared: frozenset[str]) -> None:
        """Let what is on both sides lead to the others of its pathway, and the others to it, but not to itself."""
        both = {self.number[name] for name in shared}
        sources, targets = self.numbers(source), self.numbers(target)
        self.left -= len(sources) + len(targets)
        others = [place for place in sources if place not in both]
        beyond = [place for place in targets if place not in both]
        name = f"{source} {target}"
        self.through(f"{name} others", others, targets)
        self.through(f"{name} both", [place for place in targets if place in both], beyond)

    def through(self, name: str, sources: Sequence[int], targets: Sequence[int]) -> None:
        if len(sources) == 1 or len(targets) == 1:
            self.join(sources, targets)
        elif sources and targets:
            middle = self.hub(name)
            self.join(sources, (middle,))
            self.join((middle,), targets)

    def network(self) -> Network:
        return Network(
            self.names,
            len(self.number),
            self.number,
            self.after,
            self.before,
            frozenset(self.own_arrows),
            frozenset(self.starts),
            frozenset(self.ends),
            *self.ways,
        )
