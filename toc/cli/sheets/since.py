"""What git knows about the time since a session."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from toc.troubles import FileTrouble, typed

if TYPE_CHECKING:
    from toc.model import Theory

_SHORT = 10


def changes_since(file: str, theory: Theory, day: str) -> str:
    """Say how much has changed on the map since the end of a day, and how to see it, as far as git knows."""
    from toc.compare import compare  # noqa: PLC0415  few theories have sessions
    from toc.compare.change import Sort  # noqa: PLC0415  the same
    from toc.git import ask_git, tree_at  # noqa: PLC0415  the same
    from toc.includes import Folders  # noqa: PLC0415  the same
    from toc.load import of_source  # noqa: PLC0415  the same

    folder = os.path.dirname(os.path.realpath(file))
    try:
        found = ask_git(["rev-list", "-1", f"--before={day} 23:59:59", "HEAD"], folder=folder)
        revision = found.out.decode().strip()[:_SHORT]
        if found.status or not revision:
            return ""
        tree = tree_at(revision, file)
        if not tree.is_file(file):
            return ""
        old = of_source(tree[file], file, opened=tree, folders=Folders(tree.names, tree.is_file)).theory
    except FileTrouble:
        return ""
    changes = [each for each in compare(old, theory) if each.sort not in (Sort.PROCESS, Sort.REMARK)]
    if not changes:
        return ""
    many = f"{len(changes)} things have" if len(changes) > 1 else "One thing has"
    return f"{many} changed on the map since then; to see it: toc diff {revision} {typed(file)}"
