"""The line tree: the shape of every line, what stands under what, and where.

Plain data between `toc.syntax`, which makes it, and `toc.build` and `toc.format`, which read it. Offsets are offsets
into ``Source.text``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .findings import Finding
    from .source import Source

SPACES = " \t\u00a0\u202f\u3000"
"""What separates words, and what an indent is made of."""


class Shape(StrEnum):
    """What a line is."""

    ELEMENT = "element"
    MENTION = "mention"
    ARROW = "arrow"
    CONTRIBUTION = "contribution"
    PROPERTY = "property"
    NOTE = "note"
    COMMENT = "comment"
    CONFLICT = "conflict"
    """a whole conflict that git left behind, with all its lines"""
    MARKER = "marker"
    """a conflict marker that stands alone"""
    UNFINISHED = "unfinished"
    """begins with a kind and does not go on as a statement"""
    UNFINISHED_ARROW = "unfinished arrow"
    UNFINISHED_CONTRIBUTION = "unfinished contribution"
    MISSPELT = "misspelt"
    """begins with a near miss of a kind and has a colon"""
    BULLET = "bullet"
    """a statement behind a bullet"""
    UNKNOWN_KEY = "unknown key"


NAMING = frozenset({Shape.ELEMENT, Shape.MENTION, Shape.UNFINISHED, Shape.MISSPELT, Shape.BULLET, Shape.CONFLICT})
"""The shapes whose names are their own, so that lines below them can belong to it."""


class Word(NamedTuple):
    """An id, a name or a text, and where it stands."""

    text: str
    start: int
    end: int


class Line(NamedTuple):
    """One statement with the lines below it, or a line that is no statement.

    ``word`` is the kind, key or arrow as written; ``names`` the ids; ``text`` what follows on this line, None where
    it has no colon; ``more`` its continuation lines. ``start`` and ``end`` frame the line without its
    indent. ``under`` is the start of the line that a note or comment stands under by its own indent.
    """

    shape: Shape
    word: Word
    names: tuple[Word, ...]
    text: Word | None
    start: int
    end: int
    children: tuple[Line, ...] = ()
    under: int | None = None
    more: tuple[Word, ...] = ()

    @property
    def said(self) -> str:
        """Give the text with its continuation lines; an empty one is a paragraph break."""
        own = self.text.text if self.text else ""
        if not self.more:
            return own
        return "\n".join(([own] if own else []) + [word.text for word in self.more]).strip("\n")


class Tree(NamedTuple):
    """The lines of one source that stand at the margin, and what was noticed on the way.

    ``source`` holds the text as it was read: what is no text, and what lies beyond a limit, are spaces in it.
    """

    source: Source
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]
