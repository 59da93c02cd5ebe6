"""Markers go back onto the course of their connector, beside boxes and other markers, and together."""

from __future__ import annotations

import pytest
from toc.renderers.picture.scene import Line, Pill, Stroke
from toc.renderers.shapes.markers import Course, Taken, settled


def stroke(*places) -> Stroke:
    pills = tuple([Pill(x, y, 10, 10, "note", Line(0, 0, "1", 8)) for x, y in places])
    return Stroke("leads-to", "a", "b", (), pills)


STRAIGHT = Course("line", (0, 0), (0, 320), upright=True)


@pytest.mark.parametrize(
    ("course", "taken", "before", "after"),
    [
        (STRAIGHT, [], [(-5, 155)], [(-5, 155)]),
        (STRAIGHT, [], [(95, 155)], [(-5, 155)]),
        (STRAIGHT, [], [(95, 155), (107, 155)], [(-11, 155), (1, 155)]),
        (STRAIGHT, [(-20, 100, 40, 100)], [(95, 185)], [(-5, 205)]),
        (None, [], [(95, 155)], [(95, 155)]),
    ],
)
def test_where_markers_go(course, taken, before, after):
    found = settled(stroke(*before), course, Taken(taken))
    assert [(round(pill.x), round(pill.y)) for pill in found] == after


def test_a_place_is_taken_once():
    taken = Taken([])
    first, second = [settled(stroke((95, 155)), STRAIGHT, taken)[0] for _ in range(2)]
    assert abs(first.y - second.y) >= 10


@pytest.mark.parametrize(("preset", "middle"), [("curvedConnector3", (100, 50)), ("line", (100, 50))])
def test_the_middle_of_a_course(preset, middle):
    places = list(Course(preset, (0, 0), (200, 100), upright=False).places())
    assert min([abs(x - middle[0]) + abs(y - middle[1]) for x, y in places]) < 14
    assert all(0 <= x <= 200 and 0 <= y <= 100 for x, y in places)
