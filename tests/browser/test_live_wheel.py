"""What is shipped, seen by somebody who has only Python: the page with the editor, and the plain page without it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rooms import Page, browser, fresh, house, until

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PLAN = "goal clean: Children breathe clean air\n  outcome fewer: Fewer cars\n"


@pytest.fixture(scope="module")
def chrome():
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build a wheel of this checkout."""
    if shutil.which("npm") is None:
        pytest.skip("needs npm to build the wheel")
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT]
    subprocess.run(build, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def without_node(folder: Path) -> str:
    """Give a PATH on which there is nothing but a shell's most needed tools."""
    folder.mkdir()
    for name in ("sh", "env", "uname"):
        (folder / name).symlink_to(shutil.which(name))
    return str(folder)


@pytest.fixture
def installed(wheel, tmp_path):
    """Install the wheel, with what the live page needs, into an environment that has nothing else, not even pip."""
    place = tmp_path / "empty"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    pip = [sys.executable, "-m", "pip", "--python", place / "bin" / "python", "--disable-pip-version-check"]
    install = [*pip, "install", "--quiet", "--no-compile", f"{wheel}[live]"]
    subprocess.run(install, check=True, env={**os.environ, "PATH": without_node(tmp_path / "path")})
    return place / "bin" / "toc"


def test_the_wheel_in_an_empty_environment_without_node_serves_the_editor(chrome, installed, tmp_path):
    bare = {"PATH": str(tmp_path / "path"), "PYTHONPATH": ""}
    with house(fresh(tmp_path, PLAN), environment=bare, command=(str(installed), "live")) as opened:
        page = Page(chrome, opened.write)
        page.page.wait_for_selector(".cm-content")
        page.focus()
        page.at("Fewer cars")
        page.write(" drive past")
        page.sees("Fewer cars drive past")
        page.press("Control+Space")
        until(lambda: opened.file.read_text(encoding="utf-8") == page.text())
        assert page.complaints == []
        page.close()


@pytest.fixture
def plain(wheel, tmp_path):
    """Unpack the wheel and take the editor out, which leaves what a build without npm makes (`tests/test_wheel.py`)."""
    site = tmp_path / "site"
    shutil.unpack_archive(wheel, site, "zip")
    shutil.rmtree(site / "toc" / "live" / "page" / "vendor")
    return site


def test_a_build_without_npm_serves_the_plain_page(chrome, plain, tmp_path):
    run = f"import sys; sys.path.insert(0, {str(plain)!r}); from toc.cli import main; main()"
    with house(fresh(tmp_path, PLAN), command=(sys.executable, "-c", run, "live")) as opened:
        one, other = Page(chrome, opened.write), Page(chrome, opened.write)
        for page in (one, other):
            page.page.wait_for_selector("#writing textarea")
            until(lambda page=page: page.text() == PLAN)
        one.focus()
        one.press("Control+End")
        one.write("  outcome quiet: It is quiet 🚲")
        other.sees("It is quiet")
        other.focus()
        other.press("Control+Home")
        other.write("# wörds\n")
        until(lambda: one.text() == other.text() == opened.file.read_text(encoding="utf-8"))
        assert one.text() == f"# wörds\n{PLAN}  outcome quiet: It is quiet 🚲"
        for page in (one, other):
            assert page.complaints == []
            page.close()
