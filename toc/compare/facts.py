"""Every thing of a theory as a list of facts, and back: what it says, field by field.

A detail is the field of its key, with its name behind a space where it has one: ``due``, ``call outcome``. What is no
detail has a field of its own (`OF_ELEMENT` and the like); a detail that happens to have such a key is ``other KEY``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from toc.model import ARROWS, OWN_NAMESPACE, Contribution, Detail, Element, Link, LinkRef
from toc.vocabulary import PLACES

from .change import How, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toc.model import About, Theory

from .change import Fact

Facts = tuple[Fact, ...]
Key = tuple[str, str]
"""What tells elements apart: the namespace of terms, of sessions or of everything else, and the id."""

OF_ELEMENT: Final = frozenset({"id", "kind", "text", "in", "on", "of", "whole"})
PLACES_OF: Final = frozenset({"in", "on", "of"})
"""The fields that say where an element belongs, what it is about, and whose it is."""

OF_CONTRIBUTION: Final = frozenset({"to", "what"})
OF_THEORY: Final = frozenset({"title"})
_OTHER: Final = "other"

REPEATING: Final = frozenset(key.name for place in PLACES.values() for key in place.keys if key.repeats)
"""The fields whose values add up, in any order."""

_KIND_OF = {arrow: kind for kind, arrow in ARROWS.items()}
_ARROW = re.compile(r"(.+?) (->|~>|-\|) (.+)", re.DOTALL)


def space_of(kind: str) -> str:
    """Give the part of a key that terms and sessions have for themselves, and all other kinds together."""
    return kind if kind in OWN_NAMESPACE else ""


def key_of(element: Element) -> Key:
    """Tell an element from all others."""
    return (space_of(element.kind), element.id)


def about_of(name: str) -> About:
    """Read what something is about, as `str` writes it."""
    found = _ARROW.fullmatch(name)
    return LinkRef(found[1], found[3], _KIND_OF[found[2]]) if found else name


def element_facts(element: Element) -> Facts:
    """Give what an element says; its id and kind are known to whoever asks."""
    facts = [Fact("text", element.text)] if element.text else []
    facts += [Fact("of", element.owner)] if element.owner is not None else []
    facts += [Fact("whole", "yes")] if element.whole else []
    facts += [Fact("in", name) for name in dict.fromkeys(element.pathways)]
    facts += [Fact("on", str(about)) for about in dict.fromkeys(element.about)]
    return (*facts, *detail_facts(element.details, OF_ELEMENT))


def theory_facts(theory: Theory) -> Facts:
    """Give what holds for the whole."""
    title = (Fact("title", theory.title),) if theory.title else ()
    return (*title, *detail_facts(theory.details, OF_THEORY))


def contribution_facts(given: Contribution) -> Facts:
    """Give what a contribution says; who gives it and to what is known to whoever asks."""
    what = [Fact("what", given.what)] if given.what else []
    return (*what, *detail_facts(given.details, OF_CONTRIBUTION))


def detail_facts(details: Iterable[Detail], own: frozenset[str] = frozenset()) -> Facts:
    """Give details as facts; ``own`` are the fields that are no details here."""
    return tuple([Fact(_field(detail, own), detail.value) for detail in details])


def _field(detail: Detail, own: frozenset[str]) -> str:
    spelled = detail.key if detail.name is None else f"{detail.key} {detail.name}"
    return f"{_OTHER} {spelled}" if detail.key == _OTHER or detail.key in own else spelled


def element_of(name: str, kind: str, facts: Facts) -> Element:
    """Make an element from its facts."""
    found = _by_field(facts)
    return Element(
        name,
        kind,
        _one(found, "text") or "",
        details_of(facts, OF_ELEMENT),
        tuple(found.get("in", ())),
        tuple([about_of(about) for about in found.get("on", ())]),
        _one(found, "of"),
        whole="whole" in found,
    )


def link_of(ref: LinkRef, facts: Facts) -> Link:
    """Make an arrow from its facts."""
    return Link(ref.source, ref.target, ref.kind, details_of(facts))


def contribution_of(partner: str, to: About | None, facts: Facts) -> Contribution:
    """Make a contribution from its facts."""
    return Contribution(partner, to, _one(_by_field(facts), "what") or "", details_of(facts, OF_CONTRIBUTION))


def details_of(facts: Facts, own: frozenset[str] = frozenset()) -> tuple[Detail, ...]:
    """Make details from facts, leaving out the fields that are none."""
    return tuple([_detail(fact) for fact in facts if fact.field not in own])


def _detail(fact: Fact) -> Detail:
    key, _, name = fact.field.removeprefix(f"{_OTHER} ").partition(" ")
    return Detail(key, fact.value, name or None)


def _by_field(facts: Iterable[Fact]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field, value in facts:
        found.setdefault(field, []).append(value)
    return found


def _one(found: dict[str, list[str]], field: str) -> str | None:
    return found[field][0] if field in found else None


def said(facts: Facts) -> tuple[Fact, ...]:
    """Order facts so that two things that say the same have the same."""
    return tuple(sorted(facts, key=lambda fact: (fact.field, fact.value if adds_up(fact.field) else "")))


def adds_up(field: str) -> bool:
    """Say whether the values of a field add up, in any order."""
    return field in ("in", "on") or field.removeprefix(f"{_OTHER} ").split(" ")[0] in REPEATING


Step = tuple[How, str, Value, Value]
"""What happened to one field: how, which, what was there, what is there now."""


def steps(old: Facts, new: Facts, places: frozenset[str] = frozenset()) -> Iterator[Step]:
    """Give what happened between the facts of one thing then and now, field by field.

    ``places`` are the fields that say where it belongs or what it is about, so that another value has moved it.
    """
    before, after = _by_field(old), _by_field(new)
    for field in dict.fromkeys([*before, *after]):
        gone, come = _differing(before.get(field, []), after.get(field, []), any_order=adds_up(field))
        if len(gone) == len(come) == 1:
            yield (How.MOVED if field in places else How.CHANGED, field, gone[0], come[0])
        else:
            yield from [(How.REMOVED, field, value, None) for value in gone]
            yield from [(How.ADDED, field, None, value) for value in come]


def _differing(old: Sequence[str], new: Sequence[str], *, any_order: bool) -> tuple[list[str], list[str]]:
    """Give what is gone and what has come; where the order says something, everything from the first difference on."""
    if any_order:
        return without(old, new), without(new, old)
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    return [*old[same:]], [*new[same:]]


def without(values: Iterable[str], others: Iterable[str]) -> list[str]:
    """Take away from values what others have, one for one."""
    left: dict[str, int] = {}
    for other in others:
        left[other] = left.get(other, 0) + 1
    kept = []
    for value in values:
        if left.get(value):
            left[value] -= 1
        else:
            kept.append(value)
    return kept


def stepped(facts: Facts, taken: Iterable[Step]) -> Facts:
    """Take steps from the facts of then to those of now: first what is gone goes, the last of its kind first."""
    found: list[Fact | None] = list(facts)
    places: dict[Fact, list[int]] = {}
    for place, each in enumerate(facts):
        places.setdefault(each, []).append(place)
    for how, field, old, new in sorted(taken, key=lambda step: step[0] is How.ADDED):
        fact = Fact(field, str(new)) if new is not None else None
        at = places.get(Fact(field, str(old))) if old is not None else None
        if how is not How.ADDED and at:
            found[at.pop()] = fact
        elif fact is not None:
            found.append(fact)
    return tuple([each for each in found if each is not None])
