"""What looks for a free place between boxes and arrows: names of frames, the words of the ceiling, markers of arrows.

Each takes its place on a ground that those before it have left, in this order. It is the dearest part of a picture
after the layout, and as long as no box changes its size it comes out the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ..kept import FEW, kept
from ..layout.frames import HEAD
from .arranged import MARGIN, pill_rect
from .markers import Ground, place_markers

if TYPE_CHECKING:
    from .markers import Rect
    from .scene import Ceiling, Pill, Stroke, Surround

_NAME_STEP: Final = 24
_TAG_STEP: Final = 48.0


class Headed(NamedTuple):
    """A frame whose name, icon and labels are still relative to its corner, and how much room they need from there."""

    surround: Surround
    wide: float


class Settled(NamedTuple):
    """Everything that looked for a place, with its place."""

    surrounds: tuple[Surround, ...]
    ceiling: Ceiling | None
    strokes: tuple[Stroke, ...]


@kept(FEW)
def settle(
    strokes: tuple[Stroke, ...], solid: tuple[Rect, ...], heads: tuple[Headed, ...], ceiling: Ceiling | None
) -> Settled:
    """Give frames, ceiling and markers their places. ``solid`` is what must not be covered; markers come at 0, 0.

    The words of a level ceiling come at its end and are moved along it.
    """
    ground = Ground.of(strokes, solid)
    surrounds = tuple([_headed(head, ground) for head in heads])
    if ceiling and ceiling.start[1] == ceiling.end[1]:
        tag = _free(ceiling.pill, ground)
        ground.put(pill_rect(tag))
        ceiling = ceiling._replace(pill=tag)
    pills = place_markers(strokes, ground)
    return Settled(
        surrounds, ceiling, tuple([each._replace(pills=found) for each, found in zip(strokes, pills, strict=True)])
    )


def _headed(head: Headed, ground: Ground) -> Surround:
    """Move the name of a frame along its head to where no arrow passes."""
    it, end = head
    room = range(0, int(it.width - end), _NAME_STEP)
    x, top = it.x + next((by for by in room if _is_free(ground, it.x + by, it.y, end)), 0), it.y
    ground.put((x, top, x + end, top + HEAD))
    return it._replace(
        line=it.line._replace(x=x + it.line.x, y=top + it.line.y),
        icon_at=(x + it.icon_at[0], top + it.icon_at[1]),
        pills=tuple([pill.moved(x, top) for pill in it.pills]),
    )


def _is_free(ground: Ground, x: float, top: float, wide: float) -> bool:
    rect = (x + 6, top + 4, x + wide, top + HEAD - 4)
    return not ground.crossed(rect, -1) and not ground.covered(rect)


def _free(tag: Pill, ground: Ground) -> Pill:
    """Find the place on a level line, from its end, where a label covers nothing."""
    x = tag.x
    while x >= MARGIN:
        there = tag._replace(x=x)
        if not ground.covered(pill_rect(there)) and not ground.crossed(pill_rect(there), -1):
            return there
        x -= _TAG_STEP
    return tag
