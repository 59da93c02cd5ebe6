"""Names that a JSON uses and never declares: each is one finding, as it would be in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding
from toc.model import LinkRef
from toc.near import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import About, Theory
    from toc.source import Span

_MOST_COMPARED = 200_000


def loose_ends(theory: Theory) -> tuple[Finding, ...]:
    """Find every name that nobody declared, at its first use, with the nearest one that was declared."""
    first: dict[str, tuple[Span, str | None]] = {}
    for name, span, beside in _used(theory):
        if name not in theory.by_id:
            first.setdefault(name, (span, beside))
    compared = len(first) * len(theory.by_id) <= _MOST_COMPARED
    return tuple([_finding(name, *first[name], nearest(name, theory.by_id) if compared else None) for name in first])


def _used(theory: Theory) -> Iterator[tuple[str, Span, str | None]]:
    """Give every name that is used, where, and the element that the use is a part of."""
    for element in theory.elements:
        for name in (*element.pathways, *_ends(element.about)):
            yield name, element.span, element.id
    for link in theory.links:
        yield link.source, link.span, link.target
        yield link.target, link.span, link.source
    for given in theory.contributions:
        for name in (given.partner, *_ends((given.to,) if given.to else ())):
            yield name, given.span, None


def _ends(about: tuple[About, ...]) -> Iterator[str]:
    for one in about:
        yield from (one.source, one.target) if isinstance(one, LinkRef) else (one,)


def _finding(name: str, span: Span, beside: str | None, meant: str | None) -> Finding:
    says = f"‘{name}’ is not on the map yet." + (f" Did you mean ‘{meant}’?" if meant else "")
    settles = tuple([one for one in (meant, beside) if one])
    return Finding("unknown-name", says, span, element=beside, settles=settles)
