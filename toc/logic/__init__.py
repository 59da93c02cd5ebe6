"""Questions about what leads to what: reach, support, rows, circles, islands. Pure, without reading or writing.

    >>> from toc.logic import Graph
    >>> graph = Graph(theory)
    >>> graph.causes("clean-air")
    ('low-traffic', 'clean-buses')

No part of this room walks by calling itself, because a chain may be 100,000 elements long.
"""

from .arrows import arriving, leaving
from .cycles import Knot
from .graph import Graph
from .hopeful import gaps, hopeful
from .said import DOING_ROLES, is_over, is_reached, is_stopped, listed, needed, state
from .support import ALL

__all__ = [
    "ALL",
    "DOING_ROLES",
    "Graph",
    "Knot",
    "arriving",
    "gaps",
    "hopeful",
    "is_over",
    "is_reached",
    "is_stopped",
    "leaving",
    "listed",
    "needed",
    "state",
]
