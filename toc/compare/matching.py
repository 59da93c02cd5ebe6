"""Which element of the old theory is which of the new one: by id, then by words, then by words and neighbours.

An id that was made from the text changes with the text, so what looks like one element gone and another come may be one
that was reworded. That is guessed only where it is plain, and only where both names are free: neither theory may use
the name of the other for anything else, so that a guess never makes two things one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from toc.model import LinkRef, Theory

from .facts import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from toc.model import About, Element

    from .facts import Key

Names = dict["Key", str]
"""The new id of each element that is taken for the same under another id."""

_MOST_PAIRS: Final = 60_000
"""Beyond so many pairs only equal words are taken for the same: a guess must not cost more than reading."""

_ALIKE: Final = 0.6
_NEIGHBOURS: Final = 0.5
_LEAST_WORDS: Final = 0.2
_WORD = re.compile(r"\w+")


class Looks(NamedTuple):
    """What an element is recognised by, when not by its id: its words, and the names of what is around it."""

    words: frozenset[str]
    around: frozenset[object]


def guessed_names(old: Theory, new: Theory) -> Names:
    """Find the elements that have another id now."""
    taken_then, taken_now = names_used(old), names_used(new)
    gone = [each for each in old.elements if each.id not in taken_now]
    come = [each for each in new.elements if each.id not in taken_then]
    if not gone or not come:
        return {}
    names = {key_of(then): now.id for then, now in _same_words(gone, come)}
    found = frozenset(names.values())
    gone = [each for each in gone if key_of(each) not in names]
    come = [each for each in come if each.id not in found]
    return names | {key_of(then): now.id for then, now in _alike(gone, come, old, new, names)}


def names_used(theory: Theory) -> frozenset[str]:
    """Give every name in a theory, declared or not."""
    used: set[str] = {element.id for element in theory.elements} | set(theory.undeclared)
    for element in theory.elements:
        used.update(element.pathways)
        used |= {element.owner} if element.owner is not None else set()
        used |= set(_ends(element.about))
    return frozenset(used | set(_ends([given.to for given in theory.contributions if given.to is not None])))


def _ends(about: Iterable[About]) -> Iterator[str]:
    for one in about:
        yield from (one.source, one.target) if isinstance(one, LinkRef) else (one,)


def _same_words(gone: Sequence[Element], come: Sequence[Element]) -> list[tuple[Element, Element]]:
    """Pair what has the same kind and the same words, where no other has them."""
    then, now = _only_ones(gone), _only_ones(come)
    return [(then[words], now[words]) for words in then if words in now]


def _only_ones(elements: Iterable[Element]) -> dict[tuple[str, str], Element]:
    found: dict[tuple[str, str], list[Element]] = {}
    for each in elements:
        if each.text.strip():
            found.setdefault((each.kind, " ".join(each.text.split())), []).append(each)
    return {words: each[0] for words, each in found.items() if len(each) == 1}


def _alike(
    gone: Sequence[Element], come: Sequence[Element], old: Theory, new: Theory, names: Names
) -> list[tuple[Element, Element]]:
    """Pair what is alike, the most alike first; an id that somebody gave on both sides is no accident."""
    if len(gone) * len(come) > _MOST_PAIRS:
        return []
    before, after = looks(gone, old, names), looks(come, new, {})
    pairs = [
        (_likeness(before[key_of(then)], after[key_of(now)]), then, now)
        for then in gone
        for now in come
        if then.kind == now.kind and not (then.pinned and now.pinned)
    ]
    found: list[tuple[Element, Element]] = []
    taken: set[object] = set()
    for likeness, then, now in sorted(pairs, key=lambda pair: -pair[0]):
        ends = ("then", key_of(then)), ("now", key_of(now))
        if likeness >= _ALIKE and taken.isdisjoint(ends):
            taken.update(ends)
            found.append((then, now))
    return found


def _likeness(then: Looks, now: Looks) -> float:
    words, around = _share(then.words, now.words), _share(then.around, now.around)
    return words + _NEIGHBOURS * around if words >= _LEAST_WORDS else 0.0


def _share(some: frozenset[object] | frozenset[str], others: frozenset[object] | frozenset[str]) -> float:
    return len(some & others) / len(some | others) if some and others else 0.0


def looks(wanted: Sequence[Element], theory: Theory, names: Names) -> dict[Key, Looks]:
    """Give what elements are recognised by; ``names`` are the new ids of what is known already."""
    around: dict[str, set[object]] = {element.id: set() for element in wanted}
    called = {name: names.get(key_of(element), name) for name, element in theory.by_id.items()}
    for link in theory.links:
        if link.source in around:
            around[link.source].add(("to", called.get(link.target, link.target), link.kind))
        if link.target in around:
            around[link.target].add(("from", called.get(link.source, link.source), link.kind))
    for given in theory.contributions:
        if isinstance(given.to, str) and given.to in around:
            around[given.to].add(("by", called.get(given.partner, given.partner)))
    for each in wanted:
        around[each.id].update([("on", *[called.get(end, end) for end in _ends([about])]) for about in each.about])
        around[each.id].update([("of", each.owner)] if each.owner is not None else [])
    return {
        key_of(each): Looks(frozenset(_WORD.findall(each.text.casefold())), frozenset(around[each.id]))
        for each in wanted
    }


def renamed(theory: Theory, names: Mapping[Key, str]) -> Theory:
    """Give elements their new ids, everywhere where they are meant."""
    if not names:
        return theory
    called = {name: names[key_of(element)] for name, element in theory.by_id.items() if key_of(element) in names}
    sessions = {name: new for (space, name), new in names.items() if space == "session"}
    return replace(
        theory,
        elements=tuple([_renamed_element(each, names, called, sessions) for each in theory.elements]),
        links=tuple(
            [
                replace(link, source=called.get(link.source, link.source), target=called.get(link.target, link.target))
                for link in theory.links
            ]
        ),
        contributions=tuple(
            [
                replace(
                    given,
                    partner=called.get(given.partner, given.partner),
                    to=None if given.to is None else _renamed_about(given.to, called),
                )
                for given in theory.contributions
            ]
        ),
    )


def _renamed_element(
    each: Element, names: Mapping[Key, str], called: Mapping[str, str], sessions: Mapping[str, str]
) -> Element:
    owners = sessions if each.kind == "action" else called
    return replace(
        each,
        id=names.get(key_of(each), each.id),
        pathways=tuple([called.get(name, name) for name in each.pathways]),
        about=tuple([_renamed_about(about, called) for about in each.about]),
        owner=None if each.owner is None else owners.get(each.owner, each.owner),
    )


def _renamed_about(about: About, called: Mapping[str, str]) -> About:
    if isinstance(about, LinkRef):
        return LinkRef(called.get(about.source, about.source), called.get(about.target, about.target), about.kind)
    return called.get(about, about)
