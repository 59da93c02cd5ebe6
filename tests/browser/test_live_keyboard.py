"""Everything on the live page is done by keyboard alone, and it can always be seen where the keyboard is."""

from __future__ import annotations

import pytest
from rooms import EDITOR, Page, until
from visits import PLAN, a_browser, a_visit, opened_rooms  # noqa: F401  fixtures

pytestmark = pytest.mark.browser

SHOWN = """() => {
  const dialog = document.querySelector("dialog[open]");
  const it = document.activeElement;
  const ringed = (one, pseudo) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one, pseudo);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const ring = it.closest(".pane") && (it.querySelector(":scope > .ring-focus")
    || parseFloat(getComputedStyle(it, "::after").borderTopWidth) >= 2);
  return {
    name: it.getAttribute("aria-label") || (it.labels?.[0] ?? it).textContent.trim().slice(0, 60), tag: it.localName,
    id: it.dataset.id ?? null, inside: !dialog || dialog.contains(it),
    seen: ringed(it) || ringed(it.closest(".cm-editor") ?? it) || Boolean(ring),
  };
}"""


class Keyboard:
    """Somebody who has no mouse: whatever has the keyboard can be seen, and stays in an open sheet."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> dict:
        """Press keys; give what has the keyboard then."""
        self.page.press(*keys)
        return self.here()

    def here(self) -> dict:
        found = self.page.page.evaluate(SHOWN)
        if not found["seen"]:  # the editor says a moment later that it has the keyboard
            self.page.page.wait_for_timeout(50)
            found = self.page.page.evaluate(SHOWN)
        assert found["seen"], f"it cannot be seen where the keyboard is: {found}"
        assert found["inside"], f"the keyboard left the sheet: {found}"
        return found

    def tab_to(self, name: str, key: str = "Tab") -> dict:
        """Press Tab until something has the keyboard whose name begins so."""
        for _ in range(60):
            found = self.press(key)
            if found["name"].startswith(name):
                return found
        pytest.fail(f"{name} cannot be reached with {key}")

    def round_of(self, most: int = 60) -> list[str]:
        """Press Tab until it comes back to where it was; give all that had the keyboard."""
        first, names = self.here(), []
        for _ in range(most):
            names.append(self.press("Tab"))
            if names[-1] == first:
                break
        return [one["name"] for one in names]

    def until_here(self, name: str) -> None:
        until(lambda: self.page.page.evaluate(SHOWN)["name"].startswith(name))


def test_a_theory_is_written_completed_mended_and_renamed_by_keyboard(visit, opened, tmp_path):
    home = opened(tmp_path)
    page = visit(home.write, waits=(EDITOR,))
    hands = Keyboard(page)
    hands.until_here("The theory as text")  # without a key: whoever opens the page types at once
    page.write("goal clean: Children breathe clean air")
    hands.press("Enter")
    page.write("  outcome fewer: Fewer cars")
    hands.press("Enter")
    page.write("activity buses: Run walking buses")
    page.sees("Run walking buses")
    hands.press("Enter")
    page.write("  -> breathe")
    page.offered("clean")
    hands.press("Enter")
    until(lambda: page.text().endswith("-> clean"))
    hands.press("Enter")
    page.write("by counsil")
    page.page.wait_for_selector(".cm-lintRange:has-text('counsil')")
    hands.press("Escape")
    hands.press("Control+.")
    page.page.wait_for_selector(".noticed-here button:focus")
    hands.press("Enter")
    until(lambda: "partner counsil" in page.text())
    assert hands.here()["name"] == "The theory as text"
    hands.press("F2")
    page.page.wait_for_selector(".renaming input:focus")
    page.press("Control+a")
    page.write("council")
    hands.press("Enter")
    until(lambda: "by council" in page.text() and "partner council" in page.text())
    until(lambda: hands.here()["name"] == "The theory as text")
    page.page.evaluate("() => addEventListener('keydown', event => { window.kept = event; }, { capture: true })")
    hands.press("Control+s")
    assert page.page.evaluate("() => window.kept.key === 's' && window.kept.defaultPrevented"), "no window comes up"
    until(lambda: page.page.inner_text("#spoken") == "Saved")
    hands.press("Alt+Shift+F")
    until(lambda: home.file.read_text(encoding="utf-8") == page.text())


def test_picture_list_views_rounds_sheets_and_projector_are_reached_by_keyboard(visit, opened, tmp_path):
    home = opened(tmp_path, PLAN)
    page = visit(home.write)
    page.page.wait_for_selector(".problem")
    hands = Keyboard(page)
    _walk_the_picture(page, hands)
    _walk_the_list(hands)
    _choose_a_view_and_a_round(page, hands)
    _open_and_leave_sheets(page, hands)
    _show_and_come_back(page, hands)
    _put_away_from_anywhere(page)


def _walk_the_picture(page, hands):
    page.focus()
    assert hands.press("F6")["name"].startswith("Picture.")
    first = hands.press("Tab")
    assert first["id"]
    there = hands.press("ArrowDown")
    assert there["id"] not in (None, first["id"])
    hands.press("Enter")
    until(lambda: page.page.evaluate("() => document.activeElement.className").startswith("cm-content"))
    line = page.page.evaluate("() => document.querySelector('.cm-activeLine').textContent")
    assert f" {there['id']}:" in f" {line}"
    hands.press("F4")


def _walk_the_list(hands):
    hands.press("F6", "F6")
    assert hands.here()["tag"] == "button"
    first = hands.here()["name"]
    assert hands.press("ArrowDown")["name"] != first
    assert hands.press("ArrowUp")["name"] == first
    hands.press("Enter")
    assert hands.here()["name"] == "The theory as text"
    hands.press("Escape")
    assert hands.press("Tab")["name"] != "The theory as text", "Escape, then Tab leads out of the text"


def _choose_a_view_and_a_round(page, hands):
    hands.tab_to("The goal")
    hands.press("Enter")
    page.page.wait_for_selector(".prompt:not([hidden])")
    hands.press("Enter")
    page.page.wait_for_selector(".prompt", state="hidden")
    hands.tab_to("What the picture shows")
    hands.press("End")
    page.page.wait_for_selector(".way-back:not([hidden])")
    hands.tab_to("Show everything")
    hands.press("Enter")
    page.page.wait_for_selector(".way-back", state="hidden")
    hands.here()


def _open_and_leave_sheets(page, hands):
    assert hands.press("F1")["name"]
    page.page.wait_for_selector(".card:not([hidden])")
    hands.press("F1")
    page.page.wait_for_selector(".card", state="hidden")
    for name, first in (("End of the session", "What it was"), ("Pack", None)):
        button = hands.tab_to(name, "Shift+Tab" if first else "Tab")
        hands.press("Enter")
        page.page.wait_for_selector("dialog[open]")
        if not first:
            page.page.wait_for_selector("text=beside the theory")
        round_of = hands.round_of()
        assert any(each.startswith("Close") for each in round_of)
        hands.press("Escape")
        page.page.wait_for_selector("dialog", state="detached")
        assert hands.here() == button, "the keyboard is back where the sheet was opened"


def _show_and_come_back(page, hands):
    before = hands.here()
    page.press("F9")
    page.page.wait_for_selector("body.projecting")
    assert hands.tab_to("Back to the text")
    until(lambda: page.page.evaluate("() => getComputedStyle(document.activeElement).opacity") == "1")
    hands.press("F9")
    page.page.wait_for_selector("body:not(.projecting)")
    assert hands.here() == before, "the keyboard is back where the projector was opened"


def _put_away_from_anywhere(page):
    """Escape takes what lies on top, one thing a press, wherever the keyboard is: nowhere, in the text, or above it."""
    page.press("F9", "F1")
    page.page.evaluate("() => document.activeElement.blur()")
    assert page.page.is_visible("body.projecting .card")
    page.press("Escape")
    assert (page.page.is_visible("body.projecting"), page.page.is_visible(".card")) == (True, False)
    page.press("Escape")
    assert page.page.is_hidden("body.projecting")
    page.at("partner council", 12)
    page.press("F1", "F2")
    page.page.wait_for_selector(".renaming input:focus")
    page.press("Escape")
    assert (page.page.is_visible(".renaming"), page.page.is_visible(".card")) == (False, True)
    page.press("Escape")
    assert page.page.is_hidden(".card")
