"""Two versions as one theory, for a picture that shows both: what is new, what is gone, and what was there before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from toc.model import Detail, LinkRef, Note

from .change import ARROW, COMMENT, CONTRIBUTION, NOTE, THEORY, Change, How
from .facts import about_of, contribution_of, element_of, link_of
from .marked import Mark, marks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.model import About, Contribution, Element, Link, Theory

__all__ = ["Mark", "Merged", "merged"]


class Merged(NamedTuple):
    """The newer theory with what is gone put back, and the marks of everything that changed (`toc.compare.marked`)."""

    theory: Theory
    marks: Mapping[str, Mark]


def merged(changes: Iterable[Change], new: Theory) -> Merged:
    """Put the changes that led to a theory into it."""
    found = [each for each in changes if each.kind != COMMENT]
    given = {(each.partner, each.to): each for each in reversed(new.contributions)}
    theory = replace(
        new,
        elements=(*_with_reasons(new.elements, found), *_gone(found)),
        links=(*_with_reasons_on(new.links, found), *[link for each in found for link in _link(each)]),
        contributions=(*new.contributions, *[one for each in found for one in _given(each, given)]),
        notes=(*new.notes, *[Note(str(each.old)) for each in found if each.kind == NOTE and each.old is not None]),
    )
    return Merged(theory, marks_of(found, theory))


def _gone(changes: list[Change]) -> list[Element]:
    gone = [each for each in changes if each.change is How.REMOVED and isinstance(each.old, tuple)]
    return [_element(each) for each in gone if each.kind not in (ARROW, CONTRIBUTION)]


def _element(change: Change) -> Element:
    facts = change.old if isinstance(change.old, tuple) else ()
    return element_of(str(change.element), change.kind, facts)


def _link(change: Change) -> tuple[Link, ...]:
    ref = about_of(str(change.element)) if change.kind == ARROW else ""
    if change.change is How.REMOVED and isinstance(change.old, tuple) and isinstance(ref, LinkRef):
        return (link_of(ref, change.old),)
    return ()


def _reasons_gone(changes: list[Change]) -> dict[str, list[Detail]]:
    """Give the reasons that were taken out of what is still there."""
    found: dict[str, list[Detail]] = {}
    for each in changes:
        if each.field == "because" and each.change is How.REMOVED:
            found.setdefault(str(each.element), []).append(Detail("because", str(each.old)))
    return found


def _with_reasons(elements: tuple[Element, ...], changes: list[Change]) -> list[Element]:
    gone = _reasons_gone([each for each in changes if each.kind not in (ARROW, CONTRIBUTION, THEORY)])
    return [replace(one, details=(*one.details, *gone[one.id])) if one.id in gone else one for one in elements]


def _with_reasons_on(links: tuple[Link, ...], changes: list[Change]) -> list[Link]:
    gone = _reasons_gone([each for each in changes if each.kind == ARROW])
    return [replace(one, details=(*one.details, *gone[str(one.ref)])) if str(one.ref) in gone else one for one in links]


def _given(change: Change, given: Mapping[tuple[str, About | None], Contribution]) -> tuple[Contribution, ...]:
    """Give the contribution that is gone from where it was, withdrawn or moved; ``given`` are those of now."""
    if change.kind != CONTRIBUTION or not change.partners:
        return ()
    giver, to = change.partners[0], None if change.element is None else about_of(change.element)
    if change.change is How.MOVED and isinstance(change.old, str):
        now = given.get((giver, to))
        return (replace(now, to=about_of(change.old)),) if now else ()
    if change.change is How.REMOVED and isinstance(change.old, tuple):
        return (contribution_of(giver, to, change.old),)
    return ()
