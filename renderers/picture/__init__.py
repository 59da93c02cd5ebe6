"""A theory becomes a scene, in two steps: `draft` before the layout, `finish` after it.

First marks are numbered, boxes are written and measured, and levels are found. Then a layout places boxes and routes
arrows. Then everything goes to its place, with title, legend and tray around it. Nothing here knows colours or SVG.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..layout.shape import Arrow, Frame, Graph, Node
from ..rows import find_rows
from .arranged import Arranged
from .body import place_body
from .changed import UNCHANGED
from .contents import Contents, find_contents, standing
from .furniture import Wanted, furnish
from .items import legend_blocks
from .marks import find_marks
from .paper import papers
from .scene import Scene
from .spacing import PAGE, Spacing
from .spoken import describe
from .telling import make_telling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Theory

    from ..layout.shape import Direction, Placed
    from ..rows import Rows
    from .changed import Changes
    from .furniture import Furniture
    from .marks import Marks
    from .paper import Paper
    from .telling import Telling

MANY: Final = 30
"""With more boxes than this, a picture reads from the side unless something else is asked for."""

NARROWEST: Final = 640.0
"""The least width of a page, so that a legend can be read below a small picture."""

_STRETCHES: Final = (1.0, 1.12, 1.25, 1.4, 1.6, 1.85, 2.2)
_MARKER_ROOM: Final = 44.0
_FRAME_ROOM: Final = 16.0
_DEEPEST: Final = 4
_MOST_COMPARED: Final = 60
_MOST_BESIDE: Final = 3
_BODY_SHARE: Final = 0.8
_RATIO: Final = 1.4


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything about a picture but where it stands: ``graph`` is what a layout has to arrange."""

    telling: Telling
    marks: Marks
    contents: Contents
    rows: Rows
    graph: Graph
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A scene, and the page it is meant for where there is one."""

    scene: Scene
    paper: Paper | None


def draft(
    theory: Theory,
    *,
    direction: Direction | None = None,
    page: str | None = None,
    lang: str | None = None,
    hide: frozenset[str] = frozenset(),
    spacing: Spacing = PAGE,
    changes: Changes = UNCHANGED,
) -> Draft:
    """Prepare a picture as far as that goes without a layout. Raises NoSuchPageError for a page that nobody knows."""
    telling = make_telling(theory, lang, hide, spacing, changes)
    sheets = papers(page) if page else ()
    marks = find_marks(telling)
    contents = find_contents(telling, marks)
    rows = find_rows(standing(telling, contents))
    way = direction or ("up" if len(contents.boxes) <= MANY else "left" if telling.from_right else "right")
    goals_at = _OTHER[way] if telling.from_right else way
    return Draft(telling, marks, contents, rows, _graph(contents, rows, marks, goals_at, sheets, spacing), sheets)


def finish(drafted: Draft, placed: Placed) -> Picture:
    """Make a picture of what was drafted and of where the layout put it."""
    telling = drafted.telling
    graph = drafted.graph
    arranged = Arranged(telling, drafted.contents, drafted.marks, drafted.rows, placed, graph.direction, graph.row_gap)
    furniture, wide, paper = _fitted(arranged, drafted.papers)
    scene = _scene(arranged, furniture, wide)
    return Picture(scene.mirrored() if telling.from_right else scene, paper)


_OTHER: Final[dict[Direction, Direction]] = {"up": "up", "right": "left", "left": "right"}


def _graph(
    contents: Contents, rows: Rows, marks: Marks, way: Direction, sheets: tuple[Paper, ...], spacing: Spacing
) -> Graph:
    """Say to the layout what there is to arrange. Arrows that point to a deeper level do not decide about levels."""
    rank = dict(rows.of)
    for key, members in contents.frames.items():
        rank[key] = min([rows.of[member] for member in members])
    gap = spacing.row_gap + _FRAME_ROOM * _depth(contents.frames) if way == "up" else spacing.row_gap
    if way != "up" and marks.about:
        gap += _MARKER_ROOM
    return Graph(
        nodes=tuple([Node(key, box.width, box.height, rows.of[key]) for key, box in contents.boxes.items()]),
        arrows=tuple([
            Arrow(each.source, each.target, each.link.kind != "feeds-back" and rank[each.source] > rank[each.target])
            for each in contents.arrows
        ]),
        frames=tuple([Frame(key, members) for key, members in contents.frames.items()]),
        direction=way,
        node_gap=spacing.node_gap,
        row_gap=gap,
        ratio=_ratio(sheets, len(contents.boxes)),
    )  # fmt: skip


def _depth(frames: Mapping[str, tuple[str, ...]]) -> int:
    """Count how many frames lie in each other at most; each needs room for its name between the levels."""
    held = [frozenset(members) for members in frames.values()]
    deepest = max([sum([one <= other for other in held]) for one in held[:_MOST_COMPARED]], default=0)
    return min(deepest, _DEEPEST)


def _ratio(sheets: tuple[Paper, ...], boxes: int) -> float | None:
    """Say how wide for its height a picture should be: that of the page, less what stands around the picture.

    A sheet that may lie either way takes what comes; a large picture without a page is made for a screen.
    """
    if len(sheets) == 1:
        return sheets[0].ratio / _BODY_SHARE
    return _RATIO if boxes > MANY and not sheets else None


def _fitted(arranged: Arranged, sheets: tuple[Paper, ...]) -> tuple[Furniture, float, Paper | None]:
    """Set what stands around the body; on a page, in the way in which all of it comes out largest."""
    telling, least = arranged.telling, max(NARROWEST, arranged.width)
    wanted = Wanted(telling, legend_blocks(telling, arranged.marks), arranged.height, arranged.placed.simplified)
    best: tuple[float, Furniture, float, Paper] | None = None
    for stretch in _STRETCHES if sheets else ():
        for beside in range(_MOST_BESIDE + 1):
            furniture = furnish(wanted, round(least * stretch), beside=beside)
            for paper in sheets:
                scale = paper.scale(furniture.width, furniture.height)
                if best is None or scale > best[0] * 1.01:
                    best = scale, furniture, round(least * stretch), paper
    if best is None:
        return furnish(wanted, round(least)), round(least), None
    return best[1], best[2], best[3]


def _scene(arranged: Arranged, furniture: Furniture, wide: float) -> Scene:
    body = place_body(arranged, furniture.top, wide)
    telling = arranged.telling
    return Scene(
        width=furniture.width,
        height=furniture.height,
        title=telling.title,
        description=describe(telling),
        legend_name=telling.words("picture.legend"),
        texts=furniture.texts,
        rules=furniture.rules,
        bands=body.bands,
        surrounds=body.surrounds,
        ceiling=body.ceiling,
        strokes=body.strokes,
        boxes=body.boxes,
        tags=body.tags,
        entries=furniture.entries,
        sheets=furniture.sheets,
    )
