"""The questions a view asks, answered: which ids belong to what was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.model import LinkRef

from .asking import DRAWN, ViewTrouble, no_such
from .web import Web, weave

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.model import About, Theory

    from .asking import View


@dataclass(frozen=True, slots=True)
class Answer:
    """What one question shows. ``partner`` is set where it was about a partner; ``near`` is what that one touches."""

    names: frozenset[str]
    partner: str | None = None
    near: frozenset[str] = frozenset()


def answers(theory: Theory, view: View) -> tuple[Answer, ...]:
    """Answer every question of a view; raises ViewTrouble for a name that there is not."""
    if view.focus is view.partner is view.pathway is None:
        return ()
    web = weave(theory)
    found = []
    if view.focus is not None:
        found.append(_of_focus(theory, web, view, view.focus))
    if view.partner is not None:
        found.append(_of_partner(theory, web, view.partner))
    if view.pathway is not None:
        found.append(_of_pathway(theory, web, view.pathway))
    return tuple(found)


def _of_focus(theory: Theory, web: Web, view: View, focus: str) -> Answer:
    element = theory.get(focus)
    if element is None and focus not in theory.undeclared:
        raise ViewTrouble(no_such("box", focus, [each.id for each in theory.elements]))
    if element is not None and element.kind == "partner":
        return _of_partner(theory, web, focus)
    starts = _ends(element.about) if element is not None and element.kind not in DRAWN else (focus,)
    names = {*starts, focus}
    names |= web.reached(starts, web.ahead, view.depth) if view.up else set()
    names |= web.reached(starts, web.behind, view.depth) if view.down else set()
    return Answer(frozenset(names))


def _of_partner(theory: Theory, web: Web, partner: str) -> Answer:
    declared = [element.id for element in theory.of_kind("partner")]
    given = [contribution.to for contribution in theory.contributions if contribution.partner == partner]
    if partner not in declared and not given:
        raise ViewTrouble(no_such("partner", partner, declared))
    near = set(_ends([to for to in given if to is not None]))
    for name in tuple(near):
        element = theory.get(name)
        near |= set(_ends(element.about)) if element is not None and element.kind not in DRAWN else set()
    near |= {aim.id for aim in theory.of_kind("aim") if aim.owner == partner}
    return Answer(frozenset(near | web.reached(near, web.ahead, None) | {partner}), partner, frozenset(near))


def _of_pathway(theory: Theory, web: Web, pathway: str) -> Answer:
    element = theory.get(pathway)
    if element is None or element.kind != "pathway":
        raise ViewTrouble(no_such("pathway", pathway, [each.id for each in theory.of_kind("pathway")]))
    inside = web.reached([pathway], web.within, None)
    across = [link for link in theory.links if (link.source in inside) != (link.target in inside)]
    return Answer(frozenset(inside | {end for link in across for end in (link.source, link.target)}))


def _ends(abouts: Iterable[About]) -> tuple[str, ...]:
    ends: list[str] = []
    for about in abouts:
        ends += (about.source, about.target) if isinstance(about, LinkRef) else (about,)
    return tuple(ends)
