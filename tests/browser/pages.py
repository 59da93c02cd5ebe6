"""Opens a page in Chromium without a window and gives back what its script found, as data."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

MODULES = Path(__file__).parent / "node_modules"

_PAGE = """<!doctype html><meta charset="utf-8"><body>SCRIPTS<script>
const given = GIVEN;
(async () => {
  let found;
  try { found = await (async () => { BODY })(); } catch (trouble) { found = {trouble: String(trouble)}; }
  document.body.replaceChildren();
  const said = document.createElement("pre");
  said.id = "found";
  said.textContent = JSON.stringify(found);
  document.body.append(said);
})();
</script>"""


def chromium() -> str:
    """Find the browser, or skip the test."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    if found is None:
        pytest.skip("needs Chromium")
    return found


def module(name: str) -> Path:
    """Find a file in `node_modules`, or skip the test."""
    path = MODULES / name
    if not path.exists():
        pytest.skip(f"needs {name}: npm ci --ignore-scripts --prefix tests/browser")
    return path


def with_fonts() -> dict[str, str]:
    """Give an environment in which the browser sees the fonts of the machine, even where we are to see none."""
    return {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}


def found_by(body: str, given: object, scripts: list[Path], folder: Path) -> object:
    """Run the body of a function in a page, with ``given`` at hand, and give what it returns."""
    tags = "".join([f'<script src="{path.resolve().as_uri()}"></script>' for path in scripts])
    data = json.dumps(given).replace("<", "\\u003c")
    page = folder / "page.html"
    page.write_text(_PAGE.replace("SCRIPTS", tags).replace("BODY", body).replace("GIVEN", data), encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=120000", "--dump-dom"]
    said = subprocess.run(
        [chromium(), *flags, f"--user-data-dir={folder / 'profile'}", page.as_uri()],
        capture_output=True,
        env=with_fonts(),
        timeout=300,
        check=True,
    ).stdout.decode("utf-8")
    match = re.search(r'<pre id="found">(.*?)</pre>', said, re.DOTALL)
    assert match, said[-2000:]
    found = json.loads(html.unescape(match[1]))
    assert not (isinstance(found, dict) and "trouble" in found), found
    return found
