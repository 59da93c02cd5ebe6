"""A plan as it was at each commit: read when it is asked for, once for all neighbours that have the same files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from toc.git import earlier_name
from toc.git.objects import Stored
from toc.troubles import FileTrouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from toc.git import Past, Tree
    from toc.load import Loaded
    from toc.model import Theory

    Read = Callable[[Tree, str], Loaded]
    """Reads a plan from the files of a version; raises FileTrouble where it cannot."""


class Version(NamedTuple):
    """A plan at one commit.

    ``path`` is where its file lay; ``theory`` is None where it was not there, or where ``trouble`` says why it cannot
    be read. ``gaps`` are the sentences about what it includes and nobody can read.
    """

    path: str
    tree: Tree
    theory: Theory | None
    trouble: str = ""
    gaps: tuple[str, ...] = ()


class Older(NamedTuple):
    """A version before another one, and its commit."""

    commit: str
    version: Version


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions that are still needed, by their commits."""

    past: Past
    read: Read
    known: dict[str, Version] = field(default_factory=dict)

    def at(self, commit: str, path: str) -> Version:
        """Give the version at a commit; where nobody came from a newer one, its file lies at ``path``."""
        if commit not in self.known:
            self.known[commit] = _version(self.past.tree(commit), path, self.read)
        return self.known[commit]

    def before(self, newer: Version, commit: str) -> Version:
        """Give an older version, whose file may have had another name."""
        if commit not in self.known:
            self.known[commit] = self._before(newer, commit)
        return self.known[commit]

    def readable(self, newer: Version, commits: Iterable[str]) -> tuple[Older, ...]:
        """Give the versions at some commits before another one; behind those that cannot be read, those before them."""
        found: dict[str, Version] = {}
        waiting = [(commit, newer) for commit in reversed(tuple(commits))]
        seen: set[str] = set()
        while waiting:
            commit, after = waiting.pop()
            if commit in seen:
                continue
            seen.add(commit)
            version = self.before(after, commit)
            if version.trouble:
                waiting += [(parent, version) for parent in reversed(self.past.commits[commit].parents)]
            else:
                found[commit] = version
        return tuple([Older(*item) for item in found.items()])

    def _before(self, newer: Version, commit: str) -> Version:
        tree = self.past.tree(commit)
        if _answers_alike(tree, newer.tree):
            return newer
        path = newer.path
        if newer.tree.is_file(path) and not tree.is_file(path):
            path = earlier_name(path, tree, newer.tree.revision) or path
        return _version(tree, path, self.read)


def _answers_alike(tree: Tree, other: Tree) -> bool:
    """Say whether two trees have the same files, as far as anybody asked."""
    return isinstance(tree.kept, Stored) and isinstance(other.kept, Stored) and tree.kept.says_the_same(other.kept)


def _version(tree: Tree, path: str, read: Read) -> Version:
    if not tree.is_file(path):
        return Version(path, tree, None)
    try:
        loaded = read(tree, path)
    except FileTrouble as trouble:
        return Version(path, tree, None, str(trouble))
    gaps = tuple([finding.message for finding in loaded.findings if finding.rule == "include-failed"])
    return Version(path, tree, loaded.theory, "", gaps)
