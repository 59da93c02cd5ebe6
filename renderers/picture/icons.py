"""A small drawing for each kind, and a shape for each partner, so that nothing is told apart by colour alone.

Icons are lines on a sheet of 16 by 16 points, drawn with a pen of 1.5 points and without filling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .curves import number

if TYPE_CHECKING:
    from collections.abc import Mapping

SHEET: Final = 16.0
"""The side of the sheet that an icon is drawn on, in points."""

_RING: Final = "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0-12.5z"

ICONS: Final[Mapping[str, str]] = {
    # a target
    "goal": f"{_RING}M8 5.25a2.75 2.75 0 1 1 0 5.5a2.75 2.75 0 1 1 0-5.5z",
    # a line that rises
    "outcome": "M1.75 12.5L6 8L9 10.5L14 4M10 3.75h4.25V8",
    # a parcel
    "output": "M2 5L8 2L14 5V11L8 14L2 11zM2 5L8 8L14 5M8 8V14",
    # a play button: something is being done
    "activity": f"{_RING}M6.5 5.25V10.75L11 8z",
    # something is put in: an arrow into a tray
    "input": "M8 1.75V9.5M4.75 6.5L8 9.75L11.25 6.5M2 10.5V14H14V10.5",
    # the ground it stands on
    "condition": "M8 1.75V7M1.75 7H14.25M4 10.5H12M6.25 14H9.75",
    # no entry
    "barrier": f"{_RING}M4.75 8H11.25",
    # a way with two stops
    "pathway": (
        "M3.75 10a1.9 1.9 0 1 1 0 3.8a1.9 1.9 0 1 1 0-3.8zM12.25 2.2a1.9 1.9 0 1 1 0 3.8a1.9 1.9 0 1 1 0-3.8z"
        "M5.75 12H9A2.5 2.5 0 0 0 9 7.5H7A2.5 2.5 0 0 1 7 4.1H10.25"
    ),
    # a person
    "stakeholder": (
        "M8 1.75a2.75 2.75 0 1 1 0 5.5a2.75 2.75 0 1 1 0-5.5zM2.5 14.25C2.5 11 5 9.75 8 9.75S13.5 11 13.5 14.25"
    ),
    # a flag
    "aim": "M4 14.5V2H12.5L10.25 5.25L12.5 8.5H4",
    # a question
    "stub": "M5.25 5.5A2.75 2.75 0 1 1 9 8C8.25 8.4 8 8.9 8 10M8 12.9V13.1",
    # a label
    "other": "M2 2.5H8L14 8.5L8.5 14L2 8zM5 5.4V5.6",
    # a sheet with a folded corner
    "note": "M2.5 2H13.5V9.5L9.5 14H2.5zM13.5 9.5H9.5V14",
    # three bars
    "indicator": "M3 13.5V9.5M8 13.5V5.5M13 13.5V2.5",
}
"""The path of each icon, by kind; `icon` finds the one of a kind that has none of its own."""

SHAPES: Final = ("circle", "square", "triangle", "diamond", "ring", "cross")
"""The shapes before a partner's name; the shape changes each time the colours have been used up."""


def icon(kind: str) -> str:
    """Give the path of a kind's icon."""
    return ICONS.get(kind, ICONS["other"])


def partner_shape(number: int, colours: int) -> str:
    """Give the shape of partner ``number`` where there are so many colours."""
    return SHAPES[number // colours % len(SHAPES)]


def shape_path(shape: str, x: float, y: float, radius: float) -> str:
    """Draw a partner's shape around a centre, all in points."""
    if shape not in _CORNERS:
        arc = f"a{number(radius)} {number(radius)} 0 1 1"
        return f"M{number(x - radius)} {number(y)}{arc} {number(2 * radius)} 0{arc} {number(-2 * radius)} 0z"
    corners = [f"{number(x + across * radius)} {number(y + down * radius)}" for across, down in _CORNERS[shape]]
    return f"M{'L'.join(corners)}z"


_CORNERS: Final = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "triangle": ((0, -1), (1.05, 0.85), (-1.05, 0.85)),
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "cross": (
        (-0.35, -1.1), (0.35, -1.1), (0.35, -0.35), (1.1, -0.35), (1.1, 0.35), (0.35, 0.35),
        (0.35, 1.1), (-0.35, 1.1), (-0.35, 0.35), (-1.1, 0.35), (-1.1, -0.35), (-0.35, -0.35),
    ),
}  # fmt: skip
"""Corners around a centre, in radii; a shape without corners is round."""
