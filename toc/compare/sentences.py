"""One change as one sentence, in the words of the theory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.model import OWN_NAMESPACE, LinkRef
from toc.vocabulary import PLACES, Takes

from .change import ARROW, COMMENT, CONTRIBUTION, NOTE, THEORY, Change, Fact, How
from .facts import about_of, adds_up
from .names import BEARS, a_kind
from .softer import softer
from .words import Piece, Role, on_one_line, word_diff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .names import Names
    from .words import Pieces

_MANY_WORDS: Final = 3
_TOLD: Final = frozenset({"text", "what", "because"})
_TOLD_APART: Final = _TOLD | {"in", "on", "of", "whole", "ignore"}
_TALKS: Final = {Takes.TEXT, Takes.LINKING, Takes.LABEL, Takes.CALL, Takes.RULE}
_PROSE: Final = frozenset(key.name for place in PLACES.values() for key in place.keys if key.takes in _TALKS)
_SAID: Final = {"text": "words", "what": "what", "because": "reason", "title": "title", "of": "whose it is"}


def sentence(change: Change, names: Names) -> Pieces:
    """Tell a change."""
    if change.kind in (NOTE, COMMENT):
        return _note(change)
    if change.kind == CONTRIBUTION:
        return _contribution(change, names)
    if change.kind == ARROW and change.field is None:
        return arrow(change, names)
    if change.field is None:
        return _whole(change, names)
    told = _OF_FIELD.get(change.field)
    return told(change, names) if told and change.kind != THEORY else _field(_subject(change, names), change)


def _note(change: Change) -> Pieces:
    parked = change.kind == NOTE
    words = ("Parked: ", "No longer parked: ") if parked else ("New remark: ", "A remark is gone: ")
    added = change.change is How.ADDED
    return (Piece(words[not added]), Piece(on_one_line(str(change.new if added else change.old)), Role.THEIRS))


def _whole(change: Change, names: Names) -> Pieces:
    name = str(change.element)
    kind = f"{change.kind} {name}" if change.kind in OWN_NAMESPACE else change.kind
    facts = change.new if change.change is How.ADDED else change.old
    text = next((fact.value for fact in _facts(facts) if fact.field == "text"), name)
    called = Piece(f"‘{on_one_line(text)}’", Role.THEIRS)
    if change.change is How.REMOVED:
        return (Piece(f"The {kind} "), called, Piece(" is gone"))
    return (Piece(f"New {kind} "), called, *_places(facts, names), *_details(facts))


def _places(facts: object, names: Names) -> Pieces:
    """Tell where something new belongs, what it is about, and why."""
    told: list[Piece] = []
    for field, says in (("of", " of "), ("in", " in "), ("on", ", about ")):
        for number, fact in enumerate([fact for fact in _facts(facts) if fact.field == field]):
            told += [Piece(says if number == 0 else " and "), *names.about(fact.value)]
    if any(fact.field == "whole" for fact in _facts(facts)):
        told += [Piece(", about "), *names.about(None)]
    return (*told, *because(facts))


def _details(facts: object) -> Pieces:
    """Tell the short details of something new."""
    short = [fact for fact in _facts(facts) if fact.field not in _TOLD_APART]
    told = "; ".join([f"{fact.field}: {on_one_line(fact.value)}" for fact in short])
    return (Piece(" ("), Piece(told, Role.THEIRS), Piece(")")) if told else ()


def _facts(value: object) -> tuple[Fact, ...]:
    return value if isinstance(value, tuple) else ()


def arrow(change: Change, names: Names) -> Pieces:
    """Tell of an arrow that is new or gone."""
    ref = about_of(str(change.element))
    if not isinstance(ref, LinkRef):
        return (Piece(str(change.element), Role.NAME),)
    if change.change is How.REMOVED:
        return (names.called(ref.source), Piece(f" no longer {BEARS[ref.kind]} "), names.called(ref.target))
    return (*names.step(ref), Piece(" now"), *because(change.new))


def because(facts: object) -> Pieces:
    """Tell the reasons among facts."""
    reasons = [on_one_line(fact.value) for fact in _facts(facts) if fact.field == "because"]
    return (Piece(", because "), Piece(", and because ".join(reasons), Role.THEIRS)) if reasons else ()


def _contribution(change: Change, names: Names) -> Pieces:
    giver = names.partner(change.partners[0] if change.partners else "")
    place = names.about(change.element)
    if change.field is None:
        facts = change.new if change.change is How.ADDED else change.old
        verb = " now contributes to " if change.change is How.ADDED else " no longer contributes to "
        return (giver, Piece(verb), *place, *_what(facts), *_details(facts))
    if change.change is How.MOVED:
        origin = names.about(change.old if isinstance(change.old, str) else None)
        return (giver, Piece(" contributes to "), *place, Piece(" now, no longer to "), *origin)
    if change.field == "status" and change.new in _VERBS:
        was = f" (it was {change.old})" if isinstance(change.old, str) else ""
        return (giver, Piece(f" {_VERBS[str(change.new)]} what it brings to "), *place, Piece(was, Role.ASIDE))
    return _contributed((Piece("What "), giver, Piece(" brings to "), *place), change)


_VERBS: Final = {
    "offered": "offers",
    "pledged": "pledges",
    "confirmed": "confirmed",
    "delivered": "delivered",
    "withdrawn": "withdrew",
}


def _contributed(subject: Pieces, change: Change) -> Pieces:
    """Tell what became of a contribution: of what it is, without saying that this is what it is."""
    if change.field == "what" and change.old is not None and change.new is not None:
        return (*subject, Piece(": "), *_both(change, on_one_line(str(change.old)), on_one_line(str(change.new))))
    return _state(subject, change) if change.field == "status" else _field(subject, change)


def _state(subject: Pieces, change: Change) -> Pieces:
    """Tell a status: what something is now, and what it was."""
    if change.new is None:
        return (*subject, Piece(f" is no longer {on_one_line(str(change.old))}"))
    was = (Piece(f" (it was {on_one_line(str(change.old))})", Role.ASIDE),) if change.old is not None else ()
    return (*subject, Piece(f" is {on_one_line(str(change.new))} now"), *was)


def _what(facts: object) -> Pieces:
    what = next((on_one_line(fact.value) for fact in _facts(facts) if fact.field == "what"), "")
    return (Piece(": "), Piece(what, Role.THEIRS)) if what else ()


def _subject(change: Change, names: Names) -> Pieces:
    if change.kind == THEORY:
        return (Piece("The theory"),)
    if change.kind == ARROW:
        return names.about(change.element)
    return (Piece(f"The {change.kind} "), names.called(str(change.element)))


def _field(subject: Pieces, change: Change) -> Pieces:
    """Tell any field: what it was, what it is."""
    field = _SAID.get(change.field or "", change.field or "")
    old, new = on_one_line(str(change.old)), on_one_line(str(change.new))
    if change.change is How.ADDED:
        more = "one more" if adds_up(change.field or "") else "now"
        return (*subject, Piece(f": {more} {field}: "), Piece(new, Role.THEIRS))
    if change.change is How.REMOVED:
        return (*subject, Piece(f": no longer {field}: "), Piece(old, Role.THEIRS))
    aside = (Piece(" (softer)", Role.ASIDE),) if softer(change) else ()
    return (*subject, Piece(f": {field}: "), *_both(change, old, new), *aside)


def _both(change: Change, old: str, new: str) -> Pieces:
    key = (change.field or "").split(" ")[0]
    prose = key in {*_PROSE, *_TOLD, "title"} and min(len(old.split()), len(new.split())) > _MANY_WORDS
    return word_diff(old, new) if prose else (Piece(old, Role.THEIRS), Piece(" → "), Piece(new, Role.THEIRS))


def _reworded(change: Change, names: Names) -> Pieces:
    subject = _subject(change, names)
    if change.old is None or change.new is None:
        return _field(subject, change)
    said = word_diff(str(change.old), str(change.new))
    if change.kind in OWN_NAMESPACE:
        return (Piece(f"The {change.kind} "), Piece(str(change.element), Role.NAME), Piece(": "), *said)
    return (Piece(f"The {change.kind} ‘"), *said, Piece("’"))


def _renamed(change: Change, names: Names) -> Pieces:
    old, new = Piece(str(change.old), Role.NAME), Piece(str(change.new), Role.NAME)
    about = Piece(" (a guess: the same by its words)", Role.ASIDE)
    return (names.called(str(change.element)), Piece(" is named "), new, Piece(" now, it was "), old, about)


def _kind(change: Change, names: Names) -> Pieces:
    called = names.called(str(change.element))
    return (called, Piece(f" is {a_kind(str(change.new))} now, it was {a_kind(str(change.old))}"))


def _status(change: Change, names: Names) -> Pieces:
    if change.kind == "assumption" and change.new == "broken":
        was = f" (it was {change.old})" if isinstance(change.old, str) else ""
        return (Piece("The assumption fell: "), names.called(str(change.element)), Piece(was, Role.ASIDE))
    return _state(_subject(change, names), change)


def _place(verb: str, link: str) -> Callable[[Change, Names], Pieces]:
    def told(change: Change, names: Names) -> Pieces:
        called, old, new = names.called(str(change.element)), change.old, change.new
        if new is None:
            return (called, Piece(f" no longer {verb} {link} "), *names.about(str(old)))
        now = (called, Piece(f" {verb} {link} "), *names.about(str(new)), Piece(" now"))
        return now if old is None else (*now, Piece(f", no longer {link} "), *names.about(str(old)))

    return told


def _whole_theory(change: Change, names: Names) -> Pieces:
    what = " is about the whole theory now" if change.new else " is no longer about the whole theory"
    return (names.called(str(change.element)), Piece(what))


_OF_FIELD: Final[dict[str, Callable[[Change, Names], Pieces]]] = {
    "text": _reworded,
    "id": _renamed,
    "kind": _kind,
    "status": _status,
    "in": _place("belongs", "to"),
    "on": _place("is", "about"),
    "of": _place("belongs", "to"),
    "whole": _whole_theory,
}


def plain(pieces: Iterable[Piece]) -> str:
    """Write pieces without any style; what is gone and what has come can still be told apart."""
    return "".join([_MARKED.get(piece.role, "{}").format(piece.text) for piece in pieces])


_MARKED: Final = {Role.GONE: "[-{}-]", Role.COME: "{{+{}+}}"}
