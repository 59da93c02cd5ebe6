"""Where everything in a picture goes: boxes, the routes of arrows, frames.

An engine (Graphviz, in a process of its own) is asked first, with ever simpler settings; at the end of that ladder
stands our own plain arrangement, so that there is always an answer.
"""

from __future__ import annotations

from typing import Protocol

from .dot import PART, read_plain, size, write_dot
from .finish import finish
from .layered import arrange
from .plan import make_plan
from .shape import Arrow, Frame, Graph, Node, Place, Placed, Route

__all__ = ["Arrow", "Engine", "Frame", "Graph", "Node", "Place", "Placed", "Route", "lay_out"]


class Engine(Protocol):
    """Something that arranges a graph in the DOT language, such as `toc.layout_worker.Worker`."""

    def plain(self, dot: str) -> str:
        """Give the answer in Graphviz' ``plain`` format. Raises `toc.layout_worker.EngineError`."""


RUNGS = ((True, "true"), (False, "true"), (False, "line"))
"""The ladder: with frames or without, and how lines run. The first one is left out where there are no frames."""

MOST = 10_000
"""With more boxes and pieces of lines than this, no engine is asked: it would take too long."""

SIMPLIFIED = "This picture was simplified."


def lay_out(graph: Graph, engine: Engine | None = None) -> Placed:
    """Arrange a graph. Without an engine it is our own plain arrangement. Never raises, always gives an answer."""
    plan = make_plan(graph)
    if engine is None or not plan.keys:
        return finish(graph, plan, arrange(plan), None)
    if size(plan) > MOST:
        return finish(graph, plan, arrange(plan), f"{SIMPLIFIED} It has too many boxes and arrows for Graphviz.")
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
            return finish(graph, plan, sketch, f"{SIMPLIFIED} {reason}" if rung else None)
    return finish(graph, plan, arrange(plan), f"{SIMPLIFIED} {reason}".strip())
