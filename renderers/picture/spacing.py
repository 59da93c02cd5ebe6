"""How far the things in a picture stand apart, and how large the words in its boxes are.

A page is looked at from near and has room. A screen shows the same in less room, so that it can be shown larger. In a
room it is read from the back row: the words grow in boxes that keep their width, because what limits the size of a
picture on a screen is most often how many boxes stand beside each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distances and sizes in points.

    ``row_gap`` is the least distance between two levels, ``node_gap`` the one between two boxes of a level; ``text``
    is the size of the words in boxes, ``leading`` the distance from line to line of them, ``label`` the size of the
    name of a kind above them.
    """

    row_gap: float = 72.0
    node_gap: float = 32.0
    text: float = 14.0
    leading: float = 20.0
    label: float = 10.0


PAGE: Final = Spacing()
"""The usual one."""

SPACINGS: Final[Mapping[str, Spacing]] = MappingProxyType({
    "page": PAGE,
    "screen": Spacing(row_gap=48.0, node_gap=20.0),
    "room": Spacing(row_gap=44.0, node_gap=16.0, text=20.0, leading=25.0, label=13.0),
})  # fmt: skip
"""All of them by name."""
