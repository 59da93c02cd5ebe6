"""Whether a goal asks for less than before: later, of fewer causes, for nobody in particular."""

from __future__ import annotations

from typing import Final

from .change import Change, How, Sort

_NEEDS_ALL: Final = 10_000


def softer(change: Change) -> bool:
    """Say whether a change to a goal softens it. Which words are softer, only the group can say."""
    if change.sort is not Sort.GOAL or change.change not in (How.CHANGED, How.ADDED, How.REMOVED):
        return False
    old, new = _text(change.old), _text(change.new)
    if change.field in ("due", "horizon"):
        return not new or (bool(old) and _day(new) > _day(old))
    if change.field == "needs":
        return _needed(new or "all") < _needed(old or "all")
    return (change.field == "enough" and new == "yes") or (change.field == "for" and not new)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(date: str) -> str:
    """Put dates of any precision in order: a year alone ends with its last day."""
    return date + "-12-31"[len(date) - 4 :] if date[:4].isdigit() else date


def _needed(said: str) -> int:
    if said == "any":
        return 1
    return int(said) if said.isascii() and said.isdigit() and len(said) < len(str(_NEEDS_ALL)) else _NEEDS_ALL
