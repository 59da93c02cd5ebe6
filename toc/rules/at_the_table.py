"""Who is in the partnership now: no observers, nobody who is only invited, leaving or gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.logic import state

if TYPE_CHECKING:
    from toc.model import Element, Theory

AWAY = frozenset({"invited", "leaving", "left", "out"})
"""The status of a partner who is not, or no longer, in."""


def at_the_table(theory: Theory) -> tuple[Element, ...]:
    """Give the partners who take part, in reading order."""
    partners = theory.of_kind("partner")
    return tuple([one for one in partners if one.get("ring") != "observer" and state(one) not in AWAY])
