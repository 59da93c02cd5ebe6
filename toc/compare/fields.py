"""One field of a thing as a part of a sentence: what it was, what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.vocabulary import PLACES, Takes

from .change import Change, Fact, How
from .facts import adds_up
from .softer import softer
from .words import Piece, Role, on_one_line, word_diff

if TYPE_CHECKING:
    from .words import Pieces

_MANY_WORDS: Final = 3
_TOLD: Final = frozenset({"text", "what", "because"})
_TOLD_APART: Final = _TOLD | {"in", "on", "of", "whole", "ignore"}
_TALKS: Final = {Takes.TEXT, Takes.LINKING, Takes.LABEL, Takes.CALL, Takes.RULE}
_PROSE: Final = frozenset(key.name for place in PLACES.values() for key in place.keys if key.takes in _TALKS)
_SAID: Final = {"text": "words", "what": "what", "because": "reason", "title": "title", "of": "whose it is"}


def facts_of(value: object) -> tuple[Fact, ...]:
    """Give the facts of a whole thing; none for a single value."""
    return value if isinstance(value, tuple) else ()


def details(facts: object) -> Pieces:
    """Tell the short details of something new."""
    short = [fact for fact in facts_of(facts) if fact.field not in _TOLD_APART]
    told = "; ".join([f"{fact.field}: {on_one_line(fact.value)}" for fact in short])
    return (Piece(" ("), Piece(told, Role.THEIRS), Piece(")")) if told else ()


def field(subject: Pieces, change: Change) -> Pieces:
    """Tell any field: what it was, what it is."""
    name = _SAID.get(change.field or "", change.field or "")
    old, new = on_one_line(str(change.old)), on_one_line(str(change.new))
    if change.change is How.ADDED:
        more = "one more" if adds_up(change.field or "") else "now"
        return (*subject, Piece(f": {more} {name}: "), Piece(new, Role.THEIRS))
    if change.change is How.REMOVED:
        return (*subject, Piece(f": no longer {name}: "), Piece(old, Role.THEIRS))
    aside = (Piece(" (softer)", Role.ASIDE),) if softer(change) else ()
    return (*subject, Piece(f": {name}: "), *both(change), *aside)


def both(change: Change) -> Pieces:
    """Tell two values of a field, long ones as one run of words."""
    old, new = on_one_line(str(change.old)), on_one_line(str(change.new))
    key = (change.field or "").split(" ")[0]
    prose = key in {*_PROSE, *_TOLD, "title"} and min(len(old.split()), len(new.split())) > _MANY_WORDS
    return word_diff(old, new) if prose else (Piece(old, Role.THEIRS), Piece(" → "), Piece(new, Role.THEIRS))


def state(subject: Pieces, change: Change) -> Pieces:
    """Tell a status: what something is now, and what it was."""
    if change.new is None:
        return (*subject, Piece(f" is no longer {on_one_line(str(change.old))}"))
    was = (Piece(f" (it was {on_one_line(str(change.old))})", Role.ASIDE),) if change.old is not None else ()
    return (*subject, Piece(f" is {on_one_line(str(change.new))} now"), *was)
