"""A plan as a graph in the DOT language that holds nothing but sizes, and Graphviz' answer as a sketch.

Graphviz gets boxes called n0, n1… without a label, and only what did not crash it in long trials: one edge a statement,
no parallel edges, no edge labels, no ports, levels as ``rank=same`` with ``newrank``. It always arranges from top to
bottom with the goals on top; the direction of the picture is made afterwards. Sizes are sent and positions come
back in inches; a sketch is in points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .flat import flat_curves
from .plan import Sketch

if TYPE_CHECKING:
    from .plan import Plan
    from .shape import Point

INCH = 72.0

NO_LIMIT = 10_000
"""The inches of a side that is not to be squeezed."""

PIECE = 4
"""The points of the shortest curve."""

PART = "Graphviz gave only a part of the picture."

LARGE = 2_000
"""Above so many boxes and pieces of lines, Graphviz is asked to look less hard for the best order and places.

At 2,000 boxes that takes less than half the time, and lines are 2 % longer in all.
"""


def write_dot(plan: Plan, *, frames: bool, splines: str = "true") -> str:
    """Write a plan in the DOT language. With ``frames``, groups are clusters, whose boxes stay together.

    Lines between boxes of one level are left out then: together with clusters, Graphviz loses some of them.
    """
    settings = f"newrank=true splines={splines} nodesep={_inches(plan.gap)} ranksep={_inches(plan.level_gap)}"
    if size(plan) > LARGE:
        settings += " mclimit=0.25 nslimit=0.2 nslimit1=2"
    if plan.squeeze:
        settings += f' ratio=compress size="{_inches(plan.squeeze)},{NO_LIMIT}"'
    lines = [
        "digraph{",
        f"graph[{settings}]",
        'node[shape=box fixedsize=true label=""]',
        "edge[dir=none]",
    ]
    lines += [
        f"n{box}[width={_inches(breadth)} height={_inches(depth)}]"
        for box, (breadth, depth) in enumerate(zip(plan.breadths, plan.depths, strict=True))
    ]
    lines += ["{rank=same " + ";".join([f"n{box}" for box in row]) + "}" for row in plan.rows if len(row) > 1]
    if frames:
        lines += _clusters(plan)
    lines += [
        f"n{line.above}->n{line.below}" + ("" if line.firm else "[weight=0]")
        for line in plan.lines
        if not frames or plan.levels[line.above] < plan.levels[line.below]
    ]
    return "\n".join([*lines, *_spine(plan), "}"])


def size(plan: Plan) -> int:
    """Count what an engine has to order: boxes, and the pieces of lines from level to level."""
    return len(plan.keys) + sum([plan.levels[line.below] - plan.levels[line.above] for line in plan.lines])


def _inches(points: float) -> str:
    return f"{points / INCH:.4f}"


def _clusters(plan: Plan) -> list[str]:
    """Nest the groups as clusters. Groups are in an order in which outer ones come first."""
    inside: dict[int | None, list[int]] = {}
    for number, group in enumerate(plan.groups):
        inside.setdefault(group.parent, []).append(number)
    lines: list[str] = []
    waiting: list[int | None] = list(reversed(inside.get(None, [])))
    while waiting:
        outer = waiting.pop()
        if outer is None:
            lines.append("}")
            continue
        inner = inside.get(outer, [])
        own = plan.groups[outer].members.difference(*[plan.groups[number].members for number in inner])
        lines.append(f"subgraph cluster_{outer}{{margin={plan.frame_gap:.0f}")
        lines += [f"n{box}" for box in sorted(own)]
        waiting += [None, *reversed(inner)]
    return lines


def _spine(plan: Plan) -> list[str]:
    """Keep the levels apart and in order where the lines alone do not: by a chain of nothing, one link a level."""
    joined = {
        plan.levels[line.above]
        for line in plan.lines
        if line.firm and plan.levels[line.below] - plan.levels[line.above] == 1
    }
    rows = plan.rows
    if len(joined) >= len(rows) - 1:
        return []
    first = len(plan.keys)
    links = [f"n{first + level}[width=0.01 height=0.01]" for level in range(len(rows))]
    links += [f"{{rank=same n{first + level};n{row[0]}}}" for level, row in enumerate(rows)]
    return links + [f"n{first + level}->n{first + level + 1}[style=invis]" for level in range(len(rows) - 1)]


def read_plain(plan: Plan, plain: str) -> Sketch:
    """Read Graphviz' answer. Raises ValueError where it is not the whole answer to this plan."""
    known = {(line.above, line.below): number for number, line in enumerate(plan.lines)}
    centres: dict[int, Point] = {}
    curves: dict[int, tuple[Point, ...]] = {}
    height, ended = 0.0, False
    for line in plain.splitlines():
        word, *rest = line.split()
        if word == "graph":
            height = float(rest[2])
        elif word == "node":
            centres[int(rest[0][1:])] = _point(rest[1], rest[2], height)
        elif word == "edge":
            pair = int(rest[0][1:]), int(rest[1][1:])
            if pair in known:
                curves[known[pair]] = _curve(rest, height)
        elif word == "stop":
            ended = True
    if not ended or any(box not in centres for box in range(len(plan.keys))):
        raise ValueError(PART)
    places = tuple([centres[box] for box in range(len(plan.keys))])
    curves = flat_curves(plan, places) | curves
    if len(curves) < len(plan.lines):
        raise ValueError(PART)
    return Sketch(places, tuple([curves[line] for line in range(len(plan.lines))]))


def _point(x: str, y: str, height: float) -> Point:
    return float(x) * INCH, (height - float(y)) * INCH


def _curve(words: list[str], height: float) -> tuple[Point, ...]:
    """Read the points of an edge and turn them round: a curve of a sketch runs from below to above."""
    count = int(words[2])
    if count < PIECE or count % 3 != 1:
        reason = "Graphviz gave a curve that is none."
        raise ValueError(reason)
    numbers = words[3 : 3 + 2 * count]
    return tuple([_point(x, y, height) for x, y in zip(numbers[::2], numbers[1::2], strict=True)][::-1])
