"""Changes applied to the theory they started from: the other half of the law of this room.

New ids come first, then contributions move, then things lose, change and gain facts. What a change speaks of
and the theory does not have is left alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from toc.model import LinkRef, Note, Theory

from .change import ARROW, COMMENT, CONTRIBUTION, NO_ELEMENTS, NOTE, THEORY, Change, How
from .facts import (
    OF_THEORY,
    about_of,
    contribution_facts,
    contribution_of,
    detail_facts,
    details_of,
    element_facts,
    element_of,
    key_of,
    link_of,
    said,
    space_of,
    stepped,
    theory_facts,
)
from .matching import renamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.model import Contribution, Element, Link

    from .facts import Facts, Key


def apply(changes: Iterable[Change], theory: Theory) -> Theory:
    """Make the new theory from the old one; what comes new has no place in any text."""
    found = tuple(changes)
    of_kind: dict[str, list[Change]] = {}
    for change in found:
        of_kind.setdefault(change.kind if change.kind in NO_ELEMENTS else "", []).append(change)
    elements = of_kind.get("", [])
    start = renamed(theory, {(space_of(each.kind), str(each.old)): str(each.new) for each in elements if each.guessed})
    whole = _stepped(theory_facts(start), of_kind.get(THEORY, []))
    return Theory(
        title=next((fact.value for fact in whole if fact.field == "title"), ""),
        details=details_of(whole, OF_THEORY),
        elements=_elements(start.elements, elements),
        links=_links(start.links, of_kind.get(ARROW, [])),
        contributions=_contributions(start.contributions, of_kind.get(CONTRIBUTION, [])),
        notes=_notes(start.notes, of_kind.get(NOTE, [])),
        comments=_notes(start.comments, of_kind.get(COMMENT, [])),
        span=start.span,
    )


def _stepped(facts: Facts, changes: Iterable[Change]) -> Facts:
    return stepped(facts, [(each.change, each.field or "", each.old, each.new) for each in changes])


def _elements(elements: Sequence[Element], changes: Iterable[Change]) -> tuple[Element, ...]:
    found: dict[Key, Element] = {key_of(element): element for element in elements}
    inside: dict[Key, list[Change]] = {}
    kinds: dict[Key, str] = {}
    for change in changes:
        key = (space_of(change.kind), str(change.element))
        if isinstance(change.new, tuple):
            found[key] = element_of(key[1], change.kind, change.new)
        elif isinstance(change.old, tuple):
            found.pop(key, None)
        elif change.field == "kind":
            kinds[key] = change.kind
        elif not change.guessed:
            inside.setdefault(key, []).append(change)
    for key in [key for key in {**inside, **kinds} if key in found]:
        facts = _stepped(element_facts(found[key]), inside.get(key, ()))
        made = element_of(key[1], kinds.get(key, found[key].kind), facts)
        found[key] = replace(made, pinned=found[key].pinned, span=found[key].span)
    return tuple(found.values())


def _links(links: Sequence[Link], changes: Iterable[Change]) -> tuple[Link, ...]:
    found = {str(link.ref): link for link in links}
    inside: dict[str, list[Change]] = {}
    for change in changes:
        name = str(change.element)
        ref = about_of(name)
        if isinstance(change.new, tuple) and isinstance(ref, LinkRef):
            found[name] = link_of(ref, change.new)
        elif isinstance(change.old, tuple):
            found.pop(name, None)
        else:
            inside.setdefault(name, []).append(change)
    for name in [name for name in inside if name in found]:
        facts = _stepped(detail_facts(found[name].details), inside[name])
        found[name] = replace(found[name], details=details_of(facts))
    return tuple(found.values())


Place = tuple[str, str | None]


def _contributions(given: Sequence[Contribution], changes: Sequence[Change]) -> tuple[Contribution, ...]:
    moves = {(_giver(each), _text(each.old)): each.element for each in changes if each.change is How.MOVED}
    found: dict[Place, list[Facts]] = {}
    for each in given:
        to = None if each.to is None else str(each.to)
        place = (each.partner, moves.get((each.partner, to), to))
        found.setdefault(place, []).append(contribution_facts(each))
    inside: dict[Place, list[Change]] = {}
    for change in sorted(changes, key=lambda change: change.change is How.ADDED):
        here = found.setdefault((_giver(change), change.element), [])
        if isinstance(change.new, tuple):
            here.append(change.new)
        elif isinstance(change.old, tuple):
            gone = said(change.old)
            here[:] = _without_one(here, gone)
        elif change.change is not How.MOVED:
            inside.setdefault((_giver(change), change.element), []).append(change)
    for place, several in inside.items():
        found[place][:1] = [_stepped(facts, several) for facts in found[place][:1]]
    return tuple([_contribution(place, facts) for place, several in found.items() for facts in several])


def _without_one(several: Sequence[Facts], gone: Facts) -> list[Facts]:
    at = next((at for at, facts in enumerate(several) if said(facts) == gone), len(several))
    return [*several[:at], *several[at + 1 :]]


def _giver(change: Change) -> str:
    return change.partners[0] if change.partners else ""


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _contribution(place: Place, facts: Facts) -> Contribution:
    partner, to = place
    return contribution_of(partner, None if to is None else about_of(to), facts)


def _notes(notes: Sequence[Note], changes: Iterable[Change]) -> tuple[Note, ...]:
    gone = Counter([each.old for each in changes if each.change is How.REMOVED])
    kept = []
    for note in notes:
        if gone[note.text] > 0:
            gone[note.text] -= 1
        else:
            kept.append(note)
    return (*kept, *[Note(str(each.new)) for each in changes if each.change is How.ADDED])
