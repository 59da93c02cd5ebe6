"""Where everything in a picture goes: boxes, the routes of arrows, frames.

An engine (Graphviz, in a process of its own) is asked first, with ever simpler settings; at the end of that ladder
stands our own plain arrangement, so that there is always an answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..kept import FEW, kept
from .dot import PART, read_plain, size, write_dot
from .finish import finish
from .layered import arrange
from .plan import make_plan
from .shape import Arrow, Frame, Graph, Node, Place, Placed, Route

if TYPE_CHECKING:
    from .plan import Plan, Sketch

__all__ = ["Arrow", "Engine", "Frame", "Graph", "Node", "Place", "Placed", "Route", "lay_out"]


class Engine(Protocol):
    """Something that arranges a graph in the DOT language, such as `toc.layout_worker.Worker`.

    It is hashable, as objects are by default: what is kept of its answers is kept for it, and for engines equal to it.
    """

    def plain(self, dot: str) -> str:
        """Give the answer in Graphviz' ``plain`` format. Raises `toc.layout_worker.EngineError`."""


RUNGS = ((True, "true"), (False, "true"), (False, "line"))
"""The ladder: with frames or without, and how lines run. The first one is left out where there are no frames."""

MOST = 10_000
"""With more boxes and pieces of lines than this, no engine is asked: it would take too long."""

SIMPLIFIED = "This picture was simplified."


def lay_out(graph: Graph, engine: Engine | None = None) -> Placed:
    """Arrange a graph. Without an engine it is our own plain arrangement. Never raises, always gives an answer.

    An engine that gave the whole answer to a graph is not asked the same again; one that failed is.
    """
    try:
        return _whole(graph, engine)
    except _SimplifiedError as made:
        return made.placed


class _SimplifiedError(Exception):
    """The picture came out simpler than it was asked for, which may be different the next time."""

    def __init__(self, placed: Placed) -> None:
        super().__init__(placed.simplified)
        self.placed = placed


@kept(FEW)
def _whole(graph: Graph, engine: Engine | None) -> Placed:
    """Arrange a graph as it was asked for; raises what was made instead."""
    plan = make_plan(graph)
    if engine is None or not plan.keys:
        return finish(graph, plan, arrange(plan), None)
    if size(plan) > MOST:
        raise _simplified(graph, plan, arrange(plan), "It has too many boxes and arrows for Graphviz.")
    rungs = RUNGS if plan.groups else RUNGS[1:]
    reason = ""
    for rung, (frames, splines) in enumerate(rungs):
        try:
            sketch = read_plain(plan, engine.plain(write_dot(plan, frames=frames, splines=splines)))
        except TimeoutError as trouble:
            reason = str(trouble)
            break
        except OSError as trouble:
            reason = reason or str(trouble)
        except Exception:  # noqa: BLE001  (whatever an engine does, a picture comes)
            reason = reason or PART
        else:
            if rung:
                raise _simplified(graph, plan, sketch, reason)
            return finish(graph, plan, sketch, None)
    raise _simplified(graph, plan, arrange(plan), reason)


def _simplified(graph: Graph, plan: Plan, sketch: Sketch, reason: str) -> _SimplifiedError:
    return _SimplifiedError(finish(graph, plan, sketch, f"{SIMPLIFIED} {reason}".strip()))
