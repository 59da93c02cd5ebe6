"""What changed between two theories, in the words of the theory: `compare`, and `apply`, which undoes the question.

The laws of this room: a theory compared with itself gives nothing; the changes from one to another, applied to the
one, give the other; and whatever two equal theories differ in (layout, order, whether an id was written or made)
is no change. The cost grows with the two theories, not with their product.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .applied import apply
from .change import ARROW, COMMENT, NOTE, THEORY, Change, Fact, How, Sort, sort_of
from .concerned import Concerned, concerned
from .facts import PLACES_OF, Facts, detail_facts, element_facts, key_of, steps, theory_facts
from .given import contributions
from .matching import guessed_names, renamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.model import Element, Link, LinkRef, Note, Theory

    from .facts import Key
    from .matching import Names

__all__ = ["Change", "Fact", "How", "Sort", "apply", "compare", "guessed_names", "renamed"]


def compare(old: Theory, new: Theory) -> tuple[Change, ...]:
    """Say what changed from one theory to another, by class, and within a class in reading order."""
    if old == new:
        return ()
    names = guessed_names(old, new)
    before = renamed(old, names)
    who = concerned(before, new)
    found = [
        *_ids(old, names, new, who),
        *_theory(before, new),
        *_elements(before, new, who),
        *_links(before, new, who),
        *contributions(before, new, who),
        *_notes(NOTE, before.notes, new.notes),
        *_notes(COMMENT, before.comments, new.comments),
    ]
    order = {sort: place for place, sort in enumerate(Sort)}
    return tuple(sorted(found, key=lambda change: order[change.sort]))


def _ids(old: Theory, names: Names, new: Theory, who: Concerned) -> Iterator[Change]:
    now = {key_of(element): element for element in new.elements}
    for element in old.elements:
        key = key_of(element)
        if key in names:
            partners = who.with_element(now[key[0], names[key]])
            sort = Sort.GOAL if element.kind == "goal" else Sort.REWORDED
            yield Change(sort, How.CHANGED, element.kind, names[key], "id", element.id, names[key], partners)


def _theory(old: Theory, new: Theory) -> Iterator[Change]:
    yield from _fields(THEORY, None, theory_facts(old), theory_facts(new), ())


def _elements(old: Theory, new: Theory, who: Concerned) -> Iterator[Change]:
    then, now = _counted(old.elements), _counted(new.elements)
    for key, element in now.items():
        before = then.get(key)
        if before is None:
            facts, partners = element_facts(element), who.with_element(element)
            yield Change(sort_of(element.kind, None), How.ADDED, element.kind, element.id, None, None, facts, partners)
        elif before != element:
            yield from _element(before, element, who)
    for key, element in then.items():
        if key not in now:
            facts, partners = element_facts(element), who.with_element(element)
            sort = sort_of(element.kind, None)
            yield Change(sort, How.REMOVED, element.kind, element.id, None, facts, None, partners)


def _counted(elements: Iterable[Element]) -> dict[tuple[Key, int], Element]:
    """Number those that share a name, which only a theory that was put together by a program can have."""
    seen: Counter[Key] = Counter()
    found = {}
    for element in elements:
        key = key_of(element)
        found[key, seen[key]] = element
        seen[key] += 1
    return found


def _element(old: Element, new: Element, who: Concerned) -> Iterator[Change]:
    partners = tuple(dict.fromkeys([*who.with_element(new), *who.with_element(old)]))
    if old.kind != new.kind:
        sort = Sort.GOAL if "goal" in (old.kind, new.kind) else sort_of(new.kind, None)
        yield Change(sort, How.CHANGED, new.kind, new.id, "kind", old.kind, new.kind, partners)
    yield from _fields(new.kind, new.id, element_facts(old), element_facts(new), partners)


def _fields(kind: str, element: str | None, old: Facts, new: Facts, partners: tuple[str, ...]) -> Iterator[Change]:
    places = frozenset() if kind in (ARROW, THEORY) else PLACES_OF
    for how, field, was, now in steps(old, new, places):
        yield Change(sort_of(kind, field), how, kind, element, field, was, now, partners)


def _links(old: Theory, new: Theory, who: Concerned) -> Iterator[Change]:
    then, now = _by_ref(old), _by_ref(new)
    for ref, link in now.items():
        if ref not in then:
            yield _whole_link(How.ADDED, ref, None, detail_facts(link.details), who)
        elif then[ref] != link:
            facts = detail_facts(then[ref].details), detail_facts(link.details)
            yield from _fields(ARROW, str(ref), *facts, who.by((ref,)))
    for ref, link in then.items():
        if ref not in now:
            yield _whole_link(How.REMOVED, ref, detail_facts(link.details), None, who)


def _whole_link(how: How, ref: LinkRef, old: Facts | None, new: Facts | None, who: Concerned) -> Change:
    return Change(sort_of(ARROW, None), how, ARROW, str(ref), None, old, new, who.by((ref,)))


def _by_ref(theory: Theory) -> dict[LinkRef, Link]:
    return {link.ref: link for link in theory.links}


def _notes(kind: str, old: tuple[Note, ...], new: tuple[Note, ...]) -> Iterator[Change]:
    then, now = Counter([note.text for note in old]), Counter([note.text for note in new])
    for text in (now - then).elements():
        yield Change(Sort.REMARK, How.ADDED, kind, None, None, None, text)
    for text in (then - now).elements():
        yield Change(Sort.REMARK, How.REMOVED, kind, None, None, text, None)
