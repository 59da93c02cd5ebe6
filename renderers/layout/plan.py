"""What is arranged, brought into an order of its own that does not depend on the order of a file.

From here on a box is a number: its place among the sorted keys. Both ways to arrange, Graphviz and our own, start from
a `Plan` and give back a `Sketch`. A plan knows *across* (along a level) and *along* (from the goals' level to the
causes) instead of x and y, so that nothing behind it has to know in which direction the picture runs.

Invariants: every box has a level; levels are 0, 1, 2… without holes; every line runs from a box to a different box and
``above`` is never on a deeper level than ``below``; no two lines join the same two boxes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .levels import find_levels
from .stagger import stagger

if TYPE_CHECKING:
    from .shape import Graph, Point


BROAD = 30.0
"""How often the gap between two levels goes into the breadth of a picture before the gap grows with it."""

FRAME_GAP = 14.0
"""What is kept free around the boxes of a frame."""

FRAME_GAP_UNDER_NAME = 24.0
"""The same where levels are columns: there the name of a frame stands between two boxes of a level."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is drawn between two boxes. ``firm`` lines pull boxes together, feedback does not."""

    above: int
    below: int
    firm: bool


@dataclass(frozen=True, slots=True)
class Strand:
    """How one arrow is drawn: on which line (None: from a box to itself), and whether it runs upwards on it.

    Several arrows on one line lie side by side: this one is number ``lane`` of ``lanes``.
    """

    box: int
    line: int | None
    upwards: bool
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """The boxes of a frame. ``depth`` is the number of frames around it."""

    key: str
    members: frozenset[int]
    depth: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Boxes by number, with everything an arrangement needs and nothing else. ``rows`` has the boxes of each level.

    Where there is a ``squeeze``, the whole should become no broader than that.
    """

    keys: tuple[str, ...]
    breadths: tuple[float, ...]
    depths: tuple[float, ...]
    levels: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]
    lines: tuple[Line, ...]
    strands: tuple[Strand | None, ...]
    groups: tuple[Group, ...]
    gap: float
    level_gap: float
    frame_gap: float
    squeeze: float | None = None


@dataclass(frozen=True, slots=True)
class Sketch:
    """Where a plan's boxes are, as (across, along) of their centres, and how its lines run, from below to above."""

    centres: tuple[Point, ...]
    curves: tuple[tuple[Point, ...], ...]


def make_plan(graph: Graph) -> Plan:
    """Number the boxes, find their levels, turn arrows into lines, and deal wide levels to rows."""
    plan = _plan(graph, None)
    dealt = stagger(graph, plan)
    if dealt:
        plan = replace(_plan(graph, dealt.levels), gap=dealt.gap, squeeze=dealt.squeeze)
    return replace(plan, level_gap=plan.level_gap * _steeper(plan))


def _steeper(plan: Plan) -> float:
    """Say how much further apart levels stand in a broad picture, where arrows have a long way to go across."""
    broadest = max([sum([plan.breadths[box] for box in row]) for row in plan.rows], default=0.0)
    return min(2.0, max(1.0, broadest / (BROAD * plan.level_gap or 1.0)))


def _plan(graph: Graph, levels: tuple[int, ...] | None) -> Plan:
    nodes = sorted({node.key: node for node in graph.nodes}.values(), key=lambda node: node.key)
    numbers = {node.key: number for number, node in enumerate(nodes)}
    upright = graph.direction == "up"
    groups = _groups(graph, numbers)
    ends = _ends(graph, numbers, [node.row for node in nodes])
    firm = sorted({end for end, arrow in zip(ends, graph.arrows, strict=True) if end and arrow.constrains})
    if levels is None:
        levels = find_levels([node.row for node in nodes], firm)
    lines, strands = _lines(graph, ends, levels)
    return Plan(
        keys=tuple([node.key for node in nodes]),
        breadths=tuple([node.width if upright else node.height for node in nodes]),
        depths=tuple([node.height if upright else node.width for node in nodes]),
        levels=levels,
        rows=_rows(levels),
        lines=lines,
        strands=strands,
        groups=groups,
        gap=graph.node_gap,
        level_gap=graph.row_gap,
        frame_gap=FRAME_GAP if upright else FRAME_GAP_UNDER_NAME,
    )


