"""What a merge changed itself: neither side had brought it.

Each side is compared with what the merge made of both, and with where the sides parted. What the merge has and one side
had not is explained where another side brought it; all the rest is the merge's own, also what it dropped of a side.
As with git, to choose between two wordings of two sides is to change nothing.
"""

from __future__ import annotations

from dataclasses import replace
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from toc.compare import How, compare, renamed
from toc.compare.change import COMMENT, CONTRIBUTION, NO_ELEMENTS, NOTE
from toc.compare.facts import key_of, space_of

from .step import renames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from toc.compare import Change
    from toc.compare.facts import Key
    from toc.git import Past
    from toc.model import Element, Theory

Subject = tuple[str, str | None, str]
"""What a change is about: what sort of thing, its name, and for a contribution who gives it."""

Bit = tuple[Subject, str | None, str, str | None]
"""One thing that came (``+``) or went (``-``): what it is about, its field and value; a whole thing has neither."""


class Merged(NamedTuple):
    """What a merge changed itself, what it changed against each of its sides, and all sides in one theory."""

    own: tuple[Change, ...]
    each: tuple[tuple[Change, ...], ...]
    sides: Theory


def merged(new: Theory, sides: Sequence[Theory], parted: Callable[[], Theory]) -> Merged:
    """Say what a merge made of its sides; ``parted`` gives the theory where they parted, and is rarely asked."""
    each = tuple([compare(side, new) for side in sides])
    own = tuple(_own(sides, each, parted())) if any(each) else ()
    return Merged(own, each, _together(sides))


def _own(sides: Sequence[Theory], each: Sequence[tuple[Change, ...]], start: Theory) -> Iterator[Change]:
    brought = [_brought(start, side, changes) for side, changes in zip(sides, each, strict=True)]
    known = _keys(start)
    named = [_keys(side) - known for side in sides]
    told: set[Bit] = set()
    for number, changes in enumerate(each):
        others = frozenset().union(*[bits for other, bits in enumerate(brought) if other != number])
        new_names = frozenset().union(*[keys for other, keys in enumerate(named) if other != number])
        for change in changes:
            bit = _main_bit(change)
            by_other = (space_of(change.kind), str(change.new)) in new_names if change.guessed else bit in others
            if not by_other and bit not in told:
                told.add(bit)
                yield change


def _keys(theory: Theory) -> frozenset[Key]:
    return frozenset([key_of(element) for element in theory.elements])


def _brought(start: Theory, side: Theory, changes: Iterable[Change]) -> frozenset[Bit]:
    """Give what a side brought since the sides parted, under the names of the merge."""
    names = {(key[0], old): key[1] for key, old in renames(changes)}
    return frozenset([bit for change in compare(start, renamed(side, names)) for bit in _bits(change)])


def _subject(change: Change, place: str | None) -> Subject:
    if change.kind == CONTRIBUTION:
        return (CONTRIBUTION, place, change.partners[0] if change.partners else "")
    return (change.kind if change.kind in NO_ELEMENTS else space_of(change.kind), place, "")


def _main_bit(change: Change) -> Bit:
    """Give the one thing by which a change is known: what came, or where nothing came, what went."""
    about = _subject(change, change.element)
    if change.kind in (NOTE, COMMENT):
        return (about, None, "+" if change.change is How.ADDED else "-", str(change.new or change.old))
    if change.field is None:
        return (about, None, "+" if change.change is How.ADDED else "-", None)
    if change.new is None:
        return (about, change.field, "-", str(change.old))
    return (about, change.field, "+", str(change.new))


def _bits(change: Change) -> Iterator[Bit]:
    """Give all that came and went with a change."""
    yield _main_bit(change)
    about = _subject(change, change.element)
    for sign, value in (("-", change.old), ("+", change.new)):
        if isinstance(value, tuple):
            yield from [(about, fact.field, sign, fact.value) for fact in value]
        elif change.field is not None and value is not None:
            yield (about, change.field, sign, value)
    if change.change is How.MOVED and change.kind == CONTRIBUTION:
        yield (about, None, "+", None)
        yield (_subject(change, str(change.old) if change.old is not None else None), None, "-", None)


def _together(sides: Sequence[Theory]) -> Theory:
    """Put the elements of all sides into one theory, where they can be looked up."""
    known: dict[object, Element] = {}
    for side in sides:
        for element in side.elements:
            known.setdefault(key_of(element), element)
    return replace(sides[0], elements=tuple(known.values()))


def meeting(commits: Iterable[str], past: Past, places: Mapping[str, int]) -> str | None:
    """Give the newest commit that all of some commits follow from; ``places`` are those of the commits in time."""
    reached = {commit: 1 << number for number, commit in enumerate(commits)}
    everybody = (1 << len(reached)) - 1
    waiting = [(places[commit], commit) for commit in reached]
    heapify(waiting)
    while waiting:
        _, commit = heappop(waiting)
        if reached[commit] == everybody:
            return commit
        for parent in past.commits[commit].parents:
            if parent not in reached:
                heappush(waiting, (places[parent], parent))
            reached[parent] = reached.get(parent, 0) | reached[commit]
    return None
