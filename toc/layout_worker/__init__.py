"""Where Graphviz runs: never in this process, because it may crash or hang on an ordinary graph.

`Worker` drives the Graphviz inside pygraphviz in a process of ours, `System` the ``dot`` program of the machine. Both
take a graph in the DOT language that holds nothing but sizes, and give Graphviz' ``plain`` format back.

Start a `Worker` as early as possible: it starts while other things are read, and then answers at once.
"""

from __future__ import annotations

from .system import System
from .trouble import EngineError, EngineTimeoutError
from .worker import Worker

__all__ = ["EngineError", "EngineTimeoutError", "System", "Worker"]
