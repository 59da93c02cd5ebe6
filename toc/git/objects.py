"""What git keeps, read piece by piece from one git that stays at hand: as quick for a thousand versions as for one.

Everything is asked for by the name that git gives it (a hash), so an answer never changes, and folders that were read
a moment ago are remembered.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from .program import GitTrouble, talking_git

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .program import Talk

_FOLDER: Final = b"40000"
_FILE: Final = b"100"
"""How the mode of a folder reads, and how that of a file begins; links and other repositories have others."""

_FIELDS: Final = 3
_HEX: Final = 2
_MOST_FOLDERS: Final = 4_000
"""How many folders are remembered: neighbours share most of theirs, and a long history has more than fit."""

_OF_FILE: Final = "file"
_OF_FOLDER: Final = "folder"


class Entry(NamedTuple):
    """What stands under a name in a folder: its hash, and whether it is a folder or a file (a link is neither)."""

    name: str
    is_folder: bool
    is_file: bool


@dataclass(frozen=True, slots=True)
class Objects:
    """A git that answers, and the folders read of late, by their hash."""

    talk: Talk
    folders: dict[str, Mapping[str, Entry]] = field(default_factory=dict)

    def content(self, name: str) -> bytes:
        """Give what is kept under a hash; raises GitTrouble where git does not have it."""
        try:
            self.talk.asked.write(name.encode() + b"\n")
            self.talk.asked.flush()
            head = self.talk.answers.readline().split()
            if len(head) == _FIELDS:
                size = int(head[2])
                return self.talk.answers.read(size + 1)[:size]
        except OSError:
            head = []
        says = "is missing in this repository" if head else "could not be read, since git stopped"
        msg = f"A part of the history ({name[:10]}) {says}. To look for the damage: git fsck"
        raise GitTrouble(msg)

    def folder(self, name: str) -> Mapping[str, Entry]:
        """Give what stands in a folder, by name; raises GitTrouble as `content` does."""
        if name not in self.folders:
            if len(self.folders) >= _MOST_FOLDERS:
                self.folders.clear()
            self.folders[name] = dict(_entries(self.content(name), len(name) // _HEX))
        return self.folders[name]


def _entries(data: bytes, size: int) -> Iterator[tuple[str, Entry]]:
    """Read a folder as git keeps it: ``mode name<zero>hash``, with hashes of ``size`` bytes."""
    at = 0
    while at < len(data):
        zero = data.index(b"\0", at)
        mode, _, name = data[at:zero].partition(b" ")
        at = zero + 1 + size
        yield os.fsdecode(name), Entry(data[zero + 1 : at].hex(), mode == _FOLDER, mode.startswith(_FILE))


@contextmanager
def objects_of(top: str) -> Iterator[Objects]:
    """Start a git that reads from the repository in a folder; it ends with the block."""
    with talking_git(["cat-file", "--batch"], folder=top) as talk:
        yield Objects(talk)


@dataclass(frozen=True, slots=True, eq=False)
class Stored(Mapping[str, str]):
    """The hashes of the files below a folder that git keeps, by their names from there.

    Nothing is read before it is asked for, and ``told`` remembers what was asked and answered: who asks the same of
    another version and hears the same, has the same files before them.
    """

    objects: Objects
    root: str
    told: dict[tuple[str, str], object] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        found = self._entry(name)
        blob = found.name if found and found.is_file else None
        self.told[_OF_FILE, name] = blob
        if blob is None:
            raise KeyError(name)
        return blob

    def __iter__(self) -> Iterator[str]:
        waiting = [("", self.root)]
        while waiting:
            start, folder = waiting.pop()
            for name, entry in self.objects.folder(folder).items():
                if entry.is_file:
                    yield start + name
                elif entry.is_folder:
                    waiting.append((f"{start}{name}/", entry.name))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def names(self, folder: str) -> list[str]:
        """Give the names of what lies in a folder; the top is called ``.``."""
        found = Entry(self.root, is_folder=True, is_file=False) if folder == "." else self._entry(folder)
        inside = self.objects.folder(found.name) if found and found.is_folder else {}
        names = sorted([name for name, entry in inside.items() if entry.is_folder or entry.is_file])
        self.told[_OF_FOLDER, folder] = names
        return names

    def says_the_same(self, other: Stored) -> bool:
        """Say whether all that was asked of another one would be answered here in the same way."""
        return self.root == other.root or all(
            (self.get(name) if what == _OF_FILE else self.names(name)) == answer
            for (what, name), answer in other.told.items()
        )

    def _entry(self, path: str) -> Entry | None:
        *folders, last = path.split("/")
        here = self.root
        for name in folders:
            found = self.objects.folder(here).get(name)
            if found is None or not found.is_folder:
                return None
            here = found.name
        return self.objects.folder(here).get(last)
