"""The theory as it is understood: what is hoped for, what leads to what, who contributes, what is believed.

Everything here is frozen data. Two theories are equal when they say the same: where it was written, in which
order, and whether an id was given or made does not count, so the same theory written as an outline and as a list of
arrows is equal.

A name that was used but never declared stays in the links and contributions that use it (`Theory.undeclared`):
pictures draw it as a dashed stub, and it never becomes an element.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from .source import NOWHERE, Span
from .vocabulary import repeats

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class LinkKind(StrEnum):
    """How one thing bears on another."""

    LEADS_TO = "leads-to"
    FEEDS_BACK = "feeds-back"
    WORKS_AGAINST = "works-against"


ARROWS: dict[LinkKind, str] = {LinkKind.LEADS_TO: "->", LinkKind.FEEDS_BACK: "~>", LinkKind.WORKS_AGAINST: "-|"}
"""How each kind of link is written."""

CAUSAL_KINDS = frozenset({"goal", "outcome", "output", "activity", "input", "condition"})
"""The kinds that take part in cause and effect; reach and support are asked of these."""

RESULT_KINDS = frozenset({"goal", "outcome", "output"})
"""The causal kinds that something else has to bring about."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One ``key [name]: value`` of an element, arrow or contribution, such as ``target: 30 µg/m³``.

    ``name`` is what stands between the key and the colon: the rule of an ``ignore``, the kind of a ``call``,
    the language of a ``label``.
    """

    key: str
    value: str
    name: str | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


def first(details: tuple[Detail, ...], key: str) -> str | None:
    """Give the first value of a key, or None."""
    for detail in details:
        if detail.key == key:
            return detail.value
    return None


def every(details: tuple[Detail, ...], key: str) -> tuple[str, ...]:
    """Give all values of a key, in reading order."""
    return tuple([detail.value for detail in details if detail.key == key])


@dataclass(frozen=True, slots=True)
class LinkRef:
    """The name of a link: its two ends and its kind. Reads as it is written: ``a -> b``."""

    source: str
    target: str
    kind: LinkKind = LinkKind.LEADS_TO

    def __str__(self) -> str:
        return f"{self.source} {ARROWS[self.kind]} {self.target}"


About = str | LinkRef
"""What something can be about: an element, by its id, or a link."""


@dataclass(frozen=True, slots=True)
class Element:
    r"""One declared thing of any kind, such as a goal, an assumption, a partner or a session.

    ``text`` keeps its lines apart with ``\n``; it is empty while nobody has found the words. ``pathways`` are the ids
    of the pathways it belongs to. ``about`` is what an assumption, risk, evidence, indicator, milestone,
    question or disagreement is about; ``owner`` is the partner of an aim or the session of an action; ``whole`` says
    that it stands under ``theory:`` and is about all of it. ``pinned`` is false where the id was made from the text.
    """

    id: str
    kind: str
    text: str = ""
    details: tuple[Detail, ...] = ()
    pathways: tuple[str, ...] = ()
    about: tuple[About, ...] = ()
    owner: str | None = None
    whole: bool = False
    pinned: bool = field(default=True, compare=False)
    span: Span = field(default=NOWHERE, compare=False, repr=False)

    def get(self, key: str) -> str | None:
        """Give the first value of a detail, or None: ``outcome.get("due")``."""
        return first(self.details, key)

    def all(self, key: str) -> tuple[str, ...]:
        """Give all values of a detail that may repeat: ``partner.all("gets")``."""
        return every(self.details, key)


@dataclass(frozen=True, slots=True)
class Link:
    """One arrow between two elements, however often and from whichever side it was written."""

    source: str
    target: str
    kind: LinkKind = LinkKind.LEADS_TO
    details: tuple[Detail, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)

    @property
    def ref(self) -> LinkRef:
        """Name this link, for what is about it."""
        return LinkRef(self.source, self.target, self.kind)

    @property
    def because(self) -> tuple[str, ...]:
        """Give the reasons for it, in reading order."""
        return every(self.details, "because")

    def get(self, key: str) -> str | None:
        """Give the first value of a detail, or None: ``link.get("strength")``."""
        return first(self.details, key)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a partner brings, does, or holds: ``to`` is an element's id, a link, or None for the whole theory."""

    partner: str
    to: About | None
    what: str = ""
    details: tuple[Detail, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)

    @property
    def role(self) -> str:
        """Give the role; a contribution without one counts as ``do``."""
        return first(self.details, "role") or "do"

    def get(self, key: str) -> str | None:
        """Give the first value of a detail, or None: ``contribution.get("status")``."""
        return first(self.details, key)


