"""What a file was called before, and what it is called later."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .program import run_git
from .tree import INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .tree import Tree

_FIELDS = 3


def earlier_name(path: str, old: Tree, revision: str | None) -> str | None:
    """Give the path that a file had in an older tree, as git tells renames; None where it tells none.

    ``revision`` is the newer one, `INDEX` what is staged, None the files as they are now.
    """
    wanted = old.inside(path)
    return next((_path(old, before) for before, now in _renamed(old, revision) if now == wanted), None)


def later_name(path: str, old: Tree, revision: str | None) -> str | None:
    """Give the path that a file of an older tree has at a newer revision; None where git tells no rename."""
    wanted = old.inside(path)
    return next((_path(old, now) for before, now in _renamed(old, revision) if before == wanted), None)


def _renamed(old: Tree, revision: str | None) -> Iterator[tuple[str, str]]:
    """Give the name of each renamed file before and now."""
    newer = [] if revision is None else ["--cached"] if revision == INDEX else [revision]
    older = [] if old.revision == INDEX else [old.revision]
    if revision == INDEX:
        older, newer = newer, older
    asked = ["diff", "--no-ext-diff", "--name-status", "--find-renames", "--diff-filter=R", "-z", *older, *newer, "--"]
    words = map(os.fsdecode, run_git(asked, folder=old.top).split(b"\0"))
    for _, before, now in zip(*[words] * _FIELDS, strict=False):
        yield before, now


def _path(tree: Tree, name: str) -> str:
    return os.path.join(tree.top, *name.split("/"))
