"""Words in the picture are large enough to read, beside the text and from afar; and nothing moves that may not."""

from __future__ import annotations

from pathlib import Path

import pytest
from rooms import until
from visits import PLAN, a_browser, a_visit, opened_rooms  # noqa: F401  fixtures

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(("size", "least"), [((1280, 720), (9, 17)), ((1920, 1080), (13, 24))])
def test_a_theory_of_a_dozen_boxes_is_read_from_the_back_of_the_room(visit, opened, tmp_path, size, least):
    text = (EXAMPLES / "clean-air.toc").read_text(encoding="utf-8")
    page = visit(opened(tmp_path, text).write, size=size, reduced_motion="reduce")
    until(lambda: page.page.evaluate(WORDS)["height"] >= least[0])
    assert page.page.evaluate(WORDS)["out"] == 0
    page.press("F9")
    until(lambda: page.page.evaluate(WORDS)["height"] >= least[1])
    until(lambda: page.page.evaluate(WORDS)["out"] == 0)
    assert not page.page.is_visible(".overview")
    assert page.page.evaluate("() => getComputedStyle(document.activeElement, '::after').display") == "none"


def test_of_a_large_theory_the_room_sees_the_goal_first_and_then_what_changes(visit, opened, tmp_path):
    many = "".join([f"  outcome o{at}: Something changes in place {at}\n" for at in range(40)])
    home = opened(tmp_path, f"goal clean: Clean air\n{many}")
    page = visit(home.write, reduced_motion="reduce")
    page.page.wait_for_selector(".problem")
    assert page.page.evaluate(IN_VIEW, "clean"), "beside the text as well, and also once the list has taken its place"
    page.press("F9")
    until(lambda: page.page.evaluate(WORDS)["height"] >= 17.9)
    until(lambda: page.page.evaluate(IN_VIEW, "clean") and page.page.is_visible(".overview"))
    for number in (3, 38):
        text = home.file.read_text(encoding="utf-8")
        home.file.write_text(text.replace(f"place {number}\n", f"town {number}\n"), encoding="utf-8")
        until(lambda number=number: page.page.query_selector(f"[data-id=o{number}] .ring-newest"))
        until(lambda number=number: page.page.evaluate(IN_VIEW, f"o{number}"))


WORDS = """() => {
  const pane = document.querySelector(".pane").getBoundingClientRect();
  const boxes = [...document.querySelectorAll("#seeing svg.theory [data-part=boxes] > g")];
  const heights = boxes.flatMap(box => [...box.querySelectorAll("text")].map(text =>
    parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a));
  const out = boxes.map(box => box.getBoundingClientRect()).filter(({ left, right, top, bottom }) =>
    left < pane.left || right > pane.right || top < pane.top || bottom > pane.bottom);
  return { height: Math.max(...heights), out: out.length };
}"""
IN_VIEW = """id => {
  const pane = document.querySelector(".pane").getBoundingClientRect();
  const { left, right, top, bottom } = document.querySelector(`[data-id=${id}]`).getBoundingClientRect();
  return left >= pane.left && right <= pane.right && top >= pane.top && bottom <= pane.bottom;
}"""


def test_nothing_moves_by_itself_for_who_asked_for_that(visit, opened, tmp_path):
    home = opened(tmp_path, PLAN)
    page = visit(home.write, script=COUNTING, reduced_motion="reduce")
    _add_a_box(page, "calm")
    page.press("F9")
    _add_a_box_elsewhere(home, page)
    assert page.page.evaluate("() => [window.moved, document.getAnimations().length]") == [0, 0]


def test_boxes_glide_up_to_150_of_them(visit, opened, tmp_path):
    for number, moves in ((20, True), (160, False)):
        folder = tmp_path / str(number)
        folder.mkdir()
        many = "".join([f"  activity a{at}: Do number {at}\n" for at in range(number)])
        home = opened(folder, f"goal clean: Clean air\n{many}")
        page = visit(home.write, script=COUNTING)
        page.page.wait_for_selector(".problem")
        until(lambda page=page: page.page.evaluate("() => document.getAnimations().length") == 0)
        page.page.evaluate("() => { window.moved = 0; }")
        _add_a_box_elsewhere(home, page)
        until(lambda page=page: page.page.evaluate("() => document.getAnimations().length") == 0)
        assert (page.page.evaluate("() => window.moved") > 0) is moves


COUNTING = """
window.moved = 0;
const animate = Element.prototype.animate;
Element.prototype.animate = function (...how) { window.moved += 1; return animate.apply(this, how); };
"""


def _add_a_box(page, name):
    page.at("Run walking buses")
    page.press("Enter")
    page.write(f"activity {name}: Something {name}")
    page.sees(f"Something {name}")


def _add_a_box_elsewhere(home, page):
    text = home.file.read_text(encoding="utf-8")
    home.file.write_text(text + "\noutcome elsewhere: Written elsewhere\n", encoding="utf-8")
    page.sees("Written elsewhere")
