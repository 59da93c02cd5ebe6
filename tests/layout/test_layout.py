"""What holds for every picture, whoever arranges it: Graphviz in its process, or we ourselves."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from layout_graphs import graphs, shuffled, theory
from toc.renderers.layout import Arrow, Frame, Graph, Node, lay_out

from toc.layout_worker import Worker

NEAR = 0.03  # places are rounded to hundredths
ENOUGH = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module", params=["plain", "graphviz"])
def engine(request):
    if request.param == "plain":
        yield None
        return
    with Worker() as worker:
        yield worker


@given(graph=graphs())
@ENOUGH
def test_boxes_keep_their_size_and_never_touch(engine, graph):
    placed = lay_out(graph, engine)
    assert {key: (place.width, place.height) for key, place in placed.places.items()} == {
        node.key: (round(node.width, 2), round(node.height, 2)) for node in graph.nodes
    }
    for one, other in combinations(placed.places.values(), 2):
        apart_x = max(one.left - other.right, other.left - one.right)
        apart_y = max(one.top - other.bottom, other.top - one.bottom)
        assert max(apart_x, apart_y) >= graph.node_gap / 2


@given(graph=graphs())
@ENOUGH
def test_every_arrow_runs_from_border_to_border(engine, graph):
    placed = lay_out(graph, engine)
    assert [(route.source, route.target) for route in placed.routes] == [(a.source, a.target) for a in graph.arrows]
    known = {*placed.places, *[frame.key for frame in graph.frames]}
    for route in placed.routes:
        assert bool(route.points) == ({route.source, route.target} <= known)
        assert not route.points or len(route.points) % 3 == 1
        for key, point in zip((route.source, route.target), (route.points[:1] + route.points[-1:]), strict=False):
            if key in placed.places:
                assert is_on_border(placed.places[key], point)


@given(graph=graphs())
@ENOUGH
def test_everything_lies_on_the_page(engine, graph):
    placed = lay_out(graph, engine)
    for place in [*placed.places.values(), *placed.frames.values()]:
        assert place.left >= -NEAR
        assert place.top >= -NEAR
        assert place.right <= placed.width + NEAR
        assert place.bottom <= placed.height + NEAR
    for x, y in [point for route in placed.routes for point in route.points]:
        assert -NEAR <= x <= placed.width + NEAR
        assert -NEAR <= y <= placed.height + NEAR


@given(graph=graphs())
@ENOUGH
def test_a_frame_holds_its_boxes_and_no_others(engine, graph):
    placed = lay_out(graph, engine)
    members = {frame.key: set(frame.members) for frame in graph.frames}
    for name, frame in placed.frames.items():
        for key, place in placed.places.items():
            inside = frame.left < place.left and place.right < frame.right
            inside = inside and frame.top < place.top and place.bottom < frame.bottom
            outside = frame.left >= place.right or place.left >= frame.right
            outside = outside or frame.top >= place.bottom or place.top >= frame.bottom
            assert inside if key in members[name] else outside


@given(graph=graphs())
@ENOUGH
def test_levels_stand_in_order(engine, graph):
    placed = lay_out(graph, engine)
    for one, other in combinations([node for node in graph.nodes if node.row is not None], 2):
        first, second = sorted((one, other), key=lambda node: node.row)
        if first.row < second.row:
            upper, lower = placed.places[first.key], placed.places[second.key]
            ends = {
                "up": (upper.bottom, lower.top),
                "right": (lower.right, upper.left),
                "left": (upper.right, lower.left),
            }
            assert ends[graph.direction][0] < ends[graph.direction][1]


@given(graph=graphs(), seed=st.integers(0, 99))
@ENOUGH
def test_the_order_of_declaration_does_not_count(engine, graph, seed):
    one, other = lay_out(graph, engine), lay_out(shuffled(graph, seed), engine)
    assert one.places == other.places
    assert one.frames == other.frames
    assert sorted(one.routes, key=repr) == sorted(other.routes, key=repr)


@given(graph=graphs())
@ENOUGH
def test_left_is_right_in_a_mirror(engine, graph):
    boxes = {node.key for node in graph.nodes}
    # an arrow from a box to itself is always at its right, and makes one of the two pictures wider
    arrows = tuple(each for each in graph.arrows if {each.source, each.target} <= boxes and each.source != each.target)
    right, left = (
        lay_out(Graph(graph.nodes, arrows, graph.frames, direction=way, ratio=graph.ratio), engine)
        for way in ("right", "left")
    )
    for key, place in left.places.items():
        assert place.x == pytest.approx(left.width - right.places[key].x, abs=NEAR)
        assert place.y == pytest.approx(right.places[key].y, abs=NEAR)


@pytest.mark.parametrize("count", [40, 100])
@pytest.mark.parametrize("direction", ["up", "right"])
def test_a_page_of_boxes_has_the_shape_of_a_page(engine, count, direction):
    ribbon = lay_out(theory(count, direction=direction, ratio=100.0 if direction == "up" else 0.01), engine)
    page = lay_out(theory(count, direction=direction, ratio=1.4), engine)
    assert distance(page, 1.4) < distance(ribbon, 1.4)
    assert page.width / page.height < 3


def distance(placed, ratio):
    shape = placed.width / placed.height
    return max(shape / ratio, ratio / shape)


def test_boxes_without_arrows_become_a_block(engine):
    graph = Graph(tuple(Node(f"n{number}", 180, 60, 0) for number in range(60)), ratio=1.4)
    placed = lay_out(graph, engine)
    assert 0.7 < placed.width / placed.height < 2.8


def test_arrows_between_the_same_boxes_lie_side_by_side(engine):
    arrows = (Arrow("b", "a"), Arrow("a", "b", constrains=False), Arrow("b", "a"))
    routes = lay_out(Graph((Node("a", 120, 50, 0), Node("b", 120, 50, 1)), arrows), engine).routes
    starts = sorted(route.points[0][0] if route.source == "b" else route.points[-1][0] for route in routes)
    assert [right - left >= 11 for left, right in pairwise(starts)] == [True, True]


def test_ends_on_one_side_keep_apart(engine):
    boxes = (Node("goal", 200, 60, 0), *(Node(f"n{number}", 120, 60, 1) for number in range(9)))
    placed = lay_out(Graph(boxes, tuple(Arrow(f"n{number}", "goal") for number in range(9)), ratio=9.0), engine)
    ends = [route.points[-1] for route in placed.routes]
    assert all(abs(ax - bx) + abs(ay - by) > 6 for (ax, ay), (bx, by) in combinations(ends, 2))


def test_an_arrow_to_a_frame_ends_at_the_frame(engine):
    graph = Graph(
        (Node("goal", 120, 50, 0), Node("a", 120, 50, 1), Node("b", 120, 50, 1), Node("c", 120, 50, 2)),
        (Arrow("way", "goal"), Arrow("c", "way")),
        (Frame("way", ("a", "b")),),
    )
    placed = lay_out(graph, engine)
    up, into = placed.routes
    frame = placed.frames["way"]
    assert is_on_border(placed.places["goal"], up.points[-1])
    assert up.points[0][1] == pytest.approx(frame.top, abs=0.5)
    assert into.points[-1][1] == pytest.approx(frame.bottom, abs=0.5)


def test_what_cannot_be_framed_is_said(engine):
    boxes = tuple(Node(key, 100, 50, row) for key, row in (("a", 0), ("b", 1), ("c", 2)))
    placed = lay_out(Graph(boxes, (Arrow("b", "a"), Arrow("c", "b")), (Frame("way", ("a", "c")),)), engine)
    assert "way" in placed.frames or placed.simplified == "One frame is not drawn: other boxes stand between its own."


def test_nothing_to_draw_is_no_trouble(engine):
    placed = lay_out(Graph(()), engine)
    assert (placed.width, placed.height, placed.places, placed.simplified) == (0, 0, {}, None)


def test_boxes_without_a_level_stand_below_what_they_lead_to():
    boxes = tuple(Node(key, 100, 40) for key in ("goal", "a", "b", "c"))
    arrows = (Arrow("a", "goal"), Arrow("b", "a"), Arrow("b", "goal"), Arrow("goal", "c", constrains=False))
    places = lay_out(Graph(boxes, arrows)).places
    assert places["goal"].y < places["a"].y < places["b"].y


SAME = """
import hashlib
from layout_graphs import theory
from toc.layout_worker import Worker
from toc.renderers.layout import lay_out
with Worker() as worker:
    for engine in (None, worker):
        for direction in ("up", "right"):
            text = repr(lay_out(theory(40, frames=2, direction=direction), engine))
            print(hashlib.sha256(text.encode()).hexdigest())
"""


def test_the_same_picture_in_every_process():
    here = str(Path(__file__).parent)
    answers = [
        subprocess.run(
            [sys.executable, "-c", SAME],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": here},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert answers[0] == answers[1]
    assert len(set(answers[0].split())) == 4


def is_on_border(place, point):
    x, y = abs(point[0] - place.x) - place.width / 2, abs(point[1] - place.y) - place.height / 2
    return max(x, y) == pytest.approx(0, abs=NEAR)
