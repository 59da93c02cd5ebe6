"""A theory as text, in two ways that have to mean the same: as a list with arrows, and as an outline.

This is not `toc fmt`: it starts from the theory and knows nothing of any text, so reading can be tested against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from strategies import CAUSAL

from toc.model import ARROWS, RESULT_KINDS, LinkKind, LinkRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Contribution, Detail, Element, Link, Theory

_OWN_WORD = frozenset({"assumption"})


def flat(theory: Theory) -> str:
    """Every element at the margin, every link as an arrow."""
    return _Printer(theory, nested=False).text()


def outline(theory: Theory) -> str:
    """As much as possible inside what it leads to, belongs to or is about."""
    return _Printer(theory, nested=True).text()


class _Printer:
    """Puts every fact of a theory at exactly one place."""

    def __init__(self, theory: Theory, *, nested: bool) -> None:
        self.theory = theory
        self.by_name = {element.id: element for element in theory.elements}
        self.parent: dict[str, Link] = _parents(theory, self.by_name) if nested else {}
        self.mentions = _mentions(theory, self.by_name, self.parent) if nested else {}
        self.homes = _homes(theory, self.by_name, self.parent) if nested else {}
        self.nested = nested

    def text(self) -> str:
        lines = [*self._head(), *self._margin()]
        lines += [note.text for note in self.theory.notes] + [comment.text for comment in self.theory.comments]
        return "\n".join(lines) + "\n"

    def _head(self) -> Iterator[str]:
        inner = [*_details(self.theory.details), *self._by(None)]
        for element in self.theory.elements:
            inner += self._element(element, ()) if element.whole else ()
        if self.theory.title or inner:
            yield from _statement("theory", self.theory.title)
            yield from _further_in(inner)

    def _margin(self) -> Iterator[str]:
        for element in self.theory.elements:
            inside = element.id in self.parent or element.id in self.homes or element.owner is not None
            if not inside and not element.whole:
                yield from self._element(element, ())
        for link in self.theory.links:
            if link.source not in self.by_name and link.target not in self.by_name:
                yield from _further_in(self._arrow(link))

    def _element(self, element: Element, inherited: tuple[str, ...]) -> Iterator[str]:
        word = "assuming" if element.kind in _OWN_WORD and element.id in self.homes else element.kind
        yield from _statement(f"{word} {element.id}", element.text)
        yield from _further_in(self._inside(element, inherited))

    def _inside(self, element: Element, inherited: tuple[str, ...]) -> Iterator[str]:
        around = self.parent.get(element.id)
        yield from _details(element.details)
        if around:
            yield from _details(_reasons(around))
        belongs = [pathway for pathway in element.pathways if pathway not in inherited]
        if belongs:
            yield f"in: {', '.join(belongs)}"
        if element.about and element.id not in self.homes:
            yield f"on: {', '.join(map(str, element.about))}"
        yield from self._by(element.id)
        within = (*inherited, element.id) if element.kind == "pathway" else inherited
        for owned in self.theory.elements:
            if owned.owner == element.id and (owned.kind, element.kind) in {("aim", "partner"), ("action", "session")}:
                yield from self._element(owned, within)
        yield from self._attached(element.id, within)
        if around:
            yield from self._attached(around.ref, within)
        yield from self._arrows(element, around)
        yield from self._below(element, within)

    def _arrows(self, element: Element, around: Link | None) -> Iterator[str]:
        for link in self.theory.links:
            if link is around:
                more = [detail for detail in link.details if detail.key != "because"]
                if more or any(given.to == link.ref for given in self.theory.contributions):
                    yield from self._line(link, f"{ARROWS[link.kind]} {link.target}", more)
            elif link.source == element.id and link.ref not in self.mentions:
                yield from self._arrow(link)
            elif link.target == element.id and link.source not in self.by_name and link.kind is LinkKind.LEADS_TO:
                yield from self._line(link, f"<- {link.source}", link.details)

    def _arrow(self, link: Link) -> Iterator[str]:
        return self._line(link, f"{ARROWS[link.kind]} {link.target}", link.details)

    def _line(self, link: Link, head: str, details) -> Iterator[str]:
        first = next((detail.value for detail in details if detail.key == "because"), "")
        rest = [detail for detail in details if detail.key != "because" or detail.value != first]
        yield from _statement(head, first) if first else [head]
        around = self.parent.get(link.source) == link
        attached = [] if around else self._attached(link.ref, ())
        yield from _further_in([*_details(rest), *self._by(link.ref), *attached])

    def _below(self, element: Element, within: tuple[str, ...]) -> Iterator[str]:
        for other in self.theory.elements:
            link = self.parent.get(other.id)
            belongs = self.homes.get(other.id) == element.id and other.kind not in _ATTACHED
            if belongs or (link and link.target == element.id):
                yield from self._element(other, within)
        for link in self.theory.links:
            if link.target == element.id and link.ref in self.mentions:
                yield f"{self.by_name[link.source].kind} {link.source}"

    def _attached(self, what: str | LinkRef, within: tuple[str, ...]) -> Iterator[str]:
        for element in self.theory.elements:
            if element.kind in _ATTACHED and self.homes.get(element.id) == what and {*within} <= {*element.pathways}:
                yield from self._element(element, within)

    def _by(self, to: str | LinkRef | None) -> Iterator[str]:
        for given in self.theory.contributions:
            if given.to == to:
                yield from _contribution(given)


_ABOUT_A_STEP = ("assumption", "risk", "evidence")
_ATTACHED = ("assumption", "risk", "evidence", "indicator", "milestone", "question", "disagreement")


def _parents(theory: Theory, by_name: dict[str, Element]) -> dict[str, Link]:
    """Choose for each element the link that nesting draws, so that nothing stands in itself."""
    chosen: dict[str, Link] = {}
    for link in theory.links:
        source, target = by_name.get(link.source), by_name.get(link.target)
        if source and target and source.id not in chosen and _nests(source, target, link) and not target.pathways:
            above = target.id
            while above in chosen and above != source.id:
                above = chosen[above].target
            if above != source.id:
                chosen[source.id] = link
    return chosen


def _nests(source: Element, target: Element, link: Link) -> bool:
    if link.kind is LinkKind.WORKS_AGAINST:
        return source.kind == "barrier" and target.kind in RESULT_KINDS
    return link.kind is LinkKind.LEADS_TO and source.kind in CAUSAL and target.kind in CAUSAL


def _mentions(theory: Theory, by_name: dict[str, Element], parent: dict[str, Link]) -> frozenset[LinkRef]:
    """Choose the links that a mention draws: those that nobody has said anything about."""
    said = {about for element in theory.elements for about in element.about}
    said |= {given.to for given in theory.contributions}
    return frozenset(
        link.ref
        for link in theory.links
        if not link.details
        and link.ref not in said
        and {link.source, link.target} <= {*by_name}
        and parent.get(link.source) is not link
        and _nests(by_name[link.source], by_name[link.target], link)
    )


def _homes(theory: Theory, by_name: dict[str, Element], parent: dict[str, Link]) -> dict[str, str | LinkRef]:
    """Choose what stands inside the one thing it is about, or inside the one pathway it belongs to."""
    abouts = {about for element in theory.elements for about in element.about}
    busy = {link.target for link in theory.links} | {*parent} | abouts
    busy |= {about.source for about in abouts if isinstance(about, LinkRef)}
    starts = {link.source for link in theory.links} | {*parent}
    homes: dict[str, str | LinkRef] = {}
    for element in theory.elements:
        if element.kind in _ATTACHED:
            home = _what_it_is_about(element, by_name, starts)
        else:
            home = None if element.id in busy else _its_pathway(element, by_name)
        if home:
            homes[element.id] = home
    return homes


def _what_it_is_about(element: Element, by_name: dict[str, Element], starts: set[str]) -> str | LinkRef | None:
    about = element.about[0] if len(element.about) == 1 else ""
    inside = by_name.get(about.source if isinstance(about, LinkRef) else about)
    if element.whole or element.pathways or inside is None or inside.pathways or inside.kind == "pathway":
        return None
    if element.kind in _ABOUT_A_STEP:
        return about if isinstance(about, LinkRef) or about not in starts else None
    return about if isinstance(about, str) else None


def _its_pathway(element: Element, by_name: dict[str, Element]) -> str | None:
    if element.kind == "pathway" or len(element.pathways) != 1 or element.owner is not None:
        return None
    return element.pathways[0] if by_name[element.pathways[0]].kind == "pathway" else None


def _reasons(link: Link) -> list[Detail]:
    return [detail for detail in link.details if detail.key == "because"]


def _details(details) -> Iterator[str]:
    for detail in details:
        dot = "." if detail.key == "label" else " "
        head = detail.key if detail.name is None else f"{detail.key}{dot}{detail.name}"
        yield from _statement(head, detail.value)


def _contribution(given: Contribution) -> Iterator[str]:
    yield from _statement(f"by {given.partner}", given.what) if given.what else [f"by {given.partner}"]
    yield from _further_in(_details(given.details))


def _statement(head: str, text: str) -> Iterator[str]:
    """One statement; further lines of its text follow as continuations."""
    first, *more = text.split("\n")
    yield f"{head}: {first}".rstrip(" ")
    for line in more:
        yield f"  | {line}".rstrip(" ")


def _further_in(lines) -> Iterator[str]:
    return (f"  {line}" for line in lines)
