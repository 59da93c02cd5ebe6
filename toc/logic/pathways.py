"""Pathways: what belongs to them, through the pathways inside them too.

An arrow to or from a pathway stands for arrows to or from its members. A pathway that holds no cause and no result acts
as a result itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import CAUSAL_KINDS

if TYPE_CHECKING:
    from toc.model import Element, Theory

MOST_STEPS = 1_000_000
"""How many memberships are followed in all. Only thousands of pathways inside each other ask for more; the last of them
then count with what is directly in them."""


class Pathways:
    """Who belongs to which pathway; each is worked out when it is first asked for."""

    def __init__(self, theory: Theory) -> None:
        self._inside = _inside(theory)
        self._rank = {element.id: rank for rank, element in enumerate(theory.elements)}
        self._members: dict[str, tuple[str, ...]] = {}
        self._sets: dict[str, frozenset[str]] = {}
        self._left = MOST_STEPS

    def holds_nothing(self, pathway: str) -> bool:
        """Say whether nothing at all that could be an arrow's end is directly in it."""
        return pathway not in self._inside

    def members(self, pathway: str) -> tuple[str, ...]:
        """Give its causes and results in reading order; a pathway in it that is empty counts as one."""
        found = self._members.get(pathway)
        if found is None:
            found = self._members[pathway] = self._collect(pathway)
        return found

    def member_set(self, pathway: str) -> frozenset[str]:
        """Give the same as a set."""
        found = self._sets.get(pathway)
        if found is None:
            found = self._sets[pathway] = frozenset(self.members(pathway))
        return found

    def _collect(self, pathway: str) -> tuple[str, ...]:
        seen = {pathway}
        found: set[str] = set()
        ahead = [pathway]
        while ahead:
            for element in self._inside.get(ahead.pop(), ()):
                self._left -= 1
                if element.id in seen:
                    continue
                seen.add(element.id)
                if element.kind != "pathway" or self.holds_nothing(element.id):
                    found.add(element.id)
                elif self._left > 0:
                    ahead.append(element.id)
        return tuple(sorted(found, key=self._rank.__getitem__))


def _inside(theory: Theory) -> dict[str, list[Element]]:
    inside: dict[str, list[Element]] = {}
    for element in theory.elements:
        if element.pathways and (element.kind in CAUSAL_KINDS or element.kind == "pathway"):
            for pathway in element.pathways:
                if pathway != element.id:
                    inside.setdefault(pathway, []).append(element)
    return inside
