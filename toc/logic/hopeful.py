"""The map as it is meant: with what is still open on it supposed to be done.

A map in the making has activities that nobody does yet, and results that nothing brings about. To ask what hangs on
one thing, these gaps are taken as closed; otherwise nothing above them would seem to hang on anything.
"""

from __future__ import annotations

from itertools import islice

from toc.model import RESULT_KINDS

from .graph import Graph
from .said import is_stopped, needed

MOST_LOOKED_AT = 1_000_000
"""How many causes are looked at in all; past that, whatever is missing counts as a gap of its own."""


def gaps(graph: Graph) -> tuple[str, ...]:
    """Give the places where the support breaks: they do not hold, and not only because a cause of theirs does not.

    Those that only hold each other up, in a circle, are all among them. In reading order.
    """
    known = graph.theory.by_id
    missing = [name for name in graph.places if name not in graph.holds and not is_stopped(known.get(name))]
    wanting = frozenset(missing)
    left = MOST_LOOKED_AT
    found = set(wanting.intersection(graph.tangle_of)) if wanting else set()
    for name in missing:
        waits, looked_at = _waits(graph, name, wanting, left)
        left -= looked_at
        if not waits:
            found.add(name)
    return tuple([name for name in missing if name in found])


def _waits(graph: Graph, name: str, wanting: frozenset[str], most: int) -> tuple[bool, int]:
    """Say whether a result has enough causes and one of them is missing, and how many were looked at."""
    element = graph.theory.by_id.get(name)
    if element is None or not (element.kind in RESULT_KINDS or element.kind == "pathway"):
        return False, 0
    enough = max(1, needed(element))
    live, waits, looked_at = 0, False, 0
    for cause in islice(graph.each_cause(name), most):
        looked_at += 1
        live += not is_stopped(graph.theory.by_id.get(cause))
        waits = waits or cause in wanting
        if waits and live >= enough:
            return True, looked_at
    return False, looked_at


def hopeful(graph: Graph) -> Graph:
    """Give the same map with its gaps closed; the same graph where it has none."""
    found = gaps(graph)
    return Graph(graph.theory, graph.settled.union(found)) if found else graph
