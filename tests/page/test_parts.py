"""What the page does with lines, places and spans of text, in Node: pictures patched, pieces kept, views framed."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import toc
from toc.live.patch import patch

HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="Node is missing")

PLAN = "goal a: Clean air\n  outcome b: Fewer cars\npathway p: The road\n"
BOX = '<g id="toc-a" data-id="a" transform="translate(8 16.5)"><path d="M0 0"/></g>'
FRAME = '<g id="toc-p" data-id="p"><g transform="translate(3 4)"/></g>'


@pytest.fixture(scope="module")
def ask():
    command = ["node", HERE / "parts.mjs"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as node:

        def asked(*question):
            node.stdin.write(f"{json.dumps(question)}\n")
            node.stdin.flush()
            return json.loads(node.stdout.readline())

        yield asked
        node.stdin.close()


lines = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=12)
texts = st.text(st.sampled_from(["a", "b", "\n", "\U0001f600", "é"]), max_size=20)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(before=lines, after=lines)
def test_a_patch_of_the_server_makes_the_new_picture(ask, before, after):
    assert ask("lines", "patched", before, patch(before, after)) == after


def test_a_picture_is_sorted_into_its_groups(ask):
    drawn = str(toc.render(toc.loads(PLAN), "svg", engine=None)).split("\n")
    found = ask("lines", "sorted", drawn)
    groups = dict(found["groups"])
    assert found["root"] == drawn[0]
    assert any("<title" in line for line in found["before"])
    named = [ask("lines", "nameOf", line) for line in groups["boxes"]["lines"]]
    assert named == ["box a", "box b", "box p"]
    inside = [line for group in groups.values() for line in (group["opening"], *group["lines"])]
    assert set(drawn[1:-1]) - {"</g>", "</svg>", ""} == set(inside) | set(found["before"])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (BOX, {"x": 8, "y": 16.5, "rest": '<g id="toc-a" data-id="a"><path d="M0 0"/></g>'}),
        (FRAME, {"x": 0, "y": 0, "rest": FRAME}),
        ("", {"x": 0, "y": 0, "rest": ""}),
    ],
)
def test_the_place_of_a_box_is_its_own(ask, line, found):
    assert ask("lines", "placed", line) == found


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('<svg viewBox="0 0 640 120.5">', {"x": 0, "y": 0, "width": 640, "height": 120.5}),
        ('<svg viewBox="-8 4 1 2">', {"x": -8, "y": 4, "width": 1, "height": 2}),
        ("<svg>", {"x": 0, "y": 0, "width": 1, "height": 1}),
    ],
)
def test_the_size_of_a_picture_is_in_its_first_line(ask, root, size):
    assert ask("lines", "sizeOf", root) == size


@given(before=texts, after=texts)
def test_the_span_in_which_two_texts_differ_makes_the_one_from_the_other(ask, before, after):
    found = ask("spans", "difference", before, after)
    assert ask("spans", "edited", before, [found]) == after
    for at in range(found["from"] + 1):
        assert ask("spans", "carried", at, found) == at


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        ([], "one two"),
        ([(4, 7, "2"), (0, 3, "1")], "1 2"),
        ([(3, 3, "!"), (3, 3, "?")], "one!? two"),
        ([(0, 5, "x"), (4, 7, "y")], "xwo"),
    ],
)
def test_edits_are_carried_out_in_their_order_and_not_over_each_other(ask, edits, after):
    said = [{"from": start, "to": end, "insert": put} for start, end, put in edits]
    assert ask("spans", "edited", "one two", said) == after


@pytest.mark.parametrize(
    ("changes", "after"),
    [
        ([7], "one two"),
        ([3, [4]], "one"),
        ([[3, "1"], 4], "1 two"),
        ([7, [0, "", "three"]], "one two\nthree"),
    ],
)
def test_changes_of_the_editor_are_carried_out(ask, changes, after):
    assert ask("spans", "changed", "one two", changes) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("goal a\n  by ‸b\n", "# new\ngoal a\n  by ‸b\n"),
        ("goal a\n  by ‸b\ngoal c\n", "goal x\n  by ‸b\ngoal y\n"),
        ("goal a\n  by b‸\n", "goal a\n  by b‸b\n"),
        ("a\n‸b\nc", "a\n‸c"),
    ],
)
def test_a_cursor_stays_in_its_line(ask, before, after):
    old, new = before.replace("‸", ""), after.replace("‸", "")
    assert ask("carrying", "carry", old, new, before.index("‸")) == after.index("‸")


@given(before=texts, after=texts)
def test_a_cursor_is_never_outside_of_the_text(ask, before, after):
    for at in range(utf16(before) + 1):
        assert 0 <= ask("carrying", "carry", before, after, at) <= utf16(after)


def box(key, x, words="w"):
    return f'<g id="toc-{key}" data-id="{key}" transform="translate({x} 0)">{words}</g>'


def test_pieces_stay_move_or_are_drawn_anew(ask):
    first, second = ask(
        "pieces", "laid", [box("a", 1), box("b", 2), box("c", 3)], [box("b", 9), box("a", 1, "other"), "<p/>", "<p/>"]
    )
    assert first["drawn"] == ["box a", "box b", "box c"]
    assert second["moved"] == ["box b"]
    assert second["drawn"] == ["box a", "<p/>", "<p/> 2"]
    assert second["gone"] == ["box c"]
    assert second["now"] == [
        [box("b", 2), "translate(9 0)"], [box("a", 1, "other"), None], ["<p/>", None], ["<p/>", None],
    ]  # fmt: skip


def test_pieces_that_are_the_same_are_left_alone(ask):
    drawn = [box("a", 1), box("b", 2)]
    assert ask("pieces", "laid", drawn, drawn)[1] == {
        "gone": [], "drawn": [], "moved": [], "now": [[one, None] for one in drawn],
    }  # fmt: skip


PANE = {"width": 400, "height": 300}
WHOLE = {"x": 0, "y": 0, "width": 2000, "height": 1000}


def test_what_is_framed_is_seen_whole_and_in_the_middle(ask):
    for place in (WHOLE, {"x": 50, "y": 70, "width": 10, "height": 900}):
        view = ask("framing", "framed", place, PANE, 0.01, 2)
        assert not ask("framing", "reachesOut", place, view, PANE)
        middle = (place["x"] + place["width"] / 2) * view["scale"] + view["x"]
        assert middle == pytest.approx(200)
    assert ask("framing", "framed", {**WHOLE, "width": 10, "height": 10}, PANE, 0.01, 2)["scale"] == 2


@pytest.mark.parametrize(("x", "to"), [(0, 0), (950, -800), (1900, -1600)])
def test_what_is_put_into_the_middle_shows_nothing_beyond_the_whole(ask, x, to):
    place = {"x": x, "y": 0, "width": 100, "height": 10}
    assert ask("framing", "centred", place, WHOLE, PANE, 1) == {"x": to, "y": 0, "scale": 1}


@pytest.mark.parametrize(
    ("place", "to"),
    [
        ({"x": 100, "y": 100}, None),
        ({"x": 390, "y": 100}, (-64, 0)),
        ({"x": -20, "y": 280}, (44, -54)),
    ],
)
def test_what_is_out_of_sight_comes_in_by_the_shortest_way(ask, place, to):
    view = ask("framing", "nudged", {**place, "width": 50, "height": 50}, {"x": 0, "y": 0, "scale": 1}, PANE)
    assert (view and (view["x"], view["y"])) == to


def test_the_place_around_others_holds_them(ask):
    places = [{"x": 0, "y": 5, "width": 10, "height": 10}, {"x": 20, "y": 0, "width": 5, "height": 5}]
    assert ask("framing", "around", places, 2) == {"x": -2, "y": -2, "width": 29, "height": 19}
    assert ask("framing", "around", [], 2) is None
