"""From a sketch to the page: lanes for arrows that share a line, frames, direction, and a page that starts at 0, 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .shape import Graph, Place, Placed, Point, Route

if TYPE_CHECKING:
    from .layout_plan import Plan, Sketch, Strand

LANE = 12.0
"""The distance between two arrows that join the same two boxes."""

FRAME_SIDE = 14.0
"""How far a frame is from its boxes."""

FRAME_HEAD = 26.0
"""How far the top of a frame is from its boxes: there its name is written."""

LOOP = 22.0
"""How far an arrow from a box to itself reaches beyond it."""


def finish(graph: Graph, plan: Plan, sketch: Sketch, simplified: str | None) -> Placed:
    """Turn a sketch into places and routes on a page."""
    turned = [_turn(graph, centre) for centre in sketch.centres]
    upright = graph.direction == "up"
    places = {
        key: Place(x, y, breadth if upright else depth, depth if upright else breadth)
        for key, (x, y), breadth, depth in zip(plan.keys, turned, plan.breadths, plan.depths, strict=True)
    }
    frames = _frames(graph, places)
    curves = []
    for arrow, strand in zip(graph.arrows, plan.strands, strict=True):
        curve = _curve(graph, plan, sketch, strand) if strand else ()
        curves.append(curve)
    return _on_page(graph, places, frames, curves, simplified)


def _turn(graph: Graph, point: Point) -> Point:
    """Turn (across, along) into x and y: goals on top, at the right, or at the left."""
    across, along = point
    if graph.direction == "up":
        return across, along
    return (-along, across) if graph.direction == "right" else (along, across)


def _curve(graph: Graph, plan: Plan, sketch: Sketch, strand: Strand) -> tuple[Point, ...]:
    if strand.line is None:
        return _loop(_turn(graph, sketch.centres[strand.box]), plan, strand.box, upright=graph.direction == "up")
    aside = (strand.lane - (strand.lanes - 1) / 2) * LANE
    points = [_turn(graph, (across + aside, along)) for across, along in sketch.curves[strand.line]]
    return tuple(points if strand.upwards else points[::-1])


def _loop(centre: Point, plan: Plan, box: int, *, upright: bool) -> tuple[Point, ...]:
    """Lead an arrow out at the right of a box and back in, a little lower."""
    x, y = centre
    width, height = (plan.breadths[box], plan.depths[box]) if upright else (plan.depths[box], plan.breadths[box])
    side, drop = x + width / 2, min(10.0, height / 4)
    return (side, y - drop), (side + LOOP, y - 2 * drop), (side + LOOP, y + 2 * drop), (side, y + drop)


def _frames(graph: Graph, places: dict[str, Place]) -> dict[str, Place]:
    frames: dict[str, Place] = {}
    for frame in sorted(graph.frames, key=lambda frame: (len(frame.members), frame.key)):
        members = [places[key] for key in frame.members if key in places]
        if not members:
            continue
        left = min([place.left for place in members]) - FRAME_SIDE
        right = max([place.right for place in members]) + FRAME_SIDE
        top = min([place.top for place in members]) - FRAME_HEAD
        bottom = max([place.bottom for place in members]) + FRAME_SIDE
        frames[frame.key] = Place((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)
    return frames


def _on_page(
    graph: Graph,
    places: dict[str, Place],
    frames: dict[str, Place],
    curves: list[tuple[Point, ...]],
    simplified: str | None,
) -> Placed:
    everything = [*places.values(), *frames.values()]
    points = [point for curve in curves for point in curve]
    left = min([*[place.left for place in everything], *[x for x, _ in points]], default=0.0)
    top = min([*[place.top for place in everything], *[y for _, y in points]], default=0.0)
    right = max([*[place.right for place in everything], *[x for x, _ in points]], default=0.0)
    bottom = max([*[place.bottom for place in everything], *[y for _, y in points]], default=0.0)

    def moved(found: dict[str, Place]) -> dict[str, Place]:
        return {
            key: Place(round(place.x - left, 2), round(place.y - top, 2), place.width, place.height)
            for key, place in sorted(found.items())
        }

    routes = [
        Route(arrow.source, arrow.target, tuple([(round(x - left, 2), round(y - top, 2)) for x, y in curve]))
        for arrow, curve in zip(graph.arrows, curves, strict=True)
    ]
    return Placed(
        width=round(right - left, 2),
        height=round(bottom - top, 2),
        places=moved(places),
        routes=tuple(routes),
        frames=moved(frames),
        simplified=simplified,
    )
