"""A facilitator types and sees it grow; breaks a line, and the rest stays; renames, completes, mends."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from rooms import EDITOR, Page, fresh, house, until
from visiting import visitor
from visits import a_browser, a_visit, opened_rooms  # noqa: F401  fixtures

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
def table(tmp_path_factory):
    """Open one room for all tests; each puts its own text on the table."""
    with house(fresh(tmp_path_factory.mktemp("typing"))) as opened:
        yield opened


@pytest.fixture
def lay(table, visit):
    """Put a text on the table, whatever was there before, and give a page that shows it, or another one beside it."""

    def laid(text: str | None = None) -> Page:
        if text is not None:
            with visitor(table) as helper:
                helper.say("weave", file="plan.toc", base=helper.open()["text"], text=text)
                helper.hear("text")
            until(lambda: table.file.read_text(encoding="utf-8") == text)
        page = visit(table.write, waits=(EDITOR,))
        until(lambda: text is None or page.text() == text)
        page.house = table
        page.focus()
        return page

    return laid


WATCHING = """() => {
  const seen = window.seen = { sizes: [], blank: 0 };
  new MutationObserver(() => {
    const boxes = document.querySelectorAll("#seeing svg.theory [data-part=boxes] > g").length;
    if (seen.sizes.some(Boolean) && !boxes) seen.blank += 1;
    if (!seen.sizes.includes(boxes)) seen.sizes.push(boxes);
  }).observe(document.querySelector("#seeing svg.theory"), { childList: true, subtree: true });
}"""


def test_a_theory_typed_key_by_key_is_never_gone_from_the_picture(lay):
    text = (EXAMPLES / "clean-air.toc").read_text(encoding="utf-8").split("\n\n", 1)[1]
    page = lay("")
    page.page.evaluate(WATCHING)
    for line in text.split("\n"):
        # as a person does: the editor keeps the indent, so it is taken out before the next line is typed
        page.press("Shift+Home", "Delete") if page.text().endswith(" ") else None
        page.write(line)
        page.press("Escape", "Enter")
    page.sees("Children in Riverside breathe clean air", "Run walking buses", "marshals turn out in winter")
    seen = page.page.evaluate("() => window.seen")
    assert seen["blank"] == 0, "the picture went blank"
    assert max(seen["sizes"]) >= 10
    assert len(seen["sizes"]) >= 5, "it was seen to grow, and not only in the end, however busy the machine"
    until(lambda: page.house.file.read_text(encoding="utf-8") == page.text())


def test_every_key_has_its_picture(lay):
    page = lay(PLAN)
    page.sees("Run walking buses")
    page.at("Run walking buses")
    typed = ""
    for key in " on eight routes":
        page.write(key)
        typed += key
        page.sees(f"Run walking buses{typed}".rstrip())


def test_a_broken_line_leaves_the_rest_and_says_where_it_is(lay):
    page = lay(PLAN)
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


def test_a_name_is_completed_from_the_words_it_stands_for(lay):
    page = lay(PLAN)
    page.at("activity buses: Run walking buses")
    page.press("Enter")
    page.write("  -> breathe")
    page.offered("clean")
    page.press("Enter")
    until(lambda: "-> clean\n" in page.text())
    page.page.wait_for_selector("[data-from=buses][data-to=clean]", state="attached")


def test_a_name_is_changed_everywhere_and_back(lay):
    page = lay(PLAN)
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


def test_a_misspelt_name_is_mended_with_the_keyboard(lay):
    page = lay(PLAN.replace("by council", "by counsil"))
    page.at("by counsil")
    page.page.wait_for_selector(".cm-lintRange")
    page.press("Control+.")
    page.page.wait_for_selector(".noticed-here button:focus")
    page.press("Enter")
    until(lambda: page.text() == PLAN)


def test_tidying_is_one_step_that_can_be_taken_back(lay):
    odd = PLAN.replace("outcome fewer: ", "Outcome fewer :   ")
    page = lay(odd)
    page.press("Alt+Shift+F")
    until(lambda: page.text() == PLAN)
    page.press("Control+z")
    until(lambda: page.text() == odd)


def test_from_a_box_to_its_line_and_from_a_line_to_its_box(lay):
    page = lay(PLAN)
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


def test_undo_takes_back_only_what_one_did_oneself(lay):
    one, other = lay(PLAN), lay()
    one.at("Run walking buses")
    one.write(" every day")
    until(lambda: "every day" in other.text())
    other.at("Close streets at drop-off")
    other.write(" and pick-up")
    until(lambda: "pick-up" in one.text())
    other.press("Control+z")
    until(lambda: "pick-up" not in one.text())
    assert "every day" in one.text()


def test_the_end_of_a_session_is_written_down(lay):
    page = lay(PLAN)
    page.sees("Run walking buses")
    page.page.get_by_role("button", name="Session").click()
    page.page.get_by_label("What it was").fill("First workshop")
    page.press("Escape")
    page.page.get_by_role("button", name="Session").click()
    assert page.page.get_by_label("What it was").input_value() == "First workshop", "a slip of the hand loses nothing"
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
    page.page.get_by_role("button", name="Session").click()
    assert page.page.get_by_label("What it was").input_value() == "", "what is written down is done with"


def test_the_pack_is_written_beside_the_plan(lay):
    page = lay(PLAN)
    page.sees("Run walking buses")
    page.page.get_by_role("button", name="Pack").click()
    page.page.wait_for_selector("text=beside the theory")
    (folder,) = [path for path in page.house.file.parent.glob("plan-*") if path.is_dir()]
    assert page.page.inner_text("dialog .path >> nth=0") == str(folder)
    told = dict(zip(*[page.page.locator(f"dialog {one}").all_inner_texts() for one in ("dt", "dd")], strict=True))
    assert told["pack-council.html"] == "for Riverside City Council"
    assert set(told) == {f"{path.name}/" if path.is_dir() else path.name for path in folder.iterdir()}
    with page.page.expect_download() as download:
        page.page.get_by_role("link", name="Download all of it").click()
    assert zipfile.ZipFile(download.value.path()).testzip() is None


def test_the_round_is_everybodys_and_dims_the_rest(lay):
    one, other = lay(PLAN), lay()
    one.sees("Run walking buses")
    one.page.get_by_role("button", name="The goal").click()
    other.page.wait_for_selector("text=lastingly different")
    opacity = "id => getComputedStyle(document.querySelector(`[data-id=${id}]`)).opacity"
    until(lambda: float(other.page.evaluate(opacity, "buses")) < float(other.page.evaluate(opacity, "clean")))
    one.page.get_by_role("button", name="The goal").click()
    other.page.wait_for_selector("text=lastingly different", state="hidden")


def test_what_is_told_once_of_several_boxes_leads_to_each_of_them(lay):
    page = lay("goal clean: Clean air\n" + "".join([f"partner p{place}: Partner {place}\n" for place in range(1, 5)]))
    told = page.page.wait_for_selector(".problem:has-text('Four partners') .jump")
    until(lambda: told.text_content().endswith("line 2 and 3 more"))
    for place in (1, 2, 3, 4, 1):
        told.click()
        until(lambda: f"partner p{place}:" in page.page.text_content(".cm-activeLine"))  # noqa: B023  asked at once
