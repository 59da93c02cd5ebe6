"""One finding for each of a few, one for many.

What a group has not done yet it has often done nowhere. A few are told where they stand; of many it helps more to
hear how far you are and where to go on. What somebody ignores here for a reason is told alone, so that the reason
is heard, and is not counted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from toc.findings import Finding, Fix, Severity
from toc.model import Element, Link

from .ignores import is_waived
from .phrases import FEW, name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .rule import Facts

Told = TypeVar("Told", Element, Link)


def few_or_many(
    lacking: Sequence[Told],
    facts: Facts,
    rule: str,
    alone: Callable[[Told], Finding],
    together: Callable[[Sequence[Told]], Finding],
    *,
    few: int = FEW,
) -> Iterator[Finding]:
    """Tell each of at most ``few`` boxes or arrows alone, and more of them together, with the places of all."""
    waived = [is_waived(facts.theory, one.id if isinstance(one, Element) else one.source, rule) for one in lacking]
    yield from [alone(one) for one, is_alone in zip(lacking, waived, strict=True) if is_alone]
    left = [one for one, is_alone in zip(lacking, waived, strict=True) if not is_alone]
    if len(left) > few:
        yield everywhere(together(left), left)
    else:
        yield from [alone(one) for one in left]


def everywhere(found: Finding, several: Iterable[Element | Link]) -> Finding:
    """Say of which other places the same is true."""
    return replace(found, also=tuple([one.span for one in several if one.span != found.span]))


def at_first(message: str, first: Element | Link, *fixes: Fix, at_most: Severity = Severity.ERROR) -> Finding:
    """Say something about several, on the line of the one to go on with; it is not about that one alone."""
    there = tuple([replace(fix, below=first.span) if fix.paste and not fix.below else fix for fix in fixes])
    return Finding("", message, first.span, at_most, fixes=there)


def begin_with(first: Element, *fixes: Fix) -> tuple[Fix, ...]:
    """Offer for the first of several what it would be offered alone, and say with which to begin."""
    label = fixes[0].label
    return (replace(fixes[0], label=f"Begin with {name(first)}: {label[:1].lower()}{label[1:]}"), *fixes[1:])
