"""Repositories with people in them: who saved what on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repositories import git, write

if TYPE_CHECKING:
    from pathlib import Path


def save(folder: Path, files: dict[str, str | bytes], *, who: str, day: str, message: str = "x") -> None:
    """Write files and commit all there is, as somebody on a day of 2026; ``day`` is month and day."""
    write(folder, files)
    git(folder, "add", "-A")
    signed(folder, who, day, message)


def signed(folder: Path, who: str, day: str, message: str = "x") -> None:
    """Commit what is staged, also what a merge left to be committed."""
    date = f"2026-{day}T23:30:00+09:00"
    author = f"--author={who} <{who.split(maxsplit=1)[0].lower()}@example.org>"
    git(folder, "commit", "-q", "--allow-empty", "--cleanup=verbatim", author, f"--date={date}", "-m", message)


def merge(folder: Path, branch: str, *ours: str) -> None:
    """Bring a branch in, without committing the merge yet."""
    git(folder, "merge", "-q", "--no-commit", "--no-ff", *ours, branch)


def without_ids(folder: Path, text: str) -> str:
    """Put ID where a text names a commit by its short hash, which is another one in every run."""
    for short in git(folder, "log", "--all", "--format=%h").split():
        text = text.replace(short, "ID")
    return text
