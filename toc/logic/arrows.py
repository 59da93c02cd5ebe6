"""Leads-to arrows by where they arrive and where they leave, as they were written; pathways are not taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import LinkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from toc.model import Link, Theory


def arriving(theory: Theory) -> Mapping[str, tuple[Link, ...]]:
    """Give the leads-to arrows that arrive at each name, in reading order."""
    return _by(theory, lambda link: link.target)


def leaving(theory: Theory) -> Mapping[str, tuple[Link, ...]]:
    """Give the leads-to arrows that leave each name, in reading order."""
    return _by(theory, lambda link: link.source)


def _by(theory: Theory, end: Callable[[Link], str]) -> Mapping[str, tuple[Link, ...]]:
    found: dict[str, list[Link]] = {}
    for link in theory.links:
        if link.kind is LinkKind.LEADS_TO:
            found.setdefault(end(link), []).append(link)
    return {name: tuple(links) for name, links in found.items()}
