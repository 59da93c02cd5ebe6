"""What a picture holds: which elements become boxes, which arrows are drawn between what, which pathways get a frame.

Results, activities and all that may stand at an arrow's end become boxes; a name that nobody declared becomes a stub.
A pathway with boxes in it becomes a frame around them; one without is a box itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from toc.model import CAUSAL_KINDS, LinkKind

from ..rows import STUB, TIERS, Standing
from .cards import make_card, make_stub

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Element, Link, Theory

    from .marks import Marks
    from .scene import Box
    from .telling import Telling

ALWAYS: Final = CAUSAL_KINDS | {"barrier"}
"""The kinds that are drawn whether or not an arrow touches them."""


class Drawn(NamedTuple):
    """One arrow to draw: a link, and the two boxes or frames that it joins."""

    link: Link
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Boxes by id, sorted; the members of each frame; the arrows."""

    boxes: Mapping[str, Box]
    frames: Mapping[str, tuple[str, ...]]
    arrows: tuple[Drawn, ...]


def find_contents(telling: Telling, marks: Marks) -> Contents:
    """Collect what is drawn. Linear, but for sorting."""
    theory = telling.theory
    ends = {end for link in theory.links for end in (link.source, link.target)}
    members = _members(theory)
    drawn = {name: element for name, element in theory.by_id.items() if _is_drawn(element, ends, members)}
    frames = {name: inside for name, inside in sorted(_inside(members, drawn).items()) if inside}
    boxes: dict[str, Box] = {}
    for name in sorted({*drawn, *[end for end in ends if theory.get(end) is None]}):
        if name in drawn:
            boxes[name] = make_card(telling, drawn[name], marks)
        elif name not in frames:
            boxes[name] = make_stub(telling, name)
    return Contents(boxes, frames, _arrows(theory, boxes, frames))


def standing(telling: Telling, contents: Contents) -> Standing:
    """Put what is drawn into the terms of levels: kinds, causes and effects, pathways, the ceiling."""
    theory = telling.theory
    kinds = {name: theory.by_id[name].kind if name in theory.by_id else STUB for name in contents.boxes}
    loose = {name for name, kind in kinds.items() if kind not in TIERS}
    pairs = [
        (drawn.source, drawn.target)
        for drawn in contents.arrows
        if drawn.link.kind is LinkKind.LEADS_TO
        or (drawn.link.kind is LinkKind.WORKS_AGAINST and not loose.isdisjoint((drawn.source, drawn.target)))
    ]
    wanted = [name.strip() for detail in theory.details if detail.key == "ceiling" for name in detail.value.split(",")]
    ceiling = tuple(sorted({name for name in wanted if name in kinds or name in contents.frames}))
    return Standing(kinds, pairs, contents.frames, ceiling if telling.shows("ceiling") else ())


def _is_drawn(element: Element, ends: set[str], members: Mapping[str, tuple[str, ...]]) -> bool:
    if element.kind == "pathway":
        return not members.get(element.id)
    return element.kind in ALWAYS or element.id in ends


def _members(theory: Theory) -> dict[str, tuple[str, ...]]:
    """Give the elements of each pathway, those of pathways in it included."""
    direct: dict[str, list[str]] = {element.id: [] for element in theory.of_kind("pathway")}
    for element in theory.elements:
        for pathway in element.pathways:
            if pathway in direct and pathway != element.id:
                direct[pathway].append(element.id)
    return {name: tuple(sorted(_reached(name, direct))) for name in direct}


def _reached(name: str, direct: Mapping[str, list[str]]) -> set[str]:
    found: set[str] = set()
    seen = {name}
    rest = [name]
    while rest:
        for member in direct[rest.pop()]:
            if member not in direct:
                found.add(member)
            elif member not in seen:
                seen.add(member)
                rest.append(member)
    return found


def _inside(members: Mapping[str, tuple[str, ...]], drawn: Mapping[str, Element]) -> dict[str, tuple[str, ...]]:
    return {name: tuple([member for member in inside if member in drawn]) for name, inside in members.items()}


def _arrows(theory: Theory, boxes: Mapping[str, Box], frames: Mapping[str, tuple[str, ...]]) -> tuple[Drawn, ...]:
    """Give the arrows in an order of their own; one between a pathway and its member goes to the other members."""
    arrows: list[Drawn] = []
    for link in sorted(theory.links, key=lambda link: (link.source, link.target, link.kind)):
        sources = _ends(link.source, link.target, boxes, frames)
        targets = _ends(link.target, link.source, boxes, frames)
        arrows += [Drawn(link, source, target) for source in sources for target in targets]
    return tuple(arrows)


def _ends(end: str, other: str, boxes: Mapping[str, Box], frames: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if end in boxes or end not in frames:
        return (end,) if end in boxes else ()
    inside = frames[end]
    if other in inside or (other != end and other in frames and not set(frames[other]).isdisjoint(inside)):
        return tuple([member for member in inside if member != other and member not in frames.get(other, ())])
    return (end,)
