"""The past of a repository: its commits, newest first, and the files as they were at each of them.

Names and addresses of authors are those that the repository wants to be used (``.mailmap``), dates are the author's own
with the offset of the place they wrote at. Nothing is read of a version before somebody asks for it.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from .objects import Objects, Stored, objects_of
from .program import GitTrouble, ask_git, complained, run_git
from .revisions import NOTHING_YET, has_nothing_yet
from .tree import Tree, top_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.troubles import AnyPath

_FIELDS: Final = ("%H", "%h", "%P", "%T", "%aN", "%aE", "%aI", "%s")
_SAID: Final = ("log", "-z", "--author-date-order", "--no-show-signature", "--encoding=UTF-8")


class Commit(NamedTuple):
    """One commit. ``date`` is the author's, as in ``2026-03-12T18:30:00+01:00``; ``tree`` is the hash of its files."""

    id: str
    short: str
    parents: tuple[str, ...]
    tree: str
    author: str
    email: str
    date: str
    subject: str


@dataclass(frozen=True, slots=True)
class Past:
    """All commits up to the one that is checked out, by their ids, newest first and none before those that follow it.

    ``cut`` are those at which a shallow clone ends: what came before them is not here.
    """

    top: str
    commits: Mapping[str, Commit]
    cut: frozenset[str]
    objects: Objects

    def tree(self, commit: str) -> Tree:
        """Give the files at a commit."""
        kept = Stored(self.objects, self.commits[commit].tree)
        return Tree(self.commits[commit].short, self.top, kept, content=self.objects.content)


@contextmanager
def past_of(path: AnyPath) -> Iterator[Past]:
    """List the past of the repository that a path lies in.

    Raises GitTrouble where there is no git, no repository or no commit.
    """
    top = top_of(os.path.dirname(os.path.realpath(path)))
    commits = {commit.id: commit for commit in _commits(top)}
    with objects_of(top) as objects:
        yield Past(top, commits, _cut(top), objects)


def _commits(top: str) -> Iterator[Commit]:
    answer = ask_git([*_SAID, f"--format={'%x00'.join(_FIELDS)}"], folder=top)
    if answer.status != 0:
        raise GitTrouble(NOTHING_YET if has_nothing_yet(top) else complained(answer, top))
    words = iter(answer.out.decode("utf-8", "replace").split("\0"))
    for row in zip(*[words] * len(_FIELDS), strict=False):
        name, short, parents, tree, author, email, date, subject = row
        yield Commit(name, short, tuple(parents.split()), tree, author, email, date, subject)


def _cut(top: str) -> frozenset[str]:
    """Give the commits at which a shallow clone ends, as git keeps them in a file of its own."""
    named = os.fsdecode(run_git(["rev-parse", "--git-path", "shallow"], folder=top).rstrip(b"\r\n"))
    try:
        with open(os.path.join(top, named), encoding="ascii") as file:
            return frozenset(file.read().split())
    except OSError:
        return frozenset()


def was_ever(path: str, past: Past) -> bool:
    """Say whether any commit knows a file of this name."""
    name = past.tree(next(iter(past.commits))).inside(path)
    return bool(run_git(["log", "-1", "--full-history", "--format=%H", "HEAD", "--", name], folder=past.top))
