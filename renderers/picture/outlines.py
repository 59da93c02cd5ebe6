"""The outline of each kind of box, so that kinds differ in shape and line as well as in colour and name.

Outlines fill the box they are drawn for; all of them leave its four sides where arrows end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .curves import number


@dataclass(frozen=True, slots=True)
class Outline:
    """How the border of a kind looks: the rounding of its corners, the thickness of its pen, its dashes.

    ``cut`` corners are straight instead of round; a ``folded`` sheet has its upper corner turned down; ``bar`` is a
    thick stretch at the ``start``, or at the ``foot``; ``double`` draws a second, inner line.
    """

    corner: float = 8.0
    pen: float = 1.5
    dashes: str = ""
    cut: bool = False
    folded: bool = False
    bar: str = ""
    double: bool = False


OUTLINES: Final = {
    "goal": Outline(corner=12, pen=3),
    "outcome": Outline(corner=10),
    "output": Outline(corner=2, folded=True),
    "activity": Outline(corner=4, bar="start"),
    "input": Outline(corner=2, bar="foot"),
    "condition": Outline(corner=8, dashes="5 4"),
    "barrier": Outline(corner=10, pen=2, cut=True),
    "pathway": Outline(corner=8, double=True),
    "stakeholder": Outline(corner=20),
    "aim": Outline(corner=20, double=True),
    "stub": Outline(corner=8, dashes="2 4"),
    "other": Outline(corner=4),
}
"""The outline of every kind that a theme has colours for."""

_FOLD: Final = 12.0
_BAR: Final = 5.0
_FOOT: Final = 4.0
_INSET: Final = 3.0


def outline_path(kind: str, width: float, height: float) -> str:
    """Draw the outline of a box at 0, 0."""
    outline = OUTLINES[kind]
    w, h, c = number(width), number(height), outline.corner
    if outline.folded:
        return f"M0 0H{number(width - _FOLD)}L{w} {number(_FOLD)}V{h}H0z"
    corner = number(c)
    if outline.cut:
        right, bottom = number(width - c), number(height - c)
        return f"M{corner} 0H{right}L{w} {corner}V{bottom}L{right} {h}H{corner}L0 {bottom}V{corner}z"
    return _rounded(0, 0, width, height, c)


def detail_path(kind: str, width: float, height: float) -> tuple[str, bool]:
    """Draw what an outline has besides its border; the second value says whether it is filled."""
    outline = OUTLINES[kind]
    w, h, c = number(width), number(height), number(outline.corner)
    if outline.folded:
        return f"M{number(width - _FOLD)} 0V{number(_FOLD)}H{w}", False
    if outline.bar == "start":
        low = number(height - outline.corner)
        return f"M{c} 0H{number(_BAR)}V{h}H{c}A{c} {c} 0 0 1 0 {low}V{c}A{c} {c} 0 0 1 {c} 0z", True
    if outline.bar == "foot":
        return f"M0 {number(height - _FOOT)}H{w}V{h}H0z", True
    if outline.double:
        return _rounded(_INSET, _INSET, width - 2 * _INSET, height - 2 * _INSET, outline.corner - _INSET), False
    return "", False


def _rounded(x: float, y: float, width: float, height: float, corner: float) -> str:
    across, down, c = number(width - 2 * corner), number(height - 2 * corner), number(corner)
    arc = f"a{c} {c} 0 0 1"
    start = f"M{number(x + corner)} {number(y)}"
    return f"{start}h{across}{arc} {c} {c}v{down}{arc} -{c} {c}h-{across}{arc} -{c} -{c}v-{down}{arc} {c} -{c}z"
