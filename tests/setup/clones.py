"""Real repositories for the tests: of their own, with nobody's settings but theirs."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from toc.setup import wishes

if TYPE_CHECKING:
    from pathlib import Path

ATTRIBUTES = "*.toc diff=toc merge=toc text eol=lf\n"


def environment(home: Path, **more: str) -> dict[str, str]:
    """Give an environment in which git finds no settings but those of ``home``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "TOC_"))}
    people = {f"GIT_{who}_{what}": "Ana" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    path = os.pathsep.join(one for one in sys.path if one)
    return {**kept, **people, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "GIT_CONFIG_NOSYSTEM": "1",
            "PYTHONPATH": path, **more}  # fmt: skip


def git(folder: Path, *arguments: str, fine: tuple[int, ...] | None = (0,)) -> subprocess.CompletedProcess[str]:
    """Call git in a repository; ``fine`` are the statuses that are expected, None for any."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment(folder.parent), capture_output=True, encoding="utf-8",
        check=False, timeout=60,
    )  # fmt: skip
    assert fine is None or done.returncode in fine, done.stdout + done.stderr
    return done


def repository(folder: Path, text: str, *, driver: str | None = "ours") -> Path:
    """Make a repository with a plan in it; ``driver`` is what git is told to merge with, None for its own merge."""
    folder.mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    if driver is not None:
        for key, value in wishes().items():
            git(folder, "config", key, value)
        if driver != "ours":
            git(folder, "config", "merge.toc.driver", driver)
        (folder / ".gitattributes").write_text(ATTRIBUTES)
    save(folder, text, "the plan")
    return folder


def save(folder: Path, text: str, message: str) -> None:
    """Write the plan and commit it."""
    (folder / "plan.toc").write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)


def merged(folder: Path, ours: str, theirs: str) -> tuple[int, str]:
    """Commit ours on main and theirs on a branch, merge, and give git's status and the plan afterwards."""
    git(folder, "checkout", "-q", "-b", "other")
    save(folder, theirs, "theirs")
    git(folder, "checkout", "-q", "main")
    save(folder, ours, "ours")
    done = git(folder, "merge", "-q", "--no-edit", "other", fine=None)
    return done.returncode, (folder / "plan.toc").read_text(encoding="utf-8")
