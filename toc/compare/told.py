"""Changes as sentences, put together by what people care about.

What goes without saying is said in one breath: a new box with the arrows that start from it, a box that is gone with
all its arrows, a rewording with the name that came with it, a contribution that is gone and has come again otherwise.
Every change is told, in a sentence of its own or in another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from toc.model import LinkRef

from .again import made_again
from .change import ARROW, CONTRIBUTION, Change, How, Sort
from .contributed import contribution
from .facts import about_of
from .matching import guessed_names, renamed
from .names import BEARS, Names
from .sentences import because, sentence
from .words import Piece, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.model import Theory

    from .again import Again
    from .words import Pieces

TITLES: Final = {
    Sort.GOAL: "Goals",
    Sort.RESULT: "Results",
    Sort.CONTRIBUTION: "Who contributes",
    Sort.CAUSATION: "What leads to what",
    Sort.ASSUMPTION: "Assumptions and risks",
    Sort.EVIDENCE: "Evidence",
    Sort.MEASURE: "Measures",
    Sort.WORK: "Work",
    Sort.PARTNER: "Partners",
    Sort.REWORDED: "In other words",
    Sort.PROCESS: "How the group works",
    Sort.REMARK: "Notes",
}
"""What stands above the changes of each class."""

NOTHING: Final = "no changes in the theory"
"""What is said where only the layout changed, or nothing at all."""


class Told(NamedTuple):
    """One change, or several that go together, as a sentence; ``mark`` is +, -, ~ or >."""

    mark: str
    pieces: Pieces


class Group(NamedTuple):
    """The sentences of one class."""

    title: str
    told: tuple[Told, ...]


_MARKS: Final = {How.ADDED: "+", How.REMOVED: "-", How.CHANGED: "~", How.MOVED: ">"}


def names_of(old: Theory, new: Theory) -> Names:
    """Prepare to call things by their words."""
    return Names(renamed(old, guessed_names(old, new)), new)


def tell(changes: Iterable[Change], old: Theory, new: Theory, suffix: str = "") -> tuple[Group, ...]:
    """Tell what changed from one theory to another; ``suffix`` is put behind the title of every class."""
    return tell_with(changes, names_of(old, new), suffix)


def tell_with(changes: Iterable[Change], names: Names, suffix: str = "") -> tuple[Group, ...]:
    """Tell changes with names that are at hand, as `names_of` gives them."""
    found = tuple(changes)
    with_it = _told_with_another(found)
    groups: dict[Sort, list[Told]] = {}
    for change in found:
        told = groups.setdefault(change.sort, [])
        if id(change) in with_it.again:
            told += _told_again(with_it.again[id(change)], names)
        elif id(change) not in with_it.silent:
            told.append(Told(_mark(change), (*sentence(change, names), *_more(change, with_it, names))))
    return tuple([Group(TITLES[sort] + suffix, tuple(groups[sort])) for sort in Sort if groups.get(sort)])


def _mark(change: Change) -> str:
    return _MARKS[How.CHANGED if change.field == "status" else change.change]


def _told_again(again: Again, names: Names) -> list[Told]:
    return [Told(_mark(step), contribution(step, names, again.what)) for step in again.steps]


class _Together(NamedTuple):
    """Which changes need no sentence of their own, and what the sentences of others add."""

    silent: frozenset[int]
    arrows: dict[str, list[Change]]
    named: dict[str | None, Change]
    again: dict[int, Again]


def _told_with_another(changes: tuple[Change, ...]) -> _Together:
    whole = [each for each in changes if each.field is None and each.kind not in (ARROW, CONTRIBUTION)]
    come = {each.element for each in whole if each.change is How.ADDED}
    gone = {each.element for each in whole if each.change is How.REMOVED}
    arrows: dict[str, list[Change]] = {}
    silent: list[Change] = []
    for change in changes:
        ref = about_of(str(change.element)) if change.kind == ARROW and change.field is None else None
        if not isinstance(ref, LinkRef):
            continue
        if change.change is How.ADDED and ref.source in come:
            arrows.setdefault(ref.source, []).append(change)
            silent.append(change)
        elif change.change is How.REMOVED and gone & {ref.source, ref.target}:
            silent.append(change)
    reworded = {each.element for each in changes if each.field == "text" and each.change is How.CHANGED}
    named = {each.element: each for each in changes if each.guessed and each.element in reworded}
    again = {id(each.come): each for each in made_again(changes)}
    silent += [*named.values(), *[each.gone for each in again.values()]]
    return _Together(frozenset([id(each) for each in silent]), arrows, named, again)


def _more(change: Change, with_it: _Together, names: Names) -> Iterator[Piece]:
    if change.field is None and change.change is How.ADDED and change.kind not in (ARROW, CONTRIBUTION):
        for number, each in enumerate(with_it.arrows.get(str(change.element), ())):
            ref = about_of(str(each.element))
            if isinstance(ref, LinkRef):
                yield Piece(f", {'which ' if number == 0 else 'and '}{BEARS[ref.kind]} ")
                yield names.called(ref.target)
                yield from because(each.new)
    elif change.field == "text" and change.element in with_it.named:
        yield Piece(" (a guess: the same as ", Role.ASIDE)
        yield Piece(str(with_it.named[change.element].old), Role.NAME)
        yield Piece(")", Role.ASIDE)
