"""Whom a change concerns: whose contribution or aim it is, and who contributes to what it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from toc.model import LinkRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.model import About, Element, Theory

_KEPT_BY: Final = ("owner", "source", "watch")
"""The details that name who keeps an eye on something, where they name a partner."""


@dataclass(frozen=True, slots=True)
class Concerned:
    """Who has a part in what, in either of two theories."""

    partners: frozenset[str]
    giving: dict[About | None, dict[str, None]] = field(default_factory=dict)

    def by(self, about: Iterable[About | None]) -> tuple[str, ...]:
        """Give those who contribute to any of these, or to an end of an arrow among them, in reading order."""
        found: dict[str, None] = {}
        for one in about:
            ends = (one, one.source, one.target) if isinstance(one, LinkRef) else (one,)
            for end in ends:
                found |= self.giving.get(end, {})
        return tuple(found)

    def with_element(self, element: Element) -> tuple[str, ...]:
        """Give those whom a change of an element concerns."""
        own = [element.id] if element.kind == "partner" else []
        own += [element.owner] if element.kind == "aim" and element.owner else []
        own += [name for key in _KEPT_BY for name in element.all(key) if name in self.partners]
        return tuple(dict.fromkeys([*own, *self.by((element.id, *element.about))]))

    def with_contribution(self, partner: str, to: About | None) -> tuple[str, ...]:
        """Give the one who contributes, then the others who contribute to the same."""
        others = self.by((to,)) if to is not None else ()
        return tuple(dict.fromkeys([partner, *others]))


def concerned(*theories: Theory) -> Concerned:
    """Look through theories for who contributes to what."""
    found = Concerned(frozenset(each.id for theory in theories for each in theory.of_kind("partner")))
    for theory in theories:
        for given in theory.contributions:
            found.giving.setdefault(given.to, {})[given.partner] = None
    return found
