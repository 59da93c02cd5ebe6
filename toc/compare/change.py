"""One change between two theories, as plain data, and the classes that people care about.

A change is about one thing (an element, an arrow, a contribution, a note, the theory itself): the whole of it was added
or removed, or one of its fields was. ``old`` and ``new`` hold a text, or for a whole thing all its facts. So
nothing is left out: `toc.compare.apply` makes the new theory from the old one and the changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple


class How(StrEnum):
    """What happened to it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class Sort(StrEnum):
    """The class of a change, in the order in which they are told."""

    GOAL = "goal"
    RESULT = "result"
    CONTRIBUTION = "contribution"
    CAUSATION = "causation"
    ASSUMPTION = "assumption"
    EVIDENCE = "evidence"
    MEASURE = "measure"
    WORK = "work"
    PARTNER = "partner"
    REWORDED = "reworded"
    PROCESS = "process"
    REMARK = "remark"


class Fact(NamedTuple):
    """One field of a thing, and its value; a field may stand more than once."""

    field: str
    value: str


Value = str | tuple[Fact, ...] | None
"""What was there before or is there now: a text, all facts of a whole thing, or nothing."""

ARROW: Final = "arrow"
CONTRIBUTION: Final = "contribution"
NOTE: Final = "note"
COMMENT: Final = "comment"
THEORY: Final = "theory"
NO_ELEMENTS: Final = frozenset({ARROW, CONTRIBUTION, NOTE, COMMENT, THEORY})
"""What stands as ``kind`` where a change is about no element."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    ``element`` is an id, an arrow as it is written (``a -> b``), or for a contribution what it goes to; None is the
    whole theory. ``kind`` is the kind of element, or one of `ARROW`, `CONTRIBUTION`, `NOTE`, `COMMENT` and `THEORY`.
    ``field`` is None where the whole of it was added or removed. ``partners`` are the ids of those it concerns;
    for a contribution, the first of them gives it.
    """

    sort: Sort
    change: How
    kind: str
    element: str | None
    field: str | None
    old: Value
    new: Value
    partners: tuple[str, ...] = ()

    @property
    def guessed(self) -> bool:
        """Say whether two things with different ids were taken for the same one, by their words and neighbours."""
        return self.field == "id"


_OF_KIND: Final = {
    "goal": Sort.GOAL,
    "outcome": Sort.RESULT,
    "output": Sort.RESULT,
    "pathway": Sort.RESULT,
    "activity": Sort.WORK,
    "input": Sort.WORK,
    "condition": Sort.CAUSATION,
    "barrier": Sort.CAUSATION,
    ARROW: Sort.CAUSATION,
    "assumption": Sort.ASSUMPTION,
    "risk": Sort.ASSUMPTION,
    "evidence": Sort.EVIDENCE,
    "indicator": Sort.MEASURE,
    "milestone": Sort.MEASURE,
    CONTRIBUTION: Sort.CONTRIBUTION,
    "partner": Sort.PARTNER,
    "aim": Sort.PARTNER,
    "stakeholder": Sort.PARTNER,
    "session": Sort.PROCESS,
    "action": Sort.PROCESS,
    "disagreement": Sort.PROCESS,
    "question": Sort.PROCESS,
    "agreement": Sort.PROCESS,
    "term": Sort.PROCESS,
    THEORY: Sort.PROCESS,
    NOTE: Sort.REMARK,
    COMMENT: Sort.REMARK,
}
"""The class of a change to a kind of thing."""

_OF_FIELD: Final = {
    "text": Sort.REWORDED,
    "label": Sort.REWORDED,
    "because": Sort.CAUSATION,
    "needs": Sort.CAUSATION,
    "enough": Sort.CAUSATION,
    "note": Sort.REMARK,
    "tag": Sort.REMARK,
    "ignore": Sort.REMARK,
}
"""The class of a change to a field, whatever it is a field of; a goal keeps its own."""

_OF_BOTH: Final = {
    ("goal", "note"): Sort.REMARK,
    ("goal", "tag"): Sort.REMARK,
    ("goal", "ignore"): Sort.REMARK,
    ("goal", "label"): Sort.REWORDED,
    ("theory", "ceiling"): Sort.GOAL,
    ("theory", "horizon"): Sort.GOAL,
}
"""The class of a change to one field of one kind."""


def sort_of(kind: str, field: str | None) -> Sort:
    """Give the class of a change; a kind or field that nobody knows is a matter of process."""
    key = field.split(" ")[0] if field else None
    own = _OF_KIND.get(kind, Sort.PROCESS)
    if key is None or (kind, key) in _OF_BOTH:
        return _OF_BOTH.get((kind, key or ""), own)
    return own if kind in ("goal", CONTRIBUTION) else _OF_FIELD.get(key, own)
