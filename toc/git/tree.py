"""The files of a repository at a revision, or as they are staged: listed once, read when somebody asks.

A `Tree` is a Mapping from real paths (`os.path.realpath`) to sources, as `toc.load.of_source` takes it, so that
a theory is read with what it includes at that revision. It never looks at the disk: what is not in the revision raises
GitTrouble.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from toc.decoding import decode
from toc.source import Source
from toc.troubles import shown, typed

from .objects import Stored
from .program import GitTrouble, run_git
from .revisions import hash_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from toc.troubles import AnyPath

INDEX: Final = ""
"""The revision that is no revision: what is staged for the next commit."""

_LINK: Final = b"120000"


@dataclass(frozen=True, slots=True, eq=False)
class Tree(Mapping[str, Source]):
    """All files at a revision. ``top`` is the folder of the repository, ``kept`` the blob of each path below it.

    ``content`` gives what is in a blob, where a git that does so is at hand.
    """

    revision: str
    top: str
    kept: Mapping[str, str]
    read: dict[str, Source] = field(default_factory=dict)
    content: Callable[[str], bytes] | None = None

    def __getitem__(self, path: str) -> Source:
        here = os.path.realpath(path)
        if here not in self.read:
            self.read[here] = self._fetched(self.inside(here), path)
        return self.read[here]

    def __iter__(self) -> Iterator[str]:
        return iter([os.path.join(self.top, *name.split("/")) for name in self.kept])

    def __len__(self) -> int:
        return len(self.kept)

    def inside(self, path: str) -> str:
        """Give the path as git writes it, from the top of the repository."""
        return os.path.relpath(os.path.realpath(path), self.top).replace(os.sep, "/")

    def names(self, folder: str) -> list[str]:
        """Give the names of what lies in a folder at this revision."""
        at = self.inside(folder)
        if isinstance(self.kept, Stored):
            return self.kept.names(at)
        start = "" if at == "." else at + "/"
        return sorted({name[len(start) :].split("/")[0] for name in self.kept if name.startswith(start)})

    def is_file(self, path: str) -> bool:
        """Say whether a path is a file at this revision."""
        return self.inside(path) in self.kept

    def _fetched(self, name: str, path: str) -> Source:
        blob, called = self.kept.get(name), shown(name if os.path.isabs(path) else path)
        if blob is None:
            raise GitTrouble(_not_there(called, self.revision))
        data = self.content(blob) if self.content else run_git(["cat-file", "blob", blob], folder=self.top)
        return decode(data, called)


def tree_at(revision: str, path: AnyPath) -> Tree:
    """List the files at a revision of the repository that a path lies in; `INDEX` is what is staged.

    Raises GitTrouble where there is no git, no repository or no such revision.
    """
    top = top_of(os.path.dirname(os.path.realpath(path)))
    rows = _staged(top) if revision == INDEX else _committed(revision, top)
    return Tree(revision, top, {os.fsdecode(name): blob.decode() for mode, blob, name in rows if mode != _LINK})


def text_at(revision: str, path: AnyPath) -> Source:
    """Read one file at a revision; `INDEX` is what is staged.

    Raises GitTrouble where there is no git, no repository, no such revision, or the file is not in it, and FileTrouble
    where it is no text.
    """
    return tree_at(revision, path)[os.fspath(path)]


class Listed(NamedTuple):
    """Files of a repository: the folder they lie in, and their names as git writes them."""

    top: str
    names: tuple[str, ...]


def files_now(folder: AnyPath = ".") -> Listed:
    """List the files of the repository of a folder as they are now: those git knows, and new ones it does not ignore.

    Links are left out, as they are in a `Tree`. Raises GitTrouble where there is no git or no repository.
    """
    top = top_of(os.path.realpath(folder))
    found = run_git(["ls-files", "--cached", "--others", "--exclude-standard", "-z"], folder=top)
    names = sorted({os.fsdecode(name) for name in found.split(b"\0")[:-1]})
    return Listed(top, tuple([name for name in names if _is_here(os.path.join(top, *name.split("/")))]))


def _is_here(path: str) -> bool:
    return os.path.isfile(path) and not os.path.islink(path)


def top_of(folder: str) -> str:
    """Give the folder of the repository that a folder lies in; where it is gone by now, the one above it."""
    while not os.path.isdir(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    found = run_git(["rev-parse", "--show-toplevel"], folder=folder)
    return os.path.realpath(os.fsdecode(found.rstrip(b"\r\n")))


def _committed(revision: str, top: str) -> Iterator[tuple[bytes, bytes, bytes]]:
    """List a commit, as ``mode type blob<tab>path`` for each file."""
    tree = hash_of(revision, "tree", top)
    listed = run_git(["ls-tree", "-r", "-z", "--full-tree", tree], folder=top)
    for row in listed.split(b"\0")[:-1]:
        about, _, name = row.partition(b"\t")
        mode, kind, blob = about.split()[:3]
        if kind == b"blob":
            yield mode, blob, name


def _staged(top: str) -> Iterator[tuple[bytes, bytes, bytes]]:
    """List the index, as ``mode blob stage<tab>path``; of a file in conflict, our side."""
    listed = run_git(["ls-files", "--stage", "-z"], folder=top)
    for row in listed.split(b"\0")[:-1]:
        about, _, name = row.partition(b"\t")
        mode, blob, stage = about.split()[:3]
        if stage in (b"0", b"2"):
            yield mode, blob, name


def _not_there(name: str, revision: str) -> str:
    if revision == INDEX:
        return f"{name} is not staged. If it is new: git add {typed(name)}"
    return f"{name} is not in ‘{shown(revision)}’. Perhaps it had another name then, or was added later."
