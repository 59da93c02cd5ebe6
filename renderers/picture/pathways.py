"""The pathways: a quiet frame around the boxes of each, or its name on its boxes where no frame can hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import one_line
from ..lettering.fonts import width
from .cards import SIDE, change_pill, mark_pills, partner_pills, pill, shorten
from .changed import QUIET, sign
from .scene import Line, Surround
from .settled import Headed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..layout.shape import Place
    from .arranged import Arranged
    from .scene import Pill


def heads(arranged: Arranged, frames: Mapping[str, Place]) -> tuple[Headed, ...]:
    """Draw the pathways' frames, outer ones first, each with what is to stand at its head, where no arrow passes."""
    if not arranged.telling.shows("pathways"):
        return ()
    by_size = sorted(frames.items(), key=lambda frame: (-frame[1].width * frame[1].height, frame[0]))
    return tuple([_head(arranged, key, place) for key, place in by_size])


def _head(arranged: Arranged, key: str, place: Place) -> Headed:
    telling = arranged.telling
    change = telling.changes.get(key, ("", ()))[0]
    whole, room = _name(arranged, key), place.width - 40
    happened = [change_pill(telling, change)] if change not in ("", QUIET) else []
    if happened and width(whole, 11, bold=True) + happened[0].width >= room - 4:
        whole, happened = f"{sign(change)} {whole}", []
    name = shorten(whole, room, 11, bold=True)
    wide = width(name, 11, bold=True)
    pills, end = [], 28 + wide + 8
    for each in [*happened, *partner_pills(telling, key), *mark_pills(arranged.marks.about.get(key, ()))]:
        if end + each.width < place.width - 8:
            # What is new in the frame has a border around its border.
            pills.append(each.moved(end, 1 if happened else 3))
            end += each.width + 4
    left, top = round(place.left, 2), round(place.top, 2)
    line = Line(28, 17, name, 11, "frame", bold=True, width=wide, from_right=telling.runs_left(name))
    return Headed(Surround(key, left, top, place.width, place.height, line, (16, 13), tuple(pills), change), end)


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
    change = arranged.telling.changes.get(key, ("", ()))[0]
    name = _name(arranged, key)
    return pill(f"{sign(change)} {name}" if change not in ("", QUIET) else name, "frame", bold=True)


def _name(arranged: Arranged, key: str) -> str:
    return one_line(arranged.telling.text(arranged.telling.theory.by_id[key])) or key
