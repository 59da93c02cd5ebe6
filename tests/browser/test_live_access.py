"""The live page for everybody: axe finds nothing in any of its states, and all of it is done by keyboard alone.

Every state is looked over in light and in dark. Nothing here asks another host for anything, and the browser complains
about nothing.
"""

from __future__ import annotations

import shutil
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pages import module
from rooms import BOXES, EDITOR, Page, browser, fresh, house, needs_editor, open_house, until

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SHARED = ("--share", "--address", "127.0.0.1")
PHONE = (390, 844)
PATIENCE = 8000
"""Milliseconds."""
PLAN = """\
theory: Clean air in Riverside
  stage: live

goal clean: Children breathe clean air
  outcome fewer: Fewer cars drive past the schools
    because exhaust is worst at the gate
    activity streets: Close streets at drop-off
      by counsil
      -> fewer
        assuming: families have another way
    activity buses: Run walking buses
      by council

outcome signs: Drivers know the new rules

partner council: Riverside City Council
partner parents: Parents of Mill Road

indicator: NO2 at the gate
  of: clean
  baseline: 41 (2024)

Who tells the shops?
Joan asks about the winter
Snow days
Ask the bus company
Bring maps
"""
AXE = """async rules => {
  const only = rules && { runOnly: { type: "rule", values: rules } };
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
  return violations.map(({ id, help, nodes }) =>
    [id, help, ...nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`)].join("\\n  "));
}"""
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


