"""How close to the middle partners stand: the core group, and what is said while nobody has named one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .at_the_table import at_the_table

if TYPE_CHECKING:
    from toc.model import Element, Theory

SEVERAL = 3
"""From how many partners on a group counts as one, though nobody has said who stands in which ring."""

OUTSIDE = frozenset({"wider", "observer"})
"""The rings of those who do not decide together."""


def ring(partner: Element) -> str:
    """Give the ring a partner stands in, or nothing."""
    return (partner.get("ring") or "").strip().casefold()


def has_rings(theory: Theory) -> bool:
    """Say whether anybody wrote down who stands in the core group and who around it."""
    return any(ring(partner) in ("core", "wider") for partner in theory.of_kind("partner"))


def core_group(theory: Theory) -> tuple[Element, ...]:
    """Give the partners of the core group; while nobody has named one, all who are at the table."""
    partners = at_the_table(theory)
    return tuple([one for one in partners if ring(one) == "core"]) if has_rings(theory) else partners
