"""The arranged part of a picture: bands, frames, boxes and arrows on their places, with the markers between them.

A layout gives places on a page of its own; here they move to where they belong on ours, below the title and beside the
names of the bands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .cards import SIDE, heading, mark_pill, mark_pills, partner_pills, pill, shorten
from .escape import one_line
from .fonts import width, wrap
from .layout_frames import HEAD as FRAME_HEAD
from .markers import Ground, place_markers
from .scene import Band, Ceiling, Line, Stroke, Surround
from .shape import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .contents import Contents, Drawn
    from .curves import Curve
    from .marks import Marks
    from .rows import Rows
    from .scene import Box, Pill
    from .shape import Direction, Placed
    from .telling import Telling

MARGIN: Final = 32.0
"""From the edge of the page to whatever has words."""

EDGE: Final = 16.0
"""From the edge of the page to the bands."""

PAD: Final = 20.0
"""From the border of a band to its boxes."""

NAMES: Final = 36.0
"""The height of the names of the bands, where they stand above the boxes."""

GUTTER: Final = 112.0
"""The greatest width of the names of the bands, where they stand beside the boxes."""

_LINE: Final = 14.0
_TAG_STEP: Final = 48.0


@dataclass(frozen=True, slots=True)
class Arranged:
    """A layout and everything that it is a layout of. ``way`` says where the goals are."""

    telling: Telling
    contents: Contents
    marks: Marks
    rows: Rows
    placed: Placed
    way: Direction

    @property
    def upright(self) -> bool:
        """Say whether the goals are on top."""
        return self.way == "up"

    @property
    def bands(self) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
        """Give the bands to draw."""
        return self.rows.bands if self.telling.shows("bands") else ()

    @property
    def gutter(self) -> float:
        """Give the space to keep beside the boxes for the names of the bands."""
        if not self.upright or not self.bands:
            return 0.0
        return max([line.width for band in self.bands for line in _names(self, band, 0, 0, GUTTER)]) + PAD

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
            return self.placed.height + 2 * PAD
        tag = NAMES if self.rows.ceiling is not None else 0.0
        return self.placed.height + PAD + tag + (NAMES if self.bands else PAD)


@dataclass(frozen=True, slots=True)
class Body:
    """What `place_body` gives: everything on its place on the page."""

    bands: tuple[Band, ...]
    surrounds: tuple[Surround, ...]
    ceiling: Ceiling | None
    strokes: tuple[Stroke, ...]
    boxes: tuple[Box, ...]
    tags: tuple[Pill, ...]


def place_body(arranged: Arranged, top: float, wide: float) -> Body:
    """Put everything on its place, below ``top``, on a page of this width."""
    right = round(MARGIN + arranged.gutter + (wide - arranged.width) / 2)
    down = round(top + (PAD if arranged.upright or not arranged.bands else NAMES))
    places = {key: _moved(place, right, down) for key, place in arranged.placed.places.items()}
    frames = {key: _moved(place, right, down) for key, place in arranged.placed.frames.items()}
    boxes = _boxes(arranged, places)
    tags = _tags(arranged, places, frames)
    bands = _bands(arranged, places, top, wide)
    strokes = _strokes(arranged, frames, right, down)
    solid = [(box.x, box.y, box.x + box.width, box.y + box.height) for box in boxes]
    solid += [_pill_rect(tag) for tag in tags]
    ground = Ground.of(strokes, [*solid, *[_rect(line) for band in bands for line in band.lines]])
    surrounds = _surrounds(arranged, frames, ground)
    ceiling = _ceiling(arranged, places, ground, (top, wide))
    pills = place_markers(strokes, ground)
    strokes = tuple([
        Stroke(each.kind, each.source, each.target, each.curve, found)
        for each, found in zip(strokes, pills, strict=True)
    ])  # fmt: skip
    return Body(bands, surrounds, ceiling, strokes, boxes, tags)


def _boxes(arranged: Arranged, places: Mapping[str, Place]) -> tuple[Box, ...]:
    """Put the boxes in the order of reading: from the goals on, then along the level."""
    boxes = [
        arranged.contents.boxes[key]._replace(x=round(place.left, 2), y=round(place.top, 2))
        for key, place in places.items()
    ]
    if arranged.upright:
        return tuple(sorted(boxes, key=lambda box: (arranged.rows.of[box.key], box.x, box.y)))
    return tuple(sorted(boxes, key=lambda box: (arranged.rows.of[box.key], box.y, box.x)))


def _tags(arranged: Arranged, places: Mapping[str, Place], frames: Mapping[str, Place]) -> tuple[Pill, ...]:
    """Name the pathways that have no frame on the upper border of their boxes, as far as there is room."""
    tags: list[Pill] = []
    used: dict[str, float] = {}
    for key, members in arranged.contents.frames.items():
        for member in members if key not in frames and arranged.telling.shows("pathways") else ():
            tag, place, x = _frame_tag(arranged, key), places[member], used.get(member, SIDE)
            if x + tag.width <= place.width - SIDE:
                tags.append(tag.moved(round(place.left + x, 2), round(place.top - tag.height / 2, 2)))
                used[member] = x + tag.width + 4
    return tuple(tags)


def _frame_tag(arranged: Arranged, key: str) -> Pill:
    return pill(_name(arranged, key), "frame", bold=True)


def _bands(arranged: Arranged, places: Mapping[str, Place], top: float, wide: float) -> tuple[Band, ...]:
    bands: list[Band] = []
    bottom = top + arranged.height
    for band in arranged.bands:
        inside = [place for key, place in places.items() if band[0] <= arranged.rows.of[key] <= band[1]]
        if not inside:
            continue
        if arranged.upright:
            y = min([place.top for place in inside]) - PAD
            high = max([place.bottom for place in inside]) + PAD - y
            names = _names(arranged, band, MARGIN, y + PAD + 4, GUTTER)
            bands.append(Band(EDGE, round(y, 2), wide - 2 * EDGE, round(high, 2), names))
        else:
            x = min([place.left for place in inside]) - EDGE
            across = max([place.right for place in inside]) + EDGE - x
            names = _names(arranged, band, x + EDGE, top + PAD + 4, across - 2 * EDGE)
            bands.append(Band(round(x, 2), top, round(across, 2), bottom - top, names))
    return tuple(bands)


def _names(
    arranged: Arranged, band: tuple[int, int, tuple[str, ...]], x: float, y: float, limit: float
) -> tuple[Line, ...]:
    """Write the name of a band; beside the boxes it may take several lines."""
    counts = [
        sum([1 for key, level in arranged.rows.of.items() if band[0] <= level <= band[1] and arranged.contents.boxes[key].kind == kind])
        for kind in band[2]
    ]
    said = [arranged.telling.words.heading(kind, count) for kind, count in zip(band[2], counts, strict=True)]
    if not arranged.upright:
        return (heading(" · ".join(said), x, y, "muted", limit),)
    lines = [text for name in said for text in wrap(name, limit * 0.72, 10, bold=True)]
    return tuple([heading(text, x, y + _LINE * number, "muted", limit) for number, text in enumerate(lines)])


def _surrounds(arranged: Arranged, frames: Mapping[str, Place], ground: Ground) -> tuple[Surround, ...]:
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
    ground.put((x, top, x + end, top + FRAME_HEAD))
    line = Line(x + 28, top + 17, name, 11, "frame", bold=True, width=wide, from_right=telling.runs_left(name))
    moved = tuple([each.moved(x, top) for each in pills])
    return Surround(key, left, top, place.width, place.height, line, (x + 16, top + 13), moved)


def _is_free(ground: Ground, x: float, top: float, wide: float) -> bool:
    rect = (x + 6, top + 4, x + wide, top + FRAME_HEAD - 4)
    return not ground.crossed(rect, -1) and not ground.covered(rect)


def _name(arranged: Arranged, key: str) -> str:
    return one_line(arranged.telling.text(arranged.telling.theory.by_id[key])) or key


def _strokes(arranged: Arranged, frames: Mapping[str, Place], right: float, down: float) -> tuple[Stroke, ...]:
    strokes = []
    for drawn, route in zip(arranged.contents.arrows, arranged.placed.routes, strict=True):
        curve: Curve = tuple([(x + right, y + down) for x, y in route.points])
        strokes.append(Stroke(drawn.link.kind, drawn.source, drawn.target, curve, _arrow_pills(arranged, drawn, frames) if curve else ()))
    return tuple(strokes)


def _arrow_pills(arranged: Arranged, drawn: Drawn, frames: Mapping[str, Place]) -> tuple[Pill, ...]:
    """Collect what stands on an arrow: its sign, its marks, and the name of a pathway that has no frame."""
    pills = [mark_pill("against", "−")] if drawn.link.kind == "works-against" else []
    pills += mark_pills(arranged.marks.about.get(drawn.link.ref, ()))
    homeless = [end for end in (drawn.source, drawn.target) if end in arranged.contents.frames and end not in frames]
    return (*pills, *[_frame_tag(arranged, end) for end in homeless])


def _ceiling(
    arranged: Arranged,
    places: Mapping[str, Place],
    ground: Ground,
    page: tuple[float, float],
) -> Ceiling | None:
    """Draw the line between what lies beyond the ceiling and the rest, with its words where no arrow passes."""
    level, (top, wide) = arranged.rows.ceiling, page
    if level is None or not places:
        return None
    tag = pill(arranged.telling.words("picture.ceiling"), "ceiling", limit=wide - 2 * MARGIN)
    beyond = [place for key, place in places.items() if arranged.rows.of[key] < level]
    rest = [place for key, place in places.items() if arranged.rows.of[key] >= level]
    if arranged.upright:
        y = _between([place.bottom for place in beyond], [place.top for place in rest])
        tag = _free(tag, y, ground, wide)
        ground.put(_pill_rect(tag))
        return Ceiling((EDGE, y), (wide - EDGE, y), tag)
    before, after = (rest, beyond) if arranged.way == "right" else (beyond, rest)
    x = _between([place.right for place in before], [place.left for place in after])
    bottom = top + arranged.height
    left = min(max(x - tag.width / 2, MARGIN), wide - MARGIN - tag.width)
    return Ceiling((x, top + 8), (x, bottom - 8), tag.moved(left, bottom - tag.height - 8))


def _between(before: list[float], after: list[float]) -> float:
    """Give the middle between two levels, or a little off the one there is."""
    if before and after:
        return round((max(before) + min(after)) / 2, 2)
    return min(after) - PAD / 2 if after else max(before) + PAD / 2


def _free(tag: Pill, y: float, ground: Ground, wide: float) -> Pill:
    """Find the place on a level line, from its end, where a label covers nothing."""
    best = tag.moved(wide - MARGIN - tag.width, y - tag.height / 2)
    x = best.x
    while x >= MARGIN:
        there = tag.moved(x, y - tag.height / 2)
        if not ground.covered(_pill_rect(there)) and not ground.crossed(_pill_rect(there), -1):
            return there
        x -= _TAG_STEP
    return best


def _moved(place: Place, x: float, y: float) -> Place:
    return Place(place.x + x, place.y + y, place.width, place.height)


def _rect(line: Line) -> tuple[float, float, float, float]:
    return line.left, line.y - line.size, line.left + line.width, line.y + 3


def _pill_rect(tag: Pill) -> tuple[float, float, float, float]:
    return tag.x, tag.y, tag.x + tag.width, tag.y + tag.height
