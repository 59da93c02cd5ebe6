"""`toc doctor`: what it says about this machine, and about a folder before and after `toc git-setup`."""

import socket
import subprocess
import sys
from contextlib import suppress

import pytest
from clones import environment, git, repository

PLAN = "goal g: Children read\n"


def toc(folder, *arguments):
    return subprocess.run(
        [sys.executable, "-P", "-m", "toc", *arguments], cwd=folder, env=environment(folder.parent),
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


@pytest.fixture
def plan(tmp_path):
    return repository(tmp_path / "plan", PLAN, driver=None)


def test_before_and_after_git_is_set_up(plan):
    before = toc(plan, "doctor")
    assert (before.stderr, before.returncode) == ("", 0)
    assert "option git merges and compares plans line by line here. To set it up: toc git-setup\n" in before.stdout
    assert "option git takes plan.toc for any text" in before.stdout
    toc(plan, "git-setup")
    after = toc(plan, "doctor")
    assert after.returncode == 0
    assert "good   git merges and compares plans as theories here.\n" in after.stdout
    assert "plan.toc" not in after.stdout


def test_what_is_wrong_is_a_failure(plan):
    toc(plan, "git-setup")
    git(plan, "config", "merge.toc.driver", "somebody-else %O %A %B")
    (plan / ".gitignore").write_text("*.toc\n")
    done = toc(plan, "doctor")
    assert done.returncode == 1
    assert (
        "wrong  The settings of git are of another toc, or not complete. To renew them: toc git-setup\n" in done.stdout
    )
    assert "wrong  git overlooks plan.toc" in done.stdout
    toc(plan, "git-setup")
    assert toc(plan, "doctor").returncode == 0


def test_outside_of_a_repository(tmp_path):
    done = toc(tmp_path, "doctor")
    assert done.returncode == 0
    assert "option This folder is in no git repository." in done.stdout


def test_the_machine(tmp_path):
    said = toc(tmp_path, "doctor").stdout
    assert said.startswith("toc ")
    assert "good   Graphviz places the boxes.\n" in said
    assert "Word, Excel and PowerPoint" in said
    assert "emplates of donors" in said
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in said


def test_a_port_that_is_taken(tmp_path):
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        for _ in range(5):
            with suppress(OSError):  # somebody else has it: just as well, unless that one is gone before anybody looks
                taken.bind(("127.0.0.1", 8137))
                taken.listen()
            said = toc(tmp_path, "doctor").stdout
            if "option Port 8137 is taken" in said:
                return
        pytest.fail(said)
