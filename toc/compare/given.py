"""What changed in who contributes what.

Contributions have no id: one is told by who gives it and to what. Where a partner gives several things to the same,
those that differ are gone and come as wholes. One that is gone here and has come there, in the same words, has moved.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .change import CONTRIBUTION, Change, How, Sort
from .facts import contribution_facts, said, steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.model import About, Contribution, Theory

    from .concerned import Concerned
    from .facts import Facts

Place = tuple[str, "About | None"]
"""Who gives, and to what."""

Given = dict[Place, list["Facts"]]
"""All contributions, by their place."""


def contributions(old: Theory, new: Theory, who: Concerned) -> Iterator[Change]:
    """Say which contributions were offered, changed, moved and withdrawn."""
    then, now = _placed(old.contributions), _placed(new.contributions)
    moved = _moved(then, now)
    came_from = {to: place for place, to in moved.items()}
    for place, facts in now.items():
        if place in came_from:
            yield _move(came_from[place], place, who)
            yield from _changed(place, then[came_from[place]][0], facts[0], who)
        elif len(facts) == len(then.get(place, ())) == 1:
            yield from _changed(place, then[place][0], facts[0], who)
        else:
            yield from [_whole(How.ADDED, place, each, who) for each in _left(facts, then.get(place, ()))]
    for place, facts in then.items():
        if place not in moved and not len(facts) == len(now.get(place, ())) == 1:
            yield from [_whole(How.REMOVED, place, each, who) for each in _left(facts, now.get(place, ()))]


def _placed(contributions: Iterable[Contribution]) -> Given:
    found: Given = {}
    for given in contributions:
        found.setdefault((given.partner, given.to), []).append(contribution_facts(given))
    return found


def _left(facts: Iterable[Facts], others: Iterable[Facts]) -> list[Facts]:
    """Give what has no equal among the others, one for one."""
    unmatched = Counter([said(other) for other in others])
    left = []
    for each in facts:
        if unmatched[said(each)] > 0:
            unmatched[said(each)] -= 1
        else:
            left.append(each)
    return left


def _moved(then: Given, now: Given) -> dict[Place, Place]:
    """Find what one partner gives elsewhere now, in words that it gives nowhere else."""
    gone = _only_ones({place: facts for place, facts in then.items() if place not in now})
    come = _only_ones({place: facts for place, facts in now.items() if place not in then})
    return {gone[words]: come[words] for words in gone if words in come}


def _only_ones(given: Given) -> dict[tuple[str, str], Place]:
    found: dict[tuple[str, str], list[Place]] = {}
    for (partner, to), several in given.items():
        for facts in several:
            what = next((fact.value for fact in facts if fact.field == "what"), "")
            found.setdefault((partner, what), []).append((partner, to))
    return {words: places[0] for words, places in found.items() if len(places) == 1 and len(given[places[0]]) == 1}


def _move(origin: Place, place: Place, who: Concerned) -> Change:
    partners = (*who.with_contribution(*place), *who.with_contribution(*origin))
    return _change(How.MOVED, place, "to", _named(origin), _named(place), tuple(dict.fromkeys(partners)))


def _changed(place: Place, old: Facts, new: Facts, who: Concerned) -> Iterator[Change]:
    partners = who.with_contribution(*place)
    for how, field, was, now in steps(old, new):
        yield Change(Sort.CONTRIBUTION, how, CONTRIBUTION, _named(place), field, was, now, partners)


def _whole(how: How, place: Place, facts: Facts, who: Concerned) -> Change:
    old, new = (facts, None) if how is How.REMOVED else (None, facts)
    partners = who.with_contribution(*place)
    return Change(Sort.CONTRIBUTION, how, CONTRIBUTION, _named(place), None, old, new, partners)


def _change(how: How, place: Place, field: str, old: str | None, new: str | None, partners: tuple[str, ...]) -> Change:
    return Change(Sort.CONTRIBUTION, how, CONTRIBUTION, _named(place), field, old, new, partners)


def _named(place: Place) -> str | None:
    return None if place[1] is None else str(place[1])
