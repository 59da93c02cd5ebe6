"""A layout together with what it is a layout of, and how much room that takes on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..lettering.fonts import wrap
from .cards import LABEL, heading

if TYPE_CHECKING:
    from ..layout.shape import Direction, Placed
    from ..rows import Band, Rows
    from .contents import Contents
    from .marks import Marks
    from .scene import Line, Pill
    from .telling import Telling

MARGIN: Final = 32.0
"""From the edge of the page to whatever has words."""

EDGE: Final = 16.0
"""From the edge of the page to the bands."""

PAD: Final = 20.0
"""The least distance from the border of a band to its boxes."""

BETWEEN: Final = 32.0
"""The distance between bands."""

NAMES: Final = 36.0
"""The height of the names of the bands, where they stand above the boxes."""

GUTTER: Final = 112.0
"""The greatest width of the names of the bands, where they stand beside the boxes."""

_LINE: Final = 14.0
_SPACED: Final = 0.72


@dataclass(frozen=True, slots=True)
class Arranged:
    """A layout and everything that it is a layout of.

    ``way`` says where the goals are, ``gap`` how far the levels are apart.
    """

    telling: Telling
    contents: Contents
    marks: Marks
    rows: Rows
    placed: Placed
    way: Direction
    gap: float

    @property
    def pad(self) -> float:
        """Give the distance from the border of a band to its boxes; between bands the space stays the same."""
        return max(PAD, (self.gap - BETWEEN) / 2) if self.upright else PAD

    @property
    def upright(self) -> bool:
        """Say whether the goals are on top."""
        return self.way == "up"

    @property
    def bands(self) -> tuple[Band, ...]:
        """Give the bands to draw."""
        return self.rows.bands if self.telling.shows("bands") else ()

    @property
    def gutter(self) -> float:
        """Give the space to keep beside the boxes for the names of the bands."""
        if not self.upright or not self.bands:
            return 0.0
        return max([line.width for band in self.bands for line in band_names(self, band, 0, 0, GUTTER)]) + PAD

    @property
    def width(self) -> float:
        """Give the least width of the page."""
        return 2 * MARGIN + self.gutter + self.placed.width

    @property
    def height(self) -> float:
        """Give the height of the body."""
        if not self.contents.boxes:
            return 0.0
        if self.upright:
            return self.placed.height + 2 * self.pad
        tag = NAMES if self.rows.ceiling is not None else 0.0
        return self.placed.height + PAD + tag + (NAMES if self.bands else PAD)


def band_names(arranged: Arranged, band: Band, x: float, y: float, limit: float) -> tuple[Line, ...]:
    """Write the name of a band; beside the boxes it may take several lines."""
    levels, boxes = arranged.rows.of, arranged.contents.boxes
    kinds = [boxes[key].kind for key, level in levels.items() if band[0] <= level <= band[1]]
    said = [arranged.telling.words.heading(kind, kinds.count(kind)) for kind in band[2]]
    if not arranged.upright:
        return (heading(" · ".join(said), x, y, "muted", limit),)
    lines = [text for name in said for text in wrap(name, limit * _SPACED, LABEL, bold=True)]
    return tuple([heading(text, x, y + _LINE * number, "muted", limit) for number, text in enumerate(lines)])


def line_rect(line: Line) -> tuple[float, float, float, float]:
    """Give the left, top, right and bottom of a line of text."""
    return line.left, line.y - line.size, line.left + line.width, line.y + 3


def pill_rect(pill: Pill) -> tuple[float, float, float, float]:
    """Give the left, top, right and bottom of a small label."""
    return pill.x, pill.y, pill.x + pill.width, pill.y + pill.height
