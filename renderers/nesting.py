"""Which frame each box and each frame of a diagram in text form stands in.

The language lets an element belong to many pathways, and pathways to each other in any way; frames that DOT and
Mermaid can draw stand in one another like boxes in a box. So each stands in its innermost pathway only, circles are cut
where they close, and what would stand empty is no frame.

Invariants: the frames make a forest, at most `MOST_NESTED` deep; every frame holds at least one box or frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Element

MOST_NESTED = 12
"""How many frames may stand around one another."""


@dataclass(frozen=True, slots=True)
class Nesting:
    """``outer`` has an entry for each frame, ``holder`` for each box: the frame it stands in, or None."""

    outer: Mapping[str, str | None]
    holder: Mapping[str, str | None]

    def around(self, key: str) -> tuple[str, ...]:
        """Give the frames around a box or frame, from the inside out."""
        return _chain(self.outer, self.outer[key] if key in self.outer else self.holder.get(key))


def nest(shown: Mapping[str, Element]) -> Nesting:
    """Decide what stands in what."""
    used = {name for element in shown.values() for name in element.pathways}
    outer = _outer({key: element for key, element in shown.items() if element.kind == "pathway" and key in used})
    depth = {key: len(_chain(outer, key)) for key in outer}
    while True:
        holder = {key: _innermost(element, outer, depth) for key, element in shown.items() if key not in outer}
        empty = outer.keys() - set(outer.values()) - set(holder.values())
        if not empty:
            return Nesting(outer, holder)
        outer = {key: around for key, around in outer.items() if key not in empty}


def _innermost(element: Element, outer: Mapping[str, str | None], depth: Mapping[str, int]) -> str | None:
    return max([name for name in element.pathways if name in outer], key=lambda name: depth[name], default=None)


def _outer(pathways: Mapping[str, Element]) -> dict[str, str | None]:
    outer: dict[str, str | None] = {}
    for key, element in pathways.items():
        first = next((name for name in element.pathways if name in pathways), None)
        outer[key] = None if key in _chain(outer, first) else first
    for key in pathways:
        around = _chain(outer, key)
        if len(around) > MOST_NESTED:
            outer[around[-2]] = None
    return outer


def _chain(outer: Mapping[str, str | None], start: str | None) -> tuple[str, ...]:
    chain: list[str] = []
    while start is not None and len(chain) <= MOST_NESTED:
        chain.append(start)
        start = outer.get(start)
    return tuple(chain)
