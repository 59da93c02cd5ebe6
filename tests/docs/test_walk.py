"""The newcomer's walk goes as its page says, with three people, real git, and a folder for each of them.

A block of .toc with ``file=NAME`` is saved, a block of diff with ``file=NAME`` is what somebody changes in that file.
Where a command asks, what the page shows behind ``>`` is what it gets to hear.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from fences import ROOT, WALK, Command, Fence, commands, fences

import toc
from toc.format import format_text

PEOPLE = {"ines": "Ines", "tom": "Tom", "rosa": "Rosa"}
PAGE = ROOT / WALK
PLAN = PAGE.with_name("plan.toc")


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Go the whole way once; give the page as it would be if it were true, and the folder of everybody."""
    home = tmp_path_factory.mktemp("walk")
    for who, name in PEOPLE.items():
        (home / who).mkdir()
        (home / who / ".gitconfig").write_text(f"[user]\n\tname = {name}\n\temail = {who}@skerry.example\n")
    text = PAGE.read_text(encoding="utf-8")
    told, end = "", 0
    for fence in fences(WALK):
        if fence.language == "console":
            start = text.index(fence.text, end)
            told += text[end:start] + _walk(fence, home)
            end = start + len(fence.text)
        elif fence.language == "diff":
            path = home / fence.file
            path.write_text(changed(path.read_text(encoding="utf-8"), fence), encoding="utf-8")
        elif fence.file:
            (home / fence.file).write_text(fence.text, encoding="utf-8")
    return told + text[end:], home


def test_every_command_prints_what_the_page_says(walked, request):
    told, home = walked
    plan = (home / "rosa" / "skerry-bay" / "plan.toc").read_text(encoding="utf-8")
    if request.config.getoption("--update"):
        PAGE.write_text(told, encoding="utf-8")
        PLAN.write_text(plan, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == told
    assert PLAN.read_text(encoding="utf-8") == plan


def test_at_the_end_everybody_has_the_same_plan(walked):
    _, home = walked
    plan = PLAN.read_text(encoding="utf-8")
    shared = ["git", "-C", str(home / "shared.git"), "show", "main:plan.toc"]
    said = subprocess.run(shared, env=_environment(home), capture_output=True, encoding="utf-8", check=True).stdout
    theirs = [(home / who / "skerry-bay" / "plan.toc").read_text(encoding="utf-8") for who in PEOPLE]
    assert [said, *theirs] == [plan] * 4
    assert toc.loads(plan).findings == ()
    assert format_text(plan) == plan


def test_where_git_alone_leaves_a_conflict_the_walk_has_none(tmp_path):
    """The first two changes touch the same lines, as the page says."""
    (first,) = [fence for fence in fences(WALK) if fence.language == "toc"]
    tom, rosa = [fence for fence in fences(WALK) if fence.language == "diff"][:2]
    texts = {"base": first.text, "ours": changed(first.text, tom), "theirs": changed(first.text, rosa)}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for command, status in ((["git", "merge-file", "-p"], 1), ([sys.executable, "-m", "toc", "merge"], 0)):
        names = ["ours", "base", "theirs"] if status else ["base", "ours", "theirs"]
        assert subprocess.run([*command, *names], cwd=tmp_path, capture_output=True, check=False).returncode == status


def changed(text: str, fence: Fence) -> str:
    """Give a text with the change that a block of diff shows; the lines it begins with are there exactly once."""
    lines = [(line[:1], f"{line[1:]}\n") for line in fence.text.splitlines()]
    before = "".join([line for sign, line in lines if sign in " -"])
    after = "".join([line for sign, line in lines if sign in " +"])
    assert text.count(before) == 1, f"{fence.place}: {before!r} stands {text.count(before)} times in\n{text}"
    return text.replace(before, after)


def _walk(fence: Fence, home: Path) -> str:
    return "".join([f"{command.who}$ {command.line}\n{_printed(command, home, fence)}" for command in commands(fence)])


def _printed(command: Command, home: Path, fence: Fence) -> str:
    """Let somebody type a command where they are, and see where they are afterwards."""
    mine = home / command.who
    where = mine / ".where"
    typed = "".join([f"{line[2:]}\n" for line in command.prints.splitlines() if f"{line} ".startswith("> ")])
    folder = where.read_text(encoding="utf-8").strip() if where.exists() else mine
    done = subprocess.run(
        ["/bin/sh", "-c", f"trap {shlex.quote(f'pwd > {shlex.quote(str(where))}')} EXIT\n{command.line}"],
        cwd=folder, env=_environment(mine), input=typed, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode in (0, 1), f"{fence.place}: {command.line}\n{done.stdout}"
    return done.stdout


def _environment(home: Path) -> dict[str, str]:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    return {"PATH": path, "HOME": str(home), "LC_ALL": "C.UTF-8", "COLUMNS": "100", "NO_COLOR": "1",
            "GIT_CONFIG_NOSYSTEM": "1"}  # fmt: skip
