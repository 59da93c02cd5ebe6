"""Where one can walk in a theory: from cause to effect and back, through the pathways. Linear; nothing recurses."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.model import LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.model import Link, Theory

Ways = dict[str, list[tuple[str, int]]]
"""From each place, the places that follow, and how many steps away each is: 1 for an arrow, 0 for a door."""


@dataclass(frozen=True, slots=True)
class Web:
    """The ways ``ahead`` to effects, ``behind`` to causes, and ``within`` pathways to their members.

    A pathway with members is two doors, one into its members and one out of them; a door is the id and its side with
    a line end between, so that it can never be the id of anything else.
    """

    ahead: Mapping[str, list[tuple[str, int]]]
    behind: Mapping[str, list[tuple[str, int]]]
    within: Mapping[str, list[tuple[str, int]]]

    def reached(self, starts: Iterable[str], ways: Mapping[str, list[tuple[str, int]]], depth: int | None) -> set[str]:
        """Give the ids that can be reached in so many steps, the starts among them; None is as far as it goes."""
        waiting = deque([(door, 0) for start in starts for door in (start, f"{start}\nin", f"{start}\nout")])
        seen: set[str] = set()
        while waiting:
            place, steps = waiting.popleft()
            if place in seen:
                continue
            seen.add(place)
            for other, more in ways.get(place, ()):
                if depth is None or steps + more <= depth:
                    (waiting.append if more else waiting.appendleft)((other, steps + more))
        return {place.partition("\n")[0] for place in seen}


def weave(theory: Theory) -> Web:
    """Find all ways of a theory."""
    members: dict[str, list[str]] = {}
    for element in theory.elements:
        for name in element.pathways:
            members.setdefault(name, []).append(element.id)
    ahead = _ahead(theory, members)
    behind: Ways = {}
    for place, others in ahead.items():
        for other, steps in others:
            behind.setdefault(other, []).append((place, steps))
    return Web(ahead, behind, {name: [(each, 0) for each in ids] for name, ids in members.items()})


def _ahead(theory: Theory, members: Mapping[str, list[str]]) -> Ways:
    ahead: Ways = {}
    for link in theory.links:
        if _is_walked(theory, link):
            ahead.setdefault(_door(link.source, members, "out"), []).append((_door(link.target, members, "in"), 1))
    for name, ids in members.items():
        for each in ids:
            ahead.setdefault(f"{name}\nin", []).append((_door(each, members, "in"), 0))
            ahead.setdefault(_door(each, members, "out"), []).append((f"{name}\nout", 0))
    return ahead


def _door(name: str, members: Mapping[str, list[str]], side: str) -> str:
    return f"{name}\n{side}" if name in members else name


def _is_walked(theory: Theory, link: Link) -> bool:
    """What leads to something, and a barrier with what it stops and what works against it, are one step away."""
    ends = [theory.get(link.source), theory.get(link.target)]
    touches_barrier = any(element is not None and element.kind == "barrier" for element in ends)
    return link.kind is LinkKind.LEADS_TO or (link.kind is LinkKind.WORKS_AGAINST and touches_barrier)
