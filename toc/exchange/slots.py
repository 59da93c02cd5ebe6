"""Which key of the JSON holds which detail of the model.

Every place of the vocabulary (a kind, an arrow, a contribution) has one slot for each of its keys, always in the order
of the vocabulary. What fits no slot goes to ``other``: an unknown or misplaced key, a second value of a key that takes
only one. So nothing is lost, and among the values of one key the reading order survives.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from toc.vocabulary import ARROW, CONTRIBUTION, KINDS, Key, Takes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Detail

Value = str | int | bool | list["Value"] | dict[str, "Value"] | None
"""What JSON can hold, as far as the model needs it."""

Row = dict[str, Value]
"""One object of the JSON."""


class Slot(StrEnum):
    """What a key holds."""

    ONE = "one"
    """text, or null"""
    MANY = "many"
    """a list of texts, in reading order"""
    NAMED = "named"
    """an object from name to text (``label``: language to text), or null"""
    RULES = "rules"
    """a list of rules and reasons"""


WHOLE = "theory"
"""What a contribution to the whole theory goes to."""

WHOLE_BESIDE_ANOTHER = "(theory)"
"""The same, where an element happens to be called ``theory``."""

ELSEWHERE = frozenset({"in", "on"})
"""Details that an element holds as `pathways` and `about`."""


def slot(key: Key) -> Slot:
    """Say what a key of the vocabulary holds."""
    if key.takes is Takes.RULE:
        return Slot.RULES
    if key.takes in {Takes.LABEL, Takes.CALL}:
        return Slot.NAMED
    return Slot.MANY if key.repeats else Slot.ONE


_REASONS = {"because": Slot.MANY}
_OF_ELEMENTS = {
    kind.name: _REASONS | {key.name: slot(key) for key in kind.keys if key.name not in ELSEWHERE}
    for kind in KINDS.values()
}
_OF_PLACES = {
    place.name: {key.name: slot(key) for key in place.keys} for place in (KINDS["theory"], ARROW, CONTRIBUTION)
}


def slots(place: str) -> Mapping[str, Slot]:
    """Give the slots of the ``theory``, an ``arrow`` or a ``contribution``."""
    return _OF_PLACES[place]


def element_slots(kind: str) -> Mapping[str, Slot]:
    """Give the slots of an element: reasons first, since every element may have some, then its own keys."""
    return _OF_ELEMENTS[kind]


def fill(details: tuple[Detail, ...], places: Mapping[str, Slot]) -> Row:
    """Put every detail into its slot, or into ``other``."""
    row: Row = {key: [] if kept in {Slot.MANY, Slot.RULES} else None for key, kept in places.items()}
    other: list[Value] = []
    full: set[tuple[str, str | None]] = set()
    for detail in details:
        kept = places.get(detail.key)
        mark = (detail.key, detail.name if kept is Slot.NAMED else None)
        if kept is None or mark in full or not _put(row, kept, detail):
            full.add(mark)
            other.append({"key": detail.key, "name": detail.name, "value": detail.value})
    return row | {"other": other}


def _put(row: Row, kept: Slot, detail: Detail) -> bool:
    if (detail.name is None) is (kept in {Slot.NAMED, Slot.RULES}):
        return False
    now = row[detail.key]
    if isinstance(now, list):
        now.append({"rule": detail.name, "reason": detail.value} if kept is Slot.RULES else detail.value)
    elif kept is Slot.NAMED and detail.name is not None:
        named = now if isinstance(now, dict) else {}
        if detail.name in named:
            return False
        row[detail.key] = named | {detail.name: detail.value}
    elif now is None:
        row[detail.key] = detail.value
    else:
        return False
    return True
