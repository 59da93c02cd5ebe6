"""Steps told in sentences: the whole of them, what belongs to one element, or what concerns one partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from toc.compare.told import Told, names_of, tell_with
from toc.compare.told_to import for_partner
from toc.compare.words import Piece, Role
from toc.size import size
from toc.view import ViewTrouble

from .life import about
from .step import FETCH, News, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.compare import Change
    from toc.compare.names import Names

    from .life import Life

_FURTHER: Final = Piece(" (further along)", Role.ASIDE)


class Entry(NamedTuple):
    """A step, the changes of it that are told, and their sentences.

    Sentences have the marks of `toc.compare.told`, or ``!`` where something about the version itself is said.
    """

    step: Step
    changes: tuple[Change, ...]
    told: tuple[Told, ...]


def entries(steps: Iterable[Step]) -> Iterator[Entry]:
    """Tell all steps."""
    for step in steps:
        yield Entry(step, step.changes, (*_notes(step), *_whole(step)))


def entries_of(life: Life) -> Iterator[Entry]:
    """Tell what belongs to the life of an element; steps with nothing of it are left out."""
    for step in life.steps:
        changes = about(step, life.key)
        if step.news is News.UNREADABLE or (changes and step.news is News.CUT):
            yield Entry(step, changes, unknown(step))
        elif changes:
            yield Entry(step, changes, flat(changes, names_of(step.old, step.new)))


def entries_for(life: Life) -> Iterator[Entry]:
    """Tell what concerns a partner, and what lies further along, where its contributions lead."""
    for step in life.steps:
        try:
            own, along = for_partner(step.changes, step.old, step.new, step.name_of(life.key))
        except ViewTrouble:  # before it was a partner
            own, along = (), ()
        if step.news is News.UNREADABLE or (own and step.news is News.CUT):
            yield Entry(step, (*own, *along), unknown(step))
        elif own or along:
            names = names_of(step.old, step.new)
            further = [Told(mark, (*pieces, _FURTHER)) for mark, pieces in flat(along, names)]
            yield Entry(step, (*own, *along), (*flat(own, names), *further))


def flat(changes: Iterable[Change], names: Names) -> tuple[Told, ...]:
    """Tell changes one after the other, without the titles of their classes."""
    return tuple([told for group in tell_with(changes, names) for told in group.told])


def _notes(step: Step) -> tuple[Told, ...]:
    return () if step.news is News.UNREADABLE else tuple([_said("!", note) for note in step.notes])


def _whole(step: Step) -> tuple[Told, ...]:
    """Tell all of a step; that a plan begins or is gone in one sentence, since everything in it would be too much."""
    if step.news is News.UNREADABLE:
        return unknown(step)
    if step.news is News.GONE:
        return () if step.notes else (_said("-", "The plan is gone: its file was taken out."),)
    if step.news is News.CUT:
        return (_said("!", f"This clone begins here, where the plan had {size(step.new)} already. {FETCH}"),)
    if step.news is News.BEGINS:
        return (_said("+", f"The plan begins, with {size(step.new)}."),)
    return flat(step.changes, names_of(step.old, step.new))


def unknown(step: Step) -> tuple[Told, ...]:
    """Tell why nothing is known about what a step did; nothing where that is known."""
    if step.news is News.CUT:
        return (_said("!", f"It was there already where this clone begins. {FETCH}"),)
    if step.news is News.UNREADABLE:
        return (_said("!", f"This version cannot be read, and is left out. {' '.join(step.notes)}"),)
    return ()


def _said(mark: str, sentence: str) -> Told:
    return Told(mark, (Piece(sentence),))
