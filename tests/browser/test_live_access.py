"""The live page for everybody: axe finds nothing in any of its states, in light and in dark."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from pages import module
from rooms import BOXES, EDITOR, Page, fresh, house, open_house, until
from visits import PATIENCE, PLAN, a_browser, a_visit, opened_rooms  # noqa: F401  fixtures

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


def looked_over(page: Page, axe: str, *, drawn: bool = True) -> list[str]:
    """Give what axe finds in the page as it is now, in light and in dark; ``drawn`` says that a room draws it."""
    page.page.evaluate(f"() => {{ {axe} }}")
    found = []
    for colours, rules in (("light", None), ("dark", ["color-contrast"])):
        page.in_colours(colours, drawn=drawn)
        found += [f"{colours}: {one}" for one in page.page.evaluate(AXE, rules)]
    page.in_colours("light", drawn=drawn)
    return found


@contextmanager
def _editor(_):
    yield


@contextmanager
def _card(page):
    page.press("F1")
    page.page.wait_for_selector(".card:not([hidden])")
    yield
    page.press("F1")
    page.page.wait_for_selector(".card", state="hidden")


@contextmanager
def _round(page):
    page.page.wait_for_selector(".problem")
    noticed = page.page.inner_text(".problems .number")
    page.page.get_by_role("button", name="Why, and what we assume").click()
    page.page.wait_for_selector(".prompt:not([hidden])")
    until(lambda: page.page.inner_text(".problems .number") != noticed)
    yield
    page.page.get_by_role("button", name="Why, and what we assume").click()
    page.page.wait_for_selector(".prompt", state="hidden")
    until(lambda: page.page.inner_text(".problems .number") == noticed)


@contextmanager
def _list(page):
    page.page.wait_for_selector(".more:not([hidden])")
    more = page.page.query_selector_all(".more:not([hidden])")
    for one in more:
        one.click()
    yield
    for one in more:
        one.click()


@contextmanager
def _fixes(page):
    page.at("by counsil")
    page.page.wait_for_selector(".cm-lintRange")
    page.press("Control+.")
    page.page.wait_for_selector(".noticed-here button:focus")
    yield
    page.press("Escape")
    page.page.wait_for_selector(".noticed-here", state="detached")


@contextmanager
def _completion(page):
    page.at("by counsil", 3)
    page.press("Control+Space")
    page.page.wait_for_selector(".cm-tooltip-autocomplete li")
    yield
    page.press("Escape")
    page.page.wait_for_selector(".cm-tooltip-autocomplete", state="detached")


@contextmanager
def _rename(page):
    page.at("partner council", 12)
    page.press("F2")
    page.page.wait_for_selector(".renaming input:focus")
    yield
    page.press("Escape")
    page.page.wait_for_selector(".renaming", state="detached")


@contextmanager
def _hover(page):
    page.at("Run walking buses")
    page.page.hover(".cm-line:has-text('Run walking buses') .word-name")
    page.page.wait_for_selector(".about")
    yield
    page.page.hover("h1")
    page.page.wait_for_selector(".about", state="detached")


@contextmanager
def _find(page):
    page.at("Run walking buses")
    page.press("Control+f")
    page.page.wait_for_selector(".cm-search")
    yield
    page.press("Escape")
    page.page.wait_for_selector(".cm-search", state="detached")


def _sheet(button, wait_for):
    @contextmanager
    def opened(page):
        page.page.get_by_role("button", name=button).click()
        wait_for(page.page)
        yield
        page.press("Escape")
        page.page.wait_for_selector("dialog", state="detached")

    return opened


_session = _sheet("Session", lambda page: page.wait_for_selector("dialog form"))
_pack = _sheet("Pack", lambda page: page.wait_for_selector("text=beside the theory"))
_share = _sheet(
    "Share", lambda page: page.wait_for_function("() => document.querySelector('dialog img')?.naturalWidth")
)


@contextmanager
def _projector(page):
    page.press("F9")
    page.page.wait_for_selector(".side:not([hidden]) li")
    yield
    page.press("F9")
    page.page.wait_for_selector("body:not(.projecting)")


@contextmanager
def _partner(page):
    page.page.select_option(".views", label="Riverside City Council")
    page.page.wait_for_selector(".way-back:not([hidden])")
    yield
    page.page.get_by_role("button", name="Show everything").click()
    page.page.wait_for_selector(".way-back", state="hidden")


STATES = {
    "editor": _editor, "card": _card, "round": _round, "list": _list, "fixes": _fixes, "completion": _completion,
    "rename": _rename, "hover": _hover, "find": _find, "session": _session, "pack": _pack, "share": _share,
    "projector": _projector, "partner": _partner,
}  # fmt: skip


@pytest.fixture(scope="module")
def writer(chrome, room):
    """Open one page for all states; each puts away what it brought up."""
    page = Page(chrome, room.write, reduced_motion="reduce")
    page.page.set_default_timeout(PATIENCE)
    page.page.wait_for_selector(EDITOR)
    page.page.wait_for_selector(BOXES)
    yield page
    page.close()


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_where_one_writes(writer, axe, state):
    with STATES[state](writer):
        assert looked_over(writer, axe) == []
    assert writer.complaints == []


@pytest.mark.parametrize("size", [(1280, 720), PHONE])
@pytest.mark.parametrize("who", ["write", "read"])
def test_axe_finds_nothing_in_any_size_for_anybody(visit, room, axe, who, size):
    waits = (EDITOR, BOXES) if who == "write" or size != PHONE else (BOXES,)
    page = visit(getattr(room, who), waits=waits, size=size)
    page.page.wait_for_selector(".problem")
    types_at_once = page.page.evaluate("() => document.activeElement.isContentEditable")
    assert types_at_once is (who == "write" and size != PHONE), "on a phone the keyboard would cover the page"
    assert looked_over(page, axe) == []
    assert page.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_nothing_with_the_plain_pen(visit, plain_room, axe):
    page = visit(plain_room.write, waits=("textarea.plain", BOXES))
    page.page.wait_for_selector(".problem")
    page.focus()
    place = PLAN.index("counsil") + 2
    page.page.evaluate("at => document.querySelector('textarea').setSelectionRange(at, at)", place)
    page.page.wait_for_selector(".plain-hints .fixes button")
    assert looked_over(page, axe) == []
    for key, shown in (("Control+.", ".fixes button:focus"), ("F2", ".fixes input:focus")):
        page.press(key)
        page.page.wait_for_selector(f".plain-hints {shown}")
        assert looked_over(page, axe) == []
        page.focus()


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
    assert looked_over(page, axe, drawn=False) == []


def test_a_phone_shows_the_picture_above_and_no_text_to_write(visit, room):
    page = visit(room.read, waits=(BOXES,), size=PHONE)
    page.page.wait_for_selector(".problem")
    seeing, noticing = [page.page.locator(one).bounding_box() for one in ("#seeing", "#noticing")]
    assert seeing["y"] + seeing["height"] <= noticing["y"]
    assert noticing["y"] + noticing["height"] <= PHONE[1]
    assert seeing["width"] >= 0.9 * PHONE[0]
    assert not page.page.is_visible("#writing")
    page.page.get_by_role("button", name="The card").click()
    card = page.page.locator(".card").bounding_box()
    assert card["height"] > 0.9 * PHONE[1] >= card["y"], "it takes the height of the screen, not that of the picture"
    small = page.page.eval_on_selector_all(
        "button, select",
        """all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44)
          .map(one => one.textContent)""",
    )
    assert small == [], "fingers need room"
