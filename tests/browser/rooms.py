"""A live page in a real browser: opens a room, visits it as people do, and waits for what should be seen.

Everything is skipped where Chromium or Playwright is missing.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from pages import chromium, with_fonts

sys.path.insert(0, str(Path(__file__).parents[1] / "live"))
from visiting import House, house, open_house, own_port, until  # noqa: F401

from toc.live.assets import has_editor

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
EDITOR = ".cm-content"
GROUND = {"light": "#ffffff", "dark": "#14181d"}
"""What colour a picture's ground has."""

BOXES = "#seeing svg.theory [data-part=boxes] > g"


@contextmanager
def browser():
    """Start Chromium through Playwright."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=chromium(), args=list(FLAGS), env=with_fonts())
        yield started
        started.close()


def needs_editor() -> None:
    """Skip a test where the parts of the editor were not fetched."""
    if not has_editor():
        pytest.skip("needs the editor: npm has to be there when toc is installed")


class Page:
    """One person at a page: what they do, and what they see. Whatever the browser complains about is a fault."""

    def __init__(self, started, link: str, size=(1280, 720), script: str | None = None, **options) -> None:
        self.context = started.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        if script:
            self.context.add_init_script(script)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda said: said.type in ("error", "warning") and self.complaints.append(said.text))
        self.page.on("pageerror", lambda trouble: self.complaints.append(str(trouble)))
        self.asked_for: list[str] = []
        self.page.on("request", lambda request: self.asked_for.append(request.url))
        self.page.goto(link)

    @property
    def boxes(self) -> list[str]:
        """Give the ids of all boxes that are drawn."""
        return self.page.eval_on_selector_all(BOXES, "boxes => boxes.map(box => box.dataset.id)")

    def drawn(self) -> str:
        """Give all words of the picture, in whatever lines they are set."""
        return self.page.evaluate(
            """() => [...document.querySelectorAll('#seeing svg.theory text')]
              .map(text => text.textContent).join(' ').replace(/\\s+/g, ' ')"""
        )

    def sees(self, *words: str) -> None:
        """Wait until the picture has these words."""
        until(lambda: all(word in self.drawn() for word in words))

    def text(self) -> str:
        """Give the text in the editor or the plain page."""
        return self.page.evaluate(
            """() => {
              const plain = document.querySelector('#writing textarea');
              return plain ? plain.value : document.querySelector('.cm-content').cmTile.view.state.doc.toString();
            }"""
        )

    def write(self, text: str) -> None:
        """Type at the cursor, key by key."""
        self.page.keyboard.type(text)

    def focus(self) -> None:
        """Go into the text."""
        self.page.wait_for_selector(f"{EDITOR}, #writing textarea")
        self.page.focus(f"{EDITOR}, #writing textarea")

    def offered(self, words: str) -> None:
        """Wait until some words are what Enter would take; the editor takes nothing that has just come up."""
        chosen = ".cm-tooltip-autocomplete li[aria-selected]"
        until(lambda: any(words in one.inner_text() for one in self.page.query_selector_all(chosen)))
        self.page.wait_for_timeout(250)

    def at(self, words: str, after: int | None = None) -> None:
        """Put the cursor behind some words, or some letters into them, once they are there."""
        until(lambda: words in self.text())
        place = self.text().index(words)
        offset = len(words) if after is None else after
        self.page.evaluate(
            """place => {
              const view = document.querySelector('.cm-content').cmTile.view;
              view.dispatch({selection: {anchor: place}, scrollIntoView: true});
              view.focus();
            }""",
            len(self.text()[: place + offset].encode("utf-16-le")) // 2,
        )

    def line(self) -> int:
        """Give the number of the line that the cursor is in."""
        return self.page.evaluate(
            """() => {
              const { state } = document.querySelector('.cm-content').cmTile.view;
              return state.doc.lineAt(state.selection.main.head).number;
            }"""
        )

    def press(self, *keys: str) -> None:
        """Press keys, such as ``Control+Space``."""
        for key in keys:
            self.page.keyboard.press(key)

    def in_colours(self, theme: str, *, drawn: bool = True) -> None:
        """Turn the computer to light or dark, and wait until the page has followed, and a room that draws it."""
        self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        self.page.wait_for_function(
            """([dark, ground]) => (document.getElementById("dark").media === "all") === dark
              && (!ground || document.querySelector("[data-part=ground] rect")?.getAttribute("fill") === ground)""",
            arg=[theme == "dark", GROUND[theme] if drawn else None],
        )

    def close(self) -> None:
        """Leave; the browser must not have complained."""
        self.context.close()


def fresh(folder: Path, text: str = "") -> Path:
    """Put a plan into a folder."""
    file = folder / "plan.toc"
    file.write_text(text, encoding="utf-8")
    return file


def machine_has_tmpfs() -> bool:
    """Say whether a small disk can be mounted here."""
    return os.name == "posix" and os.geteuid() == 0 and Path("/bin/mount").exists()
