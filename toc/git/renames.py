"""Where two revisions meet, and what a file was called before."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .program import GitTrouble, ask_git, run_git
from .tree import INDEX

if TYPE_CHECKING:
    from .tree import Tree

_FIELDS = 3


def earlier_name(path: str, old: Tree, revision: str | None) -> str | None:
    """Give the path that a file had in an older tree, as git tells renames; None where it tells none.

    ``revision`` is the newer one, `INDEX` what is staged, None the files as they are now.
    """
    newer = [] if revision is None else ["--cached"] if revision == INDEX else [revision]
    older = [] if old.revision == INDEX else [old.revision]
    if revision == INDEX:
        older, newer = newer, older
    asked = ["diff", "--no-ext-diff", "--name-status", "--find-renames", "--diff-filter=R", "-z", *older, *newer, "--"]
    words = run_git(asked, folder=old.top).split(b"\0")
    wanted = old.inside(path)
    for _, before, now in zip(*[iter(words[: len(words) // _FIELDS * _FIELDS])] * _FIELDS, strict=True):
        if os.fsdecode(now) == wanted:
            return os.path.join(old.top, *os.fsdecode(before).split("/"))
    return None


def merge_base(one: str, other: str, folder: str) -> str:
    """Give the commit from which two revisions went different ways; raises GitTrouble where there is none."""
    if one.startswith("-") or other.startswith("-"):
        msg = f"‘{one}...{other}’ names no revisions."
        raise GitTrouble(msg)
    answer = ask_git(["merge-base", one, other], folder=folder)
    if answer.status != 0:
        msg = f"‘{one}’ and ‘{other}’ have no commit in common, or one of them does not exist."
        raise GitTrouble(msg)
    return answer.out.decode().strip()
