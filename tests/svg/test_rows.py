"""On which level boxes stand, for theories as tables."""

from __future__ import annotations

from importlib import import_module

import pytest

import toc

contents = import_module("toc.renderers.picture.contents")
marks = import_module("toc.renderers.picture.marks")
rows = import_module("toc.renderers.rows")
telling = import_module("toc.renderers.picture.telling")

ROWS = {
    "a chain": ("goal g: G\n  outcome o: O\n    activity a: A", ["g", "o", "a"]),
    "work stands at the bottom, however short its way": (
        "goal g: G\n  outcome o: O\n    outcome p: P\n      activity a: A\n  activity b: B",
        ["g", "o", "p", "a b"],
    ),
    "a condition stands below what it is for": (
        "goal g: G\n  outcome o: O\n    condition c: C\n    outcome p: P\n      activity a: A",
        ["g", "o", "c p", "a"],
    ),
    "a barrier stands below what it hinders, and above what works on it": (
        "goal g: G\n  barrier b: B\n  outcome o: O\n    activity a: A\n      -| b",
        ["g", "b o", "a"],
    ),
    "a result moves down to its many causes": (
        (
            "goal g: G\n  outcome o: O\n    outcome p: P\n      activity a: A\n"
            "  outcome q: Q\n    activity b: B\n    activity c: C"
        ),
        ["g", "o", "p q", "a b c"],
    ),
    "goals stay on top, whatever follows from them": ("goal g: G\n  -> o\noutcome o: O", ["g", "o"]),
    "kinds that lead both ways share their levels": (
        "goal g: G\n  outcome o: O\n    activity a: A\n      outcome p: P\n        activity b: B",
        ["g", "o", "a", "p", "b"],
    ),
    "a circle is cut": ("goal g: G\n  outcome a: A\n    outcome b: B\n      outcome a", ["g", "a", "b"]),
    "a pathway stands for all in it": (
        "goal g: G\npathway w: W\n  -> g\n  outcome o: O\n  outcome p: P\nactivity a: A\n  -> w",
        ["g", "o p", "a"],
    ),
    "what lies beyond the ceiling stands above it": (
        "theory: T\n  ceiling: o\ngoal g: G\n  outcome far: F\n    outcome o: O\n  outcome other: X\n  output q: Q",
        ["g", "far", "o other", "q"],
    ),
    "a name nobody declared floats above its causes": (
        "goal g: G\n  outcome o: O\n    outcome p: P\n      -> missing",
        ["g", "missing o", "p"],
    ),
    "nothing at all": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=ROWS.keys())
def test_rows(text, expected):
    assert levels(text) == expected


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=ROWS.keys())
def test_rows_do_not_depend_on_the_order_of_the_file(text, expected):
    theory = toc.loads(text).theory
    turned = toc.model.Theory(theory.title, theory.details, theory.elements[::-1], theory.links[::-1])
    assert levels_of(turned) == expected


def test_bands_are_named_by_their_kinds():
    found = find("goal g: G\n  outcome o: O\n    condition c: C\n  output q: Q\n    activity a: A")
    assert [band[2] for band in found.bands] == [("goal",), ("outcome",), ("output",), ("activity",)]


def test_kinds_that_share_their_levels_share_a_band():
    found = find("goal g: G\n  outcome o: O\n    activity a: A\n      outcome p: P")
    assert [band[2] for band in found.bands] == [("goal",), ("outcome", "activity")]


def test_the_ceiling_is_below_all_that_lies_beyond_it():
    found = find("theory: T\n  ceiling: o\ngoal g: G\n  outcome far: F\n    outcome o: O\n      activity a: A")
    assert found.ceiling == 2
    assert found.of == {"g": 0, "far": 1, "o": 2, "a": 3}


def find(text: str):
    return find_of(toc.loads(text).theory)


def find_of(theory):
    told = telling.make_telling(theory, None, frozenset())
    return rows.find_rows(contents.standing(told, contents.find_contents(told, marks.find_marks(told))))


def levels(text: str) -> list[str]:
    return levels_of(toc.loads(text).theory)


def levels_of(theory) -> list[str]:
    of = find_of(theory).of
    return [
        " ".join(sorted(key for key in of if of[key] == level)) for level in range(max(of.values(), default=-1) + 1)
    ]
