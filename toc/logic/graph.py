"""The questions that checks and pictures ask; every answer is worked out when it is first asked for, then kept."""

from __future__ import annotations

from functools import cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING

from toc.model import RESULT_KINDS

from .ceiling import Ceiling, ceiling
from .cycles import Knot, components, knots
from .lanes import ENOUGH, lanes
from .network import Network, weave
from .pathways import Pathways
from .rows import LADDER, Descent, descend, rows
from .said import by_subject, doers, is_stopped, needed, state
from .singles import single_points
from .support import behind_dropped, supported
from .walks import beyond, causes_but, descend_through, is_way, islands, near, spread, tops

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from toc.model import About, Contribution, Element, LinkRef, Theory


class Graph:
    """What leads to what in a theory.

    Only leads-to arrows count, between causal elements; an arrow to or from a pathway reaches or leaves each of its
    members. Ids in ``settled``, and names nobody declared, count as reaching a goal, as supported and as holding: a
    finding of their own already tells their story. Every question costs time linear in the theory unless it says
    otherwise.
    """

    def __init__(self, theory: Theory, settled: frozenset[str] = frozenset()) -> None:
        self.theory = theory
        self.settled = settled
        self._pathways = Pathways(theory)

    @cached_property
    def _network(self) -> Network:
        return weave(self.theory, self._pathways)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Give everything that takes part in cause and effect, in reading order.

        These are the causal elements, pathways that act as a result, and then names that nobody declared.
        """
        return tuple(self._network.names[: self._network.places])

    @cached_property
    def _excused(self) -> tuple[int, ...]:
        known = self.theory.by_id
        return tuple([n for n, name in enumerate(self.places) if name in self.settled or name not in known])

    @cached_property
    def goals(self) -> tuple[str, ...]:
        """Give the ids of the goals, in reading order."""
        return tuple([element.id for element in self.theory.of_kind("goal")])

    @cached_property
    def _goal_places(self) -> tuple[int, ...]:
        return tuple(sorted({self._network.number[goal] for goal in self.goals}))

    def members(self, pathway: str) -> tuple[str, ...]:
        """Give the causes and results in a pathway, also through pathways in it; none if it acts as a result."""
        return self._pathways.members(pathway)

    def _causes(self, place: int) -> list[int]:
        return sorted(near(self._network, place, self._network.before))

    def causes(self, name: str) -> tuple[str, ...]:
        """Give what leads directly to a place, in reading order; costs as much as it gives."""
        place = self._network.number.get(name)
        return () if place is None else tuple([self.places[cause] for cause in self._causes(place)])

    def effects(self, name: str) -> tuple[str, ...]:
        """Give what a place directly leads to, in reading order; costs as much as it gives."""
        place = self._network.number.get(name)
        if place is None:
            return ()
        return tuple([self.places[effect] for effect in sorted(near(self._network, place, self._network.after))])

    def each_cause(self, name: str) -> Iterator[str]:
        """Give what leads directly to a place, one by one, for whoever does not want to see them all."""
        return self._each(name, self._network.before)

    def some_causes(self, name: str, most: int) -> tuple[str, ...]:
        """Give at most so many direct causes; costs no more than it gives, however large the pathways are."""
        return tuple(islice(self._each(name, self._network.before), most))

    def some_effects(self, name: str, most: int) -> tuple[str, ...]:
        """Give at most so many direct effects; costs no more than it gives, however large the pathways are."""
        return tuple(islice(self._each(name, self._network.after), most))

    def _each(self, name: str, steps: Sequence[Sequence[int]]) -> Iterator[str]:
        place = self._network.number.get(name)
        found = () if place is None else near(self._network, place, steps)
        return (self.places[other] for other in found)

    def leads_on(self, name: str) -> bool:
        """Say whether any leads-to arrow starts here or at a pathway it is in, whatever stands at the other end."""
        place = self._network.number.get(name)
        return name in self._network.starts or (place is not None and bool(self._network.after[place]))

    def is_led_to(self, name: str) -> bool:
        """Say whether any leads-to arrow ends here or at a pathway it is in, whatever stands at the other end."""
        place = self._network.number.get(name)
        return name in self._network.ends or (place is not None and bool(self._network.before[place]))

    def beyond(self, name: str, *, most: int, causes: bool = False) -> tuple[str, ...]:
        """Give at most so many of the places that something leads to in the end, nearest first.

        With ``causes``, give what leads to it in the end.
        """
        network = self._network
        start = network.number.get(name)
        steps = network.before if causes else network.after
        found = [] if start is None else beyond(network, start, steps, most)
        return tuple([self.places[other] for other in found])

    def is_way(self, starts: Iterable[str], ends: Iterable[str], most: int) -> bool:
        """Say whether any of some ids or pathways leads to any of some others, or is one of them.

        After ``most`` arrows or members it is taken for granted, so that who asks often can bound the cost.
        """
        begin, end, known = tuple(starts), tuple(ends), self._network.number
        if sum([len(self.members(name)) for name in (*begin, *end) if name not in known]) > most:
            return True
        return is_way(self._network, self._numbers(begin), frozenset(self._numbers(end)), most)

    def _numbers(self, names: Iterable[str]) -> list[int]:
        known = self._network.number
        found = [
            member for name in dict.fromkeys(names) for member in ((name,) if name in known else self.members(name))
        ]
        return [known[name] for name in found if name in known]

    @cached_property
    def lanes(self) -> Mapping[str, tuple[str, ...]]:
        """Give for every place the partners who bring something to it or to what leads to it, two of them at most.

        What was withdrawn, and what is brought to stopped work, does not count.
        """
        brought: dict[str, dict[str, None]] = {}
        for given in self.theory.contributions:
            if isinstance(given.to, str) and state(given) != "withdrawn":
                brought.setdefault(given.to, {})[given.partner] = None
        started: dict[int, list[str]] = {}
        for name, partners in brought.items():
            if not is_stopped(self.theory.by_id.get(name)):
                for place in self._numbers((name,)):
                    started.setdefault(place, []).extend(islice(partners, ENOUGH))
        return dict(zip(self.places, lanes(self._network, started), strict=False))

    @cached_property
    def reaches_goal(self) -> frozenset[str]:
        """Give the places from which a goal can be reached, the goals themselves among them."""
        return self._marked(spread(self._network.before, [*self._goal_places, *self._excused]))

    def _marked(self, marks: bytearray) -> frozenset[str]:
        return frozenset([name for name, mark in zip(self.places, marks, strict=False) if mark])

    def led_to(self, names: Iterable[str]) -> frozenset[str]:
        """Give the places that any of some ids or pathways leads to in the end, those themselves included."""
        return self._marked(spread(self._network.after, self._numbers(names)))

    @cached_property
    def doers(self) -> Mapping[str, tuple[Contribution, ...]]:
        """Give for every element the contributions of those who do or lead it; what was withdrawn does not count."""
        return doers(self.theory)

    def is_done(self, activity: Element) -> bool:
        """Say whether somebody does or leads an activity, a person who is no partner included, or it is done."""
        return activity.id in self.doers or state(activity) == "done" or bool(activity.get("lead"))

    @cached_property
    def holds(self) -> frozenset[str]:
        """Give the places that hold if everything on the map is done (see `toc.logic.support`)."""
        return self._marked(self._holding)

    def holds_without(self, lost: frozenset[str], torn: frozenset[LinkRef]) -> frozenset[str]:
        """Give what still holds when these elements and arrows do not."""
        network = self._network
        places = {network.number[name] for name in lost if name in network.number}
        wires = [network.wire(link.source, link.target) for link in torn]
        return self._marked(self._supported((places, [wire for wire in wires if wire])))

    @cached_property
    def _idle(self) -> frozenset[int]:
        stopped = [self._network.number[one.id] for one in self.theory.of_kind("activity") if is_stopped(one)]
        return behind_dropped(self._network, frozenset(stopped))

    def has_live_cause(self, name: str) -> bool:
        """Say whether anything leads to a place that was not stopped."""
        place = self._network.number.get(name)
        return place is not None and not self._idle.issuperset(self._network.before[place])

    def _supported(self, failing: tuple[set[int], Sequence[tuple[int, int]]] = (set(), ())) -> bytearray:
        given: list[int] = list(self._excused)
        needs: dict[int, int] = {}
        for name, element in self._declared:
            if element.kind in RESULT_KINDS or element.kind == "pathway":
                needs[self._network.number[name]] = needed(element)
            elif element.kind != "activity" or self.is_done(element):
                given.append(self._network.number[name])
        torn = frozenset(failing[1])
        causes = partial(causes_but, self._network, torn=torn) if torn else self._causes
        return supported(self._network, given, needs, self._idle, causes, failing=failing)

    @cached_property
    def _holding(self) -> bytearray:
        return self._supported()

    @cached_property
    def _declared(self) -> tuple[tuple[str, Element], ...]:
        known = self.theory.by_id
        return tuple([(name, known[name]) for name in self.places if name in known])

    @cached_property
    def below_broken_goals(self) -> tuple[tuple[str, str], ...]:
        """Give (place, goal) for what does not hold and keeps a goal from holding, from the goals themselves down."""
        found = descend_through(self._network, self._goal_places, self._holding)
        return tuple([(self.places[place], self.places[goal]) for place, goal in found])

    @cached_property
    def _descent(self) -> Descent:
        return descend(self._network, set(self._goal_places).__contains__)

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """Give the row of every place: goals stand on row 0, everything else one row below the lowest it leads to.

        A goal that leads to another goal stands below that one. What leads nowhere yet stands on a row that fits its
        kind. The order in which things were written makes no difference.
        """
        found = rows(self._network, self._descent, self._start_row)
        return dict(zip(self.places, found, strict=False))

    def _start_row(self, place: int) -> int:
        element = self.theory.by_id.get(self.places[place])
        if element is None:
            return 1
        row = LADDER.get(element.kind, 1)
        return min(row, 1) if self._network.after[place] else row

    @cached_property
    def longest_chain(self) -> tuple[int, str]:
        """Give the number of arrows on the longest way to any end, and the id of the place where it starts."""
        found = rows(self._network, self._descent, lambda _: 0)[: self._network.places]
        most = max(found, default=0)
        return (most, self.places[found.index(most)]) if found else (0, "")

    @cached_property
    def _components(self) -> list[list[int]]:
        known = self.theory.by_id
        stubs = [place for place, name in enumerate(self.places) if name not in known]
        return components(self._network.after, stubs)

    @cached_property
    def _tangles(self) -> tuple[list[int], ...]:
        places = self._network.places
        many = [found for found in self._components if len(found) > 1]
        return tuple([found for found in many if len([place for place in found if place < places]) > 1])

    @cached_property
    def knots(self) -> tuple[Knot, ...]:
        """Give each tangle with one shortest circle, in reading order; the search is bounded, and says so."""
        return knots(self._network, self._tangles)

    @cached_property
    def tangles(self) -> tuple[tuple[str, ...], ...]:
        """Give one shortest circle of each tangle: every element in it leads to the next, the last to the first."""
        return tuple([knot.circle for knot in self.knots])

    @cached_property
    def tangle_of(self) -> Mapping[str, int]:
        """Give the number of its tangle for everything that stands in one."""
        places, names = self._network.places, self._network.names
        tangles = enumerate(self._tangles)
        return {names[place]: number for number, tangle in tangles for place in tangle if place < places}

    @cached_property
    def top_goals(self) -> tuple[str, ...]:
        """Give the goals that lead to no other goal, one for each tangle, in reading order."""
        found = tops(self._network, self._components, set(self._goal_places))
        return tuple([self.places[place] for place in found])

    @cached_property
    def islands(self) -> tuple[tuple[str, ...], ...]:
        """Give the parts of the map that no leads-to arrow joins, each in reading order."""
        return tuple([tuple([self.places[place] for place in island]) for island in islands(self._network)])

    @cached_property
    def ceiling(self) -> Ceiling:
        """Give up to where the partnership answers for results, and what lies above that."""
        return ceiling(self.theory, self._network, self._pathways)

    @cached_property
    def single_points(self) -> tuple[tuple[tuple[str, str], ...], bool]:
        """Give (element, goal) for what every way from the activities to that goal passes through.

        The second part says whether all goals were looked at. Costs one walk for each goal, up to a limit.
        """
        network = self._network
        going = [one.id for one in self.theory.of_kind("activity") if not is_stopped(one)]
        doings = {network.number[name] for name in going}
        found, complete = single_points(network, self._goal_places, doings)
        return tuple([(self.places[place], self.places[goal]) for place, goal in found]), complete

    @cached_property
    def about(self) -> Mapping[About, tuple[Element, ...]]:
        """Give for every element and arrow the assumptions, risks, evidence, indicators… that are about it."""
        return by_subject(self.theory)

    def beliefs(self, what: About, *kinds: str) -> tuple[Element, ...]:
        """Give what is about an element or arrow, of these kinds: ``graph.beliefs(link.ref, "assumption")``."""
        return tuple([element for element in self.about.get(what, ()) if element.kind in kinds])
