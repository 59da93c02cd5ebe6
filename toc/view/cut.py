"""Cutting a theory down to what a view shows, so that what is left is a whole: nothing refers to what is gone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toc.model import OWN_NAMESPACE, About, Theory
from toc.vocabulary import PLACES, Takes

from .asking import DETAILS, DRAWN, kinds_hidden, kinds_named

if TYPE_CHECKING:
    from toc.model import Contribution, Detail, Element

    from .asking import View
    from .questions import Answer

_OF_THE_WHOLE = frozenset({"session", "action", "agreement"})
"""The kinds that belong to the whole theory; a part of it does not show them."""


_APART = DRAWN | OWN_NAMESPACE
_LINKING = frozenset(key.name for place in PLACES.values() for key in place.keys if key.takes is Takes.LINKING)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a view asks for: the answers to its questions, the kinds it names, the kinds and details it hides."""

    answers: tuple[Answer, ...]
    kinds: frozenset[str]
    hidden: frozenset[str]
    hide: frozenset[str]

    @property
    def is_part(self) -> bool:
        """Say whether only a part of the theory was asked for."""
        return bool(self.answers)

    def names(self, name: str) -> bool:
        """Say whether all questions have this id in their answer."""
        return all(name in answer.names for answer in self.answers)

    def keeps(self, kind: str) -> bool:
        """Say whether elements of a kind may stay, as far as the named kinds go."""
        if kind in self.hidden or (kind == "aim" and "partner" in self.hidden):
            return False
        named = self.kinds & DRAWN if kind in DRAWN else self.kinds - DRAWN - {"partner"}
        return kind in named or not named or kind in ("partner", "term")


def wanted(view: View, answers: tuple[Answer, ...]) -> Wanted:
    """Put together what a view asks for; raises ViewTrouble for words it does not know."""
    return Wanted(answers, kinds_named(view.kinds), kinds_hidden(view.hide), view.hide)


def cut(theory: Theory, asked: Wanted) -> Theory:
    """Keep what was asked for, and what goes with it."""
    drawn = _drawn(theory, asked)
    links = tuple([link for link in theory.links if link.source in drawn and link.target in drawn])
    kept: set[About] = {*drawn, *[link.ref for link in links]}
    _add_attached(theory, asked, kept)
    given = _given(theory, asked, kept)
    _add_partners(theory, asked, given, kept)
    elements = [
        _cut_element(theory, element, asked, kept) for element in theory.elements if _stays(element, asked, kept)
    ]
    return Theory(
        title=theory.title,
        details=_cut_ceiling(_cut_details(theory.details, asked), kept),
        elements=tuple(elements),
        links=tuple([replace(link, details=_cut_details(link.details, asked)) for link in links]),
        contributions=tuple([replace(each, details=_cut_details(each.details, asked)) for each in given]),
        notes=() if asked.is_part or "notes" in asked.hide else theory.notes,
        comments=() if asked.is_part else theory.comments,
        span=theory.span,
    )


def _drawn(theory: Theory, asked: Wanted) -> set[str]:
    """Find what can be an end of a link and is shown, and the pathways around it."""
    elements = {element.id: element for element in theory.by_id.values() if element.kind in DRAWN}
    shown = {name for name, element in elements.items() if asked.names(name) and asked.keeps(element.kind)}
    if not asked.kinds & DRAWN:
        shown |= {name for name in theory.undeclared if asked.names(name)}
    waiting = list(shown)
    while waiting:
        element = elements.get(waiting.pop())
        around = [name for name in element.pathways if name in elements and name not in shown] if element else []
        shown.update(around)
        waiting += around
    return shown


def _add_attached(theory: Theory, asked: Wanted, kept: set[About]) -> None:
    """Keep what is about something that is kept, what is about that, and so on."""
    attached = [each for each in theory.elements if each.kind not in _APART and asked.keeps(each.kind)]
    waiting: list[About] = list(kept)
    waiting += [each.id for each in attached if not each.about and (not asked.is_part or asked.names(each.id))]
    on: dict[About, list[str]] = {}
    for element in attached:
        for about in element.about:
            on.setdefault(about, []).append(element.id)
    kept.update(waiting)
    while waiting:
        for name in on.get(waiting.pop(), ()):
            if name not in kept:
                kept.add(name)
                waiting.append(name)


def _given(theory: Theory, asked: Wanted, kept: set[About]) -> tuple[Contribution, ...]:
    """Keep the contributions to what is kept; in the view of a partner, those of others only where it takes part."""
    if asked.hide & {"partners", "partner", "contributions"}:
        return ()
    partners = {answer.partner: answer.near for answer in asked.answers if answer.partner is not None}
    found = []
    for each in theory.contributions:
        is_own = each.partner in partners
        if each.to is None:
            stays = is_own or not asked.is_part
        else:
            stays = each.to in kept and (is_own or not partners or any(each.to in near for near in partners.values()))
        found += [each] if stays else []
    return tuple(found)


def _add_partners(theory: Theory, asked: Wanted, given: tuple[Contribution, ...], kept: set[About]) -> None:
    """Keep the partners that what is kept speaks of."""
    if not asked.keeps("partner"):
        return
    spoken = {each.partner for each in given}
    spoken |= {name.strip() for each in given for key in ("depends-on", "backup") for name in _names(each, key)}
    spoken |= {answer.partner for answer in asked.answers if answer.partner is not None}
    spoken |= {element.owner for element in theory.of_kind("aim") if element.id in kept and element.owner is not None}
    kept |= {element.id for element in theory.of_kind("partner") if element.id in spoken}


def _names(contribution: Contribution, key: str) -> list[str]:
    return [name for detail in contribution.details if detail.key == key for name in detail.value.split(",")]


def _stays(element: Element, asked: Wanted, kept: set[About]) -> bool:
    """Say whether an element stays; terms and sessions have names of their own, so their ids prove nothing."""
    if element.kind == "term":
        return asked.keeps("term")
    if element.kind in _OF_THE_WHOLE and asked.is_part:
        return element.kind != "action" and asked.names(element.id)
    if element.kind == "session":
        return asked.keeps("session")
    if element.kind == "action" and not asked.keeps("session"):
        return False
    return element.id in kept


def _cut_element(theory: Theory, element: Element, asked: Wanted, kept: set[About]) -> Element:
    details = _cut_details(element.details, asked)
    return replace(
        element,
        details=tuple([_spelt_out(theory, detail, kept) for detail in details]),
        pathways=tuple([name for name in element.pathways if name in kept]),
        about=tuple([about for about in element.about if about in kept]),
    )


def _cut_details(details: tuple[Detail, ...], asked: Wanted) -> tuple[Detail, ...]:
    hidden = {DETAILS[word] for word in asked.hide if word in DETAILS}
    return tuple([detail for detail in details if detail.key not in hidden]) if hidden else details


def _spelt_out(theory: Theory, detail: Detail, kept: set[About]) -> Detail:
    """Put the words of an element that is gone where free text named it by its id."""
    gone = theory.get(detail.value) if detail.key in _LINKING and detail.value not in kept else None
    return replace(detail, value=gone.text) if gone is not None and gone.text else detail


def _cut_ceiling(details: tuple[Detail, ...], kept: set[About]) -> tuple[Detail, ...]:
    """Take names that are gone out of the ceiling."""
    found = []
    for detail in details:
        if detail.key == "ceiling":
            names = [name.strip() for name in detail.value.split(",")]
            left = [name for name in names if name in kept]
            found += [detail if left == names else replace(detail, value=", ".join(left))] if left else []
        else:
            found.append(detail)
    return tuple(found)
