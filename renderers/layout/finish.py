"""From a sketch to the page: levels made even, arrows on their boxes, frames, direction, a page that starts at 0, 0."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from .ends import Curve, Rectangle, tidy_ends
from .frames import cut_at_frame, place_frames
from .shape import Place, Placed, Route

if TYPE_CHECKING:
    from .plan import Plan, Sketch, Strand
    from .shape import Graph, Point

LANE = 14.0
"""The distance between two arrows that join the same two boxes."""

LOOP = 22.0
"""How far an arrow from a box to itself reaches beyond it."""


def finish(graph: Graph, plan: Plan, sketch: Sketch, simplified: str | None) -> Placed:
    """Turn a sketch into places and routes on a page."""
    boxes = _even(plan, sketch)
    places = {key: _place(graph, box) for key, box in zip(plan.keys, boxes, strict=True)}
    frames = place_frames(graph.frames, places)
    curves = _curves(plan, sketch, boxes)
    routes = []
    for arrow, strand, curve in zip(graph.arrows, plan.strands, curves, strict=True):
        points = _turned(graph, curve)
        if strand and strand.line is None:
            points = _loop(places[plan.keys[strand.box]])
        elif strand and not strand.upwards:
            points = points[::-1]
        if points and arrow.source in frames and arrow.source not in places:
            points = cut_at_frame(points, frames[arrow.source], at_start=True)
        if points and arrow.target in frames and arrow.target not in places:
            points = cut_at_frame(points, frames[arrow.target], at_start=False)
        routes.append(points)
    wanted = {frame.key for frame in graph.frames if any(key in places for key in frame.members)}
    said = " ".join([*([simplified] if simplified else []), *_missing(len(wanted) - len(frames))])
    return _on_page(graph, places, frames, routes, said or None)


def _missing(frames: int) -> list[str]:
    """Say how many frames are not drawn."""
    if not frames:
        return []
    if frames == 1:
        return ["One frame is not drawn: other boxes stand between its own."]
    return [f"{frames} frames are not drawn: other boxes stand between their own."]


def _even(plan: Plan, sketch: Sketch) -> list[Rectangle]:
    """Put all boxes of a level at exactly the same height: an engine's numbers are rounded."""
    alongs: dict[int, list[float]] = {}
    for (_, along), level in zip(sketch.centres, plan.levels, strict=True):
        alongs.setdefault(level, []).append(along)
    middle = {level: sum(values) / len(values) for level, values in alongs.items()}
    return [
        Rectangle(across, middle[level], breadth / 2, depth / 2)
        for (across, _), level, breadth, depth in zip(
            sketch.centres, plan.levels, plan.breadths, plan.depths, strict=True
        )
    ]


def _curves(plan: Plan, sketch: Sketch, boxes: list[Rectangle]) -> list[Curve]:
    """Give a curve for each arrow, from the box below to the box above; an empty one where there is no line."""
    curves: list[Curve] = [[] for _ in plan.strands]
    drawn: list[tuple[int, int, int]] = []
    for number, strand in enumerate(plan.strands):
        if strand and strand.line is not None:
            curves[number] = _in_lane(sketch.curves[strand.line], strand)
            drawn.append((strand.line, strand.lane, number))
    drawn.sort()  # not the order of the file
    ends = [(plan.lines[line].below, plan.lines[line].above) for line, _, _ in drawn]
    tidy_ends([curves[number] for _, _, number in drawn], ends, boxes)
    return curves


def _in_lane(points: tuple[Point, ...], strand: Strand) -> Curve:
    """Move a curve aside where several arrows share a line."""
    if strand.lanes == 1:
        return list(points)
    aside = (strand.lane - (strand.lanes - 1) / 2) * LANE
    along_x, along_y = points[-1][0] - points[0][0], points[-1][1] - points[0][1]
    length = hypot(along_x, along_y) or 1.0
    return [(x - along_y / length * aside, y + along_x / length * aside) for x, y in points]


def _turned(graph: Graph, points: Curve) -> tuple[Point, ...]:
    """Turn (across, along) into x and y: goals on top, at the right, or at the left."""
    if graph.direction == "up":
        return tuple(points)
    sign = -1 if graph.direction == "right" else 1
    return tuple([(sign * along, across) for across, along in points])


def _place(graph: Graph, box: Rectangle) -> Place:
    ((x, y),) = _turned(graph, [(box.x, box.y)])
    width, height = 2 * box.half_width, 2 * box.half_height
    return Place(x, y, width, height) if graph.direction == "up" else Place(x, y, height, width)


def _loop(box: Place) -> tuple[Point, ...]:
    """Lead an arrow out at the right of a box and back in, a little lower."""
    drop = min(10.0, box.height / 4)
    side, out = box.right, box.right + LOOP
    return (side, box.y - drop), (out, box.y - 2 * drop), (out, box.y + 2 * drop), (side, box.y + drop)


def _on_page(
    graph: Graph,
    places: dict[str, Place],
    frames: dict[str, Place],
    routes: list[tuple[Point, ...]],
    simplified: str | None,
) -> Placed:
    """Move everything so that it starts at 0, 0, and round it to hundredths of a point."""
    everything = [*places.values(), *frames.values()]
    points = [point for route in routes for point in route]
    left = min([*[place.left for place in everything], *[x for x, _ in points]], default=0.0)
    top = min([*[place.top for place in everything], *[y for _, y in points]], default=0.0)
    right = max([*[place.right for place in everything], *[x for x, _ in points]], default=0.0)
    bottom = max([*[place.bottom for place in everything], *[y for _, y in points]], default=0.0)

    def moved(found: dict[str, Place]) -> dict[str, Place]:
        return {
            key: Place(round(place.x - left, 2), round(place.y - top, 2), round(place.width, 2), round(place.height, 2))
            for key, place in sorted(found.items())
        }

    return Placed(
        width=round(right - left, 2),
        height=round(bottom - top, 2),
        places=moved(places),
        routes=tuple(
            [
                Route(arrow.source, arrow.target, tuple([(round(x - left, 2), round(y - top, 2)) for x, y in route]))
                for arrow, route in zip(graph.arrows, routes, strict=True)
            ]
        ),
        frames=moved(frames),
        simplified=simplified,
    )
