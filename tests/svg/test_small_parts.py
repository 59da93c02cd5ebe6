"""The small parts of a picture, as tables: labels of marks, the order of scripts, curves, pages."""

from __future__ import annotations

from importlib import import_module
from math import hypot

import pytest

bidi = import_module("toc.renderers.lettering.bidi")
curves = import_module("toc.renderers.picture.curves")
icons = import_module("toc.renderers.picture.icons")
marks = import_module("toc.renderers.picture.marks")
outlines = import_module("toc.renderers.picture.outlines")
paper = import_module("toc.renderers.picture.paper")
themes = import_module("toc.renderers.themes")

AR = "هواء"


@pytest.mark.parametrize(
    ("numbers", "label"),
    [([1], "A1"), ([1, 2], "A1–A2"), ([2, 1, 1], "A1–A2"), ([1, 3], "A1, A3"), ([1, 2, 3, 7], "A1–A3, A7"),
     ([1, 3, 5, 7], "A1, A3, A5 …")],
)  # fmt: skip
def test_marks_of_one_arrow_are_written_in_short(numbers, label):
    found = [marks.Mark("assumption", "A", number, "", "") for number in numbers]
    assert marks.grouped(found) == (("assumption", label),)


@pytest.mark.parametrize(
    ("text", "runs_left"),
    [
        ("Air", False),
        (AR, True),
        ("", False),
        ("2030", False),
        (f"2030 {AR}", True),
        (f"NO2 {AR}", False),
        ("שלום", True),
    ],
)
def test_a_text_runs_the_way_of_its_first_letter(text, runs_left):
    assert bidi.runs_left(text) is runs_left


@pytest.mark.parametrize(
    ("text", "from_right", "parts"),
    [
        ("Air", False, ("", "Air", "")),
        ("Air", True, ("\u2067", "Air", "\u2069")),
        (AR, True, ("\u2067", AR, "\u2069")),
        (f"a {AR}", False, ("\u2066", f"a {AR}", "\u2069")),
        ("a\u202eb", False, ("", "ab", "")),
        ("a\u2067b\u2069c", False, ("", "a\u2067b\u2069c", "")),
        ("a\u2069b", True, ("\u2067", "ab", "\u2069")),
        ("\u202aa\u2067b\u202cc", False, ("", "abc", "")),
    ],
)
def test_a_line_keeps_its_own_order(text, from_right, parts):
    assert bidi.enclosed(text, from_right=from_right) == parts


@pytest.mark.parametrize(
    ("language", "runs_left"), [("ar", True), ("fa-IR", True), ("HE", True), ("fr", False), ("", False), (None, False)]
)
def test_languages_from_right_to_left(language, runs_left):
    assert bidi.language_runs_left(language) is runs_left


STRAIGHT = ((0.0, 0.0), (0.0, 30.0), (0.0, 60.0), (0.0, 90.0))
LONG = (*STRAIGHT, (0.0, 92.0), (0.0, 94.0), (0.0, 96.0))


@pytest.mark.parametrize("curve", [STRAIGHT, LONG, ((0, 0), (40, 0), (60, 30), (60, 90))])
def test_a_curve_is_shortened_at_its_end(curve):
    short = curves.shortened(curve, 10)
    assert hypot(short[-1][0] - curve[-1][0], short[-1][1] - curve[-1][1]) == pytest.approx(10, abs=0.05)
    assert short[0] == curve[0]
    assert len(short) % 3 == 1


def test_the_middle_of_a_curve_is_half_way():
    points = curves.pieces(LONG)
    place, direction = curves.along(points, curves.distances(points), 0.5)
    assert place == pytest.approx((0, 48), abs=0.5)
    assert direction == pytest.approx((0, 1))


def test_an_arrow_head_points_where_the_arrow_goes():
    tip, *corners = curves.head((0, 0), (0, 50), 10)
    assert tip == (0, 50)
    assert [round(y) for _, y in corners] == [40, 40]
    assert sorted(round(x, 1) for x, _ in corners) == [-4.2, 4.2]


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (1.005, "1"), (1.25, "1.25"), (-0.001, "0"), (1e6, "1000000")])
def test_numbers_are_written_short(value, text):
    assert curves.number(value) == text


@pytest.mark.parametrize("kind", themes.KINDS)
def test_every_kind_has_an_icon_and_an_outline_of_its_own(kind):
    assert kind in outlines.OUTLINES
    assert icons.icon(kind).startswith("M")
    same = [other for other in themes.KINDS if other != kind and icons.icon(other) == icons.icon(kind)]
    same += [other for other in themes.KINDS if other != kind and outlines.OUTLINES[other] == outlines.OUTLINES[kind]]
    assert same == []


def test_a_picture_is_scaled_to_the_side_that_is_short():
    upright, lying = paper.papers("A4")
    assert upright.scale(210, 100) == 1
    assert lying.scale(297, 420) == pytest.approx(0.5)
