"""A facilitator types and sees it grow; breaks a line, and the rest stays; renames, completes, mends."""

from __future__ import annotations

from pathlib import Path

import pytest
from rooms import Page, browser, fresh, house, needs_editor, until

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = """\
goal clean: Children breathe clean air
  outcome fewer: Fewer cars drive past the schools
    activity streets: Close streets at drop-off
      by council
    activity buses: Run walking buses
partner council: Riverside City Council
"""


@pytest.fixture(scope="module")
def chrome():
    needs_editor()
    with browser() as started:
        yield started


@pytest.fixture
def visit(chrome, tmp_path):
    pages, houses = [], []

    def opened(text: str = "", **options) -> Page:
        if not houses:
            houses.append(house(fresh(tmp_path, text)))
            houses.append(houses[0].__enter__())
        pages.append(Page(chrome, houses[1].write, **options))
        pages[-1].house = houses[1]
        pages[-1].focus()
        return pages[-1]

    yield opened
    complaints = [page.complaints for page in pages]
    for page in pages:
        page.close()
    if houses:
        houses[0].__exit__(None, None, None)
    assert [said for said in complaints if said] == []


def test_a_theory_typed_key_by_key_is_never_gone_from_the_picture(visit):
    text = (EXAMPLES / "clean-air.toc").read_text(encoding="utf-8").split("\n\n", 1)[1]
    page = visit()
    most = 0
    for line in text.split("\n"):
        # as a person does: the editor keeps the indent, so it is taken out before the next line is typed
        page.press("Shift+Home", "Delete") if page.text().endswith(" ") else None
        for key in line:
            page.write(key)
            boxes = len(page.boxes)
            assert boxes >= min(most, 1), "the picture went blank"
            most = max(most, boxes)
        page.press("Escape", "Enter")
    page.sees("Children in Riverside breathe clean air", "Run walking buses", "marshals turn out in winter")
    assert most >= 10
    until(lambda: page.house.file.read_text(encoding="utf-8") == page.text())


def test_every_key_has_its_picture(visit):
    page = visit(PLAN)
    page.sees("Run walking buses")
    page.at("Run walking buses")
    typed = ""
    for key in " on eight routes":
        page.write(key)
        typed += key
        page.sees(f"Run walking buses{typed}".rstrip())


def test_a_broken_line_leaves_the_rest_and_says_where_it_is(visit):
    page = visit(PLAN)
    page.sees("Run walking buses")
    before = set(page.boxes)
    page.at("outcome fewer", 7)
    page.press(*["Backspace"] * 7)
    page.page.wait_for_selector(".unread:not([hidden])")
    assert set(page.boxes) == before, "the box stays as it was"
    assert "Fewer cars drive past the schools" in page.drawn()
    page.page.click(".unread")
    page.at("  fewer", 2)
    page.write("output ")
    page.page.wait_for_selector(".unread", state="hidden")
    assert page.page.eval_on_selector("[data-id=fewer]", "box => box.dataset.kind") == "output"


def test_a_name_is_completed_from_the_words_it_stands_for(visit):
    page = visit(PLAN)
    page.at("activity buses: Run walking buses")
    page.press("Enter")
    page.write("  -> breathe")
    page.offered("clean")
    page.press("Enter")
    until(lambda: "-> clean\n" in page.text())
    page.page.wait_for_selector("[data-from=buses][data-to=clean]", state="attached")


def test_a_name_is_changed_everywhere_and_back(visit):
    page = visit(PLAN)
    page.sees("Run walking buses")
    page.at("partner council", 12)
    page.press("F2")
    page.page.wait_for_selector("input:focus")
    page.press("Control+a")
    page.write("city")
    page.press("Enter")
    until(lambda: "partner city: Riverside" in page.text() and "by city\n" in page.text())
    page.press("Control+z")
    until(lambda: page.text() == PLAN)


def test_a_misspelt_name_is_mended_with_the_keyboard(visit):
    page = visit(PLAN.replace("by council", "by counsil"))
    page.at("by counsil")
    page.page.wait_for_selector(".cm-lintRange")
    page.press("Control+.")
    page.page.wait_for_selector(".noticed-here button:focus")
    page.press("Enter")
    until(lambda: page.text() == PLAN)


def test_tidying_is_one_step_that_can_be_taken_back(visit):
    odd = PLAN.replace("outcome fewer: ", "Outcome fewer :   ")
    page = visit(odd)
    page.press("Alt+Shift+F")
    until(lambda: page.text() == PLAN)
    page.press("Control+z")
    until(lambda: page.text() == odd)


def test_from_a_box_to_its_line_and_from_a_line_to_its_box(visit):
    page = visit(PLAN)
    page.sees("Run walking buses")
    page.page.focus("[data-id=buses]")
    page.press("Enter")
    until(lambda: page.line() == 5)
    page.at("activity streets")
    page.press("F4")
    until(
        lambda: (
            page.page.evaluate("() => document.querySelector('[data-id=streets]').getBoundingClientRect().width") > 0
        )
    )


def test_undo_takes_back_only_what_one_did_oneself(visit):
    one, other = visit(PLAN), visit()
    one.at("Run walking buses")
    one.write(" every day")
    until(lambda: "every day" in other.text())
    other.at("Close streets at drop-off")
    other.write(" and pick-up")
    until(lambda: "pick-up" in one.text())
    other.press("Control+z")
    until(lambda: "pick-up" not in one.text())
    assert "every day" in one.text()


def test_the_end_of_a_session_is_written_down(visit):
    page = visit(PLAN)
    page.sees("Run walking buses")
    page.page.get_by_role("button", name="Session").click()
    page.page.get_by_label("What it was").fill("First workshop")
    page.page.get_by_label("Riverside City Council").check()
    page.page.get_by_label("Pause").check()
    page.page.get_by_label("What happened?").fill("We drew it.\ngoal x: and a line that looks like a statement")
    page.page.get_by_label("Step 1: what").fill("Ask the schools")
    page.page.get_by_label("Step 1: who").fill("council")
    page.page.get_by_role("button", name="Write it down").click()
    until(lambda: "First workshop" in page.text())
    until(lambda: "decision: pause" in page.text())
    page.page.wait_for_selector("dialog", state="detached")
    assert len(page.boxes) == 4, "the answer is an answer"
    until(lambda: "Ask the schools" in page.house.file.read_text(encoding="utf-8"))


def test_the_pack_is_written_beside_the_plan(visit):
    page = visit(PLAN)
    page.sees("Run walking buses")
    page.page.get_by_role("button", name="Pack").click()
    page.page.wait_for_selector("text=beside the theory")
    folders = lambda: [path for path in page.house.file.parent.glob("plan-*") if path.is_dir()]  # noqa: E731
    until(lambda: folders() and (folders()[0] / "pack-council.html").exists())
    found = {path.name for path in folders()[0].iterdir()}
    assert {"picture.svg", "story.md", "gap.html", "pack-council.html", "text"} <= found


def test_the_round_is_everybodys_and_dims_the_rest(visit):
    one, other = visit(PLAN), visit()
    one.sees("Run walking buses")
    one.page.get_by_role("button", name="The goal").click()
    other.page.wait_for_selector("text=lastingly different")
    opacity = "id => getComputedStyle(document.querySelector(`[data-id=${id}]`)).opacity"
    until(lambda: float(other.page.evaluate(opacity, "buses")) < float(other.page.evaluate(opacity, "clean")))
