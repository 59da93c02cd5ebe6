"""What became of a contribution, as a sentence.

What a partner does with a ``by`` line depends on what it stands below: it contributes to work and results, holds a view
on an assumption or a disagreement, collects what an indicator asks for, and takes on a next step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from toc.model import LinkRef

from .change import How
from .facts import about_of
from .fields import both, details, facts_of, field, state
from .words import Piece, Role, on_one_line

if TYPE_CHECKING:
    from .change import Change
    from .names import Names
    from .words import Pieces

_VERBS: Final = {
    "offered": "offers",
    "pledged": "pledges",
    "confirmed": "confirmed",
    "delivered": "delivered",
    "withdrawn": "withdrew",
}


class _Manner(NamedTuple):
    """How a partner has a part in something: what it does, with a word before what it is for, and what is told of it.

    ``City council contributes to X``, ``what City council brings to X``.
    """

    does: str
    to: str
    what: str


_GIVES: Final = _Manner("contributes", "to ", "brings to ")
_HOLDS: Final = _Manner("holds a view", "on ", "says about ")
_MANNERS: Final = {
    "assumption": _HOLDS,
    "disagreement": _HOLDS,
    "risk": _Manner("watches", "", "does about "),
    "evidence": _Manner("vouches for", "", "says about "),
    "indicator": _Manner("collects", "", "does for "),
    "action": _Manner("takes on", "", "does for "),
}


def contribution(change: Change, names: Names, what: str = "") -> Pieces:
    """Tell what became of a contribution; ``what`` says which one it is, where a partner makes several to the same."""
    giver = names.partner(change.partners[0] if change.partners else "")
    does, place = _manner(change.element, names), names.about(change.element)
    if change.field is None:
        facts = change.new if change.change is How.ADDED else change.old
        when = " now " if change.change is How.ADDED else " no longer "
        return (giver, Piece(f"{when}{does.does} {does.to}"), *place, *_what(facts), *details(facts))
    if change.change is How.MOVED:
        return (giver, Piece(f" {does.does} {does.to}"), *place, Piece(" now, no longer "), *_before(change, names))
    if change.field == "status" and change.new in _VERBS:
        was = f" (it was {change.old})" if isinstance(change.old, str) else ""
        verb = Piece(f" {_VERBS[str(change.new)]} what it {does.what}")
        return (giver, verb, *place, *_words(": ", what, ""), Piece(was, Role.ASIDE))
    return _changed((Piece("What "), giver, Piece(f" {does.what}"), *place, *_words(" (", what, ")")), change)


def _manner(place: str | None, names: Names) -> _Manner:
    if place is None:
        return _GIVES
    about = about_of(place)
    if isinstance(about, LinkRef):
        return _HOLDS
    element = names.element(about)
    return _MANNERS.get(element.kind, _GIVES) if element else _GIVES


def _before(change: Change, names: Names) -> Pieces:
    """Tell what it went to before, with the verb only where that was another one."""
    origin = change.old if isinstance(change.old, str) else None
    was = _manner(origin, names)
    verb = "" if was == _manner(change.element, names) else f"{was.does} "
    return (Piece(f"{verb}{was.to}"), *names.about(origin))


def _what(facts: object) -> Pieces:
    return _words(": ", next((fact.value for fact in facts_of(facts) if fact.field == "what"), ""), "")


def _words(before: str, what: str, after: str) -> Pieces:
    said = on_one_line(what)
    return (Piece(before), Piece(said, Role.THEIRS), *([Piece(after)] if after else [])) if said else ()


def _changed(subject: Pieces, change: Change) -> Pieces:
    """Tell what became of what it is, without saying that this is what it is."""
    if change.field == "what" and change.old is not None and change.new is not None:
        return (*subject, Piece(": "), *both(change))
    return state(subject, change) if change.field == "status" else field(subject, change)
