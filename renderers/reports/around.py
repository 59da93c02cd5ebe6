"""Cards around an oval, and arrows across it: who is tied to whom has no top and no bottom.

The oval is as small as it can be with no two cards closer than a gap. Cards that have much to do with each other stand
beside each other. Arrows run through the free middle, so that none passes behind a card on its way. The same cards and
ties always come to the same places.
"""

from __future__ import annotations

from itertools import combinations
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..layout.shape import Point
    from ..picture.curves import Curve

    Size = tuple[float, float]
    """Width and height."""

    Tie = tuple[str, str]
    """The names at both ends."""

_GAP: Final = (30.0, 26.0)
_TIED: Final = (84.0, 48.0)
"""What has to be free between cards that are tied, so that an arrow with words on it has room: across or down."""

_FLAT: Final = (1.75, 1.4, 1.1)
_PAPER: Final = 1.5
"""How wide paper on its side is for its height, less what stands around the drawing."""

_GROWS: Final = 1.04
_INWARDS: Final = 1.0
_SHARE: Final = 0.28
_APART: Final = 16.0


def seats(sizes: Mapping[str, Size], ties: Iterable[Tie], *, from_right: bool) -> dict[str, Point]:
    """Give the middle of every card, with the middle of the oval at 0, 0."""
    pairs = list(ties)
    order, tied = _order(list(sizes), pairs), frozenset([*pairs, *[tie[::-1] for tie in pairs]])
    tried = [_oval(order, sizes, tied, flat) for flat in _FLAT]
    found = min(tried, key=_room)
    return {name: (-x if from_right else x, y) for name, (x, y) in found.items()}


def _room(found: Mapping[str, Point]) -> float:
    """Say how much room an oval takes on paper that lies on its side."""
    return max([max(abs(x), _PAPER * abs(y)) for x, y in found.values()], default=0.0)


def _oval(order: Sequence[str], sizes: Mapping[str, Size], tied: frozenset[Tie], flat: float) -> dict[str, Point]:
    """Seat the cards on the smallest oval of a shape that has room for them; ``flat`` is its width by its height."""
    turns = [pi + 2 * pi * number / max(1, len(order)) for number in range(len(order))]
    low = max([high for _, high in sizes.values()], default=0.0) / 2 + _GAP[1] if len(order) > 1 else 0.0
    while True:
        found = {name: (low * flat * cos(turn), low * sin(turn)) for name, turn in zip(order, turns, strict=True)}
        if not low or not _too_close(found, sizes, tied):
            return found
        low *= _GROWS


def _order(names: list[str], ties: Sequence[Tie]) -> list[str]:
    """Seat next to each other who has most to do with each other; among equals, in the order of the text."""
    near: dict[str, dict[str, int]] = {name: {} for name in names}
    for one, other in ties:
        near[one][other] = near[one].get(other, 0) + 1
        near[other][one] = near[other].get(one, 0) + 1
    seated: list[str] = []
    left = dict.fromkeys(names)
    while left:
        last = seated[-2:]
        best = max(left, key=lambda name: [near[name].get(one, 0) for one in reversed(last)] if last else [0])
        seated.append(best)
        del left[best]
    return seated


def _too_close(found: Mapping[str, Point], sizes: Mapping[str, Size], tied: frozenset[Tie]) -> bool:
    return any(
        _is_close(found[one], found[other], (sizes[one], sizes[other]), _TIED if (one, other) in tied else _GAP)
        for one, other in combinations(found, 2)
    )


def _is_close(one: Point, other: Point, sizes: tuple[Size, Size], gap: tuple[float, float]) -> bool:
    return all(abs(one[at] - other[at]) < (sizes[0][at] + sizes[1][at]) / 2 + gap[at] for at in (0, 1))


def way(start: Point, end: Point, sizes: tuple[Size, Size], *, aside: bool) -> Curve:
    """Give the curve from one card to another, from border to border, bent inwards where other cards may lie between.

    With ``aside`` it keeps to its right, so that two arrows between the same cards lie apart.
    """
    far = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    x, y = (-(end[1] - start[1]) / far, (end[0] - start[0]) / far)
    by = _APART if aside else 0.0
    share_of_oval = min(1.0, far / (hypot(*start) + hypot(*end) or 1.0))
    inwards = _INWARDS * share_of_oval * (1 - share_of_oval)
    bends = [
        (at[0] * (1 - inwards) + (end[0] - start[0]) * share + x * by,
         at[1] * (1 - inwards) + (end[1] - start[1]) * share + y * by)
        for at, share in ((start, _SHARE), (end, -_SHARE))
    ]  # fmt: skip
    shift = (x * by / 2, y * by / 2)
    first, last = _border(start, bends[0], sizes[0], shift), _border(end, bends[1], sizes[1], shift)
    return first, bends[0], bends[1], last


def _border(middle: Point, towards: Point, size: Size, shift: Point) -> Point:
    """Give the place where the way from the middle of a card to a point leaves the card."""
    x, y = towards[0] - middle[0], towards[1] - middle[1]
    share = min(
        [half / abs(step) for half, step in ((size[0] / 2, x), (size[1] / 2, y)) if step],
        default=0.0,
    )
    sides = (size[0] / 2, size[1] / 2)
    moved = [
        max(-side, min(side, step * share + by)) for side, step, by in zip(sides, (x, y), shift, strict=True)
    ]  # fmt: skip
    return middle[0] + moved[0], middle[1] + moved[1]
