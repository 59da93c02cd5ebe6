"""The files of one theory as they lie open: a shared text and its keeper for each, by the name the pages call it.

Names are paths from the folder of the main file, so that nothing else of this machine's disk is told to anybody.
Only the event loop touches a desk; a thread that reads the theory gets a `Reading` of it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from toc.files import FileTrouble, read
from toc.near import nearest
from toc.source import Source
from toc.troubles import shown

from .keeper import Keeper
from .shared import LARGEST, Shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Open(NamedTuple):
    """One file that lies open."""

    shared: Shared
    keeper: Keeper


@dataclass(frozen=True, slots=True, eq=False)
class Reading(Mapping[str, Source]):
    """The texts of one moment, to read a theory from, by the real path of each file.

    A file that is met for the first time is read from the disk and noted in ``met``; FileTrouble says why it cannot be.
    """

    folder: str
    texts: Mapping[str, str]
    versions: Mapping[str, int]
    met: dict[str, Source] = field(default_factory=dict)

    def main(self, path: str) -> Source:
        """Give the main file."""
        return self[os.path.realpath(path)]

    def __getitem__(self, path: str) -> Source:
        name = name_of(path, self.folder)
        text = self.texts.get(name)
        if text is not None:
            return Source(name, text)
        if name not in self.met:
            found = read(path, root=self.folder)
            self.met[name] = Source(name, found.text, found.newline)
        return self.met[name]

    def __iter__(self) -> Iterator[str]:
        return iter([os.path.realpath(os.path.join(self.folder, name)) for name in self.texts])

    def __len__(self) -> int:
        return len(self.texts)


@dataclass(slots=True)
class Desk:
    """All files of a theory that lie open; ``main`` is the name of the one that was asked for."""

    folder: str
    main: str
    open: dict[str, Open] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """Tell this theory from others of the same name without saying where on this machine it is."""
        place = os.path.realpath(self.path(self.main)).encode("utf-8", "surrogateescape")
        return sha256(place).hexdigest()[:16]

    def reading(self) -> Reading:
        """Take the texts as they are now."""
        texts = {name: one.shared.text for name, one in self.open.items()}
        return Reading(self.folder, texts, {name: one.shared.version for name, one in self.open.items()})

    def path(self, name: str) -> str:
        """Give the path of a file by its name."""
        return os.path.normpath(os.path.join(self.folder, name))

    def lay(self, source: Source) -> Open:
        """Lay a file open that was just read."""
        laid = Open(Shared(source.name, source.text), Keeper.of(source, self.path(source.name)))
        self.open[source.name] = laid
        return laid

    def touched(self, paths: Iterable[str]) -> tuple[set[str], bool]:
        """Say which open files these paths are, and whether there are theories among them that do not lie open."""
        real = {os.path.realpath(path) for path in paths}
        ours = {os.path.realpath(self.path(name)): name for name in self.open}
        return {ours[path] for path in real if path in ours}, any(path.endswith(".toc") for path in real - set(ours))

    def folders(self) -> set[str]:
        """Give the folders in which something may change."""
        return {os.path.realpath(os.path.dirname(self.path(name)) or ".") for name in self.open}


def name_of(path: str, folder: str) -> str:
    """Give the name of a file as pages see it."""
    return shown(os.path.relpath(os.path.realpath(path), os.path.realpath(folder))).replace(os.sep, "/")


def desk_for(path: str) -> Desk:
    """Lay the main file of a theory open; one that does not exist yet begins empty.

    Raises FileTrouble when it cannot be read, is no text or too long, or when its name looks like a slip of the pen.
    """
    folder = os.path.dirname(path) or "."
    desk = Desk(folder, name_of(path, folder))
    source = _begun(path) if not os.path.lexists(path) else read(path)
    if len(source.text) > LARGEST:
        msg = f"{shown(path)} is too long for a live page. Split it, and join the parts with include lines."
        raise FileTrouble(msg)
    laid = desk.lay(Source(desk.main, source.text, source.newline))
    laid.keeper.must_exist = os.path.lexists(path)
    return desk


def _begun(path: str) -> Source:
    folder = os.path.dirname(path) or "."
    if not path.endswith(".toc") or not os.path.isdir(folder) or _is_a_slip(os.path.basename(path), folder):
        return read(path)  # which says what is wrong with that name
    return Source(path, "")


def _is_a_slip(name: str, folder: str) -> bool:
    """Say whether a file there was probably meant; tables have numbers, so `table-2` is none of `table-1`."""
    near = nearest(name, _theories(folder))
    return near is not None and re.sub(r"[\d-]", "", near) != re.sub(r"[\d-]", "", name)


def _theories(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        yield from [entry.name for entry in entries if entry.name.endswith(".toc")]