@pytest.fixture(scope="module")
def axe() -> str:
    return module("axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def chrome():
    needs_editor()
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    with house(fresh(tmp_path_factory.mktemp("room"), PLAN), *SHARED) as opened:
        yield opened


@pytest.fixture(scope="module")
def plain_room(tmp_path_factory):
    """Open a room out of a copy of toc that has no editor, as where npm was not there."""
    site = tmp_path_factory.mktemp("site")
    away = shutil.ignore_patterns("vendor", "__pycache__")
    shutil.copytree(ROOT / "toc", site / "toc", ignore=away)
    for folder in ("renderers", "grammar"):
        shutil.copytree(ROOT / folder, site / "toc" / folder, ignore=away)
    code = f"import sys; sys.path[0] = {str(site)!r}; from toc.cli import main; main()"
    command = (sys.executable, "-c", code, "live")
    opened = open_house(fresh(tmp_path_factory.mktemp("plain"), PLAN), command=command)
    yield opened
    opened.end()


@pytest.fixture
def opened():
    """Open rooms that outlast the visits to them, so that no page complains that its room is gone."""
    with ExitStack() as houses:
        yield lambda folder, text="": houses.enter_context(house(fresh(folder, text)))


@pytest.fixture
def visit(chrome, opened):  # noqa: ARG001  rooms close after the pages
    pages: list[Page] = []

    def visited(link: str, *, waits: tuple[str, ...] = (EDITOR, BOXES), forgives: str | None = None, **options) -> Page:
        page = Page(chrome, link, **options)
        page.forgives = forgives
        pages.append(page)
        page.page.set_default_timeout(PATIENCE)
        for one in waits:
            page.page.wait_for_selector(one)
        return page

    yield visited
    for page in pages:
        here = urlsplit(page.page.url).netloc
        page.close()
        assert [said for said in page.complaints if not (page.forgives and page.forgives in said)] == []
        assert {urlsplit(url).netloc for url in page.asked_for if not url.startswith("data:")} == {here}


def looked_over(page: Page, axe: str) -> list[str]:
    """Give what axe finds in the page as it is now, in light and in dark."""
    page.page.evaluate(f"() => {{ {axe} }}")
    found = []
    for colours, rules in (("light", None), ("dark", ["color-contrast"])):
        page.page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        page.page.wait_for_timeout(50)
        found += [f"{colours}: {one}" for one in page.page.evaluate(AXE, rules)]
    return found


def _nothing(_):
    pass


def _card(page):
    page.press("F1")
    page.page.wait_for_selector(".card:not([hidden])")


def _round(page):
    page.page.get_by_role("button", name="Why, and what we assume").click()
    page.page.wait_for_selector(".prompt:not([hidden])")


def _list(page):
    page.page.wait_for_selector(".more:not([hidden])")
    for one in page.page.query_selector_all(".more:not([hidden])"):
        one.click()


def _fixes(page):
    page.at("by counsil")
    page.page.wait_for_selector(".cm-lintRange")
    page.press("Control+.")
    page.page.wait_for_selector(".noticed-here button:focus")


def _completion(page):
    page.at("by counsil", 3)
    page.press("Control+Space")
    page.page.wait_for_selector(".cm-tooltip-autocomplete li")


def _rename(page):
    page.at("partner council", 12)
    page.press("F2")
    page.page.wait_for_selector(".renaming input:focus")


def _hover(page):
    page.at("Run walking buses")
    page.page.hover(".cm-line:has-text('Run walking buses') .word-name")
    page.page.wait_for_selector(".about")


def _find(page):
    page.at("Run walking buses")
    page.press("Control+f")
    page.page.wait_for_selector(".cm-search")


def _session(page):
    page.page.get_by_role("button", name="Session").click()


def _pack(page):
    page.page.get_by_role("button", name="Pack").click()
    page.page.wait_for_selector("text=beside the theory")


def _share(page):
    page.page.get_by_role("button", name="Share").click()
    page.page.wait_for_function("() => document.querySelector('dialog img')?.naturalWidth")


def _projector(page):
    page.press("F9")
    page.page.wait_for_selector(".side:not([hidden]) li")


def _partner(page):
    page.page.select_option(".views", label="Riverside City Council")
    page.page.wait_for_selector(".way-back:not([hidden])")


STATES = {
    "editor": _nothing, "card": _card, "round": _round, "list": _list, "fixes": _fixes, "completion": _completion,
    "rename": _rename, "hover": _hover, "find": _find, "session": _session, "pack": _pack, "share": _share,
    "projector": _projector, "partner": _partner,
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_where_one_writes(visit, room, axe, state):
    page = visit(room.write, reduced_motion="reduce")
    STATES[state](page)
    assert looked_over(page, axe) == []
    if state == "round":
        _round_over(page)


def _round_over(page):
    page.page.get_by_role("button", name="Why, and what we assume").click()
    page.page.wait_for_selector(".prompt", state="hidden")


@pytest.mark.parametrize("size", [(1280, 720), PHONE])
@pytest.mark.parametrize("who", ["write", "read"])
def test_axe_finds_nothing_in_any_size_for_anybody(visit, room, axe, who, size):
    waits = (EDITOR, BOXES) if who == "write" or size != PHONE else (BOXES,)
    page = visit(getattr(room, who), waits=waits, size=size)
    page.page.wait_for_selector(".problem")
    assert looked_over(page, axe) == []
    assert page.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("state", ["editor", "fixes", "rename"])
def test_axe_finds_nothing_with_the_plain_pen(visit, plain_room, axe, state):
    page = visit(plain_room.write, waits=("textarea.plain", BOXES))
    page.page.wait_for_selector(".problem")
    page.focus()
    place = PLAN.index("counsil") + 2
    page.page.evaluate("at => document.querySelector('textarea').setSelectionRange(at, at)", place)
    page.page.wait_for_selector(".plain-hints .fixes button")
    page.press(*{"editor": [], "fixes": ["Control+."], "rename": ["F2"]}[state])
    assert looked_over(page, axe) == []


def test_axe_finds_nothing_where_something_is_wrong(visit, opened, tmp_path, axe):
    home = opened(tmp_path, PLAN)
    page = visit(home.write, forgives="WebSocket connection")
    page.sees("Run walking buses")
    home.file.unlink()
    page.page.wait_for_selector(".bar.error")
    assert looked_over(page, axe) == []
    page.page.get_by_role("button", name="Write it again").click()
    page.page.wait_for_selector(".bar", state="detached")
    home.process.kill()
    page.page.wait_for_selector(".bar.unlinked, [data-cause=connection]")
    assert looked_over(page, axe) == []


def test_a_phone_shows_the_picture_above_and_no_text_to_write(visit, room):
    page = visit(room.read, waits=(BOXES,), size=PHONE)
    page.page.wait_for_selector(".problem")
    seeing, noticing = [page.page.locator(one).bounding_box() for one in ("#seeing", "#noticing")]
    assert seeing["y"] + seeing["height"] <= noticing["y"]
    assert noticing["y"] + noticing["height"] <= PHONE[1]
    assert seeing["width"] >= 0.9 * PHONE[0]
    assert not page.page.is_visible("#writing")
    small = page.page.eval_on_selector_all(
        "button, select",
        """all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44)
          .map(one => one.textContent)""",
    )
    assert small == [], "fingers need room"


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
    hands.press("F6")
    page.write("goal clean: Children breathe clean air")
    hands.press("Enter")
    page.write("  outcome fewer: Fewer cars")
    hands.press("Enter")
    page.write("activity buses: Run walking buses")
    page.sees("Run walking buses")
    hands.press("Enter")
    page.write("  -> breathe")
    page.page.wait_for_selector(".cm-tooltip-autocomplete li[aria-selected]")
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
        page.page.wait_for_timeout(300)
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
