"""What happened to a plan since it began: step by step, newest first, each step told by `toc.compare`.

A step is what one commit changed against the version before it. A change is told once, at the commit that made it: a
merge has only what none of its sides brought, so also what it dropped of one of them. Versions that say the same are no
step, those that cannot be read are named and left out, and an element is followed through every name that it had, as
far as `toc.compare` can guess. Versions are read when their turn comes, so the first steps of a long history are there
at once.
"""

from __future__ import annotations

from .blame import Touch, blame
from .life import Life, life_of
from .step import News, Step
from .told import Entry, entries, entries_for, entries_of
from .walk import History, history_of

__all__ = [
    "Entry",
    "History",
    "Life",
    "News",
    "Step",
    "Touch",
    "blame",
    "entries",
    "entries_for",
    "entries_of",
    "history_of",
    "life_of",
]
