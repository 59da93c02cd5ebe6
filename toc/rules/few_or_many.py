"""One finding for each of a few, one for many.

What a group has not done yet it has often done nowhere. A few are told where they stand; of many it helps more to
hear how far you are and where to go on. What somebody ignores here for a reason is told alone, so that the reason
is heard, and is not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix, Severity

from .ignores import is_waived
from .phrases import FEW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from toc.model import Element

    from .rule import Facts


def few_or_many(
    lacking: Sequence[Element],
    facts: Facts,
    rule: str,
    alone: Callable[[Element], Finding],
    together: Callable[[Sequence[Element]], Finding],
    *,
    few: int = FEW,
) -> Iterator[Finding]:
    """Tell each of at most ``few`` elements alone, and more of them together."""
    waived = [element for element in lacking if is_waived(facts.theory, element.id, rule)]
    left = [element for element in lacking if element not in waived] if waived else lacking
    yield from [alone(element) for element in waived]
    if len(left) > few:
        yield together(left)
    else:
        yield from [alone(element) for element in left]


def at_first(message: str, first: Element, *fixes: Fix) -> Finding:
    """Say something about several, on the line of the one to go on with; it is not about that one alone."""
    return Finding("", message, first.span, Severity.ERROR, fixes=fixes)
