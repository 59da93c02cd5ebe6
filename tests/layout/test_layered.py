"""Our own arrangement: in nearly linear time, without recursion, and so that arrows can be followed."""

from __future__ import annotations

import sys
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from layout_graphs import theory
from toc.renderers.layout import Arrow, Graph, Node, lay_out
from toc.renderers.layout.ends import APART, spread
from toc.renderers.layout.layered_order import crossings, find_order, make_slots
from toc.renderers.layout.layered_squeeze import squeeze
from toc.renderers.layout.plan import make_plan


def test_twice_the_boxes_take_about_twice_the_steps():
    one, two = (steps(theory(count, ratio=99.0)) for count in (400, 800))
    assert two / one < 2.6


def steps(graph):
    """Count the lines of Python that are run."""
    count = 0

    def trace(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        lay_out(graph)
    finally:
        sys.settrace(before)
    return count


def test_a_long_chain_is_no_trouble():
    count = 3_000
    nodes = tuple(Node(f"n{number:05}", 100, 40) for number in range(count))
    arrows = tuple(Arrow(f"n{number + 1:05}", f"n{number:05}") for number in range(count - 1))
    placed = lay_out(Graph(nodes, (*arrows, Arrow("n00000", f"n{count - 1:05}", constrains=False))))
    heights = [placed.places[node.key].y for node in nodes]
    assert heights == sorted(heights)


def test_lines_that_would_need_too_many_passages_go_straight(monkeypatch):
    monkeypatch.setattr("toc.renderers.layout.layered_order.LONGEST_TOTAL", 5)
    nodes = tuple(Node(f"n{number}", 100, 40, number) for number in range(9))
    arrows = tuple(Arrow(f"n{number}", "n0") for number in range(1, 9))
    placed = lay_out(Graph(nodes, arrows))
    assert all(route.points for route in placed.routes)


def test_sorting_takes_crossings_out():
    rows = [[f"{row}{letter}" for letter in "abcdef"] for row in range(3)]
    nodes = tuple(Node(key, 50, 20, row) for row, keys in enumerate(rows) for key in keys)
    turned = {"a": "f", "b": "e", "c": "d", "d": "c", "e": "b", "f": "a"}
    arrows = tuple(Arrow(key, f"{row - 1}{turned[key[1]]}") for row in (1, 2) for key in rows[row])
    slots = make_slots(make_plan(Graph(nodes, arrows, ratio=99.0)))
    levels = [[slot for slot, level in enumerate(slots.levels) if level == row] for row in range(3)]
    assert crossings(slots, levels) == 30
    assert crossings(slots, find_order(slots)) == 0


def test_boxes_are_found_on_their_way_by_no_arrow():
    """Between levels lines bend, past a level they keep to their gap."""
    placed = lay_out(theory(60, seed=3, ratio=99.0))
    for route in placed.routes:
        for x, y in sampled(route.points):
            for key, box in placed.places.items():
                inside = box.left + 1 < x < box.right - 1 and box.top + 1 < y < box.bottom - 1
                assert not inside or key in {route.source, route.target}


def sampled(points):
    for first in range(0, len(points) - 3, 3):
        a, b, c, d = points[first : first + 4]
        for step in range(9):
            t = step / 8
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            yield tuple(sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))


@given(st.lists(st.floats(-100, 100), max_size=12), st.floats(0, 200))
@settings(deadline=None)
def test_places_are_moved_apart_in_order_and_within_their_side(places, length):
    found = spread(sorted(places), 0, length)
    least = min(APART, length / max(1, len(places) - 1))
    assert all(right - left >= least - 1e-6 for left, right in pairwise(found))
    assert all(-1e-6 <= place <= length + 1e-6 for place in found)


def test_places_that_are_apart_stay_where_they_are():
    assert spread([10, 40, 90], 0, 100) == [10, 40, 90]


def test_a_squeezed_picture_is_hardly_broader_than_its_broadest_level():
    graph = theory(60, seed=2)
    slots = make_slots(make_plan(graph))
    order = find_order(slots)
    boxes = len(graph.nodes)
    sizes = [100.0] * boxes + [10.0] * (len(slots.levels) - boxes)
    places = squeeze(slots, order, sizes, boxes)
    broadest = max(sum(sizes[slot] for slot in level) for level in order)
    assert max(places) - min(places) < 1.25 * broadest
