"""The words in which a picture is arranged: boxes, arrows and frames go in, places and routes come out.

Everything is in points. ``x`` grows to the right and ``y`` downwards; ``x`` and ``y`` of a place are its centre.
Nothing here knows what a box says: only its size counts, so that no text of a user can disturb a layout.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Direction = Literal["up", "right", "left"]
"""Where the goals are: on top, at the right, or at the left (for scripts that run from right to left)."""

Point = tuple[float, float]
"""A place on the page: x and y in points."""


@dataclass(frozen=True, slots=True)
class Node:
    """One box. Boxes of the same ``row`` stand on one level; row 0 is the goals' row.

    Where ``row`` is None, the layout chooses one: below everything that the box leads to.
    """

    key: str
    width: float
    height: float
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow, from cause to effect. Each end is the key of a box or of a frame.

    An arrow that feeds back does not decide about levels: ``constrains`` is false.
    """

    source: str
    target: str
    constrains: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame around boxes. Frames may lie in each other; those that overlap are a wish that may not be met."""

    key: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """What is to be arranged.

    ``node_gap`` is the least distance between boxes of a level, ``row_gap`` the one between levels. ``ratio`` is the
    width of the page divided by its height: a level that is too wide for it is staggered into several rows.
    """

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...] = ()
    frames: tuple[Frame, ...] = ()
    direction: Direction = "up"
    node_gap: float = 28.0
    row_gap: float = 48.0
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: its centre and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        """Give the x of the left border."""
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        """Give the x of the right border."""
        return self.x + self.width / 2

    @property
    def top(self) -> float:
        """Give the y of the upper border."""
        return self.y - self.height / 2

    @property
    def bottom(self) -> float:
        """Give the y of the lower border."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one arrow: a cubic Bézier curve of 1 + 3n points, from border to border.

    ``points`` is empty where an end of the arrow is neither a box nor a frame.
    """

    source: str
    target: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """The arranged picture, in a page of its own that starts at 0, 0.

    ``routes`` has one entry for each arrow, in the order of the arrows. ``frames`` lacks a frame that could not be
    drawn without taking in boxes that are not in it. ``simplified`` is a sentence for the reader where the picture
    had to be made simpler than it should be.
    """

    width: float
    height: float
    places: Mapping[str, Place] = field(default_factory=dict)
    routes: tuple[Route, ...] = ()
    frames: Mapping[str, Place] = field(default_factory=dict)
    simplified: str | None = None
