"""How fast the live page is, measured in Chromium: `python tests/bench/live.py [boxes …]`, 30 and 300 unless told.

For each size it prints the milliseconds from a key to the painted picture (median and 95th), while somebody types

words    into the words of a box, one key every 150 ms
arrow    a new arrow to a box, after its name has been typed
box      a new outcome, whose first letter makes a box

and how long it takes from following the link to the first painted picture. We want at most 40 ms at 30 boxes, 120 ms at
300, and one second to the first picture. Something is painted when the frame after the server's picture came has been
put together.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "browser"), str(HERE.parent / "live")]

from layered import drawn  # noqa: E402
from rooms import Page, browser, fresh, house  # noqa: E402

WATCH = """
window.painted = [];
let key = null;
addEventListener('keydown', event => { key = event.timeStamp; }, {capture: true});
const Line = window.WebSocket;
window.WebSocket = class extends Line {
  constructor(...given) {
    super(...given);
    this.addEventListener('message', ({data}) => {
      if (!data.startsWith('{"type":"picture"')) return;
      const since = key;
      key = null;
      if (since !== null) afterPaint(() => window.painted.push(performance.now() - since));
    });
  }
};
const afterPaint = (does) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = does;
  channel.port2.postMessage(null);
});
const watch = new MutationObserver(() => {
  if (!document.querySelector('#seeing svg.theory [data-part=boxes] > g')) return;
  watch.disconnect();
  afterPaint(() => { window.first = performance.now(); });
});
watch.observe(document, {subtree: true, childList: true});
"""
PAUSE = 0.15
KEYS = 100


def main(sizes: list[int]) -> None:
    """Print one line for each size and way of typing."""
    with browser() as started:
        print(f"{'boxes':>6} {'what':>7} {'median':>8} {'95th':>8} {'keys':>5}")
        for boxes in sizes:
            with tempfile.TemporaryDirectory() as folder, house(fresh(Path(folder), drawn(boxes))) as opened:
                opening = [_opened(started, opened.write) for _ in range(5)]
                page = Page(started, opened.write, script=WATCH)
                page.focus()
                for what in (_words, _arrow, _box):
                    found = what(page, boxes)
                    print(
                        f"{boxes:6} {what.__name__[1:]:>7} {median(found):5.0f} ms {quantiles(found, n=20)[-1]:5.0f} ms"
                        f" {len(found):5}"
                    )
                print(f"{boxes:6}    open {median(opening):5.0f} ms {max(opening):5.0f} ms")
                page.close()


def _opened(started: object, link: str) -> float:
    page = Page(started, link, script=WATCH)
    page.page.wait_for_selector("#seeing svg.theory [data-part=boxes] > g")
    page.focus()
    time.sleep(PAUSE)
    took = page.page.evaluate("() => window.first")
    page.close()
    return took


def _type(page: Page, keys: str) -> list[float]:
    page.page.evaluate("() => { window.painted = []; }")
    for key in keys:
        page.page.keyboard.press("Enter" if key == "\n" else "Space" if key == " " else key)
        time.sleep(PAUSE)
    time.sleep(1)
    return page.page.evaluate("() => window.painted")


def _words(page: Page, boxes: int) -> list[float]:
    """Type into the words of a box in the middle."""
    _go_to(page, f"output b{boxes // 2}:" if f"output b{boxes // 2}:" in page.text() else f"outcome b{boxes // 3}:")
    page.page.keyboard.press("End")
    return _type(page, " more words for this box of ours"[: KEYS // 3] * 3)


def _arrow(page: Page, boxes: int) -> list[float]:
    """Draw arrows, each with the last key of a name."""
    found = []
    for number in range(1, 11):
        _go_to(page, f"activity b{boxes - number}:")
        page.page.keyboard.press("End")
        page.page.keyboard.press("Enter")
        page.page.keyboard.insert_text("  -> b")
        time.sleep(PAUSE * 3)
        found += _type(page, str(number % 5 + 1))[:1]
        page.page.keyboard.press("Escape")
    return found


def _box(page: Page, _: int) -> list[float]:
    """Write new outcomes, whose first letter makes a box."""
    found = []
    for number in range(10):
        page.page.keyboard.press("Control+End")
        page.page.keyboard.press("Enter")
        page.page.keyboard.press("Home")
        page.page.keyboard.insert_text(f"outcome new{number}: ")
        time.sleep(PAUSE * 3)
        found += _type(page, "x")[:1]
    return found


def _go_to(page: Page, words: str) -> None:
    place = page.text().index(words)
    page.page.evaluate(
        """place => {
          const view = document.querySelector('.cm-content').cmTile.view;
          view.dispatch({selection: {anchor: place}, scrollIntoView: true});
          view.focus();
        }""",
        place,
    )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [30, 300])
