"""The border of a box or frame to which something happened: a second line around what is new, dashes where it is gone.

What falls or comes late has a colour too, but a sign, words and the line itself say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .changed import FALLING, LATE
from .curves import number as num

if TYPE_CHECKING:
    from ..themes import Theme

_WIDE: Final = {"lost": 3.5, "untrue": 3.5, "falls": 2.5, "late": 2.5, "waits": 2.0}
_DASHES: Final = {"removed": "7 5", "falls": "10 4", "waits": "3 3"}
_APART: Final = 4


def edge(theme: Theme, change: str, usual: str) -> str:
    """Give the colour of what falls or comes late."""
    if change in FALLING:
        return theme.marks["against"].edge
    return theme.marks["assumption"].edge if change in LATE else usual


def pen(change: str, usual: float, dashes: str = "") -> str:
    """Give the width and the dashes of a border as attributes; ``usual`` and ``dashes`` are those without a change."""
    dashed = _DASHES.get(change, dashes)
    written = f' stroke-width="{num(_WIDE.get(change, usual))}"'
    return written + (f' stroke-dasharray="{dashed}"' if dashed else "")


def second(change: str, corner: float, colour: str, place: tuple[float, float, float, float]) -> str:
    """Draw a second border around what is new; ``place`` is its x, y, width and height."""
    if change != "added":
        return ""
    x, y, width, height = place
    at = f'x="{num(x - _APART)}" y="{num(y - _APART)}"'
    size = f'width="{num(width + 2 * _APART)}" height="{num(height + 2 * _APART)}"'
    return f'<rect {at} {size} rx="{num(corner + _APART)}" fill="none" stroke="{colour}" stroke-width="1.5"/>'
