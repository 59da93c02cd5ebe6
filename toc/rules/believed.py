"""What is believed about a step, however its arrow was drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import LinkRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .rule import Facts


def is_assumed(source: str, target: str, facts: Facts) -> bool:
    """Say whether an assumption is about the arrow between two notes, or between the pathways they are in."""
    return any(facts.graph.beliefs(link, "assumption") for link in _ways(source, target, facts))


def _ways(source: str, target: str, facts: Facts) -> Iterator[LinkRef]:
    for start in (source, *_pathways(source, facts)):
        for end in (target, *_pathways(target, facts)):
            yield LinkRef(start, end)


def _pathways(known: str, facts: Facts) -> tuple[str, ...]:
    element = facts.theory.by_id.get(known)
    return element.pathways if element else ()
