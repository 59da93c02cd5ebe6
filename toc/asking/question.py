"""What a question of the bank is, where it can be asked, and what it may look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from toc.logic import Graph, arriving, hopeful, is_stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from toc.model import About, Element, Link, Theory

MOST_WEIGHED = 40
"""Of how many boxes it is counted what rests on them; the others follow by how far they are from the goal."""

MOST_RESTING = 500
"""How far that counting goes."""

MOST_CAUSES = 200
"""How many causes of one box are looked at."""


class Theme:
    """What a question is about; a sheet is told theme by theme."""

    BACK = "Looking back"
    PURPOSE = "What it is for"
    STEPS = "How one thing leads to another"
    FOOTING = "What we rest on"
    COMPANY = "Who is in it"
    PARKED = "Parked by the group"


class Place(NamedTuple):
    """A place where a question makes sense, and how it sounds there.

    ``about`` are the boxes and arrows that the answer belongs to; nothing stands for the whole theory. ``asks`` is the
    question in the words of these boxes. ``why`` says why it is asked here; it may name others. ``parked`` is the id of
    a question that the group wrote down itself.
    """

    about: tuple[About, ...]
    asks: str
    why: str = ""
    parked: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Question:
    """One question of the bank: ``number`` is that of the catalogue, ``name`` begins the ids of its answers.

    ``asks`` is the question in general words, ``source`` who asks it in the literature. ``places`` finds where to ask,
    the weakest place first.
    """

    number: int
    name: str
    theme: str
    asks: str
    source: str
    places: Callable[[Ground], Iterator[Place]]


@dataclass(frozen=True)
class Ground:
    """What questions may look at: a theory, the day that counts as today, and what has changed since another day.

    ``changes_since`` says in a sentence what changed on the map since a day such as ``2026-05-20``, or nothing.
    """

    theory: Theory
    as_of: date | None = None
    changes_since: Callable[[str], str] = field(default=lambda _: "")

    @cached_property
    def graph(self) -> Graph:
        """Give what leads to what."""
        return Graph(self.theory)

    @cached_property
    def meant(self) -> Graph:
        """Give the same with its gaps supposed closed."""
        return hopeful(self.graph)

    @cached_property
    def arrows(self) -> Mapping[str, tuple[Link, ...]]:
        """Give the leads-to arrows that end at each box."""
        return arriving(self.theory)

    @cached_property
    def wanted(self) -> tuple[Element, ...]:
        """Give the goals and outcomes that somebody aims for."""
        return tuple([one for one in self.theory.of_kind("goal", "outcome") if not one.get("unintended")])

    def resting(self, name: str) -> int:
        """Count what follows from a box in the end, up to a limit."""
        return len(self.graph.beyond(name, most=MOST_RESTING))

    def heaviest(self, names: Iterable[str]) -> list[str]:
        """Put those first on which most rests."""
        levels = self.graph.levels
        order = sorted(names, key=lambda name: -levels.get(name, 0))
        weighed = {name: self.resting(name) for name in order[:MOST_WEIGHED]}
        return sorted(order, key=lambda name: -weighed.get(name, 0))

    def live_causes(self, name: str) -> list[str]:
        """Give what leads directly to a box and was not stopped, in reading order."""
        known = self.theory.by_id
        causes = [one for one in self.graph.some_causes(name, MOST_CAUSES) if not is_stopped(known.get(one))]
        return sorted(causes, key=self._order.__getitem__)

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {name: number for number, name in enumerate(self.graph.places)}

    def is_drawn(self, link: Link) -> bool:
        """Say whether an arrow joins two boxes that are there and were not stopped."""
        ends = [self.theory.by_id.get(link.source), self.theory.by_id.get(link.target)]
        return all(end is not None and not is_stopped(end) for end in ends)

    def is_backed(self, link: Link, *kinds: str) -> bool:
        """Say whether something of these kinds is about an arrow."""
        return bool(self.graph.beliefs(link.ref, *kinds))
