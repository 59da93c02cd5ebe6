"""Every command on our pages does what the page says, in the order of the page, as a reader would type it.

A block of .toc with ``file=NAME`` is saved under that name before the commands below it run. The two commands
that set up an environment are in ``sh`` blocks and are run by ``.ci/run``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fences import PAGES, ROOT, WALK, Fence, commands, fences

GALLERY = ROOT / "examples" / "gallery"
HERE = [page for page in PAGES if (ROOT / page).exists() and page != WALK]
TOLD = [page for page in HERE if any(fence.language == "console" for fence in fences(page))]


@pytest.mark.parametrize("page", TOLD)
def test_every_command_prints_what_the_page_says(page: str, tmp_path: Path, request):
    home = tmp_path / "toc"
    shutil.copytree(ROOT / "examples", home / "examples", ignore=shutil.ignore_patterns("gallery"))
    (home / "examples" / "gallery").mkdir()
    text = (ROOT / page).read_text(encoding="utf-8")
    told, end = "", 0
    for fence in fences(page):
        if fence.language == "console":
            start = text.index(fence.text, _offset(text, fence.line))
            told += text[end:start] + _run_all(fence, home)
            end = start + len(fence.text)
        elif fence.language == "python":
            assert _run([sys.executable, "-c", fence.text], home).returncode == 0
        elif fence.file:
            _save(fence, home)
    wanted = told + text[end:]
    drawn = {path.name: path.read_bytes() for path in sorted((home / "examples" / "gallery").iterdir())}
    if request.config.getoption("--update"):
        (ROOT / page).write_text(wanted, encoding="utf-8")
        text = wanted
        _hang(drawn)
    assert text == wanted
    assert [name for name, picture in drawn.items() if (GALLERY / name).read_bytes() != picture] == []


def test_the_commands_that_set_up_are_one_line_each():
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("draw", "test"):
        _, _, below = page.partition(f"<!-- command: {name} -->\n")
        shell, line, closing, *_ = below.split("\n")
        assert (shell, closing) == ("```sh", "```")
        assert line.startswith("python3 -m venv .venv && ")


def test_every_picture_of_the_gallery_is_drawn_by_a_command():
    page = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in GALLERY.iterdir() if f"-o examples/gallery/{path.name}" not in page] == []


def _offset(text: str, lines: int) -> int:
    return sum(len(line) + 1 for line in text.split("\n")[:lines])


def _hang(drawn: dict[str, bytes]) -> None:
    for name, picture in drawn.items():
        (GALLERY / name).write_bytes(picture)


def _save(fence: Fence, home: Path) -> None:
    path = home / fence.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(fence.text, encoding="utf-8")


def _run_all(fence: Fence, home: Path) -> str:
    """Give the block as it would be if it were true."""
    told = ""
    for command in commands(fence):
        ran = _run(["/bin/sh", "-c", command.line], home)
        assert ran.returncode in (0, 1), f"{fence.place}: {command.line}\n{ran.stdout}"
        told += f"$ {command.line}\n{ran.stdout}"
    return told


def _run(command: list[str], home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=home,
        env=_environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
    )


def _environment(home: Path) -> dict[str, str]:
    beside_python = str(Path(sys.executable).parent)
    path = os.pathsep.join((beside_python, os.environ.get("PATH", "")))
    return {"PATH": path, "HOME": str(home), "LANG": "C.UTF-8", "COLUMNS": "100", "NO_COLOR": "1"}