@dataclass(frozen=True, slots=True)
class Note:
    """A line that is no statement, kept word for word in the parking lot."""

    text: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)


STAGES = ("live", "draft", "agreed", "running")
"""How far a theory has come. It decides how much the checks say."""


@dataclass(frozen=True, eq=False)
class Theory:
    """A whole theory of change. Tuples are in reading order; equality does not ask for the order.

    ``terms`` and sessions have names of their own, so an outcome and a term may share an id; `get` looks
    among all other kinds first.
    """

    title: str = ""
    details: tuple[Detail, ...] = ()
    elements: tuple[Element, ...] = ()
    links: tuple[Link, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    notes: tuple[Note, ...] = ()
    comments: tuple[Note, ...] = ()
    span: Span = field(default=NOWHERE, repr=False)

    def __eq__(self, other: object) -> bool:
        return self._said == other._said if isinstance(other, Theory) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.title, len(self.elements), len(self.links)))

    @cached_property
    def _said(self) -> tuple[object, ...]:
        return (
            self.title,
            _said_of(self.details),
            _counted([_element_said(element) for element in self.elements]),
            _counted([(link.ref, _said_of(link.details)) for link in self.links]),
            _counted([(given.partner, given.to, given.what, _said_of(given.details)) for given in self.contributions]),
            _counted(self.notes),
            _counted(self.comments),
        )

    @cached_property
    def by_id(self) -> Mapping[str, Element]:
        """Find an element by its id; terms and sessions give way to every other kind."""
        found: dict[str, Element] = {}
        for element in self.elements:
            if element.id not in found or found[element.id].kind in OWN_NAMESPACE:
                found[element.id] = element
        return found

    def get(self, name: str) -> Element | None:
        """Find an element by its id, or None."""
        return self.by_id.get(name)

    def of_kind(self, *kinds: str) -> tuple[Element, ...]:
        """Give all elements of these kinds, in reading order."""
        return tuple([element for element in self.elements if element.kind in kinds])

    @cached_property
    def undeclared(self) -> tuple[str, ...]:
        """Give the names that links and contributions use and nobody declared, in reading order."""
        used = [end for link in self.links for end in (link.source, link.target)]
        used += [contribution.partner for contribution in self.contributions]
        return tuple(dict.fromkeys([name for name in used if name not in self.by_id]))

    @property
    def stage(self) -> str:
        """Give the stage that the theory names, else ``draft``."""
        named = first(self.details, "stage")
        return named if named in STAGES else "draft"

    @property
    def language(self) -> str | None:
        """Give the language that the theory names, such as ``fr``."""
        return first(self.details, "language")


OWN_NAMESPACE = frozenset({"term", "session"})
"""The kinds whose names do not meet the names of the others."""


def _element_said(element: Element) -> tuple[object, ...]:
    details, belongs, about = _said_of(element.details), frozenset(element.pathways), frozenset(element.about)
    return (element.id, element.kind, element.text, details, belongs, about, element.owner, element.whole)


def _said_of(details: tuple[Detail, ...]) -> tuple[Detail, ...]:
    """Order details so that only the order that says something is left: of one key that takes one value, the first."""

    def rank(detail: Detail) -> tuple[str, str, str]:
        return (detail.key, detail.name or "", detail.value if repeats(detail.key) else "")

    return tuple(sorted(details, key=rank))


def _counted(items: Iterable[object]) -> frozenset[tuple[object, int]]:
    counts: dict[object, int] = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return frozenset(counts.items())
