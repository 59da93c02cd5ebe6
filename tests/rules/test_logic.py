"""The quick answers of the graph against slow ones that follow the definitions word by word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import toc
from toc.logic import ALL, Graph, gaps, hopeful, needed, state
from toc.model import CAUSAL_KINDS, Contribution, Detail, Element, Link, LinkKind, LinkRef, Theory

KINDS = ("goal", "outcome", "output", "activity", "input", "condition", "pathway", "barrier")
NEEDS = (None, None, "all", "any", "1", "2", "3")
STATES = (None, None, "stopped", "done", "active")


@st.composite
def theories(draw, most=9):
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=most))
    ids = [f"{kind[0]}{kind[1]}{place}" for place, kind in enumerate(kinds)]
    pathways = [one for one, kind in zip(ids, kinds, strict=True) if kind == "pathway"]
    elements = tuple(draw(_element(one, kind, pathways)) for one, kind in zip(ids, kinds, strict=True))
    ends = st.sampled_from([*ids, "stub"])
    pairs = draw(st.lists(st.tuples(ends, ends, st.sampled_from((*LinkKind, LinkKind.LEADS_TO))), max_size=14))
    links = {(source, target): Link(source, target, kind) for source, target, kind in pairs}
    done = draw(st.lists(st.sampled_from(ids), max_size=6))
    return Theory(
        elements=elements,
        links=tuple(links.values()),
        contributions=tuple(Contribution("partner", one) for one in done),
    )


@st.composite
def _element(draw, one, kind, pathways):
    details = []
    if need := draw(st.sampled_from(NEEDS)):
        details.append(Detail("needs", need))
    if status := draw(st.sampled_from(STATES)):
        details.append(Detail("status", status))
    inside = draw(st.lists(st.sampled_from(pathways), max_size=2, unique=True)) if pathways else []
    return Element(one, kind, details=tuple(details), pathways=tuple(inside))


class Slow:
    """The definitions, word by word."""

    def __init__(self, theory):
        self.theory = theory
        self.known = theory.by_id
        ends = {end for link in theory.links if link.kind is LinkKind.LEADS_TO for end in (link.source, link.target)}
        stubs = {end for end in ends if end not in self.known}
        causal = {one for one, element in self.known.items() if element.kind in CAUSAL_KINDS}
        bundles = {one for one, element in self.known.items() if element.kind == "pathway"}
        self.members = {one: self._members(one) for one in bundles}
        empty = {one for one in bundles if not self.members[one]}
        childless = {one for one in bundles if not self._inside(one)}
        self.places = causal | stubs | (empty & (ends | childless))
        self.edges = {
            (source, target)
            for link in theory.links
            if link.kind is LinkKind.LEADS_TO and link.source != link.target
            for source, target in self._pairs(self._ends(link.source), self._ends(link.target))
        }
        self.stubs = stubs

    def _inside(self, pathway):
        return [
            element
            for element in self.theory.elements
            if pathway in element.pathways
            and element.id != pathway
            and (element.kind in CAUSAL_KINDS or element.kind == "pathway")
        ]

    def _members(self, pathway):
        found, seen, ahead = set(), {pathway}, [pathway]
        while ahead:
            for element in self._inside(ahead.pop()):
                if element.id not in seen:
                    seen.add(element.id)
                    if element.kind == "pathway" and self._inside(element.id):
                        ahead.append(element.id)
                    else:
                        found.add(element.id)
        return found

    def _ends(self, one):
        if one in self.places:
            return {one}
        return self.members.get(one, set())

    def _pairs(self, sources, targets):
        both = sources & targets
        return {(one, other) for one in sources for other in targets if not (one in both and other in both)}

    def is_drawn_once(self, link, drawn):
        others = [other for other in drawn if other is not link]
        pair = (link.source, link.target)
        return not any(pair in self._pairs(self._ends(each.source), self._ends(each.target)) for each in others)

    def causes(self, one):
        return {source for source, target in self.edges if target == one}

    def effects(self, one):
        return {target for source, target in self.edges if source == one}

    def reach(self, start):
        found = set(start)
        ahead = list(start)
        while ahead:
            new = self.effects(ahead.pop()) - found
            found |= new
            ahead += new
        return found

    def stopped(self, one):
        element = self.known.get(one)
        return element is not None and element.kind == "activity" and state(element) == "stopped"

    def holds(self, settled=frozenset(), lost=frozenset(), torn=frozenset()):
        done = {one.to for one in self.theory.contributions}
        holding: set[str] = set()
        while True:
            open_still = self.places - holding - lost
            more = {one for one in open_still if self._follows(one, holding, done, settled, torn)}
            if not more:
                return holding
            holding |= more

    def _follows(self, one, holding, done, settled, torn):
        if self.stopped(one):
            return False
        element = self.known.get(one)
        if element is None or one in settled or element.kind in ("input", "condition"):
            return True
        if element.kind == "activity":
            return one in done or state(element) == "done"
        live = {cause for cause in self.causes(one) if not self.stopped(cause)}
        want = len(live) if needed(element) == ALL else needed(element)
        arriving = {cause for cause in live & holding if (cause, one) not in torn}
        return bool(live) and len(arriving) >= want

    def tangles(self):
        declared = self.places - self.stubs
        ahead = {one: self.within(one, declared) for one in declared}
        groups = {frozenset(two for two in ahead[one] if one in ahead[two]) | {one} for one in declared}
        return {group for group in groups if len(group) > 1}

    def within(self, start, allowed):
        found, ahead = set(), [start]
        while ahead:
            new = {one for one in self.effects(ahead.pop()) if one in allowed} - found
            found |= new
            ahead += new
        return found


@given(theories())
def test_causes_and_effects(theory):
    graph, slow = Graph(theory), Slow(theory)
    assert set(graph.places) == slow.places
    for one in graph.places:
        assert set(graph.causes(one)) == slow.causes(one)
        assert set(graph.effects(one)) == slow.effects(one)
        assert len(graph.causes(one)) == len(slow.causes(one))
        assert set(graph.some_causes(one, 2)) <= slow.causes(one)
        assert len(graph.some_causes(one, 2)) == min(2, len(slow.causes(one)))


@given(theories())
def test_reach(theory):
    graph, slow = Graph(theory), Slow(theory)
    ends = {*graph.goals, *slow.stubs}
    assert graph.reaches_goal == {one for one in slow.places if slow.reach({one}) & ends}


@given(theories(), st.data())
def test_what_holds(theory, data):
    settled = frozenset(data.draw(st.lists(st.sampled_from([one.id for one in theory.elements]), max_size=1)))
    slow = Slow(theory)
    assert Graph(theory, settled).holds == slow.holds(settled)


@given(theories(), st.data())
def test_what_holds_without_some_of_it(theory, data):
    graph, slow = Graph(theory), Slow(theory)
    drawn = [link for link in theory.links if link.kind is LinkKind.LEADS_TO and link.source != link.target]
    alone = [
        link.ref for link in drawn if {link.source, link.target} <= slow.places and slow.is_drawn_once(link, drawn)
    ]
    lost = (
        frozenset(data.draw(st.lists(st.sampled_from(sorted(slow.places)), max_size=2))) if slow.places else frozenset()
    )
    torn = frozenset(data.draw(st.lists(st.sampled_from(alone), max_size=2))) if alone else frozenset()
    ends = {(link.source, link.target) for link in torn}
    assert graph.holds_without(lost, torn) == slow.holds(lost=lost, torn=ends)


TWO_OF_THREE = "goal g: G\n  needs: 2\n  condition a: A\n"


@pytest.mark.parametrize(
    ("rest", "lost", "torn", "holds"),
    [
        ("  condition b: B\n  condition c: C\n", set(), {LinkRef("b", "g")}, True),
        ("  condition b: B\n  condition c: C\n", {"a"}, {LinkRef("b", "g")}, False),
        ("pathway p: P\n  condition b: B\n  condition c: C\npathway p\n  -> g\n", set(), {LinkRef("p", "g")}, False),
        ("pathway p: P\n  condition b: B\n  condition c: C\npathway p\n  -> g\n", {"b"}, set(), True),
    ],
)
def test_an_arrow_that_does_not_hold_is_no_cause_to_count(rest, lost, torn, holds):
    graph = Graph(toc.loads(TWO_OF_THREE + rest).theory)
    assert ("g" in graph.holds_without(frozenset(lost), frozenset(torn))) is holds


@given(theories())
def test_every_tangle_has_a_shortest_circle(theory):
    graph, slow = Graph(theory), Slow(theory)
    own = {link.source for link in theory.links if link.source == link.target and link.kind is LinkKind.LEADS_TO}
    own &= slow.places - slow.stubs
    tangles = slow.tangles()
    alone = {one for one in own if not any(one in tangle for tangle in tangles)}
    found = {next((tangle for tangle in tangles if circle[0] in tangle), None) for circle in graph.tangles}
    assert found - {None} == tangles
    assert len(graph.tangles) == len(tangles) + len(alone)
    for knot in graph.knots:
        assert knot.shortest
        if len(knot.circle) == 1:
            assert knot.circle[0] in own
        else:
            assert set(pairwise((*knot.circle, knot.circle[0]))) <= slow.edges
            assert len(knot.circle) == _shortest(slow, next(one for one in tangles if knot.circle[0] in one), own)


def _shortest(slow, tangle, own):
    if tangle & own:
        return 1
    best = len(tangle)
    for start in tangle:
        length, row, seen = 1, slow.effects(start) & tangle, set()
        while row and start not in row:
            seen |= row
            row = {two for one in row for two in slow.effects(one) & tangle} - seen
            length += 1
        best = min(best, length) if row else best
    return best


@given(theories())
def test_rows(theory):
    graph, slow = Graph(theory), Slow(theory)
    goals = set(graph.goals)
    tangled = {one for one in slow.places if one in slow.within(one, slow.places)}
    for source, target in slow.edges:
        if source not in tangled | goals and target not in tangled:
            assert graph.levels[source] > graph.levels[target]
    for goal in goals - {source for source, target in slow.edges if target in goals}:
        assert graph.levels[goal] == 0
    assert all(graph.levels[one] > 0 for one in slow.places - goals)


@given(theories(), st.randoms(use_true_random=False))
def test_rows_do_not_depend_on_the_order_of_lines(theory, random):
    elements, links = list(theory.elements), list(theory.links)
    random.shuffle(elements)
    random.shuffle(links)
    turned = Theory(elements=tuple(elements), links=tuple(links), contributions=theory.contributions)
    assert Graph(theory).levels == Graph(turned).levels


@given(theories())
def test_islands(theory):
    graph, slow = Graph(theory), Slow(theory)
    assert sorted(one for island in graph.islands for one in island) == sorted(slow.places)
    home = {one: number for number, island in enumerate(graph.islands) for one in island}
    assert all(home[source] == home[target] for source, target in slow.edges)
    for island in graph.islands:
        joined, ahead = {island[0]}, [island[0]]
        while ahead:
            here = ahead.pop()
            new = (slow.effects(here) | slow.causes(here)) - joined
            joined |= new
            ahead += new
        assert joined == set(island)


@given(theories(most=7))
def test_single_points(theory):
    graph, slow = Graph(theory), Slow(theory)
    doings = {one.id for one in theory.of_kind("activity") if state(one) != "stopped"}
    wanted = set()
    for goal in graph.goals:
        below = {one for one in slow.places if goal in slow.reach({one})}
        if len(below & doings) > 1:
            for point in below - {goal}:
                slow_without = Slow(theory)
                slow_without.edges = {edge for edge in slow.edges if point not in edge}
                if not any(goal in slow_without.reach({one}) for one in doings - {point}):
                    wanted.add(point)
    points, complete = graph.single_points
    assert complete
    assert {place for place, _ in points} == wanted


@given(theories())
def test_what_breaks_lies_below_a_broken_goal(theory):
    graph, slow = Graph(theory), Slow(theory)
    holding = slow.holds()
    wanted, ahead = set(), [goal for goal in graph.goals if goal not in holding]
    while ahead:
        here = ahead.pop()
        if here not in wanted:
            wanted.add(here)
            ahead += [cause for cause in slow.causes(here) if cause not in holding]
    assert {place for place, _ in graph.below_broken_goals} == wanted


@given(theories())
def test_with_its_gaps_closed_everything_holds_but_what_was_stopped(theory):
    graph, slow = Graph(theory), Slow(theory)
    meant = hopeful(graph)
    assert meant.holds == {one for one in slow.places if not slow.stopped(one)}
    assert graph.holds.isdisjoint(gaps(graph))


GAPS = {
    "nobody does it": ("goal g: G\n  outcome o: O\n    activity a: A\n", ("a",)),
    "nothing brings it about": ("goal g: G\n  outcome o: O\n  outcome p: P\n", ("o", "p")),
    "too few causes": ("goal g: G\n  needs: 3\n  condition c: C\n", ("g",)),
    "too few, and one of them missing": ("goal g: G\n  needs: 3\n  outcome o: O\n", ("g", "o")),
    "one of several is enough": ("goal g: G\n  needs: any\n  condition c: C\n  activity a: A\n", ("a",)),
    "all was stopped": ("goal g: G\n  activity a: A\n    status: stopped\n", ("g",)),
    "a circle": ("goal g: G\n  outcome o: O\n    <- p\noutcome p: P\n  <- o\n", ("o", "p")),
    "nothing is missing": ("goal g: G\n  condition c: C\n", ()),
}


@pytest.mark.parametrize("case", GAPS)
def test_a_gap_is_where_the_support_breaks(case):
    text, wanted = GAPS[case]
    assert gaps(Graph(toc.loads(text).theory)) == wanted
