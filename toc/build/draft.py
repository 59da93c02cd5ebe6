"""What the theory looks like while it is put together: the same parts as `toc.model`, still open to change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from toc.model import LinkKind, LinkRef

if TYPE_CHECKING:
    from toc.findings import Finding
    from toc.lines import Line
    from toc.model import Detail, Note
    from toc.source import Source, Span

Ranked = tuple[int, int, "Detail"]
"""A detail with what it stood under (0 the declaration, 1 a mention) and its place in reading order."""


@dataclass(slots=True, eq=False, repr=False)
class ElementDraft:
    """An element on its way: ``about`` holds ids, and arrows that may still merge with others."""

    id: str
    kind: str
    text: str
    span: Span
    pinned: bool
    row: int
    details: list[Ranked] = field(default_factory=list)
    pathways: list[str] = field(default_factory=list)
    about: list[str | ArrowDraft | LinkRef] = field(default_factory=list)
    owner: str | None = None
    whole: bool = False


@dataclass(slots=True, eq=False, repr=False)
class ArrowDraft:
    """An arrow on its way: all ways of writing it end in the same draft."""

    source: str
    target: str
    kind: LinkKind
    span: Span
    details: list[Ranked] = field(default_factory=list)

    @property
    def ref(self) -> LinkRef:
        """Name this arrow as it is by now."""
        return LinkRef(self.source, self.target, self.kind)


@dataclass(slots=True, eq=False, repr=False)
class ContributionDraft:
    """A contribution on its way; ``implied`` where it follows from nesting and nobody wrote a ``by``."""

    partner: str
    to: str | ArrowDraft | None
    what: str
    span: Span
    details: list[Ranked] = field(default_factory=list)
    implied: bool = False


class Place(NamedTuple):
    """What the lines below a line see of it.

    ``host`` says what the line is. ``causal`` is what a result below leads to; a pathway passes on what is outside
    it. ``arrows`` are what reasons and assumptions below are about, empty where the nesting draws none.
    ``outer`` is the element's place, for what stands below an arrow, a contribution or a detail. ``name``
    is the id of a line that could not be read, ``row`` the number of that line.
    """

    host: str
    element: ElementDraft | None = None
    arrows: tuple[ArrowDraft, ...] = ()
    contributions: tuple[ContributionDraft, ...] = ()
    causal: str | None = None
    pathways: tuple[str, ...] = ()
    outer: Place | None = None
    name: str | None = None
    rank: int = 0
    row: int = -1


MARGIN = Place("margin")


@dataclass(slots=True, eq=False, repr=False)
class Row:
    """A line in the reading order of the whole theory, with the line it stands under."""

    line: Line
    source: Source
    file: str
    number: int
    parent: Row | None
    root: bool
    element: ElementDraft | None = None
    inside: Place = MARGIN


@dataclass(slots=True, eq=False, repr=False)
class Draft:
    """The whole theory on its way, and what was noticed.

    ``reasons`` and ``beliefs`` wait until all arrows are known, ``claims`` are the arrows that something says it is
    about; ``unread`` are the lines that are no statement, and
    ``below`` what stands under those, by the number of their row; so are ``notes`` numbered.
    """

    title: str = ""
    titled: Span | None = None
    details: list[Ranked] = field(default_factory=list)
    elements: list[ElementDraft] = field(default_factory=list)
    arrows: dict[tuple[str, str, bool], ArrowDraft] = field(default_factory=dict)
    contributions: list[ContributionDraft] = field(default_factory=list)
    reasons: list[tuple[ElementDraft, Ranked]] = field(default_factory=list)
    beliefs: list[tuple[ElementDraft, str]] = field(default_factory=list)
    claims: list[tuple[LinkRef, Span]] = field(default_factory=list)
    unread: list[Row] = field(default_factory=list)
    below: dict[int, list[str]] = field(default_factory=dict)
    notes: list[tuple[int, Note]] = field(default_factory=list)
    comments: list[Note] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
