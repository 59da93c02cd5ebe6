"""How much there is in a theory, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from toc.model import Theory

_KINDS: Final = (("goal", "goals"), ("outcome", "outcomes"), ("activity", "activities"), ("partner", "partners"))


def size(theory: Theory) -> str:
    """Count what people count: ``1 goal, 2 outcomes, 3 activities, 1 partner, 5 arrows``."""
    numbers = [(len(theory.of_kind(one)), one, many) for one, many in _KINDS]
    told = [f"{number} {one if number == 1 else many}" for number, one, many in numbers]
    return f"{', '.join(told)}, {len(theory.links)} arrow{'' if len(theory.links) == 1 else 's'}"
