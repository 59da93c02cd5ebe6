"""What is written on the live page is seen whole and in the order in which it is read."""

from __future__ import annotations

import pytest
from rooms import BOXES, EDITOR, until
from visits import a_browser, a_visit, opened_rooms  # noqa: F401  fixtures

pytestmark = pytest.mark.browser

PHONE = (390, 844)
LEFT = """() => {
  const words = document.querySelector(".cm-placeholder").firstChild;
  const range = document.createRange();
  range.selectNodeContents(words);
  const scroller = document.querySelector(".cm-scroller").getBoundingClientRect();
  return Math.min(...[...range.getClientRects()].map(({ left }) => left)) - scroller.left;
}"""
PANE = "() => document.querySelector('.pane').getBoundingClientRect().width"


@pytest.mark.parametrize("size", [(1280, 720), PHONE])
def test_an_empty_page_shows_how_to_begin(visit, opened, tmp_path, size):
    page = visit(opened(tmp_path).write, waits=(EDITOR, ".cm-placeholder"), size=size)
    assert page.page.evaluate(LEFT) >= 0, "no letter is cut off"


def test_a_question_about_a_name_from_the_right_is_read_from_the_left(visit, opened, tmp_path):
    plan = "goal clean: Clean air\n  activity a: Plant trees\npartner river: بلدية النهر\n"
    page = visit(opened(tmp_path, plan).write, reduced_motion="reduce")
    page.page.wait_for_selector(".problem:has-text('بلدية')")
    page.press("F9")
    page.page.wait_for_selector(".side li:has-text('بلدية')")
    directions = page.page.eval_on_selector_all(".side li", "all => all.map(one => getComputedStyle(one).direction)")
    assert set(directions) == {"ltr"}


def test_on_a_phone_the_projector_has_the_questions_below_the_picture(visit, opened, tmp_path):
    page = visit(opened(tmp_path, "goal clean: Clean air\n  activity a: Plant trees\n").write, size=PHONE)
    page.page.wait_for_selector(".problem")
    page.press("F9")
    page.page.wait_for_selector(".side li")
    assert page.page.evaluate(PANE) == PHONE[0]
    side, pane = [page.page.locator(one).bounding_box() for one in (".side", ".pane")]
    assert pane["y"] + pane["height"] <= side["y"]
    page.page.mouse.move(100, 100)
    page.page.mouse.move(120, 120)
    page.page.get_by_role("button", name="Back to the text").click()
    page.page.wait_for_selector("body:not(.projecting)")


@pytest.mark.parametrize(("number", "whole"), [(3, True), (60, False)])
def test_a_round_about_the_arrows_shows_their_words_where_they_can_be_read(visit, opened, tmp_path, number, whole):
    many = "".join([f"  outcome o{at}: Something changes\n    because: reason {at}\n" for at in range(number)])
    page = visit(opened(tmp_path, f"goal clean: Clean air\n{many}").write, waits=(BOXES,), reduced_motion="reduce")
    page.page.get_by_role("button", name="Why, and what we assume").click()
    page.page.wait_for_selector(".prompt:not([hidden])")
    page.press("F9")
    page.page.wait_for_selector("svg.theory [data-part=legend]", state="attached")
    until(lambda: page.page.get_attribute(".camera [aria-label^='Show all']", "aria-pressed") == str(whole).lower())
    until(lambda: int(page.page.inner_text(".scale").split()[0]) > 30)


LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 6
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth && !one.closest("svg, .cm-editor, select"))
  .filter(one => ["auto", "scroll"].includes(getComputedStyle(one).overflowX)).map(one => one.className)"""


@pytest.mark.parametrize("size", [(1280, 720), PHONE])
def test_a_word_as_long_as_a_line_makes_nothing_wider(visit, opened, tmp_path, size):
    plan = f"theory: {LONG}\ngoal clean: {LONG}\npartner p: {LONG}\n{LONG} is parked\n"
    page = visit(opened(tmp_path, plan).write, size=size, reduced_motion="reduce")
    page.page.wait_for_selector(".problem")
    assert page.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    narrow = [".strip"] if size == PHONE else []
    assert [one for one in page.page.evaluate(TOO_WIDE) if f".{one}" not in narrow] == []
    page.page.get_by_role("button", name="Session").click()
    assert page.page.evaluate(TOO_WIDE) == [one.removeprefix(".") for one in narrow]
    page.press("Escape", "F9")
    page.page.wait_for_selector(".side li")
    assert page.page.evaluate(TOO_WIDE) == []
