"""The pathways: a quiet frame around the boxes of each, or its name on its boxes where no frame can hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import one_line
from ..layout.frames import HEAD
from ..lettering.fonts import width
from .cards import SIDE, mark_pills, partner_pills, pill, shorten
from .scene import Line, Surround

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..layout.shape import Place
    from .arranged import Arranged
    from .markers import Ground
    from .scene import Pill


def place_surrounds(arranged: Arranged, frames: Mapping[str, Place], ground: Ground) -> tuple[Surround, ...]:
    """Draw the pathways' frames, outer ones first, each with its name at its head, where no arrow passes."""
    if not arranged.telling.shows("pathways"):
        return ()
    by_size = sorted(frames.items(), key=lambda frame: (-frame[1].width * frame[1].height, frame[0]))
    return tuple([_surround(arranged, key, place, ground) for key, place in by_size])


def _surround(arranged: Arranged, key: str, place: Place, ground: Ground) -> Surround:
    telling = arranged.telling
    name = shorten(_name(arranged, key), place.width - 40, 11, bold=True)
    wide = width(name, 11, bold=True)
    pills, end = [], 28 + wide + 8
    for each in [*partner_pills(telling, key), *mark_pills(arranged.marks.about.get(key, ()))]:
        if end + each.width < place.width - 8:
            pills.append(each.moved(end, 3))
            end += each.width + 4
    left, top = round(place.left, 2), round(place.top, 2)
    shift = next((by for by in range(0, int(place.width - end), 24) if _is_free(ground, left + by, top, end)), 0)
    x = left + shift
    ground.put((x, top, x + end, top + HEAD))
    line = Line(x + 28, top + 17, name, 11, "frame", bold=True, width=wide, from_right=telling.runs_left(name))
    moved = tuple([each.moved(x, top) for each in pills])
    return Surround(key, left, top, place.width, place.height, line, (x + 16, top + 13), moved)


def _is_free(ground: Ground, x: float, top: float, wide: float) -> bool:
    rect = (x + 6, top + 4, x + wide, top + HEAD - 4)
    return not ground.crossed(rect, -1) and not ground.covered(rect)


def place_tags(arranged: Arranged, places: Mapping[str, Place], frames: Mapping[str, Place]) -> tuple[Pill, ...]:
    """Name the pathways that have no frame on the upper border of their boxes, as far as there is room."""
    tags: list[Pill] = []
    used: dict[str, float] = {}
    for key, members in arranged.contents.frames.items():
        for member in members if key not in frames and arranged.telling.shows("pathways") else ():
            tag, place, x = frame_tag(arranged, key), places[member], used.get(member, SIDE)
            if x + tag.width <= place.width - SIDE:
                tags.append(tag.moved(round(place.left + x, 2), round(place.top - tag.height / 2, 2)))
                used[member] = x + tag.width + 4
    return tuple(tags)


def frame_tag(arranged: Arranged, key: str) -> Pill:
    """Make a small label with the name of a pathway."""
    return pill(_name(arranged, key), "frame", bold=True)


def _name(arranged: Arranged, key: str) -> str:
    return one_line(arranged.telling.text(arranged.telling.theory.by_id[key])) or key