def _rows(levels: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    rows: list[list[int]] = [[] for _ in range(max(levels, default=-1) + 1)]
    for box, level in enumerate(levels):
        rows[level].append(box)
    return tuple([tuple(row) for row in rows])


def _ends(graph: Graph, numbers: dict[str, int], rows: list[int | None]) -> list[tuple[int, int] | None]:
    """Find the two boxes that each arrow joins; a frame is stood for by its member nearest to the other end."""
    frames = {frame.key: [numbers[key] for key in frame.members if key in numbers] for frame in graph.frames}

    def end(key: str, other: str, side: int) -> int | None:
        """Find the box for one end; of a frame its lowest (1) or highest (-1) member, not the other end itself."""
        if key in numbers or not frames.get(key):
            return numbers.get(key)
        members = [member for member in frames[key] if member != numbers.get(other)] or frames[key]
        return min(members, key=lambda member: (-side * (rows[member] or 0), member))

    found: list[tuple[int, int] | None] = []
    for arrow in graph.arrows:
        source, target = end(arrow.source, arrow.target, -1), end(arrow.target, arrow.source, 1)
        found.append(None if source is None or target is None else (source, target))
    return found


def _lines(
    graph: Graph, ends: list[tuple[int, int] | None], levels: tuple[int, ...]
) -> tuple[tuple[Line, ...], tuple[Strand | None, ...]]:
    """Merge the arrows between the same two boxes into one line, sorted, and remember who is on it."""
    firm: dict[tuple[int, int], bool] = {}
    joined: dict[tuple[int, int], list[int]] = {}
    for number, (end, arrow) in enumerate(zip(ends, graph.arrows, strict=True)):
        if end is None or end[0] == end[1]:
            continue
        pair = (end[0], end[1]) if (levels[end[0]], end[0]) < (levels[end[1]], end[1]) else (end[1], end[0])
        firm[pair] = firm.get(pair, False) or arrow.constrains
        joined.setdefault(pair, []).append(number)
    strands: list[Strand | None] = [None if end is None else Strand(end[0], None, upwards=False) for end in ends]
    pairs = sorted(joined)
    for line, pair in enumerate(pairs):
        arrows = sorted(joined[pair], key=lambda number: _lane(graph, ends[number], pair, number))
        for lane, number in enumerate(arrows):
            strands[number] = Strand(ends[number][0], line, ends[number][0] == pair[1], lane, len(arrows))  # type: ignore[index]
    return tuple([Line(above, below, firm[above, below]) for above, below in pairs]), tuple(strands)


def _lane(graph: Graph, end: tuple[int, int] | None, pair: tuple[int, int], number: int) -> tuple[bool, bool, str, str]:
    """Give the order of the arrows on one line: by what they are, not by where they are written."""
    arrow = graph.arrows[number]
    return end != pair, not arrow.constrains, arrow.source, arrow.target


def _groups(graph: Graph, numbers: dict[str, int]) -> tuple[Group, ...]:
    """Keep the frames that lie apart or in each other; the others only get a frame drawn around their members."""
    frames = [(frozenset(numbers[key] for key in frame.members if key in numbers), frame.key) for frame in graph.frames]
    kept: list[Group] = []
    holder: dict[int, int] = {}  # the innermost group around each box so far; larger groups come first
    for members, key in sorted(frames, key=lambda frame: (-len(frame[0]), frame[1])):
        around = {holder.get(member) for member in members}
        if not members or len(around) != 1:
            continue
        parent = around.pop()
        kept.append(Group(key, members, 0 if parent is None else kept[parent].depth + 1, parent))
        holder.update(dict.fromkeys(members, len(kept) - 1))
    return tuple(kept)
