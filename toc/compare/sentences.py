"""One change as one sentence, in the words of the theory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.model import OWN_NAMESPACE, LinkRef

from .change import ARROW, COMMENT, CONTRIBUTION, NOTE, THEORY, Change, How
from .contributed import contribution
from .facts import about_of
from .fields import details, facts_of, field, state
from .names import BEARS, a_kind
from .words import Piece, Role, on_one_line, word_diff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .names import Names
    from .words import Pieces


def sentence(change: Change, names: Names) -> Pieces:
    """Tell a change."""
    if change.kind in (NOTE, COMMENT):
        return _note(change)
    if change.kind == CONTRIBUTION:
        return contribution(change, names)
    if change.kind == ARROW and change.field is None:
        return arrow(change, names)
    if change.field is None:
        return _whole(change, names)
    told = _OF_FIELD.get(change.field)
    return told(change, names) if told and change.kind != THEORY else field(_subject(change, names), change)


def _note(change: Change) -> Pieces:
    parked = change.kind == NOTE
    words = ("Parked: ", "No longer parked: ") if parked else ("New remark: ", "A remark is gone: ")
    added = change.change is How.ADDED
    return (Piece(words[not added]), Piece(on_one_line(str(change.new if added else change.old)), Role.THEIRS))


def _whole(change: Change, names: Names) -> Pieces:
    name = str(change.element)
    kind = f"{change.kind} {name}" if change.kind in OWN_NAMESPACE else change.kind
    facts = change.new if change.change is How.ADDED else change.old
    text = next((fact.value for fact in facts_of(facts) if fact.field == "text"), name)
    called = Piece(f"‘{on_one_line(text)}’", Role.THEIRS)
    if change.change is How.REMOVED:
        return (Piece(f"The {kind} "), called, Piece(" is gone"))
    return (Piece(f"New {kind} "), called, *_places(facts, names), *details(facts))


def _places(facts: object, names: Names) -> Pieces:
    """Tell where something new belongs, what it is about, and why."""
    told: list[Piece] = []
    for key, says in (("of", " of "), ("in", " in "), ("on", ", about ")):
        for number, fact in enumerate([fact for fact in facts_of(facts) if fact.field == key]):
            told += [Piece(says if number == 0 else " and "), *names.about(fact.value)]
    if any(fact.field == "whole" for fact in facts_of(facts)):
        told += [Piece(", about "), *names.about(None)]
    return (*told, *because(facts))


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
    reasons = [on_one_line(fact.value) for fact in facts_of(facts) if fact.field == "because"]
    return (Piece(", because "), Piece(", and because ".join(reasons), Role.THEIRS)) if reasons else ()


def _subject(change: Change, names: Names) -> Pieces:
    if change.kind == THEORY:
        return (Piece("The theory"),)
    name = str(change.element)
    if change.kind == ARROW:
        ref = about_of(name)
        return names.step(ref) if isinstance(ref, LinkRef) else (Piece(name, Role.NAME),)
    called = Piece(name, Role.NAME) if change.kind in OWN_NAMESPACE else names.called(name)
    return (Piece(f"The {change.kind} "), called)


def _reworded(change: Change, names: Names) -> Pieces:
    subject = _subject(change, names)
    if change.old is None or change.new is None:
        return field(subject, change)
    said = word_diff(str(change.old), str(change.new))
    if change.kind in OWN_NAMESPACE:
        return (*subject, Piece(": "), *said)
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
    return state(_subject(change, names), change)


def _place(is_: str, is_not: str, link: str) -> Callable[[Change, Names], Pieces]:
    def told(change: Change, names: Names) -> Pieces:
        called, old, new = names.called(str(change.element)), change.old, change.new
        if new is None:
            return (called, Piece(f" {is_not} {link} "), *names.about(str(old)))
        now = (called, Piece(f" {is_} {link} "), *names.about(str(new)), Piece(" now"))
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
    "in": _place("belongs", "no longer belongs", "to"),
    "on": _place("is", "is no longer", "about"),
    "of": _place("belongs", "no longer belongs", "to"),
    "whole": _whole_theory,
}


def plain(pieces: Iterable[Piece]) -> str:
    """Write pieces without any style; what is gone and what has come can still be told apart."""
    return "".join([_MARKED.get(piece.role, "{}").format(piece.text) for piece in pieces])


_MARKED: Final = {Role.GONE: "[-{}-]", Role.COME: "{{+{}+}}"}
