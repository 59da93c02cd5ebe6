"""Contributions that are gone and have come again, in other words or with other details.

Where a partner gives several things to the same, those that differ are gone and come as wholes, because no name tells
them apart. To people it is still the same contribution: the one with the same words, or the only one that is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .change import CONTRIBUTION, Change, How
from .facts import steps
from .fields import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Place = tuple[str | None, tuple[str, ...]]
"""What is contributed to, and who is concerned, the giver first."""


class Again(NamedTuple):
    """A contribution that is still made: the two changes it is made of, and what happened to it field by field.

    ``what`` are the words that tell it from others, empty where these changed or there are none.
    """

    gone: Change
    come: Change
    steps: tuple[Change, ...]
    what: str


def made_again(changes: Iterable[Change]) -> tuple[Again, ...]:
    """Find what is gone and has come again among changes."""
    gone: dict[Place, list[Change]] = {}
    come: dict[Place, list[Change]] = {}
    for change in changes:
        if change.kind == CONTRIBUTION and change.field is None:
            found = gone if change.change is How.REMOVED else come
            found.setdefault((change.element, change.partners), []).append(change)
    return tuple([_again(*pair) for place in gone if place in come for pair in _pairs(gone[place], come[place])])


def _pairs(gone: list[Change], come: list[Change]) -> Iterator[tuple[Change, Change]]:
    then, now = _by_words(gone), _by_words(come)
    same = [words for words in then if words in now]
    yield from [(then[words], now[words]) for words in same]
    still = [each for each in gone if _what(each.old) not in same]
    fresh = [each for each in come if _what(each.new) not in same]
    if len(still) == len(fresh) == 1:
        yield still[0], fresh[0]


def _by_words(changes: list[Change]) -> dict[str, Change]:
    """Give those that alone have their words, by these."""
    found: dict[str, list[Change]] = {}
    for each in changes:
        found.setdefault(_what(each.old or each.new), []).append(each)
    return {words: those[0] for words, those in found.items() if len(those) == 1}


def _what(facts: object) -> str:
    return next((fact.value for fact in facts_of(facts) if fact.field == "what"), "")


def _again(gone: Change, come: Change) -> Again:
    told = [
        Change(come.sort, how, CONTRIBUTION, come.element, field, old, new, come.partners)
        for how, field, old, new in steps(facts_of(gone.old), facts_of(come.new))
    ]
    what = _what(come.new)
    return Again(gone, come, tuple(told), what if what == _what(gone.old) else "")
