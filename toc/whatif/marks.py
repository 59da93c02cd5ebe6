"""The answer as marks for a picture: what falls and why, what comes late, and the theory with its new dates.

A mark is what happened and the words that say why, in the words of the theory; the picture knows the words around them
in its language. Boxes: ``lost`` (without whom), ``untrue`` (which belief), ``falls`` (which causes), ``late`` (the old
date), ``waits`` (the earliest date). Arrows: ``torn``, or like the boxes they join. Beliefs: ``untrue``.
``ID by PARTNER``: ``removed``, or ``steps-in``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from toc.aloud import partner
from toc.model import Contribution, Detail, LinkKind, LinkRef

from .falling import results_of
from .told import title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Element, Theory

    from .answer import WhatIf

Mark = tuple[str, tuple[str, ...]]
"""What happened to something, and the words that say why."""

HIDDEN: Final = frozenset({"reasons", "notes"})
"""What a picture of the answer leaves out, so that the answer can be seen."""

_MOST_NAMED: Final = 2


class Marked(NamedTuple):
    """The theory to draw, and the marks of what happens in it."""

    theory: Theory
    marks: Mapping[str, Mark]


def marked(what_if: WhatIf) -> Marked:
    """Give what a picture of the answer needs."""
    theory = what_if.theory
    marks: dict[str, Mark] = {}
    marks |= {one.name: ("falls", _names(theory, one.causes)) for one in what_if.fall.fallen}
    for one in (*what_if.delay.pushed, *what_if.delay.moved):
        marks[one.name] = ("late", (one.old,) if one.old else ()) if one.old or one.supposed else ("waits", (one.new,))
    for each in what_if.breaks:
        marks |= _break(what_if, each.at, each.partners, each.belief)
    for given in what_if.brought:
        marks[f"{given.to or ''} by {given.partner}"] = ("removed", ())
    stepping = {(one.name, name) for one in what_if.left.standing_in for name in one.partners}
    marks |= {f"{name} by {who}": ("steps-in", ()) for name, who in stepping}
    marks |= _arrows(theory, marks)
    return Marked(_drawn(what_if, sorted(stepping)), marks)


def _break(what_if: WhatIf, at: str | LinkRef, partners: tuple[str, ...], belief: str) -> dict[str, Mark]:
    theory = what_if.theory
    if partners:
        return {str(at): ("lost", tuple([partner(theory, name) for name in partners]))}
    words = _names(theory, (belief,))
    if isinstance(at, LinkRef):
        ends = what_if.meant.members(at.target) or (at.target,)
        hit = {name: ("untrue", words) for name in ends if name in what_if.fallen}
        return {str(at): ("torn", ()), belief: ("untrue", ()), **hit}
    boxes = results_of(what_if.meant, at)
    return {belief: ("untrue", ()), **{name: ("untrue", words if name != belief else ()) for name in boxes}}


def _names(theory: Theory, names: tuple[str, ...]) -> tuple[str, ...]:
    known = [theory.by_id.get(name) for name in names[:_MOST_NAMED]]
    return tuple([" ".join((one.text or one.id).split()) for one in known if one])


def _arrows(theory: Theory, marks: Mapping[str, Mark]) -> dict[str, Mark]:
    """Mark the arrows along which something falls or comes late, so that the way to the goal can be followed."""
    found: dict[str, Mark] = {}
    falling, late = ("lost", "untrue", "falls"), ("late", "waits")
    for link in theory.links:
        ends = [marks.get(end, ("", ()))[0] for end in (link.source, link.target)]
        if link.kind is not LinkKind.LEADS_TO or str(link.ref) in marks:
            continue
        for sort, what in ((falling, "falls"), (late, "late")):
            if all(end in sort for end in ends):
                found[str(link.ref)] = (what, ())
    return found


def _drawn(what_if: WhatIf, stepping: list[tuple[str, str]]) -> Theory:
    theory = what_if.theory
    new = {one.name: one.new for one in what_if.delay.moved}
    asked = title(what_if)
    return replace(
        theory,
        title=f"{theory.title}: {asked[:1].lower()}{asked[1:]}" if theory.title else asked,
        elements=tuple([_dated(one, new[one.id]) if one.id in new else one for one in theory.elements]),
        contributions=(*theory.contributions, *[Contribution(who, name) for name, who in stepping]),
    )


def _dated(element: Element, date: str) -> Element:
    details = tuple([detail for detail in element.details if detail.key != "due"])
    return replace(element, details=(*details, Detail("due", date)))
