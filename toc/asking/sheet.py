"""Which questions are open, and in which order they are asked.

A question is not asked again where it was answered: where a `question` of the file has its number, an answer, the same
boxes it is about, and names the same words. Once these words have changed, or a box has joined, it may be asked again;
the old answer stays where it is.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from toc.model import LinkRef

from .bank import BANK
from .named import named_in
from .question import Place, Question, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.model import About, Theory

    from .question import Ground

PARKED = 0
"""The number of the questions that a group wrote down itself."""

AHEAD = 6
"""How many places of a question are looked at for one where its theme was not asked yet."""


class Ask(NamedTuple):
    """A question at a place."""

    question: Question
    place: Place


def parked(ground: Ground) -> Iterator[Place]:
    """Give the questions that the group wrote down itself and has not answered."""
    for one in ground.theory.of_kind("question"):
        if one.text.strip() and not one.get("answer"):
            yield Place(one.about, " ".join(one.text.split()), "", one.id)


OWN = Question(PARKED, "own", Theme.PARKED, "What the group has parked", "the group itself", parked)
"""What the group asks itself; it comes after the bank."""


class _Rounds:
    """The open questions in rounds: ``rest`` is what is left of each question of the bank after the first round."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.rest: list[tuple[Question, Iterator[Place]]] = []

    def first(self) -> Iterator[Ask]:
        """Ask each question at its weakest place; no two of a theme about the same thing where there is another."""
        taken: set[tuple[str, tuple[About, ...]]] = set()
        for question in BANK:
            places = _open_places(self.ground, question)
            some = list(islice(places, AHEAD))
            if some:
                free = next((place for place in some if (question.theme, place.about) not in taken), some[0])
                some.remove(free)
                taken.add((question.theme, free.about))
                self.rest.append((question, chain(some, places)))
                yield Ask(question, free)
        yield from [Ask(OWN, place) for place in parked(self.ground)]

    def others(self) -> Iterator[Ask]:
        """Ask each at its next place, and so on."""
        while self.rest:
            going, self.rest = self.rest, []
            for question, places in going:
                place = next(places, None)
                if place is not None:
                    self.rest.append((question, places))
                    yield Ask(question, place)


def sheet(ground: Ground) -> tuple[Ask, ...]:
    """Give each question once, at its weakest open place, and then all that the group has parked."""
    return tuple(_Rounds(ground).first())


def in_rounds(ground: Ground) -> Iterator[Ask]:
    """Give every open question: first the sheet, then each at its next place, and so on."""
    rounds = _Rounds(ground)
    yield from rounds.first()
    yield from rounds.others()


def asks_of(ground: Ground, number: int | None = None, at: str | None = None) -> Iterator[Ask]:
    """Give the open questions of one number, or about one element, or both; in the order in which they are asked."""
    for ask in in_rounds(ground):
        if number in (None, ask.question.number) and (at is None or _is_at(ask.place, at)):
            yield ask


def by_theme(asks: Iterable[Ask]) -> tuple[Ask, ...]:
    """Bring what is of one theme together, each theme where its first question stood, so that a sheet names it once."""
    themes: dict[str, list[Ask]] = {}
    for ask in asks:
        themes.setdefault(ask.question.theme, []).append(ask)
    return tuple(chain.from_iterable(themes.values()))


def _is_at(place: Place, name: str) -> bool:
    ends = [(what.source, what.target) if isinstance(what, LinkRef) else (what,) for what in place.about]
    return name == place.parked or any(name in end for end in ends)


def _open_places(ground: Ground, question: Question) -> Iterator[Place]:
    answered = _answered(ground.theory, question.number)
    for place in question.places(ground):
        if (frozenset(place.about), named_in(place.asks)) not in answered:
            yield place


def _answered(theory: Theory, number: int) -> frozenset[tuple[frozenset[About], frozenset[str]]]:
    """Give what was answered: what it is about, and what it names."""
    found = [one for one in theory.of_kind("question") if (one.get("bank") or "").strip() == str(number)]
    return frozenset([(frozenset(one.about), named_in(one.text)) for one in found if one.get("answer")])
