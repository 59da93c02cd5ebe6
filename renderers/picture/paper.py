"""Pages: their sizes, and how much of a picture's size one of them leaves.

A page never changes what is drawn, only how it is arranged: which way up the page lies, how wide the legend runs and
whether it stands below the picture or beside it are chosen so that everything comes out as large as it can.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Paper:
    """A page: its width and height in millimetres."""

    width: float
    height: float

    @property
    def ratio(self) -> float:
        """Give its width divided by its height."""
        return self.width / self.height

    def scale(self, width: float, height: float) -> float:
        """Give by how much a picture of this size has to be enlarged to fill the page, in millimetres per point."""
        return min(self.width / width, self.height / height)


def _turned(width: float, height: float) -> tuple[Paper, ...]:
    return Paper(width, height), Paper(height, width)


PAPERS: Final[Mapping[str, tuple[Paper, ...]]] = {
    "a4": _turned(210, 297),
    "a3": _turned(297, 420),
    "a2": _turned(420, 594),
    "slide": (Paper(338.67, 190.5),),
}
"""The pages by name, each with the ways it can lie: upright first."""

WAYS: Final = {"portrait": 0, "landscape": 1}
"""Words after the name of a page that say how it lies: ``A4-portrait``."""


class NoSuchPageError(ValueError):
    """A page nobody knows; the message is a sentence that says which there are."""


def papers(name: str) -> tuple[Paper, ...]:
    """Find a page by its name, such as ``A4``, ``A4-landscape`` or ``slide``. Raises NoSuchPageError."""
    base, _, way = name.strip().lower().partition("-")
    found = PAPERS.get(base, ())
    if way in WAYS and len(found) > 1:
        return (found[WAYS[way]],)
    if not found or way:
        msg = f"There is no page {name}. There are A4, A3, A2 (also A4-portrait, A4-landscape…) and slide."
        raise NoSuchPageError(msg)
    return found
