"""The live page for everybody: axe finds nothing in any of its states, in light and in dark."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from pages import module
from rooms import BOXES, EDITOR, Page, fresh, house, open_house
from visits import PLAN, a_browser, a_visit, opened_rooms  # noqa: F401  fixtures

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SHARED = ("--share", "--address", "127.0.0.1")
PHONE = (390, 844)
AXE = """async rules => {
  const only = rules && { runOnly: { type: "rule", values: rules } };
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
  return violations.map(({ id, help, nodes }) =>
    [id, help, ...nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`)].join("\\n  "));
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    return module("axe-core/axe.min.js").read_text(encoding="utf-8")


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
