"""Two versions as one theory, for a picture that shows both: what is new, what is gone, and what was there before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from toc.model import LinkRef

from .change import ARROW, COMMENT, CONTRIBUTION, NOTE, THEORY, Change, How
from .facts import about_of, contribution_of, element_of, link_of
from .words import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.model import Contribution, Element, Link, Theory

Mark = tuple[str, tuple[str, ...]]
"""What happened to a thing (added, removed, changed), and lines that say how it was."""

_ELSEWHERE = frozenset({NOTE, COMMENT, THEORY})
_TOLD_APART = frozenset({"id", "in", "on", "of"})


class Merged(NamedTuple):
    """The newer theory with what is gone put back, and the marks of everything that changed.

    A mark is found by an id, an arrow as it is written, or ``ID by PARTNER`` for a contribution.
    """

    theory: Theory
    marks: Mapping[str, Mark]


def merged(changes: Iterable[Change], new: Theory) -> Merged:
    """Put the changes that led to a theory into it."""
    found = [each for each in changes if each.kind not in _ELSEWHERE]
    gone = [each for each in found if each.change is How.REMOVED and isinstance(each.old, tuple)]
    theory = replace(
        new,
        elements=(*new.elements, *[_element(each) for each in gone if each.kind not in (ARROW, CONTRIBUTION)]),
        links=(*new.links, *[link for each in gone if each.kind == ARROW for link in _link(each)]),
        contributions=(*new.contributions, *[given for each in found for given in _given(each)]),
    )
    return Merged(theory, _marks(found))


def _element(change: Change) -> Element:
    facts = change.old if isinstance(change.old, tuple) else ()
    return element_of(str(change.element), change.kind, facts)


def _link(change: Change) -> tuple[Link, ...]:
    ref, facts = about_of(str(change.element)), change.old if isinstance(change.old, tuple) else ()
    return (link_of(ref, facts),) if isinstance(ref, LinkRef) else ()


def _given(change: Change) -> tuple[Contribution, ...]:
    """Give the contribution that is gone from where it was, withdrawn or moved."""
    if change.kind != CONTRIBUTION or not change.partners:
        return ()
    if change.change is How.MOVED and isinstance(change.old, str):
        return (contribution_of(change.partners[0], about_of(change.old), ()),)
    if change.change is How.REMOVED and isinstance(change.old, tuple) and change.element is not None:
        return (contribution_of(change.partners[0], about_of(change.element), change.old),)
    return ()


def _marks(changes: Iterable[Change]) -> dict[str, Mark]:
    marks: dict[str, Mark] = {}
    for change in changes:
        key = _key(change, change.element)
        if change.change is How.MOVED and change.kind == CONTRIBUTION and isinstance(change.old, str):
            marks[_key(change, change.old)] = (How.REMOVED.value, ())
            _add(marks, key, How.ADDED, ())
        elif change.field is None:
            _add(marks, key, change.change, ())
        elif change.field not in _TOLD_APART:
            _add(marks, key, How.CHANGED, _was(change))
        else:
            _add(marks, key, How.CHANGED, ())
    return marks


def _key(change: Change, element: str | None) -> str:
    name = element or ""
    return f"{name} by {change.partners[0]}" if change.kind == CONTRIBUTION and change.partners else name


def _add(marks: dict[str, Mark], key: str, how: How, was: tuple[str, ...]) -> None:
    before = marks.get(key)
    both = How.CHANGED.value if before and before[0] != how.value else how.value
    marks[key] = (both, (*(before[1] if before else ()), *was))


def _was(change: Change) -> tuple[str, ...]:
    """Say how one field was, where it was: words stand alone, everything else behind its name."""
    old = on_one_line(change.old) if isinstance(change.old, str) else ""
    if not old:
        return ()
    return (old,) if change.field == "text" else (f"{change.field} {old}",)
