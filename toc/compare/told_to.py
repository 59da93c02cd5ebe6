"""What changed for one partner: what is its own, and what lies where its contributions lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.view import View, ViewTrouble
from toc.view import apply as seen

from .change import CONTRIBUTION
from .matching import guessed_names, renamed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.model import Theory

    from .change import Change


class ForPartner(NamedTuple):
    """The changes that concern a partner, and those further along: in what its contributions lead to."""

    own: tuple[Change, ...]
    along: tuple[Change, ...]


def for_partner(changes: Iterable[Change], old: Theory, new: Theory, partner: str) -> ForPartner:
    """Pick out what changed for a partner; raises `toc.view.ViewTrouble` where neither theory has one of that id."""
    found = tuple(changes)
    touched = _touched((new, renamed(old, guessed_names(old, new))), partner)
    own = tuple([each for each in found if partner in each.partners])
    return ForPartner(own, tuple([each for each in found if each.element in touched and partner not in each.partners]))


def is_inside_of_another(change: Change, partner: str) -> bool:
    """Say whether a change is the affair of another partner: what it brings or holds, what it is, what it is after."""
    first = change.partners[0] if change.partners else None
    if change.kind == "partner":
        return change.element != partner
    return change.kind in (CONTRIBUTION, "aim") and first != partner


def _touched(theories: tuple[Theory, ...], partner: str) -> frozenset[str]:
    """Give everything that a partner contributes to or that follows from it, in any of the theories."""
    touched: set[str] = set()
    troubles = []
    for theory in theories:
        try:
            part = seen(theory, View(partner=partner))
        except ViewTrouble as trouble:
            troubles.append(trouble)
        else:
            touched |= {element.id for element in part.elements} | {str(link.ref) for link in part.links}
    if len(troubles) == len(theories):
        raise troubles[0]
    return frozenset(touched)
