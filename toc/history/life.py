"""The life of one element: which changes are about it, and under which names it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from toc.compare.change import ARROW, COMMENT, CONTRIBUTION, NOTE, THEORY
from toc.compare.facts import about_of, key_of, space_of
from toc.model import LinkRef
from toc.near import nearest
from toc.troubles import FileTrouble

from .step import FETCH, News

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.compare import Change
    from toc.compare.facts import Key
    from toc.model import Element, Theory

    from .step import Step
    from .walk import History

_PLACES = frozenset({"on", "of", "in"})
"""The fields that name another element."""


class Life(NamedTuple):
    """An element that is or was in a plan: its key in the newest version, and the steps to look through.

    ``element`` is how it is or was last; ``asked`` is the id it was asked for by, which may be an old one.
    """

    key: Key
    asked: str
    element: Element
    steps: Iterable[Step]


def life_of(name: str, history: History) -> Life:
    """Find an element by the id that it has or had; raises FileTrouble where the plan never had one of that id."""
    asked = normalize("NFC", name)
    element = history.newest.get(asked)
    if element is not None:
        return Life(key_of(element), asked, element, history.steps)
    steps = tuple(history.steps)
    for step in steps:
        for theory in (step.new, step.old):
            found = theory.get(asked)
            if found is not None:
                key = _key_now(found, step)
                return Life(key, asked, history.newest.get(key[1]) or found, steps)
    raise FileTrouble(_unknown(asked, steps))


def _unknown(name: str, steps: tuple[Step, ...]) -> str:
    says = f"This plan has no ‘{name}’, and never had one as far as git knows."
    known = {element.id for step in steps for theory in (step.new, step.old) for element in theory.elements}
    near = nearest(name, sorted(known))
    if near:
        return f"{says} Did you mean ‘{near}’?"
    if any(step.news is News.CUT for step in steps):
        return f"{says} {FETCH}"
    return f"{says} To see all that happened, leave the name out."


def _key_now(element: Element, step: Step) -> Key:
    """Give the key that an element of this step has in the newest version; it may have got its new name in the step."""
    name = next((str(each.new) for each in step.changes if each.guessed and each.old == element.id), element.id)
    return step.key_of((space_of(element.kind), name))


def about(step: Step, key: Key) -> tuple[Change, ...]:
    """Give the changes of a step that belong to the life of an element: its own, and those around it.

    Around it are the arrows to it, what it contributes where it is a partner, and what is said about it: assumptions,
    evidence, indicators, questions.
    """
    if not step.changes:
        return ()
    space, name = key[0], step.name_of(key)
    theirs = _belonging(space, name, (step.old, step.new))
    return tuple(
        [
            change
            for change in step.changes
            if (space, name) in touched(change) or _key(change) in theirs or (not space and _is_around(change, name))
        ]
    )


def touched(change: Change) -> Iterator[Key]:
    """Give the keys of the elements that a change touches, in the names of its step; none for the theory as a whole."""
    if change.kind in (NOTE, COMMENT, THEORY):
        return
    if change.kind not in (ARROW, CONTRIBUTION):
        yield (space_of(change.kind), str(change.element))
        return
    places = [change.element, *([change.old] if change.field == "to" and isinstance(change.old, str) else [])]
    for place in places:
        if place is not None:
            ref = about_of(place)
            yield ("", ref.source if isinstance(ref, LinkRef) else ref)


def _is_around(change: Change, name: str) -> bool:
    if change.kind == CONTRIBUTION and change.partners[:1] == (name,):
        return True
    if change.kind in (ARROW, CONTRIBUTION) and change.element is not None:
        return name in _ends(change.element)
    if change.field in _PLACES:
        return any(name in _ends(value) for value in (change.old, change.new) if isinstance(value, str))
    return False


def _ends(place: str) -> tuple[str, ...]:
    ref = about_of(place)
    return (ref.source, ref.target) if isinstance(ref, LinkRef) else (ref,)


def _key(change: Change) -> Key:
    return (space_of(change.kind), str(change.element))


def _belonging(space: str, name: str, theories: Iterable[Theory]) -> frozenset[Key]:
    """Give the keys of what is about an element or one of its arrows, is a part of it, or is its own."""
    return frozenset(
        [
            key_of(each)
            for theory in theories
            for each in theory.elements
            if (each.owner == name and space == ("session" if each.kind == "action" else ""))
            or (not space and (name in each.pathways or any(name in _ends(str(one)) for one in each.about)))
        ]
    )
